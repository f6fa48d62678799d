//! Training of the entity tagger.

use super::super::lexicon::Lexicon;
use super::super::names::{EntityNet, following, is_plain, see, things};
use super::super::token::{ENTITY_TAGS, EntityTag, Tag};
use super::super::word::Word;
use super::Treebank;
use super::net::{Learner, best};
use super::random::Random;

const PASSES: usize = 8;
/// Of a hundred names, how many are made unknown words each time.
const HIDDEN: usize = 20;

struct Example {
    words: Vec<Word>,
    tags: Vec<Tag>,
    gold: Vec<EntityTag>,
}

/// The entity tagger, trained on tags a tagger gave.
pub(super) fn train(
    silver: &Treebank,
    tags: &[Vec<Tag>],
    lexicon: &Lexicon,
    log: &mut dyn FnMut(&str),
) -> EntityNet {
    let example = |(sentence, tags): (&super::conllu::Sentence, &Vec<Tag>)| Example {
        words: sentence.words(lexicon),
        tags: tags.clone(),
        gold: sentence.entities.clone(),
    };
    let examples: Vec<Example> = silver.sentences.iter().zip(tags).map(example).collect();
    let mut net = Learner::new(things(), 7);
    let mut random = Random::new(2);
    for pass in 1..=PASSES {
        let mut wrong = 0;
        for (done, at) in random.order(examples.len()).into_iter().enumerate() {
            net.settle(super::share_done(pass, PASSES, done, examples.len()));
            wrong += learn_one(&mut net, &disguised(&examples[at], &mut random));
        }
        log(&format!("names pass {pass}: {wrong} wrong"));
    }
    net.finish()
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
            *word = word.unknown();
        }
    }
    Example { words, tags: example.tags.clone(), gold: example.gold.clone() }
}

/// Learns one sentence; how many entity tags were wrong.
fn learn_one<const CELLS: usize>(net: &mut Learner<CELLS, ENTITY_TAGS>, example: &Example) -> usize {
    let mut entities = Vec::with_capacity(example.words.len());
    let mut wrong = 0;
    for (at, gold) in example.gold.iter().enumerate() {
        let last = entities.last().copied();
        if is_plain(&example.words, &example.tags, last, at) {
            entities.push(EntityTag::Outside);
            continue;
        }
        let seen = see(&example.words, &example.tags, &entities, at);
        let mut layer = net.layer(seen.rows());
        let allowed = following(last);
        let scores = net.scores(&layer, allowed);
        let guess = best(&scores);
        // After a mistake the gold tag may be one that cannot follow; its first-token form can.
        let mut right = gold.index();
        if let (EntityTag::Inside(class), true) = (gold, allowed >> right & 1 == 0) {
            right = EntityTag::Begin(*class).index();
        }
        net.learn(&mut layer, &scores, 1 << right);
        net.hand_on(seen.rows(), &layer);
        wrong += usize::from(right != guess);
        entities.push(EntityTag::at(guess));
    }
    wrong
}
