//! What comes in: a document as text, cut into blocks, repaired, with a map back to the text as read.

pub mod document;

pub use document::{Block, BlockKind, Document, RawSpan};
