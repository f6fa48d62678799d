//! The word lists names are known by, from `schema/names.ttl`.

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{NamedOrBlankNode, Term};
use std::collections::HashSet;
use std::sync::OnceLock;

const SOURCE: &str = include_str!("../../../schema/names.ttl");

/// The lists; the file says what each holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    Title,
    TitleModifier,
    Role,
    OrganizationHead,
    EventHead,
    AgreementHead,
    DocumentHead,
    PlaceHead,
    Date,
    Group,
    Publication,
    Exercise,
    Place,
    ElectionAdjective,
    Election,
    Particle,
    Suffix,
    SoleBody,
    Generic,
    Locative,
    CapitalObject,
    PossessedPlace,
    Transfer,
    Alias,
    Compass,
}

/// The lists' names in the file, in the order of [`List`].
const NAMES: [&str; 25] = [
    "title",
    "titleModifier",
    "role",
    "organizationHead",
    "eventHead",
    "agreementHead",
    "documentHead",
    "placeHead",
    "date",
    "group",
    "publication",
    "exercise",
    "place",
    "electionAdjective",
    "election",
    "particle",
    "suffix",
    "soleBody",
    "generic",
    "locative",
    "capitalObject",
    "possessedPlace",
    "transfer",
    "alias",
    "compass",
];

/// All lists.
pub(super) struct Words([HashSet<String>; NAMES.len()]);

impl Words {
    /// The lists, read once.
    pub(super) fn get() -> &'static Self {
        static WORDS: OnceLock<Words> = OnceLock::new();
        WORDS.get_or_init(|| Self::parse(SOURCE))
    }

    fn parse(turtle: &str) -> Self {
        let mut lists = NAMES.map(|_| HashSet::new());
        for quad in RdfParser::from_format(RdfFormat::Turtle).for_slice(turtle) {
            let quad = quad.expect("the embedded word lists are valid Turtle");
            let (NamedOrBlankNode::NamedNode(list), Term::Literal(word)) = (&quad.subject, &quad.object)
            else {
                continue;
            };
            let name =
                list.as_str().rsplit('#').next().and_then(|n| n.strip_suffix("Words")).unwrap_or_default();
            if let (Some(i), true) =
                (NAMES.iter().position(|n| *n == name), quad.predicate.as_str().ends_with("#word"))
            {
                lists[i].insert(word.value().to_owned());
            }
        }
        Self(lists)
    }

    /// Whether the list has the word as written.
    pub(super) fn has(&self, list: List, word: &str) -> bool {
        self.0[list as usize].contains(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_has_words() {
        let words = Words::get();
        for (name, list) in NAMES.iter().zip(&words.0) {
            assert!(!list.is_empty(), "{name}");
        }
        assert!(words.has(List::Title, "Prime Minister"));
        assert!(words.has(List::OrganizationHead, "Agency"));
        assert!(!words.has(List::Role, "Minister"));
    }
}
