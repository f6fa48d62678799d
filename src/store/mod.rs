//! The graph as a database: a store in memory that answers SPARQL.
//!
//! A store holds the triples that [`export`] writes, so a question asked here and one asked of a triple
//! store that was given the Turtle have the same answer. Nothing in a query reaches outside: it can read the store and
//! no more.

mod answer;
mod check;
mod functions;
mod infer;
pub mod load;
mod premises;
mod query;
mod rule;
mod saved;
mod scan;
mod table;
mod terms;
mod triples;

pub use answer::{Answer, ResultFormat};
pub use check::{Finding, Severity, check};
pub use infer::infer;
pub use query::Query;
pub use saved::{Parameter, ParameterKind, Question, questions};
pub use terms::Terms;

use crate::Error;
use crate::export::{self, Format};
use crate::graph::GraphDocument;
use crate::vocabulary::Vocabulary;
use oxigraph::io::{RdfFormat, RdfParser};
use triples::Triples;

/// A graph that can be asked.
pub struct Store {
    triples: Triples,
}

impl Store {
    /// A store in memory with everything the graph says.
    ///
    /// # Errors
    /// A statement's relation is not in the vocabulary, or an id is no IRI.
    pub fn of(graph: &GraphDocument, vocabulary: &Vocabulary) -> Result<Self, Error> {
        let lines = export::render(graph, vocabulary, Format::NTriples, &export::Options::default())?;
        let mut triples = Triples::default();
        let mut fault = None;
        let parser = RdfParser::from_format(RdfFormat::NTriples).lenient();
        triples.extend(parser.for_slice(&lines).map_while(|quad| match quad {
            Ok(quad) => Some([quad.subject.into(), quad.predicate.into(), quad.object]),
            Err(error) => {
                fault = Some(error);
                None
            }
        }));
        fault.map_or(Ok(()), |error| Err(failed(&error)))?;
        Ok(Self { triples })
    }

    /// What the store says to a query.
    ///
    /// # Errors
    /// The evaluation fails, as it does for a query that calls on a service.
    pub fn ask(&self, query: &Query) -> Result<Answer, Error> {
        Answer::of(query.prepared().on_queryable_dataset(&self.triples).execute(), !query.is_ordered())
    }

    /// What the store says to the first of several queries that has an answer; no rows if none has.
    ///
    /// # Errors
    /// As for [`Store::ask`].
    pub fn ask_in_turn(&self, queries: &[Query]) -> Result<Answer, Error> {
        let mut answer = Answer::Rows { variables: Vec::new(), rows: Vec::new() };
        for query in queries {
            answer = self.ask(query)?;
            if !answer.is_empty() {
                break;
            }
        }
        Ok(answer)
    }
}

fn failed(problem: &dyn std::fmt::Display) -> Error {
    Error::invalid("store", problem.to_string())
}
