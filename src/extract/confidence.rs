//! How sure a statement is: the signs under which a candidate was read, weighed by what they meant in annotated
//! documents.
//!
//! The log odds of a reading are the sum of the weights in `schema/confidence.json` of the signs it shows. Readings of
//! one sentence are one witness, the surest of them; sentences are independent ones, so that a statement fails only if
//! all of its sentences fail. `calibrate` fits the weights and shows how well they hold.

use super::ground::{Filler, Mechanism};
use super::names::{Form, NameMention, Names};
use super::reference::Via;
use super::statements::Candidate;
use crate::Error;
use crate::graph::{Confidence, Kind, Status};
use crate::language::{Sentence, lowered};
use crate::source::BlockKind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

const EMBEDDED: &str = include_str!("../../schema/confidence.json");

/// Whether a word parts one clause from the next.
fn is_clause_mark(word: &str) -> bool {
    // Most words are longer than any of these, or as short as none.
    matches!(word.len(), 1 | 3..=8)
        && matches!(
            lowered(word).as_ref(),
            ";" | ":" | "but" | "while" | "whereas" | "which" | "who" | "that" | "although"
        )
}

/// What each sign adds to the log odds of a reading.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// What the numbers are, for who opens the file.
    pub about: String,
    /// The log odds of a reading without signs.
    pub base: f64,
    /// By sign.
    pub signs: BTreeMap<String, f64>,
    /// By relation.
    pub relations: BTreeMap<String, f64>,
}

impl Weights {
    /// Those that ship with the tool.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static WEIGHTS: LazyLock<Weights> =
            LazyLock::new(|| Weights::from_json(EMBEDDED).unwrap_or_default());
        &WEIGHTS
    }

    /// Reads weights from JSON.
    ///
    /// # Errors
    /// Text that is not such JSON.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        serde_json::from_str(json).map_err(|e| Error::invalid("schema/confidence.json", e.to_string()))
    }

    /// The weight of a sign; nothing if it was never met.
    #[must_use]
    pub fn sign(&self, sign: &str) -> f64 {
        self.signs.get(sign).copied().unwrap_or_default()
    }

    /// The weight of a relation; nothing if it was never met.
    #[must_use]
    pub fn relation(&self, relation: &str) -> f64 {
        self.relations.get(relation).copied().unwrap_or_default()
    }

    /// How likely a reading of a relation under these signs is right.
    #[must_use]
    pub fn probability(&self, relation: &str, signs: &[&str]) -> f64 {
        let signs: f64 = signs.iter().map(|s| self.sign(s)).sum();
        let odds = self.base + self.relation(relation) + signs;
        1.0 / (1.0 + (-odds).exp())
    }
}

/// How sure a statement is whose readings are so sure, each given with its sentence: it fails if all sentences fail.
#[must_use]
pub fn combined(readings: &[(usize, f64)]) -> Confidence {
    let mut sentences: BTreeMap<usize, f64> = BTreeMap::new();
    for &(sentence, probability) in readings {
        let best = sentences.entry(sentence).or_default();
        *best = best.max(probability);
    }
    Confidence::new(1.0 - sentences.values().map(|p| 1.0 - p).product::<f64>())
}

/// The words in a slot and what they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// None where nothing is said.
    pub(crate) tokens: Option<Range<usize>>,
    pub(crate) via: Via,
    /// How the words name the entity, where they do.
    pub(crate) form: Option<Form>,
}

/// The document under a candidate, as far as signs go.
#[derive(Clone, Copy)]
pub(crate) struct Bench<'a> {
    pub(crate) text: &'a str,
    pub(crate) sentences: &'a [(BlockKind, Sentence)],
    pub(crate) names: &'a Names,
}

