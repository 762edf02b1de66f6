//! What stands in the rows of the tables of agreement: what each is called, what it opens, what is compared for it.

use crate::analysis::agreement::comparison::{Among, Comparison};
use crate::analysis::answers::code_cell;
use crate::analysis::table::{Cell, Opens};
use crate::analysis::{Options, Reach};
use crate::lang::Language;
use crate::lang::agreement::AgreementWords;
use crate::model::agreement::{About, Of};
use crate::model::id::CodeId;
use crate::model::project::Project;

/// A row before anything was counted for it.
#[derive(Clone, Debug)]
pub struct Line {
    /// What it is of.
    pub of: Of,
    /// What it is called.
    pub name: Cell,
    /// What its name opens.
    pub opens: Opens,
    /// What is compared.
    pub among: Among,
    /// Whether it is the row of all together.
    pub whole: bool,
}

/// The rows, that of all together last; the program of NVivo has none.
pub fn lines(about: About, project: &Project, comparison: &Comparison<'_>, options: &Options) -> Vec<Line> {
    let (level, reach) = (options.level, options.reach);
    let codes = || comparison.codes(level, reach);
    let whole = comparison.pooled(level, reach);
    let mut lines: Vec<Line> = match about {
        About::Codes | About::Maxqda | About::Bounds => {
            codes().into_iter().map(|code| of_code(project, comparison, options, code)).collect()
        }
        About::Sources => {
            let line = |source| {
                let title = project.source(source).map_or("", |source| source.title.as_str());
                let among = Among { source: Some(source), ..whole.clone() };
                let (name, opens) = (Cell::text(title), Opens::Source(source));
                Line { of: Of::Source(source), name, opens, among, whole: false }
            };
            comparison.sources().map(line).collect()
        }
        About::Nvivo => return of_nvivo(project, comparison, options),
        About::Ratings => Vec::new(),
    };
    if !lines.is_empty() {
        let name = Cell::text(AgreementWords::of(options.language).together);
        lines.push(Line { of: Of::All, name, opens: Opens::Nothing, among: whole, whole: true });
    }
    lines
}

/// What a row is called by itself, also where what it is of is gone.
pub fn name_of(project: &Project, of: Of, language: Language) -> String {
    let code = |code| project.code_name(code).unwrap_or_default().to_owned();
    let source = |source| project.source(source).map_or(String::new(), |source| source.title.clone());
    match of {
        Of::All => AgreementWords::of(language).together.to_owned(),
        Of::Code(id) => code(id),
        Of::Source(id) => source(id),
        Of::CodeIn(id, within) => format!("{} · {}", code(id), source(within)),
    }
}

fn of_code(project: &Project, comparison: &Comparison<'_>, options: &Options, code: CodeId) -> Line {
    let reach: Reach = options.reach;
    let (name, opens) = (code_cell(project, code, options.level), Opens::code(code, reach));
    Line { of: Of::Code(code), name, opens, among: comparison.code(code, reach), whole: false }
}

/// A code in a source, where one of the two has it there.
fn of_nvivo(project: &Project, comparison: &Comparison<'_>, options: &Options) -> Vec<Line> {
    let mut lines = Vec::new();
    for code in comparison.codes(options.level, options.reach) {
        let known = of_code(project, comparison, options, code);
        for source in comparison.sources() {
            let among = Among { source: Some(source), ..known.among.clone() };
            let cells = comparison.compare(&among).cells;
            if cells.both + cells.first + cells.second > 0 {
                lines.push(Line { of: Of::CodeIn(code, source), among, ..known.clone() });
            }
        }
    }
    lines
}
