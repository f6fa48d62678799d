//! The `legation` command.

mod cli;

use clap::Parser;
use cli::{Cli, Command, Console, Outcome, check, diff, explain, export, load, query};
use mimalloc::MiMalloc;
use std::process::ExitCode;

/// A graph is many small pieces that come and go together: with the system's allocator, inference takes twice the time.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let console = Console::new(cli.quiet, cli.color);
    let result = match &cli.command {
        Command::Export(args) => export::run(args, &console),
        Command::Diff(args) => diff::run(args, &console),
        Command::Explain(args) => explain::run(args, &console),
        Command::Check(args) => check::run(args, &console),
        Command::Query(args) => query::run(args, &console),
        Command::Load(args) => load::run(args, &console),
    };
    match result {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Skipped | Outcome::Problems | Outcome::Different) => ExitCode::from(1),
        Err(error) => {
            console.error(&error);
            ExitCode::from(2)
        }
    }
}
