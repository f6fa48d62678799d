//! The content of a page to blocks: headings, paragraphs, list items, table rows, notes.

use super::content::{self, Content};
use super::tree::{Kind, Tree, is_heading};
use crate::source::compose::{self, Composer};
use crate::source::document::BlockKind;
use crate::source::line;

/// The blocks of a page's content.
pub(super) fn compose(tree: &Tree, content: &Content) -> Composer {
    let mut writer = Writer { tree, content, composer: Composer::default(), line: String::new(), bold: 0 };
    for &root in &content.roots {
        writer.node(root, BlockKind::Paragraph);
        writer.end_block(BlockKind::Paragraph);
    }
    writer.composer
}

struct Writer<'a> {
    tree: &'a Tree,
    content: &'a Content,
    composer: Composer,
    /// The block under way; a line feed is a line break.
    line: String,
    /// How many of its characters are bold.
    bold: usize,
}

impl Writer<'_> {
    fn node(&mut self, node: usize, kind: BlockKind) {
        if self.content.dropped[node] {
            return;
        }
        match &self.tree.nodes[node].kind {
            Kind::Text(text) => self.text(text, self.in_pre(node)),
            Kind::Element(name, _) => self.element(node, name, kind),
        }
    }

    fn text(&mut self, text: &str, as_it_stands: bool) {
        if as_it_stands {
            self.line.push_str(text);
        } else {
            self.line.extend(text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }));
        }
    }

    fn in_pre(&self, node: usize) -> bool {
        self.tree.ancestors(node).take(4).any(|outer| self.tree.nodes[outer].name() == "pre")
    }

    fn element(&mut self, node: usize, name: &str, kind: BlockKind) {
        match name {
            "br" => self.line.push('\n'),
            "sup" => self.superscript(node, kind),
            "b" | "strong" => {
                let before = self.line.len();
                self.children(node, kind);
                self.bold += compose::visible(self.line.get(before..).unwrap_or(""));
            }
            "q" => {
                self.line.push('\u{201c}');
                self.children(node, kind);
                self.line.push('\u{201d}');
            }
            "tr" if self.is_row(node) => self.row(node, kind),
            _ if self.tree.nodes[node].is_inline() => self.children(node, kind),
            _ => {
                self.end_block(kind);
                let inside = self.kind_inside(node, name, kind);
                self.children(node, inside);
                self.end_block(inside);
            }
        }
    }

    fn children(&mut self, node: usize, kind: BlockKind) {
        for &child in &self.tree.nodes[node].children {
            self.node(child, kind);
        }
    }

    /// What kind of block the text in an element is.
    fn kind_inside(&self, node: usize, name: &str, outer: BlockKind) -> BlockKind {
        let code =
            || self.tree.nodes[node].children.iter().any(|&child| self.tree.nodes[child].name() == "code");
        match name {
            _ if outer == BlockKind::Note || content::is_notes(self.tree, node) => BlockKind::Note,
            _ if is_heading(name) => BlockKind::Heading,
            "li" | "dt" | "dd" => BlockKind::ListItem,
            "pre" if code() => BlockKind::Note,
            "blockquote" | "article" | "section" | "td" | "th" => BlockKind::Paragraph,
            _ => outer,
        }
    }

    /// A raised number is the mark of a note or a power, and is left to the repair of such marks; "4th" is not.
    fn superscript(&mut self, node: usize, kind: BlockKind) {
        match compose::superscript(&self.tree.text(node)) {
            Some(figures) => self.line.push_str(&figures),
            None => self.children(node, kind),
        }
    }

    /// Whether a table's row has cells of text, and is no means of layout.
    fn is_row(&self, node: usize) -> bool {
        self.cells(node).into_iter().all(|cell| self.is_line(cell))
    }

    fn is_line(&self, node: usize) -> bool {
        let children = &self.tree.nodes[node].children;
        let single =
            |child: usize| children.len() < 4 && matches!(self.tree.nodes[child].name(), "p" | "div");
        children
            .iter()
            .all(|&child| self.tree.nodes[child].is_inline() || single(child) && self.is_line(child))
    }

    fn cells(&self, row: usize) -> Vec<usize> {
        let cells = self.tree.nodes[row].children.iter().copied();
        cells.filter(|&cell| matches!(self.tree.nodes[cell].name(), "td" | "th")).collect()
    }

    /// A row as one block, a semicolon after each cell but the last. A row of headings is a note; the only cell of a
    /// row is a paragraph.
    fn row(&mut self, row: usize, outer: BlockKind) {
        self.end_block(outer);
        let mut cells = Vec::new();
        for cell in self.cells(row) {
            self.children(cell, outer);
            self.bold = 0;
            let text = std::mem::take(&mut self.line);
            if !text.trim().is_empty() {
                cells.push(text.trim().to_owned());
            }
        }
        let headings = self.cells(row).into_iter().all(|cell| self.tree.nodes[cell].name() == "th");
        let kind = match cells.len() {
            _ if headings || outer == BlockKind::Note => BlockKind::Note,
            1 => BlockKind::Paragraph,
            _ => BlockKind::ListItem,
        };
        self.composer.block(kind, &cells.join("; "));
    }

    /// Ends the block under way, which line breaks may cut into several.
    fn end_block(&mut self, kind: BlockKind) {
        let text = std::mem::take(&mut self.line);
        let bold = std::mem::take(&mut self.bold) >= compose::visible(&text);
        let heading = kind == BlockKind::Paragraph
            && bold
            && line::is_heading(text.trim())
            && !text.trim().contains('\n');
        let kind = if heading { BlockKind::Heading } else { kind };
        let mut block = String::new();
        for part in text.split('\n').map(str::trim) {
            if !goes_on(&block, part) {
                self.composer.block(kind, &std::mem::take(&mut block));
            }
            block.push(' ');
            block.push_str(part);
        }
        self.composer.block(kind, &block);
    }
}

/// Whether the line `next` goes on with the sentence that `block` leaves open at a line break.
fn goes_on(block: &str, next: &str) -> bool {
    let open = line::is_open(block.trim_end());
    open && (next.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
        || block.trim_end().ends_with(','))
}
