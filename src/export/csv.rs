//! Tables with the headers that Neo4j's bulk import reads, and that any other reader of CSV can use.
//!
//! Entities, sources and passages are nodes, statements are relationships. A cell that a spreadsheet would take for a
//! formula is written with an apostrophe before it, see [`cell`].

use std::borrow::Cow;
use std::io::Write;

use memchr::{memchr, memchr3};

use super::each::write_each;
use super::not_written;
use super::property::{
    self, OF_ENTITIES, OF_STATEMENTS, Property, Type, Value, edge_type, mentions, of_entity, of_statement,
};
use super::rdf::passage_iri;
use super::runs::escaped;
use crate::Error;
use crate::graph::{DocumentRecord, Entity, Evidence, GraphDocument, Statement};
use crate::vocabulary::{Relation, Vocabulary};

/// One of the tables that make up a graph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// Entities: label, kind, other names, links.
    #[default]
    Nodes,
    /// Statements between them.
    Relationships,
    /// The passages that statements rest on.
    Evidence,
    /// The documents that passages stand in.
    Sources,
    /// Which passage is quoted from which source, and which sources name which entity.
    Links,
}

impl Table {
    /// Every table.
    pub const ALL: [Self; 5] = [Self::Nodes, Self::Relationships, Self::Evidence, Self::Sources, Self::Links];

    /// What its file is called after the graph: `graph-nodes.csv`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Nodes => "nodes",
            Self::Relationships => "relationships",
            Self::Evidence => "evidence",
            Self::Sources => "sources",
            Self::Links => "links",
        }
    }
}

/// Writes one table of the graph.
pub(super) fn write(
    graph: &GraphDocument,
    vocabulary: &Vocabulary,
    table: Table,
    out: &mut (dyn Write + Send),
) -> Result<(), Error> {
    let mut head = |names: &str| out.write_all(names.as_bytes()).map_err(not_written);
    match table {
        Table::Nodes => {
            head(&header(&["id:ID"], &OF_ENTITIES, &[":LABEL"]))?;
            write_each(&graph.entities, node, out)
        }
        Table::Relationships => {
            let ends = [":START_ID", ":END_ID", ":TYPE", "id"];
            head(&header(&ends, &OF_STATEMENTS, &["evidence:string[]"]))?;
            let edges = property::edges(graph, vocabulary)?;
            write_each(&edges, |(statement, relation), rows| relationship(statement, relation, rows), out)
        }
        Table::Evidence => {
            head("id:ID,source,start:long,end:long,quote,:LABEL\n")?;
            write_each(&property::evidence(graph), |evidence, rows| passage(evidence, rows), out)
        }
        Table::Sources => {
            head("id:ID,title,date,source,:LABEL\n")?;
            let sources: Vec<_> = property::sources(graph).into_iter().collect();
            write_each(&sources, |&(id, record), rows| source(id, record, rows), out)
        }
        Table::Links => {
            head(":START_ID,:END_ID,:TYPE,starts:long[],ends:long[]\n")?;
            write_each(&property::evidence(graph), |evidence, rows| quoted_from(evidence, rows), out)?;
            write_each(&graph.entities, mentioned_in, out)
        }
    }
}

fn header(before: &[&str], properties: &[Property], after: &[&str]) -> String {
    let named = properties.iter().map(|p| format!("{}{}", p.name, suffix(p.kind)));
    let before = before.iter().map(|&name| name.to_owned());
    let names: Vec<String> = before.chain(named).chain(after.iter().map(|&name| name.to_owned())).collect();
    names.join(",") + "\n"
}

fn node(entity: &Entity, rows: &mut String) {
    field(&entity.id, rows);
    values(&of_entity(entity), rows);
    end(&format!("Entity;{}", entity.kind.name()), rows);
}

fn relationship(statement: &Statement, relation: &Relation, rows: &mut String) {
    field(&statement.subject, rows);
    field(&statement.object, rows);
    field(&edge_type(statement, relation), rows);
    field(&statement.id, rows);
    values(&of_statement(statement, relation), rows);
    let passages = statement.evidence.iter().map(passage_iri);
    end(&list(passages), rows);
}

fn passage(evidence: &Evidence, rows: &mut String) {
    let Evidence { document, start, end, quote } = evidence;
    let [mut first, mut last] = [itoa::Buffer::new(), itoa::Buffer::new()];
    row(
        &[&passage_iri(evidence), document, first.format(*start), last.format(*end), quote, "Evidence"],
        rows,
    );
}

