//! A graph cut into batches, at line ends.

use std::io::{self, Write};
use std::mem;

use sha2::{Digest, Sha256};

use super::BatchSize;
use crate::Error;
use crate::graph::id::hex;

/// Some triples of one graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Batch<'a> {
    /// IRI of the graph.
    pub graph: &'a str,
    /// Whether the graph loses what it had before.
    pub clear: bool,
    /// How many triples of the graph came in batches before.
    pub before: usize,
    /// How many triples there are.
    pub triples: usize,
    /// The triples, as N-Triples.
    pub lines: &'a [u8],
}

/// Counts triples and takes their digest.
#[derive(Default)]
pub(super) struct Measure {
    pub(super) triples: usize,
    hash: Sha256,
}

impl Measure {
    /// What tells one content of a graph from another, in hex.
    pub(super) fn digest(self) -> String {
        hex(&self.hash.finalize())
    }
}

impl Write for Measure {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.triples += bytes.split(|&byte| byte == b'\n').count() - 1;
        self.hash.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Cuts what is written to it into batches, and sends each as soon as it is full.
pub(super) struct Cutter<'a> {
    graph: &'a str,
    clear: bool,
    size: BatchSize,
    send: &'a mut dyn FnMut(&Batch) -> Result<(), Error>,
    lines: Vec<u8>,
    triples: usize,
    before: usize,
    /// Why a batch was not sent: a writer can pass on no more than that it failed.
    failed: Option<Error>,
}

impl<'a> Cutter<'a> {
    pub(super) fn new(
        graph: &'a str,
        clear: bool,
        size: BatchSize,
        send: &'a mut dyn FnMut(&Batch) -> Result<(), Error>,
    ) -> Self {
        Self { graph, clear, size, send, lines: Vec::new(), triples: 0, before: 0, failed: None }
    }

    /// Sends what is left, if all was `written`.
    pub(super) fn finish(mut self, written: Result<(), Error>) -> Result<(), Error> {
        match self.failed.take() {
            Some(error) => Err(error),
            None => written.and_then(|()| self.cut()),
        }
    }

    /// Whether so many bytes more are too many for this batch.
    fn is_full_for(&self, bytes: usize) -> bool {
        let between = self.lines.last() == Some(&b'\n');
        between && (self.triples >= self.size.triples || self.lines.len() + bytes > self.size.bytes)
    }

    fn cut(&mut self) -> Result<(), Error> {
        if self.triples == 0 {
            return Ok(());
        }
        let Self { graph, clear, before, triples, .. } = *self;
        let batch = Batch { graph, clear: clear && before == 0, before, triples, lines: &self.lines };
        (self.send)(&batch)?;
        self.before += mem::take(&mut self.triples);
        self.lines.clear();
        Ok(())
    }
}

impl Write for Cutter<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for piece in bytes.split_inclusive(|&byte| byte == b'\n') {
            if self.is_full_for(piece.len())
                && let Err(error) = self.cut()
            {
                self.failed = Some(error);
                return Err(io::Error::other("a batch was not taken"));
            }
            self.lines.extend_from_slice(piece);
            self.triples += usize::from(piece.ends_with(b"\n"));
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Batch, Cutter};
    use crate::Error;
    use crate::store::load::BatchSize;
    use std::io::Write;

    fn cut(pieces: &[&str], size: BatchSize) -> Vec<(bool, usize, String)> {
        let mut batches = Vec::new();
        let mut send = |batch: &Batch| {
            let lines = String::from_utf8(batch.lines.to_vec()).unwrap();
            assert_eq!(lines.lines().count(), batch.triples);
            batches.push((batch.clear, batch.before, lines));
            Ok(())
        };
        let mut cutter = Cutter::new("g", true, size, &mut send);
        for piece in pieces {
            cutter.write_all(piece.as_bytes()).unwrap();
        }
        cutter.finish(Ok(())).unwrap();
        batches
    }

    #[test]
    fn batches_end_at_line_ends() {
        let size = BatchSize { triples: 2, bytes: 6 };
        assert_eq!(
            cut(&["a", "b\nc\n", "d\nlonger than a batch\n", "e\n"], size),
            [
                (true, 0, "ab\nc\n".to_owned()),
                (false, 2, "d\n".to_owned()),
                (false, 3, "longer than a batch\n".to_owned()),
                (false, 4, "e\n".to_owned()),
            ]
        );
        assert_eq!(cut(&[], size), []);
    }

    #[test]
    fn why_a_batch_was_not_taken_is_said() {
        let mut send = |_: &Batch| Err(Error::invalid("store", "is full"));
        let mut cutter = Cutter::new("g", false, BatchSize { triples: 1, bytes: 9 }, &mut send);
        assert!(cutter.write_all(b"a\nb\n").is_err());
        let refused = cutter.finish(Err(Error::invalid("output", "failed"))).unwrap_err();
        assert_eq!(refused.to_string(), "store: is full");
    }
}
