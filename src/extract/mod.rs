//! From sentences to statements: mentions, reference, frames, time, certainty.

pub mod account;
mod accusations;
mod certainty;
mod collect;
mod compounds;
pub mod confidence;
mod discourse;
mod entries;
mod events;
mod examples;
mod forerunners;
mod gaps;
mod ground;
mod leaders;
mod line;
mod listings;
mod matcher;
mod membership;
mod mend;
pub mod names;
mod offices;
mod parallels;
mod parts;
mod places;
mod portraits;
mod posts;
mod programme;
mod pronouns;
mod reference;
mod relatives;
mod resources;
mod retag;
mod seats;
mod statements;
mod succession;
mod syntax;
pub mod time;
mod units;
mod voice;
mod when;

use crate::graph::{GraphDocument, Kind};
use crate::language::{Model, Sentence, Unit, UnitClass, is_possessive_mark, lowered, simplify};
use crate::source::date::imprint;
use crate::source::{BlockKind, Document};
use crate::vocabulary::words::List;
use account::{Account, Tracer};
use collect::{Collected, Collector};
use confidence::Bench;
use discourse::{Discourse, Holder, Prominence, Span};
use ground::{Log, Mechanism, Rejected, grounded};
use line::Line;
use listings::Imposers;
use matcher::FrameIndex;
use names::{NameMention, Names};
use offices::Office;
use parallels::Told;
use reference::Scene;
pub use resources::{Resources, ResourcesBuilder};
use statements::Candidate;
use std::borrow::Cow;
use std::ops::Range;
use syntax::Syntax;
use time::TimeExpression;
use when::Dated;

/// Reads one document into a graph document, ids under `base`.
#[must_use]
pub fn extract(document: &Document, resources: &Resources, base: &str) -> GraphDocument {
    extract_by(&resources.frames, document, resources, base)
}

/// [`extract`] by these frames alone.
fn extract_by(index: &FrameIndex, document: &Document, resources: &Resources, base: &str) -> GraphDocument {
    let extraction = Extraction::of(index, document, resources, Log::default());
    Collector::new(&extraction, base).collect().graph
}

/// Reads one document as [`extract`] does, and gives an account of it besides.
#[must_use]
pub fn explain(document: &Document, resources: &Resources, base: &str) -> (GraphDocument, Account) {
    let extraction = Extraction::of(&resources.frames, document, resources, Log::wanted());
    let collector = Collector::new(&extraction, base);
    let Collected { graph, heard } = collector.collect();
    let tracer =
        Tracer { document, bench: extraction.bench(), ids: &collector.ids, times: &extraction.times };
    let account = account::account(&tracer, resources.frames.frames(), &graph, &heard, &extraction.rejected);
    (graph, account)
}

/// What was read in one document.
struct Extraction<'a> {
    document: Cow<'a, Document>,
    resources: &'a Resources,
    sentences: Vec<(BlockKind, Sentence)>,
    names: Names,
    times: Vec<Vec<TimeExpression>>,
    candidates: Vec<Candidate>,
    rejected: Vec<Rejected>,
}

impl<'a> Extraction<'a> {
    fn of(index: &FrameIndex, document: &'a Document, resources: &'a Resources, log: Log) -> Self {
        let mut sentences = read(document, resources.model);
        let document = entries::joined(document, &sentences);
        if let Cow::Owned(document) = &document {
            sentences = read(document, resources.model);
        }
        let names = names::find(&document, &sentences, &resources.gazetteer);
        let times = times(&document, &sentences);
        let mut reader = Reader::new(index, &document, resources, &names, log);
        reader.discourse.hear(voice::Voice::of(&document, &sentences, &names));
        reader.read_all(&sentences, &times);
        let (candidates, rejected) = (reader.candidates, reader.log.into_rejected());
        Self { document, resources, sentences, names, times, candidates, rejected }
    }

    fn bench(&self) -> Bench<'_> {
        Bench { text: &self.document.text, sentences: &self.sentences, names: &self.names }
    }
}

