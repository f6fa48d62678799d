//! Who holds which office, as far as the document has told.

use super::{Discourse, MEMORY, Noted, Prominence};
use crate::graph::Kind;

/// How long somebody holds an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Span {
    /// Since a date that is said.
    Lasting,
    /// Until a date that is said.
    Over,
    /// The text does not say.
    Unsaid,
}

/// An office and who was said to hold it.
#[derive(Clone, Debug)]
pub(crate) struct Holder {
    /// Lower-case head noun of the office.
    pub(crate) head: String,
    /// The office in the text's words.
    pub(crate) role: String,
    pub(crate) person: usize,
    pub(crate) body: usize,
    /// Whether the text puts it in the past ("a former ...").
    pub(crate) former: bool,
    /// Whether the person is only to hold it.
    pub(crate) coming: bool,
    /// What the dates say of how long they hold it.
    pub(crate) span: Span,
    pub(crate) sentence: usize,
}

/// An office without its holder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Post {
    pub(crate) body: usize,
    pub(crate) role: String,
    pub(crate) head: String,
}

impl Post {
    /// An office told by no more than a noun.
    pub(crate) fn called(body: usize, noun: &str) -> Self {
        Self { body, role: noun.to_owned(), head: noun.to_owned() }
    }
}

impl From<&Holder> for Post {
    fn from(Holder { body, role, head, .. }: &Holder) -> Self {
        Self { body: *body, role: role.clone(), head: head.clone() }
    }
}

/// An office of which the passage tells who held it.
#[derive(Clone, Debug)]
pub(super) struct Announced {
    post: Post,
    /// The first sentence of the part of the document that it heads.
    part: usize,
    /// The first sentence of the paragraph that it opens, if it is no heading.
    block: Option<usize>,
}

impl Discourse<'_> {
    /// Takes note of an office that a heading, or the words a paragraph opens with, announce.
    pub(crate) fn announce(&mut self, post: Post, heading: bool) {
        let block = (!heading).then_some(self.block);
        self.announced = Some(Announced { post, part: self.part, block });
    }

    /// The office that the passage is announced to be about.
    pub(crate) fn announced(&self) -> Option<&Post> {
        let holds = |a: &&Announced| a.part == self.part && a.block.is_none_or(|block| block == self.block);
        self.announced.as_ref().filter(holds).map(|a| &a.post)
    }

    /// Takes note of who holds an office.
    pub(crate) fn note_holder(&mut self, holder: Holder) {
        self.holders.push(holder);
    }

    /// The office `person` was last said to hold, those of the past last.
    pub(crate) fn office_of(&self, person: usize) -> Option<&Holder> {
        let mut own = self.held().filter(|h| h.person == person);
        let held = own.clone().filter(|h| !h.former);
        held.clone().find(|h| h.span != Span::Over).or_else(|| held.clone().next()).or_else(|| own.next())
    }

    /// The last office of `person` that fits, of those still held.
    pub(crate) fn last_held(&self, person: usize, fits: impl Fn(&Holder) -> bool) -> Option<&Holder> {
        let own = self.held().filter(|h| h.person == person && !h.former && fits(h));
        own.clone()
            .find(|h| h.span == Span::Lasting)
            .or_else(|| own.clone().find(|h| h.span != Span::Over))
            .or_else(|| own.clone().next())
    }

    /// Whether someone else is known to hold in `body` an office that is the `same`.
    pub(crate) fn held_by_other(&self, body: usize, person: usize, same: impl Fn(&Holder) -> bool) -> bool {
        let holds = |h: &Holder| h.body == body && same(h) && !h.former;
        self.held().any(|h| holds(h) && h.person != person)
    }

    /// The office last spoken of in `body`.
    pub(crate) fn office_in(&self, body: usize) -> Option<&Holder> {
        self.held().find(|h| h.body == body)
    }

    /// The office last spoken of in the paragraph, in the sentence before `sentence` or the one before that.
    pub(crate) fn last_office(&self, sentence: usize, fits: impl Fn(&Holder) -> bool) -> Option<&Holder> {
        let near = |h: &&Holder| h.sentence >= self.block && h.sentence + 2 >= sentence;
        self.held().take_while(near).find(|h| fits(h))
    }

    /// The country whose office somebody was last said to hold.
    pub(crate) fn country_served(&self, person: usize) -> Option<usize> {
        let mut held = self.held().filter(|h| h.person == person && !h.former);
        held.find(|h| self.kind(h.body) == Kind::Country).map(|h| h.body)
    }

    /// The latest offices, last first.
    pub(super) fn held(&self) -> impl Iterator<Item = &Holder> + Clone {
        self.holders.iter().rev().take(MEMORY)
    }

    /// Who was last said to hold the office in one of these bodies: "the French president".
    pub(crate) fn officer(&self, head: &str, bodies: &[usize]) -> Option<usize> {
        self.held().find(|h| h.head == head && bodies.contains(&h.body)).map(|h| h.person)
    }

    /// Who is known to hold the office of these words in the body: "the president of X", "the Japanese foreign minister".
    pub(crate) fn officer_called(&self, head: &str, words: &[&str], body: usize) -> Option<usize> {
        let same = |h: &&Holder| h.head == head && h.body == body && !h.former && !h.coming;
        let told = |h: &&Holder| {
            let role = h.role.to_lowercase();
            words.iter().all(|word| role.split(' ').any(|own| own == *word))
        };
        self.held().filter(same).find(told).map(|h| h.person)
    }

    /// "Ursula von der Leyen ended a tour. ... The president of the Commission had met X": whom the sentence before is
    /// about, if it names nobody else, no office of his has been told, and he is of no other country than the office.
    pub(crate) fn untitled(&self, sentence: usize, body: usize) -> Option<usize> {
        let before = |n: &&Noted| n.sentence + 1 == sentence && self.kind(n.entity) == Kind::Person;
        let people: Vec<&Noted> = self.recent().filter(before).collect();
        let subject = people.iter().find(|n| n.prominence == Prominence::Main)?.entity;
        let alone = people.iter().all(|n| n.entity == subject);
        let foreign = self.origin(subject).is_some_and(|country| country != body);
        let foreign = self.is_country(body) && (foreign || self.comes_from_elsewhere(subject));
        (alone && self.office_of(subject).is_none() && !foreign).then_some(subject)
    }

    /// Whether the person was said to hold offices of which none is so called.
    pub(super) fn holds_another(&self, person: usize, head: &str) -> bool {
        let mut own = self.held().filter(|h| h.person == person).peekable();
        own.peek().is_some() && own.all(|h| h.head != head)
    }
}
