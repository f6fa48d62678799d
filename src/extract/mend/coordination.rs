//! Repairs of coordination: people stand in a list with people, and what is said of one of them does not end it.

use crate::language::{Tree, Unit, UnitClass};

/// "A, who heads X, and B, then premier, signed", "of A, a minister, and B": after what is said of the first, the second
/// person is coordinated with the first and with no verb.
pub(super) fn second_people<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    let is_verb = |u: usize| units[u].is_verb();
    let is_person = |u: usize| units[u].class == UnitClass::Person;
    for second in 4..units.len() {
        let stray = tree.heads[second].is_some_and(is_verb)
            && matches!(tree.labels[second], "conj" | "npadvmod" | "dep" | "appos");
        let aside = word(second - 1) == "and" && word(second - 2) == ",";
        if !(is_person(second) && stray && aside) {
            continue;
        }
        let inside =
            |tree: &Tree, first: usize| (first + 1..second).all(|u| !is_verb(u) || tree.is_within(u, first));
        let first = (0..second - 3).rev().find(|&u| is_person(u) && word(u + 1) == ",");
        if let Some(first) = first.filter(|&f| inside(tree, f) && !tree.is_within(f, second)) {
            (tree.heads[second], tree.labels[second]) = (Some(first), "conj");
        }
    }
}

/// "A, B of Fiji and C, the premier, toured": people between commas are coordinated with each other; no person is another
/// one or coordinated with the office or the country of the one before.
pub(super) fn lists_of_people(units: &[Unit], tree: &mut Tree) {
    let is_person = |u: usize| units[u].class == UnitClass::Person;
    for person in (1..units.len()).filter(|&u| is_person(u)) {
        let Some(head) = tree.heads[person].filter(|&h| h < person) else { continue };
        if tree.labels[person] == "appos" && is_person(head) {
            tree.labels[person] = "conj";
        }
        let country = tree.labels[person] == "conj" && units[head].class == UnitClass::Place;
        let owner = tree.heads[head].filter(|_| country && tree.labels[head] == "pobj");
        if let Some(first) = owner.and_then(|of| tree.heads[of]).filter(|&p| is_person(p)) {
            tree.heads[person] = Some(first);
        }
        // "A, premier of X; B": nor is a person another one's office.
        let office = tree.labels[person] == "conj" && tree.labels[head] == "appos";
        if let Some(first) = tree.heads[head].filter(|&p| office && is_person(p)) {
            tree.heads[person] = Some(first);
        }
    }
}

/// "A, premier of X; B": an office right behind a person and a comma says who that is, and is nobody else.
pub(super) fn offices_of_people<'a>(
    units: &[Unit],
    tree: &mut Tree,
    word: impl Fn(usize) -> &'a str,
    is_office: &impl Fn(usize) -> bool,
) {
    for office in 2..units.len() {
        let Some(person) = tree.heads[office].filter(|&p| p < office && tree.labels[office] == "conj") else {
            continue;
        };
        let start = tree.children(office).filter(|&c| c < office).min().unwrap_or(office);
        let beside = start == person + 2 && word(person + 1) == ",";
        let called = units[office].class == UnitClass::Word && units[office].tag.name().starts_with("NN");
        if beside && called && units[person].class == UnitClass::Person && is_office(office) {
            tree.labels[office] = "appos";
        }
    }
}

/// "A, the premier, and B, a minister, visited": two subjects of one verb joined by "and" are coordinated.
pub(super) fn subjects<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    let subject = |tree: &Tree, u: usize| matches!(tree.labels[u], "nsubj" | "nsubjpass");
    for second in 2..units.len() {
        let verb = tree.heads[second].filter(|&v| v > second && subject(tree, second));
        let also = word(second - 1) == "also" && word(second - 2) == "but";
        let joined = verb.is_some() && (also || word(second - 1) == "and") && units[second].is_name();
        let alike = |u: &usize| {
            joined && subject(tree, *u) && tree.heads[*u] == verb && units[*u].class == units[second].class
        };
        if let Some(first) = (0..second - 1).find(alike) {
            (tree.heads[second], tree.labels[second]) = (Some(first), "conj");
        }
    }
}

