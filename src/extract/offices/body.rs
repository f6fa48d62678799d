//! Whose office it is: the body a phrase names, refers to, or leaves to the context.

use super::Office;
use super::phrase::{Phrase, is_some_minister};
use crate::extract::line::Line;
use crate::extract::names::NameMention;
use crate::graph::Kind;
use crate::vocabulary::words::List;
use std::ops::Range;

/// The bodies of a phrase's office.
pub(super) struct Found {
    /// One for all holders, one each, or several for one holder.
    pub(super) entities: Vec<usize>,
    /// The tokens that name them, no part of the role.
    pub(super) tokens: Vec<Range<usize>>,
    /// Role and head noun, if they are another's: "his deputy", "her counterpart".
    pub(super) role: Option<String>,
    pub(super) head: Option<String>,
}

impl Found {
    pub(super) fn one(entity: usize, tokens: Range<usize>) -> Self {
        Self { entities: vec![entity], tokens: vec![tokens], role: None, head: None }
    }

    pub(super) fn each(entities: Vec<usize>) -> Self {
        Self { entities, tokens: Vec::new(), role: None, head: None }
    }

    /// Holder and body: aligned if there are as many of each, else everybody's.
    pub(super) fn pairs(&self, people: &[usize]) -> Vec<(usize, usize)> {
        let pairs: Vec<(usize, usize)> = if people.len() == self.entities.len() {
            people.iter().copied().zip(self.entities.iter().copied()).collect()
        } else if people.len() == 1 {
            self.entities.iter().map(|&b| (people[0], b)).collect()
        } else if self.entities.len() == 1 {
            people.iter().map(|&p| (p, self.entities[0])).collect()
        } else {
            Vec::new()
        };
        pairs.into_iter().filter(|(p, b)| p != b).collect()
    }
}

/// Whether the office is told by someone else's: "his deputy", "her Polish counterpart", "his foreign minister".
pub(super) fn is_relative(line: &Line<'_>, phrase: &Phrase) -> bool {
    by_another(line, phrase) || personal(line, phrase).is_some() || of_person(line, phrase)
}

/// "Albanese's defence minister"
fn of_person(line: &Line<'_>, phrase: &Phrase) -> bool {
    let first = phrase.tokens.start.saturating_sub(1);
    (first..phrase.head).any(|t| line.possessive(t) && line.person_until(t).is_some())
}

pub(super) fn by_another(line: &Line<'_>, phrase: &Phrase) -> bool {
    line.listed(List::RelativeOffices, phrase.head) || line.is_opposite(phrase.head)
}

/// "his", "her" of the phrase.
pub(super) fn personal(line: &Line<'_>, phrase: &Phrase) -> Option<usize> {
    let own =
        |&t: &usize| line.at(t).is_none() && line.is(t, &["his", "her"]) && !line.is(t + 1, &["commanding"]);
    (phrase.tokens.start..phrase.head).find(own)
}

/// Finds bodies with the offices already read from the sentence at hand.
pub(super) struct Bodies<'a> {
    pub(super) line: &'a Line<'a>,
    pub(super) found: &'a [Office],
    /// Every office phrase of the sentence, where they are known.
    pub(super) phrases: &'a [Phrase],
}

