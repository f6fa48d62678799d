//! Every format says the same, and no text in a graph can become anything but text.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use legation::export::{Format, Options, render};
use legation::graph::{
    Confidence, DocumentRecord, Entity, Evidence, GraphDocument, Inference, Kind, KnowledgeGraph, Mention,
    Statement, Status,
};
use legation::vocabulary::{DEFAULT_BASE, NAMESPACE, Vocabulary};
use oxigraph::io::{JsonLdProfileSet, RdfFormat, RdfParser};
use oxigraph::model::{Literal, NamedNode, Quad, Term};

const HOSTILE: [&str; 12] = [
    "said \"no\" and 'no'",
    "back\\slash \\N \\G \\\" end\\",
    "two\nlines\r\nand a\ttab",
    "<script>alert(1)</script> ]]> -->",
    "&lt;b&gt; &amp; &quot;",
    "\u{202e}right to left\u{202c} \u{200f}مرحبا",
    "🇯🇵 flags 👩‍🚀 and 漢字",
    "\"] ; } evil [label=\"x",
    "\"@en . <http://evil.example/> <http://evil.example/> \"x",
    "{\"@id\": \"http://evil.example/\"} ${x} `x` {{x}}",
    "bell \u{7} and escape \u{1b}[31m",
    " ",
];

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::embedded().unwrap());

fn iri(path: &str) -> String {
    format!("{DEFAULT_BASE}{path}")
}

fn entity(kind: Kind, name: &str, label: &str) -> Entity {
    Entity {
        id: iri(&format!("{}/{name}", kind.slug())),
        kind,
        label: label.into(),
        aliases: Vec::new(),
        same_as: Vec::new(),
        mentions: Vec::new(),
    }
}

fn evidence(start: usize, quote: &str) -> Evidence {
    Evidence { document: iri("document/d"), start, end: start + quote.chars().count(), quote: quote.into() }
}

fn graph(entities: Vec<Entity>, statements: Vec<Statement>) -> GraphDocument {
    let documents = vec![DocumentRecord {
        id: iri("document/d"),
        title: Some(HOSTILE[0].into()),
        date: Some("2024-06".into()),
        source: HOSTILE[1].into(),
    }];
    let given = GraphDocument { context: None, entities, statements, documents };
    merged(&[given])
}

fn merged(parts: &[GraphDocument]) -> GraphDocument {
    let mut graph = KnowledgeGraph::new(DEFAULT_BASE, VOCABULARY.symmetric());
    for part in parts {
        graph.merge(part.clone()).unwrap();
    }
    graph.to_document()
}

/// Finland, an alliance and a secretary; one fact, one plan, one report, one inference.
fn small() -> GraphDocument {
    let [finland, alliance, secretary] =
        [iri("country/FI"), iri("organization/alliance"), iri("person/secretary")];
    let joined = Statement {
        when: Some("2023-04-04".into()),
        confidence: Some(Confidence::new(0.9)),
        evidence: vec![evidence(0, "Finland joined the alliance on 4 April 2023.")],
        ..Statement::new(&finland, "joined", &alliance)
    };
    let planned = Statement {
        status: Status::Planned,
        when: Some("2025".into()),
        evidence: vec![evidence(60, "The Secretary will visit Finland in 2025.")],
        ..Statement::new(&secretary, "visited", &finland)
    };
    let office = Statement {
        role: Some("Secretary General".into()),
        when: Some("2014/2024-10".into()),
        by: Some(finland.clone()),
        evidence: vec![evidence(60, "The Secretary")],
        ..Statement::new(&secretary, "holdsPosition", &alliance)
    };
    let derived = Statement {
        inferred: Some(Inference { rule: "joined-is-member".into(), from: vec!["urn:joined".into()] }),
        ..Statement::new(&finland, "memberOf", &alliance)
    };
    let joined = Statement { id: "urn:joined".into(), ..joined };
    let finland = Entity {
        aliases: vec!["Republic of Finland".into()],
        same_as: vec!["http://www.wikidata.org/entity/Q33".into()],
        mentions: vec![Mention { document: iri("document/d"), start: 0, end: 7 }],
        ..entity(Kind::Country, "FI", "Finland")
    };
    let others = [
        entity(Kind::Organization, "alliance", "Alliance"),
        entity(Kind::Person, "secretary", "The Secretary"),
        entity(Kind::Place, "nowhere", "Nowhere"),
    ];
    graph([finland].into_iter().chain(others).collect(), vec![joined, planned, office, derived])
}

