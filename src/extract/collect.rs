//! The graph of one document, made of what was read in it.

use super::confidence::{self, Weights};
use super::ground::{Ground, Mechanism, Words};
use super::names::{NamedEntity, Names, Ownership};
use super::statements::Candidate;
use super::{Extraction, Resources};
use crate::graph::{
    Confidence, DocumentRecord, Entity, Evidence, GraphDocument, Kind, KnowledgeGraph, Mention, Statement, id,
};
use crate::source::Document;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Makes the graph of one document out of candidates.
pub(crate) struct Collector<'a> {
    of: &'a Extraction<'a>,
    base: &'a str,
    iri: String,
    pub(crate) ids: Vec<String>,
}

/// A candidate that makes a statement, alone or with others.
pub(crate) struct Heard {
    pub(crate) candidate: Candidate,
    /// The signs it shows.
    pub(crate) signs: Vec<&'static str>,
}

/// The graph, and what was heard for each of its statements, by id.
pub(crate) struct Collected {
    pub(crate) graph: GraphDocument,
    pub(crate) heard: BTreeMap<String, Vec<Heard>>,
}

impl<'a> Collector<'a> {
    pub(crate) fn new(of: &'a Extraction<'a>, base: &'a str) -> Self {
        let names = &of.names;
        let ids = (0..names.entities.len()).map(|e| entity_id(base, names, e, of.resources)).collect();
        Self { of, base, iri: id::document(base, &of.document.id), ids }
    }

    pub(crate) fn collect(&self) -> Collected {
        let mut graph = self.entities();
        let mut heard: BTreeMap<String, Vec<Heard>> = BTreeMap::new();
        for said in self.said().into_values() {
            // Who was never named has no entity, and nothing is said of it.
            if let Ok(id) = graph.add_statement(self.statement(&said)) {
                heard.entry(id).or_default().extend(said);
            }
        }
        Collected { graph: graph.into_document(), heard }
    }

    /// A graph of the document and all it names.
    fn entities(&self) -> KnowledgeGraph {
        let mut graph = KnowledgeGraph::new(self.base, self.of.resources.vocabulary.symmetric());
        let Document { title, date, source, .. } = self.of.document.as_ref();
        let (title, date, source) = (title.clone(), date.clone(), source.clone());
        graph.add_document(DocumentRecord { id: self.iri.clone(), title, date, source });
        let mut mentions = self.mentions();
        for (number, entity) in self.of.names.entities.iter().enumerate() {
            let entity = self.entity(number, entity, std::mem::take(&mut mentions[number]));
            if !entity.mentions.is_empty() {
                // Two names of one kind that slug alike are one id by design; kinds never clash within an id.
                let _ = graph.add_entity(entity);
            }
        }
        graph
    }

    /// Candidates that say the same, together, each with its signs.
    fn said(&self) -> BTreeMap<Candidate, Vec<Heard>> {
        let mut candidates: Vec<Candidate> =
            self.of.candidates.iter().cloned().chain(self.owners()).map(|c| self.one_way_round(c)).collect();
        share_dates(&mut candidates);
        let siblings = siblings(&candidates);
        let bench = self.of.bench();
        let mut said: BTreeMap<Candidate, Vec<Heard>> = BTreeMap::new();
        for (candidate, siblings) in candidates.into_iter().zip(siblings) {
            let signs = bench.signs(&candidate, siblings);
            let anywhere = Candidate { sentence: 0, ..candidate.clone() };
            said.entry(anywhere).or_default().push(Heard { candidate, signs });
        }
        said
    }

    /// A symmetric statement the way round the graph keeps it.
    fn one_way_round(&self, candidate: Candidate) -> Candidate {
        let turned = self.ids[candidate.subject] > self.ids[candidate.object];
        let relation = || self.of.resources.vocabulary.relation(&candidate.relation);
        if !(turned && relation().is_ok_and(|r| r.symmetric)) {
            return candidate;
        }
        let Candidate { subject, object, ground, .. } = candidate;
        let ground = Ground { subject: ground.object, object: ground.subject, ..ground };
        Candidate { subject: object, object: subject, ground, ..candidate }
    }

    /// `partOf` where the text itself shows whose body it is.
    fn owners(&self) -> Vec<Candidate> {
        let fits = |o: &&Ownership| {
            let kind = |e: usize| self.of.names.entities[e].kind;
            kind(o.part) == Kind::Organization && matches!(kind(o.whole), Kind::Organization | Kind::Country)
        };
        let owners = self.of.names.owners.iter().filter(fits);
        let candidates = owners.map(|o| {
            let trigger = Some(Words::new(&o.tokens));
            let ground = Ground { mechanism: Mechanism::Owner, trigger, ..Ground::default() };
            Candidate { ground, ..Candidate::asserted("partOf", o.part, o.whole, o.sentence) }
        });
        candidates.collect()
    }

