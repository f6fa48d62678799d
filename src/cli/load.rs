//! `legation load`: the graph of the sources into a triple store.

use super::args::LoadArgs;
use super::{Console, Outcome, reading};
use legation::Error;
use legation::source::files;
use legation::store::load::{
    Credentials, Journal, Layout, Options, Patience, Progress, Remote, Target, load, open_folder,
};
use std::env::{self, VarError};

/// Loads the graph of the sources into the store.
///
/// # Errors
///
/// If the request makes no sense, no source can be read, or the store refuses what it is sent.
pub(crate) fn run(args: &LoadArgs, console: &Console) -> Result<Outcome, Error> {
    let credentials = credentials()?;
    let bar = console.progress(0, "triples");
    let waiting = |why: &str| bar.aside(|| console.note(&why));
    let mut target: Box<dyn Target> = match (&args.store, &args.to) {
        (Some(folder), _) => open_folder(folder)?,
        (None, to) => {
            let url = to.as_deref().unwrap_or_default();
            Box::new(Remote::new(url, args.protocol, credentials, Patience::default(), &waiting)?)
        }
    };
    let mut journal = args.resume.as_deref().map(Journal::open).transpose()?;
    let found = files::find(&args.sources)?;
    let resources = args.own.resources()?;
    let pulled = reading::read(&args.reading, &found, &resources, false, console)?;
    let graph = pulled.graph.to_document();
    let mut watch = |progress: Progress| bar.is_at(progress.triples, progress.all_triples);
    let (options, vocabulary) = (options(args), resources.vocabulary());
    let loaded = load(&graph, vocabulary, &options, target.as_mut(), journal.as_mut(), &mut watch);
    bar.finish();
    let loaded = loaded?;
    journal.map_or(Ok(()), Journal::finish)?;
    let graphs = if loaded.graphs == 1 { "graph" } else { "graphs" };
    console.note(&format_args!(
        "{} triples in {} {graphs} of {}",
        loaded.triples,
        loaded.graphs,
        target.name()
    ));
    Ok(reading::outcome(&pulled))
}

fn options(args: &LoadArgs) -> Options {
    let layout = args.graph.clone().map_or(Layout::BySource, Layout::One);
    Options { base: args.reading.base.clone(), layout, replace: args.replace }
}

/// What the environment says of who is loading.
fn credentials() -> Result<Option<Credentials>, Error> {
    let [user, password, token] =
        [variable("LEGATION_USER")?, variable("LEGATION_PASSWORD")?, variable("LEGATION_TOKEN")?];
    match (user, password, token) {
        (None, None, None) => Ok(None),
        (None, None, Some(token)) => Ok(Some(Credentials::Token(token))),
        (Some(user), Some(password), None) => Ok(Some(Credentials::Password { user, password })),
        (_, _, Some(_)) => Err(Error::invalid(
            "LEGATION_TOKEN",
            "is set beside LEGATION_USER or LEGATION_PASSWORD; unset one",
        )),
        (Some(_), None, None) => Err(Error::invalid("LEGATION_USER", "is set without LEGATION_PASSWORD")),
        (None, Some(_), None) => Err(Error::invalid("LEGATION_PASSWORD", "is set without LEGATION_USER")),
    }
}

/// A variable of the environment, unless it is empty.
fn variable(name: &str) -> Result<Option<String>, Error> {
    match env::var(name) {
        Ok(value) => Ok(Some(value).filter(|value| !value.is_empty())),
        Err(VarError::NotPresent) => Ok(None),
        Err(VarError::NotUnicode(_)) => Err(Error::invalid(name, "is not UTF-8")),
    }
}
