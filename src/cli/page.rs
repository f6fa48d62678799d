//! Lines of text for a reader: headings, rows with a name before them, wrapped.

use std::fmt::Write as _;

/// Where lines end.
const WIDTH: usize = 100;

/// How far in rows begin, and how wide their names are.
const INDENT: usize = 2;
const NAME: usize = 15;

/// A text in the making.
pub(super) struct Page {
    text: String,
    color: bool,
}

impl Page {
    /// An empty page, in colour if wanted.
    pub(super) fn new(color: bool) -> Self {
        Self { text: String::new(), color }
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// A heading, set apart from what comes before.
    pub(super) fn heading(&mut self, text: &str) {
        self.gap();
        let text = self.painted("1", text);
        let _ = writeln!(self.text, "{text}");
    }

    /// A blank line, but not two, and none on top.
    pub(super) fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A line of its own, a step in.
    pub(super) fn line(&mut self, text: &str) {
        self.wrapped("", INDENT, text);
    }

    /// One of several, behind a sign painted in a colour.
    pub(super) fn item(&mut self, sign: char, code: &str, text: &str) {
        let shown = self.painted(code, &sign.to_string());
        self.wrapped(&format!("{:INDENT$}{shown} ", ""), INDENT + 2, text);
    }

    /// A line below an item.
    pub(super) fn detail(&mut self, text: &str) {
        self.wrapped("", INDENT + 4, text);
    }

    /// A name and what it stands for.
    pub(super) fn row(&mut self, name: &str, text: &str) {
        let padded = format!("{name:<NAME$} ");
        let shown = self.painted("2", &padded);
        let start = format!("{:INDENT$}{shown}", "");
        self.wrapped(&start, INDENT + padded.chars().count(), text);
    }

    /// Text behind what begins its first line, every further line `margin` in.
    fn wrapped(&mut self, start: &str, margin: usize, text: &str) {
        let mut column = margin;
        self.text.push_str(if start.is_empty() { &"          "[..margin] } else { start });
        for (at, word) in text.split_whitespace().enumerate() {
            let length = word.chars().count();
            if at > 0 && column + 1 + length > WIDTH {
                let _ = write!(self.text, "\n{:margin$}", "");
                column = margin;
            } else if at > 0 {
                self.text.push(' ');
                column += 1;
            }
            self.text.push_str(word);
            column += length;
        }
        self.text.push('\n');
    }

    fn painted(&self, code: &str, text: &str) -> String {
        if self.color { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }
}

/// "1 statement", "2 statements".
pub(super) fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_wrapped_behind_their_names() {
        let mut page = Page::new(false);
        page.heading("Finland");
        page.row("named", &"here and there ".repeat(8));
        page.gap();
        page.gap();
        page.line("done");
        let text = page.into_text();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "Finland");
        assert!(lines[1].starts_with("  named           here and"), "{text}");
        assert!(lines[2].starts_with("                  "), "{text}");
        assert!(lines.iter().all(|l| l.chars().count() <= WIDTH), "{text}");
        assert_eq!(&lines[3..], ["", "  done"]);
    }

    #[test]
    fn colour_comes_only_when_wanted() {
        let mut page = Page::new(true);
        page.heading("Finland");
        assert_eq!(page.into_text(), "\u{1b}[1mFinland\u{1b}[0m\n");
    }
}
