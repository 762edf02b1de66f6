//! The code structure as a picture. Several pages stand below each other in one file.

use super::{ExportError, Exporter, What, png};
use crate::figure::scene::Scene;
use crate::figure::structure::{Counts, Options, Paper, structure};
use crate::figure::svg;
use crate::lang::Language;
use crate::model::project::Project;

/// The structure as lines and letters.
pub struct AsSvg;
/// The structure as dots, 300 an inch.
pub struct AsPng;

/// Upright if it fits one page so, else on the paper that needs fewer pages.
pub fn pages(project: &Project, language: Language) -> Vec<Scene> {
    let on = |paper| structure(project, &Options { paper, counts: Counts::Hidden, language });
    let upright = on(Paper::Portrait);
    if upright.len() == 1 {
        return upright;
    }
    let on_its_side = on(Paper::Landscape);
    if on_its_side.len() < upright.len() { on_its_side } else { upright }
}

impl Exporter for AsSvg {
    fn what(&self) -> What {
        What::Structure
    }

    fn extension(&self) -> &'static str {
        "svg"
    }

    fn write(&self, project: &Project, language: Language) -> Result<Vec<u8>, ExportError> {
        Ok(svg::stacked(&pages(project, language)).into_bytes())
    }
}

impl Exporter for AsPng {
    fn what(&self) -> What {
        What::Structure
    }

    fn extension(&self) -> &'static str {
        "png"
    }

    fn write(&self, project: &Project, language: Language) -> Result<Vec<u8>, ExportError> {
        png::png(&pages(project, language))
    }
}
