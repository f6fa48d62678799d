//! One file of Turtle as the vocabulary looks at it: by subject, then by property. Text in other languages than English
//! is passed over.
//!
//! What ships with the tool the build script has made into tables, which are read without parsing: a line `@subject`, and
//! below it for each value its property, a tab and the value; subjects are sorted, so are the properties of each.

use std::borrow::Cow;
use std::collections::BTreeMap;

use oxigraph::io::{RdfFormat, RdfParser, RdfSyntaxError};
use oxigraph::model::vocab::rdf;
use oxigraph::model::{NamedOrBlankNode, Term};

use super::NAMESPACE;
use crate::Error;

/// Blank nodes as `_:label`, literals by their text.
pub(super) struct Turtle<'a> {
    place: &'a str,
    text: &'a str,
    /// Sorted by subject.
    subjects: Vec<Subject<'a>>,
}

/// What is said of one subject.
struct Subject<'a> {
    name: Cow<'a, str>,
    /// Each property with its values in file order, sorted by property.
    properties: Vec<(Cow<'a, str>, Vec<Cow<'a, str>>)>,
}

impl<'a> Turtle<'a> {
    /// Reads `text`; `place` is the file's name for messages.
    pub(super) fn parse(place: &'a str, text: &'a str) -> Result<Self, Error> {
        let mut terms: BTreeMap<String, BTreeMap<String, Vec<Cow<'a, str>>>> = BTreeMap::new();
        for quad in RdfParser::from_format(RdfFormat::Turtle).for_slice(text.as_bytes()) {
            let quad = quad.map_err(|e| broken(place, &e))?;
            if is_foreign(&quad.object) {
                continue;
            }
            let subject = match quad.subject {
                NamedOrBlankNode::NamedNode(node) => node.into_string(),
                NamedOrBlankNode::BlankNode(node) => node.to_string(),
            };
            let object = match quad.object {
                Term::NamedNode(node) => node.into_string(),
                Term::Literal(literal) => literal.destruct().0,
                other => other.to_string(),
            };
            let predicates = terms.entry(subject).or_default();
            predicates.entry(quad.predicate.into_string()).or_default().push(object.into());
        }
        let properties = |of: BTreeMap<String, Vec<_>>| of.into_iter().map(|(p, o)| (p.into(), o)).collect();
        let subject = |(name, of): (String, _)| Subject { name: name.into(), properties: properties(of) };
        Ok(Self { place, text, subjects: terms.into_iter().map(subject).collect() })
    }

    /// Reads what the build script made of a file that ships with the tool.
    pub(super) fn of_table(place: &'a str, table: &'a str) -> Self {
        let mut subjects: Vec<Subject<'a>> = Vec::with_capacity(table.len() / 256);
        for line in lines(table) {
            if let Some(name) = line.strip_prefix('@') {
                subjects.push(Subject { name: name.into(), properties: Vec::new() });
            } else if let (Some(subject), Some((property, value))) = (subjects.last_mut(), at_tab(line)) {
                match subject.properties.last_mut() {
                    Some((last, values)) if last == property => values.push(value.into()),
                    _ => subject.properties.push((property.into(), vec![value.into()])),
                }
            }
        }
        Self { place, text: "", subjects }
    }

    /// A message about the file, led by the line where `thing` (an IRI or a text) is first written.
    pub(super) fn error(&self, thing: &str, message: impl Into<String>) -> Error {
        in_line(self.place, self.line_of(thing), &message.into())
    }

    /// The line where `thing` (an IRI or a text) is first written.
    pub(super) fn line_of(&self, thing: &str) -> Option<usize> {
        line_of(self.text, thing)
    }

    /// Every subject, sorted.
    pub(super) fn subjects(&self) -> impl Iterator<Item = &str> {
        self.subjects.iter().map(|subject| &*subject.name)
    }

    /// Every subject with a property, sorted.
    pub(super) fn subjects_with(&self, predicate: &str) -> impl Iterator<Item = &str> {
        let has = move |subject: &&Subject<'_>| subject.properties.iter().any(|(p, _)| p == predicate);
        self.subjects.iter().filter(has).map(|subject| &*subject.name)
    }

