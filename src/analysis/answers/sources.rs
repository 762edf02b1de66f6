//! The tables of sources: how much is coded, what stands where, and what each of them adds.

use super::{NAMES, NUMBERS};
use crate::analysis::coverage::{Covered, coverage, lines};
use crate::analysis::saturation::{Step, reached, saturation};
use crate::analysis::scope::Scope;
use crate::analysis::table::{Cell, Column, Key, Kind, Opens, Row, Table};
use crate::analysis::{Analysis, Heed, Options};
use crate::lang::answers::Answers;
use crate::lang::{Language, fill};
use crate::model::id::SourceId;
use crate::model::project::Project;

/// How much of each source is coded.
pub struct CodedShare;
/// Every coding where it stands along its source.
pub struct CodeLines;
/// What each source adds to the codes already found.
pub struct NewCodes;

/// The first sources, whose codes are the base (Guest, Namey and Chen 2020).
const BASE: usize = 4;
/// How many sources in a row must add little.
const RUN: usize = 2;
/// How little: the share of the codes of the base.
const THRESHOLD: f64 = 0.05;

fn title_of(project: &Project, source: SourceId) -> Cell {
    Cell::text(project.source(source).map_or("", |source| &source.title))
}

impl Analysis for CodedShare {
    fn name(&self) -> &'static str {
        "coverage"
    }

    fn title(&self, language: Language) -> &'static str {
        Answers::of(language).coverage
    }

    fn method(&self, options: &Options) -> String {
        Answers::of(options.language).how_coverage.to_owned()
    }

    fn run(&self, project: &Project, scope: &Scope, options: &Options) -> Table {
        let say = Answers::of(options.language);
        let columns = vec![
            Column::new(say.source, Kind::Text, NAMES),
            Column::new(say.words, Kind::Count, NUMBERS),
            Column::new(say.coded_words, Kind::Count, NUMBERS),
            Column::new(say.coded_share, Kind::Share, NUMBERS),
            Column::new(say.codings, Kind::Count, NUMBERS),
            Column::new(say.different_codes, Kind::Count, NUMBERS),
        ];
        let row = |covered: &Covered| {
            let cells = vec![
                title_of(project, covered.source),
                Cell::count(covered.words),
                Cell::count(covered.coded),
                Cell::share(covered.coded, covered.words),
                Cell::count(covered.codings),
                Cell::count(covered.codes),
            ];
            let (whole, coded) = (Opens::Source(covered.source), Opens::Codings(vec![Key::Source(covered.source)]));
            let each = [vec![whole.clone(); 2], vec![coded; 4]].concat();
            Row::new(cells).opening(whole).opening_each(each)
        };
        let rows = coverage(project, scope).iter().map(row).collect();
        Table { title: say.coverage.to_owned(), columns, rows }
    }
}

impl Analysis for CodeLines {
    fn name(&self) -> &'static str {
        "code-lines"
    }

    fn title(&self, language: Language) -> &'static str {
        Answers::of(language).stretches
    }

    fn method(&self, options: &Options) -> String {
        Answers::of(options.language).how_stretches.to_owned()
    }

    fn run(&self, project: &Project, scope: &Scope, options: &Options) -> Table {
        let say = Answers::of(options.language);
        let columns = vec![
            Column::new(say.source, Kind::Text, NAMES),
            Column::new(say.from_word, Kind::Count, NUMBERS),
            Column::new(say.to_word, Kind::Count, NUMBERS),
            Column::new(say.code, Kind::Text, NAMES),
        ];
        let mut rows = Vec::new();
        for line in lines(project, scope) {
            for stretch in &line.stretches {
                let cells = vec![
                    title_of(project, line.source),
                    // People count from one.
                    Cell::count(stretch.from + 1),
                    Cell::count(stretch.to),
                    Cell::text(project.code_name(stretch.code).unwrap_or_default()),
                ];
                rows.push(Row::new(cells).opening(Opens::listed([stretch.coding])));
            }
        }
        Table { title: say.stretches.to_owned(), columns, rows }
    }
}

impl NewCodes {
    /// Whether, and where, saturation is reached.
    pub fn told(steps: &[Step], options: &Options) -> String {
        let say = Answers::of(options.language);
        match reached(steps, BASE, RUN, THRESHOLD) {
            Some(n) => fill(say.saturated, &[("n", &n)]),
            None => say.not_saturated.to_owned(),
        }
    }

    /// In which order the sources are taken.
    pub fn order_told(project: &Project, options: &Options) -> String {
        let say = Answers::of(options.language);
        match options.attribute.and_then(|id| project.attribute(id)) {
            Some(attribute) => fill(say.order_by, &[("attribute", &attribute.name)]),
            None => say.order_listed.to_owned(),
        }
    }
}

impl Analysis for NewCodes {
    fn name(&self) -> &'static str {
        "saturation"
    }

    fn title(&self, language: Language) -> &'static str {
        Answers::of(language).saturation
    }

    fn method(&self, options: &Options) -> String {
        let say = Answers::of(options.language);
        let order = if options.attribute.is_some() { say.order_chosen } else { say.order_listed };
        fill(say.how_saturation, &[("order", &order)])
    }

    fn heeds(&self) -> &'static [Heed] {
        &[Heed::Attribute]
    }

    fn run(&self, project: &Project, scope: &Scope, options: &Options) -> Table {
        let say = Answers::of(options.language);
        let steps = saturation(project, scope, options.attribute);
        let all = steps.last().map_or(0, |step| step.so_far);
        let columns = vec![
            Column::new(say.number, Kind::Count, NUMBERS),
            Column::new(say.source, Kind::Text, NAMES),
            Column::new(say.codings, Kind::Count, NUMBERS),
            Column::new(say.codes, Kind::Count, NUMBERS),
            Column::new(say.new_codes, Kind::Count, NUMBERS),
            Column::new(say.so_far, Kind::Count, NUMBERS),
            Column::new(say.share_so_far, Kind::Share, NUMBERS),
        ];
        let row = |(at, step): (usize, &Step)| {
            let cells = vec![
                Cell::count(at + 1),
                title_of(project, step.source),
                Cell::count(step.codings),
                Cell::count(step.codes),
                Cell::count(step.new),
                Cell::count(step.so_far),
                Cell::share(step.so_far, all),
            ];
            let (whole, coded) = (Opens::Source(step.source), Opens::Codings(vec![Key::Source(step.source)]));
            let new = Opens::listed(step.of_new.iter().copied());
            // What is so far opens what made it so.
            let far = Opens::listed(steps.iter().take(at + 1).flat_map(|step| step.of_new.iter().copied()));
            let each = vec![whole.clone(), whole.clone(), coded.clone(), coded, new, far.clone(), far];
            Row::new(cells).opening(whole).opening_each(each)
        };
        Table { title: say.saturation.to_owned(), columns, rows: steps.iter().enumerate().map(row).collect() }
    }
}
