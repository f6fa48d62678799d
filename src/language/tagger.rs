//! Part-of-speech tags, left to right: an averaged perceptron over a word, its neighbours and the tags before it.

use super::token::{TAGS, Tag};
use super::weights::{Feature, Rounds, Score, Sparse, Table, feature};
use super::word::Word;

/// One weight a tag.
pub(super) const CHOICES: usize = TAGS;

/// Finished weights.
pub(super) type Weights = Table<CHOICES, Sparse>;

/// Most tags are plain from two thirds of the features.
const ROUNDS: Rounds<2> = Rounds { ends: [14, 18], lead: 180 };

/// Tags the words of a sentence.
pub(super) fn tag(words: &[Word], weights: &impl Score<CHOICES>) -> Vec<Tag> {
    let mut tags = Vec::with_capacity(words.len());
    let mut features = Vec::new();
    for at in 0..words.len() {
        collect(words, &tags, at, &mut features);
        tags.push(Tag::at(ROUNDS.decide(weights, &features, |_| true)));
    }
    tags
}

/// The features of word `at`, given the tags before it, in the order of [`ROUNDS`].
pub(super) fn collect(words: &[Word], tags: &[Tag], at: usize, out: &mut Vec<Feature>) {
    let word = |offset: isize| {
        at.checked_add_signed(offset).and_then(|at| words.get(at)).copied().unwrap_or_default()
    };
    let tag = |back: usize| at.checked_sub(back).map_or(99, |at| u32::from(tags[at].0));
    let (w, before, after) = (word(0), word(-1), word(1));
    let (t1, t2) = (tag(1), tag(2));
    let start = u32::from(at == 0);
    out.clear();
    out.extend([
        feature(1, w.form, 0, 0),
        feature(2, w.lower, w.traits, start),
        feature(3, w.suffixes[0], w.traits, 0),
        feature(5, w.suffixes[2], w.traits, 0),
        feature(8, w.shape, start, 0),
        feature(11, t1, w.lower, 0),
        feature(12, t1, w.suffixes[2], w.traits),
        feature(14, before.lower, w.lower, 0),
        feature(17, after.lower, w.lower, 0),
        feature(21, after.suffixes[1], w.suffixes[2], t1),
        feature(6, w.suffixes[3], w.prefixes[0], 0),
        feature(13, before.lower, 0, 0),
        feature(16, after.lower, 0, 0),
        feature(20, after.traits, w.traits, before.traits),
        feature(0, 0, 0, 0),
        feature(4, w.suffixes[1], w.traits, 0),
        feature(9, t1, 0, 0),
        feature(10, t1, t2, 0),
        feature(7, w.prefixes[2], w.traits, 0),
        feature(15, word(-2).lower, t1, 0),
        feature(18, after.suffixes[2], after.traits, t1),
        feature(19, word(2).lower, 0, 0),
    ]);
}
