//! Which graph of the store each part of a graph goes to.
//!
//! A statement goes to the graph of every source it rests on, with the evidence from there; one that was inferred, to those
//! its premises rest on. So a source's graph holds all that it says, and replacing it takes away nothing else.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::Write;

use oxigraph::model::NamedNode;

use super::{Layout, Options};
use crate::Error;
use crate::export::{self, Format, Stream, mention_iri};
use crate::graph::{DocumentRecord, Entity, GraphDocument, Mention, RecordRef, Statement, id};
use crate::vocabulary::Vocabulary;
use crate::vocabulary::terms::{self, Name};

/// A graph, and the graphs of a store it is divided over.
pub(super) struct Division<'g> {
    graph: &'g GraphDocument,
    pub(super) parts: Vec<Part<'g>>,
}

/// What goes to one graph of the store.
pub(super) struct Part<'g> {
    /// IRI of the graph.
    pub(super) name: String,
    /// Whether it loses what it had before.
    pub(super) replace: bool,
    content: Content<'g>,
}

enum Content<'g> {
    Everything,
    /// What things are called, and what is said by no source.
    Common(Vec<&'g Statement>),
    Source(Source<'g>),
}

/// What a source says.
#[derive(Default)]
struct Source<'g> {
    /// The documents that were read from there: one, unless it had other words before.
    documents: BTreeSet<&'g str>,
    records: Vec<&'g DocumentRecord>,
    statements: Vec<&'g Statement>,
    mentions: Vec<(&'g Entity, &'g Mention)>,
}

impl<'g> Division<'g> {
    /// # Errors
    /// The name of the one graph is no IRI.
    pub(super) fn of(graph: &'g GraphDocument, options: &Options) -> Result<Self, Error> {
        let parts = match &options.layout {
            Layout::One(name) => {
                NamedNode::new(name).map_err(|e| {
                    Error::invalid("--graph", format!("`{name}` is not an absolute IRI: {e}"))
                })?;
                vec![Part { name: name.clone(), replace: options.replace, content: Content::Everything }]
            }
            Layout::BySource => by_source(graph, options),
        };
        Ok(Self { graph, parts })
    }

    /// Writes a part as N-Triples.
    ///
    /// # Errors
    /// Those of [`export::write`].
    pub(super) fn write(
        &self,
        part: &Part,
        vocabulary: &Vocabulary,
        options: &export::Options,
        out: &mut dyn Write,
    ) -> Result<(), Error> {
        if let Content::Source(source) = &part.content {
            source.write_mentions(out)?;
        }
        let mut stream = Stream::new(Format::NTriples, vocabulary, options)?;
        match &part.content {
            Content::Everything => {
                self.graph.records().try_for_each(|record| stream.record_to(out, record))?;
            }
            Content::Common(statements) => {
                for entity in &self.graph.entities {
                    stream.record_to(out, RecordRef::Entity(&unmentioned(entity)))?;
                }
                statements.iter().try_for_each(|s| stream.record_to(out, RecordRef::Statement(s)))?;
            }
            Content::Source(source) => source.write(&mut stream, out)?,
        }
        stream.finish_to(out)
    }
}

/// The common part, then those of the sources by name.
fn by_source<'g>(graph: &'g GraphDocument, options: &Options) -> Vec<Part<'g>> {
    let homes = Homes::of(graph);
    let mut common = Vec::new();
    let mut sources: BTreeMap<&str, Source> = BTreeMap::new();
    for document in &graph.documents {
        let source = sources.entry(homes.source(&document.id)).or_default();
        source.documents.insert(&document.id);
        source.records.push(document);
    }
    for statement in &graph.statements {
        let documents = homes.documents(statement);
        let names: BTreeSet<&str> = documents.iter().map(|document| homes.source(document)).collect();
        if names.is_empty() {
            common.push(statement);
        }
        for name in names {
            sources.entry(name).or_default().statements.push(statement);
        }
        for document in documents {
            sources.entry(homes.source(document)).or_default().documents.insert(document);
        }
    }
    for (entity, mention) in graph.entities.iter().flat_map(|e| e.mentions.iter().map(move |m| (e, m))) {
        sources.entry(homes.source(&mention.document)).or_default().mentions.push((entity, mention));
    }
    let name = id::common_graph(&options.base);
    let common = Part { name, replace: false, content: Content::Common(common) };
    let sources = sources.into_iter().map(|(name, source)| Part {
        name: id::source_graph(&options.base, name),
        replace: options.replace,
        content: Content::Source(source),
    });
    std::iter::once(common).chain(sources).collect()
}

