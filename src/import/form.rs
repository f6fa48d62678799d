//! Which form of a graph a file is, by its name and by what it holds.

use std::path::Path;

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::export::Format;
use crate::source::files;

/// How much of a file of no telling name is looked at.
const HEAD: usize = 4096;

/// Whether the name alone says that a file is a graph.
#[must_use]
pub fn named(name: &str) -> bool {
    Format::from_extension(&extension(name)).is_some_and(is_read)
}

fn extension(name: &str) -> String {
    Path::new(name).extension().unwrap_or_default().to_string_lossy().to_lowercase()
}

/// The format of a graph in a file; none if it is a document to be read, as everything is that nothing tells apart.
#[must_use]
pub fn told(name: &str, bytes: &[u8]) -> Option<Format> {
    let extension = extension(name);
    match Format::from_extension(&extension) {
        Some(Format::Json | Format::JsonLd) => Some(json(bytes)),
        Some(format) => Some(format).filter(|&format| is_read(format)),
        None if files::EXTENSIONS.contains(&extension.as_str()) => None,
        None => by_content(bytes),
    }
}

/// Whether graphs are read in a format.
fn is_read(format: Format) -> bool {
    use Format::{Json, JsonLd, JsonLines, N3, NQuads, NTriples, RdfXml, TriG, Turtle};
    matches!(format, Json | JsonLines | JsonLd | NTriples | NQuads | Turtle | TriG | RdfXml | N3)
}

/// Graph documents are JSON-LD too: what has entities is one, what has nothing but other keys is not.
fn json(bytes: &[u8]) -> Format {
    #[derive(Deserialize)]
    struct Keys {
        entities: Option<IgnoredAny>,
        statements: Option<IgnoredAny>,
        #[serde(rename = "@graph")]
        graph: Option<IgnoredAny>,
        #[serde(rename = "@id", alias = "id")]
        id: Option<IgnoredAny>,
    }
    match serde_json::from_slice::<Keys>(bytes) {
        Ok(Keys { entities: None, statements: None, graph, id }) if graph.is_some() || id.is_some() => {
            Format::JsonLd
        }
        Err(_) if bytes.trim_ascii_start().starts_with(b"[") => Format::JsonLd,
        _ => Format::Json,
    }
}

/// What the beginning of a file tells. Formats that are part of a larger one pass for that.
fn by_content(bytes: &[u8]) -> Option<Format> {
    let head = String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(bytes));
    let head = head.trim_start_matches('\u{feff}').trim_start();
    let first = head.lines().next().unwrap_or_default().trim_end();
    if first.starts_with('{') && first.ends_with('}') && first.contains("\"type\"") {
        Some(Format::JsonLines)
    } else if head.strip_prefix('{').is_some_and(|rest| rest.trim_start().starts_with(['"', '}'])) {
        Some(json(bytes))
    } else if ["@prefix ", "@base ", "PREFIX ", "BASE "].iter().any(|keyword| head.starts_with(keyword)) {
        Some(Format::TriG)
    } else if head.starts_with("<?xml") || head.starts_with("<rdf:RDF") {
        head.contains("<rdf:RDF").then_some(Format::RdfXml)
    } else {
        (first.starts_with('<') && first.contains("> <") && first.ends_with(" .")).then_some(Format::NQuads)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell() {
        assert_eq!(told("a/b.TTL", b""), Some(Format::Turtle));
        assert_eq!(told("b.rdf", b""), Some(Format::RdfXml));
        assert_eq!(told("b.ndjson", b""), Some(Format::JsonLines));
        assert_eq!(told("b.svg", b"<svg>"), None);
        assert_eq!(told("b.txt", b"@prefix is a keyword of Turtle."), None);
    }

    #[test]
    fn a_graph_document_is_told_from_other_json_ld() {
        let document = br#"{"@context": {}, "entities": [], "statements": []}"#;
        let other = br#"{"@context": {}, "@graph": []}"#;
        for name in ["g.json", "g.jsonld", "stdin"] {
            assert_eq!(told(name, document), Some(Format::Json), "{name}");
            assert_eq!(told(name, other), Some(Format::JsonLd), "{name}");
        }
        assert_eq!(told("g.json", b"{\"entities\": ["), Some(Format::Json));
    }

    #[test]
    fn content_tells_where_names_do_not() {
        let told = |text: &str| told("stdin", text.as_bytes());
        assert_eq!(told("\n@prefix a: <b> ."), Some(Format::TriG));
        assert_eq!(told("{\"type\":\"entity\",\"id\":\"a\"}\n"), Some(Format::JsonLines));
        assert_eq!(told("<http://a.org/b> <http://a.org/c> \"d\" .\n"), Some(Format::NQuads));
        assert_eq!(told("<?xml version=\"1.0\"?>\n<rdf:RDF>"), Some(Format::RdfXml));
        for prose in ["Finland joined NATO.", "{\\rtf1 Oslo}", "<html>", "<?xml version=\"1.0\"?><html>", ""]
        {
            assert_eq!(told(prose), None, "{prose}");
        }
    }
}
