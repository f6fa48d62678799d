//! Where a body sits, told by the noun it is called: "the Vienna-based agency", "ENISA, the EU's agency in Athens".

use super::{is_local, located};
use crate::extract::names::{NameMention, Names};
use crate::extract::reference::Scene;
use crate::extract::statements::Candidate;
use crate::graph::Kind;
use crate::vocabulary::words::List;

/// `locatedIn` of the bodies whose nouns say where they are.
pub(super) fn read(scene: &Scene<'_>, names: &Names) -> Vec<Candidate> {
    let mut found: Vec<Candidate> =
        (0..scene.syntax.units.len()).filter_map(|noun| called(scene, names, noun)).collect();
    found.extend(scene.mentions.iter().flat_map(|place| based(scene, names, place)));
    found
}

/// "ENISA, the EU's agency in Athens": what a body is called says where it is.
fn called(scene: &Scene<'_>, names: &Names, noun: usize) -> Option<Candidate> {
    let syntax = scene.syntax;
    if syntax.label(noun) != "appos" || syntax.is_name(noun) || !syntax.has(List::SeatedNouns, noun) {
        return None;
    }
    let name = syntax.head(noun).filter(|&n| syntax.is_name(n))?;
    let phrase = syntax.noun_arguments(noun).iter().find(|(r, _)| is_local(r)).map(|(_, u)| *u)?;
    located(scene, names, scene.names_in(name).last()?.entity, phrase)
}

/// "The Vienna-based agency", "Statewatch, a London think tank": the bodies meant by the noun that the place stands before.
fn based(scene: &Scene<'_>, names: &Names, place: &NameMention) -> Vec<Candidate> {
    let kind = |e: usize| names.entities[e].kind;
    let syntax = scene.syntax;
    let unit = syntax.units.iter().position(|unit| unit.tokens.contains(&place.tokens.start));
    let noun = unit.and_then(|unit| syntax.head(unit).filter(|&noun| noun > unit && !syntax.is_name(noun)));
    let Some(noun) = noun.filter(|_| matches!(kind(place.entity), Kind::Place | Kind::Country)) else {
        return Vec::new();
    };
    let appositive = syntax.label(noun) == "appos";
    let city = kind(place.entity) == Kind::Place;
    let beside = appositive && city && syntax.has(List::SeatedNouns, noun);
    if !is_seat(scene, place) && !beside {
        return Vec::new();
    }
    let mut bodies = scene.referents(noun);
    if bodies.is_empty() && appositive {
        bodies = syntax.head(noun).map(|name| scene.referents(name)).unwrap_or_default();
    }
    let bodies = bodies.into_iter().map(|r| r.entity).filter(|&e| kind(e) == Kind::Organization);
    bodies.map(|body| Candidate::asserted("locatedIn", body, place.entity, scene.sentence)).collect()
}

/// Whether "-based" or the like stands behind a place.
fn is_seat(scene: &Scene<'_>, place: &NameMention) -> bool {
    let word = |token: usize| scene.syntax.word(token);
    let seated = |word: &str| matches!(word, "based" | "headquartered");
    let end = place.tokens.end;
    matches!(word(end), "-" | "‑" | "–") && seated(word(end + 1))
        || word(end).strip_prefix('-').is_some_and(seated)
}
