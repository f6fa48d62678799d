//! Evidence holds: every quote is the text at its offsets.

use super::{Evidence, Statement};
use crate::Error;

/// Checks each piece of evidence that names `document` (an IRI) against its text as read.
///
/// # Errors
/// The first quote that is not the code points `start..end` of the text, with its statement and what stands there.
pub fn check_evidence<'a>(
    statements: impl IntoIterator<Item = &'a Statement>,
    document: &str,
    raw: &str,
) -> Result<(), Error> {
    match faulty_evidence(statements, document, raw).first() {
        Some((statement, evidence, found)) => Err(refusal(statement, evidence, found)),
        None => Ok(()),
    }
}

/// Each piece of evidence that names `document` (an IRI) and is not in its text as read, with its statement and what
/// stands there.
pub fn faulty_evidence<'a>(
    statements: impl IntoIterator<Item = &'a Statement>,
    document: &str,
    raw: &str,
) -> Vec<(&'a Statement, &'a Evidence, String)> {
    let text = Text::new(raw);
    let mut faults = Vec::new();
    for statement in statements {
        for evidence in statement.evidence.iter().filter(|e| e.document == document) {
            if let Err(found) = text.check(evidence) {
                faults.push((statement, evidence, found));
            }
        }
    }
    faults
}

fn refusal(statement: &Statement, evidence: &Evidence, found: &str) -> Error {
    let Evidence { document, start, end, quote } = evidence;
    let message = format!("statement `{}` quotes {quote:?} at {start}..{end}, but {found}", statement.id);
    Error::invalid(document.as_str(), message)
}

/// A text and where its code points begin.
struct Text<'a> {
    raw: &'a str,
    /// Byte offset of each code point, and of the end.
    offsets: Vec<usize>,
}

impl<'a> Text<'a> {
    fn new(raw: &'a str) -> Self {
        let offsets = raw.char_indices().map(|(at, _)| at).chain([raw.len()]).collect();
        Self { raw, offsets }
    }

    fn slice(&self, start: usize, end: usize) -> Option<&'a str> {
        self.raw.get(*self.offsets.get(start)?..*self.offsets.get(end)?)
    }

    /// What is wrong with the evidence, if anything.
    fn check(&self, evidence: &Evidence) -> Result<(), String> {
        match self.slice(evidence.start, evidence.end) {
            Some(found) if found == evidence.quote => Ok(()),
            Some(found) => Err(format!("the text there is {found:?}")),
            None => Err(format!("the text has {} code points", self.offsets.len() - 1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoting(start: usize, end: usize, quote: &str) -> Statement {
        let evidence = Evidence { document: "d".into(), start, end, quote: quote.into() };
        Statement { id: "s1".into(), evidence: vec![evidence], ..Statement::new("a", "visited", "b") }
    }

    fn check(statement: &Statement, document: &str) -> Result<(), String> {
        check_evidence([statement], document, "Zoë 🇯🇵 met\nMax.").map_err(|e| e.to_string())
    }

    #[test]
    fn offsets_count_code_points() {
        assert_eq!(check(&quoting(0, 6, "Zoë 🇯🇵"), "d"), Ok(()));
        assert_eq!(check(&quoting(7, 14, "met\nMax"), "d"), Ok(()));
        assert_eq!(check(&quoting(14, 15, "."), "d"), Ok(()));
    }

    #[test]
    fn wrong_quotes_are_named() {
        assert_eq!(
            check(&quoting(7, 10, "saw"), "d"),
            Err("d: statement `s1` quotes \"saw\" at 7..10, but the text there is \"met\"".into())
        );
        assert_eq!(
            check(&quoting(7, 99, "met"), "d"),
            Err("d: statement `s1` quotes \"met\" at 7..99, but the text has 15 code points".into())
        );
        assert!(check(&quoting(3, 2, ""), "d").is_err());
    }

    #[test]
    fn other_documents_are_left_alone() {
        assert_eq!(check(&quoting(7, 10, "saw"), "another"), Ok(()));
    }
}
