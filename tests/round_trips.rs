//! What is written and loses nothing is read back as it was: every format, every way of carrying claims, generated
//! graphs full of hostile text and all the examples.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use legation::export::{Claims, Format, Options, render};
use legation::extract::Resources;
use legation::graph::{
    Confidence, DocumentRecord, Entity, Evidence, GraphDocument, Inference, Kind, KnowledgeGraph, Mention,
    Statement, Status, id,
};
use legation::source::files;
use legation::vocabulary::{DEFAULT_BASE, Vocabulary};
use legation::{Opening, import, open, pull};

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::embedded().unwrap());

/// Formats that keep everything, if claims are not left out.
const LOSSLESS: [Format; 9] = [
    Format::Json,
    Format::JsonLines,
    Format::NTriples,
    Format::NQuads,
    Format::Turtle,
    Format::TriG,
    Format::RdfXml,
    Format::N3,
    Format::JsonLd,
];

/// Every lossless way to write a graph.
fn ways() -> Vec<(Format, Claims)> {
    let all = LOSSLESS.into_iter().flat_map(|format| Claims::ALL.map(|claims| (format, claims)));
    let plain = |format| matches!(format, Format::Json | Format::JsonLines);
    let lossless = |(format, claims): &(Format, Claims)| match claims {
        Claims::Event => true,
        Claims::None => false,
        _ => !plain(*format) && claims.check(*format).is_ok(),
    };
    all.filter(lossless).collect()
}

fn merged(parts: impl IntoIterator<Item = GraphDocument>) -> GraphDocument {
    let mut graph = KnowledgeGraph::new(DEFAULT_BASE, VOCABULARY.symmetric());
    for part in parts {
        graph.merge(part).unwrap();
    }
    graph.to_document()
}

fn written(graph: &GraphDocument, format: Format, options: &Options) -> Vec<u8> {
    render(graph, &VOCABULARY, format, options).unwrap()
}

fn read(bytes: &[u8], format: Format) -> GraphDocument {
    let name = format!("graph.{}", format.extension());
    assert_eq!(import::told(&name, bytes), Some(format));
    let imported = import::read(&name, bytes, format, &VOCABULARY).unwrap();
    assert_eq!(imported.remarks, Vec::<String>::new());
    merged([imported.graph])
}

/// The text as XML can say it.
fn in_xml(text: &mut String) {
    *text = text.replace(
        |c| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}'),
        "\u{fffd}",
    );
}

/// The graph with the texts that XML can say.
fn in_xml_all(mut graph: GraphDocument) -> GraphDocument {
    for entity in &mut graph.entities {
        entity.aliases.iter_mut().chain([&mut entity.label]).for_each(in_xml);
    }
    for statement in &mut graph.statements {
        let texts = [&mut statement.when, &mut statement.role];
        texts.into_iter().flatten().for_each(in_xml);
        statement.evidence.iter_mut().for_each(|evidence| in_xml(&mut evidence.quote));
        statement.inferred.iter_mut().for_each(|inference| in_xml(&mut inference.rule));
    }
    for document in &mut graph.documents {
        in_xml(&mut document.source);
        document.title.iter_mut().for_each(in_xml);
    }
    merged([graph])
}

fn assert_round_trips(graph: &GraphDocument) {
    let xml = in_xml_all(graph.clone());
    for (format, claims) in ways() {
        let expected = if format == Format::RdfXml { &xml } else { graph };
        let bytes = written(graph, format, &Options { claims, ..Options::default() });
        assert!(read(&bytes, format) == *expected, "{format} with claims {claims}");
    }
}

const TEXTS: [&str; 22] = [
    "plain",
    "said \"no\" and 'no'",
    "back\\slash \\N \\u0041 \\\" end\\",
    "two\nlines\r\nand a\ttab\r",
    "<script>alert(1)</script> ]]> --> <![CDATA[",
    "&lt;b&gt; &amp; &#0; %41",
    "\u{202e}right to left\u{202c} \u{200f}مرحبا",
    "🇯🇵 flags 👩‍🚀 漢字 𝔘𝔫𝔦 𐍈",
    "\"] ; } evil [label=\"x",
    "\"@en . <http://evil.example/> <http://evil.example/> \"x",
    "{\"@id\": \"http://evil.example/\"} ${x} `x` {{x}}",
    "bell \u{7} escape \u{1b}[31m feed \u{c} delete \u{7f} nul \0",
    " leading and trailing ",
    "  ",
    "\u{feff}mark \u{fffe} \u{fffd} \u{85} \u{2028}",
    "=cmd()|' /C calc'!A0",
    "C",
    "C+",
    "C++",
    "Å and A\u{30a}",
    "'''\"\"\"",
    "_:b0 a:b .",
];

