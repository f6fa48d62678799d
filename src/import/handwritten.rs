//! Facts written by hand, in TOML.
//!
//! ```toml
//! [[entity]]
//! label = "Nordic Hotline"
//! kind = "Agreement"
//!
//! [[fact]]
//! subject = ["Finland", "Sweden"]
//! relation = "signed"
//! object = "Nordic Hotline"
//! when = "2024-05"
//! ```
//!
//! A fact has `subject`, `relation` and `object`, and if need be `when`, `status`, `role` and `by`; several subjects or
//! objects make a statement each. Names mean what the gazetteer knows by them, or an `[[entity]]` of the file. The text
//! of the entry is the evidence. A fact that makes no statement is a fault with its line; the others are taken.

use super::Imported;
use super::names::Names;
use crate::Error;
use crate::edtf::Edtf;
use crate::extract::Resources;
use crate::graph::{DocumentRecord, Entity, Evidence, Kind, KnowledgeGraph, Statement, Status, id};
use crate::source::document::short_name;
use crate::source::passage::{Passage, line_of, passage};
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    title: Option<String>,
    #[serde(default)]
    entity: Vec<Spanned<Named>>,
    #[serde(default)]
    fact: Vec<Spanned<Fact>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    label: String,
    kind: Kind,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    same_as: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fact {
    subject: OneOrMore,
    relation: String,
    object: OneOrMore,
    when: Option<String>,
    #[serde(default)]
    status: Status,
    role: Option<String>,
    by: Option<String>,
}

/// One name or several.
#[derive(Deserialize)]
#[serde(untagged, expecting = "expected a name or a list of names")]
enum OneOrMore {
    One(String),
    Many(Vec<String>),
}

impl OneOrMore {
    fn names(&self) -> &[String] {
        match self {
            Self::One(name) => std::slice::from_ref(name),
            Self::Many(names) => names,
        }
    }
}

/// Reads facts; `place` is the file's name. The ids of what it holds begin with `base`.
///
/// # Errors
/// The text is no file of facts, with the line.
pub(super) fn read(place: &str, text: &str, resources: &Resources, base: &str) -> Result<Imported, Error> {
    let written: Written = toml::from_str(text).map_err(|e| {
        let line = line_of(text, e.span().map_or(0, |span| span.start));
        Error::invalid(format!("{place}:{line}"), e.message())
    })?;
    let document = id::document(base, &short_name(place, text));
    let mut graph = KnowledgeGraph::new(base, resources.vocabulary().symmetric());
    let title = written.title;
    graph.add_document(DocumentRecord { id: document.clone(), title, date: None, source: place.to_owned() });
    let mut reader = Reader { names: Names::new(resources, base), resources, own: BTreeMap::new(), graph };
    for entity in &written.entity {
        reader.name(entity.get_ref(), base)?;
    }
    let mut starts: Vec<usize> = written.entity.iter().map(|e| e.span().start).collect();
    starts.extend(written.fact.iter().map(|f| f.span().start));
    let mut faults = Vec::new();
    for fact in &written.fact {
        let start = fact.span().start;
        let end = starts.iter().copied().filter(|&other| other > start).min().unwrap_or(text.len());
        let Passage { start: from, end: to, text: quote } = passage(text, start..end);
        let evidence = Evidence { document: document.clone(), start: from, end: to, quote };
        if let Err(fault) = reader.take(fact.get_ref(), &evidence) {
            faults.push(format!("{place}:{}: {fault}", line_of(text, start)));
        }
    }
    Ok(Imported { graph: reader.graph.into_document(), faults, ..Imported::default() })
}

struct Reader<'r> {
    names: Names<'r>,
    resources: &'r Resources,
    /// Entities of the file by their names.
    own: BTreeMap<String, Entity>,
    graph: KnowledgeGraph,
}

