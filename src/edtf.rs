//! Calendar dates of year, month or day precision, and the intervals of them: the part of EDTF (ISO 8601-2, level 0
//! with open ends) the graph uses. Always the proleptic Gregorian calendar, years 0000 to 9999, no time of day.

use std::fmt::{self, Write as _};
use std::str::FromStr;

/// A year, a month or a day that exists in the calendar.
///
/// Ordered by first day; of two with the same first day the coarser comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    year: i32,
    month: Option<u8>,
    day: Option<u8>,
}

/// How fine a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Precision {
    /// `2024`
    Year,
    /// `2024-06`
    Month,
    /// `2024-06-19`
    Day,
}

impl Date {
    /// The date, unless the calendar has none such or a day comes without a month.
    #[must_use]
    pub fn new(year: i32, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let exists = match (month, day) {
            (None, None) => true,
            (Some(m), None) => (1..=12).contains(&m),
            (Some(m), Some(d)) => (1..=12).contains(&m) && (1..=days_in_month(year, m)).contains(&d),
            (None, Some(_)) => false,
        };
        (exists && (0..=9999).contains(&year)).then_some(Self { year, month, day })
    }

    /// A day, if it exists.
    #[must_use]
    pub fn from_day(year: i32, month: u8, day: u8) -> Option<Self> {
        Self::new(year, Some(month), Some(day))
    }

    /// The year, 0 to 9999.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12, if known.
    #[must_use]
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, if known.
    #[must_use]
    pub fn day(self) -> Option<u8> {
        self.day
    }

    /// How fine it is.
    #[must_use]
    pub fn precision(self) -> Precision {
        match (self.month, self.day) {
            (None, _) => Precision::Year,
            (_, None) => Precision::Month,
            _ => Precision::Day,
        }
    }

