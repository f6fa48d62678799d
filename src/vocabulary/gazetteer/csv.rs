//! A user's table of names.
//!
//! The first line names the columns, in any order: `label` and `kind` are needed, the others are listed in [`COLUMNS`].
//! Several values in one field are parted by `;` or `|`. Lines that begin with `#` are remarks.

use super::super::suggest::did_you_mean;
use super::super::turtle::in_line;
use super::Entry;
use super::own::{Draft, tell_apart};
use crate::Error;
use crate::graph::{Kind, id};
use ::csv::{Reader, ReaderBuilder, StringRecord, Trim};

/// The columns and the properties they give.
const COLUMNS: [(&str, &str); 12] = [
    ("label", "prefLabel"),
    ("kind", ""),
    ("aliases", "altLabel"),
    ("weak_aliases", "weakLabel"),
    ("former_names", "formerName"),
    ("family_name", "familyName"),
    ("gender", "gender"),
    ("called_the", "calledThe"),
    ("owner", "owner"),
    ("located_in", "locatedIn"),
    ("same_as", "sameAs"),
    ("id", ""),
];

/// Columns whose fields hold one value, which may have the marks that part others.
const SINGLE: [&str; 5] = ["label", "kind", "id", "owner", "located_in"];

pub(super) fn read(place: &str, text: &str) -> Result<Vec<Draft>, Error> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = reader(text);
    let broken = |e: ::csv::Error| Error::invalid(place, e.to_string());
    let columns = columns(place, text, reader.headers().map_err(broken)?)?;
    let mut drafts = Vec::new();
    for record in reader.records() {
        let record = record.map_err(broken)?;
        let line = line_of(text, &record);
        drafts.push(draft(&columns, &record, line).map_err(|message| in_line(place, line, &message))?);
    }
    tell_apart(&mut drafts).map_err(|(first, second)| {
        let message = format!(
            "`{}` stands in line {} already; write its names in one line, or give one of them another `id`",
            drafts[second].entry.label,
            drafts[first].line.unwrap_or_default()
        );
        in_line(place, drafts[second].line, &message)
    })?;
    Ok(drafts)
}

/// A reader of the table, whose fields are parted as its first line shows.
fn reader(text: &str) -> Reader<&[u8]> {
    let header = text.lines().find(|l| !l.starts_with('#')).unwrap_or_default();
    let delimiter = [',', '\t', ';'].into_iter().find(|&d| header.contains(d)).unwrap_or(',');
    ReaderBuilder::new()
        .delimiter(u8::try_from(delimiter).unwrap_or(b','))
        .comment(Some(b'#'))
        .flexible(true)
        .trim(Trim::All)
        .from_reader(text.as_bytes())
}

/// The line a record stands in. The reader gives the place where it began to look for it, remarks and empty lines before
/// it included.
fn line_of(text: &str, record: &StringRecord) -> Option<usize> {
    let from = record.position().and_then(|p| usize::try_from(p.byte()).ok())?;
    let (before, rest) = text.split_at_checked(from)?;
    let passed = rest.lines().take_while(|line| line.is_empty() || line.starts_with('#')).count();
    Some(before.lines().count() + passed + 1)
}

/// The columns by position.
fn columns(place: &str, text: &str, header: &StringRecord) -> Result<Vec<&'static str>, Error> {
    let plain = |name: &str| name.to_lowercase().replace([' ', '-', '_'], "");
    let line = line_of(text, header);
    let known = COLUMNS.map(|(name, _)| name);
    let mut columns = Vec::new();
    for name in header {
        let column = known.into_iter().find(|k| plain(k) == plain(name)).ok_or_else(|| {
            let near = did_you_mean(name, known);
            let message = format!("the column `{name}` is none of {}{near}", known.join(", "));
            in_line(place, line, &message)
        })?;
        columns.push(column);
    }
    match ["label", "kind"].into_iter().find(|needed| !columns.contains(needed)) {
        Some(missing) => {
            let message = format!(
                "the first line names no column `{missing}`; begin the table with `label,kind,aliases`"
            );
            Err(in_line(place, line, &message))
        }
        None => Ok(columns),
    }
}

fn draft(columns: &[&str], record: &StringRecord, line: Option<usize>) -> Result<Draft, String> {
    if record.len() > columns.len() {
        return Err(format!(
            "{} fields, and there are {} columns; a field with a comma in it needs quotation marks",
            record.len(),
            columns.len()
        ));
    }
    if record.iter().any(|field| field.contains('\n')) {
        return Err("a field runs over the end of the line; is a quotation mark left open?".to_owned());
    }
    let field =
        |name: &str| columns.iter().position(|c| *c == name).and_then(|i| record.get(i)).unwrap_or_default();
    let (label, kind) = (field("label"), field("kind"));
    if label.is_empty() {
        return Err("there is no label".to_owned());
    }
    let kind = read_kind(kind)?;
    let own_id = Some(field("id")).filter(|id| !id.is_empty()).map(|id| read_id(id, kind)).transpose()?;
    let identified = own_id.is_some();
    let iri_local = own_id.unwrap_or_else(|| id::local(kind, label));
    let mut draft = Draft { line, entry: Entry::new(iri_local.into(), kind), identified, iri: None };
    for (column, property) in COLUMNS.iter().filter(|(_, property)| !property.is_empty()) {
        for value in values(column, field(column)) {
            draft.add(property, value)?;
        }
    }
    Ok(draft)
}

