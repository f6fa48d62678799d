//! Relative clauses, wherever the parser hangs them, and whom they speak of.

use crate::{never_says, says};

#[test]
fn a_relative_clause_has_a_verb_of_its_own() {
    says(
        "Burundi belongs to the East African Community, which Tanzania quit in 2000.",
        "Tanzania | left | East African Community | asserted",
    );
    says(
        "Serbia is not in the CSTO, to which both Armenia and Belarus belong.",
        "Armenia | memberOf | Collective Security Treaty Organization | asserted",
    );
    says(
        "Nathaniel Fick, who today leads ENISA, was not asked.",
        "Nathaniel Fick | holdsPosition | EU Agency for Cybersecurity | asserted",
    );
}

#[test]
fn the_clause_hangs_on_the_name_before_its_comma() {
    let passage = "Nordic Response 2024, in which ten countries, among them Finland and Italy, took part, ended in March.";
    says(passage, "Finland | participatedIn | Nordic Response 2024 | asserted");
    says(passage, "Italy | participatedIn | Nordic Response 2024 | asserted");
    let passage = "The plan was welcomed by Italy, Japan and Norway, whose leaders attended the 2022 Madrid Summit together.";
    says(passage, "Japan | participatedIn | Madrid Summit | asserted");
    never_says(
        "The plan was welcomed by Japan, and leaders attended the 2022 Madrid Summit.",
        "Japan | participatedIn",
    );
}

#[test]
fn what_is_said_of_the_first_is_not_said_of_the_second() {
    let passage = "Mark Rutte, who heads NATO, and Bola Tinubu, then president of Nigeria, spoke.";
    says(passage, "Mark Rutte | holdsPosition | NATO | asserted");
    never_says(passage, "Bola Tinubu | holdsPosition | NATO");
}

#[test]
fn two_who_met_are_both_meant() {
    let passage = "The text names Josep Borrell, the EU's High Representative, and Kaja Kallas, Estonia's prime minister, who met in Brussels.";
    says(passage, "Josep Borrell | metWith | Kaja Kallas | asserted");
}

#[test]
fn who_follows_a_person() {
    let passage =
        "Britain imposed sanctions on Ruslan Peretyatko, who worked for the Federal Security Service.";
    says(passage, "United Kingdom | sanctioned | Ruslan Peretyatko | asserted");
}

#[test]
fn the_one_of_whom_a_clause_speaks_is_not_its_subject() {
    let passage =
        "Vikram Misri became India's foreign secretary; Vinay Kwatra, whom he succeeded, went to Washington.";
    says(passage, "Vinay Kwatra | holdsPosition | India | asserted");
}

#[test]
fn the_main_clause_keeps_its_subject() {
    let passage = "Albania, whose government services were paralysed in July 2022, accused Iran of the attack and broke off relations with it on 7 September 2022.";
    says(passage, "Albania | accused | Iran | asserted");
}

#[test]
fn what_a_relative_clause_tells_hangs_on_its_noun() {
    says(
        "The pact that Moldova concluded with France was hailed.",
        "France | signedWith | Moldova | asserted",
    );
    says("The troops that Chad sent to Mali came home.", "Chad | sentPersonnelTo | Mali | asserted");
    says(
        "The sanctions that Japan imposed on Belavia were lifted.",
        "Japan | sanctioned | Belavia | asserted",
    );
    let observers = "The observers whom the African Union had sent to Zambia reported back.";
    says(observers, "African Union | sentPersonnelTo | Zambia | asserted");
    never_says(
        "The troops that Chad did not send to Mali stayed.",
        "Chad | sentPersonnelTo | Mali | asserted",
    );
}

#[test]
fn who_was_the_last_or_among_those_to_do_it_did_it() {
    says(
        "The last country to leave the Warsaw Pact was Bulgaria.",
        "Bulgaria | left | Warsaw Pact | asserted",
    );
    let among = "Among those attending the Munich Security Conference were Kaja Kallas and Mark Rutte.";
    says(among, "Kaja Kallas | participatedIn | Munich Security Conference | asserted");
    let next = "The next country to join NATO could be Georgia.";
    never_says(next, "Georgia | joined | NATO | asserted");
}

#[test]
fn a_clause_about_one_is_about_the_last_of_several() {
    let passage = "Europol and the World Food Programme, which has its headquarters in Rome, met in Oslo.";
    says(passage, "World Food Programme | locatedIn | Rome | asserted");
    never_says(passage, "Europol | locatedIn | Rome");
    let both = "Europol and Eurojust, which have their headquarters in The Hague, met in Oslo.";
    says(both, "Europol | locatedIn | The Hague | asserted");
    says(both, "Eurojust | locatedIn | The Hague | asserted");
}

#[test]
fn of_which_somebody_is_a_member() {
    says("OPEC, of which Iraq and Iran are members, met in Vienna.", "Iraq | memberOf | OPEC | asserted");
    says("OPEC, of which Iraq and Iran are members, met in Vienna.", "Iran | memberOf | OPEC | asserted");
    never_says("OPEC, of which Iraq is no member, met in Vienna.", "OPEC | memberOf");
}

#[test]
fn what_somebody_owns_does_is_said_beside_what_he_does() {
    let passage = "Japan, whose foreign minister visited Oslo in May 2019, has joined the Arctic Council.";
    says(passage, "Japan | joined | Arctic Council | asserted");
    says(passage, "Japan | visited | Oslo | asserted");
    let owned = "Japan, whose foreign minister has joined the Nordic Council, visited Oslo.";
    says(owned, "Japan | visited | Oslo | asserted");
}
