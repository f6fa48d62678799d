//! Who signed what with whom.

use crate::{never_says, says};

#[test]
fn who_signs_with_another_signs_with_them() {
    let passage = "Japan signed the Treaty of Kanagawa with the United States.";
    says(passage, "Japan | signedWith | United States | asserted");
    says(passage, "United States | signed | Treaty of Kanagawa | asserted");
}

#[test]
fn whom_a_phrase_denies_did_not_sign() {
    never_says(
        "Norway signed an accord with Sweden, but not with Finland.",
        "Finland | signedWith | Norway | asserted",
    );
}

#[test]
fn what_was_signed_may_go_without_saying() {
    let lone = "Kenya signed the Nairobi Protocol in 2004, but Tanzania has not signed.";
    says(lone, "Tanzania | signed | Nairobi Protocol | negated");
    let between = "The Nairobi Protocol between Kenya and Uganda was signed in 2004.";
    says(between, "Kenya | signed | Nairobi Protocol | asserted");
    never_says("Kenya hailed the Nairobi Protocol. Uganda signed a book of condolence.", "Uganda | signed");
}

#[test]
fn those_who_meet_for_a_body_act_for_it() {
    let leaders = "G20 Leaders met in Rio de Janeiro and adopted the Rio Declaration.";
    says(leaders, "G20 | published | Rio Declaration | asserted");
    never_says(leaders, "G20 | locatedIn");
}

#[test]
fn a_long_name_of_a_treaty_is_one_name() {
    let name = "Treaty on Friendship, Good-Neighbourliness and Cooperation";
    says(
        &format!("Kazakhstan signed the {name} in 2022."),
        &format!("Kazakhstan | signed | {name} | asserted"),
    );
}

#[test]
fn a_signing_between_two_is_theirs() {
    let passage = "Both sides hailed the signing of the Treaty of Riga between Poland and Ukraine.";
    says(passage, "Poland | signed | Treaty of Riga | asserted");
    says(passage, "Poland | signedWith | Ukraine | asserted");
}

#[test]
fn people_told_with_their_states_sign_for_them() {
    let passage = "Kenya's Musalia Mudavadi and Somalia's Ahmed Moallim Fiqi signed a memorandum in Nairobi.";
    says(passage, "Kenya | signedWith | Somalia | asserted");
    never_says("Kenya's Eliud Kipchoge ran with Somalia's Abdi Nageeye.", "Kenya | signedWith");
}

#[test]
fn a_partnership_that_is_signed_is_an_agreement() {
    says(
        "Moldova signed a Security and Defence Partnership with the EU in May.",
        "Moldova | signed | Security and Defence Partnership | asserted",
    );
    never_says("Moldova joined the Security and Defence Partnership.", "Moldova | signed");
}

#[test]
fn among_others_stays_out_of_the_clause() {
    let treaty = "The Outer Space Treaty was signed in London by, among others, Italy, Ghana and Brazil.";
    says(treaty, "Italy | signed | Outer Space Treaty | asserted");
    says(treaty, "Brazil | signed | Outer Space Treaty | asserted");
    never_says(treaty, "London | signed");
}
