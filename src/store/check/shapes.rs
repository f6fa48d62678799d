//! The part of SHACL that `schema/shapes.ttl` uses, over a store.
//!
//! Targets by class and by property; nodes and property shapes with a property, a sequence of them or a choice between
//! some for a path; the constraints listed in [`Constraint`]. A shape that asks for anything else is refused, so that
//! nothing is passed over in silence. The Rust engine there is for all of SHACL brings some three hundred crates and an HTTP client.

use std::collections::BTreeSet;

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::vocab::rdf;
use oxigraph::model::{Graph, NamedNode, NamedOrBlankNode, NamedOrBlankNodeRef, Term, TermRef, Triple};
use regex::Regex;

use crate::Error;
use crate::store::Store;

const SH: &str = "http://www.w3.org/ns/shacl#";

/// The shapes that say what a valid graph is.
const EMBEDDED: &str = include_str!("../../../schema/shapes.ttl");

/// A node that is not as a shape has it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Violation {
    /// The node at fault.
    pub(super) focus: String,
    /// What the shape says of such nodes.
    pub(super) message: String,
    /// The values at fault, as N-Triples terms, with commas between; none if they are missing.
    pub(super) found: String,
}

/// What a set of nodes must be like.
pub(super) struct Shapes {
    shapes: Vec<(Vec<Target>, Shape)>,
}

/// Which nodes a shape is about.
enum Target {
    Class(NamedNode),
    SubjectsOf(NamedNode),
    ObjectsOf(NamedNode),
}

struct Shape {
    /// Properties from the node to the values the constraints are about, one of several at each step; none for the node
    /// itself.
    path: Vec<Vec<NamedNode>>,
    constraints: Vec<Constraint>,
    properties: Vec<Shape>,
    message: Option<String>,
}

/// What values must be like.
enum Constraint {
    MinCount(usize),
    MaxCount(usize),
    Datatype(NamedNode),
    MinLength(usize),
    Pattern(Regex),
    MinInclusive(f64),
    MaxInclusive(f64),
    Iri,
    Class(NamedNode),
    In(Vec<Term>),
    Node(Shape),
    Or(Vec<Shape>),
    LessThan(NamedNode),
}

impl Shapes {
    /// The shapes the library comes with.
    ///
    /// # Errors
    /// None in a released version: a test reads them.
    pub(super) fn embedded() -> Result<Self, Error> {
        Self::read("schema/shapes.ttl", EMBEDDED)
    }

    fn read(place: &str, turtle: &str) -> Result<Self, Error> {
        let mut graph = Graph::new();
        for quad in RdfParser::from_format(RdfFormat::Turtle).for_slice(turtle.as_bytes()) {
            let quad = quad.map_err(|e| Error::invalid(place, e.to_string()))?;
            graph.insert(&Triple::from(quad));
        }
        let reader = Reader { place, graph: &graph };
        let targeted = ["targetClass", "targetSubjectsOf", "targetObjectsOf"];
        let mut nodes = BTreeSet::new();
        for target in targeted {
            let target = term(target);
            nodes.extend(graph.triples_for_predicate(&target).map(|t| t.subject.to_string()));
        }
        let named = graph.iter().map(|t| t.subject.into_owned()).collect::<Vec<NamedOrBlankNode>>();
        let mut shapes = Vec::new();
        for node in named {
            if nodes.remove(&node.to_string()) {
                shapes.push((reader.targets(node.as_ref())?, reader.shape(node.as_ref())?));
            }
        }
        Ok(Self { shapes })
    }

    /// Everything in the store that is not as the shapes have it, sorted.
    pub(super) fn check(&self, store: &Store) -> Vec<Violation> {
        let data = Data { store };
        let mut found = BTreeSet::new();
        for (targets, shape) in &self.shapes {
            for target in targets {
                for focus in data.targets(target) {
                    data.check(shape, &focus, None, &mut found);
                }
            }
        }
        found.into_iter().collect()
    }
}

/// A term of SHACL.
fn term(local: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{SH}{local}"))
}

/// Reads shapes from their graph.
struct Reader<'a> {
    place: &'a str,
    graph: &'a Graph,
}

type MakeTarget = fn(NamedNode) -> Target;

