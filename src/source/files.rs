//! What the user names to files: a file, every document of a folder, what a pattern matches, or standard input.

use super::{Document, limits, text};
use crate::Error;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

/// Endings of the names of documents looked for in folders.
pub const EXTENSIONS: &[&str] =
    &["txt", "md", "markdown", "html", "htm", "xhtml", "pdf", "docx", "csv", "tsv", "toml"];

/// The file that says how the tables of its folder are read: no source itself.
pub const COLUMNS: &str = "columns.toml";

/// The endings as words: ".txt, .md or .markdown".
#[must_use]
pub fn endings() -> String {
    let dotted: Vec<String> = EXTENSIONS.iter().map(|extension| format!(".{extension}")).collect();
    dotted.split_last().map_or_else(String::new, |(last, rest)| format!("{} or {last}", rest.join(", ")))
}

/// Where a document is read from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Input {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

impl Input {
    /// How messages and the graph name it.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Stdin => "stdin".to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }

    /// The document it holds.
    ///
    /// # Errors
    ///
    /// If it cannot be read or is no text.
    pub fn read(&self, options: &text::Options) -> Result<Document, Error> {
        text::read(&self.name(), self.bytes()?, options)
    }

    /// What it holds, unread.
    ///
    /// # Errors
    ///
    /// If it cannot be read, or is larger than documents are.
    pub fn bytes(&self) -> Result<Vec<u8>, Error> {
        let bytes = match self {
            Self::File(path) => fs::File::open(path).and_then(read_some),
            Self::Stdin => read_some(io::stdin().lock()),
        };
        bytes.map_err(|source| self.unreadable(source))?.ok_or_else(|| limits::too_large(&self.name()))
    }

    /// What it holds, unread, however much it is.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn all_bytes(&self) -> Result<Vec<u8>, Error> {
        let mut bytes = Vec::new();
        let read = match self {
            Self::File(path) => fs::read(path).map(|read| bytes = read),
            Self::Stdin => io::stdin().lock().read_to_end(&mut bytes).map(drop),
        };
        read.map_err(|source| self.unreadable(source))?;
        Ok(bytes)
    }

    fn unreadable(&self, source: io::Error) -> Error {
        Error::Io { path: PathBuf::from(self.name()), source }
    }
}

/// All bytes of a file, unless there are too many.
fn read_some(file: impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    file.take(limits::FILE + 1).read_to_end(&mut bytes)?;
    Ok(Some(bytes).filter(|bytes| bytes.len() as u64 <= limits::FILE))
}

/// What a list of sources comes to.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Documents to read, sorted, each once.
    pub inputs: Vec<Input>,
    /// Files met in folders that are no documents by name, sorted.
    pub skipped: Vec<PathBuf>,
}

/// Finds the documents that `sources` name, in an order that does not depend on theirs.
///
/// # Errors
///
/// If a source does not exist, a pattern matches nothing, or a folder cannot be read or has no document.
pub fn find(sources: &[String]) -> Result<Found, Error> {
    let mut search = Search::default();
    for source in sources {
        search.source(source)?;
    }
    let stdin = search.stdin.then_some(Input::Stdin);
    let mut files: Vec<PathBuf> = search.files.into_values().collect();
    files.sort();
    search.skipped.sort();
    search.skipped.dedup();
    Ok(Found {
        inputs: stdin.into_iter().chain(files.into_iter().map(Input::File)).collect(),
        skipped: search.skipped,
    })
}

#[derive(Default)]
struct Search {
    stdin: bool,
    /// By the file's absolute path: the least of the names the user gave it.
    files: BTreeMap<PathBuf, PathBuf>,
    skipped: Vec<PathBuf>,
}

impl Search {
    fn source(&mut self, source: &str) -> Result<(), Error> {
        let path = Path::new(source);
        if source == "-" {
            self.stdin = true;
            Ok(())
        } else if path.is_dir() {
            self.folder(path)
        } else if path.exists() {
            self.file(path)
        } else if source.contains(['*', '?', '[']) {
            self.pattern(source)
        } else {
            Err(Error::invalid(source, "no such file or folder"))
        }
    }

    fn file(&mut self, path: &Path) -> Result<(), Error> {
        let absolute =
            fs::canonicalize(path).map_err(|source| Error::Io { path: path.to_owned(), source })?;
        let name: PathBuf = path.components().filter(|part| *part != Component::CurDir).collect();
        let known = self.files.entry(absolute).or_insert_with(|| name.clone());
        if name < *known {
            *known = name;
        }
        Ok(())
    }

    fn pattern(&mut self, pattern: &str) -> Result<(), Error> {
        let paths =
            glob::glob(pattern).map_err(|e| Error::invalid(pattern, format!("not a pattern: {e}")))?;
        let mut matched = false;
        for path in paths {
            let path = path.map_err(|e| Error::Io { path: e.path().to_owned(), source: e.into() })?;
            matched = true;
            if path.is_dir() { self.folder(&path)? } else { self.file(&path)? }
        }
        if matched { Ok(()) } else { Err(Error::invalid(pattern, "no file matches this pattern")) }
    }

    fn folder(&mut self, path: &Path) -> Result<(), Error> {
        if self.walk(path)? {
            return Ok(());
        }
        let expected = format!("no documents in this folder; expected files ending in {}", endings());
        Err(Error::invalid(path.display().to_string(), expected))
    }

    /// Takes in the documents below a folder, hidden ones aside; tells whether there are any.
    fn walk(&mut self, folder: &Path) -> Result<bool, Error> {
        let refuse = |source: io::Error| Error::Io { path: folder.to_owned(), source };
        let mut any = false;
        for entry in fs::read_dir(folder).map_err(refuse)? {
            let entry = entry.map_err(refuse)?;
            let path = entry.path();
            if entry.file_name().as_encoded_bytes().starts_with(b".") {
                continue;
            }
            if entry.file_type().map_err(refuse)?.is_dir() {
                any |= self.walk(&path)?;
            } else if path.is_dir() {
                // A link to a folder may lead back here.
            } else if entry.file_name() == COLUMNS {
                // It is read with the tables.
            } else if is_document(&path) {
                self.file(&path)?;
                any = true;
            } else {
                self.skipped.push(path);
            }
        }
        Ok(any)
    }
}

/// Whether a file's name is that of a document.
fn is_document(path: &Path) -> bool {
    let extension = path.extension().map(std::ffi::OsStr::to_ascii_lowercase);
    extension.is_some_and(|found| EXTENSIONS.iter().any(|&known| found == known))
}
