//! GEXF 1.3 for Gephi: typed attributes, colours, and the time of each edge, so that the timeline works.
//!
//! Titles of attributes differ from each other and from Gephi's own columns in more than case, which Gephi ignores.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::Write;

use super::diagram::rgb;
use super::each::write_each;
use super::graphml::{attribute, simple, text_of};
use super::not_written;
use super::property::{
    OF_ENTITIES, OF_STATEMENTS, Property, Type, Value, days, edges, of_entity, of_statement,
};
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
    declare("node", named(&OF_ENTITIES), &["mentions"], &mut head);
    declare("edge", named(&OF_STATEMENTS), &["quote", "evidence"], &mut head);
    head.push_str("    <nodes>\n");
    out.write_all(head.as_bytes()).map_err(not_written)?;
    write_each(&graph.entities, |entity, text| node(entity, vocabulary, text), out)?;
    out.write_all(b"    </nodes>\n    <edges>\n").map_err(not_written)?;
    write_each(&edges, |(statement, relation), text| edge(statement, relation, text), out)?;
    out.write_all(b"    </edges>\n  </graph>\n</gexf>\n").map_err(not_written)
}

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <meta>
    <creator>Legation</creator>
  </meta>
  <graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">
"#;

/// The properties that are attributes: all but the label, which comes first and has a place of its own.
fn named(properties: &[Property]) -> &[Property] {
    properties.get(1..).unwrap_or_default()
}

/// Declares attributes; their ids count from 0.
fn declare(class: &str, properties: &[Property], more: &[&str], out: &mut String) {
    let _ = writeln!(out, "    <attributes class=\"{class}\" mode=\"static\">");
    let declared = properties.iter().map(|property| (property.name, type_name(property.kind)));
    for (id, (title, kind)) in declared.chain(more.iter().map(|&title| (title, "string"))).enumerate() {
        let _ = writeln!(out, "      <attribute id=\"{id}\" title=\"{title}\" type=\"{kind}\"/>");
    }
    out.push_str("    </attributes>\n");
}

const fn type_name(kind: Type) -> &'static str {
    match kind {
        Type::Text | Type::Day | Type::Texts => "string",
        Type::Whole => "long",
        Type::Share => "double",
        Type::Truth => "boolean",
    }
}

fn node(entity: &Entity, vocabulary: &Vocabulary, out: &mut String) {
    out.push_str("      <node");
    attribute("id", &entity.id, out);
    attribute("label", &entity.label, out);
    out.push_str(">\n");
    let mentions = (!entity.mentions.is_empty()).then(|| text_of(&entity.mentions).into());
    attributes(&of_entity(entity), [mentions], out);
    colour(vocabulary.kind(entity.kind).map(|term| term.colour.as_str()), out);
    out.push_str("      </node>\n");
}

fn edge(statement: &Statement, relation: &Relation, out: &mut String) {
    let Statement { id, subject, object, evidence, .. } = statement;
    let values = of_statement(statement, relation);
    let label = values[0].as_ref().and_then(simple).unwrap_or_default();
    out.push_str("      <edge");
    for (name, value) in
        [("id", &**id), ("source", subject), ("target", object), ("label", &label), ("kind", &relation.name)]
    {
        attribute(name, value, out);
    }
    let (first, last) = days(statement);
    for (name, day) in [("start", first), ("end", last)] {
        if let Some(day) = day {
            attribute(name, &day.to_string(), out);
        }
    }
    attribute("weight", &evidence.len().max(1).to_string(), out);
    out.push_str(">\n");
    let quote = evidence.first().map(|evidence| Cow::Borrowed(&*evidence.quote));
    let passages = quote.is_some().then(|| text_of(evidence).into());
    attributes(&values, [quote, passages], out);
    colour(Some(&relation.colour), out);
    out.push_str("      </edge>\n");
}

/// The attributes that have a value, in the order of their declaration; the first value is the label.
fn attributes<const N: usize>(values: &[Option<Value>], more: [Option<Cow<str>>; N], out: &mut String) {
    let values = values.iter().skip(1).map(|value| value.as_ref().and_then(simple));
    out.push_str("        <attvalues>\n");
    for (id, text) in values.chain(more).enumerate() {
        if let Some(text) = text {
            out.push_str("          <attvalue");
            attribute("for", itoa::Buffer::new().format(id), out);
            attribute("value", &text, out);
            out.push_str("/>\n");
        }
    }
    out.push_str("        </attvalues>\n");
}

fn colour(colour: Option<&str>, out: &mut String) {
    if let Some([r, g, b]) = colour.and_then(rgb) {
        let _ = writeln!(out, "        <viz:color r=\"{r}\" g=\"{g}\" b=\"{b}\"/>");
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
