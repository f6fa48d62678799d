//! `legation diff`: what changed from one source to another.

use super::args::{DiffArgs, DiffFormat};
use super::page::{Page, counted};
use super::wording::Wording;
use super::{Console, Outcome, output, reading};
use legation::Error;
use legation::extract::Resources;
use legation::graph::diff::{Change, diff};
use legation::graph::{Evidence, GraphDocument, Statement};
use legation::source::files;
use serde::Serialize;
use std::collections::BTreeMap;

/// Says what changed from the first source to the second.
///
/// # Errors
///
/// If something cannot be read: a comparison with half a graph says nothing.
pub(crate) fn run(args: &DiffArgs, console: &Console) -> Result<Outcome, Error> {
    let resources = args.own.resources()?;
    let before = graph(&args.before, args, &resources, console)?;
    let after = graph(&args.after, args, &resources, console)?;
    let symmetric: Vec<&str> = resources.vocabulary().symmetric().collect();
    let changes = diff(&before, &after, &symmetric);
    let text = match args.to {
        DiffFormat::Json => json(&changes)?,
        DiffFormat::Text => {
            let wording = Wording::new([&before, &after], resources.vocabulary());
            let documents = before.documents.iter().chain(&after.documents);
            let sources = documents.map(|d| (d.id.as_str(), d.source.as_str())).collect();
            Report { sources, wording }.text(&changes, Page::new(console.paints_output()))
        }
    };
    output::to_stdout(text.as_bytes())?;
    Ok(if changes.is_empty() { Outcome::Done } else { Outcome::Different })
}

fn graph(
    source: &str,
    args: &DiffArgs,
    resources: &Resources,
    console: &Console,
) -> Result<GraphDocument, Error> {
    let found = files::find(&[source.to_owned()])?;
    let pulled = reading::read(&args.reading, &found, resources, false, console)?;
    match pulled.failed.len() + pulled.faults.len() {
        0 => Ok(pulled.graph.to_document()),
        failed => {
            let message = format!("{} that could not be read; nothing is compared", counted(failed, "part"));
            Err(Error::invalid(source, message))
        }
    }
}

/// What `--to json` writes.
#[derive(Serialize)]
struct Written<'c, 'g> {
    equal: bool,
    changes: &'c [Change<'g>],
}

fn json(changes: &[Change<'_>]) -> Result<String, Error> {
    let written = Written { equal: changes.is_empty(), changes };
    let mut json =
        serde_json::to_string_pretty(&written).map_err(|e| Error::invalid("changes", e.to_string()))?;
    json.push('\n');
    Ok(json)
}

/// The sorts of changes, as they are headed and counted, in the order they are shown.
const SORTS: [(&str, char); 19] = [
    ("document added", '+'),
    ("document gone", '-'),
    ("document changed", '~'),
    ("entity added", '+'),
    ("entity gone", '-'),
    ("entity renamed", '~'),
    ("entity retyped", '~'),
    ("entity moved", '~'),
    ("entity with more names", '~'),
    ("entity with fewer names", '~'),
    ("statement added", '+'),
    ("statement gone", '-'),
    ("date changed", '~'),
    ("status changed", '~'),
    ("role changed", '~'),
    ("speaker changed", '~'),
    ("statement with more evidence", '~'),
    ("statement with less evidence", '~'),
    ("confidence changed", '~'),
];

/// Which of [`SORTS`] a change is of.
fn sort(change: &Change<'_>) -> usize {
    match change {
        Change::DocumentAdded { .. } => 0,
        Change::DocumentGone { .. } => 1,
        Change::DocumentChanged { .. } => 2,
        Change::EntityAdded { .. } => 3,
        Change::EntityGone { .. } => 4,
        Change::EntityRenamed { .. } => 5,
        Change::EntityRetyped { .. } => 6,
        Change::EntityMoved { .. } => 7,
        Change::NamesGained { .. } => 8,
        Change::NamesLost { .. } => 9,
        Change::StatementAdded { .. } => 10,
        Change::StatementGone { .. } => 11,
        Change::DateChanged { .. } => 12,
        Change::StatusChanged { .. } => 13,
        Change::RoleChanged { .. } => 14,
        Change::SpeakerChanged { .. } => 15,
        Change::EvidenceGained { .. } => 16,
        Change::EvidenceLost { .. } => 17,
        Change::ConfidenceChanged { .. } => 18,
    }
}

/// "3 entities added", "1 date changed".
fn tally(number: usize, sort: &str) -> String {
    if number == 1 {
        return format!("1 {sort}");
    }
    let (noun, rest) = sort.split_once(' ').unwrap_or((sort, ""));
    let plural = match noun {
        "entity" => "entities".to_owned(),
        "status" => "statuses".to_owned(),
        noun => format!("{noun}s"),
    };
    format!("{number} {plural} {rest}")
}

/// The changes, laid out for a reader.
struct Report<'a> {
    /// Where documents were read from, by id.
    sources: BTreeMap<&'a str, &'a str>,
    wording: Wording<'a>,
}

