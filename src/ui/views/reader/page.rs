//! The laid-out text: only what is seen is laid out, and the place in the text never moves by itself.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use egui::text::{CCursor, LayoutJob, TextFormat};
use egui::{Color32, Galley, Pos2, Rect, pos2, vec2};

use super::blocks::{Block, Heights, block_of, cut};
use crate::lang::aside::AsideWords;
use crate::lang::{Language, count};
use crate::model::id::SourceId;
use crate::model::source::{Role, Source};
use crate::model::span::Span;
use crate::text::indexed::IndexedText;
use crate::text::words;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::screen::Aside;

/// The speaker's line above a turn.
pub(super) const HEADER: f32 = 20.0;
/// The gap above a turn.
pub(super) const TURN_GAP: f32 = 14.0;
/// The gap above a paragraph within a turn.
const PARAGRAPH_GAP: f32 = 6.0;
/// Empty paper above the first line.
const HEAD_ROOM: f32 = 16.0;
/// What a layout depends on; when it changes the galleys are laid out anew.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    source: SourceId,
    length: u32,
    turns: usize,
    roles: Vec<Role>,
    width: f32,
    size: f32,
    pixels: f32,
    ink: [Color32; 3],
    aside: (Aside, Arc<[Span]>),
    language: Language,
}

/// A block that is seen.
pub(super) struct Placed {
    /// Which block.
    pub block: usize,
    /// Where its text begins on the screen.
    pub origin: Pos2,
    /// Its laid-out text.
    pub galley: Arc<Galley>,
}

impl Placed {
    /// The rectangles of the scalars `range` of the whole text, one a row, where they lie in this block.
    pub(super) fn rects(&self, blocks: &[Block], range: &Range<u32>) -> Vec<Rect> {
        let own = &blocks[self.block].range;
        let (from, to) = (range.start.max(own.start), range.end.min(own.end));
        if from >= to || blocks[self.block].hidden {
            return Vec::new();
        }
        let (from, to) = ((from - own.start) as usize, (to - own.start) as usize);
        let (mut at, mut rects) = (0, Vec::new());
        for row in &self.galley.rows {
            let count = row.char_count_excluding_newline().0;
            let (a, b) = (from.max(at), to.min(at + count));
            if a < b {
                let x = |column: usize| self.origin.x + row.pos.x + row.x_offset((column - at).into());
                let y = self.origin.y;
                rects.push(Rect::from_min_max(pos2(x(a), y + row.min_y()), pos2(x(b), y + row.max_y())));
            }
            at += row.char_count_including_newline().0;
            if at >= to {
                break;
            }
        }
        rects
    }

    /// The place of a caret before the scalar `at` of the whole text.
    pub(super) fn caret(&self, blocks: &[Block], at: u32) -> Rect {
        let within = at.saturating_sub(blocks[self.block].range.start) as usize;
        self.galley.pos_from_cursor(CCursor::new(within)).translate(self.origin.to_vec2())
    }
}

/// The text of one source on the screen.
#[derive(Default)]
pub(super) struct Page {
    key: Option<Key>,
    blocks: Vec<Block>,
    muted: Vec<bool>,
    /// The length of each block if it stood on one line, in points at size 1.
    lengths: Vec<f32>,
    heights: Heights,
    /// The first block seen, and how far it is scrolled out.
    top: usize,
    into: f32,
    /// Counts how often the text was cut, so that others know when blocks have changed.
    cuts: u64,
}

impl Page {
    /// Makes the page ready for a source at a width and a size. The first line seen stays the first line seen.
    pub(super) fn prepare(
        &mut self,
        cx: &Cx<'_>,
        ui: &egui::Ui,
        (source, text): (&Source, &IndexedText),
        look: (f32, f32),
    ) {
        let (palette, (width, size)) = (cx.palette, look);
        let key = Key {
            source: source.id,
            length: text.len(),
            turns: source.turns.len(),
            roles: source.speakers.iter().map(|speaker| speaker.role).collect(),
            width,
            size,
            pixels: ui.pixels_per_point(),
            ink: [palette.text, palette.muted, palette.aside],
            aside: (cx.screen.aside, Arc::clone(&source.excluded)),
            language: cx.language,
        };
        if self.key.as_ref() == Some(&key) {
            return;
        }
        let same_text = self
            .key
            .as_ref()
            .is_some_and(|known| (known.source, known.length, known.turns) == (key.source, key.length, key.turns));
        let same_cut = same_text && self.hidden() == hidden(&key);
        if !same_cut {
            let first = self.blocks.get(self.top).map(|block| block.range.start).filter(|_| same_text);
            let into = self.into;
            self.blocks = cut(source, text, hidden(&key));
            self.lengths = lengths(ui, &self.blocks, text);
            (self.top, self.into) = first.map_or((0, -HEAD_ROOM), |at| (block_of(&self.blocks, at), into));
            self.cuts += 1;
        }
        self.muted = self.blocks.iter().map(|block| is_interviewer(source, block)).collect();
        let estimate = |(at, block): (usize, &Block)| {
            let rows = (self.lengths[at] * size * 1.03 / width).ceil().max(1.0);
            rows * line_height(size) + self.above(block)
        };
        self.heights = Heights::new(self.blocks.iter().enumerate().map(estimate).collect());
        self.key = Some(key);
    }

