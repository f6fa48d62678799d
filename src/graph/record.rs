//! One line of a graph in JSON Lines: an entity, a statement or a document, told apart by `type`.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use super::{DocumentRecord, Entity, GraphDocument, Statement};

/// A line as it is read: `{"type": "entity", "id": …}`.
#[derive(Clone, Debug, PartialEq)]
pub enum Record {
    /// An object of the graph document's `entities`.
    Entity(Entity),
    /// An object of its `statements`.
    Statement(Statement),
    /// An object of its `documents`.
    Document(DocumentRecord),
}

/// A line as it is written.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum RecordRef<'a> {
    /// An object of the graph document's `entities`.
    Entity(&'a Entity),
    /// An object of its `statements`.
    Statement(&'a Statement),
    /// An object of its `documents`.
    Document(&'a DocumentRecord),
}

impl Record {
    /// The record, borrowed.
    #[must_use]
    pub fn borrow(&self) -> RecordRef<'_> {
        match self {
            Self::Entity(entity) => RecordRef::Entity(entity),
            Self::Statement(statement) => RecordRef::Statement(statement),
            Self::Document(document) => RecordRef::Document(document),
        }
    }
}

impl GraphDocument {
    /// What the document holds, in the order of the lines: entities, statements, documents.
    pub fn records(&self) -> impl Iterator<Item = RecordRef<'_>> {
        let entities = self.entities.iter().map(RecordRef::Entity);
        let statements = self.statements.iter().map(RecordRef::Statement);
        entities.chain(statements).chain(self.documents.iter().map(RecordRef::Document))
    }

    /// Adds what a line holds.
    pub fn push(&mut self, record: Record) {
        match record {
            Record::Entity(entity) => self.entities.push(entity),
            Record::Statement(statement) => self.statements.push(statement),
            Record::Document(document) => self.documents.push(document),
        }
    }
}

impl<'de> Deserialize<'de> for Record {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(RecordVisitor)
    }
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Type {
    Entity,
    Statement,
    Document,
}

/// Reads a line in one go where its `type` comes first, as it does in what this tool writes.
struct RecordVisitor;

impl<'de> Visitor<'de> for RecordVisitor {
    type Value = Record;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with a `type`: entity, statement or document")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Record, A::Error> {
        let mut before = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            if key != "type" {
                before.insert(key, map.next_value()?);
                continue;
            }
            let kind = map.next_value()?;
            if before.is_empty() {
                return record(kind, MapAccessDeserializer::new(map));
            }
            while let Some((key, value)) = map.next_entry::<String, Value>()? {
                before.insert(key, value);
            }
            return record(kind, Value::Object(before)).map_err(de::Error::custom);
        }
        Err(de::Error::missing_field("type"))
    }
}

fn record<'de, D: Deserializer<'de>>(kind: Type, fields: D) -> Result<Record, D::Error> {
    Ok(match kind {
        Type::Entity => Record::Entity(Entity::deserialize(fields)?),
        Type::Statement => Record::Statement(Statement::deserialize(fields)?),
        Type::Document => Record::Document(DocumentRecord::deserialize(fields)?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str =
        r#"{"type":"statement","id":"s","subject":"a","relation":"visited","object":"b","status":"planned"}"#;

    #[test]
    fn a_line_is_read_and_written_without_change() {
        let record: Record = serde_json::from_str(LINE).unwrap();
        assert!(matches!(&record, Record::Statement(s) if s.object == "b"));
        assert_eq!(serde_json::to_string(&record.borrow()).unwrap(), LINE);
    }

    #[test]
    fn the_type_may_stand_anywhere() {
        let first = r#"{"type":"document","id":"d","source":"d.txt"}"#;
        let last = r#"{"id":"d","source":"d.txt","type":"document"}"#;
        let read = |line| serde_json::from_str::<Record>(line).unwrap();
        assert_eq!(read(first), read(last));
    }

    #[test]
    fn refusals_name_what_is_wrong() {
        let refusal = |line: &str| serde_json::from_str::<Record>(line).unwrap_err().to_string();
        assert!(refusal(r#"{"id":"s"}"#).starts_with("missing field `type`"));
        let unknown = refusal(r#"{"type":"edge","id":"s"}"#);
        assert!(
            unknown.starts_with("unknown variant `edge`, expected one of `entity`, `statement`"),
            "{unknown}"
        );
        let stray = refusal(r#"{"type":"document","id":"d","source":"d.txt","sauce":1}"#);
        assert!(stray.starts_with("unknown field `sauce`, expected one of `id`, `title`"), "{stray}");
        assert!(refusal("[]").contains("expected an object with a `type`"));
    }
}
