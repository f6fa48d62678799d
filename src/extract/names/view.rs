//! A sentence as the name finder looks at it.

use super::words::{List, Words};
use crate::language::{EntityTag, Sentence, Token, is_possessive_mark, lowered};
use crate::source::BlockKind;
use crate::vocabulary::gazetteer::Folded;
use crate::vocabulary::words::{self, Lists};
use std::borrow::Cow;
use std::ops::Range;

/// Tags of words that begin a sentence with a capital without naming anything.
const FUNCTION: [&str; 16] =
    ["DT", "IN", "PRP", "PRP$", "CC", "WDT", "WP", "WP$", "WRB", "TO", "EX", "MD", "PDT", "RB", "UH", "LS"];

/// A sentence's words and what their letters show.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about the sentence")]
pub(super) struct View<'a> {
    text: &'a str,
    /// The tokens as read.
    pub(super) tokens: &'a [Token],
    /// The tokens as written.
    pub(super) words: Vec<&'a str>,
    /// The whole, ready for the gazetteer.
    pub(super) folded: Folded,
    /// For each folded piece its token.
    pub(super) piece_token: Vec<usize>,
    /// Whether it is set in capitals throughout.
    pub(super) capitals: bool,
    /// Whether nearly every word has a capital, as in a headline, so that a capital says little.
    pub(super) titled: bool,
    /// Whether the sentence begins its block.
    pub(super) opening: bool,
    /// Whether it begins its block and what follows it speaks of a person ("AMY POPE. A lawyer, she ...").
    pub(super) portrait: bool,
    named: Vec<bool>,
    /// For each token the word lists that have it as written.
    lists: Vec<Lists>,
    /// For each token the word lists that have it in small letters.
    small_lists: Vec<Lists>,
}

impl<'a> View<'a> {
    /// Looks at a sentence of `text`; `opening` if it begins its block.
    pub(super) fn new(text: &'a str, opening: bool, kind: BlockKind, sentence: &'a Sentence) -> Self {
        let words: Vec<&str> = sentence.tokens.iter().map(|t| &text[t.range.clone()]).collect();
        let capitals = set_in_capitals(&words);
        let lists: Vec<Lists> = words.iter().map(|word| Words::get().lists(word)).collect();
        let in_small = |(word, lists): (&&str, &Lists)| match lowered(word) {
            Cow::Borrowed(_) => *lists,
            Cow::Owned(small) => Words::get().lists(&small),
        };
        let mut view = Self {
            text,
            tokens: &sentence.tokens,
            folded: Folded::with_room(words.len()),
            piece_token: Vec::with_capacity(words.len()),
            capitals,
            titled: capitals || (kind == BlockKind::Heading && set_in_title_case(&words)),
            opening,
            portrait: false,
            named: Vec::new(),
            small_lists: words.iter().zip(&lists).map(in_small).collect(),
            lists,
            words,
        };
        for (i, word) in view.words.iter().enumerate() {
            let pieces = view.folded.push_token(word);
            view.piece_token.extend(std::iter::repeat_n(i, pieces));
        }
        view.folded.set_capitals(capitals || opening && begins_with_dateline(&view.words));
        view.named = (0..view.words.len()).map(|i| view.names(i)).collect();
        view
    }

    /// Whether "he", "she" or the like is among the first words, so that the sentence before may name a person.
    pub(super) fn speaks_of_person(&self) -> bool {
        let personal = |w: &str| matches!(lowered(w).as_ref(), "he" | "she" | "his" | "her" | "him");
        self.words.iter().take(16).any(|w| personal(w)) || (0..5).any(|i| self.listed_small(List::Role, i))
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The word at `i`, or an empty one outside the sentence.
    pub(super) fn word(&self, i: usize) -> &'a str {
        self.words.get(i).copied().unwrap_or_default()
    }

