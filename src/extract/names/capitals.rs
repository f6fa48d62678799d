//! Whether a city's name means the city or the government that sits there.

use super::view::{View, capitalized};
use super::words::{List, Words};
use std::ops::Range;

/// What a capital does in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It stands for its country.
    Actor,
    /// It is the city.
    Place,
}

/// Decides by the words around it; a list of capitals is decided as a whole.
pub(super) fn role(view: &View, tokens: &Range<usize>) -> Role {
    let (start, end) = listed(view, tokens);
    let in_list = (tokens.start.max(start)..end).any(|i| matches!(view.word(i), "and" | "or" | "nor"));
    if !in_list && dateline(view, tokens) {
        return Role::Place;
    }
    if let Some(role) = by_possession(view, tokens.end) {
        return role;
    }
    match by_preposition(view, start) {
        Some(role) => role,
        None => by_verb(view, start, end),
    }
}

/// The ends of the coordination the name is in ("neither London nor Washington").
fn listed(view: &View, tokens: &Range<usize>) -> (usize, usize) {
    let joins = |i: usize| matches!(view.word(i), "and" | "or" | "nor" | ",");
    let (mut start, mut end) = (tokens.start, tokens.end);
    while joins(end) && capitalized(view.word(end + 1)) {
        end += 2;
        while capitalized(view.word(end)) {
            end += 1;
        }
    }
    while start >= 2 && joins(start - 1) && capitalized(view.word(start - 2)) {
        start -= 2;
        while start > 0 && capitalized(view.word(start - 1)) && view.tag(start - 1).starts_with("NNP") {
            start -= 1;
        }
    }
    (start, end)
}

/// "Tokyo, 25 October 2024", "KAZAN, Russia, 24 October -" where a block begins.
fn dateline(view: &View, tokens: &Range<usize>) -> bool {
    let first = tokens.start == 0 || (0..tokens.start).all(|i| !view.word(i).chars().any(char::is_lowercase));
    let goes_on = view.word(tokens.end) == "," && view.word(tokens.end + 1).starts_with(char::is_lowercase);
    first && view.opening && !goes_on && matches!(view.word(tokens.end), "," | "(" | "-" | "–" | "—" | ":")
}

/// "Kyiv's officials" are a government's, "Kyiv's airport" is a city's.
fn by_possession(view: &View, end: usize) -> Option<Role> {
    if view.hyphen(end) {
        let based = matches!(view.word(end + 1), "based" | "born" | "area");
        return Some(if based { Role::Place } else { Role::Actor });
    }
    // "a London think tank"
    if view.listed(List::OfCity, end) {
        return Some(Role::Place);
    }
    if !view.possessive(end) {
        return None;
    }
    let owned = (end + 1..end + 4).any(|i| view.listed(List::PossessedPlace, i));
    Some(if owned { Role::Place } else { Role::Actor })
}

/// What the word before the list says, if it says anything.
fn by_preposition(view: &View, start: usize) -> Option<Role> {
    let words = Words::get();
    // "in The Hague"
    let start = if view.before(start) == "The" { start - 1 } else { start };
    let before = view.before(start).to_lowercase();
    let noun = start.checked_sub(2).map_or("", |i| view.word(i));
    match before.as_str() {
        "to" | "from" if words.has(List::Transfer, noun) => Some(Role::Actor),
        "of" if noun == "out" => Some(Role::Place),
        "of" if words.has(List::Place, noun) || words.has(List::PossessedPlace, noun) => Some(Role::Place),
        "neither" | "nor" | "both" => None,
        "between" if runs(noun) => Some(Role::Place),
        "in" if governs(noun) => Some(Role::Actor),
        word if words.has(List::Locative, word) => Some(Role::Place),
        word if words.has(List::CapitalObject, word) => Some(Role::Actor),
        _ => None,
    }
}

/// "shuttled between Athens and Ankara", "flights between Tunis and Cairo": what goes from town to town.
fn runs(word: &str) -> bool {
    matches!(
        word,
        "shuttled"
            | "shuttling"
            | "flew"
            | "commuted"
            | "flights"
            | "trains"
            | "railway"
            | "road"
            | "line"
            | "ferry"
    )
}

