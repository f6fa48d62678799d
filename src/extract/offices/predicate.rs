//! Offices said of someone by a verb: "became president", "serves as envoy", "the chair is X", "took the helm".

use super::beside::{entered, past_time};
use super::phrase::Phrase;
use super::{Holding, Office};
use crate::extract::certainty::{self, Certainty};
use crate::extract::discourse::Pronoun;
use crate::extract::line::Line;
use crate::extract::when::{Dated, date_of};
use crate::graph::{Kind, Status};
use crate::vocabulary::frame::Role;
use crate::vocabulary::words::List;

/// Nouns that "as" hangs on instead of the verb: "took up his post as ambassador".
const POSTS: &[&str] = &["post", "position", "role", "office", "job", "duty", "work", "term", "career"];
/// Verbs whose object may be the office itself.
const TAKING: &[&str] = &["take", "assume", "hold", "become", "occupy", "stay", "remain"];
/// Verbs that make someone something: in the passive, what follows them is the office.
const CHOOSING: &[&str] =
    &["elect", "re-elect", "reelect", "appoint", "reappoint", "name", "choose", "make", "confirm"];
/// Nouns for what those verbs tell.
const CHOICES: &[&str] = &[
    "appointment",
    "reappointment",
    "election",
    "re-election",
    "reelection",
    "confirmation",
    "inauguration",
];
/// Verbs that lead "to" an office.
const RISING: &[&str] = &["promote", "elevate", "rise", "ascend", "accede", "advance"];
/// Verbs that only put someone forward.
const PROPOSING: &[&str] =
    &["pick", "nominate", "propose", "tip", "float", "suggest", "recommend", "endorse"];

/// Whom an event includes, not an office.
const GATHERED: [&str; 4] = ["delegates", "members", "founders", "experts"];

/// Who holds the phrase's office by what the sentence says of them.
pub(super) fn holding(line: &Line<'_>, phrase: &Phrase, dates: &[Dated]) -> Option<Holding> {
    let syntax = line.scene.syntax;
    let unit = top(line, phrase)?;
    let trigger = trigger(line, unit);
    // "relieved as commander": of his own office.
    let relieved = syntax.lemma(trigger) == "relieve" && syntax.tag(trigger) == "VBN";
    if syntax.has(List::SuccessionVerbs, trigger) && syntax.is_verb(trigger) && !relieved {
        return None;
    }
    // "trained as a lawyer at the university" is no office there.
    let learns = || matches!(syntax.lemma(trigger), "train" | "study" | "educate" | "qualify" | "graduate");
    if syntax.is_verb(trigger) && trigger != unit && learns() {
        return None;
    }
    let whom = whom_chosen(line, unit);
    let mut people = whom.map_or_else(|| people(line, said_of(line, unit)), |person| vec![person]);
    if people.is_empty() {
        people.extend(chosen(line, phrase));
    }
    if people.is_empty() && predicative(line, unit) {
        let verb = syntax.clause_verb(unit).map(|v| syntax.units[v].tokens.start);
        let subject = verb.and_then(|v| line.subject_before(v));
        let all = subject.map(|m| line.people_until(m.tokens.end)).unwrap_or_default();
        people.extend(all.iter().map(|m| m.entity));
    }
    if people.is_empty() && (predicative(line, unit) || matches!(syntax.label(unit), "oprd" | "dobj")) {
        people.extend(
            syntax.clause_verb(unit).filter(|&v| chooses(line, v)).and_then(|v| line.scene.unsaid_subject(v)),
        );
    }
    let alone = people.is_empty() && fragment(line, phrase, unit);
    if alone {
        people.extend(heading_person(line));
    }
    if people.is_empty() {
        return None;
    }
    if people.len() > 1 && !phrase.plural && !shared(line, phrase) {
        people.drain(..people.len() - 1);
    }
    let Certainty { status, by, .. } = certainty::read(line.scene, trigger);
    let status = if put_forward(line, unit) { Status::Possible } else { status };
    let dated = date_of(syntax, trigger, unit, dates).map(|d| d.value.as_str());
    let verb = syntax.clause_verb(trigger).unwrap_or(trigger);
    let left = leaves_as(line, unit);
    let date = if syntax.has(List::EndingVerbs, verb) {
        // Leaving office on a day closes an interval.
        let ends = left && status == Status::Asserted;
        dated.filter(|d| ends && !d.contains('/')).map(|d| format!("../{d}"))
    } else {
        dated.map(|d| opened(line, trigger, d))
    };
    // "will step down as director": what is to be left is held.
    let status = if left { Status::Asserted } else { status };
    Some(Holding {
        people,
        body: body_beside(line, phrase, verb)
            .or_else(|| entered(line, phrase).filter(|_| alone).map(|m| m.entity)),
        each: Vec::new(),
        status,
        by: by.map(|r| r.entity),
        when: date,
        former: former_job(line, unit),
    })
}

