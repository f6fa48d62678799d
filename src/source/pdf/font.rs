//! Fonts as far as text needs them: which characters codes stand for, and how wide they are.

use super::characters::CharacterMap;
use crate::source::limits;
use lopdf::{Dictionary, Document, Object, Stream};
use std::collections::HashMap;

/// Widths of the characters from space to tilde in the fonts that every reader has, in thousandths of the font's size.
const HELVETICA: &[u16; 95] = &[
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
    500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
    556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
    278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/// The same for Times.
const TIMES: &[u16; 95] = &[
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500,
    500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333,
    389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469,
    500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389,
    278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];
/// Width of a character of which nothing is known.
const USUAL: f64 = 0.5;

/// A font.
#[derive(Debug)]
pub(super) struct Font {
    /// Bytes of a code.
    pub(super) code_length: usize,
    /// Whether its name says that it is bold.
    pub(super) bold: bool,
    map: Option<CharacterMap>,
    /// Characters of the 256 codes of a simple font.
    table: Vec<Option<String>>,
    /// Whether codes are characters.
    direct: bool,
    widths: HashMap<u32, f64>,
    default_width: f64,
}

impl Font {
    /// Reads a font's dictionary.
    pub(super) fn read(document: &Document, font: &Dictionary) -> Self {
        let name = font.get_deref(b"BaseFont", document).and_then(Object::as_name).unwrap_or_default();
        let name = String::from_utf8_lossy(name).to_lowercase();
        let map =
            font.get_deref(b"ToUnicode", document).and_then(Object::as_stream).ok().and_then(|stream| {
                let table = unpacked(stream)?;
                Some(CharacterMap::read(&table))
            });
        let bold = ["bold", "black", "heavy"].iter().any(|weight| name.contains(weight));
        let descendant = descendant(document, font);
        let code_length = match (&map, descendant) {
            (_, None) => 1,
            (Some(map), Some(_)) => map.length.unwrap_or(2),
            (None, Some(_)) => 2,
        };
        let encoding = font.get_deref(b"Encoding", document).and_then(Object::as_name).unwrap_or_default();
        let direct = [&b"UCS2"[..], b"UTF16"]
            .iter()
            .any(|name| encoding.windows(name.len()).any(|part| part == *name));
        let mut read = Self {
            code_length,
            bold,
            map,
            table: if descendant.is_none() { characters(document, font) } else { Vec::new() },
            direct,
            widths: HashMap::new(),
            default_width: USUAL,
        };
        match descendant {
            Some(descendant) => read.composite_widths(document, descendant),
            None => read.simple_widths(document, font, &name),
        }
        read
    }

    /// What a code stands for, if the font says.
    pub(super) fn text(&self, code: u32) -> Option<String> {
        let direct = || char::from_u32(code).filter(|_| self.direct).map(String::from);
        let mapped = self.map.as_ref().and_then(|map| map.get(code));
        let in_table = || self.table.get(code as usize).cloned().flatten();
        mapped.filter(|text| !text.is_empty()).or_else(in_table).or_else(direct)
    }

    /// How wide the character of a code is, as part of the font's size.
    pub(super) fn width(&self, code: u32) -> f64 {
        self.widths.get(&code).copied().unwrap_or(self.default_width)
    }

    fn simple_widths(&mut self, document: &Document, font: &Dictionary, name: &str) {
        let scale = match font
            .get_deref(b"FontMatrix", document)
            .and_then(Object::as_array)
            .ok()
            .and_then(|m| m.first())
        {
            Some(scale) => scale.as_float().map_or(0.001, f64::from),
            None => 0.001,
        };
        let first = font.get_deref(b"FirstChar", document).and_then(Object::as_i64).unwrap_or(0);
        let Ok(widths) = font.get_deref(b"Widths", document).and_then(Object::as_array) else {
            return self.standard_widths(name);
        };
        for (code, width) in (u32::try_from(first).unwrap_or(0)..).zip(widths.iter().take(256)) {
            if let Some(width) = number(document, width).filter(|&width| width > 0.0) {
                self.widths.insert(code, width * scale);
            }
        }
    }

    fn standard_widths(&mut self, name: &str) {
        if name.contains("courier") {
            self.default_width = 0.6;
            return;
        }
        let widths = if name.contains("times") { TIMES } else { HELVETICA };
        self.widths = (32..).zip(widths.iter().map(|&width| f64::from(width) / 1000.0)).collect();
    }

    fn composite_widths(&mut self, document: &Document, descendant: &Dictionary) {
        let default = descendant.get_deref(b"DW", document).ok().and_then(|width| number(document, width));
        self.default_width = default.unwrap_or(1000.0) / 1000.0;
        let Ok(groups) = descendant.get_deref(b"W", document).and_then(Object::as_array) else { return };
        let mut rest = groups.as_slice();
        while let [first, second, tail @ ..] = rest {
            let (_, second) = document.dereference(second).unwrap_or((None, second));
            if let Ok(widths) = second.as_array() {
                let widths = widths.iter().map(|width| number(document, width).unwrap_or(1000.0) / 1000.0);
                self.widths.extend((code(document, first)..=0xFFFF).zip(widths));
                rest = tail;
            } else {
                let Some((width, tail)) = tail.split_first() else { return };
                let width = number(document, width).unwrap_or(1000.0) / 1000.0;
                self.widths.extend(
                    (code(document, first)..=code(document, second).min(0xFFFF)).map(|code| (code, width)),
                );
                rest = tail;
            }
        }
    }
}

/// A stream's content, unless it is broken or larger than such tables are.
fn unpacked(stream: &Stream) -> Option<Vec<u8>> {
    stream.get_plain_content_with_limit(limits::UNPACKED_TABLE).ok()
}

/// The font that a composite font is made of.
fn descendant<'a>(document: &'a Document, font: &'a Dictionary) -> Option<&'a Dictionary> {
    let fonts = font.get_deref(b"DescendantFonts", document).and_then(Object::as_array).ok()?;
    let (_, font) = document.dereference(fonts.first()?).ok()?;
    font.as_dict().ok()
}

fn number(document: &Document, object: &Object) -> Option<f64> {
    let (_, object) = document.dereference(object).ok()?;
    object.as_float().ok().map(f64::from).filter(|number| number.is_finite())
}

/// A code in a table.
fn code(document: &Document, object: &Object) -> u32 {
    let found = document.dereference(object).ok().and_then(|(_, object)| object.as_i64().ok());
    found.and_then(|code| u32::try_from(code).ok()).unwrap_or(0)
}

/// The characters of the codes of a simple font: of its base encoding, and where it differs from that.
fn characters(document: &Document, font: &Dictionary) -> Vec<Option<String>> {
    let encoding = font.get_deref(b"Encoding", document).ok();
    let details = encoding.and_then(|encoding| encoding.as_dict().ok());
    let base = encoding
        .and_then(|encoding| encoding.as_name().ok())
        .or_else(|| details?.get_deref(b"BaseEncoding", document).and_then(Object::as_name).ok());
    let subtype = font.get_deref(b"Subtype", document).and_then(Object::as_name).unwrap_or_default();
    let base = base.unwrap_or(if subtype == b"TrueType" { b"WinAnsiEncoding" } else { b"StandardEncoding" });
    let mut table: Vec<Option<String>> =
        (0..=255).map(|code| decoded(document, Object::Name(base.to_vec()), code)).collect();
    let differences = details
        .and_then(|details| details.get_deref(b"Differences", document).and_then(Object::as_array).ok());
    let mut code = 0;
    for entry in differences.into_iter().flatten().take(1024) {
        match entry {
            Object::Integer(first) => code = usize::try_from(*first).unwrap_or(usize::MAX),
            Object::Name(name) => {
                if let Some(place) = table.get_mut(code) {
                    *place = named(document, name);
                }
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    table
}

/// What a code stands for in an encoding. The library knows the standard encodings and names of characters, and tells
/// them of a font.
fn decoded(document: &Document, encoding: Object, code: u8) -> Option<String> {
    let mut font = Dictionary::new();
    font.set("Type", Object::Name(b"Font".to_vec()));
    font.set("Encoding", encoding);
    let text = font.get_font_encoding_with_limit(document, 0).ok()?.bytes_to_string(&[code]).ok()?;
    Some(text).filter(|text| !text.is_empty())
}

/// The characters of a name: `eacute`, `f_f_i`, `a.sc`, `uni00E9`, `u1F600`.
fn named(document: &Document, name: &[u8]) -> Option<String> {
    let name = String::from_utf8_lossy(name);
    let (stem, _) = name.split_once('.').unwrap_or((&name, ""));
    let parts = stem.split('_').map(|part| known(document, part).or_else(|| numbered(part)));
    parts.collect::<Option<String>>().filter(|text| !text.is_empty())
}

fn known(document: &Document, name: &str) -> Option<String> {
    let mut encoding = Dictionary::new();
    encoding.set("BaseEncoding", Object::Name(b"MacExpertEncoding".to_vec()));
    encoding.set("Differences", vec![Object::Integer(0), Object::Name(name.as_bytes().to_vec())]);
    // A name that is not known gives what the font has at that code without the difference: nothing.
    decoded(document, Object::Dictionary(encoding), 0)
}

fn numbered(name: &str) -> Option<String> {
    let figures = name.strip_prefix("uni").or_else(|| name.strip_prefix('u'))?;
    let figures = figures.get(..figures.len().min(6))?;
    let code = u32::from_str_radix(figures, 16).ok().filter(|_| figures.len() >= 4)?;
    char::from_u32(code).map(String::from)
}
