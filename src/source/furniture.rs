//! Running heads, running feet and page numbers: what the page needs and the text does not.

use super::line::{self, Line};
use std::collections::HashMap;

/// Longest line a broken sentence may end in and still not show that the page is set wide.
const NARROW: usize = 80;

/// Takes running heads and page numbers out of `lines`; the line after one begins a page.
pub(super) fn clear(raw: &str, lines: Vec<Line>) -> Vec<Line> {
    let out = Furniture::of(raw, &lines).marks();
    let mut kept = Vec::with_capacity(lines.len());
    let mut after = false;
    for (mut line, cut) in lines.into_iter().zip(out) {
        if cut {
            after = true;
            continue;
        }
        line.gap |= after;
        line.page_start |= after;
        after = false;
        kept.push(line);
    }
    kept
}

struct Furniture<'a> {
    raw: &'a str,
    lines: &'a [Line],
    /// How often a short line stands alone, by its text without figures.
    times: HashMap<String, usize>,
}

impl<'a> Furniture<'a> {
    fn of(raw: &'a str, lines: &'a [Line]) -> Self {
        let mut furniture = Self { raw, lines, times: HashMap::new() };
        for i in 0..lines.len() {
            if let Some(key) = furniture.key(i) {
                *furniture.times.entry(key).or_default() += 1;
            }
        }
        furniture
    }

    fn text(&self, i: usize) -> &'a str {
        &self.raw[self.lines[i].range.clone()]
    }

    /// For every line, whether it is furniture.
    fn marks(&self) -> Vec<bool> {
        let sure: Vec<bool> = (0..self.lines.len()).map(|i| self.is_sure(i)).collect();
        (0..sure.len()).map(|i| sure[i] || self.is_repeated(i, &sure) || self.interrupts(i, &sure)).collect()
    }

    /// A page number, or a running head that carries one.
    fn is_sure(&self, i: usize) -> bool {
        let text = self.text(i);
        if !line::is_short(text) || !(self.lines[i].gap || self.gap_after(i)) {
            return false;
        }
        is_page_number(text)
            || self.alone(i) && has_set_off_number(text)
            || self
                .key(i)
                .is_some_and(|key| key.contains('#') && self.times[&key] > 1 && has_outer_number(text))
    }

    /// The same words again beside a page's end.
    fn is_repeated(&self, i: usize, sure: &[bool]) -> bool {
        let beside = i > 0 && sure[i - 1]
            || sure.get(i + 1) == Some(&true)
            || self.lines[i].page_start
            || self.lines.get(i + 1).is_some_and(|next| next.page_start);
        beside && self.key(i).is_some_and(|key| self.times[&key] > 1)
    }

    /// A short line alone in the middle of a sentence.
    fn interrupts(&self, i: usize, sure: &[bool]) -> bool {
        let text = self.text(i);
        if i == 0 || i + 1 == self.lines.len() || sure[i - 1] || !self.alone(i) || !line::is_short(text) {
            return false;
        }
        let (before, after) = (self.text(i - 1), self.text(i + 1));
        let in_paragraph = !self.lines[i - 1].gap || before.len() > NARROW;
        in_paragraph
            && line::is_open(before)
            && after.starts_with(char::is_lowercase)
            && line::is_heading(text)
            && !line::begins_note(text)
            && line::bullet(text).is_none()
    }

    fn gap_after(&self, i: usize) -> bool {
        self.lines.get(i + 1).is_none_or(|next| next.gap)
    }

    fn alone(&self, i: usize) -> bool {
        self.lines[i].gap && self.gap_after(i)
    }

    /// What the line has in common with its kind on other pages; none if it is no candidate.
    fn key(&self, i: usize) -> Option<String> {
        let text = self.text(i);
        let candidate = line::is_short(text) && (self.lines[i].gap || self.gap_after(i));
        candidate.then(|| {
            let mut key = String::new();
            for word in text.split_whitespace() {
                key.push_str(if word.bytes().all(|b| b.is_ascii_digit()) { "#" } else { word });
                key.push(' ');
            }
            key
        })
    }
}

/// "7", "- 7 -", "Page 7 of 20", "7/20".
fn is_page_number(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| c.is_whitespace() || "-–—|[]".contains(c));
    let words: Vec<&str> = bare.split([' ', '/']).filter(|word| !word.is_empty()).take(5).collect();
    match words.as_slice() {
        [one] => is_figure(one) || one.strip_prefix("p.").is_some_and(is_figure),
        [first, second] => is_figure(second) && (is_figure(first) && bare.contains('/') || is_page(first)),
        [page, number, of, total] => is_page(page) && is_figure(number) && *of == "of" && is_figure(total),
        _ => false,
    }
}

fn is_page(word: &str) -> bool {
    word.eq_ignore_ascii_case("page") || word.eq_ignore_ascii_case("p.")
}

/// Up to three figures: four would be a year.
fn is_figure(word: &str) -> bool {
    (1..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
}

/// A number at either end.
fn has_outer_number(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let first = words.next().is_some_and(is_figure);
    first || words.next_back().is_some_and(is_figure)
}

/// A number at either end, set off by a wide space.
fn has_set_off_number(text: &str) -> bool {
    let wide = |gap: &str| gap.len() > 2 && gap.trim().is_empty();
    let figures = text.len() - text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let head = &text[..text.len() - figures];
    let space = &head[head.trim_end().len()..];
    let tail = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let lead = &tail[..tail.len() - tail.trim_start().len()];
    (1..=3).contains(&figures) && wide(space) || (1..=3).contains(&(text.len() - tail.len())) && wide(lead)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(raw: &str) -> Vec<&str> {
        clear(raw, line::scan(raw)).into_iter().map(|line| &raw[line.range]).collect()
    }

    #[test]
    fn page_numbers_go() {
        let raw = "They met\n\n7\n\nin Oslo.\n\n- 8 -\n\nPage 9 of 12\n\nThen they left in\n\n2019\n";
        assert_eq!(kept(raw), ["They met", "in Oslo.", "Then they left in", "2019"]);
    }

    #[test]
    fn running_heads_with_changing_numbers_go() {
        let raw = "One ended.\n\nTHE REVIEW | 7\n\nTwo ended.\n\nTHE REVIEW | 8\n\nThree ended.";
        assert_eq!(kept(raw), ["One ended.", "Two ended.", "Three ended."]);
    }

    #[test]
    fn a_number_set_off_by_a_wide_space_is_a_page_number() {
        assert_eq!(
            kept("One ended.\n\nTrade and War          14\n\nTwo ended."),
            ["One ended.", "Two ended."]
        );
    }

    #[test]
    fn a_short_line_inside_a_sentence_goes() {
        let raw = "The ministers agreed in the end that the fleet\nwas to have been\n\nSmith and Jones\n\nsent home.";
        assert_eq!(kept(raw).len(), 3);
    }

    #[test]
    fn repeated_words_go_only_beside_a_page_end() {
        let raw = "One ended.\n\nThe Review\n\u{c}Two ended.\n\nThe Review\n\u{c}Three ended.";
        assert_eq!(kept(raw), ["One ended.", "Two ended.", "Three ended."]);
        let raw = "OUTLOOK\n\nOne ended.\n\nOUTLOOK\n\nTwo ended.";
        assert_eq!(kept(raw).len(), 4);
    }
}
