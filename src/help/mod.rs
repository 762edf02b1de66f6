//! The help: its pages in both languages, which lie in the program, and what is found in them.

pub mod reading;
pub mod search;

use crate::lang::Language;
use crate::lang::commands::Commands;

/// A page of the help.
#[derive(Debug)]
pub struct Page {
    /// Its name in links.
    pub name: &'static str,
    bokmal: &'static str,
    english: &'static str,
}

macro_rules! page {
    ($name:literal) => {
        Page {
            name: $name,
            bokmal: include_str!(concat!("nb/", $name, ".md")),
            english: include_str!(concat!("en/", $name, ".md")),
        }
    };
}

/// To add a page: a file in each language, and a line here. They stand in the order in which they are listed.
pub const PAGES: &[Page] = &[
    page!("first-study"),
    page!("rooms"),
    page!("keys"),
    page!("two-coders"),
    page!("figures"),
    page!("files"),
    page!("trouble"),
];

/// The page that has a section for each room, named as the command that opens the room.
pub const ROOMS: &str = "rooms";

/// A place in the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The name of the page.
    pub page: String,
    /// The name of a section; `None` for the top of the page.
    pub section: Option<String>,
}

impl Place {
    /// The top of a page.
    pub fn top(page: &str) -> Self {
        Self { page: page.to_owned(), section: None }
    }

    /// A section of a page.
    pub fn at(page: &str, section: &str) -> Self {
        Self { page: page.to_owned(), section: Some(section.to_owned()) }
    }
}

impl Page {
    /// What is written on it.
    pub fn text(&self, language: Language) -> &'static str {
        match language {
            Language::Bokmal => self.bokmal,
            Language::English => self.english,
        }
    }

    /// What it is called: its first line.
    pub fn title(&self, language: Language) -> &'static str {
        self.text(language).lines().next().unwrap_or_default().trim_start_matches('#').trim()
    }
}

/// The page of a name.
pub fn page(name: &str) -> Option<&'static Page> {
    PAGES.iter().find(|page| page.name == name)
}

/// What the command is called whose title has this key among the phrases.
pub fn command(key: &str, language: Language) -> Option<&'static str> {
    let (_, bokmal, english) = Commands::PAIRS.iter().find(|(known, ..)| *known == key)?;
    Some(match language {
        Language::Bokmal => bokmal,
        Language::English => english,
    })
}
