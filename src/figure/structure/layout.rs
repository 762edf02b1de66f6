//! How large everything is, and what stands on which page.

use super::outline::{Block, Group, Item};
use crate::figure::scene::{Size, Weight};
use crate::figure::type_face;
use crate::lang::grouped;
use crate::model::arrangement::Paper;
use crate::model::code::Hue;

/// The edge around the page that stays white: 15 mm.
pub(super) const MARGIN: f32 = 42.5;
/// Above the blocks: title and column heads.
pub(super) const HEADER: f32 = 44.0;
/// Below the blocks: legend.
pub(super) const FOOTER: f32 = 24.0;
/// What a code's mark needs to the left of its name, in sizes of the type.
pub(super) const MARK: f32 = 1.25;
/// One step to the right in the first column, in sizes of the type.
pub(super) const STEP: f32 = 1.2;

/// A column by its left edge and width.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    pub(super) left: f32,
    pub(super) width: f32,
}

/// The page and its columns.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub(super) size: Size,
    pub(super) codes: Column,
    pub(super) categories: Column,
    pub(super) themes: Column,
    /// What the blocks may take.
    pub(super) height: f32,
}

impl Frame {
    pub(super) fn of(paper: Paper) -> Self {
        let size = paper.size();
        let inner = size.width - 2.0 * MARGIN;
        let (codes, first_gap, categories, second_gap) = (inner * 0.37, inner * 0.07, inner * 0.29, inner * 0.06);
        let categories_left = MARGIN + codes + first_gap;
        let themes_left = categories_left + categories + second_gap;
        Self {
            size,
            codes: Column { left: MARGIN, width: codes },
            categories: Column { left: categories_left, width: categories },
            themes: Column { left: themes_left, width: size.width - MARGIN - themes_left },
            height: size.height - 2.0 * MARGIN - HEADER - FOOTER,
        }
    }
}

/// How closely things stand, from roomy to close; type shrinks along with it, but not below what can be read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Density {
    pub(super) code: f32,
    pub(super) category: f32,
    pub(super) theme: f32,
    pub(super) leading: f32,
    pub(super) pad: f32,
    pub(super) gap: f32,
    pub(super) group_gap: f32,
    pub(super) block_gap: f32,
}

impl Density {
    /// For a codebook that needs several pages anyway.
    pub(super) const PAGES: Self = Self::at(0.7);
    /// As close as can be read.
    pub(super) const CLOSEST: Self = Self::at(1.0);

    /// 0 is roomy, 1 is as close as can be read.
    const fn at(close: f32) -> Self {
        const fn between(roomy: f32, tight: f32, close: f32) -> f32 {
            roomy + (tight - roomy) * close
        }
        Self {
            code: between(9.0, 6.5, close),
            category: between(9.5, 6.9, close),
            theme: between(13.0, 9.5, close),
            leading: between(1.32, 1.22, close),
            pad: between(3.0, 0.5, close),
            gap: between(3.5, 0.9, close),
            group_gap: between(9.0, 1.6, close),
            block_gap: between(18.0, 6.0, close),
        }
    }

    /// From roomy to close.
    pub(super) fn steps() -> impl Iterator<Item = Self> {
        (0..=60_u8).map(|step| Self::at(f32::from(step) / 60.0))
    }
}

/// A name broken into lines.
#[derive(Clone, Debug)]
pub(super) struct LaidItem {
    pub(super) item: Item,
    pub(super) lines: Vec<String>,
    pub(super) height: f32,
}

/// A category and its codes, laid out.
#[derive(Clone, Debug)]
pub(super) struct LaidGroup {
    pub(super) head: Option<LaidItem>,
    pub(super) codes: Vec<LaidItem>,
    pub(super) continued: bool,
    pub(super) height: f32,
}

/// A theme and its groups, laid out.
#[derive(Clone, Debug)]
pub(super) struct LaidBlock {
    pub(super) theme: Option<LaidItem>,
    pub(super) hue: Hue,
    pub(super) groups: Vec<LaidGroup>,
    pub(super) continued: bool,
}

/// Everything laid out at one density, in one endless column.
#[derive(Clone, Debug)]
pub(super) struct Laid {
    pub(super) density: Density,
    pub(super) blocks: Vec<LaidBlock>,
}

/// Everything laid out, a list of blocks a page.
#[derive(Clone, Debug)]
pub(super) struct Pages {
    pub(super) density: Density,
    pub(super) pages: Vec<Vec<LaidBlock>>,
}

impl Laid {
    pub(super) fn new(blocks: &[Block], frame: &Frame, density: Density) -> Self {
        let lay = |block: &Block| LaidBlock {
            theme: block.theme.as_ref().map(|theme| theme_item(theme, frame, &density)),
            hue: block.hue,
            groups: block.groups.iter().map(|group| lay_group(group, frame, &density)).collect(),
            continued: false,
        };
        Self { density, blocks: blocks.iter().map(lay).collect() }
    }
}

impl LaidBlock {
    /// The groups alone, without what the theme needs beside them.
    pub(super) fn groups_height(&self, density: &Density) -> f32 {
        let gaps = self.groups.len().saturating_sub(1) as f32 * (density.gap + density.group_gap);
        self.groups.iter().map(|group| group.height).sum::<f32>() + gaps
    }

    pub(super) fn height(&self, density: &Density) -> f32 {
        let theme = self.theme.as_ref().map_or(0.0, |theme| theme.height);
        self.groups_height(density).max(theme)
    }
}

