//! What stands between commas behind a subject and is no part of what it does next.

use crate::language::{Tag, Tree, Unit};

/// "Laos, admitted to ASEAN in 1997, chaired it": of two verbs without "and" between them the first, between commas and
/// without an object, is a participle of the subject, whatever the tagger says.
pub(crate) fn participles<'a>(units: &mut [Unit], tree: &mut Tree, word: impl Fn(&Unit) -> &'a str) {
    let Some(participle) = Tag::parse("VBN") else { return };
    for aside in 2..units.len() {
        let name = aside - 2;
        let opens = matches!(units[aside].tag.name(), "VBD" | "VBN") && word(&units[aside - 1]) == ",";
        let subject = tree.heads[name] == Some(aside) && tree.labels[name] == "nsubj";
        let child = |head: usize, label: &str| {
            (0..units.len()).any(|u| tree.heads[u] == Some(head) && tree.labels[u] == label)
        };
        if !opens || !subject || child(aside, "dobj") || child(aside, "cc") || !child(aside, "prep") {
            continue;
        }
        let finite = |&u: &usize| {
            let joined = tree.heads[u] == Some(aside)
                && matches!(tree.labels[u], "conj" | "dep" | "ccomp" | "parataxis");
            joined
                && word(&units[u - 1]) == ","
                && matches!(units[u].tag.name(), "VBD" | "VBZ" | "VBP" | "MD")
        };
        let Some(verb) = (aside + 1..units.len()).find(finite) else { continue };
        units[aside].tag = participle;
        (tree.heads[verb], tree.labels[verb]) = (tree.heads[aside], tree.labels[aside]);
        for head in tree.heads.iter_mut().skip(verb + 1).filter(|head| **head == Some(aside)) {
            *head = Some(verb);
        }
        (tree.heads[aside], tree.labels[aside]) = (Some(name), "acl");
        tree.heads[name] = Some(verb);
    }
}

/// "X, on a visit to Y, met Z": where a name between commas is said to be, its verb happens.
pub(super) fn circumstances<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for preposition in 2..units.len() {
        let subject = tree.heads[preposition].filter(|&s| s + 2 == preposition && units[s].is_name());
        let subject = subject.filter(|&s| tree.labels[s].starts_with("nsubj") && word(s + 1) == ",");
        let verb = subject.and_then(|s| tree.heads[s]).filter(|&v| v > preposition && units[v].is_verb());
        let opens = matches!(word(preposition), "on" | "during" | "after" | "before");
        if let Some(verb) = verb.filter(|_| opens && tree.labels[preposition] == "prep") {
            tree.heads[preposition] = Some(verb);
        }
    }
}
