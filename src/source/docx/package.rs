//! The parts of a Word document: a zip archive of XML files, each unpacked only as far as is safe.

use crate::Error;
use crate::source::limits;
use encoding_rs::{Encoding, UTF_8};
use std::borrow::Cow;
use std::fmt::Display;
use std::io::{Cursor, ErrorKind, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// What other archives that people take for documents are known by, and what they are.
const OTHERS: &[(&str, &str)] = &[
    ("xl/workbook.xml", "a spreadsheet; save its text as .docx or .txt first"),
    ("ppt/presentation.xml", "a presentation; save its text as .docx or .txt first"),
    ("META-INF/manifest.xml", "an OpenDocument file; save it as .docx first"),
    ("META-INF/container.xml", "an e-book; save it as HTML first"),
];

/// An archive, and what messages call it.
pub(super) struct Package<'a> {
    pub(super) name: &'a str,
    archive: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Package<'a> {
    /// Opens an archive.
    ///
    /// # Errors
    ///
    /// If it is broken.
    pub(super) fn open(name: &'a str, bytes: &'a [u8]) -> Result<Self, Error> {
        match ZipArchive::new(Cursor::new(bytes)) {
            Ok(archive) => Ok(Self { name, archive }),
            Err(error) => {
                Err(Error::invalid(name, format!("a broken Word document or zip archive: {error}")))
            }
        }
    }

    /// The names of the parts.
    pub(super) fn parts(&self) -> Vec<String> {
        let mut names: Vec<String> = self.archive.file_names().flatten().map(Cow::into_owned).collect();
        names.sort();
        names
    }

    /// The refusal of an archive that is no Word document.
    pub(super) fn no_document(&self) -> Error {
        let other =
            OTHERS.iter().find(|(part, _)| self.archive.file_names().flatten().any(|name| name == *part));
        let what = other.map_or("a zip archive without a Word document; unpack it first", |(_, what)| what);
        Error::invalid(self.name, format!("expected a Word document (.docx), found {what}"))
    }

    /// A part as text, if there is one of that name.
    ///
    /// # Errors
    ///
    /// If it is broken, encrypted or too large.
    pub(super) fn part(&mut self, part: &str) -> Result<Option<String>, Error> {
        let mut bytes = Vec::new();
        let read = match self.archive.by_name(part) {
            Ok(file) => file.take(limits::UNPACKED + 1).read_to_end(&mut bytes),
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(broken(self.name, part, &error)),
        };
        match read {
            Ok(length) if length as u64 > limits::UNPACKED => Err(self.too_large(part)),
            Ok(_) => {
                let (encoding, _) = Encoding::for_bom(&bytes).unwrap_or((UTF_8, 0));
                Ok(Some(encoding.decode_with_bom_removal(&bytes).0.into_owned()))
            }
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => {
                Err(broken(self.name, part, &"it ends too early"))
            }
            Err(error) => Err(broken(self.name, part, &error)),
        }
    }

    /// The refusal of a part that cannot be read.
    pub(super) fn broken(&self, part: &str, why: &dyn Display) -> Error {
        broken(self.name, part, why)
    }

    fn too_large(&self, part: &str) -> Error {
        let most = limits::UNPACKED >> 20;
        Error::invalid(
            self.name,
            format!("its part {part} unpacks to more than {most} MiB, the most that is read"),
        )
    }
}

fn broken(name: &str, part: &str, why: &dyn Display) -> Error {
    Error::invalid(name, format!("a broken Word document; its part {part} cannot be read: {why}"))
}
