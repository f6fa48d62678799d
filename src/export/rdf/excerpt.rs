//! The nodes that carry evidence, and the addresses of stretches of text.
//!
//! A stretch is named by its document and a text fragment (RFC 5147): `…/document/d#char=12,40`.

use std::hash::BuildHasher;

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::Error;
use crate::graph::{Evidence, Mention};

/// The IRI of a stretch of a document.
fn push_iri(out: &mut String, document: &str, start: usize, end: usize) {
    out.push_str(document);
    out.push_str(if document.as_bytes().contains(&b'#') { "&char=" } else { "#char=" });
    let mut digits = itoa::Buffer::new();
    out.push_str(digits.format(start));
    out.push(',');
    out.push_str(digits.format(end));
}

/// The IRI of the passage that a piece of evidence is.
pub(in super::super) fn passage_iri(evidence: &Evidence) -> String {
    let mut iri = String::new();
    push_iri(&mut iri, &evidence.document, evidence.start, evidence.end);
    iri
}

/// The IRI of the place where a document names an entity.
pub(crate) fn mention_iri(mention: &Mention) -> String {
    let mut iri = String::new();
    push_iri(&mut iri, &mention.document, mention.start, mention.end);
    iri
}

/// IRIs of the nodes that carry a piece of evidence. One value serves all pieces in turn.
#[derive(Default)]
pub(crate) struct Excerpt {
    /// The stretch of the document.
    pub(crate) resource: String,
    /// Its words.
    pub(crate) quote: String,
    /// Its offsets.
    pub(crate) position: String,
}

impl Excerpt {
    /// Those of one piece.
    pub(crate) fn of(evidence: &Evidence) -> Self {
        let mut excerpt = Self::default();
        excerpt.set(evidence);
        excerpt
    }

    /// Makes it that of another piece.
    pub(super) fn set(&mut self, evidence: &Evidence) {
        self.resource.clear();
        push_iri(&mut self.resource, &evidence.document, evidence.start, evidence.end);
        for (iri, part) in [(&mut self.quote, "/quote"), (&mut self.position, "/position")] {
            iri.clone_from(&self.resource);
            iri.push_str(part);
        }
    }

    /// The first offset, in digits.
    pub(super) fn start(&self) -> &str {
        self.offsets().0
    }

    /// The last offset, in digits.
    pub(super) fn end(&self) -> &str {
        self.offsets().1
    }

    fn offsets(&self) -> (&str, &str) {
        let offsets = self.resource.rsplit_once('=').map_or("", |(_, offsets)| offsets);
        offsets.split_once(',').unwrap_or_default()
    }
}

/// In how many parts the known evidence is kept: little is copied at once when one of them grows.
const PARTS: u8 = 32;

/// The evidence that has its nodes already, as hashes: of where it stands, and of its words.
#[derive(Default)]
pub(in super::super) struct Excerpts {
    /// Hashes of words by hashes of places, these as bytes: an entry takes 12 bytes then, and not 16.
    known: [FxHashMap<[u8; 8], u32>; PARTS as usize],
}

impl Excerpts {
    /// Whether this piece has no nodes yet; from now on it has.
    ///
    /// # Errors
    /// The same stretch of the same document was quoted in other words.
    pub(in super::super) fn is_new(&mut self, evidence: &Evidence) -> Result<bool, Error> {
        let Evidence { document, start, end, quote } = evidence;
        let place = FxBuildHasher.hash_one((document, start, end)).to_ne_bytes();
        // Half of the hash is enough to notice a difference.
        let words = u32::try_from(FxBuildHasher.hash_one(quote) >> 32).unwrap_or_default();
        let part = usize::from(place[0] % PARTS);
        match self.known[part].insert(place, words) {
            None => Ok(true),
            Some(known) if known == words => Ok(false),
            Some(_) => {
                let message = format!(
                    "characters {start} to {end} are quoted in two ways, here as {quote:?}; a stretch of a document \
                     has one text"
                );
                Err(Error::invalid(document.as_str(), message))
            }
        }
    }
}
