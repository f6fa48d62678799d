//! Where results go: standard output, a file, or a folder of files; whole or not at all.

use legation::Error;
use legation::export::Format;
use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Bytes kept back until they are worth a call of the operating system.
const BUFFER: usize = 1 << 16;

/// Where the formats of one run go.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Output {
    /// One format to standard output.
    Stdout(Format),
    /// Each format to its file.
    Files(Vec<(Format, PathBuf)>),
}

impl Output {
    /// Settles what the user left open: the format by the name of the file, the name of the file by `stem`.
    ///
    /// # Errors
    ///
    /// If the formats do not fit the place, or the name tells no format.
    pub(crate) fn plan(formats: &[Format], path: Option<&Path>, stem: &str) -> Result<Self, Error> {
        let mut formats = formats.to_vec();
        formats.sort_unstable();
        formats.dedup();
        match path {
            None => only(&formats).map(Self::Stdout),
            Some(path) if path == Path::new("-") => only(&formats).map(Self::Stdout),
            Some(path) if formats.len() > 1 || is_folder(path) => folder(formats, path, stem),
            Some(path) => {
                let format = formats.first().copied().map_or_else(|| told_by(path), Ok)?;
                Ok(Self::Files(vec![(format, path.to_owned())]))
            }
        }
    }

    /// Writes each format to its place by `write`, and a file beside them if there is one.
    ///
    /// # Errors
    ///
    /// If something cannot be written; then no file is changed, and nothing has gone to standard output. A reader that
    /// stops listening is no error.
    pub(crate) fn place(
        &self,
        mut write: impl FnMut(Format, &mut dyn Write) -> Result<(), Error>,
        beside: Option<&(&Path, Vec<u8>)>,
    ) -> Result<(), Error> {
        let mut drafts = Vec::new();
        let mut printed = Vec::new();
        match self {
            Self::Stdout(format) => write(*format, &mut printed)?,
            Self::Files(files) => {
                for (format, path) in files {
                    drafts.push(Draft::write(path, |out| write(*format, out))?);
                }
            }
        }
        if let Some((path, bytes)) = beside {
            drafts.push(Draft::write(path, |out| out.write_all(bytes).map_err(|e| io_error(path, e)))?);
        }
        drafts.into_iter().try_for_each(Draft::publish)?;
        to_stdout(&printed)
    }
}

fn only(formats: &[Format]) -> Result<Format, Error> {
    match formats {
        [] => Ok(Format::Turtle),
        [one] => Ok(*one),
        many => {
            let names: Vec<_> = many.iter().map(ToString::to_string).collect();
            let message = format!("{} cannot share standard output; give a folder with -o", names.join(", "));
            Err(Error::invalid("--to", message))
        }
    }
}

fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.as_os_str().as_encoded_bytes().ends_with(b"/")
}

fn folder(mut formats: Vec<Format>, path: &Path, stem: &str) -> Result<Output, Error> {
    if path.exists() && !path.is_dir() {
        let message = "several formats need a folder, and this is a file";
        return Err(Error::invalid(path.display().to_string(), message));
    }
    if formats.is_empty() {
        formats.push(Format::Turtle);
    }
    let file = |format: Format| (format, path.join(format!("{stem}.{}", format.extension())));
    Ok(Output::Files(formats.into_iter().map(file).collect()))
}

/// The format whose extension the file's name has.
fn told_by(path: &Path) -> Result<Format, Error> {
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    Format::from_extension(&extension).ok_or_else(|| {
        let known = Format::ALL.iter().map(|format| format.extension()).collect::<Vec<_>>().join(", ");
        let message = format!("the name tells no format; end it in one of {known}, or say which with --to");
        Error::invalid(path.display().to_string(), message)
    })
}

/// Lets `write` fill a file, known to the user as `path`.
fn fill(
    path: &Path,
    file: File,
    write: impl FnOnce(&mut dyn Write) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut out = BufWriter::with_capacity(BUFFER, file);
    write(&mut out).map_err(|error| match error {
        // The exporter does not know where its bytes go.
        Error::Io { source, .. } => io_error(path, source),
        other => other,
    })?;
    out.flush().map_err(|source| io_error(path, source))
}

fn io_error(path: &Path, source: io::Error) -> Error {
    Error::Io { path: path.to_owned(), source }
}

/// Writes to standard output. A reader that stops listening is no error.
pub(super) fn to_stdout(bytes: &[u8]) -> Result<(), Error> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Error::Io { path: "standard output".into(), source: error })
        }
        _ => Ok(()),
    }
}

/// A file written but not yet in its place. Dropped, it leaves nothing behind.
struct Draft {
    place: PathBuf,
    temporary: Option<PathBuf>,
}

impl Draft {
    fn write(path: &Path, write: impl FnOnce(&mut dyn Write) -> Result<(), Error>) -> Result<Self, Error> {
        let refuse = |source| io_error(path, source);
        let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if place.exists() && !place.is_file() {
            // A device or a pipe is no file to be replaced.
            fill(path, File::create(&place).map_err(refuse)?, write)?;
            return Ok(Self { place, temporary: None });
        }
        let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::create_dir_all(folder).map_err(refuse)?;
        let name = place.file_name().unwrap_or_default().to_string_lossy();
        let temporary = folder.join(format!(".{name}.{}.tmp", std::process::id()));
        let draft = Self { place, temporary: Some(temporary.clone()) };
        fill(path, File::create(temporary).map_err(refuse)?, write)?;
        Ok(draft)
    }

    fn publish(mut self) -> Result<(), Error> {
        let Some(temporary) = self.temporary.take() else { return Ok(()) };
        fs::rename(&temporary, &self.place).map_err(|source| {
            let _ = fs::remove_file(&temporary);
            io_error(&self.place, source)
        })
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if let Some(temporary) = &self.temporary {
            let _ = fs::remove_file(temporary);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(formats: &[Format], path: Option<&str>) -> Result<Output, String> {
        Output::plan(formats, path.map(Path::new), "report").map_err(|e| e.to_string())
    }

    #[test]
    fn the_format_is_told_by_the_name_or_is_turtle() {
        assert_eq!(plan(&[], None), Ok(Output::Stdout(Format::Turtle)));
        assert_eq!(plan(&[], Some("-")), Ok(Output::Stdout(Format::Turtle)));
        assert_eq!(plan(&[], Some("a/b.SVG")), Ok(Output::Files(vec![(Format::Svg, "a/b.SVG".into())])));
        assert_eq!(
            plan(&[Format::Json], Some("b.txt")),
            Ok(Output::Files(vec![(Format::Json, "b.txt".into())]))
        );
        assert_eq!(
            plan(&[], Some("b.txt")),
            Err("b.txt: the name tells no format; end it in one of json, jsonl, nt, nq, ttl, trig, rdf, n3, jsonld, dot, \
                 svg, or say which with --to"
                .into())
        );
    }

    #[test]
    fn several_formats_go_to_a_folder() {
        let files = vec![(Format::Json, "no/report.json".into()), (Format::Dot, "no/report.dot".into())];
        assert_eq!(plan(&[Format::Dot, Format::Json, Format::Dot], Some("no")), Ok(Output::Files(files)));
        assert_eq!(
            plan(&[Format::Dot, Format::Json], None),
            Err("--to: json, dot cannot share standard output; give a folder with -o".into())
        );
    }
}
