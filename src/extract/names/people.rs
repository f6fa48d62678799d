//! People the gazetteer does not know, by a title before the name, an office after it, or what is said of them.

use super::shapes::{Finder, Shape};
use super::view::{acronym, capitalized};
use super::words::List;
use crate::graph::Kind;
use std::ops::Range;

impl Finder<'_, '_> {
    /// People named after a title or a lower-case role.
    pub(super) fn people(&self, run: &Range<usize>) -> Vec<Shape> {
        let v = self.view;
        let title = run
            .clone()
            .rev()
            .find_map(|i| self.title_end(i).filter(|&end| end <= run.end + 4).map(|end| (i, end)));
        let start = match title {
            Some((_, end)) if end < run.end || v.named(end) => end,
            None if v.listed_before(List::Role, run.start) => run.start,
            _ => return Vec::new(),
        };
        let mut out = Vec::new();
        if let Some(shape) = self.person(start) {
            let plural = title.is_some_and(|(_, end)| v.before(end).ends_with('s'));
            let mut next = shape.tokens.end;
            out.push(shape);
            while plural && matches!(v.word(next), "," | "and") {
                let Some(more) = self.person(next + 1) else { break };
                next = more.tokens.end;
                out.push(more);
            }
        }
        out
    }

    /// People whose office follows or precedes, of whom something is said that is said of people alone, or part of whose
    /// name the model knows: "Kenji Yamada, Japan's envoy".
    pub(super) fn described(&self, run: &Range<usize>) -> Vec<Shape> {
        let v = self.view;
        let mut run = run.clone();
        if v.listed(List::Suffix, run.end + 1) && v.word(run.end) == "," {
            run.end += 2;
        }
        if !self.reads_personal(&run) {
            return Vec::new();
        }
        let before = v.before(run.start) == ","
            && run.start > 1
            && self.role(run.start - 2)
            && matches!(v.word(run.end), "," | "." | ";" | ")" | "");
        let tagged = run.clone().any(|i| self.person_tagged(i));
        let copula = run.start > 1
            && matches!(v.before(run.start), "is" | "was" | "remains" | "became")
            && self.role(run.start - 2);
        let evident = copula || self.role_follows(run.end) || self.relative_follows(run.end);
        let forename = self.opens_with_forename(&run);
        let told = before
            || evident
            || forename
            || self.among_people(&run)
            || self.acts(&run)
            || self.portrayed(&run);
        let known = told || tagged && !v.titled;
        let sure = evident || forename || self.is_raised(run.end);
        if known { vec![Shape { tokens: run, kind: Kind::Person, sure }] } else { Vec::new() }
    }

    /// Two to four capitalised words, none of them a title, an acronym or a telling noun, and not all of them known.
    fn reads_personal(&self, run: &Range<usize>) -> bool {
        let v = self.view;
        let last = run.end - 1;
        let plain = |i: usize| {
            let known = match self.known[i] {
                None | Some(Kind::Person) => false,
                Some(Kind::Place) => i != last || i == run.start,
                // "Marie-France Lalonde"
                Some(Kind::Country) if i > run.start && v.hyphen(i - 1) => false,
                // "Jordan Ryan", "Chad Wolf"
                Some(Kind::Country) => i != run.start || !self.acts(run),
                Some(_) => true,
            };
            let suffix = v.listed(List::Suffix, i);
            (v.capitals || suffix || !acronym(v.word(i)))
                && !known
                && self.head(i).is_none()
                && !self.is_title(i)
        };
        let words = run.clone().filter(|&i| capitalized(v.word(i))).count();
        let fresh = run.clone().any(|i| self.known[i].is_none());
        (2..=5).contains(&words) && (!v.capitals || v.portrait) && fresh && run.clone().all(plain)
    }

    /// "Rebecca Lent", "Ewald-Heinrich von Kleist": a first name, where neither a heading nor an article ("the Carl Vinson")
    /// makes another thing of it.
    fn opens_with_forename(&self, run: &Range<usize>) -> bool {
        let v = self.view;
        let word = v.word(run.start);
        let first = word.split('-').next().unwrap_or(word);
        let listed = self.words.has(List::Forename, word) || self.words.has(List::Forename, first);
        let town = v.before(run.start) == "of" && v.listed_before(List::Place, run.start - 1);
        listed && run.len() <= 5 && !v.titled && !town && !self.after_article(run)
    }

    fn is_title(&self, i: usize) -> bool {
        let word = self.view.word(i).trim_end_matches('.');
        [word, word.trim_end_matches('s')]
            .iter()
            .any(|w| self.words.has(List::Title, w) || self.words.has(List::TitleModifier, w))
    }

