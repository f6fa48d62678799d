//! A query: SPARQL that reads, with the project's prefixes declared, refused with the place of the fault.

use super::scan::{self, Placed, Token};
use super::{Terms, functions};
use crate::Error;
use crate::vocabulary::did_you_mean;
use oxigraph::sparql::PreparedSparqlQuery;

/// Keywords of SPARQL Update, which changes what it is asked of.
const UPDATES: [&str; 11] =
    ["LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "INSERT", "DELETE", "WITH", "USING"];

/// Keywords that a query is built of, for the misspelt one to be found; short ones are too near to other words.
const KEYWORDS: [&str; 22] = [
    "BASE",
    "BIND",
    "CONSTRUCT",
    "DESCRIBE",
    "DISTINCT",
    "EXISTS",
    "FILTER",
    "FROM",
    "GRAPH",
    "GROUP",
    "HAVING",
    "LIMIT",
    "MINUS",
    "OFFSET",
    "OPTIONAL",
    "ORDER",
    "PREFIX",
    "REDUCED",
    "SELECT",
    "UNION",
    "VALUES",
    "WHERE",
];

/// How many words before the place of a refusal may be what it is about: the parser reads on as far as it can.
const READ_ON: usize = 3;

/// How many expected words a message lists.
const LISTED: usize = 6;

/// A query that was understood.
#[derive(Clone)]
pub struct Query {
    prepared: PreparedSparqlQuery,
    /// Whether its rows have an order of its own.
    ordered: bool,
}

impl Query {
    /// Reads a query; `place` is what messages call it.
    ///
    /// # Errors
    /// Text that is no SPARQL query, an unknown prefix or term of the vocabulary, an update, a call on a service; with
    /// line, column and the line itself.
    pub fn parse(place: &str, text: &str, terms: &Terms) -> Result<Self, Error> {
        let page = Page { place, text, tokens: scan::tokens(text).collect() };
        page.check_reads_only()?;
        let mut evaluator = functions::evaluator();
        for (prefix, iri) in terms.prefixes() {
            evaluator = evaluator
                .with_prefix(prefix, iri)
                .map_err(|e| Error::invalid("--base", format!("`{iri}` is not an absolute IRI: {e}")))?;
        }
        let prepared = evaluator.parse_query(text).map_err(|e| page.syntax(&e.to_string(), terms))?;
        page.check_terms(terms)?;
        let is_order =
            |p: &Placed| matches!(p.token, Token::Word(word) if word.eq_ignore_ascii_case("ORDER"));
        Ok(Self { prepared, ordered: page.tokens.iter().any(is_order) })
    }

    pub(super) fn is_ordered(&self) -> bool {
        self.ordered
    }

    pub(super) fn prepared(&self) -> PreparedSparqlQuery {
        self.prepared.clone()
    }
}

/// The text of a query, to point at.
struct Page<'a> {
    place: &'a str,
    text: &'a str,
    tokens: Vec<Placed<'a>>,
}

