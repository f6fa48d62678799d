//! `GraphML` and GEXF, read by an XML parser.

use std::collections::BTreeMap;

use super::graphs::{hostile, iri, small};
use super::{VOCABULARY, text};
use legation::export::Format;
use legation::graph::{Evidence, GraphDocument, Mention};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

type Attributes = BTreeMap<String, String>;

/// An element: its name and attributes, its own text, and what is in it.
#[derive(Debug, Default)]
struct Element {
    name: String,
    attributes: Attributes,
    text: String,
    children: Vec<Element>,
}

impl Element {
    fn all<'a>(&'a self, name: &'a str) -> Vec<&'a Element> {
        let mut found: Vec<&Element> = self.children.iter().filter(|child| child.name == name).collect();
        found.extend(self.children.iter().flat_map(|child| child.all(name)));
        found
    }

    fn is(&self, key: &str) -> &str {
        self.attributes.get(key).map_or("", String::as_str)
    }
}

fn started(start: &BytesStart) -> Element {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let attributes = start.attributes().map(|attribute| {
        let attribute = attribute.unwrap();
        (text(attribute.key.as_ref()), attribute.unescape_value().unwrap().into_owned())
    });
    Element { name: text(start.name().as_ref()), attributes: attributes.collect(), ..Element::default() }
}

fn parse(xml: &str) -> Element {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => open.push(started(&start)),
            Event::Empty(start) => open.last_mut().unwrap().children.push(started(&start)),
            Event::Text(text) => open.last_mut().unwrap().text.push_str(&text.unescape().unwrap()),
            Event::End(_) => {
                let closed = open.pop().unwrap();
                open.last_mut().unwrap().children.push(closed);
            }
            Event::Decl(_) => {}
            Event::Eof => break,
            other => panic!("no such thing was written: {other:?}"),
        }
    }
    let allowed = |c: char| c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}') || c == '\n';
    assert!(xml.chars().all(allowed), "XML 1.0 has no such character");
    open.pop().unwrap()
}

/// The text as XML 1.0 can hold it.
fn held(text: &str) -> String {
    let held = |c: char| c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}') || matches!(c, '\n' | '\r' | '\t');
    text.chars().map(|c| if held(c) { c } else { '\u{fffd}' }).collect()
}

/// The properties of nodes, or edges, by id; with their ends for edges.
fn graphml(graph: &GraphDocument, name: &str) -> BTreeMap<String, Attributes> {
    let file = parse(&text(graph, Format::GraphMl));
    let names: BTreeMap<&str, &str> =
        file.all("key").iter().map(|k| (k.is("id"), k.is("attr.name"))).collect();
    let properties = |element: &&Element| {
        let mut found = element.attributes.clone();
        let data = element.children.iter().filter(|child| child.name == "data");
        found.extend(data.map(|data| (names[data.is("key")].to_owned(), data.text.clone())));
        (element.is("id").to_owned(), found)
    };
    file.all(name).iter().map(properties).collect()
}

/// As [`graphml`].
fn gexf(graph: &GraphDocument, name: &str) -> BTreeMap<String, Attributes> {
    let file = parse(&text(graph, Format::Gexf));
    let classes = file.all("attributes");
    let class = classes.iter().find(|class| class.is("class") == name).unwrap();
    let titles: BTreeMap<&str, &str> =
        class.children.iter().map(|attribute| (attribute.is("id"), attribute.is("title"))).collect();
    let properties = |element: &&Element| {
        let mut found = element.attributes.clone();
        let values = element.all("attvalue");
        found.extend(values.iter().map(|v| (titles[v.is("for")].to_owned(), v.is("value").to_owned())));
        (element.is("id").to_owned(), found)
    };
    file.all(name).iter().map(properties).collect()
}

fn json<T: serde::de::DeserializeOwned>(properties: &Attributes, name: &str) -> Vec<T> {
    properties.get(name).map_or_else(Vec::new, |json| serde_json::from_str(json).unwrap())
}

