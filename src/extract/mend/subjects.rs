//! Repairs of who does what: a finite verb must have a subject, and a noun that has one is no subject of another.

use super::clause::{hang, has_relative, has_subject, is_finite, take_place, two_subjects};
use crate::edtf::MONTHS;
use crate::language::{Tree, Unit, UnitClass};
use std::iter;

/// "Before him came X": "him" is nobody's subject.
pub(super) fn objects_of_prepositions<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for pronoun in 1..units.len() {
        let objective = matches!(word(pronoun), "him" | "them" | "me" | "us");
        let preposition = pronoun - 1;
        let behind = units[preposition].tag.name() == "IN" && tree.labels[pronoun].starts_with("nsubj");
        if let Some(verb) = tree.heads[pronoun].filter(|&v| objective && behind && v > pronoun) {
            (tree.heads[pronoun], tree.labels[pronoun]) = (Some(preposition), "pobj");
            (tree.heads[preposition], tree.labels[preposition]) = (Some(verb), "prep");
        }
    }
}

/// "At the summit in Brunei in November 2001 Junichiro Koizumi called for X": the name behind a date is no part of it, but
/// the subject that the verb behind it lacks.
pub(super) fn behind_dates<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for name in 2..units.len() {
        let date = name - 1;
        let joined = units[name].is_name()
            && (units[date].class == UnitClass::Date || word(name - 2) == "in" && is_month(word(date)))
            && tree.heads[date] == Some(name)
            && tree.labels[name] == "pobj";
        let Some(preposition) = tree.heads[name].filter(|&p| joined && p < date) else { continue };
        // "..., and on 19 May X was received": a clause of its own.
        let opens = preposition.checked_sub(1).is_some_and(|and| units[and].tag.name() == "CC");
        let lacks = |v: &usize| {
            is_finite(units, tree, *v)
                && !has_subject(tree, *v)
                && !tree.is_within(*v, name)
                && !matches!(tree.labels[*v], "aux" | "auxpass")
                && (opens || tree.labels[*v] != "conj")
        };
        if let Some(verb) = (name + 1..units.len()).find(lacks) {
            (tree.heads[date], tree.labels[date]) = (Some(preposition), "pobj");
            hang(tree, name, verb);
        }
    }
}

/// "Since its founding in 1949 | NATO has grown": the date belongs to the preposition before it, and what opens the sentence to
/// no verb.
pub(super) fn past_dated_openings(units: &[Unit], tree: &mut Tree) {
    for name in 4..units.len() {
        let (date, preposition) = (name - 1, name - 2);
        let dated = units[name].is_name()
            && tree.labels[name] == "nsubj"
            && units[date].class == UnitClass::Date
            && tree.heads[date] == Some(name)
            && units[preposition].tag.name() == "IN"
            && tree.children(preposition).next().is_none();
        let Some(verb) = tree.heads[name].filter(|_| dated) else { continue };
        let Some([noun, second]) = two_subjects(tree, verb) else { continue };
        let opener = tree.labelled(verb, "mark").find(|&m| m < noun && units[m].tag.name() == "IN");
        let Some(mark) = opener.filter(|_| second == name) else { continue };
        (tree.heads[date], tree.labels[date]) = (Some(preposition), "pobj");
        (tree.heads[noun], tree.labels[noun]) = (Some(mark), "pobj");
        tree.labels[mark] = "prep";
    }
}

/// Whether a word is the name of a month, written as a name and in full.
fn is_month(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase())
        && MONTHS.iter().any(|month| month.get(1..) == word.get(1..) && month.eq_ignore_ascii_case(word))
}

/// Gives finite verbs that lead a clause the subject the parser hung elsewhere. `word` tells how a unit is written.
pub(super) fn lost_subjects<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for verb in 0..units.len() {
        // "noted that, at the summit, X had signed": the clause begins behind its mark.
        let mark = tree.labelled(verb, "mark").find(|&m| m < verb && word(m) == "that");
        let leads = matches!(tree.labels[verb], "ROOT" | "ccomp" | "parataxis") || mark.is_some();
        if !leads || !is_finite(units, tree, verb) || has_subject(tree, verb) {
            continue;
        }
        let clause = Clause { units, word: &word };
        let start = mark.or_else(|| (0..verb).rev().find(|&u| word(u) == ";")).map_or(0, |u| u + 1);
        if mark.is_none() && tree.labels[verb] == "ccomp" && governed(tree, verb, start) {
            continue;
        }
        let Some(subject) = clause.subject(start, verb) else { continue };
        if !tree.is_within(verb, subject) && is_loose(tree, subject) {
            hang(tree, subject, verb);
        }
    }
}

