//! Where results go: standard output, a file, or a folder of files; whole or not at all.

use legation::Error;
use legation::export::Format;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

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

    /// The formats to render, in order.
    pub(crate) fn formats(&self) -> Vec<Format> {
        match self {
            Self::Stdout(format) => vec![*format],
            Self::Files(files) => files.iter().map(|&(format, _)| format).collect(),
        }
    }

    /// Puts what was rendered, one for each format, in its place, and a file beside it if there is one.
    ///
    /// # Errors
    ///
    /// If a place cannot be written to; then no file is changed. A reader that stops listening is no error.
    pub(crate) fn place(&self, rendered: &[Vec<u8>], beside: Option<&(&Path, Vec<u8>)>) -> Result<(), Error> {
        let beside = beside.into_iter().map(|(path, bytes)| (*path, bytes));
        match self {
            Self::Stdout(_) => {
                to_files(beside)?;
                rendered.iter().try_for_each(|bytes| to_stdout(bytes))
            }
            Self::Files(files) => {
                to_files(files.iter().map(|(_, path)| path.as_path()).zip(rendered).chain(beside))
            }
        }
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
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    extension.parse().map_err(|_| {
        let known = Format::ALL.map(Format::extension).join(", ");
        let message = format!("the name tells no format; end it in one of {known}, or say which with --to");
        Error::invalid(path.display().to_string(), message)
    })
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

/// Writes every file beside its place first, and moves them there only when all are written.
fn to_files<'a>(files: impl Iterator<Item = (&'a Path, &'a Vec<u8>)>) -> Result<(), Error> {
    let mut drafts = Vec::new();
    for (path, bytes) in files {
        drafts.push(Draft::write(path, bytes)?);
    }
    drafts.into_iter().try_for_each(Draft::publish)
}

/// A file written but not yet in its place. Dropped, it leaves nothing behind.
struct Draft {
    place: PathBuf,
    temporary: Option<PathBuf>,
}

impl Draft {
    fn write(path: &Path, bytes: &[u8]) -> Result<Self, Error> {
        let refuse = |source| Error::Io { path: path.to_owned(), source };
        let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if place.exists() && !place.is_file() {
            // A device or a pipe is no file to be replaced.
            fs::write(&place, bytes).map_err(refuse)?;
            return Ok(Self { place, temporary: None });
        }
        let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::create_dir_all(folder).map_err(refuse)?;
        let name = place.file_name().unwrap_or_default().to_string_lossy();
        let temporary = folder.join(format!(".{name}.{}.tmp", std::process::id()));
        let draft = Self { place, temporary: Some(temporary.clone()) };
        fs::write(temporary, bytes).map_err(refuse)?;
        Ok(draft)
    }

    fn publish(mut self) -> Result<(), Error> {
        let Some(temporary) = self.temporary.take() else { return Ok(()) };
        fs::rename(&temporary, &self.place).map_err(|source| {
            let _ = fs::remove_file(&temporary);
            Error::Io { path: self.place.clone(), source }
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
            Err("b.txt: the name tells no format; end it in one of json, nt, ttl, jsonld, dot, svg, or say which \
                 with --to"
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
