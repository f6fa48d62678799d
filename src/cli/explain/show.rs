//! What was found, laid out for a reader.

use super::super::page::{Page, counted};
use super::super::wording::Wording;
use super::question::local;
use legation::extract::account::{Account, Anchor, Excerpt, Filled, Reading, Refused, Step};
use legation::graph::{Entity, GraphDocument, Statement, Status};
use std::collections::BTreeMap;

/// How many examples of a reason are shown.
const EXAMPLES: usize = 3;

/// How many places of an entity are shown.
const PLACES: usize = 8;

/// Signs that weigh less are not worth a word.
const LIGHTEST: f64 = 0.05;

/// What is shown, and what it is shown from.
pub(super) struct Show<'a> {
    pub(super) graph: &'a GraphDocument,
    pub(super) accounts: &'a [Account],
    pub(super) wording: Wording<'a>,
    pub(super) page: Page,
    /// Whether every refused candidate is listed.
    pub(super) all: bool,
}

impl<'a> Show<'a> {
    /// What a document came to.
    pub(super) fn document(&mut self, account: &Account) {
        let page = &mut self.page;
        page.heading(&account.source);
        let (read, telling) = (account.sentences.read, account.sentences.telling);
        page.row("read", &format!("{}, {telling} of them carry a statement", counted(read, "sentence")));
        let counts = &account.candidates;
        let refused: usize = counts.rejected.values().sum();
        page.row(
            "candidates",
            &format!(
                "{}: {} kept, {} merged with them, {refused} rejected",
                counts.found, counts.kept, counts.merged
            ),
        );
        self.relations(account);
        self.refusals(account);
    }

    fn relations(&mut self, account: &Account) {
        let mut sure: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
        for explained in &account.statements {
            let statement = self.graph.statements.iter().find(|s| s.id == explained.id);
            if let Some(statement) = statement {
                sure.entry(&statement.relation).or_default().push(explained.confidence);
            }
        }
        if !sure.is_empty() {
            self.page.heading("Kept");
        }
        for (relation, sure) in sure {
            let least = sure.iter().copied().fold(1.0, f64::min);
            let most = sure.iter().copied().fold(0.0, f64::max);
            let range = if least.total_cmp(&most).is_eq() {
                format!("{most:.2}")
            } else {
                format!("{least:.2} to {most:.2}")
            };
            self.page.row(relation, &format!("{}, confidence {range}", sure.len()));
        }
    }

    fn refusals(&mut self, account: &Account) {
        for (reason, count) in &account.candidates.rejected {
            self.page.heading(&format!("Rejected: {} ({count})", because(reason)));
            let refused: Vec<&Refused> = account.rejected.iter().filter(|r| r.reason == *reason).collect();
            let shown = if self.all { refused.len() } else { EXAMPLES.min(refused.len()) };
            for refused in &refused[..shown] {
                self.refused(refused);
            }
            if shown < refused.len() {
                self.page.line(&format!("... and {} more (--all shows them)", refused.len() - shown));
            }
        }
    }

    fn refused(&mut self, refused: &Refused) {
        let named = |slot: &Option<Filled>| slot.as_ref().map_or("?", |f| f.label.as_str()).to_owned();
        let (subject, object) = (named(&refused.subject), named(&refused.object));
        let said = sentence(
            &refused.sentence,
            refused.trigger.as_ref(),
            refused.subject.as_ref(),
            refused.object.as_ref(),
        );
        self.page.row(&refused.relation, &format!("{subject} - {object}: {said}"));
    }

    /// All about an entity: its names, where it is named, and what is said of it.
    pub(super) fn entity(&mut self, entity: &Entity) {
        self.page.heading(&format!("{} ({})", entity.label, entity.kind.name()));
        self.page.row("address", &entity.id);
        if !entity.aliases.is_empty() {
            self.page.row("also called", &entity.aliases.join("; "));
        }
        for same in &entity.same_as {
            self.page.row("same as", same);
        }
        self.places(entity);
        let about = self.graph.statements.iter();
        let about: Vec<&Statement> = about.filter(|s| speaks_of(s, &entity.id)).collect();
        self.page.row("statements", &about.len().to_string());
        self.page.gap();
        for statement in about {
            let sure = statement.confidence.map_or_else(String::new, |c| format!(" ({c})"));
            self.page.row(id(statement), &format!("{}{sure}", self.wording.said(statement)));
        }
        self.refused_about(entity);
    }

