//! Comparison: which words one part of a study has more of than another, and by how much.

use super::scope::Scope;
use super::table::{Cell, Column, Kind, Row, Table};
use super::words::counted::{Counted, Counts};
use super::words::options::WordOptions;
use super::words::{Word, method, per_thousand, words};
use super::{Analysis, Heed, Options};
use crate::lang::Language;
use crate::lang::words::Words as Say;
use crate::model::project::Project;

/// A word in two parts of a study.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The word, counted in both.
    pub word: Word,
    /// How often it stands in the first.
    pub here: usize,
    /// How often it stands in the second.
    pub there: usize,
    /// How surprising the difference is: [`log_likelihood`].
    pub likelihood: f64,
    /// How large the difference is: [`log_ratio`]; above 0 where the first has more.
    pub ratio: f64,
}

/// Compares the words of two parts, the most surprising difference first.
pub fn compared(here: &Counted, there: &Counted, options: &WordOptions) -> Vec<Compared> {
    let both = here.clone().and(there);
    let sizes = (here.words(), there.words());
    let counts = (here.counts(options), there.counts(options));
    let compare = |word: Word| {
        let count = |part: &Counts<'_>| word.forms.iter().map(|(form, _)| part.of(form)).sum();
        let (here, there) = (count(&counts.0), count(&counts.1));
        let likelihood = log_likelihood(here, there, sizes.0, sizes.1);
        Compared { word, here, there, likelihood, ratio: log_ratio(here, there, sizes.0, sizes.1) }
    };
    let mut compared: Vec<Compared> = words(&both, options).into_iter().map(compare).collect();
    compared.sort_by(|one, other| other.likelihood.total_cmp(&one.likelihood));
    compared
}

/// The log-likelihood G² of a word that stands `a` times in `c` words and `b` times in `d` words.
///
/// After Dunning (1993), computed as by Rayson and Garside (2000, p. 3). From 3.84 on, p < 0.05; from 6.63, p < 0.01; from 15.13, p < 0.0001.
pub fn log_likelihood(a: usize, b: usize, c: usize, d: usize) -> f64 {
    let [a, b, c, d] = [a, b, c, d].map(|number| number as f64);
    if c + d <= 0.0 {
        return 0.0;
    }
    let term = |seen: f64, words: f64| {
        let expected = words * (a + b) / (c + d);
        if seen > 0.0 { seen * (seen / expected).ln() } else { 0.0 }
    };
    (2.0 * (term(a, c) + term(b, d))).max(0.0)
}

/// How many times the rate doubles from the second to the first (Hardie 2014); a count of none is taken for a half, as
/// he does.
pub fn log_ratio(a: usize, b: usize, c: usize, d: usize) -> f64 {
    if c == 0 || d == 0 {
        return 0.0;
    }
    let rate = |count: usize, words: usize| if count == 0 { 0.5 } else { count as f64 } / words as f64;
    (rate(a, c) / rate(b, d)).log2()
}

/// Counts a scope, and what it is compared with: another scope, or the rest of the study.
pub fn sides(project: &Project, scope: &Scope, against: Option<&Scope>) -> (Counted, Counted) {
    let chosen = scope.chosen(project);
    let there = match against {
        Some(other) => Counted::of(&other.chosen(project)),
        None => Counted::rest(
            &Scope { excluded: scope.excluded, layer: scope.layer, ..Scope::all() }.chosen(project),
            &chosen,
        ),
    };
    (Counted::of(&chosen), there)
}

/// Two parts of a study by their words.
pub struct Comparison;

impl Analysis for Comparison {
    fn name(&self) -> &'static str {
        "comparison"
    }

    fn title(&self, language: Language) -> &'static str {
        Say::of(language).comparison
    }

    fn method(&self, options: &Options) -> String {
        let say = Say::of(options.language);
        format!("{} {}", say.comparison_method, method::method(&options.words, options.language))
    }

    fn heeds(&self) -> &'static [Heed] {
        &[Heed::Against, Heed::Words]
    }

    fn run(&self, project: &Project, scope: &Scope, options: &Options) -> Table {
        let (here, there) = sides(project, scope, options.against.as_ref());
        let sizes = (here.words(), there.words());
        table(&compared(&here, &there, &options.words), sizes, options.language)
    }
}

/// A comparison as a table; `sizes` are the words of both parts.
pub fn table(compared: &[Compared], sizes: (usize, usize), language: Language) -> Table {
    let say = Say::of(language);
    let columns = vec![
        Column::new(say.word, Kind::Text, 24),
        Column::new(say.forms, Kind::Text, 40),
        Column::new(say.more, Kind::Text, 10),
        Column::new(say.count_here, Kind::Count, 12),
        Column::new(say.rate_here, Kind::Real(2), 16),
        Column::new(say.count_there, Kind::Count, 12),
        Column::new(say.rate_there, Kind::Real(2), 16),
        Column::new(say.likelihood, Kind::Real(2), 16),
        Column::new(say.ratio, Kind::Real(2), 10),
    ];
    let row = |one: &Compared| {
        let cells = vec![
            Cell::text(one.word.shown.clone()),
            Cell::text(one.word.told()),
            Cell::text(if one.ratio >= 0.0 { say.here } else { say.there }),
            Cell::count(one.here),
            Cell::Real(per_thousand(one.here, sizes.0)),
            Cell::count(one.there),
            Cell::Real(per_thousand(one.there, sizes.1)),
            Cell::Real(one.likelihood),
            Cell::Real(one.ratio),
        ];
        Row::new(cells).opening(one.word.opens())
    };
    Table { title: say.comparison.to_owned(), columns, rows: compared.iter().map(row).collect() }
}
