//! Paragraphs, tables and notes of a Word document to blocks.

use super::styles::{self, Styles};
use super::xml;
use crate::source::compose::{self, Composer};
use crate::source::document::BlockKind;
use crate::source::line;
use quick_xml::events::{BytesStart, Event};

/// Elements whose text is not read: what was deleted or moved away, and the twin of a drawing for older readers.
const SILENT: &[&[u8]] = &[b"del", b"moveFrom", b"Fallback", b"instrText", b"delText"];

/// A paragraph under way.
#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    /// How many of its characters are bold.
    bold: usize,
    style: String,
    listed: bool,
    outlined: bool,
}

/// A run of characters of one look.
#[derive(Debug, Default)]
struct Run {
    bold: bool,
    hidden: bool,
    raised: bool,
}

/// A row under way: its cells, and the paragraphs of each.
#[derive(Debug, Default)]
struct Row {
    cells: Vec<Vec<(BlockKind, String)>>,
    heading: bool,
}

/// Reads parts of a document one after the other.
pub(super) struct Body<'a> {
    styles: &'a Styles,
    /// Blocks found so far.
    pub(super) composer: Composer,
    /// The first paragraph in the style of titles.
    pub(super) title: Option<String>,
    /// Whether everything is a note.
    notes: bool,
    /// Paragraphs under way; one in another is in a text box.
    paragraphs: Vec<Paragraph>,
    run: Run,
    /// Rows under way; one in another is in a table in a cell.
    rows: Vec<Row>,
    /// How many elements are open whose text is not read.
    silent: usize,
    /// Whether text is that of the document.
    in_text: bool,
}

impl<'a> Body<'a> {
    /// Nothing read yet.
    pub(super) fn new(styles: &'a Styles) -> Self {
        Self {
            styles,
            composer: Composer::default(),
            title: None,
            notes: false,
            paragraphs: Vec::new(),
            run: Run::default(),
            rows: Vec::new(),
            silent: 0,
            in_text: false,
        }
    }

    /// Reads a part; all of it is notes if `notes`.
    ///
    /// # Errors
    ///
    /// If it is no XML.
    pub(super) fn read(&mut self, part: &str, notes: bool) -> Result<(), quick_xml::Error> {
        self.notes = notes;
        xml::each(part, |event| match event {
            Event::Start(tag) => self.start(tag, false),
            Event::Empty(tag) => self.start(tag, true),
            Event::End(tag) => self.end(tag.local_name().as_ref()),
            event if self.in_text => self.text(&xml::text(event).unwrap_or_default()),
            _ => {}
        })
    }

    fn start(&mut self, tag: &BytesStart, empty: bool) {
        let name = tag.local_name();
        if SILENT.contains(&name.as_ref()) {
            self.silent += usize::from(!empty);
        }
        match name.as_ref() {
            b"p" if !empty => self.paragraphs.push(Paragraph::default()),
            b"r" => self.run = Run::default(),
            b"t" => self.in_text = !empty,
            b"tab" | b"br" | b"cr" if !self.paragraphs.is_empty() => self.text(" "),
            b"noBreakHyphen" => self.text("-"),
            b"tr" if !empty => self.rows.push(Row::default()),
            b"tc" => self.rows.iter_mut().next_back().into_iter().for_each(|row| row.cells.push(Vec::new())),
            b"tblHeader" => {
                self.rows.iter_mut().next_back().into_iter().for_each(|row| row.heading = is_on(tag));
            }
            b"b" => self.run.bold = is_on(tag),
            b"vanish" => self.run.hidden = is_on(tag),
            b"vertAlign" => self.run.raised = xml::value(tag, b"val").as_deref() == Some("superscript"),
            name => self.property(name, tag),
        }
    }

    /// Takes in what a paragraph says of itself.
    fn property(&mut self, name: &[u8], tag: &BytesStart) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        let value = xml::value(tag, b"val");
        match name {
            b"pStyle" => paragraph.style = value.unwrap_or_default(),
            b"numId" => paragraph.listed = value.is_some_and(|id| id != "0"),
            b"outlineLvl" => paragraph.outlined = styles::is_level(value.as_deref()),
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        if SILENT.contains(&name) {
            self.silent = self.silent.saturating_sub(1);
        }
        match name {
            b"t" => self.in_text = false,
            b"p" => {
                if let Some(paragraph) = self.paragraphs.pop() {
                    self.paragraph(paragraph);
                }
            }
            b"tr" => {
                if let Some(row) = self.rows.pop() {
                    self.row(row);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        if self.silent > 0 || self.run.hidden {
            return;
        }
        let raised = self.run.raised.then(|| compose::superscript(text)).flatten();
        paragraph.text.push_str(raised.as_deref().unwrap_or(text));
        if self.run.bold {
            paragraph.bold += compose::visible(text);
        }
    }

    fn paragraph(&mut self, paragraph: Paragraph) {
        let kind = self.kind(&paragraph);
        let title = self.title.is_none() && !self.notes && self.styles.is_title(&paragraph.style);
        if title && !paragraph.text.trim().is_empty() {
            self.title = Some(paragraph.text.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        match self.rows.iter_mut().next_back().and_then(|row| row.cells.last_mut()) {
            Some(cell) => cell.push((kind, paragraph.text)),
            None => self.composer.block(kind, &paragraph.text),
        }
    }

    fn kind(&self, paragraph: &Paragraph) -> BlockKind {
        let text = paragraph.text.trim();
        let bold = paragraph.bold >= compose::visible(text);
        match self.styles.kind(&paragraph.style) {
            _ if self.notes => BlockKind::Note,
            Some(BlockKind::Note) => BlockKind::Note,
            Some(BlockKind::Heading) => BlockKind::Heading,
            _ if paragraph.outlined => BlockKind::Heading,
            _ if paragraph.listed => BlockKind::ListItem,
            Some(kind) => kind,
            None if bold && line::is_heading(text) => BlockKind::Heading,
            None => BlockKind::Paragraph,
        }
    }

    /// A row as one block, a semicolon after each cell but the last; or, if a cell has several paragraphs, as these.
    fn row(&mut self, row: Row) {
        let cells = row.cells.into_iter().map(|mut cell| {
            cell.retain(|(_, text)| !text.trim().is_empty());
            cell
        });
        let cells: Vec<Vec<(BlockKind, String)>> = cells.filter(|cell| !cell.is_empty()).collect();
        let several = cells.len() == 1 || cells.iter().any(|cell| cell.len() > 1);
        let blocks: Vec<(BlockKind, String)> = if several {
            cells.into_iter().flatten().collect()
        } else {
            let kind = if row.heading || self.notes { BlockKind::Note } else { BlockKind::ListItem };
            let texts: Vec<&str> = cells.iter().flatten().map(|(_, text)| text.trim()).collect();
            vec![(kind, texts.join("; "))]
        };
        match self.rows.iter_mut().next_back().and_then(|outer| outer.cells.last_mut()) {
            Some(cell) => cell.extend(blocks),
            None => blocks.iter().for_each(|(kind, text)| self.composer.block(*kind, text)),
        }
    }
}

/// Whether a property that stands alone, or with a value, is set.
fn is_on(tag: &BytesStart) -> bool {
    !matches!(xml::value(tag, b"val").as_deref(), Some("0" | "false" | "off" | "none"))
}