impl Page<'_> {
    /// No word of it changes a graph or reaches another machine.
    fn check_reads_only(&self) -> Result<(), Error> {
        let words = self.tokens.iter().filter_map(|placed| match placed.token {
            Token::Word(word) => Some((word.to_uppercase(), placed)),
            _ => None,
        });
        let mut begun = false;
        for (word, placed) in words {
            let queries = ["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"];
            if word == "SERVICE" {
                return Err(self.at(
                    placed.start,
                    placed.end,
                    "SERVICE is off: queries stay on this machine",
                ));
            }
            if !begun && UPDATES.contains(&word.as_str()) {
                let message = format!(
                    "{word} changes a graph, and a query only reads; ask with SELECT, ASK, \
                                       CONSTRUCT or DESCRIBE"
                );
                return Err(self.at(placed.start, placed.end, &message));
            }
            begun |= queries.contains(&word.as_str());
        }
        Ok(())
    }

    /// Every term in the vocabulary's namespace is one of the vocabulary.
    fn check_terms(&self, terms: &Terms) -> Result<(), Error> {
        let declared = self.declared();
        for placed in &self.tokens {
            let iri = match placed.token {
                Token::Iri(iri) => iri.to_owned(),
                Token::Name(prefix, local) => {
                    let own = declared.iter().find(|(name, _)| *name == prefix).map(|(_, iri)| *iri);
                    let known = || terms.prefixes().find(|(name, _)| *name == prefix).map(|(_, iri)| iri);
                    format!("{}{local}", own.or_else(known).unwrap_or_default())
                }
                _ => continue,
            };
            if !terms.is_known(&iri) {
                let local = iri.rsplit('#').next().unwrap_or_default();
                let near = did_you_mean(local, terms.known());
                let message = format!("the vocabulary has no term `{local}`{near}");
                return Err(self.at(placed.start, placed.end, &message));
            }
        }
        Ok(())
    }

    /// The prefixes that the text declares itself.
    fn declared(&self) -> Vec<(&str, &str)> {
        let declarations = self.tokens.windows(3).filter_map(|window| {
            match [window[0].token, window[1].token, window[2].token] {
                [Token::Word(word), Token::Name(prefix, ""), Token::Iri(iri)]
                    if word.eq_ignore_ascii_case("PREFIX") =>
                {
                    Some((prefix, iri))
                }
                _ => None,
            }
        });
        declarations.collect()
    }

    /// The parser's refusal (`error at 2:7: expected one of …`), at its place and in few words.
    fn syntax(&self, refusal: &str, terms: &Terms) -> Error {
        let Some((start, expected)) = self.located(refusal) else {
            return Error::invalid(self.place, refusal);
        };
        let here = self.tokens.iter().find(|placed| placed.start <= start && start < placed.end);
        let undeclared = self.tokens.iter().find_map(|placed| match placed.token {
            Token::Name(prefix, _) if (placed.start..=placed.end).contains(&start) => Some((placed, prefix)),
            _ => None,
        });
        if let (true, Some((placed, prefix))) = (expected.contains("Prefix not found"), undeclared) {
            let near = did_you_mean(prefix, terms.prefixes().map(|(name, _)| name));
            let message = format!("the prefix `{prefix}:` is not declared{near}");
            return self.at(placed.start, placed.end, &message);
        }
        if let Some((placed, near)) = self.misspelt(start) {
            let found = &self.text[placed.start..placed.end];
            return self.at(
                placed.start,
                placed.end,
                &format!("found `{found}`, which cannot stand here{near}"),
            );
        }
        let end = here.map_or_else(|| self.after(start), |placed| placed.end);
        let start = here.map_or(start, |placed| placed.start);
        let found = self.text.get(start..end).filter(|found| !found.trim().is_empty());
        let found = found.map_or_else(|| "the end of the query".to_owned(), |found| format!("`{found}`"));
        self.at(start, end, &format!("found {found}, {}", wanted(expected, &found)))
    }

    /// A word at most a few tokens before `start` that is no keyword, but nearly one, and which.
    fn misspelt(&self, start: usize) -> Option<(&Placed<'_>, String)> {
        let before = self.tokens.iter().rev().filter(|placed| placed.start <= start).take(READ_ON);
        before
            .filter_map(|placed| {
                let Token::Word(word) = placed.token else { return None };
                let upper = word.to_uppercase();
                let near = did_you_mean(&upper, KEYWORDS);
                let is_word = upper.len() > 3 && !KEYWORDS.contains(&upper.as_str());
                (is_word && !near.is_empty()).then_some((placed, near))
            })
            .last()
    }

    /// The byte and the expectation that a refusal names.
    fn located<'b>(&self, refusal: &'b str) -> Option<(usize, &'b str)> {
        let (place, expected) = refusal.strip_prefix("error at ")?.split_once(": expected ")?;
        let (line, column) = place.split_once(':')?;
        let (line, column): (usize, usize) = (line.parse().ok()?, column.parse().ok()?);
        let begin: usize = self.text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
        let within = self.text.get(begin..)?;
        let offset = within.char_indices().nth(column.checked_sub(1)?).map_or(within.len(), |(at, _)| at);
        Some((begin + offset, expected))
    }

    /// The byte after the character at `start`.
    fn after(&self, start: usize) -> usize {
        start + self.text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
    }

    /// A message that points at the text from `start` to `end`.
    fn at(&self, start: usize, end: usize, message: &str) -> Error {
        let before = self.text.get(..start).unwrap_or(self.text);
        let number = before.matches('\n').count() + 1;
        let begin = before.rfind('\n').map_or(0, |at| at + 1);
        let column = before[begin..].chars().count() + 1;
        let line = self.text[begin..].lines().next().unwrap_or_default();
        let stop = end.min(begin + line.len()).max(start);
        let width = self.text.get(start..stop).map_or(1, |marked| marked.chars().count()).max(1);
        let margin = number.to_string();
        let gap = " ".repeat(margin.len());
        let indent: String =
            line.chars().take(column - 1).map(|c| if c == '\t' { '\t' } else { ' ' }).collect();
        let carets = "^".repeat(width);
        let message = format!(
            "line {number}, column {column}: {message}\n {margin} | {line}\n {gap} | {indent}{carets}"
        );
        Error::invalid(self.place, message)
    }
}

