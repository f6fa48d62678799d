//! Entity tags, left to right: an averaged perceptron over words, shapes and part-of-speech tags around a token, and
//! what the same word was taken for before.

use super::token::{ENTITY_TAGS, EntityTag, Tag};
use super::weights::{Feature, Rounds, Score, Sparse, Table, feature};
use super::word::Word;

/// One weight an entity tag.
pub(super) const CHOICES: usize = ENTITY_TAGS + 7;

/// Finished weights.
pub(super) type Weights = Table<CHOICES, Sparse>;

/// Whether a word is in a name is most often plain from half of the features.
const ROUNDS: Rounds<3> = Rounds { ends: [10, 16, 24], lead: 125 };

/// Tags the names of a sentence.
pub(super) fn tag(words: &[Word], tags: &[Tag], weights: &impl Score<CHOICES>) -> Vec<EntityTag> {
    let mut entities = Vec::with_capacity(words.len());
    let mut features = Vec::new();
    for at in 0..words.len() {
        collect(words, tags, &entities, at, &mut features);
        let last = entities.last().copied();
        entities.push(EntityTag::at(ROUNDS.decide(weights, &features, |choice| follows(last, choice))));
    }
    entities
}

/// Whether entity tag number `choice` may come after `last`: a name goes on in its own class alone.
pub(super) fn follows(last: Option<EntityTag>, choice: usize) -> bool {
    if choice >= ENTITY_TAGS {
        return false;
    }
    match (EntityTag::at(choice), last) {
        (EntityTag::Inside(class), Some(EntityTag::Begin(before) | EntityTag::Inside(before))) => {
            class == before
        }
        (EntityTag::Inside(_), _) => false,
        _ => true,
    }
}

/// The features of token `at`, given the entity tags before it, in the order of [`ROUNDS`].
pub(super) fn collect(
    words: &[Word],
    tags: &[Tag],
    entities: &[EntityTag],
    at: usize,
    out: &mut Vec<Feature>,
) {
    let word = |offset: isize| {
        at.checked_add_signed(offset).and_then(|at| words.get(at)).copied().unwrap_or_default()
    };
    let tag = |offset: isize| {
        at.checked_add_signed(offset).and_then(|at| tags.get(at)).map_or(99, |tag| u32::from(tag.0))
    };
    let entity = |back: usize| {
        at.checked_sub(back).map_or(99, |at| u32::try_from(entities[at].index()).expect("a small index"))
    };
    let (w, before, after) = (word(0), word(-1), word(1));
    let (t, e1, e2) = (tag(0), entity(1), entity(2));
    let context = run_context(words, tags, at);
    out.clear();
    out.extend([
        feature(108, w.shape, before.shape, after.shape),
        feature(110, e1, e2, t),
        feature(111, w.lower, e1, 0),
        feature(115, after.lower, w.lower, 0),
        feature(116, word(-2).lower, before.lower, t),
        feature(117, after.lower, word(2).lower, t),
        feature(122, before.lower, after.lower, t),
        feature(127, context.last, e1, t),
        feature(130, context.before, w.suffixes[2], 0),
        feature(132, context.last, context.first, e1),
        feature(101, w.form, 0, 0),
        feature(104, w.suffixes[2], t, 0),
        feature(113, before.lower, w.lower, 0),
        feature(124, before.suffixes[2], e1, t),
        feature(126, context.after, e1, t),
        feature(133, context.length, w.shape, e1),
        feature(105, w.suffixes[3], e1, 0),
        feature(106, w.prefixes[2], w.traits, 0),
        feature(109, t, tag(-1), tag(1)),
        feature(114, after.lower, e1, t),
        feature(119, word(2).lower, e1, 0),
        feature(123, after.suffixes[2], e1, t),
        feature(125, context.before, e1, t),
        feature(128, context.before, context.after, e1),
        feature(100, t, e1, 0),
        feature(102, w.lower, t, 0),
        feature(103, w.suffixes[1], w.traits, 0),
        feature(107, w.shape, e1, 0),
        feature(112, before.lower, e1, t),
        feature(118, word(-2).lower, e1, 0),
        feature(120, tag(-2), tag(-1), t),
        feature(121, t, tag(1), tag(2)),
        feature(129, context.first, context.length, e1),
        feature(131, context.after, w.suffixes[2], 0),
    ]);
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

/// The run around token `at`, looking at most a few tokens either way; empty if it is not in one.
fn run_context(words: &[Word], tags: &[Tag], at: usize) -> Run {
    const REACH: usize = 6;
    if !tags[at].is_proper() {
        return Run::default();
    }
    let proper = |at: &usize| tags[*at].is_proper();
    let start = (at.saturating_sub(REACH)..at).rev().take_while(proper).last().unwrap_or(at);
    let end = (at + 1..words.len().min(at + REACH)).take_while(proper).last().unwrap_or(at) + 1;
    Run {
        before: start.checked_sub(1).map_or(1, |at| words[at].lower),
        after: words.get(end).map_or(1, |word| word.lower),
        first: words[start].lower,
        last: words[end - 1].lower,
        length: u32::try_from((end - start).min(4)).expect("at most four") + u32::from(at == start) * 8,
    }
}
