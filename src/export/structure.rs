//! The code structure as a picture. Several pages stand below each other in one file.

use super::{ExportError, Exporter, How, What, pdf, png};
use crate::figure::scene::Scene;
use crate::figure::structure::{Options, structure};
use crate::figure::svg;
use crate::model::arrangement::Paper;
use crate::model::project::Project;

/// The structure as lines and letters.
pub struct AsSvg;
/// The structure as dots, 300 an inch.
pub struct AsPng;

/// The structure as pages for print.
pub struct AsPdf;

/// The pages of the figure. Where no paper is asked for: that of the study; where it has none: upright if it fits one page so, else on the paper that needs
/// fewer pages.
pub fn pages(project: &Project, how: &How) -> Vec<Scene> {
    let on = |paper| structure(project, &Options { paper, counts: how.counts, language: how.language });
    if let Some(paper) = how.paper.or(project.arrangement().paper) {
        return on(paper);
    }
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

    fn write(&self, project: &Project, how: &How) -> Result<Vec<u8>, ExportError> {
        Ok(svg::stacked(&pages(project, how)).into_bytes())
    }
}

impl Exporter for AsPng {
    fn what(&self) -> What {
        What::Structure
    }

    fn extension(&self) -> &'static str {
        "png"
    }

    fn write(&self, project: &Project, how: &How) -> Result<Vec<u8>, ExportError> {
        png::png(&pages(project, how))
    }
}

impl Exporter for AsPdf {
    fn what(&self) -> What {
        What::Structure
    }

    fn extension(&self) -> &'static str {
        "pdf"
    }

    fn write(&self, project: &Project, how: &How) -> Result<Vec<u8>, ExportError> {
        pdf::pdf(&pages(project, how))
    }
}
