//! Who went where.

use crate::{never_says, says};

#[test]
fn each_of_several_destinations_is_visited() {
    let passage = "The Royal Navy paid visits to Norway on 2 March 2021 and to Iceland on 9 March 2021.";
    says(passage, "Royal Navy | visited | Norway | asserted");
    says(passage, "Royal Navy | visited | Iceland | asserted");
}

#[test]
fn a_tour_takes_people_places() {
    let passage = "A tour by Antony Blinken, which took him to Egypt, Jordan and Qatar, ended on 9 May 2021.";
    says(passage, "Antony Blinken | visited | Egypt | asserted");
    says(passage, "Antony Blinken | visited | Qatar | asserted");
}

#[test]
fn going_for_is_not_arriving() {
    let passage = "Antony Blinken left for Egypt.";
    never_says(passage, "Antony Blinken | visited | Egypt | asserted");
    says(passage, "Antony Blinken | visited | Egypt | planned");
}

#[test]
fn there_is_the_place_last_named() {
    let passage = "The summit was held in Astana. Emmanuel Macron flew there on Monday; Olaf Scholz did not travel there.";
    says(passage, "Emmanuel Macron | visited | Astana | asserted");
    says(passage, "Olaf Scholz | visited | Astana | negated");
    never_says("There was rain in Astana, said Olaf Scholz.", "Olaf Scholz | visited");
}

#[test]
fn what_opens_the_sentence_is_its_subjects() {
    says(
        "During a visit to Adelaide on 3 May, Annalena Baerbock praised Australia.",
        "Annalena Baerbock | visited | Adelaide | asserted",
    );
    says(
        "In a May 2019 visit to Singapore, Mark Rutte said that the city was safe.",
        "Mark Rutte | visited | Singapore | asserted",
    );
    says(
        "On a trip to Vilnius last week, Antony Blinken announced new aid.",
        "Antony Blinken | visited | Vilnius | asserted",
    );
    never_says("Annalena Baerbock praised the visit to Adelaide.", "Annalena Baerbock | visited");
}

#[test]
fn a_visit_may_be_received() {
    says(
        "Europol received a visit from Josep Borrell on 27 March 2023.",
        "Josep Borrell | visited | Europol | asserted",
    );
    never_says("Europol received a letter from Josep Borrell on 27 March 2023.", "Josep Borrell | visited");
}

#[test]
fn a_circumstance_is_as_certain_as_it_is_told() {
    says(
        "Annalena Baerbock, on her first visit to Beijing, warned China.",
        "Annalena Baerbock | visited | Beijing | asserted",
    );
}

#[test]
fn who_leads_a_delegation_travels_with_it() {
    let passage =
        "A delegation of the European Parliament led by Josep Borrell arrived in Astana on 3 May 2021.";
    says(passage, "European Parliament | visited | Astana | asserted");
    says(passage, "Josep Borrell | visited | Astana | asserted");
    never_says("A report on Astana led by Josep Borrell arrived in Oslo.", "Josep Borrell | visited");
}

#[test]
fn swings_and_stays_are_visits() {
    says("John Kerry ended a swing through Egypt and Jordan.", "John Kerry | visited | Jordan | asserted");
    says("John Kerry cut short his stay in Egypt.", "John Kerry | visited | Egypt | asserted");
    never_says("John Kerry began a study of Egypt and Jordan.", "John Kerry | visited");
}

#[test]
fn an_occasion_ends_before_who_acts_on_it() {
    says(
        "On the margins of the meeting Foreign Minister Penny Wong met Josep Borrell.",
        "Josep Borrell | metWith | Penny Wong | asserted",
    );
    says(
        "After the talks President Emmanuel Macron flew to Riga.",
        "Emmanuel Macron | visited | Riga | asserted",
    );
    never_says(
        "Penny Wong spoke after the meeting of President Emmanuel Macron in Riga.",
        "Emmanuel Macron | visited",
    );
}

#[test]
fn a_name_before_having_is_its_subject() {
    let passage =
        "Uzbekistan signed a pact with Oman, Josep Borrell having earlier held talks with Penny Wong.";
    says(passage, "Josep Borrell | metWith | Penny Wong | asserted");
    never_says(passage, "Uzbekistan | metWith");
}

#[test]
fn who_was_somewhere_at_a_time_visited() {
    says("Angela Merkel was in Riga in June 2019.", "Angela Merkel | visited | Riga | asserted");
    never_says("Angela Merkel was in Riga.", "Angela Merkel | visited");
    never_says("In Riga, Edgars Rinkēvičs was foreign minister in 2019.", "Edgars Rinkēvičs | visited");
}

#[test]
fn what_somebody_does_somewhere_tells_that_he_was_there() {
    says("Penny Wong opened the new embassy in Kyiv on Friday.", "Penny Wong | visited | Kyiv | asserted");
    says(
        "Emmanuel Macron laid a wreath at the war memorial in Canberra.",
        "Emmanuel Macron | visited | Canberra | asserted",
    );
    says("Li Qiang was met at Dublin airport by Leo Varadkar.", "Li Qiang | visited | Dublin | asserted");
    says(
        "Charles Michel addressed the parliament in Tirana.",
        "Charles Michel | visited | Tirana | asserted",
    );
    says("Annalena Baerbock will open an embassy in Kyiv.", "Annalena Baerbock | visited | Kyiv | planned");
    never_says("Penny Wong opened an account in Kyiv.", "Penny Wong | visited");
    never_says("Australia opened an embassy in Kyiv.", "Australia | visited");
    never_says("Li Qiang spent a million euros in Dublin.", "Li Qiang | visited");
}

#[test]
fn who_is_welcomed_to_a_place() {
    says("Kaja Kallas welcomed Antony Blinken to Tartu.", "Antony Blinken | visited | Tartu | asserted");
    never_says("Kaja Kallas welcomed Antony Blinken to Tartu.", "Kaja Kallas | visited");
}

#[test]
fn where_something_was_done() {
    says(
        "He flew to Tartu, where Antony Blinken laid a wreath.",
        "Antony Blinken | visited | Tartu | asserted",
    );
}

#[test]
fn whose_counterpart_comes_stays_where_he_is() {
    let passage = "Kaja Kallas received her Latvian counterpart in Tartu.";
    never_says(passage, "Kaja Kallas | visited");
    never_says(passage, "Latvia | visited");
}
