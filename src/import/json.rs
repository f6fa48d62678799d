//! The graph document.

use std::str;

use crate::Error;
use crate::graph::GraphDocument;

pub(super) fn read(place: &str, bytes: &[u8]) -> Result<GraphDocument, Error> {
    let text = str::from_utf8(bytes).map_err(|e| Error::invalid(place, format!("expected UTF-8, {e}")))?;
    let mut graph = GraphDocument::from_json(place, text.trim_start_matches('\u{feff}'))?;
    // It is written anew, for the vocabulary in use.
    graph.context = None;
    Ok(graph)
}
