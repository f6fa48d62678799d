//! What the document has spoken of so far: who a pronoun or "the alliance" can stand for.

mod descriptions;
mod holders;

use holders::Announced;
pub(crate) use holders::{Holder, Post, Span};

use super::names::{NamedEntity, Names, gender_of_name};
use super::voice::Voice;
use crate::graph::Kind;
use crate::vocabulary::Gazetteer;
use crate::vocabulary::gazetteer::NameSort;
use crate::vocabulary::words::WordLists;
use std::cmp::Reverse;

/// How many sentences back a singular pronoun looks.
const PRONOUN_REACH: usize = 3;
/// How many sentences back a definite description looks.
const DESCRIPTION_REACH: usize = 40;
/// How many groups, office holders and mentions back anything looks: a reader forgets, and long texts stay linear.
const MEMORY: usize = 400;

/// How many sentences back what the passage is about counts.
const PASSAGE_REACH: usize = 6;

/// How many sentences back a body goes on being the one that members join and leave.
const ASSOCIATION_REACH: usize = 12;

/// One time an entity was spoken of.
#[derive(Clone, Debug)]
struct Noted {
    entity: usize,
    sentence: usize,
    unit: usize,
    prominence: Prominence,
}

/// How much a mention stands out to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Prominence {
    /// Anywhere else.
    Other,
    /// What a subject is of ("the members of ...").
    OfSubject,
    /// Subject of a subordinate clause.
    Subject,
    /// Subject of the main clause.
    Main,
    /// Named in a heading.
    Heading,
}

/// Entities spoken of in one breath, and where.
#[derive(Clone, Debug)]
struct Group {
    members: Vec<usize>,
    sentence: usize,
    unit: usize,
}

/// How many sentences before a paragraph may have named the event it goes on about.
const EVENT_REACH: usize = 3;

/// The memory of a reader part-way through a document.
pub(crate) struct Discourse<'a> {
    names: &'a Names,
    gazetteer: &'a Gazetteer,
    words: &'a WordLists,
    noted: Vec<Noted>,
    groups: Vec<Group>,
    holders: Vec<Holder>,
    /// The office that a heading or the opening words of a paragraph announce.
    announced: Option<Announced>,
    /// First sentence of the paragraph being read.
    block: usize,
    /// What was said to have members.
    associations: std::collections::BTreeSet<usize>,
    /// What was said to be founded.
    founded: std::collections::BTreeSet<usize>,
    /// What took the place of a body that is no more.
    heirs: std::collections::BTreeMap<usize, usize>,
    /// The person a biography is about, and the sentence that names her alone.
    portrait: Option<(usize, usize)>,
    /// Whether the portrait ends with its paragraph.
    passing: bool,
    /// Gender of people, as pronouns showed it.
    genders: std::collections::BTreeMap<usize, &'static str>,
    /// Of each entity the gender that its first name tells, where no pronoun has told it.
    gendered_names: Vec<Option<&'static str>>,
    /// Whose ship was last spoken of, and in which sentence.
    vessel: Option<(usize, usize)>,
    /// The country somebody is a native of, as far as the text says so.
    origins: std::collections::BTreeMap<usize, usize>,
    /// The country of those of whom the gazetteer knows it, where the document names it.
    citizens: std::collections::BTreeMap<usize, Option<usize>>,
    /// What the headings before the document's first paragraph name.
    title: Vec<usize>,
    /// The body that they present, if they are about nothing else.
    subject: Option<usize>,
    /// The first sentence behind them.
    opening: usize,
    /// The first sentence of the part of the document that is read, its heading included.
    part: usize,
    /// Whether the last sentence was a heading.
    headed: bool,
    /// How often the document names each entity.
    times_named: Vec<usize>,
    /// The document's capitals and their countries, where it speaks of both.
    capitals: std::collections::BTreeMap<usize, usize>,
    /// Who "we" are.
    voice: Voice,
}

