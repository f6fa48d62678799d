//! Offices told by somebody else's: "his deputy", "her successor", "his Turkmen counterpart", "his foreign minister".

use super::Standing;
use super::body::{Bodies, Found, by_another, personal};
use super::phrase::Phrase;
use crate::extract::discourse::{Holder, Pronoun};
use crate::extract::names::NameMention;
use crate::graph::Kind;
use crate::vocabulary::words::List;

impl Bodies<'_> {
    /// "his deputy", "her successor", "his Turkmen counterpart", "his foreign minister": by the office of another.
    pub(super) fn relative(&self, phrase: &Phrase, people: &[usize]) -> Option<Found> {
        // "the successor of Sweden's Hans Blix" has the office of Blix.
        if self.line.person_titled(phrase.tokens.end).is_some()
            && self.line.is(phrase.core_end, &["of", "to"])
        {
            return None;
        }
        let line = self.line;
        let named = self.before_head(phrase, people.len() > 1);
        let head = line.lower(phrase.head);
        let colleague = head.starts_with("colleague");
        let abroad = |m: &&NameMention| line.kind(m.entity) == Kind::Country;
        if colleague && !named.iter().any(abroad) {
            return self.colleague_abroad(phrase, people);
        }
        let counterpart = self.is_counterpart(phrase) || colleague;
        let Some((post_body, post_role, post_head)) = self.post_of_other(phrase, people) else {
            let bodies: Vec<usize> = named.iter().map(|m| m.entity).collect();
            if !counterpart {
                return self.beside_unknown(phrase, people);
            }
            if bodies.is_empty() {
                return None;
            }
            let like = self.like_the_unnamed(phrase).or_else(|| self.like_the_titled(phrase, people));
            return like.map(|(role, head)| Found {
                entities: bodies,
                tokens: vec![],
                role: Some(role),
                head: Some(head),
            });
        };
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
        let (role, head) = match head.as_ref() {
            "deputy" if line.scene.syntax.words().has(List::CommonOffices, &post_head) => return None,
            "deputy" => (Some(format!("deputy {post_role}")), Some("deputy".to_owned())),
            "successor" | "predecessor" => (Some(post_role), Some(post_head)),
            _ => (None, None),
        };
        let own = personal(line, phrase).map(|t| t..t + 1).unwrap_or_default();
        let body = self.after_head(phrase, people.len()).first().map_or(body, |m| vec![m.entity]);
        Some(Found { entities: body, tokens: vec![own], role, head })
    }

    /// "his opposite numbers A (X) and B (Y)": the role of him whose they are.
    pub(super) fn relative_role(&self, phrase: &Phrase, people: &[usize]) -> Option<(String, String)> {
        let (_, role, head) = self.post_of_other(phrase, people).filter(|_| self.is_counterpart(phrase))?;
        Some((role, head))
    }

    /// "counterpart", "opposite number".
    fn is_counterpart(&self, phrase: &Phrase) -> bool {
        self.line.lower(phrase.head).starts_with("counterpart") || self.line.is_opposite(phrase.head)
    }

    /// "X's deputy at the agency", "her predecessor at the bank": of somebody whose office the text does not tell.
    fn beside_unknown(&self, phrase: &Phrase, people: &[usize]) -> Option<Found> {
        let line = self.line;
        let body = self.after_head(phrase, people.len()).first().map(|m| m.entity)?;
        let role = match line.lower(phrase.head).as_ref() {
            "deputy" => "deputy head",
            "successor" | "predecessor" => "head",
            _ => return None,
        };
        let at = line.is(phrase.core_end, &["at"]) && line.kind(body) == Kind::Organization;
        at.then(|| Found {
            entities: vec![body],
            tokens: vec![],
            role: Some(role.to_owned()),
            head: role.split(' ').next().map(str::to_owned),
        })
    }

    /// "his colleague in Canberra": another envoy of the same state.
    fn colleague_abroad(&self, phrase: &Phrase, people: &[usize]) -> Option<Found> {
        let line = self.line;
        let seat = line.at(phrase.core_end + 1).filter(|_| line.is(phrase.core_end, &["in"]))?;
        let (body, role, head) = self.post_of_other(phrase, people)?;
        let envoy = matches!(head.as_str(), "ambassador" | "consul" | "commissioner" | "envoy");
        let state = line.kind(body) == Kind::Country && line.kind(seat.entity) == Kind::Place;
        (envoy && state).then(|| Found {
            entities: vec![body],
            tokens: vec![],
            role: Some(role),
            head: Some(head),
        })
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
        let spoken = line
            .scene
            .discourse
            .pronoun(pronoun, (line.scene.sentence, token), &|e| fits(&e))
            .into_iter()
            .next();
        spoken.or_else(|| near.map(|m| m.entity).find(fits))
    }

    /// The office of whom the phrase sets against: one the text tells, or, for "his foreign minister", that of somebody of
    /// a country ("Chile's Gabriel Boric").
    fn post_of_other(&self, phrase: &Phrase, people: &[usize]) -> Option<(usize, String, String)> {
        let other = self.other(phrase, people)?;
        let home = || self.home_of(other).filter(|_| !by_another(self.line, phrase) && self.is_state(phrase));
        self.post_of(other).or_else(|| home().map(|country| (country, String::new(), String::new())))
    }

    /// The country that a name is told with, or that somebody is known to come from.
    pub(super) fn home_of(&self, person: usize) -> Option<usize> {
        let line = self.line;
        let own = line.mentions().iter().filter(|m| m.entity == person);
        let owners = own.filter_map(|m| line.owner_before(m));
        owners
            .filter(|o| line.kind(o.entity) == Kind::Country)
            .map(|m| m.entity)
            .next()
            .or_else(|| line.scene.discourse.origin(person))
    }

    /// "Guyana's foreign minister and | his Surinamese counterpart": role and head of the office before "and", whoever
    /// holds it.
    fn like_the_unnamed(&self, phrase: &Phrase) -> Option<(String, String)> {
        let line = self.line;
        let and = phrase.tokens.start.checked_sub(1).filter(|&t| line.is(t, &["and", "with", "met"]))?;
        let first = self.phrases.iter().find(|p| p.tokens.end == and && !p.plural)?;
        let found = self.said(first)?;
        Some((super::role(line, first, &found.tokens), super::head(line, first)))
    }

    /// "President X met | his Rwandan counterpart": role and head of the title before the other's name, whatever he is
    /// president of.
    fn like_the_titled(&self, phrase: &Phrase, people: &[usize]) -> Option<(String, String)> {
        let line = self.line;
        let other = self.other(phrase, people)?;
        let titles = |p: &&Phrase| line.person_from(p.tokens.end).is_some_and(|m| m.entity == other);
        let title = self.phrases.iter().find(titles)?;
        Some((super::role(line, title, &[]), super::head(line, title)))
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
}
