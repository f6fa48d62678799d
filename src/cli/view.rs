//! What of the graph is written: the options, and how they become a view.

use super::Console;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use legation::Error;
use legation::edtf::Date;
use legation::export::{Cluster, Format, Options, Theme};
use legation::graph::{Entity, GraphDocument, Kind, Statement, Status, View};
use legation::vocabulary::{Vocabulary, nearest};
use std::collections::BTreeSet;

/// How many names are offered for one that is not known.
const OFFERED: usize = 3;

/// The same for every format: each holds the view, as a graph of its own.
#[derive(Args, Debug)]
#[command(next_help_heading = "A part of the graph")]
pub(crate) struct ViewArgs {
    /// What is said of this entity: its name, another name of it, or its address; may be given again
    #[arg(long, value_name = "NAME")]
    focus: Vec<String>,

    /// With --focus: 2 for what is said of those it is tied to as well, 3 for those they are tied to, and so on
    #[arg(long, value_name = "STEPS", default_value_t = 1, requires = "focus",
          value_parser = clap::value_parser!(u8).range(1..))]
    depth: u8,

    /// Only these relations, such as joined,memberOf
    #[arg(long, value_name = "RELATION", value_delimiter = ',')]
    relation: Vec<String>,

    /// Only what is said between things of these kinds
    #[arg(long, value_name = "KIND", value_delimiter = ',', ignore_case = true,
          value_parser = kind_parser())]
    kind: Vec<Kind>,

    /// Only what was, or may have been, so then or later: 2019, 2019-06 or 2019-06-30; not what has no date
    #[arg(long, value_name = "DATE", value_parser = date)]
    since: Option<Date>,

    /// Only what was, or may have been, so then or earlier; not what has no date
    #[arg(long, value_name = "DATE", value_parser = date)]
    until: Option<Date>,

    /// Only what at least so many passages say
    #[arg(long, value_name = "NUMBER", default_value_t = 0, hide_default_value = true)]
    min_support: usize,

    /// Only the entities with most neighbours, so many of them, and what is said between them
    #[arg(long, value_name = "NUMBER", value_parser = top)]
    top: Option<usize>,

    /// Statements of these statuses besides asserted ones [default: none in diagrams, all in other formats]
    #[arg(long, value_name = "STATUS", value_delimiter = ',')]
    include: Vec<Include>,
}

impl ViewArgs {
    /// Whether no part of the graph was asked for but all of it.
    pub(crate) fn is_whole(&self) -> bool {
        let any = self.relation.is_empty() && self.kind.is_empty() && self.include.is_empty();
        let anywhere = self.focus.is_empty() && self.top.is_none() && self.min_support == 0;
        any && anywhere && self.since.is_none() && self.until.is_none()
    }

    /// The part of a graph that was asked for, for one format.
    ///
    /// # Errors
    ///
    /// If a name or relation is unknown, or the time ends before it begins.
    pub(crate) fn view(
        &self,
        graph: &GraphDocument,
        vocabulary: &Vocabulary,
        format: Format,
    ) -> Result<View, Error> {
        if let (Some(since), Some(until)) = (self.since, self.until)
            && since.first_day() > until.last_day()
        {
            return Err(Error::invalid("--until", format!("{until} is before --since {since}")));
        }
        Ok(View {
            statuses: self.statuses(format),
            relations: relations(&self.relation, vocabulary)?,
            kinds: self.kind.iter().copied().collect(),
            since: self.since,
            until: self.until,
            min_support: self.min_support,
            focus: focus(&self.focus, graph)?,
            depth: usize::from(self.depth),
            top: self.top,
        })
    }

    /// No statuses stand for all.
    fn statuses(&self, format: Format) -> BTreeSet<Status> {
        if self.include.is_empty() && !format.is_diagram() {
            return BTreeSet::new();
        }
        self.include.iter().map(|&status| status.into()).chain([Status::Asserted]).collect()
    }
}

