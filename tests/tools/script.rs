//! Cypher, read by a lexer: what is text and what is not.

use super::graphs::{hostile, small};
use super::text;
use legation::export::Format;

/// The strings of a script with their escapes undone, and what stands between them. Strings with `+` between are one.
fn strings(script: &str) -> (Vec<String>, String) {
    let (mut strings, mut rest): (Vec<String>, String) = (Vec::new(), String::new());
    let mut chars = script.chars();
    while let Some(c) = chars.next() {
        if c != '\'' {
            rest.push(c);
            continue;
        }
        let mut string = String::new();
        loop {
            match chars.next().expect("the string ends") {
                '\'' => break,
                '\\' => string.push(match chars.next().expect("an escape ends") {
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    'u' => {
                        let code: String = chars.by_ref().take(4).collect();
                        char::from_u32(u32::from_str_radix(&code, 16).unwrap()).unwrap()
                    }
                    c @ ('\\' | '\'') => c,
                    c => panic!("no such escape: {c}"),
                }),
                c => string.push(c),
            }
        }
        if rest.ends_with(" + ") {
            rest.truncate(rest.len() - 3);
            strings.last_mut().unwrap().push_str(&string);
        } else {
            strings.push(string);
        }
    }
    (strings, rest)
}

#[test]
fn hostile_text_stays_text() {
    let graph = hostile();
    let script = text(&graph, Format::Cypher);
    let (strings, rest) = strings(&script);
    assert!(!rest.contains("evil") && !rest.contains("DELETE"), "{rest}");
    assert!(!script.contains("\\\\u0027"), "some versions read this as a quote");
    for entity in &graph.entities {
        assert!(strings.contains(&entity.label), "{:?}", entity.label);
        assert!(entity.aliases.iter().all(|alias| strings.contains(alias)), "{:?}", entity.aliases);
    }
}

#[test]
fn everything_is_merged_by_id() {
    let script = text(&small(), Format::Cypher);
    assert!(script.contains("FOR (n:Entity) REQUIRE n.id IS UNIQUE;"), "{script}");
    assert!(!script.contains("CREATE ("), "{script}");
    let types = ["JOINED", "HOLDS_POSITION", "MEMBER_OF", "NEGATED_LEFT", "PLANNED_VISITED"];
    for kind in types {
        assert!(script.contains(&format!("MERGE (a)-[r:`{kind}` {{id: row.id}}]->(b)")), "{kind}: {script}");
    }
    let said = "`relation`: 'joined', `status`: 'asserted', `when`: '2023-04-04', `firstDay`: date('2023-04-04'), \
                `lastDay`: date('2023-04-04'), `confidence`: 0.90, `symmetric`: false";
    assert!(script.contains(said), "{script}");
    assert!(script.contains("starts: [0], ends: [7]"), "{script}");
    assert!(script.lines().all(|line| line.starts_with("//") || !line.contains(";;")));
}
