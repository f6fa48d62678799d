use super::*;
use crate::extract::Resources;
use crate::graph::{
    DocumentRecord, Entity, Evidence, GraphDocument, Kind, KnowledgeGraph, Mention, Statement,
};
use std::collections::BTreeMap;
use std::sync::LazyLock;

const BASE: &str = "https://e.org/";

static RESOURCES: LazyLock<Resources> = LazyLock::new(|| Resources::embedded().unwrap());

fn graph() -> KnowledgeGraph {
    let entities = [
        ("organization/enisa", Kind::Organization, "ENISA"),
        ("organization/eu-agency-for-cybersecurity", Kind::Organization, "EU Agency for Cybersecurity"),
        ("person/john-smith", Kind::Person, "John Smith"),
        ("place/hague-club", Kind::Place, "Hague Club"),
        ("country/GR", Kind::Country, "Greece"),
    ];
    let entities = entities.map(|(id, kind, label)| Entity {
        id: format!("{BASE}{id}"),
        kind,
        label: label.into(),
        aliases: Vec::new(),
        same_as: Vec::new(),
        mentions: ["a", "b"].map(|d| Mention { document: document(d), start: 0, end: 1 }).into(),
    });
    let said = |subject: &str, relation: &str, object: &str, documents: &[&str]| {
        let place = |d: &&str| Evidence { document: document(d), start: 0, end: 1, quote: "x".into() };
        Statement {
            evidence: documents.iter().map(place).collect(),
            ..Statement::new(format!("{BASE}{subject}"), relation, format!("{BASE}{object}"))
        }
    };
    let statements = vec![
        said("organization/enisa", "locatedIn", "country/GR", &["a"]),
        said("organization/eu-agency-for-cybersecurity", "locatedIn", "country/GR", &["b"]),
        said("organization/enisa", "cooperatesWith", "organization/eu-agency-for-cybersecurity", &["a"]),
        said("person/john-smith", "visited", "country/GR", &["a", "b"]),
        said("person/john-smith", "metWith", "country/GR", &["b"]),
    ];
    let documents = ["a", "b"].map(|d| DocumentRecord {
        id: document(d),
        title: None,
        date: None,
        source: format!("in/{d}.txt"),
    });
    let mut graph = KnowledgeGraph::new(BASE, RESOURCES.vocabulary().symmetric());
    let whole =
        GraphDocument { context: None, entities: entities.into(), statements, documents: documents.into() };
    graph.merge(whole).unwrap();
    graph
}

fn document(name: &str) -> String {
    format!("{BASE}document/{name}")
}

fn corrected(file: &str) -> Corrected {
    let file = Corrections::read("fix.toml", "fix-1", file).unwrap();
    apply(&[file], &graph(), &RESOURCES).unwrap()
}

/// What is said after the corrections, without the base.
fn said(file: &str) -> Vec<String> {
    let corrected = corrected(file);
    assert_eq!(corrected.problems, [], "{file}");
    let local = |id: &str| id.trim_start_matches(BASE).to_owned();
    let line = |s: &Statement| {
        let places: Vec<String> = s.evidence.iter().map(|e| local(&e.document)).collect();
        format!("{} {} {} [{}]", local(&s.subject), s.relation, local(&s.object), places.join(" "))
    };
    corrected.graph.statements().map(line).collect()
}

fn problems(file: &str) -> Vec<String> {
    corrected(file).problems.iter().map(ToString::to_string).collect()
}

fn labels(corrected: &Corrected) -> BTreeMap<String, Vec<String>> {
    let names = |e: &Entity| [e.label.clone()].into_iter().chain(e.aliases.clone()).collect();
    corrected.graph.entities().map(|e| (e.id.trim_start_matches(BASE).to_owned(), names(e))).collect()
}

const MERGE: &str =
    "[[merge]]\nentities = ['ENISA', 'the EU agency for cybersecurity']\nreason = 'renamed'\n";

#[test]
fn what_is_merged_has_all_names_and_all_evidence() {
    let lines = said(MERGE);
    assert!(
        lines.contains(&"organization/enisa locatedIn country/GR [document/a document/b]".to_owned()),
        "{lines:?}"
    );
    assert_eq!(lines.len(), 3, "{lines:?}");
    let names = &labels(&corrected(MERGE))["organization/enisa"];
    assert_eq!(names, &["ENISA", "EU Agency for Cybersecurity"]);
    let chained =
        format!("{MERGE}[[rename]]\nentity='EU Agency for Cybersecurity'\nlabel='Agency'\nreason='r'\n");
    let names = &labels(&corrected(&chained))["organization/enisa"];
    assert_eq!(names, &["Agency", "ENISA", "EU Agency for Cybersecurity"]);
}

