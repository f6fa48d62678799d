//! What stands between commas behind a subject and is no part of what it does next.

use super::clause::{hang, has_relative, has_subject, is_finite, name_before, start, two_subjects};
use crate::language::{Tag, Tree, Unit, lowered};
use crate::vocabulary::words::{List, WordLists};

/// "Laos, admitted to ASEAN in 1997, chaired it": of two verbs without "and" between them the first, between commas and
/// without an object, is a participle of the subject, whatever the tagger says; an office is no object, but what the subject
/// became.
pub(crate) fn participles<'a>(
    units: &mut [Unit],
    tree: &mut Tree,
    words: &WordLists,
    word: impl Fn(&Unit) -> &'a str,
) {
    for aside in 2..units.len() {
        let name = aside - 2;
        let opens = matches!(units[aside].tag.name(), "VBD" | "VBN") && word(&units[aside - 1]) == ",";
        let subject = tree.heads[name] == Some(aside) && tree.labels[name] == "nsubj";
        let has = |label| tree.labelled(aside, label).next().is_some();
        let is_office = |o: usize| words.has(List::Offices, &lowered(word(&units[o])));
        let object = tree.labelled(aside, "dobj").any(|o| !is_office(o));
        if !opens || !subject || object || has("cc") || !(has("prep") || has("agent")) {
            continue;
        }
        let finite = |&u: &usize| {
            let joined = tree.heads[u] == Some(aside)
                && matches!(tree.labels[u], "conj" | "dep" | "ccomp" | "parataxis");
            // "conducted by X, | was hosted by Y"
            let first = start(tree, u);
            joined
                && word(&units[first - 1]) == ","
                && matches!(units[first].tag.name(), "VBD" | "VBZ" | "VBP" | "MD")
        };
        let Some(verb) = (aside + 1..units.len()).find(finite) else { continue };
        units[aside].tag = Tag::VBN;
        (tree.heads[verb], tree.labels[verb]) = (tree.heads[aside], tree.labels[aside]);
        for head in tree.heads.iter_mut().skip(verb + 1).filter(|head| **head == Some(aside)) {
            *head = Some(verb);
        }
        (tree.heads[aside], tree.labels[aside]) = (Some(name), "acl");
        tree.heads[name] = Some(verb);
    }
}

/// "sailed in May, | exercised with X and called at Y": what is coordinated with a past form is one itself, and the second of
/// three things that the subject did.
pub(crate) fn series<'a>(units: &mut [Unit], tree: &mut Tree, word: impl Fn(&Unit) -> &'a str) {
    for second in 2..units.len() {
        let stray = units[second].is_verb()
            && matches!(units[second].tag.name(), "VBN" | "VBD")
            && tree.labels[second] == "advcl"
            && word(&units[second - 1]) == ",";
        let Some(first) = tree.heads[second].filter(|&v| stray && v < second && units[v].is_verb()) else {
            continue;
        };
        let own = |label| tree.child(second, label).is_some_and(|c| c < second);
        let third = tree.labelled(second, "conj").any(|c| {
            c > second
                && units[c].tag.name() == "VBD"
                && !tree.children(c).any(|s| tree.labels[s].starts_with("nsubj"))
        });
        let past = matches!(units[first].tag.name(), "VBD" | "VBN") && tree.child(second, "agent").is_none();
        if third && past && !["mark", "nsubj", "nsubjpass", "aux", "auxpass"].into_iter().any(own) {
            units[second].tag = Tag::VBD;
            tree.labels[second] = "conj";
        }
    }
}

/// "Pitch Black, which the air force stages each year, began": a plural with a subject of its own is a verb, and the word
/// that opens the clause what is done.
pub(crate) fn plural_verbs(units: &mut [Unit], tree: &mut Tree) {
    for verb in 2..units.len() {
        if units[verb].tag != Tag::NNS || tree.labels[verb] != "relcl" {
            continue;
        }
        let Some([opener, subject]) = two_subjects(tree, verb) else { continue };
        let relative = matches!(units[opener].tag.name(), "WDT" | "WP");
        if relative && units[subject].is_name() && subject + 1 == verb {
            units[verb].tag = Tag::VBZ;
            tree.labels[opener] = "dobj";
        }
    }
}

/// "X, whose navy trained there, has built a port": what stands between the commas is said of what somebody there has, and
/// the verb behind it of the name.
pub(super) fn owned<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for whose in 2..units.len() {
        let owned = tree.heads[whose].filter(|_| units[whose].tag.name() == "WP$" && word(whose - 1) == ",");
        let Some(inner) = owned.filter(|&s| s > whose).and_then(|s| tree.heads[s]) else { continue };
        let Some(name) = name_before(whose - 1, &word).filter(|&n| units[n].is_name()) else { continue };
        if tree.labels[inner] == "relcl" || inner < whose || !units[inner].is_verb() {
            continue;
        }
        let goes_on = |&v: &usize| {
            tree.heads[v] == Some(inner)
                && word(start(tree, v) - 1) == ","
                && is_finite(units, tree, v)
                && !has_subject(tree, v)
        };
        let Some(outer) = (inner + 1..units.len()).find(goes_on) else { continue };
        (tree.heads[outer], tree.labels[outer]) = (tree.heads[inner], tree.labels[inner]);
        (tree.heads[inner], tree.labels[inner]) = (Some(name), "relcl");
        for head in tree.heads.iter_mut().skip(outer + 1).filter(|head| **head == Some(inner)) {
            *head = Some(outer);
        }
        hang(tree, name, outer);
    }
}

