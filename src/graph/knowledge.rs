//! The graph in memory: a petgraph of entities with statements for edges.
//!
//! Whatever the order things are added in, the same things give the same graph document.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet};

use petgraph::graph::Edge;
use petgraph::stable_graph::{EdgeIndex, NodeIndex, StableDiGraph};
use petgraph::visit::EdgeRef;
use petgraph::{Direction, Graph};

use rustc_hash::FxHashMap;

use super::document::unknown_entity;
use super::{DocumentRecord, Entity, GraphDocument, Statement, id};
use crate::Error;

/// Entities and the statements between them.
#[derive(Clone, Debug, Default)]
pub struct KnowledgeGraph {
    base: String,
    /// Names of relations that hold both ways, sorted.
    symmetric: Vec<String>,
    graph: StableDiGraph<Entity, Statement>,
    nodes: FxHashMap<String, NodeIndex>,
    edges: FxHashMap<String, EdgeIndex>,
    documents: BTreeMap<String, DocumentRecord>,
}

impl KnowledgeGraph {
    /// An empty graph. Statement ids are minted under `base`; statements of the `symmetric` relations are the same
    /// either way round.
    pub fn new<'a>(base: &str, symmetric: impl IntoIterator<Item = &'a str>) -> Self {
        let mut symmetric: Vec<_> = symmetric.into_iter().map(str::to_owned).collect();
        symmetric.sort();
        Self { base: base.to_owned(), symmetric, ..Self::default() }
    }

    /// What statement ids are minted under.
    #[must_use]
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Adds an entity, or unites it with the one of its id.
    ///
    /// # Errors
    /// The graph has an entity of that id and another kind.
    pub fn add_entity(&mut self, entity: Entity) -> Result<(), Error> {
        let node = self.put_entity(entity)?;
        self.tidy_node(node);
        Ok(())
    }

    /// [`KnowledgeGraph::add_entity`] without putting its lists in order.
    fn put_entity(&mut self, entity: Entity) -> Result<NodeIndex, Error> {
        if let Some(&node) = self.nodes.get(&entity.id) {
            if let Some(known) = self.graph.node_weight_mut(node) {
                unite_entities(known, entity)?;
            }
            return Ok(node);
        }
        let id = entity.id.clone();
        let node = self.graph.add_node(entity);
        self.nodes.insert(id, node);
        Ok(node)
    }

    /// Adds a statement and gives its id. One that differs from a known statement in evidence alone adds its evidence.
    ///
    /// # Errors
    /// Subject, object or speaker is not in the graph.
    pub fn add_statement(&mut self, statement: Statement) -> Result<String, Error> {
        let edge = self.put_statement(self.canonical(statement))?;
        self.tidy_edge(edge);
        Ok(self.graph.edge_weight(edge).map(|s| s.id.clone()).unwrap_or_default())
    }

    /// [`KnowledgeGraph::add_statement`] of one that is as [`KnowledgeGraph::canonical`] gives it, without putting its lists
    /// in order.
    fn put_statement(&mut self, statement: Statement) -> Result<EdgeIndex, Error> {
        let subject = self.node(&statement, &statement.subject)?;
        let object = self.node(&statement, &statement.object)?;
        if let Some(speaker) = &statement.by {
            self.node(&statement, speaker)?;
        }
        if let Some(&edge) = self.edges.get(&statement.id) {
            if let Some(known) = self.graph.edge_weight_mut(edge) {
                unite_statements(known, statement);
            }
            return Ok(edge);
        }
        let id = statement.id.clone();
        let edge = self.graph.add_edge(subject, object, statement);
        self.edges.insert(id, edge);
        Ok(edge)
    }

    /// Adds a document, or completes what is known of it.
    pub fn add_document(&mut self, document: DocumentRecord) {
        match self.documents.get_mut(&document.id) {
            Some(known) => unite_documents(known, document),
            None => {
                self.documents.insert(document.id.clone(), document);
            }
        }
    }

    /// Adds everything of a graph document. Statements get ids of this graph; what is inferred from them follows.
    ///
    /// # Errors
    /// As for [`KnowledgeGraph::add_entity`] and [`KnowledgeGraph::add_statement`].
    pub fn merge(&mut self, other: GraphDocument) -> Result<(), Error> {
        self.merge_all([other])
    }

    /// Adds everything of several graph documents, in time that grows with their size alone.
    ///
    /// # Errors
    /// As for [`KnowledgeGraph::merge`].
    pub fn merge_all(&mut self, others: impl IntoIterator<Item = GraphDocument>) -> Result<(), Error> {
        // An entity of a thousand documents is put in order once, not a thousand times.
        let (mut nodes, mut edges) = (BTreeSet::new(), BTreeSet::new());
        let merged = others.into_iter().try_for_each(|other| self.put_all(other, &mut nodes, &mut edges));
        for node in nodes {
            self.tidy_node(node);
        }
        for edge in edges {
            self.tidy_edge(edge);
        }
        merged
    }

    /// Adds everything of a graph document, and says what has to be put in order.
    fn put_all(
        &mut self,
        other: GraphDocument,
        nodes: &mut BTreeSet<NodeIndex>,
        edges: &mut BTreeSet<EdgeIndex>,
    ) -> Result<(), Error> {
        for entity in other.entities {
            nodes.insert(self.put_entity(entity)?);
        }
        // Ids that change, which premises of what is inferred follow.
        let mut changed: BTreeMap<String, String> = BTreeMap::new();
        let mut statements = Vec::with_capacity(other.statements.len());
        for given in other.statements {
            let old = given.id.clone();
            let statement = self.canonical(given);
            if statement.id != old {
                changed.insert(old, statement.id.clone());
            }
            statements.push(statement);
        }
        for mut statement in statements {
            for premise in statement.inferred.iter_mut().flat_map(|inference| &mut inference.from) {
                if let Some(id) = changed.get(premise) {
                    premise.clone_from(id);
                }
            }
            edges.insert(self.put_statement(statement)?);
        }
        for document in other.documents {
            self.add_document(document);
        }
        Ok(())
    }

    fn tidy_node(&mut self, node: NodeIndex) {
        if let Some(entity) = self.graph.node_weight_mut(node) {
            tidy_entity(entity);
        }
    }

    fn tidy_edge(&mut self, edge: EdgeIndex) {
        if let Some(statement) = self.graph.edge_weight_mut(edge) {
            tidy_statement(statement);
        }
    }

    /// The graph as a document without context: entities and documents by id, statements by content.
    #[must_use]
    pub fn to_document(&self) -> GraphDocument {
        GraphDocument {
            context: None,
            entities: self.entities().cloned().collect(),
            statements: self.statements().cloned().collect(),
            documents: self.documents.values().cloned().collect(),
        }
    }

    /// [`KnowledgeGraph::to_document`] of a graph that is no longer needed.
    #[must_use]
    pub fn into_document(self) -> GraphDocument {
        let (nodes, edges) = Graph::from(self.graph).into_nodes_edges();
        let by_id = sorted(&nodes, |a, b| a.weight.id.cmp(&b.weight.id));
        let mut ranks = vec![0; nodes.len()];
        for (rank, &node) in by_id.iter().enumerate() {
            ranks[node] = rank;
        }
        // Entities are sorted by now: their ids need not be compared once more for every statement.
        let rank = |node: NodeIndex| ranks.get(node.index());
        let ends = |edge: &Edge<Statement>| (rank(edge.source()), rank(edge.target()));
        let by_content = sorted(&edges, |a, b| {
            let ((a_subject, a_object), (b_subject, b_object)) = (ends(a), ends(b));
            let relation = || a.weight.relation.cmp(&b.weight.relation);
            let rest = || rest_of_order(&a.weight).cmp(&rest_of_order(&b.weight));
            a_subject.cmp(&b_subject).then_with(relation).then(a_object.cmp(&b_object)).then_with(rest)
        });
        GraphDocument {
            context: None,
            entities: taken(nodes, &by_id).map(|node| node.weight).collect(),
            statements: taken(edges, &by_content).map(|edge| edge.weight).collect(),
            documents: self.documents.into_values().collect(),
        }
    }

    /// The entity of that id.
    #[must_use]
    pub fn entity(&self, id: &str) -> Option<&Entity> {
        self.graph.node_weight(*self.nodes.get(id)?)
    }

    /// The statement of that id.
    #[must_use]
    pub fn statement(&self, id: &str) -> Option<&Statement> {
        self.graph.edge_weight(*self.edges.get(id)?)
    }

    /// Entities by id.
    pub fn entities(&self) -> impl Iterator<Item = &Entity> {
        let mut entities: Vec<_> = self.graph.node_weights().collect();
        entities.sort_by(|a, b| a.id.cmp(&b.id));
        entities.into_iter()
    }

    /// Statements by subject, relation, object, then the rest.
    pub fn statements(&self) -> impl Iterator<Item = &Statement> {
        let mut statements: Vec<_> = self.graph.edge_weights().collect();
        statements.sort_by(|a, b| order(a).cmp(&order(b)));
        statements.into_iter()
    }

    /// Statements about an entity, as subject or object, in the order of [`KnowledgeGraph::statements`].
    #[must_use]
    pub fn statements_about(&self, id: &str) -> Vec<&Statement> {
        let Some(&node) = self.nodes.get(id) else { return Vec::new() };
        let outgoing = self.graph.edges_directed(node, Direction::Outgoing);
        let incoming = self.graph.edges_directed(node, Direction::Incoming).filter(|e| e.source() != node);
        let mut found: Vec<_> = outgoing.chain(incoming).map(|edge| edge.weight()).collect();
        found.sort_by(|a, b| order(a).cmp(&order(b)));
        found
    }

    /// The petgraph, for algorithms over it.
    #[must_use]
    pub fn petgraph(&self) -> &StableDiGraph<Entity, Statement> {
        &self.graph
    }

    /// The statement the one way round it is kept, with its id. What is inferred is kept as it is: that it holds the
    /// other way round is an inference too.
    fn canonical(&self, mut statement: Statement) -> Statement {
        let symmetric = || self.symmetric.binary_search(&statement.relation).is_ok();
        if statement.inferred.is_none() && statement.subject > statement.object && symmetric() {
            std::mem::swap(&mut statement.subject, &mut statement.object);
        }
        // One that was given its id by a graph of another base keeps it, however often it is written and read.
        if !id::is_of(&statement) {
            statement.id = id::statement(&self.base, &statement);
        }
        statement
    }

    fn node(&self, statement: &Statement, entity: &str) -> Result<NodeIndex, Error> {
        let node = self.nodes.get(entity).copied();
        node.ok_or_else(|| unknown_entity("graph", &statement.id, entity))
    }
}

