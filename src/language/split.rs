//! Where sentences end. Stops of abbreviations and initials do not end one unless the next word opens sentences; a
//! sentence keeps the quotes, brackets and note marks that close it.

use super::abbreviation::{self, Ending};
use super::tokenize::is_note;
use std::ops::Range;

/// A sentence of more tokens than this is cut where a clause seems to end.
const LONGEST: usize = 400;

/// The sentences of a block, as ranges of its `tokens`.
pub(super) fn sentences(text: &str, tokens: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < tokens.len() {
        if let Some(end) = end_after(text, tokens, at) {
            push_capped(text, tokens, start..end, &mut found);
            start = end;
            at = end;
        } else {
            at += 1;
        }
    }
    push_capped(text, tokens, start..tokens.len(), &mut found);
    found
}

/// If a sentence ends with token `at` and what closes it, the index after.
fn end_after(text: &str, tokens: &[Range<usize>], at: usize) -> Option<usize> {
    let token = &text[tokens[at].clone()];
    let strong = matches!(token, "." | "!" | "?" | "。" | "！" | "？");
    if !strong && !token.ends_with('.') && token != "…" {
        return None;
    }
    if !strong && !token.ends_with("..") && token != "…" {
        return ends_with_abbreviation(text, tokens, at).then_some(at + 1);
    }
    let end = close(text, tokens, at + 1);
    let Some(next) = tokens.get(end) else { return Some(end) };
    let spaced = next.start > tokens[end - 1].end;
    let next = &text[next.clone()];
    let opens = strong && spaced && !continues(next) || opens_sentence(next);
    let listing = end == at + 1 && is_listing(text, tokens, at);
    (opens && !listing).then_some(end)
}

/// Past the quotes, brackets and note marks after a stop. A quote is one that closes if no space is before it.
fn close(text: &str, tokens: &[Range<usize>], mut at: usize) -> usize {
    while at < tokens.len() {
        let token = &text[tokens[at].clone()];
        let adjacent = tokens[at - 1].end == tokens[at].start;
        let closes = match token {
            ")" | "]" | "”" | "»" | "!" | "?" | "." => true,
            "\"" | "'" | "’" | "''" => adjacent,
            _ => adjacent && token.starts_with(is_note),
        };
        if closes {
            at += 1;
        } else if let Some(after) = adjacent.then(|| note_in_brackets(text, tokens, at)).flatten() {
            at = after;
        } else {
            break;
        }
    }
    at
}

/// Past "[12]" at `at`.
fn note_in_brackets(text: &str, tokens: &[Range<usize>], at: usize) -> Option<usize> {
    let word = |at: usize| tokens.get(at).map(|range| &text[range.clone()]);
    let number = word(at + 1)?;
    let fits = word(at)? == "["
        && word(at + 2)? == "]"
        && number.len() <= 3
        && number.bytes().all(|byte| byte.is_ascii_digit());
    fits.then_some(at + 3)
}

/// Whether `next` shows that the sentence goes on after a stop.
fn continues(next: &str) -> bool {
    next.starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';' | ':' | '%' | ')' | '/'))
        || matches!(next, "-" | "–" | "—" | "--")
}

/// "1." or "a." at the start of a block numbers an item; it is no sentence.
fn is_listing(text: &str, tokens: &[Range<usize>], at: usize) -> bool {
    at == 1 && {
        let word = &text[tokens[0].clone()];
        word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit()) || word.len() == 1
    }
}

/// Whether a sentence ends with the abbreviation or initial at `at`.
fn ends_with_abbreviation(text: &str, tokens: &[Range<usize>], at: usize) -> bool {
    let word = &text[tokens[at].clone()];
    let stem = word.trim_end_matches('.');
    let ending = abbreviation::ending(stem);
    if matches!(ending, Some(Ending::Never | Ending::Number)) {
        return false;
    }
    let Some(next) = tokens.get(at + 1) else { return true };
    if next.start == tokens[at].end {
        return false;
    }
    let next = &text[next.clone()];
    let initial = stem.chars().count() == 1;
    let numeral =
        initial && at > 0 && matches!(&text[tokens[at - 1].clone()], "War" | "Phase" | "Part" | "Plan");
    if initial && !numeral && matches!(next, "A" | "An" | "Al" | "As") {
        return false;
    }
    opens_sentence(next)
}

