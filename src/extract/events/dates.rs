//! When events were: a date said of one dates those who ran it and those who came.

use super::super::certainty;
use super::super::names::Names;
use super::super::reference::Scene;
use super::super::statements::Candidate;
use super::super::when::{Dated, date_of, own_date_of};
use crate::graph::{Kind, Status};
use crate::language::UnitClass;
use crate::vocabulary::frame::Role;
use crate::vocabulary::words::{List, WordLists};
use std::collections::BTreeMap;

/// "RIMPAC ran from 26 June to 1 August", "the exercise, held from 3 to 9 May", "a summit on 3 and 4 May": when events are
/// said to be.
pub(crate) fn said(scene: &Scene<'_>, names: &Names, dates: &[Dated]) -> Vec<(usize, String)> {
    let syntax = scene.syntax;
    let mut found = Vec::new();
    for unit in 0..syntax.units.len() {
        let (named, date) = if syntax.is_verb(unit) {
            (held(scene, unit), date_of_clause(scene, unit, dates))
        } else {
            (described(scene, unit), own_date_of(syntax, unit, dates))
        };
        let (Some(named), Some(date)) = (named, date.filter(|d| !d.value.contains(".."))) else { continue };
        let events = scene.referents(named).into_iter().map(|r| r.entity);
        let events = events.filter(|&e| names.entities[e].kind == Kind::Event);
        found.extend(events.map(|event| (event, date.value.clone())));
    }
    found
}

/// The unit of what a verb says was held, or ran.
fn held(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    let syntax = scene.syntax;
    let place = || syntax.child(verb, &["dobj"]).is_some_and(|o| syntax.lemma(o) == "place");
    let role = match syntax.lemma(verb) {
        "last" | "run" | "occur" => Role::Subject,
        "take" if place() => Role::Subject,
        "hold" | "stage" | "conduct" | "organize" | "organise" | "convene" | "host" => Role::Object,
        _ => return None,
    };
    let (_, event) = syntax.verb_arguments(verb).iter().find(|(of, _)| *of == role)?;
    (certainty::read(scene, verb).status == Status::Asserted).then_some(*event)
}

/// The date of a main clause, or one that stands in a clause of another kind itself.
fn date_of_clause<'d>(scene: &Scene<'_>, verb: usize, dates: &'d [Dated]) -> Option<&'d Dated> {
    let syntax = scene.syntax;
    if syntax.is_main(verb) { date_of(syntax, verb, verb, dates) } else { own_date_of(syntax, verb, dates) }
}

/// The event that a noun stands beside which says what it is: "EVENT, a gathering on 3 May".
fn described(scene: &Scene<'_>, noun: usize) -> Option<usize> {
    let syntax = scene.syntax;
    let event = syntax.head(noun).filter(|_| syntax.label(noun) == "appos")?;
    (syntax.units[event].class == UnitClass::Event && syntax.has(List::EventNouns, noun)).then_some(event)
}

/// What the line says that opens an entry of a diary or digest: "8-12 September, Honiara (report).".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Opening {
    when: String,
    place: Option<usize>,
}

/// A line of a date and a place, without a verb and without an event of its own.
pub(crate) fn opening(scene: &Scene<'_>, names: &Names, dates: &[Dated]) -> Option<Opening> {
    /// How many words such a line may have.
    const LONGEST: usize = 12;
    let tokens = &scene.syntax.sentence.tokens;
    let clause = tokens.iter().any(|token| token.tag.is_verb() || token.tag.name() == "MD");
    let [date] = dates else { return None };
    if clause || tokens.len() > LONGEST || date.tokens.start > 0 || date.value.contains("..") {
        return None;
    }
    let kinds = || scene.mentions.iter().map(|m| (m.entity, names.entities[m.entity].kind));
    let located = |kind: Kind| matches!(kind, Kind::Place | Kind::Country);
    let place = kinds().find(|(_, kind)| located(*kind)).map(|(entity, _)| entity);
    kinds().all(|(_, kind)| located(kind)).then(|| Opening { when: date.value.clone(), place })
}

