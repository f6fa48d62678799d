//! JSON-LD: compact, with statements under their subjects and evidence under its statements.
//!
//! Expands to exactly the triples of the N-Triples export.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::context::Context;
use super::date::When;
use super::rdf::{Excerpt, Ids, mention_iri};
use crate::Error;
use crate::graph::{DocumentRecord, Entity, Evidence, GraphDocument, Statement, Status};
use crate::vocabulary::{DEFAULT_BASE, Vocabulary, terms};

pub(super) fn render(graph: &GraphDocument, vocabulary: &Vocabulary) -> Result<Vec<u8>, Error> {
    check_iris(graph)?;
    let context = Context::new(vocabulary)?;
    let mut claims: BTreeMap<&str, Vec<&Statement>> = BTreeMap::new();
    for statement in &graph.statements {
        claims.entry(&statement.subject).or_default().push(statement);
    }
    let mut nodes = Vec::new();
    for entity in &graph.entities {
        let claims = claims.get(entity.id.as_str()).map_or(&[] as &[_], Vec::as_slice);
        nodes.push(node(&context, vocabulary, entity, claims)?);
    }
    nodes.extend(graph.documents.iter().map(source));
    let whole = json!({"@context": context.into_value(), "@graph": nodes});
    let mut bytes =
        serde_json::to_vec_pretty(&whole).map_err(|e| Error::invalid("JSON-LD", e.to_string()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn check_iris(graph: &GraphDocument) -> Result<(), Error> {
    let ids = Ids::new(DEFAULT_BASE);
    for entity in &graph.entities {
        ids.check("entity", &entity.id)?;
        entity.same_as.iter().try_for_each(|same| ids.check("sameAs", same).map(drop))?;
        entity.mentions.iter().try_for_each(|m| ids.check("document", &m.document).map(drop))?;
    }
    graph.statements.iter().try_for_each(|statement| ids.check_statement(statement))?;
    graph.documents.iter().try_for_each(|d| ids.check("document", &d.id).map(drop))
}

fn node(
    context: &Context,
    vocabulary: &Vocabulary,
    entity: &Entity,
    statements: &[&Statement],
) -> Result<Value, Error> {
    let mut node = Map::new();
    node.insert("id".into(), json!(entity.id));
    node.insert("type".into(), json!(entity.kind.name()));
    node.insert("label".into(), json!(entity.label));
    insert_list(&mut node, "aliases", entity.aliases.iter().map(|a| json!(a)));
    insert_list(&mut node, "sameAs", entity.same_as.iter().map(|s| json!(s)));
    insert_list(&mut node, "mentionedIn", entity.mentions.iter().map(|m| json!(m.document)));
    insert_list(&mut node, "mentionedAt", entity.mentions.iter().map(|m| json!(mention_iri(m))));
    for statement in statements.iter().filter(|s| s.status == Status::Asserted) {
        let relation = vocabulary.relation(&statement.relation)?;
        let link = context.link(relation, &statement.object);
        let links = node.entry(context.term(relation)).or_insert_with(|| json!([]));
        if let Some(links) = links.as_array_mut().filter(|links| links.last() != Some(&link)) {
            links.push(link);
        }
    }
    let claims: Vec<_> =
        statements.iter().map(|s| claim(context, vocabulary, s)).collect::<Result<_, _>>()?;
    insert_list(&mut node, "claims", claims.into_iter());
    Ok(Value::Object(node))
}

/// A statement, its subject said by where it stands.
fn claim(context: &Context, vocabulary: &Vocabulary, statement: &Statement) -> Result<Value, Error> {
    let mut claim = Map::new();
    claim.insert("id".into(), json!(statement.id));
    claim.insert("type".into(), json!("Statement"));
    claim.insert("relation".into(), json!(context.term(vocabulary.relation(&statement.relation)?)));
    claim.insert("object".into(), json!(statement.object));
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
    insert_list(&mut claim, "evidence", statement.evidence.iter().map(excerpt));
    Ok(Value::Object(claim))
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

fn source(document: &DocumentRecord) -> Value {
    let mut node = Map::new();
    node.insert("id".into(), json!(document.id));
    node.insert("type".into(), json!("Source"));
    node.insert("source".into(), json!(document.source));
    node.extend(document.title.iter().map(|title| ("title".to_owned(), json!(title))));
    node.extend(document.date.iter().map(|date| ("date".to_owned(), json!(date))));
    Value::Object(node)
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
