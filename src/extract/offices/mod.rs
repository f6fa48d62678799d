//! Offices: who is what of whom, read from titles, appositions and predicates.
//!
//! "NATO Secretary General Jens Stoltenberg", "Kaja Kallas, then prime minister of Estonia,", "its commander,
//! Rajesh Dhankhar,". Office phrases are found by their words; beside a name they stand in a fixed order, so titles and
//! appositions are read off the tokens; predicates ("became president of the Council") take their holder from the parse.

mod beside;
mod body;
mod phrase;
mod predicate;
mod relative;
mod rolls;
mod stints;
mod under;
mod unsaid;

use super::discourse::Holder;
pub(crate) use super::discourse::Post;
use super::line::Line;
use super::names::Names;
use super::reference::Scene;
use super::statements::Candidate;
use super::when::Dated;
use crate::graph::{Kind, Status};
use crate::vocabulary::words::{List, WordLists};
pub(crate) use beside::past_titles;
use body::Bodies;
use phrase::Phrase;
pub(crate) use phrase::Standing;
use std::borrow::Cow;
use std::ops::Range;

/// Someone's office, and how surely.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Office {
    pub(crate) person: usize,
    pub(crate) body: usize,
    pub(crate) role: String,
    /// Lower-case head noun of the role.
    pub(crate) head: String,
    /// Token of the head noun.
    pub(crate) token: usize,
    pub(crate) standing: Standing,
    pub(crate) status: Status,
    pub(crate) by: Option<usize>,
    pub(crate) when: Option<String>,
}

impl Office {
    /// The office as somebody holds it, undated.
    pub(crate) fn held(person: usize, post: Post, token: usize) -> Self {
        let Post { body, role, head } = post;
        Self {
            person,
            body,
            role,
            head,
            token,
            standing: Standing::Held,
            status: Status::Asserted,
            by: None,
            when: None,
        }
    }
}

impl From<&Office> for Post {
    fn from(Office { body, role, head, .. }: &Office) -> Self {
        Self { body: *body, role: role.clone(), head: head.clone() }
    }
}

/// Whether an office is one of a kind in its body, so that "the job" can stand for it ("chief executive", not "analyst").
pub(crate) fn is_sole(words: &WordLists, role: &str, head: &str) -> bool {
    let common = words.has(List::CommonOffices, head) && !words.has(List::PostedOffices, head);
    !common || head.starts_with("command") || role.to_lowercase().starts_with("chief")
}

/// Who are said to hold a phrase's office, and on what terms.
struct Holding {
    people: Vec<usize>,
    /// The body said after the holder: "Commodore Guerrero of the Chilean Navy".
    body: Option<usize>,
    /// A body said after each holder: "ministers Wang Yi of China and Sergei Lavrov of Russia".
    each: Vec<usize>,
    status: Status,
    by: Option<usize>,
    when: Option<String>,
    /// Whether words beside the phrase put it in the past ("whose previous job was ...").
    former: bool,
}

impl Holding {
    fn plain(people: Vec<usize>) -> Self {
        Self {
            people,
            body: None,
            each: Vec::new(),
            status: Status::Asserted,
            by: None,
            when: None,
            former: false,
        }
    }
}

/// Every office the sentence gives someone.
pub(crate) fn read(scene: &Scene<'_>, names: &Names, dates: &[Dated]) -> Vec<Office> {
    let kinds = |entity: usize| names.entities[entity].kind;
    let line = Line::new(scene, &kinds);
    let phrases = phrase::find(&line);
    let mut reader = Reader { line: &line, dates, found: Vec::new() };
    let held: Vec<Vec<Holding>> = reader.holdings(&phrases);
    // "his deputy", "her successor" need to know first what he or she is.
    for relative in [false, true] {
        for (phrase, holdings) in phrases.iter().zip(&held) {
            if body::is_relative(&line, phrase) == relative {
                for holding in holdings {
                    reader.give(phrase, holding, &phrases);
                }
            }
        }
    }
    reader.found.extend(under::read(&line));
    let affiliated = beside::affiliated_people(&line, &reader.found);
    reader.found.extend(affiliated);
    let worked = stints::read(&line, &reader.found);
    reader.found.extend(worked);
    let mut seen = std::collections::BTreeSet::new();
    reader.found.retain(|o| seen.insert((o.person, o.body, o.head.clone())));
    predicate::take_office(&line, dates, &mut reader.found);
    rolls::complete(&line, dates, &mut reader.found);
    reader.found
}

