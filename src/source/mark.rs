//! Note marks: superscript figures, bracketed numbers, asterisks and daggers, and figures glued to a full stop.

/// Longest word looked at before a mark.
const WORD: usize = 8;

/// Whether `c` is a superscript figure.
pub(super) fn is_superscript(c: char) -> bool {
    matches!(c, '\u{b9}' | '\u{b2}' | '\u{b3}' | '\u{2070}' | '\u{2074}'..='\u{2079}')
}

/// Length in bytes of the note mark at byte `at` of `line`, if one stands there; `before` is what its block says up
/// to that point.
pub(super) fn length_at(before: &str, line: &str, at: usize) -> Option<usize> {
    let previous = before.chars().next_back()?;
    let rest = &line[at..];
    match rest.chars().next()? {
        c if is_superscript(c) => (!is_exponent(before)).then(|| superscripts(rest)),
        '[' => bracketed(rest),
        '*' => asterisk(previous, rest),
        '\u{2020}' | '\u{2021}' => Some(3),
        c if c.is_ascii_digit() => glued(before, previous, rest),
        _ => None,
    }
}

/// `s` without the note marks it ends in.
pub(super) fn trim_end(s: &str) -> &str {
    let s = s.trim_end_matches(|c: char| {
        is_superscript(c) || c.is_whitespace() || "*\u{2020}\u{2021}".contains(c)
    });
    match s.rfind('[') {
        Some(at) if s.len() - at <= 12 && bracketed(&s[at..]) == Some(s.len() - at) => s[..at].trim_end(),
        _ => s,
    }
}

/// "km²", "10⁹": a power, not a note.
fn is_exponent(before: &str) -> bool {
    let word: Vec<char> = before.chars().rev().take(WORD).take_while(|c| c.is_alphanumeric()).collect();
    let digits = word.iter().take_while(|c| c.is_ascii_digit()).count();
    let unit: String = word.iter().rev().collect();
    matches!(unit.as_str(), "m" | "km" | "cm" | "mm" | "mi" | "ft") || (digits > 0 && digits != 4)
}

/// Length of a run of superscript figures with commas or dashes between them.
fn superscripts(s: &str) -> usize {
    let mut end = 0;
    for (i, c) in s.char_indices() {
        match c {
            _ if is_superscript(c) => end = i + c.len_utf8(),
            ',' | '-' | '\u{2013}' | '\u{207b}' if end == i => {}
            _ => break,
        }
    }
    end
}

/// Length of "[12]" or "[3, 4]".
fn bracketed(s: &str) -> Option<usize> {
    let end = s.bytes().take(16).position(|b| b == b']')?;
    let inside = &s[1..end];
    let figures = inside.bytes().all(|b| b.is_ascii_digit() || b", -".contains(&b));
    let short = inside.split([',', '-', ' ']).all(|number| number.len() <= 3);
    (figures && short && inside.starts_with(|c: char| c.is_ascii_digit())).then_some(end + 1)
}

/// An asterisk is a note mark or emphasis, save between two figures.
fn asterisk(previous: char, rest: &str) -> Option<usize> {
    let product = previous.is_ascii_digit() && rest[1..].starts_with(|c: char| c.is_ascii_digit());
    (!product).then_some(1)
}

/// Length of the figures in "leaders.1 In June": glued to the mark that ends a clause.
fn glued(before: &str, previous: char, rest: &str) -> Option<usize> {
    if !matches!(previous, '.' | ',' | ';' | ')' | '"' | '\u{201d}') {
        return None;
    }
    let figures = rest.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let ends = rest[figures..].chars().next().is_none_or(char::is_whitespace);
    (figures <= 3 && ends && ends_in_word(before)).then_some(figures)
}

/// Whether `before` ends in a word of some length and closing marks, and not in an abbreviation that takes a number.
fn ends_in_word(before: &str) -> bool {
    let tail = before.trim_end_matches(['.', ',', ';', ')', '"', '\u{201d}']);
    let word: Vec<char> = tail.chars().rev().take(WORD).take_while(|c| c.is_alphabetic()).collect();
    let word: String = word.iter().rev().flat_map(|c| c.to_lowercase()).collect();
    word.len() > 2
        && !matches!(word.as_str(), "art" | "arts" | "nos" | "para" | "paras" | "vol" | "sec" | "fig")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `s` without its note marks.
    fn unmarked(s: &str) -> String {
        let (mut out, mut at) = (String::new(), 0);
        while let Some(c) = s[at..].chars().next() {
            if let Some(length) = length_at(&out, s, at) {
                at += length;
            } else {
                out.push(c);
                at += c.len_utf8();
            }
        }
        out
    }

    #[test]
    fn superscript_figures_go_and_powers_stay() {
        assert_eq!(unmarked("talks in Oslo.¹² Later"), "talks in Oslo. Later");
        assert_eq!(unmarked("since 2012³ and²,⁴ then"), "since 2012 and then");
        assert_eq!(unmarked("an area of 40 km² or 10⁹ units"), "an area of 40 km² or 10⁹ units");
    }

    #[test]
    fn bracketed_numbers_go_and_other_brackets_stay() {
        assert_eq!(unmarked("joined[12] in[3, 4] May"), "joined in May");
        assert_eq!(unmarked("joined [sic] in [2019]"), "joined [sic] in [2019]");
    }

    #[test]
    fn figures_glued_to_a_stop_go() {
        assert_eq!(unmarked("met the leaders.12 In June"), "met the leaders. In June");
        assert_eq!(unmarked("paid 1,200 and 3.5 under Art.5 of"), "paid 1,200 and 3.5 under Art.5 of");
        assert_eq!(unmarked("the “strategy,”7 which"), "the “strategy,” which");
    }

    #[test]
    fn asterisks_and_daggers_go() {
        assert_eq!(unmarked("by *The Review* and A. Writer†"), "by The Review and A. Writer");
        assert_eq!(unmarked("a 2*3 grid"), "a 2*3 grid");
    }

    #[test]
    fn marks_at_the_end_are_trimmed() {
        assert_eq!(trim_end("the alliance.¹"), "the alliance.");
        assert_eq!(trim_end("the alliance [4]"), "the alliance");
        assert_eq!(trim_end("the alliance [sic]"), "the alliance [sic]");
    }
}