/// How diagrams look.
#[derive(Args, Debug)]
#[command(next_help_heading = "Diagrams")]
pub(crate) struct DiagramArgs {
    /// Put a box around things of one kind, one owner (by partOf) or one first year
    #[arg(long, value_name = "BY")]
    cluster: Option<Boxes>,

    /// What diagrams are drawn on
    #[arg(long, value_name = "THEME", default_value = "light")]
    theme: Ground,
}

impl DiagramArgs {
    /// Puts what was asked for into the options of an export.
    pub(crate) fn set(&self, options: &mut Options) {
        options.theme = self.theme.into();
        options.cluster = self.cluster.map(Cluster::from);
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Boxes {
    Kind,
    Owner,
    Year,
}

impl From<Boxes> for Cluster {
    fn from(boxes: Boxes) -> Self {
        match boxes {
            Boxes::Kind => Self::Kind,
            Boxes::Owner => Self::Owner,
            Boxes::Year => Self::Year,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Ground {
    Light,
    Dark,
}

impl From<Ground> for Theme {
    fn from(ground: Ground) -> Self {
        match ground {
            Ground::Light => Self::Light,
            Ground::Dark => Self::Dark,
        }
    }
}

/// Says so if a view leaves nothing of a graph that had something.
pub(crate) fn note_empty(console: &Console, whole: &GraphDocument, view: &View, seen: &GraphDocument) {
    let is_shown = |s: &Statement| view.statuses.is_empty() || view.statuses.contains(&s.status);
    if !seen.statements.iter().any(is_shown) && !whole.statements.is_empty() {
        let of = whole.statements.len();
        console.note(&format_args!("the part asked for has no statements, of {of} in the whole graph"));
    }
}

fn relations(names: &[String], vocabulary: &Vocabulary) -> Result<BTreeSet<String>, Error> {
    let known = |name: &String| match vocabulary.relation(name) {
        Ok(relation) => Ok(relation.name.clone()),
        Err(Error::Invalid { message, .. }) => Err(Error::invalid("--relation", message)),
        Err(other) => Err(other),
    };
    names.iter().map(known).collect()
}

/// Ids of all the entities that go by the names.
fn focus(named: &[String], graph: &GraphDocument) -> Result<BTreeSet<String>, Error> {
    let mut ids = BTreeSet::new();
    for name in named {
        let found = graph.entities_named(name);
        if found.is_empty() {
            let near = nearest(name, graph.entities.iter().flat_map(Entity::names), OFFERED);
            let offer = match near.as_slice() {
                [] => "; the sources name nothing".to_owned(),
                near => format!("; the nearest names: {}", near.join(", ")),
            };
            return Err(Error::invalid(
                format!("--focus `{name}`"),
                format!("no entity has this name{offer}"),
            ));
        }
        ids.extend(found.into_iter().map(|entity| entity.id.clone()));
    }
    Ok(ids)
}

/// What a user can ask for besides what is said to be so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Include {
    /// What is said to be so, and no more
    Asserted,
    /// What is intended, agreed or scheduled
    Planned,
    /// What could, may or should be so
    Possible,
    /// What is said not to be so
    Negated,
}

impl From<Include> for Status {
    fn from(status: Include) -> Self {
        match status {
            Include::Asserted => Self::Asserted,
            Include::Planned => Self::Planned,
            Include::Possible => Self::Possible,
            Include::Negated => Self::Negated,
        }
    }
}

fn kind_parser() -> impl TypedValueParser<Value = Kind> {
    PossibleValuesParser::new(Kind::ALL.map(Kind::name)).try_map(|name| {
        let found = Kind::ALL.into_iter().find(|kind| kind.name().eq_ignore_ascii_case(&name));
        found.ok_or_else(|| format!("there is no kind `{name}`"))
    })
}

fn date(text: &str) -> Result<Date, String> {
    text.parse::<Date>().map_err(|e| e.to_string())
}

fn top(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(0) => Err("expected at least 1".to_owned()),
        Ok(number) => Ok(number),
        Err(_) => Err("expected a number, such as 20".to_owned()),
    }
}
