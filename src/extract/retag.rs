//! Words the tagger takes for another part of speech, put right before the sentence is parsed.

use crate::language::{Tag, Unit, UnitClass, lowered};
use crate::vocabulary::words::{List, WordLists};

/// Makes nouns of what the tagger takes for verbs and adjectives. `word` tells how a unit is written.
pub(crate) fn nouns<'a>(units: &mut [Unit], words: &WordLists, word: impl Fn(&Unit) -> &'a str) {
    let (Some(noun), Some(plural)) = (Tag::parse("NN"), Tag::parse("NNS")) else { return };
    for i in 0..units.len() {
        if units[i].class != UnitClass::Word {
            continue;
        }
        let text = lowered(word(&units[i]));
        let singular = text.strip_suffix('s').unwrap_or(&text);
        let is_noun = names_event(units, i) && words.has(List::EventNouns, singular)
            || units[i].tag.name() == "JJ" && words.has(List::VesselNouns, singular);
        if is_noun {
            units[i].tag = if text.ends_with('s') { plural } else { noun };
        }
    }
}

/// "exercise Sea Dragon", "the drill Cobra Gold": what stands right before an event's name is no verb.
fn names_event(units: &[Unit], i: usize) -> bool {
    units[i].tag.name().starts_with('V') && units.get(i + 1).is_some_and(|u| u.class == UnitClass::Event)
}
