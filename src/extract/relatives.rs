//! Relative clauses that the parser takes for something else: "the accord, which Oslo quit" without a verb, "the drill,
//! in which Norway took part, ended" with the wrong one on top. A comma and a relative pronoun tell where the clause
//! begins, and that it has a verb of its own.

use crate::language::{Tag, Tree, Unit, UnitClass};

/// How far above the pronoun the verb of its clause may be.
const REACH: usize = 4;

/// Makes a verb of the noun that has to be one: "which Tanzania quit in 2000", "whose secretariat Australia hosts", "who
/// today leads". `word` tells how a unit is written.
pub(crate) fn verbs<'a>(units: &mut [Unit], word: impl Fn(&Unit) -> &'a str) {
    for opening in 0..units.len() {
        told_of(units, opening, &word);
        if !is_pronoun(&units[opening], word(&units[opening])) {
            continue;
        }
        let end = (opening + 1..units.len()).find(|&u| is_boundary(&units[u])).unwrap_or(units.len());
        adverb(&mut units[opening..end], &word);
        let clause = opening + 1..end;
        let verbal = |u: usize| {
            units[u].class == UnitClass::Word && matches!(units[u].tag.name().as_bytes(), [b'V', ..] | b"MD")
        };
        if clause.clone().any(verbal) {
            continue;
        }
        let closes = |u: usize| {
            u == end || units[u].class == UnitClass::Date || matches!(units[u].tag.name(), "IN" | "TO" | "RB")
        };
        let noun = clause.clone().find(|&u| {
            let noun = units[u].class == UnitClass::Word && matches!(units[u].tag.name(), "NN" | "NNS");
            let several = matches!(word(&units[u - 1]), "both" | "all" | "they" | "we");
            noun && u > opening + 1 && (units[u - 1].is_name() || several) && closes(u + 1)
        });
        if let Some(noun) = noun {
            units[noun].tag = if units[noun].tag == Tag::NN { Tag::VBD } else { Tag::VBZ };
        }
    }
}

/// "the outfit that Prigozhin founded in 2014, arrived", "the pact that the two signed": after "that" and a name or
/// number the verb is finite.
fn told_of<'a>(units: &mut [Unit], that: usize, word: &impl Fn(&Unit) -> &'a str) {
    let [noun, that, rest @ ..] = &mut units[that.saturating_sub(1)..] else { return };
    let relative = word(that) == "that"
        && (noun.is_name() || noun.class == UnitClass::Word && matches!(noun.tag.name(), "NN" | "NNS"));
    let article = rest.first().is_some_and(|first| word(first) == "the");
    let [subject, verb, ..] = &mut rest[usize::from(article)..] else { return };
    let subject = subject.is_name() || article && subject.tag.name() == "CD";
    let participle = verb.class == UnitClass::Word && verb.tag.name() == "VBN";
    if relative && participle && subject {
        verb.tag = Tag::VBD;
    }
}

/// "who today leads": a day between pronoun and verb is no subject.
fn adverb<'a>(clause: &mut [Unit], word: &impl Fn(&Unit) -> &'a str) {
    let [_, day, verb, ..] = clause else { return };
    let is_day = matches!(word(day), "today" | "yesterday" | "tomorrow" | "now");
    if is_day && verb.tag.is_verb() {
        day.tag = Tag::RB;
    }
}

/// Hangs relative clauses set off by a comma on the noun before it. `word` tells how a unit is written.
pub(crate) fn hang<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for pronoun in 2..units.len() {
        let that =
            word(pronoun) == "that" && tree.labels[pronoun] == "mark" && is_common_noun(&units[pronoun - 1]);
        if !(that || is_pronoun(&units[pronoun], word(pronoun))) {
            continue;
        }
        let after_preposition = matches!(units[pronoun - 1].tag.name(), "IN" | "TO");
        let opening = if after_preposition { pronoun - 1 } else { pronoun };
        let Some(antecedent) = antecedent(units, opening, &word) else { continue };
        let Some(verb) = verb_of(units, tree, pronoun) else { continue };
        let is_first =
            (pronoun + 1..verb).all(|u| !units[u].is_verb() || matches!(tree.labels[u], "aux" | "auxpass"));
        if tree.labels[verb] == "relcl" || !is_first {
            continue;
        }
        if tree.is_within(antecedent, verb) {
            lift(units, tree, antecedent, verb, pronoun);
        } else {
            attach(tree, verb, antecedent);
        }
    }
}

/// "Sébastien Lecornu, the minister of the armed forces, who was in Manila": behind a comma "who" is the person whom the
/// title is said of, not those the title speaks of.
pub(crate) fn past_titles<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for pronoun in 2..units.len() {
        let set_off = matches!(word(pronoun), "who" | "whose") && word(pronoun - 1) == ",";
        let Some(verb) = verb_of(units, tree, pronoun).filter(|_| set_off) else { continue };
        let noun = tree.heads[verb].filter(|&n| tree.labels[verb] == "relcl" && tree.labels[n] == "pobj");
        let Some(noun) = noun.filter(|&n| is_common_noun(&units[n])) else { continue };
        let title = std::iter::successors(Some(noun), |&u| tree.heads[u])
            .take(units.len())
            .find(|&u| tree.labels[u] == "appos");
        let person = title.and_then(|t| tree.heads[t]).filter(|&p| units[p].class == UnitClass::Person);
        if let Some(person) = person.filter(|&p| p < noun) {
            tree.heads[verb] = Some(person);
        }
    }
}

