//! The formats, one row each: how the user names it, what files of it end in, what people call it, its media type.

use std::fmt;
use std::str::FromStr;

use crate::Error;
use crate::vocabulary::choose;

/// Makes the enum and its table of the same rows.
macro_rules! formats {
    ($($(#[$doc:meta])+ $variant:ident = $name:literal, $extensions:expr, $title:literal, $media_type:literal;)+) => {
        /// A format a graph can be written in.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Format {
            $($(#[$doc])+ $variant,)+
        }

        impl Format {
            /// Every format.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The name a user gives: `ttl`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// What files of it may end in, the usual ending first.
            #[must_use]
            pub const fn extensions(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &$extensions,)+ }
            }

            /// What it is called among people: `Turtle`.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)+ }
            }

            /// Its media type: `text/turtle`.
            #[must_use]
            pub const fn media_type(self) -> &'static str {
                match self { $(Self::$variant => $media_type,)+ }
            }
        }
    };
}

formats! {
    /// The graph document.
    Json = "json", ["json"], "graph document", "application/json";
    /// The objects of the graph document, one a line.
    JsonLines = "jsonl", ["jsonl", "ndjson"], "JSON Lines", "application/x-ndjson";
    /// RDF, one triple a line.
    NTriples = "nt", ["nt"], "N-Triples", "application/n-triples";
    /// RDF with named graphs, one triple a line.
    NQuads = "nq", ["nq"], "N-Quads", "application/n-quads";
    /// RDF for reading.
    Turtle = "ttl", ["ttl"], "Turtle", "text/turtle";
    /// RDF with named graphs, for reading.
    TriG = "trig", ["trig"], "TriG", "application/trig";
    /// RDF as XML.
    RdfXml = "rdfxml", ["rdf", "rdfxml", "owl"], "RDF/XML", "application/rdf+xml";
    /// RDF for rule engines.
    N3 = "n3", ["n3"], "N3", "text/n3";
    /// RDF as nested JSON.
    JsonLd = "jsonld", ["jsonld"], "JSON-LD", "application/ld+json";
    /// A diagram for Graphviz.
    Dot = "dot", ["dot", "gv"], "Graphviz DOT", "text/vnd.graphviz";
    /// The diagram drawn, by an installed Graphviz, for the web.
    Svg = "svg", ["svg"], "SVG", "image/svg+xml";
    /// The diagram drawn as pixels.
    Png = "png", ["png"], "PNG", "image/png";
    /// The diagram drawn for print.
    Pdf = "pdf", ["pdf"], "PDF", "application/pdf";
    /// A diagram for Markdown pages.
    Mermaid = "mermaid", ["mmd", "mermaid"], "Mermaid", "text/vnd.mermaid";
    /// A property graph as XML, for most graph tools.
    GraphMl = "graphml", ["graphml"], "GraphML", "application/graphml+xml";
    /// A property graph in time, for Gephi.
    Gexf = "gexf", ["gexf"], "GEXF", "application/gexf+xml";
    /// A script that loads a property graph into a database.
    Cypher = "cypher", ["cypher", "cql"], "Cypher", "application/x-cypher-query";
    /// Tables of a property graph, several files.
    Csv = "csv", ["csv"], "CSV", "text/csv";
}

impl Format {
    /// What files of it usually end in.
    #[must_use]
    pub fn extension(self) -> &'static str {
        self.extensions().first().copied().unwrap_or(self.name())
    }

    /// The format of files with this ending, in capitals or not.
    #[must_use]
    pub fn from_extension(extension: &str) -> Option<Self> {
        let extension = extension.to_lowercase();
        Self::ALL.iter().copied().find(|format| format.extensions().contains(&extension.as_str()))
    }

    /// Whether it is drawn, and shows only what is said to be so unless more is asked for.
    #[must_use]
    pub const fn is_diagram(self) -> bool {
        matches!(self, Self::Dot | Self::Svg | Self::Png | Self::Pdf | Self::Mermaid)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Format {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        choose("format", name, Self::ALL, Self::name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn formats_are_known_by_name_and_by_ending() {
        for &format in Format::ALL {
            assert_eq!(format.to_string().parse::<Format>().unwrap(), format);
            assert_eq!(Format::from_extension(&format.extension().to_uppercase()), Some(format));
        }
        let refusal = "jsonl-d".parse::<Format>().unwrap_err().to_string();
        assert!(refusal.ends_with("; did you mean `jsonld`?"), "{refusal}");
    }

    #[test]
    fn no_two_formats_share_a_name_or_an_ending() {
        let names: BTreeSet<&str> = Format::ALL.iter().map(|format| format.name()).collect();
        assert_eq!(names.len(), Format::ALL.len());
        let endings: Vec<&str> = Format::ALL.iter().flat_map(|format| format.extensions()).copied().collect();
        assert_eq!(endings.iter().collect::<BTreeSet<_>>().len(), endings.len());
    }
}
