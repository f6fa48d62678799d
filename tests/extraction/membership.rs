//! Who belongs to what, who asked to and who no longer does.

use crate::{never_says, says};

#[test]
fn examples_of_members_are_members() {
    says(
        "NATO member states such as the United States and the United Kingdom attended.",
        "United Kingdom | memberOf | NATO | asserted",
    );
    says("Laos and other ASEAN members objected.", "Laos | memberOf | ASEAN | asserted");
    let quad = "The Quad, a grouping made up of Australia, India, Japan and the United States, met in Tokyo.";
    says(quad, "Australia | memberOf | Quad | asserted");
    says(quad, "United States | memberOf | Quad | asserted");
}

#[test]
fn others_of_the_members_are_not_everyone_named_before() {
    let passage = "Ties grew between Japan and the United States and other NATO member states.";
    never_says(passage, "Japan | memberOf");
}

#[test]
fn applications_are_told_by_nouns_too() {
    says(
        "Finland and Sweden handed in their applications to NATO in May 2022.",
        "Sweden | appliedToJoin | NATO | asserted",
    );
    says("Sweden's bid to join NATO was delayed.", "Sweden | appliedToJoin | NATO | asserted");
    never_says("Sweden's bid to join NATO was delayed.", "Sweden | joined | NATO | asserted");
}

#[test]
fn what_is_joined_may_go_without_saying() {
    let passage = "The African Union succeeded an older body.\n\nSouth Sudan was admitted in 2011.";
    says(passage, "South Sudan | joined | African Union | asserted");
    let readmitted = "Sudan was expelled from the African Union. Egypt was readmitted a year later; Sudan, suspended in 2021, has not been.";
    says(readmitted, "Sudan | joined | African Union | negated");
    says(readmitted, "Egypt | joined | African Union | asserted");
}

#[test]
fn a_state_does_not_join_another_state_s_body() {
    never_says("The Royal Navy joined the Sri Lanka Coast Guard for a drill.", "Royal Navy | joined");
}

#[test]
fn a_noun_before_names_is_no_verb() {
    says(
        "NATO's Nordic partners Finland and Sweden applied to join the Alliance in May 2022.",
        "Finland | appliedToJoin | NATO | asserted",
    );
}

#[test]
fn its_members_are_of_what_can_have_them() {
    let passage = "Ukraine signed accords with the EU and with two of its members, Lithuania and Estonia.";
    says(passage, "Lithuania | memberOf | European Union | asserted");
    never_says(passage, "Lithuania | memberOf | Ukraine");
}

#[test]
fn examples_of_a_subject_may_stand_behind_its_clause() {
    let drill = "Ten countries took part in RIMPAC, including Chile and Peru.";
    says(drill, "Chile | participatedIn | RIMPAC | asserted");
    let union = "Several states joined the African Union in 2002, among them Chad and Mali.";
    says(union, "Mali | joined | African Union | asserted");
    let objects = "Ten countries condemned the raids on three states, including Chad.";
    never_says(objects, "Chad | accused");
}

#[test]
fn who_came_back_joined_again_and_an_observer_is_no_member() {
    says(
        "Morocco left the African Union in 1984 and came back in 2017.",
        "Morocco | joined | African Union | asserted",
    );
    never_says("The Andean Community grew. Spain was admitted as an observer.", "Spain | joined");
    never_says("Antony Blinken left NATO's headquarters and came back in May.", "Antony Blinken | joined");
}

#[test]
fn none_of_those_just_named_did_it() {
    let none = "Chile and Peru spoke of the European Union. None of the two has joined the European Union.";
    says(none, "Chile | joined | European Union | negated");
    never_says(none, "Peru | joined | European Union | asserted");
}

#[test]
fn those_that_a_plural_includes_do_what_it_does() {
    let aid = "Vietnam was promised $15.5 billion by donors that include Japan and Norway.";
    says(aid, "Japan | supported | Vietnam | asserted");
    says(aid, "Norway | supported | Vietnam | asserted");
    let union = "The African Union, which includes Chad, promised Niger $2 million.";
    says(union, "African Union | supported | Niger | asserted");
    never_says(union, "Chad | supported");
}

#[test]
fn those_who_follow_the_founders_join() {
    let passage = "NATO was founded in 1949 by Canada, France and Norway; Greece followed in 1952, and later came Spain.";
    says(passage, "Greece | joined | NATO | asserted");
    says(passage, "Spain | joined | NATO | asserted");
    never_says(passage, "Greece | founded | NATO");
    says(
        "Nauru joined the International Monetary Fund in 2016, and Andorra followed as the 190th member in 2020.",
        "Andorra | joined | International Monetary Fund | asserted",
    );
    never_says("Canada met Norway in May; Greece followed in June.", "Greece | joined");
}

