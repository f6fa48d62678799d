//! Names the gazetteer does not know, by their shape: a capitalised sequence with a telling noun, a title before it,
//! a year after it.

use super::ships;
use super::view::{View, acronym, capitalized, is_prefixed_acronym};
use super::words::{List, Words};
use crate::graph::Kind;
use crate::language::{EntityClass, EntityTag, Tag, lemma, lowered};
use crate::vocabulary::words;
use std::borrow::Cow;
use std::ops::Range;

/// A stretch of tokens that reads like a name of some kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    /// The name's tokens.
    pub(super) tokens: Range<usize>,
    /// What it reads like.
    pub(super) kind: Kind,
    /// Whether the words beside it tell more than the gazetteer can: a ship is no person or place, whatever its name.
    pub(super) sure: bool,
}

/// What is already known of each token: the kind of the gazetteer's name that covers it.
pub(super) type Known = [Option<Kind>];

/// Small words that join the parts of one name.
const JOINERS: [&str; 11] = ["of", "for", "on", "against", "in", "to", "and", "&", "the", "de", "du"];

/// Finds them in one sentence, in no particular order; they may overlap.
pub(super) fn find(view: &View, known: &Known) -> Vec<Shape> {
    let finder = Finder { view, known, words: Words::get() };
    let mut out = finder.elections();
    out.extend(finder.titles_of_works());
    for run in finder.runs().into_iter().map(|run| run.start + unnamed(view, known, &run).0..run.end) {
        out.extend(finder.ships(&run));
        out.extend(finder.foreign(&run));
        out.extend(finder.operation(&run));
        out.extend(finder.initialism(&run));
        out.extend(finder.blended(&run));
        out.extend(finder.people(&run));
        out.extend(finder.described(&run));
        // In a heading set like a name nothing else tells a name, unless it is all there is or brackets follow it.
        let whole =
            |s: &Shape| s.tokens.start == 0 && (s.tokens.end == view.len() || view.word(s.tokens.end) == "(");
        out.extend(finder.headed(&run).into_iter().filter(|s| !view.titled || whole(s)));
        if !view.titled {
            out.extend(finder.introduced(&run));
            out.extend(finder.summit(&run));
        }
        out.extend(finder.numbered(&run));
    }
    out
}

/// How many words with capitals before a name are no part of it, and what they show it to be: "Exercise | Malabar",
/// "Nairobi-based | Centre", "the Brazilian | Marcos Troyjo".
pub(super) fn unnamed(view: &View, known: &Known, tokens: &Range<usize>) -> (usize, Option<Kind>) {
    let seat =
        view.hyphen(tokens.start + 1) && matches!(view.word(tokens.start + 2), "based" | "headquartered");
    let (words, kind) = if seat {
        (3, None)
    } else if matches!(view.word(tokens.start), "Exercise" | "Exercises" | "EXERCISE") {
        (1, Some(Kind::Event))
    } else if is_native(view, known, tokens) {
        (1, Some(Kind::Person))
    } else {
        (0, None)
    };
    if tokens.len() > words { (words, kind) } else { (0, None) }
}

/// Whether a name behind "the" begins with a nationality, and a person's name may follow.
fn is_native(view: &View, known: &Known, tokens: &Range<usize>) -> bool {
    let finder = Finder { view, known, words: Words::get() };
    let rest = || tokens.start + 1..tokens.end;
    let demonym =
        ["an", "ese", "ish", "ch", "i"].iter().any(|ending| view.word(tokens.start).ends_with(ending));
    view.before(tokens.start) == "the"
        && known[tokens.start] == Some(Kind::Country)
        && demonym
        && rest().len() > 1
        && rest().all(|i| {
            matches!(known[i], None | Some(Kind::Person)) && view.named(i) && finder.head(i).is_none()
        })
}

/// Whether a stretch begins in what somebody is minister of: "Minister of Foreign | Affairs", "of Energy and | Infrastructure".
pub(super) fn is_portfolio(view: &View, start: usize) -> bool {
    let inside = |i: &usize| view.named(*i) || matches!(view.word(*i), "of" | "for" | "and" | ",");
    let before = (0..start).rev().take_while(inside).take(8);
    let title = before.into_iter().find(|&i| view.listed(List::PortfolioTitle, i));
    title.is_some_and(|title| matches!(view.word(title + 1), "of" | "for"))
}

/// Where a tagged person's name really ends: with the run of capitals it is in, unless known or headed words follow.
pub(super) fn person_end(view: &View, known: &Known, tokens: &Range<usize>) -> usize {
    let finder = Finder { view, known, words: Words::get() };
    let mut end = tokens.end;
    while let Some(next) = finder.run_continues(end) {
        let fit = (end..next).all(|i| known[i].is_none() && finder.head(i).is_none() && !finder.office(i));
        if !fit || next - tokens.start > 6 || view.listed_before(List::Suffix, end) {
            break;
        }
        end = next;
    }
    end
}

/// What a name's main noun, the last before the first small word, makes of it.
pub(super) fn head_of(view: &View, tokens: &Range<usize>) -> Option<Kind> {
    let small = |i: &usize| matches!(view.word(*i), "of" | "for" | "on" | "against" | "in" | "to");
    let finder = Finder { view, known: &[], words: Words::get() };
    // "Commonwealth Trade Review 2021"
    let dated = tokens.len() > 1 && finder.year(tokens.end - 1);
    let tokens = &(tokens.start..tokens.end - usize::from(dated));
    let end = tokens.clone().find(small).unwrap_or(tokens.end);
    // "USS Gunston Hall" is no hall.
    if tokens.len() > 1 && view.listed(List::ShipPrefix, tokens.start) {
        return Some(Kind::Organization);
    }
    let kind = finder.head(end.checked_sub(1)?);
    // "Gulf of Guinea Commission": the noun of a place opens the name of a body.
    let last = || finder.head(tokens.end - 1).filter(|last| end < tokens.end && *last != Kind::Place);
    if kind == Some(Kind::Place) { last().or(kind) } else { kind }
}

