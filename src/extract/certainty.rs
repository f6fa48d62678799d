//! How far a clause is a fact: negation, intent, possibility, condition, and who only says so.
//!
//! The scope follows the syntax: from the word that carries a relation up through complements, infinitives and
//! prepositions, never out of a relative clause or an apposition.

use super::reference::{Referent, Scene};
use super::syntax::Syntax;
use crate::graph::Status;
use crate::language::UnitClass;
use crate::vocabulary::words::List;

/// What the words around a clause say of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Certainty {
    pub(crate) status: Status,
    /// The word that decided the status.
    pub(crate) cue: Option<usize>,
    /// Who says so, if the text only reports it.
    pub(crate) by: Option<Referent>,
}

/// Cues met on the way up from the trigger.
#[derive(Default)]
struct Cues {
    negated: Vec<usize>,
    possible: Vec<usize>,
    planned: Vec<usize>,
    by: Option<Referent>,
    /// The word that carries the relation.
    trigger: usize,
}

/// Reads the certainty of the clause that `trigger` carries.
pub(crate) fn read(scene: &Scene<'_>, trigger: usize) -> Certainty {
    let mut cues = Cues { trigger, ..Cues::default() };
    let mut at = trigger;
    cues.own(scene, at);
    cues.negated.extend(at.checked_sub(1).filter(|&before| denies(scene.syntax, before)));
    cues.negated.extend(non(scene.syntax, at));
    cues.planned.extend(Some(at).filter(|_| is_under_way(scene.syntax, at)));
    if cues.negated.is_empty() {
        cues.negated.extend(not_yet(scene.syntax, at));
    }
    for _ in 0..scene.syntax.units.len() {
        let Some(head) = scene.syntax.head(at).filter(|_| !is_title(scene.syntax, at)) else { break };
        if !cues.step(scene, at, head) {
            break;
        }
        at = head;
    }
    cues.question(scene);
    cues.according_to(scene, trigger);
    cues.said_beside(scene, trigger);
    cues.decide()
}

/// "is being negotiated", "are negotiating": what is still talked about is not concluded.
fn is_under_way(syntax: &Syntax<'_>, verb: usize) -> bool {
    let being = || syntax.children_of(verb, &["auxpass"]).any(|c| syntax.tag(c) == "VBG");
    let helped = || syntax.children_of(verb, &["aux"]).any(|c| syntax.lemma(c) == "be");
    syntax.lemma(verb) == "negotiate" && (being() || syntax.tag(verb) == "VBG" && helped())
}

/// "was head until X took over": what ended something in the past came about, unlike "will stay until X takes over" and
/// "would stay until X took over".
fn came_about(syntax: &Syntax<'_>, verb: usize, mark: usize) -> bool {
    let past = |v: usize| {
        let helped = |c: usize| matches!(syntax.label(c), "aux" | "auxpass") && syntax.tag(c) == "VBD";
        syntax.tag(v) == "VBD" || syntax.children(v).iter().any(|&c| helped(c))
    };
    let above = syntax.head(verb).filter(|&v| syntax.is_verb(v));
    matches!(syntax.lemma(mark), "until" | "till") && past(verb) && above.is_some_and(past)
}

/// "did not join until 1963": it did, then.
fn not_until(syntax: &Syntax<'_>, verb: usize) -> bool {
    let dated = |p: usize| {
        let object = syntax.child(p, &["pobj"]);
        object.is_some_and(|o| syntax.units[o].is_time())
    };
    syntax.children_of(verb, &["prep"]).any(|p| matches!(syntax.lemma(p), "until" | "till") && dated(p))
}

/// "Nor is it a member", "Nor did Oslo join": the word that opens the sentence, at its verb or the auxiliary.
fn opening_nor(syntax: &Syntax<'_>, verb: usize) -> Option<usize> {
    let above = syntax.head(0).filter(|_| syntax.lemma(0) == "nor")?;
    (above == verb || syntax.head(above) == Some(verb) && syntax.label(above) == "aux").then_some(0)
}

