//! The command as a person meets it: what it says, where, and how it ends.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder of its own for one test, gone afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let path = std::env::temp_dir().join(format!("legation-cli-{test}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder for temporary files");
        Self(path)
    }

    fn with(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a path below the folder")).expect("a subfolder");
        fs::write(path, content).expect("a file");
        self
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_legation"));
        command.args(arguments).current_dir(&self.0).stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Ended {
        Ended::from(self.command(arguments).output().expect("the command runs"))
    }

    /// Names of all files below the folder, sorted.
    fn files(&self) -> Vec<String> {
        let mut files = Vec::new();
        list(&self.0, "", &mut files);
        files.sort();
        files
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn list(folder: &Path, prefix: &str, files: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a readable folder") {
        let entry = entry.expect("a readable entry");
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            list(&entry.path(), &format!("{name}/"), files);
        } else {
            files.push(name);
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
struct Ended {
    stdout: String,
    stderr: String,
    code: Option<i32>,
}

impl From<Output> for Ended {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8 on both outputs");
        Self { stdout: text(output.stdout), stderr: text(output.stderr), code: output.status.code() }
    }
}

/// Refused: nothing on standard output, `message` on standard error.
fn refused(message: &str) -> Ended {
    Ended { stdout: String::new(), stderr: message.to_owned(), code: Some(2) }
}

const REPORT: &str = "Finland joined NATO on 4 April 2023. Sweden joined NATO on 7 March 2024.\n";

#[test]
fn a_missing_file_is_named() {
    let folder = Folder::new("missing").with("a.txt", REPORT);
    assert_eq!(folder.run(&["export", "a.txt", "b.txt"]), refused("error: b.txt: no such file or folder\n"));
    assert_eq!(folder.run(&["export", "*.md"]), refused("error: *.md: no file matches this pattern\n"));
}

#[test]
fn a_folder_without_documents_is_refused() {
    let folder = Folder::new("no-documents").with("data/table.xls", "a,b");
    let message = "error: data: no documents in this folder; expected files ending in .txt, .md, .markdown, .html, \
                   .htm, .xhtml, .pdf, .docx, .csv, .tsv or .toml\n";
    assert_eq!(folder.run(&["export", "data"]), refused(message));
}

#[test]
fn sources_without_any_text_are_refused() {
    let folder = Folder::new("empty").with("a.txt", "").with("b.txt", "\n");
    let message = "note: a.txt: no text in it\nnote: b.txt: no text in it\nerror: no source has text in it: nothing is \
                   written; expected prose, a table or a graph\n";
    assert_eq!(folder.run(&["export", "a.txt", "b.txt", "-o", "graph.json"]), refused(message));
    assert!(!folder.0.join("graph.json").exists());
}

#[test]
fn what_is_not_text_is_recognised() {
    let folder = Folder::new("binary")
        .with("a.bin", b"\x7fELF\x00\x01")
        .with("b.txt", b"caf\xE9")
        .with("c.rtf", b"{\\rtf1 Oslo}")
        .with("d.log", REPORT);
    let nothing = "error: no source could be read: nothing is written\n";
    assert_eq!(
        folder.run(&["export", "a.bin"]),
        refused(&format!(
            "error: a.bin: expected text, found a binary file (zero byte at offset 4)\n{nothing}"
        ))
    );
    assert_eq!(
        folder.run(&["export", "b.txt"]),
        refused(&format!(
            "error: b.txt: expected UTF-8, found byte 0xE9 at offset 3 (line 1); if the file is in a Western \
             European encoding, convert it with `iconv -f WINDOWS-1252 -t UTF-8`\n{nothing}"
        ))
    );
    assert!(folder.run(&["export", "c.rtf"]).stderr.contains("found an RTF file"));
    assert_eq!(folder.run(&["export", "d.log"]).code, Some(0));
}

/// What a program says of PDF files that was built without them.
const WITHOUT_PDF: &str =
    "a PDF file, and this program was built without them (feature `pdf`); take its text out first";

#[test]
fn broken_documents_are_named_with_what_is_wrong() {
    let folder = Folder::new("broken")
        .with("cut.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Cat")
        .with("locked.pdf", fs::read("tests/data/locked.pdf").expect("a file of the tests"))
        .with("cut.docx", b"PK\x03\x04\x14\x00")
        .with("old.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
        .with("script.html", "<!DOCTYPE html><body><div id=app></div><script>go()</script>");
    for (file, said) in [
        ("cut.pdf", if cfg!(feature = "pdf") { "a broken PDF file: " } else { WITHOUT_PDF }),
        (
            "locked.pdf",
            if cfg!(feature = "pdf") { "an encrypted PDF file with a password; save" } else { WITHOUT_PDF },
        ),
        ("cut.docx", "a broken Word document or zip archive: "),
        ("old.doc", "an Office file that is encrypted or in the format of before 2007"),
        ("script.html", "an HTML page without text"),
    ] {
        let ended = folder.run(&["export", file]);
        assert!(ended.stderr.starts_with(&format!("error: {file}: {said}")), "{}", ended.stderr);
        assert_eq!((ended.stdout.as_str(), ended.code), ("", Some(2)));
    }
}

#[test]
fn an_unreadable_document_does_not_keep_back_the_others() {
    let folder =
        Folder::new("skipped").with("in/a.txt", REPORT).with("in/b.txt", b"a\0b").with("in/c.xls", "x");
    let whole = folder.run(&["export", "in", "--to", "nt"]);
    assert_eq!(whole.code, Some(1));
    assert_eq!(
        whole.stderr,
        "note: in/c.xls: skipped, not a .txt, .md, .markdown, .html, .htm, .xhtml, .pdf, .docx, .csv, .tsv or .toml file\n\
         error: in/b.txt: expected text, found a binary file (zero byte at offset 1)\n"
    );
    let alone = folder.run(&["export", "in/a.txt", "--to", "nt", "--quiet"]);
    assert_eq!((alone.stdout, alone.stderr.as_str(), alone.code), (whole.stdout, "", Some(0)));
}

#[test]
fn a_mistyped_format_is_answered_with_the_likely_one() {
    let folder = Folder::new("format").with("a.txt", REPORT);
    let message = "error: invalid value 'jsnld' for '--to <FORMAT>'\n  \
                   [possible values: json, jsonl, nt, nq, ttl, trig, rdfxml, n3, jsonld, dot, svg, png, pdf, mermaid, \
                   graphml, gexf, cypher, csv]\n\n  \
                   tip: a similar value exists: 'jsonld'\n\nFor more information, try '--help'.\n";
    assert_eq!(folder.run(&["export", "a.txt", "--to", "jsnld"]), refused(message));
    let message = "error: a.out: the name tells no format; end it in one of json, jsonl, nt, nq, ttl, trig, rdf, \
                   n3, jsonld, dot, svg, png, pdf, mmd, graphml, gexf, cypher, csv, or say which with --to\n";
    assert_eq!(folder.run(&["export", "a.txt", "-o", "a.out"]), refused(message));
}

#[test]
fn options_that_make_no_sense_are_refused() {
    let folder = Folder::new("options").with("a.txt", REPORT).with("b.txt", "b");
    let refusals = [
        (
            &["a.txt", "--to", "json,ttl"][..],
            "--to: json, ttl cannot share standard output; give a folder with -o",
        ),
        (
            &["a.txt", "--to", "json,ttl", "-o", "b.txt"],
            "b.txt: several formats need a folder, and this is a file",
        ),
        (
            &["a.txt", "b.txt", "--date", "2024"],
            "--date: is about one document, and there are 2; export them one by one",
        ),
        (
            &["a.txt", "--base", "https://a.org/x"],
            "--base `https://a.org/x`: end it in / or #, such as \
            `https://a.org/x/`",
        ),
        (
            &["a.txt", "--to", "csv"],
            "--to: csv is several tables, which cannot share standard output; give a file or folder with -o",
        ),
        (
            &["a.txt", "--focus", "Finnland"],
            "--focus `Finnland`: no entity has this name; the nearest names: Finland, NATO, Sweden",
        ),
        (
            &["a.txt", "--relation", "joind"],
            "--relation: there is no relation `joind`; did you mean `joined`?",
        ),
        (&["a.txt", "--since", "2024", "--until", "2023"], "--until: 2023 is before --since 2024"),
        (&["a.txt", "--base", "x/"], "--base `x/`: not an absolute IRI: No scheme found in an absolute IRI"),
    ];
    for (arguments, message) in refusals {
        let arguments = [&["export"], arguments].concat();
        assert_eq!(folder.run(&arguments), refused(&format!("error: {message}\n")));
    }
    assert_eq!(folder.files(), ["a.txt", "b.txt"]);
}

#[test]
fn several_formats_go_to_a_folder() {
    let folder = Folder::new("several").with("a.txt", REPORT).with("b.txt", "Nothing.");
    let ended = folder.run(&["export", "a.txt", "--to", "json,ttl,nt,jsonld,dot", "-o", "out/one"]);
    assert_eq!(ended, Ended { stdout: String::new(), stderr: String::new(), code: Some(0) });
    folder.run(&["export", "a.txt", "b.txt", "-o", "out/two/"]);
    folder.run(&["export", "a.txt", "-o", "out/three.jsonld"]);
    let expected = ["out/one/a.dot", "out/one/a.json", "out/one/a.jsonld", "out/one/a.nt", "out/one/a.ttl"];
    assert_eq!(folder.files()[2..7], expected);
    assert_eq!(folder.files()[7..], ["out/three.jsonld", "out/two/graph.ttl"]);
}

#[test]
fn a_part_of_the_graph_is_the_same_in_every_format() {
    let folder = Folder::new("view").with("a.txt", REPORT);
    for (options, there, not_there) in [
        (&["--focus", "finland"][..], "country/FI", "country/SE"),
        (&["--since", "2024-02"], "country/SE", "country/FI"),
        (&["--until", "2023", "--kind", "country,ORGANIZATION"], "country/FI", "country/SE"),
    ] {
        for format in ["nt", "json", "dot", "graphml", "cypher"] {
            let shown = folder.run(&[&["export", "a.txt", "--to", format], options].concat()).stdout;
            assert!(shown.contains(there) && !shown.contains(not_there), "{options:?} {format}: {shown}");
        }
    }
    let ended = folder.run(&["export", "a.txt", "--relation", "left", "--to", "dot"]);
    assert_eq!(ended.code, Some(0));
    let note = "note: the part asked for has no statements, of 2 in the whole graph\n";
    assert_eq!(ended.stderr, note);
}

#[test]
fn tables_have_a_file_each() {
    let folder = Folder::new("tables").with("a.txt", REPORT);
    folder.run(&["export", "a.txt", "-o", "out/g.csv"]);
    let names = ["evidence", "links", "nodes", "relationships", "sources"];
    assert_eq!(folder.files()[1..], names.map(|name| format!("out/g-{name}.csv")));
    let said = fs::read_to_string(folder.0.join("out/g-relationships.csv")).unwrap();
    assert_eq!(said.matches(",JOINED,").count(), 2, "{said}");
}

#[test]
fn nothing_is_written_when_one_file_cannot_be() {
    let folder =
        Folder::new("half").with("a.txt", REPORT).with("out/a.json", "old").with("out/a.ttl/x", "in the way");
    let ended = folder.run(&["export", "a.txt", "--to", "json,ttl", "-o", "out"]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.stderr.starts_with("error: out/a.ttl: "), "{}", ended.stderr);
    assert_eq!(folder.files(), ["a.txt", "out/a.json", "out/a.ttl/x"]);
    assert_eq!(fs::read_to_string(folder.0.join("out/a.json")).unwrap(), "old");
}

#[test]
fn title_date_and_base_reach_the_graph() {
    let folder = Folder::new("given").with("a.txt", REPORT);
    let arguments =
        ["export", "a.txt", "--to", "json", "--date", "2024-03", "--title", "T", "--base", "https://a.org/"];
    let graph = folder.run(&arguments).stdout;
    for said in ["\"date\": \"2024-03\"", "\"title\": \"T\"", "\"id\": \"https://a.org/document/a-"] {
        assert!(graph.contains(said), "{said} in {graph}");
    }
}

#[test]
fn standard_input_is_a_source() {
    let folder = Folder::new("stdin");
    let mut child = folder
        .command(&["export", "-", "--to", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(REPORT.as_bytes()).unwrap();
    let ended = Ended::from(child.wait_with_output().unwrap());
    assert!(ended.code == Some(0) && ended.stdout.contains("\"source\": \"stdin\""), "{ended:?}");
}

/// Documents enough to keep several cores busy.
fn corpus(test: &str) -> Folder {
    (0..12).fold(Folder::new(test), |folder, i| {
        let content =
            format!("Paper {i}\n\n{REPORT}\nIn 20{:02} the President of Finland visited Sweden.\n", 10 + i);
        folder.with(&format!("in/{i}.txt"), content)
    })
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let folder = corpus("same");
    let whole = folder.run(&["export", "in", "--to", "json"]);
    assert_eq!(whole.code, Some(0));
    assert!(whole == folder.run(&["export", "in", "--to", "json"]));
    let backwards: Vec<String> = (0..12).rev().map(|i| format!("in/{i}.txt")).collect();
    let mut arguments = vec!["export", "--to", "json", "./in/3.txt"];
    arguments.extend(backwards.iter().map(String::as_str));
    assert!(whole == folder.run(&arguments), "{arguments:?}");
    for locale in ["C", "tr_TR.UTF-8"] {
        let mut command = folder.command(&["export", "in", "--to", "json"]);
        assert!(whole == Ended::from(command.env("LC_ALL", locale).output().unwrap()), "{locale}");
    }
}

#[test]
fn a_reader_that_stops_listening_is_no_failure() {
    let folder = corpus("pipe");
    let mut child =
        folder.command(&["export", "in"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let ended = Ended::from(child.wait_with_output().unwrap());
    assert_eq!((ended.stderr.as_str(), ended.code), ("", Some(0)));
}

#[test]
fn messages_are_coloured_on_request() {
    let folder = Folder::new("colour");
    let ended = folder.run(&["export", "a.txt", "--color", "always"]);
    assert_eq!(ended.stderr, "\u{1b}[1;31merror\u{1b}[0m: a.txt: no such file or folder\n");
}

#[test]
fn help_teaches_by_example() {
    let folder = Folder::new("help");
    let help = folder.run(&["export", "--help"]);
    assert!(help.code == Some(0) && help.stdout.contains("legation export report.txt -o report.svg"));
    let bare = folder.run(&[]);
    assert!(bare.code == Some(2) && bare.stderr.contains("Usage: legation"));
}

#[test]
fn four_megabytes_on_one_line_are_read() {
    let folder = Folder::new("long").with("a.txt", "The talks went on for days and days; ".repeat(110_000));
    let ended = folder.run(&["export", "a.txt", "--to", "json"]);
    assert_eq!((ended.stderr.as_str(), ended.code), ("", Some(0)));
}

#[test]
fn explain_sums_up_a_document() {
    let folder = Folder::new("explain-document").with("a.txt", REPORT);
    let ended = folder.run(&["explain", "a.txt"]);
    assert_eq!((ended.stderr.as_str(), ended.code), ("", Some(0)));
    assert!(ended.stdout.starts_with("a.txt\n  read            2 sentences, 2 of them"), "{}", ended.stdout);
    assert!(ended.stdout.contains("\nKept\n  joined          2, confidence 0."), "{}", ended.stdout);
    assert!(!ended.stdout.contains('\u{1b}'), "colour where nobody asked for it");
}

#[test]
fn explain_answers_by_name_by_id_and_in_words() {
    let folder = Folder::new("explain-answers").with("a.txt", REPORT);
    let entity = folder.run(&["explain", "a.txt", "finland"]).stdout;
    assert!(entity.starts_with("Finland (Country)\n"), "{entity}");
    let row = entity.lines().find(|l| l.contains("Finland - joined - ")).expect("a statement");
    let id = row.split_whitespace().next().expect("its id");
    let by_id = folder.run(&["explain", "a.txt", id]).stdout;
    assert!(by_id.contains("\n  sentence        S{Finland} *joined* O{NATO} on 4 April 2023.\n"), "{by_id}");
    assert!(
        by_id.contains("\n  date            2023-04-04: “4 April 2023”, said in these words\n"),
        "{by_id}"
    );
    assert_eq!(folder.run(&["explain", "a.txt", "Finland", "joined", "NATO"]).stdout, by_id);
}

#[test]
fn explain_offers_the_nearest_names() {
    let folder = Folder::new("explain-unknown").with("a.txt", REPORT);
    let ended = folder.run(&["explain", "a.txt", "Sweeden"]);
    assert_eq!((ended.stdout.as_str(), ended.code), ("", Some(2)));
    assert!(ended.stderr.starts_with("error: Sweeden: no entity has this name"), "{}", ended.stderr);
    assert!(ended.stderr.contains("the nearest names: Sweden"), "{}", ended.stderr);
}

#[test]
fn export_writes_the_same_as_data() {
    let folder = Folder::new("explain-data").with("a.txt", REPORT);
    let plain = folder.run(&["export", "a.txt", "--to", "json"]);
    let ended = folder.run(&["export", "a.txt", "--to", "json", "--explain", "why.json"]);
    assert_eq!(ended, plain);
    let written = fs::read_to_string(folder.0.join("why.json")).expect("the account");
    assert!(written.starts_with("{\n  \"documents\": [\n    {\n      \"document\": "), "{written}");
    assert!(written.contains("\"mechanism\": \"frame\""), "{written}");
    assert_eq!(folder.files(), ["a.txt", "why.json"]);
}

#[test]
fn graphs_are_sources_and_merge_with_documents() {
    let more = "On 5 May 2023 the President of Finland visited Sweden.";
    let folder = Folder::new("graphs").with("a.txt", REPORT).with("b.txt", more);
    let alone = folder.run(&["export", "a.txt", "--to", "json"]);
    let both = folder.run(&["export", "a.txt", "b.txt", "--to", "json"]);
    assert_eq!(
        folder.run(&["export", "a.txt", "--to", "json,jsonl,ttl,nq,jsonld", "-o", "g/"]).code,
        Some(0)
    );
    for graph in ["g/a.json", "g/a.jsonl", "g/a.ttl", "g/a.nq", "g/a.jsonld"] {
        assert_eq!(folder.run(&["export", graph, "--to", "json"]), alone, "{graph}");
        assert_eq!(folder.run(&["export", "b.txt", graph, "--to", "json"]), both, "{graph}");
    }
    let broken = folder.with("g/b.ttl", "<a:b> <a:c> .");
    let ended = broken.run(&["export", "g/b.ttl", "a.txt", "--to", "json"]);
    assert_eq!((ended.stdout, ended.code), (alone.stdout, Some(1)));
    assert!(ended.stderr.starts_with("error: g/b.ttl:1:13: not Turtle: "), "{}", ended.stderr);
    let explained = broken.run(&["explain", "g/a.json"]);
    assert!(explained.stderr.starts_with("error: g/a.json: there is no document among the sources"));
}

#[test]
fn a_graph_in_lines_gives_the_same_bytes_in_any_order() {
    let folder = corpus("lines");
    assert_eq!(folder.run(&["export", "in", "--to", "jsonl", "-o", "g.jsonl"]).code, Some(0));
    let lines = fs::read_to_string(folder.0.join("g.jsonl")).unwrap();
    let turned: Vec<&str> = lines.lines().rev().collect();
    let folder = folder.with("turned.jsonl", turned.join("\n"));
    for format in ["jsonl", "nt", "ttl", "trig", "rdfxml", "json", "dot", "graphml", "gexf", "cypher"] {
        let whole = folder.run(&["export", "in", "--to", format]);
        for source in ["g.jsonl", "turned.jsonl"] {
            assert!(folder.run(&["export", source, "--to", format]) == whole, "{source} to {format}");
            folder.run(&["export", source, "--to", format, "-o", "out"]);
            assert!(
                fs::read_to_string(folder.0.join("out")).unwrap() == whole.stdout,
                "{source} to {format}"
            );
        }
    }
    folder.run(&["export", "g.jsonl", "--to", "nt,ttl", "-o", "out2"]);
    assert!(
        fs::read_to_string(folder.0.join("out2/g.nt")).unwrap()
            == folder.run(&["export", "in", "--to", "nt"]).stdout
    );
}

#[test]
fn a_table_in_json_lines_is_read_as_one_whatever_is_written() {
    let row = "{\"subject\":\"Finland\",\"relation\":\"visited\",\"object\":\"Japan\"}\n";
    let folder = Folder::new("table-lines").with("rows.jsonl", row);
    let ended = folder.run(&["export", "rows.jsonl", "--to", "nt"]);
    let fact =
        "/country/FI> <https://legation.example/ns#visited> <https://legation.example/id/country/JP> .\n";
    assert!(ended.code == Some(0) && ended.stdout.contains(fact), "{}{}", ended.stdout, ended.stderr);
}

#[test]
fn a_broken_line_changes_no_file() {
    let folder = Folder::new("broken-line").with("a.txt", REPORT);
    let lines = folder.run(&["export", "a.txt", "--to", "jsonl"]).stdout;
    let folder = folder.with("g.jsonl", format!("{lines}{{\"type\":\"edge\"}}\n")).with("out.nt", "old");
    let ended = folder.run(&["export", "g.jsonl", "-o", "out.nt"]);
    let place = format!(
        "error: g.jsonl:{}: not a line of a graph: unknown variant `edge`",
        lines.lines().count() + 1
    );
    assert!(ended.code == Some(2) && ended.stderr.starts_with(&place), "{}", ended.stderr);
    assert_eq!(fs::read_to_string(folder.0.join("out.nt")).unwrap(), "old");
    assert_eq!(folder.files(), ["a.txt", "g.jsonl", "out.nt"]);
}

#[test]
fn claims_need_a_format_that_can_carry_them() {
    let folder = Folder::new("claims").with("a.txt", REPORT);
    let message =
        "error: --claims graph: Turtle has no named graphs; formats that have them: trig, nq, jsonld\n";
    assert_eq!(
        folder.run(&["export", "a.txt", "--to", "ttl,trig", "--claims", "graph", "-o", "out"]),
        refused(message)
    );
    let trig = folder.run(&["export", "a.txt", "--to", "trig", "--claims", "graph"]).stdout;
    assert!(trig.contains(" {\n\ncountry:FI lg:joined organization:nato ."), "{trig}");
    let reified = folder.run(&["export", "a.txt", "--claims", "rdf12"]).stdout;
    assert!(reified.contains(" rdf:reifies <<( country:FI lg:joined organization:nato )>> ;\n"), "{reified}");
}

const DRAFT: &str =
    "Finland joined NATO in 2023. Sweden plans to join NATO. Norway visited Japan in May 2019.\n";
const FINAL: &str = "With care.\n\nFinland joined NATO on 4 April 2023. Sweden joined NATO on 7 March 2024. Norway visited Japan in May \
     2019. Iceland visited Japan.\n";

#[test]
fn diff_says_what_changed_and_ends_with_one() {
    let folder = Folder::new("diff").with("a.txt", DRAFT).with("b.txt", FINAL);
    let ended = folder.run(&["diff", "a.txt", "b.txt"]);
    assert_eq!((ended.stderr.as_str(), ended.code), ("", Some(1)));
    for said in [
        "1 document changed\n  ~ b.txt\n\n1 entity added\n  + Iceland (Country)\n\n1 statement added\n  \
         + Iceland - visited - Japan\n      b.txt: “Iceland visited Japan.”\n\n2 dates changed\n",
        "  ~ Finland - joined - NATO: 2023, now 2023-04-04\n",
        "1 status changed\n  ~ Sweden - joined - NATO: planned, now asserted\n",
        "  ~ Finland - joined - NATO, 2023-04-04\n      a.txt: “Finland joined NATO in 2023.”\n",
    ] {
        assert!(ended.stdout.contains(said), "{said}\n in\n{}", ended.stdout);
    }
    let same = folder.run(&["diff", "a.txt", "a.txt"]);
    assert_eq!(same, Ended { stdout: String::new(), stderr: String::new(), code: Some(0) });
    let painted = folder.run(&["diff", "a.txt", "b.txt", "--color", "always"]).stdout;
    assert!(painted.contains("  \u{1b}[32m+\u{1b}[0m Iceland"), "{painted}");
}

#[test]
fn diff_writes_data_without_nulls() {
    let folder = Folder::new("diff-json").with("a.txt", DRAFT).with("b.txt", FINAL);
    let ended = folder.run(&["diff", "a.txt", "b.txt", "--to", "json"]);
    assert!(ended.stdout.starts_with("{\n  \"equal\": false,\n  \"changes\": ["), "{}", ended.stdout);
    assert!(ended.stdout.contains("\"change\": \"dateChanged\"") && !ended.stdout.contains("null"));
    assert_eq!(ended, folder.run(&["diff", "a.txt", "b.txt", "--to", "json"]));
    let equal = folder.run(&["diff", "b.txt", "b.txt", "--to", "json"]);
    assert_eq!(equal.stdout, "{\n  \"equal\": true,\n  \"changes\": []\n}\n");
}

#[test]
fn diff_compares_nothing_with_what_cannot_be_read() {
    let folder =
        Folder::new("diff-broken").with("a/a.txt", DRAFT).with("a/b.txt", "b\0").with("b.txt", FINAL);
    let ended = folder.run(&["diff", "a", "b.txt"]);
    assert_eq!((ended.stdout.as_str(), ended.code), ("", Some(2)));
    assert!(
        ended.stderr.ends_with("error: a: 1 part that could not be read; nothing is compared\n"),
        "{ended:?}"
    );
}
