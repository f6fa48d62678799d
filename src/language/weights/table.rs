//! A table of finished weights: rows found by hash.

use super::rows::{Asked, BATCH, CHECK_BITS, Rows, check};
use super::{Feature, Score};

/// Finished weights. A slot that is taken has a row, and the row a check, the upper bits of the feature it is for, so that
/// features never learned find nothing. Rows stand without gaps, found by counting the slots taken before. All this keeps
/// a table small, as what a lookup costs is waiting for memory.
#[derive(Debug)]
pub(in super::super) struct Table<const N: usize, R> {
    /// The slots, a power of two of them.
    groups: Vec<Group>,
    /// The number of slots less one.
    mask: usize,
    /// The row of each taken slot, in order of the slots.
    rows: R,
}

/// A table has fewer than two to this many slots.
const SLOT_BITS: u32 = 22;

/// 64 slots.
#[derive(Clone, Copy, Debug, Default)]
struct Group {
    /// A bit for each that is taken.
    taken: u64,
    /// How many are taken in the groups before.
    before: u32,
}

impl Group {
    /// Whether slot `bit` is taken, and the row it then has.
    #[inline]
    fn row(self, bit: usize) -> (bool, u32) {
        let below = (1u64 << bit) - 1;
        (self.taken >> bit & 1 == 1, self.before + (self.taken & below).count_ones())
    }
}

impl<const N: usize, R: Rows<N>> Score<N> for Table<N, R> {
    fn add(&self, features: &[Feature], sums: &mut [i16; N]) {
        for batch in features.chunks(BATCH) {
            self.add_batch(batch, sums);
        }
    }
}

impl<const N: usize, R: Rows<N>> Table<N, R> {
    /// Adds the rows of at most [`BATCH`] features to `sums`: first it is seen which slots are taken, then their rows are
    /// added, last those of features that had to make way for another.
    #[inline]
    fn add_batch(&self, batch: &[Feature], sums: &mut [i16; N]) {
        let mut asked = Asked::new();
        for &feature in batch {
            let (taken, row) = self.slot(feature as usize & self.mask);
            asked.push(feature, row, taken);
        }
        self.rows.add(&mut asked, sums);
        asked.replace(|feature| self.displaced(feature));
        if !asked.is_empty() {
            self.rows.add(&mut asked, sums);
        }
    }

    /// Whether a slot is taken, and the row it then has.
    #[inline]
    fn slot(&self, at: usize) -> (bool, u32) {
        self.groups[at / 64].row(at % 64)
    }

    /// The row of `feature`, whose first slot another has.
    fn displaced(&self, feature: Feature) -> Option<u32> {
        let mut at = feature as usize & self.mask;
        loop {
            at = (at + 1) & self.mask;
            let (taken, row) = self.slot(at);
            if !taken {
                return None;
            }
            if self.rows.check(row as usize)? == check(feature) {
                return Some(row);
            }
        }
    }

    /// Reads a table from the front of `bytes`: the logarithm of its slots, the count of its rows and of their
    /// weights, for each row the check and the gap since the last slot in two bytes, then the rows. `None` if the bytes
    /// are not a table.
    pub(in super::super) fn decode(bytes: &mut &[u8]) -> Option<Self> {
        let bits = take_number(bytes).filter(|bits| *bits < SLOT_BITS)?;
        let count = take_number(bytes)? as usize;
        let size = take_number(bytes)? as usize;
        let slots = 1usize << bits;
        let (heads, rest) = bytes.split_at_checked(count * 2)?;
        let (weights, rest) = rest.split_at_checked((size * R::WIDTH as usize).div_ceil(8))?;
        *bytes = rest;
        if count >= slots {
            return None;
        }
        let heads = heads.as_chunks::<2>().0.iter().copied().map(u16::from_le_bytes);
        let mut groups = vec![Group::default(); slots.div_ceil(64)];
        let mut at = 0;
        for head in heads.clone() {
            at += usize::from(head >> CHECK_BITS);
            let group = groups.get_mut(at / 64).filter(|_| at < slots)?;
            if group.taken >> (at % 64) & 1 == 1 {
                return None;
            }
            group.taken |= 1 << (at % 64);
        }
        let mut before = 0;
        for group in &mut groups {
            group.before = before;
            before += group.taken.count_ones();
        }
        let rows = R::unpack(weights, heads.map(|head| head & ((1 << CHECK_BITS) - 1)))?;
        Some(Self { groups, mask: slots - 1, rows })
    }
}

#[cfg(feature = "train")]
impl<const N: usize, R: Rows<N>> Table<N, R> {
    /// A table of finished rows, the weightiest first: of two features it cannot tell apart it keeps the first.
    pub(in super::super) fn new(learned: &[(Feature, [i16; N])]) -> Self {
        let size = (learned.len() * 3 / 2 + 2).next_power_of_two();
        let mut taken: Vec<Option<usize>> = vec![None; size];
        for (number, (feature, _)) in learned.iter().enumerate() {
            let mut at = *feature as usize & (size - 1);
            let same = |other: usize| check(learned[other].0) == check(*feature);
            while taken[at].is_some_and(|other| !same(other)) {
                at = (at + 1) & (size - 1);
            }
            taken[at].get_or_insert(number);
        }
        let filled = || taken.iter().enumerate().filter_map(|(slot, number)| Some((slot, (*number)?)));
        let weights: Vec<u16> = filled().flat_map(|(_, number)| R::row(&learned[number].1)).collect();
        let checks: Vec<(usize, u16)> =
            filled().map(|(slot, number)| (slot, check(learned[number].0))).collect();
        let mut bytes = Vec::new();
        write::<N, R>(size, &checks, &weights, &mut bytes);
        Self::decode(&mut &*bytes).expect("what is written can be read")
    }

