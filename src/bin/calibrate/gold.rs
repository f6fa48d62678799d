//! What an annotated document says, and whether a statement is right by it.
//!
//! `NAME.gold.jsonl` has a line for each entity (`entity`, `kind`, `aliases`) and for each relation between two of them
//! (`s`, `r`, `o`, `status`), marked `optional` where either reading will do and `never` where a careless reader errs.

use legation::graph::{Entity, GraphDocument, Statement, Status};
use legation::vocabulary::Vocabulary;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Deserialize)]
#[serde(untagged)]
enum Line {
    Entity {
        entity: String,
        kind: String,
        #[serde(default)]
        aliases: Vec<String>,
    },
    Relation {
        s: String,
        /// One relation, or several of which any will do: `joined|memberOf`.
        r: String,
        o: String,
        #[serde(default)]
        status: Status,
        #[serde(default)]
        optional: bool,
        #[serde(default)]
        never: bool,
    },
}

/// One thing the annotators say of two entities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Verdict {
    status: Status,
    optional: bool,
    never: bool,
}

/// The annotations of one document.
#[derive(Default)]
pub(crate) struct Gold {
    kinds: Vec<String>,
    by_name: BTreeMap<String, BTreeSet<usize>>,
    said: BTreeMap<(usize, String, usize), BTreeSet<Verdict>>,
}

impl Gold {
    /// Reads the lines of a gold file.
    pub(crate) fn read(text: &str, vocabulary: &Vocabulary) -> Result<Self, serde_json::Error> {
        let mut gold = Self::default();
        let mut index: BTreeMap<String, usize> = BTreeMap::new();
        let lines: Vec<Line> = text
            .lines()
            .filter(|l| !l.trim().is_empty())
            .map(serde_json::from_str)
            .collect::<Result<_, _>>()?;
        for line in &lines {
            if let Line::Entity { entity, kind, aliases } = line {
                let number = gold.kinds.len();
                gold.kinds.push(kind.clone());
                index.insert(entity.clone(), number);
                for name in aliases.iter().chain([entity]) {
                    gold.by_name.entry(folded(name)).or_default().insert(number);
                }
            }
        }
        for line in lines {
            if let Line::Relation { s, r, o, status, optional, never } = line
                && let (Some(&s), Some(&o)) = (index.get(&s), index.get(&o))
            {
                let verdict = Verdict { status, optional, never };
                r.split('|').for_each(|r| gold.note((s, r, o), verdict, vocabulary));
            }
        }
        Ok(gold)
    }

    fn note(&mut self, (s, r, o): (usize, &str, usize), verdict: Verdict, vocabulary: &Vocabulary) {
        self.said.entry((s, r.to_owned(), o)).or_default().insert(verdict);
        if vocabulary.relation(r).is_ok_and(|r| r.symmetric) {
            self.said.entry((o, r.to_owned(), s)).or_default().insert(verdict);
        }
    }

    /// Whether a statement is right; nothing where the annotators leave it open.
    pub(crate) fn judge(&self, statement: &Statement, graph: &GraphDocument) -> Option<bool> {
        let verdicts = self.verdicts(statement, graph);
        let same = |v: &&Verdict| v.status == statement.status && !v.never;
        if let Some(verdict) = verdicts.iter().filter(same).min_by_key(|v| v.optional) {
            return (!verdict.optional).then_some(true);
        }
        let open =
            verdicts.iter().any(|v| v.optional) || (is_claim(statement) && verdicts.iter().all(|v| v.never));
        (!open).then_some(false)
    }

    fn verdicts(&self, statement: &Statement, graph: &GraphDocument) -> Vec<Verdict> {
        let resolved = |id: &str| {
            let entity = graph.entities.iter().find(|e| e.id == id);
            entity.map(|e| self.resolve(e)).unwrap_or_default()
        };
        let (subjects, objects) = (resolved(&statement.subject), resolved(&statement.object));
        let pairs = subjects.iter().flat_map(|&s| objects.iter().map(move |&o| (s, o)));
        let said = pairs.filter_map(|(s, o)| self.said.get(&(s, statement.relation.clone(), o)));
        said.flatten().copied().collect()
    }

