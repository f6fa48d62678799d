//! A diagram for Graphviz: kinds by shape and colour, relations by label and colour, evidence as tooltips.
//!
//! What is said of one pair in one direction is one edge. Claims that are no facts are left out unless asked for, and
//! then dashed; inferred facts are dotted.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::Options;
use super::date::in_words;
use crate::Error;
use crate::graph::{Entity, GraphDocument, Kind, Statement, Status};
use crate::vocabulary::Vocabulary;

/// Longest line of a label, in characters.
const WIDTH: usize = 24;
/// Most quotes in a tooltip.
const QUOTES: usize = 8;
/// Most edges that are drawn with layers and labels; more are drawn as a map, labels in the tooltips.
const LAYERED: usize = 400;

pub(super) fn render(
    graph: &GraphDocument,
    vocabulary: &Vocabulary,
    options: &Options,
) -> Result<String, Error> {
    let edges = edges(graph, vocabulary, options)?;
    let nodes = nodes(graph, &edges, options);
    let layered = edges.len() <= LAYERED;
    let mut out = String::from("digraph legation {\n");
    out.push_str(STYLE);
    out.push_str(if layered { LAYERS } else { MAP });
    for entity in &nodes {
        write_node(&mut out, vocabulary, entity);
    }
    for (pair, edge) in &edges {
        write_edge(&mut out, pair, edge, layered);
    }
    write_legend(&mut out, vocabulary, &nodes, &edges, layered);
    out.push_str("}\n");
    Ok(out)
}

const LAYERS: &str = "  graph [rankdir=LR, ranksep=0.6, nodesep=0.12, splines=true];\n";
const MAP: &str = "  graph [layout=sfdp, overlap=prism, splines=line, K=1.2, outputorder=edgesfirst];
  edge [penwidth=0.5];\n";
const STYLE: &str = r##"  graph [charset="UTF-8", fontname="Helvetica", bgcolor="white", pad=0.3];
  node [fontname="Helvetica", fontsize=11, style=filled, color="#404040", penwidth=0.8, margin="0.10,0.05", height=0.3];
  edge [fontname="Helvetica", fontsize=10, arrowsize=0.6, penwidth=1.2];
"##;

/// What edges are drawn apart by.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Pair<'a> {
    subject: &'a str,
    object: &'a str,
    symmetric: bool,
    status: Status,
    inferred: bool,
}

/// What one edge says.
#[derive(Default)]
struct Edge<'a> {
    /// Dates by what is said.
    said: BTreeMap<String, BTreeSet<String>>,
    colours: BTreeSet<&'a str>,
    quotes: BTreeSet<&'a str>,
}

fn edges<'a>(
    graph: &'a GraphDocument,
    vocabulary: &'a Vocabulary,
    options: &Options,
) -> Result<BTreeMap<Pair<'a>, Edge<'a>>, Error> {
    let labels: BTreeMap<&str, &str> =
        graph.entities.iter().map(|e| (e.id.as_str(), e.label.as_str())).collect();
    let mut edges: BTreeMap<Pair, Edge> = BTreeMap::new();
    for statement in graph.statements.iter().filter(|s| options.include.contains(&s.status)) {
        let relation = vocabulary.relation(&statement.relation)?;
        // An edge without arrows says the inferred other way round already.
        if relation.symmetric && statement.inferred.is_some() && statement.subject > statement.object {
            continue;
        }
        let pair = Pair {
            subject: &statement.subject,
            object: &statement.object,
            symmetric: relation.symmetric,
            status: statement.status,
            inferred: statement.inferred.is_some(),
        };
        let edge = edges.entry(pair).or_default();
        let speaker = statement.by.as_deref().and_then(|by| labels.get(by).copied());
        let dates = edge.said.entry(saying(statement, &relation.label, speaker)).or_default();
        dates.extend(statement.when.as_deref().map(in_words));
        edge.colours.insert(&relation.colour);
        edge.quotes.extend(statement.evidence.iter().map(|e| e.quote.as_str()));
    }
    Ok(edges)
}

/// What a statement says of its pair, without the date.
fn saying(statement: &Statement, label: &str, speaker: Option<&str>) -> String {
    let mut said = statement.role.as_deref().unwrap_or(label).to_owned();
    if let Some(speaker) = speaker {
        let _ = write!(said, " (says {speaker})");
    }
    match statement.status {
        Status::Asserted => said,
        status => format!("{said} [{}]", status.name()),
    }
}

/// The entities to draw.
fn nodes<'a>(graph: &'a GraphDocument, edges: &BTreeMap<Pair, Edge>, options: &Options) -> Vec<&'a Entity> {
    let ends: BTreeSet<&str> = edges.keys().flat_map(|pair| [pair.subject, pair.object]).collect();
    graph.entities.iter().filter(|e| options.isolated || ends.contains(e.id.as_str())).collect()
}

fn write_node(out: &mut String, vocabulary: &Vocabulary, entity: &Entity) {
    let label = quoted(&wrap(&entity.label, WIDTH));
    let names = std::iter::once(&entity.label).chain(&entity.aliases);
    let tooltip = quoted(&names.map(String::as_str).collect::<Vec<_>>().join("\n"));
    let (id, look) = (quoted(&entity.id), look(vocabulary, entity.kind));
    let _ = writeln!(out, "  {id} [label={label}, {look}, tooltip={tooltip}];");
}

