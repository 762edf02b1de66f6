//! The pen: turns what happened into lines of this window's log, each in its place after the one before.

use crate::journal::clock::Hlc;
use crate::journal::entry::{Entry, Part};
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

    /// Writes one gesture: one line, or several that say which part they are where it is too large for one, or holds words
    /// of several sources: those of each can be erased without the others. After an error nothing was written.
    pub(super) fn write(
        &mut self,
        events: Vec<Event>,
        moment: &mut Moment<'_>,
    ) -> Result<(Vec<Entry>, Vec<Line>), TooLong> {
        let mut trial = self.clone();
        let events: Vec<Event> = events.into_iter().flat_map(in_pieces).collect();
        let shares = by_subject(events);
        let draft = trial.draft(shares.concat(), None, moment);
        let (mut entries, mut lines) = (Vec::new(), Vec::new());
        let whole = (shares.len() < 2).then(|| wire::line(draft.clone(), (moment.draw)()));
        match whole {
            Some(Ok(written)) => trial.take(written, &mut entries, &mut lines),
            Some(Err(_)) | None => {
                let gesture = GestureId::new((moment.draw)());
                let parts = in_parts(&draft, shares, gesture)?;
                let of = u32::try_from(parts.len()).unwrap_or(u32::MAX);
                for (events, number) in parts.into_iter().zip(1..) {
                    let draft = trial.draft(events, Some(Part { gesture, number, of }), moment);
                    trial.take(wire::line(draft, (moment.draw)())?, &mut entries, &mut lines);
                    moment.news.clear();
                }
            }
        }
        *self = trial;
        Ok((entries, lines))
    }

    /// Takes a line as the last.
    fn take(&mut self, (entry, line): (Entry, String), entries: &mut Vec<Entry>, lines: &mut Vec<Line>) {
        (self.sequence, self.previous) = (entry.sequence, Some(entry.id));
        lines.push(Line { line, log: entry.log, sequence: entry.sequence, hash: entry.id });
        entries.push(entry);
    }

    fn draft(&self, events: Vec<Event>, part: Option<Part>, moment: &mut Moment<'_>) -> Draft {
        moment.clock = moment.clock.tick(moment.now_ms);
        let wall_ms = (moment.clock.ms.abs_diff(moment.now_ms) > WALL_DIFFERS_MS).then_some(moment.now_ms);
        Draft {
            log: self.log,
            sequence: self.sequence + 1,
            previous: self.previous,
            clock: moment.clock,
            wall_ms,
            coder: moment.coder,
            part,
            seen: moment.news.clone(),
            events,
        }
    }
}

/// Shares out the events of a gesture so that the words of a line are all about one thing; what holds no words goes with
/// what was said before it.
fn by_subject(events: Vec<Event>) -> Vec<Vec<Event>> {
    let mut shares: Vec<Vec<Event>> = Vec::new();
    let mut about = None;
    for event in events {
        let subject = event.subject();
        let changes = subject.is_some() && about.is_some() && subject != about;
        about = subject.or(about);
        match shares.last_mut().filter(|_| !changes) {
            Some(share) => share.push(event),
            None => shares.push(vec![event]),
        }
    }
    shares
}

/// Shares out the events of a gesture further, so that each part fits into a line, however long its numbers turn out to be.
fn in_parts(draft: &Draft, shares: Vec<Vec<Event>>, gesture: GestureId) -> Result<Vec<Vec<Event>>, TooLong> {
    let (mut fit, mut open) = (Vec::new(), shares);
    // The first is taken first.
    open.reverse();
    while let Some(mut events) = open.pop() {
        let longest = Draft {
            sequence: u64::MAX,
            previous: Some(EntryHash::new(0)),
            clock: Hlc { ms: u64::MAX, counter: u32::MAX },
            wall_ms: Some(u64::MAX),
            part: Some(Part { gesture, number: u32::MAX, of: u32::MAX }),
            events: events.clone(),
            ..draft.clone()
        };
        match wire::line(longest, 0) {
            Ok(_) => fit.push(events),
            Err(too_long) if events.len() < 2 => return Err(too_long),
            Err(_) => {
                let second = events.split_off(events.len() / 2);
                open.extend([second, events]);
            }
        }
    }
    Ok(fit)
}

/// Tells a source with very many turns in several events.
fn in_pieces(event: Event) -> Vec<Event> {
    match event {
        Event::SourceAdded { source, text, length, title, file_name, speakers, turns }
            if turns.len() > TURNS_AT_A_TIME =>
        {
            let (turns, rest) = turns.split_at(TURNS_AT_A_TIME);
            let more = rest.chunks(TURNS_AT_A_TIME).map(|turns| Event::TurnsAdded { source, turns: turns.to_vec() });
            let more: Vec<Event> = more.collect();
            let first = Event::SourceAdded { source, text, length, title, file_name, speakers, turns: turns.into() };
            std::iter::once(first).chain(more).collect()
        }
        event => vec![event],
    }
}