/// "A and his Latvian colleague | B signed": a person behind a coordinated noun is called by it and no second subject.
pub(super) fn titled_people(units: &[Unit], tree: &mut Tree) {
    for person in 2..units.len() {
        let noun = person - 1;
        let called = units[person].class == UnitClass::Person
            && matches!(tree.labels[person], "nsubj" | "nsubjpass")
            && units[noun].class == UnitClass::Word
            && units[noun].tag.name() == "NN"
            && tree.labels[noun] == "conj";
        let first = tree.heads[noun].filter(|&f| called && f < noun);
        if first.is_some_and(|f| tree.heads[f] == tree.heads[person] && tree.labels[f] == tree.labels[person])
        {
            (tree.heads[person], tree.labels[person]) = (Some(noun), "appos");
        }
    }
}

/// "X, accompanied by Y, toured Oslo": people in company do together what the clause tells.
pub(super) fn companions<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for participle in 2..units.len().saturating_sub(2) {
        if !matches!(word(participle), "accompanied" | "flanked") || word(participle + 1) != "by" {
            continue;
        }
        let is_person = |u: usize| units[u].class == UnitClass::Person;
        let first = tree.heads[participle].filter(|&p| tree.labels[participle] == "acl" && is_person(p));
        let second = tree.labelled(participle + 1, "pobj").find(|&p| is_person(p));
        if let (Some(first), Some(second)) = (first, second) {
            (tree.heads[second], tree.labels[second]) = (Some(first), "conj");
        }
    }
}

/// "the five states of X, | A, B and C, met": a list behind a comma or dash has its own "and", so it tells who others are.
pub(super) fn lists_apart<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    let lists = (2..units.len().saturating_sub(1)).filter(|&u| units[u].class == UnitClass::List);
    for list in lists {
        let apart = match word(list - 1) {
            "," => word(list + 1) == ",",
            dash @ ("-" | "–" | "—") => word(list + 1) == dash,
            _ => false,
        };
        if apart && tree.labels[list] == "conj" {
            tree.labels[list] = "appos";
        }
    }
}

/// "A, B and, since May, C": what is set off behind the "and" is said of the name behind it, which the list goes on with.
pub(super) fn past_asides<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    /// How many words the aside may have.
    const ASIDE: usize = 8;
    for and in 1..units.len().saturating_sub(4) {
        let opens = word(and) == "and" && word(and + 1) == "," && !units[and + 2].is_name();
        let end = (and + 3..units.len()).take(ASIDE).find(|&u| word(u) == ",").filter(|_| opens);
        let Some(comma) = end.filter(|&end| !units[and + 2..end].iter().any(Unit::is_verb)) else { continue };
        let last = comma + 1 + usize::from(units.get(comma + 1).is_some_and(|_| word(comma + 1) == "the"));
        let Some(first) = listed_before(units, tree, and).filter(|_| last < units.len()) else { continue };
        let alike = |u: usize| units[u].is_name() && units[u].class == units[first].class;
        let acts = matches!(tree.labels[last], "nsubj" | "nsubjpass");
        if !alike(last) || acts || tree.is_within(first, last) {
            continue;
        }
        (tree.heads[last], tree.labels[last]) = (Some(first), "conj");
        tree.heads[and + 2] = Some(last);
        // "among them A, B": the list began before.
        let before = tree.heads[first].filter(|&one| one + 2 == first && word(one + 1) == "," && alike(one));
        if before.is_some() && tree.labels[first] == "appos" {
            tree.labels[first] = "conj";
        }
    }
}

/// The name that "and" goes on from, what it is of left aside: "Yukiya Amano of Japan | and".
fn listed_before(units: &[Unit], tree: &Tree, and: usize) -> Option<usize> {
    let mut name = and.checked_sub(1).filter(|&u| units[u].is_name())?;
    while tree.labels[name] == "pobj" {
        let over = tree.heads[name].and_then(|of| tree.heads[of]);
        let Some(over) = over.filter(|&u| u < name && units[u].is_name()) else { break };
        name = over;
    }
    Some(name)
}
