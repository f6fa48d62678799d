//! Every name a sentence may hold, one proposal a stretch of tokens: gazetteer, shape, then the model's tags.

use super::Form;
use super::capitals::{self, Role};
use super::shapes;
use super::view::{View, acronym};
use super::words::{List, Words};
use crate::graph::Kind;
use crate::language::{EntityClass, EntityTag};
use crate::vocabulary::gazetteer::{Gazetteer, Hit, NameSort};
use std::ops::Range;

/// What a stretch of tokens is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// An entry of the gazetteer.
    Entry(usize),
    /// One of these entries, if the rest of the document supports it; else what its kind would make of a new name.
    Maybe(Vec<usize>, Option<Kind>),
    /// A name nobody knows yet.
    New(Kind),
}

/// A name at a place in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Proposal {
    pub(super) tokens: Range<usize>,
    pub(super) reading: Reading,
    pub(super) form: Form,
    pub(super) plural: bool,
}

/// A gazetteer name found in a sentence.
struct Match {
    tokens: Range<usize>,
    hits: Vec<Hit>,
}

/// The proposals for one sentence, in order, not overlapping.
pub(super) fn propose(view: &View, gazetteer: &Gazetteer) -> Vec<Proposal> {
    let matches = matches(view, gazetteer);
    let mut known = vec![None; view.len()];
    for m in &matches {
        // Before a year a name that only may mean something known is most often another's.
        let weak = m.hits.iter().all(|h| h.sort == NameSort::Weak) && year(view, m.tokens.end);
        let kind = m.hits.first().filter(|_| !weak).map(|h| gazetteer.entries()[h.entry].kind);
        known[m.tokens.clone()].fill(kind);
    }
    let mut all: Vec<(usize, Proposal)> = Vec::new();
    all.extend(matches.iter().filter_map(|m| read(view, gazetteer, m)).map(|p| (1, p)));
    let shapes = shapes::find(view, &known);
    let person_in = |t: &Range<usize>| {
        let ends =
            |s: &shapes::Shape| s.kind == Kind::Person && s.tokens.end == t.end && s.tokens.start > t.start;
        shapes.iter().any(ends)
    };
    for (mut tokens, mut kind) in tagged(view, &known) {
        let (before, shown) = shapes::unnamed(view, &known, &tokens);
        kind = shown.unwrap_or(kind);
        tokens.start = past_staff(view, &(tokens.start + before..tokens.end));
        if !tokens.is_empty() && !person_in(&tokens) {
            all.push((3, fresh(view, tokens, kind)));
        }
    }
    let source = |s: &shapes::Shape| if s.sure { 0 } else { 2 };
    let named = shapes.into_iter().map(|s| (past_staff(view, &s.tokens)..s.tokens.end, s));
    let named = named.filter(|(tokens, _)| !tokens.is_empty());
    all.extend(named.map(|(tokens, s)| (source(&s), fresh(view, tokens, s.kind))));
    let nobody =
        |tokens: &Range<usize>| people_of_a_body(view, &known, tokens) || is_government(view, &known, tokens);
    all.retain(|(_, p)| !(matches!(p.reading, Reading::New(_)) && nobody(&p.tokens)));
    longest_first(all)
}

/// "Chief of | Staff of the | French Navy", "Chief of the | Defence Staff": whose chief somebody is called is no body; where
/// what the name begins with that is no part of an office begins.
fn past_staff(view: &View, tokens: &Range<usize>) -> usize {
    let of = tokens.start.saturating_sub(1);
    let of = if view.word(of) == "the" { of.saturating_sub(1) } else { of };
    let chief = view.word(of) == "of" && matches!(view.before(of), "Chief" | "chief" | "Chiefs" | "chiefs");
    let branch =
        usize::from(matches!(view.word(tokens.start), "Defence" | "Defense" | "Naval" | "Air" | "Army"));
    if !chief || view.word(tokens.start + branch) != "Staff" || tokens.start + branch >= tokens.end {
        return tokens.start;
    }
    let behind = tokens.start + branch + 1;
    let words = (behind..tokens.end).take_while(|&i| matches!(view.word(i), "of" | "the"));
    behind + words.count()
}

