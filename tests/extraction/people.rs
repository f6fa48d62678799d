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