#[test]
fn a_list_goes_on_with_years_in_brackets() {
    let passage = "OPEC was set up in Baghdad. Qatar joined a year later, then Indonesia and Libya (1962) and Algeria (1969).";
    says(passage, "Qatar | joined | OPEC | asserted");
    says(passage, "Libya | joined | OPEC | asserted");
    says(passage, "Algeria | joined | OPEC | asserted");
    never_says(passage, "Qatar | joined | Libya");
}

#[test]
fn it_is_what_can_be_left_or_founded() {
    says(
        "Finland joined the Nordic Council in 1955, three years after Denmark and Sweden had set it up.",
        "Sweden | founded | Nordic Council | asserted",
    );
}

#[test]
fn who_returns_returns_to_the_heir() {
    let passage = "Morocco left the Organization of African Unity in 1984. The African Union replaced the organization in 2002. Morocco returned in 2017.";
    says(passage, "Morocco | joined | African Union | asserted");
    never_says(passage, "Morocco | joined | Organization of African Unity");
}

#[test]
fn members_stand_in_brackets() {
    let passage = "ASEAN began with two members (Indonesia and Malaysia); Brunei came in in 1984.";
    says(passage, "Malaysia | memberOf | ASEAN | asserted");
    says(passage, "Brunei | joined | ASEAN | asserted");
    never_says("Spain came in 2022 to the games of NATO.", "Spain | joined");
}

#[test]
fn countries_in_brackets_behind_a_body_are_its_members() {
    says("The Quad (Australia, India and Japan) met in May.", "India | memberOf | Quad | asserted");
    never_says("Thales (France) met in May.", "France | memberOf");
}

#[test]
fn an_alliance_of_states_has_them_as_members() {
    says(
        "The Five Eyes, an intelligence alliance of Australia, Canada and New Zealand, dates from 1946.",
        "Canada | memberOf | Five Eyes | asserted",
    );
    says(
        "The CCDCOE counts Georgia and Ukraine among its members.",
        "Ukraine | memberOf | NATO Cooperative Cyber Defence Centre of Excellence | asserted",
    );
}

#[test]
fn all_but_one_leaves_that_one_out() {
    let passage = "All members of the Quad but India belong to the G7.";
    says(passage, "India | memberOf | G7 | negated");
    never_says(passage, "India | memberOf | G7 | asserted");
}

#[test]
fn each_of_several_does_it() {
    let passage = "Estonia and Latvia have each donated howitzers to Ukraine.";
    says(passage, "Estonia | supported | Ukraine | asserted");
    says(passage, "Latvia | supported | Ukraine | asserted");
}

#[test]
fn it_may_be_what_a_clause_about_the_subject_names() {
    says(
        "Kenya, which had left the Nordic Council in 2016, rejoined it in 2020.",
        "Kenya | joined | Nordic Council | asserted",
    );
}

#[test]
fn what_is_joined_under_a_heading_is_what_it_names() {
    let passage = "Roofs of Eurasia\n\nThe OSCE\n\nThe OSCE has its seat in Vienna.\n\nThe SCO\n\n\
                   The secretariat is in Beijing. India became a member in June 2017.";
    says(passage, "India | joined | Shanghai Cooperation Organization | asserted");
    never_says(passage, "India | joined | Organization for Security and Co-operation in Europe");
}

#[test]
fn what_is_joined_after_a_founding_is_what_was_founded() {
    let passage = "The OSCE has its seat in Vienna. China and Russia founded the Shanghai Cooperation Organization in \
                   2001. India became a member in June 2017.";
    says(passage, "India | joined | Shanghai Cooperation Organization | asserted");
    never_says(passage, "India | joined | Organization for Security and Co-operation in Europe");
}

#[test]
fn a_treaty_is_acceded_to_where_the_paragraph_is_about_it() {
    let passage = "The OSCE has its seat in Vienna.\n\nThe Antarctic Treaty was signed in Washington in 1959. Poland acceded in 1961.";
    says(passage, "Poland | joined | Antarctic Treaty | asserted");
    never_says(passage, "Poland | joined | Organization for Security and Co-operation in Europe");
}

#[test]
fn members_are_a_body_s_and_not_its_treaty_s() {
    let passage = "The East African Community has its seat in Arusha. The Antarctic Treaty was signed in 1959. Rwanda became a member in 2007.";
    never_says(passage, "Rwanda | joined | Antarctic Treaty");
    never_says(passage, "Rwanda | memberOf | Antarctic Treaty");
}

#[test]
fn examples_right_behind_what_members_are_called_are_members() {
    for passage in [
        "NATO members such as Norway and Denmark sent ships.",
        "NATO allies Norway and Denmark sent ships.",
        "NATO countries, including Norway, sent ships.",
    ] {
        says(passage, "Norway | memberOf | NATO | asserted");
    }
    never_says("NATO partner countries such as Georgia sent ships.", "Georgia | memberOf");
    never_says("Non-NATO countries such as Ireland sent ships.", "Ireland | memberOf");
    never_says("US allies such as Japan sent ships.", "Japan | memberOf");
}

