//! What is about to be imported: files as they were read, with what the person at the screen has chosen about them.
//! Nothing of it is in the project before it is accepted.

pub mod change;
pub mod item;
pub mod names;

use std::collections::{BTreeMap, BTreeSet};

use self::item::{Item, State};
use self::names::Names;
use crate::import::{Choices, Read};
use crate::model::project::Project;
use crate::session::intake::Origin;

/// Files and pasted words that are looked at before they are imported.
#[derive(Clone, Debug, Default)]
pub struct Intake {
    /// Them, in the order in which they came.
    pub items: Vec<Item>,
    /// The one that is shown, by its place.
    pub chosen: usize,
    /// What is told of folders: what was passed by in them.
    pub left_out: Vec<String>,
    /// Whether the files are to be kept in the project as they are.
    pub keeps: Keeps,
    /// Whether what is said of a speaker counts in every file where one is called so.
    pub scope: Scope,
    /// Names that are replaced before a text enters the study.
    pub names: Names,
    /// What is seen of it where there is no room for all.
    pub part: Part,
    /// How far it has come.
    pub phase: Phase,
    /// Whether somebody has chosen or typed something that would be lost.
    pub touched: bool,
    /// Whether it is asked if all that is to be let go.
    pub leaving: bool,
    /// The places of what is read, for each reading by its number.
    batches: BTreeMap<u64, Vec<usize>>,
}

/// Whether original files are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeps {
    /// Only the text comes into the project.
    #[default]
    Text,
    /// The file comes into it as well.
    FileToo,
}

/// What a choice is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// The file that is shown.
    One,
    /// Every file.
    #[default]
    All,
}

/// A part of the preview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The list of files.
    Files,
    /// The text, or the table.
    #[default]
    Content,
    /// Speakers, encoding, and what was lost.
    Details,
    /// Names and places in all of the files.
    Names,
}

/// How far an import has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// It is looked at.
    #[default]
    Looking,
    /// The names that were replaced are being written to the name key.
    Locking,
    /// Original files are being kept, by the number of that work.
    Keeping(u64),
    /// The items still to be added, the next one last.
    Adding(Vec<usize>),
}

impl Intake {
    /// Takes in what is about to be read. Readings are told apart by their number.
    pub fn expect(&mut self, batch: u64, origins: Vec<Origin>, left_out: Vec<String>) {
        self.batches.insert(batch, (self.items.len()..self.items.len() + origins.len()).collect());
        self.items.extend(origins.into_iter().map(Item::new));
        self.left_out.extend(left_out);
    }

    /// Takes in what was read with these choices; does nothing where others were made since.
    pub fn take(
        &mut self,
        (batch, number): (u64, usize),
        choices: &Choices,
        read: Result<Read, String>,
        study: &Project,
    ) {
        let place = self.batches.get(&batch).and_then(|places| places.get(number));
        let Some(item) = place.and_then(|place| self.items.get_mut(*place)) else { return };
        if item.choices != *choices {
            return;
        }
        item.let_in(self.names.table());
        item.take(read, study);
        self.names.look_again();
        self.tick();
    }

    /// Sets other choices for some items, by their places; gives what a reading of that number is to read once more.
    pub fn choose(&mut self, batch: u64, chosen: Vec<(usize, Choices)>) -> Vec<(Origin, Choices)> {
        self.touched = true;
        let mut wanted = Vec::with_capacity(chosen.len());
        let mut places = Vec::with_capacity(chosen.len());
        for (place, choices) in chosen {
            let Some(item) = self.items.get_mut(place) else { continue };
            item.choices = choices.clone();
            wanted.push((item.origin.clone(), choices));
            places.push(place);
        }
        self.batches.insert(batch, places);
        wanted
    }

    /// Unticks what is the same as something before it, and ticks again what no longer is.
    fn tick(&mut self) {
        let mut seen = BTreeSet::new();
        for item in &mut self.items {
            let Some(source) = item.source else { continue };
            item.twice = !seen.insert(source);
        }
    }

    /// Tells whether original files are being kept.
    pub fn is_keeping(&self) -> bool {
        matches!(self.phase, Phase::Keeping(_))
    }

    /// The item that is shown.
    pub fn shown(&self) -> Option<&Item> {
        self.items.get(self.chosen)
    }

    /// The items that would be added now, by their places.
    pub fn ready(&self, study: &Project) -> Vec<usize> {
        let places = self.items.iter().enumerate();
        places.filter(|(_, item)| item.is_ticked() && item.hindrance(study).is_none()).map(|(at, _)| at).collect()
    }

    /// How many have been read, or cannot be.
    pub fn done(&self) -> usize {
        self.items.iter().filter(|item| !matches!(item.state, State::Waiting)).count()
    }

    /// In how many items somebody is called this in the file.
    pub fn files_with(&self, speaker: &str) -> usize {
        let with = |item: &&Item| item.speakers().any(|known| known.name == speaker);
        self.items.iter().filter(with).count()
    }
}
