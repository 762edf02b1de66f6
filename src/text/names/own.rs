//! What a study calls people and things by itself: pseudonyms that the program or a person has made up, and numbers of answers.
//! Nobody is named by them.

use std::collections::BTreeSet;

use super::Kind;
use super::propose::Labels;
use super::table::{Row, Table};
use crate::text::indexed::IndexedText;

/// The pseudonyms and numbers of a study.
#[derive(Clone, Debug, Default)]
pub struct Own {
    labels: Vec<Labels>,
    called: BTreeSet<String>,
    table: Table,
}

impl Own {
    /// What pseudonyms are made of, in every language they may have been made in; and what else is made up.
    pub fn new<'s>(labels: impl IntoIterator<Item = Labels>, made_up: impl IntoIterator<Item = &'s str>) -> Self {
        let called: BTreeSet<String> = made_up.into_iter().map(str::to_owned).collect();
        let row = |name: &String| Row { original: name.clone(), pseudonym: "?".to_owned(), kind: Kind::Person };
        let table = Table::new(called.iter().map(row));
        Self { labels: labels.into_iter().collect(), called, table }
    }

    /// Tells whether a name is made up.
    pub fn is(&self, name: &str) -> bool {
        self.called.contains(name) || self.labels.iter().any(|labels| labels.made(name))
    }

    /// Where such names stand in a text, in bytes, with their endings.
    pub(super) fn places(&self, text: &str) -> Vec<(usize, usize)> {
        let mut places: Vec<(usize, usize)> = self.labels.iter().flat_map(|labels| labels.places(text)).collect();
        let replacements = self.table.replacements(text);
        if !replacements.is_empty() {
            let text = IndexedText::new(text.to_owned());
            places.extend(replacements.iter().map(|place| (text.byte(place.start), text.byte(place.end))));
        }
        places
    }
}

/// Tells whether somebody is called by a number: *L01*, *Svar 12*.
pub fn is_number(name: &str) -> bool {
    name.chars().any(|letter| letter.is_ascii_digit())
}
