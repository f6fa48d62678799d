//! What a name is, told by what is done with it: a partnership that is signed, a programme that is headed.

use super::shapes::Finder;
use crate::vocabulary::words::{List, WordLists};

impl Finder<'_, '_> {
    /// "signed a Security and Defence Partnership": a partnership that is signed is an agreement.
    pub(super) fn is_signed(&self, partnership: usize) -> bool {
        let signs = |word: &str| {
            matches!(word, "sign" | "signs" | "signed" | "signing" | "conclude" | "concluded" | "ratified")
        };
        self.view.word(partnership) == "Partnership"
            && self.before_name(partnership).is_some_and(|before| signs(self.view.word(before)))
    }

    /// "director of the Arms Transfers Programme", "heads the Arms Transfers Programme", "the Arms Transfers Programme at
    /// SIPRI": a programme in which people work is a body.
    pub(super) fn is_staffed(&self, programme: usize) -> bool {
        let view = self.view;
        if !matches!(view.word(programme), "Programme" | "Program") {
            return false;
        }
        let housed = matches!(view.word(programme + 1), "at" | "within") && view.named(programme + 2);
        let Some(before) = self.before_name(programme) else { return housed };
        let word = view.word(before);
        let office = |i: usize| WordLists::embedded().has(List::Offices, &view.word(i).to_lowercase());
        let staffed = matches!(word, "of" | "in" | "at" | "with" | "for") && before > 0 && office(before - 1);
        let led = matches!(
            word,
            "heads" | "leads" | "directs" | "headed" | "led" | "directed" | "heading" | "leading"
        );
        staffed || led || housed
    }

    /// "signed the Jakarta Declaration": what several sign binds them like an agreement.
    pub(super) fn is_undersigned(&self, declaration: usize) -> bool {
        let signs = |word: &str| matches!(word, "sign" | "signs" | "signed" | "signing");
        self.view.word(declaration) == "Declaration"
            && self.before_name(declaration).is_some_and(|before| signs(self.view.word(before)))
    }

    /// "the secretariat of the Energy Forum", "a member of the Nordic Conference", "the Energy Forum, which has its
    /// secretariat in Bergen": a meeting with officers and members is a body.
    pub(super) fn is_manned(&self, forum: usize) -> bool {
        let view = self.view;
        if !matches!(view.word(forum), "Forum" | "Conference" | "Process" | "Initiative" | "Dialogue") {
            return false;
        }
        let seat = |i: usize| matches!(view.word(i), "secretariat" | "headquarters");
        let its = |i: usize| matches!(view.before(i), "its" | "whose" | "permanent");
        if (forum + 1..forum + 10).any(|i| seat(i) && its(i)) {
            return true;
        }
        if view.word(forum) == "Forum" && self.is_established(forum + 1) {
            return true;
        }
        let Some(before) = self.before_name(forum).filter(|&i| i > 0) else { return false };
        let office =
            matches!(
                view.word(before - 1),
                "secretariat" | "secretary-general" | "secretary" | "member" | "members" | "membership"
            ) || view.word(before - 1) == "general" && before > 1 && view.word(before - 2) == "secretary";
        view.word(before) == "of" && office
    }

    /// "the Energy Forum (EF), launched in Bergen in 2015 by Norway": behind a comma, what founders do to a body.
    fn is_established(&self, end: usize) -> bool {
        let view = self.view;
        let bracketed = view.word(end) == "(" && view.word(end + 2) == ")";
        let comma = if bracketed { end + 3 } else { end };
        let founded =
            matches!(view.word(comma + 1), "launched" | "founded" | "established" | "created" | "formed");
        let mut behind = comma + 2..view.len().min(comma + 10);
        view.word(comma) == "," && founded && behind.any(|i| view.word(i) == "by")
    }

    /// The token before the name that ends in a head noun, its article or possessive passed over.
    fn before_name(&self, head: usize) -> Option<usize> {
        let view = self.view;
        let inside = |i: &usize| view.named(*i) || matches!(view.word(*i), "and" | "&" | "-");
        let start = (0..head).rev().take_while(inside).last().unwrap_or(head);
        let article = matches!(view.before(start), "the" | "a" | "an" | "our" | "its" | "their");
        start.checked_sub(1 + usize::from(article))
    }
}
