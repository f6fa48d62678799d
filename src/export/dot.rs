//! A diagram for Graphviz: kinds by shape and colour, relations by label and colour, evidence on hover.
//!
//! Claims that are no facts are dashed, inferred facts are dotted, and a legend says so. The graph names the layout
//! engine that suits its size, so that plain `dot -Tsvg` draws it well.

mod layout;
mod legend;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Write;
use std::mem;

use super::diagram::{Diagram, Edge, Hub, Pair, Stroke, Theme, groups, is_shown, paint, plain, wrap};
use super::each::write_each;
use super::evidence::is_web;
use super::runs::escaped;
use super::{Options, not_written};
use crate::Error;
use crate::graph::{Entity, GraphDocument};
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
    out: &mut (dyn Write + Send),
) -> Result<(), Error> {
    write_diagram(&Diagram::new(graph, vocabulary, options)?, graph, vocabulary, options, out)
}

/// Writes a diagram of the graph.
pub(super) fn write_diagram(
    diagram: &Diagram,
    graph: &GraphDocument,
    vocabulary: &Vocabulary,
    options: &Options,
    out: &mut (dyn Write + Send),
) -> Result<(), Error> {
    let writer = Writer { vocabulary, theme: options.theme, layout: Layout::of(diagram) };
    writer.graph(graph, diagram, options, out)
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
        out: &mut (dyn Write + Send),
    ) -> Result<(), Error> {
        let mut text = "digraph legation {\n".to_owned();
        self.style(&mut text);
        legend::push(self, diagram, &mut text);
        for (at, group) in groups(diagram, graph, self.vocabulary, options).iter().enumerate() {
            let boxed = group.label.as_ref().filter(|_| !group.members.is_empty());
            if let Some(label) = boxed {
                self.open_box(at, label, &mut text);
            }
            out.write_all(mem::take(&mut text).as_bytes()).map_err(not_written)?;
            write_each(&group.members, |entity, text| self.node(entity, text), out)?;
            if boxed.is_some() {
                text.push_str("  }\n");
            }
        }
        out.write_all(text.as_bytes()).map_err(not_written)?;
        write_each(&diagram.edges, |(pair, edge), text| self.edge(pair, edge, text), out)?;
        text.clear();
        for (at, hub) in diagram.hubs.iter().enumerate() {
            self.hub(at, hub, &mut text);
        }
        text.push_str("}\n");
        out.write_all(text.as_bytes()).map_err(not_written)
    }

    fn style(&self, out: &mut String) {
        let theme = self.theme;
        let (ground, ink, outline) = (theme.ground(), theme.ink(), theme.outline());
        let _ = writeln!(
            out,
            "  graph [charset=\"UTF-8\", fontname=\"Helvetica,Arial,sans-serif\", fontcolor=\"{ink}\", \
             bgcolor=\"{ground}\", pad=0.3, {}];\n  node [fontname=\"Helvetica,Arial,sans-serif\", fontsize=11, \
             fontcolor=\"#101010\", style=filled, color=\"{outline}\", penwidth=0.8, margin=\"0.10,0.05\", \
             height=0.3];\n  edge [fontname=\"Helvetica,Arial,sans-serif\", fontsize=10, arrowsize=0.6, penwidth={}];",
            self.layout.attributes(),
            self.layout.stroke()
        );
    }

    fn open_box(&self, at: usize, label: &str, out: &mut String) {
        let outline = self.theme.outline();
        let _ = write!(out, "  subgraph cluster_{at} {{\n    label=");
        push_quoted(label, out);
        let _ = writeln!(out, "; labelloc=t; labeljust=l; style=rounded; color=\"{outline}\"; fontsize=12;");
    }

    fn node(&self, entity: &Entity, out: &mut String) {
        out.push_str("  ");
        push_quoted(&entity.id, out);
        attribute(" [label=", &wrap(&entity.label, WIDTH).join("\n"), out);
        let term = self.vocabulary.kind(entity.kind);
        attribute(", shape=", term.map_or("box", |t| t.shape.as_str()), out);
        attribute(", fillcolor=", term.map_or("#FFFFFF", |t| t.colour.as_str()), out);
        if let Some(address) = entity.same_as.iter().chain([&entity.id]).find(|iri| is_web(iri)) {
            attribute(", URL=", &followed(address), out);
        }
        let names = std::iter::once(&entity.label).chain(&entity.aliases).map(|name| plain(name));
        attribute(", tooltip=", &names.collect::<Vec<_>>().join("\n"), out);
        out.push_str("];\n");
    }

    fn edge(&self, pair: &Pair, edge: &Edge, out: &mut String) {
        let (colours, tooltip) = (self.colours(edge), tooltip(edge));
        attribute("  ", pair.subject, out);
        attribute(" -> ", pair.object, out);
        attribute(" [color=", &colours.join(":"), out);
        if self.layout.labels_edges() {
            self.label(", ", edge, &colours, out);
            attribute(", labeltooltip=", &tooltip, out);
        }
        if pair.symmetric {
            out.push_str(", dir=none");
        }
        out.push_str(style(pair.stroke()));
        link(edge, out);
        attribute(", tooltip=", &tooltip, out);
        out.push_str("];\n");
    }

    /// A point with what is said among several, and a line to each of them.
    fn hub(&self, at: usize, hub: &Hub, out: &mut String) {
        let (colours, tooltip) = (self.colours(&hub.edge), tooltip(&hub.edge));
        // No IRI has a space.
        let id = format!("hub {at}");
        attribute("  ", &id, out);
        self.label(" [", &hub.edge, &colours, out);
        out.push_str(", shape=plaintext, style=\"\", margin=0.04, height=0.2");
        link(&hub.edge, out);
        attribute(", tooltip=", &tooltip, out);
        out.push_str("];\n");
        for member in &hub.members {
            attribute("  ", member, out);
            attribute(" -> ", &id, out);
            attribute(" [color=", &colours.join(":"), out);
            out.push_str(", dir=none");
            out.push_str(style(hub.pair.stroke()));
            attribute(", tooltip=", &tooltip, out);
            out.push_str("];\n");
        }
    }

    /// The colours of what an edge says, each once.
    fn colours<'e>(&self, edge: &'e Edge) -> Vec<Cow<'e, str>> {
        let colours = edge.relations.iter().map(|relation| paint(relation, self.theme));
        colours.collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// Adds the label of an edge and its colour.
    fn label(&self, before: &str, edge: &Edge, colours: &[Cow<str>], out: &mut String) {
        let lines: Vec<String> = edge.lines().iter().flat_map(|line| wrap(line, WIDTH)).collect();
        let ink = if let [colour] = colours { colour } else { self.theme.ink() };
        out.push_str(before);
        attribute("label=", &lines.join("\n"), out);
        attribute(", fontcolor=", ink, out);
    }
}

