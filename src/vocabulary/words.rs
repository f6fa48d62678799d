//! Word lists of `schema/cues.ttl`: how English marks certainty, reporting, control and standing-in.

use super::turtle::{Turtle, local_name};
use crate::Error;
use crate::vocabulary::NAMESPACE;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The lists the engine asks for; each must be in the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum List {
    /// Intended or agreed.
    PlannedVerbs,
    /// Asked for, discussed, imagined.
    PossibleVerbs,
    /// Did not happen, or is denied.
    NegatedVerbs,
    /// Words that deny.
    NegatedWords,
    /// "wrongly", "falsely".
    WrongWords,
    /// "could", "may" ...
    PossibleModals,
    /// "will" ...
    PlannedModals,
    /// "if", "whether" ...
    PossibleMarks,
    /// "perhaps" ...
    PossibleAdverbs,
    /// "plan to", "bid to" ...
    PlannedNouns,
    /// "threat to", "possibility of" ...
    PossibleNouns,
    /// "decide", "vote" ...
    DecisionVerbs,
    /// "accuse", "blame" ...
    AccusingVerbs,
    /// "commend", "thank" ...
    JudgingVerbs,
    /// "appreciation", "tribute" ...
    ThankingNouns,
    /// "open", "establish" ...
    OpeningVerbs,
    /// "condemn", "investigate" ...
    BystanderVerbs,
    /// "hack", "meddle" ...
    HostileVerbs,
    /// "(acting) for", "(linked) to" ...
    ServiceVerbs,
    /// "(known) as", "(calling itself)" ...
    NamingVerbs,
    /// "hack", "breach" ...
    AttackNouns,
    /// "refusal to" ...
    NegatedNouns,
    /// "say", "claim" ...
    ReportingVerbs,
    /// "ask", "invite" ...
    ObjectControlVerbs,
    /// "delegation", "warship" ...
    Carriers,
    /// Those who meet or agree.
    PartyNouns,
    /// People who travel together under somebody.
    Delegations,
    /// "lie", "move" ...
    StandingVerbs,
    /// "secretariat", "headquarters" ...
    SeatNouns,
    /// "(Vienna-)based", "headquartered (in)" ...
    SeatParticiples,
    /// "(its Vienna) offices", "(the Paris) headquarters" ...
    Premises,
    /// "objections (to its entry)", "path (to membership)" ...
    ThresholdNouns,
    /// "accession", "withdrawal", "join" ...
    StepWords,
    /// "responsible", "guilty", "culprit" ...
    CulpableWords,
    /// "genocide", "atrocity" ...
    CrimeNouns,
    /// "hand", "entrust" ...
    GivingOffices,
    /// "helm", "wheel" ...
    Helms,
    /// "resign", "retire" ...
    EndingVerbs,
    /// "baton", "gavel" ...
    Insignia,
    /// "(her previous) post", "(his past) roles" ...
    JobNouns,
    /// "stint", "career" ...
    Spells,
    /// "place", "job" ...
    PlacesOfOthers,
    /// "second", "present" ...
    HolderOrdinals,
    /// "die", "resign" ...
    GoingVerbs,
    /// "become", "lead" ...
    OfficeVerbs,
    /// "come", "be" beside "before her".
    BareVerbs,
    /// "most of", "dozens of" ...
    Quantities,
    /// "including" ...
    InclusionWords,
    /// Nouns that take up an entity of that kind ("the ...").
    CountryNouns,
    /// Nouns that take up an entity of that kind ("the ...").
    OrganizationNouns,
    /// Nouns that take up an entity of that kind ("the ...").
    EventNouns,
    /// "exercise", "event", which are no part of a name.
    PlainEventNouns,
    /// "summit", "meeting": events of so few days that whoever is there is there for all of it.
    BriefEvents,
    /// "third", "fifth" ...
    Ordinals,
    /// "(a short) history (of)", "(its) origins": what the title of a document that presents a body says besides its name.
    PortraitWords,
    /// Nouns that take up an entity of that kind ("the ...").
    AgreementNouns,
    /// Nouns that take up an entity of that kind ("the ...").
    DocumentNouns,
    /// Head nouns of offices.
    Offices,
    /// Offices of a state.
    StateOffices,
    /// Offices that only the United States have by that name.
    AmericanOffices,
    /// Offices that, in texts which speak of the European Union, are its own by that name.
    EuropeanOffices,
    /// Words before an office that are no part of it.
    FormerWords,
    /// "succeed", "replace" ...
    SuccessionVerbs,
    /// Words before an office that is yet to be taken.
    ComingWords,
    /// Offices told by another's: "successor" ...
    RelativeOffices,
    /// Offices with a posting or a subject: "ambassador to", "envoy for" ...
    PostedOffices,
    /// Jobs many people of a body have: "analyst" ...
    CommonOffices,
    /// Military ranks, which belong to no one body.
    Ranks,
    /// Jobs that serve no state, whatever nationality goes with them: "economist" ...
    PrivateJobs,
    /// Offices of bodies rather than states: "chair" ...
    HouseOffices,
    /// Ranks and forms of address before a name.
    Honorifics,
    /// "led (by)", "chaired (by)" ...
    LeadingParticiples,
    /// Nouns for the office itself: "presidency" ...
    OfficeNames,
    /// Nouns for a body that belongs to another: "branch" ...
    PartNouns,
    /// Nouns for a body of a state: "ministry" ...
    StateBodies,
    /// Verbs whose infinitive came about: "manage to", "begin to" ...
    /// Of which a body has its own and a country none.
    BodysOwn,
    /// What is done to somebody's annoyance or delight.
    Reactions,
    /// What somebody does who becomes something else next.
    LeavingVerbs,
    /// What somebody leaves something for.
    BecomingVerbs,
    /// What their infinitive says came about.
    ImplicativeVerbs,
    /// What a place is called: "capital", "port" ...
    PlaceNouns,
    /// What "of" joins with the name of the same place: "city of", "province of" ...
    NamedPlaceNouns,
    /// Words in the names of bodies of states: "union", "alliance" ...
    UnionNouns,
    /// Words in the names of bodies that sit in one place.
    SeatedNouns,
    /// "(the centre) works", "(the mission) deployed" ...
    WorkingVerbs,
    /// "(in its) place", "(since its) founding" ...
    BackwardNouns,
    /// "trade (secretary)" ...
    Portfolios,
    /// "(talk of it) came to nothing" ...
    FailingVerbs,
    /// "application", "bid" ...
    AskingNouns,
    /// "planned (visit)", "future (member)" ...
    PlannedAdjectives,
    /// "possible (visit)" ...
    PossibleAdjectives,
    /// "failed (attack)", "cancelled (visit)" ...
    NegatedAdjectives,
    /// "except", "unlike" ...
    ExceptionWords,
    /// "(NATO) membership", "(EU) bid" ...
    BelongingNouns,
    /// "northern", "central" ...
    DirectionWords,
    /// What announces who runs an event: "host", "organised (by)" ...
    HostWords,
    /// What announces who comes to an event: "speakers", "participants" ...
    GuestWords,
    /// What a ship or aircraft is called: "frigate" ...
    VesselNouns,
    /// Which kind of ship: "patrol (vessel)", "landing (craft)" ...
    VesselModifiers,
    /// "member", "signatory" ...
    RoleNouns,
    /// "father", "king" ...
    MaleNouns,
    /// "mother", "spokeswoman" ...
    FemaleNouns,
    /// "team", "delegation": who leads them leads nobody else.
    Crews,
}

