//! Who belongs to a body, where no verb says so: "NATO members such as X", "X and other NATO states", "a grouping made up
//! of X and Y", "newcomers: X, Y".

use super::names::Names;
use super::reference::Scene;
use super::statements::Candidate;
use super::syntax::Syntax;
use crate::graph::Kind;
use crate::language::UnitClass;
use crate::vocabulary::frame::Role;
use crate::vocabulary::words::List;

/// Memberships, accessions and foundings told by nouns and participles.
pub(crate) fn read(scene: &Scene<'_>, names: &Names) -> Vec<Candidate> {
    let kind = |entity: usize| names.entities[entity].kind;
    let mut found = Vec::new();
    for unit in 0..scene.syntax.units.len() {
        found.extend(of_noun(scene, unit, &kind));
        found.extend(made_up_of(scene, unit, &kind));
        found.extend(set_apart(scene, unit, &kind));
        found.extend(counted_with(scene, unit, &kind));
    }
    found.retain(|c| is_association(kind(c.object)) && is_actor(kind(c.subject)) && c.subject != c.object);
    found
}

/// "The union replaced the organization", "X gave way to Y": which body took the place of which.
pub(crate) fn heirs(scene: &Scene<'_>, names: &Names) -> Vec<(usize, usize)> {
    let syntax = scene.syntax;
    let body = |verb: usize, role: Role| {
        let units = syntax.verb_arguments(verb).iter().filter(move |(r, _)| *r == role).map(|(_, u)| *u);
        let mut bodies = units.flat_map(|u| scene.referents(u)).map(|r| r.entity);
        bodies.find(|&e| names.entities[e].kind == Kind::Organization)
    };
    let replaced = |verb: usize| match syntax.lemma(verb) {
        "replace" | "succeed" | "supersede" => Some((body(verb, Role::Object)?, body(verb, Role::Subject)?)),
        "give" if syntax.child(verb, &["dobj"]).is_some_and(|o| syntax.lemma(o) == "way") => {
            Some((body(verb, Role::Subject)?, body(verb, Role::Preposition("to".to_owned()))?))
        }
        "make" if syntax.child(verb, &["dobj"]).is_some_and(|o| syntax.lemma(o) == "way") => {
            let own = body(verb, Role::Preposition("for".to_owned()));
            let way = syntax.child(verb, &["dobj"])?;
            let behind =
                syntax.noun_arguments(way).iter().filter(|(r, _)| *r == Role::Preposition("for".to_owned()));
            let mut bodies = behind.flat_map(|(_, u)| scene.referents(*u)).map(|r| r.entity);
            let new = own.or_else(|| bodies.find(|&e| names.entities[e].kind == Kind::Organization))?;
            Some((body(verb, Role::Subject)?, new))
        }
        _ => None,
    };
    let verbs = (0..syntax.units.len()).filter(|&u| syntax.is_verb(u));
    verbs.filter_map(replaced).filter(|(old, new)| old != new).collect()
}

fn is_association(kind: Kind) -> bool {
    matches!(kind, Kind::Organization | Kind::Agreement)
}

fn is_actor(kind: Kind) -> bool {
    matches!(kind, Kind::Country | Kind::Organization)
}

/// "members such as X", "X and other member states", "newcomers: X and Y".
fn of_noun(scene: &Scene<'_>, unit: usize, kind: &dyn Fn(usize) -> Kind) -> Vec<Candidate> {
    let syntax = scene.syntax;
    if syntax.is_name(unit) || syntax.is_verb(unit) {
        return Vec::new();
    }
    if let Some((whole, members)) = body_and_members(scene, unit, kind) {
        return members.iter().map(|&m| Candidate::asserted("memberOf", m, whole, scene.sentence)).collect();
    }
    let body = body_before(scene, unit, kind);
    let relation = match syntax.lemma(unit) {
        "member" | "member-state" | "ally" => "memberOf",
        "newcomer" | "entrant" => "joined",
        "founder" => "founded",
        _ if syntax.has(List::CountryNouns, unit) && body.is_some() => "memberOf",
        _ => return Vec::new(),
    };
    let head = phrase_head(syntax, unit);
    let mut members = examples(scene, head);
    if relation == "memberOf" && members.is_empty() && body.is_some() {
        members = called_so(scene, head);
    }
    if members.is_empty() {
        return Vec::new();
    }
    let whole = whole(scene, unit, head, kind).or_else(|| spoken_of(scene, unit, kind));
    let Some(whole) = whole else { return Vec::new() };
    members.iter().map(|&m| Candidate::asserted(relation, m, whole, scene.sentence)).collect()
}

