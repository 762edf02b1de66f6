//! The units of a source, in a row: what two coders have or have not coded.

use crate::model::agreement::Unit;
use crate::model::source::Source;
use crate::model::span::{Span, shared, union};
use crate::text::bounds;
use crate::text::indexed::IndexedText;

/// What is asked of a source, divided into units that are numbered from 0.
#[derive(Debug)]
pub(super) struct Axis {
    /// The stretches asked, in order and without overlaps.
    asked: Vec<Span>,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    /// A unit a character; its number is its place in the text.
    Characters,
    /// The words asked, and which of them is the first of each unit.
    Words { words: Vec<Span>, firsts: Vec<usize> },
    /// One unit.
    Whole,
}

impl Axis {
    /// The units of what is asked; `None` where the text is needed and has not arrived.
    pub(super) fn of(source: &Source, asked: Vec<Span>, unit: Unit) -> Option<Self> {
        let kind = match unit {
            Unit::Character | Unit::Segment(_) => Kind::Characters,
            Unit::Source => Kind::Whole,
            Unit::Word | Unit::Sentence | Unit::Turn => {
                let text = source.text.as_ref()?;
                let words = words(text, &asked);
                let firsts = match unit {
                    Unit::Sentence => firsts(&words, sentences(text)),
                    Unit::Turn if source.turns.is_empty() => firsts(&words, |word| text.line_of(word.start())),
                    Unit::Turn => firsts(&words, |word| source.turn_at(word.start())),
                    _ => (0..words.len()).collect(),
                };
                Kind::Words { words, firsts }
            }
        };
        Some(Self { asked, kind })
    }

    /// The stretches asked, in order and without overlaps.
    pub(super) fn asked(&self) -> &[Span] {
        &self.asked
    }

    /// How many units there are.
    pub(super) fn len(&self) -> u64 {
        match &self.kind {
            Kind::Characters => length(&self.asked),
            Kind::Words { firsts, .. } => firsts.len() as u64,
            Kind::Whole => u64::from(!self.asked.is_empty()),
        }
    }

    /// The units that stretches of the text reach, as spans of numbers in order and without overlaps.
    pub(super) fn units(&self, coded: Vec<Span>) -> Vec<Span> {
        let coded = shared(&self.asked, &union(coded));
        match &self.kind {
            Kind::Characters => coded,
            Kind::Whole => coded.first().and_then(|_| Span::new(0, 1)).into_iter().collect(),
            Kind::Words { words, firsts } => {
                let unit = |word: usize| firsts.partition_point(|first| *first <= word).saturating_sub(1);
                let number = |unit: usize| u32::try_from(unit).unwrap_or(u32::MAX);
                let reached = coded.into_iter().filter_map(|stretch| {
                    let first = words.partition_point(|word| word.end() <= stretch.start());
                    let after = words.partition_point(|word| word.start() < stretch.end());
                    if first >= after { None } else { Span::new(number(unit(first)), number(unit(after - 1) + 1)) }
                });
                union(reached.collect())
            }
        }
    }

    /// The stretches of the text that units take up.
    pub(super) fn text(&self, units: &[Span]) -> Vec<Span> {
        match &self.kind {
            Kind::Characters => units.to_vec(),
            Kind::Whole => units.first().map_or_else(Vec::new, |_| self.asked.clone()),
            Kind::Words { words, firsts } => {
                let stretch = |run: &Span| {
                    let first = words.get(*firsts.get(run.start() as usize)?)?;
                    let after = firsts.get(run.end() as usize).copied().unwrap_or(words.len());
                    Span::new(first.start(), words.get(after.checked_sub(1)?)?.end())
                };
                shared(&self.asked, &union(units.iter().filter_map(stretch).collect()))
            }
        }
    }
}

/// How many places stretches have together.
pub(super) fn length(spans: &[Span]) -> u64 {
    spans.iter().map(|span| u64::from(span.len())).sum()
}

/// The words that begin within what is asked.
fn words(text: &IndexedText, asked: &[Span]) -> Vec<Span> {
    let index = text.words();
    let within = asked.iter().flat_map(|stretch| {
        let words = index.between(stretch.start(), stretch.end()).filter_map(|place| index.word(place));
        words.filter(|(start, _)| *start >= stretch.start()).filter_map(|(start, end)| Span::new(start, end))
    });
    within.collect()
}

/// The first word of each unit, where words with the same key follow each other.
fn firsts<K: PartialEq>(words: &[Span], mut key: impl FnMut(&Span) -> K) -> Vec<usize> {
    let (mut firsts, mut last) = (Vec::new(), None);
    for (place, word) in words.iter().enumerate() {
        let this = Some(key(word));
        if this != last {
            firsts.push(place);
            last = this;
        }
    }
    firsts
}

/// Tells of words in order where the sentence ends that each stands in.
fn sentences(text: &IndexedText) -> impl FnMut(&Span) -> u32 {
    let (mut line, mut ends): (Option<usize>, Vec<u32>) = (None, Vec::new());
    move |word| {
        let here = text.line_of(word.start());
        if line != Some(here) {
            line = Some(here);
            ends = bounds::sentences(text, &text.line(here)).into_iter().map(|sentence| sentence.end).collect();
        }
        let at = ends.partition_point(|end| *end <= word.start());
        ends.get(at).copied().unwrap_or(u32::MAX)
    }
}
