//! Gives expressions their dates, carrying from sentence to sentence what the text has dated so far.

use super::read::{Found, Partial, Reading, Side, read};
use super::reckon::{month_from, nearest_year, precision, shifted, step_weekday, week, year_from};
use super::tense::{Tense, tense};
use super::words::{Unit, Word, words};
use super::{Dates, Kind, Relation, TimeExpression};
use crate::edtf::{Date, Edtf, Precision};
use crate::language::Sentence;
use crate::source::BlockKind;
use crate::source::date::{dateline, imprint};

/// A date the text has given, which later expressions may count from.
#[derive(Clone, Copy, Debug)]
struct Anchor {
    start: Date,
    end: Date,
    sentence: usize,
    paragraph: usize,
    word: usize,
    dated: Dated,
    /// Whether its sentence begins or ends with it, so that the text goes on from there.
    leading: bool,
    /// Whether its year is said, or is not that of the day of writing.
    own_year: bool,
}

/// Paragraphs after which a date is no longer in a reader's mind.
const MEMORY: usize = 12;

/// What an anchor is the date of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dated {
    /// Something that happened.
    Event,
    /// Something still to come, as the text tells it.
    Prospect,
    /// The bound of a state: "since 2019", "until May".
    State,
}

impl Anchor {
    fn is_event(&self) -> bool {
        self.dated != Dated::State
    }

    /// Whether a clause of that tense may count from it: of what is past nobody counts from what is still to come.
    fn serves(&self, tense: Tense) -> bool {
        self.dated != Dated::Prospect || tense != Tense::Past
    }
}

/// What a reader remembers.
pub(super) struct Discourse {
    document: Option<Date>,
    /// The day of writing: that of the dateline above, else the document's.
    now: Option<Date>,
    title_year: Option<i32>,
    heading_year: Option<i32>,
    anchors: Vec<Anchor>,
    sentence: usize,
    paragraph: usize,
    /// Words of the sentences of this paragraph, a space between them, each with its number.
    paragraph_words: Vec<(usize, String)>,
}

/// Where an expression stands.
struct Place<'a> {
    words: &'a [Word<'a>],
    found: &'a [Found],
    index: usize,
    tense: Tense,
    /// Whether it opens its sentence.
    fronted: bool,
}

impl Place<'_> {
    fn this(&self) -> &Found {
        &self.found[self.index]
    }
}

impl Discourse {
    pub(super) fn new(document: Option<Date>) -> Self {
        Self {
            document,
            now: document,
            title_year: None,
            heading_year: None,
            anchors: Vec::new(),
            sentence: 0,
            paragraph: 0,
            paragraph_words: Vec::new(),
        }
    }

    /// Reads the next sentence; `gap` is the text between it and the one before.
    pub(super) fn sentence(
        &mut self,
        text: &str,
        kind: BlockKind,
        gap: &str,
        sentence: &Sentence,
    ) -> Vec<TimeExpression> {
        let words = words(text, sentence);
        let mut found = read(&words);
        self.sentence += 1;
        if let Some(date) = text.get(sentence.range.clone()).and_then(imprint) {
            self.document = Some(date);
        }
        if kind == BlockKind::Heading {
            return self.heading(&words, &found);
        }
        let item = kind == BlockKind::ListItem;
        let opens = gap.contains('\n') || self.paragraph == 0;
        if opens {
            self.open_paragraph(item || is_run_in(&words));
            self.open_story(text, sentence, &mut found);
        }
        let lower: Vec<&str> = words.iter().map(|w| w.lower.as_ref()).collect();
        self.paragraph_words.push((self.sentence, lower.join(" ")));
        share_years(&words, &mut found);
        (0..found.len()).map(|index| self.expression(&words, &found, index)).collect()
    }

    /// A heading closes what went before; its year, if it has one, is that of what it heads.
    fn heading(&mut self, words: &[Word], found: &[Found]) -> Vec<TimeExpression> {
        self.anchors.clear();
        self.paragraph_words.clear();
        self.paragraph += 1;
        self.now = self.document;
        let years: Vec<i32> = found.iter().filter_map(|f| spoken_year(&f.reading)).collect();
        let year = (years.len() == 1).then(|| years[0]);
        if self.sentence == 1 {
            self.title_year = year;
        }
        self.heading_year = year.or(self.title_year);
        (0..found.len()).map(|index| self.dated(words, found, index).0).collect()
    }

