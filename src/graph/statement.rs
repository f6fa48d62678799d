//! What is said of entities, how surely, and on what evidence.

use super::Confidence;
use serde::{Deserialize, Serialize};

/// How far a statement is a fact. Only asserted ones become plain triples or edges.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Said to be so.
    #[default]
    Asserted,
    /// Intended, agreed or scheduled.
    Planned,
    /// Could, may or should be so.
    Possible,
    /// Said not to be so.
    Negated,
}

impl Status {
    /// Every status, surest first.
    pub const ALL: [Self; 4] = [Self::Asserted, Self::Planned, Self::Possible, Self::Negated];

    /// Its name in graph documents: `asserted`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Asserted => "asserted",
            Self::Planned => "planned",
            Self::Possible => "possible",
            Self::Negated => "negated",
        }
    }
}

/// The exact words a statement rests on.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// IRI of the document.
    pub document: String,
    /// First code point of the text as read.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The text between the two.
    pub quote: String,
}

/// How a statement was derived when no text says it outright.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inference {
    /// Name of the rule.
    pub rule: String,
    /// Ids of the statements it rests on, sorted.
    pub from: Vec<String>,
}

/// Subject, relation, object, and what qualifies them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// IRI, a pure function of the other fields but confidence and evidence.
    pub id: String,
    /// IRI of an entity.
    pub subject: String,
    /// Local name of a relation of the vocabulary.
    pub relation: String,
    /// IRI of an entity.
    pub object: String,
    /// EDTF date or interval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// How far it is a fact.
    #[serde(default)]
    pub status: Status,
    /// IRI of the entity that says so, when the source only reports it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The office of a `holdsPosition`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The rule that derived it and its premises.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inferred: Option<Inference>,
    /// How sure it is, as far as reading goes: whether the text says so, not whether it is true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// What it rests on, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

impl Statement {
    /// An asserted statement without date, qualifiers or evidence; the graph gives it its id.
    #[must_use]
    pub fn new(subject: impl Into<String>, relation: impl Into<String>, object: impl Into<String>) -> Self {
        Self {
            id: String::new(),
            subject: subject.into(),
            relation: relation.into(),
            object: object.into(),
            when: None,
            status: Status::Asserted,
            by: None,
            role: None,
            inferred: None,
            confidence: None,
            evidence: Vec::new(),
        }
    }

    /// Whether it is asserted by a document itself, or was inferred from what documents assert.
    #[must_use]
    pub fn is_fact(&self) -> bool {
        self.status == Status::Asserted && self.by.is_none()
    }
}
