//! What is denied, intended or possible is kept as such.

use crate::{never_says, says};

#[test]
fn adverbs_and_verbs_deny() {
    says("Serbia has yet to join NATO.", "Serbia | joined | NATO | negated");
    says("Qatar is no longer a member of OPEC.", "Qatar | memberOf | OPEC | negated");
    says("Neither Chile nor Peru is a member of Mercosur.", "Peru | memberOf | Mercosur | negated");
    says(
        "Iran was not invited to the Munich Security Conference.",
        "Iran | participatedIn | Munich Security Conference | negated",
    );
    says("Germany stopped short of sanctioning Rosatom.", "Germany | sanctioned | Rosatom | negated");
    says("Germany decided against sanctions on Georgia.", "Germany | sanctioned | Georgia | negated");
    says("Instead of joining NATO, Austria remained neutral.", "Austria | joined | NATO | negated");
}

#[test]
fn a_noun_of_intent_is_weighed_with_the_verb_over_it() {
    says("Algeria turned down the offer to join BRICS.", "Algeria | joined | BRICS | negated");
    says("Chile has no intention of joining BRICS.", "Chile | joined | BRICS | negated");
    says(
        "Paris called on Armenia to join the European Union.",
        "Armenia | joined | European Union | possible",
    );
}

#[test]
fn a_contrast_denies_the_second_name() {
    let pact = "Japan signed an agreement with France but not with Germany.";
    says(pact, "France | signedWith | Japan | asserted");
    says(pact, "Germany | signedWith | Japan | negated");
    says("Japan, but not India, joined AUKUS.", "India | joined | AUKUS | negated");
    says("Denmark joined the European Union but not the Eurozone.", "Denmark | joined | Eurozone | negated");
}

#[test]
fn few_words_repeat_what_was_said() {
    let summit = "Xi Jinping did not attend the G20 Summit, nor did Vladimir Putin.";
    says(summit, "Vladimir Putin | participatedIn | G20 summit | negated");
    says(summit, "Xi Jinping | participatedIn | G20 summit | negated");
    says("Finland joined NATO in 2023; Sweden did so a year later.", "Sweden | joined | NATO | asserted");
    says("Mali left ECOWAS. Guinea did not follow suit.", "Guinea | left | ECOWAS | negated");
    says("Macron was to visit Baku but did not go.", "Emmanuel Macron | visited | Baku | negated");
    let boycott = "The United States boycotted the Durban Review Conference and so did Israel.";
    never_says(boycott, "Israel | participatedIn | Durban Review Conference | asserted");
}

#[test]
fn an_echo_goes_back_one_sentence_at_most() {
    let passage = "Mali left ECOWAS. The weather was fine that day. Guinea did not follow suit.";
    never_says(passage, "Guinea | left");
}

#[test]
fn reported_speech_names_the_speaker() {
    says(
        "The State Department was hacked by Russia, Microsoft said on Friday.",
        "Russia | attacked | US Department of State | asserted | by Microsoft",
    );
    says("Iran is said to have supplied drones to Russia.", "Iran | supported | Russia | asserted");
}

#[test]
fn what_is_discussed_at_a_meeting_does_not_put_the_meeting_in_doubt() {
    says(
        "India and Japan held a meeting in Tokyo, during which regional security was discussed.",
        "India | metWith | Japan | asserted",
    );
}

#[test]
fn adjectives_before_a_noun_weigh_it() {
    says(
        "The planned visit of Emmanuel Macron to Jakarta was announced.",
        "Emmanuel Macron | visited | Jakarta | planned",
    );
    says(
        "Morocco's failed bid to join the European Communities dates from 1987.",
        "Morocco | appliedToJoin | European Communities | asserted",
    );
    never_says(
        "Morocco's failed bid to join the European Communities dates from 1987.",
        "Morocco | joined | European Communities | asserted",
    );
    says("Switzerland, a non-member of NATO, sent a team.", "Switzerland | memberOf | NATO | negated");
}

