//! `schema/` in memory: what the graph may say, the English that says it, and the names it knows.

/// Namespace of the vocabulary's own terms.
pub const NAMESPACE: &str = "https://legation.example/ns#";
/// Where entity, document and statement IRIs live unless the user gives a base.
pub const DEFAULT_BASE: &str = "https://legation.example/id/";
