//! Heat maps: a matrix with its numbers, and fields that are darker the larger these are.

use super::plate::{EDGE, NAME, Plate, SMALL, baseline, most_high, real};
use super::scene::{Align, Ink, Pos, Scene, Shape, Size, Stroke, Tint, Weight};
use super::{Figure, Options, caption, nothing, page_note, type_face};
use crate::analysis::answers::matrix::{self, CodeMatrix};
use crate::analysis::answers::relations::{Together, opens};
use crate::analysis::coded::Level;
use crate::analysis::matrix::Measure;
use crate::analysis::scope::Scope;
use crate::analysis::table::Opens;
use crate::analysis::{self, Analysis as _, Heed};
use crate::lang::answers::Answers;
use crate::lang::pictures::Pictures;
use crate::lang::{Language, grouped};
use crate::model::id::CodeId;
use crate::model::project::Project;

/// Codes against something, as a map.
pub struct MatrixMap(&'static CodeMatrix);
/// Codes against codes, as a map.
pub struct TogetherMap;

/// Against sources.
pub const BY_SOURCE: MatrixMap = MatrixMap(&matrix::BY_SOURCE);
/// Against cases.
pub const BY_CASE: MatrixMap = MatrixMap(&matrix::BY_CASE);
/// Against the values of an attribute.
pub const BY_VALUE: MatrixMap = MatrixMap(&matrix::BY_VALUE);
/// Against speakers.
pub const BY_SPEAKER: MatrixMap = MatrixMap(&matrix::BY_SPEAKER);
/// Against coders.
pub const BY_CODER: MatrixMap = MatrixMap(&matrix::BY_CODER);
/// Against one another.
pub const TOGETHER: TogetherMap = TogetherMap;

impl Figure for MatrixMap {
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
        let Some(matrix) = self.0.numbers(project, scope, asked) else { return nothing(self, project, options) };
        let of_row = |(row, code): (usize, &CodeId)| {
            let cell = |column: usize| (matrix.counts[row][column], matrix.opens(row, column, asked.reach));
            let cells: Vec<_> = (0..matrix.columns.len()).map(cell).collect();
            Row::of(project, *code, asked, cells)
        };
        let rows: Vec<Row> = matrix.codes.iter().enumerate().map(of_row).collect();
        let say = Answers::of(asked.language);
        let measure = match asked.measure {
            Measure::Codings => say.codings,
            Measure::Sources => say.sources,
            Measure::Cases => say.cases,
            Measure::Words => say.words,
        };
        let heads = matrix.columns.iter().map(|head| {
            let opens = head.key.clone().map_or(Opens::Nothing, |key| Opens::Codings(vec![key]));
            (self.0.head(project, head, asked), opens)
        });
        let map = Map {
            title: self.0.full_title(project, asked),
            told: measure,
            heads: heads.collect(),
            rows,
            square: false,
        };
        map.draw(self, project, options)
    }
}

impl Figure for TogetherMap {
    fn name(&self) -> &'static str {
        Together.name()
    }

    fn title(&self, language: Language) -> &'static str {
        Together.title(language)
    }

    fn method(&self, asked: &analysis::Options) -> String {
        Together.method(asked)
    }

    fn heeds(&self) -> &'static [Heed] {
        Together.heeds()
    }

    fn draw(&self, project: &Project, scope: &Scope, options: &Options) -> Vec<Scene> {
        let asked = &options.asked;
        let found = Together::numbers(project, scope, asked);
        // Codes that meet nobody would be empty rows and columns.
        let meets = |row: &usize| found.pairs.iter().any(|pair| pair.rows.0 == *row || pair.rows.1 == *row);
        let shown: Vec<usize> = (0..found.codes.len()).filter(meets).collect();
        let of_row = |row: &usize| {
            let cell = |column: &usize| match found.pair(*row, *column) {
                Some(pair) => (pair.meetings, opens(pair)),
                None => (0, Opens::Nothing),
            };
            Row::of(project, found.codes[*row], asked, shown.iter().map(cell).collect())
        };
        let rows: Vec<Row> = shown.iter().map(of_row).collect();
        let heads = rows.iter().map(|row| (row.name.clone(), row.opens.clone())).collect();
        let told = Answers::of(asked.language).meetings;
        let map = Map { title: self.title(asked.language).to_owned(), told, heads, rows, square: true };
        map.draw(self, project, options)
    }
}

