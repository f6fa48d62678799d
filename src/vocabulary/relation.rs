//! The relation table: what `schema/vocabulary.ttl` says of kinds and relations, and `schema/frames/` of the English that
//! expresses them.
//!
//! Every `owl:ObjectProperty` is a relation. Its domain and range are kinds, or classes that an `owl:unionOf` spells
//! out in kinds. Its frames are the English that expresses it. Terms this table does not need (qualifiers of
//! statements) are passed over.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use oxigraph::model::vocab::rdfs;

use super::frame::{self, Frame, WordGroups};
use super::turtle::{Turtle, local_name};
use super::{NAMESPACE, did_you_mean};
use crate::Error;
use crate::graph::Kind;

/// `schema/vocabulary.ttl` and all of `schema/frames`, as the build script has made them into a table.
const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/vocabulary.tsv"));

const OBJECT_PROPERTY: &str = "http://www.w3.org/2002/07/owl#ObjectProperty";
const SYMMETRIC_PROPERTY: &str = "http://www.w3.org/2002/07/owl#SymmetricProperty";
const UNION_OF: &str = "http://www.w3.org/2002/07/owl#unionOf";
const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";
/// Colour of a relation or kind that declares none.
const PLAIN: &str = "#595959";

/// What a relation may say in our namespace.
const OF_RELATIONS: [&str; 8] =
    ["frame", "counterExample", "inverseLabel", "inverseMatch", "colour", "darkColour", "cameo", "plover"];
/// What a frame may say.
const OF_FRAMES: [&str; 4] = ["clause", "example", "status", "role"];

/// A property of another vocabulary that says much the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Alignment {
    /// IRI of the mapping: `skos:closeMatch`, `lg:inverseMatch` and their like.
    pub mapping: String,
    /// IRI of the other property or class.
    pub target: String,
}

/// One relation of the vocabulary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// Local name, as statements use it.
    pub name: String,
    /// IRI of the property.
    pub iri: String,
    /// How it reads from subject to object.
    pub label: String,
    /// How it reads from object to subject; the label itself if symmetric.
    pub inverse: Option<String>,
    /// What it covers.
    pub definition: Option<String>,
    /// Kinds of subject, sorted.
    pub domain: Vec<Kind>,
    /// Kinds of object, sorted.
    pub range: Vec<Kind>,
    /// Whether it holds both ways.
    pub symmetric: bool,
    /// Colour of its edges, `#RRGGBB`.
    pub colour: String,
    /// Colour of its edges on a dark ground, `#RRGGBB`.
    pub dark_colour: Option<String>,
    /// What it corresponds to elsewhere, sorted.
    pub alignments: Vec<Alignment>,
}

/// What the vocabulary says of a kind of entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindTerm {
    /// The kind.
    pub kind: Kind,
    /// IRI of the class.
    pub iri: String,
    /// Its name for people.
    pub label: String,
    /// Fill of its nodes, `#RRGGBB`.
    pub colour: String,
    /// Graphviz shape of its nodes.
    pub shape: String,
    /// Classes it corresponds to elsewhere, sorted.
    pub alignments: Vec<Alignment>,
}

/// A sentence a relation must not be drawn from as a fact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CounterExample {
    /// Name of the relation.
    pub relation: String,
    /// The sentence.
    pub sentence: String,
}

/// Kinds, relations and the English that expresses them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vocabulary {
    kinds: Vec<KindTerm>,
    relations: Vec<Relation>,
    frames: Arc<[Frame]>,
    counter_examples: Vec<CounterExample>,
    /// Every class a domain or range may name, and the kinds it stands for.
    classes: BTreeMap<String, Vec<Kind>>,
    /// Local names of everything declared in the vocabulary's namespace.
    terms: BTreeSet<String>,
    /// Words that frames name by their group.
    groups: WordGroups,
}

/// What one file added to a vocabulary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// Names of its relations.
    pub relations: Vec<String>,
    /// Its frames, of relations of its own and of others.
    pub frames: Vec<Frame>,
    /// Its counter-examples.
    pub counter_examples: Vec<CounterExample>,
}

