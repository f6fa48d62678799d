//! The words that weights are known for, numbered by how frequent they are; others go by how they end.

use super::net::Choices;
use super::tagger;
use super::word::Word;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A dash, as most texts write it.
const DASH: &str = "--";

/// Numbers of stand-ins for names, by class.
const CLASSES: u32 = 16;

/// Numbers of groups of endings.
const ENDINGS: u32 = 1024;

/// How many words have numbers, at most.
pub(super) const WORDS: u32 = 6000;

/// How many numbers there are in all.
pub(super) const NUMBERS: u32 = CLASSES + ENDINGS + WORDS;

/// How many there are where only the most frequent words go by their own.
pub(super) const FREQUENT: u32 = CLASSES + ENDINGS + 2000;

/// The numbers of known words.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    /// By the hash of the word in lower case.
    numbers: FxHashMap<u32, u32>,
    /// The tags that each known word may have.
    tags: Vec<Choices>,
}

impl Lexicon {
    /// Words by the hash of their lower case, each with the tags it may have, the most frequent first.
    pub(super) fn new(words: impl Iterator<Item = (u32, Choices)>) -> Self {
        let mut lexicon = Self::default();
        for ((word, tags), number) in words.zip(CLASSES + ENDINGS..NUMBERS) {
            lexicon.numbers.insert(word, number);
            lexicon.tags.push(tags);
        }
        lexicon
    }

    /// The tags a word may have.
    pub(super) fn tags(&self, word: &Word) -> Choices {
        let known = word.number.checked_sub(CLASSES + ENDINGS);
        known.and_then(|at| self.tags.get(at as usize)).copied().unwrap_or(tagger::ALL)
    }

    /// The words of a sentence's tokens. Two hyphens that stand alone are meant for dashes, which set something apart; so is
    /// one behind the word or two that a line opens with ("Kyiv - On Monday ...").
    pub(super) fn words(&self, text: &str, tokens: impl Iterator<Item = Range<usize>> + Clone) -> Vec<Word> {
        let apart = |range: &Range<usize>| {
            let before = text[..range.start].chars().next_back();
            let after = text[range.end..].chars().next();
            before.is_some_and(char::is_whitespace) && after.is_some_and(char::is_whitespace)
        };
        let hyphen = |range: &Range<usize>| &text[range.clone()] == "-" && apart(range);
        let opening = || tokens.clone().take(3).any(|range| hyphen(&range));
        let dashes = opening() || tokens.clone().filter(hyphen).count() > 1;
        tokens.map(|range| self.word(if dashes && hyphen(&range) { DASH } else { &text[range] })).collect()
    }

    /// The traits of `text`, which is one token, with its numbers.
    pub(super) fn word(&self, text: &str) -> Word {
        let word = Word::new(text);
        let other = unknown(&word);
        let number = self.numbers.get(&word.lower).copied().unwrap_or(other);
        Word { number, frequent: if number < FREQUENT { number } else { other }, ..word }
    }

    /// The number of the stand-in for names of class number `class`.
    pub(super) fn class(class: u32) -> u32 {
        (class + 1).min(CLASSES - 1)
    }

    /// Takes a lexicon off the front of `bytes`: how many words in four little-endian bytes, then for each its hash in
    /// four and its tags in eight. `None` if these are too few.
    pub(super) fn decode(bytes: &mut &'static [u8]) -> Option<Self> {
        let (count, rest) = bytes.split_first_chunk()?;
        let (words, rest) = rest.split_at_checked(u32::from_le_bytes(*count) as usize * 12)?;
        *bytes = rest;
        let word = |bytes: &[u8; 12]| {
            let (hash, tags) = bytes.split_first_chunk()?;
            Some((u32::from_le_bytes(*hash), Choices::from_le_bytes(tags.try_into().ok()?)))
        };
        Some(Self::new(words.as_chunks().0.iter().filter_map(word)))
    }

    /// Writes what [`Lexicon::decode`] reads.
    #[cfg(feature = "train")]
    pub(super) fn encode(&self, out: &mut Vec<u8>) {
        let mut words: Vec<(u32, u32)> = self.numbers.iter().map(|(word, number)| (*number, *word)).collect();
        words.sort_unstable();
        out.extend(u32::try_from(words.len()).expect("few words").to_le_bytes());
        for ((_, word), tags) in words.into_iter().zip(&self.tags) {
            out.extend(word.to_le_bytes());
            out.extend(tags.to_le_bytes());
        }
    }
}

#[cfg(feature = "train")]
impl Word {
    /// The word as if it were not in the lexicon.
    pub(super) fn unknown(self) -> Self {
        Self { number: unknown(&self), frequent: unknown(&self), ..self }
    }
}

/// The number of a word that is not known, shared by those that end alike.
fn unknown(word: &Word) -> u32 {
    CLASSES + (word.suffixes[2] ^ word.suffixes[1].rotate_left(7) ^ (word.traits & Word::CAPITAL)) % ENDINGS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_words_have_numbers_and_others_go_by_their_ends() {
        let words = ["treaty", "talks"].map(|text| (Word::new(text).lower, 0b110));
        let lexicon = Lexicon::new(words.into_iter());
        assert_eq!(lexicon.word("Talks").number, lexicon.word("talks").number);
        assert_ne!(lexicon.word("talks").number, lexicon.word("treaty").number);
        assert_eq!(lexicon.word("nation").number, lexicon.word("station").number);
        assert_ne!(lexicon.word("nation").number, lexicon.word("Nation").number);
        assert!(lexicon.word("nation").number < lexicon.word("treaty").number);
        assert_eq!(lexicon.tags(&lexicon.word("treaty")), 0b110);
        assert_eq!(lexicon.tags(&lexicon.word("nation")), tagger::ALL);
    }

    #[test]
    fn words_that_are_not_frequent_go_by_their_ends_where_asked() {
        let word = |number: u32| format!("w{}", char::from_u32(0x4e00 + number).unwrap());
        let lexicon = Lexicon::new((0..WORDS).map(|number| (Word::new(&word(number)).lower, 1)));
        let (first, last) = (lexicon.word(&word(0)), lexicon.word(&word(WORDS - 1)));
        assert_eq!(first.frequent, first.number);
        assert_eq!(last.number, NUMBERS - 1);
        assert_eq!(last.frequent, unknown(&last));
    }

    #[test]
    fn too_few_bytes_are_no_lexicon() {
        let bytes: &[u8] = &[1, 0, 0, 0, 9, 9, 9];
        assert!(Lexicon::decode(&mut &*bytes).is_none());
    }
}
