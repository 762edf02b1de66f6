//! The table original → pseudonym, and where it applies in a text: whole words only, the longest name first, endings kept.

use std::collections::BTreeMap;

use super::Kind;

/// One name and what is written instead of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The name as it is written when nothing is added to it.
    pub original: String,
    /// What is written instead.
    pub pseudonym: String,
    /// What it is the name of.
    pub kind: Kind,
}

/// A stretch of a text that is a name, in Unicode scalars, and what is written instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// The first scalar.
    pub start: u32,
    /// The scalar after the last.
    pub end: u32,
    /// The number of the row.
    pub row: usize,
    /// What is written instead, with the ending that the name had.
    pub words: String,
}

/// How the letters of a name must be written to be taken for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Letters {
    /// As in the table, or all of them large: *Sol* is not *sol*.
    AsWritten,
    /// In any way: nobody takes *kari nordmann* for a common word.
    Any,
}

/// Names and their pseudonyms, ready to be looked for.
#[derive(Clone, Debug, Default)]
pub struct Table {
    rows: Vec<Row>,
    patterns: Vec<Vec<char>>,
    /// The rows by the first letter of their name, the longest name first.
    begins: BTreeMap<char, Vec<usize>>,
}

impl Table {
    /// A table of these rows; those without a name or without a pseudonym, and names said again, are left out.
    pub fn new(rows: impl IntoIterator<Item = Row>) -> Self {
        let mut table = Self::default();
        for row in rows {
            let original = row.original.split_whitespace().collect::<Vec<_>>().join(" ");
            let pseudonym = row.pseudonym.split_whitespace().collect::<Vec<_>>().join(" ");
            let known = table.rows.iter().any(|known| known.original == original);
            let Some(first) = original.chars().next().filter(|_| !pseudonym.is_empty() && !known) else { continue };
            table.begins.entry(small(first)).or_default().push(table.rows.len());
            table.patterns.push(original.chars().collect());
            table.rows.push(Row { original, pseudonym, ..row });
        }
        let patterns = &table.patterns;
        for rows in table.begins.values_mut() {
            rows.sort_by_key(|row| std::cmp::Reverse(patterns.get(*row).map_or(0, Vec::len)));
        }
        table
    }

    /// The rows.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Tells whether there is nothing to replace.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Where names of the table stand in a text, in order, none overlapping.
    pub fn replacements(&self, text: &str) -> Vec<Replacement> {
        self.find(text, None)
    }

    /// The text with its names replaced.
    pub fn applied(&self, text: &str) -> String {
        replaced(text, &self.replacements(text))
    }

    /// A title or a file's name with its names replaced, however their letters are written.
    pub fn applied_to_name(&self, name: &str) -> String {
        replaced(name, &self.find(name, Some(Letters::Any)))
    }

    /// Tells whether a text holds a name of the table.
    pub fn is_in(&self, text: &str) -> bool {
        !self.replacements(text).is_empty()
    }

    /// Tells whether a title or a file's name holds one, however its letters are written.
    pub fn is_in_name(&self, name: &str) -> bool {
        !self.find(name, Some(Letters::Any)).is_empty()
    }

    fn find(&self, text: &str, letters: Option<Letters>) -> Vec<Replacement> {
        if self.rows.is_empty() {
            return Vec::new();
        }
        let text: Vec<char> = text.chars().collect();
        let (mut found, mut at) = (Vec::new(), 0);
        while let Some(first) = text.get(at) {
            let begins = at == 0 || !text.get(at - 1).is_some_and(|before| is_letter(*before)) || !is_letter(*first);
            let rows = self.begins.get(&small(*first)).filter(|_| begins);
            let here = rows.into_iter().flatten().find_map(|row| self.row_at(&text, at, (*row, letters)));
            at = here.as_ref().map_or(at + 1, |found| found.end as usize);
            found.extend(here);
        }
        found
    }

