//! Learning of nets by gradients, each weight with a step of its own that grows smaller the more it has moved (Adagrad).

use super::super::net::{CHOICE_UNITS, Choices, Net, ROW_UNITS};
use super::random::Random;

/// The step of a weight that has not moved yet.
const RATE: f32 = 0.05;

/// Of a hundred cells, how many are left out each time, so that no choice comes to lean on few of them.
const LEFT_OUT: usize = 15;

/// The largest weight a row can hold.
const ROW_LIMIT: f32 = 127.0 / ROW_UNITS;

/// A net in training.
pub(super) struct Learner<const CELLS: usize, const N: usize> {
    rows: Vec<Moving<[f32; CELLS]>>,
    choices: Vec<Moving<[[f32; CELLS]; 2]>>,
    rate: f32,
    random: Random,
}

/// Weights, and the squares of their steps so far.
struct Moving<W> {
    weights: W,
    squares: W,
}

/// The hidden layer of one decision, and what its choices ask of it.
pub(super) struct Layer<const CELLS: usize> {
    sums: [f32; CELLS],
    /// What each sum is taken times: nothing of a cell left out, a little more than one of the others.
    kept: [f32; CELLS],
    /// Each cell where it is above zero, and where it is below.
    cells: [[f32; CELLS]; 2],
    slopes: [[f32; CELLS]; 2],
}

/// Moves a weight against its slope.
#[inline]
fn step(weight: &mut f32, square: &mut f32, slope: f32, rate: f32) {
    *square += slope * slope;
    *weight -= rate * slope / square.sqrt();
}

impl<const CELLS: usize, const N: usize> Learner<CELLS, N> {
    /// A net that can see `things`, of small weights at random.
    pub(super) fn new(things: usize, seed: u64) -> Self {
        let mut random = Random::new(seed);
        let mut small = |limit: f32| (random.below(20_001) as f32 / 10_000.0 - 1.0) * limit;
        let rows = (0..things)
            .map(|_| Moving { weights: std::array::from_fn(|_| small(0.1)), squares: [1e-4; CELLS] })
            .collect();
        let choices = (0..N)
            .map(|_| Moving {
                weights: std::array::from_fn(|_| std::array::from_fn(|_| small(0.3))),
                squares: [[1e-4; CELLS]; 2],
            })
            .collect();
        Self { rows, choices, rate: RATE, random }
    }

    /// Makes steps smaller as learning goes on: `done` of it, from none to all.
    pub(super) fn settle(&mut self, done: f32) {
        self.rate = RATE * (1.0 - done);
    }

    /// The hidden layer for what is seen, some cells left out.
    pub(super) fn layer(&mut self, rows: &[u32]) -> Layer<CELLS> {
        let mut sums = [0.0; CELLS];
        for &row in rows {
            for (sum, weight) in sums.iter_mut().zip(&self.rows[row as usize].weights) {
                *sum += weight;
            }
        }
        let factor = 100.0 / (100 - LEFT_OUT) as f32;
        let kept = std::array::from_fn(|_| if self.random.below(100) < LEFT_OUT { 0.0 } else { factor });
        let cell = |sign: f32| std::array::from_fn(|at: usize| (sign * sums[at]).max(0.0) * kept[at]);
        Layer { sums, kept, cells: [cell(1.0), cell(-1.0)], slopes: [[0.0; CELLS]; 2] }
    }

    /// The scores of the choices `allowed`; the others have none.
    pub(super) fn scores(&self, layer: &Layer<CELLS>, allowed: Choices) -> [f32; N] {
        std::array::from_fn(|choice| {
            if allowed >> choice & 1 == 0 {
                return f32::NEG_INFINITY;
            }
            let weights = self.choices[choice].weights.as_flattened();
            weights.iter().zip(layer.cells.as_flattened()).map(|(weight, cell)| weight * cell).sum()
        })
    }

