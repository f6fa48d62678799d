//! What follows from what documents say, and what does not.

use crate::graph::{Graph, legation, said};
use legation::graph::{Kind, KnowledgeGraph, Status};
use legation::store::infer;

/// What is inferred: "Japan memberOf CCDCOE, 2022/.. (membership)", sorted.
fn inferred(graph: &Graph) -> Vec<String> {
    let mut reasoned = graph.knowledge.clone();
    infer(&mut reasoned, &graph.vocabulary).expect("rules apply");
    lines(&reasoned)
}

fn lines(graph: &KnowledgeGraph) -> Vec<String> {
    let label = |id: &str| graph.entity(id).expect("an entity").label.clone();
    let mut lines: Vec<String> = graph
        .statements()
        .filter_map(|s| {
            let rule = &s.inferred.as_ref()?.rule;
            let when = s.when.as_deref().unwrap_or("-");
            Some(format!("{} {} {}, {when} ({rule})", label(&s.subject), s.relation, label(&s.object)))
        })
        .collect();
    lines.sort();
    lines
}

fn bodies() -> Graph {
    Graph::new()
        .entities(Kind::Country, &["Japan", "Korea", "Fiji"])
        .entities(Kind::Organization, &["NATO", "CCDCOE", "Ministry", "Bureau"])
        .entities(Kind::Person, &["Ann", "Bob"])
        .entities(Kind::Event, &["Shields", "Summit"])
        .entities(Kind::Agreement, &["Pact"])
}

#[test]
fn taking_part_in_one_exercise_is_training_together_while_both_do() {
    let graph = bodies()
        .fact("Japan participatedIn Shields", "2019/..")
        .fact("Korea participatedIn Shields", "2021")
        .fact("Fiji participatedIn Shields", "2018")
        .fact("Ann participatedIn Shields", "2021")
        .fact("Japan participatedIn Summit", "2022")
        .fact("Fiji participatedIn Summit", "2022");
    assert_eq!(
        inferred(&graph),
        ["Japan exercisedWith Korea, 2021 (exercise)", "Korea exercisedWith Japan, 2021 (symmetry)"]
    );
}

#[test]
fn members_are_in_from_joining_to_leaving() {
    let graph = bodies()
        .fact("Japan joined NATO", "1950")
        .fact("Japan left NATO", "1966-03")
        .fact("Japan joined NATO", "2009-04")
        .fact("Korea joined NATO", "")
        .fact("Fiji joined NATO", "1999")
        .fact("Fiji left NATO", "")
        .says("Korea joined CCDCOE", "2022", Status::Planned);
    assert_eq!(
        inferred(&graph),
        [
            "Fiji memberOf NATO, - (membership)",
            "Japan memberOf NATO, 1950/1966-03 (membership)",
            "Japan memberOf NATO, 2009-04/.. (membership)",
            "Korea memberOf NATO, - (membership)",
        ]
    );
}

#[test]
fn parts_of_parts_are_followed_to_the_end_and_round_no_circle() {
    let graph = bodies()
        .fact("Bureau partOf Ministry", "")
        .fact("Ministry partOf CCDCOE", "")
        .fact("CCDCOE partOf NATO", "")
        .fact("NATO partOf CCDCOE", "");
    assert_eq!(
        inferred(&graph),
        [
            "Bureau partOf CCDCOE, - (part-of-a-part)",
            "Bureau partOf NATO, - (part-of-a-part)",
            "Ministry partOf NATO, - (part-of-a-part)",
        ]
    );
}

#[test]
fn signatories_of_a_pact_signed_with_each_other_but_not_those_of_two_pacts_with_one() {
    let graph = bodies()
        .fact("Japan signed Pact", "2020-05")
        .fact("Korea signed Pact", "2020")
        .fact("Fiji signed Pact", "2021");
    let both =
        ["Japan signedWith Korea, 2020-05 (signatories)", "Korea signedWith Japan, 2020-05 (symmetry)"];
    assert_eq!(inferred(&graph), both);
    let with_a_third = graph.fact("NATO signedWith Japan", "2020-05").fact("NATO signedWith Korea", "2020");
    assert!(inferred(&with_a_third).iter().all(|line| !line.contains("signatories")));
}

#[test]
fn an_official_visits_for_his_body_while_in_office() {
    let graph = bodies()
        .fact("Ann holdsPosition NATO", "2014/2024")
        .fact("Ann visited Japan", "2019-08")
        .fact("Ann visited Korea", "2025")
        .fact("Bob holdsPosition NATO", "")
        .fact("Bob visited Fiji", "2020");
    assert_eq!(inferred(&graph), ["NATO visited Japan, 2019-08 (visit-of-an-official)"]);
}

#[test]
fn what_is_said_is_not_inferred_and_what_is_reported_is_no_premise() {
    let graph = bodies().fact("Japan joined NATO", "1950").fact("Japan memberOf NATO", "1950/..");
    assert!(inferred(&graph).is_empty());
    let mut reported = bodies().fact("Ann holdsPosition NATO", "");
    let mut claim = reported.knowledge.statements().next().expect("a statement").clone();
    let id =
        |name: &str| reported.knowledge.entities().find(|e| e.label == name).expect("an entity").id.clone();
    claim.by = Some(id("Ann"));
    claim.subject = id("Japan");
    claim.relation = "joined".to_owned();
    reported.knowledge.add_statement(claim).expect("a claim");
    assert!(inferred(&reported).is_empty());
}

