//! Expressions that lean on another date, or on the day of writing.

use super::{Match, PREPOSITIONS, Reader, Reading, Side};
use crate::extract::time::words::{Unit, Word};

const FORWARD: &str = "following next subsequent ensuing succeeding";
const BACK: &str = "previous preceding prior";
const ABOUT: &str = "for the these those past about around almost nearly over some roughly than approximately within few several many under of \
    another every";

impl Reader<'_> {
    /// "two days later", "a year before that", "three months after the vote"; the third part is where a complement
    /// begins.
    pub(super) fn counted(&self, at: usize) -> Option<(usize, Reading, Option<usize>)> {
        let (noun, count) = self.amount(at)?;
        let word = self.word(noun)?;
        let hours = word.is("hour hours minutes moments");
        let (unit, worth) = if hours { (Unit::Day, 0) } else { word.unit()? };
        let half = self.is(noun + 1, "and") && self.is(noun + 3, "half");
        let (end, direction, complement) = self.direction(if half { noun + 4 } else { noun + 1 })?;
        let approximate = half || self.is_before(at, ABOUT);
        let reading = match (count, direction) {
            (Some(n), Direction::Now(sign)) if !approximate && !hours => {
                Reading::FromNow(unit, sign * n * worth)
            }
            (Some(_), Direction::Then(sign))
                if unit == Unit::Week && complement.is_none() && self.is(at, "the") =>
            {
                Reading::Step(unit, sign)
            }
            (Some(n), Direction::Then(sign)) if !approximate => Reading::Shift(unit, sign * n * worth),
            (None, Direction::Then(_)) if hours && complement.is_none() => Reading::Shift(Unit::Day, 0),
            _ => Reading::Vague,
        };
        Some((end, reading, complement))
    }

    /// The noun that is counted and how many; no number for "weeks" or "several weeks".
    fn amount(&self, at: usize) -> Option<(usize, Option<i32>)> {
        if self.is(at, "the") {
            let singular = self.is(at + 1, "day night week month year");
            return (singular
                && self.is(at + 2, "before after earlier")
                && !self.is(at + 3, "yesterday tomorrow"))
            .then_some((at + 1, Some(1)));
        }
        if self.is(at, "days weeks months years decades hours minutes moments") {
            return (!self.is_before(at, "'s")).then_some((at, None));
        }
        if self.is(at, "few several many some") {
            return Some((at + 1, None));
        }
        let tens = self.word(at)?.count()?;
        let dash = usize::from(self.word(at + 1)?.is_dash());
        let ones = self.word(at + 1 + dash).and_then(Word::count).filter(|n| (1..10).contains(n));
        match ones {
            Some(ones) if tens % 10 == 0 && tens >= 20 => Some((at + 2 + dash, Some(tens + ones))),
            _ => Some((at + 1, Some(tens))),
        }
    }

    /// Which way to count, from where, and the complement, if one follows.
    fn direction(&self, at: usize) -> Option<(usize, Direction, Option<usize>)> {
        let word = self.word(at)?;
        let end = at + 1;
        let (sign, next) = match word.lower.as_ref() {
            "later" | "afterwards" | "afterward" | "thereafter" => {
                return Some((end, Direction::Then(1), None));
            }
            "earlier" | "previously" | "beforehand" => return Some((end, Direction::Then(-1), None)),
            "ago" => return Some((end, Direction::Now(-1), None)),
            "hence" => return Some((end, Direction::Now(1), None)),
            "from" if self.is(end, "now") => return Some((end + 1, Direction::Now(1), None)),
            "after" => (1, end),
            "prior" if self.is(end, "to") => (-1, end + 1),
            "before" | "prior" => (-1, end),
            _ => return None,
        };
        let verb = self.is(next, "it") && self.is(next + 1, "had has was is did would");
        let pronoun = self.is(next, "that this then it") && !self.is_noun(next + 1) && !verb;
        if pronoun {
            return Some((next + 1, Direction::Then(sign), None));
        }
        let turns = self.is_break(next) || self.is(next, "and when but in at by with for as while on to");
        Some((next, Direction::Then(sign), (!turns).then_some(next)))
    }

    /// "the following day", "the previous September", "the next Monday".
    pub(super) fn step(&self, at: usize) -> Option<Match> {
        let bare = self.is(at, "next") && self.is(at + 1, "day morning") && at == 0;
        let adjective = if self.is(at, "the") { at + 1 } else { at };
        if adjective == at && !bare {
            return None;
        }
        let (sign, side) = match self.word(adjective)? {
            w if w.is(FORWARD) => (1, Side::Forward),
            w if w.is(BACK) => (-1, Side::Back),
            _ => return None,
        };
        let (noun, end) = (self.word(adjective + 1)?, adjective + 2);
        let reading = if let Some(month) = noun.month() {
            Reading::StepMonth(month, side)
        } else if let Some(weekday) = noun.weekday() {
            Reading::StepWeekday(weekday, side)
        } else {
            Reading::Step(singular(noun)?, sign)
        };
        Some((end, reading))
    }

    /// "that day", "the same month", "the very day", "that June", ", the month in which".
    pub(super) fn same(&self, at: usize) -> Option<Match> {
        if self.is(at, "then") && self.is_before(at, "since") {
            return Some((at + 1, Reading::Then));
        }
        let that = self.is(at, "that");
        if !that && !self.is(at, "the this") {
            return None;
        }
        let marked = self.is(at + 1, "same very");
        let noun = if marked { at + 2 } else { at + 1 };
        let which = self.is(at, "the")
            && self.is_before(at, ",")
            && (self.is(noun + 1, "when") || (self.is(noun + 1, "in on") && self.is(noun + 2, "which")));
        if !that && !marked && !which {
            return None;
        }
        let word = self.word(noun)?;
        let repeated = self.is(noun + 1, "after by") && self.is(noun + 2, &word.lower);
        if repeated {
            return None;
        }
        let reading = match word.month() {
            Some(month) => Reading::SameMonth(month),
            None if word.is_season() && that => Reading::Same(Unit::Year),
            None => Reading::Same(singular(word)?),
        };
        Some((noun + 1, reading))
    }

    /// "yesterday", "last month", "next Tuesday", "this June", "the new year", "at the weekend".
    pub(super) fn deictic(&self, at: usize) -> Option<Match> {
        let end = at + 1;
        let day = |n| Some((end, Reading::FromNow(Unit::Day, n)));
        match self.word(at)?.lower.as_ref() {
            "today" | "tonight" if !self.is(end, "'s ’s") => return Some((end, Reading::Today)),
            "yesterday" => return day(-1),
            "tomorrow" => return day(1),
            "the" => return self.deictic_defined(end),
            "this" if self.is(end, "past") => return self.deictic_noun(end + 1, -1, Side::Back),
            _ => {}
        }
        let (n, side) = match self.word(at)?.lower.as_ref() {
            "last" => (-1, Side::Back),
            "this" => (0, Side::Here),
            "next" => (1, Side::Forward),
            _ => return None,
        };
        if self.before(at).is_some_and(Word::is_determiner) {
            return None;
        }
        self.deictic_noun(end, n, side)
    }

    /// The noun after "last", "this" or "next".
    fn deictic_noun(&self, at: usize, n: i32, side: Side) -> Option<Match> {
        let noun = self.word(at)?;
        let reading = if let Some(month) = noun.month() {
            Reading::MonthFromNow(month, side)
        } else if let Some(weekday) = noun.weekday() {
            Reading::Weekdays(weekday, weekday, side)
        } else if noun.is("weekend") {
            Reading::Weekend(side)
        } else if noun.is_season() || noun.is("night evening morning afternoon") {
            Reading::Vague
        } else {
            Reading::FromNow(singular(noun)?, n)
        };
        Some((at + 1, reading))
    }

    /// "the weekend", "the new year", "the current month", from the word after "the" on.
    fn deictic_defined(&self, at: usize) -> Option<Match> {
        if self.is(at, "weekend") && self.is_before(at - 1, "at over during on") {
            return Some((at + 1, Reading::Weekend(Side::Here)));
        }
        let year = self.is(at + 1, "year");
        if self.is(at, "new") && year {
            return Some((at + 2, Reading::FromNow(Unit::Year, 1)));
        }
        let past = self.is(at, "day") && self.is(at + 1, "before") && self.is(at + 2, "yesterday");
        let next = self.is(at, "day") && self.is(at + 1, "after") && self.is(at + 2, "tomorrow");
        if past || next {
            return Some((at + 3, Reading::FromNow(Unit::Day, if past { -2 } else { 2 })));
        }
        let current = self.is(at, "current present") && (year || self.is(at + 1, "month"));
        current.then(|| (at + 2, Reading::FromNow(if year { Unit::Year } else { Unit::Month }, 0)))
    }

    /// "the opening day", "the second day".
    pub(super) fn nth_day(&self, at: usize) -> Option<Match> {
        if !self.is(at, "the its") || !self.is(at + 2, "day") || self.is(at + 3, "of") {
            return None;
        }
        let reading = match self.word(at + 1)?.lower.as_ref() {
            "opening" | "first" => Reading::NthDay(1),
            "second" => Reading::NthDay(2),
            "third" => Reading::NthDay(3),
            "closing" | "final" | "last" | "concluding" => Reading::LastDay,
            _ => return None,
        };
        Some((at + 3, reading))
    }

    /// "Friday", "Monday and Tuesday".
    pub(super) fn weekdays(&self, at: usize) -> Option<Match> {
        const NAMED: &str = "good black bloody ash palm easter holy maundy super cyber";
        let habit = self.is_before(at, "a every each");
        let first = self.word(at)?.weekday().filter(|_| !habit && !self.is_before(at, NAMED))?;
        let name = self.word(at + 1).is_some_and(|w| w.is_capitalized() && w.weekday().is_none());
        if name && !self.is_before(at, PREPOSITIONS) {
            return None;
        }
        let last = self.joint(at + 1, true).and_then(|next| Some((next + 1, self.word(next)?.weekday()?)));
        Some(match last {
            Some((end, last)) if self.is_run(at, first, last) => {
                (end, Reading::Weekdays(first, last, Side::Here))
            }
            _ => (at + 1, Reading::Weekdays(first, first, Side::Here)),
        })
    }

    /// Whether two weekdays make one span: next to each other, or joined by more than "and".
    fn is_run(&self, at: usize, first: u8, last: u8) -> bool {
        !self.is(at + 1, "and") || (first + 1) % 7 == last || self.is_between(at)
    }
}

enum Direction {
    /// From the date spoken of, 1 for later.
    Then(i32),
    /// From the day of writing.
    Now(i32),
}

/// The unit of a singular noun.
fn singular(noun: &Word) -> Option<Unit> {
    if noun.is("morning evening afternoon") {
        return Some(Unit::Day);
    }
    noun.unit().filter(|(_, worth)| *worth == 1 && !noun.lower.ends_with('s')).map(|(unit, _)| unit)
}