/// Gives an office of one on a roll of people with their times ("A from 1975 to 1980 and B until 1984") to all on it.
pub(crate) fn complete_rolls(scene: &Scene<'_>, names: &Names, dates: &[Dated], offices: &mut Vec<Office>) {
    let kinds = |entity: usize| names.entities[entity].kind;
    rolls::complete(&Line::new(scene, &kinds), dates, offices);
}

/// The office that a heading names, or words that stand by themselves ("Directors General.", "The presidents of X:"); of the
/// body the document is about if they name none.
pub(crate) fn announced(scene: &Scene<'_>, names: &Names) -> Option<Post> {
    /// The most words such a heading has.
    const LONGEST: usize = 10;
    let kinds = |entity: usize| names.entities[entity].kind;
    let line = Line::new(scene, &kinds);
    let end = line.len() - usize::from(line.len() > 0 && line.is(line.len() - 1, &[".", ":"]));
    if end == 0 || end > LONGEST {
        return None;
    }
    let phrase = phrase_at(&line, line.unit((0..end).find(|&t| line.is_head(t))?)?)?;
    let bodies = Bodies { line: &line, found: &[], phrases: &[] };
    if phrase.tokens != (0..end) || !phrase.plural && !line.is(0, &["the"]) {
        return None;
    }
    let (role, head) = (role(&line, &phrase, &[]), head(&line, &phrase));
    if !is_sole(scene.syntax.words(), &role, &head) {
        return None;
    }
    if let Some(found) = bodies.said(&phrase) {
        return post(&line, &phrase, &found);
    }
    let body = scene.discourse.presented(|e| kinds(e) == Kind::Organization)?;
    Some(Post { body, role, head })
}

/// The office that the heading of the passage names, else the last spoken of, by a holder that fits.
pub(crate) fn of_passage(scene: &Scene<'_>, fits: impl Fn(&Holder) -> bool) -> Option<Post> {
    let last = || scene.discourse.last_office(scene.sentence, fits).map(Post::from);
    scene.discourse.announced().cloned().or_else(last)
}

/// The office that a frame gives someone ("X heads Y").
pub(crate) fn of_candidate(candidate: &Candidate) -> Option<Office> {
    let role = candidate.role.clone().filter(|_| candidate.relation == "holdsPosition")?;
    let head = role.split(' ').next().unwrap_or_default().to_owned();
    Some(Office {
        person: candidate.subject,
        body: candidate.object,
        role,
        head,
        token: candidate.ground.trigger.map_or(0, |t| t.tokens().start),
        standing: Standing::Held,
        status: candidate.status,
        by: candidate.by,
        when: candidate.when.clone(),
    })
}

/// The office a phrase names whose head, or whose words, include the unit; its body perhaps from the context.
pub(crate) fn post_at(scene: &Scene<'_>, names: &Names, unit: usize) -> Option<Post> {
    let kinds = |entity: usize| names.entities[entity].kind;
    let line = Line::new(scene, &kinds);
    let phrase = phrase_at(&line, unit)?;
    let bodies = Bodies { line: &line, found: &[], phrases: &[] };
    let found = bodies.of(&phrase, &[], None).or_else(|| bodies.of_passage(&phrase))?;
    post(&line, &phrase, &found)
}