    /// The annotated entities one may stand for: by its label, else by its other names; of its kind, if any is.
    fn resolve(&self, entity: &Entity) -> BTreeSet<usize> {
        let named = |name: &str| self.by_name.get(&folded(name)).cloned().unwrap_or_default();
        let mut hits = named(&entity.label);
        if hits.is_empty() {
            hits = entity.aliases.iter().flat_map(|a| named(a)).collect();
        }
        let same: BTreeSet<usize> =
            hits.iter().copied().filter(|&h| self.kinds[h] == entity.kind.name()).collect();
        if same.is_empty() { hits } else { same }
    }
}

/// What is not put as a fact is annotated only where it stands out: what no annotation speaks of may be right.
fn is_claim(statement: &Statement) -> bool {
    statement.status != Status::Asserted
}

/// A name without what spellings differ in.
fn folded(name: &str) -> String {
    let lower = name.to_lowercase().replace('’', "'").replace('–', "-");
    let spelt = lower.split(|c: char| c.is_whitespace() || matches!(c, ',' | '.')).filter(|w| !w.is_empty());
    let words: Vec<&str> = spelt
        .map(|w| match w {
            "centre" => "center",
            "defence" => "defense",
            "programme" => "program",
            other => other,
        })
        .collect();
    match words.as_slice() {
        ["the" | "a" | "an", rest @ ..] if !rest.is_empty() => rest.join(" "),
        all => all.join(" "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use legation::graph::{Kind, KnowledgeGraph};

    const GOLD: &str = r#"
        {"entity": "Finland", "kind": "Country"}
        {"entity": "North Atlantic Treaty Organization", "kind": "Organization", "aliases": ["NATO"]}
        {"s": "Finland", "r": "joined|memberOf", "o": "North Atlantic Treaty Organization", "quote": "x"}
        {"s": "Finland", "r": "cooperatesWith", "o": "North Atlantic Treaty Organization", "optional": true}
        {"s": "Finland", "r": "left", "o": "North Atlantic Treaty Organization", "status": "negated"}
        {"s": "Finland", "r": "founded", "o": "North Atlantic Treaty Organization", "never": true}"#;

    fn judged(subject: &str, relation: &str, status: Status) -> Option<bool> {
        let vocabulary = Vocabulary::embedded().expect("the shipped vocabulary loads");
        let lines: Vec<&str> = GOLD.lines().map(str::trim).collect();
        let gold = Gold::read(&lines.join("\n"), &vocabulary).expect("gold lines");
        let mut graph = KnowledgeGraph::new("urn:x/", []);
        for (id, kind, label) in [
            ("urn:FI", Kind::Country, "Finland"),
            ("urn:NATO", Kind::Organization, "the NATO"),
            ("urn:SE", Kind::Country, "Sweden"),
        ] {
            let (id, label) = (id.to_owned(), label.to_owned());
            let entity =
                Entity { id, kind, label, aliases: Vec::new(), same_as: Vec::new(), mentions: Vec::new() };
            graph.add_entity(entity).expect("an entity");
        }
        let statement = Statement { status, ..Statement::new(subject, relation, "urn:NATO") };
        gold.judge(&statement, &graph.to_document())
    }

    #[test]
    fn what_is_annotated_is_right_what_is_not_is_wrong_and_what_is_open_is_neither() {
        use Status::{Asserted, Negated, Planned};
        assert_eq!(judged("urn:FI", "joined", Asserted), Some(true));
        assert_eq!(judged("urn:FI", "memberOf", Asserted), Some(true));
        assert_eq!(judged("urn:SE", "joined", Asserted), Some(false));
        assert_eq!(judged("urn:FI", "founded", Asserted), Some(false));
        assert_eq!(judged("urn:FI", "cooperatesWith", Asserted), None);
        assert_eq!(judged("urn:FI", "left", Negated), Some(true));
        assert_eq!(judged("urn:FI", "left", Asserted), Some(false));
        assert_eq!(judged("urn:FI", "joined", Planned), Some(false));
        assert_eq!(judged("urn:SE", "visited", Planned), None);
    }
}
