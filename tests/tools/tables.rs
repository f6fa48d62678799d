//! CSV, read by the reader of the csv crate.

use super::graphs::{hostile, iri, small};
use super::text_with;
use legation::export::{Format, Options, Table};
use legation::graph::GraphDocument;

/// The header and the rows of a table; what a spreadsheet would take for a formula is checked and undone.
fn table(graph: &GraphDocument, table: Table) -> (Vec<String>, Vec<Vec<String>>) {
    let text = text_with(graph, Format::Csv, &Options { table, ..Options::default() });
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let rows = reader.records().map(|row| row.unwrap().iter().map(had_back).collect()).collect();
    (header, rows)
}

fn had_back(cell: &str) -> String {
    let formula = ['=', '+', '-', '@', '\t', '\r'];
    assert!(!cell.starts_with(formula), "a spreadsheet would run {cell:?}");
    let marked = cell.starts_with('\'') && cell.trim_start_matches('\'').starts_with(formula);
    if marked { cell[1..].to_owned() } else { cell.to_owned() }
}

fn column(rows: &[Vec<String>], header: &[String], name: &str) -> Vec<String> {
    let at = header.iter().position(|title| title == name).unwrap();
    rows.iter().map(|row| row[at].clone()).collect()
}

#[test]
fn headers_have_the_types_of_the_bulk_import() {
    let headers: Vec<String> = Table::ALL.map(|t| table(&small(), t).0.join(",")).into();
    assert_eq!(
        headers,
        [
            "id:ID,label,kind,aliases:string[],sameAs:string[],:LABEL",
            ":START_ID,:END_ID,:TYPE,id,label,relation,status,when,firstDay:date,lastDay:date,by,role,\
             confidence:float,inferredBy,inferredFrom:string[],symmetric:boolean,support:long,documents:long,\
             evidence:string[]",
            "id:ID,source,start:long,end:long,quote,:LABEL",
            "id:ID,title,date,source,:LABEL",
            ":START_ID,:END_ID,:TYPE,starts:long[],ends:long[]",
        ]
    );
}

#[test]
fn a_statement_keeps_all_it_says() {
    let (header, rows) = table(&small(), Table::Relationships);
    let of = |name: &str| column(&rows, &header, name);
    let types = ["JOINED", "NEGATED_LEFT", "MEMBER_OF", "HOLDS_POSITION", "PLANNED_VISITED"];
    assert_eq!(of(":TYPE"), types);
    assert_eq!(of("firstDay:date"), ["2023-04-04", "", "", "2014-01-01", "2025-01-01"]);
    assert_eq!(of("lastDay:date"), ["2023-04-04", "", "", "", "2025-12-31"]);
    assert_eq!(of("by")[3], iri("country/finland"));
    assert_eq!((&*of("role")[3], &*of("confidence:float")[0]), ("Secretary General", "0.90"));
    assert_eq!((&*of("inferredBy")[2], &of("inferredFrom:string[]")[2]), ("joined-is-member", &of("id")[0]));
    assert_eq!(of("support:long"), ["1", "0", "0", "2", "1"]);
    let passages = format!("{0}#char=60,73;{0}#char=110,123", iri("document/d"));
    assert_eq!(of("evidence:string[]")[3], passages);
}

#[test]
fn passages_sources_and_mentions_have_tables() {
    let (header, rows) = table(&small(), Table::Evidence);
    assert_eq!(column(&rows, &header, "start:long"), ["0", "60", "110", "60"]);
    assert_eq!(column(&rows, &header, "quote")[1], "The Secretary");
    let (_, sources) = table(&small(), Table::Sources);
    let source = [&*iri("document/d"), "The \"Title\"", "2024-06", "https://news.example/d.html", "Source"];
    assert_eq!(sources, [source]);
    let (_, links) = table(&small(), Table::Links);
    assert_eq!(links[4], [&*iri("country/finland"), &*iri("document/d"), "MENTIONED_IN", "0", "7"]);
    assert_eq!(
        links[0],
        [&*format!("{}#char=0,55", iri("document/d")), &*iri("document/d"), "QUOTED_FROM", "", ""]
    );
}

#[test]
fn hostile_text_comes_back() {
    let graph = hostile();
    let (header, rows) = table(&graph, Table::Nodes);
    let labels: Vec<String> = graph.entities.iter().map(|e| e.label.clone()).collect();
    assert_eq!(column(&rows, &header, "label"), labels);
    let lists = column(&rows, &header, "aliases:string[]");
    for (entity, list) in graph.entities.iter().zip(lists).filter(|(e, _)| !e.aliases.is_empty()) {
        let aliases: Vec<String> = list.split(';').map(|alias| alias.replace('\u{37e}', ";")).collect();
        assert_eq!(aliases, entity.aliases);
    }
    let (header, rows) = table(&graph, Table::Relationships);
    let roles: Vec<String> = graph.statements.iter().filter_map(|s| s.role.clone()).collect();
    assert_eq!(column(&rows, &header, "role"), roles);
    let (header, rows) = table(&graph, Table::Evidence);
    let mut quotes: Vec<String> =
        graph.statements.iter().flat_map(|s| &s.evidence).map(|e| e.quote.clone()).collect();
    let mut read = column(&rows, &header, "quote");
    quotes.sort();
    read.sort();
    assert_eq!(read, quotes);
}
