//! The figures, each by the formula of its author. Written as disagreement seen over disagreement by chance throughout,
//! which is the same and keeps rare codes exact.

use super::ratings::Measured;
use super::sums::Sums;
use super::{Coefficient, Figure, Figures, Undefined};

/// Every figure.
pub(super) fn figures(sums: &Sums<'_>) -> Figures {
    if sums.paired == 0.0 {
        return Figures([Err(Undefined::NoPair); 13]);
    }
    let ordered = |figure: fn(&Sums<'_>) -> Figure| match sums.scale.measured() {
        Measured::Names => Err(Undefined::NoOrder),
        Measured::Ordered | Measured::Numbers => figure(sums),
    };
    let numbers = |figure: fn(&Sums<'_>) -> Figure| match sums.scale.measured() {
        Measured::Names | Measured::Ordered => Err(Undefined::NoNumbers),
        Measured::Numbers => figure(sums),
    };
    let of_two = |figure: Figure| if sums.coders > 2 { Err(Undefined::MoreThanTwo) } else { figure };
    Figures(Coefficient::ALL.map(|coefficient| match coefficient {
        Coefficient::Percent => Ok(1.0 - seen_apart(sums)),
        Coefficient::CohenKappa => of_two(cohen(sums)),
        Coefficient::KappaLinear => of_two(ordered(kappa_linear)),
        Coefficient::KappaSquared => of_two(ordered(kappa_squared)),
        Coefficient::ScottPi => of_two(scott(sums)),
        Coefficient::FleissKappa => fleiss(sums),
        Coefficient::AlphaNominal => alpha_nominal(sums),
        Coefficient::AlphaOrdinal => ordered(alpha_ordinal),
        Coefficient::AlphaInterval => numbers(alpha_interval),
        Coefficient::AlphaRatio => numbers(alpha_ratio),
        Coefficient::Ac1 => ac1(sums),
        Coefficient::Ac2Quadratic => ordered(ac2),
        Coefficient::BrennanPrediger => brennan_prediger(sums),
    }))
}

/// The share of pairs of coders who differ, averaged over the units that at least two rated (Fleiss 1971, p. 379; with
/// missing ratings Gwet 2014, ch. 2). For two coders it is the share of units on which they differ.
fn seen_apart(sums: &Sums<'_>) -> f64 {
    sums.apart.iter().sum::<f64>() / sums.paired
}

/// 1 − disagreement seen ÷ disagreement by chance.
fn corrected(seen: f64, by_chance: f64) -> Figure {
    if by_chance > 0.0 { Ok(1.0 - seen / by_chance) } else { Err(Undefined::NoVariation) }
}

/// Cohen 1960, p. 40, over the units that both rated.
fn cohen(sums: &Sums<'_>) -> Figure {
    let not_second = |(first, second): (&f64, &f64)| first * (sums.paired - second);
    let by_chance: f64 = sums.first.iter().zip(&sums.second).map(not_second).sum();
    corrected(sums.apart.iter().sum::<f64>() * sums.paired, by_chance)
}

/// Cohen 1968, p. 215, with the distance between the categories as the weight of a disagreement.
fn kappa_linear(sums: &Sums<'_>) -> Figure {
    let places = sums.scale.places();
    let (mut first, mut second, mut by_chance) = (0.0, 0.0, 0.0);
    // A pair is as far apart as the steps between, and each step divides those below it from those above.
    for (at, step) in places.windows(2).enumerate() {
        first += sums.first[at];
        second += sums.second[at];
        let divided = first * (sums.paired - second) + second * (sums.paired - first);
        by_chance += divided * (step[1] - step[0]);
    }
    corrected(weighed(sums, &sums.apart, f64::abs), by_chance / sums.paired)
}

/// Cohen 1968, p. 215, with the squared distance as the weight (Fleiss and Cohen 1973).
fn kappa_squared(sums: &Sums<'_>) -> Figure {
    let middle = mean(&sums.pairable, sums.scale.places());
    let moments = |given: &[f64]| {
        let places = given.iter().zip(sums.scale.places()).map(|(times, place)| (times, place - middle));
        places.fold((0.0, 0.0), |(sum, squares), (times, place)| (sum + times * place, squares + times * place * place))
    };
    let ((first, first_squares), (second, second_squares)) = (moments(&sums.first), moments(&sums.second));
    let by_chance = sums.paired * (first_squares + second_squares) - 2.0 * first * second;
    corrected(weighed(sums, &sums.apart, squared), if varies(&sums.pairable) { by_chance / sums.paired } else { 0.0 })
}

/// Scott 1955, p. 323, over the units that both rated.
fn scott(sums: &Sums<'_>) -> Figure {
    let share = |given: &f64| given / (2.0 * sums.paired);
    let by_chance = sums.pairable.iter().map(|given| share(given) * (1.0 - share(given))).sum();
    corrected(seen_apart(sums), if varies(&sums.pairable) { by_chance } else { 0.0 })
}

/// Fleiss 1971, pp. 379–380; with missing ratings Gwet 2014, ch. 2.
fn fleiss(sums: &Sums<'_>) -> Figure {
    corrected(seen_apart(sums), unlike(sums))
}

/// How likely two ratings drawn from all differ: Σ π(1 − π), where π is a category's mean share of a unit's ratings.
fn unlike(sums: &Sums<'_>) -> f64 {
    if !varies(&sums.shares) {
        return 0.0;
    }
    sums.shares.iter().map(|share| share / sums.rated * (1.0 - share / sums.rated)).sum()
}

