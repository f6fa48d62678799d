//! From tokens to the units the parser sees: names and lists of names become one unit each; note marks, a dateline and a
//! date phrase that opens the sentence are left out. Training and reading share this one function.

use super::token::{Sentence, Tag};
use super::tokenize::is_note;
use super::unit::{Unit, UnitClass};
use std::ops::Range;

/// The units of `sentence`, given its names as sorted, disjoint ranges of its tokens.
#[must_use]
pub fn simplify(text: &str, sentence: &Sentence, names: &[(Range<usize>, UnitClass)]) -> Vec<Unit> {
    simplify_where(text, sentence, names, &|_| true)
}

/// The same, but a list becomes one unit only where `is_list` says so of its tokens.
pub(super) fn simplify_where(
    text: &str,
    sentence: &Sentence,
    names: &[(Range<usize>, UnitClass)],
    is_list: &dyn Fn(&Range<usize>) -> bool,
) -> Vec<Unit> {
    let view = View { text, sentence };
    let mut units = view.without_notes(&view.units(names));
    let dateline = view.dateline(&units);
    units.drain(..dateline);
    let label = view.label(&units);
    units.drain(..label);
    let fronted = view.fronted_date(&units);
    units.drain(..fronted);
    view.merge_lists(&units, is_list)
}

/// A sentence with its text.
struct View<'a> {
    text: &'a str,
    sentence: &'a Sentence,
}

