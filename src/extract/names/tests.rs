//! Sentences are written with their tags: `word`, `word/TAG` or `word/TAG/CLASS`; a class in small letters goes on
//! with the name before.

use super::*;
use crate::language::{EntityClass, EntityTag, Tag, Token};
use crate::vocabulary::Vocabulary;
use crate::vocabulary::gazetteer::OwnNames;

const GAZETTEER: &str = r#"
@prefix lg: <https://legation.example/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix c: <https://legation.example/id/country/> .
@prefix o: <https://legation.example/id/organization/> .
@prefix p: <https://legation.example/id/place/> .
@prefix h: <https://legation.example/id/person/> .
@prefix e: <https://legation.example/id/event/> .
c:JP skos:prefLabel "Japan" ; lg:adjective "Japanese" ; lg:demonymPlural "Japanese" ; lg:capital "Tokyo" .
c:FI skos:prefLabel "Finland" ; lg:adjective "Finnish" ; lg:demonymPlural "Finns" ; lg:capital "Helsinki" .
c:KR skos:prefLabel "South Korea" ; skos:altLabel "ROK" ; lg:adjective "South Korean" ; lg:capital "Seoul" .
c:JO skos:prefLabel "Jordan" ; lg:ambiguous true .
c:LK skos:prefLabel "Sri Lanka" ; lg:adjective "Sri Lankan" .
c:IN skos:prefLabel "India" ; lg:adjective "Indian" .
o:nato skos:prefLabel "NATO" ; skos:altLabel "North Atlantic Treaty Organization" ; lg:calledThe "alliance" .
o:finnish-mod skos:prefLabel "Finnish Ministry of Defence" ; lg:owner c:FI .
p:tokyo skos:prefLabel "Tokyo" . p:helsinki skos:prefLabel "Helsinki" . p:austin skos:prefLabel "Austin" .
h:sauli-niinisto skos:prefLabel "Sauli Niinistö" ; lg:familyName "Niinistö" ; lg:gender "male" .
e:cold-response skos:prefLabel "Cold Response" .
"#;

fn entity(code: &str) -> EntityTag {
    let class = match code.to_ascii_uppercase().as_str() {
        "P" => EntityClass::Person,
        "O" => EntityClass::Organization,
        "L" => EntityClass::Place,
        "E" => EntityClass::Event,
        _ => return EntityTag::Outside,
    };
    if code.chars().all(char::is_uppercase) { EntityTag::Begin(class) } else { EntityTag::Inside(class) }
}

/// Without a tag, a word with a capital is a proper noun, a small one a common noun, "the" a determiner.
fn guess(word: &str) -> &'static str {
    match word {
        "the" | "The" | "a" | "an" => "DT",
        "of" | "in" | "at" | "for" | "on" | "with" | "by" | "between" | "as" | "to" | "from" => "IN",
        "and" | "or" => "CC",
        "'s" => "POS",
        "said" | "met" | "signed" | "visited" | "joined" | "sent" | "warned" => "VBD",
        _ if word.bytes().all(|b| b.is_ascii_digit()) => "CD",
        _ if word.chars().next().is_some_and(char::is_uppercase) => "NNP",
        _ if word.chars().all(char::is_alphanumeric) => "NN",
        _ => ",",
    }
}

struct Found {
    names: Names,
    texts: Vec<Vec<String>>,
}

/// Names in sentences of one document.
fn names(sentences: &[&str]) -> Found {
    let (mut text, mut read) = (String::new(), Vec::new());
    for sentence in sentences {
        let (start, mut tokens) = (text.len(), Vec::new());
        for item in sentence.split(' ') {
            let mut parts = item.split('/');
            let word = parts.next().unwrap();
            let tag = Tag::parse(parts.next().unwrap_or_else(|| guess(word))).unwrap();
            let entity = entity(parts.next().unwrap_or("-"));
            tokens.push(Token { range: text.len()..text.len() + word.len(), tag, entity });
            text.push_str(word);
            text.push(' ');
        }
        read.push((BlockKind::Paragraph, Sentence { range: start..text.len() - 1, tokens }));
    }
    let vocabulary = Vocabulary::embedded().unwrap();
    let mut gazetteer = Gazetteer::default();
    gazetteer.add_own(&OwnNames::read("test.ttl", GAZETTEER, &vocabulary).unwrap()).unwrap();
    let names = find_in(&text, &|at| at == 0, &read, &gazetteer);
    let written = |s: usize, t: &Range<usize>| {
        let tokens = &read[s].1.tokens;
        text[tokens[t.start].range.start..tokens[t.end - 1].range.end].to_owned()
    };
    let texts = names.mentions.iter().enumerate();
    let texts = texts.map(|(s, list)| list.iter().map(|m| written(s, &m.tokens)).collect()).collect();
    Found { names, texts }
}