impl LaidGroup {
    /// The codes alone, without what the category needs beside them.
    pub(super) fn codes_height(&self, density: &Density) -> f32 {
        let gaps = self.codes.len().saturating_sub(1) as f32 * density.gap;
        self.codes.iter().map(|code| code.height).sum::<f32>() + gaps
    }

    fn measured(mut self, density: &Density) -> Self {
        let head = self.head.as_ref().map_or(0.0, |head| head.height);
        self.height = self.codes_height(density).max(head);
        self
    }
}

/// How wide the number beside a name is, with the room before it.
pub(super) fn count_width(item: &Item, size: f32) -> f32 {
    item.count.map_or(0.0, |count| type_face::width(&grouped(count), size, Weight::Regular) + size)
}

fn lay_group(group: &Group, frame: &Frame, density: &Density) -> LaidGroup {
    let code = |item: &Item| {
        let size = density.code;
        let taken = size * (MARK + 0.5 + STEP * f32::from(item.indent)) + 2.0 + count_width(item, size);
        lay_item(item, frame.codes.width - taken - 4.0, size, Weight::Regular, density)
    };
    let head = |item: &Item| {
        let size = density.category;
        let taken = size * (MARK + 0.5) + 4.0 + count_width(item, size);
        lay_item(item, frame.categories.width - taken - 4.0, size, Weight::SemiBold, density)
    };
    let laid = LaidGroup {
        head: group.head.as_ref().map(head),
        codes: group.codes.iter().map(code).collect(),
        continued: false,
        height: 0.0,
    };
    laid.measured(density)
}

fn theme_item(item: &Item, frame: &Frame, density: &Density) -> LaidItem {
    let mut laid = lay_item(item, frame.themes.width - 16.0, density.theme, Weight::SemiBold, density);
    // Above the name stands its mark, below it a number; what says that it continues may stand below as well.
    let below = if item.count.is_some() { 2.0 } else { 1.0 };
    laid.height += density.theme * 0.9 + below * density.code * density.leading + 6.0;
    laid
}

fn lay_item(item: &Item, width: f32, size: f32, weight: Weight, density: &Density) -> LaidItem {
    let lines = type_face::wrap(&item.name, width, size, weight);
    let height = lines.len().max(1) as f32 * size * density.leading + 2.0 * density.pad;
    LaidItem { item: item.clone(), lines, height }
}

impl Pages {
    /// Breaks between groups; a group taller than a page goes on over the next.
    pub(super) fn of(laid: Laid, height: f32) -> Self {
        let density = laid.density;
        let mut pages: Vec<Vec<LaidBlock>> = vec![Vec::new()];
        let mut used = 0.0;
        for block in laid.blocks {
            let themes_need = block.theme.as_ref().map_or(0.0, |theme| theme.height);
            let mut open: Option<LaidBlock> = None;
            let parts = block.groups.iter().flat_map(|group| group.parts(height, &density)).collect::<Vec<_>>();
            let whole = LaidBlock { groups: Vec::new(), ..block };
            if parts.is_empty() {
                place(&mut pages, &mut used, height, &density, whole);
                continue;
            }
            for part in parts {
                let continued = open.is_some();
                let next = match &open {
                    Some(begun) => {
                        used + (begun.groups_height(&density) + density.gap + density.group_gap + part.height)
                            .max(themes_need)
                    }
                    None => used + gap_before(used, &density) + part.height.max(themes_need),
                };
                match &mut open {
                    Some(begun) if next <= height => begun.groups.push(part),
                    Some(_) => {
                        let begun = open.replace(LaidBlock { groups: vec![part], continued, ..whole.clone() });
                        pages.last_mut().expect("there is a page").extend(begun);
                        pages.push(Vec::new());
                        used = 0.0;
                    }
                    None => {
                        if next > height && used > 0.0 {
                            pages.push(Vec::new());
                            used = 0.0;
                        }
                        used += gap_before(used, &density);
                        open = Some(LaidBlock { groups: vec![part], ..whole.clone() });
                    }
                }
            }
            if let Some(begun) = open {
                used += begun.height(&density);
                pages.last_mut().expect("there is a page").push(begun);
            }
        }
        Self { density, pages }
    }
}

fn gap_before(used: f32, density: &Density) -> f32 {
    if used > 0.0 { density.block_gap } else { 0.0 }
}

fn place(pages: &mut Vec<Vec<LaidBlock>>, used: &mut f32, height: f32, density: &Density, block: LaidBlock) {
    let needed = gap_before(*used, density) + block.height(density);
    if *used > 0.0 && *used + needed > height {
        pages.push(Vec::new());
        *used = 0.0;
    }
    *used += gap_before(*used, density) + block.height(density);
    pages.last_mut().expect("there is a page").push(block);
}

impl LaidGroup {
    /// The group itself, or as many parts as it takes so that none is taller than a page.
    fn parts(&self, height: f32, density: &Density) -> Vec<Self> {
        if self.height <= height {
            return vec![self.clone()];
        }
        let mut parts: Vec<Self> = Vec::new();
        let mut used = f32::INFINITY;
        for code in &self.codes {
            if used + density.gap + code.height > height {
                let continued = !parts.is_empty();
                parts.push(Self { head: self.head.clone(), codes: Vec::new(), continued, height: 0.0 });
                used = -density.gap;
            }
            used += density.gap + code.height;
            if let Some(part) = parts.last_mut() {
                part.codes.push(code.clone());
            }
        }
        parts.into_iter().map(|part| part.measured(density)).collect()
    }
}