/// Sentences of the blocks that carry text of the document's own.
fn read(document: &Document, model: &Model) -> Vec<(BlockKind, Sentence)> {
    let mut sentences = Vec::new();
    for block in document.blocks.iter().filter(|b| b.kind != BlockKind::Note) {
        sentences
            .extend(model.read(&document.text, block.range.clone()).into_iter().map(|s| (block.kind, s)));
    }
    sentences
}

fn times(document: &Document, sentences: &[(BlockKind, Sentence)]) -> Vec<Vec<TimeExpression>> {
    let declared = document.date.as_deref().and_then(|d| d.parse().ok());
    time::resolve(&document.text, sentences, declared)
}

/// A bound ("before 2019", "the first since 2000") is no date of what the clause says.
fn dated(expression: &TimeExpression) -> Option<Dated> {
    use time::Relation;
    let bound = matches!(
        expression.relation,
        Relation::Until | Relation::Before | Relation::After | Relation::LastTime
    );
    if bound { None } else { own_date(expression) }
}

/// "until 2019": no date of what the clause says, but the end of what it says somebody is.
fn ending(expression: &TimeExpression) -> Option<Dated> {
    if expression.relation == time::Relation::Until { own_date(expression) } else { None }
}

fn own_date(expression: &TimeExpression) -> Option<Dated> {
    use time::Kind;
    let own = matches!(expression.kind, Kind::Explicit | Kind::Relative | Kind::Modifier);
    let value = expression.value.as_ref().filter(|_| own)?.to_string();
    let modifier = expression.kind == Kind::Modifier;
    let complement = match expression.dates {
        time::Dates::Complement(start) => Some(start),
        time::Dates::Clause => None,
    };
    Some(Dated { tokens: expression.tokens.clone(), value, modifier, complement })
}

/// The tokens of days and months whose year the text leaves unsaid, and of days of the week.
fn undated(expressions: &[TimeExpression], text: &str, sentence: &Sentence) -> Vec<Range<usize>> {
    let unknown = |e: &&TimeExpression| e.value.is_none();
    let day =
        |e: &TimeExpression| e.tokens.len() == 1 && written(text, sentence, e.tokens.start).ends_with("day");
    // "next week", not "next year's host"
    let relative = |e: &TimeExpression| {
        let owns =
            e.tokens.end < sentence.tokens.len() && is_possessive_mark(written(text, sentence, e.tokens.end));
        let opens = matches!(written(text, sentence, e.tokens.start), "next" | "last" | "this");
        e.tokens.len() == 2 && opens && !owns
    };
    let explicit = |e: &TimeExpression| e.kind == time::Kind::Explicit && e.tokens.len() > 1;
    let bare = |e: &&TimeExpression| explicit(e) || relative(e) || day(e);
    expressions.iter().filter(unknown).filter(bare).map(|e| e.tokens.clone()).collect()
}

/// One pass over the sentences of a document.
struct Reader<'a> {
    document: &'a Document,
    resources: &'a Resources,
    names: &'a Names,
    index: &'a FrameIndex,
    discourse: Discourse<'a>,
    candidates: Vec<Candidate>,
    /// What the frames of the last telling sentence said.
    told: Vec<Told>,
    /// Who was last said to impose sanctions.
    imposers: Imposers,
    /// The day of writing: the document's, or that of the part of it that is read.
    written: Option<String>,
    /// When the events of the passage were.
    event_dates: events::dates::Remembered,
    log: Log,
}

impl<'a> Reader<'a> {
    fn new(
        index: &'a FrameIndex,
        document: &'a Document,
        resources: &'a Resources,
        names: &'a Names,
        log: Log,
    ) -> Self {
        let discourse = Discourse::new(names, &resources.gazetteer, resources.words);
        let (candidates, told, imposers) = (Vec::new(), Vec::new(), Imposers::default());
        let event_dates = events::dates::Remembered::default();
        let written = document.date.clone();
        Self {
            document,
            resources,
            names,
            index,
            discourse,
            candidates,
            told,
            imposers,
            written,
            event_dates,
            log,
        }
    }

