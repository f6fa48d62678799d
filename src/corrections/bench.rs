//! A graph taken apart, so that its things can be united, parted and changed.

use super::file::Pattern;
use crate::Error;
use crate::graph::{DocumentRecord, Entity, GraphDocument, Kind, KnowledgeGraph, Statement, id};
use std::collections::{BTreeMap, BTreeSet};

/// How much of a statement's id is enough to refer to it.
const SHORTEST_ID: usize = 4;
/// How many candidates a message lists.
const LISTED: usize = 5;

/// The parts of a graph.
pub(super) struct Bench {
    pub(super) base: String,
    symmetric: Vec<String>,
    pub(super) entities: BTreeMap<String, Entity>,
    /// With the ids they had before they were corrected.
    pub(super) statements: Vec<Statement>,
    pub(super) documents: Vec<DocumentRecord>,
    /// Ids of entities by what they are called, folded; ids that are gone may be among them.
    names: BTreeMap<String, BTreeSet<String>>,
}

impl Bench {
    pub(super) fn new(base: &str, symmetric: &[&str], graph: GraphDocument) -> Self {
        let mut bench = Self {
            base: base.to_owned(),
            symmetric: symmetric.iter().map(|&name| name.to_owned()).collect(),
            entities: BTreeMap::new(),
            statements: graph.statements,
            documents: graph.documents,
            names: BTreeMap::new(),
        };
        for entity in graph.entities {
            bench.put(entity);
        }
        bench
    }

    /// Adds an entity, or puts a changed one in its place.
    pub(super) fn put(&mut self, entity: Entity) {
        for name in [&entity.label].into_iter().chain(&entity.aliases) {
            self.names.entry(fold(name)).or_default().insert(entity.id.clone());
        }
        self.entities.insert(entity.id.clone(), entity);
    }

    /// Takes an entity out. What is said of it stays to be dealt with.
    pub(super) fn take(&mut self, id: &str) -> Option<Entity> {
        self.entities.remove(id)
    }

    /// The id of the one entity that a name or an address means.
    pub(super) fn entity(&self, reference: &str) -> Result<String, String> {
        if self.entities.contains_key(reference) {
            return Ok(reference.to_owned());
        }
        let found = if reference.contains('/') { self.by_address(reference) } else { Vec::new() };
        let found = if found.is_empty() { self.by_name(reference) } else { found };
        match found.as_slice() {
            [] => Err(format!("nothing is called `{reference}`")),
            [one] => Ok((*one).to_owned()),
            several => {
                let shown: Vec<&str> = several.iter().take(LISTED).map(|id| self.local(id)).collect();
                Err(format!("`{reference}` is several entities; say which: {}", shown.join(", ")))
            }
        }
    }

    fn by_address(&self, end: &str) -> Vec<&str> {
        let end = format!("/{end}");
        self.entities.keys().filter(|id| id.ends_with(&end)).map(String::as_str).collect()
    }

    /// Entities of this label, or else of this alias.
    fn by_name(&self, name: &str) -> Vec<&str> {
        let folded = fold(name);
        let named = self.names.get(&folded).into_iter().flatten();
        let there: Vec<&Entity> = named.filter_map(|id| self.entities.get(id)).collect();
        let labelled: Vec<&Entity> = there.iter().copied().filter(|e| fold(&e.label) == folded).collect();
        let also = |e: &&Entity| e.aliases.iter().any(|alias| fold(alias) == folded);
        let meant = if labelled.is_empty() { there.into_iter().filter(also).collect() } else { labelled };
        meant.into_iter().map(|e| e.id.as_str()).collect()
    }

