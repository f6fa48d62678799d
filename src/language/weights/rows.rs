//! Rows of weights as they lie in memory: side by side where choices are few, one after another where they are many.

use super::Feature;

/// How many rows are added side by side, a power of two. Tables are larger than caches; side by side the waits for memory
/// are one.
pub(super) const BATCH: usize = 64;

/// Features that are asked and the rows of their slots, at most [`BATCH`] of them.
pub(in super::super) struct Asked {
    features: [Feature; BATCH],
    rows: [u32; BATCH],
    count: usize,
    own: usize,
}

impl Asked {
    pub(super) fn new() -> Self {
        Self { features: [0; BATCH], rows: [0; BATCH], count: 0, own: 0 }
    }

    /// Adds a feature and its row if `taken`; without a branch, so that nothing waits for memory to tell.
    #[inline]
    pub(super) fn push(&mut self, feature: Feature, row: u32, taken: bool) {
        self.features[self.count % BATCH] = feature;
        self.rows[self.count % BATCH] = row;
        self.count += usize::from(taken);
    }

    /// Leaves the features whose row is another's; of the rest it keeps what `place` makes of row and feature.
    #[inline]
    fn split(&mut self, place: impl Fn(u32, Feature) -> Option<u32>) {
        let (mut own, mut others) = (0, 0);
        for at in 0..self.count.min(BATCH) {
            let feature = self.features[at];
            let place = place(self.rows[at], feature);
            self.rows[own % BATCH] = place.unwrap_or(0);
            own += usize::from(place.is_some());
            self.features[others % BATCH] = feature;
            others += usize::from(place.is_none());
        }
        (self.own, self.count) = (own, others);
    }

    /// What was kept of the features whose row it is.
    fn own(&self) -> &[u32] {
        &self.rows[..self.own.min(BATCH)]
    }

    /// The features left over, each with the row that `find` finds, if any.
    pub(super) fn replace(&mut self, find: impl Fn(Feature) -> Option<u32>) {
        let left = std::mem::take(&mut self.count).min(BATCH);
        for at in 0..left {
            let feature = self.features[at];
            if let Some(row) = find(feature) {
                self.push(feature, row, true);
            }
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.count == 0
    }
}

/// The rows of a table of `N` choices. In a file, and where they lie one after another, the weights of a row that are
/// not zero follow each other: bits of choice, a bit that is set in the last weight of a row, bits of value.
pub(in super::super) trait Rows<const N: usize>: Sized {
    /// Bits that hold a choice in a file.
    const CHOICE_BITS: u32;
    /// Bits that hold a value in a file.
    const VALUE_BITS: u32;
    /// Bits of a weight in a file.
    const WIDTH: u32 = Self::CHOICE_BITS + 1 + Self::VALUE_BITS;

    /// The rows of a file's weights, each with the check of the feature it is for; `None` if these are not as many.
    fn unpack(bytes: &[u8], checks: impl ExactSizeIterator<Item = u16>) -> Option<Self>;

    /// The check of row number `row`, [`CHECK_BITS`] of the feature it is for; `None` past the end.
    fn check(&self, row: usize) -> Option<u16>;

    /// Adds the rows that are of the feature asked for to `sums`; the features of the others remain in `asked`.
    fn add(&self, asked: &mut Asked, sums: &mut [i16; N]);

    /// How many rows there are.
    #[cfg(feature = "train")]
    fn len(&self) -> usize;

    /// The weights of all rows, each in the low bits of a number, as [`pack`] takes them.
    #[cfg(feature = "train")]
    fn weights(&self) -> Vec<u16>;

    /// The weights of a row that are not zero, each in the low bits of a number.
    #[cfg(feature = "train")]
    fn row(row: &[i16; N]) -> Vec<u16> {
        let filled: Vec<usize> = (0..N).filter(|&choice| row[choice] != 0).collect();
        let limit = 1i16 << (Self::VALUE_BITS - 1);
        let weight = |&choice: &usize| {
            let value = row[choice].clamp(-limit, limit - 1).cast_unsigned() << (Self::CHOICE_BITS + 1);
            let last = u16::from(Some(&choice) == filled.last()) << Self::CHOICE_BITS;
            let choice = u16::try_from(choice).expect("fewer than 64 choices");
            (value | last | choice) & (u16::MAX >> (16 - Self::WIDTH))
        };
        filled.iter().map(weight).collect()
    }

    /// Weights as a file has them, without bits between them.
    #[cfg(feature = "train")]
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
}

/// Bits of a feature that tell those apart that come to lie in one slot.
pub(in super::super) const CHECK_BITS: u32 = 10;

/// The check of a feature: its upper bits, as the lower ones tell the slot.
#[inline]
pub(in super::super) fn check(feature: Feature) -> u16 {
    let [low, high, ..] = (feature >> (32 - CHECK_BITS)).to_le_bytes();
    u16::from_le_bytes([low, high])
}

/// How many choices a dense row has.
const WIDTH: usize = 16;

/// Rows of one byte a choice: seven bits of weight, and below them a bit of the check, so that one look at memory gives
/// both. A row is a quarter of a cache line and is added at one stroke.
#[derive(Debug)]
pub(in super::super) struct Dense(Vec<Row>);

/// Eight choices a number, the first in its lowest byte.
type Row = [u64; WIDTH / 8];

/// The lowest bit of each of eight bytes.
const LOWEST: u64 = 0x0101_0101_0101_0101;

/// The lowest bits of eight bytes beside each other.
#[inline]
fn gather(bytes: u64) -> u8 {
    let [.., gathered] = (bytes & LOWEST).wrapping_mul(0x0102_0408_1020_4080).to_le_bytes();
    gathered
}

/// The check in the lowest bits of a row.
#[inline]
fn check_in(row: Row) -> u16 {
    u16::from_le_bytes(row.map(gather))
}

/// Eight bits as the lowest of eight bytes.
#[inline]
fn scatter(bits: u8) -> u64 {
    let apart = u64::from(bits).wrapping_mul(LOWEST) & 0x8040_2010_0804_0201;
    apart.wrapping_add(0x7f * LOWEST) >> 7 & LOWEST
}

impl Rows<WIDTH> for Dense {
    const CHOICE_BITS: u32 = 4;
    const VALUE_BITS: u32 = 7;

