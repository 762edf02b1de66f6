//! Drawing turns by chance, so that anybody can draw the very same ones again.

use super::chance::Chance;
use super::scope::{Excluded, Scope};
use crate::model::id::SourceId;
use crate::model::project::Project;
use crate::model::source::{Role, Source};
use crate::model::span::Span;

/// The turns of a scope of which something counts, by the order of the sources, then of the text.
///
/// Interviewers' turns are left out unless they are asked for by role or by name; a text without turns gives its
/// paragraphs. Codes and coders do not matter.
pub fn turns(project: &Project, scope: &Scope) -> Vec<(SourceId, Span)> {
    let words =
        Scope { codes: Default::default(), coders: Default::default(), excluded: Excluded::Out, ..scope.clone() };
    let chosen = words.chosen(project);
    let named = !scope.roles.is_empty() || !scope.speakers.is_empty();
    let mut turns = Vec::new();
    for source in chosen.sources() {
        let heard = chosen.spans(source.id);
        let said = |span: Span| heard.iter().any(|known| known.overlap(span).is_some());
        let of_source = pieces(source).into_iter().filter(|(span, role)| {
            said(*span) && (named || *role != Some(Role::Interviewer)) && source.trimmed(*span).is_some()
        });
        turns.extend(of_source.map(|(span, _)| (source.id, span)));
    }
    turns
}

fn pieces(source: &Source) -> Vec<(Span, Option<Role>)> {
    if !source.turns.is_empty() {
        let role = |turn| source.speaker_of(turn).map(|speaker| speaker.role);
        return source.turns.iter().map(|turn| (turn.span, role(turn))).collect();
    }
    let Some(text) = source.text.as_deref() else { return Vec::new() };
    let last = text.line_of(text.len());
    let lines = (0..=last).map(|line| text.line(line));
    lines.filter_map(|line| Some((Span::new(line.start, line.end)?, None))).collect()
}

/// Draws so many of a hundred, at least one, by a seed; they stand in the order in which they were given.
///
/// Each is as likely as any other: the first places of a shuffle (Fisher and Yates, 1938; Durstenfeld, 1964) with the
/// numbers of [`Chance`].
pub fn draw<T: Copy>(from: &[T], percent: u8, seed: u64) -> Vec<T> {
    let wanted = (from.len() * usize::from(percent.min(100))).div_ceil(100).clamp(from.len().min(1), from.len());
    let mut chance = Chance::new(seed);
    let mut places: Vec<usize> = (0..from.len()).collect();
    for at in 0..wanted {
        let other = at + chance.below(places.len() - at);
        places.swap(at, other);
    }
    places.truncate(wanted);
    places.sort_unstable();
    places.into_iter().filter_map(|place| from.get(place).copied()).collect()
}