/// "Never before had X met Y", "Not since 2018 had they met": the words that open the sentence, at a verb whose subject
/// stands behind its auxiliary.
fn opening_never(syntax: &Syntax<'_>, verb: usize) -> Option<usize> {
    let opens = match syntax.lemma(0) {
        "never" => true,
        "not" => syntax.lemma(1) == "since",
        _ => false,
    };
    let subject = syntax.child(verb, &["nsubj", "nsubjpass"]).filter(|_| opens)?;
    let own = syntax.children_of(verb, &["aux", "auxpass"]);
    let mut helpers = own.chain(syntax.head(verb).filter(|&h| h < verb));
    helpers.any(|h| syntax.lemma(h) == "have" && h < subject).then_some(0)
}

impl Cues {
    /// Modals, negation and adverbs at a verb, "no" at a noun.
    fn own(&mut self, scene: &Scene<'_>, unit: usize) {
        let syntax = scene.syntax;
        for &child in syntax.children(unit) {
            match syntax.label(child) {
                "cc" if syntax.is_verb(unit) => {}
                "neg" | "advmod" | "det" | "preconj" | "predet" | "cc"
                    if syntax.has(List::NegatedWords, child) && !not_until(syntax, unit) =>
                {
                    self.negated.push(child);
                }
                "advmod" if no_longer(syntax, child) => self.negated.push(child),
                "aux" if opens_condition(syntax, child) => self.possible.push(child),
                "aux" if future_in_past(syntax, unit, child) => self.planned.push(child),
                "aux" if syntax.has(List::PossibleModals, child) => self.possible.push(child),
                "aux" if syntax.has(List::PlannedModals, child) => self.planned.push(child),
                "advmod" if syntax.has(List::PossibleAdverbs, child) => self.possible.push(child),
                "mark" if syntax.lemma(child + 1) == "then" => {}
                "mark" if came_about(syntax, unit, child) => {}
                "mark" if syntax.has(List::PossibleMarks, child) => self.possible.push(child),
                "prep" if in_principle(syntax, child) => self.planned.push(child),
                "amod" if !syntax.is_verb(unit) => self.adjective(scene, child, unit),
                "nsubj" | "nsubjpass" if !is_aside(syntax, unit, child) => {
                    self.negative_subject(scene, child);
                }
                "dobj" if syntax.is_verb(unit) => self.negative_object(scene, child),
                _ => {}
            }
        }
        self.negated.extend(opening_nor(syntax, unit));
        let never = opening_never(syntax, unit).filter(|_| self.negated.is_empty());
        self.negated.extend(never);
    }

    /// "a planned visit", "the failed attack"; a failed bid was a bid.
    fn adjective(&mut self, scene: &Scene<'_>, adjective: usize, noun: usize) {
        let syntax = scene.syntax;
        if syntax.has(List::NegatedAdjectives, adjective) {
            let asked = noun == self.trigger && syntax.has(List::AskingNouns, noun);
            self.negated.extend(Some(adjective).filter(|_| !asked));
        } else if syntax.has(List::PossibleAdjectives, adjective) {
            self.possible.push(adjective);
        } else if syntax.has(List::PlannedAdjectives, adjective) {
            self.planned.push(adjective);
        }
    }

    /// "Neither China nor Pakistan", "no country", "none of them".
    fn negative_subject(&mut self, scene: &Scene<'_>, subject: usize) {
        let syntax = scene.syntax;
        let denied = syntax.children(subject).iter().copied().find(|&c| {
            matches!(syntax.label(c), "det" | "preconj" | "cc" | "neg" | "advmod")
                && matches!(syntax.lemma(c), "neither" | "no" | "none" | "nor")
        });
        let itself = matches!(syntax.lemma(subject), "none" | "nobody" | "neither").then_some(subject);
        self.negated.extend(denied.or(itself));
    }

