//! The date a document declares of itself, in its heading, a dateline or a closing line: never one its prose speaks of.

use super::{Block, BlockKind};
use crate::edtf::{Date, Precision, month_named};

/// Blocks at the top in which a document may say what it is.
const HEAD_BLOCKS: usize = 8;
/// Blocks at the end in which a statement may be dated and signed.
const CLOSING_BLOCKS: usize = 3;
/// Words of the longest line that can still be a heading or imprint.
const HEADER_WORDS: usize = 20;

/// A dateline: "BRUSSELS, April 4 (Reuters) -".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dateline {
    /// The year, which most datelines leave out.
    pub(crate) year: Option<i32>,
    /// 1 to 12.
    pub(crate) month: u8,
    /// 1 to 31.
    pub(crate) day: u8,
    /// One past the last byte of the date in the line.
    pub(crate) end: usize,
}

/// The date the document declares of itself, as fine as it gives it.
#[must_use]
pub fn declared_date(text: &str, blocks: &[Block]) -> Option<Date> {
    let header = best(head_lines(text, blocks).filter_map(header_date));
    let dateline = only(blocks.iter().filter_map(|block| dateline(text.get(block.range.clone())?)));
    let placed = dateline.and_then(|line| {
        let year = line.year.or_else(|| header.map(|date| year_near(date, line.month)))?;
        Date::from_day(year, line.month, line.day)
    });
    let is_day = |date: &Date| date.precision() == Precision::Day;
    let closing = || best(closing_lines(text, blocks).filter_map(header_date)).filter(is_day);
    header.filter(is_day).or(placed).or_else(closing).or(header)
}

/// The first of the finest dates.
fn best(dates: impl Iterator<Item = Date>) -> Option<Date> {
    dates.fold(None, |best: Option<Date>, date| match best {
        Some(found) if found.precision() >= date.precision() => best,
        _ => Some(date),
    })
}

/// The one dateline of a document; a digest of several stories has none of its own.
fn only(mut datelines: impl Iterator<Item = Dateline>) -> Option<Dateline> {
    let first = datelines.next()?;
    datelines.all(|other| (other.month, other.day) == (first.month, first.day)).then_some(first)
}

/// Lines above the first paragraph of prose.
fn head_lines<'a>(text: &'a str, blocks: &'a [Block]) -> impl Iterator<Item = &'a str> {
    let head = blocks
        .iter()
        .take(HEAD_BLOCKS)
        .map(|block| (block.kind, text.get(block.range.clone()).unwrap_or("")));
    head.take_while(|(kind, block)| *kind != BlockKind::Paragraph || !is_long(block))
        .flat_map(|(_, block)| block.lines())
}

fn closing_lines<'a>(text: &'a str, blocks: &'a [Block]) -> impl Iterator<Item = &'a str> {
    let skip = blocks.len().saturating_sub(CLOSING_BLOCKS).max(1);
    let end = blocks.iter().skip(skip).filter(|block| block.kind != BlockKind::Note);
    end.flat_map(|block| text.get(block.range.clone()).unwrap_or("").lines())
        .filter(|line| !line.contains('|'))
}

fn is_long(block: &str) -> bool {
    block.split_whitespace().count() > 2 * HEADER_WORDS
}

/// A word of a line without the marks around it.
struct Piece<'a> {
    word: &'a str,
    lower: String,
    /// What stands after it: marks only.
    tail: &'a str,
    /// One past its last letter, in bytes of the line.
    end: usize,
}

fn pieces(line: &str) -> impl Iterator<Item = Piece<'_>> {
    let bare = |c: char| !c.is_alphanumeric();
    let offset = move |part: &str| part.as_ptr() as usize - line.as_ptr() as usize;
    line.split_whitespace().map(move |raw| {
        let word = raw.trim_matches(bare);
        let tail = if word.is_empty() { raw } else { &raw[offset(word) - offset(raw) + word.len()..] };
        Piece { word, lower: word.to_lowercase(), tail, end: offset(raw) + raw.len() - tail.len() }
    })
}

