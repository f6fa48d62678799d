//! Candidates from offices, frames and places.

use super::certainty::{self, Certainty};
use super::ground::{Filler, Ground, Mechanism, Reason, Rejected, Words, grounded};
use super::leaders::leads_crew;
use super::line::Line;
use super::matcher::{FrameIndex, Hit};
use super::names::{Form, NameMention, Names};
use super::offices::{self, Office, Standing};
use super::parallels::{self, Told};
use super::reference::{Referent, Scene, Via};
use super::syntax::Syntax;
use super::when::{Dated, date_between};
use super::{Resources, accusations, gaps, places};
use crate::graph::{Kind, Status};
use crate::language::UnitClass;
use crate::vocabulary::Relation;
use crate::vocabulary::frame::Role;
use crate::vocabulary::words::List;

/// A statement about entities of the document, before ids and evidence. Ordered by its numbers first, which tell most apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Candidate {
    pub(crate) subject: usize,
    pub(crate) object: usize,
    pub(crate) relation: String,
    pub(crate) when: Option<String>,
    pub(crate) status: Status,
    pub(crate) by: Option<usize>,
    pub(crate) role: Option<String>,
    pub(crate) sentence: usize,
    /// Why it is thought to hold.
    pub(crate) ground: Ground,
}

impl Candidate {
    /// A fact without date. Which mechanism read it may be said in its ground, else it is said of all that the
    /// mechanism found.
    pub(crate) fn asserted(relation: &str, subject: usize, object: usize, sentence: usize) -> Self {
        let relation = relation.to_owned();
        Self {
            relation,
            subject,
            object,
            when: None,
            status: Status::Asserted,
            by: None,
            role: None,
            sentence,
            ground: Ground::default(),
        }
    }

    /// The words that say it: its sentence, the word that carries it, its relation.
    pub(crate) fn source(&self) -> (usize, Option<usize>, &str) {
        (self.sentence, self.ground.trigger.map(|t| t.tokens().start), &self.relation)
    }
}

/// `holdsPosition` of the offices of a sentence.
pub(crate) fn of_offices(scene: &Scene<'_>, offices: &[Office]) -> Vec<Candidate> {
    offices
        .iter()
        .map(|office| Candidate {
            role: Some(office.role.clone()).filter(|r| !r.is_empty()),
            when: office.when.clone(),
            status: office.status,
            by: office.by,
            ground: Ground {
                trigger: Some(Words::new(&(office.token..office.token + 1))),
                ..Ground::default()
            },
            ..Candidate::asserted("holdsPosition", office.person, office.body, scene.sentence)
        })
        .collect()
}

/// What the frames that match in the sentence tell, and what it adds in few words about others; `context` is the offices the
/// sentence tells and what the last sentence told. The first part is what the next sentence may refer back to.
pub(crate) fn of_frames(
    scene: &Scene<'_>,
    index: &FrameIndex,
    names: &Names,
    resources: &Resources,
    dates: &[Dated],
    context: (&[Office], &[Told]),
) -> (Vec<Told>, Vec<Candidate>) {
    let (offices, before) = context;
    let mut told = told(scene, index, names, resources, dates, offices);
    let mut more = parallels::contrast(scene, &mut told);
    more.extend(gaps::read(scene, &mut told, names, dates));
    more.extend(grounded(Mechanism::Accusation, accusations::read(scene, &told, dates)));
    let mut echoes = parallels::echoes(scene, &told, before, dates);
    more.extend(gaps::read(scene, &mut echoes, names, dates));
    more.extend(echoes.into_iter().map(|t| t.candidate));
    let kind = |entity: usize| names.entities[entity].kind;
    more.retain(|c| {
        let relation = resources.vocabulary.relation(&c.relation);
        let holds =
            relation.is_ok_and(|r| r.domain.contains(&kind(c.subject)) && r.range.contains(&kind(c.object)));
        let holds = holds && !(c.relation == "sentPersonnelTo" && scene.discourse.is_ship(c.subject));
        if !holds {
            scene.log.reject(Reason::Kinds, c);
        }
        holds
    });
    (told, more)
}

