//! The JSON-LD context, with a term for each relation of the vocabulary in use.

use serde_json::{Map, Value, json};

use super::Claims;
use crate::Error;
use crate::vocabulary::{Relation, Vocabulary, terms};

const EMBEDDED: &str = include_str!("../../schema/context.jsonld");

/// What the keys of our JSON mean.
pub(super) struct Context {
    /// As `schema/context.jsonld` says it.
    common: Map<String, Value>,
    /// What is said in its place or besides.
    own: Map<String, Value>,
}

impl Context {
    /// The context of `schema/context.jsonld` and a term for each relation a user added.
    pub(super) fn new(vocabulary: &Vocabulary) -> Result<Self, Error> {
        let broken = |e: &dyn ToString| Error::invalid("schema/context.jsonld", e.to_string());
        let file: Value = serde_json::from_str(EMBEDDED).map_err(|e| broken(&e))?;
        let common = file.get("@context").and_then(Value::as_object).cloned();
        let common = common.ok_or_else(|| broken(&"there is no @context"))?;
        // A term in capitals would give the type of that name another meaning.
        let lower = |relation: &&Relation| relation.name.starts_with(|c: char| !c.is_ascii_uppercase());
        let new = vocabulary.relations().iter().filter(lower).filter(|r| !common.contains_key(&r.name));
        let own = new.map(|r| (r.name.clone(), json!({"@id": r.iri, "@type": "@id"}))).collect();
        Ok(Self { common, own })
    }

    /// The context for claims carried in this way.
    pub(super) fn with_claims(mut self, claims: Claims) -> Self {
        if claims == Claims::Statement {
            let subject = terms::RDF_SUBJECT.iri;
            let other = [
                ("Statement", json!(terms::RDF_STATEMENT.iri)),
                ("claims", json!({"@reverse": subject})),
                ("subject", json!({"@id": subject, "@type": "@id"})),
                ("relation", json!({"@id": terms::RDF_PREDICATE.iri, "@type": "@vocab"})),
                ("object", json!({"@id": terms::RDF_OBJECT.iri, "@type": "@id"})),
            ];
            self.own.extend(other.map(|(term, meaning)| (term.to_owned(), meaning)));
        }
        self
    }

    /// The same context, to which a term means nothing.
    pub(super) fn without(mut self, term: &str) -> Self {
        self.own.insert(term.to_owned(), Value::Null);
        self
    }

    /// The term of a relation, or its IRI if its name means something else here.
    pub(super) fn term<'a>(&self, relation: &'a Relation) -> &'a str {
        let term = self.own.get(&relation.name).or_else(|| self.common.get(&relation.name));
        let iri = term.and_then(|term| term.get("@id"));
        if iri.and_then(Value::as_str) == Some(&relation.iri) { &relation.name } else { &relation.iri }
    }

    /// A link under a relation's key: a bare IRI where the term makes it a link, a node reference elsewhere.
    pub(super) fn link(&self, relation: &Relation, iri: &str) -> Value {
        if self.term(relation) == relation.name { json!(iri) } else { json!({"id": iri}) }
    }

    /// The context itself; by reference, and what is said besides, if `schema/context.jsonld` is at `url`.
    pub(super) fn into_value(self, url: Option<&str>) -> Value {
        match url {
            Some(url) if self.own.is_empty() => json!(url),
            Some(url) => json!([url, self.own]),
            None => Value::Object(self.common.into_iter().chain(self.own).collect()),
        }
    }
}
