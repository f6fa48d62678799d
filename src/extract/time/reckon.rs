//! Counting on the calendar: from one date to the one an expression means.

use super::read::Side;
use super::tense::Tense;
use super::words::Unit;
use crate::edtf::{Date, Edtf, Precision};

/// How fine a date must be to count such units from it.
pub(super) fn precision(unit: Unit) -> Precision {
    match unit {
        Unit::Day | Unit::Week => Precision::Day,
        Unit::Month => Precision::Month,
        Unit::Year => Precision::Year,
    }
}

/// `n` units on, as precise as the unit.
pub(super) fn shifted(date: Date, unit: Unit, n: i32) -> Option<Date> {
    match unit {
        Unit::Day => date.add_days(n),
        Unit::Week => date.add_days(n.checked_mul(7)?),
        Unit::Month => date.truncated(Precision::Month).add_months(n),
        Unit::Year => date.truncated(Precision::Year).add_years(n),
    }
}

/// Monday to Sunday of the week of a day.
pub(super) fn week(day: Date) -> Option<Edtf> {
    let monday = day.add_days(-i32::from(day.weekday()?))?;
    Edtf::span(monday, monday.add_days(6)?)
}

/// The nearest such weekday: strictly before, on or before, or strictly after `day`.
pub(super) fn step_weekday(day: Date, weekday: u8, side: Side) -> Option<Date> {
    let back = i32::from((day.weekday()? + 7 - weekday) % 7);
    match side {
        Side::Back if back == 0 => day.add_days(-7),
        Side::Back | Side::Here => day.add_days(-back),
        Side::Forward => day.add_days(7 - back),
    }
}

/// The month so named before, in the year of, or after a date.
pub(super) fn month_from(date: Date, month: u8, side: Side) -> Option<Date> {
    let year = match (side, date.month()) {
        (Side::Back, Some(now)) if month < now => date.year(),
        (Side::Back, _) => date.year() - 1,
        (Side::Here, _) => date.year(),
        (Side::Forward, Some(now)) if month > now => date.year(),
        (Side::Forward, _) => date.year() + 1,
    };
    Date::new(year, Some(month), None)
}

/// The year that brings a month nearest to a date.
pub(super) fn nearest_year(date: Date, month: u8) -> i32 {
    let Some(now) = date.month() else { return date.year() };
    match i32::from(month) - i32::from(now) {
        7.. => date.year() - 1,
        ..=-7 => date.year() + 1,
        _ => date.year(),
    }
}

/// The year of a month or day named without one, as seen from the day of writing.
pub(super) fn year_from(now: Date, month: u8, day: Option<u8>, tense: Tense) -> i32 {
    let this = now.year();
    let Some(date) = Date::new(this, Some(month), day).filter(|_| now.month().is_some()) else { return this };
    match tense {
        Tense::Past if date.first_day() > now.last_day() => this - 1,
        Tense::Future if date.last_day() < now.first_day() => this + 1,
        Tense::Past | Tense::Future => this,
        Tense::Open => nearest_year(now, month),
    }
}
