//! Frames: the English that expresses a relation, written as example clauses and compiled to patterns.
//!
//! A clause is written with lemmas and the slots `S` (subject), `O` (object) and `R` (an office):
//!
//! ```text
//! S visit|tour O               a verb, its subject and object; `|` gives alternatives
//! S pay a visit to O           a light verb: the noun is required
//! S and O hold talks           both slots in one coordinated place
//! S be a member of O           a nominal predicate: also matches "S, a member of O" and "O member S"
//! S be based in O              a passive
//! S's visit to O               a noun with its arguments
//! S apply to join O            an infinitive complement
//! S:Person head O:Country       a slot may name the kinds it takes
//! S withdraw (from O)          in brackets: may go without saying, the passage's topic then fills it
//! S put+on O                   a particle that is also a preposition
//! _ host S in O                whoever does it
//! S's seat ~ be in O           a noun phrase as the subject of the verb after `~`
//! S provide O with *           `*` is any common noun
//! S list O !as                 without any argument after that preposition
//! S send <personnel> to O      any word of a group that is declared beside the frames
//! S be in O @                  only where the clause says when
//! ```
//!
//! The engine, not the author, handles tense, voice, coordination, apposition, relative clauses and control.

mod groups;
mod read;

pub(super) use groups::WordGroups;
pub(super) use read::of_relation;

use crate::graph::{Kind, Status};
use crate::language::{Tag, lemma};
use std::fmt;

/// A place in a frame that the text fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Slot {
    /// The statement's subject.
    Subject,
    /// The statement's object.
    Object,
    /// Subject and object together, in one coordinated or plural phrase ("S and O").
    Both,
    /// The object, or what the passage is about when the text leaves it out.
    Topic,
}

/// How an argument hangs on its head, after passives, relatives and control are undone.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Who does it.
    Subject,
    /// Whom or what it is done to.
    Object,
    /// The receiver ("give O aid").
    Indirect,
    /// After this preposition (in a pattern: any of these, `on|against`; with `of` among them, whose it is too).
    Preposition(String),
    /// "X's noun", "noun of X", "X noun", "Xish noun".
    Possessor,
    /// What a nominal predicate is said of: copula subject, apposition either way, "as".
    Is,
    /// An infinitive complement.
    Infinitive,
    /// An adjective or noun before the head.
    Modifier,
}

impl Role {
    /// Whether an argument found under `found` can fill this role of a pattern.
    #[must_use]
    pub fn accepts(&self, found: &Self) -> bool {
        match (self, found) {
            (Self::Preposition(_), Self::Preposition(one)) => self.accepts_preposition(one),
            (Self::Preposition(_), Self::Possessor) => self.accepts_preposition(POSSESSIVE),
            _ => self == found,
        }
    }

    /// Whether an argument after that preposition can fill this role of a pattern.
    pub(crate) fn accepts_preposition(&self, one: &str) -> bool {
        matches!(self, Self::Preposition(any) if is_one_of(any, one))
    }
}

/// Whether a word is among the alternatives that bars part. Asked of every argument in sight of a frame, it goes by bytes.
fn is_one_of(any: &str, one: &str) -> bool {
    any.as_bytes().split(|&byte| byte == b'|').any(|word| word == one.as_bytes())
}

/// What an argument must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// Whatever fills the slot.
    Slot(Slot),
    /// A word with arguments of its own.
    Node(Node),
}

/// Whether a word is used as a verb or as a noun (or adjective) predicate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordClass {
    /// A verb.
    Verb,
    /// A noun or adjective.
    Nominal,
}

/// A required word and its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Any of these lemmas.
    pub lemmas: Vec<String>,
    /// Verb or nominal.
    pub class: WordClass,
    /// A particle the verb must have ("set up").
    pub particle: Option<String>,
    /// Arguments, each required.
    pub arguments: Vec<(Role, Argument)>,
    /// A preposition the word must not have ("list O as a partner").
    pub without: Option<String>,
}

