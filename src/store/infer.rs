//! Inference: what follows from what the documents say, by the rules of `schema/rules/`.
//!
//! What is said already is not inferred, and nothing that is said is changed. The rules are applied until nothing new
//! follows, so they build on each other; of several ways to derive a statement the one that comes first is given, in
//! rounds, then by the rule's name, then by fewest premises. A chain of premises therefore always ends at what documents
//! say.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use indexmap::map::Entry;
use oxigraph::model::{Term, Triple};
use rustc_hash::{FxBuildHasher, FxHashSet};

use super::Terms;
use super::premises::Premises;
use super::rule::Rule;
use crate::Error;
use crate::graph::{Inference, KnowledgeGraph, Statement};
use crate::vocabulary::terms::{INFERRED_FROM, Name, OBJECT, RELATION, SUBJECT, WHEN};
use crate::vocabulary::{DEFAULT_BASE, Vocabulary};

/// Adds to the graph what follows from it, each statement marked with its rule and premises, and tells how many.
///
/// # Errors
/// A statement's relation is not in the vocabulary, or an id is no IRI.
pub fn infer(graph: &mut KnowledgeGraph, vocabulary: &Vocabulary) -> Result<usize, Error> {
    let terms = Terms::new(vocabulary, DEFAULT_BASE);
    let properties = vocabulary.relations().iter().map(|r| (r.iri.as_str(), r.name.as_str())).collect();
    let mut premises = Premises::of(graph, vocabulary)?;
    let mut known: FxHashSet<Content> =
        graph.petgraph().edge_weights().filter_map(Content::of_fact).collect();
    let before = known.len();
    let mut woken = Rule::all().to_vec();
    for round in 0.. {
        let mut fresh = Vec::new();
        for rule in &woken {
            let described = premises.ask(&rule.query(round, &terms)?)?;
            for (content, from) in derivations(&described, &properties) {
                if known.insert(content.clone()) {
                    fresh.push(graph.add_statement(content.inferred(rule.name(), from))?);
                }
            }
        }
        if fresh.is_empty() {
            break;
        }
        let fresh: Vec<&Statement> = fresh.iter().filter_map(|id| graph.statement(id)).collect();
        premises.add(fresh.iter().copied(), round + 1)?;
        let relations = fresh.iter().map(|statement| statement.relation.as_str()).collect();
        woken = Rule::all().into_iter().filter(|rule| rule.wakes_on(&relations)).collect();
    }
    Ok(known.len() - before)
}

/// What a statement says, whoever says it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Content {
    subject: String,
    relation: String,
    object: String,
    when: Option<String>,
}

impl Content {
    /// What a statement says, if it is a fact that a document vouches for itself or that was inferred before.
    fn of_fact(statement: &Statement) -> Option<Self> {
        statement.is_fact().then(|| Self {
            subject: statement.subject.clone(),
            relation: statement.relation.clone(),
            object: statement.object.clone(),
            when: statement.when.clone(),
        })
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
fn derivations(
    triples: &[Triple],
    properties: &BTreeMap<&str, &str>,
) -> IndexMap<Content, Vec<String>, FxBuildHasher> {
    let mut derived: IndexMap<Content, Vec<String>, FxBuildHasher> = IndexMap::default();
    // The node of a solution is new, and its triples come one after another.
    for said in triples.chunk_by(|one, next| one.subject == next.subject) {
        let Some((content, premises)) = described(said, properties) else { continue };
        match derived.entry(content) {
            Entry::Vacant(entry) => {
                entry.insert(premises);
            }
            Entry::Occupied(mut known) => {
                if (premises.len(), &premises) < (known.get().len(), known.get()) {
                    known.insert(premises);
                }
            }
        }
    }
    derived
}

/// The statement that what is said of one node describes, and its premises, sorted.
fn described(said: &[Triple], properties: &BTreeMap<&str, &str>) -> Option<(Content, Vec<String>)> {
    let relation = values(said, RELATION).next()?;
    let content = Content {
        subject: values(said, SUBJECT).next()?,
        relation: (*properties.get(relation.as_str())?).to_owned(),
        object: values(said, OBJECT).next()?,
        when: values(said, WHEN).next(),
    };
    let mut premises: Vec<String> = values(said, INFERRED_FROM).collect();
    premises.sort();
    premises.dedup();
    (!premises.is_empty()).then_some((content, premises))
}

/// The values of a property: IRIs, and the texts of literals.
fn values(said: &[Triple], property: Name<'static>) -> impl Iterator<Item = String> {
    let of = said.iter().filter(move |triple| triple.predicate.as_str() == property.iri);
    of.map(|triple| match &triple.object {
        Term::NamedNode(node) => node.as_str().to_owned(),
        Term::Literal(literal) => literal.value().to_owned(),
        Term::BlankNode(node) => node.to_string(),
        Term::Triple(triple) => triple.to_string(),
    })
}
