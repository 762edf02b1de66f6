//! Which gestures are listed, by day.

use std::collections::VecDeque;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::model::id::CoderId;
use crate::session::history::Gesture;
use crate::told;
use crate::ui::cx::Cx;

/// A line of the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The head of a day, by a moment in it.
    Day(u64),
    /// A gesture, by its place in the history.
    Gesture(usize),
}

/// What is listed.
#[derive(Debug, Default)]
pub struct Listed {
    /// Days and gestures.
    pub lines: Vec<Line>,
    /// How many gestures.
    pub gestures: usize,
}

impl Listed {
    /// The gestures of a coder, or of all, whose words hold `wanted`, which is lower case.
    pub fn new(cx: &Cx<'_>, gestures: &VecDeque<Gesture>, coder: Option<CoderId>, wanted: &str) -> Self {
        let mut listed = Self::default();
        let mut day = 1..0;
        for (at, gesture) in gestures.iter().enumerate() {
            if coder.is_some_and(|coder| gesture.coder != coder) || !holds(cx, gesture, wanted) {
                continue;
            }
            if !day.contains(&gesture.ms) {
                day = day_around(gesture.ms);
                listed.lines.push(Line::Day(gesture.ms));
            }
            listed.lines.push(Line::Gesture(at));
            listed.gestures += 1;
        }
        listed
    }
}

fn holds(cx: &Cx<'_>, gesture: &Gesture, wanted: &str) -> bool {
    wanted.is_empty() || told::history::events(cx.project, &gesture.events, cx.language).to_lowercase().contains(wanted)
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