    /// A list entry or a paragraph with a label of its own starts afresh; without a document date to start from, the
    /// thread of the narrative is all there is, and it is kept.
    fn open_paragraph(&mut self, afresh: bool) {
        self.paragraph += 1;
        self.anchors.retain(|anchor| anchor.paragraph + MEMORY >= self.paragraph);
        self.paragraph_words.clear();
        if afresh && self.now.is_some() {
            self.anchors.clear();
        }
    }

    fn open_story(&mut self, text: &str, sentence: &Sentence, found: &mut [Found]) {
        let Some(line) = text.get(sentence.range.start..).and_then(dateline) else { return };
        let end = sentence.range.start + line.end;
        for item in found.iter_mut() {
            let last = item.words.end - 1;
            if token_of(sentence, last, text) < end {
                item.kind = Kind::Dateline;
            }
        }
        let year = line.year.or_else(|| match self.document {
            Some(date) => Some(nearest_year(date, line.month)),
            None => self.heading_year,
        });
        self.now = year.and_then(|year| Date::from_day(year, line.month, line.day)).or(self.document);
        self.anchors.clear();
    }

    fn expression(&mut self, words: &[Word], found: &[Found], index: usize) -> TimeExpression {
        let (expression, value) = self.dated(words, found, index);
        if let Some(value) = value {
            self.remember(words, found, index, &expression, value);
        }
        expression
    }

    /// The expression, and the date or span it names before its preposition is heeded.
    fn dated(&self, words: &[Word], found: &[Found], index: usize) -> (TimeExpression, Option<Edtf>) {
        let this = &found[index];
        let place =
            Place { words, found, index, tense: tense_of(words, this), fronted: this.words.start <= 3 };
        let (value, dates) = match (this.kind, this.complement) {
            (Kind::Dateline, _) => (self.now.map(Edtf::Point), Dates::Clause),
            (_, Some(complement)) => self.complement(&place, complement),
            _ => (self.value(&this.reading, &place), Dates::Clause),
        };
        let expression = TimeExpression {
            tokens: words[this.words.start].token..words[this.words.end - 1].token + 1,
            preposition: this.preposition,
            value: value.map(|value| bounded(value, this.relation)),
            relation: this.relation,
            kind: this.kind,
            dates,
        };
        (expression, value)
    }

    fn remember(
        &mut self,
        words: &[Word],
        found: &[Found],
        index: usize,
        said: &TimeExpression,
        value: Edtf,
    ) {
        let this = &found[index];
        let dated = match said.relation {
            Relation::Since | Relation::Until => Dated::State,
            Relation::At | Relation::Span | Relation::During => match tense_of(words, this) {
                Tense::Future => Dated::Prospect,
                _ => Dated::Event,
            },
            Relation::Before | Relation::After | Relation::LastTime => return,
        };
        let counts = matches!(said.kind, Kind::Explicit | Kind::Relative) && said.dates == Dates::Clause;
        let (Some(start), Some(end)) = (value.start(), value.end()) else { return };
        if !counts {
            return;
        }
        let said_year = spoken_year(&this.reading).is_some();
        self.anchors.push(Anchor {
            start,
            end,
            sentence: self.sentence,
            paragraph: self.paragraph,
            word: this.words.start,
            dated,
            leading: this.words.start <= 3 || this.words.end + 1 >= words.len(),
            own_year: said_year || self.now.is_none_or(|now| now.year() != start.year()),
        });
    }
}

