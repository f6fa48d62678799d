//! Short names a document defines: "Full Name (ABC)", "ABC (Full Name)" and "ABC, formally the Full Name".

use super::Form;
use super::propose::{Proposal, Reading};
use super::shapes;
use super::view::{View, acronym};
use crate::graph::Kind;
use crate::vocabulary::gazetteer::{Gazetteer, fold_name};
use std::ops::Range;

/// A short name and where its long form stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Definition {
    /// The short name, folded.
    pub(super) short: String,
    /// Sentence of the long form.
    pub(super) sentence: usize,
    /// First token of the long form.
    pub(super) token: usize,
}

/// Finds every definition and mends the proposals by it: the long form becomes one name, the short form another.
pub(super) fn define(views: &[View], found: &mut [Vec<Proposal>], gazetteer: &Gazetteer) -> Vec<Definition> {
    let mut out = Vec::new();
    for (sentence, (view, proposals)) in views.iter().zip(found).enumerate() {
        for open in (1..view.len()).filter(|&i| view.word(i) == "(") {
            let Some(close) = (open + 2..view.len().min(open + 14)).find(|&i| view.word(i) == ")") else {
                continue;
            };
            let inner = open + 1..close;
            let pair = after_name(view, proposals, open, &inner, gazetteer).or_else(|| {
                before_name(view, proposals, open, &inner).map(|kind| (inner.clone(), open - 1..open, kind))
            });
            if let Some((long, short, kind)) = pair {
                out.push(Definition { short: fold_name(&view.text(&short)), sentence, token: long.start });
                name(proposals, long, Reading::New(kind), Form::Name);
                name(proposals, short, Reading::New(kind), Form::Acronym);
            }
        }
        for comma in (1..view.len()).filter(|&i| view.word(i) == ",") {
            let Some((long, short, kind)) = spelled_out(view, proposals, comma, gazetteer) else { continue };
            out.push(Definition { short: fold_name(&view.text(&short)), sentence, token: long.start });
            name(proposals, short, Reading::New(kind), Form::Acronym);
        }
    }
    out
}

/// Makes `tokens` one proposal, keeping a gazetteer's reading of just these tokens.
fn name(proposals: &mut Vec<Proposal>, tokens: Range<usize>, reading: Reading, form: Form) {
    let same = proposals.iter().position(|p| p.tokens == tokens);
    let known = same.is_some_and(|i| matches!(proposals[i].reading, Reading::Entry(_)));
    if known && form == Form::Name {
        return;
    }
    proposals.retain(|p| p.tokens.end <= tokens.start || tokens.end <= p.tokens.start);
    proposals.push(Proposal { tokens, reading, form, plural: false });
    proposals.sort_by_key(|p| p.tokens.start);
}

type Pair = (Range<usize>, Range<usize>, Kind);

/// "ABC, formally the Full Name", where nobody knows the short name.
fn spelled_out(view: &View, proposals: &[Proposal], comma: usize, gazetteer: &Gazetteer) -> Option<Pair> {
    let leads = matches!(view.word(comma + 1), "formally" | "officially" | "fully");
    let called = usize::from(matches!(view.word(comma + 2), "known" | "called" | "named" | "titled"));
    let from = comma + 2 + called + usize::from(view.word(comma + 2 + called) == "as");
    let start = from + usize::from(view.word(from) == "the");
    let new = |p: &&Proposal| p.tokens.end == comma && matches!(p.reading, Reading::New(_));
    let short = proposals.iter().find(new).filter(|_| leads)?;
    let long = proposals.iter().find(|p| p.tokens.start == start)?;
    let kind = kind(long, gazetteer).filter(|&kind| may_be_shortened(Some(kind)))?;
    Some((long.tokens.clone(), short.tokens.clone(), kind))
}

/// "Full Name (ABC)".
fn after_name(
    view: &View,
    proposals: &[Proposal],
    open: usize,
    inner: &Range<usize>,
    gazetteer: &Gazetteer,
) -> Option<Pair> {
    if !short_form(view, inner) {
        return None;
    }
    let before = proposals.iter().find(|p| p.tokens.end == open);
    // "Operations Centre - Narcotics (MAOC-N)"
    let hyphened = inner.len() == 3 && view.hyphen(inner.start + 1);
    let spelled = initials(view, open, &view.text(inner)).filter(|_| inner.len() == 1 || hyphened);
    let kind_before = before.and_then(|p| kind(p, gazetteer));
    let long = match (spelled, before) {
        (Some(range), Some(p)) if p.tokens.start <= range.start => p.tokens.clone(),
        (Some(range), _) => range,
        (None, Some(p))
            if may_be_shortened(kind_before)
                && !stranger(proposals, inner, p)
                && !is_longer(view, inner, p) =>
        {
            p.tokens.clone()
        }
        _ => return None,
    };
    let kind = shapes::head_of(view, &long)
        .or(kind_before.filter(|k| *k != Kind::Place))
        .unwrap_or(Kind::Organization);
    (kind_before != Some(Kind::Person)).then(|| (long, inner.clone(), kind))
}

