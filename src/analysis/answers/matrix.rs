//! The tables of codes against sources, cases, values, speakers and coders.

use super::{NAMES, NUMBERS, code_cell, first_attribute, level_told, reach_told, value_told};
use crate::analysis::matrix::{Across, Head, Matrix, Measure};
use crate::analysis::scope::Scope;
use crate::analysis::table::{Cell, Column, Key, Kind, Opens, Row, Table};
use crate::analysis::{Analysis, Heed, Options};
use crate::lang::answers::Answers;
use crate::lang::{Language, fill};
use crate::model::id::CodeId;
use crate::model::project::Project;

/// Codes against something.
pub struct CodeMatrix {
    against: Against,
}

/// What the columns are; which attribute is for the options to say.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Against {
    Sources,
    Cases,
    Values,
    Speakers,
    Coders,
}

/// A column a source.
pub const BY_SOURCE: CodeMatrix = CodeMatrix { against: Against::Sources };
/// A column a case.
pub const BY_CASE: CodeMatrix = CodeMatrix { against: Against::Cases };
/// A column a value of an attribute.
pub const BY_VALUE: CodeMatrix = CodeMatrix { against: Against::Values };
/// A column a speaker.
pub const BY_SPEAKER: CodeMatrix = CodeMatrix { against: Against::Speakers };
/// A column a coder.
pub const BY_CODER: CodeMatrix = CodeMatrix { against: Against::Coders };

impl CodeMatrix {
    /// The numbers alone; `None` where there is no attribute to ask for.
    pub fn numbers(&self, project: &Project, scope: &Scope, options: &Options) -> Option<Matrix> {
        let across = match self.against {
            Against::Sources => Across::Sources,
            Against::Cases => Across::Cases,
            Against::Values => Across::Values(first_attribute(project, options)?.id),
            Against::Speakers => Across::Speakers,
            Against::Coders => Across::Coders,
        };
        Some(Matrix::of(project, scope, across, options.measure, (options.level, options.reach)))
    }

    /// What stands above a column.
    pub fn head(&self, project: &Project, head: &Head, options: &Options) -> String {
        let say = Answers::of(options.language);
        match (&head.key, self.against) {
            (None, Against::Cases) => say.no_case.to_owned(),
            (None, Against::Values) => say.no_value.to_owned(),
            (None, _) => say.nobody.to_owned(),
            (Some(Key::Value(attribute, value)), _) => {
                let kind = project.attribute(*attribute).map(|attribute| attribute.kind);
                kind.map_or_else(|| value.clone(), |kind| value_told(kind, value, options))
            }
            (Some(_), _) if head.name.is_empty() => say.nobody.to_owned(),
            (Some(_), _) => head.name.clone(),
        }
    }

    /// The title, with the name of the attribute.
    pub fn full_title(&self, project: &Project, options: &Options) -> String {
        let say = Answers::of(options.language);
        match first_attribute(project, options) {
            Some(attribute) if self.against == Against::Values => {
                fill(say.by_named_value, &[("attribute", &attribute.name)])
            }
            _ => self.title(options.language).to_owned(),
        }
    }
}

impl Analysis for CodeMatrix {
    fn name(&self) -> &'static str {
        match self.against {
            Against::Sources => "codes-sources",
            Against::Cases => "codes-cases",
            Against::Values => "codes-values",
            Against::Speakers => "codes-speakers",
            Against::Coders => "codes-coders",
        }
    }

    fn title(&self, language: Language) -> &'static str {
        let say = Answers::of(language);
        match self.against {
            Against::Sources => say.by_source,
            Against::Cases => say.by_case,
            Against::Values => say.by_value,
            Against::Speakers => say.by_speaker,
            Against::Coders => say.by_coder,
        }
    }

    fn method(&self, options: &Options) -> String {
        let say = Answers::of(options.language);
        let measure = match options.measure {
            Measure::Codings => say.measure_codings,
            Measure::Sources => say.measure_sources,
            Measure::Cases => say.measure_cases,
            Measure::Words => say.measure_words,
        };
        let told = fill(say.how_matrix, &[("measure", &measure), ("level", &level_told(say, options.level))]);
        let speakers = if self.against == Against::Speakers { say.how_speakers } else { "" };
        [told.as_str(), reach_told(say, options.reach), speakers].join(" ").trim_end().to_owned()
    }

    fn heeds(&self) -> &'static [Heed] {
        match self.against {
            Against::Values => &[Heed::Level, Heed::Reach, Heed::Measure, Heed::Attribute],
            _ => &[Heed::Level, Heed::Reach, Heed::Measure],
        }
    }

    fn run(&self, project: &Project, scope: &Scope, options: &Options) -> Table {
        let title = self.full_title(project, options);
        let Some(matrix) = self.numbers(project, scope, options) else { return Table { title, ..Table::default() } };
        let say = Answers::of(options.language);
        let mut columns = vec![Column::new(say.code, Kind::Text, NAMES)];
        columns.extend(matrix.columns.iter().map(|head| {
            let opens = head.key.clone().map_or(Opens::Nothing, |key| Opens::Codings(vec![key]));
            Column::new(self.head(project, head, options), Kind::Count, NUMBERS).opening(opens)
        }));
        let row = |(row, code): (usize, &CodeId)| {
            let opens = Opens::code(*code, options.reach);
            let mut cells = vec![code_cell(project, *code, options.level)];
            cells.extend(matrix.counts[row].iter().copied().map(Cell::count));
            let each = std::iter::once(opens.clone());
            let each = each.chain((0..matrix.columns.len()).map(|column| matrix.opens(row, column, options.reach)));
            Row::new(cells).opening(opens).opening_each(each.collect())
        };
        Table { title, columns, rows: matrix.codes.iter().enumerate().map(row).collect() }
    }
}
