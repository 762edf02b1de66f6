//! The saturation curve: new codes and codes so far, interview by interview.

use super::plate::{EDGE, NAME, Plate, SMALL, part, real, scale};
use super::scene::{Align, Ink, Pos, Scene, Shape, Size, Stroke, Weight};
use super::{Figure, Options, caption, nothing, type_face};
use crate::analysis::answers::sources::NewCodes;
use crate::analysis::saturation::{Step, saturation};
use crate::analysis::scope::Scope;
use crate::analysis::table::Opens;
use crate::analysis::{self, Analysis as _, Heed};
use crate::lang::answers::Answers;
use crate::lang::pictures::Pictures;
use crate::lang::{Language, grouped};
use crate::model::project::Project;

/// Bars of new codes below the line of codes so far.
pub struct Curve;

const HIGH: f32 = 190.0;
/// Columns narrower than this have a number below them instead of a name.
const NARROW: f32 = 44.0;
const BARS: Ink = Ink::Heat(40);
const LINE: Ink = Ink::Heat(90);

impl Figure for Curve {
    fn name(&self) -> &'static str {
        "saturation"
    }

    fn title(&self, language: Language) -> &'static str {
        NewCodes.title(language)
    }

    fn method(&self, asked: &analysis::Options) -> String {
        NewCodes.method(asked)
    }

    fn heeds(&self) -> &'static [Heed] {
        NewCodes.heeds()
    }

    fn draw(&self, project: &Project, scope: &Scope, options: &Options) -> Vec<Scene> {
        let asked = &options.asked;
        let steps = saturation(project, scope, asked.attribute);
        let most = steps.last().map_or(0, |step| step.so_far);
        if most == 0 {
            return nothing(self, project, options);
        }
        let say = Pictures::of(asked.language);
        let mut plate = Plate::new(options.paper, self.title(asked.language), "");
        legend(&mut plate, say);
        let (left, right, top) = (EDGE + 24.0, EDGE + plate.room() - 4.0, plate.y + 8.0);
        let bottom = top + HIGH;
        let (unit, units) = scale(most);
        let high = |count: usize| bottom - part(count, unit * units) * HIGH;
        for mark in (0..=units).map(|mark| mark * unit) {
            plate.rule(Pos::new(left, high(mark)), Pos::new(right, high(mark)));
            let at = Pos::new(left - 4.0, high(mark) + SMALL * 0.36);
            plate.words(at, &grouped(mark), (SMALL, Weight::Regular), Align::End, Ink::Muted);
        }
        let wide = (right - left) / real(steps.len());
        let middle = |at: usize| left + (real(at) + 0.5) * wide;
        let mut curve = Vec::new();
        for (at, step) in steps.iter().enumerate() {
            let bar = Size::new((wide * 0.5).min(26.0), bottom - high(step.new));
            let new = Opens::listed(step.of_new.iter().copied());
            if step.new > 0 {
                plate.block(Pos::new(middle(at) - bar.width / 2.0, high(step.new)), bar, BARS, new);
            }
            curve.push(Pos::new(middle(at), high(step.so_far)));
        }
        plate.line(curve.clone(), LINE, 1.3, Opens::Nothing);
        for (spot, step) in curve.iter().zip(&steps) {
            let opens = Opens::Source(step.source);
            plate.put(Shape::Path {
                points: [(0.0, -2.6), (2.6, 0.0), (0.0, 2.6), (-2.6, 0.0)]
                    .map(|(x, y)| Pos::new(spot.x + x, spot.y + y))
                    .into(),
                fill: Some(LINE),
                stroke: Some(Stroke { ink: Ink::Paper, width: 0.6 }),
                opens,
            });
        }
        numbers(&mut plate, &steps, wide, (&middle, &high));
        plate.y = bottom;
        names(&mut plate, project, &steps, wide, (&middle, options));
        let told = NewCodes::told(&steps, asked);
        plate.note(&told);
        vec![plate.scene(caption(self, project, asked, &told))]
    }
}

