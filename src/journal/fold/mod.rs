//! The fold: the set of entries → the project as it is now.
//!
//! The same set gives the same project, in whatever order it arrives and however often. What is new marks what it
//! touches, and only that is derived again, so one more coding costs the same with 200,000 others present.

mod arrangement;
mod cases;
mod codes;
pub mod codings;
mod corrections;
pub(in crate::journal) mod erased;
mod exclusions;
mod gestures;
mod last_word;
mod ledger;
mod lexicon;
mod memos;
mod namesakes;
mod numbers;
mod packed;
mod results;
mod retractions;
mod reviews;
mod rounds;
mod shown;
mod sight;
mod sources;
mod speakers;
mod study;
mod topics;
mod tree;
mod turns;
mod veiled;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use self::codes::Codes;
use self::codings::{Codings, Waiting};
use self::corrections::Corrections;
use self::erased::Erased;
use self::ledger::Ledger;
use self::topics::{Topic, TopicNo, Topics};
use super::clock::Hlc;
use super::entry::Entry;
use super::event::Seen;
use super::notice::Notice;
use super::problem::Problem;
use crate::model::id::{CodeId, CoderId, CodingId, EntryHash, LogId, MemoId, ResultId, RoundId, SourceId, TextHash};
use crate::model::project::Project;
use crate::model::veil::Veil;
use crate::text::indexed::IndexedText;

/// Every entry that has been met, and the project they give.
#[derive(Clone, Default)]
pub struct Fold {
    ledger: Ledger,
    codes: Codes,
    codings: Codings,
    waiting: BTreeMap<CodingId, Waiting>,
    /// Every round that was ever begun.
    rounds: BTreeSet<RoundId>,
    texts: BTreeMap<TextHash, Arc<IndexedText>>,
    corrections: Corrections,
    erased: Erased,
    project: Arc<Project>,
    /// Who is to see only their own work where they code blind, and what they see, where that is not all.
    veil: Option<Veil>,
    veiled: Option<Arc<Project>>,
    /// Who is told, where not everybody is.
    reader: Option<CoderId>,
    notices_of: BTreeMap<Topic, Vec<Notice>>,
    /// What is told of what is seen.
    notices: Vec<Notice>,
    skipped: Vec<Problem>,
    problems_of: BTreeMap<Topic, Vec<Problem>>,
    problems: Vec<Problem>,
}

/// What has to be derived again.
#[derive(Default)]
struct Stale {
    study: bool,
    coders: bool,
    codes: bool,
    cases: bool,
    words: bool,
    figure: bool,
    sources: BTreeSet<SourceId>,
    memos: BTreeSet<MemoId>,
    rounds: BTreeSet<RoundId>,
    results: BTreeSet<ResultId>,
    /// Codings whose own facts changed.
    told: Vec<TopicNo>,
    /// Codings that were reviewed under a code that changed.
    judged: Vec<TopicNo>,
    /// Codings whose code or source changed.
    shown: Vec<TopicNo>,
}

impl Fold {
    /// An empty project.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes up entries in any order; tells how many of them were new.
    pub fn insert(&mut self, entries: impl IntoIterator<Item: Into<Arc<Entry>>>) -> usize {
        self.insert_with(entries, Vec::new)
    }

    /// Takes up entries in any order, with the texts of sources; tells how many entries were new. The texts are asked for
    /// once the entries are in order, so that they can be read meanwhile.
    pub fn insert_with(
        &mut self,
        entries: impl IntoIterator<Item: Into<Arc<Entry>>>,
        texts: impl FnOnce() -> Vec<(TextHash, Arc<IndexedText>)>,
    ) -> usize {
        let (fresh, mut touched, answered) = self.ledger.take_up(entries);
        let lacked = self.take_texts(texts());
        if fresh.is_empty() {
            self.derive_lacking(lacked);
            return 0;
        }
        answered.into_iter().for_each(|source| self.corrections.unsettle(source));
        let erased = self.erase(&fresh);
        if !erased.is_empty() {
            touched.extend(erased);
            touched.sort_unstable();
            touched.dedup();
        }
        for &number in &fresh {
            let entry = self.ledger.entry(number);
            if entry.is_plain() {
                continue;
            }
            let (log, sequence, version) = (entry.log, entry.sequence, entry.version());
            if version > super::wire::VERSION {
                self.skipped.push(Problem::LaterFormat { log, sequence, version });
            }
            if !entry.unknown().is_empty() {
                self.skipped.push(Problem::UnknownKinds { log, sequence, kinds: entry.unknown().to_vec() });
            }
        }
        self.skipped.sort();
        let mut stale = Stale::of(touched, &self.ledger.topics);
        stale.sources.extend(lacked);
        self.derive(stale);
        fresh.len()
    }

    /// Hands in the text of a source, before or after the source itself.
    pub fn supply_text(&mut self, hash: TextHash, text: Arc<IndexedText>) {
        let lacked = self.take_texts(vec![(hash, text)]);
        self.derive_lacking(lacked);
    }

