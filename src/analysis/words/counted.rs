//! The words of a scope, counted once; every word list over it is made from this without reading a text again.

use std::collections::HashMap;
use std::ops::Range;

use super::options::{Numbers, StopLists, WordOptions};
use crate::analysis::scope::Chosen;
use crate::model::source::Source;
use crate::model::span::{Span, without};
use crate::text::indexed::IndexedText;
use crate::text::language::agreed;
use crate::text::stem::stemmer;
use crate::text::stop_words::is_stop_word;
use crate::text::tongue::Tongue;
use crate::text::vocabulary::Vocabulary;

/// How often something is, in each language.
pub(super) type ByTongue = [u32; 4];

/// The words of a scope with their counts.
#[derive(Clone, Debug, Default)]
pub struct Counted {
    pub(super) types: Vec<Type>,
    by_small: HashMap<Box<str>, usize>,
    words: usize,
    sources: usize,
}

/// A word in small letters with all that is known of it.
#[derive(Clone, Debug)]
pub(super) struct Type {
    pub(super) small: Box<str>,
    /// As it is written, with how often.
    pub(super) written: Vec<(Box<str>, u32)>,
    /// How often it stands in turns of each language.
    counts: ByTongue,
    /// How many of these are parts of fillers of several words.
    in_fillers: ByTongue,
    /// The places of the sources that have it, in order.
    pub(super) sources: Vec<u32>,
    pub(super) stem: Box<str>,
    letters: usize,
    is_number: bool,
    /// On the list of which languages it stands.
    stopped: [bool; 4],
}

impl Counted {
    /// Counts the words of a scope.
    pub fn of(chosen: &Chosen<'_>) -> Self {
        Self::over(chosen.sources().map(|source| (source, chosen.spans(source.id))))
    }

    /// Counts the words of a wider scope that lie outside a narrower one.
    pub fn rest(wide: &Chosen<'_>, narrow: &Chosen<'_>) -> Self {
        Self::over(wide.sources().map(|source| (source, without(&wide.spans(source.id), &narrow.spans(source.id)))))
    }

    fn over<'p>(stretches: impl Iterator<Item = (&'p Source, Vec<Span>)>) -> Self {
        let mut counted = Self::default();
        for (source, spans) in stretches {
            if let Some(text) = &source.text {
                counted.add(source, text, &spans);
            }
        }
        counted.types.iter_mut().for_each(Type::find_stem);
        counted
    }

    /// How many words there are, all taken together.
    pub fn words(&self) -> usize {
        self.words
    }

    /// How many sources have words.
    pub fn sources(&self) -> usize {
        self.sources
    }

    /// How often a word in small letters counts.
    pub fn count_of(&self, small: &str, options: &WordOptions) -> usize {
        let known = self.by_small.get(small).and_then(|place| self.types.get(*place));
        known.map_or(0, |known| known.count(options) as usize)
    }

    pub(super) fn find(&self, small: &str) -> Option<usize> {
        self.by_small.get(small).copied()
    }

    /// Both together, as if they were one scope of sources that are all different.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        let shift = u32::try_from(self.sources).unwrap_or(u32::MAX);
        for theirs in &other.types {
            let own = self.type_of(&theirs.small, theirs.is_number);
            for (written, count) in &theirs.written {
                own.add_written(written, *count);
            }
            for (sum, count) in own.counts.iter_mut().zip(theirs.counts) {
                *sum += count;
            }
            for (sum, count) in own.in_fillers.iter_mut().zip(theirs.in_fillers) {
                *sum += count;
            }
            own.sources.extend(theirs.sources.iter().map(|place| place + shift));
            own.find_stem();
        }
        self.words += other.words;
        self.sources += other.sources;
        self
    }

    fn add(&mut self, source: &Source, text: &IndexedText, spans: &[Span]) {
        let vocabulary = text.vocabulary();
        let tallies = Tallies::of(source, text, spans);
        if tallies.words == 0 {
            return;
        }
        let place = u32::try_from(self.sources).unwrap_or(u32::MAX);
        self.sources += 1;
        self.words += tallies.words;
        for (form, (counts, in_fillers)) in
            vocabulary.forms().iter().zip(tallies.counts.iter().zip(&tallies.in_fillers))
        {
            let count: u32 = counts.iter().sum();
            if count == 0 {
                continue;
            }
            let known = self.type_of(&form.small, form.is_number);
            known.add_written(&form.written, count);
            for tongue in 0..counts.len() {
                known.counts[tongue] += counts[tongue];
                known.in_fillers[tongue] += in_fillers[tongue];
            }
            if known.sources.last() != Some(&place) {
                known.sources.push(place);
            }
        }
    }

    fn type_of(&mut self, small: &str, is_number: bool) -> &mut Type {
        let place = match self.by_small.get(small) {
            Some(place) => *place,
            None => {
                self.by_small.insert(small.into(), self.types.len());
                self.types.push(Type::new(small, is_number));
                self.types.len() - 1
            }
        };
        &mut self.types[place]
    }
}

