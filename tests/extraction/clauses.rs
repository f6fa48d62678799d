//! Clauses whose order or chains of names mislead.

use crate::{dated, never_says, says};

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

#[test]
fn the_noun_behind_whose_is_a_subject_of_its_own() {
    let whose =
        "Portugal, whose foreign minister, Paulo Rangel, also chairs the African Union, welcomed the deal.";
    says(whose, "Paulo Rangel | holdsPosition | African Union | asserted");
    never_says(whose, "Portugal | holdsPosition");
}

#[test]
fn the_noun_behind_a_conjunction_is_the_subject_of_its_clause() {
    let when =
        "Estonia raised the matter when its prime minister, Kristen Michal, met Emmanuel Macron in Paris.";
    says(when, "Emmanuel Macron | metWith | Kristen Michal | asserted");
    never_says(when, "Estonia | metWith");
}

#[test]
fn a_pronoun_is_not_the_subject_it_shares_a_verb_with() {
    let left = "Uzbekistan joined the Eurasian Economic Community in 2006 and left it again in 2008.";
    says(left, "Uzbekistan | left | Eurasian Economic Community | asserted");
    let three = "Australia and the United States acted together against Zservers, imposing sanctions on it in February.";
    never_says(three, "Australia | sanctioned | United States");
}

#[test]
fn those_of_whom_something_is_said_may_be_named_behind_it() {
    for statement in [
        "Among the states that signed the Rome Statute in 1998 were Canada and Japan.",
        "The states that signed the Rome Statute in 1998 include Canada and Japan.",
    ] {
        says(statement, "Japan | signed | Rome Statute | asserted");
    }
}

#[test]
fn what_is_between_two_is_of_the_two() {
    says("A pact was signed between Chile and Vietnam.", "Chile | signedWith | Vietnam | asserted");
    says("Talks were held between Iran and Oman.", "Iran | metWith | Oman | asserted");
    let none = "No pact was signed between Chile and Vietnam.";
    says(none, "Chile | signedWith | Vietnam | negated");
    never_says("A line was drawn between Chile and Vietnam.", "Chile");
}

#[test]
fn a_dateline_is_no_part_of_the_clause() {
    let story = "NAIROBI, March 3 - William Ruto received Samia Suluhu Hassan on Monday.";
    says(story, "Samia Suluhu Hassan | metWith | William Ruto | asserted");
    says("TOKYO - Japan signed the Bali Declaration with Fiji.", "Fiji | signedWith | Japan | asserted");
    let placed = "Jakarta, 4 May 2023 – Indonesia joined the African Union.";
    says(placed, "Indonesia | joined | African Union | asserted");
}

#[test]
fn a_time_beside_the_subject_belongs_to_the_verb() {
    let between = "Oslo, 4 May 2023\n\nCanberra last month sent soldiers to Fiji.";
    says(between, "Australia | sentPersonnelTo | Fiji | asserted");
    let before = "Oslo, 4 May 2023\n\nThe next day U.S. Vice President Kamala Harris met Ferdinand Marcos Jr. in Manila.";
    says(before, "Kamala Harris | holdsPosition | United States | asserted");
}

#[test]
fn who_does_what_is_done_stands_behind_the_office_too() {
    let chain = "Anthony Lake was followed as UNICEF's executive director by Henrietta Fore.";
    says(chain, "Henrietta Fore | holdsPosition | UNICEF | asserted");
    says(chain, "Anthony Lake | holdsPosition | UNICEF | asserted");
}

#[test]
fn a_sentence_has_a_finite_verb() {
    says(
        "An Indian delegation called on the Commander of the Sri Lanka Navy, Vice Admiral Priyantha Perera, in Colombo.",
        "India | metWith | Priyantha Perera | asserted",
    );
    let states = "Ten nations - among them France, Greece and Italy - sent ships to Cold Response, which Norway hosted.";
    says(states, "Italy | sentPersonnelTo | Cold Response | asserted");
    never_says(
        "Lithuania contributed Skalvis (M53). None of the ships called at Odesa.",
        "Skalvis | visited | Odesa | asserted",
    );
}