/// "None of the ships called at X": a past tense that the parse hangs on the noun at the top is what is said of it.
pub(super) fn lost_roots(units: &[Unit], tree: &mut Tree) {
    let top = (0..units.len()).find(|&u| tree.labels[u] == "ROOT" && !units[u].is_verb());
    let Some(noun) = top else { return };
    if let Some(verb) = past_aside(units, tree, noun) {
        (tree.heads[verb], tree.labels[verb]) = (None, "ROOT");
        hang(tree, noun, verb);
        return;
    }
    let past = |v: &usize| units[*v].tag.name() == "VBD" && tree.labels[*v] == "acl";
    let Some(verb) = (noun + 1..units.len()).find(past).filter(|&v| tree.is_within(v, noun)) else { return };
    for behind in verb + 1..units.len() {
        if tree.heads[behind] == Some(noun) {
            tree.heads[behind] = Some(verb);
        }
    }
    (tree.heads[verb], tree.labels[verb]) = (None, "ROOT");
    (tree.heads[noun], tree.labels[noun]) = (Some(verb), "nsubj");
}

/// "Marco Rubio, hours after being sworn in, received X": the finite verb behind an aside between commas, where the parse
/// has the name before it on top.
fn past_aside(units: &[Unit], tree: &Tree, name: usize) -> Option<usize> {
    let comma = |u: usize| units.get(u).is_some_and(|unit| unit.tag.name() == ",");
    let main = |v: &usize| {
        is_finite(units, tree, *v)
            && comma(*v - 1)
            && matches!(tree.labels[*v], "conj" | "acl" | "dep" | "relcl" | "advcl")
            && !has_subject(tree, *v)
            && !has_relative(units, tree, *v)
            && tree.is_within(*v, name)
    };
    let opens = units[name].is_name() && comma(name + 1);
    (name + 3..units.len()).find(main).filter(|_| opens)
}

/// "The intrusion, the minister said, was the work of X": of two subjects of the verb between commas the first is that of
/// the clause behind it.
pub(super) fn interposed<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for said in 2..units.len().saturating_sub(2) {
        if !is_finite(units, tree, said) || word(said + 1) != "," {
            continue;
        }
        let clause = tree.labelled(said, "ccomp").find(|&c| c > said + 1 && !has_subject(tree, c));
        let Some(clause) = clause.filter(|&c| is_finite(units, tree, c)) else { continue };
        if let Some([first, second]) = two_subjects(tree, said)
            && (first..second).any(|u| word(u) == ",")
        {
            hang(tree, first, clause);
        }
    }
}

/// "Portugal, whose minister, Paulo Rangel, chairs X, agreed": the noun behind "whose" is the subject of the first verb
/// behind it, the name before it that of the second.
pub(super) fn owned_subjects<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for whose in 2..units.len() {
        let (Some(noun), owner) = (tree.heads[whose], whose - 2) else { continue };
        let beside = word(whose) == "whose" && word(whose - 1) == "," && units[owner].is_name();
        if !beside || noun < whose || tree.labels[noun] != "appos" || tree.heads[noun] != Some(owner) {
            continue;
        }
        let Some(first) = tree.heads[owner].filter(|&v| v > noun && is_finite(units, tree, v)) else {
            continue;
        };
        let joined = (first + 1..units.len())
            .find(|&v| tree.heads[v] == Some(first) && tree.labels[v] == "conj" && is_finite(units, tree, v));
        let above = tree.heads[first].filter(|&v| v > first && tree.labels[first] == "ccomp");
        let second = joined.or(above);
        let Some(second) = second.filter(|&v| word(v - 1) == "," && !has_subject(tree, v)) else { continue };
        if above != Some(second) {
            (tree.heads[second], tree.labels[second]) = (tree.heads[first], tree.labels[first]);
        }
        (tree.heads[first], tree.labels[first]) = (Some(owner), "relcl");
        hang(tree, noun, first);
        hang(tree, owner, second);
    }
}

