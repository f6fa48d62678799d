//! Where a body sits, told by the noun it is called: "the Vienna-based agency", "ENISA, the EU's agency in Athens".

use super::{is_local, located};
use crate::extract::compounds::seats_there;
use crate::extract::names::{NameMention, Names};
use crate::extract::reference::Scene;
use crate::extract::statements::Candidate;
use crate::graph::Kind;
use crate::vocabulary::frame::Role;
use crate::vocabulary::words::List;

/// `locatedIn` of the bodies whose nouns say where they are.
pub(super) fn read(scene: &Scene<'_>, names: &Names) -> Vec<Candidate> {
    let mut found: Vec<Candidate> =
        (0..scene.syntax.units.len()).filter_map(|noun| called(scene, names, noun)).collect();
    for place in scene.mentions {
        found.extend(home(scene, names, place));
        found.extend(based(scene, names, place));
        found.extend(premises(scene, names, place));
    }
    found
}

/// "UNESCO's Paris headquarters", "its Vienna offices": the owner of what stands in the city that is said before it.
fn premises(scene: &Scene<'_>, names: &Names, place: &NameMention) -> Option<Candidate> {
    let kind = |e: usize| names.entities[e].kind;
    if kind(place.entity) != Kind::Place {
        return None;
    }
    let syntax = scene.syntax;
    let city = syntax.units.iter().position(|unit| unit.tokens == place.tokens)?;
    let noun = (city + 1..syntax.units.len()).take(3).find(|&u| !syntax.tag(u).starts_with('J'))?;
    if !syntax.has(List::Premises, noun) || syntax.is_name(noun) || syntax.is_verb(noun) {
        return None;
    }
    let owner =
        |&(ref role, unit): &(Role, usize)| (*role == Role::Possessor && unit != city).then_some(unit);
    let owners = syntax.noun_arguments(noun).iter().filter_map(owner);
    let mut bodies = owners.flat_map(|u| scene.referents(u)).map(|r| r.entity);
    let body = bodies.find(|&e| kind(e) == Kind::Organization)?;
    Some(Candidate::asserted("locatedIn", body, place.entity, scene.sentence))
}

/// "Rovaniemi: home of the Lapland Air Wing", "Kallax, near Luleå: headquarters of F 21": a town that is called the home of
/// a body, in an entry or beside its name.
fn home(scene: &Scene<'_>, names: &Names, place: &NameMention) -> Option<Candidate> {
    /// How many words may stand between the town and the colon.
    const ASIDE: usize = 5;
    let kind = |e: usize| names.entities[e].kind;
    if kind(place.entity) != Kind::Place {
        return None;
    }
    let syntax = scene.syntax;
    let word = |token: usize| syntax.word(token);
    let opens = (0..place.tokens.start).all(|t| matches!(word(t), "-" | "–" | "•" | "*"));
    let colon = (place.tokens.end..place.tokens.end + ASIDE).find(|&t| word(t) == ":").filter(|_| opens);
    let comma = Some(place.tokens.end).filter(|&t| word(t) == ",");
    let mut noun = colon.or(comma)? + 1;
    noun += usize::from(matches!(word(noun), "the" | "a"));
    let of = noun + 1;
    if !matches!(word(noun), "home" | "headquarters" | "base" | "seat") || !matches!(word(of), "of" | "to") {
        return None;
    }
    let start = of + 1 + usize::from(word(of + 1) == "the");
    let body = scene.mentions.iter().find(|m| m.tokens.start == start)?.entity;
    (kind(body) == Kind::Organization)
        .then(|| Candidate::asserted("locatedIn", body, place.entity, scene.sentence))
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
    let behind = [0, 1].map(|offset| scene.syntax.word(place.tokens.end + offset));
    seats_there(scene.syntax.words(), behind)
}