impl Reader<'_> {
    fn refuse(&self, message: String) -> Error {
        Error::invalid(self.place, message)
    }

    fn targets(&self, node: NamedOrBlankNodeRef) -> Result<Vec<Target>, Error> {
        let kinds: [(&str, MakeTarget); 3] = [
            ("targetClass", Target::Class),
            ("targetSubjectsOf", Target::SubjectsOf),
            ("targetObjectsOf", Target::ObjectsOf),
        ];
        let mut targets = Vec::new();
        for (property, target) in kinds {
            let property = term(property);
            for value in self.graph.objects_for_subject_predicate(node, &property) {
                targets.push(target(self.iri(value)?));
            }
        }
        Ok(targets)
    }

    fn shape(&self, node: NamedOrBlankNodeRef) -> Result<Shape, Error> {
        let mut shape =
            Shape { path: Vec::new(), constraints: Vec::new(), properties: Vec::new(), message: None };
        for triple in self.graph.triples_for_subject(node) {
            let Some(property) = triple.predicate.as_str().strip_prefix(SH) else { continue };
            match property {
                "targetClass" | "targetSubjectsOf" | "targetObjectsOf" => {}
                "path" => shape.path = self.path(triple.object)?,
                "message" => shape.message = Some(text(triple.object)),
                "property" => shape.properties.push(self.shape(self.node(triple.object)?)?),
                _ => shape.constraints.push(self.constraint(property, triple.object)?),
            }
        }
        Ok(shape)
    }

    fn constraint(&self, property: &str, value: TermRef) -> Result<Constraint, Error> {
        Ok(match property {
            "minCount" => Constraint::MinCount(self.number(value)?),
            "maxCount" => Constraint::MaxCount(self.number(value)?),
            "minLength" => Constraint::MinLength(self.number(value)?),
            "minInclusive" => Constraint::MinInclusive(self.number(value)?),
            "maxInclusive" => Constraint::MaxInclusive(self.number(value)?),
            "pattern" => Constraint::Pattern(self.regex(value)?),
            "datatype" => Constraint::Datatype(self.iri(value)?),
            "nodeKind" if value.to_string() == term("IRI").to_string() => Constraint::Iri,
            "class" => Constraint::Class(self.iri(value)?),
            "in" => Constraint::In(self.list(value)?),
            "node" => Constraint::Node(self.shape(self.node(value)?)?),
            "or" => {
                let alternatives = self.list(value)?;
                let shapes = alternatives.iter().map(|a| self.shape(self.node(a.as_ref())?));
                Constraint::Or(shapes.collect::<Result<_, _>>()?)
            }
            "lessThan" => Constraint::LessThan(self.iri(value)?),
            _ => return Err(self.refuse(format!("`sh:{property} {value}` is not understood"))),
        })
    }

    /// A property, a sequence of them, or the choice between some.
    fn path(&self, value: TermRef) -> Result<Vec<Vec<NamedNode>>, Error> {
        if let TermRef::NamedNode(node) = value {
            return Ok(vec![vec![node.into_owned()]]);
        }
        let iris =
            |list: Vec<Term>| list.iter().map(|step| self.iri(step.as_ref())).collect::<Result<_, _>>();
        let alternatives = term("alternativePath");
        if let Some(choice) = self.graph.object_for_subject_predicate(self.node(value)?, &alternatives) {
            return Ok(vec![iris(self.list(choice)?)?]);
        }
        let steps: Vec<NamedNode> = iris(self.list(value)?)?;
        Ok(steps.into_iter().map(|step| vec![step]).collect())
    }

    fn regex(&self, value: TermRef) -> Result<Regex, Error> {
        Regex::new(&text(value)).map_err(|e| self.refuse(format!("{value} is no pattern: {e}")))
    }

    fn list(&self, start: TermRef) -> Result<Vec<Term>, Error> {
        let mut items = Vec::new();
        let mut at: Term = start.into_owned();
        while at != rdf::NIL.into_owned().into() {
            let node = self.node(at.as_ref())?;
            let [first, rest] =
                [rdf::FIRST, rdf::REST].map(|p| self.graph.object_for_subject_predicate(node, p));
            let (Some(first), Some(rest)) = (first, rest) else {
                return Err(self.refuse(format!("{at} is no list")));
            };
            items.push(first.into_owned());
            at = rest.into_owned();
        }
        Ok(items)
    }

    fn node<'b>(&self, value: TermRef<'b>) -> Result<NamedOrBlankNodeRef<'b>, Error> {
        match value {
            TermRef::NamedNode(node) => Ok(node.into()),
            TermRef::BlankNode(node) => Ok(node.into()),
            TermRef::Literal(_) | TermRef::Triple(_) => Err(self.refuse(format!("{value} is no shape"))),
        }
    }

    fn iri(&self, value: TermRef) -> Result<NamedNode, Error> {
        match value {
            TermRef::NamedNode(node) => Ok(node.into_owned()),
            _ => Err(self.refuse(format!("{value} is no IRI"))),
        }
    }

    fn number<N: std::str::FromStr>(&self, value: TermRef) -> Result<N, Error> {
        text(value).parse().map_err(|_| self.refuse(format!("{value} is no such number")))
    }
}

/// The text of a literal, or the IRI.
fn text(term: TermRef) -> String {
    match term {
        TermRef::NamedNode(node) => node.as_str().to_owned(),
        TermRef::Literal(literal) => literal.value().to_owned(),
        TermRef::BlankNode(node) => node.to_string(),
        TermRef::Triple(triple) => triple.to_string(),
    }
}

/// The store as shapes look at it.
struct Data<'a> {
    store: &'a Store,
}

