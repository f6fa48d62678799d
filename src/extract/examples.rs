//! Whether frames do what their authors say: each example sentence gives its statement, no counter-example a fact.

use super::matcher::FrameIndex;
use super::{Resources, extract_by};
use crate::Error;
use crate::graph::{Entity, GraphDocument, Kind, Statement, Status};
use crate::source::text;
use crate::vocabulary::frame::Frame;
use crate::vocabulary::turtle::{in_line, line_of};
use crate::vocabulary::{Added, DEFAULT_BASE};

/// A sentence with its slots told: `S{Blinken} visited O{Tokyo}.`
struct Example {
    sentence: String,
    subject: String,
    object: String,
}

impl Example {
    fn parse(marked: &str) -> Option<Self> {
        let slot = |mark: &str| {
            let (before, rest) = marked.split_once(mark)?;
            let name = rest.split_once('}')?.0;
            (!before.ends_with(char::is_alphanumeric) && !name.contains('{')).then_some(name)
        };
        let named = |mark: &str| slot(mark).map(|name| without_article(name).to_owned());
        let (subject, object) = (named("S{")?, named("O{")?);
        let sentence = marked.replace("S{", "").replace("O{", "").replace('}', "");
        Some(Self { sentence, subject, object })
    }
}

fn without_article(name: &str) -> &str {
    name.strip_prefix("The ").or_else(|| name.strip_prefix("the ")).unwrap_or(name)
}

/// Checks the examples and counter-examples that a file adds; `place` and `turtle` are the file's name and text.
///
/// # Errors
/// The first that does not hold, and why.
pub(super) fn check(resources: &Resources, place: &str, turtle: &str, added: &Added) -> Result<(), Error> {
    for frame in &added.frames {
        for example in &frame.examples {
            if let Some(why) = refuted(resources, frame, example) {
                let message = format!(
                    "relation `{}`: frame \"{}\": its example \"{example}\" fails: {why}",
                    frame.relation, frame.clause
                );
                return Err(in_line(place, line_of(turtle, example), &message));
            }
        }
    }
    for counter in &added.counter_examples {
        let graph = read(resources, &resources.frames, &counter.sentence)?;
        if let Some(wrong) = graph.statements.iter().find(|s| is_fact(s, &counter.relation)) {
            let message = format!(
                "relation `{}`: the counter-example \"{}\" is taken for a fact: {}",
                counter.relation,
                counter.sentence,
                shown(&graph, wrong)
            );
            return Err(in_line(place, line_of(turtle, &counter.sentence), &message));
        }
    }
    Ok(())
}

fn is_fact(statement: &Statement, relation: &str) -> bool {
    statement.relation == relation && statement.status == Status::Asserted
}

fn read(resources: &Resources, frames: &FrameIndex, sentence: &str) -> Result<GraphDocument, Error> {
    let document = text::read("example.txt", sentence.as_bytes().to_vec(), &text::Options::default())?;
    Ok(extract_by(frames, &document, resources, DEFAULT_BASE))
}

/// Why a frame, all by itself, does not read its example as meant; nothing if it does.
fn refuted(resources: &Resources, frame: &Frame, marked: &str) -> Option<String> {
    let Some(example) = Example::parse(marked) else {
        return Some("mark both slots, as in \"S{Blinken} visited O{Tokyo}.\"".to_owned());
    };
    let graph = match read(resources, &FrameIndex::new([frame.clone()].into()), &example.sentence) {
        Ok(graph) => graph,
        Err(error) => return Some(error.to_string()),
    };
    judge(resources, frame, &example, &graph)
}

fn judge(resources: &Resources, frame: &Frame, example: &Example, graph: &GraphDocument) -> Option<String> {
    let relation = resources.vocabulary.relation(&frame.relation).ok()?;
    let subject =
        Slot { mark: "S", name: &example.subject, kinds: &relation.domain, own: &frame.subject_kinds };
    let object = Slot { mark: "O", name: &example.object, kinds: &relation.range, own: &frame.object_kinds };
    let fillers = [subject, object].map(|slot| slot.filler(relation.symmetric, graph));
    let ends = match fillers {
        [Ok(subject), Ok(object)] => (subject, object),
        [Err(why), _] | [_, Err(why)] => return Some(why),
    };
    let of = |s: &&Statement| s.relation == frame.relation;
    let forth = |s: &Statement| (s.subject.as_str(), s.object.as_str()) == ends;
    let back = |s: &Statement| (s.object.as_str(), s.subject.as_str()) == ends;
    let meant = frame.status.unwrap_or_default();
    let holds = |s: &Statement| s.status == meant && (forth(s) || relation.symmetric && back(s));
    if graph.statements.iter().filter(of).any(holds) {
        return None;
    }
    let near = graph.statements.iter().filter(of).find(|s| forth(s) || back(s));
    let near = near.or_else(|| graph.statements.iter().find(of));
    Some(near.map_or_else(
        || "the clause is not found in it; write the clause with the words the sentence has, in their base form".to_owned(),
        |read| format!("it is read as {}", shown(graph, read)),
    ))
}

/// What an example marks as subject or object.
struct Slot<'a> {
    mark: &'a str,
    name: &'a str,
    /// Domain or range.
    kinds: &'a [Kind],
    /// The kinds the clause itself narrows that to.
    own: &'a [Kind],
}

impl Slot<'_> {
    /// The id of what fills the slot, or why it cannot.
    fn filler<'g>(&self, symmetric: bool, graph: &'g GraphDocument) -> Result<&'g str, String> {
        let found = graph.entities.iter().find(|e| is_called(e, self.name));
        let entity = found.ok_or_else(|| unseen(self.mark, self.name, graph))?;
        let within = self.kinds.contains(&entity.kind);
        // A symmetric relation may take the two the other way round.
        if symmetric || within && (self.own.is_empty() || self.own.contains(&entity.kind)) {
            return Ok(&entity.id);
        }
        Err(misfit(self.mark, entity, if within { self.own } else { self.kinds }))
    }
}

fn is_called(entity: &Entity, name: &str) -> bool {
    entity.label == name || entity.aliases.iter().any(|alias| alias == name)
}

fn unseen(mark: &str, name: &str, graph: &GraphDocument) -> String {
    let names: Vec<_> = graph.entities.iter().map(|e| format!("`{}`", e.label)).collect();
    let seen = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
    format!(
        "`{name}`, marked {mark}, is not seen as a name (seen: {seen}); add it to a gazetteer or take another"
    )
}

fn misfit(mark: &str, entity: &Entity, wanted: &[Kind]) -> String {
    let wanted: Vec<_> = wanted.iter().map(|kind| kind.name()).collect();
    format!(
        "`{}`, marked {mark}, is of the kind {}, and {mark} takes {}",
        entity.label,
        entity.kind.name(),
        wanted.join(", ")
    )
}

/// `Norway trainedWith Sweden (planned)`.
fn shown(graph: &GraphDocument, statement: &Statement) -> String {
    let label =
        |id: &str| graph.entities.iter().find(|e| e.id == id).map_or(id.to_owned(), |e| e.label.clone());
    format!(
        "\"{} {} {}\" ({})",
        label(&statement.subject),
        statement.relation,
        label(&statement.object),
        statement.status.name()
    )
}
