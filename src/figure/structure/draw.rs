//! The shapes of the code structure.

use super::layout::{
    Column, Density, FOOTER, Frame, HEADER, LaidBlock, LaidGroup, LaidItem, MARGIN, MARK, Pages, STEP,
};
use super::outline::Item;
use super::{Counts, Options};
use crate::analysis::Reach;
use crate::analysis::table::Opens;
use crate::figure::scene::{Align, Ink, Pos, Scene, Shape, Size, Stroke, Tint, Weight};
use crate::figure::type_face;
use crate::lang::figure::Figure;
use crate::lang::{fill, grouped};
use crate::model::arrangement::{Arrangement, Paper};
use crate::model::code::{Hue, Origin};
use crate::model::id::CodeId;
use crate::model::project::Project;

/// The height of capitals over the size of the type; lines are centred by it.
const CAPITALS: f32 = 0.727;

/// Draws all pages.
pub(super) fn scenes(project: &Project, options: &Options, frame: &Frame, pages: &Pages) -> Vec<Scene> {
    let say = Figure::of(options.language);
    let title = match project.name() {
        "" => say.structure.to_owned(),
        name => fill(say.structure_of, &[("project", &name)]),
    };
    let total = pages.pages.len();
    let draw = |(number, blocks): (usize, &Vec<LaidBlock>)| {
        let by_hand = ByHand { arrangement: project.arrangement(), paper: options.paper };
        let mut pen = Pen { frame, density: &pages.density, say, by_hand, shapes: Vec::new() };
        pen.header(&title);
        if blocks.is_empty() {
            let at = Pos::new(MARGIN, MARGIN + HEADER + 16.0);
            pen.text(at, say.empty, 10.0, Weight::Regular, Align::Start, Ink::Muted);
        }
        let mut top = MARGIN + HEADER;
        for block in blocks {
            pen.block(block, top);
            top += block.height(pen.density) + pen.density.block_gap;
        }
        pen.footer(options.counts, number + 1, total);
        Scene { title: title.clone(), caption: String::new(), size: frame.size, shapes: pen.shapes }
    };
    pages.pages.iter().enumerate().map(draw).collect()
}

struct Pen<'f> {
    frame: &'f Frame,
    density: &'f Density,
    say: &'static Figure,
    by_hand: ByHand<'f>,
    shapes: Vec<Shape>,
}

/// Where a box stands.
#[derive(Clone, Copy)]
struct Placed {
    left: f32,
    top: f32,
    size: Size,
}

impl Placed {
    fn right(self) -> f32 {
        self.left + self.size.width
    }

    fn middle(self) -> f32 {
        self.top + self.size.height / 2.0
    }
}

/// What was moved by hand on the paper that is drawn on.
struct ByHand<'f> {
    arrangement: &'f Arrangement,
    paper: Paper,
}

impl ByHand<'_> {
    /// Where the box of a code stands that would stand here by itself; always between the title and the legend.
    fn placed(&self, code: CodeId, here: Placed, page: Size) -> Placed {
        let Some(by) = self.arrangement.shift(self.paper, code) else { return here };
        let within = |at: f32, least: f32, most: f32| at.max(least).min(most.max(least));
        let lowest = page.height - MARGIN - FOOTER - here.size.height;
        Placed {
            left: within(here.left + f32::from(by.right), MARGIN, page.width - MARGIN - here.size.width),
            top: within(here.top + f32::from(by.down), MARGIN + HEADER, lowest),
            size: here.size,
        }
    }
}

