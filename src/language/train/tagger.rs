//! Training of the part-of-speech tagger.

use super::super::tagger::{CHOICES, Weights, collect, tag};
use super::super::token::Tag;
use super::super::weights::best;
use super::super::word::Word;
use super::Treebank;
use super::conllu::Sentence;
use super::learner::{Learner, Random};
use super::present::{self, Example};

const PASSES: usize = 5;
const FOLDS: usize = 3;

/// The tagger, and for every sentence the tags of a tagger that has not seen it.
pub(super) fn train(silver: &Treebank, log: &mut dyn FnMut(&str)) -> (Weights, Vec<Vec<Tag>>) {
    let examples: Vec<Vec<Example>> = silver.sentences.iter().map(examples).collect();
    let mut predicted = vec![Vec::new(); examples.len()];
    for fold in 0..FOLDS {
        let seen: Vec<&Example> =
            examples.iter().enumerate().filter(|(at, _)| at % FOLDS != fold).flat_map(|(_, e)| e).collect();
        let table: Weights = learn(&seen, PASSES - 2, &mut |_| ()).finish(8.0, 0.1875);
        for (example, tags) in examples.iter().zip(&mut predicted).skip(fold).step_by(FOLDS) {
            *tags = tag(&example[0].0, &table);
        }
    }
    let learner = learn(&examples.iter().flatten().collect::<Vec<_>>(), PASSES, log);
    (learner.finish(8.0, 0.9375), predicted)
}

/// A sentence as it is, then retold in the present.
fn examples(gold: &Sentence) -> Vec<Example> {
    let mut examples = vec![(gold.words(), gold.tags.clone())];
    examples.extend(present::retold(gold));
    examples
}

fn learn(examples: &[&Example], passes: usize, log: &mut dyn FnMut(&str)) -> Learner<CHOICES> {
    let mut learner = Learner::new(2);
    for (words, tags) in examples {
        count(&mut learner, words, tags);
    }
    let mut random = Random::new(1);
    for pass in 1..=passes {
        let order = random.order(examples.len());
        let wrong: usize = order.into_iter().map(|at| learn_one(&mut learner, examples[at])).sum();
        log(&format!("tagger pass {pass}: {wrong} wrong"));
    }
    learner
}

/// Counts the features met when all goes right.
fn count(learner: &mut Learner<CHOICES>, words: &[Word], gold: &[Tag]) {
    let mut features = Vec::new();
    for at in 0..words.len() {
        collect(words, &gold[..at], at, &mut features);
        learner.count(&features);
    }
}

/// Learns one sentence; how many tags were wrong.
fn learn_one(learner: &mut Learner<CHOICES>, (words, gold): &Example) -> usize {
    let mut tags = Vec::with_capacity(words.len());
    let mut features = Vec::new();
    for (at, gold) in gold.iter().enumerate() {
        collect(words, &tags, at, &mut features);
        let guess = best(&learner.score(&features), |_| true);
        learner.learn(&features, gold.index(), guess);
        tags.push(Tag::at(guess));
    }
    tags.iter().zip(gold).filter(|(tag, gold)| tag != gold).count()
}
