//! Fragments of the text as read, woven into repaired text with a map back.
//!
//! What is repaired inside a line or between two lines is repaired here: note marks, ligatures, invisible characters,
//! runs of space, words hyphenated at a line end.

use super::document::{Block, BlockKind};
use super::hyphen::{Hyphens, LineEnd};
use super::mark;
use std::ops::Range;

/// A part of a block before it is woven.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fragment {
    /// Bytes of the raw text.
    Raw(Range<usize>),
    /// Text that stands for something else in the raw text, such as a character entity, at a raw byte offset.
    Literal(String, usize),
    /// A line end within a block, at a raw byte offset.
    Break(usize),
}

/// A block before it is woven.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Draft {
    /// What it will be.
    pub(super) kind: BlockKind,
    /// Its parts, in order.
    pub(super) fragments: Vec<Fragment>,
    /// Whether a page begins with it: a form feed, a running head or a page number was cut out before it.
    pub(super) page_start: bool,
}

impl Draft {
    /// A draft of whole lines.
    pub(super) fn of_lines(kind: BlockKind, lines: &[Range<usize>]) -> Self {
        let mut fragments = Vec::with_capacity(2 * lines.len());
        for (i, line) in lines.iter().enumerate() {
            if i > 0 {
                fragments.push(Fragment::Break(lines[i - 1].end));
            }
            fragments.push(Fragment::Raw(line.clone()));
        }
        Self { kind, fragments, page_start: false }
    }

    /// Takes in what goes on in `next`.
    pub(super) fn join(&mut self, next: Self) {
        self.fragments.push(Fragment::Break(self.end()));
        self.fragments.extend(next.fragments);
    }

    /// Where it ends in the raw text, in bytes.
    fn end(&self) -> usize {
        match self.fragments.last() {
            Some(Fragment::Raw(range)) => range.end,
            Some(&(Fragment::Literal(_, at) | Fragment::Break(at))) => at,
            None => 0,
        }
    }

    /// Where it begins in the raw text, in bytes.
    fn start(&self) -> usize {
        match self.fragments.first() {
            Some(Fragment::Raw(range)) => range.start,
            Some(&(Fragment::Literal(_, at) | Fragment::Break(at))) => at,
            None => 0,
        }
    }
}

/// Repaired text under construction.
pub(super) struct Weaver<'a> {
    raw: &'a str,
    hyphens: &'a Hyphens,
    text: String,
    pieces: Vec<(usize, usize)>,
    /// Where the block being woven begins.
    block: usize,
}

/// Repaired text, its blocks and its map back.
pub(super) struct Woven {
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    pub(super) pieces: Vec<(usize, usize)>,
}

/// Weaves `drafts` into one text, blocks separated by newlines; blocks that come out empty are left out.
pub(super) fn weave(raw: &str, drafts: &[Draft]) -> Woven {
    let hyphens = Hyphens::of(raw, drafts);
    let text = String::with_capacity(raw.len());
    let mut weaver = Weaver { raw, hyphens: &hyphens, text, pieces: Vec::new(), block: 0 };
    let blocks = drafts.iter().filter_map(|draft| weaver.block(draft)).collect();
    Woven { text: weaver.text, blocks, pieces: weaver.pieces }
}

impl Weaver<'_> {
    fn block(&mut self, draft: &Draft) -> Option<Block> {
        let before = (self.text.len(), self.pieces.len());
        if !self.text.is_empty() {
            self.push('\n', draft.start());
        }
        self.block = self.text.len();
        for (i, fragment) in draft.fragments.iter().enumerate() {
            match fragment {
                Fragment::Raw(range) => self.line(range.clone(), draft.kind),
                Fragment::Literal(text, at) => text.chars().for_each(|c| self.push_visible(c, *at)),
                Fragment::Break(at) => self.line_end(*at, &draft.fragments[..i], &draft.fragments[i + 1..]),
            }
        }
        self.text.truncate(self.block + self.text[self.block..].trim_end().len());
        if self.text.len() == self.block {
            self.text.truncate(before.0);
            self.pieces.truncate(before.1);
            return None;
        }
        let end = self.text.len();
        self.pieces.truncate(self.pieces.partition_point(|&(at, _)| at < end));
        Some(Block { kind: draft.kind, range: self.block..end })
    }

    /// Copies a stretch of the raw text without its note marks.
    fn line(&mut self, range: Range<usize>, kind: BlockKind) {
        let line = &self.raw[range.clone()];
        let mut at = 0;
        while let Some(c) = line[at..].chars().next() {
            // Most of a text is letters, which are no marks and need no repair.
            let letters = line[at..].bytes().take_while(u8::is_ascii_alphabetic).count();
            if letters > 0 {
                self.append(&line[at..at + letters], range.start + at);
                at += letters;
                continue;
            }
            if kind != BlockKind::Note
                && let Some(length) = mark::length_at(&self.text[self.block..], line, at)
            {
                if line[at + length..].starts_with([',', '.', ';']) {
                    self.drop_space();
                }
                at += length;
                continue;
            }
            self.push_visible(c, range.start + at);
            at += c.len_utf8();
        }
    }

    /// A line end: a space, or nothing where a word was divided.
    fn line_end(&mut self, at: usize, before: &[Fragment], after: &[Fragment]) {
        let (Some(Fragment::Raw(before)), Some(Fragment::Raw(after))) = (before.last(), after.first()) else {
            return self.push_visible(' ', at);
        };
        self.drop_space();
        match self.hyphens.at_line_end(&self.raw[before.clone()], &self.raw[after.clone()]) {
            LineEnd::Space => self.push_visible(' ', at),
            LineEnd::Keep => {}
            LineEnd::Drop => drop(self.text.pop()),
        }
    }

    fn drop_space(&mut self) {
        let kept = self.text[self.block..].trim_end_matches(' ').len();
        self.text.truncate(self.block + kept);
    }

    /// Appends what a reader sees of `c`: one space for any run of space, the letters of a ligature, nothing for
    /// characters without a shape.
    fn push_visible(&mut self, c: char, at: usize) {
        match c {
            _ if c.is_whitespace() => {
                if self.text.len() > self.block && !self.text.ends_with(' ') {
                    self.push(' ', at);
                }
            }
            '\u{fb00}'..='\u{fb04}' => ligature(c).chars().for_each(|letter| self.push(letter, at)),
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            _ if c.is_control() => {}
            _ => self.push(c, at),
        }
    }

    fn push(&mut self, c: char, at: usize) {
        self.append(c.encode_utf8(&mut [0; 4]), at);
    }

    /// Appends text that stands like this in the raw text at `at`, or for what stands there.
    fn append(&mut self, text: &str, at: usize) {
        let here = self.text.len();
        while self.pieces.last().is_some_and(|&(text, _)| text >= here) {
            self.pieces.pop();
        }
        let in_step = self.pieces.last().is_some_and(|&(text, raw)| raw + (here - text) == at);
        if !in_step {
            self.pieces.push((here, at));
        }
        self.text.push_str(text);
    }
}

fn ligature(c: char) -> &'static str {
    match c {
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        _ => "ffl",
    }
}