/// What statements are sorted by.
pub(super) fn order(s: &Statement) -> impl Ord + '_ {
    (&s.subject, &s.relation, &s.object, rest_of_order(s))
}

/// What statements of the same two things and relation are sorted by.
fn rest_of_order(s: &Statement) -> impl Ord + '_ {
    (&s.when, s.status, &s.by, &s.role, &s.id)
}

/// The places of items in order: they are large, and moved once.
fn sorted<T>(items: &[T], mut compare: impl FnMut(&T, &T) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..items.len()).collect();
    places.sort_by(|&a, &b| compare(&items[a], &items[b]));
    places
}

/// The items at `places`, each of which is there once.
fn taken<T>(items: Vec<T>, places: &[usize]) -> impl Iterator<Item = T> {
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    places.iter().filter_map(move |&place| items[place].take())
}

fn sort<T: Ord>(items: &mut Vec<T>) {
    items.sort();
    items.dedup();
}

fn tidy_entity(entity: &mut Entity) {
    sort(&mut entity.aliases);
    entity.aliases.retain(|alias| *alias != entity.label);
    sort(&mut entity.same_as);
    sort(&mut entity.mentions);
}

fn tidy_statement(statement: &mut Statement) {
    sort(&mut statement.evidence);
    if let Some(inference) = &mut statement.inferred {
        sort(&mut inference.from);
    }
}

