//! Checks: whether a graph is as its vocabulary and shapes have it, whether its evidence holds, and what in it cannot
//! well be so.

mod dates;
mod people;
mod shapes;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Store;
use crate::Error;
use crate::graph::evidence::faulty_evidence;
use crate::graph::{DocumentRecord, Entity, GraphDocument, Kind, Statement};
use crate::vocabulary::{Vocabulary, did_you_mean};
use shapes::Shapes;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The graph is not what it should be.
    Error,
    /// It may well be wrong.
    Warning,
}

impl Severity {
    /// Its name: `error`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// Something found wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// Which check found it: `evidence`, `shapes` and so on.
    pub check: &'static str,
    /// IRI of the statement, entity or document at fault.
    pub place: String,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub remedy: String,
}

/// Checks a graph; `text` gives the text of a document that is at hand. Findings come worst first, then by check and
/// place.
///
/// # Errors
/// None of its own in a released version: the shapes are part of it.
pub fn check(
    graph: &GraphDocument,
    vocabulary: &Vocabulary,
    text: impl Fn(&DocumentRecord) -> Option<String>,
) -> Result<Vec<Finding>, Error> {
    let mut check = Check::new(graph, vocabulary);
    check.relations();
    check.references();
    check.evidence(text);
    check.shapes()?;
    dates::check(&mut check);
    people::check(&mut check);
    check.found.sort();
    check.found.dedup();
    Ok(check.found)
}

/// A graph under check.
struct Check<'a> {
    graph: &'a GraphDocument,
    vocabulary: &'a Vocabulary,
    entities: BTreeMap<&'a str, &'a Entity>,
    found: Vec<Finding>,
}

impl<'a> Check<'a> {
    fn new(graph: &'a GraphDocument, vocabulary: &'a Vocabulary) -> Self {
        let entities = graph.entities.iter().map(|e| (e.id.as_str(), e)).collect();
        Self { graph, vocabulary, entities, found: Vec::new() }
    }

    fn error(&mut self, check: &'static str, place: &str, message: String, remedy: &str) {
        self.find(Severity::Error, check, place, message, remedy);
    }

    fn warning(&mut self, check: &'static str, place: &str, message: String, remedy: &str) {
        self.find(Severity::Warning, check, place, message, remedy);
    }

    fn find(&mut self, severity: Severity, check: &'static str, place: &str, message: String, remedy: &str) {
        let (place, remedy) = (place.to_owned(), remedy.to_owned());
        self.found.push(Finding { severity, check, place, message, remedy });
    }