/// A date found in a line: one past its last piece, and its parts.
type Parts = (usize, Option<i32>, u8, Option<u8>);

/// The date that begins at a piece, of at least a month.
fn date_at(line: &[Piece], at: usize) -> Option<Parts> {
    let first = line.get(at)?;
    if let Ok(date) = first.word.parse::<Date>()
        && let Some(month) = date.month()
    {
        return Some((at + 1, Some(date.year()), month, date.day()));
    }
    let (next, month, day) = match (day(first), month(first)) {
        (Some(day), _) if first.tail.is_empty() => (at + 2, line.get(at + 1).and_then(month)?, Some(day)),
        (None, Some(month)) => match line.get(at + 1).and_then(day) {
            Some(day) => (at + 2, month, Some(day)),
            None => (at + 1, month, None),
        },
        _ => return None,
    };
    let year = line.get(next).and_then(year);
    Some((if year.is_some() { next + 1 } else { next }, year, month, day))
}

fn month(piece: &Piece) -> Option<u8> {
    piece.word.starts_with(char::is_uppercase).then(|| month_named(&piece.lower))?
}

/// A day of the month; of "9-11" the last.
fn day(piece: &Piece) -> Option<u8> {
    let last = piece.lower.rsplit(['-', '–']).next()?;
    let digits = last.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ordinal = matches!(&last[digits.len()..], "" | "st" | "nd" | "rd" | "th");
    digits.parse().ok().filter(|day| ordinal && (1..=31).contains(day))
}

fn year(piece: &Piece) -> Option<i32> {
    let digits = piece.word.len() == 4 && piece.word.bytes().all(|b| b.is_ascii_digit());
    piece.word.parse().ok().filter(|year| digits && (1500..=2100).contains(year))
}

/// The date a heading or imprint line declares.
fn header_date(line: &str) -> Option<Date> {
    if !has_digit(line) {
        return None;
    }
    let pieces = pieces(line).collect::<Vec<_>>();
    if pieces.len() > HEADER_WORDS || (pieces.len() > 5 && line.trim_end().ends_with('.')) {
        return None;
    }
    let labelled = is_label(&pieces);
    let found = (0..pieces.len()).find_map(|at| {
        let (end, year, month, day) = date_at(&pieces, at)?;
        let date = Date::new(year?, Some(month), day)?;
        let closes = labelled || closes_field(&pieces, end);
        (closes && declares(&pieces, at, day.is_some())).then_some(date)
    });
    found.or_else(|| header_year(&pieces))
}

/// "Date:", "Published on": whatever date follows is the document's.
fn is_label(line: &[Piece]) -> bool {
    const LABELS: [&str; 9] =
        ["date", "published", "issued", "released", "posted", "dated", "updated", "adopted", "done"];
    line.first().is_some_and(|piece| LABELS.contains(&piece.lower.as_str()))
}

/// Whether the line, or its field between bars, ends before piece `end`.
fn closes_field(line: &[Piece], end: usize) -> bool {
    let parted = line
        .get(end)
        .is_some_and(|next| next.word.is_empty() && next.tail.contains(['|', '-', '–', '—', '•', '·']));
    end == line.len() || parted
}

/// Whether what stands before a date lets it be the line's own, rather than one the title speaks of.
fn declares(line: &[Piece], at: usize, is_day: bool) -> bool {
    const SPOKEN_OF: [&str; 10] =
        ["since", "after", "before", "until", "from", "by", "and", "between", "till", "during"];
    const PERIODS: [&str; 6] = ["week", "fortnight", "month", "period", "year", "days"];
    let Some(before) = at.checked_sub(1).and_then(|at| line.get(at)) else { return true };
    match before.lower.as_str() {
        "to" => line.iter().any(|piece| PERIODS.contains(&piece.lower.as_str())),
        "in" => is_day,
        word => !SPOKEN_OF.contains(&word),
    }
}