/// "NATO countries", "NATO allies": the body whose name stands right before the noun.
fn body_before(scene: &Scene<'_>, noun: usize, kind: &dyn Fn(usize) -> Kind) -> Option<usize> {
    let syntax = scene.syntax;
    let before = noun.checked_sub(1).filter(|&u| syntax.is_name(u) && syntax.label(u) != "poss")?;
    let prefixed = before.checked_sub(1).is_some_and(|u| matches!(syntax.lemma(u), "non" | "-" | "former"));
    let mut named = scene.names_in(before).map(|m| m.entity);
    named.next().filter(|&e| named.next().is_none() && !prefixed && is_association(kind(e)))
}

/// "NATO allies | Norway and Denmark": the names right behind the noun.
fn called_so(scene: &Scene<'_>, head: usize) -> Vec<usize> {
    let syntax = scene.syntax;
    let next = Some(head + 1).filter(|&u| u < syntax.units.len() && syntax.is_name(u));
    next.map_or(Vec::new(), |u| scene.names_in(u).map(|m| m.entity).collect())
}

/// "member states", "member countries": the noun the phrase ends in.
fn phrase_head(syntax: &Syntax<'_>, unit: usize) -> usize {
    let next = unit + 1;
    let state = next < syntax.units.len()
        && !syntax.is_name(next)
        && (syntax.has(List::CountryNouns, next) || matches!(syntax.lemma(next), "government" | "economy"));
    if state { next } else { unit }
}

/// "the other members of the Nordic Council, Denmark, Iceland and Norway": a body and the states behind it, which make one
/// list to the parser.
fn body_and_members(
    scene: &Scene<'_>,
    noun: usize,
    kind: &dyn Fn(usize) -> Kind,
) -> Option<(usize, Vec<usize>)> {
    let syntax = scene.syntax;
    let of = noun + 1;
    let plural = syntax.lemma(noun) == "member" && syntax.tag(noun) == "NNS";
    let of = Some(of).filter(|&of| plural && of < syntax.units.len() && syntax.lemma(of) == "of")?;
    let list = syntax.child(of, &["pobj"]).filter(|&u| syntax.units[u].class == UnitClass::List)?;
    let mut named = scene.names_in(list).map(|m| m.entity);
    let whole = named.next().filter(|&e| kind(e) == Kind::Organization)?;
    let members: Vec<usize> = named.filter(|&e| e != whole).collect();
    let states = members.len() > 1 && members.iter().all(|&e| kind(e) == Kind::Country);
    states.then_some((whole, members))
}

/// The names a phrase gives as examples, or is added to as the rest.
fn examples(scene: &Scene<'_>, head: usize) -> Vec<usize> {
    let syntax = scene.syntax;
    let mut units: Vec<usize> =
        syntax.included(head).into_iter().flat_map(|u| with_conjuncts(syntax, u)).collect();
    let after = head + 1;
    if syntax.units.len() > after + 1 && matches!(syntax.lemma(after), ":" | "(") {
        units.extend((after + 1..syntax.units.len()).take(2).find(|&u| syntax.is_name(u)));
    }
    let named = |u: usize| scene.names_in(u).map(|m| m.entity).collect::<Vec<_>>();
    let mut members: Vec<usize> = units.into_iter().flat_map(named).collect();
    for unit in before_other(syntax, head) {
        let closed = is_closed_list(syntax, unit);
        members.extend(named(unit).into_iter().rev().take(if closed { 1 } else { usize::MAX }));
    }
    members
}

/// "Japan and the United States" in "Japan and the United States and other members": only its last name goes on.
fn is_closed_list(syntax: &Syntax<'_>, unit: usize) -> bool {
    syntax.units[unit].tokens.clone().any(|token| matches!(syntax.word(token), "and" | "or"))
}

