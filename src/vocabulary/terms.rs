//! The terms that exports write and imports read, with the prefixes of their vocabularies.

use super::NAMESPACE;

/// A term: its IRI, and its short name if its vocabulary has a prefix here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Name<'a> {
    pub(crate) iri: &'a str,
    pub(crate) short: Option<&'a str>,
}

/// Prefixes of the vocabularies, sorted.
pub(crate) const PREFIXES: [(&str, &str); 11] = [
    ("dcterms", "http://purl.org/dc/terms/"),
    ("edtf", "http://id.loc.gov/datatypes/edtf/"),
    ("lg", NAMESPACE),
    ("oa", "http://www.w3.org/ns/oa#"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("wd", "http://www.wikidata.org/entity/"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// One constant a term: its prefix, its namespace, its local name.
macro_rules! names {
    ($($prefix:literal $namespace:literal { $($constant:ident = $local:literal,)+ })+) => {
        $($(
            pub(crate) const $constant: Name<'static> = Name {
                iri: concat!($namespace, $local),
                short: Some(concat!($prefix, ":", $local)),
            };
        )+)+
        #[cfg(test)]
        const NAMESPACES: &[(&str, &str)] = &[$(($prefix, $namespace)),+];
    };
}

names! {
    "lg" "https://legation.example/ns#" {
        STATEMENT = "Statement",
        SOURCE = "Source",
        MENTIONED_IN = "mentionedIn",
        MENTIONED_AT = "mentionedAt",
        SUBJECT = "subject",
        RELATION = "relation",
        OBJECT = "object",
        WHEN = "when",
        ON_DATE = "onDate",
        FROM_DATE = "fromDate",
        UNTIL_DATE = "untilDate",
        STATUS = "status",
        BY = "by",
        ROLE = "role",
        CONFIDENCE = "confidence",
        INFERRED_BY = "inferredBy",
        INFERRED_FROM = "inferredFrom",
    }
    "rdf" "http://www.w3.org/1999/02/22-rdf-syntax-ns#" {
        TYPE = "type",
        RDF_STATEMENT = "Statement",
        RDF_SUBJECT = "subject",
        RDF_PREDICATE = "predicate",
        RDF_OBJECT = "object",
        REIFIES = "reifies",
    }
    "rdfs" "http://www.w3.org/2000/01/rdf-schema#" {
        LABEL = "label",
    }
    "skos" "http://www.w3.org/2004/02/skos/core#" {
        ALT_LABEL = "altLabel",
    }
    "owl" "http://www.w3.org/2002/07/owl#" {
        SAME_AS = "sameAs",
        SYMMETRIC_PROPERTY = "SymmetricProperty",
    }
    "prov" "http://www.w3.org/ns/prov#" {
        WAS_DERIVED_FROM = "wasDerivedFrom",
    }
    "oa" "http://www.w3.org/ns/oa#" {
        SPECIFIC_RESOURCE = "SpecificResource",
        TEXT_QUOTE_SELECTOR = "TextQuoteSelector",
        TEXT_POSITION_SELECTOR = "TextPositionSelector",
        HAS_SOURCE = "hasSource",
        HAS_SELECTOR = "hasSelector",
        EXACT = "exact",
        START = "start",
        END = "end",
    }
    "dcterms" "http://purl.org/dc/terms/" {
        TITLE = "title",
        DATE = "date",
        ORIGIN = "source",
    }
    "edtf" "http://id.loc.gov/datatypes/edtf/" {
        EDTF = "EDTF",
    }
    "xsd" "http://www.w3.org/2001/XMLSchema#" {
        XSD_DATE = "date",
        XSD_DECIMAL = "decimal",
        XSD_YEAR = "gYear",
        XSD_YEAR_MONTH = "gYearMonth",
        XSD_COUNT = "nonNegativeInteger",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_namespace_has_its_prefix() {
        for namespace in NAMESPACES {
            assert!(PREFIXES.contains(namespace), "{namespace:?}");
        }
    }
}