    /// "sent no ships"; "sent staff but no ships" denies the ships alone.
    fn negative_object(&mut self, scene: &Scene<'_>, object: usize) {
        let syntax = scene.syntax;
        let no = syntax.children(object).iter().copied().find(|&c| syntax.lemma(c) == "no");
        let no = no.filter(|&no| no.checked_sub(1).is_none_or(|but| syntax.lemma(but) != "but"));
        self.negated.extend(no.filter(|n| !self.negated.contains(n)));
    }

    /// Takes the step from `at` to its head; false where the clause's scope ends.
    fn step(&mut self, scene: &Scene<'_>, at: usize, head: usize) -> bool {
        let syntax = scene.syntax;
        match syntax.label(at) {
            "xcomp" | "ccomp" | "pcomp" | "oprd" | "acomp" | "attr" => self.complement(scene, at, head),
            "pobj" | "dobj" | "nsubj" | "nsubjpass" | "agent" | "csubj" | "dative" => {
                self.argument(scene, at, head)
            }
            "prep" => self.preposition(scene, at, head),
            "advcl" if speaks_after(syntax, at, head) => {
                self.reported(scene, head);
                true
            }
            "advcl" => self.adverbial(scene, at),
            "acl" => self.infinitive_of_noun(scene, at, head),
            "relcl" if syntax.infinitive_mark(at).is_some() => self.infinitive_of_noun(scene, at, head),
            "relcl" => self.told_whom(scene, at, head),
            "conj" => self.coordinated(scene, at, head),
            "compound" | "amod" | "poss" | "nmod" => true,
            _ => false,
        }
    }

    fn complement(&mut self, scene: &Scene<'_>, at: usize, head: usize) -> bool {
        let syntax = scene.syntax;
        let cut_off = at < head && (at..head).any(|u| syntax.lemma(u) == ";");
        if syntax.label(at) == "ccomp" && syntax.has(List::ReportingVerbs, head) && !cut_off {
            self.reported(scene, head);
            return true;
        }
        if stands_alone(syntax, at, head) {
            return false;
        }
        if syntax.has(List::ReportingVerbs, head) && syntax.is_passive(head) && is_perfect(syntax, at) {
            // "is said to have attacked": reported as a fact, by nobody in particular.
            return true;
        }
        let infinitive = syntax.infinitive_mark(at).is_some();
        match syntax.lemma(head) {
            "be" if infinitive && opens_condition(syntax, head) => self.possible.push(head),
            // "was to have hosted it"
            "be" if infinitive && is_perfect(syntax, at) && syntax.tag(head) == "VBD" => {
                self.negated.push(head);
            }
            "be" if infinitive && syntax.label(at) == "xcomp" && !is_counted(syntax, head) => {
                self.planned.push(head);
            }
            "have" | "remain" | "be" if infinitive && has_child(syntax, head, "yet") => {
                self.negated.push(head);
            }
            _ => {}
        }
        if infinitive && is_purpose(syntax, head) && !is_way_on(syntax, head, at) {
            self.planned.push(at);
        }
        self.weigh(scene, head);
        self.own(scene, head);
        true
    }

    fn reported(&mut self, scene: &Scene<'_>, verb: usize) {
        let wrongly = |&c: &usize| scene.syntax.label(c) == "advmod" && scene.syntax.has(List::WrongWords, c);
        self.negated.extend(scene.syntax.children(verb).iter().copied().find(wrongly));
        if self.by.is_none() {
            let speaker = scene.syntax.surface_subject(verb);
            self.by = speaker.and_then(|s| scene.referents(s).into_iter().next());
        }
        let denied = scene.syntax.children(verb).iter().copied().find(|&c| scene.syntax.label(c) == "neg");
        self.possible.extend(denied);
    }

