//! Strings in quotes, as N-Triples, Turtle and their kin want them.

/// Adds a text in quotes. Control characters are escaped, so a literal has no line end; all else stays as it is.
pub(super) fn push_escaped(out: &mut Vec<u8>, text: &str) {
    out.push(b'"');
    let bytes = text.as_bytes();
    let mut done = 0;
    for (at, &byte) in bytes.iter().enumerate().filter(|&(_, &byte)| is_special(byte)) {
        let Some(rest) = bytes.get(at..) else { break };
        let (escape, length): (&[u8], _) = match byte {
            b'"' => (b"\\\"", 1),
            b'\\' => (b"\\\\", 1),
            b'\n' => (b"\\n", 1),
            b'\r' => (b"\\r", 1),
            b'\t' => (b"\\t", 1),
            0x08 => (b"\\b", 1),
            0x0c => (b"\\f", 1),
            _ if rest.starts_with("\u{fffe}".as_bytes()) => (b"\\uFFFE", 3),
            _ if rest.starts_with("\u{ffff}".as_bytes()) => (b"\\uFFFF", 3),
            0xef => continue,
            _ => (&CONTROL[usize::from(byte & 0x1f)], 1),
        };
        out.extend_from_slice(bytes.get(done..at).unwrap_or_default());
        out.extend_from_slice(if byte == 0x7f { b"\\u007F" } else { escape });
        done = at + length;
    }
    out.extend_from_slice(bytes.get(done..).unwrap_or_default());
    out.push(b'"');
}

/// Whether a byte may have to be escaped. 0xEF begins U+FFFE and U+FFFF, and others that stay.
const fn is_special(byte: u8) -> bool {
    byte < 0x20 || matches!(byte, b'"' | b'\\' | 0x7f | 0xef)
}

/// `\u0000` to `\u001F`.
const CONTROL: [[u8; 6]; 32] = {
    let digits = b"0123456789ABCDEF";
    let mut table = [*b"\\u0000"; 32];
    let mut at = 0;
    while at < 32 {
        table[at][4] = digits[at >> 4];
        table[at][5] = digits[at & 15];
        at += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::push_escaped;
    use oxigraph::model::LiteralRef;

    #[test]
    fn literals_are_what_oxigraph_writes() {
        let controls: String = (0..=0x80).filter_map(char::from_u32).collect();
        for text in
            ["", "plain", &controls, "a\u{fffe}b\u{ffff}\u{fffd}ｆ\u{7f}", "\"\\\r\n", "🇯🇵 ]]> \u{202e}"]
        {
            let mut out = Vec::new();
            push_escaped(&mut out, text);
            assert_eq!(String::from_utf8(out).unwrap(), LiteralRef::new_simple_literal(text).to_string());
        }
    }
}