/// "Barnier, whom Macron made prime minister", "made her secretary of state": whom a verb makes what it says, where that is
/// told by a pronoun.
fn whom_chosen(line: &Line<'_>, unit: usize) -> Option<usize> {
    /// How many words may stand between "whom" and the verb.
    const SUBJECT: usize = 6;
    let syntax = line.scene.syntax;
    let verb = syntax.clause_verb(unit).filter(|&v| syntax.is_verb(v) && !syntax.is_passive(v))?;
    let at = syntax.units[verb].tokens.start;
    if !CHOOSING.contains(&syntax.lemma(verb)) {
        return None;
    }
    let gender = match line.lower(at + 1).as_ref() {
        "him" => Some("male"),
        "her" => Some("female"),
        _ => None,
    };
    if let Some(gender) = gender {
        let place = (line.scene.sentence, at + 1);
        return line
            .scene
            .discourse
            .pronoun(Pronoun::Person(Some(gender)), place, &|_| true)
            .first()
            .copied();
    }
    let whom = (at.saturating_sub(SUBJECT)..at).rev().find(|&t| line.is(t, &["whom"]))?;
    let end = whom - usize::from(whom > 0 && line.word(whom - 1) == ",");
    line.person_until(end).map(|person| person.entity)
}

/// "OPEC elected X its secretary general", "elected Kuwait's X president": whom the verb before his name makes what stands
/// right behind it.
fn chosen(line: &Line<'_>, phrase: &Phrase) -> Option<usize> {
    /// How many words of a title may stand between the verb and the name.
    const TITLE: usize = 5;
    let syntax = line.scene.syntax;
    let person = line.person_until(phrase.tokens.start)?;
    let first = line.unit(person.tokens.start)?;
    let verb = (0..first)
        .rev()
        .take(TITLE)
        .find(|&u| syntax.is_verb(u) || !(syntax.tag(u).starts_with(['N', 'J']) || syntax.tag(u) == "POS"))?;
    let makes = CHOOSING.contains(&syntax.lemma(verb)) && syntax.is_verb(verb) && !syntax.is_passive(verb);
    makes.then_some(person.entity)
}

/// Whether what a verb says of its subject is an office: "became head of", "named chair of", "served as envoy".
fn chooses(line: &Line<'_>, verb: usize) -> bool {
    let lemma = line.scene.syntax.lemma(verb);
    TAKING.contains(&lemma)
        || CHOOSING.contains(&lemma)
        || matches!(lemma, "serve" | "be" | "work" | "act" | "begin" | "start")
}

/// "whose previous job had been director": the job is another now.
fn former_job(line: &Line<'_>, unit: usize) -> bool {
    let syntax = line.scene.syntax;
    let first = syntax.first_coordinated(unit);
    let verb = syntax.head(first).filter(|_| matches!(syntax.label(first), "attr" | "dobj"));
    let job = verb.and_then(|v| syntax.surface_subject(v)).filter(|&s| syntax.has(List::JobNouns, s));
    let previous = |j: usize| {
        syntax.children_of(j, &["amod"]).any(|a| {
            matches!(syntax.lemma(a), "previous" | "former" | "last" | "old" | "past" | "earlier" | "prior")
        })
    };
    job.is_some_and(previous)
}