/// Every text field of a graph set to hostile text.
fn hostile() -> GraphDocument {
    let mut entities: Vec<Entity> = HOSTILE
        .iter()
        .enumerate()
        .map(|(at, text)| Entity {
            aliases: vec![format!("{text} alias")],
            ..entity(Kind::Person, &format!("p{at}"), text)
        })
        .collect();
    entities.push(entity(Kind::Organization, "o", "O"));
    let statements = HOSTILE.iter().enumerate().map(|(at, text)| Statement {
        role: Some((*text).into()),
        when: Some((*text).into()),
        evidence: vec![evidence(at * 100, text)],
        ..Statement::new(iri(&format!("person/p{at}")), "holdsPosition", iri("organization/o"))
    });
    graph(entities, statements.collect())
}

fn bytes(graph: &GraphDocument, format: Format) -> Vec<u8> {
    render(graph, &VOCABULARY, format, &Options::default()).unwrap()
}

fn text(graph: &GraphDocument, format: Format) -> String {
    String::from_utf8(bytes(graph, format)).unwrap()
}

fn parse(format: RdfFormat, bytes: &[u8]) -> BTreeSet<String> {
    let quads = RdfParser::from_format(format).for_slice(bytes);
    quads.map(|quad| quad.unwrap().to_string()).collect()
}

fn triples(graph: &GraphDocument) -> BTreeSet<String> {
    parse(RdfFormat::NTriples, &bytes(graph, Format::NTriples))
}

fn json_ld() -> RdfFormat {
    RdfFormat::JsonLd { profile: JsonLdProfileSet::empty() }
}

fn quad(subject: &str, predicate: &str, object: impl Into<Term>) -> String {
    let node = |text: &str| NamedNode::new(text).unwrap();
    let graph = oxigraph::model::GraphName::DefaultGraph;
    Quad::new(node(subject), node(predicate), object, graph).to_string()
}

fn lg(name: &str) -> String {
    format!("{NAMESPACE}{name}")
}

#[test]
fn json_is_read_back_unchanged() {
    for graph in [small(), hostile()] {
        let mut read = GraphDocument::from_json("graph.json", &text(&graph, Format::Json)).unwrap();
        assert!(read.context.take().is_some());
        assert_eq!(read, graph);
    }
}

#[test]
fn the_rdf_formats_say_the_same() {
    for graph in [small(), hostile()] {
        let expected = triples(&graph);
        for (format, syntax) in [
            (Format::Turtle, RdfFormat::Turtle),
            (Format::TriG, RdfFormat::TriG),
            (Format::NQuads, RdfFormat::NQuads),
            (Format::N3, RdfFormat::N3),
            (Format::JsonLd, json_ld()),
        ] {
            assert_eq!(parse(syntax, &bytes(&graph, format)), expected, "{format}");
        }
        let xml: BTreeSet<String> = expected.iter().map(|quad| without_controls(quad)).collect();
        assert_eq!(parse(RdfFormat::RdfXml, &bytes(&graph, Format::RdfXml)), xml);
    }
}

/// A quad as XML can say it.
fn without_controls(quad: &str) -> String {
    quad.replace("\\u0007", "\u{fffd}").replace("\\u001B", "\u{fffd}")
}

#[test]
fn rdf_has_no_blank_nodes() {
    assert_eq!(triples(&hostile()).iter().find(|triple| triple.contains("_:")), None);
}

#[test]
fn hostile_text_stays_text_in_rdf() {
    let triples = triples(&hostile());
    for (at, text) in HOSTILE.iter().enumerate() {
        let person = iri(&format!("person/p{at}"));
        let label = "http://www.w3.org/2000/01/rdf-schema#label";
        assert!(triples.contains(&quad(&person, label, Literal::from(*text))), "{text:?}");
        let quote = format!("{}/quote", excerpt(&evidence(at * 100, text)));
        assert!(triples.contains(&quad(&quote, "http://www.w3.org/ns/oa#exact", Literal::from(*text))));
    }
    assert_eq!(triples.iter().find(|triple| triple.starts_with("<http://evil")), None);
}

fn excerpt(evidence: &Evidence) -> String {
    format!("{}#char={},{}", evidence.document, evidence.start, evidence.end)
}

#[test]
fn asserted_statements_are_plain_triples_and_others_claims_alone() {
    let graph = small();
    let triples = triples(&graph);
    let node = |path: &str| NamedNode::new(iri(path)).unwrap();
    assert!(triples.contains(&quad(&iri("country/FI"), &lg("joined"), node("organization/alliance"))));
    assert!(!triples.contains(&quad(&iri("person/secretary"), &lg("visited"), node("country/FI"))));
    let planned = graph.statements.iter().find(|s| s.status == Status::Planned).unwrap();
    assert!(triples.contains(&quad(&planned.id, &lg("status"), Literal::from("planned"))));
    assert!(triples.contains(&quad(&planned.id, &lg("relation"), NamedNode::new(lg("visited")).unwrap())));
}