    /// Reads the sentences in order.
    fn read_all(&mut self, sentences: &'a [(BlockKind, Sentence)], times: &[Vec<TimeExpression>]) {
        let mut opened = usize::MAX;
        for (number, (kind, sentence)) in sentences.iter().enumerate() {
            let block = self.document.blocks.partition_point(|b| b.range.end <= sentence.range.start);
            if block != opened {
                self.discourse.open_block(number);
                self.event_dates.open_block();
                opened = block;
            }
            if let Some(date) = self.document.text.get(sentence.range.clone()).and_then(imprint) {
                self.written = Some(date.to_string());
            }
            let dates: Vec<Dated> = times[number].iter().filter_map(dated).collect();
            let undated = undated(&times[number], &self.document.text, sentence);
            let ends: Vec<Dated> = times[number].iter().filter_map(ending).collect();
            self.read(number, *kind, sentence, (&dates, &undated, &ends));
        }
        self.event_dates.complete(&mut self.candidates, self.names);
        if let Some(written) = &self.written {
            when::foresee(&mut self.candidates, written);
        }
    }

    /// `dates` has the dates of the sentence, the tokens of those of which only a part is known, and those up to which
    /// something lasted.
    fn read(
        &mut self,
        number: usize,
        kind: BlockKind,
        sentence: &'a Sentence,
        (dates, undated, ends): (&[Dated], &[Range<usize>], &[Dated]),
    ) {
        let mentions = &self.names.mentions[number];
        let spans = dates.iter().map(Dated::unit).chain(undated.iter().cloned()).collect();
        let syntax = self.parse(sentence, mentions, spans);
        self.discourse.note_heading(number, kind == BlockKind::Heading);
        self.portray(number, kind, &syntax, mentions);
        let heading = is_heading(kind, &syntax);
        self.note(number, heading, &syntax, mentions);
        let scene = Scene::new(&syntax, mentions, &self.discourse, number, &self.log);
        let mut offices = offices::read(&scene, self.names, dates);
        let (told, more) = statements::of_frames(
            &scene,
            self.index,
            self.names,
            self.resources,
            dates,
            (&offices, &self.told),
        );
        let kind = |entity: usize| self.names.entities[entity].kind;
        let listed = listings::read(&scene, &told, &mut self.imposers, kind, dates);
        let framed: Vec<Candidate> = told
            .iter()
            .map(|t| t.candidate.clone())
            .chain(more)
            .chain(grounded(Mechanism::Listing, listed))
            .collect();
        let held = framed.iter().filter_map(offices::of_candidate);
        let known: Vec<Office> = offices.iter().cloned().chain(held.clone()).collect();
        let mut found = grounded(Mechanism::Office, statements::of_offices(&scene, &offices));
        let leaders = leaders::read(&scene, &known, self.names, dates);
        let known: Vec<Office> = known.into_iter().chain(leaders.iter().cloned()).collect();
        let mut changes = succession::read(&scene, &known, self.names, dates);
        changes.extend(leaders);
        let known: Vec<Office> = known.into_iter().chain(changes.clone()).collect();
        changes.extend(posts::read(&scene, &known, self.names, dates));
        offices::complete_rolls(&scene, self.names, dates, &mut changes);
        let known: Vec<Office> = known.into_iter().chain(changes.clone()).collect();
        changes.extend(forerunners::read(&scene, &known, self.names, dates));
        found.extend(grounded(Mechanism::Succession, statements::of_offices(&scene, &changes)));
        offices.extend(changes);
        offices.splice(0..0, held);
        found.extend(framed);
        found.extend(grounded(Mechanism::Members, membership::read(&scene, self.names)));
        parts::settle(&scene, self.names, &mut found);
        found.extend(grounded(Mechanism::Place, statements::of_places(&scene, self.names, self.resources)));
        found.extend(grounded(Mechanism::Place, seats::read(&scene, self.names)));
        found.extend(grounded(Mechanism::Attendance, events::present(&scene, self.names, dates)));
        found.extend(grounded(Mechanism::Attendance, events::guests(&scene, self.names, dates)));
        found.extend(grounded(Mechanism::Attendance, events::between(&scene, self.names, dates)));
        found.extend(grounded(Mechanism::Attendance, events::hosts(&scene, self.names, dates)));
        found.extend(grounded(Mechanism::Attendance, events::leading(&scene, self.names, dates)));
        found.extend(grounded(Mechanism::Attendance, events::came(&scene, self.names, dates)));
        found.extend(grounded(Mechanism::Programme, programme::read(&scene, self.names, dates)));
        let words = self.resources.words;
        self.event_dates.note(events::dates::said(&scene, self.names, dates), self.names, words);
        events::dates::date(&mut found, self.names, &self.event_dates);
        let placed = events::dates::placed(&found, self.names, &self.event_dates);
        found.extend(grounded(Mechanism::Place, placed));
        self.event_dates.learn(&found, self.names, words, heading);
        let opening = events::dates::opening(&scene, self.names, dates);
        if let Some(opening) = opening.filter(|_| self.discourse.opens_block(number)) {
            self.event_dates.enter(opening);
        }
        when::close(&mut found, &syntax, ends);
        if let Some(written) = &self.written {
            when::foresee(&mut found, written);
        }
        let heirs = membership::heirs(&scene, self.names);
        let opens = heading || self.discourse.opens_block(number);
        let announced = opens.then(|| offices::announced(&scene, self.names)).flatten();
        if let Some(post) = announced {
            self.discourse.announce(post, heading);
        }
        for office in offices {
            self.discourse.note_holder(holder(office, number));
        }
        for joined in found.iter().filter(|c| statements::is_membership(&c.relation)) {
            self.discourse.note_association(joined.object);
        }
        for founded in found.iter().filter(|c| c.relation == "founded") {
            self.discourse.note_founded(founded.object);
        }
        for (old, new) in heirs {
            self.discourse.note_heir(old, new);
        }
        self.candidates.extend(found);
        if !told.is_empty() {
            self.told = told;
        }
    }

