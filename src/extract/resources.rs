//! What extraction works with, loaded once for any number of documents.

use super::examples;
use super::matcher::FrameIndex;
use crate::Error;
use crate::cache::hash;
use crate::language::Model;
use crate::vocabulary::gazetteer::OwnNames;
use crate::vocabulary::words::WordLists;
use crate::vocabulary::{Gazetteer, Vocabulary};
use std::fs;
use std::path::Path;

/// What extraction works with: the language model, the vocabulary and its frames, the names, the cue words.
#[derive(Clone, Debug)]
pub struct Resources {
    pub(super) model: &'static Model,
    pub(super) words: &'static WordLists,
    pub(super) vocabulary: Vocabulary,
    pub(super) frames: FrameIndex,
    pub(super) gazetteer: Gazetteer,
    /// Hash of the user's own relations and names.
    fingerprint: String,
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
            let frames = FrameIndex::new(vocabulary.shared_frames());
            let model = model.join().unwrap_or_else(|_| Model::embedded());
            Ok(Self {
                model,
                words: WordLists::embedded(),
                vocabulary,
                frames,
                gazetteer,
                fingerprint: String::new(),
            })
        })
    }

    /// What ships with the tool and relations and names of one's own.
    #[must_use]
    pub fn builder() -> ResourcesBuilder {
        ResourcesBuilder::default()
    }

    /// What of these is not part of the program, as a hash: the same for the same files in the same order.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// The names that are known.
    #[must_use]
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    /// The relations and kinds a graph may use, and the English of the relations.
    #[must_use]
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }
}

/// Adds relations and names of a user's own to what ships with the tool.
///
/// ```
/// use legation::extract::Resources;
///
/// let resources = Resources::builder()
///     .vocabulary(
///         "mediation.ttl",
///         r#"@prefix lg: <https://legation.example/ns#> . @prefix my: <https://my.example/terms#> .
///            @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
///            my:mediatedIn a owl:ObjectProperty ; rdfs:label "mediated in" ;
///                rdfs:domain lg:Agent ; rdfs:range lg:Country ;
///                lg:frame [ lg:clause "S mediate in O" ; lg:example "S{Norway} mediated in O{Sri Lanka}." ] ."#,
///     )
///     .gazetteer("mediators.csv", "label,kind,aliases\nCrisis Management Initiative,Organization,CMI\n")
///     .build()?;
/// assert!(resources.vocabulary().relation("mediatedIn").is_ok());
/// # Ok::<(), legation::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct ResourcesBuilder {
    vocabularies: Vec<(String, String)>,
    gazetteers: Vec<(String, String)>,
}

impl ResourcesBuilder {
    /// Adds relations and frames in Turtle, as `schema/vocabulary.ttl` declares them; `place` is the file's name for
    /// messages.
    #[must_use]
    pub fn vocabulary(mut self, place: impl Into<String>, turtle: impl Into<String>) -> Self {
        self.vocabularies.push((place.into(), turtle.into()));
        self
    }

    /// Adds names: a table if `place`, the file's name, ends in `.csv`, RDF as in `schema/gazetteer` if in `.ttl`.
    #[must_use]
    pub fn gazetteer(mut self, place: impl Into<String>, text: impl Into<String>) -> Self {
        self.gazetteers.push((place.into(), text.into()));
        self
    }

    /// [`ResourcesBuilder::vocabulary`] from a file.
    ///
    /// # Errors
    /// The file cannot be read or is not UTF-8.
    pub fn vocabulary_file(self, path: &Path) -> Result<Self, Error> {
        Ok(self.vocabulary(path.display().to_string(), read(path)?))
    }

    /// [`ResourcesBuilder::gazetteer`] from a file.
    ///
    /// # Errors
    /// The file cannot be read or is not UTF-8.
    pub fn gazetteer_file(self, path: &Path) -> Result<Self, Error> {
        Ok(self.gazetteer(path.display().to_string(), read(path)?))
    }

    /// The vocabulary alone, for what needs no names and reads no text. The examples of its frames are not tried.
    ///
    /// # Errors
    /// Those of [`Vocabulary::extend`].
    pub fn build_vocabulary(self) -> Result<Vocabulary, Error> {
        let mut vocabulary = Vocabulary::embedded()?;
        for (place, turtle) in &self.vocabularies {
            vocabulary.extend(place, turtle)?;
        }
        Ok(vocabulary)
    }

    /// Everything together, in the order it was given.
    ///
    /// # Errors
    /// What is wrong with a file, its line and how to mend it: those of [`Vocabulary::extend`], [`OwnNames::read`] and
    /// [`Gazetteer::add_own`], an example that its frame does not match, a counter-example that is taken for a fact.
    pub fn build(self) -> Result<Resources, Error> {
        let mut resources = Resources::embedded()?;
        let own = self.vocabularies.iter().chain(&self.gazetteers);
        resources.fingerprint = hash(own.flat_map(|(place, text)| [place.as_str(), text.as_str()]));
        let mut added = Vec::new();
        for (place, turtle) in &self.vocabularies {
            added.push(resources.vocabulary.extend(place, turtle)?);
        }
        for (place, text) in &self.gazetteers {
            resources.gazetteer.add_own(&OwnNames::read(place, text, &resources.vocabulary)?)?;
        }
        if !added.is_empty() {
            resources.frames = FrameIndex::new(resources.vocabulary.shared_frames());
        }
        for ((place, turtle), added) in self.vocabularies.iter().zip(&added) {
            examples::check(&resources, place, turtle, added)?;
        }
        Ok(resources)
    }
}

fn read(path: &Path) -> Result<String, Error> {
    let bytes = fs::read(path).map_err(|source| Error::Io { path: path.to_owned(), source })?;
    String::from_utf8(bytes).map_err(|e| {
        let line = e.as_bytes()[..e.utf8_error().valid_up_to()].split(|&b| b == b'\n').count();
        Error::invalid(format!("{}:{line}", path.display()), "not UTF-8; save the file in that encoding")
    })
}