impl Report<'_> {
    fn text(&self, changes: &[Change<'_>], mut page: Page) -> String {
        let mut by_sort: BTreeMap<usize, Vec<&Change<'_>>> = BTreeMap::new();
        for change in changes {
            by_sort.entry(sort(change)).or_default().push(change);
        }
        for (sort, changes) in by_sort {
            let (name, sign) = SORTS[sort];
            page.heading(&tally(changes.len(), name));
            let paint = match sign {
                '+' => "32",
                '-' => "31",
                _ => "33",
            };
            for change in changes {
                page.item(sign, paint, &self.line(change));
                self.details(change, &mut page);
            }
        }
        page.into_text()
    }

    fn line(&self, change: &Change<'_>) -> String {
        match change {
            Change::DocumentAdded { document }
            | Change::DocumentGone { document }
            | Change::DocumentChanged { document, .. } => document.source.clone(),
            Change::EntityAdded { entity } | Change::EntityGone { entity } => {
                format!("{} ({})", entity.label, entity.kind.name())
            }
            Change::EntityRenamed { entity, before } => format!("{before}, now {}", entity.label),
            Change::EntityRetyped { entity, before } => {
                format!("{}: {}, now {}", entity.label, before.name(), entity.kind.name())
            }
            Change::EntityMoved { entity, before } => {
                format!("{}: {before}, now {}", entity.label, entity.id)
            }
            Change::NamesGained { entity, names } | Change::NamesLost { entity, names } => {
                format!("{}: {}", entity.label, names.join("; "))
            }
            Change::StatementAdded { statement }
            | Change::StatementGone { statement }
            | Change::EvidenceGained { statement, .. }
            | Change::EvidenceLost { statement, .. } => self.wording.said(statement),
            Change::DateChanged { statement, before } => {
                self.became(statement, *before, statement.when.as_deref(), "no date")
            }
            Change::StatusChanged { statement, before } => {
                self.became(statement, Some(before.name()), Some(statement.status.name()), "")
            }
            Change::RoleChanged { statement, before } => {
                self.became(statement, *before, statement.role.as_deref(), "no role")
            }
            Change::SpeakerChanged { statement, before } => {
                let label = |id: Option<&str>| id.map(|id| self.wording.label(id).to_owned());
                let (old, new) = (label(*before), label(statement.by.as_deref()));
                self.became(statement, old.as_deref(), new.as_deref(), "the source itself")
            }
            Change::ConfidenceChanged { statement, before } => {
                let (old, new) = (before.map(|c| c.to_string()), statement.confidence.map(|c| c.to_string()));
                self.became(statement, old.as_deref(), new.as_deref(), "none")
            }
        }
    }

    /// A statement and what of it is another now.
    fn became(
        &self,
        statement: &Statement,
        before: Option<&str>,
        after: Option<&str>,
        nothing: &str,
    ) -> String {
        let (before, after) = (before.unwrap_or(nothing), after.unwrap_or(nothing));
        format!("{}: {before}, now {after}", self.wording.core(statement))
    }

    /// The words behind a change.
    fn details(&self, change: &Change<'_>, page: &mut Page) {
        let evidence: Vec<&Evidence> = match change {
            Change::StatementAdded { statement } | Change::StatementGone { statement } => {
                statement.evidence.iter().collect()
            }
            Change::EvidenceGained { evidence, .. } | Change::EvidenceLost { evidence, .. } => {
                evidence.clone()
            }
            _ => Vec::new(),
        };
        for Evidence { document, quote, .. } in evidence {
            let source = self.sources.get(document.as_str()).copied().unwrap_or(document);
            page.detail(&format!("{source}: “{quote}”"));
        }
    }
}
