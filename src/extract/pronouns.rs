//! Whom "it", "their" and "he" stand for: a subject above, whoever the sentence began with, else the nearest that agrees.

use super::discourse::Pronoun;
use super::names::Form;
use super::reference::{Referent, Scene};
use crate::language::UnitClass;
use crate::vocabulary::words::List;

/// How many clauses above its own a pronoun may look for its subject.
const HIGHEST: usize = 6;

impl Scene<'_> {
    /// The entities a pronoun stands for.
    pub(super) fn pronoun(&self, unit: usize) -> Vec<usize> {
        let pronoun = match self.syntax.lemma(unit) {
            "he" | "him" | "his" | "himself" => Pronoun::Person(Some("male")),
            "she" | "her" | "hers" | "herself" => Pronoun::Person(Some("female")),
            "it" | "its" | "itself" => Pronoun::Thing,
            "they" | "them" | "their" | "themselves" | "both" => Pronoun::Plural,
            "we" | "us" | "our" | "ours" | "ourselves" => {
                let token = &self.syntax.sentence.tokens[self.syntax.units[unit].tokens.start];
                return self.discourse.speaker(token.range.start).into_iter().collect();
            }
            _ => return Vec::new(),
        };
        let mut others = self.relatives(unit);
        let fits = |e: &usize| !others.contains(e) && self.may_have(*e, unit);
        if let Some(entity) = self.subject_of_relative(unit, pronoun).filter(fits) {
            return vec![entity];
        }
        if let Some(body) = self.body_led(unit, pronoun) {
            return vec![body];
        }
        if let Some(entity) = self.subject_above(unit, pronoun).filter(fits) {
            return vec![entity];
        }
        let ahead = self.subject_ahead(unit, pronoun);
        if !ahead.is_empty() && ahead.iter().all(fits) {
            return ahead;
        }
        if let Some(first) = self.continued(unit).filter(|_| pronoun == Pronoun::Thing) {
            return self.pronoun(first);
        }
        if self.takes_up_things(unit) {
            return Vec::new();
        }
        if let Some(actors) = self.counted_actors(unit).filter(|_| pronoun == Pronoun::Plural) {
            return actors;
        }
        if let Some(group) = self.group_above(unit).filter(|_| pronoun == Pronoun::Plural) {
            return group;
        }
        others.extend(self.own_subjects(unit));
        others.extend(self.companions_before(unit));
        if let Some(first) = self.said_again(unit) {
            return self.pronoun(first);
        }
        let place = self.syntax.units[unit].tokens.start;
        let may_mean = |e: usize| !others.contains(&e) && self.may_have(e, unit);
        self.discourse.pronoun(pronoun, (self.sentence, place), &may_mean)
    }

    /// "A and B, which has its seat in X": the last of those before the clause, of whom it speaks as one.
    fn subject_of_relative(&self, unit: usize, pronoun: Pronoun) -> Option<usize> {
        let syntax = self.syntax;
        let verb =
            syntax.clause_verb(unit).filter(|&v| pronoun == Pronoun::Thing && syntax.is_singular(v))?;
        let which = syntax.child(verb, &["nsubj", "nsubjpass"])?;
        let names = syntax.head(verb).filter(|&h| syntax.label(verb) == "relcl" && syntax.is_name(h))?;
        let last = self.names_in(names).last().filter(|_| syntax.is_relative_pronoun(which))?;
        Some(last.entity).filter(|&e| self.discourse.agrees(e, pronoun))
    }

    /// "Since its accession to ASEAN, Laos has chaired it twice", "After their talks, A and B dined": the subject that a
    /// phrase which opens the sentence looks ahead to.
    fn subject_ahead(&self, unit: usize, pronoun: Pronoun) -> Vec<usize> {
        let syntax = self.syntax;
        let opens = self.is_possessive_pronoun(unit)
            && syntax.head(unit).is_some_and(|noun| !syntax.has(List::BackwardNouns, noun))
            && (0..unit).all(|u| !syntax.is_verb(u) && self.names_in(u).next().is_none());
        let verb = syntax.clause_verb(unit).filter(|_| opens);
        let subject = verb.and_then(|v| syntax.child(v, &["nsubj", "nsubjpass"])).filter(|&s| s > unit + 1);
        let Some(subject) = subject.filter(|&s| syntax.is_name(s)) else { return Vec::new() };
        // "During his visit, X thanked him": then it was another's.
        let again = |u: usize| syntax.tag(u) == "PRP" && Self::alike(syntax.lemma(u), pronoun);
        if (subject + 1..syntax.units.len()).any(again) {
            return Vec::new();
        }
        let named: Vec<usize> = self.referents(subject).into_iter().map(|r| r.entity).collect();
        let agree = |e: &usize| self.discourse.agrees(*e, pronoun);
        match named.as_slice() {
            [one] if agree(one) => named,
            [_, _, ..] if pronoun == Pronoun::Plural => named,
            _ => Vec::new(),
        }
    }

    /// Whether a personal pronoun is of that gender or number.
    fn alike(word: &str, pronoun: Pronoun) -> bool {
        match pronoun {
            Pronoun::Person(Some("female")) => matches!(word, "she" | "her"),
            Pronoun::Person(_) => matches!(word, "he" | "him"),
            Pronoun::Thing => word == "it",
            Pronoun::Plural => matches!(word, "they" | "them"),
        }
    }

    /// "France signed a letter out of which has grown the centre. It is based in Oslo": of what "it" may mean that of
    /// which such a thing can be said.
    pub(crate) fn fitting(&self, referent: Referent, fits: &dyn Fn(usize) -> bool) -> Referent {
        let Referent { entity, unit, .. } = referent;
        if !matches!(self.syntax.lemma(unit), "it" | "its" | "itself") || fits(entity) {
            return referent;
        }
        let may_mean = |e: usize| fits(e) && self.may_have(e, unit);
        let place = (self.sentence, self.syntax.units[unit].tokens.start);
        let meant = self.discourse.pronoun(Pronoun::Thing, place, &may_mean);
        meant.first().map_or(referent, |&entity| Referent { entity, ..referent })
    }

    /// "Its seat is in Oslo, and it has a branch": the pronoun that the subject before "it" is or has, with no other
    /// subject between them.
    fn continued(&self, unit: usize) -> Option<usize> {
        let syntax = self.syntax;
        let subject = |u: usize| matches!(syntax.label(u), "nsubj" | "nsubjpass");
        let before = (0..unit).rev().find(|&u| subject(u)).filter(|_| subject(unit))?;
        let own = (syntax.lemma(before) == "it").then_some(before);
        let owner = || syntax.child(before, &["poss"]).filter(|&p| syntax.lemma(p) == "its");
        own.or_else(owner)
    }

    /// "he announced a pact, and three days later he and X saw Y": the "he" that is a subject before in the sentence.
    fn said_again(&self, unit: usize) -> Option<usize> {
        let syntax = self.syntax;
        let subject = |u: usize| matches!(syntax.label(u), "nsubj" | "nsubjpass");
        let alike =
            |&u: &usize| subject(u) && syntax.lemma(u) == syntax.lemma(unit) && syntax.tag(u) == "PRP";
        let personal = matches!(syntax.lemma(unit), "he" | "she") && subject(unit);
        (0..unit).rev().find(alike).filter(|_| personal)
    }

    /// "With X, the minister, he announced a pact": whom somebody is with is another.
    fn companions_before(&self, unit: usize) -> Vec<usize> {
        let syntax = self.syntax;
        let opens = syntax.lemma(0) == "with" && (1..unit).all(|u| !syntax.is_verb(u));
        let inside = (0..unit).filter(|_| opens && syntax.label(unit) == "nsubj");
        inside.flat_map(|u| self.names_in(u)).map(|m| m.entity).collect()
    }

    /// "the ministry, along with X, who runs it": what somebody runs is the body before his name, not who speaks of it.
    fn body_led(&self, unit: usize, pronoun: Pronoun) -> Option<usize> {
        let syntax = self.syntax;
        let verb = syntax.head(unit).filter(|_| pronoun == Pronoun::Thing && syntax.label(unit) == "dobj")?;
        let leader = syntax.head(verb).filter(|&h| {
            syntax.label(verb) == "relcl" && syntax.units[h].class == UnitClass::Person && h < verb
        })?;
        let leads =
            matches!(syntax.lemma(verb), "run" | "lead" | "head" | "chair" | "direct" | "command" | "manage");
        let bodies = (0..leader).rev().filter(|_| leads).flat_map(|u| self.names_in(u));
        let mut bodies =
            bodies.filter(|m| self.discourse.agrees(m.entity, pronoun) && m.form != Form::Adjective);
        bodies.next().map(|m| m.entity)
    }

    /// "broke into the networks of banks and could disrupt them": what stands there for what the verb before is done to, of
    /// which nothing is named, stands for nobody.
    fn takes_up_things(&self, unit: usize) -> bool {
        let syntax = self.syntax;
        let object = syntax.lemma(unit) == "them" && syntax.label(unit) == "dobj";
        let verb = syntax.clause_verb(unit).filter(|&v| object && syntax.label(v) == "conj");
        let Some(first) = verb.and_then(|v| syntax.head(v)).filter(|&h| syntax.is_verb(h)) else {
            return false;
        };
        let things = |&u: &usize| {
            syntax.tag(u) == "NNS" && matches!(syntax.label(u), "dobj" | "pobj") && !syntax.is_name(u)
        };
        let nearest = (first + 1..unit).rev().find(things);
        nearest.is_some_and(|u| self.referents(u).is_empty())
    }

    /// "Five officers were indicted over a raid that they planned": whom those stand for who act before "they" in its
    /// sentence and are counted, be it nobody.
    fn counted_actors(&self, unit: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let acts = |&u: &usize| {
            syntax.tag(u) == "NNS"
                && matches!(syntax.label(u), "nsubj" | "nsubjpass")
                && syntax.child(u, &["nummod"]).is_some()
                && !syntax.measures_time(u)
        };
        let actors = (0..unit).rev().find(acts).filter(|_| syntax.tag(unit) == "PRP")?;
        Some(self.referents(actors).into_iter().map(|r| r.entity).collect())
    }

    /// "The Leaders mourned the dead of Peru and Chile, on which they issued a statement": the several whom the clause
    /// above is about, be it nobody who is named.
    fn group_above(&self, unit: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let number = |u: usize| syntax.sentence.tokens[syntax.units[u].tokens.start].tag.name() == "CD";
        let several = |s: usize| {
            let list = syntax.units[s].class == UnitClass::List || syntax.child(s, &["conj"]).is_some();
            list || matches!(syntax.tag(s), "NNS" | "NNPS") && !syntax.measures_time(s) && !number(s)
        };
        let mut verb = syntax.clause_verb(unit).filter(|_| syntax.tag(unit) == "PRP")?;
        for _ in 0..HIGHEST {
            let dependent = matches!(syntax.label(verb), "relcl" | "ccomp" | "advcl");
            verb = syntax.clause_verb(syntax.head(verb).filter(|_| dependent)?)?;
            let subject = syntax.surface_subject(verb)?;
            if subject < unit && several(subject) {
                return Some(self.referents(subject).into_iter().map(|r| r.entity).collect());
            }
        }
        None
    }

    /// "with the EU and two of its members", "its headquarters": a country has none; "its Ministry of Finance", "its
    /// foreign minister": nothing but a country has one.
    fn may_have(&self, entity: usize, possessive: usize) -> bool {
        let syntax = self.syntax;
        let owned = syntax.head(possessive).filter(|_| syntax.tag(possessive) == "PRP$");
        let Some(noun) = owned else { return true };
        let ministry = syntax.is_name(noun) && matches!(self.first_word(noun), "Ministry" | "Ministries");
        let officer = matches!(syntax.lemma(noun), "minister" | "premier" | "king" | "queen" | "monarch");
        // Those of a bloc are its members' ministers.
        if ministry || officer && syntax.tag(noun) == "NN" {
            return self.discourse.is_country(entity);
        }
        !syntax.has(List::BodysOwn, noun) || self.discourse.has_members(entity)
    }

    fn first_word(&self, unit: usize) -> &str {
        self.syntax.word(self.syntax.units[unit].tokens.start)
    }

    /// Whom the subject of a relative clause cannot mean: the person the clause is about ("X, whom he succeeded").
    fn relatives(&self, unit: usize) -> Vec<usize> {
        let syntax = self.syntax;
        let clause =
            syntax.head(unit).filter(|&v| syntax.label(unit) == "nsubj" && syntax.label(v) == "relcl");
        let about = clause.and_then(|v| syntax.head(v));
        about.map(|a| self.names_in(a).map(|m| m.entity).collect()).unwrap_or_default()
    }

    /// Whom a pronoun that is no subject cannot mean: the subject of its own clause ("Macron received him").
    fn own_subjects(&self, unit: usize) -> Vec<usize> {
        let syntax = self.syntax;
        let possessive = self.is_possessive_pronoun(unit);
        // "Elisa de Anda of Mexico has its presidency": not Mexico's.
        let persons = |v: usize| {
            let person = |&s: &usize| syntax.units[s].class == UnitClass::Person;
            syntax.child(v, &["nsubj"]).as_ref().is_some_and(person) && syntax.lemma(unit) == "its"
        };
        let object = !possessive && !syntax.lemma(unit).ends_with("self");
        let verb = syntax.clause_verb(unit).filter(|&v| object || possessive && persons(v));
        let subject = verb.and_then(|v| {
            let shared =
                || matches!(syntax.label(v), "conj" | "advcl" | "xcomp").then(|| syntax.surface_subject(v));
            // "X, who came from Y, is the first woman to direct it"
            let first = || {
                let copula = syntax.head(v).and_then(|n| syntax.head(n));
                let copula = copula.filter(|&c| syntax.label(v) == "relcl" && syntax.lemma(c) == "be");
                copula
                    .filter(|_| syntax.infinitive_mark(v).is_some())
                    .and_then(|c| syntax.child(c, &["nsubj"]))
            };
            syntax.child(v, &["nsubj"]).or_else(|| shared().flatten()).or_else(first)
        });
        let Some(subject) = subject.filter(|&s| s != unit) else { return Vec::new() };
        // "Kenya, which had left the league, rejoined it"; but "X, who came from the bank, is the first to direct it".
        let person = syntax.units[subject].class == UnitClass::Person;
        let about = |u: usize| {
            let above = std::iter::successors(Some(u), |&u| syntax.head(u)).take_while(|&u| u != subject);
            above.take(syntax.units.len()).any(|u| matches!(syntax.label(u), "relcl"))
        };
        // "X, formerly of the bank, became its head": nor what stands between, wherever it hangs.
        let aside = |u: usize| person && possessive && subject < u && u < unit && verb.is_some_and(|v| u < v);
        let inside = (0..syntax.units.len())
            .filter(|&u| aside(u) || syntax.within(u, subject) && (person || !about(u)));
        inside.flat_map(|u| self.names_in(u)).map(|m| m.entity).collect()
    }

    /// "unseated her" is none, whatever the tag says.
    fn is_possessive_pronoun(&self, unit: usize) -> bool {
        let syntax = self.syntax;
        syntax.tag(unit) == "PRP$" && !matches!(syntax.label(unit), "dobj" | "pobj" | "dative")
    }

    /// The subject of a clause above the pronoun's own ("Seoul said it would ..."); of its own for "its", "his".
    fn subject_above(&self, unit: usize, pronoun: Pronoun) -> Option<usize> {
        let syntax = self.syntax;
        let possessive = self.is_possessive_pronoun(unit);
        let mut verb = syntax.clause_verb(unit)?;
        // "X cooperates with Y without joining it": it is not X.
        let own = Some(verb).filter(|_| !possessive).and_then(|v| syntax.surface_subject(v));
        if !possessive {
            verb = syntax.clause_verb(syntax.head(verb)?)?;
        }
        for _ in 0..HIGHEST {
            let subject = syntax.child(verb, &["nsubj", "nsubjpass"]).filter(|&s| s < unit && own != Some(s));
            let named = subject.and_then(|s| self.names_in(s).next());
            if let Some(name) = named.filter(|n| self.discourse.agrees(n.entity, pronoun)) {
                return Some(name.entity);
            }
            verb = syntax.clause_verb(syntax.head(verb)?)?;
        }
        None
    }
}