impl List {
    const ALL: &'static [(Self, &'static str)] = &[
        (Self::PlannedVerbs, "plannedVerbs"),
        (Self::PossibleVerbs, "possibleVerbs"),
        (Self::NegatedVerbs, "negatedVerbs"),
        (Self::NegatedWords, "negatedWords"),
        (Self::WrongWords, "wrongWords"),
        (Self::PossibleModals, "possibleModals"),
        (Self::PlannedModals, "plannedModals"),
        (Self::PossibleMarks, "possibleMarks"),
        (Self::PossibleAdverbs, "possibleAdverbs"),
        (Self::PlannedNouns, "plannedNouns"),
        (Self::PossibleNouns, "possibleNouns"),
        (Self::DecisionVerbs, "decisionVerbs"),
        (Self::AccusingVerbs, "accusingVerbs"),
        (Self::JudgingVerbs, "judgingVerbs"),
        (Self::ThankingNouns, "thankingNouns"),
        (Self::OpeningVerbs, "openingVerbs"),
        (Self::BystanderVerbs, "bystanderVerbs"),
        (Self::HostileVerbs, "hostileVerbs"),
        (Self::ServiceVerbs, "serviceVerbs"),
        (Self::NamingVerbs, "namingVerbs"),
        (Self::AttackNouns, "attackNouns"),
        (Self::NegatedNouns, "negatedNouns"),
        (Self::ReportingVerbs, "reportingVerbs"),
        (Self::ObjectControlVerbs, "objectControlVerbs"),
        (Self::Carriers, "carriers"),
        (Self::PartyNouns, "partyNouns"),
        (Self::Delegations, "delegations"),
        (Self::StandingVerbs, "standingVerbs"),
        (Self::SeatNouns, "seatNouns"),
        (Self::SeatParticiples, "seatParticiples"),
        (Self::Premises, "premises"),
        (Self::ThresholdNouns, "thresholdNouns"),
        (Self::StepWords, "stepWords"),
        (Self::CulpableWords, "culpableWords"),
        (Self::CrimeNouns, "crimeNouns"),
        (Self::GivingOffices, "givingOffices"),
        (Self::Helms, "helms"),
        (Self::EndingVerbs, "endingVerbs"),
        (Self::Insignia, "insignia"),
        (Self::JobNouns, "jobNouns"),
        (Self::Spells, "spells"),
        (Self::PlacesOfOthers, "placesOfOthers"),
        (Self::HolderOrdinals, "holderOrdinals"),
        (Self::GoingVerbs, "goingVerbs"),
        (Self::OfficeVerbs, "officeVerbs"),
        (Self::BareVerbs, "bareVerbs"),
        (Self::Quantities, "quantities"),
        (Self::InclusionWords, "inclusionWords"),
        (Self::CountryNouns, "countryNouns"),
        (Self::OrganizationNouns, "organizationNouns"),
        (Self::EventNouns, "eventNouns"),
        (Self::PlainEventNouns, "plainEventNouns"),
        (Self::BriefEvents, "briefEvents"),
        (Self::Ordinals, "ordinals"),
        (Self::PortraitWords, "portraitWords"),
        (Self::AgreementNouns, "agreementNouns"),
        (Self::DocumentNouns, "documentNouns"),
        (Self::Offices, "offices"),
        (Self::StateOffices, "stateOffices"),
        (Self::AmericanOffices, "americanOffices"),
        (Self::EuropeanOffices, "europeanOffices"),
        (Self::FormerWords, "formerWords"),
        (Self::SuccessionVerbs, "successionVerbs"),
        (Self::ComingWords, "comingWords"),
        (Self::RelativeOffices, "relativeOffices"),
        (Self::PostedOffices, "postedOffices"),
        (Self::CommonOffices, "commonOffices"),
        (Self::Ranks, "ranks"),
        (Self::PrivateJobs, "privateJobs"),
        (Self::HouseOffices, "houseOffices"),
        (Self::Honorifics, "honorifics"),
        (Self::LeadingParticiples, "leadingParticiples"),
        (Self::OfficeNames, "officeNames"),
        (Self::PartNouns, "partNouns"),
        (Self::StateBodies, "stateBodies"),
        (Self::BodysOwn, "bodysOwn"),
        (Self::Reactions, "reactions"),
        (Self::LeavingVerbs, "leavingVerbs"),
        (Self::BecomingVerbs, "becomingVerbs"),
        (Self::ImplicativeVerbs, "implicativeVerbs"),
        (Self::PlaceNouns, "placeNouns"),
        (Self::NamedPlaceNouns, "namedPlaceNouns"),
        (Self::UnionNouns, "unionNouns"),
        (Self::SeatedNouns, "seatedNouns"),
        (Self::WorkingVerbs, "workingVerbs"),
        (Self::BackwardNouns, "backwardNouns"),
        (Self::Portfolios, "portfolios"),
        (Self::FailingVerbs, "failingVerbs"),
        (Self::AskingNouns, "askingNouns"),
        (Self::PlannedAdjectives, "plannedAdjectives"),
        (Self::PossibleAdjectives, "possibleAdjectives"),
        (Self::NegatedAdjectives, "negatedAdjectives"),
        (Self::ExceptionWords, "exceptionWords"),
        (Self::BelongingNouns, "belongingNouns"),
        (Self::DirectionWords, "directionWords"),
        (Self::HostWords, "hostWords"),
        (Self::GuestWords, "guestWords"),
        (Self::VesselNouns, "vesselNouns"),
        (Self::VesselModifiers, "vesselModifiers"),
        (Self::RoleNouns, "roleNouns"),
        (Self::MaleNouns, "maleNouns"),
        (Self::FemaleNouns, "femaleNouns"),
        (Self::Crews, "crews"),
    ];
}

