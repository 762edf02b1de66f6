//! Erasing for good: no file keeps a name, and every coding stays on its words.

use std::fs;

use kodebok::journal::edit::{Edit, Refusal};
use kodebok::journal::redaction::Elsewhere;
use kodebok::lang::Language;
use kodebok::session::names::{own, remaining};
use kodebok::told::erasing::all_labels;

use crate::support::erasing::{NAMES, NOWHERE, SAID, coded, holding, pseudonymise, table, write_names, write_others};
use crate::support::session::{Desk, add_source, in_memory, new_source, outline};

#[test]
fn no_byte_of_a_pseudonymised_study_holds_a_name_and_codings_stay_on_their_words() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    let source = write_names(&mut session);
    write_others(&mut session);
    session.settle().unwrap();
    // A backup holds them too.
    session.poll();
    session.close().unwrap();
    let mut session = desk.open();
    assert!(holding(room.path(), &NAMES).len() > 2, "the log, the text and a backup");
    let told = pseudonymise(&mut session);
    assert_eq!(told.replaced, 6);
    let text = "Jeg heter Person 1.\nPerson 1s nye firma, Bedrift A Nord, er Bedrift A i Sted 1, sa Person 1 og lo.";
    let now = session.project().source(source).unwrap().clone();
    assert_eq!(now.text.as_ref().unwrap().as_str(), text);
    assert_eq!((now.title.as_str(), now.speakers[0].name.as_str()), ("Intervju Person 1", "Person 1"));
    assert_eq!(
        coded(session.project(), source),
        ["heter Person 1", "nye firma, Bedrift A Nord, er", "i Sted 1, sa Person 1 og lo"]
    );
    let quoted: Vec<&str> = now.turns.iter().map(|turn| now.quote(turn.span)).collect();
    assert_eq!(quoted, text.lines().collect::<Vec<_>>());
    let seen = outline(session.project());
    for memo in
        ["memo: Person 1 var sliten.", "memo: Her nøler Person 1.", "memo: Gjelder Sted 1 mest, men andre steder også."]
    {
        assert!(seen.contains(&memo.to_owned()), "{seen:?}");
    }
    assert_eq!(session.project().cases()[0].name, "Person 1");

    let done = session.finish_erasing().unwrap();
    assert!(done.left.is_empty() && done.others.is_empty(), "{done:?}");
    assert_eq!((done.files, done.backups > 0, done.segments > 0), (1, true, true));
    assert_eq!(holding(room.path(), &NAMES), NOWHERE);
    session.close().unwrap();

    let again = desk.open();
    assert_eq!(again.findings().len(), 0, "{:?}", again.findings());
    assert_eq!(again.problems(), []);
    assert_eq!(outline(again.project()), seen);
    assert_eq!(again.project().source(source).unwrap().text.as_ref().unwrap().as_str(), text);
    assert_eq!(holding(room.path(), &NAMES), NOWHERE);
    let history = again.history();
    let told = history.iter().map(|gesture| {
        let past = kodebok::told::history::Past::after(again.project(), gesture.events());
        kodebok::told::history::events(again.project(), &past, gesture.events(), Language::Bokmal)
    });
    let told = told.collect::<Vec<_>>().join("\n");
    assert!(NAMES.iter().all(|name| !told.contains(name)), "{told}");
}

#[test]
fn what_is_replaced_is_no_step_of_undo() {
    let mut session = in_memory();
    write_names(&mut session);
    let told = pseudonymise(&mut session);
    assert!(!told.events.is_empty());
    let seen = outline(session.project());
    while session.undo().is_some() {}
    let text = session.project().sources().next().map(|source| source.text.clone());
    let said = text.flatten().map_or(String::new(), |text| text.as_str().to_owned());
    assert!(NAMES.iter().all(|name| !said.contains(name)), "{said}");
    while session.redo().is_some() {}
    assert_eq!(outline(session.project()), seen);
    assert_eq!(pseudonymise(&mut session).events, [], "there is nothing left to replace");
}

