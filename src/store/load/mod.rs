//! A graph put into a triple store: over HTTP, by the SPARQL 1.1 Graph Store Protocol or by SPARQL Update, or on disk.
//!
//! What a source says goes to a named graph of its own, so that it can be taken away or said anew; names and kinds of
//! things, which all sources share, go to a common one ([`Layout::BySource`]). Or everything goes to one graph.
//!
//! Triples are sent in batches of bounded size, one after the other. There are no blank nodes and a graph is a set, so a
//! batch that comes twice changes nothing: whatever gets lost on the way is sent again, until the store says that it has
//! it. A graph that is to be replaced is emptied by its first batch; the others follow once that one was answered. A
//! server that carries a request out long after it broke off its answer could undo what came in between: no client can
//! tell.

mod auth;
mod batches;
mod disk;
mod division;
mod journal;
mod remote;
mod retry;

pub use auth::Credentials;
pub use batches::Batch;
pub use disk::open_folder;
pub use journal::Journal;
pub use remote::{Protocol, Remote};
pub use retry::Patience;

use std::io::Write;

use crate::Error;
use crate::export;
use crate::graph::GraphDocument;
use crate::vocabulary::{DEFAULT_BASE, Vocabulary};
use batches::{Cutter, Measure};
use division::{Division, Part};

/// What takes batches and keeps them.
pub trait Target {
    /// What it is called in messages: its address.
    fn name(&self) -> &str;

    /// How much of a graph it takes at once.
    fn batch_size(&self) -> BatchSize;

    /// Adds the triples of a batch to its graph, emptied before if the batch says so. When it returns, they are there.
    ///
    /// # Errors
    /// The batch is refused, or nobody answers.
    fn take(&mut self, batch: &Batch) -> Result<(), Error>;
}

/// The most that a batch holds; a single triple may be larger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BatchSize {
    /// Triples.
    pub triples: usize,
    /// Bytes, as N-Triples.
    pub bytes: usize,
}

/// Which graphs of the store things go to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// What a source says to a graph of that source, and what all share to a common one. A statement that several
    /// sources make is in the graph of each.
    #[default]
    BySource,
    /// Everything to the graph of this name.
    One(String),
}

/// How a graph is loaded.
#[derive(Clone, Debug)]
pub struct Options {
    /// What addresses begin with.
    pub base: String,
    /// Which graphs things go to.
    pub layout: Layout,
    /// Whether a graph loses what it had before; the common graph never does.
    pub replace: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { base: DEFAULT_BASE.to_owned(), layout: Layout::default(), replace: false }
    }
}

/// How much of a load is done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Graphs that are there whole.
    pub graphs: usize,
    /// Graphs there will be.
    pub all_graphs: usize,
    /// Triples that are there.
    pub triples: usize,
    /// Triples there will be; what stands in two graphs counts twice.
    pub all_triples: usize,
}

/// Loads a graph into a target, passing over what the journal has; `watch` hears of every batch that is there.
///
/// # Errors
/// A name that is no IRI, a relation the vocabulary does not have, a journal that cannot be written, or what the target
/// refuses; then with what was loaded until then.
pub fn load(
    graph: &GraphDocument,
    vocabulary: &Vocabulary,
    options: &Options,
    target: &mut dyn Target,
    journal: Option<&mut Journal>,
    watch: &mut dyn FnMut(Progress),
) -> Result<Progress, Error> {
    let division = Division::of(graph, options)?;
    let measures = division.parts.iter().map(|part| {
        let mut measure = Measure::default();
        write(part, &division, vocabulary, options, &mut measure)?;
        Ok((part, measure))
    });
    let parts: Vec<(&Part, Measure)> = measures.collect::<Result<_, Error>>()?;
    let all_triples = parts.iter().map(|(_, measure)| measure.triples).sum();
    let progress = Progress { all_graphs: parts.len(), all_triples, ..Progress::default() };
    let mut loading = Loading { target, journal, progress, watch };
    for (part, measure) in parts {
        loading.part(part, measure, |out| write(part, &division, vocabulary, options, out))?;
    }
    Ok(loading.progress)
}

/// The triples of a part, as N-Triples.
fn write(
    part: &Part,
    division: &Division,
    vocabulary: &Vocabulary,
    options: &Options,
    out: &mut dyn Write,
) -> Result<(), Error> {
    let options = export::Options { base: options.base.clone(), ..export::Options::default() };
    division.write(part, vocabulary, &options, out)
}

/// A load on its way.
struct Loading<'a> {
    target: &'a mut dyn Target,
    journal: Option<&'a mut Journal>,
    progress: Progress,
    watch: &'a mut dyn FnMut(Progress),
}

impl Loading<'_> {
    /// Sends a part, batch by batch.
    fn part(
        &mut self,
        part: &Part,
        measure: Measure,
        write: impl FnOnce(&mut dyn Write) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let digest = measure.digest();
        let size = self.target.batch_size();
        let mut send = |batch: &Batch| self.batch(batch, &digest);
        let mut cutter = Cutter::new(&part.name, part.replace, size, &mut send);
        let written = write(&mut cutter);
        cutter.finish(written)?;
        self.progress.graphs += 1;
        (self.watch)(self.progress);
        Ok(())
    }

    /// Sends a batch of the graph that has this digest, unless the journal says that it is there.
    fn batch(&mut self, batch: &Batch, digest: &str) -> Result<(), Error> {
        let entry = self.journal.as_ref().map(|_| journal::entry(self.target.name(), batch, digest));
        let known = |(journal, entry): (&&mut Journal, &String)| journal.has(entry);
        if !self.journal.as_ref().zip(entry.as_ref()).is_some_and(known) {
            self.target.take(batch).map_err(|error| self.stopped(&error))?;
            if let Some((journal, entry)) = self.journal.as_mut().zip(entry) {
                journal.add(entry)?;
            }
        }
        self.progress.triples += batch.triples;
        (self.watch)(self.progress);
        Ok(())
    }

    /// Why the load ends early, and how far it came.
    fn stopped(&self, error: &Error) -> Error {
        let Progress { graphs, all_graphs, triples, all_triples } = self.progress;
        let so_far = match (triples, &self.journal) {
            (0, _) => "nothing is loaded".to_owned(),
            (_, journal) => {
                let again = match journal {
                    Some(_) => "goes on from there",
                    None => "loads everything again, and leaves nothing twice",
                };
                format!(
                    "{triples} of {all_triples} triples are loaded, {graphs} of {all_graphs} graphs whole; the same \
                     command {again}"
                )
            }
        };
        match error {
            Error::Invalid { place, message } => Error::invalid(place, format!("{message}\n{so_far}")),
            Error::Io { path, source } => {
                Error::invalid(path.display().to_string(), format!("{source}\n{so_far}"))
            }
        }
    }
}
