//! Turtle, and what is Turtle at heart: `TriG`, which adds graphs, and N3, which adds what no graph of ours needs.

use std::fmt::Write as _;

use super::escape::push_escaped;
use super::sink::{Sink, Value};
use crate::Error;
use crate::graph::Kind;
use crate::vocabulary::terms::{self, Name, PREFIXES};

/// Writes triples by subject, with prefixes.
pub(super) struct Turtle<'a> {
    bytes: Vec<u8>,
    /// What the IRIs of the graph begin with.
    base: &'a str,
    /// The graph at hand, if not the default one.
    graph: Option<String>,
    /// The predicate of the triple before, if it was of the same subject.
    predicate: Option<String>,
}

impl<'a> Turtle<'a> {
    /// Turtle with a prefix for each directory of ids under `base` (`country:JP`).
    pub(super) fn new(base: &'a str) -> Self {
        let vocabularies = PREFIXES.iter().map(|&(prefix, iri)| (prefix, iri.to_owned()));
        let mut prefixes: Vec<(&str, String)> = directories()
            .map(|directory| (directory, format!("{base}{directory}/")))
            .chain(vocabularies)
            .collect();
        prefixes.sort_unstable();
        let mut header = String::new();
        for (prefix, iri) in prefixes {
            let _ = writeln!(header, "@prefix {prefix}: <{iri}> .");
        }
        Self { bytes: header.into_bytes(), base, graph: None, predicate: None }
    }

    fn push_value(&mut self, value: Value) {
        match value {
            Value::Name(name) => self.push_name(name),
            Value::Node(iri) => self.push_iri(iri),
            Value::Text(text) => push_escaped(&mut self.bytes, text),
            // A number with a point is a decimal.
            Value::Typed(number, terms::XSD_DECIMAL) => self.push(number),
            Value::Typed(text, datatype) => {
                push_escaped(&mut self.bytes, text);
                self.push("^^");
                self.push_name(datatype);
            }
            Value::Triple(subject, predicate, object) => {
                self.push("<<( ");
                self.push_iri(subject);
                self.push(" ");
                self.push_name(predicate);
                self.push(" ");
                self.push_iri(object);
                self.push(" )>>");
            }
        }
    }

    fn push_name(&mut self, name: Name) {
        match name.short {
            Some(short) => self.push(short),
            None => self.push_iri(name.iri),
        }
    }

    fn push_iri(&mut self, iri: &str) {
        if let Some((prefix, local)) = self.shorten(iri) {
            self.push(prefix);
            self.push(":");
            self.push(local);
        } else {
            self.push("<");
            self.push(iri);
            self.push(">");
        }
    }

    /// Prefix and local name of an IRI, if it has them.
    fn shorten<'b>(&self, iri: &'b str) -> Option<(&'b str, &'b str)> {
        let (prefix, local) = match iri.strip_prefix(self.base).and_then(|own| own.split_once('/')) {
            Some((directory, local)) if directories().any(|known| known == directory) => (directory, local),
            _ => ("wd", iri.strip_prefix("http://www.wikidata.org/entity/")?),
        };
        is_plain(local).then_some((prefix, local))
    }

    fn push(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
    }
}

/// Where ids live under the base.
fn directories() -> impl Iterator<Item = &'static str> {
    ["statement", "document"].into_iter().chain(Kind::ALL.into_iter().map(Kind::slug))
}

/// Whether a local name needs no escapes.
fn is_plain(local: &str) -> bool {
    let bytes = local.as_bytes();
    bytes.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
        && bytes.first().is_some_and(|b| !matches!(b, b'-' | b'.'))
        && !local.ends_with('.')
}

impl Sink for Turtle<'_> {
    fn graph(&mut self, name: Option<&str>) {
        if self.graph.as_deref() == name {
            return;
        }
        if self.graph.is_some() {
            self.push("\n}\n");
        }
        if let Some(name) = name {
            self.push("\n");
            self.push_iri(name);
            self.push(" {\n");
        }
        self.graph = name.map(str::to_owned);
    }

    fn subject(&mut self, iri: &str) {
        self.push("\n");
        self.push_iri(iri);
        self.predicate = None;
    }

    fn property(&mut self, predicate: Name, value: Value) -> Result<(), Error> {
        if self.predicate.as_deref() == Some(predicate.iri) {
            self.push(" , ");
        } else {
            self.push(if self.predicate.is_none() { " " } else { " ;\n\t" });
            if predicate == terms::TYPE {
                self.push("a");
            } else {
                self.push_name(predicate);
            }
            self.push(" ");
            let known = self.predicate.get_or_insert_default();
            known.clear();
            known.push_str(predicate.iri);
        }
        self.push_value(value);
        Ok(())
    }

    fn end_subject(&mut self) {
        self.push(" .\n");
    }

    fn finish(&mut self) {
        self.graph(None);
    }

    fn bytes(&mut self) -> &mut Vec<u8> {
        &mut self.bytes
    }
}
