//! One file of an import, as it was read and as it is to become.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::import::pseudonym::{pseudonymised, pseudonymised_cases};
use crate::import::{Choices, Content, Read};
use crate::journal::edit::sources::source_id;
use crate::journal::edit::{Edit, NewSource};
use crate::model::id::{ProjectId, SourceId};
use crate::model::project::Project;
use crate::model::source::{Original, Speaker, Turn};
use crate::session::intake::Origin;
use crate::text::names::table::Table;
use crate::text::words;

/// One file, or what was pasted.
#[derive(Clone, Debug)]
pub struct Item {
    /// Where it comes from.
    pub origin: Origin,
    /// How it is to be read.
    pub choices: Choices,
    /// What came of reading it.
    pub state: State,
    /// The title typed for it.
    pub title: Option<String>,
    /// Whether somebody has said that it is to come along, or not.
    pub wanted: Option<bool>,
    /// What is said of its speakers, by their names in the file.
    pub people: BTreeMap<String, Speaker>,
    /// Which source it would be.
    pub source: Option<SourceId>,
    /// Whether an item before it says the same.
    pub twice: bool,
    /// How many words it has.
    pub words: usize,
    /// The file in the project, once it is kept there.
    pub original: Option<Original>,
    /// The study it is for.
    study: Option<ProjectId>,
    /// The names that are replaced in it.
    table: Arc<Table>,
    /// The text with its speakers called as they are to be.
    named: Option<Arc<NewSource>>,
    /// The text as it will stand, without the names that are replaced.
    draft: Option<Arc<NewSource>>,
}

/// What came of reading a file.
#[derive(Clone, Debug)]
pub enum State {
    /// Nobody has read it yet.
    Waiting,
    /// It was read.
    Read(Arc<Read>),
    /// It cannot be; a sentence says why.
    Failed(String),
}

/// Why an item does not come along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// It was not read, or cannot be.
    Unread,
    /// The same text is in the study.
    Here(SourceId),
    /// The same text was erased from it for good.
    Erased,
    /// An item before it is the same.
    Twice,
}

impl Item {
    /// An item that nobody has read yet.
    pub fn new(origin: Origin) -> Self {
        Self {
            origin,
            choices: Choices::default(),
            state: State::Waiting,
            title: None,
            wanted: None,
            people: BTreeMap::new(),
            source: None,
            twice: false,
            words: 0,
            original: None,
            study: None,
            table: Arc::default(),
            named: None,
            draft: None,
        }
    }

    /// Takes in what was read.
    pub fn take(&mut self, read: Result<Read, String>, study: &Project) {
        self.study = study.id();
        match read {
            Ok(read) => {
                self.words = match &read.content {
                    Content::Text(source) => words::count(&source.text),
                    Content::Survey(survey) => {
                        let answers = survey.cases.rows.iter().filter_map(|row| row.source.as_ref());
                        answers.map(|source| words::count(&source.text)).sum()
                    }
                };
                self.state = State::Read(Arc::new(read));
            }
            Err(why) => {
                self.words = 0;
                self.state = State::Failed(why);
            }
        }
        self.lay_out();
    }

    /// What was read of it.
    pub fn read(&self) -> Option<&Read> {
        match &self.state {
            State::Read(read) => Some(read),
            State::Waiting | State::Failed(_) => None,
        }
    }

    /// The speakers by their names in the file.
    pub fn speakers(&self) -> impl Iterator<Item = &Speaker> {
        self.read().and_then(Read::text).into_iter().flat_map(|source| &source.speakers)
    }

    /// What a speaker is to be called, and to do.
    pub fn person<'a>(&'a self, speaker: &'a Speaker) -> &'a Speaker {
        self.people.get(&speaker.name).unwrap_or(speaker)
    }

    /// The text as it will stand; `None` for tables and for what was not read.
    pub fn draft(&self) -> Option<&Arc<NewSource>> {
        self.draft.as_ref()
    }

