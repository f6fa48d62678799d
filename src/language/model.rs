//! The embedded model, and reading with it.

use super::token::{Sentence, Token};
use super::unit::{Tree, Unit};
use super::word::Word;
use super::{names, parser, split, tagger, tokenize};
use std::ops::Range;
use std::sync::LazyLock;

/// Weights of the taggers and the parser.
#[derive(Debug)]
pub struct Model {
    pub(super) tags: tagger::Weights,
    pub(super) names: names::Weights,
    pub(super) moves: parser::MoveWeights,
    pub(super) labels: parser::NameWeights,
}

impl Model {
    /// The model this library ships with, decoded on first use.
    ///
    /// # Panics
    ///
    /// If the library was built with a broken model file; never with the one it ships with.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static MODEL: LazyLock<Model> = LazyLock::new(|| {
            Model::decode(include_bytes!("model.bin")).expect("the embedded model is whole")
        });
        &MODEL
    }

    /// Reads a model file; `None` if `bytes` are not one.
    #[must_use]
    pub fn decode(mut bytes: &[u8]) -> Option<Self> {
        let model = Self {
            tags: tagger::Weights::decode(&mut bytes)?,
            names: names::Weights::decode(&mut bytes)?,
            moves: parser::MoveWeights::decode(&mut bytes)?,
            labels: parser::NameWeights::decode(&mut bytes)?,
        };
        bytes.is_empty().then_some(model)
    }

    /// The sentences of one block (a paragraph, heading or list item) of `text`, tokenized and tagged. `block` is a
    /// range of bytes; so are all ranges in the answer, and they are of the whole text.
    ///
    /// # Panics
    ///
    /// If `block` is not a range of `text` on character boundaries.
    #[must_use]
    pub fn read(&self, text: &str, block: Range<usize>) -> Vec<Sentence> {
        let tokens = tokenize::tokenize(text, block);
        split::sentences(text, &tokens).into_iter().map(|span| self.tag(text, &tokens[span])).collect()
    }

    /// The dependencies among `units` of a sentence of `text`, as [`simplify`](super::simplify()) gives them.
    #[must_use]
    pub fn parse(&self, text: &str, sentence: &Sentence, units: &[Unit]) -> Tree {
        parser::parse(&parser::nodes(text, sentence, units), &self.moves, &self.labels)
    }

    /// A sentence of the given tokens, tagged.
    pub(super) fn tag(&self, text: &str, tokens: &[Range<usize>]) -> Sentence {
        let words: Vec<Word> = tokens.iter().map(|range| Word::new(&text[range.clone()])).collect();
        let tags = tagger::tag(&words, &self.tags);
        let entities = names::tag(&words, &tags, &self.names);
        let range = tokens.first().map_or(0, |first| first.start)..tokens.last().map_or(0, |last| last.end);
        let tokens = tokens
            .iter()
            .zip(tags)
            .zip(entities)
            .map(|((range, tag), entity)| Token { range: range.clone(), tag, entity })
            .collect();
        Sentence { range, tokens }
    }
}

#[cfg(feature = "train")]
impl Model {
    /// Writes what [`Model::decode`] reads.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.tags.encode(&mut out);
        self.names.encode(&mut out);
        self.moves.encode(&mut out);
        self.labels.encode(&mut out);
        out
    }
}