#[test]
fn what_is_distinct_is_not_merged() {
    let file = format!(
        "{MERGE}[[distinct]]\nentities = ['organization/enisa', 'EU Agency for Cybersecurity']\nreason = 'two'\n"
    );
    let refusal = "fix.toml:1: this merge does not apply: fix.toml:4 says that `organization/enisa` and \
                   `organization/eu-agency-for-cybersecurity` are distinct";
    assert_eq!(problems(&file), [refusal]);
    let one = "[[distinct]]\nentities=['ENISA', 'organization/enisa']\nreason='r'";
    assert_eq!(
        problems(one),
        ["fix.toml:1: this distinct does not apply: `organization/enisa` and another of these are both \
          `organization/enisa`; split it"]
    );
}

#[test]
fn a_split_takes_what_a_document_says() {
    let file = "[[split]]\nentity='John Smith'\nlabel='John Smith (admiral)'\ndocuments=['b.txt']\nreason='two men'\n";
    let lines = said(file);
    let admiral = "person/john-smith-admiral";
    assert!(lines.contains(&"person/john-smith visited country/GR [document/a]".to_owned()), "{lines:?}");
    assert!(lines.contains(&format!("{admiral} visited country/GR [document/b]")), "{lines:?}");
    assert!(lines.contains(&format!("country/GR metWith {admiral} [document/b]")), "{lines:?}");
    let split = corrected(file);
    let mentions = |id: &str| split.graph.entity(&format!("{BASE}{id}")).unwrap().mentions.len();
    assert_eq!((mentions(admiral), mentions("person/john-smith")), (1, 1));
}

#[test]
fn a_split_takes_single_statements() {
    let visit = graph().statements().find(|s| s.relation == "visited").unwrap().id.clone();
    let id = &visit[visit.len() - 16..][..8];
    let lines = said(&format!(
        "[[split]]\nentity='John Smith'\nlabel='Johnny'\nstatements=['{id}']\nreason='two men'\n"
    ));
    assert!(
        lines.contains(&"person/johnny visited country/GR [document/a document/b]".to_owned()),
        "{lines:?}"
    );
    assert!(lines.contains(&"country/GR metWith person/john-smith [document/b]".to_owned()), "{lines:?}");
}

#[test]
fn another_kind_is_another_address() {
    let file = "[[retype]]\nentity='Hague Club'\nkind='Organization'\nreason='r'\n
                [[add]]\nsubject='Hague Club'\nrelation='locatedIn'\nobject='Greece'\nwhen='2019/..'\nreason='r'\n";
    let lines = said(file);
    assert!(
        lines.contains(&"organization/hague-club locatedIn country/GR [document/fix-1]".to_owned()),
        "{lines:?}"
    );
    assert!(!labels(&corrected(file)).contains_key("place/hague-club"));
}

#[test]
fn what_is_added_rests_on_the_file() {
    let file = "# é\n[[add]]\nlabel='Malta'\nkind='Country'\nreason='r'\n\n[[add]]\nsubject='ENISA'\nrelation='visited'\n\
                object='Malta'\nreason='seen' # by me\n\n# more\n[[drop]]\nentity='Hague Club'\nreason='no such thing'\n";
    let corrected = corrected(file);
    assert_eq!(corrected.problems, []);
    let added = corrected.graph.statements().find(|s| s.relation == "visited" && s.object.ends_with("/MT"));
    let evidence = &added.unwrap().evidence[0];
    let quote: String = file.chars().skip(evidence.start).take(evidence.end - evidence.start).collect();
    assert_eq!(quote, evidence.quote);
    assert!(quote.starts_with("[[add]]\nsubject") && quote.ends_with("# by me"), "{quote}");
    let document = corrected.graph.to_document().documents.pop().unwrap();
    assert_eq!((document.id, document.source), (format!("{BASE}document/fix-1"), "fix.toml".to_owned()));
}

#[test]
fn what_the_gazetteer_knows_need_not_be_added() {
    let lines = said("[[add]]\nsubject='Finland'\nrelation='joined'\nobject='NATO'\nreason='r'");
    assert!(lines.contains(&"country/FI joined organization/nato [document/fix-1]".to_owned()), "{lines:?}");
    let unknown = problems("[[add]]\nsubject='Atlantis'\nrelation='joined'\nobject='NATO'\nreason='r'");
    assert_eq!(unknown, ["fix.toml:1: this add does not apply: nothing is called `Atlantis`; add it first"]);
}

