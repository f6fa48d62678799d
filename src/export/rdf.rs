//! The graph as triples: entities with their plain triples, then a node for each statement with its evidence.
//!
//! Every node has an IRI. Evidence is named by document and position (`…/document/d#char=12,40`), so the same words
//! under two statements are one node.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use oxigraph::io::{RdfFormat, RdfSerializer, WriterQuadSerializer};
use oxigraph::model::vocab::{rdf, rdfs, xsd};
use oxigraph::model::{LiteralRef, NamedNodeRef, TermRef, TripleRef};

use super::date::When;
use super::terms;
use crate::Error;
use crate::graph::{DocumentRecord, Entity, Evidence, GraphDocument, Statement, Status};
use crate::vocabulary::{NAMESPACE, Vocabulary};

/// One triple a line.
pub(super) fn n_triples(graph: &GraphDocument, vocabulary: &Vocabulary) -> Result<Vec<u8>, Error> {
    serialize(RdfSerializer::from_format(RdfFormat::NTriples), graph, vocabulary)
}

/// Turtle with prefixes, grouped by subject.
pub(super) fn turtle(graph: &GraphDocument, vocabulary: &Vocabulary) -> Result<Vec<u8>, Error> {
    let mut serializer = RdfSerializer::from_format(RdfFormat::Turtle);
    for (prefix, iri) in prefixes(graph) {
        serializer = serializer.with_prefix(prefix, &iri).map_err(|e| bad_iri("prefix", &iri, &e))?;
    }
    let bytes = serialize(serializer, graph, vocabulary)?;
    let text = String::from_utf8(bytes).map_err(|e| Error::invalid("turtle", e.to_string()))?;
    Ok(set_out(&text).into_bytes())
}

/// Sorts the prefixes, whose order the serializer leaves open, and sets subjects apart with blank lines. Turtle from
/// the serializer has no line ends inside literals.
fn set_out(turtle: &str) -> String {
    let (mut prefixes, body): (Vec<&str>, Vec<&str>) =
        turtle.lines().partition(|line| line.starts_with("@prefix "));
    prefixes.sort_unstable();
    let mut out = prefixes.join("\n");
    for line in body {
        out.push_str(if line.starts_with('\t') { "\n" } else { "\n\n" });
        out.push_str(line);
    }
    out.push('\n');
    out
}

/// Every triple of the graph, in the order of the graph document.
fn serialize(
    serializer: RdfSerializer,
    graph: &GraphDocument,
    vocabulary: &Vocabulary,
) -> Result<Vec<u8>, Error> {
    let mut facts: BTreeMap<&str, Vec<&Statement>> = BTreeMap::new();
    for statement in graph.statements.iter().filter(|s| s.status == Status::Asserted) {
        facts.entry(&statement.subject).or_default().push(statement);
    }
    let mut writer = Writer { vocabulary, out: serializer.for_writer(Vec::new()), written: HashSet::new() };
    for entity in &graph.entities {
        writer.entity(entity, facts.get(entity.id.as_str()).map_or(&[], Vec::as_slice))?;
    }
    for statement in &graph.statements {
        writer.statement(statement)?;
    }
    for document in &graph.documents {
        writer.document(document)?;
    }
    writer.out.finish().map_err(not_written)
}

/// Prefixes of the vocabularies, and one for each directory of ids (`country:JP`).
fn prefixes(graph: &GraphDocument) -> BTreeMap<&'static str, String> {
    let mut prefixes: BTreeMap<&str, String> = [
        ("lg", NAMESPACE),
        ("dcterms", "http://purl.org/dc/terms/"),
        ("edtf", "http://id.loc.gov/datatypes/edtf/"),
        ("oa", "http://www.w3.org/ns/oa#"),
        ("owl", "http://www.w3.org/2002/07/owl#"),
        ("prov", "http://www.w3.org/ns/prov#"),
        ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
        ("skos", "http://www.w3.org/2004/02/skos/core#"),
        ("wd", "http://www.wikidata.org/entity/"),
        ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ]
    .map(|(prefix, iri)| (prefix, iri.to_owned()))
    .into();
    let entities = graph.entities.iter().map(|e| (e.kind.slug(), &e.id));
    let statements = graph.statements.iter().map(|s| ("statement", &s.id));
    for (slug, id) in entities.chain(statements) {
        if let Some(at) = id.find(&format!("/{slug}/")) {
            prefixes.entry(slug).or_insert_with(|| id[..at + slug.len() + 2].to_owned());
        }
    }
    prefixes
}

