//! A diagram for Graphviz: kinds by shape and colour, relations by label and colour, evidence on hover.
//!
//! Claims that are no facts are dashed, inferred facts are dotted, and a legend says so. The graph names the layout
//! engine that suits its size, so that plain `dot -Tsvg` draws it well.

mod layout;
mod legend;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{self, Write};

use super::diagram::{Diagram, Edge, Hub, Pair, Stroke, Theme, groups, is_shown, paint, plain, wrap};
use super::evidence::is_web;
use super::{Options, not_written};
use crate::Error;
use crate::graph::{Entity, GraphDocument, Kind};
use crate::vocabulary::Vocabulary;
use layout::Layout;

/// Longest line of a label, in characters.
const WIDTH: usize = 22;
/// Most quotes in a tooltip.
const QUOTES: usize = 6;
/// Longest quote in a tooltip, in characters.
const QUOTED: usize = 400;

/// Writes the diagram.
pub(super) fn write(
    graph: &GraphDocument,
    vocabulary: &Vocabulary,
    options: &Options,
    out: &mut dyn Write,
) -> Result<(), Error> {
    write_diagram(&Diagram::new(graph, vocabulary, options)?, graph, vocabulary, options, out)
}

/// Writes a diagram of the graph.
pub(super) fn write_diagram(
    diagram: &Diagram,
    graph: &GraphDocument,
    vocabulary: &Vocabulary,
    options: &Options,
    out: &mut dyn Write,
) -> Result<(), Error> {
    let writer = Writer { vocabulary, theme: options.theme, layout: Layout::of(diagram) };
    writer.graph(graph, diagram, options, out).map_err(not_written)
}

struct Writer<'a> {
    vocabulary: &'a Vocabulary,
    theme: Theme,
    layout: Layout,
}

impl Writer<'_> {
    fn graph(
        &self,
        graph: &GraphDocument,
        diagram: &Diagram,
        options: &Options,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        out.write_all(b"digraph legation {\n")?;
        self.style(out)?;
        legend::write(self, diagram, out)?;
        for (at, group) in groups(diagram, graph, self.vocabulary, options).iter().enumerate() {
            let boxed = group.label.as_ref().filter(|_| !group.members.is_empty());
            if let Some(label) = boxed {
                self.open_box(at, label, out)?;
            }
            for entity in &group.members {
                self.node(entity, out)?;
            }
            if boxed.is_some() {
                out.write_all(b"  }\n")?;
            }
        }
        for (pair, edge) in &diagram.edges {
            self.edge(pair, edge, out)?;
        }
        for (at, hub) in diagram.hubs.iter().enumerate() {
            self.hub(at, hub, out)?;
        }
        out.write_all(b"}\n")
    }

    fn style(&self, out: &mut dyn Write) -> io::Result<()> {
        let theme = self.theme;
        let (ground, ink, outline) = (theme.ground(), theme.ink(), theme.outline());
        writeln!(
            out,
            "  graph [charset=\"UTF-8\", fontname=\"Helvetica,Arial,sans-serif\", fontcolor=\"{ink}\", \
             bgcolor=\"{ground}\", pad=0.3, {}];",
            self.layout.attributes()
        )?;
        writeln!(
            out,
            "  node [fontname=\"Helvetica,Arial,sans-serif\", fontsize=11, fontcolor=\"#101010\", style=filled, \
             color=\"{outline}\", penwidth=0.8, margin=\"0.10,0.05\", height=0.3];"
        )?;
        writeln!(
            out,
            "  edge [fontname=\"Helvetica,Arial,sans-serif\", fontsize=10, arrowsize=0.6, penwidth={}];",
            self.layout.stroke()
        )
    }

    fn open_box(&self, at: usize, label: &str, out: &mut dyn Write) -> io::Result<()> {
        let outline = self.theme.outline();
        writeln!(
            out,
            "  subgraph cluster_{at} {{\n    label={}; labelloc=t; labeljust=l; style=rounded; color=\"{outline}\"; fontsize=12;",
            quoted(label)
        )
    }

    fn node(&self, entity: &Entity, out: &mut dyn Write) -> io::Result<()> {
        let names = std::iter::once(&entity.label).chain(&entity.aliases).map(|name| plain(name));
        let tooltip = names.collect::<Vec<_>>().join("\n");
        let (label, look) = (wrap(&entity.label, WIDTH).join("\n"), self.look(entity.kind));
        write!(out, "  {} [label={}, {look}", quoted(&entity.id), quoted(&label))?;
        if let Some(address) = entity.same_as.iter().chain([&entity.id]).find(|iri| is_web(iri)) {
            write!(out, ", URL={}", quoted(&followed(address)))?;
        }
        writeln!(out, ", tooltip={}];", quoted(&tooltip))
    }

    /// Shape and fill of a kind.
    fn look(&self, kind: Kind) -> String {
        let term = self.vocabulary.kind(kind);
        let shape = term.map_or("box", |t| t.shape.as_str());
        let colour = term.map_or("#FFFFFF", |t| t.colour.as_str());
        format!("shape={}, fillcolor={}", quoted(shape), quoted(colour))
    }

    fn edge(&self, pair: &Pair, edge: &Edge, out: &mut dyn Write) -> io::Result<()> {
        let colours = self.colours(edge);
        let tooltip = quoted(&tooltip(edge));
        write!(
            out,
            "  {} -> {} [color={}",
            quoted(pair.subject),
            quoted(pair.object),
            quoted(&colours.join(":"))
        )?;
        if self.layout.labels_edges() {
            write!(out, ", {}, labeltooltip={tooltip}", self.label(edge, &colours))?;
        }
        if pair.symmetric {
            out.write_all(b", dir=none")?;
        }
        write!(out, "{}", style(pair.stroke()))?;
        writeln!(out, "{}, tooltip={tooltip}];", link(edge))
    }

    /// A point with what is said among several, and a line to each of them.
    fn hub(&self, at: usize, hub: &Hub, out: &mut dyn Write) -> io::Result<()> {
        let colours = self.colours(&hub.edge);
        // No IRI has a space.
        let (id, tooltip) = (quoted(&format!("hub {at}")), quoted(&tooltip(&hub.edge)));
        let label = self.label(&hub.edge, &colours);
        writeln!(
            out,
            "  {id} [{label}, shape=plaintext, style=\"\", margin=0.04, height=0.2{}, tooltip={tooltip}];",
            link(&hub.edge)
        )?;
        for member in &hub.members {
            let (member, colour) = (quoted(member), quoted(&colours.join(":")));
            let style = style(hub.pair.stroke());
            writeln!(out, "  {member} -> {id} [color={colour}, dir=none{style}, tooltip={tooltip}];")?;
        }
        Ok(())
    }

    /// The colours of what an edge says, each once.
    fn colours(&self, edge: &Edge) -> Vec<String> {
        let colours = edge.relations.values().map(|relation| paint(relation, self.theme));
        colours.collect::<BTreeSet<String>>().into_iter().collect()
    }

    /// The label of an edge and its colour.
    fn label(&self, edge: &Edge, colours: &[String]) -> String {
        let lines: Vec<String> = edge.lines().iter().flat_map(|line| wrap(line, WIDTH)).collect();
        let ink = if let [colour] = colours { colour } else { self.theme.ink() };
        format!("label={}, fontcolor={}", quoted(&lines.join("\n")), quoted(ink))
    }
}

