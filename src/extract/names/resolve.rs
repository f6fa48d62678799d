//! Which names mean the same thing within one document.
//!
//! Full names make entities first, in document order; then short forms, family names and names the gazetteer is not
//! sure of are tied to them; last, whatever still stands unnamed is compared with every form met.

use super::acronyms::Definition;
use super::owners;
use super::propose::{Proposal, Reading};
use super::ships;
use super::view::{View, acronym, capitalized};
use super::words::{List, Words};
use super::{Form, NameMention, NamedEntity, Names};
use crate::graph::Kind;
use crate::vocabulary::gazetteer::{Gazetteer, NameSort, fold_name};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::{Bound, Range};

/// Where a name stands: sentence and first token.
type Place = (usize, usize);

/// Ties all proposals to entities.
pub(super) fn resolve(
    views: &[View],
    found: Vec<Vec<Proposal>>,
    definitions: &[Definition],
    gazetteer: &Gazetteer,
) -> Names {
    let mut book = Book::new(gazetteer, views);
    let mut later = Vec::new();
    for definition in definitions {
        book.define(definition, &found);
    }
    for (s, proposals) in found.into_iter().enumerate() {
        for p in proposals {
            if !book.take_full(s, &p) {
                later.push((s, p));
            }
        }
    }
    let later: Vec<_> = later.into_iter().filter(|(s, p)| !book.take_owned(*s, p)).collect();
    for (s, p) in later {
        book.take_short(s, &p);
    }
    book.rescan();
    book.merge_aliases();
    book.merge_editions();
    book.merge_short_forms();
    book.finish()
}

/// The entities so far and how they were named.
struct Book<'a> {
    gazetteer: &'a Gazetteer,
    views: &'a [View<'a>],
    entities: Vec<NamedEntity>,
    by_entry: HashMap<usize, usize>,
    by_name: BTreeMap<(Kind, String), Vec<usize>>,
    shorts: BTreeMap<String, usize>,
    mentions: Vec<Vec<NameMention>>,
    /// The folded label of each entity.
    labels: Vec<String>,
    /// Folded forms of each entity.
    forms: Vec<BTreeSet<String>>,
    /// For each part of a person's name who bears it: as last, first or other part (0, 1, 2).
    parts: BTreeMap<String, BTreeSet<(usize, usize)>>,
    /// People by first and last word of the name.
    ends: BTreeMap<(String, String), BTreeSet<usize>>,
    /// First and later places of each entity.
    places: Vec<BTreeSet<Place>>,
    /// Ships by what they are called without their navy's prefix.
    ships: BTreeMap<String, usize>,
}

