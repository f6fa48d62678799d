//! Saved questions: `schema/queries/NAME.rq`, one SPARQL query a file.
//!
//! A file begins with a comment: what the question answers, in a sentence, then a line for each parameter:
//!
//! ```text
//! # Who belongs to a body, joined it or left it.
//! # $body ENTITY   the organization or agreement
//! # $since [DATE]  not before this date
//! ```
//!
//! In the query a parameter is written as a variable with a dollar sign, and what the user gives for it takes its place
//! in the text. One in brackets may be left out and is then an unbound variable, which any value suits. What comes out is
//! plain SPARQL that any store answers. A line `# Otherwise` parts it from another query that is asked if it has no answer.

use super::Terms;
use super::scan;
use crate::Error;
use crate::edtf::Edtf;
use crate::graph::{Entity, GraphDocument};
use crate::vocabulary::{did_you_mean, nearest};
use std::collections::BTreeMap;

macro_rules! embedded {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../../schema/queries/", $name, ".rq")))),*]
    };
}

/// The questions the library comes with.
const EMBEDDED: [(&str, &str); 12] = embedded![
    "applicants",
    "centrality",
    "claims-by",
    "contradictions",
    "exercises",
    "members",
    "partners",
    "path",
    "three-step",
    "timeline",
    "visits",
    "who-is",
];

/// What parts a query from the one to ask in its place.
const OTHERWISE: &str = "\n# Otherwise\n";

/// How many names are offered for one that is not known.
const OFFERED: usize = 5;

/// What a parameter takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterKind {
    /// Something of the graph, by name, alias or address.
    Entity,
    /// A date: 2019, 2019-08 or 2019-08-31.
    Date,
}

/// A gap in a question that the user fills.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// What it takes.
    pub kind: ParameterKind,
    /// Whether it may be left out.
    pub optional: bool,
    /// What it is, in a few words.
    pub about: String,
}

impl Parameter {
    /// `body=ENTITY`, or `[since=DATE]` if it may be left out.
    #[must_use]
    pub fn usage(&self) -> String {
        let kind = match self.kind {
            ParameterKind::Entity => "ENTITY",
            ParameterKind::Date => "DATE",
        };
        let usage = format!("{}={kind}", self.name);
        if self.optional { format!("[{usage}]") } else { usage }
    }
}

/// A question that was thought of before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its name.
    pub name: String,
    /// What it answers, in a sentence.
    pub about: String,
    /// Its gaps, in the order of the file.
    pub parameters: Vec<Parameter>,
    /// Its text, comments and all; each is asked if those before have no answer.
    texts: Vec<String>,
}

/// The questions the library comes with, by name.
///
/// # Errors
/// None in a released version: a test reads the embedded files.
pub fn questions() -> Result<Vec<Question>, Error> {
    EMBEDDED.iter().map(|(name, text)| Question::read(name, text)).collect()
}

impl Question {
    /// The question of that name.
    ///
    /// # Errors
    /// There is none; the nearest is offered.
    pub fn named(name: &str) -> Result<Self, Error> {
        let known = EMBEDDED.map(|(name, _)| name);
        let found = EMBEDDED.iter().find(|(own, _)| *own == name);
        let (name, text) = found.ok_or_else(|| {
            let near = did_you_mean(name, known);
            Error::invalid(
                "--saved",
                format!("there is no question `{name}`{near}; there are {}", known.join(", ")),
            )
        })?;
        Self::read(name, text)
    }

    /// A question from its file's name and text.
    fn read(name: &str, text: &str) -> Result<Self, Error> {
        let comments: Vec<&str> =
            text.lines().map_while(|line| line.strip_prefix('#')).map(str::trim).collect();
        let (gaps, about): (Vec<&str>, Vec<&str>) = comments.iter().partition(|line| line.starts_with('$'));
        let parameters = gaps.iter().map(|line| parameter(line)).collect::<Option<_>>();
        let parameters = parameters.ok_or_else(|| {
            Error::invalid(
                format!("schema/queries/{name}.rq"),
                "a parameter is `$name ENTITY  words` or `[DATE]`",
            )
        })?;
        let texts = text.split(OTHERWISE).map(str::to_owned).collect();
        Ok(Self { name: name.to_owned(), about: about.join(" "), parameters, texts })
    }

