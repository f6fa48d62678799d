//! One parsed sentence, with the arguments of its words made plain: passives, relative and participial clauses,
//! control and coordination undone, so that a pattern need only name roles.

use crate::language::{Sentence, Tag, Tree, Unit, UnitClass, lemma, lowered};
use crate::vocabulary::frame::Role;
use crate::vocabulary::words::{self, List, Lists, WordLists};
use std::borrow::Cow;
use std::cell::OnceCell;

/// How deep a chain of clauses is followed before the sentence is taken as garbled.
const DEEPEST: usize = 12;

/// What fills the roles of a word.
type Arguments = Vec<(Role, usize)>;

/// A sentence as units in a tree.
pub(crate) struct Syntax<'a> {
    pub(crate) text: &'a str,
    pub(crate) sentence: &'a Sentence,
    /// Each token as written.
    tokens: Vec<&'a str>,
    pub(crate) units: Vec<Unit>,
    /// Each unit as written.
    forms: Vec<&'a str>,
    pub(crate) tree: Tree,
    /// Lower-case lemma of each unit; of a name its last token as it stands.
    lemmas: Vec<Cow<'a, str>>,
    children: Children,
    words: &'a WordLists,
    /// The word lists that have the lemma of each unit.
    lists: Vec<Lists>,
    /// The word lists that have the word of each token, once asked for.
    token_lists: OnceCell<Vec<Lists>>,
    /// The arguments of each unit, as a verb and as a noun, once asked for.
    arguments: Vec<[OnceCell<Arguments>; 2]>,
}

impl<'a> Syntax<'a> {
    /// `tokens` are those of the sentence as written in `text`.
    pub(crate) fn new(
        (text, tokens): (&'a str, Vec<&'a str>),
        sentence: &'a Sentence,
        units: Vec<Unit>,
        tree: Tree,
        words: &'a WordLists,
    ) -> Self {
        let children = Children::of(&tree);
        let mut lemmas: Vec<Cow<str>> = units.iter().map(|u| unit_lemma(text, sentence, u)).collect();
        for unit in 0..units.len() {
            if let Some(noun) = stands_for(&lemmas, &tree, unit) {
                let lemma = lemmas[noun].clone();
                lemmas[unit] = lemma;
            }
        }
        let lists = lemmas.iter().map(|lemma| words.lists(lemma)).collect();
        let arguments = units.iter().map(|_| Default::default()).collect();
        let token_lists = OnceCell::new();
        let forms = units.iter().map(|unit| unit_form(text, sentence, unit)).collect();
        Self {
            text,
            sentence,
            tokens,
            units,
            forms,
            tree,
            lemmas,
            children,
            words,
            lists,
            token_lists,
            arguments,
        }
    }

