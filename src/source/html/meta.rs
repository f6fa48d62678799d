//! What a page says of itself: its title and the date it was published.

use super::content::Content;
use super::tree::{Kind, Tree};
use crate::edtf::Date;
use crate::source::text::Options as Declared;
use serde_json::Value;

/// Names of `<meta>` elements that give the day of publication, surest first.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "datepublished",
    "citation_publication_date",
    "citation_date",
    "dcterms.issued",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "dc.terms.date",
    "dcterms.created",
    "dc.date.created",
    "og:published_time",
    "parsely-pub-date",
    "pubdate",
    "publishdate",
    "date",
];
/// Names of `<meta>` elements that give the title of the content.
const TITLE: &[&str] = &["og:title", "citation_title", "dcterms.title", "dc.title"];
/// Bytes of text before which the date beside a headline stands.
const HEAD: usize = 300;

/// Title and date as the page declares them.
pub(super) fn declared(tree: &Tree, content: &Content) -> Declared {
    Declared { title: title(tree, content), date: date(tree, content).map(|date| date.to_string()) }
}

fn title(tree: &Tree, content: &Content) -> Option<String> {
    let headline = || {
        let inside = |node: usize| {
            tree.nodes[node].name() == "h1"
                && !content.dropped[node]
                && tree.ancestors(node).any(|outer| content.roots.contains(&outer))
        };
        (0..tree.nodes.len()).find(|&node| inside(node)).map(|node| tree.text(node))
    };
    let named = || {
        let first = |name: &str| (0..tree.nodes.len()).find(|&node| tree.nodes[node].name() == name);
        first("title").map(|node| tree.text(node))
    };
    let clean = |title: String| {
        Some(title.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|t| !t.is_empty())
    };
    headline()
        .and_then(clean)
        .or_else(|| meta(tree, TITLE).find_map(|value| clean(value.to_owned())))
        .or_else(|| named().and_then(clean))
}

fn date(tree: &Tree, content: &Content) -> Option<Date> {
    meta(tree, PUBLISHED)
        .find_map(day)
        .or_else(|| linked_data(tree))
        .or_else(|| marked_up(tree))
        .or_else(|| beside_headline(tree, content))
}

/// The contents of the `<meta>` elements called one of `names`, in the order of the names.
fn meta<'a>(tree: &'a Tree, names: &'a [&'a str]) -> impl Iterator<Item = &'a str> {
    let metas = || tree.nodes.iter().filter(|node| node.name() == "meta");
    names.iter().flat_map(move |name| {
        metas().filter_map(move |node| {
            let key = ["name", "property", "itemprop"].into_iter().find_map(|key| node.attribute(key))?;
            key.eq_ignore_ascii_case(name).then(|| node.attribute("content"))?
        })
    })
}

/// `datePublished` in JSON-LD.
fn linked_data(tree: &Tree) -> Option<Date> {
    let scripts = (0..tree.nodes.len()).filter(|&node| {
        tree.nodes[node].name() == "script"
            && tree.nodes[node]
                .attribute("type")
                .is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json"))
    });
    let mut graphs = scripts.filter_map(|node| serde_json::from_str(&tree.text(node)).ok());
    graphs.find_map(|graph: Value| published(&graph))
}

/// The first `datePublished` of an object, an array of objects or a `@graph`.
fn published(value: &Value) -> Option<Date> {
    match value {
        Value::Array(items) => items.iter().find_map(published),
        Value::Object(object) => object
            .get("datePublished")
            .and_then(Value::as_str)
            .and_then(day)
            .or_else(|| object.get("@graph").and_then(published)),
        _ => None,
    }
}

/// `itemprop="datePublished"` or `<time pubdate>` anywhere on the page.
fn marked_up(tree: &Tree) -> Option<Date> {
    let mut marked = tree.nodes.iter().enumerate().filter(|(_, node)| {
        node.attribute("itemprop").is_some_and(|property| property == "datePublished")
            || node.name() == "time" && node.attribute("pubdate").is_some()
    });
    marked.find_map(|(at, node)| node.attribute("datetime").map_or_else(|| day(&tree.text(at)), day))
}

/// The first `<time>` of the content, if it stands in a byline at its head.
fn beside_headline(tree: &Tree, content: &Content) -> Option<Date> {
    let root = *content.roots.first()?;
    let mut before = 0;
    for (node, it) in tree.nodes.iter().enumerate().skip(root).filter(|&(node, _)| !content.dropped[node]) {
        if it.name() == "time" && tree.ancestors(node).any(|outer| outer == root) {
            let byline = tree.text(it.parent).trim().len() < HEAD / 2;
            return it.attribute("datetime").filter(|_| byline).and_then(day);
        }
        if let Kind::Text(text) = &it.kind {
            before += text.trim().len();
        }
        if before > HEAD {
            return None;
        }
    }
    None
}

/// The day a time stamp begins with, as fine as it gives it: `2023-04-04T09:30+03:00`, `2023/04/04`, `2023-04`.
fn day(stamp: &str) -> Option<Date> {
    let stamp = stamp.trim();
    let end = stamp.find(|c: char| c == 'T' || c.is_whitespace()).unwrap_or(stamp.len());
    stamp[..end].replace('/', "-").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_stamps_are_cut_to_the_day() {
        let read = |stamp: &str| day(stamp).map(|date| date.to_string());
        assert_eq!(read("2023-04-04T09:30:00+03:00").as_deref(), Some("2023-04-04"));
        assert_eq!(read(" 2023/04/04 09:30").as_deref(), Some("2023-04-04"));
        assert_eq!(read("2023-04").as_deref(), Some("2023-04"));
        assert_eq!((read("04/05/2023"), read("yesterday"), read("")), (None, None, None));
    }
}
