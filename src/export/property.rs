//! What graph databases and graph tools are told of entities and statements: one table of names and types, from which
//! every property-graph format makes its headers, keys or maps.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use crate::Error;
use crate::edtf::{Date, Edtf};
use crate::graph::{Confidence, DocumentRecord, Entity, Evidence, GraphDocument, Statement, Status};
use crate::vocabulary::{Relation, Vocabulary};

/// What sort of value a property has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    Text,
    Whole,
    Share,
    Truth,
    Day,
    Texts,
}

/// A property by name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Property {
    pub(super) name: &'static str,
    pub(super) kind: Type,
}

/// The value of a property.
#[derive(Debug)]
pub(super) enum Value<'a> {
    Text(Cow<'a, str>),
    Whole(usize),
    Share(Confidence),
    Truth(bool),
    Day(Date),
    Texts(&'a [String]),
}

impl Value<'_> {
    /// What is no list as text.
    pub(super) fn scalar(&self) -> Option<Cow<'_, str>> {
        Some(match self {
            Value::Text(text) => Cow::Borrowed(text),
            Value::Whole(number) => number.to_string().into(),
            Value::Share(share) => share.to_string().into(),
            Value::Truth(truth) => Cow::Borrowed(if *truth { "true" } else { "false" }),
            Value::Day(day) => day.to_string().into(),
            Value::Texts(_) => return None,
        })
    }
}

const fn property(name: &'static str, kind: Type) -> Property {
    Property { name, kind }
}

/// What is said of an entity beside its id. The label comes first.
pub(super) const OF_ENTITIES: [Property; 4] = [
    property("label", Type::Text),
    property("kind", Type::Text),
    property("aliases", Type::Texts),
    property("sameAs", Type::Texts),
];

/// The values of [`OF_ENTITIES`].
pub(super) fn of_entity(entity: &Entity) -> [Option<Value<'_>>; OF_ENTITIES.len()] {
    [
        Some(text(&entity.label)),
        Some(text(entity.kind.name())),
        Some(Value::Texts(&entity.aliases)),
        Some(Value::Texts(&entity.same_as)),
    ]
}

/// What is said of a statement beside its id, its ends and its evidence. The label comes first.
pub(super) const OF_STATEMENTS: [Property; 14] = [
    property("label", Type::Text),
    property("relation", Type::Text),
    property("status", Type::Text),
    property("when", Type::Text),
    property("firstDay", Type::Day),
    property("lastDay", Type::Day),
    property("by", Type::Text),
    property("role", Type::Text),
    property("confidence", Type::Share),
    property("inferredBy", Type::Text),
    property("inferredFrom", Type::Texts),
    property("symmetric", Type::Truth),
    property("support", Type::Whole),
    property("documents", Type::Whole),
];

/// The values of [`OF_STATEMENTS`].
pub(super) fn of_statement<'a>(
    statement: &'a Statement,
    relation: &'a Relation,
) -> [Option<Value<'a>>; OF_STATEMENTS.len()] {
    let (first, last) = days(statement);
    let inferred = statement.inferred.as_ref();
    [
        Some(Value::Text(label(statement, relation))),
        Some(text(&relation.name)),
        Some(text(statement.status.name())),
        statement.when.as_deref().map(text),
        first.map(Value::Day),
        last.map(Value::Day),
        statement.by.as_deref().map(text),
        statement.role.as_deref().map(text),
        statement.confidence.map(Value::Share),
        inferred.map(|inference| text(&inference.rule)),
        inferred.map(|inference| Value::Texts(&inference.from)),
        Some(Value::Truth(relation.symmetric)),
        Some(Value::Whole(statement.evidence.len())),
        Some(Value::Whole(documents(&statement.evidence))),
    ]
}

/// In how many documents the passages are.
fn documents(evidence: &[Evidence]) -> usize {
    match evidence {
        [] | [_] => evidence.len(),
        several => several.iter().map(|e| e.document.as_str()).collect::<BTreeSet<_>>().len(),
    }
}

fn text(text: &str) -> Value<'_> {
    Value::Text(Cow::Borrowed(text))
}

/// How an edge reads; one that is no fact says so.
fn label<'a>(statement: &Statement, relation: &'a Relation) -> Cow<'a, str> {
    match statement.status {
        Status::Asserted => Cow::Borrowed(&relation.label),
        status => Cow::Owned(format!("{} [{}]", relation.label, status.name())),
    }
}