    fn argument(&mut self, scene: &Scene<'_>, at: usize, head: usize) -> bool {
        let syntax = scene.syntax;
        if at == self.trigger && syntax.has(List::AskingNouns, at) {
            return false;
        }
        if syntax.is_verb(head) || syntax.tag(head) == "IN" {
            if syntax.is_verb(head) && syntax.label(at) != "nsubj" {
                self.weigh(scene, head);
            } else if at != self.trigger && came_to_nothing(syntax, head) {
                self.negated.push(head);
            }
            self.own(scene, head);
        }
        true
    }

    fn preposition(&mut self, scene: &Scene<'_>, at: usize, head: usize) -> bool {
        let syntax = scene.syntax;
        if matches!(syntax.lemma(at), "without" | "instead" | "despite") || denies(syntax, at) {
            self.negated.push(at);
            return false;
        }
        if syntax.has(List::AccusingVerbs, head) {
            self.reported(scene, head);
            return false;
        }
        if syntax.lemma(at) == "against" && syntax.has(List::DecisionVerbs, head) {
            self.negated.push(at);
            return true;
        }
        if !syntax.is_verb(head)
            && matches!(syntax.lemma(at), "of" | "for" | "to" | "on" | "about" | "against")
        {
            self.weigh_noun(scene, head);
            return true;
        }
        // "during talks in Oslo, X rejected ...": what the verb says is not said of its adverbials.
        let object = syntax.child(at, &["pobj"]);
        // "worked for ten years at the bank": nor of how long it lasted.
        let circumstance = at < head && object.is_some_and(|o| !syntax.is_relative_pronoun(o))
            || object.is_some_and(|o| syntax.measures_time(o));
        let complement = !circumstance
            && matches!(
                syntax.lemma(at),
                "from" | "for" | "on" | "against" | "of" | "to" | "about" | "into" | "as"
            );
        if complement && syntax.is_verb(head) {
            self.weigh(scene, head);
            self.own(scene, head);
        }
        complement || !syntax.is_verb(head)
    }

    /// "told lawmakers that hackers had ...": a clause with a subject of its own after whom it was told.
    fn told_whom(&mut self, scene: &Scene<'_>, at: usize, listener: usize) -> bool {
        let syntax = scene.syntax;
        let own_subject =
            syntax.child(at, &["nsubj", "nsubjpass"]).is_some_and(|s| !syntax.is_relative_pronoun(s));
        let verb = syntax.head(listener).filter(|&v| {
            matches!(syntax.lemma(v), "tell" | "inform" | "warn" | "assure" | "notify" | "remind")
        });
        let Some(verb) = verb.filter(|_| own_subject && syntax.label(listener) == "dobj") else {
            return false;
        };
        self.reported(scene, verb);
        false
    }

    /// A condition is no fact; a purpose is a plan; any other adverbial clause stands by itself.
    fn adverbial(&mut self, scene: &Scene<'_>, at: usize) -> bool {
        let syntax = scene.syntax;
        let to = syntax.infinitive_mark(at);
        let Some(to) = to else { return false };
        let head = syntax.head(at).unwrap_or(at);
        if to.checked_sub(2).is_some_and(|far| syntax.lemma(far) == "far" && syntax.lemma(to - 1) == "as") {
            // "went so far as to": the same as having done it.
            if let Some(verb) = syntax.clause_verb(head) {
                self.own(scene, verb);
            }
            return false;
        }
        self.weigh(scene, head);
        if syntax.has(List::ImplicativeVerbs, head) || is_way_on(syntax, head, at) {
            // "flew in to meet", "formed a team to take part": what was done is what it was done for.
            self.own(scene, head);
            return true;
        }
        self.planned.push(to);
        false
    }

    /// "turned down the offer to join": the noun is weighed, and through it the verb above.
    fn infinitive_of_noun(&mut self, scene: &Scene<'_>, at: usize, noun: usize) -> bool {
        let syntax = scene.syntax;
        let to = syntax.infinitive_mark(at).is_some();
        to && self.weigh_noun(scene, noun)
    }

