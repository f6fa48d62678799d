//! The bytes of a page to text, in the encoding it declares.

use crate::Error;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// Bytes at the beginning in which a page declares its encoding.
const PRESCAN: usize = 4096;

/// The page as text: in the encoding of its byte order mark, else the one it declares, else UTF-8 if it is that, else
/// Windows-1252, which pages that declare nothing are in more often than not.
///
/// # Errors
///
/// If it is no text in that encoding.
pub(super) fn decode(name: &str, bytes: &[u8]) -> Result<String, Error> {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let guess = || if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 };
    let encoding = marked.or_else(|| declared(bytes)).unwrap_or_else(guess);
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    match text.find('\0') {
        Some(at) => {
            let found = format!("expected an HTML page, found a binary file (zero character at offset {at})");
            Err(Error::invalid(name, found))
        }
        None => Ok(text.into_owned()),
    }
}

/// The encoding named by `<meta charset>`, `<meta http-equiv>` or an XML declaration.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(PRESCAN)];
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let in_declaration = head.trim_start().strip_prefix("<?xml").and_then(|rest| {
        let (declaration, _) = rest.split_once("?>")?;
        label(declaration, "encoding")
    });
    let in_meta = || head.split("<meta").skip(1).find_map(|tag| label(tag.split('>').next()?, "charset"));
    let encoding = in_declaration.or_else(in_meta)?;
    // What was read as ASCII so far is not in UTF-16, whatever it says.
    Some(encoding.output_encoding())
}

/// The encoding given as the value of `key`.
fn label(tag: &str, key: &str) -> Option<&'static Encoding> {
    let (_, value) = tag.split_once(key)?;
    let value = value.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end = value.find(|c: char| c.is_whitespace() || "\"';/".contains(c)).unwrap_or(value.len());
    Encoding::for_label(&value.as_bytes()[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> String {
        decode("a.html", bytes).unwrap()
    }

    #[test]
    fn the_declared_encoding_is_used() {
        assert_eq!(read(b"<meta charset=\"iso-8859-2\">\xB3"), "<meta charset=\"iso-8859-2\">ł");
        let old = b"<META http-equiv=Content-Type content='text/html; charset=windows-1251'>\xCA";
        assert!(read(old).ends_with('К'));
        assert!(read(b"<?xml version=\"1.0\" encoding='Shift_JIS'?>\x93\xFA\x96\x7B").ends_with("日本"));
        assert!(read("<meta charset=utf-16>é".as_bytes()).ends_with('é'));
    }

    #[test]
    fn a_byte_order_mark_comes_first_and_a_guess_last() {
        assert_eq!(read(b"\xFF\xFEO\0s\0l\0o\0"), "Oslo");
        assert_eq!(read(b"\xEF\xBB\xBF<meta charset=latin1>\xC3\xA9"), "<meta charset=latin1>é");
        assert_eq!((read("é".as_bytes()), read(b"\x93caf\xE9\x94")), ("é".into(), "“café”".into()));
    }

    #[test]
    fn a_binary_file_is_no_page() {
        let message = decode("a.html", b"\x89PNG\0").unwrap_err().to_string();
        assert_eq!(
            message,
            "a.html: expected an HTML page, found a binary file (zero character at offset 6)"
        );
    }
}
