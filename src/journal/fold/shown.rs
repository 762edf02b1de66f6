//! From what is stale to the project that is shown: what has changed is derived again, in the order of what depends on
//! what, and the project's indices follow.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::codings::{Change, Waiting};
use super::ledger::Topic;
use super::topics::TopicNo;
use super::{Fold, Stale, arrangement, cases, lexicon, memos, packed, results, reviews, rounds, sources, study};
use crate::journal::notice::Notice;
use crate::journal::problem::Problem;
use crate::model::coding::{Coding, LostCoding};
use crate::model::id::{CodeId, CodingId, MemoId, ResultId, RoundId, SourceId};
use crate::model::project::{Project, natural_key};
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
    pub(super) fn derive(&mut self, mut stale: Stale) {
        let first = self.codings.is_empty();
        self.derive_codings(&mut stale);
        if stale.codes {
            self.derive_codes(&mut stale);
        }
        if !stale.sources.is_empty() {
            self.derive_sources(&mut stale);
        }
        self.derive_reviews(&stale);
        if first {
            self.show_first_codings();
        } else {
            let mut shown = std::mem::take(&mut stale.shown);
            shown.append(&mut stale.told);
            shown.sort_unstable();
            shown.dedup();
            shown.into_iter().for_each(|no| self.show_coding(no));
        }
        for memo in std::mem::take(&mut stale.memos) {
            self.derive_memo(memo);
        }
        for round in std::mem::take(&mut stale.rounds) {
            self.derive_round(round);
        }
        for result in std::mem::take(&mut stale.results) {
            self.derive_result(result);
        }
        if stale.cases {
            let derived = cases::derive(&self.ledger, &self.erased.gone.cases);
            self.tell(Topic::Cases, derived.notices);
            let project = self.project_mut();
            project.cases = derived.cases;
            project.attributes = derived.attributes;
        }
        if stale.words {
            let (lexicon, searches) = lexicon::derive(&self.ledger);
            let project = self.project_mut();
            project.lexicon = Arc::new(lexicon);
            project.searches = searches;
        }
        if stale.figure {
            let arrangement = arrangement::derive(&self.ledger);
            self.project_mut().arrangement = Arc::new(arrangement);
        }
        if stale.coders {
            let coders = study::coders(&self.ledger);
            self.project_mut().coders = coders;
        }
        if stale.study {
            let study = study::study(&self.ledger);
            self.tell(Topic::Study, study.notices);
            self.report(Topic::Study, study.problems);
            let project = self.project_mut();
            project.id = study.id;
            project.name = study.name;
        }
        self.finish();
    }

    fn project_mut(&mut self) -> &mut Project {
        Arc::make_mut(&mut self.project)
    }

    fn derive_codings(&mut self, stale: &mut Stale) {
        let mut watched: BTreeMap<SourceId, bool> = BTreeMap::new();
        self.codings.reserve(self.ledger.topics.len());
        for &no in &stale.told {
            let id = self.ledger.topics.coding(no);
            let Change { before, now, notice } = self.codings.derive((id, no), &self.ledger);
            for (code, source) in before.into_iter().chain(now.filter(|now| before != Some(*now))) {
                stale.codes = stale.codes || self.codes.watches(code);
                if !stale.sources.contains(&source)
                    && *watched.entry(source).or_insert_with(|| sources::watches(source, &self.ledger))
                {
                    stale.sources.insert(source);
                }
            }
            self.tell(Topic::Coding(id), notice.into_iter().collect());
        }
    }

    fn derive_codes(&mut self, stale: &mut Stale) {
        let rebuilt = self.codes.rebuild(&self.ledger, &self.codings);
        for code in &rebuilt.changed {
            stale.shown.extend(self.codings.of_code(*code));
        }
        let blind = self.project.rounds.values().filter(|round| round.unveiled.is_none());
        stale.rounds.extend(blind.map(|round| round.id));
        if rebuilt.merged {
            stale.memos.extend(self.ledger.memos());
            stale.rounds.extend(&self.rounds);
            stale.judged.extend(self.project.reviewed.keys().filter_map(|id| self.number_of(*id)));
        }
        self.tell(Topic::Codes, rebuilt.notices);
        self.report(Topic::Codes, rebuilt.problems);
        let project = self.project_mut();
        project.codebook = rebuilt.codebook;
        project.deleted_codes = rebuilt.deleted;
        project.former_names = rebuilt.former_names;
    }

    fn derive_sources(&mut self, stale: &mut Stale) {
        for &id in &stale.sources {
            let mut known = sources::Known {
                ledger: &self.ledger,
                codings: &self.codings,
                texts: &self.texts,
                corrections: &mut self.corrections,
                gone_originals: &self.erased.originals,
            };
            let before = self.project.sources.get(&id).cloned();
            let corrected = before.as_ref().and_then(|before| sources::corrected(before, &mut known));
            let was_away = is_away(&self.project, id);
            let fate = match corrected {
                Some(source) => sources::Fate::Here(Box::new(source)),
                None => {
                    let (fate, notices, problems) = sources::derive(id, &mut known);
                    self.tell(Topic::Source(id), notices);
                    self.report(Topic::Source(id), problems);
                    fate
                }
            };
            let project = Arc::make_mut(&mut self.project);
            project.sources.remove(&id);
            project.removed_sources.remove(&id);
            match fate {
                sources::Fate::Unknown => {}
                sources::Fate::Erased => drop(project.erased_sources.insert(id)),
                sources::Fate::Removed { title } => drop(project.removed_sources.insert(id, title)),
                sources::Fate::Here(source) => drop(project.sources.insert(id, *source)),
            }
            match (before, project.sources.get(&id)) {
                (Some(before), Some(now)) => {
                    if let Some(moved) = moved(&before, now) {
                        stale.shown.extend(self.follow(id, &moved));
                    }
                }
                (None, None) if was_away == is_away(project, id) => {}
                _ => stale.shown.extend(self.codings.of_source(id)),
            }
        }
        let project = self.project_mut();
        let mut order: Vec<SourceId> = project.sources.keys().copied().collect();
        order.sort_by_cached_key(|id| (project.sources.get(id).map(|source| natural_key(&source.title)), *id));
        project.source_order = order;
    }

    /// Lets the codings of a source follow its text; gives those that may be seen no more, or again.
    fn follow(&mut self, id: SourceId, moved: &Moved) -> Vec<TopicNo> {
        let project = Arc::make_mut(&mut self.project);
        let (row, source) = (project.in_source.get_mut(&id), project.sources.get(&id));
        let gone = row.zip(source).map(|(row, now)| Arc::make_mut(row).follow(moved, |coding| now.resolve(coding.at)));
        let lost = project.lost.values().filter(|lost| lost.source == id).map(|lost| lost.id);
        let waiting = self.waiting.iter().filter(|(_, why)| **why == Waiting::Words(id)).map(|(id, _)| *id);
        let codings = gone.into_iter().flatten().chain(lost).chain(waiting);
        codings.filter_map(|id| self.ledger.topics.number(Topic::Coding(id))).collect()
    }

    /// The number of a coding.
    fn number_of(&self, id: CodingId) -> Option<TopicNo> {
        self.ledger.topics.number(Topic::Coding(id))
    }

    fn derive_reviews(&mut self, stale: &Stale) {
        for &no in stale.told.iter().chain(&stale.judged) {
            let id = self.ledger.topics.coding(no);
            let (reviewed, changed) = reviews::derive((id, no), &self.ledger, &self.codes, self.codings.get(no));
            let before = self.notices_of.remove(&Topic::Coding(id)).unwrap_or_default().into_iter();
            let kept = before.filter(|notice| !matches!(notice, Notice::ChangedSinceReview { .. }));
            self.tell(Topic::Coding(id), kept.chain(changed).collect());
            match reviewed {
                Some(reviewed) => drop(self.project_mut().reviewed.insert(id, reviewed)),
                None if self.project.reviewed.contains_key(&id) => drop(self.project_mut().reviewed.remove(&id)),
                None => {}
            }
        }
    }

    fn derive_round(&mut self, id: RoundId) {
        self.rounds.insert(id);
        let (round, notices) = rounds::derive(id, &self.ledger, &self.codes);
        self.tell(Topic::Round(id), notices);
        let project = self.project_mut();
        match round {
            Some(round) => drop(project.rounds.insert(id, Arc::new(round))),
            None => drop(project.rounds.remove(&id)),
        }
    }

    fn derive_result(&mut self, id: ResultId) {
        let (result, notices) = results::derive(id, &self.ledger);
        self.tell(Topic::Result(id), notices);
        let project = self.project_mut();
        match result {
            Some(result) => drop(project.agreements.insert(id, Arc::new(result))),
            None => drop(project.agreements.remove(&id)),
        }
    }

    fn derive_memo(&mut self, id: MemoId) {
        let (memo, notice) = memos::derive(id, &self.ledger, &self.codes);
        let memo = memo.filter(|memo| !self.erased.gone.takes_about(memo.about));
        let notice = notice.filter(|_| memo.is_some());
        self.tell(Topic::Memo(id), notice.into_iter().collect());
        let project = self.project_mut();
        if let Some(before) = project.memos.remove(&id) {
            project.memos_about.remove(&(before.about, id));
        }
        if let Some(memo) = memo {
            project.memos_about.insert((memo.about, id));
            project.memos.insert(id, memo);
        }
    }

    /// Does as [`show_coding`](Self::show_coding) with every coding there is.
    fn show_first_codings(&mut self) {
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
                rows.push((source, Row::of(codings)));
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
        let mut by_id: Vec<(CodingId, (SourceId, u32))> = Vec::with_capacity(all);
        by_id.extend(rows.iter().flat_map(|(source, row)| row.slots().map(|(id, slot)| (id, (*source, slot)))));
        by_id.sort_unstable();
        project.codings = packed::map(&by_id, |(_, home)| home);
        project.in_source = rows.into_iter().map(|(source, row)| (source, Arc::new(row))).collect();
    }

    /// Puts a coding where it belongs now, or takes it out of sight.
    fn show_coding(&mut self, no: TopicNo) {
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

    fn tell(&mut self, topic: Topic, notices: Vec<Notice>) {
        if notices.is_empty() {
            self.notices_of.remove(&topic);
        } else {
            self.notices_of.insert(topic, notices);
        }
    }

    fn report(&mut self, topic: Topic, problems: Vec<Problem>) {
        if problems.is_empty() {
            self.problems_of.remove(&topic);
        } else {
            self.problems_of.insert(topic, problems);
        }
    }

    fn finish(&mut self) {
        let seen = self.ledger.logs.seen();
        let project = self.project_mut();
        project.seen = seen;
        project.revision += 1;
        project.agreed = OnceLock::new();
        self.problems = self.ledger.logs.problems();
        self.problems.extend(self.ledger.gestures.problems());
        self.problems.extend(self.skipped.iter().cloned());
        self.problems.extend(self.problems_of.values().flatten().cloned());
        let waiting = self.waiting_problems();
        self.problems.extend(waiting);
        self.look_through_veil();
        self.gather_notices();
    }

    fn waiting_problems(&self) -> Vec<Problem> {
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
fn moved(before: &Source, now: &Source) -> Option<Moved> {
    match (&before.weave, &now.weave) {
        (None, None) => (before.length != now.length).then(Moved::all),
        (Some(before), Some(now)) if Arc::ptr_eq(before, now) => None,
        (Some(before), Some(now)) => Some(now.moved_from(before).unwrap_or_else(Moved::all)),
        (None, Some(now)) => Some(now.moved_from(&Weave::new(before.length)).unwrap_or_else(Moved::all)),
        (Some(_), None) => Some(Moved::all()),
    }
}

fn is_away(project: &Project, source: SourceId) -> bool {
    project.removed_sources.contains_key(&source) || project.erased_sources.contains(&source)
}
