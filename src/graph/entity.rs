//! The things a graph speaks of.

use serde::{Deserialize, Serialize};

/// What sort of thing an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// A country or territory with an ISO 3166-1 entry.
    Country,
    /// An intergovernmental body, agency, ministry, armed force, company, think tank, party or group.
    Organization,
    /// A named human being.
    Person,
    /// A named exercise, summit, conference or dialogue.
    Event,
    /// A named treaty, pact, programme or memorandum.
    Agreement,
    /// A named strategy, report, law, declaration or manual.
    Document,
    /// A named city, base, sea or region that is not a country.
    Place,
}

impl Kind {
    /// Every kind, in the order of the enum.
    pub const ALL: [Self; 7] = [
        Self::Country,
        Self::Organization,
        Self::Person,
        Self::Event,
        Self::Agreement,
        Self::Document,
        Self::Place,
    ];

    /// Its name in the vocabulary and in graph documents: `Country`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Country => "Country",
            Self::Organization => "Organization",
            Self::Person => "Person",
            Self::Event => "Event",
            Self::Agreement => "Agreement",
            Self::Document => "Document",
            Self::Place => "Place",
        }
    }

    /// Its name in IRIs: `country`.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Organization => "organization",
            Self::Person => "person",
            Self::Event => "event",
            Self::Agreement => "agreement",
            Self::Document => "work",
            Self::Place => "place",
        }
    }
}

/// One place where a document names an entity.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mention {
    /// IRI of the document.
    pub document: String,
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
}

/// A named thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Entity {
    /// IRI, a pure function of kind and name (or of a code or owner where the name alone is ambiguous).
    pub id: String,
    /// What sort of thing it is.
    pub kind: Kind,
    /// The name it goes by.
    pub label: String,
    /// Other names met or known, sorted, without the label.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// IRIs of the same thing elsewhere, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub same_as: Vec<String>,
    /// Where documents name it, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Mention>,
}