/// Whom a pronoun can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pronoun {
    Person(Option<&'static str>),
    Thing,
    Plural,
}

impl<'a> Discourse<'a> {
    pub(crate) fn new(names: &'a Names, gazetteer: &'a Gazetteer, words: &'a WordLists) -> Self {
        Self {
            names,
            gazetteer,
            words,
            noted: Vec::new(),
            groups: Vec::new(),
            holders: Vec::new(),
            announced: None,
            block: 0,
            associations: std::collections::BTreeSet::new(),
            founded: std::collections::BTreeSet::new(),
            heirs: std::collections::BTreeMap::new(),
            portrait: None,
            passing: false,
            genders: std::collections::BTreeMap::new(),
            gendered_names: names.entities.iter().map(gender_told).collect(),
            vessel: None,
            origins: std::collections::BTreeMap::new(),
            citizens: citizens(names, gazetteer),
            title: Vec::new(),
            subject: None,
            opening: usize::MAX,
            part: 0,
            headed: false,
            times_named: names.times_named(),
            capitals: capitals(names, gazetteer),
            voice: Voice::default(),
        }
    }

    /// Says in whose voice the document speaks.
    pub(crate) fn hear(&mut self, voice: Voice) {
        self.voice = voice;
    }

    /// Who "we" or "our" at byte `at` of the text stands for.
    pub(crate) fn speaker(&self, at: usize) -> Option<usize> {
        self.voice.at(at)
    }

    /// The body for which "the Leaders" or "the Ministers" at byte `at` of the text act.
    pub(crate) fn council(&self, at: usize) -> Option<usize> {
        self.voice.council_at(at)
    }

    /// A new paragraph begins with sentence `sentence`. A portrait whose name stood at the head of a paragraph ends with
    /// it; one whose name stood alone, as a heading, goes on.
    pub(crate) fn open_block(&mut self, sentence: usize) {
        let alone = self.portrait.is_some_and(|(_, at)| at < self.block || at + 1 == sentence);
        self.portrait = self.portrait.filter(|_| alone && !self.passing);
        self.passing = false;
        self.block = sentence;
    }

    /// Takes note of whether `sentence` is a heading: with the first of several a new part of the document begins.
    pub(crate) fn note_heading(&mut self, sentence: usize, heading: bool) {
        if heading && !self.headed {
            self.part = sentence;
        }
        if !heading && self.opening == usize::MAX {
            self.opening = sentence;
        }
        self.headed = heading;
    }

    /// Whether `sentence` begins its paragraph.
    pub(crate) fn opens_block(&self, sentence: usize) -> bool {
        self.block == sentence
    }

    /// From here on the text is about `person`, whom `sentence` names alone, or about nobody in particular.
    pub(crate) fn portray(&mut self, person: Option<usize>, sentence: usize) {
        self.portrait = person.map(|p| (p, sentence));
    }

    /// Whether nothing but headings has been read.
    pub(crate) fn opens_document(&self) -> bool {
        self.noted.iter().all(|n| n.prominence == Prominence::Heading)
    }

    /// Whether the gazetteer knows the entity.
    pub(crate) fn is_known(&self, entity: usize) -> bool {
        self.names.entities[entity].gazetteer.is_some()
    }

    /// A title or heading says nothing but a body's name: the document is about it, if no other is presented so.
    pub(crate) fn note_subject(&mut self, body: usize) {
        if self.opens_document() && self.is_topical(body) {
            self.subject = self.subject.or(Some(body));
        } else if self.subject != Some(body) {
            self.subject = None;
        }
    }

    /// For this paragraph the text is about `person`, with whom it opens.
    pub(crate) fn portray_here(&mut self, person: usize, sentence: usize) {
        self.portray(Some(person), sentence);
        self.passing = true;
    }

    /// Whom the passage portrays.
    pub(crate) fn portrayed(&self) -> Option<usize> {
        self.portrait.map(|(person, _)| person)
    }

