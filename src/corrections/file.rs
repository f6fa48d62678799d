//! The file of corrections.

use crate::Error;
use crate::edtf::Edtf;
use crate::graph::{Kind, Status};
use crate::source::decode::decode;
use crate::source::document::short_name;
use crate::source::passage::{Passage, line_of, passage};
use serde::Deserialize;
use std::fs;
use std::ops::Range;
use std::path::Path;
use toml::Spanned;

/// The entries of a file of corrections, in the order in which they apply.
#[derive(Clone, Debug, PartialEq)]
pub struct Corrections {
    /// The file, as the user knows it.
    pub(super) place: String,
    /// Its short name as a document.
    pub(super) document: String,
    pub(super) entries: Vec<Entry>,
}

/// One entry and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    pub(super) line: usize,
    /// Its text, for what is added on its word.
    pub(super) quote: Passage,
    pub(super) decision: Decision,
}

/// What an entry decides.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Decision {
    Merge(Merge),
    Distinct(Distinct),
    Split(Split),
    Rename(Rename),
    Retype(Retype),
    DropEntity(String),
    DropStatement(Pattern),
    AddEntity(NewEntity),
    AddStatement(NewStatement),
}

impl Decision {
    /// What the entry is called in the file.
    pub(super) const fn name(&self) -> &'static str {
        match self {
            Self::Merge(_) => "merge",
            Self::Distinct(_) => "distinct",
            Self::Split(_) => "split",
            Self::Rename(_) => "rename",
            Self::Retype(_) => "retype",
            Self::DropEntity(_) | Self::DropStatement(_) => "drop",
            Self::AddEntity(_) | Self::AddStatement(_) => "add",
        }
    }
}

/// The entities are one; the first stays.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Merge {
    pub(super) entities: Vec<String>,
    #[serde(rename = "reason")]
    _reason: Reason,
}

/// The entities are not one, whatever a merge says.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Distinct {
    pub(super) entities: Vec<String>,
    #[serde(rename = "reason")]
    _reason: Reason,
}

