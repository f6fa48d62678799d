//! Bodies named inside the names of their meetings: who reads of "the BRICS summit" knows afterwards which group is meant.

use super::owners::leading;
use super::view::View;
use super::{Form, NameMention, NamedEntity, Names};
use crate::graph::Kind;
use crate::vocabulary::gazetteer::Gazetteer;

/// For each sentence the bodies that the names of its events begin with, as mentions of their own. A body that is
/// named nowhere else is added to the entities.
pub(super) fn find(views: &[View], names: &mut Names, gazetteer: &Gazetteer) -> Vec<Vec<NameMention>> {
    let mut entries = names.by_entry();
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
                names.entities.push(NamedEntity::of_entry(entry, gazetteer));
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
