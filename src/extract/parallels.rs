//! What a sentence says of somebody else in few words: "X joined, but not Y", "X left; Y did not", "nor did Y",
//! "Y followed suit".

use super::certainty;
use super::ground::{Filler, Ground, Mechanism, Reason, Words};
use super::reference::{Referent, Scene};
use super::statements::{Candidate, is_membership};
use super::syntax::Syntax;
use super::when::{Dated, date_of};
use crate::graph::Status;
use crate::language::Unit;
use crate::vocabulary::words::List;
use std::mem;

/// How far behind "followed" the time may stand: "followed as the 190th member in 2020".
const RANK: usize = 7;

/// A statement read from a frame, and the units that carry it.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub(crate) candidate: Candidate,
    pub(crate) trigger: usize,
    pub(crate) subject: usize,
    pub(crate) object: usize,
    /// Whether it is told by a clause that may be taken up again, not by a relative clause.
    pub(crate) main: bool,
    /// The finite verb of the clause.
    pub(crate) clause: Option<usize>,
}

/// Denies what a contrast excludes: "with France but not with Germany", "Japan, but not India, joined".
/// Pairs that hold the excluded name are taken out of `told`.
pub(crate) fn contrast(scene: &Scene<'_>, told: &mut Vec<Told>) -> Vec<Candidate> {
    let mut denied = Vec::new();
    for word in 0..scene.syntax.units.len() {
        let exception = left_out(scene.syntax, word);
        let Some(unit) = excluded(scene.syntax, word).or(exception) else { continue };
        let referents = scene.referents(unit);
        // "all four, Guinea excepted": the group's name may stand for the one left out too.
        let among =
            |t: &Told| exception.is_some() && referents.iter().any(|r| r.entity == t.candidate.subject);
        let (kept, removed): (Vec<_>, Vec<_>) =
            mem::take(told).into_iter().partition(|t| t.subject != unit && t.object != unit && !among(t));
        *told = kept;
        for t in &removed {
            scene.log.reject(Reason::Excluded, &t.candidate);
        }
        for referent in referents {
            let own = removed.first().filter(|_| exception.is_some());
            let base = own.or_else(|| nearest(told, unit)).or_else(|| removed.first());
            let base = base.filter(|t| exception.is_none() || t.candidate.status != Status::Negated);
            denied.extend(base.map(|t| deny(scene, t, unit, referent)));
        }
    }
    denied
}

/// The name after "except", "with the exception of", "unlike", or before "excepted".
fn left_out(syntax: &Syntax<'_>, word: usize) -> Option<usize> {
    let exception = syntax.lemma(word) == "exception" && syntax.lemma(word + 1) == "of";
    let excepted = syntax.has(List::ExceptionWords, word) && !syntax.is_verb(word) || all_but(syntax, word);
    if excepted || exception {
        let name = (word + 1..syntax.units.len()).take(4).find(|&u| syntax.is_name(u))?;
        let direct = (word + 1..name).all(|u| matches!(syntax.tag(u), "IN" | "DT"));
        return Some(name).filter(|_| direct);
    }
    let aside =
        syntax.is_word(word, "excepted") || syntax.is_word(word, "excluded") || syntax.lemma(word) == "aside";
    let closed = matches!(syntax.lemma(word + 1), "," | "." | ")");
    word.checked_sub(1).filter(|&u| aside && closed && syntax.is_name(u))
}

/// "All members but India", "none but Peru".
fn all_but(syntax: &Syntax<'_>, word: usize) -> bool {
    let whole = |u: usize| matches!(syntax.lemma(u), "all" | "every" | "none" | "no" | "everyone" | "nobody");
    syntax.lemma(word) == "but"
        && (0..word).rev().take_while(|&u| !syntax.is_verb(u) && syntax.lemma(u) != ",").any(whole)
}