/// Documents, some of whose addresses are odd.
const DOCUMENTS: [&str; 7] = [
    "https://legation.example/id/document/d",
    "https://legation.example/id/document/d/e",
    "https://other.example/a?b=c&d=e",
    "https://other.example/a#part",
    "https://other.example/a#char=1,2",
    "urn:isbn:0451450523",
    "https://例え.example/文書/1",
];

/// A generator of graphs: same seed, same graphs.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn chance(&mut self, one_in: usize) -> bool {
        self.roll(one_in) == 0
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.roll(from.len())]
    }

    /// A text of one or two of the hostile ones, or of any characters there are.
    fn text(&mut self) -> String {
        match self.roll(4) {
            0 => (0..=self.roll(9)).filter_map(|_| self.character()).chain(['x']).collect(),
            1 => format!("{}{}", self.pick(&TEXTS), self.pick(&TEXTS)),
            _ => self.pick(&TEXTS).to_owned(),
        }
    }

    fn character(&mut self) -> Option<char> {
        let most = self.pick(&[0x80, 0x800, 0x1_0000, 0x11_0000]);
        char::from_u32(u32::try_from(self.roll(most)).unwrap())
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.chance(2).then(|| make(self))
    }

    fn graph(&mut self) -> GraphDocument {
        let mut entities: BTreeMap<String, Entity> = BTreeMap::new();
        for _ in 0..2 + self.roll(6) {
            let entity = self.entity();
            entities.insert(entity.id.clone(), entity);
        }
        let entities: Vec<Entity> = entities.into_values().collect();
        let mut statements: Vec<Statement> = (0..self.roll(9)).map(|_| self.statement(&entities)).collect();
        for statement in &mut statements {
            statement.id = id::statement(DEFAULT_BASE, statement);
        }
        let inferred = self.roll(3).min(statements.len());
        for at in 0..inferred {
            let mut derived = self.statement(&entities);
            derived.inferred = Some(Inference { rule: self.text(), from: vec![statements[at].id.clone()] });
            statements.push(derived);
        }
        let documents: Vec<DocumentRecord> = (0..self.roll(4)).map(|_| self.document()).collect();
        merged([GraphDocument { context: None, entities, statements, documents }])
    }

    fn entity(&mut self) -> Entity {
        let kind = self.pick(&Kind::ALL);
        let label = self.text();
        let id = match self.roll(8) {
            0 => "urn:entity:1".to_owned(),
            1 => "https://legation.example/id/place/-a.".to_owned(),
            _ => id::entity(DEFAULT_BASE, kind, &label, None),
        };
        let same = ["http://www.wikidata.org/entity/Q33", "https://other.example/a?b&c", "urn:x:y"];
        Entity {
            id,
            kind,
            label,
            aliases: (0..self.roll(3)).map(|_| self.text()).collect(),
            same_as: (0..self.roll(3)).map(|_| self.pick(&same).to_owned()).collect(),
            mentions: (0..self.roll(4)).map(|_| self.mention()).collect(),
        }
    }

    fn mention(&mut self) -> Mention {
        let start = self.roll(1000);
        Mention { document: self.pick(&DOCUMENTS).to_owned(), start, end: start + self.roll(50) }
    }

    fn statement(&mut self, entities: &[Entity]) -> Statement {
        let mut end = || entities[self.roll(entities.len())].id.clone();
        let (subject, object, speaker) = (end(), end(), end());
        let relations: Vec<&str> = VOCABULARY.relations().iter().map(|r| r.name.as_str()).collect();
        let dates =
            ["2019", "2019-08", "2023-01-06", "2012/..", "2018-03/2019-02", "2019?", "../2012", "2001-21"];
        Statement {
            when: self.maybe(|dice| dice.pick(&dates).to_owned()),
            status: self.pick(&[
                Status::Asserted,
                Status::Asserted,
                Status::Planned,
                Status::Possible,
                Status::Negated,
            ]),
            by: self.chance(4).then_some(speaker),
            role: self.maybe(Self::text),
            confidence: self
                .maybe(|dice| Confidence::new(f64::from(u8::try_from(dice.roll(101)).unwrap()) / 100.0)),
            evidence: (0..self.roll(4)).map(|_| self.evidence()).collect(),
            ..Statement::new(subject, self.pick(&relations), object)
        }
    }

    /// Evidence whose words are those that stand there in every graph.
    fn evidence(&mut self) -> Evidence {
        let (document, start) = (self.roll(DOCUMENTS.len()), self.roll(40));
        let quote = Dice((document * 100 + start) as u64).text();
        Evidence {
            document: DOCUMENTS[document].to_owned(),
            start,
            end: start + quote.chars().count(),
            quote,
        }
    }

    fn document(&mut self) -> DocumentRecord {
        DocumentRecord {
            id: self.pick(&DOCUMENTS).to_owned(),
            title: self.maybe(Self::text),
            date: self.maybe(|dice| dice.pick(&["2019", "2023-01-06"]).to_owned()),
            source: self.text(),
        }
    }
}

