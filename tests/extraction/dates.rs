//! Which of a sentence's dates is that of a fact.

use crate::dated;

#[test]
fn the_place_where_carries_the_date_along() {
    let passage = "On 20 June 2019 Vladimir Putin flew to Astana, where he met Xi Jinping.";
    dated(passage, "Vladimir Putin | metWith | Xi Jinping", Some("2019-06-20"));
    let before = "On 20 June 2019 Vladimir Putin flew to Astana, where he had met Xi Jinping.";
    dated(before, "Vladimir Putin | metWith | Xi Jinping", None);
}

#[test]
fn an_opening_participle_shares_its_date() {
    let passage = "Gathered in Lima on 3 May 1998, the leaders of Peru and Chile created the Arctic Council.";
    dated(passage, "Peru | founded | Arctic Council", Some("1998-05-03"));
}

#[test]
fn a_clause_that_explains_a_date_has_it() {
    let passage = "The body came into being on 8 August 1967, when Thailand and Malaysia adopted the Bangkok Declaration.";
    dated(passage, "Thailand | published | Bangkok Declaration", Some("1967-08-08"));
}

#[test]
fn the_date_of_an_event_is_that_of_those_who_came() {
    let passage = "Chile took part in RIMPAC, which was led by the United States in July 2018.";
    dated(passage, "Chile | participatedIn | RIMPAC", Some("2018-07"));
    dated("Chile took part in RIMPAC 2018.", "Chile | participatedIn | RIMPAC 2018", Some("2018"));
}

#[test]
fn what_lies_ahead_of_the_day_of_writing_is_planned() {
    let passage = "Oslo, 3 March 2022\n\n12 June 2022 | Raisina Dialogue, New Delhi; host: India.\n";
    crate::never_says(passage, "India | organized | Raisina Dialogue | asserted");
}

#[test]
fn a_document_of_several_releases_has_several_days() {
    let text = "Callao, Peru, 13 July 2023\n\nPeru joined the African Union yesterday.\n\nOeiras, Portugal, 21 June 2024\n\nMalta joined the Nordic Council yesterday.";
    dated(text, "Peru | joined | African Union", Some("2023-07-12"));
    dated(text, "Malta | joined | Nordic Council", Some("2024-06-20"));
}

#[test]
fn an_hour_is_no_year() {
    let text = "DIGEST AT 1800 GMT\n\nKiribati left the Pacific Islands Forum in July.";
    dated(text, "Kiribati | left | Pacific Islands Forum", None);
}

#[test]
fn a_report_of_a_month_goes_on_with_the_year_it_told() {
    dated(
        "CYBER DESK\n\nJanuary 2025\n\nWhen the servers went dark on 15 July 2022, Tirana blamed Iran. On 9 September \
         the United States imposed sanctions on Iran.",
        "United States | sanctioned | Iran",
        Some("2022-09-09"),
    );
}

#[test]
fn who_was_the_last_to_do_it_did_it_when_he_was() {
    let passage = "The last country to join NATO was Montenegro, in June 2017.";
    dated(passage, "Montenegro | joined | NATO", Some("2017-06"));
}

#[test]
fn the_date_of_an_office_told_beside_another() {
    let passage = "Dmitri Trenin, director of the Carnegie Moscow Center from 2008, is now a professor at Harvard University.";
    dated(passage, "Dmitri Trenin | holdsPosition | Harvard University", None);
}

#[test]
fn what_is_set_against_a_clause_has_not_its_date() {
    dated("Indonesia joined OPEC in 1962 but left it.", "Indonesia | joined | OPEC", Some("1962"));
    dated("Indonesia joined OPEC in 1962 but left it.", "Indonesia | left | OPEC", None);
    let passage = "Chile left OPEC in 1999, while Gabon rejoined OPEC.";
    dated(passage, "Gabon | joined | OPEC", None);
    dated("In 1999 Ecuador joined OPEC but left NATO.", "Ecuador | left | NATO", Some("1999"));
}

#[test]
fn what_somebody_was_until_a_time_ends_then() {
    let kallas = "Kaja Kallas | holdsPosition | Estonia";
    dated("Kaja Kallas was prime minister of Estonia until July 2024.", kallas, Some("../2024-07"));
    dated("Kaja Kallas, until July 2024 prime minister of Estonia, spoke.", kallas, Some("../2024-07"));
    dated("Kaja Kallas, prime minister of Estonia, waited until July 2024.", kallas, None);
    dated(
        "Spain was a member of SEATO until 1977.",
        "Spain | memberOf | Southeast Asia Treaty Organization",
        Some("../1977"),
    );
    dated("NATO had its headquarters in Paris until 1967.", "NATO | locatedIn | Paris", Some("../1967"));
    dated("Guinea exercised with Mali until 1967.", "Guinea | exercisedWith | Mali", None);
}

