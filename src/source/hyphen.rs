//! Words divided at a line end: which hyphens belong to the word and which to the typesetter.

use super::weave::{Draft, Fragment};
use std::collections::HashMap;

/// First parts that keep their hyphen, unless the text writes the word without.
const FIRST: &[&str] = &[
    "anti", "cross", "five", "four", "high", "long", "low", "non", "self", "short", "then", "three", "two",
    "vice", "well",
];
/// Last parts that keep their hyphen, unless the text writes the word without.
const LAST: &[&str] = &[
    "backed",
    "based",
    "elect",
    "funded",
    "general",
    "led",
    "level",
    "making",
    "owned",
    "related",
    "speaking",
    "sponsored",
    "style",
    "wide",
];
/// Endings no compound has as its last part.
const ENDINGS: &[&str] = &["ed", "er", "ers", "ing", "ings", "ly", "ment", "ness", "tion"];

/// What a line end within a block stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineEnd {
    /// A space.
    Space,
    /// Nothing: what stands before goes on with what comes after.
    Keep,
    /// Nothing, and the hyphen before it was the typesetter's.
    Drop,
}

/// How the text itself writes, within its lines, the words its line ends divide.
#[derive(Debug, Default)]
pub(super) struct Hyphens {
    /// By the form in lower case, hyphenated or not: whether the text has it.
    seen: HashMap<String, bool>,
}

impl Hyphens {
    /// Reads `raw` for the words that line ends of `drafts` divide.
    pub(super) fn of(raw: &str, drafts: &[Draft]) -> Self {
        let mut seen = HashMap::new();
        for (before, after) in drafts.iter().flat_map(|draft| line_ends(raw, &draft.fragments)) {
            if let Some((first, last)) = divided(before, after) {
                seen.insert(format!("{first}{last}"), false);
                seen.insert(format!("{first}-{last}"), false);
            }
        }
        let mut hyphens = Self { seen };
        if !hyphens.seen.is_empty() {
            hyphens.look_up(raw);
        }
        hyphens
    }

    fn look_up(&mut self, raw: &str) {
        for word in raw.split(|c: char| !(c.is_alphabetic() || c == '-')) {
            if let Some(seen) = self.seen.get_mut(&word.to_lowercase()) {
                *seen = true;
            }
        }
    }

    /// What the line end between `before` and `after` stands for.
    pub(super) fn at_line_end(&self, before: &str, after: &str) -> LineEnd {
        let before = before.trim_end();
        let Some(next) = after.trim_start().chars().next().filter(|c| c.is_alphanumeric()) else {
            return LineEnd::Space;
        };
        let mut ending = before.chars().rev();
        let hyphen = ending.next();
        if !ending.next().is_some_and(char::is_alphanumeric) {
            return LineEnd::Space;
        }
        match hyphen {
            Some('\u{ad}' | '\u{2013}' | '\u{2014}') => LineEnd::Keep,
            Some('-' | '\u{2010}') if !next.is_lowercase() => LineEnd::Keep,
            Some('-' | '\u{2010}') => {
                divided(before, after).map_or(LineEnd::Keep, |(f, l)| self.judge(&f, &l))
            }
            _ => LineEnd::Space,
        }
    }

    fn judge(&self, first: &str, last: &str) -> LineEnd {
        let has = |form: String| self.seen.get(&form).copied().unwrap_or(false);
        if matches!(last, "and" | "or") {
            LineEnd::Space
        } else if has(format!("{first}{last}")) || ENDINGS.contains(&last) {
            LineEnd::Drop
        } else if has(format!("{first}-{last}")) || FIRST.contains(&first) || LAST.contains(&last) {
            LineEnd::Keep
        } else {
            LineEnd::Drop
        }
    }
}

/// Lines of a block on either side of each line end.
fn line_ends<'a>(raw: &'a str, fragments: &'a [Fragment]) -> impl Iterator<Item = (&'a str, &'a str)> {
    fragments.windows(3).filter_map(|three| match three {
        [Fragment::Raw(before), Fragment::Break(_), Fragment::Raw(after)] => {
            Some((&raw[before.clone()], &raw[after.clone()]))
        }
        _ => None,
    })
}

/// The two parts, in lower case, of a word that `before` may end and `after` go on with. Parts after an acronym
/// ("EU-funded") or a figure ("10-year") are two words for certain.
fn divided(before: &str, after: &str) -> Option<(String, String)> {
    let stem = before.trim_end().strip_suffix(['-', '\u{2010}'])?;
    let first = &stem[stem.rfind(|c: char| !c.is_alphabetic()).map_or(0, |i| i + char_len(stem, i))..];
    let after = after.trim_start();
    let last = &after[..after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len())];
    let acronym = first.chars().count() > 1 && first.chars().all(char::is_uppercase);
    let usable = !first.is_empty() && !acronym && last.starts_with(char::is_lowercase);
    usable.then(|| (first.to_lowercase(), last.to_lowercase()))
}

fn char_len(s: &str, at: usize) -> usize {
    s[at..].chars().next().map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::BlockKind;

    /// Line ends of `raw` taken as one block.
    fn ends(raw: &str) -> Vec<LineEnd> {
        let mut at = 0;
        let lines = raw.split('\n').map(|line| {
            let range = at..at + line.len();
            at += line.len() + 1;
            range
        });
        let draft = Draft::of_lines(BlockKind::Paragraph, &lines.collect::<Vec<_>>());
        let hyphens = Hyphens::of(raw, std::slice::from_ref(&draft));
        line_ends(raw, &draft.fragments).map(|(before, after)| hyphens.at_line_end(before, after)).collect()
    }

    #[test]
    fn a_typesetters_hyphen_goes() {
        assert_eq!(ends("the lat-\nter went to Uzbeki-\nstan’s capital"), [LineEnd::Drop, LineEnd::Drop]);
    }

    #[test]
    fn a_hyphen_between_capitals_figures_or_acronyms_stays() {
        assert_eq!(ends("in the Asia-\nPacific, EU-\nfunded for a 10-\nyear term"), [LineEnd::Keep; 3]);
    }

    #[test]
    fn the_text_itself_decides_first() {
        assert_eq!(ends("a policy-maker; the policy-\nmaker"), [LineEnd::Keep]);
        assert_eq!(ends("highways; the high-\nways"), [LineEnd::Drop]);
    }

    #[test]
    fn common_first_and_last_parts_keep_theirs() {
        assert_eq!(
            ends("the Secretary-\ngeneral of a non-\naligned state, cross-\ning"),
            [LineEnd::Keep, LineEnd::Keep, LineEnd::Drop]
        );
    }

    #[test]
    fn other_line_ends_are_spaces() {
        assert_eq!(ends("pre-\nand post-war talks -\nthen more"), [LineEnd::Space; 2]);
        assert_eq!(ends("EU–\nCentral Asia"), [LineEnd::Keep]);
    }
}
