//! The codings of the open source, ready to be drawn: laid into lanes once a revision, and found by what is seen.

use std::collections::BTreeMap;

use egui::Color32;

use super::blocks::Block;
use super::lanes::lanes;
use super::page::{Page, Placed};
use super::shown::Shown;
use crate::analysis::counted::counts;
use crate::model::coding::Coding;
use crate::model::id::{CodeId, CoderId, CodingId};
use crate::model::project::Project;
use crate::model::source::Source;
use crate::model::span::Span;
use crate::store::app_data::preferences::{Colours, Sight};
use crate::text::indexed::IndexedText;
use crate::ui::cx::Cx;

/// More lanes than this are drawn on top of each other; the inspector lists what stripes cannot show.
pub(super) const MOST_LANES: usize = 16;

/// No row of the text holds more Unicode scalars than this.
const ROW: u32 = 90;

/// How the codings of others are shown.
pub(super) type Sights = BTreeMap<CoderId, Sight>;
/// Of so many codings it is remembered together how far they reach.
const TOGETHER: usize = 64;

/// A coding as it is drawn.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    /// The coding.
    pub id: CodingId,
    /// Its code.
    pub code: CodeId,
    /// Who made it.
    pub coder: CoderId,
    /// Where several have coded the source, the initials of who made it, and the colour of whichever of code and coder its
    /// own colour does not stand for.
    pub by: Option<(String, Color32)>,
    /// Its words, where they stand on the page.
    pub span: Span,
    /// Its lane, from 0 next to the text.
    pub lane: usize,
    /// Its colour.
    pub ink: Color32,
}

/// Every coding of a source, in the order of its text, with its lane. Where they stand on the page is asked of those
/// that are seen, so that nothing is laid anew while somebody types.
#[derive(Debug, Default)]
pub(super) struct Marks {
    laid: Vec<(Span, CodingId, usize)>,
    /// How far any of [`TOGETHER`] codings reaches.
    reach: Vec<u32>,
    lane_count: usize,
    /// Whether several have coded the source.
    several: bool,
}

impl Marks {
    /// Lays the codings of a source into lanes.
    pub(super) fn new(project: &Project, source: &Source, sights: &Sights) -> Self {
        let hidden = |coding: &Coding| sights.get(&coding.coder) == Some(&Sight::Hidden);
        let (mut codings, mut first, mut several) = (Vec::new(), None, false);
        for coding in project.codings_in(source.id).filter(|coding| !hidden(coding)) {
            several |= *first.get_or_insert(coding.coder) != coding.coder;
            codings.push((coding.span, coding.id));
        }
        let spans = reaching(codings.iter().map(|(span, _)| *span), source.text.as_deref());
        let lanes = lanes(&spans);
        let lane_count = lanes.iter().map(|lane| lane + 1).max().unwrap_or(0).min(MOST_LANES);
        let laid = codings.into_iter().zip(lanes);
        let laid = laid.map(|((span, id), lane)| (span, id, lane.min(MOST_LANES - 1))).collect();
        Self { several, ..Self::laid(laid, lane_count) }
    }

    fn laid(laid: Vec<(Span, CodingId, usize)>, lane_count: usize) -> Self {
        let farthest = |some: &[(Span, CodingId, usize)]| some.iter().map(|(span, ..)| span.end()).max().unwrap_or(0);
        let reach = laid.chunks(TOGETHER).map(farthest).collect();
        Self { laid, reach, lane_count, several: false }
    }

    /// How many lanes the stripes take.
    pub(super) fn lane_count(&self) -> usize {
        self.lane_count
    }

    /// The codings that touch each block that is seen, in the order of the text.
    pub(super) fn seen(&self, cx: &Cx<'_>, (page, shown): (&Page, &Shown), seen: &[Placed]) -> Vec<Vec<Mark>> {
        let in_block = |placed: &Placed| {
            let own = page.blocks().get(placed.block).map_or(0..0, |block: &Block| block.range.clone());
            let own = own.start..page.blocks().get(placed.block + 1).map_or(u32::MAX, |next| next.range.start);
            let mark = |&(span, id, lane): &(Span, CodingId, usize)| {
                let span = shown.span(span)?;
                let coding = cx.project.coding(id).filter(|_| span.start() < own.end && span.end() > own.start)?;
                let (code, coder) = (coding.code, coding.coder);
                let known = cx.project.coder(coder).filter(|_| self.several);
                let by = known.map(|known| (known.initials(), ink_of(cx, coding, the_other(cx))));
                Some(Mark { id, code, coder, by, span, lane, ink: ink(cx, coding) })
            };
            self.touching(shown.around(own.start, own.end)).filter_map(mark).collect()
        };
        seen.iter().map(in_block).collect()
    }