#[test]
fn statements_carry_dates_speaker_role_and_evidence() {
    let graph = small();
    let triples = triples(&graph);
    let office = graph.statements.iter().find(|s| s.relation == "holdsPosition").unwrap();
    let typed =
        |value: &str, datatype: &str| Literal::new_typed_literal(value, NamedNode::new(datatype).unwrap());
    let xsd = |name: &str| format!("http://www.w3.org/2001/XMLSchema#{name}");
    let expected = [
        (lg("when"), Term::from(typed("2014/2024-10", "http://id.loc.gov/datatypes/edtf/EDTF"))),
        (lg("fromDate"), typed("2014", &xsd("gYear")).into()),
        (lg("untilDate"), typed("2024-10", &xsd("gYearMonth")).into()),
        (lg("by"), NamedNode::new(iri("country/FI")).unwrap().into()),
        (lg("role"), Literal::from("Secretary General").into()),
        (
            "http://www.w3.org/ns/prov#wasDerivedFrom".into(),
            NamedNode::new(iri("document/d#char=60,73")).unwrap().into(),
        ),
    ];
    for (predicate, object) in expected {
        assert!(triples.contains(&quad(&office.id, &predicate, object)), "{predicate}");
    }
    let joined = graph.statements.iter().find(|s| s.relation == "joined").unwrap();
    let sure = quad(&joined.id, &lg("confidence"), typed("0.90", &xsd("decimal")));
    assert!(triples.contains(&sure));
    let start = quad(
        &iri("document/d#char=60,73/position"),
        "http://www.w3.org/ns/oa#start",
        typed("60", &xsd("nonNegativeInteger")),
    );
    assert!(triples.contains(&start));
}

#[test]
fn inferred_statements_name_rule_and_premise() {
    let graph = small();
    let triples = triples(&graph);
    let derived = graph.statements.iter().find(|s| s.inferred.is_some()).unwrap();
    let premise = graph.statements.iter().find(|s| s.relation == "joined").unwrap();
    assert!(triples.contains(&quad(&derived.id, &lg("inferredBy"), Literal::from("joined-is-member"))));
    let from = NamedNode::new(premise.id.as_str()).unwrap();
    assert!(triples.contains(&quad(&derived.id, &lg("inferredFrom"), from)));
}

#[test]
fn turtle_is_grouped_and_prefixed() {
    let turtle = text(&small(), Format::Turtle);
    assert!(turtle.contains("@prefix country: <https://legation.example/id/country/> .\n"), "{turtle}");
    let finland = "\n\ncountry:FI a lg:Country ;\n\trdfs:label \"Finland\" ;\n\tskos:altLabel \"Republic of Finland\" ;\n\t\
                   owl:sameAs wd:Q33 ;\n\tlg:mentionedIn document:d ;\n\t\
                   lg:mentionedAt <https://legation.example/id/document/d#char=0,7> .\n\n";
    assert!(turtle.contains(finland), "{turtle}");
    let fact = "\n\ncountry:FI lg:joined organization:alliance .\n\nstatement:";
    assert!(turtle.contains(fact), "{turtle}");
    assert!(turtle.contains("lg:onDate \"2023-04-04\"^^xsd:date"), "{turtle}");
}

#[test]
fn json_ld_nests_claims_and_evidence() {
    let whole: serde_json::Value = serde_json::from_slice(&bytes(&small(), Format::JsonLd)).unwrap();
    let finland = &whole["@graph"][0];
    assert_eq!(finland["id"], iri("country/FI"));
    assert_eq!(finland["joined"], serde_json::json!([iri("organization/alliance")]));
    let claim = &finland["claims"][0];
    assert_eq!(claim["relation"], "joined");
    assert_eq!(claim["confidence"]["@value"], "0.90");
    let quote = &claim["evidence"][0]["selectors"][0]["quote"];
    assert_eq!(quote, "Finland joined the alliance on 4 April 2023.");
}

#[test]
fn the_graph_document_is_json_ld_too() {
    let graph = small();
    let read = parse(json_ld(), &bytes(&graph, Format::Json));
    let triples = triples(&graph);
    let lost: Vec<_> = read.difference(&triples).filter(|triple| !triple.contains("_:")).collect();
    assert_eq!(lost, Vec::<&String>::new());
    for statement in &graph.statements {
        let relation = NamedNode::new(lg(&statement.relation)).unwrap();
        assert!(read.contains(&quad(&statement.id, &lg("relation"), relation)));
        assert!(read.contains(&quad(&statement.id, &lg("status"), Literal::from(statement.status.name()))));
    }
    let derived = graph.statements.iter().find(|s| s.inferred.is_some()).unwrap();
    assert!(read.contains(&quad(&derived.id, &lg("inferredBy"), Literal::from("joined-is-member"))));
}