#[test]
fn every_inference_ends_at_what_documents_say_and_changes_nothing_of_it() {
    let graph = bodies()
        .fact("Japan participatedIn Shields", "2021")
        .fact("Korea participatedIn Shields", "2021")
        .fact("Bureau partOf Ministry", "")
        .fact("Ministry partOf Japan", "")
        .fact("Korea joined NATO", "2001");
    let mut reasoned = graph.knowledge.clone();
    let number = infer(&mut reasoned, &graph.vocabulary).expect("rules apply");
    assert_eq!(number, reasoned.statements().count() - graph.knowledge.statements().count());
    for statement in graph.knowledge.statements() {
        assert_eq!(reasoned.statement(&statement.id), Some(statement));
    }
    for statement in reasoned.statements().filter(|s| s.inferred.is_some()) {
        let mut open = vec![statement];
        let mut steps = 0;
        while let Some(next) = open.pop() {
            steps += 1;
            assert!(steps < 100, "a circle of premises");
            let premises = next.inferred.iter().flat_map(|inference| &inference.from);
            open.extend(premises.map(|id| reasoned.statement(id).expect("a premise of the graph")));
            assert_eq!(next.inferred.is_some(), next.evidence.is_empty());
        }
    }
    let once = reasoned.to_document();
    assert_eq!(infer(&mut reasoned, &graph.vocabulary).expect("rules apply"), 0);
    assert_eq!(reasoned.to_document(), once);
    let mut merged = KnowledgeGraph::new(legation::vocabulary::DEFAULT_BASE, graph.vocabulary.symmetric());
    merged.merge(once.clone()).expect("the same entities");
    assert_eq!(merged.to_document(), once);
}

#[test]
fn exports_mark_what_is_inferred() {
    let (turtle, notes, code) = said(&legation(&["export", "examples/accessions.txt", "--infer"]));
    assert_eq!(code, Some(0));
    assert!(notes.contains("statements inferred"), "{notes}");
    assert!(turtle.contains("lg:inferredBy \"membership\" ;"), "{turtle}");
    assert!(turtle.contains("lg:inferredFrom statement:7ffa210ff0f5617b"), "{turtle}");
    let (plain, _, _) = said(&legation(&["export", "examples/accessions.txt"]));
    assert!(!plain.contains("inferredBy"));
    let asked = "SELECT ?s { ?s lg:inferredBy 'membership' ; lg:subject country:FI ; lg:object organization:nato ; \
                 lg:when '2023-04-04/..'^^edtf:EDTF }";
    let (rows, _, _) =
        said(&legation(&["query", "examples/accessions.txt", asked, "--infer", "--to", "csv"]));
    assert_eq!(rows.lines().count(), 2, "{rows}");
}

/// Ten thousand bodies of three levels, exercises with twenty participants each, and accessions: a hundred thousand
/// statements. In a release build: `cargo test --release --test store -- --ignored`.
#[test]
#[ignore = "asks for a release build"]
fn a_hundred_thousand_statements_are_reasoned_over_in_ten_seconds() {
    let names = |letter: &str, n: usize| (0..n).map(|i| format!("{letter}{i}")).collect::<Vec<_>>();
    let (countries, bodies, events) = (names("c", 200), names("b", 10_000), names("e", 500));
    let mut graph = Graph::new();
    for (kind, names) in [(Kind::Country, &countries), (Kind::Organization, &bodies), (Kind::Event, &events)]
    {
        graph = graph.entities(kind, &names.iter().map(String::as_str).collect::<Vec<_>>());
    }
    let id =
        |kind, name: &str| legation::graph::id::entity(legation::vocabulary::DEFAULT_BASE, kind, name, None);
    let country = |i: usize| id(Kind::Country, &countries[i % countries.len()]);
    let body = |i: usize| id(Kind::Organization, &bodies[i % bodies.len()]);
    let event = |i: usize| id(Kind::Event, &events[i % events.len()]);
    let mut add = |subject: String, relation: &str, object: String, when: String| {
        let mut statement = legation::graph::Statement::new(subject, relation, object);
        statement.when = Some(when).filter(|when| !when.is_empty());
        graph.knowledge.add_statement(statement).expect("a statement of known entities");
    };
    for i in 0..10_000 {
        let whole = if i % 10 == 0 { country(i) } else { body(i / 10 * 10) };
        add(body(i), "partOf", whole, String::new());
        add(country(i), "participatedIn", event(i / 20), "2019".to_owned());
    }
    for i in 0..40_000 {
        add(country(i), "joined", body(i / 4), format!("{}", 1900 + i % 100));
        add(country(i), "visited", country(i / 200 + i + 1), format!("{}-{:02}", 1900 + i % 120, 1 + i % 12));
    }
    let before = graph.knowledge.statements().count();
    assert!(before > 99_000, "{before} statements");
    let begun = std::time::Instant::now();
    let number = infer(&mut graph.knowledge, &graph.vocabulary).expect("rules apply");
    let seconds = begun.elapsed().as_secs_f64();
    println!("{before} statements, {number} inferred, {seconds:.1} s");
    assert!(number > 50_000 && seconds < 10.0, "{number} statements inferred in {seconds:.1} s");
}
