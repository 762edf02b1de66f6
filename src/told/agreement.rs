//! Agreement in words: tables of ratings, the sentence for the chapter on methods, and what a saved result was.

use crate::analysis::agreement::bootstrap::Bootstrap;
use crate::analysis::agreement::question::Question;
use crate::analysis::agreement::reading::{NotRatings, RatingTable};
use crate::analysis::agreement::{Coefficient, words};
use crate::analysis::answers::agreement::found::{UNITIZING, telling};
use crate::analysis::answers::agreement::told_figure;
use crate::analysis::scope::Scope;
use crate::analysis::table::{Cell, Kind};
use crate::lang::agreeing::AgreeingWords;
use crate::lang::agreement::AgreementWords;
use crate::lang::team::TeamWords;
use crate::lang::{Language, count, fill, grouped};
use crate::model::agreement::{About, Found, Of, SavedAgreement, Unit};
use crate::model::project::Project;
use crate::told;

/// Why a table holds no ratings, and what to do.
pub fn not_ratings(why: &NotRatings, file: &str, language: Language) -> String {
    let say = AgreementWords::of(language);
    match why {
        NotRatings::OneCoder => fill(say.one_coder, &[("file", &file)]),
        NotRatings::Empty => fill(say.no_ratings, &[("file", &file)]),
        NotRatings::OffTheScale { row, rating } => {
            fill(say.off_the_scale, &[("file", &file), ("row", row), ("rating", rating)])
        }
    }
}

/// What was read of a table of ratings: how many units, which coders, which categories.
pub fn read(table: &RatingTable, language: Language) -> String {
    let say = AgreementWords::of(language);
    let names = table.ratings.scale().names();
    let units = usize::try_from(table.ratings.units()).unwrap_or(usize::MAX);
    fill(
        say.read,
        &[
            ("units", &count(units, say.units_one, say.units)),
            ("coders", &count(table.coders.len(), say.coders_one, say.coders)),
            ("names", &few(&table.coders)),
            ("categories", &count(names.len(), say.categories_one, say.categories)),
            ("list", &few(names)),
        ],
    )
}

/// The names, or the first of very many.
fn few(names: &[String]) -> String {
    const MOST: usize = 12;
    let shown = names.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(", ");
    if names.len() > MOST { shown + " …" } else { shown }
}

/// How the figures of a table of ratings came about, for the chapter on methods.
pub fn method(how: Bootstrap, language: Language) -> String {
    let say = AgreementWords::of(language);
    let drawn = fill(say.how_drawn_units, &[("rounds", &how.rounds), ("seed", &how.seed)]);
    if how.rounds == 0 { say.how_ratings.to_owned() } else { format!("{} {drawn}", say.how_ratings) }
}

/// What a result is called where nobody has said: who is compared, by what.
pub fn name(project: &Project, question: &Question, language: Language) -> String {
    let coders = coders(project, question, language);
    match question.about {
        About::Bounds => format!("{coders}, {}", AgreementWords::of(language).alpha_unitizing),
        About::Nvivo => format!("{coders}, NVivo"),
        About::Maxqda => format!("{coders}, MAXQDA"),
        About::Ratings => {
            let attribute = question.attribute.and_then(|id| project.attribute(id));
            format!("{coders}, {}", attribute.map_or("", |attribute| attribute.name.as_str()))
        }
        About::Codes | About::Sources => format!("{coders}, {}", words::unit_name(question.unit, language)),
    }
}

fn coders(project: &Project, question: &Question, language: Language) -> String {
    let most = if question.is_of_two() { 2 } else { usize::MAX };
    let coders = question.coders.iter().take(most);
    let names: Vec<String> = coders.map(|coder| words::coder_name(project, *coder, language)).collect();
    told::team::listed(names.iter().map(String::as_str).collect(), TeamWords::of(language))
}