    /// The text before names are replaced; `None` for tables and for what was not read.
    pub fn named(&self) -> Option<&Arc<NewSource>> {
        self.named.as_ref()
    }

    /// The title it will have.
    pub fn title(&self) -> String {
        let proposed = || self.draft.as_ref().map(|draft| draft.title.clone());
        let typed = self.title.as_ref().filter(|title| !title.trim().is_empty());
        let typed = typed.map(|title| self.table.applied_to_name(title));
        typed.or_else(proposed).unwrap_or_else(|| self.origin.name())
    }

    /// Whether it is to come along, if nothing hinders it.
    pub fn is_ticked(&self) -> bool {
        self.wanted.unwrap_or(true)
    }

    /// Why it does not come along, whatever is wished.
    pub fn hindrance(&self, study: &Project) -> Option<Hindrance> {
        if self.read().is_none() {
            return Some(Hindrance::Unread);
        }
        let source = self.source?;
        if study.source(source).is_some() {
            Some(Hindrance::Here(source))
        } else if study.is_erased(source) {
            Some(Hindrance::Erased)
        } else {
            self.twice.then_some(Hindrance::Twice)
        }
    }

    /// The wish that brings it in; `None` where it was not read.
    pub fn edit(&self) -> Option<Edit> {
        if let Some(draft) = &self.draft {
            let source = NewSource { title: self.title(), original: self.original.clone(), ..(**draft).clone() };
            return Some(Edit::AddSource(Box::new(source)));
        }
        let mut read = self.read()?.clone();
        read.sources_mut().for_each(|source| source.original.clone_from(&self.original));
        if let Content::Survey(survey) = &mut read.content
            && !self.table.is_empty()
        {
            survey.cases = pseudonymised_cases(&survey.cases, &self.table);
        }
        Some(read.into_edit())
    }

    /// Makes the text anew as it will stand.
    pub fn lay_out(&mut self) {
        let text = self.read().and_then(Read::text);
        self.named = text.map(|source| Arc::new(as_named(source, &self.people)));
        self.replace();
    }

    /// Replaces the names of a table from now on.
    pub fn let_in(&mut self, table: &Arc<Table>) {
        if !self.is_let_in(table) {
            self.table = Arc::clone(table);
            self.replace();
        }
    }

    /// Tells whether the names of this table are replaced.
    pub fn is_let_in(&self, table: &Arc<Table>) -> bool {
        Arc::ptr_eq(&self.table, table) || (self.table.is_empty() && table.is_empty())
    }

    /// The names that are replaced in it.
    pub fn table(&self) -> &Table {
        &self.table
    }

    fn replace(&mut self) {
        self.draft = self.named.as_ref().map(|named| match self.table.is_empty() {
            true => Arc::clone(named),
            // Two who get one pseudonym are one.
            false => Arc::new(as_named(&pseudonymised(named, &self.table), &BTreeMap::new())),
        });
        let draft = self.draft.as_ref();
        self.source = draft.and_then(|draft| Some(source_id(self.study?, &draft.text)));
    }
}

/// A text whose speakers are called as they are to be: two of one name are one.
fn as_named(source: &NewSource, people: &BTreeMap<String, Speaker>) -> NewSource {
    let mut speakers: Vec<Speaker> = Vec::new();
    let mut numbers: Vec<Option<u16>> = Vec::new();
    for speaker in &source.speakers {
        let person = people.get(&speaker.name).unwrap_or(speaker);
        let known = speakers.iter().position(|known| known.name == person.name);
        let number = known.unwrap_or_else(|| {
            speakers.push(person.clone());
            speakers.len() - 1
        });
        numbers.push(u16::try_from(number).ok());
    }
    let number = |speaker: Option<u16>| numbers.get(usize::from(speaker?)).copied().flatten();
    let turns = source.turns.iter().map(|turn| Turn { speaker: number(turn.speaker), ..*turn });
    NewSource { speakers, turns: turns.collect(), ..source.clone() }
}
