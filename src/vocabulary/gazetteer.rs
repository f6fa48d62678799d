//! The names the tool knows: countries, bodies, people, places and events, read from SKOS, and the index that finds
//! them in text.
//!
//! A concept's kind is the last segment but one of its IRI (`…/country/JP`). Longest match, one lookup a word.

mod csv;
mod fold;
mod matcher;
mod own;
mod rdf;

pub(crate) use fold::fold_name;
pub use matcher::{Folded, Hit};
pub use own::OwnNames;

use super::turtle;
use crate::graph::Kind;
use matcher::Index;
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// The gazetteers that come with the tool, made of `schema/gazetteer` by the build script.
const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/gazetteer.tsv"));

/// Text that is part of the program, or the user's own.
pub type Text = Cow<'static, str>;

/// What a name is to its entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NameSort {
    /// The name it goes by.
    Preferred,
    /// Another name or a code used as one.
    Alternative,
    /// What it was called once.
    Former,
    /// A name that means it only where the text supports it.
    Weak,
    /// "Japanese", as in "Japanese warships".
    Adjective,
    /// "Spaniard".
    Demonym,
    /// "Spaniards", "the Japanese".
    DemonymPlural,
    /// A capital, which may stand for its country.
    Capital,
    /// A building or the like that stands for it ("the Kremlin").
    Metonym,
    /// A person's family name.
    FamilyName,
}

/// One name of one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// As written in the gazetteer.
    pub text: Text,
    /// What it is to the entry.
    pub sort: NameSort,
    /// As it is compared.
    folded: Text,
    /// Whether a user gave it: it then means that entry alone.
    own: bool,
}

/// One thing the gazetteer knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Kind and local name, the end of its IRI: `country/JP`.
    pub iri_local: Text,
    /// What sort of thing it is.
    pub kind: Kind,
    /// Its preferred label (until one is read, its local name).
    pub label: Text,
    /// Every name but a code, in file order.
    pub names: Vec<Name>,
    /// Codes such as `JP`, `JPN`.
    pub codes: Vec<Text>,
    /// IRIs of the same thing elsewhere.
    pub same_as: Vec<Text>,
    /// A person's family name.
    pub family_name: Option<Text>,
    /// A person's gender, `female` or `male`.
    pub gender: Option<Text>,
    /// The country or body it belongs to, as `kind/local`.
    pub owner: Option<Text>,
    /// Where it is, as `kind/local`.
    pub located_in: Option<Text>,
    /// The country a person belongs to, as `kind/local`.
    pub citizen_of: Option<Text>,
    /// Common nouns a text refers back to it with ("alliance").
    pub called_the: Vec<Text>,
    /// Its names mean other things too and need support.
    pub ambiguous: bool,
}

impl Entry {
    fn new(iri_local: Text, kind: Kind) -> Self {
        Self {
            label: iri_local.rsplit('/').next().unwrap_or_default().to_owned().into(),
            iri_local,
            kind,
            names: Vec::new(),
            codes: Vec::new(),
            same_as: Vec::new(),
            family_name: None,
            gender: None,
            owner: None,
            located_in: None,
            citizen_of: None,
            called_the: Vec::new(),
            ambiguous: false,
        }
    }

    /// The names of the given sorts.
    pub fn names_of<'a>(&'a self, sorts: &'a [NameSort]) -> impl Iterator<Item = &'a str> {
        self.names.iter().filter(|n| sorts.contains(&n.sort)).map(|n| &*n.text)
    }
}

/// Every entry and the index of their names.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    entries: Vec<Entry>,
    by_iri: FxHashMap<Text, usize>,
    index: Index,
}

