//! Which of a sentence's dates belongs to a clause.

use super::ground::Words;
use super::statements::Candidate;
use super::syntax::Syntax;
use crate::graph::Status;
use crate::vocabulary::words::List;
use std::ops::Range;

/// A date of the sentence, resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Dated {
    /// Tokens of the expression.
    pub(crate) tokens: Range<usize>,
    /// EDTF.
    pub(crate) value: String,
    /// Whether it qualifies a noun ("a May 2019 visit") and so dates what that noun carries, nothing else.
    pub(crate) modifier: bool,
    /// The first token of the clause it dates, where that is not the one it stands in ("two days after he left").
    pub(crate) complement: Option<usize>,
}

impl Dated {
    /// The tokens that are one unit to the parser: in "twelve weeks after Russia invaded" the preposition is not part of it.
    pub(crate) fn unit(&self) -> Range<usize> {
        let governs = self.complement == Some(self.tokens.end) && self.tokens.len() > 1;
        self.tokens.start..self.tokens.end - usize::from(governs)
    }
}

/// How far a date stands from a clause: smaller is surer.
type Cost = (usize, usize);

/// The date of the clause that `trigger` carries: its own, else one of the clause it depends on, else a fronted one.
///
/// Of several dates ("arrived in Oslo on Monday and in Bergen the day after") the one nearest to `beside` is meant.
pub(crate) fn date_of<'d>(
    syntax: &Syntax<'_>,
    trigger: usize,
    beside: usize,
    dates: &'d [Dated],
) -> Option<&'d Dated> {
    date_between(syntax, trigger, (beside, &[beside]), dates)
}

/// [`date_of`] what is said of things at `ends`: "A, B and, since May, C" dates what is said of C alone.
pub(crate) fn date_between<'d>(
    syntax: &Syntax<'_>,
    trigger: usize,
    (beside, ends): (usize, &[usize]),
    dates: &'d [Dated],
) -> Option<&'d Dated> {
    let own = |d: &&Dated| listed_with(syntax, d).is_none_or(|name| ends.contains(&name));
    let costed = dates.iter().filter(own).filter_map(|d| cost(syntax, trigger, beside, d).map(|c| (c, d)));
    costed.min_by_key(|(cost, _)| *cost).map(|(_, d)| d)
}

/// The date that stands in a clause or with a noun itself.
pub(crate) fn own_date_of<'d>(syntax: &Syntax<'_>, carrier: usize, dates: &'d [Dated]) -> Option<&'d Dated> {
    let own = |d: &&Dated| {
        let unit = unit_of(syntax, d).filter(|_| d.complement.is_none());
        unit.is_some_and(|unit| owner(syntax, unit, carrier) == Some(carrier))
    };
    dates.iter().find(own)
}

/// The name in a list which a date set off before it is said of.
fn listed_with(syntax: &Syntax<'_>, date: &Dated) -> Option<usize> {
    let preposition = unit_of(syntax, date).and_then(|unit| syntax.head(unit))?;
    let name = syntax.head(preposition).filter(|&name| preposition < name && syntax.is_name(name))?;
    let again =
        || syntax.label(name) == "pobj" && syntax.head(name).is_some_and(|p| syntax.label(p) == "conj");
    let listed = syntax.label(name) == "conj" || again();
    (listed && syntax.lemma(preposition.saturating_sub(1)) == ",").then_some(name)
}

fn cost(syntax: &Syntax<'_>, trigger: usize, beside: usize, date: &Dated) -> Option<Cost> {
    let place = syntax.units[beside].tokens.start;
    // A date follows what it dates more often than it precedes it.
    let behind = if date.tokens.start < place { 4 } else { 0 };
    let distance = place.abs_diff(date.tokens.start) + behind;
    if let Some(start) = date.complement {
        return opens_at(syntax, trigger, start).then_some((0, distance));
    }
    let Some(unit) = unit_of(syntax, date) else {
        return depth_below_root(syntax, trigger).map(|depth| (depth + 3, distance));
    };
    let Some(owner) = owner(syntax, unit, trigger) else {
        // No verb above it: a calendar entry or a caption, all of which it dates.
        return depth_below_root(syntax, trigger)
            .filter(|_| !date.modifier)
            .map(|depth| (depth + 3, distance));
    };
    if is_of_earlier_deed(syntax, unit, trigger) {
        return None;
    }
    if owner == trigger {
        return Some((0, distance));
    }
    if is_cleft(syntax, owner, trigger) {
        return Some((1, distance));
    }
    if date.modifier || is_term_of_another(syntax, trigger, unit, date) {
        return None;
    }
    if hangs_on(syntax, trigger, unit) {
        return Some((1, distance));
    }
    if syntax.label(owner) == "xcomp" && syntax.head(owner) == Some(trigger) {
        // "applied to join in 2018": the date of the infinitive is that of the asking.
        return Some((2, distance));
    }
    if identifies(syntax, owner, trigger) {
        return Some((2, distance));
    }
    let owner = above_participles(syntax, owner, trigger);
    if is_told_apart(syntax, trigger, unit) {
        return None;
    }
    steps_up(syntax, trigger, owner).map(|steps| (steps + 1, distance))
}