    /// The word before `i`, or an empty one.
    pub(super) fn before(&self, i: usize) -> &'a str {
        i.checked_sub(1).map_or("", |i| self.word(i))
    }

    /// Whether a list has the word at `i` as written.
    pub(super) fn listed(&self, list: List, i: usize) -> bool {
        words::is_among(self.lists(i), list as usize)
    }

    /// The lists that have the word at `i` as written.
    pub(super) fn lists(&self, i: usize) -> Lists {
        self.lists.get(i).copied().unwrap_or(0)
    }

    /// Whether a list has the word at `i`, in small letters.
    pub(super) fn listed_small(&self, list: List, i: usize) -> bool {
        self.small_lists.get(i).is_some_and(|&lists| words::is_among(lists, list as usize))
    }

    /// Whether a list has the word before `i` as written.
    pub(super) fn listed_before(&self, list: List, i: usize) -> bool {
        i.checked_sub(1).is_some_and(|i| self.listed(list, i))
    }

    /// Name of the tag at `i`, or an empty one.
    pub(super) fn tag(&self, i: usize) -> &'static str {
        self.tokens.get(i).map_or("", |t| t.tag.name())
    }

    /// Whether the token's capital makes it part of a name.
    pub(super) fn named(&self, i: usize) -> bool {
        self.named.get(i).copied().unwrap_or(false)
    }

    /// Whether `i` and the token before it touch.
    pub(super) fn glued(&self, i: usize) -> bool {
        i > 0 && i < self.len() && self.tokens[i - 1].range.end == self.tokens[i].range.start
    }

    /// A hyphen or dash inside a compound.
    pub(super) fn hyphen(&self, i: usize) -> bool {
        matches!(self.word(i), "-" | "‐" | "‑" | "–") && self.glued(i) && self.glued(i + 1)
    }

    /// A month, day or season; "May" and the like only beside a number or after a preposition.
    pub(super) fn date(&self, i: usize) -> bool {
        let word = self.word(i).trim_end_matches('.');
        let beside = || {
            self.tag(i + 1) == "CD" || i > 0 && matches!(self.tag(i - 1), "CD" | "IN") || self.pointed_at(i)
        };
        let named = titled(word);
        let listed = if named == self.word(i) {
            self.listed(List::Date, i)
        } else {
            Words::get().has(List::Date, &named)
        };
        listed
            && (!matches!(word, "May" | "March" | "April" | "June" | "August") || beside())
            && (word != "Jan" || beside() || !capitalized(self.word(i + 1)))
    }

    /// "That March", "last May", "early June".
    fn pointed_at(&self, i: usize) -> bool {
        let before = self.before(i);
        let words = ["that", "this", "last", "next", "early", "late", "mid"];
        words.iter().any(|word| before.eq_ignore_ascii_case(word))
    }

    /// Whether the token is tagged as a function word.
    pub(super) fn function(&self, i: usize) -> bool {
        FUNCTION.contains(&self.tag(i))
    }

    /// The possessive ending.
    pub(super) fn possessive(&self, i: usize) -> bool {
        // A closing quotation mark looks the same.
        i > 0 && is_possessive_mark(self.word(i)) && self.tag(i) != "''"
    }

    /// The text of a token range, its white space made single spaces.
    pub(super) fn text(&self, range: &Range<usize>) -> Cow<'a, str> {
        let (Some(first), Some(last)) =
            (self.tokens.get(range.start), self.tokens.get(range.end.wrapping_sub(1)))
        else {
            return Cow::Borrowed("");
        };
        let text = &self.text[first.range.start..last.range.end];
        let bytes = text.as_bytes();
        let plain = bytes.iter().all(|b| b.is_ascii() && !b.is_ascii_control());
        if plain && !bytes.windows(2).any(|two| two == b"  ") {
            return Cow::Borrowed(text);
        }
        Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Whether the token opens the sentence or what reads like one.
    pub(super) fn begins(&self, i: usize) -> bool {
        i == 0
            || matches!(self.before(i), ":" | "." | "•" | "*" | "“" | "\"" | "``" | ";" | "|")
            || (i == 1 && !self.word(0).chars().any(char::is_alphanumeric))
    }

    fn names(&self, i: usize) -> bool {
        let word = self.words[i];
        if !capitalized(word) && !is_prefixed_acronym(word) || self.date(i) {
            return false;
        }
        let suffix = Words::get().has(List::CompanySuffix, word) && capitalized(self.before(i));
        if suffix && !self.capitals {
            return true;
        }
        if self.function(i) && (!acronym(word) || self.capitals) {
            return false;
        }
        if !self.begins(i) || self.capitals {
            return true;
        }
        let tagged = !matches!(self.tokens[i].entity, EntityTag::Outside);
        self.tag(i).starts_with("NNP") || tagged || capitalized(self.word(i + 1)) || self.hyphen(i + 1)
    }
}

