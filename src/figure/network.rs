//! The network of codes that occur together.

use super::force::{Half, Tie, places};
use super::plate::{EDGE, Plate, SMALL, most_high, part};
use super::scene::{Align, Ink, Pos, Scene, Shape, Size, Stroke, Tint, Weight};
use super::{Figure, Options, caption, nothing, type_face};
use crate::analysis::answers::relations::{Together, opens};
use crate::analysis::cooccurrence::Pair;
use crate::analysis::scope::Scope;
use crate::analysis::table::Opens;
use crate::analysis::{self, Analysis as _, Heed};
use crate::lang::pictures::Pictures;
use crate::lang::{Language, fill};
use crate::model::project::Project;

/// Codes as circles, joined where they occur together.
pub struct Network;

/// More names than this do not fit a page.
const MOST: usize = 40;
/// The radius of the code with most codings, and the least of all.
const RADII: (f32, f32) = (13.0, 3.0);
/// Names break over lines no wider than this.
const NAME_WIDE: f32 = 74.0;
/// The corners of a circle.
const CORNERS: u16 = 32;

impl Figure for Network {
    fn name(&self) -> &'static str {
        "network"
    }

    fn title(&self, language: Language) -> &'static str {
        Pictures::of(language).network
    }

    fn method(&self, asked: &analysis::Options) -> String {
        format!("{} {}", Together.method(asked), Pictures::of(asked.language).how_network)
    }

    fn heeds(&self) -> &'static [Heed] {
        const HEEDS: &[Heed] = &[Heed::Level, Heed::Reach, Heed::Near, Heed::Seed];
        HEEDS
    }

    fn draw(&self, project: &Project, scope: &Scope, options: &Options) -> Vec<Scene> {
        let asked = &options.asked;
        let found = Together::numbers(project, scope, asked);
        let mut meetings = vec![0; found.codes.len()];
        for pair in &found.pairs {
            meetings[pair.rows.0] += pair.meetings;
            meetings[pair.rows.1] += pair.meetings;
        }
        let mut shown: Vec<usize> = (0..found.codes.len()).filter(|row| meetings[*row] > 0).collect();
        let all = shown.len();
        if all == 0 {
            return nothing(self, project, options);
        }
        shown.sort_by_key(|row| std::cmp::Reverse(meetings[*row]));
        shown.truncate(MOST);
        shown.sort_unstable();
        let most = shown.iter().map(|row| found.codings[*row]).max().unwrap_or(1);
        let nodes: Vec<Node> = shown
            .iter()
            .map(|row| {
                let code = found.codes[*row];
                let name = project.code_name(code).unwrap_or_default();
                let radius = RADII.1 + (RADII.0 - RADII.1) * part(found.codings[*row], most).sqrt();
                let lines = type_face::wrap(name, NAME_WIDE, SMALL, Weight::Regular);
                let hue = project.codebook().hue(code).0;
                Node { radius, lines, hue: Ink::Hue(hue, Tint::Full), opens: Opens::code(code, asked.reach) }
            })
            .collect();
        let place = |row: usize| shown.binary_search(&row).ok();
        let strongest = found.pairs.iter().map(|pair| pair.meetings).max().unwrap_or(1);
        let tied = |pair: &Pair| Some((place(pair.rows.0)?, place(pair.rows.1)?));
        let mut ties: Vec<(Tie, &Pair)> = found
            .pairs
            .iter()
            .filter_map(|pair| {
                let (one, other) = tied(pair)?;
                Some((Tie { one, other, strength: f64::from(part(pair.meetings, strongest)) }, pair))
            })
            .collect();
        // The strongest lie on top.
        ties.sort_by(|one, other| one.0.strength.total_cmp(&other.0.strength));
        let say = Pictures::of(asked.language);
        let mut plate = Plate::new(options.paper, self.title(asked.language), say.line_width);
        paint(&mut plate, options, &nodes, &ties);
        plate.note(say.colours);
        let mut told = String::new();
        if all > shown.len() {
            told = fill(say.left_out_codes, &[("n", &shown.len()), ("of", &all)]);
            plate.note(&told);
        }
        vec![plate.scene(caption(self, project, asked, &told))]
    }
}

