//! The relation table: what `vocabulary.ttl` says of kinds and relations.
//!
//! Every `owl:ObjectProperty` is a relation. Its domain and range are kinds, or classes that an `owl:unionOf` spells
//! out in kinds. Terms this table does not need (frames, qualifiers of statements) are passed over.

use std::collections::BTreeMap;

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{NamedOrBlankNode, Term};

use super::{NAMESPACE, did_you_mean};
use crate::Error;
use crate::graph::Kind;

pub(crate) const EMBEDDED: &str = include_str!("../../schema/vocabulary.ttl");

const OBJECT_PROPERTY: &str = "http://www.w3.org/2002/07/owl#ObjectProperty";
const SYMMETRIC_PROPERTY: &str = "http://www.w3.org/2002/07/owl#SymmetricProperty";
const UNION_OF: &str = "http://www.w3.org/2002/07/owl#unionOf";
const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";
/// Colour of a relation or kind that declares none.
const PLAIN: &str = "#595959";

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
}

/// Kinds and relations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vocabulary {
    kinds: Vec<KindTerm>,
    relations: Vec<Relation>,
    /// Every class a domain or range may name, and the kinds it stands for.
    classes: BTreeMap<String, Vec<Kind>>,
}

impl Vocabulary {
    /// The vocabulary the library comes with.
    ///
    /// # Errors
    /// None in a released version: a test reads the embedded file.
    pub fn embedded() -> Result<Self, Error> {
        Self::from_turtle("schema/vocabulary.ttl", EMBEDDED)
    }

    /// A whole vocabulary from Turtle; `place` is the file's name for messages.
    ///
    /// # Errors
    /// Broken Turtle, a relation without label, domain or range, an unknown class, two relations of one name.
    pub fn from_turtle(place: &str, turtle: &str) -> Result<Self, Error> {
        let classes = Kind::ALL.into_iter().map(|kind| (kind_iri(kind), vec![kind])).collect();
        let mut vocabulary = Self { kinds: Vec::new(), relations: Vec::new(), classes };
        let file = File::parse(place, turtle)?;
        vocabulary.kinds = Kind::ALL.into_iter().map(|kind| file.kind(kind)).collect();
        vocabulary.read(&file)?;
        Ok(vocabulary)
    }

    /// Adds the classes and relations of a user's own Turtle; a relation of a known name replaces it.
    ///
    /// # Errors
    /// As for [`Vocabulary::from_turtle`]; nothing is added then.
    pub fn extend(&mut self, place: &str, turtle: &str) -> Result<(), Error> {
        let mut extended = self.clone();
        extended.read(&File::parse(place, turtle)?)?;
        *self = extended;
        Ok(())
    }

    /// The relations, sorted by name.
    #[must_use]
    pub fn relations(&self) -> &[Relation] {
        &self.relations
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

    fn find(&self, name: &str) -> Option<&Relation> {
        let at = self.relations.binary_search_by(|r| r.name.as_str().cmp(name)).ok()?;
        self.relations.get(at)
    }

    fn read(&mut self, file: &File) -> Result<(), Error> {
        for class in file.subjects_with(UNION_OF) {
            let kinds = file.union(class, &self.classes)?;
            self.classes.insert(class.to_owned(), kinds);
        }
        let mut names: BTreeMap<String, &str> = BTreeMap::new();
        for iri in file.relations() {
            let relation = file.relation(iri, &self.classes)?;
            if let Some(other) = names.insert(relation.name.clone(), iri) {
                return Err(file.error(format!("`{other}` and `{iri}` share the name `{}`", relation.name)));
            }
            self.relations.retain(|r| r.name != relation.name);
            self.relations.push(relation);
        }
        self.relations.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(())
    }
}

/// IRI of the class of a kind.
fn kind_iri(kind: Kind) -> String {
    format!("{NAMESPACE}{}", kind.name())
}

/// The part of an IRI after its last `#` or `/`.
fn local_name(iri: &str) -> &str {
    iri.rsplit(['#', '/']).next().unwrap_or(iri)
}

fn unknown_class(class: &str, classes: &BTreeMap<String, Vec<Kind>>) -> String {
    let typed = local_name(class);
    let near = did_you_mean(typed, classes.keys().map(|iri| local_name(iri)));
    format!("names the unknown class `{typed}` ({class}){near}")
}

/// One vocabulary file: subject → predicate → objects, blank nodes as `_:label`, literals by their text.
struct File<'a> {
    place: &'a str,
    terms: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

impl<'a> File<'a> {
    fn parse(place: &'a str, turtle: &str) -> Result<Self, Error> {
        let mut file = Self { place, terms: BTreeMap::new() };
        for quad in RdfParser::from_format(RdfFormat::Turtle).for_slice(turtle.as_bytes()) {
            let quad = quad.map_err(|e| file.error(e.to_string()))?;
            let subject = match quad.subject {
                NamedOrBlankNode::NamedNode(node) => node.into_string(),
                NamedOrBlankNode::BlankNode(node) => node.to_string(),
            };
            let object = match quad.object {
                Term::NamedNode(node) => node.into_string(),
                Term::BlankNode(node) => node.to_string(),
                Term::Literal(literal) => literal.value().to_owned(),
            };
            let predicates = file.terms.entry(subject).or_default();
            predicates.entry(quad.predicate.into_string()).or_default().push(object);
        }
        Ok(file)
    }

