//! HTML to text and blocks: the content of a page without the site around it.

mod blocks;
mod charset;
mod content;
mod meta;
mod tree;

use super::limits;
use super::text::{Layout, Read};
use crate::Error;
use tree::Tree;

/// Reads a page.
///
/// # Errors
///
/// If it is no text, has too many elements, or nothing to read.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Read, Error> {
    let html = charset::decode(name, bytes)?;
    let tree = Tree::read(&html).ok_or_else(|| {
        Error::invalid(name, format!("an HTML page of more than {} elements; split it", limits::ELEMENTS))
    })?;
    let content = content::find(&tree);
    let declared = meta::declared(&tree, &content);
    let composer = blocks::compose(&tree, &content);
    if composer.drafts.is_empty() && !html.trim().is_empty() {
        let message =
            "an HTML page without text; a page that a script puts together has to be saved from a browser";
        return Err(Error::invalid(name, message));
    }
    Ok(Read {
        raw: composer.raw,
        drafts: composer.drafts,
        declared,
        layout: Layout::Declared,
        remarks: Vec::new(),
    })
}