struct Row {
    name: String,
    indent: f32,
    ink: Ink,
    opens: Opens,
    cells: Vec<(usize, Opens)>,
}

impl Row {
    fn of(project: &Project, code: CodeId, asked: &analysis::Options, cells: Vec<(usize, Opens)>) -> Self {
        let codebook = project.codebook();
        Self {
            name: project.code_name(code).unwrap_or_default().to_owned(),
            indent: if asked.level == Level::All { real(codebook.depth(code).min(6)) * 6.0 } else { 0.0 },
            ink: Ink::Hue(codebook.hue(code).0, Tint::Full),
            opens: Opens::code(code, asked.reach),
            cells,
        }
    }
}

struct Map {
    title: String,
    told: &'static str,
    heads: Vec<(String, Opens)>,
    rows: Vec<Row>,
    /// Rows and columns are the same, so numbers in front of the rows name the columns.
    square: bool,
}

const STEP: f32 = 12.0;
/// Columns narrower than this have a number above them instead of a name.
const NARROW: f32 = 34.0;
/// The narrowest that holds two digits.
const NARROWEST: f32 = 14.0;
const WIDEST: f32 = 58.0;

impl Map {
    /// Over as many pages as it takes, first downwards.
    fn draw(&self, figure: &dyn Figure, project: &Project, options: &Options) -> Vec<Scene> {
        let most = self.rows.iter().flat_map(|row| &row.cells).map(|(count, _)| *count).max().unwrap_or(0);
        if most == 0 {
            return nothing(figure, project, options);
        }
        let room = super::plate::wide(options.paper) - 2.0 * EDGE;
        let number = if self.square { 16.0 } else { 0.0 };
        let named = |row: &Row| type_face::width(&row.name, NAME, Weight::Regular) + row.indent;
        let names = self.rows.iter().map(named).fold(0.0, f32::max).min(room * 0.4) + number + 8.0;
        let digits = type_face::width(&grouped(most), SMALL, Weight::Regular) + 5.0;
        let narrowest = NARROWEST.max(digits);
        let fit = (room - names) / narrowest;
        let high = (most_high(options.paper) - 130.0) / STEP;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a page has few columns and rows")]
        let (across, down) = ((fit.max(1.0) as usize).min(self.heads.len()), high.max(1.0) as usize);
        let wide = ((room - names) / real(across.max(1))).clamp(narrowest, WIDEST);
        let columns: Vec<usize> = (0..self.heads.len()).collect();
        let pages: Vec<(&[usize], &[Row], usize)> = columns
            .chunks(across.max(1))
            .flat_map(|columns| {
                self.rows.chunks(down).enumerate().map(move |(page, rows)| (columns, rows, page * down))
            })
            .collect();
        let total = pages.len();
        let page = |(at, (columns, rows, first)): (usize, &(&[usize], &[Row], usize))| {
            let mut plate = Plate::new(options.paper, &self.title, self.told);
            self.heads(&mut plate, columns, (EDGE + names, wide));
            for (row, shown) in rows.iter().enumerate() {
                self.row(&mut plate, (shown, first + row), columns, (EDGE + names, wide), most);
            }
            self.below(&mut plate, columns, wide, options);
            page_note(&mut plate, options, at, total);
            plate.scene(caption(figure, project, &options.asked, ""))
        };
        pages.iter().enumerate().map(page).collect()
    }

    fn numbered(&self, wide: f32) -> bool {
        self.square || wide < NARROW
    }

