//! What a word looks like: hashes of its form, affixes and shape, taken once and shared by the taggers and the parser.

/// The traits of a token that features are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// In lower case, digits made alike, typographic quotes made plain.
    pub lower: u32,
    /// Its number in a lexicon, once one was asked.
    pub number: u32,
    /// The same if it is frequent, else that of unknown words that end alike.
    pub frequent: u32,
    /// First one to three characters of the lower case.
    pub prefixes: [u32; 3],
    /// Last one to four characters of the lower case.
    pub suffixes: [u32; 4],
    /// Runs of upper case, lower case, digits and marks.
    pub shape: u32,
    /// Bits of [`Word::CAPITAL`] and its fellows.
    pub traits: u32,
}

impl Word {
    /// What is not there.
    pub(super) const NONE: Self =
        Self { lower: 0, number: 0, frequent: 0, prefixes: [0; 3], suffixes: [0; 4], shape: 0, traits: 0 };

    /// Begins with a capital.
    pub(super) const CAPITAL: u32 = 1;
    /// Has a lower-case letter.
    pub(super) const SMALL: u32 = 2;
    /// Has a digit.
    pub(super) const DIGIT: u32 = 4;
    /// Has a letter of either case, or of a script without cases.
    pub(super) const LETTER: u32 = 8;
    /// Has a full stop or another mark.
    pub(super) const MARK: u32 = 16;
    /// Is one character long.
    pub(super) const SINGLE: u32 = 32;

    /// The traits of `text`, which is one token.
    pub(super) fn new(text: &str) -> Self {
        let mut word = Self::NONE;
        let mut lower = Hash::new(2);
        let mut shape = Shape::default();
        let mut last = [' '; 4];
        let mut length = 0usize;
        for character in text.chars() {
            let character = plain(character);
            let small = fold(character);
            lower.add(small);
            let class = class(character);
            shape.add(class, character);
            word.traits |= class.traits(length == 0);
            last = [last[1], last[2], last[3], small];
            if length < 3 {
                word.prefixes[length] = lower.finish() ^ 0x5bd1_e995;
            }
            length += 1;
        }
        if length == 1 {
            word.traits |= Self::SINGLE;
        }
        word.lower = lower.finish();
        word.shape = shape.hash.finish();
        word.suffixes = suffixes(last, length);
        word
    }

    /// Whether it begins with a capital letter.
    pub(super) fn is_capital(&self) -> bool {
        self.traits & Self::CAPITAL != 0
    }
}

/// The last one to four characters; a shorter word gives nothing for the longer ones.
fn suffixes(last: [char; 4], length: usize) -> [u32; 4] {
    let mut out = [0; 4];
    for (index, slot) in out.iter_mut().enumerate().take(length) {
        let mut hash = Hash::new(3);
        last[3 - index..].iter().for_each(|&character| hash.add(character));
        *slot = hash.finish();
    }
    out
}

/// Typographic quotes as typewriters have them.
fn plain(character: char) -> char {
    match character {
        '’' | '‘' | 'ʼ' => '\'',
        '“' | '”' | '„' => '"',
        other => other,
    }
}

/// Lower case, with all digits alike.
fn fold(character: char) -> char {
    match character {
        '0'..='9' => '0',
        'A'..='Z' => character.to_ascii_lowercase(),
        _ if character.is_ascii() => character,
        _ => character.to_lowercase().next().unwrap_or(character),
    }
}

/// What sort of character one is.
#[derive(Clone, Copy)]
enum Class {
    Capital,
    Small,
    /// A letter of a script without cases.
    Letter,
    Digit,
    Mark,
}

fn class(character: char) -> Class {
    match character {
        'a'..='z' => Class::Small,
        'A'..='Z' => Class::Capital,
        '0'..='9' => Class::Digit,
        _ if character.is_ascii() => Class::Mark,
        _ if character.is_uppercase() => Class::Capital,
        _ if character.is_lowercase() => Class::Small,
        _ if character.is_numeric() => Class::Digit,
        _ if character.is_alphabetic() => Class::Letter,
        _ => Class::Mark,
    }
}

impl Class {
    /// The traits it gives a word, as its first character or a later one.
    fn traits(self, first: bool) -> u32 {
        match self {
            Self::Capital => Word::LETTER | if first { Word::CAPITAL } else { 0 },
            Self::Small => Word::LETTER | Word::SMALL,
            Self::Letter => Word::LETTER,
            Self::Digit => Word::DIGIT,
            Self::Mark => Word::MARK,
        }
    }
}

/// FNV-1a over characters.
#[derive(Clone, Copy, Debug)]
struct Hash(u32);

impl Hash {
    fn new(seed: u32) -> Self {
        Self(0x811c_9dc5 ^ seed)
    }

    fn add(&mut self, character: char) {
        self.0 = (self.0 ^ u32::from(character)).wrapping_mul(0x0100_0193);
    }

    fn finish(self) -> u32 {
        self.0 ^ (self.0 >> 15)
    }
}

/// Classes of characters, a run of more than two counted as two.
#[derive(Debug)]
struct Shape {
    hash: Hash,
    last: char,
    run: usize,
}

impl Default for Shape {
    fn default() -> Self {
        Self { hash: Hash::new(4), last: ' ', run: 0 }
    }
}

impl Shape {
    fn add(&mut self, class: Class, character: char) {
        let class = match class {
            Class::Capital => 'X',
            Class::Digit => 'd',
            Class::Small | Class::Letter => 'x',
            Class::Mark => character,
        };
        self.run = if class == self.last { self.run + 1 } else { 1 };
        self.last = class;
        if self.run <= 2 {
            self.hash.add(class);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_forget_length_and_letters() {
        assert_eq!(Word::new("Blinken").shape, Word::new("Stoltenberg").shape);
        assert_ne!(Word::new("NATO").shape, Word::new("Nato").shape);
    }

    #[test]
    fn quotes_are_alike_and_case_is_a_trait() {
        assert_eq!(Word::new("n’t"), Word::new("n't"));
        assert_eq!(Word::new("China").lower, Word::new("china").lower);
        assert_ne!(Word::new("China").traits, Word::new("china").traits);
    }

    #[test]
    fn short_words_have_no_long_suffix() {
        assert_eq!(Word::new("at").suffixes[2], 0);
        assert_eq!(Word::new("nation").suffixes[3], Word::new("ration").suffixes[3]);
    }
}
