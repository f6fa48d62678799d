//! Named events: who ran them, who was there, and when they were.

pub(crate) mod dates;

use super::certainty;
use super::names::{NameMention, Names};
use super::reference::{Referent, Scene};
use super::statements::Candidate;
use super::when::{Dated, date_of};
use crate::graph::Kind;
use crate::language::UnitClass;
use crate::vocabulary::frame::Role;
use crate::vocabulary::words::List;

/// "At the summit, X said ...": whoever does something at an event takes part in it.
pub(crate) fn present(scene: &Scene<'_>, names: &Names, dates: &[Dated]) -> Vec<Candidate> {
    let syntax = scene.syntax;
    let mut found: Vec<Candidate> = Vec::new();
    for unit in (0..syntax.units.len()).filter(|&u| syntax.units[u].class == UnitClass::Event) {
        let at = done_at(scene, unit).map(|verb| (verb, doers(scene, verb)));
        let during = || done_during(scene, names, unit).map(|verb| (verb, those_in(scene, names, verb)));
        let Some((verb, doers)) = at.or_else(during) else { continue };
        let certainty = certainty::read(scene, verb);
        for event in scene.names_in(unit) {
            for person in doers.iter().filter(|r| can_attend(names, r.entity)) {
                let candidate = Candidate {
                    status: certainty.status,
                    by: certainty.by.map(|r| r.entity).filter(|&by| by != person.entity),
                    when: date_of(syntax, verb, unit, dates).map(|d| d.value.clone()),
                    ..Candidate::asserted("participatedIn", person.entity, event.entity, scene.sentence)
                };
                if !found.contains(&candidate) {
                    found.push(candidate);
                }
            }
        }
    }
    found
}

/// "hosted EVENT, with X and Y among the participants", "among those taking part": guests named behind the clause.
pub(crate) fn guests(scene: &Scene<'_>, names: &Names, dates: &[Dated]) -> Vec<Candidate> {
    let syntax = scene.syntax;
    let mut found = Vec::new();
    for with in (1..syntax.units.len()).filter(|&u| syntax.lemma(u) == "with") {
        let guests = with + 1 + usize::from(syntax.lemma(with + 1) == "the");
        if guests >= syntax.units.len() || !syntax.is_name(guests) || !among_participants(scene, guests + 1) {
            continue;
        }
        let event = (0..with).rev().find(|&u| syntax.units[u].class == UnitClass::Event);
        let Some((event, verb)) = event.and_then(|e| Some((e, syntax.clause_verb(e)?))) else { continue };
        let certainty = certainty::read(scene, verb);
        for named in scene.names_in(event) {
            for guest in scene.referents(guests).iter().filter(|r| can_attend(names, r.entity)) {
                found.push(Candidate {
                    status: certainty.status,
                    by: certainty.by.map(|r| r.entity).filter(|&by| by != guest.entity),
                    when: date_of(syntax, verb, event, dates).map(|d| d.value.clone()),
                    ..Candidate::asserted("participatedIn", guest.entity, named.entity, scene.sentence)
                });
            }
        }
    }
    found
}

/// Whether "among the participants", "among those taking part" or the like stands at a unit.
fn among_participants(scene: &Scene<'_>, unit: usize) -> bool {
    let lemma = |u: usize| scene.syntax.lemma(u);
    match (lemma(unit), lemma(unit + 1)) {
        ("among" | "amongst", "those") => {
            matches!(lemma(unit + 2), "take" | "attend" | "participate" | "present")
        }
        ("among" | "amongst", "the" | "its") => {
            matches!(lemma(unit + 2), "participant" | "guest" | "attendee" | "contestant" | "visitor")
        }
        _ => false,
    }
}

/// The verb of "X met Y at EVENT", "on the sidelines of EVENT".
fn done_at(scene: &Scene<'_>, unit: usize) -> Option<usize> {
    let syntax = scene.syntax;
    let preposition = syntax.head(unit).filter(|_| syntax.label(unit) == "pobj")?;
    let above = syntax.head(preposition)?;
    let place = match syntax.lemma(preposition) {
        "at" => preposition,
        "of" if matches!(
            syntax.lemma(above),
            "sideline" | "margin" | "fringe" | "opening" | "close" | "edge"
        ) =>
        {
            syntax.head(above)?
        }
        _ => return None,
    };
    // "met X for talks at EVENT": the noun between belongs to the same verb.
    let above = syntax.head(place)?;
    let verb =
        if syntax.is_verb(above) || syntax.is_name(above) { above } else { syntax.clause_verb(above)? };
    let active = syntax.is_verb(verb)
        && syntax.lemma(verb) != "be"
        && (!syntax.is_passive(verb) || is_company(syntax.lemma(verb)));
    let apart = (unit.min(verb)..unit.max(verb)).any(|u| syntax.lemma(u) == ";");
    (active && !apart).then_some(verb)
}

