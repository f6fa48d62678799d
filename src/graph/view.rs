//! Views: the part of a graph that somebody wants to see, as a graph of its own.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use petgraph::graphmap::UnGraphMap;

use super::{GraphDocument, Kind, Statement, Status};
use crate::edtf::{Date, Edtf};

/// What of a graph is wanted. The default wants all of it.
///
/// Statements are chosen first, by what they say; then those near the focus; then the most central entities and the
/// statements between them. Entities that no chosen statement speaks of are left out, but for the focus, and so are
/// documents that nothing left refers to. An inferred statement keeps the ids of premises that are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Statements of these statuses; of any if there are none.
    pub statuses: BTreeSet<Status>,
    /// Statements of these relations, by name; of any if there are none.
    pub relations: BTreeSet<String>,
    /// Statements between entities of these kinds; of any if there are none.
    pub kinds: BTreeSet<Kind>,
    /// Statements that may be so on or after the first day of this date. What has no date is left out.
    pub since: Option<Date>,
    /// Statements that may be so on or before the last day of this date. What has no date is left out.
    pub until: Option<Date>,
    /// Statements with at least so many pieces of evidence.
    pub min_support: usize,
    /// Statements near these entities, by id; anywhere if there are none.
    pub focus: BTreeSet<String>,
    /// How near: with 1 those about the focus, with 2 those about what these speak of as well, and so on.
    pub depth: usize,
    /// The focus and so many of the entities with most neighbours. Of equals the one of more statements comes first,
    /// then that of the lesser id.
    pub top: Option<usize>,
}

