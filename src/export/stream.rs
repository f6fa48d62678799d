//! Formats that are written record by record: lines, and RDF but for JSON-LD.

use std::io::Write;

use super::{Format, Options, jsonl, rdf};
use crate::Error;
use crate::graph::RecordRef;
use crate::vocabulary::Vocabulary;

/// A format being written, record by record in the order of the graph document.
pub struct Stream<'a>(Writer<'a>);

enum Writer<'a> {
    Lines(jsonl::Writer<'a>),
    Rdf(Box<rdf::Writer<'a>>),
}

impl<'a> Stream<'a> {
    /// Whether a format can be written this way.
    #[must_use]
    pub const fn has(format: Format) -> bool {
        use Format::{JsonLines, N3, NQuads, NTriples, RdfXml, TriG, Turtle};
        matches!(format, JsonLines | NTriples | NQuads | Turtle | TriG | RdfXml | N3)
    }

    /// Begins to write to `out`.
    ///
    /// # Errors
    /// The format cannot carry claims as asked for, or needs the whole graph.
    pub fn new(
        format: Format,
        vocabulary: &'a Vocabulary,
        options: &'a Options,
        out: &'a mut dyn Write,
    ) -> Result<Self, Error> {
        let writer = match format {
            Format::JsonLines => Writer::Lines(jsonl::Writer::new(out)),
            _ if Self::has(format) => {
                Writer::Rdf(Box::new(rdf::Writer::new(vocabulary, format, options, out)?))
            }
            _ => return Err(Error::invalid(format.name(), "is not written record by record")),
        };
        Ok(Self(writer))
    }

    /// Writes what is known of one thing.
    ///
    /// # Errors
    /// Those of [`write`](super::write).
    pub fn record(&mut self, record: RecordRef) -> Result<(), Error> {
        match &mut self.0 {
            Writer::Lines(writer) => writer.record(record),
            Writer::Rdf(writer) => writer.record(record),
        }
    }

    /// Ends what is open.
    ///
    /// # Errors
    /// `out` cannot be written to.
    pub fn finish(self) -> Result<(), Error> {
        match self.0 {
            Writer::Lines(writer) => writer.finish(),
            Writer::Rdf(writer) => writer.finish(),
        }
    }
}
