//! `legation export`: sources in, a graph out.

use super::args::ExportArgs;
use super::output::Output;
use super::{Console, Outcome};
use legation::Error;
use legation::export::{self, Format};
use legation::extract::Resources;
use legation::graph::{GraphDocument, Status};
use legation::source::files::{self, Found, Input};
use legation::source::text;
use legation::{Pulled, pull};
use oxigraph::model::NamedNode;

/// Pulls the sources into a graph and writes it.
///
/// # Errors
///
/// If the request makes no sense, no source can be read, or the result cannot be written.
pub(crate) fn run(args: &ExportArgs, console: &Console) -> Result<Outcome, Error> {
    check_base(&args.base)?;
    let found = files::find(&args.sources)?;
    check_one_document(args, found.inputs.len())?;
    let output = Output::plan(&args.to, args.output.as_deref(), &stem(&found.inputs))?;
    note_skipped(&found, console);
    let resources = args.own.resources()?;
    let Pulled { graph, failed } = pull_all(args, &found.inputs, &resources, console)?;
    for error in &failed {
        console.error(error);
    }
    if failed.len() == found.inputs.len() {
        return Err(Error::invalid("no document could be read", "nothing is written"));
    }
    let rendered = render(&graph.to_document(), &resources, &output.formats(), args)?;
    output.place(&rendered)?;
    Ok(if failed.is_empty() { Outcome::Done } else { Outcome::Skipped })
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
fn check_one_document(args: &ExportArgs, documents: usize) -> Result<(), Error> {
    let given = [("--date", args.date.is_some()), ("--title", args.title.is_some())];
    match given.iter().find(|(_, given)| *given && documents > 1) {
        Some((option, _)) => {
            let message = format!("is about one document, and there are {documents}; export them one by one");
            Err(Error::invalid(*option, message))
        }
        None => Ok(()),
    }
}

/// What files of the result are called: as the only document, or `graph`.
fn stem(inputs: &[Input]) -> String {
    match inputs {
        [Input::File(path)] => path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
        _ => "graph".to_owned(),
    }
}

fn note_skipped(found: &Found, console: &Console) {
    for path in &found.skipped {
        console.note(&format_args!("{}: skipped, not a {} file", path.display(), files::endings()));
    }
}

fn pull_all(
    args: &ExportArgs,
    inputs: &[Input],
    resources: &Resources,
    console: &Console,
) -> Result<Pulled, Error> {
    let options = text::Options { title: args.title.clone(), date: args.date.clone() };
    let progress = console.progress(inputs.len());
    let pulled = pull(inputs, |input| input.read(&options), resources, &args.base, || progress.step());
    progress.finish();
    pulled
}

/// The graph in every format, before any of them is written.
fn render(
    graph: &GraphDocument,
    resources: &Resources,
    formats: &[Format],
    args: &ExportArgs,
) -> Result<Vec<Vec<u8>>, Error> {
    let mut options = export::Options::default();
    options.include.extend(args.include.iter().map(|&status| Status::from(status)));
    formats.iter().map(|&format| export::render(graph, resources.vocabulary(), format, &options)).collect()
}