/// The name after "but not", "though not", "not", perhaps past a preposition and determiners.
fn excluded(syntax: &Syntax<'_>, not: usize) -> Option<usize> {
    if syntax.lemma(not) != "not" {
        return None;
    }
    let before = not.checked_sub(1).map(|u| syntax.lemma(u))?;
    let skipped =
        |u: &usize| matches!(syntax.tag(*u), "IN" | "TO" | "DT" | "JJ" | "PRP$") && !syntax.is_name(*u);
    let unit = (not + 1..syntax.units.len()).find(|u| !skipped(u))?;
    // "not by A but by B"
    let corrected = (unit + 1..syntax.units.len()).take(3).any(|u| syntax.lemma(u) == "but");
    let contrasted = matches!(before, "but" | "though" | "although" | "albeit" | "and" | "," | "(");
    if !(contrasted || corrected && unit > not + 1) {
        return None;
    }
    let described = syntax.tag(unit).starts_with('N') && unit - not > 1;
    let near = unit - not <= 3 && (syntax.is_name(unit) || described);
    // "but not NATO's command": the name is no more than an owner.
    let owner = syntax.units.get(unit + 1).is_some() && syntax.tag(unit + 1) == "POS";
    (near && !owner).then_some(unit)
}

/// The statement a contrast at `unit` goes with: the verb it stands before, if it follows that verb's subject; else the
/// last verb before it.
fn nearest(told: &[Told], unit: usize) -> Option<&Told> {
    let inside =
        told.iter().find(|t| t.subject < unit && unit < t.trigger && t.candidate.status == Status::Asserted);
    let before = || told.iter().filter(|t| t.trigger < unit).max_by_key(|t| t.trigger);
    inside.or_else(before).or_else(|| told.iter().find(|t| unit < t.subject))
}

fn deny(scene: &Scene<'_>, told: &Told, unit: usize, referent: Referent) -> Candidate {
    let mut candidate = Candidate { when: None, status: Status::Negated, ..told.candidate.clone() };
    candidate.ground.mechanism = Mechanism::Contrast;
    let filler = Some(Filler::of(scene, referent));
    // The name stands where the one it is set against stands: before the verb or, as in a passive, behind it.
    let before = unit < told.trigger;
    if (told.subject < told.trigger) == before && (before || told.object < told.trigger) {
        candidate.subject = referent.entity;
        candidate.ground.subject = filler;
    } else {
        candidate.object = referent.entity;
        candidate.ground.object = filler;
    }
    candidate
}

/// A verb phrase that only repeats an earlier one.
struct Echo {
    verb: usize,
    /// The unit of who does it too, or does not; none if it is the same one.
    subject: Option<usize>,
    /// None if it is the status of what is repeated.
    status: Option<Status>,
    /// The unit behind which its own date no longer stands, if it takes none from the clause before it.
    end: Option<usize>,
    /// Which relations it repeats, if not any.
    only: Option<fn(&str) -> bool>,
    /// Whether who is said to come later joined what others founded.
    later: bool,
}

/// Of two who met, who came later met which of them?
const ONE_SIDED: fn(&str) -> bool =
    |relation| is_membership(relation) || matches!(relation, "signed" | "founded");

/// Says of others what was said before: `told` of this sentence, else `before`, of the last one that told something.
pub(crate) fn echoes(scene: &Scene<'_>, told: &[Told], before: &[Told], dates: &[Dated]) -> Vec<Told> {
    let mut found = Vec::new();
    for verb in 0..scene.syntax.units.len() {
        let Some(echo) = echo(scene, verb) else { continue };
        // "X is suspended, as are Y and Z": as what stands before in the sentence.
        let within = verb.checked_sub(1).is_some_and(|u| scene.syntax.lemma(u) == "as");
        let bases = bases(told, if within { &[] } else { before }, verb, scene.sentence);
        let each = respective(scene.syntax, verb, dates);
        let when = when(scene.syntax, &echo, dates);
        let repeated = bases.iter().filter(|b| echo.only.is_none_or(|only| only(&b.candidate.relation)));
        for base in repeated {
            let mut again = repeat(scene, &echo, base, when.as_deref());
            if echo.later && base.candidate.relation == "founded" {
                for candidate in &mut again {
                    "joined".clone_into(&mut candidate.relation);
                }
            }
            if again.len() == each.len() {
                again.iter_mut().zip(&each).for_each(|(candidate, date)| candidate.when = Some(date.clone()));
            }
            let subject = echo.subject.unwrap_or(base.subject);
            found.extend(again.into_iter().map(|candidate| Told {
                candidate,
                trigger: verb,
                subject,
                object: verb,
                main: true,
                clause: Some(verb),
            }));
        }
    }
    found
}