/// "After a pact with X in 2021 Y signed another": the date is of what was before, not of the verb behind.
fn is_of_earlier_deed(syntax: &Syntax<'_>, unit: usize, trigger: usize) -> bool {
    let above = std::iter::successors(Some(unit), |&u| syntax.head(u)).take(syntax.units.len());
    let phrase: Vec<usize> = above.take_while(|&u| !syntax.is_verb(u)).collect();
    phrase.windows(2).any(|pair| {
        let [noun, order] = [pair[0], pair[1]];
        let before = matches!(syntax.lemma(order), "after" | "following" | "before" | "since" | "despite");
        let deed =
            syntax.tag(noun).starts_with('N') && !syntax.units[noun].is_time() && !syntax.measures_time(noun);
        before && deed && order < trigger && !syntax.within(trigger, noun)
    })
}

/// "It was in 1949 that they signed": the date beside the copula is that of the clause behind it.
fn is_cleft(syntax: &Syntax<'_>, copula: usize, trigger: usize) -> bool {
    let it = || syntax.child(copula, &["nsubj", "expl"]).is_some_and(|s| syntax.lemma(s) == "it");
    if syntax.lemma(copula) != "be" || !it() {
        return false;
    }
    let mut below = std::iter::successors(Some(trigger), |&u| syntax.head(u)).take(syntax.units.len());
    let shared = below.find(|&u| syntax.head(u) == Some(copula) || !shares_time(syntax, u));
    shared.is_some_and(|u| {
        syntax.head(u) == Some(copula) && matches!(syntax.label(u), "ccomp" | "advcl" | "relcl")
    })
}

/// "Prime minister from 2014 to 2021, he led the party": how long somebody held an office says nothing of what else he did.
fn is_term_of_another(syntax: &Syntax<'_>, trigger: usize, unit: usize, date: &Dated) -> bool {
    let above = std::iter::successors(syntax.head(unit), |&u| syntax.head(u)).take(syntax.units.len());
    let office = above.take_while(|&u| !syntax.is_verb(u)).find(|&u| syntax.has(List::Offices, u));
    date.value.contains('/') && office.is_some_and(|office| office != trigger && office < trigger)
}

/// "The last state to join was X, in June 2017": the copula says who did so, and has its date.
fn identifies(syntax: &Syntax<'_>, copula: usize, trigger: usize) -> bool {
    let noun = syntax.head(trigger).filter(|_| syntax.infinitive_mark(trigger).is_some());
    let subject = noun.filter(|&n| matches!(syntax.label(n), "nsubj") && syntax.head(n) == Some(copula));
    subject.is_some() && syntax.lemma(copula) == "be"
}

/// Whether `trigger` is or stands before the first verb at or after the token `start`.
fn opens_at(syntax: &Syntax<'_>, trigger: usize, start: usize) -> bool {
    let token = |u: usize| syntax.units[u].tokens.start;
    let verb =
        (0..syntax.units.len()).find(|&u| token(u) >= start && syntax.is_verb(u) && !is_auxiliary(syntax, u));
    token(trigger) >= start && verb.is_none_or(|v| token(trigger) <= token(v))
}

fn is_auxiliary(syntax: &Syntax<'_>, unit: usize) -> bool {
    matches!(syntax.label(unit), "aux" | "auxpass")
}

/// "on 8 August 1967, when they signed", "on the day he landed": the clause explains the date.
fn hangs_on(syntax: &Syntax<'_>, trigger: usize, date: usize) -> bool {
    let mut at = trigger;
    for _ in 0..syntax.units.len() {
        let Some(head) = syntax.head(at) else { return false };
        if head == date {
            return matches!(syntax.label(at), "relcl" | "acl" | "advcl");
        }
        if !shares_time(syntax, at) {
            return false;
        }
        at = head;
    }
    false
}