/// What a reading stands for.
impl Discourse {
    fn value(&self, reading: &Reading, place: &Place) -> Option<Edtf> {
        let point = |date: Option<Date>| date.map(Edtf::Point);
        let tense = place.tense;
        match *reading {
            Reading::Calendar(date) => point(self.calendar(date, place)),
            Reading::Span(first, last) => self.span(first, last, place),
            Reading::InYear(first, last, ref year) => {
                let year = Some(self.value(year, place)?.start()?.year());
                self.span(Partial { year, ..first }, Partial { year, ..last }, place)
            }
            Reading::DayOf(day) => {
                let month = self.anchor(Precision::Month, true, tense).map(|a| a.end).or(self.now)?;
                point(Date::from_day(month.year(), month.month()?, day))
            }
            Reading::Weekdays(first, last, side) => self.weekdays(first, last, side, tense),
            Reading::MonthFromNow(month, side) => point(month_from(self.now?, month, side)),
            Reading::Weekend(side) => self.weekend(side),
            Reading::FromNow(Unit::Week, n) => week(self.now?.add_days(n.checked_mul(7)?)?),
            Reading::FromNow(unit, n) => point(shifted(self.now?, unit, n)),
            Reading::Today => point(self.now.filter(|d| tense == Tense::Past && d.day().is_some())),
            Reading::Step(Unit::Week, n) => week(self.counted_from(Unit::Day, n, tense)?.add_days(n * 7)?),
            Reading::Shift(unit, n) | Reading::Step(unit, n) => {
                point(shifted(self.counted_from(unit, n, tense)?, unit, n))
            }
            Reading::StepMonth(month, side) => point(self.step_month(month, side, tense)),
            Reading::StepWeekday(weekday, side) => {
                point(step_weekday(self.counted_from(Unit::Day, 1, tense)?, weekday, side))
            }
            Reading::Same(Unit::Week) => week(self.anchor(Precision::Day, true, tense)?.start),
            Reading::Same(unit) => {
                let precision = precision(unit);
                point(Some(self.anchor(precision, true, tense)?.start.truncated(precision)))
            }
            Reading::SameMonth(month) => {
                point(Date::new(self.anchor(Precision::Year, true, tense)?.end.year(), Some(month), None))
            }
            Reading::Then => point(Some(self.anchor(Precision::Year, true, tense)?.end)),
            Reading::NthDay(n) => self.nth_day(n),
            Reading::LastDay => self.spoken_span().map(|(_, end)| Edtf::Point(end)),
            Reading::Vague => None,
        }
    }

    fn calendar(&self, date: Partial, place: &Place) -> Option<Date> {
        let year = match date.year {
            Some(year) => year,
            None => self.year_of(date.month?, date.day, place)?,
        };
        Date::new(year, date.month, date.day)
    }

    fn span(&self, first: Partial, last: Partial, place: &Place) -> Option<Edtf> {
        let end = self.calendar(last, place)?;
        let wraps = first.month > last.month && last.month.is_some();
        let year = first.year.or(Some(end.year() - i32::from(wraps)));
        Edtf::span(self.calendar(Partial { year, ..first }, place)?, end)
    }

    /// The year of a month named without one.
    fn year_of(&self, month: u8, day: Option<u8>, place: &Place) -> Option<i32> {
        if let Some(anchor) = self.thread(month, place) {
            return Some(self.year_after(anchor, month, day, place));
        }
        let Some(now) = self.now else {
            let stated = || self.anchors.iter().rev().find(|a| !a.is_event()).map(|a| a.end.year());
            return self.heading_year.or_else(stated);
        };
        let earlier = self.heading_year.filter(|year| *year < now.year());
        Some(earlier.unwrap_or_else(|| year_from(now, month, day, place.tense)))
    }

    /// The dated event the narrative goes on from, if it, and not the day of writing, gives the year. With a day of
    /// writing, a month without a year is of the year gone by unless the text is plainly telling of another.
    fn thread(&self, month: u8, place: &Place) -> Option<&Anchor> {
        let ahead = place.tense == Tense::Future;
        let anchor =
            self.anchors.iter().rev().find(|a| a.is_event() && (ahead || a.dated != Dated::Prospect))?;
        let Some(now) = self.now else { return Some(anchor) };
        let gone = anchor.start.first_day() <= now.last_day();
        let goes_on = anchor.end.month().is_none_or(|m| m <= month);
        let same_sentence = anchor.sentence == self.sentence;
        // A report that bears no more than a month is no news: what it has just dated goes on.
        let leading = anchor.leading || now.day().is_none();
        let told = leading && anchor.paragraph == self.paragraph && self.sentence - anchor.sentence <= 2;
        (anchor.own_year && goes_on && (same_sentence || told) && gone && !ahead).then_some(anchor)
    }

    /// The year a narrative has reached at `month` after `anchor`.
    fn year_after(&self, anchor: &Anchor, month: u8, day: Option<u8>, place: &Place) -> i32 {
        let year = anchor.end.year();
        let earlier = anchor
            .end
            .month()
            .is_some_and(|m| m > month || (m == month && anchor.end.day() > day && day.is_some()));
        let advances =
            earlier && place.fronted && anchor.sentence != self.sentence && !is_pluperfect(place.words);
        let known = self.now.is_none_or(|now| year < now.year());
        if advances && known { year + 1 } else { year }
    }

