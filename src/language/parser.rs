//! Dependencies, left to right: a greedy arc-hybrid transition parser. One perceptron chooses among three moves; when
//! the move makes an arc, another names it.

use super::token::Sentence;
use super::unit::{Tree, Unit, UnitClass};
use super::weights::{Dense, Feature, Rounds, Score, Sparse, Table, feature};
use super::word::Word;
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
const MOVE_ROUNDS: Rounds<3> = Rounds { ends: [16, 28, 40], lead: 100 };

/// What a preposition hangs on the words tell, of which the rare features speak: all are asked.
const PREPOSITION_ROUNDS: Rounds<0> = Rounds { ends: [], lead: 0 };

/// So are the names of arcs.
const NAME_ROUNDS: Rounds<2> = Rounds { ends: [8, 14], lead: 75 };

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

/// What the labels of each step are.
pub(super) struct Steps {
    kind_of: [[u8; LABELS.len()]; 3],
}

impl Steps {
    pub(super) fn get() -> &'static Self {
        static KNOWN: LazyLock<Steps> = LazyLock::new(|| {
            let row = |step: Move| std::array::from_fn(|label| u8::try_from(kind(step, label)).unwrap_or(0));
            Steps { kind_of: Move::ALL.map(row) }
        });
        &KNOWN
    }

    /// The move of step number `step`.
    pub(super) fn step(step: usize) -> Move {
        KINDS[step].0
    }

    /// Whether an arc made by step number `step` may be called `label`.
    pub(super) fn fits(&self, step: usize, label: usize) -> bool {
        label > 0 && label < LABELS.len() && usize::from(self.kind_of[KINDS[step].0 as usize][label]) == step
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
        state.features(&mut features);
        let allowed = |choice: usize| state.allows(Steps::step(choice)) && state.suits(choice);
        let choice = if state.node(state.next).preposition {
            PREPOSITION_ROUNDS.decide(steps, &features, allowed)
        } else {
            MOVE_ROUNDS.decide(steps, &features, allowed)
        };
        let step = Steps::step(choice);
        let label = state.arc(step).map_or(0, |(head, child)| {
            state.arc_features(head, child, &mut features);
            NAME_ROUNDS.decide(names, &features, |label| kinds.fits(choice, label))
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

    /// Whether step number `choice` may be taken as far as tags go: a finite verb has no articles and the like.
    fn suits(&self, choice: usize) -> bool {
        choice != NOMINAL || self.arc(Move::Left).is_none_or(|(head, _)| !self.node(head).finite)
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

    /// The features of the choice of a move, in the order of [`MOVE_ROUNDS`].
    pub(super) fn features(&self, out: &mut Vec<Feature>) {
        let (top, under, third) = (self.stacked(0), self.stacked(1), self.stacked(2));
        let ahead = self.next;
        let (s0, s1, s2) = (self.node(top), self.node(under), self.node(third));
        let (b0, b1, b2, b3) =
            (self.node(ahead), self.node(ahead + 1), self.node(ahead + 2), self.node(ahead + 3));
        let (s0l, s0r, s1l, s1r, b0l) =
            (self.left(top), self.right(top), self.left(under), self.right(under), self.left(ahead));
        let near = distance(top, ahead);
        let far = distance(under, top);
        let pair = |a: u32, b: u32| a.wrapping_mul(61).wrapping_add(b);
        let tags = pair(s0.tag, b0.tag);
        let (last_s0, last_s1, first_s0, ahead_left) =
            (self.node(s0r.outer), self.node(s1r.outer), self.node(s0l.outer), self.node(b0l.outer));
        out.clear();
        out.extend([
            feature(200, s0.tag, b0.tag, b1.tag),
            feature(207, s0.word, b0.tag, 0),
            feature(212, s1.tag, s0.tag, b0.word),
            feature(224, s0.word, s0r.count, s0l.count),
            feature(225, s0.tag, pair(s0r.labels, s0l.labels), b0.tag),
            feature(226, s1.word, s1r.labels, s0.tag),
            feature(227, s1.tag, s1r.labels, tags),
            feature(230, b0.word, b0l.count, s0.tag),
            feature(231, s0.tag, pair(last_s0.tag, self.label(s0r.outer)), b0.tag),
            feature(233, s1.tag, pair(last_s1.tag, self.label(s1r.outer)), tags),
            feature(234, b0.tag, pair(ahead_left.tag, self.label(b0l.outer)), s0.tag),
            feature(260, s1.tag, s0.tag, 0),
            feature(263, first_s0.word, s0.tag, b0.tag),
            feature(267, s1.word, s0.tag, 0),
            feature(268, b0.word, b1.tag, 0),
            feature(271, s1.tag, s0.tag, pair(between(s1, s0), b0.tag)),
            feature(206, s0.word, b0.word, tags),
            feature(210, s1.word, s0.tag, b0.tag),
            feature(214, pair(s2.tag, s1.tag), s0.tag, b0.tag),
            feature(216, pair(s1.tag, s0.tag), b0.tag, b1.tag),
            feature(221, s0.word, near, b0.tag),
            feature(229, b0.tag, b0l.labels, s0.tag),
            feature(238, last_s1.word, s0.word, last_s0.word),
            feature(239, s1.word, last_s1.tag, s0.word),
            feature(240, s1.word, last_s1.word, s0.tag),
            feature(243, s0.tag, b0.tag, b1.word),
            feature(253, s1.tag, pair(s0.tag, s0r.labels), tags),
            feature(254, s0.tag, b1.tag, pair(b2.tag, b3.tag)),
            feature(202, s1.word, s1.tag, 0),
            feature(204, b1.word, b1.tag, 0),
            feature(208, s0.tag, b0.word, 0),
            feature(220, s0.tag, near, b0.tag),
            feature(237, s1.word, s0.word, last_s0.tag),
            feature(247, s2.word, s0.tag, b0.tag),
            feature(248, s2.tag, s1.tag, s0.word),
            feature(252, b0.ending, s0.tag, b1.tag),
            feature(257, self.node(self.left(top).inner).tag, s0.tag, b0.tag),
            feature(265, last_s1.word, s1.tag, s0.tag),
            feature(266, s0.word, s1.tag, 0),
            feature(273, s1.tag, tags, pair(between(s1, s0), between(s0, b0))),
            feature(201, s0.word, s0.tag, 0),
            feature(203, b0.word, b0.tag, 0),
            feature(205, b2.word, b2.tag, 0),
            feature(209, s1.word, s0.word, 0),
            feature(211, s1.tag, s0.word, b0.tag),
            feature(213, s1.tag, s0.tag, b0.tag),
            feature(215, pair(b0.tag, b1.tag), b2.tag, s0.tag),
            feature(217, pair(b0.tag, b1.tag), pair(b2.tag, b3.tag), s0.tag),
            feature(218, s1.word, b0.word, s0.tag),
            feature(219, s1.word, b0.tag, s0.tag),
            feature(222, s1.tag, far, s0.tag),
            feature(223, s1.tag, pair(far, near), tags),
            feature(228, s1.tag, s1l.labels, s0.tag),
            feature(232, s0.tag, pair(first_s0.tag, self.label(s0l.outer)), b0.tag),
            feature(235, s1.word, s0.word, last_s0.word),
            feature(236, s1.tag, s0.word, last_s0.word),
            feature(241, s0.ending, b0.ending, tags),
            feature(242, s1.ending, s0.ending, pair(s1.tag, s0.tag)),
            feature(244, s0.word, b0.word, b1.word),
            feature(245, s0.tag, b0.word, b1.tag),
            feature(246, b0.word, b1.word, 0),
            feature(249, pair(s2.tag, s1.tag), s1r.labels, tags),
            feature(250, s0.ending, s0.tag, b0.tag),
            feature(251, s1.ending, s0.tag, b0.tag),
            feature(255, s0.word, pair(s0r.labels, s0l.labels), b0.tag),
            feature(256, s1.word, pair(s0.tag, self.label(s0r.outer)), last_s0.word),
            feature(258, s1.tag, pair(last_s1.tag, self.node(s1r.inner).tag), tags),
            feature(259, tags, 0, 0),
            feature(261, s0.word, b0.tag, b1.tag),
            feature(262, last_s0.word, s0.tag, b0.tag),
            feature(264, ahead_left.word, b0.tag, s0.tag),
            feature(269, s0.tag, b0.tag, between(s0, b0)),
            feature(270, s0.word, b0.tag, between(s0, b0)),
            feature(272, s1.word, s0.tag, between(s1, s0)),
        ]);
    }

    /// The features of the name of an arc, in the order of [`NAME_ROUNDS`].
    pub(super) fn arc_features(&self, head: usize, child: usize, out: &mut Vec<Feature>) {
        let (h, c) = (self.node(head), self.node(child));
        let (before, after) = (self.node(child.wrapping_sub(1)), self.node(child + 1));
        let way = u32::from(head < child);
        let (cl, cr) = (self.left(child), self.right(child));
        let same = if head < child { self.right(head) } else { self.left(head) };
        let near = distance(head.min(child), head.max(child));
        let pair = |a: u32, b: u32| a.wrapping_mul(61).wrapping_add(b);
        let tags = pair(pair(h.tag, c.tag), way);
        let inner = self.node(cr.outer);
        out.clear();
        out.extend([
            feature(300, tags, 0, 0),
            feature(302, c.word, way, h.tag),
            feature(303, h.word, way, c.tag),
            feature(308, tags, cr.labels, 0),
            feature(315, c.word, self.node(cl.outer).word, h.tag),
            feature(318, tags, self.label(same.outer), self.node(same.outer).tag),
            feature(319, tags, self.node(cl.outer).word, 0),
            feature(321, tags, self.left(head).labels, self.right(head).labels),
            feature(304, h.word, c.word, way),
            feature(305, tags, same.labels, 0),
            feature(307, tags, cl.labels, 0),
            feature(312, tags, after.word, 0),
            feature(314, h.ending, tags, 0),
            feature(323, c.word, c.tag, before.tag),
            feature(301, tags, near, 0),
            feature(306, h.word, same.labels, c.tag),
            feature(309, tags, pair(cl.labels, cr.labels), same.labels),
            feature(310, tags, before.tag, after.tag),
            feature(311, tags, before.word, 0),
            feature(313, c.ending, tags, 0),
            feature(316, c.word, inner.word, h.tag),
            feature(317, h.word, c.word, inner.tag),
            feature(320, h.word, self.left(head).labels, c.tag),
            feature(322, tags, self.node(self.next).tag, u32::from(self.next == self.nodes.len())),
        ]);
    }
}

/// What stands between two units: verbs, commas and conjunctions, each none, one or more.
fn between(from: Node, to: Node) -> u32 {
    let passed = to.passed.wrapping_sub(from.passed);
    let few = |shift: u32| (passed >> shift & 1023).min(2);
    few(0) * 9 + few(10) * 3 + few(20)
}

/// How far apart two units are, roughly.
fn distance(from: usize, to: usize) -> u32 {
    if from == NONE || to == NONE {
        return 0;
    }
    match to.saturating_sub(from) {
        0..=4 => u32::try_from(to.saturating_sub(from)).unwrap_or(0) + 1,
        5..=6 => 6,
        7..=10 => 7,
        11..=18 => 8,
        _ => 9,
    }
}
