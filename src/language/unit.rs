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

impl Unit {
    /// Whether it is a name, or a list of names.
    #[must_use]
    pub fn is_name(&self) -> bool {
        !matches!(self.class, UnitClass::Word | UnitClass::Date)
    }

    /// Whether it is a word tagged as a verb; modals are none.
    #[must_use]
    pub fn is_verb(&self) -> bool {
        self.class == UnitClass::Word && self.tag.is_verb()
    }

    /// Whether it is a date, or a number, which may be a year.
    #[must_use]
    pub fn is_time(&self) -> bool {
        self.class == UnitClass::Date || self.tag == Tag::CD
    }
}

/// A dependency tree over units, with `ClearNLP` labels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree {
    /// For each unit its head, or `None` for a root.
    pub heads: Vec<Option<usize>>,
    /// For each unit its label (`nsubj`, `dobj`, `prep`, `pobj`, `ROOT` ...).
    pub labels: Vec<&'static str>,
}

impl Tree {
    /// The units whose head is `unit`, in order.
    pub fn children(&self, unit: usize) -> impl Iterator<Item = usize> + '_ {
        self.heads.iter().enumerate().filter(move |(_, head)| **head == Some(unit)).map(|(at, _)| at)
    }

    /// The children of `unit` labelled `label`, in order.
    pub fn labelled<'a>(&'a self, unit: usize, label: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.children(unit).filter(move |&at| self.labels[at] == label)
    }

    /// The first child of `unit` labelled `label`.
    #[must_use]
    pub fn child(&self, unit: usize, label: &str) -> Option<usize> {
        self.children(unit).find(|&at| self.labels[at] == label)
    }

    /// Whether `unit` stands in the subtree of `top`, or is `top`.
    #[must_use]
    pub fn is_within(&self, unit: usize, top: usize) -> bool {
        let mut at = Some(unit);
        for _ in 0..self.heads.len() {
            match at {
                Some(node) if node == top => return true,
                Some(node) => at = self.heads[node],
                None => return false,
            }
        }
        false
    }

    /// The root; `None` of an empty tree.
    #[must_use]
    pub fn root(&self) -> Option<usize> {
        self.heads.iter().position(Option::is_none)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_walked_by_head_and_label() {
        // NATO admitted Finland.
        let tree = Tree {
            heads: vec![Some(1), None, Some(1), Some(1)],
            labels: vec!["nsubj", "ROOT", "dobj", "punct"],
        };
        assert_eq!(tree.root(), Some(1));
        assert_eq!(tree.children(1).collect::<Vec<_>>(), [0, 2, 3]);
        assert_eq!(tree.child(1, "dobj"), Some(2));
        assert_eq!(tree.labelled(1, "nsubj").collect::<Vec<_>>(), [0]);
        assert_eq!(tree.child(0, "dobj"), None);
        assert!(tree.is_within(2, 1) && tree.is_within(1, 1) && !tree.is_within(1, 2));
    }
}
