//! Turns the gazetteers' Turtle into a table the program reads at start-up without parsing or folding anything.
//!
//! An entry is a line `@kind/local` and a line for each property: its name, a tab and its value; behind a name stand
//! a tab and the name as it is compared.

use oxttl::TurtleParser;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

#[path = "src/vocabulary/gazetteer/fold.rs"]
mod fold;

const FOLDER: &str = "schema/gazetteer";

/// Properties the program has no use for.
const NOT_READ: [&str; 3] = ["type", "editorialNote", "comment"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rerun-if-changed=schema");
    println!("cargo::rustc-env=LEGATION_SOURCE_HASH={:016x}", source_hash()?);
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(FOLDER)?.map(|f| f.map(|f| f.path())).collect::<Result<_, _>>()?;
    files.retain(|f| f.extension().is_some_and(|e| e == "ttl"));
    files.sort();
    let mut table = Table::default();
    for file in files {
        table.read(&file).map_err(|e| format!("{}: {e}", file.display()))?;
    }
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    std::fs::write(out.join("gazetteer.tsv"), table.text())?;
    Ok(())
}

/// A hash of all the program is made of, by which results of other versions are told from its own.
fn source_hash() -> Result<u64, Box<dyn Error>> {
    let mut files = Vec::new();
    list(Path::new("src"), &mut files)?;
    list(Path::new("schema"), &mut files)?;
    files.sort();
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for file in files {
        for byte in file.to_string_lossy().bytes().chain(std::fs::read(&file)?) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    Ok(hash)
}

/// All files below a folder.
fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { list(&path, files)? } else { files.push(path) }
    }
    Ok(())
}

/// The properties of each entry, entries in order of appearance.
#[derive(Default)]
struct Table {
    order: BTreeMap<String, usize>,
    entries: Vec<(String, Vec<(String, String)>)>,
}

impl Table {
    fn read(&mut self, file: &Path) -> Result<(), Box<dyn Error>> {
        let turtle = std::fs::read(file)?;
        for triple in TurtleParser::new().for_slice(&turtle) {
            let triple = triple?;
            let subject = last_two(&triple.subject.to_string());
            let value = match triple.object {
                oxrdf::Term::NamedNode(iri) => iri.into_string(),
                oxrdf::Term::Literal(literal) => literal.destruct().0,
                oxrdf::Term::BlankNode(_) => continue,
            };
            let property = triple.predicate.as_str().rsplit(['#', '/']).next().unwrap_or_default().to_owned();
            let next = self.entries.len();
            let at = *self.order.entry(subject.clone()).or_insert(next);
            if at == next {
                self.entries.push((subject, Vec::new()));
            }
            self.entries[at].1.push((property, value));
        }
        Ok(())
    }

    fn text(&self) -> String {
        let mut out = String::new();
        for (subject, properties) in &self.entries {
            let _ = writeln!(out, "@{subject}");
            for (property, value) in properties.iter().filter(|(p, _)| !NOT_READ.contains(&p.as_str())) {
                let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
                let _ = write!(out, "{property}\t{value}");
                if fold::NAMES.contains(&property.as_str()) {
                    let _ = write!(out, "\t{}", fold::fold_name(&value));
                }
                out.push('\n');
            }
        }
        out
    }
}

/// `kind/local` of an IRI.
fn last_two(iri: &str) -> String {
    let iri = iri.trim_matches(['<', '>']);
    let mut parts = iri.rsplit('/');
    let local = parts.next().unwrap_or_default();
    format!("{}/{local}", parts.next().unwrap_or_default())
}
