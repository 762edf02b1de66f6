//! The codings of the open source, ready to be drawn: with lane and colour, and found by block.

use std::collections::BTreeMap;

use egui::Color32;

use super::blocks::{Block, block_of};
use super::lanes::lanes;
use super::shown::Shown;
use crate::analysis::counted::counts;
use crate::model::coding::Coding;
use crate::model::id::{CodeId, CoderId, CodingId};
use crate::model::project::Project;
use crate::model::span::Span;
use crate::store::app_data::preferences::Sight;
use crate::ui::look::Palette;

/// More lanes than this are drawn on top of each other; the inspector lists what stripes cannot show.
pub(super) const MOST_LANES: usize = 16;

/// No row of the text holds more Unicode scalars than this.
const ROW: u32 = 90;

/// How the codings of others are shown.
pub(super) type Sights = BTreeMap<CoderId, Sight>;

/// A coding as it is drawn.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    /// The coding.
    pub id: CodingId,
    /// Its code.
    pub code: CodeId,
    /// Who made it.
    pub coder: CoderId,
    /// The initials and the colour of who made it, where several have coded the source.
    pub by: Option<(String, Color32)>,
    /// Its words.
    pub span: Span,
    /// Its lane, from 0 next to the text.
    pub lane: usize,
    /// Its colour.
    pub ink: Color32,
}

/// Every coding of a source.
#[derive(Debug, Default)]
pub(super) struct Marks {
    list: Vec<Mark>,
    by_block: Vec<Vec<u32>>,
    lane_count: usize,
}

impl Marks {
    /// Gathers the codings of a source, each where its words stand on the page.
    pub(super) fn new(
        project: &Project,
        shown: &Shown,
        blocks: &[Block],
        (palette, sights): (&Palette, &Sights),
    ) -> Self {
        let placed = |coding: &Coding| Some(Coding { span: shown.span(coding.span)?, ..*coding });
        let sight = |coding: &Coding| sights.get(&coding.coder).copied().unwrap_or_default();
        let seen = project.codings_in(shown.source.id).filter(|coding| sight(coding) != Sight::Hidden);
        let codings: Vec<Coding> = seen.filter_map(placed).collect();
        let first = codings.first().map(|coding| coding.coder);
        let several = codings.iter().any(|coding| Some(coding.coder) != first);
        let by = |coding: &Coding| {
            let coder = project.coder(coding.coder).filter(|_| several)?;
            Some((coder.initials(), palette.hue(coder.hue)))
        };
        let reach = |span: Span| {
            let block_end = blocks.get(block_of(blocks, span.end() - 1)).map_or(span.end(), |block| block.range.end);
            span.end().saturating_add(ROW).min(block_end + 1)
        };
        let spans: Vec<(Span, u32)> = codings.iter().map(|coding| (coding.span, reach(coding.span))).collect();
        let lanes = lanes(&spans);
        let lane_count = lanes.iter().map(|lane| lane + 1).max().unwrap_or(0).min(MOST_LANES);
        let mut by_block = vec![Vec::new(); blocks.len()];
        let mut inks: BTreeMap<CodeId, Color32> = BTreeMap::new();
        let mut ink = |code| *inks.entry(code).or_insert_with(|| palette.shade(project.codebook().hue(code)));
        let mark = |(at, coding): (usize, &Coding)| {
            let (first, last) = (block_of(blocks, coding.span.start()), block_of(blocks, coding.span.end() - 1));
            for block in by_block.get_mut(first..=last).into_iter().flatten() {
                block.push(u32::try_from(at).unwrap_or(u32::MAX));
            }
            Mark {
                id: coding.id,
                code: coding.code,
                coder: coding.coder,
                span: coding.span,
                lane: lanes[at].min(MOST_LANES - 1),
                by: by(coding),
                ink: match counts(project, coding) && sight(coding) == Sight::Shown {
                    true => ink(coding.code),
                    false => palette.dimmed(ink(coding.code)),
                },
            }
        };
        let list = codings.iter().enumerate().map(mark).collect();
        Self { list, by_block, lane_count }
    }

    /// How many lanes the stripes take.
    pub(super) fn lane_count(&self) -> usize {
        self.lane_count
    }

    /// The codings that touch a block, in the order of the text.
    pub(super) fn in_block(&self, block: usize) -> impl Iterator<Item = &Mark> {
        let numbers = self.by_block.get(block).into_iter().flatten();
        numbers.filter_map(|at| self.list.get(*at as usize))
    }

    /// A coding of this source.
    pub(super) fn find(&self, id: CodingId) -> Option<&Mark> {
        self.list.iter().find(|mark| mark.id == id)
    }
}

/// A stretch of coded words that looks the same throughout.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stretch {
    /// The words.
    pub span: Span,
    /// The colour of the coding that started last here: the tint stays one where codings overlap.
    pub ink: Color32,
    /// Whether a coding that is lifted lies here.
    pub lifted: bool,
}

/// Cuts coded words into stretches of one tint, so that overlapping codings do not darken the text.
pub(super) fn stretches<'m>(marks: impl Iterator<Item = &'m Mark>, lifted: impl Fn(&Mark) -> bool) -> Vec<Stretch> {
    let marks: Vec<(&Mark, bool)> = marks.map(|mark| (mark, lifted(mark))).collect();
    let mut cuts: Vec<u32> = marks.iter().flat_map(|(mark, _)| [mark.span.start(), mark.span.end()]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut found = Vec::new();
    let (mut open, mut next): (Vec<(&Mark, bool)>, usize) = (Vec::new(), 0);
    for pair in cuts.windows(2) {
        let Some(span) = Span::new(pair[0], pair[1]) else { continue };
        open.retain(|(mark, _)| mark.span.end() > span.start());
        while let Some(mark) = marks.get(next).filter(|(mark, _)| mark.span.start() <= span.start()) {
            open.push(*mark);
            next += 1;
        }
        let raised = open.iter().rev().find(|(_, lifted)| *lifted);
        if let Some((mark, lifted)) = raised.or(open.last()) {
            found.push(Stretch { span, ink: mark.ink, lifted: *lifted });
        }
    }
    found
}
