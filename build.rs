//! Turns the Turtle of `schema/` into tables the program reads at start-up without parsing or folding anything.
//!
//! What is said of a subject is a line `@` with its IRI and a line for each value: its property, a tab and the value. The
//! gazetteers' table, the longest by far, has `kind/local` for the IRI of an entry and the local names of properties;
//! behind a name stand a tab and the name as it is compared.

use oxrdf::{BlankNode, NamedOrBlankNode, Term, Triple};
use oxttl::TurtleParser;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

#[path = "src/vocabulary/gazetteer/fold.rs"]
mod fold;

const SCHEMA: &str = "schema";

/// Properties of entries the program has no use for.
const NOT_READ: [&str; 3] = ["type", "editorialNote", "comment"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rerun-if-changed=schema");
    println!("cargo::rustc-env=LEGATION_SOURCE_HASH={:016x}", source_hash()?);
    let schema = Path::new(SCHEMA);
    let mut entries = Entries::default();
    for file in turtle_files(&schema.join("gazetteer"))? {
        for_triples(&file, |triple| entries.add(triple)).map_err(|e| format!("{}: {e}", file.display()))?;
    }
    let mut frames = turtle_files(&schema.join("frames"))?;
    frames.insert(0, schema.join("vocabulary.ttl"));
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    std::fs::write(out.join("gazetteer.tsv"), entries.text())?;
    std::fs::write(out.join("vocabulary.tsv"), table(&frames)?)?;
    for name in ["cues", "names"] {
        let file = schema.join(name).with_extension("ttl");
        std::fs::write(out.join(name).with_extension("tsv"), table(&[file])?)?;
    }
    Ok(())
}

/// The Turtle files of a folder, sorted.
fn turtle_files(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder)?.map(|f| f.map(|f| f.path())).collect::<Result<_, _>>()?;
    files.retain(|f| f.extension().is_some_and(|e| e == "ttl"));
    files.sort();
    Ok(files)
}

/// Calls `take` with each triple of a file.
fn for_triples(file: &Path, mut take: impl FnMut(Triple)) -> Result<(), Box<dyn Error>> {
    let turtle = std::fs::read(file)?;
    for triple in TurtleParser::new().for_slice(&turtle) {
        take(triple?);
    }
    Ok(())
}

/// What files say, sorted by subject and property, the values of each in file order.
fn table(files: &[PathBuf]) -> Result<String, Box<dyn Error>> {
    let mut said: BTreeMap<String, BTreeMap<String, Vec<String>>> = BTreeMap::new();
    let mut nodes = BTreeMap::new();
    for file in files {
        let mut broken = None;
        for_triples(file, |triple| {
            let subject = match triple.subject {
                NamedOrBlankNode::NamedNode(iri) => iri.into_string(),
                NamedOrBlankNode::BlankNode(node) => numbered(&mut nodes, &node),
            };
            let value = match triple.object {
                Term::NamedNode(iri) => iri.into_string(),
                Term::Literal(literal) => literal.destruct().0,
                Term::BlankNode(node) => numbered(&mut nodes, &node),
            };
            if value.contains(['\n', '\t']) {
                broken =
                    Some(format!("a text with a line break or tab is more than the table can hold: {value}"));
            }
            let properties = said.entry(subject).or_default();
            properties.entry(triple.predicate.into_string()).or_default().push(value);
        })
        .map_err(|e| format!("{}: {e}", file.display()))?;
        if let Some(message) = broken {
            return Err(format!("{}: {message}", file.display()).into());
        }
    }
    let mut out = String::new();
    for (subject, properties) in said {
        let _ = writeln!(out, "@{subject}");
        for (property, values) in properties {
            for value in values {
                let _ = writeln!(out, "{property}\t{value}");
            }
        }
    }
    Ok(out)
}

/// A blank node by the order in which nodes were met, so that each build makes the same table.
fn numbered(nodes: &mut BTreeMap<String, usize>, node: &BlankNode) -> String {
    let next = nodes.len();
    let number = nodes.entry(node.as_str().to_owned()).or_insert(next);
    format!("_:{number:06}")
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
struct Entries {
    order: BTreeMap<String, usize>,
    entries: Vec<(String, Vec<(String, String)>)>,
}

impl Entries {
    fn add(&mut self, triple: Triple) {
        let subject = last_two(&triple.subject.to_string());
        let value = match triple.object {
            Term::NamedNode(iri) => iri.into_string(),
            Term::Literal(literal) => literal.destruct().0,
            Term::BlankNode(_) => return,
        };
        let property = triple.predicate.as_str().rsplit(['#', '/']).next().unwrap_or_default().to_owned();
        let next = self.entries.len();
        let at = *self.order.entry(subject.clone()).or_insert(next);
        if at == next {
            self.entries.push((subject, Vec::new()));
        }
        self.entries[at].1.push((property, value));
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