#[test]
fn of_two_subjects_the_nearer_past_a_semicolon_is_meant() {
    let sentence = "Two German vessels, the frigate Hessen and the supply ship Bonn, had done the same after a call at Incheon; Beijing accused Germany of raising risks.";
    says(sentence, "China | accused | Germany | asserted");
}

#[test]
fn what_a_unit_is_of_may_be_named_behind_its_description() {
    let sentence = "Norway attributed the intrusion to APT28, a unit of Russia's military intelligence service, the GRU.";
    says(sentence, "APT28 | partOf | GRU | asserted");
    never_says("Norway met APT28, a unit of the army, and the GRU.", "APT28 | partOf | GRU");
}

#[test]
fn a_preposition_repeated_leads_to_each_of_several() {
    let passage = "The Hague is home to Europol and to Eurojust.";
    says(passage, "Eurojust | locatedIn | The Hague | asserted");
    let since = "Kosovo has been a member of the International Monetary Fund since 2009 and of the Council of Europe Development Bank since 2013.";
    says(since, "Kosovo | memberOf | Council of Europe Development Bank | asserted");
}

#[test]
fn a_verb_of_one_goes_on_from_the_subject_that_is_one() {
    let passage = "Sweden had to wait until Turkey and Hungary gave their consent and was admitted to NATO on 7 March 2024.";
    says(passage, "Sweden | joined | NATO | asserted");
    never_says(passage, "Hungary | joined");
}

#[test]
fn a_name_before_a_verb_of_its_own_is_no_more_object() {
    let passage = "The US Treasury sanctioned Iran, and the FBI (FBI) sent experts to Albania.";
    says(passage, "FBI | sentPersonnelTo | Albania | asserted");
    never_says(passage, "US Department of the Treasury | sanctioned | FBI");
}

#[test]
fn the_first_to_do_so_is_no_clause_of_the_verb() {
    let passage = "Finland joined Europol in 2015. South Korea was admitted in May 2022, the first Asian country to be so.";
    says(passage, "South Korea | joined | Europol | asserted");
    never_says(
        "South Korea was praised in May 2022, the first Asian country to be so.",
        "South Korea | joined",
    );
}

#[test]
fn a_phrase_that_opens_the_sentence_looks_ahead_to_its_subject() {
    says(
        "During her visit to Kenya, Annalena Baerbock praised the crew.",
        "Annalena Baerbock | visited | Kenya | asserted",
    );
    never_says(
        "Olaf Scholz flew to Kenya. In his honour, Annalena Baerbock gave a dinner.",
        "Annalena Baerbock | visited",
    );
    never_says("During his visit to Kenya, Annalena Baerbock thanked him.", "Annalena Baerbock | visited");
}

#[test]
fn what_is_set_off_behind_the_subject_is_of_the_subject() {
    says("Laos, admitted to ASEAN in 1997, chaired the meeting.", "Laos | joined | ASEAN | asserted");
    says("Mark Rutte, on a visit to Oslo, praised the crew.", "Mark Rutte | visited | Oslo | asserted");
    never_says("Laos, it was said, chaired the meeting of ASEAN.", "Laos | joined");
}

#[test]
fn what_stands_behind_the_doer_belongs_to_the_deed() {
    let sanctioned = "United States | sanctioned | Iran | asserted";
    says("New sanctions imposed by the United States on Iran hurt its economy.", sanctioned);
    says("Iran complained of the sanctions imposed on it by the United States.", sanctioned);
    never_says("Armenia ended its partnership with Russia.", "Armenia | cooperatesWith | Russia | asserted");
}

#[test]
fn a_clause_with_its_own_subject_behind_a_comma_is_the_main_one() {
    let passage = "Before being received by Milojko Spajić, Ajay Banga had flown to Tirana.";
    says(passage, "Ajay Banga | visited | Tirana | asserted");
}

#[test]
fn a_name_behind_a_date_is_the_subject() {
    let passage = "At the NATO Summit in Riga in November 2006 Angela Merkel called for a pact.";
    says(passage, "Angela Merkel | participatedIn | NATO summit | asserted");
}

#[test]
fn who_is_the_person_titled() {
    let passage = "Sébastien Lecornu, the French minister of the armed forces, who was in Manila on 2 December 2023, spoke.";
    says(passage, "Sébastien Lecornu | visited | Manila | asserted");
}

