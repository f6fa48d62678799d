//! Clauses whose verb is left out: "Spain joined in 1982, Poland in 1999", "teamed up with France, Finland with Poland".
//! What stands in the gap is told by the clause before it and by what is still said.

use super::certainty;
use super::ground::{Filler, Ground, Mechanism, Words};
use super::names::Names;
use super::parallels::Told;
use super::reference::{Referent, Scene};
use super::statements::Candidate;
use super::syntax::Syntax;
use super::when::Dated;
use crate::graph::Kind;
use crate::language::Unit;
use crate::vocabulary::words::List;

/// How many units may stand between a name and the date that is all the rest of its clause ("not until 1963").
const WIDEST: usize = 5;

/// Statements of clauses without a verb. What the parse made of their names is taken out of `told`.
pub(crate) fn read(
    scene: &Scene<'_>,
    told: &mut Vec<Told>,
    names: &Names,
    dates: &[Dated],
) -> Vec<Candidate> {
    let kind = |entity: usize| names.entities[entity].kind;
    let mut found = Vec::new();
    let giving = |t: &&Told| matches!(t.candidate.relation.as_str(), "supported" | "sentPersonnelTo");
    if let Some(base) = told.iter().rev().find(giving).cloned() {
        found.extend(sums(scene, told, &base));
    }
    for unit in 1..scene.syntax.units.len() {
        let Some(base) = base(scene.syntax, told, unit) else { continue };
        if let Some(other) = companion(scene.syntax, &base, unit) {
            found.extend(shared(scene, told, &base, [unit, other]));
            told.retain(|t| !crosses(t, &base, unit, other));
            found.extend(pairs(scene, &base, unit, other));
        } else if let Some(date) = dated(scene.syntax, unit, dates) {
            told.retain(|t| t.trigger != base.trigger || (t.subject != unit && t.object != unit));
            found.extend(again(scene, told, &base, unit, &date.value, &kind));
        }
    }
    found
}

/// The statement of the clause before the name at `unit`, if one comes before it and the name opens a new stretch.
fn base(syntax: &Syntax<'_>, told: &[Told], unit: usize) -> Option<Told> {
    if !is_actor(syntax, unit) || !opens(syntax, unit) {
        return None;
    }
    let own_verb = syntax.head(unit).is_some_and(|h| {
        syntax.is_verb(h) && h > unit && matches!(syntax.label(unit), "nsubj" | "nsubjpass")
    });
    let before = told.iter().filter(|t| t.trigger < unit && t.main && t.subject < unit);
    // Of what the same verb tells, what has the preposition of the gap.
    let last = before.max_by_key(|t| (t.trigger, companion(syntax, t, unit).is_some()));
    last.filter(|_| !own_verb).cloned()
}

fn is_actor(syntax: &Syntax<'_>, unit: usize) -> bool {
    syntax.is_name(unit) || matches!(syntax.lemma(unit), "former" | "latter")
}

/// Whether a comma, semicolon or "and" stands before the name, past its article.
fn opens(syntax: &Syntax<'_>, unit: usize) -> bool {
    let before = if syntax.lemma(unit - 1) == "the" { unit.checked_sub(2) } else { Some(unit - 1) };
    before.is_some_and(|u| matches!(syntax.lemma(u), "," | ";" | "and" | "but" | "then" | "next" | "finally"))
}

/// Whether the stretch is over at `unit`.
fn closes(syntax: &Syntax<'_>, unit: usize) -> bool {
    unit >= syntax.units.len()
        || matches!(syntax.lemma(unit), "," | ";" | "." | "and" | "but" | "while" | ")")
}

/// "Poland in 1999", "the latter two years later", "Switzerland not until 1963": the date that is all else said.
fn dated<'d>(syntax: &Syntax<'_>, unit: usize, dates: &'d [Dated]) -> Option<&'d Dated> {
    let token = |u: usize| syntax.units.get(u).map(|u| u.tokens.clone());
    let starts = |d: &&Dated, u: usize| token(u).is_some_and(|t| t.contains(&d.tokens.start));
    let at = (unit + 1..unit + 1 + WIDEST).find(|&u| dates.iter().any(|d| starts(&d, u)))?;
    let idle = |u: usize| {
        matches!(syntax.tag(u), "IN" | "RB" | "DT" | "CD" | "NN" | "JJ" | "-LRB-") && !syntax.is_name(u)
    };
    let date = dates.iter().find(|d| starts(d, at) && !d.modifier)?;
    let end = (at..syntax.units.len()).find(|&u| token(u).is_some_and(|t| t.start >= date.tokens.end));
    let end = end.unwrap_or(syntax.units.len());
    ((unit + 1..at).all(idle) && closes(syntax, past_place(syntax, end))).then_some(date)
}

