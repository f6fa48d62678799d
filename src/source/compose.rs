//! Documents whose file says where their blocks are: the blocks are written down one by one, and that is the text as
//! read.

use super::document::BlockKind;
use super::line;
use super::weave::Draft;

/// Text and blocks of a document under composition.
#[derive(Debug, Default)]
pub(super) struct Composer {
    /// The text as read: blocks with a blank line between them.
    pub(super) raw: String,
    /// Its blocks.
    pub(super) drafts: Vec<Draft>,
}

impl Composer {
    /// Adds a block of one line, unless it is blank. Prose that begins the way only a note or a list item does is one.
    pub(super) fn block(&mut self, kind: BlockKind, text: &str) {
        let mut words = text.split_whitespace().peekable();
        if words.peek().is_none() {
            return;
        }
        if !self.raw.is_empty() {
            self.raw.push_str("\n\n");
        }
        let start = self.raw.len();
        while let Some(word) = words.next() {
            self.raw.push_str(word);
            if words.peek().is_some() {
                self.raw.push(' ');
            }
        }
        let (kind, bullet) = kind_of(kind, &self.raw[start..]);
        let range = start + bullet..self.raw.len();
        self.drafts.push(Draft::of_lines(kind, std::slice::from_ref(&range)));
    }
}

/// What a block is by its words as well, and the length of the bullet it begins with.
fn kind_of(kind: BlockKind, text: &str) -> (BlockKind, usize) {
    let bullet = line::bullet(text).unwrap_or(0);
    match kind {
        BlockKind::Heading | BlockKind::Note => (kind, 0),
        _ if line::begins_note(text) || line::is_citation(text) => (BlockKind::Note, 0),
        BlockKind::Paragraph if bullet > 0 && line::is_numbered(text) && line::is_heading(text) => {
            (BlockKind::Heading, 0)
        }
        _ if bullet > 0 => (BlockKind::ListItem, bullet),
        _ => (kind, 0),
    }
}

/// How many characters of a text are to be seen.
pub(super) fn visible(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// Figures as superscripts, which is how a text as read shows the mark of a note or a power; none if `text` has
/// anything but figures.
pub(super) fn superscript(text: &str) -> Option<String> {
    const FIGURES: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let figure = |c: char| match c {
        ',' => Some(','),
        _ => c.to_digit(10).and_then(|digit| FIGURES.get(digit as usize)).copied(),
    };
    let figures: Option<String> =
        text.trim().trim_matches(['[', ']', '(', ')']).chars().map(figure).collect();
    figures.filter(|figures| !figures.is_empty())
}
