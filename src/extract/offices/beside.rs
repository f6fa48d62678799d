//! Office phrases beside names: titles before them, appositions before and after.

use super::phrase::Phrase;
use super::{Holding, Office, Post};
use crate::extract::discourse::Pronoun;
use crate::extract::line::Line;
use crate::extract::names::{Form, NameMention};
use crate::graph::Kind;
use crate::vocabulary::words::List;
use std::ops::Range;

/// For each phrase, who holds it by standing beside it.
pub(super) fn read(line: &Line<'_>, phrases: &[Phrase]) -> Vec<Vec<Holding>> {
    let mut held: Vec<Vec<Holding>> = phrases.iter().map(|_| Vec::new()).collect();
    for (i, phrase) in phrases.iter().enumerate() {
        held[i].extend(
            titled(line, phrase)
                .or_else(|| one_by_one(line, phrase))
                .or_else(|| exemplified(line, phrase))
                .or_else(|| forward(line, phrase))
                .or_else(|| backward(line, phrase))
                .or_else(|| inverse(line, phrase))
                .or_else(|| fronted(line, phrase)),
        );
    }
    for i in 1..phrases.len() {
        share(line, phrases, i, &mut held);
    }
    align(line, phrases, &mut held);
    held
}

/// "A and B, respectively president of X and premier of Y": as many offices as holders before them.
fn align(line: &Line<'_>, phrases: &[Phrase], held: &mut [Vec<Holding>]) {
    for first in 0..phrases.len() {
        let mut mark = phrases[first].tokens.start.saturating_sub(1);
        while mark > 0 && line.is(mark, &["respectively", ","]) && line.word(mark - 1) == "," {
            mark -= 1;
        }
        if line.word(mark) != "," {
            continue;
        }
        let people = line.people_until(mark);
        let run = phrases[first..].windows(2).take_while(|w| coordinated(line, &w[0], &w[1])).count() + 1;
        if people.len() < 2 || people.len() != run || phrases[first].plural {
            continue;
        }
        for (holdings, person) in held[first..first + run].iter_mut().zip(people) {
            *holdings = vec![Holding::plain(vec![person.entity])];
        }
    }
}

/// Whether nothing but "and" or a comma stands between two offices of one each.
fn coordinated(line: &Line<'_>, first: &Phrase, second: &Phrase) -> bool {
    let gap = first.tokens.end..second.tokens.start;
    // "an adviser at X and afterwards a visiting fellow at Y"
    let order = ["afterwards", "then", "later", "subsequently", "now", "thereafter"];
    let next = |t: usize| t > gap.start && line.is(t, &order);
    let plain = gap.len() <= 3 && gap.clone().all(|t| line.is(t, &["and", ","]) || next(t));
    // "secretary general since 2014 and before that president of X"
    let timed = || {
        let opened = line.is(gap.start, &["since", "from", "until", "and", ","]);
        let earlier = gap.clone().any(|t| line.is(t, &["before", "earlier", "previously", "formerly"]));
        let word = |t: usize| {
            line.is(
                t,
                &[
                    "since",
                    "from",
                    "until",
                    "to",
                    "and",
                    ",",
                    "before",
                    "that",
                    "earlier",
                    "previously",
                    "formerly",
                ],
            ) || line.tag(t) == "CD"
        };
        opened
            && earlier
            && gap.len() <= 8
            && gap.clone().all(word)
            && gap.clone().any(|t| line.is(t, &["and"]))
    };
    // "minister of X and for many years president of Y", "head of X until 2005 and, from 2009 to 2013, minister of Y"
    let spelled = || {
        let Some(and) = gap.clone().find(|&t| line.is(t, &["and"])) else { return false };
        let time = |words: Range<usize>| words.is_empty() || time_opener(line, words.end) <= words.start;
        let comma = |t: usize| usize::from(line.is(t, &[","]));
        let behind = and + 1 + comma(and + 1)..gap.end - comma(gap.end - 1);
        and + 1 < gap.end && time(gap.start..and - comma(and - 1)) && time(behind)
    };
    !gap.is_empty() && (plain || timed() || spelled()) && !first.plural && !second.plural
}

