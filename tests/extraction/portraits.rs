//! Biographies: a name alone, then what the person is and was.

use crate::{never_says, says};

#[test]
fn a_name_in_capitals_opens_a_portrait() {
    let passage = "MERLE MAIGRE. An Estonian, she is senior cyber security expert at the e-Governance Academy in Tallinn. Prior to that she directed the NATO Cooperative Cyber Defence Centre of Excellence (CCDCOE) from 2017 to 2018.";
    says(passage, "MERLE MAIGRE | holdsPosition | e-Governance Academy | asserted");
    says(
        passage,
        "MERLE MAIGRE | holdsPosition | NATO Cooperative Cyber Defence Centre of Excellence | asserted",
    );
    never_says("WESTERN WATERS. The frigate sailed to Oman.", "WESTERN WATERS |");
}

#[test]
fn fragments_are_about_whoever_is_portrayed() {
    let passage = "LATHA REDDY. A career diplomat, she knows Asia.\n\nMICHAEL CHERTOFF. First chair of the Global Commission on the Stability of Cyberspace; later chairman of the Chertoff Group. He is a lawyer.";
    says(
        passage,
        "MICHAEL CHERTOFF | holdsPosition | Global Commission on the Stability of Cyberspace | asserted",
    );
    never_says(passage, "LATHA REDDY | holdsPosition");
}

#[test]
fn a_nationality_stands_for_its_bearer() {
    let passage = "Celeste Saulo\n\nThe first woman to lead the World Meteorological Organization (WMO), the Argentine replaced Petteri Taalas of Finland as secretary-general on 1 January 2024.";
    says(passage, "Celeste Saulo | holdsPosition | World Meteorological Organization | asserted");
    says(passage, "Petteri Taalas | holdsPosition | World Meteorological Organization | asserted");
    never_says(
        "Voters went to the polls. The Argentine replaced Mirtha Rojas.",
        "Mirtha Rojas | holdsPosition",
    );
}

#[test]
fn nouns_beside_a_name_tell_men_from_women() {
    let passage = "Micheline Calmy-Rey entered politics late. Her father, Charles Rey, drove trains. She later ran the Federal Department of Foreign Affairs.";
    says(
        passage,
        "Micheline Calmy-Rey | holdsPosition | Swiss Federal Department of Foreign Affairs | asserted",
    );
    never_says(passage, "Charles Rey | holdsPosition");
    let passage = "Jan Fischer met Dagmar Havlova, the widow of a president. He then travelled to Lima.";
    says(passage, "Jan Fischer | visited | Lima | asserted");
    never_says(passage, "Dagmar Havlova | visited");
    // What her father was says nothing of her.
    says(
        "Dagmar Havlova, whose father was a miner, gave a speech. She then travelled to Lima.",
        "Dagmar Havlova | visited | Lima | asserted",
    );
}
