//! Dependencies, left to right: a greedy arc-hybrid transition parser. One perceptron chooses among three moves; when
//! the move makes an arc, another names it.

mod features;

use super::token::Sentence;
use super::unit::{Tree, Unit, UnitClass};
use super::weights::{Choices, Dense, Feature, Rounds, Score, Sparse, Table};
use super::word::Word;
use features::{ArcView, View};
use std::sync::LazyLock;

/// The labels, in the order of the model's choices.
pub(super) const LABELS: [&str; 45] = [
    "ROOT",
    "acl",
    "acomp",
    "advcl",
    "advmod",
    "agent",
    "amod",
    "appos",
    "attr",
    "aux",
    "auxpass",
    "case",
    "cc",
    "ccomp",
    "compound",
    "conj",
    "csubj",
    "csubjpass",
    "dative",
    "dep",
    "det",
    "dobj",
    "expl",
    "intj",
    "mark",
    "meta",
    "neg",
    "nmod",
    "npadvmod",
    "nsubj",
    "nsubjpass",
    "nummod",
    "oprd",
    "parataxis",
    "pcomp",
    "pobj",
    "poss",
    "preconj",
    "predet",
    "prep",
    "prt",
    "punct",
    "quantmod",
    "relcl",
    "xcomp",
];

/// One weight a label, rounded up to whole vectors.
pub(super) const NAMED: usize = 48;

/// One weight a step.
pub(super) const STEPS: usize = 16;

/// Finished weights of steps.
pub(super) type MoveWeights = Table<STEPS, Dense>;

/// Finished weights of names of arcs.
pub(super) type NameWeights = Table<NAMED, Sparse>;

/// Three moves in four are plain from half of the features.
const MOVE_ROUNDS: Rounds<3> = Rounds { leads: [100; 3] };

/// What a preposition hangs on the words tell, of which the rare features speak: more are asked.
const PREPOSITION_ROUNDS: Rounds<3> = Rounds { leads: [120; 3] };

/// Most names of arcs are plain from a third of theirs.
const NAME_ROUNDS: Rounds<2> = Rounds { leads: [75; 2] };

/// Labels by kind; a step says which kind of arc it makes, so that different arcs have weights of their own.
const KINDS: [(Move, &[&str]); STEPS] = [
    (Move::Shift, &[]),
    (Move::Left, &["punct"]),
    (Move::Left, &["nsubj", "nsubjpass", "csubj", "csubjpass", "expl"]),
    (
        Move::Left,
        &["det", "amod", "compound", "poss", "nummod", "nmod", "predet", "quantmod", "case", "preconj"],
    ),
    (Move::Left, &["aux", "auxpass", "neg", "advmod", "mark"]),
    (Move::Left, &[]),
    (Move::Right, &["punct"]),
    (Move::Right, &["dobj", "attr", "acomp", "oprd", "dative", "prt"]),
    (Move::Right, &["pobj", "pcomp"]),
    (Move::Right, &["prep", "agent"]),
    (Move::Right, &["conj"]),
    (Move::Right, &["cc"]),
    (Move::Right, &["ccomp", "xcomp"]),
    (Move::Right, &["advcl", "advmod", "npadvmod"]),
    (Move::Right, &["relcl", "acl", "appos"]),
    (Move::Right, &[]),
];

/// The step of [`KINDS`] that hangs a part of a noun phrase on its noun.
const NOMINAL: usize = 3;

/// The step that makes an arc of `label` by `step`: of the kind that lists it, else of the last kind.
pub(super) fn kind(step: Move, label: usize) -> usize {
    let of = |at: &usize| KINDS[*at].0 == step;
    let listed = (0..STEPS).filter(of).find(|&at| KINDS[at].1.contains(&LABELS[label]));
    listed.or_else(|| (0..STEPS).rfind(of)).unwrap_or(0)
}

/// The moves of steps and the labels of their arcs.
pub(super) struct Steps {
    /// The steps of each move.
    of_move: [Choices; 3],
    /// The labels an arc made by each step may have.
    labels: [Choices; STEPS],
}

