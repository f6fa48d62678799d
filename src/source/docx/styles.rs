//! What the styles of a Word document make of a paragraph.

use super::xml;
use crate::source::document::BlockKind;
use quick_xml::events::Event;
use std::collections::HashMap;

/// Longest chain of styles based on each other that is followed.
const CHAIN: usize = 12;

/// What a style says of itself.
#[derive(Debug, Default)]
struct Style {
    /// Its name, in lower case.
    name: String,
    based_on: Option<String>,
    outlined: bool,
    listed: bool,
}

/// The styles of a document, by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles(HashMap<String, Style>);

impl Styles {
    /// Reads the part with the styles.
    ///
    /// # Errors
    ///
    /// If it is no XML.
    pub(super) fn read(part: &str) -> Result<Self, quick_xml::Error> {
        let (mut styles, mut id, mut style) = (HashMap::new(), String::new(), Style::default());
        xml::each(part, |event| match event {
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                b"style" => (id, style) = (xml::value(tag, b"styleId").unwrap_or_default(), Style::default()),
                b"name" => style.name = xml::value(tag, b"val").unwrap_or_default().to_lowercase(),
                b"basedOn" => style.based_on = xml::value(tag, b"val"),
                b"outlineLvl" => style.outlined = is_level(xml::value(tag, b"val").as_deref()),
                b"numPr" => style.listed = true,
                _ => {}
            },
            Event::End(tag) if tag.local_name().as_ref() == b"style" => {
                styles.insert(std::mem::take(&mut id), std::mem::take(&mut style));
            }
            _ => {}
        })?;
        Ok(Self(styles))
    }

    /// What a paragraph of a style is, if the style says.
    pub(super) fn kind(&self, id: &str) -> Option<BlockKind> {
        self.chain(id).find_map(|style| match style.name.as_str() {
            "title" | "subtitle" => Some(BlockKind::Heading),
            name if name.starts_with("heading") || style.outlined => Some(BlockKind::Heading),
            name if ["toc ", "footnote", "endnote", "bibliography", "header", "footer"]
                .iter()
                .any(|note| name.starts_with(note)) =>
            {
                Some(BlockKind::Note)
            }
            name if name.starts_with("list") || style.listed => Some(BlockKind::ListItem),
            _ => None,
        })
    }

    /// Whether a style is that of the document's title.
    pub(super) fn is_title(&self, id: &str) -> bool {
        self.chain(id).any(|style| style.name == "title")
    }

    /// A style, the one it is based on, and so on.
    fn chain(&self, id: &str) -> impl Iterator<Item = &Style> {
        std::iter::successors(self.0.get(id), |style| self.0.get(style.based_on.as_ref()?)).take(CHAIN)
    }
}

/// Whether an outline level is one of a heading: the last of the ten is that of body text.
pub(super) fn is_level(value: Option<&str>) -> bool {
    value.and_then(|value| value.parse::<u8>().ok()).is_some_and(|level| level < 9)
}