/// Where the event of an entry is, as its opening line says.
pub(crate) fn placed(candidates: &[Candidate], names: &Names, before: &Remembered) -> Vec<Candidate> {
    let Some(place) = before.opening.as_ref().and_then(|opening| opening.place) else { return Vec::new() };
    let said = |c: &&Candidate| c.relation == "locatedIn" && event_of(c, names).is_some();
    let hosted = |c: &&Candidate| c.relation == "organized" && event_of(c, names).is_some();
    let mut hosted = candidates.iter().filter(hosted);
    match (hosted.next(), hosted.next(), candidates.iter().find(said)) {
        (Some(one), None, None) => vec![Candidate {
            status: one.status,
            when: one.when.clone(),
            ..Candidate::asserted("locatedIn", one.object, place, one.sentence)
        }],
        _ => Vec::new(),
    }
}

/// When events were, as the document has it so far.
#[derive(Debug, Default)]
pub(crate) struct Remembered {
    /// What the paragraph opens with.
    opening: Option<Opening>,
    /// What the passage says.
    here: BTreeMap<usize, Spoken>,
    /// All that is said of events with a number.
    of_editions: BTreeMap<usize, Vec<String>>,
}

#[derive(Debug)]
struct Spoken {
    when: String,
    /// Whether a heading says so: then it holds for the paragraphs under it.
    heading: bool,
}

impl Remembered {
    /// A paragraph begins: of the same event of another year it may speak without saying so.
    pub(crate) fn open_block(&mut self) {
        self.opening = None;
        self.here.retain(|_, spoken| spoken.heading);
    }

    /// Takes note of the line that opens an entry.
    pub(crate) fn enter(&mut self, opening: Opening) {
        self.opening = Some(opening);
    }

    /// Takes note of when events are said to be.
    pub(crate) fn note(&mut self, said: Vec<(usize, String)>, names: &Names, words: &WordLists) {
        for (event, when) in said {
            self.note_edition(event, &when, names, words);
            self.here.insert(event, Spoken { when, heading: false });
        }
    }

    /// Takes note of the dates that candidates give their events.
    pub(crate) fn learn(
        &mut self,
        candidates: &[Candidate],
        names: &Names,
        words: &WordLists,
        heading: bool,
    ) {
        for candidate in candidates.iter().filter(|c| c.status != Status::Negated) {
            let when = candidate.when.as_ref().filter(|when| !when.contains(".."));
            let (Some(event), Some(when)) = (event_of(candidate, names), when) else { continue };
            // Who joined or opened a drill on some day does not say when it was.
            let whole = matches!(candidate.relation.as_str(), "organized" | "locatedIn") && !is_day(when)
                || label_has(names, event, words, List::BriefEvents);
            if whole && candidate.status == Status::Asserted {
                self.note_edition(event, when, names, words);
            }
            self.here.insert(event, Spoken { when: when.clone(), heading });
        }
    }

    fn note_edition(&mut self, event: usize, when: &str, names: &Names, words: &WordLists) {
        if is_edition(names, event, words) {
            self.of_editions.entry(event).or_default().push(when.to_owned());
        }
    }

    /// Gives statements about an event with a number the date that the document says or will say it was on: there was but one.
    pub(crate) fn complete(&self, candidates: &mut [Candidate], names: &Names) {
        for candidate in candidates {
            let said = event_of(candidate, names).and_then(|event| self.of_editions.get(&event));
            let Some(date) = said.and_then(|said| most_precise(said.iter())) else { continue };
            if candidate.when.as_ref().is_none_or(|when| covers(when, date)) {
                candidate.when = Some(date.clone());
            }
        }
    }
}

