//! Dependencies, left to right: a greedy arc-hybrid transition parser. A net chooses the next step, and the name of the
//! arc that the step makes.

mod features;

use super::lexicon::Lexicon;
use super::net::{Choices, Net};
use super::token::{Sentence, TAGS};
use super::unit::{Tree, Unit, UnitClass};
pub(super) use features::see;
use multiversion::multiversion;
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

/// Kinds of steps.
pub(super) const STEPS: usize = 16;

/// Choices of the net: the steps, then the labels.
pub(super) const CHOICES: usize = STEPS + LABELS.len();

/// Cells of the net.
const CELLS: usize = 64;

/// The parser's net.
pub(super) type StepNet = Net<CELLS, CHOICES>;

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
                set(&mut (1..LABELS.len()).filter(fits).map(|label| STEPS + label))
            };
            Steps { of_move, labels: std::array::from_fn(named) }
        });
        &KNOWN
    }

    /// The move of step number `step`.
    pub(super) fn step(step: usize) -> Move {
        KINDS[step].0
    }

    /// The choices of the labels an arc made by step number `step` may have.
    pub(super) fn labels(&self, step: usize) -> Choices {
        self.labels[step]
    }

    /// Whether an arc made by step number `step` may be called `label`.
    #[cfg(feature = "train")]
    pub(super) fn fits(&self, step: usize, label: usize) -> bool {
        self.labels[step] >> (STEPS + label) & 1 == 1
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
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    /// Its number in the lexicon.
    word: u32,
    /// The same if it is frequent.
    frequent: u32,
    tag: u32,
    /// The hash of its ending.
    ending: u32,
    /// How many verbs, commas and conjunctions came before, ten bits each.
    passed: u32,
    /// Whether it is tagged a finite verb in the present or past.
    finite: bool,
}

impl Node {
    /// What is not there.
    const ABSENT: Self = Self { word: 0, frequent: 0, tag: 0, ending: 0, passed: 0, finite: false };
}

#[cfg(feature = "train")]
impl Node {
    /// The number of its tag, from 1.
    pub(super) fn tag(&self) -> usize {
        self.tag as usize
    }
}

/// The parser's view of units of a sentence.
pub(super) fn nodes(text: &str, sentence: &Sentence, units: &[Unit], lexicon: &Lexicon) -> Vec<Node> {
    let mut passed = 0u32;
    let node = |unit: &Unit| {
        let (word, frequent, ending) = match unit.class {
            UnitClass::Word => {
                let word = lexicon.word(&text[sentence.tokens[unit.tokens.start].range.clone()]);
                (word.number, word.frequent, word.suffixes[2])
            }
            class => (Lexicon::class(class as u32), Lexicon::class(class as u32), 0),
        };
        let node = Node {
            word,
            frequent,
            tag: 1 + u32::from(unit.tag.0),
            ending,
            passed,
            finite: matches!(unit.tag.name(), "VBZ" | "VBP" | "VBD"),
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

/// How many things the net can see.
pub(super) fn things() -> usize {
    see(&State::new(&[])).total()
}

/// Parses units.
#[multiversion(targets("x86_64+avx2"))]
pub(super) fn parse(nodes: &[Node], net: &StepNet, arcs: &Arcs) -> Tree {
    let kinds = Steps::get();
    let mut state = State::new(nodes);
    while !state.is_done() {
        if state.stack.is_empty() {
            // There is no choice, and nothing to look at.
            state.apply(Move::Shift, 0);
            continue;
        }
        let child = state.node(state.stacked(0)).tag;
        let layer = net.layer(&see(&state));
        let choice = net.best(&layer, arcs.known(child, state.allowed(kinds)));
        let step = Steps::step(choice);
        let label = match step {
            Move::Shift => 0,
            _ => net.best(&layer, arcs.known(child, kinds.labels(choice))) - STEPS,
        };
        state.apply(step, label);
    }
    state.tree()
}

/// What arcs the words of each tag are known to hang on, and by what names.
#[derive(Debug)]
pub(super) struct Arcs([Choices; TAGS + 1]);

impl Arcs {
    /// The arcs that were counted at least `often` times for a tag.
    #[cfg(feature = "train")]
    pub(super) fn new(counts: &[[u32; CHOICES]; TAGS + 1], often: u32) -> Self {
        let known = |counts: &[u32; CHOICES]| {
            (0..CHOICES)
                .filter(|&choice| counts[choice] >= often)
                .fold(0, |set: Choices, choice| set | 1 << choice)
        };
        Self(counts.each_ref().map(known))
    }

    /// Those of the choices that a word of the tag is known for, and a step that makes no arc; all if there are none.
    fn known(&self, tag: u32, choices: Choices) -> Choices {
        let known = choices & (self.0.get(tag as usize).copied().unwrap_or(0) | 1);
        if known == 0 { choices } else { known }
    }

    /// Takes eight little-endian bytes for each tag off the front of `bytes`. `None` if these are too few.
    pub(super) fn decode(bytes: &mut &'static [u8]) -> Option<Self> {
        let (arcs, rest) = bytes.split_at_checked((TAGS + 1) * 8)?;
        *bytes = rest;
        let mut known = [0; TAGS + 1];
        for (known, bytes) in known.iter_mut().zip(arcs.as_chunks().0) {
            *known = Choices::from_le_bytes(*bytes);
        }
        Some(Self(known))
    }

    /// Writes what [`Arcs::decode`] reads.
    #[cfg(feature = "train")]
    pub(super) fn encode(&self, out: &mut Vec<u8>) {
        out.extend(self.0.iter().flat_map(|known| known.to_le_bytes()));
    }
}

/// Dependents of a unit on one side.
#[derive(Clone, Copy)]
struct Side {
    /// The last added.
    outer: usize,
    /// A hash of the labels of all.
    labels: u32,
}

impl Default for Side {
    fn default() -> Self {
        Self { outer: NONE, labels: 0 }
    }
}

impl Side {
    fn add(&mut self, child: usize, label: usize) {
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

    /// The steps that may be taken; as far as tags go, a finite verb has no articles and the like, and is none.
    fn allowed(&self, steps: &Steps) -> Choices {
        let moves = Move::ALL.into_iter().filter(|&step| self.allows(step));
        let allowed = moves.fold(0, |set, step| set | steps.of_move[step as usize]);
        let finite = self.node(self.next).finite || self.node(self.stacked(0)).finite;
        if finite { allowed & !(1 << NOMINAL) } else { allowed }
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

    fn node(&self, at: usize) -> &Node {
        self.nodes.get(at).unwrap_or(&Node::ABSENT)
    }

    /// The number of the label of a unit that hangs on another, from 1; 0 of none.
    fn label(&self, at: usize) -> u32 {
        self.labels.get(at).map_or(0, |&label| u32::from(label) + 1)
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
}
