//! The numbers and bullets of lists in an `OpenDocument` text.

use std::collections::BTreeMap;

use super::ImportError;
use super::docx_lists::number;
use super::xml::{Attributes, Step, walk};

/// How many letters a sign may have before and after its number.
const LONGEST_MARK: usize = 20;

/// The forms of lists, the lists that are open, and how far each has counted.
#[derive(Default)]
pub(super) struct Lists {
    forms: BTreeMap<String, BTreeMap<usize, Form>>,
    open: Vec<List>,
    /// How far a list had counted when it closed, by its style and level, and by its id.
    counted: BTreeMap<(String, usize), u32>,
    counted_by_id: BTreeMap<String, u32>,
}

#[derive(Clone, Default)]
struct Form {
    /// As in `1`, `a` or `I`; empty for none; `None` for a bullet.
    number: Option<String>,
    prefix: String,
    suffix: String,
    start: u32,
    shown: usize,
}

#[derive(Default)]
struct List {
    style: String,
    id: Option<String>,
    count: u32,
    /// An item has begun, and its sign is not yet written.
    waiting: bool,
}

impl Lists {
    /// Takes up the forms of the lists in a part.
    pub(super) fn read_styles(&mut self, xml: &str) -> Result<(), ImportError> {
        let mut open: Option<String> = None;
        walk(xml, &mut |step| match step {
            Step::Open { name: "list-style", attributes } => open = attributes.get("name").map(str::to_owned),
            Step::Close { name: "list-style" } => open = None,
            Step::Open { name, attributes } if name.starts_with("list-level-style-") => {
                let level = attributes.get("level").and_then(|level| level.parse().ok()).unwrap_or(1);
                if let Some(style) = &open {
                    self.forms.entry(style.clone()).or_default().insert(level, form(name, &attributes));
                }
            }
            Step::Open { .. } | Step::Words(_) | Step::Close { .. } => {}
        })
    }

    pub(super) fn open(&mut self, attributes: &Attributes) {
        let inherited = self.open.last().map_or("", |list| &list.style);
        let style = attributes.get("style-name").unwrap_or(inherited).to_owned();
        let level = self.open.len() + 1;
        let continued = match attributes.get("continue-list") {
            Some(id) => self.counted_by_id.get(id),
            None if attributes.get("continue-numbering") == Some("true") => self.counted.get(&(style.clone(), level)),
            None => None,
        };
        let first = self.form(&style, level).map_or(1, |form| form.start);
        let count = continued.copied().unwrap_or(first.saturating_sub(1));
        self.open.push(List { style, id: attributes.get("id").map(str::to_owned), count, waiting: false });
    }

    pub(super) fn close(&mut self) {
        let level = self.open.len();
        if let Some(list) = self.open.pop() {
            self.counted_by_id.extend(list.id.map(|id| (id, list.count)));
            self.counted.insert((list.style, level), list.count);
        }
    }

    pub(super) fn open_item(&mut self, attributes: &Attributes) {
        if let Some(list) = self.open.last_mut() {
            let start = attributes.get("start-value").and_then(|start| start.parse().ok());
            list.count = start.unwrap_or_else(|| list.count.saturating_add(1));
            list.waiting = true;
        }
    }

    pub(super) fn close_item(&mut self) {
        if let Some(list) = self.open.last_mut() {
            list.waiting = false;
        }
    }

    /// The sign of the item whose first paragraph begins here, with a space after it.
    pub(super) fn mark(&mut self) -> Option<String> {
        let level = self.open.len();
        let list = self.open.last_mut().filter(|list| list.waiting)?;
        list.waiting = false;
        let style = list.style.clone();
        let form = self.form(&style, level)?;
        let Some(kind) = &form.number else { return Some("• ".to_owned()) };
        let first = (level + 1).saturating_sub(form.shown.max(1)).max(1);
        let counts = self.open.iter().zip(1..).filter(|(_, at)| *at >= first);
        let numbers = counts.map(|(list, at)| {
            let own = self.form(&style, at).and_then(|form| form.number.as_deref());
            number(list.count, if at == level { kind } else { own.unwrap_or("1") })
        });
        let numbers = numbers.collect::<Vec<_>>().join(".");
        let mark = format!("{}{numbers}{}", form.prefix, form.suffix);
        (!kind.is_empty() && !mark.trim().is_empty()).then(|| format!("{} ", mark.trim()))
    }

    fn form(&self, style: &str, level: usize) -> Option<&Form> {
        self.forms.get(style)?.get(&level)
    }
}

fn form(name: &str, attributes: &Attributes) -> Form {
    let sign = |name| attributes.get(name).unwrap_or_default().chars().take(LONGEST_MARK).collect();
    let count = |name| attributes.get(name).and_then(|value| value.parse().ok()).unwrap_or(1);
    let is_number = name == "list-level-style-number";
    Form {
        number: is_number.then(|| attributes.get("num-format").unwrap_or_default().to_owned()),
        prefix: sign("num-prefix"),
        suffix: sign("num-suffix"),
        start: count("start-value"),
        shown: usize::try_from(count("display-levels")).unwrap_or(1),
    }
}