/// "the Government of Bangladesh", "the Lao Government": the state, not a body of its own.
fn is_government(view: &View, known: &shapes::Known, tokens: &Range<usize>) -> bool {
    let government = |i: usize| matches!(view.word(i), "Government" | "Governments");
    let states = |mut range: Range<usize>| {
        !range.is_empty() && range.all(|i| known[i] == Some(Kind::Country) || view.word(i) == "the")
    };
    let of = government(tokens.start) && view.word(tokens.start + 1) == "of";
    of && states(tokens.start + 2..tokens.end)
        || government(tokens.end - 1) && states(tokens.start..tokens.end - 1)
}

/// "ASEAN Foreign Ministers", "Commonwealth Heads of Government": those who meet for a known body are no body themselves.
fn people_of_a_body(view: &View, known: &shapes::Known, tokens: &Range<usize>) -> bool {
    let of_body = |i: &usize| known[*i] == Some(Kind::Organization);
    let rest = tokens.start + tokens.clone().take_while(of_body).count();
    let plural = |i: usize| view.word(i).strip_suffix('s').is_some_and(|w| Words::get().has(List::Title, w));
    let heads = view.word(rest) == "Heads" && view.word(rest + 1) == "of";
    let last = tokens.end - 1;
    let begun = rest > tokens.start || heads;
    begun && rest < tokens.end && (heads && !view.word(last).contains("eeting") || plural(last))
}

/// A proposal of a name nobody knows.
fn fresh(view: &View, tokens: Range<usize>, kind: Kind) -> Proposal {
    let single = tokens.len() == 1;
    let form = if single && acronym(view.word(tokens.start)) {
        Form::Acronym
    } else if single && kind == Kind::Person {
        Form::Surname
    } else {
        Form::Name
    };
    Proposal { tokens, reading: Reading::New(kind), form, plural: false }
}

/// Of overlapping proposals the longest, of equals the surer source.
fn longest_first(mut all: Vec<(usize, Proposal)>) -> Vec<Proposal> {
    all.sort_by_key(|(source, p)| (std::cmp::Reverse(p.tokens.len()), *source, p.tokens.start));
    let mut kept: Vec<Proposal> = Vec::new();
    for (_, proposal) in all {
        let free =
            |k: &Proposal| k.tokens.end <= proposal.tokens.start || proposal.tokens.end <= k.tokens.start;
        if kept.iter().all(free) {
            kept.push(proposal);
        }
    }
    kept.sort_by_key(|p| p.tokens.start);
    kept
}

/// The longest gazetteer names of a sentence, left to right.
fn matches(view: &View, gazetteer: &Gazetteer) -> Vec<Match> {
    let mut out = Vec::new();
    let mut piece = 0;
    while piece < view.folded.len() {
        let token = view.piece_token[piece];
        let whole = piece == 0 || view.piece_token[piece - 1] != token;
        let found = whole.then(|| gazetteer.longest(&view.folded, piece)).flatten();
        match found {
            Some((n, hits)) if view.piece_token.get(piece + n) != Some(&view.piece_token[piece + n - 1]) => {
                let tokens = token..view.piece_token[piece + n - 1] + 1;
                let end = before_region(view, &tokens, gazetteer).unwrap_or(tokens.end);
                out.push(Match { tokens: token..end, hits });
                piece = view.piece_token.partition_point(|&t| t < end);
            }
            _ => piece += 1,
        }
    }
    out
}

