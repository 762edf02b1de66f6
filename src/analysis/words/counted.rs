//! The words of a scope, counted once; every word list over it is made from this without reading a text again.

use std::collections::HashMap;
use std::ops::Range;

use super::options::{Numbers, StopLists, WordOptions};
use super::phrases::InPhrases;
use super::tongues::units;
use crate::analysis::scope::Chosen;
use crate::model::source::Source;
use crate::model::span::{Span, without};
use crate::text::indexed::IndexedText;
use crate::text::stem::stemmer;
use crate::text::stop_words::is_stop_word;
use crate::text::tongue::Tongue;

/// How often something is, in each language.
pub(super) type ByTongue = [u32; 4];

/// The words of a scope with their counts.
#[derive(Clone, Debug, Default)]
pub struct Counted {
    pub(super) types: Vec<Type>,
    by_small: HashMap<Box<str>, usize>,
    /// Every word in its order, by its place among the types.
    tokens: Vec<u32>,
    /// Where each run of words ends that follow each other in one language, and the language.
    run_ends: Vec<(usize, Tongue)>,
    sources: usize,
}

/// How often each word counts, by what was asked for.
pub struct Counts<'c> {
    counted: &'c Counted,
    pub(super) by_type: Vec<u32>,
}

/// A word in small letters with all that is known of it.
#[derive(Clone, Debug)]
pub(super) struct Type {
    pub(super) small: Box<str>,
    /// As it is written, with how often.
    pub(super) written: Vec<(Box<str>, u32)>,
    /// How often it stands in turns of each language.
    counts: ByTongue,
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
        self.tokens.len()
    }

    /// How many sources have words.
    pub fn sources(&self) -> usize {
        self.sources
    }

    /// How often each word counts.
    pub fn counts(&self, options: &WordOptions) -> Counts<'_> {
        let InPhrases { own, any } = InPhrases::of(self, options);
        let gone = own.iter().zip(&any);
        Counts {
            counted: self,
            by_type: self.types.iter().zip(gone).map(|(known, gone)| known.count(options, gone)).collect(),
        }
    }

    /// Words that follow each other, each by its place among the types, with the language they are in.
    pub(super) fn runs(&self) -> impl Iterator<Item = (&[u32], Tongue)> {
        let starts = std::iter::once(0).chain(self.run_ends.iter().map(|(end, _)| *end));
        let run = |(start, (end, tongue)): (usize, &(usize, Tongue))| {
            (self.tokens.get(start..*end).unwrap_or_default(), *tongue)
        };
        starts.zip(&self.run_ends).map(run)
    }

    pub(super) fn find(&self, small: &str) -> Option<usize> {
        self.by_small.get(small).copied()
    }

    /// Both together, as if they were one scope of sources that are all different.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        let shift = u32::try_from(self.sources).unwrap_or(u32::MAX);
        let mut place_of = Vec::with_capacity(other.types.len());
        for theirs in &other.types {
            let place = self.place_of(&theirs.small, theirs.is_number);
            place_of.push(u32::try_from(place).unwrap_or(u32::MAX));
            let own = &mut self.types[place];
            for (written, count) in &theirs.written {
                own.add_written(written, *count);
            }
            for (sum, count) in own.counts.iter_mut().zip(theirs.counts) {
                *sum += count;
            }
            own.sources.extend(theirs.sources.iter().map(|place| place + shift));
            own.find_stem();
        }
        let before = self.tokens.len();
        self.tokens.extend(other.tokens.iter().filter_map(|token| place_of.get(*token as usize)));
        self.run_ends.extend(other.run_ends.iter().map(|(end, tongue)| (before + end, *tongue)));
        self.sources += other.sources;
        self
    }

    fn add(&mut self, source: &Source, text: &IndexedText, spans: &[Span]) {
        let vocabulary = text.vocabulary();
        let tallies = Tallies::of(source, text, spans);
        if tallies.runs.is_empty() {
            return;
        }
        let source = u32::try_from(self.sources).unwrap_or(u32::MAX);
        self.sources += 1;
        let mut place_of = vec![0; vocabulary.forms().len()];
        for ((form, counts), type_of_form) in vocabulary.forms().iter().zip(&tallies.counts).zip(&mut place_of) {
            let count: u32 = counts.iter().sum();
            if count == 0 {
                continue;
            }
            let place = self.place_of(&form.small, form.is_number);
            *type_of_form = u32::try_from(place).unwrap_or(u32::MAX);
            let known = &mut self.types[place];
            known.add_written(&form.written, count);
            for (sum, count) in known.counts.iter_mut().zip(counts) {
                *sum += count;
            }
            if known.sources.last() != Some(&source) {
                known.sources.push(source);
            }
        }
        for (words, tongue) in tallies.runs {
            let tokens = vocabulary.tokens().get(words).unwrap_or_default();
            self.tokens.extend(tokens.iter().filter_map(|token| place_of.get(*token as usize)));
            self.run_ends.push((self.tokens.len(), tongue));
        }
    }

    /// Where a word in small letters stands among the types; it is added if it does not.
    fn place_of(&mut self, small: &str, is_number: bool) -> usize {
        if let Some(place) = self.by_small.get(small) {
            return *place;
        }
        self.by_small.insert(small.into(), self.types.len());
        self.types.push(Type::new(small, is_number));
        self.types.len() - 1
    }
}

impl Counts<'_> {
    /// How often a word in small letters counts.
    pub fn of(&self, small: &str) -> usize {
        self.counted.find(small).and_then(|place| self.by_type.get(place)).map_or(0, |count| *count as usize)
    }
}

impl Type {
    fn new(small: &str, is_number: bool) -> Self {
        Self {
            small: small.into(),
            written: Vec::new(),
            counts: ByTongue::default(),
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

    /// How often it counts; `own` and `any` is how often it stands in phrases that are left out ([`InPhrases`]).
    fn count(&self, options: &WordOptions, (own, any): (&ByTongue, &ByTongue)) -> u32 {
        let out = options.numbers == Numbers::Out && self.is_number
            || self.letters < usize::from(options.min_letters)
            || options.left_out.contains(&*self.small);
        if out {
            return 0;
        }
        let all: u32 = self.counts.iter().sum();
        if options.stop_lists == StopLists::Unused || options.kept.contains(&*self.small) {
            return all - own.iter().sum::<u32>().min(all);
        }
        let stopped = self.counts.iter().zip(any).zip(self.stopped);
        let gone = stopped.map(|((count, any), stopped)| if stopped { count } else { any });
        all - gone.sum::<u32>().min(all)
    }
}

/// What of a text is asked: how often each form stands there, and which words follow each other in which language.
struct Tallies {
    counts: Vec<ByTongue>,
    runs: Vec<(Range<usize>, Tongue)>,
}

impl Tallies {
    fn of(source: &Source, text: &IndexedText, spans: &[Span]) -> Self {
        let vocabulary = text.vocabulary();
        let counts = vec![ByTongue::default(); vocabulary.forms().len()];
        let mut tallies = Self { counts, runs: Vec::new() };
        let asked = words_of(text, spans);
        for (unit, tongue) in units(source, text) {
            let first = asked.partition_point(|asked| asked.end <= unit.start);
            for part in asked.get(first..).unwrap_or_default().iter().take_while(|part| part.start < unit.end) {
                let words = part.start.max(unit.start)..part.end.min(unit.end);
                for token in vocabulary.tokens().get(words.clone()).unwrap_or_default() {
                    tallies.counts[*token as usize][tongue.index()] += 1;
                }
                tallies.runs.push((words, tongue));
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