impl Vocabulary {
    /// The vocabulary the library comes with.
    ///
    /// # Errors
    /// None in a released version: a test reads the embedded file.
    pub fn embedded() -> Result<Self, Error> {
        Self::of(&Turtle::of_table("schema/vocabulary.ttl", EMBEDDED))
    }

    /// A whole vocabulary from Turtle; `place` is the file's name for messages.
    ///
    /// # Errors
    /// Broken Turtle, a relation without label, domain or range, an unknown class, two relations of one name, a frame
    /// that does not compile.
    pub fn from_turtle(place: &str, turtle: &str) -> Result<Self, Error> {
        Self::of(&Turtle::parse(place, turtle)?)
    }

    fn of(file: &Turtle<'_>) -> Result<Self, Error> {
        let mut vocabulary = Self {
            kinds: Kind::ALL.into_iter().map(|kind| kind_term(file, kind)).collect(),
            relations: Vec::new(),
            frames: Arc::default(),
            counter_examples: Vec::new(),
            classes: Kind::ALL.into_iter().map(|kind| (kind_iri(kind), vec![kind])).collect(),
            terms: BTreeSet::new(),
            groups: WordGroups::default(),
        };
        let Added { frames, counter_examples, .. } = vocabulary.read(file)?;
        vocabulary.take(frames, counter_examples);
        Ok(vocabulary)
    }

    /// Adds the classes and relations of a user's own Turtle, and its frames, which may be of relations known before.
    ///
    /// # Errors
    /// As for [`Vocabulary::from_turtle`], a relation of a name that is taken, frames of a relation that is not there, a
    /// file that adds nothing; the vocabulary stays as it was then.
    pub fn extend(&mut self, place: &str, turtle: &str) -> Result<Added, Error> {
        let mut extended = self.clone();
        let added = extended.read(&Turtle::parse(place, turtle)?)?;
        if added == Added::default() {
            let message = "adds no relation and no frame; declare a relation with `a owl:ObjectProperty`, rdfs:label, \
                           rdfs:domain, rdfs:range and lg:frame, or give lg:frame to one that is there";
            return Err(Error::invalid(place, message));
        }
        extended.take(added.frames.clone(), added.counter_examples.clone());
        *self = extended;
        Ok(added)
    }

    /// The relations, sorted by name.
    #[must_use]
    pub fn relations(&self) -> &[Relation] {
        &self.relations
    }

    /// The frames, sorted by relation and clause.
    #[must_use]
    pub fn frames(&self) -> &[Frame] {
        &self.frames
    }

    /// [`Vocabulary::frames`], to keep.
    pub(crate) fn shared_frames(&self) -> Arc<[Frame]> {
        Arc::clone(&self.frames)
    }

    /// The sentences no relation may be drawn from, sorted.
    #[must_use]
    pub fn counter_examples(&self) -> &[CounterExample] {
        &self.counter_examples
    }

    /// The kinds, in the order of [`Kind::ALL`].
    #[must_use]
    pub fn kinds(&self) -> &[KindTerm] {
        &self.kinds
    }

    /// What the vocabulary says of one kind.
    #[must_use]
    pub fn kind(&self, kind: Kind) -> Option<&KindTerm> {
        self.kinds.iter().find(|term| term.kind == kind)
    }

    /// The kind that a class is, here or by alignment.
    #[must_use]
    pub fn kind_of_class(&self, iri: &str) -> Option<Kind> {
        let iri = iri.replacen("http://schema.org/", "https://schema.org/", 1);
        let is = |term: &&KindTerm| term.iri == iri || term.alignments.iter().any(|a| a.target == iri);
        self.kinds.iter().find(is).map(|term| term.kind)
    }

    /// The relation of that name.
    ///
    /// # Errors
    /// No such relation; the message offers the nearest.
    pub fn relation(&self, name: &str) -> Result<&Relation, Error> {
        self.find(name).ok_or_else(|| {
            let near = did_you_mean(name, self.relations.iter().map(|r| r.name.as_str()));
            Error::invalid("vocabulary", format!("there is no relation `{name}`{near}"))
        })
    }

