//! `legation export`: sources in, a graph out.

use super::args::ExportArgs;
use super::output::Output;
use super::{Console, Outcome, reading};
use legation::Error;
use legation::export::{self, Format};
use legation::extract::account;
use legation::graph::Status;
use legation::source::files::{self, Input};
use std::io::Write;

/// Pulls the sources into a graph and writes it.
///
/// # Errors
///
/// If the request makes no sense, no source can be read, or the result cannot be written.
pub(crate) fn run(args: &ExportArgs, console: &Console) -> Result<Outcome, Error> {
    let found = files::find(&args.sources)?;
    let output = Output::plan(&args.to, args.output.as_deref(), &stem(&found.inputs))?;
    let resources = args.own.resources()?;
    let pulled = reading::read(&args.reading, &found, &resources, args.explain.is_some(), console)?;
    let graph = pulled.graph.to_document();
    let options = options(args);
    let account = args.explain.as_deref().map(|path| Ok((path, account::to_json(&pulled.accounts)?)));
    let write = |format: Format, out: &mut dyn Write| {
        export::write(&graph, resources.vocabulary(), format, &options, out)
    };
    output.place(write, account.transpose()?.as_ref())?;
    Ok(reading::outcome(&pulled))
}

/// What files of the result are called: as the only document, or `graph`.
fn stem(inputs: &[Input]) -> String {
    match inputs {
        [Input::File(path)] => path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
        _ => "graph".to_owned(),
    }
}

fn options(args: &ExportArgs) -> export::Options {
    let mut options = export::Options {
        base: args.reading.base.clone(),
        claims: args.claims,
        ..export::Options::default()
    };
    options.include.extend(args.include.iter().map(|&status| Status::from(status)));
    options
}
