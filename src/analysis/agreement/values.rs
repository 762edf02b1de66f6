//! Values that coders have given to cases, as ratings: a unit a case, a coder's own last value a rating.

use std::collections::{BTreeMap, BTreeSet};

use super::ratings::{Measured, Ratings, Scale};
use crate::analysis::scope::Scope;
use crate::model::case::{Attribute, AttributeKind, Case};
use crate::model::id::{AttributeId, CaseId, CoderId};
use crate::model::project::Project;

/// The ratings of some coders.
#[derive(Clone, Debug, PartialEq)]
pub struct Rated {
    /// What is rated.
    pub attribute: AttributeId,
    /// What they said, counted.
    pub ratings: Ratings,
    /// Each case that one of them has rated, with what each said.
    pub cases: Vec<(CaseId, Vec<Option<String>>)>,
}

/// The coders who have rated the cases of a scope, those with the most ratings first; all attributes where none is named.
pub fn raters(project: &Project, scope: &Scope, attribute: Option<AttributeId>) -> Vec<CoderId> {
    let mut counts: BTreeMap<CoderId, usize> = BTreeMap::new();
    for case in cases(project, scope) {
        let asked = case.given.keys().filter(|known| attribute.is_none_or(|attribute| attribute == **known));
        for attribute in asked {
            for coder in case.ratings(*attribute).keys() {
                *counts.entry(*coder).or_insert(0) += 1;
            }
        }
    }
    let mut coders: Vec<(CoderId, usize)> = counts.into_iter().collect();
    coders.sort_by_key(|(coder, ratings)| (std::cmp::Reverse(*ratings), *coder));
    coders.into_iter().map(|(coder, _)| coder).collect()
}

/// The attribute that is asked for, else the first that two have rated, else the first of numbers, else the first.
pub fn attribute<'p>(project: &'p Project, scope: &Scope, asked: Option<AttributeId>) -> Option<&'p Attribute> {
    let known = project.attributes();
    let twice = |attribute: &&&Attribute| raters(project, scope, Some(attribute.id)).len() > 1;
    let of_numbers = |attribute: &&&Attribute| attribute.kind == AttributeKind::Number;
    let found = asked.and_then(|id| project.attribute(id));
    let found = found.or_else(|| known.iter().find(twice).copied());
    found.or_else(|| known.iter().find(of_numbers).copied()).or_else(|| known.first().copied())
}

/// Gathers what coders said of the cases of a scope. Words stand in the order that is told; such as are not in it come
/// after, and where none is told they have no order.
pub fn rated(
    project: &Project,
    scope: &Scope,
    (attribute, coders): (&Attribute, &[CoderId]),
    order: &[String],
) -> Rated {
    let given = cases(project, scope).into_iter().map(|case| {
        let ratings = case.ratings(attribute.id);
        let row: Vec<Option<String>> =
            coders.iter().map(|coder| ratings.get(coder).map(|&value| value.to_owned())).collect();
        (case.id, row)
    });
    let cases: Vec<(CaseId, Vec<Option<String>>)> = given.filter(|(_, row)| row.iter().any(Option::is_some)).collect();
    let said: BTreeSet<&str> = cases.iter().flat_map(|(_, row)| row).flatten().map(String::as_str).collect();
    let scale = scale(attribute.kind, &said, order);
    let place: BTreeMap<&str, usize> = match attribute.kind {
        AttributeKind::Number => said.iter().filter_map(|value| Some((*value, place_of(&scale, value)?))).collect(),
        _ => scale.names().iter().enumerate().map(|(at, name)| (name.as_str(), at)).collect(),
    };
    let rows = cases.iter().map(|(_, row)| {
        let on_scale = |value: &Option<String>| value.as_deref().and_then(|value| place.get(value).copied());
        row.iter().map(on_scale).collect::<Vec<_>>()
    });
    let rows: Vec<Vec<Option<usize>>> = rows.collect();
    Rated { attribute: attribute.id, ratings: Ratings::new(scale.clone(), coders.len(), rows), cases }
}

fn scale(kind: AttributeKind, said: &BTreeSet<&str>, order: &[String]) -> Scale {
    if kind == AttributeKind::Number {
        let mut numbers: Vec<(f64, String)> =
            said.iter().filter_map(|value| Some((number(value)?, (*value).to_owned()))).collect();
        numbers.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.len().cmp(&other.1.len())));
        numbers.dedup_by(|later, kept| later.0.total_cmp(&kept.0).is_eq());
        return Scale::numbers(numbers);
    }
    let mut names: Vec<String> = Vec::new();
    for word in order.iter().map(|word| word.trim()).filter(|word| !word.is_empty()) {
        if !names.iter().any(|known| known == word) {
            names.push(word.to_owned());
        }
    }
    let ordered = !names.is_empty();
    names.extend(
        said.iter().filter(|word| !order.iter().any(|known| known.trim() == **word)).map(|&word| word.to_owned()),
    );
    Scale::words(names, if ordered { Measured::Ordered } else { Measured::Names })
}

/// The number of a value on a scale of numbers, however it is written.
fn place_of(scale: &Scale, value: &str) -> Option<usize> {
    let value = number(value)?;
    scale.names().iter().position(|name| number(name).is_some_and(|known| known.total_cmp(&value).is_eq()))
}

fn number(value: &str) -> Option<f64> {
    value.parse::<f64>().ok().filter(|number| number.is_finite()).map(|number| number + 0.0)
}

/// The cases of a scope, in their order: those named, of the values named, and of the sources named.
pub fn cases<'p>(project: &'p Project, scope: &Scope) -> Vec<&'p Case> {
    let asked = |case: &&Case| {
        let named = scope.cases.is_empty() || scope.cases.contains(&case.id);
        let has = |(attribute, values): (&AttributeId, &BTreeSet<String>)| {
            values.is_empty() || case.values.get(attribute).is_some_and(|value| values.contains(value))
        };
        let sources = scope.sources.is_empty() || case.sources.iter().any(|source| scope.sources.contains(source));
        named && sources && scope.values.iter().all(has)
    };
    project.cases().into_iter().filter(asked).collect()
}
