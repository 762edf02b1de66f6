//! Phrases that are left out as a whole, such as *på en måte*, though the words they are made of count by themselves.

use super::counted::{ByTongue, Counted};
use super::options::{StopLists, WordOptions};
use crate::text::stop_words::StopWords;
use crate::text::tongue::Tongue;

/// How often each word, by its place among the types, stands in phrases that are left out.
pub(super) struct InPhrases {
    /// In phrases that the study leaves out itself, in whatever language.
    pub(super) own: Vec<ByTongue>,
    /// In those, or in fillers on the list of the language around them.
    pub(super) any: Vec<ByTongue>,
}

/// The words of a phrase by their places among the types; of one language, or of all.
struct Phrase {
    types: Vec<u32>,
    tongue: Option<Tongue>,
}

impl InPhrases {
    /// Looks for the phrases. Of several that start at one place the longest is taken, and none that starts in another.
    pub(super) fn of(counted: &Counted, options: &WordOptions) -> Self {
        let none = vec![ByTongue::default(); counted.types.len()];
        let mut found = Self { own: none.clone(), any: none };
        let mut by_first: Vec<Option<Vec<Phrase>>> = Vec::new();
        by_first.resize_with(counted.types.len(), || None);
        for phrase in phrases(counted, options) {
            let first = phrase.types.first().map_or(usize::MAX, |first| *first as usize);
            if let Some(known) = by_first.get_mut(first) {
                known.get_or_insert_default().push(phrase);
            }
        }
        for known in by_first.iter_mut().flatten() {
            known.sort_by_key(|phrase| std::cmp::Reverse(phrase.types.len()));
        }
        for (run, tongue) in counted.runs() {
            let (mut own, mut filler) = (0, 0);
            for (at, word) in run.iter().enumerate() {
                let word = *word as usize;
                for phrase in by_first.get(word).and_then(Option::as_ref).into_iter().flatten() {
                    let free_from = match phrase.tongue {
                        None => &mut own,
                        Some(of) if of == tongue => &mut filler,
                        Some(_) => continue,
                    };
                    let end = at + phrase.types.len();
                    if *free_from <= at && run.get(at..end) == Some(&phrase.types) {
                        *free_from = end;
                    }
                }
                if at < own {
                    found.own[word][tongue.index()] += 1;
                }
                if at < own.max(filler) {
                    found.any[word][tongue.index()] += 1;
                }
            }
        }
        found
    }
}

/// Every phrase to be left out that the words counted can make.
fn phrases(counted: &Counted, options: &WordOptions) -> Vec<Phrase> {
    let own = options.left_out.iter().map(|phrase| (phrase.as_str(), None));
    let listed = Tongue::ALL.into_iter().filter(|_| options.stop_lists == StopLists::Used).flat_map(|tongue| {
        let fillers = StopWords::of(tongue).phrases().iter().filter(|phrase| !options.kept.contains(**phrase));
        fillers.map(move |phrase| (*phrase, Some(tongue)))
    });
    let known = |(phrase, tongue): (&str, Option<Tongue>)| {
        let types = phrase.split(' ').map(|word| u32::try_from(counted.find(word)?).ok());
        let types: Vec<u32> = types.collect::<Option<_>>()?;
        (types.len() > 1).then_some(Phrase { types, tongue })
    };
    own.chain(listed).filter_map(known).collect()
}