    /// The same date without what is finer than `precision`; unchanged if it is coarser already.
    #[must_use]
    pub fn truncated(self, precision: Precision) -> Self {
        Self {
            year: self.year,
            month: self.month.filter(|_| precision >= Precision::Month),
            day: self.day.filter(|_| precision >= Precision::Day),
        }
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> Self {
        Self { year: self.year, month: self.month.or(Some(1)), day: self.day.or(Some(1)) }
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Self {
        let month = self.month.unwrap_or(12);
        Self { year: self.year, month: Some(month), day: self.day.or(Some(days_in_month(self.year, month))) }
    }

    /// `n` days on (back if negative). Nothing for a date coarser than a day, or past the calendar's ends.
    #[must_use]
    pub fn add_days(self, n: i32) -> Option<Self> {
        let (month, day) = (self.month?, self.day?);
        civil(day_number(self.year, month, day) + i64::from(n))
    }

    /// `n` months on (back if negative), the day kept where the month has it and the month's last otherwise.
    /// Nothing for a date coarser than a month.
    #[must_use]
    pub fn add_months(self, n: i32) -> Option<Self> {
        let months = i64::from(self.year) * 12 + i64::from(self.month?) - 1 + i64::from(n);
        let year = i32::try_from(months.div_euclid(12)).ok()?;
        let month = u8::try_from(months.rem_euclid(12) + 1).ok()?;
        Self::new(year, Some(month), self.day.map(|d| d.min(days_in_month(year, month))))
    }

    /// `n` years on (back if negative); 29 February becomes the 28th where there is none.
    #[must_use]
    pub fn add_years(self, n: i32) -> Option<Self> {
        let year = self.year.checked_add(n)?;
        let day = match (self.month, self.day) {
            (Some(m), Some(d)) if (0..=9999).contains(&year) => Some(d.min(days_in_month(year, m))),
            (_, d) => d,
        };
        Self::new(year, self.month, day)
    }

    /// Day of the week, 0 for Monday to 6 for Sunday; nothing for a date coarser than a day.
    #[must_use]
    pub fn weekday(self) -> Option<u8> {
        let number = day_number(self.year, self.month?, self.day?);
        u8::try_from((number + 3).rem_euclid(7)).ok()
    }

    /// Whether every day of `other` is a day of `self`.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.first_day() <= other.first_day() && other.last_day() <= self.last_day()
    }
}

/// The months' names in lower case, in order.
pub(crate) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The month, 1 to 12, of an English month's name or usual abbreviation in lower case, without a full stop.
#[must_use]
pub fn month_named(name: &str) -> Option<u8> {
    let abbreviated = |month: &str| name == &month[..3] || (name == "sept" && month == "september");
    let found = MONTHS.iter().position(|month| *month == name || abbreviated(month))?;
    u8::try_from(found + 1).ok()
}

/// 28 to 31; `month` must be 1 to 12.
fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Days since 1 January 1970. Years are counted from March, so that the leap day is the last of its year.
fn day_number(year: i32, month: u8, day: u8) -> i64 {
    let (month, day) = (i64::from(month), i64::from(day));
    let year = i64::from(year) - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// The day with that number.
fn civil(number: i64) -> Option<Date> {
    let number = number + 719_468;
    let (era, day_of_era) = (number.div_euclid(146_097), number.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    Date::from_day(i32::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for number in [self.month, self.day].into_iter().flatten() {
            for sign in [b'-', b'0' + number / 10, b'0' + number % 10] {
                f.write_char(char::from(sign))?;
            }
        }
        Ok(())
    }
}

/// Text that is not a date or interval, with what is wrong about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    text: String,
    problem: &'static str,
}

impl Malformed {
    fn new(text: &str, problem: &'static str) -> Self {
        Self { text: text.to_owned(), problem }
    }
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not an EDTF date: {}", self.text, self.problem)
    }
}

impl std::error::Error for Malformed {}

/// Exactly `width` digits.
fn digits(text: &str, width: usize) -> Option<i32> {
    (text.len() == width && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

impl FromStr for Date {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let shape = || Malformed::new(text, "expected YYYY, YYYY-MM or YYYY-MM-DD");
        let small = |part: &str| digits(part, 2).and_then(|n| u8::try_from(n).ok()).ok_or_else(shape);
        let mut parts = text.split('-');
        let year = parts.next().and_then(|part| digits(part, 4)).ok_or_else(shape)?;
        let month = parts.next().map(small).transpose()?;
        let day = parts.next().map(small).transpose()?;
        if parts.next().is_some() {
            return Err(shape());
        }
        Self::new(year, month, day).ok_or_else(|| Malformed::new(text, "the calendar has no such day"))
    }
}

/// A date, or an interval of dates whose end or start may be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edtf {
    /// `2024-06-19`
    Point(Date),
    /// `2012/..`
    Since(Date),
    /// `../2019`
    Until(Date),
    /// `2018-03/2019-02`
    Span(Date, Date),
}

impl Edtf {
    /// From `start` to `end`, or nothing if the end comes first. A span of one date is that date.
    #[must_use]
    pub fn span(start: Date, end: Date) -> Option<Self> {
        if start == end {
            return Some(Self::Point(start));
        }
        (start.first_day() <= end.last_day()).then_some(Self::Span(start, end))
    }

    /// The date it starts with, unless that end is open.
    #[must_use]
    pub fn start(self) -> Option<Date> {
        match self {
            Self::Point(date) | Self::Since(date) | Self::Span(date, _) => Some(date),
            Self::Until(_) => None,
        }
    }

    /// The date it ends with, unless that end is open.
    #[must_use]
    pub fn end(self) -> Option<Date> {
        match self {
            Self::Point(date) | Self::Until(date) | Self::Span(_, date) => Some(date),
            Self::Since(_) => None,
        }
    }

    /// Its first day, unless the start is open.
    #[must_use]
    pub fn first_day(self) -> Option<Date> {
        self.start().map(Date::first_day)
    }

    /// Its last day, unless the end is open.
    #[must_use]
    pub fn last_day(self) -> Option<Date> {
        self.end().map(Date::last_day)
    }
}

/// An open start sorts before everything; among equal starts a point comes first and an open end last.
impl Ord for Edtf {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |e: Self| (e.start(), matches!(e, Self::Since(_)), e.end());
        key(*self).cmp(&key(*other))
    }
}

impl PartialOrd for Edtf {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl From<Date> for Edtf {
    fn from(date: Date) -> Self {
        Self::Point(date)
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Point(date) => write!(f, "{date}"),
            Self::Since(start) => write!(f, "{start}/.."),
            Self::Until(end) => write!(f, "../{end}"),
            Self::Span(start, end) => write!(f, "{start}/{end}"),
        }
    }
}