    fn places(&mut self, entity: &Entity) {
        let mut by_document: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for mention in &entity.mentions {
            by_document.entry(&mention.document).or_default().push(mention.start.to_string());
        }
        for (document, places) in by_document {
            let more = places.len().saturating_sub(PLACES);
            let rest = if more == 0 { String::new() } else { format!(" and {more} more") };
            let first = places[..places.len() - more].join(", ");
            let times = counted(places.len(), "time");
            self.page.row("named", &format!("{times} in {}: at {first}{rest}", self.source(document)));
        }
    }

    fn refused_about(&mut self, entity: &Entity) {
        let is = |slot: &Option<Filled>| slot.as_ref().is_some_and(|f| f.entity == entity.id);
        let all = self.accounts.iter().flat_map(|a| &a.rejected);
        let refused: Vec<&Refused> = all.filter(|r| is(&r.subject) || is(&r.object)).collect();
        if refused.is_empty() {
            return;
        }
        self.page.heading("Rejected about it");
        for refused in refused {
            self.refused(refused);
            self.page.row("", &format!("because {}", because(refused.reason)));
        }
    }

    /// A statement and all it rests on.
    pub(super) fn statement(&mut self, statement: &Statement) {
        self.page.heading(&self.wording.said(statement));
        self.page.row("id", &statement.id);
        let readings = self.readings(statement);
        let sure = statement.confidence.map_or_else(String::new, |c| c.to_string());
        let rests = format!("{sure}, from {}", counted(readings.len(), "reading"));
        self.page.row("confidence", &rests);
        for (source, reading) in readings {
            self.page.gap();
            self.reading(source, reading, statement);
        }
    }

    fn readings(&self, statement: &Statement) -> Vec<(&'a str, &'a Reading)> {
        let accounts: &'a [Account] = self.accounts;
        let mut found = Vec::new();
        for account in accounts {
            let explained = account.statements.iter().filter(|e| e.id == statement.id);
            found.extend(explained.flat_map(|e| &e.readings).map(|r| (account.source.as_str(), r)));
        }
        found
    }

    fn reading(&mut self, source: &str, reading: &Reading, statement: &Statement) {
        let (subject, object) = (Some(&reading.subject), Some(&reading.object));
        let said = sentence(&reading.sentence, reading.trigger.as_ref(), subject, object);
        let page = &mut self.page;
        page.row("sentence", &said);
        let place = &reading.sentence;
        page.row("found in", &format!("{source}, characters {} to {}", place.start, place.end));
        page.row("read by", &read_by(reading));
        page.row("subject", &chain(&reading.subject));
        page.row("object", &chain(&reading.object));
        if let Some(date) = &reading.date {
            page.row("date", &anchor(date));
        }
        page.row("status", &status(statement.status, reading.cue.as_ref()));
        if let Some(by) = &statement.by {
            let words = reading.speaker.as_ref().map_or_else(String::new, |w| format!(": {}", quoted(w)));
            let by = self.graph.entities.iter().find(|e| e.id == *by).map_or("", |e| e.label.as_str());
            page.row("said by", &format!("{by}{words}"));
        }
        page.row("confidence", &signs(reading));
    }

    fn source(&self, document: &str) -> String {
        let known = self.graph.documents.iter().find(|d| d.id == document);
        known.map_or_else(|| document.to_owned(), |d| d.source.clone())
    }
}

/// The short form of a statement's id.
fn id(statement: &Statement) -> &str {
    let hash = local(&statement.id);
    hash.get(..8).unwrap_or(hash)
}

fn speaks_of(statement: &Statement, entity: &str) -> bool {
    [Some(&statement.subject), Some(&statement.object), statement.by.as_ref()]
        .into_iter()
        .flatten()
        .any(|id| id == entity)
}

fn quoted(words: &Excerpt) -> String {
    format!("“{}”", words.quote)
}

