//! The languages that are spoken in interviews.

/// A language that a stretch of an interview can be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tongue {
    /// Norwegian bokmål, and Norwegian dialects written near it.
    Bokmal,
    /// Norwegian nynorsk.
    Nynorsk,
    /// Swedish.
    Swedish,
    /// English.
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
