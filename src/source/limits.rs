//! How much is read before a file is refused: a small file can unpack to more than a machine holds.

use crate::Error;

/// Bytes of the largest file that is read.
pub(super) const FILE: u64 = 256 << 20;
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
