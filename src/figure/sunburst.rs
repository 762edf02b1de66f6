//! The code tree as rings: each level a ring, each code an arc as long as its codings are many.

use libm::{cosf, sinf};

use super::plate::{EDGE, Plate, SMALL, baseline, part, real};
use super::scene::{Align, Ink, Pos, Scene, Shape, Stroke, Tint, Weight};
use super::{Figure, Options, caption, nothing, type_face};
use crate::analysis::frequency::Frequency;
use crate::analysis::scope::Scope;
use crate::analysis::table::Opens;
use crate::analysis::{self, Reach};
use crate::lang::pictures::Pictures;
use crate::lang::{Language, grouped};
use crate::model::id::CodeId;
use crate::model::project::Project;

/// The code tree as rings.
pub struct Sunburst;

/// Where the rings begin and end, from the middle; deeper codes count with those above them. The last is thin, since
/// its names stand outside.
const RINGS: [(f32, f32); 3] = [(12.0, 60.0), (60.0, 102.0), (102.0, 116.0)];
/// The step between names outside.
const STEP: f32 = 8.6;
/// How far apart the corners of an arc are, in turns.
const FINE: f32 = 1.0 / 180.0;

/// A part of a ring, its ends in turns from the top, clockwise.
#[derive(Clone, Copy)]
struct Arc {
    code: CodeId,
    ring: usize,
    from: f32,
    to: f32,
    count: usize,
    /// Nothing stands outside of it.
    last: bool,
}

impl Figure for Sunburst {
    fn name(&self) -> &'static str {
        "sunburst"
    }

    fn title(&self, language: Language) -> &'static str {
        Pictures::of(language).sunburst
    }

    fn method(&self, asked: &analysis::Options) -> String {
        Pictures::of(asked.language).how_sunburst.to_owned()
    }

    fn draw(&self, project: &Project, scope: &Scope, options: &Options) -> Vec<Scene> {
        let frequency = Frequency::within(project, scope);
        let arcs = arcs(project, &frequency);
        if arcs.is_empty() {
            return nothing(self, project, options);
        }
        let say = Pictures::of(options.asked.language);
        let mut plate = Plate::new(options.paper, self.title(options.asked.language), say.ring_codings);
        let rings = arcs.iter().map(|arc| arc.ring + 1).max().unwrap_or(1);
        let radius = RINGS[rings - 1].1;
        let (left, right): (Vec<Arc>, Vec<Arc>) =
            outside(project, &arcs).into_iter().partition(|arc| arc.middle() > 0.5);
        let names = real(left.len().max(right.len())) * STEP;
        let high = (2.0 * radius + 16.0).max(names + 16.0);
        let centre = Pos::new(EDGE + plate.room() / 2.0, plate.y + high / 2.0);
        for arc in &arcs {
            plate.put(arc.shape(project, centre));
        }
        let mut key: Vec<String> = Vec::new();
        for arc in &arcs {
            match arc.lines(project) {
                Some((lines, radius)) => inside(&mut plate, arc, (centre, radius), &lines),
                None if arc.last => (),
                // What has no room for its name gets a number, and stands in the key.
                None => {
                    let number = (key.len() + 1).to_string();
                    key.push(format!("{number} {}", project.code_name(arc.code).unwrap_or_default()));
                    inside(&mut plate, arc, (centre, arc.far(0.5)), &[number]);
                }
            }
        }
        for (side, arcs) in [(-1.0, left), (1.0, right)] {
            beside(&mut plate, project, arcs, (centre, radius, high), side);
        }
        plate.y += high + 2.0;
        if !key.is_empty() {
            plate.note(&format!("{}: {}", say.numbers, key.join(" · ")));
        }
        plate.note(say.colours);
        vec![plate.scene(caption(self, project, &options.asked, ""))]
    }
}

/// All arcs, those inside before those outside of them.
fn arcs(project: &Project, frequency: &Frequency) -> Vec<Arc> {
    let codebook = project.codebook();
    let family = |code: &CodeId| frequency.code(*code).family.codings;
    let whole: usize = codebook.children(None).iter().map(family).sum();
    let mut arcs = Vec::new();
    let mut open: Vec<(Option<CodeId>, usize, usize)> = vec![(None, 0, 0)];
    while let Some((parent, ring, start)) = open.pop() {
        let mut at = start;
        for code in codebook.children(parent) {
            let count = family(code);
            if count == 0 {
                continue;
            }
            let below = codebook.children(Some(*code)).iter().map(family).sum::<usize>() > 0;
            let last = ring + 1 == RINGS.len() || !below;
            arcs.push(Arc { code: *code, ring, from: part(at, whole), to: part(at + count, whole), count, last });
            if !last {
                open.push((Some(*code), ring + 1, at));
            }
            at += count;
        }
    }
    arcs
}

/// The arcs whose names stand outside: those that nothing stands outside of, and that have no room.
fn outside(project: &Project, arcs: &[Arc]) -> Vec<Arc> {
    arcs.iter().filter(|arc| arc.last && arc.lines(project).is_none()).copied().collect()
}

/// A place at a turn from the top, clockwise.
fn around(centre: Pos, radius: f32, turn: f32) -> Pos {
    let angle = turn * std::f32::consts::TAU;
    Pos::new(centre.x + radius * sinf(angle), centre.y - radius * cosf(angle))
}

impl Arc {
    fn middle(&self) -> f32 {
        f32::midpoint(self.from, self.to)
    }

    fn radii(&self) -> (f32, f32) {
        RINGS[self.ring]
    }

