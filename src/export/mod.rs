//! What goes out: one module a format, one enum that names them.
//!
//! Every exporter takes the whole graph document and the vocabulary and gives the same bytes for the same input. Every
//! string is escaped for the format it enters.

mod context;
mod date;
mod dot;
mod json;
mod jsonld;
mod rdf;
mod svg;
mod terms;

use std::collections::BTreeSet;
use std::fmt;
use std::io::Write;
use std::str::FromStr;

use crate::Error;
use crate::graph::{GraphDocument, Status};
use crate::vocabulary::{Vocabulary, did_you_mean};

/// A format a graph can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Format {
    /// The graph document.
    Json,
    /// RDF, one triple a line.
    NTriples,
    /// RDF for reading.
    Turtle,
    /// RDF as nested JSON.
    JsonLd,
    /// A diagram for Graphviz.
    Dot,
    /// The diagram drawn, by an installed Graphviz.
    Svg,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 6] = [Self::Json, Self::NTriples, Self::Turtle, Self::JsonLd, Self::Dot, Self::Svg];

    /// The name a user gives, which is also the file extension.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::NTriples => "nt",
            Self::Turtle => "ttl",
            Self::JsonLd => "jsonld",
            Self::Dot => "dot",
            Self::Svg => "svg",
        }
    }

    /// What it is called among people.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Json => "graph document",
            Self::NTriples => "N-Triples",
            Self::Turtle => "Turtle",
            Self::JsonLd => "JSON-LD",
            Self::Dot => "Graphviz DOT",
            Self::Svg => "SVG",
        }
    }

    /// Its media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::NTriples => "application/n-triples",
            Self::Turtle => "text/turtle",
            Self::JsonLd => "application/ld+json",
            Self::Dot => "text/vnd.graphviz",
            Self::Svg => "image/svg+xml",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.extension())
    }
}

impl FromStr for Format {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let found = Self::ALL.into_iter().find(|format| format.extension() == name);
        found.ok_or_else(|| {
            let known = Self::ALL.map(Self::extension);
            let near = did_you_mean(name, known);
            Error::invalid("format", format!("`{name}` is none of {}{near}", known.join(", ")))
        })
    }
}

/// What a diagram shows. RDF and JSON always carry everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Statements of these statuses.
    pub include: BTreeSet<Status>,
    /// Entities that no shown statement speaks of.
    pub isolated: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { include: BTreeSet::from([Status::Asserted]), isolated: false }
    }
}

/// The graph in a format, as bytes.
///
/// # Errors
/// A statement's relation is not in the vocabulary, an id is no IRI where the format needs one, or Graphviz is missing
/// or fails.
pub fn render(
    graph: &GraphDocument,
    vocabulary: &Vocabulary,
    format: Format,
    options: &Options,
) -> Result<Vec<u8>, Error> {
    match format {
        Format::Json => json::render(graph, vocabulary),
        Format::NTriples => rdf::n_triples(graph, vocabulary),
        Format::Turtle => rdf::turtle(graph, vocabulary),
        Format::JsonLd => jsonld::render(graph, vocabulary),
        Format::Dot => dot::render(graph, vocabulary, options).map(String::into_bytes),
        Format::Svg => svg::draw(&dot::render(graph, vocabulary, options)?),
    }
}

/// Writes the graph in a format.
///
/// # Errors
/// Those of [`render`], before anything is written, and those of `out`.
pub fn write(
    graph: &GraphDocument,
    vocabulary: &Vocabulary,
    format: Format,
    options: &Options,
    out: &mut impl Write,
) -> Result<(), Error> {
    let bytes = render(graph, vocabulary, format, options)?;
    out.write_all(&bytes).map_err(|source| Error::Io { path: "output".into(), source })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_known_by_extension() {
        for format in Format::ALL {
            assert_eq!(format.to_string().parse::<Format>().unwrap(), format);
        }
        let refusal = "jsonl-d".parse::<Format>().unwrap_err().to_string();
        assert!(refusal.ends_with("; did you mean `jsonld`?"), "{refusal}");
    }
}
