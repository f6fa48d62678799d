//! Repairs of what a parse cannot mean: a finite verb must have a subject, what is between two things is no verb's.

use crate::language::{Tree, Unit, UnitClass};
use std::iter;

/// Gives finite verbs that lead a clause the subject the parser hung elsewhere. `word` tells how a unit is written.
pub(super) fn lost_subjects<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for verb in 0..units.len() {
        let leads = matches!(tree.labels[verb], "ROOT" | "ccomp" | "parataxis");
        if !leads || !is_finite(units, tree, verb) || has_subject(tree, verb) {
            continue;
        }
        let clause = Clause { units, word: &word };
        let start = (0..verb).rev().find(|&u| word(u) == ";").map_or(0, |u| u + 1);
        if tree.labels[verb] == "ccomp" && governed(tree, verb, start) {
            continue;
        }
        let Some(subject) = clause.subject(start, verb) else { continue };
        if !tree.is_within(verb, subject) && is_loose(tree, subject) {
            hang(tree, subject, verb);
        }
    }
}

/// "ruled out joining", "considered leaving": a gerund right behind a verb is what the verb is about.
pub(super) fn complements(units: &[Unit], tree: &mut Tree) {
    for gerund in 1..units.len() {
        let Some(verb) = tree.heads[gerund].filter(|&v| v < gerund && units[v].is_verb()) else { continue };
        let bare = units[gerund].tag.name() == "VBG" && tree.labels[gerund] == "advcl";
        if bare && (verb + 1..gerund).all(|u| tree.labels[u] == "prt" && tree.heads[u] == Some(verb)) {
            tree.labels[gerund] = "xcomp";
        }
    }
}

/// "Finland acceded in 1955, Iceland in 1956": a name behind a comma with a date of its own is nobody's object.
pub(super) fn gapped<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    let timed = |u: usize| units.get(u).is_some_and(Unit::is_time);
    let dated = |u: usize| timed(u + 1) && matches!(word(u), "in" | "on");
    for (name, unit) in units.iter().enumerate().skip(3) {
        let verb = tree.heads[name].filter(|&v| v + 2 < name && tree.labels[name] == "dobj");
        let apart = unit.is_name() && word(name - 1) == "," && dated(name + 1);
        if apart && verb.is_some_and(|v| (v + 1..name - 1).any(|u| tree.heads[u] == Some(v) && dated(u))) {
            tree.labels[name] = "dep";
        }
    }
}

/// "was followed as director | by Linda Pardo": who does what is done to another belongs to the verb, not to the office.
pub(super) fn agents_past_offices<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for by in 2..units.len() {
        let office = tree.heads[by].filter(|&o| word(by) == "by" && o < by && tree.labels[o] == "pobj");
        let role = office.and_then(|o| tree.heads[o]).filter(|&p| word(p) == "as");
        let verb = role.and_then(|p| tree.heads[p]).filter(|&v| units[v].is_verb());
        let Some(verb) = verb else { continue };
        let has = |label: &str| tree.labelled(verb, label).any(|c| c < by);
        if has("auxpass") && !has("agent") {
            (tree.heads[by], tree.labels[by]) = (Some(verb), "agent");
        }
    }
}

/// "became envoy, following Linda Pardo": who follows somebody does so as a verb says it.
pub(super) fn successions<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for following in 1..units.len().saturating_sub(1) {
        let person = following + 1;
        let prepositional = word(following) == "following" && tree.labels[following] == "prep";
        if prepositional && units[person].class == UnitClass::Person && tree.heads[person] == Some(following)
        {
            (tree.labels[following], tree.labels[person]) = ("advcl", "dobj");
        }
    }
}

