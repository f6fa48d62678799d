//! Repairs of what hangs on the wrong word: what is between two things is no verb's.

use super::clause::{has_subject, take_place};
use crate::language::{Tag, Tree, Unit, UnitClass};

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

/// "applied to | accede to X", "went so far as to | sanction X": behind "to" a verb is no noun.
pub(super) fn infinitives<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for to in 1..units.len().saturating_sub(1) {
        let verb = to + 1;
        let plain = units[verb].class == UnitClass::Word && units[verb].tag.name() == "VB";
        if word(to) == "to" && tree.labels[to] == "prep" && tree.heads[verb] == Some(to) && plain {
            take_place(tree, to, verb, "aux");
            tree.labels[verb] = "xcomp";
            let Some(above) = tree.heads[verb].filter(|&p| units[p].tag.name() == "IN") else { continue };
            tree.heads[verb] = tree.heads[above].filter(|&v| units[v].is_verb()).or(Some(above));
            for object in verb + 1..units.len() {
                if tree.labels[object] == "pobj" && tree.heads[object] == Some(above) {
                    (tree.heads[object], tree.labels[object]) = (Some(verb), "dobj");
                }
            }
        }
    }
}

/// "with two of its members, A and B,": names behind a comma that nothing joins to the noun say which are meant.
pub(super) fn listed_names<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for name in 2..units.len() {
        let noun = tree.heads[name].filter(|&n| tree.labels[name] == "conj" && n + 2 == name);
        let plural = noun.is_some_and(|n| units[n].class == UnitClass::Word && units[n].tag.name() == "NNS");
        if plural && units[name].class == UnitClass::List && word(name - 1) == "," {
            tree.labels[name] = "appos";
        }
    }
}

/// "the deployment by Kenya | of police to Haiti", "imposed by Kenya | on Haiti": what stands behind the doer belongs to the
/// deed.
pub(super) fn behind_doers<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for preposition in 3..units.len() {
        let doer =
            tree.heads[preposition].filter(|&d| tree.labels[preposition] == "prep" && units[d].is_name());
        let by = doer.filter(|&d| d < preposition).and_then(|d| tree.heads[d]).filter(|&b| word(b) == "by");
        let Some(deed) = by.and_then(|b| tree.heads[b]) else { continue };
        let belongs = match units[deed].tag.name() {
            tag if tag.starts_with("NN") => {
                matches!(word(preposition), "of" | "on" | "against" | "to" | "from" | "with")
            }
            "VBN" => matches!(word(preposition), "on" | "upon" | "against" | "to"),
            _ => false,
        };
        if belongs {
            tree.heads[preposition] = Some(deed);
        }
    }
}

/// "X having held | talks with Y, Z left": behind "having" a participle is no adjective; the name before does it.
pub(super) fn perfect_participles<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for having in 1..units.len() {
        let Some(verb) = tree.heads[having].filter(|&v| word(having) == "having" && v > having) else {
            continue;
        };
        let noun = tree.heads[verb].filter(|&n| tree.labels[verb] == "amod" && n > verb);
        let (Some(object), subject) = (noun, having - 1) else { continue };
        let above =
            if tree.heads[object] == Some(subject) { tree.heads[subject] } else { tree.heads[object] };
        (tree.heads[verb], tree.labels[verb]) = (above, "advcl");
        (tree.heads[object], tree.labels[object]) = (Some(verb), "dobj");
        if units[subject].is_name() {
            (tree.heads[subject], tree.labels[subject]) = (Some(verb), "nsubj");
        }
    }
}