/// The same, but only if the words of the phrase say whose office it is.
pub(crate) fn post_named_at(scene: &Scene<'_>, names: &Names, unit: usize) -> Option<Post> {
    let kinds = |entity: usize| names.entities[entity].kind;
    let line = Line::new(scene, &kinds);
    let phrase = phrase_at(&line, unit)?;
    let found = Bodies { line: &line, found: &[], phrases: &[] }.said(&phrase)?;
    post(&line, &phrase, &found)
}

/// Role and head noun of the office a phrase at the unit names.
pub(crate) fn role_at(scene: &Scene<'_>, names: &Names, unit: usize) -> Option<(String, String)> {
    let kinds = |entity: usize| names.entities[entity].kind;
    let line = Line::new(scene, &kinds);
    let phrase = phrase_at(&line, unit)?;
    Some((role(&line, &phrase, &[]), head(&line, &phrase)))
}

fn phrase_at(line: &Line<'_>, unit: usize) -> Option<Phrase> {
    let token = line.scene.syntax.units[unit].tokens.start;
    phrase::find(line).into_iter().find(|p| (p.tokens.start..p.core_end).contains(&token))
}

fn post(line: &Line<'_>, phrase: &Phrase, found: &body::Found) -> Option<Post> {
    let body = *found.entities.first()?;
    Some(Post { body, role: role(line, phrase, &found.tokens), head: head(line, phrase) })
}

/// The person who stands as subject before the verb at `token`.
pub(crate) fn subject_before(scene: &Scene<'_>, names: &Names, token: usize) -> Option<usize> {
    let kinds = |entity: usize| names.entities[entity].kind;
    Line::new(scene, &kinds).subject_before(token).map(|m| m.entity)
}

/// "... The president of the Commission had met X": whom the sentence before is about holds the office.
fn untitled(line: &Line<'_>, phrase: &Phrase) -> Option<Holding> {
    let person = line.scene.untitled_officer(line.unit(phrase.head)?)?;
    Some(Holding::plain(vec![person]))
}

struct Reader<'a> {
    line: &'a Line<'a>,
    dates: &'a [Dated],
    found: Vec<Office>,
}

impl Reader<'_> {
    /// Who holds each phrase's office: those beside it, else those it is predicated of.
    fn holdings(&self, phrases: &[Phrase]) -> Vec<Vec<Holding>> {
        let mut held = beside::read(self.line, phrases);
        for (phrase, holdings) in phrases.iter().zip(&mut held) {
            if holdings.is_empty() {
                let installed = under::installed(self.line, phrase);
                let said = installed.or_else(|| predicate::holding(self.line, phrase, self.dates));
                holdings.extend(said.or_else(|| untitled(self.line, phrase)));
            }
            let dated = predicate::date_beside(self.line, phrase, self.dates)
                .or_else(|| predicate::date_of_copula(self.line, phrase, self.dates));
            for holding in holdings.iter_mut().filter(|h| h.when.is_none()) {
                holding.when.clone_from(&dated);
            }
        }
        held
    }

    fn give(&mut self, phrase: &Phrase, holding: &Holding, phrases: &[Phrase]) {
        let bodies = Bodies { line: self.line, found: &self.found, phrases };
        let found = if holding.each.is_empty() {
            bodies.of(phrase, &holding.people, holding.body)
        } else {
            let own = self.line.mentions().iter().map(|m| &m.tokens);
            let own = own.filter(|t| phrase.core_end <= t.start && t.end <= phrase.tokens.end).cloned();
            let like = bodies.relative_role(phrase, &holding.people);
            let (role, head) = like.map_or((None, None), |(role, head)| (Some(role), Some(head)));
            Some(body::Found { tokens: own.collect(), entities: holding.each.clone(), role, head })
        };
        let Some(found) = found else { return };
        let coming = phrase.standing == Standing::Coming && holding.status == Status::Asserted;
        let status = if coming { Status::Planned } else { holding.status };
        let role = found.role.clone().unwrap_or_else(|| role(self.line, phrase, &found.tokens));
        let head = found.head.clone().unwrap_or_else(|| head(self.line, phrase));
        // "its speakers included X": whoever speaks at an event has no office there.
        let guest =
            |body: usize| self.line.kind(body) == Kind::Event && matches!(head.as_str(), "speaker" | "guest");
        for (person, body) in found.pairs(&holding.people).into_iter().filter(|(_, body)| !guest(*body)) {
            let by = holding.by.filter(|&b| b != person);
            let when = holding.when.clone();
            let (role, head) = (role.clone(), head.clone());
            let standing = if holding.former { Standing::Former } else { phrase.standing };
            let token = phrase.head;
            self.found.push(Office { person, body, role, head, token, standing, status, by, when });
        }
    }
}