/// "the | 173rd | Airborne Brigade": a unit's name with the number it begins with.
pub(super) fn with_ordinal(view: &View, tokens: &Range<usize>) -> Range<usize> {
    let number = view.before(tokens.start);
    let digits = number.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ordinal =
        matches!(&number[digits.len()..], "st" | "nd" | "rd" | "th") && digits.parse::<u16>().is_ok();
    // "the 132 Air Wing"
    let plain = digits == number && view.tag(tokens.start.wrapping_sub(1)) == "CD" && digits.len() < 5;
    let counted = plain && digits.parse::<u16>().is_ok() && tokens.len() > 1 && {
        let before = tokens.start.checked_sub(2).map_or("", |i| view.word(i));
        matches!(before, "the" | "The")
    };
    let unit = (ordinal || counted) && view.listed_before(List::RegionalHead, tokens.end);
    tokens.start - usize::from(unit)..tokens.end
}

/// Where a tagged body's name really ends: before "of" a country that only says whose it is.
pub(super) fn body_end(view: &View, known: &Known, tokens: &Range<usize>) -> usize {
    let finder = Finder { view, known, words: Words::get() };
    let of = tokens.clone().rev().find(|&i| view.word(i) == "of").filter(|&i| i > tokens.start);
    let cut = of.filter(|&of| {
        let at = if view.word(of + 1) == "the" { of + 2 } else { of + 1 };
        let whose = || finder.elsewhere(tokens.start..of, at, Kind::Organization);
        at < tokens.end && (whose() || finder.part_of(tokens.start..of, at))
    });
    // "the Ministry of National Defence | in Vilnius", but "the Czech Technical University in Prague"
    let school = |i: usize| matches!(view.word(i), "University" | "College" | "School" | "Academy");
    let seat = tokens.clone().rev().find(|&i| view.word(i) == "in" && i > tokens.start && i + 1 < tokens.end);
    let seat = seat.filter(|&i| finder.seat(i + 1) && !(tokens.start..i).any(school));
    cut.or(seat).unwrap_or(tokens.end)
}

/// "Lt. Gen" as "Lt Gen".
fn without_points(text: &str) -> Cow<'_, str> {
    if text.contains('.') { Cow::Owned(text.replace('.', "")) } else { Cow::Borrowed(text) }
}

/// Whether a comma, a stop or a closing bracket stands at `at`, after which a name may go on with nothing.
fn is_punctuated(view: &View, at: usize) -> bool {
    matches!(view.word(at), "," | "." | ";" | ")" | "'s" | "’s") && !view.glued(at + 1)
}

/// Looks for names in one sentence.
pub(super) struct Finder<'v, 'a> {
    pub(super) view: &'v View<'a>,
    pub(super) known: &'v Known,
    pub(super) words: &'static Words,
}

impl Finder<'_, '_> {
    /// Maximal stretches of capitalised words, hyphens and apostrophes inside them included.
    fn runs(&self) -> Vec<Range<usize>> {
        let mut out = Vec::new();
        let mut i = 0;
        while i < self.view.len() {
            if !self.view.named(i) {
                i += 1;
                continue;
            }
            let start = i;
            i += 1;
            while let Some(next) = self.run_continues(i) {
                i = next;
            }
            out.push(start..i);
        }
        out
    }

    /// Where a run goes on after `i`, if it does: a capital at once, or behind a hyphen, particle or plural possessive.
    pub(super) fn run_continues(&self, i: usize) -> Option<usize> {
        let v = self.view;
        if v.named(i) {
            return Some(i + 1);
        }
        let behind = v.named(i + 1);
        if v.hyphen(i)
            && (behind || v.word(i + 1).chars().all(char::is_alphanumeric) && capitalized(v.before(i)))
        {
            return Some(i + 2);
        }
        // "Prague | 5G | Security Conference"
        let figure = v.word(i).starts_with(|c: char| c.is_ascii_digit());
        if behind && figure && v.word(i).ends_with(|c: char| c.is_ascii_uppercase()) {
            return Some(i + 2);
        }
        if behind && v.possessive(i) && self.of_people(i) {
            return Some(i + 2);
        }
        if v.listed(List::Particle, i) && v.tag(i) != "IN" {
            if behind {
                return Some(i + 2);
            }
            if v.listed(List::Particle, i + 1) && v.named(i + 2) {
                return Some(i + 3);
            }
        }
        // 'Hershel "Woody" Williams'
        let quote = |i: usize| matches!(v.word(i), "\"" | "``" | "''" | "“" | "”");
        if quote(i) && behind && quote(i + 2) && v.named(i + 3) {
            return Some(i + 4);
        }
        (v.word(i) == "." && v.before(i).chars().count() == 1 && v.glued(i) && behind).then_some(i + 2)
    }

    /// Whether the possessive at `i` is of many ("Workers' Party", "People's Army"), and so part of a name.
    fn of_people(&self, i: usize) -> bool {
        let owner = self.view.before(i).to_lowercase();
        let plural = matches!(self.view.word(i), "'" | "’") && owner.ends_with('s');
        self.known[i - 1].is_none()
            && (plural || owner.ends_with("men") || owner.ends_with("people") || owner == "children")
    }