#[test]
fn what_is_dropped_goes_with_all_that_is_said_of_it() {
    assert_eq!(said("[[drop]]\nentity='Greece'\nreason='r'").len(), 1);
    let by_words = said("[[drop]]\nsubject='Greece'\nrelation='metWith'\nreason='r'");
    assert_eq!(by_words.len(), 4, "{by_words:?}");
    assert!(!by_words.iter().any(|line| line.contains("metWith")));
}

#[test]
fn entries_that_no_longer_apply_are_named() {
    let file = "[[rename]]\nentity='Atlantis'\nlabel='X'\nreason='r'\n
[[merge]]\nentities=['ENISA', 'Greece', 'Sparta']\nreason='r'\n
[[drop]]\nsubject='Greece'\nrelation='joined'\nreason='r'\n
[[retype]]\nentity='Greece'\nkind='Country'\nreason='r'\n
[[split]]\nentity='ENISA'\nlabel='Y'\ndocuments=['c.txt']\nreason='r'\n
[[add]]\nsubject='Greece'\nrelation='holdsPosition'\nobject='ENISA'\nreason='r'\n
[[rename]]\nentity='Greece'\nlabel='Hellas'\nreason='r'\n";
    assert_eq!(
        problems(file),
        [
            "fix.toml:1: this rename does not apply: nothing is called `Atlantis`",
            "fix.toml:6: this merge does not apply: `ENISA` is of kind Organization, and `Greece` of kind Country; \
             retype one first",
            "fix.toml:6: this merge does not apply: nothing is called `Sparta`",
            "fix.toml:10: this drop does not apply: nothing of the kind is said",
            "fix.toml:15: this retype does not apply: `country/GR` is of kind Country already",
            "fix.toml:20: this split does not apply: no document is called `c.txt`",
            "fix.toml:26: this add does not apply: the subject of `holdsPosition` is one of Person, and `Greece` is of \
             kind Country",
        ]
    );
    assert_eq!(labels(&corrected(file))["country/GR"], ["Hellas", "Greece"], "the rest applies");
}

#[test]
fn a_name_that_several_have_is_asked_about() {
    let file = "[[add]]\nlabel='Hague Club'\nkind='Organization'\nreason='r'\n[[drop]]\nentity='hague club'\nreason='r'";
    assert_eq!(
        problems(file),
        [
            "fix.toml:5: this drop does not apply: `hague club` is several entities; say which: organization/hague-club, \
          place/hague-club"
        ]
    );
}

#[test]
fn a_broken_file_is_refused_with_its_line() {
    for (file, message) in [
        ("\n[[merge]]\nentitys=[]", "fix.toml:3: unknown field `entitys`, expected `entities` or `reason`"),
        ("[[merge]]\nentities=['a', 'b']", "fix.toml:1: missing field `reason`"),
        ("[[merge]]\nentities=['a']\nreason='r'", "fix.toml:1: a merge names two entities or more"),
        (
            "[[rename]]\nentity='a'\nlabel='b'\nreason=' '",
            "fix.toml:4: the reason is empty; say why, for who reads this next",
        ),
        (
            "\n[[split]]\nentity='a'\nlabel='b'\nreason='r'",
            "fix.toml:2: a split says what goes to the other: either `documents` or `statements`",
        ),
        (
            "[[drop]]\nrelation='joined'\nreason='r'",
            "fix.toml:1: a drop says what goes: `entity`, or `statement`, or of a statement `subject` or `object` and \
             if need be `relation` and `when`",
        ),
        (
            "[[add]]\nsubject='a'\nrelation='joined'\nobject='b'\nwhen='May'\nreason='r'",
            "fix.toml:1: `May` is not an EDTF date: expected YYYY, YYYY-MM or YYYY-MM-DD",
        ),
    ] {
        assert_eq!(Corrections::read("fix.toml", "f", file).unwrap_err().to_string(), message);
    }
    let kind =
        Corrections::read("fix.toml", "f", "[[retype]]\nentity='a'\nkind='Ship'\nreason='r'").unwrap_err();
    assert!(
        kind.to_string().starts_with("fix.toml:3: unknown variant `Ship`, expected one of `Country`"),
        "{kind}"
    );
}

#[test]
fn corrections_without_effect_leave_the_graph_as_it_is() {
    let untouched = corrected("");
    assert_eq!(untouched.graph.to_document(), graph().to_document());
    assert!(untouched.renamed.is_empty());
    let merged = corrected(MERGE);
    let again = Corrections::read("fix.toml", "fix-1", "").unwrap();
    let again = apply(&[again], &merged.graph, &RESOURCES).unwrap();
    assert_eq!(again.graph.to_document(), merged.graph.to_document());
    assert!(!merged.renamed.is_empty(), "statements of the merged entity have new ids");
}
