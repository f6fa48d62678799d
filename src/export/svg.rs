//! The diagram drawn by the `dot` of an installed Graphviz.

use std::io::{ErrorKind, Write};
use std::process::{Child, Command, Stdio};

use crate::Error;

pub(super) fn draw(dot: &str) -> Result<Vec<u8>, Error> {
    draw_with("dot", dot)
}

fn draw_with(program: &str, dot: &str) -> Result<Vec<u8>, Error> {
    let mut child = start(program)?;
    let fed = child.stdin.take().map_or(Ok(()), |mut stdin| stdin.write_all(dot.as_bytes()));
    let output = child.wait_with_output().map_err(|e| failed(&e.to_string()))?;
    if !output.status.success() {
        return Err(failed(String::from_utf8_lossy(&output.stderr).trim()));
    }
    fed.map_err(|e| failed(&e.to_string()))?;
    Ok(output.stdout)
}

fn start(program: &str) -> Result<Child, Error> {
    let mut command = Command::new(program);
    command.arg("-Tsvg").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().map_err(|e| match e.kind() {
        ErrorKind::NotFound => Error::invalid(
            "svg",
            "needs the `dot` command of Graphviz, which is not installed; install Graphviz, or write `dot` instead \
             and draw it elsewhere",
        ),
        _ => failed(&e.to_string()),
    })
}

fn failed(message: &str) -> Error {
    Error::invalid("svg", format!("Graphviz `dot` could not draw the diagram: {message}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_to_do_without_graphviz() {
        let refusal = draw_with("no-such-graphviz", "digraph {}").unwrap_err().to_string();
        assert!(
            refusal.starts_with("svg: needs the `dot` command of Graphviz, which is not installed;"),
            "{refusal}"
        );
    }
}
