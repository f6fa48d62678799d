//! Corpora of many sources as a person meets them: tables, facts, corrections, a cache.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder of its own for one test, gone afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let path = std::env::temp_dir().join(format!("legation-corpus-{test}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder for temporary files");
        Self(path)
    }

    fn write(&self, name: &str, content: &str) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a path below the folder")).expect("a subfolder");
        fs::write(path, content).expect("a file");
    }

    /// What a run writes to standard output and standard error, and its exit code.
    fn run(&self, arguments: &[&str]) -> (String, String, Option<i32>) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_legation"));
        let ended = command.args(arguments).current_dir(&self.0).output().expect("the command runs");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8 on both outputs");
        (text(ended.stdout), text(ended.stderr), ended.status.code())
    }

    fn export(&self, arguments: &[&str]) -> (String, String, Option<i32>) {
        self.run(&[&["export", "--to", "json"], arguments].concat())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A file of the repository.
fn example(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/own").join(name);
    path.to_str().expect("a path of text").to_owned()
}

/// The labels of the entities.
fn labels(graph: &str) -> Vec<String> {
    let graph: serde_json::Value = serde_json::from_str(graph).expect("a graph document");
    let entities = graph["entities"].as_array().expect("entities").clone();
    entities.iter().map(|entity| entity["label"].as_str().expect("a label").to_owned()).collect()
}

const REPORT: &str = "Finland joined NATO on 4 April 2023.\n";

#[test]
fn a_folder_of_prose_tables_and_facts_is_one_graph() {
    let folder = Folder::new("mixed");
    folder.write("in/a.txt", REPORT);
    folder.write("in/b.csv", "who,whom,day\nFinland,NATO,2023-04-04\nNoorway,NATO,1949\n");
    folder.write(
        "in/columns.toml",
        "[[table]]\nfile = 'b.csv'\ncolumns = { subject = 'who', object = 'whom', when = 'day' }\n\
         values = { relation = 'joined', subject_kind = 'Country' }\n",
    );
    folder.write(
        "in/c.toml",
        "[[fact]]\nsubject = 'Finland'\nrelation = 'joined'\nobject = 'NATO'\nwhen = '2023-04-04'\n",
    );
    folder.write("in/d.jsonl", "{\"subject\": \"Finland\", \"relation\": \"joined\", \"object\": \"NATO\", \"when\": \"2023-04-04\"}\n");
    let (graph, said, code) = folder.export(&["in", "in/d.jsonl"]);
    assert_eq!(code, Some(1));
    assert!(
        said.contains(
            "error: in/b.csv:3: column `who`, `Noorway`: no country is called `Noorway`; the nearest: Norway"
        ),
        "{said}"
    );
    let graph: serde_json::Value = serde_json::from_str(&graph).expect("a graph document");
    assert_eq!(graph["statements"].as_array().expect("statements").len(), 1, "{graph}");
    assert_eq!(graph["statements"][0]["evidence"].as_array().expect("evidence").len(), 4, "{graph}");
    assert_eq!(graph["documents"].as_array().expect("documents").len(), 4, "{graph}");
}

#[test]
fn columns_are_told_on_the_command_line() {
    let folder = Folder::new("columns");
    folder.write("v.csv", "visitor,from\nPresident Maia Sandu,Moldova\n");
    let mapping = "subject=visitor,subject_of=from,relation:=visited,object:=United States";
    let (graph, said, code) = folder.export(&["v.csv", "--columns", mapping]);
    assert_eq!((said.as_str(), code), ("", Some(0)));
    assert_eq!(labels(&graph), ["Moldova", "United States", "Maia Sandu"]);
    let (_, said, code) = folder.export(&["v.csv", "--columns", "subject=visitor,relation:=visited"]);
    assert_eq!(
        (said.as_str(), code),
        ("error: --columns: nothing says which column is the object\n", Some(2))
    );
}

#[test]
fn an_empty_text_among_others_is_remarked_on() {
    let folder = Folder::new("nothing");
    folder.write("paper.txt", " \n");
    folder.write("report.txt", "Finland joined NATO in 2023.\n");
    let (graph, said, code) = folder.export(&["paper.txt", "report.txt"]);
    assert_eq!((said.as_str(), code), ("note: paper.txt: no text in it\n", Some(0)));
    assert_eq!(labels(&graph), ["Finland", "NATO"]);
}

#[test]
fn corrections_are_replayed_and_those_that_no_longer_apply_are_named() {
    let folder = Folder::new("corrections");
    folder.write("a.txt", REPORT);
    folder.write("fix.toml", "[[rename]]\nentity = 'Finland'\nlabel = 'Suomi'\nreason = 'r'\n\n[[drop]]\nentity = 'Malta'\nreason = 'r'\n");
    let (graph, said, code) = folder.export(&["a.txt", "--corrections", "fix.toml"]);
    assert_eq!(
        (said.as_str(), code),
        ("warning: fix.toml:6: this drop does not apply: nothing is called `Malta`\n", Some(0))
    );
    assert_eq!(labels(&graph), ["Suomi", "NATO"]);
    let (explained, ..) = folder.run(&["explain", "a.txt", "Suomi joined NATO", "--corrections", "fix.toml"]);
    assert!(explained.contains("S{Finland} *joined* O{NATO}"), "{explained}");
    let (_, said, code) = folder.export(&["a.txt", "--corrections", "a.txt"]);
    assert!(said.starts_with("error: a.txt:1: ") && code == Some(2), "{said}");
}

#[test]
fn the_examples_of_corrections_and_facts_apply() {
    let folder = Folder::new("examples");
    let (text, corrections) = (example("training.txt"), example("corrections.toml"));
    let (graph, said, code) = folder.export(&[&text, "--corrections", &corrections]);
    assert_eq!((said.as_str(), code), ("", Some(0)));
    assert!(!labels(&graph).contains(&"Heimevernet".to_owned()), "{graph}");
    let (graph, said, code) = folder.export(&[&example("founders.toml")]);
    assert_eq!((said.as_str(), code), ("", Some(0)));
    assert_eq!(labels(&graph).len(), 16);
}

fn document(number: usize) -> String {
    format!("Paper {number}\n\n{REPORT}\nIn 20{:02} Estonia visited Latvia.\n", 10 + number)
}

#[test]
fn a_graph_made_with_a_cache_is_that_of_a_run_from_scratch() {
    let folder = Folder::new("cache");
    for number in 0..6 {
        folder.write(&format!("in/{number}.txt"), &document(number));
    }
    let scratch = folder.export(&["in"]);
    let cached = || folder.export(&["in", "--cache", "kept"]);
    let kept = || fs::read_dir(folder.0.join("kept")).expect("the cache").count();
    assert!(cached() == scratch && cached() == scratch);
    assert_eq!(kept(), 6);

    folder.write("in/3.txt", "Paper 3\n\nLatvia visited Estonia in 2020.\n");
    fs::remove_file(folder.0.join("in/5.txt")).expect("a file to delete");
    let changed = cached();
    assert!(changed == folder.export(&["in"]) && changed != scratch);
    assert_eq!(kept(), 7, "one document was read again");

    for entry in fs::read_dir(folder.0.join("kept")).expect("the cache") {
        fs::write(entry.expect("an entry").path(), "{").expect("a broken entry");
    }
    assert!(cached() == changed, "a broken entry is made anew");
    let other_base = ["in", "--base", "https://e.org/"];
    assert!(folder.export(&[&other_base[..], &["--cache", "kept"]].concat()) == folder.export(&other_base));
}