/// The unit of the phrase's words that the rest of the sentence governs.
fn top(line: &Line<'_>, phrase: &Phrase) -> Option<usize> {
    let syntax = line.scene.syntax;
    let units: Vec<usize> = (phrase.tokens.start..phrase.core_end).filter_map(|t| line.unit(t)).collect();
    let outside = |u: &usize| syntax.head(*u).is_none_or(|h| !units.contains(&h));
    let head = line.unit(phrase.head)?;
    if outside(&head) {
        return Some(head);
    }
    units.iter().rev().copied().find(|u| outside(u) && syntax.tag(*u).starts_with(['N', 'J', 'C']))
}

/// The word whose modals and dates count: the verb of an "as" phrase, else the noun itself.
fn trigger(line: &Line<'_>, unit: usize) -> usize {
    let syntax = line.scene.syntax;
    let mut at = unit;
    while syntax.label(at) == "conj" {
        let Some(head) = syntax.head(at) else { break };
        at = head;
    }
    let verbal = matches!(syntax.label(at), "pobj" | "dobj" | "nsubj");
    if verbal { syntax.clause_verb(at).unwrap_or(unit) } else { unit }
}

/// The units the phrase is said of.
fn said_of(line: &Line<'_>, unit: usize) -> Vec<usize> {
    let syntax = line.scene.syntax;
    let Some(head) = syntax.head(unit) else { return syntax.predicated_of(unit) };
    match syntax.label(unit) {
        "pobj" if syntax.lemma(head) == "as" => {
            let Some(noun) = syntax.head(head) else { return Vec::new() };
            if syntax.is_verb(noun) {
                return syntax.predicated_of(unit);
            }
            // "the reappointment of X as secretary-general"
            if CHOICES.contains(&syntax.lemma(noun)) {
                let owners = syntax.noun_arguments(noun).iter().filter(|(r, _)| *r == Role::Possessor);
                return owners.map(|(_, u)| *u).collect();
            }
            let post = POSTS.contains(&syntax.lemma(noun)) || spent(line, noun);
            let verb = syntax.clause_verb(noun).filter(|_| post);
            verb.and_then(|v| syntax.surface_subject(v)).into_iter().collect()
        }
        // "rose to president", "was promoted to director"
        "pobj" if syntax.lemma(head) == "to" => {
            let verb = syntax.head(head).filter(|&v| RISING.contains(&syntax.lemma(v)));
            verb.and_then(|v| syntax.surface_subject(v)).into_iter().collect()
        }
        // "held the office of secretary-general"
        "pobj" if syntax.lemma(head) == "of" => {
            let post =
                syntax.head(head).filter(|&n| POSTS.contains(&syntax.lemma(n)) && syntax.label(n) == "dobj");
            let verb = post.and_then(|p| syntax.head(p)).filter(|&v| TAKING.contains(&syntax.lemma(v)));
            let held = || holders(line, syntax.head(head)?);
            verb.and_then(|v| syntax.surface_subject(v)).map(|s| vec![s]).or_else(held).unwrap_or_default()
        }
        "dobj"
            if TAKING.contains(&syntax.lemma(head))
                || syntax.is_passive(head) && CHOOSING.contains(&syntax.lemma(head)) =>
        {
            syntax.surface_subject(head).into_iter().collect()
        }
        "dobj" if listed_behind(line, unit).is_some() => listed_behind(line, unit).into_iter().collect(),
        "dobj" if owner_of_jobs(line, head).is_some() => owner_of_jobs(line, head).into_iter().collect(),
        "nsubj" => {
            let labels: &[&str] = match syntax.lemma(head) {
                "be" => &["attr", "acomp"],
                "include" if !line.is(syntax.units[unit].tokens.start, &GATHERED) => &["dobj"],
                _ => &[],
            };
            syntax.children_of(head, labels).collect()
        }
        "attr" if syntax.lemma(head) == "be" => {
            // "whose previous job had been director of ...": said of whose job it was.
            let subject = syntax.surface_subject(head);
            let post = subject.filter(|&s| POSTS.contains(&syntax.lemma(s)));
            let owner = post.and_then(|p| syntax.child(p, &["poss"])).and_then(|o| syntax.dereference(o));
            owner.map_or_else(|| syntax.predicated_of(unit), |o| vec![o])
        }
        "conj" => said_of(line, head),
        _ => syntax.predicated_of(unit),
    }
}

