//! Plain text to blocks: paragraphs, headings, list items and notes, told by blank lines, line lengths and first words.

use super::document::BlockKind;
use super::furniture;
use super::line::{self, Line};
use super::weave::Draft;
use std::ops::Range;

/// Headings after which a text gives its sources.
const SOURCES: &[&str] =
    &["references", "bibliography", "notes", "endnotes", "footnotes", "works cited", "sources"];

/// The blocks of `raw`, before sentences broken over a page are mended.
pub(super) fn drafts(raw: &str) -> Vec<Draft> {
    let lines = furniture::clear(raw, line::scan(raw));
    let mut layout = Layout { raw, width: usual_width(raw, &lines), sources: false, drafts: Vec::new() };
    for group in lines.chunk_by(|_, next| !next.gap) {
        layout.group(group);
    }
    layout.drafts
}

struct Layout<'a> {
    raw: &'a str,
    /// Characters of the usual full line.
    width: usize,
    /// Whether the list of sources has begun.
    sources: bool,
    drafts: Vec<Draft>,
}

impl Layout<'_> {
    fn text(&self, line: &Line) -> &str {
        &self.raw[line.range.clone()]
    }

    /// Takes in lines without a blank one between them.
    fn group(&mut self, lines: &[Line]) {
        let width = even_width(self.raw, lines).unwrap_or(self.width);
        let mut from = 0;
        let mut in_notes = self.begins_note(&lines[0]);
        for i in 1..lines.len() {
            let note = line::begins_note(self.text(&lines[i]));
            let listed = line::bullet(self.text(&lines[from])).is_some();
            let cut =
                if in_notes { note } else { note || self.parts(&lines[i - 1], &lines[i], listed, width) };
            in_notes |= note;
            if cut {
                self.block(&lines[from..i], lines.len());
                from = i;
            }
        }
        self.block(&lines[from..], lines.len());
    }

    /// Whether `next` begins a block of its own after `line`, which may belong to a list item.
    fn parts(&self, line: &Line, next: &Line, listed: bool, width: usize) -> bool {
        let (text, after) = (self.text(line), self.text(next));
        let ended = !line::is_open(text);
        let broken = !after.starts_with(char::is_lowercase) && breaks_early(text, after, width)
            || ended && next.indented && !line.indented;
        broken || line::bullet(after).is_some() && (listed || ended)
    }

    fn begins_note(&self, line: &Line) -> bool {
        let text = self.text(line);
        line::begins_note(text) || line::is_citation(text)
    }

    /// Takes in the lines of one block of a group of `of` lines.
    fn block(&mut self, lines: &[Line], of: usize) {
        let whole = &self.raw[lines[0].range.start..lines[lines.len() - 1].range.end];
        let first = line::bullet(self.text(&lines[0]));
        let kind = self.kind(whole, first.is_some(), lines.len() == 1, of == 1);
        let mut ranges: Vec<Range<usize>> = lines.iter().map(|line| line.range.clone()).collect();
        if kind == BlockKind::ListItem {
            ranges[0].start += first.unwrap_or(0);
        }
        let mut draft = Draft::of_lines(kind, &ranges);
        draft.page_start = lines[0].page_start;
        self.drafts.push(draft);
    }

    fn kind(&mut self, text: &str, listed: bool, one_line: bool, alone: bool) -> BlockKind {
        let heading = one_line && line::is_heading(text) && (self.drafts.is_empty() || !text.contains(" | "));
        if line::begins_note(text) || line::is_citation(text) || self.is_source(text) {
            BlockKind::Note
        } else if listed && !(heading && alone && line::is_numbered(text)) {
            BlockKind::ListItem
        } else if heading {
            self.sources = SOURCES.iter().any(|name| text.eq_ignore_ascii_case(name));
            BlockKind::Heading
        } else {
            BlockKind::Paragraph
        }
    }

    /// Whether `text` is an entry of the list of sources; the first that is not ends the list.
    fn is_source(&mut self, text: &str) -> bool {
        self.sources = self.sources && {
            let year = text.split(|c: char| !c.is_ascii_digit()).any(|figures| figures.len() == 4);
            let number = text.starts_with(|c: char| c.is_ascii_digit());
            year || number || line::bullet(text).is_some()
        };
        self.sources
    }
}

