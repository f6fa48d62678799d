//! What goes out: one module a format, and a row for each in [`Format`].
//!
//! Every exporter takes the whole graph document and the vocabulary and gives the same bytes for the same input. Every
//! string is escaped for the format it enters.

mod claims;
mod context;
mod date;
mod dot;
mod format;
mod json;
mod jsonl;
mod jsonld;
mod rdf;
mod svg;

use std::collections::BTreeSet;
use std::io::{self, Write};

pub use claims::Claims;
pub use format::Format;

use crate::Error;
use crate::graph::{GraphDocument, Status};
use crate::vocabulary::{DEFAULT_BASE, Vocabulary};

/// What is written, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// What the ids of the graph begin with: RDF has prefixes for them.
    pub base: String,
    /// How RDF carries what qualifies a statement.
    pub claims: Claims,
    /// Statements of these statuses are in diagrams. RDF and JSON always carry everything.
    pub include: BTreeSet<Status>,
    /// Diagrams show entities that no shown statement speaks of.
    pub isolated: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            base: DEFAULT_BASE.to_owned(),
            claims: Claims::default(),
            include: BTreeSet::from([Status::Asserted]),
            isolated: false,
        }
    }
}

/// Writes the graph in a format.
///
/// # Errors
/// A statement's relation is not in the vocabulary, an id is no IRI where the format needs one, Graphviz is missing or
/// fails, or `out` cannot be written to. Part of the graph may have been written by then.
pub fn write(
    graph: &GraphDocument,
    vocabulary: &Vocabulary,
    format: Format,
    options: &Options,
    out: &mut dyn Write,
) -> Result<(), Error> {
    let bytes = match format {
        Format::Json => json::render(graph, vocabulary)?,
        Format::JsonLines => return jsonl::write(graph, out),
        Format::NTriples | Format::NQuads | Format::Turtle | Format::TriG | Format::RdfXml | Format::N3 => {
            return rdf::write(graph, vocabulary, format, options, out);
        }
        Format::JsonLd => jsonld::render(graph, vocabulary)?,
        Format::Dot => dot::render(graph, vocabulary, options)?.into_bytes(),
        Format::Svg => svg::draw(&dot::render(graph, vocabulary, options)?)?,
    };
    out.write_all(&bytes).map_err(not_written)
}

/// The graph in a format, as bytes.
///
/// # Errors
/// Those of [`write`].
pub fn render(
    graph: &GraphDocument,
    vocabulary: &Vocabulary,
    format: Format,
    options: &Options,
) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    write(graph, vocabulary, format, options, &mut bytes)?;
    Ok(bytes)
}

fn not_written(source: io::Error) -> Error {
    Error::Io { path: "output".into(), source }
}
