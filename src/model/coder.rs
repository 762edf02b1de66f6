//! Coder: a person who codes.

use super::code::Hue;
use super::id::CoderId;

/// A coder as they are now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coder {
    /// Their id, the same in every project of one installation.
    pub id: CoderId,
    /// The name shown and exported.
    pub name: String,
    /// Their colour.
    pub hue: Hue,
}

impl Coder {
    /// The first letter of the first and last word of the name, upper case.
    pub fn initials(&self) -> String {
        let mut words = self.name.split_whitespace();
        let first = words.next().and_then(|w| w.chars().next());
        let last = words.next_back().and_then(|w| w.chars().next());
        first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
    }
}
