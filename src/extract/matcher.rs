//! Frames matched against a sentence: which words carry a relation, and who fills its slots.

mod index;

use super::ground::{Ground, Mechanism, Reason, Rejected, Words};
use super::reference::{Referent, Scene, Via};
use crate::graph::Kind;
use crate::language::UnitClass;
use crate::vocabulary::frame::{Argument, Frame, Node, Role, Slot, WordClass};
use crate::vocabulary::words::List;
pub(crate) use index::FrameIndex;
use smallvec::SmallVec;
use std::borrow::Cow;

/// A frame found in a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Hit<'f> {
    pub(crate) frame: &'f Frame,
    /// Its place among the frames.
    pub(crate) number: usize,
    /// The unit that carries the relation.
    pub(crate) trigger: usize,
    /// Subject and object pairs.
    pub(crate) pairs: Vec<(Referent, Referent)>,
    /// Subjects whose object was left unsaid: the caller asks the discourse for it.
    pub(crate) topics: Vec<Referent>,
}

impl Hit<'_> {
    /// Whether the clause is about such a subject and such an object.
    pub(crate) fn takes(&self, subject: Kind, object: Kind) -> bool {
        let takes = |kinds: &[Kind], kind| kinds.is_empty() || kinds.contains(&kind);
        takes(&self.frame.subject_kinds, subject) && takes(&self.frame.object_kinds, object)
    }

    /// The frame and the word it was found at.
    pub(crate) fn ground(&self, scene: &Scene<'_>) -> Ground {
        ground(scene, self.number, self.trigger)
    }
}

fn ground(scene: &Scene<'_>, number: usize, trigger: usize) -> Ground {
    Ground {
        mechanism: Mechanism::Frame,
        frame: u32::try_from(number).ok(),
        trigger: Some(Words::of_unit(scene, trigger)),
        ..Ground::default()
    }
}

/// Words of a frame that more may stand for than themselves: any noun; the name of a ship; the type of an aircraft; a number
/// that counts what was spoken of.
const ANY: [&str; 4] = ["*", "ship", "aircraft", "contingent"];

fn hit<'f>(frame: &'f Frame, number: usize, unit: usize, scene: &Scene<'_>) -> Option<Hit<'f>> {
    let mut bindings = Bindings::default();
    // That the unit is one of the words is known.
    if !is_of_class(frame.pattern.class, unit, scene) {
        return None;
    }
    if !match_arguments(&frame.pattern, unit, scene, &mut bindings) {
        let begun = !(bindings.subjects.is_empty() && bindings.objects.is_empty());
        if bindings.unfilled && begun {
            scene.log.note(|| Rejected {
                reason: Reason::Unfilled,
                relation: frame.relation.clone(),
                subject: bindings.subjects.first().map(|r| r.entity),
                object: bindings.objects.first().map(|r| r.entity),
                sentence: scene.sentence,
                ground: ground(scene, number, unit),
            });
        }
        return None;
    }
    let (mut pairs, mut topics) = bindings.pairs();
    for gap in scene.syntax.gapped_subjects(unit) {
        fill_gap(gap, scene, &mut pairs, &mut topics);
    }
    (!pairs.is_empty() || !topics.is_empty()).then_some(Hit { frame, number, trigger: unit, pairs, topics })
}

/// "X was admitted in May and Y in June", "X teamed up with A, Y with B": what stands after the second subject is its
/// own; what it lacks it shares with the first.
fn fill_gap(
    gap: usize,
    scene: &Scene<'_>,
    pairs: &mut Vec<(Referent, Referent)>,
    topics: &mut Vec<Referent>,
) {
    let subjects = scene.referents(gap);
    if !topics.is_empty() {
        topics.extend(subjects);
        return;
    }
    let (mut before, after): (Vec<_>, Vec<_>) = pairs.drain(..).partition(|(_, object)| object.unit < gap);
    let objects = if after.is_empty() { &before } else { &after };
    let mut objects: Vec<Referent> =
        objects.iter().map(|(_, object)| Referent { unit: gap, ..*object }).collect();
    objects.dedup_by_key(|o| o.entity);
    for subject in subjects {
        before.extend(objects.iter().filter(|o| o.entity != subject.entity).map(|o| (subject, *o)));
    }
    *pairs = before;
}

