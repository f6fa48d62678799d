//! What a decision sees, as rows of a net.

/// The most things a decision sees.
const MOST: usize = 64;

/// The rows of the things that a decision sees. Every decision of a net tells the same kinds of things in the same order;
/// the rows of each kind come after those of the kinds told before it.
pub(in super::super) struct Seen {
    rows: [u32; MOST],
    count: usize,
    /// How many rows the kinds told so far have.
    next: u32,
}

impl Default for Seen {
    fn default() -> Self {
        Self { rows: [0; MOST], count: 0, next: 0 }
    }
}

impl Seen {
    /// Sees `value`, one of `kinds`; what is above them counts as the last.
    #[inline]
    pub(in super::super) fn see(&mut self, value: u32, kinds: u32) {
        self.rows[self.count % MOST] = self.next + value.min(kinds - 1);
        self.count += 1;
        self.next += kinds;
    }

    /// Sees values together, as one of `kinds`: a few that hardly occur together share a row.
    #[inline]
    pub(in super::super) fn see_mixed(&mut self, values: [u32; 3], kinds: u32) {
        let [a, b, c] = values.map(u64::from);
        let mixed = (a | b << 32).wrapping_mul(0x9E37_79B9_7F4A_7C15)
            ^ c.wrapping_mul(0xC2B2_AE3D_27D4_EB4F).rotate_left(29);
        let mixed = (mixed ^ mixed >> 32).wrapping_mul(0xD6E8_FEB8_6659_FD93) >> 32;
        self.see(u32::try_from((mixed * u64::from(kinds)) >> 32).unwrap_or(0), kinds);
    }

    /// The rows of the things seen.
    #[inline]
    pub(in super::super) fn rows(&self) -> &[u32] {
        &self.rows[..self.count.min(MOST)]
    }

    /// How many rows the kinds told have in all.
    pub(in super::super) fn total(&self) -> usize {
        self.next as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_rows_of_its_own() {
        let mut seen = Seen::default();
        seen.see(1, 3);
        seen.see(9, 4);
        seen.see_mixed([7, 8, 9], 16);
        assert_eq!(seen.rows()[..2], [1, 6]);
        assert!((7..23).contains(&seen.rows()[2]));
        assert_eq!(seen.total(), 23);
    }
}
