//! Words that keep their full stop, and whether a sentence may end there.

use std::sync::LazyLock;

/// When a sentence may end after an abbreviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ending {
    /// Something must follow: "Gen.", "vs.".
    Never,
    /// It is an abbreviation only before a number: "No. 5", "Sept. 11".
    Number,
    /// Only if the next word is one that opens sentences: "Jr.", "Inc.".
    Seldom,
}

static WORDS: LazyLock<Vec<(&str, Ending)>> = LazyLock::new(|| {
    let mut words = Vec::new();
    for line in include_str!("abbreviations.txt").lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split_whitespace();
        let ending = match fields.next() {
            Some("never") => Ending::Never,
            Some("number") => Ending::Number,
            _ => Ending::Seldom,
        };
        words.extend(fields.map(|word| (word, ending)));
    }
    words.sort_unstable();
    words.dedup_by_key(|(word, _)| *word);
    words
});

/// How sentences end after `word` (written without its stop), if it is an abbreviation.
pub(super) fn ending(word: &str) -> Option<Ending> {
    WORDS.binary_search_by_key(&word, |&(known, _)| known).ok().map(|at| WORDS[at].1)
}

/// Whether `word` keeps a stop that follows, whatever comes next.
pub(super) fn keeps_stop(word: &str) -> bool {
    ending(word).is_some_and(|ending| ending != Ending::Number)
}
