//! `legation query`: a question to the graph of the sources.

use super::args::QueryArgs;
use super::{Console, Outcome, output, reading};
use legation::Error;
use legation::graph::GraphDocument;
use legation::source::files;
use legation::store::{Query, Question, Store, Terms, questions};
use legation::vocabulary::Vocabulary;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Asks the graph of the sources, or lists the saved questions.
///
/// # Errors
///
/// If no source can be read, the question is not understood, or the answer does not fit the format.
pub(crate) fn run(args: &QueryArgs, console: &Console) -> Result<Outcome, Error> {
    if args.list {
        output::to_stdout(listed()?.as_bytes())?;
        return Ok(Outcome::Done);
    }
    let (sources, asked) = Asked::of(args)?;
    let found = files::find(sources)?;
    let resources = args.own.resources()?;
    let pulled = reading::read(&args.reading, &found, &resources, false, console)?;
    let graph = pulled.graph.to_document();
    let terms = Terms::new(resources.vocabulary(), &args.reading.base);
    let texts = asked.sparql(&args.with, &graph, &terms)?;
    let out = if args.show {
        texts.join("\n# Otherwise\n\n").into_bytes()
    } else {
        answer(&asked.place(), &texts, &graph, resources.vocabulary(), &terms, args)?
    };
    output::to_place(args.output.as_deref(), &out)?;
    Ok(reading::outcome(&pulled))
}

/// What the graph says to the first of the queries that it says anything to.
fn answer(
    place: &str,
    texts: &[String],
    graph: &GraphDocument,
    vocabulary: &Vocabulary,
    terms: &Terms,
    args: &QueryArgs,
) -> Result<Vec<u8>, Error> {
    let queries: Vec<Query> =
        texts.iter().map(|text| Query::parse(place, text, terms)).collect::<Result<_, _>>()?;
    let answer = Store::of(graph, vocabulary)?.ask_in_turn(&queries)?;
    answer.render(args.to, terms, output::width(args.output.as_deref()))
}

/// Where the question comes from.
enum Asked {
    Saved(Question),
    File(String, String),
    Here(String),
}

impl Asked {
    /// The sources, and the question: a saved one, that of a file, or the last of the words.
    fn of(args: &QueryArgs) -> Result<(&[String], Self), Error> {
        let all = args.words.as_slice();
        if let Some(name) = &args.saved {
            return Ok((some(all)?, Self::Saved(Question::named(name)?)));
        }
        if let Some(path) = &args.file {
            let text = fs::read_to_string(path).map_err(|source| Error::Io { path: path.clone(), source })?;
            return Ok((some(all)?, Self::File(path.display().to_string(), text)));
        }
        match all.split_last() {
            Some((text, sources)) if !sources.is_empty() && !Path::new(text).exists() => {
                Ok((sources, Self::Here(text.clone())))
            }
            _ => {
                let message = "what is asked is missing; give SPARQL after the sources, -f FILE, or --saved NAME (legation \
                               query --list shows them)";
                Err(Error::invalid("query", message))
            }
        }
    }

    fn place(&self) -> String {
        match self {
            Self::Saved(question) => question.name.clone(),
            Self::File(place, _) => place.clone(),
            Self::Here(_) => "query".to_owned(),
        }
    }

    fn sparql(
        &self,
        given: &[(String, String)],
        graph: &GraphDocument,
        terms: &Terms,
    ) -> Result<Vec<String>, Error> {
        match self {
            Self::Saved(question) => question.fill(given, graph, terms),
            Self::File(_, text) | Self::Here(text) => Ok(vec![text.clone()]),
        }
    }
}

fn some(sources: &[String]) -> Result<&[String], Error> {
    if sources.is_empty() { Err(Error::invalid("query", "no source is named")) } else { Ok(sources) }
}

/// The saved questions: name and sentence, then what each takes.
fn listed() -> Result<String, Error> {
    let mut out = String::new();
    for question in questions()? {
        let _ = writeln!(out, "{}\n    {}", question.name, question.about);
        for parameter in &question.parameters {
            let _ = writeln!(out, "      --with {:<18} {}", parameter.usage(), parameter.about);
        }
    }
    Ok(out)
}