fn unite_entities(known: &mut Entity, other: Entity) -> Result<(), Error> {
    if known.kind != other.kind {
        let (a, b) = (known.kind.name(), other.kind.name());
        let message = format!("entity `{}` is given both as {a} and as {b}", known.id);
        return Err(Error::invalid("graph", message));
    }
    let mut labels = [std::mem::take(&mut known.label), other.label];
    labels.sort_by(|a, b| preference(a).cmp(&preference(b)));
    let [label, alias] = labels;
    if alias != label {
        known.aliases.push(alias);
    }
    known.label = label;
    known.aliases.extend(other.aliases);
    known.same_as.extend(other.same_as);
    known.mentions.extend(other.mentions);
    Ok(())
}

/// Which of two labels of one id is shown: not one in capitals throughout, then the one that keeps more capitals and
/// accents, then the first by code point. A total order, so that the order of merging cannot matter.
fn preference(label: &str) -> impl Ord + '_ {
    let shouted = label.contains(' ') && !label.chars().any(char::is_lowercase);
    let capitals = label.chars().filter(|c| c.is_uppercase()).count();
    let accents = label.chars().filter(|c| !c.is_ascii()).count();
    (shouted, Reverse(capitals), Reverse(accents), label)
}

fn unite_statements(known: &mut Statement, other: Statement) {
    known.evidence.extend(other.evidence);
    // That of the surest document: the same documents in another order, or twice, must give the same.
    known.confidence = known.confidence.max(other.confidence);
    if let (Some(inference), Some(more)) = (&mut known.inferred, other.inferred) {
        inference.from.extend(more.from);
    }
}

