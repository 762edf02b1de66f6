//! Veil: a project as one of those who code without seeing each other's work is to see it, kept up from change to change.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use imbl::ordmap::DiffItem;

use super::coding::{Coding, LostCoding};
use super::double_coding::{DoubleCoding, touches};
use super::id::{CodeId, CoderId, CodingId, SourceId};
use super::memo::{About, Memo};
use super::project::Project;
use super::row::Row;
use super::source::Source;
use super::span::Span;

/// Sets what is seen through a veil apart from the project it is made of, for whoever keeps what was derived from either.
const VEILED: u64 = 1 << 62;

impl Project {
    /// The project as a coder is to see it; `None` where they may see all of it.
    pub fn veiled_for(&self, coder: CoderId) -> Option<Self> {
        Veil::new(coder).follow(self)
    }
}

/// What a coder is not to see yet where they code blind: the codings of others, the codes that the others of the round have
/// made since it began and used nowhere else, and what was written about either.
#[derive(Clone)]
pub struct Veil {
    coder: CoderId,
    last: Option<Box<Last>>,
}

/// The project as it was last, and as it was seen then.
#[derive(Clone)]
struct Last {
    all: Project,
    seen: Project,
    rounds: Vec<Arc<DoubleCoding>>,
    codings: BTreeMap<SourceId, BTreeSet<CodingId>>,
    lost: BTreeSet<CodingId>,
    codes: BTreeSet<CodeId>,
}

impl Veil {
    /// A veil before the eyes of a coder.
    pub fn new(coder: CoderId) -> Self {
        Self { coder, last: None }
    }

    /// Before whose eyes it is.
    pub fn coder(&self) -> CoderId {
        self.coder
    }

    /// What the coder is to see of a project that has changed; `None` where they may see all of it.
    pub(crate) fn follow(&mut self, all: &Project) -> Option<Project> {
        let blind = |round: &&Arc<DoubleCoding>| round.unveiled.is_none() && round.coders.contains(&self.coder);
        let rounds: Vec<_> = all.rounds.values().filter(blind).cloned().collect();
        if rounds.is_empty() {
            self.last = None;
            return None;
        }
        let last = self.last.get_or_insert_with(|| Box::new(Last::of(all)));
        last.follow(all, self.coder, rounds);
        last.hides().then(|| last.seen.clone())
    }

    /// Tells whether a code is hidden.
    pub(crate) fn hides_code(&self, code: CodeId) -> bool {
        self.last.as_ref().is_some_and(|last| last.codes.contains(&code))
    }

    /// Tells whether a coding is hidden.
    pub(crate) fn hides_coding(&self, coding: CodingId) -> bool {
        self.last.as_ref().is_some_and(|last| last.is_hidden(&last.all, coding))
    }
}

impl Last {
    /// A project of which all is seen.
    fn of(all: &Project) -> Self {
        let (codings, lost, codes) = Default::default();
        Self { all: all.clone(), seen: all.clone(), rounds: Vec::new(), codings, lost, codes }
    }

    fn hides(&self) -> bool {
        !(self.codings.is_empty() && self.codes.is_empty() && self.lost.is_empty())
    }

    fn is_hidden(&self, all: &Project, coding: CodingId) -> bool {
        let source = all.codings.get(&coding).map(|(source, _)| source);
        let hidden = source.and_then(|source| self.codings.get(source));
        self.lost.contains(&coding) || hidden.is_some_and(|hidden| hidden.contains(&coding))
    }

    /// Derives again what depends on what has changed.
    fn follow(&mut self, all: &Project, coder: CoderId, rounds: Vec<Arc<DoubleCoding>>) {
        let mut now = all.clone();
        now.agreed = Default::default();
        now.revision |= VEILED;
        std::mem::swap(&mut now.codings, &mut self.seen.codings);
        std::mem::swap(&mut now.in_source, &mut self.seen.in_source);
        std::mem::swap(&mut now.of_code, &mut self.seen.of_code);
        std::mem::swap(&mut now.memos, &mut self.seen.memos);
        std::mem::swap(&mut now.memos_about, &mut self.seen.memos_about);
        std::mem::swap(&mut now.reviewed, &mut self.seen.reviewed);

        let alike = self.rounds.len() == rounds.len();
        let again = !alike || self.rounds.iter().zip(&rounds).any(|(before, now)| !asks_alike(before, now));
        self.rounds = rounds;
        let mut turned: Vec<About> = self.follow_codings(&mut now, all, coder, again);
        turned.extend(self.follow_lost(&mut now, all, coder));
        turned.extend(self.follow_codes(&mut now, all, coder));
        self.follow_memos(&mut now, all, &turned);
        self.follow_reviews(&mut now, all, &turned);
        self.all = all.clone();
        self.seen = now;
    }

