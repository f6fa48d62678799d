//! What the drawing of a page shows: pieces of text, where they stand and how large they are.

use super::font::Font;
use crate::source::limits;
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::HashMap;
use std::rc::Rc;

/// Drawings within drawings that are followed.
const NESTED: usize = 6;
/// Gap between two characters that is a space, as part of their size.
pub(super) const SPACE: f64 = 0.17;
/// Gap between two characters that belong to different pieces, as part of their size.
const APART: f64 = 1.0;

/// A transformation of the plane.
type Matrix = [f64; 6];

const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// `first`, then `second`.
fn after(first: &Matrix, second: &Matrix) -> Matrix {
    let turned = |at: usize| {
        let (across, up) = (first[at], first[at + 1]);
        (across * second[0] + up * second[2], across * second[1] + up * second[3])
    };
    let (ahead, above, origin) = (turned(0), turned(2), turned(4));
    [ahead.0, ahead.1, above.0, above.1, origin.0 + second[4], origin.1 + second[5]]
}

/// A piece of text on one line, in points; seen so that its letters stand upright.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// What it says.
    pub(super) text: String,
    /// Left and right end.
    pub(super) x: (f64, f64),
    /// Height of its base line.
    pub(super) y: f64,
    /// Size of its letters.
    pub(super) size: f64,
    /// Whether it is bold.
    pub(super) bold: bool,
    /// Quarter turns of its letters on the page.
    pub(super) turn: u8,
    /// Whether a space follows.
    pub(super) spaced: bool,
}

/// What a page shows.
#[derive(Debug, Default)]
pub(super) struct Shown {
    /// Pieces of text, in the order in which they are drawn.
    pub(super) pieces: Vec<Piece>,
    /// Characters of which the fonts do not say what they are.
    pub(super) unknown: usize,
    /// Whether it shows a picture.
    pub(super) pictures: bool,
}

/// Why the drawing of a page cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// More drawing than is read.
    TooLong,
    /// It ends in the middle of a text.
    CutShort,
    /// It is not there.
    Missing,
    /// It does not unpack.
    Packed,
}

/// Reads the drawings of a document's pages.
pub(super) struct Drawings<'a> {
    document: &'a Document,
    fonts: HashMap<ObjectId, Rc<Font>>,
    /// Operations left to read, in all pages.
    left: usize,
}

impl<'a> Drawings<'a> {
    pub(super) fn of(document: &'a Document) -> Self {
        Self { document, fonts: HashMap::new(), left: limits::OPERATIONS }
    }

    /// What a page shows.
    pub(super) fn page(&mut self, page: ObjectId) -> Result<Shown, Fault> {
        let content = self.content(page)?;
        let mut resources = Vec::new();
        if let Ok((own, shared)) = self.document.get_page_resources(page) {
            resources.extend(own);
            resources.extend(shared.into_iter().filter_map(|id| self.document.get_dictionary(id).ok()));
        }
        let mut shown = Shown::default();
        let mut drawing = Drawing::new(&resources, IDENTITY, 0);
        self.draw(&content, &mut drawing, &mut shown)?;
        if drawing.in_text { Err(Fault::CutShort) } else { Ok(shown) }
    }

    /// The drawing of a page.
    fn content(&self, page: ObjectId) -> Result<Vec<u8>, Fault> {
        self.document.get_dictionary(page).map_err(|_| Fault::Missing)?;
        let mut packed = 0;
        for part in self.document.get_page_contents(page) {
            let stream =
                self.document.get_object(part).and_then(Object::as_stream).map_err(|_| Fault::Missing)?;
            packed += stream.content.len();
        }
        let content = self.document.get_page_content_with_limit(page, limits::UNPACKED_PAGE);
        let content = content.map_err(|_| Fault::TooLong)?;
        let nothing = packed > 16 && content.iter().all(|&byte| byte == b'\n');
        if nothing { Err(Fault::Packed) } else { Ok(content) }
    }

    fn draw(&mut self, content: &[u8], drawing: &mut Drawing<'a>, shown: &mut Shown) -> Result<(), Fault> {
        for operation in Content::<Vec<Operation>>::decode_iter(content) {
            self.left = self.left.checked_sub(1).ok_or(Fault::TooLong)?;
            let Ok(operation) = operation else { return Ok(()) };
            match operation.operator.as_str() {
                "Tf" => self.set_font(&operation.operands, drawing),
                "Do" => self.object(&operation.operands, drawing, shown)?,
                "BI" => shown.pictures = true,
                operator => drawing.operate(operator, &operation.operands, shown),
            }
            if shown.pieces.len() > limits::ELEMENTS {
                return Err(Fault::TooLong);
            }
        }
        Ok(())
    }

