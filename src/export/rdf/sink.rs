//! Where triples go: what every RDF syntax implements.

use crate::Error;
use crate::vocabulary::terms::Name;

/// What a triple says of its subject.
#[derive(Clone, Copy, Debug)]
pub(super) enum Value<'a> {
    /// A term of a vocabulary.
    Name(Name<'a>),
    /// A thing of the graph, by its IRI.
    Node(&'a str),
    /// A string.
    Text(&'a str),
    /// A string of a datatype.
    Typed(&'a str, Name<'static>),
    /// A triple, spoken of and not asserted.
    Triple(&'a str, Name<'a>, &'a str),
}

/// A syntax of RDF. Triples come by subject; IRIs have been checked.
pub(super) trait Sink: Send {
    /// What follows is in the graph of this name, or in the default graph.
    fn graph(&mut self, name: Option<&str>);

    /// What follows is said of this node.
    fn subject(&mut self, iri: &str);

    /// One triple.
    ///
    /// # Errors
    /// The syntax cannot say it.
    fn property(&mut self, predicate: Name, value: Value) -> Result<(), Error>;

    /// No more is said of the node.
    fn end_subject(&mut self);

    /// No more is said.
    fn finish(&mut self);

    /// The bytes so far; whoever takes them clears them.
    fn bytes(&mut self) -> &mut Vec<u8>;
}
