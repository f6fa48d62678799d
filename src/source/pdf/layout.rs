//! Pieces of text on a page to lines in the order in which they are read, columns one after the other, with a blank line
//! where the page leaves more than the usual space.

use super::content::Piece;
use crate::source::compose;
use std::cmp::Ordering;

/// Columns within columns that are looked for.
const NESTED: usize = 3;
/// Lines of the shortest column.
const COLUMN_LINES: usize = 4;
/// Places at which a column may begin that are tried.
const CANDIDATES: usize = 48;
/// Points between columns at least.
const ROOM: f64 = 4.0;
/// Size of the letters of notes at most, as part of that of the text.
const NOTE_SIZE: f64 = 0.93;
/// Distances between lines that are too few to tell which is usual.
const FEW_STEPS: usize = 4;
/// Largest usual distance between lines that is believed of few of them, and of many, as part of their size.
const FEW_PITCH: f64 = 1.5;
const WIDE_PITCH: f64 = 2.5;
/// Space between lines that parts them, as part of the usual.
const GAP: f64 = 1.3;
/// Difference between sizes that parts lines, as part of the size.
const OTHER_SIZE: f64 = 0.12;

/// A line of text.
#[derive(Debug)]
struct Line {
    text: String,
    x: (f64, f64),
    y: f64,
    size: f64,
    bold: bool,
}

/// The text of a page.
pub(super) fn text(pieces: Vec<Piece>) -> String {
    let mut pieces = upright(pieces);
    attach_marks(&mut pieces);
    pieces.sort_by(|a, b| down(a.y, b.y).then(a.x.0.total_cmp(&b.x.0)));
    pieces.dedup_by(|b, a| {
        a.text == b.text && (a.y - b.y).abs() < 0.2 * a.size && (a.x.0 - b.x.0).abs() < 0.2 * a.size
    });
    let mut page = Page { body: body_size(&pieces), text: String::new(), last: None };
    page.regions(pieces, 0);
    page.text
}

/// The size of most of the text.
fn body_size(pieces: &[Piece]) -> f64 {
    let mut sizes: Vec<(f64, usize)> = pieces.iter().map(|piece| (piece.size, piece.text.len())).collect();
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let groups = sizes.chunk_by(|a, b| b.0 - a.0 < 0.1);
    let most = groups.max_by_key(|group| group.iter().map(|(_, length)| length).sum::<usize>());
    most.map_or(0.0, |group| group[0].0)
}

fn down(a: f64, b: f64) -> Ordering {
    b.total_cmp(&a)
}

/// The pieces whose letters stand the way most do; the others are stamps at the margin.
fn upright(mut pieces: Vec<Piece>) -> Vec<Piece> {
    let length = |turn: u8| {
        pieces.iter().filter(|piece| piece.turn == turn).map(|piece| piece.text.len()).sum::<usize>()
    };
    let turn = (0..4).rev().max_by_key(|&turn| length(turn)).unwrap_or(0);
    pieces.retain(|piece| piece.turn == turn);
    pieces
}

/// Joins raised figures, the marks of notes, to the line they are raised from.
fn attach_marks(pieces: &mut [Piece]) {
    let lines: Vec<(f64, (f64, f64), f64)> =
        pieces.iter().map(|piece| (piece.y, piece.x, piece.size)).collect();
    for piece in pieces.iter_mut().filter(|piece| piece.text.len() < 8) {
        let Some(mark) = compose::superscript(&piece.text) else { continue };
        let line = lines.iter().find(|(y, x, size)| {
            let raised = (piece.y - y) / size;
            let beside = piece.x.0 > x.0 - size && piece.x.0 < x.1 + 0.5 * size;
            piece.size < 0.85 * size && (0.1..0.8).contains(&raised) && beside
        });
        if let Some(&(y, _, size)) = line {
            (piece.text, piece.y, piece.size) = (mark, y, size);
        }
    }
}

/// Text of a page under construction.
struct Page {
    /// Size of most of it.
    body: f64,
    text: String,
    /// The line written last.
    last: Option<Line>,
}

