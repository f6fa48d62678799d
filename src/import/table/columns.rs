//! Which column, or which constant, gives which part of a statement.

use crate::Error;
use crate::source::passage::line_of;
use crate::vocabulary::did_you_mean;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A part of a statement that a table gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Subject,
    SubjectKind,
    SubjectOf,
    Relation,
    Object,
    ObjectKind,
    ObjectOf,
    When,
    Start,
    End,
    Status,
    Role,
    By,
}

impl Field {
    const ALL: [Self; 13] = [
        Self::Subject,
        Self::SubjectKind,
        Self::SubjectOf,
        Self::Relation,
        Self::Object,
        Self::ObjectKind,
        Self::ObjectOf,
        Self::When,
        Self::Start,
        Self::End,
        Self::Status,
        Self::Role,
        Self::By,
    ];

    /// What it is called in headers and mappings.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::SubjectKind => "subject_kind",
            Self::SubjectOf => "subject_of",
            Self::Relation => "relation",
            Self::Object => "object",
            Self::ObjectKind => "object_kind",
            Self::ObjectOf => "object_of",
            Self::When => "when",
            Self::Start => "start",
            Self::End => "end",
            Self::Status => "status",
            Self::Role => "role",
            Self::By => "by",
        }
    }

    fn named(name: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|field| plain(field.name()) == plain(name));
        found.ok_or_else(|| {
            let known = Self::ALL.map(Self::name);
            format!(
                "`{name}` is no part of a statement; expected {}{}",
                known.join(", "),
                did_you_mean(name, known)
            )
        })
    }
}

/// Names of columns are the same whatever their case and the marks between their words.
fn plain(name: &str) -> String {
    name.trim().to_lowercase().replace([' ', '-', '_'], "")
}

/// Where the value of a field comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// A column.
    Column(String),
    /// A constant, in which `{column}` stands for what the column holds.
    Constant(String),
}

/// How the rows of a table become statements, one of each row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    fields: BTreeMap<Field, Origin>,
}

impl Columns {
    /// Reads `subject=visitor,relation:=visited,object:=United States`: what follows `=` is a column, what follows `:=`
    /// is a constant.
    ///
    /// # Errors
    /// A part that is neither, or of a field that is not known.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let fault = |message: String| Error::invalid("--columns", message);
        let mut fields = BTreeMap::new();
        for part in text.split(',').filter(|part| !part.trim().is_empty()) {
            let (name, value) = part.split_once('=').ok_or_else(|| {
                fault(format!(
                    "`{part}` is neither FIELD=COLUMN nor FIELD:=CONSTANT, such as subject=visitor"
                ))
            })?;
            let (name, from) = match name.strip_suffix(':') {
                Some(name) => (name, Origin::Constant(value.trim().to_owned())),
                None => (name, Origin::Column(value.trim().to_owned())),
            };
            fields.insert(Field::named(name).map_err(fault)?, from);
        }
        Self { fields }.checked().map_err(fault)
    }

    /// The columns that a header names after the fields, others left aside.
    pub(super) fn of_header(header: &[String]) -> Result<Self, String> {
        let named =
            header.iter().filter_map(|name| Some((Field::named(name).ok()?, Origin::Column(name.clone()))));
        Self { fields: named.collect() }.checked()
    }

    /// What a mapping file says of a table.
    fn of_maps(columns: BTreeMap<String, String>, values: BTreeMap<String, String>) -> Result<Self, String> {
        let columns = columns.into_iter().map(|(field, column)| (field, Origin::Column(column)));
        let values = values.into_iter().map(|(field, value)| (field, Origin::Constant(value)));
        let mut fields = BTreeMap::new();
        for (name, from) in columns.chain(values) {
            if fields.insert(Field::named(&name)?, from).is_some() {
                return Err(format!("`{name}` is given both a column and a constant"));
            }
        }
        Self { fields }.checked()
    }

    fn checked(self) -> Result<Self, String> {
        let needed = [Field::Subject, Field::Relation, Field::Object];
        match needed.into_iter().find(|field| !self.fields.contains_key(field)) {
            Some(missing) => Err(format!("nothing says which column is the {}", missing.name())),
            None => Ok(self),
        }
    }

    /// The first column that is not in the header.
    pub(super) fn missing<'c>(&'c self, header: &[String]) -> Option<&'c str> {
        let columns = self.fields.values().flat_map(Origin::columns);
        columns.into_iter().find(|&column| !header.iter().any(|name| plain(name) == plain(column)))
    }

    /// What a row gives for a field, and the name of the column if it is one; nothing if the cell is empty.
    pub(super) fn value<'c>(&'c self, field: Field, row: &Row<'_>) -> Option<(&'c str, String)> {
        let (place, value) = match self.fields.get(&field)? {
            Origin::Column(name) => (name.as_str(), row.cell(name)?),
            Origin::Constant(text) => (field.name(), filled(text, row)),
        };
        let value = value.trim().to_owned();
        (!value.is_empty()).then_some((place, value))
    }
}

