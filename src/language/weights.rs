//! Rows of weights addressed by hashed features: the whole of what the models are made of.

use std::borrow::Cow;

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
    /// The sum of the rows of `features`.
    fn score(&self, features: &[Feature]) -> [i32; N];
}

/// Finished weights: sparse rows found by hash. A slot that is taken has an entry: the upper bits of the feature it is
/// for beside the place of its row, so that features never learned find nothing. Entries stand without gaps, found by
/// counting the slots taken before; rows stay in the bytes they are read from. All this keeps a table small, as what a
/// lookup costs is waiting for memory.
#[derive(Debug)]
pub(super) struct Table<const N: usize> {
    /// The slots, a power of two of them.
    groups: Vec<Group>,
    /// The number of slots less one.
    mask: usize,
    /// Check and place of each taken slot, in order of the slots.
    entries: Vec<u32>,
    /// The rows, weight after weight without gaps: bits of choice, a bit that is set in the last weight of a row, bits
    /// of value. Few choices make narrow weights of 12 bits, many make wide ones of 16.
    rows: Cow<'static, [u8]>,
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
/// No row.
const EMPTY: u32 = PLACE;

/// How many features are looked up side by side. Tables are larger than caches and a lookup alone waits for memory
/// twice; side by side the waits are one.
const BATCH: usize = 80;

impl<const N: usize> Score<N> for Table<N> {
    #[inline]
    fn score(&self, features: &[Feature]) -> [i32; N] {
        let mut sums = [0; N];
        for batch in features.chunks(BATCH) {
            self.add(batch, &mut sums);
        }
        sums
    }
}

impl<const N: usize> Table<N> {
    const CHOICE_BITS: u32 = if N <= 16 { 4 } else { 6 };
    const VALUE_BITS: u32 = if N <= 16 { 7 } else { 9 };
    const WIDTH: u32 = Self::CHOICE_BITS + 1 + Self::VALUE_BITS;

    /// Adds the rows of at most [`BATCH`] features to `sums`: first it is seen which slots are taken, then their entries
    /// are fetched, then the beginnings of the rows, then the rows are added.
    fn add(&self, batch: &[Feature], sums: &mut [i32; N]) {
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
        let rows = &*self.rows;
        let mut heads = [0; BATCH];
        for (head, &place) in heads.iter_mut().zip(&places[..found]) {
            *head = Self::bits(rows, place);
        }
        for (&head, &place) in heads.iter().zip(&places[..found]) {
            Self::add_row(rows, head, place, sums);
        }
    }

    /// Adds the row at `place`, whose first weight is `bits`.
    #[inline]
    fn add_row(rows: &[u8], mut bits: u16, mut place: usize, sums: &mut [i32; N]) {
        loop {
            if let Some(sum) = sums.get_mut(Self::choice(bits)) {
                *sum += i32::from(Self::value(bits));
            }
            if Self::is_last(bits) {
                return;
            }
            place += 1;
            bits = Self::bits(rows, place);
        }
    }

    /// The bits of weight number `place` of `rows`, at the top of 16 so that the sign of the value is that of the
    /// whole. Past the end a weight is the last of its row.
    #[inline]
    fn bits(rows: &[u8], place: usize) -> u16 {
        let bit = place * Self::WIDTH as usize;
        let bytes = rows.get(bit / 8..).and_then(|rest| rest.first_chunk::<2>());
        bytes.map_or(u16::MAX, |bytes| u16::from_le_bytes(*bytes) >> (bit % 8) << (16 - Self::WIDTH))
    }

    #[inline]
    fn choice(bits: u16) -> usize {
        usize::from(bits >> (16 - Self::WIDTH) & ((1 << Self::CHOICE_BITS) - 1))
    }

    #[inline]
    fn is_last(bits: u16) -> bool {
        bits >> (16 - Self::WIDTH + Self::CHOICE_BITS) & 1 == 1
    }

    #[inline]
    fn value(bits: u16) -> i16 {
        bits.cast_signed() >> (16 - Self::VALUE_BITS)
    }

    /// The place of the row of `feature`, whose first slot has `entry`.
    #[inline]
    fn resolve(&self, mut entry: u32, feature: Feature) -> Option<usize> {
        let mut at = feature as usize & self.mask;
        while (entry ^ feature) >> PLACE_BITS != 0 {
            at = (at + 1) & self.mask;
            entry = self.entries[self.groups[at / 64].entry(at % 64)?];
        }
        Some((entry & PLACE) as usize)
    }

    /// Reads a table from the front of `bytes`: the logarithm of its slots, the count of its rows and of their
    /// weights, for each row the check and the gap since the last slot in two bytes, then the rows. `None` if the bytes
    /// are not a table.
    pub(super) fn decode(bytes: &mut &'static [u8]) -> Option<Self> {
        let bits = take_number(bytes).filter(|bits| *bits < PLACE_BITS)?;
        let count = take_number(bytes)? as usize;
        let size = take_number(bytes)? as usize;
        let slots = 1usize << bits;
        let (heads, rest) = bytes.split_at_checked(count * 2)?;
        let (rows, rest) = rest.split_at_checked((size * Self::WIDTH as usize).div_ceil(8))?;
        *bytes = rest;
        if count >= slots {
            return None;
        }
        let is_last = |place: usize| {
            let bit = place * Self::WIDTH as usize + Self::CHOICE_BITS as usize;
            rows[bit / 8] >> (bit % 8) & 1 == 1
        };
        let mut ends = (0..size).zip(1u32..).filter(|&(at, _)| is_last(at));
        let mut table = Self::empty(slots, Cow::Borrowed(rows));
        table.entries.reserve(count);
        let (mut at, mut place) = (0, 0);
        for head in heads.as_chunks::<2>().0 {
            let head = u32::from(u16::from_le_bytes(*head));
            at += (head >> CHECK_BITS) as usize;
            if at >= slots || table.groups[at / 64].taken >> (at % 64) & 1 == 1 {
                return None;
            }
            table.push(at, head << PLACE_BITS | place);
            place = ends.next().map(|(_, end)| end).filter(|&end| end < EMPTY)?;
        }
        table.count();
        Some(table)
    }