/// What fills the slots so far.
#[derive(Clone, Default)]
struct Bindings {
    subjects: Vec<Referent>,
    objects: Vec<Referent>,
    both: Vec<Referent>,
    topic: bool,
    /// Whether the words in a slot stand for nobody.
    unfilled: bool,
}

impl Bindings {
    fn bind(&mut self, slot: Slot, referents: Vec<Referent>) -> bool {
        let bound = match slot {
            Slot::Both if referents.len() < 2 => false,
            Slot::Topic => true,
            _ => !referents.is_empty(),
        };
        match slot {
            Slot::Subject => self.subjects.extend(referents),
            Slot::Both => self.both.extend(referents),
            Slot::Topic if referents.is_empty() => self.topic = true,
            Slot::Object | Slot::Topic => self.objects.extend(referents),
        }
        bound
    }

    fn pairs(self) -> (Vec<(Referent, Referent)>, Vec<Referent>) {
        let mut pairs = Vec::new();
        for (i, a) in self.both.iter().enumerate() {
            pairs.extend(self.both[i + 1..].iter().map(|b| (*a, *b)));
        }
        for s in &self.subjects {
            pairs.extend(self.objects.iter().map(|o| (*s, *o)));
        }
        pairs.retain(|(s, o)| s.entity != o.entity);
        let topics = if self.topic && self.objects.is_empty() { self.subjects } else { Vec::new() };
        (pairs, topics)
    }
}

fn match_node(node: &Node, unit: usize, scene: &Scene<'_>, bindings: &mut Bindings) -> bool {
    is_word_of(node, unit, scene) && match_arguments(node, unit, scene, bindings)
}

/// Whether a unit that is a word of the node, as a dictionary has it, serves as it asks and has what belongs to it.
fn match_arguments(node: &Node, unit: usize, scene: &Scene<'_>, bindings: &mut Bindings) -> bool {
    if node.particle.as_ref().is_some_and(|particle| !has_particle(unit, particle, scene)) {
        return false;
    }
    let arguments = arguments(node, unit, scene);
    let unwanted =
        |(role, _): &(Role, usize)| matches!(role, Role::Preposition(p) if node.without.as_ref() == Some(p));
    if arguments.iter().any(unwanted) {
        return false;
    }
    // Words are sought before anyone is asked for: most frames fail for want of a word.
    let arguments_that = |are_words: bool| {
        let asked = move |(_, argument): &&_| matches!(argument, Argument::Node(_)) == are_words;
        node.arguments.iter().filter(asked)
    };
    arguments_that(true).chain(arguments_that(false)).all(|(role, argument)| {
        let fillers = all_fillers(node, (role, argument), unit, &arguments, scene);
        match argument {
            Argument::Slot(Slot::Topic) if fillers.is_empty() && !may_leave_out(node, unit, scene) => false,
            Argument::Slot(Slot::Subject) if fillers.is_empty() && node.class == WordClass::Verb => {
                let unsaid = scene.unsaid_subject(unit);
                let referents = unsaid.map(|entity| Referent { entity, unit, via: Via::Pronoun });
                bindings.bind(Slot::Subject, referents.into_iter().collect())
            }
            Argument::Slot(slot) => {
                let nearest = *role == Role::Is && scene.singles_out(unit);
                bind_slot(*slot, &fillers, nearest, unit, scene, bindings)
            }
            Argument::Node(inner) => {
                let far = far_antecedents(role, unit, scene);
                fillers.iter().chain(&far).any(|&f| match_coordinated(inner, f, scene, bindings))
            }
        }
    })
}

/// Units that may fill a role: mostly none or one, and asked for of every frame whose words are there.
type Fillers = SmallVec<[usize; 4]>;

/// The units that may fill a role of a frame's word found at `unit`, wherever the parse hangs them.
fn all_fillers(
    node: &Node,
    (role, argument): (&Role, &Argument),
    unit: usize,
    arguments: &[(Role, usize)],
    scene: &Scene<'_>,
) -> Fillers {
    let unfit = |filler: usize| {
        taken(role, filler, node, arguments)
            || dates(role, filler, scene)
            || scene.syntax.has(List::Reactions, filler)
            || is_plain_state(filler, scene)
    };
    let mut fillers = fillers(role, arguments);
    fillers.retain(|filler| !unfit(*filler));
    if fillers.is_empty() {
        fillers = displaced(role, argument, node, unit, scene).into();
    } else if node.class == WordClass::Nominal {
        fillers.extend(coordinated(role, unit, scene));
    }
    fillers.extend(repeated(role, &fillers, scene));
    if *argument == Argument::Slot(Slot::Topic) {
        fillers.retain(|f| !is_plain_modifier(*f, scene) && !goes_on(*f, scene));
    }
    fillers
}

