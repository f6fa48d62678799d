//! Text cut where characters have to be escaped, for every format.

use std::iter;

/// Bytes that are looked at together: the compiler makes a few wide instructions of it.
const BLOCK: usize = 16;

/// A text in pieces: as it is, but for characters that are what `escape` makes of them. These are the control characters
/// of ASCII, and those that begin with one of the bytes `special`, of which none may stand within a character.
pub(super) fn escaped<'t, const N: usize>(
    text: &'t str,
    special: [u8; N],
    escape: impl Fn(&'t str) -> &'t str,
) -> impl Iterator<Item = &'t str> {
    runs(text, special).flat_map(move |(plain, character)| [plain, character.map_or("", &escape)])
}

/// The stretches of a text without special characters, each with the one after it.
pub(super) fn runs<const N: usize>(
    text: &str,
    special: [u8; N],
) -> impl Iterator<Item = (&str, Option<&str>)> {
    let mut rest = Some(text);
    iter::from_fn(move || {
        let text = rest.take()?;
        let cut = first(text.as_bytes(), special).and_then(|at| text.split_at_checked(at));
        let Some((plain, from)) = cut else { return Some((text, None)) };
        let (character, after) = from.split_at(from.chars().next().map_or(0, char::len_utf8));
        rest = Some(after);
        Some((plain, Some(character)))
    })
}

/// Where the first control character or special byte is.
fn first<const N: usize>(bytes: &[u8], special: [u8; N]) -> Option<usize> {
    let (blocks, rest) = bytes.as_chunks::<BLOCK>();
    let clean =
        blocks.iter().take_while(|block| !block.iter().fold(false, |any, &b| any | is_special(b, special)));
    let start = clean.count() * BLOCK;
    let from = if start == bytes.len() - rest.len() { rest } else { bytes.get(start..).unwrap_or_default() };
    from.iter().position(|&byte| is_special(byte, special)).map(|at| start + at)
}

/// Without branches, so that it can be asked of many bytes at once.
fn is_special<const N: usize>(byte: u8, special: [u8; N]) -> bool {
    let mut any = byte < b' ';
    for other in special {
        any |= byte == other;
    }
    any
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_every_length_are_cut_at_what_is_special() {
        for length in 0..100 {
            let plain = "é".repeat(length);
            let text = format!("{plain}\"\n{plain}ｆ{plain}");
            let cut: Vec<_> = runs(&text, [b'"', 0xef]).collect();
            let (first, last) = ((plain.as_str(), Some("\"")), (plain.as_str(), None));
            assert_eq!(cut, [first, ("", Some("\n")), (&plain, Some("ｆ")), last]);
            assert_eq!(runs(&plain, [b'"']).collect::<Vec<_>>(), [last]);
        }
    }
}
