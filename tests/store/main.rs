//! The graph as a database: asked, reasoned over, checked.

#![expect(clippy::panic, reason = "a test may panic")]

mod check;
mod faulty;
mod graph;
mod infer;
mod load;
mod query;
