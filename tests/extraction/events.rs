//! Who ran an event, who came, and where it was.

use crate::{dated, never_says, said, says};

#[test]
fn whoever_does_something_at_an_event_takes_part() {
    says(
        "At the Munich Security Conference, Ursula von der Leyen promised money.",
        "Ursula von der Leyen | participatedIn | Munich Security Conference | asserted",
    );
    says(
        "Annalena Baerbock met Antony Blinken on the sidelines of the Munich Security Conference.",
        "Annalena Baerbock | participatedIn | Munich Security Conference | asserted",
    );
}

#[test]
fn what_is_done_elsewhere_is_no_participation() {
    let other = "The Madrid Summit began in June 2022. Argentina attended the Johannesburg summit.";
    never_says(other, "Argentina | participatedIn | Madrid Summit");
    let host = "The Madrid Summit began in June 2022. Argentina hosted the Buenos Aires summit.";
    never_says(host, "Argentina | organized | Madrid Summit");
    let same = "The Madrid Summit began in June 2022. Argentina attended the summit.";
    says(same, "Argentina | participatedIn | Madrid Summit | asserted");
    never_says(
        "Annalena Baerbock was praised at the Munich Security Conference.",
        "Annalena Baerbock | participatedIn",
    );
    never_says("Iceland sent observers to RIMPAC.", "Iceland | participatedIn");
}

#[test]
fn those_who_come_for_an_event_take_part_and_it_is_there() {
    let passage = "Olaf Scholz flew to Hiroshima in May for the Munich Security Conference.";
    says(passage, "Olaf Scholz | participatedIn | Munich Security Conference | asserted");
    says(passage, "Munich Security Conference | locatedIn | Hiroshima | asserted");
    says(passage, "Olaf Scholz | visited | Hiroshima | asserted");
}

#[test]
fn companions_do_what_their_company_does() {
    says("Like Peru, Chile took part in RIMPAC.", "Peru | participatedIn | RIMPAC | asserted");
}

#[test]
fn a_participle_after_a_comma_speaks_of_the_name_before_it() {
    says("Norway joined Sweden for RIMPAC, hosted by Canada.", "Canada | organized | RIMPAC | asserted");
}

#[test]
fn ships_kept_somewhere_are_sent_there() {
    says(
        "The Indian Navy has kept frigates on patrol in the Arabian Sea.",
        "Indian Navy | sentPersonnelTo | Arabian Sea | asserted",
    );
}

#[test]
fn the_event_of_the_passage_carries_what_leaves_it_unsaid() {
    let passage = "Talisman Sabre began in July. Fiji and Tonga joined the hosts as full participants. Norway took part too.";
    for guest in ["Fiji", "Tonga", "Norway"] {
        says(passage, &format!("{guest} | participatedIn | Talisman Sabre | asserted"));
    }
    let teams =
        "Locked Shields was held in April. Estonia teamed up with France. The best score went to Latvia.";
    for team in ["Estonia", "France", "Latvia"] {
        says(teams, &format!("{team} | participatedIn | Locked Shields | asserted"));
    }
    never_says("Estonia teamed up with France to build a ship.", "Estonia | participatedIn");
}

#[test]
fn a_stand_in_comes_where_somebody_stayed_away() {
    let passage = "Joe Biden skipped the Munich Security Conference. In his place came Kamala Harris.";
    says(passage, "Joe Biden | participatedIn | Munich Security Conference | negated");
    says(passage, "Kamala Harris | participatedIn | Munich Security Conference | asserted");
}

#[test]
fn a_counterpart_is_no_country() {
    never_says(
        "Lloyd Austin met his Japanese and Australian counterparts in Honolulu.",
        "Lloyd Austin | metWith",
    );
    never_says("Lloyd Austin met his Japanese and Australian counterparts in Honolulu.", "Japan | metWith");
}

#[test]
fn an_object_pronoun_is_never_its_own_subject() {
    let passage = "Olaf Scholz flew to Paris. Emmanuel Macron received him there.";
    says(passage, "Emmanuel Macron | metWith | Olaf Scholz | asserted");
}

#[test]
fn what_is_held_off_a_coast_is_held() {
    says("RIMPAC was held off Hawaii.", "RIMPAC | locatedIn | Hawaii | asserted");
}

