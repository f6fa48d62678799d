//! From triples by subject to entities, statements and documents.

use std::collections::BTreeSet;

use oxigraph::model::{NamedNode, NamedOrBlankNode, Term};

use super::key::Key;
use super::node::Node;
use super::{Foreign, Triples};
use crate::Error;
use crate::graph::{
    Confidence, DocumentRecord, Entity, Evidence, GraphDocument, Inference, Kind, Mention, Statement, Status,
};
use crate::import::Imported;
use crate::vocabulary::{NAMESPACE, Relation, terms};

/// The graph that the triples of a file make.
pub(super) fn graph(place: &str, triples: Triples) -> Result<Imported, Error> {
    let Triples { keys, nodes, mut foreign } = triples;
    let builder = Builder { triples: &Triples { keys, nodes, foreign: Foreign::default() }, place };
    let mut graph = GraphDocument::default();
    let mut facts = Vec::new();
    for (id, values) in &builder.triples.nodes {
        let node = Node { place, id, values };
        match role(node)? {
            Role::Entity(kind) => {
                graph.entities.push(entity(node, kind)?);
                facts.extend(node.facts());
            }
            Role::Statement(ends) => graph.statements.push(builder.statement(node, &ends)?),
            Role::Document => graph.documents.push(document(node)?),
            Role::Part => {}
            Role::Foreign => node.list(&mut foreign),
        }
    }
    if graph.entities.is_empty() && foreign.any() {
        let expected = format!("such as `{NAMESPACE}{}`", Kind::Country.name());
        let message =
            format!("no entity is in it; expected things of the types this tool writes, {expected}");
        return Err(Error::invalid(place, message));
    }
    add_facts(&mut graph, facts, &mut foreign);
    graph.check(place)?;
    Ok(Imported { graph, remarks: foreign.remark(place).into_iter().collect(), ..Imported::default() })
}

/// What a node is in the graph.
enum Role<'a> {
    Entity(Kind),
    Statement(Ends<'a>),
    Document,
    /// Evidence or a part of it, read from its statements.
    Part,
    Foreign,
}

/// Subject, relation and object.
struct Ends<'a> {
    subject: &'a str,
    relation: &'a str,
    object: &'a str,
}

struct Builder<'a> {
    triples: &'a Triples<'a>,
    place: &'a str,
}

impl<'a> Builder<'a> {
    fn statement(&self, node: Node<'a>, ends: &Ends) -> Result<Statement, Error> {
        let Some(relation) = self.triples.keys.relation(ends.relation) else {
            let message = format!(
                "has the relation `{}`, which the vocabulary does not know; if it is your own, give its file with \
                 --vocabulary",
                ends.relation
            );
            return Err(node.error(message));
        };
        let text = |key, name| node.text(key, name).map(|text| text.map(str::to_owned));
        let evidence = node.links(Key::Evidence, "prov:wasDerivedFrom")?;
        Ok(Statement {
            id: node.id.to_owned(),
            when: text(Key::When, "lg:when")?,
            status: status(node)?,
            by: node.link(Key::By, "lg:by")?.map(str::to_owned),
            role: text(Key::Role, "lg:role")?,
            inferred: inference(node)?,
            confidence: confidence(node)?,
            evidence: evidence.into_iter().map(|id| self.evidence(node, id)).collect::<Result<_, _>>()?,
            ..Statement::new(ends.subject, relation.name.as_str(), ends.object)
        })
    }

    /// The words at `id`, which `statement` rests on.
    fn evidence(&self, statement: Node<'a>, id: &str) -> Result<Evidence, Error> {
        let node = self.node(statement, id)?;
        let document = node.needed("oa:hasSource", node.link(Key::Source, "oa:hasSource")?)?;
        let selectors = node.links(Key::Selector, "oa:hasSelector")?;
        let selectors: Vec<Node> =
            selectors.into_iter().map(|selector| self.node(node, selector)).collect::<Result<_, _>>()?;
        let find = |key, name: &str| {
            let found = selectors.iter().find_map(|selector| selector.text(key, name).transpose());
            node.needed(&format!("oa:hasSelector/{name}"), found.transpose()?)
        };
        Ok(Evidence {
            document: document.to_owned(),
            start: node.parsed("oa:start", find(Key::Start, "oa:start")?)?,
            end: node.parsed("oa:end", find(Key::End, "oa:end")?)?,
            quote: find(Key::Exact, "oa:exact")?.to_owned(),
        })
    }

    /// The node `id`, which `from` leads to.
    fn node(&self, from: Node, id: &str) -> Result<Node<'a>, Error> {
        let found = self.triples.nodes.get_key_value(id);
        let (id, values) =
            found.ok_or_else(|| from.error(format_args!("leads to `{id}`, of which nothing is said")))?;
        Ok(Node { place: self.place, id, values })
    }
}

