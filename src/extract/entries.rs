//! Entries of a list that name a body and go on without it: "Nordic Data Centre (NDC). Founded in Oslo in 1999." It is
//! read as one sentence, the full stop as a comma.

use crate::language::{Sentence, lowered};
use crate::source::{BlockKind, Document};
use crate::vocabulary::words::{List, WordLists};
use std::borrow::Cow;

/// The longest name that an entry opens with, in tokens.
const LONGEST: usize = 20;

/// The document with such entries joined, in a text of the same length.
pub(crate) fn joined<'d>(document: &'d Document, sentences: &[(BlockKind, Sentence)]) -> Cow<'d, Document> {
    let stops = stops(document, sentences);
    if stops.is_empty() {
        return Cow::Borrowed(document);
    }
    let mut text = document.text.clone();
    for (stop, capital) in stops {
        text.replace_range(stop..=stop, ",");
        let letter = text[capital..=capital].to_ascii_lowercase();
        text.replace_range(capital..=capital, &letter);
    }
    Cow::Owned(Document { text, ..document.clone() })
}

/// The full stops behind such names and behind what is said of them, with the capital after each.
fn stops(document: &Document, sentences: &[(BlockKind, Sentence)]) -> Vec<(usize, usize)> {
    let reader = Reader { text: &document.text };
    let mut stops = Vec::new();
    let mut open = false;
    for pair in sentences.windows(2) {
        let [(_, first), (_, second)] = pair else { continue };
        let block = |s: &Sentence| document.blocks.partition_point(|b| b.range.end <= s.range.start);
        let before = stops.last().is_some_and(|&(_, capital)| capital == first.range.start);
        let opens = document.blocks.get(block(first)).is_some_and(|b| b.range.start == first.range.start);
        open = opens && reader.names_a_body(first) || open && before;
        let stop = first.tokens.last().map(|t| t.range.clone());
        let stop = stop.filter(|s| &document.text[s.clone()] == "." && block(first) == block(second));
        if let Some(stop) = stop.filter(|_| open && reader.goes_on(second)) {
            stops.push((stop.start, second.range.start));
        }
    }
    stops
}

struct Reader<'t> {
    text: &'t str,
}

impl Reader<'_> {
    fn word(&self, sentence: &Sentence, token: usize) -> &str {
        sentence.tokens.get(token).map_or("", |t| &self.text[t.range.clone()])
    }

    /// A name and nothing else, with an acronym in brackets or a word that bodies are called by.
    fn names_a_body(&self, sentence: &Sentence) -> bool {
        let words = || (0..sentence.tokens.len()).map(|t| self.word(sentence, t));
        let named = |word: &str| {
            word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || !c.is_alphanumeric())
                || matches!(
                    word,
                    "of" | "the" | "for" | "and" | "on" | "in" | "to" | "de" | "du" | "la" | "des"
                )
        };
        let called = |word: &str| word == "(" || WordLists::embedded().has(List::SeatedNouns, &lowered(word));
        sentence.tokens.len() <= LONGEST && words().all(named) && words().any(called)
    }

    /// "Founded in ...", "A branch of ...": no sentence of its own.
    fn goes_on(&self, sentence: &Sentence) -> bool {
        let tag = |t: usize| sentence.tokens.get(t).map_or("", |t| t.tag.name());
        let first = lowered(self.word(sentence, 0));
        let ascii = self.word(sentence, 0).starts_with(|c: char| c.is_ascii_uppercase());
        let irregular = matches!(first.as_ref(), "set" | "run" | "led" | "built" | "known" | "held");
        let participle =
            (irregular || first.ends_with("ed")) && matches!(tag(1), "IN" | "TO" | "RB" | "RP" | "CC");
        let finite = |t: &usize| matches!(tag(*t), "VBZ" | "VBD" | "VBP" | "MD");
        let clause = (1..sentence.tokens.len()).take_while(|&t| !matches!(self.word(sentence, t), "," | ";"));
        let noun = matches!(first.as_ref(), "a" | "an") && clause.into_iter().all(|t| !finite(&t));
        ascii && (participle || noun)
    }
}
