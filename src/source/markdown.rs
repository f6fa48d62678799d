//! Markdown to blocks: markup goes, its text stays.

use super::document::BlockKind;
use super::text::Options as Declared;
use super::weave::{Draft, Fragment};
use crate::edtf::Edtf;
use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// The blocks of a Markdown text, and what its front matter declares. A byte order mark is skipped.
pub(super) fn read(raw: &str) -> (Vec<Draft>, Declared) {
    let body = raw.strip_prefix('\u{feff}').unwrap_or(raw);
    let offset = raw.len() - body.len();
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut reader = Reader { raw, ..Reader::default() };
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        reader.event(event, range.start + offset..range.end + offset);
    }
    reader.close();
    (reader.drafts, reader.declared)
}

#[derive(Default)]
struct Reader<'a> {
    raw: &'a str,
    drafts: Vec<Draft>,
    fragments: Vec<Fragment>,
    declared: Declared,
    /// Kinds of the blocks that are open, innermost last.
    kinds: Vec<BlockKind>,
    /// How many elements are open whose text is not read: pictures, front matter, superscripts.
    silent: usize,
    in_front_matter: bool,
}

impl Reader<'_> {
    fn event(&mut self, event: Event, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text, range),
            Event::Code(_) => self.code(range),
            Event::SoftBreak | Event::HardBreak => self.fragments.push(Fragment::Break(range.start)),
            Event::InlineHtml(html) => self.superscript(&html),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag) {
        if let Some(kind) = self.kind(tag) {
            self.close();
            self.kinds.push(kind);
        }
        match tag {
            Tag::Image { .. } => self.silent += 1,
            Tag::MetadataBlock(MetadataBlockKind::YamlStyle) => self.in_front_matter = true,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Image => self.silent = self.silent.saturating_sub(1),
            TagEnd::MetadataBlock(_) => self.in_front_matter = false,
            TagEnd::TableCell => self.fragments.push(Fragment::Literal("; ".into(), self.here())),
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::Item
            | TagEnd::CodeBlock
            | TagEnd::FootnoteDefinition
            | TagEnd::TableRow
            | TagEnd::TableHead => {
                self.close();
                self.kinds.pop();
            }
            _ => {}
        }
    }

    /// What kind of block a tag opens, if it opens one.
    fn kind(&self, tag: &Tag) -> Option<BlockKind> {
        let outer =
            self.kinds.last().copied().filter(|kind| matches!(kind, BlockKind::ListItem | BlockKind::Note));
        match tag {
            Tag::Heading { .. } => Some(BlockKind::Heading),
            Tag::Paragraph => Some(outer.unwrap_or(BlockKind::Paragraph)),
            Tag::Item | Tag::TableRow => Some(BlockKind::ListItem),
            Tag::CodeBlock(_) | Tag::FootnoteDefinition(_) | Tag::TableHead => Some(BlockKind::Note),
            _ => None,
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        if self.in_front_matter {
            self.front_matter(text);
        } else if self.silent == 0 && !is_address(text) {
            let as_read = &self.raw[range.clone()] == text;
            let literal = || Fragment::Literal(text.to_owned(), range.start);
            self.fragments.push(if as_read { Fragment::Raw(range) } else { literal() });
        }
    }

    /// A code span, without its backticks.
    fn code(&mut self, range: Range<usize>) {
        let span = &self.raw[range.clone()];
        let fence = span.len() - span.trim_start_matches('`').len();
        if self.silent == 0 && 2 * fence < span.len() {
            self.fragments.push(Fragment::Raw(range.start + fence..range.end - fence));
        }
    }

    fn front_matter(&mut self, text: &str) {
        let value = |key: &str| {
            let value =
                text.lines().find_map(|line| line.strip_prefix(key))?.trim().trim_matches(['"', '\'']);
            (!value.is_empty()).then(|| value.to_owned())
        };
        self.declared.title = value("title:");
        self.declared.date = value("date:").filter(|date| date.parse::<Edtf>().is_ok());
    }

    /// A superscript in HTML is a note mark.
    fn superscript(&mut self, html: &str) {
        if html.eq_ignore_ascii_case("<sup>") {
            self.silent += 1;
        } else if html.eq_ignore_ascii_case("</sup>") {
            self.silent = self.silent.saturating_sub(1);
        }
    }

    /// Where the last fragment ends in the raw text.
    fn here(&self) -> usize {
        match self.fragments.last() {
            Some(Fragment::Raw(range)) => range.end,
            Some(&(Fragment::Literal(_, at) | Fragment::Break(at))) => at,
            None => 0,
        }
    }

    /// Ends the block under way.
    fn close(&mut self) {
        self.silent = 0;
        let fragments = std::mem::take(&mut self.fragments);
        if !fragments.is_empty() {
            let kind = self.kinds.last().copied().unwrap_or(BlockKind::Paragraph);
            self.drafts.push(Draft { kind, fragments, page_start: false });
        }
    }
}

/// A bare address of the web.
fn is_address(text: &str) -> bool {
    (text.starts_with("http://") || text.starts_with("https://")) && !text.contains(char::is_whitespace)
}