    /// An id without the base.
    pub(super) fn local<'i>(&self, id: &'i str) -> &'i str {
        id.strip_prefix(&self.base).unwrap_or(id)
    }

    /// The id of the one document that goes by this source, the end of its address, or its title.
    pub(super) fn document(&self, reference: &str) -> Result<String, String> {
        let end = format!("/{reference}");
        let is_meant = |d: &&DocumentRecord| {
            [&d.id, &d.source].contains(&&reference.to_owned())
                || d.id.ends_with(&end)
                || d.source.ends_with(&end)
                || d.title.as_deref() == Some(reference)
        };
        let found: Vec<&DocumentRecord> = self.documents.iter().filter(is_meant).collect();
        match found.as_slice() {
            [] => Err(format!("no document is called `{reference}`")),
            [one] => Ok(one.id.clone()),
            several => {
                let shown: Vec<&str> = several.iter().take(LISTED).map(|d| self.local(&d.id)).collect();
                Err(format!("`{reference}` is several documents; say which: {}", shown.join(", ")))
            }
        }
    }

    /// Where the statements stand that a pattern means.
    pub(super) fn matching(&self, pattern: &Pattern) -> Result<Vec<usize>, String> {
        let all = 0..self.statements.len();
        if let Some(id) = &pattern.id {
            return self.statement(id).map(|at| vec![at]);
        }
        let subject = pattern.subject.as_ref().map(|name| self.entity(name)).transpose()?;
        let object = pattern.object.as_ref().map(|name| self.entity(name)).transpose()?;
        let fits = |given: Option<&String>, found: &str| given.is_none_or(|given| given == found);
        let says = |s: &Statement| {
            let ends = |a: &str, b: &str| fits(subject.as_ref(), a) && fits(object.as_ref(), b);
            fits(pattern.relation.as_ref(), &s.relation)
                && pattern.when.as_ref().is_none_or(|when| s.when.as_ref() == Some(when))
                && (ends(&s.subject, &s.object)
                    || self.symmetric.contains(&s.relation) && ends(&s.object, &s.subject))
        };
        let found: Vec<usize> = all.filter(|&at| says(&self.statements[at])).collect();
        if found.is_empty() { Err("nothing of the kind is said".to_owned()) } else { Ok(found) }
    }

    /// Where the one statement of this id or its beginning stands. It may be the id before the corrections or after
    /// those that were applied.
    pub(super) fn statement(&self, id: &str) -> Result<usize, String> {
        let hash = id.rsplit('/').next().unwrap_or(id);
        if hash.len() < SHORTEST_ID {
            return Err(format!("`{id}` is too short; give at least {SHORTEST_ID} characters of the id"));
        }
        let is = |full: &str| full.rsplit('/').next().unwrap_or(full).starts_with(hash);
        let before = (0..self.statements.len()).filter(|&at| is(&self.statements[at].id));
        let mut found: Vec<usize> = before.collect();
        if found.is_empty() {
            let now = |s: &Statement| id::statement(&self.base, &self.one_way_round(s.clone()));
            found = (0..self.statements.len()).filter(|&at| is(&now(&self.statements[at]))).collect();
        }
        match found.as_slice() {
            [] => Err(format!("there is no statement `{id}`")),
            [one] => Ok(*one),
            _ => Err(format!("`{id}` is the beginning of several ids; give more of it")),
        }
    }

    fn one_way_round(&self, mut statement: Statement) -> Statement {
        if statement.subject > statement.object && self.symmetric.contains(&statement.relation) {
            std::mem::swap(&mut statement.subject, &mut statement.object);
        }
        statement
    }

    /// What is said of one entity is said of another. What was said between the two goes.
    pub(super) fn redirect(&mut self, from: &str, to: &str) {
        let of = |end: &mut String| {
            if end == from {
                to.clone_into(end);
            }
        };
        for statement in &mut self.statements {
            of(&mut statement.subject);
            of(&mut statement.object);
            statement.by.as_mut().map(of);
        }
        self.statements.retain(|s| !(s.subject == to && s.object == to));
    }

    /// The address of an entity under another kind.
    pub(super) fn address_as(&self, entity: &Entity, kind: Kind) -> String {
        let before = format!("{}{}/", self.base, entity.kind.slug());
        match entity
            .id
            .strip_prefix(&before)
            .filter(|_| entity.kind != Kind::Country && kind != Kind::Country)
        {
            Some(name) => format!("{}{}/{name}", self.base, kind.slug()),
            None => id::entity(&self.base, kind, &entity.label, None),
        }
    }

    /// The parts as a graph again, and the ids of statements that changed, by what they were.
    pub(super) fn assemble(self) -> Result<(KnowledgeGraph, BTreeMap<String, String>), Error> {
        let symmetric = self.symmetric.iter().map(String::as_str);
        let mut graph = KnowledgeGraph::new(&self.base, symmetric);
        for entity in self.entities.values() {
            graph.add_entity(entity.clone())?;
        }
        for document in &self.documents {
            graph.add_document(document.clone());
        }
        let now = |s: &Statement| id::statement(&self.base, &self.one_way_round(s.clone()));
        let renamed = self.statements.iter().map(|s| (s.id.clone(), now(s))).filter(|(old, new)| old != new);
        let renamed: BTreeMap<String, String> = renamed.collect();
        let statements = self.statements;
        graph.merge(GraphDocument { statements, ..GraphDocument::default() })?;
        Ok((graph, renamed))
    }
}

/// A name as it is compared: lower case, single spaces, no article.
fn fold(name: &str) -> String {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    match words.as_slice() {
        ["the", rest @ ..] if !rest.is_empty() => rest.join(" "),
        all => all.join(" "),
    }
}
