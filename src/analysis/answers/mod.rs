//! The answers that count codes, as tables whose numbers open the codings behind them.

pub mod agreement;
pub mod cases;
pub mod clusters;
pub mod frequency;
pub mod matrix;
pub mod relations;
pub mod review;
pub mod sources;

use super::coded::Level;
use super::table::Cell;
use super::{Options, Reach};
use crate::lang::answers::Answers;
use crate::model::case::{Attribute, AttributeKind};
use crate::model::id::CodeId;
use crate::model::project::Project;

/// How wide the column of names is, in letters.
const NAMES: u16 = 36;
/// How wide a column of numbers is.
const NUMBERS: u16 = 12;

/// The name of a code: in the tree where all of it is shown, else by itself.
fn code_cell(project: &Project, code: CodeId, level: Level) -> Cell {
    let name = project.code_name(code).unwrap_or_default().to_owned();
    match level {
        Level::All => Cell::Node { level: u8::try_from(project.codebook().depth(code)).unwrap_or(u8::MAX), name },
        Level::Themes | Level::Categories | Level::Codes => Cell::Text(name),
    }
}

fn reach_told(say: &'static Answers, reach: Reach) -> &'static str {
    match reach {
        Reach::Own => say.alone,
        Reach::Family => say.with_below,
    }
}

fn level_told(say: &'static Answers, level: Level) -> &'static str {
    match level {
        Level::All => say.level_all,
        Level::Themes => say.level_themes,
        Level::Categories => say.level_categories,
        Level::Codes => say.level_codes,
    }
}

/// The attribute asked for, else the first.
fn first_attribute<'p>(project: &'p Project, options: &Options) -> Option<&'p Attribute> {
    let asked = options.attribute.and_then(|id| project.attribute(id));
    asked.or_else(|| project.attributes().first().copied())
}

/// A value as it is read.
fn value_told(kind: AttributeKind, value: &str, options: &Options) -> String {
    let say = crate::lang::rooms::Rooms::of(options.language);
    match (kind, value) {
        (AttributeKind::YesNo, "yes") => say.yes.to_owned(),
        (AttributeKind::YesNo, "no") => say.no.to_owned(),
        _ => value.to_owned(),
    }
}