    fn parse(
        &self,
        sentence: &'a Sentence,
        mentions: &[NameMention],
        dates: Vec<Range<usize>>,
    ) -> Syntax<'a> {
        let text: &'a str = &self.document.text;
        let tokens: Vec<&'a str> = sentence.tokens.iter().map(|t| &text[t.range.clone()]).collect();
        let written = |token: usize| tokens.get(token).copied().unwrap_or_default();
        let spans = units::spans(self.names, mentions, dates, &sentence.tokens, written);
        let mut units = simplify(text, sentence, &spans);
        compounds::settle(&mut units, self.resources.words, written);
        let first = |unit: &Unit| written(unit.tokens.start);
        mend::tags(&mut units, self.resources.words, first);
        retag::nouns(&mut units, self.resources.words, first);
        relatives::verbs(&mut units, first);
        let mut tree = self.resources.model.parse(text, sentence, &units);
        mend::participles(&mut units, &mut tree, self.resources.words, first);
        mend::series(&mut units, &mut tree, first);
        mend::plural_verbs(&mut units, &mut tree);
        let forms: Vec<&'a str> = units.iter().map(first).collect();
        let word = |unit: usize| forms[unit];
        relatives::hang(&units, &mut tree, word);
        relatives::past_titles(&units, &mut tree, word);
        let is_office = |unit: usize| {
            let noun = lowered(word(unit));
            let singular = noun.strip_suffix('s').unwrap_or(&noun);
            self.resources.words.has(List::Offices, singular)
        };
        let is_people = |unit: usize| {
            let tokens = &units[unit].tokens;
            let mut named = mentions.iter().filter(|m| tokens.contains(&m.tokens.start)).peekable();
            named.peek().is_some() && named.all(|m| self.names.entities[m.entity].kind == Kind::Person)
        };
        mend::attachments(&units, &mut tree, self.resources.words, word, is_office, is_people);
        Syntax::new((text, tokens), sentence, units, tree, self.resources.words)
    }

    /// Takes note of whom a biography that begins or goes on here is about, and of where people come from.
    fn portray(&mut self, number: usize, kind: BlockKind, syntax: &Syntax<'_>, mentions: &[NameMention]) {
        let kinds = |entity: usize| self.names.entities[entity].kind;
        let scene = Scene::new(syntax, mentions, &self.discourse, number, &self.log);
        let line = Line::new(&scene, &kinds);
        let (alone, gender) = (portraits::alone(&line), portraits::gender(&line));
        let titular = portraits::titular(&line);
        let called = portraits::called(&line);
        if self.discourse.opens_block(number) && (alone.is_some() || kind == BlockKind::Heading) {
            self.discourse.portray(alone, number);
        } else if let (true, Some(person)) = (self.discourse.opens_block(number), portraits::entry(&line)) {
            self.discourse.portray_here(person, number);
        } else if let (Some(person), Some(gender)) = (self.discourse.portrayed(), gender) {
            self.discourse.note_gender(person, gender);
        }
        let scene = Scene::new(syntax, mentions, &self.discourse, number, &self.log);
        for (person, country) in portraits::origins(&scene, &kinds) {
            self.discourse.note_origin(person, country);
        }
        for (person, gender) in called {
            self.discourse.note_gender(person, gender);
        }
        if let Some(body) = titular {
            self.discourse.note_subject(body);
        }
    }

    /// Takes note of who is spoken of, in reading order, before anything is drawn from the sentence.
    fn note(&mut self, number: usize, heading: bool, syntax: &Syntax<'_>, mentions: &[NameMention]) {
        for unit in 0..syntax.units.len() {
            let scene = Scene::new(syntax, mentions, &self.discourse, number, &self.log);
            let named: Vec<usize> = scene.names_in(unit).map(|m| m.entity).collect();
            let spoken_of = if named.is_empty() { scene.taken_up(unit) } else { named };
            let group = group_at(&scene, unit, &spoken_of);
            let states = scene.states_one_by_one(unit);
            let unnamed = spoken_of.is_empty() && is_unnamed_group(syntax, unit);
            let vessel = syntax.tag(unit) == "NN"
                && syntax.has(List::VesselNouns, unit)
                && syntax.label(unit).starts_with("nsubj");
            let owner = vessel.then(|| scene.referents(unit)).and_then(|r| r.first().map(|r| r.entity));
            if let Some(owner) = owner {
                self.discourse.note_vessel(owner, number);
            }
            let pronoun = syntax.tag(unit) == "PRP";
            let prominence = match prominence(syntax, unit) {
                _ if heading => Prominence::Heading,
                // What is spoken of by a pronoun is what the text is about.
                own if pronoun => own.max(Prominence::OfSubject),
                own => own,
            };
            let tokens = syntax.units[unit].tokens.clone();
            for entity in spoken_of.into_iter().filter(|_| !is_posting(syntax, unit)) {
                self.discourse.note(entity, number, tokens.start, prominence);
            }
            if unnamed {
                self.discourse.note_unnamed_group(number, tokens.end);
            }
            self.discourse.note_group(group, number, tokens.end);
            self.discourse.note_group(states, number, tokens.end);
        }
        self.note_unparsed(number, syntax, mentions);
        for inner in &self.names.inner[number] {
            self.discourse.note(inner.entity, number, inner.tokens.start, Prominence::Other);
        }
    }

    /// Names in a fronted phrase that never reached the parser.
    fn note_unparsed(&mut self, number: usize, syntax: &Syntax<'_>, mentions: &[NameMention]) {
        let covered = |m: &NameMention| {
            syntax.units.iter().any(|u| u.tokens.start <= m.tokens.start && m.tokens.end <= u.tokens.end)
        };
        for mention in mentions.iter().filter(|m| !covered(m)) {
            self.discourse.note(mention.entity, number, mention.tokens.start, Prominence::Other);
        }
    }
}

