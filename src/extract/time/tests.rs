//! What expressions mean where they stand.

use super::{Dates, Kind, Relation, TimeExpression, resolve};
use crate::language::{EntityTag, Sentence, Tag, Token};
use crate::source::BlockKind;
use std::ops::Range;

/// Words, numbers and single marks of a stretch of text; hyphens and apostrophes stay inside words.
fn tokens(text: &str, range: Range<usize>) -> Vec<Token> {
    let inner = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '–');
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for (at, c) in text[range.clone()].char_indices() {
        let at = at + range.start;
        let word = inner(c) && (c.is_alphanumeric() || open);
        match out.last_mut() {
            Some(last) if open && word => last.end = at + c.len_utf8(),
            _ if !c.is_whitespace() => out.push(at..at + c.len_utf8()),
            _ => {}
        }
        open = word;
    }
    out.into_iter().map(|range| Token { range, tag: Tag(0), entity: EntityTag::Outside }).collect()
}

/// Blocks parted by blank lines; `# ` begins a heading, `- ` a list item, `^ ` a note. A sentence ends at a stop before
/// a capital.
pub(super) fn sentences(text: &str) -> Vec<(BlockKind, Sentence)> {
    let mut out = Vec::new();
    let mut at = 0;
    for block in text.split("\n\n") {
        let kind = match block.as_bytes().first() {
            _ if !block.is_char_boundary(2) => BlockKind::Paragraph,
            Some(b'#') => BlockKind::Heading,
            Some(b'-' | b'*') => BlockKind::ListItem,
            Some(b'^') => BlockKind::Note,
            _ => BlockKind::Paragraph,
        };
        let skip = if kind == BlockKind::Paragraph { 0 } else { block.len().min(2) };
        let end = at + block.len();
        let mut start = at + skip;
        for (stop, _) in text[start..end].match_indices(". ").map(|(i, m)| (i + at + skip, m)) {
            if text[stop + 2..].starts_with(char::is_uppercase) && stop > start + 12 {
                out.push((kind, start..stop + 1));
                start = stop + 2;
            }
        }
        out.push((kind, start..end));
        at = end + 2;
    }
    let sentence = |range: Range<usize>| Sentence { tokens: tokens(text, range.clone()), range };
    out.into_iter().filter(|(_, r)| !r.is_empty()).map(|(kind, range)| (kind, sentence(range))).collect()
}

fn expressions(text: &str, document: &str) -> Vec<(String, TimeExpression)> {
    let sentences = sentences(text);
    let found = resolve(text, &sentences, document.parse().ok());
    let spell = |s: &Sentence, e: &TimeExpression| {
        text[s.tokens[e.tokens.start].range.start..s.tokens[e.tokens.end - 1].range.end].to_owned()
    };
    sentences
        .iter()
        .zip(found)
        .flat_map(|((_, s), f)| f.into_iter().map(move |e| (spell(s, &e), e)))
        .collect()
}

/// Every expression of the text with its value, `-` where it has none.
fn values(text: &str, document: &str) -> Vec<String> {
    let value = |e: &TimeExpression| e.value.map_or("-".to_owned(), |value| value.to_string());
    expressions(text, document).iter().map(|(said, e)| format!("{said} = {}", value(e))).collect()
}

/// Checks the values of the expressions of texts, each given with the document's date (or none).
fn check(cases: &[(&str, &str, &[&str])]) {
    let got: Vec<_> = cases.iter().map(|(document, text, _)| (*text, values(text, document))).collect();
    let expected: Vec<_> = cases
        .iter()
        .map(|(_, text, expected)| (*text, expected.iter().map(ToString::to_string).collect()))
        .collect();
    for (got, expected) in got.iter().zip(&expected).filter(|(a, b)| a != b) {
        println!("{got:?}\n{expected:?}");
    }
    assert_eq!(got, expected);
}

