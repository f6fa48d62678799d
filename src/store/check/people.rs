//! People who may be one: "Trump" and "Donald Trump", "J. Stoltenberg" and "Jens Stoltenberg".

use std::collections::BTreeMap;

use super::Check;
use crate::graph::{Entity, Kind};

/// Names the pairs of people of whom one may be called by a shorter name of the other. Two of one full name are told
/// apart by their ids, and meant to be.
pub(super) fn check(check: &mut Check<'_>) {
    let mut families: BTreeMap<String, Vec<&Entity>> = BTreeMap::new();
    for person in check.graph.entities.iter().filter(|e| e.kind == Kind::Person) {
        if let Some(family) = words(&person.label).pop() {
            families.entry(family).or_default().push(person);
        }
    }
    for family in families.values() {
        for short in family {
            let fuller: Vec<&&Entity> =
                family.iter().filter(|long| is_short_for(&short.label, &long.label)).collect();
            // Of two whom the short name suits it may be either.
            if let [long] = fuller.as_slice() {
                let message = format!("{} and {} ({}) may be one person", short.label, long.label, long.id);
                let remedy = "if they are, give the short name as an alias in a file for --gazetteer";
                check.warning("people", &short.id, message, remedy);
            }
        }
    }
}

/// Whether a name has the family name of another and, of its given names, none or initials.
fn is_short_for(short: &str, long: &str) -> bool {
    let (short, long) = (words(short), words(long));
    let (Some((_, given)), Some((_, full))) = (short.split_last(), long.split_last()) else { return false };
    let suits = |(a, b): (&String, &String)| a == b || (a.chars().count() == 1 && b.starts_with(a.as_str()));
    given.len() <= full.len()
        && given.iter().zip(full).all(suits)
        && short.len() + long.len() > 2
        && short != long
}

/// The words of a name in lower case, without stops.
fn words(name: &str) -> Vec<String> {
    let words = name.split(|c: char| c.is_whitespace() || c == '.').filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::is_short_for;

    #[test]
    fn a_shorter_name_has_the_family_name_and_no_other_given_name() {
        for (short, long) in [
            ("Trump", "Donald Trump"),
            ("J. Stoltenberg", "Jens Stoltenberg"),
            ("G W Bush", "George W. Bush"),
        ] {
            assert!(is_short_for(short, long), "{short}");
            assert!(!is_short_for(long, short), "{long}");
        }
        for (one, other) in
            [("Melania Trump", "Donald Trump"), ("Xi Jinping", "Xi Jinping"), ("Trump", "Trump"), ("", "A")]
        {
            assert!(!is_short_for(one, other), "{one}");
        }
    }
}