impl Bench<'_> {
    /// Where the subject or object of a candidate is said: in the words its ground gives, else where the sentence
    /// names it.
    pub(crate) fn place(&self, candidate: &Candidate, entity: usize, filler: Option<Filler>) -> Place {
        let mentions = || self.names.mentions[candidate.sentence].iter().filter(|m| m.entity == entity);
        let near = candidate.ground.trigger.map_or(0, |t| t.tokens().start);
        let nearest = || mentions().min_by_key(|m| m.tokens.start.abs_diff(near));
        let Some(Filler { words, via }) = filler else {
            return nearest().map_or_else(Place::unsaid, Place::named);
        };
        let tokens = words.tokens();
        let inside = |m: &&NameMention| tokens.start <= m.tokens.start && m.tokens.end <= tokens.end;
        let named = match via {
            Via::Topic => return Place::unsaid(),
            // What a later clause leaves out is named in the one before it.
            Via::Name => mentions().find(inside).or_else(nearest),
            _ => mentions().find(inside),
        };
        let unnamed = Place { tokens: Some(tokens), via, form: None };
        named.map_or(unnamed, |mention| Place { via, ..Place::named(mention) })
    }

    /// Whether the gazetteer knows the entity; if not, its kind was guessed.
    fn guessed(&self, entity: usize) -> Option<&'static str> {
        let named = &self.names.entities[entity];
        let guess = match named.kind {
            Kind::Country => "guessed country",
            Kind::Organization => "guessed organization",
            Kind::Person => "guessed person",
            Kind::Event => "guessed event",
            Kind::Agreement => "guessed agreement",
            Kind::Document => "guessed document",
            Kind::Place => "guessed place",
        };
        named.gazetteer.is_none().then_some(guess)
    }

    /// The signs a candidate shows, one of `siblings` that the same words give.
    pub(crate) fn signs(&self, candidate: &Candidate, siblings: usize) -> Vec<&'static str> {
        let mut signs = vec![candidate.ground.mechanism.name(), status(candidate.status)];
        let ground = &candidate.ground;
        let subject = self.place(candidate, candidate.subject, ground.subject);
        let object = self.place(candidate, candidate.object, ground.object);
        for place in [&subject, &object] {
            signs.push(via(place.via));
            signs.extend(place.form.and_then(form));
        }
        signs.extend([candidate.subject, candidate.object].into_iter().filter_map(|e| self.guessed(e)));
        signs.extend(candidate.by.map(|_| "reported"));
        signs.extend((siblings > 1).then_some("one of several"));
        signs.extend((siblings > 4).then_some("one of many"));
        self.distance(candidate, &subject, &object, &mut signs);
        signs.sort_unstable();
        signs.dedup();
        signs.retain(|s| !s.is_empty());
        signs
    }

    /// How far the words stand apart, in which order, and what is between.
    fn distance(
        &self,
        candidate: &Candidate,
        subject: &Place,
        object: &Place,
        signs: &mut Vec<&'static str>,
    ) {
        let (block, sentence) = &self.sentences[candidate.sentence];
        signs.push(match block {
            BlockKind::Heading => "heading",
            BlockKind::ListItem => "list item",
            BlockKind::Paragraph | BlockKind::Note => "",
        });
        signs.extend((sentence.tokens.len() > 40).then_some("long sentence"));
        let (Some(s), Some(o)) = (&subject.tokens, &object.tokens) else { return };
        let between = s.end.min(o.end)..s.start.max(o.start);
        signs.extend((between.len() > 12).then_some("far apart"));
        signs.extend((between.len() > 24).then_some("very far apart"));
        let mark = |t: usize| is_clause_mark(&self.text[sentence.tokens[t].range.clone()]);
        signs.extend(between.clone().any(mark).then_some("clauses between"));
        let inside = |m: &&NameMention| between.start <= m.tokens.start && m.tokens.end <= between.end;
        let names = self.names.mentions[candidate.sentence].iter().filter(inside).count();
        signs.extend((names > 0).then_some("name between"));
        signs.extend((names > 2).then_some("names between"));
        if let Some(trigger) = candidate.ground.trigger.map(|t| t.tokens().start) {
            let ordered = s.start <= trigger && trigger <= o.start;
            signs.push(if ordered { "in order" } else { "out of order" });
        }
    }
}

impl Place {
    fn unsaid() -> Self {
        Self { tokens: None, via: Via::Topic, form: None }
    }

    fn named(mention: &NameMention) -> Self {
        Self { tokens: Some(mention.tokens.clone()), via: Via::Name, form: Some(mention.form) }
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Asserted => "",
        other => other.name(),
    }
}

/// The sign of words that are no name.
pub(crate) fn via(via: Via) -> &'static str {
    match via {
        Via::Name => "",
        Via::Apposition => "by apposition",
        Via::Carrier => "by agent",
        Via::Description => "by description",
        Via::Pronoun => "by pronoun",
        Via::Topic => "unsaid",
    }
}

fn form(form: Form) -> Option<&'static str> {
    match form {
        Form::Name => None,
        Form::Acronym => Some("acronym"),
        Form::Adjective => Some("adjective"),
        Form::Demonym => Some("demonym"),
        Form::Metonym => Some("metonym"),
        Form::Surname => Some("surname"),
    }
}

impl Mechanism {
    /// Its name in accounts and among the signs.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Frame => "frame",
            Self::Contrast => "contrast",
            Self::Echo => "echo",
            Self::Accusation => "accusation",
            Self::Office => "office",
            Self::Succession => "succession",
            Self::Members => "members",
            Self::Apposition => "apposition",
            Self::Owner => "owner",
            Self::Place => "place",
            Self::Attendance => "attendance",
            Self::Listing => "listing",
            Self::Programme => "programme",
        }
    }
}
