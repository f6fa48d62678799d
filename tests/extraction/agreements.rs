//! Who signed what with whom.

use crate::{never_says, says};

#[test]
fn who_signs_with_another_signs_with_them() {
    let passage = "Japan signed the Treaty of Kanagawa with the United States.";
    says(passage, "Japan | signedWith | United States | asserted");
    says(passage, "United States | signed | Treaty of Kanagawa | asserted");
}

#[test]
fn whom_a_phrase_denies_did_not_sign() {
    never_says(
        "Norway signed an accord with Sweden, but not with Finland.",
        "Finland | signedWith | Norway | asserted",
    );
}
