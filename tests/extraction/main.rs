//! What is read out of sentences, one file a phenomenon.

mod agreements;
mod certainty;
mod clauses;
mod companions;
mod dates;
mod entries;
mod events;
mod explain;
mod forerunners;
mod gaps;
mod garbled;
mod hostile;
mod leaders;
mod meetings;
mod membership;
mod names;
mod offices;
mod owners;
mod parts;
mod people;
mod places;
mod politics;
mod portraits;
mod posts;
mod relatives;
mod rolls;
mod seats;
mod ships;
mod stints;
mod thanks;
mod visits;
mod voice;

use legation::extract::{Resources, extract};
use legation::graph::GraphDocument;
use legation::source::text;
use std::sync::LazyLock;

static RESOURCES: LazyLock<Resources> =
    LazyLock::new(|| Resources::embedded().expect("the shipped vocabulary loads"));

fn graph(passage: &str) -> GraphDocument {
    let document = text::read("passage.txt", passage.as_bytes().to_vec(), &text::Options::default())
        .expect("text reads");
    extract(&document, &RESOURCES, legation::vocabulary::DEFAULT_BASE)
}

/// The statements of a text as `Subject | relation | Object | status`, `| by Speaker` if somebody only says so.
fn said(passage: &str) -> Vec<String> {
    let graph = graph(passage);
    let label = |id: &str| {
        graph.entities.iter().find(|e| e.id == id).map_or_else(|| id.to_owned(), |e| e.label.clone())
    };
    let line = |s: &legation::graph::Statement| {
        let by = s.by.as_deref().map_or_else(String::new, |by| format!(" | by {}", label(by)));
        format!("{} | {} | {} | {}{by}", label(&s.subject), s.relation, label(&s.object), s.status.name())
    };
    graph.statements.iter().map(line).collect()
}

#[track_caller]
fn says(passage: &str, statement: &str) {
    let said = said(passage);
    assert!(said.iter().any(|s| s == statement), "{passage}\n  does not give {statement}\n  but {said:#?}");
}

/// No statement of the passage begins like this.
#[track_caller]
fn never_says(passage: &str, start: &str) {
    let said = said(passage);
    assert!(!said.iter().any(|s| s.starts_with(start)), "{passage}\n  gives {start}: {said:#?}");
}

/// A fact of the passage has this date, or none.
#[track_caller]
fn dated(passage: &str, fact: &str, when: Option<&str>) {
    let graph = graph(passage);
    let label = |id: &str| graph.entities.iter().find(|e| e.id == id).map_or("", |e| e.label.as_str());
    let line = |s: &legation::graph::Statement| {
        format!("{} | {} | {}", label(&s.subject), s.relation, label(&s.object))
    };
    let dates: Vec<_> =
        graph.statements.iter().filter(|s| line(s) == fact).map(|s| s.when.as_deref()).collect();
    assert_eq!(dates, [when], "{passage}: {fact}");
}

/// What a person is called who holds a position, in the only statement that says so.
#[track_caller]
fn held_as(passage: &str, role: &str) {
    let graph = graph(passage);
    let held = graph.statements.iter().filter(|s| s.relation == "holdsPosition");
    let roles: Vec<_> = held.map(|s| s.role.as_deref().unwrap_or_default()).collect();
    assert_eq!(roles, [role], "{passage}");
}