/// The verb of "X sailed with Y during EVENT", "X tested drones in EVENT".
fn done_during(scene: &Scene<'_>, names: &Names, unit: usize) -> Option<usize> {
    let syntax = scene.syntax;
    let preposition = syntax.head(unit).filter(|_| syntax.label(unit) == "pobj")?;
    let during = syntax.lemma(preposition) == "during";
    if !during && syntax.lemma(preposition) != "in"
        || scene.names_in(unit).any(|m| is_no_exercise(names, m.entity))
    {
        return None;
    }
    let above = syntax.head(preposition)?;
    // "its role in EVENT" is nothing that is done there.
    let beside = |u: usize| {
        during || syntax.has(List::Carriers, u) || syntax.has(List::VesselNouns, u) || scene.is_make(u)
    };
    let verb =
        if syntax.is_verb(above) { above } else { syntax.clause_verb(above).filter(|_| beside(above))? };
    let idle = matches!(
        syntax.lemma(verb),
        "be" | "have"
            | "see"
            | "include"
            | "invest"
            | "believe"
            | "result"
            | "culminate"
            | "find"
            | "mention"
            | "die"
    );
    let told = syntax.has(List::ReportingVerbs, verb) || syntax.has(List::AccusingVerbs, verb);
    (syntax.is_verb(verb) && !idle && !told).then_some(verb)
}

/// States and bodies that do something and those they do it with; of what is done to somebody, whom it puts there.
fn those_in(scene: &Scene<'_>, names: &Names, verb: usize) -> Vec<Referent> {
    let syntax = scene.syntax;
    let lemma = syntax.lemma(verb);
    let joins = matches!(
        lemma,
        "join" | "accompany" | "use" | "deploy" | "involve" | "engage" | "employ" | "field" | "embark"
    );
    let drills = matches!(
        lemma,
        "train"
            | "exercise"
            | "drill"
            | "sail"
            | "operate"
            | "fly"
            | "land"
            | "patrol"
            | "parachute"
            | "join"
    );
    let taking = |role: &Role| match role {
        Role::Subject => !syntax.is_passive(verb),
        Role::Object => joins,
        Role::Preposition(p) => drills && matches!(p.as_str(), "with" | "alongside"),
        _ => false,
    };
    let units = syntax.verb_arguments(verb).iter().filter(|(role, _)| taking(role));
    let body = |r: &Referent| matches!(names.entities[r.entity].kind, Kind::Country | Kind::Organization);
    units.flat_map(|(_, u)| scene.referents(*u)).filter(body).collect()
}

/// Wars, votes and negotiations go by names too, and much is done in them by those who are no part of them.
fn is_no_exercise(names: &Names, event: usize) -> bool {
    let label = names.entities[event].label.to_lowercase();
    let noun = |word: &str| {
        matches!(
            word,
            "war"
                | "wars"
                | "crisis"
                | "revolution"
                | "coup"
                | "election"
                | "elections"
                | "referendum"
                | "process"
                | "campaign"
                | "uprising"
                | "genocide"
                | "massacre"
                | "offensive"
                | "talks"
                | "incident"
                | "siege"
        )
    };
    label.split_whitespace().any(noun)
}

/// "EVENT between X and Y", "EVENT took place off Goa between X and Y": those between whom an event is take part.
pub(crate) fn between(scene: &Scene<'_>, names: &Names, dates: &[Dated]) -> Vec<Candidate> {
    let syntax = scene.syntax;
    let mut found = Vec::new();
    for unit in (0..syntax.units.len()).filter(|&u| syntax.units[u].class == UnitClass::Event) {
        let verb = syntax.clause_verb(unit);
        let part = |&p: &usize| {
            let own = p == unit + 1 || verb.is_some() && syntax.clause_verb(p) == verb;
            syntax.lemma(p) == "between" && own
        };
        let subject = || {
            let role = syntax.label(unit).starts_with("nsubj") || syntax.label(unit) == "appos";
            role && syntax.child(unit, &["conj"]).is_none()
        };
        let Some(between) = (unit + 1..syntax.units.len()).find(part) else { continue };
        if between != unit + 1 && !subject() {
            continue;
        }
        let certainty = certainty::read(scene, verb.unwrap_or(unit));
        let parties = syntax.child(between, &["pobj"]).map(|o| scene.referents(o)).unwrap_or_default();
        let body =
            |r: &&Referent| matches!(names.entities[r.entity].kind, Kind::Country | Kind::Organization);
        let parties: Vec<&Referent> = parties.iter().filter(body).collect();
        for event in scene.names_in(unit).filter(|_| parties.len() > 1) {
            found.extend(parties.iter().map(|party| Candidate {
                status: certainty.status,
                by: certainty.by.map(|r| r.entity),
                when: date_of(syntax, verb.unwrap_or(unit), unit, dates).map(|d| d.value.clone()),
                ..Candidate::asserted("participatedIn", party.entity, event.entity, scene.sentence)
            }));
        }
    }
    found
}