impl<'a> View<'a> {
    fn word(&self, unit: &Unit) -> &'a str {
        &self.text[self.sentence.tokens[unit.tokens.start].range.clone()]
    }

    /// The word of a plain unit; nothing of a name.
    fn plain(&self, unit: Option<&Unit>) -> &'a str {
        unit.filter(|unit| unit.class == UnitClass::Word).map_or("", |unit| self.word(unit))
    }

    fn units(&self, names: &[(Range<usize>, UnitClass)]) -> Vec<Unit> {
        let mut units = Vec::with_capacity(self.sentence.tokens.len());
        let mut at = 0;
        for (range, class) in names.iter().filter(|(range, _)| !range.is_empty()) {
            units.extend((at..range.start).map(|at| self.plain_unit(at)));
            units.push(Unit { tokens: range.clone(), class: *class, tag: self.tag_of_name(range, *class) });
            at = range.end;
        }
        units.extend((at..self.sentence.tokens.len()).map(|at| self.plain_unit(at)));
        units
    }

    fn plain_unit(&self, at: usize) -> Unit {
        Unit { tokens: at..at + 1, class: UnitClass::Word, tag: self.sentence.tokens[at].tag }
    }

    /// A date's head is its first noun, or its first token.
    fn tag_of_name(&self, range: &Range<usize>, class: UnitClass) -> Tag {
        if class != UnitClass::Date {
            return Tag::NNP;
        }
        let tags = || self.sentence.tokens[range.clone()].iter().map(|token| token.tag);
        tags().find(|tag| tag.is_noun()).or_else(|| tags().next()).unwrap_or(Tag::NNP)
    }

    /// Leaves out superscript note marks and numbers in square brackets.
    fn without_notes(&self, units: &[Unit]) -> Vec<Unit> {
        let mut kept: Vec<Unit> = Vec::with_capacity(units.len());
        let mut at = 0;
        while at < units.len() {
            let bracketed = self.plain(units.get(at)) == "["
                && self.plain(units.get(at + 2)) == "]"
                && self.plain(units.get(at + 1)).bytes().all(|byte| byte.is_ascii_digit());
            if bracketed {
                at += 3;
            } else {
                if !self.plain(units.get(at)).starts_with(is_note) {
                    kept.push(units[at].clone());
                }
                at += 1;
            }
        }
        kept
    }

    /// How many units a dateline at the start takes, its dash included; 0 if there is none: "KYIV, Ukraine (AP) -",
    /// "Tallinn, 2 June 2021 -".
    fn dateline(&self, units: &[Unit]) -> usize {
        const LONGEST: usize = 12;
        let Some(dash) = (1..units.len().min(LONGEST)).find(|&at| self.is_set_off_dash(units, at)) else {
            return 0;
        };
        let line = &units[..dash];
        let fits = |unit: &Unit| {
            let word = self.plain(Some(unit));
            let small = unit.class == UnitClass::Date || matches!(word, "," | "(" | ")" | "." | "of");
            small || unit.is_name() || unit.tag.is_proper() || is_date_word(word) || is_date_filler(word)
        };
        let shouted = !self.word(&line[0]).contains(char::is_lowercase) && self.word(&line[0]).len() > 2;
        let place =
            line[0].class == UnitClass::Place || line[0].class == UnitClass::Word && line[0].tag.is_proper();
        let dated = line[1..].iter().any(|u| u.class == UnitClass::Date || is_date_word(self.plain(Some(u))));
        let follows = units.get(dash + 1).is_some_and(|next| self.word(next).starts_with(char::is_uppercase));
        if place && (shouted || dated) && follows && line.iter().all(fits) { dash + 1 } else { 0 }
    }

    /// How many units a label at the start takes, its mark included; 0 if there is none: "Chile: the agency opened", "Kyiv -
    /// The agency opened".
    fn label(&self, units: &[Unit]) -> usize {
        let [name, mark, next, rest @ ..] = units else { return 0 };
        let dashed = self.is_set_off_dash(units, 1) && self.word(next).starts_with(char::is_uppercase);
        let labels = name.is_name() && (dashed || self.plain(Some(mark)) == ":");
        let finite = |unit: &Unit| matches!(unit.tag.name(), "VBD" | "VBZ" | "VBP");
        let clause = (dashed || !next.tag.name().starts_with('V'))
            && rest.iter().any(|unit| unit.class == UnitClass::Word && finite(unit));
        if labels && clause { 2 } else { 0 }
    }

    /// Whether the unit at `at` is a dash with space on both sides.
    fn is_set_off_dash(&self, units: &[Unit], at: usize) -> bool {
        let place = |token: usize| self.sentence.tokens.get(token).map(|token| &token.range);
        let dash = units[at].tokens.start;
        let apart = match (dash.checked_sub(1).and_then(place), place(dash), place(dash + 1)) {
            (Some(before), Some(dash), Some(after)) => before.end < dash.start && dash.end < after.start,
            _ => false,
        };
        apart && matches!(self.plain(units.get(at)), "-" | "--" | "–" | "—")
    }

    /// How many units a date phrase at the start takes, its comma included; 0 if there is none. Without a comma the
    /// date must be exact and a subject must follow.
    fn fronted_date(&self, units: &[Unit]) -> usize {
        let start = usize::from(is_date_preposition(self.plain(units.first())));
        let mut end = start;
        let (mut dated, mut exact) = (false, 0);
        while end < units.len().min(start + 9) {
            let unit = &units[end];
            let word = self.plain(Some(unit));
            let date = unit.class == UnitClass::Date || is_year(word);
            let comma = word == "," && dated && is_year(self.plain(units.get(end + 1)));
            if !date && !comma && !is_date_word(word) && !is_date_filler(word) {
                break;
            }
            dated |= date || is_date_word(word);
            end += 1;
            exact = if date { end } else { exact };
        }
        if dated && self.plain(units.get(end)) == "," && end + 2 < units.len() {
            end + 1
        } else if start > 0 && exact > 0 && units.get(exact).is_some_and(|unit| self.opens_clause(unit)) {
            exact
        } else {
            0
        }
    }

    /// Whether a subject seems to begin with `unit`.
    fn opens_clause(&self, unit: &Unit) -> bool {
        unit.is_name()
            || matches!(unit.tag.name(), "DT" | "PRP" | "PRP$")
            || unit.tag.is_proper() && !is_date_word(self.word(unit))
    }

    fn merge_lists(&self, units: &[Unit], is_list: &dyn Fn(&Range<usize>) -> bool) -> Vec<Unit> {
        let mut merged: Vec<Unit> = Vec::with_capacity(units.len());
        let mut finite = false;
        let mut at = 0;
        while at < units.len() {
            let tokens = |list: &List| units[at].tokens.start..units[list.end - 1].tokens.end;
            let list = self.list(units, at).filter(|list| list.is_safe(self, units, at, finite));
            if let Some(list) = list.filter(|list| is_list(&tokens(list))) {
                let tokens = tokens(&list);
                merged.push(Unit { tokens, class: UnitClass::List, tag: Tag::NNPS });
                at = list.end;
            } else {
                finite |= is_finite(units[at].tag);
                merged.push(units[at].clone());
                at += 1;
            }
        }
        merged
    }

    /// The longest list that begins with unit `start`, if it has two items.
    fn list(&self, units: &[Unit], start: usize) -> Option<List> {
        let kind = item_kind(units[start].class)?;
        let mut list = List {
            end: self.past_acronym(units, start + 1),
            items: 1,
            comma: false,
            stray: false,
            closed: false,
        };
        while !list.closed {
            let Some((separator, item)) = self.separator(units, list.end) else { break };
            if units.get(item).is_none_or(|unit| item_kind(unit.class) != Some(kind)) {
                break;
            }
            list.closed = separator != Separator::Comma;
            list.comma |= separator != Separator::Word;
            list.stray |= separator == Separator::CommaWord && list.items == 1;
            list.items += 1;
            list.end = self.past_acronym(units, item + 1);
        }
        (list.items > 1).then_some(list)
    }

    /// Past "(NATO)" or "(now Benin)" at `at`.
    fn past_acronym(&self, units: &[Unit], at: usize) -> usize {
        let inside = |unit: &Unit| self.word(unit).starts_with(char::is_uppercase);
        let renamed =
            matches!(self.plain(units.get(at + 1)), "now" | "today" | "formerly" | "then" | "later");
        let name = at + 1 + usize::from(renamed);
        let bracketed = self.plain(units.get(at)) == "("
            && units.get(name).is_some_and(inside)
            && self.plain(units.get(name + 1)) == ")";
        if bracketed { name + 2 } else { at }
    }

    /// What separates items at `at`, and where the next item begins.
    fn separator(&self, units: &[Unit], at: usize) -> Option<(Separator, usize)> {
        let comma = self.plain(units.get(at)) == ",";
        let mut next = at + usize::from(comma);
        let joined = match self.plain(units.get(next)) {
            "and" | "or" | "&" => 1,
            "as" if self.plain(units.get(next + 1)) == "well" && self.plain(units.get(next + 2)) == "as" => 3,
            _ => 0,
        };
        next += joined;
        let separator = match (comma, joined > 0) {
            (true, true) => Separator::CommaWord,
            (true, false) => Separator::Comma,
            (false, true) => Separator::Word,
            (false, false) => return None,
        };
        if self.plain(units.get(next)) == "the" {
            next += 1;
        }
        Some((separator, next))
    }
}