fn keeps_everything(
    graph: &GraphDocument,
    read: impl Fn(&GraphDocument, &str) -> BTreeMap<String, Attributes>,
) {
    let (nodes, edges) = (read(graph, "node"), read(graph, "edge"));
    assert_eq!((nodes.len(), edges.len()), (graph.entities.len(), graph.statements.len()));
    for entity in &graph.entities {
        let node = &nodes[&entity.id];
        assert_eq!(
            (node["label"].as_str(), node["kind"].as_str()),
            (&*held(&entity.label), entity.kind.name())
        );
        assert_eq!(json::<String>(node, "aliases"), entity.aliases);
        assert_eq!(json::<String>(node, "sameAs"), entity.same_as);
        assert_eq!(json::<Mention>(node, "mentions"), entity.mentions);
    }
    for statement in &graph.statements {
        let edge = &edges[&statement.id];
        let relation = VOCABULARY.relation(&statement.relation).unwrap().clone();
        assert_eq!((&edge["source"], &edge["target"]), (&statement.subject, &statement.object));
        assert_eq!((&edge["relation"], &*edge["status"]), (&relation.name, statement.status.name()));
        assert!(edge["label"].starts_with(&relation.label));
        let value = |name: &str| edge.get(name).cloned();
        assert_eq!(value("when"), statement.when.as_deref().map(held));
        assert_eq!(value("role"), statement.role.as_deref().map(held));
        assert_eq!(value("by"), statement.by);
        assert_eq!(value("confidence"), statement.confidence.map(|c| c.to_string()));
        assert_eq!(value("inferredBy"), statement.inferred.as_ref().map(|i| i.rule.clone()));
        let from = statement.inferred.as_ref().map_or_else(Vec::new, |i| i.from.clone());
        assert_eq!(json::<String>(edge, "inferredFrom"), from);
        assert_eq!(json::<Evidence>(edge, "evidence"), statement.evidence);
        assert_eq!(value("quote"), statement.evidence.first().map(|e| held(&e.quote)));
        assert_eq!(edge["support"], statement.evidence.len().to_string());
    }
}

#[test]
fn graphml_keeps_everything() {
    keeps_everything(&small(), graphml);
    keeps_everything(&hostile(), graphml);
}

#[test]
fn gexf_keeps_everything() {
    keeps_everything(&small(), gexf);
    keeps_everything(&hostile(), gexf);
}

#[test]
fn graphml_declares_its_types_and_holds_its_sources() {
    let file = parse(&text(&small(), Format::GraphMl));
    let types: BTreeMap<String, &str> = file
        .all("key")
        .iter()
        .map(|k| (format!("{} {}", k.is("for"), k.is("attr.name")), k.is("attr.type")))
        .collect();
    assert_eq!((types["edge confidence"], types["edge support"]), ("double", "long"));
    assert_eq!((types["edge symmetric"], types["node label"]), ("boolean", "string"));
    let sources: serde_json::Value =
        serde_json::from_str(&graphml(&small(), "graph")["legation"]["sources"]).unwrap();
    assert_eq!(sources[0]["title"], "The \"Title\"");
}

#[test]
fn gexf_gives_edges_their_time_and_things_their_colour() {
    let file = parse(&text(&small(), Format::Gexf));
    let edges = file.all("edge");
    let edge = |kind: &str| *edges.iter().find(|edge| edge.is("kind") == kind).unwrap();
    let time = |kind: &str| (edge(kind).is("start").to_owned(), edge(kind).is("end").to_owned());
    assert_eq!(time("joined"), ("2023-04-04".into(), "2023-04-04".into()));
    assert_eq!(time("visited"), ("2025-01-01".into(), "2025-12-31".into()));
    assert_eq!(time("holdsPosition"), ("2014-01-01".into(), String::new()));
    assert_eq!(edge("left").is("label"), "left [negated]");
    assert_eq!(edge("holdsPosition").is("weight"), "2");
    assert_eq!(file.all("viz:color").len(), 3 + 5);
    assert!(file.all("node").iter().any(|node| node.is("id") == iri("country/finland")));
}
