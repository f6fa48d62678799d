//! The graph as triples: entities, then statements with their evidence, then documents.
//!
//! Every node has an IRI. Evidence is named by document and position (`…/document/d#char=12,40`), so the same words
//! under two statements are one node. Records are written as they come: the plain triple of a fact stands before the
//! first statement that makes it.

mod escape;
mod excerpt;
mod ids;
mod lines;
mod sink;
mod turtle;
mod xml;

use std::collections::BTreeSet;
use std::mem;

use rustc_hash::FxHashMap;

use super::date::When;
use super::{Claims, Format, Options};
use crate::Error;
use crate::graph::{DocumentRecord, Entity, Evidence, Kind, Mention, RecordRef, Statement, Status};
use crate::vocabulary::terms::{self, Name};
use crate::vocabulary::{NAMESPACE, Vocabulary};
use excerpt::Excerpts;
pub(super) use excerpt::passage_iri;
pub(crate) use excerpt::{Excerpt, mention_iri};
pub(super) use ids::Ids;
use sink::{Sink, Value};

/// Writes a graph record by record, in the order of the graph document.
pub(super) struct Writer<'a> {
    sink: Box<dyn Sink + 'a>,
    claims: Claims,
    ids: Ids<'a>,
    /// Classes of entities.
    kinds: FxHashMap<Kind, Term>,
    /// Properties, by the names of relations.
    relations: FxHashMap<&'a str, Term>,
    vocabulary: &'a Vocabulary,
    said: Said,
    excerpts: Excerpts,
    excerpt: Excerpt,
}

