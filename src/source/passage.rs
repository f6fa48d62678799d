//! Stretches of files that are read entry by entry, as evidence of what an entry says.

use std::ops::Range;

/// A stretch of a text, in code points.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Passage {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) text: String,
}

/// The line that a byte of a text stands in, from 1.
pub(crate) fn line_of(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or(text).matches('\n').count() + 1
}

/// The text of an entry of a TOML file that reaches to the next one, without the empty lines and remarks between the two.
pub(crate) fn passage(text: &str, range: Range<usize>) -> Passage {
    let mut own = text[range.clone()].trim_end();
    while let Some((before, last)) = own.rsplit_once('\n')
        && last.trim_start().starts_with('#')
    {
        own = before.trim_end();
    }
    let start = text[..range.start].chars().count();
    Passage { start, end: start + own.chars().count(), text: own.to_owned() }
}
