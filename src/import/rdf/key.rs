//! The properties a graph is made of.

use std::collections::HashMap;
use std::fmt;

use crate::vocabulary::terms::{self, Name};
use crate::vocabulary::{Relation, Vocabulary};

/// What a property says, whatever its way of carrying claims calls it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Key<'a> {
    /// A fact: the relation between subject and object.
    Fact(&'a Relation),
    Type,
    Label,
    Alias,
    SameAs,
    /// Said by the mentions too.
    MentionedIn,
    MentionedAt,
    Subject,
    Relation,
    Object,
    Reifies,
    When,
    /// Said by `When` too.
    Date,
    Status,
    By,
    Role,
    Confidence,
    Rule,
    Premise,
    Evidence,
    Source,
    Selector,
    Exact,
    Start,
    End,
    Title,
    Issued,
    Origin,
}

const KEYS: [(Name<'static>, Key<'static>); 32] = [
    (terms::TYPE, Key::Type),
    (terms::LABEL, Key::Label),
    (terms::ALT_LABEL, Key::Alias),
    (terms::SAME_AS, Key::SameAs),
    (terms::MENTIONED_IN, Key::MentionedIn),
    (terms::MENTIONED_AT, Key::MentionedAt),
    (terms::SUBJECT, Key::Subject),
    (terms::RDF_SUBJECT, Key::Subject),
    (terms::RELATION, Key::Relation),
    (terms::RDF_PREDICATE, Key::Relation),
    (terms::OBJECT, Key::Object),
    (terms::RDF_OBJECT, Key::Object),
    (terms::REIFIES, Key::Reifies),
    (terms::WHEN, Key::When),
    (terms::ON_DATE, Key::Date),
    (terms::FROM_DATE, Key::Date),
    (terms::UNTIL_DATE, Key::Date),
    (terms::STATUS, Key::Status),
    (terms::BY, Key::By),
    (terms::ROLE, Key::Role),
    (terms::CONFIDENCE, Key::Confidence),
    (terms::INFERRED_BY, Key::Rule),
    (terms::INFERRED_FROM, Key::Premise),
    (terms::WAS_DERIVED_FROM, Key::Evidence),
    (terms::HAS_SOURCE, Key::Source),
    (terms::HAS_SELECTOR, Key::Selector),
    (terms::EXACT, Key::Exact),
    (terms::START, Key::Start),
    (terms::END, Key::End),
    (terms::TITLE, Key::Title),
    (terms::DATE, Key::Issued),
    (terms::ORIGIN, Key::Origin),
];

/// Keys by the IRIs of properties.
pub(super) struct Keys<'a> {
    by_iri: HashMap<&'a str, Key<'a>>,
}

impl fmt::Display for Key<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known = KEYS.iter().find(|(_, key)| key == self).and_then(|(name, _)| name.short);
        match self {
            Self::Fact(relation) => write!(f, "<{}>", relation.iri),
            _ => f.write_str(known.unwrap_or_default()),
        }
    }
}

impl<'a> Keys<'a> {
    pub(super) fn new(vocabulary: &'a Vocabulary) -> Self {
        let facts =
            vocabulary.relations().iter().map(|relation| (relation.iri.as_str(), Key::Fact(relation)));
        let own = KEYS.into_iter().map(|(name, key)| (name.iri, key));
        Self { by_iri: facts.chain(own).collect() }
    }

    pub(super) fn get(&self, iri: &str) -> Option<Key<'a>> {
        self.by_iri.get(iri).copied()
    }

    /// The relation that an IRI is.
    pub(super) fn relation(&self, iri: &str) -> Option<&'a Relation> {
        match self.get(iri) {
            Some(Key::Fact(relation)) => Some(relation),
            _ => None,
        }
    }
}
