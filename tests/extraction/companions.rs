//! Who else does it, or is meant: companions, lists behind a colon, those who act for a state, examples of those listed.

use crate::{dated, never_says, says};

#[test]
fn who_comes_together_with_another_comes_too() {
    let sentence = "In January 2024 Egypt entered BRICS together with Ethiopia and Iran.";
    says(sentence, "Ethiopia | joined | BRICS | asserted");
    says(sentence, "Iran | joined | BRICS | asserted");
    says(
        "Spain joined the European Communities in 1986 along with Portugal.",
        "Portugal | joined | European Communities | asserted",
    );
    never_says("Britain blacklisted Rosneft along with Lukoil.", "Lukoil | sanctioned");
}

#[test]
fn a_list_behind_a_colon_is_who_the_noun_means() {
    says(
        "The Gulf Cooperation Council was set up in May 1981 by six monarchies: Bahrain, Kuwait, Oman, Qatar, Saudi Arabia and the United Arab Emirates.",
        "Kuwait | founded | Gulf Cooperation Council | asserted",
    );
    never_says("NATO was set up by twelve states: Spain joined much later.", "Spain | founded");
}

#[test]
fn ministers_sign_for_their_states() {
    let sentence = "Fumio Kishida, the prime minister of Japan, and Narendra Modi, the prime minister of India, signed the Artemis Accords in Delhi.";
    says(sentence, "Japan | signed | Artemis Accords | asserted");
    says(sentence, "India | signed | Artemis Accords | asserted");
    never_says("Henry Kissinger, a historian, signed the Artemis Accords.", "Henry Kissinger | signed");
    says(
        "Annalena Baerbock, the German foreign minister, pledged Syria 300 million euros.",
        "Germany | supported | Syria | asserted",
    );
}

#[test]
fn a_minister_who_is_sanctioned_is_so_himself() {
    says(
        "The United States sanctioned Iran's Ministry of Intelligence and its minister, Esmail Khatib.",
        "United States | sanctioned | Esmail Khatib | asserted",
    );
}

#[test]
fn those_hit_are_named_in_the_next_sentence() {
    let passage =
        "Britain blacklisted ten generals. Among those named were Hossein Salami and Esmail Khatib.";
    says(passage, "United Kingdom | sanctioned | Hossein Salami | asserted");
    says(passage, "United Kingdom | sanctioned | Esmail Khatib | asserted");
    never_says(
        "Britain blacklisted ten generals. Among the guests were Hossein Salami and Esmail Khatib.",
        "United Kingdom | sanctioned",
    );
}

#[test]
fn the_president_of_a_country_is_no_other_president() {
    let passage = "Emmanuel Macron, the French president, was in Rome. Joko Widodo, the president of Indonesia, was not. The French president received Giorgia Meloni.";
    never_says(passage, "Giorgia Meloni | metWith | Joko Widodo");
    never_says(passage, "Joko Widodo | metWith");
}

#[test]
fn a_body_sits_where_people_work_for_it() {
    says(
        "He was chief negotiator at the World Trade Organization (WTO) in Geneva.",
        "World Trade Organization | locatedIn | Geneva | asserted",
    );
    never_says("A summit of the African Union in Durban ended.", "African Union | locatedIn");
}

#[test]
fn among_them_may_be_those_of() {
    let passage = "Fifteen governments, among them those of Ghana and Liberia, signed the Treaty of Lagos.";
    says(passage, "Ghana | signed | Treaty of Lagos | asserted");
    says(passage, "Liberia | signed | Treaty of Lagos | asserted");
}

#[test]
fn teams_alongside_act_for_their_countries() {
    let passage = "Norway took part in Locked Shields alongside teams from Slovakia and Germany.";
    says(passage, "Slovakia | participatedIn | Locked Shields | asserted");
    never_says(
        "Norway took part in Locked Shields. Teams from Slovakia and Germany watched.",
        "Slovakia | participatedIn",
    );
}

#[test]
fn who_followed_did_the_same_each_in_its_year() {
    let text = "Spain joined the European Space Agency in 1979; Ireland, Norway and Austria followed in 1980, 1986 and 1987 respectively.";
    dated(text, "Ireland | joined | European Space Agency", Some("1980"));
    dated(text, "Norway | joined | European Space Agency", Some("1986"));
    dated(text, "Austria | joined | European Space Agency", Some("1987"));
    let met = "Kenya met Rwanda in 2019; Uganda followed in 2020.";
    never_says(met, "Uganda | metWith");
    never_says("Kenya joined the African Union; Uganda followed the talks in 2020.", "Uganda | joined");
}

#[test]
fn a_counterpart_is_who_is_named_behind_it() {
    let sentence = "The Royal Netherlands Army trained with its British counterpart, the Royal Marines, in the snow near Oslo.";
    says(sentence, "Royal Marines | exercisedWith | Royal Netherlands Army | asserted");
    says("Not only Japan but also India sent troops to Mali.", "India | sentPersonnelTo | Mali | asserted");
}

#[test]
fn a_team_is_not_its_members_states() {
    never_says(
        "Linda Pardo leads a team of sixteen trainers from Denmark and Canada.",
        "Linda Pardo | holdsPosition",
    );
    says("Mark Rutte leads NATO.", "Mark Rutte | holdsPosition | NATO | asserted");
}

#[test]
fn examples_may_stand_before_among_them() {
    for passage in [
        "Twenty nations took part in Sea Breeze, Peru and Tonga among them.",
        "Ten states, Peru and Tonga among them, took part in Sea Breeze.",
        "Sea Breeze was joined by ten states, Peru and Tonga among them.",
    ] {
        says(passage, "Tonga | participatedIn | Sea Breeze | asserted");
    }
    never_says("Twenty nations took part in Sea Breeze; Tonga was not among them.", "Tonga | participatedIn");
}

#[test]
fn a_unit_keeps_the_ordinal_it_begins_with() {
    says(
        "Soldiers of the 173rd Airborne Brigade took part in Sea Breeze.",
        "173rd Airborne Brigade | participatedIn | Sea Breeze | asserted",
    );
    never_says("The 20th European Council took part in Sea Breeze.", "20th European Council");
}

#[test]
fn all_three_are_those_of_the_title_where_it_names_as_many() {
    let note = "Security in Albania, Moldova and Georgia\n\nAlbania joined NATO in 2009.\n\nIran denied it. France helped. Spain was late. Norway was early. Peru spoke.\n\nAll three states took part in Sea Breeze.";
    says(note, "Moldova | participatedIn | Sea Breeze | asserted");
    never_says(note, "Peru | participatedIn");
}

#[test]
fn those_who_accompany_somebody_go_with_him() {
    let sentence = "Mark Brown, accompanied by Henry Puna, visited Tokyo in February 2023.";
    says(sentence, "Henry Puna | visited | Tokyo | asserted");
    never_says("Mark Brown, criticized by Henry Puna, visited Tokyo.", "Henry Puna | visited");
}

#[test]
fn soldiers_and_craft_of_every_sort_act_for_their_state() {
    for passage in [
        "Latvian infantry trained with Estonian scouts.",
        "Latvian cadets trained with Estonian tanks near Tapa.",
    ] {
        says(passage, "Estonia | exercisedWith | Latvia | asserted");
    }
    let both = "A Turkish frigate and an Italian destroyer shadowed a submarine in the Aegean Sea.";
    says(both, "Türkiye | sentPersonnelTo | Aegean Sea | asserted");
    says(both, "Italy | sentPersonnelTo | Aegean Sea | asserted");
    never_says(both, "Italy | exercisedWith");
}
