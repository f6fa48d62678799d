//! XML event by event; names without their prefixes.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Hands every event of a part to `take`.
///
/// # Errors
///
/// If it is no XML.
pub(super) fn each(part: &str, mut take: impl FnMut(&Event)) -> Result<(), quick_xml::Error> {
    let mut reader = Reader::from_str(part);
    loop {
        match reader.read_event()? {
            Event::Eof => return Ok(()),
            event => take(&event),
        }
    }
}

/// The value of an attribute.
pub(super) fn value(tag: &BytesStart, name: &[u8]) -> Option<String> {
    let attribute =
        tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    attribute.unescape_value().ok().map(std::borrow::Cow::into_owned)
}

/// The text of an event; none of others.
pub(super) fn text(event: &Event) -> Option<String> {
    match event {
        Event::Text(text) => text.unescape().ok().map(std::borrow::Cow::into_owned),
        Event::CData(data) => Some(String::from_utf8_lossy(data).into_owned()),
        _ => None,
    }
}

/// The text of the first element called `name`.
pub(super) fn first(part: &str, name: &[u8]) -> Option<String> {
    let (mut inside, mut found) = (false, None::<String>);
    let read = each(part, |event| match event {
        Event::Start(tag) if tag.local_name().as_ref() == name => inside = found.is_none(),
        Event::End(tag) if tag.local_name().as_ref() == name => inside = false,
        event if inside => found.get_or_insert_default().push_str(&text(event).unwrap_or_default()),
        _ => {}
    });
    found.filter(|text| read.is_ok() && !text.trim().is_empty())
}
