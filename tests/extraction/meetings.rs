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
