//! The command line, and the help that teaches it.

use super::view::{DiagramArgs, ViewArgs};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ColorChoice, Parser, Subcommand, ValueEnum};
use legation::Error;
use legation::edtf::Edtf;
use legation::export::{Claims, Format};
use legation::extract::{Resources, ResourcesBuilder};
use legation::store::ResultFormat;
use legation::store::load::Protocol;
use legation::vocabulary::{DEFAULT_BASE, Vocabulary};
use std::path::PathBuf;

const OVERVIEW: &str = "\
Examples:
  legation export report.txt                            Turtle on standard output
  legation export papers/ --to json,ttl,svg -o graph/   three formats of one graph, in a folder
  legation explain report.txt NATO                      all that it says of NATO, and why
  legation query report.txt --saved members --with body=NATO
  legation export --help                                more of these

Exit status: 0 done, 1 some input was skipped, 2 bad usage or input.";

const EXPORT_EXAMPLES: &str = "\
Examples:
  legation export report.txt
      what the report says, as Turtle on standard output

  legation export report.txt -o report.svg
      a diagram of it, drawn by Graphviz; the format is told by the name

  legation export papers/ 'news/*.txt' --to ttl,jsonld,dot -o graph/
      one graph of many documents: graph/graph.ttl, graph/graph.jsonld, graph/graph.dot

  legation export minutes.txt --date 2024-06-28 --title 'Minutes' --to json
      a document that does not say when it was written, as JSON

  legation export report.txt old.ttl -o all.jsonl
      what the report says added to a graph that was written before

  legation export report.txt --vocabulary mine.ttl --gazetteer names.csv -o report.ttl
      with relations and names of your own

  legation export brief.pdf page.html --to dot --include planned,possible
      a PDF file and a page of the web; the diagram shows plans and possibilities too

  legation export papers/ --focus NATO --depth 2 --since 2014 -o nato.svg
      what was said of NATO, and of those it was tied to, since 2014

  legation export papers/ --kind country,organization --top 30 --to graphml -o core.graphml
      the thirty countries and organizations with most ties, for Gephi and its like

Exit status: 0 done, 1 some input was skipped, 2 bad usage or input.";

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  legation explain report.txt
      how much was found, kept, merged and rejected, and why

  legation explain report.txt 'European Union'
      the names it goes by, where it is named, what is said of it

  legation explain report.txt 7ffa210f
      a statement by the beginning of its id: its sentence, who fills its slots and why, its date, its confidence

  legation explain report.txt Finland joined NATO
      a statement in words

Exit status: 0 done, 1 some input was skipped, 2 bad usage or input, or nothing goes by the name.";

const QUERY_EXAMPLES: &str = "\
Examples:
  legation query --list
      the saved questions, what each answers and what it takes

  legation query report.txt --saved members --with body=NATO
      who belongs to NATO, joined it or left it, each with date and sentence

  legation query report.txt --saved path --with from=Japan --with to=CCDCOE
      how the two are connected

  legation query papers/ 'SELECT ?who ?when { ?s lg:subject ?who ; lg:relation lg:joined ; lg:when ?when }' --to csv
      a question of your own; lg:, country:, organization: and the other prefixes of the Turtle need no declaration

  legation query report.txt -f question.rq -o answer.json --to json
      a question in a file, the answer as SPARQL results JSON

  legation query report.txt --saved members --with body=NATO --show
      the same question as SPARQL, for a store elsewhere

Exit status: 0 done, 1 some input was skipped, 2 bad usage or input.";

const CHECK_EXAMPLES: &str = "\
Examples:
  legation check papers/
      relations between the wrong kinds, quotes that do not hold, dates that cannot be, people who may be one

  legation check papers/ --infer --to json
      the same of what follows too, for a script

Exit status: 0 nothing found, 1 something found or some input skipped, 2 bad usage or input.";

const LOAD_EXAMPLES: &str = "\
Examples:
  legation load papers/ --to http://localhost:7878/store
      into an Oxigraph server: what each document says to a graph of its own

  LEGATION_USER=dba LEGATION_PASSWORD=... legation load papers/ --to http://localhost:8890/sparql-graph-crud-auth
      into Virtuoso

  legation load papers/ --to http://localhost:7878/store --replace
      the same after some of them have changed: what they said before goes

  legation load papers/ --infer --to http://localhost:7878/update --protocol update --graph https://ours.example/papers
      everything to one graph, by SPARQL Update

  legation load papers/ --to http://localhost:7878/store --resume load.journal
      a long load, which goes on where it stopped when the command is given again

