//! Fits the weights of confidence to annotated documents, and shows how far the numbers hold.
//!
//! `calibrate FOLDER... [-o schema/confidence.json]`, each folder with `NAME.txt` beside `NAME.gold.jsonl`. The table
//! is honest: every document is judged by weights fitted to all the others.

mod fit;
mod gold;

use clap::Parser;
use fit::{Example, Fitted};
use gold::Gold;
use legation::Error;
use legation::extract::account::Explained;
use legation::extract::confidence::{Weights, combined};
use legation::extract::{Resources, explain};
use legation::source::text;
use legation::vocabulary::DEFAULT_BASE;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Lower ends of the rows of the table.
const ROWS: [f64; 8] = [0.0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98];

/// Weights smaller than this are left out.
const LEAST: f64 = 0.005;

const ABOUT: &str =
    "What each sign adds to the log odds that a reading is right; fitted by the calibrate program.";

/// Fits confidence to annotated documents and prints how far it holds.
#[derive(Parser)]
struct Arguments {
    /// Folders of NAME.txt and NAME.gold.jsonl
    #[arg(required = true)]
    folders: Vec<PathBuf>,
    /// Where to write the weights [default: nowhere, only the table is wanted]
    #[arg(short, long)]
    output: Option<PathBuf>,
}

/// A statement that the annotators judge.
struct Judged {
    /// Where its readings stand, and the signs they show.
    readings: Vec<(usize, Vec<String>)>,
    right: bool,
}

#[expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal")]
fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(report) => {
            print!("{report}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<String, Error> {
    let resources = Resources::embedded()?;
    let mut documents = Vec::new();
    for gold in gold_files(&arguments.folders)? {
        documents.push(judged(&gold, &resources)?);
    }
    let mut table = Vec::new();
    for (at, document) in documents.iter().enumerate() {
        let others = documents.iter().enumerate().filter(|(other, _)| *other != at).flat_map(|(_, d)| d);
        let fitted = Fitted::of(&examples(others));
        table.extend(document.iter().map(|judged| (sure(&fitted, judged), judged.right)));
    }
    if let Some(path) = &arguments.output {
        let fitted = Fitted::of(&examples(documents.iter().flatten()));
        let refuse = |source| Error::Io { path: path.clone(), source };
        fs::write(path, file(&fitted)?).map_err(refuse)?;
    }
    Ok(report(documents.len(), &table))
}

fn gold_files(folders: &[PathBuf]) -> Result<Vec<PathBuf>, Error> {
    let mut files = Vec::new();
    for folder in folders {
        let refuse = |source| Error::Io { path: folder.clone(), source };
        let entries = fs::read_dir(folder).map_err(refuse)?.flatten().map(|entry| entry.path());
        files.extend(entries.filter(|path| path.to_string_lossy().ends_with(".gold.jsonl")));
    }
    files.sort();
    if files.is_empty() {
        return Err(Error::invalid("calibrate", "no .gold.jsonl file in these folders"));
    }
    Ok(files)
}

/// The statements of a document that the annotators judge.
fn judged(gold: &Path, resources: &Resources) -> Result<Vec<Judged>, Error> {
    let name = gold.to_string_lossy();
    let path = PathBuf::from(name.replace(".gold.jsonl", ".txt"));
    let refuse = |path: &Path| {
        let path = path.to_owned();
        move |source| Error::Io { path, source }
    };
    let bytes = fs::read(&path).map_err(refuse(&path))?;
    let document = text::read(&path.to_string_lossy(), bytes, &text::Options::default())?;
    let lines = fs::read_to_string(gold).map_err(refuse(gold))?;
    let gold = Gold::read(&lines, resources.vocabulary()).map_err(|e| Error::invalid(name, e.to_string()))?;
    let (graph, account) = explain(&document, resources, DEFAULT_BASE);
    let by_id: BTreeMap<&str, &Explained> = account.statements.iter().map(|e| (e.id.as_str(), e)).collect();
    let mut judged = Vec::new();
    for statement in &graph.statements {
        let verdict = gold.judge(statement, &graph).zip(by_id.get(statement.id.as_str()));
        judged.extend(verdict.map(|(right, explained)| Judged { readings: readings(explained), right }));
    }
    Ok(judged)
}

fn readings(explained: &Explained) -> Vec<(usize, Vec<String>)> {
    let signs = |r: &legation::extract::account::Reading| r.signs.iter().map(|s| s.sign.clone()).collect();
    explained.readings.iter().map(|r| (r.sentence.start, signs(r))).collect()
}

/// A statement counts once, however many readings it has.
fn examples<'a>(judged: impl Iterator<Item = &'a Judged>) -> Vec<Example> {
    let mut examples = Vec::new();
    for Judged { readings, right } in judged {
        #[expect(clippy::cast_precision_loss, reason = "a handful of readings")]
        let count = 1.0 / readings.len().max(1) as f64;
        let example =
            |(_, signs): &(usize, Vec<String>)| Example { signs: signs.clone(), right: *right, count };
        examples.extend(readings.iter().map(example));
    }
    examples
}

