//! Relations and names of a user's own, through the command and the library.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use legation::export::{Format, Options, render};
use legation::extract::{Resources, extract};
use legation::graph::GraphDocument;
use legation::source::text;
use legation::vocabulary::DEFAULT_BASE;
use std::fs;
use std::process::{Command, Output};

const TRAINING: [&str; 6] = [
    "export",
    "examples/own/training.txt",
    "--vocabulary",
    "examples/own/training.ttl",
    "--gazetteer",
    "examples/own/national-guards.csv",
];

const PREFIXES: &str =
    "@prefix lg: <https://legation.example/ns#> . @prefix my: <https://my.example/terms#> .
    @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .";

fn legation(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_legation"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap()
}

/// Standard output of the example in a format.
fn training(format: &str) -> String {
    let output = legation(&[&TRAINING[..], &["--to", format]].concat());
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    String::from_utf8(output.stdout).unwrap()
}

/// `Subject | relation | Object | date` of each statement.
fn lines(graph: &GraphDocument) -> Vec<String> {
    let label = |id: &str| graph.entities.iter().find(|e| e.id == id).unwrap().label.clone();
    let when = |s: &legation::graph::Statement| s.when.clone().unwrap_or_default();
    let line = |s: &legation::graph::Statement| {
        format!("{} | {} | {} | {}", label(&s.subject), s.relation, label(&s.object), when(s))
    };
    graph.statements.iter().map(line).collect()
}

fn read(resources: &Resources, passage: &str) -> GraphDocument {
    let document = text::read("passage.txt", passage.as_bytes().to_vec(), &text::Options::default()).unwrap();
    extract(&document, resources, DEFAULT_BASE)
}

#[test]
fn the_example_gives_the_relations_it_declares() {
    let graph: GraphDocument = serde_json::from_str(&training("json")).unwrap();
    let mut own: Vec<String> = lines(&graph);
    own.retain(|l| l.contains("trainedWith") || l.contains("pairedWith") || l.contains("cooperatesWith"));
    own.sort();
    assert_eq!(
        own,
        [
            "Austria | pairedWith | Vermont National Guard | 2022",
            "Estonia | pairedWith | Maryland National Guard | 1993",
            "Iowa National Guard | trainedWith | Kosovo Security Force | 2011/..",
            "Latvia | pairedWith | Michigan National Guard | 1993",
            "Minnesota National Guard | cooperatesWith | Norwegian Home Guard | ",
            "Minnesota National Guard | trainedWith | Norwegian Home Guard | 1974/..",
            "Minnesota National Guard | trainedWith | Norwegian Home Guard | 2023-02",
            "Mongolia | pairedWith | Alaska National Guard | 2003",
            "Mongolia | trainedWith | Alaska National Guard | ",
            "North Macedonia | cooperatesWith | Vermont National Guard | 1993/..",
        ]
    );
}

#[test]
fn every_format_names_the_users_relation() {
    let iri = "<https://training.example/terms#trainedWith>";
    let id = |local: &str| format!("<{DEFAULT_BASE}{local}>");
    let triple = format!(
        "{} {iri} {} .",
        id("organization/minnesota-national-guard"),
        id("organization/norwegian-home-guard")
    );
    assert!(training("nt").lines().any(|line| line == triple));
    assert!(training("ttl").contains(iri));
    assert!(training("dot").contains("trained with"));
    let json: serde_json::Value = serde_json::from_str(&training("jsonld")).unwrap();
    assert_eq!(json["@context"]["trainedWith"]["@id"], "https://training.example/terms#trainedWith");
    let nodes = json["@graph"].as_array().unwrap();
    assert!(nodes.iter().any(|node| node["trainedWith"]
        == serde_json::json!([format!("{DEFAULT_BASE}organization/norwegian-home-guard")])));
}

#[test]
fn without_the_files_nothing_is_left_of_them() {
    let graph = String::from_utf8(legation(&["export", TRAINING[1], "--to", "json"]).stdout).unwrap();
    assert!(!graph.contains("trainedWith"));
}

#[test]
fn the_readme_shows_what_comes_out() {
    let readme = fs::read_to_string("README.md").unwrap();
    let section = readme.split("### Your own relations and names").nth(1).unwrap();
    let section = section.split("\n### ").next().unwrap();
    let blocks: Vec<&str> = section.split("```").skip(1).step_by(2).collect();
    let [declared, table, command, output] = blocks.as_slice() else { panic!("four blocks: {blocks:#?}") };
    assert_eq!(command.trim_start_matches("sh").trim(), format!("legation {}", TRAINING.join(" ")));
    let holds = |whole: &str, block: &str| {
        let plain = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
        let whole: Vec<String> = whole.lines().map(plain).collect();
        for line in block.lines().skip(1).map(plain).filter(|l| !l.is_empty()) {
            // The README leaves lines out of lists.
            let stem = line.trim_end_matches([' ', ',', ';', '.', ']']);
            assert!(whole.iter().any(|l| l.contains(stem)), "{line}");
        }
    };
    holds(&training("ttl"), output);
    holds(&fs::read_to_string("examples/own/training.ttl").unwrap(), declared);
    holds(&fs::read_to_string("examples/own/national-guards.csv").unwrap(), table);
}

