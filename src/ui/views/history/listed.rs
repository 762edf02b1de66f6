//! Which gestures are listed, by day.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::journal::event::Event;
use crate::lang::fill;
use crate::lang::rooms::Rooms;
use crate::model::id::{CoderId, EntryHash};
use crate::session::history::Gesture;
use crate::told;
use crate::told::history::Past;
use crate::ui::cx::Cx;

/// A line of the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// The head of a day, by a moment in it.
    Day(u64),
    /// A gesture, by its place in the history.
    Gesture(usize),
}

/// What is listed.
#[derive(Debug, Default)]
pub(super) struct Listed {
    /// Days and gestures.
    pub lines: Vec<Line>,
    /// How many gestures.
    pub gestures: usize,
    days: Vec<usize>,
    /// Where the gestures stand that others have taken back or made again.
    taken_back: BTreeMap<EntryHash, usize>,
    /// What codings were that may be gone.
    past: Past,
}

impl Listed {
    /// The gestures of a coder, or of all, whose words hold `wanted`, which is lower case.
    pub(super) fn new(cx: &Cx<'_>, gestures: &VecDeque<Gesture>, coder: Option<CoderId>, wanted: &str) -> Self {
        let past = Past::of(gestures.iter().rev().flat_map(Gesture::events));
        let mut listed = Self { taken_back: taken_back(gestures), past, ..Self::default() };
        let mut day = 0..0;
        for (at, gesture) in gestures.iter().enumerate() {
            let by_another = coder.is_some_and(|coder| gesture.coder() != coder);
            let holds = || wanted.is_empty() || listed.words(cx, gestures, gesture).to_lowercase().contains(wanted);
            let hidden = cx.session.is_some_and(|session| session.hides(gesture));
            if by_another || hidden || !holds() {
                continue;
            }
            if !day.contains(&gesture.ms()) {
                day = day_around(gesture.ms());
                listed.days.push(listed.lines.len());
                listed.lines.push(Line::Day(gesture.ms()));
            }
            listed.lines.push(Line::Gesture(at));
            listed.gestures += 1;
        }
        listed
    }

    /// The day a line stands under.
    pub(super) fn day(&self, line: usize) -> Option<usize> {
        let after = self.days.partition_point(|day| *day <= line);
        self.days.get(after.checked_sub(1)?).copied()
    }

    /// A gesture in plain words; of an undo also what it took back.
    pub(super) fn words(&self, cx: &Cx<'_>, gestures: &VecDeque<Gesture>, gesture: &Gesture) -> String {
        let words = Rooms::of(cx.language);
        let plain = |gesture: &Gesture| told::history::events(cx.project, &self.past, gesture.events(), cx.language);
        let Some(undone) = self.undone(gestures, gesture) else { return plain(gesture) };
        match self.undone(gestures, undone) {
            Some(again) => fill(words.did_again, &[("what", &plain(again))]),
            None => fill(words.undid, &[("what", &plain(undone))]),
        }
    }

    fn undone<'a>(&self, gestures: &'a VecDeque<Gesture>, gesture: &Gesture) -> Option<&'a Gesture> {
        let at = self.taken_back.get(retracted(gesture)?)?;
        gestures.get(*at)
    }
}

/// The first entry that a gesture takes back.
fn retracted(gesture: &Gesture) -> Option<&EntryHash> {
    gesture.events().iter().find_map(|event| match event {
        Event::Retracted { entries } => entries.first(),
        _ => None,
    })
}

fn taken_back(gestures: &VecDeque<Gesture>) -> BTreeMap<EntryHash, usize> {
    let wanted: BTreeSet<&EntryHash> = gestures.iter().filter_map(retracted).collect();
    let mut found = BTreeMap::new();
    for (at, gesture) in gestures.iter().enumerate().filter(|_| !wanted.is_empty()) {
        found.extend(gesture.entries().filter(|entry| wanted.contains(entry)).map(|entry| (entry, at)));
    }
    found
}

/// The day, by the clock on the wall, that holds a moment; the moment alone where the calendar does not know it.
fn day_around(ms: u64) -> std::ops::Range<u64> {
    let whole = || {
        let stamp = Timestamp::from_millisecond(i64::try_from(ms).ok()?).ok()?;
        let zoned = stamp.to_zoned(TimeZone::system());
        let start = u64::try_from(zoned.start_of_day().ok()?.timestamp().as_millisecond()).ok()?;
        let end = u64::try_from(zoned.tomorrow().ok()?.start_of_day().ok()?.timestamp().as_millisecond()).ok()?;
        Some(start..end)
    };
    whole().unwrap_or(ms..ms + 1)
}