/// "the attack on a church in Owo, which Abuja attributed to ...": the nouns that lead to what stands before the comma of
/// the relative clause whose object is sought.
fn far_antecedents(role: &Role, verb: usize, scene: &Scene<'_>) -> Vec<usize> {
    let syntax = scene.syntax;
    let object = || syntax.children_of(verb, &["dobj"]).any(|o| syntax.is_relative_pronoun(o));
    let mut nouns: Vec<usize> = Vec::new();
    let mut at =
        syntax.head(verb).filter(|_| *role == Role::Object && syntax.label(verb) == "relcl" && object());
    while let Some(noun) = at.filter(|n| !nouns.contains(n)) {
        nouns.push(noun);
        let preposition = syntax.head(noun).filter(|_| syntax.label(noun) == "pobj");
        at = preposition.and_then(|p| syntax.head(p)).filter(|&n| !syntax.is_verb(n));
    }
    nouns
}

/// "the eleventh member", "a full member": an adjective that names nobody says nothing of whose.
fn is_plain_modifier(unit: usize, scene: &Scene<'_>) -> bool {
    let modifier = matches!(scene.syntax.label(unit), "amod" | "compound" | "nmod");
    modifier && !scene.syntax.is_name(unit) && scene.names_in(unit).next().is_none()
}

/// "joined in May, then Peru": the name goes on with a list, whatever the parse makes of it.
fn goes_on(unit: usize, scene: &Scene<'_>) -> bool {
    let syntax = scene.syntax;
    let Some(adverb) = unit.checked_sub(1).filter(|&u| u > 0 && syntax.is_name(unit)) else { return false };
    matches!(syntax.lemma(adverb), "then" | "later" | "next" | "finally")
        && matches!(syntax.lemma(adverb - 1), "," | ";" | "and")
}

/// Whether the word stands without an object or complement that would rule out an unsaid one; an object that the frame
/// itself asks for ("take part") does not.
fn may_leave_out(node: &Node, unit: usize, scene: &Scene<'_>) -> bool {
    let syntax = scene.syntax;
    let asked = |role: &Role| node.arguments.iter().any(|(r, a)| r == role && matches!(a, Argument::Node(_)));
    let purpose = |&c: &usize| syntax.infinitive_mark(c).is_some();
    let subject = syntax.inverted_subject(unit);
    // "were admitted two years after": a measure of time is no object, whatever the parse says.
    let measure = |c: usize| syntax.tag(c) == "IN" || syntax.measures_time(c);
    let objects = || {
        let own = |c: usize| subject != Some(c) && !measure(c) && !goes_on(c, scene);
        syntax.children_of(unit, &["dobj", "oprd"]).any(own)
    };
    let object = objects() && !asked(&Role::Object);
    let clause = syntax.children_of(unit, &["xcomp", "ccomp"]).any(|c| c > unit)
        || syntax.children(unit).iter().any(purpose);
    !object && (!clause || asked(&Role::Infinitive))
}

/// Whether a unit is used as a node asks: as a verb, or as a noun or adjective.
fn is_of_class(class: WordClass, unit: usize, scene: &Scene<'_>) -> bool {
    let syntax = scene.syntax;
    match class {
        WordClass::Verb => syntax.is_verb(unit),
        WordClass::Nominal => !syntax.is_verb(unit) || syntax.label(unit) == "amod",
    }
}

/// Whether a unit is one of the words of a node, or what may stand for one of them.
fn is_word_of(node: &Node, unit: usize, scene: &Scene<'_>) -> bool {
    let syntax = scene.syntax;
    let asks = |lemma: &str| node.class == WordClass::Nominal && node.lemmas.iter().any(|l| l == lemma);
    if syntax.is_name(unit) {
        return is_ship(unit, scene) && asks("ship");
    }
    if !is_of_class(node.class, unit, scene) {
        return false;
    }
    let (lemma, form) = (syntax.lemma(unit), syntax.form(unit));
    node.lemmas.iter().any(|l| l == "*" || l == lemma || l.eq_ignore_ascii_case(form))
        || is_type(unit, scene) && asks("aircraft")
        || is_bare_number(unit, scene) && asks("contingent")
}