#[test]
fn every_way_of_writing_is_tried() {
    let names: BTreeSet<String> =
        ways().iter().map(|(format, claims)| format!("{format} {claims}")).collect();
    assert_eq!(names.len(), 2 + 3 * 3 + 2 * 4 + 2 + 3);
    assert!(names.contains("trig graph") && names.contains("jsonld graph") && names.contains("rdfxml rdf12"));
}

#[test]
fn generated_graphs_are_read_back_as_they_were() {
    let mut dice = Dice(11);
    for _ in 0..120 {
        assert_round_trips(&dice.graph());
    }
}

#[test]
fn the_examples_are_read_back_as_they_were() {
    let resources = Resources::embedded().unwrap();
    let found = files::find(&[format!("{}/examples/*.txt", env!("CARGO_MANIFEST_DIR"))]).unwrap();
    assert!(found.inputs.len() >= 4);
    let opening = Opening::default();
    let read = |input: &files::Input| open(input, &opening, &resources, DEFAULT_BASE);
    let pulled = pull(&found.inputs, read, &resources, DEFAULT_BASE, || ()).unwrap();
    assert!(pulled.failed.is_empty());
    let whole = pulled.graph.to_document();
    assert!(whole.statements.len() > 100);
    assert_round_trips(&whole);
    for input in &found.inputs {
        let pulled = pull(&[input], |input| read(input), &resources, DEFAULT_BASE, || ()).unwrap();
        assert_round_trips(&pulled.graph.to_document());
    }
}

#[test]
fn merging_parts_from_different_formats_is_merging_the_parts() {
    let mut dice = Dice(5);
    for _ in 0..20 {
        let (mut a, b) = (dice.graph(), dice.graph());
        let kinds: BTreeMap<&str, Kind> = b.entities.iter().map(|e| (e.id.as_str(), e.kind)).collect();
        for entity in &mut a.entities {
            entity.kind = kinds.get(entity.id.as_str()).copied().unwrap_or(entity.kind);
        }
        let options = Options::default();
        let turtle = read(&written(&a, Format::Turtle, &options), Format::Turtle);
        let lines = read(&written(&b, Format::JsonLines, &options), Format::JsonLines);
        assert!(merged([lines, turtle]) == merged([a, b]));
    }
}

#[test]
fn what_is_not_asserted_is_never_a_plain_triple() {
    let mut dice = Dice(3);
    for _ in 0..40 {
        let graph = dice.graph();
        let facts: BTreeSet<[&str; 3]> = graph
            .statements
            .iter()
            .filter(|s| s.status == Status::Asserted)
            .map(|s| [s.subject.as_str(), s.relation.as_str(), s.object.as_str()])
            .collect();
        for claims in Claims::ALL {
            let quads = written(&graph, Format::NQuads, &Options { claims, ..Options::default() });
            let quads = String::from_utf8(quads).unwrap();
            let mut met = BTreeSet::new();
            for quad in quads.lines() {
                let mut parts = quad.split(' ');
                let mut next = || parts.next().unwrap().trim_matches(['<', '>']).to_owned();
                let (subject, predicate, object) = (next(), next(), next());
                if let Some(relation) = VOCABULARY.relations().iter().find(|r| r.iri == predicate) {
                    met.insert([subject, relation.name.clone(), object]);
                }
            }
            let unasserted: Vec<_> =
                met.iter().filter(|fact| !facts.contains(&fact.each_ref().map(String::as_str))).collect();
            assert_eq!(unasserted, Vec::<&[String; 3]>::new(), "{claims}");
            assert!(claims == Claims::None || met.len() == facts.len(), "{claims}");
        }
    }
}

