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
}

impl Format {
    /// What the file called `name` is.
    ///
    /// # Errors
    ///
    /// If it is not what its name says, or something that is never read.
    pub(super) fn told(name: &str, bytes: &[u8]) -> Result<Self, Error> {
        let extension = Path::new(name).extension().unwrap_or_default().to_string_lossy().to_lowercase();
        Ok(match extension.as_str() {
            "html" | "htm" | "xhtml" => Self::Html,
            "md" | "markdown" => Self::Markdown,
            _ if begins_as_page(bytes) => Self::Html,
            _ => Self::Plain,
        })
    }
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