impl<'a> Writer<'a> {
    /// A writer of one of the RDF formats.
    pub(super) fn new(
        vocabulary: &'a Vocabulary,
        format: Format,
        options: &'a Options,
    ) -> Result<Self, Error> {
        options.claims.check(format)?;
        let sink: Box<dyn Sink + 'a> = match format {
            Format::Turtle | Format::TriG | Format::N3 => Box::new(turtle::Turtle::new(&options.base)),
            Format::RdfXml => Box::new(xml::Xml::new()),
            _ => Box::new(lines::Lines::new()),
        };
        let kinds = Kind::ALL.map(|kind| (kind, Term::new(&format!("{NAMESPACE}{}", kind.name()))));
        let relations = vocabulary.relations().iter().map(|r| (r.name.as_str(), Term::new(&r.iri)));
        Ok(Self {
            sink,
            claims: options.claims,
            ids: Ids::new(&options.base),
            kinds: kinds.into_iter().collect(),
            relations: relations.collect(),
            vocabulary,
            said: Said::default(),
            excerpts: Excerpts::default(),
            excerpt: Excerpt::default(),
        })
    }

    /// Writes what is known of one thing.
    pub(super) fn record(&mut self, record: RecordRef) -> Result<(), Error> {
        match record {
            RecordRef::Entity(entity) => self.entity(entity),
            RecordRef::Statement(statement) => self.statement(statement),
            RecordRef::Document(document) => self.document(document),
        }
    }

    /// What is written so far; whoever takes it clears it.
    pub(super) fn bytes(&mut self) -> &mut Vec<u8> {
        self.sink.bytes()
    }

    /// Ends what is open, and gives what was not taken.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.sink.finish();
        mem::take(self.sink.bytes())
    }

    fn entity(&mut self, entity: &Entity) -> Result<(), Error> {
        self.sink.subject(self.ids.check("entity", &entity.id)?);
        if let Some(class) = self.kinds.get(&entity.kind) {
            self.sink.property(terms::TYPE, Value::Name(class.name()))?;
        }
        self.sink.property(terms::LABEL, Value::Text(&entity.label))?;
        for alias in &entity.aliases {
            self.sink.property(terms::ALT_LABEL, Value::Text(alias))?;
        }
        for same in &entity.same_as {
            self.sink.property(terms::SAME_AS, Value::Node(self.ids.check("sameAs", same)?))?;
        }
        if self.claims != Claims::None {
            self.mentions(&entity.mentions)?;
        }
        self.sink.end_subject();
        Ok(())
    }

    fn mentions(&mut self, mentions: &[Mention]) -> Result<(), Error> {
        let documents: BTreeSet<&str> = mentions.iter().map(|m| m.document.as_str()).collect();
        for document in documents {
            self.sink.property(terms::MENTIONED_IN, Value::Node(self.ids.check("document", document)?))?;
        }
        for mention in mentions {
            self.sink.property(terms::MENTIONED_AT, Value::Node(&mention_iri(mention)))?;
        }
        Ok(())
    }

    fn statement(&mut self, statement: &Statement) -> Result<(), Error> {
        self.check(statement)?;
        match self.claims {
            Claims::None if statement.inferred.is_some() => Ok(()),
            Claims::None => self.plain_triple(statement, None),
            Claims::Graph => self.graphs(statement),
            Claims::Event | Claims::Statement | Claims::Rdf12 => {
                self.plain_triple(statement, None)?;
                self.claim(statement, &statement.evidence)
            }
        }
    }

    fn check(&self, statement: &Statement) -> Result<(), Error> {
        if !self.relations.contains_key(statement.relation.as_str()) {
            self.vocabulary.relation(&statement.relation)?;
        }
        self.ids.check_statement(statement)
    }

    /// What each document says, in its own graph; what none says, in the default graph.
    fn graphs(&mut self, statement: &Statement) -> Result<(), Error> {
        for said in statement.evidence.chunk_by(|a, b| a.document == b.document) {
            let graph = said.first().map(|evidence| evidence.document.as_str());
            self.sink.graph(graph);
            self.plain_triple(statement, graph)?;
            self.claim(statement, said)?;
        }
        if statement.evidence.is_empty() {
            self.sink.graph(None);
            self.plain_triple(statement, None)?;
            self.claim(statement, &[])?;
        }
        Ok(())
    }

    /// The fact itself, unless it is none or stands in the graph already.
    fn plain_triple(&mut self, statement: &Statement, graph: Option<&str>) -> Result<(), Error> {
        let Some(relation) = self.relations.get(statement.relation.as_str()) else { return Ok(()) };
        if statement.status == Status::Asserted && self.said.is_new(statement, graph) {
            self.sink.subject(&statement.subject);
            self.sink.property(relation.name(), Value::Node(&statement.object))?;
            self.sink.end_subject();
        }
        Ok(())
    }

    /// The node of a statement, and its evidence.
    fn claim(&mut self, statement: &Statement, evidence: &[Evidence]) -> Result<(), Error> {
        self.sink.subject(&statement.id);
        self.ends(statement)?;
        self.qualifiers(statement)?;
        for evidence in evidence {
            self.excerpt.set(evidence);
            self.sink.property(terms::WAS_DERIVED_FROM, Value::Node(&self.excerpt.resource))?;
        }
        self.sink.end_subject();
        for evidence in evidence {
            if self.excerpts.is_new(evidence)? {
                self.evidence(evidence)?;
            }
        }
        Ok(())
    }

    /// Subject, relation and object of a statement.
    fn ends(&mut self, statement: &Statement) -> Result<(), Error> {
        let Statement { subject, object, relation, .. } = statement;
        let Some(relation) = self.relations.get(relation.as_str()) else { return Ok(()) };
        let [class, about, by, to] = match self.claims {
            Claims::Rdf12 => {
                return self.sink.property(terms::REIFIES, Value::Triple(subject, relation.name(), object));
            }
            Claims::Statement => {
                [terms::RDF_STATEMENT, terms::RDF_SUBJECT, terms::RDF_PREDICATE, terms::RDF_OBJECT]
            }
            _ => [terms::STATEMENT, terms::SUBJECT, terms::RELATION, terms::OBJECT],
        };
        self.sink.property(terms::TYPE, Value::Name(class))?;
        self.sink.property(about, Value::Node(subject))?;
        self.sink.property(by, Value::Name(relation.name()))?;
        self.sink.property(to, Value::Node(object))
    }

    fn qualifiers(&mut self, statement: &Statement) -> Result<(), Error> {
        if let Some(when) = &statement.when {
            self.when(when)?;
        }
        self.sink.property(terms::STATUS, Value::Text(statement.status.name()))?;
        if let Some(by) = &statement.by {
            self.sink.property(terms::BY, Value::Node(by))?;
        }
        if let Some(role) = &statement.role {
            self.sink.property(terms::ROLE, Value::Text(role))?;
        }
        if let Some(confidence) = statement.confidence {
            let number = confidence.to_string();
            self.sink.property(terms::CONFIDENCE, Value::Typed(&number, terms::XSD_DECIMAL))?;
        }
        if let Some(inference) = &statement.inferred {
            self.sink.property(terms::INFERRED_BY, Value::Text(&inference.rule))?;
            for premise in &inference.from {
                self.sink.property(terms::INFERRED_FROM, Value::Node(premise))?;
            }
        }
        Ok(())
    }

    fn when(&mut self, when: &str) -> Result<(), Error> {
        self.sink.property(terms::WHEN, Value::Typed(when, terms::EDTF))?;
        let When { on, from, until } = When::parse(when);
        for (property, date) in [(terms::ON_DATE, on), (terms::FROM_DATE, from), (terms::UNTIL_DATE, until)] {
            if let Some(date) = date {
                self.sink.property(property, Value::Typed(date.text, date.datatype))?;
            }
        }
        Ok(())
    }

    fn evidence(&mut self, evidence: &Evidence) -> Result<(), Error> {
        self.excerpt.set(evidence);
        let Excerpt { resource, quote, position, .. } = &self.excerpt;
        let sink = &mut self.sink;
        sink.subject(resource);
        sink.property(terms::TYPE, Value::Name(terms::SPECIFIC_RESOURCE))?;
        sink.property(terms::HAS_SOURCE, Value::Node(&evidence.document))?;
        sink.property(terms::HAS_SELECTOR, Value::Node(quote))?;
        sink.property(terms::HAS_SELECTOR, Value::Node(position))?;
        sink.end_subject();
        sink.subject(quote);
        sink.property(terms::TYPE, Value::Name(terms::TEXT_QUOTE_SELECTOR))?;
        sink.property(terms::EXACT, Value::Text(&evidence.quote))?;
        sink.end_subject();
        sink.subject(position);
        sink.property(terms::TYPE, Value::Name(terms::TEXT_POSITION_SELECTOR))?;
        sink.property(terms::START, Value::Typed(self.excerpt.start(), terms::XSD_COUNT))?;
        sink.property(terms::END, Value::Typed(self.excerpt.end(), terms::XSD_COUNT))?;
        sink.end_subject();
        Ok(())
    }

    fn document(&mut self, document: &DocumentRecord) -> Result<(), Error> {
        if self.claims == Claims::None {
            return Ok(());
        }
        self.sink.graph(None);
        self.sink.subject(self.ids.check("document", &document.id)?);
        self.sink.property(terms::TYPE, Value::Name(terms::SOURCE))?;
        if let Some(title) = &document.title {
            self.sink.property(terms::TITLE, Value::Text(title))?;
        }
        if let Some(date) = &document.date {
            self.sink.property(terms::DATE, Value::Typed(date, terms::EDTF))?;
        }
        self.sink.property(terms::ORIGIN, Value::Text(&document.source))?;
        self.sink.end_subject();
        Ok(())
    }
}

