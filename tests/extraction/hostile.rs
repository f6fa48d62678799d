//! Accusations, attacks, sanctions and support.

use crate::{never_says, says};

#[test]
fn an_accusation_tells_the_attack_by_its_accuser() {
    let hack = "Annalena Baerbock attributed the 2023 hack of the Social Democratic Party to APT28.";
    says(hack, "Annalena Baerbock | accused | APT28 | asserted");
    says(hack, "APT28 | attacked | Social Democratic Party | asserted | by Annalena Baerbock");
    let networks = "Edi Rama blamed Iran for an attack on Albanian government networks in July 2022.";
    says(networks, "Iran | attacked | Albania | asserted | by Edi Rama");
    never_says(networks, "Edi Rama | attacked");
    says(
        "The European Union held Sandworm responsible for the attack on Ukraine in June 2017.",
        "European Union | accused | Sandworm | asserted",
    );
}

#[test]
fn to_report_an_attack_is_to_accuse() {
    let breach = "Microsoft said Russian hackers had breached the State Department.";
    says(breach, "Russia | attacked | US Department of State | asserted | by Microsoft");
    says(breach, "Microsoft | accused | Russia | asserted");
    says("Japan claimed that China was responsible for the outage.", "Japan | accused | China | asserted");
}

#[test]
fn bystanders_and_deniers_attack_nobody() {
    never_says("Kyiv condemned the attack on Israel.", "Ukraine | attacked");
    never_says("Russia denied any involvement in the attack on Estonia.", "Russia | attacked");
    never_says("Estonia denied that it had attacked Russia.", "Estonia | attacked | Russia | asserted");
    never_says("Seoul accuses Pyongyang of having shipped munitions to Russia.", "South Korea | supported");
}

#[test]
fn sanctions_reach_every_name() {
    let list = "Britain imposed sanctions on the Lazarus Group and on two men associated with it, Park Jin Hyok and Kim Il.";
    says(list, "United Kingdom | sanctioned | Park Jin Hyok | asserted");
    says(list, "United Kingdom | sanctioned | Lazarus Group | asserted");
    let twice = "Wagner Group was blacklisted by Washington on 12 June and by Canada a day later.";
    says(twice, "United States | sanctioned | Wagner Group | asserted");
    says(twice, "Canada | sanctioned | Wagner Group | asserted");
    says("Canberra threatened sanctions against Myanmar.", "Australia | sanctioned | Myanmar | possible");
}

#[test]
fn support_is_given_by_donors() {
    says("The United States donated vehicles to Kenya.", "United States | supported | Kenya | asserted");
    says("Japan and Norway, two donors of Ukraine, met in Oslo.", "Norway | supported | Ukraine | asserted");
    says("Seoul would reconsider sending arms to Ukraine.", "South Korea | supported | Ukraine | possible");
}

#[test]
fn some_of_a_people_are_not_their_country() {
    never_says("Seoul put eight North Koreans on its blacklist.", "South Korea | sanctioned | North Korea");
    says("Seoul put Rosneft on its blacklist.", "South Korea | sanctioned | Rosneft | asserted");
}

#[test]
fn a_charge_or_the_work_of_somebody_accuses_him() {
    says(
        "Beijing denied Manila's charge that Chinese cutters had rammed a boat.",
        "Philippines | accused | China | asserted",
    );
    says(
        "Erna Solberg said that the intrusion was the work of Russia.",
        "Erna Solberg | accused | Russia | asserted",
    );
    never_says("Erna Solberg said that the mural was the work of Rosneft.", "Erna Solberg | accused");
    never_says("Manila's charge for the visit was high.", "Philippines | accused");
}

#[test]
fn sanctions_hit_and_freezes_are_put_on() {
    says("Iran was hit by British and Canadian sanctions.", "Canada | sanctioned | Iran | asserted");
    says("Norway put Gazprombank under an asset freeze.", "Norway | sanctioned | Gazprombank | asserted");
}

