//! Who holds which office where, and what is part of what.

use crate::{dated, held_as, never_says, said, says};

#[test]
fn titles_and_appositions_stand_beside_names() {
    says(
        "NATO's deputy secretary general Mircea Geoană visited Chisinau.",
        "Mircea Geoană | holdsPosition | NATO | asserted",
    );
    says(
        "Boris Pistorius, Germany's minister of defence, spoke.",
        "Boris Pistorius | holdsPosition | Germany | asserted",
    );
    says(
        "William Burns, director of the Central Intelligence Agency (CIA), and David Barnea, head of Israel's Mossad, met.",
        "David Barnea | holdsPosition | Mossad | asserted",
    );
    says(
        "Vice Admiral Karl Thomas of the U.S. Navy spoke in Busan.",
        "Karl Thomas | holdsPosition | US Navy | asserted",
    );
    says(
        "The chief of the Estonian Defence Forces, General Martin Herem, stepped down.",
        "Martin Herem | holdsPosition | Estonian Defence Forces | asserted",
    );
}

#[test]
fn one_person_may_hold_several_offices() {
    let passage = "Christine Lagarde, president of the European Central Bank and formerly managing director of the International Monetary Fund, spoke in Davos.";
    says(passage, "Christine Lagarde | holdsPosition | European Central Bank | asserted");
    says(passage, "Christine Lagarde | holdsPosition | International Monetary Fund | asserted");
}

#[test]
fn offices_of_several_are_aligned() {
    let leaders =
        "John Kerry met Shinzo Abe and Park Geun-hye, the leaders of Japan and South Korea, in The Hague.";
    says(leaders, "Shinzo Abe | holdsPosition | Japan | asserted");
    says(leaders, "Park Geun-hye | holdsPosition | South Korea | asserted");
    never_says(leaders, "Shinzo Abe | holdsPosition | South Korea");
    let each = "Foreign ministers Wang Yi of China and Sergei Lavrov of Russia met.";
    says(each, "Wang Yi | holdsPosition | China | asserted");
    never_says(each, "Wang Yi | holdsPosition | Russia");
}

#[test]
fn an_office_between_two_names_belongs_to_one() {
    let passage = "Emmanuel Macron, Germany's chancellor, Olaf Scholz, and Giorgia Meloni met.";
    says(passage, "Olaf Scholz | holdsPosition | Germany | asserted");
    never_says(passage, "Emmanuel Macron | holdsPosition | Germany");
}

#[test]
fn counterparts_hold_the_same_office_elsewhere() {
    let passage =
        "Mexico's foreign minister, Marcelo Ebrard, spoke with his Canadian counterpart, Mélanie Joly.";
    says(passage, "Mélanie Joly | holdsPosition | Canada | asserted");
    never_says(passage, "Mélanie Joly | holdsPosition | Mexico");
    says(
        "Mette Frederiksen, prime minister of Denmark, and Ulf Kristersson, her Swedish opposite number, signed.",
        "Ulf Kristersson | holdsPosition | Sweden | asserted",
    );
    says(
        "Yoon Suk-yeol, South Korea's president, spoke. His national security adviser, Cho Tae-yong, attended.",
        "Cho Tae-yong | holdsPosition | South Korea | asserted",
    );
}

#[test]
fn its_and_whose_find_their_body() {
    let passage =
        "Officials of the European Commission and its president, Ursula von der Leyen, met in Brussels.";
    says(passage, "Ursula von der Leyen | holdsPosition | European Commission | asserted");
}

#[test]
fn an_office_is_said_by_verbs() {
    says(
        "Kaja Kallas had served as prime minister of Estonia.",
        "Kaja Kallas | holdsPosition | Estonia | asserted",
    );
    says(
        "Tedros Adhanom Ghebreyesus, an Ethiopian who has been director-general of the World Health Organization since 2017, spoke.",
        "Tedros Adhanom Ghebreyesus | holdsPosition | World Health Organization | asserted",
    );
    says(
        "Condoleezza Rice sat on the board of Chevron.",
        "Condoleezza Rice | holdsPosition | Chevron | asserted",
    );
}

#[test]
fn succession_gives_both_the_office() {
    let passage = "Andrei Belousov replaced Sergei Shoigu as defence minister of Russia in May 2024.";
    says(passage, "Andrei Belousov | holdsPosition | Russia | asserted");
    says(passage, "Sergei Shoigu | holdsPosition | Russia | asserted");
    dated(passage, "Andrei Belousov | holdsPosition | Russia", Some("2024-05/.."));
    dated(passage, "Sergei Shoigu | holdsPosition | Russia", None);
    let over = "On 1 January 2017 António Guterres took over as secretary-general of the United Nations from Ban Ki-moon.";
    dated(over, "António Guterres | holdsPosition | United Nations", Some("2017-01-01/.."));
    says(over, "Ban Ki-moon | holdsPosition | United Nations | asserted");
}

