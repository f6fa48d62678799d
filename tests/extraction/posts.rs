//! Offices by their own names: presidencies left, jobs held, places taken.

use crate::{never_says, said, says};

#[test]
fn an_office_is_left_by_its_name() {
    let passage = "Gilbert Houngbo left the presidency of the International Fund for Agricultural Development (IFAD) to return to Lomé.";
    says(
        passage,
        "Gilbert Houngbo | holdsPosition | International Fund for Agricultural Development | asserted",
    );
    never_says(
        "Gilbert Houngbo left the meeting of the International Fund for Agricultural Development.",
        "Gilbert Houngbo | holdsPosition",
    );
}

#[test]
fn the_job_is_the_office_last_spoken_of() {
    let passage = "The OPCW's first director-general, José Bustani, was removed in April 2002. Rogelio Pfirter, an Argentine, held the job until 2010.";
    says(
        passage,
        "Rogelio Pfirter | holdsPosition | Organization for the Prohibition of Chemical Weapons | asserted",
    );
    never_says(
        "José Bustani was removed. Rogelio Pfirter held a job at Harvard University.",
        "Rogelio Pfirter | holdsPosition | Organization",
    );
    says(
        "George H. W. Bush was US president from 1989 to 1993; his son George W. Bush held the same office from 2001 to 2009.",
        "George W. Bush | holdsPosition | United States | asserted",
    );
}

#[test]
fn a_post_passes_to_the_next() {
    let passage = "Fang Liu was secretary general of the International Civil Aviation Organization (ICAO). The post passed to Juan Carlos Salazar in August 2021.";
    says(
        passage,
        "Juan Carlos Salazar | holdsPosition | International Civil Aviation Organization | asserted",
    );
}

#[test]
fn somebodys_place_is_taken() {
    let passage = "Ciaran Martin was chief executive of the National Cyber Security Centre (NCSC). Martin's place was taken by Lindy Cameron.";
    says(passage, "Lindy Cameron | holdsPosition | National Cyber Security Centre | asserted");
}

#[test]
fn taking_over_beside_another_verb_is_the_same_office() {
    let passage = "Hun Manet became prime minister of Cambodia in August 2023, taking over from his father, Hun Sen, who presides over the Senate.";
    says(passage, "Hun Sen | holdsPosition | Cambodia | asserted");
    never_says(passage, "Hun Manet | holdsPosition | Senate");
}

#[test]
fn a_successor_has_the_office_of_the_one_before() {
    let passage = "Houlin Zhao was secretary-general of the International Telecommunication Union (ITU). In 2023 Doreen Bogdan-Martin became the successor of China's Houlin Zhao.";
    says(passage, "Doreen Bogdan-Martin | holdsPosition | International Telecommunication Union | asserted");
    never_says(passage, "Doreen Bogdan-Martin | holdsPosition | China");
}

#[test]
fn appointments_and_offices_held_give_offices() {
    let named = "The appointment of Mark Rutte as Secretary General of NATO was welcomed.";
    says(named, "Mark Rutte | holdsPosition | NATO | asserted");
    let held = "The office of Secretary General of NATO is held by Mark Rutte.";
    says(held, "Mark Rutte | holdsPosition | NATO | asserted");
    let handed = "Peter Maurer handed over the presidency of the Red Cross to Mirjana Spoljaric in 2022.";
    says(handed, "Mirjana Spoljaric Egger | holdsPosition | Red Cross | asserted");
    never_says(
        "The appointment of a new Secretary General of NATO pleased Mark Rutte.",
        "Mark Rutte | holdsPosition",
    );
}

#[test]
fn the_same_post_may_be_held_elsewhere() {
    let post = "Jürgen Stock is the head of Interpol. Catherine Colonna holds the same post at Europol.";
    says(post, "Catherine Colonna | holdsPosition | Europol | asserted");
    never_says(post, "Catherine Colonna | holdsPosition | Interpol");
}

#[test]
fn a_named_persons_minister_is_one_of_his_country() {
    let marles = "Anthony Albanese is the prime minister of Australia. Richard Marles, Albanese's defence minister, spoke.";
    says(marles, "Richard Marles | holdsPosition | Australia | asserted");
}

#[test]
fn who_is_yet_to_come_holds_another_office_until_then() {
    let text = "Fabiola Gianotti will be succeeded by Mark Thomson, currently head of the Nordic Institute.";
    never_says(text, "Fabiola Gianotti | holdsPosition | Nordic Institute");
    says(text, "Mark Thomson | holdsPosition | Nordic Institute | asserted");
}