/// "The agency has had four heads: A, B, C and D": the list that follows what somebody has.
fn listed_behind(line: &Line<'_>, unit: usize) -> Option<usize> {
    let syntax = line.scene.syntax;
    let has = syntax.head(unit).filter(|&v| syntax.lemma(v) == "have" && syntax.tag(unit) == "NNS")?;
    let colon = (unit + 1..syntax.units.len()).take(5).find(|&u| syntax.lemma(u) == ":")?;
    let named = |&u: &usize| u < syntax.units.len() && syntax.is_name(u);
    Some(colon + 1).filter(named).filter(|_| syntax.surface_subject(has).is_some())
}

/// "after a stint as director, X": time at work that the clause puts before or after something else.
fn spent(line: &Line<'_>, noun: usize) -> bool {
    let syntax = line.scene.syntax;
    let when = syntax.head(noun).filter(|_| syntax.label(noun) == "pobj");
    let ordered =
        when.is_some_and(|p| matches!(syntax.lemma(p), "after" | "following" | "follow" | "before"));
    ordered && syntax.has(List::Spells, noun) && syntax.child(noun, &["poss"]).is_none()
}

/// "Her previous posts include director of the bank": whose the jobs are that the verb counts up.
fn owner_of_jobs(line: &Line<'_>, verb: usize) -> Option<usize> {
    let syntax = line.scene.syntax;
    let counts = matches!(syntax.lemma(verb), "include" | "comprise" | "span" | "encompass");
    let jobs = syntax.surface_subject(verb).filter(|&s| counts && syntax.has(List::JobNouns, s))?;
    syntax.dereference(syntax.child(jobs, &["poss"])?)
}

/// "The office of secretary-general is held by X": the doers of the verb whose passive subject the noun is.
fn holders(line: &Line<'_>, post: usize) -> Option<Vec<usize>> {
    let syntax = line.scene.syntax;
    let verb = syntax
        .head(post)
        .filter(|_| syntax.label(post) == "nsubjpass" && POSTS.contains(&syntax.lemma(post)))?;
    let doers = syntax.verb_arguments(verb).iter().filter(|(r, _)| *r == Role::Subject);
    TAKING.contains(&syntax.lemma(verb)).then(|| doers.map(|(_, u)| *u).collect())
}

/// Whether the unit is what a verb says of its subject.
fn predicative(line: &Line<'_>, unit: usize) -> bool {
    let syntax = line.scene.syntax;
    let Some(head) = syntax.head(unit) else { return false };
    match syntax.label(unit) {
        "attr" | "oprd" | "acomp" => true,
        "pobj" => syntax.lemma(head) == "as" && syntax.head(head).is_some_and(|v| syntax.is_verb(v)),
        _ => false,
    }
}

/// "foreign and defence minister respectively": one noun for the offices of several.
fn shared(line: &Line<'_>, phrase: &Phrase) -> bool {
    (phrase.tokens.start..phrase.head).any(|t| line.word(t) == "and")
        || line.is(phrase.tokens.end, &["respectively"])
}

fn people(line: &Line<'_>, units: Vec<usize>) -> Vec<usize> {
    let mut people = Vec::new();
    for unit in units {
        for referent in line.scene.referents(unit) {
            if line.kind(referent.entity) == Kind::Person && !people.contains(&referent.entity) {
                people.push(referent.entity);
            }
        }
    }
    people
}

