//! The graph: entities, statements, evidence. It knows neither text nor RDF.

pub mod entity;
pub mod statement;

pub use entity::{Entity, Kind, Mention};
pub use statement::{Evidence, Inference, Statement, Status};

use serde::{Deserialize, Serialize};

/// What the graph remembers of a document it was drawn from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentRecord {
    /// IRI.
    pub id: String,
    /// Title, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its own date in EDTF, if it declares one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Where it was read from, as the user named it.
    pub source: String,
}
