//! Tables that say which characters the codes of a font stand for: `ToUnicode`.

use std::collections::BTreeMap;

/// Which characters codes stand for.
#[derive(Debug, Default)]
pub(super) struct CharacterMap {
    single: BTreeMap<u32, String>,
    /// By the first code of a range: its last code, and what the first stands for in UTF-16.
    ranges: BTreeMap<u32, (u32, Vec<u16>)>,
    /// Bytes of a code, if all have as many.
    pub(super) length: Option<usize>,
}

/// A word of the table.
#[derive(Debug)]
enum Word<'a> {
    Hex(Vec<u8>),
    Open,
    Close,
    Name(&'a [u8]),
}

impl CharacterMap {
    /// Reads a table.
    pub(super) fn read(table: &[u8]) -> Self {
        let mut map = Self::default();
        let mut lengths = Vec::new();
        let mut words: Vec<Word> = Vec::new();
        for word in Words(table) {
            match word {
                Word::Name(b"endbfchar") => map.singles(&words),
                Word::Name(b"endbfrange") => map.spans(&words),
                Word::Name(b"endcodespacerange") => {
                    lengths.extend(words.iter().filter_map(hex).map(<[u8]>::len));
                }
                Word::Name(_) => {}
                word => {
                    words.push(word);
                    continue;
                }
            }
            words.clear();
        }
        lengths.dedup();
        map.length =
            lengths.first().copied().filter(|&length| lengths.len() == 1 && (1..=4).contains(&length));
        map
    }

    /// What a code stands for.
    pub(super) fn get(&self, code: u32) -> Option<String> {
        if let Some(text) = self.single.get(&code) {
            return Some(text.clone());
        }
        let (first, (last, units)) = self.ranges.range(..=code).next_back()?;
        let mut units = units.clone();
        let unit = units.last_mut().filter(|_| code <= *last)?;
        *unit = unit.wrapping_add(u16::try_from(code - first).ok()?);
        Some(String::from_utf16_lossy(&units))
    }

    fn singles(&mut self, words: &[Word]) {
        for pair in words.chunks_exact(2) {
            if let [Word::Hex(code), Word::Hex(text)] = pair {
                self.single.insert(number(code), String::from_utf16_lossy(&utf16(text)));
            }
        }
    }

    fn spans(&mut self, words: &[Word]) {
        let mut rest = words;
        while let [Word::Hex(first), Word::Hex(last), target, tail @ ..] = rest {
            rest = tail;
            if let Word::Hex(text) = target {
                self.ranges.insert(number(first), (number(last), utf16(text)));
                continue;
            }
            let end = tail.iter().position(|word| matches!(word, Word::Close)).unwrap_or(tail.len());
            for (code, text) in (number(first)..=u32::MAX).zip(tail[..end].iter().filter_map(hex)) {
                self.single.insert(code, String::from_utf16_lossy(&utf16(text)));
            }
            rest = tail.get(end + 1..).unwrap_or(&[]);
        }
    }
}

fn hex<'a>(word: &'a Word) -> Option<&'a [u8]> {
    if let Word::Hex(bytes) = word { Some(bytes) } else { None }
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |number, &byte| number << 8 | u32::from(byte))
}

fn utf16(bytes: &[u8]) -> Vec<u16> {
    match bytes {
        [one] => vec![u16::from(*one)],
        _ => bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect(),
    }
}

/// The words of a table.
struct Words<'a>(&'a [u8]);

impl<'a> Iterator for Words<'a> {
    type Item = Word<'a>;

    fn next(&mut self) -> Option<Word<'a>> {
        let start = self.0.iter().position(|byte| !byte.is_ascii_whitespace())?;
        let rest = &self.0[start..];
        let (word, length) = match rest[0] {
            b'[' => (Word::Open, 1),
            b']' => (Word::Close, 1),
            b'<' if rest.get(1) != Some(&b'<') => {
                let end = rest.iter().position(|&byte| byte == b'>').unwrap_or(rest.len());
                (Word::Hex(unhex(&rest[1..end])), (end + 1).min(rest.len()))
            }
            _ => {
                let stops = |byte: &u8| byte.is_ascii_whitespace() || b"<>[]".contains(byte);
                let end = 1 + rest[1..].iter().position(stops).unwrap_or(rest.len() - 1);
                (Word::Name(&rest[..end]), end)
            }
        };
        self.0 = &rest[length..];
        Some(word)
    }
}

fn unhex(digits: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> =
        digits.iter().filter_map(|&byte| char::from(byte).to_digit(16)).flat_map(u8::try_from).collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).unwrap_or(&0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_and_ranges_are_read() {
        let table = b"1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0003> <0020>\n<0004><00660069>\
                      endbfchar 2 beginbfrange <0024> <003D> <0041> <0100> <0101> [<00E9> <D83DDE00>] endbfrange";
        let map = CharacterMap::read(table);
        assert_eq!(map.length, Some(2));
        let read: Vec<_> = [3, 4, 0x26, 0x3D, 0x3E, 0x100, 0x101].map(|code| map.get(code)).into();
        let expected = [Some(" "), Some("fi"), Some("C"), Some("Z"), None, Some("é"), Some("😀")];
        assert_eq!(read, expected.map(|text| text.map(str::to_owned)));
    }

    #[test]
    fn a_broken_table_is_borne() {
        for table in [
            &b"<"[..],
            b"beginbfrange <00> endbfrange",
            b"<FFFFFFFF> <00> [ <41> endbfrange",
            b"<00> <FFFFFFFF> <> endbfrange",
        ] {
            assert_eq!(CharacterMap::read(table).get(1), None);
        }
    }
}