    pub(crate) fn label(&self, i: usize) -> &'static str {
        self.tree.labels[i]
    }

    pub(crate) fn head(&self, i: usize) -> Option<usize> {
        self.tree.heads[i]
    }

    pub(crate) fn children(&self, i: usize) -> &[usize] {
        self.children.of_unit(i)
    }

    /// Lower-case lemma of a word, last word of a name; empty past the end.
    pub(crate) fn lemma(&self, i: usize) -> &str {
        self.lemmas.get(i).map_or("", AsRef::as_ref)
    }

    /// The word at a token; empty past the end.
    pub(crate) fn word(&self, token: usize) -> &'a str {
        self.tokens.get(token).copied().unwrap_or_default()
    }

    /// Whether the unit is this word, in its dictionary form or as it stands.
    pub(crate) fn is_word(&self, i: usize, word: &str) -> bool {
        self.lemma(i) == word || self.form(i).eq_ignore_ascii_case(word)
    }

    /// Whether the unit is written like this.
    pub(crate) fn is_form(&self, i: usize, word: &str) -> bool {
        self.form(i).eq_ignore_ascii_case(word)
    }

    /// The unit as it stands in the text; empty past the end.
    pub(crate) fn form(&self, i: usize) -> &'a str {
        self.forms.get(i).copied().unwrap_or_default()
    }

    /// "ten years", "a few months after that".
    pub(crate) fn measures_time(&self, i: usize) -> bool {
        self.units[i].tokens.clone().any(|token| {
            let word = self.word(token).trim_end_matches('s');
            matches!(word, "year" | "month" | "week" | "day" | "decade" | "century")
        })
    }

    pub(crate) fn tag(&self, i: usize) -> &'static str {
        self.units[i].tag.name()
    }

    pub(crate) fn is_verb(&self, i: usize) -> bool {
        self.units[i].is_verb()
    }

    pub(crate) fn has(&self, list: List, i: usize) -> bool {
        self.lists.get(i).is_some_and(|&lists| words::is_among(lists, list as usize))
    }

    /// The word lists that have the word of a token, as it stands or in the singular; none past the end.
    pub(crate) fn token_lists(&self, token: usize) -> Lists {
        let of = |word: &&str| self.words.lists_of_either_number(&lowered(word));
        let lists = self.token_lists.get_or_init(|| self.tokens.iter().map(of).collect());
        lists.get(token).copied().unwrap_or(0)
    }

    pub(crate) fn words(&self) -> &WordLists {
        self.words
    }

    /// The first child under one of these labels.
    pub(crate) fn child(&self, i: usize, labels: &[&str]) -> Option<usize> {
        self.children(i).iter().copied().find(|&c| is_among(labels, self.label(c)))
    }

    pub(crate) fn children_of<'s>(
        &'s self,
        i: usize,
        labels: &'s [&str],
    ) -> impl Iterator<Item = usize> + 's {
        self.children(i).iter().copied().filter(move |&c| is_among(labels, self.label(c)))
    }

    /// Whether `i` stands for a noun mentioned before its clause ("which", "who", "that").
    pub(crate) fn is_relative_pronoun(&self, i: usize) -> bool {
        matches!(self.tag(i), "WDT" | "WP" | "WP$") || (self.lemma(i) == "that" && self.tag(i) != "DT")
    }

    /// The noun a relative or participial clause hangs on, from any word inside it.
    pub(crate) fn antecedent(&self, i: usize) -> Option<usize> {
        let mut at = i;
        for _ in 0..DEEPEST {
            if matches!(self.label(at), "relcl" | "acl") {
                return self.head(at);
            }
            at = self.head(at)?;
        }
        None
    }

    /// Whether the form of a verb, or of its auxiliary, tells that its subject is one.
    pub(crate) fn is_singular(&self, verb: usize) -> bool {
        let finite = self.child(verb, &["aux", "auxpass"]).unwrap_or(verb);
        self.tag(finite) == "VBZ" || self.form(finite) == "was"
    }

    /// Whether the verb's surface subject is what it is done to.
    pub(crate) fn is_passive(&self, verb: usize) -> bool {
        if self.child(verb, &["auxpass", "nsubjpass"]).is_some() {
            return true;
        }
        if self.child(verb, &["nsubj", "aux"]).is_some() {
            return false;
        }
        let participle = self.tag(verb) == "VBN";
        match self.label(verb) {
            "acl" | "advcl" | "relcl" | "xcomp" | "ccomp" | "oprd" => participle,
            "conj" => participle && self.head(verb).is_some_and(|h| self.is_verb(h) && self.is_passive(h)),
            _ => participle && self.child(verb, &["agent"]).is_some(),
        }
    }

    /// The noun in subject position of the verb's clause, found through coordination, control and relatives.
    pub(crate) fn surface_subject(&self, verb: usize) -> Option<usize> {
        self.surface_subject_within(verb, DEEPEST)
    }

    fn surface_subject_within(&self, verb: usize, depth: usize) -> Option<usize> {
        if depth == 0 {
            return None;
        }
        if let Some(subject) = self.own_subject(verb).or_else(|| self.subject_of_auxiliary(verb)) {
            return self.dereference(subject);
        }
        let moved = self.trailing_participle_of(verb).or_else(|| self.subject_behind_copula(verb));
        if moved.is_some() {
            return moved;
        }
        let head = self.head(verb)?;
        match self.label(verb) {
            "acl" | "relcl" if self.is_infinitive_of_intent(verb, head) => self.intender(head, depth - 1),
            "relcl" | "acl" => Some(head),
            "conj" if self.is_verb(head) => self.surface_subject_within(head, depth - 1),
            "xcomp" | "ccomp" | "advcl" | "oprd" | "dep" if self.is_verb(head) => {
                self.controller(verb, head).or_else(|| self.surface_subject_within(head, depth - 1))
            }
            "xcomp" | "ccomp" | "advcl" => self.predicate_subject(head, depth - 1),
            "pcomp" => {
                let outer = self.head(head)?;
                // "with A and B taking part"
                let present = self.child(head, &["pobj"]).filter(|&o| o < verb && self.lemma(head) == "with");
                if present.is_some() {
                    present
                } else if self.has(List::AccusingVerbs, outer) || self.is_judged(outer, head) {
                    // "accused X of hacking", "thanked X for hosting": X is said to have done it.
                    self.accused(outer)
                } else if let Some(thanked) = self.thanked(outer) {
                    Some(thanked)
                } else if self.is_verb(outer) {
                    self.surface_subject_within(outer, depth - 1)
                } else {
                    self.child(outer, &["poss"])
                        .or_else(|| self.head(outer).and_then(|v| self.surface_subject_within(v, depth - 1)))
                }
            }
            _ => None,
        }
    }

    /// Of two subjects the name: "partners Japan and South Korea applied" splits a noun from its names.
    fn own_subject(&self, verb: usize) -> Option<usize> {
        let mut subjects = self.children_of(verb, &["nsubj", "nsubjpass"]).filter(|&s| s < verb);
        let first = subjects.next().or_else(|| self.child(verb, &["nsubj", "nsubjpass"]))?;
        // "A career diplomat, she had been ...": of two the pronoun is meant.
        // "...; B accused": the one in the verb's own part of the sentence.
        let nearer = |s: usize| (first + 1..s).any(|u| self.lemma(u) == ";");
        let meant = |&s: &usize| self.is_name(s) && s == first + 1 || self.tag(s) == "PRP" || nearer(s);
        Some(subjects.filter(meant).last().unwrap_or(first))
    }

    /// "commended X for hosting", "congratulated X on joining".
    fn is_judged(&self, verb: usize, preposition: usize) -> bool {
        self.has(List::JudgingVerbs, verb) && matches!(self.lemma(preposition), "for" | "on" | "upon")
    }

    /// "expressed appreciation to X for hosting": to whom thanks, or another word of that kind, go, told from the word
    /// that "for" hangs on.
    fn thanked(&self, outer: usize) -> Option<usize> {
        let thanks = |&n: &usize| {
            let lists = || self.token_lists(self.units[n].tokens.start);
            !self.is_verb(n) && words::is_among(lists(), List::ThankingNouns as usize)
        };
        let object = || self.children_of(outer, &["dobj", "acomp", "nsubjpass"]).find(thanks);
        let noun = Some(outer).filter(thanks).or_else(object)?;
        let beside = self.head(noun).filter(|&v| self.is_verb(v));
        let heads = std::iter::once(noun).chain(beside);
        let to = heads.flat_map(|h| self.children(h)).copied().find(|&c| self.lemma(c) == "to")?;
        self.child(to, &["pobj"])
    }

    /// Whom a verb of accusing is directed at.
    fn accused(&self, verb: usize) -> Option<usize> {
        let object = self.child(verb, &["dobj"]).or_else(|| self.object_gap(verb));
        object.and_then(|o| self.dereference(o)).or_else(|| self.child(verb, &["nsubjpass"]))
    }

    /// "joined them for RIMPAC, hosted by ...": a participle set off by a comma speaks of the name before it, even
    /// where the parser hangs it on the verb.
    fn trailing_participle_of(&self, verb: usize) -> Option<usize> {
        let after_head = self.head(verb).is_some_and(|head| head < verb && self.is_verb(head));
        if self.tag(verb) != "VBN" || self.label(verb) != "advcl" || !after_head {
            return None;
        }
        if let Some(to) = verb.checked_sub(2).filter(|&to| self.infinitive_mark(verb) == Some(to)) {
            // "preparations for the summit, to be held in X"
            let comma = to.checked_sub(1).filter(|&u| self.lemma(u) == ",")?;
            return comma.checked_sub(1).filter(|&u| self.units[u].class == UnitClass::Event);
        }
        if self.child(verb, &["mark", "aux", "auxpass"]).is_some() {
            return None;
        }
        let adverbs =
            (0..verb).rev().take_while(|&u| matches!(self.lemma(u), "co" | "-" | "jointly" | "first"));
        let comma = (verb - adverbs.count()).checked_sub(1).filter(|&u| self.lemma(u) == ",")?;
        let mut last = comma.checked_sub(1)?;
        if self.lemma(last) == ")" {
            last = last.checked_sub(3).filter(|&u| self.lemma(u + 1) == "(")?;
        }
        self.is_name(last).then_some(last)
    }

    /// "Taking part were forces from X", "Also invited were X and Y": a participle that opens the sentence speaks of what
    /// stands behind the copula.
    fn subject_behind_copula(&self, verb: usize) -> Option<usize> {
        let opens = verb < 3 && (0..verb).all(|u| self.tag(u) == "RB");
        if !opens || !matches!(self.tag(verb), "VBG" | "VBN" | "JJ") {
            return None;
        }
        let copula = (verb + 1..self.units.len())
            .find(|&u| self.is_verb(u) && matches!(self.tag(u), "VBD" | "VBZ" | "VBP"))
            .filter(|&u| self.lemma(u) == "be")?;
        let bare = self.children_of(copula, &["nsubj"]).all(|s| s > copula);
        let behind = self.children_of(copula, &["attr", "nsubj", "dobj"]).find(|&c| c > copula);
        behind.filter(|_| bare && !(verb + 1..copula).any(|u| self.lemma(u) == ","))
    }

    /// Who else does what the verb says: "Like A, B joined", "Besides A, B joined", "B, together with A, joined", "B joined
    /// alongside A".
    fn companions(&self, verb: usize) -> Vec<usize> {
        let beside = |&c: &usize| match self.lemma(c) {
            "like" | "alongside" | "besides" => true,
            "with" => c > 0 && matches!(self.lemma(c - 1), "together" | "along"),
            _ => false,
        };
        let before = self.children_of(verb, &["prep"]).filter(|&c| c < verb).filter(beside);
        let mut found: Vec<usize> = before.flat_map(|c| self.children_of(c, &["pobj"])).collect();
        found.extend(self.companions_after(verb));
        found.extend(self.head_of_delegation(verb));
        found
    }

    /// "a delegation led by A visited X": who leads those that travel travels with them.
    fn head_of_delegation(&self, verb: usize) -> Option<usize> {
        let group = self.own_subject(verb).filter(|&s| self.has(List::Delegations, s))?;
        let leads = |&u: &usize| self.label(u) == "acl" && matches!(self.lemma(u), "lead" | "head");
        let led = (group + 1..verb).find(|u| leads(u) && self.within(*u, group))?;
        let by = self.children(led).iter().copied().find(|&c| self.lemma(c) == "by")?;
        self.child(by, &["pobj"]).filter(|&leader| self.units[leader].class == UnitClass::Person)
    }

    /// "B joined the bloc together with A", "B entered it alongside A": not where it may be the object's companion, a name
    /// of the same class right before ("named Rosneft along with Lukoil").
    fn companions_after(&self, verb: usize) -> Option<usize> {
        let own = |u: usize| self.clause_verb(u) == Some(verb);
        let beside = |&u: &usize| {
            let with = self.lemma(u) == "with" && matches!(self.lemma(u - 1), "together" | "along");
            (with || self.lemma(u) == "alongside") && own(u)
        };
        let preposition = (verb + 1..self.units.len()).find(beside)?;
        // "took part, alongside ships from X": an adverb of the noun, as some parses have it.
        let behind = || self.head(preposition).filter(|&n| n > preposition && self.has(List::Carriers, n));
        let beside = self.child(preposition, &["pobj"]).or_else(behind)?;
        if self.lemma(preposition) == "alongside" && self.has(List::Carriers, beside) {
            // "took part alongside teams from X"
            return Some(beside);
        }
        let name = Some(beside).filter(|&n| self.is_name(n))?;
        let end = if self.lemma(preposition) == "with" { preposition - 1 } else { preposition };
        let before = self.units[end - 1].class;
        let class = self.units[name].class;
        let alike = before == class || before == UnitClass::List;
        let subject = self.surface_subject(verb).map(|s| self.units[s].class);
        // "hosted by a state together with a body", each as one or as a list
        let body = |class| matches!(class, UnitClass::Place | UnitClass::Organization | UnitClass::List);
        let list = class == UnitClass::List;
        let same = list || subject == Some(class) || body(class) && subject.is_some_and(body);
        (same && !alike).then_some(name)
    }

    /// "organized by A together with B": the name that stands beside the doer of a passive.
    fn fellow_agent(&self, verb: usize) -> Option<usize> {
        let by = self.child(verb, &["agent"])?;
        let doer = self.child(by, &["pobj"]).filter(|&d| self.is_name(d))?;
        let beside = match self.lemma(doer + 1) {
            "together" | "along" | "jointly" if self.lemma(doer + 2) == "with" => doer + 3,
            "alongside" => doer + 2,
            _ => return None,
        };
        (beside..self.units.len())
            .take_while(|&u| self.tag(u) == "DT" || self.is_name(u))
            .find(|&u| self.is_name(u))
    }

    /// Of an infinitive under an adjective or noun ("ready to join"): the subject of its copula.
    fn predicate_subject(&self, head: usize, depth: usize) -> Option<usize> {
        let verb = self.head(head)?;
        self.surface_subject_within(verb, depth)
    }

    /// A subject that hangs on the auxiliary instead of the verb.
    fn subject_of_auxiliary(&self, verb: usize) -> Option<usize> {
        self.children_of(verb, &["aux", "auxpass"]).find_map(|a| self.child(a, &["nsubj", "nsubjpass"]))
    }

    /// The "to" of an infinitive.
    pub(crate) fn infinitive_mark(&self, verb: usize) -> Option<usize> {
        self.children_of(verb, &["aux"]).find(|&c| self.lemma(c) == "to")
    }

    /// "the plan to leave": the plan's owner leaves, not the plan.
    fn is_infinitive_of_intent(&self, verb: usize, noun: usize) -> bool {
        let to = self.infinitive_mark(verb).is_some();
        let lists = [List::PlannedNouns, List::PossibleNouns, List::NegatedNouns];
        to && lists.into_iter().any(|list| self.has(list, noun))
    }

    /// Whose plan it is: its possessor, also behind "of" or "by", else the subject of the verb over it.
    fn intender(&self, noun: usize, depth: usize) -> Option<usize> {
        let mut phrases = self.children_of(noun, &["prep", "agent"]);
        let of = phrases.find(|&p| matches!(self.lemma(p), "of" | "by"));
        let named = of.and_then(|of| self.child(of, &["pobj"])).filter(|&o| self.is_name(o));
        if let Some(owner) = self.child(noun, &["poss"]).or(named) {
            return Some(owner);
        }
        let verb = self.clause_verb(noun).filter(|&v| v != noun)?;
        self.surface_subject_within(verb, depth)
    }

    /// The object that does what the infinitive says ("invited Sweden to join", "called on Sweden to join").
    fn controller(&self, verb: usize, head: usize) -> Option<usize> {
        let fronted = verb < head && self.infinitive_mark(verb).is_none();
        let infinitive =
            matches!(self.label(verb), "xcomp" | "ccomp" | "advcl") && !fronted && !self.is_passive(head);
        if !infinitive || !self.has(List::ObjectControlVerbs, head) {
            return None;
        }
        let called_on =
            || self.children_of(head, &["prep"]).find(|&p| matches!(self.lemma(p), "on" | "upon"));
        self.child(head, &["dobj", "dative"]).or_else(|| {
            called_on().filter(|_| self.lemma(head) == "call").and_then(|p| self.child(p, &["pobj"]))
        })
    }

    /// A relative pronoun becomes the noun it stands for.
    pub(crate) fn dereference(&self, i: usize) -> Option<usize> {
        if self.is_relative_pronoun(i) && self.units[i].class == UnitClass::Word {
            // Free relatives ("what happened") and questions have no antecedent.
            return self.set_off(i).or_else(|| self.antecedent(i)).or_else(|| self.before_comma(i));
        }
        Some(i)
    }

    /// "thanks to Japan for the Dialogue (JPIDD), which it held and at which Fiji spoke": a relative clause set off by a
    /// comma is of the name before it, though the parse hangs it on a word farther off.
    fn set_off(&self, pronoun: usize) -> Option<usize> {
        let mut clause = pronoun;
        for _ in 0..DEEPEST {
            if self.label(clause) == "relcl" {
                break;
            }
            clause = self.head(clause)?;
        }
        let far = self.head(clause).filter(|_| self.label(clause) == "relcl")?;
        let first =
            (far..self.units.len()).find(|&u| self.is_relative_pronoun(u) && self.within(u, clause))?;
        let opening = if matches!(self.tag(first - 1), "IN" | "TO") { first - 1 } else { first };
        let mut name = opening.checked_sub(2).filter(|_| self.lemma(opening - 1) == ",")?;
        if self.lemma(name) == ")" {
            name = name.checked_sub(3).filter(|&u| self.lemma(u + 1) == "(")?;
        }
        (self.is_name(name) && name > far && !self.is_name(far)).then_some(name)
    }

    /// "OPEC, whose seat is in Vienna", "hosted RIMPAC in May, in which X sailed": the name before the comma, wherever the
    /// parser hangs the clause.
    fn before_comma(&self, pronoun: usize) -> Option<usize> {
        let opening =
            if matches!(self.tag(pronoun.checked_sub(1)?), "IN" | "TO") { pronoun - 1 } else { pronoun };
        let mut name = opening.checked_sub(2).filter(|_| self.lemma(opening - 1) == ",")?;
        if self.units[name].is_time() && matches!(self.lemma(name.checked_sub(1)?), "in" | "on") {
            name = name.checked_sub(2)?;
        }
        self.is_name(name).then_some(name)
    }

    /// The verb's arguments by deep role.
    pub(crate) fn verb_arguments(&self, verb: usize) -> &[(Role, usize)] {
        self.arguments[verb][0].get_or_init(|| self.arguments_of_verb(verb))
    }

    fn arguments_of_verb(&self, verb: usize) -> Arguments {
        let mut arguments = Vec::new();
        let passive = self.is_passive(verb);
        if let Some(subject) = self.inverted_subject(verb) {
            arguments.push((Role::Subject, subject));
        } else if let Some(subject) = self.surface_subject(verb) {
            let stranded = self.stranded_preposition(verb).filter(|_| passive);
            let role = match stranded {
                Some(preposition) => Role::Preposition(self.lemma(preposition).to_owned()),
                None if passive => Role::Object,
                None => Role::Subject,
            };
            arguments.extend(self.companions(verb).into_iter().map(|c| (role.clone(), c)));
            arguments.push((role, subject));
        }
        for &child in self.children(verb) {
            self.verb_child(child, &mut arguments);
        }
        let agentless = passive && !arguments.iter().any(|(role, _)| *role == Role::Subject);
        if let Some(by) = self.stray_agent(verb).filter(|_| agentless) {
            arguments.extend(self.child(by, &["pobj"]).map(|a| (Role::Subject, a)));
            arguments.extend(self.further_agents(by).map(|a| (Role::Subject, a)));
        }
        if passive {
            arguments.extend(self.fellow_agent(verb).map(|a| (Role::Subject, a)));
        }
        if !arguments.iter().any(|(role, _)| *role == Role::Object) {
            let object = self.object_gap(verb).or_else(|| self.shared_object(verb));
            arguments.extend(object.map(|o| (Role::Object, o)));
        }
        arguments
    }

    /// "is paid for by X", "was presided over by X": the preposition whose object became the subject of the passive.
    fn stranded_preposition(&self, verb: usize) -> Option<usize> {
        let next = verb + 1;
        let alone = next + 1 < self.units.len() && self.child(next, &["pobj"]).is_none();
        let loose = || self.label(next) == "prep" || self.lemma(verb) == "preside";
        let own = alone && loose() && self.head(next) == Some(verb);
        (own && self.lemma(next + 1) == "by").then_some(next)
    }

    /// "In his place came X": what follows a verb without object, that a phrase of place opens, is its subject.
    pub(crate) fn inverted_subject(&self, verb: usize) -> Option<usize> {
        let coming = matches!(
            self.lemma(verb),
            "come" | "go" | "stand" | "sit" | "follow" | "appear" | "speak" | "be" | "belong"
        );
        let opened = self.children_of(verb, &["prep"]).any(|c| c < verb);
        let finite = matches!(self.tag(verb), "VBD" | "VBZ" | "VBP");
        let bare = self.child(verb, &["nsubj", "nsubjpass", "aux"]).is_none();
        let behind = if self.lemma(verb) == "be" { "attr" } else { "dobj" };
        self.child(verb, &[behind]).filter(|&o| o > verb && coming && opened && finite && bare)
    }

    fn verb_child(&self, child: usize, arguments: &mut Vec<(Role, usize)>) {
        // "not by A but by B", "with A, but not with B"
        if matches!(self.label(child), "agent" | "prep" | "conj") && self.child(child, &["neg"]).is_some() {
            let instead = self.children_of(child, &["conj"]).filter(|&c| self.lemma(c) == "by");
            let doers = instead.filter_map(|by| self.child(by, &["pobj"]));
            arguments.extend(doers.map(|c| (Role::Subject, c)));
            return;
        }
        match self.label(child) {
            "dobj" => match self.sum_beside(child) {
                Some(sum) => arguments.extend([(Role::Indirect, child), (Role::Object, sum)]),
                None => arguments.extend(self.dereference(child).map(|c| (Role::Object, c))),
            },
            // "fell victim to X": no measure, whatever the parse says.
            "npadvmod" if self.tag(child) == "NN" && !self.measures_time(child) => {
                arguments.push((Role::Object, child));
            }
            "attr" | "oprd" | "acomp" => {
                arguments.push((Role::Object, child));
                // "held Moscow responsible": the subject of the small clause is the verb's object too.
                arguments.extend(self.child(child, &["nsubj"]).map(|c| (Role::Object, c)));
            }
            "dative" if self.tag(child) == "IN" || self.tag(child) == "TO" => {
                self.prepositional(child, "", arguments);
            }
            "dative" => arguments.extend(self.dereference(child).map(|c| (Role::Indirect, c))),
            "agent" => {
                let agents = self.children_of(child, &["pobj"]).filter_map(|c| self.dereference(c));
                arguments.extend(agents.map(|c| (Role::Subject, c)));
                arguments.extend(self.further_agents(child).map(|c| (Role::Subject, c)));
            }
            // "Kallax, where they held talks": in the place the clause is said of.
            "advmod" if self.lemma(child) == "where" => {
                let clause = self.head(child).filter(|&v| self.label(v) == "relcl");
                let place = clause.and_then(|v| self.head(v)).filter(|&p| self.is_name(p) && p < child);
                arguments.extend(place.map(|p| (Role::Preposition("in".to_owned()), p)));
            }
            "advmod" if self.lemma(child) == "there" => {
                let ways = ["to", "in"].map(|p| (Role::Preposition(p.to_owned()), child));
                arguments.extend(ways);
            }
            "prep" | "prt" | "advmod" => self.prepositional(child, "", arguments),
            // "paid visits to A on Monday and to B on Tuesday": the second phrase may hang on the verb.
            "conj" if matches!(self.tag(child), "IN" | "TO") => self.prepositional(child, "", arguments),
            "xcomp" | "ccomp" | "advcl" => arguments.push((Role::Infinitive, child)),
            _ => {}
        }
    }

    /// "granted Jordan $20 million": the sum, where the parse hangs it on the name before it.
    fn sum_beside(&self, receiver: usize) -> Option<usize> {
        let sum = self.child(receiver, &["nummod"]).filter(|&n| n > receiver)?;
        self.is_name(receiver).then_some(sum)
    }

    /// "was hit with a ban by X": the doer of a passive, where the parse hangs it on the noun before it.
    fn stray_agent(&self, verb: usize) -> Option<usize> {
        let by = |u: &usize| {
            let beside = || matches!(self.label(*u), "prep" | "agent") && self.within(*u, verb);
            let denied = || self.child(*u, &["neg"]).is_some();
            self.lemma(*u) == "by" && beside() && !denied() && self.clause_verb(*u) == Some(verb)
        };
        let named = |&u: &usize| self.child(u, &["pobj"]).is_some_and(|doer| self.is_name(doer));
        (verb + 1..self.units.len()).filter(by).find(named)
    }

    /// Names coordinated with the verb itself: subjects whose verb is left out ("and Morocco in 2017").
    pub(crate) fn gapped_subjects(&self, verb: usize) -> Vec<usize> {
        if !self.is_verb(verb) {
            return Vec::new();
        }
        let gapped = |&c: &usize| {
            let follows =
                self.units.get(c + 1).is_some_and(|next| matches!(next.tag.name(), "IN" | "TO" | ","));
            c > verb && self.is_name(c) && follows
        };
        let mut found: Vec<usize> = self.children_of(verb, &["conj"]).filter(gapped).collect();
        found.extend((verb + 1..self.units.len()).filter(|&c| self.resumes(c, verb)));
        found.sort_unstable();
        found.dedup();
        found
    }

    /// "X joined in 1984 and Y in 1995": a name behind "and" with a date of its own, wherever the parse hangs it.
    fn resumes(&self, name: usize, verb: usize) -> bool {
        let dated = |p: usize| {
            let date = self.units.get(p + 1).is_some_and(Unit::is_time);
            matches!(self.lemma(p), "in" | "on") && date
        };
        let before = || (verb + 1..name).any(|p| dated(p) || self.units[p].class == UnitClass::Date);
        self.is_name(name)
            && self.lemma(name - 1) == "and"
            && dated(name + 1)
            && before()
            && self.clause_verb(name) == Some(verb)
    }

    /// "by X on Monday and by Y a day later": whatever the second "by" is coordinated with.
    fn further_agents(&self, agent: usize) -> impl Iterator<Item = usize> + '_ {
        let verb = self.head(agent).unwrap_or(agent);
        let again =
            move |u: &usize| self.lemma(*u) == "by" && self.label(*u) == "conj" && self.within(*u, verb);
        (agent + 1..self.units.len()).filter(again).filter_map(|u| self.child(u, &["pobj"]))
    }

    /// `prep > pobj`, also through stacked prepositions ("out of").
    fn prepositional(&self, preposition: usize, before: &str, arguments: &mut Vec<(Role, usize)>) {
        let name = self.lemma(preposition).to_owned();
        for &child in self.children(preposition) {
            match self.label(child) {
                "pobj" | "pcomp" => {
                    let object = self.dereference(child);
                    arguments.extend(object.map(|c| (Role::Preposition(name.clone()), c)));
                }
                "prep" if before.is_empty() => self.prepositional(child, &name, arguments),
                // "in and around Hawaii", "to and from Kyiv"
                "conj" if self.tag(child) == "IN" && self.child(child, &["neg"]).is_none() => {
                    self.prepositional(child, &name, arguments);
                }
                _ => {}
            }
        }
        if self.children(preposition).iter().all(|&c| self.label(c) == "conj") {
            // A stranded preposition ("the talks they took part in"): its object is the clause's antecedent.
            let gap = self.in_relative_clause(preposition).then(|| self.antecedent(preposition)).flatten();
            arguments.extend(gap.map(|c| (Role::Preposition(name), c)));
        }
    }

    fn in_relative_clause(&self, i: usize) -> bool {
        self.head(i).is_some_and(|verb| self.label(verb) == "relcl")
    }

    /// In a relative clause with a subject of its own, the noun it hangs on is the object.
    fn object_gap(&self, verb: usize) -> Option<usize> {
        // "the summit, which Ghana is to host"
        let over = self.head(verb).filter(|&h| self.label(verb) == "xcomp" && self.lemma(h) == "be");
        let verb = over.unwrap_or(verb);
        let own_subject = self.child(verb, &["nsubj"])?;
        if self.label(verb) != "relcl" || self.is_relative_pronoun(own_subject) || self.fronted_relative(verb)
        {
            return None;
        }
        self.head(verb)
    }

    /// "in which", "whose", "where": the antecedent has a place already.
    pub(crate) fn fronted_relative(&self, verb: usize) -> bool {
        let direct = self.children(verb).iter().any(|&c| {
            matches!(self.tag(c), "WRB")
                || (self.label(c) == "prep" && self.children(c).iter().any(|&p| self.is_relative_pronoun(p)))
        });
        direct || self.children(verb).iter().any(|&c| self.children(c).iter().any(|&p| self.tag(p) == "WP$"))
    }

    /// "signed and ratified the treaty": the object stands at the last verb only.
    fn shared_object(&self, verb: usize) -> Option<usize> {
        let next = self.child(verb, &["conj"]).filter(|&c| self.is_verb(c))?;
        let bare = self.children(verb).iter().all(|&c| c == next || c < verb || self.label(c) == "cc");
        (bare && !self.is_passive(verb)).then(|| self.child(next, &["dobj"])).flatten()
    }

    /// A noun's arguments: whose it is, its prepositions, its modifiers.
    pub(crate) fn noun_arguments(&self, noun: usize) -> &[(Role, usize)] {
        self.arguments[noun][1].get_or_init(|| self.arguments_of_noun(noun))
    }

    fn arguments_of_noun(&self, noun: usize) -> Arguments {
        let mut arguments = Vec::new();
        for &child in self.children(noun) {
            match self.label(child) {
                "poss" => {
                    arguments.extend(self.dereference(child).map(|c| (Role::Possessor, c)));
                }
                "prep" if self.lemma(child) == "of" => {
                    let whose = self.children_of(child, &["pobj"]).filter_map(|c| self.dereference(c));
                    arguments.extend(whose.map(|c| (Role::Possessor, c)));
                    self.prepositional(child, "", &mut arguments);
                }
                "prep" | "agent" | "dative" => self.prepositional(child, "", &mut arguments),
                "compound" | "amod" | "nmod" => {
                    arguments.push((Role::Possessor, child));
                    arguments.push((Role::Modifier, child));
                }
                "acl" | "relcl" => arguments.push((Role::Infinitive, child)),
                _ => {}
            }
        }
        // "the accession of X to NATO and that of Y": what the second leaves unsaid it shares with the first.
        if let Some(first) = self.said_before(noun) {
            let said = |role: &Role| arguments.iter().any(|(own, _)| own == role);
            let shared = self.noun_arguments(first).iter();
            let shared: Vec<_> =
                shared.filter(|(r, _)| matches!(r, Role::Preposition(_)) && !said(r)).cloned().collect();
            arguments.extend(shared);
        }
        if self.child(noun, &["poss"]).is_none() {
            arguments.extend(self.equipped(noun).map(|owner| (Role::Possessor, owner)));
        }
        arguments
    }

    /// The noun that "that" or "those" stands for behind an "and".
    fn said_before(&self, unit: usize) -> Option<usize> {
        let stands_in = matches!(self.tag(unit), "DT" | "IN") && self.label(unit) == "conj";
        self.head(unit).filter(|&noun| stands_in && noun < unit && self.lemma(noun) == self.lemma(unit))
    }

    /// "X, with headquarters in Y": whose the noun after "with" is.
    fn equipped(&self, noun: usize) -> Option<usize> {
        let with = self.head(noun).filter(|&p| self.label(noun) == "pobj" && self.lemma(p) == "with")?;
        self.head(with).filter(|&owner| owner < with && !self.is_verb(owner))
    }

    /// What a nominal is said of: its copula's subject, its appositive, what it titles, what it includes.
    pub(crate) fn predicated_of(&self, noun: usize) -> Vec<usize> {
        self.predicated_within(noun, 4)
    }

    fn predicated_within(&self, noun: usize, depth: usize) -> Vec<usize> {
        let mut found: Vec<usize> = self.children_of(noun, &["appos"]).collect();
        found.extend(self.included(noun));
        let Some(head) = self.head(noun) else { return found };
        found.extend(self.fronted_over(noun));
        match self.label(noun) {
            "appos" => found.push(head),
            "attr" | "acomp" => found.extend(self.surface_subject(head)),
            "advmod" | "npadvmod" if matches!(self.lemma(head), "be" | "remain" | "stay") => {
                found.extend(self.surface_subject(head));
            }
            "oprd" => found.extend(self.controlled_by(head)),
            "nsubj" if self.lemma(head) == "be" => found.extend(self.child(head, &["attr"])),
            "compound" | "nmod" | "amod" if self.is_name(head) => found.push(head),
            // "a force | subordinate to X"
            "amod" if noun == head + 1 => found.push(head),
            "conj" if depth > 0 => found.extend(self.predicated_within(head, depth - 1)),
            // "one of the members of ..."
            "pobj" if self.lemma(head) == "of" && depth > 0 => {
                let number = self.head(head).filter(|&n| self.tag(n) == "CD" && n < noun);
                found.extend(number.into_iter().flat_map(|n| self.predicated_within(n, depth - 1)));
            }
            "pobj" if self.lemma(head) == "as" => {
                found
                    .extend(self.head(head).filter(|&v| self.is_verb(v)).and_then(|v| self.controlled_by(v)));
            }
            _ => {}
        }
        found
    }

    /// "A branch of X, Y listens in": what opens the sentence and ends before its subject is said of the subject.
    fn fronted_over(&self, noun: usize) -> Option<usize> {
        let verb = self.head(noun).filter(|&v| self.is_verb(v) && v > noun && self.tag(noun) == "NN")?;
        let opens = (0..noun).all(|u| self.within(u, noun));
        let subject =
            self.children_of(verb, &["nsubj", "nsubjpass"]).find(|&s| s > noun && self.is_name(s))?;
        let article = usize::from(self.lemma(subject - 1) == "the");
        let comma = subject.checked_sub(1 + article).filter(|&u| self.lemma(u) == ",")?;
        (opens && (noun..comma).all(|u| self.within(u, noun))).then_some(subject)
    }

    /// Whom a predicate complement or "as" phrase of `verb` speaks of: the object of "appoint", else the subject.
    fn controlled_by(&self, verb: usize) -> Option<usize> {
        let object = self.has(List::ObjectControlVerbs, verb).then(|| self.child(verb, &["dobj"])).flatten();
        // "made his name as minister": a thing is made by whom the rest speaks of.
        let whom = |o: &usize| self.is_name(*o) || self.tag(*o).starts_with(['P', 'W']);
        let object = object.filter(|o| self.lemma(verb) != "make" || whom(o));
        object.or_else(|| self.surface_subject(verb))
    }

    /// "countries such as X", "members, including Y", "states, among them Z", "donors that include X".
    pub(crate) fn included(&self, noun: usize) -> Vec<usize> {
        let mut found = Vec::new();
        for &child in self.children(noun) {
            if self.label(child) == "prep" && self.has(List::InclusionWords, child) {
                found.extend(self.children_of(child, &["pobj"]).filter(|&p| self.lemma(p) != "them"));
            }
        }
        let relative =
            self.children_of(noun, &["relcl"]).filter(|&v| matches!(self.lemma(v), "include" | "comprise"));
        let plural = matches!(self.tag(noun), "NNS" | "NNPS");
        found.extend(relative.filter(|_| plural).filter_map(|v| self.child(v, &["dobj"])));
        found.extend(self.among_them(noun));
        found.extend(self.including(noun));
        found.extend(self.after_colon(noun));
        if found.is_empty() {
            found.extend(self.named_behind(noun).or_else(|| self.named_at_the_end(noun)));
        }
        found
    }

    /// "members such as X", "members, including X": right behind the noun, wherever the parse hangs them.
    fn named_behind(&self, noun: usize) -> Option<usize> {
        let word = |u: usize| if u < self.units.len() { self.lemma(u) } else { "" };
        let at = noun + 1 + usize::from(word(noun + 1) == ",");
        let name = match word(at) {
            "such" if word(at + 1) == "as" => at + 2,
            "include" | "including" | "like" | "namely" => at + 1,
            _ => return None,
        };
        let name = name + usize::from(word(name) == "the");
        (name < self.units.len() && self.is_name(name)).then_some(name)
    }

    /// "Ten states took part in the drill, including X and Y": the examples of a subject or object stand behind the clause,
    /// where no plural before the comma can have them.
    fn named_at_the_end(&self, noun: usize) -> Option<usize> {
        let plural = self.tag(noun) == "NNS";
        let actors = self.has(List::CountryNouns, noun) || self.has(List::Carriers, noun);
        let verb = self.head(noun).filter(|_| plural && actors)?;
        // "drew ten states to Darwin, including X and Y"
        let before = match self.label(noun) {
            "nsubj" | "nsubjpass" if verb > noun => verb,
            "dobj" if verb < noun => noun,
            _ => return None,
        };
        let opens = |&u: &usize| {
            let among = self.lemma(u) == "among" && self.lemma(u + 1) == "them";
            self.lemma(u - 1) == ","
                && (among
                    || self.has(List::InclusionWords, u) && self.lemma(u) != "among"
                    || self.ends_in_among_them(u))
        };
        let opening = (before + 1..self.units.len()).find(opens)?;
        if before == noun && (noun..opening).any(|u| self.is_verb(u)) {
            return None;
        }
        let names = (opening..self.units.len())
            .find(|&u| !matches!(self.lemma(u), "them" | "the") && !self.has(List::InclusionWords, u))
            .filter(|&u| self.is_name(u))?;
        let plural = matches!(self.tag(opening - 2), "NNS" | "NNPS")
            && !matches!(self.lemma(opening - 2), "name" | "signature" | "hand" | "talk");
        (!plural).then_some(names)
    }

    /// "six monarchies: X, Y and Z": names that stand alone behind the colon after a plural, with what qualifies it.
    fn after_colon(&self, noun: usize) -> Option<usize> {
        if !matches!(self.tag(noun), "NNS" | "NNPS") {
            return None;
        }
        let phrase = (noun + 1..self.units.len()).take(6);
        let colon = phrase.take_while(|&u| !self.is_verb(u)).find(|&u| self.lemma(u) == ":")?;
        let qualified = (noun + 1..colon).all(|u| !matches!(self.tag(u), "NNS" | "NNPS" | ","));
        let names = (colon + 1..self.units.len()).find(|&u| self.lemma(u) != "the")?;
        let closed =
            self.units.get(names + 1).is_none_or(|_| matches!(self.lemma(names + 1), "." | ";" | ")" | ","));
        (qualified && closed && self.is_name(names)).then_some(names)
    }

    /// "drew nineteen states, including X and Y": right behind the comma, wherever the parser hangs it.
    fn including(&self, noun: usize) -> Option<usize> {
        let preposition = noun + 2;
        let plural = matches!(self.tag(noun), "NNS" | "NNPS") && self.lemma(noun + 1) == ",";
        let own = |&p: &usize| self.head(p) != Some(noun) && self.has(List::InclusionWords, p);
        let preposition =
            Some(preposition).filter(|_| plural).filter(|p| *p < self.units.len()).filter(own)?;
        self.child(preposition, &["pobj"]).filter(|&p| self.is_name(p))
    }

    /// The names of "states, among them X and Y" stand right behind it, wherever the parser hangs them.
    fn among_them(&self, noun: usize) -> Option<usize> {
        if !matches!(self.tag(noun), "NNS" | "NNPS") {
            return None;
        }
        // "added six people to its list, among them X"
        let reach = if self.child(noun, &["nummod"]).is_some() { 10 } else { 4 };
        let near = noun + 1..(noun + reach).min(self.units.len());
        let named_before = |&u: &usize| self.lemma(u - 1) == "," && self.ends_in_among_them(u);
        if let Some(names) = near.clone().find(named_before) {
            return Some(names);
        }
        let among = near.into_iter().find(|&u| self.lemma(u) == "among")?;
        // "governments, among them those of X"
        let theirs = self.lemma(among + 2) == "those" && self.lemma(among + 3) == "of";
        let from = if theirs { among + 4 } else { among + 2 };
        let names = (from..self.units.len()).find(|&u| self.lemma(u) != "the")?;
        (self.lemma(among + 1) == "them" && self.is_name(names)).then_some(names)
    }

    /// "X and Y among them": whether a name opens such an aside.
    fn ends_in_among_them(&self, name: usize) -> bool {
        self.is_name(name) && self.lemma(name + 1) == "among" && self.lemma(name + 2) == "them"
    }

    /// The first of the nouns that one is coordinated with, appositives passed over.
    pub(crate) fn first_coordinated(&self, noun: usize) -> usize {
        let mut at = noun;
        while let (Some(head), "conj" | "appos") = (self.head(at), self.label(at)) {
            if head > at || self.is_verb(head) {
                break;
            }
            at = head;
        }
        at
    }

    pub(crate) fn is_name(&self, i: usize) -> bool {
        self.units[i].is_name()
    }

    /// Whether the verb heads the sentence, or is coordinated with the one that does.
    pub(crate) fn is_main(&self, verb: usize) -> bool {
        match self.head(verb) {
            None => true,
            Some(head) => self.label(verb) == "conj" && self.head(head).is_none(),
        }
    }

    /// Whether `i` stands in the subtree of `top`.
    pub(crate) fn within(&self, i: usize, top: usize) -> bool {
        self.tree.is_within(i, top)
    }

    /// The verb of the clause `i` stands in, out of infinitives and participles.
    pub(crate) fn finite_verb(&self, i: usize) -> Option<usize> {
        let mut verb = self.clause_verb(i)?;
        for _ in 0..DEEPEST {
            let dependent = matches!(self.label(verb), "xcomp" | "pcomp" | "advcl" | "acl");
            let above = self.head(verb).filter(|_| dependent && !self.tag(verb).starts_with("VBD"));
            match above.and_then(|h| self.clause_verb(h)) {
                Some(higher) => verb = higher,
                None => break,
            }
        }
        Some(verb)
    }

    /// The nearest verb above `i` (or `i` itself if it is one).
    pub(crate) fn clause_verb(&self, i: usize) -> Option<usize> {
        let mut at = i;
        for _ in 0..self.units.len() {
            if self.is_verb(at) || self.tag(at) == "MD" {
                return Some(at);
            }
            at = self.head(at)?;
        }
        None
    }
}