/// "In Tokyo, X is foreign minister": the clause says what X is, not where.
fn says_what(hit: &Hit<'_>, scene: &Scene<'_>) -> bool {
    let said = scene.syntax.child(hit.trigger, &["attr"]);
    said.is_some_and(|c| scene.syntax.tag(c).starts_with('N'))
}

/// "was in Oslo on Monday": a time of which the text does not say enough to know the date.
fn says_when(hit: &Hit<'_>, scene: &Scene<'_>) -> bool {
    let syntax = scene.syntax;
    let time = |u: usize| syntax.units[u].class == UnitClass::Date;
    let below = |p: usize| syntax.child(p, &["pobj"]).is_some_and(time);
    syntax.children(hit.trigger).iter().any(|&c| time(c) || below(c))
}

fn told(
    scene: &Scene<'_>,
    index: &FrameIndex,
    names: &Names,
    resources: &Resources,
    dates: &[Dated],
    offices: &[Office],
) -> Vec<Told> {
    let kind = |entity: usize| names.entities[entity].kind;
    let mut found: Vec<Told> = Vec::new();
    for hit in index.hits(scene) {
        let Ok(relation) = resources.vocabulary.relation(&hit.frame.relation) else { continue };
        let certainty = certainty::read(scene, hit.trigger);
        // Who is told to be a member of one body asks to be let into another.
        let member = |s: usize, o: usize| {
            found.iter().any(|t| {
                t.candidate.relation == "memberOf"
                    && t.candidate.status == Status::Asserted
                    && t.candidate.subject == s
                    && t.candidate.object == o
            })
        };
        let open = |entity: usize| {
            let national = is_membership(&relation.name) && is_national(names, resources, entity);
            let again = scene.syntax.lemma(hit.trigger) == "rejoin";
            let asked = matches!(relation.name.as_str(), "joined" | "appliedToJoin") && !again;
            !(national || asked && hit.topics.iter().any(|s| member(s.entity, entity)))
        };
        let spoken_of = |entity: usize| {
            found.iter().any(|t| is_membership(&t.candidate.relation) && t.candidate.object == entity)
        };
        for (subject, object) in pairs(&hit, relation, scene, &kind, (&open, &spoken_of)) {
            // "ASEAN leaders met in Laos": where those who act for a body are is not its seat.
            let away = relation.name == "locatedIn" && subject.via == Via::Carrier;
            // "leads a team of trainers from A and B": those who make it up do not make it theirs.
            let away = away || relation.name == "holdsPosition" && leads_crew(scene.syntax, hit.trigger);
            if with_others(&hit, scene, subject.unit, object.unit)
                || admits_onlookers(&hit, scene, relation)
                || appeals(&hit, scene)
                || reaches_otherwise(&hit, scene, subject)
                || some_of(&hit, scene, object)
                || leads_the_other(&hit, scene, subject, object)
                || away
            {
                continue;
            }
            let fits = |kinds: &[Kind], asked: &[Kind], e: usize| {
                kinds.contains(&kind(e)) && (asked.is_empty() || asked.contains(&kind(e)))
            };
            let subject = scene.fitting(subject, &|e| fits(&relation.domain, &hit.frame.subject_kinds, e));
            let may_be = |e| fits(&relation.range, &hit.frame.object_kinds, e);
            let object = if is_membership(&relation.name) {
                association_meant(scene, relation, object, &found, &may_be)
            } else {
                scene.fitting(object, &may_be)
            };
            let units = (subject.unit, object.unit);
            let beside = if object.unit == hit.trigger { subject.unit } else { object.unit };
            let fits_clause = hit.takes(kind(subject.entity), kind(object.entity));
            let (subject, object) = oriented(relation, subject, object, &kind);
            let ends = [units.0, units.1];
            let when =
                date_between(scene.syntax, hit.trigger, (beside, &ends), dates).map(|d| d.value.clone());
            let timed = || when.is_some() || says_when(&hit, scene);
            if hit.frame.dated && (!timed() || object.via == Via::Pronoun || says_what(&hit, scene)) {
                continue;
            }
            let for_state = |r: Referent, acts| if acts { principal(scene, offices, names, r) } else { r };
            let acts = acts_for_state(relation);
            let (subject, object) = (for_state(subject, acts), for_state(object, acts && relation.symmetric));
            let candidate = Candidate {
                when,
                status: hit
                    .frame
                    .status
                    .filter(|_| certainty.status == Status::Asserted)
                    .unwrap_or(certainty.status),
                by: certainty.by.filter(|by| !speaks_of_itself(scene, *by, subject.entity)).map(|r| r.entity),
                role: hit.frame.role.clone(),
                ground: ground(scene, &hit, &certainty, (subject, object)),
                ..Candidate::asserted(&relation.name, subject.entity, object.entity, scene.sentence)
            };
            let reason = refusal(scene, relation, &candidate, names, resources)
                .or_else(|| (!fits_clause).then_some(Reason::ClauseKinds));
            if let Some(reason) = reason {
                scene.log.reject(reason, &candidate);
            } else if found.iter().any(|t| t.candidate == candidate) {
                scene.log.reject(Reason::Repeated, &candidate);
            } else {
                let main = is_main(scene, hit.trigger);
                let clause = scene.syntax.finite_verb(hit.trigger);
                let (subject, object) = units;
                found.push(Told { candidate, trigger: hit.trigger, subject, object, main, clause });
            }
        }
    }
    drop_pairs_of_named_events(&mut found);
    drop_denied(scene, &mut found);
    found
}

