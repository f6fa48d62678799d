//! Groups of words that many frames have in common, named in a clause as `<personnel>`.

use super::super::did_you_mean;
use super::super::turtle::{Turtle, local_name};
use super::FrameError;
use crate::Error;
use crate::vocabulary::NAMESPACE;
use std::collections::BTreeMap;

/// The words of each group, by its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::vocabulary) struct WordGroups(BTreeMap<String, Vec<String>>);

impl WordGroups {
    /// Adds the groups of a file: everything in it that is an `lg:WordGroup`, with its `lg:word`s.
    pub(in crate::vocabulary) fn add(&mut self, file: &Turtle<'_>) -> Result<(), Error> {
        let class = format!("{NAMESPACE}WordGroup");
        for iri in file.subjects().filter(|s| file.is_a(s, &class)) {
            let (name, words) = (local_name(iri), file.own(iri, "word"));
            if words.is_empty() {
                let message = format!(
                    "the word group `{name}` has no `lg:word`; give it some, such as lg:word \"skiff\""
                );
                return Err(file.error(iri, message));
            }
            let words = words.iter().map(ToString::to_string).collect();
            if self.0.insert(name.to_owned(), words).is_some() {
                let message = format!("there is a word group `{name}` already; give this one another name");
                return Err(file.error(iri, message));
            }
        }
        Ok(())
    }

    /// A clause with the words of the groups it names in their place, as alternatives.
    pub(super) fn expand(&self, clause: &str) -> Result<String, FrameError> {
        let mut expanded = String::with_capacity(clause.len());
        let mut rest = clause;
        while let Some((before, after)) = rest.split_once('<') {
            let Some((name, after)) = after.split_once('>') else {
                return Err(FrameError(format!("`<{after}` names a word group and lacks its `>`")));
            };
            let Some(words) = self.0.get(name) else {
                let near = did_you_mean(name, self.0.keys().map(String::as_str));
                return Err(FrameError(format!("there is no word group `{name}`{near}")));
            };
            expanded.push_str(before);
            expanded.push_str(&words.join("|"));
            rest = after;
        }
        expanded.push_str(rest);
        Ok(expanded)
    }
}
