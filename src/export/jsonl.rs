//! JSON Lines: the objects of the graph document, one a line.

use std::io::Write;

use super::not_written;
use crate::Error;
use crate::graph::RecordRef;

/// Bytes gathered before they are passed on.
const BUFFER: usize = 1 << 16;

pub(super) struct Writer<'a> {
    out: &'a mut dyn Write,
    bytes: Vec<u8>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(out: &'a mut dyn Write) -> Self {
        Self { out, bytes: Vec::new() }
    }

    pub(super) fn record(&mut self, record: RecordRef) -> Result<(), Error> {
        serde_json::to_writer(&mut self.bytes, &record)
            .map_err(|e| Error::invalid("JSON Lines", e.to_string()))?;
        self.bytes.push(b'\n');
        if self.bytes.len() >= BUFFER { self.pass_on() } else { Ok(()) }
    }

    pub(super) fn finish(mut self) -> Result<(), Error> {
        self.pass_on()
    }

    fn pass_on(&mut self) -> Result<(), Error> {
        self.out.write_all(&self.bytes).map_err(not_written)?;
        self.bytes.clear();
        Ok(())
    }
}