impl Page {
    /// Writes the text of a part of the page: columns from left to right between the lines that run across them.
    fn regions(&mut self, pieces: Vec<Piece>, depth: usize) {
        let Some(gutter) = gutter(&pieces).filter(|_| depth < NESTED) else { return self.lines(pieces) };
        let (mut left, mut right, mut across) = (Vec::new(), Vec::new(), Vec::new());
        for piece in pieces {
            if piece.x.1 > gutter && piece.x.0 < gutter {
                self.columns(&mut left, &mut right, depth);
                across.push(piece);
                continue;
            }
            self.lines(std::mem::take(&mut across));
            if piece.x.1 <= gutter { left.push(piece) } else { right.push(piece) }
        }
        self.columns(&mut left, &mut right, depth);
        self.lines(across);
    }

    fn columns(&mut self, left: &mut Vec<Piece>, right: &mut Vec<Piece>, depth: usize) {
        for column in [left, right] {
            self.regions(std::mem::take(column), depth + 1);
        }
    }

    /// Writes lines, those that are set in with space before them.
    fn lines(&mut self, pieces: Vec<Piece>) {
        let lines = lines(pieces);
        let (pitch, margin) = (pitch(&lines), margin(&lines));
        for line in lines {
            if self.last.as_ref().is_some_and(|before| parts(before, &line, pitch)) {
                self.text.push('\n');
            }
            let indent = (line.x.0 - margin) / line.size;
            if (0.8..6.0).contains(&indent) {
                self.text.push_str("   ");
            }
            let note = (line.size < NOTE_SIZE * self.body).then(|| raised_number(&line.text)).flatten();
            self.text.push_str(note.as_deref().unwrap_or(&line.text));
            self.text.push('\n');
            self.last = Some(line);
        }
    }
}

/// A line of small letters that begins with the number of a note, with that number raised.
fn raised_number(line: &str) -> Option<String> {
    let (number, rest) = line.split_once(' ')?;
    let figures = number.trim_end_matches(['.', ')']);
    let mark = compose::superscript(figures).filter(|_| figures.len() <= 3 && !rest.is_empty())?;
    Some(format!("{mark} {rest}"))
}

/// Where two columns of prose part, if the pieces are so set: few pieces run across, and those on either side fill
/// theirs. The cells of a table do not, and are read row by row.
fn gutter(pieces: &[Piece]) -> Option<f64> {
    let edges = pieces.iter().fold((f64::MAX, f64::MIN), |edges, p| (edges.0.min(p.x.0), edges.1.max(p.x.1)));
    let mut starts: Vec<f64> = pieces.iter().map(|piece| piece.x.0).collect();
    starts.sort_by(f64::total_cmp);
    let mut starts: Vec<&[f64]> = starts.chunk_by(|a, b| b - a < 1.0).collect();
    starts.sort_by_key(|group| std::cmp::Reverse(group.len()));
    let candidates = starts.into_iter().take(CANDIDATES).map(|group| group[0] - 0.5);
    let parted = candidates.filter_map(|gutter| Some((across(pieces, gutter, edges)?, gutter)));
    parted.min_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))).map(|(_, gutter)| gutter)
}

/// How many pieces run across a gutter, if what stands on either side of it are columns.
fn across(pieces: &[Piece], gutter: f64, edges: (f64, f64)) -> Option<usize> {
    let left: Vec<&Piece> = pieces.iter().filter(|piece| piece.x.1 <= gutter).collect();
    let right: Vec<&Piece> = pieces.iter().filter(|piece| piece.x.0 >= gutter).collect();
    let across = pieces.len() - left.len() - right.len();
    let few = 3 * across <= pieces.len() && left.len() >= COLUMN_LINES && right.len() >= COLUMN_LINES;
    let end = left.iter().map(|piece| piece.x.1).fold(edges.0, f64::max);
    let room = gutter - end > ROOM;
    let wide = |width: f64| width > 0.2 * (edges.1 - edges.0);
    let fit = few && room && wide(end - edges.0) && wide(edges.1 - gutter);
    let filled = fit && is_filled(&left, end - edges.0) && is_filled(&right, edges.1 - gutter);
    (filled && overlap(&left, &right)).then_some(across)
}

