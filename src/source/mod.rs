//! What comes in: a document as text, cut into blocks, repaired, with a map back to the text as read.

pub mod date;
mod decode;
pub mod document;
pub mod files;
mod furniture;
mod hyphen;
mod line;
mod mark;
mod markdown;
mod page;
mod plain;
pub mod text;
mod weave;
pub use document::{Block, BlockKind, Document, RawSpan};
