//! Behind a number: the codings and the words that it opens, looked up when somebody asks.

use std::collections::BTreeMap;

use super::scope::Scope;
use super::search::places;
use super::table::{Key, Opens};
use crate::model::id::{CodingId, SourceId};
use crate::model::project::Project;
use crate::model::span::Span;

/// Something to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// What was coded.
    Coding(CodingId),
    /// Words of a source.
    Words(SourceId, Span),
}

/// What stands behind a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Behind {
    /// The places, by the order of the sources, then of the text.
    pub places: Vec<Place>,
    /// Tells whether there are more than were looked up.
    pub more: bool,
}

/// Looks up what a cell of a table over a scope opens. A source opens its codings.
pub fn behind(project: &Project, scope: &Scope, opens: &Opens) -> Behind {
    let project = project.layer(scope.layer);
    match opens {
        Opens::Nothing => Behind::default(),
        Opens::Source(source) => codings(project, scope, &[Key::Source(*source)]),
        Opens::Codings(keys) => codings(project, scope, keys),
        Opens::Listed(listed) => {
            let order: BTreeMap<_, _> = project.sources().enumerate().map(|(at, source)| (source.id, at)).collect();
            let mut known: Vec<_> = listed.iter().filter_map(|id| project.coding(*id)).collect();
            known.sort_by_key(|coding| (order.get(&coding.source).copied(), coding.span, coding.id));
            Behind { places: known.into_iter().map(|coding| Place::Coding(coding.id)).collect(), more: false }
        }
        Opens::Spans(spans) => {
            Behind { places: spans.iter().map(|(source, span)| Place::Words(*source, *span)).collect(), more: false }
        }
        Opens::Words(forms) => words(project, scope, forms, &[]),
        Opens::WordsAt(forms, keys) => words(project, scope, forms, keys),
    }
}

fn codings(project: &Project, scope: &Scope, keys: &[Key]) -> Behind {
    let Some(narrowed) = scope.narrowed(project, keys) else { return Behind::default() };
    let places = narrowed.codings(project).map(|coding| Place::Coding(coding.id)).collect();
    Behind { places, more: false }
}

fn words(project: &Project, scope: &Scope, forms: &[String], keys: &[Key]) -> Behind {
    let Some(narrowed) = scope.narrowed(project, keys) else { return Behind::default() };
    let found = places(&narrowed.chosen(project), forms);
    let places = found.hits.into_iter().map(|hit| Place::Words(hit.source, hit.span)).collect();
    Behind { places, more: found.more }
}
