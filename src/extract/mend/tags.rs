//! Repairs of tags: a word before names with a verb of their own is no verb, one between "to" and a name is one.

use crate::language::{Tag, Unit, UnitClass};
use crate::vocabulary::words::{List, WordLists};

/// How many words may stand between what opens a dependent clause and its verb.
const DEPENDENT: usize = 5;

/// "partners Japan and South Korea applied": before names that have a finite verb of their own, what the tagger took for
/// a verb is a noun.
pub(super) fn titling_nouns(units: &mut [Unit]) {
    for i in 1..units.len() {
        let verb = units[i].class == UnitClass::Word && units[i].tag.name() == "VBZ";
        let names = units[i + 1..].iter().take_while(|u| u.is_name() || u.tag.name() == "CC").count();
        if verb && units[i - 1].is_name() && names > 0 && units.get(i + 1 + names).is_some_and(is_finite) {
            units[i].tag = Tag::NNS;
        }
    }
}

/// "An Indian delegation called on X.": a sentence has a finite verb; where the tagger left it none outside of relative and
/// other dependent clauses, the first participle behind a noun is it.
pub(super) fn lost_verbs<'a>(units: &mut [Unit], word: impl Fn(&Unit) -> &'a str) {
    let opens = |u: &Unit| {
        matches!(u.tag.name(), "WDT" | "WP" | "WP$" | "WRB")
            || matches!(
                word(u),
                "that" | "as" | "if" | "because" | "after" | "before" | "since" | "until" | "while"
            )
    };
    let dependent =
        |i: usize| units[..i].iter().rev().take(DEPENDENT).take_while(|u| word(u) != ",").any(opens);
    let led = (0..units.len()).any(|i| is_finite(&units[i]) && !dependent(i));
    if led || units.last().is_none_or(|u| word(u) != ".") {
        return;
    }
    let behind_noun = |i: usize| {
        let before = &units[i - 1];
        let noun = before.is_name()
            || before.tag.name().starts_with("NN")
            || matches!(word(before), "-" | "–" | "—");
        noun && !units[..i].iter().any(opens) && units.get(i + 1).is_none_or(|u| word(u) != "by")
    };
    let plain = |i: usize| units[i].class == UnitClass::Word && units[i].tag.name() == "VBN";
    // "Two ships, A and B, exercised with X": the last one behind an aside.
    let behind_aside = |i: usize| {
        let aside = units[..i - 1].iter().filter(|u| word(u) == ",").count();
        let done = units.get(i + 1).is_some_and(|u| {
            let company =
                matches!(word(u), "with" | "alongside" | "at" | "to" | "together" | "the" | "a" | "an");
            company || u.is_name() || u.tag.name().starts_with(['N', 'C', 'J'])
        });
        word(&units[i - 1]) == "," && aside > 0 && done
    };
    let first = (1..units.len()).find(|&i| plain(i) && behind_noun(i));
    if let Some(verb) = first.or_else(|| (2..units.len()).rev().find(|&i| plain(i) && behind_aside(i))) {
        units[verb].tag = Tag::VBD;
    } else if !units.iter().any(is_finite) {
        present_verb(units);
    }
}

/// "Norway and Finland exchange officers.": in a sentence without a verb the word right behind the name that opens it is one.
fn present_verb(units: &mut [Unit]) {
    let opening = usize::from(units.first().is_some_and(|u| u.tag.name() == "DT"));
    let name = units.get(opening).is_some_and(Unit::is_name);
    let told =
        units.get(opening + 2).is_some_and(|u| !matches!(u.tag.name(), "," | "." | "CC" | "POS" | ":"));
    let Some(noun) = units.get_mut(opening + 1).filter(|u| name && told && u.class == UnitClass::Word) else {
        return;
    };
    noun.tag = match noun.tag {
        Tag::NN => Tag::VBP,
        Tag::NNS => Tag::VBZ,
        other => other,
    };
}

/// "was not itself listed": a pronoun that only stresses its subject is nothing to the clause.
pub(super) fn stressed<'a>(units: &mut Vec<Unit>, word: impl Fn(&Unit) -> &'a str) {
    let stress = |i: usize| {
        if !matches!(word(&units[i]), "itself" | "himself" | "herself" | "themselves" | "each") {
            return false;
        }
        let before = i.checked_sub(1).and_then(|b| units.get(b));
        let auxiliary = before.is_some_and(|u| {
            u.tag.name() == "MD"
                || matches!(
                    word(u),
                    "not" | "was" | "is" | "were" | "are" | "been" | "had" | "has" | "have" | "n't"
                )
        });
        let verb = units.get(i + 1).is_some_and(|u| u.tag.name().starts_with('V'));
        // "X and Y itself | attributed it to Z"
        let named = before.is_some_and(Unit::is_name) && word(&units[i]) != "each";
        (auxiliary || named) && verb
    };
    let stressed: Vec<usize> = (0..units.len()).filter(|&i| stress(i)).collect();
    for &i in stressed.iter().rev() {
        let copula = units[i.saturating_sub(2)..i]
            .iter()
            .any(|u| matches!(word(u), "was" | "is" | "were" | "are" | "been"));
        if copula && units[i + 1].tag == Tag::VB {
            units[i + 1].tag = Tag::VBN;
        }
        units.remove(i);
    }
}

