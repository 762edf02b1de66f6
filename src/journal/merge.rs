//! What several logs are to each other: how far each is known without a gap, who had read whom, and where a log contradicts
//! itself.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use super::clock::Hlc;
use super::entry::Entry;
use super::event::Seen;
use super::problem::Problem;
use crate::model::id::{EntryHash, LogId};

/// How far a clock may stand ahead of this machine before it is worth a warning.
pub const CLOCK_AHEAD_MS: u64 = 24 * 60 * 60 * 1000;

/// Every log that has been met.
#[derive(Clone, Debug, Default)]
pub struct Logs {
    logs: BTreeMap<LogId, Log>,
}

#[derive(Clone, Debug, Default)]
struct Log {
    /// The lines before which none is missing, the first at 0.
    whole: Vec<EntryHash>,
    /// How many lines of a gesture stand at their end, where more of it must follow.
    begun: u64,
    /// The lines after a missing one.
    ahead: BTreeMap<u64, Line>,
    latest: Hlc,
    /// Sequences said twice, each with all its entries.
    forks: BTreeMap<u64, BTreeSet<EntryHash>>,
    /// Sequences whose line does not follow the one before it.
    torn: BTreeSet<u64>,
    /// For each other log: from which line of this one on it was read how far.
    read: BTreeMap<LogId, BTreeMap<u64, u64>>,
}

#[derive(Clone, Copy, Debug)]
struct Line {
    id: EntryHash,
    previous: Option<EntryHash>,
    begun: u64,
}

impl Logs {
    /// Takes note of an entry that was not met before.
    pub fn note(&mut self, entry: &Entry) {
        let log = self.logs.entry(entry.log).or_default();
        log.latest = log.latest.max(entry.clock);
        for &(other, upto) in entry.seen() {
            log.note_read(other, entry.sequence, upto);
        }
        let begun = entry.part().filter(|part| part.number < part.of).map_or(0, |part| u64::from(part.number));
        log.add(entry.sequence, Line { id: entry.id, previous: entry.previous(), begun });
    }

    /// Gives back the room that was kept for more lines.
    pub(crate) fn tighten(&mut self) {
        self.logs.values_mut().for_each(|log| log.whole.shrink_to_fit());
    }

    /// The last sequence of a log that has been met.
    pub(crate) fn latest(&self, log: LogId) -> Option<u64> {
        self.logs.get(&log).map(Log::last)
    }

    /// The latest moment of all logs.
    pub fn latest_of_all(&self) -> Hlc {
        self.logs.values().map(|log| log.latest).max().unwrap_or_default()
    }

    /// For each log the last sequence that has been met.
    pub fn lasts(&self) -> Seen {
        self.logs.iter().map(|(&id, log)| (id, log.last())).collect()
    }

    /// For each log the last sequence up to which nothing is missing: what can be said to have been seen. A gesture of
    /// which more is to come has not been seen yet.
    pub fn seen(&self) -> Seen {
        let seen = self.logs.iter().map(|(&id, log)| (id, log.seen()));
        seen.filter(|(_, upto)| *upto > 0).collect()
    }

    /// What a line that `log` is about to write has to tell in [`Entry::seen`]: what has been read since its last one.
    pub fn news_for(&self, log: LogId) -> Seen {
        let told = self.logs.get(&log).map(|own| &own.read);
        let told = |other: &LogId| Some(*told?.get(other)?.last_key_value()?.1);
        let others = self.seen().into_iter().filter(|(other, _)| *other != log);
        others.filter(|(other, upto)| told(other) < Some(*upto)).collect()
    }

    /// Tells whether whoever wrote `later` had seen `earlier`.
    pub fn saw(&self, later: &Entry, earlier: &Entry) -> bool {
        if later.log == earlier.log {
            return earlier.sequence < later.sequence;
        }
        let read = self.logs.get(&later.log).and_then(|log| log.read.get(&earlier.log));
        let upto = read.and_then(|read| read.range(..=later.sequence).next_back());
        upto.is_some_and(|(_, upto)| *upto >= earlier.sequence)
    }

    /// Lines that are missing, said twice, or not in a chain.
    pub fn problems(&self) -> Vec<Problem> {
        self.logs.iter().flat_map(|(&id, log)| log.problems(id)).collect()
    }

