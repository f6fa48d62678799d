//! How much is read before a file is refused: a small file can unpack to more than a machine holds.

use crate::Error;

/// Bytes of the largest file that is read.
pub(super) const FILE: u64 = 256 << 20;
/// Bytes that a part of a Word document may unpack to.
pub(super) const UNPACKED: u64 = 64 << 20;
/// Bytes that the drawing of a page of a PDF file may unpack to.
#[cfg(feature = "pdf")]
pub(super) const UNPACKED_PAGE: usize = 64 << 20;
/// Bytes that a group of small objects of a PDF file, or a table of its fonts, may unpack to.
#[cfg(feature = "pdf")]
pub(super) const UNPACKED_TABLE: usize = 16 << 20;
/// Operations that draw all pages of a PDF file.
#[cfg(feature = "pdf")]
pub(super) const OPERATIONS: usize = 100_000_000;
/// Bytes of the longest text a document may hold.
const TEXT: usize = 64 << 20;
/// Elements of the largest page or part that is read.
pub(super) const ELEMENTS: usize = 2_000_000;

/// Refuses a document whose text is too long.
///
/// # Errors
///
/// If it is.
pub(super) fn check_text(name: &str, text: &str) -> Result<(), Error> {
    if text.len() <= TEXT {
        return Ok(());
    }
    Err(Error::invalid(name, format!("its text is longer than {} MiB; split the document", TEXT >> 20)))
}

/// The refusal of a file with more bytes than [`FILE`].
pub(super) fn too_large(name: &str) -> Error {
    Error::invalid(name, format!("larger than {} MiB, the most that is read of one file", FILE >> 20))
}
