//! The languages that are spoken in interviews.

use serde::{Deserialize, Serialize};

/// A language that a stretch of an interview can be in; in the journal by its tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Tongue {
    /// Norwegian bokmål, and Norwegian dialects written near it.
    #[serde(rename = "nb")]
    Bokmal,
    /// Norwegian nynorsk.
    #[serde(rename = "nn")]
    Nynorsk,
    /// Swedish.
    #[serde(rename = "sv")]
    Swedish,
    /// English.
    #[serde(rename = "en")]
    English,
}

impl Tongue {
    /// Every language that is known.
    pub const ALL: [Self; 4] = [Self::Bokmal, Self::Nynorsk, Self::Swedish, Self::English];

    /// Its short tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Bokmal => "nb",
            Self::Nynorsk => "nn",
            Self::Swedish => "sv",
            Self::English => "en",
        }
    }

    /// Its place in [`Self::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }
}
