//! Who blames whom, and for which attack: "X attributed the hack of Y to Z", "X said that Z had broken into Y",
//! "X held Z responsible for the attack on Y".

use super::certainty;
use super::parallels::Told;
use super::reference::{Referent, Scene};
use super::statements::Candidate;
use super::syntax::Syntax;
use super::when::{Dated, date_of};
use crate::graph::Status;
use crate::vocabulary::frame::Role;
use crate::vocabulary::words::List;

/// An accusation: by whom, of whom, and the word that carries it.
struct Blame {
    accuser: usize,
    accused: usize,
    word: usize,
    when: Option<String>,
}

/// Accusations that no frame catches, and the attacks that accusations report.
pub(crate) fn read(scene: &Scene<'_>, told: &[Told], dates: &[Dated]) -> Vec<Candidate> {
    let mut blames: Vec<Blame> = told.iter().filter_map(of_frame).collect();
    for word in 0..scene.syntax.units.len() {
        blames.extend(held_responsible(scene, word, dates));
        blames.extend(charged(scene, word, dates));
        blames.extend(said_to_be_behind(scene, word, dates));
        blames.extend(charge_of(scene, word, dates));
        blames.extend(work_of(scene, word, dates));
        blames.extend(accused_next(scene, word, told, dates));
        blames.extend(said_to_have_harmed(scene, word, dates));
    }
    let mut found: Vec<Candidate> = blames.iter().flat_map(|b| attacks(scene, b, dates)).collect();
    blames.extend(told.iter().filter_map(|t| reported_attack(scene, t, dates)));
    found.extend(blames.iter().map(|b| Candidate {
        when: b.when.clone(),
        ..Candidate::asserted("accused", b.accuser, b.accused, scene.sentence)
    }));
    found
}

fn of_frame(told: &Told) -> Option<Blame> {
    let Candidate { relation, subject, object, status, when, .. } = &told.candidate;
    let blame = Blame { accuser: *subject, accused: *object, word: told.trigger, when: when.clone() };
    (relation == "accused" && *status == Status::Asserted).then_some(blame)
}

/// Every pair of an accuser and an accused, told by the verb `word`.
fn pairs(
    scene: &Scene<'_>,
    word: usize,
    accusers: &[Referent],
    accused: &[Referent],
    dates: &[Dated],
) -> Vec<Blame> {
    if !is_held(scene, word) {
        return Vec::new();
    }
    let when = date_of(scene.syntax, word, word, dates).map(|d| d.value.clone());
    let each = |a: &Referent| {
        let (accuser, when) = (a.entity, when.clone());
        accused.iter().map(move |b| Blame { accuser, accused: b.entity, word, when: when.clone() })
    };
    accusers.iter().flat_map(each).filter(|b| b.accuser != b.accused).collect()
}

/// "X held Y responsible", "Y, which X held responsible", "X found Y guilty".
fn held_responsible(scene: &Scene<'_>, word: usize, dates: &[Dated]) -> Vec<Blame> {
    let syntax = scene.syntax;
    let near = (word + 1..syntax.units.len()).take_while(|&u| syntax.lemma(u) != ";");
    let responsible = matches!(syntax.lemma(word), "hold" | "find" | "deem" | "judge")
        && syntax.is_verb(word)
        && near.take(6).any(|u| syntax.has(List::CulpableWords, u) && syntax.tag(u) == "JJ");
    if !responsible {
        return Vec::new();
    }
    let by_role = |wanted: Role| {
        let arguments = syntax.verb_arguments(word);
        let fillers = arguments.iter().filter(|(role, u)| *role == wanted && syntax.tag(*u) != "JJ");
        fillers.flat_map(|(_, u)| scene.fillers(*u)).collect::<Vec<_>>()
    };
    let mut accused = by_role(Role::Object);
    if accused.is_empty() {
        accused = name_after(scene, word).map(|u| scene.referents(u)).unwrap_or_default();
    }
    pairs(scene, word, &by_role(Role::Subject), &accused, dates)
}

/// "X charged that Y was helping Z".
fn charged(scene: &Scene<'_>, word: usize, dates: &[Dated]) -> Vec<Blame> {
    let syntax = scene.syntax;
    if syntax.lemma(word) != "charge" || !syntax.is_verb(word) || syntax.is_passive(word) {
        return Vec::new();
    }
    let clause = syntax.child(word, &["ccomp"]);
    let that = (word + 1..syntax.units.len()).take(4).find(|&u| syntax.lemma(u) == "that");
    let accused = clause.and_then(|c| syntax.child(c, &["nsubj", "nsubjpass"]));
    let accused = accused.or_else(|| that.and_then(|t| name_after(scene, t)));
    let (Some(speaker), Some(accused)) = (syntax.surface_subject(word), accused) else {
        return Vec::new();
    };
    pairs(scene, word, &scene.referents(speaker), &scene.referents(accused), dates)
}

