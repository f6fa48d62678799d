//! Questions to a graph: what they answer, with which sentence, and how they are refused.

use crate::graph::{Graph, ask, legation, maps, said};
use legation::graph::{GraphDocument, Kind, Status};
use legation::store::{ParameterKind, Query, ResultFormat, Store, Terms, questions};
use legation::vocabulary::{DEFAULT_BASE, Vocabulary};
use std::collections::BTreeMap;

/// The ladder of the example: two partners at the top, one a step below, a member who is no partner.
fn ladder() -> Graph {
    Graph::new()
        .entities(Kind::Country, &["Japan", "Korea", "Fiji", "India", "France"])
        .entities(Kind::Organization, &["NATO", "CCDCOE", "Ministry", "Division"])
        .entities(Kind::Event, &["Shields", "Summit"])
        .fact("CCDCOE partOf NATO", "")
        .fact("Division partOf NATO", "")
        .fact("Ministry partOf Japan", "")
        .fact("CCDCOE organized Shields", "2012/..")
        .fact("NATO organized Summit", "2022")
        .fact("Japan participatedIn Shields", "2021")
        .fact("Japan participatedIn Shields", "2019/..")
        .fact("Korea participatedIn Shields", "2019/..")
        .fact("Fiji participatedIn Shields", "")
        .fact("France participatedIn Shields", "2015")
        .fact("India participatedIn Summit", "2022")
        .fact("Japan cooperatesWith NATO", "")
        .fact("Korea signedWith NATO", "2019-11")
        .fact("Korea signedWith NATO", "2012")
        .fact("Korea cooperatesWith NATO", "2001")
        .says("Fiji signedWith Division", "2023-03", Status::Planned)
        .fact("India cooperatesWith NATO", "")
        .fact("Ministry joined CCDCOE", "2022")
        .fact("Korea joined CCDCOE", "")
        .says("India joined CCDCOE", "", Status::Planned)
        .fact("France memberOf NATO", "")
}

#[test]
fn three_step_tells_how_far_each_partner_has_come() {
    let graph = ladder();
    let columns = ["partner", "step", "state", "since", "by", "quote"];
    assert_eq!(
        graph.rows("three-step", &[("body", "NATO")], &columns),
        [
            "Fiji | 1 exercise | done | - | Fiji participatedIn Shields | Fiji participatedIn Shields",
            "Fiji | 2 agreement | planned | 2023-03 | Fiji signedWith Division | Fiji signedWith Division",
            "Fiji | 3 membership | open | - | - | -",
            "India | 1 exercise | open | - | - | -",
            "India | 2 agreement | done | - | India cooperatesWith NATO | India cooperatesWith NATO",
            "India | 3 membership | planned | - | India joined CCDCOE | India joined CCDCOE",
            "Japan | 1 exercise | done | 2019/.. | Japan participatedIn Shields | Japan participatedIn Shields",
            "Japan | 2 agreement | done | - | Japan cooperatesWith NATO | Japan cooperatesWith NATO",
            "Japan | 3 membership | done | 2022 | Ministry joined CCDCOE | Ministry joined CCDCOE",
            "Korea | 1 exercise | done | 2019/.. | Korea participatedIn Shields | Korea participatedIn Shields",
            "Korea | 2 agreement | done | 2012 | Korea signedWith NATO | Korea signedWith NATO",
            "Korea | 3 membership | done | - | Korea joined CCDCOE | Korea joined CCDCOE",
        ]
    );
    let of_the_part = graph.rows("three-step", &[("body", "CCDCOE")], &["partner", "step", "state"]);
    assert!(of_the_part.contains(&"Japan | 3 membership | done".to_owned()), "{of_the_part:?}");
    assert!(of_the_part.contains(&"Fiji | 1 exercise | done".to_owned()), "{of_the_part:?}");
}

#[test]
fn plans_make_no_members_and_members_no_applicants() {
    let graph = ladder().fact("Fiji appliedToJoin CCDCOE", "2018");
    let body = [("body", "CCDCOE")];
    assert_eq!(
        graph.rows("members", &body, &["member", "relation", "when"]),
        ["Korea | joined | -", "Ministry | joined | 2022"]
    );
    assert_eq!(graph.rows("applicants", &body, &["applicant", "when"]), ["Fiji | 2018"]);
}