/// "As host nation Kenya sent ...", "the hosts, Kenya and Uganda": who is called the host of the one event spoken of.
pub(crate) fn hosts(scene: &Scene<'_>, names: &Names, dates: &[Dated]) -> Vec<Candidate> {
    let syntax = scene.syntax;
    let mut found = Vec::new();
    for host in (0..syntax.units.len()).filter(|&u| syntax.lemma(u) == "host" && !syntax.is_verb(u)) {
        let state = host + 1 < syntax.units.len() && syntax.has(List::CountryNouns, host + 1);
        let noun = host + usize::from(state);
        let next = if syntax.lemma(noun + 1) == "," { noun + 2 } else { noun + 1 };
        let named = (next..syntax.units.len()).take(2).find(|&u| syntax.is_name(u));
        let Some(named) = named.filter(|&u| u == next || syntax.lemma(next) == "the") else { continue };
        // "Besides the three hosts, A, B, C and D took part": as many as were counted.
        let counted = scene.count(host).is_none_or(|count| count == scene.referents(named).len());
        if !counted {
            continue;
        }
        let place = syntax.units[named].tokens.start;
        let mut here =
            scene.mentions.iter().map(|m| m.entity).filter(|&e| names.entities[e].kind == Kind::Event);
        let spoken = here.next().or_else(|| scene.discourse.description("exercise", scene.sentence, place));
        let event = spoken.filter(|&e| here.all(|other| other == e) && names.entities[e].kind == Kind::Event);
        let Some(event) = event else { continue };
        let country = |r: &Referent| names.entities[r.entity].kind == Kind::Country;
        let certainty = syntax.clause_verb(named).map(|v| certainty::read(scene, v)).unwrap_or_default();
        found.extend(scene.referents(named).into_iter().filter(country).map(|r| Candidate {
            status: certainty.status,
            when: date_of(syntax, named, named, dates).map(|d| d.value.clone()),
            ..Candidate::asserted("organized", r.entity, event, scene.sentence)
        }));
    }
    found
}

/// "Pacific Vanguard, a US-led exercise", "the US-led Pacific Vanguard": who is said to lead an event in the word before it.
pub(crate) fn leading(scene: &Scene<'_>, names: &Names, dates: &[Dated]) -> Vec<Candidate> {
    let syntax = scene.syntax;
    let mut found = Vec::new();
    for mark in (1..syntax.units.len()).filter(|&u| syntax.lemma(u) == "-" && leads(scene, u + 1)) {
        let Some(event) = led_ahead(scene, mark + 1).or_else(|| led_behind(scene, mark)) else { continue };
        let certainty = certainty::read(scene, syntax.clause_verb(event).unwrap_or(event));
        let when = date_of(syntax, event, event, dates).map(|d| d.value.clone());
        let body =
            |m: &&NameMention| matches!(names.entities[m.entity].kind, Kind::Country | Kind::Organization);
        for leader in scene.names_in(mark - 1).filter(body) {
            found.extend(scene.names_in(event).map(|named| Candidate {
                status: certainty.status,
                when: when.clone(),
                ..Candidate::asserted("organized", leader.entity, named.entity, scene.sentence)
            }));
        }
    }
    found
}

/// Whether a unit is the "led" of "US-led", the "hosted" of "Kenyan-hosted".
fn leads(scene: &Scene<'_>, unit: usize) -> bool {
    let syntax = scene.syntax;
    unit < syntax.units.len()
        && (syntax.is_form(unit, "led") || syntax.is_form(unit, "run") || syntax.has(List::HostWords, unit))
}

