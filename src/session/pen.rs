//! The pen: turns what happened into lines of this window's log, each in its place after the one before.

use crate::journal::clock::Hlc;
use crate::journal::entry::Entry;
use crate::journal::event::{Event, Seen};
use crate::journal::wire::{self, Draft, TooLong};
use crate::model::id::{CoderId, EntryHash, GestureId, LogId};
use crate::store::keeper::Tail;
use crate::store::writer::Line;

/// How many turns of a source are told at a time; they stay well below the longest line.
const TURNS_AT_A_TIME: usize = 4_000;
/// How far the order's clock may be from that on the wall before a line tells both.
const WALL_DIFFERS_MS: u64 = 2_000;

/// Writes the lines of one log.
#[derive(Clone, Debug)]
pub(super) struct Pen {
    log: LogId,
    sequence: u64,
    previous: Option<EntryHash>,
}

/// What surrounds a gesture.
pub(super) struct Moment<'a> {
    pub(super) clock: Hlc,
    pub(super) now_ms: u64,
    pub(super) coder: CoderId,
    /// How far other logs have been read since this one last told.
    pub(super) news: Seen,
    pub(super) draw: &'a mut dyn FnMut() -> u128,
}

impl Pen {
    /// Goes on after the tail of a log.
    pub(super) fn new(log: LogId, tail: Tail) -> Self {
        let (sequence, previous) = tail.map_or((0, None), |(sequence, hash)| (sequence, Some(hash)));
        Self { log, sequence, previous }
    }

    /// Which log it writes.
    pub(super) fn log(&self) -> LogId {
        self.log
    }

    /// Writes one gesture: one line, or several that share a gesture id where it is too large for one. After an
    /// error nothing was written.
    pub(super) fn write(
        &mut self,
        events: Vec<Event>,
        moment: &mut Moment<'_>,
    ) -> Result<(Vec<Entry>, Vec<Line>), TooLong> {
        let mut trial = self.clone();
        let mut parts: Vec<Vec<Event>> = vec![events.into_iter().flat_map(in_pieces).collect()];
        let mut gesture = None;
        let mut written = (Vec::new(), Vec::new());
        while let Some(events) = parts.pop() {
            let draft = trial.draft(events, gesture, moment);
            match wire::line(draft.clone(), (moment.draw)()) {
                Ok((entry, line)) => {
                    (trial.sequence, trial.previous) = (entry.sequence, Some(entry.id));
                    moment.news.clear();
                    written.1.push(Line { line, log: entry.log, sequence: entry.sequence, hash: entry.id });
                    written.0.push(entry);
                }
                Err(too_long) if draft.events.len() < 2 => return Err(too_long),
                Err(_) => {
                    // The first line of a gesture is the one that shows whether it fits, so none precedes it here
                    // without the gesture's id.
                    gesture = gesture.or_else(|| Some(GestureId::new((moment.draw)())));
                    let mut events = draft.events;
                    let second = events.split_off(events.len() / 2);
                    parts.extend([second, events]);
                }
            }
        }
        *self = trial;
        Ok(written)
    }

    fn draft(&self, events: Vec<Event>, gesture: Option<GestureId>, moment: &mut Moment<'_>) -> Draft {
        moment.clock = moment.clock.tick(moment.now_ms);
        let wall_ms = (moment.clock.ms.abs_diff(moment.now_ms) > WALL_DIFFERS_MS).then_some(moment.now_ms);
        Draft {
            log: self.log,
            sequence: self.sequence + 1,
            previous: self.previous,
            clock: moment.clock,
            wall_ms,
            coder: moment.coder,
            gesture,
            seen: moment.news.clone(),
            events,
        }
    }
}

/// Tells a source with very many turns in several events.
fn in_pieces(event: Event) -> Vec<Event> {
    match event {
        Event::SourceAdded { source, text, length, title, file_name, speakers, mut turns }
            if turns.len() > TURNS_AT_A_TIME =>
        {
            let rest = turns.split_off(TURNS_AT_A_TIME);
            let more = rest.chunks(TURNS_AT_A_TIME).map(|turns| Event::TurnsAdded { source, turns: turns.to_vec() });
            let more: Vec<Event> = more.collect();
            let first = Event::SourceAdded { source, text, length, title, file_name, speakers, turns };
            std::iter::once(first).chain(more).collect()
        }
        event => vec![event],
    }
}