    /// A table of so many slots, none of them taken.
    fn empty(slots: usize, rows: Cow<'static, [u8]>) -> Self {
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
impl<const N: usize> Table<N> {
    /// A table of finished rows, the weightiest first: of two features it cannot tell apart it keeps the first.
    pub(super) fn new(learned: &[(Feature, [i16; N])]) -> Self {
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
        let mut table = Self::empty(size, Cow::Owned(Vec::new()));
        let mut weights = Vec::new();
        for (slot, number) in taken.iter().enumerate().filter_map(|(slot, number)| Some((slot, (*number)?))) {
            assert!(weights.len() < EMPTY as usize, "a row must be placed in {PLACE_BITS} bits");
            let (feature, row) = &learned[number];
            let place = u32::try_from(weights.len()).expect("22 bits");
            table.push(slot, feature >> PLACE_BITS << PLACE_BITS | place);
            Self::put_row(row, &mut weights);
        }
        table.count();
        table.rows = Cow::Owned(Self::pack(&weights));
        table
    }

    /// How many bytes the table of such rows takes, at most.
    pub(super) fn size(learned: &[(Feature, [i16; N])]) -> usize {
        let weights: usize =
            learned.iter().map(|(_, row)| row.iter().filter(|weight| **weight != 0).count()).sum();
        16 + learned.len() * 2 + (weights * Self::WIDTH as usize).div_ceil(8)
    }

    /// The bits of a row's weights, each in the low ones of a number.
    fn put_row(row: &[i16; N], out: &mut Vec<u16>) {
        let filled: Vec<usize> = (0..N).filter(|&choice| row[choice] != 0).collect();
        let limit = 1i16 << (Self::VALUE_BITS - 1);
        for &choice in &filled {
            let value = row[choice].clamp(-limit, limit - 1).cast_unsigned() << (Self::CHOICE_BITS + 1);
            let last = u16::from(Some(&choice) == filled.last()) << Self::CHOICE_BITS;
            let choice = u16::try_from(choice).expect("fewer than 64 choices");
            out.push((value | last | choice) & (u16::MAX >> (16 - Self::WIDTH)));
        }
    }

    /// Weights without the bits between them.
    fn pack(weights: &[u16]) -> Vec<u8> {
        let mut out = vec![0; (weights.len() * Self::WIDTH as usize).div_ceil(8)];
        for (place, weight) in weights.iter().enumerate() {
            let bit = place * Self::WIDTH as usize;
            let [low, high] = (weight << (bit % 8)).to_le_bytes();
            out[bit / 8] |= low;
            out[bit / 8 + 1] |= high;
        }
        out
    }

    /// Writes what [`Table::decode`] reads.
    pub(super) fn encode(&self, out: &mut Vec<u8>) {
        let number = |value: usize| u32::try_from(value).expect("tables are small");
        put_number((self.mask + 1).trailing_zeros(), out);
        put_number(number(self.len()), out);
        put_number(number(self.rows.len() * 8 / Self::WIDTH as usize), out);
        let taken = (0..=self.mask).filter(|at| self.groups[at / 64].taken >> (at % 64) & 1 == 1);
        let mut last = 0;
        for (at, &entry) in taken.zip(&self.entries) {
            let gap = u16::try_from(at - last).ok().filter(|&gap| gap < 1 << (16 - CHECK_BITS));
            let gap = gap.expect("a table more than a quarter full has no long gaps");
            let check = u16::try_from(entry >> PLACE_BITS).expect("ten bits");
            out.extend((gap << CHECK_BITS | check).to_le_bytes());
            last = at;
        }
        out.extend(self.rows.iter());
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
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

/// The first of the highest scores among the choices `allowed`; 0 if none is.
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
        static WHOLE: ([u8; 8], [u8; 9]) = (NARROW, WIDE);
        let narrow = Table::<2>::decode(&mut &WHOLE.0[..]).unwrap();
        assert_eq!(narrow.score(&[0, 1, 3, 0x8000_0001]), [1, -2]);
        let wide = Table::<20>::decode(&mut &WHOLE.1[..]).unwrap();
        assert_eq!(wide.score(&[0, 1, 3, 0x8000_0001])[..3], [1, -2, 0]);
    }

    #[test]
    fn broken_tables_are_refused() {
        static WHOLE: [u8; 8] = NARROW;
        for end in 0..WHOLE.len() {
            assert!(Table::<2>::decode(&mut &WHOLE[..end]).is_none());
        }
        assert!(Table::<2>::decode(&mut [2u8, 1, 2, 0x00, 0x24, 0x20, 0x10, 0xfd].as_slice()).is_none());
    }

    #[cfg(feature = "train")]
    #[test]
    fn a_written_table_is_read_back() {
        let rows: Vec<(Feature, [i16; 3])> =
            (0..9).map(|at| (feature(at, 1, 2, 3), [7 - 2 * i16::try_from(at).unwrap(), 0, -63])).collect();
        let mut bytes = Vec::new();
        Table::new(&rows).encode(&mut bytes);
        let table = Table::<3>::decode(&mut &*bytes.leak()).unwrap();
        for (feature, row) in rows {
            assert_eq!(table.score(&[feature]), row.map(i32::from));
        }
    }
}
