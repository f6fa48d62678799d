//! DOT and Mermaid: what is drawn.

use super::graphs::{entity, evidence, graph, hostile, iri, small};
use super::{text, text_with};
use legation::export::{Cluster, Format, Options, Theme};
use legation::graph::{Kind, Statement, Status};

/// The strings of a DOT text with their escapes undone, and what stands between them; the legend is left out.
fn dot_strings(dot: &str) -> (Vec<String>, String) {
    let (mut strings, mut rest) = (Vec::new(), String::new());
    let legend = |line: &&str| line.trim_start().starts_with("graph [labelloc=b");
    let dot: Vec<&str> = dot.lines().filter(|line| !legend(line)).collect();
    let dot = dot.join("\n");
    let mut chars = dot.chars();
    while let Some(c) = chars.next() {
        if c != '"' {
            rest.push(c);
            continue;
        }
        let mut string = String::new();
        loop {
            match chars.next().expect("the string ends") {
                '"' => break,
                '\\' => match chars.next().expect("an escape ends") {
                    'n' => string.push('\n'),
                    c => string.push(c),
                },
                c => string.push(c),
            }
        }
        strings.push(string.replace("&amp;", "&"));
    }
    (strings, rest)
}

#[test]
fn hostile_text_stays_text_in_dot() {
    let graph = hostile();
    let (strings, rest) = dot_strings(&text(&graph, Format::Dot));
    let syntax = |c: char| c.is_ascii_alphanumeric() || " \n[]{}=,;->_.#".contains(c);
    assert_eq!(rest.chars().find(|&c| !syntax(c)), None);
    assert!(!rest.contains("evil"));
    let shown = |c: char| if c.is_control() || c.is_whitespace() || c == '\u{fffe}' { ' ' } else { c };
    for entity in &graph.entities {
        let label: String = entity.label.chars().map(shown).collect();
        assert!(strings.iter().any(|string| string.split('\n').next() == Some(&label)), "{:?}", entity.label);
    }
    assert!(strings.iter().all(|string| string.lines().count() <= 12), "labels and tooltips are short");
}

#[test]
fn a_diagram_shows_facts_and_claims_on_request() {
    let graph = small();
    let facts = text(&graph, Format::Dot);
    assert!(facts.contains("label=\"joined 2023-04-04\""), "{facts}");
    assert!(facts.contains("label=\"Secretary General\\n(says Finland) since\\n2014\""), "{facts}");
    assert!(facts.contains("Finland joined the alliance; it did so on 4 April 2023."), "{facts}");
    assert!(facts.contains("style=dotted") && facts.contains("· · · · inferred"), "{facts}");
    assert!(!facts.contains("planned") && !facts.contains("negated"), "{facts}");
    let all = text_with(&graph, Format::Dot, &Options { include: Status::ALL.into(), ..Options::default() });
    assert!(all.contains("label=\"visited [planned] 2025\"") && all.contains("style=dashed"), "{all}");
    assert!(all.contains("– – – negated, planned"), "{all}");
}

#[test]
fn what_can_be_followed_is_a_link() {
    let dot = text(&small(), Format::Dot);
    assert!(dot.contains("URL=\"http://www.wikidata.org/entity/Q33\""), "{dot}");
    assert!(dot.contains(&format!("URL=\"{}\"", iri("organization/alliance"))), "{dot}");
    assert!(
        dot.contains("URL=\"https://news.example/d.html#:~:text=Finland%20joined%20the%20alliance"),
        "{dot}"
    );
}

#[test]
fn what_is_said_of_one_pair_is_one_edge_with_its_years() {
    let (finland, body) = (entity(Kind::Country, "Finland"), entity(Kind::Organization, "Body"));
    let said = |relation: &str, when: &str| Statement {
        when: Some(when.into()),
        ..Statement::new(&finland.id, relation, &body.id)
    };
    let statements =
        vec![said("visited", "2021-03"), said("visited", "2019-01-02"), said("supported", "2020/..")];
    let dot = text(&graph(vec![finland, body], statements), Format::Dot);
    assert_eq!(dot.matches(" -> ").count(), 1, "{dot}");
    assert!(dot.contains("label=\"supported since 2020\\nvisited 2019, 2021\""), "{dot}");
    assert!(dot.contains("tooltip=\"supported since 2020\\nvisited 2019-01-02, 2021-03\""), "{dot}");
}

#[test]
fn what_several_say_of_each_other_alike_is_one_point() {
    let bodies = ["A", "B", "C", "D"].map(|name| entity(Kind::Organization, name));
    let met = |a: usize, b: usize| Statement {
        when: Some("2020".into()),
        evidence: vec![evidence(0, "A, B, C and D met.")],
        ..Statement::new(&bodies[a].id, "metWith", &bodies[b].id)
    };
    let mut statements = vec![met(0, 1), met(0, 2), met(0, 3), met(1, 2), met(1, 3)];
    let open = text(&graph(bodies.to_vec(), statements.clone()), Format::Dot);
    assert_eq!((open.matches(" -> ").count(), open.contains("hub")), (5, false), "C has not met D");
    statements.push(met(2, 3));
    let closed = text(&graph(bodies.to_vec(), statements.clone()), Format::Dot);
    assert_eq!(closed.matches(" -> \"hub 0\" [").count(), 4, "{closed}");
    assert!(closed.contains("\"hub 0\" [label=\"met with 2020\""), "{closed}");
    let chart = text(&graph(bodies.to_vec(), statements), Format::Mermaid);
    assert!(chart.contains("  h0((\"met with 2020\"))\n  n0 --- h0\n"), "{chart}");
}

