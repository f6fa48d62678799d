//! Where results go: standard output, a file, or a folder of files; whole or not at all.

use legation::Error;
use legation::export::{Format, Table};
use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Bytes kept back until they are worth a call of the operating system.
const BUFFER: usize = 1 << 16;

/// How messages name standard output.
const STDOUT: &str = "standard output";

/// What results are written to, on whichever thread.
pub(crate) type Out = dyn Write + Send;

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

    /// The formats to write.
    pub(crate) fn formats(&self) -> Vec<Format> {
        match self {
            Self::Stdout(format) => vec![*format],
            Self::Files(files) => files.iter().map(|&(format, _)| format).collect(),
        }
    }

    /// Writes each format to its place by `write`, table by table if it has tables, and a file beside them if there is
    /// one.
    ///
    /// # Errors
    ///
    /// If something cannot be written; then no file is changed, and nothing has gone to standard output. A reader that
    /// stops listening is no error.
    pub(crate) fn place(
        &self,
        mut write: impl FnMut(Format, Option<Table>, &mut Out) -> Result<(), Error>,
        beside: Option<&(&Path, Vec<u8>)>,
    ) -> Result<(), Error> {
        let mut drafts = Vec::new();
        let mut printed = Vec::new();
        match self {
            Self::Stdout(format) => write(*format, None, &mut printed)?,
            Self::Files(files) => {
                for (format, path) in files {
                    for (table, path) in tables(*format, path) {
                        let mut draft = Draft::new(&path)?;
                        draft.fill(|out| write(*format, table, out))?;
                        drafts.push(draft);
                    }
                }
            }
        }
        if let Some((path, bytes)) = beside {
            let mut draft = Draft::new(path)?;
            draft.fill(|out| out.write_all(bytes).map_err(|e| io_error(path, e)))?;
            drafts.push(draft);
        }
        drafts.into_iter().try_for_each(Draft::publish)?;
        to_stdout(&printed)
    }

    /// Writes all formats at once by `write`, which tells whether what it wrote is of use: if not, no file is changed.
    ///
    /// # Errors
    ///
    /// As for [`Output::place`].
    pub(crate) fn place_at_once(
        &self,
        write: impl Fn(Vec<(Format, &mut Out)>) -> Result<bool, Error>,
    ) -> Result<bool, Error> {
        let formats = self.formats();
        if !self.is_revocable() {
            let mut nowhere: Vec<_> = formats.iter().map(|_| io::sink()).collect();
            let outs = nowhere.iter_mut().map(|out| out as &mut Out);
            if !write(formats.iter().copied().zip(outs).collect())? {
                return Ok(false);
            }
        }
        let files = match self {
            Self::Files(files) => files,
            Self::Stdout(format) => {
                let mut out = BufWriter::with_capacity(BUFFER, io::stdout());
                let written = write(vec![(*format, &mut out)]).map(drop);
                listened_to(written.and_then(|()| out.flush().map_err(|e| io_error(STDOUT.as_ref(), e))))?;
                return Ok(true);
            }
        };
        let mut drafts = files.iter().map(|(_, path)| Draft::new(path)).collect::<Result<Vec<_>, _>>()?;
        let outs = drafts.iter_mut().map(|draft| &mut draft.out as &mut Out);
        let useful = write(formats.into_iter().zip(outs).collect())?;
        if useful {
            drafts.iter_mut().try_for_each(Draft::flush)?;
            drafts.into_iter().try_for_each(Draft::publish)?;
        }
        Ok(useful)
    }

    /// Whether what is written may still be thrown away: what is on standard output, in a pipe or on a device may not.
    fn is_revocable(&self) -> bool {
        match self {
            Self::Stdout(_) => false,
            Self::Files(files) => files.iter().all(|(_, path)| !path.exists() || path.is_file()),
        }
    }
}

fn only(formats: &[Format]) -> Result<Format, Error> {
    match formats {
        [] => Ok(Format::Turtle),
        [Format::Csv] => {
            let message =
                "csv is several tables, which cannot share standard output; give a file or folder with -o";
            Err(Error::invalid("--to", message))
        }
        [one] => Ok(*one),
        many => {
            let names: Vec<_> = many.iter().map(ToString::to_string).collect();
            let message = format!("{} cannot share standard output; give a folder with -o", names.join(", "));
            Err(Error::invalid("--to", message))
        }
    }
}

