//! Context: each place that was found, with the words before and after it (KWIC), and how far it may be expanded.

use super::scope::Scope;
use super::search::{Found, Hit, Search};
use super::table::{Cell, Column, Kind, Opens, Row, Table};
use super::{Analysis, Heed, Options};
use crate::lang::Language;
use crate::lang::words::Words as Say;
use crate::model::project::Project;
use crate::model::source::Source;
use crate::model::span::Span;
use crate::text::bounds;
use crate::text::collation;
use crate::text::indexed::IndexedText;
use crate::text::tongue::Tongue;

/// How many words stand on either side in a table.
pub const WORDS_AROUND: usize = 8;

/// A place with the words around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number among all that was found, from 0.
    pub number: usize,
    /// The place.
    pub hit: Hit,
    /// The words before it in the same turn.
    pub left: String,
    /// The words found.
    pub found: String,
    /// The words after it in the same turn.
    pub right: String,
}

/// The order of lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Order {
    /// As they were found: by the order of the sources, then of the text.
    #[default]
    Text,
    /// By the word right before, then by the one before that.
    Left,
    /// By the words after.
    Right,
}

/// What a place is expanded to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Whole words.
    Word,
    /// Whole sentences.
    Sentence,
    /// The turn; the line in a text without turns.
    Turn,
}

/// Sets each place between the words around it, at most `words` on either side.
pub fn lines(project: &Project, found: &Found, words: usize) -> Vec<Line> {
    let numbered = found.hits.iter().enumerate();
    numbered.filter_map(|(number, hit)| Some(Line { number, ..line(project, hit, words)? })).collect()
}

/// Sets one place between the words around it; `None` where its source or text is gone.
pub fn line(project: &Project, hit: &Hit, words: usize) -> Option<Line> {
    let source = project.source(hit.source)?;
    let text = source.text.as_ref()?;
    let turn = expanded(source, hit.span, Unit::Turn);
    let index = text.words();
    let before = index.between(turn.start(), hit.span.start());
    let after = index.between(hit.span.end(), turn.end());
    let first = before.end.saturating_sub(words).max(before.start);
    let last = (after.start + words).min(after.end);
    let start = index.word(first).filter(|_| first < before.end).map_or(hit.span.start(), |(start, _)| start);
    let end = last.checked_sub(1).filter(|last| *last >= after.start).and_then(|last| index.word(last));
    let end = if last == after.end { turn.end() } else { end.map_or(hit.span.end(), |(_, end)| end) };
    Some(Line {
        number: 0,
        hit: *hit,
        left: on_one_line(text, start.min(hit.span.start()), hit.span.start()).trim_end().to_owned(),
        found: on_one_line(text, hit.span.start(), hit.span.end()),
        right: on_one_line(text, hit.span.end(), end.max(hit.span.end())).trim_start().to_owned(),
    })
}

fn on_one_line(text: &IndexedText, start: u32, end: u32) -> String {
    text.slice(start, end).replace(['\n', '\t'], " ")
}

/// Orders lines as a dictionary of the language would.
pub fn sort(lines: &mut [Line], order: Order, tongue: Tongue) {
    let key = |words: &mut dyn Iterator<Item = &str>| {
        let letters =
            words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).filter(|word| !word.is_empty());
        collation::key(&letters.collect::<Vec<_>>().join(" "), tongue)
    };
    match order {
        Order::Text => lines.sort_by_key(|line| line.number),
        Order::Left => lines.sort_by_cached_key(|line| key(&mut line.left.split_whitespace().rev())),
        Order::Right => lines.sort_by_cached_key(|line| key(&mut line.right.split_whitespace())),
    }
}

/// A span expanded to whole units; itself while the text has not arrived.
pub fn expanded(source: &Source, span: Span, unit: Unit) -> Span {
    let Some(text) = source.text.as_ref() else { return span };
    let around = |at: u32| {
        let range = match unit {
            Unit::Word => bounds::word_around(text, at),
            Unit::Sentence => bounds::sentence_around(text, at),
            Unit::Turn => {
                let turn = source.turn_at(at).and_then(|turn| source.turns.get(turn)).map(|turn| turn.span);
                match turn.filter(|turn| turn.contains(at)) {
                    Some(turn) => return Some(turn),
                    None => bounds::line_around(text, at),
                }
            }
        };
        Span::new(range.start, range.end)
    };
    let ends = [span.start(), span.end() - 1];
    ends.into_iter().filter_map(around).fold(span, Span::hull)
}

/// Words in their context.
pub struct Context;

impl Analysis for Context {
    fn name(&self) -> &'static str {
        "context"
    }

    fn title(&self, language: Language) -> &'static str {
        Say::of(language).context
    }

    fn method(&self, options: &Options) -> String {
        Say::of(options.language).context_method.to_owned()
    }

    fn heeds(&self) -> &'static [Heed] {
        &[Heed::Search, Heed::Order]
    }

    fn run(&self, project: &Project, scope: &Scope, options: &Options) -> Table {
        // A pattern that breaks the rules finds nothing; whoever asks can prepare it first and say why.
        let search = Search::new(&options.search).ok();
        let found = search.map_or_else(Found::default, |search| search.run(&scope.chosen(project)));
        let mut lines = lines(project, &found, WORDS_AROUND);
        sort(&mut lines, options.order, Tongue::Bokmal);
        table(project, &lines, options.language)
    }
}

/// Lines as a table.
pub fn table(project: &Project, lines: &[Line], language: Language) -> Table {
    let say = Say::of(language);
    let columns = vec![
        Column::new(say.source, Kind::Text, 20),
        Column::new(say.speaker, Kind::Text, 16),
        Column::new(say.turn, Kind::Count, 8),
        Column::new(say.left, Kind::Text, 50),
        Column::new(say.found, Kind::Text, 20),
        Column::new(say.right, Kind::Text, 50),
    ];
    let row = |line: &Line| {
        let source = project.source(line.hit.source);
        let turn =
            source.zip(line.hit.turn).and_then(|(source, turn)| source.turns.get(turn).map(|turn| (source, turn)));
        let speaker = turn.and_then(|(source, turn)| source.speaker_of(turn));
        let cells = vec![
            Cell::text(source.map_or("", |source| source.title.as_str())),
            Cell::text(speaker.map_or("", |speaker| speaker.name.as_str())),
            line.hit.turn.map_or(Cell::Empty, |turn| Cell::count(turn + 1)),
            Cell::text(line.left.clone()),
            Cell::text(line.found.clone()),
            Cell::text(line.right.clone()),
        ];
        Row::new(cells).opening(Opens::Spans([(line.hit.source, line.hit.span)].into()))
    };
    Table { title: say.context.to_owned(), columns, rows: lines.iter().map(row).collect() }
}