/// The word lists of `schema/cues.ttl`.
#[derive(Clone, Debug)]
pub struct WordLists {
    /// The lists that have each word or phrase.
    words: FxHashMap<String, Lists>,
    /// The lists that have a phrase that ends in a word.
    phrase_ends: FxHashMap<String, Lists>,
}

/// A set of word lists: one bit each, in their order.
pub(crate) type Lists = u128;

/// Whether list number `list` is among them.
pub(crate) const fn is_among(lists: Lists, list: usize) -> bool {
    lists >> list & 1 == 1
}

impl WordLists {
    /// The lists shipped with the tool.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static LISTS: LazyLock<WordLists> = LazyLock::new(|| {
            let table = include_str!(concat!(env!("OUT_DIR"), "/cues.tsv"));
            let lists = read("schema/cues.ttl", table, &WordLists::names());
            WordLists::new(lists.expect("the shipped cues are tested to load"))
        });
        &LISTS
    }

    fn new(words: FxHashMap<String, Lists>) -> Self {
        let mut phrase_ends: FxHashMap<String, Lists> = FxHashMap::default();
        let ends = words.iter().filter_map(|(phrase, lists)| Some((phrase.rsplit_once(' ')?.1, lists)));
        ends.for_each(|(end, lists)| *phrase_ends.entry(end.to_owned()).or_default() |= lists);
        Self { words, phrase_ends }
    }

    /// The lists' names in the data, in the order of [`List`].
    fn names() -> Vec<&'static str> {
        List::ALL.iter().map(|(_, name)| *name).collect()
    }

    /// Whether `list` has `lemma`.
    #[must_use]
    pub fn has(&self, list: List, lemma: &str) -> bool {
        is_among(self.lists(lemma), list as usize)
    }

    /// Whether `list` has the phrase of words that ends in `last`. Most words end no phrase, and nothing is put together
    /// for them.
    pub(crate) fn has_phrase(&self, list: List, before: &[&str], last: &str) -> bool {
        let ends = self.phrase_ends.get(last).is_some_and(|&lists| is_among(lists, list as usize));
        ends && self.has(list, &[before, &[last]].concat().join(" "))
    }

    /// The lists that have `lemma`.
    pub(crate) fn lists(&self, lemma: &str) -> Lists {
        self.words.get(lemma).copied().unwrap_or(0)
    }

    /// The lists that have a word, or have it in the singular.
    pub(crate) fn lists_of_either_number(&self, word: &str) -> Lists {
        let Some(singular) = word.strip_suffix('s').filter(|w| w.len() > 3) else { return self.lists(word) };
        // "secretaries"
        let other = singular.strip_suffix("ie").map_or(0, |stem| self.lists(&format!("{stem}y")));
        self.lists(word) | self.lists(singular) | other
    }
}

