//! A curator's decisions about a graph, kept in a file and replayed on every run.
//!
//! A file of corrections is TOML. Its entries are applied from top to bottom, each to what those before it left:
//! `[[merge]]`, `[[split]]`, `[[rename]]`, `[[retype]]`, `[[drop]]`, `[[add]]`, and `[[distinct]]`, which keeps merges
//! anywhere in the file from uniting what it names. Each has a `reason`. Entities are referred to by a name that only
//! one has, or by their address or its end (`organization/nato`); statements by their id or its beginning, or by their
//! ends, relation and date. An entry that does not apply, because what it speaks of is not there any more, is left out
//! and reported; the others are applied.

mod apply;
mod bench;
mod file;

pub use apply::{Corrected, apply};
pub use file::Corrections;

use std::fmt;

/// An entry that did not apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, as the user knows it.
    pub place: String,
    /// Where in it the entry begins, from 1.
    pub line: usize,
    /// What sort of entry it is: `merge`.
    pub entry: &'static str,
    /// Why it did not apply, and what to do.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { place, line, entry, message } = self;
        write!(f, "{place}:{line}: this {entry} does not apply: {message}")
    }
}

#[cfg(test)]
mod tests;
