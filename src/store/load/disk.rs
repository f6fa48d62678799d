//! Loading into a store on disk, in builds that have one.

use std::path::Path;

use super::Target;
use crate::Error;

/// The oxigraph store in a folder, made if there is none.
///
/// # Errors
/// The folder cannot be used, another program has it open, or the program was built without such stores.
#[cfg(not(feature = "disk-store"))]
pub fn open_folder(_: &Path) -> Result<Box<dyn Target>, Error> {
    let message = "this build keeps no stores on disk; build one that does: cargo build --release --features disk-store";
    Err(Error::invalid("--store", message))
}

/// The oxigraph store in a folder, made if there is none.
///
/// # Errors
/// The folder cannot be used, another program has it open, or the program was built without such stores.
#[cfg(feature = "disk-store")]
pub fn open_folder(path: &Path) -> Result<Box<dyn Target>, Error> {
    folder::Folder::open(path).map(|folder| Box::new(folder) as Box<dyn Target>)
}

#[cfg(feature = "disk-store")]
mod folder {
    use std::path::Path;

    use oxigraph::io::{RdfFormat, RdfParser};
    use oxigraph::model::NamedNode;
    use oxigraph::store::Store;

    use super::super::{Batch, BatchSize, Target};
    use crate::Error;

    /// A store on disk.
    pub(super) struct Folder {
        name: String,
        store: Store,
    }

    impl Folder {
        pub(super) fn open(path: &Path) -> Result<Self, Error> {
            let name = path.display().to_string();
            let store = Store::open(path).map_err(|e| Error::invalid(&name, e.to_string()))?;
            Ok(Self { name, store })
        }

        fn failed(&self, problem: &dyn std::fmt::Display) -> Error {
            Error::invalid(&self.name, problem.to_string())
        }
    }

    impl Target for Folder {
        fn name(&self) -> &str {
            &self.name
        }

        fn batch_size(&self) -> BatchSize {
            BatchSize { triples: 200_000, bytes: 64 << 20 }
        }

        fn take(&mut self, batch: &Batch) -> Result<(), Error> {
            let graph = NamedNode::new(batch.graph).map_err(|e| self.failed(&e))?;
            if batch.clear {
                self.store.remove_named_graph(&graph).map_err(|e| self.failed(&e))?;
            }
            let parser = RdfParser::from_format(RdfFormat::NTriples).with_default_graph(graph).lenient();
            let mut loader = self.store.bulk_loader();
            loader.load_from_slice(parser, batch.lines).map_err(|e| self.failed(&e))?;
            loader.commit().map_err(|e| self.failed(&e))
        }
    }
}
