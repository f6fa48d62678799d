//! Who ran an event, who came, and where it was.

use crate::{never_says, says};

#[test]
fn whoever_does_something_at_an_event_takes_part() {
    says(
        "At the Munich Security Conference, Ursula von der Leyen promised money.",
        "Ursula von der Leyen | participatedIn | Munich Security Conference | asserted",
    );
    says(
        "Annalena Baerbock met Antony Blinken on the sidelines of the Munich Security Conference.",
        "Annalena Baerbock | participatedIn | Munich Security Conference | asserted",
    );
}

#[test]
fn what_is_done_elsewhere_is_no_participation() {
    never_says(
        "Annalena Baerbock was praised at the Munich Security Conference.",
        "Annalena Baerbock | participatedIn",
    );
    never_says("Iceland sent observers to RIMPAC.", "Iceland | participatedIn");
}

#[test]
fn those_who_come_for_an_event_take_part_and_it_is_there() {
    let passage = "Olaf Scholz flew to Hiroshima in May for the Munich Security Conference.";
    says(passage, "Olaf Scholz | participatedIn | Munich Security Conference | asserted");
    says(passage, "Munich Security Conference | locatedIn | Hiroshima | asserted");
    says(passage, "Olaf Scholz | visited | Hiroshima | asserted");
}

#[test]
fn companions_do_what_their_company_does() {
    says("Like Peru, Chile took part in RIMPAC.", "Peru | participatedIn | RIMPAC | asserted");
}

#[test]
fn a_participle_after_a_comma_speaks_of_the_name_before_it() {
    says("Norway joined Sweden for RIMPAC, hosted by Canada.", "Canada | organized | RIMPAC | asserted");
}

#[test]
fn ships_kept_somewhere_are_sent_there() {
    says(
        "The Indian Navy has kept frigates on patrol in the Arabian Sea.",
        "Indian Navy | sentPersonnelTo | Arabian Sea | asserted",
    );
}