#[test]
fn entries_of_a_calendar_and_headings_announce_events() {
    let calendar = "- 14-16 February 2020: Munich Security Conference, Munich; host: Germany\n\
                    - 3 June 2020 | Internet Governance Forum (IGF), Riyadh, organised by Japan";
    says(calendar, "Munich Security Conference | locatedIn | Munich | asserted");
    says(calendar, "Germany | organized | Munich Security Conference | asserted");
    says(calendar, "Internet Governance Forum | locatedIn | Riyadh | asserted");
    says(calendar, "Japan | organized | Internet Governance Forum | asserted");
    says(
        "# MUNICH SECURITY CONFERENCE | MUNICH, 3 MAY 2019\n\nPeru took part.",
        "Peru | participatedIn | Munich Security Conference | asserted",
    );
    never_says(
        "The Munich Security Conference drew Kenya, Riyadh said.",
        "Munich Security Conference | locatedIn",
    );
}

#[test]
fn talks_with_a_third_are_not_talks_among_the_others() {
    let passage = "The leaders of Peru and Chile held talks with Jens Stoltenberg.";
    says(passage, "Peru | metWith | Jens Stoltenberg | asserted");
    never_says(passage, "Chile | metWith | Peru");
    never_says(passage, "Peru | metWith | Chile");
}

#[test]
fn who_finishes_an_exercise_of_a_name_took_part_in_it() {
    let passage = "The Royal Navy and the French Navy concluded exercise Joint Warrior.";
    says(passage, "Royal Navy | participatedIn | Joint Warrior | asserted");
    never_says(passage, "French Navy | exercisedWith");
}

#[test]
fn the_date_of_an_event_goes_to_those_who_came() {
    let passage = "Held in and around Hawaii from 29 June to 4 August 2022, RIMPAC 2022 brought together Tonga and Peru. \
                   Chile took part as well.";
    for guest in ["Tonga", "Chile"] {
        dated(passage, &format!("{guest} | participatedIn | RIMPAC 2022"), Some("2022-06-29/2022-08-04"));
    }
    says(passage, "RIMPAC 2022 | locatedIn | Hawaii | asserted");
}

#[test]
fn what_one_takes_part_in_is_an_event_wherever_it_is_named() {
    let unknown = "Finland took part in Steelhawk 24. Latvia sent 200 soldiers to Steelhawk 24.";
    says(unknown, "Finland | participatedIn | Steelhawk 24 | asserted");
    says(unknown, "Latvia | sentPersonnelTo | Steelhawk 24 | asserted");
    never_says("Finland took part in Germany's elections.", "Finland | participatedIn | Germany");
}

#[test]
fn what_an_exercise_is_called_is_no_part_of_its_name() {
    says(
        "Exercise Steel Hawk 2023, which Guyana staged, ended on Friday.",
        "Guyana | organized | Steel Hawk 2023 | asserted",
    );
}

#[test]
fn participants_are_named_in_many_ways() {
    for (sentence, participant) in [
        ("Flintlock drew soldiers from forty countries, among them Chad and Togo.", "Togo"),
        (
            "The Munich Security Conference, whose guests included Kamala Harris, ended early.",
            "Kamala Harris",
        ),
        ("Besides the Indian Navy the Royal Australian Navy took part in Malabar 2024.", "Indian Navy"),
    ] {
        let said = said(sentence);
        let start = format!("{participant} | participatedIn");
        assert!(said.iter().any(|s| s.starts_with(&start)), "{sentence}: {said:#?}");
    }
}

#[test]
fn editions_may_be_numbered_as_romans_do() {
    let text = "The Peruvian Navy opened UNITAS LXIII in Callao. Argentina is not taking part.";
    says(text, "UNITAS LXIII | locatedIn | Callao | asserted");
    says(text, "Argentina | participatedIn | UNITAS LXIII | negated");
    never_says("Pope John Paul II visited Callao.", "Paul II | locatedIn");
}

#[test]
fn who_is_new_or_back_takes_part_and_who_is_missing_does_not() {
    let text = "Kakadu 2022 opened in Darwin. Fiji is new to the exercise. Brunei is back. Canada was missing, and Chile stayed at home.";
    says(text, "Fiji | participatedIn | Kakadu 2022 | asserted");
    says(text, "Brunei | participatedIn | Kakadu 2022 | asserted");
    says(text, "Canada | participatedIn | Kakadu 2022 | negated");
    says(text, "Chile | participatedIn | Kakadu 2022 | negated");
    never_says("UNICEF is back in business. Brunei is back.", "Brunei | participatedIn");
}

#[test]
fn the_exercise_is_the_last_one_spoken_of() {
    let text =
        "RIMPAC is held every other year. Kakadu 2022 opened in Darwin. Peru took part in the exercise.";
    says(text, "Peru | participatedIn | Kakadu 2022 | asserted");
    never_says(text, "Peru | participatedIn | RIMPAC");
}