#[test]
fn who_is_yet_to_come_does_not_hold_it_but_who_goes_does() {
    let passage = "Kaja Kallas will replace Josep Borrell as High Representative of the European Union.";
    says(passage, "Kaja Kallas | holdsPosition | European Union | planned");
    says(passage, "Josep Borrell | holdsPosition | European Union | asserted");
    says(
        "Ursula von der Leyen was nominated to be president of the European Commission.",
        "Ursula von der Leyen | holdsPosition | European Commission | possible",
    );
    says(
        "Boris Johnson declined to become ambassador of the United Kingdom to NATO.",
        "Boris Johnson | holdsPosition | United Kingdom | negated",
    );
}

#[test]
fn spans_beside_an_office_date_it() {
    let passage = "Josep Borrell, who was foreign minister of Spain from 2018 to 2019, spoke.";
    dated(passage, "Josep Borrell | holdsPosition | Spain", Some("2018/2019"));
    let title = "On 3 May 2021 German chancellor Angela Merkel met Joe Biden.";
    dated(title, "Angela Merkel | holdsPosition | Germany", None);
}

#[test]
fn an_end_closes_the_time_of_holding() {
    let passage = "Tony Blair resigned as prime minister of the United Kingdom in June 2007.";
    dated(passage, "Tony Blair | holdsPosition | United Kingdom", Some("../2007-06"));
}

#[test]
fn members_states_are_nobody() {
    never_says("Kamala Harris met NATO member states.", "Kamala Harris | holdsPosition");
    never_says("Susan Rice, an American economist, flew to Beijing.", "Susan Rice | holdsPosition");
    never_says("Susan Rice, an analyst, flew to Beijing.", "Susan Rice | holdsPosition");
}

#[test]
fn parts_are_told_by_appositions() {
    says(
        "The Joint Cyber Unit, a branch of Kenya's Ministry of Defence, was founded in 2014.",
        "Joint Cyber Unit | partOf | Ministry of Defence | asserted",
    );
    says(
        "The Mossad, Israel's foreign intelligence service, was blamed.",
        "Mossad | partOf | Israel | asserted",
    );
    never_says("Nokia, Finland's largest company, signed a deal.", "Nokia | partOf");
}

#[test]
fn parts_are_told_by_possessives() {
    says(
        "ASEAN opened its Cybersecurity Centre of Excellence.",
        "Cybersecurity Centre of Excellence | partOf | ASEAN | asserted",
    );
    says("Members of the GRU's Unit 74455 were indicted.", "Unit 74455 | partOf | GRU | asserted");
}

#[test]
fn the_first_at_the_head_of_a_body_holds_its_office() {
    let passage = "Ngozi Okonjo-Iweala, the first African at the head of the World Trade Organization (WTO), spoke in Abuja.";
    says(passage, "Ngozi Okonjo-Iweala | holdsPosition | World Trade Organization | asserted");
    says(
        "Doreen Bogdan-Martin. The first woman at the helm of the International Telecommunication Union (ITU), she was elected in Bucharest.",
        "Doreen Bogdan-Martin | holdsPosition | International Telecommunication Union | asserted",
    );
}

#[test]
fn entries_of_a_list_end_in_their_body() {
    says("Evika Siliņa - Prime Minister, Latvia", "Evika Siliņa | holdsPosition | Latvia | asserted");
    says(
        "Dame Sarah MacIntosh (United Kingdom), Permanent Representative to NATO",
        "Sarah MacIntosh | holdsPosition | United Kingdom | asserted",
    );
    says(
        "Vice Adm. Fred Kacher, commander, U.S. 7th Fleet, greeted the crew.",
        "Fred Kacher | holdsPosition | US Seventh Fleet | asserted",
    );
    never_says("Tom Burt, the president, Estonia and Latvia signed.", "Tom Burt | holdsPosition | Estonia");
}

#[test]
fn as_many_offices_as_holders_are_theirs_in_order() {
    let passage = "Alexander Stubb and Kristen Michal, respectively president of Finland and prime minister of Estonia, met in Tartu.";
    says(passage, "Alexander Stubb | holdsPosition | Finland | asserted");
    says(passage, "Kristen Michal | holdsPosition | Estonia | asserted");
    never_says(passage, "Kristen Michal | holdsPosition | Finland");
}

#[test]
fn a_director_comes_from_a_country_and_serves_a_body() {
    let passage = "The International Civil Aviation Organization (ICAO) is based in Montreal. Its first president was Edward Warner of the United States.";
    says(passage, "Edward Warner | holdsPosition | International Civil Aviation Organization | asserted");
    never_says(passage, "Edward Warner | holdsPosition | United States");
}

