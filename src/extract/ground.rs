//! What a candidate rests on, and what became of those that were not kept.
//!
//! Grounds are a few small numbers that travel with every candidate; words and labels are looked up only for whoever
//! asks. A mechanism that says no more than its name still gives a ground: who is named in the sentence is seen later.

use super::reference::{Referent, Scene, Via};
use super::statements::Candidate;
use std::cell::RefCell;
use std::cmp::Ordering;
use std::ops::Range;

/// What read a candidate out of its sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Mechanism {
    /// Words of the sentence, no more is known.
    #[default]
    Words,
    /// A frame of the vocabulary.
    Frame,
    /// A frame that a contrast turns round ("but not X").
    Contrast,
    /// A clause that only repeats one before ("X did not").
    Echo,
    /// Words of blame.
    Accusation,
    /// The words of an office beside a name or said of it.
    Office,
    /// One who follows another in an office.
    Succession,
    /// A list of members.
    Members,
    /// What stands beside a name and says whose it is.
    Apposition,
    /// A possessive or an "of" that makes one body another's.
    Owner,
    /// A place beside what lies in it.
    Place,
    /// Something done at an event.
    Attendance,
    /// A list of the sanctioned that goes on.
    Listing,
    /// An entry of a calendar, or a heading that announces an event.
    Programme,
}

/// Tokens of the candidate's sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Words {
    start: u32,
    end: u32,
}

impl Words {
    pub(crate) fn of_unit(scene: &Scene<'_>, unit: usize) -> Self {
        Self::new(&scene.syntax.units[unit].tokens)
    }

    pub(crate) fn new(tokens: &Range<usize>) -> Self {
        let small = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { start: small(tokens.start), end: small(tokens.end) }
    }

    pub(crate) fn tokens(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// The words that fill a slot, and how they came to stand for who fills it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Filler {
    pub(crate) words: Words,
    pub(crate) via: Via,
}

impl Filler {
    pub(crate) fn of(scene: &Scene<'_>, referent: Referent) -> Self {
        Self { words: Words::of_unit(scene, referent.unit), via: referent.via }
    }
}

/// What a candidate rests on. No part of what it says: candidates that differ in it alone are equal.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Ground {
    pub(crate) mechanism: Mechanism,
    /// Index of the frame in the resources.
    pub(crate) frame: Option<u32>,
    /// The word that carries the relation.
    pub(crate) trigger: Option<Words>,
    pub(crate) subject: Option<Filler>,
    pub(crate) object: Option<Filler>,
    /// The word that decided the status.
    pub(crate) cue: Option<Words>,
    /// The words for who says so.
    pub(crate) speaker: Option<Words>,
}

impl Ground {
    pub(crate) fn by(self, mechanism: Mechanism) -> Self {
        Self { mechanism, ..self }
    }
}

impl PartialEq for Ground {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Ground {}

impl PartialOrd for Ground {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ground {
    fn cmp(&self, _: &Self) -> Ordering {
        Ordering::Equal
    }
}

/// Names the mechanism of candidates that do not name one themselves.
pub(crate) fn grounded(mechanism: Mechanism, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    for ground in candidates.iter_mut().map(|c| &mut c.ground).filter(|g| g.mechanism == Mechanism::Words) {
        ground.mechanism = mechanism;
    }
    candidates
}

/// Why a candidate was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reason {
    /// The relation does not hold between things of these kinds.
    Kinds,
    /// The clause is about other kinds of things.
    ClauseKinds,
    /// The words in a slot stand for nobody the document names.
    Unfilled,
    /// The object is left unsaid, and the passage gives none.
    Unsaid,
    /// Subject and object are one.
    Itself,
    /// A country's own body has no countries for members.
    National,
    /// What stands beside the name says otherwise.
    Contradicted,
    /// A contrast takes it out ("but not X").
    Excluded,
    /// The clause around it leaves it open.
    Doubtful,
    /// Another reading of the sentence says the same.
    Repeated,
}

/// A candidate that was not kept, as far as it had come.
#[derive(Clone, Debug)]
pub(crate) struct Rejected {
    pub(crate) reason: Reason,
    pub(crate) relation: String,
    pub(crate) subject: Option<usize>,
    pub(crate) object: Option<usize>,
    pub(crate) sentence: usize,
    pub(crate) ground: Ground,
}

/// The candidates that were not kept, if anybody wants to know.
#[derive(Debug, Default)]
pub(crate) struct Log {
    rejected: Option<RefCell<Vec<Rejected>>>,
}

impl Log {
    /// A log that keeps what it is told.
    pub(crate) fn wanted() -> Self {
        Self { rejected: Some(RefCell::default()) }
    }

    /// Takes note of a candidate that is not kept.
    pub(crate) fn reject(&self, reason: Reason, candidate: &Candidate) {
        self.note(|| Rejected {
            reason,
            relation: candidate.relation.clone(),
            subject: Some(candidate.subject),
            object: Some(candidate.object),
            sentence: candidate.sentence,
            ground: candidate.ground,
        });
    }

    /// Takes note of something that never became a candidate.
    pub(crate) fn note(&self, rejected: impl FnOnce() -> Rejected) {
        if let Some(all) = &self.rejected {
            all.borrow_mut().push(rejected());
        }
    }

    pub(crate) fn into_rejected(self) -> Vec<Rejected> {
        self.rejected.map(RefCell::into_inner).unwrap_or_default()
    }
}
