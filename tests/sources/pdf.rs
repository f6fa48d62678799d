//! PDF files.

use super::{blocks, document, refusal, texts};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use legation::source::BlockKind::{Heading, Note, Paragraph};
use std::fs;
use std::io::Write;

const HELVETICA: &str = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /BaseEncoding \
                         /WinAnsiEncoding /Differences [1 /fi /emdash] >> >>";

/// A PDF file with pages of these drawings, each with the entries of its stream.
fn file(pages: &[(&str, Vec<u8>)]) -> Vec<u8> {
    file_in(HELVETICA, pages)
}

/// The same in another font.
fn file_in(font: &str, pages: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let kids = (0..pages.len()).map(|i| format!("{} 0 R ", 4 + 2 * i)).collect::<Vec<_>>().concat();
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {} /MediaBox [0 0 600 800] >>", pages.len())
            .into_bytes(),
        font.as_bytes().to_vec(),
    ];
    for (i, (entries, drawing)) in pages.iter().enumerate() {
        let content = 5 + 2 * i;
        let page = format!(
            "<< /Type /Page /Parent 2 0 R /Contents {content} 0 R /Resources << /Font << /F 3 0 R >> /XObject \
             << /P << /Type /XObject >> >> >> >>"
        );
        objects.push(page.into_bytes());
        let head = format!("<< /Length {} {entries} >>\nstream\n", drawing.len());
        objects.push([head.as_bytes(), drawing, b"\nendstream"].concat());
    }
    assemble(&objects)
}