/// "in 1980, 1986 and 1987 respectively": the dates behind a verb, one for each of its subjects; none without the adverb.
fn respective(syntax: &Syntax<'_>, verb: usize, dates: &[Dated]) -> Vec<String> {
    let adverb = (verb..syntax.units.len()).find(|&u| syntax.is_word(u, "respectively"));
    let Some(end) = adverb.map(|u| syntax.units[u].tokens.start) else { return Vec::new() };
    let behind = syntax.units[verb].tokens.start..end;
    dates.iter().filter(|d| behind.contains(&d.tokens.start)).map(|d| d.value.clone()).collect()
}

fn when(syntax: &Syntax<'_>, echo: &Echo, dates: &[Dated]) -> Option<String> {
    let token = |unit: usize| syntax.units.get(unit).map_or(usize::MAX, |u| u.tokens.start);
    let own =
        |d: &&Dated| echo.end.is_none_or(|end| (token(echo.verb)..token(end)).contains(&d.tokens.start));
    let own: Vec<Dated> = dates.iter().filter(own).cloned().collect();
    date_of(syntax, echo.verb, echo.verb, &own).map(|d| d.value.clone())
}

fn bases<'t>(told: &'t [Told], before: &'t [Told], verb: usize, sentence: usize) -> Vec<&'t Told> {
    let here = |main: bool| last_clause(told.iter().filter(move |t| t.main == main && t.trigger < verb));
    let before = || last_clause(before.iter().filter(|t| t.main && t.candidate.sentence + 1 == sentence));
    let found = here(true);
    let found = if found.is_empty() { here(false) } else { found };
    if found.is_empty() { before() } else { found }
}

/// What the last clause tells: "applied to join" tells of an application and of joining.
fn last_clause<'t>(told: impl Iterator<Item = &'t Told> + Clone) -> Vec<&'t Told> {
    let Some(last) = told.clone().max_by_key(|t| t.trigger) else { return Vec::new() };
    let same = |t: &&Told| t.trigger == last.trigger || (t.clause.is_some() && t.clause == last.clause);
    told.filter(same).collect()
}

fn repeat(scene: &Scene<'_>, echo: &Echo, base: &Told, when: Option<&str>) -> Vec<Candidate> {
    let status = echo.status.unwrap_or(base.candidate.status);
    let trigger = Some(Words::of_unit(scene, echo.verb));
    let ground = Ground {
        mechanism: Mechanism::Echo,
        frame: base.candidate.ground.frame,
        trigger,
        ..Ground::default()
    };
    let again = |subject: usize| Candidate {
        subject,
        status,
        when: when.filter(|_| status != Status::Negated).map(str::to_owned),
        sentence: scene.sentence,
        ground,
        ..base.candidate.clone()
    };
    let Some(subject) = echo.subject else {
        // "planned to visit Baku but did not": only what was open can be closed so.
        let open = base.candidate.status != Status::Asserted;
        return open.then(|| again(base.candidate.subject)).into_iter().collect();
    };
    let others = scene.referents(subject).into_iter().map(|r| r.entity);
    others.filter(|&e| e != base.candidate.subject && e != base.candidate.object).map(again).collect()
}

fn echo(scene: &Scene<'_>, verb: usize) -> Option<Echo> {
    let syntax = scene.syntax;
    let echoes = [followed_by, inverted, came_later, cut_short, stayed];
    echoes.iter().find_map(|echo| echo(syntax, verb)).or_else(|| pro_verb(scene, verb))
}