    /// Logs whose clock stands more than a day ahead of `now_ms`.
    pub fn clocks_ahead(&self, now_ms: u64) -> Vec<Problem> {
        let ahead = self.logs.iter().map(|(&log, known)| (log, known.latest.ms.saturating_sub(now_ms)));
        ahead.filter(|(_, by)| *by > CLOCK_AHEAD_MS).map(|(log, by_ms)| Problem::ClockAhead { log, by_ms }).collect()
    }
}

impl Log {
    fn whole(&self) -> u64 {
        u64::try_from(self.whole.len()).unwrap_or(u64::MAX)
    }

    fn last(&self) -> u64 {
        self.ahead.last_key_value().map_or(self.whole(), |(sequence, _)| *sequence)
    }

    fn seen(&self) -> u64 {
        self.whole().saturating_sub(self.begun)
    }

    fn id_at(&self, sequence: u64) -> Option<EntryHash> {
        let at = usize::try_from(sequence).ok()?.checked_sub(1)?;
        self.whole.get(at).copied().or_else(|| self.ahead.get(&sequence).map(|line| line.id))
    }

    fn add(&mut self, sequence: u64, line: Line) {
        // Mostly a line follows the last.
        if self.ahead.is_empty() && sequence == self.whole() + 1 && line.previous == self.whole.last().copied() {
            self.whole.push(line.id);
            self.begun = line.begun;
            return;
        }
        match self.id_at(sequence) {
            Some(other) => {
                self.forks.entry(sequence).or_insert_with(|| [other].into()).insert(line.id);
                // Whichever came first, the same of them stands for the sequence.
                if line.id < other {
                    self.put(sequence, line);
                }
                // Whichever of them a line follows, it follows.
                self.torn.remove(&sequence);
                self.torn.remove(&sequence.saturating_add(1));
            }
            None => {
                self.put(sequence, line);
                self.check_chain(sequence);
                self.check_chain(sequence.saturating_add(1));
            }
        }
        while let Some(line) = self.ahead.remove(&(self.whole() + 1)) {
            self.whole.push(line.id);
            self.begun = line.begun;
        }
    }

    fn put(&mut self, sequence: u64, line: Line) {
        let at = usize::try_from(sequence).unwrap_or(usize::MAX).saturating_sub(1);
        let last = at + 1 == self.whole.len();
        match self.whole.get_mut(at) {
            Some(known) => {
                *known = line.id;
                if last {
                    self.begun = line.begun;
                }
            }
            None => {
                self.ahead.insert(sequence, line);
            }
        }
    }

    fn note_read(&mut self, other: LogId, sequence: u64, upto: u64) {
        let read = self.read.entry(other).or_default();
        let before = read.range(..=sequence).next_back().map_or(0, |(_, upto)| *upto);
        if upto > before {
            read.insert(sequence, upto);
        }
        // Lines arrive in any order: what was read once stays read.
        let later: Vec<u64> = read
            .range((Bound::Excluded(sequence), Bound::Unbounded))
            .map_while(|(&at, &known)| (known <= upto).then_some(at))
            .collect();
        for at in later {
            read.remove(&at);
        }
    }

    /// Notes whether a line that has just come, or whose line before has, follows the line before it.
    fn check_chain(&mut self, sequence: u64) {
        let Some(line) = self.ahead.get(&sequence) else { return };
        let follows = match sequence.saturating_sub(1) {
            0 => line.previous.is_none(),
            before => match self.id_at(before) {
                Some(known) => line.previous == Some(known) || self.forks.contains_key(&before),
                None => line.previous.is_some(),
            },
        };
        if follows || self.forks.contains_key(&sequence) {
            self.torn.remove(&sequence);
        } else {
            self.torn.insert(sequence);
        }
    }

    fn problems(&self, log: LogId) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut before = self.whole();
        for &sequence in self.ahead.keys() {
            if sequence > before + 1 {
                problems.push(Problem::Gap { log, from: before + 1, to: sequence - 1 });
            }
            before = sequence;
        }
        for (&sequence, entries) in &self.forks {
            problems.push(Problem::Fork { log, sequence, entries: entries.iter().copied().collect() });
        }
        problems.extend(self.torn.iter().map(|&sequence| Problem::Torn { log, sequence }));
        problems
    }
}