    /// What an entity is called, or its id.
    fn name(&self, id: &'a str) -> &'a str {
        self.entities.get(id).map_or(id, |entity| entity.label.as_str())
    }

    /// "Finland joined NATO".
    fn words(&self, statement: &'a Statement) -> String {
        let Statement { subject, relation, object, .. } = statement;
        let label = self.vocabulary.relation(relation).map_or(relation.as_str(), |r| r.label.as_str());
        format!("{} {label} {}", self.name(subject), self.name(object))
    }

    /// Every relation is known, and stands between things of the kinds it is for.
    fn relations(&mut self) {
        let names: Vec<&str> = self.vocabulary.relations().iter().map(|r| r.name.as_str()).collect();
        for statement in &self.graph.statements {
            let Ok(relation) = self.vocabulary.relation(&statement.relation) else {
                let near = did_you_mean(&statement.relation, names.iter().copied());
                let message = format!("the vocabulary has no relation `{}`{near}", statement.relation);
                let remedy = "name one it has, or declare it in a file for --vocabulary";
                self.error("relations", &statement.id, message, remedy);
                continue;
            };
            let ends = [
                ("subject", &statement.subject, &relation.domain),
                ("object", &statement.object, &relation.range),
            ];
            for (end, id, kinds) in ends {
                let Some(entity) = self.entities.get(id.as_str()) else { continue };
                if !kinds.contains(&entity.kind) {
                    let (words, kind) = (self.words(statement), entity.kind.name());
                    let message = format!("{words}: the {end} is a {kind}, and should be {}", listed(kinds));
                    self.error(
                        "relations",
                        &statement.id,
                        message,
                        "correct the kind, the relation or its ends",
                    );
                }
            }
        }
    }

    /// Every id that is referred to is there.
    fn references(&mut self) {
        let graph = self.graph;
        let documents: BTreeSet<&str> = graph.documents.iter().map(|d| d.id.as_str()).collect();
        let statements: BTreeSet<&str> = graph.statements.iter().map(|s| s.id.as_str()).collect();
        for statement in &graph.statements {
            let ends = [Some(&statement.subject), Some(&statement.object), statement.by.as_ref()];
            let mut missing: Vec<&String> = ends.into_iter().flatten().collect();
            missing.retain(|id| !self.entities.contains_key(id.as_str()));
            for id in missing {
                let message = format!("speaks of `{id}`, which is no entity of the graph");
                self.error("references", &statement.id, message, "add the entity, or drop the statement");
            }
            for evidence in statement.evidence.iter().filter(|e| !documents.contains(e.document.as_str())) {
                let message =
                    format!("has evidence of `{}`, which is no document of the graph", evidence.document);
                self.error("references", &statement.id, message, "add the document, or drop the evidence");
            }
            let premises = statement.inferred.iter().flat_map(|inference| &inference.from);
            for premise in premises.filter(|premise| !statements.contains(premise.as_str())) {
                let message = format!("is inferred from `{premise}`, which is no statement of the graph");
                self.error(
                    "references",
                    &statement.id,
                    message,
                    "infer anew with --infer, or drop the statement",
                );
            }
        }
        for entity in &graph.entities {
            let mentions = entity.mentions.iter().map(|m| m.document.as_str());
            let missing: BTreeSet<&str> = mentions.filter(|id| !documents.contains(id)).collect();
            for id in missing {
                let message =
                    format!("{} is mentioned in `{id}`, which is no document of the graph", entity.label);
                self.error("references", &entity.id, message, "add the document, or drop the mentions");
            }
        }
    }

    /// Every quote is what the document says there.
    fn evidence(&mut self, text: impl Fn(&DocumentRecord) -> Option<String>) {
        let graph = self.graph;
        for document in &graph.documents {
            let Some(raw) = text(document) else { continue };
            for (statement, evidence, found) in faulty_evidence(&graph.statements, &document.id, &raw) {
                let message = format!(
                    "{}: quotes {:?} at {}..{} of {}, but {found}",
                    self.words(statement),
                    evidence.quote,
                    evidence.start,
                    evidence.end,
                    document.source
                );
                let remedy = "read the document anew: it has changed, or the offsets were counted otherwise";
                self.error("evidence", &statement.id, message, remedy);
            }
        }
    }

    /// The graph as RDF is as `schema/shapes.ttl` has it. What has no IRI or relation is left to the other checks.
    fn shapes(&mut self) -> Result<(), Error> {
        let mut graph = self.graph.clone();
        graph.statements.retain(|s| self.vocabulary.relation(&s.relation).is_ok());
        let store = match Store::of(&graph, self.vocabulary) {
            Ok(store) => store,
            Err(error) => {
                self.error("shapes", "graph", error.to_string(), "make it an absolute IRI");
                return Ok(());
            }
        };
        for violation in Shapes::embedded()?.check(&store) {
            let found = if violation.found.is_empty() { "nothing".to_owned() } else { violation.found };
            let message = format!("{}; found {found}", violation.message);
            self.error(
                "shapes",
                &violation.focus,
                message,
                "see schema/shapes.ttl for what a valid graph is",
            );
        }
        Ok(())
    }
}

/// "a Country or an Organization", in the order of the kinds.
fn listed(kinds: &[Kind]) -> String {
    let names: Vec<String> = kinds
        .iter()
        .map(|kind| {
            let name = kind.name();
            let article = if name.starts_with(['A', 'E', 'I', 'O']) { "an" } else { "a" };
            format!("{article} {name}")
        })
        .collect();
    names.join(" or ")
}