    /// Whether the words round the name are those round a person: "took over from X", "was succeeded by X", "X of Peru".
    fn acts(&self, run: &Range<usize>) -> bool {
        let v = self.view;
        let (before, earlier) = (v.before(run.start), v.before(run.start.saturating_sub(1)));
        let succession = |w: &str| self.words.has(List::PersonVerb, w);
        let object = succession(before)
            || matches!(before, "by" | "from" | "to") && succession(earlier)
            || before == "from" && matches!(earlier, "over" | "charge" | "reins" | "helm")
            || matches!(before, "to" | "for") && earlier == "way"
            || before == "to" && self.handed(run.start)
            || before == "of" && self.befalls(run.start - 1);
        let country = if v.word(run.end + 1) == "the" { run.end + 2 } else { run.end + 1 };
        let of = v.word(run.end) == "of" && self.known.get(country) == Some(&Some(Kind::Country));
        let co = usize::from(v.word(run.end) == "co" && v.hyphen(run.end + 1)) * 2;
        let subject = succession(v.word(run.end + co)) && v.tag(run.end + co).starts_with('V');
        let replaces = subject && (run.end + 2..run.end + 8).any(|i| v.word(i) == "as" && self.role(i + 1));
        let native = of && !self.after_article(run) && (!self.tagged_body(run) || self.among_officers(run));
        let end = run.end;
        let charge = (end + 1..end + 5).any(|i| matches!(v.word(i), "charge" | "helm"))
            && matches!(v.word(end), "has" | "had" | "is" | "was" | "in" | "at" | "remains");
        object
            || native
            || self.rival(run)
            || self.takes_place(run.end)
            || replaces && !self.after_article(run)
            || charge && !self.after_article(run)
            || subject && self.begins_like_a_person(run)
            || self.is_raised(run.end) && !self.after_article(run)
    }

    /// "X was elected", "X has been named director", "X became head of": what is done to people alone, and what they
    /// become.
    fn is_raised(&self, end: usize) -> bool {
        let v = self.view;
        let role = |mut at: Range<usize>| at.any(|i| self.role(i));
        if matches!(v.word(end), "became" | "becomes") {
            return role(end + 1..end + 5);
        }
        let auxiliary =
            |i: &usize| matches!(v.word(*i), "was" | "is" | "has" | "had" | "been" | "being" | "then");
        let verb = (end..v.len()).find(|i| !auxiliary(i)).filter(|&i| i > end);
        verb.is_some_and(|i| {
            // "X has led it since May"
            if matches!(v.word(i), "led" | "headed" | "chaired" | "directed") && v.word(i + 1) == "it" {
                return true;
            }
            let named = v.word(i) == "named" && role(i + 1..i + 6);
            named || v.listed(List::Raised, i)
        })
    }

    /// "defeated Chile's X for the post of director": a rival for an office.
    fn rival(&self, run: &Range<usize>) -> bool {
        let v = self.view;
        let owned = run.start > 2
            && v.before(run.start).ends_with('s')
            && v.tag(run.start - 1) == "POS"
            && self.known[run.start - 2] == Some(Kind::Country);
        let verb = if owned { run.start - 2 } else { run.start };
        let beaten =
            matches!(v.before(verb), "defeated" | "defeating" | "beat" | "beating" | "edged" | "preferred");
        beaten
            && !self.after_article(run)
            && (run.end..v.len().min(run.end + 6)).any(|i| {
                matches!(v.word(i), "post" | "job" | "chair" | "presidency" | "leadership") || self.role(i)
            })
    }

    /// "X took his place", "X has her old job"
    fn takes_place(&self, at: usize) -> bool {
        let v = self.view;
        let takes = matches!(v.word(at), "took" | "takes" | "has" | "got" | "filled");
        let his = matches!(v.word(at + 1), "his" | "her");
        takes && his && (at + 2..at + 4).any(|i| matches!(v.word(i), "place" | "job" | "seat" | "post"))
    }

    /// "handed over the presidency to X"
    fn handed(&self, start: usize) -> bool {
        (start.saturating_sub(9)..start)
            .any(|i| matches!(self.view.word(i), "handed" | "ceded" | "relinquished"))
    }

    /// "A, B and C" where A and C are people.
    fn among_people(&self, run: &Range<usize>) -> bool {
        let joins = |i: usize| matches!(self.view.word(i), "," | "and");
        let next = run.end + 1 + usize::from(joins(run.end + 1));
        let person = |i: usize| i < self.view.len() && self.person_tagged(i);
        run.start > 1 && joins(run.start - 1) && person(run.start - 2) && joins(run.end) && person(next)
    }

