//! Codes: the tree replayed, then who lives in it. Small enough to be derived as a whole whenever it changes.

use std::collections::{BTreeMap, BTreeSet};

use imbl::OrdMap;

use super::codings::{Codings, Standing};
use super::last_word::LastWord;
use super::ledger::{Fact, Ledger, Stamp, Told};
use super::namesakes;
use super::topics::Topic;
use super::tree::Tree;
use crate::journal::event::Event;
use crate::journal::notice::{Field, Made, Notice};
use crate::journal::problem::Problem;
use crate::model::code::{Code, CodeKind, Hue, Origin};
use crate::model::codebook::{Codebook, MAX_CODES};
use crate::model::id::{CodeId, CoderId};
use crate::model::project::DeletedCode;

/// What became of each code that was ever made; all that a coding has to know of its code.
#[derive(Clone, Default)]
pub(super) struct Codes {
    fates: BTreeMap<CodeId, Fate>,
}

/// What became of a code.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Fate {
    /// The code it counts as now.
    pub(super) target: CodeId,
    /// The merges on the way there.
    merges: Vec<Stamp>,
    /// The deletions of the target that stand.
    deletions: Vec<Told>,
    /// The making of the target was undone, so it lives only while it is used.
    undone: bool,
}

/// The codes as they are now.
#[derive(Default)]
pub(super) struct Rebuilt {
    pub(super) codebook: Codebook,
    pub(super) deleted: OrdMap<CodeId, DeletedCode>,
    /// The names of the codes that are no longer in the codebook.
    pub(super) former_names: OrdMap<CodeId, String>,
    pub(super) notices: Vec<Notice>,
    pub(super) problems: Vec<Problem>,
    /// Codes whose fate is another than before: their codings have to be placed anew.
    pub(super) changed: Vec<CodeId>,
    /// A code counts as another than before.
    pub(super) merged: bool,
}

/// All that was said about one code.
struct Row<'a> {
    coder: CoderId,
    made_ms: u64,
    /// Who took its making back.
    undone: bool,
    /// Others have worked with it, so undoing its making does not take it away.
    touched: bool,
    name: LastWord<'a, &'a str>,
    description: LastWord<'a, &'a str>,
    hue: LastWord<'a, Option<Hue>>,
    parent: LastWord<'a, Option<CodeId>>,
    kind: CodeKind,
    origin: Origin,
    deletions: Vec<Told>,
}

impl Codes {
    pub(super) fn fate(&self, code: CodeId) -> Option<&Fate> {
        self.fates.get(&code)
    }

    /// Tells whether the codings of a code decide if it lives.
    pub(super) fn watches(&self, code: CodeId) -> bool {
        self.fates.get(&code).is_some_and(|fate| fate.undone || !fate.deletions.is_empty())
    }

    /// Derives all codes anew.
    pub(super) fn rebuild(&mut self, ledger: &Ledger, codings: &Codings) -> Rebuilt {
        let mut told = Telling::default();
        for fact in ledger.facts(Topic::Codes) {
            told.tell(&fact);
        }
        let Telling { tree, rows, mut notices, beyond } = told;
        let fates: BTreeMap<CodeId, Fate> =
            rows.keys().filter_map(|&code| Some((code, Fate::of(code, &tree, &rows)?))).collect();
        let changed = changed(&self.fates, &fates);
        let counts_as = |fates: &BTreeMap<CodeId, Fate>, code| fates.get(&code).map_or(code, |fate: &Fate| fate.target);
        let merged = changed.iter().any(|&code| counts_as(&self.fates, code) != counts_as(&fates, code));
        self.fates = fates;

        let mut members_of: BTreeMap<CodeId, Vec<CodeId>> = BTreeMap::new();
        for (&code, fate) in self.fates.iter().filter(|(code, fate)| **code != fate.target) {
            members_of.entry(fate.target).or_default().push(code);
        }
        let mut living = BTreeSet::new();
        let mut deleted = OrdMap::new();
        for (&code, row) in rows.iter().filter(|(code, _)| tree.place(**code).is_some()) {
            let members = std::iter::once(code).chain(members_of.get(&code).into_iter().flatten().copied());
            let (mut shown, mut hidden) = (0, 0);
            if self.watches(code) {
                let fates = members.filter_map(|member| Some((self.fate(member)?, codings.of_code(member))));
                for (fate, coding) in fates.flat_map(|(fate, row)| row.iter().map(move |id| (fate, codings.get(*id)))) {
                    let hides = coding.is_some_and(|coding| fate.hides(ledger, coding));
                    *if hides { &mut hidden } else { &mut shown } += 1;
                }
            }
            let alive = match (row.deletions.last(), row.undone) {
                (Some(_), _) => shown > 0,
                (None, true) => shown > 0 || row.touched,
                (None, false) => true,
            };
            if alive {
                living.insert(code);
                notices.extend(row.life_notice(code, ledger, shown, hidden));
            }
            if let Some(&last) = row.deletions.last()
                && (!alive || hidden > 0)
            {
                deleted.insert(code, row.as_deleted(code, &tree, ledger, last));
            }
            notices.extend(row.clashes(code, ledger));
        }
        let former = rows.iter().filter(|(code, _)| !living.contains(code));
        let former_names = former.map(|(&code, row)| (code, row.name())).collect();
        let codes = living.iter().filter_map(|code| rows.get(code)?.code(*code, &tree, &living));
        let codebook = Codebook::new(codes);
        notices.extend(namesakes::notices(&codebook));
        let problems = if beyond > 0 { vec![Problem::TooManyCodes { beyond }] } else { Vec::new() };
        Rebuilt { codebook, deleted, former_names, notices, problems, changed, merged }
    }
}

