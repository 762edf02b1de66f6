//! Code: a name for a meaning. Categories and themes are codes that group others, and may be applied themselves.

use serde::{Deserialize, Serialize};

use super::id::{CodeId, CoderId};

/// What a code is for in the codebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CodeKind {
    /// Close to the data.
    Code,
    /// Groups codes.
    Category,
    /// What the analysis argues; groups categories or codes.
    Theme,
}

/// Where a code came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// From theory, before the reading (deductive).
    Theory,
    /// From the words of the informants (inductive).
    Data,
}

/// A slot of the palette; the shades for light, dark and print live with those who draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Hue(pub u8);

impl Hue {
    /// How many slots the palette has; a hue beyond wraps around.
    pub const COUNT: u8 = 10;
}

/// A code's place among its siblings: a key of lower-case letters, so that there is always room between two.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Place(String);

impl TryFrom<String> for Place {
    type Error = &'static str;

    fn try_from(key: String) -> Result<Self, Self::Error> {
        let plain = key.bytes().all(|letter| letter.is_ascii_lowercase());
        let room = !key.is_empty() && !key.ends_with('a');
        (plain && room).then_some(Self(key)).ok_or("a place is lower-case letters, the last of them not a")
    }
}

impl Place {
    /// A place after `before` and before `after`; `None` stands for either end of the row.
    pub fn between(before: Option<&Self>, after: Option<&Self>) -> Self {
        let low = before.map_or(&[][..], |p| p.0.as_bytes());
        let high = after.map(|p| p.0.as_bytes()).filter(|high| *high > low);
        let mut key = Vec::new();
        let mut bounded = high.is_some();
        for at in 0.. {
            let from = low.get(at).map_or(b'a' - 1, |b| *b);
            let to = match high {
                Some(high) if bounded => high.get(at).map_or(b'a' - 1, |b| *b),
                _ => b'z' + 1,
            };
            // At the open end step by one letter, so that a row that grows at its end keeps short keys.
            let middle = if bounded { from + (to.saturating_sub(from)).div_ceil(2) } else { (from + 1).max(b'b') };
            // No key ends in `a`, so there is always room before it.
            if middle > b'a' && middle > from && middle < to {
                key.push(middle);
                break;
            }
            let letter = from.max(b'a');
            key.push(letter);
            bounded &= letter == to;
        }
        Self(String::from_utf8_lossy(&key).into_owned())
    }
}

/// A code as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// Its id, kept for ever and exported as its GUID.
    pub id: CodeId,
    /// Its name.
    pub name: String,
    /// Code, category or theme.
    pub kind: CodeKind,
    /// The code it stands under; `None` at the top.
    pub parent: Option<CodeId>,
    /// Its place among its siblings.
    pub place: Place,
    /// From theory or from the data.
    pub origin: Origin,
    /// Its own colour; `None` takes the colour of the nearest ancestor that has one.
    pub hue: Option<Hue>,
    /// What it means and when to apply it; empty when nobody has said.
    pub description: String,
    /// Who made it.
    pub coder: CoderId,
    /// When it was made, in ms since 1970.
    pub made_ms: u64,
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn there_is_always_room_between_two_places() {
        let mut low = Place::between(None, None);
        let mut high = Place::between(Some(&low), None);
        for round in 0..200 {
            let middle = Place::between(Some(&low), Some(&high));
            assert!(low < middle && middle < high, "{low:?} {middle:?} {high:?}");
            if round % 3 == 0 { low = middle } else { high = middle }
        }
        let mut first = low;
        for _ in 0..200 {
            let before = Place::between(None, Some(&first));
            assert!(before < first, "{before:?} {first:?}");
            first = before;
        }
    }
}
