//! What can go wrong, said so that a person can mend it.

use std::fmt;
use std::path::PathBuf;

/// Everything the library refuses, with the thing at fault named.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// A file could not be read or written.
    Io {
        /// The file at fault.
        path: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// Input that is not what it should be: broken UTF-8, a malformed graph document, an unknown term.
    Invalid {
        /// The file, vocabulary or gazetteer at fault, as the user knows it.
        place: String,
        /// What was expected, what was found, and how to mend it.
        message: String,
    },
}

impl Error {
    /// An [`Error::Invalid`] about `place`.
    pub fn invalid(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self::Invalid { place: place.into(), message: message.into() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { path, source } => write!(f, "{}: {source}", path.display()),
            Self::Invalid { place, message } => write!(f, "{place}: {message}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            Self::Invalid { .. } => None,
        }
    }
}
