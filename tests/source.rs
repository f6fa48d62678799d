//! Reading documents: what repair makes of a text, and that every stretch of it can be found again in the text as read.

use legation::source::text::{Options, read};
use legation::source::{BlockKind, Document, files};
use std::fs;

fn document(name: &str, text: &str) -> Document {
    read(name, text.as_bytes().to_vec(), &Options::default()).expect("a readable text")
}

/// Kind and text of every block.
fn blocks(document: &Document) -> Vec<(BlockKind, &str)> {
    document.blocks.iter().map(|b| (b.kind, &document.text[b.range.clone()])).collect()
}

/// Texts of the blocks of one kind.
fn of_kind(document: &Document, kind: BlockKind) -> Vec<&str> {
    blocks(document).into_iter().filter(|(k, _)| *k == kind).map(|(_, text)| text).collect()
}

const REPORT: &str = "\
NORTHERN PAPERS 6  |  MAY 2010


2.  From Rivals to Neigh\u{ad}bours

On 27 April 2010 the Prime Minister of Norway, Jens Stoltenberg, and the
President of Russia, Dmitry Medvedev, announced in Oslo that the two coun-
tries had settled their dispute.¹  The treaty was signed in Murmansk on
15 September 2010;  it was prepared by Jonas Gahr Støre, the foreign min-
ister, and by his Russian counterpart, Sergey Lavrov.[2] Trade across the Asia-
Pacific was not touched, and the text, which had been

NORTHERN PAPERS 6  |  THE BARENTS SEA                                    11

¹  Office of the Prime Minister, press statement.
Second line of the note.

under negotiation for forty years, entered into force on 7 July 2011.

NORTHERN PAPERS 6  |  THE BARENTS SEA                                    12

²  Ibid.
";

#[test]
fn the_traces_of_pages_are_repaired() {
    let document = document("report.txt", REPORT);
    assert_eq!(
        blocks(&document),
        [
            (BlockKind::Heading, "NORTHERN PAPERS 6 | MAY 2010"),
            (BlockKind::Heading, "2. From Rivals to Neighbours"),
            (
                BlockKind::Paragraph,
                "On 27 April 2010 the Prime Minister of Norway, Jens Stoltenberg, and the President of Russia, Dmitry \
             Medvedev, announced in Oslo that the two countries had settled their dispute. The treaty was signed in \
             Murmansk on 15 September 2010; it was prepared by Jonas Gahr Støre, the foreign minister, and by his \
             Russian counterpart, Sergey Lavrov. Trade across the Asia-Pacific was not touched, and the text, which \
             had been under negotiation for forty years, entered into force on 7 July 2011."
            ),
            (BlockKind::Note, "¹ Office of the Prime Minister, press statement. Second line of the note."),
            (BlockKind::Note, "² Ibid."),
        ]
    );
    assert_eq!(document.title.as_deref(), Some("2. From Rivals to Neighbours"));
}

#[test]
fn evidence_quotes_the_text_as_read() {
    let document = document("report.txt", REPORT);
    let at = document.text.find("two countries").unwrap();
    let span = document.raw_span(at..at + "two countries had settled their dispute".len());
    assert_eq!(span.quote, "two coun-\ntries had settled their dispute");
    let points: Vec<char> = document.raw.chars().collect();
    assert_eq!(points[span.start..span.end].iter().collect::<String>(), span.quote);
}

#[test]
fn a_byte_order_mark_counts_as_a_character_of_the_text_as_read() {
    let document = document("bom.txt", "\u{feff}Oslo is far.\r\nIt is cold.\r\n");
    assert_eq!(document.text, "Oslo is far. It is cold.");
    let span = document.raw_span(0..4);
    assert_eq!((span.start, span.end, span.quote), (1, 5, "Oslo"));
}