    /// Takes note of a gender that a pronoun shows.
    pub(crate) fn note_gender(&mut self, person: usize, gender: &'static str) {
        self.genders.entry(person).or_insert(gender);
    }

    /// Takes note of where somebody comes from.
    pub(crate) fn note_origin(&mut self, person: usize, country: usize) {
        self.origins.entry(person).or_insert(country);
    }

    /// Where somebody comes from, as the text has said or the gazetteer knows; nothing if the document names no such country.
    pub(crate) fn origin(&self, person: usize) -> Option<usize> {
        self.origins.get(&person).or_else(|| self.citizens.get(&person)?.as_ref()).copied()
    }

    /// Whether somebody is known to come from a country that the document does not name.
    pub(crate) fn comes_from_elsewhere(&self, person: usize) -> bool {
        !self.origins.contains_key(&person) && self.citizens.get(&person).is_some_and(Option::is_none)
    }

    /// "The Austrian": the person portrayed, unless she comes from elsewhere, or the last spoken of who comes from there.
    pub(crate) fn native(&self, country: usize, sentence: usize, unit: usize) -> Option<usize> {
        let subject = self.portrayed().filter(|&p| self.origin(p).is_none_or(|o| o == country));
        subject.or_else(|| self.latest(sentence, unit, |e| self.origin(e) == Some(country)))
    }

    /// Takes note that `entity` was spoken of.
    pub(crate) fn note(&mut self, entity: usize, sentence: usize, unit: usize, prominence: Prominence) {
        if prominence == Prominence::Heading && self.opens_document() && self.is_topical(entity) {
            self.title.push(entity);
        }
        self.noted.push(Noted { entity, sentence, unit, prominence });
    }

    /// Whether a title that names the entity tells what the document is about: a masthead names a newsroom once.
    fn is_topical(&self, entity: usize) -> bool {
        self.names.entities[entity].gazetteer.is_some() || self.times_named[entity] > 1
    }

    /// Whether no sentence before `sentence` spoke of the entity under the heading that it stands under, nor the title.
    pub(crate) fn is_new(&self, entity: usize, sentence: usize) -> bool {
        let earlier = |n: &Noted| n.entity == entity && (self.part..sentence).contains(&n.sentence);
        !self.title.contains(&entity) && !self.noted.iter().any(earlier)
    }

    /// Takes note of several entities spoken of in one breath, the last of them ending before token `unit`.
    pub(crate) fn note_group(&mut self, mut members: Vec<usize>, sentence: usize, unit: usize) {
        let mut seen = std::collections::BTreeSet::new();
        members.retain(|e| seen.insert(*e));
        if members.len() > 1 {
            self.groups.push(Group { members, sentence, unit });
        }
    }

    /// Takes note of several who were spoken of together without a name, so that "they" means nobody else.
    pub(crate) fn note_unnamed_group(&mut self, sentence: usize, unit: usize) {
        self.groups.push(Group { members: Vec::new(), sentence, unit });
    }

    /// Groups named before token `unit` of `sentence`, last first.
    fn groups_before(&self, sentence: usize, unit: usize) -> impl Iterator<Item = &Group> {
        let before = move |g: &&Group| (g.sentence, g.unit) <= (sentence, unit);
        self.groups.iter().rev().take(MEMORY).filter(before)
    }

    /// Takes note that `entity` is something one joins or leaves.
    pub(crate) fn note_association(&mut self, entity: usize) {
        self.associations.insert(entity);
    }

