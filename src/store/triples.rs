//! Triples in memory, for SPARQL to be asked of.
//!
//! They are numbers of terms in three sorted orders, so that the triples of any pattern lie side by side in one of them.
//! A graph is loaded once and asked then; a store that is written to and read at one time takes more time and memory.

use std::convert::Infallible;

use indexmap::IndexSet;
use oxigraph::model::Term;
use rustc_hash::FxBuildHasher;
use spareval::{InternalQuad, QueryableDataset};

/// Number of a term.
type Number = u32;

/// A set of triples.
#[derive(Default)]
pub(super) struct Triples {
    terms: IndexSet<Term, FxBuildHasher>,
    /// Numbers in the order of each of [`Order::ALL`], sorted, each once.
    sorted: [Vec<[Number; 3]>; 3],
}

/// An order of subject, predicate and object, by their initials.
#[derive(Clone, Copy)]
enum Order {
    Spo,
    Pos,
    Osp,
}

impl Order {
    const ALL: [Self; 3] = [Self::Spo, Self::Pos, Self::Osp];

    /// Where all that is known of a triple comes first.
    fn fit(known: [Option<Number>; 3]) -> Self {
        match known.map(|number| number.is_some()) {
            [_, false, true] => Self::Osp,
            [false, true, _] => Self::Pos,
            _ => Self::Spo,
        }
    }

    /// Subject, predicate and object in this order.
    fn arrange<T: Copy>(self, [subject, predicate, object]: [T; 3]) -> [T; 3] {
        match self {
            Self::Spo => [subject, predicate, object],
            Self::Pos => [predicate, object, subject],
            Self::Osp => [object, subject, predicate],
        }
    }

    /// Subject, predicate and object of what is in this order.
    fn restore(self, [a, b, c]: [Number; 3]) -> [Number; 3] {
        match self {
            Self::Spo => [a, b, c],
            Self::Pos => [c, a, b],
            Self::Osp => [b, c, a],
        }
    }
}

impl Triples {
    /// Adds triples.
    #[expect(
        clippy::stable_sort_primitive,
        reason = "what was there is sorted, and only this sort makes use of it"
    )]
    pub(super) fn extend(&mut self, triples: impl IntoIterator<Item = [Term; 3]>) {
        let fresh: Vec<[Number; 3]> =
            triples.into_iter().map(|triple| triple.map(|term| self.number_of(term))).collect();
        std::thread::scope(|scope| {
            for (order, sorted) in Order::ALL.into_iter().zip(&mut self.sorted) {
                let fresh = &fresh;
                scope.spawn(move || {
                    sorted.extend(fresh.iter().map(|&triple| order.arrange(triple)));
                    sorted.sort();
                    sorted.dedup();
                });
            }
        });
    }

    /// The number of a term, given to it if it has none.
    fn number_of(&mut self, term: Term) -> Number {
        let (number, _) = self.terms.insert_full(term);
        Number::try_from(number).expect("fewer than four billion terms fit into memory")
    }

    /// The triples of which this much is given.
    pub(super) fn of<'a>(
        &'a self,
        given: [Option<&Term>; 3],
    ) -> impl Iterator<Item = [&'a Term; 3]> + use<'a> {
        let numbers = given.map(|term| term.map(|term| self.number(term)));
        let known = numbers.map(Option::flatten);
        let (order, found) =
            if numbers.contains(&Some(None)) { (Order::Spo, &[][..]) } else { self.matching(known) };
        found.iter().map(move |&triple| order.restore(triple).map(|number| &self.terms[number as usize]))
    }

    fn number(&self, term: &Term) -> Option<Number> {
        self.terms.get_index_of(term).and_then(|index| Number::try_from(index).ok())
    }

    /// The triples of which this much is known, in the order it is found by.
    fn matching(&self, known: [Option<Number>; 3]) -> (Order, &[[Number; 3]]) {
        let order = Order::fit(known);
        let sorted = &self.sorted[order as usize];
        let sought = order.arrange(known);
        let start =
            sorted.partition_point(|triple| *triple < sought.map(|number| number.unwrap_or(Number::MIN)));
        let end = start + run(&sorted[start..], |triple| *triple <= sought.map(|n| n.unwrap_or(Number::MAX)));
        (order, &sorted[start..end])
    }
}

/// How many hold, all of which come first. It looks nearby to begin with, for most runs are short.
fn run<T>(sorted: &[T], holds: impl Fn(&T) -> bool) -> usize {
    let mut length = 1;
    while sorted.get(length - 1).is_some_and(&holds) {
        length *= 2;
    }
    let known = length / 2;
    known + sorted[known..sorted.len().min(length)].partition_point(holds)
}

