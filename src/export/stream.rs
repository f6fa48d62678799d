//! Formats that are written record by record: lines, and RDF but for JSON-LD.

use std::io::Write;

use super::{Format, Options, jsonl, not_written, rdf};
use crate::Error;
use crate::graph::RecordRef;
use crate::vocabulary::Vocabulary;

/// Bytes gathered before they are passed on.
const BUFFER: usize = 1 << 16;

/// A format being written, record by record in the order of the graph document.
pub struct Stream<'a>(Writer<'a>);

enum Writer<'a> {
    Lines(Vec<u8>),
    Rdf(Box<rdf::Writer<'a>>),
}

impl<'a> Stream<'a> {
    /// Whether a format can be written this way.
    #[must_use]
    pub const fn has(format: Format) -> bool {
        use Format::{JsonLines, N3, NQuads, NTriples, RdfXml, TriG, Turtle};
        matches!(format, JsonLines | NTriples | NQuads | Turtle | TriG | RdfXml | N3)
    }

    /// Begins to write.
    ///
    /// # Errors
    /// The format cannot carry claims as asked for, or needs the whole graph.
    pub fn new(format: Format, vocabulary: &'a Vocabulary, options: &'a Options) -> Result<Self, Error> {
        let writer = match format {
            Format::JsonLines => Writer::Lines(Vec::new()),
            _ if Self::has(format) => Writer::Rdf(Box::new(rdf::Writer::new(vocabulary, format, options)?)),
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
            Writer::Lines(bytes) => jsonl::push(bytes, record),
            Writer::Rdf(writer) => writer.record(record),
        }
    }

    /// [`Stream::record`], and passes on to `out` what has gathered, if it is worth a call.
    ///
    /// # Errors
    /// Those of [`write`](super::write).
    pub fn record_to(&mut self, out: &mut dyn Write, record: RecordRef) -> Result<(), Error> {
        self.record(record)?;
        let bytes = self.bytes();
        if bytes.len() >= BUFFER {
            out.write_all(bytes).map_err(not_written)?;
            bytes.clear();
        }
        Ok(())
    }

    /// [`Stream::finish`], and passes on to `out` what is left.
    ///
    /// # Errors
    /// `out` cannot be written to.
    pub fn finish_to(self, out: &mut dyn Write) -> Result<(), Error> {
        out.write_all(&self.finish()).map_err(not_written)
    }

    /// What is written so far; whoever takes it clears it.
    pub fn bytes(&mut self) -> &mut Vec<u8> {
        match &mut self.0 {
            Writer::Lines(bytes) => bytes,
            Writer::Rdf(writer) => writer.bytes(),
        }
    }

    /// Ends what is open, and gives what was not taken.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        match self.0 {
            Writer::Lines(bytes) => bytes,
            Writer::Rdf(writer) => writer.finish(),
        }
    }
}
