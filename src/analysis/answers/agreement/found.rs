//! What comes of a question about agreement, as it is kept; and what was kept beside what comes of it now.

use std::collections::BTreeMap;

use super::lines::lines;
use super::presets::USUAL_OVERLAP;
use super::ratings::asked;
use super::{NAMES, NUMBERS};
use crate::analysis::agreement::bootstrap::{Interval, Intervals};
use crate::analysis::agreement::comparison::{Between, Comparison};
use crate::analysis::agreement::question::Question;
use crate::analysis::agreement::{Coefficient, Figures};
use crate::analysis::answers::code_cell;
use crate::analysis::scope::Scope;
use crate::analysis::table::{Cell, Column, Kind, Row, Table};
use crate::lang::Language;
use crate::lang::agreeing::AgreeingWords;
use crate::lang::agreement::AgreementWords;
use crate::lang::answers::Answers;
use crate::model::agreement::{About, Found, Of, SavedAgreement, Size, Unit};
use crate::model::project::Project;

/// The key of alpha for unitizing, beside those of the other figures.
pub const UNITIZING: &str = "alpha_unitizing";

/// What comes of a question: the rows as they are kept, and how much was compared.
pub type Kept = (Vec<Found>, Size);

/// The coders as a question compares them.
pub fn compared<'p>(project: &'p Project, scope: &Scope, question: &Question) -> Option<Comparison<'p>> {
    let unit = match (question.about, question.unit) {
        (About::Nvivo | About::Bounds, _) => Unit::Character,
        (About::Maxqda, Unit::Segment(per_cent)) => Unit::Segment(per_cent),
        (About::Maxqda, _) => Unit::Segment(USUAL_OVERLAP),
        (_, unit) => unit,
    };
    let mut coders = question.coders.clone();
    if question.is_of_two() {
        coders.truncate(2);
    }
    Comparison::of(project, scope, &Between { coders, unit, bootstrap: question.bootstrap })
}

/// Answers a question so that the answer can be kept; `None` where there are no two coders. The whole stands last.
pub fn found(project: &Project, scope: &Scope, question: &Question) -> Option<Kept> {
    if question.about == About::Ratings {
        return of_ratings(project, scope, question);
    }
    let comparison = compared(project, scope, question)?;
    let options = question.options(Language::English);
    let whole = comparison.pooled(question.level, question.reach);
    let lines = lines(question.about, project, &comparison, &options);
    let of_rows = lines.iter().filter(|line| !line.whole).map(|line| (line.of, &line.among));
    let all = of_rows.chain(std::iter::once((Of::All, &whole)));
    let rows = all.map(|(of, among)| {
        let shared = comparison.compare_all(among);
        let segments = shared.segments.iter().map(|segments| u32::try_from(*segments).unwrap_or(u32::MAX)).collect();
        let (counts, figures): (Vec<u64>, BTreeMap<_, _>) = match question.about {
            About::Bounds => {
                let bounded = comparison.bounds(among);
                let alpha = bounded.alpha.ok().map(|alpha| (UNITIZING.into(), [millionths(alpha)].into()));
                (bounded.marked.iter().map(|marked| marked.len() as u64).collect(), alpha.into_iter().collect())
            }
            _ if comparison.coders.len() > 2 => {
                let (figures, intervals) = (shared.figures(), shared.intervals(question.bootstrap));
                (shared.by_number, kept(of, &figures, &intervals))
            }
            _ => {
                let compared = comparison.compare(among);
                let cells = compared.cells;
                let (figures, intervals) = (compared.figures(), compared.intervals(question.bootstrap));
                (vec![cells.both, cells.first, cells.second, cells.neither], kept(of, &figures, &intervals))
            }
        };
        Found { of, counts: counts.into(), segments, figures }
    });
    let units = comparison.sources().map(|source| comparison.units_in(source)).sum();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let size = Size { units, codes: count(whole.codes.len()), sources: count(comparison.sources().count()) };
    Some((rows.collect(), size))
}

fn of_ratings(project: &Project, scope: &Scope, question: &Question) -> Option<Kept> {
    let (rated, coders) = asked(project, scope, &question.options(Language::English))?;
    let of_coder = |at: usize| rated.cases.iter().filter(|(_, row)| row.get(at).is_some_and(Option::is_some)).count();
    let given = (0..coders.len()).map(|at| u32::try_from(of_coder(at)).unwrap_or(u32::MAX));
    let (figures, intervals) = (rated.ratings.figures(), rated.ratings.intervals(question.bootstrap));
    let figures = kept(Of::All, &figures, &intervals);
    let found = Found { of: Of::All, counts: Box::default(), segments: given.collect(), figures };
    Some((vec![found], Size { units: rated.ratings.units(), codes: 0, sources: 0 }))
}

