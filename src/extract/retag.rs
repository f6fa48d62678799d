//! Words the tagger takes for another part of speech, put right before the sentence is parsed.

use crate::language::{Tag, Unit, UnitClass, lowered};
use crate::vocabulary::words::{List, WordLists};

/// Makes nouns of what the tagger takes for verbs and adjectives. `word` tells how a unit is written.
pub(crate) fn nouns<'a>(units: &mut [Unit], words: &WordLists, word: impl Fn(&Unit) -> &'a str) {
    for i in 0..units.len() {
        if units[i].class != UnitClass::Word {
            continue;
        }
        let text = lowered(word(&units[i]));
        let singular = text.strip_suffix('s').unwrap_or(&text);
        if opens_with_participle(units, i, &text) {
            units[i].tag = Tag::VBD;
            continue;
        }
        let event = || names_event(units, i) || disagrees(units, i);
        let is_noun = event() && words.has(List::EventNouns, singular)
            || units[i].tag.name() == "JJ" && words.has(List::VesselNouns, singular)
            || units[i].tag.name() == "VBZ" && is_vessels(singular, words)
            || units[i].tag.name().starts_with("NNP") && is_services(&text)
            || matches!(&*text, "persona" | "personae");
        if is_noun {
            units[i].tag = if text.ends_with('s') { Tag::NNS } else { Tag::NN };
        }
    }
}

/// "exercise Sea Dragon", "the drill Cobra Gold": what stands right before an event's name is no verb.
fn names_event(units: &[Unit], i: usize) -> bool {
    units[i].tag.name().starts_with('V') && units.get(i + 1).is_some_and(|u| u.class == UnitClass::Event)
}

/// "held their first joint coast guard | drill off X": a verb of many behind a single noun, which an article opens.
fn disagrees(units: &[Unit], i: usize) -> bool {
    let single = |u: &Unit| u.class == UnitClass::Word && matches!(u.tag.name(), "NN" | "JJ");
    let opened = || units[..i].iter().rev().find(|u| !matches!(u.tag.name(), "NN" | "JJ" | "NNP" | "VBG"));
    units[i].tag.name() == "VBP"
        && i > 0
        && single(&units[i - 1])
        && opened().is_some_and(|u| matches!(u.tag.name(), "DT" | "PRP$" | "CD" | "POS"))
}

/// "the stealth frigates": what a ship is called is hardly ever a verb; "ships" and "tenders" may be.
fn is_vessels(singular: &str, words: &WordLists) -> bool {
    words.has(List::VesselNouns, singular) && !matches!(singular, "ship" | "tender" | "ferry" | "carrier")
}

/// "the Coast Guards of Japan and Fiji": several of a kind are no name.
fn is_services(word: &str) -> bool {
    matches!(word, "guards" | "navies" | "armies")
}

/// "It involved ships": behind a pronoun that opens a sentence without another verb.
fn opens_with_participle(units: &[Unit], i: usize, word: &str) -> bool {
    let opened =
        i == 1 && units[0].tag.name() == "PRP" && units[i].tag.name() == "JJ" && word.ends_with("ed");
    opened && !units[i + 1..].iter().any(|u| matches!(u.tag.name(), "VBD" | "VBP" | "VBZ" | "MD"))
}
