//! The least a program can do to turn facts in JSON Lines into N-Triples: `minimal facts.jsonl facts.nt`. It checks
//! nothing, knows no vocabulary, and writes eight triples for each relation.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Result, Write};

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Fact<'a> {
    Entity {
        id: &'a str,
        kind: &'a str,
        #[serde(borrow)]
        label: Cow<'a, str>,
        #[serde(borrow)]
        aliases: Vec<Cow<'a, str>>,
    },
    Relation {
        id: &'a str,
        subject: &'a str,
        relation: &'a str,
        object: &'a str,
        date: &'a str,
        document: &'a str,
        #[serde(borrow)]
        quote: Cow<'a, str>,
        confidence: f64,
    },
}

const TERMS: &str = "http://example.org/facts/v/";
const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const XSD: &str = "http://www.w3.org/2001/XMLSchema#";

/// Adds the parts, one after the other.
macro_rules! push {
    ($out:ident, $($part:expr),+) => { $( $out.extend_from_slice($part.as_bytes()); )+ };
}

fn escaped<'a>(text: &'a str) -> Cow<'a, str> {
    if !text.contains(['\\', '"', '\n', '\r']) {
        return Cow::Borrowed(text);
    }
    let text = text.replace('\\', "\\\\").replace('"', "\\\"");
    Cow::Owned(text.replace('\n', "\\n").replace('\r', "\\r"))
}

fn main() -> Result<()> {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    let mut lines = BufReader::with_capacity(1 << 20, File::open(&paths[0])?);
    let mut file = BufWriter::with_capacity(1 << 20, File::create(&paths[1])?);
    let (mut line, mut out) = (String::new(), Vec::with_capacity(4096));
    let mut documents = HashSet::new();
    while { line.clear(); lines.read_line(&mut line)? } > 0 {
        out.clear();
        match serde_json::from_str(&line)? {
            Fact::Entity { id, kind, label, aliases } => {
                push!(out, "<http://example.org/facts/e/", id, "> <", RDF, "type> <", TERMS, kind, "> .\n");
                push!(out, "<http://example.org/facts/e/", id, "> <http://www.w3.org/2000/01/rdf-schema#label> \"");
                push!(out, escaped(&label), "\" .\n");
                for alias in aliases {
                    push!(out, "<http://example.org/facts/e/", id, "> <http://www.w3.org/2004/02/skos/core#altLabel> \"");
                    push!(out, escaped(&alias), "\" .\n");
                }
            }
            Fact::Relation { id, subject, relation, object, date, document, quote, confidence } => {
                let (subject, object) =
                    (["<http://example.org/facts/e/", subject, ">"].concat(), ["<http://example.org/facts/e/", object, ">"].concat());
                let node = ["<http://example.org/facts/s/", id, "> <"].concat();
                push!(out, subject, " <", TERMS, relation, "> ", object, " .\n");
                push!(out, node, RDF, "subject> ", subject, " .\n");
                push!(out, node, RDF, "predicate> <", TERMS, relation, "> .\n");
                push!(out, node, RDF, "object> ", object, " .\n");
                push!(out, node, TERMS, "date> \"", date, "\"^^<", XSD, "date> .\n");
                push!(out, node, "http://www.w3.org/ns/prov#wasDerivedFrom> <http://example.org/facts/d/", document, "> .\n");
                push!(out, node, TERMS, "quote> \"", escaped(&quote), "\" .\n");
                push!(out, node, TERMS, "confidence> \"", confidence.to_string(), "\"^^<", XSD, "decimal> .\n");
                if !documents.contains(document) {
                    documents.insert(document.to_owned());
                    push!(out, "<http://example.org/facts/d/", document, "> <", RDF, "type> <", TERMS, "Document> .\n");
                }
            }
        }
        file.write_all(&out)?;
    }
    file.flush()
}
