//! The code tree as areas: the more codings, the larger.

use super::plate::{EDGE, Plate, SMALL, most_high, real};
use super::scene::{Align, Ink, Pos, Scene, Shape, Size, Stroke, Tint, Weight};
use super::squarified::{Tile, squarified};
use super::{Figure, Options, caption, nothing, type_face};
use crate::analysis::frequency::Frequency;
use crate::analysis::scope::Scope;
use crate::analysis::table::Opens;
use crate::analysis::{self, Reach};
use crate::lang::pictures::Pictures;
use crate::lang::{Language, grouped};
use crate::model::id::CodeId;
use crate::model::project::Project;

/// The code tree as nested rectangles.
pub struct Treemap;

impl Figure for Treemap {
    fn name(&self) -> &'static str {
        "treemap"
    }

    fn title(&self, language: Language) -> &'static str {
        Pictures::of(language).treemap
    }

    fn method(&self, asked: &analysis::Options) -> String {
        Pictures::of(asked.language).how_treemap.to_owned()
    }

    fn draw(&self, project: &Project, scope: &Scope, options: &Options) -> Vec<Scene> {
        let frequency = Frequency::within(project, scope);
        let say = Pictures::of(options.asked.language);
        let mut plate = Plate::new(options.paper, self.title(options.asked.language), say.area_codings);
        let high = (most_high(options.paper) - 70.0).min(plate.room() * 0.9);
        let whole = Tile { at: Pos::new(EDGE, plate.y), size: Size::new(plate.room(), high) };
        let mut pen = Pen { project, frequency, say, plate: &mut plate };
        let tops = pen.parts(None);
        if tops.is_empty() {
            return nothing(self, project, options);
        }
        pen.divide(&tops, whole, 0);
        plate.y += high + 2.0;
        plate.note(say.colours);
        vec![plate.scene(caption(self, project, &options.asked, ""))]
    }
}

/// A part of a rectangle: a code with those below it, or the codings of a code itself beside those below it.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Part {
    code: CodeId,
    reach: Reach,
    count: usize,
}

struct Pen<'a> {
    project: &'a Project,
    frequency: Frequency,
    say: &'static Pictures,
    plate: &'a mut Plate,
}

/// The strip above what stands below a code.
const HEAD: f32 = 10.5;

impl Pen<'_> {
    /// What stands right under a code, the largest first.
    fn parts(&self, parent: Option<CodeId>) -> Vec<Part> {
        let below = self.project.codebook().children(parent).iter();
        let family = |code: &CodeId| Part {
            code: *code,
            reach: Reach::Family,
            count: self.frequency.code(*code).family.codings,
        };
        let itself = parent.map(|code| Part { code, reach: Reach::Own, count: self.frequency.code(code).own.codings });
        let mut parts: Vec<Part> = below.map(family).chain(itself).filter(|part| part.count > 0).collect();
        parts.sort_by_key(|part| std::cmp::Reverse(part.count));
        parts
    }

    fn divide(&mut self, parts: &[Part], tile: Tile, depth: usize) {
        let sizes: Vec<f64> = parts.iter().map(|part| f64::from(real(part.count))).collect();
        for (part, tile) in parts.iter().zip(squarified(&sizes, tile)) {
            self.part(*part, tile, depth);
        }
    }

    fn part(&mut self, part: Part, tile: Tile, depth: usize) {
        let tile = tile.inset(if depth == 0 { 1.2 } else { 0.6 });
        let hue = self.project.codebook().hue(part.code).0;
        let tint = match depth {
            0 => Tint::Soft,
            1 => Tint::Pale,
            _ => Tint::Faint,
        };
        let width = if depth == 0 { 1.2 } else { 0.5 };
        self.plate.put(Shape::Rect {
            at: tile.at,
            size: tile.size,
            radius: 1.0,
            fill: Some(Ink::Hue(hue, tint)),
            stroke: Some(Stroke { ink: Ink::Hue(hue, Tint::Full), width }),
            opens: Opens::code(part.code, part.reach),
        });
        let below = self.parts(Some(part.code)).into_iter().filter(|below| below.code != part.code).count();
        let room = tile.size.width - 6.0;
        let nests = part.reach == Reach::Family && below > 0 && tile.size.height > 2.0 * HEAD && room > 16.0;
        if !nests {
            return self.leaf(part, tile);
        }
        let weight = if depth == 0 { Weight::SemiBold } else { Weight::Regular };
        let name = self.name(part).to_owned();
        let full = format!("{name} {}", grouped(part.count));
        let head = match type_face::width(&full, SMALL, weight) <= room {
            true => full,
            false => type_face::shortened(&name, room, SMALL, weight),
        };
        let at = Pos::new(tile.at.x + 3.0, tile.at.y + HEAD - 2.5);
        let opens = Opens::code(part.code, part.reach);
        self.plate.opening(at, &head, (SMALL, weight), Align::Start, Ink::Text, opens);
        let parts = self.parts(Some(part.code));
        let inner = tile.below(HEAD).inset(1.0);
        self.divide(&parts, inner, depth + 1);
    }

    /// Its name; what stands under its own head needs no name of its own.
    fn name(&self, part: Part) -> &'_ str {
        match part.reach {
            Reach::Own => self.say.itself,
            Reach::Family => self.project.code_name(part.code).unwrap_or_default(),
        }
    }

    /// Name and number, as many lines as fit; nothing where not even the beginning of a name does.
    fn leaf(&mut self, part: Part, tile: Tile) {
        let (room, step) = (tile.size.width - 5.0, SMALL + 1.2);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a tile has few lines")]
        let most = ((tile.size.height - 2.5) / step).max(0.0) as usize;
        let name = self.name(part);
        // A word that is too long is cut, for a hyphen in the wrong place reads worse.
        let words = name.split_whitespace().map(|word| type_face::shortened(word, room, SMALL, Weight::Regular));
        let whole = words.collect::<Vec<_>>();
        let mut lines = type_face::wrap(&whole.join(" "), room, SMALL, Weight::Regular);
        if whole.iter().any(String::is_empty) || lines.len() > most {
            lines = vec![type_face::shortened(name, room, SMALL, Weight::Regular)];
        }
        let count = grouped(part.count);
        let counts = lines.len() < most && type_face::width(&count, SMALL, Weight::Regular) <= room;
        if most == 0 || lines.iter().all(String::is_empty) {
            return;
        }
        let opens = Opens::code(part.code, part.reach);
        let mut at = Pos::new(tile.at.x + 2.5, tile.at.y + 1.0);
        let number = counts.then_some((count.as_str(), Ink::Muted));
        let lines = lines.iter().map(|line| (line.as_str(), Ink::Text)).chain(number);
        for (line, ink) in lines.collect::<Vec<_>>() {
            at.y += step;
            self.plate.opening(at, line, (SMALL, Weight::Regular), Align::Start, ink, opens.clone());
        }
    }
}