/// "X had in an earlier life been a minister": the perfect goes on behind the phrase between its two words.
pub(super) fn parted_perfects<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    let participles = (3..units.len()).filter(|&u| units[u].tag == Tag::VBN);
    for verb in participles {
        let noun = tree.heads[verb].filter(|&n| tree.labels[verb] == "acl" && n + 1 == verb);
        let preposition = noun.filter(|&n| tree.labels[n] == "pobj").and_then(|n| tree.heads[n]);
        let Some(have) = preposition.and_then(|p| tree.heads[p]) else { continue };
        let full = tree.children(have).any(|c| matches!(tree.labels[c], "dobj" | "xcomp" | "ccomp"));
        if matches!(word(have), "had" | "has" | "have") && !full && has_subject(tree, have) {
            take_place(tree, have, verb, "aux");
        }
    }
}

/// "called on X in May and on Y in June", "met with X on Monday and with Y": a second phrase is like the first with its
/// preposition, not like the date between them.
pub(super) fn second_phrases<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    let object = |tree: &Tree, preposition: usize| tree.labelled(preposition, "pobj").next();
    let dates = |tree: &Tree, p: usize| object(tree, p).is_some_and(|o| units[o].class == UnitClass::Date);
    for second in 4..units.len() {
        let date = tree.heads[second].filter(|&p| tree.labels[second] == "conj" && dates(tree, p));
        let Some(verb) = date.and_then(|p| tree.heads[p]) else { continue };
        let like = |&p: &usize| {
            word(p) == word(second)
                && tree.labels[p] == "prep"
                && !dates(tree, p)
                && object(tree, p).is_some()
        };
        let first = tree.children(verb).filter(|&p| p < second).find(like);
        if let Some(first) = first.filter(|_| !dates(tree, second)) {
            tree.heads[second] = Some(first);
        }
    }
}

/// "has pacts with X and, since 2018, with Y": a phrase behind a date that is set off goes on from the one before with the same
/// preposition, and the date is of what it names.
pub(super) fn phrases_past_dates<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for second in 7..units.len() {
        let (and, since, date) = (second - 5, second - 3, second - 2);
        let set_off = word(and) == "and"
            && word(and + 1) == ","
            && word(second - 1) == ","
            && units[since].tag.name() == "IN"
            && units[date].class == UnitClass::Date;
        let named = |p: usize| tree.child(p, "pobj").filter(|&o| units[o].is_name());
        let first = (0..and).rev().find(|&p| word(p) == word(second) && named(p).is_some());
        let (Some(first), Some(name)) = (first.filter(|_| set_off), named(second)) else { continue };
        (tree.heads[second], tree.labels[second]) = (Some(first), "conj");
        (tree.heads[since], tree.labels[since]) = (Some(name), "prep");
    }
}

/// "the accession of X to Y and that of Z | to W": what follows the word for the noun hangs on it.
pub(super) fn stand_ins<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for that in 1..units.len().saturating_sub(1) {
        let stands_in = matches!(word(that), "that" | "those") && word(that + 1) == "of";
        let noun = tree.heads[that].filter(|&n| stands_in && tree.labels[that] == "conj" && n < that);
        for unit in (that + 1..units.len()).filter(|_| noun.is_some()) {
            if tree.heads[unit] == noun && tree.labels[unit] == "prep" {
                tree.heads[unit] = Some(that);
            }
        }
    }
}

/// "the Union, of which it is an organ": what is of the Union is the noun.
pub(super) fn fronted_owners<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for of in 2..units.len().saturating_sub(2) {
        let Some(verb) = tree.heads[of].filter(|&v| v > of && word(of) == "of" && word(of + 1) == "which")
        else {
            continue;
        };
        let noun = tree.labelled(verb, "attr").find(|&n| n > verb && !units[n].is_name());
        if let Some(noun) = noun.filter(|_| matches!(word(verb), "is" | "was" | "are" | "were")) {
            tree.heads[of] = Some(noun);
        }
    }
}

/// "won the race | to lead X": what a contest is for belongs to it.
pub(super) fn contests<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for verb in 3..units.len() {
        let (noun, loose) = (verb - 2, matches!(tree.labels[verb], "advcl" | "xcomp"));
        let contest = matches!(word(noun), "race" | "contest" | "election" | "vote" | "battle");
        let object = contest && tree.labels[noun] == "dobj" && tree.heads[noun] == tree.heads[verb];
        if object && loose && word(verb - 1) == "to" {
            (tree.heads[verb], tree.labels[verb]) = (Some(noun), "acl");
        }
    }
}

