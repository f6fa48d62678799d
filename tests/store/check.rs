//! What is found wrong with a graph, where, and with which remedy.

use crate::graph::{Graph, legation, said};
use legation::graph::{GraphDocument, Inference, Kind, Status};
use legation::store::{Finding, check};

fn findings(graph: &Graph, document: &GraphDocument) -> Vec<Finding> {
    check(document, &graph.vocabulary, |_| None).expect("a check")
}

/// "error relations: …" of each finding, in order.
fn lines(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|f| format!("{} {}: {}", f.severity.name(), f.check, f.message)).collect()
}

/// A graph whose one document is known.
fn sound() -> Graph {
    Graph::new()
        .entities(Kind::Country, &["Japan"])
        .entities(Kind::Organization, &["NATO"])
        .entities(Kind::Person, &["Ann"])
        .with_document("d")
}

#[test]
fn a_sound_graph_has_no_findings() {
    let graph = sound().fact("Japan joined NATO", "2001").fact("Ann holdsPosition NATO", "2001/..");
    assert_eq!(lines(&findings(&graph, &graph.knowledge.to_document())), [""; 0]);
}

#[test]
fn relations_stand_between_the_kinds_they_are_for() {
    let graph = sound().fact("Ann joined NATO", "");
    let found = findings(&graph, &graph.knowledge.to_document());
    assert_eq!(
        lines(&found)[0],
        "error relations: Ann joined NATO: the subject is a Person, and should be a Country or an Organization"
    );
    assert!(
        lines(&found)[1]
            .starts_with("error shapes: the subject of 'joined' is a country or an organization; found"),
        "{found:?}"
    );
    assert_eq!(found.len(), 2);
}

#[test]
fn every_reference_leads_somewhere() {
    let graph = sound().fact("Japan joined NATO", "");
    let mut document = graph.knowledge.to_document();
    document.statements[0].relation = "joinned".into();
    document.statements[0].inferred =
        Some(Inference { rule: "r".into(), from: vec!["https://e.org/statement/gone".into()] });
    document.documents.clear();
    document.entities.retain(|e| e.label != "NATO");
    let found = lines(&findings(&graph, &document));
    let gone = "is inferred from `https://e.org/statement/gone`, which is no statement of the graph";
    for expected in [
        "error references: has evidence of `https://legation.example/id/document/d`, which is no document of the graph",
        &format!("error references: {gone}"),
        "error references: speaks of `https://legation.example/id/organization/nato`, which is no entity of the graph",
        "error relations: the vocabulary has no relation `joinned`; did you mean `joined`?",
    ] {
        assert!(found.iter().any(|line| line == expected), "{expected}\n{found:#?}");
    }
}

#[test]
fn shapes_are_about_what_is_there_and_what_is_missing() {
    let graph = sound().fact("Japan joined NATO", "2001");
    let mut document = graph.knowledge.to_document();
    document.statements[0].evidence[0].end = document.statements[0].evidence[0].start;
    document.entities[0].label.clear();
    let found = lines(&findings(&graph, &document));
    assert!(
        found.iter().any(|l| l.starts_with("error shapes: evidence starts before it ends; found")),
        "{found:?}"
    );
    assert!(
        found.iter().any(|l| l.starts_with("error shapes: an entity has one label; found \"\"")),
        "{found:?}"
    );
    document.statements[0].evidence.clear();
    let found = lines(&findings(&graph, &document));
    assert!(
        found
            .iter()
            .any(|l| l.starts_with("error shapes: a statement has evidence, or the rule that derived it")),
        "{found:?}"
    );
}

#[test]
fn quotes_are_held_against_the_text_at_hand() {
    let graph = sound().fact("Japan joined NATO", "");
    let document = graph.knowledge.to_document();
    let against = |text: &str| {
        let text = text.to_owned();
        check(&document, &graph.vocabulary, move |_| Some(text.clone())).expect("a check")
    };
    assert!(against("Japan joined NATO, it says.").is_empty());
    let found = against("Japan joins NATO, it is said.");
    assert_eq!(
        lines(&found),
        [
            "error evidence: Japan joined NATO: quotes \"Japan joined NATO\" at 0..17 of d.txt, but the text there is \
          \"Japan joins NATO,\""
        ]
    );
    assert!(found[0].remedy.starts_with("read the document anew"));
}

#[test]
fn dates_that_cannot_well_be_are_warned_of() {
    let graph = sound()
        .fact("Japan founded NATO", "2005")
        .fact("Japan joined NATO", "2001")
        .fact("Japan left NATO", "1999-03")
        .says("Japan left NATO", "1950", Status::Negated);
    let mut found = lines(&findings(&graph, &graph.knowledge.to_document()));
    found.sort();
    assert_eq!(
        found,
        [
            "warning dates: Japan joined NATO in 2001, before it was founded on 2005-01-01 or after",
            "warning dates: Japan left NATO in 1999-03, before it joined in 2001",
        ]
    );
    let again = graph.fact("Japan joined NATO", "1990");
    assert!(
        lines(&findings(&again, &again.knowledge.to_document())).iter().all(|line| !line.contains("left"))
    );
    let mut document = sound().fact("Japan joined NATO", "2001").knowledge.to_document();
    document.statements[0].when = Some("2001-13".into());
    let found = lines(&findings(&again, &document));
    assert!(found.iter().any(|l| l.starts_with("error dates: `2001-13` is not an EDTF date")), "{found:?}");
}

#[test]
fn people_who_may_be_one_are_pointed_out() {
    let graph = sound().entities(Kind::Person, &["Donald Trump", "Trump", "Jo Ray", "Al Ray", "Ray"]);
    let found = findings(&graph, &graph.knowledge.to_document());
    assert_eq!(
        lines(&found),
        [
            "warning people: Trump and Donald Trump (https://legation.example/id/person/donald-trump) may be one person"
        ]
    );
}

#[test]
fn the_command_ends_in_1_if_something_is_found() {
    let (out, note, code) = said(&legation(&["check", "examples/cyber-article.txt"]));
    assert_eq!((out.as_str(), code), ("", Some(0)), "{note}");
    assert!(note.contains("nothing found wrong"), "{note}");
    let folder = std::env::temp_dir().join(format!("legation-check-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("people.txt");
    let text = "Donald Trump, the president of the United States, visited Japan in May 2019. \
                In Tokyo he met Shinzo Abe.\n\nOn 3 March 2020 Sweden left NATO. On 4 April 2022 Sweden joined NATO.";
    std::fs::write(&file, text).expect("a file");
    let (json, _, code) = said(&legation(&["check", &file.display().to_string(), "--to", "json"]));
    std::fs::remove_dir_all(&folder).expect("the folder goes");
    assert_eq!(code, Some(1), "{json}");
    let findings: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let dates =
        findings.as_array().expect("a list").iter().find(|f| f["check"] == "dates").expect("a finding");
    assert_eq!(dates["severity"], "warning");
    assert_eq!(dates["message"], "Sweden left NATO in 2020-03-03, before it joined in 2022-04-04");
}
