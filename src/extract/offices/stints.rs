//! Where people have worked, told without an office: "after stints at A and B, she", "X, formerly with C,", "is now at D".

use super::beside::past_titles;
use super::{Office, Post, Standing};
use crate::extract::line::Line;
use crate::extract::names::NameMention;
use crate::graph::Kind;
use crate::vocabulary::words::List;

/// What somebody is called of whom it is only said where he works.
const STAFF: &str = "staff";

/// Words that make of being "at" a body working there.
const TIMES: [&str; 10] = [
    "formerly",
    "previously",
    "once",
    "lately",
    "earlier",
    "recently",
    "now",
    "currently",
    "presently",
    "today",
];

/// Jobs at bodies besides those `told`.
pub(super) fn read(line: &Line<'_>, told: &[Office]) -> Vec<Office> {
    let mut found: Vec<Office> = Vec::new();
    let bodies = line.mentions().iter().filter(|m| line.kind(m.entity) == Kind::Organization);
    for body in bodies.filter(|m| !line.possessive(m.tokens.end) && !qualifies(line, m)) {
        let with_times = beside(line, body).or_else(|| predicated(line, body));
        let spent = || worked(line, body).or_else(|| meanwhile(line, body));
        let Some(person) = with_times.or_else(spent) else { continue };
        let known = told.iter().chain(&found).any(|o| o.person == person && o.body == body.entity);
        if !known && person != body.entity {
            let token = body.tokens.start;
            let post = Post::called(body.entity, STAFF);
            found.push(Office { standing: Standing::Former, ..Office::held(person, post, token) });
        }
    }
    found
}

/// Whether the name only qualifies a noun: "at NATO headquarters".
fn qualifies(line: &Line<'_>, body: &NameMention) -> bool {
    let end = body.tokens.end;
    line.at(end).is_none() && line.tag(end).starts_with('N')
}

/// The preposition before a name, whose it is and its article, if it is one of these.
fn preposition(line: &Line<'_>, body: &NameMention, words: &[&str]) -> Option<usize> {
    let before = body.tokens.start.checked_sub(1)?;
    let owner = line.mentions().iter().find(|m| m.tokens.end == before && line.possessive(before));
    let before = owner.map_or(Some(before), |m| m.tokens.start.checked_sub(1))?;
    let token = if line.is(before, &["the"]) { before.checked_sub(1)? } else { before };
    line.is(token, words).then_some(token)
}

/// Where the words of time that end at `end` begin; none if there are none.
fn times_before(line: &Line<'_>, end: usize) -> Option<usize> {
    (0..end).rev().take_while(|&t| line.is(t, &TIMES) || line.is(t, &["until", "most"])).last()
}

/// "X, formerly with the bank,", "Y (now at the agency)", "Now at the bank, Z".
fn beside(line: &Line<'_>, body: &NameMention) -> Option<usize> {
    let start = times_before(line, preposition(line, body, &["at", "with", "of", "from"])?)?;
    if start == 0 {
        let comma = Some(body.tokens.end).filter(|&t| line.word(t) == ",")?;
        return Some(line.person_from(past_titles(line, comma + 1))?.entity);
    }
    let mark = start.checked_sub(1).filter(|&t| line.is(t, &[",", "("]))?;
    Some(line.person_until(mark)?.entity)
}

/// "She is now at the bank", "he had previously been with the agency".
fn predicated(line: &Line<'_>, body: &NameMention) -> Option<usize> {
    let syntax = line.scene.syntax;
    let at = preposition(line, body, &["at", "with"])?;
    let copula = |t: usize| line.is(t, &["is", "was", "been"]);
    let verb = (0..at).rev().find(|&t| !line.is(t, &TIMES)).filter(|&t| copula(t))?;
    let unit = line.unit(verb)?;
    let timed = verb + 1 < at || verb > 0 && line.is(verb - 1, &TIMES);
    subject(line, unit).filter(|_| timed && syntax.is_verb(unit))
}

/// "after ten years at the bank, X joined", "before a stint with the agency".
fn worked(line: &Line<'_>, body: &NameMention) -> Option<usize> {
    let syntax = line.scene.syntax;
    let name = syntax.first_coordinated(line.unit(body.tokens.start)?);
    let at = syntax.head(name).filter(|_| syntax.label(name) == "pobj")?;
    let noun = syntax.head(at).filter(|_| matches!(syntax.lemma(at), "at" | "with" | "in"))?;
    let spell = syntax.has(List::Spells, noun) || syntax.measures_time(noun);
    let own = syntax.child(noun, &["poss"]).is_none_or(|p| syntax.tag(p) == "PRP$");
    let when = syntax.head(noun).filter(|_| spell && own && syntax.label(noun) == "pobj")?;
    let ordered = matches!(syntax.lemma(when), "after" | "following" | "follow" | "before" | "despite");
    subject(line, syntax.clause_verb(syntax.head(when)?)?).filter(|_| ordered)
}

/// "had drawn it up while at the bank".
fn meanwhile(line: &Line<'_>, body: &NameMention) -> Option<usize> {
    let at = preposition(line, body, &["at", "with"])?;
    let opener = at.checked_sub(1).filter(|&t| line.is(t, &["while", "whilst"]))?;
    subject(line, line.scene.syntax.clause_verb(line.unit(opener)?)?)
}

/// The one person who is the subject of a verb.
fn subject(line: &Line<'_>, verb: usize) -> Option<usize> {
    let referents = line.scene.referents(line.scene.syntax.surface_subject(verb)?);
    match referents.as_slice() {
        [one] if line.kind(one.entity) == Kind::Person => Some(one.entity),
        _ => None,
    }
}