/// "former NATO Secretary General and Danish Prime Minister X": coordinated offices of one holder.
fn share(line: &Line<'_>, phrases: &[Phrase], i: usize, held: &mut [Vec<Holding>]) {
    let (first, second) = (&phrases[i - 1], &phrases[i]);
    let and = (first.tokens.end..second.tokens.start).any(|t| line.word(t) == "and");
    if !coordinated(line, first, second) || !and {
        return;
    }
    let own = line.is(second.tokens.start, &["the", "a", "an", "its", "his", "her", "their"])
        || (second.tokens.start..second.head).any(|t| line.possessive(t));
    match (held[i - 1].is_empty(), held[i].is_empty()) {
        (true, false) if !own => held[i - 1] = again(&held[i]),
        (false, true)
            if held[i - 1].iter().all(|h| h.people.len() == 1) && !followed_by_person(line, second) =>
        {
            held[i] = again(&held[i - 1]);
        }
        _ => {}
    }
}

fn again(holdings: &[Holding]) -> Vec<Holding> {
    holdings.iter().map(|h| Holding::plain(h.people.clone())).collect()
}

fn followed_by_person(line: &Line<'_>, phrase: &Phrase) -> bool {
    let end = phrase.tokens.end;
    line.person_from(end).is_some() || line.word(end) == "," && line.person_from(end + 1).is_some()
}

fn entities(people: &[&NameMention]) -> Vec<usize> {
    people.iter().map(|m| m.entity).collect()
}

/// "NATO Secretary General Jens Stoltenberg", "Prime Ministers A, B and C", "Commodore X of the Chilean Navy".
fn titled(line: &Line<'_>, phrase: &Phrase) -> Option<Holding> {
    let person = line.person_titled(phrase.tokens.end)?;
    // "adviser to Brazil's Lula" is no office of his.
    if phrase.tokens.end > phrase.core_end && line.possessive(phrase.tokens.end - 1) {
        return None;
    }
    if phrase.plural {
        let people = line.people_from(person.tokens.start);
        let bodies: Vec<usize> = people.iter().filter_map(|p| line.body_after(p)).map(|m| m.entity).collect();
        let each = if bodies.len() == people.len() { bodies } else { Vec::new() };
        return Some(Holding { each, ..Holding::plain(entities(&people)) });
    }
    let body = line.body_after(person).map(|m| m.entity);
    Some(Holding { body, ..Holding::plain(vec![person.entity]) })
}

/// "the presidents of Colombia, Juan Manuel Santos; of Chile, Sebastián Piñera; and of Peru, Ollanta Humala": each holder
/// behind his state.
fn one_by_one(line: &Line<'_>, phrase: &Phrase) -> Option<Holding> {
    let (mut people, mut each) = (Vec::new(), Vec::new());
    let mut at = phrase.core_end;
    while phrase.plural && line.is(at, &["of", "for"]) {
        let start = at + 1 + usize::from(line.is(at + 1, &["the"]));
        let body = line.mentions().iter().find(|m| m.tokens.start == start && line.is_body(m));
        let Some(body) = body.filter(|m| line.word(m.tokens.end) == ",") else { break };
        let Some(person) = line.person_titled(body.tokens.end + 1) else { break };
        people.push(person.entity);
        each.push(body.entity);
        at = person.tokens.end;
        at = (at..line.len()).find(|&t| !line.is(t, &[",", ";", "and"])).unwrap_or(line.len());
    }
    (people.len() > 1).then(|| Holding { each, ..Holding::plain(people) })
}

