//! What documents came to, kept from one run to the next.
//!
//! A result is kept under a hash of all it depends on: the document as read, its title, date and name, the program, the
//! user's vocabulary and names, and what ids begin with. So whatever changes makes a new result, nothing has to be thrown
//! away, and a graph made with a cache is that of a run from scratch. A result that cannot be read is made anew.

use crate::Error;
use crate::extract::Resources;
use crate::graph::GraphDocument;
use crate::graph::id::hex;
use crate::source::Document;
use sha2::{Digest, Sha256};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// What the program is made of: a hash of its source and data.
const PROGRAM: &str = env!("LEGATION_SOURCE_HASH");

/// A folder of results.
#[derive(Debug)]
pub struct Cache {
    folder: PathBuf,
    /// Hash of what all documents of a run share.
    shared: String,
    /// Results written by this run, to name drafts by.
    written: AtomicUsize,
}

impl Cache {
    /// Opens a folder of results, and makes it if need be, for a run with these resources and ids under `base`.
    ///
    /// # Errors
    /// The folder cannot be made.
    pub fn open(folder: &Path, resources: &Resources, base: &str) -> Result<Self, Error> {
        fs::create_dir_all(folder).map_err(|source| Error::Io { path: folder.to_owned(), source })?;
        let shared = hash([PROGRAM, resources.fingerprint(), base]);
        Ok(Self { folder: folder.to_owned(), shared, written: AtomicUsize::new(0) })
    }

    /// What the document came to in an earlier run, or else what `extract` makes of it, which is kept.
    ///
    /// # Errors
    /// The result cannot be written.
    pub fn graph(
        &self,
        document: &Document,
        extract: impl FnOnce() -> GraphDocument,
    ) -> Result<GraphDocument, Error> {
        let path = self.folder.join(format!("{}.json", self.key(document)));
        if let Some(graph) = fs::read(&path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()) {
            return Ok(graph);
        }
        let graph = extract();
        self.keep(&path, &graph)?;
        Ok(graph)
    }

    fn key(&self, document: &Document) -> String {
        let Document { id, title, date, source, raw, text, blocks, .. } = document;
        let given = |value: &Option<String>| value.as_ref().map_or(String::new(), |v| format!("={v}"));
        // What is told by the looks of a text hangs on the text alone; what a file declares of its blocks does not.
        let blocks: Vec<String> = blocks.iter().map(|b| format!("{:?}{:?}", b.kind, b.range)).collect();
        let parts = [&self.shared, id, &given(title), &given(date), source, raw, text, &blocks.join(",")];
        hash(parts.map(String::as_str))
    }

    /// Writes a result beside its place and moves it there, so that no run ever meets half of one.
    fn keep(&self, path: &Path, graph: &GraphDocument) -> Result<(), Error> {
        let number = self.written.fetch_add(1, Ordering::Relaxed);
        let draft = path.with_extension(format!("{}-{number}.tmp", std::process::id()));
        let bytes = serde_json::to_vec(graph).map_err(|e| Error::invalid("graph document", e.to_string()))?;
        let kept = fs::write(&draft, bytes).and_then(|()| fs::rename(&draft, path));
        kept.map_err(|source| {
            if source.kind() != ErrorKind::NotFound {
                let _ = fs::remove_file(&draft);
            }
            Error::Io { path: path.to_owned(), source }
        })
    }
}

/// A hash of several texts, in hex. Lengths keep one from running into the next.
pub(crate) fn hash<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part.as_bytes());
    }
    hex(&hash.finalize()[..20])
}