/// IRIs of the nodes that carry a piece of evidence.
pub(super) struct EvidenceIris {
    /// The stretch of the document.
    pub(super) resource: String,
    /// Its words.
    pub(super) quote: String,
    /// Its offsets.
    pub(super) position: String,
}

impl EvidenceIris {
    pub(super) fn of(evidence: &Evidence) -> Self {
        let Evidence { document, start, end, .. } = evidence;
        let separator = if document.contains('#') { '&' } else { '#' };
        let resource = format!("{document}{separator}char={start},{end}");
        Self { quote: format!("{resource}/quote"), position: format!("{resource}/position"), resource }
    }
}

struct Writer<'a> {
    vocabulary: &'a Vocabulary,
    out: WriterQuadSerializer<Vec<u8>>,
    /// Evidence that has its node already.
    written: HashSet<&'a Evidence>,
}

impl<'a> Writer<'a> {
    fn entity(&mut self, entity: &Entity, facts: &[&Statement]) -> Result<(), Error> {
        let id = node("entity", &entity.id)?;
        let class = format!("{NAMESPACE}{}", entity.kind.name());
        self.add(id, rdf::TYPE, vouched(&class))?;
        self.text(id, rdfs::LABEL, &entity.label)?;
        for alias in &entity.aliases {
            self.text(id, terms::ALT_LABEL, alias)?;
        }
        for same in &entity.same_as {
            self.add(id, terms::SAME_AS, node("sameAs", same)?)?;
        }
        let documents: BTreeSet<&str> = entity.mentions.iter().map(|m| m.document.as_str()).collect();
        for document in documents {
            self.add(id, terms::MENTIONED_IN, node("document", document)?)?;
        }
        let links: BTreeSet<(&str, &str)> = facts.iter().map(|f| (&*f.relation, &*f.object)).collect();
        for (relation, object) in links {
            let property = vouched(&self.vocabulary.relation(relation)?.iri);
            self.add(id, property, node("entity", object)?)?;
        }
        Ok(())
    }

    fn statement(&mut self, statement: &'a Statement) -> Result<(), Error> {
        let id = node("statement", &statement.id)?;
        let relation = vouched(&self.vocabulary.relation(&statement.relation)?.iri);
        self.add(id, rdf::TYPE, terms::STATEMENT)?;
        self.add(id, terms::SUBJECT, node("entity", &statement.subject)?)?;
        self.add(id, terms::RELATION, relation)?;
        self.add(id, terms::OBJECT, node("entity", &statement.object)?)?;
        self.qualifiers(id, statement)?;
        for evidence in &statement.evidence {
            let resource = EvidenceIris::of(evidence).resource;
            self.add(id, terms::WAS_DERIVED_FROM, node("document", &resource)?)?;
        }
        for evidence in &statement.evidence {
            if self.written.insert(evidence) {
                self.evidence(evidence)?;
            }
        }
        Ok(())
    }

    fn qualifiers(&mut self, id: NamedNodeRef, statement: &Statement) -> Result<(), Error> {
        if let Some(when) = &statement.when {
            self.when(id, when)?;
        }
        self.text(id, terms::STATUS, statement.status.name())?;
        if let Some(by) = &statement.by {
            self.add(id, terms::BY, node("entity", by)?)?;
        }
        if let Some(role) = &statement.role {
            self.text(id, terms::ROLE, role)?;
        }
        if let Some(confidence) = statement.confidence {
            let number = confidence.to_string();
            self.add(id, terms::CONFIDENCE, LiteralRef::new_typed_literal(&number, xsd::DECIMAL))?;
        }
        if let Some(inference) = &statement.inferred {
            self.text(id, terms::INFERRED_BY, &inference.rule)?;
            for premise in &inference.from {
                self.add(id, terms::INFERRED_FROM, node("statement", premise)?)?;
            }
        }
        Ok(())
    }

