//! Inference: what follows from what the documents say, by the rules of `schema/rules/`.
//!
//! A rule is one SPARQL CONSTRUCT that describes a statement by a blank node: its subject, relation, object, date, and
//! with `lg:inferredFrom` the statements it rests on. What is said already is not inferred, and nothing that is said is
//! changed. The rules are applied until nothing new follows, so they build on each other; of several ways to derive a
//! statement the one that comes first is given, in rounds, then by the rule's name, then by fewest premises. A chain of
//! premises therefore always ends at what documents say.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::vocab::rdf;
use oxigraph::model::{GraphNameRef, NamedNodeRef, NamedOrBlankNode, QuadRef, Term, Triple};

use super::{Answer, Query, Store, Terms, failed};
use crate::Error;
use crate::graph::{GraphDocument, Inference, KnowledgeGraph, Statement, Status};
use crate::vocabulary::terms::{INFERRED_FROM, Name, OBJECT, RELATION, SUBJECT, WHEN};
use crate::vocabulary::{DEFAULT_BASE, Vocabulary};

macro_rules! embedded {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../../schema/rules/", $name, ".rq")))),*]
    };
}

/// The rules the library comes with, by name.
const RULES: [(&str, &str); 6] =
    embedded!["exercise", "membership", "part-of-a-part", "signatories", "symmetry", "visit-of-an-official",];

const SYMMETRIC: NamedNodeRef<'static> =
    NamedNodeRef::new_unchecked("http://www.w3.org/2002/07/owl#SymmetricProperty");

/// Adds to the graph what follows from it, each statement marked with its rule and premises, and tells how many.
///
/// # Errors
/// A statement's relation is not in the vocabulary, or an id is no IRI.
pub fn infer(graph: &mut KnowledgeGraph, vocabulary: &Vocabulary) -> Result<usize, Error> {
    let terms = Terms::new(vocabulary, DEFAULT_BASE);
    let rules: Vec<(&str, Query)> = RULES
        .iter()
        .map(|(name, text)| Ok((*name, Query::parse(&format!("schema/rules/{name}.rq"), text, &terms)?)))
        .collect::<Result<_, Error>>()?;
    let properties = vocabulary.relations().iter().map(|r| (r.iri.as_str(), r.name.as_str())).collect();
    let given = plain(graph.to_document());
    let mut known: BTreeSet<Content> = given.statements.iter().filter_map(Content::of_fact).collect();
    let store = Store::of(&given, vocabulary)?;
    store.declare_symmetric(vocabulary)?;
    let before = known.len();
    loop {
        let mut fresh = Vec::new();
        for (rule, query) in &rules {
            for (content, premises) in derivations(&store.ask(query)?, &properties) {
                if known.insert(content.clone()) {
                    fresh.push(graph.add_statement(content.inferred(rule, premises))?);
                }
            }
        }
        if fresh.is_empty() {
            return Ok(known.len() - before);
        }
        let statements = fresh.iter().filter_map(|id| graph.statement(id)).cloned().collect();
        store.add(&GraphDocument { statements, ..GraphDocument::default() }, vocabulary)?;
    }
}

/// What the rules look at of a graph: names and mentions are of no use to them.
fn plain(mut graph: GraphDocument) -> GraphDocument {
    for entity in &mut graph.entities {
        entity.aliases.clear();
        entity.same_as.clear();
        entity.mentions.clear();
    }
    graph
}

/// What a statement says, whoever says it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Content {
    subject: String,
    relation: String,
    object: String,
    when: Option<String>,
}

impl Content {
    /// What a statement says, if it is a fact that a document vouches for itself or that was inferred before.
    fn of_fact(statement: &Statement) -> Option<Self> {
        let Statement { subject, relation, object, when, .. } = statement.clone();
        let fact = statement.status == Status::Asserted && statement.by.is_none();
        fact.then_some(Self { subject, relation, object, when })
    }

    fn inferred(self, rule: &str, premises: Vec<String>) -> Statement {
        Statement {
            when: self.when,
            inferred: Some(Inference { rule: rule.to_owned(), from: premises }),
            ..Statement::new(self.subject, self.relation, self.object)
        }
    }
}

/// The statements a rule's triples describe, and of the premises of each the fewest and first. What is not described
/// whole, or in a relation that the vocabulary does not have, is none.
fn derivations(answer: &Answer, properties: &BTreeMap<&str, &str>) -> BTreeMap<Content, Vec<String>> {
    let Answer::Triples(triples) = answer else { return BTreeMap::new() };
    let mut nodes: BTreeMap<&str, Vec<&Triple>> = BTreeMap::new();
    for triple in triples {
        if let NamedOrBlankNode::BlankNode(node) = &triple.subject {
            nodes.entry(node.as_str()).or_default().push(triple);
        }
    }
    let mut derived: BTreeMap<Content, Vec<String>> = BTreeMap::new();
    for triples in nodes.values() {
        let Some((content, premises)) = described(triples, properties) else { continue };
        let known = derived.entry(content).or_insert_with(|| premises.clone());
        if (premises.len(), &premises) < (known.len(), known) {
            *known = premises;
        }
    }
    derived
}

/// The statement that the triples of one node describe, and its premises, sorted.
fn described(triples: &[&Triple], properties: &BTreeMap<&str, &str>) -> Option<(Content, Vec<String>)> {
    let relation = values(triples, RELATION).next()?;
    let content = Content {
        subject: values(triples, SUBJECT).next()?,
        relation: (*properties.get(relation.as_str())?).to_owned(),
        object: values(triples, OBJECT).next()?,
        when: values(triples, WHEN).next(),
    };
    let mut premises: Vec<String> = values(triples, INFERRED_FROM).collect();
    premises.sort();
    premises.dedup();
    (!premises.is_empty()).then_some((content, premises))
}

/// The values of a property: IRIs, and the texts of literals.
fn values(triples: &[&Triple], property: Name<'static>) -> impl Iterator<Item = String> {
    let of = triples.iter().filter(move |triple| triple.predicate.as_str() == property.iri);
    of.map(|triple| match &triple.object {
        Term::NamedNode(node) => node.as_str().to_owned(),
        Term::Literal(literal) => literal.value().to_owned(),
        Term::BlankNode(node) => node.to_string(),
        Term::Triple(triple) => triple.to_string(),
    })
}

impl Store {
    /// Lets rules see which relations hold both ways.
    fn declare_symmetric(&self, vocabulary: &Vocabulary) -> Result<(), Error> {
        for relation in vocabulary.relations().iter().filter(|r| r.symmetric) {
            let property = NamedNodeRef::new_unchecked(&relation.iri);
            let quad = QuadRef::new(property, rdf::TYPE, SYMMETRIC, GraphNameRef::DefaultGraph);
            self.triples.insert(quad).map_err(|e| failed(&e))?;
        }
        Ok(())
    }
}
