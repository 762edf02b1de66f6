//! Code lines: where in a source each code stands.

use super::plate::{EDGE, NAME, Plate, SMALL, baseline, most_high, part, real, scale, wide};
use super::scene::{Align, Ink, Pos, Scene, Size, Tint, Weight};
use super::{Figure, Options, caption, nothing, page_note, type_face};
use crate::analysis::answers::sources::CodeLines;
use crate::analysis::coverage::{Line, lines};
use crate::analysis::scope::Scope;
use crate::analysis::table::{Key, Opens};
use crate::analysis::{self, Analysis as _, Reach};
use crate::lang::pictures::Pictures;
use crate::lang::{Language, grouped};
use crate::model::id::CodeId;
use crate::model::project::Project;

/// A page or more a source: its codes below each other, the text from left to right.
pub struct Lines;

const STEP: f32 = 11.0;

impl Figure for Lines {
    fn name(&self) -> &'static str {
        "code-lines"
    }

    fn title(&self, language: Language) -> &'static str {
        CodeLines.title(language)
    }

    fn method(&self, asked: &analysis::Options) -> String {
        CodeLines.method(asked)
    }

    fn draw(&self, project: &Project, scope: &Scope, options: &Options) -> Vec<Scene> {
        let coded = lines(project, scope);
        let coded = coded.iter().filter(|line| !line.stretches.is_empty());
        let pages: Vec<Scene> = coded.flat_map(|line| self.source(project, line, options)).collect();
        if pages.is_empty() { nothing(self, project, options) } else { pages }
    }
}

impl Lines {
    fn source(&self, project: &Project, line: &Line, options: &Options) -> Vec<Scene> {
        let used = |code: &CodeId| line.stretches.iter().any(|stretch| stretch.code == *code);
        let codes: Vec<CodeId> = project.codebook().rows().into_iter().map(|row| row.code).filter(used).collect();
        let name = |code: &CodeId| project.code_name(*code).unwrap_or_default();
        let widths = codes.iter().map(|code| type_face::width(name(code), NAME, Weight::Regular));
        let names = widths.fold(0.0, f32::max).min(wide(options.paper) * 0.38);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a page has few rows")]
        let down = ((most_high(options.paper) - 90.0) / STEP).max(1.0) as usize;
        let total = codes.len().div_ceil(down);
        let title = project.source(line.source).map_or("", |source| source.title.as_str());
        let page = |(number, codes): (usize, &[CodeId])| {
            let say = Pictures::of(options.asked.language);
            let mut plate = Plate::new(options.paper, &format!("{} – {title}", self.title(options.asked.language)), "");
            let (left, right, top) = (EDGE + names + 8.0, EDGE + plate.room() - 8.0, plate.y);
            let along = |words: usize| left + part(words, line.words) * (right - left);
            let bottom = top + real(codes.len()) * STEP;
            let (step, steps) = scale(line.words);
            for mark in (0..=steps).map(|mark| mark * step).filter(|mark| *mark <= line.words) {
                plate.rule(Pos::new(along(mark), top), Pos::new(along(mark), bottom));
                let at = Pos::new(along(mark), bottom + SMALL + 2.0);
                plate.words(at, &grouped(mark), (SMALL, Weight::Regular), Align::Middle, Ink::Muted);
            }
            for code in codes {
                let middle = plate.y + STEP / 2.0;
                let opens = Opens::Codings(vec![Key::Code(*code, Reach::Own), Key::Source(line.source)]);
                let told = type_face::shortened(name(code), names, NAME, Weight::Regular);
                let at = Pos::new(EDGE, baseline(middle, NAME));
                plate.opening(at, &told, (NAME, Weight::Regular), Align::Start, Ink::Text, opens);
                plate.rule(Pos::new(left, middle), Pos::new(right, middle));
                let ink = Ink::Hue(project.codebook().hue(*code).0, Tint::Full);
                for stretch in line.stretches.iter().filter(|stretch| stretch.code == *code) {
                    // A single word is seen too.
                    let size = Size::new((along(stretch.to) - along(stretch.from)).max(1.2), STEP * 0.6);
                    let at = Pos::new(along(stretch.from), middle - size.height / 2.0);
                    plate.block(at, size, ink, Opens::listed([stretch.coding]));
                }
                plate.y += STEP;
            }
            plate.y = bottom + SMALL + 4.0;
            plate.note(say.words_along);
            plate.note(say.colours);
            page_note(&mut plate, options, number, total);
            plate.scene(caption(self, project, &options.asked, ""))
        };
        codes.chunks(down).enumerate().map(page).collect()
    }
}