#[test]
fn a_vice_president_is_not_the_president() {
    let passage = "George H. W. Bush was US president from 1989 to 1993. Dick Cheney, defense secretary under him, was later vice president.";
    says(passage, "Dick Cheney | holdsPosition | United States | asserted");
}

#[test]
fn a_person_behind_an_office_holds_it() {
    let passage = "The permanent representative of Peru to the United Nations, Linda Pardo, spoke.";
    says(passage, "Linda Pardo | holdsPosition | Peru | asserted");
    let passage = "The summit, chaired by the prime minister of Laos, Sonexay Siphandone, ended.";
    says(passage, "Sonexay Siphandone | holdsPosition | Laos | asserted");
}

#[test]
fn who_governs_in_her_stead_has_her_office_in_the_state() {
    let passage = "Kaja Kallas had served as prime minister of Estonia until July. Kristen Michal has governed in her stead since 23 July.";
    says(passage, "Kristen Michal | holdsPosition | Estonia | asserted");
}

#[test]
fn seats_on_a_board_are_offices() {
    says(
        "Paul Nakasone was elected to the board of OpenAI.",
        "Paul Nakasone | holdsPosition | OpenAI | asserted",
    );
    says(
        "Victoria Nuland, under secretary at the State Department until March, now teaches at Columbia University.",
        "Victoria Nuland | holdsPosition | Columbia University | asserted",
    );
}

#[test]
fn the_minister_of_somebody_is_that_of_his_country() {
    says(
        "Chile's Gabriel Boric sent Alberto van Klaveren, his foreign minister, to the summit.",
        "Alberto van Klaveren | holdsPosition | Chile | asserted",
    );
    let counterparts =
        "Guyana's foreign minister and his Surinamese counterpart, Albert Ramdin, signed a pact.";
    says(counterparts, "Albert Ramdin | holdsPosition | Suriname | asserted");
    never_says(counterparts, "Albert Ramdin | holdsPosition | Guyana");
}

#[test]
fn a_state_s_office_may_be_told_by_its_neighbours() {
    let two = "Marco Rubio, the US secretary of state, and Mike Waltz, the national security adviser, led the talks.";
    says(two, "Mike Waltz | holdsPosition | United States | asserted");
    let homes =
        "Lithuania's Gabrielius Landsbergis and Latvia's Baiba Braže, the foreign ministers, met in Riga.";
    says(homes, "Gabrielius Landsbergis | holdsPosition | Lithuania | asserted");
    says(homes, "Baiba Braže | holdsPosition | Latvia | asserted");
    says(
        "Venezuela was defiant. Yvan Gil, the foreign minister in Caracas, dismissed the charge.",
        "Yván Gil | holdsPosition | Venezuela | asserted",
    );
}

#[test]
fn people_of_a_body_serve_it_and_people_of_a_country_come_from_there() {
    let kofman = "Michael Kofman of the Carnegie Endowment for International Peace called the front stable.";
    says(kofman, "Michael Kofman | holdsPosition | Carnegie Endowment for International Peace | asserted");
    never_says("Amy Pope of Canada called the front stable.", "Amy Pope | holdsPosition");
}

#[test]
fn an_office_may_be_held_as_such_and_passed_on() {
    says(
        "Ban Ki-moon held the office of UN secretary-general from 2007 to 2016.",
        "Ban Ki-moon | holdsPosition | United Nations | asserted",
    );
    says(
        "Kao Kim Hourn became secretary-general of ASEAN in 2023, following Lim Jock Hoi of Brunei.",
        "Lim Jock Hoi | holdsPosition | ASEAN | asserted",
    );
}

#[test]
fn who_is_elected_holds_the_office_of_those_who_elect() {
    says(
        "The governors of the New Development Bank elected Dilma Rousseff president.",
        "Dilma Rousseff | holdsPosition | New Development Bank | asserted",
    );
}

#[test]
fn a_head_of_something_of_a_body_s_own_serves_the_body() {
    let bank = "The New Development Bank began work in 2016. Canada suspended its dealings with the bank after Bob \
                Pickard, its head of communications, had resigned.";
    says(bank, "Bob Pickard | holdsPosition | New Development Bank | asserted");
    never_says(bank, "Bob Pickard | holdsPosition | Canada");
}

#[test]
fn a_name_behind_a_nationality_is_a_person_s() {
    let said = said("The bank was led by the Brazilian Marcos Troyjo, who met Lula in May.");
    assert!(said.iter().all(|s| !s.starts_with("Brazilian")), "{said:#?}");
}

#[test]
fn its_office_is_not_of_whose_another_office_is() {
    let bank = "The New Development Bank began work in 2016. Jin Liqun, once China's minister of finance, was its first \
                president. In 2025 the governors elected Zou Jiayi to succeed him.";
    says(bank, "Jin Liqun | holdsPosition | New Development Bank | asserted");
    says(bank, "Zou Jiayi | holdsPosition | New Development Bank | asserted");
    never_says(bank, "Zou Jiayi | holdsPosition | China");
}

