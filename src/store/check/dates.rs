//! Dates that cannot be, or cannot well be.

use std::collections::BTreeMap;

use super::Check;
use crate::edtf::{Date, Edtf};
use crate::graph::{Statement, Status};

/// Every date is one, nobody left before it joined, and nobody joined what was not there yet.
pub(super) fn check(check: &mut Check<'_>) {
    well_formed(check);
    let mut joined: BTreeMap<(&str, &str), Vec<&Statement>> = BTreeMap::new();
    let mut left: Vec<&Statement> = Vec::new();
    let mut founded: BTreeMap<&str, Date> = BTreeMap::new();
    let graph = check.graph;
    for statement in graph.statements.iter().filter(|s| s.status == Status::Asserted) {
        match (statement.relation.as_str(), first_day(statement)) {
            ("joined", Some(_)) => {
                joined
                    .entry((statement.subject.as_str(), statement.object.as_str()))
                    .or_default()
                    .push(statement);
            }
            ("left", Some(_)) => left.push(statement),
            ("founded", Some(day)) => {
                let known = founded.entry(&statement.object).or_insert(day);
                *known = day.min(*known);
            }
            _ => {}
        }
    }
    for exit in left {
        let entries = joined.get(&(exit.subject.as_str(), exit.object.as_str()));
        left_before_joined(check, exit, entries.map_or(&[], Vec::as_slice));
    }
    for entry in joined.into_values().flatten() {
        if let (Some(founding), Some(last)) = (founded.get(entry.object.as_str()), last_day(entry))
            && last < *founding
        {
            let (words, when) = (check.words(entry), entry.when.as_deref().unwrap_or_default());
            let message = format!("{words} in {when}, before it was founded on {founding} or after");
            check.warning(
                "dates",
                &entry.id,
                message,
                "one of the two dates is wrong, or the body had a forerunner",
            );
        }
    }
}

fn well_formed(check: &mut Check<'_>) {
    let graph = check.graph;
    let of_statements = graph.statements.iter().map(|s| (s.id.as_str(), s.when.as_deref()));
    let of_documents = graph.documents.iter().map(|d| (d.id.as_str(), d.date.as_deref()));
    for (id, date) in of_statements.chain(of_documents) {
        if let Some(Err(fault)) = date.map(str::parse::<Edtf>) {
            check.error(
                "dates",
                id,
                fault.to_string(),
                "write 2019, 2019-08, 2019-08-31, 2012/.. or 2018/2019",
            );
        }
    }
}

/// A body is left by who is in: by who joined before, or by who was in before the documents tell of it joining again.
fn left_before_joined<'a>(check: &mut Check<'a>, exit: &'a Statement, entries: &[&'a Statement]) {
    let Some(gone) = last_day(exit) else { return };
    let early = |entry: &&Statement| first_day(entry).is_some_and(|day| day <= gone);
    if let (false, Some(entry)) = (entries.iter().any(early), entries.first()) {
        let when = |s: &Statement| s.when.clone().unwrap_or_default();
        let message = format!("{} in {}, before it joined in {}", check.words(exit), when(exit), when(entry));
        check.warning(
            "dates",
            &exit.id,
            message,
            "one of the dates is wrong, or an earlier accession is missing",
        );
    }
}

fn first_day(statement: &Statement) -> Option<Date> {
    let date: Edtf = statement.when.as_deref()?.parse().ok()?;
    date.first_day().or_else(|| date.last_day())
}

fn last_day(statement: &Statement) -> Option<Date> {
    let date: Edtf = statement.when.as_deref()?.parse().ok()?;
    date.last_day().or_else(|| date.first_day())
}