/// A heading, marked as one or not.
fn is_heading(kind: BlockKind, syntax: &Syntax<'_>) -> bool {
    kind == BlockKind::Heading || kind == BlockKind::Paragraph && programme::is_headline(syntax)
}

/// "once ambassador to X": where somebody was posted is not what is spoken of.
fn is_posting(syntax: &Syntax<'_>, unit: usize) -> bool {
    let to = syntax.head(unit).filter(|&p| syntax.label(unit) == "pobj" && syntax.lemma(p) == "to");
    to.and_then(|p| syntax.head(p)).is_some_and(|office| syntax.has(List::PostedOffices, office))
}

/// "The Ministers agreed": several who act and whom nothing names.
fn is_unnamed_group(syntax: &Syntax<'_>, unit: usize) -> bool {
    let acts =
        syntax.tag(unit).ends_with('S') && syntax.label(unit).starts_with("nsubj") && !syntax.is_name(unit);
    acts && [List::Offices, List::Carriers, List::PartyNouns].iter().any(|&list| syntax.has(list, unit))
}

/// Everyone a list or coordination that starts at `unit` stands for, or a word for several ("the two countries").
fn group_at(scene: &Scene<'_>, unit: usize, spoken_of: &[usize]) -> Vec<usize> {
    let syntax = scene.syntax;
    let list = syntax.units[unit].class == UnitClass::List || syntax.child(unit, &["conj"]).is_some();
    if !list && matches!(syntax.tag(unit), "NNS" | "CD") {
        // "the French and Slovenian governments"
        let named = || {
            syntax
                .children_of(unit, &["amod", "nmod", "compound"])
                .any(|c| syntax.child(c, &["conj"]).is_some())
        };
        let through = spoken_of.is_empty() && syntax.has(List::Carriers, unit) && named();
        return if through {
            scene.referents(unit).into_iter().map(|r| r.entity).collect()
        } else {
            spoken_of.to_vec()
        };
    }
    if !list || syntax.label(unit) == "conj" || syntax.is_verb(unit) {
        return Vec::new();
    }
    scene.referents(unit).into_iter().map(|r| r.entity).collect()
}