impl Pen<'_> {
    fn text(&mut self, at: Pos, text: &str, size: f32, weight: Weight, align: Align, ink: Ink) {
        self.shapes.push(Shape::Text { at, text: text.to_owned(), size, weight, align, ink, opens: Opens::Nothing });
    }

    fn header(&mut self, title: &str) {
        let room = self.frame.size.width - 2.0 * MARGIN;
        let fitting = |size: &f32| type_face::width(title, *size, Weight::SemiBold) <= room;
        let size = [15.0, 13.0, 11.0].into_iter().find(fitting).unwrap_or(11.0);
        let lines = type_face::wrap(title, room, size, Weight::SemiBold);
        let shown = match lines.as_slice() {
            [only] => only.clone(),
            [first, ..] => format!("{first} …"),
            [] => String::new(),
        };
        self.text(Pos::new(MARGIN, MARGIN + 12.0), &shown, size, Weight::SemiBold, Align::Start, Ink::Text);
        let baseline = MARGIN + HEADER - 12.0;
        let (codes, categories, themes) = (self.frame.codes, self.frame.categories, self.frame.themes);
        let heads = [(codes, self.say.codes), (categories, self.say.categories), (themes, self.say.themes)];
        for (column, head) in heads {
            let at = Pos::new(column.left, baseline);
            self.text(at, head, 8.5, Weight::SemiBold, Align::Start, Ink::Muted);
            self.rule(column.left, column.left + column.width, baseline + 5.0);
        }
    }

    fn rule(&mut self, from: f32, to: f32, y: f32) {
        let points = vec![Pos::new(from, y), Pos::new(to, y)];
        self.shapes.push(Shape::Line { points, stroke: Stroke { ink: Ink::Line, width: 0.7 }, opens: Opens::Nothing });
    }

    fn footer(&mut self, counts: Counts, page: usize, pages: usize) {
        let size = 7.5;
        let baseline = self.frame.size.height - MARGIN - 2.0;
        self.rule(MARGIN, self.frame.size.width - MARGIN, self.frame.size.height - MARGIN - FOOTER + 9.0);
        let mut x = MARGIN;
        for (origin, words) in [(Origin::Theory, self.say.from_theory), (Origin::Data, self.say.from_data)] {
            self.mark(Pos::new(x + 3.0, baseline - size * CAPITALS / 2.0), 2.6, origin, Ink::Muted);
            self.text(Pos::new(x + 9.0, baseline), words, size, Weight::Regular, Align::Start, Ink::Muted);
            x += 9.0 + type_face::width(words, size, Weight::Regular) + 16.0;
        }
        if counts == Counts::Shown {
            self.text(Pos::new(x, baseline), self.say.counts, size, Weight::Regular, Align::Start, Ink::Muted);
        }
        if pages > 1 {
            let words = fill(self.say.page, &[("n", &page), ("of", &pages)]);
            let at = Pos::new(self.frame.size.width - MARGIN, baseline);
            self.text(at, &words, size, Weight::Regular, Align::End, Ink::Muted);
        }
    }

    /// A diamond: open for theory, filled for data.
    fn mark(&mut self, centre: Pos, radius: f32, origin: Origin, ink: Ink) {
        let Pos { x, y } = centre;
        let corners = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)];
        let fill = match origin {
            Origin::Theory => Ink::Paper,
            Origin::Data => ink,
        };
        let points = corners.into_iter().map(|(x, y)| Pos::new(x, y)).collect();
        self.shapes.push(Shape::Path {
            points,
            fill: Some(fill),
            stroke: Some(Stroke { ink, width: 0.7 }),
            opens: Opens::Nothing,
        });
    }

    fn block(&mut self, block: &LaidBlock, top: f32) {
        let height = block.height(self.density);
        let full = Ink::Hue(block.hue, Tint::Full);
        let column = self.frame.themes;
        let here = Placed { left: column.left, top, size: Size::new(column.width, height) };
        let at = block.theme.as_ref().map(|theme| self.placed(theme.item.code, here));
        let mut y = top + (height - block.groups_height(self.density)) / 2.0;
        for group in &block.groups {
            self.group(group, block.hue, at, y);
            y += group.height + self.density.gap + self.density.group_gap;
        }
        let (Some(theme), Some(at)) = (&block.theme, at) else { return };
        self.shapes.push(Shape::Rect {
            at: Pos::new(at.left, at.top),
            size: at.size,
            radius: 3.0,
            fill: Some(Ink::Hue(block.hue, Tint::Soft)),
            stroke: Some(Stroke { ink: full, width: 1.4 }),
            opens: Opens::code(theme.item.code, Reach::Family),
        });
        let (size, step) = (self.density.theme, self.density.theme * 1.2);
        let small = self.density.code;
        let mut below: Vec<String> = theme.item.count.map(grouped).into_iter().collect();
        below.extend(block.continued.then(|| self.say.continued.to_owned()));
        let names = theme.lines.len() as f32 * step;
        let whole = size * 0.9 + names + below.len() as f32 * small * self.density.leading;
        let centre = at.left + column.width / 2.0;
        let mut y = at.top + (height - whole) / 2.0;
        self.mark(Pos::new(centre, y + size * 0.3), size * 0.28, theme.item.origin, full);
        y += size * 0.9;
        for line in &theme.lines {
            let at = Pos::new(centre, y + step / 2.0 + size * CAPITALS / 2.0);
            self.name(at, line, size, Weight::SemiBold, Align::Middle, &theme.item);
            y += step;
        }
        for line in below {
            y += small * self.density.leading;
            self.text(Pos::new(centre, y - small * 0.2), &line, small, Weight::Regular, Align::Middle, Ink::Muted);
        }
    }

    fn placed(&self, code: CodeId, here: Placed) -> Placed {
        self.by_hand.placed(code, here, self.frame.size)
    }

    fn group(&mut self, group: &LaidGroup, hue: Hue, theme: Option<Placed>, top: f32) {
        let middle = top + group.height / 2.0;
        let mut y = top + (group.height - group.codes_height(self.density)) / 2.0;
        let mut ends = Vec::new();
        for code in &group.codes {
            let at = self.code(code, hue, y);
            ends.push(Pos::new(at.right(), at.middle()));
            y += code.height + self.density.gap;
        }
        let column = self.frame.categories;
        let head = group.head.as_ref().map(|head| {
            let here = Placed {
                left: column.left,
                top: middle - head.height / 2.0,
                size: Size::new(column.width, head.height),
            };
            (head, self.placed(head.item.code, here))
        });
        // A line meets a theme at its own height, or at the nearest there is of the theme.
        let meets = |theme: Placed, y: f32| {
            let edge = (theme.size.height / 2.0).min(3.0);
            Pos::new(theme.left, y.clamp(theme.top + edge, theme.top + theme.size.height - edge))
        };
        match (&head, theme) {
            (Some((_, at)), _) => self.elbows(&ends, Pos::new(at.left, at.middle()), hue),
            (None, Some(theme)) => self.elbows(&ends, meets(theme, middle), hue),
            (None, None) => {}
        }
        let Some((head, at)) = head else { return };
        let full = Ink::Hue(hue, Tint::Full);
        if let Some(theme) = theme {
            let (from, to) = (Pos::new(at.right(), at.middle()), meets(theme, at.middle()));
            let between = from.x + (to.x - from.x) / 2.0;
            let mut points = vec![from, Pos::new(between, from.y), Pos::new(between, to.y), to];
            if (to.y - from.y).abs() < 0.005 {
                points = vec![from, to];
            }
            self.shapes.push(Shape::Line { points, stroke: Stroke { ink: full, width: 0.9 }, opens: Opens::Nothing });
        }
        self.shapes.push(Shape::Rect {
            at: Pos::new(at.left, at.top),
            size: at.size,
            radius: 2.0,
            fill: Some(Ink::Hue(hue, Tint::Pale)),
            stroke: Some(Stroke { ink: full, width: 0.9 }),
            opens: Opens::code(head.item.code, Reach::Family),
        });
        self.lines(
            head,
            Column { left: at.left, ..column },
            at.top,
            0.0,
            self.density.category,
            Weight::SemiBold,
            full,
        );
        if group.continued {
            let below = Pos::new(at.right(), at.top + at.size.height + self.density.code * 1.2);
            self.text(below, self.say.continued, self.density.code, Weight::Regular, Align::End, Ink::Muted);
        }
    }

    /// Draws a code, and gives where.
    fn code(&mut self, code: &LaidItem, hue: Hue, top: f32) -> Placed {
        let column = self.frame.codes;
        let indent = self.density.code * STEP * f32::from(code.item.indent);
        let here = Placed { left: column.left + indent, top, size: Size::new(column.width - indent, code.height) };
        let at = self.placed(code.item.code, here);
        self.shapes.push(Shape::Rect {
            at: Pos::new(at.left, at.top),
            size: at.size,
            radius: 1.5,
            fill: Some(Ink::Hue(hue, Tint::Faint)),
            stroke: Some(Stroke { ink: Ink::Line, width: 0.5 }),
            opens: Opens::code(code.item.code, Reach::Family),
        });
        let full = Ink::Hue(hue, Tint::Full);
        let column = Column { left: at.left - indent, ..column };
        self.lines(code, column, at.top, indent, self.density.code, Weight::Regular, full);
        at
    }

    /// Mark, name and number inside a box.
    #[expect(clippy::too_many_arguments, reason = "a box has that many properties, and only two callers")]
    fn lines(&mut self, laid: &LaidItem, column: Column, top: f32, indent: f32, size: f32, weight: Weight, ink: Ink) {
        let step = size * self.density.leading;
        let first = top + (laid.height - laid.lines.len() as f32 * step) / 2.0;
        let left = column.left + indent + 4.0;
        self.mark(Pos::new(left + size * 0.35, first + step / 2.0), size * 0.3, laid.item.origin, ink);
        for (number, line) in laid.lines.iter().enumerate() {
            let baseline = first + (number as f32 + 0.5) * step + size * CAPITALS / 2.0;
            self.name(Pos::new(left + size * MARK, baseline), line, size, weight, Align::Start, &laid.item);
        }
        if let Some(count) = laid.item.count {
            let at = Pos::new(column.left + column.width - 4.0, first + step / 2.0 + size * CAPITALS / 2.0);
            self.text(at, &grouped(count), size, Weight::Regular, Align::End, Ink::Muted);
        }
    }

    fn name(&mut self, at: Pos, line: &str, size: f32, weight: Weight, align: Align, item: &Item) {
        let opens = Opens::code(item.code, Reach::Family);
        self.shapes.push(Shape::Text { at, text: line.to_owned(), size, weight, align, ink: Ink::Text, opens });
    }

    /// Lines from the codes to a common upright, and from there on to the box they belong to.
    fn elbows(&mut self, ends: &[Pos], to: Pos, hue: Hue) {
        let stroke = Stroke { ink: Ink::Hue(hue, Tint::Full), width: 0.7 };
        let from = self.frame.codes.left + self.frame.codes.width;
        let upright = from + (self.frame.categories.left - from) / 2.0;
        for end in ends {
            let points = vec![*end, Pos::new(upright, end.y), Pos::new(upright, to.y)];
            self.shapes.push(Shape::Line { points, stroke, opens: Opens::Nothing });
        }
        if !ends.is_empty() {
            let points = vec![Pos::new(upright, to.y), to];
            self.shapes.push(Shape::Line { points, stroke, opens: Opens::Nothing });
        }
    }
}
