//! The graph as a database: asked, reasoned over, checked.

mod check;
mod graph;
mod infer;
mod query;
