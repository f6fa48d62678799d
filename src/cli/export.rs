//! `legation export`: sources in, a graph out.

use super::args::ExportArgs;
use super::output::Output;
use super::view::note_empty;
use super::{Console, Outcome, reading};
use legation::export::{self, Format, Stream, Table};
use legation::extract::account;
use legation::graph::{GraphDocument, View};
use legation::source::files::{self, Input};
use legation::vocabulary::Vocabulary;
use legation::{Error, convert};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fs::File;
use std::io::{BufReader, Write};
use std::path::Path;

/// Bytes of lines read at once.
const BUFFER: usize = 1 << 18;

/// Pulls the sources into a graph and writes it.
///
/// # Errors
///
/// If the request makes no sense, no source can be read, or the result cannot be written.
pub(crate) fn run(args: &ExportArgs, console: &Console) -> Result<Outcome, Error> {
    let found = files::find(&args.sources)?;
    let output = Output::plan(&args.to, args.output.as_deref(), &stem(&found.inputs))?;
    let options = options(args);
    if let Some(path) = lines(&found.inputs, args, &output)
        && stream(path, args, &output, &options)?
    {
        return Ok(Outcome::Done);
    }
    let resources = args.own.resources()?;
    let pulled = reading::read(&args.reading, &found, &resources, args.explain.is_some(), console)?;
    let graph = pulled.graph.to_document();
    let account = args.explain.as_deref().map(|path| Ok((path, account::to_json(&pulled.accounts)?)));
    let mut parts: BTreeMap<bool, Part> = BTreeMap::new();
    let write = |format: Format, table: Option<Table>, out: &mut dyn Write| {
        let part = match parts.entry(format.is_diagram()) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => {
                place.insert(Part::of(&graph, args, resources.vocabulary(), format, console)?)
            }
        };
        let mut options = options.clone();
        options.include.extend(&part.view.statuses);
        options.table = table.unwrap_or_default();
        export::write(&part.graph, resources.vocabulary(), format, &options, out)
    };
    output.place(write, account.transpose()?.as_ref())?;
    Ok(reading::outcome(&pulled))
}

/// The part of the graph that was asked for; diagrams may show less than other formats hold.
struct Part<'g> {
    view: View,
    graph: Cow<'g, GraphDocument>,
}

impl<'g> Part<'g> {
    fn of(
        whole: &'g GraphDocument,
        args: &ExportArgs,
        vocabulary: &Vocabulary,
        format: Format,
        console: &Console,
    ) -> Result<Self, Error> {
        let view = args.view.view(whole, vocabulary, format)?;
        let graph = view.of(whole);
        note_empty(console, whole, &graph);
        Ok(Self { view, graph })
    }
}

/// What files of the result are called: as the only document, or `graph`.
fn stem(inputs: &[Input]) -> String {
    match inputs {
        [Input::File(path)] => path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
        _ => "graph".to_owned(),
    }
}

/// The one source, if it is a graph in JSON Lines, wanted whole, and all formats can be written line by line.
fn lines<'a>(inputs: &'a [Input], args: &ExportArgs, output: &Output) -> Option<&'a Path> {
    let [Input::File(path)] = inputs else { return None };
    let lines = Format::from_extension(&path.extension()?.to_string_lossy()) == Some(Format::JsonLines);
    let streams = output.formats().into_iter().all(Stream::has);
    let reading = &args.reading;
    let as_it_is = !reading.infer && reading.corrections.is_empty() && args.view.is_whole();
    (lines && streams && path.is_file() && as_it_is && args.explain.is_none()).then_some(path)
}

/// Writes the lines of a file in other formats as they are read, if they are in order; tells whether they are.
fn stream(path: &Path, args: &ExportArgs, output: &Output, options: &export::Options) -> Result<bool, Error> {
    reading::check(&args.reading, 1)?;
    let vocabulary = args.own.vocabulary()?;
    output.place_at_once(|outs| {
        let file = File::open(path).map_err(|source| Error::Io { path: path.to_owned(), source })?;
        let streams = outs.into_iter().map(|(format, out)| Stream::new(format, &vocabulary, options, out));
        let streams = streams.collect::<Result<Vec<_>, _>>()?;
        let input = BufReader::with_capacity(BUFFER, file);
        convert(&path.display().to_string(), input, &vocabulary, streams)
    })
}

fn options(args: &ExportArgs) -> export::Options {
    let mut options = export::Options {
        base: args.reading.base.clone(),
        claims: args.claims,
        context: args.context.clone(),
        ..export::Options::default()
    };
    args.diagram.set(&mut options);
    options
}
