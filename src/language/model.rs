//! The embedded model, and reading with it.

use super::lexicon::Lexicon;
use super::names::EntityNet;
use super::parser::{Arcs, StepNet};
use super::tagger::TagNet;
use super::token::{Sentence, Token};
use super::unit::{Tree, Unit};
use super::{names, parser, split, tagger, tokenize};
use std::ops::Range;
use std::sync::LazyLock;

/// The words, and the nets of the taggers and the parser.
#[derive(Debug)]
pub struct Model {
    pub(super) lexicon: Lexicon,
    pub(super) tags: TagNet,
    pub(super) names: EntityNet,
    pub(super) steps: StepNet,
    pub(super) arcs: Arcs,
}

/// A model file where its rows begin with a cache line.
#[repr(align(64))]
struct Aligned<T: ?Sized>(T);

static FILE: &Aligned<[u8]> = &Aligned(*include_bytes!("model.bin"));

impl Model {
    /// The model this library ships with, decoded on first use.
    ///
    /// # Panics
    ///
    /// If the library was built with a broken model file; never with the one it ships with.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static MODEL: LazyLock<Model> =
            LazyLock::new(|| Model::decode(&FILE.0).expect("the embedded model is whole"));
        &MODEL
    }

    /// Reads a model file; `None` if `bytes` are not one.
    #[must_use]
    pub fn decode(mut bytes: &'static [u8]) -> Option<Self> {
        let steps = StepNet::decode(&mut bytes, parser::things())?;
        let tags = TagNet::decode(&mut bytes, tagger::things())?;
        let names = EntityNet::decode(&mut bytes, names::things())?;
        let arcs = Arcs::decode(&mut bytes)?;
        let lexicon = Lexicon::decode(&mut bytes)?;
        bytes.is_empty().then_some(Self { lexicon, tags, names, steps, arcs })
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
        parser::parse(&parser::nodes(text, sentence, units, &self.lexicon), &self.steps, &self.arcs)
    }

    /// A sentence of the given tokens, tagged.
    pub(super) fn tag(&self, text: &str, tokens: &[Range<usize>]) -> Sentence {
        let words = self.lexicon.words(text, tokens.iter().cloned());
        let tags = tagger::tag(&words, &self.tags, &self.lexicon);
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
        self.steps.encode(&mut out);
        self.tags.encode(&mut out);
        self.names.encode(&mut out);
        self.arcs.encode(&mut out);
        self.lexicon.encode(&mut out);
        out
    }
}
