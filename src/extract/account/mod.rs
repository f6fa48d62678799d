//! The account of a document: what every statement rests on, and what became of the candidates that are none.
//!
//! [`super::explain`] gives it; `legation explain` prints it, and `legation export --explain` writes it as JSON. Fields
//! are named as they stand in the JSON; absent means absent.

mod build;
mod chain;

pub(crate) use build::account;
pub(crate) use chain::Tracer;

use crate::Error;
use serde::Serialize;
use std::collections::BTreeMap;

/// What one document came to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Account {
    /// IRI of the document.
    pub document: String,
    /// Where it was read from, as the user named it.
    pub source: String,
    /// Its sentences.
    pub sentences: Sentences,
    /// Its candidates, counted.
    pub candidates: Candidates,
    /// How many statements there are of each relation.
    pub relations: BTreeMap<String, usize>,
    /// Every statement with its readings, in the order of the graph document.
    pub statements: Vec<Explained>,
    /// Every candidate that was not kept, in reading order.
    pub rejected: Vec<Refused>,
}

/// The accounts of documents as indented JSON with a line end, described by `schema/account.schema.json`.
///
/// # Errors
/// None for any value: every key is a string.
pub fn to_json(accounts: &[Account]) -> Result<Vec<u8>, Error> {
    #[derive(Serialize)]
    struct Whole<'a> {
        documents: &'a [Account],
    }
    let mut json = serde_json::to_vec_pretty(&Whole { documents: accounts })
        .map_err(|e| Error::invalid("account", e.to_string()))?;
    json.push(b'\n');
    Ok(json)
}

/// How many sentences were read, and how many of them carry a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Sentences {
    /// All but those of notes and running heads.
    pub read: usize,
    /// Those that a statement rests on.
    pub telling: usize,
}

/// What became of the candidates: `found` is the sum of the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Candidates {
    /// All of them.
    pub found: usize,
    /// Those that made a statement.
    pub kept: usize,
    /// Those that say what a kept one says: another reading of the sentence, or another sentence.
    pub merged: usize,
    /// Those that were not kept, by reason.
    pub rejected: BTreeMap<&'static str, usize>,
}

/// A statement and what it rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Explained {
    /// IRI of the statement.
    pub id: String,
    /// How many of a hundred such statements are right, in hundredths.
    pub confidence: f64,
    /// The readings that say it, in reading order.
    pub readings: Vec<Reading>,
}

/// One place where the text was read as saying something.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reading {
    /// The sentence.
    pub sentence: Excerpt,
    /// What read it: `frame`, `office`, `apposition` and so on.
    pub mechanism: &'static str,
    /// The clause of the vocabulary that matched.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frame: Option<String>,
    /// The words that carry the relation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trigger: Option<Excerpt>,
    /// Who is the subject, and why.
    pub subject: Filled,
    /// Who or what is the object, and why.
    pub object: Filled,
    /// Where the date comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Anchor>,
    /// The word that makes it less, or other, than a fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cue: Option<Excerpt>,
    /// The words for who says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Excerpt>,
    /// How sure this reading is by itself.
    pub confidence: f64,
    /// What makes it so sure or unsure: each sign met and its weight.
    pub signs: Vec<Sign>,
}

/// A candidate that was not kept, as far as it had come.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Refused {
    /// Why, in a word: a key of [`Candidates::rejected`].
    pub reason: &'static str,
    /// The relation it was a candidate for.
    pub relation: String,
    /// The sentence.
    pub sentence: Excerpt,
    /// The clause of the vocabulary that matched.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frame: Option<String>,
    /// The words that carry the relation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trigger: Option<Excerpt>,
    /// The subject, if one was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<Filled>,
    /// The object, if one was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<Filled>,
}

/// Words of the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Excerpt {
    /// First code point of the text as read.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The text between the two.
    pub quote: String,
}

/// Who fills a slot of a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Filled {
    /// IRI of the entity.
    pub entity: String,
    /// Its label.
    pub label: String,
    /// How the words in the slot lead to it, step by step; the last step names it.
    pub chain: Vec<Step>,
}

/// One step from words to an entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// What the words are: `name`, `acronym`, `surname`, `adjective`, `demonym`, `metonym`, `pronoun`, `description`,
    /// `apposition`, `agent` (those who act for it), `unsaid` (taken from the passage).
    pub via: &'static str,
    /// The words; none where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<Excerpt>,
}

/// Where the date of a statement comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Anchor {
    /// The date, in EDTF.
    pub when: String,
    /// How the words give it: `said` (a date in its own words), `reckoned` (counted from another date or from that of
    /// the document), `modifier` (it dates a noun), `name` (part of a name), `carried` (said in another sentence).
    pub how: &'static str,
    /// The words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<Excerpt>,
}

/// Something that makes a reading more or less sure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sign {
    /// Its name in `schema/confidence.json`.
    pub sign: String,
    /// What it adds to the log odds.
    pub weight: f64,
}
