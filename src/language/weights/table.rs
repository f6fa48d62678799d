//! A table of finished weights: rows found by hash.

use super::rows::Rows;
use super::{Feature, Score};

/// Finished weights. A slot that is taken has an entry: the upper bits of the feature it is for beside the place of its
/// row, so that features never learned find nothing. Entries stand without gaps, found by counting the slots taken
/// before. All this keeps a table small, as what a lookup costs is waiting for memory.
#[derive(Debug)]
pub(in super::super) struct Table<const N: usize, R> {
    /// The slots, a power of two of them.
    groups: Vec<Group>,
    /// The number of slots less one.
    mask: usize,
    /// Check and place of each taken slot, in order of the slots.
    entries: Vec<u32>,
    rows: R,
}

/// 64 slots.
#[derive(Clone, Copy, Debug, Default)]
struct Group {
    /// A bit for each that is taken.
    taken: u64,
    /// How many are taken in the groups before.
    before: u32,
}

impl Group {
    /// The entry of slot `bit`, if it is taken.
    #[inline]
    fn entry(self, bit: usize) -> Option<usize> {
        let below = (1u64 << bit) - 1;
        let taken = self.taken >> bit & 1 == 1;
        taken.then(|| (self.before + (self.taken & below).count_ones()) as usize)
    }
}

/// Bits of an entry that place the row; the others check the feature.
const PLACE_BITS: u32 = 22;
const PLACE: u32 = (1 << PLACE_BITS) - 1;
/// Bits of an entry that check the feature; in a file the gap since the last slot fills two bytes.
const CHECK_BITS: u32 = 32 - PLACE_BITS;
/// How many features are looked up side by side. Tables are larger than caches and a lookup alone waits for memory
/// twice; side by side the waits are one.
const BATCH: usize = 80;

impl<const N: usize, R: Rows<N>> Score<N> for Table<N, R> {
    fn add(&self, features: &[Feature], sums: &mut [i32; N]) {
        for batch in features.chunks(BATCH) {
            self.add_batch(batch, sums);
        }
    }
}

impl<const N: usize, R: Rows<N>> Table<N, R> {
    /// Adds the rows of at most [`BATCH`] features to `sums`: first it is seen which slots are taken, then their entries
    /// are fetched, then the rows are added.
    fn add_batch(&self, batch: &[Feature], sums: &mut [i32; N]) {
        let mut taken = [(0, 0); BATCH];
        let mut count = 0;
        for &feature in batch {
            let at = feature as usize & self.mask;
            if let Some(entry) = self.groups[at / 64].entry(at % 64) {
                taken[count] = (feature, entry);
                count += 1;
            }
        }
        let mut entries = [0; BATCH];
        for (entry, &(_, at)) in entries.iter_mut().zip(&taken[..count]) {
            *entry = self.entries[at];
        }
        let mut places = [0; BATCH];
        let mut found = 0;
        for (&entry, &(feature, _)) in entries.iter().zip(&taken[..count]) {
            if let Some(place) = self.resolve(entry, feature) {
                places[found] = place;
                found += 1;
            }
        }
        self.rows.add(&places[..found], sums);
    }

    /// The place of the row of `feature`, whose first slot has `entry`.
    #[inline]
    fn resolve(&self, mut entry: u32, feature: Feature) -> Option<u32> {
        let mut at = feature as usize & self.mask;
        while (entry ^ feature) >> PLACE_BITS != 0 {
            at = (at + 1) & self.mask;
            entry = self.entries[self.groups[at / 64].entry(at % 64)?];
        }
        Some(entry & PLACE)
    }