/// "contributed the corvette Barroso", "sent INS Mumbai": the name of a ship where a ship may stand.
fn is_ship(unit: usize, scene: &Scene<'_>) -> bool {
    let mut names = scene.names_in(unit).peekable();
    names.peek().is_some() && names.all(|m| scene.discourse.is_ship(m.entity))
}

/// "sent four F-16s", "delivered six TB2s": what carries letters and a number is called by its type.
fn is_type(unit: usize, scene: &Scene<'_>) -> bool {
    let syntax = scene.syntax;
    let word = syntax.form(unit);
    // "deployed Hornets to X"
    if syntax.tag(unit) == "NNPS" && scene.is_make(unit) && !syntax.is_name(unit) {
        return true;
    }
    let letters = word.chars().take_while(char::is_ascii_alphabetic).count();
    let number = word[letters..].trim_start_matches('-');
    let counted = syntax.tag(unit).starts_with('N') && word.starts_with(|c: char| c.is_ascii_uppercase());
    counted && (1..=4).contains(&letters) && number.starts_with(|c: char| c.is_ascii_digit())
}

/// "contributed one each", "sent two": a number that stands alone counts what was spoken of.
fn is_bare_number(unit: usize, scene: &Scene<'_>) -> bool {
    let syntax = scene.syntax;
    let small = matches!(syntax.lemma(unit), "one" | "two" | "three" | "four" | "five" | "six" | "another");
    let mut told = syntax.children_of(unit, &["prep", "appos"]).filter(|&c| syntax.lemma(c) != "each");
    small && syntax.label(unit) == "dobj" && told.next().is_none()
}

/// Under the verb, or anywhere after it in its clause ("turned the offer down", "brings Oman and Iran together").
fn has_particle(verb: usize, particle: &str, scene: &Scene<'_>) -> bool {
    let syntax = scene.syntax;
    let follows = |u: usize| {
        let loose = matches!(syntax.tag(u), "RP" | "RB" | "IN") && syntax.within(u, verb);
        syntax.lemma(u) == particle && loose && syntax.clause_verb(u) == Some(verb)
    };
    (verb + 1..syntax.units.len()).any(follows)
        || syntax.children(verb).iter().any(|&c| syntax.lemma(c) == particle && syntax.label(c) == "prt")
}

/// "most of the trainers", "dozens of soldiers", "two of its officers": what a word of quantity is of.
fn counted_by(unit: usize, scene: &Scene<'_>) -> Option<usize> {
    let syntax = scene.syntax;
    // "most", whose dictionary form is "much"
    let quantity =
        syntax.has(List::Quantities, unit) || syntax.is_form(unit, "most") || syntax.tag(unit) == "CD";
    let of = syntax.children_of(unit, &["prep"]).find(|&p| quantity && syntax.lemma(p) == "of")?;
    syntax.child(of, &["pobj"])
}

/// A required word may be any member of a coordination ("held talks and a dinner").
fn match_coordinated(node: &Node, unit: usize, scene: &Scene<'_>, bindings: &mut Bindings) -> bool {
    if match_node(node, unit, scene, bindings) {
        match_others(node, unit, scene, bindings);
        return true;
    }
    let conjuncts: Vec<usize> =
        scene.syntax.children_of(unit, &["conj"]).chain(counted_by(unit, scene)).collect();
    conjuncts.into_iter().any(|c| match_coordinated(node, c, scene, bindings))
}

/// "a Turkish frigate and an Italian destroyer": each of several such words has somebody of its own.
fn match_others(node: &Node, unit: usize, scene: &Scene<'_>, bindings: &mut Bindings) {
    let own = node.arguments.iter().any(|(role, argument)| {
        matches!((role, argument), (Role::Possessor | Role::Preposition(_), Argument::Slot(_)))
    });
    if node.class != WordClass::Nominal || !own {
        return;
    }
    for other in scene.syntax.children_of(unit, &["conj"]) {
        let mut more = bindings.clone();
        if match_node(node, other, scene, &mut more) {
            *bindings = more;
            match_others(node, other, scene, bindings);
        }
    }
}