    fn set_font(&mut self, operands: &[Object], drawing: &mut Drawing<'a>) {
        let [Object::Name(name), size] = operands else { return };
        drawing.state.size = size.as_float().map_or(0.0, f64::from);
        if let Some(font) = drawing.fonts.get(name) {
            drawing.state.font = Some(Rc::clone(font));
            return;
        }
        let Some(found) = self.resource(&drawing.resources, b"Font", name) else { return };
        let known = found.as_reference().ok();
        let font = known.and_then(|id| self.fonts.get(&id).cloned()).or_else(|| {
            let (_, dictionary) = self.document.dereference(found).ok()?;
            Some(Rc::new(Font::read(self.document, dictionary.as_dict().ok()?)))
        });
        let Some(font) = font else { return };
        if let Some(id) = known {
            self.fonts.insert(id, Rc::clone(&font));
        }
        drawing.fonts.insert(name.clone(), Rc::clone(&font));
        drawing.state.font = Some(font);
    }

    /// Draws an object: a picture, or a drawing of its own.
    fn object(&mut self, operands: &[Object], drawing: &Drawing<'a>, shown: &mut Shown) -> Result<(), Fault> {
        let [Object::Name(name)] = operands else { return Ok(()) };
        let found = self.resource(&drawing.resources, b"XObject", name);
        let Some((_, Ok(form))) = found
            .and_then(|object| self.document.dereference(object).ok())
            .map(|(id, object)| (id, object.as_stream()))
        else {
            return Ok(());
        };
        let kind = form.dict.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
        shown.pictures |= kind == b"Image";
        if kind != b"Form" || drawing.depth >= NESTED {
            return Ok(());
        }
        let Ok(content) = form.decompressed_content_with_limit(limits::UNPACKED_PAGE) else { return Ok(()) };
        // Unpacking the same drawing over and over is work too.
        self.left = self.left.checked_sub(content.len() / 64).ok_or(Fault::TooLong)?;
        let own = form.dict.get_deref(b"Resources", self.document).and_then(Object::as_dict).ok();
        let resources = own.map_or_else(|| drawing.resources.clone(), |own| vec![own]);
        let matrix = form.dict.get_deref(b"Matrix", self.document).and_then(Object::as_array).ok();
        let matrix = matrix.and_then(|numbers| matrix_of(numbers)).unwrap_or(IDENTITY);
        let mut inner = Drawing::new(&resources, after(&matrix, &drawing.state.page), drawing.depth + 1);
        self.draw(&content, &mut inner, shown)
    }

