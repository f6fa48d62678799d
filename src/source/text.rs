//! A text file to a document.

use super::document::{Block, BlockKind, CodePointIndex, Document};
use super::weave::{Woven, weave};
use super::{date, decode, markdown, page, plain};
use crate::Error;
use std::path::Path;

/// What is said of a document beside its text, by the user or by front matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Its title, in place of the one the text shows.
    pub title: Option<String>,
    /// Its date in EDTF, in place of the one the text declares.
    pub date: Option<String>,
}

/// Reads a document from the bytes of a file called `name`: Markdown if the name ends in `.md` or `.markdown`, else
/// plain text, in which hard wraps and the traces of pages are repaired.
///
/// # Errors
///
/// If the bytes are not UTF-8 text; the message says where and how to convert them.
pub fn read(name: &str, bytes: Vec<u8>, options: &Options) -> Result<Document, Error> {
    let raw = decode::decode(name, bytes)?;
    let extension = Path::new(name).extension().map(std::ffi::OsStr::to_ascii_lowercase);
    let is_markdown = extension.is_some_and(|e| e == "md" || e == "markdown");
    let (drafts, declared) =
        if is_markdown { markdown::read(&raw) } else { (plain::drafts(&raw), Options::default()) };
    let Woven { text, blocks, pieces } = weave(&raw, &page::mend(&raw, drafts));
    let title = options.title.clone().or(declared.title).or_else(|| title(&text, &blocks));
    let shown_date = || date::declared_date(&text, &blocks).map(|date| date.to_string());
    let date = options.date.clone().or(declared.date).or_else(shown_date);
    Ok(Document {
        id: id(name, &raw),
        title,
        date,
        source: name.to_owned(),
        index: CodePointIndex::new(&raw),
        raw,
        text,
        blocks,
        pieces,
    })
}

/// The first heading, preferably one that is no masthead ("Bulletin 7 | May 2024").
fn title(text: &str, blocks: &[Block]) -> Option<String> {
    let mut headings = blocks.iter().filter(|b| b.kind == BlockKind::Heading).map(|b| &text[b.range.clone()]);
    let first = headings.clone().next()?;
    Some(headings.find(|heading| !heading.contains(" | ")).unwrap_or(first).to_owned())
}

/// File stem as a slug, and eight digits that change with the text.
fn id(name: &str, raw: &str) -> String {
    let stem =
        Path::new(name).file_stem().map(|stem| stem.to_string_lossy().to_lowercase()).unwrap_or_default();
    let words: Vec<&str> =
        stem.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let slug = if words.is_empty() { "document".to_owned() } else { words.join("-") };
    format!("{slug}-{:08x}", hash(raw.as_bytes()))
}

/// FNV-1a, its two halves folded into one: the same on every machine and in every version.
fn hash(bytes: &[u8]) -> u32 {
    let wide = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let bytes = (wide ^ (wide >> 32)).to_le_bytes();
    u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
}
