//! Tables with the headers that Neo4j's bulk import reads, and that any other reader of CSV can use.
//!
//! Entities, sources and passages are nodes, statements are relationships. A cell that a spreadsheet would take for a
//! formula is written with an apostrophe before it, see [`cell`].

use std::borrow::Cow;
use std::io::Write;

use ::csv::{Terminator, Writer, WriterBuilder};

use super::not_written;
use super::property::{
    self, OF_ENTITIES, OF_STATEMENTS, Property, Type, Value, edge_type, mentions, of_entity, of_statement,
};
use super::rdf::Excerpt;
use crate::Error;
use crate::graph::GraphDocument;
use crate::vocabulary::Vocabulary;

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
    out: &mut dyn Write,
) -> Result<(), Error> {
    let mut sheet =
        Sheet { writer: WriterBuilder::new().terminator(Terminator::Any(b'\n')).from_writer(out) };
    match table {
        Table::Nodes => sheet.nodes(graph)?,
        Table::Relationships => sheet.relationships(graph, vocabulary)?,
        Table::Evidence => sheet.evidence(graph)?,
        Table::Sources => sheet.sources(graph)?,
        Table::Links => sheet.links(graph)?,
    }
    sheet.writer.flush().map_err(not_written)
}

struct Sheet<'w> {
    writer: Writer<&'w mut dyn Write>,
}

impl Sheet<'_> {
    fn nodes(&mut self, graph: &GraphDocument) -> Result<(), Error> {
        self.header(&["id:ID"], &OF_ENTITIES, &[":LABEL"])?;
        for entity in &graph.entities {
            self.field(&entity.id)?;
            self.values(&of_entity(entity))?;
            self.end(&format!("Entity;{}", entity.kind.name()))?;
        }
        Ok(())
    }

    fn relationships(&mut self, graph: &GraphDocument, vocabulary: &Vocabulary) -> Result<(), Error> {
        self.header(&[":START_ID", ":END_ID", ":TYPE", "id"], &OF_STATEMENTS, &["evidence:string[]"])?;
        for statement in &graph.statements {
            let relation = vocabulary.relation(&statement.relation)?;
            self.field(&statement.subject)?;
            self.field(&statement.object)?;
            self.field(&edge_type(statement, relation))?;
            self.field(&statement.id)?;
            self.values(&of_statement(statement, relation))?;
            let evidence: Vec<String> = statement.evidence.iter().map(|e| Excerpt::of(e).resource).collect();
            self.end(&list(&evidence))?;
        }
        Ok(())
    }

    fn evidence(&mut self, graph: &GraphDocument) -> Result<(), Error> {
        self.record(&["id:ID", "source", "start:long", "end:long", "quote", ":LABEL"])?;
        for evidence in property::evidence(graph) {
            let (start, end) = (evidence.start.to_string(), evidence.end.to_string());
            let id = Excerpt::of(evidence).resource;
            self.record(&[&id, &evidence.document, &start, &end, &evidence.quote, "Evidence"])?;
        }
        Ok(())
    }

    fn sources(&mut self, graph: &GraphDocument) -> Result<(), Error> {
        self.record(&["id:ID", "title", "date", "source", ":LABEL"])?;
        for (id, record) in property::sources(graph) {
            let title = record.and_then(|r| r.title.as_deref()).unwrap_or_default();
            let date = record.and_then(|r| r.date.as_deref()).unwrap_or_default();
            let source = record.map_or("", |r| r.source.as_str());
            self.record(&[id, title, date, source, "Source"])?;
        }
        Ok(())
    }

    fn links(&mut self, graph: &GraphDocument) -> Result<(), Error> {
        self.record(&[":START_ID", ":END_ID", ":TYPE", "starts:long[]", "ends:long[]"])?;
        for evidence in property::evidence(graph) {
            let id = Excerpt::of(evidence).resource;
            self.record(&[&id, &evidence.document, "QUOTED_FROM", "", ""])?;
        }
        for entity in &graph.entities {
            for (document, (starts, ends)) in mentions(entity) {
                let [starts, ends] =
                    [starts, ends].map(|at| at.iter().map(ToString::to_string).collect::<Vec<_>>());
                self.record(&[&entity.id, document, "MENTIONED_IN", &starts.join(";"), &ends.join(";")])?;
            }
        }
        Ok(())
    }

    fn header(&mut self, before: &[&str], properties: &[Property], after: &[&str]) -> Result<(), Error> {
        let named = properties.iter().map(|p| format!("{}{}", p.name, suffix(p.kind)));
        let before = before.iter().map(|&name| name.to_owned());
        let names: Vec<String> =
            before.chain(named).chain(after.iter().map(|&name| name.to_owned())).collect();
        self.writer.write_record(&names).map_err(refused)
    }

    fn values(&mut self, values: &[Option<Value>]) -> Result<(), Error> {
        values.iter().try_for_each(|value| match value {
            None => self.field(""),
            Some(Value::Text(text)) => self.field(text),
            Some(Value::Whole(number)) => self.field(&number.to_string()),
            Some(Value::Share(share)) => self.field(&share.to_string()),
            Some(Value::Truth(truth)) => self.field(&truth.to_string()),
            Some(Value::Day(day)) => self.field(&day.to_string()),
            Some(Value::Texts(texts)) => self.field(&list(texts)),
        })
    }

    /// The next cell of the row.
    fn field(&mut self, text: &str) -> Result<(), Error> {
        self.writer.write_field(cell(text).as_bytes()).map_err(refused)
    }

    /// The last cell of the row.
    fn end(&mut self, text: &str) -> Result<(), Error> {
        self.field(text)?;
        self.writer.write_record(None::<&[u8]>).map_err(refused)
    }

    fn record(&mut self, cells: &[&str]) -> Result<(), Error> {
        cells.iter().try_for_each(|text| self.field(text))?;
        self.writer.write_record(None::<&[u8]>).map_err(refused)
    }
}

fn refused(error: ::csv::Error) -> Error {
    not_written(error.into())
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
fn list(texts: &[String]) -> String {
    let texts: Vec<Cow<str>> = texts
        .iter()
        .map(|text| if text.contains(';') { text.replace(';', "\u{37e}").into() } else { text.into() })
        .collect();
    texts.join(";")
}

/// A cell that no spreadsheet runs as a formula: one that begins like a formula, or with apostrophes and then like one,
/// gets an apostrophe in front. To undo it, take one apostrophe away where a cell matches `^'+[=+\-@\t\r]`.
fn cell(text: &str) -> Cow<'_, str> {
    let begins_like_formula = text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']);
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
