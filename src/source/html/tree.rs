//! A page as a tree: what a browser makes of tags left open, closed twice or closed in the wrong order, as far as text
//! needs it. Time and memory are linear in the length of the page, whatever its tags say.

use crate::source::limits;
use html5gum::{DefaultEmitter, EndTag, StartTag, Token, Tokenizer};
use std::collections::BTreeMap;

/// Elements deeper than this are taken for children of the one at this depth.
const DEPTH: usize = 200;

/// Elements without content or end tag.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];
/// Elements that may stand in the head of a page.
const HEAD: &[&str] = &["base", "link", "meta", "noscript", "script", "style", "template", "title"];
/// Elements that part of a line of text may be.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "q", "ruby", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "wbr",
];

/// A node of the page.
#[derive(Debug)]
pub(super) struct Node {
    /// What it is.
    pub(super) kind: Kind,
    /// The node it is in; the root is in itself.
    pub(super) parent: usize,
    /// The nodes in it, in order.
    pub(super) children: Vec<usize>,
}

/// What a node is.
#[derive(Debug)]
pub(super) enum Kind {
    /// Characters.
    Text(String),
    /// An element: its name and attributes, names in lower case.
    Element(String, BTreeMap<String, String>),
}

impl Node {
    /// The element's name; nothing for text.
    pub(super) fn name(&self) -> &str {
        match &self.kind {
            Kind::Text(_) => "",
            Kind::Element(name, _) => name,
        }
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        match &self.kind {
            Kind::Text(_) => None,
            Kind::Element(_, attributes) => attributes.get(name).map(String::as_str),
        }
    }

    /// Whether it is text or an element that part of a line may be.
    pub(super) fn is_inline(&self) -> bool {
        matches!(self.kind, Kind::Text(_)) || INLINE.contains(&self.name())
    }
}

/// A page; every node comes after the one it is in, and the first is the root.
#[derive(Debug)]
pub(super) struct Tree {
    /// All nodes.
    pub(super) nodes: Vec<Node>,
}

impl Tree {
    /// Reads a page; none if it has more elements than a page may have.
    pub(super) fn read(html: &str) -> Option<Self> {
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        let root =
            Node { kind: Kind::Element(String::new(), BTreeMap::new()), parent: 0, children: Vec::new() };
        let mut builder = Builder { nodes: vec![root], open: vec![0], too_deep: 0 };
        for token in Tokenizer::new_with_emitter(html, emitter) {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => builder.start(&tag),
                Token::EndTag(tag) => builder.end(&tag),
                Token::String(text) => builder.text(&String::from_utf8_lossy(&text)),
                _ => {}
            }
            if builder.nodes.len() > limits::ELEMENTS {
                return None;
            }
        }
        Some(Self { nodes: builder.nodes })
    }

    /// The text in a node as it stands.
    pub(super) fn text(&self, node: usize) -> String {
        match &self.nodes[node].kind {
            Kind::Text(text) => text.clone(),
            Kind::Element(..) => self.nodes[node].children.iter().map(|&child| self.text(child)).collect(),
        }
    }

    /// The nodes a node is in, innermost first.
    pub(super) fn ancestors(&self, node: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(node), |&node| Some(self.nodes[node].parent).filter(|_| node != 0)).skip(1)
    }
}

struct Builder {
    nodes: Vec<Node>,
    /// Elements not yet closed, outermost first.
    open: Vec<usize>,
    /// How many elements beyond [`DEPTH`] are not yet closed.
    too_deep: usize,
}

impl Builder {
    fn start(&mut self, tag: &StartTag<()>) {
        let name = lower(&tag.name);
        if matches!(name.as_str(), "html" | "body") && self.is_open(&name) {
            return;
        }
        self.close_before(&name);
        let attributes = tag
            .attributes
            .iter()
            .map(|(key, value)| (lower(key), String::from_utf8_lossy(value).into_owned()));
        let ends = tag.self_closing || VOID.contains(&name.as_str());
        let node = self.append(Kind::Element(name, attributes.collect()));
        if ends {
            return;
        }
        if self.open.len() < DEPTH { self.open.push(node) } else { self.too_deep += 1 }
    }

    /// Closes what cannot hold an element called `name`.
    fn close_before(&mut self, name: &str) {
        match name {
            "li" => self.close(&["li"], &["ul", "ol", "menu"]),
            "dt" | "dd" => self.close(&["dt", "dd"], &["dl"]),
            "td" | "th" => self.close(&["td", "th"], &["tr", "table"]),
            "tr" => self.close(&["tr"], &["table"]),
            "tbody" | "thead" | "tfoot" => self.close(&["tbody", "thead", "tfoot", "caption"], &["table"]),
            _ => {}
        }
        if !HEAD.contains(&name) {
            self.close(&["head"], &[]);
        }
        if !INLINE.contains(&name) && !HEAD.contains(&name) {
            self.close(&["p"], &["td", "th", "table", "button", "object", "caption"]);
        }
        if is_heading(name) {
            self.close(&["h1", "h2", "h3", "h4", "h5", "h6"], &["td", "th", "div", "section", "article"]);
        }
    }