/// The event of "US-led (multinational) EVENT".
fn led_ahead(scene: &Scene<'_>, participle: usize) -> Option<usize> {
    let syntax = scene.syntax;
    let described = |u: &usize| matches!(syntax.tag(*u), "JJ" | "NN" | "VBN" | "CD");
    let next = (participle + 1..syntax.units.len()).take(4).find(|u| !described(u) || syntax.is_name(*u))?;
    (syntax.units[next].class == UnitClass::Event).then_some(next)
}

/// The event of "EVENT, a US-led exercise", "EVENT is a US-led exercise".
fn led_behind(scene: &Scene<'_>, mark: usize) -> Option<usize> {
    let syntax = scene.syntax;
    let noun = (mark + 2..syntax.units.len()).take(3).find(|&u| syntax.has(List::EventNouns, u))?;
    let plain = (mark + 2..noun).all(|u| matches!(syntax.tag(u), "JJ" | "NN" | "VBN" | "CD"));
    let own = |u: &usize| !matches!(syntax.tag(*u), "DT" | "JJ" | "RB" | "VBN" | "PRP$");
    let link = (0..mark - 1).rev().find(own).filter(|_| plain)?;
    let linked = syntax.lemma(link) == "," || syntax.lemma(link) == "be";
    let event = link.checked_sub(1).filter(|_| linked)?;
    (syntax.units[event].class == UnitClass::Event).then_some(event)
}

/// "Twenty nations came, among them X and Y", where an event is spoken of: those named of the many who came.
pub(crate) fn came(scene: &Scene<'_>, names: &Names, dates: &[Dated]) -> Vec<Candidate> {
    let syntax = scene.syntax;
    let is_event = |entity: usize| names.entities[entity].kind == Kind::Event;
    let mut found = Vec::new();
    if scene.mentions.iter().any(|m| is_event(m.entity)) {
        return found;
    }
    for verb in (1..syntax.units.len()).filter(|&u| comes(scene, u)) {
        let Some(many) = syntax.surface_subject(verb).filter(|&s| is_many(scene, s)) else { continue };
        let guests: Vec<Referent> =
            syntax.included(many).into_iter().flat_map(|u| scene.referents(u)).collect();
        if guests.is_empty() {
            continue;
        }
        let Some(event) = scene.discourse.topic_entity(scene.sentence, is_event) else { continue };
        let certainty = certainty::read(scene, verb);
        found.extend(guests.iter().filter(|r| can_attend(names, r.entity)).map(|guest| Candidate {
            status: certainty.status,
            by: certainty.by.map(|r| r.entity).filter(|&by| by != guest.entity),
            when: date_of(syntax, verb, verb, dates).map(|d| d.value.clone()),
            ..Candidate::asserted("participatedIn", guest.entity, event, scene.sentence)
        }));
    }
    found
}

/// Whether a verb says that somebody came, with nothing that says to what but the event ("came under fire").
fn comes(scene: &Scene<'_>, verb: usize) -> bool {
    let syntax = scene.syntax;
    let lemma = syntax.lemma(verb);
    let here = || syntax.children_of(verb, &["advmod"]).any(|u| matches!(syntax.lemma(u), "here" | "there"));
    let coming = matches!(lemma, "come" | "gather" | "assemble" | "converge") || lemma == "be" && here();
    let plain = |(role, _): &(Role, usize)| match role {
        Role::Subject => true,
        Role::Preposition(p) => matches!(p.as_str(), "in" | "at" | "on" | "for" | "there"),
        _ => false,
    };
    coming && syntax.is_verb(verb) && syntax.verb_arguments(verb).iter().all(plain)
}

/// "forty heads of state", "twenty nations": a plural of those who come to events.
fn is_many(scene: &Scene<'_>, noun: usize) -> bool {
    let syntax = scene.syntax;
    let guests = [List::CountryNouns, List::Carriers, List::PartyNouns, List::Offices];
    syntax.tag(noun) == "NNS" && guests.iter().any(|&list| syntax.has(list, noun))
}

fn doers(scene: &Scene<'_>, verb: usize) -> Vec<Referent> {
    let both = is_company(scene.syntax.lemma(verb));
    let arguments = scene.syntax.verb_arguments(verb).iter();
    let doing = arguments.filter(|(r, _)| *r == Role::Subject || (both && *r == Role::Object));
    doing.flat_map(|(_, u)| scene.referents(*u)).collect()
}

/// Verbs whose subject and object are in one place.
fn is_company(lemma: &str) -> bool {
    matches!(lemma, "join" | "meet" | "accompany" | "represent" | "welcome" | "receive" | "greet")
}

fn can_attend(names: &Names, entity: usize) -> bool {
    matches!(names.entities[entity].kind, Kind::Person | Kind::Country | Kind::Organization)
}