    /// The question as SPARQL with its gaps filled: each of `given` is a parameter's name and what it is. Where there is
    /// more than one query, each is to be asked if those before it have no answer.
    ///
    /// # Errors
    /// A parameter is unknown, missing, or given twice; an entity is not in the graph or not the only one of its name; a
    /// date is none.
    pub fn fill(
        &self,
        given: &[(String, String)],
        graph: &GraphDocument,
        terms: &Terms,
    ) -> Result<Vec<String>, Error> {
        let values = self.values(given, graph)?;
        Ok(self
            .texts
            .iter()
            .map(|text| format!("{}{}", terms.prologue(), scan::filled(text, &values)))
            .collect())
    }

    /// What takes the place of each parameter that is given.
    fn values<'a>(
        &self,
        given: &'a [(String, String)],
        graph: &GraphDocument,
    ) -> Result<BTreeMap<&'a str, String>, Error> {
        let mut values = BTreeMap::new();
        for (name, value) in given {
            let parameter = self.parameter(name)?;
            let term = match parameter.kind {
                ParameterKind::Entity => format!("<{}>", entity(graph, value)?.id),
                ParameterKind::Date => format!("\"{}\"", date(name, value)?),
            };
            if values.insert(name.as_str(), term).is_some() {
                return Err(Error::invalid(format!("--with {name}"), "is given twice"));
            }
        }
        match self.parameters.iter().find(|p| !p.optional && !values.contains_key(p.name.as_str())) {
            Some(missing) => {
                let message = format!("`{}` needs --with {} ({})", self.name, missing.usage(), missing.about);
                Err(Error::invalid("--saved", message))
            }
            None => Ok(values),
        }
    }

    fn parameter(&self, name: &str) -> Result<&Parameter, Error> {
        self.parameters.iter().find(|p| p.name == name).ok_or_else(|| {
            let known: Vec<&str> = self.parameters.iter().map(|p| p.name.as_str()).collect();
            let near = did_you_mean(name, known.iter().copied());
            let takes = if known.is_empty() { "nothing".to_owned() } else { known.join(", ") };
            let message = format!("`{}` has no parameter of this name{near}; it takes {takes}", self.name);
            Error::invalid(format!("--with {name}"), message)
        })
    }
}

/// `$body ENTITY  the organization` or `$since [DATE]  not before`.
fn parameter(line: &str) -> Option<Parameter> {
    let mut words = line.strip_prefix('$')?.split_whitespace();
    let (name, kind) = (words.next()?, words.next()?);
    let inner = kind.strip_prefix('[').and_then(|kind| kind.strip_suffix(']'));
    let optional = inner.is_some();
    let kind = match inner.unwrap_or(kind) {
        "ENTITY" => ParameterKind::Entity,
        "DATE" => ParameterKind::Date,
        _ => return None,
    };
    let about: Vec<&str> = words.collect();
    Some(Parameter { name: name.to_owned(), kind, optional, about: about.join(" ") })
}

/// The one entity that goes by these words.
fn entity<'g>(graph: &'g GraphDocument, words: &str) -> Result<&'g Entity, Error> {
    match graph.entities_named(words).as_slice() {
        [one] => Ok(one),
        [] => {
            let near = nearest(words, graph.entities.iter().flat_map(Entity::names), OFFERED);
            Err(Error::invalid(words, format!("no entity has this name; the nearest: {}", near.join(", "))))
        }
        many => {
            let ids: Vec<&str> = many.iter().map(|e| e.id.as_str()).collect();
            let message =
                format!("{} entities have this name; give the address of one: {}", ids.len(), ids.join(", "));
            Err(Error::invalid(words, message))
        }
    }
}

/// A date as written, if it is one and no interval.
fn date(name: &str, text: &str) -> Result<String, Error> {
    let fault = match text.parse::<Edtf>() {
        Ok(_) if text.contains('/') => "an interval; give one date".to_owned(),
        Ok(date) => return Ok(date.to_string()),
        Err(error) => error.to_string(),
    };
    Err(Error::invalid(format!("--with {name}"), format!("`{text}` is {fault}")))
}