/// "X's charge that Y had rammed Z".
fn charge_of(scene: &Scene<'_>, word: usize, dates: &[Dated]) -> Vec<Blame> {
    let syntax = scene.syntax;
    let charge = matches!(syntax.lemma(word), "charge" | "accusation" | "allegation" | "claim");
    if !charge || syntax.is_verb(word) || syntax.lemma(word + 1) != "that" {
        return Vec::new();
    }
    let clause = syntax.children_of(word, &["acl", "ccomp", "relcl"]).next();
    let accused = clause.and_then(|c| syntax.child(c, &["nsubj"])).or_else(|| name_after(scene, word + 1));
    let (Some(owner), Some(accused)) = (syntax.child(word, &["poss"]), accused) else { return Vec::new() };
    let accusers = syntax.dereference(owner).map(|o| scene.referents(o)).unwrap_or_default();
    pairs(scene, word, &accusers, &scene.referents(accused), dates)
        .into_iter()
        .map(|blame| Blame { when: None, ..blame })
        .collect()
}

/// "X said that the intrusion was the work of Y", "The hack, X said, was the handiwork of Y".
fn work_of(scene: &Scene<'_>, word: usize, dates: &[Dated]) -> Vec<Blame> {
    let syntax = scene.syntax;
    let work = matches!(syntax.lemma(word), "work" | "handiwork" | "doing");
    let verb = syntax.head(word).filter(|&v| work && syntax.lemma(v) == "be");
    let Some(verb) = verb else { return Vec::new() };
    let subject = syntax.surface_subject(verb);
    let hostile = subject.is_some_and(|s| syntax.has(List::AttackNouns, s) && !syntax.is_name(s));
    let of = syntax.children_of(word, &["prep"]).find(|&p| syntax.lemma(p) == "of");
    let (true, Some(by), Some(of)) = (hostile, certainty::read(scene, verb).by, of) else {
        return Vec::new();
    };
    let accused = syntax.child(of, &["pobj"]).map(|o| scene.referents(o)).unwrap_or_default();
    pairs(scene, verb, &[by], &accused, dates)
}

/// "accused Y" where the parse hangs Y elsewhere: whoever is named next.
fn accused_next(scene: &Scene<'_>, word: usize, told: &[Told], dates: &[Dated]) -> Vec<Blame> {
    let syntax = scene.syntax;
    let told_so = told.iter().any(|t| t.trigger == word && t.candidate.relation == "accused");
    if told_so
        || !matches!(syntax.lemma(word), "accuse" | "blame")
        || !syntax.is_verb(word)
        || syntax.is_passive(word)
    {
        return Vec::new();
    }
    let (Some(accuser), Some(accused)) = (syntax.surface_subject(word), name_after(scene, word)) else {
        return Vec::new();
    };
    pairs(scene, word, &scene.referents(accuser), &scene.referents(accused), dates)
}

/// The name right after a word, behind an article at most.
fn name_after(scene: &Scene<'_>, word: usize) -> Option<usize> {
    let syntax = scene.syntax;
    (word + 1..syntax.units.len()).take(2).find(|&u| syntax.is_name(u))
}

/// "X said that Y had probed ...", "X concluded that Y had committed crimes": wrongdoing that somebody reports of somebody.
fn said_to_have_harmed(scene: &Scene<'_>, word: usize, dates: &[Dated]) -> Vec<Blame> {
    let syntax = scene.syntax;
    let hostile = syntax.has(List::HostileVerbs, word) || commits(syntax, word);
    if !hostile || !syntax.is_verb(word) {
        return Vec::new();
    }
    let certainty = certainty::read(scene, word);
    let Some(by) = certainty.by else { return Vec::new() };
    let arguments = syntax.verb_arguments(word);
    let doers =
        arguments.iter().filter(|(role, _)| *role == Role::Subject).flat_map(|(_, u)| scene.referents(*u));
    pairs(scene, word, &[by], &doers.collect::<Vec<_>>(), dates)
}

