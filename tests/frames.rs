//! Every frame's example sentences match it, and every counter-example stays without the relation.

use legation::extract::{Resources, extract};
use legation::graph::{GraphDocument, Status};
use legation::source::text;
use legation::vocabulary::CounterExample;
use std::fmt::Write as _;

fn read(resources: &Resources, sentence: &str) -> GraphDocument {
    let document = text::read("example.txt", sentence.as_bytes().to_vec(), &text::Options::default())
        .expect("a sentence is a document");
    extract(&document, resources, legation::vocabulary::DEFAULT_BASE)
}

/// Whether the graph has the statement, either way round if the relation is symmetric.
fn says(resources: &Resources, graph: &GraphDocument, statement: (&str, &str, &str), status: Status) -> bool {
    let (relation, subject, object) = statement;
    let symmetric = resources.vocabulary().relation(relation).expect("frames name known relations").symmetric;
    let named = |id: &str, name: &str| {
        graph.entities.iter().any(|e| e.id == id && (e.label == name || e.aliases.iter().any(|a| a == name)))
    };
    graph.statements.iter().any(|s| {
        let forth = named(&s.subject, subject) && named(&s.object, object);
        let back = symmetric && named(&s.subject, object) && named(&s.object, subject);
        s.relation == relation && s.status == status && (forth || back)
    })
}

/// `S{Blinken} visited O{Tokyo}.` to the sentence, its subject and its object.
fn unmark(example: &str) -> (String, String, String) {
    let slot = |mark: &str| {
        let (_, rest) = example.split_once(mark).expect("an example marks both slots");
        let (name, _) = rest.split_once('}').expect("a mark is closed");
        name.trim_start_matches("The ").trim_start_matches("the ").to_owned()
    };
    let plain = example.replace("S{", "").replace("O{", "").replace('}', "");
    (plain, slot("S{"), slot("O{"))
}

#[test]
fn every_example_matches() {
    let resources = Resources::embedded().unwrap();
    let mut missed = String::new();
    for frame in resources.vocabulary().frames() {
        assert!(!frame.examples.is_empty(), "frame \"{}\" has no example", frame.clause);
        let status = frame.status.unwrap_or_default();
        for example in &frame.examples {
            let (sentence, subject, object) = unmark(example);
            let graph = read(&resources, &sentence);
            if !says(&resources, &graph, (&frame.relation, &subject, &object), status) {
                let _ = writeln!(missed, "{} \"{}\": {example}", frame.relation, frame.clause);
            }
        }
    }
    assert!(missed.is_empty(), "these examples do not match:\n{missed}");
}

#[test]
fn no_counter_example_is_asserted() {
    let resources = Resources::embedded().unwrap();
    let mut asserted = String::new();
    for counter in resources.vocabulary().counter_examples() {
        let CounterExample { relation, sentence } = counter;
        let graph = read(&resources, sentence);
        let wrong = graph.statements.iter().any(|s| s.relation == *relation && s.status == Status::Asserted);
        if wrong {
            let _ = writeln!(asserted, "{relation}: {sentence}");
        }
    }
    assert!(asserted.is_empty(), "these are asserted:\n{asserted}");
}
