//! Who had an office before or after somebody, told by no more than "before her", "after him": "Before her came X", "X did
//! so until 2010 before him", "was the third president, after X and Y".

use super::discourse::Holder;
use super::names::Names;
use super::offices::{self, Office, Post, Standing};
use super::reference::Scene;
use super::when::{Dated, date_of};
use crate::graph::{Kind, Status};
use crate::vocabulary::frame::Role;
use crate::vocabulary::words::List;

/// Offices of those who had them before others of whom `known` tells, or the passage.
pub(crate) fn read(scene: &Scene<'_>, known: &[Office], names: &Names, dates: &[Dated]) -> Vec<Office> {
    let reader = Reader { scene, known, names };
    let units = 0..scene.syntax.units.len();
    let found = units.flat_map(|u| match (scene.syntax.label(u), scene.syntax.lemma(u)) {
        ("prep", "before") => reader.came_beside(u).unwrap_or_default(),
        ("prep", "after") => reader.came_beside(u).unwrap_or_else(|| reader.came_after(u)),
        ("mark" | "advmod", "since" | "after" | "when") => reader.since_went(u),
        _ => Vec::new(),
    });
    let mut found: Vec<Office> = found.collect();
    found.extend(ordinals(&reader, dates));
    found
}

/// "The seventh, X, retired", "Y is its third": the office spoken of, by the number of its holder.
fn ordinals(reader: &Reader<'_>, dates: &[Dated]) -> Vec<Office> {
    let units = 0..reader.scene.syntax.units.len();
    let syntax = reader.scene.syntax;
    // "X was the first": of many things, but under a heading that names an office.
    let announced = reader.scene.discourse.announced().is_some();
    let ends = |u: usize| announced && matches!(syntax.lemma(u), "first" | "last");
    let counts = units.filter(|&u| syntax.has(List::HolderOrdinals, u) || ends(u));
    counts.filter_map(|u| reader.counted(u, dates)).collect()
}

struct Reader<'a> {
    scene: &'a Scene<'a>,
    known: &'a [Office],
    names: &'a Names,
}

