//! Named events: who was there, and when it was - a date said of an event dates those who ran it and those who came, in
//! the same sentence.

use super::certainty;
use super::names::Names;
use super::reference::{Referent, Scene};
use super::statements::Candidate;
use super::when::{Dated, date_of};
use crate::graph::{Kind, Status};
use crate::language::UnitClass;
use crate::vocabulary::frame::Role;
use std::collections::BTreeMap;

/// "At the summit, X said ...": whoever does something at an event takes part in it.
pub(crate) fn present(scene: &Scene<'_>, names: &Names, dates: &[Dated]) -> Vec<Candidate> {
    let syntax = scene.syntax;
    let mut found: Vec<Candidate> = Vec::new();
    for unit in (0..syntax.units.len()).filter(|&u| syntax.units[u].class == UnitClass::Event) {
        let Some(verb) = done_at(scene, unit) else { continue };
        let certainty = certainty::read(scene, verb);
        for event in scene.names_in(unit) {
            for person in doers(scene, verb).into_iter().filter(|r| can_attend(names, r.entity)) {
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

/// When the events of a passage were, as the passage has it so far.
#[derive(Debug, Default)]
pub(crate) struct Remembered {
    of: BTreeMap<usize, Spoken>,
}

#[derive(Debug)]
struct Spoken {
    when: String,
    /// Whether a heading says so: then it holds for the paragraphs under it.
    heading: bool,
}

impl Remembered {
    /// A paragraph begins: of the same event of another year it may speak without saying so.
    pub(crate) fn open_block(&mut self) {
        self.of.retain(|_, spoken| spoken.heading);
    }

    /// Takes note of the dates that candidates give their events.
    pub(crate) fn learn(&mut self, candidates: &[Candidate], names: &Names, heading: bool) {
        for candidate in candidates.iter().filter(|c| c.status != Status::Negated) {
            let when = candidate.when.as_ref().filter(|when| !when.contains(".."));
            if let (Some(event), Some(when)) = (event_of(candidate, names), when) {
                self.of.insert(event, Spoken { when: when.clone(), heading });
            }
        }
    }
}

/// Gives statements about an event without a date of their own that of the event: what else the sentence says of
/// it, what the passage said before, or the year of its name ("RIMPAC 2024").
pub(crate) fn date(candidates: &mut [Candidate], names: &Names, before: &Remembered) {
    for at in 0..candidates.len() {
        let candidate = &candidates[at];
        let Some(event) = event_of(candidate, names).filter(|_| candidate.when.is_none()) else { continue };
        let when = said_elsewhere(candidates, event, names)
            .or_else(|| before.of.get(&event).map(|spoken| spoken.when.clone()))
            .or_else(|| year_of(&names.entities[event].label));
        candidates[at].when = when;
    }
}

/// The event a statement is about, if it took place when the event did.
fn event_of(candidate: &Candidate, names: &Names) -> Option<usize> {
    let is_event = |entity: &usize| names.entities[*entity].kind == Kind::Event;
    match candidate.relation.as_str() {
        "participatedIn" | "organized" | "sentPersonnelTo" => Some(candidate.object).filter(is_event),
        "locatedIn" => Some(candidate.subject).filter(is_event),
        _ => None,
    }
}

/// The one date that other facts about the event have.
fn said_elsewhere(candidates: &[Candidate], event: usize, names: &Names) -> Option<String> {
    let said = |c: &&Candidate| c.status == Status::Asserted && event_of(c, names) == Some(event);
    let mut dates = candidates.iter().filter(said).filter_map(|c| c.when.as_ref());
    let first = dates.next().filter(|when| !when.contains(".."))?;
    dates.all(|when| when == first).then(|| first.clone())
}

fn year_of(label: &str) -> Option<String> {
    let is_year =
        |w: &&str| w.len() == 4 && w.starts_with(['1', '2']) && w.bytes().all(|b| b.is_ascii_digit());
    label.split_whitespace().find(is_year).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::year_of;

    #[test]
    fn a_year_in_a_name_is_found() {
        assert_eq!(year_of("Cold Response 2022").as_deref(), Some("2022"));
        assert_eq!(year_of("2014 Wales Summit").as_deref(), Some("2014"));
        assert_eq!(year_of("C5+1 Summit"), None);
    }
}