/// Whether the line was ended although the next word would have fitted on it with room to spare.
fn breaks_early(text: &str, after: &str, width: usize) -> bool {
    let word = after.split_whitespace().next().unwrap_or("");
    let needed = text.chars().count() + 1 + word.chars().count();
    !text.ends_with(['-', '\u{ad}']) && needed + width / 8 <= width
}

/// The line length that half of the text's characters stand in lines no shorter than.
fn usual_width(raw: &str, lines: &[Line]) -> usize {
    let mut lengths: Vec<usize> = lines.iter().map(|line| raw[line.range.clone()].chars().count()).collect();
    lengths.sort_unstable_by(|a, b| b.cmp(a));
    let half = lengths.iter().sum::<usize>() / 2;
    let mut sum = 0;
    lengths
        .into_iter()
        .find(|length| {
            sum += length;
            sum >= half
        })
        .unwrap_or(0)
}

/// The line length of a group that is evidently wrapped: all its lines but the last are about as long.
fn even_width(raw: &str, lines: &[Line]) -> Option<usize> {
    let full = lines.get(..lines.len() - 1).filter(|full| full.len() > 2)?;
    let lengths = full.iter().map(|line| raw[line.range.clone()].chars().count());
    let (shortest, longest) = (lengths.clone().min()?, lengths.max()?);
    (shortest * 4 >= longest * 3).then_some(longest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::weave::Fragment;
    use BlockKind::{Heading, ListItem, Note, Paragraph};

    /// Kind and first words of every block.
    fn blocks(raw: &str) -> Vec<(BlockKind, &str)> {
        let first = |draft: Draft| match draft.fragments.into_iter().next() {
            Some(Fragment::Raw(range)) => (draft.kind, raw[range].trim()),
            _ => unreachable!("plain drafts begin with raw text"),
        };
        drafts(raw).into_iter().map(first).collect()
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let raw = "The prime ministers of Sweden and Norway met in Karlstad to mark the\n\
                   centenary of the union's end. They agreed that the two countries and\n\
                   Finland would train together.\n";
        assert_eq!(
            blocks(raw),
            [(Paragraph, "The prime ministers of Sweden and Norway met in Karlstad to mark the")]
        );
    }

    #[test]
    fn a_heading_stands_right_above_its_paragraph() {
        let raw = "Karlstad 2005\nThe prime ministers of Sweden and Norway met in Karlstad to mark the centenary.\n";
        assert_eq!(blocks(raw)[0], (Heading, "Karlstad 2005"));
        assert_eq!(blocks(raw)[1].0, Paragraph);
    }

    #[test]
    fn lists_have_items_and_lose_their_bullets() {
        let raw = "Members are:\n- Sweden, which joined\n  late;\n- Norway.\n\n1. Finland\n2. Iceland\n";
        assert_eq!(
            blocks(raw),
            [
                (Paragraph, "Members are:"),
                (ListItem, "Sweden, which joined"),
                (ListItem, "Norway."),
                (ListItem, "Finland"),
                (ListItem, "Iceland")
            ]
        );
    }

    #[test]
    fn a_numbered_line_alone_is_a_heading() {
        assert_eq!(blocks("2.  After the Union\n\nSweden let go.\n")[0], (Heading, "2.  After the Union"));
    }

    #[test]
    fn notes_end_with_their_group() {
        let raw = "They met.¹\n\n¹ Interview in Oslo.\nSecond line.\n² Ibid.\n\nLater they parted.\n";
        let kinds: Vec<_> = blocks(raw).into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, [Paragraph, Note, Note, Paragraph]);
    }

    #[test]
    fn a_list_of_sources_is_notes_until_prose_returns() {
        let raw = "References\n\nLind, A. Unions. Oslo, 2005.\n\nBerg, B. Borders (1999)\n\nThe author thanks them.\n";
        let kinds: Vec<_> = blocks(raw).into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, [Heading, Note, Note, Paragraph]);
    }
}
