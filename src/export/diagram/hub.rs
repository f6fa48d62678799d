//! What each of several says of each other alike, such as “signed with”, drawn as one point that all are tied to: ten
//! signatories make ten lines then, not forty-five.

use std::collections::{BTreeMap, BTreeSet};

use super::{Edge, Pair};
use crate::graph::Status;

/// Fewest entities that are tied to a point; three are as well off with three lines.
const FEWEST: usize = 4;

/// Entities each of which is tied to each of the others alike.
pub(in super::super) struct Hub<'a> {
    /// Their ids.
    pub(in super::super) members: BTreeSet<&'a str>,
    /// How any two of them are tied.
    pub(in super::super) pair: Pair<'a>,
    /// What is said of any two of them.
    pub(in super::super) edge: Edge<'a>,
}

type Edges<'a> = Vec<(Pair<'a>, Edge<'a>)>;

/// What edges of a hub have in common: what they say, how surely, whether inferred, on which passages.
type Key<'a> = (Vec<String>, Status, bool, Vec<&'a str>);

/// Takes edges that are better drawn as hubs out of the others. Edges are alike that say the same on the same passages.
pub(super) fn take(edges: Edges<'_>) -> (Edges<'_>, Vec<Hub<'_>>) {
    let mut alike: BTreeMap<Key, Edges> = BTreeMap::new();
    let mut single = Edges::new();
    for (pair, edge) in edges {
        if pair.symmetric && pair.subject != pair.object {
            let key = (edge.full_lines(), pair.status, pair.inferred, edge.quotes.clone());
            alike.entry(key).or_default().push((pair, edge));
        } else {
            single.push((pair, edge));
        }
    }
    let mut hubs = Vec::new();
    for mut group in alike.into_values() {
        let members: BTreeSet<&str> =
            group.iter().flat_map(|(pair, _)| [pair.subject, pair.object]).collect();
        let all = members.len() * (members.len() - 1) / 2;
        if members.len() >= FEWEST && group.len() == all {
            hubs.extend(group.pop().map(|(pair, edge)| Hub { members, pair, edge }));
        } else {
            single.append(&mut group);
        }
    }
    (single, hubs)
}
