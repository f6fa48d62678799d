//! Words, numbers and marks, cut much as the Penn Treebank cuts them: clitics ('s, n't) and hyphens between letters
//! are tokens, abbreviations and initials keep their stop, note marks stand alone. Time is linear in the text.

use super::abbreviation::{self, Ending};
use std::ops::Range;

/// The tokens of a block of `text`, in order, as byte ranges into the text.
pub(super) fn tokenize(text: &str, block: Range<usize>) -> Vec<Range<usize>> {
    let mut tokens = Vec::with_capacity(block.len() / 5);
    let mut start = None;
    for (offset, character) in text[block.clone()].char_indices() {
        let at = block.start + offset;
        if is_space(character) {
            if let Some(start) = start.take() {
                cut_chunk(text, start..at, &mut tokens);
            }
        } else if start.is_none() {
            start = Some(at);
        }
    }
    if let Some(start) = start {
        cut_chunk(text, start..block.end, &mut tokens);
    }
    join_stops_before_numbers(text, &mut tokens);
    separate_last_stop(text, &mut tokens);
    tokens
}

/// "No." is an abbreviation only where a number follows.
fn join_stops_before_numbers(text: &str, tokens: &mut Vec<Range<usize>>) {
    let joins = |at: usize, tokens: &[Range<usize>]| {
        at > 0
            && tokens[at].len() == 1
            && text.as_bytes()[tokens[at].start] == b'.'
            && tokens[at - 1].end == tokens[at].start
            && tokens.get(at + 1).is_some_and(|next| text.as_bytes()[next.start].is_ascii_digit())
            && abbreviation::ending(&text[tokens[at - 1].clone()]) == Some(Ending::Number)
    };
    let found: Vec<bool> = (0..tokens.len()).map(|at| joins(at, tokens)).collect();
    for at in (0..tokens.len()).filter(|&at| found[at]) {
        tokens[at - 1].end += 1;
    }
    let mut found = found.into_iter();
    tokens.retain(|_| !found.next().unwrap_or(false));
}

/// White space, and characters that print nothing.
fn is_space(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{200b}' | '\u{feff}' | '\u{2060}')
}

/// An initial at the very end of a block ("Plan B.") ends a sentence: its stop is a token.
fn separate_last_stop(text: &str, tokens: &mut Vec<Range<usize>>) {
    let Some(last) = tokens.last_mut() else { return };
    let word = &text[last.clone()];
    if word.ends_with('.') && word.chars().count() == 2 && word.starts_with(char::is_alphanumeric) {
        let stop = last.end - 1..last.end;
        last.end = stop.start;
        tokens.push(stop);
    }
}

/// Cuts what stands between two spaces.
fn cut_chunk(text: &str, mut chunk: Range<usize>, tokens: &mut Vec<Range<usize>>) {
    if text[chunk.clone()].bytes().all(|byte| byte.is_ascii_alphabetic()) {
        cut_word(text, chunk, tokens);
        return;
    }
    while let Some(length) = prefix(&text[chunk.clone()]) {
        tokens.push(chunk.start..chunk.start + length);
        chunk.start += length;
    }
    let mut tail = Vec::new();
    while let Some(length) = suffix(&text[chunk.clone()]) {
        tail.push(chunk.end - length..chunk.end);
        chunk.end -= length;
    }
    if is_address(&text[chunk.clone()]) {
        tokens.push(chunk);
    } else {
        cut_middle(text, chunk, tokens);
    }
    tokens.extend(tail.into_iter().rev());
}

/// Length of a mark at the front of `chunk` that is a token of its own.
fn prefix(chunk: &str) -> Option<usize> {
    let first = chunk.chars().next()?;
    let length = first.len_utf8();
    let rest = &chunk[length..];
    match first {
        '\'' | '’' | '‘' if is_clitic(chunk) => None,
        '\'' | '’' if rest.starts_with(|next: char| next.is_ascii_digit()) => None,
        '.' => Some(run(chunk, '.')),
        '-' => Some(run(chunk, '-'))
            .filter(|&dashes| dashes > 1 || !rest.starts_with(|c: char| c.is_ascii_digit())),
        '+' | '@' | '#' if !rest.is_empty() => (first == '#').then_some(length),
        '*' => Some(run(chunk, '*')),
        _ if is_opening(first) || is_mark(first) || is_currency(first) || is_note(first) => Some(length),
        _ => None,
    }
}

/// Length of a mark or clitic at the end of `chunk` that is a token of its own.
fn suffix(chunk: &str) -> Option<usize> {
    let last = chunk.chars().next_back()?;
    let before = &chunk[..chunk.len() - last.len_utf8()];
    if let Some(length) = clitic(chunk) {
        return Some(length);
    }
    match last {
        '.' if chunk.ends_with("..") => Some(chunk.len() - chunk.trim_end_matches('.').len()),
        '.' => (!keeps_stop(before)).then_some(1),
        '-' => Some(chunk.len() - chunk.trim_end_matches('-').len()),
        '²' | '³' if is_unit(before) => None,
        _ if is_note(last) => Some(chunk.len() - chunk.trim_end_matches(is_note).len()),
        _ if is_opening(last) || is_mark(last) || is_currency(last) || "'’‘%*".contains(last) => {
            Some(last.len_utf8())
        }
        _ => None,
    }
}