/// "ended its partnership with Oslo", "announced its withdrawal": what the verb denies its object does not tell, nor what it
/// says is to come.
fn drop_denied(scene: &Scene<'_>, found: &mut Vec<Told>) {
    let same = |a: &Told, b: &Told| {
        let (one, other) = (&a.candidate, &b.candidate);
        a.clause == b.clause
            && (&one.relation, one.subject, one.object) == (&other.relation, other.subject, other.object)
    };
    let unsure: Vec<Told> =
        found.iter().filter(|t| t.candidate.status != Status::Asserted).cloned().collect();
    let weighed = |t: &Told, by: &Told| {
        let noun = by.trigger != t.trigger && scene.syntax.within(t.trigger, by.trigger);
        same(t, by) && (noun || by.candidate.status == Status::Negated)
    };
    found.retain(|t| t.candidate.status != Status::Asserted || !unsure.iter().any(|by| weighed(t, by)));
}

/// "Oslo founded the council with Rome and left it": what "it" stands for that one can be a member of. One leaves what the
/// sentence has spoken of; what one joins may have been named before.
fn association_meant(
    scene: &Scene<'_>,
    relation: &Relation,
    object: Referent,
    found: &[Told],
    fits: &dyn Fn(usize) -> bool,
) -> Referent {
    // "gave up its seat": the seat is whose who gives it up, in what goes without saying.
    let own = scene.syntax.lemma(object.unit) == "its" && relation.name == "left";
    if !own && (scene.syntax.lemma(object.unit) != "it" || fits(object.entity)) {
        return object;
    }
    let told = found.iter().rev().find(|t| is_membership(&t.candidate.relation));
    let whole = told.map(|t| t.candidate.object).filter(|&e| fits(e));
    let named =
        || scene.discourse.association(scene.sentence, fits).filter(|_| own || relation.name != "left");
    whole.or_else(named).map_or(object, |entity| Referent { entity, ..object })
}

/// What ministers and rulers do in the name of their state or body.
fn acts_for_state(relation: &Relation) -> bool {
    matches!(relation.name.as_str(), "signed" | "signedWith" | "supported" | "sanctioned")
}

/// Whom a person signs or pays for: the state or body whose office she is known to hold, else the state she is known to
/// belong to.
fn principal(scene: &Scene<'_>, offices: &[Office], names: &Names, referent: Referent) -> Referent {
    if names.entities[referent.entity].kind != Kind::Person {
        return referent;
    }
    if let Some(body) = signed_for(scene, names, referent) {
        return Referent { entity: body, via: Via::Carrier, ..referent };
    }
    let words = scene.syntax.words();
    let holds = |o: &&Office| {
        let now = o.standing != Standing::Coming && o.status == Status::Asserted;
        o.person == referent.entity && now && offices::is_sole(words, &o.role, &o.head)
    };
    let here = offices.iter().filter(holds).max_by_key(|o| o.standing == Standing::Held).map(|o| o.body);
    let known = scene.discourse.office_of(referent.entity).filter(|h| !h.former && !h.coming);
    let body = here
        .or_else(|| known.filter(|h| offices::is_sole(words, &h.role, &h.head)).map(|h| h.body))
        .or_else(|| state_before(scene, names, referent))
        .or_else(|| scene.discourse.origin(referent.entity));
    body.map_or(referent, |entity| Referent { entity, via: Via::Carrier, ..referent })
}

