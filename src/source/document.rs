//! A document ready for reading: repaired text, its blocks, and the way back to the text as read.

use std::ops::Range;
use std::path::Path;

/// What a block of text is to its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading, of the document or of a part of it.
    Heading,
    /// Running prose.
    Paragraph,
    /// One entry of a list.
    ListItem,
    /// A footnote, bibliography entry, running head or bare URL: kept, but nothing is extracted from it.
    Note,
}

/// A stretch of [`Document::text`] between blank lines, or what repair made of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands in [`Document::text`], in bytes.
    pub range: Range<usize>,
}

/// A stretch of the text as read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RawSpan<'a> {
    /// First character, in Unicode code points of [`Document::raw`].
    pub start: usize,
    /// One past the last character, in Unicode code points of [`Document::raw`].
    pub end: usize,
    /// The exact text between the two.
    pub quote: &'a str,
}

/// Raw bytes between two entries of the code point index: short enough to count, long enough to keep it small.
const STRIDE: usize = 1024;

/// One document: the text as read, and the repaired text every later stage works on.
#[derive(Clone, Debug)]
pub struct Document {
    /// Short name, unique among documents of different content: file stem as a slug and eight digits of the text's hash.
    pub id: String,
    /// Title, if the document shows one.
    pub title: Option<String>,
    /// Date the document declares or the user gave, in EDTF (`2024-06-28`, `2024-10`, `2023`).
    pub date: Option<String>,
    /// Where it came from, as the user named it.
    pub source: String,
    /// The text as read, line ends as `\n`; evidence offsets count its code points.
    pub raw: String,
    /// The repaired text.
    pub text: String,
    /// Blocks of `text`, in order, not overlapping.
    pub blocks: Vec<Block>,
    /// What of the source is not in the text, such as a page that is a picture.
    pub remarks: Vec<String>,
    /// Pieces of `text` and where each begins in `raw`, in order of `text`: (byte in `text`, byte in `raw`).
    /// Between two pieces text and raw run in step. Within a block `raw` only moves forward; a footnote that
    /// interrupts a sentence comes after the block of that sentence in `text`, though before its end in `raw`.
    pub(crate) pieces: Vec<(usize, usize)>,
    /// Code points of `raw` before every [`STRIDE`]th byte.
    pub(crate) index: CodePointIndex,
}

/// Code points of a text before every [`STRIDE`]th of its bytes, so that counting them takes constant time.
#[derive(Clone, Debug, Default)]
pub(crate) struct CodePointIndex(Vec<usize>);

impl CodePointIndex {
    /// The index of `text`.
    pub(crate) fn new(text: &str) -> Self {
        let mut counts = vec![0];
        for chunk in text.as_bytes().chunks(STRIDE) {
            counts.push(counts[counts.len() - 1] + code_points(chunk));
        }
        Self(counts)
    }

    /// Code points before byte `at` of the text the index was made of.
    pub(crate) fn count(&self, text: &str, at: usize) -> usize {
        self.0[at / STRIDE] + code_points(&text.as_bytes()[at / STRIDE * STRIDE..at])
    }
}

/// Code points that begin in `bytes`: all but continuation bytes.
fn code_points(bytes: &[u8]) -> usize {
    // Sums of bytes, as many as cannot overflow, are counted side by side.
    let count = |chunk: &[u8]| chunk.iter().map(|b| u8::from(b & 0xC0 != 0x80)).sum::<u8>();
    bytes.chunks(usize::from(u8::MAX)).map(|chunk| usize::from(count(chunk))).sum()
}

impl Document {
    /// Byte offset in [`Document::raw`] of a byte offset in [`Document::text`].
    fn raw_offset(&self, at: usize) -> usize {
        let i = self.pieces.partition_point(|&(text, _)| text <= at).saturating_sub(1);
        let (text, raw) = self.pieces.get(i).copied().unwrap_or((0, 0));
        raw + (at - text)
    }

    /// The stretch of the text as read that a byte range of [`Document::text`], lying in one block, stands for.
    /// A character that repair replaced (a ligature, a wide space) is given whole.
    #[must_use]
    pub fn raw_span(&self, range: Range<usize>) -> RawSpan<'_> {
        let last = self.text[range.clone()].chars().next_back().map_or(0, char::len_utf8);
        let start = floor(&self.raw, self.raw_offset(range.start));
        let end = if last == 0 { start } else { self.raw_offset(range.end - last) + last };
        let end = ceil(&self.raw, end).max(start);
        let quote = &self.raw[start..end];
        let before = self.index.count(&self.raw, start);
        RawSpan { start: before, end: before + code_points(quote.as_bytes()), quote }
    }
}

/// The last character boundary of `text` not after `at`.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0)
}

/// The first character boundary of `text` not before `at`.
fn ceil(text: &str, at: usize) -> usize {
    (at..=text.len()).find(|&i| text.is_char_boundary(i)).unwrap_or(text.len())
}

/// The short name of a document: the stem of the file's name as a slug, and eight digits that change with the text.
#[must_use]
pub fn short_name(name: &str, raw: &str) -> String {
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
