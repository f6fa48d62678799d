//! Strings in quotes, as N-Triples, Turtle and their kin want them.

use super::super::runs::escaped;

/// Adds a text in quotes. Control characters are escaped, so a literal has no line end; all else stays as it is.
pub(super) fn push_escaped(out: &mut Vec<u8>, text: &str) {
    out.push(b'"');
    // 0xEF begins U+FFFE and U+FFFF, and others that stay.
    for piece in escaped(text, [b'"', b'\\', 0x7f, 0xef], escape) {
        out.extend_from_slice(piece.as_bytes());
    }
    out.push(b'"');
}

fn escape(character: &str) -> &str {
    match character {
        "\"" => "\\\"",
        "\\" => "\\\\",
        "\n" => "\\n",
        "\r" => "\\r",
        "\t" => "\\t",
        "\u{8}" => "\\b",
        "\u{c}" => "\\f",
        "\u{7f}" => "\\u007F",
        "\u{fffe}" => "\\uFFFE",
        "\u{ffff}" => "\\uFFFF",
        other => match other.as_bytes() {
            [byte] => CONTROL.get(usize::from(*byte)).copied().unwrap_or(other),
            _ => other,
        },
    }
}

const CONTROL: [&str; 32] = [
    "\\u0000", "\\u0001", "\\u0002", "\\u0003", "\\u0004", "\\u0005", "\\u0006", "\\u0007", "\\u0008",
    "\\u0009", "\\u000A", "\\u000B", "\\u000C", "\\u000D", "\\u000E", "\\u000F", "\\u0010", "\\u0011",
    "\\u0012", "\\u0013", "\\u0014", "\\u0015", "\\u0016", "\\u0017", "\\u0018", "\\u0019", "\\u001A",
    "\\u001B", "\\u001C", "\\u001D", "\\u001E", "\\u001F",
];

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