impl Data<'_> {
    fn targets(&self, target: &Target) -> Vec<Term> {
        let (predicate, object) = match target {
            Target::Class(class) => (rdf::TYPE.into_owned(), Some(class.clone().into())),
            Target::SubjectsOf(property) | Target::ObjectsOf(property) => (property.clone(), None),
        };
        let found = self.store.triples.of([None, Some(&predicate.into()), object.as_ref()]);
        let nodes = found.map(|[subject, _, object]| match target {
            Target::ObjectsOf(_) => object.clone(),
            Target::Class(_) | Target::SubjectsOf(_) => subject.clone(),
        });
        nodes.collect()
    }

    /// The values that one property after another leads to, each once.
    fn values(&self, focus: &Term, path: &[Vec<NamedNode>]) -> Vec<Term> {
        let mut values = vec![focus.clone()];
        for properties in path {
            let mut next = Vec::new();
            for (value, property) in values.iter().flat_map(|v| properties.iter().map(move |p| (v, p))) {
                let found = self.store.triples.of([Some(value), Some(&property.clone().into()), None]);
                next.extend(found.map(|[.., object]| object.clone()));
            }
            values = next;
        }
        values.sort_by_cached_key(ToString::to_string);
        values.dedup();
        values
    }

    /// Gathers what is wrong with a node; `outer` is the message of the shape around this one.
    fn check(&self, shape: &Shape, focus: &Term, outer: Option<&str>, found: &mut BTreeSet<Violation>) {
        let message = shape.message.as_deref().or(outer);
        let values = self.values(focus, &shape.path);
        for constraint in &shape.constraints {
            let wrong = self.wrong(constraint, focus, &values);
            if let Some(wrong) = wrong {
                let found_terms: Vec<String> = wrong.iter().map(ToString::to_string).collect();
                found.insert(Violation {
                    focus: text(focus.as_ref()),
                    message: message.unwrap_or("not as the shapes have it").to_owned(),
                    found: found_terms.join(", "),
                });
            }
        }
        for property in &shape.properties {
            for value in &values {
                self.check(property, value, message, found);
            }
        }
    }

    fn conforms(&self, shape: &Shape, focus: &Term) -> bool {
        let mut found = BTreeSet::new();
        self.check(shape, focus, None, &mut found);
        found.is_empty()
    }

    /// The values that a constraint is broken by; all of them, which may be none, if it is about their number.
    fn wrong(&self, constraint: &Constraint, focus: &Term, values: &[Term]) -> Option<Vec<Term>> {
        let those_not = |good: &dyn Fn(&Term) -> bool| -> Vec<Term> {
            values.iter().filter(|value| !good(value)).cloned().collect()
        };
        let broken = match constraint {
            Constraint::MinCount(least) => return (values.len() < *least).then(|| values.to_vec()),
            Constraint::MaxCount(most) => return (values.len() > *most).then(|| values.to_vec()),
            Constraint::Class(class) => those_not(&|v| self.is_a(v, class)),
            Constraint::Node(shape) => those_not(&|v| self.conforms(shape, v)),
            Constraint::Or(shapes) => those_not(&|v| shapes.iter().any(|shape| self.conforms(shape, v))),
            Constraint::LessThan(property) => {
                let limits = self.values(focus, &[vec![property.clone()]]);
                those_not(&|v| limits.iter().all(|limit| less(v, limit)))
            }
            plain => those_not(&|v| plain.suits(v)),
        };
        Some(broken).filter(|broken| !broken.is_empty())
    }

    fn is_a(&self, value: &Term, class: &NamedNode) -> bool {
        let mut found = self.store.triples.of([
            Some(value),
            Some(&rdf::TYPE.into_owned().into()),
            Some(&class.clone().into()),
        ]);
        found.next().is_some()
    }
}

impl Constraint {
    /// Whether a value suits a constraint that asks for no other node.
    fn suits(&self, value: &Term) -> bool {
        let literal = match value {
            Term::Literal(literal) => Some(literal),
            _ => None,
        };
        let number = || literal.and_then(|l| l.value().parse::<f64>().ok());
        match self {
            Self::Datatype(datatype) => literal.is_some_and(|l| l.datatype() == datatype.as_ref()),
            Self::MinLength(least) => text(value.as_ref()).chars().count() >= *least,
            Self::Pattern(pattern) => pattern.is_match(&text(value.as_ref())),
            Self::MinInclusive(least) => number().is_some_and(|n| n >= *least),
            Self::MaxInclusive(most) => number().is_some_and(|n| n <= *most),
            Self::Iri => matches!(value, Term::NamedNode(_)),
            Self::In(terms) => terms.contains(value),
            _ => true,
        }
    }
}

/// Whether one number is less than another.
fn less(a: &Term, b: &Term) -> bool {
    let number = |term: &Term| text(term.as_ref()).parse::<u64>().ok();
    matches!((number(a), number(b)), (Some(a), Some(b)) if a < b)
}
