//! Documents that are no plain text: what is read of them, and what is said of those that cannot be read.

mod agreement;
mod damage;
mod docx;
mod html;
#[cfg(feature = "pdf")]
mod pdf;

use legation::source::text::{Options, read};
use legation::source::{BlockKind, Document};

fn document(name: &str, bytes: impl Into<Vec<u8>>) -> Document {
    read(name, bytes.into(), &Options::default()).expect("a readable file")
}

/// What is said of a file that cannot be read.
fn refusal(name: &str, bytes: impl Into<Vec<u8>>) -> String {
    read(name, bytes.into(), &Options::default()).expect_err("a file that cannot be read").to_string()
}

/// Kind and text of every block.
fn blocks(document: &Document) -> Vec<(BlockKind, &str)> {
    document.blocks.iter().map(|block| (block.kind, &document.text[block.range.clone()])).collect()
}

/// Texts of the blocks.
fn texts(document: &Document) -> Vec<&str> {
    blocks(document).into_iter().map(|(_, text)| text).collect()
}