/// "Linda Pardo for Peru and Mary Banda for Zambia signed": the state or body behind the name.
fn signed_for(scene: &Scene<'_>, names: &Names, person: Referent) -> Option<usize> {
    let syntax = scene.syntax;
    let behind = Some(person.unit + 1).filter(|&p| p < syntax.units.len() && syntax.lemma(p) == "for")?;
    let party = syntax.child(behind, &["pobj"])?;
    let mut named = scene.names_in(party).map(|m| m.entity);
    named.next().filter(|&e| matches!(names.entities[e].kind, Kind::Country | Kind::Organization))
}

/// "Kenya's Musalia Mudavadi signed": the state said before the name.
fn state_before(scene: &Scene<'_>, names: &Names, person: Referent) -> Option<usize> {
    let kinds = |entity: usize| names.entities[entity].kind;
    let line = Line::new(scene, &kinds);
    let owner = line.owner_before(scene.mentions.iter().find(|m| m.entity == person.entity)?)?;
    (kinds(owner.entity) == Kind::Country).then_some(owner.entity)
}

/// What a frame's candidate rests on.
fn ground(scene: &Scene<'_>, hit: &Hit<'_>, certainty: &Certainty, ends: (Referent, Referent)) -> Ground {
    Ground {
        subject: Some(Filler::of(scene, ends.0)),
        object: Some(Filler::of(scene, ends.1)),
        cue: certainty.cue.map(|unit| Words::of_unit(scene, unit)),
        speaker: certainty.by.map(|r| Words::of_unit(scene, r.unit)),
        ..hit.ground(scene)
    }
}

/// Why what a candidate says cannot be so, if it cannot.
fn refusal(
    scene: &Scene<'_>,
    relation: &Relation,
    candidate: &Candidate,
    names: &Names,
    resources: &Resources,
) -> Option<Reason> {
    let &Candidate { subject, object, .. } = candidate;
    let kind = |entity: usize| names.entities[entity].kind;
    if subject == object {
        Some(Reason::Itself)
    } else if !(relation.domain.contains(&kind(subject)) && relation.range.contains(&kind(object))) {
        Some(Reason::Kinds)
    } else if relation.name == "sentPersonnelTo" && scene.discourse.is_ship(subject) {
        // A ship is sent and sends nobody.
        Some(Reason::Kinds)
    } else if matches!(relation.name.as_str(), "sentPersonnelTo" | "supported")
        && scene.discourse.is_ship(object)
        && candidate.ground.trigger.is_some_and(|t| sends(scene, t.tokens().start))
    {
        // "sent the frigate Bayern to X": she is what is sent.
        Some(Reason::Kinds)
    } else if is_membership(&relation.name) && scene.discourse.is_ship(object) {
        // "were joined by the frigate": a ship has no members.
        Some(Reason::Kinds)
    } else if is_membership(&relation.name)
        && is_national(names, resources, object)
        && kind(subject) != Kind::Person
    {
        Some(Reason::National)
    } else {
        None
    }
}

/// "The leaders of A and B held talks with C": that is between them and C, not between A and B. Who exercises with C
/// together does so with each other too.
fn with_others(hit: &Hit<'_>, scene: &Scene<'_>, one: usize, other: usize) -> bool {
    let syntax = scene.syntax;
    let before = |u: usize| u < hit.trigger;
    let with = |(role, _): &(Role, usize)| *role == Role::Preposition("with".to_owned());
    hit.frame.relation == "metWith"
        && before(one)
        && before(other)
        && syntax.is_verb(hit.trigger)
        && (syntax.verb_arguments(hit.trigger).iter().any(with) || talks_with(syntax, hit.trigger))
}

/// "A delegation of X led by Y met Z": X and Y met Z, and not each other.
fn leads_the_other(hit: &Hit<'_>, scene: &Scene<'_>, one: Referent, other: Referent) -> bool {
    let syntax = scene.syntax;
    let under = |carried: Referent, leader: Referent| {
        let delegation = syntax.head(carried.unit).filter(|_| carried.via == Via::Carrier);
        delegation.is_some_and(|noun| leader.via != Via::Carrier && syntax.within(leader.unit, noun))
    };
    hit.frame.is_mutual() && (under(one, other) || under(other, one))
}

