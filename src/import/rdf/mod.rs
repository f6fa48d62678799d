//! RDF in any syntax, as this tool writes it.
//!
//! Names of graphs are passed over: what several graphs say of one thing is put together. A plain triple between
//! entities that no statement makes is a statement without evidence.

mod build;
mod key;
mod node;

use std::collections::BTreeMap;

use oxigraph::io::{JsonLdProfileSet, LoadedDocument, RdfFormat, RdfParser, RdfSyntaxError};
use oxigraph::model::{NamedOrBlankNode, Quad, Term};

use super::Imported;
use crate::Error;
use crate::export::{self, Format};
use crate::vocabulary::Vocabulary;
use key::{Key, Keys};

/// Reads RDF; `place` is the file's name for messages.
pub(super) fn read(
    place: &str,
    bytes: &[u8],
    format: Format,
    vocabulary: &Vocabulary,
) -> Result<Imported, Error> {
    let syntax = syntax(format).ok_or_else(|| {
        Error::invalid(place, format!("graphs are not read from {}; give RDF or JSON", format.title()))
    })?;
    let context = export::context(vocabulary)?.into_bytes();
    let parser = RdfParser::from_format(syntax).for_slice(bytes).with_document_loader(move |_| {
        // The tool is offline. What refers to a context elsewhere is read by its own.
        Ok(LoadedDocument {
            url: "https://legation.example/context.jsonld".to_owned(),
            content: context.clone(),
            format: RdfFormat::JsonLd { profile: JsonLdProfileSet::empty() },
        })
    });
    let mut triples =
        Triples { keys: Keys::new(vocabulary), nodes: BTreeMap::new(), foreign: Foreign::default() };
    for quad in parser {
        triples.add(quad.map_err(|e| broken(place, format, &e))?);
    }
    build::graph(place, triples)
}

fn syntax(format: Format) -> Option<RdfFormat> {
    Some(match format {
        Format::NTriples => RdfFormat::NTriples,
        Format::NQuads => RdfFormat::NQuads,
        Format::Turtle => RdfFormat::Turtle,
        Format::TriG => RdfFormat::TriG,
        Format::RdfXml => RdfFormat::RdfXml,
        Format::N3 => RdfFormat::N3,
        Format::JsonLd => RdfFormat::JsonLd { profile: JsonLdProfileSet::empty() },
        _ => return None,
    })
}

fn broken(place: &str, format: Format, error: &RdfSyntaxError) -> Error {
    let message = error.to_string();
    let (place, what) = match (error.location(), message.split_once(": ")) {
        (Some(at), Some((_, what))) => {
            (format!("{place}:{}:{}", at.start.line + 1, at.start.column + 1), what)
        }
        _ => (place.to_owned(), message.as_str()),
    };
    Error::invalid(place, format!("not {}: {what}", format.title()))
}

/// Triples that say nothing a graph can hold.
#[derive(Default)]
struct Foreign {
    count: usize,
    first: Option<String>,
}

impl Foreign {
    fn add(&mut self, triple: impl FnOnce() -> String) {
        self.count += 1;
        self.first.get_or_insert_with(triple);
    }

    fn any(&self) -> bool {
        self.count > 0
    }

    fn remark(self, place: &str) -> Option<String> {
        let first = self.first?;
        let (count, say) = (self.count, if self.count == 1 { "triple says" } else { "triples say" });
        Some(format!("{place}: {count} {say} what a graph cannot hold and were left out, such as {first}"))
    }
}

/// All triples, by subject.
struct Triples<'a> {
    keys: Keys<'a>,
    nodes: BTreeMap<String, Vec<(Key<'a>, Term)>>,
    foreign: Foreign,
}

impl Triples<'_> {
    fn add(&mut self, quad: Quad) {
        let known = self.keys.get(quad.predicate.as_str());
        match (quad.subject, known) {
            (NamedOrBlankNode::NamedNode(subject), Some(key)) => {
                self.nodes.entry(subject.into_string()).or_default().push((key, quad.object));
            }
            (subject, _) => self.foreign.add(|| format!("{subject} {} {}", quad.predicate, quad.object)),
        }
    }
}
