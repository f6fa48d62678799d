//! Office phrases: "former NATO Secretary General", "the minister of foreign affairs of Cyprus", "its deputy head".

use crate::extract::line::Line;
use crate::extract::names::NameMention;
use crate::graph::Kind;
use crate::vocabulary::words::List;
use std::ops::Range;

/// The longest reach of a phrase to either side of its head, in tokens.
const LONGEST: usize = 14;

/// Words that go on an office noun: "Secretary General", "president-elect".
const TAILS: &[&str] = &["general", "elect", "designate", "emeritus"];

/// Words of an office that is no longer held.
const FORMER: [&str; 8] = ["former", "formerly", "ex", "once", "then", "previously", "late", "earlier"];

/// Words for holders driven from office.
pub(super) const FALLEN: [&str; 4] = ["toppled", "ousted", "deposed", "exiled"];

/// How a holder came by an office.
pub(super) const CHOSEN: [&str; 4] = ["elected", "appointed", "re-elected", "reappointed"];

/// Before how a holder came by an office: that it is not long ago.
pub(super) const LATELY: [&str; 3] = ["newly", "recently", "freshly"];

/// When an office is held, as its own words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    Held,
    Former,
    Coming,
}

/// A noun phrase that names an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// Everything, from determiner to complements.
    pub(crate) tokens: Range<usize>,
    /// Where the words of the office itself begin, if not at once ("the first woman at the head of").
    pub(crate) core_start: usize,
    /// The head noun.
    pub(crate) head: usize,
    /// Where the words of the office itself end ("Secretary General") and complements begin.
    pub(crate) core_end: usize,
    pub(crate) plural: bool,
    pub(crate) standing: Standing,
}

/// Every office phrase of a sentence, in reading order.
pub(crate) fn find(line: &Line<'_>) -> Vec<Phrase> {
    let mut found: Vec<Phrase> = Vec::new();
    let mut token = 0;
    while token < line.len() {
        match phrase(line, token) {
            Some(phrase) => {
                token = phrase.core_end.max(token + 1);
                found.push(phrase);
            }
            None => token += 1,
        }
    }
    found
}

fn phrase(line: &Line<'_>, token: usize) -> Option<Phrase> {
    if !line.is_head(token) && !at_the_helm(line, token) {
        return None;
    }
    let (head, core_end) = core(line, token)?;
    let core_start = start(line, token);
    let start = first_at(line, head, core_start);
    let plural = matches!(line.tag(head), "NNS" | "NNPS")
        || (line.word(head).ends_with('s')
            && !line.scene.syntax.words().has(List::Offices, &line.lower(head)));
    let end = complements(line, head, core_end, plural);
    let standing = standing(line, start..core_end);
    let core_start = if core_start == start { start } else { head };
    // "one of the Commission's six vice-presidents"
    let one = one_of(line, start).filter(|_| plural);
    let (start, plural) = one.map_or((start, plural), |one| (one, false));
    Some(Phrase { tokens: start..end, core_start, head, core_end, plural, standing })
}

/// Where "one of" begins before a phrase, whose it is and how many there are passed over: "one of NATO's six".
fn one_of(line: &Line<'_>, start: usize) -> Option<usize> {
    let mut at = start;
    if at > 0 && line.tag(at - 1) == "CD" && line.at(at - 1).is_none() {
        at -= 1;
        if at > 0 && line.possessive(at - 1) {
            at = line.mentions().iter().find(|m| m.tokens.end == at - 1)?.tokens.start;
        }
        if at > 0 && opens(line, at - 1) {
            at -= 1;
        }
    }
    at.checked_sub(2).filter(|&one| line.is(one, &["one"]) && line.is(one + 1, &["of"]))
}

/// "at the | helm", "at the | wheel".
pub(super) fn at_the_helm(line: &Line<'_>, token: usize) -> bool {
    let at = token > 1 && line.is(token - 1, &["the"]) && line.is(token - 2, &["at"]);
    at && line.listed(List::Helms, token)
}

/// "the first woman at the head of X": the phrase begins with whoever is said to be there.
fn first_at(line: &Line<'_>, head: usize, start: usize) -> usize {
    let at_head =
        head > 1 && line.is(head - 2, &["at"]) && line.is(head - 1, &["the"]) && line.is(head, &["head"]);
    if !at_head && !at_the_helm(line, head) {
        return start;
    }
    let at = head - 2;
    let noun = |t: &usize| {
        line.at(*t).is_some_and(Line::is_adjective)
            || matches!(line.tag(*t), "NN" | "NNP" | "JJ" | "JJS" | "RB")
    };
    let first = (0..at).rev().take_while(noun).last().unwrap_or(at);
    let article = first.checked_sub(1).filter(|&t| first < at && line.is(t, &["the", "a", "an"]));
    // "X, then | at the helm of Y"
    let aside = adverbs(line, at);
    let aside = Some(aside).filter(|&t| t > 0 && line.is(t - 1, &[",", "("]));
    article.or(aside).unwrap_or(start)
}

