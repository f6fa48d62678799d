//! The dates of one edge, summed up.

use super::{in_words, place};

/// Most years that are listed one by one.
const LISTED: usize = 4;

/// When something was so, as often as it was.
#[derive(Default)]
pub(super) struct Dates<'a> {
    /// Sorted, each once.
    dates: Vec<&'a str>,
}

impl<'a> Dates<'a> {
    pub(super) fn add(&mut self, date: Option<&'a str>) {
        if let Some(date) = date {
            place(&mut self.dates, date, |date| date);
        }
    }

    /// What is said and every date of it.
    pub(super) fn all_after(&self, said: &str) -> String {
        let dates: Vec<String> = self.dates.iter().map(|date| in_words(date)).collect();
        join(said, &dates.join(", "))
    }

    /// What is said and its one date, its years, or from when to when and how often.
    pub(super) fn after(&self, said: &str) -> String {
        if self.dates.len() <= 1 {
            return self.all_after(said);
        }
        let mut years: Vec<String> = self.dates.iter().map(|date| in_words(&years(date))).collect();
        years.dedup();
        match years.as_slice() {
            [first, .., last] if years.len() > LISTED => {
                join(said, &format!("{first} … {last} ({} dates)", self.dates.len()))
            }
            few => join(said, &few.join(", ")),
        }
    }
}

fn join(said: &str, dates: &str) -> String {
    if dates.is_empty() { said.to_owned() } else { format!("{said} {dates}") }
}

/// The date or interval with nothing finer than years.
fn years(edtf: &str) -> String {
    match edtf.split_once('/') {
        Some((from, until)) if year(from) == year(until) => year(from).to_owned(),
        Some((from, until)) => format!("{}/{}", year(from), year(until)),
        None => year(edtf).to_owned(),
    }
}

fn year(date: &str) -> &str {
    let digits = date.bytes().take(4).filter(u8::is_ascii_digit).count();
    if digits == 4 && date[4..].starts_with('-') { &date[..4] } else { date }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of<'a>(dates: &[&'a str]) -> Dates<'a> {
        let mut all = Dates::default();
        for date in dates {
            all.add(Some(date));
        }
        all
    }

    fn after(dates: &[&str]) -> String {
        of(dates).after("visited")
    }

    #[test]
    fn one_date_is_shown_whole_and_several_as_years() {
        assert_eq!(after(&[]), "visited");
        assert_eq!(after(&["2019-08-01"]), "visited 2019-08-01");
        assert_eq!(after(&["2021-03", "2019-08-01", "2019-09"]), "visited 2019, 2021");
        assert_eq!(after(&["2018-03/2018-05", "2012-01/.."]), "visited since 2012, 2018");
        assert_eq!(after(&["2018-03/2019-05", "early é"]), "visited 2018–2019, early é");
    }

    #[test]
    fn many_dates_are_a_range_and_a_number() {
        let dates = ["2010", "2011", "2012-01", "2012-02", "2013", "2020"];
        assert_eq!(after(&dates), "visited 2010 … 2020 (6 dates)");
        let all = of(&dates).all_after("visited");
        assert_eq!(all, "visited 2010, 2011, 2012-01, 2012-02, 2013, 2020");
    }
}
