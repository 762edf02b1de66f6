//! Where a caret or a bound goes by a character, a word, a sentence or a turn.

use std::ops::Range;

use crate::model::source::Source;
use crate::model::span::Span;
use crate::text::bounds;
use crate::text::indexed::IndexedText;
use crate::ui::screen::Unit;

/// Towards the start or the end of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Towards the start.
    Back,
    /// Towards the end.
    Forth,
}

/// Which bound of a coding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    /// Its first character.
    Start,
    /// Its last character.
    End,
}

/// The unit that holds the scalar `at`.
pub(super) fn around(source: &Source, text: &IndexedText, at: u32, unit: Unit) -> Range<u32> {
    match unit {
        Unit::Character => at..at,
        Unit::Word => bounds::word_around(text, at),
        Unit::Sentence => bounds::sentence_around(text, at),
        Unit::Turn => match source.turn_at(at).and_then(|turn| source.turns.get(turn)) {
            Some(turn) => turn.span.start()..turn.span.end(),
            None => bounds::line_around(text, at),
        },
    }
}

/// The next place for a caret.
pub(super) fn step(source: &Source, text: &IndexedText, at: u32, (unit, way): (Unit, Way)) -> u32 {
    match (unit, way) {
        (Unit::Character, Way::Forth) => bounds::grapheme_after(text, at),
        (Unit::Character, Way::Back) => bounds::grapheme_before(text, at),
        (Unit::Word, Way::Forth) => bounds::word_end_after(text, at),
        (Unit::Word, Way::Back) => bounds::word_start_before(text, at),
        (Unit::Sentence, Way::Forth) => bounds::sentence_end_after(text, at),
        (Unit::Sentence, Way::Back) => bounds::sentence_start_before(text, at),
        (Unit::Turn, Way::Forth) => {
            source.turns.iter().map(|turn| turn.span.end()).find(|end| *end > at).unwrap_or(text.len())
        }
        (Unit::Turn, Way::Back) => {
            source.turns.iter().rev().map(|turn| turn.span.start()).find(|start| *start < at).unwrap_or(0)
        }
    }
}

/// The span with one bound moved; `None` when nothing would be left of it or nothing changes.
pub(super) fn nudged(source: &Source, text: &IndexedText, span: Span, how: (Bound, Unit, Way)) -> Option<Span> {
    let (bound, unit, way) = how;
    let moved = match bound {
        Bound::Start => {
            let start = match (unit, way) {
                // Forwards the start goes to where the next word or sentence starts, not to where this one ends.
                (Unit::Word | Unit::Sentence, Way::Forth) => next_start(source, text, span.start(), unit),
                _ => step(source, text, span.start(), (unit, way)),
            };
            Span::new(start, span.end())
        }
        Bound::End => {
            let end = match (unit, way) {
                (Unit::Word | Unit::Sentence, Way::Back) => previous_end(source, text, span, unit),
                _ => step(source, text, span.end(), (unit, way)),
            };
            Span::new(span.start(), end)
        }
    };
    moved.filter(|moved| *moved != span)
}

fn next_start(source: &Source, text: &IndexedText, at: u32, unit: Unit) -> u32 {
    let end = step(source, text, step(source, text, at, (unit, Way::Forth)), (unit, Way::Forth));
    step(source, text, end, (unit, Way::Back))
}

fn previous_end(source: &Source, text: &IndexedText, span: Span, unit: Unit) -> u32 {
    let last = step(source, text, span.end(), (unit, Way::Back));
    let before = step(source, text, last, (unit, Way::Back));
    if before >= last { last } else { step(source, text, before, (unit, Way::Forth)) }
}

/// The hull of two stretches as a selection that is drawn from `origin` to where the pointer is.
pub(super) fn drawn(origin: &Range<u32>, to: &Range<u32>) -> (u32, u32) {
    if to.start < origin.start { (origin.end, to.start) } else { (origin.start, to.end.max(origin.end)) }
}
