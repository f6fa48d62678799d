//! How RDF carries what is more than a triple: date, status, speaker, confidence, evidence.

use std::fmt;
use std::str::FromStr;

use super::Format;
use crate::Error;
use crate::vocabulary::choose;

/// How RDF carries what qualifies a statement. Only asserted statements are plain triples, in every way of these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Claims {
    /// A node of `lg:Statement` for each statement.
    #[default]
    Event,
    /// The same node as an `rdf:Statement`.
    Statement,
    /// A reifier of a triple term, as of RDF 1.2.
    Rdf12,
    /// Nodes of `lg:Statement`, all that a document says in a named graph of the document's address.
    Graph,
    /// Nothing but plain triples.
    None,
}

impl Claims {
    /// Every way.
    pub const ALL: [Self; 5] = [Self::Event, Self::Statement, Self::Rdf12, Self::Graph, Self::None];

    /// The name a user gives: `rdf12`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Statement => "statement",
            Self::Rdf12 => "rdf12",
            Self::Graph => "graph",
            Self::None => "none",
        }
    }

    /// Whether a format can carry claims this way.
    ///
    /// # Errors
    /// It cannot; the message says which formats can.
    pub fn check(self, format: Format) -> Result<(), Error> {
        use Format::{JsonLd, N3, NQuads, NTriples, RdfXml, TriG, Turtle};
        let able: &[Format] = match self {
            Self::Graph if [NTriples, Turtle, RdfXml, N3].contains(&format) => &[TriG, NQuads, JsonLd],
            Self::Rdf12 if [N3, JsonLd].contains(&format) => &[NTriples, Turtle, NQuads, TriG, RdfXml],
            _ => return Ok(()),
        };
        let able: Vec<&str> = able.iter().map(|format| format.name()).collect();
        let lacking = if self == Self::Graph { "named graphs" } else { "triple terms" };
        let message =
            format!("{} has no {lacking}; formats that have them: {}", format.title(), able.join(", "));
        Err(Error::invalid(format!("--claims {self}"), message))
    }
}

impl fmt::Display for Claims {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Claims {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        choose("claims", name, &Self::ALL, Self::name)
    }
}
