//! What lies where, from the words that stand side by side.

use crate::{never_says, says};

#[test]
fn a_place_is_called_the_capital_or_port_of_a_country() {
    says("They met in Apia, the Samoan capital.", "Apia | locatedIn | Samoa | asserted");
    says("The ship reached Mombasa, the main port of Kenya.", "Mombasa | locatedIn | Kenya | asserted");
    says("The talks took place in the German city of Kassel.", "Kassel | locatedIn | Germany | asserted");
    says("He landed in Nanao, Japan.", "Nanao | locatedIn | Japan | asserted");
}

#[test]
fn places_in_a_list_do_not_lie_in_each_other() {
    never_says("He toured Lviv, Ukraine and Poland.", "Lviv | locatedIn");
    never_says("Apia, the Samoan minister said, was quiet.", "Apia | locatedIn");
}

#[test]
fn an_event_is_where_it_is_said_to_be() {
    says(
        "The Raisina Dialogue in New Delhi drew crowds.",
        "Raisina Dialogue | locatedIn | New Delhi | asserted",
    );
    says(
        "In Oslo, on the sidelines of the Munich Security Conference, two ministers met.",
        "Munich Security Conference | locatedIn | Oslo | asserted",
    );
}

#[test]
fn a_body_sits_where_its_secretariat_does() {
    says("OPEC, whose secretariat sits in Vienna, cut output.", "OPEC | locatedIn | Vienna | asserted");
    never_says("NATO in Afghanistan faced the Taliban.", "NATO | locatedIn");
}

#[test]
fn a_capital_that_acts_across_a_clause_put_in_is_its_country() {
    says("Ankara, which had long resisted, accused Syria.", "Türkiye | accused | Syria | asserted");
    never_says("Nairobi, which lies on a plateau, accused Somalia.", "Kenya | accused");
}

#[test]
fn bodies_and_places_lie_where_what_stands_beside_them_says() {
    says("The Vienna-based OPEC met again.", "OPEC | locatedIn | Vienna | asserted");
    says("Cobra Gold began in Thailand's Rayong province.", "Rayong | locatedIn | Thailand | asserted");
    never_says("Russia's Black Sea ports were closed.", "Black Sea | locatedIn");
}

#[test]
fn a_capital_with_an_article_is_a_place_after_in() {
    let passage = "The Benelux Union has its seat in Brussels, Europol in The Hague, judges said.";
    never_says(passage, "Europol | locatedIn | Netherlands");
    says(
        "Europol has its headquarters in The Hague, judges said.",
        "Europol | locatedIn | The Hague | asserted",
    );
    says("The Hague accused Russia of espionage.", "Netherlands | accused | Russia | asserted");
}

#[test]
fn a_country_that_tells_one_town_from_another_is_where_it_lies() {
    says(
        "The ship will head for Brest, France, for repairs.",
        "Brest, France | locatedIn | France | asserted",
    );
    says("The ship sailed to Brest, Belarus, in May.", "Brest | locatedIn | Belarus | asserted");
}

#[test]
fn where_a_body_meets_it_need_not_sit() {
    never_says("The Nordic Council met in Oslo.", "Nordic Council | locatedIn");
    says("The Nordic Council sits in Copenhagen.", "Nordic Council | locatedIn | Copenhagen | asserted");
}

#[test]
fn whose_a_base_is_is_not_where_it_lies() {
    let passage = "Djibouti is host to Camp Lemonnier, the American base that belongs to AFRICOM.";
    says(passage, "Camp Lemonnier | locatedIn | Djibouti | asserted");
    never_says(passage, "Camp Lemonnier | locatedIn | United States");
}

#[test]
fn a_body_that_writes_itself_in_capitals_is_no_island() {
    says(
        "GUAM has its secretariat in Kyiv.",
        "GUAM Organization for Democracy and Economic Development | locatedIn | Kyiv | asserted",
    );
    never_says("USS Antietam called at Guam.", "GUAM Organization for Democracy and Economic Development");
}

#[test]
fn bases_lie_in_towns() {
    says("They left Air Base 311 in Jambi.", "Air Base 311 | locatedIn | Jambi | asserted");
    says("Singapore's Changi Naval Base opened.", "Changi Naval Base | locatedIn | Singapore | asserted");
    never_says("They left Lille in Riga.", "Lille | locatedIn");
}

#[test]
fn a_body_that_acts_with_its_place_has_its_seat_there() {
    let sentence = "The World Customs Organization (WCO) in Brussels published a report.";
    says(sentence, "World Customs Organization | locatedIn | Brussels | asserted");
    // A bloc acts wherever it meets.
    never_says("NATO in Vilnius invited Sweden.", "NATO | locatedIn");
    never_says("The European Union in Versailles adopted a declaration.", "European Union | locatedIn");
}

#[test]
fn a_place_before_a_list_of_countries_is_in_none_of_them() {
    never_says("The victors of the Crimea, Britain, France and Turkey, met in Paris.", "Crimea | locatedIn");
    says("The base is in Rota, Spain.", "Rota | locatedIn | Spain | asserted");
}

#[test]
fn a_place_set_off_in_a_country_lies_there() {
    says("They met in Suva, in Fiji, as planned.", "Suva | locatedIn | Fiji | asserted");
    says("It calls at Koror, in the Marshall Islands.", "Koror | locatedIn | Marshall Islands | asserted");
    never_says("They met in Suva, in Fiji's interest.", "Suva | locatedIn | Fiji");
}