/// A class or property as the vocabulary gives it.
struct Term {
    iri: String,
    short: Option<String>,
}

impl Term {
    fn new(iri: &str) -> Self {
        let plain = |local: &&str| local.chars().all(|c| c.is_ascii_alphanumeric()) && !local.is_empty();
        let local = iri.strip_prefix(NAMESPACE).filter(plain);
        Self { iri: iri.to_owned(), short: local.map(|local| format!("lg:{local}")) }
    }

    fn name(&self) -> Name<'_> {
        Name { iri: &self.iri, short: self.short.as_deref() }
    }
}

/// The plain triple that was written last, and the graphs it is in. Statements of one triple follow each other.
#[derive(Default)]
struct Said {
    ends: [String; 3],
    graphs: Vec<Option<String>>,
}

impl Said {
    fn is_new(&mut self, statement: &Statement, graph: Option<&str>) -> bool {
        let ends = [&statement.subject, &statement.relation, &statement.object];
        if self.ends.iter().ne(ends) {
            for (known, end) in self.ends.iter_mut().zip(ends) {
                known.clone_from(end);
            }
            self.graphs.clear();
        }
        let new = !self.graphs.iter().any(|known| known.as_deref() == graph);
        if new {
            self.graphs.push(graph.map(str::to_owned));
        }
        new
    }
}