    /// "the death in office of X", "the reappointment of X": what befalls people alone.
    fn befalls(&self, of: usize) -> bool {
        let noun = |i: usize| self.view.listed(List::PersonEvent, i);
        let phrase = of
            .checked_sub(3)
            .filter(|_| self.view.before(of - 1) == "in" || self.view.before(of) == "office");
        noun(of.wrapping_sub(1)) || phrase.is_some_and(noun)
    }

    fn tagged_body(&self, run: &Range<usize>) -> bool {
        use crate::language::{EntityClass, EntityTag};
        matches!(
            self.view.tokens[run.start].entity,
            EntityTag::Begin(EntityClass::Organization) | EntityTag::Inside(EntityClass::Organization)
        )
    }

    /// Whether the words before the name speak of an office.
    fn among_officers(&self, run: &Range<usize>) -> bool {
        let near = run.start.saturating_sub(12)..self.view.len().min(run.end + 8);
        near.into_iter().any(|i| self.role(i))
    }

    fn after_article(&self, run: &Range<usize>) -> bool {
        matches!(self.view.before(run.start), "the" | "The" | "a" | "an")
    }

    /// A subject the model takes for nothing, a place or a person.
    fn begins_like_a_person(&self, run: &Range<usize>) -> bool {
        use crate::language::{EntityClass, EntityTag};
        let tag = self.view.tokens[run.start].entity;
        !self.after_article(run)
            && matches!(
                tag,
                EntityTag::Outside
                    | EntityTag::Begin(EntityClass::Person | EntityClass::Place)
                    | EntityTag::Inside(EntityClass::Person | EntityClass::Place)
            )
    }

    /// Whether the name is all the sentence says and the next speaks of a person.
    fn portrayed(&self, run: &Range<usize>) -> bool {
        let v = self.view;
        let rest = (run.end..v.len()).all(|i| matches!(v.word(i), "." | ":" | "," | "-" | "–" | "—"));
        v.portrait && run.start == 0 && rest
    }

    /// A lower-case word for an office or trade, singular or plural.
    fn role(&self, i: usize) -> bool {
        let word = self.view.word(i);
        self.words.has(List::Role, word)
            || word.strip_suffix('s').is_some_and(|w| self.words.has(List::Role, w))
    }

    /// Whether a comma and the noun phrase of an office follow: ", the former Dutch prime minister".
    fn role_follows(&self, mut at: usize) -> bool {
        let v = self.view;
        if matches!(v.word(at), "and") && v.named(at + 1) {
            at += 1;
            while let Some(next) = self.run_continues(at) {
                at = next;
            }
        }
        if v.word(at) != "," {
            return false;
        }
        for i in at + 1..v.len().min(at + 9) {
            let opposite = v.word(i) == "number" && v.before(i) == "opposite";
            if self.role(i) || opposite || self.native_who(i) {
                return true;
            }
            let phrase = matches!(
                v.tag(i),
                "DT" | "JJ" | "RB" | "NN" | "NNP" | "NNPS" | "POS" | "PRP$" | "HYPH" | "CD"
            );
            if !phrase {
                return false;
            }
        }
        false
    }

    /// "a | Togolese who was sworn in".
    fn native_who(&self, i: usize) -> bool {
        self.known[i] == Some(Kind::Country) && matches!(self.view.word(i + 1), "who" | "whose")
    }

    /// Whether a clause with "who" follows.
    fn relative_follows(&self, at: usize) -> bool {
        let at = at + usize::from(self.view.word(at) == ",");
        matches!(self.view.word(at), "who" | "whom")
    }

    /// A person's name at `start`: capitalised, unknown, without a head noun at its end.
    fn person(&self, start: usize) -> Option<Shape> {
        let v = self.view;
        if !v.named(start) {
            return None;
        }
        let mut end = start + 1;
        while let Some(next) = self.run_continues(end) {
            if next - start > 7 || v.listed_before(List::Suffix, end) {
                break;
            }
            end = next;
        }
        if v.listed(List::Suffix, end) {
            end += 1;
        }
        let free = (start..end)
            .any(|i| !matches!(self.known[i], Some(Kind::Country | Kind::Organization | Kind::Event)));
        let headed = self.head(end - 1).is_some_and(|k| k != Kind::Place);
        let one_acronym = end - start == 1 && acronym(v.word(start)) && !v.capitals;
        (free && !headed && !one_acronym).then_some(Shape {
            tokens: start..end,
            kind: Kind::Person,
            sure: false,
        })
    }
}
