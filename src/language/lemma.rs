//! Dictionary forms: a table of what English spells irregularly, and rules for the rest.

use super::Tag;
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;
use std::sync::LazyLock;

/// The dictionary form of `word`, lower case unless it is a proper noun or has no inflection the rules know.
#[must_use]
pub fn lemma(word: &str, tag: Tag) -> Cow<'_, str> {
    match tag.name() {
        "NNP" | "NNPS" | "FW" | "ADD" => Cow::Borrowed(word),
        "VBD" | "VBN" => find('v', word, past),
        "VBG" => find('v', word, gerund),
        "VBZ" => find('v', word, third),
        // "to found a bank" finds nothing.
        "VB" if TABLE.is_base(&lowered(word)) => lowered(word),
        "VB" | "VBP" | "MD" => find('v', word, |_| None),
        "NNS" => find('n', word, plural),
        // "attachés", which taggers take for one
        "NN" if word.ends_with("és") => find('n', word, plural),
        "JJR" | "RBR" => find('a', word, |word| compared(word, "er")),
        "JJS" | "RBS" => find('a', word, |word| compared(word, "est")),
        _ => match word {
            "n't" | "n’t" => Cow::Borrowed("not"),
            _ => lowered(word),
        },
    }
}

/// The table first, then `rule`, then the word itself.
fn find(kind: char, word: &str, rule: impl Fn(&str) -> Option<String>) -> Cow<'_, str> {
    let lower = lowered(word);
    if let Some(base) = TABLE.irregular(kind, &lower) {
        return Cow::Borrowed(base);
    }
    rule(&lower).map_or(lower, Cow::Owned)
}

/// A word in lower case, as it stands if it is so written.
#[must_use]
pub fn lowered(word: &str) -> Cow<'_, str> {
    // Most words are in small ASCII letters: one look at each byte tells.
    let other = word.bytes().find(|b| b.is_ascii_uppercase() || !b.is_ascii());
    match other {
        None => Cow::Borrowed(word),
        Some(_) if word.is_ascii() => Cow::Owned(word.to_ascii_lowercase()),
        Some(_) => Cow::Owned(word.to_lowercase()),
    }
}

/// The table's contents: the base of each form of each kind, and words that are bases.
#[derive(Default)]
struct Table {
    forms: FxHashMap<(char, &'static str), &'static str>,
    bases: FxHashSet<&'static str>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    for line in include_str!("lemma.txt").lines() {
        let mut fields = line.split_whitespace();
        match (fields.next(), fields.next()) {
            (Some("b"), Some(first)) => table.bases.extend(std::iter::once(first).chain(fields)),
            (Some(kind @ ("v" | "n" | "a")), Some(base)) => {
                let kind = kind.chars().next().unwrap_or('v');
                // Of two entries for one form the first in the file counts.
                for form in fields {
                    table.forms.entry((kind, form)).or_insert(base);
                }
            }
            _ => {}
        }
    }
    table
});

impl Table {
    fn irregular(&self, kind: char, form: &str) -> Option<&'static str> {
        self.forms.get(&(kind, form)).copied()
    }

    fn is_base(&self, word: &str) -> bool {
        self.bases.contains(word)
    }
}

fn past(word: &str) -> Option<String> {
    if let Some(stem) = word.strip_suffix("ied") {
        return Some(if stem.len() < 2 { format!("{stem}ie") } else { format!("{stem}y") });
    }
    let stem = word.strip_suffix("ed").filter(|stem| has_vowel(stem))?;
    Some(if stem.ends_with('e') { format!("{stem}e") } else { restore(stem) })
}

fn gerund(word: &str) -> Option<String> {
    let stem = word.strip_suffix("ing").filter(|stem| has_vowel(stem))?;
    Some(if stem.ends_with('e') { stem.to_owned() } else { restore(stem) })
}

fn third(word: &str) -> Option<String> {
    if word.len() > 4 && word.ends_with("ies") {
        return Some(format!("{}y", &word[..word.len() - 3]));
    }
    let sibilant = ["sses", "shes", "ches", "xes", "zzes", "oes"].iter().any(|ending| word.ends_with(ending));
    if sibilant {
        return Some(word[..word.len() - 2].to_owned());
    }
    word.strip_suffix('s').filter(|stem| stem.len() > 1 && !stem.ends_with('s')).map(str::to_owned)
}

fn plural(word: &str) -> Option<String> {
    for ending in ["men", "children", "women"] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > 2) {
            return Some(format!("{stem}{}", TABLE.irregular('n', ending)?));
        }
    }
    if word.ends_with("us") || word.ends_with("is") {
        return None;
    }
    third(word)
}

/// The stem of a comparative or superlative, without `ending`.
fn compared(word: &str, ending: &str) -> Option<String> {
    let stem = word.strip_suffix(ending).filter(|stem| stem.len() > 2)?;
    if let Some(stem) = stem.strip_suffix('i') {
        return Some(format!("{stem}y"));
    }
    Some(undoubled(stem).filter(|single| !single.ends_with('l')).unwrap_or(stem).to_owned())
}

