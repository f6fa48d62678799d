//! The account of a document: what its statements rest on, and what was not kept.

use super::RESOURCES;
use legation::extract::account::{Account, Filled, Reading};
use legation::extract::explain;
use legation::graph::GraphDocument;
use legation::source::text;
use legation::vocabulary::DEFAULT_BASE;

fn account(passage: &str) -> (GraphDocument, Account) {
    let document = text::read("passage.txt", passage.as_bytes().to_vec(), &text::Options::default())
        .expect("text reads");
    explain(&document, &RESOURCES, DEFAULT_BASE)
}

/// The only reading of the only statement of a relation.
#[track_caller]
fn reading(passage: &str, relation: &str) -> Reading {
    let (graph, account) = account(passage);
    let statements: Vec<_> = graph.statements.iter().filter(|s| s.relation == relation).collect();
    assert_eq!(statements.len(), 1, "{statements:#?}");
    let explained = account.statements.iter().find(|e| e.id == statements[0].id).expect("explained");
    assert_eq!(explained.readings.len(), 1, "{explained:#?}");
    explained.readings[0].clone()
}

/// `via words`, for each step.
fn chain(filled: &Filled) -> Vec<String> {
    let words =
        |w: &Option<legation::extract::account::Excerpt>| w.as_ref().map_or("-".into(), |w| w.quote.clone());
    filled.chain.iter().map(|s| format!("{} {}", s.via, words(&s.words))).collect()
}

#[test]
fn a_clause_of_the_vocabulary_is_named_with_its_words_and_date() {
    let reading = reading("Finland joined NATO on 4 April 2023.", "joined");
    assert_eq!(reading.mechanism, "frame");
    assert!(reading.frame.is_some_and(|f| f.contains("join")));
    assert_eq!(reading.trigger.map(|t| (t.start, t.end, t.quote)), Some((8, 14, "joined".into())));
    assert_eq!(chain(&reading.subject), ["name Finland"]);
    let date = reading.date.expect("a date");
    assert_eq!((date.when.as_str(), date.how), ("2023-04-04", "said"));
    assert_eq!(date.words.map(|w| w.quote), Some("4 April 2023".into()));
    assert!(reading.cue.is_none() && reading.speaker.is_none());
}

#[test]
fn pronouns_and_descriptions_lead_back_to_the_name() {
    let said =
        "Norway hosted the talks. It visited nobody. In 2019 it left the International Whaling Commission.";
    let left = reading(said, "left");
    assert_eq!(chain(&left.subject), ["pronoun it", "name Norway"]);
    let centre = "The European Centre for Press Freedom is in Leipzig. Germany founded the centre in 2015.";
    let founded = reading(centre, "founded");
    assert_eq!(chain(&founded.object)[0], "description centre");
    assert!(chain(&founded.object)[1].ends_with("European Centre for Press Freedom"));
}

#[test]
fn what_is_left_unsaid_is_said_to_be() {
    let said = "NATO grew again. Sweden joined in March 2024.";
    assert_eq!(chain(&reading(said, "joined").object)[0], "unsaid -");
}

#[test]
fn the_word_that_makes_a_plan_of_it_is_kept() {
    let planned = reading("Moldova plans to join the European Union.", "joined");
    assert_eq!(planned.cue.map(|c| c.quote), Some("plans".into()));
    let denied = reading("Switzerland has never joined NATO.", "joined");
    assert_eq!(denied.cue.map(|c| c.quote), Some("never".into()));
}

#[test]
fn who_says_so_is_kept() {
    let said = reading("Poland said that Russia attacked Ukraine in 2022.", "attacked");
    assert_eq!(said.speaker.map(|s| s.quote), Some("Poland".into()));
}

#[test]
fn candidates_add_up() {
    let (graph, account) = account(
        "Finland joined NATO in 2023. In 2023 Finland joined NATO. Finland joined Finland. Angela Merkel acceded to NATO.",
    );
    let counts = &account.candidates;
    let rejected: usize = counts.rejected.values().sum();
    assert_eq!(counts.found, counts.kept + counts.merged + rejected);
    assert_eq!(counts.kept, graph.statements.len());
    assert_eq!(counts.merged, 1);
    assert_eq!(counts.rejected.get("kinds").copied().unwrap_or_default(), 1, "{:#?}", account.rejected);
    assert_eq!(account.sentences.read, 4);
    assert_eq!(rejected, account.rejected.len());
    assert_eq!(account.relations["joined"], 1);
}

#[test]
fn an_unknown_party_is_a_reason() {
    let (_, account) = account("Norway signed with the unnamed firm.");
    let unfilled: Vec<_> = account.rejected.iter().filter(|r| r.reason == "unfilled").collect();
    assert!(!unfilled.is_empty(), "{account:#?}");
    assert!(unfilled.iter().all(|r| r.subject.as_ref().is_some_and(|s| s.label == "Norway")));
}

#[test]
fn the_graph_is_the_same_with_and_without_an_account() {
    let passage = "Japan and Australia signed a pact in 2022. Tokyo plans to join AUKUS, Kishida said.";
    let document = text::read("passage.txt", passage.as_bytes().to_vec(), &text::Options::default())
        .expect("text reads");
    assert_eq!(account(passage).0, legation::extract::extract(&document, &RESOURCES, DEFAULT_BASE));
}

#[test]
fn what_is_said_twice_or_named_outright_is_surer() {
    let sure = |passage: &str| {
        let (graph, _) = account(passage);
        let joined = graph.statements.iter().find(|s| s.relation == "joined").expect("a statement");
        joined.confidence.expect("a confidence")
    };
    let once = sure("NATO grew. Sweden joined in 2024.");
    assert!(sure("NATO grew. Sweden joined in 2024. NATO shrank. In 2024 Sweden joined.") > once);
    assert!(sure("NATO grew. Sweden joined NATO in 2024.") > once);
}
