//! Graphs read back: the mirror of [`export`](crate::export), one module a form.
//!
//! JSON and JSON Lines are graph documents. RDF is read in every syntax and every way of carrying claims that exports
//! know, and gives the graph document it was written from; what it says besides is left out with a remark.
//!
//! Facts that others keep - tables, profiles of the World Factbook, facts written by hand - come in by [`facts`].

mod factbook;
pub mod facts;
mod form;
mod handwritten;
mod json;
mod jsonl;
pub(crate) mod names;
mod ordered;
mod rdf;
pub mod table;

use crate::Error;
use crate::export::Format;
use crate::graph::GraphDocument;
use crate::vocabulary::Vocabulary;

pub use form::{named, told};
pub(crate) use ordered::batches;
pub use ordered::read as read_ordered;

/// A graph, and what of its file could not be taken into it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Imported {
    /// What the file says.
    pub graph: GraphDocument,
    /// What was left out, if anything.
    pub remarks: Vec<String>,
    /// What is wrong in the file and was passed over, with its place.
    pub faults: Vec<String>,
}

impl From<GraphDocument> for Imported {
    fn from(graph: GraphDocument) -> Self {
        Self { graph, ..Self::default() }
    }
}

/// Reads a graph; `place` is the file's name for messages.
///
/// # Errors
/// The text is not in the format (with the line, where it has lines), it lacks what a graph needs, or graphs are not
/// read in this format.
pub fn read(place: &str, bytes: &[u8], format: Format, vocabulary: &Vocabulary) -> Result<Imported, Error> {
    match format {
        Format::Json => json::read(place, bytes).map(Imported::from),
        Format::JsonLines => jsonl::read(place, bytes).map(Imported::from),
        _ => rdf::read(place, bytes, format, vocabulary),
    }
}
