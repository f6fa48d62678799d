//! Entries of a list that name a body and go on without it.

use super::{never_says, says};

#[test]
fn an_entry_that_opens_with_a_name_goes_on_about_it() {
    let entry =
        "- Baltic Defence College (BALTDEFCOL). Founded in Tartu in 1999 by three states, among them Latvia.";
    says(entry, "Baltic Defence College | locatedIn | Tartu | asserted");
    says(entry, "Latvia | founded | Baltic Defence College | asserted");
    let organ =
        "- Joint Security Agency (JSA). A permanent organ of the Gulf Cooperation Council, based in Riyadh.";
    says(organ, "Joint Security Agency | partOf | Gulf Cooperation Council | asserted");
    says(organ, "Joint Security Agency | locatedIn | Riyadh | asserted");
}

#[test]
fn its_members_and_its_head_are_those_of_the_entry() {
    let entry = "- Southeast European Law Enforcement Center (SELEC). Established in Bucharest in 2011. Members: Albania and Greece.";
    says(entry, "Albania | memberOf | Southeast European Law Enforcement Center | asserted");
}

#[test]
fn a_sentence_of_its_own_is_left_alone() {
    let entry = "- Baltic Defence College (BALTDEFCOL). Latvia founded the Nordic Council in Riga.";
    never_says(entry, "Latvia | founded | Baltic Defence College");
    never_says(entry, "Baltic Defence College | locatedIn");
}

#[test]
fn an_entry_names_its_office_and_body() {
    let passage = "Claver Gatete\n\n- Executive Secretary, United Nations Economic Commission for Africa (UNECA), since October 2023\n- Governor of the National Bank of Rwanda, 2009-2013\n- Took the place of Vera Songwe of Cameroon";
    says(passage, "Claver Gatete | holdsPosition | UN Economic Commission for Africa | asserted");
    says(passage, "Vera Songwe | holdsPosition | UN Economic Commission for Africa | asserted");
    never_says(passage, "Vera Songwe | holdsPosition | National Bank of Rwanda");
}
