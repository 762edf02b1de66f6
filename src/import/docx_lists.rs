//! The numbers and bullets of lists in a Word document, which stand in none of its paragraphs.

use std::collections::BTreeMap;

use super::ImportError;
use super::xml::{Step, walk};

/// How far styles may rest on each other.
const MAX_STYLES: usize = 32;
/// The deepest level of a list, counted from 0 (ECMA-376 part 1, 17.9.6).
const LAST_LEVEL: usize = 8;
/// How many letters a sign may have; to fill in longer ones would make a text of them slow.
const LONGEST_MARK: usize = 60;

/// What the parts for styles and numbering say, and how far each list has counted.
#[derive(Default)]
pub(super) struct Lists {
    styles: BTreeMap<String, Style>,
    /// The levels of each abstract list.
    forms: BTreeMap<String, BTreeMap<usize, Form>>,
    lists: BTreeMap<String, List>,
    counted: BTreeMap<String, BTreeMap<usize, u32>>,
}

#[derive(Default)]
struct Style {
    rests_on: Option<String>,
    list: Option<String>,
    level: Option<usize>,
}

#[derive(Clone, Default)]
struct Form {
    start: Option<u32>,
    kind: String,
    text: String,
}

#[derive(Default)]
struct List {
    form: String,
    starts: BTreeMap<usize, u32>,
}

impl Lists {
    /// Takes up `styles.xml`.
    pub(super) fn read_styles(&mut self, xml: &str) -> Result<(), ImportError> {
        let mut open: Option<(String, Style)> = None;
        walk(xml, &mut |step| match step {
            Step::Open { name, attributes } => {
                let value = attributes.get("val").map(str::to_owned);
                match (name, &mut open) {
                    ("style", open) => {
                        *open = attributes.get("styleId").map(|id| (id.to_owned(), Style::default()));
                    }
                    ("basedOn", Some((_, style))) => style.rests_on = value,
                    ("numId", Some((_, style))) => style.list = value,
                    ("ilvl", Some((_, style))) => style.level = value.and_then(|level| level.parse().ok()),
                    _ => {}
                }
            }
            Step::Close { name: "style" } => self.styles.extend(open.take()),
            Step::Words(_) | Step::Close { .. } => {}
        })
    }

    /// Takes up `numbering.xml`.
    pub(super) fn read_numbering(&mut self, xml: &str) -> Result<(), ImportError> {
        let (mut form, mut list, mut level) = (None::<String>, None::<String>, None::<usize>);
        walk(xml, &mut |step| match step {
            Step::Open { name, attributes } => {
                let value = attributes.get("val").unwrap_or_default();
                let number = || attributes.get("ilvl").and_then(|level| level.parse().ok());
                let this = form
                    .as_ref()
                    .zip(level)
                    .map(|(form, level)| self.forms.entry(form.clone()).or_default().entry(level).or_default());
                match (name, this) {
                    ("abstractNum", _) => form = attributes.get("abstractNumId").map(str::to_owned),
                    ("num", _) => list = attributes.get("numId").map(str::to_owned),
                    ("lvl", _) if form.is_some() => level = number(),
                    ("lvlOverride", _) => level = number(),
                    ("start", Some(this)) => this.start = value.parse().ok(),
                    ("numFmt", Some(this)) => value.clone_into(&mut this.kind),
                    ("lvlText", Some(this)) => this.text = value.chars().take(LONGEST_MARK).collect(),
                    ("abstractNumId", _) => {
                        if let Some(list) = &list {
                            self.lists.entry(list.clone()).or_default().form = value.to_owned();
                        }
                    }
                    ("startOverride", _) => {
                        let start = value.parse().ok().zip(level).map(|(start, level)| (level, start));
                        if let Some(list) = &list {
                            self.lists.entry(list.clone()).or_default().starts.extend(start);
                        }
                    }
                    _ => {}
                }
            }
            Step::Close { name: "abstractNum" } => form = None,
            Step::Close { name: "num" } => list = None,
            Step::Close { name: "lvl" | "lvlOverride" } => level = None,
            Step::Words(_) | Step::Close { .. } => {}
        })
    }

    /// The sign before the next paragraph of this style and list, with a space after it; empty where it has none.
    pub(super) fn mark(&mut self, style: Option<&str>, list: Option<&str>, level: Option<usize>) -> String {
        let (mut list, mut level) = (list.map(str::to_owned), level);
        let mut style = style.and_then(|style| self.styles.get(style));
        for _ in 0..MAX_STYLES {
            let Some(known) = style.filter(|_| list.is_none()) else { break };
            level = level.or(known.level);
            list.clone_from(&known.list);
            style = known.rests_on.as_ref().and_then(|id| self.styles.get(id));
        }
        let level = level.unwrap_or(0).min(LAST_LEVEL);
        let Some(known) = list.as_ref().and_then(|list| self.lists.get(list)) else { return String::new() };
        let Some(form) = self.forms.get(&known.form) else { return String::new() };
        // Lists of one form count on where the other stopped, unless they start anew.
        let key = if known.starts.is_empty() { known.form.clone() } else { list.unwrap_or_default() };
        let counted = self.counted.entry(key).or_default();
        let start = |level: usize| {
            let own = known.starts.get(&level).copied();
            own.or_else(|| form.get(&level)?.start).unwrap_or(1)
        };
        let next = counted.get(&level).map_or_else(|| start(level), |last| last.saturating_add(1));
        counted.insert(level, next);
        counted.retain(|other, _| *other <= level);
        let Some(this) = form.get(&level) else { return String::new() };
        if this.kind == "bullet" {
            return "• ".to_owned();
        }
        let mut mark = this.text.clone();
        for at in 0..=level {
            let kind = form.get(&at).map_or("", |form| form.kind.as_str());
            let count = counted.get(&at).copied().unwrap_or_else(|| start(at));
            mark = mark.replace(&format!("%{}", at + 1), &number(count, kind));
        }
        if mark.trim().is_empty() { String::new() } else { format!("{} ", mark.trim()) }
    }
}

/// A number as a list writes it; where a kind is not known, in digits.
pub(super) fn number(count: u32, kind: &str) -> String {
    match kind {
        "lowerLetter" | "a" => letters(count),
        "upperLetter" | "A" => letters(count).to_uppercase(),
        "lowerRoman" | "i" => roman(count),
        "upperRoman" | "I" => roman(count).to_uppercase(),
        "decimalZero" => format!("{count:02}"),
        "none" => String::new(),
        _ => count.to_string(),
    }
}

/// a, b, …, z, aa, bb, …, as Word goes on.
fn letters(count: u32) -> String {
    let Some(from_zero) = count.checked_sub(1).filter(|_| count <= 26 * 8) else { return count.to_string() };
    let letter = char::from(b'a' + u8::try_from(from_zero % 26).unwrap_or(0));
    (0..=from_zero / 26).map(|_| letter).collect()
}

fn roman(count: u32) -> String {
    const PARTS: &[(u32, &str)] = &[
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if !(1..4000).contains(&count) {
        return count.to_string();
    }
    let (mut rest, mut written) = (count, String::new());
    for (value, letters) in PARTS {
        while rest >= *value {
            written.push_str(letters);
            rest -= value;
        }
    }
    written
}