#[test]
fn who_trains_in_an_exercise_takes_part() {
    says(
        "Finland tested drones during Cold Response.",
        "Finland | participatedIn | Cold Response | asserted",
    );
    let relative =
        "Norway hosted Cold Response in 2022, in which troops from Finland and Sweden trained in deep snow.";
    says(relative, "Sweden | participatedIn | Cold Response | asserted");
    never_says(relative, "Finland | exercisedWith | Sweden");
    says(
        "Jordan exercised with British soldiers in Exercise Olive Grove.",
        "United Kingdom | participatedIn | Olive Grove | asserted",
    );
    never_says("Finland tested drones before Cold Response.", "Finland | participatedIn");
}

#[test]
fn a_part_or_an_edition_stands_for_the_event() {
    says(
        "The third edition of Cold Response opened in Narvik with troops from two countries: Finland and Sweden.",
        "Cold Response | locatedIn | Narvik | asserted",
    );
    says(
        "The third edition of Cold Response opened in Narvik with troops from two countries: Finland and Sweden.",
        "Finland | participatedIn | Cold Response | asserted",
    );
    says(
        "HMAS Sirius took part in the last phase of Kakadu 2022, alongside ships from Japan.",
        "Japan | participatedIn | Kakadu 2022 | asserted",
    );
    says(
        "Senegal and Ghana hosted parts of African Lion 2024.",
        "Ghana | organized | African Lion 2024 | asserted",
    );
    never_says(
        "The third edition of the book about Cold Response was printed in Narvik.",
        "Cold Response | locatedIn",
    );
}

#[test]
fn those_who_are_with_the_others_take_part() {
    let passage =
        "The Royal Navy concluded Kakadu 2022, with HMS Spey and RSS Vigour taking part in the sea phase.";
    says(passage, "RSS Vigour | participatedIn | Kakadu 2022 | asserted");
    let echo = "The Hellenic Air Force took part in Desert Flag, as did crews from Oman.";
    says(echo, "Oman | participatedIn | Desert Flag | asserted");
    says(
        "African Lion is organised by Morocco together with U.S. Africa Command.",
        "US Africa Command | organized | African Lion | asserted",
    );
    never_says("The Hellenic Air Force left, as did crews from Oman.", "Oman | participatedIn");
}

#[test]
fn a_fleet_review_is_no_paper() {
    let sentence = "INS Teg sailed for the International Fleet Review at Visakhapatnam.";
    says(sentence, "International Fleet Review | locatedIn | Visakhapatnam | asserted");
    never_says("India published the Defence Review at Visakhapatnam.", "Defence Review | locatedIn");
}

#[test]
fn who_does_something_in_an_exercise_was_there_with_those_he_did_it_with() {
    let sentence =
        "Japanese soldiers parachuted alongside American and British troops during Exercise Swift Response.";
    says(sentence, "Japan | participatedIn | Swift Response | asserted");
    says(sentence, "United Kingdom | participatedIn | Swift Response | asserted");
    says(
        "Two Royal Canadian Navy ships, HMCS Ottawa and HMCS Regina, exercised with Danish vessels in Operation Nanook.",
        "HMCS Regina | participatedIn | Operation Nanook | asserted",
    );
    never_says("Moscow saw a threat in Swift Response.", "Russia | participatedIn");
    never_says("Moscow criticised Norway's role in Swift Response.", "participatedIn | Swift Response");
    never_says("Chile helped Britain during the Falklands War.", "Chile | participatedIn");
}

#[test]
fn those_an_exercise_is_between_take_part() {
    says(
        "Exercise Garuda Shakti between the Indian and Indonesian armies got under way at Jakarta.",
        "Indonesia | participatedIn | Garuda Shakti | asserted",
    );
    never_says(
        "A Political Dialogue and Cooperation Agreement between the Andean Community and Peru was signed.",
        "Peru | participatedIn",
    );
}

#[test]
fn a_host_nation_is_the_host_of_the_one_event_spoken_of() {
    says(
        "Peru, Colombia and the host nation, Chile, sent ships to UNITAS 2023.",
        "Chile | organized | UNITAS 2023 | asserted",
    );
    never_says("Peru and the host nation, Chile, sent ships to UNITAS 2023 and RIMPAC.", "Chile | organized");
    never_says("The host of the evening, Carla, thanked Peru for UNITAS 2023.", "organized | UNITAS 2023");
}

#[test]
fn that_meeting_is_the_one_named_last() {
    let passage = "The Ministerial Meeting of ASEAN was held in Jakarta. The ministers recalled the Bled Strategic Forum. \
                   That meeting was attended by Penny Wong.";
    says(passage, "Penny Wong | participatedIn | Bled Strategic Forum | asserted");
    never_says(passage, "Penny Wong | participatedIn | Ministerial");
}