#[test]
fn the_trio_and_neither_country() {
    let passage =
        "Niger, Burkina Faso and Mali met in Niamey. On 28 January 2024 the trio walked out of ECOWAS.";
    says(passage, "Mali | left | ECOWAS | asserted");
    let passage = "Kenya and Uganda sent envoys. Neither country has joined OPEC.";
    says(passage, "Kenya | joined | OPEC | negated");
    says(passage, "Uganda | joined | OPEC | negated");
}

#[test]
fn the_same_he_and_whom_he_was_with() {
    let passage = "Josep Borrell went on. With Takeshi Iwaya, the Japanese foreign minister, he spoke in Tokyo, and later he met Cho Tae-yul.";
    says(passage, "Cho Tae-yul | metWith | Josep Borrell | asserted");
    never_says(passage, "Cho Tae-yul | metWith | Takeshi Iwaya");
}

#[test]
fn a_participle_speaks_of_the_name_before_it() {
    let passage = "Carnegie India, headed by Rudra Chaudhuri, and the World Bank met.";
    says(passage, "Rudra Chaudhuri | holdsPosition | Carnegie India | asserted");
    never_says(passage, "Rudra Chaudhuri | holdsPosition | World Bank");
}

#[test]
fn the_verb_behind_an_aside_is_its_subjects() {
    let passage = "Marco Rubio, hours after being sworn in, received Penny Wong and Takeshi Iwaya.";
    says(passage, "Marco Rubio | metWith | Penny Wong | asserted");
    says(passage, "Marco Rubio | metWith | Takeshi Iwaya | asserted");
}

#[test]
fn a_perfect_goes_on_behind_the_phrase_within_it() {
    let sentence = "Indrek Kannik had in an earlier life been Estonia's minister of defence.";
    says(sentence, "Indrek Kannik | holdsPosition | Estonia | asserted");
    never_says(
        "Indrek Kannik had on his desk a letter written by Estonia's minister of defence.",
        "Indrek Kannik | holdsPosition",
    );
}

#[test]
fn a_second_phrase_is_like_the_first_with_its_preposition() {
    let sentence = "Viktor Orbán called on Vladimir Putin on 5 July and on Xi Jinping three days later.";
    says(sentence, "Viktor Orbán | metWith | Xi Jinping | asserted");
    never_says(
        "Viktor Orbán called on Vladimir Putin on 5 July and wrote to Xi Jinping.",
        "Viktor Orbán | metWith | Xi",
    );
}

#[test]
fn a_label_before_a_dash_is_no_part_of_the_sentence() {
    let sentence = "Washington - Since 2 February both U.S. Cyber Command and the National Security Agency have been led by Timothy Haugh.";
    says(sentence, "Timothy Haugh | holdsPosition | US Cyber Command | asserted");
}

#[test]
fn behind_a_source_stands_who_did_it() {
    let sentence = "According to Microsoft, Sandworm, based in Russia, attacked the State Department.";
    says(sentence, "Microsoft | accused | Sandworm | asserted");
    never_says(sentence, "Microsoft | locatedIn");
    never_says("According to Kyiv, Russia, with help from Iran, attacked Odesa.", "Kyiv | locatedIn");
}

#[test]
fn a_place_that_opens_a_sentence_is_no_part_of_its_subject() {
    let sentence = "In Oslo, Norway and Sweden signed the Treaty of Oslo.";
    says(sentence, "Sweden | signed | Treaty of Oslo | asserted");
    never_says(sentence, "Oslo | locatedIn | Norway");
}

#[test]
fn that_stands_for_the_noun_before_it() {
    let sentence =
        "We welcome the accession of Finland to NATO on 4 April 2023 and that of Sweden on 7 March 2024.";
    dated(sentence, "Sweden | joined | NATO", Some("2024-03-07"));
    let another = "We welcome the accession of Finland to NATO and that of Moldova to the World Bank.";
    says(another, "Moldova | joined | World Bank | asserted");
    never_says(another, "Moldova | joined | NATO");
    never_says(another, "Finland | joined | World Bank");
}

