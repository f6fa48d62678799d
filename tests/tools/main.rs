//! Exports for graph tools, read back by other readers than the exporters' own: whatever the names in a graph, all of it
//! arrives, and none of it becomes anything but text.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]
#![expect(clippy::print_stderr, reason = "what is skipped is said aloud")]

mod diagrams;
mod graphs;
mod graphviz;
mod palette;
mod script;
mod tables;
mod xml;

use std::sync::LazyLock;

use legation::export::{Format, Options, render};
use legation::graph::GraphDocument;
use legation::vocabulary::Vocabulary;

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::embedded().unwrap());

fn text(graph: &GraphDocument, format: Format) -> String {
    text_with(graph, format, &Options::default())
}

fn text_with(graph: &GraphDocument, format: Format, options: &Options) -> String {
    String::from_utf8(render(graph, &VOCABULARY, format, options).unwrap()).unwrap()
}
