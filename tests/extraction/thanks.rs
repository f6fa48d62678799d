//! Thanks and praise in communiqués: what they are for is what the one thanked did.

use crate::{never_says, says};

#[test]
fn those_thanked_did_it() {
    says("We thank Norway for hosting Cold Response.", "Norway | organized | Cold Response | asserted");
    says(
        "The ministers expressed appreciation to Norway for hosting Cold Response.",
        "Norway | organized | Cold Response | asserted",
    );
    says("They congratulated Sweden on joining NATO.", "Sweden | joined | NATO | asserted");
    never_says("Finland thanked Norway for hosting Cold Response.", "Finland | organized");
}

#[test]
fn who_stands_behind_the_copula_takes_part() {
    says(
        "Taking part in Cold Response were forces from Sweden and Finland.",
        "Finland | participatedIn | Cold Response | asserted",
    );
    says(
        "Among the guests at the Munich Security Conference were Georgia and Ukraine.",
        "Georgia | participatedIn | Munich Security Conference | asserted",
    );
    never_says(
        "Not taking part in Cold Response were forces from Sweden.",
        "Sweden | participatedIn | Cold Response | asserted",
    );
}

#[test]
fn as_many_names_as_were_counted_are_those_meant() {
    let passage = "Three states took part in Cold Response: Finland, Sweden and Norway.";
    says(passage, "Sweden | participatedIn | Cold Response | asserted");
}

#[test]
fn guests_of_a_programme_take_part() {
    let passage = "Calendar\n\n14 February 2025: Munich Security Conference, Munich. Speakers: Mark Rutte and Kaja Kallas.";
    says(passage, "Kaja Kallas | participatedIn | Munich Security Conference | asserted");
}

#[test]
fn a_relative_clause_after_a_comma_is_of_the_name_before_it() {
    let passage = "They voiced support for the Munich Security Conference, which Germany hosts.";
    says(passage, "Germany | organized | Munich Security Conference | asserted");
}

#[test]
fn thanks_go_to_those_who_did_it() {
    let thanks = "Leaders expressed their thanks to Vanuatu for hosting the Munich Security Conference.";
    says(thanks, "Vanuatu | organized | Munich Security Conference | asserted");
    let grateful = "Leaders were grateful to Fiji for organizing the Munich Security Conference.";
    says(grateful, "Fiji | organized | Munich Security Conference | asserted");
    let offer = "Leaders welcomed the offer of Samoa to host the Munich Security Conference.";
    never_says(offer, "Samoa | organized | Munich Security Conference | asserted");
}

#[test]
fn tribute_for_having_attended() {
    says(
        "Tribute was paid to Stephen Harper, the prime minister of Canada, for having attended the Lima Summit.",
        "Stephen Harper | participatedIn | Lima Summit | asserted",
    );
}
