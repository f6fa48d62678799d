//! Rows of weights as they lie in memory: side by side where choices are few, one after another where they are many.

/// The rows of a table of `N` choices. In a file, and where they lie one after another, the weights of a row that are
/// not zero follow each other: bits of choice, a bit that is set in the last weight of a row, bits of value.
pub(in super::super) trait Rows<const N: usize>: Sized {
    /// Bits that hold a choice in a file.
    const CHOICE_BITS: u32;
    /// Bits that hold a value in a file.
    const VALUE_BITS: u32;
    /// Bits of a weight in a file.
    const WIDTH: u32 = Self::CHOICE_BITS + 1 + Self::VALUE_BITS;

    /// The rows of a file's weights, and the place of each row.
    fn unpack(bytes: &[u8]) -> (Self, Vec<u32>);

    /// Adds the rows at `places` to `sums`.
    fn add(&self, places: &[u32], sums: &mut [i32; N]);

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

/// How many choices a dense row has.
const WIDTH: usize = 16;

/// Rows of one byte a choice. A row is a quarter of a cache line and is added at one stroke.
#[derive(Debug)]
pub(in super::super) struct Dense(Vec<[i8; WIDTH]>);

impl Rows<WIDTH> for Dense {
    const CHOICE_BITS: u32 = 4;
    const VALUE_BITS: u32 = 7;

    fn unpack(bytes: &[u8]) -> (Self, Vec<u32>) {
        let mut rows = Vec::with_capacity(bytes.len() / 3);
        let mut row = [0; WIDTH];
        let mut put = |weight: u16| {
            row[usize::from(weight & 15)] = value(weight);
            if weight & 16 != 0 {
                rows.push(row);
                row = [0; WIDTH];
            }
        };
        // Two weights in three bytes.
        let (pairs, rest) = bytes.as_chunks::<3>();
        for &[low, middle, high] in pairs {
            put(u16::from(low) | u16::from(middle & 15) << 8);
            put(u16::from(middle) >> 4 | u16::from(high) << 4);
        }
        if let &[low, middle] = rest {
            put(u16::from(low) | u16::from(middle & 15) << 8);
        }
        let places = (0..).take(rows.len()).collect();
        (Self(rows), places)
    }

    #[inline]
    fn add(&self, places: &[u32], sums: &mut [i32; WIDTH]) {
        // A hundred bytes and more make a sum of two bytes, which takes half the work of one of four.
        for places in places.chunks(128) {
            let mut total = [0i16; WIDTH];
            for row in places.iter().filter_map(|&place| self.0.get(place as usize)) {
                for (total, weight) in total.iter_mut().zip(row) {
                    *total += i16::from(*weight);
                }
            }
            for (sum, total) in sums.iter_mut().zip(total) {
                *sum += i32::from(total);
            }
        }
    }

    #[cfg(feature = "train")]
    fn weights(&self) -> Vec<u16> {
        self.0.iter().flat_map(|row| Self::row(&row.map(i16::from))).collect()
    }
}

/// The value of a weight of twelve bits.
#[inline]
fn value(weight: u16) -> i8 {
    (weight >> 5 << 1).to_le_bytes()[0].cast_signed() >> 1
}

/// Rows of those weights alone that are not zero, as in a file.
#[derive(Debug)]
pub(in super::super) struct Sparse(Vec<u16>);

impl Sparse {
    /// The bit of the last weight of a row.
    const LAST: u16 = 1 << 6;

    /// The weight at `place`; past the end a weight is the last of its row.
    #[inline]
    fn weight(&self, place: u32) -> u16 {
        self.0.get(place as usize).copied().unwrap_or(Self::LAST)
    }
}

/// How many rows are begun side by side. Tables are larger than caches; side by side the waits for memory are one.
const BATCH: usize = 40;

impl<const N: usize> Rows<N> for Sparse {
    const CHOICE_BITS: u32 = 6;
    const VALUE_BITS: u32 = 9;

    fn unpack(bytes: &[u8]) -> (Self, Vec<u32>) {
        let weights: Vec<u16> = bytes.as_chunks().0.iter().copied().map(u16::from_le_bytes).collect();
        let ends =
            (1u32..).zip(&weights).filter(|(_, weight)| **weight & Self::LAST != 0).map(|(end, _)| end);
        let places = std::iter::once(0).chain(ends).collect();
        (Self(weights), places)
    }

    fn add(&self, places: &[u32], sums: &mut [i32; N]) {
        for places in places.chunks(BATCH) {
            let mut heads = [0; BATCH];
            for (head, &place) in heads.iter_mut().zip(places) {
                *head = self.weight(place);
            }
            for (&head, &place) in heads.iter().zip(places) {
                let (mut weight, mut place) = (head, place);
                loop {
                    if let Some(sum) = sums.get_mut(usize::from(weight & (Self::LAST - 1))) {
                        *sum += i32::from(weight.cast_signed() >> 7);
                    }
                    if weight & Self::LAST != 0 {
                        break;
                    }
                    place += 1;
                    weight = self.weight(place);
                }
            }
        }
    }

    #[cfg(feature = "train")]
    fn weights(&self) -> Vec<u16> {
        self.0.clone()
    }
}
