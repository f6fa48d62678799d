//! What goes out: one module a format, and a row for each in [`Format`].
//!
//! Every exporter takes the whole graph document and the vocabulary and gives the same bytes for the same input. Every
//! string is escaped for the format it enters.

mod claims;
mod context;
mod csv;
mod cypher;
mod date;
mod diagram;
mod dot;
mod each;
mod evidence;
mod format;
mod gexf;
mod graphml;
mod json;
mod jsonl;
mod jsonld;
mod mermaid;
mod picture;
mod property;
mod rdf;
mod runs;
mod stream;
mod xml;

use std::collections::BTreeSet;
use std::io::{self, Write};

pub use claims::Claims;
pub use csv::Table;
pub use diagram::{Cluster, Theme};
pub use format::Format;
pub(crate) use rdf::{Excerpt, mention_iri};
pub use stream::Stream;

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
    /// Where `schema/context.jsonld` is found; JSON has it inline if this is not said.
    pub context: Option<String>,
    /// Statements of these statuses are in diagrams. All other formats carry everything.
    pub include: BTreeSet<Status>,
    /// What diagrams put in one box.
    pub cluster: Option<Cluster>,
    /// What diagrams are drawn on.
    pub theme: Theme,
    /// Which table of [`Format::Csv`] is written.
    pub table: Table,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            base: DEFAULT_BASE.to_owned(),
            claims: Claims::default(),
            context: None,
            include: BTreeSet::from([Status::Asserted]),
            cluster: None,
            theme: Theme::default(),
            table: Table::default(),
        }
    }
}

/// Writes the graph in a format.
///
/// # Errors
/// A statement's relation is not in the vocabulary, an id is no IRI where the format needs one, a diagram is too large
/// to be drawn, Graphviz is missing or fails, or `out` cannot be written to. Part of the graph may have been written by then.
pub fn write(
    graph: &GraphDocument,
    vocabulary: &Vocabulary,
    format: Format,
    options: &Options,
    out: &mut (dyn Write + Send),
) -> Result<(), Error> {
    use Format::{Csv, Cypher, Dot, Gexf, GraphMl, Mermaid, Pdf, Png, Svg};
    use Format::{Json, JsonLd, JsonLines, N3, NQuads, NTriples, RdfXml, TriG, Turtle};
    let bytes = match format {
        JsonLines | NTriples | NQuads | Turtle | TriG | RdfXml | N3 => {
            let mut stream = Stream::new(format, vocabulary, options)?;
            graph.records().try_for_each(|record| stream.record_to(out, record))?;
            return stream.finish_to(out);
        }
        Json => return json::write(graph, vocabulary, options, out),
        JsonLd => jsonld::render(graph, vocabulary, options)?,
        Dot => return dot::write(graph, vocabulary, options, out),
        Svg | Png | Pdf => return picture::write(graph, vocabulary, format, options, out),
        Mermaid => return mermaid::write(graph, vocabulary, options, out),
        GraphMl => return graphml::write(graph, vocabulary, out),
        Gexf => return gexf::write(graph, vocabulary, out),
        Cypher => return cypher::write(graph, vocabulary, out),
        Csv => return csv::write(graph, vocabulary, options.table, out),
    };
    out.write_all(&bytes).map_err(not_written)
}

/// The graph in a format, as bytes.
///
/// # Errors
/// Those of [`write()`].
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

/// The JSON-LD context for a vocabulary, as a file of its own.
pub(crate) fn context(vocabulary: &Vocabulary) -> Result<String, Error> {
    let context = context::Context::new(vocabulary)?.into_value(None);
    Ok(serde_json::json!({"@context": context}).to_string())
}

pub(crate) fn not_written(source: io::Error) -> Error {
    Error::Io { path: "output".into(), source }
}