    /// Learns that of the choices with `scores` one of `right` should win.
    pub(super) fn learn(&mut self, layer: &mut Layer<CELLS>, scores: &[f32; N], right: Choices) {
        let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let shares = scores.map(|score| (score - top).exp());
        let all: f32 = shares.iter().sum();
        let is_right = |choice: usize| right >> choice & 1 == 1;
        let good: f32 = (0..N).filter(|&choice| is_right(choice)).map(|choice| shares[choice]).sum();
        let good = good.max(f32::MIN_POSITIVE);
        for (choice, share) in shares.into_iter().enumerate() {
            let slope = share / all - if is_right(choice) { share / good } else { 0.0 };
            if slope.abs() > 1e-6 {
                self.move_choice(choice, layer, slope);
            }
        }
    }

    fn move_choice(&mut self, choice: usize, layer: &mut Layer<CELLS>, slope: f32) {
        let Moving { weights, squares } = &mut self.choices[choice];
        let weights = weights.as_flattened_mut().iter_mut().zip(squares.as_flattened_mut());
        let cells = layer.cells.as_flattened().iter().zip(layer.slopes.as_flattened_mut());
        for ((weight, square), (cell, cell_slope)) in weights.zip(cells) {
            *cell_slope += slope * *weight;
            step(weight, square, slope * cell, self.rate);
        }
    }

    /// Hands what was learned on to the rows of what was seen.
    pub(super) fn hand_on(&mut self, rows: &[u32], layer: &Layer<CELLS>) {
        let slopes: [f32; CELLS] = std::array::from_fn(|at| {
            let [above, below] = [layer.slopes[0][at], -layer.slopes[1][at]];
            layer.kept[at] * if layer.sums[at] > 0.0 { above } else { below }
        });
        for &row in rows {
            let Moving { weights, squares } = &mut self.rows[row as usize];
            for ((weight, square), slope) in weights.iter_mut().zip(squares).zip(slopes) {
                step(weight, square, slope, self.rate);
                *weight = weight.clamp(-ROW_LIMIT, ROW_LIMIT);
            }
        }
    }

    /// The net in whole numbers. A row that never moved has no weight.
    pub(super) fn finish(&self) -> Net<CELLS, N> {
        let row = |row: &Moving<[f32; CELLS]>| {
            let moved = row.squares.iter().any(|square| *square > 1e-4);
            row.weights.map(|weight| if moved { (weight * ROW_UNITS).round() as i8 } else { 0 })
        };
        let choice = |choice: &Moving<[[f32; CELLS]; 2]>| {
            choice.weights.map(|half| half.map(|weight| (weight * CHOICE_UNITS).round() as i16))
        };
        Net::new(self.rows.iter().map(row).collect(), self.choices.iter().map(choice).collect())
    }
}

/// The first of the choices with the highest score.
pub(super) fn best<const N: usize>(scores: &[f32; N]) -> usize {
    let mut best = (f32::NEG_INFINITY, 0);
    for (choice, &score) in scores.iter().enumerate() {
        if score > best.0 {
            best = (score, choice);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::super::super::net::Seen;
    use super::*;

    #[test]
    fn what_no_line_parts_is_learned() {
        let seen = |a: u32, b: u32| {
            let mut seen = Seen::default();
            seen.see(0, 1);
            seen.see(a, 2);
            seen.see(b, 2);
            seen
        };
        let mut learner = Learner::<8, 2>::new(seen(0, 0).total(), 1);
        let cases = [(0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 0)];
        for _ in 0..400 {
            for (a, b, right) in cases {
                let seen = seen(a, b);
                let mut layer = learner.layer(seen.rows());
                let scores = learner.scores(&layer, 0b11);
                learner.learn(&mut layer, &scores, 1 << right);
                learner.hand_on(seen.rows(), &layer);
            }
        }
        let net = learner.finish();
        for (a, b, right) in cases {
            assert_eq!(net.best(&net.layer(&seen(a, b)), 0b11), right);
        }
    }
}