/// "Elected president of X in 2019, Y ...": a participle that opens the sentence tells what became of the subject, and what it
/// seems to describe is what that was.
pub(super) fn fronted_offices(units: &[Unit], tree: &mut Tree, is_office: &impl Fn(usize) -> bool) {
    let Some(noun) = tree.heads.first().copied().flatten().filter(|&noun| is_office(noun)) else { return };
    let describes = tree.labels[0] == "amod" && units[0].tag.name() == "VBN" && tree.labels[noun] == "advcl";
    if describes {
        (tree.heads[0], tree.labels[0]) = (tree.heads[noun], "advcl");
        (tree.heads[noun], tree.labels[noun]) = (Some(0), "oprd");
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

/// "Founded in 2002 and managed by X, the institute is based in Y": what stands between the clause that opens a sentence
/// and a verb without a subject is its subject, not what X is called.
pub(super) fn behind_openings<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for verb in 0..units.len() {
        if tree.labels[verb] != "ROOT" || !units[verb].is_verb() || has_subject(tree, verb) {
            continue;
        }
        let start = start(tree, verb);
        let Some(name) = before_aside(units, tree, start, &word).or_else(|| name_before(start, &word)) else {
            continue;
        };
        let article = name.checked_sub(1).filter(|&u| matches!(word(u), "the" | "The")).unwrap_or(name);
        let comma = article.checked_sub(1).filter(|&u| word(u) == ",");
        let opening =
            comma.is_some() && tree.heads[0] == Some(verb) && matches!(tree.labels[0], "advcl" | "prep");
        let loose = matches!(tree.labels[name], "appos" | "conj");
        if opening && units[name].is_name() && loose && tree.is_within(name, 0) {
            // What stands between the two is said of it.
            let above = tree.heads[name];
            for unit in (name + 1..start).filter(|_| above.is_some()) {
                if tree.heads[unit] == above {
                    tree.heads[unit] = Some(name);
                }
            }
            hang(tree, name, verb);
        }
    }
}

/// "According to X, Y, based in Oslo, | attacked": the name before an aside that ends where the verb begins.
fn before_aside<'a>(
    units: &[Unit],
    tree: &Tree,
    verb: usize,
    word: &impl Fn(usize) -> &'a str,
) -> Option<usize> {
    let close = verb.checked_sub(1).filter(|&u| word(u) == ",")?;
    // The aside may still hang on the name before.
    let inside = |name: usize| {
        let above = tree.heads[name].unwrap_or(name);
        (name + 2..close).all(|u| tree.is_within(u, above))
    };
    let loose = |u: usize| matches!(tree.labels[u], "appos" | "conj" | "npadvmod" | "dep");
    let fits = |&u: &usize| loose(u) && units[u].is_name() && word(u + 1) == "," && u + 1 < close;
    (1..close).rev().find(fits).filter(|&name| inside(name))
}

/// "Before being received by X, the president of the council had called on Y": a clause without "who" or "which" behind a
/// comma says nothing of the name before it; what opens the sentence hangs on it.
pub(super) fn past_openings<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    let Some(opening) = (0..units.len()).find(|&u| tree.labels[u] == "ROOT") else { return };
    let opens = matches!(units[0].tag.name(), "IN" | "VBG" | "VBN") && tree.is_within(0, opening);
    if !opens || is_finite(units, tree, opening) || has_subject(tree, opening) {
        return;
    }
    let bare = |v: &usize| {
        let subject = tree.children(*v).find(|&c| tree.labels[c].starts_with("nsubj") && c < *v);
        let first = subject.map(|s| (0..=s).find(|&u| tree.is_within(u, s)).unwrap_or(s));
        let comma = first.and_then(|f| f.checked_sub(1)).filter(|&u| word(u) == ",");
        let name = comma.and_then(|c| c.checked_sub(1)).filter(|&n| units[n].is_name());
        let behind = tree.labels[*v] == "relcl" && tree.heads[*v] == name && name.is_some();
        behind && !has_relative(units, tree, *v)
    };
    let Some(main) = (opening + 1..units.len()).find(|v| bare(v) && is_finite(units, tree, *v)) else {
        return;
    };
    for behind in main + 1..units.len() {
        if tree.heads[behind] == Some(opening) {
            tree.heads[behind] = Some(main);
        }
    }
    (tree.heads[main], tree.labels[main]) = (None, "ROOT");
    (tree.heads[opening], tree.labels[opening]) = (Some(main), "advcl");
}

/// "a gift to the bank (CDB), headquartered in X": where something sits is said of the name before the comma.
pub(super) fn seats<'a>(units: &[Unit], tree: &mut Tree, words: &WordLists, word: impl Fn(usize) -> &'a str) {
    for participle in 2..units.len() {
        let seated = || words.has(List::SeatParticiples, word(participle));
        let noun = tree.heads[participle].filter(|_| tree.labels[participle] == "acl" && seated());
        let Some(noun) = noun.filter(|_| word(participle - 1) == ",") else { continue };
        let Some(name) = name_before(participle - 1, &word) else { continue };
        // "an organ of the council, based in X": the organ is.
        let part = tree.heads[name].is_some_and(|p| word(p) == "of");
        if name > noun && units[name].is_name() && tree.is_within(name, noun) && !part {
            tree.heads[participle] = Some(name);
        }
    }
}
