use super::*;
use crate::graph::check_evidence;
use std::sync::LazyLock;

const BASE: &str = "https://e.org/";

static RESOURCES: LazyLock<Resources> = LazyLock::new(|| Resources::embedded().unwrap());

fn read_with(name: &str, text: &str, columns: &[&str]) -> Imported {
    let columns = columns.iter().map(|c| Columns::parse(c).unwrap()).collect();
    let options = Options { columns, mappings: Vec::new() };
    let read = read(name, text, &options, &RESOURCES, BASE).unwrap();
    check_evidence(&read.graph.statements, &read.graph.documents[0].id, text).unwrap();
    read
}

/// What a table says, a statement a line.
fn said(imported: &Imported) -> Vec<String> {
    let local = |id: &str| id.trim_start_matches(BASE).to_owned();
    let line = |s: &Statement| {
        let qualifiers = [s.when.clone(), s.role.clone(), s.by.as_deref().map(local)];
        let status = Some(s.status).filter(|s| *s != Status::Asserted).map(|s| s.name().to_owned());
        let core = [local(&s.subject), s.relation.clone(), local(&s.object)];
        core.into_iter().chain(qualifiers.into_iter().flatten()).chain(status).collect::<Vec<_>>().join(" ")
    };
    imported.graph.statements.iter().map(line).collect()
}

#[test]
fn a_header_that_names_the_parts_is_enough() {
    let text = "Subject,relation,object,when,status,by,remarks\nFinland,joined,NATO,2023-04-04,,,\n\
                \"Korea, Republic of\",applied to join,CCDCOE,,planned,Estonia,\"two\nlines\"\n";
    let read = read_with("t.csv", text, &[]);
    assert_eq!(read.faults, Vec::<String>::new());
    assert_eq!(
        said(&read),
        [
            "country/FI joined organization/nato 2023-04-04",
            "country/KR appliedToJoin organization/ccdcoe country/EE planned"
        ]
    );
    assert_eq!(read.graph.statements[0].evidence[0].quote, "Finland,joined,NATO,2023-04-04,,,");
    assert!(read.graph.statements[1].evidence[0].quote.ends_with("\"two\nlines\""));
}

const VISITS: &str = "visitor,from,start-date,end-date\nPresident Maia Sandu,Moldova,2022-04-19,2022-04-21\n\
                      King Abdullah,Jordan,1994-07-25,1994-07-25\nValdas Adamkus,Lithuania,1998-01,\n";
const MAPPED: &str = "subject=visitor,subject_kind:=Person,subject_of=from,relation:=visited,object:=United \
                      States,start=start-date,end=end-date";

#[test]
fn a_mapping_tells_columns_from_constants() {
    let expected = [
        "person/king-abdullah_jordan holdsPosition country/JO 1994-07-25 King",
        "person/king-abdullah_jordan visited country/US 1994-07-25",
        "person/maia-sandu holdsPosition country/MD 2022-04-19/2022-04-21 President",
        "person/maia-sandu visited country/US 2022-04-19/2022-04-21",
        "person/valdas-adamkus visited country/US 1998-01/..",
    ];
    assert_eq!(said(&read_with("v.csv", VISITS, &[MAPPED])), expected);
    assert_eq!(said(&read_with("v.tsv", &VISITS.replace(',', "\t"), &[MAPPED])), expected);
    assert_eq!(
        said(&read_with("v.csv", &VISITS.replace(',', ";").replace('\n', "\r\n"), &[MAPPED])),
        expected
    );
}

#[test]
fn a_known_person_has_a_title_too() {
    let lines =
        said(&read_with("v.csv", "visitor,from,start-date,end-date\nKing Hussein,Jordan,,\n", &[MAPPED]));
    let king = "person/hussein-of-jordan";
    assert_eq!(
        lines,
        [format!("{king} holdsPosition country/JO King"), format!("{king} visited country/US")]
    );
}

#[test]
fn a_row_may_say_several_things() {
    let text = "name,role,country,day\nA. Bee,president,France,2001\n";
    let columns = [
        "subject=name,subject_kind:=Person,relation:=visited,object=country,when=day",
        "subject=name,relation:=holdsPosition,object:=United States,role:={role} of all",
    ];
    let lines = said(&read_with("t.csv", text, &columns));
    assert_eq!(
        lines,
        ["person/a-bee holdsPosition country/US president of all", "person/a-bee visited country/FR 2001"]
    );
}