/// "Switzerland a day earlier in Washington": the unit past a place that is told besides, if one is.
fn past_place(syntax: &Syntax<'_>, unit: usize) -> usize {
    let place = unit + 1 < syntax.units.len()
        && matches!(syntax.lemma(unit), "in" | "at")
        && syntax.is_name(unit + 1);
    if place { unit + 2 } else { unit }
}

/// "Finland with Poland": the name behind the preposition that the clause before has before its object too.
fn companion(syntax: &Syntax<'_>, base: &Told, unit: usize) -> Option<usize> {
    let preposition = unit + 1;
    let governing = syntax.head(base.object).filter(|&p| syntax.tag(p) == "IN")?;
    let same = preposition < syntax.units.len()
        && syntax.tag(preposition) == "IN"
        && syntax.lemma(preposition) == syntax.lemma(governing);
    let behind = preposition + 1;
    let name = if syntax.lemma(behind) == "the" { behind + 1 } else { behind };
    let named = same && name < syntax.units.len() && syntax.is_name(name);
    (named && closes(syntax, name + 1)).then_some(name)
}

/// Whether a statement read from the clause before reaches into the gap.
fn crosses(told: &Told, base: &Told, unit: usize, other: usize) -> bool {
    let inside = |u: usize| u == unit || u == other;
    told.trigger == base.trigger && (inside(told.subject) || inside(told.object))
}

fn pairs(scene: &Scene<'_>, base: &Told, unit: usize, other: usize) -> Vec<Candidate> {
    let mut found = Vec::new();
    let named = |at: usize| scene.referents(at).into_iter().filter(move |r| r.unit == at);
    for subject in named(unit) {
        for object in named(other) {
            let mut candidate = Candidate { when: None, ..base.candidate.clone() };
            (candidate.subject, candidate.object) = (subject.entity, object.entity);
            candidate.ground = ground(scene, base, Some(subject), Some(object));
            found.push(candidate);
        }
    }
    found
}

/// What the clause before says of its subject beside the pair, its object left unsaid, is so of both names in the gap.
fn shared(scene: &Scene<'_>, told: &[Told], base: &Told, units: [usize; 2]) -> Vec<Candidate> {
    let unsaid = |t: &&Told| t.trigger == base.trigger && t.object == t.trigger && t.subject == base.subject;
    let mut found = Vec::new();
    for candidate in told.iter().filter(unsaid).map(|t| &t.candidate) {
        for subject in
            units.into_iter().flat_map(|u| scene.referents(u).into_iter().filter(move |r| r.unit == u))
        {
            let ground = ground(scene, base, Some(subject), None);
            found.push(Candidate { subject: subject.entity, ground, ..candidate.clone() });
        }
    }
    found
}

/// What the clause before says, of the name in the gap: as its subject or, if only that fits, as its object.
fn again(
    scene: &Scene<'_>,
    told: &[Told],
    base: &Told,
    unit: usize,
    when: &str,
    kind: &dyn Fn(usize) -> Kind,
) -> Vec<Candidate> {
    let alike = |a: usize, b: usize| actor(kind(a)) == actor(kind(b));
    let mut found = Vec::new();
    // "Australia in 2013 and the United States in 2014": who is coordinated may have a date of its own.
    let syntax = scene.syntax;
    let own = |u: usize| u != unit && syntax.units.get(u + 2).is_some_and(Unit::is_time);
    for referent in scene.referents(unit).into_iter().filter(|r| !own(r.unit)) {
        let entity = referent.entity;
        let first = &base.candidate;
        let (as_subject, as_object) = (alike(entity, first.subject), alike(entity, first.object));
        let dated = Candidate { when: Some(when.to_owned()), sentence: scene.sentence, ..first.clone() };
        if as_subject && !as_object && entity != first.object {
            for other in same_clause(told, base, |t| t.candidate.object) {
                let ground = ground(scene, base, Some(referent), None);
                found.push(Candidate { subject: entity, object: other, ground, ..dated.clone() });
            }
        } else if as_object && !as_subject {
            for other in same_clause(told, base, |t| t.candidate.subject) {
                let ground = ground(scene, base, None, Some(referent));
                found.push(Candidate { subject: other, object: entity, ground, ..dated.clone() });
            }
        }
    }
    found
}