/// "First coordinator for cyber issues; later president of the foundation": a sentence without a verb of its own.
fn fragment(line: &Line<'_>, phrase: &Phrase, unit: usize) -> bool {
    let syntax = line.scene.syntax;
    let verbless =
        (0..syntax.units.len()).all(|u| !syntax.is_verb(u) || matches!(syntax.label(u), "acl" | "relcl"));
    let opens = phrase.tokens.start <= 1 || line.is(phrase.tokens.start - 1, &[";", ",", "and"]);
    let end = phrase.tokens.end;
    let label = syntax.label(unit);
    let subject = matches!(label, "nsubj" | "nsubjpass" | "dobj" | "pobj");
    // "President of the Red Cross since October 2022, when ..."
    let heading =
        phrase.tokens.start == 0 && !subject && line.is(end, &["since", "from", "(", ";", ".", "until"]);
    // "President of the Red Cross since October 2022; earlier she worked at ..."
    let second = subject
        && syntax
            .clause_verb(unit)
            .is_some_and(|v| syntax.children_of(v, &["nsubj", "nsubjpass"]).count() > 1);
    let heading = heading || second && phrase.tokens.start == 0 && line.is(end, &["since", "from", "(", ";"]);
    let root = phrase.tokens.start == 0 && syntax.head(unit).is_none();
    root || heading
        || verbless
            && opens
            && matches!(syntax.label(unit), "ROOT" | "conj" | "dep" | "appos" | "parataxis" | "npadvmod")
}

/// The person the lines before speak of.
fn heading_person(line: &Line<'_>) -> Option<usize> {
    let discourse = line.scene.discourse;
    discourse.portrayed().or_else(|| discourse.subject(line.scene.sentence, |e| line.kind(e) == Kind::Person))
}

fn put_forward(line: &Line<'_>, unit: usize) -> bool {
    let syntax = line.scene.syntax;
    let mut at = syntax.clause_verb(unit);
    for _ in 0..3 {
        let Some(verb) = at else { return false };
        if PROPOSING.contains(&syntax.lemma(verb)) {
            return true;
        }
        at = syntax.head(verb).filter(|_| matches!(syntax.label(verb), "xcomp" | "ccomp"));
    }
    false
}

/// "joined the Belfer Center as a fellow": the body at the verb.
fn body_beside(line: &Line<'_>, phrase: &Phrase, verb: usize) -> Option<usize> {
    let syntax = line.scene.syntax;
    if !syntax.is_verb(verb) {
        return None;
    }
    if CHOOSING.contains(&syntax.lemma(verb)) && !syntax.is_passive(verb) {
        return chooser(line, phrase, verb);
    }
    if syntax.lemma(verb) == "have" {
        let owners = syntax.surface_subject(verb).map(|s| line.scene.referents(s)).unwrap_or_default();
        let body = |e: &usize| matches!(line.kind(*e), Kind::Organization | Kind::Country);
        return owners.into_iter().map(|r| r.entity).find(body);
    }
    let joined = matches!(
        syntax.lemma(verb),
        "join"
            | "enter"
            | "lead"
            | "head"
            | "run"
            | "direct"
            | "chair"
            | "manage"
            | "serve"
            | "work"
            | "represent"
            | "leave"
    );
    let object = syntax.child(verb, &["dobj"]).filter(|_| joined)?;
    let referents = line.scene.referents(object);
    referents.into_iter().map(|r| r.entity).find(|&e| line.kind(e) == Kind::Organization)
}

