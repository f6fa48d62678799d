//! Which part of a page is its content, and which is the site around it.
//!
//! Three steps. What is never read (scripts, menus, forms) is dropped; what is so named as boilerplate (`cookie-notice`,
//! `share-links`) too, unless it holds most of the page's text, for some sites put all of a page into a form or a
//! header. Then the author's word is taken: `<main>`, `<article>`, `role="main"`. Where a page has neither, the content
//! is the smallest element with most of the prose, prose being the text of blocks of several words that are not mainly
//! links; and lists that are nothing but links are dropped from it.

use super::tree::{Kind, Node, Tree, is_heading};

/// Elements that are not text to be read.
const NEVER: &[&str] = &[
    "applet", "audio", "button", "canvas", "datalist", "del", "dialog", "embed", "head", "iframe", "input",
    "map", "math", "menu", "nav", "noscript", "object", "option", "s", "script", "select", "strike", "style",
    "svg", "template", "textarea", "title", "video",
];
/// Elements around the content, unless they hold most of it.
const AROUND: &[&str] = &["aside", "footer", "form", "header"];
/// Roles of elements around the content.
const ROLES: &[&str] = &[
    "alert",
    "alertdialog",
    "banner",
    "complementary",
    "contentinfo",
    "dialog",
    "form",
    "menu",
    "menubar",
    "navigation",
    "search",
    "tablist",
    "toolbar",
];
/// Words in the class or id of elements around the content.
const BOILERPLATE: &[&str] = &[
    "ad",
    "ads",
    "advert",
    "advertisement",
    "breadcrumb",
    "breadcrumbs",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "disclaimer",
    "gdpr",
    "masthead",
    "menu",
    "modal",
    "nav",
    "navbar",
    "navigation",
    "navigationlinks",
    "newsletter",
    "pagination",
    "paywall",
    "popup",
    "promo",
    "recommended",
    "related",
    "share",
    "sharing",
    "sidebar",
    "signup",
    "skip",
    "skiplink",
    "sponsored",
    "subscribe",
    "toolbar",
];
/// Words in the class or id of notes and lists of sources.
const NOTES: &[&str] =
    &["bibliography", "endnote", "endnotes", "footnote", "footnotes", "references", "reflist"];
/// Parts of a whole.
const PARTS: usize = 10;
/// Parts of a page's text that something around its content holds at most.
const AROUND_AT_MOST: usize = 4;
/// Parts of the text that the element the author calls the content holds at least.
const MARKED_AT_LEAST: usize = 2;
/// Parts of the prose that the content holds where no element is called that.
const PROSE_AT_LEAST: usize = 8;
/// Words of the shortest block that counts as prose.
const PROSE_WORDS: usize = 10;
/// Links of the shortest list of nothing but links.
const LINKS: usize = 3;

/// The content of a page.
#[derive(Debug)]
pub(super) struct Content {
    /// The elements that hold it, in order.
    pub(super) roots: Vec<usize>,
    /// By node: whether it is left out.
    pub(super) dropped: Vec<bool>,
}

/// Finds the content of a page.
pub(super) fn find(tree: &Tree) -> Content {
    let mut dropped: Vec<bool> = tree.nodes.iter().map(is_never_read).collect();
    let measures = Measures::of(tree, &dropped);
    for node in 0..tree.nodes.len() {
        dropped[node] = dropped[node]
            || dropped[tree.nodes[node].parent]
            || is_around(tree, node) && PARTS * measures.text[node] <= AROUND_AT_MOST * measures.text[0];
    }
    let measures = Measures::of(tree, &dropped);
    let marked = marked(tree, &measures, &dropped);
    if marked.is_empty() {
        drop_link_lists(tree, &measures, &mut dropped);
        let root = densest(tree, &Measures::of(tree, &dropped));
        return Content { roots: vec![root], dropped };
    }
    Content { roots: marked, dropped }
}

/// Whether an element holds notes or sources.
pub(super) fn is_notes(tree: &Tree, node: usize) -> bool {
    let role = tree.nodes[node].attribute("role").unwrap_or("");
    matches!(role, "doc-endnotes" | "doc-footnote" | "doc-bibliography" | "doc-endnote")
        || is_called(tree, node, NOTES)
}

fn is_never_read(node: &Node) -> bool {
    let hidden = node.attribute("hidden").is_some()
        || node.attribute("aria-hidden").is_some_and(|value| value == "true")
        || node.attribute("style").is_some_and(hides);
    NEVER.contains(&node.name()) || hidden && !matches!(node.name(), "html" | "body")
}

fn hides(style: &str) -> bool {
    let style: String = style.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    style.contains("display:none") || style.contains("visibility:hidden")
}

/// Whether an element calls itself something around the content.
fn is_around(tree: &Tree, node: usize) -> bool {
    let name = tree.nodes[node].name();
    if matches!(name, "" | "html" | "body" | "main" | "article") || is_notes(tree, node) {
        return false;
    }
    let role = tree.nodes[node].attribute("role").unwrap_or("");
    match name {
        "header" => !tree.ancestors(node).any(|outer| is_marked(tree, outer)),
        _ => AROUND.contains(&name) || ROLES.contains(&role) || is_called(tree, node, BOILERPLATE),
    }
}

