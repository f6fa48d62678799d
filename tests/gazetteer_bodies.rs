//! The gazetteers of organizations, national bodies, events, agreements and documents: well formed, no name
//! claimed twice, and the names readers meet every day are there.

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::Term;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const VOCABULARY: &str = "https://legation.example/ns#";
const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";
const TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const BASE: &str = "https://legation.example/id/";

/// A file, the segment of its IRIs, its class, and how many entries it has at least.
const FILES: [(&str, &str, &str, usize); 5] = [
    ("organizations", "organization", "Organization", 260),
    ("national-bodies", "organization", "Organization", 260),
    ("events", "event", "Event", 110),
    ("agreements", "agreement", "Agreement", 110),
    ("documents", "work", "Document", 60),
];

/// The properties of an entry and their values, in file order.
type Entry = BTreeMap<String, Vec<String>>;

/// The entries of one file by IRI, and their IRIs in the order they stand there.
struct Gazetteer {
    entries: BTreeMap<String, Entry>,
    order: Vec<String>,
}

impl Gazetteer {
    fn read(file: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("schema/gazetteer/{file}.ttl"));
        let text = std::fs::read(&path).expect("a gazetteer file");
        let mut read = Self { entries: BTreeMap::new(), order: Vec::new() };
        for quad in RdfParser::from_format(RdfFormat::Turtle).for_slice(&text) {
            let quad = quad.expect("valid Turtle");
            let subject = bare(&quad.subject.to_string());
            read.add(subject, quad.predicate.into_string(), value(&quad.object));
        }
        read
    }

    fn add(&mut self, subject: String, predicate: String, value: String) {
        if !self.entries.contains_key(&subject) {
            self.order.push(subject.clone());
        }
        self.entries.entry(subject).or_default().entry(predicate).or_default().push(value);
    }

    /// The IRI of the entry that has `label` as its usual or other name.
    fn find(&self, label: &str) -> Option<&str> {
        let found = self.entries.iter().find(|(_, entry)| strong(entry).any(|name| name == label));
        found.map(|(iri, _)| iri.as_str())
    }
}

/// An IRI without its angle brackets.
fn bare(node: &str) -> String {
    node.trim_matches(['<', '>']).to_owned()
}

fn value(term: &Term) -> String {
    if let Term::Literal(literal) = term { literal.value().to_owned() } else { bare(&term.to_string()) }
}

fn values<'a>(entry: &'a Entry, namespace: &str, name: &str) -> &'a [String] {
    entry.get(&format!("{namespace}{name}")).map_or(&[], Vec::as_slice)
}

/// The names that stand for the entry without further support.
fn strong(entry: &Entry) -> impl Iterator<Item = &String> {
    values(entry, SKOS, "prefLabel").iter().chain(values(entry, SKOS, "altLabel"))
}

/// Every name of the entry.
fn names(entry: &Entry) -> impl Iterator<Item = &String> {
    let other = values(entry, VOCABULARY, "formerName").iter().chain(values(entry, VOCABULARY, "weakLabel"));
    strong(entry).chain(other)
}

fn is_slug(name: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    name.split('-').all(|part| !part.is_empty() && part.bytes().all(plain))
}

fn each(check: impl Fn(&str, &str, &Entry)) {
    for (file, ..) in FILES {
        for (iri, entry) in &Gazetteer::read(file).entries {
            check(file, iri, entry);
        }
    }
}

/// Asserts that no usual or other name belongs to two of the entries.
fn assert_unclaimed<'a>(entries: impl Iterator<Item = (&'a String, &'a Entry)>) {
    let mut claims: BTreeMap<&String, &String> = BTreeMap::new();
    for (iri, name) in entries.flat_map(|(iri, entry)| strong(entry).map(move |name| (iri, name))) {
        if let Some(other) = claims.insert(name, iri) {
            assert_eq!(other, iri, "both claim {name:?}");
        }
    }
}

#[test]
fn files_hold_entries_of_one_kind_sorted_by_iri() {
    for (file, segment, class, least) in FILES {
        let gazetteer = Gazetteer::read(file);
        assert!(gazetteer.entries.len() >= least, "{file} has {}", gazetteer.entries.len());
        assert!(gazetteer.order.is_sorted(), "{file} is not sorted");
        for (iri, entry) in &gazetteer.entries {
            let slug = iri.strip_prefix(&format!("{BASE}{segment}/"));
            assert!(slug.is_some_and(is_slug), "{file}: {iri}");
            assert_eq!(entry[TYPE], [format!("{VOCABULARY}{class}")], "{iri}");
        }
    }
}

#[test]
fn entries_use_the_known_properties_and_have_one_usual_name() {
    let mut known: BTreeSet<String> = BTreeSet::from([TYPE.to_owned()]);
    known.extend(["prefLabel", "altLabel"].map(|name| format!("{SKOS}{name}")));
    known.extend(
        ["formerName", "weakLabel", "metonym", "calledThe", "owner"]
            .map(|name| format!("{VOCABULARY}{name}")),
    );
    each(|file, iri, entry| {
        assert!(entry.keys().all(|property| known.contains(property)), "{file}: {iri}");
        assert_eq!(values(entry, SKOS, "prefLabel").len(), 1, "{file}: {iri}");
        assert!(values(entry, VOCABULARY, "owner").len() <= 1, "{file}: {iri}");
    });
}

#[test]
fn no_name_is_claimed_by_two_entries() {
    for (file, ..) in FILES {
        assert_unclaimed(Gazetteer::read(file).entries.iter());
    }
}

