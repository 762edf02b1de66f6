//! From what is stale to the project that is shown: what has changed is derived again, in the order of what depends on
//! what, and the project's indices follow.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::codings::Change;
use super::sight::{is_away, moved};
use super::topics::Topic;
use super::{Fold, Stale, arrangement, cases, lexicon, memos, results, reviews, rounds, sources, study};
use crate::journal::notice::Notice;
use crate::journal::problem::Problem;
use crate::model::id::{MemoId, ResultId, RoundId, SourceId};
use crate::model::project::{Project, natural_key};

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
            (stale.told, stale.shown) = (Vec::new(), Vec::new());
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

    pub(super) fn project_mut(&mut self) -> &mut Project {
        Arc::make_mut(&mut self.project)
    }

    fn derive_codings(&mut self, stale: &mut Stale) {
        let mut watched: BTreeMap<SourceId, bool> = BTreeMap::new();
        // One codes long in one source.
        let mut looked_at = None;
        self.codings.reserve(self.ledger.topics.len());
        for &no in &stale.told {
            let id = self.ledger.topics.coding(no);
            let Change { before, now, notice } = self.codings.derive((id, no), &self.ledger);
            for (code, source) in before.into_iter().chain(now.filter(|now| before != Some(*now))) {
                stale.codes = stale.codes || self.codes.watches(code);
                if looked_at.replace(source) == Some(source) {
                    continue;
                }
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

    fn derive_reviews(&mut self, stale: &Stale) {
        for &no in stale.told.iter().chain(&stale.judged) {
            // Of what only one thing was ever said, nothing was said in review.
            if self.ledger.topics.only_told(no).is_some() {
                continue;
            }
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
}
