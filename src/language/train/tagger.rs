//! Training of the part-of-speech tagger.

use super::super::lexicon::Lexicon;
use super::super::tagger::{ALL, TagNet, see, tag, things};
use super::super::token::{TAGS, Tag};
use super::Treebank;
use super::conllu::Sentence;
use super::net::{Learner, best};
use super::present::{self, Example};
use super::random::Random;

const PASSES: usize = 5;
const FOLDS: usize = 3;

/// The tagger, and for every sentence the tags of a tagger that has not seen it.
pub(super) fn train(
    silver: &Treebank,
    lexicon: &Lexicon,
    log: &mut dyn FnMut(&str),
) -> (TagNet, Vec<Vec<Tag>>) {
    let examples: Vec<Vec<Example>> = silver.sentences.iter().map(|gold| examples(gold, lexicon)).collect();
    let mut predicted = vec![Vec::new(); examples.len()];
    // A sentence that is there twice is in one fold.
    let folds: Vec<usize> = silver.sentences.iter().map(|gold| gold.text.len() % FOLDS).collect();
    for fold in 0..FOLDS {
        let others = examples.iter().zip(&folds).filter(|(_, other)| **other != fold);
        let net =
            learn(&others.flat_map(|(examples, _)| examples).collect::<Vec<_>>(), PASSES - 2, &mut |_| ());
        for ((example, tags), _) in
            examples.iter().zip(&mut predicted).zip(&folds).filter(|(_, of)| **of == fold)
        {
            *tags = tag(&example[0].0, &net, lexicon);
        }
    }
    (learn(&examples.iter().flatten().collect::<Vec<_>>(), PASSES, log), predicted)
}

/// A sentence as it is, then retold in the present.
pub(super) fn examples(gold: &Sentence, lexicon: &Lexicon) -> Vec<Example> {
    let mut examples = vec![(gold.words(lexicon), gold.tags.clone())];
    examples.extend(present::retold(gold, lexicon));
    examples
}

fn learn(examples: &[&Example], passes: usize, log: &mut dyn FnMut(&str)) -> TagNet {
    let mut net = Learner::new(things(), 1);
    let mut random = Random::new(1);
    for pass in 1..=passes {
        let mut wrong = 0;
        for (done, at) in random.order(examples.len()).into_iter().enumerate() {
            net.settle(super::share_done(pass, passes, done, examples.len()));
            wrong += learn_one(&mut net, examples[at]);
        }
        log(&format!("tagger pass {pass}: {wrong} wrong"));
    }
    net.finish()
}

/// Learns one sentence; how many tags were wrong.
fn learn_one<const CELLS: usize>(net: &mut Learner<CELLS, TAGS>, (words, gold): &Example) -> usize {
    let mut tags = Vec::with_capacity(words.len());
    for (at, gold) in gold.iter().enumerate() {
        let seen = see(words, &tags, at);
        let mut layer = net.layer(seen.rows());
        let scores = net.scores(&layer, ALL);
        tags.push(Tag::at(best(&scores)));
        net.learn(&mut layer, &scores, 1 << gold.index());
        net.hand_on(seen.rows(), &layer);
    }
    tags.iter().zip(gold).filter(|(tag, gold)| tag != gold).count()
}