/// A compiled frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Local name of the relation it expresses.
    pub relation: String,
    /// The clause as written.
    pub clause: String,
    /// The pattern.
    pub pattern: Node,
    /// Kinds the subject must be of, if the clause says so.
    pub subject_kinds: Vec<Kind>,
    /// Kinds the object must be of, if the clause says so.
    pub object_kinds: Vec<Kind>,
    /// The status it gives of itself ("S skip O" denies that S took part).
    pub status: Option<Status>,
    /// Whether it says something only with a time beside it ("S be in O @").
    pub dated: bool,
    /// The office it implies ("S chair O" makes S the chair), for `holdsPosition`.
    pub role: Option<String>,
    /// Sentences it must match, slots marked: `S{Blinken} visited O{Tokyo}.`
    pub examples: Vec<String>,
}

impl Frame {
    /// Whether subject and object do it to each other ("S and O blame other").
    #[must_use]
    pub fn is_mutual(&self) -> bool {
        self.pattern.arguments.iter().any(|(_, argument)| *argument == Argument::Slot(Slot::Both))
    }
}

/// Why a clause is not a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameError(String);

impl fmt::Display for FrameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Among the alternatives of a preposition: a possessor will do ("member of|in O": "O's member").
const POSSESSIVE: &str = "'s";
const DETERMINERS: &[&str] = &["a", "an", "the", "its", "their", "one"];
const PARTICLES: &[&str] = &["up", "out", "off", "down", "back", "away", "together", "forward"];
const PREPOSITIONS: &[&str] = &[
    "to",
    "of",
    "in",
    "with",
    "by",
    "from",
    "at",
    "on",
    "for",
    "between",
    "against",
    "among",
    "amongst",
    "across",
    "into",
    "under",
    "during",
    "within",
    "as",
    "alongside",
    "beside",
    "over",
    "through",
    "off",
    "near",
    "around",
    "towards",
    "toward",
    "behind",
    "upon",
    "inside",
    "outside",
    "onto",
];
const IRREGULAR_PARTICIPLES: &[&str] = &[
    "held",
    "led",
    "built",
    "sent",
    "hit",
    "struck",
    "run",
    "put",
    "met",
    "set",
    "made",
    "given",
    "drawn",
    "won",
    "thrown",
    "chosen",
    "written",
    "brought",
    "driven",
    "known",
    "shot",
    "overthrown",
    "begun",
    "bound",
];

/// Compiles one clause.
///
/// # Errors
/// A clause without `S` and `O`, or that is no clause of the grammar above.
pub fn compile(clause: &str) -> Result<Node, FrameError> {
    let spaced = clause.replace('(', " ( ");
    let words: Vec<&str> = words(&spaced).collect();
    let mut parser = Parser { words: &words, at: 0 };
    let node = parser.clause()?;
    if parser.at < words.len() {
        return Err(FrameError(format!("did not expect `{}` there", words[parser.at])));
    }
    check_slots(&node)?;
    Ok(node)
}

/// The words of a clause, `'s` apart from its noun and slots without their kinds.
fn words(clause: &str) -> impl Iterator<Item = &str> {
    let parts = |word| match str::strip_suffix(word, POSSESSIVE) {
        Some(owner) => [owner, POSSESSIVE],
        None => [word, ""],
    };
    let words = clause.split([' ', ')']).flat_map(parts);
    words.map(|word| word.split_once(':').map_or(word, |(slot, _)| slot)).filter(|word| !word.is_empty())
}

/// The kinds a slot of the clause names: `O:Country|Place`.
fn slot_kinds(clause: &str, slot: &str) -> Result<Vec<Kind>, FrameError> {
    if !clause.as_bytes().contains(&b':') {
        return Ok(Vec::new());
    }
    let mut words = clause.split([' ', '(', ')']).map(|w| w.strip_suffix(POSSESSIVE).unwrap_or(w));
    let kinds = words.find_map(|w| w.strip_prefix(slot)?.strip_prefix(':'));
    let names = kinds.into_iter().flat_map(|kinds| kinds.split('|'));
    names
        .map(|n| {
            Kind::ALL
                .into_iter()
                .find(|k| k.name() == n)
                .ok_or_else(|| FrameError(format!("`{n}` is no kind of entity")))
        })
        .collect()
}