fn arguments<'s>(node: &Node, unit: usize, scene: &'s Scene<'_>) -> Cow<'s, [(Role, usize)]> {
    match node.class {
        WordClass::Verb => Cow::Borrowed(scene.syntax.verb_arguments(unit)),
        WordClass::Nominal => {
            let predicated = scene.syntax.predicated_of(unit);
            let arguments = scene.syntax.noun_arguments(unit);
            if predicated.is_empty() {
                return Cow::Borrowed(arguments);
            }
            let predicated = predicated.into_iter().map(|u| (Role::Is, u));
            Cow::Owned(arguments.iter().cloned().chain(predicated).collect())
        }
    }
}

/// "her May 2019 visit", "sanctions on Wednesday on X": a date does not say whose or on whom.
fn dates(role: &Role, filler: usize, scene: &Scene<'_>) -> bool {
    let whose = match role {
        Role::Possessor | Role::Modifier => true,
        // "the attack of 1 April on X": nobody's.
        Role::Preposition(any) => !any.split('|').any(|p| p == "of"),
        _ => false,
    };
    whose && scene.syntax.units[filler].class == UnitClass::Date
}

/// "a state visit": the noun tells what kind of visit it is, not whose.
fn is_plain_state(filler: usize, scene: &Scene<'_>) -> bool {
    scene.syntax.lemma(filler) == "state" && scene.syntax.label(filler) == "compound"
}

/// "the attack of O", "membership of O": an of-phrase that another argument asks for is no possessor.
fn taken(role: &Role, filler: usize, node: &Node, arguments: &[(Role, usize)]) -> bool {
    let fills = |r: &Role| arguments.iter().any(|(found, unit)| *unit == filler && r.accepts(found));
    let asked = |r: &Role| matches!(r, Role::Preposition(_)) && fills(r);
    *role == Role::Possessor && node.arguments.iter().any(|(r, _)| asked(r))
}

fn fillers(role: &Role, arguments: &[(Role, usize)]) -> Fillers {
    arguments.iter().filter(|(r, _)| role.accepts(r)).map(|(_, u)| *u).collect()
}

/// "on X and on Y": what stands after the same preposition again, wherever the parse hangs it.
fn repeated(role: &Role, fillers: &[usize], scene: &Scene<'_>) -> Vec<usize> {
    let syntax = scene.syntax;
    let (Role::Preposition(_) | Role::Possessor, Some(&last)) = (role, fillers.last()) else {
        return Vec::new();
    };
    let Some(first) = syntax.head(last).filter(|&p| syntax.tag(p) == "IN") else { return Vec::new() };
    let again = |&p: &usize| {
        let joined = p.checked_sub(1).is_some_and(|c| matches!(syntax.lemma(c), "and" | "or"));
        joined && syntax.lemma(p) == syntax.lemma(first) && syntax.clause_verb(p) == syntax.clause_verb(first)
    };
    let prepositions = (last + 1..syntax.units.len()).filter(again);
    prepositions.filter_map(|p| syntax.child(p, &["pobj"])).filter(|o| !fillers.contains(o)).collect()
}

/// Where an argument stands when it does not hang on its head: a preposition under the object instead of the verb or
/// the other way round; the doer of a noun at the verb above it.
fn displaced(role: &Role, argument: &Argument, node: &Node, unit: usize, scene: &Scene<'_>) -> Vec<usize> {
    match (role, node.class) {
        (Role::Object, WordClass::Verb) => {
            let mut found = after_complement(unit, scene);
            found.extend(after_particle(node.particle.as_deref(), unit, scene));
            found
        }
        (Role::Preposition(p), WordClass::Nominal) if p == "between" => chained(unit, scene),
        (Role::Preposition(_), WordClass::Verb) => {
            let below = below_objects(role, unit, scene, 2);
            if below.is_empty() { below_names(role, unit, scene) } else { below }
        }
        (Role::Preposition(_), WordClass::Nominal) => {
            let below = at_governing_verb(role, unit, scene);
            if below.is_empty() { below_names(role, unit, scene) } else { below }
        }
        (Role::Infinitive, WordClass::Nominal) => purposes(unit, scene),
        (Role::Indirect, WordClass::Verb) => receivers(unit, scene),
        (Role::Possessor, WordClass::Nominal) if *argument == Argument::Slot(Slot::Subject) => {
            doer(unit, scene)
        }
        _ => Vec::new(),
    }
}

