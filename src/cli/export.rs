//! `legation export`: sources in, a graph out.

use super::args::ExportArgs;
use super::output::{Out, Output};
use super::view::note_empty;
use super::{Console, Outcome, reading};
use legation::export::{self, Format, Stream, Table};
use legation::extract::account;
use legation::graph::{GraphDocument, View};
use legation::source::files::{self, Input};
use legation::vocabulary::Vocabulary;
use legation::{Error, convert, import};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fs::File;
use std::io::BufReader;
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
    if let Some(path) = lines(&found.inputs, args)
        && from_lines(path, args, &output, &options, console)?
    {
        return Ok(Outcome::Done);
    }
    let resources = args.own.resources()?;
    let mut pulled = reading::read(&args.reading, &found, &resources, args.explain.is_some(), console)?;
    let outcome = reading::outcome(&pulled);
    let graph = std::mem::take(&mut pulled.graph).into_document();
    let account = args.explain.as_deref().map(|path| Ok((path, account::to_json(&pulled.accounts)?)));
    let account = account.transpose()?;
    write(&graph, args, resources.vocabulary(), &output, &options, account.as_ref(), console)?;
    // The process ends here: what it holds goes with it and need not be taken apart piece by piece.
    std::mem::forget((graph, pulled, resources));
    Ok(outcome)
}

/// Writes a graph, or the part of it that was asked for, in all formats, and an account beside them if there is one.
fn write(
    graph: &GraphDocument,
    args: &ExportArgs,
    vocabulary: &Vocabulary,
    output: &Output,
    options: &export::Options,
    account: Option<&(&Path, Vec<u8>)>,
    console: &Console,
) -> Result<(), Error> {
    let mut parts: BTreeMap<bool, Part> = BTreeMap::new();
    let write = |format: Format, table: Option<Table>, out: &mut Out| {
        let part = match parts.entry(format.is_diagram()) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(Part::of(graph, args, vocabulary, format, console)?),
        };
        let mut options = options.clone();
        options.include.extend(&part.view.statuses);
        options.table = table.unwrap_or_default();
        export::write(&part.graph, vocabulary, format, &options, out)
    };
    output.place(write, account)
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
        // Diagrams pass by what is not to be shown themselves.
        let as_it_is = format.is_diagram() && args.view.is_whole();
        let graph = if as_it_is { Cow::Borrowed(whole) } else { view.of(whole) };
        note_empty(console, whole, &view, &graph);
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

/// The one source, if it is a graph in JSON Lines to which nothing is added.
fn lines<'a>(inputs: &'a [Input], args: &ExportArgs) -> Option<&'a Path> {
    let [Input::File(path)] = inputs else { return None };
    let lines = Format::from_extension(&path.extension()?.to_string_lossy()) == Some(Format::JsonLines);
    let as_it_is = !args.reading.infer && args.reading.corrections.is_empty() && args.explain.is_none();
    (lines && path.is_file() && as_it_is).then_some(path)
}

/// Writes the lines of a file in other formats, if they are in order; tells whether they are. They are the graph then:
/// none is built, and none is kept if all formats can be written line by line.
fn from_lines(
    path: &Path,
    args: &ExportArgs,
    output: &Output,
    options: &export::Options,
    console: &Console,
) -> Result<bool, Error> {
    reading::check(&args.reading, 1)?;
    let vocabulary = args.own.vocabulary()?;
    let place = path.display().to_string();
    if args.view.is_whole() && output.formats().into_iter().all(Stream::has) {
        return output.place_at_once(|outs| {
            let mut formats = Vec::new();
            for (format, out) in outs {
                formats.push((Stream::new(format, &vocabulary, options)?, out as _));
            }
            convert(&place, open(path)?, &vocabulary, formats)
        });
    }
    let Some(graph) = import::read_ordered(&place, open(path)?, &vocabulary)? else { return Ok(false) };
    write(&graph, args, &vocabulary, output, options, None, console)?;
    Ok(true)
}

fn open(path: &Path) -> Result<BufReader<File>, Error> {
    let file = File::open(path).map_err(|source| Error::Io { path: path.to_owned(), source })?;
    Ok(BufReader::with_capacity(BUFFER, file))
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