/// Whether the bracket holds a short name: initials, or a few words with initials among them.
fn short_form(view: &View, inner: &Range<usize>) -> bool {
    let dated = inner.clone().any(|i| view.date(i));
    let one = inner.clone().any(|i| acronym(view.word(i)));
    let plain =
        inner.clone().all(|i| view.word(i).chars().all(|c| c.is_alphanumeric() || "-–.&".contains(c)));
    inner.len() <= 3 && one && plain && !dated
}

fn may_be_shortened(kind: Option<Kind>) -> bool {
    !matches!(kind, None | Some(Kind::Person | Kind::Place | Kind::Country))
}

/// Whether the bracket holds something the gazetteer knows as another thing than the name before it.
fn stranger(proposals: &[Proposal], inner: &Range<usize>, long: &Proposal) -> bool {
    proposals.iter().any(|p| {
        p.tokens == *inner
            && matches!((&p.reading, &long.reading), (Reading::Entry(a), Reading::Entry(b)) if a != b)
    })
}

/// "... FORCES NATO (STRIKFORNATO)": what is longer than an acronym is not short for it.
fn is_longer(view: &View, inner: &Range<usize>, long: &Proposal) -> bool {
    let whole = view.word(long.tokens.start);
    long.tokens.len() == 1 && acronym(whole) && whole.len() < view.word(inner.start).len()
}

fn kind(p: &Proposal, gazetteer: &Gazetteer) -> Option<Kind> {
    match &p.reading {
        Reading::Entry(e) => Some(gazetteer.entries()[*e].kind),
        Reading::Maybe(_, kind) => *kind,
        Reading::New(kind) => Some(*kind),
    }
}

/// "ABC (Full Name)": the name's kind.
fn before_name(view: &View, proposals: &[Proposal], open: usize, inner: &Range<usize>) -> Option<Kind> {
    let short = view.word(open - 1);
    if inner.len() < 2 || !acronym(short) {
        return None;
    }
    let start = initials(view, inner.end, short)?.start;
    let from = if view.word(inner.start).eq_ignore_ascii_case("the") { inner.start + 1 } else { inner.start };
    (start == from).then_some(())?;
    let kind = proposals.iter().find(|p| p.tokens.end == inner.end).and_then(|p| match p.reading {
        Reading::New(kind) => Some(kind),
        _ => None,
    });
    Some(shapes::head_of(view, inner).or(kind).unwrap_or(Kind::Organization))
}

/// The tokens before `end` whose initials, read backwards, spell the acronym: small words may stand between, and two
/// more words behind it ("Agency of Singapore").
fn initials(view: &View, end: usize, short: &str) -> Option<Range<usize>> {
    let mut letters: Vec<char> = short.chars().filter(|c| c.is_uppercase()).collect();
    if letters.len() < 2 {
        return None;
    }
    let (mut i, mut spare) = (end, 3_usize);
    while let Some(&wanted) = letters.last() {
        i = i.checked_sub(1)?;
        let word = view.word(i);
        if !word.chars().any(char::is_alphanumeric) {
            if !(view.hyphen(i) || view.possessive(i) || matches!(word, "," | "&" | "-" | "–")) {
                return None;
            }
        } else if word.chars().next()?.to_uppercase().eq(wanted.to_uppercase()) {
            letters.pop();
            inner_capitals(word, &mut letters);
        } else if let Some(syllable) = syllable(word, &letters) {
            letters.truncate(letters.len() - syllable);
        } else if !view.named(i) && word.chars().count() > 7 {
            return None;
        } else if view.named(i) {
            spare = spare.checked_sub(1)?;
        }
    }
    view.named(i).then_some(i..end)
}

/// How many of the last letters a word begins with ("NIMASA", the Nigerian ...), if they are two or three.
fn syllable(word: &str, letters: &[char]) -> Option<usize> {
    let begins = |count: &usize| {
        let wanted = &letters[letters.len() - count..];
        word.to_uppercase().chars().take(*count).eq(wanted.iter().copied())
    };
    (2..=3).filter(|&count| count <= letters.len()).find(begins)
}

/// Takes off the letters a word with inner capitals accounts for before its first (`EastWest`).
fn inner_capitals(word: &str, letters: &mut Vec<char>) {
    let inner = word.chars().skip(1).filter(|c| c.is_uppercase()).count();
    if acronym(word) {
        for _ in 0..inner.min(letters.len().saturating_sub(1)) {
            if letters.last().is_some_and(|l| word.contains(*l)) {
                letters.pop();
            }
        }
    }
}
