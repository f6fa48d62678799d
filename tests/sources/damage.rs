//! Files cut short or changed at random: read or refused, never a panic, and evidence that still quotes.

#[cfg(feature = "pdf")]
use super::pdf;
use super::{docx, html};
use legation::source::text::{Options, read};

/// Numbers that only look random.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % sides.max(1)
    }

    /// `bytes` with a few faults of the kinds that files have.
    fn damage(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut bytes = bytes.to_vec();
        for _ in 0..=self.roll(4) {
            let (at, length) = (self.roll(bytes.len()), self.roll(40));
            let end = bytes.len().min(at + length);
            match self.roll(6) {
                0 => bytes.truncate(at),
                1 => drop(bytes.drain(at..end)),
                2 => bytes[at..end].fill(0),
                3 => bytes.extend_from_within(at..end),
                _ if at < bytes.len() => bytes[at] = u8::try_from(self.roll(256)).expect("a byte"),
                _ => {}
            }
        }
        bytes
    }
}

/// Reads `rounds` damaged copies of a file.
fn bear(name: &str, whole: &[u8], rounds: usize) {
    let mut dice = Dice(11);
    for round in 0..rounds {
        let damaged = if round < 200 { whole[..dice.roll(whole.len())].to_vec() } else { dice.damage(whole) };
        match read(name, damaged, &Options::default()) {
            Ok(document) => {
                let spans = document.blocks.iter().map(|block| document.raw_span(block.range.clone()));
                assert!(spans.into_iter().all(|span| document.raw.contains(span.quote)));
            }
            Err(error) => assert!(error.to_string().starts_with(name), "{error}"),
        }
    }
}

#[test]
fn damaged_pages_are_borne() {
    bear("a.html", html::PAGE.as_bytes(), 3000);
}

#[test]
fn damaged_word_documents_are_borne() {
    bear("a.docx", &docx::report(), 1500);
    bear("a.docx", &docx::stored_report(), 1500);
}

#[cfg(feature = "pdf")]
#[test]
fn damaged_pdf_files_are_borne() {
    bear("a.pdf", &pdf::report(), 2000);
    bear("a.pdf", &std::fs::read("tests/data/packed.pdf").expect("a file of the tests"), 2000);
}
