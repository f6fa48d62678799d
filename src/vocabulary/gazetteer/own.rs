//! Names of a user's own: what a file of them says, before it joins the gazetteer.

use super::super::relation::Vocabulary;
use super::super::turtle::in_line;
use super::{Entry, Gazetteer, Index, Name, NameSort, Text, add, csv, fold_name, rdf};
use crate::Error;
use oxigraph::model::NamedNode;
use std::collections::HashMap;

/// A user's file of names.
#[derive(Clone, Debug)]
pub struct OwnNames {
    place: String,
    drafts: Vec<Draft>,
}

/// One entry of the file.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// Where it begins, as far as that can be told.
    pub(super) line: Option<usize>,
    pub(super) entry: Entry,
    /// Whether the file gives it an id of the gazetteer's form, rather than one made of its label.
    pub(super) identified: bool,
    /// The IRI it has in the file.
    pub(super) iri: Option<String>,
}

impl OwnNames {
    /// Reads a file of names: a table if `place`, the file's name, ends in `.csv`, Turtle if it ends in `.ttl`.
    ///
    /// # Errors
    /// Neither of these, broken Turtle, an entry without label or kind, a name that would be found everywhere; the
    /// message names file and line.
    pub fn read(place: &str, text: &str, vocabulary: &Vocabulary) -> Result<Self, Error> {
        let extension = place.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        let drafts = match extension.as_str() {
            "csv" => csv::read(place, text)?,
            "ttl" => rdf::read(place, text, vocabulary)?,
            _ => {
                return Err(Error::invalid(
                    place,
                    "the name does not tell the form; end it in .csv for a table, in .ttl for Turtle",
                ));
            }
        };
        if drafts.is_empty() {
            return Err(Error::invalid(
                place,
                "names nothing; expected at least one entry with a label and a kind",
            ));
        }
        Ok(Self { place: place.to_owned(), drafts })
    }

    fn error(&self, draft: &Draft, message: &str) -> Error {
        in_line(&self.place, draft.line, message)
    }
}

impl Draft {
    /// Adds a property; a name must be one that can be told from words.
    pub(super) fn add(&mut self, property: &str, value: &str) -> Result<(), String> {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        check_value(property, &value)?;
        let before = self.entry.names.len();
        add(&mut self.entry, property, value.into(), None);
        self.entry.names[before..].iter().try_for_each(|name| check_name(&name.text))
    }
}

/// Refuses what could not be said in a graph.
fn check_value(property: &str, value: &str) -> Result<(), String> {
    match property {
        "gender" if !matches!(super::local_name(value), "female" | "male") => {
            Err(format!("the gender `{value}` is neither `female` nor `male`"))
        }
        "sameAs" => {
            NamedNode::new(value).map(drop).map_err(|e| format!("`{value}` is not an absolute IRI: {e}"))
        }
        _ => Ok(()),
    }
}

/// Refuses names that would be found in every text.
fn check_name(name: &str) -> Result<(), String> {
    let any = |is: fn(char) -> bool| name.chars().any(is);
    if name.chars().filter(|c| c.is_alphanumeric()).count() < 2 {
        return Err(format!("the name `{name}` is too short to be told from other words"));
    }
    if any(char::is_lowercase) && !any(char::is_uppercase) && !any(|c| c.is_ascii_digit()) {
        return Err(format!(
            "the name `{name}` has no capital letter and would be found wherever the word is used; write it as a name, \
             or give it as what the thing is called after it was named (`called_the` in a table, lg:calledThe)"
        ));
    }
    Ok(())
}

