//! English: sentences and tokens with offsets, part-of-speech, entity tags, dependencies, and their model.

mod abbreviation;
mod lemma;
mod lexicon;
mod model;
mod names;
mod net;
mod parser;
mod simplify;
mod split;
mod tagger;
#[cfg(test)]
mod tests;
pub mod token;
mod tokenize;
#[cfg(feature = "train")]
pub mod train;
pub mod unit;
mod word;

pub use lemma::{lemma, lowered};
pub use model::Model;
pub use simplify::simplify;
pub use token::{EntityClass, EntityTag, Sentence, Tag, Token, is_possessive_mark};
pub use unit::{Tree, Unit, UnitClass};