    /// A second verb shares the modal or negation of the first when it has no subject or auxiliary of its own.
    fn coordinated(&mut self, scene: &Scene<'_>, at: usize, head: usize) -> bool {
        let syntax = scene.syntax;
        if !syntax.is_verb(at) {
            return true;
        }
        let nor = (head..at).find(|&u| syntax.lemma(u) == "nor" && syntax.head(u) == Some(head));
        self.negated.extend(nor);
        if syntax.child(at, &["nsubj", "nsubjpass", "aux"]).is_some() || !syntax.is_verb(head) {
            return false;
        }
        let base_form = matches!(syntax.tag(at), "VB" | "VBN" | "VBG") && syntax.tag(at) == syntax.tag(head);
        if base_form {
            self.own(scene, head);
        }
        base_form
    }

    fn weigh(&mut self, scene: &Scene<'_>, head: usize) {
        let syntax = scene.syntax;
        let has = |list| syntax.has(list, head) || has_phrase(syntax, list, head);
        if has(List::NegatedVerbs) {
            self.negated.push(head);
        } else if has(List::PossibleVerbs) {
            self.possible.push(head);
        } else if has(List::PlannedVerbs) {
            self.planned.push(head);
        }
    }

    /// Whether the noun is one that says how far its complement is a fact.
    fn weigh_noun(&mut self, scene: &Scene<'_>, noun: usize) -> bool {
        let syntax = scene.syntax;
        if syntax.has(List::NegatedNouns, noun) {
            self.negated.push(noun);
        } else if syntax.has(List::PossibleNouns, noun) {
            self.possible.push(noun);
        } else if syntax.has(List::PlannedNouns, noun) {
            self.planned.push(noun);
        } else if is_threshold(syntax, noun, self.trigger) {
            self.possible.push(noun);
        } else {
            return false;
        }
        self.negated.extend(syntax.children(noun).iter().copied().find(|&c| syntax.lemma(c) == "no"));
        for adjective in syntax.children_of(noun, &["amod"]) {
            self.adjective(scene, adjective, noun);
        }
        true
    }

    fn question(&mut self, scene: &Scene<'_>) {
        let last = scene.syntax.units.len().checked_sub(1);
        self.possible.extend(last.filter(|&l| scene.syntax.lemma(l) == "?"));
    }

    /// "according to X" anywhere above the trigger.
    fn according_to(&mut self, scene: &Scene<'_>, trigger: usize) {
        let syntax = scene.syntax;
        if self.by.is_some() {
            return;
        }
        let mut units = 0..syntax.units.len();
        let Some(source) = units.find(|&u| syntax.is_word(u, "according")) else { return };
        if syntax.head(source).is_none_or(|h| syntax.within(trigger, h)) {
            let to = syntax.child(source, &["prep"]);
            let whom =
                to.and_then(|t| syntax.child(t, &["pobj"])).or_else(|| syntax.child(source, &["pobj"]));
            self.by = whom.and_then(|w| scene.referents(w).into_iter().next());
        }
    }

    /// "..., Microsoft said on Friday", "disclosed that ...", where the parse does not show what is said.
    fn said_beside(&mut self, scene: &Scene<'_>, trigger: usize) {
        if self.by.is_some() {
            return;
        }
        let syntax = scene.syntax;
        let says = |u: &usize| syntax.has(List::ReportingVerbs, *u) && syntax.tag(*u).starts_with("VB");
        let mut verbs = (0..syntax.units.len()).filter(says);
        let verb = verbs.find(|&v| {
            v != trigger
                && (is_parenthesis(syntax, v, trigger)
                    || is_inserted(syntax, v, trigger)
                    || opens(syntax, v, trigger))
        });
        let Some(verb) = verb else { return };
        let named = verb.checked_sub(1).filter(|&u| syntax.is_name(u));
        let speaker = named.or_else(|| syntax.surface_subject(verb)).filter(|&s| s != trigger);
        self.by = speaker.and_then(|s| scene.referents(s).into_iter().next());
    }

