//! Who "we" are: the body whose page, letter or release a document is; and who "the Leaders" are in what a meeting of a body
//! declares.

use super::names::{NameMention, Names};
use crate::graph::Kind;
use crate::language::Sentence;
use crate::source::{BlockKind, Document};
use std::ops::Range;

/// The body that speaks in a document as "we", and where others speak.
#[derive(Clone, Debug, Default)]
pub(crate) struct Voice {
    body: Option<usize>,
    /// The body whose leaders or ministers declare what the document says.
    council: Option<usize>,
    /// Bytes of the text that stand in quotation marks, in order.
    quoted: Vec<Range<usize>>,
}

impl Voice {
    /// The voice of a document that says "we" or "our" of itself. Where "we" are said to be people ("We, the ministers
    /// of ...") it is no body's.
    pub(crate) fn of(document: &Document, sentences: &[(BlockKind, Sentence)], names: &Names) -> Self {
        let text = document.text.as_str();
        let quoted: Vec<_> = document.blocks.iter().flat_map(|b| quotations(text, b.range.clone())).collect();
        let mut voice = Self { body: None, council: council(text, sentences, names), quoted };
        let words: Vec<&str> = sentences
            .iter()
            .flat_map(|(_, sentence)| &sentence.tokens)
            .filter(|token| !voice.is_quoted(token.range.start))
            .map(|token| &text[token.range.clone()])
            .collect();
        let first_person = |word: &str| word.eq_ignore_ascii_case("we") || word.eq_ignore_ascii_case("our");
        let people = words.windows(3).any(|w| first_person(w[0]) && w[1] == "," && w[2] == "the");
        if !people && words.iter().any(|word| first_person(word)) {
            voice.body = speaker(sentences, names);
        }
        voice
    }

    /// Who "we", "our" or "us" at byte `at` of the text stands for.
    pub(crate) fn at(&self, at: usize) -> Option<usize> {
        self.body.filter(|_| !self.is_quoted(at))
    }

    /// The body for which "the Leaders" or "the Ministers" at byte `at` of the text act.
    pub(crate) fn council_at(&self, at: usize) -> Option<usize> {
        self.council.filter(|_| !self.is_quoted(at))
    }

    fn is_quoted(&self, at: usize) -> bool {
        let next = self.quoted.partition_point(|range| range.end <= at);
        self.quoted.get(next).is_some_and(|range| range.start <= at)
    }
}

/// The organization the headings before the first paragraph name, else the paragraph's first sentence: of several the one
/// the document names most often, of equals the first.
fn speaker(sentences: &[(BlockKind, Sentence)], names: &Names) -> Option<usize> {
    let times = names.times_named();
    let opening = sentences.iter().position(|(kind, _)| *kind != BlockKind::Heading)?;
    let body = |sentences: &[Vec<NameMention>]| {
        let named = sentences.iter().flatten().map(|m| m.entity);
        let bodies = named.filter(|&e| names.entities[e].kind == Kind::Organization);
        bodies.reduce(|best, next| if times[next] > times[best] { next } else { best })
    };
    let (headings, text) = names.mentions.split_at_checked(opening)?;
    body(headings).or_else(|| body(text.get(..1)?))
}

/// The one body that is named before the first clause of a communiqué or declaration of leaders or ministers, itself or as the
/// name of a meeting begins.
fn council(text: &str, sentences: &[(BlockKind, Sentence)], names: &Names) -> Option<usize> {
    let finite = |sentence: &Sentence| {
        sentence.tokens.iter().any(|t| matches!(t.tag.name(), "VBD" | "VBZ" | "VBP" | "MD"))
    };
    let clause = |(kind, sentence): &(BlockKind, Sentence)| *kind != BlockKind::Heading && finite(sentence);
    let headings = sentences.iter().position(clause)?;
    let words: Vec<String> = sentences[..headings]
        .iter()
        .flat_map(|(_, sentence)| &sentence.tokens)
        .map(|token| text[token.range.clone()].to_lowercase())
        .collect();
    let says = |listed: &[&str]| words.iter().any(|word| listed.contains(&word.as_str()));
    let declared = says(&["communiqué", "communique", "declaration", "statement"]);
    if !declared || !says(&["leaders", "ministers", "heads"]) {
        return None;
    }
    let inner = names.inner.get(..headings)?.iter().flatten();
    let named = names.mentions.get(..headings)?.iter().flatten().chain(inner).map(|m| m.entity);
    let mut bodies: Vec<usize> = named.filter(|&e| names.entities[e].kind == Kind::Organization).collect();
    bodies.sort_unstable();
    bodies.dedup();
    <[usize; 1]>::try_from(bodies).ok().map(|[body]| body)
}

/// What stands in quotation marks in a block; a mark that is not closed holds to the block's end.
fn quotations(text: &str, block: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (at, mark) in text[block.clone()].char_indices().map(|(at, c)| (block.start + at, c)) {
        match (mark, open) {
            ('“' | '"', None) => open = Some(at),
            ('”' | '"', Some(start)) => {
                found.push(start..at);
                open = None;
            }
            _ => {}
        }
    }
    found.extend(open.map(|start| start..block.end));
    found
}
