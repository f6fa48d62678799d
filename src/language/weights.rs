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

/// Finished weights: sparse rows found by hash. A slot holds the upper bits of the feature it is for beside the place
/// of its row, so that features never learned find nothing. Rows stay in the bytes they are read from.
#[derive(Debug)]
pub(super) struct Table<const N: usize> {
    /// A power of two of slots; [`EMPTY`] or check and place.
    slots: Vec<u32>,
    /// The rows, weight after weight without gaps: bits of choice, a bit that is set in the last weight of a row, bits
    /// of value. Few choices make narrow weights of 12 bits, many make wide ones of 16.
    rows: Cow<'static, [u8]>,
}

/// Bits of a slot that place the row; the others check the feature.
const PLACE_BITS: u32 = 22;
const PLACE: u32 = (1 << PLACE_BITS) - 1;
/// Bits of a slot that check the feature; in a file the gap since the last slot fills two bytes.
const CHECK_BITS: u32 = 32 - PLACE_BITS;
/// No row.
const EMPTY: u32 = PLACE;

/// One weight of a row, as read from its bits.
struct Weight {
    choice: usize,
    last: bool,
    value: i16,
}

impl<const N: usize> Score<N> for Table<N> {
    #[inline]
    fn score(&self, features: &[Feature]) -> [i32; N] {
        let mut sums = [0; N];
        for &feature in features {
            let Some(place) = self.find(feature) else { continue };
            for weight in (place..).map_while(|place| Self::weight(&self.rows, place)) {
                if let Some(sum) = sums.get_mut(weight.choice) {
                    *sum += i32::from(weight.value);
                }
                if weight.last {
                    break;
                }
            }
        }
        sums
    }
}

impl<const N: usize> Table<N> {
    const CHOICE_BITS: u32 = if N <= 16 { 4 } else { 6 };
    const VALUE_BITS: u32 = if N <= 16 { 7 } else { 9 };
    const WIDTH: u32 = Self::CHOICE_BITS + 1 + Self::VALUE_BITS;

    /// Weight number `place` of `rows`, if there are so many.
    #[inline]
    fn weight(rows: &[u8], place: usize) -> Option<Weight> {
        let bit = place * Self::WIDTH as usize;
        let bytes = rows.get(bit / 8..)?.first_chunk::<2>()?;
        // At the top of 16 bits, so that the sign of the value is the sign of the whole.
        let bits = u16::from_le_bytes(*bytes) >> (bit % 8) << (16 - Self::WIDTH);
        let low = bits >> (16 - Self::WIDTH);
        Some(Weight {
            choice: usize::from(low & ((1 << Self::CHOICE_BITS) - 1)),
            last: low >> Self::CHOICE_BITS & 1 == 1,
            value: bits.cast_signed() >> (16 - Self::VALUE_BITS),
        })
    }

    #[inline]
    fn find(&self, feature: Feature) -> Option<usize> {
        let mask = self.slots.len() - 1;
        let mut at = feature as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot & PLACE == EMPTY {
                return None;
            }
            if (slot ^ feature) >> PLACE_BITS == 0 {
                return Some((slot & PLACE) as usize);
            }
            at = (at + 1) & mask;
        }
    }

    /// Reads a table from the front of `bytes`: the logarithm of its slots, the count of its rows and of their
    /// weights, for each row the check and the gap since the last slot in two bytes, then the rows. `None` if the bytes
    /// are not a table.
    pub(super) fn decode(bytes: &mut &'static [u8]) -> Option<Self> {
        let bits = take_number(bytes).filter(|bits| *bits < PLACE_BITS)?;
        let count = take_number(bytes)? as usize;
        let size = take_number(bytes)? as usize;
        let mut slots = vec![EMPTY; 1 << bits];
        let (heads, rest) = bytes.split_at_checked(count * 2)?;
        let (rows, rest) = rest.split_at_checked((size * Self::WIDTH as usize).div_ceil(8))?;
        *bytes = rest;
        if count >= slots.len() {
            return None;
        }
        let is_last = |place: usize| {
            let bit = place * Self::WIDTH as usize + Self::CHOICE_BITS as usize;
            rows[bit / 8] >> (bit % 8) & 1 == 1
        };
        let mut ends = (0..size).zip(1u32..).filter(|&(at, _)| is_last(at));
        let (mut at, mut place) = (0, 0);
        for head in heads.as_chunks::<2>().0 {
            let head = u32::from(u16::from_le_bytes(*head));
            at += (head >> CHECK_BITS) as usize;
            *slots.get_mut(at)? = head << PLACE_BITS | place;
            place = ends.next().map(|(_, end)| end).filter(|&end| end < EMPTY)?;
        }
        Some(Self { slots, rows: Cow::Borrowed(rows) })
    }
}

#[cfg(feature = "train")]
impl<const N: usize> Table<N> {
    /// A table of finished rows, the weightiest first: of two features it cannot tell apart it keeps the first.
    pub(super) fn new(learned: &[(Feature, [i16; N])]) -> Self {
        let size = (learned.len() * 3 / 2 + 2).next_power_of_two();
        let mut table = Self { slots: vec![EMPTY; size], rows: Cow::Owned(Vec::new()) };
        let mut taken = vec![None; size];
        for (number, (feature, _)) in learned.iter().enumerate() {
            if table.find(*feature).is_none() {
                let mut at = *feature as usize & (size - 1);
                while taken[at].is_some() {
                    at = (at + 1) & (size - 1);
                }
                table.slots[at] = feature >> PLACE_BITS << PLACE_BITS;
                taken[at] = Some(number);
            }
        }
        let mut weights = Vec::new();
        for (slot, number) in taken.iter().enumerate().filter_map(|(slot, number)| Some((slot, (*number)?))) {
            assert!(weights.len() < EMPTY as usize, "a row must be placed in {PLACE_BITS} bits");
            table.slots[slot] |= u32::try_from(weights.len()).expect("22 bits");
            Self::put_row(&learned[number].1, &mut weights);
        }
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
        put_number(self.slots.len().trailing_zeros(), out);
        put_number(number(self.len()), out);
        put_number(number(self.rows.len() * 8 / Self::WIDTH as usize), out);
        let mut last = 0;
        for (at, &slot) in self.slots.iter().enumerate().filter(|(_, slot)| **slot & PLACE != EMPTY) {
            let gap = u16::try_from(at - last).ok().filter(|&gap| gap < 1 << (16 - CHECK_BITS));
            let gap = gap.expect("a table more than a quarter full has no long gaps");
            let check = u16::try_from(slot >> PLACE_BITS).expect("ten bits");
            out.extend((gap << CHECK_BITS | check).to_le_bytes());
            last = at;
        }
        out.extend(self.rows.iter());
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.slots.iter().filter(|slot| **slot & PLACE != EMPTY).count()
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
            (0..9).map(|at| (feature(at, 1, 2, 3), [7 - 2 * at as i16, 0, -63])).collect();
        let mut bytes = Vec::new();
        Table::new(&rows).encode(&mut bytes);
        let table = Table::<3>::decode(&mut &*bytes.leak()).unwrap();
        for (feature, row) in rows {
            assert_eq!(table.score(&[feature]), row.map(i32::from));
        }
    }
}