/// Whether `word`, with its capital, is one that opens sentences and no names.
fn opens_sentence(word: &str) -> bool {
    const OPENERS: &[&str] = &[
        "A",
        "About",
        "According",
        "After",
        "All",
        "Also",
        "Although",
        "Among",
        "An",
        "And",
        "Another",
        "As",
        "At",
        "Because",
        "Before",
        "Between",
        "Both",
        "But",
        "By",
        "Despite",
        "During",
        "Each",
        "Earlier",
        "Following",
        "For",
        "From",
        "He",
        "Her",
        "Here",
        "His",
        "How",
        "However",
        "I",
        "If",
        "In",
        "Instead",
        "It",
        "Its",
        "Last",
        "Later",
        "Many",
        "Meanwhile",
        "More",
        "Moreover",
        "Most",
        "Neither",
        "No",
        "Not",
        "Nor",
        "Now",
        "On",
        "Once",
        "One",
        "Only",
        "Other",
        "Our",
        "Over",
        "Several",
        "She",
        "Since",
        "So",
        "Some",
        "Such",
        "That",
        "The",
        "Their",
        "Then",
        "There",
        "These",
        "They",
        "This",
        "Those",
        "Though",
        "Through",
        "Thus",
        "To",
        "Today",
        "Two",
        "Under",
        "Unlike",
        "Until",
        "We",
        "What",
        "When",
        "Where",
        "Whether",
        "Which",
        "While",
        "Who",
        "Why",
        "With",
        "Within",
        "Without",
        "Yet",
        "You",
    ];
    OPENERS.binary_search(&word).is_ok()
}

/// Adds a sentence, cut where it is longer than [`LONGEST`]: after the last semicolon, comma or dash, if any.
fn push_capped(text: &str, tokens: &[Range<usize>], mut range: Range<usize>, found: &mut Vec<Range<usize>>) {
    while range.len() > LONGEST {
        let limit = range.start + LONGEST;
        let breaks = |marks: &[&str]| {
            (limit - LONGEST / 2..limit).rev().find(|&at| marks.contains(&&text[tokens[at].clone()]))
        };
        let cut =
            breaks(&[";", ":", "•", "|"]).or_else(|| breaks(&[",", "–", "—"])).map_or(limit, |at| at + 1);
        found.push(range.start..cut);
        range.start = cut;
    }
    if !range.is_empty() {
        found.push(range);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tokenize::tokenize;
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        let tokens = tokenize(text, 0..text.len());
        let spans = sentences(text, &tokens);
        spans.into_iter().map(|span| &text[tokens[span.start].start..tokens[span.end - 1].end]).collect()
    }

    fn check(sentences: &[&str]) {
        assert_eq!(cut(&sentences.join(" ")), sentences);
    }

    #[test]
    fn stops_end_sentences() {
        check(&["Finland applied.", "Sweden followed!", "Did Norway?", "2023 came."]);
    }

    #[test]
    fn titles_initials_and_numbers_do_not() {
        check(&["Gen. J. Smith met Adm. K. Lee Jr. on Sept. 11.", "Resolution No. 5 passed."]);
        check(&["Mr. Kishida flew to the U.S. Congress, e.g. to speak.", "George H. W. Bush came."]);
    }

    #[test]
    fn an_abbreviation_may_close_a_sentence() {
        check(&["Kishida flew to the U.S.", "The visit was short."]);
        check(&["They founded Bell Inc.", "In 1950 it grew."]);
    }

    #[test]
    fn quotes_brackets_and_notes_stay_with_their_sentence() {
        check(&["“We stand ready.”", "He left."]);
        check(&["\"We stand ready.\"", "\"So do we,\" she said."]);
        check(&["It ended (in vain.)", "It resumed.¹", "Then it ended.[2]", "All left."]);
        check(&["\"Why?\" he asked."]);
    }

    #[test]
    fn semicolons_and_decimals_are_no_ends() {
        check(&["Spending rose 3.5 percent; exports fell."]);
    }

    #[test]
    fn the_number_of_an_item_is_no_sentence() {
        check(&["1. Finland joined.", "Sweden followed."]);
    }

    #[test]
    fn very_long_sentences_are_cut_at_a_comma() {
        let text = "one two three four five six, ".repeat(100);
        let parts = cut(&text);
        assert!(parts.len() == 2 && parts[0].ends_with(','), "{parts:?}");
    }

    #[test]
    fn openers_are_sorted() {
        assert!(
            opens_sentence("The") && opens_sentence("A") && opens_sentence("You") && opens_sentence("Later")
        );
    }
}
