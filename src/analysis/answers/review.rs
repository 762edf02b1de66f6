//! The tables of what a second coder found: by reviewer and coder, by source, and by code.

use std::collections::BTreeSet;

use super::{NAMES, NUMBERS, code_cell, reach_told};
use crate::analysis::coded::codes;
use crate::analysis::review::{Item, Outcome, items, opens, reviewers};
use crate::analysis::scope::Scope;
use crate::analysis::table::{Cell, Column, Kind, Opens, Row, Table};
use crate::analysis::{Analysis, Heed, Options, Reach};
use crate::lang::Language;
use crate::lang::answers::Answers;
use crate::lang::review::ReviewWords;
use crate::model::id::CoderId;
use crate::model::project::Project;
use crate::model::review::Verdict;

/// What became of codings in review, a row for each of something.
pub struct Review {
    by: By,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    People,
    Sources,
    Codes,
}

/// A row for each reviewer and each coder whose codings they reviewed.
pub const BY_PEOPLE: Review = Review { by: By::People };
/// A row a source.
pub const BY_SOURCE: Review = Review { by: By::Sources };
/// A row a code.
pub const BY_CODE: Review = Review { by: By::Codes };

impl Analysis for Review {
    fn name(&self) -> &'static str {
        match self.by {
            By::People => "review",
            By::Sources => "review-sources",
            By::Codes => "review-codes",
        }
    }

    fn title(&self, language: Language) -> &'static str {
        let say = ReviewWords::of(language);
        match self.by {
            By::People => say.by_people,
            By::Sources => say.by_source,
            By::Codes => say.by_code,
        }
    }

    fn method(&self, options: &Options) -> String {
        let say = ReviewWords::of(options.language);
        match self.by {
            By::People => say.how.to_owned(),
            By::Sources => format!("{} {}", say.how, say.how_latest),
            By::Codes => {
                let reach = reach_told(Answers::of(options.language), options.reach);
                format!("{} {} {reach}", say.how, say.how_latest)
            }
        }
    }

    fn heeds(&self) -> &'static [Heed] {
        match self.by {
            By::People | By::Sources => &[],
            By::Codes => &[Heed::Level, Heed::Reach],
        }
    }

    fn run(&self, project: &Project, scope: &Scope, options: &Options) -> Table {
        let (say, named) = (ReviewWords::of(options.language), Answers::of(options.language));
        let mut columns: Vec<Column> = match self.by {
            By::People => vec![say.reviewer, say.coder],
            By::Sources => vec![named.source],
            By::Codes => vec![named.code],
        }
        .into_iter()
        .map(|name| Column::new(name, Kind::Text, NAMES))
        .collect();
        columns.push(Column::new(named.codings, Kind::Count, NUMBERS));
        columns.push(Column::new(say.reviewed, Kind::Count, NUMBERS));
        columns.push(Column::new(say.reviewed_share, Kind::Share, NUMBERS));
        for (_, name, share) in verdicts(say) {
            columns.push(Column::new(name, Kind::Count, NUMBERS));
            columns.push(Column::new(share, Kind::Share, NUMBERS));
        }
        let rows = match self.by {
            By::People => by_people(project, scope),
            By::Sources => by_source(project, scope),
            By::Codes => by_code(project, scope, options),
        };
        Table { title: self.title(options.language).to_owned(), columns, rows }
    }
}

/// The verdicts with the heads of their columns.
pub(super) fn verdicts(say: &'static ReviewWords) -> [(Verdict, &'static str, &'static str); 6] {
    Verdict::ALL.map(|verdict| match verdict {
        Verdict::Kept => (verdict, say.kept, say.kept_share),
        Verdict::Recoded => (verdict, say.recoded, say.recoded_share),
        Verdict::Rebounded => (verdict, say.rebounded, say.rebounded_share),
        Verdict::Removed => (verdict, say.removed, say.removed_share),
        Verdict::Questioned => (verdict, say.questioned, say.questioned_share),
        Verdict::Added => (verdict, say.added, say.added_share),
    })
}

fn by_people(project: &Project, scope: &Scope) -> Vec<Row> {
    let mut rows = Vec::new();
    for reviewer in reviewers(project) {
        let items = items(project, scope, Some(reviewer));
        let added = |item: &&Item| item.judged.is_some_and(|judged| judged.verdict == Verdict::Added);
        let coders: BTreeSet<CoderId> =
            items.iter().filter(|item| !added(item)).map(|item| item.coding.coder).collect();
        let name = |coder| Cell::text(project.coder_name(coder));
        for coder in coders {
            let own: Vec<Item> =
                items.iter().filter(|item| !added(item) && item.coding.coder == coder).copied().collect();
            if own.iter().any(|item| item.judged.is_some()) {
                rows.push(row(vec![name(reviewer), name(coder)], &own));
            }
        }
        let own: Vec<Item> = items.iter().filter(added).copied().collect();
        if !own.is_empty() {
            // What a reviewer added is nobody's but theirs.
            rows.push(row(vec![name(reviewer), name(reviewer)], &own));
        }
    }
    rows
}

fn by_source(project: &Project, scope: &Scope) -> Vec<Row> {
    let items = items(project, scope, None);
    let chosen = scope.chosen(project);
    let of = |source: &crate::model::source::Source| {
        let own: Vec<Item> = items.iter().filter(|item| item.coding.source == source.id).copied().collect();
        row(vec![Cell::text(&source.title)], &own)
    };
    chosen.sources().map(of).collect()
}

fn by_code(project: &Project, scope: &Scope, options: &Options) -> Vec<Row> {
    let items = items(project, scope, None);
    let of = |code| {
        let family = match options.reach {
            Reach::Own => vec![code],
            Reach::Family => project.codebook().family(code),
        };
        let own: Vec<Item> = items.iter().filter(|item| family.contains(&item.coding.code)).copied().collect();
        row(vec![code_cell(project, code, options.level)], &own)
    };
    codes(project, scope, options.level).into_iter().map(of).collect()
}

fn row(names: Vec<Cell>, items: &[Item]) -> Row {
    let outcome = Outcome::of(items);
    let (codings, reviewed) = (outcome.codings.len(), outcome.reviewed.len());
    let whole = opens(&outcome.codings);
    let mut each: Vec<Opens> = names.iter().map(|_| whole.clone()).collect();
    let mut cells = names;
    cells.extend([Cell::count(codings), Cell::count(reviewed), Cell::share(reviewed, codings)]);
    each.extend([whole.clone(), opens(&outcome.reviewed), opens(&outcome.reviewed)]);
    for verdict in Verdict::ALL {
        let such = outcome.with(verdict);
        cells.extend([Cell::count(such.len()), Cell::share(such.len(), reviewed)]);
        each.extend([opens(such), opens(such)]);
    }
    Row::new(cells).opening(whole).opening_each(each)
}