/// A year by itself at the end of a line: ", 2023", "Annual Report 2023", "stories of 2024".
fn header_year(line: &[Piece]) -> Option<Date> {
    const PERIODICAL: [&str; 15] = [
        "annual",
        "report",
        "review",
        "yearbook",
        "digest",
        "stories",
        "bulletin",
        "edition",
        "survey",
        "highlights",
        "chronicle",
        "newsletter",
        "yearly",
        "almanac",
        "events",
    ];
    let (last, rest) = line.split_last()?;
    let year = Date::new(year(last)?, None, None)?;
    let before = rest.last()?;
    let parted = before.tail.contains([',', '|', '-', '–', '—', ':']);
    let periodical = rest.iter().any(|piece| PERIODICAL.contains(&piece.lower.as_str()));
    let spoken_of =
        ["since", "after", "before", "until", "from", "by", "to"].contains(&before.lower.as_str());
    ((parted || periodical) && !spoken_of).then_some(year)
}

/// The dateline a paragraph opens with: one or two capitalized places, a day, perhaps an agency, and a dash.
pub(crate) fn dateline(paragraph: &str) -> Option<Dateline> {
    let line = paragraph.lines().next()?;
    // Nearly every paragraph fails here, before its words are looked at.
    if !line.split_whitespace().take(8).any(|word| word.ends_with(',')) || !has_digit(line) {
        return None;
    }
    let head: Vec<Piece> = pieces(line).take(14).collect();
    let comma = |piece: &Piece| piece.tail == ",";
    let at = (1..head.len().min(8)).find(|&at| comma(&head[at - 1]) && date_at(&head, at).is_some())?;
    if !head[..at].iter().all(|piece| piece.word.starts_with(char::is_uppercase) || piece.lower == "of") {
        return None;
    }
    let (end, year, month, day) = date_at(&head, at)?;
    let agency =
        head[end - 1].tail.is_empty() && paragraph[head[end - 1].end..].trim_start().starts_with('(');
    let dash = head.get(if agency { end + 1 } else { end }).is_some_and(is_dash) || head[end - 1].tail == ":";
    let dash = dash || head.get(end + 2).is_some_and(|piece| agency && is_dash(piece));
    Some(Dateline { year, month, day: day.filter(|_| dash)?, end: head[end - 1].end })
}

/// The date of a line that says where and when something was released, and no more: "Oeiras, Portugal, 21 June 2024".
pub(crate) fn imprint(line: &str) -> Option<Date> {
    const LONGEST: usize = 8;
    // Nearly every sentence ends in a mark, and no imprint does.
    if !line.trim_end().ends_with(char::is_alphanumeric) {
        return None;
    }
    let all: Vec<Piece> = pieces(line).take(LONGEST + 1).collect();
    let at = (1..all.len()).find(|&at| all[at - 1].tail == "," && date_at(&all, at).is_some())?;
    let placed = all[..at].iter().all(|piece| piece.word.starts_with(char::is_uppercase));
    let (end, year, month, day) = date_at(&all, at)?;
    let whole = end == all.len() && end <= LONGEST && all[end - 1].tail.is_empty();
    Date::from_day(year?, month, day?).filter(|_| placed && whole)
}

/// Whether a line may hold a date: none is written in words alone.
fn has_digit(line: &str) -> bool {
    line.bytes().any(|b| b.is_ascii_digit())
}

fn is_dash(piece: &Piece) -> bool {
    piece.word.is_empty() && matches!(piece.tail, "-" | "--" | "–" | "—" | "\u{2014}:")
}