impl Fate {
    fn of(code: CodeId, tree: &Tree, rows: &BTreeMap<CodeId, Row<'_>>) -> Option<Self> {
        let target = tree.target(code);
        let row = rows.get(&target)?;
        let merges = tree.merged(code).map(|merge| merge.stamp).collect();
        Some(Self { target, merges, deletions: row.deletions.clone(), undone: row.undone })
    }

    /// Tells whether a coding of the code is hidden by a deletion. A deletion hides what its author had seen under that
    /// code: the coding, the code it was given, and each merge that brought it there.
    pub(super) fn hides(&self, ledger: &Ledger, coding: Standing) -> bool {
        self.deletions.iter().any(|&deletion| {
            let fact = ledger.fact(deletion);
            let Event::CodeDeleted { seen, .. } = fact.event else { return false };
            coding.basis(ledger).chain(self.merges.iter().copied()).all(|stamp| fact.saw(seen, stamp))
        })
    }
}

fn changed(before: &BTreeMap<CodeId, Fate>, now: &BTreeMap<CodeId, Fate>) -> Vec<CodeId> {
    let mut changed: Vec<CodeId> =
        now.iter().filter(|(code, fate)| before.get(code) != Some(fate)).map(|(&code, _)| code).collect();
    changed.extend(before.keys().filter(|code| !now.contains_key(code)));
    changed
}

/// The codes while they are being told.
#[derive(Default)]
struct Telling<'a> {
    tree: Tree,
    rows: BTreeMap<CodeId, Row<'a>>,
    notices: Vec<Notice>,
    /// How many codes came after the last that a project may have.
    beyond: usize,
}

impl<'a> Telling<'a> {
    fn tell(&mut self, fact: &Fact<'a>) {
        let entry = fact.entry;
        if let Event::CodeCreated { .. } = fact.event {
            self.create(fact);
        }
        if !fact.live {
            return;
        }
        match fact.event {
            Event::CodeRenamed { code, name } => self.on(*code, fact, |row| row.name.say(name.as_str(), entry)),
            Event::CodeDescribed { code, description } => {
                self.on(*code, fact, |row| row.description.say(description.as_str(), entry));
            }
            Event::CodeRecoloured { code, hue } => self.on(*code, fact, |row| row.hue.say(*hue, entry)),
            Event::CodeKindChanged { code, kind } => self.on(*code, fact, |row| row.kind = *kind),
            Event::CodeOriginChanged { code, origin } => self.on(*code, fact, |row| row.origin = *origin),
            Event::CodeMoved { code, parent, place } => match self.tree.move_to(*code, *parent, place.clone()) {
                Ok(()) => {
                    self.on(*code, fact, |row| row.parent.say(*parent, entry));
                    self.touch(*parent, entry.coder);
                }
                Err(why) => {
                    self.notices.push(Notice::MoveSkipped { code: *code, into: *parent, by: entry.coder, why });
                }
            },
            Event::CodesMerged { from, into, .. } => match self.tree.merge(*from, *into, fact.stamp()) {
                Ok(()) => self.touch(Some(*into), entry.coder),
                Err(why) => {
                    self.notices.push(Notice::MergeSkipped { from: *from, into: *into, by: entry.coder, why });
                }
            },
            Event::CodeDeleted { code, .. } => {
                if let Some(row) = self.rows.get_mut(code) {
                    row.deletions.push(fact.told);
                }
            }
            Event::CodeRestored { code } => self.on(*code, fact, |row| row.deletions.clear()),
            _ => {}
        }
    }

