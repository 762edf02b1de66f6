//! A coding is put on words, not on the white space a hand takes along at their ends.

use kodebok::journal::edit::Edit;
use kodebok::model::span::Span;

use crate::support::session::{add_code, add_source, in_memory};

#[test]
fn a_coding_never_begins_or_ends_in_white_space() {
    let mut session = in_memory();
    let source = add_source(&mut session, "Informant 1", "Ja.\nVar det noe? \nNei.");
    let code = add_code(&mut session, "spørsmål");
    let span = Span::new(3, 18).unwrap();
    session.edit(&Edit::ApplyCode { code, source, span }).unwrap();
    let quotes: Vec<&str> = session.project().codings().map(|coding| session.project().quote(coding)).collect();
    assert_eq!(quotes, ["Var det noe?"]);
}

#[test]
fn white_space_alone_cannot_be_coded() {
    let mut session = in_memory();
    let source = add_source(&mut session, "Informant 1", "Ja. \n Nei.");
    let code = add_code(&mut session, "spørsmål");
    let span = Span::new(3, 6).unwrap();
    assert!(session.edit(&Edit::ApplyCode { code, source, span }).is_err());
    assert_eq!(session.project().coding_count(), 0);
}
