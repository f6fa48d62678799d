//! Succession: "Rutte succeeded Stoltenberg as secretary general" gives both of them the office.

use super::certainty;
use super::discourse::{Holder, Pronoun};
use super::names::Names;
use super::offices::{self, Office, Post, Standing};
use super::posts;
use super::reference::Scene;
use super::when::{Dated, date_of};
use crate::graph::{Kind, Status};
use crate::vocabulary::frame::Role;
use crate::vocabulary::words::List;

/// Who comes, who goes, and the verb that says so.
struct Change {
    comes: Option<usize>,
    goes: Option<usize>,
    verb: usize,
    /// The unit that names the office, if the verb's own words do.
    post: Option<usize>,
    /// The body it is said to be at.
    body: Option<usize>,
    /// Who went before, if they are several.
    others: Vec<usize>,
    /// Whether the clause tells the office of who comes besides.
    told: bool,
}

impl Change {
    /// A change of which no more is said than who comes and who goes.
    fn told(comes: Option<usize>, goes: Option<usize>, verb: usize) -> Self {
        Self { comes, goes, verb, post: None, body: None, others: Vec::new(), told: false }
    }
}

/// Offices that words of succession give to the one who comes and the one who goes.
pub(crate) fn read(scene: &Scene<'_>, known: &[Office], names: &Names, dates: &[Dated]) -> Vec<Office> {
    let mut reader = Reader { scene, known: known.to_vec(), names, dates };
    let mut found = Vec::new();
    for unit in 0..scene.syntax.units.len() {
        let change = reader.change(unit).or_else(|| reader.in_succession(unit));
        let change = change.or_else(|| reader.successor(unit)).or_else(|| reader.relative(unit));
        let Some(change) = change.or_else(|| reader.took_over(unit)) else { continue };
        let offices = reader.offices(&change);
        // Who came may go again: "replaced Annan in 2007 and was followed by Guterres".
        reader.known.extend(offices.iter().cloned());
        found.extend(offices);
    }
    found
}

/// Verbs that tell of a change with an office or its holders beside them.
const HANDING: &[&str] = &[
    "take",
    "assume",
    "inherit",
    "hand",
    "cede",
    "relinquish",
    "yield",
    "give",
    "make",
    "pass",
    "go",
    "transfer",
    "award",
    "entrust",
    "precede",
    "have",
    "fill",
    "get",
    "come",
];

struct Reader<'a> {
    scene: &'a Scene<'a>,
    known: Vec<Office>,
    names: &'a Names,
    dates: &'a [Dated],
}

