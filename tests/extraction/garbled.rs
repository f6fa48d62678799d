//! Prose that is none: cut, spliced and shuffled sentences, as broken files and bad recognition of print give them. Whatever
//! it is, it is read to the end, and what is read out of it stands in it.

use super::{RESOURCES, said};
use legation::extract::explain;
use legation::graph::check_evidence;
use legation::source::text;
use std::fs;
use std::path::Path;

/// How many documents are made.
const DOCUMENTS: usize = 1500;

/// Marks and words that turn a sentence into another.
const STRAY: [&str; 14] =
    [",", "(", ")", "\"", "-", "–", ";", ":", "of", "and", "the", "which", "them", "\u{ad}\u{feff}É🙂"];

/// Numbers without rhyme or reason, the same in every run (Knuth's MMIX generator).
struct Dice(u64);

impl Dice {
    /// A number below `sides`; 0 where there are none.
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides.max(1)
    }

    fn pick<'a, T: ?Sized>(&mut self, items: &[&'a T]) -> &'a T {
        items[self.roll(items.len())]
    }
}

/// All paragraphs of the texts that come with the tests.
fn paragraphs() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("texts").map(|file| file.expect("a file").path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    assert!(!files.is_empty(), "there are texts to garble");
    let texts = files.iter().map(|file| fs::read_to_string(file).expect("a text"));
    texts.flat_map(|text| text.split("\n\n").map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// One sentence made of others.
fn garbled(dice: &mut Dice, sentences: &[&str], words: &[&str]) -> String {
    let one: Vec<&str> = dice.pick(sentences).split(' ').collect();
    let other: Vec<&str> = dice.pick(sentences).split(' ').collect();
    let cut = dice.roll(one.len() + 1);
    match dice.roll(7) {
        0 => one[..cut].join(" "),
        1 => one[cut..].join(" "),
        2 => [&one[..cut], &other[dice.roll(other.len())..]].concat().join(" "),
        3 => [&one[..cut], &[dice.pick(&STRAY)], &one[cut..]].concat().join(" "),
        4 => (0..one.len()).map(|_| dice.pick(&one)).collect::<Vec<_>>().join(" "),
        5 => (0..=dice.roll(20)).map(|_| dice.pick(words)).collect::<Vec<_>>().join(" "),
        _ => one.join(" ").to_uppercase(),
    }
}

#[test]
fn what_is_no_prose_is_read_to_the_end() {
    let paragraphs = paragraphs();
    let sentences: Vec<&str> = paragraphs.iter().flat_map(|p| p.split_inclusive(". ")).collect();
    let words: Vec<&str> = paragraphs.iter().flat_map(|p| p.split_whitespace()).collect();
    let mut dice = Dice(3);
    let mut statements = 0;
    for number in 0..DOCUMENTS {
        let lines: Vec<String> =
            (0..=dice.roll(20)).map(|_| garbled(&mut dice, &sentences, &words)).collect();
        let content = lines.join(dice.pick(&[" ", "\n", "\n\n", "\n- ", ".\n\n# "]));
        let read = text::read("garbled.txt", content.clone().into_bytes(), &text::Options::default());
        let Ok(document) = read else { panic!("document {number} does not read:\n{content}") };
        let (graph, _) = explain(&document, &RESOURCES, legation::vocabulary::DEFAULT_BASE);
        check_evidence(&graph.statements, &graph.documents[0].id, &document.raw)
            .expect("quotes stand in the text");
        statements += graph.statements.len();
    }
    assert!(statements > DOCUMENTS, "something is still said in them: {statements}");
}

#[test]
fn words_that_stand_for_each_other_stand_for_nobody() {
    for text in ["seven countries, and them, founded", "two men and IT WAS", "three juntas concluded : they"]
    {
        assert!(said(text).is_empty(), "{text}");
    }
}