    /// Reads a table from the front of `bytes`: the logarithm of its slots, the count of its rows and of their
    /// weights, for each row the check and the gap since the last slot in two bytes, then the rows. `None` if the bytes
    /// are not a table.
    pub(in super::super) fn decode(bytes: &mut &[u8]) -> Option<Self> {
        let bits = take_number(bytes).filter(|bits| *bits < PLACE_BITS)?;
        let count = take_number(bytes)? as usize;
        let size = take_number(bytes)? as usize;
        let slots = 1usize << bits;
        let (heads, rest) = bytes.split_at_checked(count * 2)?;
        let (weights, rest) = rest.split_at_checked((size * R::WIDTH as usize).div_ceil(8))?;
        *bytes = rest;
        if count >= slots || size > PLACE as usize {
            return None;
        }
        let (rows, places) = R::unpack(weights);
        let mut table = Self::empty(slots, rows);
        table.entries.reserve(count);
        let mut places = places.into_iter();
        let mut at = 0;
        for head in heads.as_chunks::<2>().0 {
            let head = u32::from(u16::from_le_bytes(*head));
            at += (head >> CHECK_BITS) as usize;
            if at >= slots || table.groups[at / 64].taken >> (at % 64) & 1 == 1 {
                return None;
            }
            table.push(at, head << PLACE_BITS | places.next()?);
        }
        table.count();
        Some(table)
    }

    /// A table of so many slots, none of them taken.
    fn empty(slots: usize, rows: R) -> Self {
        Self {
            groups: vec![Group::default(); slots.div_ceil(64)],
            mask: slots - 1,
            entries: Vec::new(),
            rows,
        }
    }

    /// Takes slot `at`, which comes after all that were taken.
    fn push(&mut self, at: usize, entry: u32) {
        self.groups[at / 64].taken |= 1 << (at % 64);
        self.entries.push(entry);
    }

    /// Counts the slots that were taken.
    fn count(&mut self) {
        let mut before = 0;
        for group in &mut self.groups {
            group.before = before;
            before += group.taken.count_ones();
        }
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
            let same = |other: usize| (learned[other].0 ^ feature) >> PLACE_BITS == 0;
            while taken[at].is_some_and(|other| !same(other)) {
                at = (at + 1) & (size - 1);
            }
            taken[at].get_or_insert(number);
        }
        let filled = || taken.iter().enumerate().filter_map(|(slot, number)| Some((slot, (*number)?)));
        let weights: Vec<u16> = filled().flat_map(|(_, number)| R::row(&learned[number].1)).collect();
        assert!(weights.len() < PLACE as usize, "a row must be placed in {PLACE_BITS} bits");
        let (rows, places) = R::unpack(&R::pack(&weights));
        let mut table = Self::empty(size, rows);
        for ((slot, number), place) in filled().zip(places) {
            table.push(slot, learned[number].0 >> PLACE_BITS << PLACE_BITS | place);
        }
        table.count();
        table
    }

    /// How many bytes the table of such rows takes, at most.
    pub(in super::super) fn size(learned: &[(Feature, [i16; N])]) -> usize {
        let weights: usize =
            learned.iter().map(|(_, row)| row.iter().filter(|weight| **weight != 0).count()).sum();
        16 + learned.len() * 2 + (weights * R::WIDTH as usize).div_ceil(8)
    }

    /// Writes what [`Table::decode`] reads.
    pub(in super::super) fn encode(&self, out: &mut Vec<u8>) {
        let number = |value: usize| u32::try_from(value).expect("tables are small");
        let weights = self.rows.weights();
        put_number((self.mask + 1).trailing_zeros(), out);
        put_number(number(self.len()), out);
        put_number(number(weights.len()), out);
        let taken = (0..=self.mask).filter(|at| self.groups[at / 64].taken >> (at % 64) & 1 == 1);
        let mut last = 0;
        for (at, &entry) in taken.zip(&self.entries) {
            let gap = u16::try_from(at - last).ok().filter(|&gap| gap < 1 << (16 - CHECK_BITS));
            let gap = gap.expect("a table more than a quarter full has no long gaps");
            let check = u16::try_from(entry >> PLACE_BITS).expect("ten bits");
            out.extend((gap << CHECK_BITS | check).to_le_bytes());
            last = at;
        }
        out.extend(R::pack(&weights));
    }

    /// How many rows there are.
    pub(in super::super) fn len(&self) -> usize {
        self.entries.len()
    }
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
                assert_eq!(table.score(&[feature]), row.map(i32::from));
            }
        }
        check::<Dense>(64);
        check::<Sparse>(256);
    }
}
