//! The graph document: the JSON form of a graph, the one this tool and scripts share.

use std::collections::BTreeSet;
use std::io::{self, Write};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Entity, Statement};
use crate::Error;

/// What the graph remembers of a document it was drawn from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentRecord {
    /// IRI.
    pub id: String,
    /// Title, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its own date in EDTF, if it declares one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Where it was read from, as the user named it.
    pub source: String,
}

/// Entities, statements and the documents they come from, as read or written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GraphDocument {
    /// The JSON-LD context that makes the document RDF too.
    #[serde(rename = "@context", default, skip_serializing_if = "Option::is_none")]
    pub context: Option<Value>,
    /// Entities, by id.
    pub entities: Vec<Entity>,
    /// Statements, by subject, relation, object, then the rest.
    pub statements: Vec<Statement>,
    /// Documents, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentRecord>,
}

/// A [`GraphDocument`] as it is written, in a context that may not be its own.
#[derive(Serialize)]
struct Written<'a> {
    #[serde(rename = "@context", skip_serializing_if = "Option::is_none")]
    context: Option<&'a Value>,
    entities: &'a [Entity],
    statements: &'a [Statement],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    documents: &'a [DocumentRecord],
}

impl GraphDocument {
    /// Reads a graph document; `place` is the file's name for messages.
    ///
    /// # Errors
    /// Text that is not such JSON (with line and column), an id given twice, a statement about an unknown entity.
    pub fn from_json(place: &str, json: &str) -> Result<Self, Error> {
        let document: Self = serde_json::from_str(json)
            .map_err(|e| Error::invalid(place, format!("not a graph document: {e}")))?;
        document.check(place)?;
        Ok(document)
    }

    /// The document as indented JSON with a line end.
    ///
    /// # Errors
    /// None for any value: every key is a string.
    pub fn to_json(&self) -> Result<String, Error> {
        let mut json = serde_json::to_string_pretty(&self.in_context(self.context.as_ref()))
            .map_err(|e| Error::invalid("graph document", e.to_string()))?;
        json.push('\n');
        Ok(json)
    }

    /// Writes [`GraphDocument::to_json`] in another context.
    ///
    /// # Errors
    /// `out` cannot be written to.
    pub(crate) fn write_json(&self, context: Option<&Value>, out: &mut impl Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *out, &self.in_context(context))?;
        out.write_all(b"\n")
    }

    fn in_context<'a>(&'a self, context: Option<&'a Value>) -> Written<'a> {
        let Self { entities, statements, documents, .. } = self;
        Written { context, entities, statements, documents }
    }

    /// Ids are unique, and statements speak of entities that are there.
    pub(crate) fn check(&self, place: &str) -> Result<(), Error> {
        let entities = unique(place, "entities", self.entities.iter().map(|e| e.id.as_str()))?;
        unique(place, "statements", self.statements.iter().map(|s| s.id.as_str()))?;
        unique(place, "documents", self.documents.iter().map(|d| d.id.as_str()))?;
        for statement in &self.statements {
            let ends = [Some(&statement.subject), Some(&statement.object), statement.by.as_ref()];
            if let Some(missing) = ends.into_iter().flatten().find(|id| !entities.contains(id.as_str())) {
                return Err(unknown_entity(place, &statement.id, missing));
            }
        }
        Ok(())
    }
}

pub(super) fn unknown_entity(place: &str, statement: &str, missing: &str) -> Error {
    Error::invalid(
        place,
        format!("statement `{statement}` speaks of `{missing}`, which is no entity of the graph"),
    )
}

/// The ids as a set, if none is given twice.
fn unique<'a>(
    place: &str,
    what: &str,
    ids: impl Iterator<Item = &'a str>,
) -> Result<BTreeSet<&'a str>, Error> {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(Error::invalid(place, format!("two of the {what} have the id `{id}`")));
        }
    }
    Ok(seen)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = r#"{"entities": [
        {"id": "https://e.org/country/JP", "kind": "Country", "label": "Japan"},
        {"id": "https://e.org/organization/nato", "kind": "Organization", "label": "NATO", "aliases": ["Nato"]}],
      "statements": [{"id": "https://e.org/statement/1", "subject": "https://e.org/country/JP", "relation": "visited",
        "object": "https://e.org/organization/nato", "when": "2019-08", "status": "planned",
        "evidence": [{"document": "https://e.org/document/d", "start": 0, "end": 5, "quote": "Japan"}]}],
      "documents": [{"id": "https://e.org/document/d", "source": "d.txt"}]}"#;

    fn refusal(json: &str) -> String {
        GraphDocument::from_json("g.json", json).unwrap_err().to_string()
    }

    #[test]
    fn reads_and_writes_without_change() {
        let graph = GraphDocument::from_json("g.json", SMALL).unwrap();
        let written = graph.to_json().unwrap();
        assert_eq!(GraphDocument::from_json("g.json", &written).unwrap(), graph);
        assert!(!written.contains("null"));
        let given: Value = serde_json::from_str(SMALL).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&written).unwrap(), given);
    }

    #[test]
    fn refusals_say_where_and_what() {
        assert_eq!(
            refusal("{\"entities\": [],\n \"statments\": []}"),
            "g.json: not a graph document: unknown field `statments`, expected one of `@context`, `entities`, \
             `statements`, `documents` at line 2 column 12"
        );
        assert_eq!(
            refusal(&SMALL.replace("\"planned\"", "\"maybe\"")).split(" at line").next(),
            Some(
                "g.json: not a graph document: unknown variant `maybe`, expected one of `asserted`, `planned`, \
                 `possible`, `negated`"
            )
        );
        assert_eq!(
            refusal(&SMALL.replace("\"subject\": \"https://e.org/country/JP\"", "\"subject\": \"JP\"")),
            "g.json: statement `https://e.org/statement/1` speaks of `JP`, which is no entity of the graph"
        );
        assert_eq!(
            refusal(&SMALL.replace("organization/nato", "country/JP")),
            "g.json: two of the entities have the id `https://e.org/country/JP`"
        );
    }
}