/// Gwet 2008, pp. 36–38; with missing ratings Gwet 2014, ch. 4.
fn ac1(sums: &Sums<'_>) -> Figure {
    if !varies(&sums.shares) {
        return Err(Undefined::NoVariation);
    }
    corrected(seen_apart(sums), 1.0 - unlike(sums) / (categories(sums) - 1.0))
}

/// Gwet 2014, ch. 4, with the quadratic weights of ch. 3.
fn ac2(sums: &Sums<'_>) -> Figure {
    if !varies(&sums.shares) {
        return Err(Undefined::NoVariation);
    }
    let (places, all) = (sums.scale.places(), categories(sums));
    let width = places.last().zip(places.first()).map_or(0.0, |(last, first)| squared(last - first));
    let weights = all * all - spread(&vec![1.0; places.len()], places) / width;
    let seen = weighed(sums, &sums.apart, squared) / (width * sums.paired);
    corrected(seen, 1.0 - weights * unlike(sums) / (all * (all - 1.0)))
}

/// Brennan and Prediger 1981, p. 693: every category is as likely by chance.
fn brennan_prediger(sums: &Sums<'_>) -> Figure {
    if !varies(&sums.shares) {
        return Err(Undefined::NoVariation);
    }
    corrected(seen_apart(sums), 1.0 - 1.0 / categories(sums))
}

/// Krippendorff 2011, pp. 4–5; 2004, pp. 221–235.
fn alpha_nominal(sums: &Sums<'_>) -> Figure {
    let all: f64 = sums.pairable.iter().sum();
    alpha(sums, sums.coinciding.iter().sum(), sums.pairable.iter().map(|given| given * (all - given)).sum())
}

/// Krippendorff 2011, pp. 5–6: the distance of two categories is the number of ratings between their middles.
fn alpha_ordinal(sums: &Sums<'_>) -> Figure {
    let mut below = 0.0;
    let rank = |given: &f64| {
        let middle = below + given / 2.0;
        below += given;
        middle
    };
    let ranks: Vec<f64> = sums.pairable.iter().map(rank).collect();
    alpha_of_places(sums, &ranks)
}

/// Krippendorff 2011, pp. 5–6: the distance is the difference.
fn alpha_interval(sums: &Sums<'_>) -> Figure {
    alpha_of_places(sums, sums.scale.places())
}

fn alpha_of_places(sums: &Sums<'_>, places: &[f64]) -> Figure {
    let apart = |pair: &(usize, usize)| squared(places[pair.0] - places[pair.1]);
    let seen = sums.pairs.iter().zip(&sums.coinciding).map(|(pair, times)| times * apart(pair)).sum();
    alpha(sums, seen, spread(&sums.pairable, places))
}

/// Krippendorff 2011, pp. 5–6: the distance is the difference over the sum, so the numbers need a true zero.
fn alpha_ratio(sums: &Sums<'_>) -> Figure {
    let places = sums.scale.places();
    if places.first().is_some_and(|least| *least < 0.0) {
        return Err(Undefined::BelowZero);
    }
    let apart = |one: f64, other: f64| squared((one - other) / (one + other));
    let seen =
        sums.pairs.iter().zip(&sums.coinciding).map(|(pair, times)| times * apart(places[pair.0], places[pair.1]));
    let given: Vec<(f64, f64)> =
        sums.pairable.iter().zip(places).filter(|(times, _)| **times > 0.0).map(|(times, at)| (*times, *at)).collect();
    let mut by_chance = 0.0;
    for (at, (times, one)) in given.iter().enumerate() {
        by_chance +=
            given.iter().skip(at + 1).map(|(others, other)| 2.0 * times * others * apart(*one, *other)).sum::<f64>();
    }
    alpha(sums, seen.sum(), by_chance)
}

/// 1 − (n − 1) · Σ o δ² ÷ Σ n n δ², where `seen` and `by_chance` are the two sums.
fn alpha(sums: &Sums<'_>, seen: f64, by_chance: f64) -> Figure {
    if !varies(&sums.pairable) {
        return Err(Undefined::NoVariation);
    }
    let all: f64 = sums.pairable.iter().sum();
    corrected(seen * (all - 1.0), by_chance)
}

/// The pairs that differ, each weighted by how far apart its categories stand.
fn weighed(sums: &Sums<'_>, times: &[f64], weight: fn(f64) -> f64) -> f64 {
    let places = sums.scale.places();
    sums.pairs.iter().zip(times).map(|(pair, times)| times * weight(places[pair.0] - places[pair.1])).sum()
}

/// Σ Σ n n (x − x)² over all pairs of places.
fn spread(given: &[f64], places: &[f64]) -> f64 {
    let (all, middle) = (given.iter().sum::<f64>(), mean(given, places));
    2.0 * all * given.iter().zip(places).map(|(times, place)| times * squared(place - middle)).sum::<f64>()
}

fn mean(given: &[f64], places: &[f64]) -> f64 {
    given.iter().zip(places).map(|(times, place)| times * place).sum::<f64>() / given.iter().sum::<f64>()
}

fn squared(number: f64) -> f64 {
    number * number
}

/// Tells whether more than one category was given.
fn varies(given: &[f64]) -> bool {
    given.iter().filter(|times| **times > 0.0).count() > 1
}

#[expect(clippy::cast_precision_loss, reason = "there are few categories")]
fn categories(sums: &Sums<'_>) -> f64 {
    sums.scale.names().len() as f64
}
