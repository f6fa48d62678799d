//! What a person sees: messages and progress, all on standard error.

use clap::ColorChoice;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::fmt::Display;
use std::io::{IsTerminal, Write, stderr, stdout};
use std::time::{Duration, Instant};

/// Work shorter than this shows no progress bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// Standard error, as the user wants it.
pub(crate) struct Console {
    quiet: bool,
    color: bool,
    output_color: bool,
}

impl Console {
    pub(crate) fn new(quiet: bool, color: ColorChoice) -> Self {
        let plain = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
        let wanted = |terminal: bool| match color {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => terminal && !plain,
        };
        Self { quiet, color: wanted(stderr().is_terminal()), output_color: wanted(stdout().is_terminal()) }
    }

    /// Whether what is written to standard output for a reader is in colour.
    pub(crate) fn paints_output(&self) -> bool {
        self.output_color
    }

    /// Says why something failed.
    pub(crate) fn error(&self, message: &dyn Display) {
        self.say("error", "\x1b[1;31m", message);
    }

    /// Says what probably is not as the user thinks, unless the user wants quiet.
    pub(crate) fn warning(&self, message: &dyn Display) {
        if !self.quiet {
            self.say("warning", "\x1b[1;33m", message);
        }
    }

    /// Says what is worth knowing, unless the user wants quiet.
    pub(crate) fn note(&self, message: &dyn Display) {
        if !self.quiet {
            self.say("note", "\x1b[1;36m", message);
        }
    }

    fn say(&self, label: &str, paint: &str, message: &dyn Display) {
        let (paint, plain) = if self.color { (paint, "\x1b[0m") } else { ("", "") };
        // Nobody is left to tell when standard error is gone.
        let _ = writeln!(stderr(), "{paint}{label}{plain}: {message}");
    }

    /// A bar for `steps` of work, or 0 if nobody knows yet, each a thing `of` that name; it shows itself on a terminal once
    /// the work has taken a while.
    pub(crate) fn progress(&self, steps: usize, of: &str) -> Progress {
        let bar = ProgressBar::with_draw_target(Some(steps as u64), ProgressDrawTarget::hidden());
        if let Ok(style) =
            ProgressStyle::with_template(&format!("{{bar:40}} {{pos}}/{{len}} {of}, {{eta}} left"))
        {
            bar.set_style(style);
        }
        Progress { bar, begun: Instant::now(), wanted: !self.quiet && steps != 1 && stderr().is_terminal() }
    }
}

/// Progress of a piece of work.
pub(crate) struct Progress {
    bar: ProgressBar,
    begun: Instant,
    wanted: bool,
}

impl Progress {
    /// One more step is done.
    pub(crate) fn step(&self) {
        self.show();
        self.bar.inc(1);
    }

    /// So many steps are done, of so many.
    pub(crate) fn is_at(&self, steps: usize, all: usize) {
        self.show();
        self.bar.set_length(all as u64);
        self.bar.set_position(steps as u64);
    }

    /// Does something else on the terminal that the bar would be in the way of.
    pub(crate) fn aside(&self, other: impl FnOnce()) {
        self.bar.suspend(other);
    }

    fn show(&self) {
        if self.wanted && self.bar.is_hidden() && self.begun.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }

    /// The work is done; the bar goes.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
