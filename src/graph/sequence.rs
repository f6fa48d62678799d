//! Whether records come as a graph gives them: then they are the graph, and need not be held to be known.

use std::hash::BuildHasher;

use rustc_hash::FxHashSet;

use super::knowledge::order;
use super::{Entity, Record, Statement, id};

/// What of a sequence can be told from some of its records: entities by id, statements by content, documents by id, each
/// as [`KnowledgeGraph`](super::KnowledgeGraph) would leave it.
#[derive(Debug)]
pub struct Order {
    /// Names of relations that hold both ways, sorted.
    symmetric: Vec<String>,
}

impl Order {
    /// The order of graphs in which statements of the `symmetric` relations have one way round.
    pub fn new<'a>(symmetric: impl IntoIterator<Item = &'a str>) -> Self {
        let mut symmetric: Vec<_> = symmetric.into_iter().map(str::to_owned).collect();
        symmetric.sort();
        Self { symmetric }
    }

    /// Whether these records may follow each other.
    #[must_use]
    pub fn holds(&self, records: &[Record]) -> bool {
        records.iter().all(|record| self.is_settled(record)) && records.is_sorted_by(follows)
    }

    /// Whether a graph would leave the record as it is.
    fn is_settled(&self, record: &Record) -> bool {
        match record {
            Record::Entity(entity) => is_tidy(entity),
            Record::Statement(statement) => self.is_canonical(statement),
            Record::Document(_) => true,
        }
    }

    fn is_canonical(&self, statement: &Statement) -> bool {
        let Statement { subject, object, inferred, evidence, .. } = statement;
        let symmetric = || self.symmetric.binary_search(&statement.relation).is_ok();
        let turned = inferred.is_none() && subject > object && symmetric();
        !turned
            && is_ascending(evidence)
            && inferred.as_ref().is_none_or(|inference| is_ascending(&inference.from))
            && id::is_of(statement)
    }
}

/// Follows a sequence of records, each part of which is in [`Order`].
#[derive(Debug, Default)]
pub struct Sequence {
    /// The last record so far.
    last: Option<Record>,
    /// Hashes of the ids of entities.
    entities: FxHashSet<u64>,
}

impl Sequence {
    /// Whether these records may come next: after the last, and speaking of entities that came before.
    pub fn accepts(&mut self, records: &[Record]) -> bool {
        let (Some(first), Some(last)) = (records.first(), records.last()) else { return true };
        let in_order = self.last.as_ref().is_none_or(|before| follows(before, first));
        self.last = Some(last.clone());
        in_order && records.iter().all(|record| self.is_known(record))
    }

    /// Whether all entities that a record speaks of are known; an entity is from now on.
    fn is_known(&mut self, record: &Record) -> bool {
        match record {
            Record::Entity(entity) => {
                self.entities.insert(self.hash(&entity.id));
                true
            }
            Record::Statement(Statement { subject, object, by, .. }) => {
                let ends = [Some(subject), Some(object), by.as_ref()];
                ends.into_iter().flatten().all(|id| self.entities.contains(&self.hash(id)))
            }
            Record::Document(_) => true,
        }
    }

    fn hash(&self, id: &str) -> u64 {
        self.entities.hasher().hash_one(id)
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
        let (order, mut sequence) = (Order::new(["metWith"]), Sequence::default());
        let by_one =
            records.iter().map(std::slice::from_ref).all(|one| order.holds(one) && sequence.accepts(one));
        assert_eq!(by_one, order.holds(records) && Sequence::default().accepts(records));
        by_one
    }

    #[test]
    fn what_a_graph_gives_is_accepted() {
        let records = graph();
        assert_eq!(records.len(), 4);
        assert!(accepts(&records));
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