/// "Japan and Peru each sent a ship", "the two have both signed": that all of them did it is nothing to the clause.
pub(super) fn distributed<'a>(units: &mut Vec<Unit>, word: impl Fn(&Unit) -> &'a str) {
    let mut i = 1;
    while i + 1 < units.len() {
        let tag = units[i - 1].tag.name();
        let auxiliary = matches!(word(&units[i - 1]), "have" | "had" | "were" | "are");
        let several = tag.ends_with('S') && tag.starts_with('N') || matches!(tag, "PRP" | "CD");
        let next = units[i + 1].tag.name();
        let verb = units[i + 1].class == UnitClass::Word
            && matches!(next, "VBD" | "VBN" | "VBP" | "VB" | "VBG" | "MD");
        if !matches!(word(&units[i]), "each" | "both" | "all") || !verb || !(auxiliary || several) {
            i += 1;
            continue;
        }
        if next == "VBN" && !auxiliary {
            units[i + 1].tag = Tag::VBD;
        }
        units.remove(i);
    }
}

/// "The summit, convened on 23 June by X, closed": between commas behind a name and with its doer it is a participle.
pub(super) fn set_off<'a>(units: &mut [Unit], word: impl Fn(&Unit) -> &'a str) {
    let past = |u: &Unit| u.class == UnitClass::Word && u.tag.name() == "VBD";
    for i in 2..units.len() {
        if !past(&units[i]) || word(&units[i - 1]) != "," || !units[i - 2].is_name() {
            continue;
        }
        let Some(length) = units[i + 1..].iter().position(|u| word(u) == ",") else { continue };
        let (inside, rest) = units[i + 1..].split_at(length);
        let done = inside.iter().any(|u| word(u) == "by") && !inside.iter().any(is_finite);
        if done && rest.get(1).is_some_and(is_finite) {
            units[i].tag = Tag::VBN;
        }
    }
}

/// "None of the three has", "signed by the two": a number that stands for those just named is a noun.
pub(super) fn numbers<'a>(units: &mut [Unit], word: impl Fn(&Unit) -> &'a str) {
    for i in 1..units.len().saturating_sub(1) {
        let number =
            matches!(word(&units[i]), "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine");
        let next = &units[i + 1];
        let noun = next.class != UnitClass::Word
            || next.tag.name().starts_with(['N', 'J', 'C', 'H'])
            || matches!(next.tag.name(), "VBG" | "VBN");
        if number && word(&units[i - 1]).eq_ignore_ascii_case("the") && !noun {
            units[i].tag = Tag::NNS;
        }
    }
}

/// "was promoted to director general": an office behind "to" is no verb.
pub(super) fn promotions<'a>(units: &mut [Unit], words: &WordLists, word: impl Fn(&Unit) -> &'a str) {
    for i in 2..units.len() {
        let rises =
            ["promot", "elevat", "rose", "rise", "ascend"].iter().any(|s| word(&units[i - 2]).starts_with(s));
        let office = || units[i].class == UnitClass::Word && words.has(List::Offices, word(&units[i]));
        if rises && word(&units[i - 1]) == "to" && office() {
            (units[i - 1].tag, units[i].tag) = (Tag::IN, Tag::NN);
        }
    }
}

/// "is managing director", "was acting president": before an office it is no verb.
pub(super) fn attributes<'a>(units: &mut [Unit], words: &WordLists, word: impl Fn(&Unit) -> &'a str) {
    for i in 1..units.len().saturating_sub(1) {
        let attribute = units[i].tag.name() == "VBG"
            && matches!(word(&units[i]), "managing" | "acting" | "founding" | "commanding" | "presiding");
        let next = &units[i + 1];
        // "were founding members"
        let of_members = || word(&units[i]) == "founding" && matches!(next.tag.name(), "NN" | "NNS");
        let office =
            || next.class == UnitClass::Word && (of_members() || words.has(List::Offices, word(next)));
        if attribute && office() {
            units[i].tag = Tag::JJ;
        }
    }
}

