//! What a query was answered with, and the formats of it.

use std::cmp::Ordering;

use oxigraph::io::{RdfFormat, RdfSerializer};
use oxigraph::model::{Term, Triple, Variable};
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};
use oxigraph::sparql::{QueryEvaluationError, QueryResults};

use super::{Terms, failed, table};
use crate::Error;
use crate::vocabulary::choose;

/// An answer, whole and in a fixed order.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Of SELECT: a value or none for each variable, row by row.
    Rows {
        /// The columns.
        variables: Vec<Variable>,
        /// The rows.
        rows: Vec<Vec<Option<Term>>>,
    },
    /// Of ASK.
    Verdict(bool),
    /// Of CONSTRUCT and DESCRIBE, sorted, each once.
    Triples(Vec<Triple>),
}

impl Answer {
    /// All of what an evaluation gives. Rows that the query leaves in no order are `sorted`.
    pub(super) fn of(
        results: Result<QueryResults<'_>, QueryEvaluationError>,
        sorted: bool,
    ) -> Result<Self, Error> {
        match results.map_err(|e| failed(&e))? {
            QueryResults::Boolean(verdict) => Ok(Self::Verdict(verdict)),
            QueryResults::Solutions(solutions) => {
                let variables = solutions.variables().to_vec();
                let mut rows = Vec::new();
                for solution in solutions {
                    rows.push(solution.map_err(|e| failed(&e))?.values().to_vec());
                }
                if sorted {
                    rows.sort_by(|a, b| compare(a, b));
                }
                Ok(Self::Rows { variables, rows })
            }
            QueryResults::Graph(triples) => {
                let mut triples: Vec<Triple> = triples.collect::<Result<_, _>>().map_err(|e| failed(&e))?;
                triples.sort_by_cached_key(ToString::to_string);
                triples.dedup();
                Ok(Self::Triples(triples))
            }
        }
    }

    /// Whether there are no rows or triples in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Rows { rows, .. } => rows.is_empty(),
            Self::Verdict(_) => false,
            Self::Triples(triples) => triples.is_empty(),
        }
    }

    /// The answer in a format, or in the one that suits it. `width` is that of the terminal, if it goes to one.
    ///
    /// # Errors
    /// A format that cannot hold such an answer.
    pub fn render(
        &self,
        format: Option<ResultFormat>,
        terms: &Terms,
        width: Option<usize>,
    ) -> Result<Vec<u8>, Error> {
        match self {
            Self::Rows { variables, rows } => match format.unwrap_or(ResultFormat::Table) {
                ResultFormat::Table => Ok(table::draw(variables, rows, terms, width).into_bytes()),
                format => in_results(rows, variables, format),
            },
            Self::Verdict(verdict) => match format.unwrap_or(ResultFormat::Table) {
                ResultFormat::Table => Ok(if *verdict { b"yes\n".to_vec() } else { b"no\n".to_vec() }),
                format => QueryResultsSerializer::from_format(format.results("an answer of yes or no")?)
                    .serialize_boolean_to_writer(Vec::new(), *verdict)
                    .map_err(|e| failed(&e)),
            },
            Self::Triples(triples) => match format.unwrap_or(ResultFormat::Turtle) {
                ResultFormat::Turtle => turtle(triples, terms),
                ResultFormat::NTriples => lines(triples),
                other => Err(other.unfit("triples", "ttl or nt")),
            },
        }
    }
}

/// Rows by their values, none before any, as texts.
fn compare(a: &[Option<Term>], b: &[Option<Term>]) -> Ordering {
    let text = |term: &Option<Term>| term.as_ref().map(ToString::to_string);
    a.iter().map(text).cmp(b.iter().map(text))
}

fn in_results(
    rows: &[Vec<Option<Term>>],
    variables: &[Variable],
    format: ResultFormat,
) -> Result<Vec<u8>, Error> {
    let mut out = QueryResultsSerializer::from_format(format.results("rows")?)
        .serialize_solutions_to_writer(Vec::new(), variables.to_vec())
        .map_err(|e| failed(&e))?;
    for row in rows {
        let bound = variables.iter().zip(row).filter_map(|(name, term)| Some((name, term.as_ref()?)));
        out.serialize(bound).map_err(|e| failed(&e))?;
    }
    out.finish().map_err(|e| failed(&e))
}

/// Turtle with the prefixes that the triples use, sorted.
fn turtle(triples: &[Triple], terms: &Terms) -> Result<Vec<u8>, Error> {
    let text: String = triples.iter().map(ToString::to_string).collect();
    let mut serializer = RdfSerializer::from_format(RdfFormat::Turtle);
    for (prefix, iri) in terms.prefixes().filter(|(_, iri)| text.contains(&format!("<{iri}"))) {
        serializer = serializer.with_prefix(prefix, iri).map_err(|e| failed(&e))?;
    }
    let mut out = serializer.for_writer(Vec::new());
    for triple in triples {
        out.serialize_triple(triple).map_err(|e| failed(&e))?;
    }
    let text = String::from_utf8(out.finish().map_err(|e| failed(&e))?).map_err(|e| failed(&e))?;
    // The serializer leaves the order of prefixes open. It writes no line ends inside literals.
    let (mut lines, body): (Vec<&str>, Vec<&str>) =
        text.lines().partition(|line| line.starts_with("@prefix "));
    lines.sort_unstable();
    lines.extend(body);
    Ok((lines.join("\n") + "\n").into_bytes())
}

fn lines(triples: &[Triple]) -> Result<Vec<u8>, Error> {
    let mut out = RdfSerializer::from_format(RdfFormat::NTriples).for_writer(Vec::new());
    for triple in triples {
        out.serialize_triple(triple).map_err(|e| failed(&e))?;
    }
    out.finish().map_err(|e| failed(&e))
}

/// A format of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResultFormat {
    /// Aligned columns, for people.
    Table,
    /// Rows of plain values.
    Csv,
    /// Rows of RDF terms.
    Tsv,
    /// SPARQL 1.1 Query Results JSON.
    Json,
    /// Triples for reading.
    Turtle,
    /// One triple a line.
    NTriples,
}

impl ResultFormat {
    /// Every format.
    pub const ALL: [Self; 6] = [Self::Table, Self::Csv, Self::Tsv, Self::Json, Self::Turtle, Self::NTriples];

    /// The name a user gives.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Json => "json",
            Self::Turtle => "ttl",
            Self::NTriples => "nt",
        }
    }

    /// The format for what is no triples, if it is one.
    fn results(self, what: &str) -> Result<QueryResultsFormat, Error> {
        match self {
            Self::Csv => Ok(QueryResultsFormat::Csv),
            Self::Tsv => Ok(QueryResultsFormat::Tsv),
            Self::Json => Ok(QueryResultsFormat::Json),
            Self::Table | Self::Turtle | Self::NTriples => Err(self.unfit(what, "table, csv, tsv or json")),
        }
    }

    fn unfit(self, what: &str, fit: &str) -> Error {
        let name = self.name();
        Error::invalid("--to", format!("the query gives {what}, which `{name}` cannot hold; take {fit}"))
    }
}

impl std::str::FromStr for ResultFormat {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        choose("format", name, &Self::ALL, Self::name)
    }
}
