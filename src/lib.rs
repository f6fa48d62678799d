//! Prose about international relations in, one knowledge graph out.
//!
//! The stages follow one sentence downwards: [`source`] reads a document, [`language`] cuts, tags and parses it,
//! [`extract`] turns it into statements in the words of the [`vocabulary`], [`graph`] merges and checks them, and
//! [`export`] writes them. Arrows point one way; no stage knows the ones after it.

pub mod error;
pub mod export;
pub mod extract;
pub mod graph;
pub mod language;
pub mod source;
pub mod vocabulary;

pub use error::Error;