#[test]
fn paths_are_the_shortest_and_no_longer_than_four() {
    let graph = Graph::new()
        .entities(Kind::Country, &["A", "B", "C", "D", "E", "F", "X"])
        .fact("A metWith B", "2019")
        .fact("C metWith B", "")
        .fact("A attacked X", "")
        .fact("X sanctioned D", "")
        .fact("C metWith D", "")
        .fact("D metWith E", "")
        .fact("E metWith F", "")
        .says("A metWith E", "", Status::Negated);
    let path = |from, to| graph.rows("path", &[("from", from), ("to", to)], &["chain", "step", "quote"]);
    assert_eq!(path("A", "B"), ["direct | 1 | A metWith B"]);
    assert_eq!(path("A", "D"), ["via X | 1 | A attacked X", "via X | 2 | X sanctioned D"]);
    let far = ["via X, D and E | 1 | A attacked X", "via X, D and E | 2 | X sanctioned D"];
    assert_eq!(path("A", "F")[..2], far);
    assert_eq!(path("B", "F").len(), 4);
    assert!(path("B", "B").is_empty());
    let longer = graph.entities(Kind::Country, &["G"]).fact("F metWith G", "");
    assert!(longer.rows("path", &[("from", "B"), ("to", "G")], &["chain"]).is_empty());
}

#[test]
fn a_contradiction_is_between_documents() {
    let graph = Graph::new()
        .entities(Kind::Country, &["A", "B"])
        .entities(Kind::Organization, &["N"])
        .says_in("one", "A joined N", "2020", Status::Asserted)
        .says_in("two", "A joined N", "", Status::Negated)
        .says_in("one", "B joined N", "2021", Status::Asserted)
        .says_in("one", "B joined N", "2019", Status::Negated);
    let columns = ["subject", "relation", "object", "when", "denied_when"];
    assert_eq!(graph.rows("contradictions", &[], &columns), ["A | joined | N | 2020 | -"]);
    assert!(graph.rows("contradictions", &[("of", "B")], &columns).is_empty());
}

#[test]
fn a_timeline_is_cut_at_both_ends() {
    let graph = Graph::new()
        .entities(Kind::Country, &["A", "B"])
        .fact("A visited B", "2018-12")
        .fact("A visited B", "2019")
        .fact("B visited A", "2020-01-05")
        .fact("A visited B", "2021-06")
        .fact("A metWith B", "");
    let line = |with: &[(&str, &str)]| {
        let with = [&[("of", "A")], with].concat();
        graph.rows("timeline", &with, &["when"]).join(" ")
    };
    assert_eq!(line(&[]), "2018-12 2019 2020-01-05 2021-06");
    assert_eq!(line(&[("since", "2019")]), "2019 2020-01-05 2021-06");
    assert_eq!(line(&[("until", "2020")]), "2018-12 2019 2020-01-05");
    assert_eq!(line(&[("since", "2019"), ("until", "2020-01")]), "2019 2020-01-05");
    let refused = graph.answer("timeline", &[("of", "A"), ("since", "soon")]).unwrap_err().to_string();
    assert!(refused.starts_with("--with since: `soon` is "), "{refused}");
}

#[test]
fn gaps_are_filled_or_the_fault_is_named() {
    let graph = ladder();
    let refusal = |name: &str, with: &[(&str, &str)]| graph.answer(name, with).unwrap_err().to_string();
    assert_eq!(
        refusal("members", &[]),
        "--saved: `members` needs --with body=ENTITY (the organization or agreement)"
    );
    assert!(refusal("member", &[]).contains("there is no question `member`; did you mean `members`?"));
    assert!(refusal("members", &[("bdy", "NATO")]).contains("did you mean `body`?; it takes body"));
    assert!(
        refusal("members", &[("body", "NARO")])
            .starts_with("NARO: no entity has this name; the nearest: NATO")
    );
    assert_eq!(refusal("members", &[("body", "NATO"), ("body", "CCDCOE")]), "--with body: is given twice");
    let all = graph.rows("visits", &[], &["visitor"]);
    assert!(all.is_empty());
}