fn legend(plate: &mut Plate, say: &Pictures) {
    plate.y += 4.0;
    let (y, face) = (plate.y, (SMALL, Weight::Regular));
    plate.line(vec![Pos::new(EDGE, y - 2.0), Pos::new(EDGE + 14.0, y - 2.0)], LINE, 1.3, Opens::Nothing);
    plate.words(Pos::new(EDGE + 18.0, y), say.codes_so_far, face, Align::Start, Ink::Text);
    let x = EDGE + 18.0 + type_face::width(say.codes_so_far, SMALL, Weight::Regular) + 14.0;
    plate.block(Pos::new(x, y - 5.0), Size::new(8.0, 6.0), BARS, Opens::Nothing);
    plate.words(Pos::new(x + 12.0, y), say.new_codes, face, Align::Start, Ink::Text);
    plate.y += 6.0;
}

/// The numbers above the points and, where they do not collide with these, above the bars.
fn numbers(
    plate: &mut Plate,
    steps: &[Step],
    wide: f32,
    (middle, high): (&dyn Fn(usize) -> f32, &dyn Fn(usize) -> f32),
) {
    let face = (SMALL, Weight::Regular);
    let fits = |count: usize| type_face::width(&grouped(count), SMALL, Weight::Regular) <= wide - 1.0;
    for (at, step) in steps.iter().enumerate() {
        let opens = Opens::Source(step.source);
        // One above the other where both are the same, as at the first source.
        let apart = high(step.new) - high(step.so_far) > SMALL * 2.5;
        if fits(step.so_far) {
            let place = Pos::new(middle(at), high(step.so_far) - 4.5);
            on_paper(plate, place, step.so_far);
            plate.opening(place, &grouped(step.so_far), (SMALL, Weight::SemiBold), Align::Middle, Ink::Text, opens);
        }
        if step.new > 0 && apart && fits(step.new) {
            let opens = Opens::listed(step.of_new.iter().copied());
            let place = Pos::new(middle(at), high(step.new) - 2.0);
            on_paper(plate, place, step.new);
            plate.opening(place, &grouped(step.new), face, Align::Middle, Ink::Text, opens);
        }
    }
}

/// Paper behind a number, so that no line of the scale runs through it.
fn on_paper(plate: &mut Plate, at: Pos, number: usize) {
    let wide = type_face::width(&grouped(number), SMALL, Weight::SemiBold) + 2.0;
    let corner = Pos::new(at.x - wide / 2.0, at.y - SMALL * 0.8);
    plate.block(corner, Size::new(wide, SMALL * 0.9), Ink::Paper, Opens::Nothing);
}

/// The names of the sources below the columns, or numbers with a key.
fn names(
    plate: &mut Plate,
    project: &Project,
    steps: &[Step],
    wide: f32,
    (middle, options): (&dyn Fn(usize) -> f32, &Options),
) {
    let title = |step: &Step| project.source(step.source).map_or("", |source| source.title.as_str());
    let top = plate.y + 2.0;
    let mut lines = 1;
    for (at, step) in steps.iter().enumerate() {
        let mut words = vec![(at + 1).to_string()];
        if wide >= NARROW {
            words = type_face::wrap(title(step), wide - 4.0, SMALL, Weight::Regular);
            words.truncate(3);
        }
        lines = lines.max(words.len());
        for (line, words) in words.iter().enumerate() {
            let place = Pos::new(middle(at), top + real(line + 1) * (SMALL + 1.5));
            let opens = Opens::Source(step.source);
            plate.opening(place, words, (SMALL, Weight::Regular), Align::Middle, Ink::Text, opens);
        }
    }
    plate.y = top + real(lines) * (SMALL + 1.5) + NAME / 2.0;
    if wide < NARROW {
        let key: Vec<String> =
            steps.iter().enumerate().map(|(at, step)| format!("{} {}", at + 1, title(step))).collect();
        plate.note(&format!("{}: {}", Answers::of(options.asked.language).sources, key.join(" · ")));
    }
}