fn with_conjuncts(syntax: &Syntax<'_>, unit: usize) -> Vec<usize> {
    let mut all = vec![unit];
    let mut next = 0;
    while let Some(&at) = all.get(next) {
        all.extend(syntax.children_of(at, &["conj"]));
        next += 1;
    }
    all
}

/// "X, Y and other members": the names up to the comma list's start, not past another "and".
fn before_other(syntax: &Syntax<'_>, head: usize) -> Vec<usize> {
    let reach = head.saturating_sub(4)..head;
    let Some(other) = reach.rev().find(|&u| syntax.lemma(u) == "other") else { return Vec::new() };
    let mut found = Vec::new();
    let mut at = other;
    while let Some(before) = at.checked_sub(1) {
        match syntax.lemma(before) {
            "and" | "or" if at == other => {}
            "," | "the" => {}
            _ if syntax.is_name(before) => found.push(before),
            _ => break,
        }
        at = before;
    }
    found
}

/// The body whose members they are: named before the noun, its owner, else the subject of the clause.
fn whole(scene: &Scene<'_>, unit: usize, head: usize, kind: &dyn Fn(usize) -> Kind) -> Option<usize> {
    let syntax = scene.syntax;
    let before = unit.checked_sub(1).filter(|&u| syntax.is_name(u));
    let owners = [unit, head].into_iter().flat_map(|noun| {
        let arguments = syntax.noun_arguments(noun).iter();
        arguments.filter(|(r, _)| *r == Role::Possessor).map(|(_, u)| *u).collect::<Vec<_>>()
    });
    let subject = syntax.clause_verb(head).and_then(|v| syntax.surface_subject(v)).filter(|&s| s < unit);
    let candidates = before.into_iter().chain(owners).chain(subject);
    candidates.flat_map(|u| scene.fillers(u)).map(|r| r.entity).find(|&e| is_association(kind(e)))
}

/// "Newcomers: X and Y.": a list that opens its sentence is of the body the passage speaks of.
fn spoken_of(scene: &Scene<'_>, unit: usize, kind: &dyn Fn(usize) -> Kind) -> Option<usize> {
    let syntax = scene.syntax;
    let opens = (0..unit).all(|u| !syntax.is_verb(u) && !syntax.is_name(u));
    let listed = opens && syntax.head(unit).is_none();
    listed.then(|| scene.discourse.association(scene.sentence, |e| is_association(kind(e)))).flatten()
}

/// "a grouping made up of X and Y", "the bloc, composed of X and Y".
fn made_up_of(scene: &Scene<'_>, unit: usize, kind: &dyn Fn(usize) -> Kind) -> Vec<Candidate> {
    let syntax = scene.syntax;
    let lemma_at = |u: usize| if u < syntax.units.len() { syntax.lemma(u) } else { "" };
    let first = match (lemma_at(unit), lemma_at(unit + 1), lemma_at(unit + 2)) {
        ("make", "up", "of") => unit + 3,
        ("compose" | "consist", "of", _) => unit + 2,
        ("comprise", _, _) if syntax.tag(unit) == "VBG" => unit + 1,
        _ => return Vec::new(),
    };
    let said = unit.checked_sub(1).is_some_and(|b| matches!(syntax.lemma(b), "be" | "not"));
    let members = (first..syntax.units.len()).take(3).find(|&u| syntax.is_name(u));
    let (Some(members), false) = (members, said) else { return Vec::new() };
    let whole =
        (0..unit).rev().flat_map(|u| scene.referents(u)).map(|r| r.entity).find(|&e| is_association(kind(e)));
    let Some(whole) = whole else { return Vec::new() };
    let members = scene.referents(members).into_iter();
    members.map(|m| Candidate::asserted("memberOf", m.entity, whole, scene.sentence)).collect()
}

