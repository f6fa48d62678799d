//! Prose about international relations in, one knowledge graph out.
//!
//! The stages follow one sentence downwards: [`source`] reads a document, [`language`] cuts, tags and parses it,
//! [`extract`] turns it into statements in the words of the [`vocabulary`], [`graph`] merges and checks them, and
//! [`export`] writes them, or [`store`] answers questions about them; [`import`] reads back what was written. Arrows
//! point one way; no stage knows the ones after it. [`pull`] is all of them but the last.

pub mod cache;
mod convert;
pub mod corrections;
pub mod edtf;
pub mod error;
pub mod export;
pub mod extract;
pub mod graph;
pub mod import;
pub mod language;
pub mod source;
pub mod store;
mod turns;
pub mod vocabulary;

pub use convert::convert;
pub use error::Error;

use cache::Cache;
use corrections::{Corrected, Corrections, Problem};
use extract::Resources;
use extract::account::Account;
use graph::{DocumentRecord, GraphDocument, KnowledgeGraph};
use import::{Imported, facts, table};
use source::files::Input;
use source::{Document, text};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

/// What a source turns out to be.
#[derive(Debug)]
pub enum Source {
    /// A document to pull a graph out of.
    Document(Document),
    /// A graph already.
    Graph(Imported),
}

impl From<Document> for Source {
    fn from(document: Document) -> Self {
        Self::Document(document)
    }
}

impl From<Imported> for Source {
    fn from(imported: Imported) -> Self {
        Self::Graph(imported)
    }
}

/// How sources are opened, whatever they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// What is said of a document beside its text.
    pub text: text::Options,
    /// How tables are read.
    pub tables: table::Options,
}

/// Opens a source: graphs and facts are read as they are, anything else as a document. What facts speak of has ids under
/// `base`.
///
/// # Errors
///
/// If it cannot be read, or is neither.
pub fn open(input: &Input, opening: &Opening, resources: &Resources, base: &str) -> Result<Source, Error> {
    let name = input.name();
    let bytes = if import::named(&name) { input.all_bytes()? } else { input.bytes()? };
    if let Some(form) = facts::told(&name, &bytes, &opening.tables) {
        return facts::read(form, &name, bytes, &opening.tables, resources, base).map(Source::Graph);
    }
    match import::told(&name, &bytes) {
        Some(format) => import::read(&name, &bytes, format, resources.vocabulary()).map(Source::Graph),
        None => text::read(&name, bytes, &opening.text).map(Source::Document),
    }
}

/// A graph, and the sources that could not be taken into it.
#[derive(Debug)]
pub struct Pulled {
    /// What the readable sources say.
    pub graph: KnowledgeGraph,
    /// What their statements rest on, if that was asked for, by id of the document.
    pub accounts: Vec<Account>,
    /// Why the others were left out, in the order of the sources.
    pub failed: Vec<Error>,
    /// What of the readable ones was not read, in the order of the sources.
    pub remarks: Vec<String>,
    /// How many of the readable ones are documents without text.
    pub empty: usize,
    /// What is wrong in the readable ones and was passed over, with its place, in the order of the sources.
    pub faults: Vec<String>,
}

impl Pulled {
    /// Applies corrections to the graph; the accounts follow their statements. Returns the entries that did not apply.
    ///
    /// # Errors
    ///
    /// As for [`corrections::apply`].
    pub fn correct(&mut self, files: &[Corrections], resources: &Resources) -> Result<Vec<Problem>, Error> {
        if files.is_empty() {
            return Ok(Vec::new());
        }
        let Corrected { graph, renamed, problems } = corrections::apply(files, &self.graph, resources)?;
        self.graph = graph;
        for statement in self.accounts.iter_mut().flat_map(|account| &mut account.statements) {
            if let Some(id) = renamed.get(&statement.id) {
                statement.id.clone_from(id);
            }
        }
        Ok(problems)
    }
}

/// Pulls sources into one graph whose ids begin with `base`, as many at a time as the machine has cores.
///
/// `read` opens a source and is called once for each; `done` hears of each source dealt with. Neither the order of the
/// sources nor the number of cores shows in the graph.
///
/// # Errors
///
/// If two sources disagree on the kind of an entity.
pub fn pull<S: Sync, T: Into<Source>>(
    sources: &[S],
    read: impl Fn(&S) -> Result<T, Error> + Sync,
    resources: &Resources,
    base: &str,
    done: impl Fn() + Sync,
) -> Result<Pulled, Error> {
    let extract = |document: &Document| Ok((extract::extract(document, resources, base), None));
    gather(sources, read, extract, resources, base, done)
}