impl Gazetteer {
    /// Adds a user's names. Where one is also a name of ours, it means what the user says; an entry of the same kind
    /// and label as one of ours adds to that.
    ///
    /// # Errors
    /// An entry that is new and has no label, an owner or location that is not known.
    pub fn add_own(&mut self, own: &OwnNames) -> Result<(), Error> {
        let mut places = Vec::with_capacity(own.drafts.len());
        for draft in &own.drafts {
            let known = self.entries.len();
            let at = self.place_of(draft);
            if at == known && draft.entry.names.iter().all(|n| n.sort != NameSort::Preferred) {
                let message = format!("`{}` is not known yet and has no label", draft.entry.iri_local);
                return Err(own.error(draft, &message));
            }
            adopt(&mut self.entries[at], &draft.entry);
            places.push(at);
        }
        self.index = Index::of(&self.entries);
        for (draft, &at) in own.drafts.iter().zip(&places) {
            let refer = |to: &Option<Text>| {
                to.as_deref().map(|to| self.referred(own, &places, draft, to)).transpose()
            };
            let (owner, location) = (refer(&draft.entry.owner)?, refer(&draft.entry.located_in)?);
            self.entries[at].owner = owner.or_else(|| self.entries[at].owner.take());
            self.entries[at].located_in = location.or_else(|| self.entries[at].located_in.take());
        }
        Ok(())
    }

    /// Index of the entry a user's entry adds to, which is a new one if there is none.
    fn place_of(&mut self, draft: &Draft) -> usize {
        let entry = &draft.entry;
        let same = || {
            let hits = self.lookup(&entry.label);
            hits.into_iter()
                .find(|h| h.sort == NameSort::Preferred && self.entries[h.entry].kind == entry.kind)
        };
        match same().filter(|_| !draft.identified) {
            Some(hit) => hit.entry,
            None => self.entry_index(entry.iri_local.clone(), entry.kind),
        }
    }

    /// `kind/local` of what a user's entry names as its owner or place: an IRI or label in its file, an id, a name.
    fn referred(&self, own: &OwnNames, places: &[usize], draft: &Draft, to: &str) -> Result<Text, Error> {
        let here = own.drafts.iter().position(|d| d.iri.as_deref() == Some(to) || d.entry.label == to);
        let named = || self.lookup(to).first().map(|hit| hit.entry);
        let id = || self.position(super::kind_and_name(to));
        let found = here.map(|i| places[i]).or_else(id).or_else(named);
        found.map(|i| self.entries[i].iri_local.clone()).ok_or_else(|| {
            let message = format!(
                "`{}` belongs to or lies in `{to}`, which is not known; add it too, or check its spelling",
                draft.entry.label
            );
            own.error(draft, &message)
        })
    }
}

/// Adds a user's entry to one that is there; what both say, the user says.
fn adopt(into: &mut Entry, own: &Entry) {
    let names: Vec<Name> = own.names.iter().map(|n| Name { own: true, ..n.clone() }).collect();
    let restated = |n: &Name| n.sort != NameSort::FamilyName && names.iter().any(|o| o.folded == n.folded);
    into.names.retain(|n| !restated(n));
    let relabelled = names.iter().any(|n| n.sort == NameSort::Preferred);
    for name in into.names.iter_mut().filter(|n| relabelled && n.sort == NameSort::Preferred) {
        name.sort = NameSort::Alternative;
    }
    super::merge(into, &Entry { names, owner: None, located_in: None, ..own.clone() });
}

/// Gives entries that would share an id ids of their own, by the end of their IRIs; tells the first that has none.
pub(super) fn tell_apart(drafts: &mut [Draft]) -> Result<(), (usize, usize)> {
    let mut first: HashMap<Text, usize> = HashMap::new();
    for (i, draft) in drafts.iter_mut().enumerate() {
        let id = draft.entry.iri_local.clone();
        if let Some(&other) = first.get(&id) {
            let Some(iri) = draft.iri.as_deref().filter(|_| !draft.identified) else {
                return Err((other, i));
            };
            let local = fold_name(super::local_name(iri)).replace(' ', "-");
            draft.entry.iri_local = format!("{id}_{local}").into();
            draft.identified = true;
        }
        first.entry(draft.entry.iri_local.clone()).or_insert(i);
    }
    Ok(())
}
