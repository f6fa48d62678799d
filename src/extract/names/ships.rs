//! Ships: they are named for people and places, and are neither. What a navy writes before the name, what the text calls
//! the thing, or the number on its bow gives them away.

use super::shapes::{Finder, Shape};
use super::view::View;
use super::words::List;
use super::{NameMention, Names};
use crate::graph::Kind;
use crate::vocabulary::gazetteer::fold_name;
use crate::vocabulary::words::{self, WordLists};
use std::ops::Range;

/// How many ships one noun may introduce ("the frigates A, B and C").
const LONGEST_LIST: usize = 12;

impl Finder<'_, '_> {
    /// The ships a run of capitals names: "USS George Washington", "the frigate Alsace", "Charles de Gaulle (R91)".
    pub(super) fn ships(&self, run: &Range<usize>) -> Vec<Shape> {
        let prefix = |&i: &usize| self.view.listed(List::ShipPrefix, i);
        let start = run.clone().find(prefix).filter(|&i| i + 1 < run.end);
        let called = || {
            let named = self.is_called_vessel(run) || self.has_pennant(run);
            (named && !self.is_otherwise_known(run)).then_some(run.start)
        };
        // "HMS Prince of Wales"
        let titled = start.is_some() && self.view.word(run.end) == "of" && self.view.named(run.end + 1);
        let end = if titled { run.end + 2 } else { run.end };
        let shape = |start| Shape { tokens: start..end, kind: Kind::Organization, sure: true };
        start.or_else(called).map(shape).into_iter().collect()
    }

    /// "the frigate Forbin", "the destroyers Forbin, Alsace and Provence": the noun may stand before the first of a list.
    fn is_called_vessel(&self, run: &Range<usize>) -> bool {
        let view = self.view;
        let mut at = run.start;
        for _ in 0..LONGEST_LIST {
            let Some(before) = at.checked_sub(1) else { return false };
            let word = view.word(before);
            if is_vessel(word) {
                return at == run.start || word.ends_with('s');
            }
            let joins = matches!(word, "," | "and" | ")") || view.named(before) || is_pennant(word);
            if !(joins || word == "(") {
                return false;
            }
            at = before;
        }
        false
    }

    /// "Carl Vinson (CVN 70)"
    fn has_pennant(&self, run: &Range<usize>) -> bool {
        pennant_end(self.view, run.end).is_some() && run.len() <= 4 && self.view.before(run.start) != "of"
    }

    /// A body, an office or a country, whatever stands beside it.
    fn is_otherwise_known(&self, run: &Range<usize>) -> bool {
        run.clone().any(|i| {
            let body = self.head(i).is_some_and(|kind| kind != Kind::Place);
            body || matches!(self.known[i], Some(Kind::Country | Kind::Organization | Kind::Event))
        })
    }
}

/// What a ship with its navy's prefix is called without, folded: "HMCS Vancouver" is "Vancouver" from then on.
pub(super) fn short_name(view: &View, tokens: &Range<usize>) -> Option<String> {
    let prefixed = view.listed(List::ShipPrefix, tokens.start);
    (prefixed && tokens.len() > 1).then(|| fold_name(&view.text(&(tokens.start + 1..tokens.end))))
}

/// Whether a verb is said of governments and not of ships: "Ottawa denied".
pub(super) fn speaks(word: &str) -> bool {
    matches!(
        word,
        "said"
            | "says"
            | "announced"
            | "denied"
            | "accused"
            | "condemned"
            | "pledged"
            | "imposed"
            | "agreed"
            | "insisted"
            | "expelled"
            | "recognised"
            | "recognized"
    )
}

/// Tells the ships among the organizations, which are spoken of as "she" and "the frigate".
pub(super) fn mark(views: &[View], names: &mut Names) {
    let ships: Vec<usize> = views
        .iter()
        .zip(&names.mentions)
        .flat_map(|(view, mentions)| mentions.iter().filter(|m| is_ship(view, m)).map(|m| m.entity))
        .collect();
    for ship in ships {
        let named = &mut names.entities[ship];
        if named.kind == Kind::Organization && named.gazetteer.is_none() {
            named.gender = Some("female".to_owned());
        }
    }
}

fn is_ship(view: &View, mention: &NameMention) -> bool {
    let tokens = &mention.tokens;
    let prefixed = view.listed(List::ShipPrefix, tokens.start);
    prefixed && tokens.len() > 1
        || is_vessel(view.before(tokens.start))
        || pennant_end(view, tokens.end).is_some() && tokens.len() <= 4
}

/// A navy, coast guard or air force.
pub(super) fn is_service(view: &View, tokens: &Range<usize>) -> bool {
    matches!(
        view.before(tokens.end),
        "Navy" | "Guard" | "Force" | "Forces" | "Fleet" | "Marine" | "Marina" | "Armada"
    )
}

pub(super) fn is_vessel(word: &str) -> bool {
    let lists = WordLists::embedded();
    lists.has(words::List::VesselNouns, word)
        || lists.has(words::List::VesselNouns, word.trim_end_matches('s'))
}

/// The end of "(R91)", "(CVN 70)", "(FF-150)" at `open`.
fn pennant_end(view: &View, open: usize) -> Option<usize> {
    if view.word(open) != "(" {
        return None;
    }
    let close = (open + 2..open + 5).find(|&i| view.word(i) == ")")?;
    let inner: String = (open + 1..close).map(|i| view.word(i)).collect();
    is_pennant(&inner).then_some(close + 1)
}

/// A few letters and a number of two to four digits.
fn is_pennant(word: &str) -> bool {
    let letters = word.chars().take_while(char::is_ascii_uppercase).count();
    let number = word[letters..].trim_start_matches(['-', ' ']);
    let digits = number.len();
    (1..=4).contains(&letters) && (2..=4).contains(&digits) && number.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::is_pennant;

    #[test]
    fn numbers_on_the_bow_are_told_from_acronyms() {
        assert!(["R91", "D620", "CVN70", "FF-150"].iter().all(|w| is_pennant(w)));
        assert!(!["EC3", "G7", "NATO", "C5", "2024", "APT-28x"].iter().any(|w| is_pennant(w)));
    }
}
