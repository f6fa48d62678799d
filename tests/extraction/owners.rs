//! Whose office it is, where the words beside it do not plainly say.

use crate::{dated, never_says, says};

#[test]
fn a_nationality_is_no_employer_where_a_body_is_named() {
    let sentence = "Samuel Maimbo, a Zambian vice-president of the World Bank, spoke in Lusaka.";
    says(sentence, "Samuel Maimbo | holdsPosition | World Bank | asserted");
    never_says(sentence, "Samuel Maimbo | holdsPosition | Zambia");
    says(
        "The Danish foreign minister, Lars Løkke Rasmussen, spoke.",
        "Lars Løkke Rasmussen | holdsPosition | Denmark | asserted",
    );
}

#[test]
fn its_is_the_subject_of_the_clause_before() {
    let sentence = "Oman has refused to treat Iran as an enemy, and in 2013 its foreign minister, Yusuf bin Alawi, said so again.";
    says(sentence, "Yusuf bin Alawi | holdsPosition | Oman | asserted");
    never_says(sentence, "Yusuf bin Alawi | holdsPosition | Iran");
}

#[test]
fn their_presidents_are_one_each() {
    let sentence = "Chile and Peru were reconciled when their presidents, Sebastián Piñera and Ollanta Humala, met in Lima.";
    says(sentence, "Sebastián Piñera | holdsPosition | Chile | asserted");
    says(sentence, "Ollanta Humala | holdsPosition | Peru | asserted");
    never_says(sentence, "Sebastián Piñera | holdsPosition | Peru");
}

#[test]
fn another_office_has_claimed_the_country() {
    let sentence = "Benjamin Netanyahu, then the Israeli prime minister, spoke in the presence of President Donald Trump.";
    says(sentence, "Benjamin Netanyahu | holdsPosition | Israel | asserted");
    never_says(sentence, "Donald Trump | holdsPosition | Israel");
    says(
        "French President Emmanuel Macron and Foreign Minister Stéphane Séjourné flew to Rome.",
        "Stéphane Séjourné | holdsPosition | France | asserted",
    );
}

#[test]
fn only_one_state_has_a_secretary_of_state_by_that_name() {
    let passage = "The United States sent help. In Manama the Bahraini crown prince met Antony Blinken, the secretary of state.";
    says(passage, "Antony Blinken | holdsPosition | United States | asserted");
    never_says(passage, "Antony Blinken | holdsPosition | Bahrain");
    never_says(
        "Bahrain was glad. Antony Blinken, the secretary of state, came.",
        "Antony Blinken | holdsPosition",
    );
}

#[test]
fn a_kingdom_is_one_by_its_form_of_state() {
    let passage =
        "Ukraine and Saudi Arabia talked. Faisal bin Farhan, the kingdom's top diplomat, was the host.";
    says(passage, "Faisal bin Farhan | holdsPosition | Saudi Arabia | asserted");
    never_says(passage, "Faisal bin Farhan | holdsPosition | Ukraine");
}

#[test]
fn a_fallen_president_is_not_of_the_country_he_fled_to() {
    never_says(
        "Russia, to whose capital Bashar al-Assad, the toppled president, escaped, was not invited.",
        "Bashar al-Assad | holdsPosition | Russia",
    );
}

#[test]
fn words_of_time_may_stand_before_the_office() {
    let sentence = "Anna Lindh, from 1998 to 2003 the foreign minister of Sweden, was murdered in a shop.";
    says(sentence, "Anna Lindh | holdsPosition | Sweden | asserted");
    dated(sentence, "Anna Lindh | holdsPosition | Sweden", Some("1998/2003"));
    says(
        "Mahmoud Ali Youssouf, for almost twenty years the foreign minister of Djibouti, was elected.",
        "Mahmoud Ali Youssouf | holdsPosition | Djibouti | asserted",
    );
    never_says(
        "Anna Lindh, in Paris for talks, the prime minister of Sweden and Kaja Kallas met.",
        "Anna Lindh | holdsPosition",
    );
}