impl Gazetteer {
    /// The gazetteers that come with the tool.
    #[must_use]
    pub fn embedded() -> Self {
        let mut all = Self::default();
        all.entries.reserve(EMBEDDED.len() / 100);
        all.by_iri.reserve(EMBEDDED.len() / 100);
        let mut entry = None;
        for line in turtle::lines(EMBEDDED) {
            if let Some(iri) = line.strip_prefix('@') {
                entry = local(iri).map(|(local, kind)| all.entry_index(Cow::Borrowed(local), kind));
            } else if let (Some(i), Some((property, value))) = (entry, turtle::at_tab(line)) {
                let (value, folded) = turtle::at_tab(value).map_or((value, None), |(v, f)| (v, Some(f)));
                add(&mut all.entries[i], property, Cow::Borrowed(value), folded.map(Cow::Borrowed));
            }
        }
        all.index = Index::of(&all.entries);
        all
    }

    /// All entries, in file order.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Index of the entry with this `kind/local`.
    #[must_use]
    pub fn position(&self, iri_local: &str) -> Option<usize> {
        self.by_iri.get(iri_local).copied()
    }

    /// What the gazetteer knows by a whole name, best reading first.
    #[must_use]
    pub fn lookup(&self, name: &str) -> Vec<Hit> {
        let folded = Folded::of(name);
        self.index.exact(&folded, &self.entries)
    }

    /// The longest name that begins at a piece of folded text, and every entry it may mean, best reading first.
    /// The second value counts the pieces it covers.
    #[must_use]
    pub fn longest(&self, text: &Folded, piece: usize) -> Option<(usize, Vec<Hit>)> {
        self.index.longest(text, piece, usize::MAX, &self.entries)
    }

    /// [`Gazetteer::longest`], but of at most so many pieces.
    #[must_use]
    pub fn longest_within(&self, text: &Folded, piece: usize, pieces: usize) -> Option<(usize, Vec<Hit>)> {
        self.index.longest(text, piece, pieces, &self.entries)
    }

    fn entry_index(&mut self, iri_local: Text, kind: Kind) -> usize {
        if let Some(&i) = self.by_iri.get(&iri_local) {
            return i;
        }
        self.entries.push(Entry::new(iri_local.clone(), kind));
        self.by_iri.insert(iri_local, self.entries.len() - 1);
        self.entries.len() - 1
    }
}

/// `kind/local` of an entity's IRI and its kind, or `None` if it is no entity's.
fn local(iri: &str) -> Option<(&str, Kind)> {
    let slash = iri.bytes().rposition(|byte| byte == b'/')?;
    let before = iri.bytes().take(slash).rposition(|byte| byte == b'/').map_or(0, |i| i + 1);
    let kind = match &iri[before..slash] {
        "country" => Kind::Country,
        "organization" => Kind::Organization,
        "person" => Kind::Person,
        "event" => Kind::Event,
        "agreement" => Kind::Agreement,
        "document" => Kind::Document,
        "place" => Kind::Place,
        _ => return None,
    };
    Some((&iri[before..], kind))
}

/// Adds one property to an entry; one the gazetteer has no use for is passed over. `folded` is the value as it is
/// compared, if that is known already.
fn add(entry: &mut Entry, property: &str, object: Text, folded: Option<Text>) {
    if fold::NAMES.contains(&property) {
        match property {
            "prefLabel" => entry.label.clone_from(&object),
            "familyName" => entry.family_name = Some(object.clone()),
            _ => {}
        }
        let folded = folded.unwrap_or_else(|| fold_name(&object).into());
        add_name(entry, Name { text: object, sort: name_sort(property), folded, own: false });
    } else {
        add_detail(entry, property, object);
    }
}

fn name_sort(property: &str) -> NameSort {
    match property {
        "prefLabel" => NameSort::Preferred,
        "formerName" => NameSort::Former,
        "weakLabel" => NameSort::Weak,
        "adjective" => NameSort::Adjective,
        "demonym" => NameSort::Demonym,
        "demonymPlural" => NameSort::DemonymPlural,
        "capital" => NameSort::Capital,
        "metonym" => NameSort::Metonym,
        "familyName" => NameSort::FamilyName,
        _ => NameSort::Alternative,
    }
}

fn add_name(entry: &mut Entry, name: Name) {
    if !entry.names.contains(&name) {
        entry.names.push(name);
    }
}

