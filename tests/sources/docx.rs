//! Word documents.

use super::{blocks, document, refusal, texts};
use legation::source::BlockKind::{Heading, ListItem, Note, Paragraph};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// An archive of these parts.
pub(crate) fn archive(parts: &[(&str, &str)], method: CompressionMethod) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default().compression_method(method)).expect("a new part");
        zip.write_all(content.as_bytes()).expect("room for a part");
    }
    zip.finish().expect("an archive").into_inner()
}

/// A Word document with this body.
pub(crate) fn word(body: &str) -> Vec<u8> {
    let body = format!("<?xml version='1.0'?><w:document xmlns:w='w'><w:body>{body}</w:body></w:document>");
    archive(&[("word/document.xml", &body), ("word/styles.xml", STYLES)], CompressionMethod::Deflated)
}

const STYLES: &str = "<w:styles xmlns:w='w'>\
    <w:style w:styleId='Titel'><w:name w:val='Title'/></w:style>\
    <w:style w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style>\
    <w:style w:styleId='House'><w:name w:val='House Head'/><w:basedOn w:val='berschrift1'/></w:style>\
    <w:style w:styleId='Bullets'><w:name w:val='List Bullet'/></w:style>\
    <w:style w:styleId='TOC1'><w:name w:val='toc 1'/></w:style></w:styles>";

const BODY: &str = "\
    <w:p><w:pPr><w:pStyle w:val='Titel'/></w:pPr><w:r><w:t>Two visits</w:t></w:r></w:p>\
    <w:p><w:pPr><w:pStyle w:val='TOC1'/></w:pPr><w:r><w:t>Africa 3</w:t></w:r></w:p>\
    <w:p><w:pPr><w:pStyle w:val='House'/></w:pPr><w:r><w:t>Africa</w:t></w:r></w:p>\
    <w:p><w:r><w:t xml:space='preserve'>The president of Chad </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>\
    <w:ins><w:r><w:t>visited</w:t></w:r></w:ins><w:r><w:t xml:space='preserve'> Togo &amp; Mali.</w:t>\
    <w:footnoteReference w:id='2'/></w:r><w:r><w:tab/><w:t>He left on Monday</w:t></w:r>\
    <w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secretly</w:t></w:r>\
    <w:r><w:t>.</w:t></w:r></w:p>\
    <w:p><w:pPr><w:pStyle w:val='Bullets'/></w:pPr><w:r><w:t>Niger stayed away.</w:t></w:r></w:p>\
    <w:p><w:pPr><w:numPr><w:numId w:val='4'/></w:numPr></w:pPr><w:r><w:t>Benin sent a letter.</w:t></w:r></w:p>\
    <w:p><w:r><w:rPr><w:b/></w:rPr><w:t>The second visit</w:t></w:r></w:p>\
    <w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p><w:r><w:t>State</w:t></w:r></w:p></w:tc>\
    <w:tc><w:p><w:r><w:t>Year</w:t></w:r></w:p></w:tc></w:tr>\
    <w:tr><w:tc><w:p><w:r><w:t>Ghana</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1957</w:t></w:r></w:p></w:tc></w:tr>\
    <w:tr><w:tc><w:p><w:r><w:t>Kenya met Chad.</w:t></w:r></w:p><w:p><w:r><w:t>They talked.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
const NOTES: &str = "<w:footnotes xmlns:w='w'><w:footnote w:id='2'><w:p><w:r><w:t>Press office.</w:t></w:r></w:p></w:footnote></w:footnotes>";
const COVER: &str =
    "<CoverPageProperties xmlns='c'><PublishDate>2014-06-02T00:00:00</PublishDate></CoverPageProperties>";
const CORE: &str = "<p:coreProperties xmlns:p='p' xmlns:d='d'><d:title>Template 7</d:title><p:created>1999-01-01</p:created></p:coreProperties>";

fn packed(method: CompressionMethod) -> Vec<u8> {
    let body = format!("<w:document xmlns:w='w'><w:body>{BODY}</w:body></w:document>");
    let parts = [
        ("word/document.xml", body.as_str()),
        ("word/styles.xml", STYLES),
        ("word/footnotes.xml", NOTES),
        ("customXml/item1.xml", COVER),
        ("docProps/core.xml", CORE),
    ];
    archive(&parts, method)
}

/// A report with all that such documents have.
pub(crate) fn report() -> Vec<u8> {
    packed(CompressionMethod::Deflated)
}

/// The same, not compressed.
pub(crate) fn stored_report() -> Vec<u8> {
    packed(CompressionMethod::Stored)
}

#[test]
fn paragraphs_are_what_their_styles_say() {
    let document = document("report.docx", report());
    assert_eq!(
        blocks(&document),
        [
            (Heading, "Two visits"),
            (Note, "Africa 3"),
            (Heading, "Africa"),
            (Paragraph, "The president of Chad visited Togo & Mali. He left on Monday."),
            (ListItem, "Niger stayed away."),
            (ListItem, "Benin sent a letter."),
            (Heading, "The second visit"),
            (Note, "State; Year"),
            (ListItem, "Ghana; 1957"),
            (Paragraph, "Kenya met Chad."),
            (Paragraph, "They talked."),
            (Note, "Press office."),
        ]
    );
    assert_eq!(
        (document.title.as_deref(), document.date.as_deref()),
        (Some("Two visits"), Some("2014-06-02"))
    );
}

#[test]
fn the_days_a_file_was_made_and_saved_are_not_its_date() {
    let body = "<w:document xmlns:w='w'><w:p><w:r><w:t>Kenya met Chad.</w:t></w:r></w:p></w:document>";
    let made =
        archive(&[("word/document.xml", body), ("docProps/core.xml", CORE)], CompressionMethod::Stored);
    let made = document("a.docx", made);
    assert_eq!((made.title.as_deref(), made.date), (Some("Template 7"), None));
}

#[test]
fn a_drawing_is_read_once() {
    let body = "<w:p><w:r><w:t>Kenya met Chad.</w:t><mc:AlternateContent xmlns:mc='m'><mc:Choice><w:txbxContent><w:p><w:r>\
                <w:t>In a box.</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>In a box.</w:t></w:r>\
                </w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>";
    assert_eq!(texts(&document("a.docx", word(body))), ["In a box.", "Kenya met Chad."]);
}

#[test]
fn what_is_no_word_document_is_refused() {
    let zip = |part: &str| archive(&[(part, "x")], CompressionMethod::Stored);
    for (file, said) in [
        (zip("xl/workbook.xml"), "found a spreadsheet"),
        (zip("ppt/presentation.xml"), "found a presentation"),
        (zip("META-INF/manifest.xml"), "found an OpenDocument file"),
        (zip("a.txt"), "found a zip archive without a Word document"),
        (word(""), "a Word document without text"),
        (word("<w:p><w:r><w:t>Kenya</w:p>"), "its part word/document.xml cannot be read"),
        (Vec::new(), "expected a Word document, as the name ends in .docx, found nothing: the file is empty"),
        (b"Kenya met Chad.".to_vec(), "found something else"),
    ] {
        let message = refusal("a.docx", file);
        assert!(message.starts_with("a.docx: ") && message.contains(said), "{message}");
    }
}

#[test]
fn a_bomb_is_refused() {
    let bomb = word(&" ".repeat(65 << 20));
    assert!(bomb.len() < 1 << 20);
    assert_eq!(
        refusal("a.docx", bomb),
        "a.docx: its part word/document.xml unpacks to more than 64 MiB, the most that is read"
    );
}
