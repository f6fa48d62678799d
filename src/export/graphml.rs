//! `GraphML`: every property a declared key with its type. Lists, passages and sources, which `GraphML` has no form for,
//! are JSON in a string.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::Write;

use serde::Serialize;

use super::each::write_each;
use super::not_written;
use super::property::{OF_ENTITIES, OF_STATEMENTS, Property, Type, Value, edges, of_entity, of_statement};
use super::runs;
use super::xml::escaped;
use crate::Error;
use crate::graph::{Entity, GraphDocument, Statement};
use crate::vocabulary::{Relation, Vocabulary};

/// Writes the graph.
pub(super) fn write(
    graph: &GraphDocument,
    vocabulary: &Vocabulary,
    out: &mut (dyn Write + Send),
) -> Result<(), Error> {
    let edges = edges(graph, vocabulary)?;
    let mut head = HEAD.to_owned();
    declare("node", "n", &OF_ENTITIES, &["mentions"], &mut head);
    declare("edge", "e", &OF_STATEMENTS, &["quote", "evidence"], &mut head);
    declare("graph", "g", &[], &["sources"], &mut head);
    head.push_str("  <graph id=\"legation\" edgedefault=\"directed\">\n");
    data("g", "sources", &text_of(&graph.documents), &mut head);
    out.write_all(head.as_bytes()).map_err(not_written)?;
    write_each(&graph.entities, node, out)?;
    write_each(&edges, |(statement, relation), text| edge(statement, relation, text), out)?;
    out.write_all(b"  </graph>\n</graphml>\n").map_err(not_written)
}

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"#;

/// Declares properties and further strings of nodes, edges or the graph; ids of keys begin with `prefix`.
fn declare(of: &str, prefix: &str, properties: &[Property], more: &[&str], out: &mut String) {
    let declared = properties.iter().map(|property| (property.name, type_name(property.kind)));
    for (name, kind) in declared.chain(more.iter().map(|&name| (name, "string"))) {
        let _ = writeln!(
            out,
            "  <key id=\"{prefix}_{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>"
        );
    }
}

const fn type_name(kind: Type) -> &'static str {
    match kind {
        Type::Text | Type::Day | Type::Texts => "string",
        Type::Whole => "long",
        Type::Share => "double",
        Type::Truth => "boolean",
    }
}

fn node(entity: &Entity, out: &mut String) {
    tag("    <node", &[("id", &entity.id)], out);
    values("n", &OF_ENTITIES, &of_entity(entity), out);
    if !entity.mentions.is_empty() {
        data("n", "mentions", &text_of(&entity.mentions), out);
    }
    out.push_str("    </node>\n");
}

fn edge(statement: &Statement, relation: &Relation, out: &mut String) {
    let Statement { id, subject, object, .. } = statement;
    tag("    <edge", &[("id", id), ("source", subject), ("target", object)], out);
    values("e", &OF_STATEMENTS, &of_statement(statement, relation), out);
    if let Some(evidence) = statement.evidence.first() {
        data("e", "quote", &evidence.quote, out);
        data("e", "evidence", &text_of(&statement.evidence), out);
    }
    out.push_str("    </edge>\n");
}

fn tag(start: &str, attributes: &[(&str, &str)], out: &mut String) {
    out.push_str(start);
    for (name, value) in attributes {
        attribute(name, value, out);
    }
    out.push_str(">\n");
}

/// Adds an attribute of an element.
pub(super) fn attribute(name: &str, value: &str, out: &mut String) {
    out.extend([" ", name, "=\""]);
    out.extend(escaped(value));
    out.push('"');
}

fn values(prefix: &str, properties: &[Property], values: &[Option<Value>], out: &mut String) {
    for (property, value) in properties.iter().zip(values) {
        if let Some(text) = value.as_ref().and_then(simple) {
            data(prefix, property.name, &text, out);
        }
    }
}

/// A value as text; a list is JSON, and none if it is empty.
pub(super) fn simple<'v>(value: &'v Value) -> Option<Cow<'v, str>> {
    match value {
        Value::Texts([]) => None,
        Value::Texts(texts) => Some(text_of(texts).into()),
        scalar => scalar.scalar(),
    }
}

/// JSON in which what XML 1.0 cannot hold is spelt out: `serde_json` does so but for two characters.
pub(super) fn text_of(value: &(impl Serialize + ?Sized)) -> String {
    // No value of ours is refused: every key is a string.
    let json = serde_json::to_string(value).unwrap_or_default();
    let spelt_out = |character| match character {
        "\u{fffe}" => "\\ufffe",
        "\u{ffff}" => "\\uffff",
        other => other,
    };
    runs::escaped(&json, [0xef], spelt_out).collect()
}

fn data(prefix: &str, name: &str, text: &str, out: &mut String) {
    out.extend(["      <data key=\"", prefix, "_", name, "\">"]);
    out.extend(escaped(text));
    out.push_str("</data>\n");
}
