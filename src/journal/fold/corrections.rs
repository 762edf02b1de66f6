//! Corrections: what was said about the words of a text, woven into it. What was woven is kept, since most often one more
//! correction comes after all the others.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::ledger::{Fact, Told};
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
}

impl Woven {
    /// The text as it is now; `None` while the imported one has not arrived.
    pub(super) fn text(&self) -> Option<Arc<IndexedText>> {
        self.made.as_ref().map(|(_, text)| Arc::clone(text))
    }
}

impl Corrections {
    /// Forgets what was woven for a source: words of it have been erased.
    pub(super) fn forget(&mut self, source: SourceId) {
        self.woven.remove(&source);
    }

    /// Weaves what was said of a source, in order, into its text of `length` scalars; `None` where nothing was said.
    pub(super) fn of<'a>(
        &mut self,
        source: SourceId,
        facts: impl Iterator<Item = Fact<'a>>,
        (length, hash, imported): (u32, TextHash, Option<&IndexedText>),
    ) -> Option<&Woven> {
        let said: Vec<Fact<'_>> = facts.filter(|fact| matches!(fact.event, Event::TextReplaced { .. })).collect();
        if said.is_empty() {
            self.woven.remove(&source);
            return None;
        }
        let told: Vec<(Told, bool)> = said.iter().map(|fact| (fact.told, fact.live)).collect();
        let known = self.woven.remove(&source).filter(|known| told.starts_with(&known.told));
        let known = known.unwrap_or_else(|| {
            let weave = Arc::new(Weave::new(length));
            Woven { told: Vec::new(), weave, strange: 0, made: None }
        });
        let news = said.get(known.told.len()..).unwrap_or_default();
        let mut woven = Woven { told, ..known };
        if !news.is_empty() {
            woven.made = None;
            woven.strange += Arc::make_mut(&mut woven.weave).change(news.iter().filter_map(change));
        }
        // A text with letters that are blacked out now is not shown any more, though the new one has not arrived.
        woven.made.take_if(|(of, _)| *of != hash);
        if let Some(imported) = imported.filter(|_| woven.made.is_none()) {
            woven.made = Some((hash, Arc::new(IndexedText::new(woven.weave.text(imported)))));
        }
        Some(self.woven.entry(source).insert_entry(woven).into_mut())
    }
}

fn change<'a>(fact: &Fact<'a>) -> Option<(Change<'a>, bool)> {
    let Event::TextReplaced { deleted, after, inserted, .. } = fact.event else { return None };
    let written =
        |new: &'a Inserted| Written { run: new.run, length: new.length, words: new.words.as_str(), again: new.again };
    let inserted = inserted.as_ref().map(written);
    Some((Change { deleted, after: *after, inserted }, fact.live))
}