/// The figures as they are kept: of the whole all with their intervals, of a row those of what is coded or not, with
/// the interval of kappa alone.
fn kept(of: Of, figures: &Figures, intervals: &Intervals) -> BTreeMap<Box<str>, Box<[i64]>> {
    let of_order = [
        Coefficient::KappaLinear,
        Coefficient::KappaSquared,
        Coefficient::AlphaOrdinal,
        Coefficient::AlphaInterval,
        Coefficient::AlphaRatio,
        Coefficient::Ac2Quadratic,
    ];
    let wanted = figures.iter().filter(|(one, _)| of == Of::All || !of_order.contains(one));
    let told = wanted.filter_map(|(one, figure)| {
        let mut numbers = vec![millionths(figure.ok()?)];
        let with_interval = of == Of::All || matches!(one, Coefficient::CohenKappa | Coefficient::FleissKappa);
        if let Some(Interval { low, high }) = intervals.get(one).filter(|_| with_interval) {
            numbers.extend([millionths(low), millionths(high)]);
        }
        Some((one.key().into(), numbers.into()))
    });
    told.collect()
}

#[expect(clippy::cast_possible_truncation, reason = "a figure is a few units at most")]
fn millionths(figure: f64) -> i64 {
    (figure * 1e6).round() as i64
}

/// The figure by which a result is told, by its name for scripts: kappa where there is one.
pub fn telling(question: &Question) -> &'static str {
    let coefficient = match question.about {
        About::Bounds => return UNITIZING,
        About::Maxqda => Coefficient::BrennanPrediger,
        About::Ratings => Coefficient::AlphaOrdinal,
        _ if matches!(question.unit, Unit::Segment(_)) => Coefficient::BrennanPrediger,
        _ if question.coders.len() > 2 && !question.is_of_two() => Coefficient::FleissKappa,
        _ => Coefficient::CohenKappa,
    };
    coefficient.key()
}

/// What was kept beside what comes of it now, a row a code or a source; what is not there any more, or was not there
/// then, has no figure.
pub fn then_and_now(project: &Project, saved: &SavedAgreement, now: &[Found], language: Language) -> Table {
    let (say, agreement) = (AgreeingWords::of(language), AgreementWords::of(language));
    let question = Question::of(saved);
    let key = telling(&question);
    let head = match question.about {
        About::Sources => Answers::of(language).source,
        _ => Answers::of(language).code,
    };
    let real = |name: &str| Column::new(name, Kind::Real(3), NUMBERS);
    let share = |name: &str| Column::new(name, Kind::Share, NUMBERS);
    let figure = super::told_figure(key, language);
    let with = |phrase: &str| crate::lang::fill(phrase, &[("figure", &figure)]);
    let percent = crate::lang::fill(say.then_of, &[("figure", &agreement.percent)]);
    let percent_now = crate::lang::fill(say.now_of, &[("figure", &agreement.percent)]);
    let columns = vec![
        Column::new(head, Kind::Text, NAMES),
        real(&with(say.then_of)),
        real(&with(say.now_of)),
        real(say.change),
        share(&percent),
        share(&percent_now),
        Column::new(say.segments_then, Kind::Count, NUMBERS),
        Column::new(say.segments_now, Kind::Count, NUMBERS),
    ];
    let mut order: Vec<Of> = saved.found.iter().map(|row| row.of).filter(|of| *of != Of::All).collect();
    order.extend(
        now.iter().map(|row| row.of).filter(|of| *of != Of::All && !saved.found.iter().any(|row| row.of == *of)),
    );
    order.push(Of::All);
    let row = |of: Of| {
        let known = |rows: &[Found]| rows.iter().find(|row| row.of == of).cloned();
        let (then, now) = (known(&saved.found), known(now));
        let figure = |row: &Option<Found>, key| row.as_ref().and_then(|row| row.figure(key));
        let (before, after) = (figure(&then, key), figure(&now, key));
        let real = |number: Option<f64>| number.map_or(Cell::Empty, Cell::Real);
        let share = |number: Option<f64>| number.map_or(Cell::Empty, Cell::Share);
        let segments = |row: &Option<Found>| {
            let counted = row.as_ref().map(|row| row.segments.iter().map(|n| u64::from(*n)).sum());
            counted.map_or(Cell::Empty, Cell::Count)
        };
        let name = match of {
            Of::Code(code) if project.codebook().code(code).is_some() => code_cell(project, code, question.level),
            of => Cell::text(super::lines::name_of(project, of, language)),
        };
        Row::new(vec![
            name,
            real(before),
            real(after),
            real(before.zip(after).map(|(before, after)| after - before)),
            share(figure(&then, Coefficient::Percent.key())),
            share(figure(&now, Coefficient::Percent.key())),
            segments(&then),
            segments(&now),
        ])
    };
    Table { title: saved.name.clone(), columns, rows: order.into_iter().map(row).collect() }
}
