//! Ships are bodies, whatever they are named for: told by their noun, by prefix and by the number on the bow.

use crate::{never_says, says};

#[test]
fn a_noun_or_a_number_makes_a_ship() {
    says("The frigate Provence called at Goa.", "Provence | visited | Goa | asserted");
    says(
        "The carrier Charles de Gaulle (R91) called at Goa.",
        "Charles de Gaulle | visited | Goa | asserted",
    );
    says(
        "The frigates Alsace and Provence trained with the Indian Navy.",
        "Alsace | exercisedWith | Indian Navy | asserted",
    );
}

#[test]
fn a_ship_is_she() {
    let passage = "The corvette Audaz visited Nouakchott, where she trained with the Mauritanian Navy.";
    says(passage, "Audaz | exercisedWith | Mauritanian Navy | asserted");
}

#[test]
fn a_body_with_a_number_in_its_acronym_is_no_ship() {
    says(
        "The European Cybercrime Centre (EC3) cooperates with Eurojust.",
        "Eurojust | cooperatesWith | European Cybercrime Centre | asserted",
    );
    never_says("Provence is a region. The ship left.", "Provence | left");
}

#[test]
fn a_nickname_in_quotation_marks_is_part_of_the_name() {
    says(
        "USS Hershel \"Woody\" Williams called at Dakar.",
        "USS Hershel \"Woody\" Williams | visited | Dakar | asserted",
    );
}

#[test]
fn half_of_a_company_does_not_make_the_call() {
    let passage =
        "USS Carl Vinson sailed south. During the call at Luanda, her crew and the Angolan Navy trained.";
    never_says(passage, "Angolan Navy | visited");
}

#[test]
fn she_is_the_ship_where_no_woman_is_spoken_of() {
    let passage = "A destroyer of the Indian Navy arrived in Colombo. Before leaving, she trained with the Sri Lanka Navy.";
    says(passage, "Indian Navy | exercisedWith | Sri Lanka Navy | asserted");
    let passage =
        "Two destroyers of the Indian Navy arrived in Colombo. She trained with the Sri Lanka Navy.";
    never_says(passage, "Indian Navy | exercisedWith");
}

#[test]
fn ships_are_named_for_princes_and_belong_to_navies() {
    says("HMS Prince of Wales called at Busan.", "HMS Prince of Wales | visited | Busan | asserted");
    says(
        "HMS Trent, a patrol ship of the Royal Navy, called at Busan.",
        "HMS Trent | partOf | Royal Navy | asserted",
    );
}

#[test]
fn a_ship_goes_by_its_bare_name_once_it_was_named_in_full() {
    let cruise = "HMCS Ottawa and MV Asterix sailed in August. Ottawa put in at Subic Bay on 14 September.";
    says(cruise, "HMCS Ottawa | visited | Subic Bay | asserted");
    let capital = "HMCS Ottawa sailed in August. In 2022 Ottawa said it would send troops to Latvia.";
    says(capital, "Canada | sentPersonnelTo | Latvia | planned");
    never_says(capital, "HMCS Ottawa | sentPersonnelTo");
}

#[test]
fn a_ship_by_name_is_a_ship_that_is_sent() {
    says(
        "Brazil contributed the corvette Barroso to UNIFIL.",
        "Brazil | sentPersonnelTo | UN Interim Force in Lebanon | asserted",
    );
    says(
        "Portugal sent NRP Tejo to the Gulf of Guinea.",
        "Portugal | sentPersonnelTo | Gulf of Guinea | asserted",
    );
    says("Portugal sent four F-16s to Estonia.", "Portugal | sentPersonnelTo | Estonia | asserted");
    never_says("Portugal sent Europol to Estonia.", "Portugal | sentPersonnelTo");
    never_says("Portugal sent a G7 paper to Estonia.", "Portugal | sentPersonnelTo");
}

#[test]
fn the_kind_of_ship_goes_with_its_name() {
    says("Japan handed over the patrol vessel Toro to Fiji.", "Japan | supported | Fiji | asserted");
    says(
        "The stealth frigates INS Talwar and INS Teg arrived in Mombasa.",
        "INS Teg | visited | Mombasa | asserted",
    );
}

#[test]
fn a_ship_has_no_members() {
    never_says("USS Mason and HMS Diamond were joined by the frigate Alsace.", "Alsace | joined");
    says(
        "HMS Diamond joined NATO's Standing Maritime Group 1.",
        "HMS Diamond | joined | Standing Maritime Group 1 | asserted",
    );
}

#[test]
fn ships_and_aircraft_are_given() {
    says(
        "Fiji and Tonga have each received a patrol boat from Australia.",
        "Australia | supported | Tonga | asserted",
    );
    says("Turkey delivered six Bayraktar TB2 drones to Albania.", "Türkiye | supported | Albania | asserted");
    says("Kenya took delivery of two helicopters from Italy.", "Italy | supported | Kenya | asserted");
    never_says("Fiji received a delegation from Australia.", "Australia | supported");
}

