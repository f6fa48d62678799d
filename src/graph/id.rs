//! Ids: pure functions of what a thing is, so that graphs built apart agree on them.
//!
//! A slug folds what spelling varies in (case, spacing, accents, stops and apostrophes) and nothing else: where a name
//! has more than that, eight hex digits of its hash keep two names from meeting in one id.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::path::Path;

use deunicode::deunicode_char;
use sha2::{Digest, Sha256};

use super::{Kind, Statement};

/// Longest slug before a hash stands for the rest.
const LONGEST: usize = 80;

/// IRI of an entity known by name: `…/organization/ccdcoe`. A disambiguator (owner, place, year) tells apart things of
/// one name: `…/organization/ministry-of-defence_japan`.
#[must_use]
pub fn entity(base: &str, kind: Kind, name: &str, disambiguator: Option<&str>) -> String {
    let mut iri = [&*directory(base), &local(kind, name)].concat();
    if let Some(other) = disambiguator {
        iri.push('_');
        iri.push_str(&slug(other));
    }
    iri
}

/// What the IRI of an entity known by name has after the base: `organization/ccdcoe`.
#[must_use]
pub fn local(kind: Kind, name: &str) -> String {
    [kind.slug(), "/", &slug(name)].concat()
}

/// IRI of a country: `…/country/JP`. `alpha2` is its ISO 3166-1 code.
#[must_use]
pub fn country(base: &str, alpha2: &str) -> String {
    let code: String = alpha2.chars().filter(char::is_ascii_alphanumeric).collect();
    format!("{}{}/{}", directory(base), Kind::Country.slug(), code.to_ascii_uppercase())
}

/// IRI of a document that was read. `name` is its short name, unique among documents.
#[must_use]
pub fn document(base: &str, name: &str) -> String {
    format!("{}document/{}", directory(base), slug(name))
}

/// IRI of the graph that a store keeps what a source says in, whatever its text is at the time: `…/source/brief-0a1b2c3d`
/// for `papers/brief.pdf`.
#[must_use]
pub fn source_graph(base: &str, source: &str) -> String {
    let stem = Path::new(source).file_stem().unwrap_or_default().to_string_lossy();
    format!("{}source/{}-{}", directory(base), slug(&stem), digest(&[Some(source)], 4))
}

/// IRI of the graph that a store keeps in what all sources share.
#[must_use]
pub fn common_graph(base: &str) -> String {
    format!("{}common", directory(base))
}

/// IRI of a statement: a hash of all its fields but evidence and the premises of an inference.
#[must_use]
pub fn statement(base: &str, statement: &Statement) -> String {
    [&*directory(base), "statement/", &fingerprint(statement)].concat()
}

/// Whether the id of a statement is its IRI under some base.
#[must_use]
pub fn is_of(statement: &Statement) -> bool {
    // What has no such form, and first of all no id yet, needs no hash.
    let local = statement.id.len().checked_sub(2 * FINGERPRINT);
    let parts = local.and_then(|local| statement.id.split_at_checked(local));
    parts.is_some_and(|(path, local)| path.ends_with("statement/") && local == fingerprint(statement))
}

/// Bytes of the hash in a statement's IRI.
const FINGERPRINT: usize = 8;

/// A hash of what the statement says, in hex.
fn fingerprint(statement: &Statement) -> String {
    let rule = statement.inferred.as_ref().map(|inference| inference.rule.as_str());
    let fields = [
        Some(statement.subject.as_str()),
        Some(statement.relation.as_str()),
        Some(statement.object.as_str()),
        statement.when.as_deref(),
        Some(statement.status.name()),
        statement.by.as_deref(),
        statement.role.as_deref(),
        rule,
    ];
    digest(&fields, FINGERPRINT)
}

/// The base with the separator that names are appended to.
fn directory(base: &str) -> Cow<'_, str> {
    if base.ends_with(['/', '#']) { Cow::Borrowed(base) } else { Cow::Owned(format!("{base}/")) }
}

/// The first `bytes` bytes of a hash of the fields, in hex. Lengths keep one field from running into the next.
fn digest(fields: &[Option<&str>], bytes: usize) -> String {
    let mut all = Vec::with_capacity(512);
    for field in fields {
        let length = field.map_or(u64::MAX, |text| text.len() as u64);
        all.extend_from_slice(&length.to_le_bytes());
        all.extend_from_slice(field.unwrap_or_default().as_bytes());
    }
    hex(&Sha256::digest(&all)[..bytes])
}

/// Bytes as hexadecimal digits, in small letters.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        for digit in [byte >> 4, byte & 15] {
            hex.push(char::from(HEX[usize::from(digit)]));
        }
    }
    hex
}

const HEX: &[u8; 16] = b"0123456789abcdef";

