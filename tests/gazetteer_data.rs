//! The gazetteers of countries, places and people are well formed and know what a reader expects them to know.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{NamedOrBlankNode, Term};

const COUNTRIES: &str = include_str!("../schema/gazetteer/countries.ttl");
const PLACES: &str = include_str!("../schema/gazetteer/places.ttl");
const PEOPLE: &str = include_str!("../schema/gazetteer/people.ttl");

const ID: &str = "https://legation.example/id/";

/// Properties whose values are names as they stand in prose.
const NAMES: [&str; 9] = [
    "prefLabel",
    "altLabel",
    "formerName",
    "weakLabel",
    "adjective",
    "demonym",
    "demonymPlural",
    "capital",
    "metonym",
];

/// One entry: values by the local name of their property, in file order.
type Entry = BTreeMap<String, Vec<String>>;

/// A gazetteer: entries by IRI.
type Gazetteer = BTreeMap<String, Entry>;

fn local_name(iri: &str) -> &str {
    iri.rsplit(['#', '/']).next().unwrap_or(iri)
}

fn read(turtle: &str) -> Gazetteer {
    let mut entries = Gazetteer::new();
    for quad in RdfParser::from_format(RdfFormat::Turtle).for_slice(turtle) {
        let quad = quad.expect("a gazetteer is valid Turtle");
        let subject = match quad.subject {
            NamedOrBlankNode::NamedNode(node) => Some(node.into_string()),
            NamedOrBlankNode::BlankNode(_) => None,
        };
        let value = match quad.object {
            Term::NamedNode(node) => Some(node.into_string()),
            Term::Literal(literal) => Some(literal.value().to_owned()),
            _ => None,
        };
        entries
            .entry(subject.expect("an entry has an IRI"))
            .or_default()
            .entry(local_name(quad.predicate.as_str()).to_owned())
            .or_default()
            .push(value.expect("a value is an IRI or a text"));
    }
    entries
}

fn values<'a>(entry: &'a Entry, property: &str) -> &'a [String] {
    entry.get(property).map_or(&[], Vec::as_slice)
}

fn has(entry: &Entry, property: &str, value: &str) -> bool {
    values(entry, property).iter().any(|v| v == value)
}

fn get<'a>(gazetteer: &'a Gazetteer, path: &str) -> &'a Entry {
    gazetteer.get(&format!("{ID}{path}")).expect(path)
}

fn is_name(entry: &Entry, name: &str) -> bool {
    has(entry, "prefLabel", name) || has(entry, "altLabel", name)
}