/// "committed genocide", "perpetrated abuses".
fn commits(syntax: &Syntax<'_>, verb: usize) -> bool {
    matches!(syntax.lemma(verb), "commit" | "perpetrate")
        && syntax.child(verb, &["dobj"]).is_some_and(|deed| syntax.has(List::CrimeNouns, deed))
}

/// "X said that Y was responsible for it", "according to X, Y was behind it".
fn said_to_be_behind(scene: &Scene<'_>, word: usize, dates: &[Dated]) -> Vec<Blame> {
    let syntax = scene.syntax;
    let to_blame = syntax.lemma(word) == "blame" && syntax.infinitive_mark(word).is_some();
    let blamed = to_blame || syntax.has(List::CulpableWords, word);
    // "was very probably to blame": an adverb may stand between.
    let above = [syntax.head(word), syntax.head(word).and_then(|h| syntax.head(h))];
    let verb = above.into_iter().flatten().find(|&v| syntax.lemma(v) == "be").filter(|_| blamed);
    let Some(verb) = verb else { return Vec::new() };
    let certainty = certainty::read(scene, verb);
    // "The culprit, X said, was Y"
    let culprit = if syntax.label(word) == "nsubj" {
        syntax.child(verb, &["attr"])
    } else {
        syntax.surface_subject(verb)
    };
    let (Some(by), Some(culprit)) = (certainty.by, culprit) else { return Vec::new() };
    let mut blames = pairs(scene, verb, &[by], &scene.referents(culprit), dates);
    for blame in &mut blames {
        blame.word = word;
    }
    blames
}

/// Whether the word tells something that is, or that the speaker takes for likely ("was very probably behind it").
fn is_held(scene: &Scene<'_>, word: usize) -> bool {
    let certainty = certainty::read(scene, word);
    let likely = |cue: usize| {
        scene.syntax.has(List::PossibleAdverbs, cue)
            || matches!(scene.syntax.lemma(cue), "likely" | "suspect")
    };
    certainty.status == Status::Asserted
        || certainty.status == Status::Possible && certainty.cue.is_some_and(likely)
}

/// An attack that somebody only says has happened: he accuses whom he names as the attacker.
fn reported_attack(scene: &Scene<'_>, told: &Told, dates: &[Dated]) -> Option<Blame> {
    let Candidate { relation, subject, status, by, .. } = &told.candidate;
    let accuser = by.filter(|by| relation == "attacked" && *status == Status::Asserted && by != subject)?;
    let speaker = certainty::read(scene, told.trigger).by.filter(|r| r.entity == accuser)?;
    let verb = scene.syntax.clause_verb(speaker.unit)?;
    let when = date_of(scene.syntax, verb, verb, dates).map(|d| d.value.clone());
    Some(Blame { accuser, accused: *subject, word: verb, when })
}

/// The attacks under an accusation whose victim is said: `attacked` by the accused, as the accuser says.
fn attacks(scene: &Scene<'_>, blame: &Blame, dates: &[Dated]) -> Vec<Candidate> {
    let syntax = scene.syntax;
    let top =
        if syntax.is_verb(blame.word) { blame.word } else { syntax.head(blame.word).unwrap_or(blame.word) };
    let nouns = (blame.word + 1..syntax.units.len())
        .filter(|&u| syntax.has(List::AttackNouns, u) && !syntax.is_verb(u) && !syntax.is_name(u))
        .filter(|&u| syntax.within(u, top) && syntax.clause_verb(u) == syntax.clause_verb(top));
    let mut found = Vec::new();
    for noun in nouns {
        for victim in victims(scene, noun).into_iter().filter(|&v| v != blame.accused) {
            found.push(Candidate {
                when: date_of(syntax, noun, noun, dates).map(|d| d.value.clone()),
                by: Some(blame.accuser),
                ..Candidate::asserted("attacked", blame.accused, victim, scene.sentence)
            });
        }
    }
    found
}

/// Whom an attack was on: "on Y", "of Y's systems", "against the Yish parliament".
fn victims(scene: &Scene<'_>, noun: usize) -> Vec<usize> {
    let syntax = scene.syntax;
    let prepositions = syntax
        .children_of(noun, &["prep"])
        .filter(|&p| matches!(syntax.lemma(p), "on" | "of" | "against" | "at" | "into"));
    let objects = prepositions.flat_map(|p| syntax.children_of(p, &["pobj"]).collect::<Vec<_>>());
    objects.flat_map(|o| scene.fillers(o)).map(|r| r.entity).collect()
}