fn prominence(syntax: &Syntax<'_>, unit: usize) -> Prominence {
    if syntax.head(unit).is_none() && syntax.is_name(unit) {
        return Prominence::Main;
    }
    let is_subject = |u: usize| matches!(syntax.label(u), "nsubj" | "nsubjpass");
    // "Its lead body, the agency, sits in ...": what a subject is called is the subject.
    let called = syntax.head(unit).filter(|&h| syntax.label(unit) == "appos" && is_subject(h));
    let unit = called.filter(|&h| !syntax.is_name(h)).unwrap_or(unit);
    if !is_subject(unit) {
        // "The fourth gathering of the G7 ended": what the subject is of is spoken of too.
        let of = syntax.head(unit).filter(|&p| syntax.label(unit) == "pobj" && syntax.lemma(p) == "of");
        let noun = of.and_then(|p| syntax.head(p)).filter(|&n| is_subject(n) && !syntax.is_name(n));
        return if noun.is_some() { Prominence::OfSubject } else { Prominence::Other };
    }
    let verb = syntax.head(unit);
    if verb.is_some_and(|verb| syntax.is_main(verb)) {
        return Prominence::Main;
    }
    // "the community, to which X and Y belong": said by the way.
    let aside = verb.is_some_and(|verb| syntax.label(verb) == "relcl");
    if aside { Prominence::OfSubject } else { Prominence::Subject }
}

/// What an office leaves in memory.
fn holder(office: Office, sentence: usize) -> Holder {
    // "foreign minister from 2009 to 2018"
    let span = office.when.as_deref().filter(|when| when.contains('/'));
    let span = match span {
        Some(when) if when.ends_with("..") => Span::Lasting,
        Some(_) => Span::Over,
        None => Span::Unsaid,
    };
    let former = office.standing == offices::Standing::Former;
    let coming = office.status != crate::graph::Status::Asserted;
    let Office { person, body, role, head, .. } = office;
    Holder { head, role, person, body, former, coming, span, sentence }
}

/// A token as written; nothing past the end.
fn written<'t>(text: &'t str, sentence: &Sentence, token: usize) -> &'t str {
    sentence.tokens.get(token).map_or("", |t| &text[t.range.clone()])
}
