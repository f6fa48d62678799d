//! What the parser looks at when it chooses a move and names an arc.

use super::super::weights::{Feature, feature};
use super::{NONE, Node, Side, State};

/// The words and arcs that a move is chosen by.
pub(super) struct View<'s> {
    state: &'s State<'s>,
    /// The top of the stack and the two units below it.
    stacked: [Node; 3],
    /// The next units.
    ahead: [Node; 4],
    /// Dependents of the top of the stack, left and right.
    of_top: [Side; 2],
    /// Dependents of the unit below it, left and right.
    of_under: [Side; 2],
    /// Dependents of the next unit to its left.
    of_next: Side,
    /// How far the top of the stack is from the next unit.
    near: u32,
    /// How far it is from the unit below it.
    far: u32,
}

impl<'s> View<'s> {
    pub(super) fn of(state: &'s State<'s>) -> Self {
        let (top, under, third) = (state.stacked(0), state.stacked(1), state.stacked(2));
        let ahead = state.next;
        Self {
            state,
            stacked: [top, under, third].map(|at| state.node(at)),
            ahead: [ahead, ahead + 1, ahead + 2, ahead + 3].map(|at| state.node(at)),
            of_top: [state.left(top), state.right(top)],
            of_under: [state.left(under), state.right(under)],
            of_next: state.left(ahead),
            near: distance(top, ahead),
            far: distance(under, top),
        }
    }

    /// Adds the features of a round: those that tell most come first.
    pub(super) fn ask(&self, round: usize, out: &mut Vec<Feature>) {
        let &Self { state, near, far, of_next: b0l, .. } = self;
        let ([s0, s1, s2], [b0, b1, b2, b3]) = (self.stacked, self.ahead);
        let ([s0l, s0r], [s1l, s1r]) = (self.of_top, self.of_under);
        let tags = pair(s0.tag, b0.tag);
        let (last_s0, last_s1, first_s0, ahead_left) =
            (state.node(s0r.outer), state.node(s1r.outer), state.node(s0l.outer), state.node(b0l.outer));
        match round {
            0 => out.extend([
                feature(200, s0.tag, b0.tag, b1.tag),
                feature(207, s0.word, b0.tag, 0),
                feature(212, s1.tag, s0.tag, b0.word),
                feature(224, s0.word, s0r.count, s0l.count),
                feature(225, s0.tag, pair(s0r.labels, s0l.labels), b0.tag),
                feature(226, s1.word, s1r.labels, s0.tag),
                feature(227, s1.tag, s1r.labels, tags),
                feature(230, b0.word, b0l.count, s0.tag),
                feature(231, s0.tag, pair(last_s0.tag, state.label(s0r.outer)), b0.tag),
                feature(233, s1.tag, pair(last_s1.tag, state.label(s1r.outer)), tags),
                feature(234, b0.tag, pair(ahead_left.tag, state.label(b0l.outer)), s0.tag),
                feature(260, s1.tag, s0.tag, 0),
                feature(263, first_s0.word, s0.tag, b0.tag),
                feature(267, s1.word, s0.tag, 0),
                feature(268, b0.word, b1.tag, 0),
                feature(271, s1.tag, s0.tag, pair(between(s1, s0), b0.tag)),
            ]),
            1 => out.extend([
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
            ]),
            2 => out.extend([
                feature(202, s1.word, s1.tag, 0),
                feature(204, b1.word, b1.tag, 0),
                feature(208, s0.tag, b0.word, 0),
                feature(220, s0.tag, near, b0.tag),
                feature(237, s1.word, s0.word, last_s0.tag),
                feature(247, s2.word, s0.tag, b0.tag),
                feature(248, s2.tag, s1.tag, s0.word),
                feature(252, b0.ending, s0.tag, b1.tag),
                feature(257, state.node(s0l.inner).tag, s0.tag, b0.tag),
                feature(265, last_s1.word, s1.tag, s0.tag),
                feature(266, s0.word, s1.tag, 0),
                feature(273, s1.tag, tags, pair(between(s1, s0), between(s0, b0))),
            ]),
            _ => out.extend([
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
                feature(232, s0.tag, pair(first_s0.tag, state.label(s0l.outer)), b0.tag),
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
                feature(256, s1.word, pair(s0.tag, state.label(s0r.outer)), last_s0.word),
                feature(258, s1.tag, pair(last_s1.tag, state.node(s1r.inner).tag), tags),
                feature(259, tags, 0, 0),
                feature(261, s0.word, b0.tag, b1.tag),
                feature(262, last_s0.word, s0.tag, b0.tag),
                feature(264, ahead_left.word, b0.tag, s0.tag),
                feature(269, s0.tag, b0.tag, between(s0, b0)),
                feature(270, s0.word, b0.tag, between(s0, b0)),
                feature(272, s1.word, s0.tag, between(s1, s0)),
            ]),
        }
    }
}

/// The words and arcs that an arc is named by.
pub(super) struct ArcView<'s> {
    state: &'s State<'s>,
    head: usize,
    child: usize,
}

impl<'s> ArcView<'s> {
    pub(super) fn of(state: &'s State<'s>, head: usize, child: usize) -> Self {
        Self { state, head, child }
    }

    /// Adds the features of a round: those that tell most come first.
    pub(super) fn ask(&self, round: usize, out: &mut Vec<Feature>) {
        let &Self { state, head, child } = self;
        let (h, c) = (state.node(head), state.node(child));
        let (before, after) = (state.node(child.wrapping_sub(1)), state.node(child + 1));
        let way = u32::from(head < child);
        let (cl, cr) = (state.left(child), state.right(child));
        let same = if head < child { state.right(head) } else { state.left(head) };
        let near = distance(head.min(child), head.max(child));
        let tags = pair(pair(h.tag, c.tag), way);
        let inner = state.node(cr.outer);
        match round {
            0 => out.extend([
                feature(300, tags, 0, 0),
                feature(302, c.word, way, h.tag),
                feature(303, h.word, way, c.tag),
                feature(308, tags, cr.labels, 0),
                feature(315, c.word, state.node(cl.outer).word, h.tag),
                feature(318, tags, state.label(same.outer), state.node(same.outer).tag),
                feature(319, tags, state.node(cl.outer).word, 0),
                feature(321, tags, state.left(head).labels, state.right(head).labels),
            ]),
            1 => out.extend([
                feature(304, h.word, c.word, way),
                feature(305, tags, same.labels, 0),
                feature(307, tags, cl.labels, 0),
                feature(312, tags, after.word, 0),
                feature(314, h.ending, tags, 0),
                feature(323, c.word, c.tag, before.tag),
            ]),
            _ => out.extend([
                feature(301, tags, near, 0),
                feature(306, h.word, same.labels, c.tag),
                feature(309, tags, pair(cl.labels, cr.labels), same.labels),
                feature(310, tags, before.tag, after.tag),
                feature(311, tags, before.word, 0),
                feature(313, c.ending, tags, 0),
                feature(316, c.word, inner.word, h.tag),
                feature(317, h.word, c.word, inner.tag),
                feature(320, h.word, state.left(head).labels, c.tag),
                feature(322, tags, state.node(state.next).tag, u32::from(state.next == state.nodes.len())),
            ]),
        }
    }
}

/// Two small values as one.
fn pair(a: u32, b: u32) -> u32 {
    a.wrapping_mul(61).wrapping_add(b)
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