/// What these documents or statements say of the entity, they say of another.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Split {
    pub(super) entity: String,
    /// Label of the other.
    pub(super) label: String,
    #[serde(default)]
    pub(super) documents: Vec<String>,
    #[serde(default)]
    pub(super) statements: Vec<String>,
    #[serde(rename = "reason")]
    _reason: Reason,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rename {
    pub(super) entity: String,
    pub(super) label: String,
    #[serde(rename = "reason")]
    _reason: Reason,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Retype {
    pub(super) entity: String,
    pub(super) kind: Kind,
    #[serde(rename = "reason")]
    _reason: Reason,
}

/// Statements by what they say; what is left out may be anything.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Pattern {
    pub(super) id: Option<String>,
    pub(super) subject: Option<String>,
    pub(super) relation: Option<String>,
    pub(super) object: Option<String>,
    pub(super) when: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct NewEntity {
    pub(super) label: String,
    pub(super) kind: Kind,
    pub(super) aliases: Vec<String>,
    pub(super) same_as: Vec<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct NewStatement {
    pub(super) subject: String,
    pub(super) relation: String,
    pub(super) object: String,
    pub(super) when: Option<String>,
    pub(super) status: Status,
    pub(super) by: Option<String>,
    pub(super) role: Option<String>,
}

/// Why a decision was taken: asked for, so that the next curator knows, and read by people alone.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Reason;

impl<'de> Deserialize<'de> for Reason {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text.trim().is_empty() {
            return Err(serde::de::Error::custom("the reason is empty; say why, for who reads this next"));
        }
        Ok(Self)
    }
}

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    merge: Vec<Spanned<Merge>>,
    #[serde(default)]
    distinct: Vec<Spanned<Distinct>>,
    #[serde(default)]
    split: Vec<Spanned<Split>>,
    #[serde(default)]
    rename: Vec<Spanned<Rename>>,
    #[serde(default)]
    retype: Vec<Spanned<Retype>>,
    #[serde(default)]
    drop: Vec<Spanned<Dropped>>,
    #[serde(default)]
    add: Vec<Spanned<Added>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Dropped {
    entity: Option<String>,
    statement: Option<String>,
    subject: Option<String>,
    relation: Option<String>,
    object: Option<String>,
    when: Option<String>,
    #[serde(rename = "reason")]
    _reason: Reason,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Added {
    label: Option<String>,
    kind: Option<Kind>,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    same_as: Vec<String>,
    subject: Option<String>,
    relation: Option<String>,
    object: Option<String>,
    when: Option<String>,
    status: Option<Status>,
    by: Option<String>,
    role: Option<String>,
    #[serde(rename = "reason")]
    _reason: Reason,
}

impl Corrections {
    /// Reads a file of corrections.
    ///
    /// # Errors
    /// The file cannot be read or is no text, and those of [`Corrections::read`].
    pub fn open(path: &Path) -> Result<Self, Error> {
        let bytes = fs::read(path).map_err(|source| Error::Io { path: path.to_owned(), source })?;
        let place = path.display().to_string();
        let text = decode(&place, bytes)?;
        Self::read(&place, &short_name(&place, &text), &text)
    }

    /// Reads the text of a file of corrections. `place` is its name for messages, `document` its short name as the
    /// document that what it adds rests on.
    ///
    /// # Errors
    /// What is wrong in the file, with its line, and how to mend it.
    pub fn read(place: &str, document: &str, text: &str) -> Result<Self, Error> {
        let written: Written = toml::from_str(text).map_err(|e| {
            let at = e.span().map_or(0, |span| span.start);
            Error::invalid(format!("{place}:{}", line_of(text, at)), e.message())
        })?;
        let decisions = decisions(written).map_err(|(span, message)| {
            Error::invalid(format!("{place}:{}", line_of(text, span.start)), message)
        })?;
        let ends: Vec<usize> =
            decisions.iter().skip(1).map(|(span, _)| span.start).chain([text.len()]).collect();
        let entries = decisions.into_iter().zip(ends).map(|((span, decision), end)| Entry {
            line: line_of(text, span.start),
            quote: passage(text, span.start..end),
            decision,
        });
        Ok(Self { place: place.to_owned(), document: document.to_owned(), entries: entries.collect() })
    }
}

/// All entries in the order of the file.
type Decisions = Vec<(Range<usize>, Decision)>;
type Fault = (Range<usize>, String);

fn decisions(written: Written) -> Result<Decisions, Fault> {
    let mut all = Decisions::new();
    all.extend(of(written.merge, Decision::Merge));
    all.extend(of(written.distinct, Decision::Distinct));
    all.extend(of(written.split, Decision::Split));
    all.extend(of(written.rename, Decision::Rename));
    all.extend(of(written.retype, Decision::Retype));
    for (span, entry) in of(written.drop, |entry| entry) {
        all.push((span.clone(), dropped(entry).map_err(|message| (span, message))?));
    }
    for (span, entry) in of(written.add, |entry| entry) {
        all.push((span.clone(), added(entry).map_err(|message| (span, message))?));
    }
    all.sort_by_key(|(span, _)| span.start);
    for (span, decision) in &all {
        check(decision).map_err(|message| (span.clone(), message))?;
    }
    Ok(all)
}

fn of<T, D>(entries: Vec<Spanned<T>>, decision: impl Fn(T) -> D) -> impl Iterator<Item = (Range<usize>, D)> {
    entries.into_iter().map(move |entry| (entry.span(), decision(entry.into_inner())))
}

fn check(decision: &Decision) -> Result<(), String> {
    match decision {
        Decision::Merge(Merge { entities, .. }) | Decision::Distinct(Distinct { entities, .. })
            if entities.len() < 2 =>
        {
            Err(format!("a {} names two entities or more", decision.name()))
        }
        Decision::Split(split) if split.documents.is_empty() == split.statements.is_empty() => {
            Err("a split says what goes to the other: either `documents` or `statements`".to_owned())
        }
        Decision::AddStatement(NewStatement { when: Some(when), .. }) => match when.parse::<Edtf>() {
            Ok(_) => Ok(()),
            Err(fault) => Err(fault.to_string()),
        },
        _ => Ok(()),
    }
}

fn dropped(entry: Dropped) -> Result<Decision, String> {
    let Dropped { entity, statement: id, subject, relation, object, when, .. } = entry;
    let pattern = Pattern { id, subject, relation, object, when };
    match (entity, &pattern) {
        (Some(entity), pattern) if *pattern == Pattern::default() => Ok(Decision::DropEntity(entity)),
        (None, Pattern { id: Some(_), subject: None, relation: None, object: None, when: None }) => {
            Ok(Decision::DropStatement(pattern))
        }
        (None, Pattern { id: None, subject, object, .. }) if subject.is_some() || object.is_some() => {
            Ok(Decision::DropStatement(pattern))
        }
        _ => Err("a drop says what goes: `entity`, or `statement`, or of a statement `subject` or `object` and if need \
                  be `relation` and `when`"
            .to_owned()),
    }
}

fn added(entry: Added) -> Result<Decision, String> {
    let Added { label, kind, aliases, same_as, subject, relation, object, when, status, by, role, .. } =
        entry;
    let qualified = when.is_some() || status.is_some() || by.is_some() || role.is_some();
    let named = !aliases.is_empty() || !same_as.is_empty();
    match (label, kind, subject, relation, object) {
        (Some(label), Some(kind), None, None, None) if !qualified => {
            Ok(Decision::AddEntity(NewEntity { label, kind, aliases, same_as }))
        }
        (None, None, Some(subject), Some(relation), Some(object)) if !named => {
            let status = status.unwrap_or_default();
            Ok(Decision::AddStatement(NewStatement { subject, relation, object, when, status, by, role }))
        }
        _ => Err("an add is an entity, with `label` and `kind` and if need be `aliases` and `same_as`, or a statement, \
                  with `subject`, `relation` and `object` and if need be `when`, `status`, `by` and `role`"
            .to_owned()),
    }
}
