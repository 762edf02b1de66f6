//! REFI-QDA 1.5, in which programs for qualitative analysis hand studies to each other: what writing and reading share.

/// The name space of a project.
pub const PROJECT: &str = "urn:QDA-XML:project:1.0";
/// The name space of a codebook.
pub const CODEBOOK: &str = "urn:QDA-XML:codebook:1.0";

/// A set of codes that keeps what the format has no word for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// The codes that are themes.
    Themes,
    /// The codes that are categories.
    Categories,
    /// The codes that come from theory.
    Theory,
}

impl Group {
    /// All of them, in the order in which they are written.
    pub const ALL: [Self; 3] = [Self::Themes, Self::Categories, Self::Theory];

    /// The bits of its GUID, by which it is known again whatever it is called.
    pub const fn bits(self) -> u128 {
        let sign = match self {
            Self::Themes => 1,
            Self::Categories => 2,
            Self::Theory => 3,
        };
        0x6b6f_6465_626f_4b00_8000_0000_0000_0000 | sign
    }
}

/// A GUID as it stands in a file: 32 hexadecimal digits in five groups.
pub fn guid(bits: u128) -> String {
    let digits = format!("{bits:032x}");
    let groups = [0..8, 8..12, 12..16, 16..20, 20..32].map(|group| digits.get(group).unwrap_or_default());
    groups.join("-")
}

/// Reads a GUID, with or without braces, in letters of any case; `None` for anything else.
pub fn bits(guid: &str) -> Option<u128> {
    let bare = guid.trim();
    let bare = bare.strip_prefix('{').and_then(|bare| bare.strip_suffix('}')).unwrap_or(bare);
    let lengths: Vec<usize> = bare.split('-').map(str::len).collect();
    let digits: String = bare.split('-').collect();
    let fits = lengths == [8, 4, 4, 4, 12] && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    fits.then(|| u128::from_str_radix(&digits, 16).ok())?
}