    /// What the passage speaks of joining or leaving: of the bodies that are nobody's part, the one the paragraph is
    /// about or that was joined or left in it, unless another has just been founded; else one that was founded in it; else
    /// the one the heading above it names or, if that names none, the document's title; else the last one so spoken of;
    /// else the passage's topic.
    pub(crate) fn association(&self, sentence: usize, fits: impl Fn(usize) -> bool) -> Option<usize> {
        let near = |n: &&Noted| n.sentence + ASSOCIATION_REACH >= sentence && n.sentence < sentence;
        let joinable = |e: usize| fits(e) && (!self.is_part(e) || self.associations.contains(&e));
        let spoken_of = |n: &&Noted| {
            let heading = n.prominence == Prominence::Heading && !self.is_topical(n.entity);
            n.prominence > Prominence::Other && !heading || self.associations.contains(&n.entity)
        };
        let candidates = || self.recent().filter(near).filter(spoken_of).filter(|n| joinable(n.entity));
        // "The treaty was signed in May. X acceded a year later."
        let treated = |n: &Noted| n.prominence == Prominence::Main && self.kind(n.entity) == Kind::Agreement;
        let here =
            candidates().find(|n| n.sentence >= self.block && (self.has_members(n.entity) || treated(n)));
        let of_paragraph = |n: &&Noted| n.sentence >= self.block && self.founded.contains(&n.entity);
        let founded = self.recent().filter(near).filter(of_paragraph).find(|n| joinable(n.entity));
        // In the history of a body another may be founded, and the text go on about its own.
        let own = self.subject_of_document(&joinable);
        let own = own.and_then(|e| candidates().find(|n| n.entity == e && n.sentence >= self.block));
        let fresh = |n: &&Noted| {
            n.sentence + 1 == sentence && own.is_none_or(|o| (o.sentence, o.unit) < (n.sentence, n.unit))
        };
        let here = founded.filter(fresh).or(here).or(founded);
        let found = here.map(|n| n.entity).or_else(|| match self.headed(joinable).as_slice() {
            [] => self.titled(joinable),
            [one] => Some(*one),
            _ => None,
        });
        let found = found
            .or_else(|| candidates().next().map(|n| n.entity))
            .or_else(|| self.topic_entity(sentence.checked_sub(1)?, joinable))?;
        Some(self.heirs.get(&found).copied().unwrap_or(found))
    }

    /// The body last said to be founded, in the paragraph up to a sentence.
    pub(crate) fn founded_lately(&self, sentence: usize) -> Option<usize> {
        let here = |n: &&Noted| n.sentence >= self.block && n.sentence <= sentence;
        self.recent().filter(here).map(|n| n.entity).find(|e| self.founded.contains(e))
    }

    /// Takes note that a body was said to be founded: it may be what the paragraph goes on about.
    pub(crate) fn note_founded(&mut self, entity: usize) {
        self.founded.insert(entity);
    }

    /// Takes note that one body took the place of another, whose members it has.
    pub(crate) fn note_heir(&mut self, old: usize, new: usize) {
        self.heirs.insert(old, new);
    }

    /// An organization, or an agreement that somebody was said to join.
    pub(crate) fn has_members(&self, entity: usize) -> bool {
        self.kind(entity) == Kind::Organization || self.associations.contains(&entity)
    }

    /// The fitting things that the heading above the passage names.
    fn headed(&self, fits: impl Fn(usize) -> bool) -> Vec<usize> {
        let heading = |n: &&Noted| n.prominence == Prominence::Heading && n.sentence >= self.part;
        let mut named: Vec<usize> = self.recent().filter(heading).map(|n| n.entity).collect();
        named.retain(|&e| fits(e) && self.is_topical(e));
        named.sort_unstable();
        named.dedup();
        named
    }

    /// The one fitting thing that the document's title names.
    fn titled(&self, fits: impl Fn(usize) -> bool) -> Option<usize> {
        let mut named = self.title.iter().copied().filter(|&e| fits(e));
        let first = named.next()?;
        named.all(|e| e == first).then_some(first)
    }

    /// Whether the entity belongs to another.
    pub(crate) fn is_part(&self, entity: usize) -> bool {
        let named = &self.names.entities[entity];
        let listed = named.gazetteer.is_some_and(|g| self.gazetteer.entries()[g].owner.is_some());
        listed || named.owner.is_some()
    }