/// "was admitted in May, the first country to be so": what stands behind the comma says who, and is no clause.
pub(super) fn firsts<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for to in 3..units.len().saturating_sub(1) {
        let (noun, verb) = (to - 1, to + 1);
        let clause = word(to) == "to" && tree.heads[to] == Some(verb) && tree.heads[noun] == Some(verb);
        let ordinal = |c: usize| matches!(word(c), "first" | "last" | "only" | "latest" | "second");
        let counted = || tree.children(noun).any(|c| c < noun && ordinal(c));
        if clause && tree.labels[noun] == "nsubj" && units[verb].tag.name() == "VB" && counted() {
            take_place(tree, verb, noun, "acl");
            tree.labels[noun] = "dep";
            for child in to..units.len() {
                if child != verb && tree.heads[child] == Some(noun) {
                    tree.heads[child] = Some(verb);
                }
            }
        }
    }
}

/// "X had to wait until Y and Z agreed and was admitted": a verb that speaks of one goes on from the subject that is one.
pub(super) fn disagreements<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    let several = |tree: &Tree, v: usize| {
        let subject = tree.children(v).find(|&c| tree.labels[c].starts_with("nsubj"));
        subject.map(|s| units[s].class == UnitClass::List || units[s].tag.name() == "NNS")
    };
    for verb in 3..units.len() {
        let singular = |c: usize| {
            tree.labels[c].starts_with("aux") && matches!(word(c), "was" | "is" | "has") && c < verb
        };
        let single = || units[verb].tag.name() == "VBZ" || tree.children(verb).any(singular);
        let head = tree.heads[verb].filter(|&h| h < verb && tree.labels[verb] == "conj" && single());
        let Some(head) = head.filter(|&h| several(tree, h) == Some(true) && !has_subject(tree, verb)) else {
            continue;
        };
        let mut above = iter::successors(tree.heads[head], |&u| tree.heads[u]).take(units.len());
        let other = above.find(|&v| several(tree, v) == Some(false));
        if let Some(other) = other.filter(|&v| units[v].is_verb()) {
            tree.heads[verb] = Some(other);
        }
    }
}

/// "sanctioned X, and the bureau sent experts to Y": the name behind "and" is the subject of the verb behind it, not one more
/// object of the verb before.
pub(super) fn new_subjects<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for name in 4..units.len().saturating_sub(1) {
        let start = if word(name - 1) == "the" { name - 1 } else { name };
        let joined = units[name].is_name() && tree.labels[name] == "conj";
        if !joined || word(start - 1) != "and" || word(start - 2) != "," {
            continue;
        }
        let verb = if word(name + 1) == "(" { name + 4 } else { name + 1 };
        let finite = verb < units.len() && is_finite(units, tree, verb) && tree.labels[verb] == "conj";
        if finite && !has_subject(tree, verb) && tree.heads[verb].is_some_and(|h| h < name) {
            hang(tree, name, verb);
        }
    }
}

/// "The first woman to lead X, the Argentine left": of two subjects the one behind the comma is, the other says who it is.
pub(super) fn doubled_subjects<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for verb in (3..units.len()).filter(|&v| units[v].is_verb()) {
        let Some([first, second]) = two_subjects(tree, verb) else { continue };
        let start = tree.children(second).filter(|&c| c < second).min().unwrap_or(second);
        let common = units[first].class == UnitClass::Word && units[first].tag.name() == "NN";
        if common && first + 1 < start && word(start - 1) == "," {
            (tree.heads[first], tree.labels[first]) = (Some(second), "appos");
        }
    }
}

/// "raised it when its minister, Kristen Michal, met X": the noun behind the conjunction is the subject of the verb
/// behind it, which belongs to the clause that the conjunction opens.
pub(super) fn dependent_subjects<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for opener in 1..units.len() {
        let opens =
            matches!(word(opener), "when" | "while" | "after" | "before" | "because" | "until" | "once");
        let Some(noun) = tree.heads[opener].filter(|&n| opens && n > opener && !units[n].is_verb()) else {
            continue;
        };
        let Some(outer) = tree.heads[noun].filter(|&v| v < opener && units[v].is_verb()) else { continue };
        let verb = (noun + 1..units.len()).find(|&v| is_finite(units, tree, v));
        let Some(verb) = verb.filter(|&v| tree.heads[v] == Some(outer) && !has_subject(tree, v)) else {
            continue;
        };
        (tree.heads[verb], tree.labels[verb]) = (Some(outer), "advcl");
        (tree.heads[opener], tree.labels[opener]) = (Some(verb), "advmod");
        hang(tree, noun, verb);
    }
}

