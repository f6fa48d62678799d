//! A sentence simplified for parsing: a name is one unit, a list of names is one unit, fronted dates and note marks
//! are left out. The parser is trained on the same units.

use super::token::Tag;
use std::ops::Range;

/// What a unit of several tokens (or a single name) stands for; the parser sees the class, not the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UnitClass {
    /// A plain token.
    Word,
    /// A person's name.
    Person,
    /// An organization's name.
    Organization,
    /// A country's or place's name.
    Place,
    /// An event's name.
    Event,
    /// An agreement, document or other work.
    Work,
    /// A date or time expression.
    Date,
    /// A coordination of names ("Australia, Japan, and New Zealand"), of whatever classes.
    List,
}

/// One node of the parse: a token, a name, or a list of names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Tokens of the sentence it covers.
    pub tokens: Range<usize>,
    /// What it stands for.
    pub class: UnitClass,
    /// Its part of speech (of a name: `NNP`, of a list: `NNPS`, of a date: that of its head).
    pub tag: Tag,
}

/// A dependency tree over units, with `ClearNLP` labels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree {
    /// For each unit its head, or `None` for a root.
    pub heads: Vec<Option<usize>>,
    /// For each unit its label (`nsubj`, `dobj`, `prep`, `pobj`, `ROOT` ...).
    pub labels: Vec<&'static str>,
}
