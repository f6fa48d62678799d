//! The names a query may use without declaring them: prefixes, and the terms of the vocabulary.

use std::collections::BTreeMap;

use super::functions;
use crate::graph::Kind;
use crate::vocabulary::terms::PREFIXES;
use crate::vocabulary::{NAMESPACE, Vocabulary};

/// Directories of ids that are no kind of entity.
const OTHERS: [&str; 2] = ["document", "statement"];

/// Prefixes that need no declaration, and the terms known under `lg:`.
#[derive(Clone, Debug)]
pub struct Terms {
    prefixes: BTreeMap<&'static str, String>,
    /// Local names in the vocabulary's namespace, sorted.
    known: Vec<String>,
}

impl Terms {
    /// Those of a vocabulary and of graphs whose ids begin with `base`: the prefixes that their Turtle has.
    #[must_use]
    pub fn new(vocabulary: &Vocabulary, base: &str) -> Self {
        let directories = Kind::ALL.map(Kind::slug).into_iter().chain(OTHERS);
        let own = directories.map(|directory| (directory, format!("{base}{directory}/")));
        let others = PREFIXES.iter().map(|&(prefix, iri)| (prefix, iri.to_owned()));
        let mut known: Vec<String> = vocabulary.terms().map(str::to_owned).collect();
        known.extend(functions::names().map(str::to_owned));
        known.sort();
        Self { prefixes: own.chain(others).collect(), known }
    }

    /// Prefixes and what they stand for, sorted.
    pub fn prefixes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.prefixes.iter().map(|(prefix, iri)| (*prefix, iri.as_str()))
    }

    /// Local names of the vocabulary's own terms, sorted.
    pub(super) fn known(&self) -> impl Iterator<Item = &str> {
        self.known.iter().map(String::as_str)
    }

    /// Whether something in the vocabulary's namespace is a term of it; true of all that is elsewhere.
    pub(super) fn is_known(&self, iri: &str) -> bool {
        let local = iri.strip_prefix(NAMESPACE);
        local.is_none_or(|local| {
            local.is_empty() || self.known.binary_search_by(|k| k.as_str().cmp(local)).is_ok()
        })
    }

    /// An IRI as a table shows it: `country:JP`, or itself.
    pub(super) fn short(&self, iri: &str) -> String {
        let under = self.prefixes().filter(|(_, start)| iri.starts_with(start) && iri.len() > start.len());
        let longest = under.max_by_key(|(_, start)| start.len());
        longest.map_or_else(|| iri.to_owned(), |(prefix, start)| format!("{prefix}:{}", &iri[start.len()..]))
    }

    /// What declares every prefix, as a query begins with it.
    #[must_use]
    pub fn prologue(&self) -> String {
        let lines: Vec<String> =
            self.prefixes().map(|(prefix, iri)| format!("PREFIX {prefix}: <{iri}>\n")).collect();
        lines.concat()
    }
}