    /// What is hidden of the text as it was cut.
    fn hidden(&self) -> &[Span] {
        self.key.as_ref().map_or(&[], hidden)
    }

    /// A number that changes with the blocks.
    pub(super) fn cuts(&self) -> u64 {
        self.cuts
    }

    /// The stretches that are set aside, in order.
    pub(super) fn set_aside(&self) -> &[Span] {
        self.key.as_ref().map_or(&[], |key| &key.aside.1)
    }

    /// The blocks of the text.
    pub(super) fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The room above the words of a block.
    fn above(&self, block: &Block) -> f32 {
        match (block.lead, block.turn) {
            (true, Some(_)) => TURN_GAP + HEADER,
            (true, None) => PARAGRAPH_GAP,
            (false, _) => PARAGRAPH_GAP,
        }
    }

    /// Lays out a block. The window keeps what it has laid out and knows when its letters must be drawn anew, which a
    /// galley kept here would not.
    fn galley(&mut self, ui: &egui::Ui, text: &IndexedText, block: usize) -> Arc<Galley> {
        let (Some(key), Some(known)) = (&self.key, self.blocks.get(block)) else {
            return ui.painter().layout_job(LayoutJob::default());
        };
        let mut job = if known.hidden { note(key, known, text) } else { self.words(key, block, known, text) };
        job.wrap.max_width = key.width;
        let galley = ui.painter().layout_job(job);
        self.heights.set(block, galley.size().y + self.above(known));
        galley
    }

    /// The words of a block, those that are set aside in their own ink.
    fn words(&self, key: &Key, number: usize, block: &Block, text: &IndexedText) -> LayoutJob {
        let mut job = LayoutJob::default();
        let own = if self.muted[number] { key.ink[1] } else { key.ink[0] };
        let mut append = |start, end, color| {
            if start < end || (block.range.is_empty() && job.sections.is_empty()) {
                job.append(text.slice(start, end), 0.0, reading(key.size, color));
            }
        };
        let mut at = block.range.start;
        let from = key.aside.1.partition_point(|span| span.end() <= at);
        for span in key.aside.1.iter().skip(from).take_while(|span| span.start() < block.range.end) {
            append(at, span.start().max(at), own);
            append(span.start().max(at), span.end().min(block.range.end), key.ink[2]);
            at = span.end().min(block.range.end);
        }
        append(at, block.range.end, own);
        job
    }

    /// Lays out what is seen in `rect`, from top to bottom; `x` is where the text begins.
    pub(super) fn visible(&mut self, ui: &egui::Ui, text: &IndexedText, rect: Rect, x: f32) -> Vec<Placed> {
        let mut seen = Vec::new();
        let mut y = rect.top() - self.into;
        for block in self.top..self.blocks.len() {
            if y > rect.bottom() {
                break;
            }
            let galley = self.galley(ui, text, block);
            let above = self.above(&self.blocks[block]);
            seen.push(Placed { block, origin: pos2(x, y + above), galley });
            y += self.heights.of(block);
        }
        seen
    }

    /// Moves the text up by `down` points, and no farther than its ends.
    pub(super) fn scroll(&mut self, ui: &egui::Ui, text: &IndexedText, down: f32, height: f32) {
        self.into += down;
        while self.into < 0.0 && self.top > 0 {
            self.top -= 1;
            self.galley(ui, text, self.top);
            self.into += self.heights.of(self.top);
        }
        while self.into >= self.heights.of(self.top) && self.top + 1 < self.blocks.len() {
            self.galley(ui, text, self.top);
            if self.into < self.heights.of(self.top) {
                break;
            }
            self.into -= self.heights.of(self.top);
            self.top += 1;
        }
        if self.top == 0 {
            self.into = self.into.max(-HEAD_ROOM);
        }
        let beyond = self.offset() - self.last_offset(height);
        if beyond > 0.0 {
            self.jump((self.last_offset(height)).max(f64::from(-HEAD_ROOM)));
        }
    }

    /// How far the text is scrolled, in points from its start.
    pub(super) fn offset(&self) -> f64 {
        self.heights.top(self.top) + f64::from(self.into)
    }

