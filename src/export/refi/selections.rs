//! A text with the stretches that are coded in it.

use std::collections::BTreeMap;

use super::notes::Notes;
use super::pen::{Pen, moment};
use super::told::Told;
use crate::model::coding::Coding;
use crate::model::id::SourceId;
use crate::model::memo::About;
use crate::model::project::Project;
use crate::model::source::Source;
use crate::refi::guid;

/// How much of the words stands in the name of a selection, so that a reader can make sure of the place; in scalars.
const QUOTE: u32 = 100;

/// A source with its selections, a stretch once however many codings are on it.
pub(super) fn source(pen: &mut Pen, project: &Project, source: &Source, told: &Told, notes: &Notes<'_>) {
    let id = guid(source.id.bits());
    let attributes = [
        ("guid", id.clone()),
        ("name", source.title.clone()),
        ("plainTextPath", format!("internal://{id}.txt")),
        ("creatingUser", guid(source.coder.bits())),
        ("creationDateTime", moment(source.added_ms)),
    ];
    let mut places: BTreeMap<(u32, u32), Vec<&Coding>> = BTreeMap::new();
    for coding in project.codings_in(source.id) {
        places.entry(told.place(coding.span)).or_default().push(coding);
    }
    pen.within("TextSource", &attributes.each_ref().map(|(name, value)| (*name, value.as_str())), |pen| {
        for (place, codings) in &places {
            selection(pen, (source.id, told), *place, codings, notes);
        }
        notes.refer(pen, About::Source(source.id));
    });
}

fn selection(
    pen: &mut Pen,
    (source, told): (SourceId, &Told),
    (start, end): (u32, u32),
    codings: &[&Coding],
    notes: &Notes<'_>,
) {
    let first = codings.iter().min_by_key(|coding| (coding.made_ms, coding.id));
    let attributes = [
        ("guid", guid(selection_bits(source, start, end))),
        ("name", told.text.slice(start, end.min(start + QUOTE)).replace(['\n', '\t'], " ")),
        ("startPosition", start.to_string()),
        ("endPosition", end.to_string()),
        ("creatingUser", first.map_or_else(String::new, |first| guid(first.coder.bits()))),
        ("creationDateTime", first.map_or_else(String::new, |first| moment(first.made_ms))),
    ];
    let attributes = attributes.each_ref().map(|(name, value)| (*name, value.as_str()));
    pen.within("PlainTextSelection", &attributes, |pen| {
        for coding in codings {
            let made = moment(coding.made_ms);
            let (id, coder) = (guid(coding.id.bits()), guid(coding.coder.bits()));
            let attributes = [("guid", &*id), ("creatingUser", &*coder), ("creationDateTime", &*made)];
            pen.within("Coding", &attributes, |pen| {
                pen.empty("CodeRef", &[("targetGUID", &guid(coding.code.bits()))]);
                notes.refer(pen, About::Coding(coding.id));
            });
        }
    });
}

/// A stretch has no id in a study; the file's is made of where it lies, so that it is the same in every export.
fn selection_bits(source: SourceId, start: u32, end: u32) -> u128 {
    let mut hash = blake3::Hasher::new();
    hash.update(&source.bits().to_be_bytes()).update(&start.to_be_bytes()).update(&end.to_be_bytes());
    let hash = hash.finalize();
    hash.as_bytes().first_chunk().map_or(0, |bits| u128::from_be_bytes(*bits))
}