fn sure(fitted: &Fitted, judged: &Judged) -> f64 {
    let readings: Vec<(usize, f64)> =
        judged.readings.iter().map(|(at, signs)| (*at, fitted.probability(signs))).collect();
    combined(&readings).value()
}

/// The weights as the file the tool embeds.
fn file(fitted: &Fitted) -> Result<String, Error> {
    let rounded = |weight: f64| (weight * 100.0).round() / 100.0;
    let mut weights = Weights { about: ABOUT.to_owned(), base: rounded(fitted.base), ..Weights::default() };
    for (sign, &weight) in fitted.signs.iter().filter(|(_, w)| w.abs() >= LEAST) {
        match sign.strip_prefix("relation ") {
            Some(relation) => weights.relations.insert(relation.to_owned(), rounded(weight)),
            None => weights.signs.insert(sign.clone(), rounded(weight)),
        };
    }
    let json = serde_json::to_string_pretty(&weights);
    json.map(|json| json + "\n").map_err(|e| Error::invalid("weights", e.to_string()))
}

/// How many statements of each confidence are right.
#[expect(clippy::cast_precision_loss, reason = "counts of statements")]
fn report(documents: usize, table: &[(f64, bool)]) -> String {
    let mut lines = vec!["confidence     statements  mean confidence  share right".to_owned()];
    for (row, &from) in ROWS.iter().enumerate() {
        let to = ROWS.get(row + 1).copied().unwrap_or(1.01);
        let inside: Vec<_> = table.iter().filter(|(sure, _)| (from..to).contains(sure)).collect();
        if inside.is_empty() {
            continue;
        }
        let number = inside.len() as f64;
        let mean = inside.iter().map(|(sure, _)| sure).sum::<f64>() / number;
        let right = inside.iter().filter(|(_, right)| *right).count() as f64 / number;
        let to = to.min(1.0);
        lines.push(format!("{from:.2} - {to:.2}  {:>12}  {mean:>15.3}  {right:>11.3}", inside.len()));
    }
    let number = table.len().max(1) as f64;
    let truth = |right: bool| f64::from(u8::from(right));
    let share = table.iter().map(|&(_, right)| truth(right)).sum::<f64>() / number;
    let mean = table.iter().map(|(sure, _)| sure).sum::<f64>() / number;
    let brier = table.iter().map(|&(sure, right)| (sure - truth(right)).powi(2)).sum::<f64>() / number;
    let guess = share * (1.0 - share);
    lines.push(format!("all          {:>12}  {mean:>15.3}  {share:>11.3}", table.len()));
    lines.push(format!(
        "{documents} documents, each judged by weights fitted to the others; Brier score {brier:.4}, {guess:.4} if all \
         were given the same confidence\n"
    ));
    lines.join("\n")
}
