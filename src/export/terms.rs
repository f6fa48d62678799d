//! IRIs that exports write.

use oxigraph::model::NamedNodeRef;

type Iri = NamedNodeRef<'static>;

const fn iri(text: &'static str) -> Iri {
    NamedNodeRef::new_unchecked(text)
}

pub(super) const STATEMENT: Iri = iri("https://legation.example/ns#Statement");
pub(super) const SOURCE: Iri = iri("https://legation.example/ns#Source");
pub(super) const MENTIONED_IN: Iri = iri("https://legation.example/ns#mentionedIn");
pub(super) const SUBJECT: Iri = iri("https://legation.example/ns#subject");
pub(super) const RELATION: Iri = iri("https://legation.example/ns#relation");
pub(super) const OBJECT: Iri = iri("https://legation.example/ns#object");
pub(super) const WHEN: Iri = iri("https://legation.example/ns#when");
pub(super) const ON_DATE: Iri = iri("https://legation.example/ns#onDate");
pub(super) const FROM_DATE: Iri = iri("https://legation.example/ns#fromDate");
pub(super) const UNTIL_DATE: Iri = iri("https://legation.example/ns#untilDate");
pub(super) const STATUS: Iri = iri("https://legation.example/ns#status");
pub(super) const BY: Iri = iri("https://legation.example/ns#by");
pub(super) const ROLE: Iri = iri("https://legation.example/ns#role");
pub(super) const CONFIDENCE: Iri = iri("https://legation.example/ns#confidence");
pub(super) const INFERRED_BY: Iri = iri("https://legation.example/ns#inferredBy");
pub(super) const INFERRED_FROM: Iri = iri("https://legation.example/ns#inferredFrom");

pub(super) const SPECIFIC_RESOURCE: Iri = iri("http://www.w3.org/ns/oa#SpecificResource");
pub(super) const TEXT_QUOTE_SELECTOR: Iri = iri("http://www.w3.org/ns/oa#TextQuoteSelector");
pub(super) const TEXT_POSITION_SELECTOR: Iri = iri("http://www.w3.org/ns/oa#TextPositionSelector");
pub(super) const HAS_SOURCE: Iri = iri("http://www.w3.org/ns/oa#hasSource");
pub(super) const HAS_SELECTOR: Iri = iri("http://www.w3.org/ns/oa#hasSelector");
pub(super) const EXACT: Iri = iri("http://www.w3.org/ns/oa#exact");
pub(super) const START: Iri = iri("http://www.w3.org/ns/oa#start");
pub(super) const END: Iri = iri("http://www.w3.org/ns/oa#end");

pub(super) const ALT_LABEL: Iri = iri("http://www.w3.org/2004/02/skos/core#altLabel");
pub(super) const SAME_AS: Iri = iri("http://www.w3.org/2002/07/owl#sameAs");
pub(super) const WAS_DERIVED_FROM: Iri = iri("http://www.w3.org/ns/prov#wasDerivedFrom");
pub(super) const TITLE: Iri = iri("http://purl.org/dc/terms/title");
pub(super) const DATE: Iri = iri("http://purl.org/dc/terms/date");
pub(super) const ORIGIN: Iri = iri("http://purl.org/dc/terms/source");
pub(super) const EDTF: Iri = iri("http://id.loc.gov/datatypes/edtf/EDTF");
