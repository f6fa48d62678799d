//! Who is put on a list where the text leaves unsaid by whom: "The EU adopted new sanctions. Also listed were X and Y."
//! The last one said to impose sanctions goes on doing so.

use super::certainty;
use super::parallels::Told;
use super::reference::Scene;
use super::statements::Candidate;
use super::when::{Dated, date_of};
use crate::graph::{Kind, Status};
use crate::vocabulary::frame::Role;

/// How many sentences on a list is still theirs.
const REACH: usize = 2;

/// Those last said to impose sanctions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Imposers {
    who: Vec<usize>,
    when: Option<String>,
    sentence: usize,
}

/// Sanctions by those remembered on whom the sentence says were listed; then remembers whom the sentence itself names.
pub(crate) fn read(
    scene: &Scene<'_>,
    told: &[Told],
    imposers: &mut Imposers,
    kind: impl Fn(usize) -> Kind,
    dates: &[Dated],
) -> Vec<Candidate> {
    let mut found = Vec::new();
    if !imposers.who.is_empty() && imposers.sentence + REACH >= scene.sentence {
        for verb in 0..scene.syntax.units.len() {
            found.extend(listed(scene, verb, told, imposers, dates));
            found.extend(exemplified(scene, verb, imposers));
        }
    }
    let (who, when) = imposing(scene, told, kind, dates);
    if !who.is_empty() {
        *imposers = Imposers { who, when, sentence: scene.sentence };
    }
    found
}

/// What a passive without a doer tells: "X was added to the list", "newly listed was X".
fn listed(
    scene: &Scene<'_>,
    verb: usize,
    told: &[Told],
    imposers: &Imposers,
    dates: &[Dated],
) -> Vec<Candidate> {
    let syntax = scene.syntax;
    let hit = is_hit(scene, verb);
    let arguments = if hit || is_listing(scene, verb) { syntax.verb_arguments(verb) } else { &[] };
    let doers =
        arguments.iter().filter(|(role, _)| *role == Role::Subject).flat_map(|(_, u)| scene.referents(*u));
    let doers: Vec<usize> = doers.map(|r| r.entity).collect();
    if hit == doers.is_empty() {
        return Vec::new();
    }
    let doer = !hit && arguments.iter().any(|(role, _)| *role == Role::Subject);
    let done = told.iter().any(|t| t.trigger == verb && t.candidate.relation == "sanctioned");
    if doer || done {
        return Vec::new();
    }
    let targets =
        arguments.iter().filter(|(role, _)| *role == Role::Object).flat_map(|(_, u)| scene.fillers(*u));
    let targets: Vec<usize> = targets.map(|r| r.entity).collect();
    let status = certainty::read(scene, verb).status;
    let own = date_of(syntax, verb, verb, dates).map(|d| d.value.clone());
    // "Also listed were ...": on the day the others were.
    let also = imposers.when.clone().filter(|_| verb == 0 || !starts_anew(scene, verb));
    let when = own.or(also).filter(|_| status != Status::Negated);
    let each = |&imposer: &usize| {
        let when = when.clone();
        targets.iter().filter(move |&&target| target != imposer).map(move |&target| Candidate {
            when: when.clone(),
            status,
            ..Candidate::asserted("sanctioned", imposer, target, scene.sentence)
        })
    };
    let who = if hit { &doers } else { &imposers.who };
    who.iter().flat_map(each).collect()
}

/// "Those hit include X and Y", "among the targets were X and Y": some of those on whom sanctions were just imposed.
fn exemplified(scene: &Scene<'_>, verb: usize, imposers: &Imposers) -> Vec<Candidate> {
    let syntax = scene.syntax;
    let struck = |u: usize| {
        matches!(
            syntax.lemma(u),
            "hit" | "target" | "targets" | "list" | "sanction" | "blacklist" | "name" | "designate"
        )
    };
    let opened = (0..verb).any(struck) && (0..verb).all(|u| !syntax.is_name(u));
    let among = syntax.lemma(verb) == "be" && (0..verb).any(|u| syntax.lemma(u) == "among");
    if !syntax.is_verb(verb) || !opened || !(syntax.lemma(verb) == "include" || among) {
        return Vec::new();
    }
    let behind = syntax.children_of(verb, &["dobj", "attr", "nsubj", "nsubjpass"]).filter(|&c| c > verb);
    let targets: Vec<usize> = behind.flat_map(|c| scene.referents(c)).map(|r| r.entity).collect();
    let status = certainty::read(scene, verb).status;
    let each = |&imposer: &usize| {
        targets.iter().filter(move |&&target| target != imposer).map(move |&target| Candidate {
            when: imposers.when.clone(),
            status,
            ..Candidate::asserted("sanctioned", imposer, target, scene.sentence)
        })
    };
    imposers.who.iter().flat_map(each).collect()
}

