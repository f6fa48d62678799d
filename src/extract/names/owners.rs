//! Whose a body is, as the words beside and inside its name say.

use super::ships;
use super::view::View;
use super::words::{List as NameList, Words};
use super::{NameMention, Names, Ownership};
use crate::graph::Kind;
use crate::vocabulary::gazetteer::{Gazetteer, Hit, NameSort};
use crate::vocabulary::words::{List, WordLists};
use std::collections::HashMap;
use std::ops::Range;

/// How many words may say what a ship is ("Arleigh Burke-class guided-missile destroyer").
const LONGEST_VESSEL: usize = 6;

/// The gazetteer's country or body a name begins with, behind "Royal" and the like, and where its own name ends.
pub(super) fn leading(view: &View, tokens: &Range<usize>, gazetteer: &Gazetteer) -> Option<(usize, usize)> {
    leading_where(view, tokens, gazetteer, |hit| may_own(hit, gazetteer))
}

/// What `fits` of what a name begins with, as [`leading`] gives it.
fn leading_where(
    view: &View,
    tokens: &Range<usize>,
    gazetteer: &Gazetteer,
    fits: impl Fn(&Hit) -> bool,
) -> Option<(usize, usize)> {
    let crowned = usize::from(matches!(view.word(tokens.start), "Royal" | "Imperial"));
    let first = view.piece_token.iter().position(|&t| t == tokens.start + crowned)?;
    let last = view.piece_token.iter().rposition(|&t| t + 1 == tokens.end)?;
    let (n, hits) = gazetteer.longest_within(&view.folded, first, last.checked_sub(first)?)?;
    let hit = hits.iter().find(|h| fits(h))?;
    let end = view.piece_token[first + n - 1] + 1;
    // "China-Nordic Centre": one of several it is shared by.
    (end < tokens.end && !view.hyphen(end)).then_some((hit.entry, end))
}

fn may_own(hit: &Hit, gazetteer: &Gazetteer) -> bool {
    let kind = gazetteer.entries()[hit.entry].kind;
    let sort = matches!(
        hit.sort,
        NameSort::Preferred | NameSort::Alternative | NameSort::Adjective | NameSort::Demonym
    );
    sort && matches!(kind, Kind::Country | Kind::Organization)
}

/// The country or body after "of (the)" that ends a name, and where the rest of the name ends.
fn trailing(view: &View, tokens: &Range<usize>, gazetteer: &Gazetteer) -> Option<(usize, usize)> {
    let of = tokens.clone().rev().find(|&i| view.word(i) == "of")?;
    let from = if view.word(of + 1) == "the" { of + 2 } else { of + 1 };
    let piece = view.piece_token.iter().position(|&t| t == from)?;
    let (n, hits) = gazetteer.longest(&view.folded, piece)?;
    let hit = hits.iter().find(|h| may_own(h, gazetteer))?;
    (view.piece_token[piece + n - 1] + 1 == tokens.end && of > tokens.start).then_some((hit.entry, of))
}

/// A body's name without the owner it begins or ends with.
pub(super) fn base(view: &View, tokens: &Range<usize>, gazetteer: &Gazetteer) -> String {
    let start = leading(view, tokens, gazetteer).map_or(tokens.start, |(_, end)| end);
    let end = trailing(view, &(start..tokens.end), gazetteer).map_or(tokens.end, |(_, of)| of);
    view.text(&(start..end)).into_owned()
}

/// The entry a body belongs to, as its own name or the words beside it say: "Indian Navy", "Japan's Ministry of
/// Defense", "the Russian Navy", "the Ministry of Defence (MOD) of Finland".
pub(super) fn stated(view: &View, tokens: &Range<usize>, gazetteer: &Gazetteer) -> Option<usize> {
    leading(view, tokens, gazetteer)
        .or_else(|| trailing(view, tokens, gazetteer))
        .map(|(entry, _)| entry)
        .or_else(|| beside(view, tokens, gazetteer).map(|(entry, _)| entry))
}

/// "Moldova opened its own Cyber Security Agency": the country before it in the sentence, whose own it is.
pub(super) fn own(view: &View, tokens: &Range<usize>, gazetteer: &Gazetteer) -> Option<usize> {
    let its = before_own(view, tokens)?;
    let named =
        |end: usize| (end.saturating_sub(5)..end).find_map(|start| country(view, start..end, gazetteer));
    (1..=its).rev().find_map(named)
}

