//! `schema/` in memory: what the graph may say, the English that says it, and the names it knows.

pub mod frame;
pub mod gazetteer;
pub mod relation;
mod suggest;
pub(crate) mod terms;
pub(crate) mod turtle;
pub mod words;

pub use gazetteer::Gazetteer;
pub use relation::{Added, Alignment, CounterExample, KindTerm, Relation, Vocabulary};
pub use suggest::nearest;
pub(crate) use suggest::{choose, did_you_mean};

/// Namespace of the vocabulary's own terms.
pub const NAMESPACE: &str = "https://legation.example/ns#";
/// Where entity, document and statement IRIs live unless the user gives a base.
pub const DEFAULT_BASE: &str = "https://legation.example/id/";
