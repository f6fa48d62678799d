//! Colours on a light or a dark ground.

use std::borrow::Cow;

use crate::vocabulary::Relation;

/// What a diagram is drawn on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark lines on white.
    #[default]
    Light,
    /// Light lines on a dark ground.
    Dark,
}

impl Theme {
    /// The ground.
    pub(in super::super) const fn ground(self) -> &'static str {
        match self {
            Self::Light => "#FFFFFF",
            Self::Dark => "#14181D",
        }
    }

    /// Text on the ground.
    pub(in super::super) const fn ink(self) -> &'static str {
        match self {
            Self::Light => "#202020",
            Self::Dark => "#E6E6E6",
        }
    }

    /// Outlines of nodes and boxes.
    pub(in super::super) const fn outline(self) -> &'static str {
        match self {
            Self::Light => "#505050",
            Self::Dark => "#A8B0B8",
        }
    }
}

/// The colour of a relation on the ground of a theme.
pub(in super::super) fn paint(relation: &Relation, theme: Theme) -> Cow<'_, str> {
    match (theme, &relation.dark_colour) {
        (Theme::Light, _) => Cow::Borrowed(&relation.colour),
        (Theme::Dark, Some(colour)) => Cow::Borrowed(colour),
        (Theme::Dark, None) => lit(&relation.colour).into(),
    }
}

/// A colour, `#RRGGBB`, mixed with white until it can be read on a dark ground.
fn lit(colour: &str) -> String {
    let Some(mut rgb) = rgb(colour) else { return colour.to_owned() };
    while luma(rgb) < READABLE {
        rgb = rgb.map(|c| c + (255 - c).div_ceil(8));
    }
    let [r, g, b] = rgb;
    format!("#{r:02X}{g:02X}{b:02X}")
}

/// Brightness, 0 to 255, from which on a line can be read on a dark ground.
const READABLE: u32 = 140;

/// Brightness as the eye weighs the colours, 0 to 255.
fn luma([r, g, b]: [u8; 3]) -> u32 {
    (u32::from(r) * 2126 + u32::from(g) * 7152 + u32::from(b) * 722) / 10_000
}

/// Red, green and blue of `#RRGGBB`.
pub(in super::super) fn rgb(colour: &str) -> Option<[u8; 3]> {
    let hex = colour.strip_prefix('#').filter(|hex| hex.len() == 6 && hex.is_ascii())?;
    let part = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_lightened_until_they_can_be_read() {
        let grey = lit("#000000");
        assert!(luma(rgb(&grey).unwrap()) >= READABLE && grey != "#FFFFFF", "{grey}");
        assert_eq!(lit("#FCE5B8"), "#FCE5B8");
        assert_eq!(lit("red"), "red");
        assert_eq!(rgb("#é00é0"), None);
    }
}