#[test]
fn those_listed_as_holders_of_an_office_held_it() {
    let passage = "Europol was founded in 1998. Its presidents were Kaja Kallas, Mark Rutte and Olaf Scholz.";
    says(passage, "Kaja Kallas | holdsPosition | Europol | asserted");
    says(passage, "Olaf Scholz | holdsPosition | Europol | asserted");
    says(
        "China's ambassadors to Washington have included Cui Tiankai and Qin Gang.",
        "Cui Tiankai | holdsPosition | China | asserted",
    );
    never_says(
        "The congress's delegates included Konrad Adenauer and Harold Macmillan.",
        "Konrad Adenauer | holdsPosition",
    );
}

#[test]
fn where_an_officer_comes_from_is_not_whose_officer_he_is() {
    let passage = "The Council of Europe has 46 members. Alain Berset of Switzerland has been its secretary general since 2024.";
    says(passage, "Alain Berset | holdsPosition | Council of Europe | asserted");
    never_says(passage, "Alain Berset | holdsPosition | Switzerland");
}

#[test]
fn a_minister_of_another_portfolio_serves_the_same_state() {
    let passage = "Ana Brnabić has been prime minister of Serbia since 2017. Miloš Vučević, the defence minister, agreed.";
    says(passage, "Miloš Vučević | holdsPosition | Serbia | asserted");
    says(
        "Emmanuel Macron is president of France. Antony Blinken, who speaks for the United States, called on Emmanuel Macron and Jean-Yves Le Drian, the foreign minister.",
        "Jean-Yves Le Drian | holdsPosition | France | asserted",
    );
    says(
        "Sania Nishtar was once a minister in Pakistan.",
        "Sania Nishtar | holdsPosition | Pakistan | asserted",
    );
    never_says("Kaja Kallas spoke to the minister in Pakistan.", "Kaja Kallas | holdsPosition");
}

#[test]
fn one_of_several_holders_is_a_holder() {
    says(
        "Roxana Mînzatu, one of NATO's six vice-presidents, comes from Romania.",
        "Roxana Mînzatu | holdsPosition | NATO | asserted",
    );
    says(
        "Ana Brnabić is one of the vice-presidents of Europol.",
        "Ana Brnabić | holdsPosition | Europol | asserted",
    );
    let heads = "Europol has had two heads so far: Eviatar Matania and Yigal Unna.";
    says(heads, "Yigal Unna | holdsPosition | Europol | asserted");
}

#[test]
fn a_bare_office_beside_a_name_is_of_the_passages_body() {
    let passage = "Interpol met in Istanbul. Jürgen Stock, secretary general since 2014 and before that vice-president of Europol, spoke.";
    says(passage, "Jürgen Stock | holdsPosition | Interpol | asserted");
    says(passage, "Jürgen Stock | holdsPosition | Europol | asserted");
    never_says(
        "Interpol met in Istanbul. Jürgen Stock, analyst since 2014, spoke.",
        "Jürgen Stock | holdsPosition",
    );
}

#[test]
fn a_colleague_abroad_is_an_envoy_of_the_same_state() {
    let passage = "Philippe Étienne, the French ambassador in Washington, was recalled with Jean-Pierre Thébault, his colleague in Canberra.";
    says(passage, "Jean-Pierre Thébault | holdsPosition | France | asserted");
    never_says(
        "Philippe Étienne, a French economist, wrote with Jean-Pierre Thébault, his colleague in Canberra.",
        "Jean-Pierre Thébault | holdsPosition | France",
    );
}

#[test]
fn what_a_minister_is_for_is_no_body() {
    let passage = "Ghana was represented by Suhail Al Mazrouei, its Minister of Energy and Infrastructure.";
    says(passage, "Suhail Al Mazrouei | holdsPosition | Ghana | asserted");
    never_says(passage, "Suhail Al Mazrouei | holdsPosition | Infrastructure");
}

#[test]
fn who_is_elected_is_named_between_the_verb_and_the_office() {
    let passage = "OPEC elected Haitham Al Ghais its secretary general in 2022.";
    says(passage, "Haitham Al Ghais | holdsPosition | OPEC | asserted");
    says(
        "The members elected Haitham Al Ghais secretary general of OPEC.",
        "Haitham Al Ghais | holdsPosition | OPEC | asserted",
    );
    never_says(
        "OPEC met Haitham Al Ghais, secretary general of Interpol.",
        "Haitham Al Ghais | holdsPosition | OPEC",
    );
}