/// "lodged applications | to join X": what the object is for, where the parse hangs it on the verb.
fn purposes(noun: usize, scene: &Scene<'_>) -> Vec<usize> {
    let syntax = scene.syntax;
    let verb = syntax.head(noun).filter(|_| syntax.label(noun) == "dobj");
    let behind = |&c: &usize| c > noun && syntax.infinitive_mark(c) == Some(noun + 1);
    verb.into_iter().flat_map(|v| syntax.children_of(v, &["xcomp", "advcl"])).filter(behind).collect()
}

/// "counts as members X and Y": an object that follows its complement.
fn after_complement(verb: usize, scene: &Scene<'_>) -> Vec<usize> {
    let syntax = scene.syntax;
    let prepositions = syntax.children_of(verb, &["prep"]).filter(|&p| syntax.lemma(p) == "as");
    let complements = prepositions.flat_map(|p| syntax.children_of(p, &["pobj"]));
    complements.flat_map(|c| syntax.children_of(c, &["appos", "dep"])).collect()
}

/// "the US–Japan talks": the names chained before a noun are those it is between.
fn chained(noun: usize, scene: &Scene<'_>) -> Vec<usize> {
    let syntax = scene.syntax;
    let modifiers = syntax.children_of(noun, &["compound", "nmod", "amod"]);
    modifiers.filter(|&m| syntax.units[m].class == UnitClass::List).collect()
}

/// "took in Vietnam": the object where the parse makes a preposition of the particle.
fn after_particle(particle: Option<&str>, verb: usize, scene: &Scene<'_>) -> Vec<usize> {
    let syntax = scene.syntax;
    let own = |p: &usize| particle == Some(syntax.lemma(*p));
    // "came in ten years later" measures the time.
    let measure = |o: &usize| syntax.measures_time(*o);
    let particles = syntax.children_of(verb, &["prep"]).filter(own);
    // "came in in 1952" has its particle besides.
    if syntax.children_of(verb, &["prt"]).any(|p| own(&p)) {
        return Vec::new();
    }
    particles.filter_map(|p| syntax.child(p, &["pobj"])).filter(|o| !measure(o)).collect()
}

/// "sent Oman tanks": the object, or a name that the parse hangs on it.
fn receivers(verb: usize, scene: &Scene<'_>) -> Vec<usize> {
    let syntax = scene.syntax;
    let objects = fillers(&Role::Object, syntax.verb_arguments(verb));
    let named = |o: &usize| {
        syntax
            .children_of(*o, &["nmod", "compound", "dative"])
            .filter(|&c| syntax.is_name(c))
            .collect::<Vec<_>>()
    };
    let inside: Vec<usize> = objects.iter().filter(|o| **o > verb).flat_map(named).collect();
    if inside.is_empty() { objects.into_vec() } else { inside }
}

fn below_objects(role: &Role, verb: usize, scene: &Scene<'_>, depth: usize) -> Vec<usize> {
    let syntax = scene.syntax;
    let arguments =
        if syntax.is_verb(verb) { syntax.verb_arguments(verb) } else { syntax.noun_arguments(verb) };
    for (r, noun) in arguments {
        // "signed the pact with Oslo", "hosted the summit in Oslo": also under the name of a pact or summit.
        let thing = matches!(syntax.units[*noun].class, UnitClass::Work | UnitClass::Event);
        let nominal = matches!(r, Role::Object | Role::Preposition(_))
            && (thing || !syntax.is_name(*noun))
            && !syntax.is_verb(*noun);
        // "The treaty between X and Y was signed"
        let subject = thing && *r == Role::Object && matches!(role, Role::Preposition(p) if p == "between");
        if !nominal || *noun < verb && !subject {
            continue;
        }
        let inner = syntax.noun_arguments(*noun);
        // "sanctions on Georgian judges" are none of Georgia's.
        let own = |r: &Role| role.accepts(r) && *r != Role::Possessor;
        let found: Vec<usize> = inner.iter().filter(|(r, _)| own(r)).map(|(_, u)| *u).collect();
        if !found.is_empty() {
            return found;
        }
        if depth > 1 {
            let deeper = below_objects(role, *noun, scene, depth - 1);
            if !deeper.is_empty() {
                return deeper;
            }
        }
    }
    Vec::new()
}