/// Lower-case singular of the head noun.
fn head(line: &Line<'_>, phrase: &Phrase) -> String {
    let word = line.lower(phrase.head);
    // A vice president is not "the president".
    let mut before = phrase.head.saturating_sub(1);
    if line.word(before) == "-" {
        before = before.saturating_sub(1);
    }
    if before >= phrase.core_start && line.is(before, &["vice"]) {
        return format!("vice {}", singular(&word));
    }
    if line.scene.syntax.words().has(List::Offices, &word) {
        word.into_owned()
    } else {
        singular(&word).into_owned()
    }
}

/// The words of the office without its body and without "the former".
fn role(line: &Line<'_>, phrase: &Phrase, owner: &[Range<usize>]) -> String {
    let mut text = String::new();
    let own = owner.iter().filter(|o| o.start >= phrase.core_end).map(|o| o.end).max();
    for token in phrase.core_start..phrase.tokens.end {
        let word = if line.listed(List::Helms, token) { "head" } else { line.word(token) };
        // "dean of X at Y", "president of X last May": where X lies, and when, is no part of the office.
        let beyond = ["at", "in", "within", "of", "last", "this", "next"];
        if own.is_some_and(|end| token >= end) && line.is(token, &beyond) {
            break;
        }
        let opening = text.is_empty()
            && (line.listed(List::FormerWords, token)
                || line.listed(List::ComingWords, token)
                || line.is(token, &["until", "respectively", "whose", "twice", "thrice"])
                || line.is(token, &phrase::CHOSEN)
                || line.is(token, &phrase::LATELY));
        let mark = text.is_empty() && (line.possessive(token) || matches!(word, "-" | "'" | "’" | "and"));
        let aside = token >= phrase.core_end && phrase::past_aside(line, token) > token;
        if word == "(" || aside {
            break;
        }
        if owner.iter().any(|o| o.contains(&token)) || opening || mark {
            continue;
        }
        let several = phrase.plural || line.tag(phrase.head) == "NNS";
        let plural = several
            && token == phrase.head
            && !line.scene.syntax.words().has(List::Offices, &line.lower(token));
        let word = if plural { singular(word) } else { Cow::Borrowed(word) };
        let hyphen = || word == "-" || line.word(token - 1) == "-";
        let joined = line.glued(token) && hyphen() || line.possessive(token);
        if !text.is_empty() && !joined && word != "," {
            text.push(' ');
        }
        text.push_str(&word);
    }
    trimmed(&text)
}

/// "director" for "directors", "secretary" for "secretaries"; a word in the singular as it is.
fn singular(noun: &str) -> Cow<'_, str> {
    match noun.strip_suffix("ies") {
        Some(stem) => Cow::Owned(format!("{stem}y")),
        None => Cow::Borrowed(noun.trim_end_matches('s')),
    }
}

fn trimmed(role: &str) -> String {
    let mut words: Vec<&str> = role.split(' ').map(|word| word.trim_end_matches(',')).collect();
    while words.last().is_some_and(|w| {
        matches!(
            *w,
            "of" | "for"
                | "at"
                | "the"
                | "in"
                | "on"
                | "to"
                | "and"
                | "both"
                | "a"
                | "an"
                | "with"
                | "("
                | ")"
                | "()"
                | "within"
                | ","
        )
    }) {
        words.pop();
    }
    words.join(" ")
}