/// The year that brings a month nearest to a date.
fn year_near(date: Date, month: u8) -> i32 {
    let Some(now) = date.month() else { return date.year() };
    match i32::from(month) - i32::from(now) {
        7.. => date.year() - 1,
        ..=-7 => date.year() + 1,
        _ => date.year(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Blank lines part blocks; a block without a full stop is a heading.
    fn declared(text: &str) -> Option<String> {
        let mut blocks = Vec::new();
        let mut start = 0;
        for part in text.split("\n\n") {
            let kind = if part.ends_with('.') { BlockKind::Paragraph } else { BlockKind::Heading };
            blocks.push(Block { kind, range: start..start + part.len() });
            start += part.len() + 2;
        }
        declared_date(text, &blocks).map(|date| date.to_string())
    }

    #[test]
    fn a_header_line_declares() {
        for (text, date) in [
            (
                "FOREIGN MINISTRY\nPress release\nHelsinki, 4 April 2023\n\nFinland joined NATO today.",
                "2023-04-04",
            ),
            ("WEEKLY NOTES: THE WEEK TO 19 MAY 2023\n\nThe G7 met.", "2023-05-19"),
            ("STRATEGY PAPER 9 | MARCH 2022\n\n1. Why now?", "2022-03"),
            ("Date: 2021-09-15\n\nThree leaders spoke.", "2021-09-15"),
            ("Published on July 11, 2023 by the press office\n\nAllies gathered.", "2023-07-11"),
            ("Who pays?\nOccasional Paper 3, March 2021\n\nEverybody.", "2021-03"),
            ("Annual report of the Baltic Desk, 2021\n\nThe year was calm.", "2021"),
            (
                "DESPATCHES: STORIES OF 2019\n\nLONDON, 3 December - Leaders met.\n\nPARIS, 9 December - Four met.",
                "2019",
            ),
            ("Vilnius Summit Communiqué, 11-12 July 2023\n\nWe met.", "2023-07-12"),
            ("THE COURIER\nNo. 7 | 3 May 2022 | Free\n\nNews.", "2022-05-03"),
        ] {
            assert_eq!(declared(text).as_deref(), Some(date), "{text}");
        }
    }

    #[test]
    fn a_dateline_declares() {
        let story = "HELSINKI, April 4 (Reuters) - Finland joined the alliance on Tuesday.";
        assert_eq!(declared(&format!("Finland joins\n\n{story}")), None);
        assert_eq!(declared(&format!("World desk, April 2023\n\n{story}")).as_deref(), Some("2023-04-04"));
        let full = "Tallinn, Estonia, 2 June 2021 – The centre opened its doors.";
        assert_eq!(declared(full).as_deref(), Some("2021-06-02"));
    }

    #[test]
    fn a_closing_line_declares() {
        let text =
            "Joint statement\n\nThe two sides agreed to meet again.\n\nDone at Lisbon, 13 December 2007";
        assert_eq!(declared(text).as_deref(), Some("2007-12-13"));
    }

    #[test]
    fn prose_and_titles_do_not_declare() {
        for text in [
            "NATO after 2022\n\nFinland applied on 18 May 2022.",
            "Ukraine since February 2022\n\nMuch has changed.",
            "The Union was founded on 1 November 1993.",
            "From Rome to Lisbon\n\nSix states signed a treaty in Rome on 25 March 1957 and others followed them.",
            "After the 2008 Bucharest Summit\n\nGeorgia waited.",
            "",
        ] {
            assert_eq!(declared(text), None, "{text}");
        }
    }

    #[test]
    fn an_imprint_is_places_and_a_day() {
        let day = |line| imprint(line).map(|date| date.to_string());
        assert_eq!(day("Oeiras, Portugal, 21 June 2024").as_deref(), Some("2024-06-21"));
        assert_eq!(day("Darwin, July 12, 2024").as_deref(), Some("2024-07-12"));
        for line in [
            "Darwin, July 2024",
            "Signed in Lisbon, 13 December 2007",
            "21 June 2024",
            "Oslo, 3 May 2021, noon",
        ] {
            assert_eq!(day(line), None, "{line}");
        }
    }

    #[test]
    fn a_dateline_ends_where_its_date_ends() {
        let line = dateline("KAMPALA, Uganda, 19 January - Leaders met.").unwrap();
        assert_eq!(line, Dateline { year: None, month: 1, day: 19, end: 27 });
        assert_eq!(dateline("In Kampala, 19 January was a Friday."), None);
        assert_eq!(dateline("é".repeat(200).as_str()), None);
    }
}
