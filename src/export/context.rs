//! The JSON-LD context, with a term for each relation of the vocabulary in use.

use serde_json::{Map, Value, json};

use crate::Error;
use crate::vocabulary::{Relation, Vocabulary};

const EMBEDDED: &str = include_str!("../../schema/context.jsonld");

/// What the keys of our JSON mean.
pub(super) struct Context {
    terms: Map<String, Value>,
}

impl Context {
    /// The context of `schema/context.jsonld` and a term for each relation a user added.
    pub(super) fn new(vocabulary: &Vocabulary) -> Result<Self, Error> {
        let broken = |e: &dyn ToString| Error::invalid("schema/context.jsonld", e.to_string());
        let file: Value = serde_json::from_str(EMBEDDED).map_err(|e| broken(&e))?;
        let terms = file.get("@context").and_then(Value::as_object).cloned();
        let mut terms = terms.ok_or_else(|| broken(&"there is no @context"))?;
        // A term in capitals would give the type of that name another meaning.
        let lower = |relation: &&Relation| relation.name.starts_with(|c: char| !c.is_ascii_uppercase());
        for relation in vocabulary.relations().iter().filter(lower) {
            let link = || json!({"@id": relation.iri, "@type": "@id"});
            terms.entry(relation.name.clone()).or_insert_with(link);
        }
        Ok(Self { terms })
    }

    /// The term of a relation, or its IRI if its name means something else here.
    pub(super) fn term<'a>(&self, relation: &'a Relation) -> &'a str {
        let iri = self.terms.get(&relation.name).and_then(|term| term.get("@id"));
        if iri.and_then(Value::as_str) == Some(&relation.iri) { &relation.name } else { &relation.iri }
    }

    /// A link under a relation's key: a bare IRI where the term makes it a link, a node reference elsewhere.
    pub(super) fn link(&self, relation: &Relation, iri: &str) -> Value {
        if self.term(relation) == relation.name { json!(iri) } else { json!({"id": iri}) }
    }

    /// The same context, to which a term means nothing.
    pub(super) fn without(mut self, term: &str) -> Self {
        self.terms.insert(term.to_owned(), Value::Null);
        self
    }

    /// The context itself.
    pub(super) fn into_value(self) -> Value {
        Value::Object(self.terms)
    }
}