impl Reader<'_> {
    fn change(&self, verb: usize) -> Option<Change> {
        let syntax = self.scene.syntax;
        let told = syntax.has(List::SuccessionVerbs, verb) || HANDING.contains(&syntax.lemma(verb));
        if !told || !syntax.is_verb(verb) || self.relieved_of_something(verb) {
            return None;
        }
        let mut arguments = syntax.verb_arguments(verb).to_vec();
        let objects: Vec<usize> = arguments
            .iter()
            .filter(|(r, u)| *r == Role::Object && !syntax.is_name(*u))
            .map(|(_, u)| *u)
            .collect();
        arguments.extend(objects.into_iter().flat_map(|u| syntax.noun_arguments(u)).cloned());
        let person = |role: Role| self.person(&arguments, &role);
        let to = || {
            let said = person(Role::Preposition("to".into())).or_else(|| person(Role::Indirect));
            said.or_else(|| self.behind(verb, "to"))
        };
        let from = || person(Role::Preposition("from".into())).or_else(|| self.behind(verb, "from"));
        let (comes, goes) = match syntax.lemma(verb) {
            _ if syntax.has(List::SuccessionVerbs, verb) => {
                (self.comer(verb, &arguments), person(Role::Object))
            }
            _ if self.place_of(verb, &arguments).is_some() => {
                (self.comer(verb, &arguments), self.place_of(verb, &arguments))
            }
            "precede" => (person(Role::Object), person(Role::Subject)),
            "take" | "assume" | "inherit" | "get" => (person(Role::Subject), from()),
            "hand" | "cede" | "relinquish" | "yield" | "give" | "award" | "entrust" => {
                (to(), person(Role::Subject))
            }
            // "after him came X"
            "come" => (person(Role::Subject), person(Role::Preposition("after".into()))),
            "make" => (person(Role::Preposition("for".into())), person(Role::Subject)),
            "pass" | "go" | "transfer" => (to(), from().or_else(|| person(Role::Subject))),
            _ => return None,
        };
        let post = self.post_unit(verb, &arguments);
        let plain =
            syntax.has(List::SuccessionVerbs, verb) || matches!(syntax.lemma(verb), "precede" | "come");
        let over = syntax.child(verb, &["prt"]).is_some_and(|p| syntax.lemma(p) == "over");
        let over = over || self.place_of(verb, &arguments).is_some();
        let way = syntax.child(verb, &["dobj"]).is_some_and(|o| syntax.has(List::Insignia, o));
        let body = self.body_at(&arguments).or_else(|| self.body_where(verb));
        let handed = plain || over || way || post.is_some();
        // "the post passed to X": who had it may go without saying.
        let passed = matches!(syntax.lemma(verb), "pass" | "go" | "transfer") && post.is_some();
        let passed = passed || self.given_by_its_body(verb, post);
        (handed && comes.is_some() && (goes.is_some() || passed) && comes != goes).then_some(Change {
            comes,
            goes,
            verb,
            post,
            body,
            others: if syntax.lemma(verb) == "precede" {
                self.people(&arguments, &Role::Subject)
            } else {
                Vec::new()
            },
            told: false,
        })
    }

    /// "relieved her of her duties": nobody need have come after her.
    fn relieved_of_something(&self, verb: usize) -> bool {
        let syntax = self.scene.syntax;
        let of = || syntax.children_of(verb, &["prep"]).any(|p| syntax.lemma(p) == "of");
        syntax.lemma(verb) == "relieve" && of()
    }

    /// "The league gave its presidency to X": who had it goes without saying.
    fn given_by_its_body(&self, verb: usize, post: Option<usize>) -> bool {
        let gives = matches!(self.scene.syntax.lemma(verb), "give" | "hand" | "award" | "entrust");
        let post = post.filter(|&u| gives && self.scene.syntax.has(List::OfficeNames, u));
        post.is_some_and(|u| self.named_post(u).is_some())
    }

    /// "took over as head of X from Y", "handed the post to X": the preposition may hang on any word of the clause.
    fn behind(&self, verb: usize, preposition: &str) -> Option<usize> {
        let syntax = self.scene.syntax;
        let own = |&u: &usize| syntax.lemma(u) == preposition && syntax.clause_verb(u) == Some(verb);
        let objects = (verb + 1..syntax.units.len()).filter(own).filter_map(|p| syntax.child(p, &["pobj"]));
        let mut people = objects.flat_map(|o| self.scene.referents(o)).map(|r| r.entity);
        people.find(|&e| self.names.entities[e].kind == Kind::Person)
    }

    fn comer(&self, verb: usize, arguments: &[(Role, usize)]) -> Option<usize> {
        let subject = self.person(arguments, &Role::Subject).or_else(|| self.subject_before(verb));
        subject.or_else(|| self.scene.unsaid_subject(verb))
    }

    /// "X's place was taken by Y", "took the place of X", "has her old job": whose place it is.
    fn place_of(&self, verb: usize, arguments: &[(Role, usize)]) -> Option<usize> {
        let syntax = self.scene.syntax;
        let taken = matches!(syntax.lemma(verb), "take" | "fill" | "have" | "get" | "inherit" | "assume");
        let noun = |u: &usize| syntax.has(List::PlacesOfOthers, *u) && !syntax.is_name(*u);
        let place =
            arguments.iter().find(|(r, u)| taken && *r == Role::Object && noun(u)).map(|(_, u)| *u)?;
        let of = || syntax.children_of(place, &["prep"]).find(|&p| syntax.lemma(p) == "of");
        let owner =
            syntax.child(place, &["poss"]).or_else(|| of().and_then(|p| syntax.child(p, &["pobj"])))?;
        let is_person = |e: &usize| self.names.entities[*e].kind == Kind::Person;
        if syntax.tag(owner) == "PRP$" {
            // "took up his post" may be his own.
            let old =
                || syntax.children_of(place, &["amod"]).any(|a| matches!(syntax.lemma(a), "old" | "former"));
            if syntax.lemma(place) != "place" && syntax.lemma(verb) != "inherit" && !old() {
                return None;
            }
            let comes = self.comer(verb, arguments);
            let gender = match syntax.lemma(owner) {
                "his" => "male",
                "her" => "female",
                _ => return None,
            };
            let place = (self.scene.sentence, syntax.units[owner].tokens.start);
            let other = |e: usize| Some(e) != comes;
            let pronoun = Pronoun::Person(Some(gender));
            return self.scene.discourse.pronoun(pronoun, place, &other).first().copied();
        }
        let people = self.scene.referents(owner).into_iter().map(|r| r.entity);
        people.into_iter().find(is_person)
    }

    /// "became the successor of X".
    fn successor(&self, noun: usize) -> Option<Change> {
        let syntax = self.scene.syntax;
        if syntax.lemma(noun) != "successor" {
            return None;
        }
        let arguments = syntax.noun_arguments(noun);
        let of = |p: &str| self.person(arguments, &Role::Preposition(p.to_owned()));
        let goes = of("of").or_else(|| of("to"));
        let said =
            syntax.predicated_of(noun).into_iter().flat_map(|u| self.scene.referents(u)).map(|r| r.entity);
        let comes = said.into_iter().find(|&e| self.names.entities[e].kind == Kind::Person);
        let verb = syntax.clause_verb(noun)?;
        let post = self.as_what(noun);
        (goes.is_some() && comes.is_some() && goes != comes)
            .then_some(Change { post, ..Change::told(comes, goes, verb) })
    }

    /// "her successor as director": the unit that names the office.
    fn as_what(&self, noun: usize) -> Option<usize> {
        let syntax = self.scene.syntax;
        let preposition = syntax.children_of(noun, &["prep"]).find(|&p| syntax.lemma(p) == "as")?;
        syntax.child(preposition, &["pobj"])
    }

    /// "his predecessor was X", "her successor, Y": told by whose it is.
    fn relative(&self, noun: usize) -> Option<Change> {
        let syntax = self.scene.syntax;
        let before = matches!(syntax.lemma(noun), "predecessor" | "forerunner");
        if !before && syntax.lemma(noun) != "successor" || syntax.is_name(noun) {
            return None;
        }
        // "his successor in Rome": of another office than the one he has now.
        let body = self.body_at(syntax.noun_arguments(noun));
        let elsewhere = body.is_none()
            && syntax.children_of(noun, &["prep"]).any(|p| matches!(syntax.lemma(p), "in" | "at"));
        let whose = syntax.child(noun, &["poss"]).filter(|_| !elsewhere)?;
        let is_person = |e: &usize| self.names.entities[*e].kind == Kind::Person;
        let known = self.scene.referents(whose).into_iter().map(|r| r.entity).find(is_person)?;
        let said = syntax.predicated_of(noun).into_iter().chain(syntax.children_of(noun, &["appos"]));
        let copula = syntax.head(noun).filter(|&v| syntax.label(noun) == "nsubj" && syntax.lemma(v) == "be");
        let behind = copula.into_iter().flat_map(|v| syntax.children_of(v, &["attr"]).collect::<Vec<_>>());
        let mut people = said.chain(behind).flat_map(|u| self.scene.referents(u)).map(|r| r.entity);
        let other = people.find(|e| is_person(e) && *e != known)?;
        let verb = syntax.clause_verb(noun)?;
        let told = |p: usize| self.known.iter().any(|o| o.person == p && o.token != 0);
        let (comes, goes) = if before { (known, other) } else { (other, known) };
        let post = self.as_what(noun);
        // "X's successor as director is Y, hitherto envoy": whatever else is told of Y.
        let known = post.is_none() && told(other);
        (!known).then(|| Change { post, body, ..Change::told(Some(comes), Some(goes), verb) })
    }

    /// "X took over": the office last spoken of, where nothing is said of whose it was.
    fn took_over(&self, verb: usize) -> Option<Change> {
        let syntax = self.scene.syntax;
        let over = || syntax.child(verb, &["prt"]).is_some_and(|p| syntax.lemma(p) == "over");
        if syntax.lemma(verb) != "take" || !syntax.is_verb(verb) || syntax.is_passive(verb) || !over() {
            return None;
        }
        let arguments = syntax.verb_arguments(verb);
        let tells = |p: &str| matches!(p, "from" | "as" | "at" | "of" | "for");
        let bare = arguments.iter().all(|(role, _)| match role {
            Role::Object => false,
            Role::Preposition(p) => !tells(p),
            _ => true,
        });
        let comes = self.person(arguments, &Role::Subject).filter(|_| bare)?;
        let words = syntax.words();
        let start = syntax.units[verb].tokens.start;
        let sole = |role: &str, head: &str| offices::is_sole(words, role, head);
        let here =
            self.known.iter().filter(|o| o.token < start && o.person != comes && sole(&o.role, &o.head));
        let before = || {
            let fits = |h: &Holder| h.person != comes && sole(&h.role, &h.head);
            self.scene.discourse.last_office(self.scene.sentence, fits).map(|h| h.person)
        };
        let goes = here.max_by_key(|o| o.token).map(|o| o.person).or_else(before)?;
        Some(Change::told(Some(comes), Some(goes), verb))
    }

    /// "was appointed minister in place of X", "governs in his stead", "is deputy secretary general in succession to X": who comes has the office
    /// said already.
    fn in_succession(&self, noun: usize) -> Option<Change> {
        let syntax = self.scene.syntax;
        let place = matches!(syntax.lemma(noun), "place" | "stead")
            && syntax.head(noun).is_some_and(|p| syntax.lemma(p) == "in" && syntax.label(noun) == "pobj");
        let arguments = || syntax.noun_arguments(noun);
        let goes = match syntax.lemma(noun) {
            "succession" => self.person(arguments(), &Role::Preposition("to".into())),
            _ if place => self.person(arguments(), &Role::Possessor),
            _ => return None,
        };
        let verb = syntax.clause_verb(noun)?;
        let subject = syntax.surface_subject(verb).into_iter().flat_map(|s| self.scene.referents(s));
        let mut people = subject.map(|r| r.entity);
        let comes = people.find(|&e| self.names.entities[e].kind == Kind::Person);
        let comes = comes.or_else(|| self.subject_before(verb));
        goes.is_some().then(|| Change { told: true, ..Change::told(comes, goes, verb) })
    }

    /// "replaced Beasley at the World Food Programme".
    fn body_at(&self, arguments: &[(Role, usize)]) -> Option<usize> {
        let at = Role::Preposition("at".into());
        let mut units =
            arguments.iter().filter(|(r, u)| *r == at && self.scene.syntax.is_name(*u)).map(|(_, u)| *u);
        let referents = self.scene.referents(units.next()?);
        referents.into_iter().map(|r| r.entity).find(|&e| self.names.entities[e].kind == Kind::Organization)
    }

    /// "the agency, where X replaced Y as director".
    fn body_where(&self, verb: usize) -> Option<usize> {
        let syntax = self.scene.syntax;
        let place = syntax.children_of(verb, &["advmod"]).any(|c| syntax.lemma(c) == "where");
        let noun = syntax.head(verb).filter(|_| place && syntax.label(verb) == "relcl")?;
        let referents = self.scene.referents(noun).into_iter().map(|r| r.entity);
        referents.into_iter().find(|&e| self.names.entities[e].kind == Kind::Organization)
    }

    fn subject_before(&self, verb: usize) -> Option<usize> {
        if self.scene.syntax.is_passive(verb) {
            return None;
        }
        offices::subject_before(self.scene, self.names, self.scene.syntax.units[verb].tokens.start)
    }

    fn person(&self, arguments: &[(Role, usize)], role: &Role) -> Option<usize> {
        self.people(arguments, role).first().copied()
    }

    fn people(&self, arguments: &[(Role, usize)], role: &Role) -> Vec<usize> {
        let units = arguments.iter().filter(|(r, _)| r == role).map(|(_, u)| *u);
        let referents = units.flat_map(|u| self.scene.referents(u)).map(|r| r.entity);
        referents.filter(|&e| self.names.entities[e].kind == Kind::Person).collect()
    }

    /// "as foreign minister", "at the helm", "the chair": the unit in the verb's own words that names the office.
    fn post_unit(&self, verb: usize, arguments: &[(Role, usize)]) -> Option<usize> {
        let syntax = self.scene.syntax;
        let named = |u: usize| {
            syntax.has(List::Offices, u)
                || syntax.has(List::OfficeNames, u)
                || offices::post_at(self.scene, self.names, u).is_some()
        };
        let fits = |role: &Role| match role {
            Role::Preposition(p) => matches!(p.as_str(), "as" | "at" | "in"),
            Role::Object => true,
            Role::Subject => matches!(syntax.lemma(verb), "pass" | "go" | "transfer"),
            _ => false,
        };
        // "followed Borrell as envoy": the phrase may hang on the name instead of the verb.
        let objects = arguments.iter().filter(|(r, u)| *r == Role::Object && syntax.is_name(*u));
        let below = objects.flat_map(|(_, u)| syntax.noun_arguments(*u));
        let all = arguments.iter().chain(below);
        let post =
            all.into_iter().find(|(r, u)| fits(r) && !syntax.is_name(*u) && named(*u)).map(|(_, u)| *u)?;
        if syntax.has(List::Offices, post) {
            return Some(post);
        }
        // "the post | of Secretary General"
        let of = syntax.children_of(post, &["prep"]).filter(|&p| syntax.lemma(p) == "of");
        let mut offices = of.filter_map(|p| syntax.child(p, &["pobj"])).filter(|&o| !syntax.is_name(o));
        let office = offices.find(|&o| offices::role_at(self.scene, self.names, o).is_some());
        Some(office.unwrap_or(post))
    }

    fn offices(&self, change: &Change) -> Vec<Office> {
        let Some(post) = self.post(change) else { return Vec::new() };
        let status = certainty::read(self.scene, change.verb).status;
        let date = date_of(self.scene.syntax, change.verb, change.verb, self.dates);
        let when = date.map(|d| d.value.clone()).filter(|w| !w.contains('/')).map(|w| format!("{w}/.."));
        let token = self.scene.syntax.units[change.verb].tokens.start;
        let office = |person: usize, standing, status, when| Office {
            standing,
            status,
            when,
            ..Office::held(person, post.clone(), token)
        };
        let said = |person: usize| {
            self.known
                .iter()
                .any(|o| o.person == person && o.body == post.body && o.status == status && o.when.is_some())
        };
        let comer = change.comes.filter(|&p| !said(p)).map(|p| office(p, Standing::Held, status, when));
        // Who is to be replaced holds the office still; who was not replaced may never have held one that is not told.
        let goer = change.goes.filter(|_| status != Status::Negated || change.post.is_some());
        let others = change.others.iter().copied().filter(|&p| Some(p) != change.goes);
        let gone = goer.into_iter().chain(others);
        let gone = gone.map(|p| office(p, Standing::Former, Status::Asserted, None));
        comer.into_iter().chain(gone).collect()
    }

    fn post(&self, change: &Change) -> Option<Post> {
        let named = change.post.and_then(|u| self.named_post(u));
        let own = || change.post.and_then(|u| offices::role_at(self.scene, self.names, u));
        // "took over from him as chief executive": where he was is where she is.
        if let (None, Some((role, head))) = (&named, own())
            && let Some(post) = self.known_post(change)
        {
            return Some(Post { body: post.body, role, head });
        }
        if let (None, Some((role, head)), Some(body)) = (&named, own(), change.body) {
            return Some(Post { body, role, head });
        }
        let named = named.or_else(|| change.post.and_then(|u| offices::post_at(self.scene, self.names, u)));
        named
            .or_else(|| self.government(change))
            .or_else(|| self.post_at(change))
            .or_else(|| self.scene.discourse.announced().cloned())
            .or_else(|| self.known_post(change))
            .or_else(|| self.passage_post(change))
            .or_else(|| self.presented_post(change))
    }

    /// "X gave way to Y", of two not spoken of before: the office last spoken of in the body that the document presents.
    fn presented_post(&self, change: &Change) -> Option<Post> {
        let (discourse, sentence) = (self.scene.discourse, self.scene.sentence);
        let about = discourse
            .presented(|e| self.names.entities[e].kind == Kind::Organization)
            .filter(|_| change.comes.into_iter().chain(change.goes).all(|p| discourse.is_new(p, sentence)))?;
        let words = self.scene.syntax.words();
        let sole = |h: &Holder| offices::is_sole(words, &h.role, &h.head);
        discourse.last_office(sentence, |h| h.body == about && sole(h)).map(Post::from)
    }

    /// The post the unit names, its body said with it or perhaps taken from the context.
    fn named_post(&self, unit: usize) -> Option<Post> {
        let syntax = self.scene.syntax;
        if let Some(post) = offices::post_named_at(self.scene, self.names, unit) {
            return Some(post);
        }
        let arguments = syntax.noun_arguments(unit);
        let owners = arguments.iter().filter(|(r, _)| matches!(r, Role::Possessor)).map(|(_, u)| *u);
        let mut bodies = owners.flat_map(|u| self.scene.referents(u)).map(|r| r.entity);
        let is_body = |e: &usize| {
            matches!(self.names.entities[*e].kind, Kind::Organization | Kind::Country | Kind::Event)
        };
        let body = bodies.find(is_body)?;
        let role = posts::holder_of(syntax.lemma(unit)).to_owned();
        Some(Post { body, head: role.clone(), role })
    }

    /// "has governed in her stead": her office in a state, whatever else she has become.
    fn government(&self, change: &Change) -> Option<Post> {
        let (discourse, goes) = (self.scene.discourse, change.goes?);
        let governs = matches!(self.scene.syntax.lemma(change.verb), "govern" | "rule" | "reign");
        let state = |body: usize| self.names.entities[body].kind == Kind::Country;
        let office = || discourse.last_office(self.scene.sentence, |h| h.person == goes && state(h.body));
        governs.then(office).flatten().map(Post::from)
    }

    fn post_at(&self, change: &Change) -> Option<Post> {
        let body = change.body?;
        let known = self.scene.discourse.office_in(body).map(Post::from);
        known.or_else(|| Some(Post { body, role: "head".to_owned(), head: "head".to_owned() }))
    }

    /// The office one of the two is known for: what the comer is to take, what the goer holds, what either held.
    fn known_post(&self, change: &Change) -> Option<Post> {
        let comes = change.comes?;
        let telling = |post: &Post| offices::is_sole(self.scene.syntax.words(), &post.role, &post.head);
        if self.is_aside(change.verb)
            && let Some(post) = self.told_above(comes, change.verb).filter(telling)
        {
            return Some(post);
        }
        if change.told
            && let Some(post) = self.told_last(comes, change.verb).filter(telling)
        {
            return Some(post);
        }
        let goes = change.goes?;
        if let Some(post) = self.just_gained(comes, change.verb).filter(telling) {
            return Some(post);
        }
        let coming = |person| {
            let holder = self.scene.discourse.office_of(person).filter(|h| h.coming);
            holder.map(Post::from)
        };
        let words = self.scene.syntax.words();
        let held = |person| {
            let sole = self.scene.discourse.last_held(person, |h| offices::is_sole(words, &h.role, &h.head));
            let holder = sole.or_else(|| self.scene.discourse.office_of(person)).filter(|h| !h.former);
            let here = self.here(person, |o| person == comes || !self.is_of_today(o));
            here.filter(telling).or_else(|| holder.map(Post::from))
        };
        let own = || held(comes).filter(telling).filter(|_| !self.is_meanwhile(comes, change));
        let gone = || self.known.iter().rev().find(|o| o.person == comes && !change.others.is_empty());
        let had = || gone().map(Post::from);
        coming(comes).or_else(|| held(goes).filter(telling)).or_else(own).or_else(had)
    }

    /// The office of somebody that the clause of a verb tells, or what stands before it.
    fn told_last(&self, person: usize, verb: usize) -> Option<Post> {
        let syntax = self.scene.syntax;
        let clause = |o: &&Office| {
            let unit = syntax.units.iter().position(|u| u.tokens.contains(&o.token));
            unit.is_some_and(|u| syntax.clause_verb(u) == Some(verb))
        };
        let held = |o: &&Office| o.person == person && o.standing != Standing::Former;
        let office = self.known.iter().filter(held).filter(clause).max_by_key(|o| o.token)?;
        Some(Post::from(office))
    }

    /// "X, minister of Y, was elected chair of Z and relieved W": what the verb before says that somebody became.
    fn just_gained(&self, person: usize, verb: usize) -> Option<Post> {
        let syntax = self.scene.syntax;
        let before = syntax.head(verb).filter(|&v| syntax.label(verb) == "conj" && syntax.is_verb(v))?;
        let gained = syntax.units[before].tokens.end..syntax.units[verb].tokens.start;
        let mut offices = self.known.iter().filter(|o| o.person == person && gained.contains(&o.token));
        offices.next_back().map(Post::from)
    }

    /// "will be succeeded by X, currently head of Y": who is yet to come holds another office until then.
    fn is_meanwhile(&self, comes: usize, change: &Change) -> bool {
        let planned = certainty::read(self.scene, change.verb).status == Status::Planned;
        let Some(office) = self.known.iter().find(|o| o.person == comes).filter(|_| planned) else {
            return false;
        };
        self.is_of_today(office)
    }

    /// "replaced X, who now heads Y", "currently head of Y", "who then became head of Y": an office somebody has besides the
    /// one that changes hands, or after it.
    fn is_of_today(&self, office: &Office) -> bool {
        let syntax = self.scene.syntax;
        let head = syntax.units.iter().position(|u| u.tokens.contains(&office.token)).unwrap_or(0);
        let later = |u: usize| syntax.lemma(u) == "become" && syntax.label(u) == "relcl";
        (head.saturating_sub(4)..head).any(|u| {
            matches!(syntax.lemma(u), "currently" | "presently" | "now" | "still" | "today") || later(u)
        })
    }

    /// "became premier, taking over from X": what the participle speaks of is the office the verb above it tells.
    fn is_aside(&self, verb: usize) -> bool {
        let syntax = self.scene.syntax;
        let having = || syntax.children_of(verb, &["aux"]).any(|a| syntax.tag(a) == "VBG");
        syntax.label(verb) == "advcl" && (syntax.tag(verb) == "VBG" || having())
    }

    /// The office of somebody that the verb above an aside tells, or what stands between them.
    fn told_above(&self, person: usize, verb: usize) -> Option<Post> {
        let syntax = self.scene.syntax;
        let above = syntax.units[syntax.head(verb)?].tokens.start;
        let between = above..syntax.units[verb].tokens.start;
        let held =
            |o: &&Office| o.person == person && o.standing != Standing::Former && between.contains(&o.token);
        let office = self.known.iter().filter(held).max_by_key(|o| o.token)?;
        Some(Post::from(office))
    }

    fn here(&self, person: usize, fits: impl Fn(&Office) -> bool) -> Option<Post> {
        let words = self.scene.syntax.words();
        let held = |o: &&Office| o.person == person && o.standing != Standing::Former && fits(o);
        let own = || self.known.iter().filter(held);
        let office = own().find(|o| offices::is_sole(words, &o.role, &o.head)).or_else(|| own().next())?;
        Some(Post::from(office))
    }

    /// "the top post": the office last spoken of in the body the passage is about.
    fn passage_post(&self, change: &Change) -> Option<Post> {
        change.post?;
        if change.goes.is_none() {
            return offices::of_passage(self.scene, |_| true);
        }
        let topic = self.scene.discourse.topic(self.scene.sentence, |k| k == Kind::Organization)?;
        self.scene.discourse.office_in(topic).map(Post::from)
    }
}