fn unite_documents(known: &mut DocumentRecord, other: DocumentRecord) {
    known.title = first(known.title.take(), other.title);
    known.date = first(known.date.take(), other.date);
    if other.source < known.source {
        known.source = other.source;
    }
}

/// The lesser of what is there.
fn first(a: Option<String>, b: Option<String>) -> Option<String> {
    a.into_iter().chain(b).min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{Evidence, Inference, Kind, Mention, Status};

    const BASE: &str = "https://example.org/id/";

    fn entity(id: &str, label: &str) -> Entity {
        Entity {
            id: id.into(),
            kind: Kind::Organization,
            label: label.into(),
            aliases: Vec::new(),
            same_as: Vec::new(),
            mentions: Vec::new(),
        }
    }

    fn evidence(start: usize) -> Evidence {
        Evidence { document: "d".into(), start, end: start + 1, quote: "x".into() }
    }

    fn stated(s: &str, r: &str, o: &str, at: usize) -> Statement {
        Statement { evidence: vec![evidence(at)], ..Statement::new(s, r, o) }
    }

    fn graph(statements: &[Statement]) -> KnowledgeGraph {
        let mut graph = KnowledgeGraph::new(BASE, ["metWith"]);
        for id in ["a", "b", "c"] {
            graph.add_entity(entity(id, id)).unwrap();
        }
        for statement in statements {
            graph.add_statement(statement.clone()).unwrap();
        }
        graph
    }

    #[test]
    fn saying_it_twice_is_one_statement_with_two_pieces_of_evidence() {
        let graph = graph(&[stated("a", "visited", "b", 9), stated("a", "visited", "b", 2)]);
        let statements: Vec<_> = graph.statements().collect();
        assert_eq!(statements.len(), 1);
        assert_eq!(statements[0].evidence, [evidence(2), evidence(9)]);
        assert_eq!(graph.statement(&statements[0].id), Some(statements[0]));
    }

    #[test]
    fn what_differs_in_date_status_or_speaker_stays_apart() {
        let plain = stated("a", "visited", "b", 0);
        let dated = Statement { when: Some("2019".into()), ..plain.clone() };
        let planned = Statement { status: Status::Planned, ..plain.clone() };
        let told = Statement { by: Some("c".into()), ..plain.clone() };
        let rule = Inference { rule: "r".into(), from: vec!["x".into()] };
        let inferred = Statement { inferred: Some(rule), ..plain.clone() };
        assert_eq!(graph(&[plain, dated, planned, told, inferred]).statements().count(), 5);
    }

    #[test]
    fn symmetric_relations_have_one_direction() {
        let graph = graph(&[stated("b", "metWith", "a", 1), stated("a", "metWith", "b", 2)]);
        let statements: Vec<_> = graph.statements().collect();
        assert_eq!(statements.len(), 1);
        assert_eq!((statements[0].subject.as_str(), statements[0].object.as_str()), ("a", "b"));
        assert_eq!(graph.statements_about("b").len(), 1);
    }

    #[test]
    fn the_order_of_merging_does_not_matter() {
        let labels = ["NATO", "Nato", "nato"];
        let documents: Vec<_> = labels
            .iter()
            .enumerate()
            .map(|(at, label)| GraphDocument {
                entities: vec![
                    Entity {
                        aliases: vec![format!("alias {at}")],
                        mentions: vec![Mention { document: "d".into(), start: at, end: at + 1 }],
                        ..entity("n", label)
                    },
                    entity("b", "B"),
                ],
                statements: vec![stated("n", "metWith", "b", at)],
                documents: vec![DocumentRecord {
                    id: "d".into(),
                    title: (at == 1).then(|| "T".into()),
                    date: None,
                    source: format!("{at}.txt"),
                }],
                context: None,
            })
            .collect();
        let merged = |order: &[usize]| {
            let mut graph = KnowledgeGraph::new(BASE, ["metWith"]);
            for &at in order {
                graph.merge(documents[at].clone()).unwrap();
            }
            graph.to_document()
        };
        let expected = merged(&[0, 1, 2]);
        let nato = &expected.entities[1];
        assert_eq!(nato.label, "NATO");
        assert_eq!(nato.aliases, ["Nato", "alias 0", "alias 1", "alias 2", "nato"]);
        assert_eq!(expected.statements[0].evidence.len(), 3);
        assert_eq!(expected.documents[0].title.as_deref(), Some("T"));
        for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            assert_eq!(merged(&order), expected);
        }
        assert_eq!(merged(&[0, 1, 2, 2, 1, 0, 0]), expected);
        let mut at_once = KnowledgeGraph::new(BASE, ["metWith"]);
        at_once.merge_all(documents.clone()).unwrap();
        assert_eq!(at_once.to_document(), expected);
        assert_eq!(at_once.into_document(), expected);
        let mut again = KnowledgeGraph::new(BASE, ["metWith"]);
        again.merge(expected.clone()).unwrap();
        assert_eq!(again.to_document(), expected);
    }

    #[test]
    fn conflicting_dates_stand_side_by_side_and_homonyms_apart() {
        let joined = |when: &str, at| Statement { when: Some(when.into()), ..stated("a", "joined", "b", at) };
        let graph = graph(&[joined("2019", 1), joined("2020", 2), joined("2019", 3)]);
        let dates: Vec<_> = graph.statements().map(|s| (s.when.as_deref(), s.evidence.len())).collect();
        assert_eq!(dates, [(Some("2019"), 2), (Some("2020"), 1)]);
        let mut graph = KnowledgeGraph::new(BASE, []);
        for id in ["person/lee_south-korea", "person/lee_singapore"] {
            graph.add_entity(entity(id, "Lee")).unwrap();
        }
        assert_eq!(graph.entities().count(), 2);
    }

    #[test]
    fn premises_follow_their_statements_to_new_ids() {
        let fact = Statement { id: "old".into(), ..stated("a", "visited", "b", 0) };
        let rule = Inference { rule: "r".into(), from: vec!["old".into()] };
        let derived =
            Statement { id: "derived".into(), inferred: Some(rule), ..Statement::new("a", "metWith", "b") };
        let mut merged = graph(&[]);
        let document = GraphDocument { statements: vec![derived, fact], ..GraphDocument::default() };
        merged.merge(document).unwrap();
        let statements: Vec<_> = merged.statements().collect();
        let [derived, fact] = statements.as_slice() else { panic!("two statements") };
        assert_eq!(derived.inferred.as_ref().unwrap().from, std::slice::from_ref(&fact.id));
        assert!(fact.id.starts_with("https://example.org/id/statement/"));
    }

    #[test]
    fn labels_in_capitals_give_way() {
        let mut graph = KnowledgeGraph::new(BASE, []);
        for label in ["THE LEAGUE", "the league", "The League"] {
            graph.add_entity(entity("l", label)).unwrap();
        }
        assert_eq!(graph.entity("l").unwrap().label, "The League");
        assert_eq!(graph.entity("l").unwrap().aliases, ["THE LEAGUE", "the league"]);
    }

    #[test]
    fn refuses_strangers_and_shape_shifters() {
        let mut graph = graph(&[]);
        let stranger = graph.add_statement(stated("a", "visited", "z", 0)).unwrap_err().to_string();
        assert!(stranger.ends_with("speaks of `z`, which is no entity of the graph"), "{stranger}");
        let shifted = graph.add_entity(Entity { kind: Kind::Person, ..entity("a", "a") }).unwrap_err();
        assert_eq!(shifted.to_string(), "graph: entity `a` is given both as Organization and as Person");
    }
}
