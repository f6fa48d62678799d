//! Lines of the text as read, and what can be told from one of them alone.

use super::mark;
use std::ops::Range;

/// Longest heading or running head, in characters.
const SHORT: usize = 100;

/// A line with something on it.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Its bytes in the raw text, without surrounding space.
    pub(super) range: Range<usize>,
    /// Whether it is set in from the margin.
    pub(super) indented: bool,
    /// Whether a blank line, a page's end or the text's beginning is before it.
    pub(super) gap: bool,
    /// Whether a page begins with it.
    pub(super) page_start: bool,
}

/// The lines of `raw` that are not blank. A form feed ends a line too.
pub(super) fn scan(raw: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut at, mut gap, mut page_start) = (0, true, false);
    for piece in raw.split_inclusive(['\n', '\u{c}']) {
        let text = piece.trim_matches(is_space);
        if text.is_empty() {
            gap = true;
        } else {
            let lead = piece.len() - piece.trim_start_matches(is_space).len();
            let range = at + lead..at + lead + text.len();
            lines.push(Line { range, indented: lead > 1, gap, page_start });
            (gap, page_start) = (false, false);
        }
        if piece.ends_with('\u{c}') {
            (gap, page_start) = (true, true);
        }
        at += piece.len();
    }
    lines
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

/// Whether `text` is short enough for a heading or a running head.
pub(super) fn is_short(text: &str) -> bool {
    text.len() <= 4 * SHORT && text.chars().count() <= SHORT
}

/// Length in bytes of the bullet or number a list item begins with, with the space after it.
pub(super) fn bullet(text: &str) -> Option<usize> {
    let (head, rest) = text.split_at(text.find(char::is_whitespace)?);
    let sign = matches!(head, "-" | "*" | "•" | "‣" | "◦" | "▪" | "●" | "–" | "—" | "·" | "\u{f0b7}");
    (sign || is_number(head)).then(|| head.len() + rest.len() - rest.trim_start().len())
}

/// Whether a list item begins with a number or letter: "1.", "2)", "(a)", "(iv)".
pub(super) fn is_numbered(text: &str) -> bool {
    text.split_whitespace().next().is_some_and(is_number)
}

fn is_number(head: &str) -> bool {
    let inner = head.strip_prefix('(').unwrap_or(head);
    let Some(inner) = inner.strip_suffix(')').or_else(|| head.strip_suffix('.')) else {
        return false;
    };
    let figures = (1..=2).contains(&inner.len()) && inner.bytes().all(|b| b.is_ascii_digit());
    let letters = head.ends_with(')')
        && (inner.len() == 1 && inner.starts_with(|c: char| c.is_ascii_lowercase())
            || matches!(inner, "ii" | "iii" | "iv" | "vi" | "vii" | "viii" | "ix"));
    figures || letters
}

/// Whether `text` begins the way only a note does: a note mark, "Ibid.", an address of the web.
pub(super) fn begins_note(text: &str) -> bool {
    let lower: String = text.chars().take(9).flat_map(char::to_lowercase).collect();
    let address = lower.trim_start_matches('<');
    text.starts_with(|c: char| mark::is_superscript(c) || matches!(c, '\u{2020}' | '\u{2021}'))
        || ["http://", "https://", "www."].iter().any(|scheme| address.starts_with(scheme))
        || lower.starts_with("ibid")
        || bracketed_number(text)
}

/// Whether `text` begins with "[12] ".
fn bracketed_number(text: &str) -> bool {
    text.strip_prefix('[')
        .and_then(|rest| rest.split_once("] "))
        .is_some_and(|(number, _)| number.len() <= 3 && number.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether `text` reads like a source given in a note: a number, then a page, an address or a "see".
pub(super) fn is_citation(text: &str) -> bool {
    const SIGNS: &[&str] =
        &["http://", "https://", "www.", "Ibid", "ibid", " pp. ", " p. ", "op. cit", "doi:", "doi.org"];
    let figures = text.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let rest = text[figures..].trim_start_matches(['.', ')']);
    (1..=3).contains(&figures)
        && rest.starts_with(char::is_whitespace)
        && SIGNS.iter().any(|sign| text.contains(sign))
}

/// Whether `text` looks like a heading: short, without the stop that ends a sentence.
pub(super) fn is_heading(text: &str) -> bool {
    let text = mark::trim_end(text);
    is_short(text)
        && text.starts_with(|c: char| !c.is_lowercase() && !matches!(c, ',' | '.' | ';' | ')'))
        && text.contains(char::is_alphabetic)
        && !text.contains(';')
        && !ends_clause(text)
}

/// Whether `text` ends in a stop, comma or colon, closing quotation marks and brackets aside. A question may be a
/// heading.
fn ends_clause(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '\u{201d}', '\u{2019}', '\'', ')', '>']);
    text.ends_with(['.', '!', ',', ';', ':', '-', '\u{2014}'])
}

/// Whether a sentence that runs to the end of `text` is left open there.
pub(super) fn is_open(text: &str) -> bool {
    let text = mark::trim_end(text).trim_end_matches(['"', '\u{201d}', '\u{2019}', '\'', ')', ']', '>']);
    !text.is_empty() && !text.ends_with(['.', '!', '?', ':', ';', '\u{2026}'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_know_their_gaps_and_pages() {
        let raw = "\u{feff}One\nTwo\n\n   Three\u{c}Four\n";
        let seen: Vec<_> =
            scan(raw).into_iter().map(|l| (&raw[l.range.clone()], l.indented, l.gap, l.page_start)).collect();
        assert_eq!(
            seen,
            [
                ("One", true, true, false),
                ("Two", false, false, false),
                ("Three", true, true, false),
                ("Four", false, true, true)
            ]
        );
    }

    #[test]
    fn bullets_and_numbers_begin_list_items() {
        for item in ["- Oslo", "•  Oslo", "1. Oslo", "12) Oslo", "(a) Oslo", "iv) Oslo"] {
            assert_eq!(bullet(item).map(|n| &item[n..]), Some("Oslo"), "{item}");
        }
        for prose in ["2019 was", "U.S. ships", "A) is", "-5 degrees", "1.5 million", "(the) talks"] {
            assert_eq!(bullet(prose), None, "{prose}");
        }
    }

    #[test]
    fn notes_are_known_by_their_beginning() {
        for note in
            ["¹ Interview", "Ibid., p. 4", "<https://example.org/a>", "[7] Report", "† Died in office"]
        {
            assert!(begins_note(note), "{note}");
        }
        assert!(is_citation("12 Report on Trade, pp. 4-6."));
        assert!(!is_citation("12 ships took part."));
        assert!(!begins_note("In [7] May"));
    }

    #[test]
    fn headings_are_short_and_have_no_stop() {
        for heading in
            ["3.  A Region in Between?", "OUTLOOK", "Baltic Operations 2022", "Li Wei and Ann Lee *"]
        {
            assert!(is_heading(heading), "{heading}");
        }
        for prose in ["They met in Oslo.", "they met", "Members are:", "He said “no.”", "outside the pact.¹"]
        {
            assert!(!is_heading(prose), "{prose}");
        }
    }

    #[test]
    fn an_open_sentence_has_no_stop() {
        assert!(is_open("which has been") && is_open("by France,") && is_open("the “Centre”"));
        assert!(!is_open("ended in May.³") && !is_open("(it ended.)") && !is_open("They are:"));
    }
}
