//! Statements in the words of the vocabulary.

use legation::graph::{GraphDocument, Statement, Status};
use legation::vocabulary::Vocabulary;
use std::collections::BTreeMap;

/// What things and relations are called.
pub(super) struct Wording<'a> {
    labels: BTreeMap<&'a str, &'a str>,
    vocabulary: &'a Vocabulary,
}

impl<'a> Wording<'a> {
    /// The wording for things of these graphs; where they differ on a label, the last one's holds.
    pub(super) fn new(
        graphs: impl IntoIterator<Item = &'a GraphDocument>,
        vocabulary: &'a Vocabulary,
    ) -> Self {
        let entities = graphs.into_iter().flat_map(|graph| &graph.entities);
        Self { labels: entities.map(|e| (e.id.as_str(), e.label.as_str())).collect(), vocabulary }
    }

    /// The label of a thing, or its address if it has none.
    pub(super) fn label<'s>(&'s self, id: &'s str) -> &'s str {
        self.labels.get(id).copied().unwrap_or(id)
    }

    /// Subject, relation and object.
    pub(super) fn core(&self, statement: &Statement) -> String {
        let relation =
            self.vocabulary.relation(&statement.relation).map_or(&*statement.relation, |r| &r.label);
        format!("{} - {relation} - {}", self.label(&statement.subject), self.label(&statement.object))
    }

    /// A statement in a line.
    pub(super) fn said(&self, statement: &Statement) -> String {
        let qualifiers = [
            statement.role.clone(),
            statement.when.clone(),
            (statement.status != Status::Asserted).then(|| statement.status.name().to_owned()),
            statement.by.as_deref().map(|by| format!("says {}", self.label(by))),
        ];
        let mut said = self.core(statement);
        for qualifier in qualifiers.into_iter().flatten() {
            said.push_str(", ");
            said.push_str(&qualifier);
        }
        said
    }
}
