//! What the study has decided about words, and the searches it keeps. The last word counts.

use std::collections::{BTreeMap, BTreeSet};

use imbl::OrdMap;

use super::ledger::Ledger;
use super::topics::Topic;
use crate::journal::event::{Event, FreeText};
use crate::model::id::{SearchId, WordGroupId};
use crate::model::lexicon::{Lexicon, Standing};
use crate::model::search::{Near, Query, SavedSearch};

/// Derives both anew. Words that have been erased are in neither.
pub(super) fn derive(ledger: &Ledger) -> (Lexicon, OrdMap<SearchId, SavedSearch>) {
    let mut standings: BTreeMap<&str, Standing> = BTreeMap::new();
    let mut groups: BTreeMap<WordGroupId, &[FreeText]> = BTreeMap::new();
    let mut searches = OrdMap::new();
    for fact in ledger.facts(Topic::Words).filter(|fact| fact.live) {
        match fact.event {
            Event::WordsWeighed { words, standing } => {
                let known = words.iter().map(FreeText::as_str).filter(|word| !word.is_empty());
                standings.extend(known.map(|word| (word, *standing)));
            }
            Event::WordsGrouped { group, words } => drop(groups.insert(*group, words)),
            Event::SearchKept { search, name, words, way, near } => {
                let near =
                    near.as_ref().map(|(words, within)| Near { words: words.as_str().to_owned(), within: *within });
                let query = Query { words: words.as_str().to_owned(), way: *way, near };
                let name = name.as_str().to_owned();
                if name.is_empty() {
                    searches.remove(search);
                } else {
                    searches.insert(*search, SavedSearch { id: *search, name, query });
                }
            }
            Event::SearchDropped { search } => drop(searches.remove(search)),
            _ => {}
        }
    }
    let with = |wanted: Standing| {
        let such = standings.iter().filter(|(_, standing)| **standing == wanted);
        such.map(|(word, _)| (*word).to_owned()).collect::<BTreeSet<_>>()
    };
    (Lexicon { left_out: with(Standing::Out), kept: with(Standing::In), groups: apart(&groups) }, searches)
}

/// The groups, without words that another group before has: two people may have grouped a word at the same time.
fn apart(told: &BTreeMap<WordGroupId, &[FreeText]>) -> BTreeMap<WordGroupId, Vec<String>> {
    let mut taken = BTreeSet::new();
    let mut groups = BTreeMap::new();
    for (group, words) in told {
        let free = words.iter().map(FreeText::as_str).filter(|word| !word.is_empty() && !taken.contains(word));
        let words: Vec<&str> = free.collect();
        if words.len() > 1 {
            taken.extend(words.iter().copied());
            groups.insert(*group, words.into_iter().map(str::to_owned).collect());
        }
    }
    groups
}
