//! Lexicon: what a study has decided about words: which say nothing to it, which count after all, and which are one.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::id::WordGroupId;

/// How a word stands in the lists of a study.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It is left out.
    Out,
    /// It counts, whatever the lists of stop words say.
    In,
    /// The lists of stop words decide.
    #[default]
    Listed,
}

/// What a study has decided about words, all of them in small letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lexicon {
    /// Words that are left out.
    pub left_out: BTreeSet<String>,
    /// Words that count although a list of stop words has them.
    pub kept: BTreeSet<String>,
    /// Words that count as one, two or more in a group; a word is in one group at most.
    pub groups: BTreeMap<WordGroupId, Vec<String>>,
}

impl Lexicon {
    /// How a word in small letters stands.
    pub fn standing(&self, word: &str) -> Standing {
        if self.left_out.contains(word) {
            Standing::Out
        } else if self.kept.contains(word) {
            Standing::In
        } else {
            Standing::Listed
        }
    }

    /// The group that has a word in small letters.
    pub fn group_of(&self, word: &str) -> Option<WordGroupId> {
        self.groups.iter().find(|(_, words)| words.iter().any(|known| known == word)).map(|(id, _)| *id)
    }
}