/// "the heads of 32 states, including Ghana's Kwame Nkrumah and Ahmed Sékou Touré of Guinea": some of the holders, each
/// with whose he is; "two judges of the ICC, among them Kimberly Prost of Canada": all are of the body they are said to be of.
fn exemplified(line: &Line<'_>, phrase: &Phrase) -> Option<Holding> {
    let mut at = phrase.tokens.end + usize::from(line.word(phrase.tokens.end) == ",");
    if !phrase.plural || !line.listed(List::InclusionWords, at) {
        return None;
    }
    at += if line.is(at, &["among"]) && line.is(at + 1, &["them"]) { 2 } else { 1 };
    let inside = |m: &&NameMention| phrase.core_end <= m.tokens.start && m.tokens.end <= phrase.tokens.end;
    let body = |m: &&NameMention| line.kind(m.entity) == Kind::Organization;
    let whole =
        line.mentions().iter().filter(inside).find(body).filter(|_| line.is(phrase.core_end, &["of", "at"]));
    let (mut people, mut each) = (Vec::new(), Vec::new());
    loop {
        let owner = line.mentions().iter().find(|m| m.tokens.start == at && line.is_body(m));
        let owner = owner.filter(|m| line.possessive(m.tokens.end));
        let Some(person) = line.person_from(owner.map_or(at, |m| m.tokens.end + 1)) else { break };
        let behind = line.body_after(person);
        let Some(body) = owner.or(behind) else { break };
        people.push(person.entity);
        each.push(whole.map_or(body.entity, |m| m.entity));
        let end = behind.map_or(person.tokens.end, |m| m.tokens.end);
        at = (end..line.len()).find(|&t| !line.is(t, &[",", "and", "&"])).unwrap_or(line.len());
    }
    (!people.is_empty()).then(|| Holding { each, ..Holding::plain(people) })
}

/// A comma, a bracket, a colon or a dash between words.
fn sets_off(line: &Line<'_>, mark: usize) -> bool {
    let dash = matches!(line.word(mark), "-" | "–" | "—") && !line.glued(mark) && !line.glued(mark + 1);
    dash || matches!(line.word(mark), "," | "(" | ":" | "--")
}

/// "the alliance's secretary general, Mark Rutte", "her predecessor there, Alex Ellis".
fn forward(line: &Line<'_>, phrase: &Phrase) -> Option<Holding> {
    let mut comma = past_since(line, past_posting(line, phrase.tokens.end));
    if line.is(comma, &["there", "here"]) {
        comma += 1;
    }
    if !sets_off(line, comma) || !definite(line, phrase) {
        return None;
    }
    let behind = comma + 1 + usize::from(line.is(comma + 1, &["respectively"]));
    let person = line.person_from(past_titles(line, past_now(line, behind)))?;
    if before(line, phrase).is_some_and(|b| !goes_forward(line, phrase, b, person)) {
        return None;
    }
    if opens_behind(line, phrase, person) {
        return None;
    }
    let people = if phrase.plural { line.people_from(person.tokens.start) } else { vec![person] };
    Some(Holding { body: line.body_after(person).map(|m| m.entity), ..Holding::plain(entities(&people)) })
}

/// "After talks with the director of X, | Y flew to Oslo": behind what opens a sentence its subject stands, not the name of
/// the last one spoken of.
fn opens_behind(line: &Line<'_>, phrase: &Phrase, person: &NameMention) -> bool {
    let finite = |t: usize| matches!(line.tag(t), "VBD" | "VBZ" | "VBP" | "MD");
    let opening = matches!(line.tag(0), "IN" | "TO" | "VBG") && (0..phrase.tokens.start).all(|t| !finite(t));
    opening && finite(person.tokens.end)
}

/// "its head | since May 2023, X": behind since when.
fn past_since(line: &Line<'_>, token: usize) -> usize {
    let comma = (token + 1..token + 6).find(|&t| line.word(t) == ",");
    let dated = |end: &usize| line.tag(end - 1) == "CD" && (token + 1..*end).all(|t| line.at(t).is_none());
    comma.filter(|_| line.is(token, &["since", "from"])).filter(dated).unwrap_or(token)
}

/// "the ambassador of Peru | to NATO": behind where somebody is posted.
fn past_posting(line: &Line<'_>, token: usize) -> usize {
    let name = token + 1 + usize::from(line.is(token + 1, &["the"]));
    let body = line.mentions().iter().find(|m| m.tokens.start == name && line.is_body(m));
    body.filter(|_| line.is(token, &["to"])).map_or(token, |m| m.tokens.end)
}

/// "a director, at present | X": behind words that say it is so today.
fn past_now(line: &Line<'_>, token: usize) -> usize {
    if line.is(token, &["at"]) && line.is(token + 1, &["present"]) {
        return token + 2;
    }
    token + usize::from(line.is(token, &["currently", "now", "today", "presently"]))
}

