//! Nets of one hidden layer over what a decision sees. Each thing that can be seen has a row of small weights; the rows
//! of the things seen are summed into the cells of the hidden layer, and each choice weighs the cells. All is in whole
//! numbers, so that every machine comes to the same choice, and rows are read where the model file lies in memory. What
//! decides with a net is compiled twice, the second time for processors that add and multiply twice as many numbers at once
//! (AVX2), and the one that fits is taken at run time. Only what is inlined is compiled the second time too.

#![expect(clippy::inline_always, reason = "a call would lead to the code for the older processors")]

mod seen;

pub(super) use seen::Seen;

use std::borrow::Cow;
use std::hint::black_box;

/// Units of weight in a row to one.
#[cfg(feature = "train")]
pub(super) const ROW_UNITS: f32 = 32.0;

/// Units of weight of a choice to one.
#[cfg(feature = "train")]
pub(super) const CHOICE_UNITS: f32 = 256.0;

/// The byte of no weight in a row: bytes without a sign are widened faster.
const ZERO: u8 = 128;

/// Some of the choices, a bit each.
pub(super) type Choices = u64;

/// The weights of a net with `CELLS` cells and `N` choices, at most 64.
#[derive(Debug)]
pub(super) struct Net<const CELLS: usize, const N: usize> {
    /// The row of each thing that can be seen: its weights, [`ZERO`] added to each.
    rows: Cow<'static, [[u8; CELLS]]>,
    /// For each choice what a cell above zero, and what one below, speaks for it.
    choices: Vec<[[i16; CELLS]; 2]>,
}

/// The hidden layer of one decision: each cell where it is above zero, and where it is below.
pub(super) struct Layer<const CELLS: usize>([[i16; CELLS]; 2]);

impl<const CELLS: usize, const N: usize> Net<CELLS, N> {
    /// The hidden layer for what is seen.
    #[inline(always)]
    pub(super) fn layer(&self, seen: &Seen) -> Layer<CELLS> {
        let rows = seen.rows();
        let mut sums = [0i16; CELLS];
        for row in rows {
            for (sum, weight) in sums.iter_mut().zip(&self.rows[*row as usize]) {
                *sum += i16::from(*weight);
            }
        }
        let zero = i16::try_from(rows.len()).map_or(0, |rows| rows * i16::from(ZERO));
        let sums = sums.map(|sum| sum - zero);
        Layer([sums.map(|sum| sum.max(0)), sums.map(|sum| (-sum).max(0))])
    }

    /// The best of the choices `allowed` for what is seen; see [`Net::best`]. Nobody looks where there is no choice.
    #[inline(always)]
    pub(super) fn choose(&self, allowed: Choices, see: impl FnOnce() -> Seen) -> usize {
        only(allowed).unwrap_or_else(|| self.best(&self.layer(&see()), allowed))
    }

    /// The best of the choices `allowed`; 0 if none is. Of equals the first.
    #[inline(always)]
    pub(super) fn best(&self, layer: &Layer<CELLS>, allowed: Choices) -> usize {
        if let Some(choice) = only(allowed) {
            return choice;
        }
        let mut best = (i32::MIN, 0);
        let mut left = allowed;
        while left != 0 {
            let choice = left.trailing_zeros() as usize;
            left &= left - 1;
            let score = self.choices.get(choice).map_or(i32::MIN, |weights| score(weights, layer));
            if score > best.0 {
                best = (score, choice);
            }
        }
        best.1
    }

    /// Takes a net that can see `things` off the front of `bytes`: the weights of the choices in little-endian pairs of
    /// bytes, then the rows. `None` if these are too few.
    pub(super) fn decode(bytes: &mut &'static [u8], things: usize) -> Option<Self> {
        let (choices, rest) = bytes.split_at_checked(N * 2 * CELLS * 2)?;
        let (rows, rest) = rest.split_at_checked(things * CELLS)?;
        *bytes = rest;
        let choices: Vec<i16> = choices.as_chunks().0.iter().copied().map(i16::from_le_bytes).collect();
        Some(Self {
            rows: Cow::Borrowed(rows.as_chunks().0),
            choices: choices.as_chunks().0.as_chunks().0.to_vec(),
        })
    }
}

/// The choice that is left, if it is one.
#[inline]
fn only(allowed: Choices) -> Option<usize> {
    allowed.is_power_of_two().then_some(allowed.trailing_zeros() as usize)
}

/// What the cells speak for a choice. In rounds of a few, for which compilers find better instructions than for all at once;
/// and of cells they know nothing of, lest they widen these once for all choices and narrow them again for each.
#[inline(always)]
fn score<const CELLS: usize>(weights: &[[i16; CELLS]; 2], layer: &Layer<CELLS>) -> i32 {
    let (weights, more_weights) = weights.as_flattened().as_chunks::<64>();
    let (cells, more_cells) = black_box(&layer.0).as_flattened().as_chunks::<64>();
    let rounds = weights.iter().zip(cells).map(|(weights, cells)| product(weights, cells));
    rounds.sum::<i32>() + product(more_weights, more_cells)
}

/// The sum of the products of pairs.
#[inline(always)]
fn product(some: &[i16], others: &[i16]) -> i32 {
    some.iter().zip(others).map(|(one, other)| i32::from(*one) * i32::from(*other)).sum()
}

#[cfg(feature = "train")]
impl<const CELLS: usize, const N: usize> Net<CELLS, N> {
    /// A net of finished weights.
    pub(super) fn new(rows: Vec<[i8; CELLS]>, choices: Vec<[[i16; CELLS]; 2]>) -> Self {
        let bytes = |row: [i8; CELLS]| row.map(|weight| ZERO.wrapping_add_signed(weight));
        Self { rows: rows.into_iter().map(bytes).collect(), choices }
    }

    /// Writes what [`Net::decode`] reads.
    pub(super) fn encode(&self, out: &mut Vec<u8>) {
        out.extend(self.choices.as_flattened().as_flattened().iter().flat_map(|weight| weight.to_le_bytes()));
        out.extend_from_slice(self.rows.as_flattened());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two cells, two choices, three things. The first choice is for the first cell above zero, the second for the
    /// second below.
    const BYTES: &[u8] = &[1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 133, 128, 128, 126, 128, 127];

    fn net() -> Net<2, 2> {
        let mut bytes = BYTES;
        let net = Net::decode(&mut bytes, 3).unwrap();
        assert!(bytes.is_empty());
        net
    }

    fn seen(values: &[u32]) -> Seen {
        let mut seen = Seen::default();
        for value in values {
            seen.see(*value, 1);
        }
        seen
    }

    #[test]
    fn the_rows_of_what_is_seen_are_summed_and_weighed() {
        let net = net();
        let one = seen(&[0]);
        assert_eq!(net.best(&net.layer(&one), 0b11), 0);
        // The first thing speaks 5 for the first choice, the other two together 6 for the second.
        let three = seen(&[0, 0, 0]);
        assert_eq!(net.best(&net.layer(&three), 0b11), 1);
        assert_eq!(net.best(&net.layer(&three), 0b01), 0);
        assert_eq!(net.best(&net.layer(&three), 0), 0);
    }

    #[test]
    fn too_few_bytes_are_no_net() {
        assert!((0..BYTES.len()).all(|end| Net::<2, 2>::decode(&mut &BYTES[..end], 3).is_none()));
    }
}