#[test]
fn what_came_to_nothing_was_not_done() {
    says("Talk of inviting Chile to join OPEC has come to nothing.", "Chile | joined | OPEC | negated");
    says("The plan to admit Brazil to OPEC fell through.", "Brazil | joined | OPEC | negated");
    never_says("Talks between Iran and Oman collapsed.", "Iran | metWith | Oman | negated");
}

#[test]
fn a_rejected_application_was_an_application() {
    says(
        "Turkmenistan's application to the Commonwealth was turned down.",
        "Turkmenistan | appliedToJoin | Commonwealth | asserted",
    );
}

#[test]
fn a_correction_moves_the_deed_from_one_to_the_other() {
    let passage = "Albania was attacked not by Russia but by Iran.";
    says(passage, "Iran | attacked | Albania | asserted");
    says(passage, "Russia | attacked | Albania | negated");
    never_says(passage, "Russia | attacked | Albania | asserted");
}

#[test]
fn exceptions_are_left_out() {
    let passage = "Albania, Croatia and Serbia, with the exception of Serbia, joined NATO.";
    says(passage, "Albania | joined | NATO | asserted");
    never_says(passage, "Serbia | joined | NATO | asserted");
    says(
        "Unlike Sweden, Norway never joined the European Union.",
        "Norway | joined | European Union | negated",
    );
    never_says(
        "Unlike Norway, Finland joined the European Union.",
        "Norway | joined | European Union | asserted",
    );
}

#[test]
fn an_echo_repeats_the_whole_clause() {
    let passage = "Sweden applied to join NATO in May 2022, and so did Finland.";
    says(passage, "Finland | appliedToJoin | NATO | asserted");
    let passage =
        "Georgia, which never became a member of NATO, and neither did Ukraine, was promised membership.";
    says(passage, "Ukraine | joined | NATO | negated");
}

#[test]
fn what_somebody_is_called_is_not_weighed_with_the_clause() {
    let passage = "Two of NATO's members, Greece and Turkey, nearly went to war.";
    says(passage, "Greece | memberOf | NATO | asserted");
}

#[test]
fn not_going_so_far_is_not_doing_it() {
    let passage = "Neither Paris nor Berlin went so far as to sanction Rosatom.";
    says(passage, "Germany | sanctioned | Rosatom | negated");
}

#[test]
fn who_stays_does_not_leave() {
    let passage = "Kiribati left the Pacific Islands Forum; Palau stayed.";
    says(passage, "Palau | left | Pacific Islands Forum | negated");
}

#[test]
fn a_circumstance_is_not_what_the_speaker_says() {
    let passage =
        "After Sergei Skripal was found poisoned, Theresa May told parliament that Russia was responsible.";
    says(passage, "Theresa May | accused | Russia | asserted");
    never_says(passage, "Theresa May | accused | Sergei Skripal");
}

#[test]
fn a_team_formed_or_sent_to_take_part_takes_part() {
    says(
        "Chile and Peru formed a team of forty sailors to take part in RIMPAC.",
        "Peru | participatedIn | RIMPAC | asserted",
    );
    says("Chile hopes to take part in RIMPAC.", "Chile | participatedIn | RIMPAC | planned");
}

#[test]
fn having_no_plans_is_not_planning() {
    let passage = "NATO grew in 2024. Austria and Ireland have no plans to join.";
    says(passage, "Austria | joined | NATO | negated");
    says(passage, "Ireland | joined | NATO | negated");
}

#[test]
fn in_principle_is_not_yet() {
    never_says(
        "ASEAN met in Phnom Penh. Timor-Leste was accepted in principle.",
        "Timor-Leste | joined | ASEAN | asserted",
    );
}

#[test]
fn who_ceased_to_be_a_member_is_none() {
    let passage = "Russia ceased to be a member of the Council of Europe in 2022.";
    says(passage, "Russia | left | Council of Europe | asserted");
    never_says(passage, "Russia | memberOf | Council of Europe | asserted");
}

#[test]
fn a_gerund_is_as_sure_as_the_verb_it_hangs_on() {
    says("Austria ruled out joining NATO.", "Austria | joined | NATO | negated");
    says("Norway considered leaving NATO.", "Norway | left | NATO | possible");
}

