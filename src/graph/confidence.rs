//! How sure a statement is, in hundredths.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// The share of statements like this one that are right, from 0 to 1 in hundredths: of a hundred statements at 0.9
/// about ninety are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Confidence(u8);

impl Confidence {
    /// The nearest hundredth of a probability. Nothing read is certain: it stays between 0.01 and 0.99.
    #[must_use]
    pub fn new(probability: f64) -> Self {
        Self::hundredths((probability * 100.0).round().clamp(1.0, 99.0))
    }

    /// The number itself.
    #[must_use]
    pub fn value(self) -> f64 {
        f64::from(self.0) / 100.0
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is whole, from 0 to 100, or no number"
    )]
    fn hundredths(whole: f64) -> Self {
        Self(whole as u8)
    }
}

/// A confidence as it was written, to the nearest hundredth.
impl TryFrom<f64> for Confidence {
    type Error = String;

    fn try_from(number: f64) -> Result<Self, String> {
        if (0.0..=1.0).contains(&number) {
            Ok(Self::hundredths((number * 100.0).round()))
        } else {
            Err(format!("a confidence is between 0 and 1, and this is {number}"))
        }
    }
}

impl fmt::Display for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

impl Serialize for Confidence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.value())
    }
}

impl<'de> Deserialize<'de> for Confidence {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::try_from(f64::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_rounded_to_hundredths_and_never_certain() {
        assert_eq!(Confidence::new(0.874).to_string(), "0.87");
        assert_eq!(Confidence::new(1.0).to_string(), "0.99");
        assert_eq!(Confidence::new(0.0).to_string(), "0.01");
        assert_eq!(Confidence::new(f64::NAN).to_string(), "0.00");
    }

    #[test]
    fn reads_what_it_writes_and_refuses_what_is_no_share() {
        for hundredths in 0..=100_u8 {
            let written = serde_json::to_string(&Confidence(hundredths)).unwrap();
            assert_eq!(serde_json::from_str::<Confidence>(&written).unwrap(), Confidence(hundredths));
        }
        assert_eq!(serde_json::to_string(&Confidence(87)).unwrap(), "0.87");
        assert_eq!(serde_json::from_str::<Confidence>("1").unwrap(), Confidence(100));
        assert!(serde_json::from_str::<Confidence>("1.5").is_err());
    }
}