#[test]
fn without_claims_facts_remain_and_what_is_inferred_goes() {
    let mut dice = Dice(9);
    for _ in 0..40 {
        let graph = dice.graph();
        let stated = graph.statements.iter().filter(|s| s.status == Status::Asserted && s.inferred.is_none());
        let statements = stated.map(|s| Statement::new(&s.subject, &s.relation, &s.object)).collect();
        let entities = graph.entities.iter().map(|e| Entity { mentions: Vec::new(), ..e.clone() }).collect();
        let expected = merged([GraphDocument { entities, statements, ..GraphDocument::default() }]);
        let options = Options { claims: Claims::None, ..Options::default() };
        for format in [Format::Turtle, Format::NQuads, Format::JsonLd] {
            assert!(read(&written(&graph, format, &options), format) == expected, "{format}");
        }
    }
}

#[test]
fn a_context_elsewhere_changes_nothing() {
    let mut dice = Dice(13);
    let context = Some("https://example.org/context.jsonld".to_owned());
    for claims in [Claims::Event, Claims::Statement] {
        let graph = dice.graph();
        let bytes = written(
            &graph,
            Format::JsonLd,
            &Options { claims, context: context.clone(), ..Options::default() },
        );
        assert!(bytes.starts_with(b"{\n  \"@context\": "));
        assert!(!String::from_utf8_lossy(&bytes).contains("@included"));
        assert!(read(&bytes, Format::JsonLd) == graph);
    }
}

#[test]
fn statements_keep_their_ids_under_any_base() {
    let mut graph = KnowledgeGraph::new("https://a.example/", VOCABULARY.symmetric());
    let part = Dice(2).graph();
    let statements = part.statements.iter().map(|s| Statement { id: String::new(), ..s.clone() }).collect();
    graph.merge(GraphDocument { statements, ..part }).unwrap();
    let graph = graph.to_document();
    assert!(graph.statements.iter().any(|s| s.id.starts_with("https://a.example/statement/")));
    assert!(merged([graph.clone()]) == graph);
}

#[test]
fn what_is_no_graph_is_refused_with_its_place() {
    let refusal = |name: &str, text: &str| {
        let format = import::told(name, text.as_bytes()).unwrap();
        import::read(name, text.as_bytes(), format, &VOCABULARY).unwrap_err().to_string()
    };
    let prefixes = "@prefix lg: <https://legation.example/ns#> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n";
    let turtle = |body: &str| refusal("g.ttl", &format!("{prefixes}{body}"));
    assert!(turtle("<a:b> a lg:Country").starts_with("g.ttl:3:"));
    assert_eq!(turtle("<a:b> a lg:Country ."), "g.ttl: `a:b` has no `rdfs:label`");
    assert_eq!(
        turtle("<a:b> a lg:Country ; rdfs:label 'A', 'B' ."),
        "g.ttl: `a:b` has more than one `rdfs:label`: \"A\", \"B\""
    );
    assert_eq!(
        turtle("<a:s> a lg:Statement ; lg:subject <a:b> ; lg:relation lg:joind ; lg:object <a:b> ."),
        "g.ttl: `a:s` has the relation `https://legation.example/ns#joind`, which the vocabulary does not know; if it is \
         your own, give its file with --vocabulary"
    );
    assert_eq!(
        turtle("<a:b> rdfs:label 'A' ."),
        "g.ttl: no entity is in it; expected things of the types this tool writes, such as \
         `https://legation.example/ns#Country`"
    );
    assert!(refusal("g.nt", "<a:b> <a:c> .\n").starts_with("g.nt:1:"));
    assert!(refusal("g.json", "{").starts_with("g.json: not a graph document: EOF"));
}

#[test]
fn foreign_triples_are_remarked_on() {
    let text = "@prefix lg: <https://legation.example/ns#> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        <a:b> a lg:Country ; rdfs:label 'A' ; <a:population> 5 ; lg:joined <a:elsewhere> .";
    let imported = import::read("g.ttl", text.as_bytes(), Format::Turtle, &VOCABULARY).unwrap();
    assert_eq!(imported.graph.entities.len(), 1);
    assert_eq!(imported.remarks.len(), 1);
    let remark = &imported.remarks[0];
    assert!(
        remark.starts_with("g.ttl: 2 triples say what a graph cannot hold and were left out, such as <a:b>"),
        "{remark}"
    );
}
