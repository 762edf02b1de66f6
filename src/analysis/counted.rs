//! What counts of a source: its words without those set aside, how much of it is coded, and who says how much.

use crate::model::coding::Coding;
use crate::model::project::Project;
use crate::model::source::Source;
use crate::model::span::{Span, union, without};

/// What one speaker says in a source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Speech {
    /// How many turns of theirs count: those of which something is not set aside.
    pub turns: usize,
    /// How many words of theirs count.
    pub words: usize,
}

/// Tells whether a coding counts: one all of whose words were set aside is kept and shown, and counted nowhere.
pub fn counts(project: &Project, coding: &Coding) -> bool {
    project.source(coding.source).is_none_or(|source| source.counts(coding.span))
}

/// How many words of some spans count; the spans stand in order and do not overlap.
pub fn words(source: &Source, spans: &[Span]) -> usize {
    let Some(text) = source.text.as_ref() else { return 0 };
    if source.excluded().is_empty() {
        return spans.iter().map(|span| text.words().count_between(span.start(), span.end())).sum();
    }
    let counted = without(spans, source.excluded()).into_iter();
    counted.map(|span| text.words().count_between(span.start(), span.end())).sum()
}

/// How many words of a whole source count.
pub fn words_in_all(source: &Source) -> usize {
    Span::new(0, source.length).map_or(0, |all| words(source, &[all]))
}

/// How much of what counts of a source is coded, 0 to 1, in Unicode scalars; what is coded twice counts once.
pub fn coded_share(project: &Project, source: &Source) -> f32 {
    let length = |spans: &[Span]| spans.iter().map(|span| span.len()).sum::<u32>();
    let all: Vec<Span> = Span::new(0, source.length).into_iter().collect();
    let coded = union(project.spans_in(source.id).collect());
    let (all, coded) = (length(&without(&all, source.excluded())), length(&without(&coded, source.excluded())));
    #[expect(clippy::cast_precision_loss, reason = "a share is shown in whole per cent")]
    if all == 0 { 0.0 } else { coded as f32 / all as f32 }
}

/// What each speaker of a source says, by number.
pub fn speech(source: &Source) -> Vec<Speech> {
    let mut said = vec![Speech::default(); source.speakers.len()];
    for turn in source.turns.iter().filter(|turn| source.counts(turn.span)) {
        let Some(speech) = turn.speaker.and_then(|speaker| said.get_mut(usize::from(speaker))) else { continue };
        speech.turns += 1;
        speech.words += words(source, &[turn.span]);
    }
    said
}
