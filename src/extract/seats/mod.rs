//! Where a body sits, told by what happened to it there: "the institute opened in Bremen", "a centre set up in Bucharest".
//! Only of bodies that sit in one place; a union of states may be founded anywhere.

mod nouns;

use super::certainty;
use super::names::Names;
use super::reference::Scene;
use super::statements::Candidate;
use crate::graph::{Kind, Status};
use crate::vocabulary::frame::Role;
use crate::vocabulary::words::List;

/// `locatedIn` of the bodies that are opened, set up or launched somewhere.
pub(crate) fn read(scene: &Scene<'_>, names: &Names) -> Vec<Candidate> {
    let verbs = (0..scene.syntax.units.len()).filter(|&u| opens(scene, u));
    let mut found: Vec<Candidate> = verbs.flat_map(|verb| opened(scene, names, verb)).collect();
    let nouns = (0..scene.syntax.units.len()).filter(|&u| scene.syntax.has(List::SeatNouns, u));
    found.extend(nouns.filter_map(|noun| seated(scene, names, noun)));
    found.extend((0..scene.syntax.units.len()).filter_map(|verb| works(scene, names, verb)));
    found.extend((0..scene.syntax.units.len()).filter_map(|verb| run_from(scene, names, verb)));
    found.extend(nouns::read(scene, names));
    found
}

/// "X leads the authority from Tirana", "In Accra, the agency is headed by X": where it is run it sits.
fn run_from(scene: &Scene<'_>, names: &Names, verb: usize) -> Option<Candidate> {
    let syntax = scene.syntax;
    let runs = matches!(syntax.lemma(verb), "lead" | "run" | "head" | "direct" | "manage" | "oversee");
    if !syntax.is_verb(verb) || !runs || certainty::read(scene, verb).status != Status::Asserted {
        return None;
    }
    let arguments = syntax.verb_arguments(verb);
    let with = |wanted: &str| {
        let role = |r: &Role| matches!(r, Role::Preposition(p) if p == wanted);
        arguments.iter().find(|(r, _)| role(r)).map(|(_, u)| *u)
    };
    let fronted = || with("in").filter(|&place| place < verb && place <= 2 && syntax.is_passive(verb));
    let place = with("from").filter(|&u| syntax.is_name(u)).or_else(fronted)?;
    let object = arguments.iter().find(|(r, _)| *r == Role::Object).map(|(_, u)| *u)?;
    let mut bodies = scene.referents(object).into_iter().map(|r| r.entity);
    let body = bodies.next().filter(|&e| names.entities[e].kind == Kind::Organization)?;
    located(scene, names, body, place)
}

/// "The centre has been in Bangkok since 2018", "the court works in Quito": of bodies whose name says that they sit
/// somewhere.
fn works(scene: &Scene<'_>, names: &Names, verb: usize) -> Option<Candidate> {
    let syntax = scene.syntax;
    if !syntax.is_verb(verb) || !matches!(syntax.lemma(verb), "be" | "work" | "operate" | "sit") {
        return None;
    }
    let arguments = syntax.verb_arguments(verb);
    let bare = arguments.iter().all(|(r, _)| !matches!(r, Role::Object))
        && syntax.child(verb, &["attr", "acomp"]).is_none();
    if !bare || certainty::read(scene, verb).status != Status::Asserted {
        return None;
    }
    let subject = arguments.iter().find(|(r, _)| *r == Role::Subject).map(|(_, u)| *u);
    let body = subject.filter(|&s| syntax.is_name(s)).and_then(|s| scene.names_in(s).next())?.entity;
    let phrase = arguments.iter().find(|(r, u)| is_local(r) && *u > verb).map(|(_, u)| *u)?;
    is_seated(scene, names, body).then(|| located(scene, names, body, phrase)).flatten()
}

fn is_local(role: &Role) -> bool {
    matches!(role, Role::Preposition(p) if p == "in" || p == "at")
}

/// The body at the place that a phrase names, if it does.
fn located(scene: &Scene<'_>, names: &Names, body: usize, phrase: usize) -> Option<Candidate> {
    let fits = |e: &usize| matches!(names.entities[*e].kind, Kind::Place | Kind::Country);
    let place = scene.referents(phrase).into_iter().map(|r| r.entity).find(fits)?;
    let is_body = names.entities[body].kind == Kind::Organization;
    is_body.then(|| Candidate::asserted("locatedIn", body, place, scene.sentence))
}