    fn error(&self, message: impl Into<String>) -> Error {
        Error::invalid(self.place, message)
    }

    fn objects(&self, subject: &str, predicate: &str) -> &[String] {
        self.terms.get(subject).and_then(|p| p.get(predicate)).map_or(&[], Vec::as_slice)
    }

    fn text(&self, subject: &str, predicate: &str) -> Option<String> {
        self.objects(subject, predicate).first().cloned()
    }

    fn own(&self, subject: &str, name: &str) -> Option<String> {
        self.text(subject, &format!("{NAMESPACE}{name}"))
    }

    fn is_a(&self, subject: &str, class: &str) -> bool {
        self.objects(subject, rdf::TYPE.as_str()).iter().any(|c| c == class)
    }

    /// IRIs of the properties that are relations.
    fn relations(&self) -> impl Iterator<Item = &str> {
        let iris = self.terms.keys().map(String::as_str).filter(|s| !s.starts_with("_:"));
        iris.filter(|s| self.is_a(s, OBJECT_PROPERTY) || self.is_a(s, SYMMETRIC_PROPERTY))
    }

    fn subjects_with(&self, predicate: &str) -> impl Iterator<Item = &str> {
        self.terms.iter().filter(move |(_, p)| p.contains_key(predicate)).map(|(s, _)| s.as_str())
    }

    fn kind(&self, kind: Kind) -> KindTerm {
        let iri = kind_iri(kind);
        KindTerm {
            kind,
            label: self.text(&iri, rdfs::LABEL.as_str()).unwrap_or_else(|| kind.slug().to_owned()),
            colour: self.own(&iri, "colour").unwrap_or_else(|| "#FFFFFF".to_owned()),
            shape: self.own(&iri, "shape").unwrap_or_else(|| "box".to_owned()),
            iri,
        }
    }

