//! Entity tags, left to right: a net that sees words, shapes and part-of-speech tags around a token, and the entity tags
//! before it.

use super::lexicon::{FREQUENT, NUMBERS};
use super::net::{Choices, Net, Seen};
use super::token::{ENTITY_TAGS, EntityTag, TAG_VALUES, Tag};
use super::word::Word;
use multiversion::multiversion;

/// The entity tagger's net: a choice for each entity tag.
pub(super) type EntityNet = Net<48, ENTITY_TAGS>;

/// How many things the net can see.
pub(super) fn things() -> usize {
    see(&[Word::NONE], &[Tag::at(0)], &[], 0).total()
}

/// Tags the names of a sentence.
#[multiversion(targets("x86_64+avx2"))]
pub(super) fn tag(words: &[Word], tags: &[Tag], net: &EntityNet) -> Vec<EntityTag> {
    let mut entities = Vec::with_capacity(words.len());
    for at in 0..words.len() {
        let last = entities.last().copied();
        if is_plain(words, tags, last, at) {
            entities.push(EntityTag::Outside);
            continue;
        }
        let choice = net.choose(following(last), || see(words, tags, &entities, at));
        entities.push(EntityTag::at(choice));
    }
    entities
}

/// Whether no name anybody asks for begins or goes on at a token: there is no name before it and it has no capital, nor
/// has the next, or it only joins. Dates and numbers in small letters are not found here.
pub(super) fn is_plain(words: &[Word], tags: &[Tag], last: Option<EntityTag>, at: usize) -> bool {
    let small = |at: usize| words.get(at).is_none_or(|word| !word.is_capital());
    let joins = || matches!(tags[at].name(), "IN" | "CC" | "," | ":" | "VBD" | "VBZ" | "VBN");
    let outside = last.is_none_or(|last| last == EntityTag::Outside);
    outside && small(at) && !tags[at].is_proper() && (small(at + 1) || joins())
}

/// The entity tags that may come after `last`: a name goes on in its own class alone.
pub(super) fn following(last: Option<EntityTag>) -> Choices {
    /// Outside, and the first token of each class.
    const ANYWHERE: Choices = {
        let (mut choices, mut choice) = (1, 1);
        while choice < ENTITY_TAGS {
            choices |= 1 << choice;
            choice += 2;
        }
        choices
    };
    match last {
        Some(EntityTag::Begin(class) | EntityTag::Inside(class)) => {
            ANYWHERE | 1 << EntityTag::Inside(class).index()
        }
        _ => ANYWHERE,
    }
}

/// All that the entity tag of token `at` is chosen by, given the entity tags before it.
#[inline]
pub(super) fn see(words: &[Word], tags: &[Tag], entities: &[EntityTag], at: usize) -> Seen {
    let view = View { words, tags, entities, at };
    let [w, before, after] = [0, -1, 1].map(|offset| view.word(offset));
    let (t, e1, e2) = (view.tag(0), view.entity(1), view.entity(2));
    let run = Run::around(words, tags, at);
    let mut seen = Seen::default();
    seen.see(0, 1);
    for word in [before, w, after] {
        seen.see(word.number, NUMBERS);
    }
    for number in [view.word(-2).frequent, view.word(2).frequent, run.before, run.after, run.first, run.last]
    {
        seen.see(number, FREQUENT);
    }
    seen.see_mixed([w.number, w.traits, 0], 4096);
    seen.see_mixed([w.suffixes[1], w.traits, 0], 1024);
    seen.see_mixed([w.suffixes[2], t, 0], 4096);
    seen.see_mixed([w.suffixes[3], e1, 0], 4096);
    seen.see_mixed([w.prefixes[2], w.traits, 0], 4096);
    seen.see_mixed([w.shape, before.shape, after.shape], 4096);
    seen.see_mixed([w.shape, e1, 0], 2048);
    seen.see_mixed([e1, e2, t], 4096);
    seen.see_mixed([w.number, e1, 0], 4096);
    for word in [before, after] {
        seen.see_mixed([word.number, e1, t], 4096);
        seen.see_mixed([word.suffixes[2], e1, t], 4096);
        seen.see_mixed([word.number, w.number, 0], 4096);
    }
    for (a, b) in [(-1, 0), (0, 1), (-2, -1), (1, 2)] {
        seen.see(view.tag(a) * TAG_VALUES + view.tag(b), TAG_VALUES * TAG_VALUES);
    }
    for number in [run.before, run.after, run.last] {
        seen.see_mixed([number, e1, t], 4096);
    }
    seen.see_mixed([run.before, run.after, e1], 4096);
    seen.see_mixed([run.first, run.last, e1], 4096);
    seen.see_mixed([run.before, w.suffixes[2], 0], 4096);
    seen.see_mixed([before.number, after.number, t], 4096);
    seen.see_mixed([run.length, e1, w.shape], 2048);
    seen
}

/// A token with the tokens around it and the entity tags before it.
struct View<'a> {
    words: &'a [Word],
    tags: &'a [Tag],
    entities: &'a [EntityTag],
    at: usize,
}

impl View<'_> {
    fn word(&self, offset: isize) -> &Word {
        let at = self.at.checked_add_signed(offset);
        at.and_then(|at| self.words.get(at)).unwrap_or(&Word::NONE)
    }

    fn tag(&self, offset: isize) -> u32 {
        let at = self.at.checked_add_signed(offset);
        at.and_then(|at| self.tags.get(at)).map_or(0, |tag| u32::from(tag.0) + 1)
    }

    fn entity(&self, back: usize) -> u32 {
        let index = |at: usize| u32::try_from(self.entities[at].index()).expect("a small index") + 1;
        self.at.checked_sub(back).map_or(0, index)
    }
}

/// The run of proper nouns a token is in, and what stands on either side of it.
#[derive(Default)]
struct Run {
    before: u32,
    after: u32,
    first: u32,
    last: u32,
    length: u32,
}

impl Run {
    /// The run around token `at`, looking at most a few tokens either way; empty if it is not in one.
    fn around(words: &[Word], tags: &[Tag], at: usize) -> Self {
        const REACH: usize = 6;
        if !tags[at].is_proper() {
            return Self::default();
        }
        let proper = |at: &usize| tags[*at].is_proper();
        let start = (at.saturating_sub(REACH)..at).rev().take_while(proper).last().unwrap_or(at);
        let end = (at + 1..words.len().min(at + REACH)).take_while(proper).last().unwrap_or(at) + 1;
        Self {
            before: start.checked_sub(1).map_or(1, |at| words[at].frequent),
            after: words.get(end).map_or(1, |word| word.frequent),
            first: words[start].frequent,
            last: words[end - 1].frequent,
            length: u32::try_from((end - start).min(4)).expect("at most four") + u32::from(at == start) * 8,
        }
    }
}