/// "Montenegro was hit. On 26 August its National Security Agency blamed X": the one country that the sentence before names.
pub(super) fn own_of(
    view: &View,
    tokens: &Range<usize>,
    before: &View,
    gazetteer: &Gazetteer,
) -> Option<usize> {
    before_own(view, tokens)?;
    let named = |start: usize| {
        (start + 1..=before.len().min(start + 5)).rev().find_map(|end| country(before, start..end, gazetteer))
    };
    let mut named = (0..before.len()).filter_map(named);
    let first = named.next()?;
    named.all(|other| other == first).then_some(first)
}

/// The "its" or "their" before a name, "own", "first" or "new" passed over.
fn before_own(view: &View, tokens: &Range<usize>) -> Option<usize> {
    let before = tokens.start.checked_sub(1)?;
    let its = before - usize::from(matches!(view.word(before), "own" | "first" | "new") && before > 0);
    matches!(view.word(its), "its" | "Its" | "their" | "Their").then_some(its)
}

/// The country that exactly these tokens name.
fn country(view: &View, tokens: Range<usize>, gazetteer: &Gazetteer) -> Option<usize> {
    let hit = whole(view, tokens, gazetteer)?;
    (gazetteer.entries()[hit.entry].kind == Kind::Country).then_some(hit.entry)
}

/// An owner before or after the name, and the tokens from its name to the body's or back.
fn beside(view: &View, tokens: &Range<usize>, gazetteer: &Gazetteer) -> Option<(usize, Range<usize>)> {
    before(view, tokens, gazetteer).or_else(|| after(view, tokens, gazetteer))
}

fn before(view: &View, tokens: &Range<usize>, gazetteer: &Gazetteer) -> Option<(usize, Range<usize>)> {
    let end =
        if tokens.start > 0 && view.possessive(tokens.start - 1) { tokens.start - 1 } else { tokens.start };
    (end.saturating_sub(6)..end).find_map(|start| {
        let hit = whole(view, start..end, gazetteer)?;
        let adjacent = end < tokens.start || matches!(hit.sort, NameSort::Adjective | NameSort::Demonym);
        adjacent.then_some((hit.entry, start..tokens.end))
    })
}

fn after(view: &View, tokens: &Range<usize>, gazetteer: &Gazetteer) -> Option<(usize, Range<usize>)> {
    let mut at = tokens.end;
    if view.word(at) == "(" && view.word(at + 2) == ")" {
        at += 3;
    }
    if view.word(at) != "of" {
        return None;
    }
    let from = if view.word(at + 1) == "the" { at + 2 } else { at + 1 };
    (from + 1..=view.len().min(from + 7)).rev().find_map(|end| {
        let hit = whole(view, from..end, gazetteer)?;
        Some((hit.entry, tokens.start..end))
    })
}

/// What the gazetteer knows by exactly these tokens, if it may own a body.
fn whole(view: &View, tokens: Range<usize>, gazetteer: &Gazetteer) -> Option<Hit> {
    if !view.named(tokens.start) {
        return None;
    }
    gazetteer.lookup(&view.text(&tokens)).into_iter().find(|h| may_own(h, gazetteer))
}

/// Every place where the text shows whose a body is; an entity without owner takes the first.
pub(super) fn find(views: &[View], names: &mut Names, gazetteer: &Gazetteer) -> Vec<Ownership> {
    let entries = names.by_entry();
    let mut out = Vec::new();
    for (sentence, view) in views.iter().enumerate() {
        for m in &names.mentions[sentence] {
            if names.entities[m.entity].kind != Kind::Organization {
                continue;
            }
            let mentions = &names.mentions[sentence];
            let listed = names.entities[m.entity].gazetteer.and_then(|e| listed(e, gazetteer));
            let shown =
                neighbour(view, m, mentions, names).or_else(|| within(view, m, listed, &entries, gazetteer));
            let owned = |whole: usize| whole != m.entity && !only_named_by(names, m.entity, whole, gazetteer);
            out.extend(shown.filter(|(whole, _)| owned(*whole)).map(|(whole, tokens)| Ownership {
                sentence,
                part: m.entity,
                whole,
                tokens,
            }));
        }
    }
    for o in &out {
        names.entities[o.part].owner.get_or_insert(o.whole);
    }
    out
}