impl Steps {
    pub(super) fn get() -> &'static Self {
        static KNOWN: LazyLock<Steps> = LazyLock::new(|| {
            let set = |choices: &mut dyn Iterator<Item = usize>| choices.fold(0, |set, at| set | 1 << at);
            let of_move = Move::ALL.map(|step| set(&mut (0..STEPS).filter(|&at| KINDS[at].0 == step)));
            let named = |at: usize| {
                let fits = |label: &usize| KINDS[at].0 != Move::Shift && kind(KINDS[at].0, *label) == at;
                set(&mut (1..LABELS.len()).filter(fits))
            };
            Steps { of_move, labels: std::array::from_fn(named) }
        });
        &KNOWN
    }

    /// The move of step number `step`.
    pub(super) fn step(step: usize) -> Move {
        KINDS[step].0
    }

    /// Whether an arc made by step number `step` may be called `label`.
    #[cfg(feature = "train")]
    pub(super) fn fits(&self, step: usize, label: usize) -> bool {
        self.labels[step] >> label & 1 == 1
    }
}

/// A unit that is not there.
const NONE: usize = usize::MAX;

/// What the parser may do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move {
    /// Put the next unit on the stack.
    Shift,
    /// The top of the stack depends on the next unit.
    Left,
    /// The top of the stack depends on the one below it.
    Right,
}

impl Move {
    pub(super) const ALL: [Self; 3] = [Self::Shift, Self::Left, Self::Right];
}

/// What the parser knows of a unit.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Node {
    word: u32,
    tag: u32,
    ending: u32,
    /// How many verbs, commas and conjunctions came before, ten bits each.
    passed: u32,
    /// Whether it is tagged a finite verb in the present or past.
    finite: bool,
    /// Whether it is tagged a preposition.
    preposition: bool,
}

/// The parser's view of units of a sentence.
pub(super) fn nodes(text: &str, sentence: &Sentence, units: &[Unit]) -> Vec<Node> {
    let mut passed = 0u32;
    let node = |unit: &Unit| {
        let word = match unit.class {
            UnitClass::Word => Word::new(&text[sentence.tokens[unit.tokens.start].range.clone()]),
            class => Word::placeholder(class as u32),
        };
        let node = Node {
            word: word.lower,
            tag: 1 + u32::from(unit.tag.0),
            ending: word.suffixes[2],
            passed,
            finite: matches!(unit.tag.name(), "VBZ" | "VBP" | "VBD"),
            preposition: matches!(unit.tag.name(), "IN" | "TO"),
        };
        passed = passed.wrapping_add(match unit.tag.name() {
            "CC" => 1 << 20,
            "," | ":" => 1 << 10,
            _ => u32::from(unit.tag.is_verb()),
        });
        node
    };
    units.iter().map(node).collect()
}

/// Parses units.
pub(super) fn parse(nodes: &[Node], steps: &impl Score<STEPS>, names: &impl Score<NAMED>) -> Tree {
    let kinds = Steps::get();
    let mut state = State::new(nodes);
    let mut features = Vec::new();
    while !state.is_done() {
        let rounds = if state.node(state.next).preposition { &PREPOSITION_ROUNDS } else { &MOVE_ROUNDS };
        let view = View::of(&state);
        let ask = |round: usize, out: &mut Vec<Feature>| view.ask(round, out);
        let choice = rounds.decide(steps, &mut features, ask, state.allowed(kinds));
        let step = Steps::step(choice);
        let label = state.arc(step).map_or(0, |(head, child)| {
            let arc = ArcView::of(&state, head, child);
            let ask = |round: usize, out: &mut Vec<Feature>| arc.ask(round, out);
            NAME_ROUNDS.decide(names, &mut features, ask, kinds.labels[choice])
        });
        state.apply(step, label);
    }
    state.tree()
}

/// Dependents of a unit on one side: how many, and the last two added.
#[derive(Clone, Copy)]
struct Side {
    count: u32,
    outer: usize,
    inner: usize,
    labels: u32,
}

impl Default for Side {
    fn default() -> Self {
        Self { count: 0, outer: NONE, inner: NONE, labels: 0 }
    }
}

