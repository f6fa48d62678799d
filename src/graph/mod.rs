//! The graph: entities, statements, evidence. It knows neither text nor RDF.

pub mod confidence;
pub mod diff;
pub mod document;
pub mod entity;
pub mod evidence;
pub mod id;
pub mod knowledge;
pub mod named;
pub mod record;
pub mod sequence;
pub mod statement;
pub mod view;

pub use confidence::Confidence;
pub use document::{DocumentRecord, GraphDocument};
pub use entity::{Entity, Kind, Mention};
pub use evidence::check_evidence;
pub use knowledge::KnowledgeGraph;
pub use record::{Record, RecordRef};
pub use sequence::{Order, Sequence};
pub use statement::{Evidence, Inference, Statement, Status};
pub use view::View;
