//! Training of the parser, on sentences as they are and simplified, by a dynamic oracle.

use super::super::lexicon::Lexicon;
use super::super::net::Choices;
use super::super::parser::{
    Arcs, CHOICES, LABELS, Move, Node, STEPS, State, StepNet, Steps, kind, nodes, see, things,
};
use super::super::simplify::{simplify, simplify_where};
use super::super::token::{EntityClass, Sentence, TAGS, Tag, Token};
use super::super::unit::{Unit, UnitClass};
use super::Treebank;
use super::conllu;
use super::measure::spans;
use super::net::{Layer, Learner, best};
use super::random::Random;
use std::ops::Range;

const PASSES: usize = 6;
/// How often a tag must hang by a name to be known for it.
const OFTEN: u32 = 3;

/// Units with the tree they should get.
pub(super) struct Example {
    pub(super) nodes: Vec<Node>,
    /// Head of each unit; itself for the root.
    pub(super) heads: Vec<usize>,
    pub(super) labels: Vec<usize>,
    children: Vec<Vec<usize>>,
}

/// The parser's net.
pub(super) fn train(
    silver: &Treebank,
    tags: &[Vec<Tag>],
    lexicon: &Lexicon,
    log: &mut dyn FnMut(&str),
) -> (StepNet, Arcs) {
    let mut trainer = Trainer {
        net: Learner::new(things(), 5),
        explore: false,
        wrong: 0,
        arcs: [[0; CHOICES]; TAGS + 1],
        kinds: Steps::get(),
    };
    let mut random = Random::new(3);
    let read: Vec<Sentence> =
        silver.sentences.iter().zip(tags).map(|(gold, tags)| sentence(gold, tags)).collect();
    for pass in 1..=PASSES {
        trainer.explore = pass > 1;
        trainer.wrong = 0;
        for (done, at) in random.order(read.len() * 2).into_iter().enumerate() {
            let (gold, read) = (&silver.sentences[at / 2], &read[at / 2]);
            let names = if at % 2 == 0 { Vec::new() } else { some(names(gold), &mut random) };
            let example =
                if at % 2 == 0 { raw(gold, read, lexicon) } else { agreed(gold, read, &names, lexicon) };
            trainer.net.settle(super::share_done(pass, PASSES, done, silver.sentences.len() * 2));
            trainer.learn(&example);
        }
        log(&format!("parser pass {pass}: {} wrong steps", trainer.wrong));
    }
    (trainer.net.finish(), Arcs::new(&trainer.arcs, PASSES as u32 * OFTEN))
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
pub(super) fn raw(gold: &conllu::Sentence, read: &Sentence, lexicon: &Lexicon) -> Example {
    let unit = |at: usize| Unit { tokens: at..at + 1, class: UnitClass::Word, tag: read.tokens[at].tag };
    example(gold, read, &(0..gold.len()).map(unit).collect::<Vec<_>>(), lexicon)
}

/// A sentence simplified as reading would simplify it, whether or not the treebank agrees with each list.
pub(super) fn simplified(
    gold: &conllu::Sentence,
    read: &Sentence,
    names: &[(Range<usize>, UnitClass)],
    lexicon: &Lexicon,
) -> Example {
    example(gold, read, &simplify(&gold.text, read, names), lexicon)
}

/// A sentence simplified, with lists as one unit only where they are one subtree of the treebank: about one in
/// twenty found by their looks is not, and would teach wrong arcs.
fn agreed(
    gold: &conllu::Sentence,
    read: &Sentence,
    names: &[(Range<usize>, UnitClass)],
    lexicon: &Lexicon,
) -> Example {
    example(gold, read, &simplify_where(&gold.text, read, names, &|tokens| is_subtree(gold, tokens)), lexicon)
}

/// Units, with the gold tree carried over: an arc that ends in a unit ends in its head; what is left out is skipped.
fn example(gold: &conllu::Sentence, read: &Sentence, units: &[Unit], lexicon: &Lexicon) -> Example {
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
    Example { nodes: nodes(&gold.text, read, units, lexicon), heads, labels, children }
}

struct Trainer<const CELLS: usize> {
    net: Learner<CELLS, CHOICES>,
    /// Whether wrong steps are taken too, to learn the way on from there.
    explore: bool,
    wrong: usize,
    /// For each tag, how often each arc was right for it.
    arcs: [[u32; CHOICES]; TAGS + 1],
    kinds: &'static Steps,
}

impl<const CELLS: usize> Trainer<CELLS> {
    fn learn(&mut self, example: &Example) {
        let mut state = State::new(&example.nodes);
        while !state.is_done() {
            let seen = see(&state);
            let mut layer = self.net.layer(seen.rows());
            let choice = self.learn_step(&state, example, &mut layer);
            let label = self.learn_label(&state, choice, example, &mut layer);
            self.net.hand_on(seen.rows(), &layer);
            state.apply(Steps::step(choice), label);
        }
    }

    /// Learns the next step; the one to take.
    fn learn_step(&mut self, state: &State, example: &Example, layer: &mut Layer<CELLS>) -> usize {
        let costs = step_costs(state, example);
        let least = costs.iter().copied().min().unwrap_or(0);
        let set = |of: &dyn Fn(usize) -> bool| {
            (0..STEPS).filter(|&step| of(costs[step])).fold(0, |set: Choices, step| set | 1 << step)
        };
        let (possible, right) = (set(&|cost| cost < IMPOSSIBLE), set(&|cost| cost == least));
        let scores = self.net.scores(layer, possible);
        let guess = best(&scores);
        let fine = right >> guess & 1 == 1;
        self.wrong += usize::from(!fine);
        self.net.learn(layer, &scores, right);
        if self.explore || fine { guess } else { best(&self.net.scores(layer, right)) }
    }

    /// Names the arc of a step, and learns the name if the arc is right.
    fn learn_label(
        &mut self,
        state: &State,
        choice: usize,
        example: &Example,
        layer: &mut Layer<CELLS>,
    ) -> usize {
        let Some((head, child)) = state.arc(Steps::step(choice)) else { return 0 };
        let scores = self.net.scores(layer, self.kinds.labels(choice));
        let right = example.labels[child];
        if example.heads[child] == head && self.kinds.fits(choice, right) {
            let known = &mut self.arcs[example.nodes[child].tag()];
            known[choice] += 1;
            known[STEPS + right] += 1;
            self.net.learn(layer, &scores, 1 << (STEPS + right));
        }
        best(&scores) - STEPS
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
