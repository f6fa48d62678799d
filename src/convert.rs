//! A graph in JSON Lines straight into other formats: each line is written as it is read, and none is kept.

use std::io::BufRead;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::{mem, panic, thread};

use crate::Error;
use crate::export::Stream;
use crate::graph::{Record, Sequence};
use crate::import;
use crate::vocabulary::Vocabulary;

/// Lines that go from the reader to the writer at once.
const BATCH: usize = 256;
/// Batches that may wait for the writer.
const WAITING: usize = 4;

/// Writes the lines of `input`, known to messages as `place`, to all of `streams`. Reading and writing take a thread
/// each.
///
/// Gives false if the lines are not in the order and form that a graph has; then what was written is of no use, and
/// the graph has to be read as a whole.
///
/// # Errors
/// A line that is none of a graph, with its number, or what the streams refuse.
pub fn convert(
    place: &str,
    input: impl BufRead + Send,
    vocabulary: &Vocabulary,
    mut streams: Vec<Stream>,
) -> Result<bool, Error> {
    let (sender, receiver) = sync_channel(WAITING);
    let sequence = Sequence::new(vocabulary.symmetric());
    thread::scope(|scope| {
        let reader = scope.spawn(move || read(place, input, sequence, &sender));
        let written = receiver.into_iter().try_for_each(|batch: Vec<Record>| write(&batch, &mut streams));
        let complete = reader.join().unwrap_or_else(|panicked| panic::resume_unwind(panicked))?;
        written?;
        if complete {
            streams.into_iter().try_for_each(Stream::finish)?;
        }
        Ok(complete)
    })
}

fn write(batch: &[Record], streams: &mut [Stream]) -> Result<(), Error> {
    for record in batch {
        streams.iter_mut().try_for_each(|stream| stream.record(record.borrow()))?;
    }
    Ok(())
}

/// Sends on all lines, as long as they are in order and somebody takes them. Gives whether they were in order.
fn read(
    place: &str,
    mut input: impl BufRead,
    mut sequence: Sequence,
    sender: &SyncSender<Vec<Record>>,
) -> Result<bool, Error> {
    let unread = |source| Error::Io { path: place.into(), source };
    let mut batch = Vec::with_capacity(BATCH);
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        let end = input.read_until(b'\n', &mut line).map_err(unread)? == 0;
        if !line.trim_ascii().is_empty() {
            batch.push(import::line(place, number, &line)?);
        }
        if end || batch.len() == BATCH {
            if !sequence.accepts(&batch) {
                return Ok(false);
            }
            let full = mem::replace(&mut batch, Vec::with_capacity(BATCH));
            if sender.send(full).is_err() || end {
                break;
            }
        }
    }
    Ok(true)
}