/// The words (`lg:word`) of the lists that `names` tells, each with those it is in; at most 128 lists. `table` is what the
/// build script made of the file `place`.
///
/// # Errors
/// A list that is not among the names, or one of these missing or empty.
pub(crate) fn read(place: &str, table: &str, names: &[&str]) -> Result<FxHashMap<String, Lists>, Error> {
    let file = Turtle::of_table(place, table);
    let mut words = FxHashMap::<String, Lists>::default();
    let mut filled: Lists = 0;
    for iri in file.subjects_with(&format!("{NAMESPACE}word")) {
        let name = local_name(iri);
        let list = names.iter().position(|n| *n == name);
        let list = list.ok_or_else(|| Error::invalid(place, format!("unknown word list `{name}`")))?;
        filled |= 1 << list;
        for word in file.own(iri, "word") {
            *words.entry(word.to_string()).or_default() |= 1 << list;
        }
    }
    match (0..).zip(names).find(|&(list, _)| !is_among(filled, list)) {
        Some((_, name)) => {
            Err(Error::invalid(place, format!("the word list `lg:{name}` is missing or empty")))
        }
        None => Ok(words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_at_its_place() {
        for (i, (list, name)) in List::ALL.iter().copied().enumerate() {
            assert_eq!(list as usize, i, "{name}");
        }
        assert!(WordLists::embedded().has(List::NegatedVerbs, "refuse"));
    }
}
