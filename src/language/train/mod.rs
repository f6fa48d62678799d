//! Training of the embedded model, and its measurement. Not part of the library as shipped.

#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "averages and shares, of counts far below 2^52"
)]

mod conllu;
mod learner;
mod measure;
mod names;
mod parser;
mod present;
mod tagger;

pub use conllu::Treebank;

use super::Model;
use super::weights::{Rows, Table};
use crate::Error;
use std::path::Path;

/// The most bytes the model may take.
const SIZE: usize = 8_000_000;

/// Trains a model on the silver treebank in `folder` and measures it, telling `log` of each step.
///
/// # Errors
///
/// If a treebank file is missing or broken.
pub fn train(folder: &Path, log: &mut dyn FnMut(&str)) -> Result<Model, Error> {
    let mut silver = Treebank::read(&folder.join("silver-train.conllu"))?;
    silver.sentences.append(&mut Treebank::read(&folder.join("silver-dev.conllu"))?.sentences);
    log(&format!(
        "silver-train and silver-dev: {} sentences, {} tokens",
        silver.sentences.len(),
        silver.tokens()
    ));
    let (tags, predicted) = tagger::train(&silver, log);
    let names = names::train(&silver, &predicted, log);
    let (moves, labels) = parser::train(&silver, &predicted, log);
    let others = [bytes(&tags), bytes(&names), bytes(&labels)].iter().sum::<usize>();
    let moves = moves.fitted(2.0, SIZE.saturating_sub(others));
    let model = Model { tags, names, moves, labels };
    log(&format!("tags: {}", describe(&model.tags)));
    log(&format!("names: {}", describe(&model.names)));
    log(&format!("moves: {}", describe(&model.moves)));
    log(&format!("labels: {}", describe(&model.labels)));
    log(&format!("model: {} bytes", model.encode().len()));
    measure::all(&model, folder, log)?;
    Ok(model)
}

fn describe<const N: usize, R: Rows<N>>(table: &Table<N, R>) -> String {
    format!("{} rows, {} bytes", table.len(), bytes(table))
}

fn bytes<const N: usize, R: Rows<N>>(table: &Table<N, R>) -> usize {
    let mut bytes = Vec::new();
    table.encode(&mut bytes);
    bytes.len()
}