/// "admitted observers from Y": those let in do not make a member of Y.
fn admits_onlookers(hit: &Hit<'_>, scene: &Scene<'_>, relation: &Relation) -> bool {
    let onlooker =
        |u: usize| matches!(scene.syntax.lemma(u), "observer" | "guest" | "visitor" | "refugee" | "student");
    // "Spain was admitted as an observer"
    let as_such = |r: &Role| matches!(r, Role::Preposition(p) if p == "as");
    let arguments = scene.syntax.verb_arguments(hit.trigger).iter();
    let mut objects = arguments.filter(|(r, _)| *r == Role::Object || as_such(r));
    is_membership(&relation.name) && scene.syntax.is_verb(hit.trigger) && objects.any(|(_, u)| onlooker(*u))
}

/// Whether the word at a token is a verb of sending.
fn sends(scene: &Scene<'_>, token: usize) -> bool {
    let syntax = scene.syntax;
    let unit = syntax.units.iter().position(|u| u.tokens.contains(&token));
    unit.is_some_and(|u| matches!(syntax.lemma(u), "send" | "dispatch" | "deploy"))
}

/// "called on the emir to resign", "called on the emir for help": to ask of somebody is not to meet him.
fn appeals(hit: &Hit<'_>, scene: &Scene<'_>) -> bool {
    let syntax = scene.syntax;
    let asks = |u: usize| {
        let asked = syntax.infinitive_mark(u).is_some() || syntax.lemma(u) == "for";
        asked && syntax.clause_verb(u).is_some_and(|v| v == hit.trigger || syntax.within(v, hit.trigger))
    };
    hit.frame.relation == "metWith"
        && syntax.lemma(hit.trigger) == "call"
        && (hit.trigger + 1..syntax.units.len()).any(asks)
}

/// "reached Kiel": of ships alone it says that they called there.
fn reaches_otherwise(hit: &Hit<'_>, scene: &Scene<'_>, subject: Referent) -> bool {
    let syntax = scene.syntax;
    let reaches = matches!(syntax.lemma(hit.trigger), "reach" | "enter") && hit.frame.relation == "visited";
    let group = || {
        let noun = |u: usize| {
            syntax.has(List::VesselNouns, u)
                || matches!(syntax.lemma(u), "flotilla" | "squadron" | "convoy" | "group")
        };
        syntax.surface_subject(hit.trigger).is_some_and(noun)
    };
    reaches && !scene.discourse.is_ship(subject.entity) && !group()
}

/// "put eight North Koreans on its list": some of a people are not their country.
fn some_of(hit: &Hit<'_>, scene: &Scene<'_>, object: Referent) -> bool {
    let people = |m: &NameMention| m.form == Form::Demonym && m.entity == object.entity;
    matches!(hit.frame.relation.as_str(), "sanctioned" | "accused" | "attacked")
        && scene.syntax.child(object.unit, &["nummod"]).is_some()
        && scene.names_in(object.unit).any(people)
}

/// Whether the object of a verb has a partner of its own ("talks with C").
fn talks_with(syntax: &Syntax<'_>, verb: usize) -> bool {
    let with = |noun: usize| syntax.children_of(noun, &["prep"]).any(|p| syntax.lemma(p) == "with");
    syntax.children_of(verb, &["dobj"]).any(with)
}

/// Who is said to run or attend an exercise of a name is not said to exercise with the others by the same words.
fn drop_pairs_of_named_events(told: &mut Vec<Told>) {
    let at_event = |t: &Told, actor: usize, trigger: usize| {
        let c = &t.candidate;
        t.trigger == trigger
            && c.subject == actor
            && matches!(c.relation.as_str(), "organized" | "participatedIn")
    };
    let named = |t: &Told| {
        let both = |actor| told.iter().any(|o| at_event(o, actor, t.trigger));
        t.candidate.relation == "exercisedWith" && both(t.candidate.subject) && both(t.candidate.object)
    };
    let kept: Vec<bool> = told.iter().map(|t| !named(t)).collect();
    let mut kept = kept.into_iter();
    told.retain(|_| kept.next().unwrap_or(true));
}