/// "None of the ships called at X": a past tense that the parse hangs on the noun at the top is what is said of it.
pub(super) fn lost_roots(units: &[Unit], tree: &mut Tree) {
    let top = (0..units.len()).find(|&u| tree.labels[u] == "ROOT" && !units[u].is_verb());
    let Some(noun) = top else { return };
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

/// "The intrusion, the minister said, was the work of X": of two subjects of the verb between commas the first is that of
/// the clause behind it.
pub(super) fn interposed<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for said in 2..units.len().saturating_sub(2) {
        if !is_finite(units, tree, said) || word(said + 1) != "," {
            continue;
        }
        let clause = tree.labelled(said, "ccomp").find(|&c| c > said + 1 && !has_subject(tree, c));
        let Some(clause) = clause.filter(|&c| is_finite(units, tree, c)) else { continue };
        let subjects: Vec<usize> = tree.labelled(said, "nsubj").filter(|&s| s < said).collect();
        if let [first, second] = subjects[..]
            && (first..second).any(|u| word(u) == ",")
        {
            hang(tree, first, clause);
        }
    }
}

/// "trained with its counterpart, the Royal Marines, in the snow": a name measures nothing; between commas behind a noun it
/// says which one is meant.
pub(super) fn named_nouns<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for name in 3..units.len().saturating_sub(1) {
        let body = units[name].class == UnitClass::Organization && tree.labels[name] == "npadvmod";
        let comma = if word(name - 1) == "the" { name - 2 } else { name - 1 };
        if !body || word(comma) != "," || !matches!(word(name + 1), "," | ".") {
            continue;
        }
        let noun = comma - 1;
        let common = units[noun].class == UnitClass::Word && units[noun].tag.name() == "NN";
        if common && matches!(tree.labels[noun], "pobj" | "dobj") && !tree.is_within(noun, name) {
            (tree.heads[name], tree.labels[name]) = (Some(noun), "appos");
        }
    }
}

/// "X, an agency based in Y; Z is to head it": a participle is of what stands before the semicolon, not of the verb behind.
pub(super) fn participles_before_semicolons<'a>(
    units: &[Unit],
    tree: &mut Tree,
    word: impl Fn(usize) -> &'a str,
) {
    for (participle, unit) in units.iter().enumerate().skip(2) {
        let loose = unit.tag.name() == "VBN" && matches!(tree.labels[participle], "ccomp" | "advcl");
        let Some(verb) = tree.heads[participle].filter(|&v| loose && v > participle) else { continue };
        let parted = (participle..verb).any(|u| word(u) == ";");
        let bare = !has_subject(tree, participle) && word(participle - 1) == ",";
        let subject = tree.children(verb).find(|&c| c < participle && tree.labels[c].starts_with("nsubj"));
        if let Some(subject) = subject.filter(|_| parted && bare) {
            (tree.heads[participle], tree.labels[participle]) = (Some(subject), "acl");
        }
    }
}

/// "APT28, a unit of the Russian service, the GRU": the second name belongs to the noun before it, not to the first name.
pub(super) fn named_owners<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for name in 4..units.len() {
        let first = tree.heads[name].filter(|&f| f + 3 < name && units[f].is_name() && units[name].is_name());
        let Some(first) = first.filter(|_| tree.labels[name] == "appos") else { continue };
        let noun = if word(name - 1) == "the" { name - 3 } else { name - 2 };
        let preposition = tree.heads[noun].filter(|&p| tree.labels[noun] == "pobj" && word(p) == "of");
        let aside = preposition.and_then(|p| tree.heads[p]).filter(|&a| tree.labels[a] == "appos");
        let common = units[noun].class == UnitClass::Word && units[noun].tag.name().starts_with("NN");
        if common && word(noun + 1) == "," && aside.is_some_and(|a| tree.heads[a] == Some(first)) {
            tree.heads[name] = Some(noun);
        }
    }
}

