//! Finding the longest known name at a place in a text.

use super::fold::{fold_into, for_pieces};
use super::{Entry, Name, NameSort, Text};
use rustc_hash::{FxBuildHasher, FxHashMap};

/// Text cut into folded pieces for comparison with names.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    /// Folded pieces, each followed by a space.
    text: String,
    /// Where each piece begins in `text`.
    starts: Vec<usize>,
    /// The hash of each piece.
    hashes: Vec<u64>,
    /// The pieces as written, one after another.
    written: String,
    /// Where each ends in `written`.
    ends: Vec<usize>,
    /// Whether the whole is set in capitals, so that case says nothing.
    capitals: bool,
}

impl Folded {
    /// Folds running text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut out = Self::with_room(4);
        for_pieces(text, |start, end| out.push(&text[start..end]));
        out
    }

    /// Nothing yet, with room for so many tokens.
    pub(crate) fn with_room(tokens: usize) -> Self {
        // A word and its space are some seven letters.
        Self {
            text: String::with_capacity(8 * tokens),
            starts: Vec::with_capacity(tokens),
            hashes: Vec::with_capacity(tokens),
            written: String::with_capacity(7 * tokens),
            ends: Vec::with_capacity(tokens),
            capitals: false,
        }
    }

    /// Adds the pieces of one token and says how many they are.
    pub fn push_token(&mut self, token: &str) -> usize {
        let before = self.len();
        for_pieces(token, |start, end| self.push(&token[start..end]));
        self.len() - before
    }

    /// Takes the whole for a line set in capitals.
    pub fn set_capitals(&mut self, capitals: bool) {
        self.capitals = capitals;
    }

    /// How many pieces there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether there is nothing to compare.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    fn push(&mut self, piece: &str) {
        let start = self.text.len();
        self.starts.push(start);
        fold_into(piece, &mut self.text);
        self.hashes.push(hash(first_piece(&self.text[start..])));
        self.text.push(' ');
        self.written.push_str(piece);
        self.ends.push(self.written.len());
    }

    /// Piece number `piece` as written; empty past the end.
    fn piece(&self, piece: usize) -> &str {
        let start = piece.checked_sub(1).map_or(0, |before| self.ends.get(before).copied().unwrap_or(0));
        self.ends.get(piece).map_or("", |&end| &self.written[start..end])
    }
}

/// One thing a name may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Index of the entry.
    pub entry: usize,
    /// What the name is to the entry.
    pub sort: NameSort,
}

/// Names by how they begin: chains of keys under a hash of their first two pieces, or of the one they have.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    keys: Vec<Key>,
    chains: FxHashMap<u64, u32>,
}

/// One name of one entry.
#[derive(Clone, Debug)]
struct Key {
    folded: Text,
    entry: u32,
    name: u32,
    /// The next key whose name begins alike.
    next: Option<u32>,
}

impl Index {
    /// Indexes every name of every entry.
    pub(super) fn of(entries: &[Entry]) -> Self {
        let names = entries.iter().map(|e| e.names.len()).sum();
        let mut index = Self {
            keys: Vec::with_capacity(names),
            chains: FxHashMap::with_capacity_and_hasher(names, FxBuildHasher),
        };
        for (entry, e) in entries.iter().enumerate() {
            for (name, n) in e.names.iter().enumerate() {
                index.add(n.folded.clone(), entry, name);
                if let Some(other) = respelt(&n.folded) {
                    index.add(other.into(), entry, name);
                }
            }
        }
        index
    }

    fn add(&mut self, folded: Text, entry: usize, name: usize) {
        let narrow = |n: usize| u32::try_from(n).expect("fewer than 2^32 names");
        let at = narrow(self.keys.len());
        let first = hash(first_piece(&folded));
        let start = second_piece(&folded).map_or(first, |second| both(first, hash(second)));
        let next = self.chains.insert(start, at);
        self.keys.push(Key { folded, entry: narrow(entry), name: narrow(name), next });
    }

    /// See [`super::Gazetteer::longest_within`].
    pub(super) fn longest(
        &self,
        text: &Folded,
        piece: usize,
        limit: usize,
        entries: &[Entry],
    ) -> Option<(usize, Vec<Hit>)> {
        let end = text.starts.get(piece.saturating_add(limit)).copied().unwrap_or(text.text.len());
        let rest = &text.text[text.starts[piece]..end];
        let mut length = 0;
        let mut found: Vec<Found> = Vec::new();
        let first = text.hashes[piece];
        let second = text.hashes.get(piece + 1).filter(|_| limit > 1);
        let starts = second.map(|&second| both(first, second)).into_iter().chain([first]);
        for (at, key) in starts.flat_map(|start| self.chain(start)) {
            let n = key.folded.len();
            if n < length || n == 0 || !(rest.starts_with(&*key.folded) && rest[n..].starts_with(' ')) {
                continue;
            }
            let name = &entries[key.entry as usize].names[key.name as usize];
            let fits = |name: &str| cased(name, text, piece);
            if fits(&name.text) || respelt(&name.text).is_some_and(|other| fits(&other)) {
                if n > length {
                    found.clear();
                }
                length = n;
                found.push(Found { entry: key.entry as usize, name, at });
            }
        }
        (!found.is_empty()).then(|| (rest[..length].split(' ').count(), meant(found, text, piece)))
    }

