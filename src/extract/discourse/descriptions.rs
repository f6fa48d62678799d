//! Whom "the alliance", "the three" or "the latter" stands for.

use super::{Discourse, Group, MEMORY, Noted};
use crate::graph::Kind;
use crate::vocabulary::words::List;

/// How many sentences back "the three" may have been named together.
const GROUP_REACH: usize = 6;

/// How many that were named one by one may be spoken of together.
const FEW: usize = 3;

impl Discourse<'_> {
    /// Whom "the `noun`" stands for: by its office, by a word of its name, by what it is called, by its kind.
    pub(crate) fn description(&self, noun: &str, sentence: usize, unit: usize) -> Option<usize> {
        if let Some(holder) = self.holders.iter().rev().take(MEMORY).find(|h| h.head == noun) {
            return Some(holder.person);
        }
        if self.words.has(List::PlainEventNouns, noun) {
            let fits = |e| self.named_so(e, noun) || (self.kind_so(e, noun) && !self.is_called_otherwise(e));
            return self.latest(sentence, unit, fits);
        }
        // What bears the noun in its name before what is only called so, as militias are.
        let group = (noun == "group").then(|| self.latest(sentence, unit, |e| self.ends_in(e, noun)));
        group
            .flatten()
            .or_else(|| self.titular((sentence, unit), noun))
            .or_else(|| self.latest_called(noun, sentence, unit))
    }

    /// What has the noun in its name, before what is only of the kind.
    fn latest_called(&self, noun: &str, sentence: usize, unit: usize) -> Option<usize> {
        let named = self.latest(sentence, unit, |e| self.named_so(e, noun));
        named.or_else(|| self.latest(sentence, unit, |e| self.kind_so(e, noun)))
    }

    /// "the organization", in a paragraph that names none yet: the one that the document is about by its title.
    fn titular(&self, place: (usize, usize), noun: &str) -> Option<usize> {
        let fits = |e: usize| self.kind(e) == Kind::Organization && self.kind_so(e, noun);
        let here = |n: &&Noted| n.sentence >= self.block && (n.sentence, n.unit) < place;
        let meant = |e: usize| fits(e) || self.named_so(e, noun);
        let fresh = self.block > self.opening && !self.recent().filter(here).any(|n| meant(n.entity));
        self.subject_of_document(&fits).filter(|_| fresh)
    }

    /// What "that meeting" points at: the event named last, whatever it is called.
    pub(crate) fn pointed_at(&self, noun: &str, sentence: usize, unit: usize) -> Option<usize> {
        if !self.words.has(List::EventNouns, noun) {
            return self.latest_called(noun, sentence, unit);
        }
        self.latest(sentence, unit, |e| self.named_so(e, noun) || self.kind_so(e, noun))
    }

    /// "The latter agency": whatever of that name was named last.
    pub(crate) fn last_called(&self, noun: &str, sentence: usize, unit: usize) -> Option<usize> {
        let before = |n: &&Noted| (n.sentence, n.unit) < (sentence, unit);
        let called = self.recent().filter(before).find(|n| self.named_so(n.entity, noun));
        called
            .or_else(|| self.recent().filter(before).find(|n| self.kind_so(n.entity, noun)))
            .map(|n| n.entity)
    }

    /// A body with this word in its name that this sentence or the one before it names.
    pub(crate) fn named_lately(&self, noun: &str, sentence: usize) -> Option<usize> {
        let near = self.recent().take_while(|n| n.sentence + 1 >= sentence);
        let mut bodies = near.map(|n| n.entity).filter(|&e| self.kind(e) == Kind::Organization);
        bodies.find(|&e| self.named_so(e, noun))
    }

    /// "The former", "the latter": the first or second of the two last named in one breath.
    pub(crate) fn of_two(&self, first: bool, sentence: usize, unit: usize) -> Option<usize> {
        let pair = self.pair_since(sentence.saturating_sub(1), sentence, unit)?;
        Some(pair[usize::from(!first)])
    }

    /// "It and the agency signed a pact; ... of the latter": the second of two spoken of in one breath in the same sentence.
    pub(crate) fn of_two_here(&self, sentence: usize, unit: usize) -> Option<usize> {
        self.pair_since(sentence, sentence, unit).map(|[_, second]| second)
    }

    /// The two last named in one breath before a place, in a sentence from `since` on.
    fn pair_since(&self, since: usize, sentence: usize, unit: usize) -> Option<[usize; 2]> {
        let mut near = self.groups_before(sentence, unit).filter(|group| group.sentence >= since);
        near.find_map(|group| <[usize; 2]>::try_from(group.members.as_slice()).ok())
    }

    /// Whether a noun is among the words of an entity's name.
    pub(crate) fn is_named(&self, entity: usize, noun: &str) -> bool {
        has_word(&self.names.entities[entity].label, noun)
    }

    /// Whether an entity's name ends in a noun: "the group" of a Carrier Strike Group.
    fn ends_in(&self, entity: usize, noun: &str) -> bool {
        let named = &self.names.entities[entity];
        let last =
            |name: &str| name.rsplit([' ', '-']).next().is_some_and(|word| word.eq_ignore_ascii_case(noun));
        named.kind == Kind::Organization && last(&named.label)
    }

    pub(super) fn named_so(&self, entity: usize, noun: &str) -> bool {
        let named = &self.names.entities[entity];
        let called =
            named.gazetteer.is_some_and(|g| self.gazetteer.entries()[g].called_the.iter().any(|c| c == noun));
        // "the treaty" is not the secretariat of one.
        let other = named.kind == Kind::Organization
            && matches!(
                noun,
                "treaty"
                    | "convention"
                    | "agreement"
                    | "pact"
                    | "accord"
                    | "charter"
                    | "protocol"
                    | "statute"
            );
        let head = matches!(named.kind, Kind::Organization | Kind::Event | Kind::Agreement | Kind::Document)
            && !other;
        called || (head && std::iter::once(&named.label).chain(&named.aliases).any(|l| has_word(l, noun)))
    }

    /// Whether an event's name says what sort it is: a summit is no exercise.
    pub(super) fn is_called_otherwise(&self, event: usize) -> bool {
        let label = self.names.entities[event].label.to_lowercase();
        let telling =
            |w: &str| self.words.has(List::EventNouns, w) && !self.words.has(List::PlainEventNouns, w);
        label.split_whitespace().any(telling)
    }

    pub(super) fn kind_so(&self, entity: usize, noun: &str) -> bool {
        let list = match self.kind(entity) {
            Kind::Country => List::CountryNouns,
            Kind::Organization if self.is_ship(entity) => List::VesselNouns,
            Kind::Organization => List::OrganizationNouns,
            Kind::Event => List::EventNouns,
            Kind::Agreement => List::AgreementNouns,
            Kind::Document => List::DocumentNouns,
            Kind::Person | Kind::Place => return false,
        };
        self.words.has(list, noun)
    }

    /// Whom "the two countries", "both sides", "the three" stand for: those spoken of together before the place, else so many
    /// that were named one by one, in its sentence up to the token `until`.
    pub(crate) fn plural_description(
        &self,
        noun: &str,
        count: Option<usize>,
        place: (usize, usize),
        until: usize,
    ) -> Vec<usize> {
        let fits = |group: &&Group| {
            !group.members.is_empty()
                && count.is_none_or(|n| group.members.len() == n)
                && group.members.iter().all(|&e| self.plural_so(e, noun))
        };
        let near = |group: &&Group| group.sentence + GROUP_REACH >= place.0;
        if let Some(group) = self.groups_before(place.0, place.1).take_while(near).find(fits) {
            return group.members.clone();
        }
        // "Agencies in X, Y and Z ... All three states sent troops."
        let titled = self.groups.first().filter(|g| g.sentence < self.opening && count.is_some());
        if let Some(group) = titled.filter(fits) {
            return group.members.clone();
        }
        let few = count.filter(|&n| n <= FEW);
        few.map(|n| self.last_distinct(n, (place.0, until), |e| self.plural_so(e, noun))).unwrap_or_default()
    }

    /// As many states or bodies as were spoken of together: those named, or those of the people named.
    pub(crate) fn sides(&self, count: usize, place: (usize, usize)) -> Vec<usize> {
        let near = |group: &&Group| group.sentence + GROUP_REACH >= place.0;
        let state = |entity: usize| match self.kind(entity) {
            Kind::Country | Kind::Organization => Some(entity),
            Kind::Person => self.country_served(entity).or_else(|| self.origin(entity)),
            _ => None,
        };
        let groups = self.groups_before(place.0, place.1).take_while(near);
        let groups = groups.filter(|group| group.members.len() == count);
        let states = groups.filter_map(|group| group.members.iter().map(|&e| state(e)).collect());
        let told =
            states.into_iter().find(|all: &Vec<usize>| (1..all.len()).all(|i| !all[..i].contains(&all[i])));
        told.unwrap_or_else(|| self.plural_description("side", Some(count), place, place.1))
    }

    pub(super) fn plural_so(&self, entity: usize, noun: &str) -> bool {
        let kind = self.kind(entity);
        match noun {
            "side" | "party" | "one" | "partner" | "neighbour" | "neighbor" | "ally" | "government"
            | "capital" | "member" | "signatory" => {
                matches!(kind, Kind::Country | Kind::Organization)
            }
            "pair" | "duo" | "twosome" | "trio" | "threesome" | "quartet" | "foursome" => {
                matches!(kind, Kind::Country | Kind::Organization | Kind::Person)
            }
            "man" | "woman" | "leader" | "official" => kind == Kind::Person,
            "minister" | "president" => kind == Kind::Person && !self.holds_another(entity, noun),
            _ => self.kind_so(entity, noun) || self.named_so(entity, noun),
        }
    }

    /// So many things of one kind that were last spoken of before a place.
    fn last_distinct(&self, n: usize, place: (usize, usize), fits: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut found = Vec::new();
        for noted in self.recent().filter(|noted| (noted.sentence, noted.unit) < place) {
            if found.len() == n {
                break;
            }
            let alike = found.first().is_none_or(|&first| self.kind(first) == self.kind(noted.entity));
            if fits(noted.entity) && alike && !found.contains(&noted.entity) {
                found.push(noted.entity);
            }
        }
        found.reverse();
        if found.len() == n { found } else { Vec::new() }
    }
}

/// Whether a label has the noun among its words, in British or American spelling.
fn has_word(label: &str, noun: &str) -> bool {
    let other = match noun {
        "centre" => "center",
        "center" => "centre",
        "programme" => "program",
        "program" => "programme",
        _ => noun,
    };
    if label.is_ascii() {
        let is = |word: &[u8], noun: &str| word.eq_ignore_ascii_case(noun.as_bytes());
        return label
            .as_bytes()
            .split(|b| !b.is_ascii_alphanumeric())
            .any(|word| is(word, noun) || (noun != other && is(word, other)));
    }
    let is = |word: &str, noun: &str| word.chars().flat_map(char::to_lowercase).eq(noun.chars());
    label
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| is(word, noun) || (noun != other && is(word, other)))
}
