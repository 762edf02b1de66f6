//! Document portraits: all sources at a glance, each with what it speaks of from start to end.

use super::plate::{EDGE, NAME, Plate, SMALL, baseline, most_high, part, real, wide};
use super::scene::{Align, Ink, Pos, Scene, Size, Tint, Weight};
use super::{Figure, Options, caption, nothing, page_note, type_face};
use crate::analysis::coverage::{Line, lines};
use crate::analysis::scope::Scope;
use crate::analysis::table::{Key, Opens};
use crate::analysis::{self, Reach};
use crate::lang::Language;
use crate::lang::pictures::Pictures;
use crate::model::id::CodeId;
use crate::model::project::Project;

/// A band a source, with a row for each code at the top of the codebook.
pub struct Portraits;

/// The height of a row, and the room between two bands.
const LANE: f32 = 4.6;
const GAP: f32 = 7.0;

impl Figure for Portraits {
    fn name(&self) -> &'static str {
        "portraits"
    }

    fn title(&self, language: Language) -> &'static str {
        Pictures::of(language).portraits
    }

    fn method(&self, asked: &analysis::Options) -> String {
        Pictures::of(asked.language).how_portraits.to_owned()
    }

    fn draw(&self, project: &Project, scope: &Scope, options: &Options) -> Vec<Scene> {
        let lines = lines(project, scope);
        let top_of = |code: CodeId| project.codebook().ancestors(code).last().map_or(code, |top| top.id);
        let used =
            |top: &CodeId| lines.iter().flat_map(|line| &line.stretches).any(|stretch| top_of(stretch.code) == *top);
        let tops: Vec<CodeId> = project.codebook().children(None).iter().copied().filter(used).collect();
        if tops.is_empty() {
            return nothing(self, project, options);
        }
        let title = |line: &Line| project.source(line.source).map_or("", |source| source.title.as_str());
        let widths = lines.iter().map(|line| type_face::width(title(line), NAME, Weight::Regular));
        let names = widths.fold(0.0, f32::max).min(wide(options.paper) * 0.3);
        let band = (real(tops.len()) * LANE).max(NAME + 2.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a page has few rows")]
        let down = ((most_high(options.paper) - 120.0) / (band + GAP)).max(1.0) as usize;
        let total = lines.len().div_ceil(down);
        let say = Pictures::of(options.asked.language);
        let page = |(number, lines): (usize, &[Line])| {
            let mut plate = Plate::new(options.paper, self.title(options.asked.language), say.along);
            let (left, right) = (EDGE + names + 8.0, EDGE + plate.room());
            for line in lines {
                let top = plate.y;
                let at = Pos::new(EDGE, baseline(top + band / 2.0, NAME));
                let name = type_face::shortened(title(line), names, NAME, Weight::Regular);
                let opens = Opens::Codings(vec![Key::Source(line.source)]);
                plate.opening(at, &name, (NAME, Weight::Regular), Align::Start, Ink::Text, opens);
                for lane in 0..=tops.len() {
                    let y = top + real(lane) * LANE;
                    plate.rule(Pos::new(left, y), Pos::new(right, y));
                }
                let along = |words: usize| left + part(words, line.words) * (right - left);
                for stretch in &line.stretches {
                    let top_code = top_of(stretch.code);
                    let Some(lane) = tops.iter().position(|code| *code == top_code) else { continue };
                    let ink = Ink::Hue(project.codebook().hue(top_code).0, Tint::Full);
                    let size = Size::new((along(stretch.to) - along(stretch.from)).max(0.8), LANE - 0.6);
                    let at = Pos::new(along(stretch.from), top + real(lane) * LANE + 0.3);
                    plate.block(at, size, ink, Opens::listed([stretch.coding]));
                }
                plate.y += band + GAP;
            }
            legend(&mut plate, project, &tops);
            page_note(&mut plate, options, number, total);
            plate.scene(caption(self, project, &options.asked, ""))
        };
        lines.chunks(down).enumerate().map(page).collect()
    }
}

/// The rows of a band by their numbers, from its top, with their colours.
fn legend(plate: &mut Plate, project: &Project, tops: &[CodeId]) {
    let (mut x, face) = (EDGE, (SMALL, Weight::Regular));
    plate.y += SMALL;
    for (number, code) in tops.iter().enumerate() {
        let name = format!("{} {}", number + 1, project.code_name(*code).unwrap_or_default());
        let told = type_face::shortened(&name, plate.room() - 12.0, SMALL, Weight::Regular);
        let taken = 10.0 + type_face::width(&told, SMALL, Weight::Regular) + 10.0;
        if x > EDGE && x + taken > EDGE + plate.room() {
            x = EDGE;
            plate.y += SMALL + 4.0;
        }
        let ink = Ink::Hue(project.codebook().hue(*code).0, Tint::Full);
        let opens = Opens::code(*code, Reach::Family);
        plate.block(Pos::new(x, plate.y - SMALL + 1.0), Size::new(7.0, SMALL - 1.0), ink, opens.clone());
        plate.opening(Pos::new(x + 10.0, plate.y), &told, face, Align::Start, Ink::Text, opens);
        x += taken;
    }
    plate.y += 2.0;
}