    /// Also where the making was undone: others may have worked with the code, and what stands under it needs its place.
    fn create(&mut self, fact: &Fact<'a>) {
        let Event::CodeCreated { code, parent, place, kind, origin, hue, name } = fact.event else { return };
        let entry = fact.entry;
        if let Some(row) = self.rows.get_mut(code) {
            row.undone &= !fact.live;
            return;
        }
        if self.rows.len() >= MAX_CODES {
            self.beyond += 1;
            return;
        }
        if let Err(why) = self.tree.create(*code, *parent, place.clone())
            && fact.live
        {
            self.notices.push(Notice::MoveSkipped { code: *code, into: *parent, by: entry.coder, why });
        }
        let mut row = Row {
            coder: entry.coder,
            made_ms: entry.made_ms(),
            undone: !fact.live,
            touched: false,
            name: LastWord::default(),
            description: LastWord::default(),
            hue: LastWord::default(),
            parent: LastWord::default(),
            kind: *kind,
            origin: *origin,
            deletions: Vec::new(),
        };
        row.name.say(name.as_str(), entry);
        row.description.say("", entry);
        row.hue.say(*hue, entry);
        row.parent.say(*parent, entry);
        self.rows.insert(*code, row);
        if fact.live {
            self.touch(*parent, entry.coder);
        }
    }

    fn on(&mut self, code: CodeId, fact: &Fact<'a>, change: impl FnOnce(&mut Row<'a>)) {
        if let Some(row) = self.rows.get_mut(&code) {
            row.touched |= row.coder != fact.entry.coder;
            change(row);
        }
    }

    fn touch(&mut self, code: Option<CodeId>, by: CoderId) {
        if let Some(row) = code.and_then(|code| self.rows.get_mut(&code)) {
            row.touched |= row.coder != by;
        }
    }
}

impl Row<'_> {
    fn name(&self) -> String {
        self.name.get().copied().unwrap_or("").to_owned()
    }

    fn code(&self, id: CodeId, tree: &Tree, living: &BTreeSet<CodeId>) -> Option<Code> {
        Some(Code {
            id,
            name: self.name(),
            kind: self.kind,
            parent: tree.above(id).find(|above| living.contains(above)),
            place: tree.place(id)?.clone(),
            origin: self.origin,
            hue: self.hue.get().copied().flatten(),
            description: self.description.get().copied().unwrap_or("").to_owned(),
            coder: self.coder,
            made_ms: self.made_ms,
        })
    }

    fn as_deleted(&self, id: CodeId, tree: &Tree, ledger: &Ledger, last: Told) -> DeletedCode {
        DeletedCode { name: self.name(), parent: tree.parent(id), deleted_in: ledger.fact(last).entry.id }
    }

    /// Says why a code lives that somebody wanted away.
    fn life_notice(&self, code: CodeId, ledger: &Ledger, codings: usize, hidden: usize) -> Option<Notice> {
        if let Some(&last) = self.deletions.last() {
            let deleted_by = ledger.fact(last).entry.coder;
            return Some(Notice::CodeRevived { code, deleted_by, codings, hidden });
        }
        self.undone.then_some(Notice::StillUsed { made: Made::Code(code), undone_by: self.coder })
    }

    fn clashes(&self, code: CodeId, ledger: &Ledger) -> impl Iterator<Item = Notice> {
        let logs = &ledger.logs;
        let colours = self.hue.clash(logs).map(|clash| Notice::TwoColours {
            code,
            kept: *clash.kept,
            kept_by: clash.kept_by,
            other: *clash.other,
            other_by: clash.other_by,
        });
        let places = self.parent.clash(logs).map(|clash| Notice::TwoPlaces {
            code,
            kept: *clash.kept,
            kept_by: clash.kept_by,
            other: *clash.other,
            other_by: clash.other_by,
        });
        let name = self.name.notice(Field::CodeName(code), logs);
        let description = self.description.notice(Field::CodeDescription(code), logs);
        [name, description, colours, places].into_iter().flatten()
    }
}
