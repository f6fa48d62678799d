//! Whom a body works under, or with at its head: "the committee under Faouzia Mebarki", "opened with Jin Liqun as president".

use super::phrase::Phrase;
use super::{Holding, Office, Post};
use crate::extract::line::Line;
use crate::extract::names::NameMention;
use crate::graph::Kind;
use crate::vocabulary::frame::Role;
use crate::vocabulary::words::List;

/// What somebody is called whom a body works under.
const HEAD: &str = "head";

/// Who heads a body because it works under them.
pub(super) fn read(line: &Line<'_>) -> Vec<Office> {
    let people = line.mentions().iter().filter(|m| line.is_person(m));
    let head = |person: &NameMention, body| {
        Office::held(person.entity, Post::called(body, HEAD), person.tokens.start)
    };
    people.filter_map(|person| Some(head(person, under(line, person)?))).collect()
}

/// "the committee under X", "the Southern Command, then under General X,", "the centre started work under X".
fn under(line: &Line<'_>, person: &NameMention) -> Option<usize> {
    let before = line.titles_before(person).checked_sub(1)?;
    if let Some(unit) = of_officer(line, person, before) {
        return Some(unit);
    }
    // "under the command of Captain X"
    let led = line.is(before, &["of"]) && before > 2 && line.is(before - 2, &["the"]);
    let led =
        led && line.is(before - 1, &["command", "leadership", "direction", "presidency", "chairmanship"]);
    let before = if led { before - 3 } else { before };
    let under = Some(before).filter(|&u| line.is(u, &["under"]))?;
    let start = if under > 0 && line.listed(List::FormerWords, under - 1) { under - 1 } else { under };
    let aside = start.checked_sub(1).filter(|&c| line.word(c) == "," && line.word(person.tokens.end) == ",");
    let beside = line.body_until(under).or_else(|| aside.and_then(|c| line.body_until(c)));
    let named = beside.map(|m| m.entity).filter(|&b| line.kind(b) == Kind::Organization);
    named.or_else(|| called(line, under)).or_else(|| acting(line, under, true))
}

/// "the 132 Air Wing of Colonel Martin Tesli": a unit is of the officer who commands it.
fn of_officer(line: &Line<'_>, person: &NameMention, of: usize) -> Option<usize> {
    let rank = (of + 1..person.tokens.start).any(|t| line.listed(List::Ranks, t));
    let unit = line.body_until(of).filter(|_| rank && line.is(of, &["of"]))?;
    let named = line.lower(unit.tokens.end - 1);
    let force = matches!(
        named.as_ref(),
        "wing"
            | "brigade"
            | "squadron"
            | "regiment"
            | "battalion"
            | "division"
            | "group"
            | "corps"
            | "flotilla"
            | "fleet"
    );
    (force && line.kind(unit.entity) == Kind::Organization).then_some(unit.entity)
}

/// "Task Force 7, an Italian formation under X": the body that is called what stands before "under".
fn called(line: &Line<'_>, under: usize) -> Option<usize> {
    let syntax = line.scene.syntax;
    let noun = line.unit(under.checked_sub(1)?).filter(|&noun| syntax.tag(noun) == "NN")?;
    line.body_called(noun)
}

/// "opened with X as president": who holds the phrase's office, at the body that acts.
pub(super) fn installed(line: &Line<'_>, phrase: &Phrase) -> Option<Holding> {
    let joint = phrase.tokens.start.checked_sub(1).filter(|&t| line.is(t, &["as"]))?;
    let led = |m: &&NameMention| {
        line.is_person(m) && line.titles_before(m).checked_sub(1).is_some_and(|w| line.is(w, &["with"]))
    };
    // "with X, the president of Y, as its first chairman"
    let aside = || {
        let before = line.mentions().iter().rev().find(|m| m.tokens.end < joint && line.is_person(m));
        let set_off = |m: &&NameMention| line.word(joint - 1) == "," && line.word(m.tokens.end) == ",";
        before.filter(set_off).filter(led)
    };
    let person = line.person_until(joint).or_else(aside)?;
    let with = line.titles_before(person).checked_sub(1).filter(|&w| line.is(w, &["with"]))?;
    let body = acting(line, with, false)?;
    Some(Holding { body: Some(body), ..Holding::plain(vec![person.entity]) })
}

/// The body that the clause around a preposition is about; for "under" one that begins or goes about its work, as one
/// that flourishes under a president is not his.
fn acting(line: &Line<'_>, preposition: usize, working: bool) -> Option<usize> {
    let syntax = line.scene.syntax;
    let verb = syntax.clause_verb(line.unit(preposition)?)?;
    if working && !syntax.has(List::OpeningVerbs, verb) && !syntax.has(List::WorkingVerbs, verb) {
        return None;
    }
    let role = if syntax.is_passive(verb) { Role::Object } else { Role::Subject };
    let subjects = syntax.verb_arguments(verb).iter().filter(|(r, u)| *r == role && *u < verb);
    let mut bodies = subjects.flat_map(|(_, u)| line.scene.referents(*u)).map(|r| r.entity);
    bodies.find(|&b| line.kind(b) == Kind::Organization)
}
