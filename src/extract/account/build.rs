//! The account of a document, made of its candidates.

use super::chain::Tracer;
use super::{Account, Candidates, Explained, Reading, Refused, Sentences, Sign};
use crate::extract::collect::Heard;
use crate::extract::confidence::Weights;
use crate::extract::ground::{Ground, Reason, Rejected, Words};
use crate::extract::statements::Candidate;
use crate::graph::{Confidence, GraphDocument};
use crate::vocabulary::frame::Frame;
use std::collections::{BTreeMap, BTreeSet};

/// Makes the account of the statements of `graph`, each id with what was heard for it, and of what was not kept.
pub(crate) fn account(
    tracer: &Tracer<'_>,
    frames: &[Frame],
    graph: &GraphDocument,
    heard: &BTreeMap<String, Vec<Heard>>,
    rejected: &[Rejected],
) -> Account {
    let builder = Builder { tracer, frames };
    let statements: Vec<Explained> = graph
        .statements
        .iter()
        .map(|s| Explained {
            id: s.id.clone(),
            confidence: s.confidence.map_or(0.0, Confidence::value),
            readings: heard.get(&s.id).into_iter().flatten().map(|h| builder.reading(h)).collect(),
        })
        .collect();
    let (again, rejected): (Vec<_>, Vec<_>) =
        distinct(rejected, heard).into_iter().partition(|r| r.reason == Reason::Repeated);
    let rejected: Vec<Refused> = rejected.into_iter().map(|r| builder.refused(r)).collect();
    Account {
        document: graph.documents.first().map(|d| d.id.clone()).unwrap_or_default(),
        source: tracer.document.source.clone(),
        sentences: sentences(tracer, heard),
        candidates: counts(&statements, again.len(), &rejected),
        relations: relations(graph),
        statements,
        rejected,
    }
}

/// What was rejected, in reading order, each thing once: several clauses of the vocabulary may fail in the same words
/// for the same reason. That a word does not mean one thing where it means another is no rejection, nor that one clause
/// wants for an end where another has both.
fn distinct<'a>(rejected: &'a [Rejected], heard: &BTreeMap<String, Vec<Heard>>) -> Vec<&'a Rejected> {
    let place = |ground: &Ground| ground.trigger.map(|t| t.tokens().start);
    let kept = || heard.values().flatten().map(|h| &h.candidate);
    let meant: BTreeSet<_> =
        kept().map(|c| (c.sentence, place(&c.ground), Some(c.subject), Some(c.object))).collect();
    let told: BTreeSet<_> = kept().map(|c| (c.sentence, place(&c.ground))).collect();
    let mut seen = BTreeSet::new();
    let mut distinct: Vec<&Rejected> = rejected
        .iter()
        .filter(|r| {
            let ends = (r.sentence, place(&r.ground), r.subject, r.object);
            let other_sense = match r.reason {
                Reason::Kinds | Reason::ClauseKinds => meant.contains(&ends),
                Reason::Unfilled | Reason::Unsaid => told.contains(&(r.sentence, place(&r.ground))),
                _ => false,
            };
            !other_sense && seen.insert((r.reason, &r.relation, ends))
        })
        .collect();
    distinct.sort_by_key(|r| r.sentence);
    distinct
}

fn sentences(tracer: &Tracer<'_>, heard: &BTreeMap<String, Vec<Heard>>) -> Sentences {
    let telling: BTreeSet<usize> = heard.values().flatten().map(|h| h.candidate.sentence).collect();
    Sentences { read: tracer.bench.sentences.len(), telling: telling.len() }
}

fn counts(statements: &[Explained], again: usize, refused: &[Refused]) -> Candidates {
    let readings: usize = statements.iter().map(|s| s.readings.len()).sum();
    let kept = statements.iter().filter(|s| !s.readings.is_empty()).count();
    let mut rejected: BTreeMap<&'static str, usize> = BTreeMap::new();
    for one in refused {
        *rejected.entry(one.reason).or_default() += 1;
    }
    let merged = readings - kept + again;
    Candidates { found: kept + merged + refused.len(), kept, merged, rejected }
}

fn relations(graph: &GraphDocument) -> BTreeMap<String, usize> {
    let mut relations: BTreeMap<String, usize> = BTreeMap::new();
    for statement in &graph.statements {
        *relations.entry(statement.relation.clone()).or_default() += 1;
    }
    relations
}

struct Builder<'a> {
    tracer: &'a Tracer<'a>,
    frames: &'a [Frame],
}

/// The signs a candidate shows, each with what it weighs.
fn weighed(heard: &Heard) -> Vec<Sign> {
    let weights = Weights::embedded();
    let relation = &heard.candidate.relation;
    let of_relation = Sign { sign: format!("relation {relation}"), weight: weights.relation(relation) };
    let signs = heard.signs.iter().map(|&s| Sign { sign: s.to_owned(), weight: weights.sign(s) });
    signs.chain([of_relation]).collect()
}

impl Builder<'_> {
    fn reading(&self, heard: &Heard) -> Reading {
        let Heard { candidate, signs } = heard;
        let ground = &candidate.ground;
        let weights = Weights::embedded();
        let words =
            |words: Option<Words>| words.and_then(|w| self.tracer.excerpt(candidate.sentence, w.tokens()));
        Reading {
            sentence: self.tracer.sentence(candidate.sentence),
            mechanism: ground.mechanism.name(),
            frame: self.clause(ground),
            trigger: words(ground.trigger),
            subject: self.tracer.filled(candidate, candidate.subject, ground.subject),
            object: self.tracer.filled(candidate, candidate.object, ground.object),
            date: self.tracer.anchor(candidate),
            cue: words(ground.cue),
            speaker: words(ground.speaker),
            confidence: hundredths(weights.probability(&candidate.relation, signs)),
            signs: weighed(heard),
        }
    }

    fn refused(&self, rejected: &Rejected) -> Refused {
        let ground = &rejected.ground;
        // As a candidate of what was found of it: who is missing is not looked for.
        let known = rejected.subject.or(rejected.object).unwrap_or_default();
        let ends = (rejected.subject.unwrap_or(known), rejected.object.unwrap_or(known));
        let candidate = Candidate {
            ground: *ground,
            ..Candidate::asserted(&rejected.relation, ends.0, ends.1, rejected.sentence)
        };
        let filled = |entity, filler| self.tracer.filled(&candidate, entity, filler);
        Refused {
            reason: rejected.reason.name(),
            relation: rejected.relation.clone(),
            sentence: self.tracer.sentence(rejected.sentence),
            frame: self.clause(ground),
            trigger: ground.trigger.and_then(|w| self.tracer.excerpt(rejected.sentence, w.tokens())),
            subject: rejected.subject.map(|e| filled(e, ground.subject)),
            object: rejected.object.map(|e| filled(e, ground.object)),
        }
    }

    fn clause(&self, ground: &Ground) -> Option<String> {
        let frame = self.frames.get(usize::try_from(ground.frame?).ok()?)?;
        Some(frame.clause.clone())
    }
}

fn hundredths(probability: f64) -> f64 {
    (probability * 100.0).round() / 100.0
}

impl Reason {
    /// Its name in accounts.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Kinds => "kinds",
            Self::ClauseKinds => "clause-kinds",
            Self::Unfilled => "unfilled",
            Self::Unsaid => "unsaid",
            Self::Itself => "itself",
            Self::National => "national",
            Self::Contradicted => "contradicted",
            Self::Excluded => "excluded",
            Self::Doubtful => "doubtful",
            Self::Repeated => "repeated",
        }
    }
}