fn check_slots(node: &Node) -> Result<(), FrameError> {
    let mut slots = Vec::new();
    collect_slots(node, &mut slots);
    slots.sort_unstable();
    match slots.as_slice() {
        [Slot::Both] | [Slot::Subject, Slot::Object | Slot::Topic] => Ok(()),
        _ => Err(FrameError("expected the slots `S` and `O`, each once".to_owned())),
    }
}

fn collect_slots(node: &Node, slots: &mut Vec<Slot>) {
    for (_, argument) in &node.arguments {
        match argument {
            Argument::Slot(slot) => slots.push(*slot),
            Argument::Node(inner) => collect_slots(inner, slots),
        }
    }
}

struct Parser<'a> {
    words: &'a [&'a str],
    at: usize,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<&'a str> {
        self.peek_at(0)
    }

    fn peek_at(&self, ahead: usize) -> Option<&'a str> {
        self.words.get(self.at + ahead).copied()
    }

    fn next(&mut self) -> Result<&'a str, FrameError> {
        let word = self.peek();
        self.at += 1;
        word.ok_or_else(|| FrameError("the clause ends too early".to_owned()))
    }

    fn accept(&mut self, word: &str) -> bool {
        let hit = self.peek() == Some(word);
        self.at += usize::from(hit);
        hit
    }

    fn clause(&mut self) -> Result<Node, FrameError> {
        let start = self.at;
        if self.accept("_") {
            return self.predicate(None);
        }
        match self.slot() {
            Some(subject) if self.peek().is_some_and(|w| w != "'s" && w != ",") => {
                self.predicate(Some(&Argument::Slot(subject)))
            }
            _ => {
                self.at = start;
                let mut phrase = self.noun_phrase()?;
                if self.accept("(") {
                    self.optional(&mut phrase)?;
                }
                if self.accept("~") { self.predicate(Some(&Argument::Node(phrase))) } else { Ok(phrase) }
            }
        }
    }

    /// `S`, `O`, `S and O`, `O and S`.
    fn slot(&mut self) -> Option<Slot> {
        let one = match self.peek()? {
            "S" => Slot::Subject,
            "O" => Slot::Object,
            _ => return None,
        };
        self.at += 1;
        if self.peek() == Some("and") && matches!(self.peek_at(1), Some("S" | "O")) {
            self.at += 2;
            return Some(Slot::Both);
        }
        Some(one)
    }

    /// What follows the subject; `None` if it may be anyone.
    fn predicate(&mut self, subject: Option<&Argument>) -> Result<Node, FrameError> {
        let role = |role: Role| subject.map(|s| (role, s.clone())).into_iter().collect::<Vec<_>>();
        if !self.accept("be") {
            let verb = self.next()?;
            return self.verb_phrase(verb, role(Role::Subject));
        }
        let Some(word) = self.peek() else {
            return Err(FrameError("nothing follows `be`".to_owned()));
        };
        if is_preposition(word) {
            return self.verb_phrase("be", role(Role::Subject));
        }
        if !DETERMINERS.contains(&word) && is_participle(word) {
            let participle = self.next()?;
            let verb = alternatives(participle, |w| lemma(w, Tag::VBN).into_owned()).join("|");
            return self.verb_phrase(&verb, role(Role::Object));
        }
        let mut node = self.noun_phrase()?;
        node.arguments.splice(0..0, role(Role::Is));
        if self.accept("(") {
            self.optional(&mut node)?;
        }
        Ok(node)
    }

    fn verb_phrase(&mut self, verb: &str, arguments: Vec<(Role, Argument)>) -> Result<Node, FrameError> {
        let (verb, particle) = verb.split_once('+').map_or((verb, None), |(v, p)| (v, Some(p.to_owned())));
        let lemmas = alternatives(verb, str::to_owned);
        let mut node = Node { lemmas, class: WordClass::Verb, particle, arguments, without: None };
        while let Some(word) = self.peek() {
            if let Some(preposition) = word.strip_prefix('!') {
                self.at += 1;
                node.without = Some(preposition.to_owned());
                continue;
            }
            if word == "(" {
                self.at += 1;
                self.optional(&mut node)?;
                continue;
            }
            let follows_np = self.peek_at(1).is_some_and(|w| !is_preposition(w));
            if node.particle.is_none() && PARTICLES.contains(&word) && (word != "off" || follows_np) {
                self.at += 1;
                node.particle = Some(word.to_owned());
            } else if word == "to" && self.infinitive_follows() {
                self.at += 1;
                node.arguments.push((Role::Infinitive, Argument::Node(self.infinitive()?)));
            } else if is_preposition(word) {
                self.at += 1;
                let argument = self.argument()?;
                node.arguments.push((Role::Preposition(word.to_owned()), argument));
            } else {
                let argument = self.argument()?;
                push_object(&mut node, argument);
            }
        }
        Ok(node)
    }

    /// `(from O)` or `(O)`: an object the text may leave out.
    fn optional(&mut self, node: &mut Node) -> Result<(), FrameError> {
        let preposition = self.peek().filter(|w| is_preposition(w));
        self.at += usize::from(preposition.is_some());
        if self.slot() != Some(Slot::Object) {
            return Err(FrameError("expected `O` in the brackets".to_owned()));
        }
        let role = match preposition {
            Some(preposition) if node.class == WordClass::Nominal => after_noun(preposition, false),
            Some(preposition) => Role::Preposition(preposition.to_owned()),
            None => Role::Object,
        };
        let topic = Argument::Slot(Slot::Topic);
        let of = matches!(&role, Role::Preposition(any) if any.split('|').any(|p| p == "of"));
        match node.arguments.last_mut() {
            // "become a member (of O)": whose member it is hangs on the noun, be it "of O" or "O's".
            Some((_, Argument::Node(noun))) if of => {
                let Role::Preposition(any) = role else { return Ok(()) };
                noun.arguments.push((after_noun(&any, false), topic));
            }
            _ => node.arguments.push((role, topic)),
        }
        Ok(())
    }

    fn infinitive(&mut self) -> Result<Node, FrameError> {
        let verb = self.next()?;
        self.verb_phrase(verb, Vec::new())
    }

    /// After `to`: a slot or determiner makes it a preposition, any other word an infinitive.
    fn infinitive_follows(&self) -> bool {
        self.peek_at(1).is_some_and(|w| !matches!(w, "S" | "O") && !DETERMINERS.contains(&w))
    }

    fn argument(&mut self) -> Result<Argument, FrameError> {
        let start = self.at;
        if let Some(slot) = self.slot() {
            if self.peek() != Some("'s") {
                return Ok(Argument::Slot(slot));
            }
            self.at = start;
        }
        self.noun_phrase().map(Argument::Node)
    }

    /// Determiner, possessor or name before, words, then prepositional arguments.
    fn noun_phrase(&mut self) -> Result<Node, FrameError> {
        let mut arguments = Vec::new();
        let mut words: Vec<&str> = Vec::new();
        while let Some(word) = self.peek() {
            if let Some(slot) = self.slot() {
                self.accept("'s");
                arguments.push((Role::Possessor, Argument::Slot(slot)));
            } else if is_preposition(word) || word == "(" || word == "~" {
                break;
            } else {
                self.at += 1;
                if !DETERMINERS.contains(&word) {
                    words.push(word);
                }
            }
        }
        let head = words.pop().ok_or_else(|| FrameError("expected a noun".to_owned()))?;
        for word in words {
            arguments.push((Role::Modifier, Argument::Node(plain(word))));
        }
        let mut node = Node { arguments, ..plain(head) };
        while let Some(preposition) = self.peek().filter(|w| is_preposition(w)) {
            let infinitive = preposition == "to" && self.infinitive_follows();
            self.at += 1;
            if infinitive {
                node.arguments.push((Role::Infinitive, Argument::Node(self.infinitive()?)));
                continue;
            }
            let owned = node.arguments.iter().any(|(role, _)| *role == Role::Possessor);
            let role = after_noun(preposition, owned);
            let argument = self.argument()?;
            node.arguments.push((role, argument));
        }
        Ok(node)
    }
}