#[test]
fn where_she_called_is_not_where_she_was_sent() {
    let sentence =
        "Germany deployed the frigate Bayern to the Indian Ocean in August 2021, where she called at Perth.";
    says(sentence, "Bayern | visited | Perth | asserted");
    never_says(sentence, "Germany | sentPersonnelTo | Perth");
}

#[test]
fn ships_reach_ports() {
    says(
        "HMAS Choules and the patrol boat HMAS Glenelg reached Honiara on Monday.",
        "HMAS Glenelg | visited | Honiara | asserted",
    );
    never_says("Ukraine reached Odesa with its offer.", "Ukraine | visited");
    says("Two Royal Navy ships reached Honiara.", "Royal Navy | visited | Honiara | asserted");
}

#[test]
fn a_number_alone_counts_ships() {
    let text = "Kenya provided two ships to Cutlass Express; Djibouti and Mauritius contributed one each.";
    says(text, "Mauritius | participatedIn | Cutlass Express | asserted");
    never_says(
        "Ursula von der Leyen signed a memorandum with Kazakhstan; Uzbekistan obtained one from Japan.",
        "Japan | supported",
    );
}

#[test]
fn a_ship_belongs_to_the_service_named_before_what_it_is() {
    says(
        "The Royal Navy destroyer HMS Defender led the group.",
        "HMS Defender | partOf | Royal Navy | asserted",
    );
    never_says("The Royal Navy said that HMS Defender led the group.", "HMS Defender | partOf");
}

#[test]
fn ships_of_one_owner_may_be_listed_behind_him() {
    let passage = "Sweden's HSwMS Nyköping and HSwMS Helsingborg met Finland's FNS Uusimaa at sea.";
    says(passage, "HSwMS Helsingborg | partOf | Sweden | asserted");
    says(passage, "FNS Uusimaa | partOf | Finland | asserted");
    never_says("Sweden praised HSwMS Nyköping and HSwMS Helsingborg.", "HSwMS Helsingborg | partOf");
}

#[test]
fn a_ship_called_like_a_hall_is_a_ship() {
    says(
        "The dock landing ship USS Gunston Hall (LSD 44) called at Helsinki.",
        "USS Gunston Hall | visited | Helsinki | asserted",
    );
}

#[test]
fn a_bare_name_is_the_ship_unless_it_is_a_place_one_goes_to() {
    let passage = "USS Porter sailed from Kiel with USS Gunston Hall. Gunston Hall, which also took part in Sea Breeze, called at Helsinki. Lisa Franchetti visited Porter at sea.";
    says(passage, "USS Gunston Hall | participatedIn | Sea Breeze | asserted");
    says(passage, "Lisa Franchetti | visited | USS Porter | asserted");
    says(
        "HMCS Vancouver sailed from Kiel. Lisa Franchetti visited Vancouver in May.",
        "Lisa Franchetti | visited | Vancouver | asserted",
    );
}

#[test]
fn the_group_is_what_bears_the_noun_in_its_name() {
    let passage =
        "The Coastal Strike Group sailed in May. The Houthis did not attack. The group visited Singapore.";
    says(passage, "Coastal Strike Group | visited | Singapore | asserted");
    never_says(passage, "Houthis | visited");
}

#[test]
fn troops_are_sent_where_they_hold_posts() {
    says("Doctors from Togo flew out to Mali.", "Togo | sentPersonnelTo | Mali | asserted");
    says(
        "Canada has pledged an infantry company for the mission in Mali.",
        "Canada | sentPersonnelTo | Mali | planned",
    );
    says(
        "Ireland has two officers on secondment to ECOWAS.",
        "Ireland | sentPersonnelTo | ECOWAS | asserted",
    );
    never_says("Officials from Togo flew home from Mali.", "Togo | sentPersonnelTo");
    never_says("Togo promised reform in Mali.", "Togo | sentPersonnelTo");
}

#[test]
fn ships_that_sail_in_company_exercise() {
    says(
        "Chilean and Peruvian frigates sailed in formation off Callao.",
        "Chile | exercisedWith | Peru | asserted",
    );
    says("Soldiers of Chile drilled beside soldiers of Peru.", "Chile | exercisedWith | Peru | asserted");
    never_says("Chile and Peru exchanged prisoners.", "Chile | exercisedWith");
}

#[test]
fn a_ship_that_is_sent_is_sent_nobody() {
    let passage = "In August 2021 Germany sent the frigate Bayern to the Indo-Pacific.";
    says(passage, "Germany | sentPersonnelTo | Indo-Pacific | asserted");
    never_says(passage, "Germany | sentPersonnelTo | Bayern");
    never_says(passage, "Germany | supported | Bayern");
}
