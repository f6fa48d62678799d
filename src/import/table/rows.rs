//! The rows of a table and where in its text they stand.

use crate::Error;
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

/// A table taken apart.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// Names of the columns.
    pub(super) header: Vec<String>,
    pub(super) rows: Vec<Written>,
}

/// One row.
#[derive(Debug)]
pub(super) struct Written {
    /// The line it begins in, from 1.
    pub(super) line: usize,
    /// Where its text stands, in bytes.
    pub(super) range: Range<usize>,
    pub(super) cells: Vec<String>,
}

/// Takes a table apart: comma-, semicolon- or tab-separated values with a header, a JSON array of flat objects, or one
/// such object a line.
///
/// # Errors
/// What is not as it should be, and where.
pub(super) fn read(place: &str, text: &str) -> Result<Rows, Error> {
    let body = text.trim_start_matches('\u{feff}').trim_start();
    if body.starts_with('[') {
        return array(place, text);
    }
    if body.starts_with('{') {
        return lines(place, text);
    }
    separated(place, text)
}

fn separated(place: &str, text: &str) -> Result<Rows, Error> {
    let skipped = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let body = &text[skipped..];
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(place, body))
        .flexible(true)
        .from_reader(body.as_bytes());
    let broken = |e: csv::Error| Error::invalid(place, e.to_string());
    let header: Vec<String> =
        reader.headers().map_err(broken)?.iter().map(|name| name.trim().to_owned()).collect();
    let mut rows = Vec::new();
    let mut counter = LineCounter::new(text);
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(broken)? {
        let begin = record.position().map_or(0, csv::Position::byte);
        let end = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX).min(body.len());
        let begin = usize::try_from(begin).unwrap_or(end).min(end);
        let range = trimmed(text, skipped + begin..skipped + end);
        let cells = record.iter().map(str::to_owned).collect();
        rows.push(Written { line: counter.line(range.start), range, cells });
    }
    Ok(Rows { header, rows })
}

/// What parts the cells: a tab if the file's name says so, else the mark that the header has most of.
fn delimiter(place: &str, text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    if Path::new(place).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("tsv")) {
        return b'\t';
    }
    let count = |mark: u8| header.matches(char::from(mark)).count();
    // Of equals the last is taken.
    [b';', b'\t', b','].into_iter().max_by_key(|&mark| count(mark)).unwrap_or(b',')
}

/// A range without the white space around its text.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let own = &text[range.clone()];
    let start = range.start + (own.len() - own.trim_start().len());
    start..start.max(range.start + own.trim_end().len())
}

/// Lines of places that only move forward.
struct LineCounter<'t> {
    text: &'t str,
    at: usize,
    line: usize,
}

impl<'t> LineCounter<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, at: 0, line: 1 }
    }

    fn line(&mut self, at: usize) -> usize {
        let passed = self.text.get(self.at..at).unwrap_or_default();
        self.line += passed.matches('\n').count();
        self.at = at.max(self.at);
        self.line
    }
}

fn array(place: &str, text: &str) -> Result<Rows, Error> {
    let body = text.trim_start_matches('\u{feff}');
    let objects: Vec<&RawValue> = serde_json::from_str(body)
        .map_err(|e| Error::invalid(place, format!("not a JSON array of objects: {e}")))?;
    let pieces = objects.into_iter().map(|raw| {
        let begin = raw.get().as_ptr().addr() - text.as_ptr().addr();
        begin..begin + raw.get().len()
    });
    objects_of(place, text, pieces)
}

fn lines(place: &str, text: &str) -> Result<Rows, Error> {
    let mut at = 0;
    let pieces: Vec<Range<usize>> = text
        .split_inclusive('\n')
        .map(|line| {
            let range = at..at + line.len();
            at = range.end;
            trimmed(text, range)
        })
        .filter(|range| !text[range.clone()].trim_start_matches('\u{feff}').is_empty())
        .collect();
    objects_of(place, text, pieces.into_iter())
}

fn objects_of(place: &str, text: &str, pieces: impl Iterator<Item = Range<usize>>) -> Result<Rows, Error> {
    let mut table = Rows::default();
    let mut counter = LineCounter::new(text);
    for range in pieces {
        let line = counter.line(range.start);
        let fault = |message: String| Error::invalid(format!("{place}:{line}"), message);
        let object: Map<String, Value> =
            serde_json::from_str(text[range.clone()].trim_start_matches('\u{feff}'))
                .map_err(|e| fault(format!("not a JSON object: {e}")))?;
        let mut cells = vec![String::new(); table.header.len()];
        for (name, value) in object {
            let value =
                flat(&value).ok_or_else(|| fault(format!("`{name}` is no text, number or list of such")))?;
            if let Some(at) = table.header.iter().position(|known| *known == name) {
                cells[at] = value;
            } else {
                table.header.push(name);
                cells.push(value);
            }
        }
        table.rows.push(Written { line, range, cells });
    }
    Ok(table)
}

/// A value as a cell of a table; several are parted by semicolons.
fn flat(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Array(all) => Some(all.iter().map(flat).collect::<Option<Vec<_>>>()?.join(";")),
        Value::Object(_) => None,
    }
}

/// Whether a JSON text is a table, by its first object: a flat one, with the parts of a statement for keys unless it is
/// known how its columns are read. The lines of a graph have a `type`.
pub(in crate::import) fn is_table(text: &str, mapped: bool) -> bool {
    let body = text.trim_start_matches('\u{feff}').trim_start();
    let body = body.strip_prefix('[').unwrap_or(body);
    let mut objects = serde_json::Deserializer::from_str(body).into_iter::<BTreeMap<String, &RawValue>>();
    let Some(Ok(first)) = objects.next() else { return false };
    let has = |name: &str| first.keys().any(|key| key.eq_ignore_ascii_case(name));
    let of_graph = first.keys().any(|key| key.starts_with('@'))
        || first
            .get("type")
            .is_some_and(|kind| ["\"entity\"", "\"statement\"", "\"document\""].contains(&kind.get()));
    let flat = first.values().all(|raw| looks_flat(raw.get()));
    flat && !of_graph && (mapped || ["subject", "relation", "object"].into_iter().all(has))
}

/// Whether a JSON value begins like one that fits into a cell.
fn looks_flat(json: &str) -> bool {
    let inner = json.strip_prefix('[').unwrap_or(json).trim_start();
    !inner.starts_with(['{', '['])
}
