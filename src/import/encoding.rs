//! Encoding: how the letters of a text file are written, as it is named to people and on the command line.

/// How the letters of a text file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8, as nearly all programs write today.
    Utf8,
    /// UTF-16 with the lower byte first.
    Utf16Le,
    /// UTF-16 with the higher byte first.
    Utf16Be,
    /// The Western European encoding of older Windows programs.
    Windows1252,
    /// ISO 8859-1.
    Latin1,
    /// The Western European encoding of the Macintosh before OS X.
    MacRoman,
    /// Another one, by the name that the WHATWG Encoding Standard gives it.
    Other(&'static str),
}

impl Encoding {
    /// Those that a person may choose among, the likely ones first.
    pub const ALL: [Self; 6] =
        [Self::Utf8, Self::Windows1252, Self::MacRoman, Self::Latin1, Self::Utf16Le, Self::Utf16Be];

    /// The name for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
            Self::Windows1252 => "Windows-1252",
            Self::Latin1 => "Latin-1 (ISO 8859-1)",
            Self::MacRoman => "Mac Roman",
            Self::Other(name) => name,
        }
    }

    /// The name on the command line.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1252 => "windows-1252",
            Self::Latin1 => "latin-1",
            Self::MacRoman => "mac-roman",
            Self::Other(name) => name,
        }
    }

    /// Reads a name from the command line, however its letters and hyphens are written; also those of other encodings.
    pub fn parse(typed: &str) -> Option<Self> {
        let bare = |name: &str| name.to_lowercase().replace(['-', '_', ' '], "");
        let wanted = bare(typed);
        let own = Self::ALL.into_iter().find(|encoding| bare(encoding.tag()) == wanted);
        let known_as = || match wanted.as_str() {
            "iso88591" => Some(Self::Latin1),
            "macintosh" | "macroman" => Some(Self::MacRoman),
            "utf16" => Some(Self::Utf16Le),
            "ansi" | "cp1252" => Some(Self::Windows1252),
            _ => encoding_rs::Encoding::for_label(typed.trim().as_bytes()).map(Self::of),
        };
        own.or_else(known_as)
    }

    /// The encoding that a library means.
    pub(super) fn of(encoding: &'static encoding_rs::Encoding) -> Self {
        let known = Self::ALL.into_iter().filter(|known| *known != Self::Latin1);
        known.into_iter().find(|known| known.library() == encoding).unwrap_or(Self::Other(encoding.name()))
    }

    /// The library's encoding; Latin-1 is among those of Windows-1252, which only has more signs.
    pub(super) fn library(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 => encoding_rs::UTF_8,
            Self::Utf16Le => encoding_rs::UTF_16LE,
            Self::Utf16Be => encoding_rs::UTF_16BE,
            Self::Windows1252 | Self::Latin1 => encoding_rs::WINDOWS_1252,
            Self::MacRoman => encoding_rs::MACINTOSH,
            Self::Other(name) => encoding_rs::Encoding::for_label(name.as_bytes()).unwrap_or(encoding_rs::WINDOWS_1252),
        }
    }
}
