//! `legation explain`: why the graph says what it says, and what was not taken into it.

mod question;
mod show;

use super::args::ExplainArgs;
use super::page::Page;
use super::wording::Wording;
use super::{Console, Outcome, output, reading};
use legation::extract::Resources;
use legation::source::files;
use legation::{Error, Pulled};
use question::Answer;
use show::Show;
use std::path::Path;

/// Explains documents, or what is asked about in them.
///
/// # Errors
///
/// If no source can be read, or nothing goes by the words asked about.
pub(crate) fn run(args: &ExplainArgs, console: &Console) -> Result<Outcome, Error> {
    let (sources, words) = split(&args.words);
    let found = files::find(sources)?;
    let resources = args.own.resources()?;
    let pulled = reading::read(&args.reading, &found, &resources, true, console)?;
    if pulled.accounts.is_empty() {
        let message = "there is no document among the sources; explain says what documents gave, and why";
        return Err(Error::invalid(sources.join(", "), message));
    }
    let text = explained(&pulled, &resources, &words.join(" "), args.all, console.paints_output())?;
    output::to_stdout(text.as_bytes())?;
    Ok(reading::outcome(&pulled))
}

/// The sources, and the words that ask about something: all from the first that names no file, folder or pattern.
fn split(words: &[String]) -> (&[String], &[String]) {
    let is_source = |word: &str| word == "-" || word.contains(['*', '?', '[']) || Path::new(word).exists();
    let sources = 1 + words.iter().skip(1).take_while(|word| is_source(word)).count();
    words.split_at(sources.min(words.len()))
}

fn explained(
    pulled: &Pulled,
    resources: &Resources,
    words: &str,
    all: bool,
    color: bool,
) -> Result<String, Error> {
    let graph = pulled.graph.to_document();
    let vocabulary = resources.vocabulary();
    let accounts = &pulled.accounts;
    let wording = Wording::new([&graph], vocabulary);
    let mut show = Show { graph: &graph, accounts, wording, page: Page::new(color), all };
    if words.is_empty() {
        for account in accounts {
            show.document(account);
        }
        return Ok(show.page.into_text());
    }
    match question::find(&graph, vocabulary, words)? {
        Answer::Entities(entities) => {
            for entity in entities {
                show.entity(entity);
            }
        }
        Answer::Statements(statements) => {
            for statement in statements {
                show.statement(statement);
            }
        }
    }
    Ok(show.page.into_text())
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn what_is_no_file_is_asked_about() {
        let words: Vec<String> =
            ["Cargo.toml", "src", "*.md", "Finland", "joined", "src"].map(str::to_owned).into();
        let (sources, asked) = split(&words);
        assert_eq!(sources, ["Cargo.toml", "src", "*.md"]);
        assert_eq!(asked, ["Finland", "joined", "src"]);
        assert_eq!(split(&words[3..]).0, ["Finland"]);
    }
}
