//! What more than one kind of table writes in its cells.

use crate::lang::Language;
use crate::lang::code_tree::CodeTree;
use crate::model::code::{CodeKind, Origin};

/// What stands between the names of a path.
pub(super) const PATH_JOINT: &str = " › ";

pub(super) fn kind(kind: CodeKind, language: Language) -> &'static str {
    let say = CodeTree::of(language);
    match kind {
        CodeKind::Code => say.code,
        CodeKind::Category => say.category,
        CodeKind::Theme => say.theme,
    }
}

pub(super) fn origin(origin: Origin, language: Language) -> &'static str {
    let say = CodeTree::of(language);
    match origin {
        Origin::Theory => say.from_theory,
        Origin::Data => say.from_data,
    }
}

/// A time from the start of the recording, as in 0:12:34.
pub(super) fn time(ms: u32) -> String {
    let seconds = ms / 1000;
    format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}
