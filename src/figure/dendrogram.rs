//! Dendrograms: what is alike is joined early, what is not is joined late.

use super::plate::{EDGE, NAME, Plate, SMALL, baseline, most_high, real, wide};
use super::scene::{Align, Ink, Pos, Scene, Weight};
use super::{Figure, Options, caption, nothing, type_face};
use crate::analysis::answers::clusters::{self, Joined};
use crate::analysis::clusters::Clusters;
use crate::analysis::scope::Scope;
use crate::analysis::table::Opens;
use crate::analysis::{self, Analysis as _, Heed};
use crate::lang::pictures::Pictures;
use crate::lang::{Language, fill};
use crate::model::project::Project;

/// A tree of what is alike.
pub struct Dendrogram(&'static Joined);

/// Of sources.
pub const SOURCES: Dendrogram = Dendrogram(&clusters::SOURCES);
/// Of codes.
pub const CODES: Dendrogram = Dendrogram(&clusters::CODES);

impl Figure for Dendrogram {
    fn name(&self) -> &'static str {
        self.0.name()
    }

    fn title(&self, language: Language) -> &'static str {
        self.0.title(language)
    }

    fn method(&self, asked: &analysis::Options) -> String {
        self.0.method(asked)
    }

    fn heeds(&self) -> &'static [Heed] {
        self.0.heeds()
    }

    fn draw(&self, project: &Project, scope: &Scope, options: &Options) -> Vec<Scene> {
        let asked = &options.asked;
        let tree = self.0.tree(project, scope, asked);
        if tree.steps.is_empty() {
            return nothing(self, project, options);
        }
        let say = Pictures::of(asked.language);
        let mut plate = Plate::new(options.paper, self.title(asked.language), "");
        branches(&mut plate, &tree, options);
        plate.note(say.distance);
        let mut told = String::new();
        if tree.left_out > 0 {
            told = fill(say.not_compared, &[("n", &tree.left_out)]);
            plate.note(&told);
        }
        vec![plate.scene(caption(self, project, asked, &told))]
    }
}

/// The names below each other, and the tree to their right.
fn branches(plate: &mut Plate, tree: &Clusters, options: &Options) {
    let order = tree.order();
    let step = ((most_high(options.paper) - 80.0) / real(order.len())).clamp(SMALL + 1.6, 15.0);
    let size = if step < NAME + 2.0 { SMALL } else { NAME };
    let named = |(name, _): &(String, Opens)| type_face::width(name, size, Weight::Regular);
    let names = tree.items.iter().map(named).fold(0.0, f32::max).min(wide(options.paper) * 0.45);
    let (left, right, top) = (EDGE + names + 6.0, EDGE + plate.room() - 10.0, plate.y);
    let bottom = top + real(order.len()) * step;
    let most = tree.steps.iter().map(|join| join.distance).fold(0.0, f64::max);
    let (unit, units) = axis(most);
    #[expect(clippy::cast_possible_truncation, reason = "a page has few points")]
    let along = |distance: f64| {
        let share = if most > 0.0 { distance / (unit * f64::from(units)) } else { 0.0 };
        left + share as f32 * (right - left)
    };
    for mark in 0..=units {
        let x = along(unit * f64::from(mark));
        plate.rule(Pos::new(x, top), Pos::new(x, bottom));
        let at = Pos::new(x, bottom + SMALL + 2.0);
        let told = decimal(unit * f64::from(mark), options.asked.language);
        plate.words(at, &told, (SMALL, Weight::Regular), Align::Middle, Ink::Muted);
    }
    // Where each item, and then each group, is joined on: its distance and its middle.
    let mut ends = vec![(0.0, top); tree.items.len()];
    for (row, item) in order.iter().enumerate() {
        let (Some((name, opens)), middle) = (tree.items.get(*item), top + (real(row) + 0.5) * step) else { continue };
        let told = type_face::shortened(name, names, size, Weight::Regular);
        let at = Pos::new(left - 4.0, baseline(middle, size));
        plate.opening(at, &told, (size, Weight::Regular), Align::End, Ink::Text, opens.clone());
        ends[*item] = (0.0, middle);
    }
    for join in &tree.steps {
        let (Some(one), Some(other)) = (ends.get(join.one).copied(), ends.get(join.other).copied()) else { continue };
        let x = along(join.distance);
        let points = vec![
            Pos::new(along(one.0), one.1),
            Pos::new(x, one.1),
            Pos::new(x, other.1),
            Pos::new(along(other.0), other.1),
        ];
        plate.line(points, Ink::Text, 0.9, Opens::Nothing);
        ends.push((join.distance, f32::midpoint(one.1, other.1)));
    }
    plate.y = bottom + SMALL + 4.0;
}

/// The step of a scale for distances, and how many steps it has: 1, 2 or 5 times a power of ten.
fn axis(most: f64) -> (f64, u32) {
    if most <= 0.0 {
        return (1.0, 1);
    }
    let mut unit = 0.01;
    loop {
        for step in [unit, 2.0 * unit, 5.0 * unit] {
            let steps = (most / step - 1e-9).ceil();
            if steps <= 5.0 {
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most five")]
                return (step, steps.max(1.0) as u32);
            }
        }
        unit *= 10.0;
    }
}

fn decimal(number: f64, language: Language) -> String {
    let written = format!("{number:.2}");
    let short = written.trim_end_matches('0').trim_end_matches('.');
    match language {
        Language::Bokmal => short.replace('.', ","),
        Language::English => short.to_owned(),
    }
}
