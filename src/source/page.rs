//! Sentences that a page's end has broken in two, with or without notes at its foot.

use super::document::BlockKind;
use super::line;
use super::weave::{Draft, Fragment};

/// Characters in the shortest last line that may be the end of a page rather than a heading.
const FULL_LINE: usize = 40;
/// Characters in the shortest unwrapped paragraph of several sentences.
const FULL_PARAGRAPH: usize = 200;

/// Joins the parts of broken sentences; what stood between them comes after the whole.
pub(super) fn mend(raw: &str, drafts: Vec<Draft>) -> Vec<Draft> {
    let mut whole: Vec<Draft> = Vec::with_capacity(drafts.len());
    let mut open = None;
    let mut page_ended = false;
    for draft in drafts {
        page_ended |= draft.page_start || draft.kind == BlockKind::Note;
        if draft.kind == BlockKind::Note {
            whole.push(draft);
        } else if let Some(i) = open.filter(|&i: &usize| goes_on(raw, &whole[i], &draft, page_ended)) {
            whole[i].join(draft);
            whole[i].kind = prose(whole[i].kind);
            open = is_open(raw, &whole[i]).then_some(i);
            page_ended = false;
        } else {
            // A list item that ends leaves the sentence around it open.
            if draft.kind != BlockKind::ListItem || is_open(raw, &draft) {
                open = is_open(raw, &draft).then_some(whole.len());
            }
            page_ended = false;
            whole.push(draft);
        }
    }
    whole
}

/// What a block is once more has been joined to it: no heading goes on.
fn prose(kind: BlockKind) -> BlockKind {
    if kind == BlockKind::Heading { BlockKind::Paragraph } else { kind }
}

/// Whether `next` goes on with the sentence that `draft` leaves open.
fn goes_on(raw: &str, draft: &Draft, next: &Draft, page_ended: bool) -> bool {
    let low = first_text(raw, next).starts_with(char::is_lowercase);
    let last = last_text(raw, draft);
    match (draft.kind, next.kind) {
        (_, BlockKind::ListItem) => false,
        (BlockKind::Heading, _) => low && is_longer(last, FULL_LINE),
        (BlockKind::Paragraph, BlockKind::Paragraph) => {
            low || page_ended && is_longer(last, FULL_LINE)
                || is_longer(last, FULL_PARAGRAPH) && last.contains(". ")
        }
        _ => low,
    }
}

fn is_longer(text: &str, length: usize) -> bool {
    text.chars().nth(length).is_some()
}

fn is_open(raw: &str, draft: &Draft) -> bool {
    line::is_open(last_text(raw, draft))
}

fn first_text<'a>(raw: &'a str, draft: &'a Draft) -> &'a str {
    draft.fragments.first().map_or("", |fragment| text(raw, fragment)).trim_start()
}

fn last_text<'a>(raw: &'a str, draft: &'a Draft) -> &'a str {
    draft.fragments.last().map_or("", |fragment| text(raw, fragment))
}

fn text<'a>(raw: &'a str, fragment: &'a Fragment) -> &'a str {
    match fragment {
        Fragment::Raw(range) => &raw[range.clone()],
        Fragment::Literal(text, _) => text,
        Fragment::Break(_) => "",
    }
}