#[test]
fn a_user_relation_keeps_its_iri_whatever_its_name() {
    let mut vocabulary = Vocabulary::embedded().unwrap();
    let own = "@prefix e: <https://example.org/> . @prefix lg: <https://legation.example/ns#> .
        @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        e:extradited a owl:ObjectProperty ; rdfs:label 'extradited' ; rdfs:domain lg:Actor ; rdfs:range lg:Person .
        e:label a owl:ObjectProperty ; rdfs:label 'labelled' ; rdfs:domain lg:Actor ; rdfs:range lg:Person .";
    vocabulary.extend("own.ttl", own).unwrap();
    let ends = [iri("country/FI"), iri("person/secretary")];
    let mut graph = small();
    for name in ["extradited", "label"] {
        let statement = Statement::new(&ends[0], name, &ends[1]);
        graph.statements.push(Statement { id: format!("urn:{name}"), ..statement });
    }
    let render = |format| render(&graph, &vocabulary, format, &Options::default()).unwrap();
    let expected = parse(RdfFormat::NTriples, &render(Format::NTriples));
    assert_eq!(parse(json_ld(), &render(Format::JsonLd)), expected);
    for name in ["extradited", "label"] {
        let object = NamedNode::new(&ends[1]).unwrap();
        assert!(expected.contains(&quad(&ends[0], &format!("https://example.org/{name}"), object)));
    }
}

#[test]
fn what_a_format_cannot_say_is_refused_by_name() {
    let refusal = |graph: &GraphDocument, format| {
        render(graph, &VOCABULARY, format, &Options::default()).unwrap_err().to_string()
    };
    let mut unknown = small();
    unknown.statements[0].relation = "joind".into();
    let mut relative = small();
    relative.entities[0].id = "FI <x>".into();
    for format in [Format::NTriples, Format::Turtle, Format::JsonLd] {
        assert!(refusal(&unknown, format).contains("no relation `joind`; did you mean `joined`?"));
        assert!(refusal(&relative, format).contains("entity `FI <x>` is not an absolute IRI"));
    }
    assert!(refusal(&unknown, Format::Dot).contains("`joind`"));
}

/// A small generator of numbers: same seed, same numbers.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.roll(from.len())]
    }

    /// A part of a graph over six entities, which all parts name alike or in other words.
    fn graph(&mut self) -> GraphDocument {
        let kinds = [Kind::Country, Kind::Organization, Kind::Person];
        let entities: Vec<Entity> = (0..6)
            .map(|at| Entity {
                aliases: (0..self.roll(3)).map(|_| self.pick(&HOSTILE).to_owned()).collect(),
                mentions: vec![Mention { document: iri("document/d"), start: self.roll(9), end: 9 }],
                ..entity(
                    kinds[at % 3],
                    &format!("e{at}"),
                    self.pick(&["NATO", "Nato", "nato pact", "NATO PACT"]),
                )
            })
            .collect();
        let statements = (0..self.roll(12)).map(|_| self.statement(&entities)).collect();
        GraphDocument { context: None, entities, statements, documents: Vec::new() }
    }

    fn statement(&mut self, entities: &[Entity]) -> Statement {
        let mut end = || entities[self.roll(entities.len())].id.clone();
        let (subject, object, speaker) = (end(), end(), end());
        let relation = self.pick(&["visited", "metWith", "signedWith", "joined"]);
        let when = self.pick(&["2019", "2019-08", "2023-01-06", "2012/..", "2019?", ""]);
        let at = self.roll(50);
        let sure = [0.31, 0.9, 0.97][at % 3];
        Statement {
            when: (!when.is_empty()).then(|| when.to_owned()),
            status: Status::ALL[self.roll(4)],
            by: (self.roll(4) == 0).then_some(speaker),
            confidence: (self.roll(3) > 0).then(|| Confidence::new(sure)),
            evidence: vec![evidence(at * 200, HOSTILE[at % HOSTILE.len()])],
            ..Statement::new(subject, relation, object)
        }
    }
}

#[test]
fn any_graph_merges_in_any_order_and_reads_alike_in_every_format() {
    let mut dice = Dice(7);
    for _ in 0..40 {
        let (a, b) = (dice.graph(), dice.graph());
        let whole = merged(&[a.clone(), b.clone()]);
        assert_eq!(merged(&[b.clone(), a.clone(), b]), whole);
        assert_eq!(merged(&[whole.clone(), whole.clone(), a]), whole);
        let json = whole.to_json().unwrap();
        assert_eq!(GraphDocument::from_json("g.json", &json).unwrap(), whole);
        let expected = triples(&whole);
        assert_eq!(parse(json_ld(), &bytes(&whole, Format::JsonLd)), expected);
        assert_eq!(parse(RdfFormat::Turtle, &bytes(&whole, Format::Turtle)), expected);
    }
}
