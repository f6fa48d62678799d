//! Finds time expressions among the words of a sentence and says what each one means, before anyone asks which day,
//! month or year that is.

mod calendar;
mod relative;
mod span;

use super::words::{Unit, Word};
use super::{Kind, Relation};
use std::ops::Range;

/// A calendar date as written: any part may be left to the context.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Partial {
    pub(super) year: Option<i32>,
    pub(super) month: Option<u8>,
    pub(super) day: Option<u8>,
}

impl Partial {
    fn year(year: i32) -> Self {
        Self { year: Some(year), ..Self::default() }
    }

    fn is_bare_month(self) -> bool {
        self.month.is_some() && self.day.is_none() && self.year.is_none()
    }
}

/// Which way from a point in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Back,
    /// Whichever the tense of the clause says.
    Here,
    Forward,
}

/// What an expression means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// "19 June 2024", "in May".
    Calendar(Partial),
    /// "22 April to 10 May", "between 2021 and 2022".
    Span(Partial, Partial),
    /// "7 September of that year": a date, or the first and last of a span, in the year another reading gives.
    InYear(Partial, Partial, Box<Reading>),
    /// "the 25th".
    DayOf(u8),
    /// "on Friday", "last Monday", "on Monday and Tuesday".
    Weekdays(u8, u8, Side),
    /// "last May".
    MonthFromNow(u8, Side),
    /// "at the weekend", "last weekend".
    Weekend(Side),
    /// "last month", "tomorrow", "two days ago": counted from the day of writing.
    FromNow(Unit, i32),
    /// "today", which as often means "these days".
    Today,
    /// "two days later", "a year before that": counted from the date last spoken of.
    Shift(Unit, i32),
    /// "the following week", "the previous year".
    Step(Unit, i32),
    /// "the following June".
    StepMonth(u8, Side),
    /// "the following Monday".
    StepWeekday(u8, Side),
    /// "that day", "the same month".
    Same(Unit),
    /// "that June".
    SameMonth(u8),
    /// "since then".
    Then,
    /// "the opening day": first, second ... of a span spoken of.
    NthDay(u8),
    /// "the closing day".
    LastDay,
    /// Time, but nothing to count: "weeks later", "the 1990s".
    Vague,
}

/// An expression found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) words: Range<usize>,
    pub(super) reading: Reading,
    pub(super) preposition: Option<usize>,
    pub(super) relation: Relation,
    pub(super) kind: Kind,
    /// Where the words begin that a "three days after ..." counts from.
    pub(super) complement: Option<usize>,
}

/// What a matcher found from some word on: one past its last word, and its meaning.
type Match = (usize, Reading);

/// All expressions of a sentence, in order.
pub(super) fn read(words: &[Word]) -> Vec<Found> {
    let mut reader = Reader { words, found: Vec::new() };
    let mut at = 0;
    while at < words.len() {
        at = reader.step_over(at);
    }
    reader.found
}

struct Reader<'a> {
    words: &'a [Word<'a>],
    found: Vec<Found>,
}

/// Heads of names whose number is no year.
const NUMBERED: &str = "resolution resolutions unscr regulation directive decision unit article articles no number order \
    rule decree law route flight room page pages p pp section paragraph chapter box case project vision \
    agenda horizon figure table type";
/// Words a noun phrase does not begin or go on with.
const FUNCTION: &str = "and or but nor when where who whom which whose that as at by for from in into on of to was were is \
    are has had have been be with after before because while whereas although though until till through \
    during under over between against he she it they we the a an this these also then both not will \
    would may could should did";
const YEAR_PREPOSITIONS: &str = "in since from until till by during before after of between circa around through throughout both for as \
    early late mid year years fiscal period dated following ( [";
const PREPOSITIONS: &str = "on in at during since as of from until till to by before after between throughout through around \
    circa for dated over within up following into";

