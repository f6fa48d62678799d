//! Trains the embedded language model: `train-language TREEBANK_DIR OWN.conllu -o src/language/model.bin`.

use clap::Parser;
use legation::language::train;
use std::path::PathBuf;
use std::process::ExitCode;

/// Trains the English model on the silver treebank and the project's own sentences, and measures it.
#[derive(Parser)]
struct Arguments {
    /// Folder of the treebank files.
    folder: PathBuf,
    /// The project's own sentences, as `training/silver.py` writes them.
    own: PathBuf,
    /// Where to write the model.
    #[arg(short, long)]
    output: PathBuf,
}

#[expect(clippy::print_stderr, reason = "a program for the terminal")]
fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let model = match train::train(&arguments.folder, &arguments.own, &mut |line| eprintln!("{line}")) {
        Ok(model) => model,
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    };
    match std::fs::write(&arguments.output, model.encode()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {}: {error}", arguments.output.display());
            ExitCode::FAILURE
        }
    }
}