/// "The seventh, X of Y, retired": an ordinal before a comma is no word of the name behind it.
pub(super) fn ordinals<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for ordinal in 1..units.len().saturating_sub(2) {
        let Some(name) = tree.heads[ordinal].filter(|&n| n == ordinal + 2 && units[n].is_name()) else {
            continue;
        };
        let article = ordinal - 1;
        let counted = tree.labels[ordinal] == "amod" && word(ordinal + 1) == ",";
        if counted && matches!(word(article), "The" | "the") {
            (tree.heads[ordinal], tree.labels[ordinal]) = (tree.heads[name], tree.labels[name]);
            (tree.heads[name], tree.labels[name]) = (Some(ordinal), "appos");
            (tree.heads[article], tree.labels[article]) = (Some(ordinal), "det");
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

/// "trained with its counterpart, the Royal Marines, in the snow": a name measures nothing; between commas behind a noun it
/// says which one is meant.
pub(super) fn named_nouns<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for name in 3..units.len().saturating_sub(1) {
        let measuring = tree.labels[name] == "npadvmod";
        let body = units[name].class == UnitClass::Organization && measuring;
        // "published a report on trade, Paths to Peace, in June"
        if units[name].class == UnitClass::Work && measuring && word(name - 1) == "," {
            let published = |&n: &usize| tree.labels[n] == "dobj" && tree.heads[n] == tree.heads[name];
            if let Some(object) = (0..name).rev().find(published) {
                (tree.heads[name], tree.labels[name]) = (Some(object), "appos");
            }
            continue;
        }
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

/// "called on the commander of the navy, Vice Admiral X, in Y": a person measures nothing; behind a comma it is the one
/// whom the noun before means.
pub(super) fn named_people<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for person in 3..units.len() {
        if units[person].class != UnitClass::Person || tree.labels[person] != "npadvmod" {
            continue;
        }
        let start = (0..person).find(|&u| tree.is_within(u, person)).unwrap_or(person);
        let Some(mut noun) = start.checked_sub(2).filter(|&n| word(n + 1) == ",") else { continue };
        while let Some(of) = tree.heads[noun].filter(|&p| units[noun].is_name() && word(p) == "of") {
            let Some(above) = tree.heads[of] else { break };
            noun = above;
        }
        let common = units[noun].class == UnitClass::Word && units[noun].tag.name().starts_with("NN");
        if common && matches!(tree.labels[noun], "pobj" | "dobj") && !tree.is_within(noun, person) {
            (tree.heads[person], tree.labels[person]) = (Some(noun), "appos");
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
            || !matches!(tree.labels[office], "dobj" | "oprd")
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

/// "took part in Sea Breeze, an exercise led by X": a noun with an article behind a name and a comma says what the name is,
/// where the verb has its object already or the noun is only taken for a measure.
pub(super) fn second_objects<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for second in 4..units.len() {
        if units[second].class != UnitClass::Word || !matches!(tree.labels[second], "dobj" | "npadvmod") {
            continue;
        }
        let Some(verb) = tree.heads[second].filter(|&v| v < second) else { continue };
        let article = tree.children(second).next().filter(|&d| tree.labels[d] == "det" && d < second);
        let name =
            article.and_then(|a| a.checked_sub(2)).filter(|&n| word(n + 1) == "," && units[n].is_name());
        let Some(name) = name.filter(|&n| n > verb && tree.is_within(n, verb)) else { continue };
        let served = tree.labelled(verb, "dobj").next().is_some_and(|o| o < name);
        // "signed, with X, a treaty"
        let open = !(verb + 1..name).any(|u| word(u) == ",");
        let qualified =
            tree.children(second).any(|c| c > second && matches!(tree.labels[c], "acl" | "relcl" | "prep"));
        let meant = match tree.labels[second] {
            "dobj" => served || open && qualified,
            _ => qualified,
        };
        if meant && tree.heads[name] != Some(second) {
            (tree.heads[second], tree.labels[second]) = (Some(name), "appos");
        }
    }
}

/// "the centre in Kaunas, X": what the place lies behind, where a unit is said to be in apposition to the place.
fn before_place(units: &[Unit], tree: &Tree, unit: usize) -> Option<usize> {
    let beside = tree.heads[unit].filter(|_| tree.labels[unit] == "appos")?;
    let place = Some(beside).filter(|&p| units[p].class == UnitClass::Place && tree.labels[p] == "pobj")?;
    tree.heads[tree.heads[place]?]
}

/// "the centre in Kaunas, a branch of X": what no place is called is said of the body before it.
pub(super) fn called_bodies(units: &[Unit], tree: &mut Tree, is_place: impl Fn(usize) -> bool) {
    for noun in 4..units.len() {
        let called = units[noun].class == UnitClass::Word && units[noun].tag.name() == "NN";
        let body = before_place(units, tree, noun).filter(|&b| units[b].class == UnitClass::Organization);
        if let Some(body) = body.filter(|_| called && !is_place(noun)) {
            tree.heads[noun] = Some(body);
        }
    }
}

/// "Linda Pardo of Peru, the country that hosts it": what no person is called is said of where she is from.
pub(super) fn called_homes<'a>(
    units: &[Unit],
    tree: &mut Tree,
    word: impl Fn(usize) -> &'a str,
    is_state: impl Fn(usize) -> bool,
) {
    for noun in 5..units.len() {
        let called = tree.labels[noun] == "appos" && units[noun].class == UnitClass::Word && is_state(noun);
        let person = tree.heads[noun].filter(|&p| called && units[p].class == UnitClass::Person);
        let of = person.and_then(|p| tree.labelled(p, "prep").find(|&of| word(of) == "of"));
        let home = of.and_then(|of| tree.child(of, "pobj")).filter(|&h| units[h].is_name() && h < noun);
        if let Some(home) = home {
            tree.heads[noun] = Some(home);
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
        let noun = before_place(units, tree, body)
            .filter(|&n| units[n].class == UnitClass::Word && units[n].tag.name() == "NN");
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

/// "a force subordinate to X": what follows belongs to the adjective behind the noun.
pub(super) fn behind_adjectives<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for noun in 0..units.len().saturating_sub(2) {
        let (adjective, preposition) = (noun + 1, noun + 2);
        let behind = units[adjective].tag.name() == "JJ"
            && tree.heads[adjective] == Some(noun)
            && tree.labels[adjective] == "amod";
        if behind && word(preposition) == "to" && tree.heads[preposition] == Some(noun) {
            tree.heads[preposition] = Some(adjective);
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

/// "handed over | the presidency", "set up | the bank": what follows a verb of handing is its particle, and the noun behind a
/// particle the verb's object.
pub(super) fn particles<'a>(units: &[Unit], tree: &mut Tree, word: impl Fn(usize) -> &'a str) {
    for over in (1..units.len()).filter(|&u| units[u - 1].is_verb()) {
        let verb = over - 1;
        let hands = || ["hand", "turn", "pass"].iter().any(|stem| word(verb).starts_with(stem));
        let handed = tree.labels[over] == "prep" && word(over) == "over" && hands();
        if !handed && (tree.labels[over] != "prt" || tree.child(verb, "dobj").is_some()) {
            continue;
        }
        let object = tree.children(over).find(|&c| tree.labels[c] == "pobj");
        if let Some(object) = object {
            (tree.heads[object], tree.labels[object]) = (Some(verb), "dobj");
            (tree.heads[over], tree.labels[over]) = (Some(verb), "prt");
        }
    }
}