impl<'a> Book<'a> {
    fn new(gazetteer: &'a Gazetteer, views: &'a [View<'a>]) -> Self {
        Self {
            gazetteer,
            views,
            entities: Vec::new(),
            labels: Vec::new(),
            by_entry: HashMap::new(),
            by_name: BTreeMap::new(),
            shorts: BTreeMap::new(),
            mentions: vec![Vec::new(); views.len()],
            forms: Vec::new(),
            parts: BTreeMap::new(),
            ends: BTreeMap::new(),
            places: Vec::new(),
            ships: BTreeMap::new(),
        }
    }

    /// Makes the entity of a definition's long form and remembers its short form.
    fn define(&mut self, definition: &Definition, found: &[Vec<Proposal>]) {
        let s = definition.sentence;
        let Some(p) = found[s].iter().find(|p| p.tokens.start == definition.token) else { return };
        let entity = match p.reading {
            Reading::Entry(entry) => self.of_entry(entry),
            Reading::New(Kind::Organization) if self.generic(s, &p.tokens) => {
                match owners::stated(&self.views[s], &p.tokens, self.gazetteer) {
                    Some(owner) => self.owned(s, p, owner),
                    None => self.of_name(Kind::Organization, s, &p.tokens),
                }
            }
            Reading::New(kind) => self.of_name(kind, s, &p.tokens),
            Reading::Maybe(ref entries, _) => self.of_entry(entries[0]),
        };
        self.shorts.entry(definition.short.clone()).or_insert(entity);
    }

    /// Takes a proposal that needs nothing else; `false` leaves it for later.
    fn take_full(&mut self, s: usize, p: &Proposal) -> bool {
        let name = p.form != Form::Adjective && p.form != Form::Demonym;
        let called = name && !self.shorts.is_empty();
        let called = called.then(|| fold_name(&self.views[s].text(&p.tokens)));
        if let Some(entity) = called.and_then(|short| self.shorts.get(&short).copied()) {
            let form = if p.tokens.len() == 1 { Form::Acronym } else { Form::Name };
            self.mention(s, p, entity, form);
            return true;
        }
        if let Some(ship) = self.ship(s, &p.tokens).filter(|_| name) {
            self.mention(s, p, ship, Form::Name);
            return true;
        }
        match p.reading {
            Reading::Entry(entry)
                if p.tokens.len() == 1 && self.gazetteer.entries()[entry].kind == Kind::Place =>
            {
                false
            }
            Reading::Entry(_) if self.of_another(s, p) => false,
            Reading::Entry(entry) => {
                let entity = self.of_entry(entry);
                self.mention(s, p, entity, p.form);
                true
            }
            Reading::New(kind)
                if p.tokens.len() == 1 && (kind == Kind::Person || p.form != Form::Acronym) =>
            {
                false
            }
            Reading::New(Kind::Organization) if self.generic(s, &p.tokens) => false,
            Reading::New(kind) => {
                let entity = self.of_name(kind, s, &p.tokens);
                self.mention(s, p, entity, p.form);
                if let Some(short) = ships::short_name(&self.views[s], &p.tokens) {
                    self.ships.entry(short).or_insert(entity);
                }
                true
            }
            Reading::Maybe(..) => false,
        }
    }

    /// "Vancouver berthed at Manila": the ship called so that the text has named in full before, where no place or
    /// government can be meant.
    fn ship(&self, s: usize, tokens: &Range<usize>) -> Option<usize> {
        if self.ships.is_empty() {
            return None;
        }
        let view = &self.views[s];
        let ship = self.ships.get(&fold_name(&view.text(tokens))).copied()?;
        let known = |text: &str| !self.gazetteer.lookup(text).is_empty();
        let reached = view.listed_before(List::Locative, tokens.start) && known(&view.text(tokens));
        // "Arlington, Virginia", not "Arlington, which has been at sea"
        let placed = view.word(tokens.end) == "," && known(view.word(tokens.end + 1));
        (!reached && !placed && !ships::speaks(view.word(tokens.end))).then_some(ship)
    }

    /// Takes a body every state has, where the text says whose it is.
    fn take_owned(&mut self, s: usize, p: &Proposal) -> bool {
        let common = p.reading == Reading::New(Kind::Organization) && self.generic(s, &p.tokens);
        if !common && !self.of_another(s, p) {
            return false;
        }
        let Some(owner) = self.stated(s, p) else { return false };
        let entity = self.owned(s, p, owner);
        self.mention(s, p, entity, p.form);
        true
    }

    /// "Australia's Department of Defence": whether the text gives a common body to a country other than the one that the
    /// gazetteer knows by the bare name.
    fn of_another(&self, s: usize, p: &Proposal) -> bool {
        let Reading::Entry(entry) = p.reading else { return false };
        let Some(listed) = self.gazetteer.entries()[entry].owner.as_deref() else { return false };
        let another = |owner: usize| {
            let owner = &self.gazetteer.entries()[owner];
            owner.kind == Kind::Country && owner.iri_local != listed
        };
        self.generic(s, &p.tokens) && self.stated(s, p).is_some_and(another)
    }

    /// The entry that the text says a common body belongs to.
    fn stated(&self, s: usize, p: &Proposal) -> Option<usize> {
        let (view, gazetteer) = (&self.views[s], self.gazetteer);
        let before = || owners::own_of(view, &p.tokens, self.views.get(s.checked_sub(1)?)?, gazetteer);
        owners::stated(view, &p.tokens, gazetteer)
            .or_else(|| owners::own(view, &p.tokens, gazetteer))
            .or_else(before)
    }

    /// The body of this name that belongs to a gazetteer entry, known or new.
    fn owned(&mut self, s: usize, p: &Proposal, owner: usize) -> usize {
        let base = owners::base(&self.views[s], &p.tokens, self.gazetteer);
        if let Some(entry) = self.known_body(&base, owner) {
            return self.of_entry(entry);
        }
        let whole = self.of_entry(owner);
        let key = (Kind::Organization, fold_name(&base));
        let same = self.by_name.get(&key).into_iter().flatten().copied();
        let mine = same.into_iter().find(|&e| self.entities[e].owner == Some(whole));
        mine.unwrap_or_else(|| {
            let entity = self.add(Kind::Organization, &base);
            self.entities[entity].owner = Some(whole);
            entity
        })
    }

    /// The gazetteer's entry for a common body of a country: "Ministry of Defence" of Japan.
    fn known_body(&self, base: &str, owner: usize) -> Option<usize> {
        let entry = &self.gazetteer.entries()[owner];
        let sorts = [NameSort::Adjective, NameSort::Preferred, NameSort::Alternative];
        let body = |name: &str| {
            let hits = self.gazetteer.lookup(name);
            let own = |e: usize| self.gazetteer.entries()[e].owner.as_deref() == Some(&entry.iri_local);
            hits.into_iter().map(|h| h.entry).find(|&e| own(e))
        };
        let prefixed = || entry.names_of(&sorts).find_map(|name| body(&format!("{name} {base}")));
        body(base).or_else(prefixed).or_else(|| body(&format!("{base} of {}", entry.label)))
    }

    /// Whether a name says nothing about whose body it is.
    fn generic(&self, s: usize, tokens: &Range<usize>) -> bool {
        let view = &self.views[s];
        let words = Words::get();
        let base = owners::base(view, tokens, self.gazetteer);
        base.split_whitespace().flat_map(|w| w.split('-')).all(|w| {
            !capitalized(w)
                || words.has(List::Generic, w)
                || self.gazetteer.lookup(w).iter().any(|h| h.sort == NameSort::Adjective)
        })
    }

    /// Takes a family name, a short form or an unsure name.
    fn take_short(&mut self, s: usize, p: &Proposal) {
        let text = self.views[s].text(&p.tokens);
        let at = (s, p.tokens.start);
        let kind = match &p.reading {
            Reading::Maybe(entries, kind) => {
                if let Some(entity) = self.supported(entries) {
                    self.mention(s, p, entity, p.form);
                    return;
                }
                if let Some(entry) = self.called_exercise(s, p, entries) {
                    let entity = self.of_entry(entry);
                    self.mention(s, p, entity, p.form);
                    return;
                }
                if let Some(entry) = self.sole_person(s, p, entries) {
                    let entity = self.of_entry(entry);
                    self.mention(s, p, entity, Form::Surname);
                    return;
                }
                *kind
            }
            Reading::New(kind) => Some(*kind),
            Reading::Entry(entry) => {
                let locative = Words::get().has(List::Locative, self.views[s].before(p.tokens.start));
                let person = if locative { None } else { self.person(&text, at, Kind::Place) };
                let entity = person.unwrap_or_else(|| self.of_entry(*entry));
                self.mention(s, p, entity, if person.is_some() { Form::Surname } else { p.form });
                return;
            }
        };
        let Some(kind) = kind else { return };
        // "opened in Gurugram": a body of one word is hardly said to have something in it.
        let word = p.tokens.len() == 1 && p.form != Form::Acronym;
        let place = (kind == Kind::Person || kind == Kind::Organization && word)
            && self.reads_as_place(s, p.tokens.start);
        let kind = if place { Kind::Place } else { kind };
        let single = p.tokens.len() == 1;
        let person = (kind == Kind::Person || single).then(|| self.person(&text, at, kind)).flatten();
        let body = || (kind == Kind::Organization).then(|| self.same_base(&text, at)).flatten();
        let entity = person.or_else(body).unwrap_or_else(|| self.of_name(kind, s, &p.tokens));
        let form = if self.entities[entity].kind == Kind::Person { Form::Surname } else { p.form };
        self.mention(s, p, entity, form);
    }

    /// Whether the words before a name are those before a place: "in", "near", "travelled to", "lies at".
    fn reads_as_place(&self, s: usize, at: usize) -> bool {
        let view = &self.views[s];
        let before = view.before(at);
        let verb = |words: &[&str]| at > 1 && words.contains(&view.word(at - 2));
        matches!(before, "in" | "near" | "outside" | "toured" | "reached" | "off")
            || before == "to"
                && verb(&["travelled", "traveled", "flew", "sailed", "drove", "moved", "returned"])
            || before == "at"
                && verb(&["lies", "docked", "landed", "berthed", "moored", "anchored", "called"])
    }

    /// An entry among these that the document names outright.
    fn supported(&self, entries: &[usize]) -> Option<usize> {
        entries.iter().find_map(|e| self.by_entry.get(e).copied())
    }

    /// "the exercise Arctic Challenge": the one event the gazetteer knows by a name that may mean something else.
    fn called_exercise(&self, s: usize, p: &Proposal, entries: &[usize]) -> Option<usize> {
        let [entry] = entries else { return None };
        let before = self.views[s].before(p.tokens.start).to_lowercase();
        let event = self.gazetteer.entries()[*entry].kind == Kind::Event;
        (event && Words::get().has(List::Exercise, &before)).then_some(*entry)
    }

    /// The one person the gazetteer knows by a family name, where a title or the model says it is a person.
    fn sole_person(&self, s: usize, p: &Proposal, entries: &[usize]) -> Option<usize> {
        let [entry] = entries else { return None };
        let person = self.gazetteer.entries()[*entry].kind == Kind::Person;
        let view = &self.views[s];
        let titled = view.listed_before(List::Title, p.tokens.start);
        let tagged = matches!(p.reading, Reading::Maybe(_, Some(Kind::Person)));
        let stands_for_other =
            self.person(&view.text(&p.tokens), (s, p.tokens.start), Kind::Person).is_some();
        (person && (titled || tagged) && !stands_for_other).then_some(*entry)
    }

    /// The person a family name or other part of a name stands for: the last named before, else the next after. What
    /// the model takes for another kind of thing must be the end of a person's name.
    fn person(&self, part: &str, at: Place, kind: Kind) -> Option<usize> {
        let folded = fold_name(part);
        let ranks = if kind == Kind::Person { 3 } else { 1 };
        let bearers = self.parts.get(&folded)?;
        (0..ranks).find_map(|rank| {
            let candidates: Vec<usize> =
                bearers.iter().filter(|(r, _)| *r == rank).map(|&(_, e)| e).collect();
            self.nearest(&candidates, at)
        })
    }

    /// Remembers a folded form of an entity and, of a person, the parts of the name.
    fn learn(&mut self, entity: usize, folded: String) {
        if self.forms[entity].contains(&folded) {
            return;
        }
        if self.entities[entity].kind == Kind::Person {
            let name = without_suffix(&folded);
            let words: Vec<&str> = name.split(' ').collect();
            if let [first, .., last] = words.as_slice() {
                self.ends.entry(((*first).to_owned(), (*last).to_owned())).or_default().insert(entity);
                for i in 0..words.len() {
                    for j in i + 1..=words.len() {
                        let rank = if j == words.len() { 0 } else { 2 - usize::from(i == 0) };
                        self.parts.entry(words[i..j].join(" ")).or_default().insert((rank, entity));
                    }
                }
            }
        }
        self.forms[entity].insert(folded);
    }

    /// Of several entities the one named last before a place, else first after it.
    fn nearest(&self, entities: &[usize], at: Place) -> Option<usize> {
        let before =
            entities.iter().filter_map(|&e| Some((self.places[e].range(..at).next_back()?, e))).max();
        let after = || entities.iter().filter_map(|&e| Some((self.places[e].range(at..).next()?, e))).min();
        before.or_else(after).map(|(_, e)| e)
    }

    /// The organization whose name ends in this one ("the Navy" of "Indian Navy").
    fn same_base(&self, base: &str, at: Place) -> Option<usize> {
        let folded = fold_name(base);
        let (end, start) = (format!(" {folded}"), format!("{folded} of "));
        let ends = |name: &String| *name == folded || name.ends_with(&end) || name.starts_with(&start);
        let fits =
            |e: &usize| self.entities[*e].kind == Kind::Organization && self.forms[*e].iter().any(ends);
        let candidates: Vec<usize> = (0..self.entities.len()).filter(fits).collect();
        self.nearest(&candidates, at)
    }

    /// The entity of a gazetteer entry.
    fn of_entry(&mut self, entry: usize) -> usize {
        if let Some(&entity) = self.by_entry.get(&entry) {
            return entity;
        }
        let entity = self.push(NamedEntity::of_entry(entry, self.gazetteer));
        if let Some(family) = &self.gazetteer.entries()[entry].family_name {
            self.parts.entry(fold_name(family)).or_default().insert((0, entity));
        }
        self.by_entry.insert(entry, entity);
        entity
    }

    /// The entity of a full name in the text.
    fn of_name(&mut self, kind: Kind, s: usize, tokens: &Range<usize>) -> usize {
        let text = self.views[s].text(tokens);
        if let Some(entity) = self.same_name(kind, &text) {
            return entity;
        }
        self.add(kind, &text)
    }

    /// An entity of this kind and name, whatever the spelling.
    fn same_name(&self, kind: Kind, text: &str) -> Option<usize> {
        let folded = fold_name(text);
        if let Some(list) = self.by_name.get(&(kind, folded.clone())) {
            return list.last().copied();
        }
        (kind == Kind::Person).then(|| self.variant(&folded)).flatten()
    }

    /// A person with the same first and last names, with or without middle names, initials and suffix.
    fn variant(&self, folded: &str) -> Option<usize> {
        let name = without_suffix(folded);
        let (first, rest) = name.split_once(' ')?;
        let last = rest.rsplit(' ').next()?;
        let bearers = self.ends.get(&(first.to_owned(), last.to_owned()))?;
        bearers.iter().copied().find(|&e| {
            self.forms[e].iter().map(|f| without_suffix(f)).any(|other| {
                other == name || other.contains(' ') && (initials_between(&other) || initials_between(&name))
            })
        })
    }

    fn add(&mut self, kind: Kind, label: &str) -> usize {
        self.push(NamedEntity {
            kind,
            label: label.to_owned(),
            aliases: BTreeSet::new(),
            gazetteer: None,
            gender: None,
            owner: None,
            same_as: Vec::new(),
            id_hint: None,
        })
    }

    /// Takes in an entity, and learns its label.
    fn push(&mut self, named: NamedEntity) -> usize {
        let entity = self.entities.len();
        let (kind, folded) = (named.kind, fold_name(&named.label));
        self.entities.push(named);
        self.places.push(BTreeSet::new());
        self.forms.push(BTreeSet::new());
        self.by_name.entry((kind, folded.clone())).or_default().push(entity);
        self.labels.push(folded.clone());
        self.learn(entity, folded);
        entity
    }

    fn mention(&mut self, s: usize, p: &Proposal, entity: usize, form: Form) {
        let text = self.views[s].text(&p.tokens);
        self.places[entity].insert((s, p.tokens.start));
        let named = &self.entities[entity];
        // Most are called by their label, which is known.
        if text != named.label {
            let folded = fold_name(&text);
            let list = self.by_name.entry((named.kind, folded.clone())).or_default();
            if list.is_empty() {
                list.push(entity);
            }
            self.learn(entity, folded);
            self.entities[entity].aliases.insert(text.into_owned());
        }
        self.mentions[s].push(NameMention { tokens: p.tokens.clone(), entity, form, plural: p.plural });
    }

    /// Compares what no proposal covers with every form met.
    fn rescan(&mut self) {
        let forms = self.forms();
        for s in 0..self.views.len() {
            let view = &self.views[s];
            let mut taken = vec![false; view.len()];
            for m in &self.mentions[s] {
                taken[m.tokens.clone()].fill(true);
            }
            let mut i = 0;
            while i < view.len() {
                match self.form_at(view, &taken, &forms, i, s) {
                    Some((end, entity)) => {
                        let person = self.entities[entity].kind == Kind::Person;
                        let form = match (person, end - i == 1 && acronym(view.word(i))) {
                            (true, _) => Form::Surname,
                            (false, true) => Form::Acronym,
                            (false, false) => Form::Name,
                        };
                        let p = Proposal {
                            tokens: i..end,
                            reading: Reading::New(Kind::Place),
                            form,
                            plural: false,
                        };
                        self.mention(s, &p, entity, form);
                        i = end;
                    }
                    None => i += 1,
                }
            }
            self.mentions[s].sort_by_key(|m| m.tokens.start);
        }
    }

    /// Every form by which an entity may be met again: names met, family names, names without complement or year.
    fn forms(&self) -> BTreeMap<String, Vec<usize>> {
        let mut out: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (i, e) in self.entities.iter().enumerate() {
            let met = &self.forms[i];
            let short = met.iter().flat_map(|name| shortened(e.kind, name));
            for name in met.iter().cloned().chain(short) {
                let bearers = out.entry(name).or_default();
                if bearers.last() != Some(&i) {
                    bearers.push(i);
                }
            }
        }
        out
    }

    /// The longest form at a token that nothing covers yet.
    fn form_at(
        &self,
        view: &View,
        taken: &[bool],
        forms: &BTreeMap<String, Vec<usize>>,
        i: usize,
        s: usize,
    ) -> Option<(usize, usize)> {
        // The tagger may take a ship that opens a sentence for an adverb.
        let opening = i == 0 && self.ships.contains_key(&fold_name(view.word(i)));
        if taken[i] || !view.named(i) && !view.capitals && !opening || view.word(i).chars().count() < 2 {
            return None;
        }
        // Few words begin a name met again: for the others no longer stretch need be looked up.
        let folded = fold_name(view.word(i));
        let first = folded.split(' ').next().filter(|&first| first != "the").unwrap_or_default();
        let mut following = forms.range::<str, _>((Bound::Included(first), Bound::Unbounded));
        if following.next().is_none_or(|(form, _)| !form.starts_with(first)) {
            return None;
        }
        (i + 1..=view.len().min(i + 9)).rev().find_map(|end| {
            if taken[i..end].contains(&true) {
                return None;
            }
            let entities = forms.get(&fold_name(&view.text(&(i..end))))?;
            Some((end, self.nearest(entities, (s, i))?))
        })
    }

    /// Makes two entities one.
    fn merge(&mut self, into: usize, from: usize) {
        if into == from {
            return;
        }
        for m in self.mentions.iter_mut().flatten().filter(|m| m.entity == from) {
            m.entity = into;
        }
        let places = std::mem::take(&mut self.places[from]);
        self.places[into].extend(places);
        let gone = self.entities[from].clone();
        for e in self.entities.iter_mut().filter(|e| e.owner == Some(from)) {
            e.owner = Some(into);
        }
        let kept = &mut self.entities[into];
        kept.aliases.extend(gone.aliases);
        kept.aliases.insert(gone.label);
        kept.aliases.remove(&kept.label);
        kept.owner = kept.owner.or(gone.owner);
        kept.gazetteer = kept.gazetteer.or(gone.gazetteer);
    }

    /// Joins what the text says are two names of one body: "X, better known as Y", "X, alias Y".
    fn merge_aliases(&mut self) {
        let mut pairs = Vec::new();
        for (view, mentions) in self.views.iter().zip(&self.mentions) {
            for pair in mentions.windows(2) {
                let kind = |m: &NameMention| self.entities[m.entity].kind;
                let body = kind(&pair[0]) == Kind::Organization && kind(&pair[1]) == Kind::Organization;
                if body && renames(view, pair[0].tokens.end..pair[1].tokens.start) {
                    pairs.push((pair[0].entity, pair[1].entity));
                }
            }
        }
        for (into, from) in pairs {
            self.merge(into, from);
        }
    }

    /// Joins an event's series with its edition where the document speaks of one edition alone.
    fn merge_editions(&mut self) {
        let mut editions: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (i, e) in self.entities.iter().enumerate().filter(|(_, e)| e.kind == Kind::Event) {
            for base in shortened(e.kind, &self.labels[i]) {
                editions.entry(base).or_default().push(i);
            }
        }
        for (base, list) in editions {
            let [edition] = list.as_slice() else { continue };
            let called = self.by_name.get(&(Kind::Event, base)).into_iter().flatten().copied();
            let series = called.into_iter().find(|s| s != edition && !self.places[*s].is_empty());
            if let Some(series) = series {
                self.merge(*edition, series);
            }
        }
    }

    /// Joins a short form that made an entity of its own with the one entity it shortens.
    fn merge_short_forms(&mut self) {
        let mut full: BTreeMap<(Kind, String), BTreeSet<usize>> = BTreeMap::new();
        for (i, e) in self.entities.iter().enumerate() {
            for short in shortened(e.kind, &self.labels[i]) {
                full.entry((e.kind, short)).or_default().insert(i);
            }
        }
        for i in 0..self.entities.len() {
            let e = &self.entities[i];
            if e.gazetteer.is_some() {
                continue;
            }
            let longer = full.get(&(e.kind, self.labels[i].clone()));
            if let Some(one) = longer.filter(|l| l.len() == 1).and_then(|l| l.first()).copied() {
                self.merge(one, i);
            }
        }
    }

    /// The entity the gazetteer says this one belongs to, if the document names it.
    fn known_owner(&self, e: &NamedEntity) -> Option<usize> {
        let owner = self.gazetteer.entries()[e.gazetteer?].owner.as_deref()?;
        self.by_entry.get(&self.gazetteer.position(owner)?).copied()
    }

    /// Entities in order of first mention, without those never mentioned and never an owner.
    fn finish(self) -> Names {
        let mut order: Vec<usize> = (0..self.entities.len()).collect();
        let owners: BTreeSet<usize> = self.entities.iter().filter_map(|e| e.owner).collect();
        order.retain(|e| !self.places[*e].is_empty() || owners.contains(e));
        order.sort_by_key(|&e| (self.places[e].first().copied().unwrap_or((usize::MAX, e)), e));
        let place: HashMap<usize, usize> = order.iter().enumerate().map(|(new, &old)| (old, new)).collect();
        let mut entities = Vec::new();
        for &old in &order {
            let mut e = self.entities[old].clone();
            e.owner = e.owner.or_else(|| self.known_owner(&e)).and_then(|o| place.get(&o).copied());
            relabel(&mut e);
            entities.push(e);
        }
        let mut mentions = self.mentions;
        for m in mentions.iter_mut().flatten() {
            m.entity = place[&m.entity];
        }
        Names { entities, mentions, ..Names::default() }
    }
}

/// Whether the words between two names say that they are one thing's.
fn renames(view: &View, between: Range<usize>) -> bool {
    let words: Vec<&str> = between.map(|i| view.word(i)).collect();
    let fill = |w: &&str| {
        matches!(
            *w,
            "," | "(" | ")" | "better" | "also" | "as" | "is" | "was" | "the" | "widely" | "otherwise"
        )
    };
    let called = words.contains(&"also");
    let key = |w: &&str| {
        let renamed = matches!(*w, "known" | "alias" | "aka" | "a.k.a." | "formerly" | "previously");
        renamed || called && matches!(*w, "called" | "designated" | "dubbed")
    };
    words.iter().filter(|w| key(w)).count() == 1 && words.iter().all(|w| fill(w) || key(w))
}

/// The fullest form as label of an entity the gazetteer does not know.
fn relabel(e: &mut NamedEntity) {
    if e.gazetteer.is_some() {
        return;
    }
    let bare = |s: &str| s.strip_prefix("The ").or(s.strip_prefix("the ")).unwrap_or(s).to_owned();
    let shouted = |s: &str| s.contains(' ') && !s.chars().any(char::is_lowercase);
    let fuller = |s: &String| (!shouted(s), s.chars().count());
    let best = e.aliases.iter().max_by_key(|a| fuller(a)).cloned();
    if let Some(best) = best.filter(|b| fuller(b) > fuller(&e.label)) {
        e.aliases.insert(std::mem::replace(&mut e.label, best.clone()));
        e.aliases.remove(&best);
    }
    e.label = bare(&e.label);
}

/// A folded name without "jr" and the like.
fn without_suffix(folded: &str) -> String {
    let cut = [" jr", " sr", " ii", " iii"].iter().find_map(|s| folded.strip_suffix(s));
    cut.unwrap_or(folded).to_owned()
}

/// Whether a name has nothing but initials, or nothing at all, between its first and last words.
fn initials_between(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    words.len() >= 2 && words[1..words.len() - 1].iter().all(|w| w.chars().count() == 1)
}

/// Shorter forms of a folded name: a person's parts, a body without its complement, an event without its year.
fn shortened(kind: Kind, name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split(' ').collect();
    match kind {
        Kind::Person => {
            let name = without_suffix(name);
            let mut out: Vec<String> =
                name.match_indices(' ').map(|(i, _)| name[i + 1..].to_owned()).collect();
            out.extend(words.first().filter(|_| words.len() > 2).map(|w| (*w).to_owned()));
            out.retain(|p| p.chars().count() > 2);
            out
        }
        Kind::Organization | Kind::Agreement => {
            let cut = words.iter().position(|w| matches!(*w, "of" | "for" | "on" | "against"));
            let cut = cut.filter(|&i| i > 1).map(|i| words[..i].join(" "));
            let ship = words.first().is_some_and(|w| Words::get().has(List::ShipPrefix, &w.to_uppercase()));
            let ship = ship.then(|| words[1..].join(" ")).filter(|short| short.chars().count() > 3);
            cut.into_iter().chain(ship).collect()
        }
        Kind::Event => {
            let year = |w: &&str| w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit());
            let last = words.last().is_some_and(year).then(|| words[..words.len() - 1].join(" "));
            let first = words.first().is_some_and(year).then(|| words[1..].join(" "));
            last.into_iter().chain(first).filter(|s| !s.is_empty()).collect()
        }
        _ => Vec::new(),
    }
}