    fn shape(&self, project: &Project, centre: Pos) -> Shape {
        let (inner, outer) = self.radii();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an arc has few corners")]
        let steps = ((self.to - self.from) / FINE).ceil().max(1.0) as usize;
        let turn = |step: usize| self.from + (self.to - self.from) * part(step, steps);
        let there = (0..=steps).map(|step| around(centre, outer, turn(step)));
        let back = (0..=steps).rev().map(|step| around(centre, inner, turn(step)));
        let hue = project.codebook().hue(self.code).0;
        let tint = [Tint::Soft, Tint::Pale, Tint::Faint].get(self.ring).copied().unwrap_or(Tint::Faint);
        Shape::Path {
            points: there.chain(back).collect(),
            fill: Some(Ink::Hue(hue, tint)),
            stroke: Some(Stroke { ink: Ink::Hue(hue, Tint::Full), width: if self.ring == 0 { 1.0 } else { 0.5 } }),
            opens: Opens::code(self.code, Reach::Family),
        }
    }

    /// So far out from the inner edge, as a part of the way to the outer.
    fn far(&self, share: f32) -> f32 {
        let (inner, outer) = self.radii();
        inner + (outer - inner) * share
    }

    /// The lines of its name, if they have room within it, and how far from the centre.
    fn lines(&self, project: &Project) -> Option<(Vec<String>, f32)> {
        let name = project.code_name(self.code).unwrap_or_default();
        let weight = self.weight();
        let (inner, outer) = self.radii();
        (1..=8).map(|part| (outer - inner) * 1.6 * (1.0 - 0.09 * real(part))).find_map(|wide| {
            let lines = type_face::wrap(name, wide, SMALL, weight);
            let hyphened = lines.iter().any(|line| line.ends_with('-'));
            let far = [0.5, 0.6, 0.4, 0.7].map(|share| self.far(share));
            let radius = far.into_iter().find(|radius| !hyphened && self.holds(&lines, *radius))?;
            Some((lines, radius))
        })
    }

    fn weight(&self) -> Weight {
        if self.ring == 0 { Weight::SemiBold } else { Weight::Regular }
    }

    /// Tells whether all corners of the lines, set so far from the centre, lie in the arc.
    fn holds(&self, lines: &[String], radius: f32) -> bool {
        let at = around(Pos::default(), radius, self.middle());
        let high = real(lines.len()) * (SMALL + 1.0);
        lines.iter().enumerate().all(|(number, line)| {
            let half = type_face::width(line, SMALL, self.weight()) / 2.0 + 1.0;
            let top = at.y - high / 2.0 + real(number) * (SMALL + 1.0);
            let corners = [(-half, 0.0), (half, 0.0), (-half, SMALL + 1.0), (half, SMALL + 1.0)];
            corners.iter().all(|(x, y)| self.has(Pos::new(at.x + x, top + y)))
        })
    }

    /// Tells whether a place, from the centre, lies in the arc.
    fn has(&self, at: Pos) -> bool {
        let (inner, outer) = self.radii();
        let far = (at.x * at.x + at.y * at.y).sqrt();
        let turn = libm::atan2f(at.x, -at.y) / std::f32::consts::TAU;
        let turn = if turn < 0.0 { turn + 1.0 } else { turn };
        inner + 0.5 < far && far < outer - 0.5 && self.from < turn && turn < self.to
    }
}

/// Lines in the middle of an arc.
fn inside(plate: &mut Plate, arc: &Arc, (centre, radius): (Pos, f32), lines: &[String]) {
    let at = around(centre, radius, arc.middle());
    let step = SMALL + 1.0;
    for (number, line) in lines.iter().enumerate() {
        let middle = at.y + (real(number) + 0.5 - real(lines.len()) / 2.0) * step;
        let opens = Opens::code(arc.code, Reach::Family);
        let face = (SMALL, arc.weight());
        plate.opening(Pos::new(at.x, baseline(middle, SMALL)), line, face, Align::Middle, Ink::Text, opens);
    }
}

/// Names in a column beside the rings, each with a line to its arc.
fn beside(
    plate: &mut Plate,
    project: &Project,
    mut arcs: Vec<Arc>,
    (centre, radius, high): (Pos, f32, f32),
    side: f32,
) {
    let wanted = |arc: &Arc| around(centre, radius + 10.0, arc.middle()).y;
    arcs.sort_by(|one, other| wanted(one).total_cmp(&wanted(other)));
    let (top, bottom) = (centre.y - high / 2.0 + STEP / 2.0, centre.y + high / 2.0 - STEP / 2.0);
    let mut spots: Vec<f32> = Vec::new();
    for arc in &arcs {
        let free = spots.last().map_or(top, |last| last + STEP);
        spots.push(wanted(arc).max(free));
    }
    let mut least = bottom;
    for spot in spots.iter_mut().rev() {
        *spot = spot.min(least);
        least = *spot - STEP;
    }
    let column = centre.x + side * (radius + 22.0);
    let room = plate.room() / 2.0 - radius - 24.0;
    let align = if side > 0.0 { Align::Start } else { Align::End };
    for (arc, y) in arcs.iter().zip(spots) {
        let (_, outer) = arc.radii();
        let opens = Opens::code(arc.code, Reach::Family);
        let points = vec![
            around(centre, outer, arc.middle()),
            around(centre, radius + 6.0, arc.middle()),
            Pos::new(column - side * 2.0, y),
        ];
        plate.line(points, Ink::Line, 0.5, Opens::Nothing);
        let count = format!(" {}", grouped(arc.count));
        let name = project.code_name(arc.code).unwrap_or_default();
        let taken = type_face::width(&count, SMALL, Weight::Regular);
        let told = type_face::shortened(name, room - taken, SMALL, Weight::Regular) + &count;
        let at = Pos::new(column, baseline(y, SMALL));
        plate.opening(at, &told, (SMALL, Weight::Regular), align, Ink::Text, opens);
    }
}