/// "General Martin Herem", "H.E. Edgars Rinkēvičs": where the name behind a rank or an honorific begins.
pub(crate) fn past_titles(line: &Line<'_>, mut token: usize) -> usize {
    let honorific = |t: usize| line.listed(List::Honorifics, t) || line.is(t, &["the"]);
    let native = |t: usize| line.at(t).is_some_and(Line::is_adjective);
    // "the French diplomat Jacques Paris", "the Swede Daniel Tarschys"
    if line.is(token, &["the"])
        && native(token + 1)
        && (line.is_head(token + 2) || line.person_from(token + 2).is_some())
    {
        token += 2;
    }
    while line.at(token).is_none() && (line.is_head(token) || honorific(token)) {
        token += 1;
    }
    token
}

fn definite(line: &Line<'_>, phrase: &Phrase) -> bool {
    let start = phrase.tokens.start;
    line.is(start, &["the", "a", "an", "its", "his", "her", "their", "whose", "then", "another"])
        || line.at(start).is_some()
        || phrase.plural
        || (start..phrase.head).any(|t| line.possessive(t))
}

/// Whether a phrase between two people belongs to the second: "..., Kishida, Britain's premier, Keir Starmer, and ...".
fn goes_forward(line: &Line<'_>, phrase: &Phrase, before: &NameMention, after: &NameMention) -> bool {
    let titled = before.tokens.start > 0 && line.is_head(before.tokens.start - 1);
    let introduced = before.tokens.start > 1
        && line.word(before.tokens.start - 1) == ","
        && (before.tokens.start.saturating_sub(6)..before.tokens.start).any(|t| line.is_head(t));
    let owned = (phrase.tokens.start..phrase.head).any(|t| line.possessive(t));
    // "A, France's president, B, Germany's chancellor, and C": a second office after the second name is its own.
    let own = after.tokens.end..line.len().min(after.tokens.end + 8);
    let answered = line.word(own.start) == ","
        && own.skip(1).take_while(|&t| line.word(t) != ",").any(|t| line.is_head(t));
    // "A, NATO's secretary general, B of Turkey and C": who is told with a state of her own needs no office.
    let told = line.body_after(after).is_some_and(|body| line.kind(body.entity) == Kind::Country);
    before.form == Form::Surname || titled || introduced || (owned && !answered && !told)
}

/// The person a phrase stands behind: "X, then prime minister", "X (chair of Y)", "X, an Argentine and former chair".
fn before<'l>(line: &Line<'l>, phrase: &Phrase) -> Option<&'l NameMention> {
    let mut at = phrase.tokens.start;
    if at > 1 && line.word(at - 1) == "and" {
        at = back_over_nationality(line, at - 1).unwrap_or(at);
    }
    let mark = past_time(line, at).checked_sub(1)?;
    let dash = line.is(mark, &["-", "--", "|"]) && !line.glued(mark) && !line.glued(mark + 1);
    if !dash && !line.is(mark, &[",", "(", "–", "—"]) {
        return None;
    }
    let person = line.person_until(mark).or_else(|| aged(line, mark));
    person.or_else(|| bracketed(line, mark).map(|(person, _)| person)).or_else(|| affiliated(line, mark))
}

/// "X, for twenty years the foreign minister", "X, since 2019 its head": where the words of time before a phrase begin.
pub(super) fn past_time(line: &Line<'_>, start: usize) -> usize {
    let opener = time_opener(line, start);
    if opener > 0 && line.is(opener - 1, &[",", "("]) { opener } else { start }
}

/// Where words of time that lead up to a token begin: "| for twenty years the minister".
fn time_opener(line: &Line<'_>, start: usize) -> usize {
    let time = |t: usize| {
        let noun = line.is(
            t,
            &[
                "years", "year", "months", "month", "decade", "decades", "time", "summer", "spring",
                "autumn", "term", "terms",
            ],
        );
        line.at(t).is_none()
            && (noun
                || line.tag(t).starts_with("CD")
                || line.tag(t) == "NNP"
                || line.is(
                    t,
                    &[
                        "from", "to", "until", "the", "a", "almost", "nearly", "some", "more", "than",
                        "over", "many", "last", "and", "this", "in", "early", "late", "several", "most",
                        "about",
                    ],
                )
                || line.is(t, &["recently", "then", "lately"]))
    };
    let first = (start.saturating_sub(9)..start).rev().take_while(|&t| time(t)).last().unwrap_or(start);
    let opens = |t: &usize| line.is(*t, &["for", "since", "from", "until", "between", "in", "by", "at"]);
    (first.saturating_sub(1)..start).find(opens).unwrap_or(start)
}