/// "Spain joined in May, followed in June by Y": Y did it too.
fn followed_by(syntax: &Syntax<'_>, verb: usize) -> Option<Echo> {
    let participle = syntax.lemma(verb) == "follow" && syntax.is_verb(verb);
    let comma = verb.checked_sub(1).is_some_and(|u| matches!(syntax.lemma(u), "," | "and" | "was" | "were"));
    if !participle || !comma {
        return None;
    }
    let end = (verb + 1..syntax.units.len()).find(|&u| matches!(syntax.lemma(u), "," | ";" | "."));
    let by = (verb + 1..end?).take(6).find(|&u| syntax.lemma(u) == "by")?;
    let subject = Some(name_from(syntax, by + 1)?);
    Some(Echo { verb, subject, status: None, end, only: None, later: false })
}

/// "later came X and Y", "with it came X": they did too.
fn came_later(syntax: &Syntax<'_>, verb: usize) -> Option<Echo> {
    let comes = syntax.is_verb(verb) && matches!(syntax.lemma(verb), "come" | "follow");
    let before = verb.checked_sub(1).filter(|_| comes && syntax.tag(verb) == "VBD")?;
    let opened = match syntax.lemma(before) {
        "later" | "then" | "next" | "afterwards" | "finally" => true,
        "it" | "them" => before.checked_sub(1).is_some_and(|u| matches!(syntax.lemma(u), "with" | "after")),
        _ => false,
    };
    let subject = Some(name_from(syntax, verb + 1).filter(|_| opened)?);
    Some(Echo { verb, subject, status: None, end: None, only: Some(ONE_SIDED), later: true })
}

/// "nor did Y", "so has Y".
fn inverted(syntax: &Syntax<'_>, verb: usize) -> Option<Echo> {
    let opener = verb.checked_sub(1).map(|u| syntax.lemma(u))?;
    if !is_auxiliary(syntax, verb) {
        return None;
    }
    let crew = || (verb + 1..syntax.units.len()).take(3).find(|&u| is_crew(syntax, u));
    let subject = Some(name_from(syntax, verb + 1).or_else(crew)?);
    match opener {
        "nor" | "neither" => {
            Some(Echo { verb, subject, status: Some(Status::Negated), end: None, only: None, later: false })
        }
        "so" | "as" => Some(Echo { verb, subject, status: None, end: None, only: None, later: false }),
        _ => None,
    }
}

/// "Y did not.", "Y has not been;", "Y never did": an auxiliary with nothing after its "not".
fn cut_short(syntax: &Syntax<'_>, verb: usize) -> Option<Echo> {
    let never = verb.checked_sub(1).filter(|&u| syntax.lemma(u) == "never");
    let start = never.unwrap_or(verb);
    if !is_auxiliary(syntax, verb) || never.is_none() && !is_not(syntax, verb + 1) {
        return None;
    }
    let mut end = if never.is_some() { verb + 1 } else { verb + 2 };
    while end < syntax.units.len()
        && matches!(syntax.lemma(end), "been" | "be" | "yet" | "either" | "so" | "do" | "go")
    {
        end += 1;
    }
    let closed =
        end >= syntax.units.len() || matches!(syntax.lemma(end), "." | ";" | "," | ")" | "and" | "but");
    if !closed {
        return None;
    }
    let before = start.checked_sub(1)?;
    let status = Some(Status::Negated);
    if matches!(syntax.lemma(before), "but" | "and") {
        return Some(Echo { verb, subject: None, status, end: None, only: None, later: false });
    }
    let subject = name_before(syntax, start).or_else(|| first_of_clause(syntax, start))?;
    Some(Echo { verb, subject: Some(subject), status, end: None, only: None, later: false })
}

