//! How good a model is.

use super::super::lemma::lemma;
use super::super::model::Model;
use super::super::parser::{LABELS, parse};
use super::super::token::{EntityClass, EntityTag, Tag};
use super::super::{names, tagger, tokenize};
use super::Treebank;
use super::conllu::Sentence;
use super::parser;
use crate::Error;
use std::ops::Range;
use std::path::Path;
use std::time::Instant;

/// Measures `model` on the test files in `folder`.
pub(super) fn all(model: &Model, folder: &Path, log: &mut dyn FnMut(&str)) -> Result<(), Error> {
    let silver = Treebank::read(&folder.join("silver-test.conllu"))?;
    log(&format!("silver-test: tokens {}", tokens(&silver)));
    log(&format!("silver-test: tags {:.4}", tags(model, &silver)));
    log(&format!("silver-test: entities {}", entities(model, &silver)));
    log(&format!("silver-test: raw {}", attachment(model, &silver, false)));
    log(&format!("silver-test: simplified {}", attachment(model, &silver, true)));
    log(&format!(
        "silver-test: lemmas of verbs {:.4}, nouns {:.4}",
        lemmas(&silver, &["VB"]),
        lemmas(&silver, &["NN"])
    ));
    for name in ["ewt-test.conllu", "gum-test.conllu"] {
        let bank = Treebank::read(&folder.join(name))?;
        log(&format!("{name}: tokens {}", tokens(&bank)));
        log(&format!("{name}: tags {:.4}", tags(model, &bank)));
        log(&format!("{name}: lemmas {:.4}", lemmas(&bank, &["VB", "NN"])));
    }
    log(&format!("tagging and parsing: {:.0} tokens a second", speed(model, &silver)));
    Ok(())
}

fn predicted(model: &Model, sentence: &Sentence) -> Vec<Tag> {
    tagger::tag(&sentence.words(&model.lexicon), &model.tags, &model.lexicon)
}

fn tags(model: &Model, bank: &Treebank) -> f64 {
    let right = |s: &Sentence| predicted(model, s).iter().zip(&s.tags).filter(|(a, b)| a == b).count();
    ratio(bank.sentences.iter().map(right).sum(), bank.tokens())
}

fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// Precision, recall and F1 of spans.
#[derive(Default)]
struct Counts {
    right: usize,
    found: usize,
    gold: usize,
}

impl Counts {
    fn add<T: PartialEq>(&mut self, found: &[T], gold: &[T]) {
        self.right += found.iter().filter(|span| gold.contains(span)).count();
        self.found += found.len();
        self.gold += gold.len();
    }

    fn show(&self) -> String {
        let (precision, recall) = (ratio(self.right, self.found), ratio(self.right, self.gold));
        format!("P {precision:.4} R {recall:.4} F1 {:.4}", ratio(2 * self.right, self.found + self.gold))
    }
}

fn tokens(bank: &Treebank) -> String {
    let mut counts = Counts::default();
    for sentence in &bank.sentences {
        counts.add(&tokenize::tokenize(&sentence.text, 0..sentence.text.len()), &sentence.ranges);
    }
    counts.show()
}

/// The names in a row of entity tags.
pub(super) fn spans(tags: &[EntityTag]) -> Vec<(Range<usize>, EntityClass)> {
    let mut spans: Vec<(Range<usize>, EntityClass)> = Vec::new();
    for (at, tag) in tags.iter().enumerate() {
        match tag {
            EntityTag::Begin(class) => spans.push((at..at + 1, *class)),
            EntityTag::Inside(_) => {
                if let Some((range, _)) = spans.last_mut() {
                    range.end = at + 1;
                }
            }
            EntityTag::Outside => {}
        }
    }
    spans
}

fn entities(model: &Model, bank: &Treebank) -> String {
    let mut all = Counts::default();
    let mut classes: [Counts; EntityClass::ALL.len()] = std::array::from_fn(|_| Counts::default());
    for sentence in &bank.sentences {
        let words = sentence.words(&model.lexicon);
        let found = spans(&names::tag(&words, &predicted(model, sentence), &model.names));
        let gold = spans(&sentence.entities);
        all.add(&found, &gold);
        for class in EntityClass::ALL {
            let of = |spans: &[(Range<usize>, EntityClass)]| -> Vec<_> {
                spans.iter().filter(|(_, other)| *other == class).cloned().collect()
            };
            classes[class as usize].add(&of(&found), &of(&gold));
        }
    }
    let each =
        EntityClass::ALL.iter().map(|class| format!("\n    {class:?}: {}", classes[*class as usize].show()));
    format!("{}{}", all.show(), each.collect::<String>())
}

/// UAS and LAS without punctuation.
fn attachment(model: &Model, bank: &Treebank, simplify: bool) -> String {
    let (mut all, mut headed, mut labelled) = (0, 0, 0);
    for gold in &bank.sentences {
        let read = parser::sentence(gold, &predicted(model, gold));
        let example = if simplify {
            parser::simplified(gold, &read, &parser::names(gold), &model.lexicon)
        } else {
            parser::raw(gold, &read, &model.lexicon)
        };
        let tree = parse(&example.nodes, &model.steps, &model.arcs);
        for (at, &head) in
            example.heads.iter().enumerate().filter(|(at, _)| LABELS[example.labels[*at]] != "punct")
        {
            let right = tree.heads[at].unwrap_or(at) == head;
            all += 1;
            headed += usize::from(right);
            labelled += usize::from(right && tree.labels[at] == LABELS[example.labels[at]]);
        }
    }
    format!("UAS {:.4} LAS {:.4}", ratio(headed, all), ratio(labelled, all))
}

fn speed(model: &Model, bank: &Treebank) -> f64 {
    let start = Instant::now();
    let read: usize = bank
        .sentences
        .iter()
        .map(|gold| {
            let sentences = model.read(&gold.text, 0..gold.text.len());
            let words = |sentence: &super::super::Sentence| {
                let tree =
                    model.parse(&gold.text, sentence, &super::super::simplify(&gold.text, sentence, &[]));
                tree.heads.len()
            };
            sentences.iter().map(words).sum::<usize>()
        })
        .sum();
    read as f64 / start.elapsed().as_secs_f64()
}

/// Share of lemmas right among the words whose tag begins with one of `kinds`, but for names.
fn lemmas(bank: &Treebank, kinds: &[&str]) -> f64 {
    let (mut right, mut all) = (0, 0);
    for sentence in &bank.sentences {
        for (at, tag) in sentence.tags.iter().enumerate() {
            if !tag.is_proper() && kinds.iter().any(|kind| tag.name().starts_with(kind)) {
                all += 1;
                right += usize::from(lemma(sentence.word(at), *tag) == sentence.lemmas[at].to_lowercase());
            }
        }
    }
    ratio(right, all)
}
