//! Sentences and tokens, by byte offsets into the document's text.

use std::ops::Range;

/// A Penn Treebank part-of-speech tag, by its usual name (`NNP`, `VBD`, `,` ...).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tag(pub(crate) u8);

/// How many tags there are.
pub(super) const TAGS: usize = 48;

/// How many values a tag has where there may be none.
pub(super) const TAG_VALUES: u32 = 49;
const _: () = assert!(TAG_VALUES as usize == TAGS + 1);

const NAMES: [&str; TAGS] = [
    "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP", "NNPS", "PDT",
    "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP",
    "VBZ", "WDT", "WP", "WP$", "WRB", ".", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "$", "NFP", "ADD",
    "XX",
];

/// Those the rules speak of most, by their usual names. Verbs follow one another in [`NAMES`], so do nouns.
impl Tag {
    pub(crate) const CD: Self = Self::named("CD");
    pub(crate) const IN: Self = Self::named("IN");
    pub(crate) const DT: Self = Self::named("DT");
    pub(crate) const JJ: Self = Self::named("JJ");
    pub(crate) const NN: Self = Self::named("NN");
    pub(crate) const NNS: Self = Self::named("NNS");
    pub(crate) const NNP: Self = Self::named("NNP");
    pub(crate) const NNPS: Self = Self::named("NNPS");
    pub(crate) const RB: Self = Self::named("RB");
    pub(crate) const TO: Self = Self::named("TO");
    pub(crate) const VB: Self = Self::named("VB");
    pub(crate) const VBD: Self = Self::named("VBD");
    pub(crate) const VBN: Self = Self::named("VBN");
    pub(crate) const VBP: Self = Self::named("VBP");
    pub(crate) const VBZ: Self = Self::named("VBZ");

    /// The tag of a name, which must be one.
    const fn named(name: &str) -> Self {
        let mut at = 0;
        while !is_same(NAMES[at as usize].as_bytes(), name.as_bytes()) {
            at += 1;
        }
        Self(at)
    }
}

/// Equality that can be worked out when the program is compiled.
const fn is_same(a: &[u8], b: &[u8]) -> bool {
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}

impl Tag {
    /// Its usual name.
    #[must_use]
    pub fn name(self) -> &'static str {
        NAMES.get(usize::from(self.0)).copied().unwrap_or("XX")
    }

    /// The tag of a name; `None` for a name of none.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        NAMES.iter().position(|known| *known == name).map(Self::at)
    }

    /// A verb form: VB, VBD, VBG, VBN, VBP or VBZ (not a modal).
    #[must_use]
    pub fn is_verb(self) -> bool {
        (Self::VB..=Self::VBZ).contains(&self)
    }

    /// A common or proper noun: NN, NNS, NNP or NNPS.
    #[must_use]
    pub fn is_noun(self) -> bool {
        (Self::NN..=Self::NNPS).contains(&self)
    }

    /// A proper noun: NNP or NNPS.
    #[must_use]
    pub fn is_proper(self) -> bool {
        (Self::NNP..=Self::NNPS).contains(&self)
    }

    /// The tag with an index below [`TAGS`].
    pub(super) fn at(index: usize) -> Self {
        Self(u8::try_from(index.min(TAGS - 1)).expect("there are fewer than 256 tags"))
    }

    #[cfg(feature = "train")]
    pub(super) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// What the model takes a name for (coarser than `OntoNotes`: what the graph has a use for).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntityClass {
    /// PERSON
    Person,
    /// ORG
    Organization,
    /// GPE, LOC and FAC: countries, cities, regions, buildings.
    Place,
    /// NORP: nationalities, religious and political groups.
    Group,
    /// EVENT
    Event,
    /// LAW, `WORK_OF_ART`, PRODUCT
    Work,
    /// DATE and TIME
    Date,
    /// CARDINAL, ORDINAL, MONEY, PERCENT, QUANTITY
    Number,
}

impl EntityClass {
    /// All classes, in the order of the model's choices.
    pub(super) const ALL: [Self; 8] = [
        Self::Person,
        Self::Organization,
        Self::Place,
        Self::Group,
        Self::Event,
        Self::Work,
        Self::Date,
        Self::Number,
    ];
}

/// Where a token stands in a name: outside, first of one, or further in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EntityTag {
    /// Not part of a name.
    Outside,
    /// First token of a name.
    Begin(EntityClass),
    /// A later token of the same name.
    Inside(EntityClass),
}

/// How many entity tags there are.
pub(super) const ENTITY_TAGS: usize = 1 + 2 * EntityClass::ALL.len();

impl EntityTag {
    /// The tag with an index below [`ENTITY_TAGS`]: outside, then first and later tokens of each class.
    pub(super) fn at(index: usize) -> Self {
        match index.checked_sub(1) {
            None => Self::Outside,
            Some(rest) if rest % 2 == 0 => Self::Begin(EntityClass::ALL[rest / 2]),
            Some(rest) => Self::Inside(EntityClass::ALL[rest / 2]),
        }
    }

    pub(super) fn index(self) -> usize {
        match self {
            Self::Outside => 0,
            Self::Begin(class) => 1 + 2 * class as usize,
            Self::Inside(class) => 2 + 2 * class as usize,
        }
    }
}

/// A word, number or mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the document's text.
    pub range: Range<usize>,
    /// Part of speech.
    pub tag: Tag,
    /// Entity tag.
    pub entity: EntityTag,
}

/// A sentence and its tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Bytes of the document's text, without surrounding space.
    pub range: Range<usize>,
    /// Tokens in order.
    pub tokens: Vec<Token>,
}

/// Whether a token makes the name before it an owner, by its letters.
#[must_use]
pub fn is_possessive_mark(word: &str) -> bool {
    matches!(word, "'s" | "’s" | "'S" | "’S" | "'" | "’")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_have_names_both_ways() {
        for name in ["NNP", "VBD", ",", "PRP$", "-LRB-"] {
            assert_eq!(Tag::parse(name).unwrap().name(), name);
        }
        assert_eq!(Tag::parse("NOUN"), None);
        assert!(Tag::parse("NNPS").unwrap().is_proper() && !Tag::parse("NNS").unwrap().is_proper());
        assert!(Tag::parse("VBN").unwrap().is_verb() && !Tag::parse("MD").unwrap().is_verb());
    }

    #[test]
    fn entity_tags_have_indices_both_ways() {
        for index in 0..ENTITY_TAGS {
            assert_eq!(EntityTag::at(index).index(), index);
        }
    }
}
