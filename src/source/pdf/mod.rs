//! PDF files to text: what their pages draw, set in lines as it stands on the page. The traces of the pages - running
//! heads, notes, divided words - are repaired as in any text taken from pages.

mod characters;
mod content;
mod font;
mod layout;

use super::limits;
use super::text::{self, Read};
use crate::Error;
use content::{Drawings, Fault};
use lopdf::{DecompressError, Document, LoadOptions};

/// How to get a file without a password, or with text.
const DECRYPT: &str = "save a copy without one, for example with `qpdf --decrypt --password=...`";
const RECOGNIZE: &str = "have the text recognized first, for example with `ocrmypdf`";

/// Reads a PDF file.
///
/// # Errors
///
/// If it is broken, encrypted or too large, a page cannot be read, or no page has text.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Read, Error> {
    let document = open(bytes).map_err(|message| Error::invalid(name, message))?;
    let pages = document.get_pages();
    if pages.is_empty() {
        return Err(Error::invalid(name, "a broken PDF file: it has no pages"));
    }
    let mut drawings = Drawings::of(&document);
    let (mut raw, mut remarks) = (String::new(), Vec::new());
    for (number, &page) in (1..).zip(pages.values()) {
        let shown = drawings.page(page).map_err(|fault| Error::invalid(name, cannot(number, fault)))?;
        let known: usize = shown.pieces.iter().map(|piece| piece.text.len()).sum();
        if shown.unknown > known {
            let message = "its fonts do not say which characters they show";
            return Err(Error::invalid(
                name,
                format!("page {number} cannot be read: {message}; {RECOGNIZE} --force-ocr"),
            ));
        }
        if known == 0 && shown.pictures {
            remarks.push(number);
        }
        if number > 1 {
            raw.push('\u{c}');
        }
        raw.push_str(&layout::text(shown.pieces));
        limits::check_text(name, &raw)?;
    }
    if raw.trim().is_empty() {
        return Err(Error::invalid(name, textless(pages.len())));
    }
    let mut read = text::shown(raw);
    read.remarks.extend(
        remarks.into_iter().map(|number| format!("page {number} is a picture without text; {RECOGNIZE}")),
    );
    Ok(read)
}

fn open(bytes: &[u8]) -> Result<Document, String> {
    let options = LoadOptions::with_max_decompressed_size(limits::UNPACKED_TABLE);
    match Document::load_mem_with_options(bytes, options) {
        Ok(document) if document.is_encrypted() => {
            Err(format!("an encrypted PDF file with a password; {DECRYPT}"))
        }
        Ok(document) => Ok(document),
        Err(
            lopdf::Error::InvalidPassword
            | lopdf::Error::Decryption(_)
            | lopdf::Error::UnsupportedSecurityHandler(_),
        ) => Err(format!("an encrypted PDF file with a password; {DECRYPT}")),
        Err(lopdf::Error::Decompress(DecompressError::MemoryLimitExceeded { limit })) => Err(format!(
            "a part of this PDF file unpacks to more than {} MiB, the most that is read",
            limit >> 20
        )),
        Err(error) => Err(format!("a broken PDF file: {error}")),
    }
}

fn cannot(page: usize, fault: Fault) -> String {
    let why = match fault {
        Fault::TooLong => "it draws more than is read of one file",
        Fault::CutShort => "the file is broken, and what it draws ends in the middle of a text",
        Fault::Missing => "the file is broken, and what it draws is missing",
        Fault::Packed => "the file is broken, and what it draws cannot be unpacked",
    };
    format!("page {page} cannot be read: {why}")
}

fn textless(pages: usize) -> String {
    match pages {
        1 => format!("page 1, the only one, has no text; if it is scanned, {RECOGNIZE}"),
        _ => format!("none of pages 1 to {pages} has text; if they are scanned, {RECOGNIZE}"),
    }
}