#[test]
fn boxes_go_by_kind_owner_or_first_year() {
    let names = ["Army", "Ministry", "Realm", "Other"];
    let [army, ministry, realm, other] = names.map(|name| entity(Kind::Organization, name));
    let part = |a: &str, b: &str| Statement::new(a, "partOf", b);
    let met =
        |when: &str| Statement { when: Some(when.into()), ..Statement::new(&army.id, "metWith", &other.id) };
    let statements =
        vec![part(&army.id, &ministry.id), part(&ministry.id, &realm.id), met("2021-03"), met("2019/2020")];
    let graph = graph(vec![army, ministry, realm, other], statements);
    let boxes = |cluster| {
        let dot = text_with(&graph, Format::Dot, &Options { cluster: Some(cluster), ..Options::default() });
        let starts = dot
            .match_indices("subgraph cluster_")
            .map(|(at, _)| &dot[at..at + dot[at..].find("\n  }").unwrap()]);
        let title = |part: &str| part.split("label=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        starts.map(|part| (title(part), part.matches("tooltip=").count())).collect::<Vec<_>>()
    };
    assert_eq!(boxes(Cluster::Kind), [("organization".to_owned(), 4)]);
    assert_eq!(boxes(Cluster::Owner), [("Realm".to_owned(), 3)]);
    assert_eq!(boxes(Cluster::Year), [("2019".to_owned(), 2)]);
}

#[test]
fn owners_in_a_circle_end() {
    let [a, b] = ["A", "B"].map(|name| entity(Kind::Organization, name));
    let statements = vec![Statement::new(&a.id, "partOf", &b.id), Statement::new(&b.id, "partOf", &a.id)];
    let options = Options { cluster: Some(Cluster::Owner), ..Options::default() };
    assert!(text_with(&graph(vec![a, b], statements), Format::Dot, &options).contains("subgraph cluster_"));
}

#[test]
fn a_dark_ground_has_light_lines() {
    let dark = text_with(&small(), Format::Dot, &Options { theme: Theme::Dark, ..Options::default() });
    assert!(dark.contains("bgcolor=\"#14181D\""), "{dark}");
    let light = text(&small(), Format::Dot);
    assert!(light.contains("fontcolor=\"#02347C\"") && !dark.contains("fontcolor=\"#02347C\""), "{dark}");
}

#[test]
fn mermaid_has_shapes_links_and_claims_on_request() {
    let facts = text(&small(), Format::Mermaid);
    assert!(facts.starts_with("flowchart LR\n  n0([\"Finland\"]):::country\n"), "{facts}");
    assert!(facts.contains("  n0 -->|\"joined 2023-04-04\"| n1\n"), "{facts}");
    assert!(facts.contains("  n0 -.->|\"member of<br/>(inferred)\"| n1\n"), "{facts}");
    assert!(facts.contains("  classDef country fill:#"), "{facts}");
    let all =
        text_with(&small(), Format::Mermaid, &Options { include: Status::ALL.into(), ..Options::default() });
    assert!(all.contains("-.->|\"visited #91;planned#93; 2025\"|"), "{all}");
}

#[test]
fn hostile_text_stays_text_in_mermaid() {
    let chart = text(&hostile(), Format::Mermaid);
    for line in chart.lines().skip(1).filter(|line| !line.starts_with("  classDef")) {
        assert_eq!(line.matches('"').count(), 2, "{line}");
        let label = line.split('"').nth(1).unwrap().replace("<br/>", "");
        assert!(!label.contains(['<', '>', '`', '\\', '{', '}', '[', ']', '|', '%', '&']), "{line}");
        assert!(!label.trim().is_empty(), "{line}");
    }
}

#[test]
fn what_mermaid_does_not_draw_is_refused_with_a_remedy() {
    let bodies: Vec<_> = (0..=501).map(|n| entity(Kind::Organization, &format!("Body {n}"))).collect();
    let statements =
        bodies[1..].iter().map(|body| Statement::new(&bodies[0].id, "joined", &body.id)).collect();
    let graph = graph(bodies.clone(), statements);
    let refusal = legation::export::render(&graph, &super::VOCABULARY, Format::Mermaid, &Options::default())
        .unwrap_err();
    let expected = "mermaid: the diagram has 501 lines, and Mermaid draws at most 500; ask for a part of it";
    assert!(refusal.to_string().starts_with(expected), "{refusal}");
}
