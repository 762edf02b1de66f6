//! The laid-out text: only what is seen is laid out, and the place in the text never moves by itself.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use egui::text::{CCursor, LayoutJob, TextFormat};
use egui::{Color32, Galley, Pos2, Rect, Stroke, pos2, vec2};

use super::aside::{hidden_words, stretches};
use super::blocks::{Block, Heights, block_of, cut};
use super::renewed::{Alike, Kept, kept};
use super::shown::{Change, Shown};
use crate::lang::Language;
use crate::model::id::SourceId;
use crate::model::source::{Role, Source, Turn};
use crate::model::span::Span;
use crate::text::indexed::IndexedText;
use crate::ui::look::{Palette, fonts, space};
use crate::ui::screen::Aside;

/// The speaker's line above a turn.
pub(super) const HEADER: f32 = 20.0;
/// The gap above a turn.
pub(super) const TURN_GAP: f32 = 14.0;
/// The gap above a paragraph within a turn.
const PARAGRAPH_GAP: f32 = 6.0;
/// Empty paper above the first line.
const HEAD_ROOM: f32 = 16.0;
/// What a layout depends on beside the text; when it changes the galleys are laid out anew.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    source: SourceId,
    roles: Vec<Role>,
    width: f32,
    size: f32,
    pixels: f32,
    ink: [Color32; 4],
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
    /// What the blocks were cut from.
    text: Option<(SourceId, Arc<IndexedText>, Arc<[Turn]>)>,
    /// That text without what is half typed in it, and where that is.
    base: Option<(Arc<IndexedText>, Option<Range<u32>>)>,
    changes: Arc<[(Range<u32>, Change)]>,
    blocks: Vec<Block>,
    muted: Vec<bool>,
    /// The length of each block if it stood on one line, in points at size 1.
    lengths: Vec<f32>,
    heights: Heights,
    /// Heights that are known although the text has changed, without the room above; until the page is ready again.
    known: Option<Vec<Option<f32>>>,
    /// The first block seen, and how far it is scrolled out.
    top: usize,
    into: f32,
    /// What is set aside, and what of it is not shown.
    aside: Arc<[Span]>,
    hidden: Arc<[Span]>,
    language: Language,
}

impl Page {
    /// Takes a text, cut into blocks. What is the same as before stays as it was, and so does the first line seen.
    pub(super) fn take(&mut self, ui: &egui::Ui, shown: &Shown, (aside, language): (Aside, Language)) {
        let (source, text) = (&shown.source, &shown.text);
        self.aside = Arc::clone(&source.excluded);
        self.language = language;
        let hidden = if aside == Aside::Hidden { Arc::clone(&source.excluded) } else { Arc::default() };
        let before = self.text.as_ref().filter(|(known, ..)| *known == source.id);
        if let Some((_, known, turns)) = before
            && (Arc::ptr_eq(known, text) || known == text)
            && *turns == source.turns
            && self.changes == shown.changes
            && self.hidden == hidden
        {
            self.text = Some((source.id, Arc::clone(text), Arc::clone(&source.turns)));
            self.base = Some(shown.base.clone());
            return;
        }
        let blocks = cut(source, text, &hidden);
        let compared = before.filter(|_| self.hidden == hidden);
        let kept = compared.map_or_else(Kept::default, |(_, known, _)| {
            let alike = match &self.base {
                Some((base, place)) if Arc::ptr_eq(base, &shown.base.0) => {
                    Alike::beside(base.len(), [place.as_ref(), shown.base.1.as_ref()])
                }
                _ => Alike::of(known, text),
            };
            kept(alike, (known.len(), &self.blocks), (text.len(), &blocks))
        });
        let old = |at: usize| kept.old(at, (self.blocks.len(), blocks.len()));
        let lengths = (0..blocks.len()).map(|at| old(at).and_then(|old| self.lengths.get(old)).copied());
        let lengths = lengths_where(ui, &blocks, text, lengths.collect());
        let own = |old: usize| Some(self.heights.of(old) - self.above(self.blocks.get(old)?));
        self.known = before.map(|_| (0..blocks.len()).map(|at| own(old(at)?)).collect());
        (self.top, self.into) = match before {
            Some(_) => (kept.new_place(self.top, &self.blocks, &blocks), self.into),
            None => (0, -HEAD_ROOM),
        };
        (self.blocks, self.lengths, self.hidden) = (blocks, lengths, hidden);
        self.text = Some((source.id, Arc::clone(text), Arc::clone(&source.turns)));
        self.base = Some(shown.base.clone());
        self.changes = Arc::clone(&shown.changes);
    }

    /// The stretches that are set aside, in order.
    pub(super) fn set_aside(&self) -> &[Span] {
        &self.aside
    }

