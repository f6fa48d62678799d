use super::*;

fn entity(id: &str, kind: Kind, label: &str) -> Entity {
    let (aliases, same_as, mentions) = (Vec::new(), Vec::new(), Vec::new());
    Entity { id: id.into(), kind, label: label.into(), aliases, same_as, mentions }
}

fn said(subject: &str, relation: &str, object: &str, quote: &str) -> Statement {
    let evidence =
        Evidence { document: "d".into(), start: 0, end: quote.chars().count(), quote: quote.into() };
    let evidence = if quote.is_empty() { Vec::new() } else { vec![evidence] };
    Statement { evidence, ..Statement::new(subject, relation, object) }
}

fn dated(when: &str, statement: Statement) -> Statement {
    Statement { when: Some(when.into()), ..statement }
}

fn document(id: &str, source: &str) -> DocumentRecord {
    DocumentRecord { id: id.into(), title: None, date: None, source: source.into() }
}

/// A graph of two countries and an alliance that says this.
fn graph(statements: Vec<Statement>) -> GraphDocument {
    let entities = vec![
        entity("c/FI", Kind::Country, "Finland"),
        entity("c/SE", Kind::Country, "Sweden"),
        entity("o/nato", Kind::Organization, "NATO"),
    ];
    let named = |(at, s): (usize, Statement)| Statement { id: format!("s{at}"), ..s };
    let statements = statements.into_iter().enumerate().map(named).collect();
    GraphDocument { context: None, entities, statements, documents: vec![document("d", "d.txt")] }
}

/// The changes, each in a line: what changed, of what, from what.
fn changes(a: &GraphDocument, b: &GraphDocument) -> Vec<String> {
    let line = |change: &Change<'_>| {
        let value = serde_json::to_value(change).unwrap();
        let thing = ["entity", "statement", "document"].iter().find_map(|key| value.get(key)).unwrap();
        let words = |value: &serde_json::Value| value.as_str().map_or(value.to_string(), str::to_owned);
        let rest = ["before", "names"].iter().filter_map(|key| value.get(key)).map(words);
        let line: Vec<String> =
            [words(&value["change"]), words(&thing["id"])].into_iter().chain(rest).collect();
        line.join(" ")
    };
    diff(a, b, &["metWith"]).iter().map(line).collect()
}

#[test]
fn equal_graphs_have_no_changes_whatever_the_order() {
    let said = vec![said("c/FI", "joined", "o/nato", "x"), said("c/SE", "visited", "c/FI", "y")];
    let (a, mut b) = (graph(said.clone()), graph(said.into_iter().rev().collect()));
    b.entities.reverse();
    assert_eq!(changes(&a, &b), Vec::<String>::new());
}

#[test]
fn a_symmetric_statement_is_the_same_either_way_round() {
    let one = graph(vec![said("c/FI", "metWith", "c/SE", "")]);
    let other = graph(vec![said("c/SE", "metWith", "c/FI", "")]);
    assert_eq!(changes(&one, &other), Vec::<String>::new());
}

#[test]
fn what_came_and_went() {
    let a = graph(vec![said("c/FI", "visited", "c/SE", "x")]);
    let mut b = graph(vec![said("c/SE", "visited", "c/FI", "x")]);
    b.entities.push(entity("p/x", Kind::Person, "X"));
    b.documents.push(document("e", "e.txt"));
    let there = ["documentAdded e", "entityAdded p/x", "statementAdded s0", "statementGone s0"];
    assert_eq!(changes(&a, &b), there);
    let back = ["documentGone e", "entityGone p/x", "statementAdded s0", "statementGone s0"];
    assert_eq!(changes(&b, &a), back);
}

#[test]
fn a_statement_is_known_by_what_it_rests_on_or_by_being_the_only_one() {
    let joined = || said("c/FI", "joined", "o/nato", "");
    let planned = Statement { status: Status::Planned, ..joined() };
    let (a, b) = (graph(vec![dated("2023", joined())]), graph(vec![dated("2023-04-04", joined())]));
    assert_eq!(changes(&a, &b), ["dateChanged s0 2023"]);
    let (a, b) = (graph(vec![planned]), graph(vec![dated("2023", joined())]));
    assert_eq!(changes(&a, &b), ["dateChanged s0", "statusChanged s0 planned"]);
    let denied = Statement { status: Status::Negated, ..joined() };
    assert_eq!(changes(&graph(vec![joined()]), &graph(vec![denied])), ["statusChanged s0 asserted"]);
}