/// "Brest, France", which tells it from another Brest: where the town's own name ends, if the rest is known by itself.
fn before_region(view: &View, tokens: &Range<usize>, gazetteer: &Gazetteer) -> Option<usize> {
    let comma = tokens.clone().find(|&i| view.word(i) == ",")?;
    let region = gazetteer.lookup(&view.text(&(comma + 1..tokens.end)));
    let known = |h: &Hit| matches!(gazetteer.entries()[h.entry].kind, Kind::Country | Kind::Place);
    region.iter().any(known).then_some(comma)
}

/// What a gazetteer name means here, if anything.
fn read(view: &View, gazetteer: &Gazetteer, m: &Match) -> Option<Proposal> {
    let entry = |h: &&Hit| &gazetteer.entries()[h.entry];
    let strong = |h: &&Hit| matches!(h.sort, NameSort::Preferred | NameSort::Alternative | NameSort::Former);
    let sort = |s: &'static [NameSort]| move |h: &&Hit| s.contains(&h.sort);
    let named: Vec<&Hit> = m.hits.iter().filter(strong).collect();
    let capital = m.hits.iter().find(sort(&[NameSort::Capital]));
    let metonym = m.hits.iter().find(sort(&[NameSort::Metonym]));
    let people = m.hits.iter().find(sort(&[NameSort::Adjective, NameSort::Demonym, NameSort::DemonymPlural]));
    if people.is_some_and(|h| named.is_empty() && entry(&h).kind != Kind::Country) {
        return None;
    }
    let propose = |reading, form, plural| Some(Proposal { tokens: m.tokens.clone(), reading, form, plural });
    if misread(view, m, &named, gazetteer) {
        return None;
    }
    let outright = named.iter().any(|h| entry(h).kind != Kind::Place);
    if let Some(country) = metonym.or(capital).filter(|_| !outright) {
        let place = named.iter().find(|h| entry(h).kind == Kind::Place);
        let role = capitals::role(view, &m.tokens);
        if role == Role::Actor || metonym.is_some() && place.is_none() && capital.is_none() {
            return propose(Reading::Entry(country.entry), Form::Metonym, false);
        }
        return propose(
            place.map_or(Reading::New(Kind::Place), |h| Reading::Entry(h.entry)),
            Form::Name,
            false,
        );
    }
    if let Some(hit) = people.filter(|_| named.is_empty()) {
        let (form, plural) = nationality(view, &m.tokens, hit.sort);
        return propose(Reading::Entry(hit.entry), form, plural);
    }
    let form =
        if m.tokens.len() == 1 && acronym(view.word(m.tokens.start)) { Form::Acronym } else { Form::Name };
    match named.as_slice() {
        [] => propose(
            Reading::Maybe(m.hits.iter().map(|h| h.entry).collect(), fallback(view, &m.tokens)),
            if m.hits[0].sort == NameSort::FamilyName { Form::Surname } else { form },
            false,
        ),
        [one] => propose(Reading::Entry(one.entry), form, false),
        [first, ..] if named.iter().any(|h| entry(h).kind == Kind::Country) => {
            let country = named.iter().find(|h| entry(h).kind == Kind::Country).unwrap_or(first);
            propose(Reading::Entry(country.entry), form, false)
        }
        several => propose(
            Reading::Maybe(several.iter().map(|h| h.entry).collect(), Some(entry(&several[0]).kind)),
            form,
            false,
        ),
    }
}

/// Whether the context rules the gazetteer's reading out: a function word set in capitals, or an ambiguous name that
/// is part of a longer one of a person, or no name at all to the tagger.
fn misread(view: &View, m: &Match, named: &[&Hit], gazetteer: &Gazetteer) -> bool {
    if m.tokens.len() == 1 && view.function(m.tokens.start) {
        return true;
    }
    let ambiguous = !named.is_empty() && named.iter().all(|h| gazetteer.entries()[h.entry].ambiguous);
    if !ambiguous {
        return false;
    }
    let personal = named.iter().all(|h| gazetteer.entries()[h.entry].kind == Kind::Person);
    let tag = view.tokens[m.tokens.start].entity;
    let longer = tag == EntityTag::Inside(EntityClass::Person)
        || view.tokens.get(m.tokens.end).is_some_and(|t| t.entity == EntityTag::Inside(EntityClass::Person));
    longer && !personal || tag == EntityTag::Outside && !view.tag(m.tokens.start).starts_with("NN")
}

