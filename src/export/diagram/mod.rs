//! What a diagram shows, whoever draws it: entities, and one edge for all that is said of a pair in one direction.

mod cluster;
mod colour;
mod dates;
mod hub;
mod text;

use std::borrow::Cow;
use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

pub use cluster::Cluster;
pub(super) use cluster::{Group, groups};
pub use colour::Theme;
pub(super) use colour::{paint, rgb};
pub(super) use hub::Hub;
pub(super) use text::{is_shown, plain, wrap};

use super::Options;
use super::date::in_words;
use super::evidence::address;
use crate::Error;
use crate::graph::{DocumentRecord, Entity, GraphDocument, Statement, Status};
use crate::vocabulary::{Relation, Vocabulary};
use dates::Dates;

/// Entities and the edges between them.
pub(super) struct Diagram<'a> {
    /// The entities that edges join, in the order of the graph.
    pub(super) nodes: Vec<&'a Entity>,
    /// Edges by their ends.
    pub(super) edges: Vec<(Pair<'a>, Edge<'a>)>,
    /// What is said among several alike.
    pub(super) hubs: Vec<Hub<'a>>,
}

/// What edges are drawn apart by.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Pair<'a> {
    pub(super) subject: &'a str,
    pub(super) object: &'a str,
    pub(super) symmetric: bool,
    pub(super) status: Status,
    pub(super) inferred: bool,
}

impl Pair<'_> {
    /// How the line is drawn.
    pub(super) const fn stroke(&self) -> Stroke {
        match self.status {
            Status::Asserted if self.inferred => Stroke::Dotted,
            Status::Asserted => Stroke::Solid,
            _ => Stroke::Dashed,
        }
    }

    /// What the stroke means, for a legend.
    pub(super) const fn certainty(&self) -> &'static str {
        match self.status {
            Status::Asserted if self.inferred => "inferred",
            status => status.name(),
        }
    }
}

/// How a line is drawn.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stroke {
    /// What a source says is so.
    Solid,
    /// What a rule derived.
    Dotted,
    /// What is not said to be so.
    Dashed,
}

/// What one edge says. Most say one thing, on one passage: its lists are sorted ones.
#[derive(Default)]
pub(super) struct Edge<'a> {
    /// What is said, and when it was so.
    said: Vec<(Cow<'a, str>, Dates<'a>)>,
    /// Its relations, by name.
    pub(super) relations: Vec<&'a Relation>,
    /// The passages it rests on.
    pub(super) quotes: Vec<&'a str>,
    /// Where the first of them can be read.
    pub(super) address: Option<String>,
}

impl Edge<'_> {
    /// A line for each thing said, its dates summed up as years where there are several.
    pub(super) fn lines(&self) -> Vec<String> {
        self.said.iter().map(|(said, dates)| dates.after(said)).collect()
    }

    /// A line for each thing said, with every date.
    pub(super) fn full_lines(&self) -> Vec<String> {
        self.said.iter().map(|(said, dates)| dates.all_after(said)).collect()
    }
}

impl<'a> Diagram<'a> {
    /// What is to be drawn of a graph.
    pub(super) fn new(
        graph: &'a GraphDocument,
        vocabulary: &'a Vocabulary,
        options: &Options,
    ) -> Result<Self, Error> {
        let reader = Reader::new(graph);
        let mut places: FxHashMap<Pair, usize> = FxHashMap::default();
        let mut edges: Vec<(Pair, Edge)> = Vec::new();
        for statement in graph.statements.iter().filter(|s| options.include.contains(&s.status)) {
            let relation = vocabulary.relation(&statement.relation)?;
            // An edge without arrows says the inferred other way round already.
            if relation.symmetric && statement.inferred.is_some() && statement.subject > statement.object {
                continue;
            }
            let pair = pair(statement, relation);
            let place = *places.entry(pair).or_insert(edges.len());
            if place == edges.len() {
                edges.push((pair, Edge::default()));
            }
            reader.add(&mut edges[place].1, statement, relation);
        }
        let ends: FxHashSet<&str> = edges.iter().flat_map(|(pair, _)| [pair.subject, pair.object]).collect();
        let nodes = graph.entities.iter().filter(|e| ends.contains(e.id.as_str())).collect();
        let (mut edges, hubs) = hub::take(edges);
        edges.sort_unstable_by_key(|&(pair, _)| pair);
        Ok(Self { nodes, edges, hubs })
    }

    /// Everything said, of pairs and among several.
    pub(super) fn said(&self) -> impl Iterator<Item = (&Pair<'a>, &Edge<'a>)> {
        let among = self.hubs.iter().map(|hub| (&hub.pair, &hub.edge));
        self.edges.iter().map(|(pair, edge)| (pair, edge)).chain(among)
    }

    /// How many lines it is drawn with.
    pub(super) fn lines(&self) -> usize {
        self.edges.len() + self.hubs.iter().map(|hub| hub.members.len()).sum::<usize>()
    }

    /// The strokes in use that need explaining, with what they mean.
    pub(super) fn strokes(&self) -> BTreeSet<(Stroke, &'static str)> {
        let used = self.said().map(|(pair, _)| (pair.stroke(), pair.certainty()));
        used.filter(|(stroke, _)| *stroke != Stroke::Solid).collect()
    }
}

fn pair<'a>(statement: &'a Statement, relation: &Relation) -> Pair<'a> {
    Pair {
        subject: &statement.subject,
        object: &statement.object,
        symmetric: relation.symmetric,
        status: statement.status,
        inferred: statement.inferred.is_some(),
    }
}

/// The item of a sorted list that has the key of this one, which is put there if there is none.
fn place<T, K: Ord + ?Sized>(list: &mut Vec<T>, item: T, key: impl Fn(&T) -> &K) -> &mut T {
    let at = list.binary_search_by(|known| key(known).cmp(key(&item)));
    let at = at.unwrap_or_else(|at| {
        list.insert(at, item);
        at
    });
    &mut list[at]
}

/// Looks up what statements refer to.
struct Reader<'a> {
    labels: FxHashMap<&'a str, &'a str>,
    documents: FxHashMap<&'a str, &'a DocumentRecord>,
}

impl<'a> Reader<'a> {
    fn new(graph: &'a GraphDocument) -> Self {
        Self {
            labels: graph.entities.iter().map(|e| (e.id.as_str(), e.label.as_str())).collect(),
            documents: graph.documents.iter().map(|d| (d.id.as_str(), d)).collect(),
        }
    }

    fn add(&self, edge: &mut Edge<'a>, statement: &'a Statement, relation: &'a Relation) {
        let (_, dates) =
            place(&mut edge.said, (self.saying(statement, relation), Dates::default()), |(said, _)| said);
        dates.add(statement.when.as_deref());
        place(&mut edge.relations, relation, |relation| &relation.name);
        for evidence in &statement.evidence {
            place(&mut edge.quotes, evidence.quote.as_str(), |quote| quote);
        }
        if edge.address.is_none() {
            let first = statement.evidence.first();
            edge.address = first.and_then(|e| address(e, self.documents.get(e.document.as_str()).copied()));
        }
    }

    /// What a statement says of its pair, without the date.
    fn saying(&self, statement: &'a Statement, relation: &'a Relation) -> Cow<'a, str> {
        let mut said = Cow::Borrowed(statement.role.as_deref().unwrap_or(&relation.label));
        if let Some(speaker) = statement.by.as_deref().and_then(|by| self.labels.get(by)) {
            said = format!("{said} (says {speaker})").into();
        }
        match statement.status {
            Status::Asserted => said,
            status => format!("{said} [{}]", status.name()).into(),
        }
    }
}