#[test]
fn a_counted_session_of_a_council_is_an_event() {
    let passage = "The 27th EU-GCC Joint Council, co-chaired by Josep Borrell, met in Muscat.";
    says(passage, "27th EU-GCC Joint Council | locatedIn | Muscat | asserted");
    never_says(passage, "Josep Borrell | holdsPosition");
}

#[test]
fn an_exercise_is_named_between_commas_too() {
    let sentence = "The exercise, Baltic Zenith, is run by Latvia with Estonia and Poland.";
    says(sentence, "Latvia | organized | Baltic Zenith | asserted");
    never_says("The minister, Baltic Zenith, is known in Latvia.", "organized | Baltic Zenith");
}

#[test]
fn a_number_counts_the_editions_of_a_known_series() {
    let passage = "BALTOPS 50 brought together eighteen nations, Canada among them. BALTOPS 22 followed.";
    says(passage, "Canada | participatedIn | BALTOPS 50 | asserted");
    never_says(passage, "Canada | participatedIn | BALTOPS 22");
}

#[test]
fn what_it_is_stands_under_the_same_heading() {
    let file = "Drill ends\n\nGhana hosted Sea Breeze in May.\n\nMeeting denied\n\nItaly's foreign minister, Antonio Tajani, hosted it in Rome.";
    never_says(file, "Antonio Tajani | organized | Sea Breeze");
}

#[test]
fn guests_may_be_named_behind_the_clause() {
    for passage in [
        "Ghana hosted Sea Breeze 2021, with Poland and Romania among the participants.",
        "Ghana hosted Sea Breeze 2021, with Poland and Romania among those taking part.",
    ] {
        says(passage, "Romania | participatedIn | Sea Breeze 2021 | asserted");
    }
    never_says(
        "Ghana hosted Sea Breeze 2021, with Poland and Romania among the critics.",
        "Romania | participatedIn",
    );
}

#[test]
fn a_participle_behind_a_hyphen_is_no_verb() {
    says(
        "Spain and its cyber-related agencies took part in Locked Shields.",
        "Spain | participatedIn | Locked Shields | asserted",
    );
    never_says("A cyber-related agency spoke; Spain watched Locked Shields.", "Spain | participatedIn");
}

#[test]
fn a_figure_with_a_capital_may_stand_inside_a_name() {
    says(
        "Norway organised the Prague 5G Security Conference in May 2019.",
        "Norway | organized | Prague 5G Security Conference | asserted",
    );
}

#[test]
fn whoever_is_said_to_lead_an_event_in_the_word_before_it_ran_it() {
    says(
        "Talisman Sabre, an Australian-led exercise, ended on Friday.",
        "Australia | organized | Talisman Sabre | asserted",
    );
    says(
        "The US-led Cobra Gold exercise ended on Friday.",
        "United States | organized | Cobra Gold | asserted",
    );
    says(
        "Norway joined the US-hosted Cutlass Express.",
        "United States | organized | Cutlass Express | asserted",
    );
    never_says("US-led airstrikes hit the site of Cobra Gold.", "United States | organized");
    never_says(
        "At the Munich Security Conference, a US-led coalition was praised.",
        "United States | organized",
    );
}

#[test]
fn those_named_of_the_many_who_came_took_part() {
    says(
        "Talisman Sabre began in July. Thirteen nations came, among them Fiji and Tonga.",
        "Tonga | participatedIn | Talisman Sabre | asserted",
    );
    says(
        "The Munich Security Conference opened on Friday. More than forty ministers came, among them Kaja Kallas.",
        "Kaja Kallas | participatedIn | Munich Security Conference | asserted",
    );
    never_says(
        "Talisman Sabre began in July. Thirteen ships came under fire, among them those of Fiji.",
        "Fiji | participatedIn",
    );
    never_says(
        "Talisman Sabre began in July. Ten nations came to a rival drill, among them Fiji.",
        "Fiji | participatedIn",
    );
}

#[test]
fn those_around_the_table_take_part() {
    says(
        "The Munich Security Conference opened on Friday. Around the table were Olaf Scholz and Kaja Kallas.",
        "Kaja Kallas | participatedIn | Munich Security Conference | asserted",
    );
    never_says(
        "The Munich Security Conference opened on Friday. Around the table stood twelve chairs from Norway.",
        "Norway | participatedIn",
    );
    says(
        "Delegates from Ghana came to the Munich Security Conference.",
        "Ghana | participatedIn | Munich Security Conference | asserted",
    );
}

