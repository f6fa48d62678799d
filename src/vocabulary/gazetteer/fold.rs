//! Names as they are compared: cut into pieces, lower case, plain letters, one spelling.

/// Properties whose values are names.
pub(crate) const NAMES: [&str; 10] = [
    "prefLabel",
    "altLabel",
    "formerName",
    "weakLabel",
    "adjective",
    "demonym",
    "demonymPlural",
    "capital",
    "metonym",
    "familyName",
];

/// Letters with marks, by the plain letters they are compared as.
const PLAIN: [(&str, &str); 24] = [
    ("àáâãäåāăąǎạảấầẩẫậắằẳẵặ", "a"),
    ("çćĉċč", "c"),
    ("ďđð", "d"),
    ("èéêëēĕėęěẹẻẽếềểễệə", "e"),
    ("ĝğġģǧ", "g"),
    ("ĥħḥ", "h"),
    ("ìíîïĩīĭįıỉị", "i"),
    ("ĵ", "j"),
    ("ķ", "k"),
    ("ĺļľŀł", "l"),
    ("ñńņňŉ", "n"),
    ("òóôõöøōŏőơọỏốồổỗộớờởỡợ", "o"),
    ("ŕŗř", "r"),
    ("śŝşšș", "s"),
    ("ţťŧț", "t"),
    ("ùúûüũūŭůűųưụủứừửữự", "u"),
    ("ŵ", "w"),
    ("ýÿŷỳỵỷỹ", "y"),
    ("źżž", "z"),
    ("æ", "ae"),
    ("œ", "oe"),
    ("ß", "ss"),
    ("þ", "th"),
    ("ʻʼ’‘´`", "'"),
];

/// British spellings and the American ones they are compared as: whole words, then endings.
const WORDS: [(&str, &str); 8] = [
    ("centre", "center"),
    ("centres", "centers"),
    ("defence", "defense"),
    ("programme", "program"),
    ("programmes", "programs"),
    ("labour", "labor"),
    ("harbour", "harbor"),
    ("theatre", "theater"),
];
const ENDINGS: [(&str, &str); 4] =
    [("isation", "ization"), ("isations", "izations"), ("ising", "izing"), ("yse", "yze")];

/// The plain form of one character, if it has one other than itself.
fn plain(c: char) -> Option<&'static str> {
    PLAIN.iter().find(|(marked, _)| marked.contains(c)).map(|&(_, plain)| plain)
}

/// Adds one piece as it is compared: lower case, plain letters, American spelling, no full stops.
pub(crate) fn fold_into(piece: &str, out: &mut String) {
    let start = out.len();
    if piece.bytes().all(|b| b.is_ascii_alphanumeric()) {
        out.push_str(piece);
        out[start..].make_ascii_lowercase();
    } else {
        fold_marked(piece, out);
    }
    if let Some((length, us)) = american(&out[start..]) {
        out.truncate(start + length);
        out.push_str(us);
    }
}

/// Adds a piece that is not plain letters and figures: lower case, plain letters, no full stops.
fn fold_marked(piece: &str, out: &mut String) {
    for c in piece.chars() {
        match c {
            '.' => {}
            '&' => out.push_str("and"),
            _ if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            _ => {
                for c in c.to_lowercase() {
                    match plain(c) {
                        Some(p) => out.push_str(p),
                        None => out.push(c),
                    }
                }
            }
        }
    }
}

/// How much of a lower-case word stays in American spelling, and what it then ends in; `None` if all stays.
fn american(word: &str) -> Option<(usize, &'static str)> {
    if word.len() < 6 {
        return None;
    }
    if let Some((_, us)) = WORDS.iter().find(|(uk, _)| *uk == word) {
        return Some((0, us));
    }
    ENDINGS.iter().find(|(uk, _)| word.ends_with(uk)).map(|(uk, us)| (word.len() - uk.len(), *us))
}

/// Cuts text into the pieces names are compared by, and calls `piece` with the byte range of each: hyphens and spaces part, a possessive
/// ending stands alone, other marks stand alone, an inner full stop or apostrophe stays.
pub(crate) fn for_pieces(text: &str, mut piece: impl FnMut(usize, usize)) {
    // Most tokens are one piece.
    if !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return piece(0, text.len());
    }
    let mut start = None;
    for (i, c) in text.char_indices() {
        let inside = c.is_alphanumeric() || matches!(c, '.' | '\'' | '’' | '&' | '+' | 'ʻ' | 'ʼ' | '‘');
        if inside {
            start.get_or_insert(i);
            continue;
        }
        if let Some(s) = start.take() {
            word(text, s, i, &mut piece);
        }
        if !c.is_whitespace() && !matches!(c, '-' | '‐' | '‑' | '–' | '—' | '/') {
            piece(i, i + c.len_utf8());
        }
    }
    if let Some(s) = start {
        word(text, s, text.len(), &mut piece);
    }
}

/// Gives a word, its possessive ending apart.
fn word(text: &str, start: usize, end: usize, piece: &mut impl FnMut(usize, usize)) {
    let whole = &text[start..end];
    let ending = || ["'s", "’s", "'", "’"].iter().find_map(|s| whole.strip_suffix(s));
    let owns = whole.ends_with(['s', '\'', '’']);
    let cut = if owns { ending().map_or(end, |w| start + w.len()) } else { end };
    if cut > start {
        piece(start, cut);
    }
    if cut < end {
        piece(cut, end);
    }
}

/// A whole name as it is compared, its pieces joined by one space, without a leading "the".
#[must_use]
pub(crate) fn fold_name(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for_pieces(name, |start, end| {
        if !out.is_empty() {
            out.push(' ');
        }
        fold_into(&name[start..end], &mut out);
    });
    if out.starts_with("the ") {
        out.drain(.."the ".len());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_marks_and_hyphens_do_not_part_names() {
        assert_eq!(fold_name("Defence Centre of Excellence"), fold_name("defense center of excellence"));
        assert_eq!(fold_name("Organisation of African Unity"), fold_name("Organization of African Unity"));
        assert_eq!(fold_name("Timor-Leste"), fold_name("Timor Leste"));
        assert_eq!(fold_name("Gnassingbé Eyadéma"), "gnassingbe eyadema");
        assert_eq!(fold_name("the U.S. Navy"), "us navy");
        assert_eq!(fold_name("People’s Republic"), fold_name("People's Republic"));
    }

    #[test]
    fn a_possessive_ending_is_a_piece_of_its_own() {
        let cut = |t: &'static str| {
            let mut out = Vec::new();
            for_pieces(t, |start, end| out.push(&t[start..end]));
            out
        };
        assert_eq!(cut("Pilots' League"), ["Pilots", "'", "League"]);
        assert_eq!(cut("Ma'ruf"), ["Ma'ruf"]);
        assert_eq!(cut("NATO's (new) role"), ["NATO", "'s", "(", "new", ")", "role"]);
    }
}