impl Side {
    fn add(&mut self, child: usize, label: usize) {
        self.count += 1;
        self.inner = self.outer;
        self.outer = child;
        self.labels = self.labels.wrapping_mul(31).wrapping_add(u32::try_from(label).unwrap_or(0) + 1);
    }
}

/// A parse under way: the stack, the next unit, and the arcs so far.
pub(super) struct State<'a> {
    nodes: &'a [Node],
    pub(super) stack: Vec<usize>,
    pub(super) next: usize,
    heads: Vec<usize>,
    labels: Vec<u8>,
    left: Vec<Side>,
    right: Vec<Side>,
}

impl<'a> State<'a> {
    pub(super) fn new(nodes: &'a [Node]) -> Self {
        let count = nodes.len();
        Self {
            nodes,
            stack: Vec::new(),
            next: 0,
            heads: vec![NONE; count],
            labels: vec![0; count],
            left: vec![Side::default(); count],
            right: vec![Side::default(); count],
        }
    }

    /// Done when all is shifted and one unit, the root, is left.
    pub(super) fn is_done(&self) -> bool {
        self.next == self.nodes.len() && self.stack.len() <= 1
    }

    pub(super) fn allows(&self, step: Move) -> bool {
        match step {
            Move::Shift => self.next < self.nodes.len(),
            Move::Left => self.next < self.nodes.len() && !self.stack.is_empty(),
            Move::Right => self.stack.len() > 1,
        }
    }

    /// Head and dependent of the arc `step` makes.
    pub(super) fn arc(&self, step: Move) -> Option<(usize, usize)> {
        let child = *self.stack.last()?;
        match step {
            Move::Shift => None,
            Move::Left => Some((self.next, child)),
            Move::Right => Some((self.stacked(1), child)),
        }
    }

    /// The steps that may be taken; as far as tags go, a finite verb has no articles and the like.
    fn allowed(&self, steps: &Steps) -> Choices {
        let moves = Move::ALL.into_iter().filter(|&step| self.allows(step));
        let allowed = moves.fold(0, |set, step| set | steps.of_move[step as usize]);
        if self.node(self.next).finite { allowed & !(1 << NOMINAL) } else { allowed }
    }

    pub(super) fn apply(&mut self, step: Move, label: usize) {
        let Some((head, child)) = self.arc(step) else {
            self.stack.push(self.next);
            self.next += 1;
            return;
        };
        self.stack.pop();
        self.heads[child] = head;
        self.labels[child] = u8::try_from(label).unwrap_or(0);
        let side = if child < head { &mut self.left[head] } else { &mut self.right[head] };
        side.add(child, label);
    }

    pub(super) fn tree(&self) -> Tree {
        let heads = self.heads.iter().map(|&head| (head != NONE).then_some(head)).collect();
        Tree { heads, labels: self.labels.iter().map(|&label| LABELS[usize::from(label)]).collect() }
    }

    fn node(&self, at: usize) -> Node {
        self.nodes.get(at).copied().unwrap_or_default()
    }

    fn label(&self, at: usize) -> u32 {
        self.labels.get(at).map_or(99, |&label| u32::from(label))
    }

    fn left(&self, at: usize) -> Side {
        self.left.get(at).copied().unwrap_or_default()
    }

    fn right(&self, at: usize) -> Side {
        self.right.get(at).copied().unwrap_or_default()
    }

    fn stacked(&self, depth: usize) -> usize {
        self.stack.len().checked_sub(depth + 1).map_or(NONE, |at| self.stack[at])
    }
    /// All features of the choice of a move.
    #[cfg(feature = "train")]
    pub(super) fn features(&self, out: &mut Vec<Feature>) {
        let view = View::of(self);
        out.clear();
        Rounds::<3>::numbers().for_each(|round| view.ask(round, out));
    }

    /// All features of the name of an arc.
    #[cfg(feature = "train")]
    pub(super) fn arc_features(&self, head: usize, child: usize, out: &mut Vec<Feature>) {
        let view = ArcView::of(self, head, child);
        out.clear();
        Rounds::<2>::numbers().for_each(|round| view.ask(round, out));
    }
}