/// What the parser expected: the nearest keyword, a few words, or its own sentence.
fn wanted(expected: &str, found: &str) -> String {
    let words: Vec<&str> = expected.trim_start_matches("one of ").split(", ").collect();
    let is_keyword = |word: &&str| word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase());
    let near = did_you_mean(found.trim_matches('`'), words.iter().copied().filter(is_keyword));
    if !near.is_empty() {
        return format!("which cannot stand here{near}");
    }
    if words.len() > LISTED {
        return "which cannot stand here".to_owned();
    }
    format!("expected {}", words.join(" or ").replace('"', "`"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::{DEFAULT_BASE, Vocabulary};

    fn refusal(text: &str) -> String {
        let vocabulary = Vocabulary::embedded().unwrap();
        let terms = Terms::new(&vocabulary, DEFAULT_BASE);
        Query::parse("query", text, &terms).err().map_or_else(|| "none".to_owned(), |e| e.to_string())
    }

    #[test]
    fn prefixes_need_no_declaration() {
        assert_eq!(
            refusal("SELECT ?x { ?x lg:joined organization:nato ; skos:altLabel ?y ; a lg:Country }"),
            "none"
        );
        assert_eq!(refusal("PREFIX my: <https://e.org/> ASK { ?x my:anything <https://e.org/b> }"), "none");
    }

    #[test]
    fn unknown_terms_meet_the_nearest() {
        assert_eq!(
            refusal("SELECT ?x {\n  ?x lg:joinned organization:nato }"),
            "query: line 2, column 6: the vocabulary has no term `joinned`; did you mean `joined`?\n 2 |   ?x \
             lg:joinned organization:nato }\n   |      ^^^^^^^^^^"
        );
        let declared = refusal("PREFIX v: <https://legation.example/ns#> ASK { ?x v:Persom ?y }");
        assert!(declared.contains("did you mean `Person`?"), "{declared}");
        let written = refusal("ASK { ?x <https://legation.example/ns#vizited> ?y }");
        assert!(written.contains("did you mean `visited`?"), "{written}");
    }

    #[test]
    fn faults_are_pointed_at() {
        let cut = refusal("SELECT ?x { ?x lg:joined ?y");
        assert!(cut.starts_with("query: line 1, column 28: found the end of the query"), "{cut}");
        let typo = refusal("SELCT ?x { ?x a ?y }");
        assert!(
            typo.starts_with(
                "query: line 1, column 1: found `SELCT`, which cannot stand here; did you mean `SELECT`?"
            ),
            "{typo}"
        );
        let prefix = refusal("SELECT ?x { ?x skoss:altLabel ?y }");
        assert!(
            prefix.contains("column 16: the prefix `skoss:` is not declared; did you mean `skos`?"),
            "{prefix}"
        );
    }

    #[test]
    fn a_query_only_reads() {
        let insert = refusal("INSERT DATA { <a:b> <a:c> <a:d> }");
        assert!(insert.contains("INSERT changes a graph, and a query only reads"), "{insert}");
        let load = refusal("PREFIX x: <http://x/>\nLOAD <http://x/y>");
        assert!(load.starts_with("query: line 2, column 1: LOAD changes a graph"), "{load}");
        let service = refusal("SELECT * { SERVICE <http://x/> { ?a ?b ?c } }");
        assert!(service.contains("column 12: SERVICE is off"), "{service}");
        assert_eq!(refusal("SELECT ?x { ?x rdfs:label 'LOAD SERVICE' }"), "none");
    }

    #[test]
    fn no_text_breaks_it() {
        for text in [
            "",
            " ",
            "\n\n",
            "é",
            "SELECT é {",
            "{",
            "'",
            "SELECT * { ?x lg: ?y }",
            "\t<",
            "ASK {\t?x lg:é ?y}",
        ] {
            let _ = refusal(text);
        }
    }
}