/// "The governors of the bank elected X president", "Hanoi named Y ambassador to Peru": the body that chooses, or that
/// those belong to who do; a state for its envoys.
fn chooser(line: &Line<'_>, phrase: &Phrase, verb: usize) -> Option<usize> {
    let syntax = line.scene.syntax;
    let subject = syntax.surface_subject(verb)?;
    let of = syntax.children_of(subject, &["prep"]).filter(|&p| syntax.lemma(p) == "of");
    let inside = of.flat_map(|p| syntax.children_of(p, &["pobj"]));
    let units = std::iter::once(subject).chain(inside);
    let bodies: Vec<usize> = units.flat_map(|u| line.scene.referents(u)).map(|r| r.entity).collect();
    // "The General Assembly appointed him Secretary-General": an assembly has none.
    let general = line.is(phrase.head, &["secretary-general"])
        || (phrase.head + 1..phrase.core_end).any(|t| line.is(t, &["general"]));
    let house = |e: usize| {
        let assembly = general && line.scene.discourse.is_named(e, "assembly");
        line.kind(e) == Kind::Organization && !assembly
    };
    let house = bodies.iter().copied().find(|&e| house(e));
    let envoy = line.is(phrase.head, &["ambassador", "envoy", "consul", "representative"]);
    let state = |e: usize| line.kind(e) == Kind::Country;
    let acting = |e: usize| if state(e) { Some(e) } else { line.scene.discourse.country_of_capital(e) };
    house
        .or_else(|| bodies.iter().find_map(|&e| acting(e)).filter(|_| envoy))
        .or_else(|| bodies.iter().find_map(|&e| state_of_chooser(line, phrase, e)))
}

/// "Macron named X prime minister", "Clinton made her secretary of state": a minister is of the state that whoever chooses
/// him rules or is known to belong to; an envoy of the one that he rules.
fn state_of_chooser(line: &Line<'_>, phrase: &Phrase, person: usize) -> Option<usize> {
    let discourse = line.scene.discourse;
    if line.kind(person) != Kind::Person {
        return None;
    }
    let words = line.scene.syntax.words();
    let ruled = discourse.office_of(person).filter(|h| !h.coming && line.kind(h.body) == Kind::Country);
    let ruled = ruled.filter(|h| words.has(List::StateOffices, &h.head)).map(|h| h.body);
    let secretary = line.is(phrase.head, &["secretary"]) && !line.is(phrase.head + 1, &["general", "-"]);
    if line.listed(List::StateOffices, phrase.head) || secretary {
        return ruled.or_else(|| discourse.origin(person));
    }
    ruled.filter(|_| line.is(phrase.head, &["ambassador", "envoy", "adviser", "advisor"]))
}

/// Whether the verb says that an office is left: "stepped down as", not "stood in as".
fn leaves(line: &Line<'_>, verb: usize) -> bool {
    let syntax = line.scene.syntax;
    let particled = matches!(syntax.lemma(verb), "step" | "stand" | "bow");
    let behind = syntax.units[verb].tokens.end;
    let down = || line.is(behind, &["down", "aside", "back", "away", "out", "off"]);
    syntax.has(List::EndingVerbs, verb) && (!particled || down())
}

/// Whether the unit is the office that somebody is said to leave: "resigned as director".
fn leaves_as(line: &Line<'_>, unit: usize) -> bool {
    let syntax = line.scene.syntax;
    let preposition = syntax.head(unit).filter(|&p| syntax.label(unit) == "pobj" && syntax.lemma(p) == "as");
    // "lost her post as minister"
    let job = |u: usize| syntax.has(List::JobNouns, u) && syntax.label(u) == "dobj";
    let verb = |u: usize| if job(u) { syntax.head(u) } else { Some(u) };
    preposition.and_then(|p| syntax.head(p)).and_then(verb).is_some_and(|v| leaves(line, v))
}

/// Taking office on a day opens an interval.
fn opened(line: &Line<'_>, trigger: usize, value: &str) -> String {
    let syntax = line.scene.syntax;
    let verb = syntax.clause_verb(trigger).map_or("", |v| syntax.lemma(v));
    let takes = matches!(
        verb,
        "become"
            | "take"
            | "appoint"
            | "elect"
            | "name"
            | "make"
            | "install"
            | "assume"
            | "swear"
            | "inaugurate"
            | "join"
            | "begin"
            | "start"
    );
    if takes && !value.contains('/') { format!("{value}/..") } else { value.to_owned() }
}