/// "The offer to host the summit | was accepted": of a noun with an infinitive the parser makes a sentence, and of what
/// the infinitive is about the subject of the verb, which is the noun's.
pub(super) fn nouns_with_infinitives(units: &[Unit], tree: &mut Tree) {
    for verb in 3..units.len() {
        if tree.labels[verb] != "ccomp" || !is_finite(units, tree, verb) {
            continue;
        }
        let Some(infinitive) = tree.heads[verb].filter(|&i| i < verb && units[i].tag.name() == "VB") else {
            continue;
        };
        let Some(noun) = tree.heads[infinitive].filter(|&n| n < infinitive && !units[n].is_verb()) else {
            continue;
        };
        let of_noun = matches!(tree.labels[infinitive], "acl" | "relcl") && tree.labels[noun] == "ROOT";
        let subject = tree.children(verb).find(|&c| tree.labels[c].starts_with("nsubj") && c < verb);
        let Some(object) = subject.filter(|_| of_noun) else { continue };
        if (infinitive + 1..object).all(|u| tree.heads[u] == Some(object)) {
            let label = tree.labels[object];
            (tree.heads[object], tree.labels[object]) = (Some(infinitive), "dobj");
            (tree.heads[verb], tree.labels[verb]) = (None, "ROOT");
            (tree.heads[noun], tree.labels[noun]) = (Some(verb), label);
        }
    }
}

/// "On the margins of the talks | Prime Minister Pardo met X": a noun with an article ends before a titled name, which
/// is the subject of a verb that has no other.
pub(super) fn occasions<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    let title = |u: usize| units[u].tag.name() == "NNP" && units[u].class == UnitClass::Word;
    for name in 3..units.len() {
        if !units[name].is_name() || !title(name - 1) {
            continue;
        }
        let first = (0..name).rev().take_while(|&u| title(u)).last().unwrap_or(name);
        let Some(noun) = first.checked_sub(1).filter(|&n| units[n].tag.name().starts_with("NN")) else {
            continue;
        };
        let the = noun
            .checked_sub(1)
            .filter(|&d| matches!(word(d), "the" | "a" | "this" | "their" | "his" | "her"));
        let Some(article) = the.filter(|_| word(noun).starts_with(char::is_lowercase)) else { continue };
        if tree.heads[noun] == Some(name) && tree.labels[name] == "pobj" {
            split(units, tree, [article, noun, name]);
        } else if tree.labels[noun] == "nsubj" && tree.heads[noun] == tree.heads[name] {
            governed_by_preposition(units, tree, [article, noun, name]);
        }
    }
}

/// Makes the noun what the preposition governs, and the name the subject of the verb behind it.
fn split(units: &[Unit], tree: &mut Tree, [article, noun, name]: [usize; 3]) {
    let preposition = tree.heads[name];
    let above = iter::successors(preposition, |&u| tree.heads[u]).take(units.len());
    let Some(verb) = above.into_iter().find(|&u| u > name && is_finite(units, tree, u)) else { return };
    if !has_subject(tree, verb) {
        (tree.heads[noun], tree.labels[noun]) = (preposition, "pobj");
        tree.heads[article] = Some(noun);
        hang(tree, name, verb);
    }
}

/// Makes the noun what the conjunction before it governs, which is a preposition then: "After the talks | President X flew".
fn governed_by_preposition(units: &[Unit], tree: &mut Tree, [article, noun, name]: [usize; 3]) {
    let Some(mark) =
        article.checked_sub(1).filter(|&m| tree.labels[m] == "mark" && tree.heads[m] == tree.heads[name])
    else {
        return;
    };
    if units[mark].tag.name() == "IN" {
        tree.labels[mark] = "prep";
        (tree.heads[noun], tree.labels[noun]) = (Some(mark), "pobj");
    }
}