/// Objects with a header, a table of where they are, and a trailer.
fn assemble(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (i, object) in objects.iter().enumerate() {
        table.extend([format!("{:010} 00000 n \n", out.len())]);
        out.extend(format!("{} 0 obj\n", i + 1).into_bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    let start = out.len();
    let size = objects.len() + 1;
    out.extend(table.into_bytes());
    out.extend(format!("trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").into_bytes());
    out
}

/// A drawing of lines: left end, base line, size and words, in the bytes of Windows-1252.
fn drawing(lines: &[(f64, f64, f64, &str)]) -> Vec<u8> {
    let mut out = Vec::new();
    for (x, y, size, text) in lines {
        let bytes = text
            .chars()
            .map(|c| if c == 'ø' { 0xF8 } else { u8::try_from(c).expect("a character of one byte") });
        out.extend(format!("BT /F {size} Tf {x} {y} Td (").into_bytes());
        out.extend(bytes);
        out.extend(b") Tj ET\n");
    }
    out
}

fn plain(pages: &[Vec<u8>]) -> Vec<u8> {
    file(&pages.iter().map(|page| ("", page.clone())).collect::<Vec<_>>())
}

/// Two pages of a report, with running heads, page numbers, a note, and a sentence and a word that are divided.
pub(crate) fn report() -> Vec<u8> {
    let first = drawing(&[
        (60.0, 760.0, 8.0, "NORDIC BRIEF 4 | MAY 2019"),
        (60.0, 700.0, 18.0, "Two neighbours"),
        (
            60.0,
            660.0,
            10.0,
            "In May 2018 the foreign minister of Norway visited Tallinn, and talked with his Es-",
        ),
        (
            60.0,
            648.0,
            10.0,
            "tonian counterpart about the sea between them, the \u{1}rst time in years\u{2}and about",
        ),
        (
            60.0,
            636.0,
            10.0,
            "the ships of others.        Both signed a declaration on the port of Bodø.  The text had been",
        ),
        (60.0, 90.0, 7.0, "1. Press of\u{1}ce, Tallinn."),
        (300.0, 40.0, 8.0, "1"),
    ]);
    let mark = b"BT /F 6 Tf 148 640 Td (1) Tj ET\n";
    let second = drawing(&[
        (60.0, 760.0, 8.0, "NORDIC BRIEF 4 | MAY 2019"),
        (60.0, 700.0, 10.0, "under discussion for a year before the two sides could agree to it in the end."),
        (
            60.0,
            670.0,
            10.0,
            "Denmark sent an observer to the talks in June of that year, and Iceland two of its own.",
        ),
        (300.0, 40.0, 8.0, "2"),
    ]);
    plain(&[[first, mark.to_vec()].concat(), second])
}

#[test]
fn pages_are_read_and_their_traces_repaired() {
    let document = document("report.pdf", report());
    assert_eq!(
        blocks(&document),
        [
            (Heading, "NORDIC BRIEF 4 | MAY 2019"),
            (Heading, "Two neighbours"),
            (
                Paragraph,
                "In May 2018 the foreign minister of Norway visited Tallinn, and talked with his Estonian counterpart \
                 about the sea between them, the first time in years—and about the ships of others. Both signed a \
                 declaration on the port of Bodø. The text had been under discussion for a year before the two sides \
                 could agree to it in the end."
            ),
            (Note, "¹ Press office, Tallinn."),
            (
                Paragraph,
                "Denmark sent an observer to the talks in June of that year, and Iceland two of its own."
            ),
        ]
    );
    assert_eq!(document.title.as_deref(), Some("Two neighbours"));
    assert_eq!(document.date.as_deref(), Some("2019-05"));
    let at = document.text.find("Estonian counterpart").unwrap();
    assert_eq!(document.raw_span(at..at + 8).quote, "Es-\ntonian");
}

#[test]
fn columns_are_read_one_after_the_other() {
    let left = [
        "The talks between Chad and Togo",
        "began in the morning and went on",
        "until the night, when the two",
        "delegations had agreed on a text",
        "that neither of them liked much.",
    ];
    let right = [
        "The treaty was signed in May by",
        "the ministers of both states and",
        "was sent to their parliaments, of",
        "which one has taken it up and the",
        "other one has let it lie there.",
    ];
    let mut lines = vec![(60.0, 700.0, 16.0, "A treaty that neither side wanted to have signed at all")];
    for (i, y) in [660.0, 648.0, 636.0, 624.0, 612.0].into_iter().enumerate() {
        lines.extend([(60.0, y, 10.0, left[i]), (250.0, y, 10.0, right[i])]);
    }
    let document = document("a.pdf", plain(&[drawing(&lines)]));
    assert_eq!(
        texts(&document).get(1).copied().unwrap_or(&document.raw),
        format!("{} {}", left.join(" "), right.join(" "))
    );
}

#[test]
fn tables_are_read_row_by_row() {
    let rows = [("Chad", "1960"), ("Togo", "1960"), ("Mali", "1960"), ("Ghana", "1957"), ("Kenya", "1963")];
    let lines = rows.iter().zip(1..).flat_map(|(row, i)| {
        let y = 700.0 - 12.0 * f64::from(i);
        [(60.0, y, 10.0, row.0), (300.0, y, 10.0, row.1)]
    });
    let document = document("a.pdf", plain(&[drawing(&lines.collect::<Vec<_>>())]));
    assert!(document.raw.contains("Ghana   1957\n"), "{}", document.raw);
}

#[test]
fn turned_pages_and_stamps_at_the_margin_are_told_apart() {
    let turned = b"BT /F 10 Tf 0 1 -1 0 300 100 Tm (Chad met Togo in the capital of Mali.) Tj ET\n".to_vec();
    let stamp =
        b"BT /F 20 Tf 0.7 0.7 -0.7 0.7 100 100 Tm (DRAFT) Tj ET BT /F 9 Tf 60 60 Td (copy) Tj ET\n".to_vec();
    assert_eq!(
        texts(&document("a.pdf", plain(&[[turned, stamp].concat()]))),
        ["Chad met Togo in the capital of Mali."]
    );
}

#[test]
fn a_picture_of_a_page_is_remarked_on_and_a_file_of_nothing_else_refused() {
    let picture = b"BI /W 1 /H 1 /BPC 8 /CS /G ID x EI\n".to_vec();
    let text = drawing(&[(60.0, 700.0, 10.0, "Chad met Togo.")]);
    let document = document("a.pdf", plain(&[picture.clone(), text, b"q Q".to_vec()]));
    assert_eq!(
        document.remarks,
        ["page 1 is a picture without text; have the text recognized first, for example with `ocrmypdf`"]
    );
    assert_eq!(
        refusal("a.pdf", plain(&[picture.clone(), picture.clone()])),
        "a.pdf: none of pages 1 to 2 has text; if they are scanned, have the text recognized first, for example with \
         `ocrmypdf`"
    );
    assert!(refusal("a.pdf", plain(&[picture])).starts_with("a.pdf: page 1, the only one, has no text"));
}

#[test]
fn a_page_that_cannot_be_read_is_named() {
    let good = ("", drawing(&[(60.0, 700.0, 10.0, "Chad met Togo.")]));
    let garbage = ("/Filter /FlateDecode", b"this was never compressed at all, and never will be".to_vec());
    assert_eq!(
        refusal("a.pdf", file(&[good.clone(), garbage])),
        "a.pdf: page 2 cannot be read: the file is broken, and what it draws cannot be unpacked"
    );
    let cut = ("", b"BT /F 10 Tf 60 700 Td (Chad met Togo.) Tj (And th".to_vec());
    assert_eq!(
        refusal("a.pdf", file(&[good.clone(), good.clone(), cut])),
        "a.pdf: page 3 cannot be read: the file is broken, and what it draws ends in the middle of a text"
    );
    let mut bomb = ZlibEncoder::new(Vec::new(), Compression::fast());
    bomb.write_all(&vec![b' '; 65 << 20]).unwrap();
    let bomb = ("/Filter /FlateDecode", bomb.finish().unwrap());
    assert_eq!(
        refusal("a.pdf", file(&[bomb])),
        "a.pdf: page 1 cannot be read: it draws more than is read of one file"
    );
}

#[test]
fn fonts_without_characters_are_named() {
    let font = "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Type /Font \
                /Subtype /CIDFontType2 /BaseFont /X >>] >>";
    let text = ("", drawing(&[(60.0, 700.0, 10.0, "Chad met Togo.")]));
    let message = refusal("a.pdf", file_in(font, &[text]));
    assert!(message.starts_with("a.pdf: page 1 cannot be read: its fonts do not say which"), "{message}");
}

#[test]
fn files_that_are_encrypted_broken_or_no_pdf_are_refused() {
    let locked = fs::read("tests/data/locked.pdf").unwrap();
    assert!(
        refusal("a.pdf", locked).starts_with("a.pdf: an encrypted PDF file with a password; save a copy")
    );
    let cut = report()[..800].to_vec();
    assert_eq!(
        refusal("a.pdf", cut),
        "a.pdf: page 1 cannot be read: the file is broken, and what it draws is missing"
    );
    assert!(refusal("stdin", *b"%PDF-1.4").starts_with("stdin: a broken PDF file"));
    assert_eq!(
        refusal("a.pdf", ""),
        "a.pdf: expected a PDF file, as the name ends in .pdf, found nothing: the file is empty"
    );
    assert!(refusal("a.pdf", "Chad met Togo.").ends_with("found something else"));
}

#[test]
fn compressed_objects_are_read() {
    let packed = fs::read("tests/data/packed.pdf").unwrap();
    assert!(document("a.txt", packed).text.contains("Latvia signed the Riga Declaration in 2006."));
}

/// Paragraphs of prose, set in lines.
pub(crate) fn prose(paragraphs: &[&str]) -> Vec<u8> {
    let (mut lines, mut y) = (Vec::new(), 750.0);
    for paragraph in paragraphs {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if line.len() + word.len() > 70 {
                lines.push((60.0, y, 10.0, std::mem::take(&mut line)));
                y -= 12.0;
            }
            line.push_str(if line.is_empty() { "" } else { " " });
            line.push_str(word);
        }
        lines.push((60.0, y, 10.0, line));
        y -= 24.0;
    }
    let lines: Vec<(f64, f64, f64, &str)> =
        lines.iter().map(|(x, y, size, text)| (*x, *y, *size, text.as_str())).collect();
    plain(&[drawing(&lines)])
}
