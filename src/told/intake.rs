//! What came of files on their way in, in words: why one could not be read, what was passed by in a folder.

use crate::lang::intake::IntakeWords;
use crate::lang::{Language, fill, grouped};
use crate::session::intake::Failure;
use crate::session::intake::folders::LeftOut;

use super::{import, store};

/// Says why something could not be read, and what to do.
pub fn failure(failure: &Failure, name: &str, language: Language) -> String {
    match failure {
        Failure::Disk(error) => store::store_error(error, language),
        Failure::Unreadable(error) => import::error(error, name, language),
        Failure::BrokenOff => fill(IntakeWords::of(language).broken_off, &[("file", &name)]),
    }
}

/// Says what was passed by.
pub fn left_out(left_out: &LeftOut, language: Language) -> String {
    let say = IntakeWords::of(language);
    match left_out {
        LeftOut::OtherKinds { count: 1, such_as } => fill(say.other_kind, &[("file", such_as)]),
        LeftOut::OtherKinds { count, such_as } => fill(say.other_kinds, &[("n", &grouped(*count)), ("file", such_as)]),
        LeftOut::Study(folder) => fill(say.is_study, &[("folder", &folder.display())]),
        LeftOut::Unreadable(error) => store::store_error(error, language),
        LeftOut::Beyond { count } => fill(say.beyond, &[("n", &grouped(*count))]),
    }
}