/// Whether one of `words` is in the class or id of an element.
fn is_called(tree: &Tree, node: usize, words: &[&str]) -> bool {
    let names = ["class", "id"].into_iter().filter_map(|key| tree.nodes[node].attribute(key));
    let mut parts = names.flat_map(|name| name.split(|c: char| !c.is_ascii_alphanumeric()));
    parts.any(|part| words.iter().any(|word| part.eq_ignore_ascii_case(word)))
}

fn is_marked(tree: &Tree, node: usize) -> bool {
    let node = &tree.nodes[node];
    matches!(node.name(), "main" | "article")
        || node.attribute("role").is_some_and(|role| matches!(role, "main" | "article"))
        || node.attribute("itemprop").is_some_and(|property| property == "articleBody")
}

/// What the author calls the content: the element of the kind with the most text, or all articles of a page of several.
fn marked(tree: &Tree, measures: &Measures, dropped: &[bool]) -> Vec<usize> {
    let all: Vec<usize> =
        (0..tree.nodes.len()).filter(|&node| !dropped[node] && is_marked(tree, node)).collect();
    let outermost: Vec<usize> = all
        .iter()
        .copied()
        .filter(|&node| !tree.ancestors(node).any(|outer| outer != 0 && is_marked(tree, outer)))
        .collect();
    let text = |nodes: &[usize]| nodes.iter().map(|&node| measures.text[node]).sum::<usize>();
    let whole = text(&outermost);
    if whole == 0 || PARTS * whole < MARKED_AT_LEAST * measures.text[0] {
        return Vec::new();
    }
    // One article among teasers of others, or inside a main part with more than it.
    let mut most = all.iter().copied().filter(|node| PARTS * measures.text[*node] >= PROSE_AT_LEAST * whole);
    most.next_back().map_or(outermost, |node| vec![node])
}

/// The smallest element with most of the prose.
fn densest(tree: &Tree, measures: &Measures) -> usize {
    let mut node = 0;
    loop {
        let next = tree.nodes[node]
            .children
            .iter()
            .copied()
            .find(|&child| PARTS * measures.prose[child] >= PROSE_AT_LEAST * measures.prose[0]);
        match next.filter(|&next| measures.prose[0] > 0 && !is_block_of_text(tree, next)) {
            Some(next) => node = next,
            None => return node,
        }
    }
}

/// Whether an element holds text or inline elements itself, so that nothing smaller is content.
fn is_block_of_text(tree: &Tree, node: usize) -> bool {
    matches!(tree.nodes[node].name(), "p" | "li" | "td" | "pre" | "blockquote" | "ul" | "ol" | "table")
        || tree.nodes[node].is_inline()
}

fn drop_link_lists(tree: &Tree, measures: &Measures, dropped: &mut [bool]) {
    for node in 0..tree.nodes.len() {
        let list = matches!(tree.nodes[node].name(), "ul" | "ol" | "dl" | "table");
        let links = measures.links[node] >= LINKS && PARTS * measures.linked[node] >= 9 * measures.text[node];
        dropped[node] |= dropped[tree.nodes[node].parent] || list && links;
    }
}

/// What is in each node, what is dropped aside.
struct Measures {
    /// Characters.
    text: Vec<usize>,
    /// Characters of links.
    linked: Vec<usize>,
    /// Links.
    links: Vec<usize>,
    /// Characters of prose.
    prose: Vec<usize>,
}

/// What a node holds beside blocks.
#[derive(Clone, Copy, Default)]
struct Line {
    words: usize,
    text: usize,
    linked: usize,
}

impl Measures {
    fn of(tree: &Tree, dropped: &[bool]) -> Self {
        let none = || vec![0; tree.nodes.len()];
        let mut measures = Self { text: none(), linked: none(), links: none(), prose: none() };
        let mut lines = vec![Line::default(); tree.nodes.len()];
        for (node, it) in tree.nodes.iter().enumerate().rev().filter(|&(node, _)| !dropped[node]) {
            if let Kind::Text(text) = &it.kind {
                let characters = text.chars().filter(|c| !c.is_whitespace()).count();
                measures.text[node] = characters;
                lines[node] = Line { words: text.split_whitespace().count(), text: characters, linked: 0 };
            } else if it.name() == "a" {
                measures.linked[node] = measures.text[node];
                measures.links[node] = 1;
                lines[node].linked = lines[node].text;
            }
            if it.is_inline() {
                lines[it.parent] = lines[it.parent].and(lines[node]);
            } else if !is_heading(it.name()) && lines[node].is_prose() {
                measures.prose[node] += lines[node].text - lines[node].linked;
            }
            measures.pass_up(node, it.parent);
        }
        measures
    }

    fn pass_up(&mut self, node: usize, parent: usize) {
        for column in [&mut self.text, &mut self.linked, &mut self.links, &mut self.prose] {
            if node != parent {
                column[parent] += column[node];
            }
        }
    }
}

impl Line {
    fn and(self, other: Self) -> Self {
        Self {
            words: self.words + other.words,
            text: self.text + other.text,
            linked: self.linked + other.linked,
        }
    }

    fn is_prose(self) -> bool {
        self.words >= PROSE_WORDS && 2 * self.linked < self.text
    }
}
