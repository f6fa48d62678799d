//! What of a load is done, in a file, so that another run goes on from there.
//!
//! A batch is known by the target, its graph, all that the graph will hold, and its place in that: when anything of a
//! graph is otherwise than it was, all of it is sent again.

use std::collections::HashSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::Batch;
use crate::Error;
use crate::graph::id::hex;

/// The first line of a journal.
const HEAD: &str = "legation load 1";

/// The batches that are loaded.
pub struct Journal {
    path: PathBuf,
    file: File,
    entries: HashSet<String>,
}

impl Journal {
    /// Opens a journal, or begins one.
    ///
    /// # Errors
    /// The file cannot be read or written, or is something else.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let failed = |source| Error::Io { path: path.to_owned(), source };
        let text = match fs::read(path) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(failed(error)),
        };
        let mut lines = text.split_inclusive('\n');
        let head = lines.next();
        if head.is_some_and(|head| head.trim_end() != HEAD) {
            let message = "is no journal of a load; name a file that does not exist, or that an interrupted load has left";
            return Err(Error::invalid(path.display().to_string(), message));
        }
        // A line without an end was cut off, and is of no batch.
        let whole = lines.filter_map(|line| line.strip_suffix('\n'));
        let entries = whole.map(str::to_owned).collect();
        let mut file = OpenOptions::new().create(true).append(true).open(path).map_err(failed)?;
        let start = if head.is_none() { HEAD } else { "" };
        if !text.ends_with('\n') {
            writeln!(file, "{start}").map_err(failed)?;
        }
        Ok(Self { path: path.to_owned(), file, entries })
    }

    /// How many batches it knows of.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing is loaded yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub(super) fn has(&self, entry: &str) -> bool {
        self.entries.contains(entry)
    }

    /// # Errors
    /// The file cannot be written.
    pub(super) fn add(&mut self, entry: String) -> Result<(), Error> {
        let failed = |source| Error::Io { path: self.path.clone(), source };
        writeln!(self.file, "{entry}").map_err(failed)?;
        self.entries.insert(entry);
        Ok(())
    }

    /// Everything is loaded: the file goes.
    ///
    /// # Errors
    /// It cannot be deleted.
    pub fn finish(self) -> Result<(), Error> {
        drop(self.file);
        fs::remove_file(&self.path).map_err(|source| Error::Io { path: self.path, source })
    }
}

/// What a batch is known by; `digest` is that of the whole graph.
pub(super) fn entry(target: &str, batch: &Batch, digest: &str) -> String {
    let Batch { graph, clear, before, triples, .. } = batch;
    let mut hash = Sha256::new();
    // None of them has a line end in it.
    hash.update(format!("{target}\n{graph}\n{clear}\n{digest}\n{before}\n{triples}"));
    hex(&hash.finalize())
}

#[cfg(test)]
mod tests {
    use super::{Journal, entry};
    use crate::store::load::Batch;
    use std::fs;

    #[test]
    fn a_journal_knows_what_it_was_told_and_no_half_of_it() {
        let folder = std::env::temp_dir().join(format!("legation-journal-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("journal");
        let batch = Batch { graph: "g", clear: true, before: 0, triples: 2, lines: b"" };
        let (one, other) = (entry("t", &batch, "abc"), entry("t", &batch, "abd"));
        assert_ne!(one, other);
        let mut journal = Journal::open(&path).unwrap();
        assert!(journal.is_empty());
        journal.add(one.clone()).unwrap();
        drop(journal);
        fs::write(&path, fs::read_to_string(&path).unwrap() + &other[..9]).unwrap();
        let mut journal = Journal::open(&path).unwrap();
        assert_eq!((journal.len(), journal.has(&one), journal.has(&other)), (1, true, false));
        journal.add(other.clone()).unwrap();
        drop(journal);
        let journal = Journal::open(&path).unwrap();
        assert!(journal.has(&one) && journal.has(&other));
        journal.finish().unwrap();
        assert!(!path.exists());
        fs::write(&path, "something else\n").unwrap();
        let refused = Journal::open(&path).err().unwrap().to_string();
        assert!(refused.contains("is no journal of a load"), "{refused}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "something else\n");
        fs::remove_dir_all(&folder).unwrap();
    }
}