/// The statements with their relations: all are known before anything is written.
///
/// # Errors
/// A relation is not in the vocabulary.
pub(super) fn edges<'g>(
    graph: &'g GraphDocument,
    vocabulary: &'g Vocabulary,
) -> Result<Vec<(&'g Statement, &'g Relation)>, Error> {
    graph.statements.iter().map(|s| Ok((s, vocabulary.relation(&s.relation)?))).collect()
}

/// The first and the last day of a statement's date, where these are known.
pub(super) fn days(statement: &Statement) -> (Option<Date>, Option<Date>) {
    let when = statement.when.as_deref().and_then(|when| when.parse::<Edtf>().ok());
    (when.and_then(Edtf::first_day), when.and_then(Edtf::last_day))
}

/// The type of an edge: `MEMBER_OF`. One that is no fact has a type of its own, `PLANNED_MEMBER_OF`, so that no query
/// for facts meets it.
pub(super) fn edge_type(statement: &Statement, relation: &Relation) -> String {
    let mut out = match statement.status {
        Status::Asserted => String::new(),
        status => format!("{}_", status.name().to_ascii_uppercase()),
    };
    let mut small = false;
    for c in relation.name.chars() {
        if c.is_ascii_uppercase() && small {
            out.push('_');
        }
        small = c.is_ascii_lowercase() || c.is_ascii_digit();
        out.push(if c == '-' { '_' } else { c.to_ascii_uppercase() });
    }
    out
}

/// Every passage that statements rest on, once, in the order of the statements.
pub(super) fn evidence(graph: &GraphDocument) -> Vec<&Evidence> {
    let at_most = graph.statements.iter().map(|s| s.evidence.len()).sum();
    let mut met = FxHashSet::with_capacity_and_hasher(at_most, FxBuildHasher);
    let all = graph.statements.iter().flat_map(|s| &s.evidence);
    all.filter(|e| met.insert((e.document.as_str(), e.start, e.end))).collect()
}

/// Every document that the graph speaks of, and what is known of it.
pub(super) fn sources(graph: &GraphDocument) -> BTreeMap<&str, Option<&DocumentRecord>> {
    let quoted = graph.statements.iter().flat_map(|s| &s.evidence).map(|e| e.document.as_str());
    let named = graph.entities.iter().flat_map(|e| &e.mentions).map(|m| m.document.as_str());
    let mut sources: FxHashMap<&str, Option<&DocumentRecord>> =
        graph.documents.iter().map(|document| (document.id.as_str(), Some(document))).collect();
    for id in quoted.chain(named) {
        sources.entry(id).or_default();
    }
    sources.into_iter().collect()
}

/// Where documents name an entity: starts and ends by document.
pub(super) fn mentions(entity: &Entity) -> BTreeMap<&str, (Vec<usize>, Vec<usize>)> {
    let mut places: BTreeMap<&str, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for mention in &entity.mentions {
        let (starts, ends) = places.entry(&mention.document).or_default();
        starts.push(mention.start);
        ends.push(mention.end);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::Vocabulary;

    #[test]
    fn types_of_edges_tell_facts_from_the_rest() {
        let vocabulary = Vocabulary::embedded().unwrap();
        let relation = vocabulary.relation("sentPersonnelTo").unwrap();
        let said = Statement::new("a", "sentPersonnelTo", "b");
        assert_eq!(edge_type(&said, relation), "SENT_PERSONNEL_TO");
        let denied = Statement { status: Status::Negated, ..said };
        assert_eq!(edge_type(&denied, relation), "NEGATED_SENT_PERSONNEL_TO");
        let own = Relation { name: "own-CIA2x".into(), ..relation.clone() };
        assert_eq!(edge_type(&Statement::new("a", "own-CIA2x", "b"), &own), "OWN_CIA2X");
    }

    #[test]
    fn days_are_those_of_the_whole_interval() {
        let on = |when: &str| {
            let (first, last) = days(&Statement { when: Some(when.into()), ..Statement::new("a", "r", "b") });
            (
                first.map(|d| d.to_string()).unwrap_or_default(),
                last.map(|d| d.to_string()).unwrap_or_default(),
            )
        };
        assert_eq!(on("2020-02"), ("2020-02-01".into(), "2020-02-29".into()));
        assert_eq!(on("2012/.."), ("2012-01-01".into(), String::new()));
        assert_eq!(on("someday"), Default::default());
    }
}
