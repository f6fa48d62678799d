//! Who leads a body, where a participle or a few words beside it say so: "X, led since May by Y,", "with Y in charge".

use super::line::Line;
use super::names::{NameMention, Names};
use super::offices::{Office, Post, past_titles};
use super::reference::Scene;
use super::syntax::Syntax;
use super::when::{Dated, date_of};
use crate::graph::Kind;
use crate::vocabulary::words::List;

/// How many words may stand between "led" and "by".
const REACH: usize = 7;

/// Leaders the sentence tells besides those `known`.
pub(crate) fn read(scene: &Scene<'_>, known: &[Office], names: &Names, dates: &[Dated]) -> Vec<Office> {
    let kinds = |entity: usize| names.entities[entity].kind;
    let line = Line::new(scene, &kinds);
    let told = |body: usize, person: usize| known.iter().any(|o| o.body == body && o.person == person);
    let mut found = Vec::new();
    for token in 0..line.len() {
        let told_here = led(&line, token).or_else(|| in_charge(&line, token));
        let Some((body, person)) = told_here.or_else(|| charged(&line, token)) else { continue };
        for person in leaders(&line, person) {
            if body != person.entity && !told(body, person.entity) {
                found.push(leader(&line, token, body, person, dates));
            }
        }
    }
    found
}

fn leader(line: &Line<'_>, token: usize, body: usize, person: &NameMention, dates: &[Dated]) -> Office {
    let between = |d: &&Dated| token < d.tokens.start && d.tokens.end <= person.tokens.start;
    let since = dates.iter().find(between).map(|d| d.value.clone());
    let syntax = line.scene.syntax;
    let own = || line.unit(token).filter(|&u| syntax.is_verb(u)).and_then(|u| date_of(syntax, u, u, dates));
    let when = since.or_else(|| own().map(|d| d.value.clone()).filter(|v| v.contains('/')));
    let role = if line.is(token + 1, &["command"]) { "commander" } else { "head" };
    Office { when, ..Office::held(person.entity, Post::called(body, role), token) }
}

/// "chaired in turn by A, B and C": all who are listed.
fn leaders<'l>(line: &Line<'l>, first: &'l NameMention) -> Vec<&'l NameMention> {
    line.people_from(first.tokens.start)
}

/// "the agency, led since May by X", "managed by X, the academy", "and has been directed since 2019 by X".
fn led<'l>(line: &Line<'l>, token: usize) -> Option<(usize, &'l NameMention)> {
    if !line.listed(List::LeadingParticiples, token) || !line.tag(token).starts_with("VB") {
        return None;
    }
    let verb = |t: usize| line.tag(t).starts_with('V') || line.word(t) == "," || line.word(t) == ";";
    let by = (token + 1..line.len().min(token + REACH))
        .take_while(|&t| !verb(t))
        .find(|&t| line.is(t, &["by"]))?;
    let person = line.person_from(past_titles(line, by + 1))?;
    if line.unit(token).is_some_and(|verb| leads_crew(line.scene.syntax, verb)) {
        return None;
    }
    let helped = (token.saturating_sub(3)..token).any(|t| line.is(t, &["be", "been", "is", "was"]));
    let body = if helped {
        subject(line, token)
    } else {
        called(line, token).or_else(|| beside(line, token)).or_else(|| behind(line, token, person))
    };
    body.map(|b| (b, person))
}

/// "leads a team", "a delegation of X led by Y": what is led is a few people, not those they are from.
pub(crate) fn leads_crew(syntax: &Syntax<'_>, verb: usize) -> bool {
    let crew = |u: usize| syntax.has(List::Crews, u) && !syntax.is_name(u);
    let noun = syntax.head(verb).filter(|_| syntax.label(verb) == "acl");
    let preposition = noun.filter(|&n| syntax.label(n) == "pobj").and_then(|n| syntax.head(n));
    let above = preposition.and_then(|p| syntax.head(p));
    syntax.children_of(verb, &["dobj"]).chain(noun).chain(above).any(crew)
}

/// "X, the party led by Y", "X, a unit of Z headed by Y": the body that is called what the participle is said of.
fn called(line: &Line<'_>, token: usize) -> Option<usize> {
    let syntax = line.scene.syntax;
    let mut noun = syntax.head(line.unit(token)?)?;
    // "a unit of Z headed by Y": the parse may hang it on Z.
    if syntax.is_name(noun) && syntax.label(noun) == "pobj" {
        noun = syntax.head(noun).and_then(|preposition| syntax.head(preposition))?;
    }
    line.body_called(noun)
}

/// The body a reduced participle follows.
fn beside(line: &Line<'_>, token: usize) -> Option<usize> {
    let mut end = token;
    while end > 0 && (line.word(end - 1) == "," || line.tag(end - 1) == "RB") {
        end -= 1;
    }
    organization(line, line.body_until(end)?)
}

