//! What belongs to what, and of which of several something is said.

use crate::{never_says, says};

#[test]
fn what_is_said_before_the_subject_is_said_of_it() {
    says(
        "A branch of the Royal Navy, the Royal Marines landed.",
        "Royal Marines | partOf | Royal Navy | asserted",
    );
}

#[test]
fn an_appositive_of_one_speaks_of_the_last_of_several() {
    let passage = "The Royal Marines and Europol, an agency of the European Union, sent staff.";
    says(passage, "Europol | partOf | European Union | asserted");
    never_says(passage, "Royal Marines | partOf | European Union");
}

#[test]
fn a_name_shared_by_two_has_no_owner() {
    never_says("The China-Nordic Research Centre opened.", "China-Nordic Research Centre | partOf");
}

#[test]
fn which_of_several_a_place_says_is_part_of_the_name() {
    says(
        "U.S. Naval Forces Africa is part of U.S. Africa Command.",
        "U.S. Naval Forces Africa | partOf | US Africa Command | asserted",
    );
}

#[test]
fn a_list_behind_among_them_or_a_heading_names_members() {
    says(
        "OPEC counts twelve members, among them the United Arab Emirates and Kuwait.",
        "United Arab Emirates | memberOf | OPEC | asserted",
    );
    says(
        "The African Union met. Newcomers: Morocco and Tunisia.",
        "Morocco | joined | African Union | asserted",
    );
}

#[test]
fn whose_observers_are_admitted_does_not_join() {
    never_says("OPEC has admitted observers from Brazil.", "Brazil | joined");
}

#[test]
fn a_body_beside_its_kind_is_its_owner_s() {
    says(
        "AFRIPOL, the African Union's police body, opened in 2017.",
        "AFRIPOL | partOf | African Union | asserted",
    );
    says(
        "The OSCE's mission in Moldova, MIMOL, has officers from Italy.",
        "Italy | sentPersonnelTo | MIMOL | asserted",
    );
}

#[test]
fn a_command_of_a_navy_both_of_one_state() {
    says(
        "Oman trained with the Western Naval Command of the Indian Navy.",
        "Western Naval Command | partOf | Indian Navy | asserted",
    );
}

#[test]
fn what_no_place_is_called_is_said_of_the_body_before_it() {
    let branch = "The Cyber Centre in Kaunas, a branch of Europol, opened in July.";
    says(branch, "Cyber Centre | partOf | Europol | asserted");
    let city = "The Cyber Centre in Kaunas, a city of Lithuania, opened in July.";
    never_says(city, "Cyber Centre | partOf");
}

#[test]
fn its_body_is_that_of_what_was_spoken_of() {
    says(
        "Italy was late: its Cybersecurity Agency was founded in 2021.",
        "Cybersecurity Agency | partOf | Italy | asserted",
    );
    let passage = "Montenegro was hit. In May its National Security Agency blamed Russia.";
    says(passage, "National Security Agency | accused | Russia | asserted");
    says(passage, "National Security Agency | partOf | Montenegro | asserted");
    let ministry = "Costa Rica was hit again: Conti crippled its Ministry of Finance in April 2022.";
    says(ministry, "Ministry of Finance | partOf | Costa Rica | asserted");
    never_says(ministry, "Ministry of Finance | partOf | Conti");
}

#[test]
fn a_part_of_the_latter_is_one_of_the_second_named() {
    let passage = "Europol signed a letter with the World Bank and became a division of the latter in 2011.";
    says(passage, "Europol | partOf | World Bank | asserted");
}
