//! How states join, sign, sanction, support and accuse in running text.

use crate::{never_says, says};

#[test]
fn the_doer_of_a_passive_may_stand_behind_another_noun() {
    says(
        "Igor Sechin was hit with a travel ban by the European Union.",
        "European Union | sanctioned | Igor Sechin | asserted",
    );
}

#[test]
fn a_sum_goes_to_the_name_before_it() {
    says("Norway granted Moldova $20 million.", "Norway | supported | Moldova | asserted");
}

#[test]
fn a_bid_or_membership_does_not_make_a_body_somebody_s() {
    let passage = "Hungary's NATO membership dates from 1999.";
    says(passage, "Hungary | memberOf | NATO | asserted");
    never_says(passage, "NATO | partOf");
}

#[test]
fn one_of_the_members_is_a_member() {
    says("Canada is one of the twelve founding members of NATO.", "Canada | memberOf | NATO | asserted");
}

#[test]
fn listing_as_something_else_is_no_sanction() {
    says(
        "The European Union listed the Wagner Group in 2021.",
        "European Union | sanctioned | Wagner Group | asserted",
    );
    never_says("NATO lists Japan as a partner.", "NATO | sanctioned");
}

#[test]
fn a_list_of_the_sanctioned_goes_on() {
    let passage =
        "The European Union adopted new sanctions on 24 June. Also listed were Sovcomflot and Rosneft.";
    says(passage, "European Union | sanctioned | Sovcomflot | asserted");
    says(passage, "European Union | sanctioned | Rosneft | asserted");
    let denied = "Canada used its sanctions regime again. Hezbollah was not itself put on the list.";
    says(denied, "Canada | sanctioned | Hezbollah | negated");
}

#[test]
fn a_second_name_with_a_date_shares_the_verb() {
    says("Brunei joined ASEAN in 1984 and Vietnam in 1995.", "Vietnam | joined | ASEAN | asserted");
}

#[test]
fn a_member_of_one_body_asks_to_be_let_into_another() {
    let passage = "BRICS grew in 2024. Turkey, a NATO member, has asked to be let in.";
    never_says(passage, "Türkiye | appliedToJoin | NATO");
}

#[test]
fn who_is_hit_among_sanctions_is_sanctioned() {
    let passage =
        "Washington imposed sanctions on Rosneft. The Moscow Exchange was hit by London on 13 June.";
    says(passage, "United Kingdom | sanctioned | Moscow Exchange | asserted");
}

#[test]
fn troops_that_leave_do_not_end_a_membership() {
    never_says("American troops left in 2021 and NATO closed its mission.", "United States | left | NATO");
    says("ECOWAS met in Abuja. Mali said it would leave in January.", "Mali | left | ECOWAS | planned");
}

#[test]
fn brussels_acts_for_the_union() {
    says(
        "Brussels and Tokyo signed a partnership on digital trade.",
        "Japan | signedWith | European Union | asserted",
    );
    never_says("Belgium's king lives in Brussels.", "European Union");
}

#[test]
fn both_blame_each_other() {
    let passage = "Ghana and Togo blamed each other for the shelling.";
    says(passage, "Ghana | accused | Togo | asserted");
    says(passage, "Togo | accused | Ghana | asserted");
}

#[test]
fn a_war_of_aggression_is_an_attack() {
    says("Leaders condemned Iraq's war of aggression against Kuwait.", "Iraq | attacked | Kuwait | asserted");
}
