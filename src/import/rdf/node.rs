//! What is said of one node, asked for by key.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::str::FromStr;

use oxigraph::model::{Term, Triple};

use super::Foreign;
use super::build::Fact;
use super::key::Key;
use crate::Error;

/// A node and what is said of it.
#[derive(Clone, Copy)]
pub(super) struct Node<'a> {
    /// Name of the file, for messages.
    pub(super) place: &'a str,
    pub(super) id: &'a str,
    pub(super) values: &'a [(Key<'a>, Term)],
}

impl<'a> Node<'a> {
    /// A message about the node.
    pub(super) fn error(&self, message: impl Display) -> Error {
        Error::invalid(self.place, format!("`{}` {message}", self.id))
    }

    /// The facts said of it.
    pub(super) fn facts(self) -> impl Iterator<Item = Fact<'a>> {
        self.values.iter().filter_map(move |(key, object)| match key {
            Key::Fact(relation) => Some(Fact { subject: self.id, relation, object }),
            _ => None,
        })
    }

    /// Counts what is said of it as foreign.
    pub(super) fn list(self, foreign: &mut Foreign) {
        for (key, term) in self.values {
            foreign.add(|| format!("<{}> {key} {term}", self.id));
        }
    }

    /// The values of a property.
    fn all(&self, key: Key<'a>) -> impl Iterator<Item = &'a Term> {
        self.values.iter().filter(move |(k, _)| *k == key).map(|(_, term)| term)
    }

    /// Things a property leads to, sorted, each once.
    pub(super) fn links(&self, key: Key<'a>, name: &str) -> Result<BTreeSet<&'a str>, Error> {
        self.all(key).map(|term| self.link_of(name, term)).collect()
    }

    /// Strings a property gives, sorted, each once.
    pub(super) fn texts(&self, key: Key<'a>, name: &str) -> Result<BTreeSet<&'a str>, Error> {
        self.all(key).map(|term| self.text_of(name, term)).collect()
    }

    /// The thing a property leads to, if it is there.
    pub(super) fn link(&self, key: Key<'a>, name: &str) -> Result<Option<&'a str>, Error> {
        self.at_most_one(name, self.links(key, name)?)
    }

    /// The string a property gives, if it is there.
    pub(super) fn text(&self, key: Key<'a>, name: &str) -> Result<Option<&'a str>, Error> {
        self.at_most_one(name, self.texts(key, name)?)
    }

    /// A value that has to be there.
    pub(super) fn needed<T>(&self, name: &str, value: Option<T>) -> Result<T, Error> {
        value.ok_or_else(|| self.error(format_args!("has no `{name}`")))
    }

    /// A value read from its string.
    pub(super) fn parsed<T: FromStr>(&self, name: &str, text: &str) -> Result<T, Error> {
        text.parse()
            .map_err(|_| self.error(format_args!("has {text:?} for its `{name}`, which is no number")))
    }

    /// The triple a reifier speaks of, if it is one.
    pub(super) fn triple(&self) -> Result<Option<&'a Triple>, Error> {
        let mut triples = Vec::new();
        for term in self.all(Key::Reifies) {
            match term {
                Term::Triple(triple) if !triples.contains(&&**triple) => triples.push(&**triple),
                Term::Triple(_) => {}
                other => return Err(self.error(format_args!("reifies {other}, which is no triple"))),
            }
        }
        match *triples.as_slice() {
            [] => Ok(None),
            [one] => Ok(Some(one)),
            _ => Err(self.error(format_args!("reifies {} triples; expected one", triples.len()))),
        }
    }

    fn at_most_one(&self, name: &str, values: BTreeSet<&'a str>) -> Result<Option<&'a str>, Error> {
        if values.len() > 1 {
            let found: Vec<String> = values.iter().map(|value| format!("{value:?}")).collect();
            return Err(self.error(format_args!("has more than one `{name}`: {}", found.join(", "))));
        }
        Ok(values.into_iter().next())
    }

    fn link_of(&self, name: &str, term: &'a Term) -> Result<&'a str, Error> {
        match term {
            Term::NamedNode(node) => Ok(node.as_str()),
            other => Err(self.error(format_args!("has {other} for its `{name}`; expected an IRI"))),
        }
    }

    fn text_of(&self, name: &str, term: &'a Term) -> Result<&'a str, Error> {
        match term {
            Term::Literal(literal) => Ok(literal.value()),
            other => Err(self.error(format_args!("has {other} for its `{name}`; expected a text"))),
        }
    }
}
