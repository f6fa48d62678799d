//! Who and what a document names: finding names in its sentences and telling which of them are the same thing.
//!
//! Names are proposed by the gazetteer, by acronyms the text defines, by their shape and by the model, the longest
//! proposal first; then names of one thing are brought together. Definite descriptions ("the alliance") and pronouns
//! are reference, not names, and not found here.

mod acronyms;
mod capitals;
mod exercises;
mod inner;
mod owners;
mod people;
mod propose;
mod resolve;
mod shapes;
mod ships;
mod spread;
mod title;
mod usage;
mod view;
mod words;

pub(crate) use title::{is_regnal, title_words};

use crate::graph::Kind;
use crate::language::Sentence;
use crate::source::{BlockKind, Document};
use crate::vocabulary::gazetteer::Gazetteer;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

/// How a mention names its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Its name, in full or shortened.
    Name,
    /// Initials.
    Acronym,
    /// "Japanese" as a modifier: "Japanese warships".
    Adjective,
    /// A nationality as a noun: "the Japanese", "two Britons".
    Demonym,
    /// A capital or building that stands for its country.
    Metonym,
    /// A person's family name, or another part of the name.
    Surname,
}

/// One place in a sentence where an entity is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameMention {
    /// Tokens of the sentence.
    pub tokens: Range<usize>,
    /// Index into [`Names::entities`].
    pub entity: usize,
    /// How it is named.
    pub form: Form,
    /// Whether the word stands for several ("Russians").
    pub plural: bool,
}

/// A thing a document names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedEntity {
    /// What sort of thing it is.
    pub kind: Kind,
    /// The gazetteer's label, or the fullest form in the text.
    pub label: String,
    /// Forms met in the text and short names known, without the label.
    pub aliases: BTreeSet<String>,
    /// Index of the gazetteer's entry.
    pub gazetteer: Option<usize>,
    /// A person's gender, where the gazetteer or a title tells.
    pub gender: Option<String>,
    /// The entity it belongs to, as far as name or gazetteer tell.
    pub owner: Option<usize>,
    /// IRIs of the same thing elsewhere.
    pub same_as: Vec<String>,
    /// `kind/local` of the gazetteer's IRI, if it has one.
    pub id_hint: Option<String>,
}

impl NamedEntity {
    /// What the gazetteer knows of an entry, before the text has named it.
    fn of_entry(entry: usize, gazetteer: &Gazetteer) -> Self {
        let known = &gazetteer.entries()[entry];
        Self {
            kind: known.kind,
            label: known.label.to_string(),
            aliases: BTreeSet::new(),
            gazetteer: Some(entry),
            gender: known.gender.as_deref().map(str::to_owned),
            owner: None,
            same_as: known.same_as.iter().map(ToString::to_string).collect(),
            id_hint: Some(known.iri_local.to_string()),
        }
    }
}

/// A place where the text itself shows that a body belongs to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ownership {
    /// Index of the sentence.
    pub sentence: usize,
    /// Entity that belongs.
    pub part: usize,
    /// Entity it belongs to.
    pub whole: usize,
    /// The tokens that show it.
    pub tokens: Range<usize>,
}

/// What a document names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The things named, in order of first mention.
    pub entities: Vec<NamedEntity>,
    /// For each sentence its mentions, in order, not overlapping.
    pub mentions: Vec<Vec<NameMention>>,
    /// Where the text shows what belongs to what.
    pub owners: Vec<Ownership>,
    /// For each sentence the bodies named inside the names of events ("the BRICS summit").
    pub inner: Vec<Vec<NameMention>>,
}

impl Names {
    /// The entity of each entry of the gazetteer that is named.
    pub(crate) fn by_entry(&self) -> HashMap<usize, usize> {
        self.entities.iter().enumerate().filter_map(|(i, e)| Some((e.gazetteer?, i))).collect()
    }

    /// How often the document names each entity.
    pub(crate) fn times_named(&self) -> Vec<usize> {
        let mut times = vec![0; self.entities.len()];
        for mention in self.mentions.iter().flatten() {
            times[mention.entity] += 1;
        }
        times
    }
}

/// The gender that somebody's first name tells; `None` of names that nobody knows or that men and women have.
pub(crate) fn gender_of_name(name: &str) -> Option<&'static str> {
    let first = name.split(' ').next().filter(|first| first.len() < name.len())?;
    let is = |list: words::List| words::Words::get().has(list, first);
    let known = is(words::List::Forename) && !is(words::List::EithersForename);
    known.then(|| if is(words::List::WomensForename) { "female" } else { "male" })
}

/// Finds and resolves the names in the sentences of a document.
#[must_use]
pub fn find(document: &Document, sentences: &[(BlockKind, Sentence)], gazetteer: &Gazetteer) -> Names {
    let starts: HashSet<usize> = document.blocks.iter().map(|b| b.range.start).collect();
    find_in(&document.text, &|at| starts.contains(&at), sentences, gazetteer)
}

/// [`find`], knowing of the document no more than its text and where blocks begin.
fn find_in(
    text: &str,
    opens: &dyn Fn(usize) -> bool,
    sentences: &[(BlockKind, Sentence)],
    gazetteer: &Gazetteer,
) -> Names {
    let mut views: Vec<_> =
        sentences.iter().map(|(kind, s)| view::View::new(text, opens(s.range.start), *kind, s)).collect();
    for i in 1..views.len() {
        views[i - 1].portrait = views[i - 1].opening && views[i].speaks_of_person();
    }
    let mut found: Vec<_> = views.iter().map(|view| propose::propose(view, gazetteer)).collect();
    spread::events(&views, &mut found);
    let definitions = acronyms::define(&views, &mut found, gazetteer);
    spread::capitals(&views, &mut found);
    let mut names = resolve::resolve(&views, found, &definitions, gazetteer);
    ships::mark(&views, &mut names);
    names.owners = owners::find(&views, &mut names, gazetteer);
    names.inner = inner::find(&views, &mut names, gazetteer);
    names
}

#[cfg(test)]
mod tests;