    /// The properties of a subject and their values, sorted by property.
    pub(super) fn properties(&self, subject: &str) -> impl Iterator<Item = (&str, &[Cow<'a, str>])> {
        let at = self.subjects.binary_search_by(|s| (*s.name).cmp(subject)).ok();
        let properties = at.map_or(&[][..], |at| &self.subjects[at].properties);
        properties.iter().map(|(p, o)| (&**p, o.as_slice()))
    }

    /// The values of a property.
    pub(super) fn objects(&self, subject: &str, predicate: &str) -> &[Cow<'a, str>] {
        self.properties(subject).find(|(p, _)| *p == predicate).map_or(&[], |(_, values)| values)
    }

    /// The values of a property of our namespace.
    pub(super) fn own(&self, subject: &str, name: &str) -> &[Cow<'a, str>] {
        let is_own = |property: &str| property.strip_prefix(NAMESPACE) == Some(name);
        self.properties(subject).find(|(p, _)| is_own(p)).map_or(&[], |(_, values)| values)
    }

    /// The first value of a property.
    pub(super) fn text(&self, subject: &str, predicate: &str) -> Option<String> {
        self.objects(subject, predicate).first().map(|value| value.clone().into_owned())
    }

    /// The first value of a property of our namespace.
    pub(super) fn own_text(&self, subject: &str, name: &str) -> Option<String> {
        self.own(subject, name).first().map(|value| value.clone().into_owned())
    }

    /// Whether a subject has this class.
    pub(super) fn is_a(&self, subject: &str, class: &str) -> bool {
        self.objects(subject, rdf::TYPE.as_str()).iter().any(|c| c == class)
    }

    /// The members of an RDF list; a list that bites its tail ends where it meets itself.
    pub(super) fn list(&self, head: String) -> Vec<String> {
        let mut members = Vec::new();
        let mut seen = Vec::new();
        let mut at = head;
        while at != rdf::NIL.as_str() && !seen.contains(&at) {
            members.extend(self.text(&at, rdf::FIRST.as_str()));
            let next = self.text(&at, rdf::REST.as_str()).unwrap_or_else(|| rdf::NIL.as_str().to_owned());
            seen.push(std::mem::replace(&mut at, next));
        }
        members
    }
}

/// The lines of a table that the build script made: `str::lines`, but quicker on as much as this.
pub(super) fn lines(table: &str) -> impl Iterator<Item = &str> {
    let mut start = 0;
    memchr::memchr_iter(b'\n', table.as_bytes())
        .map(move |end| &table[std::mem::replace(&mut start, end + 1)..end])
}

/// A line cut at its first tab: `str::split_once`, but quicker on what is as short as this.
pub(super) fn at_tab(line: &str) -> Option<(&str, &str)> {
    let at = line.bytes().position(|byte| byte == b'\t')?;
    Some((&line[..at], &line[at + 1..]))
}

/// What to say of a file that is not Turtle.
pub(crate) fn broken(place: &str, error: &RdfSyntaxError) -> Error {
    let message = error.to_string();
    match (error.location(), message.split_once(": ")) {
        (Some(at), Some((_, what))) => {
            let place = format!("{place}:{}:{}", at.start.line + 1, at.start.column + 1);
            Error::invalid(place, format!("not Turtle: {what}"))
        }
        _ => Error::invalid(place, format!("not Turtle: {message}")),
    }
}

/// Whether a value is text in another language.
fn is_foreign(value: &Term) -> bool {
    let Term::Literal(literal) = value else { return false };
    let language = literal.language().unwrap_or("en");
    !matches!(language.split('-').next(), Some("en" | "mul"))
}

/// A message about a line of `place`, if it is known.
pub(crate) fn in_line(place: &str, line: Option<usize>, message: &str) -> Error {
    match line {
        Some(line) => Error::invalid(format!("{place}:{line}"), message),
        None => Error::invalid(place, message),
    }
}

/// The line where a text stands, or an IRI in full or by its prefix, best as a subject.
pub(crate) fn line_of(text: &str, thing: &str) -> Option<usize> {
    let find = |holds: &dyn Fn(&str) -> bool| text.lines().position(holds).map(|i| i + 1);
    let local = local_name(thing);
    let full = format!("<{thing}>");
    let is_name = |word: &str| {
        let short = word.strip_suffix(local).is_some_and(|prefix| prefix.ends_with([':', '/']));
        short || word.starts_with(&full)
    };
    let subject = |line: &str| line.split_whitespace().next().is_some_and(is_name);
    let anywhere = |line: &str| line.split([' ', '\t', ',', ';', ')']).any(is_name);
    find(&subject).or_else(|| find(&|line| line.contains(thing))).or_else(|| find(&anywhere))
}

/// The part of an IRI after its last `#` or `/`.
pub(super) fn local_name(iri: &str) -> &str {
    iri.rsplit(['#', '/']).next().unwrap_or(iri)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_names_the_line_of_a_term_or_text() {
        let text =
            "@prefix ex: <https://example.org/> .\nex:a ex:of ex:b .\n<https://example.org/b> ex:says 'Hm' .";
        assert_eq!(line_of(text, "https://example.org/a"), Some(2));
        assert_eq!(line_of(text, "https://example.org/b"), Some(3));
        assert_eq!(line_of(text, "https://example.org/says"), Some(3));
        assert_eq!(line_of(text, "Hm"), Some(3));
        assert_eq!(line_of(text, "never written"), None);
    }
}