    /// The keys of the names that begin so, with their places.
    fn chain(&self, start: u64) -> impl Iterator<Item = (u32, &Key)> {
        let mut next = self.chains.get(&start).copied();
        std::iter::from_fn(move || {
            let at = next?;
            let key = &self.keys[at as usize];
            next = key.next;
            Some((at, key))
        })
    }

    /// Everything the whole text is a name of.
    pub(super) fn exact(&self, text: &Folded, entries: &[Entry]) -> Vec<Hit> {
        let from = usize::from(text.len() > 1 && text.piece(0).eq_ignore_ascii_case("the"));
        if text.is_empty() {
            return Vec::new();
        }
        let whole = |from| {
            self.longest(text, from, usize::MAX, entries)
                .filter(|(n, _)| from + n == text.len())
                .map(|(_, hits)| hits)
        };
        whole(0).or_else(|| whole(from)).unwrap_or_default()
    }
}

/// A name found in a text.
struct Found<'e> {
    entry: usize,
    name: &'e Name,
    /// The place of its key.
    at: u32,
}

/// What is meant by names found at `piece` of the text: each entry once, the surest first.
fn meant(mut found: Vec<Found>, text: &Folded, piece: usize) -> Vec<Hit> {
    // What a user calls so is nothing else.
    let own = |f: &Found| f.name.own && !matches!(f.name.sort, NameSort::Weak | NameSort::FamilyName);
    if found.iter().any(own) {
        found.retain(own);
    }
    // "GUAM" is the body that writes itself so, not the island.
    let written = text.piece(piece);
    let exact = |f: &Found| *f.name.text == *written;
    let shouted = written.bytes().all(|b| b.is_ascii_uppercase());
    if shouted && !text.capitals && found.iter().any(exact) {
        found.retain(exact);
    }
    found.sort_by_key(|f| (f.name.sort, f.at));
    let mut hits: Vec<Hit> = Vec::with_capacity(found.len());
    for Found { entry, name, .. } in found {
        if hits.iter().all(|h| h.entry != entry) {
            hits.push(Hit { entry, sort: name.sort });
        }
    }
    hits
}

fn second_piece(folded: &str) -> Option<&str> {
    let first = first_piece(folded).len();
    folded.get(first + 1..).map(first_piece)
}

fn first_piece(folded: &str) -> &str {
    let end = folded.bytes().position(|byte| byte == b' ').unwrap_or(folded.len());
    &folded[..end]
}

/// FNV-1a: short keys, and a clash costs only a comparison.
fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

/// The hash of two pieces, from the hash of each.
fn both(first: u64, second: u64) -> u64 {
    first.rotate_left(23) ^ second
}

/// The same name, folded or not, with or without the hyphen of "co-operation", which parts one piece in two.
fn respelt(name: &str) -> Option<String> {
    if !name.contains("operati") {
        return None;
    }
    [
        ("co operati", "cooperati"),
        ("cooperati", "co operati"),
        ("Co-operati", "Cooperati"),
        ("Cooperati", "Co-operati"),
    ]
    .iter()
    .find(|(from, _)| name.contains(from))
    .map(|(from, to)| name.replace(from, to))
}

/// Whether the case of the text from `piece` on is one the name may be written in.
fn cased(name: &str, text: &Folded, piece: usize) -> bool {
    let (mut at, mut fits, mut first) = (piece, true, true);
    let the = |word: &str| word.eq_ignore_ascii_case("the");
    for_pieces(name, |start, end| {
        let part = &name[start..end];
        let article = std::mem::take(&mut first) && end < name.len() && the(part) && !the(text.piece(piece));
        if !article && at < text.len() {
            fits &= piece_cased(part, text.piece(at), text.capitals);
            at += 1;
        }
    });
    fits
}

/// A capital must be met by a capital; an acronym by capitals throughout; capitals throughout serve any long word.
fn piece_cased(name: &str, text: &str, capitals: bool) -> bool {
    if name == text || name == "The" {
        return true;
    }
    let upper = |s: &str| !s.chars().any(char::is_lowercase);
    let (n, t) = (name.chars().next(), text.chars().next());
    if !n.is_some_and(char::is_uppercase) {
        return n.is_some_and(|c| !c.is_alphabetic()) || upper(text) || t.is_some();
    }
    if !t.is_some_and(char::is_uppercase) {
        return false;
    }
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    if upper(name) && letters > 1 {
        return upper(text);
    }
    !upper(text) || letters == 1 || capitals || letters > 3
}
