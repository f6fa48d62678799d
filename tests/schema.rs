//! The files of `schema/` agree with the vocabulary: each relation has its term, its shape and its place in the JSON
//! Schema, and none of these knows a relation that is not there.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use std::collections::BTreeSet;

use legation::graph::{
    Confidence, DocumentRecord, Entity, Evidence, GraphDocument, Inference, Kind, Mention, Statement, Status,
};
use legation::vocabulary::{NAMESPACE, Vocabulary};
use oxigraph::io::RdfFormat;
use oxigraph::model::Term;
use oxigraph::sparql::{QueryResults, SparqlEvaluator};
use oxigraph::store::Store;
use serde_json::{Value, json};

fn read(name: &str) -> String {
    std::fs::read_to_string(format!("{}/schema/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn json_file(name: &str) -> Value {
    serde_json::from_str(&read(name)).unwrap()
}

fn turtle_file(name: &str) -> Store {
    let store = Store::new().unwrap();
    store.load_from_slice(RdfFormat::Turtle, read(name).as_bytes()).unwrap();
    store
}

/// The values of `?x`, as IRIs or text.
fn select(store: &Store, query: &str) -> BTreeSet<String> {
    let prefixes = "PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX lg: <https://legation.example/ns#>
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX owl: <http://www.w3.org/2002/07/owl#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> ";
    let query = SparqlEvaluator::new().parse_query(&format!("{prefixes}{query}")).unwrap();
    let QueryResults::Solutions(solutions) = query.on_store(store).execute().unwrap() else {
        panic!("a SELECT")
    };
    solutions
        .map(|solution| match solution.unwrap().get("x").unwrap() {
            Term::NamedNode(node) => node.as_str().to_owned(),
            Term::Literal(literal) => literal.value().to_owned(),
            other => panic!("{other}"),
        })
        .collect()
}

fn relation_names() -> BTreeSet<String> {
    Vocabulary::embedded().unwrap().relations().iter().map(|r| r.name.clone()).collect()
}

fn kind_iris(kinds: &[Kind]) -> BTreeSet<String> {
    kinds.iter().map(|kind| format!("{NAMESPACE}{}", kind.name())).collect()
}

#[test]
fn every_relation_is_described_in_full() {
    for relation in Vocabulary::embedded().unwrap().relations() {
        let name = &relation.name;
        assert!(relation.definition.as_ref().is_some_and(|text| text.ends_with('.')), "{name}");
        assert!(relation.inverse.is_some(), "{name} has no lg:inverseLabel");
        assert_eq!(relation.colour.len(), 7, "{name}");
        assert!(!relation.symmetric || relation.domain == relation.range, "{name}");
        assert_eq!(relation.iri, format!("{NAMESPACE}{name}"));
    }
}

#[test]
fn every_own_term_of_the_vocabulary_is_declared() {
    let store = turtle_file("vocabulary.ttl");
    let used = "{ ?s ?x ?o } UNION { ?s ?p ?x } UNION { ?x ?p ?o }";
    let own = "FILTER(STRSTARTS(STR(?x), STR(lg:)))";
    let undeclared = select(
        &store,
        &format!(
            "SELECT DISTINCT ?x {{ {used} {own} FILTER NOT EXISTS {{ ?x a ?type ; rdfs:label ?label ; skos:definition ?text }} }}"
        ),
    );
    assert_eq!(undeclared, BTreeSet::new());
}

#[test]
fn the_context_has_a_link_for_each_relation() {
    let context = &json_file("context.jsonld")["@context"];
    for name in relation_names() {
        assert_eq!(context[&name], json!({"@id": format!("{NAMESPACE}{name}"), "@type": "@id"}));
    }
}

#[test]
fn the_context_names_only_terms_that_are_declared() {
    let declared = select(
        &turtle_file("vocabulary.ttl"),
        "SELECT DISTINCT ?x { ?x a ?type FILTER(STRSTARTS(STR(?x), STR(lg:))) }",
    );
    let file = json_file("context.jsonld");
    for (term, definition) in file["@context"].as_object().unwrap() {
        let iri = ["@id", "@reverse"].iter().find_map(|key| definition.get(key)).unwrap_or(definition);
        let own = iri.as_str().filter(|iri| iri.starts_with(NAMESPACE) && term != "@vocab");
        assert!(own.is_none_or(|iri| declared.contains(iri)), "{term} is {iri}");
    }
}

#[test]
fn shapes_follow_domains_and_ranges() {
    let store = turtle_file("shapes.ttl");
    let ends = "sh:class|sh:or/rdf:rest*/rdf:first/sh:class";
    for relation in Vocabulary::embedded().unwrap().relations() {
        let shape = format!("?shape sh:targetSubjectsOf <{}> .", relation.iri);
        let domain = select(&store, &format!("SELECT ?x {{ {shape} ?shape {ends} ?x }}"));
        assert_eq!(domain, kind_iris(&relation.domain), "subjects of {}", relation.name);
        let property = format!("?shape sh:property ?property . ?property sh:path <{}> ; ", relation.iri);
        let range = select(&store, &format!("SELECT ?x {{ {shape} {property} {ends} ?x }}"));
        assert_eq!(range, kind_iris(&relation.range), "objects of {}", relation.name);
    }
}

#[test]
fn shapes_know_no_other_relation_kind_or_status() {
    let store = turtle_file("shapes.ttl");
    let targets = select(&store, "SELECT ?x { ?shape sh:targetSubjectsOf ?x }");
    let iris: BTreeSet<_> = relation_names().iter().map(|name| format!("{NAMESPACE}{name}")).collect();
    assert_eq!(targets, iris);
    let kinds = select(&store, "SELECT ?x { <https://legation.example/shapes#Entity> sh:targetClass ?x }");
    assert_eq!(kinds, kind_iris(&Kind::ALL));
    let statuses = select(&store, "SELECT ?x { ?p sh:path lg:status ; sh:in/rdf:rest*/rdf:first ?x }");
    assert_eq!(statuses, Status::ALL.map(|status| status.name().to_owned()).into());
}

#[test]
fn the_json_schema_lists_relations_kinds_and_statuses() {
    let schema = json_file("graph.schema.json");
    let listed = |name: &str| -> BTreeSet<String> {
        let listed = &schema["$defs"][name];
        let values = listed["enum"].as_array().or_else(|| listed["anyOf"][0]["enum"].as_array()).unwrap();
        values.iter().map(|value| value.as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(listed("relation"), relation_names());
    assert_eq!(listed("kind"), Kind::ALL.map(|kind| kind.name().to_owned()).into());
    assert_eq!(listed("status"), Status::ALL.map(|status| status.name().to_owned()).into());
}

/// A graph document with every field that there is.
fn complete() -> Value {
    let text = || "https://example.org/x".to_owned();
    let mention = Mention { document: text(), start: 0, end: 1 };
    let entity = Entity {
        id: text(),
        kind: Kind::Country,
        label: text(),
        aliases: vec![text()],
        same_as: vec![text()],
        mentions: vec![mention],
    };
    let statement = Statement {
        when: Some(text()),
        by: Some(text()),
        role: Some(text()),
        confidence: Some(Confidence::new(0.5)),
        inferred: Some(Inference { rule: text(), from: vec![text()] }),
        evidence: vec![Evidence { document: text(), start: 0, end: 1, quote: text() }],
        ..Statement::new(text(), "visited", text())
    };
    let document = DocumentRecord { id: text(), title: Some(text()), date: Some(text()), source: text() };
    let graph = GraphDocument {
        context: Some(json!({})),
        entities: vec![entity],
        statements: vec![statement],
        documents: vec![document],
    };
    serde_json::to_value(graph).unwrap()
}

#[test]
fn the_json_schema_knows_every_field_and_no_other() {
    let schema = json_file("graph.schema.json");
    let graph = complete();
    let pairs = [
        (&schema, &graph),
        (&schema["$defs"]["entity"], &graph["entities"][0]),
        (&schema["$defs"]["mention"], &graph["entities"][0]["mentions"][0]),
        (&schema["$defs"]["statement"], &graph["statements"][0]),
        (&schema["$defs"]["inference"], &graph["statements"][0]["inferred"]),
        (&schema["$defs"]["evidence"], &graph["statements"][0]["evidence"][0]),
        (&schema["$defs"]["document"], &graph["documents"][0]),
    ];
    for (described, written) in pairs {
        let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
        assert_eq!(keys(&described["properties"]), keys(written));
        assert_eq!(described["additionalProperties"], json!(false));
    }
}

/// Every object of a JSON value, with the name of the definition it must follow.
fn objects<'v>(value: &'v Value, definition: &str, found: &mut Vec<(String, &'v Value)>) {
    if !value.is_object() {
        return;
    }
    found.push((definition.to_owned(), value));
    for (key, inner) in value.as_object().unwrap() {
        let name = match key.as_str() {
            "statements" => "explained",
            "readings" => "reading",
            "rejected" => "refused",
            "subject" | "object" => "filled",
            "chain" => "step",
            "date" => "anchor",
            "signs" => "sign",
            "sentence" | "trigger" | "cue" | "speaker" | "words" => "excerpt",
            "documents" => "account",
            other => other,
        };
        match inner {
            Value::Array(items) => items.iter().for_each(|item| objects(item, name, found)),
            other if matches!(name, "relations" | "refused") => assert!(other.is_object()),
            other => objects(other, name, found),
        }
    }
}

#[test]
fn the_schema_of_accounts_knows_every_field_and_no_other() {
    let text = "Norway signed with the unnamed firm. Finland joined NATO on 4 April 2023. Poland said that Moldova plans \
                to join the European Union. It has never left the United Nations. Merkel left NATO.";
    let options = legation::source::text::Options::default();
    let document = legation::source::text::read("a.txt", text.into(), &options).unwrap();
    let resources = legation::extract::Resources::embedded().unwrap();
    let (_, account) = legation::extract::explain(&document, &resources, "https://e.org/");
    let json = legation::extract::account::to_json(&[account]).unwrap();
    let whole: Value = serde_json::from_slice(&json).unwrap();
    let schema = json_file("account.schema.json");
    let mut found = Vec::new();
    for account in whole["documents"].as_array().unwrap() {
        objects(account, "account", &mut found);
    }
    let mut met: BTreeSet<String> = BTreeSet::new();
    for (name, value) in found {
        let described = &schema["$defs"][&name];
        assert!(described.is_object(), "{name} is not described");
        let known = |key: &String| described["properties"].get(key).is_some();
        let unknown: Vec<_> = value.as_object().unwrap().keys().filter(|key| !known(key)).collect();
        assert_eq!(unknown, Vec::<&String>::new(), "{name}");
        for required in described["required"].as_array().into_iter().flatten() {
            assert!(value.get(required.as_str().unwrap()).is_some(), "{name} lacks {required}");
        }
        met.insert(name);
    }
    let described: BTreeSet<String> =
        schema["$defs"].as_object().unwrap().keys().filter(|name| *name != "reason").cloned().collect();
    assert_eq!(met, described);
}

/// A graph that says something of two things, and one in which all of it has changed.
fn two_graphs() -> [GraphDocument; 2] {
    let thing = |id: &str, kind: Kind, label: &str, alias: &str| json!({"id": id, "kind": kind, "label": label, "aliases": [alias]});
    let statement = |id: &str, subject: &str, when: &str, status: &str, by: &str, role: &str, sure: f64| {
        json!({"id": id, "subject": subject, "relation": "holdsPosition", "object": "o", "when": when, "status": status,
               "by": by, "role": role, "confidence": sure,
               "evidence": [{"document": "d", "start": 0, "end": 1, "quote": "x"},
                            {"document": "d", "start": 2, "end": 3, "quote": id}]})
    };
    let document = |id: &str, source: &str| json!({"id": id, "source": source});
    let graph = |value: Value| serde_json::from_value(value).unwrap();
    [
        graph(json!({
            "entities": [thing("o", Kind::Organization, "O", "P"), thing("x", Kind::Organization, "X", "Y"),
                         thing("s", Kind::Person, "S", "T"), thing("gone", Kind::Person, "Q", "R")],
            "statements": [statement("1", "s", "2019", "asserted", "x", "head", 0.5),
                           statement("2", "gone", "2019", "asserted", "x", "head", 0.5)],
            "documents": [document("d", "d.txt"), document("gone", "gone.txt"), document("lost", "lost.txt")]
        })),
        graph(json!({
            "entities": [thing("o", Kind::Organization, "O2", "P2"), thing("x2", Kind::Organization, "X", "Y"),
                         thing("s", Kind::Organization, "S", "T"), thing("new", Kind::Person, "N", "M")],
            "statements": [statement("3", "s", "2020", "planned", "s", "chair", 0.6),
                           statement("4", "new", "2019", "asserted", "x2", "head", 0.5)],
            "documents": [document("d", "e.txt"), document("new", "new.txt"), document("more", "more.txt")]
        })),
    ]
}

#[test]
fn the_schema_of_differences_knows_every_change_and_no_other() {
    let schema = json_file("diff.schema.json");
    let [a, b] = two_graphs();
    let mut met = BTreeSet::new();
    for change in legation::graph::diff::diff(&a, &b, &[]) {
        let value = serde_json::to_value(&change).unwrap();
        let name = &value["change"];
        let is = |def: &&Value| {
            let change = &def["properties"]["change"];
            change["const"] == *name || change["enum"].as_array().is_some_and(|all| all.contains(name))
        };
        let described = schema["$defs"].as_object().unwrap().values().find(is).unwrap();
        let keys: BTreeSet<&String> = value.as_object().unwrap().keys().collect();
        assert!(keys.iter().all(|key| described["properties"].get(key).is_some()), "{value}");
        let required = described["required"].as_array().unwrap();
        assert!(required.iter().all(|key| value.get(key.as_str().unwrap()).is_some()), "{value}");
        met.insert(name.as_str().unwrap().to_owned());
    }
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let described: BTreeSet<String> = schema["$defs"]
        .as_object()
        .unwrap()
        .values()
        .flat_map(|def| {
            let change = &def["properties"]["change"];
            change["enum"]
                .as_array()
                .cloned()
                .unwrap_or_default()
                .into_iter()
                .chain(change.get("const").cloned())
        })
        .filter_map(|name| text(&name))
        .collect();
    assert_eq!(met, described);
}
