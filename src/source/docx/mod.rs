//! Word documents (`.docx`) to text and blocks: paragraphs, headings by their style, lists, rows of tables, notes.
//!
//! The days on which a file was made and last saved say nothing of when its text was published, and are left alone; a
//! publish date that was filled in on a cover page is the document's date.

mod body;
mod package;
mod styles;
mod xml;

use super::text::{Layout, Options as Declared, Read};
use crate::Error;
use crate::edtf::Date;
use crate::source::document::BlockKind;
use body::Body;
use package::Package;
use styles::Styles;

/// Reads a Word document.
///
/// # Errors
///
/// If it is broken, none, encrypted or too large, or holds no text.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Read, Error> {
    let mut package = Package::open(name, bytes)?;
    let main = main_part(&mut package)?;
    let Some(text) = package.part(&main)? else { return Err(package.no_document()) };
    let folder = main.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let styles = format!("{folder}styles.xml");
    let styles = match package.part(&styles)? {
        Some(part) => Styles::read(&part).map_err(|e| package.broken(&styles, &e))?,
        None => Styles::default(),
    };
    let mut body = Body::new(&styles);
    body.read(&text, false).map_err(|e| package.broken(&main, &e))?;
    for part in ["footnotes.xml", "endnotes.xml"].map(|notes| format!("{folder}{notes}")) {
        if let Some(notes) = package.part(&part)? {
            body.read(&notes, true).map_err(|e| package.broken(&part, &e))?;
        }
    }
    let declared = Declared { title: title(&mut package, &body)?, date: date(&mut package)? };
    if body.composer.drafts.is_empty() {
        return Err(Error::invalid(
            name,
            "a Word document without text; if it holds pictures of pages, have the text recognized first",
        ));
    }
    Ok(Read {
        raw: body.composer.raw,
        drafts: body.composer.drafts,
        declared,
        layout: Layout::Declared,
        remarks: Vec::new(),
    })
}

/// The name of the part with the text.
fn main_part(package: &mut Package) -> Result<String, Error> {
    let mut main = None;
    if let Some(relations) = package.part("_rels/.rels")? {
        let read = xml::each(&relations, |event| {
            if let quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) = event
                && xml::value(tag, b"Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
            {
                main = xml::value(tag, b"Target");
            }
        });
        read.map_err(|e| package.broken("_rels/.rels", &e))?;
    }
    let main =
        main.map(|main| main.trim_start_matches('/').to_owned()).filter(|main| main.starts_with("word/"));
    Ok(main.unwrap_or_else(|| "word/document.xml".to_owned()))
}

/// The paragraph in the style of titles; without one and without headings, the title among the file's properties.
fn title(package: &mut Package, body: &Body) -> Result<Option<String>, Error> {
    let headed = body.composer.drafts.iter().any(|draft| draft.kind == BlockKind::Heading);
    if body.title.is_some() || headed {
        return Ok(body.title.clone());
    }
    Ok(package.part("docProps/core.xml")?.and_then(|part| xml::first(&part, b"title")))
}

/// The publish date filled in on a cover page.
fn date(package: &mut Package) -> Result<Option<String>, Error> {
    let parts = package.parts().into_iter().filter(|part| part.starts_with("customXml/item"));
    for part in parts.filter(|part| !part.contains("Props")).take(20) {
        let stamp = package.part(&part)?.and_then(|text| xml::first(&text, b"PublishDate"));
        if let Some(date) = stamp.and_then(|stamp| stamp.split('T').next()?.trim().parse::<Date>().ok()) {
            return Ok(Some(date.to_string()));
        }
    }
    Ok(None)
}
