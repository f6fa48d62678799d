//! How a diagram is laid out, by its size.

use super::Diagram;

/// Most lines that are drawn in ranks: up to here the engine `dot` finds room for every label within seconds.
const RANKED: usize = 250;

/// The layout engine and what it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// Ranks from left to right, with labels on the lines and boxes around what belongs together.
    Ranks,
    /// A map by force. What lines say is in their colours and tooltips; the engine knows no boxes.
    Map,
}

impl Layout {
    /// The one that suits the diagram.
    pub(super) fn of(diagram: &Diagram) -> Self {
        if diagram.lines() <= RANKED { Self::Ranks } else { Self::Map }
    }

    /// Attributes of the graph.
    pub(super) const fn attributes(self) -> &'static str {
        match self {
            Self::Ranks => "rankdir=LR, ranksep=0.6, nodesep=0.12, splines=true, newrank=true",
            Self::Map => "layout=sfdp, overlap=prism, splines=line, K=1.2, outputorder=edgesfirst",
        }
    }

    /// Width of the lines, in points.
    pub(super) const fn stroke(self) -> &'static str {
        match self {
            Self::Ranks => "1.2",
            Self::Map => "0.6",
        }
    }

    /// Whether lines have labels.
    pub(super) const fn labels_edges(self) -> bool {
        matches!(self, Self::Ranks)
    }
}