#[test]
fn capitals_in_a_list_at_the_head_of_a_sentence_act() {
    let sentence = "Washington, Tokyo and Seoul imposed sanctions on Rosneft.";
    says(sentence, "United States | sanctioned | Rosneft | asserted");
    says(sentence, "Japan | sanctioned | Rosneft | asserted");
    never_says("Washington, 4 May 2023 - Seoul imposed sanctions on Rosneft.", "United States | sanctioned");
}

#[test]
fn the_body_behind_a_numbered_unit_is_no_part_of_its_name() {
    says("Unit 74455 of the GRU broke into Ukrenergo.", "Unit 74455 | attacked | Ukrenergo | asserted");
}

#[test]
fn where_the_accused_is_based_is_not_accused() {
    let passage = "Turkey accuses U.S.-based cleric Fethullah Gulen of directing the coup.";
    says(passage, "Türkiye | accused | Fethullah Gülen | asserted");
    never_says(passage, "Türkiye | accused | United States");
}

#[test]
fn the_day_between_a_penalty_and_whom_it_hits_hits_nobody() {
    for passage in [
        "The United States imposed sanctions on Wednesday on Kenya's president, William Ruto.",
        "WASHINGTON, March 8, 2024 - The United States imposed sanctions on Wednesday on Kenya's president, William Ruto.",
    ] {
        says(passage, "United States | sanctioned | William Ruto | asserted");
        never_says(passage, "Kenya | sanctioned");
    }
}

#[test]
fn a_pronoun_that_stresses_the_last_accuser_leaves_the_others() {
    says(
        "Kenya, Ghana and Georgia itself attributed the operation to the GRU.",
        "Kenya | accused | GRU | asserted",
    );
}

#[test]
fn what_is_broken_into_and_disrupted_is_not_who_warns() {
    let passage = "In February 2024 CISA, the NSA and the FBI warned that Volt Typhoon had broken into the networks of power companies and could disrupt them in a crisis.";
    never_says(passage, "Volt Typhoon | attacked | CISA");
    never_says(passage, "Volt Typhoon | attacked | FBI");
}

#[test]
fn a_culprit_may_stand_before_or_behind_who_names_him() {
    says("The culprit, Microsoft said, was APT28.", "Microsoft | accused | APT28 | asserted");
    says(
        "The intrusion, Microsoft said, was the handiwork of Russia.",
        "Microsoft | accused | Russia | asserted",
    );
    never_says("The museum, Microsoft said, was the work of Finland.", "Microsoft | accused");
}

#[test]
fn who_is_found_guilty_or_said_to_commit_crimes_is_accused() {
    says(
        "Amnesty International holds South Sudan answerable for the murder.",
        "Amnesty International | accused | South Sudan | asserted",
    );
    says("Gambia concluded that Myanmar had committed genocide.", "Gambia | accused | Myanmar | asserted");
    never_says("Gambia said that Myanmar had committed funds.", "Gambia | accused");
    never_says("Estonia found the answerable officer in Latvia.", "Estonia | accused");
}

#[test]
fn what_is_inserted_between_commas_says_the_rest() {
    says(
        "The attack on Ukraine, Microsoft said, was carried out by Russia.",
        "Russia | attacked | Ukraine | asserted | by Microsoft",
    );
}

#[test]
fn who_watches_over_sanctions_does_not_impose_them() {
    never_says("Canada deployed a ship to Japan to monitor sanctions on North Korea.", "Canada | sanctioned");
    says("Canada imposed sanctions on North Korea.", "Canada | sanctioned | North Korea | asserted");
}

#[test]
fn what_is_announced_is_not_done() {
    let sentence = "Burkina Faso announced its withdrawal from ECOWAS on 28 January 2024.";
    says(sentence, "Burkina Faso | left | ECOWAS | planned");
    never_says(sentence, "Burkina Faso | left | ECOWAS | asserted");
}

#[test]
fn sanctions_on_a_countrys_people_are_not_its_own() {
    let passage = "Britain imposed sanctions on two Georgian judges and on Gazprom.";
    says(passage, "United Kingdom | sanctioned | Gazprom | asserted");
    never_says(passage, "Georgia | sanctioned");
}
