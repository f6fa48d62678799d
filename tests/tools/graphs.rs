//! Graphs to export: a small one with one of everything, and ones full of hostile text.

use legation::graph::{
    Confidence, DocumentRecord, Entity, Evidence, GraphDocument, Inference, Kind, KnowledgeGraph, Mention,
    Statement, Status, id,
};
use legation::vocabulary::DEFAULT_BASE;

/// What breaks exporters that do not escape, or escape for another format.
const HOSTILE: [&str; 24] = [
    "said \"no\" and 'no'",
    "back\\slash \\N \\G \\\" end\\",
    "two\nlines\r\nand a\ttab",
    "<script>alert(1)</script> ]]> -->",
    "&lt;b&gt; &amp; &quot;",
    "\u{202e}right to left\u{202c} \u{200f}مرحبا",
    "🇯🇵 flags 👩‍🚀 and 漢字 𝒜𐍈",
    "\"] ; } evil [label=\"x",
    "'}) DETACH DELETE n // \\u0027}) evil",
    "`x` {{x}} ${x} %n #35; #quot;",
    "bell \u{7} and escape \u{1b}[31m \u{1f}",
    "=cmd|' /C calc'!A0",
    "+1 (234)",
    "-- a dash",
    "@SUM(A1)",
    "'=quoted already",
    "a;b|c,d",
    "%%{init: {}}%%\nend\nclick n0 evil",
    "C++",
    "C#",
    "C",
    " ",
    "\u{fffe}\u{85}\u{2028}",
    "Supercalifragilisticexpialidocious-Donaudampfschifffahrtsgesellschaftskapitänsmütze",
];

pub(crate) fn iri(path: &str) -> String {
    format!("{DEFAULT_BASE}{path}")
}

pub(crate) fn entity(kind: Kind, name: &str) -> Entity {
    Entity {
        id: id::entity(DEFAULT_BASE, kind, name, None),
        kind,
        label: name.to_owned(),
        aliases: Vec::new(),
        same_as: Vec::new(),
        mentions: Vec::new(),
    }
}

pub(crate) fn evidence(start: usize, quote: &str) -> Evidence {
    Evidence { document: iri("document/d"), start, end: start + quote.chars().count(), quote: quote.into() }
}

/// The graph of entities and statements, with ids.
pub(crate) fn graph(entities: Vec<Entity>, statements: Vec<Statement>) -> GraphDocument {
    let documents = vec![DocumentRecord {
        id: iri("document/d"),
        title: Some("The \"Title\"".into()),
        date: Some("2024-06".into()),
        source: "https://news.example/d.html".into(),
    }];
    let mut merged = KnowledgeGraph::new(DEFAULT_BASE, ["metWith"]);
    merged.merge(GraphDocument { context: None, entities, statements, documents }).unwrap();
    merged.to_document()
}

/// Finland, an alliance and a secretary: a fact, a plan, a report of an office, an inference, a denial.
pub(crate) fn small() -> GraphDocument {
    let finland = Entity {
        aliases: vec!["Republic of Finland".into(), "Suomi; Finlande".into()],
        same_as: vec!["http://www.wikidata.org/entity/Q33".into()],
        mentions: vec![Mention { document: iri("document/d"), start: 0, end: 7 }],
        ..entity(Kind::Country, "Finland")
    };
    let (alliance, secretary) =
        (entity(Kind::Organization, "Alliance"), entity(Kind::Person, "The Secretary"));
    let [f, a, s] = [&finland, &alliance, &secretary].map(|e| e.id.clone());
    let joined = Statement {
        id: "urn:joined".into(),
        when: Some("2023-04-04".into()),
        confidence: Some(Confidence::new(0.9)),
        evidence: vec![evidence(0, "Finland joined the alliance; it did so on 4 April 2023.")],
        ..Statement::new(&f, "joined", &a)
    };
    let planned = Statement {
        status: Status::Planned,
        when: Some("2025".into()),
        evidence: vec![evidence(60, "The Secretary will visit Finland in 2025.")],
        ..Statement::new(&s, "visited", &f)
    };
    let office = Statement {
        role: Some("Secretary General".into()),
        when: Some("2014/..".into()),
        by: Some(f.clone()),
        evidence: vec![evidence(60, "The Secretary"), evidence(110, "its Secretary")],
        ..Statement::new(&s, "holdsPosition", &a)
    };
    let derived = Statement {
        inferred: Some(Inference { rule: "joined-is-member".into(), from: vec!["urn:joined".into()] }),
        ..Statement::new(&f, "memberOf", &a)
    };
    let denied = Statement { status: Status::Negated, ..Statement::new(&f, "left", &a) };
    graph(vec![finland, alliance, secretary], vec![joined, planned, office, derived, denied])
}

/// Hostile text in every field that holds text, alone and in chance combinations.
pub(crate) fn hostile() -> GraphDocument {
    let mut dice = Dice(11);
    let mut texts: Vec<String> = HOSTILE.iter().map(|&text| text.to_owned()).collect();
    texts.extend(
        (0..60).map(|_| (0..=dice.roll(4)).map(|_| HOSTILE[dice.roll(HOSTILE.len())]).collect::<String>()),
    );
    texts.push("very long ".repeat(400));
    let entities: Vec<Entity> = texts
        .iter()
        .map(|text| Entity {
            aliases: vec![format!("{text} alias"), text.chars().rev().collect()],
            same_as: vec![format!("https://e.example/?q={text}")],
            ..entity(Kind::Person, text)
        })
        .collect();
    let body = entity(Kind::Organization, "Body");
    let statements = entities
        .iter()
        .zip(&texts)
        .enumerate()
        .map(|(at, (person, text))| Statement {
            role: Some(text.clone()),
            when: Some(text.clone()),
            evidence: vec![evidence(at * 9000, text)],
            ..Statement::new(&person.id, "holdsPosition", &body.id)
        })
        .collect();
    graph(entities.into_iter().chain([body]).collect(), statements)
}

/// A small generator of numbers: same seed, same numbers.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}