impl Reader<'_> {
    /// Makes an entity of the file known.
    fn name(&mut self, named: &Named, base: &str) -> Result<(), Error> {
        let Named { label, kind, aliases, same_as } = named;
        let (id, mentions) = (id::entity(base, *kind, label, None), Vec::new());
        let (label, aliases, same_as) = (label.clone(), aliases.clone(), same_as.clone());
        let entity = Entity { id, kind: *kind, label, aliases, same_as, mentions };
        for name in [&entity.label].into_iter().chain(&entity.aliases) {
            self.own.insert(name.clone(), entity.clone());
        }
        self.graph.add_entity(entity)
    }

    /// Adds what a fact says, if all of it can be read.
    fn take(&mut self, fact: &Fact, evidence: &Evidence) -> Result<(), String> {
        let relation = self.resources.vocabulary().relation(&fact.relation).map_err(|e| e.to_string())?;
        let subjects = self.entities("subject", &fact.subject, &relation.domain)?;
        let objects = self.entities("object", &fact.object, &relation.range)?;
        let speakers = [Kind::Country, Kind::Organization, Kind::Person];
        let by = fact.by.as_ref().map(|name| self.entity("by", name, &speakers)).transpose()?;
        let when =
            fact.when.as_ref().map(|when| when.parse::<Edtf>()).transpose().map_err(|e| e.to_string())?;
        for entity in subjects.iter().chain(&objects).chain(&by) {
            self.graph.add_entity(entity.clone()).map_err(|e| e.to_string())?;
        }
        for (subject, object) in subjects.iter().flat_map(|s| objects.iter().map(move |o| (s, o))) {
            let statement = Statement {
                when: when.map(|when| when.to_string()),
                status: fact.status,
                role: fact.role.clone(),
                by: by.as_ref().map(|by| by.id.clone()),
                evidence: vec![evidence.clone()],
                ..Statement::new(&subject.id, &relation.name, &object.id)
            };
            self.graph.add_statement(statement).map_err(|e| e.to_string())?;
        }
        Ok(())
    }

    fn entities(&self, slot: &str, names: &OneOrMore, kinds: &[Kind]) -> Result<Vec<Entity>, String> {
        names.names().iter().map(|name| self.entity(slot, name, kinds)).collect()
    }

    fn entity(&self, slot: &str, name: &str, kinds: &[Kind]) -> Result<Entity, String> {
        match self.own.get(name) {
            Some(own) if kinds.contains(&own.kind) => Ok(own.clone()),
            Some(own) => {
                let known: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
                Err(format!("{slot} `{name}`: expected {}, found {}", known.join(", "), own.kind.name()))
            }
            None => self.names.entity(name, kinds, None).map_err(|message| {
                format!("{slot} `{name}`: {message}; add it as an [[entity]] if it is not known")
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FACTS: &str = "title = 'Notes'\n\n[[entity]]\nlabel = 'Nordic Hotline'\nkind = 'Agreement'\naliases = ['the hotline']\n
[[fact]]\nsubject = ['Finland', 'Sweden']\nrelation = 'signed'\nobject = 'the hotline'\nwhen = '2024-05'\n
# Doubtful.\n[[fact]]\nsubject = 'Iceland'\nrelation = 'joined'\nobject = 'NATO'\nstatus = 'planned'\nby = 'Norway'\n
[[fact]]\nsubject = 'Atlantis'\nrelation = 'joined'\nobject = 'NATO'\n
[[fact]]\nsubject = 'Iceland'\nrelation = 'joined'\nobject = 'NATO'\nwhen = 'May'\n";

    #[test]
    fn facts_are_statements_on_their_own_words() {
        let resources = Resources::embedded().unwrap();
        let read = read("notes.toml", FACTS, &resources, "https://e.org/").unwrap();
        let graph = &read.graph;
        assert_eq!(graph.documents[0].title.as_deref(), Some("Notes"));
        crate::graph::check_evidence(&graph.statements, &graph.documents[0].id, FACTS).unwrap();
        let local = |id: &str| id.trim_start_matches("https://e.org/").to_owned();
        let said = graph.statements.iter().map(|s| {
            let when = s.when.clone().unwrap_or_default();
            format!("{} {} {} {when} {}", local(&s.subject), s.relation, local(&s.object), s.status.name())
        });
        assert_eq!(
            said.collect::<Vec<_>>(),
            [
                "country/FI signed agreement/nordic-hotline 2024-05 asserted",
                "country/IS joined organization/nato  planned",
                "country/SE signed agreement/nordic-hotline 2024-05 asserted",
            ]
        );
        assert!(graph.statements[1].evidence[0].quote.ends_with("by = 'Norway'"));
        assert_eq!(
            read.faults,
            [
                "notes.toml:22: subject `Atlantis`: `Atlantis` is not known, and could be Country, Organization; add it \
                 as an [[entity]] if it is not known",
                "notes.toml:27: `May` is not an EDTF date: expected YYYY, YYYY-MM or YYYY-MM-DD",
            ]
        );
    }

    #[test]
    fn what_is_no_fact_is_refused_with_its_line() {
        let resources = Resources::embedded().unwrap();
        let refusal =
            |text: &str| read("f.toml", text, &resources, "https://e.org/").unwrap_err().to_string();
        assert_eq!(
            refusal("\n[[fact]]\nsubjekt = 'a'").split(", expected").next(),
            Some("f.toml:3: unknown field `subjekt`")
        );
        assert!(
            refusal("[[fact]]\nsubject = 1\nrelation='joined'\nobject='b'")
                .contains("expected a name or a list of names")
        );
    }
}
