//! Where people have worked, told without an office, and offices that a biography counts up.

use crate::{dated, never_says, says};

#[test]
fn time_spent_at_a_body_before_something_else_is_a_job_there() {
    let passage = "After stints at the World Bank and the African Union, Linda Pardo moved to Oslo.";
    says(passage, "Linda Pardo | holdsPosition | World Bank | asserted");
    says(passage, "Linda Pardo | holdsPosition | African Union | asserted");
    says(
        "Before a career with Europol, Linda Pardo lived in Rome.",
        "Linda Pardo | holdsPosition | Europol | asserted",
    );
    never_says(
        "After a meeting at the World Bank, Linda Pardo moved to Oslo.",
        "Linda Pardo | holdsPosition | World Bank",
    );
    never_says(
        "After Ann Lee's year at the World Bank, Linda Pardo moved to Oslo.",
        "Linda Pardo | holdsPosition | World Bank",
    );
}

#[test]
fn words_of_time_make_of_being_at_a_body_a_job() {
    says(
        "Linda Pardo, formerly with Europol, spoke in Oslo.",
        "Linda Pardo | holdsPosition | Europol | asserted",
    );
    says(
        "Linda Pardo (now at the World Bank) wrote the report.",
        "Linda Pardo | holdsPosition | World Bank | asserted",
    );
    says("Linda Pardo is now with the World Bank.", "Linda Pardo | holdsPosition | World Bank | asserted");
    says(
        "Now at Europol, Linda Pardo taught law until last year.",
        "Linda Pardo | holdsPosition | Europol | asserted",
    );
    never_says("Linda Pardo was at the World Bank on Monday.", "Linda Pardo | holdsPosition");
    never_says("Linda Pardo, now at Europol headquarters, agreed.", "Linda Pardo | holdsPosition");
}

#[test]
fn a_biography_counts_up_offices() {
    let passage = "Linda Pardo has led Interpol since 2019. Her previous roles include director of Europol.";
    says(passage, "Linda Pardo | holdsPosition | Europol | asserted");
    let passage = "After a spell as chair of Europol, Linda Pardo moved to Oslo.";
    says(passage, "Linda Pardo | holdsPosition | Europol | asserted");
    never_says(
        "Linda Pardo has led Interpol since 2019. Her guests include the director of Europol.",
        "Linda Pardo | holdsPosition | Europol",
    );
}

#[test]
fn who_is_to_leave_an_office_holds_it() {
    says(
        "Linda Pardo will step down as director of Europol in June.",
        "Linda Pardo | holdsPosition | Europol | asserted",
    );
    dated(
        "Linda Pardo resigned as director of Europol in May 2019.",
        "Linda Pardo | holdsPosition | Europol",
        Some("../2019-05"),
    );
    never_says(
        "Linda Pardo will stand as director of Europol in June.",
        "Linda Pardo | holdsPosition | Europol | asserted",
    );
}

#[test]
fn who_is_in_charge_is_told_right_behind_a_name() {
    says(
        "Linda Pardo, in charge of trade at Europol, spoke.",
        "Linda Pardo | holdsPosition | Europol | asserted",
    );
    says(
        "Karl Thomas, formerly in command of the US Navy, spoke.",
        "Karl Thomas | holdsPosition | US Navy | asserted",
    );
    says(
        "Linda Pardo, then at the wheel of Frontex, spoke.",
        "Linda Pardo | holdsPosition | Frontex | asserted",
    );
    never_says(
        "Linda Pardo, in charge of the inquiry into Europol, spoke.",
        "Linda Pardo | holdsPosition | Europol",
    );
}

#[test]
fn successors_deputies_and_the_baton() {
    let passage = "Ann Lee's successor as director of Europol is Linda Pardo.";
    says(passage, "Ann Lee | holdsPosition | Europol | asserted");
    says(passage, "Linda Pardo | holdsPosition | Europol | asserted");
    says(
        "Linda Pardo, Ann Lee's deputy at Europol, spoke.",
        "Linda Pardo | holdsPosition | Europol | asserted",
    );
    let passage = "Ann Lee, the director of Europol, handed the baton to Linda Pardo in May 2019.";
    dated(passage, "Linda Pardo | holdsPosition | Europol", Some("2019-05/.."));
    never_says(
        "Ann Lee, the director of Europol, handed the report to Linda Pardo.",
        "Linda Pardo | holdsPosition",
    );
}

#[test]
fn the_job_is_had_for_a_time() {
    let passage = "Ann Lee is the director of Europol. Linda Pardo had spent nine years in the job.";
    says(passage, "Linda Pardo | holdsPosition | Europol | asserted");
    never_says(
        "Ann Lee is the director of Europol. Linda Pardo had spent nine years in the army.",
        "Linda Pardo | holdsPosition | Europol",
    );
}

#[test]
fn several_come_after_somebody() {
    let passage = "Ann Lee was the first director of Europol. Linda Pardo and Karl Thomas came after her.";
    says(passage, "Linda Pardo | holdsPosition | Europol | asserted");
    says(passage, "Karl Thomas | holdsPosition | Europol | asserted");
    never_says(
        "Ann Lee was the first director of Europol. Linda Pardo went after her.",
        "Linda Pardo | holdsPosition",
    );
}

#[test]
fn whose_member_of_a_body_somebody_is_is_where_he_comes_from() {
    let passage = "Linda Pardo, Britain's last member of the European Commission, spoke.";
    says(passage, "Linda Pardo | holdsPosition | European Commission | asserted");
    never_says(passage, "Linda Pardo | holdsPosition | United Kingdom");
}

#[test]
fn a_state_appoints_its_envoys() {
    says(
        "Hanoi appointed Linda Pardo as ambassador to Peru. Vietnam is far from Lima.",
        "Linda Pardo | holdsPosition | Vietnam | asserted",
    );
    never_says("Vietnam appointed Linda Pardo as director.", "Linda Pardo | holdsPosition | Vietnam");
}

#[test]
fn what_somebody_did_while_at_a_body_tells_that_she_was_there() {
    let passage = "Linda Pardo had drawn up the plan while at the World Bank.";
    says(passage, "Linda Pardo | holdsPosition | World Bank | asserted");
    never_says("Linda Pardo arrived while the World Bank debated.", "Linda Pardo | holdsPosition");
}
