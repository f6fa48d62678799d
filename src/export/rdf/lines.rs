//! N-Triples and N-Quads: one triple a line, every IRI in full.

use super::escape::push_escaped;
use super::sink::{Sink, Value};
use crate::Error;
use crate::vocabulary::terms::Name;

/// Writes one triple a line.
#[derive(Default)]
pub(super) struct Lines {
    bytes: Vec<u8>,
    /// `<subject> <` of the lines at hand.
    start: Vec<u8>,
    /// ` .` and the line end, after the graph if there is one.
    end: Vec<u8>,
}

impl Lines {
    pub(super) fn new() -> Self {
        let mut lines = Self::default();
        lines.graph(None);
        lines
    }
}

impl Sink for Lines {
    fn graph(&mut self, name: Option<&str>) {
        self.end.clear();
        if let Some(name) = name {
            self.end.push(b' ');
            push_iri(&mut self.end, name);
        }
        self.end.extend_from_slice(b" .\n");
    }

    fn subject(&mut self, iri: &str) {
        self.start.clear();
        push_iri(&mut self.start, iri);
        self.start.extend_from_slice(b" <");
    }

    fn property(&mut self, predicate: Name, value: Value) -> Result<(), Error> {
        let out = &mut self.bytes;
        out.extend_from_slice(&self.start);
        out.extend_from_slice(predicate.iri.as_bytes());
        out.extend_from_slice(b"> ");
        push_value(out, value);
        out.extend_from_slice(&self.end);
        Ok(())
    }

    fn end_subject(&mut self) {}

    fn finish(&mut self) {}

    fn bytes(&mut self) -> &mut Vec<u8> {
        &mut self.bytes
    }
}

fn push_value(out: &mut Vec<u8>, value: Value) {
    match value {
        Value::Name(Name { iri, .. }) | Value::Node(iri) => push_iri(out, iri),
        Value::Text(text) => push_escaped(out, text),
        Value::Typed(text, datatype) => {
            push_escaped(out, text);
            out.extend_from_slice(b"^^");
            push_iri(out, datatype.iri);
        }
        Value::Triple(subject, predicate, object) => {
            out.extend_from_slice(b"<<( ");
            for iri in [subject, predicate.iri, object] {
                push_iri(out, iri);
                out.push(b' ');
            }
            out.extend_from_slice(b")>>");
        }
    }
}

fn push_iri(out: &mut Vec<u8>, iri: &str) {
    out.push(b'<');
    out.extend_from_slice(iri.as_bytes());
    out.push(b'>');
}