/// What stands between two items.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Separator {
    Comma,
    Word,
    CommaWord,
}

/// A list found by its looks.
struct List {
    /// The unit after it.
    end: usize,
    items: usize,
    /// There is a comma in it.
    comma: bool,
    /// It is of the kind "A, and B".
    stray: bool,
    /// It has its "and".
    closed: bool,
}

impl List {
    /// Whether its last item seems to belong to what follows it: "Iraq and Foreign Minister Aziz",
    /// "Germany and Austria-Hungary".
    fn last_is_part(&self, units: &[Unit]) -> bool {
        let unit = units.get(self.end).filter(|unit| unit.class == UnitClass::Word);
        unit.is_some_and(|unit| matches!(unit.tag.name(), "NNP" | "NNPS" | "HYPH"))
    }

    /// Whether the same preposition stands on both sides: "Norway with | Canada and Finland | with Estonia".
    fn spans_pairs(&self, view: &View, units: &[Unit], start: usize) -> bool {
        let before = start.checked_sub(1).map(|at| &units[at]).filter(|unit| unit.tag.name() == "IN");
        let after = units.get(self.end).filter(|unit| unit.tag.name() == "IN");
        self.items == 2 && before.is_some() && view.plain(before) == view.plain(after)
    }

    /// "the five states of the Nordic Council, | Denmark, Finland, Iceland, Norway and Sweden, met": the list behind the body
    /// says which they are.
    fn names_members(&self, view: &View, units: &[Unit], start: usize) -> bool {
        let body = units[start].class == UnitClass::Organization && view.plain(units.get(start + 1)) == ",";
        let places = units[start + 1..self.end].iter().filter(|unit| unit.is_name());
        let of = if start > 0 && view.plain(units.get(start - 1)) == "the" { start - 1 } else { start };
        let counted = of > 2
            && view.plain(units.get(of - 1)) == "of"
            && units[of - 2].tag == Tag::NNS
            && units[..of - 2].iter().rev().take(3).any(|unit| unit.tag == Tag::CD);
        body && counted
            && places.clone().count() > 1
            && places.into_iter().all(|unit| unit.class == UnitClass::Place)
            && view.plain(units.get(self.end)) == ","
    }

