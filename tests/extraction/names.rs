//! Who or what a name nobody knows is, and where it ends, as the statements made of it show.

use super::{never_says, says};

#[test]
fn a_first_name_tells_a_person() {
    says(
        "The Ardal Institute was directed by Rebecca Tholen.",
        "Rebecca Tholen | holdsPosition | Ardal Institute | asserted",
    );
    never_says("The Rebecca Tholen called at Bergen.", "Rebecca Tholen | holdsPosition");
}

#[test]
fn an_operation_and_drills_have_names_of_their_own() {
    says("Fiji joined Operation Sea Lantern.", "Fiji | participatedIn | Operation Sea Lantern | asserted");
    never_says("Fiji joined Operation Sea Lantern.", "Fiji | joined | Operation Sea");
}

#[test]
fn a_part_of_a_body_is_told_from_the_body() {
    let passage = "Ole Berg heads the Ice Crime Bureau of the Norwegian Customs Service.";
    says(passage, "Ole Berg | holdsPosition | Ice Crime Bureau | asserted");
    says(passage, "Ice Crime Bureau | partOf | Norwegian Customs Service | asserted");
    never_says(passage, "Ole Berg | holdsPosition | Norwegian Customs Service");
}

#[test]
fn a_declaration_is_signed_or_published() {
    says("Chad and Niger signed the Zinder Declaration.", "Chad | signed | Zinder Declaration | asserted");
    never_says("Chad and Niger issued the Zinder Declaration.", "Chad | signed");
}

#[test]
fn flights_are_between_towns() {
    never_says("The envoy flew between Doha and Cairo.", "Egypt |");
    never_says("The envoy flew between Doha and Cairo.", "Qatar |");
}

#[test]
fn an_edition_by_the_last_digits_of_its_year() {
    let passage = "Silent Heron 25, led by the Royal Navy, lasted from 16 to 24 January 2025.";
    says(passage, "Royal Navy | organized | Silent Heron 25 | asserted");
    never_says("Kevin Rudd 25 times visited Nauru.", "| Kevin Rudd 25");
}

#[test]
fn what_a_body_is_also_called() {
    let passage = "The Baltic Carrier Group (BCG), also called Task Force 473, docked in Riga. Task Force 473 trained with Latvia.";
    says(passage, "Latvia | exercisedWith | Baltic Carrier Group | asserted");
}

#[test]
fn long_names_of_agreements_and_papers() {
    says(
        "Japan signed the Convention on Combating Piracy and Armed Robbery against Ships in Asia.",
        "Japan | signed | Convention on Combating Piracy and Armed Robbery against Ships in Asia | asserted",
    );
    says(
        "Japan signed the Convention on Cybercrime in Budapest.",
        "Japan | signed | Budapest Convention on Cybercrime | asserted",
    );
}

#[test]
fn two_peoples_share_the_noun_of_a_union() {
    let passage = "The African and Malagasy Union (UAM) has its seat in Cotonou.";
    says(passage, "African and Malagasy Union | locatedIn | Cotonou | asserted");
    never_says("The Canadian and Malagasy Union met.", "Canadian and Malagasy Union");
}

#[test]
fn several_of_a_make_are_no_name() {
    let passage =
        "German Eurofighters landed in Riga. Oman trained with the F-35s of the 493rd Fighter Squadron.";
    says(passage, "Oman | exercisedWith | 493rd Fighter Squadron | asserted");
    never_says(passage, "Eurofighters");
}

#[test]
fn a_name_ends_before_those_who_looked_on() {
    says(
        "Ethiopia signed the Ankara Declaration before Recep Tayyip Erdoğan, the president of Türkiye.",
        "Recep Tayyip Erdoğan | holdsPosition | Türkiye | asserted",
    );
}

#[test]
fn an_acronym_with_a_hyphen() {
    let passage =
        "The Maritime Analysis Centre - Narcotics (MAC-N) sits in Lisbon. Senegal works with MAC-N.";
    says(passage, "Senegal | cooperatesWith | Maritime Analysis Centre - Narcotics | asserted");
}

#[test]
fn a_noun_in_the_plural_tells_what_all_it_names_are() {
    let passage = "The EU sanctioned the shipping companies Aeroship, Volgatrans and Kamaflot.";
    says(passage, "European Union | sanctioned | Aeroship | asserted");
    says(passage, "European Union | sanctioned | Kamaflot | asserted");
}

#[test]
fn a_government_is_its_state() {
    says("The Government of Bangladesh joined OPEC.", "Bangladesh | joined | OPEC | asserted");
    never_says("The Heads of State and Government joined OPEC.", "Heads of State");
}

#[test]
fn a_name_that_may_be_known_is_anothers_before_a_year() {
    let passage = "India and Russia concluded Indra 2025, a bilateral exercise.";
    says(passage, "India | participatedIn | Indra 2025 | asserted");
}

#[test]
fn a_name_is_that_of_the_body_it_is_formally() {
    let passage = "The Cyberagentur, formally the Agency for Cyber Innovation, was founded by the World Bank. Mary Banda heads the Cyberagentur.";
    says(passage, "World Bank | founded | Agency for Cyber Innovation | asserted");
    says(passage, "Mary Banda | holdsPosition | Agency for Cyber Innovation | asserted");
}