impl Reader<'_> {
    /// "Before her came X", "X did so before him", "Y and Z came after her": they had the office he or she has.
    fn came_beside(&self, preposition: usize) -> Option<Vec<Office>> {
        let syntax = self.scene.syntax;
        let whom = syntax.child(preposition, &["pobj"]).filter(|&u| syntax.tag(u) == "PRP")?;
        let known = *self.people(whom).first()?;
        let verb = syntax.clause_verb(preposition).filter(|&v| syntax.has(List::BareVerbs, v))?;
        // "X was her deputy before him" tells of another office.
        let own =
            syntax.lemma(verb) == "be" && syntax.child(verb, &["attr"]).is_some_and(|a| !syntax.is_name(a));
        // "They went after him" tells of none.
        let goes = syntax.lemma(preposition) == "after" && syntax.lemma(verb) != "come";
        let post = self.post_of(known).filter(|_| !own && !goes)?;
        Some(self.offices(self.doers(verb), known, &post, verb))
    }

    /// "was the last secretary-general, after X and Y": they had it before.
    fn came_after(&self, preposition: usize) -> Vec<Office> {
        let syntax = self.scene.syntax;
        let found = || {
            let whom = syntax.child(preposition, &["pobj"]).filter(|&u| syntax.is_name(u))?;
            let takes = |v: usize| {
                syntax.lemma(v) == "take"
                    && syntax.child(v, &["dobj"]).is_some_and(|o| syntax.lemma(o) == "office")
            };
            let verb =
                syntax.clause_verb(preposition).filter(|&v| syntax.has(List::OfficeVerbs, v) || takes(v))?;
            let subject = syntax.surface_subject(verb)?;
            let later = *self.people(subject).first()?;
            let words = syntax.words();
            let told = self.known.iter().find(|o| {
                o.person == later && o.status == Status::Asserted && offices::is_sole(words, &o.role, &o.head)
            })?;
            Some((self.people(whom), later, Post::from(told), preposition))
        };
        let Some((earlier, later, post, trigger)) = found() else { return Vec::new() };
        self.offices(earlier, later, &post, trigger)
    }

    /// "has chaired it since X died", "took over when X resigned": X had the office.
    fn since_went(&self, mark: usize) -> Vec<Office> {
        let syntax = self.scene.syntax;
        let found = || {
            let gone = syntax.head(mark).filter(|&v| syntax.has(List::GoingVerbs, v))?;
            let verb = syntax.head(gone).filter(|_| syntax.label(gone) == "advcl")?;
            let earlier = self.people(syntax.child(gone, &["nsubj"])?);
            let later = *self.people(syntax.surface_subject(verb)?).first()?;
            let words = syntax.words();
            let clause = syntax.units[verb].tokens.start..syntax.units[mark].tokens.start;
            let told = self.known.iter().filter(|o| o.person == later && clause.contains(&o.token));
            let told = told.filter(|o| offices::is_sole(words, &o.role, &o.head)).max_by_key(|o| o.token)?;
            Some((earlier, later, Post::from(told), gone))
        };
        let Some((earlier, later, post, trigger)) = found() else { return Vec::new() };
        self.offices(earlier, later, &post, trigger)
    }

    /// Whoever an ordinal that stands for an office is said of.
    fn counted(&self, ordinal: usize, dates: &[Dated]) -> Option<Office> {
        let syntax = self.scene.syntax;
        let owned =
            syntax.child(ordinal, &["poss"]).is_some_and(|p| matches!(syntax.lemma(p), "its" | "their"));
        let definite = owned || syntax.child(ordinal, &["det"]).is_some_and(|d| syntax.lemma(d) == "the");
        let noun = syntax.units.get(ordinal + 1).is_some_and(|u| u.tag.name().starts_with(['N', 'J']));
        let beside = syntax.children_of(ordinal, &["appos"]).next();
        let said = || syntax.predicated_of(ordinal).into_iter().next();
        let unit = beside.or_else(said).filter(|_| definite && !noun)?;
        let person = *self.people(unit).first()?;
        let words = syntax.words();
        let start = syntax.units[ordinal].tokens.start;
        let sole = |role: &str, head: &str| offices::is_sole(words, role, head);
        let here =
            self.known.iter().filter(|o| o.token < start && o.person != person && sole(&o.role, &o.head));
        let before = || {
            let fits = |h: &Holder| h.person != person && sole(&h.role, &h.head);
            offices::of_passage(self.scene, fits)
        };
        let post = here.max_by_key(|o| o.token).map(Post::from).or_else(before)?;
        let told = self.known.iter().any(|o| o.person == person && o.body == post.body);
        let when = date_of(syntax, ordinal, ordinal, dates).map(|d| d.value.clone());
        let when = when.filter(|d| d.contains('/'));
        (!told).then(|| Office { when, standing: Standing::Held, ..former(person, &post, start) })
    }

    fn offices(&self, people: Vec<usize>, later: usize, post: &Post, trigger: usize) -> Vec<Office> {
        let token = self.scene.syntax.units[trigger].tokens.start;
        let told = |p: usize| self.known.iter().any(|o| o.person == p && o.body == post.body);
        let earlier = people.into_iter().filter(|&p| p != later && !told(p));
        earlier.map(|p| former(p, post, token)).collect()
    }

    /// The one office of its sort that somebody is told to hold, here or before.
    fn post_of(&self, person: usize) -> Option<Post> {
        let words = self.scene.syntax.words();
        let here = self.known.iter().filter(|o| o.person == person).max_by_key(|o| o.token).map(Post::from);
        let known = || self.scene.discourse.office_of(person).map(Post::from);
        here.or_else(known).filter(|p| offices::is_sole(words, &p.role, &p.head))
    }

    fn doers(&self, verb: usize) -> Vec<usize> {
        let syntax = self.scene.syntax;
        let arguments = syntax.verb_arguments(verb).iter();
        let subjects: Vec<usize> = arguments.filter(|(r, _)| *r == Role::Subject).map(|(_, u)| *u).collect();
        subjects.into_iter().flat_map(|u| self.people(u)).collect()
    }

    fn people(&self, unit: usize) -> Vec<usize> {
        let referents = self.scene.referents(unit).into_iter().map(|r| r.entity);
        referents.filter(|&e| self.names.entities[e].kind == Kind::Person).collect()
    }
}

/// The office of somebody who had it once.
fn former(person: usize, post: &Post, token: usize) -> Office {
    Office { standing: Standing::Former, ..Office::held(person, post.clone(), token) }
}