#[test]
fn a_list_goes_on_behind_an_aside() {
    let passage = "The members of Eurocorps are Germany, France and, since 1996, Luxembourg.";
    says(passage, "Luxembourg | memberOf | Eurocorps | asserted");
    dated(passage, "Luxembourg | memberOf | Eurocorps", Some("1996/.."));
    dated(passage, "France | memberOf | Eurocorps", None);
}

#[test]
fn the_second_of_three_deeds_is_the_subjects_too() {
    let passage = "HMS Argyll sailed from Plymouth, exercised with the Indian Navy and called at Yokosuka.";
    says(passage, "HMS Argyll | exercisedWith | Indian Navy | asserted");
    says(passage, "HMS Argyll | visited | Yokosuka | asserted");
    let passive = "The treaty was signed in Oslo, ratified by Norway and entered into force.";
    never_says(passive, "Norway | ratified");
}

#[test]
fn examples_of_an_object_stand_behind_the_clause() {
    let passage = "Pitch Black 2024 drew 20 nations to Darwin, including Spain and Italy.";
    says(passage, "Spain | participatedIn | Pitch Black 2024 | asserted");
    says(passage, "Italy | participatedIn | Pitch Black 2024 | asserted");
    never_says("Pitch Black 2024 drew 20 nations to Darwin, which admired Spain.", "Spain | participatedIn");
}

#[test]
fn what_is_asked_for_may_hang_on_the_asking() {
    let passage = "Sweden and Finland lodged rival applications to join the OECD in 1968.";
    says(passage, "Sweden | appliedToJoin | OECD | asserted");
    dated(passage, "Sweden | appliedToJoin | OECD", Some("1968"));
}

#[test]
fn a_date_that_opens_a_second_clause_does_not_take_its_subject() {
    let passage = "Japan left the pact, and in May Canada and Peru were admitted to APEC.";
    says(passage, "Canada | joined | APEC | asserted");
    says(passage, "Peru | joined | APEC | asserted");
    never_says(passage, "Japan | joined");
}

#[test]
fn people_between_semicolons_are_listed_with_each_other() {
    let passage = "The Munich Security Conference was attended by H.E. Mary Banda, Prime Minister of Zambia; the Rt. Hon. Linda Pardo, Prime Minister of Peru; and Jan Eliasson, Foreign Minister of Sweden.";
    for person in ["Mary Banda", "Linda Pardo", "Jan Eliasson"] {
        says(passage, &format!("{person} | participatedIn | Munich Security Conference | asserted"));
    }
    never_says(passage, "Peru | participatedIn");
}

#[test]
fn a_clause_behind_that_has_the_subject_behind_its_opening_phrase() {
    let passage = "They noted that, in the margins of the talks, the Secretary General of Interpol, Mary Banda, had signed a pact with Europol.";
    says(passage, "Europol | signedWith | Interpol | asserted");
}

#[test]
fn they_are_those_whom_the_sentence_is_about() {
    let passage = "The ministers of Kenya and Uganda mourned the dead of the quake that struck Peru and Chile, on which they issued the Nairobi Declaration.";
    never_says(passage, "Peru | published");
}

#[test]
fn to_found_is_no_form_of_to_find() {
    let passage = "The crisis prompted Peru and Chile to found the Andean Community.";
    says(passage, "Peru | founded | Andean Community | asserted");
    says("Peru hoped to found the Andean Community.", "Peru | founded | Andean Community | planned");
}

#[test]
fn a_list_is_read_to_its_end() {
    let states = "Angola, the European Union, Iceland, Namibia, Norway, South Africa, South Korea, Chile, Peru and Kenya";
    let passage = format!("The Kyoto Protocol was signed by {states}.");
    for state in ["Angola", "South Korea", "Chile", "Kenya"] {
        says(&passage, &format!("{state} | signed | Kyoto Protocol | asserted"));
    }
}

#[test]
fn who_signs_for_a_state_signs_in_its_name() {
    let passage = "Linda Pardo for Peru and Mary Banda for Zambia signed the Kyoto Protocol.";
    says(passage, "Peru | signed | Kyoto Protocol | asserted");
    says(passage, "Zambia | signed | Kyoto Protocol | asserted");
}