fn values<'a>(column: &str, field: &'a str) -> impl Iterator<Item = &'a str> {
    let parted = !SINGLE.contains(&column);
    field.split(move |c| parted && matches!(c, ';' | '|')).map(str::trim).filter(|value| !value.is_empty())
}

fn read_kind(name: &str) -> Result<Kind, String> {
    let known = Kind::ALL.into_iter().find(|kind| kind.name().eq_ignore_ascii_case(name));
    known.ok_or_else(|| {
        let all = Kind::ALL.map(Kind::name);
        format!("the kind `{name}` is none of {}{}", all.join(", "), did_you_mean(name, all))
    })
}

/// `kind/local` of an id given in full or by its last part.
fn read_id(id: &str, kind: Kind) -> Result<String, String> {
    let local = id.strip_prefix(kind.slug()).and_then(|rest| rest.strip_prefix('/')).unwrap_or(id);
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if !local.is_empty() && local.chars().all(plain) {
        return Ok(format!("{}/{local}", kind.slug()));
    }
    Err(format!(
        "the id `{id}` is not made of letters, digits, `-`, `_` and `.`, such as `{}/my-name`",
        kind.slug()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(table: &str) -> String {
        read("names.csv", table).unwrap_err().to_string()
    }

    #[test]
    fn a_table_gives_labels_kinds_and_names() {
        let table = "\u{feff}# bodies\nKind;Label;Aliases;Called the\norganization;Sea Guard of Fiji;Sea Guard|SGF;guard\n";
        let drafts = read("names.csv", table).unwrap();
        let entry = &drafts[0].entry;
        assert_eq!(
            (&*entry.label, entry.kind, &*entry.iri_local),
            ("Sea Guard of Fiji", Kind::Organization, "organization/sea-guard-of-fiji")
        );
        assert_eq!(
            entry.names.iter().map(|n| &*n.text).collect::<Vec<_>>(),
            ["Sea Guard of Fiji", "Sea Guard", "SGF"]
        );
        assert_eq!((entry.called_the[0].as_ref(), drafts[0].line), ("guard", Some(3)));
    }

    #[test]
    fn refusals_name_line_and_remedy() {
        for (table, message) in [
            (
                "label,sort\n",
                "names.csv:1: the column `sort` is none of label, kind, aliases, weak_aliases, \
              former_names, family_name, gender, called_the, owner, located_in, same_as, id",
            ),
            (
                "label,aliases\n",
                "names.csv:1: the first line names no column `kind`; begin the table with \
              `label,kind,aliases`",
            ),
            (
                "label,kind\nA B,Organisation\n",
                "names.csv:2: the kind `Organisation` is none of Country, Organization, \
              Person, Event, Agreement, Document, Place; did you mean `Organization`?",
            ),
            (
                "label,kind\n\nA B,person,C D\n",
                "names.csv:3: 3 fields, and there are 2 columns; a field with a comma in \
              it needs quotation marks",
            ),
            ("label,kind\n,person\n", "names.csv:2: there is no label"),
            (
                "label,kind\n\"Ada,person\nBo Ek,person\n",
                "names.csv:2: a field runs over the end of the line; is a \
              quotation mark left open?",
            ),
            (
                "label,kind,aliases\nSea Guard,organization,S\n",
                "names.csv:2: the name `S` is too short to be told from \
              other words",
            ),
            (
                "label,kind\nSea Guard,organization\nsea guard,event\nSea guard,organization\n",
                "names.csv:3: the name \
              `sea guard` has no capital letter and would be found wherever the word is used; write it as a name, or \
              give it as what the thing is called after it was named (`called_the` in a table, lg:calledThe)",
            ),
            (
                "label,kind\nSea Guard,organization\nSea Guard,organization\n",
                "names.csv:3: `Sea Guard` stands in line 2 \
              already; write its names in one line, or give one of them another `id`",
            ),
            (
                "label,kind,id\nSea Guard,organization,x y\n",
                "names.csv:2: the id `x y` is not made of letters, digits, \
              `-`, `_` and `.`, such as `organization/my-name`",
            ),
        ] {
            assert_eq!(refusal(table), message);
        }
    }
}
