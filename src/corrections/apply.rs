//! Entries applied to a graph.

use super::Problem;
use super::bench::Bench;
use super::file::{
    Corrections, Decision, Distinct, Entry, Merge, NewEntity, NewStatement, Pattern, Rename, Retype, Split,
};
use crate::Error;
use crate::extract::Resources;
use crate::graph::{DocumentRecord, Entity, Evidence, Kind, KnowledgeGraph, Mention, Statement, id};
use crate::import::names::Names;
use crate::source::passage::Passage;
use std::collections::{BTreeMap, BTreeSet};

/// A graph and what became of the corrections to it.
#[derive(Debug)]
pub struct Corrected {
    /// The graph with all corrections that apply.
    pub graph: KnowledgeGraph,
    /// Ids of statements that changed, by what they were before.
    pub renamed: BTreeMap<String, String>,
    /// The entries that did not apply, in the order of the files.
    pub problems: Vec<Problem>,
}

/// Applies corrections to a graph, file after file, entry after entry.
///
/// # Errors
/// None for a graph whose statements speak of its own entities.
pub fn apply(
    files: &[Corrections],
    graph: &KnowledgeGraph,
    resources: &Resources,
) -> Result<Corrected, Error> {
    let symmetric: Vec<&str> = resources.vocabulary().symmetric().collect();
    let bench = Bench::new(graph.base(), &symmetric, graph.to_document());
    let names = Names::new(resources, graph.base());
    let mut curator = Curator { bench, resources, names, apart: Vec::new() };
    let mut problems = Vec::new();
    let entries = |distinct: bool| {
        let all = files.iter().flat_map(|file| file.entries.iter().map(move |entry| (file, entry)));
        all.filter(move |(_, entry)| matches!(entry.decision, Decision::Distinct(_)) == distinct)
    };
    // What is to stay apart is settled before anything is united.
    for (file, entry) in entries(true).chain(entries(false)) {
        for message in curator.decide(file, entry) {
            let (place, line, entry) = (file.place.clone(), entry.line, entry.decision.name());
            problems.push(Problem { place, line, entry, message });
        }
    }
    let place = |p: &Problem| files.iter().position(|file| file.place == p.place);
    problems.sort_by_key(|p| (place(p), p.line));
    let (graph, renamed) = curator.bench.assemble()?;
    Ok(Corrected { graph, renamed, problems })
}

/// Applies one entry after the other.
struct Curator<'r> {
    bench: Bench,
    resources: &'r Resources,
    names: Names<'r>,
    /// Ids of entities that must not become one, and the entry that says so.
    apart: Vec<(String, String, String)>,
}