    fn resource(&self, resources: &[&'a Dictionary], kind: &[u8], name: &[u8]) -> Option<&'a Object> {
        let mut named = resources.iter().filter_map(|resources| {
            resources.get_deref(kind, self.document).and_then(Object::as_dict).ok()?.get(name).ok()
        });
        named.next()
    }
}

/// The state that a drawing can save and restore.
#[derive(Clone, Debug)]
struct State {
    page: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    character_space: f64,
    word_space: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// A drawing under way.
struct Drawing<'a> {
    resources: Vec<&'a Dictionary>,
    fonts: HashMap<Vec<u8>, Rc<Font>>,
    depth: usize,
    state: State,
    saved: Vec<State>,
    text: Matrix,
    line: Matrix,
    in_text: bool,
}

impl<'a> Drawing<'a> {
    fn new(resources: &[&'a Dictionary], page: Matrix, depth: usize) -> Self {
        let state = State {
            page,
            font: None,
            size: 0.0,
            character_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        Self {
            resources: resources.to_vec(),
            fonts: HashMap::new(),
            depth,
            state,
            saved: Vec::new(),
            text: IDENTITY,
            line: IDENTITY,
            in_text: false,
        }
    }

    fn operate(&mut self, operator: &str, operands: &[Object], shown: &mut Shown) {
        match operator {
            "q" if self.saved.len() < 1000 => self.saved.push(self.state.clone()),
            "Q" => self.state = self.saved.pop().unwrap_or_else(|| self.state.clone()),
            "cm" => {
                self.state.page =
                    matrix_of(operands).map_or(self.state.page, |m| after(&m, &self.state.page));
            }
            "BT" => (self.text, self.line, self.in_text) = (IDENTITY, IDENTITY, true),
            "ET" => self.in_text = false,
            "Tj" | "'" | "\"" | "TJ" => self.show_line(operator, operands, shown),
            "T*" => self.next_line(),
            "Tm" => self.line = matrix_of(operands).unwrap_or(self.line),
            "Td" | "TD" => self.step(operator, operands),
            _ => self.set(operator, operands),
        }
        if operator == "Tm" {
            self.text = self.line;
        }
    }

    fn set(&mut self, operator: &str, operands: &[Object]) {
        let [value] = operands else { return };
        let Some(value) = number(value) else { return };
        match operator {
            "Tc" => self.state.character_space = value,
            "Tw" => self.state.word_space = value,
            "Tz" => self.state.stretch = value / 100.0,
            "TL" => self.state.leading = value,
            "Ts" => self.state.rise = value,
            _ => {}
        }
    }

    fn step(&mut self, operator: &str, operands: &[Object]) {
        let [x, y] = operands else { return };
        let (Some(x), Some(y)) = (number(x), number(y)) else { return };
        if operator == "TD" {
            self.state.leading = -y;
        }
        self.line = after(&[1.0, 0.0, 0.0, 1.0, x, y], &self.line);
        self.text = self.line;
    }

    fn next_line(&mut self) {
        self.line = after(&[1.0, 0.0, 0.0, 1.0, 0.0, -self.state.leading], &self.line);
        self.text = self.line;
    }

    fn show_line(&mut self, operator: &str, operands: &[Object], shown: &mut Shown) {
        if operator != "Tj" && operator != "TJ" {
            self.next_line();
        }
        if let ("\"", [words, characters, _]) = (operator, operands) {
            self.state.word_space = number(words).unwrap_or(self.state.word_space);
            self.state.character_space = number(characters).unwrap_or(self.state.character_space);
        }
        match operands.last() {
            Some(Object::String(bytes, _)) => self.show(bytes, shown),
            Some(Object::Array(parts)) => {
                for part in parts {
                    match part {
                        Object::String(bytes, _) => self.show(bytes, shown),
                        other => self.advance(-number(other).unwrap_or(0.0) / 1000.0 * self.state.size),
                    }
                }
            }
            _ => {}
        }
    }

    fn advance(&mut self, width: f64) {
        self.text = after(&[1.0, 0.0, 0.0, 1.0, width * self.state.stretch, 0.0], &self.text);
    }

    fn show(&mut self, bytes: &[u8], shown: &mut Shown) {
        let Some(font) = self.state.font.clone() else { return };
        for code in bytes.chunks(font.code_length) {
            let number = code.iter().fold(0, |number, &byte| number << 8 | u32::from(byte));
            let width = font.width(number) * self.state.size;
            match font.text(number) {
                Some(text) => self.place(&text, width, font.bold, shown),
                None => shown.unknown += 1,
            }
            let space = if code == b" " { self.state.word_space } else { 0.0 };
            self.advance(width + self.state.character_space + space);
        }
    }

    /// Puts characters of a width where the text has come to.
    fn place(&self, text: &str, width: f64, bold: bool, shown: &mut Shown) {
        let raised = [1.0, 0.0, 0.0, 1.0, 0.0, self.state.rise];
        let placed = after(&raised, &after(&self.text, &self.state.page));
        let (x, y) = (placed[4], placed[5]);
        let length = width * self.state.stretch;
        let ahead = placed[0].hypot(placed[1]);
        let up = placed[2].hypot(placed[3]) * self.state.size.abs();
        let turn = match (placed[0], placed[1]) {
            _ if !(x.is_finite() && y.is_finite() && up > 0.1 && up < 1000.0) => return,
            (a, b) if b.abs() < 0.1 * a.abs() => {
                if a > 0.0 {
                    0
                } else {
                    2
                }
            }
            (a, b) if a.abs() < 0.1 * b.abs() => {
                if b > 0.0 {
                    1
                } else {
                    3
                }
            }
            // Set aslant: a stamp or watermark.
            _ => return,
        };
        let (x, y) = [(x, y), (y, -x), (-x, -y), (-y, x)][usize::from(turn)];
        let piece = Piece {
            text: text.to_owned(),
            x: (x, x + length * ahead),
            y,
            size: up,
            bold,
            turn,
            spaced: false,
        };
        shown.add(piece);
    }
}

impl Shown {
    /// Adds a character, to the last piece if it goes on with it.
    fn add(&mut self, mut next: Piece) {
        let blank = next.text.chars().all(char::is_whitespace);
        if let Some(last) = self.pieces.last_mut().filter(|last| last.is_on_line_of(&next)) {
            let gap = (next.x.0 - last.x.1) / last.size;
            if (-0.5..APART).contains(&gap) {
                if blank {
                    last.spaced = true;
                } else {
                    if last.spaced || gap > SPACE {
                        last.text.push(' ');
                    }
                    last.text.push_str(&next.text);
                    last.spaced = false;
                }
                last.x.1 = last.x.1.max(next.x.1);
                return;
            }
        }
        if !blank {
            next.text = String::from(next.text.trim());
            self.pieces.push(next);
        }
    }
}

impl Piece {
    fn is_on_line_of(&self, next: &Self) -> bool {
        self.turn == next.turn
            && self.bold == next.bold
            && (self.y - next.y).abs() < 0.1 * self.size
            && (self.size - next.size).abs() < 0.1 * self.size
    }
}

fn number(object: &Object) -> Option<f64> {
    object.as_float().ok().map(f64::from).filter(|number| number.is_finite())
}

fn matrix_of(numbers: &[Object]) -> Option<Matrix> {
    let numbers: Vec<f64> = numbers.iter().map(number).collect::<Option<_>>()?;
    numbers.try_into().ok()
}