    fn relation(&self, iri: &str, classes: &BTreeMap<String, Vec<Kind>>) -> Result<Relation, Error> {
        let name = local_name(iri).to_owned();
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-') {
            return Err(
                self.error(format!("`{iri}` must end in a name of ASCII letters, digits, `-` and `_`"))
            );
        }
        let label = self.text(iri, rdfs::LABEL.as_str());
        let label = label.ok_or_else(|| self.error(format!("relation `{name}` has no rdfs:label")))?;
        let symmetric = self.is_a(iri, SYMMETRIC_PROPERTY);
        let inverse = if symmetric { Some(label.clone()) } else { self.own(iri, "inverseLabel") };
        Ok(Relation {
            domain: self.kinds_of(&name, iri, "domain", rdfs::DOMAIN.as_str(), classes)?,
            range: self.kinds_of(&name, iri, "range", rdfs::RANGE.as_str(), classes)?,
            definition: self.text(iri, &format!("{SKOS}definition")),
            colour: self.own(iri, "colour").unwrap_or_else(|| PLAIN.to_owned()),
            alignments: self.alignments(iri),
            iri: iri.to_owned(),
            name,
            label,
            inverse,
            symmetric,
        })
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
            [] => return Err(self.error(format!("relation `{name}` has no rdfs:{side}"))),
            _ => {
                let message =
                    format!("relation `{name}` has more than one rdfs:{side}; use one owl:unionOf them");
                return Err(self.error(message));
            }
        };
        classes.get(class).cloned().ok_or_else(|| {
            let unknown = unknown_class(class, classes);
            self.error(format!("relation `{name}`: rdfs:{side} {unknown}"))
        })
    }

    /// The kinds an `owl:unionOf` lists, sorted.
    fn union(&self, class: &str, classes: &BTreeMap<String, Vec<Kind>>) -> Result<Vec<Kind>, Error> {
        let mut kinds = Vec::new();
        for member in self.list(self.text(class, UNION_OF).unwrap_or_default()) {
            let known = classes.get(&member).ok_or_else(|| {
                let unknown = unknown_class(&member, classes);
                self.error(format!("class `{}`: owl:unionOf {unknown}", local_name(class)))
            })?;
            kinds.extend_from_slice(known);
        }
        kinds.sort_unstable();
        kinds.dedup();
        Ok(kinds)
    }

    /// The members of an RDF list; a list that bites its tail ends where it meets itself.
    fn list(&self, head: String) -> Vec<String> {
        let mut members = Vec::new();
        let mut seen = Vec::new();
        let mut at = head;
        while at != rdf::NIL.as_str() && !seen.contains(&at) {
            members.extend(self.text(&at, rdf::FIRST.as_str()));
            let next = self.text(&at, rdf::REST.as_str()).unwrap_or_else(|| rdf::NIL.as_str().to_owned());
            seen.push(std::mem::replace(&mut at, next));
        }
        members
    }

    fn alignments(&self, iri: &str) -> Vec<Alignment> {
        let is_mapping = |predicate: &str| {
            predicate == rdfs::SUB_PROPERTY_OF.as_str()
                || predicate == format!("{NAMESPACE}inverseMatch")
                || predicate.strip_prefix(SKOS).is_some_and(|name| name.ends_with("Match"))
        };
        let predicates = self.terms.get(iri).into_iter().flatten().filter(|(p, _)| is_mapping(p));
        let mut found: Vec<_> = predicates
            .flat_map(|(mapping, targets)| {
                targets.iter().map(|target| Alignment { mapping: mapping.clone(), target: target.clone() })
            })
            .collect();
        found.sort();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PREFIXES: &str = "@prefix lg: <https://legation.example/ns#> . @prefix ex: <https://example.org/> .
        @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .";

    fn extended(turtle: &str) -> Result<Vocabulary, Error> {
        let mut vocabulary = Vocabulary::embedded()?;
        vocabulary.extend("own.ttl", &format!("{PREFIXES} {turtle}"))?;
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
        assert_eq!(visited.colour, "#8A5200");
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
    fn refusals_name_file_term_and_remedy() {
        assert_eq!(
            refusal(
                "ex:r a owl:ObjectProperty ; rdfs:label 'r' ; rdfs:domain lg:Acter ; rdfs:range lg:Actor ."
            ),
            "own.ttl: relation `r`: rdfs:domain names the unknown class `Acter` \
             (https://legation.example/ns#Acter); did you mean `Actor`?"
        );
        assert_eq!(
            refusal("ex:r a owl:ObjectProperty ; rdfs:label 'r' ; rdfs:domain lg:Actor ."),
            "own.ttl: relation `r` has no rdfs:range"
        );
        assert_eq!(refusal("ex:r a owl:ObjectProperty ."), "own.ttl: relation `r` has no rdfs:label");
        assert!(refusal("ex:r a owl:Object").starts_with("own.ttl: "));
        let unknown = Vocabulary::embedded().unwrap().relation("visted").unwrap_err().to_string();
        assert_eq!(unknown, "vocabulary: there is no relation `visted`; did you mean `visited`?");
    }
}