    /// What a passage is mostly about: the most spoken of lately, subjects and those whose officers were named above
    /// others; of the paragraph so far, if it speaks of any that fit, else of the sentences before too.
    pub(crate) fn passage(&self, place: (usize, usize), fits: impl Fn(usize) -> bool) -> Option<usize> {
        self.foremost(place, false, fits)
    }

    /// The same, where the paragraph goes on about what it opens with.
    pub(crate) fn opened_passage(
        &self,
        place: (usize, usize),
        fits: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        self.foremost(place, true, fits)
    }

    fn foremost(&self, place: (usize, usize), opening: bool, fits: impl Fn(usize) -> bool) -> Option<usize> {
        let mut ranked = self.ranked(self.block, place, opening, &fits);
        // Under a heading that has told of nothing yet it is what the document is about.
        let untold = || self.part > 0 && self.ranked(self.part, place, false, &fits).is_empty();
        if ranked.is_empty()
            && untold()
            && let Some(subject) = self.subject_of_document(&fits)
        {
            return Some(subject);
        }
        if ranked.is_empty() {
            ranked = self.ranked(0, place, false, &fits);
        }
        match ranked.as_slice() {
            [] => self.topic_entity(place.0, fits),
            [(best, e), rest @ ..] => {
                let foremost = rest.first().is_none_or(|(next, _)| best * 5 >= next * 6).then_some(*e);
                foremost.or_else(|| self.subject_of_document(&fits))
            }
        }
    }

    /// The one thing that the document's title names and its first sentence is about, or of which it speaks more than of any
    /// other: a document that presents it.
    pub(crate) fn presented(&self, fits: impl Fn(usize) -> bool) -> Option<usize> {
        let first = |n: &&Noted| n.sentence == self.opening && n.prominence == Prominence::Main;
        let titled = self.titled(&fits)?;
        let introduced = self.noted.iter().filter(first).any(|n| n.entity == titled);
        if introduced { Some(titled) } else { self.subject_of_document(&fits) }
    }

    /// The one thing that the document's title says it is about, or that the title names and it speaks of more than of any other.
    pub(crate) fn subject_of_document(&self, fits: &impl Fn(usize) -> bool) -> Option<usize> {
        if let Some(subject) = self.subject.filter(|&e| fits(e)) {
            return Some(subject);
        }
        let subject = self.titled(fits)?;
        let times = |e: usize| self.times_named.get(e).copied().unwrap_or(0);
        let others = (0..self.times_named.len()).filter(|&e| e != subject && fits(e));
        others.map(times).all(|other| other * 3 <= times(subject) * 2).then_some(subject)
    }

    /// What the sentences from `first` on speak of before a sentence and token, the most spoken of first, with how much.
    /// A capital is spoken of for its country; with `opening`, what the paragraph opens with counts as if just said.
    fn ranked(
        &self,
        first: usize,
        place: (usize, usize),
        opening: bool,
        fits: &impl Fn(usize) -> bool,
    ) -> Vec<(usize, usize)> {
        let sentence = place.0;
        let weight = |at: usize| (at + PASSAGE_REACH).saturating_sub(sentence).min(PASSAGE_REACH);
        let within = |at: usize| (first..=sentence).contains(&at);
        let mut weights: std::collections::BTreeMap<usize, usize> = std::collections::BTreeMap::new();
        for noted in self.recent().filter(|n| within(n.sentence) && (n.sentence, n.unit) < place) {
            let Some(entity) = self.counted(noted.entity, fits) else { continue };
            let opens = opening && noted.sentence == self.block && noted.prominence == Prominence::Main;
            let weight = if opens { PASSAGE_REACH } else { weight(noted.sentence) };
            *weights.entry(entity).or_default() +=
                weight * (1 + usize::from(noted.prominence >= Prominence::Subject));
        }
        for holder in self.held().filter(|h| within(h.sentence) && fits(h.body)) {
            *weights.entry(holder.body).or_default() += weight(holder.sentence);
        }
        let mut ranked: Vec<(usize, usize)> =
            weights.into_iter().map(|(e, w)| (w, e)).filter(|(w, _)| *w > 0).collect();
        ranked.sort_by_key(|&(w, e)| (Reverse(w), e));
        ranked
    }