impl Bodies<'_> {
    /// The bodies of the office `people` hold; `after` is one said after their name.
    pub(super) fn of(&self, phrase: &Phrase, people: &[usize], after: Option<usize>) -> Option<Found> {
        if is_relative(self.line, phrase) {
            return self.relative(phrase, people);
        }
        let told = self.named(phrase, people.len()).or_else(|| self.referred(phrase, people));
        // "our new director" is nobody else's.
        let ours = |t: usize| self.line.at(t).is_none() && self.line.is(t, &["our", "my"]);
        if told.is_some() || (phrase.tokens.start..phrase.head).any(ours) {
            return told;
        }
        self.shared(phrase, people.len())
            .or_else(|| after.filter(|&b| self.serves(phrase, b)).map(|body| Found::one(body, 0..0)))
            .or_else(|| self.seated(phrase))
            .or_else(|| self.beside(phrase, people))
            .or_else(|| self.homes(phrase, people))
            .or_else(|| self.unsaid(phrase, people))
    }

    /// "chairman and chief executive of the council": the body said after the second office is that of the first too.
    fn shared(&self, phrase: &Phrase, holders: usize) -> Option<Found> {
        let next = self.joined_office(phrase).filter(|_| phrase.core_end == phrase.tokens.end)?;
        let bodies = self.after_head(next, holders);
        let entities: Vec<usize> = bodies.iter().map(|m| m.entity).collect();
        (!entities.is_empty()).then_some(Found { entities, tokens: Vec::new(), role: None, head: None })
    }

    /// The office that follows in the same breath, without article: "director and professor".
    pub(super) fn joined_office(&self, phrase: &Phrase) -> Option<&Phrase> {
        let next = self.phrases.iter().find(|p| p.tokens.start == phrase.tokens.end + 1)?;
        let own = self.line.is(next.tokens.start, &["the", "a", "an", "its", "his", "her"]);
        (self.line.is(phrase.tokens.end, &["and"]) && !own).then_some(next)
    }

    /// The bodies the phrase itself names or takes up.
    pub(super) fn said(&self, phrase: &Phrase) -> Option<Found> {
        self.named(phrase, 1).or_else(|| self.referred(phrase, &[]))
    }

    /// Whether "X of Peru" holds the office in Peru: a director or chair only comes from there.
    fn serves(&self, phrase: &Phrase, body: usize) -> bool {
        !self.is_of_house(phrase) || self.line.kind(body) != Kind::Country
    }

    /// Whether only bodies have such an office: "director", "secretary general", "executive secretary".
    fn is_of_house(&self, phrase: &Phrase) -> bool {
        let line = self.line;
        let general = (phrase.head + 1..phrase.core_end).any(|t| line.is(t, &["general"]));
        let executive = line.is(phrase.head, &["secretary"])
            && phrase.head > phrase.core_start
            && line.is(phrase.head - 1, &["executive"]);
        line.listed(List::HouseOffices, phrase.head) || general || executive
    }

    /// Bodies the phrase names: before the head noun, else after "of", "for", "at".
    fn named(&self, phrase: &Phrase, holders: usize) -> Option<Found> {
        let mut bodies = self.before_head(phrase, holders > 1);
        if bodies.is_empty() || self.tells_origin(phrase, &bodies) {
            let after = self.after_head(phrase, holders);
            let house = after.iter().any(|m| self.line.kind(m.entity) == Kind::Organization);
            if bodies.is_empty() || house {
                bodies = after;
            }
        }
        // "an American economist" holds no office of the United States.
        let private = self.line.listed(List::PrivateJobs, phrase.head);
        bodies.retain(|m| !(private && Line::is_adjective(m) && self.line.kind(m.entity) == Kind::Country));
        let tokens = bodies.iter().map(|m| self.spoken(m)).collect();
        let entities: Vec<usize> = bodies.iter().map(|m| m.entity).collect();
        (!entities.is_empty()).then_some(Found { entities, tokens, role: None, head: None })
    }

    /// "a Zambian vice-president of the World Bank": the adjective says where somebody comes from, if a body follows.
    fn tells_origin(&self, phrase: &Phrase, bodies: &[&NameMention]) -> bool {
        // "Britain's last member of the Commission"
        let member = self.line.is(phrase.head, &["member", "members"]);
        let national =
            |m: &&NameMention| (member || Line::is_adjective(m)) && self.line.kind(m.entity) == Kind::Country;
        bodies.iter().all(national) && !self.line.is(phrase.core_end, &["to", "for"])
    }

    pub(super) fn before_head(&self, phrase: &Phrase, several: bool) -> Vec<&NameMention> {
        let line = self.line;
        let inside = |m: &&NameMention| {
            phrase.tokens.start <= m.tokens.start && m.tokens.end <= phrase.head && line.is_body(m)
        };
        let bodies: Vec<&NameMention> = line.mentions().iter().filter(inside).collect();
        if several && bodies.len() > 1 {
            return bodies;
        }
        let owner = bodies.iter().rev().find(|m| line.possessive(m.tokens.end));
        let last = bodies.last();
        // "the EU's Kosovo envoy" is the EU's; "Iran's Quds Force commander" the force's.
        let nested = last.filter(|m| line.kind(m.entity) == Kind::Organization);
        nested.or(owner).or(last).copied().into_iter().collect()
    }

    pub(super) fn after_head(&self, phrase: &Phrase, holders: usize) -> Vec<&NameMention> {
        let line = self.line;
        let inside = |m: &&NameMention| {
            phrase.core_end <= m.tokens.start && m.tokens.end <= phrase.tokens.end && line.is_body(m)
        };
        let owning: Vec<&NameMention> = line
            .mentions()
            .iter()
            .filter(inside)
            .filter(|m| self.owns(phrase, m) && !self.introduces(m))
            .collect();
        let mut distinct: Vec<&NameMention> = Vec::new();
        for mention in owning {
            if distinct.iter().all(|d| d.entity != mention.entity) {
                distinct.push(mention);
            }
        }
        if let Some(called) = distinct.first().and_then(|m| self.called_behind(m)) {
            return vec![called];
        }
        let coordinated = distinct.windows(2).all(|w| self.joined(w[0], w[1]));
        let alike = distinct.windows(2).all(|w| line.kind(w[0].entity) == line.kind(w[1].entity));
        if !coordinated || !alike || (holders > 1 && holders != distinct.len()) {
            distinct.truncate(1);
        }
        distinct
    }

    /// "president of the Serb half, | Republika Srpska,": the body that is called what an adjective and a noun of parts say.
    fn called_behind(&self, adjective: &NameMention) -> Option<&NameMention> {
        let line = self.line;
        let (noun, comma) = (adjective.tokens.end, adjective.tokens.end + 1);
        let part = line.is(
            noun,
            &["half", "part", "province", "region", "entity", "republic", "enclave", "wing", "branch"],
        );
        let plain = Line::is_adjective(adjective) && part && line.word(comma) == ",";
        let called = line.mentions().iter().find(|m| m.tokens.start == comma + 1)?;
        let body = matches!(line.kind(called.entity), Kind::Organization | Kind::Place | Kind::Country);
        (plain && body).then_some(called)
    }

    /// The tokens that name a body, with whose it is said to be.
    fn spoken(&self, mention: &NameMention) -> Range<usize> {
        let owner = self
            .line
            .mentions()
            .iter()
            .find(|m| m.tokens.end + 1 == mention.tokens.start && self.introduces(m));
        owner.map_or(mention.tokens.start, |m| m.tokens.start)..self.line.with_mark(&mention.tokens).end
    }

    /// In "head of Israel's Mossad" the first name only tells whose the second is.
    fn introduces(&self, mention: &NameMention) -> bool {
        let next = mention.tokens.end + 1;
        let line = self.line;
        line.possessive(mention.tokens.end)
            && line.mentions().iter().any(|m| m.tokens.start == next && line.is_body(m))
    }

    fn joined(&self, a: &NameMention, b: &NameMention) -> bool {
        let mut between = a.tokens.end..b.tokens.start;
        between.all(|t| self.line.at(t).is_some() || self.line.is(t, &["and", ",", "the", "(", ")", "of"]))
    }

    /// Whether the name after the head is whose office it is: not in "ambassador to Spain", "envoy for Syria".
    fn owns(&self, phrase: &Phrase, mention: &NameMention) -> bool {
        let line = self.line;
        let prepositions = ["of", "for", "at", "to", "in", "on", "with", "within", "from", "under"];
        let governing = (phrase.core_end..mention.tokens.start).rev().find(|&t| line.is(t, &prepositions));
        let Some(preposition) = governing else { return false };
        // "adviser to Brazil's Lula": whoever she advises serves the state.
        if line.possessive(mention.tokens.end) && line.person_from(mention.tokens.end + 1).is_some() {
            return true;
        }
        let posted = line.listed(List::PostedOffices, phrase.head);
        let adviser = line.is(phrase.head, &["adviser", "advisor", "counsel", "secretary"]);
        match line.word(preposition) {
            "to" => adviser && line.kind(mention.entity) == Kind::Organization,
            "for" | "on" if posted => line.kind(mention.entity) == Kind::Organization,
            "in" if is_some_minister(line, phrase.head) => true,
            "in" | "on" | "under" => line.kind(mention.entity) == Kind::Organization,
            "of" | "for" => self.posting_before(phrase, preposition),
            _ => true,
        }
    }

    /// In "ambassador to the Kingdom of Spain" the second name belongs to the first.
    fn posting_before(&self, phrase: &Phrase, preposition: usize) -> bool {
        !(phrase.core_end..preposition).any(|t| self.line.at(t).is_none() && self.line.is(t, &["to"]))
    }

    /// "its minister", "whose leader", "the country's president".
    fn referred(&self, phrase: &Phrase, people: &[usize]) -> Option<Found> {
        let line = self.line;
        for token in phrase.tokens.start..phrase.head {
            // "their presidents, A and B": of those spoken of together.
            if people.len() > 1 && phrase.plural && line.is(token, &["their", "whose"]) {
                let place = (line.scene.sentence, token);
                let group = line.scene.discourse.sides(people.len(), place);
                if group.len() == people.len() {
                    let tokens = std::iter::once(token..token + 1).collect();
                    return Some(Found { entities: group, tokens, role: None, head: None });
                }
            }
            if let Some(body) = line.speaker(token) {
                return Some(Found::one(body, token..token + 1));
            }
            let ship = line.is(token, &["her"]) && line.is(token + 1, &["commanding", "captain", "skipper"]);
            if line.is(token, &["its", "their", "whose"]) || ship {
                let body = self.own_state(phrase, people).or_else(|| self.antecedent(phrase, token))?;
                return (!people.contains(&body)).then(|| Found::one(body, token..token + 1));
            }
            if line.possessive(token + 1) && line.at(token).is_none() {
                let noun = line.lower(token);
                // "the Australian envoy and once his country's prime minister"
                let his = token > 0
                    && line.is(token - 1, &["his", "her"])
                    && matches!(noun.as_ref(), "country" | "nation");
                if let (true, [person]) = (his, people) {
                    let office =
                        self.found.iter().find(|o| o.person == *person && line.kind(o.body) == Kind::Country);
                    let body = office.map(|o| o.body).or_else(|| self.home_of(*person))?;
                    return Some(Found::one(body, token - 1..token + 2));
                }
                let body = line.scene.discourse.description(&noun, line.scene.sentence, token)?;
                let body_kind = matches!(line.kind(body), Kind::Country | Kind::Organization | Kind::Event);
                return body_kind.then(|| Found::one(body, phrase.tokens.start..token + 2));
            }
        }
        None
    }

    /// "sent troops to Kazakhstan at the request of its president, X": the state X is known to belong to, where the
    /// sentence has named it.
    fn own_state(&self, phrase: &Phrase, people: &[usize]) -> Option<usize> {
        let line = self.line;
        let [person] = people else { return None };
        let origin = line.scene.discourse.origin(*person).filter(|_| self.is_state(phrase))?;
        line.mentions().iter().any(|m| m.entity == origin && m.tokens.end <= phrase.head).then_some(origin)
    }

    /// "In Luxembourg on Tuesday X, its prime minister, met Y": not of where they met, but of the country that the sentence
    /// before is about.
    fn state_spoken_of(&self, phrase: &Phrase, token: usize) -> Option<usize> {
        let line = self.line;
        let beside = token.checked_sub(1).filter(|&t| self.is_state(phrase) && line.word(t) == ",")?;
        line.person_until(beside)?;
        let mut before = line.mentions().iter().filter(|m| m.tokens.end <= token && !line.is_person(m));
        let place = before.next().filter(|m| m.tokens.start == 1 && line.is(0, &["in", "at"]))?;
        let discourse = line.scene.discourse;
        let country = |e: usize| line.kind(e) == Kind::Country && e != place.entity;
        if before.next().is_some() {
            return None;
        }
        discourse.owner(line.scene.sentence, country)
    }

    /// What "its" or "whose" stands for: the body it follows or is coordinated with, else the nearest that fits.
    fn antecedent(&self, phrase: &Phrase, token: usize) -> Option<usize> {
        let line = self.line;
        let mut at = token;
        while at > 0 && line.is(at - 1, &["and", ",", "with", "by"]) {
            at -= 1;
        }
        if let Some(body) = line.body_until(at).filter(|_| at < token) {
            return Some(body.entity);
        }
        if line.is(token, &["whose"]) {
            return None;
        }
        if let Some(country) = self.state_spoken_of(phrase, token) {
            return Some(country);
        }
        let ambassador = self.is_envoy(phrase) && !line.is(phrase.head, &["attaché"]);
        let house = self.is_of_house(phrase) || self.is_of_department(phrase);
        let kind = |e: usize| match line.kind(e) {
            Kind::Country => !house,
            Kind::Organization => !(self.is_state(phrase) || ambassador) || self.presides(phrase),
            Kind::Event => !self.is_state(phrase) && !ambassador,
            _ => false,
        };
        if let Some(subject) = self.clause_subject(token).filter(|&e| kind(e)) {
            return Some(subject);
        }
        let clause = (0..token).rev().find(|&t| line.word(t) == ";" || self.opens_clause(t, token));
        let owning = |m: &&NameMention| {
            !Line::is_adjective(m)
                && !self.is_posting(m)
                && !self.is_claimed(m, phrase)
                && !self.is_home(m)
                && !self.is_provenance(m)
        };
        let before = line.mentions().iter().rev().filter(|m| m.tokens.end <= token).filter(owning);
        let main = clause.and_then(|c| {
            let of_main = before.clone().filter(|m| m.tokens.end <= c && self.is_subject(m.entity));
            of_main.rev().map(|m| m.entity).find(|&e| kind(e))
        });
        if main.is_some() {
            return main;
        }
        let said = before.map(|m| self.acting(m, phrase)).find(|&e| kind(e));
        // "once the Union's ambassador, he was made | its envoy": no other body is named.
        let claimed = || {
            let mut named = line.mentions().iter().rev().filter(|m| m.tokens.end <= token);
            named.find(|m| !Line::is_adjective(m) && kind(m.entity) && line.possessive(m.tokens.end))
        };
        let owner = || line.scene.discourse.owner(line.scene.sentence, kind).filter(|_| !ambassador);
        said.or_else(owner).or_else(|| claimed().map(|m| m.entity))
    }

    /// "X, formerly of the European Central Bank, became its president": where somebody comes from is not meant by "its".
    fn is_provenance(&self, mention: &NameMention) -> bool {
        let line = self.line;
        let words = [
            ",",
            "of",
            "from",
            "at",
            "the",
            "formerly",
            "previously",
            "once",
            "recently",
            "lately",
            "earlier",
        ];
        let back = (0..mention.tokens.start).rev().take_while(|&t| line.is(t, &words)).last();
        let comma = back.filter(|&t| line.word(t) == "," && line.word(mention.tokens.end) == ",");
        comma.is_some_and(|t| line.person_until(t).is_some())
    }

    /// "head of communications": the head of something of a body's own, unlike a "head of state".
    fn is_of_department(&self, phrase: &Phrase) -> bool {
        let line = self.line;
        let of = phrase.head + 1;
        let plain = line.at(of + 1).is_none() && line.tag(of + 1).starts_with("NN");
        let public =
            line.is(of + 1, &["state", "government", "delegation", "mission", "diplomacy", "intelligence"]);
        line.is(phrase.head, &["head", "chief", "director"]) && line.is(of, &["of"]) && plain && !public
    }

    /// "X has ..., and in 2013 its minister said": the "and" before the clause whose subject the phrase at `token` is.
    fn opens_clause(&self, joiner: usize, token: usize) -> bool {
        let line = self.line;
        let syntax = line.scene.syntax;
        let comma = joiner > 0 && line.word(joiner - 1) == ",";
        let joins = line.is(joiner, &["and", "but", "while", "whereas"]) && comma
            || line.is(joiner, &["when", "after", "before", "because", "until", "once"]);
        let subject = |u: usize| matches!(syntax.label(u), "nsubj" | "nsubjpass");
        let over = line.unit(token).and_then(|u| syntax.head(u));
        let bare = || (joiner..token).all(|t| line.at(t).is_none());
        joiner > 0 && joins && over.is_some_and(subject) && bare()
    }

    /// Whether the name only says where somebody was posted: "ambassador to Portugal and Thailand".
    fn is_posting(&self, mention: &NameMention) -> bool {
        let line = self.line;
        let mut at = mention.tokens.start;
        while at > 0 && (line.is(at - 1, &["and", ",", "the"]) || line.at(at - 1).is_some()) {
            at -= 1;
        }
        at > 1 && line.is(at - 1, &["to"]) && line.listed(List::PostedOffices, at - 2)
    }

    /// Whether the name only says where somebody comes from: "Alain Berset of Switzerland".
    fn is_home(&self, mention: &NameMention) -> bool {
        let line = self.line;
        let the = usize::from(mention.tokens.start > 0 && line.is(mention.tokens.start - 1, &["the"]));
        let of = (mention.tokens.start - the).checked_sub(1).filter(|&t| line.is(t, &["of", "from"]));
        line.kind(mention.entity) == Kind::Country && of.is_some_and(|t| line.person_until(t).is_some())
    }

    /// "The agency had sent its first attaché": the one body the subject of the clause stands for.
    fn clause_subject(&self, token: usize) -> Option<usize> {
        let syntax = self.line.scene.syntax;
        let unit = self.line.unit(token)?;
        let verb = syntax.clause_verb(unit)?;
        let subject = syntax.surface_subject(verb).filter(|&s| !syntax.within(unit, s))?;
        match self.line.scene.referents(subject).as_slice() {
            [one] => Some(one.entity),
            _ => None,
        }
    }

    /// Whom a name stands for as the owner of an office: a capital for its country.
    pub(super) fn acting(&self, mention: &NameMention, phrase: &Phrase) -> usize {
        // "In Asunción Hugo Chávez, its president": where he was is not whose president he is.
        let there = mention.tokens.start.checked_sub(1).is_some_and(|t| self.line.is(t, &["in", "at"]))
            && phrase.tokens.clone().any(|t| self.line.is(t, &["its"]));
        let place = self.line.kind(mention.entity) == Kind::Place
            && !there
            && (self.is_state(phrase) || self.is_envoy(phrase));
        let country = place.then(|| self.line.scene.discourse.country_of_capital(mention.entity)).flatten();
        country.unwrap_or(mention.entity)
    }

    /// "its president": bodies have presidents as states do.
    fn presides(&self, phrase: &Phrase) -> bool {
        self.line.is(phrase.head, &["president", "presidents"])
    }

    pub(super) fn is_state(&self, phrase: &Phrase) -> bool {
        let portfolio = |w: String| self.line.scene.syntax.words().has(List::Portfolios, &w);
        let foreign =
            line_words(self.line, phrase).any(portfolio) && self.line.is(phrase.head, &["secretary"]);
        self.line.listed(List::StateOffices, phrase.head) || foreign
    }
}

fn line_words<'l>(line: &'l Line<'_>, phrase: &Phrase) -> impl Iterator<Item = String> + 'l {
    (phrase.tokens.start..phrase.tokens.end).map(|t| line.lower(t).into_owned())
}