impl Origin {
    fn columns(&self) -> Vec<&str> {
        match self {
            Self::Column(name) => vec![name],
            Self::Constant(text) => {
                text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(n, _)| n).collect()
            }
        }
    }
}

/// A constant with the columns it speaks of filled in.
fn filled(text: &str, row: &Row<'_>) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(b, a)| Some((b, a.split_once('}')?)))
    {
        out.push_str(before);
        out.push_str(&row.cell(name).unwrap_or_default());
        rest = after;
    }
    out + rest
}

/// The cells of a row by the names of their columns.
pub(super) struct Row<'r> {
    pub(super) header: &'r [String],
    pub(super) cells: &'r [String],
    /// What cells are read as.
    pub(super) names: &'r BTreeMap<String, String>,
}

impl Row<'_> {
    fn cell(&self, name: &str) -> Option<String> {
        let at = self.header.iter().position(|known| plain(known) == plain(name))?;
        let cell = self.cells.get(at)?.trim();
        Some(self.names.get(cell).map_or(cell, String::as_str).to_owned())
    }
}

/// A file that says how tables are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    tables: Vec<(String, Columns)>,
    names: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    table: Vec<WrittenTable>,
    #[serde(default)]
    names: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenTable {
    file: toml::Spanned<String>,
    #[serde(default)]
    columns: BTreeMap<String, String>,
    #[serde(default)]
    values: BTreeMap<String, String>,
}

impl Mapping {
    /// Reads a mapping in TOML: a `[[table]]` for every statement that a row makes, with the `file` it is about,
    /// `columns` and constant `values`; and `[names]`, what cells are read as. `place` is the file's name for messages.
    ///
    /// # Errors
    /// What is wrong in it, and where.
    pub fn read(place: &str, text: &str) -> Result<Self, Error> {
        let fault =
            |at: usize, message: String| Error::invalid(format!("{place}:{}", line_of(text, at)), message);
        let written: Written = toml::from_str(text)
            .map_err(|e| fault(e.span().map_or(0, |span| span.start), e.message().to_owned()))?;
        let mut tables = Vec::new();
        for table in written.table {
            let at = table.file.span().start;
            let columns =
                Columns::of_maps(table.columns, table.values).map_err(|message| fault(at, message))?;
            tables.push((table.file.into_inner(), columns));
        }
        Ok(Self { tables, names: written.names })
    }

    /// How the file of this name is read, one for every statement that a row makes.
    pub(super) fn of_file(&self, name: &str) -> Vec<&Columns> {
        let file = std::path::Path::new(name).file_name().unwrap_or_default();
        self.tables.iter().filter(|(known, _)| file == known.as_str()).map(|(_, columns)| columns).collect()
    }

    pub(super) fn names(&self) -> &BTreeMap<String, String> {
        &self.names
    }
}