/// The attribute that makes an edge a link, if there is something to follow.
fn link(edge: &Edge) -> String {
    edge.address.as_ref().map_or_else(String::new, |address| format!(", URL={}", quoted(&followed(address))))
}

/// The attribute for a stroke.
const fn style(stroke: Stroke) -> &'static str {
    match stroke {
        Stroke::Solid => "",
        Stroke::Dotted => ", style=dotted",
        Stroke::Dashed => ", style=dashed",
    }
}

/// What is said, and the words it rests on.
fn tooltip(edge: &Edge) -> String {
    let mut lines = edge.full_lines();
    lines.extend(edge.quotes.iter().take(QUOTES).map(|quote| shortened(quote)));
    let more = edge.quotes.len().saturating_sub(QUOTES);
    if more > 0 {
        lines.push(format!("… and {more} more"));
    }
    lines.join("\n")
}

fn shortened(quote: &str) -> String {
    match quote.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", plain(&quote[..end])),
        None => plain(quote),
    }
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
            c if !is_shown(c) => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// An address with what no address may hold as `%XX`: Graphviz copies it into SVG as it is.
fn followed(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            '<' | '>' | '"' | '\'' | '`' | '{' | '}' | '|' | '\\' | '^' | '\u{fffe}' | '\u{ffff}' => {
                percent(&mut out, c);
            }
            c if c.is_whitespace() || c.is_control() => percent(&mut out, c),
            c => out.push(c),
        }
    }
    out
}

fn percent(out: &mut String, c: char) {
    for byte in c.encode_utf8(&mut [0; 4]).bytes() {
        let _ = write!(out, "%{byte:02X}");
    }
}

/// Text of an HTML-like label.
fn markup(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in plain(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_escaped() {
        assert_eq!(quoted("a\"b\\N&lt;\n\u{7}<i>"), r#""a\"b\\N&amp;lt;\n <i>""#);
        assert_eq!(followed("https://e.example/é?a=<b>&c \n"), "https://e.example/é?a=%3Cb%3E&c%20%0A");
        assert_eq!(markup("<b>\"A&B\"\u{7}"), "&lt;b&gt;&quot;A&amp;B&quot; ");
    }
}
