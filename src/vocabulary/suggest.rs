//! "Did you mean": the known name nearest to a mistyped one.

use crate::Error;

/// `; did you mean `X`?` for the nearest of `known`, or nothing if none is near.
pub(crate) fn did_you_mean<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let near = known.into_iter().map(|name| (distance(typed, name), name)).min();
    match near {
        Some((steps, name)) if steps <= 1 + typed.chars().count() / 4 => format!("; did you mean `{name}`?"),
        _ => String::new(),
    }
}

/// The one of `all` that goes by `name`; what they are, `what` tells in the message.
///
/// # Errors
/// None does; all names are listed, and the nearest is offered.
pub(crate) fn choose<T: Copy>(
    what: &str,
    name: &str,
    all: &[T],
    name_of: impl Fn(T) -> &'static str,
) -> Result<T, Error> {
    all.iter().copied().find(|&one| name_of(one) == name).ok_or_else(|| {
        let known: Vec<&str> = all.iter().map(|&one| name_of(one)).collect();
        let near = did_you_mean(name, known.iter().copied());
        Error::invalid(what, format!("`{name}` is none of {}{near}", known.join(", ")))
    })
}

/// The `number` known names nearest to a mistyped one, nearest first. A name that has the typed one for a word is near.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>, number: usize) -> Vec<&'a str> {
    let by_word = |name: &str| name.split_whitespace().map(|word| distance(typed, word)).min();
    let steps = |name: &str| distance(typed, name).min(by_word(name).map_or(usize::MAX, |n| n + 1));
    let mut near: Vec<(usize, &str)> = known.into_iter().map(|name| (steps(name), name)).collect();
    near.sort_unstable();
    near.dedup();
    near.into_iter().take(number).map(|(_, name)| name).collect()
}

/// Levenshtein distance, case ignored.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.to_lowercase().chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.to_lowercase().chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, &y) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_nearest_name_or_none() {
        assert_eq!(did_you_mean("Acter", ["Agent", "Actor"]), "; did you mean `Actor`?");
        assert_eq!(did_you_mean("visitted", ["visited", "signed"]), "; did you mean `visited`?");
        assert_eq!(did_you_mean("zebra", ["visited", "signed"]), "");
    }

    #[test]
    fn the_nearest_names_come_first_whole_or_by_a_word() {
        let known = ["European Union", "Finland", "Finnish Navy", "Union"];
        assert_eq!(nearest("Finnland", known, 2), ["Finland", "Finnish Navy"]);
        assert_eq!(nearest("Unoin", known, 2), ["Union", "European Union"]);
    }

    #[test]
    fn counts_single_edits() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("Same", "same"), 0);
    }
}