impl Source<'_> {
    fn write(&self, stream: &mut Stream, out: &mut dyn Write) -> Result<(), Error> {
        for statement in &self.statements {
            let mut own = (*statement).clone();
            own.evidence.retain(|evidence| self.documents.contains(evidence.document.as_str()));
            stream.record_to(out, RecordRef::Statement(&own))?;
        }
        self.records.iter().try_for_each(|record| stream.record_to(out, RecordRef::Document(record)))
    }

    /// Where the source names things, as [`export`] has it.
    fn write_mentions(&self, out: &mut dyn Write) -> Result<(), Error> {
        let mut documents = BTreeSet::new();
        for (entity, mention) in &self.mentions {
            if documents.insert((&entity.id, &mention.document)) {
                write_triple(out, &entity.id, terms::MENTIONED_IN, &mention.document)?;
            }
            write_triple(out, &entity.id, terms::MENTIONED_AT, &mention_iri(mention))?;
        }
        Ok(())
    }
}

fn write_triple(out: &mut dyn Write, subject: &str, predicate: Name, object: &str) -> Result<(), Error> {
    let node = |iri: &str| {
        NamedNode::new(iri).map_err(|e| {
            Error::invalid("graph", format!("`{iri}` is not an absolute IRI, as RDF needs: {e}"))
        })
    };
    let (subject, object) = (node(subject)?, node(object)?);
    writeln!(out, "{subject} <{}> {object} .", predicate.iri)
        .map_err(|source| Error::Io { path: "output".into(), source })
}

/// An entity without the places that name it.
fn unmentioned(entity: &Entity) -> Entity {
    let Entity { id, kind, label, aliases, same_as, .. } = entity;
    let (id, label) = (id.clone(), label.clone());
    Entity {
        id,
        kind: *kind,
        label,
        aliases: aliases.clone(),
        same_as: same_as.clone(),
        mentions: Vec::new(),
    }
}

/// Where what is said was said.
struct Homes<'g> {
    /// Sources, by the documents that were read from them.
    sources: HashMap<&'g str, &'g str>,
    /// Statements by id.
    statements: HashMap<&'g str, &'g Statement>,
}

impl<'g> Homes<'g> {
    fn of(graph: &'g GraphDocument) -> Self {
        let sources = graph.documents.iter().map(|document| (document.id.as_str(), document.source.as_str()));
        let statements = graph.statements.iter().map(|statement| (statement.id.as_str(), statement));
        Self { sources: sources.collect(), statements: statements.collect() }
    }

    /// The source of a document, or the document itself if nobody knows.
    fn source<'a>(&self, document: &'a str) -> &'a str
    where
        'g: 'a,
    {
        self.sources.get(document).copied().unwrap_or(document)
    }

    /// The documents a statement rests on, by its evidence or by that of its premises.
    fn documents(&self, statement: &'g Statement) -> BTreeSet<&'g str> {
        let mut documents = BTreeSet::new();
        let mut seen = BTreeSet::from([statement.id.as_str()]);
        let mut open = vec![statement];
        while let Some(statement) = open.pop() {
            documents.extend(statement.evidence.iter().map(|evidence| evidence.document.as_str()));
            let premises = statement.inferred.iter().flat_map(|inference| &inference.from);
            let new = premises.filter(|id| seen.insert(id.as_str()));
            open.extend(new.filter_map(|id| self.statements.get(id.as_str()).copied()));
        }
        documents
    }
}
