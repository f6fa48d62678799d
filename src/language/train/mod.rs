//! Training of the embedded model, and its measurement. Not part of the library as shipped.

#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "averages and shares, of counts far below 2^52"
)]

mod conllu;
mod measure;
mod names;
mod net;
mod parser;
mod present;
mod random;
mod tagger;

pub use conllu::Treebank;

use super::Model;
use super::lexicon::{Lexicon, WORDS};
use super::net::Choices;
use super::token::{TAGS, Tag};
use crate::Error;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::path::Path;

/// How often a sentence of the project's own counts: there are few of them, and they speak of what is read.
const OWN: usize = 3;

/// Trains a model on the silver treebank in `folder` and on the project's `own` sentences, and measures it on those kept
/// aside in `folder`, telling `log` of each step.
///
/// # Errors
///
/// If a treebank file is missing or broken.
pub fn train(folder: &Path, own: &Path, log: &mut dyn FnMut(&str)) -> Result<Model, Error> {
    let mut silver = Treebank::read(&folder.join("silver-train.conllu"))?;
    silver.sentences.append(&mut Treebank::read(&folder.join("silver-dev.conllu"))?.sentences);
    for _ in 0..OWN {
        silver.sentences.append(&mut Treebank::read(own)?.sentences);
    }
    log(&format!("to learn from: {} sentences, {} tokens", silver.sentences.len(), silver.tokens()));
    let lexicon = lexicon(&silver);
    let (tags, predicted) = tagger::train(&silver, &lexicon, log);
    let names = names::train(&silver, &predicted, &lexicon, log);
    let (steps, arcs) = parser::train(&silver, &predicted, &lexicon, log);
    let model = Model { lexicon, tags, names, steps, arcs };
    log(&format!("model: {} bytes", model.encode().len()));
    measure::all(&model, folder, log)?;
    Ok(model)
}

/// The most frequent words of a treebank, with their tags.
fn lexicon(silver: &Treebank) -> Lexicon {
    let mut counts: FxHashMap<u32, [u32; TAGS]> = FxHashMap::default();
    for (words, tags) in silver.sentences.iter().flat_map(|gold| tagger::examples(gold, &Lexicon::default()))
    {
        for (word, tag) in words.iter().zip(tags) {
            counts.entry(word.lower).or_insert([0; TAGS])[tag.index()] += 1;
        }
    }
    let total = |counts: &[u32; TAGS]| counts.iter().sum::<u32>();
    let mut words: Vec<(Reverse<u32>, u32)> =
        counts.iter().map(|(word, counts)| (Reverse(total(counts)), *word)).collect();
    words.sort_unstable();
    Lexicon::new(words.into_iter().map(|(_, word)| (word, possible(&counts[&word]))).take(WORDS as usize))
}

/// The tags of nouns, verbs, adjectives and adverbs, as which any word of these may be used.
const OPEN: [&str; 14] =
    ["NN", "NNS", "NNP", "NNPS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJ", "JJR", "JJS", "RB"];

/// The tags a word may have that was seen so often with each: any if it is rare, else those that are no slips.
fn possible(counts: &[u32; TAGS]) -> Choices {
    /// How often a word must be seen for it to be known what it cannot be.
    const FREQUENT: u32 = 50;
    /// Of how many times a tag seen once is a slip.
    const SLIP: u32 = 5000;
    let total: u32 = counts.iter().sum();
    if total < FREQUENT {
        return super::tagger::ALL;
    }
    let set = |tags: &mut dyn Iterator<Item = usize>| tags.fold(0, |set: Choices, tag| set | 1 << tag);
    let seen = set(&mut (0..TAGS).filter(|&tag| counts[tag] > total / SLIP));
    let open = set(&mut OPEN.iter().filter_map(|name| Tag::parse(name)).map(Tag::index));
    if seen & open == 0 { seen } else { seen | open }
}

/// How much of the learning is done after `done` of `all` examples of pass number `pass`, counted from 1.
fn share_done(pass: usize, passes: usize, done: usize, all: usize) -> f32 {
    ((pass - 1) * all + done) as f32 / (passes * all).max(1) as f32
}