#[test]
fn dates_in_full_or_in_part() {
    check(&[
        ("", "Finland joined on 4 April 2023.", &["4 April 2023 = 2023-04-04"]),
        ("", "Finland joined on April 4, 2023, in Brussels.", &["April 4, 2023 = 2023-04-04"]),
        ("", "They met on Tuesday, 4 April 2023.", &["Tuesday, 4 April 2023 = 2023-04-04"]),
        ("", "It was signed on the 4th of April 1949.", &["the 4th of April 1949 = 1949-04-04"]),
        ("", "Signed 2023-04-04 in Brussels.", &["2023-04-04 = 2023-04-04"]),
        ("", "In July 2023 they met.", &["July 2023 = 2023-07"]),
        ("", "In Sept. 2001 the clause was invoked.", &["Sept. 2001 = 2001-09"]),
        ("", "Sweden applied in 2022.", &["2022 = 2022"]),
        ("", "The office opened in mid-2019.", &["mid-2019 = 2019"]),
        (
            "",
            "Talks began in early 2020 and ended in late June 2021.",
            &["early 2020 = 2020", "late June 2021 = 2021-06"],
        ),
        ("", "At the end of 2023 the force left.", &["the end of 2023 = 2023"]),
        (
            "",
            "In the spring of 2021 armies massed; in autumn 2021 again.",
            &["the spring of 2021 = 2021", "autumn 2021 = 2021"],
        ),
        ("", "In the first half of 2024 Belgium presided.", &["the first half of 2024 = 2024-01/2024-06"]),
        (
            "",
            "The council met in the third quarter of 2022.",
            &["the third quarter of 2022 = 2022-07/2022-09"],
        ),
        ("", "The bloc grew in the 1990s.", &["1990s = -"]),
        ("", "They met on 30 February 2023.", &["30 February 2023 = -"]),
    ]);
}

#[test]
fn spans() {
    check(&[
        ("", "Leaders met from 11 to 12 July 2023.", &["11 to 12 July 2023 = 2023-07-11/2023-07-12"]),
        (
            "",
            "The drill ran from 27 June to 1 August 2024.",
            &["27 June to 1 August 2024 = 2024-06-27/2024-08-01"],
        ),
        ("", "On 19 and 20 May 2023 they met.", &["19 and 20 May 2023 = 2023-05-19/2023-05-20"]),
        ("", "They met on 3 and 17 June 2021.", &["3 = 2021-06-03", "17 June 2021 = 2021-06-17"]),
        (
            "",
            "They met on 3, 5 and 9 June 2021.",
            &["3 = 2021-06-03", "5 = 2021-06-05", "9 June 2021 = 2021-06-09"],
        ),
        ("", "The G7 met on June 13-15, 2024, in Apulia.", &["June 13-15, 2024 = 2024-06-13/2024-06-15"]),
        ("", "The G7 met on 13–15 June 2024 in Apulia.", &["13–15 June 2024 = 2024-06-13/2024-06-15"]),
        ("", "He served from 2009 to 2014 there.", &["2009 to 2014 = 2009/2014"]),
        ("", "Secretary general (2009-2014) of the alliance.", &["2009-2014 = 2009/2014"]),
        ("", "Between 2014 and 2022 talks went on.", &["2014 and 2022 = 2014/2022"]),
        (
            "",
            "Talks of 2014–15 failed; those in 2018/19 too.",
            &["2014–15 = 2014/2015", "2018/19 = 2018/2019"],
        ),
        (
            "",
            "He served from April 1, 1993, to May 15, 1994, there.",
            &["April 1, 1993, to May 15, 1994 = 1993-04-01/1994-05-15"],
        ),
        ("", "He ruled for the period 2003 to 2007.", &["2003 to 2007 = 2003/2007"]),
        ("", "He won the 2010 and 2015 elections.", &["2010 = 2010", "2015 = 2015"]),
        ("", "It has met since at least 1997.", &["at least 1997 = 1997/.."]),
        (
            "",
            "In 1990 it fell, and for three years after that it waited.",
            &["1990 = 1990", "three years after that = -"],
        ),
        ("", "He was there in 2010-12.", &["2010-12 = 2010/2012"]),
        ("", "From March 2020 until May 2021 it was shut.", &["March 2020 until May 2021 = 2020-03/2021-05"]),
        ("", "Held from December to February 2022.", &["December to February 2022 = 2021-12/2022-02"]),
        ("", "It sat in May and June 2019.", &["May and June 2019 = 2019-05/2019-06"]),
        (
            "",
            "It sat on 3 May and again on 7 June 2021.",
            &["3 May = 2021-05-03", "7 June 2021 = 2021-06-07"],
        ),
    ]);
}