/// Head noun and end of the words of the office; none if the noun only modifies another ("member states").
fn core(line: &Line<'_>, token: usize) -> Option<(usize, usize)> {
    let (mut head, mut end) = (token, token + 1);
    loop {
        let hyphen = line.word(end) == "-" && line.glued(end) && line.glued(end + 1);
        let next = end + usize::from(hyphen);
        if line.at(next).is_some() {
            break;
        }
        if line.is(next, TAILS) {
            end = next + 1;
        } else if line.is(next, &["in"]) && line.is(next + 1, &["chief", "command"]) {
            end = next + 2;
        } else if line.is_head(next) {
            (head, end) = (next, next + 1);
        } else if hyphen && line.is(next, &["in", "at"]) && line.word(next + 1) == "-" {
            end = next + 3;
        } else {
            break;
        }
    }
    // "deputy prime minister" is one office.
    if line.is(head, &["deputy"]) && line.at(end).is_none() && matches!(line.tag(end), "JJ" | "NN" | "NNP") {
        return None;
    }
    let modifier = line.at(end).is_none()
        && matches!(line.tag(end), "NN" | "NNS")
        && !line.is(end, &["today", "yesterday"]);
    (!modifier && line.word(end) != "-").then_some((head, end))
}

/// Walks left over what can stand before an office noun.
fn start(line: &Line<'_>, token: usize) -> usize {
    let mut start = token;
    while start > token.saturating_sub(LONGEST) && start > 0 {
        let before = start - 1;
        if let Some(mention) = line.at(before) {
            if line.is_person(mention) {
                break;
            }
            start = mention.tokens.start;
        } else if opens(line, before) {
            start = before;
            break;
        } else if modifies(line, before, start) {
            start = before;
        } else {
            break;
        }
    }
    while start < token && (line.is(start, &["and", ",", "-", "of"]) || line.possessive(start)) {
        start += 1;
    }
    adverbs(line, start)
}

fn opens(line: &Line<'_>, token: usize) -> bool {
    matches!(line.tag(token), "PRP$" | "WP$") || line.is(token, &["the", "a", "an", "its", "their", "whose"])
}

fn modifies(line: &Line<'_>, token: usize, next: usize) -> bool {
    if line.is(token, &["and", ","]) {
        return coordinates(line, token, next);
    }
    let tag = line.tag(token);
    let noun = matches!(tag, "NN" | "NNP" | "NNPS" | "JJ" | "JJS" | "POS" | "HYPH") && !line.is_head(token);
    let verbal = token > 0 && line.tag(token - 1).starts_with('V');
    let parted = line.is(token, &["retired"]) || line.is(token, &CHOSEN) || line.is(token, &FALLEN);
    let lately = line.is(token, &LATELY) && line.is(next, &CHOSEN);
    // "Elected president in 2019, she": what opens the clause says how the office was come by.
    let fronted = tag == "VBN" && (token == 0 || line.word(token - 1) == ",");
    let participle = parted && !verbal && !fronted;
    let leading = line.is(
        token,
        &[
            "vice",
            "deputy",
            "assistant",
            "managing",
            "acting",
            "sitting",
            "serving",
            "founding",
            "reigning",
            "standing",
            "commanding",
            "presiding",
            "ruling",
            "caretaker",
        ],
    );
    // "the EU's sanctions envoy"
    let compound = token > 0
        && (line.possessive(token - 1)
            || line.at(token - 1).is_some()
            || matches!(line.tag(token - 1), "DT" | "JJ" | "NN" | "PRP$" | "WP$"));
    let plural = tag == "NNS" && !line.is_head(token) && (compound || line.possessive(next));
    let temporal = line.listed(List::FormerWords, token)
        && !line.is(token, &["at", "that", "time", "one", "also", "both", "time"]);
    let clock = ["day", "week", "month", "year", "time", "today", "yesterday"];
    noun && !line.is(token, &["dr", "mr", "mrs"]) && !line.is(token, &clock)
        || (participle && tag != "VBD")
        || lately
        || leading
        || line.is(token, &["under"]) && line.is(next, &["secretary", "secretaries"])
        || plural
        || temporal
        || line.possessive(token)
        || prefixed(line, token)
}