    /// The codings that lie in a stretch of the source or at its ends.
    fn touching(&self, (start, end): (u32, u32)) -> impl Iterator<Item = &(Span, CodingId, usize)> {
        let begun = self.laid.partition_point(|(span, ..)| span.start() <= end);
        let begun = self.laid.get(..begun).unwrap_or_default().chunks(TOGETHER).zip(&self.reach);
        let near = begun.filter(move |(_, reach)| **reach >= start).flat_map(|(some, _)| some);
        near.filter(move |(span, ..)| span.end() >= start)
    }
}

/// How the codings of others are shown; one's own are shown whatever was chosen.
pub(super) fn sights(cx: &Cx<'_>) -> Sights {
    let mut sights = cx.preferences.others.clone();
    if let Some(session) = cx.session {
        sights.remove(&session.coder());
    }
    sights
}

/// The colour of a coding: paler where none of its words count, or where the work of its coder is to be dimmed.
pub(super) fn ink(cx: &Cx<'_>, coding: &Coding) -> Color32 {
    let ink = ink_of(cx, coding, cx.preferences.colours);
    let dimmed = sights(cx).get(&coding.coder) == Some(&Sight::Dimmed);
    if counts(cx.project, coding) && !dimmed { ink } else { cx.palette.dimmed(ink) }
}

fn the_other(cx: &Cx<'_>) -> Colours {
    match cx.preferences.colours {
        Colours::Codes => Colours::Coders,
        Colours::Coders => Colours::Codes,
    }
}

/// The colour of its code or of its coder; of the code where the coder has never said their name.
fn ink_of(cx: &Cx<'_>, coding: &Coding, colours: Colours) -> Color32 {
    let coder = cx.project.coder(coding.coder).filter(|_| colours == Colours::Coders);
    coder.map_or_else(|| cx.palette.shade(cx.project.codebook().hue(coding.code)), |coder| cx.palette.hue(coder.hue))
}

/// Spans in the order of the text, each with the scalar up to which its stripe may reach: to the end of its row.
fn reaching(spans: impl Iterator<Item = Span>, text: Option<&IndexedText>) -> Vec<(Span, u32)> {
    let mut line = 0;
    let mut with_reach = |span: Span| {
        let Some(text) = text else { return (span, span.end()) };
        while text.line(line).end < span.start() {
            line += 1;
        }
        let last = (line..text.line_count()).map(|line| text.line(line).end).find(|end| *end >= span.end() - 1);
        (span, span.end().saturating_add(ROW).min(last.unwrap_or(span.end()) + 1))
    };
    spans.map(&mut with_reach).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codings_of_a_stretch_are_those_that_a_look_at_all_of_them_finds() {
        // Short ones and long ones, some over all of the text.
        let span = |n: u32| Span::new(n * 7, n * 7 + 1 + (n * n) % 40 + if n % 97 == 5 { 900 } else { 0 });
        let laid: Vec<_> = (0..500).filter_map(|n| Some((span(n)?, CodingId::new(n.into()), 0))).collect();
        let marks = Marks::laid(laid.clone(), 1);
        for start in (0..3_600).step_by(13) {
            let end = start + start % 60;
            let found: Vec<_> = marks.touching((start, end)).copied().collect();
            let all = laid.iter().filter(|(span, ..)| span.start() <= end && span.end() >= start);
            assert_eq!(found, all.copied().collect::<Vec<_>>(), "{start}..{end}");
        }
    }

    #[test]
    fn a_stripe_reaches_to_the_end_of_its_row_and_not_into_the_next_paragraph() {
        let text = IndexedText::new(format!("en to\ntre\n{}", "ord ".repeat(60)));
        let reach = |start, end| reaching(Span::new(start, end).into_iter(), Some(&text))[0].1;
        assert_eq!([reach(0, 2), reach(3, 5), reach(0, 8), reach(10, 20)], [6, 6, 10, 110]);
    }
}
