//! GEXF 1.3 for Gephi: typed attributes, colours, and the time of each edge, so that the timeline works.
//!
//! Titles of attributes differ from each other and from Gephi's own columns in more than case, which Gephi ignores.

use std::io::{self, Write};

use super::diagram::rgb;
use super::graphml::{simple, text_of};
use super::not_written;
use super::property::{
    OF_ENTITIES, OF_STATEMENTS, Property, Type, Value, days, of_entity, of_statement, relations,
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
    file(graph, vocabulary, &relations, out).map_err(not_written)
}

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <meta>
    <creator>Legation</creator>
  </meta>
  <graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">
"#;

fn file(
    graph: &GraphDocument,
    vocabulary: &Vocabulary,
    relations: &[&Relation],
    out: &mut dyn Write,
) -> io::Result<()> {
    out.write_all(HEAD.as_bytes())?;
    declare("node", named(&OF_ENTITIES), &["mentions"], out)?;
    declare("edge", named(&OF_STATEMENTS), &["quote", "evidence"], out)?;
    out.write_all(b"    <nodes>\n")?;
    for entity in &graph.entities {
        node(entity, vocabulary, out)?;
    }
    out.write_all(b"    </nodes>\n    <edges>\n")?;
    for (statement, relation) in graph.statements.iter().zip(relations) {
        edge(statement, relation, out)?;
    }
    out.write_all(b"    </edges>\n  </graph>\n</gexf>\n")
}

/// The properties that are attributes: all but the label, which comes first and has a place of its own.
fn named(properties: &[Property]) -> &[Property] {
    properties.get(1..).unwrap_or_default()
}

/// Declares attributes; their ids count from 0.
fn declare(class: &str, properties: &[Property], more: &[&str], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "    <attributes class=\"{class}\" mode=\"static\">")?;
    let declared = properties.iter().map(|property| (property.name, type_name(property.kind)));
    for (id, (title, kind)) in declared.chain(more.iter().map(|&title| (title, "string"))).enumerate() {
        writeln!(out, "      <attribute id=\"{id}\" title=\"{title}\" type=\"{kind}\"/>")?;
    }
    out.write_all(b"    </attributes>\n")
}

const fn type_name(kind: Type) -> &'static str {
    match kind {
        Type::Text | Type::Day | Type::Texts => "string",
        Type::Whole => "long",
        Type::Share => "double",
        Type::Truth => "boolean",
    }
}

fn node(entity: &Entity, vocabulary: &Vocabulary, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "      <node id=\"{}\" label=\"{}\">", escape(&entity.id), escape(&entity.label))?;
    let mentions = (!entity.mentions.is_empty()).then(|| text_of(&entity.mentions));
    attributes(&of_entity(entity), [mentions], out)?;
    colour(vocabulary.kind(entity.kind).map(|term| term.colour.as_str()), out)?;
    out.write_all(b"      </node>\n")
}

fn edge(statement: &Statement, relation: &Relation, out: &mut dyn Write) -> io::Result<()> {
    let [id, subject, object] = [&statement.id, &statement.subject, &statement.object].map(|id| escape(id));
    let values = of_statement(statement, relation);
    let label = values[0].as_ref().and_then(simple).unwrap_or_default();
    write!(out, "      <edge id=\"{id}\" source=\"{subject}\" target=\"{object}\"")?;
    write!(out, " label=\"{}\" kind=\"{}\"", escape(&label), escape(&relation.name))?;
    let (first, last) = days(statement);
    for (name, day) in [("start", first), ("end", last)] {
        if let Some(day) = day {
            write!(out, " {name}=\"{day}\"")?;
        }
    }
    writeln!(out, " weight=\"{}\">", statement.evidence.len().max(1))?;
    let quote = statement.evidence.first().map(|evidence| evidence.quote.clone());
    let evidence = quote.is_some().then(|| text_of(&statement.evidence));
    attributes(&values, [quote, evidence], out)?;
    colour(Some(&relation.colour), out)?;
    out.write_all(b"      </edge>\n")
}

/// The attributes that have a value, in the order of their declaration; the first value is the label.
fn attributes<const N: usize>(
    values: &[Option<Value>],
    more: [Option<String>; N],
    out: &mut dyn Write,
) -> io::Result<()> {
    let values = values.iter().skip(1).map(|value| value.as_ref().and_then(simple));
    out.write_all(b"        <attvalues>\n")?;
    for (id, text) in values.chain(more).enumerate() {
        if let Some(text) = text {
            writeln!(out, "          <attvalue for=\"{id}\" value=\"{}\"/>", escape(&text))?;
        }
    }
    out.write_all(b"        </attvalues>\n")
}

fn colour(colour: Option<&str>, out: &mut dyn Write) -> io::Result<()> {
    match colour.and_then(rgb) {
        Some([r, g, b]) => writeln!(out, "        <viz:color r=\"{r}\" g=\"{g}\" b=\"{b}\"/>"),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn titles_differ_in_more_than_case() {
        for (properties, more) in
            [(&OF_ENTITIES[..], &["mentions"][..]), (&OF_STATEMENTS, &["quote", "evidence"])]
        {
            let own = ["id", "label", "interval", "timeset", "source", "target", "type", "weight"];
            let titles = named(properties).iter().map(|p| p.name).chain(more.iter().copied()).chain(own);
            let titles: Vec<String> = titles.map(str::to_lowercase).collect();
            assert_eq!(titles.iter().collect::<BTreeSet<_>>().len(), titles.len(), "{titles:?}");
        }
    }
}