    /// What a head noun makes of its name.
    pub(super) fn head(&self, i: usize) -> Option<Kind> {
        if !self.view.named(i) && !self.view.hyphen(i.wrapping_sub(1)) {
            return None;
        }
        let word = self.view.word(i);
        let lists = [
            (List::EventHead, Kind::Event),
            (List::AgreementHead, Kind::Agreement),
            (List::DocumentHead, Kind::Document),
            (List::OrganizationHead, Kind::Organization),
            (List::PlaceHead, Kind::Place),
        ];
        let phrase = || self.words.lists(&self.view.text(&(i..(i + 3).min(self.view.len()))));
        let of = if self.view.word(i + 1) == "of" { phrase() } else { 0 };
        let having = of | self.view.lists(i);
        let listed = |list: List| words::is_among(having, list as usize);
        let kind = lists.into_iter().find(|&(list, _)| listed(list)).map(|(_, kind)| kind);
        // "Fleet Review" is no paper.
        let paired = || i > 0 && self.words.has(List::EventHead, &self.view.text(&(i - 1..i + 1)));
        if kind == Some(Kind::Document) && paired() {
            return Some(Kind::Event);
        }
        if kind == Some(Kind::Agreement) && self.is_staffed(i) {
            return Some(Kind::Organization);
        }
        if kind == Some(Kind::Document) && self.is_undersigned(i) {
            return Some(Kind::Agreement);
        }
        if kind == Some(Kind::Event) && self.is_manned(i) {
            return Some(Kind::Organization);
        }
        if kind == Some(Kind::Organization) && self.is_signed(i) {
            return Some(Kind::Agreement);
        }
        let chamber = word == "House" && self.view.word(i + 1) == "of";
        let company = || i > 0 && self.view.named(i - 1) && self.words.has(List::CompanySuffix, word);
        if chamber || kind.is_none() && company() { Some(Kind::Organization) } else { kind }
    }