/// How many bytes the run of `mark` at the front of `chunk` takes.
fn run(chunk: &str, mark: char) -> usize {
    chunk.len() - chunk.trim_start_matches(mark).len()
}

fn is_opening(character: char) -> bool {
    matches!(character, '(' | '[' | '{' | '<' | '"' | '“' | '„' | '«' | '‘' | '\'' | '’' | '‹' | '`')
}

fn is_mark(character: char) -> bool {
    matches!(
        character,
        ')' | ']' | '}' | '>' | ',' | ';' | ':' | '!' | '?' | '…' | '”' | '»' | '›' | '—' | '–' | '―'
    ) || matches!(
        character,
        '|' | '•' | '·' | '§' | '¶' | '=' | '~' | '/' | '\\' | '†' | '‡' | '■' | '◦' | '‣'
    ) || matches!(character, '،' | '。' | '、' | '！' | '？' | '（' | '）' | '，' | '；' | '：')
}

fn is_currency(character: char) -> bool {
    matches!(character, '$' | '€' | '£' | '¥' | '₹' | '₽' | '₩' | '₴')
}

/// A superscript digit, as note marks are set.
pub(super) fn is_note(character: char) -> bool {
    matches!(character, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

/// "km²" and "m³" are units, not words with a note.
fn is_unit(word: &str) -> bool {
    matches!(word, "km" | "m" | "cm" | "mm" | "mi" | "ft")
        || ["km", "m", "mi"].iter().any(|unit| {
            word.strip_suffix(unit).is_some_and(|number| number.ends_with(|c: char| c.is_ascii_digit()))
        })
}

/// Whether a full stop after `word` belongs to it.
fn keeps_stop(word: &str) -> bool {
    let length = word.len();
    if length == 0 || length > 24 {
        return false;
    }
    let mut characters = word.chars();
    let first = characters.next().unwrap_or(' ');
    if characters.next().is_none() {
        return first.is_uppercase() || abbreviation::keeps_stop(word);
    }
    is_dotted(word) || abbreviation::keeps_stop(word)
}

/// Single letters joined by stops: "U.S", "e.g", "a.m", and after a hyphen: "J.-P".
fn is_dotted(word: &str) -> bool {
    word.contains('.')
        && word
            .split(['.', '-'])
            .all(|part| part.chars().count() <= 1 && part.chars().all(char::is_alphabetic))
}

/// The length of 's, 'll, n't and the like at the end of `chunk`, if something stands before it.
fn clitic(chunk: &str) -> Option<usize> {
    let window = chunk.char_indices().rev().nth(3).map_or(chunk, |(at, _)| &chunk[at..]);
    let mark = window.rfind(['\'', '’'])?;
    let (before, tail) = (&window[..mark], &window[mark..]);
    let letters = &tail[tail.chars().next()?.len_utf8()..];
    let stem = &chunk[..chunk.len() - tail.len()];
    match letters {
        "t" | "T" if stem.len() > 1 && before.ends_with(['n', 'N']) => Some(tail.len() + 1),
        "s" | "S" if !stem.is_empty() => Some(tail.len()),
        "ll" | "ve" | "re" | "d" | "m" | "LL" | "VE" | "RE" if is_pronoun(stem) => Some(tail.len()),
        _ => None,
    }
}

fn is_clitic(chunk: &str) -> bool {
    let letters = chunk.char_indices().nth(1).map_or("", |(at, _)| &chunk[at..]);
    matches!(letters, "s" | "S" | "ll" | "ve" | "re" | "d" | "m")
}

fn is_pronoun(stem: &str) -> bool {
    const STEMS: &[&str] = &[
        "i", "you", "he", "she", "it", "we", "they", "who", "what", "that", "there", "this", "these",
        "those", "how", "where", "when", "could", "would", "should", "might", "must",
    ];
    stem.len() <= 6 && STEMS.contains(&stem.to_ascii_lowercase().as_str())
}

/// A web or mail address, kept whole.
fn is_address(chunk: &str) -> bool {
    chunk.starts_with("http://")
        || chunk.starts_with("https://")
        || chunk.starts_with("www.")
        || (chunk.contains('@') && chunk.find('@').is_some_and(|at| at > 0 && chunk[at..].contains('.')))
}

/// Cuts at hyphens and dashes between letters, at slashes, brackets, and stops without their space.
fn cut_middle(text: &str, middle: Range<usize>, tokens: &mut Vec<Range<usize>>) {
    let mut start = middle.start;
    let mut last = ' ';
    let mut characters = text[middle.clone()].char_indices().peekable();
    while let Some((offset, character)) = characters.next() {
        let at = middle.start + offset;
        if at < start {
            last = character;
            continue;
        }
        let next = characters.peek().map_or(' ', |&(_, next)| next);
        let length = infix(&text[at..middle.end], last, character, next);
        if length > 0 {
            cut_word(text, start..at, tokens);
            tokens.push(at..at + length);
            start = at + length;
        }
        last = character;
    }
    cut_word(text, start..middle.end, tokens);
}

/// Length of the mark at the front of `rest` if it parts words; 0 if it does not.
fn infix(rest: &str, last: char, mark: char, next: char) -> usize {
    let word = |c: char| c.is_alphabetic();
    let sound = |c: char| c.is_alphanumeric();
    let parts = match mark {
        '-' if next == '-' => return run(rest, '-'),
        '-' => (word(last) || last == '.') && word(next),
        '—' | '―' | '…' | '“' | '”' | '"' | '(' | ')' | '[' | ']' | '{' | '}' | '«' | '»' | ';' | '|'
        | '•' | '、' | '。' | '，' => true,
        '–' => (sound(last) || last == '.') && sound(next),
        '/' | ':' | '=' | '<' | '>' | ',' | '!' | '?' => sound(last) && word(next),
        '.' => last.is_lowercase() && next.is_uppercase(),
        _ => is_note(mark) && word(last) && word(next),
    };
    if parts { mark.len_utf8() } else { 0 }
}

/// A word without marks, but for a stop before what was cut off; "cannot" and "gonna" are two.
fn cut_word(text: &str, word: Range<usize>, tokens: &mut Vec<Range<usize>>) {
    if word.is_empty() {
        return;
    }
    let split = match &text[word.clone()] {
        "cannot" | "Cannot" | "gonna" | "gotta" => word.start + 3,
        form => match form.strip_suffix('.') {
            Some(stem) if !stem.is_empty() && !keeps_stop(stem) => word.end - 1,
            _ => word.end,
        },
    };
    if split == word.end {
        tokens.push(word);
        return;
    }
    tokens.push(word.start..split);
    tokens.push(split..word.end);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokenize(text, 0..text.len()).into_iter().map(|range| &text[range]).collect()
    }

    fn check(text: &str, expected: &str) {
        assert_eq!(words(text), expected.split(' ').collect::<Vec<_>>(), "{text}");
    }

    #[test]
    fn clitics_are_tokens() {
        check("Abe's visit didn't end.", "Abe 's visit did n't end .");
        check(
            "Abe’s ministers’ plan can’t wait; we’ll see",
            "Abe ’s ministers ’ plan ca n’t wait ; we ’ll see",
        );
        check("They cannot go", "They can not go");
    }

    #[test]
    fn apostrophes_inside_names_stay() {
        check("N'Djamena, Sana’a and O'Neill's", "N'Djamena , Sana’a and O'Neill 's");
        check("the chargé d’affaires", "the chargé d’affaires");
    }

    #[test]
    fn abbreviations_and_initials_keep_their_stop() {
        check("Gen. J. Smith Jr. met U.S. envoys.", "Gen. J. Smith Jr. met U.S. envoys .");
        check("No. 5, St. Lucia, e.g. at 9 a.m.", "No. 5 , St. Lucia , e.g. at 9 a.m.");
        check("He said no.", "He said no .");
        check("There was no Plan B.", "There was no Plan B .");
    }

    #[test]
    fn hyphens_between_letters_are_tokens() {
        check("a Russia-led bloc", "a Russia - led bloc");
        check("U.S.-led talks on COVID-19 since 2014–2015", "U.S. - led talks on COVID-19 since 2014 – 2015");
        check("mid-1990s trade--mostly oil—fell", "mid-1990s trade -- mostly oil — fell");
    }

    #[test]
    fn numbers_money_and_marks() {
        check(
            "5,000 troops (about 3.5%) cost $1.2 million",
            "5,000 troops ( about 3.5 % ) cost $ 1.2 million",
        );
        check("“Peace,” he said...", "“ Peace , ” he said ...");
        check("and/or his/her 1/2", "and / or his / her 1/2");
    }

    #[test]
    fn note_marks_stand_alone() {
        check("the leaders.¹ It instead²³ covers 5 km²", "the leaders . ¹ It instead ²³ covers 5 km²");
    }

    #[test]
    fn addresses_stay_whole() {
        check("(see https://example.org/a-b_c, now)", "( see https://example.org/a-b_c , now )");
    }

    #[test]
    fn ranges_are_of_the_whole_text() {
        let text = "Title\n\nÉtienne came.";
        let tokens = tokenize(text, 7..text.len());
        assert_eq!(tokens[0], 7..15);
        assert_eq!(&text[tokens[2].clone()], ".");
    }

    #[test]
    fn a_long_line_without_spaces_takes_linear_time() {
        for unit in ["a", ".", "a.", "'", "-a", "(", "é"] {
            let text = unit.repeat(1_000_000);
            assert!(!tokenize(&text, 0..text.len()).is_empty());
        }
    }
}