/// The files of a format: the one named, or with tables `graph-nodes.csv` and so on for `graph.csv`.
fn tables(format: Format, path: &Path) -> Vec<(Option<Table>, PathBuf)> {
    if format != Format::Csv {
        return vec![(None, path.to_owned())];
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let extension = path.extension().map_or_else(String::new, |e| format!(".{}", e.to_string_lossy()));
    let file = |table: Table| path.with_file_name(format!("{stem}-{}{extension}", table.name()));
    Table::ALL.map(|table| (Some(table), file(table))).into()
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

/// Passes by that a reader has stopped listening.
fn listened_to(written: Result<(), Error>) -> Result<(), Error> {
    match written {
        Err(Error::Io { source, .. }) if source.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

fn io_error(path: &Path, source: io::Error) -> Error {
    Error::Io { path: path.to_owned(), source }
}

/// Writes to standard output. A reader that stops listening is no error.
pub(super) fn to_stdout(bytes: &[u8]) -> Result<(), Error> {
    let mut out = io::stdout().lock();
    let written = out.write_all(bytes).and_then(|()| out.flush());
    listened_to(written.map_err(|source| io_error(STDOUT.as_ref(), source)))
}

/// Puts one result in its place: a file, whole or not at all, or standard output.
///
/// # Errors
///
/// If the place cannot be written to. A reader that stops listening is no error.
pub(super) fn to_place(path: Option<&Path>, bytes: &[u8]) -> Result<(), Error> {
    match path.filter(|path| *path != Path::new("-")) {
        Some(path) => {
            let mut draft = Draft::new(path)?;
            draft.fill(|out| out.write_all(bytes).map_err(|e| io_error(path, e)))?;
            draft.publish()
        }
        None => to_stdout(bytes),
    }
}

/// Columns of the terminal that a result goes to, if it goes to one.
pub(super) fn width(path: Option<&Path>) -> Option<usize> {
    let terminal = terminal_size::terminal_size_of(io::stdout()).filter(|_| path.is_none());
    terminal.map(|(columns, _)| usize::from(columns.0))
}

/// A file being written, not yet in its place. Dropped, it leaves nothing behind.
struct Draft {
    /// As the user names it.
    path: PathBuf,
    place: PathBuf,
    temporary: Option<PathBuf>,
    out: BufWriter<File>,
}

impl Draft {
    fn new(path: &Path) -> Result<Self, Error> {
        let refuse = |source| io_error(path, source);
        let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if place.exists() && !place.is_file() {
            // A device or a pipe is no file to be replaced.
            let out = BufWriter::with_capacity(BUFFER, File::create(&place).map_err(refuse)?);
            return Ok(Self { path: path.to_owned(), place, temporary: None, out });
        }
        let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::create_dir_all(folder).map_err(refuse)?;
        let name = place.file_name().unwrap_or_default().to_string_lossy();
        let temporary = folder.join(format!(".{name}.{}.tmp", std::process::id()));
        let out = BufWriter::with_capacity(BUFFER, File::create(&temporary).map_err(refuse)?);
        Ok(Self { path: path.to_owned(), place, temporary: Some(temporary), out })
    }

    /// Lets `write` fill it.
    fn fill(&mut self, write: impl FnOnce(&mut Out) -> Result<(), Error>) -> Result<(), Error> {
        write(&mut self.out).map_err(|error| match error {
            // The exporter does not know where its bytes go.
            Error::Io { source, .. } => io_error(&self.path, source),
            other => other,
        })?;
        self.flush()
    }

    fn flush(&mut self) -> Result<(), Error> {
        self.out.flush().map_err(|source| io_error(&self.path, source))
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
                 svg, png, pdf, mmd, graphml, gexf, cypher, csv, or say which with --to"
                .into())
        );
    }

    #[test]
    fn tables_have_a_file_each_beside_the_one_named() {
        let files = tables(Format::Csv, Path::new("out/a.csv")).into_iter().map(|(_, path)| path);
        let names = ["nodes", "relationships", "evidence", "sources", "links"];
        assert_eq!(files.collect::<Vec<_>>(), names.map(|name| PathBuf::from(format!("out/a-{name}.csv"))));
        assert_eq!(tables(Format::Dot, Path::new("a.dot")), [(None, PathBuf::from("a.dot"))]);
        let refusal = plan(&[Format::Csv], None).unwrap_err();
        assert!(refusal.contains("give a file or folder with -o"), "{refusal}");
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