/// [`pull`], with what documents came to in earlier runs taken from a cache opened for these resources and this base. The
/// graph is the same.
///
/// # Errors
///
/// As for [`pull`], and if a result cannot be kept.
pub fn pull_with_cache<S: Sync, T: Into<Source>>(
    sources: &[S],
    read: impl Fn(&S) -> Result<T, Error> + Sync,
    resources: &Resources,
    base: &str,
    cache: &Cache,
    done: impl Fn() + Sync,
) -> Result<Pulled, Error> {
    let extract = |document: &Document| {
        let graph = cache.graph(document, || extract::extract(document, resources, base))?;
        Ok((graph, None))
    };
    gather(sources, read, extract, resources, base, done)
}

/// [`pull`], with an account of what every statement rests on.
///
/// # Errors
///
/// As for [`pull`].
pub fn pull_and_explain<S: Sync, T: Into<Source>>(
    sources: &[S],
    read: impl Fn(&S) -> Result<T, Error> + Sync,
    resources: &Resources,
    base: &str,
    done: impl Fn() + Sync,
) -> Result<Pulled, Error> {
    let explain = |document: &Document| {
        let (graph, account) = extract::explain(document, resources, base);
        Ok((graph, Some(account)))
    };
    gather(sources, read, explain, resources, base, done)
}

fn gather<S: Sync, T: Into<Source>>(
    sources: &[S],
    read: impl Fn(&S) -> Result<T, Error> + Sync,
    extract: impl Fn(&Document) -> Result<(GraphDocument, Option<Account>), Error> + Sync,
    resources: &Resources,
    base: &str,
    done: impl Fn() + Sync,
) -> Result<Pulled, Error> {
    let results = on_all_cores(sources, |source| {
        let part = read(source).and_then(|source| match source.into() {
            Source::Document(document) => {
                let (graph, account) = extract(&document)?;
                let graph = checked(&document, graph, base)?;
                let imported = Imported { graph, remarks: remarks(&document), ..Imported::default() };
                Ok((imported, account, is_empty(&document)))
            }
            Source::Graph(imported) => Ok((imported, None, false)),
        });
        done();
        part
    });
    let graph = KnowledgeGraph::new(base, resources.vocabulary().symmetric());
    let (accounts, failed, remarks, faults) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut pulled = Pulled { graph, accounts, failed, remarks, empty: 0, faults };
    let mut parts = Vec::new();
    for result in results {
        match result {
            Ok((Imported { graph, remarks, faults }, account, empty)) => {
                parts.push(graph);
                pulled.empty += usize::from(empty);
                pulled.accounts.extend(account);
                pulled.remarks.extend(remarks);
                pulled.faults.extend(faults);
            }
            Err(error) => pulled.failed.push(error),
        }
    }
    pulled.graph.merge_all(parts)?;
    pulled.accounts.sort_by(|a, b| a.document.cmp(&b.document));
    pulled.accounts.dedup_by(|a, b| a.document == b.document);
    Ok(pulled)
}

fn is_empty(document: &Document) -> bool {
    document.text.trim().is_empty()
}

/// What of a document was not read, with its name.
fn remarks(document: &Document) -> Vec<String> {
    let nothing = is_empty(document).then_some("no text in it");
    let all = document.remarks.iter().map(String::as_str).chain(nothing);
    all.map(|remark| format!("{}: {remark}", document.source)).collect()
}

/// What one document says, its quotes checked against it.
fn checked(document: &Document, mut part: GraphDocument, base: &str) -> Result<GraphDocument, Error> {
    let id = graph::id::document(base, &document.id);
    graph::check_evidence(&part.statements, &id, &document.raw)?;
    let Document { title, date, source, .. } = document;
    part.documents =
        vec![DocumentRecord { id, title: title.clone(), date: date.clone(), source: source.clone() }];
    Ok(part)
}

/// `work` done on every item, results in the order of the items.
fn on_all_cores<S: Sync, R: Send>(items: &[S], work: impl Fn(&S) -> R + Sync) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, usize::from).min(items.len());
    let next = AtomicUsize::new(0);
    let results = Mutex::new(Vec::with_capacity(items.len()));
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                while let Some((i, item)) = take(items, &next) {
                    let result = work(item);
                    results.lock().unwrap_or_else(PoisonError::into_inner).push((i, result));
                }
            });
        }
    });
    let mut results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
    results.sort_unstable_by_key(|&(i, _)| i);
    results.into_iter().map(|(_, result)| result).collect()
}

fn take<'a, S>(items: &'a [S], next: &AtomicUsize) -> Option<(usize, &'a S)> {
    let i = next.fetch_add(1, Ordering::Relaxed);
    items.get(i).map(|item| (i, item))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_keep_the_order_of_the_items() {
        let items: Vec<u64> = (0..500).collect();
        let squares = on_all_cores(&items, |n| n * n);
        assert_eq!(squares, items.iter().map(|n| n * n).collect::<Vec<_>>());
    }
}