/// "the Quad (Australia, India and Japan)", "the Quad - Australia, India and Japan - met", "the three members of the Quad,
/// Australia, India and Japan, met": several countries set apart right behind a body are its members.
fn set_apart(scene: &Scene<'_>, unit: usize, kind: &dyn Fn(usize) -> Kind) -> Vec<Candidate> {
    let syntax = scene.syntax;
    let dash = |u: usize| matches!(syntax.lemma(u), "-" | "--" | "–" | "—");
    let between = |open: usize| {
        let close = unit + 1;
        let end = close == syntax.units.len() || matches!(syntax.lemma(close), "." | ";");
        match syntax.lemma(open) {
            "(" => !end && syntax.lemma(close) == ")",
            "," => !end && syntax.lemma(close) == "," && counts_members(syntax, open),
            _ => dash(open) && (end || dash(close)),
        }
    };
    let Some(open) = unit.checked_sub(1).filter(|&open| between(open) && syntax.is_name(unit)) else {
        return Vec::new();
    };
    let body = open.checked_sub(1).filter(|&body| syntax.is_name(body));
    let body = body.and_then(|body| scene.names_in(body).last()).map(|mention| mention.entity);
    let members: Vec<usize> = scene.names_in(unit).map(|mention| mention.entity).collect();
    let several = members.len() > 1 && members.iter().all(|&m| kind(m) == Kind::Country);
    let Some(body) = body.filter(|&body| several && kind(body) == Kind::Organization) else {
        return Vec::new();
    };
    members.into_iter().map(|m| Candidate::asserted("memberOf", m, body, scene.sentence)).collect()
}

/// "the three members of the Quad | ,": whether those of a body whose name ends here are counted.
fn counts_members(syntax: &Syntax<'_>, comma: usize) -> bool {
    let of = comma.checked_sub(1).and_then(|body| syntax.head(body));
    let noun = of.filter(|&of| syntax.lemma(of) == "of").and_then(|of| syntax.head(of));
    noun.is_some_and(|noun| {
        syntax.tag(noun) == "NNS"
            && (syntax.has(List::CountryNouns, noun) || syntax.lemma(noun) == "member")
            && syntax.children_of(noun, &["nummod"]).next().is_some()
    })
}

/// "The bank, with Nauru as its newest member, lends", "grew to ten, with Laos among its members": the names after "with",
/// by what they are of the body before it.
fn counted_with(scene: &Scene<'_>, with: usize, kind: &dyn Fn(usize) -> Kind) -> Vec<Candidate> {
    let syntax = scene.syntax;
    if syntax.lemma(with) != "with" {
        return Vec::new();
    }
    let names: Vec<usize> = (with + 1..syntax.units.len())
        .take_while(|&u| syntax.is_name(u) || matches!(syntax.lemma(u), "the" | "and" | ","))
        .filter(|&u| syntax.is_name(u))
        .collect();
    let Some(link) = names.last().map(|last| last + 1) else { return Vec::new() };
    let Some(relation) = part_in_its(syntax, link) else { return Vec::new() };
    let beside = with.checked_sub(2).filter(|&u| syntax.is_name(u) && syntax.lemma(with - 1) == ",");
    let subject =
        || syntax.clause_verb(with).and_then(|verb| syntax.surface_subject(verb)).filter(|&s| s < with);
    let bodies = beside.or_else(subject).map(|u| scene.referents(u)).unwrap_or_default();
    let Some(body) = bodies.into_iter().map(|r| r.entity).find(|&e| is_association(kind(e))) else {
        return Vec::new();
    };
    let counted = names.into_iter().flat_map(|u| scene.names_in(u)).map(|mention| mention.entity);
    counted.map(|name| Candidate::asserted(relation, name, body, scene.sentence)).collect()
}

/// "as its newest member", "as one of its partners", "among its founders": what the names before are of the body.
fn part_in_its(syntax: &Syntax<'_>, link: usize) -> Option<&'static str> {
    let mut words = link..syntax.units.len();
    let its = match syntax.lemma(link) {
        "as" => words.by_ref().skip(1).take(3).find(|&u| syntax.lemma(u) == "its")?,
        "among" => words.by_ref().nth(1).filter(|&u| syntax.lemma(u) == "its")?,
        _ => return None,
    };
    let idle = |&u: &usize| {
        matches!(syntax.tag(u), "JJ" | "JJS" | "RB" | "RBS" | "CD" | "VBG" | "VBN" | "NN" | "CC")
    };
    let noun =
        (its + 1..syntax.units.len()).take(5).take_while(|u| idle(u) || syntax.tag(*u) == "NNS").last()?;
    match syntax.lemma(noun) {
        "member" | "member-state" | "state" | "ally" => Some("memberOf"),
        "partner" => Some("cooperatesWith"),
        "founder" => Some("founded"),
        _ => None,
    }
}
