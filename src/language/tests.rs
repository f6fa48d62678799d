//! Reading and parsing of whole sentences with the embedded model.

use super::{EntityClass, EntityTag, Model, Sentence, Tree, Unit, UnitClass, simplify};
use std::ops::Range;

/// The sentence with `names` of the given classes merged, and its tree.
fn parse(text: &str, names: &[(&str, UnitClass)]) -> (Vec<Unit>, Tree, Sentence) {
    let model = Model::embedded();
    let sentence = model.read(text, 0..text.len()).remove(0);
    let mut spans: Vec<(Range<usize>, UnitClass)> = Vec::new();
    for (name, class) in names {
        let start = text.find(name).unwrap();
        let inside = |at: &usize| {
            let range = &sentence.tokens[*at].range;
            range.start >= start && range.end <= start + name.len()
        };
        let found: Vec<usize> = (0..sentence.tokens.len()).filter(inside).collect();
        spans.push((found[0]..found[found.len() - 1] + 1, *class));
    }
    spans.sort_by_key(|(range, _)| range.start);
    let units = simplify(text, &sentence, &spans);
    let tree = model.parse(text, &sentence, &units);
    (units, tree, sentence)
}

fn unit_text<'a>(text: &'a str, sentence: &Sentence, unit: &Unit) -> &'a str {
    let tokens = &sentence.tokens[unit.tokens.clone()];
    &text[tokens[0].range.start..tokens[tokens.len() - 1].range.end]
}

/// "word label head" of every unit.
fn arcs(text: &str, names: &[(&str, UnitClass)]) -> Vec<String> {
    let (units, tree, sentence) = parse(text, names);
    let name = |at: usize| unit_text(text, &sentence, &units[at]);
    let arc = |at: usize| format!("{} {} {}", name(at), tree.labels[at], tree.heads[at].map_or("-", name));
    (0..units.len()).map(arc).collect()
}

#[track_caller]
fn has(text: &str, names: &[(&str, UnitClass)], expected: &[&str]) {
    let arcs = arcs(text, names);
    for arc in expected {
        assert!(arcs.iter().any(|found| found == arc), "{arc} not in {arcs:?}");
    }
}

use UnitClass::{Organization, Person, Place};

#[test]
fn a_light_verb_and_its_noun() {
    let names = [("Blinken", Person), ("Tokyo", Place)];
    let expected = ["Blinken nsubj paid", "paid ROOT -", "visit dobj paid", "Tokyo pobj to"];
    has("Blinken paid a visit to Tokyo.", &names, &expected);
}

#[test]
fn a_list_is_one_subject() {
    let names = [("Sweden", Place), ("Finland", Place), ("Norway", Place)];
    has(
        "Sweden, Finland and Norway signed the pact.",
        &names,
        &["Sweden, Finland and Norway nsubj signed", "pact dobj signed"],
    );
}

#[test]
fn a_relative_clause_leaves_the_subject_to_the_main_verb() {
    let names = [("NATO", Organization), ("Finland", Place)];
    has(
        "NATO, which was founded in 1949, admitted Finland.",
        &names,
        &["NATO nsubj admitted", "founded relcl NATO", "which nsubjpass founded", "Finland dobj admitted"],
    );
}

#[test]
fn a_passive_with_its_agent() {
    let names = [("Georgia", Place), ("Russia", Place)];
    has("Georgia was attacked by Russia.", &names, &["Georgia nsubjpass attacked", "Russia pobj by"]);
}

#[test]
fn a_present_tense_after_a_name_is_a_verb() {
    let names = [("Interpol", Organization), ("Europol", Organization)];
    has(
        "Interpol cooperates with Europol.",
        &names,
        &["Interpol nsubj cooperates", "cooperates ROOT -", "Europol pobj with"],
    );
    let names = [("Norway", Place), ("United States", Place)];
    has(
        "Norway shares intelligence with the United States.",
        &names,
        &["Norway nsubj shares", "intelligence dobj shares"],
    );
    let names = [("Mercosur", Organization), ("Argentina", Place), ("Brazil", Place), ("Paraguay", Place)];
    has(
        "Mercosur unites Argentina, Brazil and Paraguay.",
        &names,
        &["Mercosur nsubj unites", "Argentina, Brazil and Paraguay dobj unites"],
    );
    let names = [("Frontex", Organization), ("Greece", Place)];
    has("Frontex assists Greece.", &names, &["Frontex nsubj assists", "Greece dobj assists"]);
}

