//! The commands: what a person types, sees and gets.

mod args;
pub(crate) mod check;
mod console;
pub(crate) mod diff;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod load;
mod output;
mod page;
pub(crate) mod query;
mod reading;
mod tables;
mod view;
mod wording;

pub(crate) use args::{Cli, Command};
pub(crate) use console::Console;

/// How a command that was not refused ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// As asked.
    Done,
    /// Without some of its input, which was said.
    Skipped,
    /// As asked, which was to find problems, and there are some.
    Problems,
    /// With differences found.
    Different,
}
