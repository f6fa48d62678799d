//! The words time expressions are made of. A token is cut further at hyphens, dashes, slashes and possessive endings,
//! so that "mid-2019", "2–6" and "Thursday's" read alike however the tokenizer cut them.

use crate::edtf::month_named;
use crate::language::{Sentence, lowered};
use rustc_hash::FxHashSet;
use std::borrow::Cow;
use std::sync::LazyLock;

/// A piece of a token.
#[derive(Debug)]
pub(super) struct Word<'a> {
    /// As written.
    pub(super) text: &'a str,
    /// In lower case, without a final full stop.
    pub(super) lower: Cow<'a, str>,
    /// The token it is a piece of.
    pub(super) token: usize,
    /// Whether it follows the piece before it without space.
    pub(super) glued: bool,
}

/// A span of the calendar that English counts by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// Numbers from zero.
const SMALL: [&str; 21] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];
/// Thirty, and by tens on.
const TENS: [&str; 7] = ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// Words that open an expression, beside numbers, months and weekdays.
const OPENERS: &str = "the that this its a an next last then today tonight yesterday tomorrow first second third fourth final \
    q1 q2 q3 q4 spring summer autumn fall winter few several many some days weeks months years decades hours minutes \
    moments";

static OPENING: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| OPENERS.split(' ').chain(SMALL).chain(TENS).collect());

/// All words of a sentence.
pub(super) fn words<'a>(text: &'a str, sentence: &Sentence) -> Vec<Word<'a>> {
    let mut out: Vec<Word<'a>> = Vec::with_capacity(sentence.tokens.len() + 8);
    let mut end = 0;
    for (token, range) in sentence.tokens.iter().map(|t| t.range.clone()).enumerate() {
        let Some(whole) = text.get(range.clone()) else { continue };
        let mut at = range.start;
        let whole_alone = [whole];
        let cut = whole.contains(|c: char| is_dash(c) || is_apostrophe(c)).then(|| pieces(whole));
        for piece in cut.as_deref().unwrap_or(&whole_alone).iter().copied() {
            let trimmed = if piece.len() > 1 { piece.trim_end_matches('.') } else { piece };
            let lower = lowered(trimmed);
            out.push(Word { text: piece, lower, token, glued: !out.is_empty() && at == end });
            at += piece.len();
            end = at;
        }
    }
    out
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '–' | '—' | '/')
}

/// Cuts a token at dashes, slashes and before a possessive ending; nothing is lost.
fn pieces(token: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, c) in token.char_indices() {
        let possessive = is_apostrophe(c) && at > 0 && matches!(&token[at + c.len_utf8()..], "s" | "S");
        if is_dash(c) || possessive {
            out.push(&token[start..at]);
            start = at;
        }
        if is_dash(c) {
            start += c.len_utf8();
            out.push(&token[at..start]);
        }
    }
    out.push(&token[start..]);
    out.retain(|piece| !piece.is_empty());
    out
}

impl Word<'_> {
    /// Whether it is one of the words of a list parted by spaces.
    pub(super) fn is(&self, one_of: &str) -> bool {
        let word = self.lower.as_bytes();
        one_of
            .as_bytes()
            .split(|&byte| byte == b' ')
            .any(|other| other.first() == word.first() && other == word)
    }

    /// Whether an expression may begin with it; with most words none does.
    pub(super) fn may_open(&self) -> bool {
        self.text.starts_with(|c: char| c.is_ascii_digit() || c == '+')
            || OPENING.contains(self.lower.as_ref())
            || self.month().is_some()
            || self.weekday().is_some()
    }

    pub(super) fn is_dash(&self) -> bool {
        self.text.chars().all(is_dash)
    }

    pub(super) fn is_capitalized(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    pub(super) fn is_alphabetic(&self) -> bool {
        self.text.starts_with(char::is_alphabetic)
    }

    /// Neither a letter nor a digit.
    pub(super) fn is_mark(&self) -> bool {
        !self.text.contains(char::is_alphanumeric)
    }

    /// A month's name, written as a name.
    pub(super) fn month(&self) -> Option<u8> {
        self.is_capitalized().then(|| month_named(&self.lower))?
    }

    /// 0 for Monday to 6 for Sunday.
    pub(super) fn weekday(&self) -> Option<u8> {
        const DAYS: [&str; 7] =
            ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        let day = DAYS.iter().position(|day| *day == self.lower)?;
        self.is_capitalized().then(|| u8::try_from(day).ok())?
    }

    /// A year that prose may speak of, in four digits.
    pub(super) fn year(&self) -> Option<i32> {
        let digits = self.text.len() == 4 && self.text.bytes().all(|b| b.is_ascii_digit());
        self.text.parse().ok().filter(|year| digits && (1500..=2100).contains(year))
    }

    /// A day of the month, plain or ordinal.
    pub(super) fn day(&self) -> Option<u8> {
        let digits = self.lower.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let plain =
            matches!(&self.lower[digits.len()..], "" | "st" | "nd" | "rd" | "th") && digits.len() <= 2;
        digits.parse().ok().filter(|day| plain && (1..=31).contains(day))
    }

    /// An ordinal in digits, such as "25th".
    pub(super) fn is_ordinal(&self) -> bool {
        self.day().is_some() && self.lower.ends_with(|c: char| c.is_ascii_alphabetic())
    }

    /// A number of units: digits, a word up to ninety, or an article.
    pub(super) fn count(&self) -> Option<i32> {
        let place =
            |list: &[&str]| list.iter().position(|n| *n == self.lower).and_then(|n| i32::try_from(n).ok());
        if self.is("a an") {
            return Some(1);
        }
        let digits = self.text.len() <= 3 && self.text.bytes().all(|b| b.is_ascii_digit());
        place(&SMALL)
            .or_else(|| place(&TENS).map(|n| n * 10 + 30))
            .or_else(|| self.text.parse().ok().filter(|_| digits))
    }

    /// The unit of a singular or plural noun, and how many of it the noun is worth.
    pub(super) fn unit(&self) -> Option<(Unit, i32)> {
        Some(match self.lower.as_ref() {
            "day" | "days" | "night" => (Unit::Day, 1),
            "week" | "weeks" => (Unit::Week, 1),
            "fortnight" => (Unit::Week, 2),
            "month" | "months" => (Unit::Month, 1),
            "year" | "years" => (Unit::Year, 1),
            "decade" | "decades" => (Unit::Year, 10),
            _ => return None,
        })
    }

    pub(super) fn is_season(&self) -> bool {
        self.is("spring summer autumn fall winter")
    }

    /// A determiner or possessive before which a noun phrase begins.
    pub(super) fn is_determiner(&self) -> bool {
        self.is("the a an this its their his her our 's ’s ' ’ another")
    }
}