impl View {
    /// Whether nothing is left out.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        *self == Self { depth: self.depth, ..Self::default() }
    }

    /// The part of the graph that is wanted, in the order of the graph.
    #[must_use]
    pub fn of<'g>(&self, graph: &'g GraphDocument) -> Cow<'g, GraphDocument> {
        if self.is_whole() {
            return Cow::Borrowed(graph);
        }
        let kinds: BTreeMap<&str, Kind> = graph.entities.iter().map(|e| (e.id.as_str(), e.kind)).collect();
        let mut kept: Vec<&Statement> = graph.statements.iter().filter(|s| self.admits(s, &kinds)).collect();
        if !self.focus.is_empty() {
            let near = self.near(&kept);
            kept.retain(|s| near.contains(s.subject.as_str()) || near.contains(s.object.as_str()));
        }
        if let Some(number) = self.top {
            let central = self.central(&kept, number);
            kept.retain(|s| central.contains(s.subject.as_str()) && central.contains(s.object.as_str()));
        }
        Cow::Owned(self.gather(graph, &kept))
    }

    /// Whether a statement is wanted for what it says.
    fn admits(&self, statement: &Statement, kinds: &BTreeMap<&str, Kind>) -> bool {
        let of_kind = |id: &str| kinds.get(id).is_some_and(|kind| self.kinds.contains(kind));
        (self.statuses.is_empty() || self.statuses.contains(&statement.status))
            && (self.relations.is_empty() || self.relations.contains(&statement.relation))
            && (self.kinds.is_empty() || (of_kind(&statement.subject) && of_kind(&statement.object)))
            && statement.evidence.len() >= self.min_support
            && self.is_in_time(statement)
    }

    fn is_in_time(&self, statement: &Statement) -> bool {
        if self.since.is_none() && self.until.is_none() {
            return true;
        }
        let Some(Ok(when)) = statement.when.as_deref().map(str::parse::<Edtf>) else { return false };
        let ended = self.since.zip(when.last_day()).is_some_and(|(since, last)| last < since.first_day());
        let to_come = self.until.zip(when.first_day()).is_some_and(|(until, first)| first > until.last_day());
        !ended && !to_come
    }

    /// The entities that wanted statements have at one of their ends.
    fn near<'a>(&'a self, statements: &[&'a Statement]) -> BTreeSet<&'a str> {
        let links = links(statements);
        let mut reached: BTreeSet<&str> = self.focus.iter().map(String::as_str).collect();
        let mut last: Vec<&str> = reached.iter().copied().collect();
        for _ in 1..self.depth {
            let next = last.into_iter().flat_map(|id| links.neighbors(id));
            last = next.filter(|id| reached.insert(id)).collect();
        }
        reached
    }

    /// The focus and the entities with most neighbours.
    fn central<'a>(&'a self, statements: &[&'a Statement], number: usize) -> BTreeSet<&'a str> {
        let links = links(statements);
        let mut said: BTreeMap<&str, usize> = BTreeMap::new();
        for statement in statements {
            *said.entry(&statement.subject).or_default() += 1;
            *said.entry(&statement.object).or_default() += 1;
        }
        let degree = |id: &str| links.neighbors(id).filter(|other| *other != id).count();
        let mut ranked: Vec<_> =
            said.iter().map(|(&id, &said)| (Reverse(degree(id)), Reverse(said), id)).collect();
        ranked.sort_unstable();
        let focus = self.focus.iter().map(String::as_str);
        ranked.into_iter().take(number).map(|(_, _, id)| id).chain(focus).collect()
    }

    /// The statements with all they refer to.
    fn gather(&self, graph: &GraphDocument, kept: &[&Statement]) -> GraphDocument {
        let mut ids: BTreeSet<&str> = self.focus.iter().map(String::as_str).collect();
        ids.extend(kept.iter().flat_map(|s| [&s.subject, &s.object]).map(String::as_str));
        ids.extend(kept.iter().filter_map(|s| s.by.as_deref()));
        let entities: Vec<_> =
            graph.entities.iter().filter(|e| ids.contains(e.id.as_str())).cloned().collect();
        let named = entities.iter().flat_map(|e| &e.mentions).map(|mention| mention.document.as_str());
        let quoted = kept.iter().flat_map(|s| &s.evidence).map(|evidence| evidence.document.as_str());
        let sources: BTreeSet<&str> = named.chain(quoted).collect();
        let documents = graph.documents.iter().filter(|d| sources.contains(d.id.as_str())).cloned().collect();
        let statements = kept.iter().map(|&statement| statement.clone()).collect();
        GraphDocument { context: graph.context.clone(), entities, statements, documents }
    }
}

/// Who is tied to whom, however often and whichever way.
fn links<'a>(statements: &[&'a Statement]) -> UnGraphMap<&'a str, ()> {
    statements.iter().map(|s| (s.subject.as_str(), s.object.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{DocumentRecord, Entity, Evidence, Mention};

    fn entity(id: &str, kind: Kind) -> Entity {
        let mentions = vec![Mention { document: format!("names {id}"), start: 0, end: 1 }];
        Entity { id: id.into(), kind, label: id.into(), aliases: Vec::new(), same_as: Vec::new(), mentions }
    }

    fn said(id: &str, when: &str, support: usize) -> Statement {
        let ends: Vec<&str> = id.split(' ').collect();
        let [subject, relation, object] = *ends.as_slice() else { panic!("three words: {id}") };
        let piece = |start| Evidence { document: "d".into(), start, end: start + 1, quote: "x".into() };
        Statement {
            id: id.into(),
            when: (!when.is_empty()).then(|| when.into()),
            evidence: (0..support).map(piece).collect(),
            ..Statement::new(subject, relation, object)
        }
    }

    /// A chain p – a – b – c – d with a spur from b to e, which b met twice.
    fn graph() -> GraphDocument {
        let kinds =
            [("a", Kind::Country), ("b", Kind::Organization), ("c", Kind::Country), ("d", Kind::Country)];
        let mut entities: Vec<Entity> = kinds.map(|(id, kind)| entity(id, kind)).into();
        entities.extend(["e", "p", "s", "z"].map(|id| entity(id, Kind::Person)));
        let reported = Statement { by: Some("s".into()), ..said("c attacked d", "2020-05/..", 1) };
        let planned = Statement { status: Status::Planned, ..said("p visited a", "2025", 1) };
        let met = said("b metWith e", "2019", 1);
        let again = Statement { id: "again".into(), when: Some("2021-03".into()), ..met.clone() };
        let statements = vec![
            said("a joined b", "2018-06-30", 2),
            met,
            again,
            said("b supported c", "", 3),
            reported,
            planned,
        ];
        let document =
            |id: &str| DocumentRecord { id: id.into(), title: None, date: None, source: id.into() };
        let documents = ["d", "names a", "names z"].map(document).into();
        GraphDocument { context: None, entities, statements, documents }
    }

    fn ids(view: &View) -> (String, String) {
        let graph = graph();
        let seen = view.of(&graph);
        let statements: Vec<_> = seen.statements.iter().map(|s| s.id.as_str()).collect();
        let entities: Vec<_> = seen.entities.iter().map(|e| e.id.as_str()).collect();
        (statements.join(", "), entities.join(" "))
    }

    fn statements(view: &View) -> String {
        ids(view).0
    }

    fn day(text: &str) -> Option<Date> {
        text.parse().ok()
    }

    #[test]
    fn the_default_is_the_whole_graph() {
        assert!(View::default().is_whole() && View { depth: 3, ..View::default() }.is_whole());
        assert_eq!(*View::default().of(&graph()), graph());
    }

    #[test]
    fn statements_are_chosen_by_what_they_say() {
        let relations = ["joined", "attacked"].map(str::to_owned).into();
        let by_relation = View { relations, ..View::default() };
        assert_eq!(ids(&by_relation), ("a joined b, c attacked d".into(), "a b c d s".into()));
        let by_kind = View { kinds: [Kind::Country, Kind::Organization].into(), ..View::default() };
        assert_eq!(statements(&by_kind), "a joined b, b supported c, c attacked d");
        let by_status = View { statuses: [Status::Planned].into(), ..View::default() };
        assert_eq!(ids(&by_status), ("p visited a".into(), "a p".into()));
        let by_support = View { min_support: 2, ..View::default() };
        assert_eq!(statements(&by_support), "a joined b, b supported c");
    }

    #[test]
    fn time_goes_by_first_and_last_days_and_leaves_the_undated_out() {
        let since = |date| statements(&View { since: day(date), ..View::default() });
        assert_eq!(since("2021-04"), "c attacked d, p visited a");
        assert_eq!(since("2019-07"), "b metWith e, again, c attacked d, p visited a");
        let until = |date| statements(&View { until: day(date), ..View::default() });
        assert_eq!(until("2018-06"), "a joined b");
        assert_eq!(until("2018-06-29"), "");
        assert_eq!(until("2019-01-01"), "a joined b, b metWith e");
        let both = View { since: day("2019"), until: day("2019"), ..View::default() };
        assert_eq!(statements(&both), "b metWith e");
    }

    #[test]
    fn depth_counts_statements_from_the_focus() {
        let near = |id: &str, depth| ids(&View { focus: [id.to_owned()].into(), depth, ..View::default() });
        assert_eq!(near("a", 1), ("a joined b, p visited a".into(), "a b p".into()));
        let two = "a joined b, b metWith e, again, b supported c, p visited a";
        assert_eq!(near("a", 2), (two.into(), "a b c e p".into()));
        assert_eq!(
            statements(&View { focus: ["a".into()].into(), depth: 9, ..View::default() })
                .matches(", ")
                .count(),
            5
        );
        assert_eq!(near("z", 1), (String::new(), "z".into()), "a focus nothing is said of stays");
    }

    #[test]
    fn the_top_have_most_neighbours_and_then_most_statements() {
        let top = |number| ids(&View { top: Some(number), ..View::default() });
        assert_eq!(top(1), (String::new(), String::new()));
        assert_eq!(top(3), ("a joined b, b supported c".into(), "a b c".into()), "a and c come before e");
        assert_eq!(top(4), ("a joined b, b metWith e, again, b supported c".into(), "a b c e".into()));
        let around = View { top: Some(1), focus: ["d".into()].into(), depth: 2, ..View::default() };
        assert_eq!(ids(&around), ("c attacked d".into(), "c d s".into()), "the focus stays");
    }

    #[test]
    fn documents_nothing_refers_to_are_left_out() {
        let graph = graph();
        let seen = View { relations: ["joined".to_owned()].into(), ..View::default() }.of(&graph);
        let sources: Vec<_> = seen.documents.iter().map(|d| d.id.as_str()).collect();
        assert_eq!(sources, ["d", "names a"]);
    }
}
