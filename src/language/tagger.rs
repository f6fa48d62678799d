//! Part-of-speech tags, left to right: an averaged perceptron over a word, its neighbours and the tags before it.

use super::token::{TAGS, Tag};
use super::weights::{Choices, Feature, Rounds, Score, Sparse, Table, feature};
use super::word::Word;

/// One weight a tag.
pub(super) const CHOICES: usize = TAGS;

/// Finished weights.
pub(super) type Weights = Table<CHOICES, Sparse>;

/// Most tags are plain from two thirds of the features.
const ROUNDS: Rounds<2> = Rounds { leads: [180; 2] };

/// Any tag.
const ALL: Choices = (1 << TAGS) - 1;

/// Tags the words of a sentence.
pub(super) fn tag(words: &[Word], weights: &impl Score<CHOICES>) -> Vec<Tag> {
    let mut tags = Vec::with_capacity(words.len());
    let mut features = Vec::new();
    for at in 0..words.len() {
        let view = View { words, tags: &tags, at };
        let ask = |round: usize, out: &mut Vec<Feature>| view.ask(round, out);
        let tag = Tag::at(ROUNDS.decide(weights, &mut features, ask, ALL));
        tags.push(tag);
    }
    tags
}

/// All features of word `at`, given the tags before it.
#[cfg(feature = "train")]
pub(super) fn collect(words: &[Word], tags: &[Tag], at: usize, out: &mut Vec<Feature>) {
    let view = View { words, tags, at };
    out.clear();
    Rounds::<2>::numbers().for_each(|round| view.ask(round, out));
}

/// A word with the words around it and the tags before it.
struct View<'a> {
    words: &'a [Word],
    tags: &'a [Tag],
    at: usize,
}

impl View<'_> {
    fn word(&self, offset: isize) -> Word {
        let at = self.at.checked_add_signed(offset);
        at.and_then(|at| self.words.get(at)).copied().unwrap_or_default()
    }

    fn tag(&self, back: usize) -> u32 {
        self.at.checked_sub(back).map_or(99, |at| u32::from(self.tags[at].0))
    }

    /// Adds the features of a round of [`ROUNDS`].
    fn ask(&self, round: usize, out: &mut Vec<Feature>) {
        let (w, before, after) = (self.word(0), self.word(-1), self.word(1));
        let (t1, t2) = (self.tag(1), self.tag(2));
        let start = u32::from(self.at == 0);
        match round {
            0 => out.extend([
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
            ]),
            1 => out.extend([
                feature(0, 0, 0, 0),
                feature(4, w.suffixes[1], w.traits, 0),
                feature(9, t1, 0, 0),
                feature(10, t1, t2, 0),
            ]),
            _ => out.extend([
                feature(7, w.prefixes[2], w.traits, 0),
                feature(15, self.word(-2).lower, t1, 0),
                feature(18, after.suffixes[2], after.traits, t1),
                feature(19, self.word(2).lower, 0, 0),
            ]),
        }
    }
}