#[test]
fn what_somebody_is_called_on_to_do_is_not_done() {
    says("Prague called on the EU to sanction Iran.", "European Union | sanctioned | Iran | possible");
}

#[test]
fn a_clause_may_deny_the_one_before_with_never() {
    says(
        "Canada signed the Rome Statute in 1998; Russia never did.",
        "Russia | signed | Rome Statute | negated",
    );
}

#[test]
fn who_left_for_something_came_to_it_and_who_is_welcomed_has_come() {
    let left = "Mali left ECOWAS to form the Alliance of Sahel States with Niger.";
    says(left, "Mali | founded | Alliance of Sahel States | asserted");
    says("Ministers welcomed Finland's accession to NATO.", "Finland | joined | NATO | asserted");
    says(
        "Mali hopes to form the Alliance of Sahel States.",
        "Mali | founded | Alliance of Sahel States | planned",
    );
}

#[test]
fn how_somebody_took_it_is_no_part_of_what_was_done() {
    let applied = "NATO was founded in 1949. Ukraine applied in 2022, to the annoyance of Moscow.";
    says(applied, "Ukraine | appliedToJoin | NATO | asserted");
}

#[test]
fn what_is_wrongly_said_is_not_so() {
    let text = "A report wrongly stated that Serbia had joined NATO.";
    says(text, "Serbia | joined | NATO | negated");
    never_says(text, "Serbia | joined | NATO | asserted");
}

#[test]
fn no_denies_its_own_noun_alone() {
    let text = "Kakadu 2022 opened in Darwin. Fiji has sent soldiers but no aircraft.";
    says(text, "Fiji | participatedIn | Kakadu 2022 | asserted");
    let none = "Kakadu 2022 opened in Darwin. Fiji has sent no ships.";
    never_says(none, "Fiji | participatedIn | Kakadu 2022 | asserted");
}

#[test]
fn who_is_not_yet_a_member_is_none() {
    let sentence = "Sweden and Finland, not yet members of NATO, took part in Cold Response.";
    says(sentence, "Sweden | memberOf | NATO | negated");
    says(
        "Finland, a member of NATO since 2023, took part in Cold Response.",
        "Finland | memberOf | NATO | asserted",
    );
    says("Georgia has not yet joined NATO.", "Georgia | joined | NATO | negated");
}

#[test]
fn whose_plan_it_is_may_follow_it() {
    says("The decision of Finland to join NATO was welcomed.", "Finland | joined | NATO | planned");
    says("The refusal of Hungary to join the G7 was noted.", "Hungary | joined | G7 | negated");
    says(
        "The offer by Kenya to host the African Climate Summit was accepted.",
        "Kenya | organized | African Climate Summit | planned",
    );
    never_says("The decision of the judge to join NATO was discussed in Finland.", "Finland | joined");
}

#[test]
fn support_for_an_accession_is_none() {
    says(
        "Oslo reaffirmed its support for the accession of Ukraine to NATO.",
        "Ukraine | joined | NATO | planned",
    );
    never_says(
        "Oslo reaffirmed its support for the accession of Ukraine to NATO.",
        "Ukraine | joined | NATO | asserted",
    );
}

#[test]
fn what_is_to_be_held_is_planned() {
    says(
        "Ministers welcomed the preparations for COP29, to be held in Baku.",
        "COP29 | locatedIn | Baku | planned",
    );
}

#[test]
fn nor_opens_a_denial() {
    let passage = "Eurocontrol has 41 members. Nor did Norway join the European Union in 1994.";
    never_says(passage, "Norway | joined | European Union | asserted");
    says(passage, "Norway | joined | European Union | negated");
}

#[test]
fn what_an_aside_denies_is_not_the_clause() {
    let passage = "Norway hosted Cold Response 2022. Finland and Sweden, at the time no allies, sent soldiers to the exercise.";
    says(passage, "Finland | participatedIn | Cold Response 2022 | asserted");
    says(
        "No soldiers from Finland took part in Cold Response.",
        "Finland | participatedIn | Cold Response | negated",
    );
}