LEGATION_USER and LEGATION_PASSWORD, or LEGATION_TOKEN, are what a store lets you in by. What a store does not answer is
sent again; a load that is done twice leaves nothing twice.

Exit status: 0 done, 1 some input was skipped, 2 bad usage or input, or the store refused; then it is said how much is loaded.";

const DIFF_EXAMPLES: &str = "\
Examples:
  legation diff draft.txt final.txt
      what the final version says that the draft does not, and the other way round

  legation diff last-year/ this-year/ --to json
      what changed between two folders of documents, for a script

Exit status: 0 nothing changed, 1 something did, 2 bad usage, or input that could not be read.";

/// Pulls prose about international relations into one knowledge graph, offline, every fact with its evidence and date.
#[derive(Debug, Parser)]
#[command(version, after_help = OVERVIEW, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// Say nothing on standard error but errors
    #[arg(short, long, global = true)]
    pub(crate) quiet: bool,

    /// Colour messages
    #[arg(long, global = true, value_name = "WHEN", default_value_t)]
    pub(crate) color: ColorChoice,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Pull sources into a graph and write it
    #[command(after_help = EXPORT_EXAMPLES)]
    Export(ExportArgs),
    /// Say why a statement is there, and what was not taken into the graph
    #[command(after_help = EXPLAIN_EXAMPLES)]
    Explain(ExplainArgs),
    /// Ask the graph of the sources, in SPARQL or by a saved question
    #[command(after_help = QUERY_EXAMPLES)]
    Query(QueryArgs),
    /// Find what is wrong with the graph of the sources
    #[command(after_help = CHECK_EXAMPLES)]
    Check(CheckArgs),
    /// Put the graph of the sources into a triple store
    #[command(after_help = LOAD_EXAMPLES)]
    Load(LoadArgs),
    /// Show what changed from one source to another
    #[command(after_help = DIFF_EXAMPLES)]
    Diff(DiffArgs),
}

/// How documents are read, whatever is done with them.
#[derive(Args, Debug)]
pub(crate) struct ReadingArgs {
    /// What the addresses of things in the graph begin with
    #[arg(long, value_name = "IRI", default_value = DEFAULT_BASE)]
    pub(crate) base: String,

    /// Date of the document, in place of the one it gives: 2024, 2024-06 or 2024-06-28
    #[arg(long, value_name = "EDTF", value_parser = date)]
    pub(crate) date: Option<String>,

    /// Title of the document, in place of the one it shows
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: Option<String>,

    /// Add what follows from what the documents say, marked with the rule and what it rests on
    #[arg(long)]
    pub(crate) infer: bool,

    /// How tables are read whose columns are not called subject, relation, object: FIELD=COLUMN,FIELD:=CONSTANT,... or a
    /// file of such mappings; may be given again, for every statement that a row makes [default: columns.toml beside the
    /// table, else its header]
    #[arg(long, value_name = "FIELD=COLUMN,...|FILE.toml")]
    pub(crate) columns: Vec<String>,

    /// Folder that keeps what documents came to, so that only new and changed ones are read again
    #[arg(long, value_name = "DIR")]
    pub(crate) cache: Option<PathBuf>,

    /// Decisions of yours about the graph, replayed on every run: what to merge, split, rename, retype, drop or add; may
    /// be given again
    #[arg(long, value_name = "FILE.toml")]
    pub(crate) corrections: Vec<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct ExplainArgs {
    /// Documents, and what to explain: a name, the id of a statement or its beginning, or a statement in words; without
    /// it, the documents
    #[arg(required = true, value_name = "SOURCE... [NAME|STATEMENT]")]
    pub(crate) words: Vec<String>,

    #[command(flatten)]
    pub(crate) reading: ReadingArgs,

    #[command(flatten)]
    pub(crate) own: OwnArgs,

    /// List everything that was not kept, not only examples
    #[arg(long)]
    pub(crate) all: bool,
}

#[derive(Args, Debug)]
pub(crate) struct QueryArgs {
    /// Documents, and a question to their graph in SPARQL
    #[arg(required_unless_present = "list", value_name = "SOURCE... [SPARQL]")]
    pub(crate) words: Vec<String>,