#[test]
fn an_office_may_be_of_one_body_and_of_another() {
    let passage = "Anna Berg, director of Europol and of the Nordic Council, spoke.";
    says(passage, "Anna Berg | holdsPosition | Europol | asserted");
    says(passage, "Anna Berg | holdsPosition | Nordic Council | asserted");
    never_says(
        "Anna Berg, director of Europol and of Norway's oldest school, spoke.",
        "Anna Berg | holdsPosition | Norway",
    );
}

#[test]
fn a_programme_in_which_people_work_is_a_body() {
    says(
        "Anna Berg heads the Nuclear Disarmament Programme at Europol.",
        "Anna Berg | holdsPosition | Nuclear Disarmament Programme | asserted",
    );
    says(
        "Norway signed the Nuclear Disarmament Programme in Oslo.",
        "Norway | signed | Nuclear Disarmament Programme | asserted",
    );
}

#[test]
fn whom_a_body_begins_under_or_has_in_charge_heads_it() {
    let head = "Linda Pardo | holdsPosition | Pelagic Institute | asserted";
    says("The Pelagic Institute started work under Linda Pardo in 2013.", head);
    says("The Pelagic Institute opened in Bremen with Linda Pardo in charge.", head);
    says("The Pelagic Institute opened in Bremen with Linda Pardo as director.", head);
    never_says("The Pelagic Institute flourished under Linda Pardo.", "Linda Pardo | holdsPosition");
    never_says(
        "The Pelagic Institute agreed with Linda Pardo as early as May.",
        "Linda Pardo | holdsPosition",
    );
}

#[test]
fn a_president_of_whom_one_knows_whose_is_no_one_elses() {
    let passage = "Kenya's president met Prime Minister Nikol Pashinyan, who said that Armenia would wait.";
    says(passage, "Nikol Pashinyan | holdsPosition | Armenia | asserted");
    never_says(passage, "Nikol Pashinyan | holdsPosition | Kenya");
    never_says("Kenya sent a note to Prime Minister Nikol Pashinyan.", "Nikol Pashinyan | holdsPosition");
}

#[test]
fn who_pledges_arms_does_so_for_the_state_he_is_known_to_lead() {
    says(
        "Joe Biden pledged arms to Ukraine. The United States is its largest donor.",
        "United States | supported | Ukraine | asserted",
    );
    never_says("Ann Lee pledged arms to Ukraine. The United States looked on.", "United States | supported");
}

#[test]
fn it_is_the_body_that_the_passage_is_about() {
    let passage = "The state's lead body, the Pelagic Institute, is managed by the Ministry of Fisheries. Linda Pardo has been its director since 2015.";
    says(passage, "Linda Pardo | holdsPosition | Pelagic Institute | asserted");
    let passage = "The Pelagic Institute is based in Bremen. Linda Pardo, formerly of the World Bank, became its director in 2015.";
    says(passage, "Linda Pardo | holdsPosition | Pelagic Institute | asserted");
    let passage = "The Pelagic Institute is based in Bremen. Linda Pardo took up her duties as executive director in 2015.";
    says(passage, "Linda Pardo | holdsPosition | Pelagic Institute | asserted");
    let passage = "The Pelagic Institute has its seat in Bremen; its director since May 2015, Linda Pardo, is a lawyer.";
    says(passage, "Linda Pardo | holdsPosition | Pelagic Institute | asserted");
    never_says(
        "The Pelagic Institute is based in Bremen. General Linda Pardo came in 2015.",
        "Linda Pardo | holdsPosition",
    );
}

#[test]
fn forms_of_address_may_stand_between_an_office_and_its_holder() {
    says(
        "Britain waited. Prime Minister Sir Keir Starmer spoke.",
        "Keir Starmer | holdsPosition | United Kingdom | asserted",
    );
    says(
        "Britain waited. The pact was signed by Kemi Badenoch, then trade secretary.",
        "Kemi Badenoch | holdsPosition | United Kingdom | asserted",
    );
    says(
        "Vladimir Putin came from Russia. Sergei Shoigu, his defence minister, stayed.",
        "Sergei Shoigu | holdsPosition | Russia | asserted",
    );
    never_says(
        "Vladimir Putin came from Russia. Sergei Shoigu, his friend, stayed.",
        "Sergei Shoigu | holdsPosition",
    );
}

#[test]
fn a_known_state_has_advisers_princes_and_chiefs_too() {
    let passage = "Washington waited. National Security Adviser Jake Sullivan met Wang Yi.";
    never_says(passage, "Jake Sullivan | holdsPosition | China");
    let passage = "The United States waited. National Security Adviser Jake Sullivan met Wang Yi.";
    says(passage, "Jake Sullivan | holdsPosition | United States | asserted");
    let passage =
        "The CSTO sent troops to Kazakhstan at the request of its president, Kassym-Jomart Tokayev.";
    says(passage, "Kassym-Jomart Tokayev | holdsPosition | Kazakhstan | asserted");
    says(
        "Mark Brown, the Cook Islands' prime minister, presided.",
        "Mark Brown | holdsPosition | Cook Islands | asserted",
    );
    says(
        "The Biden administration sanctioned Rosneft. The United States had warned it.",
        "United States | sanctioned | Rosneft | asserted",
    );
}