/// "pledged 20 million to Kyiv, and Denmark 50 million", "..., and Denmark gave 50 million": a sum of which nothing says to
/// whom goes to whom the one before went.
fn sums(scene: &Scene<'_>, told: &[Told], base: &Told) -> Vec<Candidate> {
    let syntax = scene.syntax;
    let mut found = Vec::new();
    for unit in base.trigger + 2..syntax.units.len() {
        let (giver, verb) = if syntax.is_name(unit) && opens(syntax, unit) && is_share(syntax, unit + 1, base)
        {
            (Some(unit), base.trigger)
        } else if base.candidate.relation == "supported"
            && gives(syntax, unit)
            && told.iter().all(|t| t.trigger != unit)
        {
            (syntax.surface_subject(unit).filter(|&s| s > base.trigger), unit)
        } else {
            continue;
        };
        let status = if verb == unit { certainty::read(scene, verb).status } else { base.candidate.status };
        let givers = giver.map(|g| scene.referents(g)).unwrap_or_default();
        for giver in givers.into_iter().filter(|g| g.entity != base.candidate.object) {
            let ground = ground(scene, base, Some(giver), None);
            found.push(Candidate { subject: giver.entity, status, ground, ..base.candidate.clone() });
        }
    }
    found
}

/// "gave 5 million": a verb of giving, its sum, and nothing of a receiver.
fn gives(syntax: &Syntax<'_>, verb: usize) -> bool {
    let giving = matches!(
        syntax.lemma(verb),
        "give"
            | "pledge"
            | "add"
            | "contribute"
            | "provide"
            | "promise"
            | "offer"
            | "donate"
            | "commit"
            | "send"
    );
    let receiver = |u: usize| matches!(syntax.lemma(u), "to" | "for") && syntax.clause_verb(u) == Some(verb);
    giving
        && syntax.is_verb(verb)
        && (verb + 1..syntax.units.len()).take(3).any(|u| is_sum(syntax, u))
        && !(verb + 1..syntax.units.len()).any(receiver)
}

/// "(and Denmark) €50 million", "(and Romania) fifteen instructors": what the gap says was given or who was sent.
fn is_share(syntax: &Syntax<'_>, unit: usize, base: &Told) -> bool {
    let sent = || {
        let counted = unit + 1 < syntax.units.len() && syntax.tag(unit) == "CD";
        counted && (syntax.has(List::Carriers, unit + 1) || syntax.has(List::VesselNouns, unit + 1))
    };
    if base.candidate.relation == "supported" {
        is_sum(syntax, unit)
    } else {
        sent() && closes(syntax, unit + 2)
    }
}

/// "$5 million", "€ 50 million", "five million euros".
fn is_sum(syntax: &Syntax<'_>, unit: usize) -> bool {
    let word = syntax.units.get(unit).map_or("", |_| syntax.form(unit));
    let currency = word.starts_with(['$', '€', '£', '¥']);
    let counted = || syntax.tag(unit) == "CD" && matches!(syntax.lemma(unit + 1), "million" | "billion");
    currency || !word.is_empty() && counted()
}

/// One end of all that the clause tells in its relation, each once.
fn same_clause(told: &[Told], base: &Told, end: impl Fn(&Told) -> usize) -> Vec<usize> {
    let same =
        told.iter().filter(|t| t.trigger == base.trigger && t.candidate.relation == base.candidate.relation);
    let mut ends: Vec<usize> = same.map(&end).collect();
    ends.push(end(base));
    ends.sort_unstable();
    ends.dedup();
    ends
}

/// What a name in a gap may stand in for: another of its kind; agreements and documents are of one.
fn actor(kind: Kind) -> u8 {
    match kind {
        Kind::Person => 0,
        Kind::Country => 1,
        Kind::Organization => 2,
        Kind::Event => 3,
        Kind::Agreement | Kind::Document => 4,
        Kind::Place => 5,
    }
}

fn ground(scene: &Scene<'_>, base: &Told, subject: Option<Referent>, object: Option<Referent>) -> Ground {
    let filler = |r: Option<Referent>| r.map(|r| Filler::of(scene, r));
    Ground {
        mechanism: Mechanism::Echo,
        trigger: Some(Words::of_unit(scene, base.trigger)),
        subject: filler(subject).or(base.candidate.ground.subject),
        object: filler(object).or(base.candidate.ground.object),
        ..base.candidate.ground
    }
}
