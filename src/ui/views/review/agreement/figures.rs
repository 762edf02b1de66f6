//! What is behind a row, worked out when somebody opens it: its table, its figures, what to know, and its segments.

use crate::analysis::agreement::bootstrap::Interval;
use crate::analysis::agreement::question::Question;
use crate::analysis::agreement::warnings::Warning;
use crate::analysis::agreement::{Coefficient, Figure, words};
use crate::analysis::answers::agreement::found::compared;
use crate::analysis::answers::agreement::lines::lines;
use crate::analysis::scope::Scope;
use crate::lang::agreeing::AgreeingWords;
use crate::lang::agreement::AgreementWords;
use crate::lang::{Language, fill};
use crate::model::agreement::{About, Of, Unit};
use crate::model::id::SourceId;
use crate::model::project::Project;
use crate::model::span::Span;

/// Places in texts.
pub(super) type Places = Vec<(SourceId, Span)>;

/// Units, or segments, that can be read: who has them, how many there are, and where they stand.
#[derive(Clone, Debug)]
pub(super) struct Side {
    pub(super) name: String,
    pub(super) count: u64,
    pub(super) places: Places,
}

/// A figure, or why there is none, as it is told.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) name: &'static str,
    pub(super) about: &'static str,
    pub(super) percent: bool,
    pub(super) figure: Figure,
    pub(super) interval: Option<Interval>,
}

/// What is behind a row.
#[derive(Clone, Debug, Default)]
pub(super) struct Behind {
    /// Of two coders: both, only the first, only the second. Of more: all of them, then fewer. Of bounds: each coder.
    pub(super) sides: Vec<Side>,
    /// How many units nobody has; `None` where that cannot be counted.
    pub(super) neither: Option<u64>,
    /// Whether the sides are the table of two by two.
    pub(super) two: bool,
    pub(super) figures: Vec<Told>,
    pub(super) warnings: Vec<String>,
}

/// The figures of units that are coded or not: of two coders, and of more.
const OF_TWO: [Coefficient; 6] = [
    Coefficient::Percent,
    Coefficient::CohenKappa,
    Coefficient::ScottPi,
    Coefficient::AlphaNominal,
    Coefficient::Ac1,
    Coefficient::BrennanPrediger,
];
const OF_MORE: [Coefficient; 5] = [
    Coefficient::Percent,
    Coefficient::FleissKappa,
    Coefficient::AlphaNominal,
    Coefficient::Ac1,
    Coefficient::BrennanPrediger,
];
/// The figures of segments, which nobody can count where there are none.
const OF_SEGMENTS: [Coefficient; 2] = [Coefficient::Percent, Coefficient::BrennanPrediger];

/// What the row of a number is of.
pub(super) fn row_of(project: &Project, scope: &Scope, question: &Question, row: usize) -> Option<Of> {
    let comparison = compared(project, scope, question)?;
    let options = question.options(Language::English);
    lines(question.about, project, &comparison, &options).get(row).map(|line| line.of)
}

/// Works out what is behind a row.
pub(super) fn behind(
    project: &Project,
    scope: &Scope,
    (question, of): (&Question, Of),
    language: Language,
) -> Option<Behind> {
    let comparison = compared(project, scope, question)?;
    let options = question.options(language);
    let line = lines(question.about, project, &comparison, &options).into_iter().find(|line| line.of == of)?;
    let before = if line.whole { comparison.warnings() } else { Vec::new() };
    let told = |warnings: Vec<Warning>| {
        let all = before.iter().chain(&warnings);
        all.map(|warning| words::warning(project, warning, language)).collect::<Vec<_>>()
    };
    let words = AgreeingWords::of(language);
    let names: Vec<String> =
        comparison.coders.iter().map(|coder| words::coder_name(project, *coder, language)).collect();
    if question.about == About::Bounds {
        let bounded = comparison.bounds(&line.among);
        let sides = names.into_iter().zip(bounded.marked).map(|(name, places)| {
            let name = fill(words.stretches, &[("name", &name)]);
            Side { name, count: places.len() as u64, places }
        });
        let figure = Told {
            name: AgreementWords::of(language).alpha_unitizing,
            about: words.about_unitizing,
            percent: false,
            figure: bounded.alpha,
            interval: None,
        };
        let warnings = told(comparison.compare_all(&line.among).warnings);
        return Some(Behind { sides: sides.collect(), neither: None, two: false, figures: vec![figure], warnings });
    }
    let how = question.bootstrap;
    if comparison.coders.len() > 2 {
        let shared = comparison.compare_all(&line.among);
        let (figures, intervals) = (shared.figures(), shared.intervals(how));
        let say = AgreementWords::of(language);
        let all = comparison.coders.len();
        let behind = comparison.behind_all(&line.among).into_iter().zip(&shared.by_number).enumerate().skip(1);
        let mut sides: Vec<Side> = behind
            .map(|(n, (places, count))| Side { name: words::number_of(n, all, say), count: *count, places })
            .collect();
        sides.reverse();
        let told_figures = OF_MORE.map(|one| figure(one, (figures.get(one), intervals.get(one)), language));
        let neither = shared.by_number.first().copied();
        let figures = told_figures.to_vec();
        return Some(Behind { sides, neither, two: false, figures, warnings: told(shared.warnings) });
    }
    let two = comparison.compare(&line.among);
    let (cells, figures, intervals) = (two.cells, two.figures(), two.intervals(how));
    let places = comparison.behind(&line.among);
    let only = |at: usize| fill(words.only, &[("name", &names.get(at).map_or("", String::as_str))]);
    let sides = vec![
        Side { name: words.both.to_owned(), count: cells.both, places: places.both },
        Side { name: only(0), count: cells.first, places: places.first },
        Side { name: only(1), count: cells.second, places: places.second },
    ];
    let of_segments = matches!(comparison.unit, Unit::Segment(_));
    let known: &[Coefficient] = if of_segments { &OF_SEGMENTS } else { &OF_TWO };
    let told_figures = known.iter().map(|one| figure(*one, (figures.get(*one), intervals.get(*one)), language));
    let neither = (!of_segments).then_some(cells.neither);
    let figures = told_figures.collect();
    Some(Behind { sides, neither, two: true, figures, warnings: told(two.warnings) })
}

/// A figure with its name and what it says.
pub(super) fn figure(one: Coefficient, (figure, interval): (Figure, Option<Interval>), language: Language) -> Told {
    let words = AgreeingWords::of(language);
    let about = match one {
        Coefficient::Percent => words.about_percent,
        Coefficient::CohenKappa => words.about_kappa,
        Coefficient::ScottPi => words.about_pi,
        Coefficient::FleissKappa => words.about_fleiss,
        Coefficient::AlphaNominal
        | Coefficient::AlphaOrdinal
        | Coefficient::AlphaInterval
        | Coefficient::AlphaRatio => words.about_alpha,
        Coefficient::Ac1 => words.about_ac1,
        Coefficient::BrennanPrediger => words.about_bp,
        Coefficient::KappaLinear | Coefficient::KappaSquared | Coefficient::Ac2Quadratic => words.about_weighted,
    };
    Told { name: words::coefficient(one, language), about, percent: one == Coefficient::Percent, figure, interval }
}
