//! Bars: how much each code is used, and how much of each source is coded.

use super::plate::{EDGE, NAME, Plate, SMALL, baseline, most_high, part, real, scale};
use super::scene::{Align, Ink, Pos, Scene, Size, Tint, Weight};
use super::{Figure, Options, caption, nothing, type_face};
use crate::analysis::answers::matrix::BY_SOURCE;
use crate::analysis::answers::sources::CodedShare;
use crate::analysis::coded::Level;
use crate::analysis::coverage::coverage;
use crate::analysis::matrix::{Across, Matrix, Measure};
use crate::analysis::scope::Scope;
use crate::analysis::table::{Key, Opens};
use crate::analysis::{self, Analysis as _, Heed};
use crate::lang::answers::Answers;
use crate::lang::pictures::Pictures;
use crate::lang::{Language, fill, grouped};
use crate::model::id::CodeId;
use crate::model::project::Project;

/// How often each code is applied.
pub struct CodeBars;
/// How much of each source is coded.
pub struct CoverageBars;

/// One bar.
struct Bar {
    name: String,
    indent: f32,
    count: usize,
    told: String,
    ink: Ink,
    opens: Opens,
}

const STEP: f32 = 13.0;

impl Figure for CodeBars {
    fn name(&self) -> &'static str {
        "codes"
    }

    fn title(&self, language: Language) -> &'static str {
        Pictures::of(language).bars
    }

    fn method(&self, asked: &analysis::Options) -> String {
        BY_SOURCE.method(asked)
    }

    fn heeds(&self) -> &'static [Heed] {
        &[Heed::Level, Heed::Reach, Heed::Measure]
    }

    fn draw(&self, project: &Project, scope: &Scope, options: &Options) -> Vec<Scene> {
        let asked = &options.asked;
        let codebook = project.codebook();
        let matrix = Matrix::of(project, scope, Across::Everything, asked.measure, (asked.level, asked.reach));
        let bar = |(code, counts): (&CodeId, &Vec<usize>)| {
            let count = counts.first().copied().unwrap_or(0);
            Bar {
                name: project.code_name(*code).unwrap_or_default().to_owned(),
                indent: if asked.level == Level::All { real(codebook.depth(*code).min(6)) * 8.0 } else { 0.0 },
                count,
                told: grouped(count),
                ink: Ink::Hue(codebook.hue(*code).0, Tint::Full),
                opens: Opens::code(*code, asked.reach),
            }
        };
        let mut bars: Vec<Bar> = matrix.codes.iter().zip(&matrix.counts).map(bar).collect();
        if asked.level != Level::All {
            bars.sort_by_key(|bar| std::cmp::Reverse(bar.count));
        }
        let most = bars.iter().map(|bar| bar.count).max().unwrap_or(0);
        let say = Answers::of(asked.language);
        let measure = match asked.measure {
            Measure::Codings => say.codings,
            Measure::Sources => say.sources,
            Measure::Cases => say.cases,
            Measure::Words => say.words,
        };
        let below = Pictures::of(asked.language).colours;
        drawn(self, project, options, &bars, (most, measure, below))
    }
}

impl Figure for CoverageBars {
    fn name(&self) -> &'static str {
        "coverage"
    }

    fn title(&self, language: Language) -> &'static str {
        Answers::of(language).coverage
    }

    fn method(&self, asked: &analysis::Options) -> String {
        CodedShare.method(asked)
    }

    fn draw(&self, project: &Project, scope: &Scope, options: &Options) -> Vec<Scene> {
        let say = Pictures::of(options.asked.language);
        let bars: Vec<Bar> = coverage(project, scope)
            .iter()
            .map(|covered| {
                let per_cent = (covered.coded * 100 + covered.words / 2).checked_div(covered.words).unwrap_or(0);
                Bar {
                    name: project.source(covered.source).map_or_else(String::new, |source| source.title.clone()),
                    indent: 0.0,
                    count: per_cent,
                    told: fill(say.per_cent, &[("n", &per_cent)]),
                    ink: Ink::Heat(70),
                    opens: Opens::Codings(vec![Key::Source(covered.source)]),
                }
            })
            .collect();
        drawn(self, project, options, &bars, (100, say.coded_share, ""))
    }
}

/// Draws bars below each other, over as many pages as they need, all with one scale.
fn drawn(
    figure: &dyn Figure,
    project: &Project,
    options: &Options,
    bars: &[Bar],
    (most, measure, below): (usize, &str, &str),
) -> Vec<Scene> {
    if most == 0 || bars.is_empty() {
        return nothing(figure, project, options);
    }
    let named = |bar: &Bar| type_face::width(&bar.name, NAME, Weight::Regular) + bar.indent;
    let names = bars.iter().map(named).fold(0.0, f32::max).min(super::plate::wide(options.paper) * 0.42);
    let fitting = ((most_high(options.paper) - 80.0) / STEP).max(1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a page has few rows")]
    let pages: Vec<&[Bar]> = bars.chunks(fitting as usize).collect();
    let total = pages.len();
    let page = |(number, bars): (usize, &&[Bar])| {
        let mut plate = Plate::new(options.paper, figure.title(options.asked.language), measure);
        let (left, top) = (EDGE + names + 6.0, plate.y);
        let right = EDGE + plate.room() - 30.0;
        let (step, steps) =
            if measure == Pictures::of(options.asked.language).coded_share { (25, 4) } else { scale(most) };
        let wide = |count: usize| part(count, step * steps) * (right - left);
        let bottom = top + real(bars.len()) * STEP;
        for line in 0..=steps {
            let x = left + wide(line * step);
            plate.rule(Pos::new(x, top), Pos::new(x, bottom));
            let told = grouped(line * step);
            plate.words(Pos::new(x, bottom + SMALL + 2.0), &told, (SMALL, Weight::Regular), Align::Middle, Ink::Muted);
        }
        for bar in *bars {
            let middle = plate.y + STEP / 2.0;
            let name = type_face::shortened(&bar.name, names - bar.indent, NAME, Weight::Regular);
            let at = Pos::new(EDGE + bar.indent, baseline(middle, NAME));
            plate.opening(at, &name, (NAME, Weight::Regular), Align::Start, Ink::Text, bar.opens.clone());
            let size = Size::new(wide(bar.count).max(0.6), STEP * 0.62);
            if bar.count > 0 {
                plate.block(Pos::new(left, middle - size.height / 2.0), size, bar.ink, bar.opens.clone());
            }
            let at = Pos::new(left + wide(bar.count) + 3.0, baseline(middle, SMALL));
            // Over the rules of the scale, so on paper of its own.
            let room = type_face::width(&bar.told, SMALL, Weight::Regular) + 2.0;
            plate.block(Pos::new(at.x - 1.0, middle - 4.0), Size::new(room, 8.0), Ink::Paper, Opens::Nothing);
            plate.opening(at, &bar.told, (SMALL, Weight::Regular), Align::Start, Ink::Text, bar.opens.clone());
            plate.y += STEP;
        }
        plate.rule(Pos::new(left, top), Pos::new(left, bottom));
        plate.y = bottom + SMALL + 4.0;
        plate.note(below);
        super::page_note(&mut plate, options, number, total);
        plate.scene(caption(figure, project, &options.asked, ""))
    };
    pages.iter().enumerate().map(page).collect()
}
