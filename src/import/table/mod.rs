//! Tables of facts: comma- or tab-separated values, a JSON array of flat objects, or one object a line.
//!
//! A row is a statement, or several if the columns are read in several ways. Which column gives what is told by the
//! header (`subject`, `relation`, `object`, `when`, `start`, `end`, `status`, `role`, `by`, and where the vocabulary
//! leaves it open `subject_kind`, `object_kind`), or by [`Columns`]. Names mean what the gazetteer knows by them. A
//! person's title is no part of the name; where `subject_of` or `object_of` says whose it is, it is a post of that country
//! or body at the time. Several values in a cell are parted by `;` or `|`. The text of the row is the evidence.
//!
//! A row that makes no statement is a fault with its line, column and value; the other rows are taken.

mod columns;
pub(super) mod rows;

pub use columns::{Columns, Mapping};

use super::Imported;
use super::names::{self, Names, Titled};
use crate::Error;
use crate::edtf::{Date, Edtf};
use crate::extract::Resources;
use crate::graph::{DocumentRecord, Entity, Evidence, Kind, KnowledgeGraph, Statement, Status, id};
use crate::source::document::{CodePointIndex, short_name};
use crate::vocabulary::Relation;
use columns::{Field, Row};
use rows::Written;

/// How tables are read that do not say so in their header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Readings of every table, one for every statement that a row makes.
    pub columns: Vec<Columns>,
    /// Readings of tables by the names of their files.
    pub mappings: Vec<Mapping>,
}

impl Options {
    /// Whether they say how the file of this name is read.
    pub(super) fn are_about(&self, name: &str) -> bool {
        !self.columns.is_empty() || self.mappings.iter().any(|mapping| !mapping.of_file(name).is_empty())
    }
}

/// Reads a table; `place` is the file's name. The ids of what it holds begin with `base`.
///
/// # Errors
/// The text is no table, or nothing says which columns make a statement.
pub fn read(
    place: &str,
    text: &str,
    options: &Options,
    resources: &Resources,
    base: &str,
) -> Result<Imported, Error> {
    let table = rows::read(place, text)?;
    let readings = readings(place, options, &table.header)?;
    let document = id::document(base, &short_name(place, text));
    let mut graph = KnowledgeGraph::new(base, resources.vocabulary().symmetric());
    let record = DocumentRecord { id: document.clone(), title: None, date: None, source: place.to_owned() };
    graph.add_document(record);
    let names = options.mappings.iter().flat_map(|m| m.names().clone()).collect();
    let index = CodePointIndex::new(text);
    let reader = Reader { names: Names::new(resources, base), resources };
    let mut faults = Vec::new();
    for written in &table.rows {
        if written.cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let row = Row { header: &table.header, cells: &written.cells, names: &names };
        let evidence = evidence(&document, text, &index, written);
        for columns in &readings {
            if let Err(fault) = reader.take(&row, columns, &evidence, &mut graph) {
                faults.push(format!("{place}:{}: {fault}", written.line));
            }
        }
    }
    Ok(Imported { graph: graph.into_document(), faults, ..Imported::default() })
}

/// How the rows are read: as the options say, or else the header.
fn readings(place: &str, options: &Options, header: &[String]) -> Result<Vec<Columns>, Error> {
    let mapped = options.mappings.iter().flat_map(|mapping| mapping.of_file(place));
    let given: Vec<Columns> = options.columns.iter().chain(mapped).cloned().collect();
    for columns in &given {
        if let Some(missing) = columns.missing(header) {
            let near = crate::vocabulary::did_you_mean(missing, header.iter().map(String::as_str));
            let message = format!("there is no column `{missing}`, but {}{near}", header.join(", "));
            return Err(Error::invalid(place, message));
        }
    }
    if !given.is_empty() {
        return Ok(given);
    }
    let columns = Columns::of_header(header).map_err(|message| {
        let message = format!(
            "{message}; name the columns subject, relation, object, or say with --columns which is which"
        );
        Error::invalid(place, message)
    })?;
    Ok(vec![columns])
}

fn evidence(document: &str, text: &str, index: &CodePointIndex, written: &Written) -> Evidence {
    let quote = &text[written.range.clone()];
    let start = index.count(text, written.range.start);
    Evidence {
        document: document.to_owned(),
        start,
        end: start + quote.chars().count(),
        quote: quote.to_owned(),
    }
}