    fn row_at(&self, text: &[char], start: usize, (row, letters): (usize, Option<Letters>)) -> Option<Replacement> {
        let (pattern, known) = (self.patterns.get(row)?, self.rows.get(row)?);
        let told = known.original.contains(' ')
            || !matches!(known.kind, Kind::Person | Kind::Company | Kind::Place | Kind::Other);
        let letters = letters.unwrap_or(if told { Letters::Any } else { Letters::AsWritten });
        let end = matched(text, start, pattern, letters)?;
        let (end, ending) = ending(text, end)?;
        let words = with_ending(&known.pseudonym, ending);
        let scalar = |at| u32::try_from(at).ok();
        Some(Replacement { start: scalar(start)?, end: scalar(end)?, row, words })
    }
}

/// What hangs on a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    None,
    /// *Karis*.
    Genitive,
    /// *Kari's*, with the sign that was used.
    Apostrophe(char),
}

/// Where a name that begins at `start` ends, if it stands there.
fn matched(text: &[char], start: usize, pattern: &[char], letters: Letters) -> Option<usize> {
    let (mut at, mut large, mut exact) = (start, true, true);
    let number = pattern.iter().any(char::is_ascii_digit);
    for (number_of_letter, wanted) in pattern.iter().enumerate() {
        if is_gap(*wanted) {
            let gap = text.get(at..)?.iter().take_while(|letter| is_gap(**letter) || **letter == '\n').count();
            if gap == 0 && !number {
                return None;
            }
            at += gap;
            continue;
        }
        // Numbers are written in groups, or are not.
        if number && number_of_letter > 0 && wanted.is_ascii_digit() {
            at += usize::from(text.get(at).is_some_and(|letter| is_gap(*letter)));
        }
        let letter = *text.get(at)?;
        exact &= letter == *wanted;
        large &= letter == *wanted && !letter.is_lowercase()
            || letter.to_uppercase().eq(wanted.to_uppercase()) && !letter.is_lowercase();
        if small(letter) != small(*wanted) {
            return None;
        }
        at += 1;
    }
    (letters == Letters::Any || exact || (large && pattern.len() > 1)).then_some(at)
}

/// Where the word ends that a name stands in, and what is added to the name; `None` where it is another word.
fn ending(text: &[char], end: usize) -> Option<(usize, Ending)> {
    let letter = |at: usize| text.get(at).copied().filter(|letter| is_letter(*letter));
    let ends_in_letter = end.checked_sub(1).and_then(letter).is_some();
    let next = text.get(end).copied();
    match next {
        Some(sign @ ('\'' | '’')) if matches!(text.get(end + 1), Some('s' | 'S')) && letter(end + 2).is_none() => {
            Some((end + 2, Ending::Apostrophe(sign)))
        }
        Some('s' | 'S') if ends_in_letter && letter(end + 1).is_none() => Some((end + 1, Ending::Genitive)),
        Some(next) if is_letter(next) => None,
        _ => Some((end, Ending::None)),
    }
}

/// The pseudonym with the ending that the name had, as one writes it: *Annas*, *Hans’*, *Person 1s*, *Bedrift A-s*.
fn with_ending(pseudonym: &str, ending: Ending) -> String {
    let last = pseudonym.chars().next_back().unwrap_or(' ');
    let single = pseudonym.rsplit(' ').next().is_some_and(|word| word.chars().count() == 1 && last.is_alphabetic());
    match ending {
        Ending::None => pseudonym.to_owned(),
        Ending::Apostrophe(sign) => format!("{pseudonym}{sign}s"),
        Ending::Genitive if single => format!("{pseudonym}-s"),
        Ending::Genitive if matches!(small(last), 's' | 'x' | 'z') => format!("{pseudonym}’"),
        Ending::Genitive if last.is_alphanumeric() => format!("{pseudonym}s"),
        Ending::Genitive => pseudonym.to_owned(),
    }
}

/// A text with these stretches written anew.
pub fn replaced(text: &str, replacements: &[Replacement]) -> String {
    let mut letters = text.chars();
    let (mut written, mut at) = (String::with_capacity(text.len()), 0);
    for replacement in replacements {
        written.extend(letters.by_ref().take((replacement.start - at) as usize));
        written.push_str(&replacement.words);
        letters.by_ref().take((replacement.end - replacement.start) as usize).for_each(drop);
        at = replacement.end;
    }
    written.extend(letters);
    written
}

fn small(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

pub(super) fn is_gap(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{202f}')
}

pub(super) fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric()
}