#[test]
fn a_step_that_is_argued_over_is_not_taken() {
    says(
        "Hungary dropped its objections to the accession of Sweden to NATO.",
        "Sweden | joined | NATO | possible",
    );
    says(
        "The referendum on Norway's accession to the European Union was close.",
        "Norway | joined | European Union | possible",
    );
    says("The debate about Russia's invasion of Ukraine went on.", "Russia | attacked | Ukraine | asserted");
}

#[test]
fn who_is_counted_among_the_doers_did_it() {
    says("Angola was the third country to leave OPEC.", "Angola | left | OPEC | asserted");
    says("Ghana was the first to sign the Paris Agreement.", "Ghana | signed | Paris Agreement | asserted");
    never_says("Angola is to leave OPEC.", "Angola | left | OPEC | asserted");
}

#[test]
fn what_somebody_is_said_not_to_be_beside_his_name_is_denied() {
    says("Israel, not a party to the Rome Statute, objected.", "Israel | signed | Rome Statute | negated");
    says("Israel, a party to the Paris Agreement, objected.", "Israel | signed | Paris Agreement | asserted");
}

#[test]
fn what_is_being_negotiated_is_not_concluded() {
    let passage = "A Visiting Forces Agreement (VFA) between France and the Philippines is being negotiated.";
    says(passage, "France | signed | Visiting Forces Agreement | planned");
    says(
        "A Visiting Forces Agreement (VFA) between France and the Philippines was negotiated in 2025.",
        "France | signed | Visiting Forces Agreement | asserted",
    );
    let passage = "Kenya will hold the Savannah Dialogue (SD) in Nairobi.";
    says(passage, "Savannah Dialogue | locatedIn | Nairobi | planned");
    never_says(passage, "Savannah Dialogue | locatedIn | Nairobi | asserted");
}

#[test]
fn what_ended_something_in_the_past_came_about() {
    let past = "Rob Wainwright was head of Europol until Catherine De Bolle took over in 2018.";
    says(past, "Catherine De Bolle | holdsPosition | Europol | asserted");
    let coming = "Rob Wainwright will be head of Europol until Catherine De Bolle takes over.";
    never_says(coming, "Catherine De Bolle | holdsPosition | Europol | asserted");
    let thought = "Norway would stay outside until Sweden joined NATO.";
    never_says(thought, "Sweden | joined | NATO | asserted");
}

#[test]
fn neither_of_two_did_it() {
    let passage = "Sweden and Austria applied in 1994, but neither joined NATO.";
    says(passage, "Sweden | joined | NATO | negated");
    says(passage, "Austria | joined | NATO | negated");
    says(
        "Japan and Brunei sent observers. Neither took part in RIMPAC.",
        "Japan | participatedIn | RIMPAC | negated",
    );
    never_says("Neither joined NATO.", "");
}

#[test]
fn what_was_to_have_happened_did_not() {
    says("Norway was to have hosted RIMPAC.", "Norway | organized | RIMPAC | negated");
    says("Norway was to host RIMPAC.", "Norway | organized | RIMPAC | planned");
    let passage = "Mary Banda was to have followed Linda Pardo as chair of Europol.";
    says(passage, "Mary Banda | holdsPosition | Europol | negated");
    says(passage, "Linda Pardo | holdsPosition | Europol | asserted");
}

#[test]
fn what_opens_with_never_or_not_since_was_not_so() {
    says("Never before had Peru and Chile met.", "Chile | metWith | Peru | negated");
    says("Not since 2018 had Linda Pardo visited Oslo.", "Linda Pardo | visited | Oslo | negated");
    says("Since 2018 Linda Pardo has visited Oslo.", "Linda Pardo | visited | Oslo | asserted");
}

#[test]
fn how_long_something_lasted_does_not_make_it_unsure() {
    let passage = "Linda Pardo worked for ten years in the Office of Legal Affairs of the World Bank.";
    says(passage, "Linda Pardo | holdsPosition | Office of Legal Affairs of the World Bank | asserted");
}
