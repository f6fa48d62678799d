//! A script that loads the graph into Neo4j and what speaks its language.
//!
//! Everything is merged by id, names and evidence are united: run again it changes nothing, and scripts of several
//! graphs may be run one after the other. No statement of the script is much larger than [`BYTES`].

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

use super::not_written;
use super::property::{
    self, OF_ENTITIES, OF_STATEMENTS, Property, Value, edge_type, mentions, of_entity, of_statement,
};
use super::rdf::passage_iri;
use crate::Error;
use crate::graph::{Entity, Evidence, GraphDocument, Kind, Statement};
use crate::vocabulary::{Relation, Vocabulary};

/// Most rows of one statement of the script.
const ROWS: usize = 500;
/// Most bytes of rows of one statement of the script, unless a single row has more.
const BYTES: usize = 200_000;

const HEAD: &str = "\
// Loads the graph; loading it again changes nothing. Neo4j 5: cypher-shell -f FILE
// Elsewhere leave out the constraints if they are refused, and make an index on the id of Entity, Source and Evidence.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT source_id IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT evidence_id IF NOT EXISTS FOR (n:Evidence) REQUIRE n.id IS UNIQUE;
";

/// Writes the script.
pub(super) fn write(
    graph: &GraphDocument,
    vocabulary: &Vocabulary,
    out: &mut dyn Write,
) -> Result<(), Error> {
    let mut statements: BTreeMap<String, Vec<(&Statement, &Relation)>> = BTreeMap::new();
    for statement in &graph.statements {
        let relation = vocabulary.relation(&statement.relation)?;
        statements.entry(edge_type(statement, relation)).or_default().push((statement, relation));
    }
    script(graph, &statements, out).map_err(not_written)
}

fn script(
    graph: &GraphDocument,
    statements: &BTreeMap<String, Vec<(&Statement, &Relation)>>,
    out: &mut dyn Write,
) -> io::Result<()> {
    out.write_all(HEAD.as_bytes())?;
    for kind in Kind::ALL {
        let rows = graph.entities.iter().filter(|entity| entity.kind == kind).map(entity_row);
        batches(rows, &merge_entities(kind), out)?;
    }
    batches(property::sources(graph).into_iter().map(source_row), MERGE_SOURCES, out)?;
    let evidence = property::evidence(graph);
    batches(evidence.iter().map(|evidence| evidence_row(evidence)), MERGE_EVIDENCE, out)?;
    for (kind, statements) in statements {
        let rows = statements.iter().map(|(statement, relation)| statement_row(statement, relation));
        batches(rows, &merge_statements(kind), out)?;
    }
    batches(graph.entities.iter().flat_map(mention_rows), MERGE_MENTIONS, out)
}

fn merge_entities(kind: Kind) -> String {
    format!(
        "MERGE (n:Entity:{} {{id: row.id}})\nSET n.label = row.label, n.kind = row.kind, {}, {}",
        name(kind.name()),
        united("n", "aliases"),
        united("n", "sameAs")
    )
}

const MERGE_SOURCES: &str = "MERGE (n:Source {id: row.id})\nSET n += row";

const MERGE_EVIDENCE: &str = "MERGE (n:Evidence {id: row.id})\n\
    SET n.`start` = row.`start`, n.`end` = row.`end`, n.quote = row.quote\n\
    WITH n, row MATCH (s:Source {id: row.source}) MERGE (n)-[:QUOTED_FROM]->(s)";

const MERGE_MENTIONS: &str = "MATCH (n:Entity {id: row.id}), (s:Source {id: row.source})\n\
    MERGE (n)-[r:MENTIONED_IN]->(s)\nSET r.starts = row.starts, r.ends = row.ends";

fn merge_statements(kind: &str) -> String {
    format!(
        "MATCH (a:Entity {{id: row.subject}}), (b:Entity {{id: row.object}})\n\
         MERGE (a)-[r:{} {{id: row.id}}]->(b)\nSET r += row.said, {}\nSET r.support = size(r.evidence)",
        name(kind),
        united("r", "evidence")
    )
}

/// What the database has and what the row has.
fn united(of: &str, list: &str) -> String {
    format!("{of}.{list} = [x IN coalesce({of}.{list}, []) WHERE NOT x IN row.{list}] + row.{list}")
}

