//! Agreement as other programs show it, so that their figures can be held against ours.

use super::lines::lines;
use super::{opening, places};
use crate::analysis::agreement::Coefficient;
use crate::analysis::agreement::cells::Cells;
use crate::analysis::agreement::comparison::{Behind, Between, Comparison};
use crate::analysis::answers::{NAMES, NUMBERS, reach_told};
use crate::analysis::scope::Scope;
use crate::analysis::table::{Cell, Column, Kind, Opens, Row, Table};
use crate::analysis::{Analysis, Heed, Options};
use crate::lang::agreement::AgreementWords;
use crate::lang::answers::Answers;
use crate::lang::{Language, fill};
use crate::model::agreement::{About, Of, Unit};
use crate::model::project::Project;

/// The columns of a coding comparison in NVivo: a row a code in a source, in shares of its characters.
pub struct AsNvivo;
/// The agreement of coded segments in MAXQDA: a row a code.
pub struct AsMaxqda;

/// The overlap that MAXQDA asks for where nobody has said.
pub const USUAL_OVERLAP: u8 = 90;

impl Analysis for AsNvivo {
    fn name(&self) -> &'static str {
        "agreement-nvivo"
    }

    fn title(&self, language: Language) -> &'static str {
        AgreementWords::of(language).as_nvivo
    }

    fn method(&self, options: &Options) -> String {
        let (say, answers) = (AgreementWords::of(options.language), Answers::of(options.language));
        [say.how_compared, say.how_character, say.how_nvivo, reach_told(answers, options.reach)].join(" ")
    }

    fn heeds(&self) -> &'static [Heed] {
        &[Heed::Level, Heed::Reach]
    }

    fn run(&self, project: &Project, scope: &Scope, options: &Options) -> Table {
        let (say, answers) = (AgreementWords::of(options.language), Answers::of(options.language));
        let title = self.title(options.language).to_owned();
        let between = Between { unit: Unit::Character, ..options.agreement.clone() };
        let Some(comparison) = Comparison::of(project, scope, &between) else {
            return Table { title, ..Table::default() };
        };
        let share = |name: &str| Column::new(name, Kind::Share, NUMBERS);
        let mut columns = vec![
            Column::new(answers.code, Kind::Text, NAMES),
            Column::new(answers.source, Kind::Text, NAMES),
            Column::new(say.characters, Kind::Count, NUMBERS),
            Column::new(say.kappa, Kind::Real(4), NUMBERS),
        ];
        let (both, neither) = (say.a_and_b, say.not_a_not_b);
        columns.extend([say.percent, both, neither, say.disagreement, say.a_not_b, say.b_not_a].map(share));
        let mut rows = Vec::new();
        for line in lines(About::Nvivo, project, &comparison, options) {
            let Of::CodeIn(_, source) = line.of else { continue };
            let cells = comparison.compare(&line.among).cells;
            let Cells { both, first, second, neither } = cells;
            #[expect(clippy::cast_precision_loss, reason = "a text is shorter than an f64 has whole numbers")]
            let part = |units: u64| Cell::Share(units as f64 / cells.all() as f64);
            let kappa = cells.figures().get(Coefficient::CohenKappa);
            let title = project.source(source).map_or("", |source| source.title.as_str());
            let row = vec![
                line.name,
                Cell::text(title),
                Cell::Count(cells.all()),
                kappa.map_or(Cell::Empty, Cell::Real),
                part(both + neither),
                part(both),
                part(neither),
                part(first + second),
                part(first),
                part(second),
            ];
            let Behind { both, first, second } = comparison.behind(&line.among);
            let mut all = [both.as_slice(), &first, &second].concat();
            all.sort_unstable();
            let (all, apart) = (places(all), [first.as_slice(), &second].concat());
            let each = vec![
                line.opens,
                Opens::Source(source),
                all.clone(),
                all.clone(),
                all.clone(),
                places(both),
                Opens::Nothing,
                places(apart),
                places(first),
                places(second),
            ];
            rows.push(Row::new(row).opening_each(each).opening(all));
        }
        Table { title, columns, rows }
    }
}

impl Analysis for AsMaxqda {
    fn name(&self) -> &'static str {
        "agreement-maxqda"
    }

    fn title(&self, language: Language) -> &'static str {
        AgreementWords::of(language).as_maxqda
    }

    fn method(&self, options: &Options) -> String {
        let (say, answers) = (AgreementWords::of(options.language), Answers::of(options.language));
        let segment = fill(say.how_segment, &[("n", &overlap(options))]);
        [say.how_compared, &segment, say.how_maxqda, reach_told(answers, options.reach)].join(" ")
    }

    fn heeds(&self) -> &'static [Heed] {
        &[Heed::Level, Heed::Reach]
    }

    fn run(&self, project: &Project, scope: &Scope, options: &Options) -> Table {
        let (say, answers) = (AgreementWords::of(options.language), Answers::of(options.language));
        let title = self.title(options.language).to_owned();
        let between = Between { unit: Unit::Segment(overlap(options)), ..options.agreement.clone() };
        let Some(comparison) = Comparison::of(project, scope, &between) else {
            return Table { title, ..Table::default() };
        };
        let count = |name: &str| Column::new(name, Kind::Count, NUMBERS);
        let columns = vec![
            Column::new(answers.code, Kind::Text, NAMES),
            count(say.agreements),
            count(say.disagreements),
            count(say.total),
            Column::new(say.percent, Kind::Share, NUMBERS),
            Column::new(say.kappa, Kind::Real(2), NUMBERS),
        ];
        let rows = lines(About::Maxqda, project, &comparison, options).into_iter().map(|line| {
            let compared = comparison.compare(&line.among);
            let (Cells { both, first, second, .. }, figures) = (compared.cells, compared.figures());
            let row = vec![
                line.name,
                Cell::Count(both),
                Cell::Count(first + second),
                Cell::Count(compared.cells.all()),
                figures.get(Coefficient::Percent).map_or(Cell::Empty, Cell::Share),
                figures.get(Coefficient::BrennanPrediger).map_or(Cell::Empty, Cell::Real),
            ];
            let behind = comparison.behind(&line.among);
            let apart = places([behind.first.as_slice(), &behind.second].concat());
            let alike = places(behind.both.clone());
            let mut row = opening(Row::new(row), (line.opens, 0), behind);
            row.each = row.each.into_iter().take(1).chain([alike, apart]).collect();
            row
        });
        Table { title, columns, rows: rows.collect() }
    }
}

/// The overlap asked for, else the usual one.
fn overlap(options: &Options) -> u8 {
    match options.agreement.unit {
        Unit::Segment(per_cent) => per_cent,
        _ => USUAL_OVERLAP,
    }
}
