//! How the user wants tables to be read.

use legation::Error;
use legation::import::table::{Columns, Mapping, Options};
use legation::source::files::{COLUMNS, Input};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What `--columns` says, and the mappings that stand beside the tables where it says nothing.
///
/// # Errors
///
/// What is wrong in a mapping, and where.
pub(super) fn options(given: &[String], inputs: &[Input]) -> Result<Options, Error> {
    let mut options = Options::default();
    for columns in given {
        if columns.contains('=') {
            options.columns.push(Columns::parse(columns)?);
        } else {
            options.mappings.push(mapping(Path::new(columns))?);
        }
    }
    if given.is_empty() {
        options.mappings = beside(inputs).iter().map(|path| mapping(path)).collect::<Result<_, _>>()?;
    }
    Ok(options)
}

fn mapping(path: &Path) -> Result<Mapping, Error> {
    let text = fs::read_to_string(path).map_err(|source| Error::Io { path: path.to_owned(), source })?;
    Mapping::read(&path.display().to_string(), &text)
}

/// The mappings in the folders of the sources.
fn beside(inputs: &[Input]) -> BTreeSet<PathBuf> {
    let folder = |input: &Input| match input {
        Input::File(path) => path.parent().map(|folder| folder.join(COLUMNS)),
        Input::Stdin => None,
    };
    inputs.iter().filter_map(folder).filter(|path| path.is_file()).collect()
}
