//! Files of facts that others keep: which form one has, and how it is read.

use super::table::{self, Options, rows};
use super::{Imported, factbook, handwritten};
use crate::Error;
use crate::extract::Resources;
use crate::source::decode::decode;
use std::path::Path;

/// A form of facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A table: CSV, TSV, or flat objects in JSON.
    Table,
    /// Profiles of the World Factbook in JSON.
    Factbook,
    /// Facts written by hand in TOML.
    Handwritten,
}

/// The form of the facts in a file; none if it holds something else.
#[must_use]
pub fn told(name: &str, bytes: &[u8], options: &Options) -> Option<Form> {
    let extension = Path::new(name).extension().unwrap_or_default().to_string_lossy().to_lowercase();
    match extension.as_str() {
        "csv" | "tsv" => Some(Form::Table),
        "toml" => Some(Form::Handwritten),
        "json" | "jsonl" | "ndjson" => {
            let text = str::from_utf8(bytes).ok()?;
            if factbook::told(text) {
                return Some(Form::Factbook);
            }
            rows::is_table(text, options.are_about(name)).then_some(Form::Table)
        }
        _ => None,
    }
}

/// Reads a file of facts; `place` is its name. The ids of what it holds begin with `base`.
///
/// # Errors
/// It is not in the form, with the place.
pub fn read(
    form: Form,
    place: &str,
    bytes: Vec<u8>,
    options: &Options,
    resources: &Resources,
    base: &str,
) -> Result<Imported, Error> {
    let text = decode(place, bytes)?;
    match form {
        Form::Table => table::read(place, &text, options, resources, base),
        Form::Factbook => factbook::read(place, &text, resources, base),
        Form::Handwritten => handwritten::read(place, &text, resources, base),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::table::Columns;

    #[test]
    fn names_and_content_tell_the_form() {
        let mapped = Columns::parse("subject=who,relation:=visited,object=whom").unwrap();
        let mapped = Options { columns: vec![mapped], mappings: Vec::new() };
        let plain = Options::default();
        let row = r#"{"who": "Finland", "whom": "Japan"}"#;
        let statement = r#"[{"subject": "Finland", "relation": "visited", "object": "Japan"}]"#;
        let graph = r#"{"@context": {}, "entities": [], "statements": []}"#;
        let line = r#"{"type":"statement","id":"s","subject":"a","relation":"visited","object":"b"}"#;
        for (name, text, options, form) in [
            ("a.CSV", "", &plain, Some(Form::Table)),
            ("a.toml", "", &plain, Some(Form::Handwritten)),
            ("a.txt", "a,b", &mapped, None),
            ("a.jsonl", row, &mapped, Some(Form::Table)),
            ("a.jsonl", row, &plain, None),
            ("a.json", statement, &plain, Some(Form::Table)),
            ("a.json", graph, &mapped, None),
            ("a.jsonl", line, &mapped, None),
            ("a.json", "[1", &mapped, None),
        ] {
            assert_eq!(told(name, text.as_bytes(), options), form, "{name}: {text}");
        }
    }
}
