//! JSON-LD: compact, with statements under their subjects and evidence under its statements.
//!
//! Expands to exactly the triples of the N-Triples export, or the quads of the N-Quads export.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::context::Context;
use super::date::When;
use super::rdf::{Excerpt, Ids, mention_iri};
use super::{Claims, Format, Options};
use crate::Error;
use crate::graph::{DocumentRecord, Entity, Evidence, GraphDocument, Statement, Status};
use crate::vocabulary::{Vocabulary, terms};

pub(super) fn render(
    graph: &GraphDocument,
    vocabulary: &Vocabulary,
    options: &Options,
) -> Result<Vec<u8>, Error> {
    options.claims.check(Format::JsonLd)?;
    check_iris(graph, &Ids::new(&options.base))?;
    let context = Context::new(vocabulary)?.with_claims(options.claims);
    let nodes = Nodes { context: &context, vocabulary, claims: options.claims }.of(graph)?;
    let whole = json!({"@context": context.into_value(options.context.as_deref()), "@graph": nodes});
    let mut bytes =
        serde_json::to_vec_pretty(&whole).map_err(|e| Error::invalid("JSON-LD", e.to_string()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// JSON-LD processors drop what is no IRI without a word, so it is refused here.
fn check_iris(graph: &GraphDocument, ids: &Ids) -> Result<(), Error> {
    for entity in &graph.entities {
        ids.check("entity", &entity.id)?;
        entity.same_as.iter().try_for_each(|same| ids.check("sameAs", same).map(drop))?;
        entity.mentions.iter().try_for_each(|m| ids.check("document", &m.document).map(drop))?;
    }
    graph.statements.iter().try_for_each(|statement| ids.check_statement(statement))?;
    graph.documents.iter().try_for_each(|d| ids.check("document", &d.id).map(drop))
}

/// What is said of one subject, in one graph: statements, each with the evidence that counts there.
type Said<'a> = BTreeMap<&'a str, Vec<(&'a Statement, &'a [Evidence])>>;

/// Makes the objects of a JSON-LD document.
struct Nodes<'a> {
    context: &'a Context,
    vocabulary: &'a Vocabulary,
    claims: Claims,
}

impl Nodes<'_> {
    /// Entities with what is said of them, then documents, with what they say if that is told apart.
    fn of(&self, graph: &GraphDocument) -> Result<Vec<Value>, Error> {
        let (said, by_document) = self.sort(&graph.statements);
        let mut nodes = Vec::new();
        for entity in &graph.entities {
            let mut node = self.entity(entity);
            self.add_said(&mut node, said.get(entity.id.as_str()).map_or(&[], Vec::as_slice))?;
            nodes.push(Value::Object(node));
        }
        let records: BTreeMap<&str, &DocumentRecord> =
            graph.documents.iter().map(|record| (record.id.as_str(), record)).collect();
        if self.claims != Claims::None {
            for id in records.keys().chain(by_document.keys().filter(|id| !records.contains_key(*id))) {
                let mut node = records.get(id).map_or_else(|| with_id(id), |record| source(record));
                let said = by_document.get(id).map(|said| self.graph(said)).transpose()?;
                insert_list(&mut node, "@graph", said.into_iter().flatten());
                nodes.push(Value::Object(node));
            }
        }
        Ok(nodes)
    }

    /// What is said by subject, and by document and subject where documents have graphs of their own.
    fn sort<'a>(&self, statements: &'a [Statement]) -> (Said<'a>, BTreeMap<&'a str, Said<'a>>) {
        let (mut said, mut by_document) = (Said::new(), BTreeMap::<&str, Said>::new());
        for statement in statements {
            let subject = statement.subject.as_str();
            if self.claims != Claims::Graph || statement.evidence.is_empty() {
                said.entry(subject).or_default().push((statement, &statement.evidence));
                continue;
            }
            for evidence in statement.evidence.chunk_by(|a, b| a.document == b.document) {
                let document = evidence.first().map_or("", |first| first.document.as_str());
                by_document
                    .entry(document)
                    .or_default()
                    .entry(subject)
                    .or_default()
                    .push((statement, evidence));
            }
        }
        (said, by_document)
    }

    /// What one document says.
    fn graph(&self, said: &Said) -> Result<Vec<Value>, Error> {
        let nodes = said.iter().map(|(subject, said)| {
            let mut node = with_id(subject);
            self.add_said(&mut node, said)?;
            Ok(Value::Object(node))
        });
        nodes.collect()
    }

    fn entity(&self, entity: &Entity) -> Map<String, Value> {
        let mut node = with_id(&entity.id);
        node.insert("type".into(), json!(entity.kind.name()));
        node.insert("label".into(), json!(entity.label));
        insert_list(&mut node, "aliases", entity.aliases.iter().map(|a| json!(a)));
        insert_list(&mut node, "sameAs", entity.same_as.iter().map(|s| json!(s)));
        if self.claims != Claims::None {
            insert_list(&mut node, "mentionedIn", entity.mentions.iter().map(|m| json!(m.document)));
            insert_list(&mut node, "mentionedAt", entity.mentions.iter().map(|m| json!(mention_iri(m))));
        }
        node
    }

    /// The facts among what is said, as links, and all of it as claims.
    fn add_said(
        &self,
        node: &mut Map<String, Value>,
        said: &[(&Statement, &[Evidence])],
    ) -> Result<(), Error> {
        for &(statement, _) in said {
            let relation = self.vocabulary.relation(&statement.relation)?;
            let untold = self.claims == Claims::None && statement.inferred.is_some();
            if statement.status == Status::Asserted && !untold {
                let link = self.context.link(relation, &statement.object);
                let links = node.entry(self.context.term(relation)).or_insert_with(|| json!([]));
                if let Some(links) = links.as_array_mut().filter(|links| links.last() != Some(&link)) {
                    links.push(link);
                }
            }
        }
        if self.claims != Claims::None {
            let claims: Vec<_> =
                said.iter().map(|(s, evidence)| self.claim(s, evidence)).collect::<Result<_, _>>()?;
            insert_list(node, "claims", claims.into_iter());
        }
        Ok(())
    }

    /// A statement, its subject said by where it stands.
    fn claim(&self, statement: &Statement, evidence: &[Evidence]) -> Result<Value, Error> {
        let relation = self.vocabulary.relation(&statement.relation)?;
        let mut claim = with_id(&statement.id);
        claim.insert("type".into(), json!("Statement"));
        claim.insert("relation".into(), json!(self.context.term(relation)));
        claim.insert("object".into(), json!(statement.object));
        qualify(&mut claim, statement);
        insert_list(&mut claim, "evidence", evidence.iter().map(excerpt));
        Ok(Value::Object(claim))
    }
}

