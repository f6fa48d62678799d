//! N-Triples and N-Quads: one triple a line, every IRI in full.

use std::mem;

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
    /// What ends them after an IRI: `> .` and the line end, with the graph if there is one.
    end: Vec<u8>,
}

impl Lines {
    pub(super) fn new() -> Self {
        let mut lines = Self::default();
        lines.graph(None);
        lines
    }

    /// What ends a line after a literal.
    fn end(&self) -> &[u8] {
        self.end.get(1..).unwrap_or_default()
    }
}

impl Sink for Lines {
    fn graph(&mut self, name: Option<&str>) {
        self.end.clear();
        self.end.push(b'>');
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
        let mut out = mem::take(&mut self.bytes);
        out.extend_from_slice(&self.start);
        out.extend_from_slice(predicate.iri.as_bytes());
        match value {
            Value::Name(Name { iri, .. }) | Value::Node(iri) => {
                out.extend_from_slice(b"> <");
                out.extend_from_slice(iri.as_bytes());
                out.extend_from_slice(&self.end);
            }
            Value::Text(text) => {
                out.extend_from_slice(b"> ");
                push_escaped(&mut out, text);
                out.extend_from_slice(self.end());
            }
            Value::Typed(text, datatype) => {
                out.extend_from_slice(b"> ");
                push_escaped(&mut out, text);
                out.extend_from_slice(b"^^<");
                out.extend_from_slice(datatype.iri.as_bytes());
                out.extend_from_slice(&self.end);
            }
            Value::Triple(subject, predicate, object) => {
                out.extend_from_slice(b"> <<( ");
                for iri in [subject, predicate.iri, object] {
                    push_iri(&mut out, iri);
                    out.push(b' ');
                }
                out.extend_from_slice(b")>>");
                out.extend_from_slice(self.end());
            }
        }
        self.bytes = out;
        Ok(())
    }

    fn end_subject(&mut self) {}

    fn finish(&mut self) {}

    fn bytes(&mut self) -> &mut Vec<u8> {
        &mut self.bytes
    }
}

fn push_iri(out: &mut Vec<u8>, iri: &str) {
    out.push(b'<');
    out.extend_from_slice(iri.as_bytes());
    out.push(b'>');
}
