//! JSON Lines: an entity, a statement or a document a line, in any order.

use crate::Error;
use crate::graph::{GraphDocument, Record};

pub(super) fn read(place: &str, bytes: &[u8]) -> Result<GraphDocument, Error> {
    let mut graph = GraphDocument::default();
    for (at, line) in bytes.split(|&byte| byte == b'\n').enumerate() {
        if !line.trim_ascii().is_empty() {
            graph.push(self::line(place, at + 1, line)?);
        }
    }
    graph.check(place)?;
    Ok(graph)
}

/// What a line holds; lines count from 1.
pub(super) fn line(place: &str, number: usize, line: &[u8]) -> Result<Record, Error> {
    let line = line.strip_prefix("\u{feff}".as_bytes()).filter(|_| number == 1).unwrap_or(line);
    // Text that is known to be UTF-8 is read faster.
    let record = str::from_utf8(line).map_or_else(|_| serde_json::from_slice(line), serde_json::from_str);
    record.map_err(|error| {
        let message = error.to_string().replace(" at line 1 column", " at column");
        Error::invalid(format!("{place}:{number}"), format!("not a line of a graph: {message}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: &str = r#"{"type":"statement","id":"s","subject":"a","relation":"visited","object":"a"}
{"type":"entity","id":"a","kind":"Country","label":"A"}

{"type":"document","id":"d","source":"d.txt"}
"#;

    #[test]
    fn lines_come_in_any_order() {
        let graph = read("g.jsonl", LINES.as_bytes()).unwrap();
        assert_eq!((graph.entities.len(), graph.statements.len(), graph.documents.len()), (1, 1, 1));
        let windows = format!("\u{feff}{}", LINES.replace('\n', "\r\n"));
        assert_eq!(read("g.jsonl", windows.as_bytes()).unwrap(), graph);
    }

    #[test]
    fn refusals_name_the_line() {
        let refusal = |lines: &str| read("g.jsonl", lines.as_bytes()).unwrap_err().to_string();
        assert_eq!(
            refusal(&LINES.replace("\"Country\"", "\"Land\"")).split(", expected").next(),
            Some("g.jsonl:2: not a line of a graph: unknown variant `Land`")
        );
        assert_eq!(
            refusal(&LINES.replace("\"object\":\"a\"", "\"object\":\"b\"")),
            "g.jsonl: statement `s` speaks of `b`, which is no entity of the graph"
        );
        assert_eq!(
            refusal("{\"type\""),
            "g.jsonl:1: not a line of a graph: EOF while parsing an object at column 7"
        );
    }
}