/// Whether half of the pieces are nearly as wide as their column.
fn is_filled(column: &[&Piece], width: f64) -> bool {
    let wide = column.iter().filter(|piece| piece.x.1 - piece.x.0 > 0.6 * width).count();
    2 * wide >= column.len()
}

/// Whether two columns stand beside each other.
fn overlap(left: &[&Piece], right: &[&Piece]) -> bool {
    let reach = |column: &[&Piece]| {
        column.iter().fold((f64::MAX, f64::MIN), |reach, piece| (reach.0.min(piece.y), reach.1.max(piece.y)))
    };
    let ((a, b), (c, d)) = (reach(left), reach(right));
    b.min(d) - a.max(c) >= 0.4 * (b - a).min(d - c)
}

/// Pieces, from the top down, to lines.
fn lines(pieces: Vec<Piece>) -> Vec<Line> {
    let mut lines: Vec<Vec<Piece>> = Vec::new();
    for piece in pieces {
        match lines.last_mut().filter(|line| (line[0].y - piece.y).abs() < 0.4 * line[0].size.min(piece.size))
        {
            Some(line) => line.push(piece),
            None => lines.push(vec![piece]),
        }
    }
    lines.into_iter().map(line).collect()
}

/// The pieces of one line, joined; three spaces stand for a wide one.
fn line(mut pieces: Vec<Piece>) -> Line {
    pieces.sort_by(|a, b| a.x.0.total_cmp(&b.x.0));
    let size = pieces.iter().map(|piece| piece.size).fold(0.0, f64::max);
    let bold = pieces.iter().all(|piece| piece.bold);
    let mut line = Line { text: String::new(), x: pieces[0].x, y: pieces[0].y, size, bold };
    let mut spaced = false;
    for piece in &pieces {
        match (piece.x.0 - line.x.1) / size {
            _ if line.text.is_empty() => {}
            gap if gap > 1.5 => line.text.push_str("   "),
            gap if gap > super::content::SPACE || spaced => line.text.push(' '),
            _ => {}
        }
        line.text.push_str(&piece.text);
        line.x.1 = line.x.1.max(piece.x.1);
        spaced = piece.spaced;
    }
    line
}

/// The usual distance between lines, as part of their size.
fn pitch(lines: &[Line]) -> f64 {
    let pairs =
        lines.windows(2).filter(|pair| (pair[0].size - pair[1].size).abs() < OTHER_SIZE * pair[0].size);
    let mut steps: Vec<f64> =
        pairs.map(|pair| (pair[0].y - pair[1].y) / pair[1].size).filter(|&step| step > 0.0).collect();
    steps.sort_by(f64::total_cmp);
    // Short of the middle: most pages have more lines than gaps, but a page of headings has as many.
    let usual = steps.get(steps.len() * 2 / 5).copied().unwrap_or(FEW_PITCH);
    usual.min(if steps.len() < FEW_STEPS { FEW_PITCH } else { WIDE_PITCH })
}

/// Where most lines begin.
fn margin(lines: &[Line]) -> f64 {
    let mut starts: Vec<f64> = lines.iter().map(|line| line.x.0).collect();
    starts.sort_by(f64::total_cmp);
    let groups = starts.chunk_by(|a, b| b - a < 2.0);
    let best = groups.max_by(|a, b| a.len().cmp(&b.len()).then(b[0].total_cmp(&a[0])));
    best.map_or(0.0, |group| group[0])
}

/// Whether a blank line goes between two lines.
fn parts(before: &Line, line: &Line, pitch: f64) -> bool {
    let step = (before.y - line.y) / line.size;
    step > GAP * pitch
        || (before.size - line.size).abs() > OTHER_SIZE * before.size
        || before.bold != line.bold
}