#[test]
fn headlines_have_verbs() {
    let names = [("Japan", Place), ("NATO", Organization)];
    has("Japan joins NATO cyber centre", &names, &["Japan nsubj joins", "joins ROOT -", "centre dobj joins"]);
    let names = [("Poland", Place), ("South Korea", Place)];
    has("Poland buys tanks from South Korea", &names, &["Poland nsubj buys", "tanks dobj buys"]);
    has("Leaders meet in Oslo", &[("Oslo", Place)], &["Leaders nsubj meet", "in prep meet"]);
}

#[test]
fn a_plural_after_a_name_is_still_a_noun() {
    let names = [("Kosovo", Place)];
    has("Kosovo exports fell sharply.", &names, &["exports nsubj fell"]);
    let names = [("U.S.", Place), ("Iraq", Place)];
    has("U.S. forces left Iraq in 2011.", &names, &["forces nsubj left", "Iraq dobj left"]);
}

#[test]
fn names_are_found_and_classed() {
    let text = "Antony Blinken met Wang Yi in Beijing on Monday.";
    let sentence = Model::embedded().read(text, 0..text.len()).remove(0);
    let begins: Vec<(&str, EntityClass)> = sentence
        .tokens
        .iter()
        .filter_map(|token| match token.entity {
            EntityTag::Begin(class) => Some((&text[token.range.clone()], class)),
            _ => None,
        })
        .collect();
    let expected = [
        ("Antony", EntityClass::Person),
        ("Wang", EntityClass::Person),
        ("Beijing", EntityClass::Place),
        ("Monday", EntityClass::Date),
    ];
    assert_eq!(begins, expected);
}

#[test]
fn only_the_block_is_read() {
    let text = "Heading\n\nFinland joined. Sweden followed.";
    let sentences = Model::embedded().read(text, 9..text.len());
    assert_eq!(
        sentences.iter().map(|s| &text[s.range.clone()]).collect::<Vec<_>>(),
        ["Finland joined.", "Sweden followed."]
    );
    assert!(Model::embedded().read(text, 7..9).is_empty());
}

#[test]
fn odd_input_is_read_without_harm() {
    for text in ["", "¹", "()[]\"", "\u{200b}", "....", "a\u{301}", "日本語。次", "𝕏 𝕐"] {
        for sentence in Model::embedded().read(text, 0..text.len()) {
            let units = simplify(text, &sentence, &[]);
            assert_eq!(Model::embedded().parse(text, &sentence, &units).heads.len(), units.len());
        }
    }
}

fn shown(text: &str, names: &[(&str, UnitClass)]) -> Vec<String> {
    let (units, _, sentence) = parse(text, names);
    units.iter().map(|unit| unit_text(text, &sentence, unit).to_owned()).collect()
}

#[test]
fn fronted_dates_and_notes_are_left_out() {
    assert_eq!(shown("On March 2, 2023, Turkey voted.", &[]), ["Turkey", "voted", "."]);
    assert_eq!(shown("In November of that year, Turkey voted.¹", &[]), ["Turkey", "voted", "."]);
    assert_eq!(shown("In 1949 the alliance grew.[2]", &[]), ["the", "alliance", "grew", "."]);
    assert_eq!(shown("On Turkey, it was silent.", &[])[0], "On");
}

#[test]
fn lists_take_acronyms_articles_and_stray_commas() {
    let names =
        [("European Union", Organization), ("EU", Organization), ("NATO", Organization), ("Japan", Place)];
    assert_eq!(
        shown("The European Union (EU), NATO, and Japan agreed.", &names)[1],
        "European Union (EU), NATO, and Japan"
    );
    assert_eq!(
        shown("India, and NATO held talks.", &[("India", Place), ("NATO", Organization)])[0],
        "India, and NATO"
    );
}

#[test]
fn two_clauses_are_no_list() {
    let names = [("Oslo", Place), ("Norway", Place)];
    let units = shown("Kim visited Oslo and Norway signed the pact.", &names);
    assert_eq!(&units[2..5], ["Oslo", "and", "Norway"]);
    let names = [("Geneva", Place), ("Switzerland", Place)];
    assert!(shown("They met in Geneva, Switzerland.", &names).contains(&"Geneva".to_owned()));
}

#[test]
fn a_name_that_is_part_of_a_longer_one_ends_no_list() {
    let names = [("Iraq", Place), ("Austria", Place)];
    assert!(shown("He lived in Iraq and Austria-Hungary.", &names).contains(&"Austria".to_owned()));
}
