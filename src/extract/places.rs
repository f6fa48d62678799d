//! Places, bodies and events that are said to lie in others by standing beside them: "Nanao, Japan", "Suva, the Fijian
//! capital", "the Thai province of Rayong", "the summit in Kazan".

use super::compounds::seats_there;
use super::names::{Form, NameMention};
use crate::graph::Kind;
use crate::language::Sentence;
use crate::vocabulary::words::{List, WordLists};

/// How many words may stand between a place and what it is called ("the main commercial port of").
const LONGEST_APPOSITION: usize = 7;

/// One sentence, as a row of words and names.
pub(crate) struct Row<'a, K: Fn(usize) -> Kind> {
    pub(crate) text: &'a str,
    pub(crate) sentence: &'a Sentence,
    pub(crate) mentions: &'a [NameMention],
    pub(crate) kind: K,
    pub(crate) words: &'a WordLists,
}

/// Something, the place it lies in, and the token at which the former is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Located {
    pub(crate) inner: usize,
    pub(crate) outer: usize,
    pub(crate) token: usize,
}

impl<K: Fn(usize) -> Kind> Row<'_, K> {
    /// What of the sentence lies where.
    pub(crate) fn located(&self) -> Vec<Located> {
        let mut found: Vec<Located> = Vec::new();
        for at in 1..self.mentions.len() {
            let (one, next) = (&self.mentions[at - 1], &self.mentions[at]);
            let before = at.checked_sub(2).map(|b| &self.mentions[b]);
            for (inner, outer) in self.pair(one, next).into_iter().chain(self.province(before, one, next)) {
                let located = Located { inner: inner.entity, outer: outer.entity, token: inner.tokens.start };
                if located.inner != located.outer && !found.contains(&located) {
                    found.push(located);
                }
            }
        }
        found
    }

    fn pair<'m>(
        &self,
        one: &'m NameMention,
        next: &'m NameMention,
    ) -> Option<(&'m NameMention, &'m NameMention)> {
        match (self.kind_of(one), self.kind_of(next)) {
            (Kind::Place, Kind::Country | Kind::Place) if self.place_beside(one, next) => Some((one, next)),
            (Kind::Country, Kind::Place) if self.adjective_before(one, next) || self.owned(one, next) => {
                Some((next, one))
            }
            (Kind::Country | Kind::Place, Kind::Organization) if self.based(one, next) => Some((next, one)),
            (Kind::Organization, Kind::Country | Kind::Place) if self.seat_beside(one, next) => {
                Some((one, next))
            }
            (Kind::Event, Kind::Country | Kind::Place) if self.venue_beside(one, next) => Some((one, next)),
            (Kind::Place, Kind::Event) if self.destination_for(one, next) || self.sideline(one, next) => {
                Some((next, one))
            }
            _ => None,
        }
    }

    fn kind_of(&self, mention: &NameMention) -> Kind {
        (self.kind)(mention.entity)
    }

    fn word(&self, token: usize) -> &str {
        self.sentence.tokens.get(token).map_or("", |t| &self.text[t.range.clone()])
    }

    fn between(&self, one: &NameMention, next: &NameMention) -> Vec<&str> {
        (one.tokens.end..next.tokens.start).map(|t| self.word(t)).collect()
    }

    /// "Nanao, Japan,", "Cam Ranh Bay in Vietnam", "Suva, in Fiji,", "Suva, the capital of Fiji", "Suva, the Fijian capital".
    fn place_beside(&self, place: &NameMention, whole: &NameMention) -> bool {
        let country = self.kind_of(whole) == Kind::Country;
        let between = self.between(place, whole);
        match between.as_slice() {
            [","] => {
                let named = country && whole.form == Form::Name;
                let listed = self.is_listed_on(whole.tokens.end);
                named && self.closes(whole.tokens.end) && !listed && !self.is_source(place)
            }
            ["in"] | ["in", "the"] => (country || self.is_base(place)) && whole.form == Form::Name,
            [",", "in"] | [",", "in", "the"] => {
                country
                    && whole.form == Form::Name
                    && matches!(self.word(whole.tokens.end), "," | "." | ";" | ")")
            }
            // "Swakopmund, on Namibia's desert coast,"
            [",", "on"] if country && self.is_owner(whole) => {
                self.calling_after(whole.tokens.end + 1).is_some_and(|end| self.closes(end))
            }
            ["at" | "near" | "outside"] => self.is_base(place) && whole.form == Form::Name,
            [",", "the" | "a" | "an", calling @ .., "of" | "in" | "on"] => {
                self.calls_a_place(calling) && whole.form != Form::Adjective
            }
            [",", "the" | "a" | "an", calling @ .., "of" | "in" | "on", "the"] => self.calls_a_place(calling),
            [",", "the", ..] if country => {
                let after = self.calling_after(whole.tokens.end);
                between.len() <= LONGEST_APPOSITION && after.is_some_and(|end| self.closes(end))
            }
            _ => false,
        }
    }

    /// Whether a possessive mark stands behind a name.
    fn is_owner(&self, mention: &NameMention) -> bool {
        matches!(self.word(mention.tokens.end), "'s" | "’s" | "'" | "’")
    }

    /// "According to Kyiv, Russia, ...": a capital for its state.
    fn is_source(&self, place: &NameMention) -> bool {
        let is = |t: usize, word: &str| self.word(t).eq_ignore_ascii_case(word);
        place.tokens.start.checked_sub(2).is_some_and(|t| is(t, "according") && is(t + 1, "to"))
    }

    /// "Air Base 101", "Changi Naval Base", "Camp Lemonnier": what lies in a place, by its name.
    fn is_base(&self, place: &NameMention) -> bool {
        let installation = |t: usize| {
            matches!(
                self.word(t),
                "Base" | "Airport" | "Airfield" | "Camp" | "Barracks" | "Airbase" | "Harbour" | "Dockyard"
            )
        };
        place.tokens.len() > 1 && place.tokens.clone().any(installation)
    }

    /// A short phrase whose head is "capital", "port", "province" ...
    fn calls_a_place(&self, phrase: &[&str]) -> bool {
        let plain = |w: &&str| w.chars().all(|c| c.is_alphabetic() || c == '-');
        phrase.len() <= LONGEST_APPOSITION
            && phrase.iter().all(plain)
            && phrase.last().is_some_and(|w| self.words.has(List::PlaceNouns, w))
    }

    /// The end of a place noun that begins at `token`, after at most two words.
    fn calling_after(&self, token: usize) -> Option<usize> {
        (token..token + 3).find(|&t| self.words.has(List::PlaceNouns, self.word(t))).map(|t| t + 1)
    }

    /// "the Thai province of Rayong", "the Estonian capital, Tallinn".
    fn adjective_before(&self, country: &NameMention, place: &NameMention) -> bool {
        let between = self.between(country, place);
        let of = match between.as_slice() {
            [calling @ .., "of" | ","] | calling => calling,
        };
        let tag = self.sentence.tokens[country.tokens.start].tag.name();
        let modifies = country.form == Form::Adjective || tag == "JJ";
        modifies && !of.is_empty() && of.len() <= 3 && self.calls_a_place(of)
    }

    /// "Thailand's Rayong province", "Japan's port of Sasebo".
    fn owned(&self, country: &NameMention, place: &NameMention) -> bool {
        let called = self.words.has(List::PlaceNouns, self.word(place.tokens.end)) || self.is_base(place);
        match self.between(country, place).as_slice() {
            ["'s" | "’s"] => called,
            ["'s" | "’s", calling @ .., "of"] => !calling.is_empty() && self.calls_a_place(calling),
            _ => false,
        }
    }

    /// "the Vienna-based IAEA", "the Tallinn-headquartered e-Governance Academy".
    fn based(&self, place: &NameMention, body: &NameMention) -> bool {
        match *self.between(place, body).as_slice() {
            [hyphen, participle] => seats_there(self.words, [hyphen, participle]),
            [joined] => seats_there(self.words, [joined, ""]),
            _ => false,
        }
    }

    /// "the University of Tartu in Estonia", "the Municipality of Pogradec, in Albania,", "the Maritime Unit (MU) in Oslo".
    fn seat_beside(&self, body: &NameMention, place: &NameMention) -> bool {
        let last = (self.kind)(place.entity) == Kind::Place || place.form == Form::Name;
        let name = self.spelt_out(body);
        let seated =
            name.tokens.clone().any(|t| self.words.has(List::SeatedNouns, &self.word(t).to_lowercase()));
        let mut between = past_acronym(self.between(body, place));
        // "in The Hague"
        between.pop_if(|word| word.eq_ignore_ascii_case("the"));
        // A body introduced with its acronym is somewhere if it is no union of states, wherever that may meet.
        let wide = |t: usize| self.words.has(List::UnionNouns, &self.word(t).to_lowercase());
        let introduced = name.tokens != body.tokens && !name.tokens.clone().any(wide);
        // "The World Trade Organization in Geneva said": what acts, with its place, does so at its seat; a bloc wherever it meets.
        let bloc = |t: usize| wide(t) && !self.word(t).starts_with("Organi");
        let spelt = name.tokens.len() > 1 && !name.tokens.clone().any(bloc);
        let acts = name.tokens.start <= 1 && spelt && self.acts_behind(place);
        // "the World Trade Organization (WTO) in Geneva"
        if name.tokens != body.tokens && between.first() == Some(&")") {
            between.remove(0);
        }
        match between.as_slice() {
            ["in" | "at"] => {
                let city = self.kind_of(place) == Kind::Place;
                last && (seated || city && (self.worked_at(name) || introduced || acts))
            }
            [",", "in"] => last && self.word(place.tokens.end) == ",",
            _ => false,
        }
    }

    /// Whether a finite verb stands right behind a place.
    fn acts_behind(&self, place: &NameMention) -> bool {
        let tag = self.sentence.tokens.get(place.tokens.end).map_or("", |token| token.tag.name());
        matches!(tag, "VBD" | "VBZ" | "VBP" | "MD")
    }

    /// The name before an acronym in brackets.
    fn spelt_out<'m>(&'m self, body: &'m NameMention) -> &'m NameMention {
        let open = body.tokens.start.checked_sub(1).filter(|&t| self.word(t) == "(");
        let same = |m: &&NameMention| Some(m.tokens.end) == open && m.entity == body.entity;
        self.mentions.iter().find(same).unwrap_or(body)
    }

    /// "negotiator at the WTO", "legal adviser to the ICRC", "heads the OPCW": where somebody works is a seat, not where others met.
    fn worked_at(&self, body: &NameMention) -> bool {
        let mut words = (0..body.tokens.start).rev().map(|t| self.word(t)).filter(|w| *w != "the");
        match words.next() {
            Some(
                "at" | "heads" | "headed" | "leads" | "led" | "directs" | "directed" | "chairs" | "runs"
                | "ran",
            ) => true,
            Some("of" | "for" | "to" | "with") => {
                words.next().is_some_and(|w| self.words.has(List::Offices, w))
            }
            _ => false,
        }
    }

    /// "the G20 summit in Rio de Janeiro", "RIMPAC off Hawaii", "the forum at the Bürgenstock resort".
    fn venue_beside(&self, event: &NameMention, place: &NameMention) -> bool {
        let mut between = past_acronym(self.between(event, place));
        between.retain(|w| *w != "the" && !self.words.has(List::DirectionWords, w));
        let beside = matches!(
            between.as_slice(),
            ["in" | "at" | "off" | "near" | "around"]
                | ["in", "and", "around" | "near"]
                | ["off" | "near" | "along", "coast" | "coasts" | "shores", "of"]
                | ["in", "waters", "off" | "near" | "around"]
        );
        beside && place.form != Form::Adjective
    }

    /// "flew to Brussels in July for the third Cyber Dialogue".
    fn destination_for(&self, place: &NameMention, event: &NameMention) -> bool {
        let led = place.tokens.start.checked_sub(1).map_or("", |t| self.word(t));
        let between = self.between(place, event);
        let Some(purpose) = between.iter().position(|w| *w == "for") else { return false };
        let verbal = (place.tokens.end..event.tokens.start)
            .any(|t| self.sentence.tokens[t].tag.name().starts_with('V') || self.word(t) == ",");
        matches!(led, "to" | "in" | "at") && purpose <= 4 && between.len() - purpose <= 5 && !verbal
    }

    /// "In Oslo, on the sidelines of the summit", "in Oslo at the summit".
    fn sideline(&self, place: &NameMention, event: &NameMention) -> bool {
        let led = place.tokens.start.checked_sub(1).map_or("", |t| self.word(t));
        let between = self.between(place, event);
        let words = between.strip_prefix(&[","]).unwrap_or(&between);
        let beside = matches!(
            words,
            ["at"]
                | ["at", "the"]
                | ["on" | "in", "the", "sidelines" | "margins" | "fringes", "of"]
                | ["on" | "in", "the", "sidelines" | "margins" | "fringes", "of", "the"]
        );
        beside && matches!(led, "in" | "In" | "at" | "At")
    }

    /// "in the Thai province of Rayong": `before` is an event that takes place there.
    fn province<'m>(
        &self,
        before: Option<&'m NameMention>,
        one: &'m NameMention,
        next: &'m NameMention,
    ) -> Option<(&'m NameMention, &'m NameMention)> {
        let event = before.filter(|m| self.kind_of(m) == Kind::Event)?;
        let inside = self.kind_of(one) == Kind::Country
            && self.kind_of(next) == Kind::Place
            && self.adjective_before(one, next);
        let leads = matches!(self.between(event, one).as_slice(), ["in" | "at" | "off" | "near", "the"]);
        (inside && leads).then_some((event, next))
    }

    /// "the Crimea, Britain, | France and Turkey": a list of countries goes on behind the comma at `next`.
    fn is_listed_on(&self, next: usize) -> bool {
        let country = |m: &&NameMention| m.tokens.start == next + 1 && self.kind_of(m) == Kind::Country;
        let listed = self.mentions.iter().find(country);
        self.word(next) == "," && listed.is_some_and(|m| matches!(self.word(m.tokens.end), "," | "and"))
    }

    /// "in Nanao, Japan," closes; "Lviv, Ukraine and Poland" goes on as a list.
    fn closes(&self, next: usize) -> bool {
        next >= self.sentence.tokens.len()
            || matches!(
                self.word(next),
                "," | "." | ";" | ":" | ")" | "on" | "in" | "to" | "from" | "for" | "where" | "-" | "–" | "—"
            )
    }
}

/// What stands between two names, an acronym in brackets left aside.
fn past_acronym(mut words: Vec<&str>) -> Vec<&str> {
    match words.as_slice() {
        ["(", _, ")", ..] => drop(words.drain(..3)),
        [")", ..] => drop(words.remove(0)),
        _ => {}
    }
    words
}