#[test]
fn names_elsewhere_are_kept_where_that_is_wished_and_are_told() {
    let mut session = in_memory();
    let source = write_names(&mut session);
    session.pseudonymise(&table(), &[source].into(), Elsewhere::Kept).unwrap();
    assert!(outline(session.project()).contains(&"memo: Her nøler Egeland.".to_owned()));
    let left = {
        let labels = all_labels();
        remaining(session.project(), &labels, &own(session.project(), &labels, []))
    };
    assert!(left.names.contains(&"Egeland".to_owned()) && left.names.contains(&"Torbjørn".to_owned()), "{left:?}");
    assert!(!left.names.iter().any(|name| name.starts_with("Person")), "{left:?}");
}

#[test]
fn another_machine_erases_its_own_when_it_reads_of_it() {
    let room = tempfile::tempdir().unwrap();
    let (kari, ola) = (Desk::kari(room.path()), Desk::ola(room.path()));
    let mut of_kari = kari.create();
    let source = write_names(&mut of_kari);
    of_kari.settle().unwrap();
    let mut of_ola = ola.open();
    let about = kodebok::model::memo::About::Source(source);
    of_ola.edit(&Edit::AddMemo { about, text: "Egeland virket trygg.".to_owned() }).unwrap();
    of_ola.settle().unwrap();
    of_kari.refresh();
    pseudonymise(&mut of_kari);
    let done = of_kari.finish_erasing().unwrap();
    assert_eq!(done.others.len(), 1, "what Ola wrote stands in Ola's log");
    assert!(!holding(room.path(), &NAMES).is_empty());

    of_ola.refresh();
    let memos = |session: &kodebok::session::Session| outline(session.project());
    assert!(memos(&of_ola).contains(&"memo: Person 1 virket trygg.".to_owned()));
    of_ola.finish_erasing().unwrap();
    assert_eq!(holding(room.path(), &NAMES), NOWHERE);
    of_ola.edit(&Edit::RenameProject { name: "Etterpå".to_owned() }).unwrap();
    of_ola.close().unwrap();
    of_kari.refresh();
    assert_eq!(of_kari.project().name(), "Etterpå", "logs that were written anew are gone on with");
    of_kari.close().unwrap();
    let again = kari.open();
    assert_eq!((again.findings().len(), again.problems().len()), (0, 0), "{:?}", again.findings());
    assert_eq!(memos(&again), memos(&ola.open()));
}

#[test]
fn two_who_black_out_at_the_same_time_leave_neither_name() {
    let room = tempfile::tempdir().unwrap();
    let (kari, ola) = (Desk::kari(room.path()), Desk::ola(room.path()));
    let mut of_kari = kari.create();
    let source = write_names(&mut of_kari);
    of_kari.settle().unwrap();
    let mut of_ola = ola.open();
    let rows = |kept: &[usize]| {
        let all = table();
        kodebok::text::names::table::Table::new(kept.iter().map(|row| all.rows()[*row].clone()))
    };
    of_kari.pseudonymise(&rows(&[0, 1, 2]), &[source].into(), Elsewhere::Replaced).unwrap();
    of_ola.pseudonymise(&rows(&[3, 4, 5]), &[source].into(), Elsewhere::Replaced).unwrap();
    of_kari.finish_erasing().unwrap();
    of_ola.finish_erasing().unwrap();
    of_kari.refresh();
    of_kari.finish_erasing().unwrap();
    of_ola.refresh();
    of_ola.finish_erasing().unwrap();
    of_kari.refresh();
    pseudonymise(&mut of_kari);
    of_kari.finish_erasing().unwrap();
    of_ola.refresh();
    of_ola.finish_erasing().unwrap();
    let text = |session: &kodebok::session::Session| {
        let source = session.project().source(source).unwrap();
        (source.text.as_ref().unwrap().as_str().to_owned(), source.imported.as_ref().unwrap().as_str().to_owned())
    };
    assert_eq!(text(&of_kari), text(&of_ola));
    assert_eq!(holding(room.path(), &NAMES), NOWHERE);
}

