//! Sentences and tokens, by byte offsets into the document's text.

use std::ops::Range;

/// A Penn Treebank part-of-speech tag, by its usual name (`NNP`, `VBD`, `,` ...).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tag(pub(crate) u8);

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
