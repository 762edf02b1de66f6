//! Why a file could not be read, and what was lost when it was, in words.

use crate::import::report::Loss;
use crate::import::{Hazard, IMPORTERS, ImportError, Unsupported};
use crate::lang::import::Import;
use crate::lang::{Language, fill, grouped};

/// How many rows are named.
const ROWS: usize = 10;

/// Says why a file could not become a source, and what to do.
pub fn error(error: &ImportError, file_name: &str, language: Language) -> String {
    let say = Import::of(language);
    let size = |limit: &usize| match limit / (1024 * 1024) {
        0 => grouped(*limit),
        megabytes => format!("{} MB", grouped(megabytes)),
    };
    let phrase = match error {
        ImportError::Empty => say.empty,
        ImportError::Binary => say.binary,
        ImportError::PasswordProtected => say.password,
        ImportError::TooLarge { limit } if *limit < 1024 * 1024 => say.too_many_parts,
        ImportError::TooLarge { .. } => say.too_large,
        ImportError::Scanned => say.scanned,
        ImportError::TooHard => say.too_hard,
        ImportError::TooManyRows { .. } => say.too_many_rows,
        ImportError::TooManyColumns { .. } => say.too_many_columns,
        ImportError::TooManyPages { .. } => say.too_many_pages,
        ImportError::CellTooLong { .. } => say.cell_too_long,
        ImportError::TooDeep { .. } => say.too_deep,
        ImportError::Unsafe(Hazard::Bomb { .. }) => say.bomb,
        ImportError::Unsafe(Hazard::Name) => say.bad_name,
        ImportError::Unsafe(Hazard::Entity) => say.entity,
        ImportError::Damaged(_) => say.damaged,
        ImportError::Unsupported(kind) => match kind {
            Unsupported::Pdf => say.pdf,
            Unsupported::Rtf => say.rtf,
            Unsupported::Odt => say.odt,
            Unsupported::Docx => say.docx,
            Unsupported::OldWord => say.old_word,
            Unsupported::Spreadsheet => say.spreadsheet,
            Unsupported::Recording => say.recording,
            Unsupported::Other(_) => say.other,
        },
    };
    let limit = match error {
        ImportError::TooLarge { limit } => size(limit),
        ImportError::TooManyRows { limit }
        | ImportError::TooManyColumns { limit }
        | ImportError::TooManyPages { limit }
        | ImportError::CellTooLong { limit }
        | ImportError::TooDeep { limit } => grouped(*limit),
        ImportError::Unsafe(Hazard::Bomb { times }) => times.to_string(),
        _ => String::new(),
    };
    fill(phrase, &[("file", &file_name), ("limit", &limit), ("kinds", &readable(language))])
}

/// Says what was lost, left out or guessed in a file that was read.
pub fn loss(loss: &Loss, file_name: &str, language: Language) -> String {
    let say = Import::of(language);
    let mut shown = String::new();
    let mut sampled = |samples: &[String]| {
        let quoted: Vec<String> = samples.iter().map(|words| fill(say.quoted, &[("words", words)])).collect();
        shown = quoted.join(", ");
    };
    let (count, one, many) = match loss {
        Loss::Encoding { name } => return fill(say.encoding, &[("file", &file_name), ("name", name)]),
        Loss::BadCharacters { count } => (count, say.bad_characters_one, say.bad_characters),
        Loss::Hidden { count } => (count, say.hidden_one, say.hidden),
        Loss::Deleted { count } => (count, say.deleted_one, say.deleted),
        Loss::Pictures { count } => (count, say.pictures_one, say.pictures),
        Loss::Notes { count } => (count, say.notes_one, say.notes),
        Loss::Comments { count } => (count, say.comments_one, say.comments),
        Loss::Tables { count } => (count, say.tables_one, say.tables),
        Loss::Symbols { count } => (count, say.symbols_one, say.symbols),
        Loss::Embedded { count } => (count, say.embedded_one, say.embedded),
        Loss::BadTimes { count } => (count, say.bad_times_one, say.bad_times),
        Loss::Pages { count } => (count, say.pages_one, say.pages),
        Loss::Sheets { count } => (count, say.sheets_one, say.sheets),
        Loss::Furniture { count, samples } => {
            sampled(samples);
            (count, say.furniture_one, say.furniture)
        }
        Loss::Joined { count, samples } => {
            sampled(samples);
            (count, say.joined_one, say.joined)
        }
        Loss::Hyphens { count, samples } => {
            sampled(samples);
            (count, say.hyphens_one, say.hyphens)
        }
        Loss::Values { count, samples } => {
            sampled(samples);
            (count, say.values_one, say.values)
        }
        Loss::NoAnswers { count, samples } => {
            sampled(samples);
            (count, say.no_answers_one, say.no_answers)
        }
        Loss::SameCase { count, samples } => {
            sampled(samples);
            (count, say.same_case_one, say.same_case)
        }
        Loss::Contradicted { count, samples } => {
            sampled(samples);
            (count, say.contradicted_one, say.contradicted)
        }
        Loss::OpenQuotes { rows } => {
            shown = rows.iter().take(ROWS).map(|row| grouped(*row)).collect::<Vec<_>>().join(", ");
            (&rows.len(), say.open_quotes_one, say.open_quotes)
        }
    };
    fill(if *count == 1 { one } else { many }, &[("file", &file_name), ("n", &grouped(*count)), ("samples", &shown)])
}

/// The kinds of file that are read, by their usual endings, as in *txt, md, vtt og docx*.
pub fn readable(language: Language) -> String {
    let kinds: Vec<&str> = IMPORTERS.iter().filter_map(|importer| importer.extensions().first().copied()).collect();
    match kinds.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} {} {last}", rest.join(", "), Import::of(language).and),
        _ => kinds.join(", "),
    }
}
