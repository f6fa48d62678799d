//! Frames as a vocabulary file declares them.
//!
//! A frame is a plain literal (`lg:frame "S visit O"`) or a node with `lg:clause`, `lg:example` and perhaps `lg:status`,
//! `lg:role`.

use super::super::turtle::Turtle;
use super::{Frame, FrameError, WordGroups, compile, slot_kinds};
use crate::Error;
use crate::graph::Status;

/// The end of a clause that says something only with a time beside it.
const DATED: &str = " @";

/// The compiled frames that a file declares for one relation, by the relation's IRI and name; in file order.
pub(in crate::vocabulary) fn of_relation(
    file: &Turtle<'_>,
    groups: &WordGroups,
    iri: &str,
    name: &str,
) -> Result<Vec<Frame>, Error> {
    file.own(iri, "frame").iter().map(|node| read(file, groups, name, node)).collect()
}

/// A frame, from its node or its bare clause.
fn read(file: &Turtle<'_>, groups: &WordGroups, relation: &str, node: &str) -> Result<Frame, Error> {
    let clause = match file.own(node, "clause") {
        [clause] => &**clause,
        [] if !is_node(file, node) => node,
        clauses => {
            let message = format!(
                "relation `{relation}`: a frame has one `lg:clause`, such as \"S visit O\"; this has {}",
                clauses.len()
            );
            return Err(file.error(clauses.last().map_or("lg:frame", |clause| clause), message));
        }
    };
    frame(file, groups, relation, node, clause)
        .map_err(|e| file.error(clause, format!("relation `{relation}`: frame \"{clause}\": {e}")))
}

fn is_node(file: &Turtle<'_>, node: &str) -> bool {
    node.starts_with("_:") || file.properties(node).next().is_some()
}

fn frame(
    file: &Turtle<'_>,
    groups: &WordGroups,
    relation: &str,
    node: &str,
    clause: &str,
) -> Result<Frame, FrameError> {
    let mut examples: Vec<String> = file.own(node, "example").iter().map(ToString::to_string).collect();
    examples.sort();
    let bare = clause.strip_suffix(DATED);
    Ok(Frame {
        relation: relation.to_owned(),
        pattern: compile(&groups.expand(bare.unwrap_or(clause))?)?,
        dated: bare.is_some(),
        subject_kinds: slot_kinds(clause, "S")?,
        object_kinds: slot_kinds(clause, "O")?,
        clause: clause.to_owned(),
        status: file.own_text(node, "status").map(|s| status(&s)).transpose()?,
        role: file.own_text(node, "role"),
        examples,
    })
}

fn status(name: &str) -> Result<Status, FrameError> {
    let known = Status::ALL.into_iter().find(|s| s.name() == name);
    known.ok_or_else(|| {
        let all = Status::ALL.map(Status::name).join(", ");
        FrameError(format!("the status `{name}` is none of {all}"))
    })
}