/// "the authorities in Abuja": those who govern from there.
fn governs(noun: &str) -> bool {
    matches!(
        noun,
        "authorities" | "government" | "regime" | "junta" | "leadership" | "rulers" | "administration"
    )
}

/// A capital that governs a finite verb acts; so does one that suffers another's act.
fn by_verb(view: &View, start: usize, end: usize) -> Role {
    let mut next = past_time(view, end);
    while view.tag(next) == "RB"
        || matches!(view.word(next), "," | "also" | "however" | "itself") && next < end + 3
    {
        next += 1;
    }
    if is_spoken_of_as_city(view, start, next) {
        return Role::Place;
    }
    let finite = is_finite(view, next) || acts_after_comma(view, start, end) || has_officers(view, end);
    let object = start > 0 && view.tag(start - 1).starts_with("VB");
    let officials = matches!(
        view.word(end),
        "officials" | "government" | "authorities" | "regime" | "allies" | "diplomats"
    );
    if finite || object || officials { Role::Actor } else { Role::Place }
}

/// Past "last month", "this week", "on Tuesday" at `at`: when it acts may stand before what it does.
fn past_time(view: &View, at: usize) -> usize {
    let which = matches!(view.word(at), "last" | "this" | "next");
    let unit = matches!(
        view.word(at + 1),
        "day" | "week" | "month" | "year" | "summer" | "spring" | "autumn" | "winter"
    );
    let day = view.word(at) == "on" && view.date(at + 1);
    if which && (unit || view.date(at + 1)) || day { at + 2 } else { at }
}

/// "Luanda was on her itinerary", "whose seat is Abidjan": a copula joins it with what only cities are.
fn is_spoken_of_as_city(view: &View, start: usize, verb: usize) -> bool {
    let copula = |i: usize| {
        matches!(view.word(i), "is" | "was" | "are" | "were" | "remains" | "be" | "been" | "became")
    };
    let urban = |mut range: Range<usize>| range.any(|i| view.listed(List::CityNoun, i));
    let perfect = verb + usize::from(matches!(view.word(verb), "has" | "had"));
    copula(perfect) && urban(perfect + 1..perfect + 6)
        || shelters(view, perfect)
        || start > 0 && copula(start - 1) && urban(start.saturating_sub(5)..start - 1)
}

/// "Kathmandu hosts the secretariat", "Riga has housed the offices": a roof over a body's head is a city's.
fn shelters(view: &View, verb: usize) -> bool {
    let roof = |i: usize| {
        matches!(view.word(i), "secretariat" | "headquarters" | "seat" | "offices" | "office" | "premises")
    };
    match view.word(verb) {
        "accommodates" | "accommodated" | "houses" | "housed" => true,
        "hosts" | "hosted" => (verb + 1..verb + 6).any(roof),
        _ => false,
    }
}

/// "Skopje, whose premier rejects it, may wait": a capital with officers of state is the state.
fn has_officers(view: &View, end: usize) -> bool {
    let officer = matches!(
        view.word(end + 2),
        "premier" | "president" | "government" | "parliament" | "foreign" | "prime"
    );
    view.word(end) == "," && view.word(end + 1) == "whose" && officer
}

fn is_finite(view: &View, at: usize) -> bool {
    matches!(view.tag(at), "VBD" | "VBZ" | "VBP" | "MD")
}

/// "Ankara, which accused ..., gave way", "Budapest, the last to ratify, followed": at the head of a clause a capital
/// acts across what is put in after it, unless that speaks of the city or the verb says what cities do.
fn acts_after_comma(view: &View, start: usize, end: usize) -> bool {
    let opens = start == 0 || matches!(view.before(start), ";" | "but" | "and" | "while");
    if !opens || view.word(end) != "," {
        return false;
    }
    let Some(comma) = (end + 1..view.len().min(end + 16)).find(|&i| view.word(i) == ",") else {
        return false;
    };
    let urban = |i: usize| {
        let word = view.word(i).to_lowercase();
        let called = Words::get().has(List::Place, &word) && matches!(view.word(i + 1), "of" | "in" | "on");
        Words::get().has(List::CityVerb, &word) || called || word == "where"
    };
    let verb = if view.tag(comma + 1) == "RB" { comma + 2 } else { comma + 1 };
    is_finite(view, verb) && !(end + 1..comma).any(urban) && !urban(verb)
}