    /// The entity itself, or the country whose capital it is.
    fn counted(&self, entity: usize, fits: &impl Fn(usize) -> bool) -> Option<usize> {
        let country = || self.capitals.get(&entity).copied().filter(|&c| fits(c));
        if fits(entity) { Some(entity) } else { country() }
    }

    /// The country of the document with a two-letter code.
    pub(crate) fn country_with_code(&self, code: &str) -> Option<usize> {
        self.with_id(&format!("country/{code}"))
    }

    /// What the gazetteer knows by that id, if the document names it.
    pub(crate) fn with_id(&self, id: &str) -> Option<usize> {
        self.names.entities.iter().position(|e| e.id_hint.as_deref() == Some(id))
    }

    /// The last subject of a sentence before this one, else the last spoken of before it.
    pub(crate) fn subject(&self, sentence: usize, fits: impl Fn(usize) -> bool) -> Option<usize> {
        let about = |n: &&Noted| n.sentence < sentence && fits(n.entity);
        let last = self.recent().find(about)?;
        let near = self
            .recent()
            .filter(about)
            .find(|n| n.prominence >= Prominence::Subject && n.sentence + 2 >= last.sentence);
        Some(near.unwrap_or(last).entity)
    }

    /// Whose something is that a sentence speaks of: the last subject of the paragraph, else who is named nearest in it,
    /// else the last subject before.
    pub(crate) fn owner(&self, sentence: usize, fits: impl Fn(usize) -> bool) -> Option<usize> {
        let here = |n: &&Noted| n.sentence >= self.block && n.sentence < sentence && fits(n.entity);
        let subject = self.recent().filter(here).find(|n| n.prominence >= Prominence::Subject);
        let nearest = || self.recent().filter(here).min_by_key(|n| distance(n, sentence, 0));
        subject.or_else(nearest).map(|n| n.entity).or_else(|| self.subject(sentence, fits))
    }

    /// The country of the document whose capital `place` is.
    pub(crate) fn country_of_capital(&self, place: usize) -> Option<usize> {
        self.capitals.get(&place).copied()
    }

    /// Whether a pronoun may mean `entity`.
    pub(crate) fn may_be(&self, pronoun: Pronoun, entity: usize) -> bool {
        self.agrees(entity, pronoun)
    }

    /// The latest mentions, last first.
    fn recent(&self) -> impl Iterator<Item = &Noted> {
        self.noted.iter().rev().take(MEMORY)
    }

    fn kind(&self, entity: usize) -> Kind {
        self.names.entities[entity].kind
    }

    /// Whom a pronoun at a sentence and token stands for, of those it `may_mean`.
    pub(crate) fn pronoun(
        &self,
        pronoun: Pronoun,
        place: (usize, usize),
        may_mean: &dyn Fn(usize) -> bool,
    ) -> Vec<usize> {
        let (sentence, unit) = place;
        if pronoun == Pronoun::Plural {
            return self.groups_before(sentence, unit).next().map(|g| g.members.clone()).unwrap_or_default();
        }
        // What "it" is about stands under the same heading.
        let here = |n: &Noted| pronoun != Pronoun::Thing || n.sentence >= self.part;
        let fits = |n: &Noted| here(n) && self.agrees(n.entity, pronoun) && may_mean(n.entity);
        let best = self.nearest(place, PRONOUN_REACH, fits);
        let rival = |n: &&Noted| n.sentence == sentence && n.prominence >= Prominence::Subject;
        let portrayed =
            self.portrayed().filter(|&p| self.agrees(p, pronoun) && best.is_none_or(|n| !rival(&n)));
        let vessel =
            self.vessel.filter(|(_, at)| pronoun == Pronoun::Person(Some("female")) && at + 1 >= sentence);
        let vessel = vessel.map(|(owner, _)| owner).filter(|&owner| may_mean(owner));
        portrayed.or(best.map(|n| n.entity)).or(vessel).into_iter().collect()
    }

