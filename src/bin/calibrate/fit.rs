//! Weights of signs, fitted by logistic regression with a pull towards nothing.

use std::collections::BTreeMap;

/// How hard weights are pulled towards nothing: about this many readings must speak for a sign before it counts.
const PULL: f64 = 3.0;

/// Rounds over all weights; far more than it takes to settle.
const ROUNDS: usize = 200;

/// A reading: its signs, whether its statement is right, and how much it counts.
#[derive(Clone, Debug)]
pub(crate) struct Example {
    pub(crate) signs: Vec<String>,
    pub(crate) right: bool,
    pub(crate) count: f64,
}

/// The base and the weight of each sign.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Fitted {
    pub(crate) base: f64,
    pub(crate) signs: BTreeMap<String, f64>,
}

impl Fitted {
    /// Fits examples, one weight after the other, each by a step of Newton's. The order is fixed, and so is the result.
    pub(crate) fn of(examples: &[Example]) -> Self {
        let mut rows: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (row, example) in examples.iter().enumerate() {
            example.signs.iter().for_each(|sign| rows.entry(sign).or_default().push(row));
        }
        let everywhere: Vec<usize> = (0..examples.len()).collect();
        let mut odds = vec![0.0; examples.len()];
        let mut base = 0.0;
        let mut weights: BTreeMap<&str, f64> = rows.keys().map(|&sign| (sign, 0.0)).collect();
        for _ in 0..ROUNDS {
            base += step(examples, &mut odds, &everywhere, base, 1e-6);
            for (sign, weight) in &mut weights {
                *weight += step(examples, &mut odds, &rows[sign], *weight, PULL);
            }
        }
        let signs = weights.into_iter().map(|(sign, weight)| (sign.to_owned(), weight)).collect();
        Self { base, signs }
    }

    /// How likely a reading with these signs is right.
    pub(crate) fn probability(&self, signs: &[String]) -> f64 {
        let weights = signs.iter().filter_map(|s| self.signs.get(s));
        logistic(self.base + weights.sum::<f64>())
    }
}

/// Moves one weight, and the odds of the examples it weighs on; gives how far.
fn step(examples: &[Example], odds: &mut [f64], rows: &[usize], weight: f64, pull: f64) -> f64 {
    let (mut slope, mut curve) = (-pull * weight, pull);
    for &row in rows {
        let expected = logistic(odds[row]);
        let Example { right, count, .. } = examples[row];
        slope += count * (f64::from(u8::from(right)) - expected);
        curve += count * expected * (1.0 - expected);
    }
    let moved = (slope / curve.max(1e-9)).clamp(-1.0, 1.0);
    for &row in rows {
        odds[row] += moved;
    }
    moved
}

fn logistic(odds: f64) -> f64 {
    1.0 / (1.0 + (-odds).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn examples(sign: &str, right: usize, wrong: usize) -> Vec<Example> {
        let one = |right| Example { signs: vec![sign.to_owned()], right, count: 1.0 };
        (0..right).map(|_| one(true)).chain((0..wrong).map(|_| one(false))).collect()
    }

    #[test]
    fn signs_of_errors_weigh_less_than_nothing() {
        let mut all = examples("good", 95, 5);
        all.extend(examples("bad", 50, 50));
        let fitted = Fitted::of(&all);
        let (good, bad) = (fitted.probability(&["good".to_owned()]), fitted.probability(&["bad".to_owned()]));
        assert!((good - 0.95).abs() < 0.03, "{good}");
        assert!((bad - 0.5).abs() < 0.05, "{bad}");
        assert!(fitted.signs["bad"] < 0.0 && fitted.signs["good"] > 0.0);
    }

    #[test]
    fn a_sign_met_once_counts_little() {
        let mut all = examples("usual", 90, 10);
        all.extend(examples("once", 0, 1));
        let fitted = Fitted::of(&all);
        assert!(fitted.probability(&["once".to_owned()]) > 0.6);
    }
}