/// The body after a participle that opens the sentence: "Founded in 2002 and managed by X, the academy".
fn behind(line: &Line<'_>, token: usize, person: &NameMention) -> Option<usize> {
    let fronted = token == 0
        || line.is(token - 1, &["and"]) && line.tag(0) == "VBN" && (0..token).all(|t| line.word(t) != ",");
    let comma = person.tokens.end;
    let start = comma + 1 + usize::from(line.is(comma + 1, &["the"]));
    let body = line.mentions().iter().find(|m| m.tokens.start == start)?;
    if fronted && line.word(comma) == "," { organization(line, body) } else { None }
}

/// The body that is the subject of the verb, by the parse or as the first of the sentence.
fn subject(line: &Line<'_>, token: usize) -> Option<usize> {
    let syntax = line.scene.syntax;
    let verb = line.unit(token)?;
    let Some(subject) = syntax.surface_subject(verb) else { return only_before(line, token, |_| true) };
    // "The agency, a unit of the ministry, is led by X": not the ministry.
    let apart = |m: &NameMention| {
        line.unit(m.tokens.start).is_none_or(|u| u <= subject || !syntax.within(u, subject))
    };
    // "whose commission was chaired by X": of the body whose commission it is.
    let owner = || syntax.child(subject, &["poss"]).and_then(|p| syntax.dereference(p));
    let owners = || owner().map(|o| line.scene.referents(o)).unwrap_or_default();
    let referents = line.scene.referents(subject);
    let referents = if referents.is_empty() { owners() } else { referents };
    let mut bodies = referents.into_iter().map(|r| r.entity);
    let Some(body) = bodies.next() else { return only_before(line, token, apart) };
    (line.kind(body) == Kind::Organization && bodies.next().is_none()).then_some(body)
}

/// The one body named in the sentence before a token, of those that fit.
fn only_before(line: &Line<'_>, token: usize, fits: impl Fn(&NameMention) -> bool) -> Option<usize> {
    let before = line.mentions().iter().filter(|m| m.tokens.end <= token && line.is_body(m) && fits(m));
    let mut entities: Vec<usize> = before.map(|m| m.entity).collect();
    entities.dedup();
    match entities.as_slice() {
        [one] => Some(*one).filter(|&e| line.kind(e) == Kind::Organization),
        _ => None,
    }
}

fn organization(line: &Line<'_>, mention: &NameMention) -> Option<usize> {
    (line.kind(mention.entity) == Kind::Organization).then_some(mention.entity)
}

/// Where "in charge" or "in command" at a token ends.
fn past_charge(line: &Line<'_>, token: usize) -> Option<usize> {
    (line.is(token, &["in"]) && line.is(token + 1, &["charge", "command"])).then_some(token + 2)
}

/// The body behind "of": the one in charge of which somebody is, or of a thing at which he is ("of trade at the bank").
fn ruled<'l>(line: &Line<'l>, of: usize) -> Option<&'l NameMention> {
    /// How many words may name the thing.
    const THING: usize = 8;
    let named = |t: usize| {
        let start = t + 1 + usize::from(line.is(t + 1, &["the"]));
        line.mentions().iter().find(|m| m.tokens.start == start && line.kind(m.entity) == Kind::Organization)
    };
    if !line.is(of, &["of"]) {
        return None;
    }
    let plain = |t: &usize| {
        line.at(*t).is_none() && !line.tag(*t).starts_with('V') && !line.is(*t, &[",", ";", ":", ")"])
    };
    let at = (of + 1..of + THING).take_while(plain).find(|&t| line.is(t, &["at", "within"]));
    let own = named(of).filter(|m| !line.possessive(m.tokens.end));
    own.or_else(|| named(at?))
}

/// "X, in charge of trade at the Commission,", "Y (formerly in command of the fleet)": said right behind a name.
fn charged<'l>(line: &Line<'l>, token: usize) -> Option<(usize, &'l NameMention)> {
    let body = ruled(line, past_charge(line, token)?)?;
    let when = |t: &usize| line.listed(List::FormerWords, *t) || line.is(*t, &["still", "long", "again"]);
    let start = (0..token).rev().take_while(when).last().unwrap_or(token);
    let mark = start.checked_sub(1).filter(|&t| line.is(t, &[",", "("]))?;
    Some((body.entity, line.person_until(mark)?))
}

/// "with X in charge", "with X at the helm": of the body named after it, else of the subject.
fn in_charge<'l>(line: &Line<'l>, token: usize) -> Option<(usize, &'l NameMention)> {
    let helm = || {
        let at = line.is(token, &["at"]) && line.is(token + 1, &["the"]);
        (at && (line.listed(List::Helms, token + 2) || line.is(token + 2, &["head"]))).then_some(token + 3)
    };
    let end = past_charge(line, token).or_else(helm)?;
    let person = line.person_until(token)?;
    line.titles_before(person).checked_sub(1).filter(|&with| line.is(with, &["with"]))?;
    if line.is(end, &["of"]) {
        return ruled(line, end).map(|body| (body.entity, person));
    }
    let syntax = line.scene.syntax;
    let verb = syntax.clause_verb(line.unit(person.tokens.start)?)?;
    let subject = syntax.surface_subject(verb)?;
    let mut bodies = line.scene.referents(subject).into_iter().map(|r| r.entity);
    let body = bodies.find(|&e| line.kind(e) == Kind::Organization)?;
    Some((body, person))
}
