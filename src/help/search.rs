//! What is found in the help.

use super::reading::{Block, Inline, blocks};
use super::{PAGES, Place};
use crate::lang::Language;

/// A piece of a page that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where it stands.
    pub place: Place,
    /// The title of the page.
    pub page: String,
    /// The heading above it; empty before the first.
    pub heading: String,
    /// What is written there.
    pub words: String,
}

/// The pieces of all pages that hold every word, whatever its case, each together with the headings above it; those whose
/// heading holds one of the words stand first. No word finds nothing.
pub fn search(typed: &str, language: Language) -> Vec<Hit> {
    let sought: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
    if sought.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for page in PAGES {
        let (mut heading, mut place) = (String::new(), Place::top(page.name));
        for block in blocks(page.text(language), language) {
            match &block {
                Block::Heading(title, name) => (heading, place) = (title.clone(), Place::at(page.name, name)),
                Block::Title(_) | Block::Keys => {}
                Block::Paragraph(words) | Block::Item(words) | Block::Step(_, words) => {
                    let words: String = words.iter().map(Inline::words).collect();
                    let all = format!("{} {heading} {words}", page.title(language)).to_lowercase();
                    if sought.iter().all(|word| all.contains(word)) {
                        let page = page.title(language).to_owned();
                        found.push(Hit { place: place.clone(), page, heading: heading.clone(), words });
                    }
                }
            }
        }
    }
    let above = |hit: &Hit| sought.iter().any(|word| hit.heading.to_lowercase().contains(word));
    found.sort_by_key(|hit| !above(hit));
    found
}
