//! When: English time expressions, and the EDTF date each one stands for where it stands.
//!
//! [`resolve`] reads a document's sentences in order. What an expression leaves open - the year of "in May", the day
//! "two days later" counts from - is taken from the dates the text gave before, or from the document's own date, as a
//! careful reader would. Where the text gives no ground there is no value; the clock is never asked.
//!
//! Seasons resolve to their year, since their months depend on the hemisphere; decades and "weeks later" are
//! recognized but have no value. Durations ("for 22 years", "an eight-day tour") are not dates and are not reported.

mod discourse;
mod read;
mod reckon;
mod tense;
#[cfg(test)]
mod tests;
mod words;

use crate::edtf::{Date, Edtf};
use crate::language::Sentence;
use crate::source::BlockKind;
use std::ops::Range;

/// How a date bounds what it dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// It happened then.
    At,
    /// From then on; the value is `2012/..`.
    Since,
    /// Up to then; the value is `../2019`.
    Until,
    /// From one date to another; the value is both.
    Span,
    /// Within it, or all through it.
    During,
    /// At some time before; the value is the bound itself.
    Before,
    /// At some time after; the value is the bound itself.
    After,
    /// "the first since 2000": the value is the time before, not that of the clause.
    LastTime,
}

/// What sort of expression it is, and so what it may date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A calendar date in its own words, if perhaps without its year.
    Explicit,
    /// One counted from another date or from the day of writing.
    Relative,
    /// One that qualifies a noun: "the 2019 agreement", "Thursday's summit". It dates that noun, perhaps the clause.
    Modifier,
    /// A year that is likely part of a name: "RIMPAC 2024".
    Name,
    /// The date of a dateline: that of the report, not of what it reports.
    Dateline,
}

/// What of the sentence a value dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dates {
    /// The clause the expression stands in.
    Clause,
    /// What follows the "after" or "before" of the expression: in "on 12 March, eight days after he was found", the
    /// finding. The index is the first token of it.
    Complement(usize),
}

/// A time expression and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeExpression {
    /// Its tokens, without the preposition that governs it.
    pub tokens: Range<usize>,
    /// The token of that preposition.
    pub preposition: Option<usize>,
    /// What it stands for, if the text gives ground.
    pub value: Option<Edtf>,
    /// How it bounds what it dates.
    pub relation: Relation,
    /// What sort of expression it is.
    pub kind: Kind,
    /// What of the sentence it dates.
    pub dates: Dates,
}

/// The time expressions of each sentence, in order of position. `document_date` is the date the document declares.
/// Blocks begin on a new line; sentences of notes are passed over.
#[must_use]
pub fn resolve(
    text: &str,
    sentences: &[(BlockKind, Sentence)],
    document_date: Option<Date>,
) -> Vec<Vec<TimeExpression>> {
    let mut discourse = discourse::Discourse::new(document_date);
    let mut end = 0;
    let mut out = Vec::with_capacity(sentences.len());
    for (kind, sentence) in sentences {
        let gap = text.get(end..sentence.range.start).unwrap_or("");
        end = sentence.range.end;
        out.push(match kind {
            BlockKind::Note => Vec::new(),
            _ => discourse.sentence(text, *kind, gap, sentence),
        });
    }
    out
}
