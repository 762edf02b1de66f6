//! What shows by its form what it is: addresses and numbers, as they are written in Norway and Sweden.

use std::sync::OnceLock;

use regex::Regex;

use super::Kind;

/// The forms, those first that hold the others.
const FORMS: &[(Kind, &str)] = &[
    (Kind::Email, r"[\p{L}0-9][\p{L}0-9._%+-]*@[\p{L}0-9-]+(?:\.[\p{L}0-9-]+)+"),
    (Kind::Web, r"(?:https?://|www\.)[^\s<>«»“”()]+[\p{L}0-9/]"),
    (Kind::Web, r"\b[\p{L}0-9][\p{L}0-9-]*\.(?:no|se|dk|fi|com|org|net|eu|io)\b(?:/[^\s<>«»“”()]*[\p{L}0-9/])?"),
    // Sweden: year, month, day, four digits. Norway: day, month, year, five digits.
    (Kind::Number, r"\b(?:19|20)?\d{2}[01]\d[0-3]\d[-+]\d{4}\b"),
    (Kind::Number, r"\b[0-7]\d[0-5]\d\d{2}[ \u{a0}]?\d{5}\b"),
    (Kind::Phone, r"(?:\+|\b00)4[5-7](?:[ \u{a0}-]?\(0\))?(?:[ \u{a0}-]?\d){7,10}\b"),
    (Kind::Phone, r"\b0\d{1,3}[- \u{a0}]\d{2,3}(?:[ \u{a0}]?\d{2}){1,2}\d?\b"),
    (Kind::Phone, r"\b[2-9]\d{7}\b"),
    (Kind::Phone, r"\b[2-9]\d{2}[ \u{a0}]\d{2}[ \u{a0}]\d{3}\b"),
    (Kind::Phone, r"\b[2-9]\d(?:[ \u{a0}]\d{2}){3}\b"),
];

/// Something that shows by its form what it is, with its place in bytes.
pub(super) struct Shaped<'t> {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) words: &'t str,
}

/// All of a text, none overlapping.
pub(super) fn shaped(text: &str) -> Vec<Shaped<'_>> {
    static COMPILED: OnceLock<Vec<(Kind, Regex)>> = OnceLock::new();
    let forms = COMPILED
        .get_or_init(|| FORMS.iter().filter_map(|(kind, form)| Some((*kind, Regex::new(form).ok()?))).collect());
    let mut found: Vec<Shaped<'_>> = Vec::new();
    for (kind, form) in forms {
        for hit in form.find_iter(text) {
            let free = |other: &Shaped<'_>| hit.end() <= other.start || other.start + other.words.len() <= hit.start();
            if found.iter().all(free) {
                found.push(Shaped { kind: *kind, start: hit.start(), words: hit.as_str() });
            }
        }
    }
    found.sort_by_key(|shaped| shaped.start);
    found
}
