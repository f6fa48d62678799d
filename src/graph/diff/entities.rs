//! Entities of two graphs that are the same, and what changed of them.

use super::Change;
use crate::graph::{Entity, GraphDocument, Kind};
use std::collections::{BTreeMap, BTreeSet};

/// Ids of the second graph by those of the first.
pub(super) type SameEntities<'g> = BTreeMap<&'g str, &'g str>;

/// What an entity may be known by when its address changed.
type Key<'g> = (Option<Kind>, &'g str);

/// The signs by which entities of different addresses are known to be one, surest first.
const SIGNS: [for<'g> fn(&'g Entity) -> Vec<Key<'g>>; 4] = [
    |entity| entity.same_as.iter().map(|link| (Some(entity.kind), link.as_str())).collect(),
    |entity| vec![(Some(entity.kind), entity.label.as_str())],
    |entity| names(entity).map(|name| (Some(entity.kind), name)).collect(),
    |entity| vec![(None, entity.label.as_str())],
];

fn names(entity: &Entity) -> impl Iterator<Item = &str> {
    std::iter::once(entity.label.as_str()).chain(entity.aliases.iter().map(String::as_str))
}

/// Pairs the entities and says what changed of each.
pub(super) fn compare<'g>(
    a: &'g GraphDocument,
    b: &'g GraphDocument,
    changes: &mut Vec<Change<'g>>,
) -> SameEntities<'g> {
    let pairs = pair(a, b);
    for entity in &b.entities {
        match pairs.get(entity.id.as_str()) {
            Some(before) => compare_one(before, entity, changes),
            None => changes.push(Change::EntityAdded { entity }),
        }
    }
    let same: SameEntities<'g> = pairs.into_iter().map(|(after, before)| (&*before.id, after)).collect();
    let gone = a.entities.iter().filter(|e| !same.contains_key(e.id.as_str()));
    changes.extend(gone.map(|entity| Change::EntityGone { entity }));
    same
}

/// Entities of the first graph by the ids that they have in the second.
fn pair<'g>(a: &'g GraphDocument, b: &'g GraphDocument) -> BTreeMap<&'g str, &'g Entity> {
    let by_id: BTreeMap<&str, &Entity> = a.entities.iter().map(|e| (e.id.as_str(), e)).collect();
    let ids = b.entities.iter().map(|e| e.id.as_str());
    let mut pairs: BTreeMap<&str, &Entity> = ids.filter_map(|id| Some((id, *by_id.get(id)?))).collect();
    let mut taken: BTreeSet<&str> = pairs.keys().copied().collect();
    for sign in SIGNS {
        let old = a.entities.iter().filter(|e| !taken.contains(e.id.as_str()));
        let new = b.entities.iter().filter(|e| !pairs.contains_key(e.id.as_str()));
        for (before, after) in alike(old, new, sign) {
            if !taken.contains(before.id.as_str()) && !pairs.contains_key(after.id.as_str()) {
                taken.insert(&before.id);
                pairs.insert(&after.id, before);
            }
        }
    }
    pairs
}

/// Pairs that share a sign with each other and with nobody else.
fn alike<'g>(
    old: impl Iterator<Item = &'g Entity>,
    new: impl Iterator<Item = &'g Entity>,
    sign: fn(&'g Entity) -> Vec<Key<'g>>,
) -> Vec<(&'g Entity, &'g Entity)> {
    let mut by_key: BTreeMap<Key<'g>, [Vec<&'g Entity>; 2]> = BTreeMap::new();
    for entity in old {
        for key in sign(entity) {
            by_key.entry(key).or_default()[0].push(entity);
        }
    }
    for entity in new {
        for key in sign(entity) {
            by_key.entry(key).or_default()[1].push(entity);
        }
    }
    let sole = |sides: &[Vec<&'g Entity>; 2]| match (&sides[0][..], &sides[1][..]) {
        ([before], [after]) => Some((*before, *after)),
        _ => None,
    };
    by_key.values().filter_map(sole).collect()
}

fn compare_one<'g>(before: &'g Entity, entity: &'g Entity, changes: &mut Vec<Change<'g>>) {
    if before.kind != entity.kind {
        changes.push(Change::EntityRetyped { entity, before: before.kind });
    }
    if before.label != entity.label {
        changes.push(Change::EntityRenamed { entity, before: &before.label });
    }
    if before.id != entity.id && before.kind == entity.kind && before.label == entity.label {
        changes.push(Change::EntityMoved { entity, before: &before.id });
    }
    let gained = missing(entity, before);
    if !gained.is_empty() {
        changes.push(Change::NamesGained { entity, names: gained });
    }
    let lost = missing(before, entity);
    if !lost.is_empty() {
        changes.push(Change::NamesLost { entity, names: lost });
    }
}

/// Aliases and links of `one` that the `other` lacks. The label of either is no alias to miss: that it changed is said.
fn missing<'g>(one: &'g Entity, other: &Entity) -> Vec<&'g str> {
    let has = |name: &str| names(other).any(|n| n == name) || other.same_as.iter().any(|l| l == name);
    one.aliases.iter().chain(&one.same_as).map(String::as_str).filter(|name| !has(name)).collect()
}
