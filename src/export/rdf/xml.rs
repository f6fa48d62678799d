//! RDF/XML: one `rdf:Description` a subject.
//!
//! XML 1.0 has no way to say most control characters: U+FFFD stands for them.

use super::super::xml::escaped;
use super::sink::{Sink, Value};
use crate::Error;
use crate::vocabulary::terms::{Name, PREFIXES};

/// Writes an element for each subject.
pub(super) struct Xml {
    bytes: Vec<u8>,
}

impl Xml {
    pub(super) fn new() -> Self {
        let mut xml = Self { bytes: Vec::new() };
        xml.push("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF");
        for (prefix, iri) in PREFIXES {
            xml.push(&format!("\n    xmlns:{prefix}=\"{iri}\""));
        }
        xml.push(">\n");
        xml
    }

    fn push(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
    }

    fn push_attribute(&mut self, name: &str, value: &str) {
        self.push(" ");
        self.push(name);
        self.push("=\"");
        self.push_text(value);
        self.push("\"");
    }

    fn push_text(&mut self, text: &str) {
        for piece in escaped(text) {
            self.push(piece);
        }
    }

    /// An element that says one thing: attributes and content by `value`.
    fn push_element(&mut self, indent: &str, name: &Qualified, value: Value) -> Result<(), Error> {
        self.push(indent);
        self.push("<");
        self.push(name.tag());
        if let Qualified::Foreign { namespace, .. } = name {
            self.push_attribute("xmlns:ns", namespace);
        }
        match value {
            Value::Name(Name { iri, .. }) | Value::Node(iri) => {
                self.push_attribute("rdf:resource", iri);
                self.push("/>\n");
                return Ok(());
            }
            Value::Text(text) => {
                self.push(">");
                self.push_text(text);
            }
            Value::Typed(text, datatype) => {
                self.push_attribute("rdf:datatype", datatype.iri);
                self.push(">");
                self.push_text(text);
            }
            Value::Triple(subject, predicate, object) => {
                self.push(" rdf:version=\"1.2\" rdf:parseType=\"Triple\">\n");
                self.push("      <rdf:Description");
                self.push_attribute("rdf:about", subject);
                self.push(">\n");
                self.push_element("        ", &Qualified::new(predicate)?, Value::Node(object))?;
                self.push("      </rdf:Description>\n    ");
            }
        }
        self.push("</");
        self.push(name.tag());
        self.push(">\n");
        Ok(())
    }
}

/// The name of an element.
enum Qualified<'a> {
    /// Of a vocabulary whose prefix the document declares.
    Known(&'a str),
    /// Of another namespace, which the element declares.
    Foreign { namespace: &'a str, tag: String },
}

impl<'a> Qualified<'a> {
    fn new(name: Name<'a>) -> Result<Self, Error> {
        if let Some(short) = name.short {
            return Ok(Self::Known(short));
        }
        let last_word = name.iri.rsplit(|c| !is_name(c)).next().unwrap_or_default();
        let local = last_word.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
        match name.iri.strip_suffix(local) {
            Some(namespace) if !local.is_empty() => {
                Ok(Self::Foreign { namespace, tag: format!("ns:{local}") })
            }
            _ => {
                let message = "no XML name can be made of the end of this address, as RDF/XML needs; write another \
                               format, or let it end in a word";
                Err(Error::invalid(name.iri, message))
            }
        }
    }

    fn tag(&self) -> &str {
        match self {
            Self::Known(tag) => tag,
            Self::Foreign { tag, .. } => tag,
        }
    }
}

/// Whether a character may stand in an XML name, of those that need no thought.
fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '-'
}

impl Sink for Xml {
    fn graph(&mut self, _: Option<&str>) {}

    fn subject(&mut self, iri: &str) {
        self.push("\n  <rdf:Description");
        self.push_attribute("rdf:about", iri);
        self.push(">\n");
    }

    fn property(&mut self, predicate: Name, value: Value) -> Result<(), Error> {
        self.push_element("    ", &Qualified::new(predicate)?, value)
    }

    fn end_subject(&mut self) {
        self.push("  </rdf:Description>\n");
    }

    fn finish(&mut self) {
        self.push("\n</rdf:RDF>\n");
    }

    fn bytes(&mut self) -> &mut Vec<u8> {
        &mut self.bytes
    }
}
