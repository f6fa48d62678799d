//! Where bodies sit, said in passing.

use crate::{never_says, says};

#[test]
fn what_opened_in_a_place_sits_there() {
    says(
        "The Pelagic Institute opened in Bremen in 1980.",
        "Pelagic Institute | locatedIn | Bremen | asserted",
    );
    says(
        "The Coastal Centre was set up within Europol in The Hague.",
        "Coastal Centre | locatedIn | The Hague | asserted",
    );
}

#[test]
fn a_union_of_states_may_be_founded_anywhere() {
    never_says("The Coastal Union was founded in Bremen.", "Coastal Union | locatedIn");
    never_says(
        "The Pelagic Institute might open in Bremen.",
        "Pelagic Institute | locatedIn | Bremen | asserted",
    );
}

#[test]
fn a_place_after_the_acronym_or_with_headquarters_is_the_seat() {
    let body = "Maritime Coordination Centre | locatedIn | Yaoundé | asserted";
    says("The Maritime Coordination Centre (MCC) in Yaoundé sent staff.", body);
    says("The Maritime Coordination Centre (MCC), with headquarters in Yaoundé, sent staff.", body);
    never_says("Ministers met the Maritime Union (MU) in Bremen.", "Maritime Union | locatedIn");
}

#[test]
fn a_capital_that_is_a_seat_is_a_city() {
    says(
        "The Maritime Coordination Centre, whose seat is Abidjan, sent staff.",
        "Maritime Coordination Centre | locatedIn | Abidjan | asserted",
    );
    says("Kamala Harris flew out. Accra was on her itinerary.", "Kamala Harris | visited | Accra | asserted");
}

#[test]
fn the_place_may_hang_on_who_did_it() {
    says("Sea Breeze was hosted by Ukraine in Odesa.", "Sea Breeze | locatedIn | Odesa | asserted");
}

#[test]
fn its_seat_is_a_body_s_and_goes_on_being_so() {
    let bank = "The New Development Bank belongs to the BRICS. Brazil and South Africa founded it in 2014. Its \
                headquarters are in Shanghai, and it has a regional centre in Johannesburg.";
    says(bank, "New Development Bank | locatedIn | Shanghai | asserted");
    says(bank, "New Development Bank | locatedIn | Johannesburg | asserted");
    never_says(bank, "South Africa | locatedIn");
}

#[test]
fn a_body_is_where_its_name_or_what_it_is_called_says() {
    let based = "The Nairobi-based Centre for Sahel Studies published a report.";
    says(based, "Centre for Sahel Studies | locatedIn | Nairobi | asserted");
    says(
        "Kaspersky, a software company in Moscow, Russia, was banned.",
        "Kaspersky | locatedIn | Moscow | asserted",
    );
}

#[test]
fn the_secretariat_is_that_of_the_body_spoken_of() {
    says(
        "The Pacific Islands Forum was founded in 1971. The secretariat is in Suva.",
        "Pacific Islands Forum | locatedIn | Suva | asserted",
    );
    says(
        "The Arab League suspended Egypt in 1979 and the headquarters were moved to Tunis.",
        "Arab League | locatedIn | Tunis | asserted",
    );
    never_says(
        "The Pacific Islands Forum was founded in 1971. The seat of the fund is in Suva.",
        "Pacific Islands Forum | locatedIn",
    );
}

#[test]
fn a_body_lies_where_it_is_said_to_lie() {
    says(
        "The European Space Agency lies near Paris.",
        "European Space Agency | locatedIn | Paris | asserted",
    );
    says(
        "The Baltic Defence College at Tartu was founded in 1999.",
        "Baltic Defence College | locatedIn | Tartu | asserted",
    );
}

#[test]
fn the_secretariat_with_a_capital_is_a_seat_too() {
    says(
        "OPEC was founded in 1960. The Secretariat is based in Vienna.",
        "OPEC | locatedIn | Vienna | asserted",
    );
    never_says("OPEC was founded in 1960. The Office is based in Vienna.", "OPEC | locatedIn");
}

#[test]
fn what_a_body_based_somewhere_is_called_sits_there() {
    let seat = "International Atomic Energy Agency | locatedIn | Vienna | asserted";
    says("The IAEA met. The Vienna-based agency owns laboratories.", seat);
    says("Rafael Grossi leads the Vienna-based watchdog, the IAEA.", seat);
    says(
        "Chatham House, a London think tank, wrote the paper.",
        "Chatham House | locatedIn | London | asserted",
    );
    never_says("Envoys of the African Union met Geneva-based diplomats.", "African Union | locatedIn");
    never_says("Chatham House, a London institution of sorts, wrote it.", "Chatham House | locatedIn");
}

#[test]
fn what_a_body_is_called_and_where_it_works_tell_its_seat() {
    let seat = "Pelagic Institute | locatedIn | Bremen | asserted";
    says("The Pelagic Institute, a research agency in Bremen, was founded in 1990.", seat);
    says("The Pelagic Institute has been in Bremen since 1990.", seat);
    says("The Pelagic Institute works in Bremen.", seat);
    says("Brazil praised its gift to the Pelagic Institute (PI), headquartered in Bremen, in May.", seat);
    says("Founded in 1990 and managed by Linda Pardo, the Pelagic Institute is based in Bremen.", seat);
    never_says("Ministers of the Pelagic Union were in Bremen on Monday.", "Pelagic Union | locatedIn");
    never_says("The Pelagic Institute was in trouble in Bremen.", "Pelagic Institute | locatedIn");
}

#[test]
fn a_city_before_premises_is_where_their_owner_sits() {
    says("Visitors to UNESCO's Paris headquarters pass a garden.", "UNESCO | locatedIn | Paris | asserted");
    says("The Bangkok offices of UNICEF were closed.", "UNICEF | locatedIn | Bangkok | asserted");
    never_says("UNESCO's Paris conference was long.", "UNESCO | locatedIn");
    never_says("Japan's Paris offices were closed.", "Japan | locatedIn");
}

#[test]
fn a_town_called_the_home_of_a_body() {
    says("Rovaniemi: home of the Lapland Air Wing.", "Lapland Air Wing | locatedIn | Rovaniemi | asserted");
    says(
        "Kallax, near Luleå: headquarters of the Norrbotten Wing.",
        "Norrbotten Wing | locatedIn | Kallax | asserted",
    );
    never_says("Rovaniemi: news of the Lapland Air Wing.", "Lapland Air Wing | locatedIn");
}

#[test]
fn a_capital_that_houses_a_body_is_the_city() {
    says(
        "SAARC is small. Kathmandu has hosted its secretariat since 1987.",
        "South Asian Association for Regional Cooperation | locatedIn | Kathmandu | asserted",
    );
    says("Jakarta hosted the ASEAN summit.", "Indonesia | organized | ASEAN summit | asserted");
}