/// What the command says of a file of one's own.
fn refusal(option: &str, name: &str, text: &str) -> String {
    let folder = std::env::temp_dir().join(format!("legation-own-{name}-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join(name);
    fs::write(&file, text).unwrap();
    let output = legation(&["export", TRAINING[1], option, &file.display().to_string()]);
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    String::from_utf8(output.stderr).unwrap().replace(&file.display().to_string(), name)
}

#[test]
fn mistakes_are_refused_with_place_and_remedy() {
    let ttl = refusal("--vocabulary", "broken.ttl", &format!("{PREFIXES}\nmy:a my:b"));
    assert_eq!(ttl, "error: broken.ttl:3:10: not Turtle: Unexpected end\n");
    let kind = refusal("--gazetteer", "kinds.csv", "label,kind\nCMI,Organisation\n");
    assert!(kind.starts_with("error: kinds.csv:2: the kind `Organisation` is none of "), "{kind}");
    let none = legation(&["export", TRAINING[1], "--vocabulary", "no-such.ttl"]);
    assert_eq!(none.status.code(), Some(2));
    assert!(String::from_utf8(none.stderr).unwrap().starts_with("error: no-such.ttl: "));
}

/// Why a file of relations does not build.
fn unbuilt(turtle: &str) -> String {
    let whole = format!("{PREFIXES}\n{turtle}");
    Resources::builder().vocabulary("my.ttl", whole).build().unwrap_err().to_string()
}

#[test]
fn an_example_that_fails_says_why() {
    let mediated = "my:mediatedIn a owl:ObjectProperty ; rdfs:label 'mediated in' ; rdfs:domain lg:Agent ;
        rdfs:range lg:Country ;";
    let of = |clause: &str, example: &str| {
        unbuilt(&format!("{mediated}\nlg:frame [ lg:clause '{clause}' ; lg:example '{example}' ] ."))
    };
    let start = "my.ttl:5: relation `mediatedIn`: frame \"S mediate in O\": its example ";
    for (example, why) in [
        ("Norway mediated in O{Sri Lanka}.", "mark both slots, as in \"S{Blinken} visited O{Tokyo}.\""),
        (
            "S{Mediators} mediated in O{Sri Lanka}.",
            "`Mediators`, marked S, is not seen as a name (seen: `Sri Lanka`); add it to a gazetteer or take another",
        ),
        ("S{Norway} mediated in O{Oslo}.", "`Oslo`, marked O, is of the kind Place, and O takes Country"),
        (
            "S{Norway} may mediate in O{Sri Lanka}.",
            "it is read as \"Norway mediatedIn Sri Lanka\" (possible)",
        ),
        (
            "S{Sri Lanka} was visited when Norway mediated in O{Mali}.",
            "it is read as \"Norway mediatedIn Mali\" (asserted)",
        ),
        (
            "S{Norway} helped O{Sri Lanka}.",
            "the clause is not found in it; write the clause with the words the sentence has, in their base form",
        ),
    ] {
        assert_eq!(of("S mediate in O", example), format!("{start}\"{example}\" fails: {why}"));
    }
    let counter = "lg:frame 'S mediate in O' ; lg:counterExample 'Norway mediated in Mali.' .";
    assert_eq!(
        unbuilt(&format!("{mediated}\n{counter}")),
        "my.ttl:5: relation `mediatedIn`: the counter-example \"Norway mediated in Mali.\" is taken for a fact: \
         \"Norway mediatedIn Mali\" (asserted)"
    );
}

#[test]
fn a_users_name_means_what_the_user_says() {
    let table = "label,kind,aliases\nGeorgia Center,Organization,Georgia\n";
    let resources = Resources::builder().gazetteer("names.csv", table).build().unwrap();
    let graph = read(&resources, "Georgia signed an agreement with Norway in May 2019.");
    assert_eq!(lines(&graph), ["Norway | signedWith | Georgia Center | 2019-05"]);
}

#[test]
fn a_relation_may_live_in_any_namespace() {
    let declared = "a owl:ObjectProperty ; rdfs:label 'recognized' ; lg:inverseLabel 'recognized by' ;
        rdfs:domain lg:Country ; rdfs:range lg:Country ; lg:frame 'S recognize O' .";
    for iri in [
        "<https://my.example/terms#recognized>",
        "<https://legation.example/ns#recognized>",
        "<urn:my:/recognized>",
    ] {
        let turtle = format!("{PREFIXES}\n{iri} {declared}");
        let resources = Resources::builder().vocabulary("my.ttl", turtle).build().unwrap();
        let graph = read(&resources, "Norway recognized Kosovo in 2008.");
        assert_eq!(lines(&graph), ["Norway | recognized | Kosovo | 2008"]);
        for format in [Format::NTriples, Format::Turtle, Format::JsonLd, Format::Dot, Format::Json] {
            let written = render(&graph, resources.vocabulary(), format, &Options::default()).unwrap();
            assert!(String::from_utf8(written).unwrap().contains("recognized"), "{format}");
        }
    }
}
