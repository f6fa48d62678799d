//! Exercises and other events whose names say nothing of what they are: by their numbers, and by who takes part.

use super::shapes::Finder;
use super::view::acronym;
use super::words::List;
use crate::graph::Kind;
use crate::language::lowered;
use std::ops::Range;

impl Finder<'_, '_> {
    /// "UNITAS LXIV", "Dragon III": a name that ends in a numeral of two letters or more, where the sentence speaks of
    /// exercises or the rest of the name is in capitals.
    pub(super) fn is_numbered_as_romans_do(&self, run: &Range<usize>) -> bool {
        let v = self.view;
        let last = run.end - 1;
        let (numeral, name) = (v.word(last), v.word(run.start));
        let roman = numeral.len() > 1 && numeral.bytes().all(|letter| b"IVXLC".contains(&letter));
        let spoken = || (0..v.len()).any(|i| v.listed_small(List::Exercise, i));
        let shouted = run.len() == 2 && acronym(name) && name.len() > 4;
        let free = || {
            (run.start..last)
                .all(|i| matches!(self.known[i], None | Some(Kind::Event)) && self.head(i).is_none())
        };
        roman && run.len() > 1 && !v.capitals && free() && (shouted || spoken())
    }

    /// "Clemenceau 25", "JIMEX 24": an unknown name with the last two digits of a year, where the sentence speaks of
    /// exercises or missions, or of those who hold or attend something.
    pub(super) fn edition(&self, run: &Range<usize>) -> bool {
        let v = self.view;
        let spoken = || {
            (0..v.len()).any(|i| {
                let word = lowered(v.word(i));
                let word = word.strip_prefix("co-").unwrap_or(&word);
                self.words.has(List::Exercise, word) || self.words.has(List::Edition, word)
            })
        };
        let shouted = || run.len() == 1 && acronym(v.word(run.start)) && v.word(run.start).len() > 4;
        self.is_numbered(run) && (shouted() || spoken())
    }

    /// Whether an unknown name has the last two digits of a year.
    pub(super) fn is_numbered(&self, run: &Range<usize>) -> bool {
        let v = self.view;
        let digits = v.word(run.end);
        // "BALTOPS 50": of a series that is known a number counts the edition.
        let series = run.clone().all(|i| self.known[i] == Some(Kind::Event));
        let last = if series { 99 } else { 40 };
        let year = digits.len() == 2 && digits.parse::<u8>().is_ok_and(|y| (10..=last).contains(&y));
        let counts =
            v.tag(run.end + 1).starts_with("NN") || self.date_beside(run.end) || v.hyphen(run.end + 1);
        year && !counts && run.clone().all(|i| self.head(i).is_none())
    }

    /// "took part in | Steelhawk", "competed in the | Steelhawk": what one takes part in is an event.
    pub(super) fn is_taken_part_in(&self, run: &Range<usize>) -> bool {
        let v = self.view;
        let Some(mut at) = run.start.checked_sub(1) else { return false };
        if v.word(at) == "the" {
            at = at.saturating_sub(1);
        }
        let verb = v.before(at);
        let takes =
            verb == "part" && matches!(v.before(at - 1), "take" | "takes" | "took" | "taken" | "taking");
        let word = lowered(verb);
        let joins = ["participat", "compet"].iter().any(|stem| word.starts_with(stem));
        v.word(at) == "in" && (takes || joins) && !v.possessive(run.end)
    }
}