#[test]
fn every_entry_has_its_kind_one_preferred_label_and_a_place_among_the_ids() {
    for (turtle, kind, segment) in
        [(COUNTRIES, "Country", "country/"), (PLACES, "Place", "place/"), (PEOPLE, "Person", "person/")]
    {
        let gazetteer = read(turtle);
        let mut labels = BTreeSet::new();
        for (iri, entry) in &gazetteer {
            assert_eq!(values(entry, "type"), [format!("https://legation.example/ns#{kind}")], "{iri}");
            let id = iri
                .strip_prefix(ID)
                .and_then(|rest| rest.strip_prefix(segment))
                .unwrap_or_else(|| panic!("{iri} is no {kind}"));
            assert!(id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'), "{iri}");
            let [label] = values(entry, "prefLabel") else {
                panic!("{iri} needs exactly one prefLabel");
            };
            assert!(labels.insert(label.clone()), "{label} is there twice");
        }
    }
}

#[test]
fn names_are_clean_and_said_once() {
    for turtle in [COUNTRIES, PLACES, PEOPLE] {
        for (iri, entry) in read(turtle) {
            for property in NAMES.into_iter().chain(["familyName", "notation"]) {
                let names = values(&entry, property);
                let distinct: BTreeSet<_> = names.iter().collect();
                assert_eq!(distinct.len(), names.len(), "{iri} repeats a {property}");
                for name in names {
                    let words: Vec<_> = name.split_whitespace().collect();
                    assert_eq!(&words.join(" "), name, "stray whitespace in {iri}");
                    assert!(!name.is_empty(), "{iri} has an empty {property}");
                    assert!(!name.contains('\u{2019}'), "curly apostrophe in {name}");
                    assert!(
                        name == "The Hague" || name == "The Valley" || !name.starts_with("The "),
                        "leading article in {name}"
                    );
                }
            }
            assert!(
                !values(&entry, "altLabel").iter().any(|alt| has(&entry, "prefLabel", alt)),
                "{iri} repeats its prefLabel"
            );
        }
    }
}

#[test]
fn entries_stand_in_the_order_of_their_ids() {
    for turtle in [COUNTRIES, PLACES, PEOPLE] {
        let subjects: Vec<_> =
            turtle.lines().filter_map(|line| line.split_once(" a lg:").map(|(subject, _)| subject)).collect();
        assert!(subjects.is_sorted(), "unsorted");
        assert_eq!(subjects.len(), read(turtle).len());
    }
}

#[test]
fn every_iso_country_is_there_with_both_codes_and_an_adjective() {
    let countries = read(COUNTRIES);
    let mut alpha_2 = BTreeSet::new();
    let mut alpha_3 = BTreeSet::new();
    for (iri, entry) in &countries {
        let [two, three] = values(entry, "notation") else {
            assert_eq!(values(entry, "notation").len(), 3, "{iri} lacks a code");
            continue;
        };
        assert_eq!((two.len(), three.len()), (2, 3), "{iri}");
        assert_eq!(local_name(iri), two);
        assert!(alpha_2.insert(two.clone()) && alpha_3.insert(three.clone()));
        let same = format!("http://publications.europa.eu/resource/authority/country/{three}");
        assert_eq!(values(entry, "sameAs"), [same]);
    }
    assert_eq!(alpha_2.len(), 250, "ISO 3166-1 and Kosovo");
    for (iri, entry) in &countries {
        assert!(
            !values(entry, "adjective").is_empty() || !values(entry, "editorialNote").is_empty(),
            "{iri} has neither an adjective nor a word on why"
        );
        assert_eq!(
            values(entry, "demonym").is_empty(),
            values(entry, "demonymPlural").is_empty(),
            "{iri} needs singular and plural"
        );
    }
}

#[test]
fn historical_states_keep_their_withdrawn_codes() {
    let countries = read(COUNTRIES);
    for (name, code) in
        [("soviet-union", "SU"), ("czechoslovakia", "CS"), ("yugoslavia", "YU"), ("east-germany", "DD")]
    {
        assert!(has(get(&countries, &format!("country/{name}")), "notation", code));
    }
}

#[test]
fn short_names_and_old_names_lead_to_their_country() {
    let countries = read(COUNTRIES);
    for (code, name) in [
        ("US", "US"),
        ("US", "U.S."),
        ("US", "USA"),
        ("GB", "UK"),
        ("GB", "U.K."),
        ("GB", "Great Britain"),
        ("AE", "UAE"),
        ("CD", "DRC"),
        ("KP", "DPRK"),
        ("KR", "ROK"),
        ("KR", "Republic of Korea"),
        ("CN", "PRC"),
        ("TR", "Turkey"),
        ("CZ", "Czech Republic"),
        ("VN", "Viet Nam"),
        ("CI", "Ivory Coast"),
        ("TL", "East Timor"),
        ("CV", "Cape Verde"),
        ("MM", "Burma"),
        ("BA", "Bosnia"),
    ] {
        assert!(is_name(get(&countries, &format!("country/{code}")), name), "{name}");
    }
    for (code, name) in [("SZ", "Swaziland"), ("MK", "Macedonia"), ("CD", "Zaire"), ("LK", "Ceylon")] {
        assert!(has(get(&countries, &format!("country/{code}")), "formerName", name), "{name}");
    }
    for (code, name) in [("KR", "Korea"), ("CD", "Congo"), ("CG", "Congo"), ("NL", "Holland")] {
        assert!(has(get(&countries, &format!("country/{code}")), "weakLabel", name), "{name}");
    }
    for code in ["GE", "JO", "TD"] {
        assert_eq!(values(get(&countries, &format!("country/{code}")), "ambiguous"), ["true"]);
    }
}

#[test]
fn demonyms_are_words_not_notes() {
    let countries = read(COUNTRIES);
    for (code, property, name) in [
        ("JP", "adjective", "Japanese"),
        ("GB", "adjective", "British"),
        ("GB", "demonymPlural", "Britons"),
        ("NL", "demonym", "Dutchman"),
        ("BW", "demonymPlural", "Batswana"),
        ("LS", "demonym", "Mosotho"),
        ("NE", "adjective", "Nigerien"),
        ("NG", "adjective", "Nigerian"),
        ("CZ", "demonymPlural", "Czechs"),
        ("DK", "demonym", "Dane"),
    ] {
        assert!(has(get(&countries, &format!("country/{code}")), property, name), "{name}");
    }
    for (iri, entry) in &countries {
        for name in NAMES[4..7].iter().flat_map(|property| values(entry, property)) {
            assert!(!name.contains(['(', ')', ',', ';']), "{name} of {iri}");
        }
    }
}

#[test]
fn an_adjective_names_one_country() {
    let mut owner = BTreeMap::new();
    for (iri, entry) in read(COUNTRIES) {
        for adjective in values(&entry, "adjective") {
            let other = owner.insert(adjective.clone(), iri.clone());
            assert_eq!(other, None, "{adjective} is also of {iri}");
        }
    }
}

#[test]
fn every_capital_is_a_place() {
    let places = read(PLACES);
    for (iri, entry) in read(COUNTRIES) {
        for capital in values(&entry, "capital") {
            assert!(
                has(&entry, "prefLabel", capital) || places.values().any(|p| is_name(p, capital)),
                "{capital} of {iri} is no place"
            );
        }
    }
}

#[test]
fn places_lie_in_countries_that_exist() {
    let countries = read(COUNTRIES);
    let places = read(PLACES);
    for (iri, entry) in &places {
        let countries_of = values(entry, "locatedIn");
        assert!(countries_of.len() < 2, "{iri}");
        assert!(countries_of.iter().all(|c| countries.contains_key(c)), "{iri}");
    }
    assert!(places.len() >= 900, "{}", places.len());
}

#[test]
fn well_known_places_are_there() {
    let places = read(PLACES);
    for (name, country) in [
        ("geneva", Some("CH")),
        ("ramstein", Some("DE")),
        ("lviv", Some("UA")),
        ("crimea", Some("UA")),
        ("okinawa", Some("JP")),
        ("diego-garcia", Some("IO")),
        ("kashmir", None),
        ("indo-pacific", None),
        ("south-china-sea", None),
        ("gulf-of-aden", None),
    ] {
        let expected: Vec<_> = country.map(|c| format!("{ID}country/{c}")).into_iter().collect();
        assert_eq!(values(get(&places, &format!("place/{name}")), "locatedIn"), expected);
    }
    assert!(has(get(&places, "place/europe"), "adjective", "European"));
    assert!(is_name(get(&places, "place/mumbai"), "Bombay"));
    assert!(is_name(get(&places, "place/guantanamo-bay"), "Guantanamo Bay"));
}

#[test]
fn people_have_a_family_name_and_a_gender() {
    let people = read(PEOPLE);
    for (iri, entry) in &people {
        assert!(!values(entry, "familyName").is_empty(), "{iri}");
        assert!(matches!(values(entry, "gender"), [g] if g == "female" || g == "male"), "{iri}");
    }
    assert!(people.len() >= 450, "{}", people.len());
}

#[test]
fn well_known_people_go_by_the_names_prose_gives_them() {
    let people = read(PEOPLE);
    for (id, family, gender) in [
        ("xi-jinping", "Xi", "male"),
        ("viktor-orban", "Orban", "male"),
        ("ursula-von-der-leyen", "von der Leyen", "female"),
        ("pedro-sanchez", "Sánchez", "male"),
        ("mohammed-bin-salman", "bin Salman", "male"),
        ("abiy-ahmed", "Abiy", "male"),
        ("jacinda-ardern", "Ardern", "female"),
        ("winston-churchill", "Churchill", "male"),
        ("antonio-guterres", "Guterres", "male"),
    ] {
        let person = get(&people, &format!("person/{id}"));
        assert!(has(person, "familyName", family), "{family}");
        assert!(has(person, "gender", gender), "{id}");
    }
    assert!(is_name(get(&people, "person/volodymyr-zelenskyy"), "Volodymyr Zelensky"));
    assert!(is_name(get(&people, "person/recep-tayyip-erdogan"), "Recep Tayyip Erdogan"));
}
