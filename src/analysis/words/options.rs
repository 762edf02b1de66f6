//! How words are counted: what is left out, and what counts as one word.

use std::collections::BTreeSet;

use crate::model::lexicon::Lexicon;

/// Whether the forms of a word are one row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grouping {
    /// Forms with the same stem are one row: *klynge, klyngen, klyngene*.
    #[default]
    Stem,
    /// Each form is a row.
    Form,
}

/// Whether a compound counts as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Compounds {
    /// *Klyngeleder* is a word of its own.
    #[default]
    Whole,
    /// *Klyngeleder* counts for *klynge* and for *leder* where both are words of the texts counted.
    Parts,
}

/// Whether numbers in digits are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Numbers {
    /// They are left out.
    #[default]
    Out,
    /// They are counted.
    In,
}

/// Whether the lists of stop words are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StopLists {
    /// Words and fillers on the list of the language of their turn are left out.
    #[default]
    Used,
    /// Every word counts, but those the project leaves out itself.
    Unused,
}

/// How words are counted. Words stand here in small letters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordOptions {
    /// Whether the forms of a word are one row.
    pub grouping: Grouping,
    /// Words that the project counts as one, each group in the order in which it is shown.
    pub groups: Vec<Vec<String>>,
    /// Whether the lists of stop words are used.
    pub stop_lists: StopLists,
    /// What the project leaves out besides.
    pub left_out: BTreeSet<String>,
    /// What the project counts although a list leaves it out.
    pub kept: BTreeSet<String>,
    /// The fewest letters of a word that counts.
    pub min_letters: u8,
    /// Whether numbers count.
    pub numbers: Numbers,
    /// Whether compounds count as wholes.
    pub compounds: Compounds,
}

impl Default for WordOptions {
    fn default() -> Self {
        Self {
            grouping: Grouping::default(),
            groups: Vec::new(),
            stop_lists: StopLists::default(),
            left_out: BTreeSet::new(),
            kept: BTreeSet::new(),
            min_letters: 2,
            numbers: Numbers::default(),
            compounds: Compounds::default(),
        }
    }
}

impl WordOptions {
    /// As usual, with what a study has decided about words.
    pub fn of(lexicon: &Lexicon) -> Self {
        Self {
            groups: lexicon.groups.values().cloned().collect(),
            left_out: lexicon.left_out.clone(),
            kept: lexicon.kept.clone(),
            ..Self::default()
        }
    }
}
