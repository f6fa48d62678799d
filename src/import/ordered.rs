//! JSON Lines in the order a graph has: read on all cores, and known to be the graph without building one.

use std::io::{self, BufRead, Read as _};
use std::ops::ControlFlow::{Break, Continue};
use std::{iter, mem};

use memchr::{memchr, memchr_iter};

use super::jsonl;
use crate::Error;
use crate::graph::{GraphDocument, Order, Record, Sequence};
use crate::turns::in_order;
use crate::vocabulary::Vocabulary;

/// Bytes of lines that are read at once.
const CHUNK: usize = 1 << 16;

/// Gives the records of `input`, known to messages as `place`, to `take`, some at a time and in order, and what that
/// makes of them to `put`. While that is put, more can be taken.
///
/// Gives false if the lines are not in the order and form that a graph has, or the first is none of a graph; then what
/// was taken is of no use, and the input has to be read as a whole.
///
/// # Errors
/// A line that is none of a graph, with its number, or what `take` or `put` refuses.
pub(crate) fn batches<T>(
    place: &str,
    input: impl BufRead + Send,
    vocabulary: &Vocabulary,
    mut take: impl FnMut(&mut Vec<Record>) -> Result<T, Error> + Send,
    mut put: impl FnMut(T) -> Result<(), Error> + Send,
) -> Result<bool, Error> {
    let order = Order::new(vocabulary.symmetric());
    let read = |chunk: io::Result<Chunk>| {
        let chunk = chunk.map_err(|source| Error::Io { path: place.into(), source })?;
        Ok(chunk.records(place)?.filter(|records| order.holds(records)))
    };
    let mut sequence = Sequence::default();
    let mut take = |batch: &mut Result<Option<Vec<Record>>, Error>| match batch {
        Ok(Some(records)) if sequence.accepts(records) => take(records).map(Some),
        Ok(_) => Ok(None),
        Err(_) => mem::replace(batch, Ok(None)).map(|_| None),
    };
    let (mut taken, mut written) = (Ok(true), Ok(()));
    in_order(
        Chunks { input, lines: 0 },
        read,
        |batch| match take(batch) {
            Ok(Some(made)) => Continue(made),
            end => {
                taken = end.map(|_| false);
                Break(())
            }
        },
        |made| {
            written = put(made);
            if written.is_ok() { Continue(()) } else { Break(()) }
        },
    );
    written.and(taken)
}

/// The graph that the lines of `input` hold; none if they are not in the order and form that a graph has.
///
/// # Errors
/// A line that is none of a graph, with its number.
pub fn read(
    place: &str,
    input: impl BufRead + Send,
    vocabulary: &Vocabulary,
) -> Result<Option<GraphDocument>, Error> {
    let mut graph = GraphDocument::default();
    let gather = |batch: &mut Vec<Record>| {
        batch.drain(..).for_each(|record| graph.push(record));
        Ok(())
    };
    let gathered = batches(place, input, vocabulary, gather, Ok)?;
    Ok(gathered.then_some(graph))
}

/// Whole lines that follow each other.
struct Chunk {
    /// The number of the first; lines count from 1.
    first: usize,
    bytes: Vec<u8>,
}

impl Chunk {
    /// What the lines hold; none if the first of all is none of a graph.
    fn records(&self, place: &str) -> Result<Option<Vec<Record>>, Error> {
        let mut records = Vec::new();
        for (number, line) in (self.first..).zip(lines(&self.bytes)) {
            if line.trim_ascii().is_empty() {
                continue;
            }
            match jsonl::line(place, number, line) {
                Ok(record) => records.push(record),
                Err(_) if number == 1 => return Ok(None),
                Err(error) => return Err(error),
            }
        }
        Ok(Some(records))
    }
}

/// The lines without their ends.
fn lines(mut bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    iter::from_fn(move || {
        let (line, rest) = match memchr(b'\n', bytes) {
            Some(end) => (bytes.get(..end)?, bytes.get(end + 1..)?),
            None if bytes.is_empty() => return None,
            None => (bytes, &[][..]),
        };
        bytes = rest;
        Some(line)
    })
}

/// Cuts input into chunks.
struct Chunks<R> {
    input: R,
    /// Lines that were given.
    lines: usize,
}

impl<R: BufRead> Iterator for Chunks<R> {
    type Item = io::Result<Chunk>;

    fn next(&mut self) -> Option<io::Result<Chunk>> {
        // Room for the rest of the last line too.
        let mut bytes = Vec::with_capacity(2 * CHUNK);
        let read = self.input.by_ref().take(CHUNK as u64).read_to_end(&mut bytes);
        if let Err(error) = read.and_then(|_| self.input.read_until(b'\n', &mut bytes)) {
            return Some(Err(error));
        }
        let first = self.lines + 1;
        self.lines += memchr_iter(b'\n', &bytes).count();
        (!bytes.is_empty()).then_some(Ok(Chunk { first, bytes }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(id: usize) -> String {
        format!("{{\"type\":\"document\",\"id\":\"{id:09}\",\"source\":\"{}\"}}\n", "x".repeat(id % 5000))
    }

    fn read(lines: &str) -> Result<Option<GraphDocument>, String> {
        let vocabulary = Vocabulary::embedded().unwrap();
        super::read("g.jsonl", lines.as_bytes(), &vocabulary).map_err(|error| error.to_string())
    }

    #[test]
    fn what_is_in_order_is_read_whole() {
        let lines: String = (0..1000).map(document).collect();
        let graph = read(&lines).unwrap().unwrap();
        let ids: Vec<_> =
            graph.documents.iter().map(|document| document.id.parse::<usize>().unwrap()).collect();
        assert_eq!(ids, (0..1000).collect::<Vec<_>>());
        assert_eq!(read(""), Ok(Some(GraphDocument::default())));
        assert_eq!(read(&lines.replace('\n', "\r\n\n")), Ok(Some(graph)), "blank lines count for nothing");
    }

    #[test]
    fn what_is_not_in_order_or_no_graph_at_all_is_left() {
        let turned: String = (0..1000).chain([5]).map(document).collect();
        assert_eq!(read(&turned), Ok(None));
        assert_eq!(
            read("{\"subject\":\"Finland\",\"relation\":\"visited\",\"object\":\"Japan\"}\n"),
            Ok(None)
        );
    }

    #[test]
    fn the_first_broken_line_is_named_wherever_it_stands() {
        let lines: String = (0..1000).map(document).collect();
        let broken = lines.replacen("\"id\":\"000000800\"", "\"ID\":1", 1).replacen("000000900\"", "", 1);
        let refusal = read(&broken).unwrap_err();
        assert!(refusal.starts_with("g.jsonl:801: not a line of a graph: unknown field `ID`"), "{refusal}");
    }
}
