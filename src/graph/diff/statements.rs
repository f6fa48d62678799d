//! What two graphs say, compared.

use super::Change;
use super::entities::SameEntities;
use super::evidence::{self, SameDocuments};
use crate::graph::{GraphDocument, Statement, Status};
use std::collections::{BTreeMap, BTreeSet};

/// What statements are of one subject matter by: subject, relation, object and rule, in terms of the second graph.
type Matter<'g> = (&'g str, &'g str, &'g str, Option<&'g str>);

/// What qualifies a statement: date, status, speaker and role.
type Qualifiers<'g> = (Option<&'g str>, Status, Option<&'g str>, Option<&'g str>);

/// What is known of the two graphs before their statements are compared.
pub(super) struct Comparison<'c, 'g> {
    same: &'c SameEntities<'g>,
    documents: &'c SameDocuments<'g>,
    symmetric: &'c [&'c str],
}

/// Statements of one matter on both sides that have no partner yet.
type Sides<'g> = [Vec<&'g Statement>; 2];

impl<'c, 'g> Comparison<'c, 'g> {
    pub(super) fn new(
        same: &'c SameEntities<'g>,
        documents: &'c SameDocuments<'g>,
        symmetric: &'c [&'c str],
    ) -> Self {
        Self { same, documents, symmetric }
    }

    /// Pairs statements that say the same, then those that differ in what qualifies them alone; the rest came or went.
    pub(super) fn compare(&self, a: &'g GraphDocument, b: &'g GraphDocument, changes: &mut Vec<Change<'g>>) {
        let mut partners: BTreeMap<&str, &Statement> = BTreeMap::new();
        for mut sides in self.by_matter(a, b).into_values() {
            self.pair_equal(&mut sides, &mut partners);
            self.pair_changed(&mut sides, &mut partners);
        }
        for statement in &b.statements {
            match partners.get(statement.id.as_str()) {
                Some(before) => self.compare_one(before, statement, changes),
                None => changes.push(Change::StatementAdded { statement }),
            }
        }
        let kept: BTreeSet<&str> = partners.values().map(|s| s.id.as_str()).collect();
        let gone = a.statements.iter().filter(|s| !kept.contains(s.id.as_str()));
        changes.extend(gone.map(|statement| Change::StatementGone { statement }));
    }

    fn by_matter(&self, a: &'g GraphDocument, b: &'g GraphDocument) -> BTreeMap<Matter<'g>, Sides<'g>> {
        let mut matters: BTreeMap<Matter<'g>, Sides<'g>> = BTreeMap::new();
        for statement in &a.statements {
            let ends = [self.now(&statement.subject), self.now(&statement.object)];
            matters.entry(self.matter(statement, ends)).or_default()[0].push(statement);
        }
        for statement in &b.statements {
            let ends = [statement.subject.as_str(), &statement.object];
            matters.entry(self.matter(statement, ends)).or_default()[1].push(statement);
        }
        matters
    }

    fn matter(&self, statement: &'g Statement, mut ends: [&'g str; 2]) -> Matter<'g> {
        if self.symmetric.contains(&statement.relation.as_str()) {
            ends.sort_unstable();
        }
        let rule = statement.inferred.as_ref().map(|inference| inference.rule.as_str());
        (ends[0], &statement.relation, ends[1], rule)
    }

    /// The id in the second graph of an entity of the first.
    fn now(&self, id: &'g str) -> &'g str {
        self.same.get(id).copied().unwrap_or(id)
    }

    fn former_qualifiers(&self, s: &'g Statement) -> Qualifiers<'g> {
        (s.when.as_deref(), s.status, s.by.as_deref().map(|by| self.now(by)), s.role.as_deref())
    }

    fn pair_equal(&self, sides: &mut Sides<'g>, partners: &mut BTreeMap<&'g str, &'g Statement>) {
        let [old, new] = sides;
        old.retain(|before| {
            let qualifiers = self.former_qualifiers(before);
            let partner = new.iter().position(|after| self::qualifiers(after) == qualifiers);
            partner.is_none_or(|at| {
                partners.insert(&new.remove(at).id, before);
                false
            })
        });
    }

    /// Pairs by the words they rest on; and what is left, if that is one statement on each side that differ in two
    /// qualifiers at most. Where several are left nobody can tell which became which.
    fn pair_changed(&self, sides: &mut Sides<'g>, partners: &mut BTreeMap<&'g str, &'g Statement>) {
        let [old, new] = sides;
        old.retain(|before| {
            let words = evidence::former_words(before, self.documents);
            let shares = |after: &&Statement| !evidence::words(after).is_disjoint(&words);
            let alike = (0..new.len()).filter(|&at| shares(&new[at]));
            let nearest = alike.min_by_key(|&at| self.differences(before, new[at]));
            nearest.is_none_or(|at| {
                partners.insert(&new.remove(at).id, before);
                false
            })
        });
        if let ([before], [after]) = (&old[..], &new[..])
            && self.differences(before, after) <= 2
        {
            partners.insert(&after.id, before);
            old.clear();
            new.clear();
        }
    }

    /// How many qualifiers differ.
    fn differences(&self, before: &'g Statement, after: &'g Statement) -> usize {
        let (old, new) = (self.former_qualifiers(before), qualifiers(after));
        [old.0 != new.0, old.1 != new.1, old.2 != new.2, old.3 != new.3].into_iter().filter(|&d| d).count()
    }

    fn compare_one(&self, before: &'g Statement, statement: &'g Statement, changes: &mut Vec<Change<'g>>) {
        let (old, new) = (self.former_qualifiers(before), qualifiers(statement));
        if old.0 != new.0 {
            changes.push(Change::DateChanged { statement, before: old.0 });
        }
        if old.1 != new.1 {
            changes.push(Change::StatusChanged { statement, before: old.1 });
        }
        if old.2 != new.2 {
            changes.push(Change::SpeakerChanged { statement, before: before.by.as_deref() });
        }
        if old.3 != new.3 {
            changes.push(Change::RoleChanged { statement, before: old.3 });
        }
        evidence::compare(before, statement, self.documents, changes);
        if before.confidence != statement.confidence {
            changes.push(Change::ConfidenceChanged { statement, before: before.confidence });
        }
    }
}

fn qualifiers(s: &Statement) -> Qualifiers<'_> {
    (s.when.as_deref(), s.status, s.by.as_deref(), s.role.as_deref())
}
