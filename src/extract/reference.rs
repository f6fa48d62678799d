//! Whom a word of a sentence stands for: a name, a list, a pronoun, a description, or those a delegation acts for.

use super::discourse::Discourse;
use super::ground::Log;
use super::names::{Form, NameMention};
use super::syntax::Syntax;
use crate::language::{UnitClass, is_possessive_mark};
use crate::vocabulary::words::List;
use rustc_hash::FxHashMap;
use std::cell::RefCell;

/// How deep noun phrases are followed.
const DEEPEST: usize = 6;

/// How a word came to stand for an entity; the chain of a statement's evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Via {
    /// Named outright.
    Name,
    /// Named in apposition, or in a list of examples.
    Apposition,
    /// Through those who act for it ("a delegation from ...").
    Carrier,
    /// By a definite description.
    Description,
    /// By a pronoun.
    Pronoun,
    /// Left unsaid.
    Topic,
}

/// An entity a word stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Referent {
    pub(crate) entity: usize,
    pub(crate) unit: usize,
    pub(crate) via: Via,
}

/// One sentence under the eyes of a reader who remembers what came before.
pub(crate) struct Scene<'a> {
    pub(crate) syntax: &'a Syntax<'a>,
    pub(crate) mentions: &'a [NameMention],
    pub(crate) discourse: &'a Discourse<'a>,
    pub(crate) sentence: usize,
    /// Where to say what was thought of and not kept.
    pub(crate) log: &'a Log,
    /// Whom phrases stand for, by their head, once asked for.
    known: RefCell<FxHashMap<usize, Vec<Referent>>>,
}

impl<'a> Scene<'a> {
    pub(crate) fn new(
        syntax: &'a Syntax<'a>,
        mentions: &'a [NameMention],
        discourse: &'a Discourse<'a>,
        sentence: usize,
        log: &'a Log,
    ) -> Self {
        Self { syntax, mentions, discourse, sentence, log, known: RefCell::default() }
    }
}

