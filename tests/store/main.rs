//! The graph as a database: asked, reasoned over.

mod graph;
mod infer;
mod query;