/// "Gathered in Oslo on 3 May, they founded ...", "Led by X and held in June, the exercise drew ...": a participle
/// that opens the sentence has the time of the verb it hangs on.
fn above_participles(syntax: &Syntax<'_>, owner: usize, trigger: usize) -> usize {
    // "Founded in 1949, the body has its seat in X": what is now is not of then.
    let now = matches!(syntax.tag(trigger), "VBZ" | "VBP") || {
        let verb = syntax.clause_verb(trigger);
        verb.is_some_and(|v| matches!(syntax.tag(v), "VBZ" | "VBP") && v != owner)
    };
    // "Appointed minister in 2017, she flew to Oslo", "Founded in 1949, it let in X": nor is all that somebody did since of the
    // day it began.
    let begins = syntax.has(List::OpeningVerbs, owner) || syntax.lemma(owner) == "bear";
    if now || begins || gives_office(syntax, owner) {
        return owner;
    }
    let mut at = owner;
    for _ in 0..syntax.units.len() {
        let participle = matches!(syntax.tag(at), "VBN" | "VBG")
            && syntax.child(at, &["nsubj", "nsubjpass", "mark", "aux"]).is_none()
            && at < trigger;
        let Some(head) = syntax.head(at).filter(|_| participle) else { break };
        match syntax.label(at) {
            "conj" if head < at => at = head,
            "advcl" if at < head => return head,
            _ => break,
        }
    }
    owner
}

/// "appointed minister", "sworn in as president"
fn gives_office(syntax: &Syntax<'_>, verb: usize) -> bool {
    let office = |u: usize| syntax.has(List::Offices, u);
    let as_office = |p: usize| syntax.lemma(p) == "as" && syntax.children_of(p, &["pobj"]).any(office);
    syntax.has(List::OfficeVerbs, verb) && syntax.children(verb).iter().any(|&c| office(c) || as_office(c))
}

fn unit_of(syntax: &Syntax<'_>, date: &Dated) -> Option<usize> {
    let inside =
        |u: &crate::language::Unit| u.tokens.start <= date.tokens.start && date.tokens.start < u.tokens.end;
    syntax.units.iter().position(inside)
}

/// The trigger, if the date hangs below it with no other verb between; else the first verb above the date.
fn owner(syntax: &Syntax<'_>, date: usize, trigger: usize) -> Option<usize> {
    let mut at = date;
    for _ in 0..syntax.units.len() {
        at = syntax.head(at)?;
        // "X, its director from 2008, is a professor": the date is that of the office it stands with.
        let office = syntax.label(at) == "appos" && syntax.has(List::Offices, at);
        if at == trigger || syntax.is_verb(at) || office {
            return Some(at);
        }
    }
    None
}

/// How many clauses up from the trigger the owner is, staying within what shares its time.
fn steps_up(syntax: &Syntax<'_>, trigger: usize, owner: usize) -> Option<usize> {
    let mut at = trigger;
    let mut steps = 0;
    for _ in 0..syntax.units.len() {
        if at == owner {
            return Some(steps);
        }
        if !shares_time(syntax, at) {
            return None;
        }
        at = syntax.head(at)?;
        steps += usize::from(syntax.is_verb(at));
    }
    None
}

/// A relative clause or a report has a time of its own.
fn shares_time(syntax: &Syntax<'_>, unit: usize) -> bool {
    match syntax.label(unit) {
        // "in Oslo, where they met": there and then, unless it had been so before.
        // "became the first to join": so does what somebody is the first to do.
        "relcl" => opens_with_where(syntax, unit) || syntax.infinitive_mark(unit).is_some(),
        "ccomp" | "appos" | "parataxis" => false,
        "acl" => syntax.tag(unit) == "VB",
        // "was shut out in March after its invasion of X": what it had done is not of the same time.
        "pobj" => {
            let past = |p: usize| matches!(syntax.lemma(p), "after" | "following" | "over" | "despite");
            let own = syntax.child(unit, &["poss"]).is_some();
            !(own && syntax.head(unit).is_some_and(past))
        }
        // "visited Oslo in May and went on to Bergen": a second verb does not take a date that follows the first.
        "conj" => syntax.child(unit, &["nsubj", "nsubjpass"]).is_none(),
        _ => true,
    }
}

/// "joined in 1868 but was expelled", "admitted X in 1999, while Y left": what is set against a clause does not take the date
/// that stands in it; but "announced in May, while Y was in Z" is of one time.
fn is_told_apart(syntax: &Syntax<'_>, trigger: usize, date: usize) -> bool {
    let against = |u: usize| match syntax.label(u) {
        "conj" => (date + 1..u).find(|&c| syntax.lemma(c) == "but" && syntax.head(c) == syntax.head(u)),
        "advcl" if syntax.lemma(u) != "be" => syntax.children_of(u, &["mark", "advmod"]).find(|&c| {
            matches!(syntax.lemma(c), "while" | "whereas") && syntax.lemma(c.saturating_sub(1)) == ","
        }),
        _ => None,
    };
    let mut above = std::iter::successors(Some(trigger), |&u| syntax.head(u)).take(syntax.units.len());
    above.any(|u| against(u).is_some_and(|opening| date < opening && opening < trigger))
}

