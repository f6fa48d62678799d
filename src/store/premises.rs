//! The facts of a graph, to be asked for what follows.

use oxigraph::model::{Literal, NamedNode, Term, Triple};
use oxigraph::sparql::QueryResults;

use super::triples::Triples;
use super::{Query, failed};
use crate::Error;
use crate::export::Excerpt;
use crate::graph::{KnowledgeGraph, Statement};
use crate::vocabulary::terms::{self, Name};
use crate::vocabulary::{NAMESPACE, Vocabulary};

/// What documents say themselves, and what was inferred from it.
///
/// It has the form that exports give it, as far as it goes: kinds and names of entities; ends, dates and sentences of
/// statements; facts as plain triples; which relations hold both ways. Besides, each round of inference has a
/// property of its own that gives the relation of the statements added in it.
pub(super) struct Premises<'a> {
    triples: Triples,
    vocabulary: &'a Vocabulary,
}

impl<'a> Premises<'a> {
    /// Those that a graph gives to begin with.
    ///
    /// # Errors
    /// A statement's relation is not in the vocabulary, or an id is no IRI.
    pub(super) fn of(graph: &KnowledgeGraph, vocabulary: &'a Vocabulary) -> Result<Self, Error> {
        let mut premises = Self { triples: Triples::default(), vocabulary };
        let mut triples = Lines::default();
        for relation in vocabulary.relations().iter().filter(|relation| relation.symmetric) {
            triples.add(&node(&relation.iri)?, terms::TYPE, named(terms::SYMMETRIC_PROPERTY));
        }
        for entity in graph.entities() {
            let id = node(&entity.id)?;
            triples.add(&id, terms::TYPE, node(&format!("{NAMESPACE}{}", entity.kind.name()))?);
            triples.add(&id, terms::LABEL, Literal::from(entity.label.as_str()));
        }
        premises.triples.extend(triples.0);
        premises.add(graph.petgraph().edge_weights().filter(|statement| statement.is_fact()), 0)?;
        Ok(premises)
    }

    /// What tells the relation of the facts added in a round: 0 if documents make them.
    pub(super) fn property_of(round: usize) -> NamedNode {
        NamedNode::new_unchecked(format!("urn:round:{round}"))
    }

    /// Adds the facts of a round.
    ///
    /// # Errors
    /// As for [`Premises::of`].
    pub(super) fn add<'b>(
        &mut self,
        facts: impl Iterator<Item = &'b Statement>,
        round: usize,
    ) -> Result<(), Error> {
        let mut triples = Lines::default();
        let added = Self::property_of(round);
        for fact in facts {
            self.describe(fact, &added, &mut triples)?;
        }
        self.triples.extend(triples.0);
        Ok(())
    }

    fn describe(&self, fact: &Statement, added: &NamedNode, triples: &mut Lines) -> Result<(), Error> {
        let (id, subject, object) = (node(&fact.id)?, node(&fact.subject)?, node(&fact.object)?);
        let relation = node(&self.vocabulary.relation(&fact.relation)?.iri)?;
        triples.0.push([subject.clone().into(), relation.clone().into(), object.clone().into()]);
        triples.0.push([id.clone().into(), added.clone().into(), relation.clone().into()]);
        triples.add(&id, terms::SUBJECT, subject);
        triples.add(&id, terms::RELATION, relation);
        triples.add(&id, terms::OBJECT, object);
        if let Some(when) = &fact.when {
            triples.add(&id, terms::WHEN, Literal::new_typed_literal(when, named(terms::EDTF)));
        }
        for evidence in &fact.evidence {
            let excerpt = Excerpt::of(evidence);
            let (passage, words) = (node(&excerpt.resource)?, node(&excerpt.quote)?);
            triples.add(&id, terms::WAS_DERIVED_FROM, passage.clone());
            triples.add(&passage, terms::HAS_SELECTOR, words.clone());
            triples.add(&words, terms::EXACT, Literal::from(evidence.quote.as_str()));
        }
        Ok(())
    }

    /// What a rule describes, in any order.
    ///
    /// # Errors
    /// The evaluation fails.
    pub(super) fn ask(&self, rule: &Query) -> Result<Vec<Triple>, Error> {
        match rule.prepared().on_queryable_dataset(&self.triples).execute().map_err(|e| failed(&e))? {
            QueryResults::Graph(triples) => triples.collect::<Result<_, _>>().map_err(|e| failed(&e)),
            _ => Ok(Vec::new()),
        }
    }
}

/// Triples to be loaded.
#[derive(Default)]
struct Lines(Vec<[Term; 3]>);

impl Lines {
    fn add(&mut self, subject: &NamedNode, property: Name<'_>, object: impl Into<Term>) {
        self.0.push([subject.clone().into(), named(property).into(), object.into()]);
    }
}

fn named(name: Name<'_>) -> NamedNode {
    NamedNode::new_unchecked(name.iri)
}

fn node(iri: &str) -> Result<NamedNode, Error> {
    NamedNode::new(iri).map_err(|e| Error::invalid("graph", format!("the id `{iri}` is no IRI: {e}")))
}
