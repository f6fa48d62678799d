//! Entity tags, left to right: an averaged perceptron over words, shapes and part-of-speech tags around a token, and
//! what the same word was taken for before.

use super::token::{ENTITY_TAGS, EntityTag, Tag};
use super::weights::{Choices, Feature, Rounds, Score, Sparse, Table, feature};
use super::word::Word;

/// One weight an entity tag.
pub(super) const CHOICES: usize = ENTITY_TAGS + 7;

/// Finished weights.
pub(super) type Weights = Table<CHOICES, Sparse>;

/// Whether a word is in a name is most often plain from half of the features.
const ROUNDS: Rounds<3> = Rounds { leads: [125; 3] };

/// Tags the names of a sentence.
pub(super) fn tag(words: &[Word], tags: &[Tag], weights: &impl Score<CHOICES>) -> Vec<EntityTag> {
    let mut entities = Vec::with_capacity(words.len());
    let mut features = Vec::new();
    for at in 0..words.len() {
        let last = entities.last().copied();
        if is_plain(words, tags, last, at) {
            entities.push(EntityTag::Outside);
            continue;
        }
        let view = View { words, tags, entities: &entities, at, run: Run::around(words, tags, at) };
        let ask = |round: usize, out: &mut Vec<Feature>| view.ask(round, out);
        let choice = ROUNDS.decide(weights, &mut features, ask, following(last));
        entities.push(EntityTag::at(choice));
    }
    entities
}

/// Whether no name anybody asks for begins or goes on at a token: there is no name before it and it has no capital, nor
/// has the next. Dates and numbers in small letters are not found here.
fn is_plain(words: &[Word], tags: &[Tag], last: Option<EntityTag>, at: usize) -> bool {
    let small = |at: usize| words.get(at).is_none_or(|word| !word.is_capital());
    last.is_none_or(|last| last == EntityTag::Outside) && small(at) && small(at + 1) && !tags[at].is_proper()
}

/// The entity tags that may come after `last`: a name goes on in its own class alone.
fn following(last: Option<EntityTag>) -> Choices {
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

/// Whether entity tag number `choice` may come after `last`: a name goes on in its own class alone.
#[cfg(feature = "train")]
pub(super) fn follows(last: Option<EntityTag>, choice: usize) -> bool {
    choice < ENTITY_TAGS && following(last) >> choice & 1 == 1
}

/// All features of token `at`, given the entity tags before it.
#[cfg(feature = "train")]
pub(super) fn collect(
    words: &[Word],
    tags: &[Tag],
    entities: &[EntityTag],
    at: usize,
    out: &mut Vec<Feature>,
) {
    let view = View { words, tags, entities, at, run: Run::around(words, tags, at) };
    out.clear();
    Rounds::<3>::numbers().for_each(|round| view.ask(round, out));
}

/// A token with the tokens around it and the entity tags before it.
struct View<'a> {
    words: &'a [Word],
    tags: &'a [Tag],
    entities: &'a [EntityTag],
    at: usize,
    run: Run,
}

impl View<'_> {
    fn word(&self, offset: isize) -> Word {
        let at = self.at.checked_add_signed(offset);
        at.and_then(|at| self.words.get(at)).copied().unwrap_or_default()
    }

    fn tag(&self, offset: isize) -> u32 {
        let at = self.at.checked_add_signed(offset);
        at.and_then(|at| self.tags.get(at)).map_or(99, |tag| u32::from(tag.0))
    }

    fn entity(&self, back: usize) -> u32 {
        let index = |at: usize| u32::try_from(self.entities[at].index()).expect("a small index");
        self.at.checked_sub(back).map_or(99, index)
    }

    /// Adds the features of a round of [`ROUNDS`].
    fn ask(&self, round: usize, out: &mut Vec<Feature>) {
        let (w, before, after) = (self.word(0), self.word(-1), self.word(1));
        let (t, e1, e2) = (self.tag(0), self.entity(1), self.entity(2));
        let run = &self.run;
        match round {
            0 => out.extend([
                feature(108, w.shape, before.shape, after.shape),
                feature(110, e1, e2, t),
                feature(111, w.lower, e1, 0),
                feature(115, after.lower, w.lower, 0),
                feature(116, self.word(-2).lower, before.lower, t),
                feature(117, after.lower, self.word(2).lower, t),
                feature(122, before.lower, after.lower, t),
                feature(127, run.last, e1, t),
                feature(130, run.before, w.suffixes[2], 0),
                feature(132, run.last, run.first, e1),
            ]),
            1 => out.extend([
                feature(101, w.form, 0, 0),
                feature(104, w.suffixes[2], t, 0),
                feature(113, before.lower, w.lower, 0),
                feature(124, before.suffixes[2], e1, t),
                feature(126, run.after, e1, t),
                feature(133, run.length, w.shape, e1),
            ]),
            2 => out.extend([
                feature(105, w.suffixes[3], e1, 0),
                feature(106, w.prefixes[2], w.traits, 0),
                feature(109, t, self.tag(-1), self.tag(1)),
                feature(114, after.lower, e1, t),
                feature(119, self.word(2).lower, e1, 0),
                feature(123, after.suffixes[2], e1, t),
                feature(125, run.before, e1, t),
                feature(128, run.before, run.after, e1),
            ]),
            _ => out.extend([
                feature(100, t, e1, 0),
                feature(102, w.lower, t, 0),
                feature(103, w.suffixes[1], w.traits, 0),
                feature(107, w.shape, e1, 0),
                feature(112, before.lower, e1, t),
                feature(118, self.word(-2).lower, e1, 0),
                feature(120, self.tag(-2), self.tag(-1), t),
                feature(121, t, self.tag(1), self.tag(2)),
                feature(129, run.first, run.length, e1),
                feature(131, run.after, w.suffixes[2], 0),
            ]),
        }
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
            before: start.checked_sub(1).map_or(1, |at| words[at].lower),
            after: words.get(end).map_or(1, |word| word.lower),
            first: words[start].lower,
            last: words[end - 1].lower,
            length: u32::try_from((end - start).min(4)).expect("at most four") + u32::from(at == start) * 8,
        }
    }
}