/// "was hosted by Ukraine in Odesa", "set up within Europol in The Hague": where it is, though the parse hangs the place
/// on the name before it.
fn below_names(role: &Role, head: usize, scene: &Scene<'_>) -> Vec<usize> {
    let syntax = scene.syntax;
    let place =
        matches!(role, Role::Preposition(p) if p.split('|').any(|p| matches!(p, "in" | "at" | "off")));
    if !place {
        return Vec::new();
    }
    let arguments =
        if syntax.is_verb(head) { syntax.verb_arguments(head) } else { syntax.noun_arguments(head) };
    let after = |(_, u): &&(Role, usize)| *u > head && syntax.is_name(*u);
    let names = arguments.iter().filter(after);
    let inner = names.flat_map(|(_, name)| syntax.noun_arguments(*name));
    inner
        .filter(|(r, _)| role.accepts(r))
        .map(|&(_, u)| u)
        .filter(|&u| syntax.units[u].class != UnitClass::Date)
        .collect()
}

fn at_governing_verb(role: &Role, noun: usize, scene: &Scene<'_>) -> Vec<usize> {
    let syntax = scene.syntax;
    let below = below_objects(role, noun, scene, 1);
    if !below.is_empty() {
        return below;
    }
    let relative = in_relative_clause(role, noun, scene);
    if !relative.is_empty() {
        return relative;
    }
    let Some(verb) = governing_verb(noun, scene) else { return beside_whole(role, noun, scene) };
    let arguments = syntax.verb_arguments(verb);
    // "the mission to which it contributed troops"
    let relative = |u: usize| {
        let direct = syntax.label(verb) == "relcl" && syntax.head(verb) == Some(u);
        direct || u < verb && syntax.fronted_relative(verb)
    };
    let beside: Vec<usize> = arguments
        .iter()
        .filter(|(r, u)| role.accepts(r) && (*u > noun || relative(*u)))
        .map(|(_, u)| *u)
        .collect();
    if !beside.is_empty() {
        return beside;
    }
    // "kept ships on patrol in the gulf"; in "imposed sanctions on X's president" X does not impose them.
    let mut below = below_objects(role, verb, scene, 1);
    below.retain(|&u| syntax.label(u) != "poss");
    below
}

/// "the pact that it concluded with Oslo": at the verb of the relative clause whose object the noun is.
fn in_relative_clause(role: &Role, noun: usize, scene: &Scene<'_>) -> Vec<usize> {
    let syntax = scene.syntax;
    let verbs = syntax.children_of(noun, &["relcl", "acl"]).map(|verb| syntax.verb_arguments(verb));
    let own = verbs.filter(|arguments| arguments.contains(&(Role::Object, noun)));
    own.flat_map(|arguments| fillers(role, arguments)).filter(|&u| u > noun).collect()
}

/// "its instrument of accession to the statute": the phrase hangs on the noun before "of", or on that noun's verb.
fn beside_whole(role: &Role, noun: usize, scene: &Scene<'_>) -> Vec<usize> {
    let syntax = scene.syntax;
    let of = syntax.head(noun).filter(|&p| syntax.label(noun) == "pobj" && syntax.lemma(p) == "of");
    let Some(whole) = of.and_then(|p| syntax.head(p)) else { return Vec::new() };
    let behind =
        |arguments| -> Vec<usize> { fillers(role, arguments).into_iter().filter(|&u| u > noun).collect() };
    let beside = behind(syntax.noun_arguments(whole));
    // "took delivery of ships | from Oslo": or on the verb.
    let verb = governing_verb(whole, scene).filter(|_| beside.is_empty());
    verb.map_or(beside, |verb| behind(syntax.verb_arguments(verb)))
}

/// "visits to A on Monday and to B on Tuesday": the second phrase hangs on the verb.
fn coordinated(role: &Role, noun: usize, scene: &Scene<'_>) -> Vec<usize> {
    let syntax = scene.syntax;
    let Some(verb) = governing_verb(noun, scene) else { return Vec::new() };
    // It may also hang on the phrase before it ("on Monday and to B").
    let preposition = |c: &usize| *c > noun && matches!(syntax.tag(*c), "IN" | "TO");
    let beside = syntax.children_of(verb, &["prep"]).filter(preposition);
    let heads = std::iter::once(verb).chain(beside);
    let again = heads.flat_map(|h| syntax.children_of(h, &["conj"])).filter(preposition);
    let same = again.filter(|&c| role.accepts_preposition(syntax.lemma(c)));
    same.flat_map(|c| syntax.children_of(c, &["pobj"])).collect()
}