/// Whether a label is one of these. Most differ in length or in the first letter, which is cheaper asked than all.
fn is_among(labels: &[&str], label: &str) -> bool {
    let first = label.as_bytes().first();
    labels.iter().any(|l| l.len() == label.len() && l.as_bytes().first() == first && *l == label)
}

/// The units that depend on each unit, in order.
struct Children {
    /// Those of the first unit, then those of the second, and so on.
    all: Vec<usize>,
    /// Where those of each unit end.
    ends: Vec<usize>,
}

impl Children {
    fn of(tree: &Tree) -> Self {
        let mut ends = vec![0; tree.heads.len()];
        for head in tree.heads.iter().flatten() {
            ends[*head] += 1;
        }
        let mut start = 0;
        for end in &mut ends {
            start += std::mem::replace(end, start);
        }
        let mut all = vec![0; start];
        for (unit, head) in tree.heads.iter().enumerate() {
            if let Some(head) = head {
                all[ends[*head]] = unit;
                ends[*head] += 1;
            }
        }
        Self { all, ends }
    }

    fn of_unit(&self, unit: usize) -> &[usize] {
        let start = unit.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.all[start..self.ends[unit]]
    }
}

/// "the accession of X and that | of Y": the noun that the word stands for.
fn stands_for(lemmas: &[Cow<'_, str>], tree: &Tree, unit: usize) -> Option<usize> {
    let stands_in = matches!(lemmas[unit].as_ref(), "that" | "those") && tree.labels[unit] == "conj";
    let noun = tree.heads[unit].filter(|&noun| stands_in && noun < unit)?;
    tree.labelled(unit, "prep").any(|of| lemmas[of] == "of").then_some(noun)
}

fn unit_form<'a>(text: &'a str, sentence: &Sentence, unit: &Unit) -> &'a str {
    let tokens = sentence.tokens.get(unit.tokens.clone()).unwrap_or_default();
    let ends = tokens.first().zip(tokens.last());
    ends.map_or("", |(first, last)| &text[first.range.start..last.range.end])
}

fn unit_lemma<'a>(text: &'a str, sentence: &Sentence, unit: &Unit) -> Cow<'a, str> {
    let Some(token) = sentence.tokens.get(unit.tokens.end.saturating_sub(1)) else {
        return Cow::Borrowed("");
    };
    let word = &text[token.range.clone()];
    if unit.class != UnitClass::Word {
        return Cow::Borrowed(word);
    }
    if !unit.tag.is_proper() {
        return match lemma(word, unit.tag) {
            Cow::Borrowed(lemma) => lowered(lemma),
            Cow::Owned(lemma) => Cow::Owned(lowered(&lemma).into_owned()),
        };
    }
    // No name: a capital at the start of a sentence or heading took it for one.
    let word = lowered(word);
    if word.ends_with('s') { Cow::Owned(lemma(&word, Tag::NNS).into_owned()) } else { word }
}