impl Found {
    /// "mention = label" of every mention.
    fn all(&self) -> Vec<String> {
        let pairs = self.names.mentions.iter().flatten().zip(self.texts.iter().flatten());
        pairs.map(|(m, text)| format!("{text} = {}", self.names.entities[m.entity].label)).collect()
    }

    /// Kind and label of every entity named.
    fn entities(&self) -> Vec<(Kind, &str)> {
        let mentioned = |i: usize| self.names.mentions.iter().flatten().any(|m| m.entity == i);
        let all = self.names.entities.iter().enumerate().filter(|(i, _)| mentioned(*i));
        all.map(|(_, e)| (e.kind, e.label.as_str())).collect()
    }

    fn form(&self, text: &str) -> Form {
        let mut pairs = self.names.mentions.iter().flatten().zip(self.texts.iter().flatten());
        pairs.find(|(_, t)| *t == text).unwrap().0.form
    }

    fn owners(&self) -> Vec<String> {
        let label = |i: usize| self.names.entities[i].label.as_str();
        self.names.owners.iter().map(|o| format!("{} < {}", label(o.part), label(o.whole))).collect()
    }
}

#[test]
fn an_acronym_defined_in_brackets_names_its_body_everywhere() {
    let found = names(&[
        "HBO said so .",
        "The Harstad Buoy Office ( HBO ) joined NATO .",
        "The HBO met the North Atlantic Treaty Organization .",
    ]);
    assert_eq!(
        found.all(),
        [
            "HBO = Harstad Buoy Office",
            "Harstad Buoy Office = Harstad Buoy Office",
            "HBO = Harstad Buoy Office",
            "NATO = NATO",
            "HBO = Harstad Buoy Office",
            "North Atlantic Treaty Organization = NATO",
        ]
    );
    assert_eq!(found.form("HBO"), Form::Acronym);
}

#[test]
fn a_defined_acronym_beats_the_gazetteer_and_may_come_first() {
    let found = names(&["ROK ( Registry of Krill ) met Japan .", "ROK visited Finland ."]);
    assert_eq!(found.entities()[0], (Kind::Organization, "Registry of Krill"));
    assert!(!found.all().iter().any(|m| m.ends_with("South Korea")));
}

#[test]
fn titles_and_offices_make_people_and_stay_outside_the_name() {
    let found = names(&["Japanese Defense Minister Minoru Tanabe met Rear Admiral Ole Berg ."]);
    assert_eq!(found.all(), ["Japanese = Japan", "Minoru Tanabe = Minoru Tanabe", "Ole Berg = Ole Berg"]);
    let found = names(&["Kenji Oda , the former Japanese/JJ envoy , met Secretary of State Ann Lee ."]);
    assert_eq!(found.all(), ["Kenji Oda = Kenji Oda", "Japanese = Japan", "Ann Lee = Ann Lee"]);
}

#[test]
fn a_family_name_is_the_person_named_in_full() {
    let found = names(&[
        "Oda/NNP/P warned Finland .",
        "Kenji/NNP/P Oda/NNP/p met Sauli Niinistö .",
        "Oda/NNP/P and Niinisto/NNP/P visited Tokyo .",
    ]);
    assert_eq!(found.texts[0], ["Oda", "Finland"]);
    assert_eq!(found.all()[0], "Oda = Kenji Oda");
    assert_eq!(found.all()[5], "Niinisto = Sauli Niinistö");
    assert_eq!(found.form("Oda"), Form::Surname);
}

#[test]
fn initials_and_suffixes_do_not_make_another_person() {
    let found = names(&["Ann/NNP/P B./NNP/p Lee/NNP/p met Ann/NNP/P Lee/NNP/p Jr./NNP/p ."]);
    assert_eq!(found.entities(), [(Kind::Person, "Ann Lee Jr.")]);
}