    /// Gives the codings that are hidden now and were not, or the other way round.
    fn follow_codings(&mut self, now: &mut Project, all: &Project, coder: CoderId, again: bool) -> Vec<About> {
        let mut turned = Vec::new();
        let sources: BTreeSet<SourceId> = all.in_source.keys().chain(self.all.in_source.keys()).copied().collect();
        for id in sources {
            let (before, row) = (self.all.in_source.get(&id), all.in_source.get(&id));
            let asked = self.rounds.iter().any(|round| round.places.contains_key(&id));
            let changed = !before.zip(row).is_some_and(|(before, row)| Arc::ptr_eq(before, row));
            let corrected = || asked && text_changed(self.all.source(id), all.source(id));
            if !(changed || again && (asked || self.codings.contains_key(&id)) || corrected()) {
                continue;
            }
            let hidden = if asked { hidden_in(all, id, coder, &self.rounds) } else { BTreeSet::new() };
            let seen = match row {
                Some(row) if hidden.is_empty() => Some(Arc::clone(row)),
                Some(row) => Some(Arc::new(row.without(&hidden))).filter(|row| !row.is_empty()),
                None => None,
            };
            now.put_row(id, seen);
            let before = self.codings.remove(&id).unwrap_or_default();
            turned.extend(before.symmetric_difference(&hidden).copied().map(About::Coding));
            if !hidden.is_empty() {
                self.codings.insert(id, hidden);
            }
        }
        turned
    }

    fn follow_lost(&mut self, now: &mut Project, all: &Project, coder: CoderId) -> Vec<About> {
        let is_hidden = |lost: &&LostCoding| {
            lost.coder != coder
                && self.rounds.iter().any(|round| {
                    let asked = round.has_code(lost.code) && round.places.contains_key(&lost.source);
                    let touches = |span: &Span| span.start() <= lost.place && lost.place <= span.end();
                    asked && round.spans(all, lost.source).iter().any(touches)
                })
        };
        let hidden: BTreeSet<CodingId> = all.lost.values().filter(is_hidden).map(|lost| lost.id).collect();
        for id in &hidden {
            now.lost.remove(id);
        }
        let turned = self.lost.symmetric_difference(&hidden).copied().map(About::Coding).collect();
        self.lost = hidden;
        turned
    }

    /// A code that all who see it can see in use, or that another round is about, is everybody's.
    fn follow_codes(&mut self, now: &mut Project, all: &Project, coder: CoderId) -> Vec<About> {
        let made = self.rounds.iter().flat_map(|round| &round.made_since);
        let others = made.filter(|(_, by)| **by != coder).map(|(code, _)| *code);
        let lost: BTreeSet<CodeId> = now.lost.values().map(|lost| lost.code).collect();
        let shared = |code: &CodeId| {
            let named = || all.rounds.values().any(|round| round.codes.contains(code));
            now.of_code.contains_key(code) || lost.contains(code) || named()
        };
        let hidden: BTreeSet<CodeId> = others.filter(|code| !shared(code)).collect();
        if !hidden.is_empty() {
            // Whatever names them still says what they are called.
            for code in &hidden {
                now.deleted_codes.remove(code);
                if let Some(known) = all.codebook.code(*code) {
                    now.former_names.insert(*code, known.name.clone());
                }
            }
            now.codebook = all.codebook.without(&hidden);
        }
        let turned = self.codes.symmetric_difference(&hidden).copied().map(About::Code).collect();
        self.codes = hidden;
        turned
    }

