//! What a file is: told by its first bytes, and by its name where they leave it open.

use crate::Error;
use std::path::Path;

/// Bytes in which a PDF file has its signature.
const SIGNED: usize = 1024;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// Plain text.
    Plain,
    /// Markdown.
    Markdown,
    /// An HTML page.
    Html,
    /// A PDF file.
    Pdf,
    /// A Word document, or another zip archive.
    Docx,
}

impl Format {
    /// What the file called `name` is.
    ///
    /// # Errors
    ///
    /// If it is not what its name says, or something that is never read.
    pub(super) fn told(name: &str, bytes: &[u8]) -> Result<Self, Error> {
        let extension = Path::new(name).extension().unwrap_or_default().to_string_lossy().to_lowercase();
        let found = if bytes.is_empty() { "nothing: the file is empty" } else { "something else" };
        let named = |what: &str| {
            Error::invalid(name, format!("expected {what}, as the name ends in .{extension}, found {found}"))
        };
        Ok(match extension.as_str() {
            _ if is_pdf(bytes) => Self::Pdf,
            _ if bytes.starts_with(ZIP) || bytes.starts_with(EMPTY_ZIP) => Self::Docx,
            _ if bytes.starts_with(OLD_OFFICE) => return Err(Error::invalid(name, OLD)),
            "pdf" => return Err(named("a PDF file")),
            "docx" => return Err(named("a Word document")),
            "html" | "htm" | "xhtml" => Self::Html,
            "md" | "markdown" => Self::Markdown,
            _ if begins_as_page(bytes) => Self::Html,
            _ => Self::Plain,
        })
    }
}

/// What zip archives begin with, and those without files.
const ZIP: &[u8] = b"PK\x03\x04";
const EMPTY_ZIP: &[u8] = b"PK\x05\x06";
/// What files of Office begin with that are older than `.docx`, or encrypted.
const OLD_OFFICE: &[u8] = b"\xD0\xCF\x11\xE0";
const OLD: &str =
    "an Office file that is encrypted or in the format of before 2007; save it as .docx without a password";

/// Whether a file has the signature of PDF files, with something before it perhaps.
fn is_pdf(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(SIGNED)];
    let signed = head.windows(5).position(|window| window == b"%PDF-");
    signed.is_some_and(|at| at == 0 || !head[..at].is_ascii())
}

/// Whether a file begins the way only an HTML page does, comments and an XML declaration aside.
fn begins_as_page(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(SIGNED)]).to_ascii_lowercase();
    let mut head = head.trim_start_matches('\u{feff}').trim_start();
    for (open, close) in [("<?xml", "?>"), ("<!--", "-->"), ("<!--", "-->")] {
        if let Some((_, rest)) = head.strip_prefix(open).and_then(|rest| rest.split_once(close)) {
            head = rest.trim_start();
        }
    }
    head.starts_with("<!doctype html") || head.starts_with("<html")
}
