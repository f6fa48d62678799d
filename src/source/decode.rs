//! Bytes to text: UTF-8 only, with a remedy for whatever else is met.

use crate::Error;

/// The text of a file's bytes, line ends as `\n`. A byte order mark stays.
///
/// # Errors
///
/// If the bytes are not UTF-8 text; the message says where and how to convert them.
pub(crate) fn decode(name: &str, bytes: Vec<u8>) -> Result<String, Error> {
    if let Some(found) = foreign_format(&bytes) {
        return Err(Error::invalid(name, found));
    }
    if let Some(at) = bytes.iter().position(|&b| b == 0) {
        return Err(Error::invalid(
            name,
            format!("expected text, found a binary file (zero byte at offset {at})"),
        ));
    }
    let text = String::from_utf8(bytes).map_err(|e| Error::invalid(name, broken_utf8(&e)))?;
    Ok(if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text })
}

/// What a file that is no plain text turns out to be, by its first bytes, and what to do about it.
fn foreign_format(bytes: &[u8]) -> Option<&'static str> {
    const KNOWN: &[(&[u8], &str)] = &[
        (b"\xFF\xFE", "expected UTF-8, found UTF-16; convert it with `iconv -f UTF-16 -t UTF-8`"),
        (b"\xFE\xFF", "expected UTF-8, found UTF-16; convert it with `iconv -f UTF-16 -t UTF-8`"),
        (b"{\\rtf", "expected text, found an RTF file; save it as plain text first"),
    ];
    KNOWN.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|&(_, message)| message)
}

fn broken_utf8(error: &std::string::FromUtf8Error) -> String {
    let at = error.utf8_error().valid_up_to();
    let bytes = error.as_bytes();
    let line = bytes[..at].split(|&b| b == b'\n').count();
    format!(
        "expected UTF-8, found byte 0x{:02X} at offset {at} (line {line}); \
         if the file is in a Western European encoding, convert it with `iconv -f WINDOWS-1252 -t UTF-8`",
        bytes[at]
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(bytes: &[u8]) -> String {
        decode("f.txt", bytes.to_vec()).unwrap_err().to_string()
    }

    #[test]
    fn line_ends_become_newlines_and_a_byte_order_mark_stays() {
        let text = decode("f.txt", "\u{feff}a\r\nb\rc\n".into()).unwrap();
        assert_eq!(text, "\u{feff}a\nb\nc\n");
    }

    #[test]
    fn a_broken_byte_is_named_with_offset_line_and_remedy() {
        assert_eq!(
            message(b"one\ncaf\xE9 two"),
            "f.txt: expected UTF-8, found byte 0xE9 at offset 7 (line 2); if the file is in a Western European \
             encoding, convert it with `iconv -f WINDOWS-1252 -t UTF-8`"
        );
    }

    #[test]
    fn binary_files_are_recognised() {
        assert_eq!(message(b"ab\0c"), "f.txt: expected text, found a binary file (zero byte at offset 2)");
        assert!(message(b"\xFF\xFEa\0").contains("UTF-16"));
    }
}
