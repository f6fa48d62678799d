//! Boxes around what belongs together.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Diagram, Options};
use crate::edtf::Edtf;
use crate::graph::{Entity, GraphDocument, Status};
use crate::vocabulary::Vocabulary;

/// The relation between a body and what it belongs to.
const PART_OF: &str = "partOf";

/// What entities are put in one box by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cluster {
    /// What sort of thing they are.
    Kind,
    /// The body at the head of those they are part of.
    Owner,
    /// The first year that something shown of them is dated to.
    Year,
}

/// Entities in a box.
pub(in super::super) struct Group<'a> {
    /// What stands over the box; nothing for entities that are in none.
    pub(in super::super) label: Option<String>,
    /// The entities, in the order of the graph.
    pub(in super::super) members: Vec<&'a Entity>,
}

/// The entities of a diagram in their boxes, boxes by label; those in none come last.
pub(in super::super) fn groups<'a>(
    diagram: &Diagram<'a>,
    graph: &'a GraphDocument,
    vocabulary: &Vocabulary,
    options: &Options,
) -> Vec<Group<'a>> {
    let label: Labels = match options.cluster {
        None => Box::new(|_| None),
        Some(Cluster::Kind) => Box::new(|entity| vocabulary.kind(entity.kind).map(|term| term.label.clone())),
        Some(Cluster::Owner) => {
            let owners = Owners::new(graph);
            Box::new(move |entity| owners.head(&entity.id))
        }
        Some(Cluster::Year) => {
            let years = first_years(graph, &options.include);
            Box::new(move |entity| years.get(entity.id.as_str()).map(|year| format!("{year:04}")))
        }
    };
    let mut boxes: BTreeMap<String, Vec<&Entity>> = BTreeMap::new();
    let mut loose = Vec::new();
    for &entity in &diagram.nodes {
        match label(entity) {
            Some(label) => boxes.entry(label).or_default().push(entity),
            None => loose.push(entity),
        }
    }
    let boxed = boxes.into_iter().map(|(label, members)| Group { label: Some(label), members });
    boxed.chain([Group { label: None, members: loose }]).collect()
}

/// What the box of an entity is called, if it is in one.
type Labels<'a> = Box<dyn Fn(&Entity) -> Option<String> + 'a>;

/// Who belongs to whom.
struct Owners<'a> {
    /// The owner of each entity that has one; of several that of the least id.
    by_owned: BTreeMap<&'a str, &'a str>,
    owning: BTreeSet<&'a str>,
    labels: HashMap<&'a str, &'a str>,
}

impl<'a> Owners<'a> {
    fn new(graph: &'a GraphDocument) -> Self {
        let mut owners: BTreeMap<&str, &str> = BTreeMap::new();
        let facts = graph.statements.iter().filter(|s| s.status == Status::Asserted);
        for statement in facts.filter(|s| s.relation == PART_OF && s.subject != s.object) {
            let owner = owners.entry(&statement.subject).or_insert(&statement.object);
            *owner = (*owner).min(&statement.object);
        }
        let owning = owners.values().copied().collect();
        let labels = graph.entities.iter().map(|e| (e.id.as_str(), e.label.as_str())).collect();
        Self { by_owned: owners, owning, labels }
    }

    /// The label of the last owner on the way up, of an entity that has or is an owner.
    fn head(&self, id: &str) -> Option<String> {
        if !self.by_owned.contains_key(id) && !self.owning.contains(id) {
            return None;
        }
        let (mut head, mut met) = (id, BTreeSet::from([id]));
        while let Some(owner) = self.by_owned.get(head).filter(|owner| met.insert(owner)) {
            head = owner;
        }
        self.labels.get(head).map(|&label| label.to_owned())
    }
}

/// The first year of what is shown of each entity.
fn first_years<'a>(graph: &'a GraphDocument, include: &BTreeSet<Status>) -> HashMap<&'a str, i32> {
    let mut years: HashMap<&str, i32> = HashMap::new();
    for statement in graph.statements.iter().filter(|s| include.contains(&s.status)) {
        let when = statement.when.as_deref().and_then(|when| when.parse::<Edtf>().ok());
        let Some(date) = when.and_then(|when| when.start().or(when.end())) else { continue };
        for end in [&statement.subject, &statement.object] {
            let year = years.entry(end).or_insert(date.year());
            *year = (*year).min(date.year());
        }
    }
    years
}
