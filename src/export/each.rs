//! Many things of one sort written on all cores.

use std::io::Write;
use std::mem;
use std::ops::ControlFlow::{Break, Continue};

use super::not_written;
use crate::Error;
use crate::turns::in_order;

/// How many things are written at once.
const AT_ONCE: usize = 512;

/// Bytes that most things take at most: room made for all at once need not grow.
const BYTES_EACH: usize = 512;

/// Writes what `push` makes of each item, in the order of the items.
///
/// # Errors
/// `out` cannot be written to.
pub(super) fn write_each<T: Sync>(
    items: &[T],
    push: impl Fn(&T, &mut String) + Sync,
    out: &mut (dyn Write + Send),
) -> Result<(), Error> {
    let push_all = |items: &[T]| {
        let mut text = String::with_capacity(items.len() * BYTES_EACH);
        for item in items {
            push(item, &mut text);
        }
        text
    };
    if items.len() <= AT_ONCE {
        return out.write_all(push_all(items).as_bytes()).map_err(not_written);
    }
    let mut outcome = Ok(());
    in_order(
        items.chunks(AT_ONCE),
        push_all,
        |text| Continue(mem::take(text)),
        |text| {
            outcome = out.write_all(text.as_bytes()).map_err(not_written);
            if outcome.is_ok() { Continue(()) } else { Break(()) }
        },
    );
    outcome
}
