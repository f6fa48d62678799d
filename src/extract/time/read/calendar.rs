//! Calendar dates: days, months, years and parts of a year.

use super::{FUNCTION, Match, NUMBERED, Partial, Reader, Reading, YEAR_PREPOSITIONS};
use crate::extract::time::words::{Unit, Word};

/// What follows a number that counts things.
const COUNTED: &str = "year years people men women troops soldiers personnel km kilometres kilometers miles metres meters tonnes tons \
    dollars euros staff sailors officers vehicles civilians refugees members delegates participants feet \
    words houses prisoners missiles drones workers fighters cases hours hrs gmt utc";

impl Reader<'_> {
    /// A date of at least a month, whatever stands around it.
    pub(super) fn calendar(&self, at: usize) -> Option<(usize, Partial)> {
        let start = self.after_weekday(at);
        self.iso(start).or_else(|| self.day_month(start)).or_else(|| self.month_day(start))
    }

    /// Past "Friday," or "Friday" if a date follows; `at` otherwise.
    pub(super) fn after_weekday(&self, at: usize) -> usize {
        let Some(_) = self.word(at).and_then(Word::weekday) else { return at };
        let next = if self.is(at + 1, ",") { at + 2 } else { at + 1 };
        let next = if self.is(next, "the") { next + 1 } else { next };
        let dated = self.word(next).is_some_and(|w| w.day().is_some() || w.month().is_some());
        if dated { next } else { at }
    }

    /// `2024-06-19` and `2024-06`.
    pub(super) fn iso(&self, at: usize) -> Option<(usize, Partial)> {
        let year = self.word(at)?.year()?;
        let part = |i: usize| {
            let pair = self.word(i + 1).filter(|w| w.glued && w.text.len() == 2)?;
            let number: u8 = pair.text.parse().ok()?;
            self.word(i).filter(|w| w.text == "-" && w.glued).map(|_| number)
        };
        let month = part(at + 1).filter(|m| (1..=12).contains(m))?;
        match part(at + 3) {
            Some(day) => Some((at + 5, Partial { year: Some(year), month: Some(month), day: Some(day) })),
            // "2010-12" are years, "2024-10" is a month.
            None if i32::from(month) > year % 100 => None,
            None => Some((at + 3, Partial { year: Some(year), month: Some(month), day: None })),
        }
    }

    /// "19 June 2024", "the 19th of June".
    pub(super) fn day_month(&self, at: usize) -> Option<(usize, Partial)> {
        let at = if self.is(at, "the") && self.word(at + 1)?.is_ordinal() { at + 1 } else { at };
        let day = self.word(at)?.day()?;
        let name = if self.is(at + 1, "of") { at + 2 } else { at + 1 };
        let month = self.word(name)?.month()?;
        let (end, year) = self.year_suffix(name + 1, true);
        Some((end, Partial { year, month: Some(month), day: Some(day) }))
    }

    /// "June 19, 2024", "June 2024", "June".
    fn month_day(&self, at: usize) -> Option<(usize, Partial)> {
        let month = self.word(at)?.month()?;
        let next = if self.is(at + 1, ".") && self.word(at)?.text.len() <= 4 { at + 2 } else { at + 1 };
        if let Some(day) = self.word(next).and_then(Word::day) {
            let (end, year) = self.year_suffix(next + 1, true);
            let counts = self.is_before(at, "in") && year.is_none();
            if !counts {
                return Some((end, Partial { year, month: Some(month), day: Some(day) }));
            }
        }
        let (end, year) = self.year_suffix(next, false);
        let end = if year.is_none() { at + 1 } else { end };
        Some((end, Partial { year, month: Some(month), day: None }))
    }

    /// ", 2024", "2024" or "of 2024" at `at`: one past it, and the year.
    pub(super) fn year_suffix(&self, at: usize, comma: bool) -> (usize, Option<i32>) {
        let skip = usize::from((comma && self.is(at, ",")) || self.is(at, "of"));
        match self.year(at + skip) {
            Some(year) => (at + skip + 1, Some(year)),
            None => (at, None),
        }
    }

    /// A number that can be a year and does not count things.
    pub(super) fn year(&self, at: usize) -> Option<i32> {
        let year = self.word(at)?.year()?;
        (!self.is(at + 1, COUNTED)).then_some(year)
    }

    /// A date, followed or not by the year in other words; a month alone only where the context makes it time.
    pub(super) fn dated(&self, at: usize) -> Option<Match> {
        let (end, date) = self.calendar(at)?;
        if date.year.is_none()
            && let Some((end, year)) = self.year_in_words(end)
        {
            return Some((end, Reading::InYear(date, date, Box::new(year))));
        }
        let timely = !date.is_bare_month() || self.is_timely_month(at, end);
        timely.then_some((end, Reading::Calendar(date)))
    }

    /// "of that year", "the following year", "last year".
    pub(super) fn year_in_words(&self, at: usize) -> Option<Match> {
        let start = if self.is(at, "of") { at + 1 } else { at };
        let (end, reading) = self.step(start).or_else(|| self.same(start)).or_else(|| self.deictic(start))?;
        let year = matches!(reading, Reading::Step(Unit::Year, _) | Reading::Same(Unit::Year))
            || matches!(reading, Reading::FromNow(Unit::Year, _));
        year.then_some((end, reading))
    }

    /// Whether a lone month's name is one: "in March", "early June", "the May summit", but not "Theresa May".
    pub(super) fn is_timely_month(&self, at: usize, end: usize) -> bool {
        const PREPOSITIONS: &str =
            "in since until till by from during before after of through throughout to as";
        let start = self.widened(at);
        let modifier = self.before(start).is_some_and(Word::is_determiner)
            && self.word(end).is_some_and(|w| !w.is_capitalized())
            && self.is_noun(end);
        let may = self.is(at, "may");
        let person = may && self.is_before(start, "of by before after from to");
        let scheduled = self.is_before(start, "for")
            && start >= 2
            && self.is(start - 2, "scheduled planned set slated due");
        start < at
            || modifier
            || scheduled
            || (self.is_before(start, PREPOSITIONS) && !person)
            || (self.continues(start) && !may)
            || (start == 0 && self.is(end, ":"))
    }

    /// Whether only "and", "or" or a comma parts `at` from the expression found last.
    pub(super) fn continues(&self, at: usize) -> bool {
        let Some(last) = self.found.last() else { return false };
        let between = self.words.get(last.words.end..at).unwrap_or_default();
        (1..=3).contains(&between.len())
            && between[0].is("and or ,")
            && between.iter().all(|w| w.is("and or , in again"))
    }

    /// A year by itself, where the words around it make it one.
    pub(super) fn bare_year(&self, at: usize) -> Option<Match> {
        if self.is_decade(at) {
            let end = at + 1;
            return Some((end, Reading::Vague));
        }
        let year = self.year(at)?;
        let start = self.widened(at);
        let spoken = start < at
            || match self.before(at) {
                None => self.is_noun(at + 1) || self.is(at + 1, ": - –"),
                Some(w) if w.is(NUMBERED) || w.is_dash() || w.is("/") => false,
                Some(w) if w.is(YEAR_PREPOSITIONS) => true,
                Some(w) if w.is(",") => self.continues(at) || self.is_event_name(at + 1),
                Some(w) if w.is("and or") => self.continues(at) || self.is_event_name(at + 1),
                Some(w) if w.is("to") => self.is_before(at - 1, "back up prior"),
                Some(w) if w.is_determiner() => self.is_noun(self.past_years(at + 1)),
                Some(w) if w.is_capitalized() => !w.is(FUNCTION) || self.is_noun(at + 1),
                Some(w) => w.is_alphabetic() && !w.is(FUNCTION) && self.is_noun(at + 1) && at >= 2,
            };
        let glued = self.word(at + 1).is_some_and(|w| w.glued && w.is_dash());
        (spoken && !glued).then_some((at + 1, Reading::Calendar(Partial::year(year))))
    }

    /// Whether a name goes on after a year, as in "the 1997 Irish and 2001 British elections".
    fn is_event_name(&self, at: usize) -> bool {
        !self.found.is_empty() && self.is_noun(at) && self.word(at).is_some_and(Word::is_capitalized)
    }

    fn is_decade(&self, at: usize) -> bool {
        self.word(at).is_some_and(|w| {
            w.lower.len() == 5
                && w.lower.ends_with("0s")
                && w.lower.bytes().take(4).all(|b| b.is_ascii_digit())
        })
    }

    /// "spring 2021", "the first half of 2023", "the second quarter of 2023".
    pub(super) fn part_of_year(&self, at: usize) -> Option<Match> {
        let at = if self.is(at, "the") { at + 1 } else { at };
        if self.word(at)?.is_season() {
            return self.season(at);
        }
        let quarter: u8 = match self.word(at)?.lower.as_ref() {
            "first" | "q1" => 0,
            "second" | "q2" => 1,
            "third" | "q3" => 2,
            "fourth" | "last" | "final" | "q4" => 3,
            _ => return None,
        };
        let short = self.word(at)?.lower.starts_with('q');
        let (first, length) = match self.word(at + 1)?.lower.as_ref() {
            _ if short => (quarter * 3 + 1, 3),
            "quarter" => (quarter * 3 + 1, 3),
            "half" => (if quarter == 0 { 1 } else { 7 }, 6),
            _ => return None,
        };
        let (end, year) = self.year_suffix(if short { at + 1 } else { at + 2 }, false);
        let month = |month: u8| Partial { year, month: Some(month), day: None };
        year.map(|_| (end, Reading::Span(month(first), month(first + length - 1))))
    }

    /// A season is dated by its year: which months it takes depends on the hemisphere.
    fn season(&self, at: usize) -> Option<Match> {
        if let Some((end, year)) = self.year_in_words(at + 1) {
            return Some((end, year));
        }
        let (end, year) = self.year_suffix(at + 1, false);
        let short = self.word(end).is_some_and(|w| w.glued && w.is_dash());
        let end = if short && self.word(end + 1).is_some_and(|w| w.glued) { end + 2 } else { end };
        year.map(|year| (end, Reading::Calendar(Partial::year(year))))
    }

    /// "the 25th", of the month spoken of.
    pub(super) fn day_of(&self, at: usize) -> Option<Match> {
        let day = self.word(at + 1).filter(|w| w.is_ordinal())?.day()?;
        let end =
            if self.is(at + 2, "of") && matches!(self.same(at + 3), Some((_, Reading::Same(Unit::Month)))) {
                self.same(at + 3)?.0
            } else {
                at + 2
            };
        let free = self.is_break(end) || self.is(end, "and or to when but");
        let placed = self.is_before(at, "on until from by since to and");
        let counts = self.is_noun(self.past_ordinals(end));
        (self.is(at, "the") && free && placed && !counts).then_some((end, Reading::DayOf(day)))
    }

    /// Past further ordinals: "from the 16th to the 18th centuries" names no day.
    fn past_ordinals(&self, at: usize) -> usize {
        let listed = |at: usize| {
            self.is(at, "to and or the ,") || self.word(at).is_some_and(|w| w.is_ordinal() || w.is_dash())
        };
        let end = (at..self.words.len()).find(|&i| !listed(i)).unwrap_or(self.words.len());
        let more = (at..end).any(|i| self.word(i).is_some_and(Word::is_ordinal));
        if more { end } else { self.words.len() }
    }

    /// Past further years: "the 2010 and 2015 elections".
    fn past_years(&self, at: usize) -> usize {
        let mut next = at;
        while self.is(next, "and or , to") && self.word(next + 1).and_then(Word::year).is_some() {
            next += 2;
        }
        next
    }
}