#[test]
fn a_city_is_a_person_only_where_the_document_names_one() {
    let found = names(&["Lloyd/NNP/P Austin/NNP/p visited Finland .", "Austin/NNP/L warned Japan ."]);
    assert_eq!(found.all()[2], "Austin = Lloyd Austin");
    let found = names(&["Lloyd/NNP/P Austin/NNP/p met Ann/NNP/P Lee/NNP/p in Austin/NNP/L ."]);
    assert_eq!(found.all()[2], "Austin = Austin");
}

#[test]
fn an_ambiguous_country_gives_way_to_a_person() {
    let found = names(&["Mary/NNP/P Jordan/NNP/p met Jordan 's envoys ."]);
    assert_eq!(found.entities(), [(Kind::Person, "Mary Jordan"), (Kind::Country, "Jordan")]);
}

#[test]
fn capitals_act_for_their_country_or_are_cities() {
    let found = names(&["Talks between Tokyo and Seoul ended in Helsinki ."]);
    assert_eq!(found.all(), ["Tokyo = Japan", "Seoul = South Korea", "Helsinki = Helsinki"]);
    assert_eq!(found.form("Tokyo"), Form::Metonym);
    let found = names(&["Yesterday/NN Tokyo warned Helsinki 's government .", "He/PRP visited Tokyo ."]);
    assert_eq!(found.all(), ["Tokyo = Japan", "Helsinki = Finland", "Tokyo = Tokyo"]);
    let found = names(&["Tokyo , 3 May/NNP"]);
    assert_eq!(found.entities(), [(Kind::Place, "Tokyo")]);
}

#[test]
fn nationalities_modify_or_stand_for_people() {
    let found = names(&["Japanese/JJ warships/NNS met the Finns/NNPS ."]);
    assert_eq!((found.form("Japanese"), found.form("Finns")), (Form::Adjective, Form::Demonym));
    assert!(found.names.mentions[0][1].plural);
}

#[test]
fn head_nouns_tell_kinds_and_small_words_stay_inside() {
    let found = names(&[
        "The Narvik Institute for Ice and Snow signed the Lofoten Cod Treaty at the 2031 Alta Summit .",
    ]);
    assert_eq!(
        found.entities(),
        [
            (Kind::Organization, "Narvik Institute for Ice and Snow"),
            (Kind::Agreement, "Lofoten Cod Treaty"),
            (Kind::Event, "2031 Alta Summit"),
        ]
    );
}

#[test]
fn names_joined_by_and_stay_apart_where_each_is_whole() {
    let found = names(&["Japan and Korea Silk Corporation met the General Ice and Snow Service ."]);
    let labels: Vec<_> = found.entities().into_iter().map(|(_, l)| l).collect();
    assert_eq!(labels, ["Japan", "Korea Silk Corporation", "General Ice and Snow Service"]);
}

#[test]
fn a_body_of_its_own_name_does_not_swallow_its_country() {
    let found = names(&["The Oulu Ice Annex of Finland met the Statistics Office of Finland ."]);
    assert_eq!(
        found.all(),
        [
            "Oulu Ice Annex = Oulu Ice Annex",
            "Finland = Finland",
            "Statistics Office of Finland = Statistics Office of Finland"
        ]
    );
    assert_eq!(found.owners(), ["Oulu Ice Annex < Finland", "Statistics Office of Finland < Finland"]);
}

#[test]
fn a_common_body_is_its_owners() {
    let found = names(&[
        "Japan 's Ministry of Defence met the Ministry of Defence of Finland .",
        "The Sri Lanka Coast Guard met the Indian Coast Guard .",
    ]);
    let labels: Vec<_> = found.entities().into_iter().filter(|(k, _)| *k == Kind::Organization).collect();
    assert_eq!(
        labels,
        [
            (Kind::Organization, "Ministry of Defence"),
            (Kind::Organization, "Finnish Ministry of Defence"),
            (Kind::Organization, "Sri Lanka Coast Guard"),
            (Kind::Organization, "Indian Coast Guard"),
        ]
    );
    assert_eq!(found.owners()[0], "Ministry of Defence < Japan");
}

