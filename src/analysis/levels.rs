//! Levels: the values of cases set against each other, as when each informant is placed on a level for each theme.

use std::collections::BTreeMap;

use super::saturation::sorting;
use super::scope::Scope;
use crate::model::case::{Attribute, Case};
use crate::model::id::{AttributeId, CaseId};
use crate::model::project::Project;

/// The cases of a scope, in the order of one of their values; cases without it stand last.
pub fn levels<'p>(project: &'p Project, scope: &Scope, by: Option<AttributeId>) -> Vec<&'p Case> {
    let chosen = scope.chosen(project);
    let everything = *scope == Scope { reach: scope.reach, excluded: scope.excluded, ..Scope::all() };
    let asked = |case: &&Case| {
        let named = scope.cases.is_empty() || scope.cases.contains(&case.id);
        let valued = scope.values.iter().all(|(attribute, values)| {
            values.is_empty() || case.values.get(attribute).is_some_and(|value| values.contains(value))
        });
        // A case without sources is a case all the same, unless something is asked of its sources.
        let heard = everything || chosen.sources().any(|source| case.sources.contains(&source.id));
        named && valued && heard
    };
    let mut cases: Vec<&Case> = project.cases().into_iter().filter(asked).collect();
    if let Some(attribute) = by.and_then(|id| project.attribute(id)) {
        cases.sort_by_cached_key(|case| {
            let value = case.values.get(&attribute.id);
            value.map_or((true, Vec::new()), |value| (false, sorting(attribute.kind, value)))
        });
    }
    cases
}

/// How many cases have each pair of values of two attributes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cross {
    /// The values of the one, in their order; `None` where it is unknown.
    pub rows: Vec<Option<String>>,
    /// The values of the other.
    pub columns: Vec<Option<String>>,
    /// The cases of each pair of their numbers.
    pub cells: BTreeMap<(usize, usize), Vec<CaseId>>,
}

/// Sets two attributes against each other.
pub fn cross(project: &Project, scope: &Scope, one: &Attribute, other: &Attribute) -> Cross {
    let cases = levels(project, scope, None);
    let (rows, columns) = (values(&cases, one), values(&cases, other));
    let mut cells: BTreeMap<(usize, usize), Vec<CaseId>> = BTreeMap::new();
    for case in cases {
        let at = |values: &[Option<String>], attribute: &Attribute| {
            values.iter().position(|value| value.as_ref() == case.values.get(&attribute.id))
        };
        if let (Some(row), Some(column)) = (at(&rows, one), at(&columns, other)) {
            cells.entry((row, column)).or_default().push(case.id);
        }
    }
    Cross { rows, columns, cells }
}

/// The values that cases have of an attribute, in their order; that some have none stands last.
fn values(cases: &[&Case], attribute: &Attribute) -> Vec<Option<String>> {
    let mut values: Vec<Option<String>> = cases.iter().map(|case| case.values.get(&attribute.id).cloned()).collect();
    values.sort_by_cached_key(|value| {
        let key = value.as_ref().map(|value| sorting(attribute.kind, value));
        (key.is_none(), key, value.clone())
    });
    values.dedup();
    values
}