    fn unpack(bytes: &[u8], mut checks: impl ExactSizeIterator<Item = u16>) -> Option<Self> {
        let mut rows = Vec::with_capacity(checks.len());
        let mut row: Row = [0; 2];
        let mut put = |weight: u16| {
            row[usize::from(weight % 16 / 8)] |= u64::from(weight >> 5 << 1 & 0xff) << (weight % 8 * 8);
            if weight & 16 != 0 {
                let [low, high] = checks.next()?.to_le_bytes();
                rows.push([row[0] | scatter(low), row[1] | scatter(high)]);
                row = [0; 2];
            }
            Some(())
        };
        // Two weights in three bytes.
        let (pairs, rest) = bytes.as_chunks::<3>();
        for &[low, middle, high] in pairs {
            put(u16::from_le_bytes([low, middle & 15]))?;
            put(u16::from_le_bytes([middle, high]) >> 4)?;
        }
        if let &[low, middle] = rest {
            put(u16::from_le_bytes([low, middle & 15]))?;
        }
        (checks.len() == 0).then_some(Self(rows))
    }

    fn check(&self, row: usize) -> Option<u16> {
        self.0.get(row).copied().map(check_in)
    }

    #[inline]
    fn add(&self, asked: &mut Asked, sums: &mut [i16; WIDTH]) {
        asked.split(|number, feature| {
            let same = self.0.get(number as usize).is_some_and(|row| check_in(*row) == check(feature));
            same.then_some(number)
        });
        for row in asked.own().iter().filter_map(|&row| self.0.get(row as usize)) {
            let bytes = row.map(u64::to_le_bytes);
            for (sum, byte) in sums.iter_mut().zip(bytes.as_flattened()) {
                *sum += i16::from_le_bytes([0, *byte]) >> 9;
            }
        }
    }

    #[cfg(feature = "train")]
    fn len(&self) -> usize {
        self.0.len()
    }

    #[cfg(feature = "train")]
    fn weights(&self) -> Vec<u16> {
        let value = |choice: usize, row: &Row| {
            let byte = row[choice / 8].to_le_bytes()[choice % 8];
            i16::from(byte.cast_signed() >> 1)
        };
        let row = |row: &Row| Self::row(&std::array::from_fn(|choice| value(choice, row)));
        self.0.iter().flat_map(row).collect()
    }
}

/// Rows of those weights alone that are not zero, as in a file.
#[derive(Debug)]
pub(in super::super) struct Sparse {
    /// For each row its check and where it begins.
    heads: Vec<u32>,
    weights: Vec<u16>,
}

/// Bits that tell where a row begins.
const PLACE_BITS: u32 = 32 - CHECK_BITS;

impl Sparse {
    /// The bit of the last weight of a row.
    const LAST: u16 = 1 << 6;

    /// The weight at `place`; past the end a weight is the last of its row.
    #[inline]
    fn weight(&self, place: u32) -> u16 {
        self.weights.get(place as usize).copied().unwrap_or(Self::LAST)
    }
}

impl<const N: usize> Rows<N> for Sparse {
    const CHOICE_BITS: u32 = 6;
    const VALUE_BITS: u32 = 9;

    fn unpack(bytes: &[u8], mut checks: impl ExactSizeIterator<Item = u16>) -> Option<Self> {
        let weights: Vec<u16> = bytes.as_chunks().0.iter().copied().map(u16::from_le_bytes).collect();
        if weights.len() >> PLACE_BITS != 0 {
            return None;
        }
        let mut heads = Vec::with_capacity(checks.len());
        let mut start = 0;
        for (end, weight) in (1..).zip(&weights) {
            if weight & Self::LAST != 0 {
                heads.push(u32::from(checks.next()?) << PLACE_BITS | start);
                start = end;
            }
        }
        (checks.len() == 0).then_some(Self { heads, weights })
    }

    fn check(&self, row: usize) -> Option<u16> {
        self.heads.get(row).map(|head| check(*head))
    }

    #[inline]
    fn add(&self, asked: &mut Asked, sums: &mut [i16; N]) {
        asked.split(|row, feature| {
            let head = self.heads.get(row as usize).copied()?;
            ((head ^ feature) >> PLACE_BITS == 0).then_some(head & ((1 << PLACE_BITS) - 1))
        });
        // The first weights together, so that the waits for them are one.
        let mut firsts = [Self::LAST; BATCH];
        for (first, &place) in firsts.iter_mut().zip(asked.own()) {
            *first = self.weight(place);
        }
        for (&first, &place) in firsts.iter().zip(asked.own()) {
            let (mut weight, mut place) = (first, place);
            loop {
                if let Some(sum) = sums.get_mut(usize::from(weight & (Self::LAST - 1))) {
                    *sum += weight.cast_signed() >> 7;
                }
                if weight & Self::LAST != 0 {
                    break;
                }
                place += 1;
                weight = self.weight(place);
            }
        }
    }

    #[cfg(feature = "train")]
    fn len(&self) -> usize {
        self.heads.len()
    }

    #[cfg(feature = "train")]
    fn weights(&self) -> Vec<u16> {
        self.weights.clone()
    }
}
