//! What one sentence shows a name to be it is in the others: "took part in Steelhawk" says that Steelhawk is an event, and a
//! heading in capitals speaks of what the text names.

use super::Form;
use super::propose::{Proposal, Reading};
use super::shapes::head_of;
use super::view::View;
use crate::graph::Kind;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;

/// Makes events of names that are taken for events elsewhere in the document and that no word of their own explains.
pub(super) fn events(views: &[View<'_>], found: &mut [Vec<Proposal>]) {
    let mut names: BTreeSet<(Reverse<usize>, Vec<&str>)> = BTreeSet::new();
    for (view, proposals) in views.iter().zip(found.iter()) {
        for event in proposals.iter().filter(|p| p.reading == Reading::New(Kind::Event)) {
            let bare = bare(view, &event.tokens);
            if !bare.is_empty() && head_of(view, &bare).is_none() {
                names.extend(
                    [&bare, &event.tokens].map(|t| (Reverse(t.len()), view.words[t.clone()].to_vec())),
                );
            }
        }
    }
    for (view, proposals) in views.iter().zip(found) {
        for (_, name) in &names {
            for start in 0..(view.len() + 1).saturating_sub(name.len()) {
                let tokens = start..start + name.len();
                if view.words[tokens.clone()] == name[..] {
                    take(proposals, tokens);
                }
            }
        }
        proposals.sort_by_key(|p| p.tokens.start);
    }
}

/// Finds in what is set in capitals the bodies with names of several words that the rest of the document names.
pub(super) fn capitals(views: &[View<'_>], found: &mut [Vec<Proposal>]) {
    if views.iter().all(|view| !view.capitals) {
        return;
    }
    let mut names: BTreeSet<(Reverse<usize>, Vec<String>)> = BTreeSet::new();
    let body = |p: &&Proposal| p.tokens.len() > 1 && p.reading == Reading::New(Kind::Organization);
    for (view, proposals) in views.iter().zip(found.iter()).filter(|(view, _)| !view.capitals) {
        names
            .extend(proposals.iter().filter(body).map(|p| (Reverse(p.tokens.len()), small(view, &p.tokens))));
    }
    for (view, proposals) in views.iter().zip(found).filter(|(view, _)| view.capitals) {
        for (Reverse(length), name) in &names {
            for start in 0..(view.len() + 1).saturating_sub(*length) {
                let tokens = start..start + length;
                if small(view, &tokens) == *name {
                    put(proposals, tokens);
                }
            }
        }
        proposals.sort_by_key(|p| p.tokens.start);
    }
}

/// Makes tokens the name of a body in place of all that it has within it; not of what is longer.
fn put(proposals: &mut Vec<Proposal>, tokens: Range<usize>) {
    let apart = |p: &Proposal| p.tokens.end <= tokens.start || tokens.end <= p.tokens.start;
    let part = |p: &Proposal| tokens.start <= p.tokens.start && p.tokens.end <= tokens.end;
    if proposals.iter().all(|p| apart(p) || part(p) && p.tokens.len() < tokens.len()) {
        proposals.retain(apart);
        let reading = Reading::New(Kind::Organization);
        proposals.push(Proposal { tokens, reading, form: Form::Name, plural: false });
    }
}

/// Words in small letters.
fn small(view: &View<'_>, tokens: &Range<usize>) -> Vec<String> {
    tokens.clone().map(|i| view.word(i).to_lowercase()).collect()
}

/// The name without the year or number of an edition.
fn bare(view: &View<'_>, tokens: &Range<usize>) -> Range<usize> {
    let number = |&i: &usize| view.word(i).bytes().all(|b| b.is_ascii_digit());
    tokens.start..tokens.clone().rev().find(|i| !number(i)).map_or(tokens.start, |last| last + 1)
}

/// Makes an event of the name at the tokens, unless it is part of a longer name or one that is known.
fn take(proposals: &mut Vec<Proposal>, tokens: Range<usize>) {
    let overlapping = |p: &Proposal| p.tokens.start < tokens.end && tokens.start < p.tokens.end;
    let yields = |p: &Proposal| {
        tokens.start <= p.tokens.start
            && p.tokens.end <= tokens.end
            && matches!(p.reading, Reading::New(kind) if kind != Kind::Event)
    };
    if proposals.iter().filter(|p| overlapping(p)).all(yields) {
        proposals.retain(|p| !overlapping(p));
        proposals.push(Proposal {
            tokens,
            reading: Reading::New(Kind::Event),
            form: Form::Name,
            plural: false,
        });
    }
}
