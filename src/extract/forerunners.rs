//! Who had an office before or after somebody, told by no more than "before her", "after him": "Before her came X", "X did
//! so until 2010 before him", "was the third president, after X and Y".

use super::names::Names;
use super::offices::{self, Office, Post, Standing};
use super::reference::Scene;
use crate::graph::{Kind, Status};
use crate::vocabulary::frame::Role;

/// Verbs that say nothing of their own beside "before her".
const BARE_VERBS: &[&str] = &["come", "be", "do", "go"];

/// Verbs by which somebody has an office, or gets it.
const OFFICE_VERBS: &[&str] =
    &["be", "become", "lead", "head", "direct", "run", "chair", "serve", "elect", "appoint"];

/// Offices of those who had them before others of whom `known` tells, or the passage.
pub(crate) fn read(scene: &Scene<'_>, known: &[Office], names: &Names) -> Vec<Office> {
    let reader = Reader { scene, known, names };
    let units = 0..scene.syntax.units.len();
    let prepositions = units.filter(|&u| scene.syntax.label(u) == "prep");
    prepositions
        .flat_map(|u| match scene.syntax.lemma(u) {
            "before" => reader.came_before(u),
            "after" => reader.came_after(u),
            _ => Vec::new(),
        })
        .collect()
}

struct Reader<'a> {
    scene: &'a Scene<'a>,
    known: &'a [Office],
    names: &'a Names,
}

impl Reader<'_> {
    /// "Before her came X", "X did so before him": X had the office he or she has.
    fn came_before(&self, preposition: usize) -> Vec<Office> {
        let syntax = self.scene.syntax;
        let found = || {
            let whom = syntax.child(preposition, &["pobj"]).filter(|&u| syntax.tag(u) == "PRP")?;
            let later = *self.people(whom).first()?;
            let verb = syntax.clause_verb(preposition).filter(|&v| BARE_VERBS.contains(&syntax.lemma(v)))?;
            // "X was her deputy before him" tells of another office.
            let own = syntax.lemma(verb) == "be"
                && syntax.child(verb, &["attr"]).is_some_and(|a| !syntax.is_name(a));
            let post = self.post_of(later).filter(|_| !own)?;
            Some((self.doers(verb), later, post, verb))
        };
        let Some((earlier, later, post, verb)) = found() else { return Vec::new() };
        self.offices(earlier, later, &post, verb)
    }

    /// "was the last secretary-general, after X and Y": they had it before.
    fn came_after(&self, preposition: usize) -> Vec<Office> {
        let syntax = self.scene.syntax;
        let found = || {
            let whom = syntax.child(preposition, &["pobj"]).filter(|&u| syntax.is_name(u))?;
            let verb =
                syntax.clause_verb(preposition).filter(|&v| OFFICE_VERBS.contains(&syntax.lemma(v)))?;
            let subject = syntax.surface_subject(verb)?;
            let later = *self.people(subject).first()?;
            let words = syntax.words();
            let told = self.known.iter().find(|o| {
                o.person == later && o.status == Status::Asserted && offices::is_sole(words, &o.role, &o.head)
            })?;
            Some((self.people(whom), later, post(told), preposition))
        };
        let Some((earlier, later, post, trigger)) = found() else { return Vec::new() };
        self.offices(earlier, later, &post, trigger)
    }

    fn offices(&self, people: Vec<usize>, later: usize, post: &Post, trigger: usize) -> Vec<Office> {
        let token = self.scene.syntax.units[trigger].tokens.start;
        let told = |p: usize| self.known.iter().any(|o| o.person == p && o.body == post.body);
        let earlier = people.into_iter().filter(|&p| p != later && !told(p));
        let office = |person: usize| Office {
            person,
            body: post.body,
            role: post.role.clone(),
            head: post.head.clone(),
            token,
            standing: Standing::Former,
            status: Status::Asserted,
            by: None,
            when: None,
        };
        earlier.map(office).collect()
    }

    /// The one office of its sort that somebody is told to hold, here or before.
    fn post_of(&self, person: usize) -> Option<Post> {
        let words = self.scene.syntax.words();
        let here = self.known.iter().filter(|o| o.person == person).max_by_key(|o| o.token).map(post);
        let known = || {
            let holder = self.scene.discourse.office_of(person)?;
            Some(Post { body: holder.body, role: holder.role.clone(), head: holder.head.clone() })
        };
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

fn post(office: &Office) -> Post {
    Post { body: office.body, role: office.role.clone(), head: office.head.clone() }
}