/// What an argument after a noun is: after "of" its owner, after "of" or another perhaps its owner.
fn after_noun(preposition: &str, owned: bool) -> Role {
    match preposition {
        "of" => Role::Possessor,
        any if !owned && any.split('|').any(|p| p == "of") => {
            Role::Preposition(format!("{preposition}|{POSSESSIVE}"))
        }
        _ => Role::Preposition(preposition.to_owned()),
    }
}

/// A second object makes the first the receiver ("give O aid").
fn push_object(node: &mut Node, argument: Argument) {
    for (role, _) in &mut node.arguments {
        if *role == Role::Object {
            *role = Role::Indirect;
        }
    }
    node.arguments.push((Role::Object, argument));
}

fn plain(word: &str) -> Node {
    let lemmas = alternatives(word, str::to_owned);
    Node { lemmas, class: WordClass::Nominal, particle: None, arguments: Vec::new(), without: None }
}

fn alternatives(word: &str, map: impl Fn(&str) -> String) -> Vec<String> {
    word.split('|').map(map).collect()
}

fn is_preposition(word: &str) -> bool {
    word.split('|').all(|w| PREPOSITIONS.contains(&w))
}

fn is_participle(word: &str) -> bool {
    word.split('|').all(|w| w.ends_with("ed") || IRREGULAR_PARTICIPLES.contains(&w))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roles(clause: &str) -> Vec<Role> {
        compile(clause).unwrap().arguments.into_iter().map(|(role, _)| role).collect()
    }

    #[test]
    fn a_verb_has_subject_and_object() {
        let node = compile("S visit|tour O").unwrap();
        assert_eq!(node.lemmas, ["visit", "tour"]);
        assert_eq!(
            node.arguments,
            [(Role::Subject, Argument::Slot(Slot::Subject)), (Role::Object, Argument::Slot(Slot::Object)),]
        );
    }

    #[test]
    fn a_light_verb_requires_its_noun() {
        let node = compile("S pay a visit to O").unwrap();
        let Argument::Node(visit) = &node.arguments[1].1 else { panic!("expected a noun") };
        assert_eq!(visit.lemmas, ["visit"]);
        assert_eq!(visit.arguments[0].0, Role::Preposition("to".to_owned()));
    }

    #[test]
    fn passives_and_particles() {
        assert_eq!(roles("S be based in O"), [Role::Object, Role::Preposition("in".to_owned())]);
        assert_eq!(compile("S set up O").unwrap().particle.as_deref(), Some("up"));
        assert_eq!(roles("S give O aid"), [Role::Subject, Role::Indirect, Role::Object]);
    }

    #[test]
    fn nominals() {
        assert_eq!(roles("S be a member of O"), [Role::Is, Role::Possessor]);
        assert_eq!(roles("S's visit to O"), [Role::Possessor, Role::Preposition("to".to_owned())]);
        assert_eq!(roles("talk between S and O"), [Role::Preposition("between".to_owned())]);
    }

    #[test]
    fn an_optional_object_is_the_topic() {
        let node = compile("S withdraw (from O)").unwrap();
        assert_eq!(node.arguments[1].1, Argument::Slot(Slot::Topic));
    }

    #[test]
    fn a_clause_without_slots_is_refused() {
        assert!(compile("S visit").is_err());
        assert!(compile("visit O").is_err());
    }
}