impl Curator<'_> {
    /// Applies an entry, and says what of it did not apply.
    fn decide(&mut self, file: &Corrections, entry: &Entry) -> Vec<String> {
        let done = match &entry.decision {
            Decision::Merge(merge) => return self.merge(merge),
            Decision::Distinct(distinct) => {
                return self.distinct(distinct, &format!("{}:{}", file.place, entry.line));
            }
            Decision::Split(split) => self.split(split),
            Decision::Rename(rename) => self.rename(rename),
            Decision::Retype(retype) => self.retype(retype),
            Decision::DropEntity(entity) => self.drop_entity(entity),
            Decision::DropStatement(pattern) => self.drop_statements(pattern),
            Decision::AddEntity(entity) => self.add_entity(entity),
            Decision::AddStatement(statement) => self.add_statement(statement, file, &entry.quote),
        };
        done.err().into_iter().collect()
    }

    fn merge(&mut self, merge: &Merge) -> Vec<String> {
        let [first, others @ ..] = merge.entities.as_slice() else { return Vec::new() };
        let kept = match self.bench.entity(first) {
            Ok(kept) => kept,
            Err(message) => return vec![message],
        };
        others.iter().filter_map(|other| self.merge_one(&kept, other).err()).collect()
    }

    fn merge_one(&mut self, kept: &str, other: &str) -> Result<(), String> {
        let other = self.bench.entity(other)?;
        if kept == other {
            return Err(format!("`{}` is one already", self.bench.local(kept)));
        }
        let is = |a: &str, b: &str| a == kept && b == other || a == other && b == kept;
        if let Some((.., said)) = self.apart.iter().find(|(a, b, _)| is(a, b)) {
            return Err(format!(
                "{said} says that `{}` and `{}` are distinct",
                self.bench.local(kept),
                self.bench.local(&other)
            ));
        }
        self.unite(kept, &other)
    }

    /// Makes `other` a part of `kept`, if they are of one kind.
    fn unite(&mut self, kept: &str, other: &str) -> Result<(), String> {
        if let (Some(a), Some(b)) = (self.bench.entities.get(kept), self.bench.entities.get(other))
            && a.kind != b.kind
        {
            let (a, b) = ((&a.label, a.kind.name()), (&b.label, b.kind.name()));
            return Err(format!(
                "`{}` is of kind {}, and `{}` of kind {}; retype one first",
                a.0, a.1, b.0, b.1
            ));
        }
        self.absorb(kept, other);
        Ok(())
    }

    /// Gives `kept` the names and mentions of `other`, and what is said of it.
    fn absorb(&mut self, kept: &str, other: &str) {
        let Some(from) = self.bench.take(other) else { return };
        if let Some(mut into) = self.bench.entities.get(kept).cloned() {
            into.aliases.extend([from.label].into_iter().chain(from.aliases));
            into.same_as.extend(from.same_as);
            into.mentions.extend(from.mentions);
            self.bench.put(into);
        }
        self.bench.redirect(other, kept);
        for (a, b, _) in &mut self.apart {
            for end in [a, b] {
                if end == other {
                    kept.clone_into(end);
                }
            }
        }
    }

    fn distinct(&mut self, distinct: &Distinct, place: &str) -> Vec<String> {
        let mut problems = Vec::new();
        let mut found: Vec<String> = Vec::new();
        for name in &distinct.entities {
            match self.bench.entity(name) {
                Ok(id) if found.contains(&id) => {
                    let id = self.bench.local(&id);
                    problems.push(format!("`{name}` and another of these are both `{id}`; split it"));
                }
                Ok(id) => found.push(id),
                Err(message) => problems.push(message),
            }
        }
        for (at, a) in found.iter().enumerate() {
            self.apart.extend(found[at + 1..].iter().map(|b| (a.clone(), b.clone(), place.to_owned())));
        }
        problems
    }

    fn split(&mut self, split: &Split) -> Result<(), String> {
        let id = self.bench.entity(&split.entity)?;
        let documents: Vec<String> =
            split.documents.iter().map(|d| self.bench.document(d)).collect::<Result<_, _>>()?;
        let statements: Vec<usize> =
            split.statements.iter().map(|s| self.bench.statement(s)).collect::<Result<_, _>>()?;
        let Some(mut old) = self.bench.entities.get(&id).cloned() else { return Ok(()) };
        let new_id = id::entity(&self.bench.base, old.kind, &split.label, None);
        if self.bench.entities.contains_key(&new_id) {
            return Err(format!(
                "`{}` is there already; give the other another label",
                self.bench.local(&new_id)
            ));
        }
        let moves = Moves { from: &id, to: &new_id, documents: &documents, statements: &statements };
        let places = |s: &Statement| s.evidence.iter().map(|e| e.document.clone()).collect::<BTreeSet<_>>();
        let said: BTreeSet<String> =
            statements.iter().flat_map(|&at| places(&self.bench.statements[at])).collect();
        if !moves.apply(&mut self.bench.statements)
            && !old.mentions.iter().any(|m| documents.contains(&m.document))
        {
            return Err(format!("nothing there speaks of `{}`", self.bench.local(&id)));
        }
        let left: BTreeSet<String> =
            self.bench.statements.iter().filter(|s| speaks_of(s, &id)).flat_map(places).collect();
        let goes = |m: &Mention| {
            documents.contains(&m.document) || (said.contains(&m.document) && !left.contains(&m.document))
        };
        let (mentions, rest) = old.mentions.into_iter().partition(goes);
        old.mentions = rest;
        let (aliases, label) = (vec![old.label.clone()], split.label.clone());
        self.bench.put(Entity { id: new_id, kind: old.kind, label, aliases, same_as: Vec::new(), mentions });
        let empty = old.mentions.is_empty() && !self.bench.statements.iter().any(|s| speaks_of(s, &id));
        self.bench.take(&id);
        if !empty {
            self.bench.put(old);
        }
        Ok(())
    }

    fn rename(&mut self, rename: &Rename) -> Result<(), String> {
        let id = self.bench.entity(&rename.entity)?;
        let Some(mut entity) = self.bench.take(&id) else { return Ok(()) };
        let before = std::mem::replace(&mut entity.label, rename.label.clone());
        let changed = before != rename.label;
        entity.aliases.push(before);
        self.bench.put(entity);
        if changed { Ok(()) } else { Err(format!("it is called `{}` already", rename.label)) }
    }

    fn retype(&mut self, retype: &Retype) -> Result<(), String> {
        let id = self.bench.entity(&retype.entity)?;
        let Some(old) = self.bench.entities.get(&id).cloned() else { return Ok(()) };
        if old.kind == retype.kind {
            return Err(format!("`{}` is of kind {} already", self.bench.local(&id), old.kind.name()));
        }
        let new_id = self.bench.address_as(&old, retype.kind);
        // It may have been met under the right kind elsewhere; then the two are one.
        if !self.bench.entities.contains_key(&new_id) {
            let (mentions, aliases, same_as) = (Vec::new(), Vec::new(), Vec::new());
            let label = old.label.clone();
            self.bench.put(Entity {
                id: new_id.clone(),
                kind: retype.kind,
                label,
                aliases,
                same_as,
                mentions,
            });
        }
        self.absorb(&new_id, &id);
        Ok(())
    }

    /// An entity goes, and with it all that is said of it or by it.
    fn drop_entity(&mut self, entity: &str) -> Result<(), String> {
        let id = self.bench.entity(entity)?;
        self.bench.take(&id);
        self.bench.statements.retain(|s| !speaks_of(s, &id));
        Ok(())
    }

    fn drop_statements(&mut self, pattern: &Pattern) -> Result<(), String> {
        let going: BTreeSet<usize> = self.bench.matching(pattern)?.into_iter().collect();
        let mut at = 0..;
        self.bench.statements.retain(|_| at.next().is_none_or(|at| !going.contains(&at)));
        Ok(())
    }

    fn add_entity(&mut self, new: &NewEntity) -> Result<(), String> {
        let NewEntity { label, kind, aliases, same_as } = new.clone();
        // What the gazetteer knows has the address it has everywhere.
        let mut entity = self.names.known(&label, &[kind]).unwrap_or_else(|| Entity {
            id: id::entity(&self.bench.base, kind, &label, None),
            kind,
            label,
            aliases: Vec::new(),
            same_as: Vec::new(),
            mentions: Vec::new(),
        });
        if self.bench.entities.contains_key(&entity.id) {
            return Err(format!("`{}` is there already", self.bench.local(&entity.id)));
        }
        entity.aliases.extend(aliases);
        entity.same_as.extend(same_as);
        self.bench.put(entity);
        Ok(())
    }

    fn add_statement(
        &mut self,
        new: &NewStatement,
        file: &Corrections,
        quote: &Passage,
    ) -> Result<(), String> {
        let NewStatement { subject, relation, object, when, status, by, role } = new.clone();
        let known = self.resources.vocabulary().relation(&relation).map_err(|e| e.to_string())?;
        let subject = self.end("subject", &relation, &subject, &known.domain)?;
        let object = self.end("object", &relation, &object, &known.range)?;
        let by = by.map(|name| self.bench.entity(&name)).transpose()?;
        for entity in [&subject, &object] {
            if !self.bench.entities.contains_key(&entity.id) {
                self.bench.put(entity.clone());
            }
        }
        let document = self.witness(file);
        let Passage { start, end, text } = quote.clone();
        let evidence = vec![Evidence { document, start, end, quote: text }];
        let statement = Statement::new(subject.id, relation, object.id);
        self.bench.statements.push(Statement { when, status, by, role, evidence, ..statement });
        Ok(())
    }

    /// What stands at an end of a new statement: of the graph, or else of the gazetteer.
    fn end(&self, end: &str, relation: &str, name: &str, kinds: &[Kind]) -> Result<Entity, String> {
        let found = self.bench.entity(name).map(|id| self.bench.entities.get(&id).cloned());
        let entity = match found {
            Ok(Some(entity)) => entity,
            Ok(None) => return Err(format!("nothing is called `{name}`")),
            Err(message) => {
                let known = self.names.known(name, kinds);
                return known.ok_or_else(|| format!("{message}; add it first"));
            }
        };
        if kinds.contains(&entity.kind) {
            return Ok(entity);
        }
        let known: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
        let (label, kind) = (&entity.label, entity.kind.name());
        Err(format!(
            "the {end} of `{relation}` is one of {}, and `{label}` is of kind {kind}",
            known.join(", ")
        ))
    }

    /// The file of corrections as a document of the graph.
    fn witness(&mut self, file: &Corrections) -> String {
        let id = id::document(&self.bench.base, &file.document);
        if !self.bench.documents.iter().any(|d| d.id == id) {
            let source = file.place.clone();
            self.bench.documents.push(DocumentRecord { id: id.clone(), title: None, date: None, source });
        }
        id
    }
}

