//! `legation check`: what is wrong with a graph.

use super::args::{CheckArgs, CheckFormat};
use super::{Console, Outcome, output, reading};
use legation::Error;
use legation::graph::DocumentRecord;
use legation::source::files::{self, Input};
use legation::source::text;
use legation::store::{Finding, Severity, check};
use std::fmt::Write;
use std::path::PathBuf;

/// Checks the graph of the sources and writes what is wrong with it.
///
/// # Errors
///
/// If no source can be read.
pub(crate) fn run(args: &CheckArgs, console: &Console) -> Result<Outcome, Error> {
    let found = files::find(&args.sources)?;
    let resources = args.own.resources()?;
    let pulled = reading::read(&args.reading, &found, &resources, false, console)?;
    let findings = check(&pulled.graph.to_document(), resources.vocabulary(), text_of)?;
    let out = match args.to {
        CheckFormat::Text => in_words(&findings),
        CheckFormat::Json => in_json(&findings)?,
    };
    output::to_stdout(out.as_bytes())?;
    console.note(&summary(&findings));
    Ok(if findings.is_empty() { reading::outcome(&pulled) } else { Outcome::Problems })
}

/// The text of a document, if it is still where it was read from.
fn text_of(document: &DocumentRecord) -> Option<String> {
    let path = PathBuf::from(&document.source);
    let read = |path| Input::File(path).read(&text::Options::default()).ok();
    path.is_file().then(|| read(path))?.map(|document| document.raw)
}

/// Each finding in a few lines: what, where, and what to do.
fn in_words(findings: &[Finding]) -> String {
    let mut out = String::new();
    for Finding { severity, check, place, message, remedy } in findings {
        let _ = writeln!(out, "{}: {check}: {message}\n  at   {place}\n  help {remedy}\n", severity.name());
    }
    out
}

fn in_json(findings: &[Finding]) -> Result<String, Error> {
    let json = serde_json::to_string_pretty(findings);
    json.map(|json| json + "\n").map_err(|e| Error::invalid("findings", e.to_string()))
}

fn summary(findings: &[Finding]) -> String {
    let errors = findings.iter().filter(|f| f.severity == Severity::Error).count();
    match (errors, findings.len() - errors) {
        (0, 0) => "nothing found wrong".to_owned(),
        (errors, warnings) => format!("{errors} errors, {warnings} warnings"),
    }
}
