//! A graph in JSON Lines straight into other formats: lines are written as they are read, and none is kept.

use std::io::{BufRead, Write};
use std::mem;

use crate::Error;
use crate::export::{Stream, not_written};
use crate::graph::Record;
use crate::import;
use crate::vocabulary::Vocabulary;

/// Writes the lines of `input`, known to messages as `place`, in formats to files, as many lines at a time as the machine
/// has cores.
///
/// Gives false if the lines are not in the order and form that a graph has; then what was written is of no use, and
/// the graph has to be read as a whole.
///
/// # Errors
/// A line that is none of a graph, with its number, what a format refuses, or a file that cannot be written to.
pub fn convert(
    place: &str,
    input: impl BufRead + Send,
    vocabulary: &Vocabulary,
    formats: Vec<(Stream, &mut (dyn Write + Send))>,
) -> Result<bool, Error> {
    let (mut streams, mut outs): (Vec<_>, Vec<_>) = formats.into_iter().unzip();
    let format =
        |batch: &mut Vec<Record>| streams.iter_mut().map(|stream| formatted(batch, stream)).collect();
    let put = |texts: Vec<Vec<u8>>| {
        let mut pairs = outs.iter_mut().zip(texts);
        pairs.try_for_each(|(out, text)| out.write_all(&text)).map_err(not_written)
    };
    let written = import::batches(place, input, vocabulary, format, put)?;
    if written {
        let mut pairs = streams.into_iter().zip(outs);
        pairs.try_for_each(|(stream, out)| stream.finish_to(out))?;
    }
    Ok(written)
}

/// The records in a format.
fn formatted(batch: &[Record], stream: &mut Stream) -> Result<Vec<u8>, Error> {
    batch.iter().try_for_each(|record| stream.record(record.borrow()))?;
    let bytes = stream.bytes();
    // What comes next is about as long.
    let room = Vec::with_capacity(bytes.len());
    Ok(mem::replace(bytes, room))
}
