//! Labels: broken into lines, and kept short.

use super::super::runs::escaped;

/// Most lines of a label.
const LINES: usize = 5;

/// Whether a character can stand in a picture: SVG, which is XML, has no control characters and not these two.
pub(in super::super) fn is_shown(c: char) -> bool {
    !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// Text on one line; what no picture can hold is a space.
pub(in super::super) fn plain(text: &str) -> String {
    let on_one_line = |c: char| is_shown(c) && !c.is_whitespace();
    // What begins all signs that are not shown, and all white space, beyond ASCII.
    let special = [0x7f, 0xc2, 0xe1, 0xe2, 0xe3, 0xef];
    escaped(text, special, |sign| if sign.chars().all(on_one_line) { sign } else { " " }).collect()
}

/// Words on lines of at most `width` characters where they fit; longer words are broken, and what goes on for more
/// than a few lines ends in an ellipsis.
pub(in super::super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for piece in plain(text).split_whitespace().flat_map(|word| pieces(word, width)) {
        let full = lines.len() == LINES;
        match lines.last_mut() {
            Some(line) if line.chars().count() + piece.chars().count() < width => {
                line.push(' ');
                line.push_str(&piece);
            }
            Some(line) if full => {
                line.push('…');
                break;
            }
            _ => lines.push(piece),
        }
    }
    lines
}

/// A word, or its parts if it is far too long for a line.
fn pieces(word: &str, width: usize) -> Vec<String> {
    if word.chars().count() <= width * 3 / 2 {
        return vec![word.to_owned()];
    }
    let letters: Vec<char> = word.chars().collect();
    letters.chunks(width).map(|part| part.iter().collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_wrap_at_words_and_break_what_is_far_too_long() {
        assert_eq!(wrap("Cooperative Cyber  Defence\nCentre", 20), ["Cooperative Cyber", "Defence Centre"]);
        assert_eq!(wrap("Indivisiblename of", 10), ["Indivisiblename", "of"]);
        assert_eq!(
            wrap("Donaudampfschifffahrtsgesellschaft", 12),
            ["Donaudampfsc", "hifffahrtsge", "sellschaft"]
        );
        assert_eq!(wrap("a b c d e f g", 1), ["a", "b", "c", "d", "e…"]);
        assert_eq!(wrap(" ", 9), [""; 0]);
    }

    #[test]
    fn what_cannot_be_shown_is_a_space() {
        assert_eq!(plain("a\u{7}b\u{202e}c\td\u{1f1ef}"), "a b\u{202e}c d\u{1f1ef}");
        for sign in (0..=0x0010_ffff).filter_map(char::from_u32) {
            let kept = is_shown(sign) && !sign.is_whitespace();
            assert_eq!(plain(&sign.to_string()), if kept { sign } else { ' ' }.to_string());
        }
    }
}