#[test]
fn a_common_body_without_owner_is_the_one_already_named() {
    let found = names(&["The Finnish Ministry of Defence met NATO .", "The Ministry of Defense said so ."]);
    assert_eq!(found.all()[2], "Ministry of Defense = Finnish Ministry of Defence");
}

#[test]
fn short_forms_join_the_full_name() {
    let found = names(&["The Narvik Laboratory for Ice met NATO .", "The Narvik Laboratory joined ."]);
    assert_eq!(found.all()[2], "Narvik Laboratory = Narvik Laboratory for Ice");
}

#[test]
fn numbers_and_years_make_events_and_one_edition_is_the_series() {
    let found = names(&["Japan joined Cold Response 2032 and Havn-7 .", "Cold Response ended ."]);
    assert_eq!(
        found.entities(),
        [(Kind::Country, "Japan"), (Kind::Event, "Cold Response 2032"), (Kind::Event, "Havn-7")]
    );
}

#[test]
fn votes_are_named_in_small_letters() {
    let found = names(&["It lost the 2031 Finnish/JJ general/JJ election ."]);
    assert_eq!(found.entities(), [(Kind::Event, "2031 Finnish general election")]);
}

#[test]
fn nouns_beside_an_unknown_name_explain_it() {
    let found = names(&[
        "The gang calling itself Blue Otter hit exercise Nordlys and left a handbook , Ice Without Fear .",
    ]);
    assert_eq!(
        found.entities(),
        [(Kind::Organization, "Blue Otter"), (Kind::Event, "Nordlys"), (Kind::Document, "Ice Without Fear")]
    );
}

#[test]
fn two_names_said_to_be_one_bodys_are_joined() {
    let found = names(&["The Narvik Ice Bureau , better known as/IN Frost Office , met NATO ."]);
    assert_eq!(found.all()[1], "Frost Office = Narvik Ice Bureau");
}

#[test]
fn the_models_tags_serve_where_nothing_else_does() {
    let found = names(&["Globex/NNP/O sent ships to Brattvær/NNP/L .", "Later/RB Globex left ."]);
    assert_eq!(found.entities(), [(Kind::Organization, "Globex"), (Kind::Place, "Brattvær")]);
    assert_eq!(found.texts[1], ["Globex"]);
}

#[test]
fn a_capital_where_a_sentence_begins_names_nothing() {
    let found = names(&["Officials/NNS met at dawn .", "Talks/NNS with Japan ended ."]);
    assert_eq!(found.entities(), [(Kind::Country, "Japan")]);
}

#[test]
fn mentions_are_in_order_and_apart() {
    let found = names(&["Japan 's Foreign Minister Kenji/NNP/P Oda/NNP/p and NATO met in Tokyo ."]);
    for list in &found.names.mentions {
        assert!(list.windows(2).all(|m| m[0].tokens.end <= m[1].tokens.start));
    }
}

#[test]
fn the_navy_is_the_one_named_before() {
    let found = names(&["The Indian Navy met NATO .", "The Navy said so ."]);
    assert_eq!(found.all()[2], "Navy = Indian Navy");
}

#[test]
fn what_is_published_under_an_unknown_name_is_a_document() {
    let kinds =
        |sentence: &str| names(&[sentence]).entities().into_iter().map(|(kind, _)| kind).collect::<Vec<_>>();
    assert_eq!(kinds("Analysts publish/VBP The Naval Balance every year ."), [Kind::Document]);
    assert_eq!(kinds("Cold in the Harbour , the report that/WDT came out , helped ."), [Kind::Document]);
    assert!(!kinds("Analysts issued/VBD Narvik Ice Bureau badges .").contains(&Kind::Document));
}

#[test]
fn an_unknown_word_in_which_something_is_done_is_a_place() {
    let found = names(&["The Narvik Ice Bureau opened in Gurumar/NNP/O on/IN 22/CD December 2018/CD ."]);
    assert!(found.entities().contains(&(Kind::Place, "Gurumar")), "{:?}", found.entities());
}

/// Kinds and labels of what one sentence names.
fn kinds(sentence: &str) -> Vec<(Kind, String)> {
    let found = names(&[sentence]);
    found.entities().into_iter().map(|(kind, label)| (kind, label.to_owned())).collect()
}