fn is_common_noun(unit: &Unit) -> bool {
    unit.class == UnitClass::Word && matches!(unit.tag.name(), "NN" | "NNS")
}

/// The noun right before the comma that sets the clause off, an acronym in brackets passed over; or right before "whom"
/// and "that".
fn antecedent<'a>(units: &[Unit], opening: usize, word: &impl Fn(usize) -> &'a str) -> Option<usize> {
    let beside = if matches!(word(opening), "whom" | "that") { opening.checked_sub(1) } else { None };
    let set_off = || opening.checked_sub(2).filter(|_| word(opening - 1) == ",");
    let mut noun = beside.filter(|&n| word(n) != ",").or_else(set_off)?;
    if word(noun) == ")" {
        noun = noun.checked_sub(3).filter(|&u| word(u + 1) == "(")?;
    }
    let common = units[noun].class == UnitClass::Word && units[noun].tag.name().starts_with("NN");
    (units[noun].is_name() || common).then_some(noun)
}

/// The verb over a relative pronoun, as its subject, object, possessor or behind a preposition.
fn verb_of(units: &[Unit], tree: &Tree, pronoun: usize) -> Option<usize> {
    let mut at = pronoun;
    for _ in 0..REACH {
        at = tree.heads[at]?;
        if units[at].is_verb() {
            return (at > pronoun).then_some(at);
        }
    }
    None
}

/// Gives the place of a relative clause's verb to the clause that the parser hung under it.
fn lift(units: &[Unit], tree: &mut Tree, antecedent: usize, verb: usize, pronoun: usize) {
    let mut below = antecedent;
    while let Some(head) = tree.heads[below].filter(|&h| h != verb) {
        below = head;
    }
    let that = tree.labels[pronoun] == "mark";
    if units[below].is_verb() && below < pronoun && !that {
        (tree.heads[below], tree.labels[below]) = (tree.heads[verb], tree.labels[verb]);
        attach(tree, verb, antecedent);
        return;
    }
    let subject = matches!(tree.labels[below], "nsubj" | "nsubjpass") && below < pronoun;
    let own = |u: usize| matches!(tree.labels[u], "nsubj" | "nsubjpass");
    let second = tree.children(verb).any(|c| c >= pronoun && own(c));
    let Some(next) = resumed(units, tree, verb, pronoun - antecedent > 1).filter(|_| subject && second)
    else {
        return;
    };
    let mut top = next;
    while let Some(head) = tree.heads[top].filter(|&h| h != verb) {
        top = head;
    }
    if tree.heads[top] == Some(verb) {
        (tree.heads[top], tree.labels[top]) = (tree.heads[verb], tree.labels[verb]);
    }
    let passive = tree.children(next).any(|c| tree.labels[c] == "auxpass");
    (tree.heads[below], tree.labels[below]) = (Some(next), if passive { "nsubjpass" } else { "nsubj" });
    attach(tree, verb, antecedent);
}

/// The verb with which the main clause goes on behind a relative clause, behind a comma if that was set off by one: the
/// first without a subject.
fn resumed(units: &[Unit], tree: &Tree, verb: usize, set_off: bool) -> Option<usize> {
    let own = |u: usize| tree.children(u).any(|c| matches!(tree.labels[c], "nsubj" | "nsubjpass"));
    let auxiliary = |u: usize| matches!(tree.labels[u], "aux" | "auxpass");
    let next_from = |start: usize| (start..units.len()).find(|&u| units[u].is_verb() && !auxiliary(u));
    let comma = (verb + 1..units.len()).find(|&u| is_boundary(&units[u]))?;
    if let Some(next) = next_from(verb + 1).filter(|&n| !set_off && n < comma) {
        let tag = |u: usize| matches!(units[u].tag.name(), "VBD" | "VBZ" | "VBP" | "MD");
        let finite = tag(next) || tree.children(next).any(|c| auxiliary(c) && tag(c));
        return (finite && !own(next)).then_some(next);
    }
    let next = next_from(comma + 1)?;
    let close = (comma + 1..next).all(|u| auxiliary(u) || matches!(units[u].tag.name(), "RB" | "MD"));
    (units[comma].tag.name() == "," && close && !own(next)).then_some(next)
}

fn attach(tree: &mut Tree, verb: usize, antecedent: usize) {
    (tree.heads[verb], tree.labels[verb]) = (Some(antecedent), "relcl");
}

fn is_pronoun(unit: &Unit, word: &str) -> bool {
    unit.class == UnitClass::Word && matches!(word, "which" | "who" | "whom" | "whose")
}

fn is_boundary(unit: &Unit) -> bool {
    unit.class == UnitClass::Word && matches!(unit.tag.name(), "," | "." | ":" | "-RRB-")
}
