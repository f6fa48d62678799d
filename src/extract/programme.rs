//! Entries of calendars and headings that announce an event without a verb: "14-16 February 2025: Munich Security
//! Conference, Munich, Germany", "Internet Governance Forum, Riyadh; host: Saudi Arabia", "SECOND SUMMIT | OSLO, 3 MAY".

use super::line::Line;
use super::names::{NameMention, Names};
use super::reference::Scene;
use super::statements::Candidate;
use super::syntax::Syntax;
use super::when::Dated;
use crate::graph::Kind;
use crate::vocabulary::words::List;

/// What an entry says of its event: where it is, who runs it and who comes. One of nothing but hosts or guests goes on about the event of the
/// paragraph.
pub(crate) fn read(scene: &Scene<'_>, names: &Names, dates: &[Dated]) -> Vec<Candidate> {
    let kinds = |entity: usize| names.entities[entity].kind;
    let line = Line::new(scene, &kinds);
    if has_clause(&line) {
        return Vec::new();
    }
    let event = line.mentions().iter().find(|m| line.kind(m.entity) == Kind::Event);
    let when = event.and(dates.first()).filter(|_| dates.len() == 1).map(|d| d.value.clone());
    let said = |relation, subject, object| Candidate {
        when: when.clone(),
        ..Candidate::asserted(relation, subject, object, scene.sentence)
    };
    let venue = event.and_then(|e| Some(said("locatedIn", e.entity, venue(&line, e, dates)?)));
    let going_on = || scene.discourse.topic_entity(scene.sentence, |e| kinds(e) == Kind::Event);
    let Some(event) = event.map(|e| e.entity).or_else(going_on) else { return Vec::new() };
    let hosts = hosts(&line).into_iter().map(|host| said("organized", host, event));
    let guests = guests(&line).into_iter().map(|guest| said("participatedIn", guest, event));
    venue.into_iter().chain(hosts).chain(guests).collect()
}

/// Whether a sentence is all there is of its paragraph and has no verb: a heading, however it is set.
pub(crate) fn is_headline(syntax: &Syntax<'_>) -> bool {
    let finite = |u: usize| !syntax.is_name(u) && matches!(syntax.tag(u), "VBD" | "VBZ" | "VBP" | "MD" | ".");
    !(0..syntax.units.len()).any(finite)
}

/// Whether a finite verb makes a clause of the sentence.
fn has_clause(line: &Line<'_>) -> bool {
    let finite = |t: usize| matches!(line.tag(t), "VBD" | "VBZ" | "VBP" | "MD") && line.at(t).is_none();
    (0..line.len()).any(finite)
}

/// The first place after an event and the marks, dates and acronym that may stand between.
fn venue(line: &Line<'_>, event: &NameMention, dates: &[Dated]) -> Option<usize> {
    let mut at = event.tokens.end;
    let mut parted = false;
    while at < line.len() {
        if let Some(mention) = line.at(at) {
            if mention.entity == event.entity {
                at = mention.tokens.end;
                continue;
            }
            let kind = line.kind(mention.entity);
            // "Participants in the exercise: France, Italy": countries in a row are no venue.
            let row = kind == Kind::Country && line.is(at - 1, &[":"]);
            let place = matches!(kind, Kind::Place | Kind::Country) && !row;
            return (place && parted).then_some(mention.entity);
        }
        let mark = line.is(at, &[",", "|", "–", "—", "-", "(", ")", "in", "at", ":"]);
        let dated = dates.iter().any(|d| d.tokens.contains(&at));
        let acronym = line.word(at).chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
        if !(mark || dated || acronym) {
            return None;
        }
        parted |= mark;
        at += 1;
    }
    None
}

/// Who stands after "host:", "co-chairs:", "organised by".
fn hosts(line: &Line<'_>) -> Vec<usize> {
    let start = (0..line.len()).find_map(|t| host_list(line, t));
    start.map(|at| listed_actors(line, at)).unwrap_or_default()
}

/// States and bodies one after the other from `at` on.
fn listed_actors(line: &Line<'_>, mut at: usize) -> Vec<usize> {
    let mut found = Vec::new();
    while at < line.len() {
        if let Some(mention) = line.at(at) {
            if matches!(line.kind(mention.entity), Kind::Country | Kind::Organization) {
                found.push(mention.entity);
            }
            at = mention.tokens.end;
        } else if line.is(at, &[",", "and", "&", "the", "with", "together"]) {
            at += 1;
        } else {
            break;
        }
    }
    found
}

/// Who stands after "speakers:", "participants:", what is put in after their names left aside: the persons, if there are
/// any, else the states and bodies.
fn guests(line: &Line<'_>) -> Vec<usize> {
    let announces =
        |t: usize| line.at(t).is_none() && line.listed(List::GuestWords, t) && line.is(t + 1, &[":"]);
    let Some(start) = (0..line.len()).find(|&t| announces(t)) else { return Vec::new() };
    let end = (start..line.len()).find(|&t| line.is(t, &[";", "."])).unwrap_or(line.len());
    let named = line.mentions().iter().filter(|m| m.tokens.start > start && m.tokens.end <= end);
    let persons: Vec<usize> =
        named.filter(|m| line.kind(m.entity) == Kind::Person).map(|m| m.entity).collect();
    if persons.is_empty() { listed_actors(line, start + 2) } else { persons }
}

/// Where the names of hosts begin that a word at `token` announces ("host:", "organised by").
fn host_list(line: &Line<'_>, token: usize) -> Option<usize> {
    let announces = line.at(token).is_none() && line.listed(List::HostWords, token);
    (announces && line.is(token + 1, &[":", "by"])).then_some(token + 2)
}