#[test]
fn every_saved_question_says_what_it_answers_and_what_it_takes() {
    let questions = questions().expect("the shipped questions are read");
    let names: Vec<&str> = questions.iter().map(|q| q.name.as_str()).collect();
    let mut files: Vec<String> = std::fs::read_dir("schema/queries")
        .expect("the folder of questions")
        .map(|entry| entry.expect("a file").file_name().to_string_lossy().trim_end_matches(".rq").to_owned())
        .collect();
    files.sort();
    assert_eq!(names, files);
    for question in &questions {
        assert!(question.about.ends_with('.'), "{}", question.name);
        assert!(question.parameters.iter().all(|p| !p.about.is_empty()), "{}", question.name);
    }
}

/// Each question, asked of the examples, answers with the very words of the documents.
#[test]
fn every_row_quotes_the_sentence_it_rests_on() {
    let (graph, texts) = examples();
    let vocabulary = Vocabulary::embedded().expect("the shipped vocabulary loads");
    for question in questions().expect("the shipped questions are read") {
        let values = |name: &str| match name {
            "body" if question.name == "applicants" => "European Union",
            "of" if question.name == "partners" => "Indian Navy",
            "name" if question.name == "who-is" => "Ulf Kristersson",
            "body" => "CCDCOE",
            "speaker" => "United States",
            "from" => "Estonia",
            "to" => "Japan",
            _ => "Finland",
        };
        let needed = question.parameters.iter().filter(|p| !p.optional);
        let with: Vec<(&str, &str)> = needed
            .inspect(|p| assert_eq!(p.kind, ParameterKind::Entity))
            .map(|p| (p.name.as_str(), values(&p.name)))
            .collect();
        let answer = ask(&graph, &vocabulary, &question.name, &with).expect("an answer");
        let mut quoted = 0;
        for row in maps(&answer) {
            let Some(evidence) = row.get("evidence") else { continue };
            let (document, place) = evidence.split_once("#char=").expect("a document and a place");
            let (start, end) = place.split_once(',').expect("two offsets");
            let (start, end): (usize, usize) =
                (start.parse().expect("a number"), end.parse().expect("a number"));
            let words: String = texts[document].chars().skip(start).take(end - start).collect();
            assert_eq!(row["quote"], words, "{}", question.name);
            quoted += 1;
        }
        let silent = ["claims-by", "contradictions", "three-step"].contains(&question.name.as_str());
        assert!(quoted > 0 || silent, "{} has rows", question.name);
    }
}

/// The graph of the example documents, and their texts by IRI.
fn examples() -> (GraphDocument, BTreeMap<String, String>) {
    use legation::source::{files, text};
    let resources = legation::extract::Resources::embedded().expect("the shipped resources load");
    let found = files::find(&["examples/*.txt".to_owned()]).expect("the examples");
    let read = |input: &files::Input| input.read(&text::Options::default());
    let mut texts = BTreeMap::new();
    for input in &found.inputs {
        let document = read(input).expect("a readable example");
        texts.insert(legation::graph::id::document(DEFAULT_BASE, &document.id), document.raw);
    }
    let pulled = legation::pull(&found.inputs, read, &resources, DEFAULT_BASE, || ()).expect("a graph");
    (pulled.graph.to_document(), texts)
}