#[test]
fn an_office_is_given_won_and_put_into_hands() {
    says(
        "Dilma Rousseff was handed the presidency of the New Development Bank in March 2023.",
        "Dilma Rousseff | holdsPosition | New Development Bank | asserted",
    );
    says(
        "The Organization of American States gave its presidency to Luis Almagro.",
        "Luis Almagro | holdsPosition | Organization of American States | asserted",
    );
    says(
        "Doreen Bogdan-Martin defeated Russia's Rashid Ismailov for the post of secretary-general of the International Telecommunication Union.",
        "Doreen Bogdan-Martin | holdsPosition | International Telecommunication Union | asserted",
    );
    says(
        "Hakan Fidan was put in charge of Europol in 2010.",
        "Hakan Fidan | holdsPosition | Europol | asserted",
    );
    never_says("Hakan Fidan was given a prize of Europol.", "Hakan Fidan | holdsPosition");
    never_says(
        "Doreen Bogdan-Martin defeated Rashid Ismailov in a game of chess at the United Nations.",
        "Doreen Bogdan-Martin | holdsPosition",
    );
}

#[test]
fn to_have_an_office_somewhere_is_not_to_have_the_office() {
    says(
        "Pascal Lamy was director-general of the World Trade Organization. Roberto Azevêdo had the job until 2020.",
        "Roberto Azevêdo | holdsPosition | World Trade Organization | asserted",
    );
    never_says(
        "Pascal Lamy was director-general of the World Trade Organization. Roberto Azevêdo has an office in Geneva.",
        "Roberto Azevêdo | holdsPosition",
    );
}

#[test]
fn an_office_is_won_against_rivals_and_had_by_its_name() {
    let passage = "The Financial Action Task Force met. Elisa de Anda Madrazo of Mexico has its presidency until June 2026.";
    says(passage, "Elisa de Anda Madrazo | holdsPosition | Financial Action Task Force | asserted");
    never_says(passage, "Elisa de Anda Madrazo | holdsPosition | Mexico");
    says(
        "Robert Floyd won the race to lead Europol in May 2021.",
        "Robert Floyd | holdsPosition | Europol | asserted",
    );
    says(
        "Jens Stoltenberg's successor at NATO is Mark Rutte.",
        "Mark Rutte | holdsPosition | NATO | asserted",
    );
    never_says("Jens Stoltenberg's successor in Oslo is Mark Rutte.", "Mark Rutte | holdsPosition");
}

#[test]
fn several_have_held_a_post() {
    let passage = "António Guterres is secretary-general of the United Nations. Kofi Annan and Ban Ki-moon held the post earlier.";
    says(passage, "Kofi Annan | holdsPosition | United Nations | asserted");
    says(passage, "Ban Ki-moon | holdsPosition | United Nations | asserted");
    never_says(
        "António Guterres is secretary-general of the United Nations. Kofi Annan and Ban Ki-moon held a post in Geneva.",
        "Ban Ki-moon | holdsPosition",
    );
}

#[test]
fn to_leave_it_to_somebody_is_to_leave_no_body() {
    says("Kaja Kallas left Europol in 2019.", "Kaja Kallas | holdsPosition | Europol | asserted");
    never_says(
        "ASEAN met in Jakarta. Joe Biden stayed away, leaving it to his secretary of state, Antony Blinken, to speak.",
        "Joe Biden | holdsPosition | ASEAN",
    );
}

#[test]
fn what_the_replaced_do_today_is_not_what_they_left() {
    let passage = "Mika Aaltola became director of the World Food Programme in 2019. He replaced Teija Tiilikainen, who now heads Europol.";
    never_says(passage, "Mika Aaltola | holdsPosition | Europol");
    says(passage, "Teija Tiilikainen | holdsPosition | World Food Programme | asserted");
    says(passage, "Teija Tiilikainen | holdsPosition | Europol | asserted");
    let next = "Elias Magosi has been executive secretary of the African Union since 2021. He succeeded Stergomena Tax, who soon became foreign minister of Tanzania.";
    says(next, "Stergomena Tax | holdsPosition | Tanzania | asserted");
    never_says(next, "Elias Magosi | holdsPosition | Tanzania");
}

#[test]
fn who_takes_office_does_not_take_his_former_one() {
    let passage =
        "Salman Al Farisi, formerly Indonesia's ambassador to South Africa, took office on 5 January 2022.";
    assert_eq!(said(passage), ["Salman Al Farisi | holdsPosition | Indonesia | asserted"]);
}

#[test]
fn who_is_to_take_over_is_already_what_he_is_called() {
    let passage = "Sanjiv Ranjan, an officer of the Indian Foreign Service, will take over from Salman Al Farisi in 2025.";
    says(passage, "Sanjiv Ranjan | holdsPosition | Indian Foreign Service | asserted");
}

#[test]
fn who_came_after_and_who_was_handed_the_post_has_it() {
    let passage = "Hans Blix presided over the IAEA until 1997; after him came Mohamed ElBaradei.";
    says(passage, "Mohamed ElBaradei | holdsPosition | International Atomic Energy Agency | asserted");
    let passage =
        "Interpol has its seat in Lyon. Linda Pardo handed over the post of Secretary General to Ann Lee.";
    says(passage, "Ann Lee | holdsPosition | Interpol | asserted");
    never_says("Interpol has its seat in Lyon. Linda Pardo came to Ann Lee.", "Ann Lee | holdsPosition");
}