/// Makes statements of rows.
struct Reader<'r> {
    names: Names<'r>,
    resources: &'r Resources,
}

/// An entity, and the title that a cell gives it.
struct Filler {
    entity: Entity,
    title: Option<String>,
}

/// What is wrong with a value: its column, the value, and what was expected.
fn fault(place: &str, value: &str, message: &str) -> String {
    format!("column `{place}`, `{value}`: {message}")
}

impl Reader<'_> {
    /// Adds what a row says, if all of it can be read.
    fn take(
        &self,
        row: &Row<'_>,
        columns: &Columns,
        evidence: &Evidence,
        graph: &mut KnowledgeGraph,
    ) -> Result<(), String> {
        let relation = self.relation(row, columns)?;
        let subject = [Field::Subject, Field::SubjectKind, Field::SubjectOf];
        let object = [Field::Object, Field::ObjectKind, Field::ObjectOf];
        let subjects = self.fillers(row, columns, subject, &relation.domain)?;
        let objects = self.fillers(row, columns, object, &relation.range)?;
        let by = self.speaker(row, columns)?;
        let (when, status) = (when(row, columns)?, status(row, columns)?);
        let role = columns.value(Field::Role, row).map(|(_, role)| role);
        let mut posts = Vec::new();
        for (side, fillers) in [(Field::SubjectOf, &subjects), (Field::ObjectOf, &objects)] {
            posts.extend(self.posts(row, columns, side, fillers)?);
        }
        let statement = |subject: &str, relation: &str, object: &str| Statement {
            when: when.clone(),
            evidence: vec![evidence.clone()],
            ..Statement::new(subject, relation, object)
        };
        let mut statements = Vec::new();
        for (subject, object) in subjects.iter().flat_map(|s| objects.iter().map(move |o| (s, o))) {
            let said = statement(&subject.entity.id, &relation.name, &object.entity.id);
            let by = by.as_ref().map(|by| by.id.clone());
            statements.push(Statement { status, by, role: role.clone(), ..said });
        }
        for (person, title, body) in &posts {
            statements.push(Statement {
                role: Some(title.clone()),
                ..statement(person, "holdsPosition", &body.id)
            });
        }
        let bodies = posts.into_iter().map(|(.., body)| body);
        let entities =
            subjects.into_iter().chain(objects).map(|filler| filler.entity).chain(by).chain(bodies);
        for entity in entities {
            graph.add_entity(entity).map_err(|e| e.to_string())?;
        }
        statements.into_iter().try_for_each(|s| graph.add_statement(s).map(drop)).map_err(|e| e.to_string())
    }

    fn relation(&self, row: &Row<'_>, columns: &Columns) -> Result<&Relation, String> {
        let (place, name) = needed(Field::Relation, row, columns)?;
        let vocabulary = self.resources.vocabulary();
        let folded = name.to_lowercase();
        let spelt = |r: &&Relation| r.name.to_lowercase() == folded || r.label.to_lowercase() == folded;
        match vocabulary.relations().iter().find(spelt) {
            Some(relation) => Ok(relation),
            None => vocabulary.relation(&name).map_err(|e| fault(place, &name, &e.to_string())),
        }
    }

    /// Who fills a slot, of the kinds that the relation allows or of the one that the row names.
    fn fillers(
        &self,
        row: &Row<'_>,
        columns: &Columns,
        [slot, kind, of]: [Field; 3],
        allowed: &[Kind],
    ) -> Result<Vec<Filler>, String> {
        let (place, cell) = needed(slot, row, columns)?;
        let kinds = match columns.value(kind, row) {
            Some((place, name)) => vec![kind_named(place, &name, allowed)?],
            None => allowed.to_vec(),
        };
        let among = columns.value(of, row).map(|(_, value)| value);
        let values = cell.split([';', '|']).map(str::trim).filter(|value| !value.is_empty());
        let mut fillers = Vec::new();
        for Titled { title, name } in values.flat_map(|value| self.named(value, &kinds)) {
            let kinds = if title.is_some() { &[Kind::Person][..] } else { &kinds };
            let entity = self.names.entity(&name, kinds, among.as_deref()).map_err(|message| {
                let remedy =
                    if kinds.len() > 1 { format!("; say which with {}", kind.name()) } else { String::new() };
                fault(place, &cell, &format!("{message}{remedy}"))
            })?;
            fillers.push(Filler { entity, title });
        }
        Ok(fillers)
    }

    /// The names in a value: people with titles where people may stand, unless something else is known by the whole.
    fn named(&self, value: &str, kinds: &[Kind]) -> Vec<Titled> {
        let known = self.names.known(value, kinds).map(|entity| entity.kind);
        match known {
            Some(Kind::Person) => vec![Titled { title: names::titled(value).title, name: value.to_owned() }],
            None if kinds.contains(&Kind::Person) => names::people(value),
            _ => vec![Titled { title: None, name: value.to_owned() }],
        }
    }

    /// The posts that titles name, with who holds them and where.
    fn posts(
        &self,
        row: &Row<'_>,
        columns: &Columns,
        of: Field,
        fillers: &[Filler],
    ) -> Result<Vec<(String, String, Entity)>, String> {
        let Some((place, name)) = columns.value(of, row) else { return Ok(Vec::new()) };
        let body = self.names.entity(&name, &[Kind::Country], None);
        let body = body.or_else(|message| {
            self.names.known(&name, &[Kind::Organization]).ok_or_else(|| fault(place, &name, &message))
        })?;
        let titled = fillers.iter().filter_map(|f| Some((f.entity.id.clone(), f.title.clone()?)));
        Ok(titled.map(|(person, title)| (person, title, body.clone())).collect())
    }

    fn speaker(&self, row: &Row<'_>, columns: &Columns) -> Result<Option<Entity>, String> {
        let Some((place, name)) = columns.value(Field::By, row) else { return Ok(None) };
        let kinds = [Kind::Country, Kind::Organization, Kind::Person];
        self.names.entity(&name, &kinds, None).map(Some).map_err(|message| fault(place, &name, &message))
    }
}