/// The sentences for the chapter on methods: who, of what, how much, with which figures, by which program.
pub fn sentence(project: &Project, saved: &SavedAgreement, language: Language) -> String {
    let say = AgreeingWords::of(language);
    let question = Question::of(saved);
    let whole = saved.found.iter().find(|row| row.of == Of::All);
    let size = saved.size;
    let of_segments =
        question.about == About::Maxqda || question.heeds_unit() && matches!(saved.manner.unit, Unit::Segment(_));
    let (n, unit) = match question.about {
        _ if of_segments => {
            let segments: u32 = whole.map_or(0, |whole| whole.segments.iter().sum());
            (u64::from(segments), Unit::Segment(0))
        }
        About::Nvivo | About::Bounds => (size.units, Unit::Character),
        _ => (size.units, saved.manner.unit),
    };
    let n = grouped(usize::try_from(n).unwrap_or(usize::MAX));
    let units = fill(say.units_of, &[("n", &n), ("unit", &words::unit_name(unit, language))]);
    let sources = count(size.sources as usize, say.one_source, say.many_sources);
    let codes = count(size.codes as usize, say.one_code, say.many_codes);
    let part = saved.part.as_ref().map(Scope::of_part).filter(|scope| *scope != Scope::all());
    let part = part.map(|scope| fill(say.sentence_part, &[("part", &told::scope::scope(project, &scope, language))]));
    let part = part.map_or_else(String::new, |part| format!(" {part}"));
    let figures: Vec<String> = keys(&question)
        .iter()
        .filter_map(|key| {
            let whole = whole?;
            let value = shown(key, whole.figure(key)?, language);
            let name = in_sentence(told_figure(key, language));
            Some(match whole.interval(key) {
                Some((low, high)) => {
                    let (low, high) = (shown(key, low, language), shown(key, high, language));
                    let values: [(&str, &dyn std::fmt::Display); 4] =
                        [("name", &name), ("value", &value), ("low", &low), ("high", &high)];
                    fill(say.sentence_interval, &values)
                }
                None => fill(say.sentence_figure, &[("name", &name), ("value", &value)]),
            })
        })
        .collect();
    let drawn = whole.is_some_and(|whole| keys(&question).iter().any(|key| whole.interval(key).is_some()));
    let coders = coders(project, &question, language);
    let figures = figures.join(", ");
    let values: [(&str, &dyn std::fmt::Display); 6] = [
        ("coders", &coders),
        ("units", &units),
        ("sources", &sources),
        ("part", &part),
        ("codes", &codes),
        ("figures", &figures),
    ];
    let mut told = match question.about {
        About::Ratings => {
            let attribute = question.attribute.and_then(|id| project.attribute(id));
            let attribute = attribute.map_or("", |attribute| attribute.name.as_str());
            let all: Vec<(&str, &dyn std::fmt::Display)> =
                values.into_iter().chain([("n", &n as &dyn std::fmt::Display), ("attribute", &attribute)]).collect();
            vec![fill(say.sentence_ratings, &all)]
        }
        _ => vec![fill(say.sentence, &values)],
    };
    if drawn {
        let (rounds, seed) = (grouped(saved.manner.rounds as usize), saved.manner.seed);
        let phrase = if question.about == About::Ratings { say.sentence_drawn_cases } else { say.sentence_drawn };
        told.push(fill(phrase, &[("rounds", &rounds), ("seed", &seed)]));
    }
    told.push(fill(say.sentence_program, &[("version", &saved.version)]));
    if let Some(analysis) = crate::analysis::analysis(question.analysis()) {
        told.push(analysis.method(&question.options(language)));
    }
    told.join(" ")
}

/// The figures that the sentence tells, by their names for scripts.
fn keys(question: &Question) -> Vec<&'static str> {
    let known = match question.about {
        About::Bounds => return vec![UNITIZING],
        About::Ratings => vec![
            Coefficient::Percent,
            Coefficient::KappaSquared,
            Coefficient::AlphaOrdinal,
            Coefficient::AlphaInterval,
            Coefficient::Ac2Quadratic,
        ],
        About::Maxqda => vec![Coefficient::Percent, Coefficient::BrennanPrediger],
        _ if matches!(question.unit, Unit::Segment(_)) && question.heeds_unit() => {
            vec![Coefficient::Percent, Coefficient::BrennanPrediger]
        }
        _ if question.coders.len() > 2 && !question.is_of_two() => {
            vec![Coefficient::Percent, Coefficient::FleissKappa, Coefficient::AlphaNominal, Coefficient::Ac1]
        }
        _ => vec![Coefficient::Percent, Coefficient::CohenKappa, Coefficient::AlphaNominal, Coefficient::Ac1],
    };
    known.into_iter().map(Coefficient::key).collect()
}

/// A figure within a sentence: the share is no name.
fn in_sentence(name: &str) -> String {
    let named = ["Cohen", "Scott", "Fleiss", "Krippendorff", "Gwet", "Brennan"];
    if named.iter().any(|author| name.starts_with(author)) {
        return name.to_owned();
    }
    let mut letters = name.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

fn shown(key: &str, figure: f64, language: Language) -> String {
    match key == Coefficient::Percent.key() {
        true => Cell::Share(figure).shown(Kind::Share, language),
        false => Cell::Real(figure).shown(Kind::Real(2), language),
    }
}

/// What the telling figure of a saved result was and what it is now, and how many codings have come or gone since.
pub fn since(saved: &SavedAgreement, now: Option<&[Found]>, language: Language) -> String {
    let say = AgreeingWords::of(language);
    let key = telling(&Question::of(saved));
    let whole = |rows: &[Found]| rows.iter().find(|row| row.of == Of::All).cloned();
    let value = |row: &Option<Found>| {
        let figure = row.as_ref().and_then(|row| row.figure(key));
        figure.map_or_else(|| say.undefined.to_owned(), |figure| shown(key, figure, language))
    };
    let then = whole(&saved.found);
    let figure = told_figure(key, language);
    let Some(now) = now else {
        let told = fill(say.only_then, &[("figure", &figure), ("then", &value(&then))]);
        return if saved.part.is_none() { format!("{told}. {}", say.part_erased) } else { told };
    };
    let now = whole(now);
    let count_of = |row: &Option<Found>| {
        row.as_ref().map_or(0, |row| row.segments.iter().map(|segments| *segments as usize).sum::<usize>())
    };
    let (before, after) = (count_of(&then), count_of(&now));
    let ratings = saved.manner.about == About::Ratings;
    let changed = match after.checked_sub(before) {
        Some(0) if ratings => say.same_ratings.to_owned(),
        Some(0) => say.same_count.to_owned(),
        Some(more) if ratings => count(more, say.rating_added, say.ratings_added),
        Some(more) => count(more, say.added_one, say.added),
        None if ratings => count(before - after, say.rating_gone, say.ratings_gone),
        None => count(before - after, say.gone_one, say.gone),
    };
    let told = fill(say.then_now, &[("figure", &figure), ("then", &value(&then)), ("now", &value(&now))]);
    format!("{told} · {changed}")
}
