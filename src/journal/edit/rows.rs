//! The wish that brings in the rows of a table: cases, their texts and their values, in one gesture.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::decider::{Decider, Decision, one_line, unless, words};
use super::sources::row_source_id;
use super::{NewSource, Refusal};
use crate::journal::event::{Event, FreeText};
use crate::model::case::{AttributeKind, Case};
use crate::model::id::{AttributeId, CaseId, ProjectId, SourceId};

/// Rows of a table that are to become cases, as an importer drafted them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewCases {
    /// The name and the kind of each attribute; one that is here already by that name is used as it is.
    pub attributes: Vec<(String, AttributeKind)>,
    /// The cases in order; one that is here already by that name gets the text and the values.
    pub rows: Vec<NewCase>,
}

impl NewCases {
    /// How many cases the rows are; rows of one name are one.
    pub fn case_count(&self) -> usize {
        let names: BTreeSet<String> = self.rows.iter().map(|row| row.name.trim().to_lowercase()).collect();
        names.len()
    }

    /// Which sources the texts of the rows are in a project, in order.
    pub fn source_ids(&self, project: ProjectId) -> Vec<SourceId> {
        let mut equal = Equal::new();
        let rows = self.rows.iter().filter_map(|row| Some((one_line(&row.name).ok()?, row.source.as_ref()?)));
        rows.map(|(name, new)| nth_id(project, &name.to_lowercase(), new, &mut equal)).collect()
    }
}

/// How often a case has given just this text.
type Equal = BTreeMap<(String, String), usize>;

fn nth_id(project: ProjectId, case: &str, new: &NewSource, equal: &mut Equal) -> SourceId {
    let nth = equal.entry((case.to_owned(), new.text.clone())).or_default();
    *nth += 1;
    row_source_id(project, &new.text, case, *nth)
}

/// A row of a table that is to become a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewCase {
    /// Its name.
    pub name: String,
    /// What was answered in words, if anything was.
    pub source: Option<NewSource>,
    /// A value for each attribute, in their order; an empty one changes nothing.
    pub values: Vec<String>,
}

/// What the rows before have brought, beside what the project has.
struct Brought<'p> {
    project: ProjectId,
    cases: BTreeMap<String, CaseId>,
    known: BTreeMap<CaseId, &'p Case>,
    titles: RefCell<BTreeSet<String>>,
    equal: Equal,
}

impl Decider<'_> {
    /// Makes or finds a case for each row, brings in its text, links the two, and sets the values.
    ///
    /// Rows of one name are one case. The same table once more changes nothing, and with new rows brings in those.
    pub(super) fn add_cases(&mut self, new: &NewCases) -> Decision {
        let project = self.project;
        let mut events = Vec::new();
        let mut attributes = Vec::with_capacity(new.attributes.len());
        let mut named: BTreeMap<String, (AttributeId, AttributeKind)> = BTreeMap::new();
        for known in project.attributes() {
            named.insert(known.name.to_lowercase(), (known.id, known.kind));
        }
        for (name, kind) in &new.attributes {
            let name = one_line(name)?;
            let known = named.get(&name.to_lowercase()).copied();
            attributes.push(known.unwrap_or_else(|| {
                let attribute = AttributeId::new((self.draw)());
                named.insert(name.to_lowercase(), (attribute, *kind));
                events.push(Event::AttributeCreated { attribute, kind: *kind, name: FreeText::new(name) });
                (attribute, *kind)
            }));
        }
        let cases = project.cases();
        let mut brought = Brought {
            project: project.id().ok_or(Refusal::NoProject)?,
            cases: cases.iter().map(|case| (case.name.to_lowercase(), case.id)).collect(),
            known: cases.iter().map(|case| (case.id, *case)).collect(),
            titles: RefCell::new(project.sources().map(|source| source.title.to_lowercase()).collect()),
            equal: BTreeMap::new(),
        };
        for row in &new.rows {
            self.add_row(row, &attributes, &mut brought, &mut events)?;
        }
        Ok(events)
    }

    fn add_row(
        &mut self,
        row: &NewCase,
        attributes: &[(AttributeId, AttributeKind)],
        brought: &mut Brought<'_>,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        let name = one_line(&row.name)?;
        let key = name.to_lowercase();
        let source = row.source.as_ref();
        let source = source.map(|new| (nth_id(brought.project, &key, new, &mut brought.equal), new));
        // Whoever has been erased stays so, and does not keep the others out.
        if source.is_some_and(|(source, _)| self.project.is_erased(source)) {
            return Ok(());
        }
        let case = *brought.cases.entry(key).or_insert_with(|| {
            let case = CaseId::new((self.draw)());
            events.push(Event::CaseCreated { case, name: FreeText::new(name.as_str()) });
            case
        });
        let known = brought.known.get(&case).copied();
        if let Some((source, new)) = source {
            if self.project.source(source).is_none() {
                let taken = |title: &str| !brought.titles.borrow_mut().insert(title.to_lowercase());
                events.append(&mut self.bring(source, new, taken)?);
            }
            let linked = known.is_some_and(|case| case.sources.contains(&source));
            events.append(&mut unless(linked, Event::CaseLinked { case, source }));
        }
        for ((attribute, kind), typed) in attributes.iter().zip(&row.values) {
            events.extend(value(known, case, (*attribute, *kind), typed)?);
        }
        Ok(())
    }
}

/// The value as an event, unless it is empty or so already.
fn value(
    known: Option<&Case>,
    case: CaseId,
    (attribute, kind): (AttributeId, AttributeKind),
    typed: &str,
) -> Result<Option<Event>, Refusal> {
    let typed = words(typed)?;
    if typed.is_empty() {
        return Ok(None);
    }
    let value =
        kind.normal(typed).ok_or_else(|| Refusal::NotOfThisKind { attribute, kind, typed: typed.to_owned() })?;
    let same = known.is_some_and(|case| case.values.get(&attribute) == Some(&value));
    Ok((!same).then(|| Event::ValueSet { case, attribute, value: Some(FreeText::new(value)) }))
}
