//! The word lists names are known by, from `schema/names.ttl`.

use crate::vocabulary::words::{self, Lists};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

const SOURCE: &str = include_str!("../../../schema/names.ttl");

/// The lists; the file says what each holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    Title,
    TitleModifier,
    Role,
    OrganizationHead,
    EventHead,
    AgreementHead,
    DocumentHead,
    PlaceHead,
    Date,
    Group,
    Publication,
    Exercise,
    Place,
    ElectionAdjective,
    Election,
    Particle,
    Suffix,
    SoleBody,
    Generic,
    Locative,
    CapitalObject,
    PossessedPlace,
    Transfer,
    Alias,
    Compass,
    PersonVerb,
    ShipPrefix,
    PersonEvent,
    CityVerb,
    RegnalTitle,
    LeadingHead,
    RegionalHead,
    Ordinal,
    CompanySuffix,
    CityNoun,
    Region,
    SessionHead,
    PortfolioTitle,
}

/// The lists' names in the file, in the order of [`List`].
const NAMES: &[&str] = &[
    "titleWords",
    "titleModifierWords",
    "roleWords",
    "organizationHeadWords",
    "eventHeadWords",
    "agreementHeadWords",
    "documentHeadWords",
    "placeHeadWords",
    "dateWords",
    "groupWords",
    "publicationWords",
    "exerciseWords",
    "placeWords",
    "electionAdjectiveWords",
    "electionWords",
    "particleWords",
    "suffixWords",
    "soleBodyWords",
    "genericWords",
    "locativeWords",
    "capitalObjectWords",
    "possessedPlaceWords",
    "transferWords",
    "aliasWords",
    "compassWords",
    "personVerbWords",
    "shipPrefixWords",
    "personEventWords",
    "cityVerbWords",
    "regnalTitleWords",
    "leadingHeadWords",
    "regionalHeadWords",
    "ordinalWords",
    "companySuffixWords",
    "cityNounWords",
    "regionWords",
    "sessionHeadWords",
    "portfolioTitleWords",
];

/// All lists.
pub(super) struct Words(FxHashMap<String, Lists>);

impl Words {
    /// The lists, read once.
    pub(super) fn get() -> &'static Self {
        static WORDS: LazyLock<Words> = LazyLock::new(|| {
            Words(
                words::read("schema/names.ttl", SOURCE, NAMES).expect("the shipped words are tested to load"),
            )
        });
        &WORDS
    }

    /// Whether the list has the word as written.
    pub(super) fn has(&self, list: List, word: &str) -> bool {
        self.0.get(word).is_some_and(|&lists| words::is_among(lists, list as usize))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_read_under_their_names() {
        let words = Words::get();
        assert!(words.has(List::Title, "Prime Minister"));
        assert!(words.has(List::OrganizationHead, "Agency"));
        assert!(words.has(List::Compass, "North"));
        assert!(!words.has(List::Role, "Minister"));
    }
}