/// Rows in statements of bounded size, each followed by what is done with its rows.
fn batches(rows: impl Iterator<Item = String>, then: &str, out: &mut dyn Write) -> io::Result<()> {
    let (mut batch, mut number) = (String::new(), 0);
    for row in rows {
        if number == ROWS || (number > 0 && batch.len() + row.len() > BYTES) {
            statement(&batch, then, out)?;
            batch.clear();
            number = 0;
        }
        batch.push_str(if number == 0 { "  " } else { ",\n  " });
        batch.push_str(&row);
        number += 1;
    }
    if number > 0 { statement(&batch, then, out) } else { Ok(()) }
}

fn statement(rows: &str, then: &str, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "UNWIND [\n{rows}\n] AS row\n{then};\n")
}

fn entity_row(entity: &Entity) -> String {
    format!("{{id: {}{}}}", string(&entity.id), map(&OF_ENTITIES, &of_entity(entity), ", "))
}

fn source_row((id, record): (&str, Option<&crate::graph::DocumentRecord>)) -> String {
    let mut row = format!("{{id: {}", string(id));
    let known = record
        .map(|r| [("title", r.title.as_deref()), ("date", r.date.as_deref()), ("source", Some(&*r.source))]);
    for (key, value) in known.into_iter().flatten() {
        if let Some(value) = value {
            let _ = write!(row, ", {key}: {}", string(value));
        }
    }
    row + "}"
}

fn evidence_row(evidence: &Evidence) -> String {
    let Evidence { document, start, end, quote } = evidence;
    let id = string(&passage_iri(evidence));
    let (source, quote) = (string(document), string(quote));
    format!("{{id: {id}, source: {source}, `start`: {start}, `end`: {end}, quote: {quote}}}")
}

fn statement_row(statement: &Statement, relation: &Relation) -> String {
    let evidence: Vec<String> = statement.evidence.iter().map(passage_iri).collect();
    format!(
        "{{id: {}, subject: {}, object: {}, evidence: {}, said: {{{}}}}}",
        string(&statement.id),
        string(&statement.subject),
        string(&statement.object),
        strings(&evidence),
        map(&OF_STATEMENTS, &of_statement(statement, relation), "")
    )
}

fn mention_rows(entity: &Entity) -> impl Iterator<Item = String> {
    mentions(entity).into_iter().map(|(document, (starts, ends))| {
        let (id, source) = (string(&entity.id), string(document));
        format!("{{id: {id}, source: {source}, starts: {starts:?}, ends: {ends:?}}}")
    })
}

/// The properties that have a value, as the inside of a map; `before` stands before the first.
fn map(properties: &[Property], values: &[Option<Value>], before: &str) -> String {
    let mut out = String::new();
    let mut separator = before;
    for (property, value) in properties.iter().zip(values) {
        let value = match value {
            None => continue,
            Some(Value::Text(text)) => string(text),
            Some(Value::Whole(number)) => number.to_string(),
            Some(Value::Share(share)) => share.to_string(),
            Some(Value::Truth(truth)) => truth.to_string(),
            Some(Value::Day(day)) => format!("date('{day}')"),
            Some(Value::Texts(texts)) => strings(texts),
        };
        let _ = write!(out, "{separator}{}: {value}", name(property.name));
        separator = ", ";
    }
    out
}

fn strings(texts: &[String]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| string(text)).collect();
    format!("[{}]", texts.join(", "))
}

/// A label, type or key: in backticks, for it may be a word of the language or begin with a digit.
fn name(text: &str) -> String {
    format!("`{}`", text.replace('`', "``"))
}

/// A string. Some versions read `\u` as the beginning of a character even behind another backslash, so a string is
/// broken in two where a `u` follows a backslash.
fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('\'');
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' if matches!(chars.peek(), Some('u' | 'U')) => out.push_str("\\\\' + '"),
            '\\' => out.push_str("\\\\"),
            '\'' => out.push_str("\\'"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('\'');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_escaped() {
        assert_eq!(string("l'O\"\\\n\u{7}🇯🇵"), r#"'l\'O"\\\n\u0007🇯🇵'"#);
        assert_eq!(string(r"\u0027 \U \\u"), r"'\\' + 'u0027 \\' + 'U \\\\' + 'u'");
        assert_eq!(name("a`b"), "`a``b`");
    }

    #[test]
    fn no_statement_of_the_script_is_too_large() {
        let mut out = Vec::new();
        let rows = (0..1201).map(|at| format!("{{id: '{at}'}}")).chain(["x".repeat(BYTES + 1), "y".into()]);
        batches(rows, "RETURN 1", &mut out).unwrap();
        let script = String::from_utf8(out).unwrap();
        let sizes: Vec<usize> = script.split("UNWIND").skip(1).map(|part| part.lines().count() - 3).collect();
        assert_eq!(sizes, [500, 500, 201, 1, 1]);
    }
}
