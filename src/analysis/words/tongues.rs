//! Which language each stretch of a source is in: the one somebody said, or what its turns sound like one by one.

use std::ops::Range;

use crate::model::source::Source;
use crate::text::indexed::IndexedText;
use crate::text::language::agreed;
use crate::text::tongue::Tongue;

/// How many words of a source are in each language, in the order of [`Tongue::ALL`]; none while its text is away.
pub fn spoken(source: &Source) -> [usize; 4] {
    let mut words = [0; 4];
    let Some(text) = &source.text else { return words };
    for (stretch, tongue) in units(source, text) {
        words[tongue.index()] += stretch.len();
    }
    words
}

/// The words of each turn, or of each line where there are no turns, with the language it is in; what lies between
/// turns is in the language of the text. A source whose language was told is all in that.
pub(super) fn units(source: &Source, text: &IndexedText) -> Vec<(Range<usize>, Tongue)> {
    let vocabulary = text.vocabulary();
    let all = vocabulary.tokens().len();
    if let Some(told) = source.language {
        return std::iter::once((0..all, told)).collect();
    }
    let hints = |words: Range<usize>| {
        let tokens = vocabulary.tokens().get(words).unwrap_or_default();
        tokens.iter().filter_map(|token| vocabulary.forms().get(*token as usize)).map(|form| form.hints)
    };
    let prior = agreed(hints(0..all), None).unwrap_or(Tongue::Bokmal);
    let index = text.words();
    let stretches: Vec<Range<usize>> = match source.turns.is_empty() {
        false => source.turns.iter().map(|turn| index.between(turn.span.start(), turn.span.end())).collect(),
        true => {
            (0..text.line_count()).map(|line| text.line(line)).map(|line| index.between(line.start, line.end)).collect()
        }
    };
    let (mut units, mut free) = (Vec::with_capacity(stretches.len()), 0);
    for stretch in stretches {
        let start = stretch.start.max(free);
        if start >= stretch.end {
            continue;
        }
        if free < start {
            units.push((free..start, prior));
        }
        units.push((start..stretch.end, agreed(hints(start..stretch.end), Some(prior)).unwrap_or(prior)));
        free = stretch.end;
    }
    if free < all {
        units.push((free..all, prior));
    }
    units
}
