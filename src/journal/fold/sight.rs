//! Sight: which of the codings that stand are shown, and where; the project's rows of codings follow.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::codings::Waiting;
use super::topics::{Topic, TopicNo};
use super::{Fold, packed};
use crate::journal::problem::Problem;
use crate::model::coding::{Coding, LostCoding};
use crate::model::id::{CodeId, CodingId, SourceId};
use crate::model::project::Project;
use crate::model::row::Row;
use crate::model::source::{Source, Whereabouts};
use crate::model::weave::Weave;
use crate::model::weave::moved::Moved;

/// Where a coding that stands is to be shown.
enum Sight {
    Shown(Coding),
    Hidden,
    /// All its words were deleted.
    Lost(LostCoding),
    Waiting(Waiting),
}

impl Fold {
    /// Lets the codings of a source follow its text; gives those that may be seen no more, or again.
    pub(super) fn follow(&mut self, id: SourceId, moved: &Moved) -> Vec<TopicNo> {
        let project = Arc::make_mut(&mut self.project);
        let (row, source) = (project.in_source.get_mut(&id), project.sources.get(&id));
        let gone = row.zip(source).map(|(row, now)| Arc::make_mut(row).follow(moved, |coding| now.resolve(coding.at)));
        let lost = project.lost.values().filter(|lost| lost.source == id).map(|lost| lost.id);
        let waiting = self.waiting.iter().filter(|(_, why)| **why == Waiting::Words(id)).map(|(id, _)| *id);
        let codings = gone.into_iter().flatten().chain(lost).chain(waiting);
        codings.filter_map(|id| self.ledger.topics.number(Topic::Coding(id))).collect()
    }

    /// The number of a coding.
    pub(super) fn number_of(&self, id: CodingId) -> Option<TopicNo> {
        self.ledger.topics.number(Topic::Coding(id))
    }

    /// Does as [`show_coding`](Self::show_coding) with every coding there is.
    pub(super) fn show_first_codings(&mut self) {
        let (mut rows, mut all, mut waiting, mut lost) = (Vec::new(), 0, Vec::new(), Vec::new());
        for (source, numbers) in self.codings.by_source() {
            let mut codings = Vec::with_capacity(numbers.len());
            for &no in numbers {
                match self.sight(no) {
                    Sight::Shown(coding) => codings.push(coding),
                    Sight::Waiting(why) => waiting.push((self.ledger.topics.coding(no), why)),
                    Sight::Lost(coding) => lost.push((coding.id, coding)),
                    Sight::Hidden => {}
                }
            }
            all += codings.len();
            if !codings.is_empty() {
                rows.push((source, Row::of(&codings)));
            }
        }
        self.waiting.extend(waiting);
        let mut of_code: Vec<(CodeId, CodingId)> = Vec::with_capacity(all);
        of_code.extend(rows.iter().flat_map(|(_, row)| row.all()).map(|coding| (coding.code, coding.id)));
        of_code.sort_unstable();
        let project = self.project_mut();
        project.lost.extend(lost);
        project.of_code = packed::rows(&of_code);
        drop(of_code);
        let mut by_id: Vec<(CodingId, (u32, u32))> = Vec::with_capacity(all);
        by_id.extend(
            rows.iter().zip(0..).flat_map(|((_, row), at)| row.slots().map(move |(id, slot)| (id, (at, slot)))),
        );
        by_id.sort_unstable();
        project.codings = packed::map(&by_id, |(_, (at, slot))| (rows[at as usize].0, slot));
        project.in_source = rows.into_iter().map(|(source, row)| (source, Arc::new(row))).collect();
    }

    /// Puts a coding where it belongs now, or takes it out of sight.
    pub(super) fn show_coding(&mut self, no: TopicNo) {
        let (id, sight) = (self.ledger.topics.coding(no), self.sight(no));
        let project = Arc::make_mut(&mut self.project);
        let now = match &sight {
            Sight::Shown(coding) => Some(*coding),
            Sight::Hidden | Sight::Lost(_) | Sight::Waiting(_) => None,
        };
        match sight {
            Sight::Waiting(why) => drop(self.waiting.insert(id, why)),
            Sight::Shown(_) | Sight::Hidden | Sight::Lost(_) => drop(self.waiting.remove(&id)),
        }
        match sight {
            Sight::Lost(lost) => drop(project.lost.insert(id, lost)),
            Sight::Shown(_) | Sight::Hidden | Sight::Waiting(_) => drop(project.lost.remove(&id)),
        }
        let before = project.coding(id).copied();
        if before == now {
            return;
        }
        project.take_out(id);
        if let Some(now) = now {
            project.put_in(now);
        }
    }

    fn sight(&self, no: TopicNo) -> Sight {
        let Some(coding) = self.codings.get(no) else { return Sight::Hidden };
        let id = self.ledger.topics.coding(no);
        let (code, source_id, at) = (coding.code(&self.ledger), coding.source(&self.ledger), coding.at(&self.ledger));
        let Some(fate) = self.codes.fate(code) else { return Sight::Waiting(Waiting::Code(code)) };
        let Some(source) = self.project.sources.get(&source_id) else {
            let away = is_away(&self.project, source_id);
            return if away { Sight::Hidden } else { Sight::Waiting(Waiting::Source(source_id)) };
        };
        if fate.hides(&self.ledger, coding) {
            return Sight::Hidden;
        }
        let by = self.ledger.fact(coding.added).entry;
        let span = match source.find(at) {
            Whereabouts::Here(span) => span,
            Whereabouts::Unknown => return Sight::Waiting(Waiting::Words(source_id)),
            Whereabouts::Gone(place) => {
                let (code, source, coder) = (fate.target, source_id, by.coder);
                return Sight::Lost(LostCoding { id, code, source, at, place, coder, made_ms: by.made_ms() });
            }
        };
        Sight::Shown(Coding {
            id,
            code: fate.target,
            source: source_id,
            at,
            span,
            coder: by.coder,
            made_ms: by.made_ms(),
        })
    }

    pub(super) fn waiting_problems(&self) -> Vec<Problem> {
        let mut counts: BTreeMap<Waiting, usize> = BTreeMap::new();
        for why in self.waiting.values() {
            *counts.entry(*why).or_default() += 1;
        }
        let problem = |(why, codings)| match why {
            Waiting::Code(code) => Problem::CodingsWithoutCode { code, codings },
            Waiting::Source(source) => Problem::CodingsWithoutSource { source, codings },
            Waiting::Words(source) => Problem::CodingsOutsideText { source, codings },
        };
        counts.into_iter().map(problem).collect()
    }
}

/// How the places of a source differ from what they were; `None` where every character stands where it did.
pub(super) fn moved(before: &Source, now: &Source) -> Option<Moved> {
    match (&before.weave, &now.weave) {
        (None, None) => (before.length != now.length).then(Moved::all),
        (Some(before), Some(now)) if Arc::ptr_eq(before, now) => None,
        (Some(before), Some(now)) => Some(now.moved_from(before).unwrap_or_else(Moved::all)),
        (None, Some(now)) => Some(now.moved_from(&Weave::new(before.length)).unwrap_or_else(Moved::all)),
        (Some(_), None) => Some(Moved::all()),
    }
}

pub(super) fn is_away(project: &Project, source: SourceId) -> bool {
    project.removed_sources.contains_key(&source) || project.erased_sources.contains(&source)
}
