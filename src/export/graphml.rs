//! `GraphML`: every property a declared key with its type. Lists, passages and sources, which `GraphML` has no form for,
//! are JSON in a string.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::json;

use super::not_written;
use super::property::{
    OF_ENTITIES, OF_STATEMENTS, Property, Type, Value, of_entity, of_statement, relations,
};
use super::xml::escape;
use crate::Error;
use crate::graph::{Entity, GraphDocument, Statement};
use crate::vocabulary::{Relation, Vocabulary};

/// Writes the graph.
pub(super) fn write(
    graph: &GraphDocument,
    vocabulary: &Vocabulary,
    out: &mut dyn Write,
) -> Result<(), Error> {
    let relations = relations(graph, vocabulary)?;
    file(graph, &relations, out).map_err(not_written)
}

fn file(graph: &GraphDocument, relations: &[&Relation], out: &mut dyn Write) -> io::Result<()> {
    out.write_all(HEAD.as_bytes())?;
    keys("node", "n", &OF_ENTITIES, &["mentions"], out)?;
    keys("edge", "e", &OF_STATEMENTS, &["quote", "evidence"], out)?;
    keys("graph", "g", &[], &["sources"], out)?;
    out.write_all(b"  <graph id=\"legation\" edgedefault=\"directed\">\n")?;
    data("g", "sources", &text_of(&graph.documents), out)?;
    for entity in &graph.entities {
        node(entity, out)?;
    }
    for (statement, relation) in graph.statements.iter().zip(relations) {
        edge(statement, relation, out)?;
    }
    out.write_all(b"  </graph>\n</graphml>\n")
}

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"#;

/// Declares properties and further strings of nodes, edges or the graph; ids of keys begin with `prefix`.
fn keys(
    of: &str,
    prefix: &str,
    properties: &[Property],
    more: &[&str],
    out: &mut dyn Write,
) -> io::Result<()> {
    let declared = properties.iter().map(|property| (property.name, type_name(property.kind)));
    for (name, kind) in declared.chain(more.iter().map(|&name| (name, "string"))) {
        writeln!(
            out,
            "  <key id=\"{prefix}_{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>"
        )?;
    }
    Ok(())
}

const fn type_name(kind: Type) -> &'static str {
    match kind {
        Type::Text | Type::Day | Type::Texts => "string",
        Type::Whole => "long",
        Type::Share => "double",
        Type::Truth => "boolean",
    }
}

fn node(entity: &Entity, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "    <node id=\"{}\">", escape(&entity.id))?;
    values("n", &OF_ENTITIES, &of_entity(entity), out)?;
    if !entity.mentions.is_empty() {
        data("n", "mentions", &text_of(&entity.mentions), out)?;
    }
    out.write_all(b"    </node>\n")
}

fn edge(statement: &Statement, relation: &Relation, out: &mut dyn Write) -> io::Result<()> {
    let [id, subject, object] = [&statement.id, &statement.subject, &statement.object].map(|id| escape(id));
    writeln!(out, "    <edge id=\"{id}\" source=\"{subject}\" target=\"{object}\">")?;
    values("e", &OF_STATEMENTS, &of_statement(statement, relation), out)?;
    if let Some(evidence) = statement.evidence.first() {
        data("e", "quote", &evidence.quote, out)?;
        data("e", "evidence", &text_of(&statement.evidence), out)?;
    }
    out.write_all(b"    </edge>\n")
}

fn values(
    prefix: &str,
    properties: &[Property],
    values: &[Option<Value>],
    out: &mut dyn Write,
) -> io::Result<()> {
    for (property, value) in properties.iter().zip(values) {
        if let Some(text) = value.as_ref().and_then(simple) {
            data(prefix, property.name, &text, out)?;
        }
    }
    Ok(())
}

/// A value as text; a list is JSON, and none if it is empty.
pub(super) fn simple(value: &Value) -> Option<String> {
    Some(match value {
        Value::Text(text) => text.to_string(),
        Value::Whole(number) => number.to_string(),
        Value::Share(share) => share.to_string(),
        Value::Truth(truth) => truth.to_string(),
        Value::Day(day) => day.to_string(),
        Value::Texts([]) => return None,
        Value::Texts(texts) => text_of(texts),
    })
}

/// JSON in which what XML 1.0 cannot hold is spelt out: `serde_json` does so but for two characters.
pub(super) fn text_of(value: &(impl Serialize + ?Sized)) -> String {
    json!(value).to_string().replace('\u{fffe}', "\\ufffe").replace('\u{ffff}', "\\uffff")
}

fn data(prefix: &str, name: &str, text: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "      <data key=\"{prefix}_{name}\">{}</data>", escape(text))
}