#[test]
fn of_several_visits_none_becomes_another() {
    let visit = |when: &str, quote: &str| dated(when, said("c/FI", "visited", "c/SE", quote));
    let a = graph(vec![visit("2001", ""), visit("2005", "")]);
    let b = graph(vec![visit("2003", ""), visit("2007", "")]);
    let all = ["statementAdded s0", "statementAdded s1", "statementGone s0", "statementGone s1"];
    assert_eq!(changes(&a, &b), all);
    let a = graph(vec![visit("2001", "in spring"), visit("2005", "")]);
    let b = graph(vec![visit("2003", ""), visit("2001-04", "in spring")]);
    assert_eq!(changes(&a, &b), ["dateChanged s0 2005", "dateChanged s1 2001"]);
}

#[test]
fn evidence_is_gained_and_lost_by_its_words() {
    let a = graph(vec![said("c/FI", "joined", "o/nato", "It joined.")]);
    let mut b = a.clone();
    b.statements[0].evidence[0].start += 100;
    assert_eq!(changes(&a, &b), Vec::<String>::new(), "words that moved are the same words");
    b.statements[0].evidence[0].quote = "It acceded.".into();
    assert_eq!(changes(&a, &b), ["evidenceGained s0", "evidenceLost s0"]);
}

#[test]
fn a_new_version_of_a_document_keeps_its_words() {
    let a = graph(vec![said("c/FI", "joined", "o/nato", "It joined.")]);
    for source in ["d.txt", "final.txt"] {
        let mut b = a.clone();
        b.documents = vec![document("d2", source)];
        b.statements[0].evidence[0].document = "d2".into();
        let changed = changes(&a, &b);
        assert_eq!(changed.len(), 1, "{changed:?}");
        assert!(changed[0].starts_with("documentChanged d2"), "{changed:?}");
    }
}

#[test]
fn entities_keep_what_is_said_of_them_under_another_name_kind_or_address() {
    let a = graph(vec![said("c/FI", "joined", "o/nato", "x")]);
    let mut renamed = a.clone();
    renamed.entities[2].label = "Atlantic Alliance".into();
    renamed.entities[2].aliases = vec!["NATO".into()];
    assert_eq!(changes(&a, &renamed), ["entityRenamed o/nato NATO"]);
    let moved_to = |kind: Kind, label: &str| {
        let mut b = a.clone();
        b.entities[2] = Entity { aliases: vec!["NATO".into()], ..entity("x/nato", kind, label) };
        b.statements[0].object = "x/nato".into();
        changes(&a, &b)
    };
    assert_eq!(moved_to(Kind::Organization, "NATO"), ["entityMoved x/nato o/nato"]);
    assert_eq!(moved_to(Kind::Organization, "Alliance"), ["entityRenamed x/nato NATO"]);
    assert_eq!(moved_to(Kind::Agreement, "NATO"), ["entityRetyped x/nato Organization"]);
}

#[test]
fn homonyms_are_not_mistaken_for_each_other() {
    let mut a = graph(Vec::new());
    a.entities.push(entity("p/a", Kind::Person, "Ola Nordmann"));
    let mut b = graph(Vec::new());
    b.entities.extend(["p/b", "p/c"].map(|id| entity(id, Kind::Person, "Ola Nordmann")));
    assert_eq!(changes(&a, &b), ["entityAdded p/b", "entityAdded p/c", "entityGone p/a"]);
}

#[test]
fn names_and_links_come_and_go() {
    let a = graph(Vec::new());
    let mut b = a.clone();
    b.entities[0].aliases.push("Suomi".into());
    b.entities[0].same_as.push("https://w.org/Q33".into());
    assert_eq!(changes(&a, &b), [r#"namesGained c/FI ["Suomi","https://w.org/Q33"]"#]);
    assert_eq!(changes(&b, &a), [r#"namesLost c/FI ["Suomi","https://w.org/Q33"]"#]);
}