/// Gives statements about an event without a date of their own that of the event: what else the sentence says of
/// it, what the passage said before, the date it opens with, or the year of its name ("RIMPAC 2024").
pub(crate) fn date(candidates: &mut [Candidate], names: &Names, before: &Remembered) {
    for at in 0..candidates.len() {
        let candidate = &candidates[at];
        let Some(event) = event_of(candidate, names).filter(|_| candidate.when.is_none()) else { continue };
        let when = said_elsewhere(candidates, event, names)
            .or_else(|| before.here.get(&event).map(|spoken| spoken.when.clone()))
            .or_else(|| before.opening.as_ref().map(|opening| opening.when.clone()))
            .or_else(|| year_of(&names.entities[event].label));
        candidates[at].when = when;
    }
}

/// The event a statement is about, if it took place when the event did.
fn event_of(candidate: &Candidate, names: &Names) -> Option<usize> {
    let is_event = |entity: &usize| names.entities[*entity].kind == Kind::Event;
    match candidate.relation.as_str() {
        "participatedIn" | "organized" | "sentPersonnelTo" => Some(candidate.object).filter(is_event),
        "locatedIn" => Some(candidate.subject).filter(is_event),
        _ => None,
    }
}

/// The one date that other facts about the event have.
fn said_elsewhere(candidates: &[Candidate], event: usize, names: &Names) -> Option<String> {
    let said = |c: &&Candidate| c.status == Status::Asserted && event_of(c, names) == Some(event);
    let dates = candidates.iter().filter(said).filter_map(|c| c.when.as_ref());
    most_precise(dates).filter(|when| !when.contains("..")).cloned()
}

/// The date that all others cover; none if they differ.
fn most_precise<'d>(mut dates: impl Iterator<Item = &'d String>) -> Option<&'d String> {
    let first = dates.next()?;
    dates.try_fold(first, |best, date| match (covers(best, date), covers(date, best)) {
        (true, _) => Some(date),
        (_, true) => Some(best),
        _ => None,
    })
}

/// Whether one date is the other, less precisely: "2024-05" of "2024-05-03/2024-05-09".
fn covers(wide: &str, narrow: &str) -> bool {
    narrow == wide || !wide.contains('/') && narrow.split('/').all(|end| end.starts_with(wide))
}

/// Whether a date is one day.
fn is_day(when: &str) -> bool {
    when.len() == "2024-05-03".len() && !when.contains('/')
}

/// Whether an event has a number, and so was but once: "Sixth Summit", "Forty-Fifth Regular Meeting", "Talisman Sabre 25".
fn is_edition(names: &Names, event: usize, words: &WordLists) -> bool {
    let digit = |label: &str| label.bytes().any(|b| b.is_ascii_digit());
    digit(&names.entities[event].label) || label_has(names, event, words, List::Ordinals)
}

/// Whether a word of the name of an event is listed.
fn label_has(names: &Names, event: usize, words: &WordLists, list: List) -> bool {
    let label = names.entities[event].label.to_lowercase();
    label.split([' ', '-']).any(|word| words.has(list, word))
}

fn year_of(label: &str) -> Option<String> {
    let is_year =
        |w: &&str| w.len() == 4 && w.starts_with(['1', '2']) && w.bytes().all(|b| b.is_ascii_digit());
    label.split_whitespace().find(is_year).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::{covers, most_precise, year_of};

    #[test]
    fn a_year_in_a_name_is_found() {
        assert_eq!(year_of("Cold Response 2022").as_deref(), Some("2022"));
        assert_eq!(year_of("2014 Wales Summit").as_deref(), Some("2014"));
        assert_eq!(year_of("C5+1 Summit"), None);
    }

    #[test]
    fn dates_agree_where_one_is_the_other_less_precisely() {
        assert!(covers("2025-01", "2025-01-16/2025-01-24") && covers("2025", "2025-03"));
        assert!(!covers("2025-01-16", "2025-01") && !covers("2024", "2025-03"));
        let dates = |dates: &[&str]| dates.iter().map(|&d| d.to_owned()).collect::<Vec<_>>();
        let agreed = dates(&["2025", "2025-03-04/2025-03-09", "2025-03"]);
        assert_eq!(most_precise(agreed.iter()).map(String::as_str), Some("2025-03-04/2025-03-09"));
        assert_eq!(most_precise(dates(&["2025-03", "2024"]).iter()), None);
    }
}
