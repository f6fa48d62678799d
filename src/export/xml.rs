//! Text in XML.

use super::runs;

/// Text as the content of an element or the value of an attribute in double quotes, in pieces. What XML 1.0 cannot hold
/// is U+FFFD; line ends and tabs are spelt out, or a reader would make spaces of them.
pub(super) fn escaped(text: &str) -> impl Iterator<Item = &str> {
    runs::escaped(text, [b'<', b'>', b'&', b'"', 0xef], |character| match character {
        "<" => "&lt;",
        ">" => "&gt;",
        "&" => "&amp;",
        "\"" => "&quot;",
        "\n" => "&#10;",
        "\r" => "&#13;",
        "\t" => "&#9;",
        "\u{fffe}" | "\u{ffff}" => "\u{fffd}",
        control if control < " " => "\u{fffd}",
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_what_xml_cannot_hold_are_replaced() {
        let escape = |text| escaped(text).collect::<String>();
        assert_eq!(escape("Oslo 🇯🇵 'x'"), "Oslo 🇯🇵 'x'");
        assert_eq!(
            escape("]]><a b=\"&\">\n\u{7}\u{ffff}"),
            "]]&gt;&lt;a b=&quot;&amp;&quot;&gt;&#10;\u{fffd}\u{fffd}"
        );
    }
}