#[test]
fn answers_come_in_the_standard_formats() {
    let graph = ladder();
    let document = graph.knowledge.to_document();
    let terms = Terms::new(&graph.vocabulary, DEFAULT_BASE);
    let store = Store::of(&document, &graph.vocabulary).expect("a store");
    let render = |sparql: &str, format| {
        let query = Query::parse("query", sparql, &terms).expect("SPARQL");
        let bytes = store.ask(&query).expect("an answer").render(format, &terms, None);
        bytes.map(|bytes| String::from_utf8(bytes).expect("UTF-8")).map_err(|e| e.to_string())
    };
    let who = "SELECT ?who ?name { ?who lg:joined organization:ccdcoe ; rdfs:label ?name }";
    let korea = "https://legation.example/id/country/korea";
    assert_eq!(
        render(who, None).unwrap(),
        "who                    name\n---------------------  --------\ncountry:korea          Korea\norganization:ministry  Ministry\n"
    );
    assert!(
        render(who, Some(ResultFormat::Csv)).unwrap().starts_with(&format!("who,name\r\n{korea},Korea\r\n"))
    );
    assert!(render(who, Some(ResultFormat::Tsv)).unwrap().contains(&format!("<{korea}>\t\"Korea\"\n")));
    let json: serde_json::Value =
        serde_json::from_str(&render(who, Some(ResultFormat::Json)).unwrap()).unwrap();
    assert_eq!(json["results"]["bindings"][0]["who"]["value"], korea);
    let build = "CONSTRUCT { ?who lg:joined ?body } { ?who lg:joined ?body }";
    let turtle = render(build, None).unwrap();
    assert!(turtle.starts_with("@prefix country:"), "{turtle}");
    assert!(turtle.ends_with("country:korea lg:joined organization:ccdcoe .\norganization:ministry lg:joined organization:ccdcoe .\n"), "{turtle}");
    assert!(
        render(build, Some(ResultFormat::NTriples))
            .unwrap()
            .contains(&format!("<{korea}> <https://legation."))
    );
    assert_eq!(render("ASK { organization:nato lg:joined ?x }", None).unwrap(), "no\n");
    assert_eq!(
        render(build, Some(ResultFormat::Csv)).unwrap_err(),
        "--to: the query gives triples, which `csv` cannot hold; take ttl or nt"
    );
    assert_eq!(
        render(who, Some(ResultFormat::Turtle)).unwrap_err(),
        "--to: the query gives rows, which `ttl` cannot hold; take table, csv, tsv or json"
    );
}

#[test]
fn the_command_answers_in_csv_and_shows_its_sparql() {
    let arguments = ["query", "examples/accessions.txt", "--saved", "members", "--with", "body=NATO"];
    let (out, _, code) = said(&legation(&[&arguments[..], &["--to", "csv"]].concat()));
    assert_eq!(code, Some(0));
    assert!(out.starts_with("member,relation,when,said_by,evidence,quote\r\n"), "{out}");
    let row =
        "Finland,joined,2023-04-04,,https://legation.example/id/document/accessions-63261f62#char=405,436";
    assert!(out.contains(&row.replace("#char=405,436", "#char=405")) || out.contains(row), "{out}");
    let (sparql, _, _) = said(&legation(&[&arguments[..], &["--show"]].concat()));
    assert!(sparql.contains("PREFIX lg: <https://legation.example/ns#>"), "{sparql}");
    assert!(sparql.contains("lg:object <https://legation.example/id/organization/nato>"), "{sparql}");
    assert!(
        !sparql.contains('$') || sparql.lines().all(|l| !l.contains('$') || l.starts_with('#')),
        "{sparql}"
    );
    let (again, _, _) = said(&legation(&["query", "examples/accessions.txt", &sparql, "--to", "csv"]));
    assert_eq!(again, out);
}

#[test]
fn the_command_points_at_faults() {
    let (out, error, code) =
        said(&legation(&["query", "examples/accessions.txt", "SELECT ?x { ?x lg:joinned ?y }"]));
    assert_eq!((out.as_str(), code), ("", Some(2)));
    assert_eq!(
        error,
        "error: query: line 1, column 16: the vocabulary has no term `joinned`; did you mean `joined`?\n \
         1 | SELECT ?x { ?x lg:joinned ?y }\n   |                ^^^^^^^^^^\n"
    );
    let (_, error, code) = said(&legation(&["query", "examples/accessions.txt"]));
    assert_eq!(code, Some(2));
    assert!(error.contains("what is asked is missing"), "{error}");
    let (list, _, code) = said(&legation(&["query", "--list"]));
    assert_eq!(code, Some(0));
    assert!(list.contains("three-step\n    How far each partner"), "{list}");
    assert!(list.contains("--with [since=DATE]"), "{list}");
}
