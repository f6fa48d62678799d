//! The body of an office that the text leaves unsaid: the country in play, the passage's body, who sent an envoy.

use super::body::{Bodies, Found};
use super::phrase::{FALLEN, Phrase};
use super::{Office, Standing};
use crate::extract::discourse::Holder;
use crate::extract::names::NameMention;
use crate::graph::Kind;
use crate::vocabulary::words::List;

/// What "at" leads to that is a time: "at the turn of the year".
const TURNS: [&str; 8] = ["turn", "end", "start", "beginning", "age", "time", "moment", "outset"];

/// Whether a state has many offices of that name, told apart by their portfolios.
fn is_of_many(head: &str) -> bool {
    matches!(head, "minister" | "secretary" | "adviser" | "advisor")
}

impl Bodies<'_> {
    /// A body left unsaid: the state of a state's office, the passage's body for "the secretary-general".
    pub(super) fn unsaid(&self, phrase: &Phrase, people: &[usize]) -> Option<Found> {
        if people.len() > 1 {
            return self.several_unsaid(phrase, people.len());
        }
        let person = people.first().copied()?;
        if let Some(body) = self.known(phrase, person) {
            return Some(Found::one(body, 0..0));
        }
        if let Some(union) = self.european(phrase) {
            return Some(Found::one(union, 0..0));
        }
        let state = self.is_state(phrase) || self.is_of_known_state(phrase, person);
        let indefinite = self.line.is(phrase.tokens.start, &["a", "an"]);
        let titled = self.line.person_titled(phrase.tokens.end).is_some();
        let rank = self.line.listed(List::Ranks, phrase.head);
        let known = titled && state || self.definite(phrase) && !rank || self.predicated(phrase);
        if indefinite || !known {
            return None;
        }
        if self.posted(phrase) {
            return self.sender(person).map(|b| Found::one(b, 0..0));
        }
        if state { self.state(phrase, person).map(|b| Found::one(b, 0..0)) } else { self.of_passage(phrase) }
    }

    /// "National Security Adviser X", "Y, the army chief": what a state has and some bodies have too, of somebody whose
    /// state is known.
    fn is_of_known_state(&self, phrase: &Phrase, person: usize) -> bool {
        let line = self.line;
        let says = |words: &[&str]| (phrase.core_start..phrase.core_end).any(|t| line.is(t, words));
        let national = line.is(phrase.head, &["adviser", "advisor"]) && says(&["security"])
            || line.is(phrase.head, &["prince", "princess"]) && says(&["crown"])
            || line.is(phrase.head, &["chief"])
                && says(&["army", "navy", "defence", "defense", "intelligence", "military"])
            || line.is(phrase.head, &["speaker"]);
        national && line.scene.discourse.origin(person).is_some()
    }

    /// "the foreign minister in Caracas": of the state whose capital it is.
    pub(super) fn seated(&self, phrase: &Phrase) -> Option<Found> {
        let line = self.line;
        let state = self.is_state(phrase) || line.is(phrase.head, &["leader", "ruler"]);
        let seat = line.at(phrase.core_end + 1).filter(|_| state && line.is(phrase.core_end, &["in"]))?;
        let country = line.scene.discourse.country_of_capital(seat.entity)?;
        Some(Found::one(country, phrase.core_end..seat.tokens.end))
    }

    /// "A, the French defence minister, and B, | the national security adviser": of the state whose the office of the
    /// person before is.
    pub(super) fn beside(&self, phrase: &Phrase, people: &[usize]) -> Option<Found> {
        let line = self.line;
        let [person] = people else { return None };
        let first = self.phrases.iter().rev().find(|p| p.tokens.end <= phrase.tokens.start)?;
        let own = |t: usize| line.at(t).is_some_and(|m| m.entity == *person) || line.is_head(t);
        let mut between = first.tokens.end..phrase.tokens.start;
        let joined = (between.clone()).any(|t| line.is(t, &["and"]))
            && between.len() > 3
            && between.all(|t| line.is(t, &[",", "and"]) || own(t));
        let office = self.found.iter().find(|o| o.token == first.head && o.person != *person)?;
        // "India's foreign minister, A, and | defence minister, B"
        let bare = phrase.tokens.start.checked_sub(1).is_some_and(|t| line.is(t, &["and"]));
        let state = joined && (self.definite(phrase) || bare) && line.kind(office.body) == Kind::Country;
        state.then(|| Found::one(office.body, 0..0))
    }

    /// "A and B, | the foreign minister": of the state in which A is known to hold an office.
    fn beside_colleague(&self, phrase: &Phrase, person: usize) -> Option<usize> {
        let line = self.line;
        let of_cabinet = line.is(phrase.head, &["minister", "secretary", "chief", "adviser", "advisor"]);
        let comma = phrase.tokens.start.checked_sub(1).filter(|&t| line.word(t) == ",")?;
        let coordinated = line.people_until(comma);
        let own = coordinated.iter().position(|m| m.entity == person).filter(|_| of_cabinet)?;
        let colleague = coordinated[own.checked_sub(1)?].entity;
        let here = self.found.iter().find(|o| o.person == colleague).map(|o| o.body);
        let known = || line.scene.discourse.office_of(colleague).filter(|h| !h.former).map(|h| h.body);
        here.or_else(known).filter(|&b| line.kind(b) == Kind::Country)
    }

    /// "Lithuania's A and Latvia's B, the two foreign ministers": of the states that the names are told with.
    pub(super) fn homes(&self, phrase: &Phrase, people: &[usize]) -> Option<Found> {
        let homes: Vec<usize> = people.iter().filter_map(|&person| self.home_of(person)).collect();
        let all = !people.is_empty() && homes.len() == people.len() && self.ministry(phrase).is_none();
        (all && self.is_state(phrase) && self.definite(phrase)).then(|| Found::each(homes))
    }

    /// "was elected chair", "remains as executive chairman": a bare office is the only one of its sort.
    fn predicated(&self, phrase: &Phrase) -> bool {
        let start = phrase.tokens.start;
        let leads = |t: usize| self.line.is(t, &["executive", "managing", "general", "chief"]);
        let unique = !self.line.listed(List::CommonOffices, phrase.head)
            || (start..phrase.core_end).any(|t| t != phrase.head && leads(t));
        // "X, secretary general since 2014,"
        let beside = || {
            let person =
                start > 1 && self.line.word(start - 1) == "," && self.line.person_until(start - 1).is_some();
            person && self.line.is(phrase.tokens.end, &["since", "from", "until", "between"])
        };
        let risen = || {
            let verb = &["promoted", "elevated", "rose", "risen", "ascended", "advanced"];
            start > 1 && self.line.is(start - 1, &["to"]) && self.line.is(start - 2, verb)
        };
        let bare = start > 0
            && (self.line.tag(start - 1).starts_with('V')
                || self.line.is(start - 1, &["as", "now"])
                || risen()
                || beside());
        bare && unique && !phrase.plural
    }

    /// "ambassador to Spain": who sent them goes without saying.
    fn posted(&self, phrase: &Phrase) -> bool {
        let bare = phrase.core_end == phrase.tokens.end && self.predicated(phrase);
        let ambassador = self.is_envoy(phrase);
        self.line.listed(List::PostedOffices, phrase.head)
            && (self.line.is(phrase.core_end, &["to", "in"]) || bare && ambassador)
    }

    pub(super) fn is_envoy(&self, phrase: &Phrase) -> bool {
        self.line.is(phrase.head, &["ambassador", "ambassadors", "consul", "attaché", "chargé"])
    }

    fn sender(&self, person: usize) -> Option<usize> {
        let here = self.found.iter().find(|o| o.person == person).map(|o| o.body);
        let discourse = self.line.scene.discourse;
        let known = || discourse.office_of(person).map(|h| h.body);
        let country = |b: &usize| self.line.kind(*b) == Kind::Country;
        here.or_else(known).filter(country).or_else(|| discourse.origin(person))
    }

    fn definite(&self, phrase: &Phrase) -> bool {
        self.line.is(phrase.tokens.start, &["the", "then", "now", "currently"])
            || self.line.is(phrase.tokens.start, &["one"]) && self.line.is(phrase.tokens.start + 2, &["the"])
    }

    /// The body whose office of that name the person is known to hold.
    fn known(&self, phrase: &Phrase, person: usize) -> Option<usize> {
        let holder = self.line.scene.discourse.office_of(person)?;
        (holder.head == super::head(self.line, phrase) && phrase.standing == Standing::Held)
            .then_some(holder.body)
    }

    /// The country of "President X": the one state that has such an office, the clause's, the passage's, the last named;
    /// not one in which another holds that office.
    fn state(&self, phrase: &Phrase, person: usize) -> Option<usize> {
        let line = self.line;
        let head = super::head(line, phrase);
        if let Some(ministry) = self.ministry(phrase) {
            return Some(ministry);
        }
        if let Some(origin) = line.scene.discourse.origin(person) {
            return Some(origin);
        }
        if line.scene.discourse.comes_from_elsewhere(person) {
            return None;
        }
        if let Some(state) = self.beside_colleague(phrase, person) {
            return Some(state);
        }
        if self.is_american(phrase) {
            return line.scene.discourse.country_with_code("US");
        }
        let here = |e: usize| {
            self.found.iter().any(|o| o.body == e && o.person != person && self.is_same(phrase, &head, o))
        };
        let role = super::role(line, phrase, &[]);
        let same = |h: &Holder| h.head == head && (!is_of_many(&head) || h.role.eq_ignore_ascii_case(&role));
        let free = |e: usize| {
            let taken = here(e) || line.scene.discourse.held_by_other(e, person, same);
            line.kind(e) == Kind::Country && !taken
        };
        let before: Vec<usize> = line
            .mentions()
            .iter()
            .filter(|m| m.tokens.end <= phrase.head && !self.is_claimed(m, phrase))
            .map(|m| self.acting(m, phrase))
            .filter(|&e| free(e))
            .collect();
        let subject = before.iter().copied().find(|&e| self.is_subject(e));
        let place = (line.scene.sentence, phrase.tokens.start);
        // "X, the toppled president, fled to Y": the country of the sentence is where he went.
        if (phrase.tokens.start..phrase.head).any(|t| line.is(t, &FALLEN)) {
            return None;
        }
        let titled = line.person_titled(phrase.tokens.end).is_some();
        let discourse = line.scene.discourse;
        let told = |e: usize| line.mentions().iter().any(|m| m.entity == e && m.tokens.end <= phrase.head);
        // "President X flew to Y": whose president he is the text has told before, under this heading, or not at all.
        let new = |e: usize| discourse.is_new(e, line.scene.sentence) && !told(e) && !self.is_subject(e);
        let passage = || {
            if titled {
                discourse.passage(place, |e| free(e) && !told(e) && !new(e))
            } else {
                discourse.opened_passage(place, |e| free(e) && !new(e))
            }
        };
        subject.or(before.last().copied()).or_else(passage).or_else(|| self.state_told_of(phrase, &free))
    }

    /// Whether it is the office of the phrase: a state has many ministers, but one of each portfolio.
    fn is_same(&self, phrase: &Phrase, head: &str, office: &Office) -> bool {
        let titled = self.line.person_titled(phrase.tokens.end).is_some();
        let alike = || super::role(self.line, phrase, &[]).eq_ignore_ascii_case(&office.role);
        office.head == head && (titled || !is_of_many(head) || alike())
    }

    /// "A is prime minister of X; B, the defence minister, agreed": the state of the office told before.
    fn state_told_of(&self, phrase: &Phrase, free: &impl Fn(usize) -> bool) -> Option<usize> {
        if !self.definite(phrase) {
            return None;
        }
        let before = self.found.iter().filter(|o| o.token < phrase.tokens.start && free(o.body));
        before.max_by_key(|o| o.token).map(|o| o.body)
    }

    /// "the secretary of state", "Treasury Secretary": offices that by this name one state alone has.
    fn is_american(&self, phrase: &Phrase) -> bool {
        self.is_called(phrase, List::AmericanOffices)
    }

    /// "Enlargement Commissioner X", "Y, High Representative at the time": offices of the European Union, if the text speaks
    /// of it.
    fn european(&self, phrase: &Phrase) -> Option<usize> {
        let ids = ["organization/european-union", "organization/european-commission"];
        let commissioner = self.line.is(phrase.head, &["commissioner", "commissioners"]);
        let named = |id: &str| self.line.scene.discourse.with_id(id);
        let own = self.is_called(phrase, List::EuropeanOffices);
        let [union, commission] = ids.map(|id| named(id).filter(|_| own));
        if commissioner { commission.or(union) } else { union.or(commission) }
    }

    /// Whether the words of an office end in one of the list's.
    fn is_called(&self, phrase: &Phrase, list: List) -> bool {
        let line = self.line;
        let words: Vec<String> = (phrase.core_start..phrase.tokens.end)
            .filter(|&t| line.at(t).is_none())
            .map(|t| line.lower(t).into_owned())
            .collect();
        let own = |w: &str| line.scene.syntax.words().has(list, w);
        (0..words.len()).any(|i| (i + 1..=words.len()).any(|end| own(&words[i..end].join(" "))))
    }

    /// Whether a name only says whose another office of the sentence is: "the Israeli premier, in the presence of
    /// President X". "French President A and Foreign Minister B" are of one country.
    pub(super) fn is_claimed(&self, mention: &NameMention, phrase: &Phrase) -> bool {
        let line = self.line;
        let within = |p: &&Phrase| {
            p.tokens.start <= mention.tokens.start && mention.tokens.end <= p.tokens.end && *p != phrase
        };
        let Some(other) = self.phrases.iter().find(within) else { return false };
        let joiner =
            |t: usize| line.is(t, &["and", ",", "the"]) || line.at(t).is_some_and(|m| line.is_person(m));
        other.tokens.end > phrase.tokens.start || !(other.tokens.end..phrase.tokens.start).all(joiner)
    }

    /// "Jan Lipavský, the minister": of the ministry spoken of just before.
    fn ministry(&self, phrase: &Phrase) -> Option<usize> {
        let line = self.line;
        let bare = phrase.core_end == phrase.head + 1 && phrase.head == phrase.tokens.start + 1;
        let minister = bare && self.definite(phrase) && line.is(phrase.head, &["minister"]);
        let discourse = line.scene.discourse;
        minister.then(|| discourse.named_lately("ministry", line.scene.sentence)).flatten()
    }

    pub(super) fn is_subject(&self, entity: usize) -> bool {
        let line = self.line;
        let own = line.mentions().iter().filter(|m| m.entity == entity);
        let labels = own.filter_map(|m| line.unit(m.tokens.start)).map(|u| line.scene.syntax.label(u));
        labels.into_iter().any(|l| matches!(l, "nsubj" | "nsubjpass" | "attr"))
    }

    /// The body a definite office belongs to: one the sentence opens with, one known to have it, the passage's.
    pub(super) fn of_passage(&self, phrase: &Phrase) -> Option<Found> {
        let line = self.line;
        let discourse = line.scene.discourse;
        if let Some(union) = self.european(phrase) {
            return Some(Found::one(union, 0..0));
        }
        if self.is_state(phrase) {
            return self.state(phrase, usize::MAX).map(|b| Found::one(b, 0..0));
        }
        // "At NATO, X is deputy", "Across town, at NATO, X is deputy"
        let at = |m: &&NameMention| {
            let opens = m.tokens.start <= 3 && line.is(0, &["at", "in", "within"]);
            let aside = m.tokens.start > 1
                && line.is(m.tokens.start - 1, &["at"])
                && line.word(m.tokens.start - 2) == ","
                && line.word(m.tokens.end) == ","
                && m.tokens.end <= phrase.tokens.start;
            (opens || aside) && line.kind(m.entity) == Kind::Organization
        };
        let fronted = Some(line.mentions().iter().find(at));
        // An assembly has members and no secretary general.
        let general = (phrase.head + 1..phrase.core_end).any(|t| line.is(t, &["general"]));
        let organization = |e: usize| {
            line.kind(e) == Kind::Organization && !(general && line.scene.discourse.is_named(e, "assembly"))
        };
        let founding = (phrase.core_start..phrase.core_end).any(|t| line.is(t, &["founding", "inaugural"]));
        let founded = founding.then(|| discourse.founded_lately(line.scene.sentence)).flatten();
        let body = match fronted.flatten() {
            _ if self.of_something(phrase) => return None,
            _ if founded.is_some() => founded?,
            Some(mention) => mention.entity,
            None => discourse
                .passage((line.scene.sentence, phrase.tokens.start), organization)
                .or_else(|| self.last_house())?,
        };
        Some(Found::one(body, 0..0))
    }

    /// The body whose office was last spoken of.
    fn last_house(&self) -> Option<usize> {
        let house = |h: &Holder| self.line.kind(h.body) == Kind::Organization;
        self.line.scene.discourse.last_office(self.line.scene.sentence, house).map(|h| h.body)
    }

    /// "the head of the army": the office of something the text does not name.
    fn of_something(&self, phrase: &Phrase) -> bool {
        // "director at the Institute of Cyber Studies", which nobody knows
        let elsewhere = self.line.is(phrase.core_end, &["at", "within", "with"])
            && !(phrase.core_end + 1..phrase.core_end + 3).any(|t| self.line.is(t, &TURNS));
        // "director and professor at the Institute of Cyber Studies"
        elsewhere
            || self.joined_office(phrase).is_some_and(|p| self.of_something(p))
            || self.line.is(phrase.core_end, &["of"])
                && self.line.is(
                    phrase.head,
                    &[
                        "head",
                        "chief",
                        "leader",
                        "director",
                        "commander",
                        "chair",
                        "chairman",
                        "president",
                        "member",
                    ],
                )
    }

    /// "Prime Ministers A, B and C", "the two mayors, A and B respectively": as many bodies spoken of together.
    fn several_unsaid(&self, phrase: &Phrase, holders: usize) -> Option<Found> {
        let state = self.is_state(phrase);
        if state && !phrase.plural {
            return self.state(phrase, usize::MAX).map(|b| Found::one(b, 0..0));
        }
        let noun = if state { "country" } else { "organization" };
        let group = self.line.scene.discourse.plural_description(
            noun,
            Some(holders),
            (self.line.scene.sentence, usize::MAX),
            usize::MAX,
        );
        (group.len() == holders).then_some(Found { entities: group, tokens: vec![], role: None, head: None })
    }
}
