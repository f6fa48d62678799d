//! JSON Lines: the objects of the graph document, one a line.

use std::io::Write;

use super::not_written;
use crate::Error;
use crate::graph::{GraphDocument, RecordRef};

pub(super) fn write(graph: &GraphDocument, out: &mut dyn Write) -> Result<(), Error> {
    let mut line = Vec::new();
    for record in graph.records() {
        set_line(&mut line, record)?;
        out.write_all(&line).map_err(not_written)?;
    }
    Ok(())
}

/// Puts a record in place of what the line holds.
fn set_line(line: &mut Vec<u8>, record: RecordRef) -> Result<(), Error> {
    line.clear();
    serde_json::to_writer(&mut *line, &record).map_err(|e| Error::invalid("JSON Lines", e.to_string()))?;
    line.push(b'\n');
    Ok(())
}
