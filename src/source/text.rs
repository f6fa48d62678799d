//! A file to a document.

use super::document::{Block, BlockKind, CodePointIndex, Document, short_name};
use super::format::Format;
use super::weave::{Draft, Woven, weave};
use super::{date, decode, docx, html, limits, markdown, page, plain};
use crate::Error;

/// What is said of a document beside its text, by the user or by front matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Its title, in place of the one the text shows.
    pub title: Option<String>,
    /// Its date in EDTF, in place of the one the text declares.
    pub date: Option<String>,
}

/// What a file of some format holds, before it is repaired.
#[derive(Debug)]
pub(super) struct Read {
    /// The text as read.
    pub(super) raw: String,
    /// Its blocks.
    pub(super) drafts: Vec<Draft>,
    /// What the file says of itself.
    pub(super) declared: Options,
    /// How its blocks were found.
    pub(super) layout: Layout,
    /// What is not in the text.
    pub(super) remarks: Vec<String>,
}

/// How the blocks of a text were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// By its looks: what the end of a page has torn apart has to be mended.
    Shown,
    /// By what the file says of them.
    Declared,
}

/// Reads a document from the bytes of a file called `name`. What it is, its first bytes tell, and its name where they do
/// not: a PDF file, a Word document (`.docx`), an HTML page, Markdown, or else plain text, in which hard wraps and the
/// traces of pages are repaired.
///
/// # Errors
///
/// If the file is not what it should be, is broken, encrypted or too large, or is in an encoding that is not told; the
/// message says where, and how to mend it.
pub fn read(name: &str, bytes: Vec<u8>, options: &Options) -> Result<Document, Error> {
    let read = match Format::told(name, &bytes)? {
        Format::Plain => shown(decode::decode(name, bytes)?),
        Format::Markdown => marked_down(decode::decode(name, bytes)?),
        Format::Html => html::read(name, &bytes)?,
        Format::Docx => docx::read(name, &bytes)?,
        Format::Pdf => pdf(name, &bytes)?,
    };
    limits::check_text(name, &read.raw)?;
    Ok(document(name, read, options))
}

/// Plain text, its blocks told by its looks.
pub(super) fn shown(raw: String) -> Read {
    let drafts = plain::drafts(&raw);
    Read { raw, drafts, declared: Options::default(), layout: Layout::Shown, remarks: Vec::new() }
}

fn marked_down(raw: String) -> Read {
    let (drafts, declared) = markdown::read(&raw);
    Read { raw, drafts, declared, layout: Layout::Shown, remarks: Vec::new() }
}

#[cfg(feature = "pdf")]
use super::pdf::read as pdf;

#[cfg(not(feature = "pdf"))]
fn pdf(name: &str, _: &[u8]) -> Result<Read, Error> {
    let message = "a PDF file, and this program was built without them (feature `pdf`); take its text out first, for \
                   example with `pdftotext -layout`";
    Err(Error::invalid(name, message))
}

fn document(name: &str, read: Read, options: &Options) -> Document {
    let Read { raw, drafts, declared, layout, remarks } = read;
    let drafts = if layout == Layout::Shown { page::mend(&raw, drafts) } else { drafts };
    let Woven { text, blocks, pieces } = weave(&raw, &drafts);
    let title = options.title.clone().or(declared.title).or_else(|| title(&text, &blocks));
    let shown_date = || date::declared_date(&text, &blocks).map(|date| date.to_string());
    let date = options.date.clone().or(declared.date).or_else(shown_date);
    Document {
        id: short_name(name, &raw),
        title,
        date,
        source: name.to_owned(),
        index: CodePointIndex::new(&raw),
        raw,
        text,
        blocks,
        remarks,
        pieces,
    }
}

/// The first heading, preferably one that is no masthead ("Bulletin 7 | May 2024").
fn title(text: &str, blocks: &[Block]) -> Option<String> {
    let mut headings = blocks.iter().filter(|b| b.kind == BlockKind::Heading).map(|b| &text[b.range.clone()]);
    let first = headings.clone().next()?;
    Some(headings.find(|heading| !heading.contains(" | ")).unwrap_or(first).to_owned())
}