    /// Names of the relations that hold both ways.
    pub fn symmetric(&self) -> impl Iterator<Item = &str> {
        self.relations.iter().filter(|r| r.symmetric).map(|r| r.name.as_str())
    }

    /// Local names of all that is declared in the vocabulary's namespace - classes, relations, what qualifies a
    /// statement - sorted.
    pub fn terms(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().map(String::as_str)
    }

    fn find(&self, name: &str) -> Option<&Relation> {
        let at = self.relations.binary_search_by(|r| r.name.as_str().cmp(name)).ok()?;
        self.relations.get(at)
    }

    /// Reads what a file adds; its frames and counter-examples are yet to be taken in.
    fn read(&mut self, file: &Turtle<'_>) -> Result<Added, Error> {
        for class in file.subjects_with(UNION_OF) {
            let kinds = file.union(class, &self.classes)?;
            self.classes.insert(class.to_owned(), kinds);
        }
        let own = file.subjects().filter_map(|iri| iri.strip_prefix(NAMESPACE));
        self.terms.extend(own.map(str::to_owned));
        let mut added = Added::default();
        for iri in file.relations() {
            let relation = file.relation(iri, &self.classes)?;
            self.check_free(file, &relation)?;
            added.relations.push(relation.name.clone());
            let at = self.relations.partition_point(|r| r.name < relation.name);
            self.relations.insert(at, relation);
        }
        self.groups.add(file)?;
        for iri in file.expressed() {
            let name = self.expressed(file, iri)?;
            file.check_own_terms(iri)?;
            added.frames.extend(frame::of_relation(file, &self.groups, iri, name)?);
            let sentences = file.own(iri, "counterExample").iter();
            added.counter_examples.extend(
                sentences.map(|s| CounterExample { relation: name.to_owned(), sentence: s.to_string() }),
            );
        }
        Ok(added)
    }

    fn take(&mut self, mut frames: Vec<Frame>, counter_examples: Vec<CounterExample>) {
        frames.splice(0..0, self.frames.iter().cloned());
        frames.sort_by(|a, b| (&a.relation, &a.clause).cmp(&(&b.relation, &b.clause)));
        self.frames = frames.into();
        self.counter_examples.extend(counter_examples);
        self.counter_examples.sort();
    }

    /// Whether a new relation's name is free.
    fn check_free(&self, file: &Turtle<'_>, new: &Relation) -> Result<(), Error> {
        let Some(taken) = self.find(&new.name) else { return Ok(()) };
        let name = &new.name;
        let message = if taken.iri == new.iri {
            format!(
                "relation `{name}` is there already; to add frames to it, leave out its type, label, domain and range"
            )
        } else {
            format!("relation `{name}` ({}) has the name of {}; give it another", new.iri, taken.iri)
        };
        Err(file.error(&new.iri, message))
    }

    /// Name of the relation that a subject with frames is.
    fn expressed(&self, file: &Turtle<'_>, iri: &str) -> Result<&str, Error> {
        self.relations.iter().find(|r| r.iri == iri).map(|r| r.name.as_str()).ok_or_else(|| {
            let near = did_you_mean(local_name(iri), self.relations.iter().map(|r| r.name.as_str()));
            let message = format!(
                "`{iri}` has frames and is no relation{near} A new one needs `a owl:ObjectProperty`, rdfs:label, \
                 rdfs:domain and rdfs:range",
                near = if near.is_empty() { "." } else { &near }
            );
            file.error(iri, message)
        })
    }
}

/// IRI of the class of a kind.
fn kind_iri(kind: Kind) -> String {
    format!("{NAMESPACE}{}", kind.name())
}