    /// Takes note of a ship by the one it acts for, which "she" may mean where no woman is spoken of.
    pub(crate) fn note_vessel(&mut self, owner: usize, sentence: usize) {
        self.vessel = Some((owner, sentence));
    }

    /// Where "there" is: the place or country last named.
    pub(crate) fn place(&self, sentence: usize, unit: usize) -> Option<usize> {
        let near = |n: &&Noted| {
            let before = (n.sentence, n.unit) < (sentence, unit);
            before && n.sentence + PRONOUN_REACH >= sentence
        };
        let place = |n: &&Noted| matches!(self.kind(n.entity), Kind::Place | Kind::Country);
        self.recent().filter(near).find(place).map(|n| n.entity)
    }

    /// Whether the pronoun can stand for the entity.
    pub(crate) fn agrees(&self, entity: usize, pronoun: Pronoun) -> bool {
        match pronoun {
            Pronoun::Person(gender) => {
                let own = self.names.entities[entity].gender.as_deref();
                let own = own.or_else(|| self.genders.get(&entity).copied());
                let own = own.or_else(|| self.gendered_names[entity]);
                let ship = self.is_ship(entity) && gender == Some("female");
                ship || self.kind(entity) == Kind::Person
                    && (gender.is_none() || own.is_none() || own == gender)
            }
            Pronoun::Thing => matches!(
                self.kind(entity),
                Kind::Organization | Kind::Country | Kind::Event | Kind::Agreement | Kind::Document
            ),
            Pronoun::Plural => false,
        }
    }

    /// Whether the entity is a country.
    pub(crate) fn is_country(&self, entity: usize) -> bool {
        self.kind(entity) == Kind::Country
    }

    /// Whether the entity is a body that is no state.
    pub(crate) fn is_body(&self, entity: usize) -> bool {
        self.kind(entity) == Kind::Organization
    }

    /// Ships alone of all bodies are female.
    pub(crate) fn is_ship(&self, entity: usize) -> bool {
        let named = &self.names.entities[entity];
        named.kind == Kind::Organization && named.gender.is_some()
    }

    /// Whether the entity is an event whose name says nothing of the place.
    pub(crate) fn is_held_elsewhere(&self, event: usize, place: usize) -> bool {
        let label = |entity: usize| self.names.entities[entity].label.as_str();
        let kinds = (self.kind(event), self.kind(place));
        kinds == (Kind::Event, Kind::Place) && !label(event).contains(label(place))
    }

    /// The nearest mention before a place, so many sentences back at most, that fits. Mentions are in the order of reading:
    /// behind one that fits, those of sentences before need not be asked.
    fn nearest(
        &self,
        (sentence, unit): (usize, usize),
        reach: usize,
        mut fits: impl FnMut(&Noted) -> bool,
    ) -> Option<&Noted> {
        let mut best: Option<&Noted> = None;
        for noted in self.recent() {
            if noted.sentence + reach < sentence || best.is_some_and(|b| noted.sentence < b.sentence) {
                break;
            }
            let before = (noted.sentence, noted.unit) < (sentence, unit);
            let nearer =
                || best.is_none_or(|b| distance(noted, sentence, unit) < distance(b, sentence, unit));
            if before && nearer() && fits(noted) {
                best = Some(noted);
            }
        }
        best
    }