#[test]
fn who_leads_what_a_body_is_called_leads_the_body() {
    says(
        "The Pelagic Institute, a research unit at the University of Bremen headed by Linda Pardo, found it.",
        "Linda Pardo | holdsPosition | Pelagic Institute | asserted",
    );
    says(
        "Linda Pardo became the first woman to run the World Bank.",
        "Linda Pardo | holdsPosition | World Bank | asserted",
    );
    never_says("Linda Pardo was the first to call the World Bank.", "Linda Pardo | holdsPosition");
}

#[test]
fn an_office_between_two_people_is_the_firsts_if_the_second_has_a_state() {
    let passage =
        "After hours with Jens Stoltenberg, NATO's secretary general, Recep Tayyip Erdoğan of Turkey agreed.";
    says(passage, "Jens Stoltenberg | holdsPosition | NATO | asserted");
    never_says(passage, "Recep Tayyip Erdoğan | holdsPosition | NATO");
}

#[test]
fn an_office_under_a_heading_of_its_own_is_of_the_body_the_document_is_about() {
    let body = "The Pelagic Union was founded in 1990. The Pelagic Union works with the Coastal League and the Harbour Fund. The Coastal League and the Harbour Fund pay the Pelagic Union.";
    let document = format!(
        "# History of the Pelagic Union\n\n{body}\n\n## Directors\n\nThe first director was Linda Pardo."
    );
    says(&document, "Linda Pardo | holdsPosition | Pelagic Union | asserted");
    let document =
        format!("# History of the coast\n\n{body}\n\n## Directors\n\nThe first director was Linda Pardo.");
    never_says(&document, "Linda Pardo | holdsPosition | Coastal League");
}

#[test]
fn whoever_rules_a_state_chooses_its_ministers() {
    let passage =
        "France held elections. Emmanuel Macron appointed Michel Barnier prime minister in September 2024.";
    says(passage, "Michel Barnier | holdsPosition | France | asserted");
    never_says(passage, "Emmanuel Macron | holdsPosition");
    let passage = "France held elections. Michel Barnier, whom Macron made prime minister, fell in December.";
    says(passage, "Michel Barnier | holdsPosition | France | asserted");
    never_says(passage, "Emmanuel Macron | holdsPosition");
    let passage = "Russia is at war. Vladimir Putin dismissed Sergei Shoigu as defence minister in May 2024.";
    says(passage, "Sergei Shoigu | holdsPosition | Russia | asserted");
    never_says(passage, "Vladimir Putin | holdsPosition");
    // Where he comes from says nothing of whose envoys a head of a body names.
    never_says(
        "Portugal is far away. António Guterres named Rosemary DiCarlo envoy.",
        "holdsPosition | Portugal",
    );
}

#[test]
fn presidents_one_by_one() {
    let passage = "The presidents of Chile, Gabriel Boric; of Brazil, Luiz Inácio Lula da Silva; and of Peru, Dina Boluarte, dined in Brasília.";
    says(passage, "Gabriel Boric | holdsPosition | Chile | asserted");
    says(passage, "Luiz Inácio Lula da Silva | holdsPosition | Brazil | asserted");
    says(passage, "Dina Boluarte | holdsPosition | Peru | asserted");
    never_says(passage, "Dina Boluarte | holdsPosition | Chile");
}

#[test]
fn counterparts_from_several_states() {
    let passage = "Annalena Baerbock, the foreign minister of Germany, opened the talks. Jan Lipavský and Radosław Sikorski, her counterparts from Czechia and Poland, came late.";
    says(passage, "Jan Lipavský | holdsPosition | Czechia | asserted");
    says(passage, "Radosław Sikorski | holdsPosition | Poland | asserted");
}

#[test]
fn offices_of_the_european_union() {
    let passage = "The European Union wants a deal. Trade Commissioner Maroš Šefčovič flew to Washington.";
    says(passage, "Maroš Šefčovič | holdsPosition | European Union | asserted");
    never_says("Trade Commissioner Maroš Šefčovič flew to Washington.", "Maroš Šefčovič | holdsPosition");
}

#[test]
fn whom_the_sentence_before_was_about() {
    let passage = "Kristalina Georgieva flew to Nairobi on Tuesday. The head of the International Monetary Fund praised Kenya.";
    says(passage, "Kristalina Georgieva | holdsPosition | International Monetary Fund | asserted");
    // Two people were spoken of, or it is known who holds the office.
    never_says(
        "Kristalina Georgieva met Ajay Banga. The head of the International Monetary Fund praised Kenya.",
        "Kristalina Georgieva | holdsPosition",
    );
    never_says(
        "Ajay Banga is the head of the World Bank. Kristalina Georgieva flew to Nairobi. The head of the World Bank praised Kenya.",
        "Kristalina Georgieva | holdsPosition | World Bank",
    );
}