fn add_detail(entry: &mut Entry, property: &str, object: Text) {
    match property {
        "notation" => push_new(&mut entry.codes, object),
        "sameAs" => push_new(&mut entry.same_as, object),
        "calledThe" => push_new(&mut entry.called_the, object),
        "gender" => entry.gender = Some(last(object, local_name)),
        "owner" => entry.owner = Some(last(object, kind_and_name)),
        "locatedIn" => entry.located_in = Some(last(object, kind_and_name)),
        "citizenOf" => entry.citizen_of = Some(last(object, kind_and_name)),
        "ambiguous" => entry.ambiguous = object == "true",
        _ => {}
    }
}

/// The end of an IRI, borrowed where the IRI is.
fn last(iri: Text, end: fn(&str) -> &str) -> Text {
    match iri {
        Cow::Borrowed(iri) => Cow::Borrowed(end(iri)),
        Cow::Owned(iri) => Cow::Owned(end(&iri).to_owned()),
    }
}

fn local_name(iri: &str) -> &str {
    iri.rsplit(['#', '/']).next().unwrap_or(iri)
}

fn kind_and_name(iri: &str) -> &str {
    local(iri).map_or(iri, |(end, _)| end)
}

fn push_new(list: &mut Vec<Text>, item: Text) {
    if !list.contains(&item) {
        list.push(item);
    }
}