fn is_main(scene: &Scene<'_>, trigger: usize) -> bool {
    let syntax = scene.syntax;
    // "became the first state to join"
    let first = |v: usize| {
        syntax.infinitive_mark(v).is_some() && syntax.head(v).is_some_and(|noun| syntax.label(noun) == "attr")
    };
    let verb = syntax.clause_verb(trigger);
    verb.is_some_and(|v| !matches!(syntax.label(v), "relcl" | "acl") || first(v))
}

/// Relations between a body and those who belong to it.
pub(crate) fn is_membership(relation: &str) -> bool {
    matches!(relation, "joined" | "memberOf" | "left" | "appliedToJoin")
}

/// Whether a body is a country's own: states and organizations do not become its members.
fn is_national(names: &Names, resources: &Resources, entity: usize) -> bool {
    let named = &names.entities[entity];
    let listed = named.gazetteer.and_then(|g| resources.gazetteer.entries()[g].owner.as_deref());
    listed.is_some_and(|owner| owner.starts_with("country/"))
        || named.owner.is_some_and(|owner| names.entities[owner].kind == Kind::Country)
}

/// "became a member", "was admitted": to a body, as a treaty has parties.
fn speaks_of_members(hit: &Hit<'_>, scene: &Scene<'_>) -> bool {
    let syntax = scene.syntax;
    let told = |u: usize| matches!(syntax.lemma(u), "member" | "membership" | "admit" | "readmit");
    told(hit.trigger) || syntax.children_of(hit.trigger, &["attr", "oprd", "dobj"]).any(told)
}

/// The hit's pairs, an object left unsaid taken from the topic.
fn pairs(
    hit: &Hit<'_>,
    relation: &Relation,
    scene: &Scene<'_>,
    kind: &impl Fn(usize) -> Kind,
    (open, spoken_of): (&impl Fn(usize) -> bool, &impl Fn(usize) -> bool),
) -> Vec<(Referent, Referent)> {
    let mut pairs = hit.pairs.clone();
    if !relation.symmetric && hit.frame.is_mutual() {
        pairs.extend(hit.pairs.iter().map(|&(one, other)| (other, one)));
    }
    // "counted as members": whose is said elsewhere; "counted as the founding members" is said of what the text presents.
    let founding =
        || scene.syntax.children_of(hit.trigger, &["amod"]).any(|a| scene.syntax.lemma(a) == "founding");
    let elsewhere = scene.syntax.label(hit.trigger) == "pobj" && !founding();
    if hit.topics.is_empty() || elsewhere {
        return pairs;
    }
    let membership = is_membership(&relation.name);
    let members = membership && speaks_of_members(hit, scene);
    let wanted = &hit.frame.object_kinds;
    let fits = |entity: usize| {
        // What one joins or leaves may be an agreement even where the relation takes none: then nothing is said.
        let agreement = membership && kind(entity) == Kind::Agreement;
        let fitting = agreement || relation.range.contains(&kind(entity));
        let asked = agreement || wanted.is_empty() || wanted.contains(&kind(entity));
        fitting && asked && open(entity) && hit.topics.iter().all(|s| s.entity != entity)
    };
    let event = |entity: usize| kind(entity) == Kind::Event && fits(entity);
    let before = |m: &&NameMention| m.tokens.start < scene.syntax.units[hit.trigger].tokens.start;
    let beside = scene.mentions.iter().rev().filter(before).map(|m| m.entity).find(|&e| event(e));
    let topic = if membership {
        let bound = |entity: usize| kind(entity) == Kind::Agreement && founding();
        let named = scene.mentions.iter().rev().filter(before);
        let named = named.filter(|m| fits(m.entity) && !bound(m.entity));
        let named = named.filter(|m| !is_in_aside(hit, scene, m) || spoken_of(m.entity));
        let association = named.map(|m| m.entity).find(|&e| !scene.discourse.is_part(e) || spoken_of(e));
        let can_have = |entity: usize| fits(entity) && !(members && kind(entity) == Kind::Agreement);
        association.or_else(|| scene.discourse.association(scene.sentence, can_have))
    } else {
        let topic = beside.or_else(|| scene.discourse.topic_entity(scene.sentence, fits));
        // "Among the guests were X and Y": the event may have been named before the paragraph.
        let present = scene.syntax.lemma(hit.trigger) == "be" && relation.name == "participatedIn";
        topic.or_else(|| scene.discourse.event_before(scene.sentence, event).filter(|_| present))
    };
    if let Some(topic) = topic {
        let object = Referent { entity: topic, unit: hit.trigger, via: Via::Topic };
        // "American troops left": what those do who act for a state, leaving unsaid where, is no matter of membership.
        let itself = |s: &&Referent| !(membership && s.via == Via::Carrier);
        pairs.extend(hit.topics.iter().filter(itself).map(|s| (*s, object)));
    } else {
        scene.log.note(|| Rejected {
            reason: Reason::Unsaid,
            relation: relation.name.clone(),
            subject: hit.topics.first().map(|s| s.entity),
            object: None,
            sentence: scene.sentence,
            ground: hit.ground(scene),
        });
    }
    pairs
}