#[test]
fn what_is_now_and_what_was_before_are_not_of_the_time_that_is_told() {
    let seat = "Council of Europe | locatedIn | Strasbourg";
    dated("Founded in 1949 by ten states, the Council of Europe has its seat in Strasbourg.", seat, None);
    let attack = "Russia | attacked | Ukraine";
    dated("Russia was shut out in March 2022 after its invasion of Ukraine.", attack, None);
    dated("Russia began its invasion of Ukraine in February 2022.", attack, Some("2022-02"));
}

#[test]
fn how_long_somebody_held_an_office_says_nothing_of_what_else_he_did() {
    let passage = "Swedish prime minister from 2014 to 2021, Stefan Löfven was a welder, and led the Social Democratic Party \
                   until November 2021.";
    dated(passage, "Stefan Löfven | holdsPosition | Sweden", Some("2014/2021"));
    dated(passage, "Stefan Löfven | holdsPosition | Social Democratic Party", Some("../2021-11"));
}

#[test]
fn what_began_some_day_did_not_do_all_else_that_day() {
    let office = "Appointed foreign minister of Zambia in 2017, Mary Banda visited Oslo.";
    dated(office, "Mary Banda | visited | Oslo", None);
    dated(office, "Mary Banda | holdsPosition | Zambia", Some("2017/.."));
    dated("Founded in 1949, NATO admitted Greece.", "Greece | joined | NATO", None);
}

#[test]
fn an_event_with_a_number_was_but_once() {
    let text = "Peru and Chile took part in RIMPAC 24.\n\nRIMPAC 24, held from 26 June to 1 August 2024, was led by the United States.";
    dated(text, "Peru | participatedIn | RIMPAC 24", Some("2024-06-26/2024-08-01"));
    let summit =
        "The Third Oslo Summit was attended by Kenya.\n\nOn 3 May 2019 Norway hosted the Third Oslo Summit.";
    dated(summit, "Kenya | participatedIn | Third Oslo Summit", Some("2019-05-03"));
    // Without a number it may be another year's.
    let series = "Peru took part in RIMPAC.\n\nRIMPAC was held in July 2018.";
    dated(series, "Peru | participatedIn | RIMPAC", None);
}

#[test]
fn who_joined_a_drill_one_day_does_not_say_when_it_was() {
    let text = "On 3 July 2024 Fiji joined RIMPAC 24.\n\nPeru took part in RIMPAC 24.";
    dated(text, "Peru | participatedIn | RIMPAC 24", None);
}

#[test]
fn less_precise_dates_of_an_event_give_way() {
    let text = "Early in June 2024 Chile arrived for RIMPAC, which the United States organised from 26 to 30 June 2024 and in which Peru took part.";
    dated(text, "Peru | participatedIn | RIMPAC", Some("2024-06-26/2024-06-30"));
}

#[test]
fn a_cleft_has_the_date_of_its_clause() {
    let passage = "It was in Lima, on 3 May 1998, that Peru and Chile signed the Antarctic Treaty.";
    dated(passage, "Peru | signed | Antarctic Treaty", Some("1998-05-03"));
    dated("It was not until 1983 that Fiji joined NATO.", "Fiji | joined | NATO", Some("1983"));
    let other = "It was said in 1983 that Fiji had joined NATO.";
    dated(other, "Fiji | joined | NATO", None);
}

#[test]
fn the_line_that_opens_an_entry_tells_when_and_where_its_event_was() {
    let entry = "DIARY\n\n8-12 September 2025, Honiara (report). Peru hosted the Raisina Dialogue, at which Chile was present.";
    dated(entry, "Chile | participatedIn | Raisina Dialogue", Some("2025-09-08/2025-09-12"));
    dated(entry, "Raisina Dialogue | locatedIn | Honiara", Some("2025-09-08/2025-09-12"));
    let next = format!("{entry}\n\nKenya took part in the Munich Security Conference.");
    dated(&next, "Kenya | participatedIn | Munich Security Conference", None);
}

#[test]
fn the_end_of_an_office_stands_behind_the_name_of_its_body() {
    let passage = "Linda Pardo, Secretary General of the Organization for Security and Co-operation in Europe (OSCE) until 2024, spoke.";
    dated(
        passage,
        "Linda Pardo | holdsPosition | Organization for Security and Co-operation in Europe",
        Some("../2024"),
    );
}
