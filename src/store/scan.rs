//! The words of a SPARQL text and where they stand. What is in strings and comments is passed over.

use std::collections::BTreeMap;

/// A word that says something to a reader of queries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `<https://…>`, without the brackets.
    Iri(&'a str),
    /// `lg:joined`, before and after the colon.
    Name(&'a str, &'a str),
    /// `?who`, without its mark.
    Variable(&'a str),
    /// `$body`, without its mark: by the custom of this project a parameter.
    Parameter(&'a str),
    /// A keyword or the name of a function.
    Word(&'a str),
}

/// A token and its bytes in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Placed<'a> {
    pub(super) token: Token<'a>,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The tokens of a text, in order. Any text will do; what is no SPARQL gives no token.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = Placed<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let (length, token) = first(rest);
            let start = at;
            at += length;
            if let Some(token) = token {
                return Some(Placed { token, start, end: at });
            }
        }
        None
    })
}

/// A text with values for its parameters, and variables for those that have none.
pub(super) fn filled(text: &str, values: &BTreeMap<&str, String>) -> String {
    let mut out = String::new();
    let mut copied = 0;
    for placed in tokens(text) {
        let Token::Parameter(name) = placed.token else { continue };
        out.push_str(&text[copied..placed.start]);
        match values.get(name) {
            Some(value) => out.push_str(value),
            None => out.extend(["?", name]),
        }
        copied = placed.end;
    }
    out.push_str(&text[copied..]);
    out
}

/// Length of what stands first, and the token it is.
fn first(text: &str) -> (usize, Option<Token<'_>>) {
    let Some(c) = text.chars().next() else { return (0, None) };
    let after = &text[c.len_utf8()..];
    match c {
        '#' => (text.find('\n').unwrap_or(text.len()), None),
        '"' | '\'' => (string(text, c), None),
        '<' => iri(after).map_or((1, None), |iri| (iri.len() + 2, Some(Token::Iri(iri)))),
        '?' | '$' => {
            let name = run(after, |c| c.is_alphanumeric() || c == '_');
            let token = if c == '?' { Token::Variable(name) } else { Token::Parameter(name) };
            (1 + name.len(), Some(token).filter(|_| !name.is_empty()))
        }
        '@' => (1 + run(after, |c| c.is_ascii_alphanumeric() || c == '-').len(), None),
        ':' | '_' => name(text),
        _ if c.is_alphanumeric() => name(text),
        _ => (c.len_utf8(), None),
    }
}

/// Length of a string in quotes, be it closed or not.
fn string(text: &str, quote: char) -> usize {
    let long: String = std::iter::repeat_n(quote, 3).collect();
    let mark = if text.starts_with(&long) { long.as_str() } else { &long[..1] };
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(mark.len()) {
        if !escaped && text[at..].starts_with(mark) {
            return at + mark.len();
        }
        escaped = c == '\\' && !escaped;
    }
    text.len()
}

/// What stands before the closing bracket, if it can be an IRI.
fn iri(text: &str) -> Option<&str> {
    let iri = run(text, |c| !c.is_whitespace() && !"<>\"{}|^`\\".contains(c));
    text[iri.len()..].starts_with('>').then_some(iri)
}

/// A keyword, a name with a prefix, or a number.
fn name(text: &str) -> (usize, Option<Token<'_>>) {
    let whole = run(text, |c| c.is_alphanumeric() || "_-.:%\\".contains(c)).trim_end_matches('.');
    let token = match whole.split_once(':') {
        Some(("_", _)) => None,
        Some((prefix, local)) => Some(Token::Name(prefix, local)),
        None => Some(Token::Word(whole)),
    };
    (whole.len().max(1), token)
}

fn run(text: &str, part: impl Fn(char) -> bool) -> &str {
    let end = text.find(|c| !part(c)).unwrap_or(text.len());
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<Token<'_>> {
        tokens(text).map(|placed| placed.token).collect()
    }

    #[test]
    fn words_are_told_apart() {
        assert_eq!(
            all("SELECT ?x { ?x lg:joined/lg:partOf* $body . <http://e.org/a> a :b. FILTER(?n < 3) }"),
            [
                Token::Word("SELECT"),
                Token::Variable("x"),
                Token::Variable("x"),
                Token::Name("lg", "joined"),
                Token::Name("lg", "partOf"),
                Token::Parameter("body"),
                Token::Iri("http://e.org/a"),
                Token::Word("a"),
                Token::Name("", "b"),
                Token::Word("FILTER"),
                Token::Variable("n"),
                Token::Word("3"),
            ]
        );
    }

    #[test]
    fn strings_and_comments_say_nothing() {
        assert_eq!(all("# ?a lg:x\n'$b' \"it's ?c\" '''d ' lg:y'''@en \"\\\"lg:z\""), []);
        assert_eq!(all("\"never closed lg:x"), []);
    }

    #[test]
    fn places_are_in_bytes_of_the_text() {
        let text = "'é' ?who é:é";
        let found: Vec<_> = tokens(text).map(|p| &text[p.start..p.end]).collect();
        assert_eq!(found, ["?who", "é:é"]);
    }

    #[test]
    fn no_text_breaks_it() {
        for text in
            ["", "<", "<a b>", "?", "$", "@", "''''", "'''", "…", "a:", ":", "_:b", ".", "\\", "é.", "::"]
        {
            let _ = all(text);
        }
    }
}
