//! Whether records come as a graph gives them: then they are the graph, and need not be held to be known.

use std::hash::BuildHasher;

use rustc_hash::FxHashSet;

use super::knowledge::order;
use super::{Entity, Record, Statement, id};

/// Follows a sequence of records: entities by id, statements by content, documents by id, each as
/// [`KnowledgeGraph`](super::KnowledgeGraph) would leave it.
#[derive(Debug)]
pub struct Sequence {
    /// Names of relations that hold both ways, sorted.
    symmetric: Vec<String>,
    /// The last record so far.
    last: Option<Record>,
    /// Hashes of the ids of entities.
    entities: FxHashSet<u64>,
}

impl Sequence {
    /// A sequence at its beginning; statements of the `symmetric` relations have one way round.
    pub fn new<'a>(symmetric: impl IntoIterator<Item = &'a str>) -> Self {
        let mut symmetric: Vec<_> = symmetric.into_iter().map(str::to_owned).collect();
        symmetric.sort();
        Self { symmetric, last: None, entities: FxHashSet::default() }
    }

    /// Whether these records may come next.
    pub fn accepts(&mut self, records: &[Record]) -> bool {
        let last = self.last.take();
        let mut before = last.as_ref();
        for record in records {
            if !(before.is_none_or(|before| follows(before, record)) && self.is_settled(record)) {
                return false;
            }
            before = Some(record);
        }
        self.last = before.cloned();
        true
    }

    /// Whether a graph would leave the record as it is.
    fn is_settled(&mut self, record: &Record) -> bool {
        match record {
            Record::Entity(entity) => {
                let hash = self.entities.hasher().hash_one(&entity.id);
                self.entities.insert(hash);
                is_tidy(entity)
            }
            Record::Statement(statement) => self.is_canonical(statement),
            Record::Document(_) => true,
        }
    }

    fn is_canonical(&self, statement: &Statement) -> bool {
        let Statement { subject, object, by, inferred, evidence, .. } = statement;
        let symmetric = || self.symmetric.binary_search(&statement.relation).is_ok();
        let turned = inferred.is_none() && subject > object && symmetric();
        !turned
            && [Some(subject), Some(object), by.as_ref()].into_iter().flatten().all(|id| self.knows(id))
            && is_ascending(evidence)
            && inferred.as_ref().is_none_or(|inference| is_ascending(&inference.from))
            && id::is_of(statement)
    }

    fn knows(&self, entity: &str) -> bool {
        self.entities.contains(&self.entities.hasher().hash_one(entity))
    }
}

/// Whether the second record stands after the first.
fn follows(first: &Record, second: &Record) -> bool {
    match (first, second) {
        (Record::Entity(a), Record::Entity(b)) => a.id < b.id,
        (Record::Statement(a), Record::Statement(b)) => order(a) < order(b),
        (Record::Document(a), Record::Document(b)) => a.id < b.id,
        (Record::Entity(_), _) | (Record::Statement(_), Record::Document(_)) => true,
        _ => false,
    }
}

fn is_tidy(entity: &Entity) -> bool {
    is_ascending(&entity.aliases)
        && !entity.aliases.contains(&entity.label)
        && is_ascending(&entity.same_as)
        && is_ascending(&entity.mentions)
}

/// Whether items are sorted, each once.
fn is_ascending<T: Ord>(items: &[T]) -> bool {
    items.is_sorted_by(|a, b| a < b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{GraphDocument, Kind, KnowledgeGraph};

    fn entity(id: &str) -> Entity {
        let (aliases, same_as, mentions) = (Vec::new(), Vec::new(), Vec::new());
        Entity { id: id.into(), kind: Kind::Country, label: id.into(), aliases, same_as, mentions }
    }

    fn graph() -> Vec<Record> {
        let mut graph = KnowledgeGraph::new("https://e.org/", ["metWith"]);
        let statements = ["visited", "metWith"].map(|relation| Statement::new("b", relation, "a"));
        let entities = vec![entity("b"), entity("a")];
        graph
            .merge(GraphDocument { entities, statements: statements.into(), ..GraphDocument::default() })
            .unwrap();
        let document = graph.to_document();
        let entities = document.entities.into_iter().map(Record::Entity);
        entities.chain(document.statements.into_iter().map(Record::Statement)).collect()
    }

    fn accepts(records: &[Record]) -> bool {
        let mut sequence = Sequence::new(["metWith"]);
        records.iter().all(|record| sequence.accepts(std::slice::from_ref(record)))
    }

    #[test]
    fn what_a_graph_gives_is_accepted() {
        let records = graph();
        assert_eq!(records.len(), 4);
        assert!(accepts(&records));
        assert!(Sequence::new(["metWith"]).accepts(&records));
    }

    #[test]
    fn what_a_graph_would_change_is_not() {
        let records = graph();
        for (a, b) in [(0, 1), (1, 2), (2, 3)] {
            let mut turned = records.clone();
            turned.swap(a, b);
            assert!(!accepts(&turned), "{a} and {b} turned");
        }
        let change = |at: usize, change: &dyn Fn(&mut Record)| {
            let mut changed = records.clone();
            change(&mut changed[at]);
            accepts(&changed)
        };
        let alias = |record: &mut Record| {
            if let Record::Entity(entity) = record {
                entity.aliases.push(entity.label.clone());
            }
        };
        let date = |record: &mut Record| {
            if let Record::Statement(statement) = record {
                statement.when = Some("2019".into());
            }
        };
        assert!(!change(0, &alias) && !change(2, &date));
        assert!(!accepts(&records[1..]), "an entity is missing");
    }
}