impl Scene<'_> {
    /// Name mentions inside a unit, owners left aside ("NATO" in "NATO's Allied Command").
    pub(crate) fn names_in(&self, unit: usize) -> impl Iterator<Item = &NameMention> {
        let tokens = self.syntax.units[unit].tokens.clone();
        self.mentions.iter().filter(move |m| {
            let whole = tokens.start <= m.tokens.start && m.tokens.end <= tokens.end;
            // "the South | Korean | army"
            let ending = m.form == Form::Adjective && tokens.contains(&(m.tokens.end - 1));
            (whole || ending) && !(m.tokens.end < tokens.end && self.is_possessive(m.tokens.end))
        })
    }

    fn is_possessive(&self, token: usize) -> bool {
        is_possessive_mark(self.syntax.word(token))
    }

    /// Everyone a phrase stands for, coordination included, in reading order.
    pub(crate) fn referents(&self, unit: usize) -> Vec<Referent> {
        if let Some(known) = self.known.borrow().get(&unit) {
            return known.clone();
        }
        // Who is asked for what it stands for while that is sought ("seven countries, and them") stands for nobody.
        self.known.borrow_mut().insert(unit, Vec::new());
        let found = self.search(unit);
        self.known.borrow_mut().insert(unit, found.clone());
        found
    }

    fn search(&self, unit: usize) -> Vec<Referent> {
        let mut found = Vec::new();
        self.collect(unit, DEEPEST, &mut found);
        let mut seen = Vec::with_capacity(found.len());
        found.retain(|r: &Referent| {
            let new = !seen.contains(&r.entity);
            seen.push(r.entity);
            new
        });
        found
    }

    /// Whom an argument stands for; a modifier ("the Vietnamese capital") stands for its country.
    pub(crate) fn fillers(&self, unit: usize) -> Vec<Referent> {
        if matches!(self.syntax.label(unit), "amod" | "compound" | "nmod") {
            // "British and Canadian sanctions"
            let joined = self.syntax.children_of(unit, &["conj"]).filter(|&c| self.syntax.tag(c) == "JJ");
            let modifiers = std::iter::once(unit).chain(joined);
            return modifiers
                .flat_map(|u| self.names_in(u).map(move |m| (m.entity, u)))
                .map(|(entity, unit)| Referent { entity, unit, via: Via::Name })
                .collect();
        }
        self.referents(unit)
    }

    fn collect(&self, unit: usize, depth: usize, found: &mut Vec<Referent>) {
        if depth == 0 {
            return;
        }
        // Each of a list may hang on the one before, however many they are.
        let mut pending = vec![unit];
        for _ in 0..self.syntax.units.len() {
            let Some(next) = pending.pop() else { break };
            self.own(next, depth, found);
            let conjuncts = self.syntax.children_of(next, &["conj"]).filter(|&c| !self.excluded(c));
            let at = pending.len();
            pending.extend(conjuncts);
            pending[at..].reverse();
        }
    }

    /// "X but not Y", "X, not Y".
    fn excluded(&self, conjunct: usize) -> bool {
        self.syntax.children(conjunct).iter().any(|&c| self.syntax.label(c) == "neg")
    }

    fn own(&self, unit: usize, depth: usize, found: &mut Vec<Referent>) {
        let before = found.len();
        let push = |entity, via, found: &mut Vec<Referent>| found.push(Referent { entity, unit, via });
        if let Some(person) = self.national(unit) {
            self.own(person, depth, found);
            return;
        }
        if let Some(person) = self.native(unit) {
            push(person, Via::Description, found);
            return;
        }
        // An adjective stands for its country only through what it modifies.
        for name in self.names_in(unit).filter(|m| m.form != Form::Adjective) {
            push(name.entity, Via::Name, found);
        }
        if found.len() > before || self.syntax.is_name(unit) {
            return;
        }
        let tag = self.syntax.tag(unit);
        if tag == "RB" && self.syntax.lemma(unit) == "there" {
            let place =
                self.discourse.place(self.sentence, self.syntax.units[self.clause_start(unit)].tokens.start);
            found.extend(place.map(|entity| Referent { entity, unit, via: Via::Pronoun }));
        } else if tag == "PRP" || tag == "PRP$" {
            for entity in self.pronoun(unit) {
                push(entity, Via::Pronoun, found);
            }
        } else if tag.starts_with('N') || matches!(tag, "CD" | "DT" | "JJ" | "JJR" | "JJS") {
            self.noun(unit, depth, found);
        }
    }

    /// "Kenya sent officers there": where the clause begins, for its own subject is not there.
    fn clause_start(&self, unit: usize) -> usize {
        let verb = self.syntax.clause_verb(unit);
        let subject = verb.and_then(|v| self.syntax.child(v, &["nsubj", "nsubjpass"]));
        subject.filter(|&s| s < unit).unwrap_or(unit)
    }

    /// "Grossi, an Argentine who ...": the person a nationality stands beside.
    fn national(&self, unit: usize) -> Option<usize> {
        let demonym = self.names_in(unit).any(|m| m.form == Form::Demonym && !m.plural);
        let syntax = self.syntax;
        let beside = syntax.head(unit).filter(|_| syntax.label(unit) == "appos");
        // "the head is a Belgian, Catherine De Bolle"
        let behind = syntax.child(unit, &["appos"]).filter(|_| syntax.label(unit) == "attr");
        let person = |&u: &usize| syntax.units[u].class == UnitClass::Person;
        beside.filter(person).or(behind.filter(person)).filter(|_| demonym)
    }

    /// "The Austrian took over": the person who is known to come from there.
    fn native(&self, unit: usize) -> Option<usize> {
        let name = self.names_in(unit).find(|m| m.form == Form::Demonym)?;
        let token = name.tokens.end.checked_sub(1)?;
        let word = self.syntax.word(token);
        let collective = ["s", "sh", "ch", "ese"].iter().any(|end| word.ends_with(end));
        let definite = self.syntax.children(unit).iter().any(|&c| self.syntax.lemma(c) == "the");
        let single = definite && !collective && self.syntax.units[unit].tokens.len() == 1;
        single.then(|| self.discourse.native(name.entity, self.sentence, name.tokens.start)).flatten()
    }

    /// "Led the office until 2019": of a verb that opens an entry without subject, whom the entry portrays.
    pub(crate) fn unsaid_subject(&self, verb: usize) -> Option<usize> {
        let syntax = self.syntax;
        let opens = |v: usize| syntax.head(v).is_none() && matches!(syntax.tag(v), "VBD" | "VBN" | "VBZ");
        let first = |v: usize| {
            (0..v).all(|u| matches!(syntax.tag(u), "RB" | "," | ":" | "HYPH" | "NFP" | "SYM" | "CD"))
        };
        let bare = |v: usize| syntax.child(v, &["nsubj", "nsubjpass", "expl"]).is_none();
        let mut top = verb;
        while syntax.label(top) == "conj" && bare(top) {
            top = syntax.head(top)?;
        }
        let own = syntax.is_verb(top) && bare(top) && opens(top) && first(top);
        self.discourse.portrayed().filter(|_| own)
    }

    /// A common noun: by apposition, by examples, by those it acts for, by description.
    fn noun(&self, unit: usize, depth: usize, found: &mut Vec<Referent>) {
        let before = found.len();
        if matches!(self.syntax.lemma(unit), "none" | "neither" | "each" | "both" | "all" | "either") {
            self.through(self.parts_of(unit), Via::Description, depth, found);
            if found.len() > before {
                return;
            }
        }
        self.through(self.named_beside(unit), Via::Apposition, depth, found);
        if found.len() > before {
            if self.singles_out(unit) {
                found.drain(before..found.len() - 1);
            }
            return;
        }
        if let Some(body) = self.council(unit) {
            found.push(Referent { entity: body, unit, via: Via::Description });
            return;
        }
        if let Some(officer) = self.officer(unit) {
            found.push(Referent { entity: officer, unit, via: Via::Description });
            return;
        }
        let heads = self.syntax.lemma(unit) == "head" && matches!(self.syntax.tag(unit), "NNS" | "NNPS");
        if heads || self.syntax.has(List::Carriers, unit) || self.is_make(unit) {
            self.through(self.acted_for(unit), Via::Carrier, depth, found);
            self.adjectives(unit, found);
            // "the Biden administration"
            let governs =
                matches!(self.syntax.lemma(unit), "administration" | "government" | "cabinet" | "regime");
            for referent in found[before..].iter_mut().filter(|_| governs) {
                referent.entity = self.discourse.origin(referent.entity).unwrap_or(referent.entity);
            }
        }
        if found.len() == before && self.is_definite(unit) && !self.is_told_by_others(unit) {
            for entity in self.described(unit) {
                found.push(Referent { entity, unit, via: Via::Description });
            }
        }
    }

    /// "The Leaders adopted", "Heads of Government recalled", in what the meeting of a body declares.
    fn council(&self, unit: usize) -> Option<usize> {
        let syntax = self.syntax;
        let written = syntax.form(unit).starts_with(char::is_uppercase);
        let leads =
            matches!(syntax.lemma(unit), "leader" | "minister" | "head" | "leaders" | "ministers" | "heads");
        if !(written && leads && matches!(syntax.tag(unit), "NNS" | "NNPS")) {
            return None;
        }
        let named = |u: usize| syntax.is_name(u);
        let qualified = syntax.children_of(unit, &["amod", "compound", "nmod", "poss"]).any(named)
            || self.parts_of(unit).into_iter().any(named);
        let at = syntax.sentence.tokens[syntax.units[unit].tokens.start].range.start;
        self.discourse.council(at).filter(|_| !qualified)
    }

    /// "the networks of power companies": several told by whose they are, of whom none is named, are no bodies spoken of.
    fn is_told_by_others(&self, unit: usize) -> bool {
        let syntax = self.syntax;
        let unnamed =
            |&o: &usize| syntax.tag(o) == "NNS" && !syntax.is_name(o) && self.referents(o).is_empty();
        syntax.tag(unit) == "NNS" && self.parts_of(unit).first().is_some_and(unnamed)
    }

    /// "Swedish Gripens", "Norwegian F-35s": several of a make, which nobody is called.
    pub(crate) fn is_make(&self, unit: usize) -> bool {
        let word = self.syntax.form(unit);
        let made = self.syntax.tag(unit) == "NNPS" || word.bytes().any(|b| b.is_ascii_digit());
        made && word.ends_with('s') && word.starts_with(|c: char| c.is_ascii_uppercase())
    }

    /// "none of the three", "both of them": of whom it is said.
    fn parts_of(&self, unit: usize) -> Vec<usize> {
        let of = self.syntax.children_of(unit, &["prep"]).filter(|&c| self.syntax.lemma(c) == "of");
        of.flat_map(|c| self.syntax.children_of(c, &["pobj"]).collect::<Vec<_>>()).collect()
    }

    /// "X and Y, a Swiss agency,": an appositive of one speaks of the last of several.
    pub(crate) fn singles_out(&self, unit: usize) -> bool {
        let collective = matches!(
            self.syntax.lemma(unit),
            "pair" | "duo" | "trio" | "group" | "tandem" | "alliance" | "partnership" | "quartet"
        );
        self.syntax.label(unit) == "appos" && self.syntax.tag(unit) == "NN" && !collective
    }

    fn through(&self, units: Vec<usize>, via: Via, depth: usize, found: &mut Vec<Referent>) {
        for unit in units {
            let start = found.len();
            self.collect(unit, depth - 1, found);
            for referent in &mut found[start..] {
                referent.via = referent.via.max(via);
            }
        }
    }

    /// "Japanese and Australian warships": the countries of a noun's adjectives.
    fn adjectives(&self, unit: usize, found: &mut Vec<Referent>) {
        if self.is_another(unit) {
            return;
        }
        let mut modifiers: Vec<usize> =
            self.syntax.children_of(unit, &["amod", "compound", "nmod"]).collect();
        let conjuncts: Vec<usize> =
            modifiers.iter().flat_map(|&m| self.syntax.children_of(m, &["conj"])).collect();
        modifiers.extend(conjuncts);
        for modifier in modifiers {
            for name in self.names_in(modifier) {
                found.push(Referent { entity: name.entity, unit: modifier, via: Via::Carrier });
            }
        }
    }

    /// Names in apposition to the noun, or listed as examples of it.
    fn named_beside(&self, unit: usize) -> Vec<usize> {
        let syntax = self.syntax;
        let mut beside: Vec<usize> =
            syntax.children_of(unit, &["appos"]).filter(|&c| syntax.is_name(c)).collect();
        if syntax.label(unit) == "appos" {
            beside.extend(syntax.head(unit).filter(|&h| syntax.is_name(h)));
        }
        let each = self.one_by_one(unit);
        if each.len() > 1 {
            return each;
        }
        if beside.is_empty() {
            beside = syntax.included(unit);
        }
        if beside.is_empty() {
            beside = self.counted_out(unit).into_iter().collect();
        }
        if beside.is_empty() {
            beside = self.called(unit);
        }
        if beside.is_empty() {
            beside = self.said_to_be(unit);
        }
        if beside.is_empty() {
            beside = self.named_within(unit);
        }
        beside
    }

    /// "the presidents of Colombia, Juan Manuel Santos; of Chile, Sebastián Piñera; and of Peru, Ollanta Humala": the people
    /// behind the states whose office the noun names.
    fn one_by_one(&self, unit: usize) -> Vec<usize> {
        self.pairs_one_by_one(unit).into_iter().map(|(_, person)| person).collect()
    }

    /// The states of "the presidents of Colombia, X; of Chile, Y", if they are several.
    pub(crate) fn states_one_by_one(&self, unit: usize) -> Vec<usize> {
        let states: Vec<usize> = self.pairs_one_by_one(unit).into_iter().map(|(state, _)| state).collect();
        let named = |u: usize| self.names_in(u).next().map(|m| m.entity);
        if states.len() > 1 { states.into_iter().filter_map(named).collect() } else { Vec::new() }
    }

    fn pairs_one_by_one(&self, unit: usize) -> Vec<(usize, usize)> {
        let syntax = self.syntax;
        let mut people = Vec::new();
        let mut at = unit + 1;
        while syntax.tag(unit).ends_with("NS") && syntax.has(List::Offices, unit) && syntax.lemma(at) == "of"
        {
            let state = at + 1 + usize::from(syntax.lemma(at + 1) == "the");
            let person = state + 2;
            let told = person < syntax.units.len() && syntax.is_name(state) && syntax.lemma(state + 1) == ",";
            if !told || syntax.units[person].class != UnitClass::Person {
                break;
            }
            people.push((state, person));
            let joins = |u: &usize| matches!(syntax.lemma(*u), "," | ";" | "and");
            at = (person + 1..syntax.units.len()).find(|u| !joins(u)).unwrap_or(syntax.units.len());
        }
        people
    }

    /// "Three partners answered: X, Y and Z": as many names as were counted stand behind the colon.
    fn counted_out(&self, unit: usize) -> Option<usize> {
        let syntax = self.syntax;
        let counted = syntax.tag(unit) == "NNS" && syntax.child(unit, &["nummod"]).is_some();
        let colon = (unit + 1..syntax.units.len()).find(|&u| counted && syntax.lemma(u) == ":")?;
        let list = (colon + 1..syntax.units.len()).find(|&u| syntax.lemma(u) != "the")?;
        let named = self.referents(list).len();
        (syntax.is_name(list) && self.count(unit) == Some(named)).then_some(list)
    }

    /// "X is the state that ...", "X is among the states that ...", "The states that ... include X", "The last state to
    /// ... was X".
    fn said_to_be(&self, unit: usize) -> Vec<usize> {
        let syntax = self.syntax;
        let clause = syntax.child(unit, &["relcl", "acl"]);
        let Some(head) = syntax.head(unit).filter(|_| clause.is_some()) else {
            return Vec::new();
        };
        if syntax.label(unit) == "nsubj" && matches!(syntax.lemma(head), "include" | "comprise") {
            return syntax.children_of(head, &["dobj"]).filter(|&o| syntax.is_name(o)).collect();
        }
        // "The next state to join could be X" says of nobody that it joined.
        let sure = syntax.child(head, &["aux", "neg"]).is_none();
        if syntax.label(unit) == "nsubj" && syntax.lemma(head) == "be" && sure {
            return syntax.children_of(head, &["attr"]).filter(|&a| a > head && self.is_named(a)).collect();
        }
        let verb = match syntax.label(unit) {
            "attr" => Some(head),
            "pobj" if syntax.lemma(head) == "among" => syntax.head(head),
            _ => None,
        };
        let copula = verb.filter(|&v| matches!(syntax.lemma(v), "be" | "become"));
        // "Among the states that signed were X and Y"
        let behind = |v: usize| syntax.child(v, &["attr"]).filter(|&a| a > v && unit < v);
        let said = copula.and_then(|v| syntax.child(v, &["nsubj"]).or_else(|| behind(v)));
        said.filter(|&s| self.is_named(s)).into_iter().collect()
    }

    /// A name, or a title before one.
    fn is_named(&self, unit: usize) -> bool {
        let syntax = self.syntax;
        let titled = || syntax.children_of(unit, &["appos"]).any(|c| c == unit + 1 && syntax.is_name(c));
        syntax.is_name(unit) || titled()
    }

    /// "a group known as X", "a crew calling itself X", "a group that it called X".
    fn called(&self, unit: usize) -> Vec<usize> {
        let syntax = self.syntax;
        let verbs =
            syntax.children_of(unit, &["acl", "amod", "relcl"]).filter(|&v| syntax.has(List::NamingVerbs, v));
        // "in August, where she called at X" names nothing.
        let calls_at = |v: &usize| matches!(syntax.lemma(v + 1), "at" | "in" | "on" | "for" | "off");
        let inside = verbs.filter(|v| !calls_at(v)).filter_map(|v| {
            (v + 1..syntax.units.len())
                .take(4)
                .find(|&u| syntax.is_name(u) && (syntax.within(u, v) || syntax.within(u, unit)))
        });
        inside.collect()
    }

    /// "two of its members, X and Y"; "the province of X"; "the third edition of X".
    fn named_within(&self, unit: usize) -> Vec<usize> {
        let syntax = self.syntax;
        let Some(of) = syntax.children_of(unit, &["prep"]).find(|&c| syntax.lemma(c) == "of") else {
            return Vec::new();
        };
        let inner = syntax.children_of(of, &["pobj"]);
        if syntax.tag(unit) == "CD" {
            return inner
                .flat_map(|i| syntax.children_of(i, &["appos"]))
                .filter(|&c| syntax.is_name(c))
                .collect();
        }
        let class = if syntax.has(List::NamedPlaceNouns, unit) {
            UnitClass::Place
        } else if syntax.has(List::EventNouns, unit) {
            UnitClass::Event
        } else {
            return Vec::new();
        };
        inner.filter(|&i| syntax.units[i].class == class).collect()
    }

    /// Whose delegation, warship or minister it is.
    fn acted_for(&self, unit: usize) -> Vec<usize> {
        let syntax = self.syntax;
        let mut owners = Vec::new();
        for &child in syntax.children(unit) {
            match syntax.label(child) {
                "poss" if !self.is_another(unit) => owners.extend(syntax.dereference(child)),
                "prep" if matches!(syntax.lemma(child), "of" | "from") => {
                    owners.extend(syntax.children_of(child, &["pobj"]));
                }
                // "the authorities in Abuja", where that stands for the state
                "prep" if syntax.lemma(child) == "in" => {
                    let seats = syntax.children_of(child, &["pobj"]);
                    let state = |u: &usize| self.names_in(*u).any(|m| m.form == Form::Metonym);
                    owners.extend(seats.filter(state));
                }
                "acl" if syntax.has(List::ServiceVerbs, child) => {
                    let through = syntax.children_of(child, &["prep", "agent"]);
                    owners.extend(through.flat_map(|p| syntax.children_of(p, &["pobj"]).collect::<Vec<_>>()));
                }
                _ => {}
            }
        }
        owners
    }

    /// "his Japanese counterpart", "her successor": a person nobody has named, who stands neither for Japan nor for him.
    fn is_another(&self, unit: usize) -> bool {
        self.syntax.has(List::RelativeOffices, unit) || self.syntax.lemma(unit) == "peer"
    }

    /// "this year's edition"
    fn is_dated(&self, unit: usize) -> bool {
        self.syntax.child(unit, &["poss"]).is_some_and(|p| self.syntax.units[p].class == UnitClass::Date)
    }

    fn is_definite(&self, unit: usize) -> bool {
        self.syntax.children(unit).iter().any(|&c| {
            matches!(
                self.syntax.lemma(c),
                "the" | "this" | "that" | "these" | "both" | "each" | "all" | "neither" | "either"
            ) && matches!(self.syntax.label(c), "det" | "predet")
        }) || self.syntax.child(unit, &["nummod"]).is_some()
            || self.is_dated(unit)
            || matches!(self.syntax.lemma(unit), "both" | "neither")
            || matches!(self.syntax.lemma(unit), "former" | "latter")
                && unit.checked_sub(1).is_some_and(|u| self.syntax.lemma(u) == "the")
    }

    /// Whom a pronoun or a definite description stands for; nothing for other words.
    pub(crate) fn taken_up(&self, unit: usize) -> Vec<usize> {
        match self.syntax.tag(unit) {
            "PRP" => self.pronoun(unit),
            "NN" | "NNS" | "JJ" if self.is_definite(unit) && self.names_in(unit).next().is_none() => {
                self.described(unit)
            }
            _ => Vec::new(),
        }
    }

    fn described(&self, unit: usize) -> Vec<usize> {
        let syntax = self.syntax;
        let noun = syntax.lemma(unit).to_owned();
        let place = syntax.units[unit].tokens.start;
        if matches!(noun.as_str(), "former" | "latter") {
            return self.of_two(&noun, place).into_iter().collect();
        }
        // "the latter agency"
        if syntax.children_of(unit, &["amod", "nmod"]).any(|c| syntax.lemma(c) == "latter") {
            return self.discourse.last_called(&noun, self.sentence, place).into_iter().collect();
        }
        let either =
            syntax.children_of(unit, &["det"]).any(|c| matches!(syntax.lemma(c), "neither" | "either"));
        let both = matches!(noun.as_str(), "both" | "neither");
        let collective = collective_number(&noun).or((either || both).then_some(2));
        let plural = matches!(syntax.tag(unit), "NNS" | "NNPS" | "CD") || collective.is_some();
        let owners = if syntax.words().has(List::Offices, &noun) { self.owners(unit) } else { Vec::new() };
        if !plural && !owners.is_empty() {
            return self.discourse.officer(&noun, &owners).into_iter().collect();
        }
        if noun == "government" && !plural {
            let country = |e: usize| self.discourse.is_country(e);
            return self.discourse.passage((self.sentence, place), country).into_iter().collect();
        }
        if !plural {
            let found =
                if syntax.children_of(unit, &["det"]).any(|c| matches!(syntax.lemma(c), "that" | "this")) {
                    self.discourse.pointed_at(&noun, self.sentence, place)
                } else {
                    self.discourse.description(&noun, self.sentence, place)
                };
            let found = found.filter(|&e| !self.is_elsewhere(unit, e) && !self.is_other_formation(unit, e));
            return found.into_iter().collect();
        }
        // "the 27 NATO countries": others than those just named.
        if syntax.children_of(unit, &["compound", "nmod", "amod"]).any(|c| syntax.is_name(c)) {
            return Vec::new();
        }
        let count = collective.or_else(|| self.count(unit));
        if noun == "member" && count.is_none() || self.is_told_apart(unit) {
            return Vec::new();
        }
        let number = matches!(syntax.tag(unit), "CD") || both || small_number(&noun).is_some();
        let noun = if number { "one".to_owned() } else { noun };
        // "sanctioned the firm and two men, X and Y": whom no article points back to may be named behind.
        let told = syntax.children_of(unit, &["det", "predet"]).next().is_some() || number;
        let until = if told { place } else { usize::MAX };
        self.discourse.plural_description(&noun, count, (self.sentence, place), until)
    }

    /// "the six coastal states": which ones an adjective says that may be true of others than those just named.
    fn is_told_apart(&self, unit: usize) -> bool {
        let syntax = self.syntax;
        let mut adjectives = syntax.children_of(unit, &["amod"]).filter(|&c| syntax.tag(c) == "JJ");
        let same = |c: usize| {
            matches!(
                syntax.lemma(c),
                "same" | "latter" | "former" | "respective" | "last" | "first" | "other"
            )
        };
        adjectives.any(|c| !same(c)) && syntax.has(List::CountryNouns, unit)
    }

    /// "the Johannesburg summit" is none that was named after another place.
    fn is_elsewhere(&self, unit: usize, event: usize) -> bool {
        let before = self.syntax.children_of(unit, &["amod", "compound", "nmod"]);
        before.flat_map(|c| self.names_in(c)).any(|m| self.discourse.is_held_elsewhere(event, m.entity))
    }

    /// "the task group", "the strike force" is no navy, nor any other body that is not so called.
    fn is_other_formation(&self, unit: usize, entity: usize) -> bool {
        let syntax = self.syntax;
        let formation = matches!(syntax.lemma(unit), "group" | "force" | "unit" | "squadron" | "fleet");
        let mut nouns = syntax.children_of(unit, &["compound"]).filter(|&c| !syntax.is_name(c));
        formation && nouns.any(|c| !self.discourse.is_named(entity, syntax.lemma(c)))
    }

    /// "The French president", "the president of France": who is known to be it, or must be.
    fn officer(&self, unit: usize) -> Option<usize> {
        let body = self.officers_body(unit)?;
        let syntax = self.syntax;
        let words: Vec<&str> = syntax
            .children_of(unit, &["amod", "compound", "nmod"])
            .filter(|&c| self.names_in(c).next().is_none())
            .map(|c| syntax.lemma(c))
            .collect();
        let known = self.discourse.officer_called(syntax.lemma(unit), &words, body);
        known.or_else(|| self.untitled_officer(unit))
    }

    /// Whom the sentence before is about, where he must be who the office at a unit speaks of: see
    /// [`untitled`](super::discourse::Discourse::untitled).
    pub(crate) fn untitled_officer(&self, unit: usize) -> Option<usize> {
        let known = |body: usize| self.discourse.officer_called(self.syntax.lemma(unit), &[], body).is_some();
        let body = self.officers_body(unit).filter(|&body| !known(body) && self.opens_on(unit))?;
        self.discourse.untitled(self.sentence, body)
    }

    /// The one body whose office a definite noun names: "the French president", "the president of France".
    fn officers_body(&self, unit: usize) -> Option<usize> {
        let syntax = self.syntax;
        if syntax.tag(unit) != "NN" || !syntax.has(List::Offices, unit) || !self.is_definite(unit) {
            return None;
        }
        let of = || {
            let of = syntax.children_of(unit, &["prep"]).find(|&c| syntax.lemma(c) == "of")?;
            let body = syntax.child(of, &["pobj"]).filter(|&b| syntax.is_name(b))?;
            self.names_in(body).next().map(|m| m.entity)
        };
        let owners = self.owners(unit);
        match owners.as_slice() {
            [] => of(),
            [one] => Some(*one),
            _ => None,
        }
    }

    /// Whether a noun is the subject of its sentence, with nobody named beside it.
    fn opens_on(&self, unit: usize) -> bool {
        let syntax = self.syntax;
        let person = |u: usize| syntax.units[u].class == UnitClass::Person || syntax.tag(u) == "PRP";
        let main = syntax.head(unit).is_some_and(|v| syntax.is_verb(v) && syntax.is_main(v));
        let beside = syntax.children_of(unit, &["appos"]).any(person);
        let close = (unit + 1..syntax.units.len()).take(4).take_while(|&u| !syntax.is_verb(u)).any(person);
        main && syntax.label(unit).starts_with("nsubj") && !beside && !close
    }

    /// Whose "the French president", "Japan's minister" is, as the words before the noun name them.
    fn owners(&self, unit: usize) -> Vec<usize> {
        let syntax = self.syntax;
        let before = syntax.children_of(unit, &["amod", "compound", "nmod", "poss"]);
        before.flat_map(|c| self.names_in(c)).map(|m| m.entity).collect()
    }

    /// "The former ..., the latter ...": of a pair. "The latter" alone: what was named last.
    fn of_two(&self, word: &str, place: usize) -> Option<usize> {
        let both =
            (0..self.syntax.units.len()).any(|u| self.syntax.lemma(u) == "former" && self.is_definite(u));
        let pair = || self.discourse.of_two(word == "former", self.sentence, place);
        let syntax = self.syntax;
        let parted =
            (0..syntax.units.len()).any(|u| syntax.lemma(u) == ";" && syntax.units[u].tokens.start < place);
        let here = || self.mentions.iter().rfind(|m| m.tokens.end <= place && m.form != Form::Adjective);
        let clause = here().filter(|_| parted).map(|m| m.entity);
        // "The bank signed a pact with the agency and became a part of the latter"
        let spoken = || {
            let bodies = self.mentions.iter().filter(|m| m.tokens.end <= place && m.form != Form::Adjective);
            let mut bodies = bodies.map(|m| m.entity).filter(|&e| self.discourse.is_body(e));
            let first = bodies.next()?;
            bodies.next_back().filter(|&last| last != first)
        };
        if both {
            return pair();
        }
        let together = || self.discourse.of_two_here(self.sentence, place);
        clause.or_else(spoken).or_else(together).or_else(|| self.discourse.last_named(self.sentence))
    }

    /// How many a noun speaks of, if a number says so.
    pub(super) fn count(&self, unit: usize) -> Option<usize> {
        let number = self.syntax.child(unit, &["nummod"]).unwrap_or(unit);
        if self.syntax.children(unit).iter().any(|&c| self.syntax.lemma(c) == "both") {
            return Some(2);
        }
        let word = self.syntax.lemma(number);
        let compound = number.checked_sub(1).is_some_and(|u| self.syntax.lemma(u) == "-");
        match small_number(word) {
            _ if compound => Some(usize::MAX),
            Some(small) => Some(small),
            // "Sixty nations" are too many to have been named; "the pair" has no number.
            None if self.syntax.tag(number) == "CD" => Some(word.parse().unwrap_or(usize::MAX)),
            None => None,
        }
    }
}

/// How many "the pair" or "the trio" are.
fn collective_number(noun: &str) -> Option<usize> {
    match noun {
        "pair" | "duo" | "twosome" => Some(2),
        "trio" | "threesome" => Some(3),
        "quartet" | "foursome" => Some(4),
        _ => None,
    }
}

/// The number a word stands for, up to twelve.
fn small_number(word: &str) -> Option<usize> {
    let words =
        ["both", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    words.iter().position(|w| *w == word).map(|at| at.max(1) + 1)
}
