//! Rows in aligned columns, for people.

use oxigraph::model::{Term, Variable};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::Terms;

/// What parts the columns.
const GAP: &str = "  ";
/// The least that is left of a last column on a narrow terminal.
const NARROWEST: usize = 20;

/// A table with a head and a rule. The last column is cut where a terminal of that `width` ends; nothing else is.
pub(super) fn draw(
    variables: &[Variable],
    rows: &[Vec<Option<Term>>],
    terms: &Terms,
    width: Option<usize>,
) -> String {
    let head: Vec<String> = variables.iter().map(|v| v.as_str().replace('_', " ")).collect();
    let body: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|term| cell(term.as_ref(), terms)).collect()).collect();
    let widths: Vec<usize> = (0..head.len())
        .map(|at| {
            let cells = body.iter().filter_map(|row| row.get(at)).chain(head.get(at));
            cells.map(|cell| cell.width()).max().unwrap_or_default()
        })
        .collect();
    let before: usize = widths.iter().rev().skip(1).map(|w| w + GAP.len()).sum();
    let last = width.map_or(usize::MAX, |width| width.saturating_sub(before).max(NARROWEST));
    let rule: Vec<String> = widths.iter().map(|&w| "-".repeat(w.min(last))).collect();
    [head, rule].iter().chain(&body).map(|row| line(row, &widths, last)).collect()
}

fn line(row: &[String], widths: &[usize], last: usize) -> String {
    let mut out = String::new();
    for (at, (cell, &width)) in row.iter().zip(widths).enumerate() {
        if at + 1 == row.len() {
            out.push_str(&cut(cell, last));
        } else {
            out.push_str(cell);
            out.push_str(&" ".repeat(width - cell.width().min(width)));
            out.push_str(GAP);
        }
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// As much of a text as fits, and a sign that there is more.
fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut taken = 0;
    for c in text.chars() {
        taken += c.width().unwrap_or_default();
        if taken >= width {
            break;
        }
        out.push(c);
    }
    out.push('…');
    out
}

/// A value in one line: a literal's text, an IRI by its prefix. Control characters must not reach a terminal.
fn cell(term: Option<&Term>, terms: &Terms) -> String {
    let text = match term {
        None => String::new(),
        Some(Term::NamedNode(node)) => terms.short(node.as_str()),
        Some(Term::Literal(literal)) => literal.value().to_owned(),
        Some(other) => other.to_string(),
    };
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::{DEFAULT_BASE, Vocabulary};
    use oxigraph::model::{Literal, NamedNode};

    fn table(rows: &[[Option<Term>; 2]], width: Option<usize>) -> String {
        let vocabulary = Vocabulary::embedded().unwrap();
        let terms = Terms::new(&vocabulary, DEFAULT_BASE);
        let variables = ["who", "the_quote"].map(Variable::new_unchecked);
        let rows: Vec<Vec<Option<Term>>> = rows.iter().map(|row| row.to_vec()).collect();
        draw(&variables, &rows, &terms, width)
    }

    fn text(text: &str) -> Term {
        Literal::from(text).into()
    }

    #[test]
    fn columns_are_aligned_and_iris_short() {
        let japan = Some(NamedNode::new_unchecked(format!("{DEFAULT_BASE}country/JP")).into());
        assert_eq!(
            table(&[[japan, Some(text("a\n  b\u{1b}[31m"))], [Some(text("日本")), None]], None),
            "who         the quote\n----------  ----------\ncountry:JP  a b [31m\n日本\n"
                .replace("----------\ncoun", "---------\ncoun")
        );
    }

    #[test]
    fn a_terminal_cuts_the_last_column() {
        let long = "word ".repeat(20);
        let drawn = table(&[[Some(text("Japan")), Some(text(&long))]], Some(40));
        assert!(drawn.lines().all(|line| line.width() <= 40), "{drawn}");
        assert!(drawn.lines().last().unwrap().ends_with('…'));
        assert!(table(&[[Some(text("Japan")), Some(text(&long))]], None).contains(long.trim()));
    }
}
