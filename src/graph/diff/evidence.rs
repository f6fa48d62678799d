//! Documents of two graphs that are the same, and words of theirs.

use super::Change;
use crate::graph::{DocumentRecord, Evidence, GraphDocument, Statement};
use std::collections::{BTreeMap, BTreeSet};

/// Documents of the second graph by their ids in the first.
pub(super) type SameDocuments<'g> = BTreeMap<&'g str, &'g str>;

/// Pairs the documents and says what changed of each.
pub(super) fn compare_documents<'g>(
    a: &'g GraphDocument,
    b: &'g GraphDocument,
    changes: &mut Vec<Change<'g>>,
) -> SameDocuments<'g> {
    let pairs = pair(a, b);
    for document in &b.documents {
        match pairs.get(document.id.as_str()) {
            Some(before) if *before != document => {
                changes.push(Change::DocumentChanged { document, before });
            }
            Some(_) => {}
            None => changes.push(Change::DocumentAdded { document }),
        }
    }
    let same: SameDocuments<'g> = pairs.into_iter().map(|(after, before)| (&*before.id, after)).collect();
    let gone = a.documents.iter().filter(|d| !same.contains_key(d.id.as_str()));
    changes.extend(gone.map(|document| Change::DocumentGone { document }));
    same
}

/// Documents of the first graph by the ids that they have in the second: those of one id, then those read from one
/// place, then the only one left on each side.
fn pair<'g>(a: &'g GraphDocument, b: &'g GraphDocument) -> BTreeMap<&'g str, &'g DocumentRecord> {
    let mut pairs = BTreeMap::new();
    let mut old: Vec<&DocumentRecord> = a.documents.iter().collect();
    let mut new: Vec<&DocumentRecord> = b.documents.iter().collect();
    let signs: [fn(&DocumentRecord) -> &str; 3] = [|d| &d.id, |d| &d.source, |_| ""];
    for sign in signs {
        let mut by_sign: BTreeMap<&str, Vec<&DocumentRecord>> = BTreeMap::new();
        for document in &old {
            by_sign.entry(sign(document)).or_default().push(document);
        }
        let only_ones = (old.len(), new.len()) == (1, 1);
        new.retain(|document| {
            let former = by_sign.get_mut(sign(document)).filter(|_| only_ones || !sign(document).is_empty());
            let Some(before) = former.and_then(Vec::pop) else { return true };
            pairs.insert(document.id.as_str(), before);
            old.retain(|d| d.id != before.id);
            false
        });
    }
    pairs
}

/// Words of a document, wherever in it they stand.
type Words<'g> = (&'g str, &'g str);

/// The words that `statement` of the first graph rests on, in terms of the second.
pub(super) fn former_words<'g>(statement: &'g Statement, same: &SameDocuments<'g>) -> BTreeSet<Words<'g>> {
    let document = |e: &'g Evidence| same.get(e.document.as_str()).copied().unwrap_or(&e.document);
    statement.evidence.iter().map(|e| (document(e), e.quote.as_str())).collect()
}

/// The words that a statement of the second graph rests on.
pub(super) fn words(statement: &Statement) -> BTreeSet<Words<'_>> {
    statement.evidence.iter().map(|e| (e.document.as_str(), e.quote.as_str())).collect()
}

/// Evidence of the second graph's `after` that `before` lacks, and the other way round.
pub(super) fn compare<'g>(
    before: &'g Statement,
    after: &'g Statement,
    same: &SameDocuments<'g>,
    changes: &mut Vec<Change<'g>>,
) {
    let (old, new) = (former_words(before, same), words(after));
    let gained: Vec<&Evidence> =
        after.evidence.iter().filter(|e| !old.contains(&(&*e.document, &*e.quote))).collect();
    let is_lost = |e: &&Evidence| {
        let document = same.get(e.document.as_str()).copied().unwrap_or(&e.document);
        !new.contains(&(document, &*e.quote))
    };
    let lost: Vec<&Evidence> = before.evidence.iter().filter(is_lost).collect();
    if !gained.is_empty() {
        changes.push(Change::EvidenceGained { statement: after, evidence: gained });
    }
    if !lost.is_empty() {
        changes.push(Change::EvidenceLost { statement: after, evidence: lost });
    }
}