#[test]
fn counted_from_what_was_said() {
    check(&[
        (
            "",
            "In May 2022 both applied; the following month Ankara objected.",
            &["May 2022 = 2022-05", "the following month = 2022-06"],
        ),
        (
            "",
            "On 24 February 2022 war broke out. The next day the council met. Two days later it met again.",
            &["24 February 2022 = 2022-02-24", "The next day = 2022-02-25", "Two days later = 2022-02-27"],
        ),
        (
            "",
            "On 7 May 2015 they met. The same day they signed.",
            &["7 May 2015 = 2015-05-07", "The same day = 2015-05-07"],
        ),
        (
            "",
            "She came in 2015. In October of that year she left.",
            &["2015 = 2015", "October of that year = 2015-10"],
        ),
        (
            "",
            "He came on 2 May 2015 and left in June of the following year.",
            &["2 May 2015 = 2015-05-02", "June of the following year = 2016-06"],
        ),
        (
            "",
            "He came on 2 May 2015. That August he left.",
            &["2 May 2015 = 2015-05-02", "That August = 2015-08"],
        ),
        (
            "",
            "The pact of May 2003 followed talks the previous September.",
            &["May 2003 = 2003-05", "the previous September = 2002-09"],
        ),
        (
            "",
            "Croatia joined in 2013. Five years earlier it had been invited.",
            &["2013 = 2013", "Five years earlier = 2008"],
        ),
        (
            "",
            "Spain joined on 30 May 1982; a year before that it had applied.",
            &["30 May 1982 = 1982-05-30", "a year before that = 1981"],
        ),
        (
            "",
            "They met on 12 May 2019 and, on the 25th, in Rome.",
            &["12 May 2019 = 2019-05-12", "the 25th = 2019-05-25"],
        ),
        (
            "",
            "Held from 11 to 13 May 2019. On the opening day he spoke, on the final day she did.",
            &[
                "11 to 13 May 2019 = 2019-05-11/2019-05-13",
                "the opening day = 2019-05-11",
                "the final day = 2019-05-13",
            ],
        ),
        (
            "",
            "On 3 May 2019 a ship called. Twenty-two days later it left.",
            &["3 May 2019 = 2019-05-03", "Twenty-two days later = 2019-05-25"],
        ),
        (
            "",
            "On 3 May 2019 a ship called. A week later it left.",
            &["3 May 2019 = 2019-05-03", "A week later = 2019-05-10"],
        ),
        (
            "",
            "On 3 May 2019 a ship called. The following week it left.",
            &["3 May 2019 = 2019-05-03", "The following week = 2019-05-06/2019-05-12"],
        ),
        (
            "",
            "On 3 May 2019 a ship called. Weeks later it left.",
            &["3 May 2019 = 2019-05-03", "Weeks later = -"],
        ),
        (
            "",
            "On 3 May 2019 a ship called. Almost two months later it left.",
            &["3 May 2019 = 2019-05-03", "two months later = -"],
        ),
        ("", "Two days later they met.", &["Two days later = -"]),
    ]);
}

#[test]
fn counted_from_what_was_named() {
    check(&[
        ("", "War began in 1950. Two days later they met.", &["1950 = 1950", "Two days later = -"]),
        (
            "",
            "In 1999 Poland joined, and Latvia five years after Poland.",
            &["1999 = 1999", "five years after = 2004"],
        ),
        (
            "",
            "The pact was signed on 4 May 1951. A year after its signature it lapsed.",
            &["4 May 1951 = 1951-05-04", "A year after = 1952"],
        ),
        (
            "",
            "Two days after the vote of 3 May 2011 he left.",
            &["Two days after = 2011-05-05", "3 May 2011 = 2011-05-03"],
        ),
        ("", "A month after the coup he left.", &["A month after = -"]),
        (
            "",
            "In September 2021 three allies met. Since then they have met often.",
            &["September 2021 = 2021-09", "then = 2021-09/.."],
        ),
    ]);
}

