//! DOT, read and drawn by Graphviz where it is installed.

use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Stdio};

use super::graphs::{hostile, small};
use super::{VOCABULARY, text};
use legation::export::{Format, Options, render};

/// What `dot` makes of the input, or nothing, said aloud, where Graphviz is not installed.
fn dot(arguments: &[&str], input: &str) -> Option<String> {
    let command = Command::new("dot").args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let Ok(mut child) = command else {
        eprintln!("SKIPPED: Graphviz is not installed, so nothing was read by it");
        return None;
    };
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    let feeding = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    feeding.join().unwrap().unwrap();
    assert!(output.status.success());
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn graphviz_reads_every_node_and_edge() {
    for graph in [small(), hostile()] {
        let Some(json) = dot(&["-Tdot_json"], &text(&graph, Format::Dot)) else { return };
        let read: serde_json::Value = serde_json::from_str(&json).unwrap();
        let objects = read["objects"].as_array().unwrap();
        let named: BTreeSet<&str> = objects.iter().filter_map(|object| object["name"].as_str()).collect();
        let ids: BTreeSet<&str> = graph.entities.iter().map(|entity| entity.id.as_str()).collect();
        assert_eq!(named, ids);
        let facts = graph.statements.iter().filter(|s| s.status.name() == "asserted");
        let pairs: BTreeSet<_> = facts.map(|s| (&s.subject, &s.object, s.inferred.is_some())).collect();
        assert_eq!(read["edges"].as_array().unwrap().len(), pairs.len());
    }
}

#[test]
fn graphviz_draws_hostile_text_as_text() {
    let Ok(svg) = render(&hostile(), &VOCABULARY, Format::Svg, &Options::default()) else {
        assert!(Command::new("dot").arg("-V").output().is_err(), "Graphviz is there");
        eprintln!("SKIPPED: Graphviz is not installed, so nothing was drawn by it");
        return;
    };
    let svg = String::from_utf8(svg).unwrap();
    assert!(svg.contains("&lt;script&gt;") && !svg.contains("<script"));
    assert!(svg.trim_end().ends_with("</svg>"));
    assert!(!svg.contains(['\u{7}', '\u{1b}', '\u{1f}', '\u{fffe}']));
}

#[test]
fn pictures_are_of_the_kind_asked_for() {
    for (format, magic) in [(Format::Png, &b"\x89PNG"[..]), (Format::Pdf, b"%PDF")] {
        match render(&small(), &VOCABULARY, format, &Options::default()) {
            Ok(picture) => assert!(picture.starts_with(magic)),
            Err(refusal) => {
                assert!(refusal.to_string().contains("install the package `graphviz`"), "{refusal}");
                eprintln!("SKIPPED: Graphviz is not installed, so nothing was drawn by it");
            }
        }
    }
}
