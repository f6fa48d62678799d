//! A sentence as the readers of offices see it: words, names, and who stands in lists.

use crate::extract::names::{Form, NameMention};
use crate::extract::reference::Scene;
use crate::graph::Kind;
use crate::language::lowered;
use crate::vocabulary::words::{self, List};
use std::borrow::Cow;
use std::ops::Range;

/// Words that are offices as nouns and something else as verbs.
const VERBAL: &[&str] = &[
    "head",
    "heads",
    "lead",
    "leads",
    "chair",
    "chairs",
    "co-chair",
    "judge",
    "judges",
    "partner",
    "partners",
    "associate",
    "counsel",
    "engineer",
    "engineers",
    "spy",
    "captain",
    "marshal",
    "deputy",
];

/// Tokens and names of one sentence.
pub(crate) struct Line<'a> {
    pub(crate) scene: &'a Scene<'a>,
    kinds: &'a dyn Fn(usize) -> Kind,
}

impl<'a> Line<'a> {
    pub(crate) fn new(scene: &'a Scene<'a>, kinds: &'a dyn Fn(usize) -> Kind) -> Self {
        Self { scene, kinds }
    }

    pub(crate) fn len(&self) -> usize {
        self.scene.syntax.sentence.tokens.len()
    }

    /// The word at a token; empty beyond the sentence.
    pub(crate) fn word(&self, token: usize) -> &'a str {
        self.scene.syntax.word(token)
    }

    pub(crate) fn lower(&self, token: usize) -> Cow<'a, str> {
        lowered(self.word(token))
    }

    pub(crate) fn is(&self, token: usize, words: &[&str]) -> bool {
        let word = self.word(token);
        words.iter().any(|other| word.eq_ignore_ascii_case(other))
    }

    pub(crate) fn tag(&self, token: usize) -> &'static str {
        self.scene.syntax.sentence.tokens.get(token).map_or("", |t| t.tag.name())
    }

    /// Whether nothing stands between a token and the one before.
    pub(crate) fn glued(&self, token: usize) -> bool {
        let tokens = &self.scene.syntax.sentence.tokens;
        token > 0 && token < tokens.len() && tokens[token - 1].range.end == tokens[token].range.start
    }

    pub(crate) fn kind(&self, entity: usize) -> Kind {
        (self.kinds)(entity)
    }

    pub(crate) fn is_body(&self, mention: &NameMention) -> bool {
        matches!(self.kind(mention.entity), Kind::Country | Kind::Organization | Kind::Event)
    }

    pub(crate) fn is_person(&self, mention: &NameMention) -> bool {
        self.kind(mention.entity) == Kind::Person
    }

    pub(crate) fn mentions(&self) -> &'a [NameMention] {
        self.scene.mentions
    }

    pub(crate) fn at(&self, token: usize) -> Option<&'a NameMention> {
        self.mentions().iter().find(|m| m.tokens.contains(&token))
    }

    pub(crate) fn person_from(&self, token: usize) -> Option<&'a NameMention> {
        self.mentions().iter().find(|m| m.tokens.start == token && self.is_person(m))
    }

    /// Where a name begins with the titles before it: "with | the retired General X".
    pub(crate) fn titles_before(&self, person: &NameMention) -> usize {
        let title = |&t: &usize| {
            let before = [List::FormerWords, List::Honorifics].iter().any(|l| self.listed(*l, t));
            self.is_head(t) || self.at(t).is_none() && before
        };
        (0..person.tokens.start).rev().take_while(title).last().unwrap_or(person.tokens.start)
    }

    /// The person whose name begins at a token, behind forms of address: "Prime Minister | Sir Keir Starmer".
    pub(crate) fn person_titled(&self, token: usize) -> Option<&'a NameMention> {
        let address = |&t: &usize| self.at(t).is_none() && self.listed(List::Honorifics, t);
        self.person_from(token + (token..token + 2).take_while(address).count())
    }

    pub(crate) fn person_until(&self, token: usize) -> Option<&'a NameMention> {
        self.mentions().iter().find(|m| m.tokens.end == token && self.is_person(m))
    }

    pub(crate) fn listed(&self, list: List, token: usize) -> bool {
        let syntax = self.scene.syntax;
        let lists = if list == List::Honorifics && self.word(token).contains('.') {
            syntax.words().lists_of_either_number(&self.lower(token).replace('.', ""))
        } else {
            syntax.token_lists(token)
        };
        words::is_among(lists, list as usize)
    }

    /// Head noun of an office, outside of names and not used as a verb.
    pub(crate) fn is_head(&self, token: usize) -> bool {
        let lists = self.scene.syntax.token_lists(token);
        let office =
            [List::Offices, List::RelativeOffices].iter().any(|l| words::is_among(lists, *l as usize));
        let verb = || self.tag(token).starts_with('V') && self.is(token, VERBAL);
        (office || self.is_opposite(token)) && self.at(token).is_none() && !verb()
    }

    /// "opposite number".
    pub(crate) fn is_opposite(&self, token: usize) -> bool {
        token > 0 && self.is(token, &["number", "numbers"]) && self.is(token - 1, &["opposite"])
    }

    /// Whether a possessive mark stands here.
    pub(crate) fn possessive(&self, token: usize) -> bool {
        let plural = || token > 0 && self.glued(token) && self.word(token - 1).ends_with('s');
        self.tag(token) == "POS"
            || self.is(token, &["'s", "’s"])
            || self.is(token, &["'", "’"]) && plural() && !self.is(token + 1, &[",", "."])
    }

    /// The unit whose tokens include this one.
    pub(crate) fn unit(&self, token: usize) -> Option<usize> {
        self.scene.syntax.units.iter().position(|u| u.tokens.contains(&token))
    }

    /// People listed from `token` on: "A, B and C", "A of X and B of Y".
    pub(crate) fn people_from(&self, token: usize) -> Vec<&'a NameMention> {
        let mut people: Vec<&NameMention> = self.person_from(token).into_iter().collect();
        while let Some(last) = people.last() {
            let end = self.body_after(last).map_or(last.tokens.end, |m| m.tokens.end);
            let end = end + usize::from(self.word(end) == ")" && end > last.tokens.end);
            let joined = self.skip_joiners(end);
            let next = self.person_from(joined).or_else(|| self.person_from(self.past_honorifics(joined)));
            let Some(next) = next.filter(|_| joined > end) else { break };
            people.push(next);
        }
        people
    }

    /// "X of the Chilean Navy", "X of Japan": the body said with a name.
    pub(crate) fn body_after(&self, person: &NameMention) -> Option<&'a NameMention> {
        let of = person.tokens.end;
        // "Rolf Folland (Norway)"
        if self.word(of) == "(" {
            let country = self.mentions().iter().find(|m| m.tokens.start == of + 1)?;
            let bracketed =
                self.word(country.tokens.end) == ")" && self.kind(country.entity) == Kind::Country;
            return bracketed.then_some(country);
        }
        if !self.is(of, &["of", "from"]) {
            return None;
        }
        let at = of + 1 + usize::from(self.is(of + 1, &["the"]));
        let mention = self.mentions().iter().find(|m| m.tokens.start == at)?;
        matches!(self.kind(mention.entity), Kind::Country | Kind::Organization).then_some(mention)
    }

    /// "X, a unit of Z": the organization whose name a noun stands beside.
    pub(crate) fn body_called(&self, noun: usize) -> Option<usize> {
        let syntax = self.scene.syntax;
        let name = syntax.head(noun).filter(|_| syntax.label(noun) == "appos" && !syntax.is_name(noun))?;
        let named = self.scene.names_in(name).last().filter(|_| syntax.is_name(name))?;
        (self.kind(named.entity) == Kind::Organization).then_some(named.entity)
    }

    /// Whom "our" at a token stands for.
    pub(crate) fn speaker(&self, token: usize) -> Option<usize> {
        let own = matches!(self.word(token), "our" | "Our");
        own.then(|| self.scene.discourse.speaker(self.scene.syntax.sentence.tokens[token].range.start))?
    }

    /// "Latvia's | Baiba Braže": the name whose possessive stands before one.
    pub(crate) fn owner_before(&self, mention: &NameMention) -> Option<&'a NameMention> {
        let mark = mention.tokens.start.checked_sub(1).filter(|&t| self.possessive(t))?;
        self.mentions().iter().find(|m| m.tokens.end == mark)
    }

    /// People listed up to `token`: "A, B and C", "Latvia's A and Estonia's B".
    pub(crate) fn people_until(&self, token: usize) -> Vec<&'a NameMention> {
        let mut people: Vec<&NameMention> = self.person_until(token).into_iter().collect();
        while let Some(first) = people.first() {
            let owner = self.owner_before(first).filter(|m| self.is_body(m));
            let mut end = owner.map_or(first.tokens.start, |m| m.tokens.start);
            while end > 0 && self.is(end - 1, &[",", "and", "&"]) {
                end -= 1;
            }
            let Some(before) = self.person_until(end).filter(|_| end < first.tokens.start) else { break };
            people.insert(0, before);
        }
        people
    }

    /// "Mr. Bruce Golding": behind the forms of address before a name.
    fn past_honorifics(&self, mut token: usize) -> usize {
        while self.at(token).is_none() && self.listed(List::Honorifics, token) {
            token += 1 + usize::from(self.word(token + 1) == ".");
        }
        token
    }

    fn skip_joiners(&self, mut token: usize) -> usize {
        while self.is(token, &[",", "and", "&"]) {
            token += 1;
        }
        token
    }

    /// The person who stands as subject before a verb at `token`: right before it, or before an aside closed by a comma.
    pub(crate) fn subject_before(&self, token: usize) -> Option<&'a NameMention> {
        let mut at = token;
        while at > 0
            && (matches!(self.tag(at - 1), "MD" | "RB")
                || self.is(at - 1, &["have", "has", "had", "was", "were", "is", "been", "be", "are"]))
        {
            at -= 1;
        }
        if at == 0 || self.word(at - 1) != "," {
            return self.person_until(at);
        }
        self.mentions()
            .iter()
            .rev()
            .find(|m| m.tokens.end < at && self.is_person(m) && self.word(m.tokens.end) == ",")
    }

    /// The last body that ends at `token`, an acronym in brackets after it left out of account.
    pub(crate) fn body_until(&self, token: usize) -> Option<&'a NameMention> {
        let end = if token > 2 && self.word(token - 1) == ")" && self.word(token - 3) == "(" {
            token - 3
        } else {
            token
        };
        self.mentions().iter().find(|m| m.tokens.end == end && self.is_body(m))
    }

    /// The range of a name in a phrase, with a possessive mark behind it.
    pub(crate) fn with_mark(&self, tokens: &Range<usize>) -> Range<usize> {
        tokens.start..tokens.end + usize::from(self.possessive(tokens.end))
    }

    pub(crate) fn is_adjective(mention: &NameMention) -> bool {
        matches!(mention.form, Form::Adjective | Form::Demonym)
    }
}