    fn decide(mut self) -> Certainty {
        self.negated.sort_unstable();
        self.negated.dedup();
        let (status, cue) = if let Some(&cue) = self.negated.first() {
            (if self.negated.len() > 1 { Status::Possible } else { Status::Negated }, Some(cue))
        } else if let Some(&cue) = self.possible.first() {
            (Status::Possible, Some(cue))
        } else if let Some(&cue) = self.planned.first() {
            (Status::Planned, Some(cue))
        } else {
            (Status::Asserted, None)
        };
        Certainty { status, cue, by: self.by }
    }
}

/// "..., X said": a comma, at most a name and an article, the verb, and nothing that is said after it.
fn is_parenthesis(syntax: &Syntax<'_>, verb: usize, trigger: usize) -> bool {
    let comma = (verb.saturating_sub(3)..verb).rev().find(|&u| syntax.lemma(u) == ",");
    let Some(comma) = comma.filter(|&c| c > trigger) else { return false };
    let subject = (comma + 1..verb)
        .any(|u| syntax.is_name(u) || syntax.tag(u).starts_with('N') || syntax.tag(u) == "PRP");
    let closed = (verb + 1..syntax.units.len()).all(|u| syntax.lemma(u) != "that" && !syntax.is_verb(u));
    subject && closed && syntax.head(trigger) != Some(verb)
}

/// "The hack, X said, was their work": between commas before the verb over the trigger.
fn is_inserted(syntax: &Syntax<'_>, verb: usize, trigger: usize) -> bool {
    let inserted = syntax.label(verb) == "parataxis" && syntax.lemma(verb + 1) == ",";
    let told = syntax.head(verb).filter(|&told| inserted && told > verb);
    told.is_some_and(|told| syntax.within(trigger, told) && !syntax.within(trigger, verb))
}

/// "disclosed that ..." before the trigger, with no other clause between.
fn opens(syntax: &Syntax<'_>, verb: usize, trigger: usize) -> bool {
    let that = (verb + 1..syntax.units.len().min(verb + 3)).find(|&u| syntax.lemma(u) == "that");
    that.is_some_and(|t| {
        t < trigger && (t..trigger).all(|u| !matches!(syntax.lemma(u), ";" | "while" | "but"))
    })
}

/// "objections to Finland's accession", "the path to membership": what is told of a step before it is taken; an attack that
/// is debated has happened.
fn is_threshold(syntax: &Syntax<'_>, noun: usize, trigger: usize) -> bool {
    syntax.has(List::ThresholdNouns, noun) && syntax.has(List::StepWords, trigger)
}

/// "no longer", "not any longer".
fn no_longer(syntax: &Syntax<'_>, adverb: usize) -> bool {
    syntax.lemma(adverb) == "long" && syntax.children(adverb).iter().any(|&c| syntax.lemma(c) == "no")
}

/// "Were Sweden to leave, ...", "Had it joined, ...": an auxiliary before its subject, in no question.
fn opens_condition(syntax: &Syntax<'_>, auxiliary: usize) -> bool {
    let form = ["were", "had", "should"].into_iter().any(|w| syntax.is_form(auxiliary, w));
    let opens = auxiliary.checked_sub(1).is_none_or(|b| matches!(syntax.lemma(b), "," | ";"));
    let next = auxiliary + 1;
    let subject =
        next < syntax.units.len() && (syntax.is_name(next) || matches!(syntax.tag(next), "PRP" | "DT"));
    form && opens && subject
}