    /// Where each entity is named, in order.
    fn mentions(&self) -> Vec<Vec<Mention>> {
        let mut mentions = vec![Vec::new(); self.of.names.entities.len()];
        for (sentence, found) in self.of.names.mentions.iter().enumerate() {
            for mention in found {
                mentions[mention.entity].push(self.mention(sentence, mention.tokens.clone()));
            }
        }
        self.inner_mentions(&mut mentions);
        mentions
    }

    /// What is spoken of, but named only inside the names of events.
    fn inner_mentions(&self, mentions: &mut [Vec<Mention>]) {
        let told: BTreeSet<usize> = self.of.candidates.iter().flat_map(|c| [c.subject, c.object]).collect();
        let unnamed: Vec<bool> = mentions.iter().map(Vec::is_empty).collect();
        for (sentence, found) in self.of.names.inner.iter().enumerate() {
            for mention in found.iter().filter(|m| unnamed[m.entity] && told.contains(&m.entity)) {
                mentions[mention.entity].push(self.mention(sentence, mention.tokens.clone()));
            }
        }
    }

    fn entity(&self, number: usize, named: &NamedEntity, mut mentions: Vec<Mention>) -> Entity {
        mentions.sort();
        let label = straight(&named.label);
        let mut aliases: Vec<String> =
            named.aliases.iter().map(|a| straight(a)).filter(|a| *a != label).collect();
        aliases.sort();
        aliases.dedup();
        let mut same_as = named.same_as.clone();
        same_as.sort();
        Entity { id: self.ids[number].clone(), kind: named.kind, label, aliases, same_as, mentions }
    }

    fn mention(&self, sentence: usize, tokens: Range<usize>) -> Mention {
        let all = &self.of.sentences[sentence].1.tokens;
        let span = self.of.document.raw_span(all[tokens.start].range.start..all[tokens.end - 1].range.end);
        Mention { document: self.iri.clone(), start: span.start, end: span.end }
    }

    /// The statement that candidates make which say the same.
    fn statement(&self, heard: &[Heard]) -> Statement {
        let Some(Heard { candidate, .. }) = heard.first() else { return Statement::new("", "", "") };
        let evidence = heard.iter().map(|h| self.evidence(h.candidate.sentence)).collect();
        Statement {
            when: candidate.when.clone(),
            status: candidate.status,
            by: candidate.by.map(|b| self.ids[b].clone()),
            role: candidate.role.clone(),
            confidence: Some(confidence(heard)),
            evidence,
            ..Statement::new(&self.ids[candidate.subject], &candidate.relation, &self.ids[candidate.object])
        }
    }

    fn evidence(&self, sentence: usize) -> Evidence {
        let span = self.of.document.raw_span(self.of.sentences[sentence].1.range.clone());
        Evidence {
            document: self.iri.clone(),
            start: span.start,
            end: span.end,
            quote: span.quote.to_owned(),
        }
    }
}

/// How many candidates the words give that give each, itself among them.
fn siblings(candidates: &[Candidate]) -> Vec<usize> {
    let mut together: BTreeMap<_, usize> = BTreeMap::new();
    for candidate in candidates {
        *together.entry(candidate.source()).or_default() += 1;
    }
    candidates.iter().map(|candidate| together[&candidate.source()]).collect()
}

/// What a sentence says twice, once with its date and once without, it says of that date.
fn share_dates(candidates: &mut [Candidate]) {
    let said = |c: &Candidate| (c.sentence, c.subject, c.object, c.status, c.by);
    let mut dated: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (at, candidate) in candidates.iter().enumerate().filter(|(_, c)| c.when.is_some()) {
        dated.entry(said(candidate)).or_default().push(at);
    }
    for at in 0..candidates.len() {
        let undated = &candidates[at];
        let same = |c: &Candidate| c.relation == undated.relation && c.role == undated.role;
        let others = dated.get(&said(undated)).filter(|_| undated.when.is_none());
        let when = others.and_then(|others| others.iter().map(|&o| &candidates[o]).find(|c| same(c)));
        if let Some(when) = when.and_then(|c| c.when.clone()) {
            candidates[at].when = Some(when);
        }
    }
}

/// How sure what several candidates say is.
fn confidence(heard: &[Heard]) -> Confidence {
    let weights = Weights::embedded();
    let probability = |h: &Heard| weights.probability(&h.candidate.relation, &h.signs);
    let readings: Vec<_> = heard.iter().map(|h| (h.candidate.sentence, probability(h))).collect();
    confidence::combined(&readings)
}

/// The gazetteer's own id where it knows the name; else one made of kind, name and owner.
fn entity_id(base: &str, names: &Names, entity: usize, resources: &Resources) -> String {
    let named = &names.entities[entity];
    if let Some(entry) = named.gazetteer {
        return [base, resources.gazetteer.entries()[entry].iri_local.as_ref()].concat();
    }
    let owner = named.owner.map(|o| names.entities[o].label.as_str());
    id::entity(base, named.kind, &named.label, owner)
}

/// A name with plain apostrophes, as people type it and lists have it.
fn straight(name: &str) -> String {
    name.replace(['’', 'ʼ'], "'")
}