    /// The offset at which the end of the text stands at two thirds of the page.
    pub(super) fn last_offset(&self, height: f32) -> f64 {
        (self.heights.total() - f64::from(height * 0.66)).max(f64::from(-HEAD_ROOM))
    }

    /// Puts the text at an offset in points.
    #[expect(clippy::cast_possible_truncation, reason = "what lies within one block is small")]
    pub(super) fn jump(&mut self, offset: f64) {
        self.top = self.heights.find(offset.max(0.0));
        self.into = (offset - self.heights.top(self.top)) as f32;
    }

    /// Brings the scalars `range` into view; does nothing when they are well in view already.
    pub(super) fn reveal(&mut self, ui: &egui::Ui, text: &IndexedText, range: &Range<u32>, rect: Rect) {
        let seen = self.visible(ui, text, rect, 0.0);
        let inner = rect.shrink2(vec2(0.0, (rect.height() * 0.08).min(40.0)));
        let block = block_of(&self.blocks, range.start);
        if let Some(placed) = seen.iter().find(|placed| placed.block == block) {
            let caret = placed.caret(&self.blocks, range.start);
            if caret.top() >= inner.top() && caret.bottom() <= inner.bottom() {
                return;
            }
        }
        self.galley(ui, text, block);
        (self.top, self.into) = (block, 0.0);
        self.scroll(ui, text, -rect.height() * 0.3, rect.height());
    }

    /// The scalar at a place on the screen: before the letter whose middle lies to the right of it.
    pub(super) fn scalar_at(&self, seen: &[Placed], pos: Pos2) -> Option<u32> {
        let placed = seen.iter().rev().find(|placed| placed.origin.y <= pos.y).or(seen.first())?;
        let range = &self.blocks[placed.block].range;
        if self.blocks[placed.block].hidden {
            return Some(range.start);
        }
        let cursor = placed.galley.cursor_from_pos(pos - placed.origin);
        let within = u32::try_from(cursor.index.0).unwrap_or(0);
        Some((range.start + within).min(range.end))
    }
}

/// What of a text is not shown.
fn hidden(key: &Key) -> &[Span] {
    match key.aside.0 {
        Aside::Greyed => &[],
        Aside::Hidden => &key.aside.1,
    }
}

/// The quiet line in place of hidden words.
fn note(key: &Key, block: &Block, text: &IndexedText) -> LayoutJob {
    let format = TextFormat {
        font_id: fonts::small(),
        color: key.ink[2],
        line_height: Some(line_height(key.size)),
        ..TextFormat::default()
    };
    LayoutJob::single_section(hidden_words(block, text, key.language), format)
}

/// How many words are hidden in a block, as its quiet line says it.
pub(super) fn hidden_words(block: &Block, text: &IndexedText, language: Language) -> String {
    let (start, end) = (block.range.start, block.range.end);
    let found = text.words_if_found().map(|words| words.count_between(start, end));
    let say = AsideWords::of(language);
    count(found.unwrap_or_else(|| words::count(text.slice(start, end))), say.hidden_one, say.hidden_many)
}

fn reading(size: f32, color: Color32) -> TextFormat {
    TextFormat { font_id: fonts::reading(size), color, line_height: Some(line_height(size)), ..TextFormat::default() }
}

fn is_interviewer(source: &Source, block: &Block) -> bool {
    let turn = block.turn.and_then(|turn| source.turns.get(turn));
    turn.and_then(|turn| source.speaker_of(turn)).is_some_and(|speaker| speaker.role == Role::Interviewer)
}

/// The line height of the reading face at a size, in whole points.
pub(super) fn line_height(size: f32) -> f32 {
    (size * space::READING_LINE).round()
}

fn lengths(ui: &egui::Ui, blocks: &[Block], text: &IndexedText) -> Vec<f32> {
    const PROBE: f32 = 100.0;
    let font = fonts::reading(PROBE);
    // Most letters are looked up in a plain table: a long text has millions of them.
    let (mut common, mut rare) = ([f32::NAN; 256], BTreeMap::<char, f32>::new());
    ui.fonts_mut(|fonts| {
        let mut width = |letter: char| match common.get_mut(letter as usize) {
            Some(known) if known.is_nan() => {
                *known = fonts.glyph_width(&font, letter);
                *known
            }
            Some(known) => *known,
            None => *rare.entry(letter).or_insert_with(|| fonts.glyph_width(&font, letter)),
        };
        let length =
            |block: &Block| text.slice(block.range.start, block.range.end).chars().map(&mut width).sum::<f32>();
        blocks.iter().map(length).map(|length| length / PROBE).collect()
    })
}