/// A name in lower-case ASCII letters, digits and hyphens, plus `.` and a hash if that loses more than spelling.
fn slug(name: &str) -> String {
    let mut out = String::new();
    let mut lost = false;
    for c in name.trim().chars() {
        match fold(c) {
            Fold::Nothing => {}
            Fold::Gap if out.ends_with('-') || out.is_empty() => {}
            Fold::Gap => out.push('-'),
            Fold::Letter(letter) => out.push(letter),
            Fold::Letters(letters) => out.push_str(&letters),
            Fold::Lossy(letters) => {
                out.push_str(&letters);
                lost = true;
            }
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    if out.len() > LONGEST {
        out.truncate(LONGEST);
        lost = true;
    }
    if lost || out.is_empty() {
        let _ = write!(out, ".{}", digest(&[Some(name.trim())], 4));
    }
    out
}

/// What a character of a name leaves in its slug.
enum Fold {
    Nothing,
    Gap,
    Letter(char),
    Letters(String),
    Lossy(String),
}

fn fold(c: char) -> Fold {
    match c {
        'a'..='z' | '0'..='9' | 'A'..='Z' => Fold::Letter(c.to_ascii_lowercase()),
        '.' | '\'' | '’' | 'ʼ' | '"' | '“' | '”' => Fold::Nothing,
        ' ' | '-' | '_' | '/' | ',' | ':' | ';' | '(' | ')' | '‐' | '‑' | '–' | '—' => Fold::Gap,
        '&' => Fold::Letters("and".to_owned()),
        _ if c.is_whitespace() => Fold::Gap,
        // Latin letters with marks: Latin-1 to Latin Extended-B, and Latin Extended Additional.
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' if c.is_alphabetic() => Fold::Letters(ascii(c)),
        _ => Fold::Lossy(ascii(c)),
    }
}

/// ASCII letters and digits that stand for a character, in lower case.
fn ascii(c: char) -> String {
    let letters = deunicode_char(c).unwrap_or_default().chars();
    letters.filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::Status;

    const BASE: &str = "https://example.org/id/";

    fn person(name: &str) -> String {
        entity(BASE, Kind::Person, name, None)
    }

    #[test]
    fn names_become_readable_iris() {
        assert_eq!(person("Jens Stoltenberg"), "https://example.org/id/person/jens-stoltenberg");
        assert_eq!(person("Recep Tayyip Erdoğan"), "https://example.org/id/person/recep-tayyip-erdogan");
        assert_eq!(country(BASE, "jp"), "https://example.org/id/country/JP");
        let ministry =
            entity("https://example.org/id", Kind::Organization, "Ministry of Defence", Some("Japan"));
        assert_eq!(ministry, "https://example.org/id/organization/ministry-of-defence_japan");
    }

    #[test]
    fn spelling_does_not_change_an_id() {
        assert_eq!(person("U.S. Army"), person("us  army"));
        assert_eq!(person("Locked Shields"), person("Locked-Shields"));
        assert_eq!(person("People's Party"), person("People’s Party"));
    }

    #[test]
    fn names_that_slugs_cannot_tell_apart_differ() {
        let names = ["C", "C+", "C++", "C#", "習近平", "习近平", "Си Цзиньпин", "🇯🇵", "🇰🇷", "", "%", "<C>"];
        let mut ids: Vec<_> = names.iter().map(|name| person(name)).collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), names.len());
        assert_ne!(person(&"a".repeat(90)), person(&"a".repeat(91)));
        assert!(ids.iter().all(|id| id.is_ascii()));
    }

    #[test]
    fn a_disambiguator_is_no_part_of_the_name() {
        let owned = entity(BASE, Kind::Organization, "Ministry", Some("Japan"));
        assert_ne!(owned, entity(BASE, Kind::Organization, "Ministry Japan", None));
        assert_ne!(owned, entity(BASE, Kind::Organization, "Ministry_Japan", None));
    }

    #[test]
    fn statement_ids_hang_on_content_alone() {
        let plain = Statement::new("s", "visited", "o");
        let id = statement(BASE, &plain);
        assert_eq!(id.len(), BASE.len() + "statement/".len() + 16);
        assert_eq!(statement(BASE, &Statement { id: "x".into(), ..plain.clone() }), id);
        assert_ne!(statement(BASE, &Statement { when: Some(String::new()), ..plain.clone() }), id);
        assert_ne!(statement(BASE, &Statement { status: Status::Planned, ..plain.clone() }), id);
        let moved = Statement { by: None, role: Some("x".into()), ..plain.clone() };
        assert_ne!(statement(BASE, &moved), statement(BASE, &Statement { by: Some("x".into()), ..plain }));
    }
}