    fn follow_memos(&self, now: &mut Project, all: &Project, turned: &[About]) {
        let seen = |memo: &Memo| match memo.about {
            About::Coding(coding) => !self.is_hidden(all, coding),
            About::Code(code) => !self.codes.contains(&code),
            About::Project | About::Source(_) | About::Case(_) => true,
        };
        let mut take = |gone: Option<&Memo>, new: Option<&Memo>| {
            if let Some(gone) = gone {
                now.memos.remove(&gone.id);
                now.memos_about.remove(&(gone.about, gone.id));
            }
            if let Some(new) = new.filter(|memo| seen(memo)) {
                now.memos.insert(new.id, new.clone());
                now.memos_about.insert((new.about, new.id));
            }
        };
        for change in self.all.memos.diff(&all.memos) {
            match change {
                DiffItem::Add(_, new) => take(None, Some(new)),
                DiffItem::Update { old: (_, old), new: (_, new) } => take(Some(old), Some(new)),
                DiffItem::Remove(_, old) => take(Some(old), None),
            }
        }
        for memo in turned.iter().flat_map(|about| all.memos_about(*about)) {
            take(Some(memo), Some(memo));
        }
    }

    fn follow_reviews(&self, now: &mut Project, all: &Project, turned: &[About]) {
        let changed = self.all.reviewed.diff(&all.reviewed).map(|change| match change {
            DiffItem::Add(id, _) | DiffItem::Update { new: (id, _), .. } | DiffItem::Remove(id, _) => *id,
        });
        let turned = turned.iter().filter_map(|about| match about {
            About::Coding(coding) => Some(*coding),
            _ => None,
        });
        for id in changed.chain(turned) {
            match all.reviewed.get(&id).filter(|_| !self.is_hidden(all, id)) {
                Some(reviewed) => drop(now.reviewed.insert(id, reviewed.clone())),
                None => drop(now.reviewed.remove(&id)),
            }
        }
    }
}

/// Tells whether two rounds hide the same in texts and codes that have not changed.
fn asks_alike(one: &DoubleCoding, other: &DoubleCoding) -> bool {
    one.id == other.id && one.coders == other.coders && one.codes == other.codes && one.places == other.places
}

fn text_changed(before: Option<&Source>, now: Option<&Source>) -> bool {
    let weave = |source: Option<&Source>| source.map(|source| source.weave.as_ref().map(Arc::as_ptr));
    weave(before) != weave(now)
}

/// What others have coded of a source where it is to be coded without seeing it.
fn hidden_in(all: &Project, id: SourceId, coder: CoderId, rounds: &[Arc<DoubleCoding>]) -> BTreeSet<CodingId> {
    let mut hidden = BTreeSet::new();
    for round in rounds.iter().filter(|round| round.places.contains_key(&id)) {
        let asked = round.spans(all, id);
        let theirs = |coding: &&Coding| coding.coder != coder && round.has_code(coding.code);
        let there = all.codings_in(id).filter(theirs).filter(|coding| touches(&asked, coding.span));
        hidden.extend(there.map(|coding| coding.id));
    }
    hidden
}

impl Project {
    /// Puts a row in place of the one that a source has, and follows with what is looked up by coding and by code.
    fn put_row(&mut self, source: SourceId, row: Option<Arc<Row>>) {
        let before = match &row {
            Some(row) => self.in_source.insert(source, Arc::clone(row)),
            None => self.in_source.remove(&source),
        };
        let (before, now) = (before.unwrap_or_default(), row.unwrap_or_default());
        let same = |slot: usize| {
            let (before, now) = (before.all().get(slot), now.all().get(slot));
            before.map(|coding| (coding.id, coding.code)) == now.map(|coding| (coding.id, coding.code))
        };
        let moved: Vec<usize> = (0..before.all().len().max(now.all().len())).filter(|slot| !same(*slot)).collect();
        for coding in moved.iter().filter_map(|slot| before.all().get(*slot)) {
            self.codings.remove(&coding.id);
            if let Some(alike) = self.of_code.get_mut(&coding.code) {
                alike.remove(&coding.id);
                if alike.is_empty() {
                    self.of_code.remove(&coding.code);
                }
            }
        }
        for (slot, coding) in moved.iter().filter_map(|slot| Some((*slot, now.all().get(*slot)?))) {
            self.codings.insert(coding.id, (source, u32::try_from(slot).unwrap_or(u32::MAX)));
            self.of_code.entry(coding.code).or_default().insert(coding.id);
        }
    }
}