/// The verb whose object, or prepositional object, the noun is.
fn governing_verb(noun: usize, scene: &Scene<'_>) -> Option<usize> {
    let syntax = scene.syntax;
    let head = syntax.head(noun)?;
    match syntax.label(noun) {
        "dobj" | "nsubjpass" | "attr" | "acomp" | "npadvmod" if syntax.is_verb(head) => Some(head),
        "pobj" if syntax.label(head) == "prep" => syntax.head(head).filter(|&v| syntax.is_verb(v)),
        "conj" => governing_verb(head, scene),
        _ => None,
    }
}

/// The doer of "a visit to Oslo" in "during a visit to Oslo, she said": the subject of the clause.
fn doer(noun: usize, scene: &Scene<'_>) -> Vec<usize> {
    let syntax = scene.syntax;
    let Some(verb) = governing_verb(noun, scene) else { return Vec::new() };
    // "applied three months after the invasion of Oslo": a known event dates the clause, whoever was its doer.
    let preposition =
        syntax.head(noun).filter(|_| syntax.label(noun) == "pobj").map_or("", |p| syntax.lemma(p));
    let dates = matches!(preposition, "after" | "before" | "since" | "until" | "despite" | "amid");
    if dates && syntax.children_of(noun, &["det"]).any(|d| syntax.lemma(d) == "the") {
        return Vec::new();
    }
    // "During a visit to Oslo, she praised ...": what opens the sentence is its subject's.
    let subject = syntax.surface_subject(verb);
    let opens = syntax.label(noun) == "pobj" && subject.is_some_and(|s| s > noun);
    // "X, on a visit to Oslo, praised ...": so is what is set off behind it.
    let aside = preposition == "on" && subject.is_some_and(|s| s < noun) && noun < verb;
    if !opens && !aside && (syntax.has(List::BystanderVerbs, verb) || syntax.has(List::AccusingVerbs, verb)) {
        return Vec::new();
    }
    if syntax.is_passive(verb) && syntax.label(noun) == "nsubjpass" {
        return syntax
            .verb_arguments(verb)
            .iter()
            .filter(|(r, _)| *r == Role::Subject)
            .map(|(_, u)| *u)
            .collect();
    }
    // "During the call, her crew and the Angolan Navy trained": the one who called is but half of it.
    let whose = |s: usize| syntax.children_of(s, &["poss"]).any(|p| syntax.tag(p) == "PRP$");
    let mixed = |s: usize| whose(s) && syntax.child(s, &["conj"]).is_some();
    subject.filter(|&s| s != noun && !mixed(s)).into_iter().collect()
}

fn bind_slot(
    slot: Slot,
    fillers: &[usize],
    nearest: bool,
    head: usize,
    scene: &Scene<'_>,
    bindings: &mut Bindings,
) -> bool {
    let syntax = scene.syntax;
    let mut referents: Vec<Referent> = Vec::new();
    for &filler in fillers {
        let mut all = scene.fillers(filler);
        // "A, who heads X, and B": the clause stands before B and does not speak of him.
        let said_of = matches!(syntax.label(head), "relcl" | "acl");
        if said_of && syntax.head(head) == Some(filler) {
            all.retain(|r| r.unit < head || !syntax.within(r.unit, filler));
            // "A and B, which has its seat in X"
            let last = all.last().copied().filter(|_| syntax.is_name(filler) && syntax.is_singular(head));
            all.retain(|r| last.is_none_or(|last| last == *r));
        }
        let passed_over = if nearest { all.len().saturating_sub(1) } else { 0 };
        for referent in all.into_iter().skip(passed_over) {
            if !referents.iter().any(|r| r.entity == referent.entity) {
                referents.push(referent);
            }
        }
    }
    if let (Slot::Both, [filler], true) = (slot, fillers, referents.len() < 2) {
        // "A, a minister, and B, who met": the clause hangs on the last of those it speaks of.
        referents = scene.referents(syntax.first_coordinated(*filler));
    }
    bindings.unfilled |= referents.is_empty() && !fillers.is_empty();
    if referents.is_empty() && slot == Slot::Topic && !fillers.is_empty() {
        return false;
    }
    debug_assert!(referents.iter().all(|r| r.via != Via::Topic));
    bindings.bind(slot, referents)
}