/// "X signed a pact with Y, | Linda Pardo having held talks": a name before "having" is its subject, and the clause the
/// verb's before the comma.
pub(super) fn absolutes<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for having in 2..units.len() {
        let name = having - 1;
        if word(having) != "having" || tree.labels[having] != "aux" || !units[name].is_name() {
            continue;
        }
        let title = |u: usize| tree.heads[u] == Some(name) && tree.labels[u] == "compound";
        let first = (0..name).rev().take_while(|&u| title(u)).last().unwrap_or(name);
        let set_off = first.checked_sub(1).is_some_and(|comma| word(comma) == ",");
        let verb = (0..first).rev().find(|&u| is_finite(units, tree, u) && has_subject(tree, u));
        if let (Some(participle), Some(verb), true) = (tree.heads[having], verb, set_off) {
            (tree.heads[participle], tree.labels[participle]) = (Some(verb), "advcl");
            (tree.heads[name], tree.labels[name]) = (Some(participle), "nsubj");
        }
    }
}

/// "Secretary of Defense | Lloyd Austin visited X", "the Chief of Naval Operations | Adm. X": a person right behind an
/// office and what it is of is who has it, and stands where the office stands.
pub(super) fn titled_with_of<'a>(
    units: &[Unit],
    tree: &mut Tree,
    word: impl Fn(usize) -> &'a str,
    is_office: impl Fn(usize) -> bool,
) {
    for office in 0..units.len().saturating_sub(3) {
        let plain = units[office].class == UnitClass::Word && units[office].tag.name() != "NNS";
        if !plain || word(office + 1) != "of" || !is_office(office) {
            continue;
        }
        let Some(person) = behind_phrase(units, office + 2, &word) else { continue };
        let leads = |u: usize| iter::successors(Some(u), |&u| tree.heads[u]).skip(1).take(units.len());
        if leads(office).any(|u| u == person) {
            continue;
        }
        let (head, label) = (tree.heads[office], tree.labels[office]);
        let inside = head.is_some_and(|head| (office..=person).contains(&head));
        if inside || head.is_none() || label == "appos" {
            continue;
        }
        (tree.heads[person], tree.labels[person]) = (head, label);
        (tree.heads[office], tree.labels[office]) = (Some(person), "nmod");
    }
}

/// The person whose name, with a rank before it, follows the nouns from `start` on.
fn behind_phrase<'a>(units: &[Unit], start: usize, word: &impl Fn(usize) -> &'a str) -> Option<usize> {
    /// How long such a phrase may be.
    const LONGEST: usize = 9;
    let end = units.len().min(start + LONGEST);
    let person = (start + 1..end).find(|&u| units[u].class == UnitClass::Person)?;
    let nominal = |u: usize| {
        units[u].is_name()
            || units[u].tag.name().starts_with('N')
            || matches!(units[u].tag.name(), "JJ" | "DT")
            || matches!(word(u), "of" | "and" | "for")
    };
    let ended = units[person - 1].is_name() || units[person - 1].tag.name().starts_with('N');
    (ended && (start..person).all(nominal)).then_some(person)
}

/// "The appointment of X as envoy was welcomed": of two subjects the one behind "as" belongs to the other.
pub(super) fn capacities<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    let subject = |tree: &Tree, u: usize| matches!(tree.labels[u], "nsubj" | "nsubjpass");
    for second in 1..units.len() {
        let Some(verb) = tree.heads[second].filter(|&v| v > second && subject(tree, second)) else {
            continue;
        };
        let mut earlier = (0..second).filter(|&u| subject(tree, u) && tree.heads[u] == Some(verb));
        let Some(first) = earlier.next() else { continue };
        let opens = |&u: &usize| word(u) == "as" && tree.heads[u] == Some(verb) && tree.labels[u] == "mark";
        if let Some(opener) = (first + 1..second).find(opens) {
            (tree.heads[opener], tree.labels[opener]) = (Some(first), "prep");
            (tree.heads[second], tree.labels[second]) = (Some(opener), "pobj");
        }
    }
}

