//! Why a file could not be made, in words.

use crate::export::{ExportError, What, extensions};
use crate::lang::export::Export;
use crate::lang::{Language, fill, grouped};

/// Says why a file could not be made, and what to do.
pub fn error(error: &ExportError, language: Language) -> String {
    let say = Export::of(language);
    let room = |phrase, n: &usize, max: &usize| fill(phrase, &[("n", &grouped(*n)), ("max", &grouped(*max))]);
    match error {
        ExportError::NoCodes => say.no_codes.to_owned(),
        ExportError::TooManyRows { rows, max } => room(say.too_many_rows, rows, max),
        ExportError::TooManyPages { pages, max } => room(say.too_many_pages, pages, max),
        ExportError::Xlsx(_)
        | ExportError::Zip(_)
        | ExportError::Csv(_)
        | ExportError::Io(_)
        | ExportError::Picture(_) => fill(say.failed, &[("cause", error)]),
    }
}

/// Says that something is not exported in a format, and in which it is.
pub fn unknown_ending(what: What, ending: &str, language: Language) -> String {
    let say = Export::of(language);
    let name = match what {
        What::Codebook => say.codebook,
        What::Structure => say.structure,
        What::Segments => say.segments,
        What::Study => say.study,
    };
    let endings: Vec<&str> = extensions(what).collect();
    let endings = match endings.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} {} {last}", rest.join(", "), say.or),
        _ => endings.join(", "),
    };
    fill(say.unknown_ending, &[("what", &name), ("ending", &ending), ("endings", &endings)])
}