    /// Whether it is a list, and not the end of one clause and the start of another or a name with an apposition.
    /// `finite`: whether a finite verb came before.
    fn is_safe(&self, view: &View, units: &[Unit], start: usize, finite: bool) -> bool {
        let apart = self.spans_pairs(view, units, start) || self.names_members(view, units, start);
        if !self.closed || self.last_is_part(units) || apart {
            return false;
        }
        let followed = units.get(self.end).is_some_and(|unit| is_finite(unit.tag) || unit.tag.name() == "MD");
        let before = start.checked_sub(1).map(|at| &units[at]);
        // "In Oslo, | Norway and Sweden signed"
        let placed = start == 1 && self.items > 2 && before.is_some_and(|unit| unit.tag == Tag::IN);
        if placed && followed && view.plain(units.get(start + 1)) == "," {
            return false;
        }
        let opens = before.is_none_or(|unit| opens_clause_after(view.plain(Some(unit))));
        match (self.items, self.stray) {
            (2, true) => start == 0 && followed,
            (2, false) => !(finite && followed) || opens,
            _ => !(finite && followed && view.plain(units.get(start + 1)) == ",") || opens || self.items > 3,
        }
    }
}

/// After these words a clause begins, so that "A and B" before a finite verb is its subject.
fn opens_clause_after(word: &str) -> bool {
    matches!(
        word.to_ascii_lowercase().as_str(),
        "that"
            | "when"
            | "while"
            | "as"
            | "if"
            | "because"
            | "since"
            | "although"
            | "though"
            | "where"
            | "which"
            | "how"
            | "why"
            | "whether"
            | "said"
            | "says"
            | "and"
            | "but"
            | ","
            | ";"
            | ":"
            | "both"
            | "what"
            | "until"
            | "before"
            | "after"
            | "once"
            | "the"
    )
}

/// Kinds of names that make lists together: people; countries and organizations; events; works.
fn item_kind(class: UnitClass) -> Option<u8> {
    match class {
        UnitClass::Person => Some(0),
        UnitClass::Organization | UnitClass::Place => Some(1),
        UnitClass::Event => Some(2),
        UnitClass::Work => Some(3),
        UnitClass::Word | UnitClass::Date | UnitClass::List => None,
    }
}

fn is_finite(tag: Tag) -> bool {
    matches!(tag.name(), "VBD" | "VBZ" | "VBP" | "MD")
}

fn is_date_preposition(word: &str) -> bool {
    matches!(
        word,
        "In" | "On" | "By" | "Since" | "During" | "Until" | "At" | "From" | "After" | "Before" | "Throughout"
    )
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with(['1', '2']) && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// A word that makes a phrase a date.
fn is_date_word(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "April",
        "August",
        "December",
        "February",
        "Friday",
        "January",
        "July",
        "June",
        "March",
        "May",
        "Monday",
        "November",
        "October",
        "Saturday",
        "September",
        "Sunday",
        "Thursday",
        "Tuesday",
        "Wednesday",
    ];
    const UNITS: &[&str] = &["autumn", "day", "month", "spring", "summer", "week", "winter", "year"];
    is_year(word) || WORDS.contains(&word) || UNITS.contains(&word)
}

/// A word that may stand in a date.
fn is_date_filler(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "the",
        "same",
        "of",
        "that",
        "this",
        "following",
        "next",
        "early",
        "late",
        "mid",
        "mid-",
        "-",
        "previous",
        "beginning",
        "end",
        "later",
        "in",
        "on",
        "morning",
        "evening",
        "night",
    ];
    WORDS.contains(&word)
        || word.len() <= 4
            && word.starts_with(|first: char| first.is_ascii_digit())
            && ["", "st", "nd", "rd", "th"].contains(&word.trim_start_matches(|c: char| c.is_ascii_digit()))
}