fn with_id(id: &str) -> Map<String, Value> {
    Map::from_iter([("id".to_owned(), json!(id))])
}

/// What a statement says besides subject, relation and object.
fn qualify(claim: &mut Map<String, Value>, statement: &Statement) {
    claim.insert("status".into(), json!(statement.status.name()));
    if let Some(when) = &statement.when {
        claim.insert("when".into(), json!(when));
        let When { on, from, until } = When::parse(when);
        for (term, date) in [("onDate", on), ("fromDate", from), ("untilDate", until)] {
            let typed = date.map(|d| json!({"@type": d.datatype.iri, "@value": d.text}));
            claim.extend(typed.map(|typed| (term.to_owned(), typed)));
        }
    }
    if let Some(by) = &statement.by {
        claim.insert("by".into(), json!(by));
    }
    if let Some(role) = &statement.role {
        claim.insert("role".into(), json!(role));
    }
    if let Some(confidence) = statement.confidence {
        // A bare number with a fraction would be a double.
        let number = json!({"@type": terms::XSD_DECIMAL.iri, "@value": confidence.to_string()});
        claim.insert("confidence".into(), number);
    }
    if let Some(inference) = &statement.inferred {
        claim.insert("inferred".into(), json!({"rule": inference.rule, "from": inference.from}));
    }
}

fn excerpt(evidence: &Evidence) -> Value {
    let names = Excerpt::of(evidence);
    json!({
        "id": names.resource,
        "type": "SpecificResource",
        "document": evidence.document,
        "selectors": [
            {"id": names.quote, "type": "TextQuoteSelector", "quote": evidence.quote},
            {"id": names.position, "type": "TextPositionSelector", "start": evidence.start, "end": evidence.end},
        ],
    })
}

fn source(document: &DocumentRecord) -> Map<String, Value> {
    let mut node = with_id(&document.id);
    node.insert("type".into(), json!("Source"));
    node.insert("source".into(), json!(document.source));
    node.extend(document.title.iter().map(|title| ("title".to_owned(), json!(title))));
    node.extend(document.date.iter().map(|date| ("date".to_owned(), json!(date))));
    node
}

/// A list under a key, each item once; no key if there are none.
fn insert_list(node: &mut Map<String, Value>, key: &str, items: impl Iterator<Item = Value>) {
    let mut list: Vec<Value> = Vec::new();
    for item in items {
        if list.last() != Some(&item) {
            list.push(item);
        }
    }
    if !list.is_empty() {
        node.insert(key.to_owned(), Value::Array(list));
    }
}