#[test]
fn a_date_may_part_an_office_from_its_body() {
    let sentence =
        "Robin Geiss - director, since 2021, of the United Nations Institute for Disarmament Research.";
    says(sentence, "Robin Geiss | holdsPosition | UN Institute for Disarmament Research | asserted");
    dated(sentence, "Robin Geiss | holdsPosition | UN Institute for Disarmament Research", Some("2021/.."));
}

#[test]
fn two_offices_share_the_body_behind_them() {
    let sentence = "Frederick Kempe, president and chief executive of the Atlantic Council, was there.";
    says(sentence, "Frederick Kempe | holdsPosition | Atlantic Council | asserted");
    let passage = "NATO met. Paul Nakasone is director and professor at the Institute of Harbour Studies.";
    never_says(passage, "Paul Nakasone | holdsPosition | NATO");
}

#[test]
fn some_of_many_are_told_with_whose_they_are() {
    let sentence = "He gathered the heads of 32 independent states, including Ghana's Kwame Nkrumah and Egypt's Gamal Abdel Nasser.";
    says(sentence, "Kwame Nkrumah | holdsPosition | Ghana | asserted");
    says(sentence, "Gamal Abdel Nasser | holdsPosition | Egypt | asserted");
    never_says(
        "He invited guests, including Ghana's Kwame Nkrumah and Egypt's Gamal Abdel Nasser.",
        "Kwame Nkrumah | holdsPosition",
    );
}

#[test]
fn an_adviser_to_a_president_serves_his_state() {
    let sentence = "Celso Amorim, a foreign-policy adviser to Brazil's Luiz Inácio Lula da Silva, looked on.";
    says(sentence, "Celso Amorim | holdsPosition | Brazil | asserted");
    never_says(sentence, "Luiz Inácio Lula da Silva | holdsPosition | Brazil");
}

#[test]
fn a_command_stands_under_a_general() {
    says(
        "The Southern Command, under General Laura Richardson, trained with the Colombian Navy.",
        "Laura Richardson | holdsPosition | Southern Command | asserted",
    );
}

#[test]
fn in_place_of_another_is_in_his_office() {
    says(
        "François-Philippe Champagne was appointed finance minister of Canada in place of Bill Morneau.",
        "Bill Morneau | holdsPosition | Canada | asserted",
    );
    never_says(
        "François-Philippe Champagne went to Paris in place of Bill Morneau.",
        "Bill Morneau | holdsPosition",
    );
}

#[test]
fn an_entry_without_subject_goes_on_about_its_person() {
    let passage = "WHO IS WHO\n\nJens Stoltenberg\n\nWorked at the United Nations until 2000 and headed NATO.\n\nRobin Geiss - director of the United Nations Institute for Disarmament Research.";
    says(passage, "Jens Stoltenberg | holdsPosition | NATO | asserted");
    never_says(passage, "Jens Stoltenberg | holdsPosition | UN Institute");
}

#[test]
fn an_ambiguous_word_in_the_name_shows_the_owner_that_is_known() {
    let passage = "South Korea spoke first. The Korean National Intelligence Service took part.";
    says(passage, "National Intelligence Service | partOf | South Korea | asserted");
    never_says(
        "South Korea spoke first. The National Intelligence Service took part.",
        "National Intelligence Service | partOf",
    );
}

#[test]
fn where_a_body_sits_is_no_part_of_its_name() {
    let passage = "The Centre for Cyber Security in Copenhagen belongs to Europol.";
    says(passage, "Centre for Cyber Security | locatedIn | Copenhagen | asserted");
    says(passage, "Centre for Cyber Security | partOf | Europol | asserted");
    says(
        "The Centre for Peace in Africa belongs to Europol.",
        "Centre for Peace in Africa | partOf | Europol | asserted",
    );
}