    /// The last date spoken of that is fine enough, unless a later one that is not has been spoken of since.
    /// With `states`, dates that only bound a state count as much as those of events.
    fn anchor(&self, precision: Precision, states: bool, tense: Tense) -> Option<&Anchor> {
        let candidates = || self.anchors.iter().rev().filter(|a| (a.is_event() || states) && a.serves(tense));
        let fine = candidates().find(|a| a.start.precision() >= precision)?;
        let passed = candidates()
            .take_while(|a| a.start.precision() < precision)
            .any(|a| a.start.first_day() > fine.end.last_day());
        (!passed).then_some(fine)
    }

    /// What "two days later" (`n` positive) or "earlier" counts from.
    fn counted_from(&self, unit: Unit, n: i32, tense: Tense) -> Option<Date> {
        let precision = precision(unit);
        let here = |a: &&Anchor| a.paragraph == self.paragraph;
        let anchor =
            self.anchor(precision, false, tense).or_else(|| self.anchor(precision, true, tense).filter(here));
        match anchor {
            Some(anchor) => Some(if n < 0 { anchor.start } else { anchor.end }),
            None if n < 0 => self.now.filter(|now| now.precision() >= precision),
            None => None,
        }
    }

    fn step_month(&self, month: u8, side: Side, tense: Tense) -> Option<Date> {
        let fine = |states| self.anchor(Precision::Month, states, tense);
        let anchor = fine(true).filter(|a| a.paragraph == self.paragraph).or_else(|| fine(false));
        let anchor = anchor.or_else(|| self.anchor(Precision::Year, true, tense));
        let from = match (anchor, side) {
            (Some(anchor), Side::Back) => anchor.start,
            (Some(anchor), _) => anchor.end,
            (None, Side::Back) => self.now?,
            (None, _) => return None,
        };
        month_from(from, month, side)
    }

    fn weekdays(&self, first: u8, last: u8, side: Side, tense: Tense) -> Option<Edtf> {
        let now = self.now.filter(|now| now.day().is_some())?;
        let length = i32::from((last + 7 - first) % 7);
        let ahead = side == Side::Forward || (side == Side::Here && tense == Tense::Future);
        if ahead {
            let start = step_weekday(now, first, Side::Forward)?;
            return Edtf::span(start, start.add_days(length)?);
        }
        let back = if side == Side::Back { Side::Back } else { Side::Here };
        let end = step_weekday(now, last, back)?;
        Edtf::span(end.add_days(-length)?, end)
    }

    fn weekend(&self, side: Side) -> Option<Edtf> {
        let now = self.now?;
        let back = if side == Side::Back && now.weekday()? >= 5 { now.add_days(-2)? } else { now };
        let saturday = step_weekday(back, 5, if side == Side::Forward { side } else { Side::Here })?;
        Edtf::span(saturday, saturday.add_days(1)?)
    }

    /// First and last day of the span of days last spoken of.
    fn spoken_span(&self) -> Option<(Date, Date)> {
        let span = self.anchors.iter().rev().find(|a| a.paragraph == self.paragraph && a.start != a.end)?;
        (span.start.precision() == Precision::Day).then_some((span.start, span.end))
    }

    fn nth_day(&self, n: u8) -> Option<Edtf> {
        let (start, end) = self.spoken_span()?;
        let day = start.add_days(i32::from(n) - 1)?;
        (day <= end).then_some(Edtf::Point(day))
    }
}

/// "Three days after ...".
impl Discourse {
    fn complement(&self, place: &Place, complement: usize) -> (Option<Edtf>, Dates) {
        let Reading::Shift(unit, n) = place.this().reading else {
            return (None, Dates::Clause);
        };
        if let Some(date) = self.apposed(place) {
            let token = place.words[complement].token;
            return (shifted(date, unit, -n).map(Edtf::Point), Dates::Complement(token));
        }
        let from = self.date_within(place, complement).or_else(|| self.date_of_event(place, complement));
        (from.and_then(|from| shifted(from, unit, n)).map(Edtf::Point), Dates::Clause)
    }