fn speaks_of(statement: &Statement, id: &str) -> bool {
    statement.subject == id || statement.object == id || statement.by.as_deref() == Some(id)
}

/// What is said of one entity and goes to another.
struct Moves<'m> {
    from: &'m str,
    to: &'m str,
    documents: &'m [String],
    statements: &'m [usize],
}

impl Moves<'_> {
    /// Moves the statements that go, and of those that more documents make a share. Tells whether there were any.
    fn apply(&self, statements: &mut Vec<Statement>) -> bool {
        let mut moved = Vec::new();
        for (at, statement) in statements.iter_mut().enumerate().filter(|(_, s)| speaks_of(s, self.from)) {
            let goes = |e: &Evidence| self.statements.contains(&at) || self.documents.contains(&e.document);
            let (gone, left): (Vec<_>, Vec<_>) =
                std::mem::take(&mut statement.evidence).into_iter().partition(goes);
            statement.evidence = left;
            if !gone.is_empty() || self.statements.contains(&at) {
                moved.push((at, self.moved(statement, gone)));
            }
        }
        let any = !moved.is_empty();
        let emptied: BTreeSet<usize> =
            moved.iter().map(|(at, _)| *at).filter(|&at| statements[at].evidence.is_empty()).collect();
        let mut at = 0..;
        statements.retain(|_| at.next().is_none_or(|at| !emptied.contains(&at)));
        statements.extend(moved.into_iter().map(|(_, statement)| statement));
        any
    }

    fn moved(&self, statement: &Statement, evidence: Vec<Evidence>) -> Statement {
        let end = |id: &String| if id == self.from { self.to.to_owned() } else { id.clone() };
        Statement {
            subject: end(&statement.subject),
            object: end(&statement.object),
            by: statement.by.as_ref().map(end),
            evidence,
            ..statement.clone()
        }
    }
}