/// The kind its main noun or the model gives a name the gazetteer is not sure of.
fn fallback(view: &View, tokens: &Range<usize>) -> Option<Kind> {
    match view.tokens[tokens.start].entity {
        _ if tokens.len() > 1 && shapes::head_of(view, tokens).is_some() => shapes::head_of(view, tokens),
        EntityTag::Begin(class) | EntityTag::Inside(class) => kind_of(class),
        EntityTag::Outside => None,
    }
}

/// Whether a nationality modifies a noun or stands for people, and for how many.
fn nationality(view: &View, tokens: &Range<usize>, sort: NameSort) -> (Form, bool) {
    let next = view.tag(tokens.end);
    let noun = next.starts_with("NN")
        || next.starts_with("JJ")
        || next == "HYPH"
        || next == "VBN"
        || next == "CD"
        || next == "VBG";
    if sort == NameSort::Adjective && (noun || view.hyphen(tokens.end)) {
        return (Form::Adjective, false);
    }
    let tag = view.tag(tokens.start);
    if sort == NameSort::Adjective && tag == "JJ" && shares_noun(view, tokens.end) {
        return (Form::Adjective, false);
    }
    let the = view.before(tokens.start).eq_ignore_ascii_case("the");
    let plural = sort == NameSort::DemonymPlural || tag.ends_with('S') || the && sort == NameSort::Adjective;
    if noun && !tag.ends_with('S') { (Form::Adjective, false) } else { (Form::Demonym, plural) }
}

/// "his Japanese and Australian counterparts": of adjectives joined before a plural noun each modifies it.
fn shares_noun(view: &View, mut at: usize) -> bool {
    let joins = |i: usize| matches!(view.word(i), "," | "and" | "or" | "&");
    while joins(at) && view.named(at + 1 + usize::from(joins(at + 1))) {
        at += 2 + usize::from(joins(at + 1));
    }
    view.tag(at) == "NNS" && joins(at.wrapping_sub(2)) && !view.named(at)
}

fn kind_of(class: EntityClass) -> Option<Kind> {
    match class {
        EntityClass::Person => Some(Kind::Person),
        EntityClass::Organization => Some(Kind::Organization),
        EntityClass::Place => Some(Kind::Place),
        EntityClass::Event => Some(Kind::Event),
        EntityClass::Work => Some(Kind::Document),
        EntityClass::Group | EntityClass::Date | EntityClass::Number => None,
    }
}

/// The model's names, cut down to what reads like a name.
fn tagged(view: &View, known: &shapes::Known) -> Vec<(Range<usize>, Kind)> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < view.len() {
        let EntityTag::Begin(class) = view.tokens[i].entity else {
            i += 1;
            continue;
        };
        let start = i;
        i += 1;
        while view.tokens.get(i).is_some_and(|t| t.entity == EntityTag::Inside(class)) {
            i += 1;
        }
        if let Some(kind) = kind_of(class) {
            let mut start = start;
            let parts =
                |i: &usize| view.listed_before(List::Suffix, *i) || parts_names(view, known, start..*i);
            for end in (start + 1..i).filter(parts).chain([i]).collect::<Vec<_>>() {
                out.extend(trimmed(view, known, start..end, kind));
                start = end;
            }
        }
    }
    out
}

/// "Sovcomflot | and Rosneft": names of one word each, of which neither tells what it is, are two names.
fn parts_names(view: &View, known: &shapes::Known, before: Range<usize>) -> bool {
    let and = before.end;
    let plain = |i: usize| view.named(i) && shapes::head_of(view, &(i..i + 1)).is_none();
    let single = before.len() == 1 && plain(and - 1) && plain(and + 1) && !view.named(and + 2);
    // "USS Porter | and USS Ross"
    let ships = view.listed(List::ShipPrefix, and + 1);
    view.word(and) == "and" && (single || ships || parts_bodies(view, known, before))
}