fn merge(into: &mut Entry, other: &Entry) {
    for name in &other.names {
        add_name(into, name.clone());
    }
    if other.names.iter().any(|n| n.sort == NameSort::Preferred) {
        into.label.clone_from(&other.label);
    }
    for (mine, theirs) in [
        (&mut into.codes, &other.codes),
        (&mut into.same_as, &other.same_as),
        (&mut into.called_the, &other.called_the),
    ] {
        for item in theirs {
            push_new(mine, item.clone());
        }
    }
    for (mine, theirs) in [
        (&mut into.family_name, &other.family_name),
        (&mut into.gender, &other.gender),
        (&mut into.owner, &other.owner),
        (&mut into.located_in, &other.located_in),
        (&mut into.citizen_of, &other.citizen_of),
    ] {
        if theirs.is_some() {
            mine.clone_from(theirs);
        }
    }
    into.ambiguous |= other.ambiguous;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Error;
    use crate::vocabulary::Vocabulary;

    const TURTLE: &str = r#"
@prefix lg: <https://legation.example/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix id: <https://legation.example/id/> .
<https://legation.example/id/country/NO> a lg:Country ; skos:prefLabel "Norway"@en ;
    skos:altLabel "Kingdom of Norway"@en ; lg:adjective "Norwegian" ; lg:capital "Oslo" ; skos:notation "NO", "NOR" ;
    owl:sameAs <http://www.wikidata.org/entity/Q20> .
<https://legation.example/id/organization/osce> a lg:Organization ;
    skos:prefLabel "Organization for Security and Co-operation in Europe"@en ; skos:altLabel "OSCE" ;
    lg:calledThe "organization" .
<https://legation.example/id/person/gro-harlem-brundtland> a lg:Person ; skos:prefLabel "Gro Harlem Brundtland" ;
    lg:familyName "Brundtland" ; lg:gender lg:female .
<https://legation.example/id/organization/norwegian-navy> a lg:Organization ; skos:prefLabel "Royal Norwegian Navy" ;
    lg:owner <https://legation.example/id/country/NO> .
"#;

    /// A gazetteer of these names alone.
    fn of(turtle: &str) -> Gazetteer {
        let mut gazetteer = Gazetteer::default();
        gazetteer.add_own(&own(turtle).unwrap()).unwrap();
        gazetteer.entries.iter_mut().flat_map(|e| &mut e.names).for_each(|name| name.own = false);
        gazetteer
    }

    fn own(turtle: &str) -> Result<OwnNames, Error> {
        OwnNames::read("own.ttl", turtle, &Vocabulary::embedded()?)
    }

    fn small() -> Gazetteer {
        of(TURTLE)
    }

    #[test]
    fn an_entry_keeps_names_codes_and_links() {
        let g = small();
        let norway = &g.entries()[g.position("country/NO").unwrap()];
        assert_eq!((&*norway.label, norway.kind), ("Norway", Kind::Country));
        assert_eq!(norway.codes, ["NO", "NOR"]);
        assert_eq!(norway.same_as, ["http://www.wikidata.org/entity/Q20"]);
        assert_eq!(norway.names_of(&[NameSort::Adjective]).collect::<Vec<_>>(), ["Norwegian"]);
        let navy = &g.entries()[g.position("organization/norwegian-navy").unwrap()];
        assert_eq!(navy.owner.as_deref(), Some("country/NO"));
        let person = &g.entries()[g.position("person/gro-harlem-brundtland").unwrap()];
        assert_eq!(person.gender.as_deref(), Some("female"));
    }

    #[test]
    fn the_longest_name_wins_whatever_the_spelling() {
        let g = small();
        let text = Folded::of(
            "The Royal Norwegian Navy met the Organisation for Security and Cooperation in Europe",
        );
        let (length, hits) = g.longest(&text, 1).unwrap();
        assert_eq!((length, &*g.entries()[hits[0].entry].label), (3, "Royal Norwegian Navy"));
        let osce = g.lookup("Organisation for Security and Co-operation in Europe");
        assert_eq!(g.entries()[osce[0].entry].label, "Organization for Security and Co-operation in Europe");
    }

    #[test]
    fn spellings_of_one_name_are_one_hit() {
        let turtle = r#"<https://x.example/organization/a> <http://www.w3.org/2004/02/skos/core#prefLabel> "Ice Centre" ;
            <http://www.w3.org/2004/02/skos/core#altLabel> "Ice Center" ."#;
        let hits = of(turtle).lookup("Ice Centre");
        assert_eq!(hits, [Hit { entry: 0, sort: NameSort::Preferred }]);
    }

    #[test]
    fn case_tells_names_from_words() {
        let g = small();
        assert!(g.lookup("norway").is_empty());
        assert_eq!(g.lookup("NORWAY").len(), 1);
        assert!(g.lookup("Osce").is_empty());
        assert_eq!(g.lookup("Oslo")[0].sort, NameSort::Capital);
    }

    const PREFIXES: &str = "@prefix lg: <https://legation.example/ns#> . @prefix ex: <https://example.org/> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
        @prefix id: <https://legation.example/id/> .";

    /// The small gazetteer with names of a user's own.
    fn with(turtle: &str) -> Result<Gazetteer, Error> {
        let mut gazetteer = small();
        gazetteer.add_own(&own(&format!("{PREFIXES}\n{turtle}"))?)?;
        Ok(gazetteer)
    }

    fn meant<'a>(gazetteer: &'a Gazetteer, name: &str) -> Vec<&'a str> {
        gazetteer.lookup(name).iter().map(|h| &*gazetteer.entries()[h.entry].iri_local).collect()
    }

    #[test]
    fn a_users_gazetteer_adds_to_the_entries_it_shares() {
        let by_id = with("<https://x.example/country/NO> skos:altLabel 'Noreg' .").unwrap();
        assert_eq!(meant(&by_id, "Noreg"), ["country/NO"]);
        let by_label =
            with("ex:q20 a lg:Country ; skos:prefLabel 'Norway' ; skos:altLabel 'Noreg' .").unwrap();
        assert_eq!(meant(&by_label, "Noreg"), ["country/NO"]);
        let norway = &by_label.entries()[by_label.position("country/NO").unwrap()];
        assert!(norway.same_as.iter().any(|iri| iri == "https://example.org/q20"));
        assert_eq!(meant(&by_label, "Norway"), ["country/NO"]);
    }

    #[test]
    fn a_users_name_means_what_the_user_says() {
        let g =
            with("ex:board a foaf:Organization ; foaf:name 'Nordic Board' ; skos:altLabel 'OSCE', 'Oslo' .")
                .unwrap();
        assert_eq!(meant(&g, "OSCE"), ["organization/nordic-board"]);
        assert_eq!(meant(&g, "Oslo"), ["organization/nordic-board"]);
        let weak = with("ex:board a lg:Organization ; skos:prefLabel 'Nordic Board' ; lg:weakLabel 'OSCE' .")
            .unwrap();
        assert_eq!(meant(&weak, "OSCE"), ["organization/osce", "organization/nordic-board"]);
    }

    #[test]
    fn labels_in_other_languages_are_passed_over() {
        let g = with(
            "ex:a a lg:Event ; skos:prefLabel 'Polarstern'@de, 'North Star 2024'@en ; lg:owner ex:b .
            ex:b a lg:Organization ; skos:prefLabel 'Ice Board' .",
        )
        .unwrap();
        assert!(g.lookup("Polarstern").is_empty());
        let event = &g.entries()[g.lookup("North Star 2024")[0].entry];
        assert_eq!(event.owner.as_deref(), Some("organization/ice-board"));
    }

    #[test]
    fn homonyms_with_iris_of_their_own_stay_apart() {
        let g = with(
            "ex:q1 a lg:Person ; skos:prefLabel 'Ola Nordmann' . ex:q2 a lg:Person ; skos:prefLabel 'Ola Nordmann' .",
        );
        assert_eq!(meant(&g.unwrap(), "Ola Nordmann"), ["person/ola-nordmann", "person/ola-nordmann_q2"]);
    }

    #[test]
    fn refusals_name_file_line_term_and_remedy() {
        for (turtle, message) in [
            (
                "ex:a a ex:Ship ; skos:prefLabel 'Fram' .",
                "own.ttl:4: `https://example.org/a` is of no known kind \
              (https://example.org/Ship); give it one of lg:Country, lg:Organization, lg:Person, lg:Event, lg:Agreement, \
              lg:Document, lg:Place",
            ),
            (
                "\nex:a a lg:Event, lg:Place ; skos:prefLabel 'Fram' .",
                "own.ttl:5: `https://example.org/a` is of several \
              kinds (Event, Place); leave it one",
            ),
            (
                "ex:a a lg:Event .",
                "own.ttl:4: `https://example.org/a` has no label in English or without a language; \
              give it a skos:prefLabel",
            ),
            (
                "id:event\\/fram a lg:Event ; lg:calledThe 'drill' .",
                "own.ttl:4: `event/fram` is not known yet and has \
              no label",
            ),
            (
                "ex:a a lg:Event ; skos:prefLabel 'Fram' ; lg:caledThe 'drill' .",
                "own.ttl:4: `lg:caledThe` is none of \
              lg:formerName, lg:weakLabel, lg:adjective, lg:demonym, lg:demonymPlural, lg:capital, lg:metonym, \
              lg:familyName, lg:calledThe, lg:gender, lg:owner, lg:locatedIn, lg:citizenOf, lg:ambiguous; did you mean `calledThe`?",
            ),
            (
                "ex:a a lg:Event ; skos:prefLabel 'Fram' ; lg:owner ex:b .",
                "own.ttl:4: `Fram` belongs to or lies in \
              `https://example.org/b`, which is not known; add it too, or check its spelling",
            ),
            (
                "ex:a lg:gender ex:b ; a lg:Person ; skos:prefLabel 'Bo Ek' .",
                "own.ttl:4: the gender \
              `https://example.org/b` is neither `female` nor `male`",
            ),
            (
                "ex:a ex:b 'c' .",
                "own.ttl: names nothing; expected at least one entry with a label and a kind",
            ),
            ("foo:a a lg:Event .", "own.ttl:4:1: not Turtle: The prefix foo: has not been declared"),
        ] {
            assert_eq!(with(turtle).unwrap_err().to_string(), message);
        }
        let form = OwnNames::read("own.txt", "", &Vocabulary::embedded().unwrap()).unwrap_err().to_string();
        assert_eq!(
            form,
            "own.txt: the name does not tell the form; end it in .csv for a table, in .ttl for Turtle"
        );
    }

    #[test]
    fn the_embedded_gazetteers_are_valid() {
        let g = Gazetteer::embedded();
        assert!(g.entries().iter().all(|e| !e.label.is_empty()));
    }
}
