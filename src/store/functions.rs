//! Functions on dates that queries and rules may call, under `lg:`.
//!
//! SPARQL compares calendar dates only where both are as precise; these work on EDTF dates and intervals. An argument
//! that is unbound or no such date makes the call an error, as SPARQL has it: `BIND` then binds nothing.

use crate::edtf::{Date, Edtf};
use crate::vocabulary::NAMESPACE;
use oxigraph::model::{Literal, NamedNode, Term};
use oxigraph::sparql::SparqlEvaluator;

type Function = fn(&[Edtf]) -> Option<Edtf>;

/// Each function by its local name.
const FUNCTIONS: [(&str, Function); 3] = [
    ("overlap", |dates| match *dates {
        [a, b] => overlap(a, b),
        _ => None,
    }),
    ("since", |dates| match *dates {
        [date] => date.start().map(Edtf::Since),
        _ => None,
    }),
    ("span", |dates| match *dates {
        [begin, end] => Edtf::span(begin.start()?, end.end()?),
        _ => None,
    }),
];

/// Local names of the functions.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    FUNCTIONS.iter().map(|(name, _)| *name)
}

/// An evaluator that knows the functions.
pub(super) fn evaluator() -> SparqlEvaluator {
    FUNCTIONS.iter().fold(SparqlEvaluator::new(), |evaluator, &(name, function)| {
        let name = NamedNode::new_unchecked(format!("{NAMESPACE}{name}"));
        evaluator.with_custom_function(name, move |arguments| {
            let dates: Vec<Edtf> = arguments.iter().map(date).collect::<Option<_>>()?;
            function(&dates).map(|date| Literal::from(date.to_string()).into())
        })
    })
}

fn date(term: &Term) -> Option<Edtf> {
    match term {
        Term::Literal(literal) => literal.value().parse().ok(),
        _ => None,
    }
}

/// The time that two dates or intervals share, as precise as either; nothing if they share none.
fn overlap(a: Edtf, b: Edtf) -> Option<Edtf> {
    let later = |x: Date, y: Date| if x.first_day() >= y.first_day() { x } else { y };
    let earlier = |x: Date, y: Date| if x.last_day() <= y.last_day() { x } else { y };
    let start = either(a.start(), b.start(), later);
    let end = either(a.end(), b.end(), earlier);
    match (start, end) {
        (Some(start), Some(end)) => Edtf::span(start, end),
        (Some(start), None) => Some(Edtf::Since(start)),
        (None, Some(end)) => Some(Edtf::Until(end)),
        (None, None) => None,
    }
}

fn either(a: Option<Date>, b: Option<Date>, choose: impl Fn(Date, Date) -> Date) -> Option<Date> {
    match (a, b) {
        (Some(a), Some(b)) => Some(choose(a, b)),
        (one, other) => one.or(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared(a: &str, b: &str) -> String {
        let date = |text: &str| text.parse::<Edtf>().unwrap();
        let found = [overlap(date(a), date(b)), overlap(date(b), date(a))];
        assert_eq!(found[0], found[1], "{a} and {b}");
        found[0].map_or_else(|| "never".to_owned(), |date| date.to_string())
    }

    #[test]
    fn the_time_two_dates_share_is_as_precise_as_either() {
        assert_eq!(shared("2021", "2021"), "2021");
        assert_eq!(shared("2021", "2021-06"), "2021-06");
        assert_eq!(shared("2019/..", "2021"), "2021");
        assert_eq!(shared("2019/..", "../2021-03"), "2019/2021-03");
        assert_eq!(shared("2019/..", "2012/.."), "2019/..");
        assert_eq!(shared("2018/2020", "2019-05/2024"), "2019-05/2020");
        assert_eq!(shared("2018", "2019/.."), "never");
        assert_eq!(shared("2018-03-04", "2018-03-05"), "never");
    }
}
