//! Word lists of `schema/cues.ttl`: how English marks certainty, reporting, control and standing-in.

use crate::Error;
use crate::vocabulary::NAMESPACE;
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{NamedOrBlankNode, Term};
use std::collections::{BTreeMap, BTreeSet};
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
    /// "including" ...
    InclusionWords,
    /// Nouns that take up an entity of that kind ("the ...").
    CountryNouns,
    /// Nouns that take up an entity of that kind ("the ...").
    OrganizationNouns,
    /// Nouns that take up an entity of that kind ("the ...").
    EventNouns,
    /// Nouns that take up an entity of that kind ("the ...").
    AgreementNouns,
    /// Nouns that take up an entity of that kind ("the ...").
    DocumentNouns,
    /// Head nouns of offices.
    Offices,
    /// Offices of a state.
    StateOffices,
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
    /// Jobs that serve no state, whatever nationality goes with them: "economist" ...
    PrivateJobs,
    /// Nouns for the office itself: "presidency" ...
    OfficeNames,
    /// Nouns for a body that belongs to another: "branch" ...
    PartNouns,
    /// Nouns for a body of a state: "ministry" ...
    StateBodies,
    /// Verbs whose infinitive came about: "manage to", "begin to" ...
    ImplicativeVerbs,
    /// What a place is called: "capital", "port" ...
    PlaceNouns,
    /// Words in the names of bodies that sit in one place.
    SeatedNouns,
}

impl List {
    const ALL: [(Self, &'static str); 42] = [
        (Self::PlannedVerbs, "plannedVerbs"),
        (Self::PossibleVerbs, "possibleVerbs"),
        (Self::NegatedVerbs, "negatedVerbs"),
        (Self::NegatedWords, "negatedWords"),
        (Self::PossibleModals, "possibleModals"),
        (Self::PlannedModals, "plannedModals"),
        (Self::PossibleMarks, "possibleMarks"),
        (Self::PossibleAdverbs, "possibleAdverbs"),
        (Self::PlannedNouns, "plannedNouns"),
        (Self::PossibleNouns, "possibleNouns"),
        (Self::DecisionVerbs, "decisionVerbs"),
        (Self::AccusingVerbs, "accusingVerbs"),
        (Self::BystanderVerbs, "bystanderVerbs"),
        (Self::HostileVerbs, "hostileVerbs"),
        (Self::ServiceVerbs, "serviceVerbs"),
        (Self::NamingVerbs, "namingVerbs"),
        (Self::AttackNouns, "attackNouns"),
        (Self::NegatedNouns, "negatedNouns"),
        (Self::ReportingVerbs, "reportingVerbs"),
        (Self::ObjectControlVerbs, "objectControlVerbs"),
        (Self::Carriers, "carriers"),
        (Self::InclusionWords, "inclusionWords"),
        (Self::CountryNouns, "countryNouns"),
        (Self::OrganizationNouns, "organizationNouns"),
        (Self::EventNouns, "eventNouns"),
        (Self::AgreementNouns, "agreementNouns"),
        (Self::DocumentNouns, "documentNouns"),
        (Self::Offices, "offices"),
        (Self::StateOffices, "stateOffices"),
        (Self::FormerWords, "formerWords"),
        (Self::SuccessionVerbs, "successionVerbs"),
        (Self::ComingWords, "comingWords"),
        (Self::RelativeOffices, "relativeOffices"),
        (Self::PostedOffices, "postedOffices"),
        (Self::CommonOffices, "commonOffices"),
        (Self::PrivateJobs, "privateJobs"),
        (Self::OfficeNames, "officeNames"),
        (Self::PartNouns, "partNouns"),
        (Self::StateBodies, "stateBodies"),
        (Self::ImplicativeVerbs, "implicativeVerbs"),
        (Self::PlaceNouns, "placeNouns"),
        (Self::SeatedNouns, "seatedNouns"),
    ];
}

/// The word lists, by name.
#[derive(Clone, Debug)]
pub struct WordLists {
    lists: BTreeMap<List, BTreeSet<String>>,
}

impl WordLists {
    /// The lists shipped with the tool.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static LISTS: LazyLock<WordLists> = LazyLock::new(|| {
            WordLists::from_turtle("schema/cues.ttl", include_str!("../../schema/cues.ttl"))
                .expect("the shipped cues are tested to load")
        });
        &LISTS
    }

    /// Reads the lists of a Turtle file.
    ///
    /// # Errors
    /// Broken Turtle, an unknown list, or one that is missing or empty; the message names `place` and the list.
    pub fn from_turtle(place: &str, turtle: &str) -> Result<Self, Error> {
        let mut lists: BTreeMap<List, BTreeSet<String>> = BTreeMap::new();
        let word = format!("{NAMESPACE}word");
        for quad in RdfParser::from_format(RdfFormat::Turtle).for_slice(turtle.as_bytes()) {
            let quad = quad.map_err(|e| Error::invalid(place, e.to_string()))?;
            let (NamedOrBlankNode::NamedNode(subject), Term::Literal(value)) = (&quad.subject, &quad.object)
            else {
                continue;
            };
            if quad.predicate.as_str() != word {
                continue;
            }
            let name = subject.as_str().trim_start_matches(NAMESPACE);
            let list = List::ALL.iter().find(|(_, n)| *n == name);
            let (list, _) =
                list.ok_or_else(|| Error::invalid(place, format!("unknown word list `{name}`")))?;
            lists.entry(*list).or_default().insert(value.value().to_owned());
        }
        match List::ALL.iter().find(|(list, _)| !lists.contains_key(list)) {
            Some((_, name)) => {
                Err(Error::invalid(place, format!("the word list `lg:{name}` is missing or empty")))
            }
            None => Ok(Self { lists }),
        }
    }

    /// Whether `list` has `lemma`.
    #[must_use]
    pub fn has(&self, list: List, lemma: &str) -> bool {
        self.lists.get(&list).is_some_and(|words| words.contains(lemma))
    }
}