/// A word with all letters but the first in lower case.
fn titled(word: &str) -> Cow<'_, str> {
    let mut letters = word.chars();
    let first = letters.next();
    match lowered(letters.as_str()) {
        Cow::Borrowed(_) => Cow::Borrowed(word),
        Cow::Owned(rest) => Cow::Owned(first.into_iter().chain(rest.chars()).collect()),
    }
}

/// Whether a word begins with a capital letter.
pub(super) fn capitalized(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Two or more capitals, perhaps with digits, and no small letter but one between or after them (`PwC`, `MpS`).
pub(super) fn acronym(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let small = word.chars().filter(|c| c.is_lowercase()).count();
    capitals >= 2 && small < capitals.min(3) && word.chars().count() <= 12
        || capitals == 1 && small == 0 && word.chars().any(|c| c.is_ascii_digit())
}

/// "NEW DELHI, Sept 12 -": a town of several words in capitals, which a short word among them does not make an acronym.
fn begins_with_dateline(words: &[&str]) -> bool {
    let shouted = |w: &&&str| w.len() > 1 && w.bytes().all(|letter| letter.is_ascii_uppercase());
    let town = words.iter().take_while(shouted).count();
    (2..=3).contains(&town) && matches!(words.get(town), Some(&("," | "(" | "-" | "–" | "—" | ":")))
}

/// "`maCERT`", "`bjCSIRT`": a few small letters and then capitals alone.
pub(super) fn is_prefixed_acronym(word: &str) -> bool {
    let small = word.bytes().take_while(u8::is_ascii_lowercase).count();
    let rest = &word[small..];
    (1..=3).contains(&small) && rest.len() >= 3 && rest.bytes().all(|letter| letter.is_ascii_uppercase())
}

fn set_in_capitals(words: &[&str]) -> bool {
    let letters = |w: &&&str| w.chars().filter(|c| c.is_alphabetic()).count() > 1;
    let mut long = words.iter().filter(letters).peekable();
    words.iter().filter(letters).count() > 1
        && long.peek().is_some()
        && long.all(|w| !w.chars().any(char::is_lowercase))
}

fn set_in_title_case(words: &[&str]) -> bool {
    let long = |w: &&&str| w.chars().count() > 3 && w.chars().all(char::is_alphabetic);
    words.iter().filter(long).count() > 1 && words.iter().filter(long).all(|w| capitalized(w))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acronyms_are_told_from_words() {
        assert!(["NATO", "PwC", "G7", "AfDB", "APT41"].iter().all(|w| acronym(w)));
        assert!(!["Nato", "McDonald", "A", "Macron", "nato", "U.S"].iter().take(5).any(|w| acronym(w)));
    }

    #[test]
    fn capitals_behind_a_few_small_letters_are_an_acronym() {
        assert!(["maCERT", "bjCSIRT", "tunCERT"].iter().all(|w| is_prefixed_acronym(w)));
        assert!(!["iPhone", "CERT", "eGov", "mRNA2", "euroCERT"].iter().any(|w| is_prefixed_acronym(w)));
    }

    #[test]
    fn headlines_are_recognized() {
        assert!(set_in_capitals(&["TALKS", "IN", "OSLO", "2024"]));
        assert!(!set_in_capitals(&["NATO"]));
        assert!(set_in_title_case(&["Leaders", "Gather", "for", "Talks"]));
        assert!(!set_in_title_case(&["Leaders", "gather", "for", "Talks"]));
    }
}