    fn end(&mut self, tag: &EndTag<()>) {
        let name = lower(&tag.name);
        if matches!(name.as_str(), "html" | "body") || VOID.contains(&name.as_str()) {
            return;
        }
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        let inline = INLINE.contains(&name.as_str());
        let found = self.open.iter().rposition(|&node| {
            let open = self.nodes[node].name();
            open == name || inline && !INLINE.contains(&open) || is_cell(open) && !is_tabular(&name)
        });
        if let Some(at) = found.filter(|&at| at > 0 && self.nodes[self.open[at]].name() == name) {
            self.open.truncate(at);
        }
    }

    fn text(&mut self, text: &str) {
        let in_head = self.open.last().is_some_and(|&node| self.nodes[node].name() == "head");
        if in_head && !text.trim().is_empty() {
            self.open.pop();
        }
        let last = self.open.last().and_then(|&node| self.nodes[node].children.last().copied());
        if let Some(Kind::Text(before)) = last.map(|node| &mut self.nodes[node].kind) {
            before.push_str(text);
        } else {
            self.append(Kind::Text(text.to_owned()));
        }
    }

    /// Closes the innermost open element of one of `names`, unless one of `scopes` is open inside it.
    fn close(&mut self, names: &[&str], scopes: &[&str]) {
        let found = self.open.iter().rposition(|&node| {
            let open = self.nodes[node].name();
            names.contains(&open) || scopes.contains(&open)
        });
        if let Some(at) = found.filter(|&at| names.contains(&self.nodes[self.open[at]].name())) {
            self.open.truncate(at);
        }
    }

    fn is_open(&self, name: &str) -> bool {
        self.open.iter().any(|&node| self.nodes[node].name() == name)
    }

    fn append(&mut self, kind: Kind) -> usize {
        let node = self.nodes.len();
        let parent = self.open.last().copied().unwrap_or(0);
        self.nodes.push(Node { kind, parent, children: Vec::new() });
        self.nodes[parent].children.push(node);
        node
    }
}

fn lower(name: &[u8]) -> String {
    String::from_utf8_lossy(name).to_ascii_lowercase()
}

/// Whether an element is a heading: `h1` to `h6`.
pub(super) fn is_heading(name: &str) -> bool {
    matches!(name.as_bytes(), [b'h', b'1'..=b'6'])
}

fn is_cell(name: &str) -> bool {
    matches!(name, "td" | "th" | "caption")
}

fn is_tabular(name: &str) -> bool {
    is_cell(name) || matches!(name, "tr" | "tbody" | "thead" | "tfoot" | "table")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tree as nested names and text.
    fn shape(html: &str) -> String {
        let tree = Tree::read(html).unwrap();
        show(&tree, 0)
    }

    fn show(tree: &Tree, node: usize) -> String {
        let inside: Vec<String> = tree.nodes[node].children.iter().map(|&child| show(tree, child)).collect();
        match &tree.nodes[node].kind {
            Kind::Text(text) => text.trim().to_owned(),
            Kind::Element(name, _) => format!("{name}({})", inside.join(" ")),
        }
    }

    #[test]
    fn elements_end_where_others_begin() {
        assert_eq!(shape("<p>One<p>Two<div>Three</div>"), "(p(One) p(Two) div(Three))");
        assert_eq!(shape("<ul><li>One<li>Two<ul><li>Deep</ul></ul>"), "(ul(li(One) li(Two ul(li(Deep)))))");
        assert_eq!(shape("<table><tr><td>a<td>b<tr><td>c</table>d"), "(table(tr(td(a) td(b)) tr(td(c))) d)");
        assert_eq!(shape("<head><title>T</title><p>Text"), "(head(title(T)) p(Text))");
    }

    #[test]
    fn tags_in_the_wrong_order_are_borne() {
        assert_eq!(shape("<p><b>Bold</p> on</b> off"), "(p(b(Bold)) on off)");
        assert_eq!(shape("</div></p>Text</body> and more"), "(Text and more)");
        assert_eq!(shape("<div><td>cell</div>still"), "(div(td(cellstill)))");
        assert_eq!(shape("a < b &amp; c<br/>d"), "(a < b & c br() d)");
        assert_eq!(shape("<script>if (a<b) '</p>'</script>x"), "(script(if (a<b) '</p>') x)");
    }

    #[test]
    fn depth_is_bounded() {
        let tree = Tree::read(&format!("{}x{}y", "<div>".repeat(100_000), "</div>".repeat(100_000))).unwrap();
        let deepest =
            tree.nodes.iter().position(|node| matches!(&node.kind, Kind::Text(x) if x == "x")).unwrap();
        assert!(tree.ancestors(deepest).count() <= DEPTH);
        assert_eq!(tree.nodes[tree.nodes.len() - 1].parent, 0);
    }
}