/// What a node is, by its types.
fn role(node: Node<'_>) -> Result<Role<'_>, Error> {
    if let Some(triple) = node.triple()? {
        let (NamedOrBlankNode::NamedNode(subject), Term::NamedNode(object)) =
            (&triple.subject, &triple.object)
        else {
            return Err(node.error(format_args!("reifies {triple}; expected IRIs in it")));
        };
        let [subject, relation, object] = [subject, &triple.predicate, object].map(NamedNode::as_str);
        return Ok(Role::Statement(Ends { subject, relation, object }));
    }
    let classes = node.links(Key::Type, "rdf:type")?;
    let is = |name: terms::Name| classes.contains(name.iri);
    if is(terms::STATEMENT) || is(terms::RDF_STATEMENT) {
        let subject = node.needed("lg:subject", node.link(Key::Subject, "lg:subject")?)?;
        let relation = node.needed("lg:relation", node.link(Key::Relation, "lg:relation")?)?;
        let object = node.needed("lg:object", node.link(Key::Object, "lg:object")?)?;
        return Ok(Role::Statement(Ends { subject, relation, object }));
    }
    if let Some(kind) = Kind::ALL.into_iter().find(|kind| classes.contains(class(*kind).as_str())) {
        return Ok(Role::Entity(kind));
    }
    let parts = [terms::SPECIFIC_RESOURCE, terms::TEXT_QUOTE_SELECTOR, terms::TEXT_POSITION_SELECTOR];
    Ok(if is(terms::SOURCE) {
        Role::Document
    } else if parts.into_iter().any(is) {
        Role::Part
    } else {
        Role::Foreign
    })
}

fn class(kind: Kind) -> String {
    format!("{NAMESPACE}{}", kind.name())
}

fn entity(node: Node, kind: Kind) -> Result<Entity, Error> {
    let owned = |found: BTreeSet<&str>| found.into_iter().map(str::to_owned).collect();
    let label = node.needed("rdfs:label", node.text(Key::Label, "rdfs:label")?)?;
    let mentions = node.links(Key::MentionedAt, "lg:mentionedAt")?;
    let mut mentions = mentions.into_iter().map(|iri| mention(node, iri)).collect::<Result<Vec<_>, _>>()?;
    mentions.sort();
    Ok(Entity {
        id: node.id.to_owned(),
        kind,
        label: label.to_owned(),
        aliases: owned(node.texts(Key::Alias, "skos:altLabel")?),
        same_as: owned(node.links(Key::SameAs, "owl:sameAs")?),
        mentions,
    })
}

/// The place that a text fragment names.
fn mention(node: Node, iri: &str) -> Result<Mention, Error> {
    let parts = iri.rsplit_once("char=").and_then(|(document, offsets)| {
        let document = document.strip_suffix(['#', '&'])?;
        let (start, end) = offsets.split_once(',')?;
        Some(Mention { document: document.to_owned(), start: start.parse().ok()?, end: end.parse().ok()? })
    });
    parts.ok_or_else(|| {
        node.error(format_args!(
            "has `{iri}` for its `lg:mentionedAt`; expected an address like `…#char=12,40`"
        ))
    })
}

fn status(node: Node) -> Result<Status, Error> {
    let Some(name) = node.text(Key::Status, "lg:status")? else { return Ok(Status::Asserted) };
    Status::ALL.into_iter().find(|status| status.name() == name).ok_or_else(|| {
        let known = Status::ALL.map(Status::name).join(", ");
        node.error(format_args!("has the `lg:status` {name:?}; expected one of {known}"))
    })
}

fn confidence(node: Node) -> Result<Option<Confidence>, Error> {
    let Some(text) = node.text(Key::Confidence, "lg:confidence")? else { return Ok(None) };
    let number: f64 = node.parsed("lg:confidence", text)?;
    let confidence = Confidence::try_from(number)
        .map_err(|problem| node.error(format_args!("has the `lg:confidence` {text:?}: {problem}")))?;
    Ok(Some(confidence))
}

fn inference(node: Node) -> Result<Option<Inference>, Error> {
    let from = node.links(Key::Premise, "lg:inferredFrom")?;
    match node.text(Key::Rule, "lg:inferredBy")? {
        Some(rule) => {
            Ok(Some(Inference { rule: rule.to_owned(), from: from.into_iter().map(str::to_owned).collect() }))
        }
        None if from.is_empty() => Ok(None),
        None => Err(node.error("has premises in `lg:inferredFrom`, and no rule in `lg:inferredBy`")),
    }
}

fn document(node: Node) -> Result<DocumentRecord, Error> {
    let text = |key, name| node.text(key, name).map(|text| text.map(str::to_owned));
    Ok(DocumentRecord {
        id: node.id.to_owned(),
        title: text(Key::Title, "dcterms:title")?,
        date: text(Key::Issued, "dcterms:date")?,
        source: node.needed("dcterms:source", text(Key::Origin, "dcterms:source")?)?,
    })
}

/// A plain triple of an entity.
pub(super) struct Fact<'a> {
    pub(super) subject: &'a str,
    pub(super) relation: &'a Relation,
    pub(super) object: &'a Term,
}

/// Makes statements of the plain triples that no statement makes.
fn add_facts(graph: &mut GraphDocument, facts: Vec<Fact>, foreign: &mut Foreign) {
    let entities: BTreeSet<&str> = graph.entities.iter().map(|entity| entity.id.as_str()).collect();
    let asserted = graph.statements.iter().filter(|statement| statement.status == Status::Asserted);
    let mut said: BTreeSet<[&str; 3]> = asserted.map(|s| [&*s.subject, &*s.relation, &*s.object]).collect();
    let mut new = Vec::new();
    for Fact { subject, relation, object } in facts {
        let entity = match object {
            Term::NamedNode(node) if entities.contains(node.as_str()) => node.as_str(),
            _ => {
                foreign.add(|| format!("<{subject}> <{}> {object}", relation.iri));
                continue;
            }
        };
        let turned = relation.symmetric && said.contains(&[entity, &*relation.name, subject]);
        if !turned && said.insert([subject, &relation.name, entity]) {
            // The graph it comes into will give it an id.
            let id = format!("_:{}", new.len());
            new.push(Statement { id, ..Statement::new(subject, relation.name.as_str(), entity) });
        }
    }
    graph.statements.extend(new);
}