#[test]
fn an_officer_who_is_known_acts_himself() {
    let passage = "Emmanuel Macron is the French president. The president of France visited Riga.";
    says(passage, "Emmanuel Macron | visited | Riga | asserted");
    // Another minister than the one who is known.
    never_says(
        "Sébastien Lecornu is the French defence minister. The French foreign minister visited Riga.",
        "Sébastien Lecornu | visited",
    );
}

#[test]
fn the_subject_behind_an_opening_is_no_apposition() {
    let passage = "After being received by Prime Minister Kaja Kallas, the president of the World Bank flew on to Riga.";
    never_says(passage, "Kaja Kallas | holdsPosition | World Bank");
}

#[test]
fn its_minister_where_they_only_met() {
    let passage = "Estonia has pulled ahead. In Luxembourg on 15 October Kristen Michal, its prime minister, met Péter Szijjártó.";
    says(passage, "Kristen Michal | holdsPosition | Estonia | asserted");
    never_says(passage, "Kristen Michal | holdsPosition | Luxembourg");
}

#[test]
fn a_founding_director_is_of_what_was_founded() {
    let passage = "The Carnegie Endowment for International Peace inaugurated the Carnegie Middle East Center in Beirut. Paul Salem was the founding director.";
    says(passage, "Paul Salem | holdsPosition | Carnegie Middle East Center | asserted");
}

#[test]
fn his_countrys_prime_minister() {
    let passage =
        "Britain paid. Kevin Rudd, the Australian envoy and twice his country's prime minister, stayed.";
    says(passage, "Kevin Rudd | holdsPosition | Australia | asserted");
    never_says(passage, "Kevin Rudd | holdsPosition | United Kingdom");
}

#[test]
fn counterparts_with_their_states_in_brackets() {
    let passage = "Kaja Kallas, the prime minister of Estonia, wrote to her counterparts Mette Frederiksen (Denmark) and Ulf Kristersson (Sweden).";
    says(passage, "Mette Frederiksen | holdsPosition | Denmark | asserted");
    says(passage, "Ulf Kristersson | holdsPosition | Sweden | asserted");
}

#[test]
fn the_next_sentence_tells_the_office_of_whom_one_spoke() {
    let macron = "Emmanuel Macron flew to Oslo. The French president met Erna Solberg.";
    says(macron, "Emmanuel Macron | holdsPosition | France | asserted");
    says(macron, "Emmanuel Macron | metWith | Erna Solberg | asserted");
    let another = "Emmanuel Macron flew to Oslo. The Finnish president met Erna Solberg.";
    never_says(another, "Emmanuel Macron | holdsPosition");
}

#[test]
fn officers_have_units_under_their_command() {
    let command = "HMS Lancaster, under the command of Commander Sam Stephens, sailed to Bahrain.";
    says(command, "Sam Stephens | holdsPosition | HMS Lancaster | asserted");
    never_says("NATO flourished under the leadership of Manfred Wörner.", "Manfred Wörner | holdsPosition");
}

#[test]
fn some_of_several_hold_the_office_of_the_body_that_all_are_of() {
    let judges = "Four judges of the International Criminal Court, among them Solomy Bossa of Uganda, met.";
    says(judges, "Solomy Bossa | holdsPosition | International Criminal Court | asserted");
    never_says(judges, "Solomy Bossa | holdsPosition | Uganda");
    says("Four ministers, among them Ana Berg of Peru, met.", "Ana Berg | holdsPosition | Peru | asserted");
}

#[test]
fn whose_chief_somebody_is_called_is_no_body() {
    let navy = "Pierre Vandier was Chief of Staff of the French Navy until 2023.";
    says(navy, "Pierre Vandier | holdsPosition | French Navy | asserted");
    let defence = "Thierry Burkhard, Chief of the Defence Staff of France, spoke.";
    says(defence, "Thierry Burkhard | holdsPosition | France | asserted");
}

#[test]
fn what_opens_a_sentence_is_said_of_its_subject() {
    let named = "Director of Europol and chair of the Nordic Council, Catherine De Bolle spoke in Oslo.";
    says(named, "Catherine De Bolle | holdsPosition | Europol | asserted");
    says(named, "Catherine De Bolle | holdsPosition | Nordic Council | asserted");
    let meant =
        "Catherine De Bolle was born in Belgium. Now director of Europol in The Hague, she lives in Leiden.";
    says(meant, "Catherine De Bolle | holdsPosition | Europol | asserted");
    never_says(
        "After talks with the director of Europol, Jens Stoltenberg flew to Oslo.",
        "Jens Stoltenberg | holdsPosition | Europol",
    );
}

