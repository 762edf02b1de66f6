//! Cases and their attributes; few, so they are derived together.

use std::collections::{BTreeMap, BTreeSet};

use imbl::OrdMap;

use super::last_word::LastWord;
use super::ledger::Ledger;
use super::topics::Topic;
use crate::journal::entry::Entry;
use crate::journal::event::{Event, FreeText};
use crate::journal::notice::{Field, Made, Notice};
use crate::model::case::{Attribute, AttributeKind, Case, Given};
use crate::model::id::{AttributeId, CaseId, CoderId, SourceId};

/// Cases, attributes and what became of them.
pub(super) struct Derived {
    pub(super) cases: OrdMap<CaseId, Case>,
    pub(super) attributes: OrdMap<AttributeId, Attribute>,
    pub(super) notices: Vec<Notice>,
}

/// What was said about the life of a case or an attribute.
struct Life<'a> {
    coder: CoderId,
    made_ms: u64,
    undone: bool,
    touched: bool,
    deleted: bool,
    name: LastWord<'a, &'a str>,
}

/// How many values had been told when one was, and the value.
type Said<'a> = (usize, Option<&'a str>);

/// What stands in a cell of the table of cases.
#[derive(PartialEq)]
struct Put<'a> {
    value: Option<&'a str>,
    /// Whether its author chose it against what others may have said at the same time; not so where the words were erased,
    /// and where others' words came back since somebody withdrew theirs.
    clashes: bool,
}

#[derive(Default)]
struct Telling<'a> {
    cases: BTreeMap<CaseId, Life<'a>>,
    attributes: BTreeMap<AttributeId, (Life<'a>, AttributeKind)>,
    links: BTreeMap<(CaseId, SourceId), bool>,
    values: BTreeMap<(CaseId, AttributeId), LastWord<'a, Put<'a>>>,
    /// The last value of each coder.
    given: BTreeMap<(CaseId, AttributeId), BTreeMap<CoderId, Said<'a>>>,
    told: usize,
    /// Whose value counts for the case.
    whose: BTreeMap<(CaseId, AttributeId), CoderId>,
}

impl<'a> Life<'a> {
    fn new(name: &'a str, entry: &'a Entry, live: bool) -> Self {
        let mut life = Self {
            coder: entry.coder,
            made_ms: entry.made_ms(),
            undone: !live,
            touched: false,
            deleted: false,
            name: LastWord::default(),
        };
        life.name.say(name, entry);
        life
    }

    fn touch(&mut self, by: CoderId) {
        self.touched |= by != self.coder;
    }

    /// What was made and undone lives on where others have worked with it.
    fn alive(&self) -> bool {
        !self.deleted && (!self.undone || self.touched)
    }

    fn name(&self) -> String {
        (*self.name.get().unwrap_or(&"")).to_owned()
    }

    fn notices(&self, made: Made, field: Field, ledger: &Ledger) -> impl Iterator<Item = Notice> {
        let still = self.undone.then_some(Notice::StillUsed { made, undone_by: self.coder });
        still.into_iter().chain(self.name.notice(field, &ledger.logs))
    }
}

/// Derives all cases and attributes anew; of those that were `erased` nothing comes back, whoever says what about them.
pub(super) fn derive(ledger: &Ledger, erased: &BTreeSet<CaseId>) -> Derived {
    let mut told = Telling::default();
    for fact in ledger.facts(Topic::Cases) {
        told.make(fact.event, fact.entry, fact.live);
        if fact.live {
            told.change(fact.event, fact.entry);
        }
    }
    told.cases.retain(|case, _| !erased.contains(case));
    told.finish(ledger)
}

impl<'a> Telling<'a> {
    fn make(&mut self, event: &'a Event, entry: &'a Entry, live: bool) {
        match event {
            Event::CaseCreated { case, name } => {
                let life = self.cases.entry(*case).or_insert_with(|| Life::new(name.as_str(), entry, live));
                life.undone &= !live;
            }
            Event::AttributeCreated { attribute, kind, name } => {
                let new = || (Life::new(name.as_str(), entry, live), *kind);
                self.attributes.entry(*attribute).or_insert_with(new).0.undone &= !live;
            }
            _ => {}
        }
    }

