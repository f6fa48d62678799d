//! Who leads a body, by a participle or a few words beside it.

use crate::{dated, never_says, says};

#[test]
fn a_participle_beside_a_body_names_its_leader() {
    let passage = "The World Trade Organization (WTO), led since March 2021 by Ngozi Okonjo-Iweala, who took over from Roberto Azevêdo, has its seat in Geneva.";
    says(passage, "Ngozi Okonjo-Iweala | holdsPosition | World Trade Organization | asserted");
    says(passage, "Roberto Azevêdo | holdsPosition | World Trade Organization | asserted");
    says(
        "Managed by Hillar Lauri, the e-Governance Academy (eGA) trains officials.",
        "Hillar Lauri | holdsPosition | e-Governance Academy | asserted",
    );
    never_says("NATO, praised in May by Mark Rutte, has its seat in Brussels.", "Mark Rutte | holdsPosition");
}

#[test]
fn with_somebody_in_charge() {
    let passage = "With Kristalina Georgieva at the helm since 2019, the International Monetary Fund has lent more than ever.";
    says(passage, "Kristalina Georgieva | holdsPosition | International Monetary Fund | asserted");
    says(
        "The Joint Maritime Centre was opened in Suva with Sitiveni Rabuka in charge.",
        "Sitiveni Rabuka | holdsPosition | Joint Maritime Centre | asserted",
    );
    never_says(
        "Kristalina Georgieva put the International Monetary Fund in charge.",
        "Kristalina Georgieva | holdsPosition",
    );
}

#[test]
fn an_office_to_be_taken_is_not_held() {
    let passage = "Kirsty Coventry was elected in March as president of the International Olympic Committee (IOC) and will take office in June.";
    says(passage, "Kirsty Coventry | holdsPosition | International Olympic Committee | planned");
    dated(
        "Gro Harlem Brundtland became director-general of the World Health Organization in 1998.",
        "Gro Harlem Brundtland | holdsPosition | World Health Organization",
        Some("1998/.."),
    );
}

#[test]
fn several_led_in_turn() {
    let passage = "The African Union, whose commission was chaired in turn by Jean Ping, Nkosazana Dlamini-Zuma and Moussa Faki Mahamat, met.";
    says(passage, "Jean Ping | holdsPosition | African Union | asserted");
    says(passage, "Moussa Faki Mahamat | holdsPosition | African Union | asserted");
    says(
        "Europol has been presided over by Kaja Kallas since 2011.",
        "Kaja Kallas | holdsPosition | Europol | asserted",
    );
}

#[test]
fn a_unit_then_under_somebody() {
    says(
        "The Maritime Analysis Centre (MAC), then under Catherine De Bolle, held a workshop in Lisbon.",
        "Catherine De Bolle | holdsPosition | Maritime Analysis Centre | asserted",
    );
    says(
        "Oman trained with Carrier Strike Group 5, a U.S. Navy formation under Rear Admiral Patrick Hannifin.",
        "Patrick Hannifin | holdsPosition | Carrier Strike Group 5 | asserted",
    );
    never_says("NATO, strong as ever, flourished under Donald Trump.", "Donald Trump | holdsPosition");
}

#[test]
fn who_runs_a_body_beside_it() {
    let passage = "The State Department put the Quds Force (QF), along with Esmail Qaani, who leads it, on its blacklist.";
    says(passage, "Esmail Qaani | holdsPosition | Quds Force | asserted");
    never_says(passage, "Esmail Qaani | holdsPosition | United States Department of State");
}

#[test]
fn a_numbered_unit_of_the_officer_who_commands_it() {
    says(
        "Here the 132 Air Wing of Colonel Martin Tesli flew with Latvia.",
        "Martin Tesli | holdsPosition | 132 Air Wing | asserted",
    );
    never_says("Here the Air Wing Museum of Colonel Martin Tesli opened.", "Martin Tesli | holdsPosition");
}

#[test]
fn what_a_body_is_part_of_is_not_led_by_its_head() {
    never_says(
        "The agency, a unit of the Ministry of Transport, is headed by Mette Lund.",
        "Mette Lund | holdsPosition",
    );
    says(
        "Traficom, a unit of the Ministry of Transport, is headed by Mette Lund.",
        "Mette Lund | holdsPosition | Traficom | asserted",
    );
}

#[test]
fn who_leads_a_few_people_does_not_lead_those_they_are_from() {
    let passage = "A delegation from the African Union led by Moussa Faki Mahamat travelled to Khartoum.";
    says(passage, "Moussa Faki Mahamat | visited | Khartoum | asserted");
    never_says(passage, "Moussa Faki Mahamat | holdsPosition");
    let body = "Traficom, a unit of the World Bank led by Mette Lund, met in Oslo.";
    says(body, "Mette Lund | holdsPosition | Traficom | asserted");
}