/// The parts of "co-founder", "vice-president", "ex-minister", whatever they were tagged.
fn prefixed(line: &Line<'_>, token: usize) -> bool {
    let hyphen = |t: usize| line.word(t) == "-" && line.glued(t) && line.glued(t + 1);
    let prefix = |t: usize| {
        line.is(t, &["co", "vice", "ex", "deputy", "under", "sub", "pro", "long", "longest", "then", "re"])
    };
    hyphen(token) && token > 0 && prefix(token - 1) || prefix(token) && hyphen(token + 1)
}

/// "foreign and defence minister", "Australian, Philippine and U.S. counterparts".
fn coordinates(line: &Line<'_>, token: usize, next: usize) -> bool {
    let Some(left) = token.checked_sub(1) else { return false };
    let left =
        if line.word(token) == "and" && line.word(left) == "," { left.saturating_sub(1) } else { left };
    let adjective = |t: usize| line.at(t).is_some_and(Line::is_adjective);
    if line.at(left).is_some() || line.at(next).is_some() {
        let names = line.at(left).is_some_and(|m| line.kind(m.entity) == Kind::Country)
            && line.at(next).is_some_and(|m| line.kind(m.entity) == Kind::Country);
        return names && adjective(left) && !line.possessive(next + 1);
    }
    let plain = |t: usize| matches!(line.tag(t), "JJ" | "NN") && !line.is_head(t);
    line.word(token) == "and" && plain(left) && plain(next)
}

/// "then", "once", "at the time" before the phrase.
fn adverbs(line: &Line<'_>, mut start: usize) -> usize {
    while start > 0 && line.at(start - 1).is_none() {
        let spoken = start > 2 && line.is(start - 1, &["time"]) && line.is(start - 3, &["at", "by"]);
        let one = line.tag(start - 1) == "RB" && line.listed(List::FormerWords, start - 1)
            || line.is(start - 1, &["then", "once", "formerly"]);
        if line.is(start - 1, &["until"]) && line.is(start, &["then", "recently"]) {
            start -= 1;
            continue;
        }
        match (spoken, one) {
            (true, _) => start -= 3,
            (_, true) => start -= 1 + usize::from(start > 1 && line.is(start - 2, &["until"])),
            _ => break,
        }
    }
    start
}

fn standing(line: &Line<'_>, tokens: Range<usize>) -> Standing {
    let bare: Vec<usize> = tokens.filter(|&t| line.at(t).is_none()).collect();
    // "The next day Vice President X": the day is the next one.
    let of_time = |t: usize| line.is(t + 1, &["day", "week", "month", "year"]);
    if bare.iter().any(|&t| line.listed(List::ComingWords, t) && !of_time(t)) {
        Standing::Coming
    } else if bare.iter().any(|&t| line.is(t, &FORMER) || line.is(t, &FALLEN)) {
        Standing::Former
    } else {
        Standing::Held
    }
}

/// Walks right over "of State", "of NATO", "to Spain", "for cyber issues at the State Department".
fn complements(line: &Line<'_>, head: usize, core_end: usize, plural: bool) -> usize {
    let mut end = core_end;
    while end < line.len().min(core_end + LONGEST) {
        let from = if line.is(end, &["responsible", "designate"]) { end + 1 } else { past_aside(line, end) };
        let first = end == core_end;
        // "director of Europol and of the Nordic Council"
        let again = !first && line.is(from, &["and"]) && line.is(from + 1, &["of", "at"]);
        let Some(next) = complement(line, head, from + usize::from(again), first, plural) else { break };
        if again && !(from + 1..next).any(|t| line.at(t).is_some_and(|m| line.is_body(m))) {
            break;
        }
        end = next;
    }
    end
}

/// "director, since 2021, of X", "president from 2010 to 2014 of X": where the complement behind a time begins.
pub(super) fn past_aside(line: &Line<'_>, at: usize) -> usize {
    let comma = usize::from(line.word(at) == ",");
    if !line.is(at + comma, &["since", "from", "until", "in", "between"]) {
        return at;
    }
    let time = |t: &usize| {
        let number = line.tag(*t) == "CD" || line.tag(*t) == "NNP";
        line.at(*t).is_none() && (number || line.is(*t, &["to", "until", "and"]))
    };
    let start = at + comma + 1;
    let end = (start..line.len()).take_while(time).last().map_or(start, |t| t + 1);
    let dated = (start..end).any(|t| line.tag(t) == "CD");
    let closed = comma == 0 || line.word(end) == ",";
    let next = end + comma;
    if dated && closed && line.is(next, &["of", "at"]) { next } else { at }
}