/// "A pact was signed | between X and Y", "the signing of the treaty | between X and Y": those between whom something is
/// belong to it and not to the verb, and to what is done with a named treaty rather than to its name.
pub(super) fn parties<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for between in 1..units.len() {
        let verb =
            tree.heads[between].filter(|&v| v < between && units[v].is_verb() && word(between) == "between");
        let subject = verb.and_then(|v| tree.children(v).find(|&c| tree.labels[c] == "nsubjpass"));
        let work =
            tree.heads[between].filter(|&n| units[n].class == UnitClass::Work && word(between) == "between");
        let of = work.and_then(|n| tree.heads[n]).filter(|&p| word(p) == "of");
        let signing = of.and_then(|p| tree.heads[p]).filter(|&n| units[n].tag.name() == "NN");
        if let Some(noun) = subject.filter(|&n| n < between && units[n].class == UnitClass::Word).or(signing)
        {
            tree.heads[between] = Some(noun);
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
        let second = (first + 1..units.len())
            .find(|&v| tree.heads[v] == Some(first) && tree.labels[v] == "conj" && is_finite(units, tree, v));
        let Some(second) = second.filter(|&v| word(v - 1) == "," && !has_subject(tree, v)) else { continue };
        let role = (tree.heads[first], tree.labels[first]);
        (tree.heads[second], tree.labels[second]) = role;
        (tree.heads[first], tree.labels[first]) = (Some(owner), "relcl");
        hang(tree, noun, first);
        hang(tree, owner, second);
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

/// "the ambassador of Peru to NATO, Linda Pardo", "the commissioner for human rights, X": a person named behind an office
/// is in apposition to it, not to the noun before the comma.
pub(super) fn officers<'a>(
    units: &[Unit],
    tree: &mut Tree,
    word: impl Fn(usize) -> &'a str,
    is_office: impl Fn(usize) -> bool,
    is_people: impl Fn(usize) -> bool,
) {
    for person in 1..units.len() {
        let listed = tree.labels[person] == "conj" && word(person - 1) == ",";
        // "chaired by the premier of Laos, X, ...": hung on the verb, as if it were a measure.
        let stray = person > 2
            && tree.labels[person] == "npadvmod"
            && word(person - 1) == ","
            && (0..person).filter(|&u| word(u) == "by").count() == 1;
        if !(listed || stray || tree.labels[person] == "appos") || !is_people(person) {
            continue;
        }
        let mut noun = if stray { Some(person - 2) } else { tree.heads[person] };
        let inner = |n: usize| is_body(&units[n]) || units[n].class == UnitClass::Word && !is_office(n);
        while let Some(body) = noun.filter(|&n| inner(n) && tree.labels[n] == "pobj") {
            noun = tree.heads[body].and_then(|preposition| tree.heads[preposition]);
        }
        if let Some(office) =
            noun.filter(|&n| n < person && units[n].class == UnitClass::Word && is_office(n))
        {
            if stray
                && tree.heads[office]
                    .is_none_or(|by| tree.labels[by] != "agent" || tree.heads[by] != tree.heads[person])
            {
                continue;
            }
            (tree.heads[person], tree.labels[person]) = (Some(office), "appos");
        }
    }
}

fn is_body(unit: &Unit) -> bool {
    matches!(unit.class, UnitClass::Place | UnitClass::Organization | UnitClass::List)
}

/// "elected Linda Pardo president": what somebody is made is said of them and is no part of their name.
pub(super) fn elections<'a>(
    units: &[Unit],
    tree: &mut Tree,
    word: impl Fn(usize) -> &'a str,
    is_office: impl Fn(usize) -> bool,
) {
    for person in 1..units.len().saturating_sub(1) {
        let office = person + 1;
        let named = units[person].class == UnitClass::Person && tree.heads[person] == Some(office);
        if !named
            || tree.labels[office] != "dobj"
            || units[office].class != UnitClass::Word
            || !is_office(office)
        {
            continue;
        }
        let stems = ["elect", "appoint", "nam", "nominat", "ma", "re-elect", "reappoint"];
        let makes = |&v: &usize| stems.iter().any(|stem| word(v).starts_with(stem));
        if let Some(verb) = tree.heads[office].filter(makes) {
            (tree.heads[person], tree.labels[person]) = (Some(verb), "dobj");
            tree.labels[office] = "oprd";
        }
    }
}

