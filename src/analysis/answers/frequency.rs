//! The table of how often each code is applied.

use super::{NAMES, NUMBERS, code_cell};
use crate::analysis::coded::codes;
use crate::analysis::coverage::coverage;
use crate::analysis::frequency::Frequency;
use crate::analysis::scope::Scope;
use crate::analysis::table::{Cell, Column, Kind, Opens, Row, Table};
use crate::analysis::{Analysis, Heed, Options, Reach};
use crate::lang::Language;
use crate::lang::answers::Answers;
use crate::model::project::Project;

/// How often each code is applied, by itself and with the codes below it.
pub struct CodeFrequency;

impl Analysis for CodeFrequency {
    fn name(&self) -> &'static str {
        "codes"
    }

    fn title(&self, language: Language) -> &'static str {
        Answers::of(language).frequency
    }

    fn method(&self, options: &Options) -> String {
        Answers::of(options.language).how_frequency.to_owned()
    }

    fn heeds(&self) -> &'static [Heed] {
        &[Heed::Level]
    }

    fn run(&self, project: &Project, scope: &Scope, options: &Options) -> Table {
        let say = Answers::of(options.language);
        let frequency = Frequency::within(project, scope);
        let whole: usize = coverage(project, scope).iter().map(|source| source.words).sum();
        let number = |name: &str| Column::new(name, Kind::Count, NUMBERS);
        let share = |name: &str| Column::new(name, Kind::Share, NUMBERS);
        let columns = vec![
            Column::new(say.code, Kind::Text, NAMES),
            number(say.codings),
            number(say.sources),
            number(say.coders),
            number(say.words),
            share(say.share),
            number(say.codings_below),
            number(say.sources_below),
            number(say.coders_below),
            number(say.words_below),
            share(say.share_below),
        ];
        let row = |code| {
            let counts = frequency.code(code);
            let mut cells = vec![code_cell(project, code, options.level)];
            for tally in [counts.own, counts.family] {
                let numbers = [tally.codings, tally.sources, tally.coders, tally.words];
                cells.extend(numbers.map(Cell::count));
                cells.push(Cell::share(tally.words, whole));
            }
            let (own, family) = (Opens::code(code, Reach::Own), Opens::code(code, Reach::Family));
            let each = std::iter::once(family.clone()).chain(vec![own; 5]).chain(vec![family.clone(); 5]);
            Row::new(cells).opening(family.clone()).opening_each(each.collect())
        };
        Table {
            title: say.frequency.to_owned(),
            columns,
            rows: codes(project, scope, options.level).into_iter().map(row).collect(),
        }
    }
}