    fn latest(&self, sentence: usize, unit: usize, fits: impl Fn(usize) -> bool) -> Option<usize> {
        // Few things are spoken of again and again; each is judged once.
        let mut judged = vec![None; self.names.entities.len()];
        let mut fits = |entity: usize| *judged[entity].get_or_insert_with(|| fits(entity));
        self.nearest((sentence, unit), DESCRIPTION_REACH, |n| fits(n.entity)).map(|n| n.entity)
    }

    /// Whatever was last named in an earlier sentence.
    pub(crate) fn last_named(&self, sentence: usize) -> Option<usize> {
        self.recent().find(|n| n.sentence < sentence).map(|n| n.entity)
    }

    /// The kind of thing the passage is about.
    pub(crate) fn topic(&self, sentence: usize, fits: impl Fn(Kind) -> bool) -> Option<usize> {
        self.topic_entity(sentence, |e| fits(self.kind(e)))
    }

    /// What the passage is about, for a verb whose object goes without saying ("Pakistan withdrew in 1973"): a subject
    /// of the paragraph, else anything named in it, else what its heading names.
    pub(crate) fn topic_entity(&self, sentence: usize, fits: impl Fn(usize) -> bool) -> Option<usize> {
        let here = |n: &&Noted| n.sentence >= self.block && n.sentence <= sentence && fits(n.entity);
        let subject = |n: &&Noted| n.prominence >= Prominence::Subject && n.sentence < sentence;
        let heading =
            |n: &&Noted| n.prominence == Prominence::Heading && fits(n.entity) && self.is_topical(n.entity);
        let paragraph = self.recent().filter(here).find(subject).or_else(|| self.recent().find(here));
        paragraph.or_else(|| self.recent().find(heading)).map(|n| n.entity)
    }

    /// The one event that the sentences right before a new paragraph speak of: "Among the guests were ...".
    pub(crate) fn event_before(&self, sentence: usize, fits: impl Fn(usize) -> bool) -> Option<usize> {
        let near = |n: &&Noted| n.sentence + EVENT_REACH >= sentence && n.sentence >= self.part;
        let mut events = self.recent().take_while(near).map(|n| n.entity).filter(|&e| fits(e));
        let event = events.next().filter(|_| self.opens_block(sentence))?;
        events.all(|other| other == event).then_some(event)
    }
}

fn gender_told(named: &NamedEntity) -> Option<&'static str> {
    (named.kind == Kind::Person).then(|| gender_of_name(&named.label)).flatten()
}

/// The people whose country the gazetteer knows, and the country if the document names it.
fn citizens(names: &Names, gazetteer: &Gazetteer) -> std::collections::BTreeMap<usize, Option<usize>> {
    let named = names.by_entry();
    let citizen = |(person, entity): (usize, &NamedEntity)| {
        let country = gazetteer.entries()[entity.gazetteer?].citizen_of.as_deref()?;
        Some((person, gazetteer.position(country).and_then(|entry| named.get(&entry).copied())))
    };
    names.entities.iter().enumerate().filter_map(citizen).collect()
}

/// Nearer sentences first, within one the more prominent, then the last one named.
fn distance(noted: &Noted, sentence: usize, unit: usize) -> (usize, Reverse<Prominence>, usize) {
    let far = if noted.sentence == sentence { unit - noted.unit } else { usize::MAX - noted.unit };
    (sentence - noted.sentence, Reverse(noted.prominence), far)
}

fn capitals(names: &Names, gazetteer: &Gazetteer) -> std::collections::BTreeMap<usize, usize> {
    let named = names.by_entry();
    let country = |place: usize| {
        let hits = gazetteer.lookup(&names.entities[place].label);
        let entry = hits.into_iter().find(|h| h.sort == NameSort::Capital)?.entry;
        named.get(&entry).copied()
    };
    let places = (0..names.entities.len()).filter(|&e| names.entities[e].kind == Kind::Place);
    places.filter_map(|p| Some((p, country(p)?))).collect()
}