    /// How many bytes the table of such rows takes, at most.
    pub(in super::super) fn size(learned: &[(Feature, [i16; N])]) -> usize {
        let weights: usize =
            learned.iter().map(|(_, row)| row.iter().filter(|weight| **weight != 0).count()).sum();
        16 + learned.len() * 2 + (weights * R::WIDTH as usize).div_ceil(8)
    }

    /// Writes what [`Table::decode`] reads.
    pub(in super::super) fn encode(&self, out: &mut Vec<u8>) {
        let taken = (0..=self.mask).filter(|&at| self.slot(at).0);
        let check = |row| self.rows.check(row).expect("a slot that is taken has a row");
        let checks: Vec<(usize, u16)> = taken.enumerate().map(|(row, slot)| (slot, check(row))).collect();
        write::<N, R>(self.mask + 1, &checks, &self.rows.weights(), out);
    }

    /// How many rows there are.
    pub(in super::super) fn len(&self) -> usize {
        self.rows.len()
    }
}

/// Writes a table of so many slots: those taken, in order, each with its check, and the weights of their rows.
#[cfg(feature = "train")]
fn write<const N: usize, R: Rows<N>>(
    slots: usize,
    taken: &[(usize, u16)],
    weights: &[u16],
    out: &mut Vec<u8>,
) {
    let number = |value: usize| u32::try_from(value).expect("tables are small");
    put_number(slots.trailing_zeros(), out);
    put_number(number(taken.len()), out);
    put_number(number(weights.len()), out);
    let mut last = 0;
    for (at, check) in taken {
        let gap = u16::try_from(at - last).ok().filter(|&gap| gap < 1 << (16 - CHECK_BITS));
        let gap = gap.expect("a table more than a quarter full has no long gaps");
        out.extend((gap << CHECK_BITS | check).to_le_bytes());
        last = *at;
    }
    out.extend(R::pack(weights));
}

/// Takes a little-endian base-128 number off the front of `bytes`.
#[inline]
fn take_number(bytes: &mut &[u8]) -> Option<u32> {
    let mut value = 0u32;
    for shift in [0, 7, 14, 21, 28] {
        let (&first, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u32::from(first & 0x7f) << shift;
        if first < 0x80 {
            return Some(value);
        }
    }
    None
}

#[cfg(feature = "train")]
fn put_number(mut value: u32, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push(u8::try_from(value & 0x7f).expect("seven bits") | 0x80);
        value >>= 7;
    }
    out.push(u8::try_from(value).expect("seven bits"));
}

#[cfg(test)]
mod tests {
    #[cfg(feature = "train")]
    use super::super::feature;
    use super::super::{Dense, Sparse};
    use super::*;

    #[test]
    fn numbers_of_several_bytes_are_read() {
        let mut bytes: &[u8] = &[0x7f, 0x80, 0x01, 0xff];
        assert_eq!(take_number(&mut bytes), Some(127));
        assert_eq!(take_number(&mut bytes), Some(128));
        assert_eq!(take_number(&mut bytes), None);
    }

    /// Four slots, one row, two narrow weights; the second slot, for features that end in 01 and begin with ten zeros;
    /// of choice 0 the value 1, of choice 1 the value -2.
    const NARROW: [u8; 8] = [2, 1, 2, 0x00, 0x04, 0x20, 0x10, 0xfd];

    /// The same in wide weights.
    const WIDE: [u8; 9] = [2, 1, 2, 0x00, 0x04, 0x80, 0x00, 0x41, 0xff];

    #[test]
    fn a_decoded_table_scores_the_rows_of_its_features() {
        let narrow = Table::<16, Dense>::decode(&mut &NARROW[..]).unwrap();
        assert_eq!(narrow.score(&[0, 1, 3, 0x8000_0001])[..3], [1, -2, 0]);
        let wide = Table::<20, Sparse>::decode(&mut &WIDE[..]).unwrap();
        assert_eq!(wide.score(&[0, 1, 3, 0x8000_0001])[..3], [1, -2, 0]);
    }

    #[test]
    fn broken_tables_are_refused() {
        let read = |mut bytes: &[u8]| Table::<16, Dense>::decode(&mut bytes);
        assert!((0..NARROW.len()).all(|end| read(&NARROW[..end]).is_none()));
        assert!(read(&[2, 1, 2, 0x00, 0x24, 0x20, 0x10, 0xfd]).is_none());
    }

    #[cfg(feature = "train")]
    #[test]
    fn a_written_table_is_read_back() {
        fn check<R: Rows<16>>(limit: i16) {
            let row = |at: i16| {
                std::array::from_fn(|choice| [7 - 2 * at, 0, -limit].get(choice).copied().unwrap_or(0))
            };
            let rows: Vec<(Feature, [i16; 16])> =
                (0..9i16).map(|at| (feature(at.unsigned_abs().into(), 1, 2, 3), row(at))).collect();
            let mut bytes = Vec::new();
            Table::<16, R>::new(&rows).encode(&mut bytes);
            let table = Table::<16, R>::decode(&mut &*bytes).unwrap();
            for (feature, row) in rows {
                assert_eq!(table.score(&[feature]), row);
            }
        }
        check::<Dense>(64);
        check::<Sparse>(256);
    }
}