/// "said in March that it would leave": what was still to come when it was said.
fn future_in_past(syntax: &Syntax<'_>, verb: usize, aux: usize) -> bool {
    let would = matches!(syntax.lemma(aux), "would" | "'d");
    let reported = syntax.head(verb).filter(|_| syntax.label(verb) == "ccomp");
    would && reported.is_some_and(|h| syntax.has(List::ReportingVerbs, h) && syntax.tag(h) != "VBP")
}

/// "was the third country to leave": who is counted among those who did it did it; the next has yet to.
fn is_counted(syntax: &Syntax<'_>, verb: usize) -> bool {
    let counts = |c: usize| {
        syntax.has(List::HolderOrdinals, c) || matches!(syntax.lemma(c), "first" | "last" | "only")
    };
    syntax
        .child(verb, &["attr"])
        .is_some_and(|noun| counts(noun) || syntax.children(noun).iter().any(|&c| counts(c)))
}

fn has_child(syntax: &Syntax<'_>, unit: usize, lemma: &str) -> bool {
    syntax.children(unit).iter().any(|&c| syntax.lemma(c) == lemma)
}

/// "to have attacked", "to be attacking".
fn is_perfect(syntax: &Syntax<'_>, verb: usize) -> bool {
    matches!(syntax.tag(verb), "VBN" | "VBG") && has_child(syntax, verb, "to")
}

/// "instead of", "short of", "rather than": the unit ends a phrase that denies what follows it.
fn denies(syntax: &Syntax<'_>, unit: usize) -> bool {
    let before = unit.checked_sub(1).map_or("", |u| syntax.lemma(u));
    syntax.words().has_phrase(List::NegatedWords, &[before], syntax.lemma(unit))
}

/// "Sweden, at the time no ally, sent": what the parse makes a second subject is said of the first.
fn is_aside(syntax: &Syntax<'_>, verb: usize, subject: usize) -> bool {
    let first = syntax.children_of(verb, &["nsubj", "nsubjpass"]).next();
    first.is_some_and(|first| first < subject && syntax.is_name(first))
}

/// "Sweden, not yet a member", "Israel, not a party": the adverb before the noun of an aside, past its article.
fn not_yet(syntax: &Syntax<'_>, noun: usize) -> Option<usize> {
    let mut before = (0..noun).rev().take(4).skip_while(|&u| matches!(syntax.tag(u), "DT" | "JJ"));
    let adverb = before.next().filter(|_| !syntax.is_verb(noun))?;
    if syntax.lemma(adverb) == "not" && adverb.checked_sub(1).is_some_and(|comma| syntax.lemma(comma) == ",")
    {
        return Some(adverb);
    }
    let yet = Some(adverb).filter(|&u| syntax.lemma(u) == "yet")?;
    before.next().filter(|&u| syntax.lemma(u) == "not" && u + 1 == yet)
}

/// "NATO member Greece nearly left": what somebody is called is not touched by what the clause says of him.
fn is_title(syntax: &Syntax<'_>, unit: usize) -> bool {
    let predicate = match syntax.label(unit) {
        "attr" | "acomp" | "oprd" | "conj" => true,
        "pobj" => syntax.head(unit).is_some_and(|p| matches!(syntax.lemma(p), "as" | "among")),
        _ => false,
    };
    !predicate && !syntax.is_verb(unit) && syntax.has(List::RoleNouns, unit)
}

/// "accepted in principle": agreed, not done.
fn in_principle(syntax: &Syntax<'_>, preposition: usize) -> bool {
    syntax.lemma(preposition) == "in"
        && syntax.child(preposition, &["pobj"]).is_some_and(|o| syntax.lemma(o) == "principle")
}

/// The "non" of "a non-member".
fn non(syntax: &Syntax<'_>, unit: usize) -> Option<usize> {
    let prefix = unit.checked_sub(2)?;
    (syntax.lemma(prefix) == "non" && matches!(syntax.lemma(unit - 1), "-" | "‑" | "–")).then_some(prefix)
}

