//! Offices spoken of as things that are taken, held and left: "left the presidency of X", "held the job until 2010", "has
//! been in charge since July", "an office she handed to Y".

use super::certainty;
use super::discourse::Holder;
use super::names::Names;
use super::offices::{self, Office, Post, Standing};
use super::reference::Scene;
use super::when::{Dated, date_of};
use crate::graph::{Kind, Status};
use crate::vocabulary::frame::Role;
use crate::vocabulary::words::List;

/// What a verb does with an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dealing {
    Takes,
    Holds,
    Leaves,
}

/// Offices that are taken, held or left by their own names.
pub(crate) fn read(scene: &Scene<'_>, known: &[Office], names: &Names, dates: &[Dated]) -> Vec<Office> {
    let reader = Reader { scene, known, names, dates };
    (0..scene.syntax.units.len()).flat_map(|verb| reader.offices(verb).unwrap_or_default()).collect()
}

struct Reader<'a> {
    scene: &'a Scene<'a>,
    known: &'a [Office],
    names: &'a Names,
    dates: &'a [Dated],
}

impl Reader<'_> {
    fn offices(&self, verb: usize) -> Option<Vec<Office>> {
        let syntax = self.scene.syntax;
        if !syntax.is_verb(verb) {
            return None;
        }
        // "the office has been held by X"
        let passive = syntax.is_passive(verb);
        let held = matches!(syntax.lemma(verb), "hold" | "occupy" | "fill" | "assume");
        let given = passive && syntax.has(List::GivingOffices, verb);
        if passive && !(held || given) {
            return None;
        }
        let arguments = syntax.verb_arguments(verb);
        let (dealing, noun) = if given { self.given(verb)? } else { self.dealing(verb, arguments)? };
        let people =
            if given { self.receiver(verb).into_iter().collect() } else { self.holders(verb, arguments) };
        if people.is_empty() {
            return None;
        }
        let post = self.named(noun).or_else(|| self.spoken_of(noun, verb))?;
        let status = certainty::read(self.scene, verb).status;
        let date = date_of(syntax, verb, verb, self.dates).map(|d| d.value.clone());
        let when = match dealing {
            Dealing::Takes => date.map(|d| if d.contains('/') { d } else { format!("{d}/..") }),
            Dealing::Holds => date.filter(|d| d.contains('/')),
            Dealing::Leaves => {
                date.filter(|d| status == Status::Asserted && !d.contains('/')).map(|d| format!("../{d}"))
            }
        };
        let standing = if dealing == Dealing::Leaves { Standing::Former } else { Standing::Held };
        // What is to be left is held.
        let status = if dealing == Dealing::Leaves { Status::Asserted } else { status };
        let token = syntax.units[verb].tokens.start;
        let office = |person: usize| {
            let when = when.clone();
            Office { standing, status, when, ..Office::held(person, post.clone(), token) }
        };
        Some(people.into_iter().map(office).collect())
    }

    /// What the verb does, and with which noun.
    fn dealing(&self, verb: usize, arguments: &[(Role, usize)]) -> Option<(Dealing, usize)> {
        let syntax = self.scene.syntax;
        let object = |role: &Role| {
            let units = arguments.iter().filter(|(r, _)| r == role).map(|(_, u)| *u);
            units.into_iter().find(|&u| syntax.has(List::OfficeNames, u) && !syntax.is_name(u))
        };
        let preposition = |p: &str| object(&Role::Preposition(p.to_owned()));
        match syntax.lemma(verb) {
            "hold" | "keep" | "retain" | "occupy" | "fill" => Some((Dealing::Holds, object(&Role::Object)?)),
            "take" | "assume" | "win" | "inherit" | "accept" | "get" | "gain" | "secure" | "clinch"
            | "land" => Some((Dealing::Takes, object(&Role::Object)?)),
            // "beat X to the chair", "defeated X for the post"
            "beat" | "defeat" | "edge" | "pip" | "best" => {
                let own = preposition("to").or_else(|| preposition("for"));
                Some((Dealing::Takes, own.or_else(|| self.behind_rivals(verb))?))
            }
            "have" => {
                let office = object(&Role::Object).filter(|&o| self.is_only_an_office(o));
                Some((Dealing::Holds, office.or_else(|| self.time_in(verb))?))
            }
            "leave" | "quit" | "vacate" | "relinquish" | "resign" | "lose" | "abandon" | "surrender" => {
                Some((Dealing::Leaves, object(&Role::Object).or_else(|| preposition("from"))?))
            }
            "step" | "stand" | "retire" => Some((Dealing::Leaves, preposition("from")?)),
            "be" | "remain" | "stay" | "continue" => {
                let helm = || preposition("at").filter(|&u| syntax.has(List::Helms, u));
                Some((Dealing::Holds, preposition("in").or_else(helm)?))
            }
            "spend" | "serve" | "complete" | "finish" | "do" => {
                Some((Dealing::Holds, self.time_in(verb).or_else(|| self.served(verb))?))
            }
            _ => None,
        }
    }

    /// "beat four rivals to the presidency": where the parse hangs the office on the rivals.
    fn behind_rivals(&self, verb: usize) -> Option<usize> {
        let syntax = self.scene.syntax;
        let rivals = syntax.children_of(verb, &["dobj"]).flat_map(|o| syntax.noun_arguments(o));
        let fits = |r: &Role| matches!(r, Role::Preposition(p) if matches!(p.as_str(), "to" | "for"));
        let mut nouns = rivals.filter(|(r, _)| fits(r)).map(|(_, u)| *u);
        nouns.find(|&u| syntax.has(List::OfficeNames, u) && !syntax.is_name(u))
    }

    /// "spent nine years in the job", "had two terms in office": the office somebody had for so long.
    fn time_in(&self, verb: usize) -> Option<usize> {
        let syntax = self.scene.syntax;
        let long =
            |u: usize| syntax.measures_time(u) || matches!(syntax.lemma(u), "term" | "stint" | "spell");
        let time = syntax.children_of(verb, &["dobj", "npadvmod"]).find(|&u| long(u))?;
        let inside = syntax.children_of(time, &["prep"]).chain(syntax.children_of(verb, &["prep"]));
        let nouns = inside.filter(|&p| syntax.lemma(p) == "in").filter_map(|p| syntax.child(p, &["pobj"]));
        let office = |u: &usize| syntax.has(List::OfficeNames, *u) && !syntax.is_name(*u);
        nouns.into_iter().find(office)
    }

    /// "X served from 1990 to 1997", of somebody not spoken of before: in the office of those before him.
    fn served(&self, verb: usize) -> Option<usize> {
        let syntax = self.scene.syntax;
        let bare = syntax.verb_arguments(verb).iter().all(|(role, _)| match role {
            Role::Object | Role::Indirect => false,
            Role::Preposition(p) => {
                matches!(p.as_str(), "from" | "to" | "until" | "till" | "between" | "for")
            }
            _ => true,
        });
        let span = || date_of(syntax, verb, verb, self.dates).is_some_and(|d| d.value.contains('/'));
        let fresh = || {
            let people = self.holders(verb, syntax.verb_arguments(verb));
            !people.is_empty() && people.iter().all(|&p| self.scene.discourse.is_new(p, self.scene.sentence))
        };
        (syntax.lemma(verb) == "serve" && bare && span() && fresh()).then_some(verb)
    }

    /// "has the post", "has had the job": unlike "has an office in Geneva".
    fn is_only_an_office(&self, noun: usize) -> bool {
        let syntax = self.scene.syntax;
        let definite =
            syntax.child(noun, &["det", "poss"]).is_some_and(|d| matches!(syntax.lemma(d), "the" | "its"));
        let office = matches!(syntax.lemma(noun), "post" | "job" | "position" | "portfolio" | "chair");
        definite && (office || syntax.lemma(noun).ends_with("ship") || syntax.lemma(noun) == "presidency")
    }

    /// "was handed the presidency", "was put in charge": the office given.
    fn given(&self, verb: usize) -> Option<(Dealing, usize)> {
        let syntax = self.scene.syntax;
        let office = |u: &usize| syntax.has(List::OfficeNames, *u) && !syntax.is_name(*u);
        let put = matches!(syntax.lemma(verb), "put" | "place");
        let inside = syntax.children_of(verb, &["prep"]).filter(|&p| syntax.lemma(p) == "in");
        let charge = inside.filter_map(|p| syntax.child(p, &["pobj"])).find(office);
        let object = || syntax.children_of(verb, &["dobj", "oprd"]).find(office);
        let noun =
            if put { charge.filter(|&u| matches!(syntax.lemma(u), "charge" | "command")) } else { object() };
        Some((Dealing::Takes, noun?))
    }

    /// Who is given an office: the subject of the passive.
    fn receiver(&self, verb: usize) -> Option<usize> {
        let syntax = self.scene.syntax;
        let subject = syntax.surface_subject(verb).into_iter().flat_map(|s| self.scene.referents(s));
        let person = subject.map(|r| r.entity).find(|&e| self.names.entities[e].kind == Kind::Person);
        person.or_else(|| offices::subject_before(self.scene, self.names, syntax.units[verb].tokens.start))
    }

    /// "A and B held the post": all who do.
    fn holders(&self, verb: usize, arguments: &[(Role, usize)]) -> Vec<usize> {
        let subjects = arguments.iter().filter(|(r, _)| *r == Role::Subject).map(|(_, u)| *u);
        // "X, the first woman to hold the post": said of X.
        let said = |u: usize| {
            if self.scene.syntax.is_name(u) { Vec::new() } else { self.scene.syntax.predicated_of(u) }
        };
        let subjects = subjects.flat_map(|u| std::iter::once(u).chain(said(u)));
        let people = subjects.flat_map(|u| self.scene.referents(u)).map(|r| r.entity);
        let people: Vec<usize> = people.filter(|&e| self.names.entities[e].kind == Kind::Person).collect();
        if !people.is_empty() {
            return people;
        }
        let start = self.scene.syntax.units[verb].tokens.start;
        let before = offices::subject_before(self.scene, self.names, start);
        before.or_else(|| self.scene.unsaid_subject(verb)).into_iter().collect()
    }

    /// "the presidency of the fund": the body said with the office.
    fn named(&self, noun: usize) -> Option<Post> {
        let syntax = self.scene.syntax;
        let owners = syntax.noun_arguments(noun).iter().filter(|(r, _)| *r == Role::Possessor);
        // "the post of director of X"
        let mut of_office = owners.clone().filter(|(_, u)| syntax.has(List::Offices, *u));
        if let Some(post) = of_office.find_map(|(_, u)| offices::post_named_at(self.scene, self.names, *u)) {
            return Some(post);
        }
        let mut bodies = owners.flat_map(|(_, u)| self.scene.referents(*u)).map(|r| r.entity);
        let body = bodies.find(|&e| self.is_body(e)).or_else(|| self.charge_at(noun))?;
        let role = holder_of(syntax.lemma(noun)).to_owned();
        Some(Post { body, head: role.clone(), role })
    }

    /// "in charge of trade at the Commission", "At the institute, X has been in charge".
    fn charge_at(&self, noun: usize) -> Option<usize> {
        let syntax = self.scene.syntax;
        if syntax.lemma(noun) != "charge" {
            return None;
        }
        let at = |u: usize| matches!(syntax.lemma(u), "at" | "within");
        let of_verb = |u: usize| syntax.clause_verb(noun).is_some_and(|v| syntax.head(u) == Some(v));
        let prepositions =
            (0..syntax.units.len()).filter(|&u| at(u) && (syntax.within(u, noun) || of_verb(u)));
        let objects = prepositions.flat_map(|p| syntax.children_of(p, &["pobj"]).collect::<Vec<_>>());
        let mut bodies = objects.flat_map(|u| self.scene.referents(u)).map(|r| r.entity);
        bodies.find(|&e| self.names.entities[e].kind == Kind::Organization)
    }

    fn is_body(&self, entity: usize) -> bool {
        matches!(self.names.entities[entity].kind, Kind::Organization | Kind::Country)
    }

    /// "the job", "the same office", "in charge": the office last spoken of, here or in the sentence before.
    fn spoken_of(&self, noun: usize, verb: usize) -> Option<Post> {
        let syntax = self.scene.syntax;
        if let Some(post) = self.same_elsewhere(noun) {
            return Some(post);
        }
        if syntax
            .child(noun, &["prep", "poss", "compound"])
            .is_some_and(|c| !syntax.is_verb(c) && self.restricts(c))
        {
            return None;
        }
        // "Y, until then head of Z, served until 1990", of the presidents that the heading names.
        if let Some(post) = self.scene.discourse.announced().filter(|_| noun == verb) {
            return Some(post.clone());
        }
        let token = syntax.units[verb].tokens.start;
        let words = syntax.words();
        // "X, formerly minister, took office": another than the one of before.
        let own = self.holders(verb, syntax.verb_arguments(verb));
        let over = |o: &&Office| o.standing == Standing::Former && own.contains(&o.person);
        let here = self.known.iter().filter(|o| o.token < token && offices::is_sole(words, &o.role, &o.head));
        let another = self.known.iter().any(|o| over(&o));
        let here = here.filter(|o| !over(o)).max_by_key(|o| o.token);
        if let Some(office) = here {
            return Some(Post::from(office));
        }
        let charge = syntax.lemma(noun) == "charge";
        let fits = |h: &Holder| {
            offices::is_sole(words, &h.role, &h.head)
                && (!charge || self.names.entities[h.body].kind == Kind::Organization)
                && (!another || h.sentence + 1 >= self.scene.sentence)
        };
        offices::of_passage(self.scene, fits).or_else(|| self.at_the_top(noun))
    }

    /// "held the same post in Peru", "the same job at Interpol": the office last spoken of, in another body.
    fn same_elsewhere(&self, noun: usize) -> Option<Post> {
        let syntax = self.scene.syntax;
        let same = syntax.children_of(noun, &["amod"]).any(|a| syntax.lemma(a) == "same");
        let at = |role: &Role| matches!(role, Role::Preposition(p) if matches!(p.as_str(), "in" | "at" | "for" | "of"));
        let places = syntax.noun_arguments(noun).iter().filter(|(r, _)| same && at(r));
        let mut bodies = places.flat_map(|(_, u)| self.scene.referents(*u)).map(|r| r.entity);
        let body = bodies.find(|&e| self.is_body(e))?;
        let here = self.known.iter().max_by_key(|o| o.token).map(|o| (o.role.clone(), o.head.clone()));
        let before = || {
            self.scene
                .discourse
                .last_office(self.scene.sentence, |_| true)
                .map(|h| (h.role.clone(), h.head.clone()))
        };
        let (role, head) = here.or_else(before)?;
        Some(Post { body, role, head })
    }

    /// "took the helm": of the body the passage is about.
    fn at_the_top(&self, noun: usize) -> Option<Post> {
        let syntax = self.scene.syntax;
        let top = syntax.has(List::Helms, noun) || syntax.lemma(noun) == "leadership";
        let topic = || self.scene.discourse.topic(self.scene.sentence, |kind| kind == Kind::Organization);
        let body = top.then(topic).flatten()?;
        Some(Post { body, role: "head".to_owned(), head: "head".to_owned() })
    }

    /// Whether what hangs on the noun makes it another office than the one spoken of ("a job at Harvard").
    fn restricts(&self, child: usize) -> bool {
        let syntax = self.scene.syntax;
        match syntax.label(child) {
            "prep" => matches!(syntax.lemma(child), "of" | "at" | "in" | "with" | "as" | "to" | "for"),
            "amod" => !matches!(syntax.lemma(child), "same" | "top"),
            _ => true,
        }
    }
}

/// Who has the office a noun names: "presidency" has a president.
pub(crate) fn holder_of(noun: &str) -> &str {
    match noun {
        "presidency" => "president",
        "premiership" => "premier",
        "command" => "commander",
        "chairmanship" => "chairman",
        "gavel" => "chair",
        "helm" | "reins" | "wheel" | "tiller" | "controls" | "charge" | "leadership" | "post" | "office"
        | "job" | "position" | "power" => "head",
        other => other.strip_suffix("ship").unwrap_or(other),
    }
}