    fn when(&mut self, id: NamedNodeRef, when: &str) -> Result<(), Error> {
        self.add(id, terms::WHEN, LiteralRef::new_typed_literal(when, terms::EDTF))?;
        let When { on, from, until } = When::parse(when);
        for (property, date) in [(terms::ON_DATE, on), (terms::FROM_DATE, from), (terms::UNTIL_DATE, until)] {
            if let Some(date) = date {
                self.add(id, property, LiteralRef::new_typed_literal(date.text, date.datatype))?;
            }
        }
        Ok(())
    }

    fn evidence(&mut self, evidence: &Evidence) -> Result<(), Error> {
        let names = EvidenceIris::of(evidence);
        let resource = node("document", &names.resource)?;
        let quote = node("document", &names.quote)?;
        let position = node("document", &names.position)?;
        self.add(resource, rdf::TYPE, terms::SPECIFIC_RESOURCE)?;
        self.add(resource, terms::HAS_SOURCE, node("document", &evidence.document)?)?;
        self.add(resource, terms::HAS_SELECTOR, quote)?;
        self.add(resource, terms::HAS_SELECTOR, position)?;
        self.add(quote, rdf::TYPE, terms::TEXT_QUOTE_SELECTOR)?;
        self.text(quote, terms::EXACT, &evidence.quote)?;
        self.add(position, rdf::TYPE, terms::TEXT_POSITION_SELECTOR)?;
        self.offset(position, terms::START, evidence.start)?;
        self.offset(position, terms::END, evidence.end)
    }

    fn document(&mut self, document: &DocumentRecord) -> Result<(), Error> {
        let id = node("document", &document.id)?;
        self.add(id, rdf::TYPE, terms::SOURCE)?;
        if let Some(title) = &document.title {
            self.text(id, terms::TITLE, title)?;
        }
        if let Some(date) = &document.date {
            self.add(id, terms::DATE, LiteralRef::new_typed_literal(date, terms::EDTF))?;
        }
        self.text(id, terms::ORIGIN, &document.source)
    }

    fn text(&mut self, subject: NamedNodeRef, predicate: NamedNodeRef, text: &str) -> Result<(), Error> {
        self.add(subject, predicate, LiteralRef::new_simple_literal(text))
    }

    fn offset(&mut self, subject: NamedNodeRef, predicate: NamedNodeRef, at: usize) -> Result<(), Error> {
        let digits = at.to_string();
        self.add(subject, predicate, LiteralRef::new_typed_literal(&digits, xsd::NON_NEGATIVE_INTEGER))
    }

    fn add<'b>(
        &mut self,
        subject: NamedNodeRef<'b>,
        predicate: NamedNodeRef<'b>,
        object: impl Into<TermRef<'b>>,
    ) -> Result<(), Error> {
        self.out.serialize_triple(TripleRef::new(subject, predicate, object)).map_err(not_written)
    }
}

fn not_written(source: std::io::Error) -> Error {
    Error::Io { path: "output".into(), source }
}

/// An IRI that the parsed vocabulary vouches for.
fn vouched(iri: &str) -> NamedNodeRef<'_> {
    NamedNodeRef::new_unchecked(iri)
}

/// An IRI that came from outside.
pub(super) fn node<'a>(what: &str, iri: &'a str) -> Result<NamedNodeRef<'a>, Error> {
    NamedNodeRef::new(iri).map_err(|e| bad_iri(what, iri, &e))
}

fn bad_iri(what: &str, iri: &str, problem: &dyn std::fmt::Display) -> Error {
    Error::invalid("graph", format!("{what} `{iri}` is not an absolute IRI, as RDF needs: {problem}"))
}