#[test]
fn a_sentence_broken_over_a_page_is_joined_round_notes_lists_and_form_feeds() {
    let broken = document(
        "a.txt",
        "The envoy, who had been expected in June, left for the\n\n* A. Lind is a researcher in Oslo.\n\ncapital at once.\n",
    );
    assert_eq!(
        of_kind(&broken, BlockKind::Paragraph),
        ["The envoy, who had been expected in June, left for the capital at once."]
    );
    assert_eq!(of_kind(&broken, BlockKind::ListItem), ["A. Lind is a researcher in Oslo."]);
    let fed = document(
        "b.txt",
        "Before the delegation could even leave the city on 3 May, President\n\u{c}Niinistö called.\n",
    );
    assert_eq!(of_kind(&fed, BlockKind::Paragraph).len(), 1);
}

#[test]
fn separate_paragraphs_stay_separate() {
    let document = document(
        "a.txt",
        "They met in Oslo.\n\nLater they parted.\n\nThe members are:\n- Iceland\n- Norway\n",
    );
    assert_eq!(of_kind(&document, BlockKind::Paragraph).len(), 3);
    assert_eq!(of_kind(&document, BlockKind::ListItem), ["Iceland", "Norway"]);
}

#[test]
fn ligatures_and_wide_spaces_are_read_and_quoted_whole() {
    let document = document("a.txt", "The o\u{fb03}ce of\u{a0}\u{a0}Finland\u{200b} de\u{fb01}ned it.");
    assert_eq!(document.text, "The office of Finland defined it.");
    let at = document.text.find("ice of").unwrap();
    assert_eq!(document.raw_span(at..at + 6).quote, "\u{fb03}ce of");
}

#[test]
fn markdown_loses_its_markup() {
    let text = "---\ntitle: \"North & South\"\ndate: 2021-05\n---\n\n# Visits\n\n**Finland** and [Sweden](https://example.org) met in \
                `Turku`[^1] &amp;\nwent *home*<sup>2</sup>.\n\n- Norway\n  stayed\n- Iceland\n\n```\ncode\n```\n\n\
                | a | b |\n|---|---|\n| Oslo | 3 |\n\n[^1]: A note.\n";
    let document = document("a.md", text);
    assert_eq!(document.title.as_deref(), Some("North & South"));
    assert_eq!(document.date.as_deref(), Some("2021-05"));
    assert_eq!(
        blocks(&document),
        [
            (BlockKind::Heading, "Visits"),
            (BlockKind::Paragraph, "Finland and Sweden met in Turku & went home."),
            (BlockKind::ListItem, "Norway stayed"),
            (BlockKind::ListItem, "Iceland"),
            (BlockKind::Note, "code"),
            (BlockKind::Note, "a; b;"),
            (BlockKind::ListItem, "Oslo; 3;"),
            (BlockKind::Note, "A note."),
        ]
    );
    assert_eq!(
        document.raw_span(document.text.find("Finland").unwrap()..document.text.find(" met").unwrap()).quote,
        "Finland** and [Sweden"
    );
}

#[test]
fn an_empty_file_is_an_empty_document() {
    for empty in ["", "\n \n", "\u{feff}"] {
        let document = document("a.txt", empty);
        assert!(document.text.is_empty() && document.blocks.is_empty() && document.title.is_none());
    }
}

#[test]
fn ids_tell_contents_apart_and_nothing_else() {
    let id = |name: &str, text: &str| document(name, text).id;
    assert_eq!(id("some/Annual Report (2).txt", "x"), id("annual-report-2.md", "x"));
    assert_eq!(id("a.txt", "x\r\ny"), id("a.txt", "x\ny"));
    assert_ne!(id("a.txt", "x"), id("a.txt", "y"));
    assert!(id("年.txt", "x").starts_with("document-"));
}

/// Numbers that only look random.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % sides
    }
}

/// Parts that repair has a rule for, and some that it has none for.
const PARTS: &[&str] = &[
    "Finland",
    "the lat-\nter",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\u{c}",
    "¹",
    "²,³",
    "[12]",
    ".4 ",
    "*",
    "- ",
    "1. ",
    "7\n",
    "\u{feff}",
    "\u{a0}",
    "\u{ad}\n",
    "\u{fb01}",
    "km²",
    "é",
    "🙂",
    "\u{200b}",
    "<https://a.b/c>",
    "# ",
    "> ",
    "`",
    "&amp;",
    "[a](b)",
    "| c |",
    "---\n",
    "PAPER | 4",
    "    5\n",
    "Asia-\nPacific",
    "\t",
    "(a) ",
    ", ",
    ". ",
    "\u{301}",
];

