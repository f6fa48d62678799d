//! Which names are people's.

use crate::{never_says, says};

#[test]
fn honorifics_and_ranks_are_no_part_of_the_name() {
    says(
        "H.E. Mr. Alar Karis, President of the Republic of Estonia",
        "Alar Karis | holdsPosition | Estonia | asserted",
    );
    says(
        "The Pentagon press secretary, Maj. Gen. Pat Ryder, said nothing.",
        "Pat Ryder | holdsPosition | US Department of Defense | asserted",
    );
}

#[test]
fn a_native_of_a_country_is_a_person() {
    says(
        "The Committee's former chairs include Taïeb Chérif of Algeria and Fang Liu of China. Celeste Saulo replaced Petteri Taalas of Finland as secretary-general of the World Meteorological Organization (WMO).",
        "Petteri Taalas | holdsPosition | World Meteorological Organization | asserted",
    );
}

#[test]
fn a_ship_is_nobody() {
    says(
        "\"We are glad to be back,\" said Capt. Tim Waits, commanding officer of USS George Washington.",
        "Tim Waits | holdsPosition | USS George Washington | asserted",
    );
    never_says("USS George Washington arrived at Yokosuka on Tuesday.", "George Washington |");
}

#[test]
fn a_first_name_that_is_a_noun_of_documents_is_a_first_name() {
    says(
        "Defence Minister Bill Blair of Canada visited Tallinn.",
        "Bill Blair | holdsPosition | Canada | asserted",
    );
}

#[test]
fn people_in_a_list_all_do_it_whatever_is_said_of_each() {
    let tour = "Mutale Nalumango, Mark Brown of the Cook Islands and Sanna Marin, Finland's prime minister, toured Malta.";
    says(tour, "Mark Brown | visited | Malta | asserted");
    says(tour, "Sanna Marin | visited | Malta | asserted");
    never_says(tour, "Cook Islands | visited");
    let pair = "Kaja Kallas, the Estonian prime minister, and Arturs Krišjānis Kariņš, Latvia's prime minister, visited Kyiv.";
    says(pair, "Kaja Kallas | visited | Kyiv | asserted");
}

#[test]
fn a_name_behind_an_office_or_what_befalls_people_is_a_person() {
    let head = "Europol is based in The Hague. Its executive director is Krishnaswamy Natarajan.";
    says(head, "Krishnaswamy Natarajan | holdsPosition | Europol | asserted");
    never_says(
        "The agency was founded after the collapse of Wagner Holdings.",
        "Wagner Holdings | holdsPosition",
    );
}

#[test]
fn a_first_name_may_look_like_a_month() {
    let text = "Jan Wörner took over from Jean-Jacques Dordain as head of the European Space Agency.";
    says(text, "Jan Wörner | holdsPosition | European Space Agency | asserted");
    never_says(text, "Manfred Wörner |");
}

#[test]
fn they_are_those_spoken_of_last_named_or_not() {
    let passage = "Kuwait and Oman joined OPEC. The ministers took note of this. They visited Ghana.";
    never_says(passage, "Kuwait | visited");
    says("Kuwait and Oman joined OPEC. They visited Ghana.", "Oman | visited | Ghana | asserted");
}

#[test]
fn it_is_what_such_a_thing_can_be_said_of() {
    let passage = "Slovenia set up the Balkan Cyber Centre. It is based in Podgorica.";
    says(passage, "Balkan Cyber Centre | locatedIn | Podgorica | asserted");
    says(
        "Slovenia set up the Balkan Cyber Centre. It is a member of NATO.",
        "Slovenia | memberOf | NATO | asserted",
    );
}

#[test]
fn only_a_country_has_ministries() {
    let passage =
        "Costa Rica: after APT28 crippled its Ministry of Finance, Rodrigo Chaves declared an emergency.";
    says(passage, "APT28 | attacked | Ministry of Finance | asserted");
    never_says(passage, "Ministry of Finance | partOf | APT28");
}

#[test]
fn relations_broken_off_with_it_are_no_membership() {
    let passage = "The EU met in Oslo. Albania accused Iran of the attack and broke off relations with it.";
    never_says(passage, "Albania | left");
    says(
        "Oslo founded the Nordic Council with Rome. Norway joined the EU and left it.",
        "Norway | left | European Union | asserted",
    );
}

#[test]
fn a_person_right_behind_an_office_and_its_of_is_who_acts() {
    let passage = "Chief of the General Staff General Valery Gerasimov visited Minsk.";
    says(passage, "Valery Gerasimov | visited | Minsk | asserted");
    never_says(passage, "General Staff | visited");
    says(
        "Joe Biden met Secretary of Defense Lloyd Austin in Kyiv.",
        "Joe Biden | metWith | Lloyd Austin | asserted",
    );
    never_says(
        "The head of Europol met Catherine De Bolle in Oslo.",
        "Catherine De Bolle | holdsPosition | Europol",
    );
}

#[test]
fn a_body_before_a_person_is_no_part_of_the_name() {
    let passage = "Then-Secretary General of NATO Jaap de Hoop Scheffer adopted the proposal.";
    says(passage, "Jaap de Hoop Scheffer | holdsPosition | NATO | asserted");
    says(
        "NATO Response Force troops left for Spain.",
        "NATO Response Force | sentPersonnelTo | Spain | asserted",
    );
}

#[test]
fn marks_that_are_taken_for_a_name_name_nobody() {
    never_says("How much is a meal in your country? $5.76 For the Combo Meal!! :-) \\\\//", "|");
}

#[test]
fn a_first_name_tells_whose_chief_his_is() {
    let passage = "Laura Richardson, head of Southern Command, met Francisco Cubides, commander of the Colombian Navy. \
                   Carlos Oramas, his chief of operations, spoke.";
    says(passage, "Carlos Oramas | holdsPosition | Colombian Navy | asserted");
    never_says(passage, "Carlos Oramas | holdsPosition | US Southern Command");
}

#[test]
fn what_only_a_state_is_called_is_said_of_somebodys_own() {
    let passage = "Prime Minister Linda Pardo of Peru, the founding country of the African Union, spoke.";
    says(passage, "Peru | founded | African Union | asserted");
    never_says(passage, "Linda Pardo | founded");
    let founder = "Linda Pardo of Peru, the founder of the African Union, spoke.";
    says(founder, "Linda Pardo | founded | African Union | asserted");
}
