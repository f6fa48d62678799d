//! What the parser sees when it chooses a step and names its arc.

use super::super::lexicon::{FREQUENT, NUMBERS};
use super::super::net::Seen;
use super::super::token::TAG_VALUES;
use super::{LABELS, NONE, Node, State};

/// How many values a label has, that of no label among them.
const LABEL_VALUES: u32 = 46;
const _: () = assert!(LABEL_VALUES as usize == LABELS.len() + 1);

/// All that a step is chosen by.
#[inline]
pub(in super::super) fn see(state: &State) -> Seen {
    let [top, under, third] = [0, 1, 2].map(|depth| state.stacked(depth));
    let next = state.next;
    let [s0, s1, s2] = [top, under, third].map(|at| state.node(at));
    let [b0, b1, b2, b3] = [next, next + 1, next + 2, next + 3].map(|at| state.node(at));
    let [s0_left, s1_left, b0_left] = [top, under, next].map(|at| state.left(at));
    let [s0_right, s1_right] = [top, under].map(|at| state.right(at));
    let [o0, o1, o2, o3] = [s0_right, s0_left, s1_right, b0_left].map(|side| state.node(side.outer));
    let mut seen = Seen::default();
    seen.see(0, 1);
    for node in [s0, s1, b0] {
        seen.see(node.word, NUMBERS);
        seen.see(node.ending % 512, 512);
    }
    for node in [s2, b1, b2, o0, o1, o2, o3] {
        seen.see(node.frequent, FREQUENT);
    }
    let pair = |a: &Node, b: &Node| a.tag * TAG_VALUES + b.tag;
    for (a, b) in [(s1, s0), (s0, b0), (b0, b1), (s2, s1), (b1, b2)] {
        seen.see(pair(a, b), TAG_VALUES * TAG_VALUES);
    }
    seen.see_mixed([s1.tag, s0.tag, b0.tag], 2048);
    seen.see_mixed([s0.tag, b0.tag, b1.tag], 2048);
    seen.see_mixed([pair(b0, b1), pair(b2, b3), s0.tag], 2048);
    // The last dependents, and all by their labels.
    for side in [s0_right, s0_left, s1_right, b0_left, s1_left] {
        seen.see(
            state.node(side.outer).tag * LABEL_VALUES + state.label(side.outer),
            TAG_VALUES * LABEL_VALUES,
        );
    }
    for (side, node) in [(s0_right, s0), (s0_left, s0), (s1_right, s1), (b0_left, b0)] {
        seen.see_mixed([side.labels, node.tag, 0], 1024);
    }
    seen.see_mixed([distance(top, next), s0.tag, b0.tag], 1024);
    seen.see_mixed([distance(under, top), s1.tag, s0.tag], 1024);
    seen.see_mixed([between(s1, s0), s1.tag, s0.tag], 2048);
    seen.see_mixed([between(s0, b0), s0.tag, b0.tag], 2048);
    for beside in [top.wrapping_sub(1), top.wrapping_add(1)] {
        seen.see(state.node(beside).tag, TAG_VALUES);
    }
    seen
}

/// What stands between two units: verbs, commas and conjunctions, each none, one or more.
fn between(from: &Node, to: &Node) -> u32 {
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
