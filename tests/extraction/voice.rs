//! Who "we" are.

use crate::{never_says, says};

#[test]
fn we_are_the_body_whose_page_it_is() {
    let page = "Nordic Council\nAbout us\n\nWho we are\n\nDenmark, Norway and Sweden are our founding members. Our headquarters are in Copenhagen. Karen Ellemann, our Secretary-General, was born in Charlottenlund.\n\nNews\n\nIn 2019 we signed an agreement with the African Union.";
    says(page, "Norway | founded | Nordic Council | asserted");
    says(page, "Nordic Council | locatedIn | Copenhagen | asserted");
    says(page, "Karen Ellemann | holdsPosition | Nordic Council | asserted");
    says(page, "African Union | signedWith | Nordic Council | asserted");
}

#[test]
fn who_is_quoted_does_not_speak_for_the_page() {
    let quoted = "Nordic Council\n\nOur guest came from Kenya. \"We signed an agreement with Europol,\" William Ruto said.";
    never_says(quoted, "Europol | signedWith | Nordic Council");
    says(
        "Nordic Council\n\nOur guest came from Kenya. We signed an agreement with Europol in May.",
        "Europol | signedWith | Nordic Council | asserted",
    );
}

#[test]
fn people_who_say_we_of_themselves_are_no_body() {
    let ministers =
        "African Union\n\nWe, the ministers of trade, met in Accra. We signed an agreement with Europol.";
    never_says(ministers, "African Union | signedWith | Europol");
}

#[test]
fn without_a_we_nobody_speaks() {
    never_says("Nordic Council\n\nThe members signed an agreement with Europol.", "Europol | signedWith");
}

#[test]
fn our_bodies_are_parts_of_the_one_that_speaks() {
    let page = "Nordic Council\n\nKaren Ellemann is a senior researcher in our Arctic Research Programme.";
    says(page, "Arctic Research Programme | partOf | Nordic Council | asserted");
    says(page, "Karen Ellemann | holdsPosition | Arctic Research Programme | asserted");
}

#[test]
fn several_who_say_what_they_will_do_speak_each_for_itself() {
    let passage = "Mali and Niger said in September 2025 that they would quit the ICC.";
    says(passage, "Mali | left | International Criminal Court | planned");
    says(passage, "Niger | left | International Criminal Court | planned");
    says(
        "Kenya said Uganda would quit the ICC.",
        "Uganda | left | International Criminal Court | planned | by Kenya",
    );
}

#[test]
fn the_leaders_of_a_communique_are_the_body_that_met() {
    let text = "Third Lima Summit\n\nCOMMUNIQUÉ OF THE LEADERS OF THE AFRICAN UNION\n\nLima, 4 April 2025\n\nThe Summit was attended by Mary Banda, President of Zambia; and Linda Pardo, Prime Minister of Peru. The Leaders adopted the Lima Declaration.";
    says(text, "African Union | published | Lima Declaration | asserted");
    never_says(text, "Mary Banda | published");
    let news = "Leaders in Lima\n\nThe African Union met Peru. The leaders adopted the Lima Declaration.";
    never_says(news, "African Union | published");
}
