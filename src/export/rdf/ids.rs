//! Ids that can be written as IRIs.

use oxigraph::model::NamedNodeRef;

use crate::Error;
use crate::graph::Statement;

/// Checks that what came from outside is an IRI. JSON-LD processors drop what is none without a word, and other formats
/// would be broken by it.
pub(in super::super) struct Ids<'a> {
    /// What most IRIs begin with: itself one.
    base: &'a str,
}

impl<'a> Ids<'a> {
    pub(in super::super) fn new(base: &'a str) -> Self {
        Self { base: if NamedNodeRef::new(base).is_ok() { base } else { "" } }
    }

    /// The IRI itself; `what` says in a refusal what it names.
    pub(in super::super) fn check<'b>(&self, what: &str, iri: &'b str) -> Result<&'b str, Error> {
        let own = Some(self.base).filter(|base| !base.is_empty()).and_then(|base| iri.strip_prefix(base));
        if own.is_some_and(|rest| rest.bytes().all(is_unreserved)) {
            return Ok(iri);
        }
        NamedNodeRef::new(iri).map(NamedNodeRef::as_str).map_err(|problem| {
            let message = format!("{what} `{iri}` is not an absolute IRI, as RDF needs: {problem}");
            Error::invalid("graph", message)
        })
    }

    /// All IRIs of a statement.
    pub(in super::super) fn check_statement(&self, statement: &Statement) -> Result<(), Error> {
        self.check("statement", &statement.id)?;
        for entity in [Some(&statement.subject), Some(&statement.object), statement.by.as_ref()] {
            entity.map_or(Ok(""), |id| self.check("entity", id))?;
        }
        for premise in statement.inferred.iter().flat_map(|inference| &inference.from) {
            self.check("statement", premise)?;
        }
        for evidence in &statement.evidence {
            self.check("document", &evidence.document)?;
        }
        Ok(())
    }
}

/// Whether a character may stand anywhere in the path of an IRI.
fn is_unreserved(byte: u8) -> bool {
    UNRESERVED[usize::from(byte)]
}

const UNRESERVED: [bool; 256] = {
    let mut table = [false; 256];
    let mut character = 0_u8;
    while character < 128 {
        table[character as usize] =
            character.is_ascii_alphanumeric() || matches!(character, b'-' | b'.' | b'_' | b'~' | b'/');
        character += 1;
    }
    table
};