    /// Takes texts; gives the sources that have lacked them.
    fn take_texts(&mut self, texts: Vec<(TextHash, Arc<IndexedText>)>) -> BTreeSet<SourceId> {
        let new: BTreeSet<TextHash> = texts.iter().map(|(hash, _)| *hash).collect();
        self.texts.extend(texts);
        let lack = self.project.sources.values().filter(|source| source.text.is_none() && new.contains(&source.hash));
        lack.map(|source| source.id).collect()
    }

    fn derive_lacking(&mut self, sources: BTreeSet<SourceId>) {
        if !sources.is_empty() {
            self.derive(Stale { sources, ..Stale::default() });
        }
    }

    /// Shows the project as a coder is to see it from now on.
    pub fn veil_for(&mut self, coder: CoderId) {
        self.veil = Some(Veil::new(coder));
        self.look_through_veil();
        self.gather_notices();
    }

    /// Whom the project is veiled for.
    pub fn veiled_for(&self) -> Option<CoderId> {
        self.veil.as_ref().map(Veil::coder)
    }

    /// Tells whether whoever the project is veiled for does not see all of it.
    pub fn is_veiled(&self) -> bool {
        self.veiled.is_some()
    }

    /// Tells whether whoever the project is veiled for is not to see a code, or what was written about it.
    pub fn hides_code(&self, code: CodeId) -> bool {
        self.veil.as_ref().is_some_and(|veil| veil.hides_code(code))
    }

    /// The project as whoever it is veiled for is to see it.
    pub fn shown(&self) -> &Arc<Project> {
        self.veiled.as_ref().unwrap_or(&self.project)
    }

    /// The project as it is now.
    pub fn project(&self) -> &Arc<Project> {
        &self.project
    }

    /// What cannot be taken up.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Tells only what somebody is to be told, from now on.
    pub fn tell_only(&mut self, reader: CoderId) {
        self.reader = Some(reader);
        self.gather_notices();
    }

    /// What became of things that were said at the same time, of what is seen.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// Codings that nobody took away but that cannot be shown yet, and why.
    pub fn waiting(&self) -> impl Iterator<Item = (CodingId, Waiting)> {
        self.waiting.iter().map(|(&id, &why)| (id, why))
    }

    /// Logs whose clock stands more than a day ahead of `now_ms`.
    pub fn clocks_ahead(&self, now_ms: u64) -> Vec<Problem> {
        self.ledger.logs.clocks_ahead(now_ms)
    }

    /// Tells whether an entry has been met.
    pub fn contains(&self, entry: EntryHash) -> bool {
        self.ledger.contains(entry)
    }

    /// An entry that has been met.
    pub fn entry(&self, entry: EntryHash) -> Option<&Arc<Entry>> {
        self.ledger.number(entry).map(|number| self.ledger.shared(number))
    }

    /// Tells whether an entry counts: it has been met, and its author has not taken it back.
    pub fn is_live(&self, entry: EntryHash) -> bool {
        self.ledger.is_live(entry)
    }

    /// Tells whether the words of an entry were erased, so that nobody can take it back or up any more.
    pub fn is_erased(&self, entry: EntryHash) -> bool {
        self.erased.entries.contains(&entry)
    }

    /// Entries of gestures that are not all here; they count as soon as the rest has arrived.
    pub fn unfinished(&self) -> Vec<&Arc<Entry>> {
        self.ledger.unfinished()
    }

    /// Every entry whose gesture is whole, in order.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = &Arc<Entry>> + ExactSizeIterator + Clone {
        self.ledger.entries()
    }

    /// The latest moment at which anything was said; the first there can be where nothing was.
    pub fn latest(&self) -> Hlc {
        self.ledger.logs.latest_of_all()
    }

    /// For each log the last sequence that has been met.
    pub fn lasts(&self) -> Seen {
        self.ledger.logs.lasts()
    }

    /// What the next line of `log` has to tell in [`Entry::seen`].
    pub fn news_for(&self, log: LogId) -> Seen {
        self.ledger.logs.news_for(log)
    }
}

impl Stale {
    fn of(touched: Vec<TopicNo>, topics: &Topics) -> Self {
        let mut stale = Self::default();
        for no in touched {
            match topics.topic(no) {
                Topic::Study => stale.study = true,
                Topic::Coders => stale.coders = true,
                Topic::Codes => stale.codes = true,
                Topic::Cases => stale.cases = true,
                Topic::Words => stale.words = true,
                Topic::Figure => stale.figure = true,
                Topic::Source(source) => {
                    stale.sources.insert(source);
                }
                Topic::Coding(_) => stale.told.push(no),
                Topic::Memo(memo) => {
                    stale.memos.insert(memo);
                }
                Topic::Round(round) => {
                    stale.rounds.insert(round);
                }
                Topic::Result(result) => {
                    stale.results.insert(result);
                }
            }
        }
        stale
    }
}