/// A sentence with its slots marked as in the examples of the vocabulary: `S{Finland} *joined* O{NATO}.`
fn sentence(
    sentence: &Excerpt,
    trigger: Option<&Excerpt>,
    subject: Option<&Filled>,
    object: Option<&Filled>,
) -> String {
    let slot = |filled: Option<&Filled>| {
        let first = filled.and_then(|f| f.chain.first().cloned());
        first.and_then(|step| step.words)
    };
    let mut marks: Vec<(Excerpt, &str, &str)> = Vec::new();
    marks.extend(slot(subject).map(|w| (w, "S{", "}")));
    marks.extend(slot(object).map(|w| (w, "O{", "}")));
    marks.extend(trigger.map(|w| (w.clone(), "*", "*")));
    let mut marked = String::new();
    for (at, letter) in sentence.quote.chars().enumerate() {
        let at = sentence.start + at;
        for (words, _, close) in marks.iter().rev() {
            if words.end == at && words.start < words.end {
                marked.push_str(close);
            }
        }
        for (words, open, _) in &marks {
            if words.start == at && words.start < words.end {
                marked.push_str(open);
            }
        }
        marked.push(letter);
    }
    for (words, _, close) in marks.iter().rev() {
        if words.end == sentence.end && words.start < words.end {
            marked.push_str(close);
        }
    }
    marked
}

/// How words lead to an entity: “the bloc” (description), “EU” (acronym): European Union.
fn chain(filled: &Filled) -> String {
    let step = |step: &Step| match &step.words {
        Some(words) if step.via == "name" => quoted(words),
        Some(words) => format!("{} ({})", quoted(words), step.via),
        None => "left unsaid, taken from the passage".to_owned(),
    };
    let steps: Vec<String> = filled.chain.iter().map(step).collect();
    format!("{}: {}", filled.label, steps.join(", for "))
}

fn anchor(date: &Anchor) -> String {
    let how = match date.how {
        "said" => "said in these words",
        "reckoned" => "reckoned from the dates before it, or that of the document",
        "modifier" => "said of the noun it stands before",
        "name" => "part of a name",
        _ => "said elsewhere in the document",
    };
    let words = date.words.as_ref().map_or_else(String::new, |w| format!("{}, ", quoted(w)));
    format!("{}: {words}{how}", date.when)
}

fn status(status: Status, cue: Option<&Excerpt>) -> String {
    match cue.filter(|_| status != Status::Asserted) {
        Some(cue) => format!("{}, by {}", status.name(), quoted(cue)),
        None => status.name().to_owned(),
    }
}

fn read_by(reading: &Reading) -> String {
    let how = match reading.mechanism {
        "frame" => "a clause of the vocabulary",
        "contrast" => "a contrast to a clause of the vocabulary",
        "echo" => "a clause that takes up another",
        "accusation" => "words of blame",
        "office" => "an office beside a name, or said of it",
        "succession" => "one who follows another in office",
        "members" => "a list of members",
        "apposition" => "what stands beside the name",
        "owner" => "whose it is",
        "place" => "a place beside what lies there",
        "attendance" => "something done at an event",
        "listing" => "a list that goes on",
        "programme" => "an entry of a calendar, or a heading",
        _ => "words of the sentence",
    };
    let frame = reading.frame.as_ref().map_or_else(String::new, |f| format!(", {f}"));
    let word = reading.trigger.as_ref().map_or_else(String::new, |w| format!(", at {}", quoted(w)));
    format!("{how}{frame}{word}")
}

/// The confidence of a reading, and the signs that make it, heaviest first.
fn signs(reading: &Reading) -> String {
    let mut signs: Vec<_> = reading.signs.iter().filter(|s| s.weight.abs() >= LIGHTEST).collect();
    signs.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()).then_with(|| a.sign.cmp(&b.sign)));
    let named: Vec<String> = signs.iter().map(|s| format!("{} {:+.1}", s.sign, s.weight)).collect();
    let reasons = if named.is_empty() { String::new() } else { format!(": {}", named.join(", ")) };
    format!("{:.2}{reasons}", reading.confidence)
}

/// Why candidates were not kept.
fn because(reason: &str) -> &str {
    match reason {
        "kinds" => "the relation does not hold between things of these kinds",
        "clause-kinds" => "the clause is about other kinds of things",
        "unfilled" => "the words in a slot stand for nobody the document names",
        "unsaid" => "the object is left unsaid, and the passage gives none",
        "itself" => "subject and object are the same",
        "national" => "a country's own body has no such members",
        "contradicted" => "what stands beside the name says otherwise",
        "excluded" => "a contrast takes it out",
        "doubtful" => "the clause around it leaves it open",
        other => other,
    }
}