/// A term of the triples by its number, or another that a query speaks of or makes.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) enum Known {
    Number(Number),
    Other(Box<Term>),
}

impl Known {
    fn number(&self) -> Option<Number> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Other(_) => None,
        }
    }
}

impl<'a> QueryableDataset<'a> for &'a Triples {
    type InternalTerm = Known;
    type Error = Infallible;

    fn internal_quads_for_pattern(
        &self,
        subject: Option<&Known>,
        predicate: Option<&Known>,
        object: Option<&Known>,
        graph_name: Option<Option<&Known>>,
    ) -> impl Iterator<Item = Result<InternalQuad<Known>, Infallible>> + use<'a> {
        let sought = [subject, predicate, object];
        let known = sought.map(|term| term.and_then(Known::number));
        // No triple has a term without a number, and all triples are in the default graph.
        let none = sought.iter().zip(known).any(|(term, number)| term.is_some() && number.is_none())
            || graph_name != Some(None);
        let (order, found) = if none { (Order::Spo, &[][..]) } else { self.matching(known) };
        found.iter().map(move |&triple| {
            let [subject, predicate, object] = order.restore(triple).map(Known::Number);
            Ok(InternalQuad { subject, predicate, object, graph_name: None })
        })
    }

    fn internalize_term(&self, term: Term) -> Result<Known, Infallible> {
        Ok(self.number(&term).map_or_else(|| Known::Other(Box::new(term)), Known::Number))
    }

    fn externalize_term(&self, term: Known) -> Result<Term, Infallible> {
        Ok(match term {
            Known::Number(number) => self.terms[number as usize].clone(),
            Known::Other(term) => *term,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxigraph::model::{Literal, NamedNode};

    fn term(name: &str) -> Term {
        NamedNode::new_unchecked(format!("urn:{name}")).into()
    }

    /// Every triple of three subjects, two predicates and three objects but those that leave a rest of two.
    fn some() -> Vec<[Term; 3]> {
        let mut all = Vec::new();
        for number in (0..18).filter(|number| number % 5 != 2) {
            all.push([
                term(["a", "b", "c"][number % 3]),
                term(["p", "q"][number / 3 % 2]),
                term(["a", "b", "x"][number / 6]),
            ]);
        }
        all
    }

    #[test]
    fn whatever_is_given_of_a_triple_finds_all_of_those() {
        let all = some();
        let mut triples = Triples::default();
        triples.extend(all[..4].to_vec());
        triples.extend(all[2..].to_vec());
        let names = ["a", "b", "c", "p", "q", "x", "unknown"].map(term);
        let choices: Vec<Option<&Term>> = names.iter().map(Some).chain([None]).collect();
        for &subject in &choices {
            for &predicate in &choices {
                for &object in &choices {
                    let given = [subject, predicate, object];
                    let fits = |triple: &&[Term; 3]| {
                        triple.iter().zip(given).all(|(term, given)| given.is_none_or(|given| given == term))
                    };
                    let mut found: Vec<[Term; 3]> =
                        triples.of(given).map(|triple| triple.map(Term::clone)).collect();
                    let mut expected: Vec<[Term; 3]> = all.iter().filter(fits).cloned().collect();
                    found.sort_by_key(|triple| format!("{triple:?}"));
                    expected.sort_by_key(|triple| format!("{triple:?}"));
                    assert_eq!(found, expected, "{given:?}");
                }
            }
        }
    }

    #[test]
    fn what_a_query_makes_is_compared_with_what_is_there() {
        let mut triples = Triples::default();
        let one = |value: i64| -> Term { Literal::from(value).into() };
        triples.extend([[term("a"), term("p"), one(2)], [term("b"), term("p"), one(3)]]);
        let query = "SELECT ?s ?more { ?s <urn:p> ?n . BIND(?n + 1 AS ?more) FILTER EXISTS { ?other <urn:p> ?more } }";
        let prepared = oxigraph::sparql::SparqlEvaluator::new().parse_query(query).unwrap();
        let results = prepared.on_queryable_dataset(&triples).execute().unwrap();
        let oxigraph::sparql::QueryResults::Solutions(solutions) = results else { panic!("rows") };
        let rows: Vec<String> = solutions
            .map(|row| row.unwrap().values().iter().flatten().map(Term::to_string).collect())
            .collect();
        assert_eq!(rows, ["<urn:a>\"3\"^^<http://www.w3.org/2001/XMLSchema#integer>"]);
    }
}