/// "X (United Kingdom), the ...": the person, and the body in brackets.
fn bracketed<'l>(line: &Line<'l>, mark: usize) -> Option<(&'l NameMention, &'l NameMention)> {
    let close = mark.checked_sub(1).filter(|&t| line.word(t) == ")")?;
    let body = line.mentions().iter().find(|m| m.tokens.end == close && line.is_body(m))?;
    let open = body.tokens.start.checked_sub(1).filter(|&t| line.word(t) == "(")?;
    Some((line.person_until(open)?, body))
}

/// "X, commander, U.S. 7th Fleet", "X - Prime Minister, Latvia": the body that ends such an entry.
pub(super) fn entered<'l>(line: &Line<'l>, phrase: &Phrase) -> Option<&'l NameMention> {
    let end = phrase.tokens.end;
    let before = phrase.tokens.start.checked_sub(1);
    if let Some((_, body)) = before.and_then(|mark| bracketed(line, mark)) {
        return Some(body);
    }
    let own = line.is(phrase.tokens.start, &["the", "a", "an", "its", "his", "her"]);
    if line.word(end) != "," || own {
        return None;
    }
    let start = end + 1 + usize::from(line.is(end + 1, &["the"]));
    let body = line.mentions().iter().find(|m| m.tokens.start == start && line.is_body(m))?;
    let after = body.tokens.end;
    let acronym = line.word(after) == "(" && line.word(after + 2) == ")" && line.at(after + 1).is_some();
    let after = if acronym { after + 3 } else { after };
    let closed = matches!(line.word(after), "," | "." | ";" | ")" | "" | "”" | "''" | "\"");
    (closed && !Line::is_adjective(body)).then_some(body)
}

/// "X of the Labour Party, the defence minister".
fn affiliated<'l>(line: &Line<'l>, mark: usize) -> Option<&'l NameMention> {
    let body = line.body_until(mark)?;
    let mut of = body.tokens.start.checked_sub(1)?;
    if line.is(of, &["the"]) {
        of = of.checked_sub(1)?;
    }
    if line.is(of, &["of", "from"]) { line.person_until(of) } else { None }
}

/// "Michael Kofman of the Carnegie Endowment": people of a body of whom no office is told.
pub(super) fn affiliated_people(line: &Line<'_>, told: &[Office]) -> Vec<Office> {
    let mut found = Vec::new();
    for person in line.mentions().iter().filter(|m| line.is_person(m) && m.form != Form::Surname) {
        let body = line.body_after(person).filter(|m| line.kind(m.entity) == Kind::Organization);
        let Some(body) = body.filter(|_| told.iter().all(|o| o.person != person.entity)) else { continue };
        found.push(Office::held(person.entity, Post::called(body.entity, "staff"), person.tokens.end));
    }
    found
}

/// "X, 54, the ..."
fn aged<'l>(line: &Line<'l>, mark: usize) -> Option<&'l NameMention> {
    let number = mark >= 2 && line.tag(mark - 1) == "CD" && line.word(mark - 2) == ",";
    if number { line.person_until(mark - 2) } else { None }
}

fn back_over_nationality(line: &Line<'_>, and: usize) -> Option<usize> {
    let mut at = and;
    while at > 0 && and - at < 6 {
        if line.word(at - 1) == "," {
            return Some(at);
        }
        let plain = line.at(at - 1).is_none_or(|m| !line.is_person(m))
            && matches!(line.tag(at - 1), "DT" | "JJ" | "NN" | "NNP" | "RB");
        if !plain {
            return None;
        }
        at -= 1;
    }
    None
}