#[test]
fn every_stretch_of_every_block_is_found_again() {
    let mut dice = Dice(7);
    for round in 0..4000 {
        let text: String = (0..dice.roll(60)).map(|_| PARTS[dice.roll(PARTS.len())]).collect();
        check(&document(["a.txt", "a.md"][round % 2], &text), &mut dice);
    }
}

/// Blocks are in order and trimmed, and words of a block are quoted as they stand in the text as read.
fn check(document: &Document, dice: &mut Dice) {
    let points: Vec<char> = document.raw.chars().collect();
    let mut end = 0;
    for block in &document.blocks {
        let text = &document.text[block.range.clone()];
        assert!(block.range.start >= end && !text.is_empty() && text == text.trim(), "{:?}", document.raw);
        end = block.range.end;
        let bounds: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
        let (a, b) = (bounds[dice.roll(bounds.len())], bounds[dice.roll(bounds.len())]);
        let (from, to) = (a.min(b), a.max(b));
        let span = document.raw_span(block.range.start + from..block.range.start + to);
        assert_eq!(points[span.start..span.end].iter().collect::<String>(), span.quote);
        assert!(reads_as(span.quote, &text[from..to]), "{:?} from {:?}", &text[from..to], span.quote);
    }
}

/// Whether `text` can be had from `quote` by leaving characters out and replacing some.
fn reads_as(quote: &str, text: &str) -> bool {
    let mut quote = quote.chars().flat_map(|c| if c == '\u{fb01}' { vec!['f', 'i'] } else { vec![c] });
    text.chars().all(|c| match c {
        '&' | ';' => true,
        ' ' => quote.any(|q| q.is_whitespace() || q == '|' || q == ';'),
        _ => quote.any(|q| q == c),
    })
}

#[test]
fn twenty_megabytes_on_one_line_take_linear_time() {
    let mut text = "Finland joined the alliance in April 2023 and talks went on.¹ ".repeat(340_000);
    text.push_str("Oslo was last.");
    let document = document("long.txt", &text);
    assert_eq!(document.blocks.len(), 1);
    let last = document.raw_span(document.text.len() - 14..document.text.len());
    assert_eq!(last.quote, "Oslo was last.");
}

#[test]
fn sources_are_found_sorted_and_once() {
    let folder = std::env::temp_dir().join(format!("legation-sources-{}", std::process::id()));
    fs::create_dir_all(folder.join("deep/.hidden")).unwrap();
    for name in ["b.txt", "a.md", "deep/c.MARKDOWN", "table.xls", "deep/.hidden/d.txt"] {
        fs::write(folder.join(name), "x").unwrap();
    }
    let name = |path: &str| folder.join(path).display().to_string();
    let names = |sources: &[String]| {
        let found = files::find(sources).unwrap();
        (found.inputs.iter().map(files::Input::name).collect::<Vec<_>>(), found.skipped)
    };
    let all = vec![name("a.md"), name("b.txt"), name("deep/c.MARKDOWN")];
    assert_eq!(names(&[name("")]), (all, vec![folder.join("table.xls")]));
    assert_eq!(
        names(&[name("b.txt"), name("*.md"), name("./b.txt"), "-".into()]).0,
        ["stdin".to_owned(), name("a.md"), name("b.txt")]
    );
    assert_eq!(names(&[name("table.xls")]).0, [name("table.xls")]);
    for missing in ["none.txt", "*.pdf", "deep/.hidden/.."] {
        let known = missing == "deep/.hidden/..";
        assert_eq!(files::find(&[name(missing)]).is_ok(), known, "{missing}");
    }
    fs::remove_dir_all(&folder).unwrap();
}
