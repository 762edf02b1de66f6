//! Search: where words, their forms, a pattern, or words near one another stand in a study.

mod by_words;

use regex::{Regex, RegexBuilder};
use unicode_normalization::UnicodeNormalization as _;

use self::by_words::Sequence;
use super::scope::Chosen;
use super::words::counted::words_of;
use crate::model::id::SourceId;
use crate::model::search::{Query, Way};
use crate::model::source::Source;
use crate::model::span::Span;
use crate::text::indexed::IndexedText;

/// A search stops here; nobody reads further, and it shall answer while somebody types.
pub const MOST_HITS: usize = 20_000;

/// How large a pattern may become when it is prepared, in bytes.
const PATTERN_SIZE: usize = 1 << 20;

/// Why a pattern cannot be looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadPattern {
    /// It breaks the rules of patterns, as the words say.
    Wrong(String),
    /// It would need too much room.
    TooLarge,
}

/// A place that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// The source.
    pub source: SourceId,
    /// Where in its text.
    pub span: Span,
    /// The index of the turn in which it starts.
    pub turn: Option<usize>,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The places, by the order of the sources, then of the text.
    pub hits: Vec<Hit>,
    /// Tells whether there are more than [`MOST_HITS`].
    pub more: bool,
}

/// A query that is prepared.
#[derive(Clone, Debug)]
pub struct Search {
    find: Find,
}

#[derive(Clone, Debug)]
enum Find {
    Nothing,
    Letters(Regex),
    Words(Sequence),
    Near { one: Sequence, other: Sequence, within: usize },
}

impl Search {
    /// Prepares a query; an empty one finds nothing.
    pub fn new(query: &Query) -> Result<Self, BadPattern> {
        let words: String = query.words.trim().nfc().collect();
        let near = query.near.as_ref().filter(|near| !near.words.trim().is_empty());
        let find = match (near, query.way) {
            _ if words.is_empty() => Find::Nothing,
            (Some(near), way) => Find::Near {
                one: Sequence::new(&words, way)?,
                other: Sequence::new(&near.words.nfc().collect::<String>(), way)?,
                within: usize::from(near.within),
            },
            (None, Way::Plain) => Find::Letters(pattern(&regex::escape(&words))?),
            (None, Way::Pattern) => Find::Letters(pattern(&words)?),
            (None, Way::Word | Way::Stem) => Find::Words(Sequence::new(&words, query.way)?),
        };
        Ok(Self { find })
    }

    /// Looks through a scope.
    pub fn run(&self, chosen: &Chosen<'_>) -> Found {
        let mut found = Found::default();
        for source in chosen.sources() {
            let Some(text) = source.text.as_ref().filter(|_| !matches!(self.find, Find::Nothing)) else { continue };
            let mut finder = Finder { source, text, spans: &chosen.spans(source.id), found: &mut found };
            match &self.find {
                Find::Nothing => {}
                Find::Letters(pattern) => finder.letters(pattern),
                Find::Words(words) => finder.words(words),
                Find::Near { one, other, within } => finder.near(one, other, *within),
            }
            if found.more {
                break;
            }
        }
        found
    }
}

/// Every place of a scope where one of some words in small letters stands.
pub fn places(chosen: &Chosen<'_>, words: &[String]) -> Found {
    Search { find: Find::Words(Sequence::any_of(words)) }.run(chosen)
}

fn pattern(words: &str) -> Result<Regex, BadPattern> {
    let mut builder = RegexBuilder::new(words);
    builder.case_insensitive(true).multi_line(true).size_limit(PATTERN_SIZE).nest_limit(64);
    builder.build().map_err(|error| match error {
        regex::Error::CompiledTooBig(_) => BadPattern::TooLarge,
        error => BadPattern::Wrong(error.to_string()),
    })
}

/// Looks through one text.
struct Finder<'a> {
    source: &'a Source,
    text: &'a IndexedText,
    spans: &'a [Span],
    found: &'a mut Found,
}

impl Finder<'_> {
    /// Takes a place up; `false` when there is room for no more.
    fn take(&mut self, span: Span) -> bool {
        if self.found.hits.len() >= MOST_HITS {
            self.found.more = true;
            return false;
        }
        self.found.hits.push(Hit { source: self.source.id, span, turn: self.source.turn_at(span.start()) });
        true
    }

    fn letters(&mut self, pattern: &Regex) {
        let text = self.text;
        let (mut byte, mut scalar) = (0, 0_u32);
        let mut scalar_at = |to: usize| {
            let passed = text.as_str().as_bytes().get(byte..to).unwrap_or_default();
            let starts = passed.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
            (byte, scalar) = (to, scalar + u32::try_from(starts).unwrap_or(0));
            scalar
        };
        let mut spans = self.spans;
        for place in pattern.find_iter(text.as_str()) {
            let (start, end) = (scalar_at(place.start()), scalar_at(place.end()));
            let Some(span) = Span::new(start, end) else { continue };
            while let Some((_, later)) = spans.split_first().filter(|(first, _)| first.end() <= start) {
                spans = later;
            }
            let Some(first) = spans.first() else { return };
            if first.covers(span) && !self.take(span) {
                return;
            }
        }
    }

    fn words(&mut self, words: &Sequence) {
        let found = words.starts(self.text.vocabulary());
        for words_asked in words_of(self.text, self.spans) {
            let first = found.partition_point(|start| *start < words_asked.start);
            for start in found.iter().skip(first).take_while(|start| **start + words.len() <= words_asked.end) {
                if self.span(*start, *start + words.len()).is_some_and(|span| !self.take(span)) {
                    return;
                }
            }
        }
    }

    fn near(&mut self, one: &Sequence, other: &Sequence, within: usize) {
        let vocabulary = self.text.vocabulary();
        let (ones, others) = (one.starts(vocabulary), other.starts(vocabulary));
        for asked in words_of(self.text, self.spans) {
            let first = ones.partition_point(|start| *start < asked.start);
            for start in ones.iter().copied().skip(first).take_while(|start| start + one.len() <= asked.end) {
                let end = start + one.len();
                // The nearest that does not share a word with it, on either side.
                let from = others.partition_point(|there| there + other.len() + within < start);
                let apart = |there: &usize| (there + other.len() <= start || *there >= end) && *there <= end + within;
                let fits = |there: &usize| apart(there) && *there >= asked.start && there + other.len() <= asked.end;
                let gap = |there: &usize| if *there >= end { there - end } else { start - (there + other.len()) };
                let near =
                    others.iter().skip(from).take_while(|there| **there <= end + within).filter(|there| fits(there));
                let hulls = near.map(|there| (gap(there), start.min(*there), end.max(there + other.len())));
                let nearest = hulls.filter(|hull| self.in_one_turn(hull.1, hull.2)).min();
                let span = nearest.and_then(|(_, start, end)| self.span(start, end));
                if span.is_some_and(|span| !self.take(span)) {
                    return;
                }
            }
        }
    }

    fn in_one_turn(&self, start: usize, end: usize) -> bool {
        let turn = |span: Span| match self.source.turns.is_empty() {
            true => Some(self.text.line_of(span.start())),
            false => self.source.turn_at(span.start()),
        };
        let at = |word: usize| self.span(word, word + 1).and_then(turn);
        at(start) == at(end - 1)
    }

    /// Where the words from `start` up to `end` stand.
    fn span(&self, start: usize, end: usize) -> Option<Span> {
        let index = self.text.words();
        Span::new(index.word(start)?.0, index.word(end.checked_sub(1)?)?.1)
    }
}