    /// The date a comma before parts from the expression: "on 12 March, eight days after".
    fn apposed(&self, place: &Place) -> Option<Date> {
        let before = place.found.get(place.index.checked_sub(1)?)?;
        let apposed = place.words.get(before.words.end..place.this().words.start)?;
        let dates = before.relation == Relation::At && matches!(before.kind, Kind::Explicit | Kind::Relative);
        let anchor =
            self.anchors.last().filter(|a| a.word == before.words.start && a.sentence == self.sentence)?;
        (dates && apposed.len() == 1 && apposed[0].is(",")).then_some(anchor.start)
    }

    /// A date in the complement itself: "two days after the vote of 3 May".
    fn date_within(&self, place: &Place, complement: usize) -> Option<Date> {
        let next = place.found.get(place.index + 1)?;
        let between = place.words.get(complement..next.words.start)?;
        if between.len() > 8 || between.iter().any(|w| w.is(", ; : (")) || next.complement.is_some() {
            return None;
        }
        let next_place = Place { index: place.index + 1, ..*place };
        self.value(&next.reading, &next_place)?.start()
    }

    /// The date of the event the complement names, where the paragraph has told of it: "two years after Vietnam",
    /// "a month after its signature".
    fn date_of_event(&self, place: &Place, complement: usize) -> Option<Date> {
        let noun = place.words[complement..].iter().find(|w| !w.is_determiner() && w.is_alphabetic())?;
        let stem: String = noun.lower.chars().take(4).collect();
        if stem.chars().count() < 4 {
            return None;
        }
        let told = |w: &str| w == noun.lower || (!noun.is_capitalized() && w.starts_with(&stem));
        self.paragraph_words.iter().rev().find_map(|(sentence, words)| {
            let end = if *sentence == self.sentence { place.this().words.start } else { usize::MAX };
            let (at, _) = words.split(' ').take(end).enumerate().filter(|(_, word)| told(word)).last()?;
            let events = || self.anchors.iter().filter(|a| a.sentence == *sentence && a.is_event());
            let after = events().find(|a| a.word > at);
            after.or_else(|| events().rfind(|a| a.word < at)).map(|a| a.start)
        })
    }
}

/// The tense around an expression; what has lasted since a date looks back to it, whatever the verb.
fn tense_of(words: &[Word], found: &Found) -> Tense {
    match (found.relation, tense(words, &found.words)) {
        (Relation::Since, _) | (Relation::Until, Tense::Open) => Tense::Past,
        (_, tense) => tense,
    }
}

/// A value as its preposition bounds it.
fn bounded(value: Edtf, relation: Relation) -> Edtf {
    match relation {
        Relation::Since => value.start().map_or(value, Edtf::Since),
        Relation::Until => value.end().map_or(value, Edtf::Until),
        _ => value,
    }
}

/// A year that stands in the expression itself.
fn spoken_year(reading: &Reading) -> Option<i32> {
    match reading {
        Reading::Calendar(date) | Reading::Span(_, date) => date.year,
        _ => None,
    }
}

/// "on 3 May and again on 7 June 2021": the year serves both.
fn share_years(words: &[Word], found: &mut [Found]) {
    for index in (1..found.len()).rev() {
        let (Reading::Calendar(last) | Reading::Span(last, _)) = found[index].reading else { continue };
        let Reading::Calendar(first) = found[index - 1].reading else { continue };
        let between = &words[found[index - 1].words.end..found[index].words.start];
        let joined = between.first().is_some_and(|w| w.is("and or , to"))
            && between.len() <= 4
            && between.iter().all(|w| w.is("and or , to on in again the until"));
        if joined && first.year.is_none() && first.month.is_some() && first.month <= last.month {
            found[index - 1].reading = Reading::Calendar(Partial { year: last.year, ..first });
        }
    }
}

/// Whether a paragraph opens with a label: "London - ", "SANCTIONS: ".
fn is_run_in(words: &[Word]) -> bool {
    let dash = words.iter().take(7).position(|w| w.is_dash() && !w.glued);
    let capitals = words.first().is_some_and(|w| w.text.chars().filter(|c| c.is_uppercase()).count() > 2);
    dash.is_some_and(|at| at > 0) || (capitals && words.iter().take(6).any(|w| w.is(": .")))
}

/// Byte offset at which the token of a word begins.
fn token_of(sentence: &Sentence, word: usize, text: &str) -> usize {
    words(text, sentence).get(word).map_or(usize::MAX, |w| sentence.tokens[w.token].range.start)
}

fn is_pluperfect(words: &[Word]) -> bool {
    words.iter().any(|w| w.is("had"))
}
