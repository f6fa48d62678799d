//! Training of the parser, on sentences as they are and simplified, by a dynamic oracle.

use super::super::parser::{LABELS, Move, NAMED, NameWeights, Node, STEPS, State, Steps, kind, nodes};
use super::super::simplify::{simplify, simplify_where};
use super::super::token::{EntityClass, Sentence, Tag, Token};
use super::super::unit::{Unit, UnitClass};
use super::super::weights::best;
use super::Treebank;
use super::conllu;
use super::learner::{Learner, Random};
use super::measure::spans;
use std::ops::Range;

const PASSES: usize = 4;
/// A right step is learned from unless it leads the best wrong one by this much.
const MARGIN: i32 = 30;

/// Units with the tree they should get.
pub(super) struct Example {
    pub(super) nodes: Vec<Node>,
    /// Head of each unit; itself for the root.
    pub(super) heads: Vec<usize>,
    pub(super) labels: Vec<usize>,
    children: Vec<Vec<usize>>,
}

/// The parser's weights for moves, still to be fitted into a table, and its table of labels.
pub(super) fn train(
    silver: &Treebank,
    tags: &[Vec<Tag>],
    log: &mut dyn FnMut(&str),
) -> (Learner<STEPS>, NameWeights) {
    let mut trainer = Trainer {
        moves: Learner::new(9),
        names: Learner::new(3),
        explore: false,
        wrong: 0,
        margin: MARGIN,
        kinds: Steps::get(),
    };
    let mut random = Random::new(3);
    let read: Vec<Sentence> =
        silver.sentences.iter().zip(tags).map(|(gold, tags)| sentence(gold, tags)).collect();
    for (gold, read) in silver.sentences.iter().zip(&read) {
        trainer.count(&raw(gold, read));
        trainer.count(&agreed(gold, read, &names(gold)));
    }
    for pass in 1..=PASSES {
        trainer.explore = pass > 1;
        trainer.wrong = 0;
        for at in random.order(read.len() * 2) {
            let (gold, read) = (&silver.sentences[at / 2], &read[at / 2]);
            let names = if at % 2 == 0 { Vec::new() } else { some(names(gold), &mut random) };
            let example = if at % 2 == 0 { raw(gold, read) } else { agreed(gold, read, &names) };
            trainer.learn(&example);
        }
        log(&format!("parser pass {pass}: {} wrong moves", trainer.wrong));
    }
    (trainer.moves, trainer.names.finish(8.0, 0.8125))
}

/// A treebank's sentence as reading would give it.
pub(super) fn sentence(gold: &conllu::Sentence, tags: &[Tag]) -> Sentence {
    let token =
        |at: usize| Token { range: gold.ranges[at].clone(), tag: tags[at], entity: gold.entities[at] };
    Sentence { range: 0..gold.text.trim_end().len(), tokens: (0..gold.len()).map(token).collect() }
}

/// Most often all names, else a part of them: names are not always known when reading.
fn some(names: Vec<(Range<usize>, UnitClass)>, random: &mut Random) -> Vec<(Range<usize>, UnitClass)> {
    if random.below(3) > 0 { names } else { names.into_iter().filter(|_| random.below(2) == 0).collect() }
}

/// The names of a sentence that are one subtree each, as reading would find them: without "the" and possessive marks.
pub(super) fn names(gold: &conllu::Sentence) -> Vec<(Range<usize>, UnitClass)> {
    let unit = |(range, class): (Range<usize>, EntityClass)| {
        let class = match class {
            EntityClass::Person => UnitClass::Person,
            EntityClass::Organization => UnitClass::Organization,
            EntityClass::Place => UnitClass::Place,
            EntityClass::Event => UnitClass::Event,
            EntityClass::Work => UnitClass::Work,
            EntityClass::Date => UnitClass::Date,
            EntityClass::Group | EntityClass::Number => return None,
        };
        let range = trimmed(gold, range, class)?;
        is_subtree(gold, &range).then_some((range, class))
    };
    spans(&gold.entities).into_iter().filter_map(unit).collect()
}

fn trimmed(gold: &conllu::Sentence, mut range: Range<usize>, class: UnitClass) -> Option<Range<usize>> {
    if class != UnitClass::Date && matches!(gold.word(range.start), "the" | "The") {
        range.start += 1;
    }
    if range.len() > 1 && gold.tags[range.end - 1].name() == "POS" {
        range.end -= 1;
    }
    let adjective = range.len() == 1 && gold.tags[range.start].name() == "JJ";
    (!range.is_empty() && !adjective).then_some(range)
}

/// Whether exactly one word of `range` depends on a word outside.
fn is_subtree(gold: &conllu::Sentence, range: &Range<usize>) -> bool {
    range.clone().filter(|&at| gold.heads[at].is_none_or(|head| !range.contains(&head))).count() == 1
}

/// A sentence word by word.
pub(super) fn raw(gold: &conllu::Sentence, read: &Sentence) -> Example {
    let unit = |at: usize| Unit { tokens: at..at + 1, class: UnitClass::Word, tag: read.tokens[at].tag };
    example(gold, read, &(0..gold.len()).map(unit).collect::<Vec<_>>())
}

/// A sentence simplified as reading would simplify it, whether or not the treebank agrees with each list.
pub(super) fn simplified(
    gold: &conllu::Sentence,
    read: &Sentence,
    names: &[(Range<usize>, UnitClass)],
) -> Example {
    example(gold, read, &simplify(&gold.text, read, names))
}

/// A sentence simplified, with lists as one unit only where they are one subtree of the treebank: about one in
/// twenty found by their looks is not, and would teach wrong arcs.
fn agreed(gold: &conllu::Sentence, read: &Sentence, names: &[(Range<usize>, UnitClass)]) -> Example {
    example(gold, read, &simplify_where(&gold.text, read, names, &|tokens| is_subtree(gold, tokens)))
}