fn has_vowel(stem: &str) -> bool {
    stem.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// A verb from its stem before "-ed" or "-ing": as it is, with its "e", or with one consonant of two.
fn restore(stem: &str) -> String {
    if TABLE.is_base(stem) {
        return stem.to_owned();
    }
    let silent = format!("{stem}e");
    if TABLE.is_base(&silent) {
        return silent;
    }
    if let Some(single) = undoubled(stem).filter(|single| !single.ends_with('l') || drops_l(single)) {
        return single.to_owned();
    }
    if wants_e(stem.as_bytes()) { silent } else { stem.to_owned() }
}

/// The stem with its doubled last consonant once.
fn undoubled(stem: &str) -> Option<&str> {
    let bytes = stem.as_bytes();
    let (&last, rest) = bytes.split_last()?;
    let doubled = rest.last() == Some(&last) && b"bdgmnprtl".contains(&last) && rest.len() > 2;
    doubled.then(|| &stem[..stem.len() - 1])
}

/// Whether the double l before an ending is the ending's: "travelled", "signalled", "controlled", not "called".
fn drops_l(single: &str) -> bool {
    TABLE.is_base(single)
        || ["el", "al"].iter().any(|ending| single.ends_with(ending)) && vowel_groups(single) > 1
}

fn vowel_groups(word: &str) -> usize {
    let bytes = word.as_bytes();
    (0..bytes.len()).filter(|&at| is_vowel(bytes[at]) && (at == 0 || !is_vowel(bytes[at - 1]))).count()
}

/// Whether a verb's stem, by its last letters, has lost an "e".
fn wants_e(stem: &[u8]) -> bool {
    let [.., before, vowel, last] = *stem else {
        return stem.len() == 2 && is_vowel(stem[0]) && !is_vowel(stem[1]);
    };
    // One written vowel before the last consonant; "qu" and "gu" count as consonants.
    let long = is_vowel(vowel) || vowel == b'y';
    let open =
        long && (!is_vowel(before) || before == b'u' && matches!(stem.iter().nth_back(3), Some(b'q' | b'g')));
    match last {
        b'v' | b'u' | b'c' => true,
        b'z' => vowel != b'z' && vowel != b't',
        b's' => vowel != b's',
        b'g' => is_vowel(vowel) || matches!(vowel, b'd' | b'r' | b'l'),
        b'l' => match vowel {
            b'b' | b'c' | b'd' | b'f' | b'g' | b'k' | b'p' | b's' | b't' | b'z' => true,
            b'i' | b'u' | b'o' | b'y' => open,
            b'a' => open && vowel_groups_of(stem) < 2,
            _ => false,
        },
        b'r' => match vowel {
            b'a' | b'i' | b'o' | b'u' | b'y' => open,
            _ => false,
        },
        b't' => match vowel {
            b'a' => before != b'e' && before != b'o',
            b'o' => open,
            b'u' => before != b'o' && before != b'a',
            _ => false,
        },
        b'n' => vowel == b'i' && open,
        b'd' | b'm' | b'k' | b'p' | b'b' => open && !(last == b'm' && vowel == b'e'),
        _ => false,
    }
}

fn vowel_groups_of(stem: &[u8]) -> usize {
    (0..stem.len()).filter(|&at| is_vowel(stem[at]) && (at == 0 || !is_vowel(stem[at - 1]))).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(tag: &str, pairs: &str) {
        for pair in pairs.split_whitespace() {
            let (word, base) = pair.split_once('=').unwrap();
            assert_eq!(lemma(word, Tag::parse(tag).unwrap()), base, "{word}");
        }
    }

    #[test]
    fn irregular_verbs_come_from_the_table() {
        check("VBD", "Went=go met=meet was=be withdrew=withdraw said=say led=lead put=put");
        check("VBN", "been=be held=hold overthrown=overthrow");
        check("VBZ", "is=be has=have does=do ’s=be goes=go");
    }

    #[test]
    fn a_base_that_is_another_verbs_past_is_itself() {
        check("NN", "attachés=attaché attaché=attaché");
        check("VB", "found=found lay=lay join=join met=meet");
        check("VBD", "found=find lay=lie founded=found");
    }

    #[test]
    fn regular_verbs_get_their_spelling_back() {
        check(
            "VBD",
            "visited=visit signed=sign agreed=agree condemned=condemn hosted=host died=die denied=deny",
        );
        check(
            "VBD",
            "pledged=pledge invited=invite exploited=exploit admitted=admit occurred=occur ratified=ratify",
        );
        check(
            "VBD",
            "sanctioned=sanction negotiated=negotiate defeated=defeat arranged=arrange belonged=belong",
        );
        check(
            "VBN",
            "travelled=travel called=call controlled=control enrolled=enroll cancelled=cancel added=add",
        );
        check("VBN", "monitored=monitor restored=restore provided=provide avoided=avoid acquired=acquire");
        check("VBG", "joining=join meeting=meet being=be seeing=see lying=lie hoping=hope stopping=stop");
        check(
            "VBG",
            "welcoming=welcome combining=combine explaining=explain escaping=escape developing=develop",
        );
        check("VBZ", "accuses=accuse reaches=reach carries=carry vetoes=veto passes=pass lies=lie dies=die");
    }

    #[test]
    fn nouns() {
        check(
            "NNS",
            "countries=country allies=ally women=woman crises=crisis statesmen=statesman viruses=virus",
        );
        check(
            "NNS",
            "heroes=hero leaves=leaf headquarters=headquarters houses=house treaties=treaty talks=talk",
        );
        check("NN", "Treaty=treaty");
        check("NNP", "Nations=Nations");
    }

    #[test]
    fn comparison() {
        check("JJR", "larger=large bigger=big easier=easy higher=high better=good");
        check("JJS", "latest=late most=most closest=close");
    }

    #[test]
    fn short_and_foreign_words_are_left_alone() {
        check("VBD", "bled=bleed ed=ed é=é");
        check("VBG", "ing=ing");
        check("NNS", "s=s ß=ß");
    }
}
