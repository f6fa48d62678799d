//! What repairs ask of a clause and do to it.

use crate::language::{Tree, Unit, UnitClass};

/// Puts a unit in the place of another that it hung on, with all that hangs there; the other becomes its `label`.
pub(super) fn take_place(tree: &mut Tree, above: usize, below: usize, label: &'static str) {
    for unit in 0..tree.heads.len() {
        if tree.heads[unit] == Some(above) {
            tree.heads[unit] = Some(below);
        }
    }
    (tree.heads[below], tree.labels[below]) = (tree.heads[above], tree.labels[above]);
    (tree.heads[above], tree.labels[above]) = (Some(below), label);
}

pub(super) fn hang(tree: &mut Tree, subject: usize, verb: usize) {
    let passive = tree.children(verb).any(|c| tree.labels[c] == "auxpass");
    tree.heads[subject] = Some(verb);
    tree.labels[subject] = if passive { "nsubjpass" } else { "nsubj" };
}

pub(super) fn is_finite(units: &[Unit], tree: &Tree, verb: usize) -> bool {
    let finite = |u: usize| {
        units[u].class == UnitClass::Word && matches!(units[u].tag.name(), "VBD" | "VBZ" | "VBP" | "MD")
    };
    let helped = |c: usize| matches!(tree.labels[c], "aux" | "auxpass") && finite(c);
    units[verb].is_verb() && (finite(verb) || tree.children(verb).any(helped))
}

pub(super) fn has_subject(tree: &Tree, verb: usize) -> bool {
    let subject = |c: usize| matches!(tree.labels[c], "nsubj" | "nsubjpass" | "csubj" | "csubjpass" | "expl");
    let helper = |c: usize| matches!(tree.labels[c], "aux" | "auxpass");
    tree.children(verb).any(|c| subject(c) || helper(c) && tree.children(c).any(subject))
}

/// Where a verb begins: with its first helper ("has | been elected"), else itself.
pub(super) fn start(tree: &Tree, verb: usize) -> usize {
    let helper = |&c: &usize| c < verb && matches!(tree.labels[c], "aux" | "auxpass");
    tree.children(verb).find(helper).unwrap_or(verb)
}

/// The subjects that stand before a verb, where they are two: one of them belongs elsewhere.
pub(super) fn two_subjects(tree: &Tree, verb: usize) -> Option<[usize; 2]> {
    let mut before = tree.labelled(verb, "nsubj").filter(|&s| s < verb);
    let two = [before.next()?, before.next()?];
    before.next().is_none().then_some(two)
}

/// Whether a verb has a relative or asking word of its own: "which", "whose", "where".
pub(super) fn has_relative(units: &[Unit], tree: &Tree, verb: usize) -> bool {
    tree.children(verb).any(|c| matches!(units[c].tag.name(), "WP" | "WDT" | "WRB" | "WP$"))
}

/// The unit that ends before another, with its acronym in brackets passed over: "the bank | (CDB)".
pub(super) fn name_before<'a>(end: usize, word: &impl Fn(usize) -> &'a str) -> Option<usize> {
    let bracketed = end > 3 && word(end - 1) == ")" && word(end - 3) == "(";
    end.checked_sub(if bracketed { 4 } else { 1 })
}
