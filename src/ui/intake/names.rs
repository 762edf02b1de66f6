//! Names in what is about to be imported: which are replaced before a text enters the study, and whether that is known yet.

use std::sync::Arc;

use crate::import::Content;
use crate::journal::edit::NewSource;
use crate::text::names::candidates::is_role;
use crate::text::names::own::is_number;
use crate::text::names::table::{Row, Table};

use super::item::{Item, State};
use super::{Intake, Phase};

/// How much text is laid out anew in one frame, in bytes.
const PORTION: usize = 512 * 1024;

/// When names are replaced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum When {
    /// Before the text enters the study, which then never holds them.
    #[default]
    Before,
    /// Perhaps later, in the study.
    Later,
}

/// The names of an import.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// When they are replaced.
    pub when: When,
    /// How many possible names were found.
    pub possible: usize,
    rows: Vec<Row>,
    table: Arc<Table>,
    /// Grows whenever something else is to be looked through.
    revision: u64,
    looked: Option<u64>,
    /// The number of the search that goes on, and what it looks through.
    search: Option<(u64, u64)>,
}

/// What is looked through for names.
#[derive(Clone, Debug, Default)]
pub struct Looked {
    texts: Vec<(usize, Arc<NewSource>)>,
    tables: Vec<(usize, Arc<crate::import::Read>)>,
}

impl Names {
    /// The rows of what is replaced.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// What is replaced; empty where nothing is.
    pub fn table(&self) -> &Arc<Table> {
        &self.table
    }

    /// Tells whether something is replaced.
    pub fn replaces(&self) -> bool {
        !self.table.is_empty()
    }

    /// Tells whether names are looked for whose finding has to be waited for.
    pub fn waits(&self) -> bool {
        self.when == When::Before && self.looked != Some(self.revision)
    }

    /// Something else is to be looked through.
    pub fn look_again(&mut self) {
        self.revision += 1;
    }
}

impl Intake {
    /// What is to be looked through for names now, by a search of this number; nothing where that is known, or is under way.
    pub fn to_look_through(&mut self, number: u64, reads: bool) -> Option<Looked> {
        let names = &mut self.names;
        let waits = reads && self.items.iter().any(|item| matches!(item.state, State::Waiting));
        if self.phase != Phase::Looking || waits || names.search.is_some() || names.looked == Some(names.revision) {
            return None;
        }
        names.search = Some((number, names.revision));
        let mut looked = Looked::default();
        for (at, item) in self.items.iter().enumerate().filter(|(_, item)| item.is_ticked()) {
            match (item.named(), &item.state) {
                (Some(named), _) => looked.texts.push((at, Arc::clone(named))),
                (None, State::Read(read)) => looked.tables.push((at, Arc::clone(read))),
                (None, State::Waiting | State::Failed(_)) => {}
            }
        }
        Some(looked)
    }

    /// Tells whether the search of this number is the one that is waited for, and takes its end.
    pub fn looked_through(&mut self, number: u64, possible: usize) -> bool {
        let Some((_, revision)) = self.names.search.take_if(|(known, _)| *known == number) else { return false };
        self.names.looked = Some(revision);
        self.names.possible = possible;
        true
    }

    /// A search broke off: what it was to look through is not looked through again.
    pub fn broken_off(&mut self) {
        if let Some((_, revision)) = self.names.search.take() {
            self.names.looked = Some(revision);
        }
    }

    /// Tells whether all that is here was looked through for names, and is laid out as it is to stand.
    pub fn is_looked_through(&self) -> bool {
        let table = &self.names.table;
        self.names.looked == Some(self.names.revision) && self.items.iter().all(|item| item.is_let_in(table))
    }

    /// Takes the names that are replaced from now on.
    pub fn replace(&mut self, rows: Vec<Row>) {
        self.names.table = Arc::new(Table::new(rows.iter().cloned()));
        self.names.rows = rows;
        if let Some(item) = self.items.get_mut(self.chosen) {
            item.let_in(&self.names.table);
        }
    }

    /// Lays out some of what was not since the names were chosen, the shown one first. Tells whether more is left.
    pub fn lay_out_some(&mut self) -> bool {
        self.lay_out(PORTION)
    }

    /// Lays out all of it.
    pub fn lay_out_all(&mut self) {
        self.lay_out(usize::MAX);
    }

    fn lay_out(&mut self, most: usize) -> bool {
        let table = Arc::clone(&self.names.table);
        if let Some(item) = self.items.get_mut(self.chosen) {
            item.let_in(&table);
        }
        let (mut bytes, mut changed, mut left) = (0, false, false);
        for item in self.items.iter_mut().filter(|item| !item.is_let_in(&table)) {
            if bytes > most {
                left = true;
                break;
            }
            bytes += item.named().map_or(0, |named| named.text.len());
            item.let_in(&table);
            changed = true;
        }
        if changed {
            self.tick();
        }
        left
    }
}

impl Looked {
    /// The texts, each with the place of its item: what is said, then what else people have written about it.
    pub fn texts(&self) -> Vec<(usize, String)> {
        let mut texts: Vec<(usize, String)> = Vec::new();
        for (at, source) in &self.texts {
            texts.push((*at, source.text.clone()));
            // A title stands in a sentence of its own, since the first word of one is large anyway.
            texts.push((*at, format!("– {}\n{}", source.title, source.remarks)));
        }
        for (at, read) in &self.tables {
            let Content::Survey(survey) = &read.content else { continue };
            for row in &survey.cases.rows {
                texts.extend(row.source.as_ref().map(|source| (*at, source.text.clone())));
                texts.extend(
                    row.values.iter().filter(|value| !value.is_empty()).map(|value| (*at, format!("– {value}"))),
                );
            }
        }
        texts
    }

    /// Who speaks and who answers, without those who are called by a number or by what they do.
    pub fn people(&self) -> Vec<String> {
        let speakers = self.texts.iter().flat_map(|(_, source)| &source.speakers).map(|speaker| speaker.name.clone());
        let survey = |read: &Arc<crate::import::Read>| match &read.content {
            Content::Survey(survey) => survey.cases.rows.iter().map(|row| row.name.clone()).collect(),
            Content::Text(_) => Vec::new(),
        };
        let cases = self.tables.iter().flat_map(|(_, read)| survey(read));
        let mut people: Vec<String> = speakers.chain(cases).filter(|name| !is_number(name)).collect();
        people.retain(|name| !is_role(name));
        people.sort();
        people.dedup();
        people
    }

    /// The numbers that speakers and those who answer are called by.
    pub fn numbers(&self) -> Vec<String> {
        let speakers = self.texts.iter().flat_map(|(_, source)| &source.speakers).map(|speaker| &speaker.name);
        let surveys = self.tables.iter().filter_map(|(_, read)| match &read.content {
            Content::Survey(survey) => Some(&survey.cases.rows),
            Content::Text(_) => None,
        });
        let numbers = speakers.chain(surveys.flatten().map(|row| &row.name));
        numbers.filter(|name| is_number(name) && !name.contains(' ')).cloned().collect()
    }
}

/// The texts that a name added by hand is counted in.
pub fn standing_in(items: &[Item]) -> Vec<&str> {
    items.iter().filter_map(|item| item.named().map(|named| named.text.as_str())).collect()
}