fn backward(line: &Line<'_>, phrase: &Phrase) -> Option<Holding> {
    let person = before(line, phrase).filter(|_| !acts_itself(line, phrase))?;
    if !phrase.plural {
        let conjunct =
            line.people_until(person.tokens.end).len() > 1 && line.is(phrase.tokens.start, &["both"]);
        let body = entered(line, phrase).map(|m| m.entity);
        return (!conjunct).then(|| Holding { body, ..Holding::plain(vec![person.entity]) });
    }
    Some(Holding::plain(entities(&line.people_until(person.tokens.end))))
}

/// "After talks with X, the president of the council flew to Y": the phrase is the subject of the verb right behind it and
/// says nothing of the name before it.
fn acts_itself(line: &Line<'_>, phrase: &Phrase) -> bool {
    let syntax = line.scene.syntax;
    let finite = matches!(line.tag(phrase.tokens.end), "VBD" | "VBZ" | "VBP" | "MD");
    let subject = line.unit(phrase.head).is_some_and(|u| syntax.label(u).starts_with("nsubj"));
    finite && subject && line.is(phrase.tokens.start, &["the"]) && !phrase.plural
}

/// "Once prime minister of Togo, he left ...", "Director of X and, since May, chair of Y, Z spoke": who is named, or meant,
/// behind the phrases that open the sentence or what stands behind a colon.
fn fronted(line: &Line<'_>, phrase: &Phrase) -> Option<Holding> {
    /// How far behind a phrase the subject may follow.
    const REACH: usize = 24;
    let (start, end) = (phrase.tokens.start, phrase.tokens.end);
    let opening = (0..start).rev().find(|&t| line.is(t, &[":", ";"])).map_or(0, |mark| mark + 1);
    let opens = start == opening
        || line.is(start - 1, &["and", ",", "now", "once", "currently", "today", "formerly", "previously"]);
    if phrase.plural
        || !opens
        || matches!(line.tag(opening), "IN" | "TO" | "DT" | "PRP$" | "VBN" | "VBG") && start > opening
    {
        return None;
    }
    let subject = |comma: usize| line.word(comma) == "," && subject_at(line, comma + 1).is_some();
    let comma = (end..line.len().min(end + REACH)).find(|&t| subject(t))?;
    let clear = |t: usize| {
        let person = line.at(t).is_some_and(|m| line.is_person(m));
        !matches!(line.tag(t), "VBD" | "VBZ" | "VBP" | "MD" | "WP" | "WDT") && !person
    };
    let person = subject_at(line, comma + 1).filter(|_| (opening..comma).all(clear))?;
    Some(Holding::plain(vec![person]))
}

/// The person whom a name or pronoun stands for that begins at a token, as a subject.
fn subject_at(line: &Line<'_>, token: usize) -> Option<usize> {
    let gender = match line.lower(token).as_ref() {
        "he" => "male",
        "she" => "female",
        _ => {
            let person = line.person_titled(token)?;
            let verb = matches!(line.tag(person.tokens.end), "VBD" | "VBZ" | "VBP" | "MD" | "RB");
            return verb.then_some(person.entity);
        }
    };
    let discourse = line.scene.discourse;
    let place = (line.scene.sentence, token);
    discourse.pronoun(Pronoun::Person(Some(gender)), place, &|_| true).first().copied()
}

/// "Its first secretary-general, appointed in 1957, was Pote Sarasin".
fn inverse(line: &Line<'_>, phrase: &Phrase) -> Option<Holding> {
    let mut at = phrase.tokens.end;
    if line.word(at) == "," {
        at = (at + 1..line.len().min(at + 12)).find(|&t| line.word(t) == ",")? + 1;
    }
    let copula = at;
    while line
        .is(at, &["is", "was", "were", "are", "has", "have", "had", "been", "be", "now", "currently", "then"])
    {
        at += 1;
    }
    let verb = (copula..at).any(|t| line.is(t, &["is", "was", "were", "are", "been"]));
    let person = line.person_from(past_titles(line, at)).filter(|_| verb && definite(line, phrase))?;
    let people = if phrase.plural { line.people_from(person.tokens.start) } else { vec![person] };
    Some(Holding::plain(entities(&people)))
}