    /// Names built round a head noun.
    fn headed(&self, run: &Range<usize>) -> Vec<Shape> {
        let telling = |&i: &usize| self.head(i).is_some() && !self.is_forename(run, i);
        let Some(head) = run.clone().rev().find(telling) else { return Vec::new() };
        let Some(kind) = self.head(head) else { return Vec::new() };
        // "the Heads of State and Government": who they head is nobody's name.
        let before = |back: usize| head.checked_sub(back).map_or("", |i| self.view.word(i));
        if before(1) == "and" && before(2) == "State" || before(1) == "of" && before(2) == "Heads" {
            return Vec::new();
        }
        let start = self.start(run, head);
        if let Some(session) = self.session(start, head) {
            return vec![session];
        }
        let mut end = head + 1;
        let number =
            |i: usize| self.view.word(i).starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase());
        if matches!(self.view.tag(end), "CD") && number(end) && !self.year(end) {
            end += 1;
        }
        if self.is_regional(head, end..run.end) {
            end = run.end;
        }
        let after = if end >= run.end { self.complement(start, end, kind) } else { end };
        let bare = after - start == 1 && !self.sole_body(start);
        if bare || (kind == Kind::Place && after == end && start == head) {
            return Vec::new();
        }
        let mut tokens = with_ordinal(self.view, &self.with_year(start..after, kind));
        // "the World Oil Outlook 2025"
        tokens.end += usize::from(kind == Kind::Document && tokens.end == head + 1 && self.year(tokens.end));
        vec![Shape { tokens, kind, sure: false }]
    }

    /// "the 27th EU–GCC Joint Council", "the 2023 Ministerial Council": with its number or year the name of a council is that
    /// of one of its meetings.
    fn session(&self, start: usize, head: usize) -> Option<Shape> {
        let number = start.checked_sub(1).filter(|_| start < head)?;
        let counted = self.view.word(number).trim_start_matches(|c: char| c.is_ascii_digit());
        let counted =
            counted.len() < self.view.word(number).len() && matches!(counted, "st" | "nd" | "rd" | "th");
        let council = self.view.listed(List::SessionHead, head);
        let dated = self.year(number)
            && !self.view.tag(head + 1).starts_with("NN")
            && !self.view.possessive(head + 1);
        ((counted || dated) && council).then(|| Shape {
            tokens: number..head + 1,
            kind: Kind::Event,
            sure: true,
        })
    }

    /// "Naval Forces Africa", "Joint Force Command Naples", "Carrier Strike Group One": which of several the rest says.
    fn is_regional(&self, head: usize, rest: Range<usize>) -> bool {
        let place = |i: usize| matches!(self.known[i], Some(Kind::Place | Kind::Country));
        // "Joint Interagency Task Force South"
        let number = rest.len() == 1
            && (self.view.listed(List::Ordinal, rest.start) || self.view.listed(List::Compass, rest.start));
        let placed = !rest.is_empty() && rest.clone().all(place);
        self.view.listed(List::RegionalHead, head) && (placed || number)
    }

    /// "Defence Minister Bill Blair", "Bill Burns": a telling noun that is a person's first name.
    fn is_forename(&self, run: &Range<usize>, i: usize) -> bool {
        let follows = i + 1 < run.end && self.head(i + 1).is_none();
        let titled = (run.start..i).any(|t| self.title_end(t) == Some(i));
        follows && self.head(i) == Some(Kind::Document) && (titled || i == run.start)
    }

    /// "Instituto Antártico Chileno", "Agence nationale de la sécurité": in other tongues the telling noun comes first.
    fn foreign(&self, run: &Range<usize>) -> Option<Shape> {
        let v = self.view;
        if !v.listed(List::LeadingHead, run.start) {
            return None;
        }
        let mut end = run.end;
        let joins = |i: usize| {
            let small = v.word(i);
            self.words.has(List::Particle, small)
                || matches!(small, "des" | "für" | "pour" | "para" | "per" | "sur")
        };
        while joins(end) && (v.named(end + 1) || joins(end + 1) && v.named(end + 2)) {
            end += if v.named(end + 1) { 2 } else { 3 };
            while v.named(end) {
                end += 1;
            }
        }
        (end > run.start + 1).then_some(Shape {
            tokens: run.start..end,
            kind: Kind::Organization,
            sure: false,
        })
    }

    /// "Operation Render Safe": whatever its other words mean elsewhere.
    fn operation(&self, run: &Range<usize>) -> Option<Shape> {
        let code = run.start + 1..run.end;
        let called = matches!(self.view.word(run.start), "Operation" | "OPERATION") && !code.is_empty();
        let free = || code.clone().all(|i| matches!(self.known[i], None | Some(Kind::Event | Kind::Place)));
        let bare = |i: usize| !matches!(self.head(i), Some(Kind::Organization | Kind::Event));
        (called && free() && code.clone().all(bare)).then(|| Shape {
            tokens: run.clone(),
            kind: Kind::Event,
            sure: true,
        })
    }

    /// "UNOCI in Côte d'Ivoire", "`maCERT` of Morocco": initials nobody knows are a body's, unless they are those of a thing
    /// or say which thing is meant ("HIMARS launchers").
    fn initialism(&self, run: &Range<usize>) -> Option<Shape> {
        let v = self.view;
        let (word, at) = (v.word(run.start), run.start);
        let letters = || {
            is_prefixed_acronym(word)
                || word.len() > 3 && word.len() < 13 && word.bytes().all(|letter| letter.is_ascii_uppercase())
        };
        let alone = run.len() == 1 && !v.titled && !v.begins(at) && self.known[at].is_none() && !v.capitals;
        let untagged =
            || v.tokens[at].entity == EntityTag::Outside && !self.words.has(List::CommonAcronym, word);
        let beside =
            || v.tag(at + 1).starts_with("NN") || v.tag(at + 1) == "CD" || v.glued(at) || v.glued(at + 1);
        let bracketed = || v.before(at) == "(" && v.word(at + 1) == ")";
        // "MINISTER'S TOUR": a heading run into the text.
        let shouted =
            |i: usize| v.word(i).len() > 1 && v.word(i).bytes().all(|b| b.is_ascii_uppercase() || b == b'\'');
        let shouted = at > 0 && shouted(at - 1) || shouted(at + 1);
        let fits = alone
            && letters()
            && !shouted
            && untagged()
            && (bracketed() || !beside() || is_punctuated(v, at + 1));
        let kind = if word.ends_with("EX") { Kind::Event } else { Kind::Organization };
        fits.then(|| Shape { tokens: run.clone(), kind, sure: false })
    }

    /// "`OpenAI`", "`EximBank`": a capital inside one word that stands alone is how companies write themselves.
    fn blended(&self, run: &Range<usize>) -> Option<Shape> {
        let word = self.view.word(run.start);
        let alone = run.len() == 1 && self.known[run.start].is_none() && !self.person_tagged(run.start);
        (alone && is_blended(word)).then(|| Shape {
            tokens: run.clone(),
            kind: Kind::Organization,
            sure: false,
        })
    }

    /// "the Navy", "Chile's Senate": a body every state has, named by its noun alone.
    fn sole_body(&self, at: usize) -> bool {
        let before = self.view.before(at);
        let definite = before.eq_ignore_ascii_case("the") || at > 0 && self.view.possessive(at - 1);
        definite && self.view.listed(List::SoleBody, at)
    }

    /// Where the name round a head begins: after a title and its office, or before an "and" that belongs to it.
    fn start(&self, run: &Range<usize>, head: usize) -> usize {
        let mut start = run.start;
        for i in run.start..head {
            if self.view.possessive(i + 1) && !self.of_people(i + 1) {
                start = i + 2;
            }
        }
        // "Two Royal Navy ships"
        if start == 0 && self.view.listed(List::Ordinal, 0) && self.view.tag(run.end) == "NNS" {
            return 1;
        }
        if start == run.start {
            while let Some(earlier) = self.joined_before(start) {
                start = earlier;
            }
        }
        start
    }

    /// The start of "General Intelligence and" before "Security Service".
    fn joined_before(&self, start: usize) -> Option<usize> {
        let v = self.view;
        if start < 3 || !matches!(v.word(start - 1), "and" | "&") {
            return None;
        }
        if v.word(start - 2) == "," {
            return self.stray_comma_before(start);
        }
        if !v.named(start - 2) {
            return None;
        }
        let mut first = start - 2;
        while first > 0 && (v.named(first - 1) || v.hyphen(first - 1)) {
            first -= 1;
        }
        let free = (first..start - 1).all(|i| self.head(i).is_none());
        // "the Sahel and West Africa Programme"
        let region = |i: usize| v.listed(List::Region, i) && first + 1 == start - 1;
        let regions = region(start - 2) && (region(start) || region(start + 1));
        // "the African and Malagasy Union": two adjectives of peoples share the noun.
        let people = |i: usize| {
            v.word(i).ends_with("an") || self.known[i] == Some(Kind::Country) && v.tag(i) != "NNPS"
        };
        let peoples = first + 1 == start - 1
            && v.before(first).eq_ignore_ascii_case("the")
            && v.word(first).ends_with("an")
            && self.known[first] != Some(Kind::Country)
            && people(start)
            && v.named(start + 1);
        let last_known = self.known[start - 2].is_some() && !regions && !peoples;
        let listed = matches!(v.before(first), "," | "and");
        let common = v.listed(List::Generic, start - 2);
        let person = self.person_tagged(start - 2) && !common;
        let unknown = self.known[start].is_none() || regions || peoples;
        (free && !last_known && !listed && unknown && !person).then_some(first)
    }

    /// The start of "the Science, and" before "Technology Committee".
    fn stray_comma_before(&self, start: usize) -> Option<usize> {
        let v = self.view;
        let first =
            start.checked_sub(3).filter(|&i| v.named(i) && v.before(i).eq_ignore_ascii_case("the"))?;
        let free = |i: usize| self.head(i).is_none() && self.known[i].is_none() && !self.person_tagged(i);
        (free(first) && self.known[start].is_none()).then_some(first)
    }

    pub(super) fn person_tagged(&self, i: usize) -> bool {
        use crate::language::{EntityClass, EntityTag};
        matches!(
            self.view.tokens[i].entity,
            EntityTag::Begin(EntityClass::Person) | EntityTag::Inside(EntityClass::Person)
        )
    }

    /// Where "of X and Y", "for X", "on X" after a head noun end.
    fn complement(&self, start: usize, from: usize, kind: Kind) -> usize {
        let (mut end, mut joiners) = (from, Vec::new());
        while let Some(next) = self.complement_part(start, end, &joiners, kind) {
            joiners.push(self.view.word(end));
            end = next;
        }
        end
    }

    /// The end of one more part at `end`, after the parts joined by `joiners`.
    fn complement_part(&self, start: usize, end: usize, joiners: &[&str], kind: Kind) -> Option<usize> {
        let v = self.view;
        let joiner = v.word(end);
        let first = joiners.is_empty();
        let fits = match joiner {
            "of" => true,
            // "Heraklion on Crete", "the Philippine Sea for ten days"
            _ if kind == Kind::Place && first => false,
            "for" => first || joiners.last() == Some(&"and") || self.of_what(end),
            "on" => first || self.of_what(end),
            "against" => first || self.of_what(end) || joiners.contains(&"on"),
            "in" => {
                let about = || joiners.first() == Some(&"on") && joiners.last() == Some(&"of");
                matches!(joiners.last(), Some(&("for" | "on" | "and" | "against")))
                    && joiners.first() != Some(&"of")
                    || about()
            }
            "to" => kind == Kind::Document || matches!(v.before(end), "Delegation" | "Mission" | "Embassy"),
            "and" | "&" => !first,
            "," => {
                let about = joiners.first() == Some(&"on") && kind == Kind::Agreement;
                !first && (kind == Kind::Organization || about) && self.list_goes_on(end)
            }
            _ => false,
        };
        if !fits {
            return None;
        }
        let mut at = end + 1;
        if joiner == "," && matches!(v.word(at), "and" | "&") {
            at += 1;
        }
        if v.word(at) == "the" && !matches!(joiner, "and" | "&" | ",") {
            at += 1;
        }
        if !v.named(at) || v.date(at) || (matches!(joiner, "and" | "&" | ",") && self.stands_alone(at, end)) {
            return None;
        }
        // "the Convention on Cybercrime in Budapest": where it was made, not what it is called.
        let placed = joiner == "in" && kind != Kind::Organization;
        if placed && self.known[at] == Some(Kind::Country) || joiner == "in" && self.seat(at) {
            return None;
        }
        if joiner == "for" && self.known[at] == Some(Kind::Country) && self.is_known_body(start..end) {
            return None;
        }
        if joiner == "of"
            && (self.office(at) || self.elsewhere(start..end, at, kind) || self.part_of(start..end, at))
        {
            return None;
        }
        // "Unit 74455 of the GRU": a number is name enough.
        let numbered = (start..end).any(|i| v.word(i).starts_with(|c: char| c.is_ascii_digit()));
        if joiner == "of"
            && numbered
            && kind == Kind::Organization
            && self.known[at] == Some(Kind::Organization)
        {
            return None;
        }
        Some(self.part_end(at))
    }

    /// "the Bank for International Settlements | in Basel": a town, and nothing more of a name behind it.
    fn seat(&self, at: usize) -> bool {
        let end = self.part_end(at);
        let town = |i: usize| self.known[i] == Some(Kind::Place) && !self.view.listed(List::Region, i);
        (at..end).all(town) && !matches!(self.view.word(end), "and" | "&")
    }

    /// "Memorandum of Understanding | on Defence", "Letter of Intent | for a Fund": the words before say what sort of
    /// agreement it is and nothing of what it is about.
    fn of_what(&self, end: usize) -> bool {
        matches!(self.view.before(end), "Understanding" | "Intent" | "Principles" | "Agreement")
    }

    /// Whether "of" a country or city says whose a body with a name of its own is, rather than ending its name.
    fn elsewhere(&self, name: Range<usize>, at: usize, kind: Kind) -> bool {
        let common = |i: usize| {
            let word = self.view.word(i);
            self.words.has(List::Generic, word)
                || self.words.has(List::OrganizationHead, word)
                || !capitalized(word)
        };
        // "for the Conservation of Antarctic Marine Resources": more than a place follows.
        let known_end = (at..self.view.len()).find(|&i| self.known[i].is_none()).unwrap_or(self.view.len());
        let goes_on = self.part_end(at) > known_end;
        // "the Movement for the Liberation of Angola": what it is for.
        let purpose = name.len() > 3 && self.view.before(name.end - 1) == "the";
        let called_so = || {
            self.is_known_body(name.clone()) || !name.clone().all(|i| common(i) || self.known[i].is_some())
        };
        kind == Kind::Organization
            && !goes_on
            && !purpose
            && matches!(self.known[at], Some(Kind::Country | Kind::Place))
            && called_so()
    }

    /// Whether a name is a known body's by itself, and says more than what sort of body it is: "Arab League | for Syria".
    fn is_known_body(&self, mut name: Range<usize>) -> bool {
        let body = |i: usize| self.known[i] == Some(Kind::Organization);
        let common = |word: &str| !capitalized(word) || self.words.has(List::Generic, word);
        name.clone().all(body) && !name.all(|i| common(self.view.word(i)))
    }

    /// "the Cyber Crime Bureau | of the National Police", "the General Staff | of the Armed Forces": whether a body follows "of"
    /// that the named part belongs to.
    fn part_of(&self, name: Range<usize>, at: usize) -> bool {
        let part = name.len() > 1
            && self.view.listed(List::PartHead, name.end - 1)
            && name.clone().all(|i| self.view.named(i) || matches!(self.view.word(i), "and" | "&"));
        let whole = || {
            let last = self.part_end(at) - 1;
            self.known[at] == Some(Kind::Organization)
                || last > at && self.head(last) == Some(Kind::Organization)
        };
        part && self.view.before(at) == "the" && whole()
    }

    /// The end of the run at `at`, or of the country it begins with if no head noun ends it.
    fn part_end(&self, at: usize) -> usize {
        let mut stop = at + 1;
        while let Some(next) = self.run_continues(stop) {
            stop = next;
        }
        if self.known[at] == Some(Kind::Country) && self.head(stop - 1).is_none() {
            return (at..stop).find(|&i| self.known[i] != Some(Kind::Country)).unwrap_or(stop);
        }
        stop
    }

    /// Whether what follows "and" is a name of its own rather than more of this one.
    fn stands_alone(&self, at: usize, joiner: usize) -> bool {
        let v = self.view;
        let mut stop = at + 1;
        while let Some(next) = self.run_continues(stop) {
            stop = next;
        }
        let whole_known = (at..stop).all(|i| self.known[i].is_some());
        // "East Asian and Pacific Affairs": two adjectives share what follows.
        let shared = v.tag(joiner - 1).starts_with("JJ") || v.word(joiner - 1).ends_with("ian");
        let before_known = self.known[joiner - 1].is_some() && !(shared && stop > at + 1 && !whole_known);
        let own_head = (at..stop)
            .any(|i| self.head(i).is_some() && i + 1 == stop && matches!(v.word(stop), "of" | "for" | "("));
        whole_known || before_known || own_head || self.office(at) || self.person_tagged(at)
    }

    /// Whether a title begins here and a name follows it.
    fn office(&self, at: usize) -> bool {
        self.title_end(at).is_some_and(|end| self.view.named(end))
    }

    /// Whether the comma at `at` is inside "Science, Innovation and Technology".
    fn list_goes_on(&self, at: usize) -> bool {
        let v = self.view;
        let mut i = at;
        for _ in 0..4 {
            i += 1;
            if matches!(v.word(i), "and" | "&") {
                return v.named(i + 1) && self.known[i + 1].is_none();
            }
            if !v.named(i) || self.known[i].is_some() || self.person_tagged(i) {
                return false;
            }
            while let Some(next) = self.run_continues(i + 1) {
                i = next - 1;
            }
            if matches!(v.word(i + 1), "and" | "&") {
                return v.named(i + 2) && self.known[i + 2].is_none() && !self.office(i + 2);
            }
            if v.word(i + 1) != "," {
                return false;
            }
            i += 1;
        }
        false
    }

    fn year(&self, i: usize) -> bool {
        let word = self.view.word(i);
        word.len() == 4 && word.parse::<u16>().is_ok_and(|y| (1800..2200).contains(&y))
    }

    /// An event with the year before or after it.
    fn with_year(&self, tokens: Range<usize>, kind: Kind) -> Range<usize> {
        let mut tokens = tokens;
        if kind == Kind::Event {
            if tokens.start > 0 && self.year(tokens.start - 1) && !self.month(tokens.start.wrapping_sub(2)) {
                tokens.start -= 1;
            }
            if self.year(tokens.end) {
                tokens.end += 1;
            }
        }
        tokens
    }

    fn month(&self, i: usize) -> bool {
        self.view.listed(List::Date, i)
    }

    /// "Malabar 2024", "Dosti-16": an unknown name with a year or number.
    fn numbered(&self, run: &Range<usize>) -> Vec<Shape> {
        let v = self.view;
        if run.clone().any(|i| self.month(i)) {
            return Vec::new();
        }
        let dashed = run.end >= run.start + 3
            && v.hyphen(run.end - 2)
            && v.word(run.end - 1).len() == 2
            && v.word(run.end - 1).bytes().all(|b| b.is_ascii_digit());
        let shouted = run.len() == 1 && acronym(v.word(run.start));
        // "Pacific Steller 2025": a region may open the name of an exercise.
        let opened = |i: usize| i == run.start && run.len() > 1 && self.known[i] == Some(Kind::Place);
        let unknown = |i: usize| {
            opened(i) && self.known[i + 1].is_none() && self.year(run.end)
                || matches!(self.known[i], None | Some(Kind::Event))
                || shouted && self.known[i] == Some(Kind::Place)
        };
        let event = run.clone().any(|i| self.known[i] == Some(Kind::Event));
        if !run.clone().all(unknown) || v.capitals && !event {
            return Vec::new();
        }
        if self.is_numbered_as_romans_do(run) {
            return vec![Shape { tokens: run.clone(), kind: Kind::Event, sure: true }];
        }
        if self.edition(run) {
            return vec![Shape { tokens: run.start..run.end + 1, kind: Kind::Event, sure: true }];
        }
        // "CTF 150"
        let count = |i: usize| {
            v.tag(i) == "CD" && v.word(i).len() <= 3 && v.word(i).bytes().all(|b| b.is_ascii_digit())
        };
        if shouted
            && count(run.end)
            && !v.tag(run.end + 1).starts_with("NN")
            && self.known[run.start].is_none()
        {
            return vec![Shape { tokens: run.start..run.end + 1, kind: Kind::Organization, sure: false }];
        }
        let last = v.word(run.end - 1);
        let counted = last.split_once('-').is_some_and(|(name, number)| {
            name.chars().count() > 3 && !acronym(name) && number.parse::<u16>().is_ok()
        });
        if dashed || counted {
            return vec![Shape { tokens: run.clone(), kind: Kind::Event, sure: false }];
        }
        let headed = self.head(run.end - 1).is_some_and(|k| k != Kind::Event);
        if self.year(run.end) && !headed && !v.titled
            || self.year(run.end) && run.end + 1 == v.len() && !headed
        {
            return vec![Shape { tokens: run.start..run.end + 1, kind: Kind::Event, sure: event }];
        }
        Vec::new()
    }

    /// "Monday 25 January": the number is of a day.
    pub(super) fn date_beside(&self, number: usize) -> bool {
        self.month(number + 1) || number > 0 && self.month(number - 1)
    }

    /// "2004 Canadian federal election".
    fn elections(&self) -> Vec<Shape> {
        let v = self.view;
        let mut out = Vec::new();
        for i in 0..v.len() {
            if !v.listed_small(List::Election, i) {
                continue;
            }
            let mut start = i;
            while start > 0 && v.listed_before(List::ElectionAdjective, start) {
                start -= 1;
            }
            while start > 1
                && (v.named(start - 1)
                    || v.hyphen(start - 1)
                    || v.word(start - 1) == "of" && v.named(start - 2))
            {
                start -= 1;
            }
            if start > 0 && self.year(start - 1) {
                start -= 1;
                if start > 0 && self.month(start - 1) {
                    start -= 1;
                }
                let mut end = i + 1;
                if v.word(end) == "in" && v.named(end + 1) {
                    end += 2;
                    while v.named(end) {
                        end += 1;
                    }
                }
                if i > start + 1 {
                    out.push(Shape { tokens: start..end, kind: Kind::Event, sure: false });
                }
            }
        }
        out
    }

    /// The end of the longest title that begins at `at`, with its modifiers ("Deputy Prime Minister").
    pub(super) fn title_end(&self, at: usize) -> Option<usize> {
        let v = self.view;
        if !self.words.opens_title(&without_points(v.word(at))) {
            return None;
        }
        (1..=5usize.min(v.len().saturating_sub(at))).rev().map(|n| at..at + n).find_map(|range| {
            let text = self.view.text(&range);
            let text = without_points(&text);
            let singular = text.strip_suffix('s').unwrap_or(&text);
            let known = self.words.has(List::Title, &text) || self.words.has(List::Title, singular);
            known.then_some(range.end + usize::from(v.word(range.end) == "." && v.glued(range.end)))
        })
    }

    /// "the ECOWAS summit", with a year if there is one.
    fn summit(&self, run: &Range<usize>) -> Vec<Shape> {
        let v = self.view;
        let body = |i: usize| self.known[i] == Some(Kind::Organization) || acronym(v.word(i));
        if v.word(run.end) != "summit" || !run.clone().all(body) {
            return Vec::new();
        }
        vec![Shape {
            tokens: self.with_year(run.start..run.end + 1, Kind::Event),
            kind: Kind::Event,
            sure: false,
        }]
    }

    /// Unknown names that the noun beside them explains: "the group Anonymous", "exercise Aurora", "the Conti gang".
    fn introduced(&self, run: &Range<usize>) -> Vec<Shape> {
        let v = self.view;
        let local = run.len() > 1
            && acronym(v.word(run.start))
            && self.known[run.start].is_none()
            && (run.start + 1..run.end).all(|i| matches!(self.known[i], Some(Kind::Place | Kind::Country)));
        if local && !v.capitals {
            return vec![Shape { tokens: run.clone(), kind: Kind::Organization, sure: false }];
        }
        if let Some(kind) = self.called_after(run) {
            return vec![Shape { tokens: run.clone(), kind, sure: true }];
        }
        let before = v.before(run.start);
        // "The exercise, Baltic Zenith, is run by X": set off by commas.
        let set_off = before == "," && v.word(run.end) == "," && run.start > 1;
        let before = if set_off && v.word(run.start.saturating_sub(3)).eq_ignore_ascii_case("the") {
            v.word(run.start - 2)
        } else {
            before
        };
        let exercise = self.words.has(List::Exercise, &lowered(before));
        // "the exercise Arctic Challenge": a region may open the name.
        let region = exercise && run.len() > 1 && self.known[run.start] == Some(Kind::Place);
        let rest = run.start + usize::from(region)..run.end;
        if rest.clone().any(|i| self.known[i].is_some() || self.head(i).is_some()) || self.office(run.start) {
            return Vec::new();
        }
        let alias =
            self.words.has(List::Alias, before) || before == "of" && v.before(run.start - 1) == "name";
        if exercise || self.is_taken_part_in(run) || alias && self.exercise_near(run.start) {
            let end = run.end + usize::from(self.is_numbered(run));
            let tokens = self.with_year(run.start..end, Kind::Event);
            return vec![Shape { tokens, kind: Kind::Event, sure: true }];
        }
        let listed = self.noun_of_list(run);
        let called = |list: List| {
            self.words.has(list, before) || listed.as_deref().is_some_and(|noun| self.words.has(list, noun))
        };
        let kind = if called(List::Group) || alias && self.group_near(run.start) {
            Kind::Organization
        } else if called(List::Place) || before == "of" && v.listed_before(List::Place, run.start - 1) {
            Kind::Place
        } else {
            match v.word(run.end) {
                "gang" | "group" | "crew" | "militia" | "hackers" | "collective" => Kind::Organization,
                "exercise" | "exercises" | "drills" => Kind::Event,
                "resort" | "province" | "airport" | "peninsula" | "region" | "district" => Kind::Place,
                _ => return Vec::new(),
            }
        };
        let group = before == "the" && kind == Kind::Organization;
        vec![Shape { tokens: run.clone(), kind, sure: kind == Kind::Place || group }]
    }

    /// "the news outlets A, B and | C": the noun in the plural, here in the singular, that a list of names stands behind.
    fn noun_of_list(&self, run: &Range<usize>) -> Option<Cow<'_, str>> {
        let v = self.view;
        let joins = |i: usize| matches!(v.word(i), "," | "and" | "or");
        let mut at = run.start;
        while at > 0 && (joins(at - 1) || v.named(at - 1)) {
            at -= 1;
        }
        let noun = at.checked_sub(1).filter(|&i| v.tag(i) == "NNS" && !joins(at))?;
        Some(lemma(v.word(noun), Tag::NNS))
    }

    /// "drills code-named Silent Wolf", "an operation under the name of Unified Protector".
    fn exercise_near(&self, at: usize) -> bool {
        let near = at.saturating_sub(10)..at;
        near.into_iter().any(|i| self.view.listed(List::Exercise, i) && !self.view.named(i))
    }

    /// "Kongsberg, a company owned by Norway": what an unknown name, or one of a place, is called after a comma.
    fn called_after(&self, run: &Range<usize>) -> Option<Kind> {
        let v = self.view;
        let article = run.end + 1;
        if v.word(run.end) != "," || !matches!(v.word(article), "a" | "an" | "another" | "one" | "the") {
            return None;
        }
        let noun = (article + 1..article + 6).take_while(|&i| {
            let tag = v.tag(i);
            tag.starts_with("NN")
                || tag.starts_with("JJ")
                || matches!(tag, "VBN" | "HYPH" | "CD" | "RB" | "VBG")
        });
        let head = noun.filter(|&i| v.tag(i).starts_with("NN") && !v.named(i)).last()?;
        let noun = v.word(head);
        // "Merz, the party's leader", and a list: "Siemens, the group and its partners"
        if v.possessive(head + 1) || v.word(article) == "the" && v.word(head + 1) == "and" {
            return None;
        }
        let kind = if self.words.has(List::Group, noun) && noun != "team" || ships::is_vessel(noun) {
            Kind::Organization
        } else if self.words.has(List::Exercise, noun) {
            Kind::Event
        } else if matches!(noun, "town" | "city" | "village" | "port" | "suburb" | "resort" | "island") {
            Kind::Place
        } else {
            return None;
        };
        let body = kind == Kind::Organization;
        let unknown = |i: usize| {
            let fresh = self.known[i].is_none() || body && self.known[i] == Some(Kind::Place);
            fresh && self.head(i).is_none()
        };
        let personal = !body && v.listed(List::Forename, run.start);
        (run.clone().all(unknown) && !self.office(run.start) && !personal).then_some(kind)
    }

    /// Whether one of the few words before `at` is a noun of groups.
    fn group_near(&self, at: usize) -> bool {
        (at.saturating_sub(5)..at).any(|i| self.view.listed(List::Group, i))
    }

    /// Titles of what is published, told by the words around them.
    fn titles_of_works(&self) -> Vec<Shape> {
        let titles = (0..self.view.len()).filter_map(|i| {
            let after_noun = || self.title_after_noun(i);
            after_noun().or_else(|| self.title_after_verb(i)).or_else(|| self.title_before_noun(i))
        });
        titles.map(|tokens| Shape { tokens, kind: Kind::Document, sure: false }).collect()
    }

    /// After a noun of publications: "a handbook, Cables and Storms," or in quotation marks.
    fn title_after_noun(&self, noun: usize) -> Option<Range<usize>> {
        let v = self.view;
        if !v.listed(List::Publication, noun) {
            return None;
        }
        let called = |i: usize| matches!(v.word(i), "titled" | "entitled" | "called");
        let mut at = noun + 1;
        while at < noun + 5 && !called(at) && !matches!(v.word(at), "," | ":" | "." | "") {
            at += 1;
        }
        let mut named = false;
        while called(at) || matches!(v.word(at), "," | "“" | "\"" | "``" | ":") {
            named |= called(at);
            at += 1;
        }
        let end = self.title_case_end(at);
        let long = if named { 2 } else { 3 };
        (at > noun + 1 && end >= at + long).then_some(at..end)
    }

    /// After a verb of publishing: "issues the Threat Landscape each autumn", "brought out The Military Balance".
    fn title_after_verb(&self, verb: usize) -> Option<Range<usize>> {
        let v = self.view;
        if !v.listed(List::Publishing, verb) || !v.tag(verb).starts_with('V') {
            return None;
        }
        let small = |i: usize| {
            !v.named(i)
                && matches!(v.tag(i), "DT" | "JJ" | "JJS" | "PRP$" | "RP" | "VBG")
                && v.word(i) != "The"
        };
        let at = verb + 1 + (verb + 1..verb + 5).take_while(|&i| small(i)).count();
        let title = at..self.title_case_end(at);
        // "the ENISA Threat Landscape", "the Tallinn Manual"
        let opens = |i: usize| i == at && matches!(self.known[i], Some(Kind::Organization | Kind::Place));
        let known = |i: usize| self.known[i].is_some_and(|kind| kind != Kind::Document) && !opens(i);
        let own = |i: usize| known(i) || v.possessive(i) || v.listed(List::Title, i);
        let body = || head_of(v, &title).is_some_and(|kind| kind != Kind::Document);
        let person = || matches!(v.tokens[at].entity, EntityTag::Begin(EntityClass::Person));
        (title.len() >= 2 && !title.clone().any(own) && !body() && !person()).then_some(title)
    }

    /// Before a noun of publications: "Killed in Their Beds, the report that the society issued".
    fn title_before_noun(&self, noun: usize) -> Option<Range<usize>> {
        let v = self.view;
        let told = matches!(v.word(noun + 1), "that" | "which" | "," | "by" | "on" | "about" | "of")
            || v.tag(noun + 1) == "VBN";
        if !told || !v.listed(List::Publication, noun) {
            return None;
        }
        let article =
            (noun.saturating_sub(3)..noun).find(|&i| matches!(v.word(i), "the" | "a" | "an" | "its"))?;
        let comma = article.checked_sub(1).filter(|&i| v.word(i) == ",")?;
        let start = (0..comma)
            .find(|&i| capitalized(v.word(i)) && v.word(i) != "In" && self.title_case_end(i) == comma)?;
        let opens = start == 0 || matches!(v.word(start - 1), "," | "In" | "in" | "“" | "\"");
        let unknown = !(start..comma).any(|i| self.known[i].is_some() || v.date(i));
        (comma >= start + 2 && opens && unknown && head_of(v, &(start..comma)).is_none())
            .then_some(start..comma)
    }

    /// The end of a title in title case that begins at `at`.
    fn title_case_end(&self, at: usize) -> usize {
        let v = self.view;
        let small = |w: &str| {
            JOINERS.contains(&w) || matches!(w, "a" | "an" | "with" | "from" | "by" | "at" | "without")
        };
        let (mut i, mut end) = (at, at);
        while i < v.len() {
            let edition = || i > at && v.word(i).starts_with(|c: char| c.is_ascii_digit()) && !self.year(i);
            if capitalized(v.word(i)) || edition() {
                end = i + 1;
            } else if i == at || !(small(v.word(i)) || v.hyphen(i) || v.possessive(i)) {
                break;
            }
            i += 1;
        }
        // "titled Paths to Peace | in June": when it came out.
        let dated = end > at + 3 && self.month(end - 1) && matches!(v.word(end - 2), "in" | "on");
        if dated { end - 2 } else { end }
    }
}
/// Whether two small letters or more and then a capital follow the first capital, as in no person's name.
fn is_blended(word: &str) -> bool {
    let personal = ["Mac", "Van", "Fitz", "Von", "San"].iter().any(|p| word.starts_with(p));
    let mut letters = word.chars().skip(1).skip_while(|c| c.is_lowercase());
    let small = word.chars().skip(1).take_while(|c| c.is_lowercase()).count();
    capitalized(word) && !personal && small >= 2 && letters.next().is_some_and(char::is_uppercase)
}