impl FromStr for Edtf {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        match text.split_once('/') {
            None => text.parse().map(Self::Point),
            Some(("..", "..")) => Err(Malformed::new(text, "one end must be a date")),
            Some((start, "..")) => start.parse().map(Self::Since),
            Some(("..", end)) => end.parse().map(Self::Until),
            Some((start, end)) => Self::span(start.parse()?, end.parse()?)
                .ok_or_else(|| Malformed::new(text, "it ends before it starts")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn what_is_written_is_what_was_read() {
        for text in
            ["2019", "2019-08", "2023-01-06", "2012/..", "../2019", "2018-03/2019-02", "2024-02-29", "0987"]
        {
            assert_eq!(text.parse::<Edtf>().unwrap().to_string(), text);
        }
        assert_eq!("2019/2019".parse::<Edtf>().unwrap().to_string(), "2019");
    }

    #[test]
    fn what_the_calendar_lacks_is_refused() {
        for text in [
            "2023-02-29",
            "2023-13",
            "2023-00",
            "2023-04-31",
            "1900-02-29",
            "23-04-01",
            "2023-4-1",
            "",
            "..",
            "../..",
            "2020/",
            "/2020",
            "2020/2019",
            "2024-05-01T10",
            "2020~",
            "2024-05-01-02",
            "+202",
        ] {
            assert!(text.parse::<Edtf>().is_err(), "{text}");
        }
        assert_eq!(
            "2023-02-30".parse::<Date>().unwrap_err().to_string(),
            "`2023-02-30` is not an EDTF date: the calendar has no such day"
        );
    }

    #[test]
    fn days_are_counted_over_months_and_leap_years() {
        assert_eq!(date("2024-02-28").add_days(2), Some(date("2024-03-01")));
        assert_eq!(date("2023-03-01").add_days(-1), Some(date("2023-02-28")));
        assert_eq!(date("2000-01-01").add_days(-36_525), Some(date("1900-01-01").add_days(-1).unwrap()));
        assert_eq!(date("2023-03").add_days(1), None);
        assert_eq!(date("9999-12-31").add_days(1), None);
        assert_eq!(date("0000-01-01").add_days(-1), None);
    }

    #[test]
    fn every_day_of_four_centuries_comes_back() {
        let mut day = date("1700-01-01");
        for number in day_number(1700, 1, 1)..day_number(2101, 1, 1) {
            assert_eq!(civil(number), Some(day));
            day = day.add_days(1).unwrap();
        }
        assert_eq!(day, date("2101-01-01"));
    }

    #[test]
    fn months_and_years_keep_the_day_where_they_can() {
        assert_eq!(date("2024-01-31").add_months(1), Some(date("2024-02-29")));
        assert_eq!(date("2024-01").add_months(-1), Some(date("2023-12")));
        assert_eq!(date("2024-02-29").add_years(1), Some(date("2025-02-28")));
        assert_eq!(date("2024").add_months(1), None);
        assert_eq!(date("2024").add_years(-25), Some(date("1999")));
        assert_eq!(date("9999").add_years(i32::MAX), None);
    }

    #[test]
    fn weekdays() {
        assert_eq!(date("1970-01-01").weekday(), Some(3));
        assert_eq!(date("1945-05-08").weekday(), Some(1));
        assert_eq!(date("2022-02-24").weekday(), Some(3));
        assert_eq!(date("2022-02").weekday(), None);
    }

    #[test]
    fn bounds_and_truncation() {
        assert_eq!(date("2024-02").last_day(), date("2024-02-29"));
        assert_eq!(date("2024").first_day(), date("2024-01-01"));
        assert_eq!(date("2024-02-17").truncated(Precision::Month), date("2024-02"));
        assert_eq!(date("2024").truncated(Precision::Day), date("2024"));
        assert!(date("2024-02").contains(date("2024-02-17")));
        assert!(!date("2024-02-17").contains(date("2024-02")));
    }

    #[test]
    fn earlier_sorts_first() {
        let sorted = ["../2019", "2018", "2018/2019", "2018/..", "2018-01", "2018-01-01", "2019"];
        let mut dates: Vec<Edtf> = sorted.iter().rev().map(|text| text.parse().unwrap()).collect();
        dates.sort();
        assert_eq!(dates.iter().map(ToString::to_string).collect::<Vec<_>>(), sorted);
    }
}
