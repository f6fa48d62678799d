//! Spans and lists of dates.

use super::{Match, NUMBERED, Partial, Reader, Reading};
use crate::extract::time::words::Word;

impl Reader<'_> {
    pub(super) fn span(&self, at: usize) -> Option<Match> {
        let (end, reading) =
            self.days_of_month(at).or_else(|| self.short_years(at)).or_else(|| self.full_span(at))?;
        match (&reading, self.year_in_words(end)) {
            (&Reading::Span(first, last), Some((end, year))) if last.year.is_none() => {
                Some((end, Reading::InYear(first, last, Box::new(year))))
            }
            _ => Some((end, reading)),
        }
    }

    /// The word that joins the ends of a span, if it is one: past it and any "early", "late" or "mid-" after it.
    pub(super) fn joint(&self, at: usize, between: bool) -> Option<usize> {
        let word = self.word(at)?;
        let joins = word.is_dash() && !word.is("/")
            || word.is("to until till through")
            || (between && word.is("and"));
        if !joins {
            return None;
        }
        let mut next = at + 1;
        while self.is(next, "early late mid the") || (self.is(next - 1, "mid") && self.is(next, "-")) {
            next += 1;
        }
        Some(next)
    }

    pub(super) fn is_between(&self, at: usize) -> bool {
        self.is_before(self.widened(at), "between")
    }

    /// "13 to 15 June", "15 and 16 June", "June 13-15, 2024".
    fn days_of_month(&self, at: usize) -> Option<Match> {
        let at = self.after_weekday(at);
        if let Some(first) = self.word(at)?.day() {
            let next = self.joint(at + 1, true)?;
            let (end, last) = self.day_month(next).filter(|(_, last)| last.day > Some(first))?;
            let consecutive = last.day == Some(first + 1) || !self.is(at + 1, "and") || self.is_between(at);
            return consecutive.then_some((end, Reading::Span(Partial { day: Some(first), ..last }, last)));
        }
        let month = self.word(at)?.month()?;
        let first = self.word(at + 1)?.day()?;
        let next = self.joint(at + 2, true)?;
        let last = self.word(next)?.day().filter(|last| *last > first)?;
        let consecutive = last == first + 1 || !self.is(at + 2, "and") || self.is_between(at);
        if !consecutive || self.word(next + 1).and_then(Word::month).is_some() {
            return None;
        }
        let (end, year) = self.year_suffix(next + 1, true);
        let day = |day| Partial { year, month: Some(month), day: Some(day) };
        Some((end, Reading::Span(day(first), day(last))))
    }

    /// "2018/19", "2022–23".
    fn short_years(&self, at: usize) -> Option<Match> {
        let first = self.word(at)?.year()?;
        let last = self.word(at + 2).filter(|w| w.glued && w.text.len() == 2)?.text.parse::<i32>().ok()?;
        let joined = self.word(at + 1)?.is_dash() && self.word(at + 1)?.glued;
        let dated = self.iso(at).is_some();
        let numbered = self.is_before(at, NUMBERED);
        (joined && !dated && !numbered && last > first % 100)
            .then(|| (at + 3, Reading::Span(Partial::year(first), Partial::year(first - first % 100 + last))))
    }

    /// Two whole dates: "22 April to 10 May", "from 2014 to 2024", "May and June".
    fn full_span(&self, at: usize) -> Option<Match> {
        let (mut joint, first) = self.endpoint(at)?;
        let between = self.is_between(at);
        let closed = first.year.is_some() && self.is(joint, ",");
        if closed && (between || self.is_before(self.widened(at), "from")) {
            joint += 1;
        }
        let next = self.joint(joint, between || first.is_bare_month())?;
        let (end, last) = self.endpoint(next)?;
        let bare = |p: Partial| p.month.is_none();
        let start = self.widened(at);
        let glued = self.word(joint)?.is_dash() && !self.is_before(at, NUMBERED);
        let announced = self.is_before(start, "from between during period years") || glued;
        if (bare(first) || bare(last)) && !announced {
            return None;
        }
        if self.is(joint, "and") && !between && last.month != first.month.map(|m| m + 1) {
            return None;
        }
        if first.is_bare_month() && !(announced || self.is_timely_month(at, joint)) {
            return None;
        }
        Some((end, shared(first, last)))
    }

    fn endpoint(&self, at: usize) -> Option<(usize, Partial)> {
        self.calendar(at).or_else(|| Some((at + 1, Partial::year(self.year(at)?))))
    }

    /// Days that share a month without following each other: "3, 5 and 9 June", "on 3 and 17 June".
    pub(super) fn list(&mut self, at: usize) -> Option<usize> {
        let mut days = Vec::new();
        let mut next = at;
        let (end, last) = loop {
            if let Some(last) = self.day_month(next).filter(|_| !days.is_empty()) {
                break last;
            }
            days.push((next, self.word(next)?.day()?));
            next += 1;
            let comma = self.is(next, ",");
            next += usize::from(comma);
            let and = self.is(next, "and or");
            next += usize::from(and);
            if !(comma || and) {
                return None;
            }
        };
        let consecutive = days.len() == 1 && last.day == Some(days[0].1 + 1);
        if consecutive || self.is_between(at) || days.windows(2).any(|pair| pair[0].1 >= pair[1].1) {
            return None;
        }
        for (place, day) in days {
            self.record(place..place + 1, Reading::Calendar(Partial { day: Some(day), ..last }), None);
        }
        self.record(next..end, Reading::Calendar(last), None);
        Some(end)
    }
}

/// A span whose ends share what only one of them says.
fn shared(first: Partial, last: Partial) -> Reading {
    let month = first.month.or(if first.day.is_some() { last.month } else { None });
    let wraps = first.month > last.month && last.month.is_some();
    let year = first.year.or(last.year.map(|year| if wraps { year - 1 } else { year }));
    Reading::Span(Partial { year, month, ..first }, last)
}