#[test]
fn a_year_left_out_is_that_of_the_narrative() {
    check(&[
        (
            "",
            "In August 2019 he flew to Canberra. In November he was in Seoul.",
            &["August 2019 = 2019-08", "November = 2019-11"],
        ),
        (
            "",
            "In August 2019 he flew to Canberra. In February he was in Seoul.",
            &["August 2019 = 2019-08", "February = 2020-02"],
        ),
        (
            "",
            "In August 2019 he flew to Canberra. He had been in Seoul in February.",
            &["August 2019 = 2019-08", "February = 2019-02"],
        ),
        ("", "In May they met.", &["May = -"]),
        ("", "# The war of 1967\n\nIn May Cairo closed the straits.", &["1967 = 1967", "May = 1967-05"]),
        (
            "2024-06-28",
            "The accord signed in March 2019 was dropped in July.",
            &["March 2019 = 2019-03", "July = 2019-07"],
        ),
        (
            "2024-06-28",
            "An ally since 1999, it sent troops in March.",
            &["1999 = 1999/..", "March = 2024-03"],
        ),
        ("2024", "They met in March.", &["March = 2024-03"]),
    ]);
}

#[test]
fn seen_from_the_day_of_writing() {
    let friday = "2024-06-28";
    check(&[
        (friday, "They met on 19 June.", &["19 June = 2024-06-19"]),
        (friday, "They met in October.", &["October = 2023-10"]),
        (friday, "They will meet in October.", &["October = 2024-10"]),
        (friday, "They will meet in February.", &["February = 2025-02"]),
        (friday, "They met on Friday.", &["Friday = 2024-06-28"]),
        (friday, "They met on Monday and Tuesday.", &["Monday and Tuesday = 2024-06-24/2024-06-25"]),
        (friday, "They are to meet on Monday.", &["Monday = 2024-07-01"]),
        (friday, "They met last Friday.", &["last Friday = 2024-06-21"]),
        (friday, "They met last month, and last year.", &["last month = 2024-05", "last year = 2023"]),
        (
            friday,
            "They will meet early next month and next year.",
            &["early next month = 2024-07", "next year = 2025"],
        ),
        (
            friday,
            "They met yesterday and two days ago.",
            &["yesterday = 2024-06-27", "two days ago = 2024-06-26"],
        ),
        (friday, "They met last week.", &["last week = 2024-06-17/2024-06-23"]),
        (friday, "They met at the weekend.", &["the weekend = 2024-06-22/2024-06-23"]),
        (friday, "They met last May.", &["last May = 2024-05"]),
        (friday, "They met this past March.", &["this past March = 2024-03"]),
        (friday, "They met the day before yesterday.", &["the day before yesterday = 2024-06-26"]),
        (friday, "They met earlier this year.", &["earlier this year = 2024"]),
        (friday, "The ministers met today.", &["today = 2024-06-28"]),
        (friday, "She leads today the agency.", &["today = -"]),
        ("2024-06", "They met on Friday.", &["Friday = -"]),
        ("", "They met last month.", &["last month = -"]),
        (
            "2024",
            "KYIV, 9 July - Leaders met on Monday.\n\nROME, 2 May - They met yesterday.",
            &["9 July = 2024-07-09", "Monday = 2024-07-08", "2 May = 2024-05-02", "yesterday = 2024-05-01"],
        ),
        (
            friday,
            "- It met on 3 May 2019.\n\n- A ship called two days earlier.",
            &["3 May 2019 = 2019-05-03", "two days earlier = 2024-06-26"],
        ),
    ]);
}

#[test]
fn a_line_break_begins_a_block() {
    let text = "OSLO, 9 July - They met on Monday.\nROME, 2 May - They met yesterday.";
    let cut = text.find('\n').unwrap();
    let sentence =
        |range: Range<usize>| (BlockKind::Paragraph, Sentence { tokens: tokens(text, range.clone()), range });
    let found = resolve(text, &[sentence(0..cut), sentence(cut + 1..text.len())], "2024".parse().ok());
    let values: Vec<_> = found.iter().flatten().map(|e| e.value.unwrap().to_string()).collect();
    assert_eq!(values, ["2024-07-09", "2024-07-08", "2024-05-02", "2024-05-01"]);
}