struct Node {
    radius: f32,
    lines: Vec<String>,
    hue: Ink,
    opens: Opens,
}

impl Node {
    /// Half of what circle and name take.
    fn half(&self) -> Half {
        let wide = self.lines.iter().map(|line| type_face::width(line, SMALL, Weight::Regular)).fold(0.0, f32::max);
        let high = 2.0 * self.radius + self.names_high();
        Half { width: f64::from(wide.max(2.0 * self.radius) / 2.0 + 3.0), height: f64::from(high / 2.0 + 2.5) }
    }

    #[expect(clippy::cast_precision_loss, reason = "a name has few lines")]
    fn names_high(&self) -> f32 {
        self.lines.len() as f32 * (SMALL + 1.0) + 2.0
    }
}

fn paint(plate: &mut Plate, options: &Options, nodes: &[Node], ties: &[(Tie, &Pair)]) {
    let halves: Vec<Half> = nodes.iter().map(Node::half).collect();
    // As high as the nodes need, with room for the lines between them, and no higher than the page.
    let taken: f64 = halves.iter().map(|half| 4.0 * half.width * half.height).sum();
    let (room, most) = (f64::from(plate.room()), f64::from(most_high(options.paper)) - 90.0);
    let high = (taken * 4.5 / room).clamp(120.0_f64.min(most), most);
    let frame = Half { width: room / 2.0, height: high / 2.0 };
    let plain: Vec<Tie> = ties.iter().map(|(tie, _)| *tie).collect();
    #[expect(clippy::cast_possible_truncation, reason = "a page has few points")]
    let centre = |at: super::force::Place| ((at.x + room / 2.0) as f32 + EDGE, (at.y + high / 2.0) as f32);
    let top = plate.y;
    let spots: Vec<Pos> = places(&halves, &plain, frame, options.seed.wrapping_add(1))
        .into_iter()
        .zip(nodes)
        .map(|(at, node)| {
            let (x, y) = centre(at);
            // The circle stands above the name, and both are centred on the place.
            Pos::new(x, top + y - node.names_high() / 2.0)
        })
        .collect();
    for (tie, pair) in ties {
        #[expect(clippy::cast_possible_truncation, reason = "a width")]
        let width = 0.4 + 4.0 * tie.strength as f32;
        plate.line(vec![spots[tie.one], spots[tie.other]], Ink::Line, width, opens(pair));
    }
    for (node, at) in nodes.iter().zip(&spots) {
        plate.put(Shape::Path {
            points: circle(*at, node.radius),
            fill: Some(node.hue),
            stroke: Some(Stroke { ink: Ink::Paper, width: 1.0 }),
            opens: node.opens.clone(),
        });
        // Letters stand on paper, so that no line runs through them.
        let mut y = at.y + node.radius + 1.0;
        for line in &node.lines {
            y += SMALL + 1.0;
            let wide = type_face::width(line, SMALL, Weight::Regular);
            let corner = Pos::new(at.x - wide / 2.0 - 1.0, y - SMALL);
            plate.block(corner, Size::new(wide + 2.0, SMALL + 1.5), Ink::Paper, Opens::Nothing);
        }
        y = at.y + node.radius + 1.0;
        for line in &node.lines {
            y += SMALL + 1.0;
            let face = (SMALL, Weight::Regular);
            plate.opening(Pos::new(at.x, y), line, face, Align::Middle, Ink::Text, node.opens.clone());
        }
    }
    #[expect(clippy::cast_possible_truncation, reason = "a page has few points")]
    {
        plate.y = top + high as f32;
    }
}

/// The corners of a circle, near enough to round.
fn circle(at: Pos, radius: f32) -> Vec<Pos> {
    let corner = |step: u16| {
        let turn = f32::from(step) / f32::from(CORNERS) * std::f32::consts::TAU;
        Pos::new(at.x + radius * libm::cosf(turn), at.y + radius * libm::sinf(turn))
    };
    (0..CORNERS).map(corner).collect()
}
