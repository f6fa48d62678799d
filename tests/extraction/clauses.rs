//! Clauses whose order or chains of names mislead.

use crate::{never_says, says};

#[test]
fn a_subject_after_an_opening_phrase_is_found() {
    says(
        "In a May 2013 visit to Seoul, Catherine Ashton, the head of the EU's diplomatic service, met Yun Byung-se.",
        "Catherine Ashton | metWith | Yun Byung-se | asserted",
    );
    says(
        "Lesotho, whose king was in London at the time, never joined OPEC.",
        "Lesotho | joined | OPEC | negated",
    );
}

#[test]
fn a_participle_before_its_copula_leads_the_clause() {
    says(
        "Also sanctioned by the European Union was Sovcomflot.",
        "European Union | sanctioned | Sovcomflot | asserted",
    );
}

#[test]
fn names_chained_by_dashes_belong_together() {
    says("The China–Russia talks in Harbin ended early.", "China | metWith | Russia | asserted");
    says("The India–Nepal treaty was signed in 1950.", "India | signedWith | Nepal | asserted");
    never_says("The France-based team met in Rome.", "France | metWith");
}

#[test]
fn an_object_may_follow_its_complement() {
    says(
        "The bureau counted as members three Nordic states (Denmark, Norway and Sweden). NORDEFCO counts as members \
         Denmark, Finland and Iceland.",
        "Iceland | memberOf | Nordic Defence Cooperation | asserted",
    );
}
