//! English: sentences and tokens with offsets, part-of-speech, entity tags, dependencies, and their model.

pub mod token;
pub mod unit;

pub use token::{EntityClass, EntityTag, Sentence, Tag, Token};
pub use unit::{Tree, Unit, UnitClass};
