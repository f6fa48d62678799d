//! EDTF dates as the typed literals that triple stores compare, and in words.

use crate::vocabulary::terms::{self, Name};

/// A calendar date as precise as it is known: lexical form and XSD type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Date<'a> {
    pub(super) text: &'a str,
    pub(super) datatype: Name<'static>,
}

/// What an EDTF string says in dates; parts that XSD cannot say are left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct When<'a> {
    pub(super) on: Option<Date<'a>>,
    pub(super) from: Option<Date<'a>>,
    pub(super) until: Option<Date<'a>>,
}

impl<'a> When<'a> {
    pub(super) fn parse(edtf: &'a str) -> Self {
        match edtf.split_once('/') {
            Some((from, until)) => Self { on: None, from: date(from), until: date(until) },
            None => Self { on: date(edtf), ..Self::default() },
        }
    }
}

/// `2019` as `gYear`, `2019-08` as `gYearMonth`, `2023-01-06` as `date`.
fn date(text: &str) -> Option<Date<'_>> {
    let parts: Vec<&str> = text.split('-').collect();
    let datatype = match *parts.as_slice() {
        [y] if number(y, 4)? > 0 => terms::XSD_YEAR,
        [y, m] if number(y, 4)? > 0 && (1..=12).contains(&number(m, 2)?) => terms::XSD_YEAR_MONTH,
        [y, m, d] if (1..=days(number(y, 4)?, number(m, 2)?)).contains(&number(d, 2)?) => terms::XSD_DATE,
        _ => return None,
    };
    Some(Date { text, datatype })
}

fn number(digits: &str, length: usize) -> Option<u32> {
    let plain = digits.len() == length && digits.bytes().all(|b| b.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}

fn days(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        _ if year == 0 => 0,
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// A date or interval as a diagram shows it: `since 2012`, `2018–2019`.
pub(super) fn in_words(edtf: &str) -> String {
    match edtf.split_once('/') {
        Some((from, ".." | "")) => format!("since {from}"),
        Some((".." | "", until)) => format!("until {until}"),
        Some((from, until)) => format!("{from}–{until}"),
        None => edtf.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on<'a>(text: &'a str, datatype: Name<'static>) -> When<'a> {
        When { on: Some(Date { text, datatype }), ..When::default() }
    }

    #[test]
    fn precision_gives_the_type() {
        assert_eq!(When::parse("2019"), on("2019", terms::XSD_YEAR));
        assert_eq!(When::parse("2019-08"), on("2019-08", terms::XSD_YEAR_MONTH));
        assert_eq!(When::parse("2024-02-29"), on("2024-02-29", terms::XSD_DATE));
    }

    #[test]
    fn intervals_may_be_open() {
        let date = |text, datatype| Some(Date { text, datatype });
        let from = date("2012", terms::XSD_YEAR);
        assert_eq!(When::parse("2012/.."), When { from, ..When::default() });
        let until = date("2012-05", terms::XSD_YEAR_MONTH);
        assert_eq!(When::parse("../2012-05"), When { until, ..When::default() });
        assert_eq!(When::parse("2012/2012-05"), When { on: None, from, until });
    }

    #[test]
    fn what_xsd_cannot_say_is_left_out() {
        let strange =
            ["", "2019?", "201X", "2001-21", "2023-02-29", "2023-13-01", "2023-4-01", "soon", "0000", "é-é"];
        for edtf in strange {
            assert_eq!(When::parse(edtf), When::default(), "{edtf}");
        }
    }

    #[test]
    fn words_for_a_diagram() {
        assert_eq!(in_words("2012/.."), "since 2012");
        assert_eq!(in_words("../2012"), "until 2012");
        assert_eq!(in_words("2018/2019"), "2018–2019");
        assert_eq!(in_words("2019-08"), "2019-08");
    }
}