#[test]
fn what_a_sync_service_brings_back_goes_again() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    write_names(&mut session);
    session.close().unwrap();
    let kept: Vec<(std::path::PathBuf, Vec<u8>)> =
        holding(&desk.folder, &NAMES).into_iter().map(|path| (path.clone(), fs::read(&path).unwrap())).collect();
    let mut session = desk.open();
    pseudonymise(&mut session);
    session.close().unwrap();
    for (path, bytes) in &kept {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        fs::write(path.with_file_name(format!("{name} (Karis kopi)")), bytes).unwrap();
        fs::write(path.with_file_name(name.replace('.', "-KARI-PC.")), bytes).unwrap();
    }
    assert!(!holding(&desk.folder, &NAMES).is_empty());
    let session = desk.open();
    let seen = outline(session.project());
    session.close().unwrap();
    assert_eq!(holding(&desk.folder, &NAMES), NOWHERE);
    assert_eq!(outline(desk.open().project()), seen);
}

#[test]
fn an_informant_is_erased_with_all_that_was_written_about_them() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    let source = write_names(&mut session);
    let other = write_others(&mut session);
    let code = session.project().codebook().find(&["tilhørighet"]).unwrap();
    let memo = session.project().memos_about(kodebok::model::memo::About::Code(code)).next().unwrap().id;
    session.edit(&Edit::RewriteMemo { memo, text: "Gjelder mest ett sted.".to_owned() }).unwrap();
    let case = session.project().cases()[0].id;
    session.erase(&[source].into(), Some(case)).unwrap();
    assert_eq!(coded(session.project(), other), ["lærer"]);
    assert!(session.project().cases().is_empty());
    assert_eq!(session.edit(&Edit::AddSource(Box::new(new_source("x", SAID)))), Err(Refusal::SourceErased));
    session.close().unwrap();
    // What was written about a code by somebody is not the informant's; its older wording is.
    let left = holding(&desk.folder, &["Torbjørn", "Egeland", "Fjordtek"]);
    assert_eq!(left, NOWHERE);
    let again = desk.open();
    assert_eq!(
        (again.findings().len(), again.problems().len()),
        (0, 0),
        "{:?} {:?}",
        again.findings(),
        again.problems()
    );
    assert_eq!(coded(again.project(), other), ["lærer"]);
}

#[test]
fn one_gesture_over_two_sources_keeps_what_is_not_erased() {
    let mut session = in_memory();
    let first = write_names(&mut session);
    let second = write_others(&mut session);
    let replace = |source, start, end, words: &str| Edit::ReplaceText { source, start, end, words: words.to_owned() };
    session.edit(&Edit::All(vec![replace(first, 0, 3, "Jeg, altså,"), replace(second, 0, 2, "Alle")])).unwrap();
    session.erase(&[first].into(), None).unwrap();
    let text = session.project().source(second).unwrap().text.clone().unwrap();
    assert_eq!(text.as_str(), "Alle lærer mye av hverandre.");
    assert_eq!(coded(session.project(), second), ["lærer"]);
}

/// A name that was written into a text.
const WRITTEN: &str = "Ragnhild";

