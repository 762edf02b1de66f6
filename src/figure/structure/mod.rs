//! The code structure as a thesis shows it: codes on the left grow into categories, and these into themes.
//!
//! One page of A4 if it can be read there; the density is chosen so that it fills the page. A larger codebook goes on
//! over several pages. Position, outline and weight carry the meaning, so it reads in greyscale too.

mod draw;
mod layout;
mod outline;

use self::layout::{Density, Frame, Laid, Pages};
use super::scene::{Scene, Size};
use crate::lang::Language;
use crate::model::arrangement::Paper;
use crate::model::project::Project;

/// Whether the number of codings stands beside each name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counts {
    /// Names only.
    #[default]
    Hidden,
    /// Names and numbers.
    Shown,
}

/// How the figure shall be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Upright or on its side.
    pub paper: Paper,
    /// With numbers or without.
    pub counts: Counts,
    /// The language of its title and legend.
    pub language: Language,
}

impl Paper {
    /// The page in points.
    pub fn size(self) -> Size {
        match self {
            Self::Portrait => Size::new(595.28, 841.89),
            Self::Landscape => Size::new(841.89, 595.28),
        }
    }
}

/// Draws the code structure of a project; a scene a page, at least one.
pub fn structure(project: &Project, options: &Options) -> Vec<Scene> {
    let blocks = outline::blocks(project, options.counts);
    let frame = Frame::of(options.paper);
    let pages = |density: Density| Pages::of(Laid::new(&blocks, &frame, density), frame.height);
    // One page if it can be; else as few as a good density gives, and then as roomy as these allow.
    let closest = pages(Density::CLOSEST);
    let aim = if closest.pages.len() == 1 { 1 } else { pages(Density::PAGES).pages.len() };
    let roomy = Density::steps().map(pages).find(|pages| pages.pages.len() <= aim);
    let pages = roomy.unwrap_or(closest);
    draw::scenes(project, options, &frame, &pages)
}