#[test]
fn json_objects_are_rows() {
    let objects =
        r#"{"subject": "Finland", "relation": "visited", "object": ["Japan", "India"], "when": 2019}"#;
    let other = r#"{"subject": "Japan", "relation": "visited", "object": "Finland", "note": null}"#;
    let expected = [
        "country/FI visited country/IN 2019",
        "country/FI visited country/JP 2019",
        "country/JP visited country/FI",
    ];
    for text in [format!("{objects}\n\n{other}\n"), format!("[\n{objects},\n{other}]")] {
        let read = read_with("t.json", &text, &[]);
        assert_eq!(said(&read), expected);
        assert_eq!(read.graph.statements[2].evidence[0].quote, other);
    }
}

#[test]
fn a_bad_row_is_named_and_the_others_are_taken() {
    let text = "subject,relation,object,when,status\nFinland,joined,NATO,2023,\nFinland,joint,NATO,2023,\n\
                Finnland,visited,Japan,,\nFinland,locatedIn,Japan,,\nFinland,visited,Japan,May 2020,\n,visited,Japan,,\n\
                Finland,visited,Japan,,sure\n\nFinland,met with,Japan,,\n";
    let read = read_with("t.csv", text, &[]);
    assert_eq!(
        read.faults,
        [
            "t.csv:3: column `relation`, `joint`: vocabulary: there is no relation `joint`; did you mean `joined`?",
            "t.csv:4: column `subject`, `Finnland`: `Finnland` is not known, and could be Country, Organization, Person; \
             say which with subject_kind",
            "t.csv:5: column `subject`, `Finland`: `Finland` is not known, and could be Organization, Event, Place; say \
             which with subject_kind",
            "t.csv:6: column `when`, `May 2020`: `May 2020` is not an EDTF date: expected YYYY, YYYY-MM or YYYY-MM-DD",
            "t.csv:7: the row has no subject",
            "t.csv:8: column `status`, `sure`: expected asserted, planned, possible, negated",
        ]
    );
    assert_eq!(said(&read).len(), 2);
}

#[test]
fn dates_that_run_backwards_are_faults() {
    let text =
        "subject,relation,object,start,end\nFinland,visited,Japan,2020,2019\nFinland,visited,Japan,,2019\n";
    let read = read_with("t.csv", text, &[]);
    assert_eq!(read.faults, ["t.csv:2: the row ends (2019) before it starts (2020)"]);
    assert_eq!(said(&read), ["country/FI visited country/JP ../2019"]);
}

#[test]
fn a_table_nobody_can_read_is_refused() {
    let refusal = |text: &str, columns: &str| {
        let columns = (!columns.is_empty()).then(|| Columns::parse(columns).unwrap());
        let options = Options { columns: columns.into_iter().collect(), mappings: Vec::new() };
        read("t.csv", text, &options, &RESOURCES, BASE).unwrap_err().to_string()
    };
    assert_eq!(
        refusal("a,b\n1,2\n", ""),
        "t.csv: nothing says which column is the subject; name the columns subject, relation, object, or say with \
         --columns which is which"
    );
    assert_eq!(
        refusal("who,what\n1,2\n", "subject=whom,relation:=visited,object=what"),
        "t.csv: there is no column `whom`, but who, what; did you mean `who`?"
    );
    for (columns, message) in [
        (
            "subject=a,relation",
            "--columns: `relation` is neither FIELD=COLUMN nor FIELD:=CONSTANT, such as subject=visitor",
        ),
        ("subjekt=a", "--columns: `subjekt` is no part of a statement; expected subject, subject_kind"),
        ("subject=a,relation:=b", "--columns: nothing says which column is the object"),
    ] {
        let refusal = Columns::parse(columns).unwrap_err().to_string();
        assert!(refusal.starts_with(message), "{refusal}");
    }
}

#[test]
fn a_mapping_file_is_about_files_by_name() {
    let mapping = "[[table]]\nfile = 'v.csv'\ncolumns = { subject = 'visitor', subject_of = 'from' }\n\
                   values = { relation = 'visited', object = 'United States', subject_kind = 'Person' }\n\
                   [names]\nJordan = 'Egypt'\n";
    let options = Options { columns: Vec::new(), mappings: vec![Mapping::read("m.toml", mapping).unwrap()] };
    let read = |name: &str| read(name, VISITS, &options, &RESOURCES, BASE);
    let lines = said(&read("in/v.csv").unwrap());
    assert!(
        lines.contains(&"person/king-abdullah_egypt holdsPosition country/EG King".to_owned()),
        "{lines:?}"
    );
    assert!(read("w.csv").is_err());
    let refusal =
        Mapping::read("m.toml", &mapping.replace("'from' }", "'from', relation = 'x' }")).unwrap_err();
    assert_eq!(refusal.to_string(), "m.toml:2: `relation` is given both a column and a constant");
}