/// Adds the attribute that makes an edge a link, if there is something to follow.
fn link(edge: &Edge, out: &mut String) {
    if let Some(address) = &edge.address {
        attribute(", URL=", &followed(address), out);
    }
}

/// Adds what stands before a string, and the string.
fn attribute(before: &str, text: &str, out: &mut String) {
    out.push_str(before);
    push_quoted(text, out);
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

/// Adds a DOT string. Backslashes and ampersands are doubled and spelt out because Graphviz reads `\N` and `&lt;` in
/// labels; control characters, which no SVG may hold, become spaces.
fn push_quoted(text: &str, out: &mut String) {
    out.push('"');
    // What begins all signs that are not shown.
    out.extend(escaped(text, [b'"', b'\\', b'&', 0x7f, 0xc2, 0xef], |sign| match sign {
        "\"" => "\\\"",
        "\\" => "\\\\",
        "&" => "&amp;",
        "\n" => "\\n",
        sign if !sign.chars().all(is_shown) => " ",
        sign => sign,
    }));
    out.push('"');
}

/// An address with what no address may hold as `%XX`: Graphviz copies it into SVG as it is.
fn followed(address: &str) -> Cow<'_, str> {
    let is_held = |c: char| {
        !(c.is_whitespace()
            || c.is_control()
            || matches!(
                c,
                '<' | '>' | '"' | '\'' | '`' | '{' | '}' | '|' | '\\' | '^' | '\u{fffe}' | '\u{ffff}'
            ))
    };
    if address.bytes().all(|byte| byte.is_ascii() && is_held(char::from(byte))) {
        return address.into();
    }
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        if is_held(c) { out.push(c) } else { percent(&mut out, c) }
    }
    out.into()
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
        let quoted = |text| {
            let mut out = String::new();
            push_quoted(text, &mut out);
            out
        };
        assert_eq!(quoted("a\"b\\N&lt;\n\u{7}<i>"), r#""a\"b\\N&amp;lt;\n <i>""#);
        assert_eq!(followed("https://e.example/é?a=<b>&c \n"), "https://e.example/é?a=%3Cb%3E&c%20%0A");
        assert_eq!(markup("<b>\"A&B\"\u{7}"), "&lt;b&gt;&quot;A&amp;B&quot; ");
    }
}
