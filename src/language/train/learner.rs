//! The averaged perceptron.

use super::super::weights::{Feature, Rows, Table};

/// Weights in training, with the sums their averages come from.
pub(super) struct Learner<const N: usize> {
    index: Index,
    weights: Vec<[i32; N]>,
    sums: Vec<[i64; N]>,
    step: i64,
    /// How often each feature was seen while counting; empty if all are learned.
    seen: Vec<u8>,
    /// A feature seen less often than this is not learned.
    rare: u8,
}

/// Logarithm of the counters.
const SEEN_BITS: u32 = 26;

/// Numbers of features, by open addressing.
struct Index {
    slots: Vec<(Feature, u32)>,
    count: u32,
}

impl Index {
    fn find(&self, feature: Feature) -> (usize, u32) {
        let mask = self.slots.len() - 1;
        let mut at = feature as usize & mask;
        loop {
            let (key, number) = self.slots[at];
            if number == 0 || key == feature {
                return (at, number);
            }
            at = (at + 1) & mask;
        }
    }

    /// The number of a feature, from 1, made if need be.
    fn number(&mut self, feature: Feature) -> u32 {
        let (at, number) = self.find(feature);
        if number > 0 {
            return number;
        }
        self.count += 1;
        self.slots[at] = (feature, self.count);
        let number = self.count;
        if self.count as usize * 2 > self.slots.len() {
            self.grow();
        }
        number
    }

    fn grow(&mut self) {
        let old = std::mem::take(&mut self.slots);
        self.slots = vec![(0, 0); old.len() * 2];
        for (feature, number) in old.into_iter().filter(|(_, number)| *number > 0) {
            let (at, _) = self.find(feature);
            self.slots[at] = (feature, number);
        }
    }
}

impl<const N: usize> Learner<N> {
    /// The sum of the weights of `features`, so far.
    pub(super) fn score(&self, features: &[Feature]) -> [i32; N] {
        let mut sums = [0; N];
        for &feature in features {
            let (_, number) = self.index.find(feature);
            if number > 0 {
                for (sum, weight) in sums.iter_mut().zip(&self.weights[number as usize]) {
                    *sum += weight;
                }
            }
        }
        sums
    }

    /// A learner of the features seen at least `rare` times, if any are counted beforehand.
    pub(super) fn new(rare: u8) -> Self {
        Self {
            index: Index { slots: vec![(0, 0); 1 << 16], count: 0 },
            weights: vec![[0; N]],
            sums: vec![[0; N]],
            step: 0,
            seen: Vec::new(),
            rare,
        }
    }

    /// Takes note of features before learning; those that stay rare will not be learned.
    pub(super) fn count(&mut self, features: &[Feature]) {
        if self.seen.is_empty() {
            self.seen = vec![0; 1 << SEEN_BITS];
        }
        for &feature in features {
            let slot = &mut self.seen[slot(feature)];
            *slot = slot.saturating_add(1);
        }
    }

    /// Counts one decision, and where it was wrong moves the weights of `features` from the wrong choice to the right.
    pub(super) fn learn(&mut self, features: &[Feature], right: usize, wrong: usize) {
        self.step += 1;
        if right == wrong {
            return;
        }
        for &feature in features {
            if !self.seen.is_empty() && self.seen[slot(feature)] < self.rare {
                continue;
            }
            let row = self.index.number(feature) as usize;
            if row == self.weights.len() {
                self.weights.push([0; N]);
                self.sums.push([0; N]);
            }
            self.weights[row][right] += 1;
            self.sums[row][right] += self.step;
            self.weights[row][wrong] -= 1;
            self.sums[row][wrong] -= self.step;
        }
    }

    /// The averaged weights, `scale` units each, without those of less than `floor`.
    pub(super) fn finish<R: Rows<N>>(&self, scale: f64, floor: f64) -> Table<N, R> {
        Table::new(&self.rows(scale, floor))
    }

    /// The same with the least floor that makes a table of at most `limit` bytes.
    pub(super) fn fitted<R: Rows<N>>(&self, scale: f64, limit: usize) -> Table<N, R> {
        let mut floor = 1.0 / scale;
        loop {
            let rows = self.rows(scale, floor);
            if Table::<N, R>::size(&rows) <= limit || rows.is_empty() {
                return Table::new(&rows);
            }
            floor += 1.0 / 8.0;
        }
    }

    /// The rows that are not empty, the heaviest first: of two features a table cannot tell apart it keeps the first.
    fn rows(&self, scale: f64, floor: f64) -> Vec<(Feature, [i16; N])> {
        let steps = self.step.max(1) as f64;
        let average = |weight: i32, sum: i64| {
            let weight = f64::from(weight) - sum as f64 / steps;
            let units = (weight * scale).round().clamp(f64::from(i16::MIN), f64::from(i16::MAX)) as i16;
            if weight.abs() < floor { 0 } else { units }
        };
        let row = |number: u32| {
            let number = number as usize;
            std::array::from_fn(|at| average(self.weights[number][at], self.sums[number][at]))
        };
        let filled = self.index.slots.iter().filter(|(_, number)| *number > 0);
        let mut learned: Vec<(Feature, [i16; N])> = filled
            .map(|&(feature, number)| (feature, row(number)))
            .filter(|(_, row)| row.iter().any(|weight| *weight != 0))
            .collect();
        learned.sort_by_key(|(feature, row)| {
            (std::cmp::Reverse(row.iter().map(|weight| weight.unsigned_abs()).max()), *feature)
        });
        learned
    }
}

fn slot(feature: Feature) -> usize {
    feature as usize & ((1 << SEEN_BITS) - 1)
}

/// A small generator of the same numbers for the same seed.
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `limit`.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 33) % limit as u64).expect("below a usize")
    }

    /// `0..count` in disorder.
    pub(super) fn order(&mut self, count: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..count).collect();
        for at in (1..count).rev() {
            order.swap(at, self.below(at + 1));
        }
        order
    }
}
