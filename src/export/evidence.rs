//! Where a passage can be read.

use std::fmt::Write as _;

use super::rdf::passage_iri;
use crate::graph::{DocumentRecord, Evidence};

/// Longest passage, in words, that is put in an address whole.
const WHOLE: usize = 12;
/// How many words at either end stand for a longer one.
const ENDS: usize = 5;

/// The address of a passage: on a page of the web, a link that leads a browser to its words; else the IRI that RDF
/// gives it, if that can be followed.
pub(super) fn address(evidence: &Evidence, document: Option<&DocumentRecord>) -> Option<String> {
    let page = document.map(|d| d.source.as_str()).filter(|source| is_web(source));
    match page {
        Some(source) => {
            let page = source.split_once('#').map_or(source, |(page, _)| page);
            Some(format!("{page}#:~:text={}", words(&evidence.quote)))
        }
        None => Some(passage_iri(evidence)).filter(|iri| is_web(iri)),
    }
}

/// Whether an address can be followed by a browser without harm.
pub(super) fn is_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

/// The words a browser looks for, or the first and the last of them.
fn words(quote: &str) -> String {
    let words: Vec<&str> = quote.split_whitespace().collect();
    if words.len() <= WHOLE {
        return percent(&words.join(" "));
    }
    let (first, last) = (&words[..ENDS], &words[words.len() - ENDS..]);
    format!("{},{}", percent(&first.join(" ")), percent(&last.join(" ")))
}

/// The text with all but letters and digits as `%XX`; in a text fragment `-`, `,` and `&` have a meaning.
fn percent(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(source: &str, quote: &str) -> Option<String> {
        let document =
            DocumentRecord { id: "https://e.org/d".into(), title: None, date: None, source: source.into() };
        let id = document.id.clone();
        address(&Evidence { document: id, start: 2, end: 9, quote: quote.into() }, Some(&document))
    }

    #[test]
    fn a_page_of_the_web_is_opened_at_the_words() {
        let link = at("https://n.example/a#top", "Oslo, \"né\"").unwrap();
        assert_eq!(link, "https://n.example/a#:~:text=Oslo%2C%20%22n%C3%A9%22");
        let long = at("http://n.example/a", "a b c d e f g h i j k l m n").unwrap();
        assert_eq!(long, "http://n.example/a#:~:text=a%20b%20c%20d%20e,j%20k%20l%20m%20n");
    }

    #[test]
    fn other_sources_are_known_by_iri_and_nothing_else_is_a_link() {
        assert_eq!(at("javascript:alert(1)", "x"), Some("https://e.org/d#char=2,9".into()));
        let urn = Evidence { document: "urn:d".into(), start: 0, end: 1, quote: "x".into() };
        assert_eq!(address(&urn, None), None);
    }
}
