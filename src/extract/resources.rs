//! What extraction works with, loaded once for any number of documents.

use super::matcher::FrameIndex;
use crate::Error;
use crate::language::Model;
use crate::vocabulary::words::WordLists;
use crate::vocabulary::{Gazetteer, Vocabulary};

/// What extraction works with: the language model, the vocabulary and its frames, the names, the cue words.
#[derive(Clone, Debug)]
pub struct Resources {
    pub(super) model: &'static Model,
    pub(super) words: &'static WordLists,
    pub(super) vocabulary: Vocabulary,
    pub(super) frames: FrameIndex,
    pub(super) gazetteer: Gazetteer,
}

impl Resources {
    /// What ships with the tool. The parts load side by side.
    ///
    /// # Errors
    /// Only if the shipped vocabulary is broken, which its tests rule out.
    pub fn embedded() -> Result<Self, Error> {
        std::thread::scope(|scope| {
            let model = scope.spawn(Model::embedded);
            let gazetteer = Gazetteer::embedded();
            let vocabulary = Vocabulary::embedded()?;
            let frames = FrameIndex::new(vocabulary.frames());
            let model = model.join().unwrap_or_else(|_| Model::embedded());
            Ok(Self { model, words: WordLists::embedded(), vocabulary, frames, gazetteer })
        })
    }

    /// The relations and kinds a graph may use, and the English of the relations.
    #[must_use]
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }
}