impl Reader<'_> {
    fn word(&self, at: usize) -> Option<&Word<'_>> {
        self.words.get(at)
    }

    fn before(&self, at: usize) -> Option<&Word<'_>> {
        at.checked_sub(1).and_then(|at| self.word(at))
    }

    fn is(&self, at: usize, one_of: &str) -> bool {
        self.word(at).is_some_and(|w| w.is(one_of))
    }

    fn is_before(&self, at: usize, one_of: &str) -> bool {
        self.before(at).is_some_and(|w| w.is(one_of))
    }

    /// Whether a noun phrase goes on at `at`.
    fn is_noun(&self, at: usize) -> bool {
        self.word(at).is_some_and(|w| w.is_alphabetic() && !w.is(FUNCTION))
    }

    /// Whether the clause ends or turns at `at`.
    fn is_break(&self, at: usize) -> bool {
        self.word(at).is_none_or(|w| w.is_mark() && !w.is_dash() && !w.is("'s ’s"))
    }

    /// Records what begins at `at`, if anything, and returns where to look next.
    fn step_over(&mut self, at: usize) -> usize {
        if !self.word(at).is_some_and(Word::may_open) {
            return at + 1;
        }
        if let Some(end) = self.list(at) {
            return end;
        }
        if let Some((end, reading, complement)) = self.counted(at) {
            self.record(at..end, reading, complement);
            return end;
        }
        match self.any(at) {
            Some((end, reading)) => {
                self.record(at..end, reading, None);
                end
            }
            None => at + 1,
        }
    }

    fn any(&self, at: usize) -> Option<Match> {
        self.span(at)
            .or_else(|| self.dated(at))
            .or_else(|| self.part_of_year(at))
            .or_else(|| self.step(at))
            .or_else(|| self.same(at))
            .or_else(|| self.deictic(at))
            .or_else(|| self.nth_day(at))
            .or_else(|| self.day_of(at))
            .or_else(|| self.weekdays(at))
            .or_else(|| self.bare_year(at))
    }

    fn record(&mut self, range: Range<usize>, reading: Reading, complement: Option<usize>) {
        let floor = self.found.last().map_or(0, |f| f.words.end);
        let start = self.widened(range.start).max(floor);
        let kind = self.kind(start, range.clone(), &reading);
        let (relation, preposition) = match kind {
            Kind::Modifier | Kind::Name => (Relation::At, None),
            _ => self.relation(start, &reading),
        };
        let words = start..range.end;
        self.found.push(Found { words, reading, preposition, relation, kind, complement });
    }

    /// Takes in what stands before an expression and does not change its value: "early", "mid-", "the end of".
    fn widened(&self, mut start: usize) -> usize {
        const PARTS: &str =
            "end beginning start middle close course month year morning evening night afternoon";
        loop {
            let back = |n: usize| start.checked_sub(n).and_then(|at| self.word(at));
            if back(1).is_some_and(Word::is_dash) && back(2).is_some_and(|w| w.is("mid early late")) {
                start -= 2;
            } else if back(1).is_some_and(|w| w.is("early late mid earlier later year")) {
                start -= 1;
            } else if back(1).is_some_and(|w| w.is("least")) && back(2).is_some_and(|w| w.is("at")) {
                start -= 2;
            } else if back(1).is_some_and(|w| w.is("of")) && back(2).is_some_and(|w| w.is(PARTS)) {
                start -= if back(3).is_some_and(|w| w.is("the")) { 3 } else { 2 };
            } else {
                return start;
            }
        }
    }

    fn kind(&self, start: usize, range: Range<usize>, reading: &Reading) -> Kind {
        let spelled = matches!(reading, Reading::Calendar(_) | Reading::Span(..) | Reading::InYear(..));
        let determined = self.before(start).is_some_and(Word::is_determiner);
        let year_alone = matches!(reading, Reading::Calendar(p) if p.month.is_none());
        if self.is(range.end, "'s ’s") {
            Kind::Modifier
        } else if year_alone && start == range.start {
            self.year_kind(start)
        } else if spelled && determined && self.is_noun(range.end) {
            Kind::Modifier
        } else if spelled {
            Kind::Explicit
        } else {
            Kind::Relative
        }
    }

    /// Whether a lone year dates something, qualifies a noun or ends a name.
    fn year_kind(&self, at: usize) -> Kind {
        let Some(before) = self.before(at) else {
            let name = self.word(at + 1).is_some_and(Word::is_capitalized);
            return if name { Kind::Modifier } else { Kind::Explicit };
        };
        let listed = before.is(", and or both") && self.is_noun(at + 1);
        let qualified = self.found.last().is_some_and(|f| f.kind == Kind::Modifier) && self.continues(at);
        if before.is_determiner()
            || (listed && (qualified || self.word(at + 1).is_some_and(Word::is_capitalized)))
        {
            Kind::Modifier
        } else if before.is(YEAR_PREPOSITIONS) || before.is_mark() || before.is("and or to") {
            Kind::Explicit
        } else if before.is_capitalized() || before.text.bytes().any(|b| b.is_ascii_digit()) {
            Kind::Name
        } else {
            Kind::Modifier
        }
    }

    /// How the expression beginning at `start` bounds what it dates, and the preposition that says so.
    fn relation(&self, start: usize, reading: &Reading) -> (Relation, Option<usize>) {
        let span = matches!(reading, Reading::Span(..));
        let Some(word) = self.before(start).filter(|w| w.is(PREPOSITIONS)) else {
            return (if span { Relation::Span } else { Relation::At }, None);
        };
        let dating = self.is_before(start - 1, "dating dates dated date back");
        let counted = matches!(reading, Reading::Shift(..) | Reading::Step(..) | Reading::FromNow(..));
        let opening = self.is_before(start - 1, "starting beginning effective");
        let relation = match word.lower.as_ref() {
            "since" if self.is_superlative(start - 1) => Relation::LastTime,
            "since" => Relation::Since,
            _ if span => Relation::Span,
            "from" if !dating && !counted => Relation::Since,
            "on" | "in" | "at" if opening => Relation::Since,
            "until" | "till" if self.is_denied(start - 1) => Relation::At,
            "until" | "till" | "through" => Relation::Until,
            "to" if self.is_before(start - 1, "up") => Relation::Until,
            "during" | "throughout" | "within" => Relation::During,
            "before" | "by" => Relation::Before,
            "to" if self.is_before(start - 1, "prior") => Relation::Before,
            "of" if self.is_before(start - 1, "ahead") => Relation::Before,
            "after" | "following" => Relation::After,
            _ => Relation::At,
        };
        (relation, Some(word.token))
    }

    /// "not until 1963", "did not join until 1963": then, and no sooner.
    fn is_denied(&self, until: usize) -> bool {
        let clause = self.words[..until].iter().rev().take(6).take_while(|w| !w.is("; : , ( )"));
        clause.into_iter().any(|w| w.is("not never n't n’t"))
    }

    /// "the first ... since", "its largest ... since": the date is that of the time before.
    fn is_superlative(&self, since: usize) -> bool {
        let clause = self.words[..since].iter().rev().take(12).take_while(|w| !w.is("; : )"));
        let mut words = clause.peekable();
        while let Some(word) = words.next() {
            let superlative = word.is("first worst most least")
                || (word.lower.ends_with("est") && word.lower.len() > 5 && !word.is_capitalized());
            if superlative && words.peek().is_some_and(|w| w.is_determiner()) {
                return true;
            }
        }
        false
    }
}