    /// Ask what stands in this file
    #[arg(short, long, value_name = "FILE.rq", conflicts_with = "saved")]
    pub(crate) file: Option<PathBuf>,

    /// Ask a saved question
    #[arg(short, long, value_name = "NAME")]
    pub(crate) saved: Option<String>,

    /// What a saved question is about, such as body=NATO; may be given again
    #[arg(short, long, value_name = "NAME=VALUE", value_parser = named_value, requires = "saved")]
    pub(crate) with: Vec<(String, String)>,

    /// List the saved questions, what each answers and what it takes
    #[arg(long, exclusive = true)]
    pub(crate) list: bool,

    /// Write the question as SPARQL, with nothing left to fill in, in place of asking it
    #[arg(long, requires = "saved")]
    pub(crate) show: bool,

    /// Format of the answer [default: table, or ttl for CONSTRUCT and DESCRIBE]
    #[arg(short, long, value_name = "FORMAT", value_parser = result_format_parser())]
    pub(crate) to: Option<ResultFormat>,

    /// File to write to [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) reading: ReadingArgs,

    #[command(flatten)]
    pub(crate) own: OwnArgs,
}

#[derive(Args, Debug)]
pub(crate) struct CheckArgs {
    /// Documents whose graph is checked
    #[arg(required = true, value_name = "SOURCE")]
    pub(crate) sources: Vec<String>,

    /// How findings are written
    #[arg(short, long, value_name = "FORMAT", default_value = "text")]
    pub(crate) to: CheckFormat,

    #[command(flatten)]
    pub(crate) reading: ReadingArgs,

    #[command(flatten)]
    pub(crate) own: OwnArgs,
}

#[derive(Args, Debug)]
pub(crate) struct LoadArgs {
    /// What to read: as for export
    #[arg(required = true, value_name = "SOURCE")]
    pub(crate) sources: Vec<String>,

    /// Address of the store: what it calls its Graph Store or Update endpoint
    #[arg(short, long, value_name = "URL", required_unless_present = "store")]
    pub(crate) to: Option<String>,

    /// How the store is spoken to: SPARQL 1.1 Graph Store Protocol (graph-store), or SPARQL Update (update)
    #[arg(long, default_value_t, value_parser = protocol_parser(), hide_possible_values = true, conflicts_with = "store")]
    pub(crate) protocol: Protocol,

    /// Folder of an Oxigraph store on disk, in place of an address; made if there is none
    #[arg(long, value_name = "DIR", conflicts_with = "to")]
    pub(crate) store: Option<PathBuf>,

    /// Graph that everything goes to [default: a graph for each source, and BASE/common for names and kinds]
    #[arg(long, value_name = "IRI")]
    pub(crate) graph: Option<String>,

    /// Empty each graph before it is filled, but for the common one; without it, what is there stays
    #[arg(long)]
    pub(crate) replace: bool,

    /// File to note in what is loaded, and to go on from if a load was interrupted; it goes when all is loaded
    #[arg(long, value_name = "FILE")]
    pub(crate) resume: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) reading: ReadingArgs,

    #[command(flatten)]
    pub(crate) own: OwnArgs,
}

#[derive(Args, Debug)]
pub(crate) struct DiffArgs {
    /// What there was: a file, a folder, a pattern, or - for standard input
    #[arg(value_name = "A")]
    pub(crate) before: String,

    /// What there is
    #[arg(value_name = "B")]
    pub(crate) after: String,

    /// How the changes are written
    #[arg(short, long, value_name = "FORMAT", default_value = "text")]
    pub(crate) to: DiffFormat,

    #[command(flatten)]
    pub(crate) reading: ReadingArgs,

    #[command(flatten)]
    pub(crate) own: OwnArgs,
}

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// For people
    Text,
    /// For scripts
    Json,
}

/// How changes are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// For people
    Text,
    /// For scripts, as `schema/diff.schema.json` describes it
    Json,
}

