//! A flowchart for Markdown pages. Claims that are no facts and inferred facts are dashed, and say what they are.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;
use std::io::{self, Write};

use super::diagram::{Diagram, Edge, Group, Hub, Pair, Stroke, groups, is_shown, wrap};
use super::{Options, not_written};
use crate::Error;
use crate::graph::{Entity, GraphDocument, Kind};
use crate::vocabulary::Vocabulary;

/// Longest line of a label, in characters.
const WIDTH: usize = 28;
/// Most lines that Mermaid draws unless told otherwise.
const LINES: usize = 500;

/// Writes the flowchart.
pub(super) fn write(
    graph: &GraphDocument,
    vocabulary: &Vocabulary,
    options: &Options,
    out: &mut dyn Write,
) -> Result<(), Error> {
    let diagram = Diagram::new(graph, vocabulary, options)?;
    if diagram.lines() > LINES {
        let message = format!(
            "the diagram has {} lines, and Mermaid draws at most {LINES}; ask for a part of it with --focus, --top, \
             --relation or --since, or write `dot`",
            diagram.lines()
        );
        return Err(Error::invalid("mermaid", message));
    }
    let groups = groups(&diagram, graph, vocabulary, options);
    chart(&diagram, &groups, vocabulary, out).map_err(not_written)
}

fn chart(
    diagram: &Diagram,
    groups: &[Group],
    vocabulary: &Vocabulary,
    out: &mut dyn Write,
) -> io::Result<()> {
    out.write_all(b"flowchart LR\n")?;
    let ids: HashMap<&str, usize> =
        diagram.nodes.iter().enumerate().map(|(at, entity)| (entity.id.as_str(), at)).collect();
    for (at, group) in groups.iter().enumerate() {
        let label = group.label.as_ref().filter(|_| !group.members.is_empty());
        if let Some(label) = label {
            writeln!(out, "  subgraph g{at}[\"{}\"]", escape(label))?;
        }
        for entity in &group.members {
            if let Some(&at) = ids.get(entity.id.as_str()) {
                node(at, entity, out)?;
            }
        }
        if label.is_some() {
            out.write_all(b"  end\n")?;
        }
    }
    for (pair, edge) in &diagram.edges {
        if let (Some(&from), Some(&to)) = (ids.get(pair.subject), ids.get(pair.object)) {
            link(from, to, pair, edge, out)?;
        }
    }
    for (at, hub) in diagram.hubs.iter().enumerate() {
        let members = hub.members.iter().filter_map(|id| ids.get(id).copied());
        point(at, members, hub, out)?;
    }
    classes(diagram, vocabulary, out)
}

/// What is said among several, and a line to each of them.
fn point(at: usize, members: impl Iterator<Item = usize>, hub: &Hub, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "  h{at}((\"{}\"))", label(&hub.pair, &hub.edge))?;
    let line = if hub.pair.stroke() == Stroke::Solid { "---" } else { "-.-" };
    for member in members {
        writeln!(out, "  n{member} {line} h{at}")?;
    }
    Ok(())
}

/// A shape for each kind, as near to that of the other diagrams as Mermaid has it.
fn node(at: usize, entity: &Entity, out: &mut dyn Write) -> io::Result<()> {
    let (open, close) = match entity.kind {
        Kind::Country => ("([", "])"),
        Kind::Organization => ("[", "]"),
        Kind::Person => ("(", ")"),
        Kind::Event => ("{{", "}}"),
        Kind::Agreement => ("[/", "/]"),
        Kind::Document => ("[\\", "\\]"),
        Kind::Place => ("[/", "\\]"),
    };
    let label = lines(&wrap(&entity.label, WIDTH));
    writeln!(out, "  n{at}{open}\"{label}\"{close}:::{}", entity.kind.slug())
}

fn link(from: usize, to: usize, pair: &Pair, edge: &Edge, out: &mut dyn Write) -> io::Result<()> {
    let line = match (pair.stroke() == Stroke::Solid, pair.symmetric) {
        (true, false) => "-->",
        (true, true) => "---",
        (false, false) => "-.->",
        (false, true) => "-.-",
    };
    writeln!(out, "  n{from} {line}|\"{}\"| n{to}", label(pair, edge))
}

fn label(pair: &Pair, edge: &Edge) -> String {
    let mut said = edge.lines();
    if pair.inferred {
        said.push("(inferred)".to_owned());
    }
    let wrapped: Vec<String> = said.iter().flat_map(|line| wrap(line, WIDTH)).collect();
    lines(&wrapped)
}

fn classes(diagram: &Diagram, vocabulary: &Vocabulary, out: &mut dyn Write) -> io::Result<()> {
    let kinds: BTreeSet<Kind> = diagram.nodes.iter().map(|entity| entity.kind).collect();
    for kind in kinds {
        let colour = vocabulary.kind(kind).map_or("#FFFFFF", |term| term.colour.as_str());
        writeln!(out, "  classDef {} fill:{colour},stroke:#505050,color:#101010", kind.slug())?;
    }
    Ok(())
}

/// Lines of a label. One without any would end the chart.
fn lines(lines: &[String]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| escape(line)).collect();
    if lines.is_empty() { "#160;".to_owned() } else { lines.join("<br/>") }
}

/// Text in quotes: all signs but the plainest are spelt out, for Mermaid reads HTML, Markdown and its own in labels.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ' ' | ',' | '.' | '-' | '(' | ')' | '–' | '…' | '’' => out.push(c),
            c if c.is_ascii_alphanumeric() || !c.is_ascii() => out.push(if is_shown(c) { c } else { ' ' }),
            c => {
                let _ = write!(out, "#{};", u32::from(c));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_text_whatever_they_hold() {
        assert_eq!(escape("a\"]<b>`x` #1; né"), "a#34;#93;#60;b#62;#96;x#96; #35;1#59; né");
        assert_eq!(lines(&[]), "#160;");
    }
}