/// "Foreign Trade Bank | and Investment Bank", "National Bank of Cambodia | and Acleda Bank": two bodies, of which both end in
/// the same noun or the first in its country.
fn parts_bodies(view: &View, known: &shapes::Known, before: Range<usize>) -> bool {
    let and = before.end;
    let inside = |i: &usize| view.named(*i) || view.word(*i) == "and";
    let end = (and + 1..view.len()).find(|i| !inside(i)).unwrap_or(view.len());
    let body = |tokens: &Range<usize>| shapes::head_of(view, tokens) == Some(Kind::Organization);
    let of = before.clone().find(|&i| matches!(view.word(i), "of" | "for" | "on"));
    let same = of.is_none() && view.word(end - 1) == view.word(and - 1);
    let national = of.is_some() && known[and - 1] == Some(Kind::Country);
    before.len() > 1 && end > and + 2 && (same || national) && body(&before) && body(&(and + 1..end))
}

/// A tagged stretch cut down to a name, and what it names; `None` if no name is left.
fn trimmed(
    view: &View,
    known: &shapes::Known,
    tokens: Range<usize>,
    kind: Kind,
) -> Option<(Range<usize>, Kind)> {
    let tokens = without_idle_ends(view, known, after_owner(view, known, tokens), kind);
    let mut tokens = behind_make(view, one_of_two(view, known, before_phrase(view, tokens), kind));
    if tokens.is_empty() || is_several(view, known, &tokens) {
        return None;
    }
    tokens.end = before_place(view, known, &tokens, kind);
    if kind == Kind::Person {
        tokens.end = shapes::person_end(view, known, &tokens);
    }
    let kind = sound_kind(view, &tokens, kind);
    if let Some(person) = native(view, known, &tokens)
        .filter(|_| matches!(kind, Kind::Organization | Kind::Person | Kind::Place))
    {
        return Some((person, Kind::Person));
    }
    if kind == Kind::Organization {
        if shapes::is_portfolio(view, tokens.start) {
            return None;
        }
        tokens.end = shapes::body_end(view, known, &tokens);
        tokens.end = before_ship(view, &tokens);
        tokens = shapes::with_ordinal(view, &tokens);
    }
    (!tokens.is_empty() && plausible(view, &tokens, kind) && !is_office(view, &tokens))
        .then_some((tokens, kind))
}

/// Without the words at either end that no name begins or ends with, and without the titles of people.
fn without_idle_ends(
    view: &View,
    known: &shapes::Known,
    mut tokens: Range<usize>,
    kind: Kind,
) -> Range<usize> {
    let idle = |i: usize| {
        let proper = view.tokens[i].tag.is_proper() && view.word(i).chars().any(char::is_alphanumeric);
        !view.named(i) && (!proper || view.possessive(i)) && !year(view, i)
    };
    let titled = |i: usize| {
        let word = view.word(i).trim_end_matches('.');
        kind == Kind::Person && (Words::get().has(List::Title, word) || known[i] == Some(Kind::Country))
    };
    while tokens.start < tokens.end && (idle(tokens.start) || titled(tokens.start)) {
        tokens.start += 1;
    }
    while tokens.start < tokens.end && idle(tokens.end - 1) {
        tokens.end -= 1;
    }
    tokens
}

/// "the International Fleet Review | at Visakhapatnam", "Ankara Declaration | before Recep Tayyip Erdogan".
fn before_phrase(view: &View, tokens: Range<usize>) -> Range<usize> {
    let opens = |i: &usize| matches!(view.word(*i), "at" | "before" | "during" | "alongside" | "amid");
    let end = tokens.clone().skip(1).find(opens).unwrap_or(tokens.end);
    tokens.start..end
}

