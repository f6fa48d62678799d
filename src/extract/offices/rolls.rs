//! Rolls: several who held one office in turn, each with his time. "Four have led it: A (1975-1980), B (1980-1984) and C",
//! "the post was held by A from 1975 to 1980 and by B until 1984".

use super::{Office, Post};
use crate::extract::line::Line;
use crate::extract::names::NameMention;
use crate::extract::when::Dated;

/// Words that may stand before the time of a holder.
const OPENINGS: &[&str] = &["(", "from", "since", "until", "between", "in", "for"];

/// How many words may stand in an aside that says who somebody is ("an Italian").
const ASIDE: usize = 6;

/// Somebody on a roll, and the time said with the name.
struct Entry {
    person: usize,
    token: usize,
    when: Option<String>,
}

/// Gives the office of one on a roll to all on it, and each his own time.
pub(super) fn complete(line: &Line<'_>, dates: &[Dated], offices: &mut Vec<Office>) {
    if offices.is_empty() {
        return;
    }
    let mut at = 0;
    while let Some(first) = line.mentions().iter().find(|m| m.tokens.start >= at && line.is_person(m)) {
        let (roll, end) = roll(line, first, dates);
        at = end;
        let Some(told) = shared(offices, &roll).cloned() else { continue };
        for entry in roll {
            offices.retain(|o| o.person != entry.person || !same(o, &told));
            offices.push(Office {
                standing: told.standing,
                status: told.status,
                when: entry.when,
                ..Office::held(entry.person, Post::from(&told), entry.token)
            });
        }
    }
}

/// The one office that those on a roll are told to have: of two different ones neither is all others'.
fn shared<'o>(offices: &'o [Office], roll: &[Entry]) -> Option<&'o Office> {
    let mut told = offices.iter().filter(|o| roll.iter().any(|entry| entry.person == o.person));
    let first = told.next().filter(|_| roll.len() > 1)?;
    told.all(|other| same(first, other)).then_some(first)
}

fn same(one: &Office, other: &Office) -> bool {
    one.body == other.body && one.head == other.head
}

/// The people from `first` on that are listed with their times, and where the roll ends. Without a time it is but a list.
fn roll(line: &Line<'_>, first: &NameMention, dates: &[Dated]) -> (Vec<Entry>, usize) {
    let mut entries = Vec::new();
    let mut end = first.tokens.end;
    let mut next = Some(first);
    while let Some(person) = next {
        let (when, behind) = time_behind(line, person.tokens.end, dates).map_or_else(
            || (None, person.tokens.end),
            |(date, behind)| (Some(date.value.clone()).filter(|d| d.contains('/')), behind),
        );
        entries.push(Entry { person: person.entity, token: person.tokens.start, when });
        end = behind;
        let joined = past_joiners(line, end);
        next = line.person_titled(joined).filter(|_| joined > end);
    }
    let timed = entries.iter().filter(|entry| entry.when.is_some()).count();
    // The last may have come only now.
    if timed == 0 || timed + 1 < entries.len() {
        entries.clear();
    }
    (entries, end)
}

/// The time that stands behind a name, or behind the aside or verb after it, and where it ends.
fn time_behind<'d>(line: &Line<'_>, token: usize, dates: &'d [Dated]) -> Option<(&'d Dated, usize)> {
    let token = past_aside(line, token);
    let token = token + usize::from(line.is(token, &["served"]));
    let opened = line.is(token, OPENINGS);
    let starts = |d: &&Dated| d.tokens.start == token || opened && d.tokens.start == token + 1;
    let date = dates.iter().find(starts)?;
    let closed = line.word(token) == "(" && line.word(date.tokens.end) == ")";
    Some((date, date.tokens.end + usize::from(closed)))
}

/// Behind "..., an Italian,".
fn past_aside(line: &Line<'_>, token: usize) -> usize {
    if line.word(token) != "," || !line.is(token + 1, &["a", "an", "the"]) {
        return token;
    }
    let close = (token + 2..(token + 2 + ASIDE).min(line.len())).find(|&t| line.word(t) == ",");
    close.map_or(token, |close| close + 1)
}

fn past_joiners(line: &Line<'_>, mut token: usize) -> usize {
    while line.is(token, &[",", ";", "and", "then", "by"]) {
        token += 1;
    }
    token
}
