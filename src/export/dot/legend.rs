//! What shapes, colours and strokes mean: a table below the drawing, where every layout engine puts it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::{Diagram, Stroke, Writer, markup, paint};
use crate::graph::Kind;

/// Most relations to a row.
const ROW: usize = 6;

pub(super) fn push(writer: &Writer, diagram: &Diagram, out: &mut String) {
    let mut rows: Vec<String> = kinds(writer, diagram).into_iter().collect();
    rows.extend(relations(writer, diagram));
    rows.extend(strokes(writer, diagram));
    if !rows.is_empty() {
        let _ = writeln!(
            out,
            "  graph [labelloc=b, labeljust=l, label=<<table border=\"0\" cellborder=\"0\" cellspacing=\"2\" \
             cellpadding=\"2\">{}</table>>];",
            rows.concat()
        );
    }
}

/// A row of table cells, each in a table of its own so that columns need not line up.
fn row(cells: &[String]) -> String {
    let inner = format!(
        "<table border=\"0\" cellspacing=\"3\" cellpadding=\"3\"><tr>{}</tr></table>",
        cells.concat()
    );
    format!("<tr><td align=\"left\">{inner}</td></tr>")
}

fn kinds(writer: &Writer, diagram: &Diagram) -> Option<String> {
    let kinds: BTreeSet<Kind> = diagram.nodes.iter().map(|entity| entity.kind).collect();
    let cell = |kind| {
        let term = writer.vocabulary.kind(kind)?;
        Some(format!(
            "<td border=\"1\" color=\"{}\" bgcolor=\"{}\"><font point-size=\"10\" color=\"#101010\">{} ({})</font></td>",
            writer.theme.outline(),
            markup(&term.colour),
            markup(&term.label),
            markup(&term.shape)
        ))
    };
    let cells: Vec<String> = kinds.into_iter().filter_map(cell).collect();
    (!cells.is_empty()).then(|| row(&cells))
}

/// Relations in the colour of their lines, those of one colour together.
fn relations(writer: &Writer, diagram: &Diagram) -> Vec<String> {
    let mut by_colour: BTreeMap<Cow<str>, BTreeSet<&str>> = BTreeMap::new();
    for relation in diagram.said().flat_map(|(_, edge)| &edge.relations) {
        by_colour.entry(paint(relation, writer.theme)).or_default().insert(&relation.label);
    }
    let cell = |(colour, labels): (Cow<str>, BTreeSet<&str>)| {
        let labels: Vec<&str> = labels.into_iter().collect();
        let colour = markup(&colour);
        format!("<td><font point-size=\"10\" color=\"{colour}\">━ {}</font></td>", markup(&labels.join(", ")))
    };
    let cells: Vec<String> = by_colour.into_iter().map(cell).collect();
    cells.chunks(ROW).map(row).collect()
}

fn strokes(writer: &Writer, diagram: &Diagram) -> Option<String> {
    let mut said: BTreeMap<Stroke, Vec<&str>> = BTreeMap::new();
    for (stroke, certainty) in diagram.strokes() {
        said.entry(stroke).or_default().push(certainty);
    }
    let mut cells = String::new();
    for (stroke, certainties) in said {
        let line = if stroke == Stroke::Dotted { "· · · ·" } else { "– – –" };
        let _ = write!(
            cells,
            "<td><font point-size=\"10\" color=\"{}\">{line} {}</font></td>",
            writer.theme.ink(),
            certainties.join(", ")
        );
    }
    (!cells.is_empty()).then(|| row(&[cells]))
}