/// What the file says of a kind.
fn kind_term(file: &Turtle<'_>, kind: Kind) -> KindTerm {
    let iri = kind_iri(kind);
    KindTerm {
        kind,
        label: file.text(&iri, rdfs::LABEL.as_str()).unwrap_or_else(|| kind.slug().to_owned()),
        colour: file.own_text(&iri, "colour").unwrap_or_else(|| "#FFFFFF".to_owned()),
        shape: file.own_text(&iri, "shape").unwrap_or_else(|| "box".to_owned()),
        alignments: file.alignments(&iri),
        iri,
    }
}

fn unknown_class(class: &str, classes: &BTreeMap<String, Vec<Kind>>) -> String {
    let typed = local_name(class);
    let near = did_you_mean(typed, classes.keys().map(|iri| local_name(iri)));
    format!("names the unknown class `{typed}` ({class}){near}")
}

impl Turtle<'_> {
    /// IRIs of the properties that are relations.
    fn relations(&self) -> impl Iterator<Item = &str> {
        let iris = self.subjects().filter(|s| !s.starts_with("_:"));
        iris.filter(|s| self.is_a(s, OBJECT_PROPERTY) || self.is_a(s, SYMMETRIC_PROPERTY))
    }

    /// IRIs of what has frames or counter-examples.
    fn expressed(&self) -> impl Iterator<Item = &str> {
        let has =
            |iri: &&str| !self.own(iri, "frame").is_empty() || !self.own(iri, "counterExample").is_empty();
        self.subjects().filter(has)
    }

    /// A relation and its frames say nothing in our namespace that would be passed over.
    fn check_own_terms(&self, iri: &str) -> Result<(), Error> {
        let nodes = self.own(iri, "frame").iter().map(|node| (&**node, &OF_FRAMES[..]));
        for (subject, known) in nodes.chain([(iri, &OF_RELATIONS[..])]) {
            let mut own = self.properties(subject).filter_map(|(p, _)| p.strip_prefix(NAMESPACE));
            if let Some(term) = own.find(|term| !known.contains(term)) {
                let near = did_you_mean(term, known.iter().copied());
                let message = format!(
                    "relation `{}`: `lg:{term}` is none of lg:{}{near}",
                    local_name(iri),
                    known.join(", lg:")
                );
                return Err(self.error(&format!("{NAMESPACE}{term}"), message));
            }
        }
        Ok(())
    }

    fn relation(&self, iri: &str, classes: &BTreeMap<String, Vec<Kind>>) -> Result<Relation, Error> {
        let name = local_name(iri).to_owned();
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-') {
            let message = format!("`{iri}` must end in a name of ASCII letters, digits, `-` and `_`");
            return Err(self.error(iri, message));
        }
        let label = self.text(iri, rdfs::LABEL.as_str());
        let label = label.ok_or_else(|| {
            let message =
                format!("relation `{name}` has no rdfs:label; say how it reads, such as \"trained with\"");
            self.error(iri, message)
        })?;
        let symmetric = self.is_a(iri, SYMMETRIC_PROPERTY);
        let inverse = if symmetric { Some(label.clone()) } else { self.own_text(iri, "inverseLabel") };
        Ok(Relation {
            domain: self.kinds_of(&name, iri, "domain", rdfs::DOMAIN.as_str(), classes)?,
            range: self.kinds_of(&name, iri, "range", rdfs::RANGE.as_str(), classes)?,
            definition: self.text(iri, &format!("{SKOS}definition")),
            colour: self.colour(&name, iri, "colour")?.unwrap_or_else(|| PLAIN.to_owned()),
            dark_colour: self.colour(&name, iri, "darkColour")?,
            alignments: self.alignments(iri),
            iri: iri.to_owned(),
            name,
            label,
            inverse,
            symmetric,
        })
    }

    fn colour(&self, name: &str, iri: &str, property: &str) -> Result<Option<String>, Error> {
        let Some(colour) = self.own_text(iri, property) else { return Ok(None) };
        let hex = colour.strip_prefix('#').filter(|hex| hex.len() == 6);
        if hex.is_some_and(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit())) {
            return Ok(Some(colour));
        }
        let message = format!("relation `{name}`: lg:{property} `{colour}` is not of the form #RRGGBB");
        Err(self.error(&colour, message))
    }

    /// The kinds that the domain or range of a relation names.
    fn kinds_of(
        &self,
        name: &str,
        iri: &str,
        side: &str,
        predicate: &str,
        classes: &BTreeMap<String, Vec<Kind>>,
    ) -> Result<Vec<Kind>, Error> {
        let class = match self.objects(iri, predicate) {
            [class] => class,
            [] => {
                let message = format!(
                    "relation `{name}` has no rdfs:{side}; name a kind or a union of kinds, such as lg:Country, lg:Actor"
                );
                return Err(self.error(iri, message));
            }
            _ => {
                let message =
                    format!("relation `{name}` has more than one rdfs:{side}; use one owl:unionOf them");
                return Err(self.error(iri, message));
            }
        };
        classes.get(&**class).cloned().ok_or_else(|| {
            let unknown = unknown_class(class, classes);
            self.error(class, format!("relation `{name}`: rdfs:{side} {unknown}"))
        })
    }

    /// The kinds an `owl:unionOf` lists, sorted.
    fn union(&self, class: &str, classes: &BTreeMap<String, Vec<Kind>>) -> Result<Vec<Kind>, Error> {
        let mut kinds = Vec::new();
        for member in self.list(self.text(class, UNION_OF).unwrap_or_default()) {
            let known = classes.get(&member).ok_or_else(|| {
                let unknown = unknown_class(&member, classes);
                self.error(&member, format!("class `{}`: owl:unionOf {unknown}", local_name(class)))
            })?;
            kinds.extend_from_slice(known);
        }
        kinds.sort_unstable();
        kinds.dedup();
        Ok(kinds)
    }

    fn alignments(&self, iri: &str) -> Vec<Alignment> {
        let is_mapping = |predicate: &str| {
            predicate == rdfs::SUB_PROPERTY_OF.as_str()
                || predicate == format!("{NAMESPACE}inverseMatch")
                || predicate.strip_prefix(SKOS).is_some_and(|name| name.ends_with("Match"))
        };
        let predicates = self.properties(iri).filter(|(p, _)| is_mapping(p));
        let mut found: Vec<_> = predicates
            .flat_map(|(mapping, targets)| {
                targets
                    .iter()
                    .map(|target| Alignment { mapping: mapping.to_owned(), target: target.to_string() })
            })
            .collect();
        found.sort();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::super::frame::Argument;
    use super::*;
    use crate::graph::Status;

    const PREFIXES: &str = "@prefix lg: <https://legation.example/ns#> . @prefix ex: <https://example.org/> .
        @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .";

    fn extended(turtle: &str) -> Result<Vocabulary, Error> {
        let mut vocabulary = Vocabulary::embedded()?;
        vocabulary.extend("own.ttl", &format!("{PREFIXES}\n{turtle}"))?;
        Ok(vocabulary)
    }

    fn refusal(turtle: &str) -> String {
        extended(turtle).unwrap_err().to_string()
    }

    #[test]
    fn embedded_relations_are_those_of_the_field() {
        let vocabulary = Vocabulary::embedded().unwrap();
        let names: Vec<_> = vocabulary.relations().iter().map(|r| r.name.as_str()).collect();
        let expected = "accused appliedToJoin attacked cooperatesWith exercisedWith founded holdsPosition joined left \
                        locatedIn memberOf metWith organized partOf participatedIn published sanctioned \
                        sentPersonnelTo signed signedWith supported visited";
        assert_eq!(names.join(" "), expected);
        let symmetric: Vec<_> = vocabulary.symmetric().collect();
        assert_eq!(symmetric, ["cooperatesWith", "exercisedWith", "metWith", "signedWith"]);
    }

    #[test]
    fn a_relation_carries_what_the_file_says() {
        let vocabulary = Vocabulary::embedded().unwrap();
        let visited = vocabulary.relation("visited").unwrap();
        assert_eq!(visited.iri, "https://legation.example/ns#visited");
        assert_eq!(visited.inverse.as_deref(), Some("visited by"));
        assert_eq!(visited.domain, [Kind::Country, Kind::Organization, Kind::Person]);
        assert_eq!(visited.range, [Kind::Country, Kind::Organization, Kind::Place]);
        assert_eq!(visited.colour, "#9B6E0E");
        let signed = vocabulary.relation("signed").unwrap();
        assert_eq!(signed.alignments.len(), 1);
        assert_eq!(signed.alignments[0].target, "http://www.wikidata.org/entity/P1891");
        let met = vocabulary.relation("metWith").unwrap();
        assert_eq!(met.inverse.as_deref(), Some("met with"));
    }

    #[test]
    fn every_kind_has_its_own_colour_and_shape() {
        let vocabulary = Vocabulary::embedded().unwrap();
        let mut looks: Vec<_> = vocabulary.kinds().iter().flat_map(|k| [&k.colour, &k.shape]).collect();
        looks.sort();
        looks.dedup();
        assert_eq!(looks.len(), 2 * Kind::ALL.len());
    }

    #[test]
    fn a_user_adds_a_relation_with_a_union_written_in_place() {
        let vocabulary = extended(
            "ex:extradited a owl:ObjectProperty ; rdfs:label 'extradited' ; rdfs:domain lg:Country ;
             rdfs:range [ owl:unionOf ( lg:Person lg:Organization ) ] .",
        );
        let vocabulary = vocabulary.unwrap();
        let relation = vocabulary.relation("extradited").unwrap();
        assert_eq!(relation.range, [Kind::Organization, Kind::Person]);
        assert_eq!(relation.iri, "https://example.org/extradited");
        assert!(vocabulary.relation("visited").is_ok());
    }

    #[test]
    fn a_user_gives_frames_to_old_and_new_relations() {
        let added = Vocabulary::embedded().unwrap().extend(
            "own.ttl",
            &format!(
                "{PREFIXES} lg:visited lg:frame 'S drop by O' ; lg:counterExample 'Peru may drop by Chile.' .
                 ex:r a owl:SymmetricProperty ; rdfs:label 'r' ; rdfs:domain lg:Actor ; rdfs:range lg:Actor ;
                 lg:frame [ lg:clause 'S deny O' ; lg:status 'negated' ] ."
            ),
        );
        let added = added.unwrap();
        assert_eq!(added.relations, ["r"]);
        let frames: Vec<_> = added.frames.iter().map(|f| (&*f.relation, &*f.clause, f.status)).collect();
        assert_eq!(frames, [("r", "S deny O", Some(Status::Negated)), ("visited", "S drop by O", None)]);
        assert_eq!(added.counter_examples[0].relation, "visited");
    }

    #[test]
    fn frames_name_groups_of_words_of_their_own_and_of_ours() {
        let own = format!(
            "{PREFIXES} ex:boats a lg:WordGroup ; lg:word 'skiff', 'dory' .
             lg:supported lg:frame 'S carve <boats>|raft for O', 'S whittle <craft> for O' ."
        );
        let added = Vocabulary::embedded().unwrap().extend("own.ttl", &own).unwrap();
        assert_eq!(added.frames[0].clause, "S carve <boats>|raft for O");
        let words = |frame: usize| {
            let objects = added.frames[frame].pattern.arguments.iter();
            let nouns = objects.filter_map(|(_, argument)| match argument {
                Argument::Node(node) => Some(node.lemmas.clone()),
                Argument::Slot(_) => None,
            });
            nouns.flatten().collect::<Vec<_>>()
        };
        assert_eq!(words(0), ["skiff", "dory", "raft"]);
        assert!(words(1).contains(&"frigate".to_owned()) && !words(1).contains(&"raft".to_owned()));
    }

    #[test]
    fn refusals_name_file_line_term_and_remedy() {
        let r = "ex:r a owl:ObjectProperty ; rdfs:label 'r' ; rdfs:domain lg:Actor";
        for (turtle, message) in [
            (
                "ex:r a owl:ObjectProperty ; rdfs:label 'r' ; rdfs:domain lg:Acter ; rdfs:range lg:Actor .",
                "own.ttl:3: relation `r`: rdfs:domain names the unknown class `Acter` \
                 (https://legation.example/ns#Acter); did you mean `Actor`?",
            ),
            (
                &format!("{r} ."),
                "own.ttl:3: relation `r` has no rdfs:range; name a kind or a union of kinds, \
                such as lg:Country, lg:Actor",
            ),
            (
                "ex:r a owl:ObjectProperty .",
                "own.ttl:3: relation `r` has no rdfs:label; say how it reads, such as \
                \"trained with\"",
            ),
            (
                &format!("{r} ; rdfs:range lg:Actor ; lg:colour 'green' ."),
                "own.ttl:3: relation `r`: lg:colour `green` is not of the form #RRGGBB",
            ),
            (
                "ex:visited a owl:ObjectProperty ; rdfs:label 'v' ; rdfs:domain lg:Actor ; rdfs:range lg:Actor .",
                "own.ttl:3: relation `visited` (https://example.org/visited) has the name of \
                 https://legation.example/ns#visited; give it another",
            ),
            (
                "lg:left a owl:ObjectProperty ; rdfs:label 'v' ; rdfs:domain lg:Actor ; rdfs:range lg:Actor .",
                "own.ttl:3: relation `left` is there already; to add frames to it, leave out its type, label, \
                 domain and range",
            ),
            (
                "\nlg:vistied lg:frame 'S visit O' .",
                "own.ttl:4: `https://legation.example/ns#vistied` has frames and is no relation; did you mean \
                 `visited`? A new one needs `a owl:ObjectProperty`, rdfs:label, rdfs:domain and rdfs:range",
            ),
            (
                "lg:visited lg:frame 'S visit' .",
                "own.ttl:3: relation `visited`: frame \"S visit\": expected the slots `S` and `O`, each once",
            ),
            (
                "lg:visited lg:frame 'S send <personel> to O' .",
                "own.ttl:3: relation `visited`: frame \"S send <personel> to O\": there is no word group \
                 `personel`; did you mean `personnel`?",
            ),
            (
                "lg:visited lg:frame 'S send <craft to O' .",
                "own.ttl:3: relation `visited`: frame \"S send <craft to O\": `<craft to O` names a word group and \
                 lacks its `>`",
            ),
            (
                "ex:boats a lg:WordGroup .",
                "own.ttl:3: the word group `boats` has no `lg:word`; give it some, such as lg:word \"skiff\"",
            ),
            (
                "ex:craft a lg:WordGroup ; lg:word 'skiff' .",
                "own.ttl:3: there is a word group `craft` already; give this one another name",
            ),
            (
                "lg:visited lg:frame\n [ lg:clause 'S see O' ; lg:status 'likely' ] .",
                "own.ttl:4: relation `visited`: frame \"S see O\": the status `likely` is none of asserted, \
                 planned, possible, negated",
            ),
            (
                "lg:visited lg:frame [ lg:clause 'S see O' ;\n lg:exmaple 'S{Peru} saw O{Chile}.' ] .",
                "own.ttl:4: relation `visited`: `lg:exmaple` is none of lg:clause, lg:example, lg:status, lg:role; \
                 did you mean `example`?",
            ),
            (
                "lg:visited lg:frame [ lg:example 'S{Peru} saw O{Chile}.' ] .",
                "own.ttl:3: relation `visited`: a frame has one `lg:clause`, such as \"S visit O\"; this has 0",
            ),
            (
                "ex:a ex:b ex:c .",
                "own.ttl: adds no relation and no frame; declare a relation with `a owl:ObjectProperty`, rdfs:label, \
                 rdfs:domain, rdfs:range and lg:frame, or give lg:frame to one that is there",
            ),
            ("ex:r a \n owl:Object", "own.ttl:4:12: not Turtle: Unexpected end"),
        ] {
            assert_eq!(refusal(turtle), message);
        }
        let unknown = Vocabulary::embedded().unwrap().relation("visted").unwrap_err().to_string();
        assert_eq!(unknown, "vocabulary: there is no relation `visted`; did you mean `visited`?");
    }
}
