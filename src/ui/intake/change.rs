//! What the hand changes in a preview.

use super::names::When;
use super::{Intake, Keeps, Part, Phase, Scope};
use crate::model::source::Speaker;
use crate::text::names::table::Row;

/// A change of what is looked at, before it is imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Shows an item, by its place.
    Show(usize),
    /// Says whether an item is to come along.
    Want(usize, bool),
    /// Says so of all items.
    WantAll(bool),
    /// Gives an item a title.
    Title(usize, String),
    /// Says what a speaker, by the name in the file, is called and does. One that gets the name of another is the same.
    Person {
        /// The item.
        item: usize,
        /// The name in the file.
        named: String,
        /// The name and the role it is to have.
        person: Speaker,
    },
    /// Says whether that counts in every file.
    Scope(Scope),
    /// Says whether the files are kept.
    Keeps(Keeps),
    /// Says when names are replaced.
    When(When),
    /// Says which names are replaced.
    Names(Vec<Row>),
    /// Shows a part.
    Part(Part),
}

impl Intake {
    /// Lets a change take effect; none does once the import goes on.
    pub fn change(&mut self, change: Change) {
        if self.phase != Phase::Looking {
            return;
        }
        self.touched |= !matches!(change, Change::Show(_) | Change::Part(_) | Change::Names(_));
        match change {
            Change::Show(item) => {
                self.chosen = item.min(self.items.len().saturating_sub(1));
                if matches!(self.part, Part::Files | Part::Names) {
                    self.part = Part::Content;
                }
            }
            Change::Want(item, wanted) => {
                if let Some(item) = self.items.get_mut(item) {
                    item.wanted = Some(wanted);
                    self.names.look_again();
                }
            }
            Change::WantAll(wanted) => {
                self.items.iter_mut().for_each(|item| item.wanted = Some(wanted));
                self.names.look_again();
            }
            Change::Title(item, title) => {
                if let Some(item) = self.items.get_mut(item) {
                    item.title = Some(title.split_whitespace().collect::<Vec<_>>().join(" "));
                }
            }
            Change::Person { item, named, person } => {
                self.call(item, &named, &person);
                self.names.look_again();
            }
            Change::Scope(scope) => self.scope = scope,
            Change::Keeps(keeps) => self.keeps = keeps,
            Change::When(when) => self.names.when = when,
            Change::Names(rows) => self.replace(rows),
            Change::Part(part) => self.part = part,
        }
    }

    fn call(&mut self, shown: usize, named: &str, person: &Speaker) {
        let name = person.name.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            return;
        }
        let person = Speaker { name, role: person.role };
        let scope = self.scope;
        for (at, item) in self.items.iter_mut().enumerate() {
            let meant = at == shown || scope == Scope::All;
            if !meant || !item.speakers().any(|speaker| speaker.name == named) {
                continue;
            }
            // Who is one with another does what the other does.
            let same: Vec<String> = item
                .speakers()
                .filter(|other| item.person(other).name == person.name)
                .map(|other| other.name.clone())
                .collect();
            for other in same {
                item.people.insert(other, person.clone());
            }
            item.people.insert(named.to_owned(), person.clone());
            item.lay_out();
        }
    }
}