/// "Alok Sharma chairs COP26", "left to found a bank": what somebody does, and what follows "to", is a verb.
pub(super) fn deeds<'a>(units: &mut [Unit], word: impl Fn(&Unit) -> &'a str) {
    for i in 1..units.len().saturating_sub(1) {
        let next = &units[i + 1];
        let object = next.is_name() || matches!(next.tag.name(), "DT" | "PRP$");
        let done = matches!(word(&units[i]), "chairs" | "heads" | "leads" | "directs" | "runs" | "commands");
        let person = units[i - 1].class == UnitClass::Person;
        if done && person && object && units[i].tag.name() == "NNS" {
            units[i].tag = Tag::VBZ;
        } else if word(&units[i]) == "found" && word(&units[i - 1]) == "to" && object {
            (units[i - 1].tag, units[i].tag) = (Tag::TO, Tag::VB);
        }
    }
}

/// "Took the place of X": a past form that opens an entry is no bare verb.
pub(super) fn entries<'a>(units: &mut [Unit], word: impl Fn(&Unit) -> &'a str) {
    let Some(first) = units.iter_mut().find(|u| !matches!(u.tag.name(), "HYPH" | ":" | "NFP" | "SYM")) else {
        return;
    };
    let opens = matches!(
        word(first),
        "Took"
            | "Led"
            | "Became"
            | "Held"
            | "Left"
            | "Ran"
            | "Began"
            | "Went"
            | "Gave"
            | "Taught"
            | "Sat"
            | "Won"
    );
    if opens && first.class == UnitClass::Word && first.tag.name() != "VBN" {
        first.tag = Tag::VBD;
    }
}

/// "signed it, but neither | ratified it": right before its verb it stands for the two just named.
pub(super) fn neither<'a>(units: &mut [Unit], word: impl Fn(&Unit) -> &'a str) {
    for i in 1..units.len() {
        if word(&units[i - 1]).eq_ignore_ascii_case("neither") && is_finite(&units[i]) {
            units[i - 1].tag = Tag::DT;
        }
    }
}

/// "director-general", "secretary general": the second word is a noun.
pub(super) fn generals<'a>(units: &mut [Unit], word: impl Fn(&Unit) -> &'a str) {
    for i in 1..units.len() {
        let before = if word(&units[i - 1]) == "-" && i > 1 { i - 2 } else { i - 1 };
        let office =
            matches!(word(&units[before]), "director" | "secretary" | "inspector" | "attorney" | "auditor");
        if office && word(&units[i]) == "general" && units[i].tag.name() == "JJ" {
            (units[before].tag, units[i].tag) = (Tag::NN, Tag::NN);
        }
    }
}

/// "told lawmakers that hackers had ...": a noun for people who act is no verb.
pub(super) fn agents<'a>(units: &mut [Unit], words: &WordLists, word: impl Fn(&Unit) -> &'a str) {
    for unit in units.iter_mut().filter(|u| u.class == UnitClass::Word && u.tag.name() == "VBZ") {
        let singular = word(unit).strip_suffix('s').unwrap_or_default();
        let agent = ["er", "or", "ist", "ian"].iter().any(|ending| singular.ends_with(ending));
        if agent && singular != "partner" && words.has(List::Carriers, singular) {
            unit.tag = Tag::NNS;
        }
    }
}

/// "went so far as to sanction", "called on the EU to sanction X": what follows is a verb, whatever else the word may be.
pub(super) fn infinitives<'a>(units: &mut [Unit], word: impl Fn(&Unit) -> &'a str) {
    for i in 3..units.len().saturating_sub(1) {
        let opening = matches!(word(&units[i - 2]), "far" | "so")
            && word(&units[i - 1]) == "as"
            && word(&units[i]) == "to";
        if (opening || asked(units, i, &word)) && units[i + 1].class == UnitClass::Word {
            (units[i].tag, units[i + 1].tag) = (Tag::TO, Tag::VB);
        }
    }
}

/// "called on the EU | to sanction Iran": a bare noun between "to" and a name, behind whom somebody calls on.
fn asked<'a>(units: &[Unit], to: usize, word: &impl Fn(&Unit) -> &'a str) -> bool {
    let noun = units[to + 1].tag.name() == "NN";
    let named = units.get(to + 2).is_some_and(|u| u.is_name() || u.tag.name() == "DT");
    let whom = (1..to).rev().take(4).find(|&u| word(&units[u]) == "on");
    let calls = whom.is_some_and(|on| word(&units[on - 1]).starts_with("call"));
    word(&units[to]) == "to" && noun && named && calls && units[to - 1].is_name()
}

fn is_finite(unit: &Unit) -> bool {
    unit.class == UnitClass::Word && matches!(unit.tag.name(), "VBD" | "VBP" | "VBZ" | "MD")
}
