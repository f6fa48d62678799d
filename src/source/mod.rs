//! What comes in: a document as text, cut into blocks, repaired, with a map back to the text as read.

mod compose;
pub mod date;
pub(crate) mod decode;
pub mod document;
mod docx;
pub mod files;
mod format;
mod furniture;
mod html;
mod hyphen;
mod limits;
mod line;
mod mark;
mod markdown;
mod page;
pub(crate) mod passage;
#[cfg(feature = "pdf")]
mod pdf;
mod plain;
pub mod text;
mod weave;
pub use document::{Block, BlockKind, Document, RawSpan};
