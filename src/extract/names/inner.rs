//! Bodies named inside the names of their meetings: who reads of "the BRICS summit" knows afterwards which group is meant.

use super::owners::leading;
use super::view::View;
use super::{Form, NameMention, NamedEntity, Names};
use crate::graph::Kind;
use crate::vocabulary::gazetteer::Gazetteer;
use std::collections::{BTreeSet, HashMap};

/// For each sentence the bodies that the names of its events begin with, as mentions of their own. A body that is
/// named nowhere else is added to the entities.
pub(super) fn find(views: &[View], names: &mut Names, gazetteer: &Gazetteer) -> Vec<Vec<NameMention>> {
    let mut entries: HashMap<usize, usize> =
        names.entities.iter().enumerate().filter_map(|(i, e)| Some((e.gazetteer?, i))).collect();
    let mut found = vec![Vec::new(); views.len()];
    for (sentence, view) in views.iter().enumerate() {
        for m in &names.mentions[sentence] {
            if names.entities[m.entity].kind != Kind::Event {
                continue;
            }
            let Some((entry, end)) = leading(view, &m.tokens, gazetteer) else { continue };
            if gazetteer.entries()[entry].kind != Kind::Organization {
                continue;
            }
            let entity = *entries.entry(entry).or_insert_with(|| {
                names.entities.push(entity(entry, gazetteer));
                names.entities.len() - 1
            });
            found[sentence].push(NameMention {
                tokens: m.tokens.start..end,
                entity,
                form: Form::Name,
                plural: false,
            });
        }
    }
    found
}

fn entity(entry: usize, gazetteer: &Gazetteer) -> NamedEntity {
    let known = &gazetteer.entries()[entry];
    NamedEntity {
        kind: known.kind,
        label: known.label.to_string(),
        aliases: BTreeSet::new(),
        gazetteer: Some(entry),
        gender: None,
        owner: None,
        same_as: known.same_as.iter().map(ToString::to_string).collect(),
        id_hint: Some(known.iri_local.to_string()),
    }
}