fn opens_with_where(syntax: &Syntax<'_>, verb: usize) -> bool {
    let children = syntax.children(verb);
    children.iter().any(|&c| syntax.lemma(c) == "where" && c < verb)
        && !children.iter().any(|&c| syntax.label(c) == "aux" && syntax.tag(c) == "VBD")
}

/// Steps from the trigger to the root, if it shares the main clause's time.
fn depth_below_root(syntax: &Syntax<'_>, trigger: usize) -> Option<usize> {
    let mut at = trigger;
    for depth in 0..=syntax.units.len() {
        let Some(head) = syntax.head(at) else { return Some(depth) };
        // The parser may take the subject of a sentence for its root and the verb for a relative clause.
        let garbled = syntax.head(head).is_none() && !syntax.is_verb(head) && !has_relative(syntax, at);
        let reported = syntax.label(at) == "ccomp" && syntax.children(at).len() > 1;
        if !(garbled || reported || shares_time(syntax, at)) {
            return None;
        }
        at = head;
    }
    None
}

fn has_relative(syntax: &Syntax<'_>, verb: usize) -> bool {
    syntax.children(verb).iter().any(|&c| syntax.is_relative_pronoun(c))
}

/// What is dated after the day of writing (ISO 8601) has not happened yet, however it is put ("15 May: summit in Oslo").
pub(crate) fn foresee(candidates: &mut [Candidate], written: &str) {
    for candidate in candidates.iter_mut().filter(|c| c.status == Status::Asserted) {
        if candidate.when.as_deref().is_some_and(|when| is_after(when, written)) {
            candidate.status = Status::Planned;
        }
    }
}

/// What lasts: when it ended may be said.
const STATES: [&str; 4] = ["holdsPosition", "memberOf", "locatedIn", "partOf"];

/// "was a member until 1977", "until March chief of staff": what somebody is ends with the date that is said with it.
pub(crate) fn close(found: &mut [Candidate], syntax: &Syntax<'_>, ends: &[Dated]) {
    let lasts = |c: &Candidate| STATES.contains(&c.relation.as_str()) && c.status == Status::Asserted;
    for candidate in found.iter_mut().filter(|c| lasts(c)) {
        let Some(trigger) = candidate.ground.trigger.map(Words::tokens) else { continue };
        let Some(end) = ends.iter().find(|end| is_said_with(syntax, &trigger, &end.tokens)) else { continue };
        let last = end.value.trim_start_matches("../");
        match candidate.when.as_deref().map(|when| when.strip_suffix("/..")) {
            None => candidate.when = Some(end.value.clone()),
            Some(Some(first)) if first <= last => candidate.when = Some(format!("{first}/{last}")),
            Some(_) => {}
        }
    }
}

/// Whether a date stands behind a word, or right before it, in one phrase with it.
fn is_said_with(syntax: &Syntax<'_>, word: &Range<usize>, date: &Range<usize>) -> bool {
    /// How many words may stand between.
    const REACH: usize = 14;
    let tokens = &syntax.sentence.tokens;
    let plain = |t: usize| !tokens[t].tag.is_verb() && !matches!(syntax.word(t), "," | ";" | ":");
    let between = if word.end <= date.start { word.end..date.start } else { date.end..word.start };
    // A name of many words is one to the reader.
    let begins = |t: &usize| syntax.units.iter().any(|u| u.tokens.start == *t);
    // "X, until March chief of staff,"
    let opens = |until: usize| until == 0 || matches!(syntax.word(until - 1), "," | "(" | "and");
    let set_off = || date.start.checked_sub(1).is_some_and(opens);
    between.clone().filter(begins).count() <= REACH
        && between.clone().all(plain)
        && (word.end <= date.start || set_off())
}

/// Whether an EDTF value begins after `day`, as far as both are precise.
fn is_after(when: &str, day: &str) -> bool {
    let start = when.split('/').next().unwrap_or_default();
    let precision = start.len().min(day.len());
    let numeric = start.starts_with(|c: char| c.is_ascii_digit());
    numeric && start.get(..precision) > day.get(..precision)
}

#[cfg(test)]
mod tests {
    use super::is_after;

    #[test]
    fn a_date_is_after_another_only_as_far_as_both_are_precise() {
        assert!(is_after("2025", "2024-10-31"));
        assert!(is_after("2024-11-02/2024-11-05", "2024-10-31"));
        assert!(!is_after("2024", "2024-10-31"));
        assert!(!is_after("2024-10", "2024-10-31"));
        assert!(!is_after("../2026", "2024-10-31"));
    }
}