    fn change(&mut self, event: &'a Event, entry: &'a Entry) {
        let by = entry.coder;
        match event {
            Event::CaseRenamed { case, name } => self.on_case(*case, by, |life| life.name.say(name.as_str(), entry)),
            Event::CaseDeleted { case } => self.on_case(*case, by, |life| life.deleted = true),
            Event::CaseLinked { case, source } => {
                self.on_case(*case, by, |_| {});
                self.links.insert((*case, *source), true);
            }
            Event::CaseUnlinked { case, source } => {
                self.links.insert((*case, *source), false);
            }
            Event::AttributeRenamed { attribute, name } => {
                self.on_attribute(*attribute, by, |life| life.name.say(name.as_str(), entry));
            }
            Event::AttributeDeleted { attribute } => self.on_attribute(*attribute, by, |life| life.deleted = true),
            Event::ValueSet { case, attribute, value } => {
                self.on_case(*case, by, |_| {});
                self.on_attribute(*attribute, by, |_| {});
                let erased = value.as_ref().is_some_and(FreeText::is_erased);
                let value = value.as_ref().filter(|value| !value.is_erased()).map(|value| value.as_str());
                self.values.entry((*case, *attribute)).or_default().say(Put { value, clashes: !erased }, entry);
                self.whose.insert((*case, *attribute), by);
                self.told += 1;
                self.given.entry((*case, *attribute)).or_default().insert(by, (self.told, value));
            }
            Event::RatingWithdrawn { case, attribute } => {
                self.on_case(*case, by, |_| {});
                self.on_attribute(*attribute, by, |_| {});
                self.withdraw((*case, *attribute), entry);
            }
            _ => {}
        }
    }

    fn on_case(&mut self, case: CaseId, by: CoderId, change: impl FnOnce(&mut Life<'a>)) {
        if let Some(life) = self.cases.get_mut(&case) {
            life.touch(by);
            change(life);
        }
    }

    fn on_attribute(&mut self, attribute: AttributeId, by: CoderId, change: impl FnOnce(&mut Life<'a>)) {
        if let Some((life, _)) = self.attributes.get_mut(&attribute) {
            life.touch(by);
            change(life);
        }
    }

    /// Takes back what a coder has said; where that was the value of the case, it has what others said last.
    fn withdraw(&mut self, cell: (CaseId, AttributeId), entry: &'a Entry) {
        let given = self.given.entry(cell).or_default();
        given.insert(entry.coder, (self.told, None));
        let value = self.values.entry(cell).or_default();
        if self.whose.get(&cell) != Some(&entry.coder) || value.get().is_none_or(|said| said.value.is_none()) {
            return;
        }
        let standing = given.iter().filter(|(_, (_, value))| value.is_some());
        let last = standing.max_by_key(|(_, (at, _))| *at).map(|(coder, (_, value))| (*coder, *value));
        self.whose.extend(last.map(|(coder, _)| (cell, coder)));
        value.say(Put { value: last.and_then(|(_, value)| value), clashes: false }, entry);
    }

    /// Who gave a value; nothing where nobody's stands.
    fn given(&self, case: CaseId, attribute: AttributeId) -> Option<Given> {
        let said = self.given.get(&(case, attribute))?;
        let stands = || said.iter().filter_map(|(coder, (_, value))| Some((*coder, (*value)?)));
        match (said.len(), stands().next()) {
            (_, None) => None,
            (1, Some((only, _))) => Some(Given::One(only)),
            _ => Some(Given::Several(stands().map(|(coder, value)| (coder, value.to_owned())).collect())),
        }
    }

    fn finish(self, ledger: &Ledger) -> Derived {
        let mut notices = Vec::new();
        let mut attributes = OrdMap::new();
        for (&id, (life, kind)) in self.attributes.iter().filter(|(_, (life, _))| life.alive()) {
            notices.extend(life.notices(Made::Attribute(id), Field::AttributeName(id), ledger));
            attributes.insert(id, Attribute { id, name: life.name(), kind: *kind, made_ms: life.made_ms });
        }
        let mut cases = OrdMap::new();
        for (&id, life) in self.cases.iter().filter(|(_, life)| life.alive()) {
            notices.extend(life.notices(Made::Case(id), Field::CaseName(id), ledger));
            let (from, to) = ((id, SourceId::new(0)), (id, SourceId::new(u128::MAX)));
            let linked = self.links.range(from..=to).filter(|(_, linked)| **linked);
            let sources = linked.map(|((_, source), _)| *source).collect();
            let (values, given) = (BTreeMap::new(), BTreeMap::new());
            cases.insert(id, Case { id, name: life.name(), sources, values, given, made_ms: life.made_ms });
        }
        for (&(case_id, attribute), value) in &self.values {
            let (Some(case), true) = (cases.get_mut(&case_id), attributes.contains_key(&attribute)) else { continue };
            if let Some(value) = value.get().and_then(|said| said.value) {
                case.values.insert(attribute, value.to_owned());
            }
            case.given.extend(self.given(case_id, attribute).map(|given| (attribute, given)));
            let clash = value.clash(&ledger.logs).filter(|clash| clash.kept.clashes && clash.other.clashes);
            notices.extend(clash.map(|clash| Notice::TwoWordings {
                field: Field::Value(case_id, attribute),
                kept: clash.kept.value.unwrap_or("").to_owned(),
                kept_by: clash.kept_by,
                other: clash.other.value.unwrap_or("").to_owned(),
                other_by: clash.other_by,
            }));
        }
        Derived { cases, attributes, notices }
    }
}
