//! Reading a page: headings, paragraphs and lists, and in them keys, names of what is on the screen, commands and links.
//!
//! `# Title`, `## Heading {name}`, `- item`, `1. item`, and a line `{keys}` for the list of all keys. In a line stand
//! `` `keys` ``, `*what the screen says*`, `{command}` for its title and keys, and `[words](page)` or
//! `[words](page#section)`. A heading that is only `{command}` has the command's title and its name.

use super::{Place, command};
use crate::lang::Language;

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The title of the page.
    Title(String),
    /// The heading of a section, and the section's name.
    Heading(String, String),
    /// Sentences.
    Paragraph(Vec<Inline>),
    /// A thing in a list.
    Item(Vec<Inline>),
    /// A step, with its number.
    Step(String, Vec<Inline>),
    /// The list of all keys.
    Keys,
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Plain(String),
    /// Keys on the keyboard.
    Key(String),
    /// What something on the screen is called.
    Name(String),
    /// A command, by the key of its title among the phrases, and its title.
    Command(String, String),
    /// Words that lead to a place.
    Link(String, Place),
}

/// The pieces of a page, in order.
pub fn blocks(text: &str, language: Language) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<(Kind, String)> = None;
    for line in text.lines().chain([""]) {
        let line = line.trim();
        let begun = begins(line, language);
        if line.is_empty() || begun.is_some() {
            blocks.extend(open.take().map(|(kind, words)| kind.block(&words, language)));
        }
        match (begun, &mut open) {
            (Some(Begun::Whole(block)), _) => blocks.push(block),
            (Some(Begun::Open(kind, words)), _) => open = Some((kind, words.to_owned())),
            (None, Some((_, words))) => {
                words.push(' ');
                words.push_str(line);
            }
            (None, None) if line.is_empty() => {}
            (None, None) => open = Some((Kind::Paragraph, line.to_owned())),
        }
    }
    blocks
}

/// What goes on over several lines.
enum Kind {
    Paragraph,
    Item,
    Step(String),
}

impl Kind {
    fn block(self, words: &str, language: Language) -> Block {
        let words = inlines(words, language);
        match self {
            Self::Paragraph => Block::Paragraph(words),
            Self::Item => Block::Item(words),
            Self::Step(number) => Block::Step(number, words),
        }
    }
}

/// What a line begins.
enum Begun<'a> {
    Whole(Block),
    Open(Kind, &'a str),
}

fn begins(line: &str, language: Language) -> Option<Begun<'_>> {
    if line == "{keys}" {
        return Some(Begun::Whole(Block::Keys));
    }
    if let Some(title) = line.strip_prefix("# ") {
        return Some(Begun::Whole(Block::Title(title.trim().to_owned())));
    }
    if let Some(heading) = line.strip_prefix("## ") {
        let (title, name) = heading.trim().strip_suffix('}')?.rsplit_once('{')?;
        let title = if title.is_empty() { command(name, language).unwrap_or(name) } else { title.trim() };
        return Some(Begun::Whole(Block::Heading(title.to_owned(), name.to_owned())));
    }
    if let Some(words) = line.strip_prefix("- ") {
        return Some(Begun::Open(Kind::Item, words));
    }
    let (number, words) = line.split_once(". ")?;
    let counts = !number.is_empty() && number.chars().all(|digit| digit.is_ascii_digit());
    counts.then(|| Begun::Open(Kind::Step(number.to_owned()), words))
}

/// The pieces of some sentences, in order. What is not closed stands as it is written.
pub fn inlines(text: &str, language: Language) -> Vec<Inline> {
    let mut found = Vec::new();
    let (mut plain, mut rest) = (String::new(), text);
    while let Some(sign) = rest.chars().next() {
        let after = rest.get(sign.len_utf8()..).unwrap_or_default();
        if let Some((piece, beyond)) = marked(sign, after, language) {
            if !plain.is_empty() {
                found.push(Inline::Plain(std::mem::take(&mut plain)));
            }
            found.push(piece);
            rest = beyond;
        } else {
            plain.push(sign);
            rest = after;
        }
    }
    if !plain.is_empty() {
        found.push(Inline::Plain(plain));
    }
    found
}

/// What a sign begins, and what stands after that.
fn marked(sign: char, after: &str, language: Language) -> Option<(Inline, &str)> {
    match sign {
        '`' => after.split_once('`').map(|(keys, beyond)| (Inline::Key(keys.to_owned()), beyond)),
        '*' => after.split_once('*').map(|(name, beyond)| (Inline::Name(name.to_owned()), beyond)),
        '{' => {
            let (key, beyond) = after.split_once('}')?;
            Some((Inline::Command(key.to_owned(), command(key, language)?.to_owned()), beyond))
        }
        '[' => {
            let (words, beyond) = after.split_once("](")?;
            let (target, beyond) = beyond.split_once(')')?;
            let place = match target.split_once('#') {
                Some((page, section)) => Place::at(page, section),
                None => Place::top(target),
            };
            Some((Inline::Link(words.to_owned(), place), beyond))
        }
        _ => None,
    }
}

impl Inline {
    /// Its words.
    pub fn words(&self) -> &str {
        match self {
            Self::Plain(words)
            | Self::Key(words)
            | Self::Name(words)
            | Self::Command(_, words)
            | Self::Link(words, _) => words,
        }
    }
}

impl Block {
    /// Its pieces; none for headings and keys.
    pub fn inlines(&self) -> &[Inline] {
        match self {
            Self::Paragraph(words) | Self::Item(words) | Self::Step(_, words) => words,
            Self::Title(_) | Self::Heading(..) | Self::Keys => &[],
        }
    }
}