#[derive(Args, Debug)]
pub(crate) struct ExportArgs {
    /// What to read: a file, a folder (all its text, Markdown, HTML, PDF and Word files), a pattern, or - for standard
    /// input; files of graphs (JSON, JSON Lines, RDF) are added as they are
    #[arg(required = true, value_name = "SOURCE")]
    pub(crate) sources: Vec<String>,

    /// Formats to write, with commas between [default: told by the name given with -o, else ttl]
    #[arg(short, long, value_name = "FORMAT", value_delimiter = ',', value_parser = format_parser())]
    pub(crate) to: Vec<Format>,

    /// File or folder to write to [default: standard output]
    #[arg(short, long, value_name = "PATH")]
    pub(crate) output: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) reading: ReadingArgs,

    /// Write to this file, as JSON, what every statement rests on and what was not kept
    #[arg(long, value_name = "FILE")]
    pub(crate) explain: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) own: OwnArgs,

    /// How RDF carries the date, status, speaker and evidence of a statement: a node for each (event), an rdf:Statement
    /// (statement), a reifier of RDF 1.2 (rdf12), a named graph for each document (graph), or not at all (none)
    #[arg(long, value_name = "CLAIMS", default_value_t, value_parser = claims_parser(), hide_possible_values = true)]
    pub(crate) claims: Claims,

    /// Where JSON readers find schema/context.jsonld, to be named instead of included
    #[arg(long, value_name = "URL")]
    pub(crate) context: Option<String>,

    #[command(flatten)]
    pub(crate) view: ViewArgs,

    #[command(flatten)]
    pub(crate) diagram: DiagramArgs,
}

/// What the user adds to what the tool knows; the same for every command that reads sources.
#[derive(Args, Debug)]
#[command(next_help_heading = "Your own relations and names")]
pub(crate) struct OwnArgs {
    /// Relations of your own, by example clauses, and clauses for the relations there are; may be given again
    #[arg(long, value_name = "FILE.ttl")]
    pub(crate) vocabulary: Vec<PathBuf>,

    /// Names of your own: SKOS, other RDF with labels and types, or a table that begins with label,kind,aliases; may be
    /// given again
    #[arg(long, value_name = "FILE.ttl|FILE.csv")]
    pub(crate) gazetteer: Vec<PathBuf>,
}

impl OwnArgs {
    /// What the tool knows, and the user's own.
    ///
    /// # Errors
    /// If a file cannot be read, or something is wrong in it.
    pub(crate) fn resources(&self) -> Result<Resources, Error> {
        let builder = self.with_vocabulary()?;
        self.gazetteer.iter().try_fold(builder, |b, path| b.gazetteer_file(path))?.build()
    }

    /// The relations the tool knows, and the user's own.
    ///
    /// # Errors
    /// If a file cannot be read, or something is wrong in it.
    pub(crate) fn vocabulary(&self) -> Result<Vocabulary, Error> {
        self.with_vocabulary()?.build_vocabulary()
    }

    fn with_vocabulary(&self) -> Result<ResourcesBuilder, Error> {
        self.vocabulary.iter().try_fold(Resources::builder(), |b, path| b.vocabulary_file(path))
    }
}

fn format_parser() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.iter().map(|format| format.name()))
        .try_map(|name| name.parse::<Format>())
}

fn claims_parser() -> impl TypedValueParser<Value = Claims> {
    PossibleValuesParser::new(Claims::ALL.map(Claims::name)).try_map(|name| name.parse::<Claims>())
}

fn result_format_parser() -> impl TypedValueParser<Value = ResultFormat> {
    PossibleValuesParser::new(ResultFormat::ALL.map(ResultFormat::name))
        .try_map(|name| name.parse::<ResultFormat>())
}

fn protocol_parser() -> impl TypedValueParser<Value = Protocol> {
    PossibleValuesParser::new(Protocol::ALL.map(Protocol::name)).try_map(|name| name.parse::<Protocol>())
}

/// `body=NATO` in two.
fn named_value(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("expected NAME=VALUE, such as body=NATO")?;
    Ok((name.trim().to_owned(), value.trim().to_owned()))
}

/// A date or interval as written, if it is one.
fn date(text: &str) -> Result<String, String> {
    text.parse::<Edtf>().map(|date| date.to_string()).map_err(|e| e.to_string())
}
