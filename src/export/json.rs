//! The graph document, with the context that makes it RDF too.

use std::io::{BufWriter, Write};

use super::context::Context;
use super::{Options, not_written};
use crate::Error;
use crate::graph::GraphDocument;
use crate::vocabulary::Vocabulary;

/// Bytes gathered before they are passed on: the pieces that JSON is written in are small.
const BUFFER: usize = 1 << 16;

pub(super) fn write(
    graph: &GraphDocument,
    vocabulary: &Vocabulary,
    options: &Options,
    out: &mut (dyn Write + Send),
) -> Result<(), Error> {
    // The bare number would be a double in RDF, not the decimal that the other formats give.
    let context = Context::new(vocabulary)?.without("confidence").into_value(options.context.as_deref());
    let mut out = BufWriter::with_capacity(BUFFER, out);
    graph.write_json(Some(&context), &mut out).and_then(|()| out.flush()).map_err(not_written)
}