/// "visited Oslo in May and then Bergen": a name behind "then" goes on from the object and not from the verb.
pub(super) fn next_objects<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for next in 2..units.len() {
        let then = matches!(word(next - 1), "then" | "later" | "finally" | "afterwards" | "subsequently");
        let verb =
            tree.heads[next].filter(|&v| v < next && units[v].is_verb() && tree.labels[next] == "conj");
        let object = verb.and_then(|v| tree.children(v).find(|&c| tree.labels[c] == "dobj"));
        if let Some(object) = object.filter(|&o| then && o < next && units[o].class == units[next].class) {
            tree.heads[next] = Some(object);
        }
    }
}

/// "the mission in Moldova, MIMOL, has": a body named behind a place is in apposition to the noun before it.
pub(super) fn bodies(units: &[Unit], tree: &mut Tree) {
    for body in 1..units.len() {
        let beside = tree.heads[body].filter(|_| tree.labels[body] == "appos");
        let place = beside.filter(|&p| units[p].class == UnitClass::Place && tree.labels[p] == "pobj");
        let noun = place.and_then(|p| tree.heads[p]).and_then(|preposition| tree.heads[preposition]);
        let noun = noun.filter(|&n| units[n].class == UnitClass::Word && units[n].tag.name() == "NN");
        if let Some(noun) = noun.filter(|_| units[body].class == UnitClass::Organization) {
            tree.heads[body] = Some(noun);
        }
    }
}

/// "on a trip to Oslo last week", "flew to Oslo next May": the parser makes one phrase of a name and the time after it; the name is what the
/// preposition governs.
pub(super) fn measured_times<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for time in 2..units.len() {
        let which = matches!(word(time - 1), "last" | "this" | "next");
        let name = time - 2;
        let named = units[name].is_name();
        let under = tree.heads[name] == Some(time)
            && matches!(tree.labels[name], "nmod" | "compound" | "amod" | "poss");
        if !(which && named && under && tree.labels[time] == "pobj") {
            continue;
        }
        (tree.heads[name], tree.labels[name]) = (tree.heads[time], "pobj");
        (tree.heads[time], tree.labels[time]) = (tree.heads[name].and_then(|p| tree.heads[p]), "npadvmod");
    }
}

/// "Canberra | last month | dispatched a team", "The next day | President Pardo left": a time is no part of a name beside
/// it, nor the name of the time; both belong to the verb.
pub(super) fn times_of_verbs(units: &[Unit], tree: &mut Tree) {
    let part = |label: &str| matches!(label, "compound" | "nmod" | "amod" | "poss" | "appos");
    for time in 0..units.len() {
        if units[time].class != UnitClass::Date {
            continue;
        }
        let before = time.checked_sub(1).filter(|&name| units[name].is_name());
        let name = before.filter(|&name| tree.heads[name] == Some(time) && part(tree.labels[name]));
        let verb = tree.heads[time].filter(|&verb| units[verb].is_verb() && verb > time);
        if let (Some(name), Some(verb), true) = (name, verb, tree.labels[time].starts_with("nsubj")) {
            (tree.heads[name], tree.labels[name]) = (Some(verb), tree.labels[time]);
            tree.labels[time] = "npadvmod";
        }
        let named = tree.heads[time].filter(|&name| time == 0 && part(tree.labels[time]) && name > time);
        let verb = named.filter(|&n| tree.labels[n].starts_with("nsubj")).and_then(|name| tree.heads[name]);
        if let Some(verb) = verb.filter(|&verb| units[verb].is_verb()) {
            (tree.heads[time], tree.labels[time]) = (Some(verb), "npadvmod");
        }
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

/// "Albanese's defence | minister": of two nouns side by side the second is what is spoken of.
pub(super) fn compounds(units: &[Unit], tree: &mut Tree) {
    let noun = |u: usize| units[u].class == UnitClass::Word && matches!(units[u].tag.name(), "NN" | "NNS");
    for second in 1..units.len() {
        let first = second - 1;
        if tree.labels[second] == "acl" && tree.heads[second] == Some(first) && noun(first) && noun(second) {
            take_place(tree, first, second, "compound");
        }
    }
}

/// "signed by the | three": a number behind the article is what the article belongs to.
pub(super) fn counts<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for (article, unit) in units.iter().skip(1).enumerate() {
        let number = article + 1;
        let counted = unit.tag.name() == "CD" && tree.heads[number] == Some(article);
        if counted && word(article).eq_ignore_ascii_case("the") {
            take_place(tree, article, number, "det");
        }
    }
}

/// "joined the group, as it was then known, | on 13 February": what follows an aside belongs to the verb before it.
pub(super) fn after_asides<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for preposition in 2..units.len() {
        let closes = word(preposition - 1) == "," && matches!(word(preposition), "on" | "in");
        let aside = tree.heads[preposition].filter(|&v| {
            closes
                && v < preposition
                && units[v].is_verb()
                && matches!(tree.labels[v], "advcl" | "relcl" | "acl")
        });
        let Some(aside) = aside else { continue };
        let dated = tree.children(preposition).any(|c| units[c].class == UnitClass::Date);
        let opened = (1..aside).rev().find(|&u| word(u) == ",");
        let main = opened.and_then(|comma| {
            let over = |mut at: usize| {
                while let Some(head) = tree.heads[at].filter(|&h| h > comma || !units[h].is_verb()) {
                    at = head;
                }
                tree.heads[at]
            };
            over(aside).filter(|&v| v < comma)
        });
        if let Some(main) = main.filter(|_| dated) {
            tree.heads[preposition] = Some(main);
        }
    }
}