/// "Y followed suit", "Y did the same", "Y did so in 2023".
fn pro_verb(scene: &Scene<'_>, verb: usize) -> Option<Echo> {
    let syntax = scene.syntax;
    let next = |lemma: &str| (verb + 1..verb + 3).any(|u| u < syntax.units.len() && syntax.lemma(u) == lemma);
    let later = syntax.lemma(verb) == "follow" && follows_in_time(syntax, verb);
    let same = match syntax.lemma(verb) {
        "follow" => later || next("suit"),
        "do" => next("same") || next("so") || next("likewise"),
        _ => false,
    };
    if !same || !syntax.is_verb(verb) {
        return None;
    }
    let subject = name_before(syntax, verb).or_else(|| syntax.surface_subject(verb))?;
    let status = Some(certainty::read(scene, verb).status).filter(|s| *s != Status::Asserted);
    Some(Echo { verb, subject: Some(subject), status, end: None, only: later.then_some(ONE_SIDED), later })
}

/// "Y followed in 1986", "Y and Z followed two years later": nobody and nothing is followed, and it is said when.
fn follows_in_time(syntax: &Syntax<'_>, verb: usize) -> bool {
    let named = verb.checked_sub(1).is_some_and(|u| syntax.is_name(u));
    let bare = syntax.child(verb, &["dobj", "agent", "nsubjpass", "aux"]).is_none();
    let mut at = verb + 1;
    // "as the 190th in 2020"
    let rank = |u: usize| {
        syntax.units.get(u).is_some()
            && !syntax.is_name(u)
            && matches!(syntax.tag(u), "DT" | "JJ" | "NN" | "CD" | "IN")
    };
    while at < verb + RANK && rank(at) && !syntax.units[at].is_time() {
        at += 1;
    }
    named && bare && syntax.units.get(at).is_some_and(Unit::is_time)
}

/// "X pulled out; Y stayed."
fn stayed(syntax: &Syntax<'_>, verb: usize) -> Option<Echo> {
    let bare = matches!(syntax.lemma(verb + 1), "." | ";" | "," | "put" | "on");
    if !bare || !syntax.is_verb(verb) || !matches!(syntax.lemma(verb), "stay" | "remain") {
        return None;
    }
    let subject = Some(syntax.surface_subject(verb)?);
    Some(Echo {
        verb,
        subject,
        status: Some(Status::Negated),
        end: None,
        only: Some(|relation| relation == "left"),
        later: false,
    })
}

fn is_auxiliary(syntax: &Syntax<'_>, unit: usize) -> bool {
    !syntax.is_name(unit)
        && matches!(
            syntax.lemma(unit),
            "do" | "have" | "be" | "will" | "would" | "can" | "could" | "may" | "might"
        )
}

fn is_not(syntax: &Syntax<'_>, unit: usize) -> bool {
    unit < syntax.units.len() && matches!(syntax.lemma(unit), "not" | "n't" | "n’t" | "never")
}

/// "(as did) crews from X": those who act for somebody named behind them.
fn is_crew(syntax: &Syntax<'_>, unit: usize) -> bool {
    syntax.tag(unit) == "NNS" && syntax.has(List::Carriers, unit)
}

/// A name at `unit`, or behind its article or a title.
fn name_from(syntax: &Syntax<'_>, unit: usize) -> Option<usize> {
    (unit..syntax.units.len().min(unit + 2)).find(|&u| syntax.is_name(u))
}

/// "; Sudan, suspended in 2021, has not": the name or noun that opens the stretch up to the verb.
fn first_of_clause(syntax: &Syntax<'_>, verb: usize) -> Option<usize> {
    let opens =
        |u: &usize| matches!(syntax.lemma(*u), ";" | "but" | "while" | "whereas" | "though" | "although");
    let start = (0..verb).rev().find(opens).map_or(0, |u| u + 1);
    (start..verb).find(|&u| syntax.is_name(u) || matches!(syntax.tag(u), "NN" | "NNS" | "PRP"))
}

/// The name right before a verb, the first of its coordination.
fn name_before(syntax: &Syntax<'_>, verb: usize) -> Option<usize> {
    let mut at = verb.checked_sub(1).filter(|&u| syntax.is_name(u))?;
    while syntax.label(at) == "conj" {
        at = syntax.head(at).filter(|&h| h < at && syntax.is_name(h))?;
    }
    Some(at)
}