#[test]
fn what_is_no_date() {
    for text in [
        "The ship sailed 100 km in 22 years.",
        "An eight-day tour of five states.",
        "The 14th package hit Article 5 of it.",
        "Some 5,000 troops, 2000 soldiers and 1500 people came.",
        "See page 2019, Resolution 1973 and flight 2020.",
        "The 19-year-old may march on the 25th anniversary.",
        "Theresa May and April Glaspie spoke.",
        "The Good Friday Agreement and Agenda 2030 hold.",
        "It cost 2015 dollars. The plan is due in two phases.",
        "They may meet after two days of talks.",
        "He said that year after year it grew.",
        "A 2000 year old custom kept every Friday.",
        "From the 16th to the 18th centuries it traded.",
    ] {
        assert_eq!(values(text, "2024-06-28"), [""; 0], "{text}");
    }
    assert_eq!(values("^ Interview, 3 May 2024.", "2024-06-28"), [""; 0]);
}

#[test]
fn prepositions_bound() {
    let relation = |text: &str| {
        let found = expressions(text, "2024-06-28");
        let (_, e) = found.first().unwrap();
        (e.relation, e.value.unwrap().to_string())
    };
    for (text, expected, value) in [
        ("Held since 1994.", Relation::Since, "1994/.."),
        ("Ambassador from 2020, she left.", Relation::Since, "2020/.."),
        ("Starting in 2019, they met.", Relation::Since, "2019/.."),
        ("Minister until March.", Relation::Until, "../2024-03"),
        ("Built by 1999.", Relation::Before, "1999"),
        ("The feud goes back to 1989.", Relation::At, "1989"),
        ("Shut after May 2003.", Relation::After, "2003-05"),
        ("Closed during 2020.", Relation::During, "2020"),
        ("Its charter dates from 1945.", Relation::At, "1945"),
        ("As early as 2012, they signed.", Relation::At, "2012"),
        ("His first trip there since 2000.", Relation::LastTime, "2000"),
        ("The largest drill since 1988 began.", Relation::LastTime, "1988"),
        ("From 3 to 5 May 2021 they met.", Relation::Span, "2021-05-03/2021-05-05"),
    ] {
        assert_eq!(relation(text), (expected, value.to_owned()), "{text}");
    }
}

#[test]
fn kinds() {
    for (text, kind) in [
        ("They signed the 2019 agreement.", Kind::Modifier),
        ("The 2008 Bucharest Summit met.", Kind::Modifier),
        ("The 2008 Bucharest and 2022 Madrid Summits met.", Kind::Modifier),
        ("On a May 2019 visit she spoke.", Kind::Modifier),
        ("Thursday's summit failed.", Kind::Modifier),
        ("Japan hosted Malabar 2022 there.", Kind::Name),
        ("It met in 2022.", Kind::Explicit),
        ("It met a year ago.", Kind::Relative),
        ("OSLO, 3 May - It met.", Kind::Dateline),
    ] {
        assert_eq!(expressions(text, "2024-06-28")[0].1.kind, kind, "{text}");
    }
}

#[test]
fn what_follows_after_may_be_what_is_dated() {
    let text = "On 12 May 2010, three days after the crew was freed, the port reopened.";
    let found = expressions(text, "");
    assert_eq!(found[1].1.value.unwrap().to_string(), "2010-05-09");
    assert_eq!(found[1].1.dates, Dates::Complement(8));
    assert_eq!(found[0].1.dates, Dates::Clause);
}

#[test]
fn odd_input_is_survived() {
    for text in [
        "",
        "-",
        "2019-",
        "the",
        "May",
        "'s",
        "two",
        "of that",
        "31 and 31 and 31 May",
        "9999 years later",
        "–––",
        "the following",
        "on the",
        "3,",
        "999 decades earlier in 1600",
        "Monday to",
        "since",
        "June 31-",
        "é–2019–é",
    ] {
        let _ = values(text, "2024-06-28");
        let _ = values(&format!("In May 1500 {text}"), "");
    }
}