/// "X was hit by Y" where sanctions are spoken of.
fn is_hit(scene: &Scene<'_>, verb: usize) -> bool {
    let syntax = scene.syntax;
    syntax.is_verb(verb)
        && syntax.is_passive(verb)
        && matches!(syntax.lemma(verb), "hit" | "target" | "strike" | "punish")
}

/// Whether the listed stand before the verb: what is told of them is no more of the same.
fn starts_anew(scene: &Scene<'_>, verb: usize) -> bool {
    scene.syntax.surface_subject(verb).is_some_and(|subject| subject < verb)
}

/// A passive of "list" or "sanction", or of "put", "add" with a list.
fn is_listing(scene: &Scene<'_>, verb: usize) -> bool {
    let syntax = scene.syntax;
    if !syntax.is_verb(verb) || !syntax.is_passive(verb) {
        return false;
    }
    let to_list = || {
        let arguments = syntax.verb_arguments(verb);
        arguments.iter().any(|(role, u)| {
            matches!(role, Role::Preposition(p) if matches!(p.as_str(), "on" | "to" | "in"))
                && matches!(syntax.lemma(*u), "list" | "blacklist")
        })
    };
    match syntax.lemma(verb) {
        "list" | "sanction" | "blacklist" | "designate" => {
            !syntax.children_of(verb, &["prep"]).any(|p| syntax.lemma(p) == "as")
        }
        "put" | "add" | "place" | "include" => to_list(),
        _ => false,
    }
}

/// Who imposes sanctions in this sentence: the subject of a statement that says so, or of a verb that has them as its
/// object ("used its sanctions regime").
fn imposing(
    scene: &Scene<'_>,
    told: &[Told],
    kind: impl Fn(usize) -> Kind,
    dates: &[Dated],
) -> (Vec<usize>, Option<String>) {
    let syntax = scene.syntax;
    let stated = told
        .iter()
        .filter(|t| t.main && t.candidate.relation == "sanctioned" && t.candidate.status == Status::Asserted);
    let mut when = stated.clone().find_map(|t| t.candidate.when.clone());
    let mut who: Vec<usize> = stated.map(|t| t.candidate.subject).collect();
    if who.is_empty() {
        let sanctions =
            (0..syntax.units.len()).filter(|&u| syntax.lemma(u) == "sanction" && !syntax.is_verb(u));
        let verbs = sanctions.filter_map(|u| syntax.clause_verb(u).filter(|&v| v < u && syntax.is_verb(v)));
        let verbs: Vec<usize> = verbs.filter(|&v| !syntax.is_passive(v)).collect();
        when = verbs.iter().find_map(|&v| date_of(syntax, v, v, dates)).map(|d| d.value.clone());
        let own = |&u: &usize| {
            matches!(syntax.lemma(u), "sanction" | "blacklist") && syntax.is_verb(u) && !syntax.is_passive(u)
        };
        let verbs: Vec<usize> = verbs.into_iter().chain((0..syntax.units.len()).filter(own)).collect();
        when = when
            .or_else(|| verbs.iter().find_map(|&v| date_of(syntax, v, v, dates)).map(|d| d.value.clone()));
        let subjects = verbs.iter().filter_map(|&v| syntax.surface_subject(v));
        who.extend(subjects.flat_map(|s| scene.referents(s)).map(|r| r.entity));
    }
    who.retain(|&e| matches!(kind(e), Kind::Country | Kind::Organization));
    who.dedup();
    (who, when)
}
