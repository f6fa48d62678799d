//! Titles before names that stand alone, as in the cell of a table.

use super::words::{List, Words};

/// The longest title of the list, in words.
const LONGEST: usize = 4;

/// How many words at the beginning of a name are titles: two of "Prime Minister Olaf Palme".
pub(crate) fn title_words(name: &str) -> usize {
    let words: Vec<&str> = name.split_whitespace().collect();
    let lists = Words::get();
    let (mut at, mut end) = (0, 0);
    while at < words.len() {
        let longest = LONGEST.min(words.len() - at);
        if let Some(length) =
            (1..=longest).rev().find(|&n| lists.has(List::Title, &plain(&words[at..at + n])))
        {
            at += length;
            end = at;
        } else if lists.has(List::TitleModifier, words[at]) {
            at += 1;
        } else {
            break;
        }
    }
    end
}

/// Whether a title is a sovereign's, which stays with a name of one word or with a number.
pub(crate) fn is_regnal(title: &str) -> bool {
    title.rsplit(' ').next().is_some_and(|last| Words::get().has(List::RegnalTitle, last))
}

/// A title as the list has it: without the stop of a short form, and without what says that it is not held yet.
fn plain(words: &[&str]) -> String {
    let title = words.join(" ");
    let title = title.trim_end_matches('.');
    title.strip_suffix("-elect").or_else(|| title.strip_suffix("-Elect")).unwrap_or(title).to_owned()
}