fn complement(line: &Line<'_>, head: usize, at: usize, first: bool, plural: bool) -> Option<usize> {
    let preposition = line.lower(at);
    if !matches!(preposition.as_ref(), "of" | "for" | "at" | "in" | "to" | "with" | "on" | "within" | "from")
    {
        return None;
    }
    let end = noun_phrase(line, at + 1, plural)?;
    let names: Vec<&NameMention> =
        line.mentions().iter().filter(|m| m.tokens.start > at && m.tokens.end <= end).collect();
    let of_kind = |kind: Kind| names.iter().any(|m| line.kind(m.entity) == kind);
    let cabinet = || first && is_some_minister(line, head) && of_kind(Kind::Country);
    let fits = match preposition.as_ref() {
        "of" => true,
        // "its head for twelve years"
        "for" => !line.unit(end - 1).is_some_and(|u| line.scene.syntax.measures_time(u)),
        "to" => {
            let secretary = line.is(head, &["secretary"]) && of_kind(Kind::Organization);
            first && (secretary || line.listed(List::PostedOffices, head))
        }
        "on" => {
            first
                && line.listed(List::PostedOffices, head)
                && names.is_empty()
                && !line.tag(at + 1).starts_with("CD")
        }
        "at" | "with" | "within" => of_kind(Kind::Organization),
        // "their counterparts from Chile and Mexico"
        "from" if line.listed(List::RelativeOffices, head) => first && of_kind(Kind::Country),
        "in" if cabinet() => true,
        _ => of_kind(Kind::Organization) && first,
    };
    fits.then_some(end)
}

/// "a minister in Chile": the office is in the state's government; "the minister in Chile" may only be there.
pub(super) fn is_some_minister(line: &Line<'_>, head: usize) -> bool {
    let plain = |t: &usize| matches!(line.tag(*t), "NN" | "JJ") && line.at(*t).is_none();
    let first = (0..head).rev().take_while(plain).last().unwrap_or(head);
    line.is(head, &["minister"]) && first > 0 && line.is(first - 1, &["a", "an"])
}

/// The end of a noun phrase that begins at `from`, with what is coordinated in it; none if there is none.
fn noun_phrase(line: &Line<'_>, from: usize, plural: bool) -> Option<usize> {
    let mut at = from;
    while opens(line, at) || line.is(at, &["both", "this", "that"]) || line.tag(at) == "CD" {
        at += 1;
    }
    let mut end = at;
    while end < line.len() {
        if let Some(mention) = line.at(end) {
            if line.is_person(mention) {
                break;
            }
            end = mention.tokens.end;
            if line.word(end) == "(" && line.at(end + 1).is_some() && line.word(end + 2) == ")" {
                end += 3;
            }
        } else if nominal(line, end) {
            end += 1;
        } else if end > at && joins(line, end, plural) {
            end += 1;
            while opens(line, end) {
                end += 1;
            }
        } else {
            break;
        }
    }
    (end > at).then_some(end)
}

fn nominal(line: &Line<'_>, token: usize) -> bool {
    let noun = matches!(line.tag(token), "NN" | "NNS" | "NNP" | "NNPS" | "JJ" | "POS" | "HYPH" | "VBG")
        || line.possessive(token);
    noun && !(line.is_head(token) && line.at(token + 1).is_some_and(|m| line.is_person(m)))
}

/// Whether "and" or a comma goes on inside the phrase, not to another office or clause.
fn joins(line: &Line<'_>, token: usize, plural: bool) -> bool {
    let mut next = token + 1;
    while opens(line, next) {
        next += 1;
    }
    let name = line.at(next).filter(|m| !line.is_person(m));
    match line.word(token) {
        "," => plural && name.is_some() && line.at(token - 1).is_some() || lists_topics(line, token),
        // "secretary for trade and a critic of X" goes on with another apposition.
        "and" if line.is(token + 1, &["a", "an"]) => false,
        "and" | "&" => {
            let after = name.map_or(next, |m| m.tokens.end);
            let office = (next..(next + 8).min(line.len()))
                .take_while(|&t| line.at(t).is_some() || nominal(line, t))
                .any(|t| line.is_head(t));
            let clause = line.tag(after).starts_with('V') && line.tag(after) != "VBG";
            (name.is_some() || nominal(line, next)) && !office && (plural || !clause)
        }
        _ => false,
    }
}

/// "for peace, security and defence": a comma between plain nouns that an "and" closes.
fn lists_topics(line: &Line<'_>, comma: usize) -> bool {
    let plain =
        |t: usize| matches!(line.tag(t), "NN" | "NNS" | "JJ") && line.at(t).is_none() && !line.is_head(t);
    let mut at = comma;
    while line.word(at) == "," && plain(at + 1) {
        at += 1;
        while plain(at) {
            at += 1;
        }
    }
    at > comma && line.is(at, &["and"]) && plain(at + 1) && plain(comma - 1)
}