#[test]
fn who_holds_the_chair_of_an_event_runs_it() {
    says("The G20 summit ended under Brazil's chairmanship.", "Brazil | organized | G20 summit | asserted");
    says("Cold Response was held with Norway as its host.", "Norway | organized | Cold Response | asserted");
    never_says(
        "Emmanuel Macron took the chair of a council at the G20 summit.",
        "Emmanuel Macron | organized",
    );
}

#[test]
fn an_event_takes_place_whoever_stays_away() {
    says("Xi Jinping skipped the ASEAN Summit in Jakarta.", "ASEAN summit | locatedIn | Jakarta | asserted");
    never_says("The ASEAN Summit in Jakarta was not held.", "ASEAN summit | locatedIn | Jakarta | asserted");
}

#[test]
fn a_noun_behind_the_comma_says_what_the_event_is() {
    let objects = "Peru took part in Dynamic Manta, an exercise led by Italy.";
    says(objects, "Italy | organized | Dynamic Manta | asserted");
    let measure =
        "Swedish soldiers are training in Nordic Response, an exercise that Norway has hosted since Sunday.";
    says(measure, "Norway | organized | Nordic Response | asserted");
    let object = "Peru signed, with Italy, a treaty of friendship.";
    says(object, "Italy | signedWith | Peru | asserted");
}

#[test]
fn verbs_look_like_nouns_and_asides_like_clauses() {
    let stages =
        "Pitch Black 2024, which the Royal Australian Air Force stages every other year, started today.";
    says(stages, "Royal Australian Air Force | organized | Pitch Black 2024 | asserted");
    let aside = "Obangame Express, conducted every year by Africa Command, was hosted by Gabon.";
    says(aside, "Africa Command | organized | Obangame Express | asserted");
    says(aside, "Gabon | organized | Obangame Express | asserted");
}

#[test]
fn those_who_host_together_are_states_and_bodies() {
    let hosts = "Georgia hosted Agile Spirit 2021 together with US European Command.";
    says(hosts, "Georgia | organized | Agile Spirit 2021 | asserted");
    says(hosts, "US European Command | organized | Agile Spirit 2021 | asserted");
    never_says("Georgia sanctioned Rosneft together with Lukoil.", "Lukoil | sanctioned");
    let people = "Emmanuel Macron attended COP28 together with Olaf Scholz and Rishi Sunak.";
    says(people, "Olaf Scholz | participatedIn | COP28 | asserted");
    says(people, "Rishi Sunak | participatedIn | COP28 | asserted");
}

#[test]
fn a_paragraph_goes_on_about_the_event_of_the_one_before() {
    let guests = "At the 2024 Washington Summit NATO adopted a declaration.\n\nAmong the guests were Fumio Kishida and Christopher Luxon.";
    says(guests, "Christopher Luxon | participatedIn | Washington Summit | asserted");
    let two = "NATO met at the 2024 Washington Summit after the 2023 Vilnius Summit.\n\nAmong the guests was Fumio Kishida.";
    never_says(two, "Fumio Kishida | participatedIn");
}

#[test]
fn a_drill_behind_its_adjectives_is_no_verb() {
    says(
        "Chile and Peru held their first joint coast guard drill off Callao.",
        "Chile | exercisedWith | Peru | asserted",
    );
    let list = "Exercise Steel Bandit drew troops from four countries, among them Chile, Peru and, for the first time, Ecuador.";
    says(list, "Peru | participatedIn | Steel Bandit | asserted");
    says(list, "Ecuador | participatedIn | Steel Bandit | asserted");
}

#[test]
fn who_is_sent_to_an_event_takes_part() {
    let passage = "Peru sent Linda Pardo to the Munich Security Conference.";
    says(passage, "Linda Pardo | participatedIn | Munich Security Conference | asserted");
}

#[test]
fn a_council_with_a_year_is_one_of_its_meetings() {
    let passage = "Linda Pardo came to Skopje for the 2023 Ministerial Council.";
    says(passage, "Linda Pardo | participatedIn | 2023 Ministerial Council | asserted");
    never_says("Linda Pardo quoted a 2023 Ministerial Council decision.", "Linda Pardo | participatedIn");
}

#[test]
fn as_many_hosts_as_were_counted() {
    let passage = "RIMPAC 24 was held in May. Besides the two hosts, Belgium, Canada and Denmark took part.";
    never_says(passage, "Canada | organized");
    let named = "RIMPAC 24 was held in May. The two hosts, Belgium and Canada, were pleased.";
    says(named, "Canada | organized | RIMPAC 24 | asserted");
}
