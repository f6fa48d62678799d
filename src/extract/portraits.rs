//! Whom a biography and what the history of a body is about, and where the people of a text come from.

use super::discourse::{Discourse, Pronoun};
use super::line::Line;
use super::names::{Form, NameMention};
use super::offices::past_titles;
use super::reference::Scene;
use crate::graph::Kind;
use crate::vocabulary::words::List;

/// The person a sentence names and says nothing of: "AMY POPE.", a heading "Jamie Shea".
pub(crate) fn alone(line: &Line<'_>) -> Option<usize> {
    let [only] = line.mentions() else { return None };
    let bare = |t: usize| {
        only.tokens.contains(&t)
            || !line.word(t).chars().any(char::is_alphanumeric)
            || line.tag(t).starts_with("NNP") && t < only.tokens.start
    };
    (line.is_person(only) && (0..line.len()).all(bare)).then_some(only.entity)
}

/// The body that a title names with nothing but words for what is told of it: "THE NORDIC COUNCIL: A SHORT HISTORY". One
/// that nobody knows may be a newsroom, unless the title says that it is told of.
pub(crate) fn titular(line: &Line<'_>) -> Option<usize> {
    let first = line.mentions().first().filter(|m| line.kind(m.entity) == Kind::Organization)?;
    let named = |t: usize| line.at(t).is_some_and(|m| m.entity == first.entity);
    let telling =
        |t: usize| line.listed(List::PortraitWords, t) || !line.word(t).chars().any(char::is_alphabetic);
    let told = |t: usize| telling(t) && line.tag(t).starts_with('N');
    let known = line.scene.discourse.is_known(first.entity) || (0..line.len()).any(told);
    (known && (0..line.len()).all(|t| named(t) || telling(t))).then_some(first.entity)
}

/// The person with whom an entry in a list of lives opens, though another life is being told: "X - director of Y",
/// "Dr X has been ...".
pub(crate) fn entry(line: &Line<'_>) -> Option<usize> {
    let told = line.scene.discourse.portrayed()?;
    let person = line.person_from(past_titles(line, 0))?;
    let end = person.tokens.end;
    let opens =
        matches!(line.word(end), "-" | "–" | "—" | ":" | "," | "(" | "|") || line.tag(end).starts_with('V');
    (opens && person.entity != told).then_some(person.entity)
}

/// What the first "he" or "she" of a sentence shows of the person portrayed, if it can only mean her.
pub(crate) fn gender(line: &Line<'_>) -> Option<&'static str> {
    let gender = |t: usize| {
        let genders = [("male", &["he", "his", "him"][..]), ("female", &["she", "her"])];
        genders.into_iter().find(|(_, pronouns)| line.is(t, pronouns)).map(|(gender, _)| gender)
    };
    let first = (0..line.len()).find(|&t| gender(t).is_some())?;
    let other = line.mentions().iter().any(|m| line.is_person(m) && m.tokens.start < first);
    gender(first).filter(|_| !other)
}

/// Everyone of whom a noun beside the name tells whether it is a man or a woman: "her father, X,", "X, the widow of Y".
pub(crate) fn called(line: &Line<'_>) -> Vec<(usize, &'static str)> {
    let gender = |t: usize| {
        let genders = [(List::MaleNouns, "male"), (List::FemaleNouns, "female")];
        genders.into_iter().find(|(nouns, _)| line.listed(*nouns, t)).map(|(_, gender)| gender)
    };
    let of = |person: &NameMention| {
        let (start, end) = (person.tokens.start, person.tokens.end);
        let before = start.checked_sub(1 + usize::from(start > 1 && line.word(start - 1) == ","));
        // "his son and the minister, X": of one and the same.
        let whose = |t: &usize| *t > 0 && (line.tag(t - 1) == "PRP$" || line.possessive(t - 1));
        let article = |t: usize| matches!(line.tag(t), "DT" | "PRP$");
        let behind = || (line.word(end) == "," && article(end + 1)).then(|| gender(end + 2)).flatten();
        before.filter(whose).and_then(gender).or_else(behind)
    };
    let people = line.mentions().iter().filter(|m| line.is_person(m));
    people.filter_map(|person| Some((person.entity, of(person)?))).collect()
}

/// Everyone whose country the sentence tells: "X, an Italian,", "X of Chile", "An Estonian, she ...".
pub(crate) fn origins(scene: &Scene<'_>, kinds: &dyn Fn(usize) -> Kind) -> Vec<(usize, usize)> {
    let line = Line::new(scene, kinds);
    let mut found: Vec<(usize, usize)> = Vec::new();
    for mention in line.mentions() {
        if line.is_person(mention) {
            let of = line.body_after(mention).filter(|m| line.kind(m.entity) == Kind::Country);
            found.extend(of.map(|m| (mention.entity, m.entity)));
        } else if Line::is_adjective(mention) && line.kind(mention.entity) == Kind::Country {
            found.extend(native(&line, mention).map(|person| (person, mention.entity)));
        }
    }
    found
}

/// Of whom a nationality is said.
fn native(line: &Line<'_>, nationality: &NameMention) -> Option<usize> {
    let discourse = line.scene.discourse;
    let start = nationality.tokens.start;
    if start == 0 && line.len() <= 2 {
        return discourse.portrayed();
    }
    let article = start.checked_sub(1).filter(|&t| line.is(t, &["a", "an", "the"]))?;
    let indefinite = !line.is(article, &["the"]);
    let end = noun_end(line, nationality)?;
    if let Some(person) = line.person_from(end) {
        return Some(person.entity);
    }
    if !indefinite {
        return None;
    }
    if article == 0 {
        return (line.word(end) == ",").then(|| fronted(line, end + 1, discourse)).flatten();
    }
    let copula = line.is(article - 1, &["is", "was"]);
    if copula {
        return line.subject_before(article - 1).map(|m| m.entity);
    }
    let mark = article - 1;
    line.person_until(mark).filter(|_| line.word(mark) == ",").map(|m| m.entity)
}

/// The end of the noun a nationality modifies ("Brazilian diplomat"), or of the nationality that stands alone; none if it
/// belongs to something else ("a Brazilian warship").
fn noun_end(line: &Line<'_>, nationality: &NameMention) -> Option<usize> {
    let mut end = nationality.tokens.end;
    if nationality.form == Form::Demonym {
        return Some(end);
    }
    while matches!(line.tag(end), "NN" | "JJ" | "HYPH")
        && line.at(end).is_none()
        && end < nationality.tokens.end + 5
    {
        end += 1;
    }
    let noun = end.checked_sub(1)?;
    let person = line.is_head(noun)
        || line.listed(List::PrivateJobs, noun)
        || line.is(noun, &["national", "native", "citizen"]);
    person.then_some(end)
}

/// The subject after a fronted "An Estonian,".
fn fronted(line: &Line<'_>, at: usize, discourse: &Discourse<'_>) -> Option<usize> {
    if let Some(person) = line.person_from(at) {
        return Some(person.entity);
    }
    let gender = match line.lower(at).as_ref() {
        "he" => "male",
        "she" => "female",
        _ => return None,
    };
    discourse.pronoun(Pronoun::Person(Some(gender)), (line.scene.sentence, at), &|_| true).first().copied()
}
