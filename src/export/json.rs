//! The graph document, with the context that makes it RDF too.

use super::context::Context;
use crate::Error;
use crate::graph::GraphDocument;
use crate::vocabulary::Vocabulary;

pub(super) fn render(graph: &GraphDocument, vocabulary: &Vocabulary) -> Result<Vec<u8>, Error> {
    let context = Some(Context::new(vocabulary)?.into_value());
    GraphDocument { context, ..graph.clone() }.to_json().map(String::into_bytes)
}