fn source(id: &str, record: Option<&DocumentRecord>, rows: &mut String) {
    let title = record.and_then(|r| r.title.as_deref()).unwrap_or_default();
    let date = record.and_then(|r| r.date.as_deref()).unwrap_or_default();
    row(&[id, title, date, record.map_or("", |r| r.source.as_str()), "Source"], rows);
}

fn quoted_from(evidence: &Evidence, rows: &mut String) {
    row(&[&passage_iri(evidence), &evidence.document, "QUOTED_FROM", "", ""], rows);
}

fn mentioned_in(entity: &Entity, rows: &mut String) {
    for (document, places) in mentions(entity) {
        let [starts, ends] = <[Vec<usize>; 2]>::from(places)
            .map(|at| at.iter().map(ToString::to_string).collect::<Vec<_>>().join(";"));
        row(&[&entity.id, document, "MENTIONED_IN", &starts, &ends], rows);
    }
}

fn values(values: &[Option<Value>], rows: &mut String) {
    for value in values {
        match value {
            None => field("", rows),
            Some(Value::Texts(texts)) => field(&list(*texts), rows),
            Some(Value::Whole(number)) => field(itoa::Buffer::new().format(*number), rows),
            Some(scalar) => field(&scalar.scalar().unwrap_or_default(), rows),
        }
    }
}

fn row(cells: &[&str], rows: &mut String) {
    if let Some((last, before)) = cells.split_last() {
        for text in before {
            field(text, rows);
        }
        end(last, rows);
    }
}

/// Adds a cell that is not the last of its row.
fn field(text: &str, rows: &mut String) {
    push(&cell(text), rows);
    rows.push(',');
}

/// Adds the last cell of a row.
fn end(text: &str, rows: &mut String) {
    push(&cell(text), rows);
    rows.push('\n');
}

/// Adds a cell, in quotes if it needs them.
fn push(cell: &str, rows: &mut String) {
    let bytes = cell.as_bytes();
    if memchr3(b'"', b',', b'\n', bytes).is_none() && memchr(b'\r', bytes).is_none() {
        rows.push_str(cell);
        return;
    }
    rows.push('"');
    rows.extend(escaped(cell, [b'"'], |character| if character == "\"" { "\"\"" } else { character }));
    rows.push('"');
}

/// What the bulk import calls a type.
const fn suffix(kind: Type) -> &'static str {
    match kind {
        Type::Text => "",
        Type::Whole => ":long",
        Type::Share => ":float",
        Type::Truth => ":boolean",
        Type::Day => ":date",
        Type::Texts => ":string[]",
    }
}

/// Values with semicolons between. A semicolon of their own is written as U+037E, which looks the same, and which
/// Unicode normalisation (NFC) turns into a semicolon.
fn list(texts: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let mut list = String::new();
    for (at, text) in texts.into_iter().enumerate() {
        list.push_str(if at == 0 { "" } else { ";" });
        list.extend(escaped(
            text.as_ref(),
            [b';'],
            |character| if character == ";" { "\u{37e}" } else { character },
        ));
    }
    list
}

/// A cell that no spreadsheet runs as a formula: one that begins like a formula, or with apostrophes and then like one,
/// gets an apostrophe in front. To undo it, take one apostrophe away where a cell matches `^'+[=+\-@\t\r]`.
fn cell(text: &str) -> Cow<'_, str> {
    let first = text.bytes().find(|&byte| byte != b'\'');
    let begins_like_formula = matches!(first, Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r'));
    if begins_like_formula { format!("'{text}").into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_like_a_formula_and_every_one_can_be_had_back() {
        for text in ["=cmd()", "+1", "-1", "@x", "\t=x", "\r=x", "'=x", "''=x", "'tis", "x=1", "", "'"] {
            let written = cell(text);
            assert!(!written.starts_with(['=', '+', '-', '@', '\t', '\r']), "{written}");
            let marked = written.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']);
            assert_eq!(if marked { &written[1..] } else { &written }, text);
        }
    }

    #[test]
    fn semicolons_in_lists_come_back_by_normalisation() {
        let names = ["a;b".to_owned(), "c".to_owned()];
        assert_eq!(list(&names), "a\u{37e}b;c");
    }
}