/// "A, B and C said that they would leave": each of them speaks for itself.
fn speaks_of_itself(scene: &Scene<'_>, by: Referent, subject: usize) -> bool {
    by.entity == subject || scene.referents(by.unit).iter().any(|r| r.entity == subject)
}

/// "Haiti, in spite of its suspension from CARICOM, entered": what stands between a comma behind the subject and the verb is
/// not what the verb speaks of.
fn is_in_aside(hit: &Hit<'_>, scene: &Scene<'_>, mention: &NameMention) -> bool {
    let syntax = scene.syntax;
    let start = |unit: usize| syntax.units[unit].tokens.start;
    let Some(subject) = hit.topics.first().map(|s| s.unit).filter(|&s| s < hit.trigger) else { return false };
    let between = start(subject) < mention.tokens.start && mention.tokens.start < start(hit.trigger);
    let comma = |from: usize, to: usize| (from..to).any(|t| syntax.word(t) == ",");
    between
        && comma(syntax.units[subject].tokens.end, mention.tokens.start)
        && comma(mention.tokens.end, start(hit.trigger))
}

/// Subject and object, turned round for a symmetric relation if domain and range hold only then.
fn oriented(
    relation: &Relation,
    subject: Referent,
    object: Referent,
    kind: &impl Fn(usize) -> Kind,
) -> (Referent, Referent) {
    let holds = |s: Referent, o: Referent| {
        relation.domain.contains(&kind(s.entity)) && relation.range.contains(&kind(o.entity))
    };
    let turned = relation.symmetric && !holds(subject, object) && holds(object, subject);
    if turned { (object, subject) } else { (subject, object) }
}

/// `locatedIn` of what stands beside the place it lies in; of an event, as sure as the clause that names it.
pub(crate) fn of_places(scene: &Scene<'_>, names: &Names, resources: &Resources) -> Vec<Candidate> {
    let syntax = scene.syntax;
    let kind = |entity: usize| names.entities[entity].kind;
    let row = places::Row {
        text: syntax.text,
        sentence: syntax.sentence,
        mentions: scene.mentions,
        kind,
        words: resources.words,
    };
    let located = row.located().into_iter().filter_map(|located| {
        let unit = syntax.units.iter().position(|u| u.tokens.contains(&located.token));
        let event = unit.filter(|_| kind(located.inner) == Kind::Event);
        // "the Global Forum (GF) in Oslo": what its short form stands beside is what the clause speaks of.
        let event = event.map(|u| syntax.head(u).filter(|_| syntax.label(u) == "appos").unwrap_or(u));
        let status = event.map_or(Status::Asserted, |u| certainty::read(scene, u).status);
        // "skipped the summit in Oslo", "told the forum in Oslo that he might": it takes place, whoever comes and whatever is said.
        let of_event = event.is_none_or(|u| syntax.label(u).starts_with("nsubj"));
        let status = if of_event || status == Status::Planned { status } else { Status::Asserted };
        let candidate = Candidate::asserted("locatedIn", located.inner, located.outer, scene.sentence);
        let kept = matches!(status, Status::Asserted | Status::Planned);
        if !kept {
            scene.log.reject(Reason::Doubtful, &candidate);
        }
        kept.then_some(Candidate { status, ..candidate })
    });
    located.collect()
}