fn look(vocabulary: &Vocabulary, kind: Kind) -> String {
    let term = vocabulary.kind(kind);
    let shape = term.map_or("box", |t| t.shape.as_str());
    let colour = term.map_or("#FFFFFF", |t| t.colour.as_str());
    format!("shape={}, fillcolor={}", quoted(shape), quoted(colour))
}

fn write_edge(out: &mut String, pair: &Pair, edge: &Edge, labelled: bool) {
    let said: Vec<String> = edge.said.iter().map(|(said, dates)| line(said, dates)).collect();
    let label: Vec<String> = said.iter().map(|line| wrap(line, WIDTH)).collect();
    let tooltip = quoted(&tooltip(&said, &edge.quotes));
    let colours: Vec<&str> = edge.colours.iter().copied().collect();
    let (subject, object) = (quoted(pair.subject), quoted(pair.object));
    let _ = write!(out, "  {subject} -> {object} [color={}", quoted(&colours.join(":")));
    if labelled {
        let ink = if let [colour] = colours.as_slice() { colour } else { "#303030" };
        let _ = write!(out, ", label={}, fontcolor={}", quoted(&label.join("\n")), quoted(ink));
    }
    out.push_str(if pair.symmetric { ", dir=none" } else { "" });
    let style = stroke(pair.status, pair.inferred);
    if style != "solid" {
        let _ = write!(out, ", style={style}");
    }
    let _ = writeln!(out, ", tooltip={tooltip}, labeltooltip={tooltip}];");
}

/// What is said, and the words it rests on.
fn tooltip(said: &[String], quotes: &BTreeSet<&str>) -> String {
    let mut lines: Vec<&str> = said.iter().map(String::as_str).collect();
    lines.extend(quotes.iter().take(QUOTES));
    let more = quotes.len().saturating_sub(QUOTES);
    let more = if more == 0 { String::new() } else { format!("\n… and {more} more") };
    lines.join("\n") + &more
}

fn line(said: &str, dates: &BTreeSet<String>) -> String {
    let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
    if dates.is_empty() { said.to_owned() } else { format!("{said} {}", dates.join(", ")) }
}

const fn stroke(status: Status, inferred: bool) -> &'static str {
    match status {
        Status::Asserted if inferred => "dotted",
        Status::Asserted => "solid",
        _ => "dashed",
    }
}

/// The kinds and strokes in use. A map knows no clusters, so unseen edges hold its legend together.
fn write_legend(
    out: &mut String,
    vocabulary: &Vocabulary,
    nodes: &[&Entity],
    edges: &BTreeMap<Pair, Edge>,
    layered: bool,
) {
    let kinds: BTreeSet<Kind> = nodes.iter().map(|entity| entity.kind).collect();
    out.push_str(
        "  subgraph cluster_legend {\n    label=\"Legend\"; style=rounded; color=\"#B0B0B0\"; fontsize=10;\n",
    );
    out.push_str("    node [fontsize=9, height=0.25];\n");
    if !layered {
        let chain: Vec<String> = kinds.iter().map(|kind| legend_id(kind.slug())).collect();
        let _ = writeln!(out, "    {} [style=invis];", chain.join(" -> "));
    }
    for kind in kinds {
        let name = vocabulary.kind(kind).map_or(kind.slug(), |term| term.label.as_str());
        let id = legend_id(kind.slug());
        let _ = writeln!(out, "    {id} [label={}, {}];", quoted(name), look(vocabulary, kind));
    }
    let strokes: BTreeSet<(&str, &str)> = edges
        .keys()
        .map(|pair| {
            (stroke(pair.status, pair.inferred), if pair.inferred { "inferred" } else { pair.status.name() })
        })
        .filter(|(style, _)| *style != "solid")
        .collect();
    for (style, name) in strokes {
        let (from, to) = (legend_id(&format!("{name} from")), legend_id(&format!("{name} to")));
        let _ = writeln!(out, "    {from}, {to} [shape=point, width=0.06, height=0.06];");
        let _ = writeln!(out, "    {from} -> {to} [label={}, style={style}];", quoted(name));
    }
    out.push_str("  }\n");
}

/// Id of a node of the legend; no IRI has a space.
fn legend_id(name: &str) -> String {
    quoted(&format!("legend {name}"))
}

/// Words on lines of at most `width` characters where they fit; white space of any sort becomes one space.
fn wrap(text: &str, width: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

/// A DOT string. Backslashes and ampersands are doubled and spelt out because Graphviz reads `\N` and `&lt;` in labels;
/// control characters, which no SVG may hold, become spaces.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '&' => out.push_str("&amp;"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_escaped() {
        assert_eq!(quoted("a\"b\\N&lt;\n\u{7}<i>"), r#""a\"b\\N&amp;lt;\n <i>""#);
    }

    #[test]
    fn labels_wrap_at_words() {
        assert_eq!(wrap("Cooperative Cyber  Defence\nCentre", 20), "Cooperative Cyber\nDefence Centre");
        assert_eq!(wrap("Indivisibleorganizationname of", 10), "Indivisibleorganizationname\nof");
    }
}