/// "handed over | the presidency": what follows a verb of handing is its particle, and the noun behind that its object.
pub(super) fn particles<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for over in 1..units.len() {
        let verb = over - 1;
        let hands =
            ["hand", "turn", "pass"].iter().any(|stem| word(verb).starts_with(stem)) && units[verb].is_verb();
        if !hands || word(over) != "over" || tree.labels[over] != "prep" {
            continue;
        }
        let object = tree.children(over).find(|&c| tree.labels[c] == "pobj");
        if let Some(object) = object {
            (tree.heads[object], tree.labels[object]) = (Some(verb), "dobj");
            (tree.heads[over], tree.labels[over]) = (Some(verb), "prt");
        }
    }
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

/// Puts a unit in the place of another that it hung on, with all that hangs there; the other becomes its `label`.
fn take_place(tree: &mut Tree, above: usize, below: usize, label: &'static str) {
    for unit in 0..tree.heads.len() {
        if tree.heads[unit] == Some(above) {
            tree.heads[unit] = Some(below);
        }
    }
    (tree.heads[below], tree.labels[below]) = (tree.heads[above], tree.labels[above]);
    (tree.heads[above], tree.labels[above]) = (Some(below), label);
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

fn hang(tree: &mut Tree, subject: usize, verb: usize) {
    let passive = tree.children(verb).any(|c| tree.labels[c] == "auxpass");
    tree.heads[subject] = Some(verb);
    tree.labels[subject] = if passive { "nsubjpass" } else { "nsubj" };
}

fn is_finite(units: &[Unit], tree: &Tree, verb: usize) -> bool {
    let finite = |u: usize| {
        units[u].class == UnitClass::Word && matches!(units[u].tag.name(), "VBD" | "VBZ" | "VBP" | "MD")
    };
    let helped = |c: usize| matches!(tree.labels[c], "aux" | "auxpass") && finite(c);
    units[verb].is_verb() && (finite(verb) || tree.children(verb).any(helped))
}

fn has_subject(tree: &Tree, verb: usize) -> bool {
    let subject = |c: usize| matches!(tree.labels[c], "nsubj" | "nsubjpass" | "csubj" | "csubjpass" | "expl");
    let helper = |c: usize| matches!(tree.labels[c], "aux" | "auxpass");
    tree.children(verb).any(|c| subject(c) || helper(c) && tree.children(c).any(subject))
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
            || self.units[start].tag.name() == "IN"
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
