//! The same prose says the same, whatever file it comes in.

use super::docx;
use legation::extract::Resources;
use legation::pull;
use legation::source::text::{Options, read};

const PROSE: &[&str] = &[
    "Finland joined NATO on 4 April 2023. Sweden joined NATO on 7 March 2024.",
    "In May 2018 the foreign minister of Norway, Ine Eriksen Søreide, visited Tallinn. Estonia and Latvia signed the \
     Riga Declaration in 2006.",
    "Iceland may send observers to the exercise. Denmark has not joined the eurozone.",
];

/// Subject, relation, object, date and status of every statement, with its words.
fn said(name: &str, bytes: Vec<u8>) -> Vec<String> {
    let resources = Resources::embedded().expect("resources");
    let open = |bytes: &Vec<u8>| read(name, bytes.clone(), &Options::default());
    let pulled = pull(&[bytes], open, &resources, "https://a.org/", || ()).expect("a graph");
    assert!(pulled.failed.is_empty(), "{:?}", pulled.failed);
    let statements = pulled.graph.to_document().statements;
    let quote =
        |s: &legation::graph::Statement| s.evidence[0].quote.split_whitespace().collect::<Vec<_>>().join(" ");
    statements
        .iter()
        .map(|s| {
            format!("{} {} {} {:?} {:?} {}", s.subject, s.relation, s.object, s.when, s.status, quote(s))
        })
        .collect()
}

#[test]
fn the_same_prose_gives_the_same_statements() {
    let text = said("a.txt", PROSE.join("\n\n").into_bytes());
    assert!(text.len() > 5, "{text:#?}");
    let page = PROSE.iter().map(|paragraph| format!("<p>{paragraph}")).collect::<Vec<_>>().concat();
    assert_eq!(said("a.html", format!("<nav>Home of Malta</nav><main>{page}</main>").into_bytes()), text);
    let paragraphs = PROSE.iter().map(|paragraph| format!("<w:p><w:r><w:t>{paragraph}</w:t></w:r></w:p>"));
    assert_eq!(said("a.docx", docx::word(&paragraphs.collect::<String>())), text);
    #[cfg(feature = "pdf")]
    assert_eq!(said("a.pdf", super::pdf::prose(PROSE)), text);
}