#[test]
fn a_common_name_that_one_state_is_known_for_is_another_states_beside_it() {
    let passage =
        "The Defence Intelligence Organisation, an agency of Ireland's Department of Defense, grew.";
    says(passage, "Department of Defense | partOf | Ireland | asserted");
    never_says(passage, "US Department of Defense");
    never_says(passage, "Defence Intelligence Organisation | partOf | US Department of Defense");
    says(
        "The Signals Research Centre, an agency of the Department of Defense, grew.",
        "Signals Research Centre | partOf | US Department of Defense | asserted",
    );
}

#[test]
fn a_president_is_not_of_the_state_he_only_goes_to() {
    never_says("President Emmanuel Macron visited China.", "Emmanuel Macron | holdsPosition | China");
    never_says("President Emmanuel Macron criticised China's lending.", "Emmanuel Macron | holdsPosition");
    says(
        "France sent a delegation. President Emmanuel Macron visited China.",
        "Emmanuel Macron | holdsPosition | France | asserted",
    );
}

#[test]
fn another_apposition_is_no_part_of_the_office() {
    never_says(
        "Trump nominated David Malpass, under secretary for trade and a critic of the World Bank.",
        "David Malpass | holdsPosition | World Bank",
    );
}

#[test]
fn adjectives_of_several_words_act_like_those_of_one() {
    says(
        "The South Korean navy took part in Sea Breeze.",
        "South Korea | participatedIn | Sea Breeze | asserted",
    );
    says(
        "Sri Lankan and Papua New Guinean soldiers took part in Sea Breeze.",
        "Papua New Guinea | participatedIn | Sea Breeze | asserted",
    );
    never_says("Chefs of South Korean food took part in Sea Breeze.", "South Korea | participatedIn");
}

#[test]
fn its_own_body_is_not_the_one_another_state_has_by_that_name() {
    let passage = "Moldova opened its own Cyber Security Agency in January 2024.";
    never_says(passage, "Cyber Security Agency of Singapore");
    says("Moldova opened its Cyber Security Agency.", "Cyber Security Agency | partOf | Moldova | asserted");
    says(
        "Singapore opened its Cyber Security Agency in 2015.",
        "Cyber Security Agency of Singapore | partOf | Singapore | asserted",
    );
}

#[test]
fn a_counterpart_has_the_title_of_the_other() {
    let passage =
        "President William Ruto flew to Kigali for talks with his Rwandan counterpart, Paul Kagame.";
    says(passage, "Paul Kagame | holdsPosition | Rwanda | asserted");
    never_says(passage, "William Ruto | holdsPosition | Rwanda");
}

#[test]
fn a_title_looks_for_its_state_under_its_own_heading() {
    let file = "Oslo talks end\n\nSaudi Arabia called the talks useful. Its ministers left Oslo.\n\nMinister suspended\n\nForeign Minister Najla Mangoush was suspended on Monday.";
    never_says(file, "Najla Mangoush | holdsPosition | Saudi Arabia");
    let one = "Oslo talks end\n\nSaudi Arabia called the talks useful. Foreign Minister Faisal bin Farhan left Oslo on Monday.";
    says(one, "Faisal bin Farhan | holdsPosition | Saudi Arabia | asserted");
}

#[test]
fn where_somebody_was_posted_is_not_what_the_text_is_about() {
    let passage = "Sweden's agency began work in 2022. Its head, Mary Banda, once Sweden's ambassador to Latvia, left to become the country's national security adviser.";
    says(passage, "Mary Banda | holdsPosition | Sweden | asserted");
    never_says(passage, "Mary Banda | holdsPosition | Latvia");
}

#[test]
fn what_is_said_by_the_way_is_not_what_the_passage_is_about() {
    let passage = "Europol owes its existence to a review. It coordinates the African Union, to which the World Bank and Interpol belong. Mary Banda was the first director-general.";
    says(passage, "Mary Banda | holdsPosition | Europol | asserted");
}
