//! Clauses without a verb, and those who follow.

use crate::{dated, never_says, says};

#[test]
fn a_name_with_a_date_repeats_the_clause_before() {
    let passage = "Brunei joined the United Nations in 1984 and Namibia in 1990; Switzerland not until 2002.";
    dated(passage, "Namibia | joined | United Nations", Some("1990"));
    dated(passage, "Switzerland | joined | United Nations", Some("2002"));
}

#[test]
fn a_name_of_the_objects_kind_stands_for_the_object() {
    let passage = "Shinzo Abe visited Tehran in June 2019, Riyadh in January 2020.";
    says(passage, "Shinzo Abe | visited | Riyadh | asserted");
    never_says(passage, "Riyadh | visited");
}

#[test]
fn a_pair_behind_the_same_preposition_repeats_the_clause_too() {
    let passage = "Denmark teamed up with Iceland, Norway with Canada and Finland with Estonia.";
    says(passage, "Canada | cooperatesWith | Norway | asserted");
    says(passage, "Estonia | cooperatesWith | Finland | asserted");
    never_says(passage, "Canada | cooperatesWith | Denmark");
    never_says(passage, "Denmark | cooperatesWith | Norway");
    never_says(passage, "Finland | cooperatesWith | Norway");
}

#[test]
fn those_who_follow_did_the_same() {
    let passage = "Hungary acceded to NATO in 1999, followed in 2004 by Slovenia.";
    dated(passage, "Slovenia | joined | NATO", Some("2004"));
    let passage = "Hungary acceded to NATO in 1999, followed much later by Croatia.";
    dated(passage, "Croatia | joined | NATO", None);
    never_says("The parade in Oslo, followed by a dinner, was attended by Denmark.", "Denmark | joined");
}

#[test]
fn not_until_then_is_then() {
    dated(
        "Ireland did not join the United Nations until 1955.",
        "Ireland | joined | United Nations",
        Some("1955"),
    );
    says("Ireland did not join NATO.", "Ireland | joined | NATO | negated");
}

#[test]
fn the_former_and_the_latter_are_the_two_last_named() {
    let passage = "Sweden and Finland applied to NATO in 2022. The latter was admitted in April 2023, the former a year \
                   later.";
    dated(passage, "Finland | joined | NATO", Some("2023-04"));
    dated(passage, "Sweden | joined | NATO", Some("2024"));
}

#[test]
fn a_number_of_many_means_none_of_those_named() {
    let passage = "Chile, Peru and Mexico joined RIMPAC. Twenty-three nations took part in Cold Response.";
    never_says(passage, "Chile | participatedIn | Cold Response");
}

#[test]
fn pairs_in_gaps_take_part_in_what_the_first_pair_took_part_in() {
    let passage =
        "Locked Shields drew teams from many allies. Denmark teamed up with Iceland, Norway with Canada.";
    says(passage, "Canada | participatedIn | Locked Shields | asserted");
    says(passage, "Canada | cooperatesWith | Norway | asserted");
}

#[test]
fn a_time_counted_from_another_event_is_no_object() {
    let passage = "NATO grew in 2020. Finland and Sweden applied together on 18 May 2022, twelve weeks after Russia had invaded Ukraine.";
    says(passage, "Finland | appliedToJoin | NATO | asserted");
    says(passage, "Russia | attacked | Ukraine | asserted");
    never_says(
        "Finland applied to join on 18 May 2022, three months after the invasion of Ukraine.",
        "Finland | attacked",
    );
}

#[test]
fn what_is_joined_may_go_without_saying_in_every_part() {
    let text = "The Nordic Council was formed in 1952. Finland acceded in 1955, Iceland in 1956, Portugal and Malta in 1989.";
    dated(text, "Finland | joined | Nordic Council", Some("1955"));
    dated(text, "Iceland | joined | Nordic Council", Some("1956"));
    dated(text, "Malta | joined | Nordic Council", Some("1989"));
}

#[test]
fn a_sum_without_receiver_goes_where_the_one_before_went() {
    let bare = "Ireland has pledged €20 million to Ukraine, and Denmark €50 million.";
    says(bare, "Denmark | supported | Ukraine | asserted");
    let verb = "Kuwait pledged to equip the Lebanese Armed Forces, and Oman gave $5 million.";
    says(verb, "Oman | supported | Lebanese Armed Forces | asserted");
    never_says(
        "Ireland pledged €20 million to Ukraine, and Oman gave $5 million to UNRWA.",
        "Oman | supported | Ukraine",
    );
    never_says(
        "Ireland pledged €20 million to Ukraine, and Oman met five million tourists.",
        "Oman | supported",
    );
}

#[test]
fn those_sent_in_a_gap_are_sent_where_the_others_were() {
    let sentence = "Poland sent 30 sappers to Moldova, and Romania fifteen instructors.";
    says(sentence, "Romania | sentPersonnelTo | Moldova | asserted");
    says(
        "Portugal contributes most of the trainers to EUTM Mozambique.",
        "Portugal | sentPersonnelTo | EUTM Mozambique | asserted",
    );
    never_says("Poland sent 30 sappers to Moldova, and Romania five letters.", "Romania | sentPersonnelTo");
}

#[test]
fn a_place_may_follow_the_date_of_a_gap() {
    says(
        "Sweden signed the Artemis Accords in Stockholm on 16 April 2024, Switzerland a day earlier in Washington.",
        "Switzerland | signed | Artemis Accords | asserted",
    );
    never_says(
        "Sweden signed the Artemis Accords in April 2024, Switzerland a day earlier asked for time.",
        "Switzerland | signed",
    );
}

#[test]
fn others_who_did_so_too_each_in_its_year() {
    let passage = "In August 2009 Norway became the first European state to accede to the Budapest Convention. Denmark and Latvia did so in 2010, Britain two years later, Australia in 2013 and Chile in September 2014.";
    dated(passage, "Norway | joined | Budapest Convention on Cybercrime", Some("2009-08"));
    dated(passage, "Denmark | joined | Budapest Convention on Cybercrime", Some("2010"));
    dated(passage, "United Kingdom | joined | Budapest Convention on Cybercrime", Some("2012"));
    dated(passage, "Australia | joined | Budapest Convention on Cybercrime", Some("2013"));
    dated(passage, "Chile | joined | Budapest Convention on Cybercrime", Some("2014-09"));
}