#[test]
fn whom_a_body_makes_its_head_may_be_called_a_countrys() {
    says(
        "OPEC elected Kuwait's Haitham Al Ghais secretary general in January 2022.",
        "Haitham Al Ghais | holdsPosition | OPEC | asserted",
    );
}

#[test]
fn the_command_of_a_task_group_is_not_that_of_a_navy() {
    let passage = "Rear Admiral Carlos Sartor of the Brazilian Navy took command of the task group.";
    let roles = said(passage).iter().filter(|s| s.contains("holdsPosition")).count();
    assert_eq!(roles, 1, "an admiral, no commander: {:?}", said(passage));
    says(
        "Rear Admiral Carlos Sartor took command of the Brazilian Navy.",
        "Carlos Sartor | holdsPosition | Brazilian Navy | asserted",
    );
}

#[test]
fn its_minister_is_a_states() {
    let passage = "Canada seized the trawler Estai. Its fisheries minister, Brian Tobin, spoke.";
    says(passage, "Brian Tobin | holdsPosition | Canada | asserted");
    says(
        "Antonio Guterres named Roza Otunbayeva head of UNAMA.",
        "Roza Otunbayeva | holdsPosition | UN Assistance Mission in Afghanistan | asserted",
    );
}

#[test]
fn dashes_brackets_and_colons_set_holders_off_as_commas_do() {
    for passage in [
        "The presidents of Kenya and Uganda - William Ruto and Yoweri Museveni - met in Nairobi.",
        "The presidents of Kenya and Uganda (William Ruto and Yoweri Museveni) met in Nairobi.",
        "The presidents of Kenya and Uganda, respectively William Ruto and Yoweri Museveni, met in Nairobi.",
        "It was signed by the presidents of Kenya and Uganda: William Ruto and Yoweri Museveni.",
    ] {
        says(passage, "William Ruto | holdsPosition | Kenya | asserted");
        says(passage, "Yoweri Museveni | holdsPosition | Uganda | asserted");
        never_says(passage, "William Ruto | holdsPosition | Uganda");
    }
}

#[test]
fn where_somebody_learnt_he_held_no_office() {
    never_says("Ana Ruiz trained as an engineer at ETH Zurich.", "Ana Ruiz | holdsPosition");
    says("Ana Ruiz worked as an engineer at ETH Zurich.", "Ana Ruiz | holdsPosition | ETH Zurich | asserted");
}

#[test]
fn how_somebody_came_by_an_office_is_no_part_of_it() {
    held_as("The newly elected president of Zambia, Mary Banda, left.", "president");
    held_as("Elected president of Zambia in 2019, Mary Banda left.", "president");
    held_as("Appointed minister of Zambia last May, Mary Banda left.", "minister");
    held_as("Mary Banda, twice Zambia's foreign minister, left.", "foreign minister");
    says(
        "Mary Banda, appointed foreign minister of Zambia in June 2019, visited Oslo.",
        "Mary Banda | holdsPosition | Zambia | asserted",
    );
}

#[test]
fn offices_of_one_person_have_spans_of_their_own() {
    let passage =
        "Mary Banda, head of Europol from 2000 to 2005 and, from 2009 to 2013, US ambassador to NATO, left.";
    dated(passage, "Mary Banda | holdsPosition | Europol", Some("2000/2005"));
    dated(passage, "Mary Banda | holdsPosition | United States", Some("2009/2013"));
    held_as("Mary Banda, head of Europol for twelve years, left.", "head");
}

#[test]
fn what_opens_behind_a_colon_is_said_of_the_subject_behind_it() {
    let passage = "Mary Banda went abroad: a former director of Europol, she became envoy at the World Bank.";
    says(passage, "Mary Banda | holdsPosition | Europol | asserted");
}

#[test]
fn who_heads_a_body_as_its_president_is_nobody_elses() {
    let passage = "Mary Banda, who studied the US economy, now heads the World Bank as president.";
    says(passage, "Mary Banda | holdsPosition | World Bank | asserted");
    never_says(passage, "Mary Banda | holdsPosition | United States");
}

#[test]
fn what_was_just_gained_is_what_the_predecessor_had() {
    let passage = "Mary Banda, foreign minister of Zambia, was elected chair of Europol in May and relieved Linda Pardo in June.";
    says(passage, "Linda Pardo | holdsPosition | Europol | asserted");
    never_says(passage, "Linda Pardo | holdsPosition | Zambia");
}

#[test]
fn who_became_the_first_to_hold_an_office_holds_it() {
    let passage = "Mary Banda became the first woman to serve as director of Europol.";
    says(passage, "Mary Banda | holdsPosition | Europol | asserted");
}
