//! The graph document, with the context that makes it RDF too.

use super::Options;
use super::context::Context;
use crate::Error;
use crate::graph::GraphDocument;
use crate::vocabulary::Vocabulary;

pub(super) fn render(
    graph: &GraphDocument,
    vocabulary: &Vocabulary,
    options: &Options,
) -> Result<Vec<u8>, Error> {
    // The bare number would be a double in RDF, not the decimal that the other formats give.
    let context = Context::new(vocabulary)?.without("confidence").into_value(options.context.as_deref());
    graph.to_json_in(Some(&context)).map(String::into_bytes)
}
