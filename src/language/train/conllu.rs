//! Treebanks in CoNLL-U, read into memory.

use super::super::lexicon::Lexicon;
use super::super::token::{EntityClass, EntityTag, Tag};
use super::super::word::Word;
use crate::Error;
use std::fs;
use std::path::Path;

/// One annotated sentence.
#[derive(Debug, Default)]
pub struct Sentence {
    /// The sentence as text.
    pub text: String,
    /// Byte range of each word in the text.
    pub ranges: Vec<std::ops::Range<usize>>,
    /// Lemmas.
    pub lemmas: Vec<String>,
    /// Tags; what no treebank of ours should hold becomes `XX`.
    pub tags: Vec<Tag>,
    /// Heads; `None` for the root.
    pub heads: Vec<Option<usize>>,
    /// Dependency labels.
    pub labels: Vec<String>,
    /// Entity tags.
    pub entities: Vec<EntityTag>,
}

impl Sentence {
    /// How many words it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ranges.len()
    }

    /// Whether it has no words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// Word `at`.
    #[must_use]
    pub fn word(&self, at: usize) -> &str {
        &self.text[self.ranges[at].clone()]
    }

    pub(super) fn words(&self, lexicon: &Lexicon) -> Vec<Word> {
        (0..self.len()).map(|at| lexicon.word(self.word(at))).collect()
    }

    fn push(&mut self, fields: &[&str]) -> Option<()> {
        let &[id, form, lemma, _, tag, _, head, label, _, misc] = fields else { return None };
        if id.contains(['-', '.']) {
            return Some(());
        }
        let start = self.text.len();
        self.text.push_str(form);
        self.ranges.push(start..self.text.len());
        if !misc.contains("SpaceAfter=No") {
            self.text.push(' ');
        }
        self.lemmas.push(lemma.to_owned());
        self.tags.push(Tag::parse(tag).or_else(|| Tag::parse("XX"))?);
        self.heads.push(head.parse::<usize>().ok()?.checked_sub(1));
        self.labels.push(if label == "root" { "ROOT".to_owned() } else { label.to_owned() });
        self.entities.push(entity(misc));
        Some(())
    }
}

/// The entity tag in a MISC column.
fn entity(misc: &str) -> EntityTag {
    let Some((place, name)) =
        misc.split('|').find_map(|item| item.strip_prefix("NER=")).and_then(|tag| tag.split_once('-'))
    else {
        return EntityTag::Outside;
    };
    match class(name) {
        Some(class) if place == "B" => EntityTag::Begin(class),
        Some(class) => EntityTag::Inside(class),
        None => EntityTag::Outside,
    }
}

fn class(name: &str) -> Option<EntityClass> {
    Some(match name {
        "PERSON" => EntityClass::Person,
        "ORG" => EntityClass::Organization,
        "GPE" | "LOC" | "FAC" => EntityClass::Place,
        "NORP" => EntityClass::Group,
        "EVENT" => EntityClass::Event,
        "LAW" | "WORK_OF_ART" | "PRODUCT" => EntityClass::Work,
        "DATE" | "TIME" => EntityClass::Date,
        "CARDINAL" | "ORDINAL" | "MONEY" | "PERCENT" | "QUANTITY" => EntityClass::Number,
        _ => return None,
    })
}

/// The sentences of one file.
#[derive(Debug, Default)]
pub struct Treebank {
    /// In the order of the file.
    pub sentences: Vec<Sentence>,
}

impl Treebank {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// If it cannot be read or is not CoNLL-U.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let source = |source| Error::Io { path: path.to_owned(), source };
        let content = fs::read_to_string(path).map_err(source)?;
        let mut sentences = Vec::new();
        let mut current = Sentence::default();
        for (number, line) in content.lines().enumerate() {
            if line.is_empty() {
                sentences.push(std::mem::take(&mut current));
            } else if !line.starts_with('#') {
                let fields: Vec<&str> = line.split('\t').collect();
                let broken =
                    || Error::invalid(format!("{}:{}", path.display(), number + 1), "not a CoNLL-U word");
                current.push(&fields).ok_or_else(broken)?;
            }
        }
        sentences.push(current);
        sentences.retain(|sentence| !sentence.is_empty());
        Ok(Self { sentences })
    }

    /// How many words it has in all.
    #[must_use]
    pub fn tokens(&self) -> usize {
        self.sentences.iter().map(Sentence::len).sum()
    }
}