#[test]
fn international_and_national_bodies_share_neither_iri_nor_name() {
    let (world, nations) = (Gazetteer::read("organizations"), Gazetteer::read("national-bodies"));
    assert!(world.entries.keys().all(|iri| !nations.entries.contains_key(iri)));
    assert_unclaimed(world.entries.iter().chain(&nations.entries));
}

#[test]
fn an_entry_gives_each_name_once() {
    each(|file, iri, entry| {
        let mut seen = BTreeSet::new();
        assert!(names(entry).all(|name| seen.insert(name)), "{file}: {iri}");
    });
}

#[test]
fn names_are_clean() {
    each(|file, iri, entry| {
        for name in names(entry) {
            let words: Vec<&str> = name.split_whitespace().collect();
            assert_eq!(&words.join(" "), name, "{file}: {iri}");
            assert!(!words.is_empty() && !words[0].eq_ignore_ascii_case("the"), "{file}: {iri}");
        }
    });
}

#[test]
fn later_mentions_are_common_nouns() {
    each(|file, iri, entry| {
        for noun in values(entry, VOCABULARY, "calledThe") {
            let plain = noun.chars().all(|c| !c.is_uppercase()) && noun.trim() == noun && !noun.is_empty();
            assert!(plain, "{file}: {iri}: {noun:?}");
        }
    });
}

#[test]
fn owners_are_countries_or_known_organizations() {
    let organizations = ["organizations", "national-bodies"].map(Gazetteer::read);
    each(|file, iri, entry| {
        for owner in values(entry, VOCABULARY, "owner") {
            let code = owner.strip_prefix(&format!("{BASE}country/")).unwrap_or_default();
            let is_country = code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase());
            let is_known = organizations.iter().any(|file| file.entries.contains_key(owner));
            assert!(is_country || is_known, "{file}: {iri}: {owner}");
        }
    });
}

#[test]
fn national_bodies_stand_with_their_state() {
    let nations = Gazetteer::read("national-bodies");
    let owners = nations.entries.values().flat_map(|entry| values(entry, VOCABULARY, "owner"));
    let states: BTreeSet<&String> = owners.collect();
    assert!(states.len() > 100, "only {} owners", states.len());
    for (name, code) in
        [("Bundestag", "DE"), ("CERT-In", "IN"), ("JMSDF", "JP"), ("GCSB", "NZ"), ("Duma", "RU")]
    {
        let found = nations.entries.values().find(|entry| names(entry).any(|label| label == name));
        let owner = found.map(|entry| values(entry, VOCABULARY, "owner"));
        assert_eq!(owner, Some([format!("{BASE}country/{code}")].as_slice()), "{name}");
    }
}

#[test]
fn everyday_names_are_known() {
    let partnership = "agreement/individually-tailored-partnership-programme";
    let cases = [
        ("organizations", "NATO", "organization/nato"),
        ("organizations", "North Atlantic Treaty Organisation", "organization/nato"),
        ("organizations", "EU", "organization/european-union"),
        ("organizations", "Cooperative Cyber Defense Center of Excellence", "organization/ccdcoe"),
        ("organizations", "Quadrilateral Security Dialog", "organization/quad"),
        ("organizations", "Cozy Bear", "organization/apt29"),
        ("organizations", "U.N. Security Council", "organization/un-security-council"),
        ("national-bodies", "State Department", "organization/us-department-of-state"),
        ("national-bodies", "MI6", "organization/mi6"),
        ("national-bodies", "U.S. Cyber Command", "organization/us-cyber-command"),
        ("events", "Locked Shield", "event/locked-shields"),
        ("events", "Exercise Kakadu", "event/exercise-kakadu"),
        ("events", "ADMM-Plus", "event/asean-defence-ministers-meeting-plus"),
        ("agreements", "JCPOA", "agreement/joint-comprehensive-plan-of-action"),
        ("agreements", "Lisbon Treaty", "agreement/treaty-of-lisbon"),
        ("agreements", "Individually Tailored Partnership Program", partnership),
        ("documents", "Tallinn Manual", "work/tallinn-manual"),
        ("documents", "Helsinki Final Act", "work/helsinki-final-act"),
    ];
    for (file, name, id) in cases {
        assert_eq!(Gazetteer::read(file).find(name), Some(format!("{BASE}{id}").as_str()), "{name}");
    }
}

#[test]
fn names_that_are_also_words_or_shared_need_support() {
    for (file, name) in [
        ("organizations", "IS"),
        ("organizations", "Memorial"),
        ("national-bodies", "Congress"),
        ("national-bodies", "CSIS"),
        ("events", "Zapad"),
        ("documents", "National Security Strategy"),
    ] {
        let gazetteer = Gazetteer::read(file);
        assert_eq!(gazetteer.find(name), None, "{name}");
        let weak = |entry: &Entry| values(entry, VOCABULARY, "weakLabel").iter().any(|label| label == name);
        assert!(gazetteer.entries.values().any(weak), "{name}");
    }
}

#[test]
fn generic_names_are_left_to_their_owners() {
    let nations = Gazetteer::read("national-bodies");
    for name in
        ["Ministry of Defence", "Ministry of Defense", "Ministry of Foreign Affairs", "Coast Guard", "Navy"]
    {
        assert!(!nations.entries.values().any(|entry| names(entry).any(|label| label == name)), "{name}");
    }
}
