//! Prose about international relations in, one knowledge graph out.

pub mod edtf;
pub mod error;
pub mod export;
pub mod graph;
pub mod language;
pub mod source;
pub mod vocabulary;

pub use error::Error;
