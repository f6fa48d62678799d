//! Whether a clause looks back or ahead, from its words alone: enough to choose between last July and next.

use super::words::Word;
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// The time a clause speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    /// No word says, or one that goes either way ("would").
    Open,
}

const AHEAD: &str = "will shall 'll ’ll plans plan hopes hope intends intend due expected scheduled slated planned \
    preparing upcoming forthcoming";
const BACK: &str = "was were had did has have met held took left became came went began said told won made gave got \
    sent flew saw led hit spoke struck fell rose ran sat stood brought bought built lost paid quit \
    withdrew broke drew wrote chose grew kept heard found shot sank sold spent laid swore sworn \
    elected overthrew forbade threw";
/// Words in "-ed" that are no past tense.
const NOT_PAST: &str = "need indeed speed hundred succeed proceed exceed feed shed";

/// The words of [`BACK`] and [`AHEAD`] with what they say.
static CUES: LazyLock<FxHashMap<&str, Tense>> = LazyLock::new(|| {
    let ahead = AHEAD.split(' ').map(|word| (word, Tense::Future));
    BACK.split(' ').map(|word| (word, Tense::Past)).chain(ahead).collect()
});

/// The tense around the words `range`: of the nearest verb before them in the clause, else of the first one after.
pub(super) fn tense(words: &[Word], range: &Range<usize>) -> Tense {
    let before = (0..range.start).rev().take_while(|&at| !words[at].is("; :"));
    let after = (range.end..words.len()).take_while(|&at| !words[at].is(";"));
    before.chain(after).find_map(|at| cue(words, at)).unwrap_or(Tense::Open)
}

fn cue(words: &[Word], at: usize) -> Option<Tense> {
    let word = &words[at];
    let said = CUES.get(word.lower.as_ref()).copied();
    let next_is_to = words.get(at + 1).is_some_and(|w| w.is("to"));
    let past_form = word.lower.ends_with("ed") && word.lower.len() > 3 && !word.is(NOT_PAST);
    if word.is("would could might may") && !word.is_capitalized() {
        Some(Tense::Open)
    } else if said == Some(Tense::Future) || (next_is_to && word.is("is are set agreed")) {
        Some(Tense::Future)
    } else if said == Some(Tense::Past) || (past_form && !word.is_capitalized()) {
        Some(Tense::Past)
    } else {
        None
    }
}
