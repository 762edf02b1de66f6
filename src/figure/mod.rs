//! PICTURES: an answer → a scene of plain shapes, which the window paints and the exporters write. Pure.

pub mod bars;
pub mod cloud;
pub mod code_lines;
pub mod dendrogram;
pub mod force;
pub mod heatmap;
pub mod network;
pub mod palette;
mod plate;
pub mod polygon;
pub mod portraits;
pub mod saturation;
pub mod scene;
pub mod squarified;
pub mod structure;
pub mod sunburst;
pub mod svg;
pub mod treemap;
pub mod type_face;

use self::cloud::CloudOptions;
use self::plate::Plate;
use self::scene::Scene;
use crate::analysis::scope::Scope;
use crate::analysis::{self, Heed};
use crate::lang::pictures::Pictures;
use crate::lang::{Language, fill};
use crate::model::arrangement::Paper;
use crate::model::project::Project;

/// A picture of an answer.
pub trait Figure: Sync {
    /// Its name on the command line and in file names.
    fn name(&self) -> &'static str;

    /// Its name in menus and above it.
    fn title(&self, language: Language) -> &'static str;

    /// Sentences for the chapter on methods: how it was computed.
    fn method(&self, asked: &analysis::Options) -> String;

    /// Which of the options of its question it heeds, beside the language.
    fn heeds(&self) -> &'static [Heed] {
        &[]
    }

    /// Draws it; a scene a page, at least one.
    fn draw(&self, project: &Project, scope: &Scope, options: &Options) -> Vec<Scene>;
}

/// To add one: a file, and a line here.
pub const FIGURES: &[&dyn Figure] = &[
    &cloud::Cloud,
    &cloud::ComparisonCloud,
    &bars::CodeBars,
    &heatmap::BY_SOURCE,
    &heatmap::BY_CASE,
    &heatmap::BY_VALUE,
    &heatmap::BY_SPEAKER,
    &heatmap::BY_CODER,
    &heatmap::TOGETHER,
    &network::Network,
    &treemap::Treemap,
    &sunburst::Sunburst,
    &bars::CoverageBars,
    &code_lines::Lines,
    &portraits::Portraits,
    &saturation::Curve,
    &dendrogram::SOURCES,
    &dendrogram::CODES,
];

/// How a figure shall be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// The page of the thesis: upright or on its side.
    pub paper: Paper,
    /// How its question is asked, and the language of its words.
    pub asked: analysis::Options,
    /// How a cloud shall be.
    pub cloud: CloudOptions,
    /// Another number lays out a network in another way, the same one the same.
    pub seed: u64,
}

/// The figure of a name.
pub fn figure(name: &str) -> Option<&'static dyn Figure> {
    FIGURES.iter().copied().find(|figure| figure.name() == name)
}

/// What stands under a figure in a thesis: its title, the study, how it was computed, and what is said of this one.
fn caption(figure: &dyn Figure, project: &Project, asked: &analysis::Options, told: &str) -> String {
    let title = figure.title(asked.language);
    let head = match project.name() {
        "" => format!("{title}."),
        name => fill(Pictures::of(asked.language).of_study, &[("title", &title), ("project", &name)]),
    };
    let method = figure.method(asked);
    [head.as_str(), method.as_str(), told].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The page of a figure that has nothing to show.
fn nothing(figure: &dyn Figure, project: &Project, options: &Options) -> Vec<Scene> {
    let language = options.asked.language;
    let plate = Plate::new(options.paper, figure.title(language), Pictures::of(language).nothing);
    vec![plate.scene(caption(figure, project, &options.asked, ""))]
}

/// Says which page of how many this is, where there are several.
fn page_note(plate: &mut Plate, options: &Options, number: usize, total: usize) {
    if total > 1 {
        let page = Pictures::of(options.asked.language).page;
        plate.note(&fill(page, &[("n", &(number + 1)), ("of", &total)]));
    }
}
