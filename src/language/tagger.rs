//! Part-of-speech tags, left to right: a net that sees a word, its neighbours and the tags before it.

use super::lexicon::{FREQUENT, Lexicon, NUMBERS};
use super::net::{Choices, Net, Seen};
use super::token::{TAG_VALUES, TAGS, Tag};
use super::word::Word;
use multiversion::multiversion;

/// The tagger's net: a choice for each tag.
pub(super) type TagNet = Net<32, TAGS>;

/// Any tag.
pub(super) const ALL: Choices = (1 << TAGS) - 1;

/// How many things the net can see.
pub(super) fn things() -> usize {
    see(&[Word::NONE], &[], 0).total()
}

/// Tags the words of a sentence.
#[multiversion(targets("x86_64+avx2"))]
pub(super) fn tag(words: &[Word], net: &TagNet, lexicon: &Lexicon) -> Vec<Tag> {
    let mut tags = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        let allowed = lexicon.tags(word);
        let tag = net.choose(allowed, || see(words, &tags, at));
        tags.push(Tag::at(tag));
    }
    tags
}

/// All that the tag of word `at` is chosen by, given the tags before it.
#[inline]
pub(super) fn see(words: &[Word], tags: &[Tag], at: usize) -> Seen {
    let view = View { words, tags, at };
    let [w, before, after] = [0, -1, 1].map(|offset| view.word(offset));
    let (t1, t2) = (view.tag(1), view.tag(2));
    let start = u32::from(at == 0);
    let mut seen = Seen::default();
    seen.see(0, 1);
    for word in [before, w, after] {
        seen.see(word.number, NUMBERS);
    }
    for offset in [-2, 2] {
        seen.see(view.word(offset).frequent, FREQUENT);
    }
    seen.see_mixed([w.number, w.traits, start], 4096);
    seen.see_mixed([w.suffixes[1], w.traits, 0], 1024);
    seen.see_mixed([w.suffixes[2], w.traits, 0], 4096);
    seen.see_mixed([w.suffixes[3], w.prefixes[0], 0], 4096);
    seen.see_mixed([w.prefixes[2], w.traits, 0], 2048);
    seen.see_mixed([w.shape, start, 0], 1024);
    seen.see_mixed([after.traits, w.traits, before.traits], 1024);
    seen.see_mixed([after.suffixes[1], 0, 0], 512);
    seen.see_mixed([after.suffixes[2], after.traits, t1], 2048);
    seen.see_mixed([before.suffixes[2], before.traits, 0], 1024);
    seen.see(t1 * TAG_VALUES + t2, TAG_VALUES * TAG_VALUES);
    seen.see_mixed([t1, w.number, 0], 8192);
    seen.see_mixed([t1, w.suffixes[2], w.traits], 4096);
    seen.see_mixed([before.number, w.number, 0], 8192);
    seen.see_mixed([after.number, w.number, 0], 8192);
    seen
}

/// A word with the words around it and the tags before it.
struct View<'a> {
    words: &'a [Word],
    tags: &'a [Tag],
    at: usize,
}

impl View<'_> {
    fn word(&self, offset: isize) -> &Word {
        let at = self.at.checked_add_signed(offset);
        at.and_then(|at| self.words.get(at)).unwrap_or(&Word::NONE)
    }

    fn tag(&self, back: usize) -> u32 {
        self.at.checked_sub(back).map_or(0, |at| u32::from(self.tags[at].0) + 1)
    }
}
