//! The later of several statements counts; the one that was made at the same time is not forgotten.

use crate::journal::entry::Entry;
use crate::journal::merge::Logs;
use crate::journal::notice::{Field, Notice};
use crate::model::id::CoderId;

/// What was said about one property, in order.
pub(super) struct LastWord<'a, T> {
    said: Vec<(T, &'a Entry)>,
}

/// Two statements of which neither author knew the other's.
pub(super) struct Clash<'b, T> {
    pub(super) kept: &'b T,
    pub(super) kept_by: CoderId,
    pub(super) other: &'b T,
    pub(super) other_by: CoderId,
}

impl<T> Default for LastWord<'_, T> {
    fn default() -> Self {
        Self { said: Vec::new() }
    }
}

impl<'a, T: PartialEq> LastWord<'a, T> {
    /// Notes a statement later in order than all before.
    pub(super) fn say(&mut self, value: T, entry: &'a Entry) {
        self.said.push((value, entry));
    }

    /// What counts.
    pub(super) fn get(&self) -> Option<&T> {
        self.said.last().map(|(value, _)| value)
    }

    /// The latest other statement that the author of the last one had not seen, where it says something else.
    pub(super) fn clash(&self, logs: &Logs) -> Option<Clash<'_, T>> {
        let ((kept, last), before) = self.said.split_last()?;
        let unseen = |(_, entry): &&(T, &Entry)| entry.log != last.log && !logs.saw(last, entry);
        let (other, entry) = before.iter().rev().find(unseen)?;
        (other != kept).then_some(Clash { kept, kept_by: last.coder, other, other_by: entry.coder })
    }
}

impl LastWord<'_, &str> {
    /// The clash as a notice.
    pub(super) fn notice(&self, field: Field, logs: &Logs) -> Option<Notice> {
        let Clash { kept, kept_by, other, other_by } = self.clash(logs)?;
        // A name is never empty, unless it has been erased.
        if (kept.is_empty() || other.is_empty()) && !matches!(field, Field::CodeDescription(_)) {
            return None;
        }
        Some(Notice::TwoWordings { field, kept: (*kept).to_owned(), kept_by, other: (*other).to_owned(), other_by })
    }
}