    /// Makes the page ready at a width and a size.
    pub(super) fn prepare(&mut self, ui: &egui::Ui, source: &Source, (palette, width, size): (&Palette, f32, f32)) {
        let key = Key {
            source: source.id,
            roles: source.speakers.iter().map(|speaker| speaker.role).collect(),
            width,
            size,
            pixels: ui.pixels_per_point(),
            ink: [palette.text, palette.muted, palette.accent, palette.aside],
        };
        let same = self.key.as_ref() == Some(&key);
        if same && self.known.is_none() {
            return;
        }
        let known = self.known.take().filter(|_| same).unwrap_or_default();
        self.muted = self.blocks.iter().map(|block| is_interviewer(source, block)).collect();
        let height = |(at, block): (usize, &Block)| {
            let own = known.get(at).copied().flatten().unwrap_or_else(|| {
                let rows = (self.lengths[at] * size * 1.03 / width).ceil().max(1.0);
                rows * line_height(size)
            });
            own + self.above(block)
        };
        self.heights = Heights::new(self.blocks.iter().enumerate().map(height).collect());
        self.key = Some(key);
    }

    /// The blocks of the text.
    pub(super) fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The room above the words of a block.
    fn above(&self, block: &Block) -> f32 {
        match (block.lead && !block.hidden, block.turn) {
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
        let format = TextFormat {
            font_id: fonts::reading(key.size),
            color: if self.muted[block] { key.ink[1] } else { key.ink[0] },
            line_height: Some(line_height(key.size)),
            ..TextFormat::default()
        };
        let mut job = LayoutJob::default();
        if known.hidden {
            let format = TextFormat { font_id: fonts::small(), color: key.ink[3], ..format };
            job.append(&hidden_words(known, text, self.language), 0.0, format);
        } else {
            for (range, aside) in stretches(&known.range, &self.aside) {
                let color = if aside { key.ink[3] } else { format.color };
                self.append(&mut job, text, (&range, &TextFormat { color, ..format.clone() }));
            }
        }
        job.wrap.max_width = key.width;
        let galley = ui.painter().layout_job(job);
        self.heights.set(block, galley.size().y + self.above(known));
        galley
    }

    /// The words of a block, with those that were deleted and inserted marked by a line as well as by their ink.
    fn append(&self, job: &mut LayoutJob, text: &IndexedText, (range, format): (&Range<u32>, &TextFormat)) {
        let first = self.changes.partition_point(|(place, _)| place.end <= range.start);
        let here = self.changes.iter().skip(first).take_while(|(place, _)| place.start < range.end);
        let mut at = range.start;
        for (place, change) in here {
            let (start, end) = (place.start.max(range.start), place.end.min(range.end));
            let ink = self.key.as_ref().map_or(format.color, |key| match change {
                Change::Deleted => key.ink[1],
                Change::Inserted => key.ink[2],
            });
            let line = Stroke::new(1.5, ink);
            let marked = match change {
                Change::Deleted => TextFormat { color: ink, strikethrough: line, ..format.clone() },
                Change::Inserted => TextFormat { underline: line, ..format.clone() },
            };
            if at < start {
                job.append(text.slice(at, start), 0.0, format.clone());
            }
            job.append(text.slice(start, end), 0.0, marked);
            at = end;
        }
        if at < range.end || job.sections.is_empty() {
            job.append(text.slice(at, range.end), 0.0, format.clone());
        }
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
        // In a long turn, or on a low page, the place itself may lie further down than is seen.
        let seen = self.visible(ui, text, rect, 0.0);
        let Some(placed) = seen.iter().find(|placed| placed.block == block) else { return };
        let caret = placed.caret(&self.blocks, range.start);
        if caret.bottom() > inner.bottom() {
            self.scroll(ui, text, caret.top() - rect.top() - rect.height() * 0.3, rect.height());
        }
    }

    /// Keeps a caret in view with the least scrolling.
    pub(super) fn keep_in_view(&mut self, ui: &egui::Ui, text: &IndexedText, at: u32, rect: Rect) {
        let seen = self.visible(ui, text, rect, 0.0);
        let block = block_of(&self.blocks, at);
        let Some(placed) = seen.iter().find(|placed| placed.block == block) else {
            return self.reveal(ui, text, &(at..at + 1), rect);
        };
        let (caret, edge) = (placed.caret(&self.blocks, at), space::XL);
        let over = (caret.bottom() + edge - rect.bottom()).max(0.0);
        let under = (caret.top() - edge - rect.top()).min(0.0);
        if over + under != 0.0 {
            self.scroll(ui, text, over + under, rect.height());
        }
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

fn is_interviewer(source: &Source, block: &Block) -> bool {
    let turn = block.turn.and_then(|turn| source.turns.get(turn));
    turn.and_then(|turn| source.speaker_of(turn)).is_some_and(|speaker| speaker.role == Role::Interviewer)
}

/// The line height of the reading face at a size, in whole points.
pub(super) fn line_height(size: f32) -> f32 {
    (size * space::READING_LINE).round()
}

/// The lengths of blocks, measured where they are not known.
fn lengths_where(ui: &egui::Ui, blocks: &[Block], text: &IndexedText, known: Vec<Option<f32>>) -> Vec<f32> {
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
        let mut length =
            |block: &Block| text.slice(block.range.start, block.range.end).chars().map(&mut width).sum::<f32>() / PROBE;
        blocks.iter().zip(known).map(|(block, known)| known.unwrap_or_else(|| length(block))).collect()
    })
}
