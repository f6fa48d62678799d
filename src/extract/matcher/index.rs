//! Which frames a sentence may hold, by the words they ask for.

use super::{ANY, Hit, hit};
use crate::extract::reference::Scene;
use crate::extract::syntax::Syntax;
use crate::language::lowered;
use crate::vocabulary::frame::{Argument, Frame, Node, Role, Slot};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Frames by the words they are made of.
#[derive(Clone, Debug)]
pub(crate) struct FrameIndex {
    frames: Arc<[Frame]>,
    words: FxHashMap<String, Part>,
    /// For each frame the groups of words of which it asks one each, beside its head.
    asked: Vec<Vec<usize>>,
    /// How many groups there are.
    groups: usize,
}

/// What a word is to the frames.
#[derive(Clone, Debug, Default)]
struct Part {
    /// The frames it may head.
    heads: Vec<usize>,
    /// The groups that it is in.
    groups: Vec<usize>,
}

impl FrameIndex {
    pub(crate) fn new(frames: Arc<[Frame]>) -> Self {
        let mut words: FxHashMap<String, Part> = FxHashMap::default();
        let mut known: FxHashMap<Vec<&str>, usize> = FxHashMap::default();
        let mut asked = vec![Vec::new(); frames.len()];
        for (number, frame) in frames.iter().enumerate() {
            for word in &frame.pattern.lemmas {
                words.entry(word.to_lowercase()).or_default().heads.push(number);
            }
            let mut required = Vec::new();
            require(&frame.pattern, &mut required);
            for group in required {
                let next = known.len();
                let place = known.get(&group).copied().unwrap_or(next);
                asked[number].push(place);
                if place == next {
                    for word in &group {
                        words.entry(word.to_lowercase()).or_default().groups.push(place);
                    }
                    known.insert(group, place);
                }
            }
        }
        Self { groups: known.len(), words, asked, frames }
    }

    /// The frames, as hits number them.
    pub(crate) fn frames(&self) -> &[Frame] {
        &self.frames
    }

    /// Every frame that matches somewhere in the sentence.
    pub(crate) fn hits(&self, scene: &Scene<'_>) -> Vec<Hit<'_>> {
        let syntax = scene.syntax;
        let parts: Vec<Option<&Part>> = (0..syntax.units.len()).map(|u| self.part(syntax, u)).collect();
        let present = self.present(syntax, &parts);
        let mut hits = Vec::new();
        for (unit, part) in parts.into_iter().enumerate() {
            for &number in part.map_or(&[][..], |part| &part.heads) {
                if self.asked[number].iter().all(|&group| present[group]) {
                    hits.extend(hit(&self.frames[number], number, unit, scene));
                }
            }
        }
        hits
    }

    /// What the dictionary form of a unit is to the frames; a name is nothing to them.
    fn part(&self, syntax: &Syntax<'_>, unit: usize) -> Option<&Part> {
        if syntax.is_name(unit) { None } else { self.words.get(syntax.lemma(unit)) }
    }

    /// The groups of which the sentence has a word, in its dictionary form or as it stands.
    fn present(&self, syntax: &Syntax<'_>, parts: &[Option<&Part>]) -> Vec<bool> {
        let mut present = vec![false; self.groups];
        let inflected = (0..parts.len()).filter(|&u| !syntax.is_name(u) && syntax.form(u) != syntax.lemma(u));
        let forms = inflected.filter_map(|u| self.words.get(lowered(syntax.form(u)).as_ref()));
        for part in parts.iter().flatten().copied().chain(forms) {
            for &group in &part.groups {
                present[group] = true;
            }
        }
        present
    }
}

/// The groups of words of which a frame needs one, beside its head; none where anything will do.
fn require<'f>(node: &'f Node, groups: &mut Vec<Vec<&'f str>>) {
    groups.extend(node.particle.as_deref().map(|particle| vec![particle]));
    for (role, argument) in &node.arguments {
        if *argument != Argument::Slot(Slot::Topic) {
            groups.extend(prepositions(role));
        }
        let Argument::Node(inner) = argument else { continue };
        if !inner.lemmas.iter().any(|word| ANY.contains(&word.as_str())) {
            groups.push(inner.lemmas.iter().map(String::as_str).collect());
        }
        require(inner, groups);
    }
}

/// The prepositions of which a role needs one; none where something else may stand for it: "X's" for "of X", "the X-Y talks"
/// for "between X and Y".
fn prepositions(role: &Role) -> Option<Vec<&str>> {
    let Role::Preposition(any) = role else { return None };
    let mut words: Vec<&str> = any.split('|').collect();
    if words.iter().any(|word| matches!(*word, "of" | "'s" | "between")) {
        return None;
    }
    // "went there", "is based there"
    if words.iter().any(|word| matches!(*word, "to" | "in")) {
        words.push("there");
    }
    // "Oslo, where it is based"
    if words.contains(&"in") {
        words.push("where");
    }
    Some(words)
}
