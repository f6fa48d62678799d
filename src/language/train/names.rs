//! Training of the entity tagger.

use super::super::names::{CHOICES, Weights, collect, follows};
use super::super::token::{EntityTag, Tag};
use super::super::weights::best;
use super::super::word::Word;
use super::Treebank;
use super::learner::{Learner, Random};

const PASSES: usize = 6;
/// Of a hundred names, how many are made unknown words each time.
const HIDDEN: usize = 20;

struct Example {
    words: Vec<Word>,
    tags: Vec<Tag>,
    gold: Vec<EntityTag>,
}

/// The entity tagger, trained on tags a tagger gave.
pub(super) fn train(silver: &Treebank, tags: &[Vec<Tag>], log: &mut dyn FnMut(&str)) -> Weights {
    let example = |(sentence, tags): (&super::conllu::Sentence, &Vec<Tag>)| Example {
        words: sentence.words(),
        tags: tags.clone(),
        gold: sentence.entities.clone(),
    };
    let examples: Vec<Example> = silver.sentences.iter().zip(tags).map(example).collect();
    let mut learner = Learner::new(2);
    let mut random = Random::new(2);
    for example in &examples {
        count(&mut learner, example);
    }
    for pass in 1..=PASSES {
        let order = random.order(examples.len());
        let wrong: usize =
            order.into_iter().map(|at| learn_one(&mut learner, &disguised(&examples[at], &mut random))).sum();
        log(&format!("names pass {pass}: {wrong} wrong"));
    }
    learner.finish(8.0, 0.5625)
}

/// The sentence with some words of names made unknown, so that what surrounds a name is learned as well.
fn disguised(example: &Example, random: &mut Random) -> Example {
    let mut words = example.words.clone();
    let mut hide = false;
    for (word, gold) in words.iter_mut().zip(&example.gold) {
        if matches!(gold, EntityTag::Begin(_)) {
            hide = random.below(100) < HIDDEN;
        }
        if hide && word.is_capital() && !matches!(gold, EntityTag::Outside) {
            word.form = random.below(1 << 32) as u32;
            word.lower = word.form;
        }
    }
    Example { words, tags: example.tags.clone(), gold: example.gold.clone() }
}

/// Counts the features met when all goes right.
fn count(learner: &mut Learner<CHOICES>, example: &Example) {
    let mut features = Vec::new();
    for at in 0..example.words.len() {
        collect(&example.words, &example.tags, &example.gold[..at], at, &mut features);
        learner.count(&features);
    }
}

/// Learns one sentence; how many entity tags were wrong.
fn learn_one(learner: &mut Learner<CHOICES>, example: &Example) -> usize {
    let mut entities = Vec::with_capacity(example.words.len());
    let mut features = Vec::new();
    let mut wrong = 0;
    for (at, gold) in example.gold.iter().enumerate() {
        collect(&example.words, &example.tags, &entities, at, &mut features);
        let scores = learner.score(&features);
        let last = entities.last().copied();
        let guess = best(&scores, |choice| follows(last, choice));
        // After a mistake the gold tag may be one that cannot follow; its first-token form can.
        let mut right = gold.index();
        if let (EntityTag::Inside(class), false) = (gold, follows(last, right)) {
            right = EntityTag::Begin(*class).index();
        }
        learner.learn(&features, right, guess);
        wrong += usize::from(right != guess);
        entities.push(EntityTag::at(guess));
    }
    wrong
}