/// "Newly listed was X", "Also listed by the EU were X and Y": the participle leads, the name after the copula is its subject.
pub(super) fn inversions<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for copula in 1..units.len() {
        let be =
            units[copula].class == UnitClass::Word && matches!(word(copula), "was" | "were" | "is" | "are");
        if !be || has_subject(tree, copula) {
            continue;
        }
        let start = (0..copula).rev().find(|&u| matches!(word(u), ";" | ".")).map_or(0, |u| u + 1);
        let tag = |u: usize| units[u].tag.name();
        let adverbs = (start..copula).take_while(|&u| matches!(tag(u), "RB" | "CC" | ",")).count();
        let participle = start + adverbs;
        let clause = Clause { units, word: &word };
        let alone = matches!(tag(participle), "VBN" | "VBD") && clause.is_phrase(participle + 1, copula);
        let subject = clause.noun(copula + 1, units.len()).filter(|_| alone);
        let tangled = |s: usize| {
            tree.is_within(copula, s)
                || tree.is_within(copula, participle) && tree.heads[copula] != Some(participle)
        };
        if let Some(subject) = subject.filter(|&s| !tangled(s)) {
            invert(tree, participle, copula, subject);
        }
    }
}

/// Puts the participle in the place of the copula, which becomes its auxiliary.
fn invert(tree: &mut Tree, participle: usize, copula: usize, subject: usize) {
    let (head, label) = (tree.heads[copula], tree.labels[copula]);
    let (head, label) = if head == Some(participle) {
        (tree.heads[participle], tree.labels[participle])
    } else {
        (head, label)
    };
    for unit in 0..tree.heads.len() {
        if tree.heads[unit] == Some(copula) && unit != participle {
            tree.heads[unit] = Some(participle);
        }
    }
    (tree.heads[participle], tree.labels[participle]) = (head, label);
    (tree.heads[copula], tree.labels[copula]) = (Some(participle), "auxpass");
    (tree.heads[subject], tree.labels[subject]) = (Some(participle), "nsubjpass");
}

/// Whether the verb over a complement clause stands before it, so that the clause is what somebody says.
fn governed(tree: &Tree, verb: usize, start: usize) -> bool {
    tree.heads[verb].is_some_and(|head| (start..verb).contains(&head))
}

/// Whether the noun is not what a verb or preposition before it governs.
fn is_loose(tree: &Tree, noun: usize) -> bool {
    !matches!(tree.labels[noun], "pobj" | "dobj")
}

/// The words of a clause up to its verb.
struct Clause<'c, 'a> {
    units: &'c [Unit],
    word: &'c dyn Fn(usize) -> &'a str,
}

impl Clause<'_, '_> {
    /// The first noun phrase after the phrases that open the clause: "In Oslo, | Jens Stoltenberg, ..., said".
    fn subject(&self, start: usize, verb: usize) -> Option<usize> {
        let mut at = start;
        while at < verb {
            let tag = self.units[at].tag.name();
            let word = self.units[at].class == UnitClass::Word;
            if word && matches!(tag, "IN" | "TO") {
                at = self.past_comma(at, verb)?;
            } else if word && matches!(tag, "CC" | "RB" | "," | "``" | "''" | ":") || self.is_date(at) {
                at += 1;
            } else {
                return self.noun(at, verb);
            }
        }
        None
    }

    /// Whether nothing stands between but one phrase with a preposition ("by the EU").
    fn is_phrase(&self, start: usize, end: usize) -> bool {
        start == end
            || self.units.get(start).is_some_and(|u| u.tag.name() == "IN")
                && self.noun(start + 1, end).is_some_and(|noun| noun + 1 == end)
    }

    fn is_date(&self, at: usize) -> bool {
        self.units[at].class == UnitClass::Date
    }

    /// Behind the comma that ends the phrase at `at`.
    fn past_comma(&self, at: usize, verb: usize) -> Option<usize> {
        (at..verb).find(|&u| (self.word)(u) == ",").map(|comma| comma + 1)
    }

    /// The head of the noun phrase that begins at `at`: its last noun before something else.
    fn noun(&self, at: usize, verb: usize) -> Option<usize> {
        let inside = |u: usize| {
            let tag = self.units[u].tag.name();
            self.is_noun(u)
                || matches!(tag, "DT" | "JJ" | "JJS" | "JJR" | "CD" | "PRP$" | "POS" | "HYPH" | "VBN" | "PRP")
        };
        let end = (at..verb).find(|&u| !inside(u)).unwrap_or(verb);
        (at..end).rev().find(|&u| self.is_noun(u) || self.units[u].tag.name() == "PRP")
    }

    fn is_noun(&self, at: usize) -> bool {
        self.units[at].is_name()
            || self.units[at].class == UnitClass::Word && self.units[at].tag.name().starts_with('N')
    }
}