    fn heads(&self, plate: &mut Plate, columns: &[usize], (left, wide): (f32, f32)) {
        let lines = |column: &usize| match self.heads.get(*column) {
            _ if self.numbered(wide) => vec![(column + 1).to_string()],
            Some((name, _)) => {
                let mut lines = type_face::wrap(name, wide - 4.0, SMALL, Weight::SemiBold);
                if lines.len() > 3 {
                    let last = lines.split_off(2).join(" ") + "…";
                    lines.push(type_face::shortened(&last, wide - 4.0, SMALL, Weight::SemiBold));
                }
                lines
            }
            None => Vec::new(),
        };
        let heads: Vec<Vec<String>> = columns.iter().map(lines).collect();
        let high = heads.iter().map(Vec::len).max().unwrap_or(0);
        for (place, (lines, column)) in heads.iter().zip(columns).enumerate() {
            let opens = self.heads.get(*column).map_or(Opens::Nothing, |(_, opens)| opens.clone());
            for (line, words) in lines.iter().enumerate() {
                let y = plate.y + real(high - lines.len() + line + 1) * (SMALL + 1.5);
                let at = Pos::new(left + (real(place) + 0.5) * wide, y);
                plate.opening(at, words, (SMALL, Weight::SemiBold), Align::Middle, Ink::Text, opens.clone());
            }
        }
        plate.y += real(high) * (SMALL + 1.5) + 4.0;
    }

    fn row(
        &self,
        plate: &mut Plate,
        (row, number): (&Row, usize),
        columns: &[usize],
        (left, wide): (f32, f32),
        most: usize,
    ) {
        let middle = plate.y + STEP / 2.0;
        // The theme's colour stands before the name, so that families are seen.
        plate.block(Pos::new(EDGE, plate.y + 1.0), Size::new(2.0, STEP - 2.0), row.ink, Opens::Nothing);
        let mut x = EDGE + 5.0;
        if self.square {
            x += 14.0;
            let told = (number + 1).to_string();
            let at = Pos::new(x - 4.0, baseline(middle, SMALL));
            plate.words(at, &told, (SMALL, Weight::SemiBold), Align::End, Ink::Text);
        }
        x += row.indent;
        let name = type_face::shortened(&row.name, left - x - 3.0, NAME, Weight::Regular);
        let at = Pos::new(x, baseline(middle, NAME));
        plate.opening(at, &name, (NAME, Weight::Regular), Align::Start, Ink::Text, row.opens.clone());
        for (place, column) in columns.iter().enumerate() {
            let Some((count, opens)) = row.cells.get(*column) else { continue };
            let at = Pos::new(left + real(place) * wide, plate.y);
            let own = self.square && *column == number;
            let fill = if own { Ink::Line } else { Ink::heat(*count, most) };
            plate.put(Shape::Rect {
                at,
                size: Size::new(wide, STEP),
                radius: 0.0,
                fill: Some(fill),
                stroke: Some(Stroke { ink: Ink::Line, width: 0.4 }),
                opens: if *count > 0 { opens.clone() } else { Opens::Nothing },
            });
            if *count > 0 {
                let at = Pos::new(at.x + wide / 2.0, baseline(middle, SMALL));
                let face = (SMALL, Weight::Regular);
                plate.opening(at, &grouped(*count), face, Align::Middle, fill.letters(), opens.clone());
            }
        }
        plate.y += STEP;
    }

    fn below(&self, plate: &mut Plate, columns: &[usize], wide: f32, options: &Options) {
        let say = Pictures::of(options.asked.language);
        plate.y += 2.0;
        plate.note(say.darker);
        if self.square {
            plate.note(say.numbered);
        } else if self.numbered(wide) {
            let name = |column: &usize| Some(format!("{} {}", column + 1, self.heads.get(*column)?.0));
            let names: Vec<String> = columns.iter().filter_map(name).collect();
            plate.note(&format!("{}: {}", say.key, names.join(" · ")));
        }
    }
}