#[test]
fn what_was_written_into_two_sources_at_once_goes_with_one_of_them() {
    for arrives_late in [false, true] {
        let room = tempfile::tempdir().unwrap();
        let (kari, ola) = (Desk::kari(room.path()), Desk::ola(room.path()));
        let mut of_kari = kari.create();
        let first = add_source(&mut of_kari, "Den ene", "Vi lærer av naboen.");
        let second = add_source(&mut of_kari, "Den andre", "Alle lærer av noen.");
        of_kari.settle().unwrap();
        let mut of_ola = ola.open();
        let replace = |source, words: &str| Edit::ReplaceText { source, start: 12, end: 18, words: words.to_owned() };
        of_ola.edit(&Edit::All(vec![replace(first, WRITTEN), replace(second, "mange")])).unwrap();
        assert_eq!(of_ola.history()[0].entries().count(), 2, "a line for each source");
        of_ola.settle().unwrap();
        if !arrives_late {
            of_kari.refresh();
        }
        of_kari.erase(&[first].into(), None).unwrap();
        of_kari.finish_erasing().unwrap();
        assert!(!holding(room.path(), &[WRITTEN]).is_empty(), "what Ola wrote stands in Ola's log");
        of_kari.refresh();
        of_ola.refresh();
        of_ola.finish_erasing().unwrap();
        of_kari.close().unwrap();
        of_ola.close().unwrap();
        assert_eq!(holding(room.path(), &[WRITTEN]), NOWHERE);
        let again = kari.open();
        let text = again.project().source(second).unwrap().text.clone().unwrap();
        assert!(text.as_str().contains("mange"), "{}", text.as_str());
        assert_eq!((again.findings().len(), again.problems().len()), (0, 0), "{:?}", again.problems());
    }
}

#[test]
fn a_gesture_over_two_sources_is_taken_back_at_once() {
    let mut session = in_memory();
    let first = add_source(&mut session, "Den ene", "Vi lærer.");
    let second = add_source(&mut session, "Den andre", "Alle lærer.");
    let replace = |source| Edit::ReplaceText { source, start: 0, end: 2, words: "Noe".to_owned() };
    session.edit(&Edit::All(vec![replace(first), replace(second)])).unwrap();
    session.undo().unwrap();
    let text = |id| session.project().source(id).unwrap().text.clone().unwrap().as_str().to_owned();
    assert_eq!((text(first), text(second)), ("Vi lærer.".to_owned(), "Alle lærer.".to_owned()));
}

#[test]
fn a_name_typed_in_pieces_and_gone_since_leaves_no_piece() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    let source = add_source(&mut session, "Intervju", "Jeg møtte  i går.");
    let replace = |start, end, words: &str| Edit::ReplaceText { source, start, end, words: words.to_owned() };
    // Typed with pauses, and a slip in between.
    session.edit(&replace(10, 10, "Zqha")).unwrap();
    session.edit(&replace(14, 14, "qmmq")).unwrap();
    session.edit(&replace(14, 18, "")).unwrap();
    session.edit(&replace(14, 14, "nwxen")).unwrap();
    let text = |session: &kodebok::session::Session| {
        session.project().source(source).unwrap().text.clone().unwrap().as_str().to_owned()
    };
    assert_eq!(text(&session), "Jeg møtte Zqhanwxen i går.");
    session.edit(&replace(10, 19, "Person 1")).unwrap();
    session.edit(&replace(0, 3, "Vi to")).unwrap();
    session.settle().unwrap();
    let pieces = ["Zqha", "nwxen"];
    assert!(!holding(room.path(), &pieces).is_empty());
    let row = kodebok::text::names::table::Row {
        original: "Zqhanwxen".to_owned(),
        pseudonym: "Person 1".to_owned(),
        kind: kodebok::text::names::Kind::Person,
    };
    let table = kodebok::text::names::table::Table::new([row]);
    session.pseudonymise(&table, &[source].into(), Elsewhere::Replaced).unwrap();
    session.finish_erasing().unwrap();
    assert_eq!(holding(room.path(), &pieces), NOWHERE);
    assert_eq!(text(&session), "Vi to møtte Person 1 i går.");
    let again = session.pseudonymise(&table, &[source].into(), Elsewhere::Replaced).unwrap();
    assert_eq!(again.events, [], "there is nothing left to erase");
}
