//! The word lists names are known by, from `schema/names.ttl`.

use crate::vocabulary::words::{self, Lists};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

const TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/names.tsv"));

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
    Publishing,
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
    OfCity,
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
    Raised,
    Forename,
    WomensForename,
    EithersForename,
    CommonAcronym,
    PartHead,
    Edition,
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
    "publishingWords",
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
    "ofCityWords",
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
    "raisedWords",
    "forenameWords",
    "womensForenameWords",
    "eithersForenameWords",
    "commonAcronymWords",
    "partHeadWords",
    "editionWords",
];

/// All lists.
pub(super) struct Words {
    lists: FxHashMap<String, Lists>,
    /// The first words of titles.
    title_openings: FxHashSet<String>,
}

impl Words {
    /// The lists, read once.
    pub(super) fn get() -> &'static Self {
        static WORDS: LazyLock<Words> = LazyLock::new(|| {
            let lists =
                words::read("schema/names.ttl", TABLE, NAMES).expect("the shipped words are tested to load");
            let titles = lists.iter().filter(|(_, lists)| words::is_among(**lists, List::Title as usize));
            let openings = |(title, _): (&String, _)| {
                let word = title.split(' ').next().unwrap_or_default();
                // "Under-Secretary" may be one token or three.
                [word, word.split('-').next().unwrap_or_default()].map(str::to_owned)
            };
            let title_openings = titles.flat_map(openings).collect();
            Words { lists, title_openings }
        });
        &WORDS
    }

    /// Whether the list has the word as written.
    pub(super) fn has(&self, list: List, word: &str) -> bool {
        words::is_among(self.lists(word), list as usize)
    }

    /// The lists that have the word as written.
    pub(super) fn lists(&self, word: &str) -> Lists {
        self.lists.get(word).copied().unwrap_or(0)
    }

    /// Whether a title, in the singular or plural, may begin with the word as written.
    pub(super) fn opens_title(&self, word: &str) -> bool {
        self.title_openings.contains(word)
            || word.strip_suffix('s').is_some_and(|singular| self.title_openings.contains(singular))
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
        assert!(["Prime", "Ministers"].iter().all(|word| words.opens_title(word)));
        assert!(!words.opens_title("Agency"));
    }
}
