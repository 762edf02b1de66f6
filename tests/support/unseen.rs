//! No event hides a coding that its author had not seen: who is not shown must have been taken away by somebody who knew.

use kodebok::journal::entry::Entry;
use kodebok::journal::event::{Event, Seen};
use kodebok::journal::fold::Fold;
use kodebok::model::id::CodingId;

/// Codings that are not there although nobody who had seen them took them away, as they were told.
pub(crate) fn hidden_unseen(fold: &Fold, entries: &[Entry]) -> Vec<String> {
    let live: Vec<&Entry> = entries.iter().filter(|entry| fold.is_live(entry.id)).collect();
    let waiting: Vec<_> = fold.waiting().map(|(id, _)| id).collect();
    let mut lost = Vec::new();
    for entry in &live {
        for event in &entry.events {
            let Event::CodingAdded { coding, source, .. } = event else { continue };
            let project = fold.project();
            let listed = project.coding(*coding).is_some() || project.lost_coding(*coding).is_some();
            let erased = project.is_erased(*source);
            if !listed && !erased && !waiting.contains(coding) && !taken_away(&live, entry, *coding) {
                lost.push(format!("{event:?}"));
            }
        }
    }
    lost
}

fn taken_away(live: &[&Entry], added: &Entry, lost: CodingId) -> bool {
    let changes = || live.iter().filter(|by| by.events.iter().any(|event| changes(event, lost)));
    live.iter().any(|by| {
        let had_seen = |what: &Entry, seen: &Seen| {
            let own = by.log == what.log && by.sequence > what.sequence;
            own || seen.get(&what.log).is_some_and(|upto| *upto >= what.sequence)
        };
        by.events.iter().any(|event| match event {
            Event::CodingRemoved { coding, seen } if *coding == lost => {
                had_seen(added, seen) && changes().all(|change| had_seen(change, seen))
            }
            Event::CodeDeleted { seen, .. } | Event::SourceRemoved { seen, .. } => had_seen(added, seen),
            _ => false,
        })
    })
}

fn changes(event: &Event, wanted: CodingId) -> bool {
    matches!(event, Event::CodingResized { coding, .. } | Event::CodingRecoded { coding, .. } if *coding == wanted)
}
