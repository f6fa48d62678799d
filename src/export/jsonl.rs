//! JSON Lines: the objects of the graph document, one a line.

use crate::Error;
use crate::graph::RecordRef;

/// Adds a line.
pub(super) fn push(out: &mut Vec<u8>, record: RecordRef) -> Result<(), Error> {
    serde_json::to_writer(&mut *out, &record).map_err(|e| Error::invalid("JSON Lines", e.to_string()))?;
    out.push(b'\n');
    Ok(())
}