#[track_caller]
fn has(sentence: &str, kind: Kind, label: &str) {
    let kinds = kinds(sentence);
    assert!(kinds.contains(&(kind, label.to_owned())), "{sentence}: {kinds:?}");
}

#[track_caller]
fn lacks(sentence: &str, kind: Kind, label: &str) {
    let kinds = kinds(sentence);
    assert!(!kinds.contains(&(kind, label.to_owned())), "{sentence}: {kinds:?}");
}

#[test]
fn a_first_name_makes_a_person_whatever_the_model_says() {
    has("The inquiry was conducted by Rebecca/NNP/O Tholen/NNP/o .", Kind::Person, "Rebecca Tholen");
    has("Astrid/NNP/L Vennemo/NNP/l visited Japan .", Kind::Person, "Astrid Vennemo");
    lacks("The Carl/NNP/O Tholen/NNP/o visited Japan .", Kind::Person, "Carl Tholen");
    has(
        "Rebecca/NNP/O Tholen/NNP/o Foundation/NNP/o met NATO .",
        Kind::Organization,
        "Rebecca Tholen Foundation",
    );
}

#[test]
fn initials_nobody_knows_are_a_bodys_unless_a_thing_is_meant() {
    has("Japan sent staff to UNOPIX in Austin .", Kind::Organization, "UNOPIX");
    has("Help came from maCERT of Japan .", Kind::Organization, "maCERT");
    lacks("Japan bought HIMARS in Austin .", Kind::Organization, "HIMARS");
    lacks("Japan sent UNOPIX launchers/NNS .", Kind::Organization, "UNOPIX");
}

#[test]
fn an_operation_has_its_whole_name() {
    has("Japan joined Operation Sea Lantern .", Kind::Event, "Operation Sea Lantern");
    lacks("The Operation Centre Agency met NATO .", Kind::Event, "Operation Centre Agency");
}

#[test]
fn what_drills_are_called_is_an_event() {
    has("Japan held drills/NNS under the name of Tideway/NNP/L .", Kind::Event, "Tideway");
    lacks("Japan named the port/NN Tideway/NNP/L .", Kind::Event, "Tideway");
}

#[test]
fn what_a_name_is_called_after_a_comma_tells_its_kind() {
    has("Tideway/NNP/P , a hosting/NN provider/NN in Austin , left .", Kind::Organization, "Tideway");
    has("Tideway/NNP/P , the biennial/JJ exercise/NN , ended .", Kind::Event, "Tideway");
    lacks("Tideway/NNP/P , the company/NN 's/POS founder/NN , left .", Kind::Organization, "Tideway");
}

#[test]
fn a_part_ends_before_the_body_it_belongs_to() {
    has("It is the Ice Crime Bureau of the Narvik Snow Service .", Kind::Organization, "Ice Crime Bureau");
    has("It is the Ice Crime Bureau of the Narvik Snow Service .", Kind::Organization, "Narvik Snow Service");
    has("The Ice Bureau of the North met NATO .", Kind::Organization, "Ice Bureau of the North");
}

#[test]
fn a_year_behind_a_report_is_of_its_title() {
    has("It issued the Snow Outlook 2031 .", Kind::Document, "Snow Outlook 2031");
    has(
        "It issued the Narvik/NNP/O Trade/NNP/o Review/NNP/o 2031/CD/o .",
        Kind::Document,
        "Narvik Trade Review 2031",
    );
}

#[test]
fn a_declaration_that_is_signed_is_an_agreement() {
    has("Japan signed the Alta Declaration .", Kind::Agreement, "Alta Declaration");
    has("Japan issued the Alta Declaration .", Kind::Document, "Alta Declaration");
}

#[test]
fn two_bodies_are_two_names() {
    let found = kinds("The Ice/NNP/O Bank/NNP/o and/CC/o Snow/NNP/o Trade/NNP/o Bank/NNP/o met NATO .");
    assert!(found.iter().any(|(_, label)| label == "Snow Trade Bank"), "{found:?}");
    has(
        "The Economic/NNP/O and/CC/o Snow/NNP/o Council/NNP/o met NATO .",
        Kind::Organization,
        "Economic and Snow Council",
    );
}

#[test]
fn a_town_in_capitals_opens_a_dispatch() {
    lacks("NEW AUSTIN , Sept. 3/CD - Japan met NATO .", Kind::Organization, "AUSTIN");
}
