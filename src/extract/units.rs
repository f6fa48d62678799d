//! What the parser sees as one unit: names, chains of names, dates.

use super::names::{Form, NameMention, Names};
use crate::graph::Kind;
use crate::language::{Token, UnitClass, is_possessive_mark};
use crate::vocabulary::words::{List, WordLists};
use std::ops::Range;

/// A stretch of tokens and what it stands for.
type Span = (Range<usize>, UnitClass);

/// Names (not adjectives) and dates, sorted and disjoint. `tokens` are those of the sentence, `word` tells how one is
/// written.
pub(crate) fn spans<'t>(
    names: &Names,
    mentions: &[NameMention],
    dates: Vec<Range<usize>>,
    tokens: &[Token],
    word: impl Fn(usize) -> &'t str,
) -> Vec<Span> {
    let named = mentions.iter().filter(|m| m.form != Form::Adjective);
    let mut spans: Vec<Span> =
        named.map(|m| (m.tokens.clone(), class(names.entities[m.entity].kind))).collect();
    spans.sort_by_key(|(tokens, _)| tokens.start);
    absorb_nouns(&mut spans, &word);
    absorb_owners(&mut spans, &word);
    join_chains(&mut spans, tokens, &word);
    for tokens in dates {
        if spans.iter().all(|(s, _)| tokens.end <= s.start || s.end <= tokens.start) {
            spans.push((tokens, UnitClass::Date));
        }
    }
    spans.sort_by_key(|(tokens, _)| tokens.start);
    spans
}

/// "NATO's Allied Command" is one unit: whose it is matters to the graph, not to the clause; in "Finland's NATO
/// membership" the second name goes with the noun.
fn absorb_owners<'t>(spans: &mut Vec<Span>, word: &impl Fn(usize) -> &'t str) {
    for i in (1..spans.len()).rev() {
        let (owner, owned) = (spans[i - 1].0.clone(), spans[i].0.clone());
        let body = matches!(spans[i].1, UnitClass::Organization | UnitClass::Event | UnitClass::Work);
        let belongs = WordLists::embedded().has(List::BelongingNouns, word(owned.end));
        if body && !belongs && owner.end + 1 == owned.start && is_possessive_mark(word(owner.end)) {
            spans[i - 1] = (owner.start..owned.end, spans[i].1);
            spans.remove(i);
        }
    }
}

/// "the exercise Cold Response", "the frigate Forbin" is one unit: the noun says no more than the name's kind.
fn absorb_nouns<'t>(spans: &mut [Span], word: &impl Fn(usize) -> &'t str) {
    let lists = WordLists::embedded();
    let mut free = 0;
    for (tokens, class) in spans.iter_mut() {
        let before = tokens.start.checked_sub(1).filter(|&t| t >= free).map_or("", word);
        let called = match class {
            UnitClass::Event => matches!(before, "exercise" | "operation" | "drill"),
            UnitClass::Organization => lists.has(List::VesselNouns, before),
            _ => false,
        };
        if called {
            tokens.start -= 1;
            // "the patrol vessel Toro"
            let kind = tokens.start.checked_sub(1).filter(|&t| t >= free).map_or("", word);
            tokens.start -= usize::from(lists.has(List::VesselModifiers, kind));
        }
        free = tokens.end;
    }
}

/// "US–Japan–Australia" is one list.
fn join_chains<'t>(spans: &mut Vec<Span>, tokens: &[Token], word: &impl Fn(usize) -> &'t str) {
    let tight = |dash: usize| tokens[dash - 1].range.end == tokens[dash].range.start;
    let linked =
        |class: UnitClass| matches!(class, UnitClass::Place | UnitClass::Organization | UnitClass::List);
    for i in (1..spans.len()).rev() {
        let (before, after) = (spans[i - 1].clone(), spans[i].clone());
        let dash = before.0.end + 1 == after.0.start && matches!(word(before.0.end), "-" | "–" | "‐" | "‑");
        if dash && tight(before.0.end) && before.1 == UnitClass::Place && linked(after.1) {
            spans[i - 1] = (before.0.start..after.0.end, UnitClass::List);
            spans.remove(i);
        }
    }
}

fn class(kind: Kind) -> UnitClass {
    match kind {
        Kind::Person => UnitClass::Person,
        Kind::Organization => UnitClass::Organization,
        Kind::Country | Kind::Place => UnitClass::Place,
        Kind::Event => UnitClass::Event,
        Kind::Agreement | Kind::Document => UnitClass::Work,
    }
}
