//! Corrections: what was said about the words of a text, woven into it. What was woven is kept, since most often one more
//! correction comes after all the others.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::ledger::{Fact, Told};
use super::turns::Laid;
use crate::journal::event::{Event, Inserted};
use crate::model::id::{SourceId, TextHash};
use crate::model::weave::{Change, Weave, Written};
use crate::text::indexed::IndexedText;

/// The corrected texts.
#[derive(Clone, Default)]
pub(super) struct Corrections {
    woven: BTreeMap<SourceId, Woven>,
}

/// One corrected text.
#[derive(Clone)]
pub(super) struct Woven {
    /// What was woven, in order, and whether it counts.
    told: Vec<(Told, bool)>,
    pub(super) weave: Arc<Weave>,
    /// How many corrections name characters that are not here.
    pub(super) strange: usize,
    /// The text it gives, and the imported text it was made from.
    made: Option<(TextHash, Arc<IndexedText>)>,
    pub(super) settled: Option<Settled>,
}

/// What was said of a source besides its words, and where its turns begin by that.
#[derive(Clone)]
pub(super) struct Settled {
    pub(super) said: Vec<(Told, bool)>,
    pub(super) laid: Option<Laid>,
}

impl Woven {
    /// The text as it is now; `None` while the imported one has not arrived.
    pub(super) fn text(&self) -> Option<Arc<IndexedText>> {
        self.made.as_ref().map(|(_, text)| Arc::clone(text))
    }
}

impl Corrections {
    /// Tells whether nothing but words was said of a source since it was derived last.
    pub(super) fn is_settled(&self, source: SourceId, said: &[(Told, bool)]) -> bool {
        let settled = self.woven.get(&source).and_then(|woven| woven.settled.as_ref());
        settled.is_some_and(|settled| settled.said == said)
    }

    /// Forgets what was woven for a source: words of it have been erased.
    pub(super) fn forget(&mut self, source: SourceId) {
        self.woven.remove(&source);
    }

    /// Has all that was said of a source asked again: what its authors had seen is known better now.
    pub(super) fn unsettle(&mut self, source: SourceId) {
        if let Some(woven) = self.woven.get_mut(&source) {
            woven.settled = None;
        }
    }

    /// Weaves what was said of a source, in order, into its text of `length` scalars; `None` where nothing was said.
    pub(super) fn of<'a>(
        &mut self,
        source: SourceId,
        facts: impl Iterator<Item = Fact<'a>>,
        (length, hash, imported): (u32, TextHash, Option<&Arc<IndexedText>>),
    ) -> Option<&mut Woven> {
        let said: Vec<Fact<'_>> = facts.filter(|fact| matches!(fact.event, Event::TextReplaced { .. })).collect();
        if said.is_empty() {
            self.woven.remove(&source);
            return None;
        }
        let told: Vec<(Told, bool)> = said.iter().map(|fact| (fact.told, fact.live)).collect();
        let known = self.woven.remove(&source).filter(|known| told.starts_with(&known.told));
        let known = known.unwrap_or_else(|| Woven {
            told: Vec::new(),
            weave: Arc::new(Weave::new(length)),
            strange: 0,
            settled: None,
            made: imported.filter(|imported| imported.len() == length).map(|imported| (hash, Arc::clone(imported))),
        });
        let news = said.get(known.told.len()..).unwrap_or_default();
        let mut woven = Woven { told, ..known };
        woven.made = woven.made.filter(|(of, _)| *of == hash);
        if !news.is_empty() {
            let before = Arc::clone(&woven.weave);
            woven.strange += Arc::make_mut(&mut woven.weave).change(news.iter().filter_map(change));
            let moved = woven.weave.moved_from(&before);
            woven.made = woven.made.zip(moved).zip(imported).map(|(((of, text), moved), imported)| {
                let words = woven.weave.words(&(moved.old.start..moved.new_end), imported);
                (of, Arc::new(text.spliced(moved.old, &words)))
            });
        }
        if let (Some(imported), None) = (imported, &woven.made) {
            woven.made = Some((hash, Arc::new(IndexedText::new(woven.weave.text(imported)))));
        }
        Some(self.woven.entry(source).insert_entry(woven).into_mut())
    }
}

fn change<'a>(fact: &Fact<'a>) -> Option<(Change<'a>, bool)> {
    let Event::TextReplaced { deleted, after, inserted, .. } = fact.event else { return None };
    let written =
        |new: &'a Inserted| Written { run: new.run, length: new.length, words: new.words.as_str(), again: new.again };
    let inserted = inserted.as_deref().map(written);
    Some((Change { deleted, after: *after, inserted }, fact.live))
}