/// "fell through", "came to nothing": what the verb's subject speaks of was not done.
fn came_to_nothing(syntax: &Syntax<'_>, verb: usize) -> bool {
    let to_nothing = |p: usize| {
        let before = [syntax.lemma(verb), syntax.lemma(p)];
        let fails = |o: usize| syntax.words().has_phrase(List::FailingVerbs, &before, syntax.lemma(o));
        syntax.children_of(p, &["pobj"]).any(fails)
    };
    syntax.has(List::FailingVerbs, verb)
        || has_phrase(syntax, List::FailingVerbs, verb)
        || syntax.children_of(verb, &["prep"]).any(to_nothing)
}

/// "rule out", "turn down": a verb with its particle; "held off the coast" is none.
fn has_phrase(syntax: &Syntax<'_>, list: List, verb: usize) -> bool {
    let locates = |c: usize| syntax.lemma(c) == "off" && syntax.child(c, &["pobj"]).is_some();
    syntax
        .children_of(verb, &["prt", "advmod", "prep", "acomp", "dobj"])
        .filter(|&c| !locates(c))
        .any(|c| syntax.words().has_phrase(list, &[syntax.lemma(verb)], syntax.lemma(c)))
}

/// Whether an infinitive under the verb says what it was done for ("travelled to sign", "was recruited to join"): so it
/// does unless the verb says that it came about ("managed to sign") or weighs it otherwise.
fn is_purpose(syntax: &Syntax<'_>, verb: usize) -> bool {
    let weighed = [List::PlannedVerbs, List::PossibleVerbs, List::NegatedVerbs, List::ImplicativeVerbs];
    syntax.is_verb(verb) && !weighed.iter().any(|list| syntax.has(*list, verb))
}

/// "left the bank to become a minister": who left for it came to it.
fn is_way_on(syntax: &Syntax<'_>, left: usize, became: usize) -> bool {
    let past = matches!(syntax.tag(left), "VBD" | "VBN");
    let leaves = syntax.has(List::LeavingVerbs, left) || has_phrase(syntax, List::LeavingVerbs, left);
    past && leaves && syntax.has(List::BecomingVerbs, became)
}

/// "The network was hacked by Russia, Microsoft said": the clause before a verb of reporting is what it reports.
fn speaks_after(syntax: &Syntax<'_>, clause: usize, verb: usize) -> bool {
    let cut_off = (clause..verb.max(clause)).any(|u| syntax.lemma(u) == ";");
    clause < verb && !cut_off && syntax.has(List::ReportingVerbs, verb) && !is_subordinate(syntax, clause)
}

/// "after X was found ...": a conjunction makes the clause a circumstance.
fn is_subordinate(syntax: &Syntax<'_>, clause: usize) -> bool {
    let conjunction = |c: usize| {
        matches!(
            syntax.lemma(c),
            "after" | "before" | "since" | "when" | "while" | "as" | "until" | "once" | "because"
        )
    };
    syntax.child(clause, &["mark"]).is_some()
        || syntax
            .children_of(clause, &["advmod", "prep"])
            .any(|c| c < clause && conjunction(c) && syntax.children(c).is_empty())
}

/// A clause with its own subject before a verb that reports nothing ("X and Y met, during which Z was discussed"), or
/// cut off by a semicolon, is no complement, whatever the parser calls it.
fn stands_alone(syntax: &Syntax<'_>, clause: usize, verb: usize) -> bool {
    let before = clause < verb && syntax.child(clause, &["nsubj", "nsubjpass"]).is_some();
    let cut_off = (clause..verb).any(|u| syntax.lemma(u) == ";");
    // "applied, twelve weeks after Russia had invaded": a time, not what was applied for.
    let dates = |&c: &usize| syntax.units[c].class == UnitClass::Date && syntax.lemma(c) == "after";
    if syntax.children(clause).iter().any(dates) {
        return true;
    }
    syntax.label(clause) == "ccomp" && (before || cut_off)
}