impl Type {
    fn new(small: &str, is_number: bool) -> Self {
        Self {
            small: small.into(),
            written: Vec::new(),
            counts: ByTongue::default(),
            in_fillers: ByTongue::default(),
            sources: Vec::new(),
            stem: Box::default(),
            letters: small.chars().count(),
            is_number,
            stopped: Tongue::ALL.map(|tongue| is_stop_word(small, tongue)),
        }
    }

    fn add_written(&mut self, written: &str, count: u32) {
        match self.written.iter_mut().find(|(known, _)| **known == *written) {
            Some((_, sum)) => *sum += count,
            None => self.written.push((written.into(), count)),
        }
    }

    /// Its stem in the language in which it stands most often.
    fn find_stem(&mut self) {
        let by_count = Tongue::ALL.into_iter().zip(self.counts).rev().max_by_key(|(_, count)| *count);
        let tongue = by_count.map_or(Tongue::Bokmal, |(tongue, _)| tongue);
        self.stem = stemmer(tongue).stem(&self.small).into();
    }

    /// How often it counts.
    pub(super) fn count(&self, options: &WordOptions) -> u32 {
        let out = options.numbers == Numbers::Out && self.is_number
            || self.letters < usize::from(options.min_letters)
            || options.left_out.contains(&*self.small);
        if out {
            return 0;
        }
        let all = self.counts.iter().sum();
        if options.stop_lists == StopLists::Unused || options.kept.contains(&*self.small) {
            return all;
        }
        let stopped = self.counts.iter().zip(self.in_fillers).zip(self.stopped);
        let gone = stopped.map(|((count, in_fillers), stopped)| if stopped { *count } else { in_fillers });
        all - gone.sum::<u32>().min(all)
    }
}

/// How often each form of a text stands in the stretches asked.
struct Tallies {
    counts: Vec<ByTongue>,
    in_fillers: Vec<ByTongue>,
    words: usize,
}

impl Tallies {
    fn of(source: &Source, text: &IndexedText, spans: &[Span]) -> Self {
        let vocabulary = text.vocabulary();
        let none = vec![ByTongue::default(); vocabulary.forms().len()];
        let mut tallies = Self { counts: none.clone(), in_fillers: none, words: 0 };
        let asked = words_of(text, spans);
        let mut fillers = vocabulary.fillers();
        for (unit, tongue) in units(source, text, vocabulary) {
            let first = asked.partition_point(|asked| asked.end <= unit.start);
            for part in asked.get(first..).unwrap_or_default().iter().take_while(|part| part.start < unit.end) {
                let (start, end) = (part.start.max(unit.start), part.end.min(unit.end));
                let tokens = vocabulary.tokens().get(start..end).unwrap_or_default();
                tallies.words += tokens.len();
                for token in tokens {
                    tallies.counts[*token as usize][tongue.index()] += 1;
                }
                fillers = fillers
                    .get(fillers.partition_point(|(words, _)| (words.start as usize) < start)..)
                    .unwrap_or_default();
                for (words, of) in fillers.iter().take_while(|(words, _)| (words.start as usize) < end) {
                    let whole = words.end as usize <= end && *of == tongue;
                    let tokens = vocabulary.tokens().get(words.start as usize..words.end as usize);
                    for token in tokens.filter(|_| whole).unwrap_or_default() {
                        tallies.in_fillers[*token as usize][tongue.index()] += 1;
                    }
                }
            }
        }
        tallies
    }
}

/// Which words of a text lie in stretches of it, each in the first stretch that touches it.
pub(in crate::analysis) fn words_of(text: &IndexedText, spans: &[Span]) -> Vec<Range<usize>> {
    let mut free = 0;
    let mut ranges = Vec::with_capacity(spans.len());
    for span in spans {
        let words = text.words().between(span.start(), span.end());
        let start = words.start.max(free);
        if start < words.end {
            ranges.push(start..words.end);
            free = words.end;
        }
    }
    ranges
}

/// The words of each turn, or of each line where there are no turns, with the language it is in; what lies between
/// turns is in the language of the text.
fn units(source: &Source, text: &IndexedText, vocabulary: &Vocabulary) -> Vec<(Range<usize>, Tongue)> {
    let hints = |words: Range<usize>| {
        let tokens = vocabulary.tokens().get(words).unwrap_or_default();
        tokens.iter().filter_map(|token| vocabulary.forms().get(*token as usize)).map(|form| form.hints)
    };
    let all = vocabulary.tokens().len();
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