/// "the alliance's secretary general from 2014 to 2024", "coordinator (2011-2017)": a span said with the office.
pub(super) fn date_beside(line: &Line<'_>, phrase: &Phrase, dates: &[Dated]) -> Option<String> {
    let mut at = phrase.tokens.end;
    while line.is(at, &["(", "from", "since", "between", "in"]) && at < phrase.tokens.end + 2 {
        at += 1;
    }
    let behind =
        |d: &&Dated| d.tokens.start <= at && at < d.tokens.end && d.tokens.start >= phrase.tokens.end;
    // "director, since 2021, of X", "X, from 1998 to 2003 the minister"
    let within = |d: &&Dated| phrase.core_end < d.tokens.end && d.tokens.end <= phrase.tokens.end;
    // "head of X and, from 1998 to 2003, minister of Y"
    let ahead = |d: &&Dated| {
        let end = d.tokens.end + usize::from(line.is(d.tokens.end, &[","]));
        end == phrase.tokens.start && past_time(line, d.tokens.end) < d.tokens.end
    };
    let date =
        dates.iter().find(behind).or_else(|| dates.iter().find(within)).or_else(|| dates.iter().find(ahead));
    date.map(|d| d.value.clone()).filter(|v| v.contains('/'))
}

/// "Since 2021 the director has been X": the date of the clause that says who holds the office of its subject.
pub(super) fn date_of_copula(line: &Line<'_>, phrase: &Phrase, dates: &[Dated]) -> Option<String> {
    let syntax = line.scene.syntax;
    let subject = top(line, phrase).filter(|&u| syntax.label(u) == "nsubj")?;
    let copula = syntax.head(subject).filter(|&v| syntax.lemma(v) == "be")?;
    date_of(syntax, copula, subject, dates).map(|d| d.value.clone())
}

/// "X, the new chair, took office in May": the date at which the offices of the verb's subject begin.
pub(super) fn take_office(line: &Line<'_>, dates: &[Dated], offices: &mut [Office]) {
    let syntax = line.scene.syntax;
    for verb in (0..syntax.units.len()).filter(|&u| syntax.is_verb(u)) {
        let object = syntax.child(verb, &["dobj", "prt"]).map_or("", |o| syntax.lemma(o));
        let takes = matches!(
            (syntax.lemma(verb), object),
            ("take" | "assume", "office" | "post" | "charge" | "power" | "duty" | "over" | "up")
                | ("inaugurate" | "swear", _)
        );
        if !takes {
            continue;
        }
        let subjects =
            syntax.children_of(verb, &["nsubj", "nsubjpass"]).filter_map(|s| syntax.dereference(s));
        let mut people = people(line, subjects.chain(syntax.surface_subject(verb)).collect());
        people.extend(line.subject_before(syntax.units[verb].tokens.start).map(|m| m.entity));
        // "X, an officer of the navy, will take over": what he is already.
        let already = |o: &Office| {
            (o.token.saturating_sub(3)..o.token).any(|t| line.is(t, &["a", "an"]) && line.at(t).is_none())
        };
        if certainty::read(line.scene, verb).status == Status::Planned {
            let coming = |o: &&mut Office| {
                people.contains(&o.person) && o.standing == super::Standing::Held && !already(o)
            };
            offices.iter_mut().filter(coming).for_each(|o| o.status = Status::Planned);
        }
        for office in offices.iter_mut().filter(|o| people.contains(&o.person) && o.when.is_none()) {
            let date = date_of(syntax, verb, verb, dates).filter(|d| !d.value.contains('/'));
            if office.standing == super::Standing::Held && !already(office) {
                office.when = date.map(|d| format!("{}/..", d.value));
            }
        }
    }
}
