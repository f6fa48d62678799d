//! Whose office it is: the body a phrase names, refers to, or leaves to the context.

use super::Office;
use super::phrase::{Phrase, Standing};
use crate::extract::discourse::{Holder, Pronoun};
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
    fn one(entity: usize, tokens: Range<usize>) -> Self {
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
    by_another(line, phrase) || personal(line, phrase).is_some()
}

fn by_another(line: &Line<'_>, phrase: &Phrase) -> bool {
    line.listed(List::RelativeOffices, phrase.head) || line.is_opposite(phrase.head)
}

/// "his", "her" of the phrase.
fn personal(line: &Line<'_>, phrase: &Phrase) -> Option<usize> {
    let own =
        |&t: &usize| line.at(t).is_none() && line.is(t, &["his", "her"]) && !line.is(t + 1, &["commanding"]);
    (phrase.tokens.start..phrase.head).find(own)
}

/// Finds bodies with the offices already read from the sentence at hand.
pub(super) struct Bodies<'a> {
    pub(super) line: &'a Line<'a>,
    pub(super) found: &'a [Office],
}

impl Bodies<'_> {
    /// The bodies of the office `people` hold; `after` is one said after their name.
    pub(super) fn of(&self, phrase: &Phrase, people: &[usize], after: Option<usize>) -> Option<Found> {
        if is_relative(self.line, phrase) {
            return self.relative(phrase, people);
        }
        self.named(phrase, people.len())
            .or_else(|| self.referred(phrase, people))
            .or_else(|| after.filter(|&b| self.serves(phrase, b)).map(|body| Found::one(body, 0..0)))
            .or_else(|| self.unsaid(phrase, people))
    }

    /// The bodies the phrase itself names or takes up.
    pub(super) fn said(&self, phrase: &Phrase) -> Option<Found> {
        self.named(phrase, 1).or_else(|| self.referred(phrase, &[]))
    }

    /// Whether "X of Peru" holds the office in Peru: a director or chair only comes from there.
    fn serves(&self, phrase: &Phrase, body: usize) -> bool {
        let general =
            (phrase.head..phrase.core_end).any(|t| self.line.is(t, &["general"]) && t > phrase.head);
        let house = self.line.listed(List::HouseOffices, phrase.head) || general;
        !house || self.line.kind(body) != Kind::Country
    }

    /// Bodies the phrase names: before the head noun, else after "of", "for", "at".
    fn named(&self, phrase: &Phrase, holders: usize) -> Option<Found> {
        let mut bodies = self.before_head(phrase, holders > 1);
        if bodies.is_empty() {
            bodies = self.after_head(phrase, holders);
        }
        // "an American economist" holds no office of the United States.
        let private = self.line.listed(List::PrivateJobs, phrase.head);
        bodies.retain(|m| !(private && Line::is_adjective(m) && self.line.kind(m.entity) == Kind::Country));
        let tokens = bodies.iter().map(|m| self.spoken(m)).collect();
        let entities: Vec<usize> = bodies.iter().map(|m| m.entity).collect();
        (!entities.is_empty()).then_some(Found { entities, tokens, role: None, head: None })
    }

    fn before_head(&self, phrase: &Phrase, several: bool) -> Vec<&NameMention> {
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

    fn after_head(&self, phrase: &Phrase, holders: usize) -> Vec<&NameMention> {
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
        let coordinated = distinct.windows(2).all(|w| self.joined(w[0], w[1]));
        let alike = distinct.windows(2).all(|w| line.kind(w[0].entity) == line.kind(w[1].entity));
        if !coordinated || !alike || (holders > 1 && holders != distinct.len()) {
            distinct.truncate(1);
        }
        distinct
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
        let posted = line.listed(List::PostedOffices, phrase.head);
        let adviser = line.is(phrase.head, &["adviser", "advisor", "counsel"]);
        match line.word(preposition) {
            "to" => adviser && line.kind(mention.entity) == Kind::Organization,
            "for" | "on" if posted => line.kind(mention.entity) == Kind::Organization,
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
            let ship = line.is(token, &["her"]) && line.is(token + 1, &["commanding"]);
            if line.is(token, &["its", "their", "whose"]) || ship {
                let body = self.antecedent(phrase, token)?;
                return (!people.contains(&body)).then(|| Found::one(body, token..token + 1));
            }
            if line.possessive(token + 1) && line.at(token).is_none() {
                let noun = line.lower(token);
                let body = line.scene.discourse.description(&noun, line.scene.sentence, token)?;
                let body_kind = matches!(line.kind(body), Kind::Country | Kind::Organization | Kind::Event);
                return body_kind.then(|| Found::one(body, phrase.tokens.start..token + 2));
            }
        }
        None
    }

    /// What "its" or "whose" stands for: the body it follows or is coordinated with, else the nearest that fits.
    fn antecedent(&self, phrase: &Phrase, token: usize) -> Option<usize> {
        let line = self.line;
        let mut at = token;
        while at > 0 && line.is(at - 1, &["and", ",", "with"]) {
            at -= 1;
        }
        if let Some(body) = line.body_until(at).filter(|_| at < token) {
            return Some(body.entity);
        }
        if line.is(token, &["whose"]) {
            return None;
        }
        let ambassador = self.is_envoy(phrase) && !line.is(phrase.head, &["attaché"]);
        let house = line.listed(List::HouseOffices, phrase.head);
        let kind = |e: usize| match line.kind(e) {
            Kind::Country => !house,
            Kind::Organization => !(self.is_state(phrase) || ambassador) || self.presides(phrase),
            Kind::Event => !self.is_state(phrase) && !ambassador,
            _ => false,
        };
        if let Some(subject) = self.clause_subject(token).filter(|&e| kind(e)) {
            return Some(subject);
        }
        let clause = (0..token).rev().find(|&t| line.word(t) == ";");
        let owning = |m: &&NameMention| !Line::is_adjective(m) && !self.is_posting(m);
        let before = line.mentions().iter().rev().filter(|m| m.tokens.end <= token).filter(owning);
        let main = clause.and_then(|c| {
            let of_main = before.clone().filter(|m| m.tokens.end <= c && self.is_subject(m.entity));
            of_main.rev().map(|m| m.entity).find(|&e| kind(e))
        });
        if main.is_some() {
            return main;
        }
        let said = before.map(|m| self.acting(m, phrase)).find(|&e| kind(e));
        said.or_else(|| line.scene.discourse.subject(line.scene.sentence, kind).filter(|_| !ambassador))
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
    fn acting(&self, mention: &NameMention, phrase: &Phrase) -> usize {
        let place =
            self.line.kind(mention.entity) == Kind::Place && (self.is_state(phrase) || self.is_envoy(phrase));
        let country = place.then(|| self.line.scene.discourse.country_of_capital(mention.entity)).flatten();
        country.unwrap_or(mention.entity)
    }

    /// "its president": bodies have presidents as states do.
    fn presides(&self, phrase: &Phrase) -> bool {
        self.line.is(phrase.head, &["president"])
    }

    fn is_state(&self, phrase: &Phrase) -> bool {
        let portfolio = |w: String| {
            matches!(w.as_str(), "foreign" | "state" | "defence" | "defense" | "home" | "treasury")
        };
        let foreign =
            line_words(self.line, phrase).any(portfolio) && self.line.is(phrase.head, &["secretary"]);
        self.line.listed(List::StateOffices, phrase.head) || foreign
    }

    /// "his deputy", "her successor", "his Turkmen counterpart", "his foreign minister": by the office of another.
    fn relative(&self, phrase: &Phrase, people: &[usize]) -> Option<Found> {
        // "the successor of Sweden's Hans Blix" has the office of Blix.
        if self.line.person_from(phrase.tokens.end).is_some() && self.line.is(phrase.core_end, &["of", "to"])
        {
            return None;
        }
        let other = self.other(phrase, people)?;
        let (post_body, post_role, post_head) = self.post_of(other)?;
        let line = self.line;
        let named = self.before_head(phrase, people.len() > 1);
        let head = line.lower(phrase.head);
        let counterpart = head.starts_with("counterpart") || line.is_opposite(phrase.head);
        let body = if named.is_empty() { vec![post_body] } else { named.iter().map(|m| m.entity).collect() };
        let elsewhere = line.is(phrase.core_end, &["in"]) && !counterpart;
        if elsewhere && line.at(phrase.core_end + 1).is_some_and(|m| line.kind(m.entity) == Kind::Place) {
            return None;
        }
        if counterpart {
            let named = if named.is_empty() { self.after_head(phrase, people.len()) } else { named };
            let body: Vec<usize> = named.iter().map(|m| m.entity).collect();
            let bodies = if named.is_empty() { vec![self.other_side(phrase, post_body)?] } else { body };
            return Some(Found {
                entities: bodies,
                tokens: vec![],
                role: Some(post_role),
                head: Some(post_head),
            });
        }
        let (role, head) = match head.as_str() {
            "deputy" if line.scene.syntax.words().has(List::CommonOffices, &post_head) => return None,
            "deputy" => (Some(format!("deputy {post_role}")), Some("deputy".to_owned())),
            "successor" | "predecessor" => (Some(post_role), Some(post_head)),
            _ => (None, None),
        };
        let own = personal(line, phrase).map(|t| t..t + 1).unwrap_or_default();
        let body = self.after_head(phrase, people.len()).first().map_or(body, |m| vec![m.entity]);
        Some(Found { entities: body, tokens: vec![own], role, head })
    }

    /// Whose deputy or successor: "his", "Kishida's", or the person spoken of.
    fn other(&self, phrase: &Phrase, people: &[usize]) -> Option<usize> {
        let line = self.line;
        let start = phrase.tokens.start;
        let owner = start.checked_sub(1).filter(|&t| line.possessive(t)).and_then(|t| line.person_until(t));
        let owner = owner.or_else(|| {
            let mark = (start..phrase.head).find(|&t| line.possessive(t))?;
            line.person_until(mark)
        });
        if let Some(owner) = owner {
            return Some(owner.entity);
        }
        let token =
            personal(line, phrase).or_else(|| by_another(line, phrase).then_some(phrase.tokens.start))?;
        let her = line.is(token, &["her"]);
        let pronoun =
            Pronoun::Person(if her { Some("female") } else { line.is(token, &["his"]).then_some("male") });
        let gender = |e: usize| line.scene.discourse.may_be(pronoun, e);
        let fits = |e: &usize| !people.contains(e) && gender(*e);
        let near = line.mentions().iter().rev().filter(|m| m.tokens.end <= token && line.is_person(m));
        let officer = near.clone().map(|m| m.entity).find(|e| self.found.iter().any(|o| o.person == *e));
        if let Some(officer) = officer.filter(fits) {
            return Some(officer);
        }
        let spoken =
            line.scene.discourse.pronoun(pronoun, (line.scene.sentence, token), &[]).into_iter().find(fits);
        spoken.or_else(|| near.map(|m| m.entity).find(fits))
    }

    fn post_of(&self, person: usize) -> Option<(usize, String, String)> {
        let here = self.found.iter().rev().filter(|o| o.person == person);
        let here = here.clone().find(|o| o.standing == Standing::Held).or_else(|| here.clone().next());
        let known = |h: &Holder| (h.body, h.role.clone(), h.head.clone());
        here.map(|o| (o.body, o.role.clone(), o.head.clone()))
            .or_else(|| self.line.scene.discourse.office_of(person).map(known))
    }

    /// A counterpart's body where no word says it: the other country or body of the sentence.
    fn other_side(&self, phrase: &Phrase, known: usize) -> Option<usize> {
        let line = self.line;
        let others = line.mentions().iter().rev().filter(|m| m.tokens.end <= phrase.tokens.start);
        others.map(|m| m.entity).find(|&e| e != known && line.kind(e) == line.kind(known))
    }

    /// A body left unsaid: the state of a state's office, the passage's body for "the secretary-general".
    fn unsaid(&self, phrase: &Phrase, people: &[usize]) -> Option<Found> {
        if people.len() > 1 {
            return self.several_unsaid(phrase, people.len());
        }
        let person = people.first().copied()?;
        if let Some(body) = self.known(phrase, person) {
            return Some(Found::one(body, 0..0));
        }
        let state = self.is_state(phrase);
        let indefinite = self.line.is(phrase.tokens.start, &["a", "an"]);
        let titled = self.line.person_from(phrase.tokens.end).is_some();
        let known = titled && state || self.definite(phrase) || self.predicated(phrase);
        if indefinite || !known {
            return None;
        }
        if self.posted(phrase) {
            return self.sender(person).map(|b| Found::one(b, 0..0));
        }
        if state { self.state(phrase, person).map(|b| Found::one(b, 0..0)) } else { self.of_passage(phrase) }
    }

    /// "was elected chair", "remains as executive chairman": a bare office is the only one of its sort.
    fn predicated(&self, phrase: &Phrase) -> bool {
        let start = phrase.tokens.start;
        let unique = !self.line.listed(List::CommonOffices, phrase.head);
        let bare = start > 0
            && (self.line.tag(start - 1).starts_with('V') || self.line.is(start - 1, &["as", "now"]));
        bare && unique && !phrase.plural
    }

    /// "ambassador to Spain": who sent them goes without saying.
    fn posted(&self, phrase: &Phrase) -> bool {
        let bare = phrase.core_end == phrase.tokens.end && self.predicated(phrase);
        let ambassador = self.is_envoy(phrase);
        self.line.listed(List::PostedOffices, phrase.head)
            && (self.line.is(phrase.core_end, &["to", "in"]) || bare && ambassador)
    }

    fn is_envoy(&self, phrase: &Phrase) -> bool {
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
    }

    /// The body whose office of that name the person is known to hold.
    fn known(&self, phrase: &Phrase, person: usize) -> Option<usize> {
        let holder = self.line.scene.discourse.office_of(person)?;
        (holder.head == super::head(self.line, phrase) && phrase.standing == Standing::Held)
            .then_some(holder.body)
    }

    /// The country of "President X": the clause's, the last named, the passage's; not one another holds that office in.
    fn state(&self, phrase: &Phrase, person: usize) -> Option<usize> {
        let line = self.line;
        let head = super::head(line, phrase);
        if let Some(origin) = line.scene.discourse.origin(person) {
            return Some(origin);
        }
        if let Some(ministry) = self.ministry(phrase) {
            return Some(ministry);
        }
        let free =
            |e: usize| line.kind(e) == Kind::Country && !line.scene.discourse.held_by_other(e, &head, person);
        let before: Vec<usize> = line
            .mentions()
            .iter()
            .filter(|m| m.tokens.end <= phrase.head)
            .map(|m| self.acting(m, phrase))
            .filter(|&e| free(e))
            .collect();
        let subject = before.iter().copied().find(|&e| self.is_subject(e));
        let passage = || line.scene.discourse.passage(line.scene.sentence, free);
        subject.or(before.last().copied()).or_else(passage)
    }

    /// "Jan Lipavský, the minister": of the ministry spoken of just before.
    fn ministry(&self, phrase: &Phrase) -> Option<usize> {
        let line = self.line;
        let bare = phrase.core_end == phrase.head + 1 && phrase.head == phrase.tokens.start + 1;
        let minister = bare && self.definite(phrase) && line.is(phrase.head, &["minister"]);
        let discourse = line.scene.discourse;
        minister.then(|| discourse.named_lately("ministry", line.scene.sentence)).flatten()
    }

    fn is_subject(&self, entity: usize) -> bool {
        let line = self.line;
        let own = line.mentions().iter().filter(|m| m.entity == entity);
        let labels = own.filter_map(|m| line.unit(m.tokens.start)).map(|u| line.scene.syntax.label(u));
        labels.into_iter().any(|l| matches!(l, "nsubj" | "nsubjpass" | "attr"))
    }

    /// The body a definite office belongs to: one the sentence opens with, one known to have it, the passage's.
    pub(super) fn of_passage(&self, phrase: &Phrase) -> Option<Found> {
        let line = self.line;
        let discourse = line.scene.discourse;
        if self.is_state(phrase) {
            return self.state(phrase, usize::MAX).map(|b| Found::one(b, 0..0));
        }
        let fronted = line.is(0, &["at", "in", "within"]).then(|| {
            line.mentions().iter().find(|m| m.tokens.start <= 3 && line.kind(m.entity) == Kind::Organization)
        });
        let organization = |e: usize| line.kind(e) == Kind::Organization;
        let body = match fronted.flatten() {
            _ if self.of_something(phrase) => return None,
            Some(mention) => mention.entity,
            None => discourse.passage(line.scene.sentence, organization).or_else(|| self.last_house())?,
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
        let elsewhere = self.line.is(phrase.core_end, &["at", "within", "with"]);
        elsewhere
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
        );
        (group.len() == holders).then_some(Found { entities: group, tokens: vec![], role: None, head: None })
    }
}

fn line_words<'l>(line: &'l Line<'_>, phrase: &Phrase) -> impl Iterator<Item = String> + 'l {
    (phrase.tokens.start..phrase.tokens.end).map(|t| line.lower(t))
}
