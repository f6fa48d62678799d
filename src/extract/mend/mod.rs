//! Repairs of what tagger and parser cannot mean. The surface of the sentence decides.

mod asides;
mod attachments;
mod clause;
mod coordination;
mod subjects;
mod tags;

use crate::language::{Tree, Unit};
use crate::vocabulary::words::{List, WordLists};
pub(crate) use asides::{participles, plural_verbs, series};

/// Repairs tags before the parse. `word` tells how a unit begins.
pub(crate) fn tags<'a>(units: &mut Vec<Unit>, words: &WordLists, word: impl Fn(&Unit) -> &'a str + Copy) {
    tags::lost_verbs(units, word);
    tags::titling_nouns(units);
    tags::stressed(units, word);
    tags::distributed(units, word);
    tags::set_off(units, word);
    tags::numbers(units, word);
    tags::promotions(units, words, word);
    tags::infinitives(units, word);
    tags::agents(units, words, word);
    tags::attributes(units, words, word);
    tags::deeds(units, word);
    tags::entries(units, word);
    tags::generals(units, word);
    tags::neither(units, word);
}

/// Repairs what hangs where. `word` tells how a unit is written, the others whether it is an office or names people.
pub(crate) fn attachments<'a>(
    units: &[Unit],
    tree: &mut Tree,
    words: &WordLists,
    word: impl Fn(usize) -> &'a str + Copy,
    is_office: impl Fn(usize) -> bool,
    is_people: impl Fn(usize) -> bool,
) {
    attachments::infinitives(units, tree, word);
    attachments::perfect_participles(units, tree, word);
    attachments::parted_perfects(units, tree, word);
    attachments::second_phrases(units, tree, word);
    attachments::phrases_past_dates(units, tree, word);
    attachments::fronted_owners(units, tree, word);
    attachments::stand_ins(units, tree, word);
    attachments::contests(units, tree, word);
    attachments::ordinals(units, tree, word);
    subjects::objects_of_prepositions(units, tree, word);
    subjects::behind_dates(units, tree, word);
    subjects::past_dated_openings(units, tree);
    subjects::firsts(units, tree, word);
    subjects::lost_roots(units, tree);
    asides::owned(units, tree, word);
    asides::fronted_offices(units, tree, &is_office);
    asides::circumstances(units, tree, word);
    asides::behind_openings(units, tree, word);
    asides::past_openings(units, tree, word);
    asides::seats(units, tree, words, word);
    attachments::behind_doers(units, tree, word);
    attachments::listed_names(units, tree, word);
    attachments::measured_times(units, tree, word);
    attachments::times_of_verbs(units, tree);
    subjects::nouns_with_infinitives(units, tree);
    subjects::occasions(units, tree, word);
    subjects::absolutes(units, tree, word);
    attachments::compounds(units, tree);
    attachments::counts(units, tree, word);
    attachments::particles(units, tree, word);
    attachments::after_asides(units, tree, word);
    attachments::behind_adjectives(units, tree, word);
    subjects::capacities(units, tree, word);
    subjects::titled_with_of(units, tree, word, &is_office);
    coordination::second_people(units, tree, word);
    coordination::offices_of_people(units, tree, word, &is_office);
    coordination::lists_of_people(units, tree);
    coordination::subjects(units, tree, word);
    coordination::titled_people(units, tree);
    coordination::companions(units, tree, word);
    coordination::lists_apart(units, tree, word);
    coordination::past_asides(units, tree, word);
    attachments::named_people(units, tree, word);
    attachments::officers(units, tree, word, &is_office, is_people);
    attachments::elections(units, tree, word, &is_office);
    attachments::next_objects(units, tree, word);
    attachments::second_objects(units, tree, word);
    attachments::bodies(units, tree);
    attachments::called_bodies(units, tree, |noun| words.has(List::PlaceNouns, word(noun)));
    attachments::called_homes(units, tree, word, |noun| words.has(List::CountryNouns, word(noun)));
    subjects::interposed(units, tree, word);
    attachments::named_nouns(units, tree, word);
    attachments::participles_before_semicolons(units, tree, word);
    attachments::named_owners(units, tree, word);
    subjects::inversions(units, tree, word);
    attachments::complements(units, tree);
    attachments::parties(units, tree, word);
    attachments::gapped(units, tree, word);
    attachments::agents_past_offices(units, tree, word);
    attachments::successions(units, tree, word);
    subjects::owned_subjects(units, tree, word);
    subjects::doubled_subjects(units, tree, word);
    subjects::disagreements(units, tree, word);
    subjects::new_subjects(units, tree, word);
    subjects::dependent_subjects(units, tree, word);
    subjects::lost_subjects(units, tree, word);
}