/// "Frontex, | Cape Verde" are two.
fn one_of_two(view: &View, known: &shapes::Known, tokens: Range<usize>, kind: Kind) -> Range<usize> {
    let comma = tokens.clone().find(|&i| kind == Kind::Organization && view.word(i) == ",");
    let whole = |mut range: Range<usize>| range.all(|i| known[i].is_some());
    let two = |comma: &usize| whole(tokens.start..*comma) && whole(*comma + 1..tokens.end);
    tokens.start..comma.filter(two).unwrap_or(tokens.end)
}

/// "F-35s of the | 493rd Fighter Squadron".
fn behind_make(view: &View, tokens: Range<usize>) -> Range<usize> {
    if !is_make(view.word(tokens.start)) || view.word(tokens.start + 1) != "of" {
        return tokens;
    }
    let behind = tokens.start + 2 + usize::from(view.word(tokens.start + 2) == "the");
    behind.min(tokens.end)..tokens.end
}

/// "Heraklion | on Crete"; "Victoria, Seychelles" are two places.
fn before_place(view: &View, known: &shapes::Known, tokens: &Range<usize>, kind: Kind) -> usize {
    if known[tokens.start] == Some(Kind::Place) && view.word(tokens.start + 1) == "on" {
        return tokens.end.min(tokens.start + 1);
    }
    let comma = |i: &usize| kind == Kind::Place && view.word(*i) == ",";
    tokens.clone().find(comma).unwrap_or(tokens.end)
}

/// "F-35s", "C-130s": several of a type.
fn is_make(word: &str) -> bool {
    word.ends_with('s')
        && word.bytes().any(|b| b.is_ascii_digit())
        && word.starts_with(|c: char| c.is_ascii_uppercase())
}

/// "German | Eurofighters", "four | Hornets": several of a make are no name.
fn is_several(view: &View, known: &shapes::Known, tokens: &Range<usize>) -> bool {
    let at = tokens.start;
    if tokens.len() != 1 || at == 0 || known[at].is_some() {
        return false;
    }
    let word = view.word(at);
    let plural =
        word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is");
    let native = known[at - 1] == Some(Kind::Country) && view.tag(at - 1).starts_with("JJ");
    plural && word.len() > 4 && !acronym(word) && (native || view.tag(at - 1) == "CD")
}

/// "the | Foreign Ministers | of Peru and Colombia": an office with capitals, which several hold.
fn is_office(view: &View, tokens: &Range<usize>) -> bool {
    let words = Words::get();
    let singular = view.word(tokens.end - 1).strip_suffix('s');
    let plain = |i: usize| view.listed(List::Generic, i) || view.listed(List::TitleModifier, i);
    singular.is_some_and(|word| words.has(List::Title, word))
        && view.word(tokens.end) == "of"
        && (tokens.start..tokens.end - 1).all(plain)
}

/// "the Royal Netherlands Navy | HNLMS Zierikzee": where a body's name ends and a ship's begins.
fn before_ship(view: &View, tokens: &Range<usize>) -> usize {
    let ship = |i: &usize| *i > tokens.start && view.listed(List::ShipPrefix, *i);
    let mut end = tokens.clone().find(ship).unwrap_or(tokens.end);
    while end < tokens.end && end > tokens.start && !view.named(end - 1) {
        end -= 1;
    }
    end
}

