//! Names from RDF: SKOS as in `schema/gazetteer`, or any with labels and types the vocabulary knows.

use super::super::relation::Vocabulary;
use super::super::suggest::did_you_mean;
use super::super::turtle::{Turtle, local_name};
use super::super::{DEFAULT_BASE, NAMESPACE};
use super::own::{Draft, tell_apart};
use super::{Entry, fold, local};
use crate::Error;
use crate::graph::{Kind, id};
use oxigraph::model::vocab::{rdf, rdfs};

const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";
const FOAF: &str = "http://xmlns.com/foaf/0.1/";
const OWL: &str = "http://www.w3.org/2002/07/owl#";

/// What an entry may say in our namespace besides its names.
const DETAILS: [&str; 6] = ["calledThe", "gender", "owner", "locatedIn", "citizenOf", "ambiguous"];

/// Reads the entries of a Turtle file, sorted by IRI.
pub(super) fn read(place: &str, text: &str, vocabulary: &Vocabulary) -> Result<Vec<Draft>, Error> {
    let file = Turtle::parse(place, text)?;
    let mut drafts = Vec::new();
    for iri in file.subjects().filter(|s| !s.starts_with("_:")) {
        let found = draft(&file, iri, vocabulary).map_err(|message| file.error(iri, message))?;
        drafts.extend(found);
    }
    tell_apart(&mut drafts).map_err(|(first, second)| {
        let iri = |i: usize| drafts[i].iri.clone().unwrap_or_default();
        file.error(
            &iri(second),
            format!("`{}` and `{}` are one entry by the end of their IRIs", iri(first), iri(second)),
        )
    })?;
    Ok(drafts)
}

/// The entry that a subject is, if it is one.
fn draft(file: &Turtle<'_>, iri: &str, vocabulary: &Vocabulary) -> Result<Option<Draft>, String> {
    let own = local(iri);
    let Some(kind) = kind(file, iri, vocabulary, own.map(|(_, kind)| kind))? else { return Ok(None) };
    let names = names(file, iri);
    let identified = own.filter(|&(_, k)| k == kind).map(|(local, _)| local.to_owned());
    let label = names.first().map(String::as_str).unwrap_or_default();
    if identified.is_none() && label.is_empty() {
        return Err(format!(
            "`{iri}` has no label in English or without a language; give it a skos:prefLabel"
        ));
    }
    let (known, line) = (identified.is_some(), file.line_of(iri));
    let iri_local = identified.unwrap_or_else(|| id::local(kind, label));
    let entry = Entry::new(iri_local.into(), kind);
    let mut draft = Draft { line, entry, identified: known, iri: Some(iri.to_owned()) };
    for (i, name) in names.iter().enumerate() {
        draft.add(if i == 0 && is_labelled(file, iri) { "prefLabel" } else { "altLabel" }, name)?;
    }
    details(file, iri, &mut draft)?;
    if !iri.starts_with(DEFAULT_BASE) {
        draft.add("sameAs", iri)?;
    }
    Ok(Some(draft))
}

/// The kind a subject's types give it, or else its IRI; `None` if it is no entity.
fn kind(
    file: &Turtle<'_>,
    iri: &str,
    vocabulary: &Vocabulary,
    told: Option<Kind>,
) -> Result<Option<Kind>, String> {
    let types = file.objects(iri, rdf::TYPE.as_str());
    let mut kinds: Vec<Kind> = types.iter().filter_map(|class| vocabulary.kind_of_class(class)).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let all = || Kind::ALL.map(|k| format!("lg:{}", k.name())).join(", ");
    match kinds.as_slice() {
        [kind] => Ok(Some(*kind)),
        [] if told.is_some() => Ok(told),
        [] if !is_labelled(file, iri) || types.iter().any(|class| is_structure(class)) => Ok(None),
        [] if types.is_empty() => Err(format!("`{iri}` has a label and no type; give it one of {}", all())),
        [] => Err(format!("`{iri}` is of no known kind ({}); give it one of {}", types.join(", "), all())),
        several => {
            let names: Vec<_> = several.iter().map(|k| k.name()).collect();
            Err(format!("`{iri}` is of several kinds ({}); leave it one", names.join(", ")))
        }
    }
}

/// Classes, properties, concept schemes and the like.
fn is_structure(class: &str) -> bool {
    let concept = class.strip_prefix(SKOS).is_some_and(|name| name != "Concept");
    concept
        || class.starts_with(OWL)
        || class.starts_with("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
        || class.starts_with("http://www.w3.org/2000/01/rdf-schema#")
}

/// Properties that label a thing, the best first.
fn labels() -> [String; 5] {
    [
        format!("{SKOS}prefLabel"),
        rdfs::LABEL.as_str().to_owned(),
        "https://schema.org/name".to_owned(),
        "http://schema.org/name".to_owned(),
        format!("{FOAF}name"),
    ]
}

fn is_labelled(file: &Turtle<'_>, iri: &str) -> bool {
    labels().iter().any(|property| !file.objects(iri, property).is_empty())
}

/// Label and other names in full, the label first.
fn names(file: &Turtle<'_>, iri: &str) -> Vec<String> {
    let others = [
        format!("{SKOS}altLabel"),
        format!("{SKOS}hiddenLabel"),
        "https://schema.org/alternateName".to_owned(),
        "http://schema.org/alternateName".to_owned(),
    ];
    let mut names: Vec<String> = Vec::new();
    for property in labels().iter().chain(&others) {
        for name in file.objects(iri, property) {
            if !names.iter().any(|known| known == name) {
                names.push(name.to_string());
            }
        }
    }
    names
}

/// What else an entry says.
fn details(file: &Turtle<'_>, iri: &str, draft: &mut Draft) -> Result<(), String> {
    for (property, values) in file.properties(iri) {
        let Some(property) = detail(property)? else { continue };
        for value in values {
            draft.add(property, value)?;
        }
    }
    Ok(())
}

/// The gazetteer's name of a property that is neither label nor type; `None` if it says nothing of use.
fn detail(property: &str) -> Result<Option<&str>, String> {
    if let Some(own) = property.strip_prefix(NAMESPACE) {
        let known = || {
            fold::NAMES
                .into_iter()
                .filter(|name| !name.ends_with("Label") || *name == "weakLabel")
                .chain(DETAILS)
        };
        if known().any(|name| name == own) {
            return Ok(Some(own));
        }
        let near = did_you_mean(own, known());
        return Err(format!("`lg:{own}` is none of lg:{}{near}", known().collect::<Vec<_>>().join(", lg:")));
    }
    let name = local_name(property);
    let space = property.strip_suffix(name).unwrap_or_default();
    Ok(match (space, name) {
        (SKOS, "notation") => Some("notation"),
        (SKOS, "exactMatch") | (OWL, "sameAs") => Some("sameAs"),
        (FOAF, "familyName" | "family_name")
        | ("https://schema.org/" | "http://schema.org/", "familyName") => Some("familyName"),
        _ => None,
    })
}
