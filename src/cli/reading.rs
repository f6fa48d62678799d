//! From what the user names to a graph: the part that all commands share.

use super::args::ReadingArgs;
use super::{Console, Outcome, tables};
use legation::cache::Cache;
use legation::corrections::Corrections;
use legation::extract::Resources;
use legation::source::files::{self, Found, Input};
use legation::source::text;
use legation::store::infer;
use legation::{Error, Opening, Pulled, open, pull, pull_and_explain, pull_with_cache};
use oxigraph::model::NamedNode;
use std::path::PathBuf;

/// Reads all that was found, and says what was left out; gives an account of it if wanted.
///
/// # Errors
///
/// If the request makes no sense or no source can be read.
pub(super) fn read(
    args: &ReadingArgs,
    found: &Found,
    resources: &Resources,
    explain: bool,
    console: &Console,
) -> Result<Pulled, Error> {
    check(args, found.inputs.len())?;
    let corrections = corrections(&args.corrections)?;
    note_skipped(found, console);
    let mut pulled = pull_all(args, &found.inputs, resources, explain, console)?;
    for remark in &pulled.remarks {
        console.note(remark);
    }
    for error in &pulled.failed {
        console.error(error);
    }
    for fault in &pulled.faults {
        console.error(fault);
    }
    if pulled.failed.len() == found.inputs.len() {
        return Err(Error::invalid("no source could be read", "nothing is written"));
    }
    if pulled.failed.len() + pulled.empty == found.inputs.len() {
        return Err(Error::invalid(
            "no source has text in it",
            "nothing is written; expected prose, a table or a graph",
        ));
    }
    for problem in pulled.correct(&corrections, resources)? {
        console.warning(&problem);
    }
    if args.infer {
        let number = infer(&mut pulled.graph, resources.vocabulary())?;
        console.note(&format_args!("{number} statements inferred"));
    }
    Ok(pulled)
}

/// The files of corrections.
fn corrections(paths: &[PathBuf]) -> Result<Vec<Corrections>, Error> {
    paths.iter().map(|path| Corrections::open(path)).collect()
}

/// How a command ends that did what it could with what it read.
pub(super) fn outcome(pulled: &Pulled) -> Outcome {
    if pulled.failed.is_empty() && pulled.faults.is_empty() { Outcome::Done } else { Outcome::Skipped }
}

/// Whether the request makes sense for so many sources.
///
/// # Errors
///
/// If it does not.
pub(super) fn check(args: &ReadingArgs, sources: usize) -> Result<(), Error> {
    check_base(&args.base)?;
    check_one_document(args, sources)
}

fn check_base(base: &str) -> Result<(), Error> {
    let fault = if base.ends_with(['/', '#']) {
        NamedNode::new(base).err().map(|e| format!("not an absolute IRI: {e}"))
    } else {
        Some(format!("end it in / or #, such as `{base}/`"))
    };
    fault.map_or(Ok(()), |fault| Err(Error::invalid(format!("--base `{base}`"), fault)))
}

/// A title or date is that of one document.
fn check_one_document(args: &ReadingArgs, documents: usize) -> Result<(), Error> {
    let given = [("--date", args.date.is_some()), ("--title", args.title.is_some())];
    match given.iter().find(|(_, given)| *given && documents > 1) {
        Some((option, _)) => {
            let message = format!("is about one document, and there are {documents}; export them one by one");
            Err(Error::invalid(*option, message))
        }
        None => Ok(()),
    }
}

fn note_skipped(found: &Found, console: &Console) {
    for path in &found.skipped {
        console.note(&format_args!("{}: skipped, not a {} file", path.display(), files::endings()));
    }
}

fn pull_all(
    args: &ReadingArgs,
    inputs: &[Input],
    resources: &Resources,
    explain: bool,
    console: &Console,
) -> Result<Pulled, Error> {
    let text = text::Options { title: args.title.clone(), date: args.date.clone() };
    let opening = Opening { text, tables: tables::options(&args.columns, inputs)? };
    let cache = args.cache.as_ref().map(|folder| Cache::open(folder, resources, &args.base)).transpose()?;
    let progress = console.progress(inputs.len(), "documents");
    let read = |input: &Input| open(input, &opening, resources, &args.base);
    let done = || progress.step();
    let pulled = match cache {
        _ if explain => pull_and_explain(inputs, read, resources, &args.base, done),
        Some(cache) => pull_with_cache(inputs, read, resources, &args.base, &cache, done),
        None => pull(inputs, read, resources, &args.base, done),
    };
    progress.finish();
    pulled
}