/// Whether a body only gave another its name ("Mandiant's Sandworm"): the gazetteer knows the one and not as the other's.
fn only_named_by(names: &Names, part: usize, whole: usize, gazetteer: &Gazetteer) -> bool {
    let (part, whole) = (&names.entities[part], &names.entities[whole]);
    let Some(entry) = part.gazetteer.map(|e| &gazetteer.entries()[e]) else { return false };
    // "the Western Naval Command of the Indian Navy": both are India's.
    let above = whole.gazetteer.and_then(|e| gazetteer.entries()[e].owner.as_deref());
    let owner = entry.owner.as_deref();
    whole.kind == Kind::Organization
        && owner != whole.id_hint.as_deref()
        && (owner.is_none() || owner != above)
}

/// The entry that the gazetteer gives another to.
fn listed(entry: usize, gazetteer: &Gazetteer) -> Option<usize> {
    gazetteer.position(gazetteer.entries()[entry].owner.as_deref()?)
}

/// The owner a mention's own words name. A word that may stand for several is enough for the one that is `listed`:
/// "Korean National Intelligence Service".
fn within(
    view: &View,
    m: &NameMention,
    listed: Option<usize>,
    entries: &HashMap<usize, usize>,
    gazetteer: &Gazetteer,
) -> Option<(usize, Range<usize>)> {
    let inner =
        leading_where(view, &m.tokens, gazetteer, |hit| may_own(hit, gazetteer) || Some(hit.entry) == listed);
    let inner = inner.or_else(|| trailing(view, &m.tokens, gazetteer));
    Some((*entries.get(&inner?.0)?, m.tokens.clone()))
}

/// A country or body named beside the mention as its owner.
fn neighbour(
    view: &View,
    m: &NameMention,
    mentions: &[NameMention],
    names: &Names,
) -> Option<(usize, Range<usize>)> {
    let owns = |o: &&NameMention| matches!(names.entities[o.entity].kind, Kind::Country | Kind::Organization);
    let start = m.tokens.start;
    let possessive = start > 0 && view.possessive(start - 1);
    if possessive && WordLists::embedded().has(List::BelongingNouns, view.word(m.tokens.end)) {
        return None;
    }
    let adjective = |o: &NameMention| matches!(o.form, super::Form::Adjective | super::Form::Demonym);
    let before = mentions.iter().filter(owns).find(|o| {
        possessive && o.tokens.end + 1 == start || !possessive && o.tokens.end == start && adjective(o)
    });
    let before = before.or_else(|| navy_of(view, m, mentions).filter(owns));
    let before = before.or_else(|| owner_of_list(view, m, mentions).filter(owns));
    if let Some(o) = before {
        return Some((o.entity, o.tokens.start..m.tokens.end));
    }
    let mut at = m.tokens.end;
    if view.word(at) == "(" && view.word(at + 2) == ")" {
        at += 3;
    }
    if view.word(at) != "of" {
        return None;
    }
    let from = if view.word(at + 1) == "the" { at + 2 } else { at + 1 };
    let after = mentions.iter().filter(owns).find(|o| o.tokens.start == from)?;
    Some((after.entity, start..after.tokens.end))
}

/// "the Royal Navy destroyer HMS Defender": the service named before what the ship is.
fn navy_of<'m>(view: &View, m: &NameMention, mentions: &'m [NameMention]) -> Option<&'m NameMention> {
    let vessel = |i: usize| ships::is_vessel(view.word(i));
    let start = (0..m.tokens.start)
        .rev()
        .take(LONGEST_VESSEL)
        .take_while(|&i| vessel(i) || matches!(view.tag(i), "NN" | "JJ" | "HYPH" | "VBN") && !view.named(i));
    let start = start.last().filter(|_| vessel(m.tokens.start.wrapping_sub(1)))?;
    mentions.iter().find(|o| o.tokens.end == start && ships::is_service(view, &o.tokens))
}

/// "Canada's HMCS Ottawa and HMCS Vancouver": whose the ship before it in the list is.
fn owner_of_list<'m>(view: &View, m: &NameMention, mentions: &'m [NameMention]) -> Option<&'m NameMention> {
    let joined = m.tokens.start.checked_sub(1).filter(|&i| matches!(view.word(i), "and" | ","))?;
    let prefixed = |m: &NameMention| Words::get().has(NameList::ShipPrefix, view.word(m.tokens.start));
    let previous = mentions.iter().find(|o| o.tokens.end == joined).filter(|o| prefixed(o) && prefixed(m))?;
    let start = previous.tokens.start;
    let owner = mentions.iter().find(|o| o.tokens.end + 1 == start && view.possessive(o.tokens.end));
    owner.or_else(|| owner_of_list(view, previous, mentions))
}
