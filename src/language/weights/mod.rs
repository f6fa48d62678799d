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

/// What gives each of `N` choices a score: finished weights. A score is a sum of a hundred small numbers at most.
pub(super) trait Score<const N: usize> {
    /// Adds the rows of `features` to `sums`.
    fn add(&self, features: &[Feature], sums: &mut [i16; N]);

    /// The sum of the rows of `features`.
    #[cfg(test)]
    fn score(&self, features: &[Feature]) -> [i16; N] {
        let mut sums = [0; N];
        self.add(features, &mut sums);
        sums
    }
}

/// Some of the choices, a bit each.
pub(super) type Choices = u64;

/// How features are asked: those that tell most first, the others only where these leave doubt.
pub(super) struct Rounds<const R: usize> {
    /// The lead over all others with which a choice is not asked about further, after each round but the last.
    pub(super) leads: [i16; R],
}

impl<const R: usize> Rounds<R> {
    /// The rounds, by number.
    pub(super) fn numbers() -> std::ops::RangeInclusive<usize> {
        0..=R
    }

    /// The best of the choices `allowed`; 0 if none is. Of equals the first. `ask` adds the features of a round, counted
    /// from 0, to `features`, which is cleared before each.
    pub(super) fn decide<const N: usize>(
        &self,
        weights: &impl Score<N>,
        features: &mut Vec<Feature>,
        ask: impl Fn(usize, &mut Vec<Feature>),
        allowed: Choices,
    ) -> usize {
        if allowed.count_ones() < 2 {
            return if allowed == 0 { 0 } else { allowed.trailing_zeros() as usize };
        }
        let mut caps = [0; N];
        for (choice, cap) in caps.iter_mut().enumerate() {
            *cap = if allowed >> choice & 1 == 1 { i16::MAX } else { i16::MIN };
        }
        let mut sums = [0; N];
        for round in Self::numbers() {
            features.clear();
            ask(round, features);
            weights.add(features, &mut sums);
            let (top, second) = top_two(&sums, &caps);
            if self.leads.get(round).is_none_or(|&lead| top.saturating_sub(second) >= lead) {
                let best = (0..N).find(|&choice| sums[choice].min(caps[choice]) == top);
                return best.unwrap_or(0);
            }
        }
        0
    }
}

/// How many scores are compared side by side.
const LANES: usize = 8;

/// The two highest scores, none taken for higher than its cap.
fn top_two<const N: usize>(sums: &[i16; N], caps: &[i16; N]) -> (i16, i16) {
    let (mut tops, mut seconds) = ([i16::MIN; LANES], [i16::MIN; LANES]);
    let mut hear = |lane: usize, score: i16| {
        seconds[lane] = seconds[lane].max(tops[lane].min(score));
        tops[lane] = tops[lane].max(score);
    };
    let ((sums, more_sums), (caps, more_caps)) = (sums.as_chunks::<LANES>(), caps.as_chunks::<LANES>());
    for (sums, caps) in sums.iter().zip(caps) {
        for (lane, (sum, cap)) in sums.iter().zip(caps).enumerate() {
            hear(lane, *sum.min(cap));
        }
    }
    for (lane, (sum, cap)) in more_sums.iter().zip(more_caps).enumerate() {
        hear(lane, *sum.min(cap));
    }
    let (mut top, mut second) = (i16::MIN, i16::MIN);
    for (first, next) in tops.into_iter().zip(seconds) {
        second = second.max(next).max(top.min(first));
        top = top.max(first);
    }
    (top, second)
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
        fn add(&self, features: &[Feature], sums: &mut [i16; 3]) {
            self.0.set(self.0.get() + features.len());
            for feature in features {
                sums[(feature % 10) as usize] += i16::try_from(feature / 10).unwrap();
            }
        }
    }

    #[test]
    fn what_is_plain_is_not_asked_further() {
        let rounds = Rounds { leads: [5, 5] };
        let ask = |features: &[Feature], allowed: Choices| {
            let asked = Asked(std::cell::Cell::new(0));
            let ask = |round: usize, out: &mut Vec<Feature>| out.push(features[round]);
            (rounds.decide(&asked, &mut Vec::new(), ask, allowed), asked.0.get())
        };
        assert_eq!(ask(&[51, 902, 902], 0b111), (1, 1));
        assert_eq!(ask(&[41, 902, 900], 0b111), (2, 2));
        assert_eq!(ask(&[41, 42, 900], 0b111), (0, 3));
        assert_eq!(ask(&[41, 902, 900], 0b011), (0, 3));
        assert_eq!(ask(&[41, 902, 900], 0b010), (1, 0));
        assert_eq!(ask(&[41, 902, 900], 0), (0, 0));
    }

    #[test]
    fn the_two_highest_are_found_wherever_they_stand() {
        let caps = [i16::MAX; 24];
        for (first, second) in [(0, 23), (23, 0), (8, 16), (5, 6)] {
            let mut sums = [-3; 24];
            (sums[first], sums[second]) = (9, 7);
            assert_eq!(top_two(&sums, &caps), (9, 7));
            let mut capped = caps;
            capped[first] = i16::MIN;
            assert_eq!(top_two(&sums, &capped), (7, -3));
        }
    }
}
