//! The rules of inference, from `schema/rules/`.
//!
//! A rule is one SPARQL CONSTRUCT over the facts of a graph. It describes a statement by a blank node: its subject,
//! relation, object, date, and with `lg:inferredFrom` the statements it rests on. A premise whose relation is asked for by
//! `$latest` instead of `lg:relation` is one of the facts that were added last - in the first round all that documents
//! say - so that no round derives what an earlier one did; by `$said` it is one that documents make. Premises that may be
//! many are joined as sub-selects: the store then reads each once.

use std::collections::BTreeSet;

use super::premises::Premises;
use super::scan::{self, Token};
use super::{Query, Terms};
use crate::Error;

/// The parameter that stands for the property of facts of the last round.
const LATEST: &str = "latest";
/// The one for facts that documents make.
const SAID: &str = "said";

macro_rules! embedded {
    ($($name:literal),* $(,)?) => {
        [$(Rule { name: $name, text: include_str!(concat!("../../schema/rules/", $name, ".rq")) }),*]
    };
}

/// What derives statements from others.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rule {
    name: &'static str,
    text: &'static str,
}

impl Rule {
    /// Those the library comes with, by name.
    pub(super) const fn all() -> [Self; 6] {
        embedded![
            "exercise",
            "membership",
            "part-of-a-part",
            "signatories",
            "symmetry",
            "visit-of-an-official"
        ]
    }

    pub(super) const fn name(self) -> &'static str {
        self.name
    }

    /// Whether new facts in these relations may make it derive more: its newest premise is in one of them or in any,
    /// or it does not tell new facts from old.
    pub(super) fn wakes_on(self, relations: &BTreeSet<&str>) -> bool {
        let tokens: Vec<Token> = scan::tokens(self.text).map(|placed| placed.token).collect();
        let mut newest = tokens
            .windows(2)
            .filter_map(|window| match *window {
                [Token::Parameter(LATEST), relation] => Some(relation),
                _ => None,
            })
            .peekable();
        newest.peek().is_none()
            || newest.any(|relation| match relation {
                Token::Name(_, relation) => relations.contains(relation),
                _ => true,
            })
    }

    /// What it asks of the facts when the last of them were added in this round.
    ///
    /// # Errors
    /// None in a released version: a test asks every rule.
    pub(super) fn query(self, latest: usize, terms: &Terms) -> Result<Query, Error> {
        let properties =
            [(SAID, 0), (LATEST, latest)].map(|(name, round)| (name, Premises::property_of(round)));
        let text =
            scan::filled(self.text, &properties.map(|(name, property)| (name, property.to_string())).into());
        Query::parse(&format!("schema/rules/{}.rq", self.name), &text, terms)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_wake_on_new_facts_of_their_relation() {
        let on = |relation: &str| -> Vec<&str> {
            let woken = Rule::all().into_iter().filter(|rule| rule.wakes_on(&BTreeSet::from([relation])));
            woken.map(Rule::name).collect()
        };
        assert_eq!(on("visited"), ["symmetry", "visit-of-an-official"]);
        assert_eq!(on("partOf"), ["part-of-a-part", "symmetry"]);
        let careless = Rule { name: "careless", text: "CONSTRUCT {} WHERE { ?s lg:relation lg:joined }" };
        assert!(careless.wakes_on(&BTreeSet::from(["left"])));
    }
}