/// Units, with the gold tree carried over: an arc that ends in a unit ends in its head; what is left out is skipped.
fn example(gold: &conllu::Sentence, read: &Sentence, units: &[Unit]) -> Example {
    let mut unit_of = vec![usize::MAX; gold.len()];
    for (at, unit) in units.iter().enumerate() {
        unit_of[unit.tokens.clone()].fill(at);
    }
    let mut heads = Vec::with_capacity(units.len());
    let mut labels = Vec::with_capacity(units.len());
    for (at, unit) in units.iter().enumerate() {
        let top =
            unit.tokens.clone().find(|&t| gold.heads[t].is_none_or(|head| !unit.tokens.contains(&head)));
        let top = top.unwrap_or(unit.tokens.start);
        let mut head = gold.heads[top];
        while let Some(outer) = head.filter(|&head| unit_of[head] == usize::MAX) {
            head = gold.heads[outer];
        }
        heads.push(head.map_or(at, |head| unit_of[head]));
        labels.push(LABELS.iter().position(|label| *label == gold.labels[top]).unwrap_or(19));
    }
    let mut children = vec![Vec::new(); units.len()];
    for (at, &head) in heads.iter().enumerate().filter(|(at, head)| at != *head) {
        children[head].push(at);
    }
    Example { nodes: nodes(&gold.text, read, units), heads, labels, children }
}

struct Trainer {
    moves: Learner<STEPS>,
    names: Learner<NAMED>,
    explore: bool,
    wrong: usize,
    margin: i32,
    kinds: &'static Steps,
}

impl Trainer {
    /// Counts the features met on the way to the gold tree.
    fn count(&mut self, example: &Example) {
        let mut state = State::new(&example.nodes);
        let mut features = Vec::new();
        while !state.is_done() {
            state.features(&mut features);
            self.moves.count(&features);
            let allowed = Move::ALL.into_iter().filter(|step| state.allows(*step));
            let Some(step) = allowed.min_by_key(|step| cost(&state, *step, example)) else { break };
            let label = state.arc(step).map_or(0, |(head, child)| {
                state.arc_features(head, child, &mut features);
                self.names.count(&features);
                example.labels[child]
            });
            state.apply(step, label);
        }
    }

    fn learn(&mut self, example: &Example) {
        let mut state = State::new(&example.nodes);
        let mut features = Vec::new();
        while !state.is_done() {
            state.features(&mut features);
            let scores = self.moves.score(&features);
            let guess = best(&scores, |choice| state.allows(Steps::step(choice)));
            let costs: [usize; STEPS] = step_costs(&state, example);
            let least = costs.iter().copied().min().unwrap_or(0);
            let right = best(&scores, |choice| costs[choice] == least);
            let rival = best(&scores, |choice| costs[choice] > least && costs[choice] < IMPOSSIBLE);
            let contested = costs[rival] > least
                && costs[rival] < IMPOSSIBLE
                && scores[right] - scores[rival] < self.margin;
            self.moves.learn(&features, right, if contested { rival } else { right });
            let fine = costs[guess] == least;
            self.wrong += usize::from(!fine);
            let choice = if self.explore || fine { guess } else { right };
            let step = Steps::step(choice);
            let label = self.name(&state, choice, example);
            state.apply(step, label);
        }
    }

    /// Names the arc of `step`, and learns the name if the arc is right.
    fn name(&mut self, state: &State, choice: usize, example: &Example) -> usize {
        let Some((head, child)) = state.arc(Steps::step(choice)) else { return 0 };
        let mut features = Vec::new();
        state.arc_features(head, child, &mut features);
        let guess = best(&self.names.score(&features), |label| self.kinds.fits(choice, label));
        if example.heads[child] == head && self.kinds.fits(choice, example.labels[child]) {
            self.names.learn(&features, example.labels[child], guess);
        }
        guess
    }
}

/// The cost of a step that cannot be taken.
const IMPOSSIBLE: usize = usize::MAX;

/// For every step its cost: that of its move, and one more for an arc that is right but of the wrong kind.
fn step_costs(state: &State, example: &Example) -> [usize; STEPS] {
    let costs =
        Move::ALL.map(|step| if state.allows(step) { cost(state, step, example) } else { IMPOSSIBLE });
    let wanted = Move::ALL.map(|step| {
        let (head, child) = state.arc(step).filter(|_| state.allows(step))?;
        (example.heads[child] == head).then(|| kind(step, example.labels[child]))
    });
    std::array::from_fn(|choice| {
        let step = Steps::step(choice) as usize;
        let wrong_kind = wanted[step].is_some_and(|wanted| wanted != choice);
        if costs[step] == IMPOSSIBLE { IMPOSSIBLE } else { costs[step] + usize::from(wrong_kind) }
    })
}

/// How many arcs of the gold tree `step` puts out of reach.
fn cost(state: &State, step: Move, example: &Example) -> usize {
    let ahead = |at: usize| at >= state.next;
    let Some((head, child)) = state.arc(step) else {
        let next = state.next;
        let below = &state.stack[..state.stack.len().saturating_sub(1)];
        let parent = usize::from(below.contains(&example.heads[next]));
        return parent + example.children[next].iter().filter(|child| state.stack.contains(child)).count();
    };
    let lost = example.children[child].iter().filter(|&&at| ahead(at)).count();
    let gold = example.heads[child];
    let root = gold == child;
    let under = state.stack.len().checked_sub(2).map(|at| state.stack[at]);
    let reachable = ahead(gold) || under == Some(gold) || root;
    lost + usize::from(gold != head && reachable)
}
