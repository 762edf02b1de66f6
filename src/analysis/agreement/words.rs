//! Figures of agreement in words: what they are called, why there is none, what a reader should know.

use super::warnings::Warning;
use super::{Coefficient, Undefined};
use crate::analysis::table::{Cell, Kind};
use crate::lang::agreement::AgreementWords;
use crate::lang::{Language, count, fill};
use crate::model::agreement::Unit;
use crate::model::id::{CoderId, SourceId};
use crate::model::project::Project;

/// What a figure is called.
pub fn coefficient(coefficient: Coefficient, language: Language) -> &'static str {
    let say = AgreementWords::of(language);
    match coefficient {
        Coefficient::Percent => say.percent,
        Coefficient::CohenKappa => say.cohen_kappa,
        Coefficient::KappaLinear => say.kappa_linear,
        Coefficient::KappaSquared => say.kappa_squared,
        Coefficient::ScottPi => say.scott_pi,
        Coefficient::FleissKappa => say.fleiss_kappa,
        Coefficient::AlphaNominal => say.alpha_nominal,
        Coefficient::AlphaOrdinal => say.alpha_ordinal,
        Coefficient::AlphaInterval => say.alpha_interval,
        Coefficient::AlphaRatio => say.alpha_ratio,
        Coefficient::Ac1 => say.ac1,
        Coefficient::Ac2Quadratic => say.ac2_quadratic,
        Coefficient::BrennanPrediger => say.brennan_prediger,
    }
}

/// Why a figure is not defined, as a sentence.
pub fn undefined(why: Undefined, language: Language) -> &'static str {
    let say = AgreementWords::of(language);
    match why {
        Undefined::NoPair => say.no_pair,
        Undefined::MoreThanTwo => say.more_than_two,
        Undefined::NoVariation => say.no_variation,
        Undefined::NoOrder => say.no_order,
        Undefined::NoNumbers => say.no_numbers,
        Undefined::BelowZero => say.below_zero,
        Undefined::NoNeither => say.no_neither,
    }
}

/// What is compared, as a sentence.
pub fn unit(unit: Unit, language: Language) -> String {
    let say = AgreementWords::of(language);
    match unit {
        Unit::Character => say.how_character.to_owned(),
        Unit::Word => say.how_word.to_owned(),
        Unit::Sentence => say.how_sentence.to_owned(),
        Unit::Turn => say.how_turn.to_owned(),
        Unit::Segment(per_cent) => fill(say.how_segment, &[("n", &per_cent)]),
        Unit::Source => say.how_source.to_owned(),
    }
}

/// How many of the coders, in words.
pub fn number_of(number: usize, all: usize, say: &AgreementWords) -> String {
    match number {
        0 => say.nobody.to_owned(),
        n if n == all => fill(say.all_of, &[("n", &n)]),
        n => fill(say.some_of, &[("n", &n), ("m", &all)]),
    }
}

/// What is compared, in a word.
pub fn unit_name(unit: Unit, language: Language) -> &'static str {
    let say = AgreementWords::of(language);
    match unit {
        Unit::Character => say.unit_character,
        Unit::Word => say.unit_word,
        Unit::Sentence => say.unit_sentence,
        Unit::Turn => say.unit_turn,
        Unit::Segment(_) => say.unit_segment,
        Unit::Source => say.unit_source,
    }
}

/// What a reader of a figure should know, as a sentence.
pub fn warning(project: &Project, warning: &Warning, language: Language) -> String {
    let say = AgreementWords::of(language);
    let name = |coder: &CoderId| coder_name(project, *coder, language);
    let share = |share: f64| Cell::Share(share).shown(Kind::Share, language);
    match warning {
        Warning::FewSegments(n) => count(*n, say.few_segments_one, say.few_segments),
        Warning::Rare(part) => fill(say.rare, &[("share", &share(*part))]),
        Warning::Common(part) => fill(say.common, &[("share", &share(*part))]),
        Warning::OneCoder(only) => fill(say.only_one, &[("name", &name(only))]),
        Warning::Paradox => say.paradox.to_owned(),
        Warning::OtherBounds { met, differ } => fill(say.other_bounds, &[("met", met), ("n", differ)]),
        Warning::Overlapping(n) => count(*n, say.overlapping_one, say.overlapping),
        Warning::Untouched { coder, sources } => {
            fill(say.untouched, &[("name", &name(coder)), ("sources", &titles(project, sources))])
        }
        Warning::NotArrived(sources) => fill(say.not_arrived, &[("sources", &titles(project, sources))]),
    }
}

/// The name of a coder, or what one is called who never said theirs.
pub fn coder_name(project: &Project, coder: CoderId, language: Language) -> String {
    match project.coder_name(coder) {
        "" => AgreementWords::of(language).nameless.to_owned(),
        name => name.to_owned(),
    }
}

fn titles(project: &Project, sources: &[SourceId]) -> String {
    let titles = sources.iter().filter_map(|id| project.source(*id)).map(|source| source.title.as_str());
    titles.collect::<Vec<_>>().join(", ")
}