/// "Ban Ki-moon of South Korea", "Swede Jan Eliasson": a name of two or three words, none of which tells of a body,
/// beside a country is a person's.
fn native(view: &View, known: &shapes::Known, tokens: &Range<usize>) -> Option<Range<usize>> {
    if tokens.is_empty() {
        return None;
    }
    let country = |i: usize| known.get(i).copied().flatten() == Some(Kind::Country);
    let of = tokens.clone().find(|&i| view.word(i) == "of").filter(|&of| country(of + 1));
    let name = match of {
        Some(of) => tokens.start..of,
        None if country(tokens.start) && !country(tokens.start + 1) => tokens.start + 1..tokens.end,
        // "NATO | Jaap de Hoop Scheffer"
        None if known[tokens.start] == Some(Kind::Organization) && acronym(view.word(tokens.start)) => {
            tokens.start + 1..tokens.end
        }
        None => return None,
    };
    let telling = |i: usize| shapes::head_of(view, &(i..i + 1)).is_some();
    let plain = |i: usize| {
        let particle = view.listed(List::Particle, i);
        let named = view.named(i) && !acronym(view.word(i)) && !telling(i);
        let personal = matches!(known[i], None | Some(Kind::Person));
        view.hyphen(i) || personal && (named || particle)
    };
    let words = name.clone().filter(|&i| view.named(i)).count();
    let demonym = of.is_some() || view.word(tokens.start).len() > 2 && view.tag(tokens.start) != "JJ";
    ((2..=3).contains(&words) && demonym && name.clone().all(plain)).then_some(name)
}

/// The kind the model gives a name, put right where its letters or its main noun say otherwise.
fn sound_kind(view: &View, tokens: &Range<usize>, kind: Kind) -> Kind {
    let word = view.word(tokens.start);
    if tokens.len() == 1 && acronym(word) && !view.capitals {
        let exercise = word.len() > 4 && word.ends_with("EX");
        return if exercise { Kind::Event } else { Kind::Organization };
    }
    if kind == Kind::Person { kind } else { shapes::head_of(view, tokens).unwrap_or(kind) }
}

/// A tagged stretch without the owner it begins with ("Mongolia's State Hural").
fn after_owner(view: &View, known: &shapes::Known, tokens: Range<usize>) -> Range<usize> {
    let body = |i: usize| shapes::head_of(view, &(tokens.start..i)) == Some(Kind::Organization);
    let owns = |i: usize| known[i - 1].is_some() || i > tokens.start + 1 && body(i);
    let owner = tokens.clone().find(|&i| i > tokens.start && view.possessive(i) && owns(i));
    owner.map_or(tokens.start, |i| i + 1)..tokens.end
}

/// Whether a tagged stretch reads like a name: capitals, no date, no punctuation between its parts, not one common word.
fn plausible(view: &View, tokens: &Range<usize>, kind: Kind) -> bool {
    let words = Words::get();
    let dated = tokens.clone().any(|i| view.date(i));
    let broken = tokens.clone().any(|i| {
        matches!(view.word(i), "(" | ")" | ";" | "." | "|" | "/" | ":")
            || matches!(view.word(i), "-" | "–" | "—") && !view.hyphen(i)
    });
    let text = view.text(tokens);
    let text = text.replace('.', "");
    let office = [text.as_str(), text.trim_end_matches('s')].iter().any(|t| words.has(List::Title, t));
    let last = view.word(tokens.end - 1);
    let ends_in_office = tokens.len() > 1 && kind != Kind::Person && words.has(List::Title, last);
    let common = tokens.len() == 1
        && (shapes::head_of(view, tokens).is_some()
            || words.has(List::Compass, last)
            || words.has(List::TitleModifier, last)
            || !view.tokens[tokens.start].tag.is_proper() && !acronym(last));
    // "United Nations High" of a High Commissioner, "Australian Foreign" of a Foreign Minister.
    let cut_short = kind == Kind::Organization
        && words.has(List::TitleModifier, last)
        && shapes::head_of(view, tokens).is_none();
    let shouted = view.titled && (tokens.len() == 1 || !matches!(kind, Kind::Person | Kind::Place));
    tokens.clone().any(|i| view.named(i))
        && !(dated || broken || office || ends_in_office || common || cut_short || shouted)
}

fn year(view: &View, i: usize) -> bool {
    let word = view.word(i);
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())
}
