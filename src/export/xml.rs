//! Text in XML.

use std::borrow::Cow;

/// Text as the content of an element or the value of an attribute in double quotes. What XML 1.0 cannot hold is
/// U+FFFD; line ends and tabs are spelt out, or a reader would make spaces of them.
pub(super) fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(|c: char| {
        matches!(c, '<' | '>' | '&' | '"') || c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}')
    }) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            '\t' => out.push_str("&#9;"),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c if c < ' ' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_what_xml_cannot_hold_are_replaced() {
        assert_eq!(escape("Oslo 🇯🇵 'x'"), "Oslo 🇯🇵 'x'");
        assert_eq!(
            escape("]]><a b=\"&\">\n\u{7}\u{ffff}"),
            "]]&gt;&lt;a b=&quot;&amp;&quot;&gt;&#10;\u{fffd}\u{fffd}"
        );
    }
}