fn needed<'c>(field: Field, row: &Row<'_>, columns: &'c Columns) -> Result<(&'c str, String), String> {
    columns.value(field, row).ok_or_else(|| format!("the row has no {}", field.name()))
}

fn kind_named(place: &str, name: &str, allowed: &[Kind]) -> Result<Kind, String> {
    let found = Kind::ALL.into_iter().find(|kind| kind.name().eq_ignore_ascii_case(name));
    match found {
        Some(kind) if allowed.contains(&kind) => Ok(kind),
        _ => {
            let known: Vec<&str> = allowed.iter().map(|kind| kind.name()).collect();
            Err(fault(place, name, &format!("expected {}", known.join(", "))))
        }
    }
}

fn status(row: &Row<'_>, columns: &Columns) -> Result<Status, String> {
    let Some((place, name)) = columns.value(Field::Status, row) else { return Ok(Status::Asserted) };
    let found = Status::ALL.into_iter().find(|status| status.name().eq_ignore_ascii_case(&name));
    found.ok_or_else(|| {
        let known = Status::ALL.map(Status::name);
        fault(place, &name, &format!("expected {}", known.join(", ")))
    })
}

/// The date of a row in EDTF: as it stands, or from a start to an end.
fn when(row: &Row<'_>, columns: &Columns) -> Result<Option<String>, String> {
    if let Some((place, text)) = columns.value(Field::When, row) {
        let date = text.parse::<Edtf>().map_err(|e| fault(place, &text, &e.to_string()))?;
        return Ok(Some(date.to_string()));
    }
    let end_of = |field: Field| -> Result<Option<Date>, String> {
        let Some((place, text)) = columns.value(field, row) else { return Ok(None) };
        text.parse::<Date>().map(Some).map_err(|e| fault(place, &text, &e.to_string()))
    };
    let when = match (end_of(Field::Start)?, end_of(Field::End)?) {
        (None, None) => return Ok(None),
        (Some(start), None) => Edtf::Since(start),
        (None, Some(end)) => Edtf::Until(end),
        (Some(start), Some(end)) => {
            let span = Edtf::span(start, end);
            span.ok_or_else(|| format!("the row ends ({end}) before it starts ({start})"))?
        }
    };
    Ok(Some(when.to_string()))
}

#[cfg(test)]
mod tests;
