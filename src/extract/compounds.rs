//! Words the tokenizer cut in two or the tagger misread, put right before the parser sees them.

use crate::language::{Tag, Unit, UnitClass, lowered};
use crate::vocabulary::words::{List, WordLists};
use std::borrow::Cow;

/// Puts compounds together and mends tags. `word` tells how a token is written.
pub(crate) fn settle<'a>(units: &mut Vec<Unit>, words: &WordLists, word: impl Fn(usize) -> &'a str) {
    leave_out_others(units, &word);
    join_prefixes(units, &word);
    join_adjectives(units, words, &word);
    let text: Vec<Cow<str>> = units.iter().map(|u| lowered(word(u.tokens.start))).collect();
    let listed = |list: List, i: usize| {
        text.get(i)
            .is_some_and(|w| words.has(list, w) || w.strip_suffix('s').is_some_and(|w| words.has(list, w)))
    };
    for i in 0..units.len() {
        if let Some(tag) = mended(units, &text, &listed, i).and_then(Tag::parse) {
            units[i].tag = tag;
        }
    }
}

/// Whether the words behind a place say that something sits there: "Vienna-based", "Tallinn - headquartered".
pub(crate) fn seats_there(words: &WordLists, behind: [&str; 2]) -> bool {
    let [first, second] = behind;
    let participle =
        if matches!(first, "-" | "‑" | "–") { Some(second) } else { first.strip_prefix('-') };
    participle.is_some_and(|word| words.has(List::SeatParticiples, word))
}

/// "signed by, among others, X", "listed, inter alia, X": what only says that there are more stays out of the clause.
fn leave_out_others<'a>(units: &mut Vec<Unit>, word: &impl Fn(usize) -> &'a str) {
    let is = |unit: &Unit, any: &[&str]| unit.tokens.len() == 1 && any.contains(&word(unit.tokens.start));
    let others = |aside: &[Unit]| {
        is(&aside[0], &[","])
            && is(&aside[3], &[","])
            && (is(&aside[1], &["among"]) && is(&aside[2], &["others"])
                || is(&aside[1], &["inter"]) && is(&aside[2], &["alia"]))
    };
    if let Some(at) = units.windows(4).position(others) {
        units.drain(at..at + 4);
    }
}

/// "co - chaired", "vice - president": one word.
fn join_prefixes<'a>(units: &mut Vec<Unit>, word: &impl Fn(usize) -> &'a str) {
    let plain = |u: &Unit| u.class == UnitClass::Word && u.tokens.len() == 1;
    let mut i = 0;
    while i + 2 < units.len() {
        let hyphen = word(units[i + 1].tokens.start) == "-";
        let prefix = || matches!(lowered(word(units[i].tokens.start)).as_ref(), "co" | "vice" | "ex" | "re");
        if hyphen && prefix() && plain(&units[i]) && plain(&units[i + 1]) && plain(&units[i + 2]) {
            units[i].tokens.end = units[i + 2].tokens.end;
            units[i].tag = units[i + 2].tag;
            units.drain(i + 1..i + 3);
        }
        i += 1;
    }
}

/// "the U.S. - based cleric", "Cyber - related agencies", "state - sponsored groups": an adjective of the noun behind it.
fn join_adjectives<'a>(units: &mut Vec<Unit>, words: &WordLists, word: &impl Fn(usize) -> &'a str) {
    let plain = |u: &Unit| u.class == UnitClass::Word && u.tokens.len() == 1;
    let mut i = 0;
    while i + 3 < units.len() {
        let [first, hyphen, last, noun] = [0, 1, 2, 3].map(|offset| &units[i + offset]);
        let behind = [hyphen, last].map(|unit| word(unit.tokens.start));
        let seat = first.is_name() && first.tokens.end == hyphen.tokens.start && seats_there(words, behind);
        let participle = matches!(last.tag.name(), "VBN" | "VBD" | "JJ");
        let done = plain(first) && first.tag.name().starts_with('N') && plain(last) && participle;
        let joined = match word(hyphen.tokens.start) {
            "-" => seat || done,
            "‐" | "‑" => done,
            _ => false,
        };
        if joined && (noun.is_name() || noun.tag.name().starts_with(['N', 'J'])) {
            let tokens = first.tokens.start..last.tokens.end;
            units[i] = Unit { tokens, class: UnitClass::Word, tag: Tag::JJ };
            units.drain(i + 1..i + 3);
        }
        i += 1;
    }
}

/// The tag a word must have where it stands, if the tagger gave it another.
fn mended(
    units: &[Unit],
    text: &[Cow<str>],
    listed: &impl Fn(List, usize) -> bool,
    i: usize,
) -> Option<&'static str> {
    if units[i].class != UnitClass::Word {
        return None;
    }
    let tag = units[i].tag.name();
    let name = |u: usize| units.get(u).is_some_and(Unit::is_name);
    let next = |words: &[&str]| text.get(i + 1).is_some_and(|w| words.contains(&w.as_ref()));
    let closed = units.get(i + 1).is_none_or(|u| matches!(u.tag.name(), "IN" | "," | "." | "CC" | ":"));
    let before = i.checked_sub(1);
    match tag {
        // "a Brussels think tank"
        _ if text[i] == "think" && next(&["tank", "tanks"]) => Some("NN"),
        // "senior fellow for ..."
        "JJ" if closed && listed(List::Offices, i) && before.is_some_and(|b| units[b].tag.name() == "JJ") => {
            Some("NN")
        }
        // "under secretary at the State Department"
        "IN" if text[i] == "under" && next(&["secretary", "secretaries"]) => Some("JJ"),
        // "was acting director"
        "VBG" if text[i] == "acting" && listed(List::Offices, i + 1) => Some("JJ"),
        // "Royal Navy frigate HMS Spey"
        "VB" | "VBP" if before.is_some_and(name) && name(i + 1) && listed(List::Carriers, i) => Some("NN"),
        // "X hands over to Y"
        "NNS" if matches!(text[i].as_ref(), "hands" | "takes") && next(&["over"]) => Some("VBZ"),
        // "nineteen Caesar howitzers": what is counted is no verb.
        "VBZ"
            if i > 1
                && name(i - 1)
                && units[i - 2].tag.name() == "CD"
                && units[i - 2].class == UnitClass::Word =>
        {
            Some("NNS")
        }
        // "trained near | Constanța"
        "VB" | "VBP" | "JJ" if text[i] == "near" && name(i + 1) => Some("IN"),
        // "came into being"
        "VBG" if text[i] == "being" && before.is_some_and(|b| text[b] == "into") => Some("NN"),
        // "Y was missing"
        "VBG"
            if text[i] == "missing" && before.is_some_and(|b| matches!(text[b].as_ref(), "was" | "were")) =>
        {
            Some("JJ")
        }
        // "Aid from X to Y grew": nobody is told to aid.
        "VB" if i == 0 && units.get(1).is_some_and(|u| u.tag.name() == "IN") => Some("NN"),
        // "X co-chaired the talks"
        "VBN" if units[i].tokens.len() == 3 && before.is_some_and(name) => Some("VBD"),
        _ => None,
    }
}