/// "The secretariat is in Suva", "the headquarters were moved to Tunis": of the body spoken of.
fn seated(scene: &Scene<'_>, names: &Names, noun: usize) -> Option<Candidate> {
    let syntax = scene.syntax;
    let written = syntax.word(syntax.units[noun].tokens.start);
    // "The Office is in Nairobi" may be a body by that name.
    let only_a_seat =
        matches!(written, "Secretariat" | "Headquarters") && scene.names_in(noun).next().is_none();
    if written.starts_with(char::is_uppercase) && !only_a_seat {
        return None;
    }
    let bare = syntax.children(noun).iter().all(|&c| matches!(syntax.lemma(c), "the" | "permanent"));
    let verb = syntax.head(noun).filter(|&v| bare && syntax.has(List::StandingVerbs, v))?;
    if !matches!(syntax.label(noun), "nsubj" | "nsubjpass") || syntax.child(noun, &["det"]).is_none() {
        return None;
    }
    let moves = matches!(syntax.lemma(verb), "move" | "transfer");
    let fits = |p: &str| if moves { p == "to" } else { matches!(p, "in" | "at") };
    let places =
        syntax.verb_arguments(verb).iter().filter(|(r, _)| matches!(r, Role::Preposition(p) if fits(p)));
    let mut places = places.flat_map(|(_, u)| scene.referents(*u)).map(|r| r.entity);
    let place = places.find(|&e| names.entities[e].kind == Kind::Place)?;
    let status = certainty::read(scene, verb).status;
    let body = spoken_of(scene, names, noun)?;
    let told = matches!(status, Status::Asserted | Status::Planned);
    told.then(|| Candidate { status, ..Candidate::asserted("locatedIn", body, place, scene.sentence) })
}

/// The body that the sentence has spoken of as a subject, else the passage's.
fn spoken_of(scene: &Scene<'_>, names: &Names, noun: usize) -> Option<usize> {
    let syntax = scene.syntax;
    let organization = |e: usize| names.entities[e].kind == Kind::Organization;
    let subjects = (0..noun).filter(|&u| matches!(syntax.label(u), "nsubj" | "nsubjpass"));
    let mut here = subjects.flat_map(|u| scene.referents(u)).map(|r| r.entity);
    let place = (scene.sentence, syntax.units[noun].tokens.start);
    // A ministry has no secretariat; what a document presents may have one.
    let secretariat = syntax.lemma(noun) == "secretariat";
    let presented = || scene.discourse.subject_of_document(&organization).filter(|_| secretariat);
    here.find(|&e| organization(e))
        .or_else(presented)
        .or_else(|| scene.discourse.passage(place, organization))
}

/// A verb of opening; "set" only with its particle.
fn opens(scene: &Scene<'_>, unit: usize) -> bool {
    let syntax = scene.syntax;
    let particle = || (unit + 1..unit + 3).any(|u| syntax.lemma(u) == "up");
    syntax.is_verb(unit)
        && syntax.has(List::OpeningVerbs, unit)
        && (syntax.lemma(unit) != "set" || particle())
}

fn opened(scene: &Scene<'_>, names: &Names, verb: usize) -> Vec<Candidate> {
    let arguments = scene.syntax.verb_arguments(verb);
    let of = |wanted: Role| arguments.iter().filter(move |(r, _)| *r == wanted).map(|(_, u)| *u);
    let objects: Vec<usize> = of(Role::Object).collect();
    let things = if objects.is_empty() { of(Role::Subject).collect() } else { objects };
    let bodies: Vec<usize> = things
        .iter()
        .flat_map(|&u| scene.referents(u))
        .map(|r| r.entity)
        .filter(|&e| names.entities[e].kind == Kind::Organization && is_seated(scene, names, e))
        .collect();
    let places = where_it_is(scene, verb, arguments);
    let status = certainty::read(scene, verb).status;
    if !matches!(status, Status::Asserted | Status::Planned) {
        return Vec::new();
    }
    let fits = |e: &usize| matches!(names.entities[*e].kind, Kind::Place | Kind::Country);
    let place = places.into_iter().flat_map(|u| scene.referents(u)).map(|r| r.entity).find(fits);
    let located = |body: usize, place: usize| Candidate {
        status,
        ..Candidate::asserted("locatedIn", body, place, scene.sentence)
    };
    bodies.iter().filter_map(|&b| place.map(|p| located(b, p))).collect()
}

/// What follows "in" or "at" behind the verb, also where the parse hangs it on a name or noun between.
fn where_it_is(scene: &Scene<'_>, verb: usize, arguments: &[(Role, usize)]) -> Vec<usize> {
    let syntax = scene.syntax;
    let own = arguments.iter().filter(|(r, _)| is_local(r)).map(|(_, u)| *u);
    let behind = arguments.iter().filter(|(_, u)| *u > verb);
    let inner =
        behind.flat_map(|(_, u)| syntax.noun_arguments(*u)).filter(|(r, _)| is_local(r)).map(|(_, u)| *u);
    own.chain(inner).collect()
}

/// Whether the body's name says that it sits in one place.
fn is_seated(scene: &Scene<'_>, names: &Names, body: usize) -> bool {
    let named = &names.entities[body];
    let seated = |name: &str| {
        name.split(|c: char| !c.is_alphanumeric())
            .any(|word| scene.syntax.words().has(List::SeatedNouns, &word.to_lowercase()))
    };
    seated(&named.label) || named.aliases.iter().any(|a| seated(a))
}