#[test]
fn members_are_named_after_with() {
    says(
        "The Andean Community, with Chile as its newest member, met.",
        "Chile | memberOf | Andean Community | asserted",
    );
    says(
        "Europol, with Microsoft as one of its partners, opened a laboratory.",
        "Europol | cooperatesWith | Microsoft | asserted",
    );
    says("ECOWAS, with Ghana and Togo among its founders, grew.", "Togo | founded | ECOWAS | asserted");
    never_says("ECOWAS, with Ghana as its host, met.", "Ghana | memberOf");
    never_says("Europol agreed with Microsoft as its lawyers had advised.", "Europol | cooperatesWith");
}

#[test]
fn lists_go_on_past_what_a_state_is_called_now() {
    let passage = "The African Financial Union was founded by Chad, Dahomey (now Benin), Gabon and Upper Volta (today Burkina Faso).";
    says(passage, "Gabon | founded | African Financial Union | asserted");
    says(passage, "Burkina Faso | founded | African Financial Union | asserted");
}

#[test]
fn founding_members_found_nothing_more() {
    let several =
        "The Asian Development Bank came into being in 1966. Nepal and Samoa were founding members.";
    says(several, "Nepal | memberOf | Asian Development Bank | asserted");
    says(several, "Samoa | founded | Asian Development Bank | asserted");
    never_says("Nepal and Samoa were founding a bank.", "Nepal | memberOf");
}

#[test]
fn an_aside_is_not_what_is_joined() {
    let aside = "The Asian Development Bank was founded in 1966. Fiji, in spite of its suspension from the Commonwealth, entered in 1970.";
    says(aside, "Fiji | joined | Asian Development Bank | asserted");
    never_says(aside, "Fiji | joined | Commonwealth");
}

#[test]
fn those_set_apart_behind_a_body_are_its_members() {
    let dashes = "The Visegrad Group - Czechia, Hungary, Poland and Slovakia - met in Prague.";
    says(dashes, "Hungary | memberOf | Visegrad Group | asserted");
    let commas =
        "The four members of the Visegrad Group, Czechia, Hungary, Poland and Slovakia, met in Prague.";
    says(commas, "Slovakia | memberOf | Visegrad Group | asserted");
    never_says(commas, "Czechia | metWith | Visegrad Group");
    // A list that the body stands in.
    never_says("The Visegrad Group, Austria, Germany and Italy met in Prague.", "Austria | memberOf");
}

#[test]
fn a_lesser_status_is_exchanged_for_membership() {
    let accession = "The European Space Agency: members\n\nThe European Space Agency (ESA) sits in Paris.\n\nAustria exchanged associate status for full membership in 1987; Finland followed in 1995.";
    says(accession, "Austria | joined | European Space Agency | asserted");
    says(accession, "Finland | joined | European Space Agency | asserted");
    let founders = "The European Space Agency: members\n\nThe European Space Agency (ESA) sits in Paris.\n\nBelgium and Denmark signed the ESA Convention and are counted as the founding members.";
    says(founders, "Denmark | founded | European Space Agency | asserted");
    never_says(founders, "Denmark | memberOf | ESA Convention");
}

#[test]
fn what_is_named_behind_it_is_not_what_was_left() {
    never_says("Bulgaria and Romania left when the EU took over their seats.", "Bulgaria | left");
}

#[test]
fn the_history_of_a_body_goes_on_about_it() {
    let text = "THE NORDIC COUNCIL: A HISTORY\n\nThe Nordic Council was set up by Denmark. It met in Oslo.\n\nIceland founded OPEC in Lima.\n\nMary Banda of Zambia was appointed to head the organization in 1991.";
    says(text, "Mary Banda | holdsPosition | Nordic Council | asserted");
}

#[test]
fn members_are_listed_behind_their_body() {
    let passage =
        "Its counterparts sit in the other members of the Nordic Council, Denmark, Iceland and Norway.";
    says(passage, "Iceland | memberOf | Nordic Council | asserted");
    never_says("They met leaders of the Nordic Council, Iceland and Norway.", "Iceland | memberOf");
}

#[test]
fn those_spoken_of_together_were_named_before() {
    let passage =
        "Finland and Sweden joined Norway. The three founded the Nordic Council with Denmark and Iceland.";
    says(passage, "Finland | founded | Nordic Council | asserted");
    says(passage, "Norway | founded | Nordic Council | asserted");
}

#[test]
fn a_title_in_capitals_tells_whose_history_it_is() {
    let text = "THE BALTIC EEL FISHERIES ORGANISATION: A SHORT HISTORY\n\nThe Baltic Eel Fisheries Organisation (BEFO) was founded by Latvia. The World Bank and Europol helped, as did the World Bank's friends.\n\nIn 2011 the secretariat moved to Gdynia. Mary Banda became executive secretary in 2012.";
    says(text, "Baltic Eel Fisheries Organisation | locatedIn | Gdynia | asserted");
    says(text, "Mary Banda | holdsPosition | Baltic Eel Fisheries Organisation | asserted");
}
