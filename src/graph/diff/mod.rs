//! What changed between two graphs, in the terms of the graph: who is new, who goes by another name, what is no longer
//! said, what is now said of another date or denied.
//!
//! Things are compared by what they are, not by their addresses alone: an entity whose name or kind changed is known
//! by its links, its names or its former address, and what is said of it is compared as of one thing. Evidence is the
//! same if it is the same words of the same document; a document is known by its address, and a later version of it by
//! where it was read from, or by being the only other one. Mentions and offsets are not compared.

mod entities;
mod evidence;
mod statements;

use super::{Confidence, DocumentRecord, Entity, Evidence, GraphDocument, Kind, Statement, Status};
use serde::Serialize;

/// One difference. What is called `before` is of the first graph, all else of the second, or of the only graph that has
/// it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "change", rename_all = "camelCase")]
pub enum Change<'g> {
    /// A document that only the second graph rests on.
    DocumentAdded {
        /// The document.
        document: &'g DocumentRecord,
    },
    /// A document that only the first graph rests on.
    DocumentGone {
        /// The document.
        document: &'g DocumentRecord,
    },
    /// A document with another text, title, date or place.
    DocumentChanged {
        /// What the second graph has of it.
        document: &'g DocumentRecord,
        /// What the first has.
        before: &'g DocumentRecord,
    },
    /// An entity that only the second graph has.
    EntityAdded {
        /// The entity.
        entity: &'g Entity,
    },
    /// An entity that only the first graph has.
    EntityGone {
        /// The entity.
        entity: &'g Entity,
    },
    /// An entity of another label.
    EntityRenamed {
        /// The entity.
        entity: &'g Entity,
        /// Its former label.
        before: &'g str,
    },
    /// An entity of another kind.
    EntityRetyped {
        /// The entity.
        entity: &'g Entity,
        /// Its former kind.
        before: Kind,
    },
    /// An entity of another address.
    EntityMoved {
        /// The entity.
        entity: &'g Entity,
        /// Its former address.
        before: &'g str,
    },
    /// Other names and links elsewhere that an entity has come by.
    NamesGained {
        /// The entity.
        entity: &'g Entity,
        /// The names and links.
        names: Vec<&'g str>,
    },
    /// Other names and links elsewhere that an entity has lost.
    NamesLost {
        /// The entity.
        entity: &'g Entity,
        /// The names and links.
        names: Vec<&'g str>,
    },
    /// Something that only the second graph says.
    StatementAdded {
        /// The statement.
        statement: &'g Statement,
    },
    /// Something that only the first graph says.
    StatementGone {
        /// The statement.
        statement: &'g Statement,
    },
    /// Something said of another date.
    DateChanged {
        /// The statement.
        statement: &'g Statement,
        /// Its former date in EDTF, if it had one.
        #[serde(skip_serializing_if = "Option::is_none")]
        before: Option<&'g str>,
    },
    /// Something now said to be so, planned, possible, or not so.
    StatusChanged {
        /// The statement.
        statement: &'g Statement,
        /// Its former status.
        before: Status,
    },
    /// A post under another name.
    RoleChanged {
        /// The statement.
        statement: &'g Statement,
        /// The former role, if there was one.
        #[serde(skip_serializing_if = "Option::is_none")]
        before: Option<&'g str>,
    },
    /// Something said by another, or now by the source itself.
    SpeakerChanged {
        /// The statement.
        statement: &'g Statement,
        /// Address of who said it, if somebody else than the source did.
        #[serde(skip_serializing_if = "Option::is_none")]
        before: Option<&'g str>,
    },
    /// More words that say something.
    EvidenceGained {
        /// The statement.
        statement: &'g Statement,
        /// The words.
        evidence: Vec<&'g Evidence>,
    },
    /// Words that say something no longer.
    EvidenceLost {
        /// The statement.
        statement: &'g Statement,
        /// The words.
        evidence: Vec<&'g Evidence>,
    },
    /// Something that is read with another confidence.
    ConfidenceChanged {
        /// The statement.
        statement: &'g Statement,
        /// The former confidence, if there was one.
        #[serde(skip_serializing_if = "Option::is_none")]
        before: Option<Confidence>,
    },
}

/// What changed from graph `a` to graph `b`: documents, then entities, then statements, each in the order of their
/// graph. Statements of the `symmetric` relations are the same either way round. Equal graphs have no changes.
#[must_use]
pub fn diff<'g>(a: &'g GraphDocument, b: &'g GraphDocument, symmetric: &[&str]) -> Vec<Change<'g>> {
    let mut changes = Vec::new();
    let documents = evidence::compare_documents(a, b, &mut changes);
    let same = entities::compare(a, b, &mut changes);
    statements::Comparison::new(&same, &documents, symmetric).compare(a, b, &mut changes);
    changes
}

#[cfg(test)]
mod tests;
