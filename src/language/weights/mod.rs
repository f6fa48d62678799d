//! Rows of weights addressed by hashed features: the whole of what the models are made of.

mod rows;
mod table;

#[cfg(feature = "train")]
pub(super) use rows::Rows;
pub(super) use rows::{Dense, Sparse};
pub(super) use table::Table;

/// A hashed feature.
pub(super) type Feature = u32;

/// Mixes a template's number and up to three values into a feature.
#[inline]
pub(super) fn feature(template: u32, a: u32, b: u32, c: u32) -> Feature {
    let low = u64::from(a) | (u64::from(b) << 32);
    let high = u64::from(c) | (u64::from(template) << 32);
    let mixed =
        low.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ high.wrapping_mul(0xC2B2_AE3D_27D4_EB4F).rotate_left(29);
    let mixed = (mixed ^ (mixed >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    u32::try_from(mixed >> 32).expect("the upper half of 64 bits is 32 bits")
}

/// What gives each of `N` choices a score: finished weights, or weights in training.
pub(super) trait Score<const N: usize> {
    /// Adds the rows of `features` to `sums`.
    fn add(&self, features: &[Feature], sums: &mut [i32; N]);

    /// The sum of the rows of `features`.
    #[cfg(any(test, feature = "train"))]
    fn score(&self, features: &[Feature]) -> [i32; N] {
        let mut sums = [0; N];
        self.add(features, &mut sums);
        sums
    }
}

/// How features are asked: those that tell most first, the others only where these leave doubt.
pub(super) struct Rounds<const R: usize> {
    /// How many features have been asked after each round but the last, which asks all.
    pub(super) ends: [usize; R],
    /// A choice that leads by this much is not asked about further.
    pub(super) lead: i32,
}

impl<const R: usize> Rounds<R> {
    /// The best of the choices `allowed`; 0 if none is. Of equals the first.
    pub(super) fn decide<const N: usize>(
        &self,
        weights: &impl Score<N>,
        features: &[Feature],
        allowed: impl Fn(usize) -> bool,
    ) -> usize {
        let choices = (0..N).filter(|&choice| allowed(choice)).fold(0u64, |set, choice| set | 1 << choice);
        if choices.count_ones() < 2 {
            return if choices == 0 { 0 } else { choices.trailing_zeros() as usize };
        }
        let mut sums = [0; N];
        let mut start = 0;
        for end in self.ends {
            weights.add(&features[start..end], &mut sums);
            start = end;
            let (choice, lead) = leader(&sums, choices);
            if lead >= self.lead {
                return choice;
            }
        }
        weights.add(&features[start..], &mut sums);
        leader(&sums, choices).0
    }
}

/// The first of the highest scores among `choices`, one bit each, and how far it leads.
fn leader<const N: usize>(sums: &[i32; N], mut choices: u64) -> (usize, i32) {
    let (mut choice, mut top, mut second) = (0, i32::MIN, i32::MIN);
    while choices != 0 {
        let at = choices.trailing_zeros() as usize;
        choices &= choices - 1;
        let sum = sums[at];
        if sum > top {
            (choice, second, top) = (at, top, sum);
        } else if sum > second {
            second = sum;
        }
    }
    (choice, top.saturating_sub(second))
}

/// The first of the highest scores among the choices `allowed`; 0 if none is.
#[cfg(feature = "train")]
#[inline]
pub(super) fn best<const N: usize>(scores: &[i32; N], allowed: impl Fn(usize) -> bool) -> usize {
    let mut best = None;
    for (choice, &score) in scores.iter().enumerate() {
        if allowed(choice) && best.is_none_or(|(_, top)| score > top) {
            best = Some((choice, score));
        }
    }
    best.map_or(0, |(choice, _)| choice)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each feature speaks for the choice of its number with its value; how many were asked is counted.
    struct Asked(std::cell::Cell<usize>);

    impl Score<3> for Asked {
        fn add(&self, features: &[Feature], sums: &mut [i32; 3]) {
            self.0.set(self.0.get() + features.len());
            for feature in features {
                sums[(feature % 10) as usize] += i32::try_from(feature / 10).unwrap();
            }
        }
    }

    #[test]
    fn what_is_plain_is_not_asked_further() {
        let rounds = Rounds { ends: [1, 2], lead: 5 };
        let ask = |features: &[Feature], allowed: &[usize]| {
            let asked = Asked(std::cell::Cell::new(0));
            (rounds.decide(&asked, features, |choice| allowed.contains(&choice)), asked.0.get())
        };
        assert_eq!(ask(&[51, 902, 902], &[0, 1, 2]), (1, 1));
        assert_eq!(ask(&[41, 902, 900], &[0, 1, 2]), (2, 2));
        assert_eq!(ask(&[41, 42, 900], &[0, 1, 2]), (0, 3));
        assert_eq!(ask(&[41, 902, 900], &[1]), (1, 0));
        assert_eq!(ask(&[41, 902, 900], &[]), (0, 0));
    }
}
