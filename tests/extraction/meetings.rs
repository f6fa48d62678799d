//! Bodies spoken of only in the names of their meetings.

use crate::{never_says, says};

#[test]
fn a_summit_names_the_body_that_meets() {
    let passage =
        "Egypt and Iran went to the BRICS summit in Kazan. The two entered the group on 1 January 2024.";
    says(passage, "Egypt | joined | BRICS | asserted");
    says(passage, "Iran | joined | BRICS | asserted");
}

#[test]
fn to_meet_it_is_not_to_belong_to_it() {
    never_says("Egypt and Iran went to the BRICS summit in Kazan.", "Egypt | joined");
    never_says("Egypt and Iran went to the BRICS summit in Kazan.", "Egypt | memberOf");
}

#[test]
fn to_call_on_somebody_is_a_visit_and_to_call_on_him_to_act_is_not() {
    says("Ban Ki-moon called on Narendra Modi in Delhi.", "Ban Ki-moon | metWith | Narendra Modi | asserted");
    never_says("Ban Ki-moon called on Narendra Modi to resign.", "Ban Ki-moon | metWith");
    never_says("Ban Ki-moon called on Narendra Modi for restraint.", "Ban Ki-moon | metWith");
}

#[test]
fn who_leads_a_delegation_does_not_meet_it() {
    let passage = "An ECOWAS delegation led by Abdulsalami Abubakar met Mohamed Bazoum.";
    says(passage, "Abdulsalami Abubakar | metWith | Mohamed Bazoum | asserted");
    never_says(passage, "ECOWAS | metWith | Abdulsalami Abubakar");
    says("French and German officials met in Oslo.", "Germany | metWith | France | asserted");
}

#[test]
fn a_state_visit_is_its_subjects() {
    says(
        "Xi Jinping, on a state visit to South Africa, met Cyril Ramaphosa.",
        "Xi Jinping | visited | South Africa | asserted",
    );
}

#[test]
fn envoys_of_several_states_meet_in_one_room() {
    says("Envoys from Iran and Oman sat together in Rome.", "Iran | metWith | Oman | asserted");
    says("Greek and Israeli ministers huddled in Nicosia.", "Greece | metWith | Israel | asserted");
    says("A trilateral of India, France and Japan was held in May.", "India | metWith | Japan | asserted");
    never_says("The ministers of Iran and Oman gathered evidence.", "Iran | metWith");
}

#[test]
fn notes_are_compared_by_those_who_meet() {
    says(
        "Marise Payne compared notes with Olaf Scholz in Paris.",
        "Marise Payne | metWith | Olaf Scholz | asserted",
    );
    never_says("Joe Biden compared Vladimir Putin with Xi Jinping.", "Joe Biden | metWith");
    never_says("Joe Biden gave Vladimir Putin a deadline.", "Joe Biden | metWith");
}

#[test]
fn their_ministers_are_those_of_the_states_whose_leaders_met() {
    let passage = "Estonia and Lithuania spoke out. Armenian Prime Minister Nikol Pashinyan and Azerbaijani President \
                   Ilham Aliyev met in Washington. Their foreign ministers, Ararat Mirzoyan and Jeyhun Bayramov, \
                   initialled a treaty.";
    says(passage, "Ararat Mirzoyan | holdsPosition | Armenia | asserted");
    says(passage, "Jeyhun Bayramov | holdsPosition | Azerbaijan | asserted");
    never_says(passage, "Ararat Mirzoyan | holdsPosition | Estonia");
}
