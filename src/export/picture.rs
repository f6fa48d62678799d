//! The diagram drawn by the `dot` of an installed Graphviz.

use std::io::{ErrorKind, Write};
use std::process::{Child, Command, Stdio};
use std::thread;

use super::diagram::Diagram;
use super::{Format, Options, dot, not_written};
use crate::Error;
use crate::graph::GraphDocument;
use crate::vocabulary::Vocabulary;

/// Most lines that are drawn: more take Graphviz minutes, and nobody can read them.
const LINES: usize = 5000;

/// Draws the diagram as SVG, PNG or PDF.
pub(super) fn write(
    graph: &GraphDocument,
    vocabulary: &Vocabulary,
    format: Format,
    options: &Options,
    out: &mut dyn Write,
) -> Result<(), Error> {
    let diagram = Diagram::new(graph, vocabulary, options)?;
    let lines = diagram.lines();
    if lines > LINES {
        let message = format!(
            "the diagram has {lines} lines, and no more than {LINES} are drawn; ask for a part of it with --focus, \
             --top, --relation or --since, or write `dot` and draw it elsewhere"
        );
        return Err(Error::invalid(format.extension(), message));
    }
    let mut input = Vec::new();
    dot::write_diagram(&diagram, graph, vocabulary, options, &mut input)?;
    let mut picture = draw("dot", format.extension(), &input)?;
    if format == Format::Pdf {
        undate(&mut picture);
    }
    out.write_all(&picture).map_err(not_written)
}

/// Graphviz notes in a PDF file when it was drawn; the same graph is to be the same bytes at any time.
fn undate(pdf: &mut [u8]) {
    const DATE: &[u8] = b"/CreationDate (D:";
    const EPOCH: &[u8] = b"19700101000000";
    let Some(at) = pdf.windows(DATE.len()).rposition(|window| window == DATE) else { return };
    let digits = pdf.iter_mut().skip(at + DATE.len()).zip(EPOCH);
    for (digit, &epoch) in digits.take_while(|(digit, _)| digit.is_ascii_digit()) {
        *digit = epoch;
    }
}

fn draw(program: &str, format: &'static str, diagram: &[u8]) -> Result<Vec<u8>, Error> {
    let mut child = start(program, format)?;
    let stdin = child.stdin.take();
    // Graphviz may write before it has read everything: feed it beside listening.
    let (fed, output) = thread::scope(|scope| {
        let feeding = scope.spawn(|| stdin.map_or(Ok(()), |mut stdin| stdin.write_all(diagram)));
        let output = child.wait_with_output();
        (feeding.join(), output)
    });
    let output = output.map_err(|e| failed(format, &e.to_string()))?;
    if !output.status.success() {
        return Err(failed(format, String::from_utf8_lossy(&output.stderr).trim()));
    }
    match fed {
        Ok(Ok(())) => Ok(output.stdout),
        Ok(Err(error)) => Err(failed(format, &error.to_string())),
        Err(_) => Err(failed(format, "it could not be given the diagram")),
    }
}

fn start(program: &str, format: &'static str) -> Result<Child, Error> {
    let mut command = Command::new(program);
    command.arg(format!("-T{format}"));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().map_err(|e| match e.kind() {
        ErrorKind::NotFound => Error::invalid(
            format,
            "needs the `dot` command of Graphviz, which is not installed; install the package `graphviz` (apt, dnf, \
             brew, winget) or see https://graphviz.org/download, or write `dot` instead and draw it elsewhere",
        ),
        _ => failed(format, &e.to_string()),
    })
}

fn failed(format: &'static str, message: &str) -> Error {
    Error::invalid(format, format!("Graphviz `dot` could not draw the diagram: {message}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pdf_file_does_not_say_when_it_was_drawn() {
        let mut file = b"%PDF /Producer (x) /CreationDate (D:20240102030405Z) >>".to_vec();
        undate(&mut file);
        assert_eq!(file, b"%PDF /Producer (x) /CreationDate (D:19700101000000Z) >>");
        let mut other = b"%PDF /CreationDate (D:20".to_vec();
        undate(&mut other);
        assert_eq!(other, b"%PDF /CreationDate (D:19");
        undate(&mut []);
    }

    #[test]
    fn says_what_to_do_without_graphviz() {
        let refusal = draw("no-such-graphviz", "png", b"digraph {}").unwrap_err().to_string();
        assert!(
            refusal.starts_with("png: needs the `dot` command of Graphviz, which is not installed; install"),
            "{refusal}"
        );
    }
}
